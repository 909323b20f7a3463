"""A region's committee for public transport in 2023, born digital: an open table of those present, decisions as points, signed digitally."""

from ..document import Document
from ..paper import Style, wrap

SOURCE = "A region's committee for public transport in 2023, born digital with a text layer: an open table of name, party and office, substitutes by scope, " \
         "“§ 45” over its title, decisions as numbered points, a vote by name in two lists, a special statement, signed digitally."
SCANNER = "printer"

TEXT = Style("sans", 10.5)
SMALL = TEXT.at(8.5)
LEFT, RIGHT, BODY = 28.0, 185.0, 84.0

MEMBERS = [("Emelie Brolund", "S", "Ordförande", "chair"), ("Hans-Olof Rask", "C", "1:e vice ordförande", "vice_chair"),
           ("Victoria Stålnäbb", "M", "2:e vice ordförande", "second_vice_chair"), ("Jonas Kvarnlöf", "S", None, None), ("Leyla Arslan", "V", None, None),
           ("Mats-Ola Hjerpe", "SD", None, None)]


def build():
    doc = Document("kollektivtrafiknamnd_2023", TEXT, LEFT, RIGHT, 38, 28, 5.1, head, foot)
    doc.meeting = dict(municipality="Region Österlunda", body="Kollektivtrafiknämnden", date="2023-05-24", place="Regionhuset Lunda, sammanträdesrum Spårvagnen",
                       start_time="13:00", end_time="15:50", paragraphs={"first": 44, "last": 49})
    front(doc)
    doc.new_sheet()
    for entry in ITEMS:
        item(doc, *entry)
    doc.end_item()
    return doc.finish()


def head(sheet, number):
    sheet.row(16, (LEFT, "Region Österlunda", TEXT.bold.at(12)), (RIGHT, f"{number} (3)", TEXT, "right"))
    sheet.row(21.5, (LEFT, "Kollektivtrafiknämnden", TEXT), (RIGHT, "2023-05-24", TEXT, "right"))


def foot(sheet, number):
    sheet.line(LEFT, 279, RIGHT, 279, 0.2)
    sheet.row(283, (LEFT, "Region Österlunda · Box 300 · 610 00 Lunda · www.regionosterlunda.example", TEXT.at(7.5)))


def people(doc, label, rows):
    doc.space(2.6)
    doc.row((LEFT, label, TEXT.bold))
    for cells in rows:
        doc.row(*[(x, text) for x, text in zip((LEFT, BODY, 100.0), cells) if text])


def front(doc):
    doc.new_sheet()
    doc.row((LEFT, "Protokoll", TEXT.bold.at(18)), leading=9)
    doc.space(2)
    for label, value in [("Tid", "Onsdagen den 24 maj 2023, klockan 13.00–15.50"), ("Plats", "Regionhuset Lunda, sammanträdesrum Spårvagnen"), ("Paragrafer", "§§ 44–49"),
                         ("Justerare", "Victoria Stålnäbb (M)")]:
        doc.row((LEFT, label, TEXT.bold), (56, value))
    people(doc, "Beslutande", [(name, party, text) for name, party, text, _ in MEMBERS])
    people(doc, "Tjänstgörande ersättare", [("Börje Wiman", "KD", "ersätter Agneta Sollman (KD)"), ("Ella Tengroth", "S", "ersätter Jonas Kvarnlöf (S) §§ 47–49")])
    people(doc, "Närvarande ersättare", [("Nina Olausson", "MP"), ("Kurt Frisendahl", "L")])
    people(doc, "Tjänstepersoner", [("Rebecka Unger", None, "trafikdirektör"), ("Dino Halilović", None, "controller, § 46"), ("Frida Lönnebo", None, "nämndsekreterare")])
    for name, party, text, role in MEMBERS:
        doc.attend(name, "member", party=party, role=role, role_text=text)
    doc.attend("Börje Wiman", "serving_substitute", party="KD", replaces="Agneta Sollman")
    doc.attend("Ella Tengroth", "serving_substitute", party="S", replaces="Jonas Kvarnlöf", paragraphs=[[47, 49]])
    doc.attend("Nina Olausson", "substitute", party="MP")
    doc.attend("Kurt Frisendahl", "substitute", party="L")
    doc.attend("Rebecka Unger", "official", role_text="trafikdirektör")
    doc.attend("Dino Halilović", "official", role_text="controller", paragraphs=[[46, 46]])
    doc.attend("Frida Lönnebo", "official", role="secretary", role_text="nämndsekreterare")
    doc.miss("Agneta Sollman", party="KD")
    doc.space(4)
    doc.row((LEFT, "Protokollet är signerat digitalt", TEXT.bold))
    for role, label, name in [("secretary", "Sekreterare", "Frida Lönnebo"), ("chair", "Ordförande", "Emelie Brolund"), ("adjuster", "Justerare", "Victoria Stålnäbb")]:
        doc.row((LEFT, label), (56, name))
        doc.sign(role, label, name, signed=None)
    doc.row((LEFT, "Justeringsdatum"), (66, "2023-05-31"))
    doc.adjustments.append(dict(adjusters=["Victoria Stålnäbb"], date="2023-05-31"))
    doc.space(4)
    doc.row((LEFT, "Bevis om justering", TEXT.bold))
    doc.row((LEFT, "Tillkännagivet på regionens digitala anslagstavla"))
    doc.row((LEFT, "Anslaget publicerat"), (66, "2023-06-01"))
    doc.row((LEFT, "Anslaget tas bort"), (66, "2023-06-23"))
    doc.row((LEFT, "Protokollets förvaring"), (66, "Regionarkivet"))
    doc.notices.append(dict(posted="2023-06-01", removed="2023-06-23", kept_at="Regionarkivet"))


YES = [("Emelie Brolund", "S"), ("Hans-Olof Rask", "C"), ("Ella Tengroth", "S"), ("Leyla Arslan", "V")]
NO = [("Victoria Stålnäbb", "M"), ("Mats-Ola Hjerpe", "SD"), ("Börje Wiman", "KD")]


def two_lists(doc):
    for word, names in (("Ja", YES), ("Nej", NO)):
        for n, (name, party) in enumerate(names):
            doc.table_row(*([(LEFT + 4, word)] if n == 0 else []), (46, f"{name} ({party})"))
        doc.space(1)


ITEMS = [
    (44, "Val av justerare", None, [
        ("decision", "Kollektivtrafiknämndens beslut", "Victoria Stålnäbb (M) utses att justera protokollet.")], {}),
    (45, "Fastställande av föredragningslista", None, [
        ("decision", "Kollektivtrafiknämndens beslut", "Föredragningslistan godkänns med tillägg av en information om förarbristen.")], {"outcome": "approved"}),
    (46, "Ekonomisk uppföljning per april", "KTN-2023-0012", [
        ("decision", "Kollektivtrafiknämndens beslut", "Kollektivtrafiknämnden noterar uppföljningen."),
        ("summary", "Sammanfattning", "Dino Halilović redovisar att biljettintäkterna är 9 procent högre än förra året men fortfarande lägre än före pandemin. Kostnaden för "
         "drivmedel ger ett underskott på 14 miljoner kronor."),
        ("documents", "Beslutsunderlag", "Uppföljning januari–april 2023")], {"outcome": "noted"}),
    (47, "Trafikplikt för linje 340, Lunda–Björkhamn", "KTN-2022-0287", [
        ("decision", "Kollektivtrafiknämndens beslut", "1. Trafikplikt för linje 340 beslutas från och med den 15 december 2024.", "2. Trafikdirektören får i uppdrag att upphandla trafiken."),
        ("summary", "Sammanfattning", "Linjen har i dag sju turer om dagen. Sedan förvaltningen tog över den kommersiella trafiken har resandet ökat med 31 procent. Björkhamns kommun "
         "tillstyrker förslaget."),
        ("motions", "Yrkanden", "Hans-Olof Rask (C) yrkar bifall till förvaltningens förslag.", "Victoria Stålnäbb (M) yrkar avslag på förvaltningens förslag."),
        ("order", "Propositionsordning", "Ordföranden ställer proposition på yrkandena och finner att nämnden bifaller förvaltningens förslag. Votering begärs. Den som bifaller "
         "förslaget röstar ja, den som avslår det röstar nej."),
        ("vote", "Votering", "Utfallet blir 4 ja-röster och 3 nej-röster.", two_lists),
        ("reservation", "Reservation", "Victoria Stålnäbb (M), Börje Wiman (KD) och Mats-Ola Hjerpe (SD) reserverar sig till förmån för avslagsyrkandet."),
        ("documents", "Beslutsunderlag", "Tjänsteskrivelse den 2 maj 2023", "Yttrande från Björkhamns kommun"),
        ("distribution", "Beslutet expedieras till", "Björkhamns kommun, Transportstyrelsen")],
     {"votes": [(4, 3, None, [*[(n, p, "yes") for n, p in YES], *[(n, p, "no") for n, p in NO]])],
      "proposals": [(["Hans-Olof Rask"], "C", "Hans-Olof Rask (C) yrkar bifall till förvaltningens förslag."),
                    (["Victoria Stålnäbb"], "M", "Victoria Stålnäbb (M) yrkar avslag på förvaltningens förslag.")],
      "reservations": [("Victoria Stålnäbb", "M", None), ("Börje Wiman", "KD", None), ("Mats-Ola Hjerpe", "SD", None)],
      "distribution": ["Björkhamns kommun", "Transportstyrelsen"]}),
    (48, "Svar på remiss om nationell biljettlösning", "KTN-2023-0098", [
        ("decision", "Kollektivtrafiknämndens beslut", "Ärendet återremitteras till trafikdirektören för förtydligande av kostnaderna."),
        ("summary", "Sammanfattning", "Infrastrukturdepartementet har begärt yttrande senast den 30 september 2023."),
        ("statement", "Särskilt yttrande", "Leyla Arslan (V) lämnar ett särskilt yttrande: Vänsterpartiet vill se ett enhetligt pris i hela landet.")], {"outcome": "referred_back"}),
    (49, "Information", None, [
        ("decision", "Kollektivtrafiknämndens beslut", "Informationen läggs till handlingarna."),
        ("summary", "Sammanfattning", "Rebecka Unger informerar om", "– förarbristen under sommaren", "– ombyggnaden av Lunda resecentrum")], {"outcome": "noted"}),
]


def item(doc, number, title, reference, paragraphs, more):
    doc.end_item()
    doc.space(5)
    doc.need(32)
    doc.row((LEFT, f"§ {number}", TEXT.bold.at(12)), leading=6)
    for line in wrap(title, TEXT.bold.at(12), RIGHT - LEFT):
        doc.row((LEFT, line, TEXT.bold.at(12)), leading=5.6)
    if reference:
        doc.row((LEFT, f"Diarienummer {reference}", SMALL), leading=4.8)
    doc.space(0.6)
    doc.begin_item(number, f"§ {number}", title, reference, **more)
    for entry in paragraphs:
        table = isinstance(entry, tuple) and callable(entry[-1])
        doc.tell([entry[:-1] if table else entry], gap=0.6, heading=TEXT.bold, above=1.6)
        if table:
            entry[-1](doc)
