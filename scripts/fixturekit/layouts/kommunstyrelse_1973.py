"""A municipal executive board in 1973, typewritten: those who decide run on in prose by surname and initial with parties, “Ks § 203” at the left and “Dnr” at the right over an underlined title, decisions after “Kommunstyrelsen beslutar”."""

from ..document import Document
from ..paper import Style
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A municipal executive board in 1973, electric typewriter on a printed head: labels above their text, those who decide with office and party in running prose, who serves for whom and who left, “Ks § 203” and “Dnr 144/73” on one line over an " \
         "underlined title, “Arbetsutskottet föreslår”, att-clauses, a vote told with names by party in brackets, reservation, jäv, “Utdrag:” at the end of the item, signatures in three columns, “Anslagsbevis”. Scanned in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.3, blur=0.6, noise=3.0, paper=244, punched=True, quality=38)

TEXT = Style("courier", 11.5, typed=True)
FORM = Style("gothic", 9)
LEFT, RIGHT = 30.0, 190.0


def build():
    doc = Document("kommunstyrelse_1973", TEXT, LEFT, RIGHT, 36, 32, 5.1, head, foot)
    doc.meeting = dict(municipality="Åsele-Norrby kommun", body="Kommunstyrelsen", date="1973-06-05", place="kommunalhuset, rum 12", start_time="13:00", end_time="16:35", adjournments=[{"start": "14:45", "end": "15:05"}],
                       paragraphs={"first": 201, "last": 208})
    doc.new_sheet()

    def block(label, text):
        doc.need(16)
        doc.row((LEFT, label, FORM))
        doc.para(text, note=False, gap=2)

    block("Tid och plats", "Tisdagen den 5 juni 1973 kl 13.00 - 16.35 i kommunalhuset, rum 12. Paus kl 14.45 - 15.05.")
    block("Beslutande", "Torbjörn Ahlgren (s) ordf, Signe Nyrén (c) v ordf, Karl-Erik Bladh (s), Olof Rutström (s), Barbro Tegelin (s), Harry Westman (c), Åke Zetterblad (m), §§ 201-206, Nils Sundelius (fp)")
    block("Tjänstgörande suppleanter", "Elna Hörnfeldt (s) för Gustav Lidén (s), Rune Palm (m) för Åke Zetterblad (m), §§ 207-208")
    block("Närvarande suppleanter", "Majken Dahlin (c), Folke Granath (vpk)")
    block("Övriga", "Kommundirektör Lars Wickström, kamrer Sixten Öberg, §§ 203-204, förste kommunsekreterare Inga Falk, sekreterare")
    block("Justeringsman", "Barbro Tegelin. Justering sker på kommunkansliet den 12 juni 1973 kl 15.30.")
    block("Paragrafer", "201-208")
    for name, party, more in [("Torbjörn Ahlgren", "S", dict(role="chair", role_text="ordf")), ("Signe Nyrén", "C", dict(role="vice_chair", role_text="v ordf")), ("Karl-Erik Bladh", "S", {}), ("Olof Rutström", "S", {}), ("Barbro Tegelin", "S", {}),
                              ("Harry Westman", "C", {}), ("Åke Zetterblad", "M", dict(paragraphs=[[201, 206]])), ("Nils Sundelius", "FP", {})]:
        doc.attend(name, "member", party=party, **more)
    doc.attend("Elna Hörnfeldt", "serving_substitute", party="S", replaces="Gustav Lidén")
    doc.attend("Rune Palm", "serving_substitute", party="M", replaces="Åke Zetterblad", paragraphs=[[207, 208]])
    doc.attend("Majken Dahlin", "substitute", party="C")
    doc.attend("Folke Granath", "substitute", party="VPK")
    doc.attend("Lars Wickström", "official", role_text="Kommundirektör")
    doc.attend("Sixten Öberg", "official", role_text="kamrer", paragraphs=[[203, 204]])
    doc.attend("Inga Falk", "official", role="secretary", role_text="förste kommunsekreterare")
    doc.miss("Gustav Lidén", party="S")
    doc.adjustments.append(dict(adjusters=["Barbro Tegelin"], place="kommunkansliet", date="1973-06-12", time="15:30"))
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    sheet.row(16, (LEFT, "ÅSELE-NORRBY KOMMUN", FORM.bold.at(11)), (118, "SAMMANTRÄDESPROTOKOLL", FORM.at(10)), (RIGHT, f"{number}", TEXT, "right"))
    sheet.row(22, (LEFT, "Kommunstyrelsen", TEXT), (118, "1973-06-05", TEXT))
    sheet.line(LEFT, 25, RIGHT, 25, 0.5)


def foot(sheet, number):
    sheet.row(281, (LEFT, "Justerandes signatur", FORM.at(7.5)))
    for n in range(2):
        sheet.ink(initials(66 + 16 * n, 282, 8400 + 5 * number + n), shade=50)


def shares(doc):
    doc.need(18)
    doc.space(0.4)
    for what, amount in [("Markförvärv, Norrby 2:14", "385.000:-"), ("Utrednings- och lantmäterikostnader", "24.500:-"), ("Summa", "409.500:-")]:
        doc.table_row((LEFT + 10, what), (160, amount, TEXT, "right"))
    doc.space(1)


ITEMS = [
    (201, None, "Protokollsjustering", [("decision", None, "Kommunstyrelsen beslutar utse Barbro Tegelin (s) att jämte ordföranden justera dagens protokoll.")], {}),
    (202, "97/73", "Skolskjutsar läsåret 1973/74", [
        "Skolstyrelsen har inkommit med förslag till linjesträckningar. Kostnaden beräknas till 612.000 kronor.",
        ("proposal", None, "Arbetsutskottet föreslår att förslaget godkännes."),
        ("decision", None, "Kommunstyrelsen beslutar enligt arbetsutskottets förslag."),
        ("distribution", None, "Utdrag: Skolstyrelsen, kommunkamreraren")], {"distribution": ["Skolstyrelsen", "kommunkamreraren"]}),
    (203, "144/73", "Förvärv av mark för industriändamål", [
        "Dödsboet efter lantbrukaren Elof Rehn erbjuder kommunen att köpa fastigheten Norrby 2:14 om ca 18 hektar. Kamrer Öberg redogör för kostnaderna:", shares,
        "Karl-Erik Bladh (s) yrkar bifall till köpet. Nils Sundelius (fp) yrkar att ärendet återremitteras för ny värdering.",
        "Ordföranden ställer proposition på yrkandena och finner köpet bifallet. Votering begäres. Den som vill bifalla köpet röstar ja.",
        ("vote", None, "Ja röstar Ahlgren, Bladh, Rutström, Tegelin, Hörnfeldt och Nyrén.", "Nej röstar Sundelius och Zetterblad.", "Westman avstår från att rösta."),
        ("decision", None, "Kommunstyrelsen beslutar således med 6 röster mot 2", "att hos kommunfullmäktige hemställa om 409.500 kronor för ändamålet."),
        ("reservation", None, "Nils Sundelius (fp) reserverar sig mot beslutet."),
        ("distribution", None, "Utdrag: Kommunfullmäktige")],
     {"votes": [(6, 2, 1, [(n, None, "yes") for n in ("Ahlgren", "Bladh", "Rutström", "Tegelin", "Hörnfeldt", "Nyrén")] + [("Sundelius", None, "no"), ("Zetterblad", None, "no"), ("Westman", None, "abstain")])],
      "proposals": [(["Karl-Erik Bladh"], "S", "Karl-Erik Bladh (s) yrkar bifall till köpet."), (["Nils Sundelius"], "FP", "Nils Sundelius (fp) yrkar att ärendet återremitteras för ny värdering.")],
      "reservations": [("Nils Sundelius", "FP", None)], "distribution": ["Kommunfullmäktige"]}),
    (204, "151/73", "Borgen för Norrby Folkets Hus", [
        "Folketshusföreningen ansöker om kommunal borgen för ett lån på 150.000 kronor. Olof Rutström (s) anmäler jäv och deltager ej i beslutet.",
        ("decision", None, "Kommunstyrelsen beslutar att bifalla ansökan."),
        ("distribution", None, "Utdrag: Sökanden")], {"outcome": "approved", "disqualified": ["Olof Rutström"], "distribution": ["Sökanden"]}),
    (205, "160/73", "Remiss angående ny länsindelning", [
        "Länsstyrelsen har berett kommunen tillfälle att yttra sig senast den 1 oktober.",
        ("decision", None, "Kommunstyrelsen beslutar att bordlägga ärendet till sammanträdet i augusti.")], {"outcome": "postponed"}),
    (206, "139/73", "Begäran om gatubelysning i Lidvik", [
        "Sjutton fastighetsägare i Lidvik har begärt att belysning sättes upp längs byvägen. Medel finns ej i årets budget.",
        ("decision", None, "Kommunstyrelsen beslutar att avslå framställningen."),
        ("distribution", None, "Utdrag: Sökandena genom Per Lidbom")], {"outcome": "rejected", "distribution": ["Sökandena genom Per Lidbom"]}),
    (207, "118/73", "Instruktion för fritidsassistenten", [
        ("decision", None, "Kommunstyrelsen beslutar att återremittera ärendet till fritidsnämnden.")], {"outcome": "referred_back"}),
    (208, None, "Anmälningsärenden", [
        "Kommunförbundets cirkulär 73:112 och 73:118. Arbetsutskottets protokoll den 22 maj 1973.",
        ("decision", None, "Anmälningarna lägges till handlingarna.")], {"outcome": "noted"}),
]


def item(doc, number, reference, title, paragraphs, more):
    doc.end_item()
    doc.space(4)
    doc.need(28)
    doc.row((LEFT, f"Ks § {number}"), *([(RIGHT, f"Dnr {reference}", TEXT, "right")] if reference else []))
    doc.row((LEFT, title))
    doc.sheet.line(LEFT, doc.y + 0.9, LEFT + TEXT.width(title), doc.y + 0.9, 0.25)
    doc.space(1)
    doc.begin_item(number, f"Ks § {number}", title, reference, **more)
    doc.tell(paragraphs, gap=0.8, att=8)


def signatures(doc):
    doc.end_item()
    doc.space(10)
    doc.need(56)
    columns = (LEFT, 85.0, 140.0)
    signers = [("secretary", "Sekreterare", "Inga Falk"), ("chair", "Ordförande", "Torbjörn Ahlgren"), ("adjuster", "Justeringsman", "Barbro Tegelin")]
    doc.row(*[(x, label, FORM) for x, (_, label, _) in zip(columns, signers)])
    doc.row(*[(x, "." * 18) for x in columns], leading=11)
    for n, x in enumerate(columns):
        doc.sheet.ink(scribble(x + 2, doc.y - 1, 8420 + n, width=38, height=6), shade=50)
    doc.row(*[(x, name) for x, (_, _, name) in zip(columns, signers)])
    for role, label, name in signers:
        doc.sign(role, label, name)
    doc.space(5)
    doc.row((LEFT, "Anslagsbevis", FORM.bold.at(10)))
    doc.para("Tillkännagivande om protokollets justering har den 13 juni 1973 anslagits på kommunens anslagstavla. Anslaget nedtages den 5 juli 1973.", note=False)
    doc.row((LEFT, "Intygas"))
    doc.sheet.ink(scribble(LEFT + 24, doc.y, 8430, width=36, height=4), shade=50)
    doc.notices.append(dict(posted="1973-06-13", removed="1973-07-05"))
