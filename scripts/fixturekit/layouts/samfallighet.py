"""A joint property's board in 2015: everything in a ruled grid, the item's number in its own column."""

from ..document import Document
from ..paper import Style, wrap
from ..pen import scribble
from ..scan import Scanner

SOURCE = "The board of a joint property association in 2015: a ruled grid with number, matter and who is to act in columns of " \
         "their own, attendance ticked off in a table. Scanned in black and white at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.35, blur=0.7, noise=10.0, black_and_white=True)

TEXT = Style("dejavu", 9)
BOLD = TEXT.bold
LEFT, FIRST, LAST, RIGHT = 20.0, 32.0, 158.0, 192.0


def build():
    doc = Document("samfallighet", TEXT, LEFT, RIGHT, 30, 24, 4.6, head, foot)
    doc.meeting = dict(body="Torsnäs samfällighetsförening", date="2015-02-03", place="Kvarterslokalen, Bågvägen 11",
                       start_time="19:00", end_time="20:35")
    front(doc)
    grid(doc)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    sheet.row(16, (LEFT, "Torsnäs samfällighetsförening", BOLD.at(11)), (RIGHT, f"[{number}]", TEXT, "right"))
    sheet.row(22, (LEFT, "Styrelseprotokoll 2015-02-03", TEXT))


def foot(sheet, number):
    sheet.row(286, (LEFT, "Org.nr 717900-0000", TEXT.at(7.5)), (RIGHT, "Sign. ______  ______", TEXT.at(7.5), "right"))


PEOPLE = [("Camilla Wachenfeldt", "Ordförande", "chair", "Närv."), ("Jussi Harju", "Kassör", None, "Närv."),
          ("Lotta Bille", "Sekreterare", "secretary", "Närv."), ("Peder Nygren Hjelm", "Fastigheter", None, "Frånv."),
          ("Oksana Kravchenko", "Webbplats", None, "Närv."), ("Sture Gave", "Lekplatser", None, "Närv.")]


def front(doc):
    doc.new_sheet()
    top = doc.y
    for label, value in [("Tid", "Tisdagen den 3 februari 2015 kl. 19.00–20.35"), ("Plats", "Kvarterslokalen, Bågvägen 11")]:
        doc.row((LEFT + 2, label, BOLD), (58, value), leading=5.4)
    doc.space(2)
    doc.sheet.box(LEFT, top, RIGHT, doc.y, 0.2)
    doc.space(3)
    top, rules = doc.y, [doc.y]
    doc.row((LEFT + 2, "Namn", BOLD), (90, "Uppdrag", BOLD), (142, "Närvaro", BOLD), leading=4.6)
    for name, text, role, here in PEOPLE:
        rules.append(doc.y + 1.4)
        doc.row((LEFT + 2, name), (90, text), (142, here), leading=5)
        if here == "Närv.":
            doc.attend(name, "present", role=role, role_text=text)
        else:
            doc.miss(name, role_text=text)
    rules.append(doc.y + 1.4)
    for y in rules:
        doc.sheet.line(LEFT, y, RIGHT, y, 0.2)
    for x in (LEFT, 88, 140, RIGHT):
        doc.sheet.line(x, top, x, rules[-1], 0.2)
    doc.y = rules[-1] + 5


ITEMS = [
    (1, "Mötets öppnande", [("", "Ordföranden öppnade mötet. Till justerare valdes Oksana Kravchenko.")], {}),
    (2, "Föregående protokoll", [("!", "Styrelsen beslutade att lägga protokollet från 2014-12-09 till handlingarna.")], {"outcome": "noted"}),
    (3, "Ekonomisk rapport", [("", "Jussi Harju redovisade bokslutet. Överskottet blev 46 200 kr. Fyra hushåll har inte betalat "
                               "avgiften för kvartal 4.", "JH"),
                              ("!", "Styrelsen beslutade att lämna två ärenden till Kronofogden.", "JH")], {}),
    (4, "Byte av belysning på Bågvägen", [("", "Tre offerter har kommit in. Den lägsta, 138 000 kr, kommer från Ljusteknik i "
                                          "Torsnäs. Garantin är fem år och arbetet kan påbörjas i april."),
                                          ("!", "Styrelsen beslutade att anta offerten från Ljusteknik i Torsnäs.", "CW")],
     {"outcome": "approved"}),
    (5, "Laddstolpar i garagelänga C", [("", "Oksana Kravchenko föreslog att två laddstolpar sätts upp på prov. Sture Gave ville "
                                        "vänta tills elnätet har mätts."),
                                       ("!", "Frågan bordlades till nästa möte.", "OK")],
     {"outcome": "postponed"}),
    (6, "Skrivelse från familjen Anker om parkering på gästplats 7 och om snöröjningen framför garagen", [
        ("", "Familjen påtalar att gästplatsen ofta är upptagen av en husvagn och att plogvallar hindrar utfart."),
        ("!", "Styrelsen beslutade att skicka brev till ägaren och att tala med entreprenören.", "LB")], {}),
    (7, "Årsstämma", [("", "Stämman hålls torsdagen den 26 mars kl. 18.30 i Torsnässkolans matsal. Motioner ska vara inne senast "
                       "den 28 februari.", "Alla")], {}),
    (8, "Nästa möte", [("", "Tisdagen den 10 mars kl. 19.00.")], {}),
    (9, "Avslutning", [("", "Ordföranden avslutade mötet kl. 20.35.")], {}),
]


def grid(doc):
    doc.need(20)
    top, rules = doc.y, [doc.y]
    doc.row((LEFT + 2, "Nr", BOLD), (FIRST + 2, "Ärende", BOLD), (LAST + 2, "Ansvarig", BOLD), leading=4.6)
    rules.append(doc.y + 1.6)
    doc.y = rules[-1]
    for number, title, paragraphs, more in ITEMS:
        lines = wrap(title, BOLD, LAST - FIRST - 4)
        height = (len(lines) + sum(len(wrap(text, TEXT, LAST - FIRST - 4)) for _, text, *_ in paragraphs)) * 4.6 + 4
        if doc.y + height > doc.bottom:
            close(doc, top, rules)
            doc.new_sheet()
            top, rules = doc.y, [doc.y]
        doc.row((LEFT + 2, str(number)), (FIRST + 2, lines[0], BOLD), leading=4.6)
        for line in lines[1:]:
            doc.row((FIRST + 2, line, BOLD))
        doc.begin_item(number, str(number), title, **more)
        for mark, text, *who in paragraphs:
            body = wrap(text, TEXT, LAST - FIRST - 4)
            for n, line in enumerate(body):
                doc.row((FIRST + 2, line), *([(LAST + 2, who[0])] if who and n == len(body) - 1 else []))
            if mark != "!":
                doc.leave_section()
            # The name of who is to act stands beside the last line.
            doc.note(text + (f"\t{who[0]}" if who else ""), "decision" if mark == "!" else None)
            if mark == "!" and who:
                doc.section["text"][-1] = text
        doc.end_item()
        rules.append(doc.y + 1.8)
        doc.y = rules[-1]
    close(doc, top, rules)


def close(doc, top, rules):
    for y in rules:
        doc.sheet.line(LEFT, y, RIGHT, y, 0.2)
    for x in (LEFT, FIRST, LAST, RIGHT):
        doc.sheet.line(x, top, x, rules[-1], 0.2)


def signatures(doc):
    doc.space(12)
    doc.need(62)
    for n, (role, text, name) in enumerate([("secretary", "Vid protokollet", "Lotta Bille"), ("chair", "Ordförande", "Camilla Wachenfeldt"),
                                            ("adjuster", "Justeras", "Oksana Kravchenko")]):
        doc.row((LEFT, text), (58, "_" * 34), leading=13)
        doc.sheet.ink(scribble(62, doc.y - 0.6, 740 + n, width=44), shade=10)
        doc.row((58, name), leading=5)
        doc.sign(role, text, name)
