"""A rural municipality's council in 1949: typescript, those present in two columns of “Herr …”, titles in capitals on the number's line."""

from ..document import Document
from ..paper import Style, plain
from ..pen import scribble
from ..scan import Scanner

SOURCE = "A rural municipality's council in 1949, typescript: “Herr”, “Fru” and “Fröken” before names in two columns, substitutes and their " \
         "members in a list, titles in capitals beside the number, a roll-call by surname, a reservation with its reasons, signatures beside " \
         "“Ordförande”. Scanned in black and white at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.5, blur=0.9, noise=12.0, black_and_white=True, punched=True)

TEXT = Style("courier", 11.5, typed=True)
LEFT, RIGHT, BODY, MIDDLE = 30.0, 192.0, 50.0, 112.0

FIRST = ["Herr Ivar Stenhammar, ordf.", "Herr Algot Fritiofsson", "Herr Karl Isaksson", "Fru Dagny Bäcklin", "Herr Torsten Mellgård"]
SECOND = ["Herr Evald Kihlström, v. ordf.", "Herr Georg Hultin", "Fröken Ester Rosander", "Herr Sven af Ugglas", "Herr Manfred Tjäder"]


def build():
    doc = Document("kommunalfullmaktige_1949", TEXT, LEFT, RIGHT, 26, 20, 5.3, head)
    doc.meeting = dict(municipality="Norra Fågelås kommun", body="Kommunalfullmäktige", date="1949-10-15", place="kommunalhuset",
                       start_time="14:00")
    doc.new_sheet()
    doc.row((LEFT, "PROTOKOLL"))
    doc.row((LEFT, "hållet vid sammanträde med kommunalfullmäktige i Norra"))
    doc.row((LEFT, "Fågelås kommun lördagen den 15 oktober 1949 kl. 14.00"))
    doc.row((LEFT, "i kommunalhuset."))
    doc.space(4)
    doc.row((LEFT, "Närvarande ledamöter:"))
    top = doc.y
    for x, lines in ((LEFT + 4, FIRST), (MIDDLE, SECOND)):
        doc.y = top
        for line in lines:
            doc.row((x, line))
            name, *text = line.split(" ", 1)[1].split(", ")
            role = {"ordf.": "chair", "v. ordf.": "vice_chair"}.get(text[0] if text else None)
            doc.attend(name, "member", role=role, role_text=text[0] if text else None)
    doc.space(2)
    doc.row((LEFT, "Tjänstgörande suppleanter:"))
    doc.row((LEFT + 4, "Herr Albin Norlén för herr Gunnar Lööf"))
    doc.row((LEFT + 4, "Fru Edit Rask för herr Nils Fahlman"))
    doc.attend("Albin Norlén", "serving_substitute", replaces="Gunnar Lööf")
    doc.attend("Edit Rask", "serving_substitute", replaces="Nils Fahlman")
    doc.miss("Gunnar Lööf")
    doc.miss("Nils Fahlman")
    doc.space(2)
    doc.row((LEFT, "Sekreterare:"))
    doc.row((LEFT + 4, "Kommunalkamrer Erik Wickbom"))
    doc.attend("Erik Wickbom", "official", role="secretary", role_text="Kommunalkamrer")
    doc.space(3)
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(19, (LEFT, "Kommunalfullmäktige den 15 oktober 1949", TEXT), (RIGHT, f"Sid. {number}", TEXT, "right"))


def estimate(doc):
    for what, amount in [("Grundläggning och källare", "41.300:-"), ("Stomme och tak", "68.750:-"), ("Värme och sanitet", "22.900:-"),
                         ("Oförutsett", "7.050:-"), ("Summa kronor", "140.000:-")]:
        doc.table_row((BODY + 5, what), (168, amount, TEXT, "right"))
    doc.space(1)


YES = ("Stenhammar", "Fritiofsson", "Isaksson", "Bäcklin", "Hultin", "Rosander", "Norlén")
NO = ("Kihlström", "Mellgård", "af Ugglas", "Tjäder")

ITEMS = [
    (41, "VAL AV JUSTERINGSMÄN", [("decision", None, "Att jämte ordföranden justera protokollet utsågos herr Hultin och fröken Rosander.")], {}),
    (42, "KOMMUNALNÄMNDENS STATFÖRSLAG FÖR 1950", [
        "Kommunalnämnden hade överlämnat förslag till utgifts- och inkomststat för år 1950. Enligt förslaget skulle uttaxeras 6 "
        "kronor 25 öre per skattekrona.", "Ordföranden i nämnden, herr Fritiofsson, lämnade redogörelse.",
        ("decision", None, "Fullmäktige beslöto att godkänna statförslaget.")], {"outcome": "approved"}),
    (43, "BYGGANDE AV ÅLDERDOMSHEM", [
        "Fattigvårdsstyrelsen hade framlagt förslag till nytt ålder¬domshem för 24 vårdtagare. Kostnaderna hade beräknats sålunda:",
        estimate,
        "Herr Isaksson yrkade bifall till förslaget. Herr Mellgård yrkade återremiss för utredning av frågan om ett gemensamt hem "
        "med Södra Fågelås kommun.",
        "Upprop företogs, varvid röstades på följande sätt:",
        "Ja: herrar Stenhammar, Fritiofsson och Isaksson, fru Bäck¬lin, herr Hultin, fröken Rosander och herr Norlén.",
        "Nej: herrar Kihlström, Mellgård, af Ugglas och Tjäder.", "Fru Rask avstod från att rösta.",
        "Omröstningen hade alltså utfallit med 7 ja mot 4 nej.",
        ("decision", None, "Fullmäktige beslöto sålunda att bifalla fattigvårds¬styrelsens förslag."),
        ("reservation", None, "Herrar Mellgård och Tjäder anmälde reservation under åberopande av att byggnadskostnaderna komme att "
         "sjunka.")],
     {"outcome": "approved",
      "votes": [(7, 4, 1, [*[(name, None, "yes") for name in YES], *[(name, None, "no") for name in NO], ("Rask", None, "abstain")])],
      "proposals": [(["Isaksson"], None, "Herr Isaksson yrkade bifall till förslaget."),
                    (["Mellgård"], None, "Herr Mellgård yrkade återremiss för utredning av frågan om ett gemensamt hem med Södra Fågelås "
                     "kommun.")],
      "reservations": [("Mellgård", None, None), ("Tjäder", None, None)]}),
    (44, "FÖRVÄRV AV MARK VID SKOLAN", [
        "Skolstyrelsen hade begärt att få köpa 1.200 kvadratmeter av stamfastigheten Fågelås 2:7, som ägdes av herr Kihlström.",
        "Herr Kihlström anmälde jäv och lämnade sammanträdeslokalen under ärendets behandling.",
        ("decision", None, "Fullmäktige beslöto", "att bevilja 1.800 kronor till markförvärvet samt",
         "att medlen skulle utgå ur skogsköpefonden.")], {"outcome": "approved", "disqualified": ["Kihlström"]}),
    (45, "VÄGBELYSNING I STATIONSSAMHÄLLET", [
        "I skrivelse hade 38 personer anhållit om sex nya lyktor.",
        ("decision", None, "Ärendet bordlades.")], {"outcome": "postponed"}),
    (46, "ANHÅLLAN OM BIDRAG TILL BLÅSORKESTERN", [
        "Fågelås blåsorkester hade sökt 250 kronor till instrument.", "Kommunalnämnden hade avstyrkt.",
        ("decision", None, "Framställningen avslogs.")], {"outcome": "rejected"}),
]


def item(doc, number, title, paragraphs, more):
    doc.end_item()
    doc.space(3)
    doc.need(22)
    doc.row((LEFT, f"§ {number}."), (BODY, f"{title}."))
    doc.begin_item(number, f"§ {number}.", title, **more)
    doc.tell(paragraphs, indent=BODY - LEFT, att=8, gap=0.6)


def signatures(doc):
    doc.end_item()
    doc.space(5)
    doc.need(40)
    doc.para("Sedan ordföranden tackat de närvarande, avslutades samman¬trädet.", note=False)
    doc.row((BODY, "Dag som ovan"), leading=7)
    for n, (role, label, name) in enumerate([("secretary", "Sekreterare", "Erik Wickbom"), ("chair", "Ordförande", "Ivar Stenhammar")]):
        sign(doc, role, label, name, 1310 + n)
    doc.space(3)
    doc.row((LEFT, "Justerat den 22 oktober 1949"))
    for n, name in enumerate(("Georg Hultin", "Ester Rosander")):
        sign(doc, "adjuster", "Justeringsman", name, 1315 + n)
    doc.adjustments.append(dict(adjusters=["Hultin", "Rosander"], date="1949-10-22"))


def sign(doc, role, label, name, seed):
    """The name is typed in brackets below the dots, the office beside them."""
    doc.row((LEFT, label), (76, "." * 36), leading=10.5)
    doc.sheet.ink(scribble(84, doc.y - 0.4, seed, width=46, height=6), width=0.6, shade=10)
    doc.row((84, f"({plain(name)})"), leading=5)
    doc.sign(role, label, name)
