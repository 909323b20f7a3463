"""A parish's cemetery board in 1956: numbered minutes on a typed form, those present under “Ledamöter” with occupation and village, “Paragraf 19.” underlined over its title, extracts to whom at the end."""

from ..document import Document
from ..paper import Style, wrap
from ..pen import scribble
from ..scan import Scanner

SOURCE = "A parish's cemetery board in 1956, typewritten with a clean ribbon: “Protokoll nr 3”, members with occupation, village and office one a line, a substitute “ersättare för”, a hired architect present at two " \
         "§§, “Paragraf 19.” underlined with the title on the next line, an estimate in columns, “Nämnden beslöt”, att-clauses, a show of hands, jäv, “Protokollsutdrag till”, signatures on lines. Scanned in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.15, blur=0.6, noise=3.0, paper=244, quality=40)

TEXT = Style("nimbusmono", 11.5, typed=True)
LEFT, RIGHT, BODY, SECOND = 28.0, 190.0, 40.0, 112.0


def build():
    doc = Document("kyrkogardsnamnd_1956", TEXT, LEFT, RIGHT, 34, 30, 5.5, head)
    doc.meeting = dict(municipality="Västra Sännarps församling", body="Kyrkogårdsnämnden", meeting_number="3", date="1956-06-19", place="församlingshemmet", start_time="19:30", end_time="22:05")
    doc.new_sheet()
    doc.row((LEFT, "VÄSTRA SÄNNARPS FÖRSAMLING"), (RIGHT, "Protokoll nr 3", TEXT, "right"))
    doc.row((LEFT, "Kyrkogårdsnämnden"))
    doc.space(4)
    doc.para("Sammanträde tisdagen den 19 juni 1956 kl. 19.30 i församlingshemmet. Sammanträdet avslutades kl. 22.05.", note=False, gap=3)
    doc.row((LEFT, "Ledamöter:"))
    for line in ["Komminister Nils Abelin, ordförande", "Lantbrukare Axel Rudin, Hultet, vice ordförande", "Fru Greta Wallander, Sännarp", "Byggmästare Einar Broman, Sännarp", "Hemmansägare Otto Dahlbäck, Norra Vram"]:
        doc.row((BODY, line))
    doc.row((LEFT, "Suppleanter:"))
    for line in ["Folkskollärare Sven Hyltén, ersättare för Otto Dahlbäck § 23", "Fru Elin Stråhle, Kvarnby, ej tjänstgörande"]:
        doc.row((BODY, line))
    doc.row((LEFT, "Övriga:"))
    for line in ["Kyrkvaktmästare Gottfrid Olander", "Arkitekt Lennart Bjure, §§ 20 och 21", "Kantor Helge Tufvesson, sekreterare"]:
        doc.row((BODY, line))
    doc.row((LEFT, "Frånvarande:"))
    doc.row((BODY, "Nämndeman Emil Quist, bortrest"))
    doc.attend("Nils Abelin", "member", role="chair", role_text="ordförande")
    doc.attend("Axel Rudin", "member", role="vice_chair", role_text="vice ordförande")
    doc.attend("Greta Wallander", "member")
    doc.attend("Einar Broman", "member", role_text="Byggmästare")
    doc.attend("Otto Dahlbäck", "member", role_text="Hemmansägare")
    doc.attend("Sven Hyltén", "serving_substitute", role_text="Folkskollärare", replaces="Otto Dahlbäck", paragraphs=[[23, 23]])
    doc.attend("Elin Stråhle", "substitute")
    doc.attend("Gottfrid Olander", "official", role_text="Kyrkvaktmästare")
    doc.attend("Lennart Bjure", "other", role_text="Arkitekt", paragraphs=[[20, 21]])
    doc.attend("Helge Tufvesson", "official", role="secretary", role_text="Kantor")
    doc.miss("Emil Quist", role_text="Nämndeman", reason="bortrest")
    doc.space(3)
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(20, (LEFT, "Kyrkogårdsnämnden 19/6 1956", TEXT.at(10)), (RIGHT, f"Sid {number}", TEXT.at(10), "right"))


def costs(doc):
    doc.space(0.6)
    for what, amount in [("Grävning och dränering", "6.200:-"), ("Häckar och plantering", "1.850:-"), ("Vattenledning", "2.400:-"), ("Kronor", "10.450:-")]:
        doc.table_row((BODY + 10, what), (150, amount, TEXT, "right"))
    doc.space(1.2)


def extract(doc, to):
    doc.need(doc.leading)
    doc.row((BODY, f"Protokollsutdrag till: {to}."))
    doc.item["text"].append(f"Protokollsutdrag till: {to}.")
    doc.open_section("distribution", "Protokollsutdrag till")
    doc.section["text"].append(f"{to}.")
    doc.item["page_last"] = doc.page


ITEMS = [
    (19, "Val av justeringsman", [("decision", None, "Nämnden utsåg fru Greta Wallander att jämte ordföranden justera protokollet. Justering sker den 26 juni kl. 18.30.")], {}),
    (20, "Utvidgning av Södra kyrkogården", [
        "Arkitekt Bjure förevisade ritningar till ett nytt kvarter om 140 gravplatser öster om bårhuset. Kostnaderna har beräknats sålunda:", costs,
        ("decision", None, "Nämnden beslöt", "att godkänna ritningarna,", "att hos kyrkofullmäktige begära ett anslag av 10.450 kronor i 1957 års stat."),
        lambda doc: extract(doc, "kyrkorådet, arkitekt Bjure")], {"outcome": "approved", "distribution": ["kyrkorådet", "arkitekt Bjure"]}),
    (21, "Gravstenars höjd i kvarter F", [
        "Enligt reglementet får vård å grav i kvarter F icke överstiga 80 cm i höjd. Arkitekt Bjure ansåg, att höjden borde begränsas till 60 cm.",
        "Herr Broman yrkade bifall till arkitektens mening. Herr Rudin yrkade, att bestämmelsen skulle bibehållas oförändrad.",
        "Vid omröstning medelst handuppräckning röstade 2 för herr Bromans yrkande och 3 för herr Rudins yrkande.",
        ("decision", None, "Nämnden beslöt sålunda att bibehålla bestämmelsen oförändrad."),
        ("reservation", None, "Herr Broman lät anteckna sin reservation.")],
     {"votes": [(2, 3, None, [])],
      "proposals": [(["Broman"], None, "Herr Broman yrkade bifall till arkitektens mening."),
                    (["Rudin"], None, "Herr Rudin yrkade, att bestämmelsen skulle bibehållas oförändrad.")],
      "reservations": [("Broman", None, None)]}),
    (22, "Kyrkvaktmästarens semester", [
        "Kyrkvaktmästare Olander hade begärt semester 9 - 28 juli och föreslagit f. d. vaktmästare Aron Lilja som vikarie.",
        ("decision", None, "Nämnden biföll framställningen.")], {"outcome": "approved"}),
    (23, "Leverans av grus till gångarna", [
        "Två anbud hade inkommit. Herr Dahlbäck, vars broder avgivit det ena anbudet, deltog på grund av jäv icke i ärendets behandling.",
        ("decision", None, "Nämnden antog Axel Perssons Åkeri, som begärt 9 kronor per kubikmeter."),
        lambda doc: extract(doc, "kyrkokassören")], {"outcome": "approved", "disqualified": ["Dahlbäck"], "distribution": ["kyrkokassören"]}),
    (24, "Belysning vid bårhuset", [
        "Kraftbolaget hade ej inkommit med begärd kostnadsberäkning.", ("decision", None, "Ärendet bordlades.")], {"outcome": "postponed"}),
    (25, "Skrivelse från Sännarps Röda Korskrets", [
        "Kretsen föreslog, att soffor skulle anskaffas till minneslunden.",
        ("decision", None, "Nämnden lade skrivelsen till handlingarna, enär två soffor redan beställts.")], {"outcome": "noted"}),
]


def item(doc, number, title, paragraphs, more):
    doc.end_item()
    doc.space(4)
    doc.need(28)
    label = f"Paragraf {number}."
    doc.row((LEFT, label))
    doc.sheet.line(LEFT, doc.y + 1, LEFT + TEXT.width(label), doc.y + 1, 0.3)
    for line in wrap(title, TEXT, RIGHT - BODY):
        doc.row((BODY, line))
    doc.space(1.5)
    doc.begin_item(number, label, title, **more)
    doc.tell(paragraphs, indent=BODY - LEFT, gap=0.5)


def signatures(doc):
    doc.end_item()
    doc.space(6)
    doc.need(66)
    doc.row((LEFT, "Vid protokollet:"))
    doc.row((LEFT, "_" * 26), leading=12)
    doc.sheet.ink(scribble(LEFT + 4, doc.y - 0.6, 7300, width=50, height=7), shade=50)
    doc.row((LEFT, "Helge Tufvesson"))
    doc.sign("secretary", "Vid protokollet", "Helge Tufvesson")
    doc.space(4)
    doc.row((LEFT, "Justerat i församlingshemmet den 26 juni 1956:"))
    doc.row((LEFT, "_" * 26), (SECOND, "_" * 26), leading=13)
    for n, x in enumerate((LEFT, SECOND)):
        doc.sheet.ink(scribble(x + 4, doc.y - 0.6, 7301 + n, width=50, height=7), shade=50)
    doc.row((LEFT, "Nils Abelin"), (SECOND, "Greta Wallander"))
    doc.sign("chair", "Justerat", "Nils Abelin")
    doc.sign("adjuster", "Justerat", "Greta Wallander")
    doc.adjustments.append(dict(adjusters=["Greta Wallander"], place="församlingshemmet", date="1956-06-26", time="18:30"))
