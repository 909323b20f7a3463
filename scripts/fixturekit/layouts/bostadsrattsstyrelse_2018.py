"""A housing cooperative's board of 2018, photographed askew: “1.” before bold titles, “Beslut:” run into the sentence."""

from ..document import Document
from ..paper import Style, plain, wrap
from ..pen import scribble
from ..scan import Scanner

SOURCE = "The board of a housing cooperative in 2018: “1.” and bold titles, “Beslut:” in bold before the sentence, roles behind a dash, people absent, " \
         "signatures on underscores. A hard scan: grey, dim and skewed with a shadow, JPEG at 200 dpi."
SCANNER = Scanner(dpi=200, skew=-1.9, blur=0.95, noise=7.0, paper=204, ink=0.88, shadow=True, quality=26)

TEXT = Style("carlito", 11.5)
LEFT, RIGHT = 27.0, 186.0

PEOPLE = [("Elisabet Fransén", "ordförande", "chair"), ("Mikael Storck", "vice ordförande", "vice_chair"), ("Jasmin Haddou", "kassör", None),
          ("Lars Vinnerholm", "sekreterare", "secretary"), ("Ingela Kratz", "webbansvarig", None)]


def build():
    doc = Document("bostadsrattsstyrelse_2018", TEXT, LEFT, RIGHT, 30, 28, 5.4, foot=foot)
    doc.meeting = dict(body="Bostadsrättsföreningen Skomakaren 12", meeting_number="4", date="2018-05-15", place="Styrelserummet, Läderplan 3", start_time="18:30", end_time="20:15")
    doc.new_sheet()
    doc.row((LEFT, "Bostadsrättsföreningen Skomakaren 12", TEXT.bold.at(16)), leading=8)
    doc.row((LEFT, "Styrelsemöte nr 4 – protokoll", TEXT.bold.at(13)), leading=7)
    doc.space(2)
    for label, value in [("Datum:", "15 maj 2018"), ("Tid:", "18.30–20.15"), ("Plats:", "Styrelserummet, Läderplan 3")]:
        doc.row((LEFT, label, TEXT.bold), (52, value))
    doc.space(2)
    doc.row((LEFT, "Närvarande:", TEXT.bold))
    for name, text, role in PEOPLE:
        doc.row((LEFT + 4, f"{name} – {text}"))
        doc.attend(name, "present", role=role, role_text=text)
    doc.row((LEFT, "Adjungerad:", TEXT.bold), (52, "Stefan Rundberg, Storholmens Förvaltning AB"))
    doc.attend("Stefan Rundberg", "other", organization="Storholmens Förvaltning AB")
    doc.row((LEFT, "Anmält förhinder:", TEXT.bold), (62, "Thomas Ek-Larsson"))
    doc.miss("Thomas Ek-Larsson")
    doc.space(3)
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def foot(sheet, number):
    sheet.row(283, (LEFT, "Org.nr 769600-0000", TEXT.at(9)), (RIGHT, f"{number} (2)", TEXT.at(9), "right"))


ITEMS = [
    ("Mötets öppnande", ["Elisabet öppnade mötet och hälsade alla välkomna."], {}),
    ("Val av justerare", ["!Styrelsen beslutade att utse Ingela Kratz att jämte ordföranden justera protokollet från dagens möte."], {}),
    ("Föregående protokoll", ["!Styrelsen beslutade att lägga protokollet från mötet den 10 april 2018 till handlingarna utan anmärkning."], {"outcome": "noted"}),
    ("Ekonomi", ["Jasmin redovisade resultatet för första kvartalet. Kassan är 1 240 000 kr. Två medlemmar ligger efter med avgiften.",
                 "!Styrelsen beslutade att godkänna kvartalsrapporten och att skicka påminnelse till de två medlemmarna."], {"outcome": "approved"}),
    ("Stambyte i hus B", ["Stefan Rundberg presenterade fyra anbud. Det lägsta är på 11,9 Mkr, men firman saknar referenser från bebodda hus. Förvaltaren förordar "
                          "Rörteknik Mälarbygden, vars anbud är 12,4 Mkr.",
                          "!Styrelsen beslutade att anta anbudet från Rörteknik Mälarbygden och att kalla till informationsmöte den 4 juni."], {"outcome": "approved"}),
    ("Ansökan om andrahandsuthyrning", ["Innehavaren av lägenhet 1403 önskar hyra ut i andra hand under ett år för studier i Lyon.",
                                        "!Styrelsen beslutade att bevilja ansökan för tiden 1 augusti 2018 till 31 juli 2019."], {"outcome": "approved"}),
    ("Grillning på balkonger", ["Flera boende har klagat på rök. Mikael Storck yrkade att kolgrill förbjuds. Ingela Kratz yrkade avslag.",
                                "Vid omröstning avgavs 3 röster för förbud och 2 röster emot.",
                                "!Styrelsen beslutade att kolgrill inte får användas på balkonger och uteplatser från den 1 juni 2018.",
                                "?Ingela Kratz reserverade sig mot beslutet."],
     {"votes": [(3, 2, None, [])], "reservations": [("Ingela Kratz", None, None)],
      "proposals": [(["Mikael Storck"], None, "Mikael Storck yrkade att kolgrill förbjuds."), (["Ingela Kratz"], None, "Ingela Kratz yrkade avslag.")]}),
    ("Laddplatser i garaget", ["Lars har frågat kommunen om bidrag och väntar på svar.", "!Styrelsen beslutade att bordlägga frågan om laddplatser till mötet i augusti 2018."],
     {"outcome": "postponed"}),
    ("Nästa möte", ["Tisdagen den 12 juni kl. 18.30. Mikael ordnar fika."], {}),
    ("Mötets avslutande", ["Elisabet tackade för visat intresse och avslutade mötet kl. 20.15."], {}),
]


def item(doc, title, paragraphs, more):
    doc.end_item()
    number = len(doc.items) + 1
    doc.space(2.6)
    doc.need(18)
    doc.row((LEFT, f"{number}.", TEXT.bold), (LEFT + 9, title, TEXT.bold))
    doc.begin_item(number, f"{number}.", title, **more)
    for text in paragraphs:
        if text[0] == "!":
            decision(doc, text[1:])
        elif text[0] == "?":
            doc.para(text[1:], indent=9, kind="reservation")
        else:
            doc.leave_section()
            doc.para(text, indent=9)


def decision(doc, text):
    """“Beslut:” in bold stands before the sentence, on its line."""
    label, bold = "Beslut:", TEXT.bold
    lead = bold.width(label) + TEXT.width(" ")
    first, *rest = wrap(text, TEXT, RIGHT - LEFT - 9, RIGHT - LEFT - 9 - lead)
    doc.need(doc.leading * min(2, 1 + len(rest)))
    doc.y += doc.leading
    x = LEFT + 9
    boxes = [doc.sheet.text(x, doc.y, label, bold), doc.sheet.text(x + lead, doc.y, first, TEXT)]
    doc.sheet.rows.append(f"{label} {first}")
    x0, y0, x1, y1 = zip(*boxes)
    doc.sheet.boxes.append((min(x0), min(y0), max(x1), max(y1)))
    for line in rest:
        doc.row((x, line))
    doc.item["text"].append(f"{label} {plain(text)}")
    doc.open_section("decision", "Beslut")
    doc.section["text"].append(plain(text))
    doc.item["page_last"] = doc.page


def signatures(doc):
    doc.end_item()
    doc.space(8)
    doc.need(62)
    rows = [[("secretary", "Vid protokollet", "Lars Vinnerholm")], [("chair", "Justeras", "Elisabet Fransén"), ("adjuster", "Justeras", "Ingela Kratz")]]
    for n, pair in enumerate(rows):
        xs = (LEFT, 108.0)
        doc.row(*[(x, f"{label}:") for x, (_, label, _) in zip(xs, pair)])
        doc.row(*[(x, "_" * 30) for x, _ in zip(xs, pair)], leading=13)
        for k, (x, (role, label, name)) in enumerate(zip(xs, pair)):
            doc.sheet.ink(scribble(x + 4, doc.y - 0.2, 1680 + 2 * n + k, width=46, height=7), shade=50)
            doc.sign(role, label, name)
        doc.row(*[(x, name) for x, (_, _, name) in zip(xs, pair)])
        doc.space(4)
