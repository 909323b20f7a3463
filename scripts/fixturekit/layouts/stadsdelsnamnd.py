"""A city district's committee of 2012: numbers with points, a table of attendance with substitutes, long references."""

from ..document import Document
from ..paper import Style
from ..pen import scribble
from ..scan import Scanner

SOURCE = "A city district's committee in 2012: items numbered “2.1”, Dnr behind the title, a ruled table of those present with a column for " \
         "substitutes, prose on who came and left, two adjusters. Scanned in black and white at 300 dpi."
SCANNER = Scanner(dpi=300, skew=-0.4, blur=0.7, noise=9.0, black_and_white=True)

TEXT = Style("serif", 11)
SMALL = TEXT.at(9.5)
LEFT, RIGHT = 24.0, 190.0

ROWS = [("Farida Sandqvist", "MP", "Ordförande", "Närvarande", ""), ("Göran Wiberg", "S", "Vice ordförande", "Närvarande", ""),
        ("Johnny Abrahamsson", "S", "Ledamot", "Närvarande", ""), ("Ulla af Winterfelt", "M", "Ledamot", "Frånvarande", "Axel Rhen (M)"),
        ("Melek Yalcin", "V", "Ledamot", "Närvarande", ""), ("Bertil Österman", "FP", "Ledamot", "Närvarande", ""),
        ("Tove Svedin", "M", "Ledamot", "Frånvarande", "Ida Krook (M)")]


def build():
    doc = Document("stadsdelsnamnd", TEXT, LEFT, RIGHT, 34, 26, 5.2, head, foot)
    doc.meeting = dict(municipality="Hamnstads stad", body="Stadsdelsnämnden Nordanö", date="2012-05-23", place="Nordanö kulturhus, lokal 3",
                       start_time="17:00", end_time="19:05", meeting_number="5")
    doc.new_sheet()
    doc.row((LEFT, "Protokoll (nr 5)", TEXT.bold.at(15)), leading=7)
    doc.row((LEFT, "Sammanträdesdatum: 2012-05-23"))
    doc.space(2)
    doc.row((LEFT, "Tid:", TEXT.bold), (46, "17:00-19:05"))
    doc.row((LEFT, "Plats:", TEXT.bold), (46, "Nordanö kulturhus, lokal 3"))
    doc.space(3)
    table(doc)
    doc.space(2)
    doc.row((LEFT, "Övriga närvarande:", TEXT.bold))
    doc.row((LEFT, "Stadsdelsdirektör Ann-Sofi Rydenfalk, utvecklingsledare Pedro Nuñez (2.1), nämndsekreterare Kim Thornell"))
    doc.attend("Ann-Sofi Rydenfalk", "official", role_text="Stadsdelsdirektör")
    doc.attend("Pedro Nuñez", "official", role_text="utvecklingsledare")
    doc.attend("Kim Thornell", "official", role="secretary", role_text="nämndsekreterare")
    doc.space(1)
    doc.row((LEFT, "Justeringsdag:", TEXT.bold), (54, "2012-05-30"))
    doc.adjustments.append(dict(date="2012-05-30"))
    doc.space(4)
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    sheet.row(16, (LEFT, "Hamnstads stad", TEXT.bold), (RIGHT, f"{number} (2)", SMALL, "right"))
    sheet.row(21, (LEFT, "Stadsdelsnämnden Nordanö", TEXT))


def foot(sheet, number):
    sheet.row(286, (LEFT, "Stadsdelsnämnden Nordanö, protokoll 2012-05-23", TEXT.at(8)))


def table(doc):
    top, rules = doc.y, [doc.y]
    columns = (LEFT, 70.0, 84.0, 116.0, 146.0, RIGHT)
    doc.row(*[(x + 1.5, text, SMALL.bold) for x, text in zip(columns, ("Namn", "Parti", "Uppdrag", "Närvaro", "Ersättare"))])
    for name, party, post, here, other in ROWS:
        rules.append(doc.y + 1.6)
        doc.row(*[(x + 1.5, text, SMALL) for x, text in zip(columns, (name, party, post, here, other)) if text], leading=5.4)
        role = {"Ordförande": "chair", "Vice ordförande": "vice_chair"}.get(post)
        if here == "Närvarande":
            doc.attend(name, "member", party=party, role=role, role_text=post)
        else:
            doc.miss(name, party=party, role_text=post)
            doc.attend(other[:-4], "serving_substitute", party=party, replaces=name)
    rules.append(doc.y + 1.6)
    for y in rules:
        doc.sheet.line(LEFT, y, RIGHT, y, 0.2)
    for x in columns:
        doc.sheet.line(x, top, x, rules[-1], 0.2)
    doc.y = rules[-1]


ITEMS = [
    ("1.1", "Upprop och val av justerare", None, [("decision", "Beslut", "Melek Yalcin (V) och Bertil Österman (FP) väljs att justera protokollet.")], {}),
    ("2.1", "Upprustning av Nordanöparken", "0263/12", [("background", "Ärendet", "Förvaltningen har i tjänsteutlåtande den 2 maj 2012 redovisat "
      "förslag till upprustning för 3,2 miljoner kronor. Pedro Nuñez föredrar ärendet."),
      ("motions", "Yrkanden", "Göran Wiberg (S) yrkar bifall. Axel Rhen (M) yrkar avslag."),
      ("decision", "Beslut", "Stadsdelsnämnden beslutar att godkänna förslaget."),
      ("reservation", "Reservation", "Axel Rhen (M) och Ida Krook (M) reserverar sig mot beslutet."),
      ("distribution", "Expediering", "Park- och naturnämnden")],
     {"outcome": "approved", "proposals": [(["Göran Wiberg"], "S", "Göran Wiberg (S) yrkar bifall."), (["Axel Rhen"], "M", "Axel Rhen (M) yrkar avslag.")],
      "reservations": [("Axel Rhen", "M", None), ("Ida Krook", "M", None)], "distribution": ["Park- och naturnämnden"]}),
    ("2.2", "Yttrande över detaljplan för bostäder vid Varvskajen", "0271/12", [("background", "Ärendet", "Byggnadsnämnden har begärt yttrande senast "
      "den 15 juni. Planen omfattar 240 lägenheter och en förskola."),
      ("decision", "Beslut", "Stadsdelsnämnden beslutar", "att tillstyrka planen samt", "att påtala behovet av en gång- och cykelbro.")], {}),
    ("2.3", "Föreningsbidrag", "0198/12", [("disqualification", "Jäv", "Johnny Abrahamsson (S) anmäler jäv och lämnar lokalen."),
      ("decision", "Beslut", "Stadsdelsnämnden beslutar att bordlägga ärendet.")],
     {"outcome": "postponed", "disqualified": ["Johnny Abrahamsson"]}),
    ("3.1", "Anmälan av delegeringsbeslut", None, [("decision", "Beslut", "Stadsdelsnämnden beslutar att lägga anmälan till handlingarna.")],
     {"outcome": "noted"}),
]


def item(doc, label, title, reference, paragraphs, more):
    doc.end_item()
    doc.space(3)
    doc.need(28)
    style = TEXT.bold.at(12)
    doc.row((LEFT, f"{label}. {title}" + (f", Dnr {reference}" if reference else ""), style), leading=6)
    doc.begin_item(None, f"{label}.", title, reference, **more)
    doc.tell(paragraphs, gap=0.6, heading=TEXT.italic, above=0.8)


def signatures(doc):
    doc.end_item()
    doc.space(8)
    doc.need(64)
    doc.row((LEFT, "Vid protokollet", TEXT))
    doc.space(13)
    people = [(LEFT, "secretary", "nämndsekreterare", "Kim Thornell"), (LEFT, "chair", "Ordförande", "Farida Sandqvist"),
              (110, "adjuster", "Justerare", "Melek Yalcin"), (LEFT, "adjuster", "Justerare", "Bertil Österman")]
    sign(doc, people[:1], 1200)
    doc.row((LEFT, "Justeras"), leading=9)
    doc.space(13)
    sign(doc, people[1:3], 1210)
    doc.space(13)
    sign(doc, people[3:], 1220)


def sign(doc, people, seed):
    for n, (x, role, label, name) in enumerate(people):
        doc.sheet.line(x, doc.y, x + 60, doc.y, 0.25)
        doc.sheet.ink(scribble(x + 4, doc.y - 0.5, seed + n, width=46), shade=10)
        doc.sign(role, label, name)
    doc.row(*[(x, name) for x, _, _, name in people])
    doc.row(*[(x, label, SMALL) for x, _, label, _ in people], leading=4.6)
