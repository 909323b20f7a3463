"""Bylaws of a village society: numbered with § and titled like minutes, and none."""

from ..document import Document
from ..paper import Style
from ..pen import scribble
from ..scan import Scanner

SOURCE = "Bylaws of a village society: §§ with titles, a board and a chair spoken of, signed, no minutes. Scanned in black and " \
         "white at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.3, blur=0.7, noise=8.0, black_and_white=True)

TEXT = Style("bookman", 10.5)
LEFT, RIGHT = 28.0, 184.0

SECTIONS = [
    ("Namn och säte", ["Föreningens namn är Kvarnlösa byalag. Styrelsen har sitt säte i Kvarnlösa."]),
    ("Ändamål", ["Byalaget ska vårda bygdens minnen, sköta badplatsen och hålla bystugan öppen för alla."]),
    ("Medlemskap", ["Den som bor eller har fritidshus i byn kan bli medlem. Medlem som skadar byalaget kan uteslutas efter beslut av "
                    "styrelsen. Beslutet kan överklagas till årsmötet."]),
    ("Avgift", ["Årsavgiften bestäms av årsmötet och betalas före den 1 juni."]),
    ("Styrelse", ["Styrelsen består av ordförande, sekreterare, kassör och två ledamöter. Ordföranden väljs på ett år, övriga på två år.",
                  "Styrelsen är beslutsför när minst tre är närvarande. Vid lika röstetal gäller den mening som ordföranden biträder. "
                  "Protokoll ska föras och justeras."]),
    ("Räkenskaper och revision", ["Räkenskapsåret är kalenderår. Räkenskaperna granskas av två revisorer som väljs av årsmötet."]),
    ("Årsmöte", ["Årsmötet hålls före mars månads utgång. Kallelse anslås vid bystugan senast fjorton dagar i förväg. Vid årsmötet ska "
                 "följande ärenden behandlas:", "1. Val av ordförande och sekreterare för mötet.", "2. Val av två justerare.",
                 "3. Styrelsens berättelse.", "4. Fråga om ansvarsfrihet.", "5. Val av styrelse och revisorer.", "6. Motioner."]),
    ("Röstning", ["Varje medlem har en röst. Beslut fattas med enkel majoritet. Val sker med slutna sedlar om någon begär det."]),
    ("Ändring av stadgarna", ["För ändring krävs beslut av två på varandra följande möten, varav ett årsmöte, med två tredjedels "
                              "majoritet."]),
    ("Upplösning", ["Upplöses byalaget ska tillgångarna tillfalla Kvarnlösa skolas elever."]),
]


def build():
    doc = Document("stadgar", TEXT, LEFT, RIGHT, 30, 28, 5.2)
    doc.kind = "bylaws"
    doc.new_sheet()
    doc.row((106, "Stadgar för Kvarnlösa byalag", TEXT.bold.at(16), "center"), leading=9)
    doc.row((106, "Antagna vid årsmötet den 14 mars 2003", TEXT, "center"))
    doc.space(5)
    for number, (title, paragraphs) in enumerate(SECTIONS, 1):
        doc.need(18)
        doc.space(2)
        doc.row((LEFT, f"§ {number}"), (42, title, TEXT.bold), leading=6)
        for text in paragraphs:
            doc.para(text, indent=14 + (4 if text[1] == "." else 0), gap=0.6)
    doc.space(10)
    doc.need(40)
    doc.row((LEFT, "Kvarnlösa den 14 mars 2003"))
    doc.space(12)
    for n, (x, name) in enumerate([(LEFT, "Henrietta Balk"), (106, "Jan-Anders Tolf")]):
        doc.sheet.ink(scribble(x + 3, doc.y - 0.5, 910 + n, width=44), shade=10)
    doc.row((LEFT, "Henrietta Balk"), (106, "Jan-Anders Tolf"))
    doc.row((LEFT, "ordförande"), (106, "sekreterare"))
    return doc.finish()
