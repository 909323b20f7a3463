"""A local-history society's annual meeting in 1985: portable typewriter, the title run on after the number, the board in a table."""

from ..document import Document
from ..paper import Style
from ..pen import scribble
from ..scan import Scanner

SOURCE = "A local-history society's annual meeting in 1985 on a portable typewriter: no list of those present, underlined “§ 3 Title” on one " \
         "line over an indented text, chair and adjusters elected in the items, a show of hands, a table of the board, signatures on dots. " \
         "Scanned in grey at 240 dpi."
SCANNER = Scanner(dpi=240, skew=0.7, blur=0.6, noise=4.0, paper=242, quality=34)

TEXT = Style("courier", 12, typed=True)
LEFT, RIGHT, BODY = 28.0, 186.0, 44.0


def build():
    doc = Document("hembygdsforening_1985", TEXT, LEFT, RIGHT, 26, 26, 5.4, head)
    doc.meeting = dict(body="Ljusfors Hembygdsförening", date="1985-03-17", place="Gammelgården", start_time="15:00")
    doc.new_sheet()
    doc.row((LEFT, "LJUSFORS HEMBYGDSFÖRENING"), leading=7)
    doc.row((LEFT, "Protokoll från ordinarie årsmöte söndagen den 17 mars 1985"))
    doc.row((LEFT, "kl 15.00 på Gammelgården."))
    doc.space(2)
    doc.row((LEFT, "Närvarande: 46 medlemmar och några gäster."))
    doc.space(3)
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(17, (LEFT, "Ljusfors Hembygdsförening, årsmöte 1985", TEXT), (RIGHT, f"sid {number}", TEXT, "right"))


def the_board(doc):
    for cells in [("Ordförande", "Ragnar Billström", "omval"), ("Sekreterare", "Gunhild Tapper-Eng", "nyval"), ("Kassör", "Evert Långström", "omval"),
                  ("Suppleant", "Siri Möllefors", "nyval")]:
        doc.table_row(*zip((BODY + 4, 86, 150), cells))
    doc.space(1)


ITEMS = [
    (1, "Mötets öppnande", ["Föreningens ordförande Ragnar Billström hälsade alla väl¬komna och bad om en tyst minut för bortgångna medlemmar."], {}),
    (2, "Val av mötesordförande och mötessekreterare", ["Till ordförande valdes Karl-Gustav Ahlsén och till sekre¬terare Gunhild Tapper-Eng."], {}),
    (3, "Val av justerare", ["Till att justera protokollet valdes Sven Rud och Ulla Grönberg Dahl."], {}),
    (4, "Kallelsen", ["Annons hade varit införd i Ljusbygden den 2 mars.", ("decision", None, "Mötet beslutade att godkänna kallelsen.")],
     {"outcome": "approved"}),
    (5, "Styrelsens berättelse", ["Berättelsen lästes upp av Ragnar Billström. Slåtterdagen och julmarknaden hade dragit rekordpublik. "
      "Linbastun har fått nytt spåntak.", ("decision", None, "Mötet beslutade att lägga berättelsen till handlingarna.")], {"outcome": "noted"}),
    (6, "Kassa- och revisionsberättelse", ["Kassören Evert Långström meddelade att tillgångarna uppgår till 31.204:75 kr. Revisorerna, Ivar "
      "Hed och Maj Sundgren, föreslog ansvarsfrihet.",
      ("decision", None, "Mötet beslutade att bevilja styrelsen ansvarsfrihet för 1984.")], {"outcome": "approved"}),
    (7, "Årsavgift för 1986", ["Styrelsen förordade att avgiften höjs till 40 kr. Sven Rud yrkade på oförändrad avgift, 30 kr.",
      "Vid handuppräckning fick styrelsens förslag 27 röster och Sven Ruds 15 röster. 4 avstod.",
      ("decision", None, "Mötet beslutade att bifalla styrelsens förslag.")],
     {"outcome": "approved", "votes": [(27, 15, 4, [])],
      "proposals": [(["Sven Rud"], None, "Sven Rud yrkade på oförändrad avgift, 30 kr.")]}),
    (8, "Val av styrelse", ["Valberedningen genom Lisa Norin lade fram sitt förslag, som blev mötets val:", the_board], {}),
    (9, "Flyttning av Per-Ols härbre", ["Kommunen vill dra en ny gång- och cykelväg där härbret står. Frågan diskuterades länge.",
      ("decision", None, "Mötet beslutade", "att begära ett nytt möte med gatukontoret samt",
       "att ge styrelsen i uppdrag att undersöka vad en flyttning skulle kosta.")], {}),
    (10, "Övriga frågor", ["Maj Sundgren efterlyste hjälp med cafét i sommar. Lista skickades runt och 12 personer skrev sina namn."], {}),
    (11, "Avslutning", ["Karl-Gustav Ahlsén tackade för förtroendet och avslutade mötet. Därefter visade Tage Hallbom bilder från flottningen."], {}),
]


def item(doc, number, title, paragraphs, more):
    doc.end_item()
    doc.space(2.4)
    doc.need(18)
    text = f"§ {number} {title}"
    doc.row((LEFT, text))
    doc.sheet.line(LEFT, doc.y + 1, LEFT + TEXT.width(text), doc.y + 1, 0.3)
    doc.space(0.8)
    doc.begin_item(number, f"§ {number}", title, **more)
    doc.tell(paragraphs, indent=BODY - LEFT, att=0, gap=0)


def signatures(doc):
    doc.end_item()
    doc.space(6)
    doc.need(54)
    rows = [[("secretary", "Vid protokollet", "Gunhild Tapper-Eng"), ("chair", "Mötesordförande", "Karl-Gustav Ahlsén")],
            [("adjuster", "Justeras", "Sven Rud"), ("adjuster", "Justeras", "Ulla Grönberg Dahl")]]
    for n, pair in enumerate(rows):
        xs = (LEFT, 110.0)
        doc.row(*[(x, f"{label}:") for x, (_, label, _) in zip(xs, pair)])
        doc.row(*[(x, "." * 26) for x in xs], leading=12)
        for k, (x, (role, label, name)) in enumerate(zip(xs, pair)):
            doc.sheet.ink(scribble(x + 3, doc.y - 0.4, 1450 + 2 * n + k, width=48, height=7), shade=50)
            doc.sign(role, label, name)
        doc.row(*[(x + 3, f"({name})") for x, (_, _, name) in zip(xs, pair)])
        doc.space(4)
