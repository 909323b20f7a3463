"""A tenants' association in 2004: two minutes in one file, with the list of those present and an annex bound in between."""

from ..document import Document
from ..paper import Style
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A tenants' association in 2004: annual meeting whose minutes say “enligt bifogad närvarolista”, the list with " \
         "handwritten signatures, an annex with a table, and the minutes of the board's first meeting, all in one file. " \
         "Scanned in grey at 200 dpi."
SCANNER = Scanner(dpi=200, skew=-0.4, blur=0.5, noise=3.0, paper=246, quality=36)

TEXT = Style("palatino", 11)
SMALL = TEXT.at(9)
LEFT, RIGHT = 26.0, 186.0

MEMBERS = [("Solveig Hagstrand", "Lodgatan 4"), ("Roland Fritsche", "Lodgatan 4"), ("Meryem Aksoy", "Lodgatan 6"),
           ("Börje Zettergård", "Lodgatan 6"), ("Ing-Britt Nohrborg", "Lodgatan 8"), ("Ludmila Petrova Hall", "Lodgatan 8"),
           ("Tage Vrang", "Lodgatan 10"), ("Lena Brick", "Lodgatan 10"), ("Josef af Trolle", "Lodgatan 12"),
           ("Anki Svärdstål", "Lodgatan 12")]


def build():
    meeting = annual_meeting()
    return [meeting, board(meeting)]


def title(doc, lines):
    doc.new_sheet()
    doc.row((LEFT, lines[0], TEXT.bold.at(15)), leading=8)
    for line in lines[1:]:
        doc.row((LEFT, line))
    doc.space(4)


def annual_meeting():
    doc = Document("hyresgastforening", TEXT, LEFT, RIGHT, 26, 26, 5.3,
                   head=lambda sheet, number: number < 3 and sheet.row(16, (RIGHT, f"Sid {number}", SMALL, "right")))
    doc.meeting = dict(body="Hyresgästföreningen Lodet", date="2004-03-09", place="Kvartersgården, Lodgatan 2", start_time="18:30",
                       end_time="19:45")
    title(doc, ["Protokoll", "från årsmöte med Hyresgästföreningen Lodet", "tisdagen den 9 mars 2004 kl. 18.30–19.45",
                "Plats: Kvartersgården, Lodgatan 2", "Närvarande: enligt bifogad närvarolista"])
    for name, _ in MEMBERS:
        doc.attend(name, "present")
    for entry in ANNUAL:
        item(doc, *entry)
    doc.end_item()
    sign_all(doc, [("secretary", "Sekreterare", "Lena Brick"), ("chair", "Mötesordförande", "Roland Fritsche"),
                   ("adjuster", "Justerare", "Meryem Aksoy"), ("adjuster", "Justerare", "Tage Vrang")], 860)
    attendance(doc)
    budget(doc)
    return doc.finish()


ANNUAL = [
    (1, "Årsmötet öppnas", ["Solveig Hagstrand öppnade årsmötet och hälsade alla välkomna."], {}),
    (2, "Val av mötesfunktionärer", ["Till ordförande för mötet valdes Roland Fritsche, till sekreterare Lena Brick och till justerare "
                                     "Meryem Aksoy och Tage Vrang."], {}),
    (3, "Närvarolista", ["Närvarolistan godkändes som röstlängd, bilaga 1."], {"attachments": ["bilaga 1"]}),
    (4, "Verksamhetsberättelse och revision", ["Berättelsen gicks igenom. Revisorn Ove Palmborg, som inte kunde vara med, hade lämnat en "
      "skriftlig berättelse.", ("decision", None, "Mötet beslutade att bevilja styrelsen ansvarsfrihet.")], {"outcome": "approved"}),
    (5, "Budget för 2004", ["Kassören föredrog förslaget, bilaga 2. Josef af Trolle undrade varför gårdsfesten kostar så mycket.",
      ("decision", None, "Mötet beslutade att anta budgeten.")], {"outcome": "approved", "attachments": ["bilaga 2"]}),
    (6, "Motion om grillplats", ["Anki Svärdstål har föreslagit en grillplats bakom tvättstugan. Styrelsen yrkade avslag. Vid rösträkning "
      "fick motionen 7 röster och styrelsens förslag 3.", ("decision", None, "Mötet beslutade att bifalla motionen.")],
     {"outcome": "approved", "votes": [(7, 3, None, [])]}),
    (7, "Val av styrelse", ["Valda blev Solveig Hagstrand, Börje Zettergård, Lena Brick och Ludmila Petrova Hall, samtliga på ett år."], {}),
    (8, "Mötet avslutas", ["Roland Fritsche tackade och avslutade mötet."], {}),
]

BOARD = [
    (1, "Öppnande", ["Solveig Hagstrand öppnade mötet."], {}),
    (2, "Konstituering", [("decision", None, "Styrelsen beslutade", "att utse Solveig Hagstrand till ordförande,",
                           "att utse Börje Zettergård till kassör samt", "att utse Lena Brick till sekreterare.")], {}),
    (3, "Firmateckning", [("decision", None, "Styrelsen beslutade att firman tecknas av ordföranden och kassören, var för sig.")], {}),
    (4, "Nästa möte", ["Den 20 april kl. 18.00 hos Ludmila."], {}),
]


def item(doc, number, heading, paragraphs, more):
    doc.end_item()
    doc.space(2.2)
    doc.need(17)
    doc.row((LEFT, f"§ {number}. {heading}", TEXT.bold), leading=6)
    doc.begin_item(number, f"§ {number}.", heading, **more)
    doc.tell(paragraphs, gap=0.4)


def sign_all(doc, people, seed):
    doc.space(6)
    doc.need(12 + 17 * ((len(people) + 1) // 2))
    for at in range(0, len(people), 2):
        pair = list(zip((LEFT, 110.0), people[at:at + 2]))
        doc.space(12)
        for n, (x, (role, label, name)) in enumerate(pair):
            doc.sheet.line(x, doc.y, x + 62, doc.y, 0.25)
            doc.sheet.ink(scribble(x + 5, doc.y - 0.5, seed + at + n, width=46, height=8), shade=40)
            doc.sign(role, label, name)
        doc.row(*[(x, f"{name}, {label.lower()}", SMALL) for x, (_, label, name) in pair])


def attendance(doc):
    doc.new_sheet()
    doc.row((LEFT, "Bilaga 1", TEXT.bold), leading=6)
    doc.row((LEFT, "Närvarolista årsmöte 2004-03-09", TEXT.bold.at(13)), leading=8)
    doc.space(2)
    top, rules = doc.y, [doc.y]
    doc.row((LEFT + 2, "Namn", TEXT.bold), (86, "Adress", TEXT.bold), (126, "Underskrift", TEXT.bold), leading=6)
    for n, (name, address) in enumerate(MEMBERS):
        rules.append(doc.y + 2.5)
        doc.row((LEFT + 2, name), (86, address), leading=10)
        doc.sheet.ink(scribble(129, doc.y - 0.5, 880 + n, width=42, height=5), shade=30)
    rules.append(doc.y + 2.5)
    for y in rules:
        doc.sheet.line(LEFT, y, RIGHT, y, 0.2)
    for x in (LEFT, 84, 124, RIGHT):
        doc.sheet.line(x, top, x, rules[-1], 0.2)


def budget(doc):
    doc.new_sheet()
    doc.row((LEFT, "Bilaga 2", TEXT.bold), leading=6)
    doc.row((LEFT, "Budget 2004", TEXT.bold.at(13)), leading=8)
    doc.space(2)
    for what, amount in [("Medlemsavgifter", "14 400"), ("Bidrag från hyresvärden", "9 000"), ("Summa intäkter", "23 400"),
                         ("Gårdsfest", "– 11 500"), ("Studiecirkel", "– 4 200"), ("Porto och kopior", "– 1 900"),
                         ("Summa kostnader", "– 17 600"), ("Överskott", "5 800")]:
        bold = TEXT.bold if what.startswith(("Summa", "Över")) else TEXT
        doc.row((LEFT, what, bold), (120, amount, bold, "right"), leading=6.4)
    doc.space(8)
    doc.row((LEFT, "Lodet den 2 mars 2004"))
    doc.row((LEFT, "Börje Zettergård, kassör"), leading=14)
    doc.sheet.ink(scribble(LEFT + 4, doc.y - 5, 895, width=44), shade=40)
    doc.sheet.ink(initials(176, 280, 896), shade=40)


def board(before):
    doc = Document("hyresgastforening.part2", TEXT, LEFT, RIGHT, 26, 26, 5.3).follow(before)
    doc.meeting = dict(body="Hyresgästföreningen Lodet", date="2004-03-09", place="Kvartersgården", start_time="20:00")
    title(doc, ["Protokoll", "från konstituerande styrelsemöte med Hyresgästföreningen Lodet", "tisdagen den 9 mars 2004 kl. 20.00",
                "Plats: Kvartersgården", "Närvarande: Solveig Hagstrand, Börje Zettergård, Lena Brick och Ludmila Petrova Hall"])
    for name in ("Solveig Hagstrand", "Börje Zettergård", "Lena Brick", "Ludmila Petrova Hall"):
        doc.attend(name, "present")
    for entry in BOARD:
        item(doc, *entry)
    doc.end_item()
    sign_all(doc, [("secretary", "Sekreterare", "Lena Brick"), ("chair", "Ordförande", "Solveig Hagstrand")], 870)
    return doc.finish()
