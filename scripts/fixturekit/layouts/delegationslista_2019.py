"""A list of decisions taken on delegation in 2019: a committee, dates, numbers with § and deciding officials, and no minutes."""

from ..document import Document
from ..paper import Style, wrap
from ..scan import Scanner

SOURCE = "A list of decisions taken on delegation, reported to a building committee in 2019: it names a committee, numbers its decisions with §, and is " \
         "no protocol. Scanned in grey at 200 dpi."
SCANNER = Scanner(dpi=200, skew=-0.4, blur=0.5, noise=3.0, paper=246, quality=36)

TEXT = Style("carlito", 10)
LEFT, RIGHT = 20.0, 192.0
COLUMNS = (20.0, 44.0, 68.0, 96.0, 150.0)

ROWS = [
    ("D § 201", "2019-05-02", "BLOV.2019.88", "Hasseln 3, bygglov för tillbyggnad av enbostadshus", "Petter Gradin"),
    ("D § 202", "2019-05-02", "BLOV.2019.90", "Norrby 1:14, bygglov för garage, beviljas", "Petter Gradin"),
    ("D § 203", "2019-05-03", "ANM.2019.31", "Tallen 8, installation av eldstad, startbesked", "Sara Ulvehed"),
    ("D § 204", "2019-05-07", "BLOV.2019.71", "Kajan 2, skylt på fasad, avslås", "Petter Gradin"),
    ("D § 205", "2019-05-08", "RIV.2019.4", "Sjövik 2:40, rivning av ladugård, beviljas", "Petter Gradin"),
    ("D § 206", "2019-05-08", "STR.2019.12", "Måsön 1:6, strandskyddsdispens för brygga, beviljas med villkor att allmänhetens passage inte hindras", "Lena Wahlby"),
    ("D § 207", "2019-05-10", "ANM.2019.35", "Björken 11, Attefallshus, startbesked", "Sara Ulvehed"),
    ("D § 208", "2019-05-13", "BLOV.2019.97", "Stationen 1, ändrad användning från kontor till gym, tidsbegränsat till och med 2024-05-31", "Petter Gradin"),
    ("D § 209", "2019-05-14", "TILL.2018.66", "Granen 5, olovligt plank, ärendet avslutas", "Lena Wahlby"),
    ("D § 210", "2019-05-16", "BLOV.2019.101", "Norrby 1:22, bygglov för fritidshus, beviljas", "Petter Gradin"),
    ("D § 211", "2019-05-20", "ANM.2019.38", "Hasseln 9, ändring av bärande konstruktion, startbesked", "Sara Ulvehed"),
    ("D § 212", "2019-05-21", "BLOV.2019.79", "Hamnen 2:1, uppställning av container, återkallad", "Petter Gradin"),
]


def build():
    doc = Document("delegationslista_2019", TEXT, LEFT, RIGHT, 30, 26, 4.8, foot=foot)
    doc.kind = "other"
    doc.new_sheet()
    doc.row((LEFT, "Vassunda kommun", TEXT.bold.at(12)), (RIGHT, "2019-06-03", TEXT, "right"))
    doc.row((LEFT, "Samhällsbyggnadsförvaltningen"), leading=5)
    doc.space(5)
    doc.row((LEFT, "Förteckning över delegationsbeslut", TEXT.bold.at(15)), leading=8)
    doc.row((LEFT, "Redovisning till byggnadsnämnden av beslut fattade 1–21 maj 2019"))
    doc.space(2)
    doc.para("Besluten har fattats med stöd av byggnadsnämndens delegationsordning, antagen den 12 december 2018, § 140. Ett delegationsbeslut kan inte ändras "
             "av nämnden. Den som berörs kan överklaga till länsstyrelsen inom tre veckor.", gap=4)
    top, rules = doc.y, [doc.y]
    doc.row(*[(x + 1.5, text, TEXT.bold) for x, text in zip(COLUMNS, ("Nummer", "Datum", "Diarienr", "Fastighet och beslut", "Beslutsfattare"))])
    for number, date, reference, matter, who in ROWS:
        rules.append(doc.y + 1.6)
        doc.y += 0.8
        first, *rest = wrap(matter, TEXT, COLUMNS[4] - COLUMNS[3] - 3)
        doc.row(*[(x + 1.5, text) for x, text in zip(COLUMNS, (number, date, reference, first, who))])
        for line in rest:
            doc.row((COLUMNS[3] + 1.5, line))
    rules.append(doc.y + 1.6)
    for y in rules:
        doc.sheet.line(LEFT, y, RIGHT, y, 0.2)
    for x in (*COLUMNS, RIGHT):
        doc.sheet.line(x, top, x, rules[-1], 0.2)
    doc.y = rules[-1] + 6
    doc.row((LEFT, "Petter Gradin, bygglovshandläggare, 7 beslut"))
    doc.row((LEFT, "Sara Ulvehed, byggnadsinspektör, 3 beslut"))
    doc.row((LEFT, "Lena Wahlby, bygglovschef, 2 beslut"))
    doc.row((LEFT, "Frågor besvaras av Lena Wahlby, telefon 0500-00 00 00."), leading=9)
    return doc.finish()


def foot(sheet, number):
    sheet.row(284, (LEFT, "Vassunda kommun, Box 14, 590 00 Vassunda", TEXT.at(8)), (RIGHT, f"Sidan {number} av 1", TEXT.at(8), "right"))
