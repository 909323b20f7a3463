"""A municipal housing company's board in 2019: “§ 12/2019”, roles before the names, decisions boxed in."""

from ..document import Document
from ..paper import Style
from ..pen import scribble
from ..scan import Scanner

SOURCE = "The board of a municipal housing company in 2019: “§ 41/2019” in the left column with the title beside it, people under " \
         "“Ledamöter”, “Suppleanter” and “Adjungerade”, employees' representatives, an attachment list. In grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=-0.2, blur=0.6, noise=1.5, paper=253, quality=22)

TEXT = Style("lato", 10.5)
LEFT, RIGHT, BODY = 26.0, 188.0, 58.0


def build():
    doc = Document("bostadsbolag", TEXT, LEFT, RIGHT, 36, 28, 5.1, head, foot)
    doc.meeting = dict(body="Styrelsen för Havreholms Bostäder AB", date="2019-10-17", place="bolagets kontor, Kvarnbacken 2",
                       start_time="09:00", end_time="11:40", meeting_number="5/2019")
    doc.new_sheet()
    doc.row((LEFT, "PROTOKOLL 5/2019", TEXT.bold.at(14)), leading=7)
    doc.row((LEFT, "Styrelsen för Havreholms Bostäder AB"), leading=6)
    doc.space(3)
    field(doc, "Tid", ["2019-10-17, kl. 09:00–11:40"])
    field(doc, "Plats", ["bolagets kontor, Kvarnbacken 2"])
    field(doc, "Ledamöter", ["Ordförande Margareta Silfwerplatz", "Vice ordförande Ahmed El-Masri", "Rune Stenhagen",
                             "Teres Wiik Olander", "Jan Skiöld"])
    field(doc, "Suppleanter", ["Elvira Backe, för Dag Norrthon", "Mikael Ringdén"])
    field(doc, "Personalens företrädare", ["Sonja Ask, Fastighetsanställdas Förbund"])
    field(doc, "Adjungerade", ["VD Klas Hammargård", "Ekonomichef Ingela Fries, §§ 42-43", "Advokat Ludvig Bonde, Lagerbond & Co, § 45"])
    doc.attend("Margareta Silfwerplatz", "member", role="chair", role_text="Ordförande")
    doc.attend("Ahmed El-Masri", "member", role="vice_chair", role_text="Vice ordförande")
    for name in ("Rune Stenhagen", "Teres Wiik Olander", "Jan Skiöld"):
        doc.attend(name, "member")
    doc.attend("Elvira Backe", "serving_substitute", replaces="Dag Norrthon")
    doc.attend("Mikael Ringdén", "substitute")
    doc.attend("Sonja Ask", "other", organization="Fastighetsanställdas Förbund")
    doc.attend("Klas Hammargård", "official", role_text="VD")
    doc.attend("Ingela Fries", "official", role_text="Ekonomichef", paragraphs=[[42, 43]])
    doc.attend("Ludvig Bonde", "other", role_text="Advokat", organization="Lagerbond & Co", paragraphs=[[45, 45]])
    doc.miss("Dag Norrthon")
    doc.space(3)
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    sheet.box(LEFT, 12, LEFT + 9, 21, fill=90)
    sheet.row(19, (LEFT + 13, "Havreholms Bostäder", TEXT.bold.at(12)), (RIGHT, f"Sida {number} (2)", TEXT.at(9), "right"))


def foot(sheet, number):
    sheet.line(LEFT, 280, RIGHT, 280, 0.2)
    sheet.row(285, (LEFT, "Havreholms Bostäder AB", TEXT.at(8)), (82, "Org.nr 556000-0000", TEXT.at(8)),
              (RIGHT, "www.havreholmsbostader.example", TEXT.at(8), "right"))


def field(doc, label, lines):
    words = label.split(" ", 1)
    for n in range(max(len(words), len(lines))):
        doc.row(*([(LEFT, words[n], TEXT.bold)] if n < len(words) else []), *([(BODY, lines[n])] if n < len(lines) else []))
    doc.space(1.6)


ITEMS = [
    (39, "Mötets öppnande och val av justerare", ["Ordföranden öppnar mötet.",
     ("decision", "Beslut", "Jan Skiöld utses att jämte ordföranden justera protokollet. Klas Hammargård utses till sekreterare.")], {}),
    (40, "Föregående protokoll", [("decision", "Beslut", "Protokoll 4/2019 läggs till handlingarna.")], {"outcome": "noted"}),
    (41, "VD-rapport", ["Klas Hammargård rapporterar om uthyrningsläget, vattenskadan på Malmgatan 8 och rekryteringen av en ny "
                        "driftchef. Vakansgraden är 0,7 procent.",
     ("decision", "Beslut", "Styrelsen noterar informationen."), ("attachments", "Bilaga", "Bilaga 1, VD-rapport")],
     {"outcome": "noted", "attachments": ["Bilaga 1, VD-rapport"]}),
    (42, "Budget och hyresförhandling 2020", ["Budgeten bygger på en hyreshöjning om 1,9 procent från den 1 april. Räntekostnaden "
     "beräknas till 11,8 mkr.", ("decision", "Beslut", "Styrelsen fastställer budgeten för 2020 samt ger VD i uppdrag att inleda "
      "förhandling med Hyresgästföreningen."), ("attachments", "Bilaga", "Bilaga 2, budget")],
     {"attachments": ["Bilaga 2, budget"], "outcome": "approved"}),
    (43, "Finansrapport", [("decision", "Beslut", "Rapporten godkänns.")], {"outcome": "approved"}),
    (44, "Nyproduktion av 36 lägenheter i kvarteret Väduren", ["VD presenterar ett reviderat förslag. Kostnaden beräknas nu till 74 mkr. "
     "Rune Stenhagen yrkar att beslutet skjuts upp tills kommunens bostadsprognos är klar. Teres Wiik Olander yrkar bifall till "
     "förslaget.", "Efter omröstning antas förslaget med 4 röster mot 2.",
     ("decision", "Beslut", "Styrelsen beslutar", "– att gå vidare med projektering,", "– att hemställa om kommunfullmäktiges "
      "ställningstagande."), ("reservation", "Reservation", "Rune Stenhagen och Elvira Backe reserverar sig mot beslutet.")],
     {"votes": [(4, 2, None, [])], "outcome": "approved",
      "proposals": [(["Rune Stenhagen"], None, "Rune Stenhagen yrkar att beslutet skjuts upp tills kommunens bostadsprognos är klar."),
                    (["Teres Wiik Olander"], None, "Teres Wiik Olander yrkar bifall till förslaget.")],
      "reservations": [("Rune Stenhagen", None, None), ("Elvira Backe", None, None)]}),
    (45, "Tvist med entreprenören för Malmgatan 8", ["Ludvig Bonde redogör för läget i målet vid tingsrätten. Sonja Ask deltar inte "
     "under punkten.", ("decision", "Beslut", "Styrelsen ger VD fullmakt att ingå förlikning inom den ram som Ludvig Bonde redovisat.")], {}),
    (46, "Nästa möte och avslutning", ["Nästa möte hålls den 12 december 2019 kl. 09:00. Ordföranden avslutar mötet."], {}),
]


def item(doc, number, title, paragraphs, more):
    doc.end_item()
    doc.need(26)
    doc.sheet.line(LEFT, doc.y + 1.6, RIGHT, doc.y + 1.6, 0.15)
    doc.space(2.6)
    doc.row((LEFT, f"§ {number}/2019", TEXT.bold), (BODY, title, TEXT.bold), leading=5.4)
    doc.begin_item(number, f"§ {number}/2019", title, year=2019, **more)
    doc.tell(paragraphs, indent=BODY - LEFT, gap=0.8, heading=TEXT.italic, above=0.6)
    doc.end_item()
    doc.space(1.5)


def signatures(doc):
    doc.space(8)
    doc.need(52)
    doc.row((LEFT, "Vid protokollet"), leading=6)
    line(doc, LEFT, "secretary", "Vid protokollet", "Klas Hammargård", 760)
    doc.space(7)
    doc.row((LEFT, "Justeras"), leading=6)
    doc.space(12)
    for n, (x, role, name) in enumerate([(LEFT, "chair", "Margareta Silfwerplatz"), (110, "adjuster", "Jan Skiöld")]):
        doc.sheet.line(x, doc.y, x + 62, doc.y, 0.2)
        if role == "chair":
            doc.sheet.ink(scribble(x + 5, doc.y - 0.5, 761 + n, width=46), shade=30)
        doc.sign(role, "Justeras", name, signed=role == "chair")
    doc.row((LEFT, "Margareta Silfwerplatz"), (110, "Jan Skiöld"), leading=4.8)
    doc.row((LEFT, "Ordförande", TEXT.at(9)), leading=4.4)


def line(doc, x, role, label, name, seed):
    doc.space(12)
    doc.sheet.line(x, doc.y, x + 62, doc.y, 0.2)
    doc.sheet.ink(scribble(x + 5, doc.y - 0.5, seed, width=46), shade=30)
    doc.row((x, name), leading=4.8)
    doc.sign(role, label, name)
