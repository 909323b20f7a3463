"""A sports club's annual meeting in 1983: “1.” without §, indented under the number, a fax-like scan."""

from ..document import Document
from ..paper import Style
from ..pen import scribble
from ..scan import Scanner

SOURCE = "Annual meeting of a sports club in 1983: points numbered “1.” without §, officers elected in tables of dots, sub-points " \
         "“a)”, a vote by ballot, a closing formula and bare typed names. Scanned in black and white at 200 dpi, skewed."
SCANNER = Scanner(dpi=200, skew=1.3, blur=0.7, noise=18.0, speckle=0.002, ink=0.9, black_and_white=True)

TEXT = Style("courier", 11)
LEFT, RIGHT, BODY = 28.0, 190.0, 40.0


def build():
    doc = Document("idrottsklubb", TEXT, LEFT, RIGHT, 22, 24, 5.1)
    doc.meeting = dict(body="Ramsnäs IK", date="1983-02-27", place="klubbstugan", start_time="14:00")
    doc.new_sheet()
    doc.row((105, "RAMSNÄS IK", TEXT.bold.at(14), "center"), leading=7)
    doc.space(2)
    doc.para("Protokoll fört vid årsmöte med Ramsnäs IK söndagen den 27 februari 1983 kl 14.00 i klubbstugan. Närvarande: 37 "
             "medlemmar enligt upprättad lista.", note=False, gap=3)
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def posts(*rows):
    def draw(doc):
        for what, who in rows:
            doc.table_row((BODY + 4, what), (112, who))
    return draw


ITEMS = [
    (1, "Mötets öppnande.", ["Klubbens ordförande Lasse Spjut hälsade välkommen och för¬klarade årsmötet öppnat."], {}),
    (2, "Röstlängd.", ["Röstlängden fastställdes till 37 röstberättigade."], {}),
    (3, "Fråga om mötet utlysts på rätt sätt.", ["Kallelsen hade anslagits i klubbstugan och på Konsum den 5 februari. Frågan "
      "besvarades med ja."], {}),
    (4, "Val av mötesfunktionärer.", ["a) Till mötesordförande valdes Inge Rönnmark.",
      "b) Till mötessekreterare valdes Siw Hjelte.", "c) Till justeringsmän valdes Börje Kall och Jaana Mikkola."], {}),
    (5, "Verksamhetsberättelser.", ["Berättelserna för fotboll, skidor och gymnastik föredrogs av sektionernas ordförande. "
      "Skidsektionen har haft 64 aktiva, vilket är rekord.", ("decision", None, "Årsmötet beslutade att godkänna "
      "berättelserna.")], {"outcome": "approved"}),
    (6, "Ekonomisk berättelse.", ["Kassören Tor-Björn Vide redogjorde för ställningen. Behållningen den 31 december var 23.417:50 "
      "kronor. Bingon gav 41.200 kronor."], {}),
    (7, "Ansvarsfrihet.", [("decision", None, "Årsmötet beslutade att bevilja styrelsen ansvarsfrihet.")], {"outcome": "approved"}),
    (8, "Medlemsavgifter.", ["Styrelsen föreslog 60 kronor för seniorer och 30 kronor för juniorer. Hjördis Edh yrkade att "
      "avgiften skulle vara oförändrad, 50 kronor. Omröstning med slutna sedlar gav 21 röster för styrelsens förslag och 14 för "
      "Hjördis Edhs, två lade ner sina röster.", ("decision", None, "Årsmötet beslutade enligt styrelsens förslag.")],
     {"outcome": "approved", "votes": [(21, 14, 2, [])],
      "proposals": [(["Hjördis Edh"], None, "Hjördis Edh yrkade att avgiften skulle vara oförändrad, 50 kronor.")]}),
    (9, "Val av styrelse.", ["Valberedningens förslag antogs:",
      posts(("Ordförande 1 år", "Lasse Spjut"), ("Kassör 2 år", "Tor-Björn Vide"), ("Ledamot 2 år", "Carina Stéen"),
            ("Ledamot 2 år", "Roger af Sandeberg"), ("Suppleant 1 år", "Kent Ove Blixt"))], {}),
    (10, "Revisorer.", [posts(("Revisor", "Allan Pors"), ("Revisor", "Gunlög Tamm"))], {}),
    (11, "Motion om elljusspår.", ["Motionen från Börje Kall om att dra elljusspåret runt Lillsjön lästes upp. Styrelsen ansåg att "
      "markägarna först måste tillfrågas.", ("decision", None, "Mötet beslöt att bordlägga frågan till höst¬mötet.")],
     {"outcome": "postponed"}),
    (12, "Övriga frågor.", ["Carina Stéen påminde om städning av omklädningsrummen. En blomma överlämnades till Allan Pors som fyllt "
      "60 år."], {}),
    (13, "Avslutning.", ["Inge Rönnmark tackade för uppmärksamheten och förklarade mötet avslutat. Korv serverades."], {}),
]


def item(doc, number, title, paragraphs, more):
    doc.end_item()
    doc.space(1.8)
    doc.need(17)
    doc.row((LEFT, f"{number}."), (BODY, title))
    doc.sheet.line(BODY, doc.y + 1, BODY + TEXT.width(title), doc.y + 1, 0.25)
    doc.begin_item(number, f"{number}.", title.rstrip("."), **more)
    doc.tell(paragraphs, indent=BODY - LEFT, gap=0.4)


def signatures(doc):
    doc.end_item()
    doc.space(5)
    doc.need(62)
    doc.row((LEFT, "Som ovan"), leading=6)
    doc.row((LEFT, "Siw Hjelte"), leading=14)
    doc.sheet.ink(scribble(LEFT + 4, doc.y - 5.5, 830, width=44), shade=20)
    doc.sign("secretary", None, "Siw Hjelte", signed=None)
    doc.row((LEFT, "Justeras:"), leading=9)
    doc.row((LEFT, "Inge Rönnmark"), (84, "Börje Kall"), (140, "Jaana Mikkola"), leading=15)
    for n, (x, role, name) in enumerate([(LEFT, "chair", "Inge Rönnmark"), (84, "adjuster", "Börje Kall"),
                                         (140, "adjuster", "Jaana Mikkola")]):
        doc.sheet.ink(scribble(x + 2, doc.y - 5.5, 831 + n, width=38), shade=20)
        doc.sign(role, "Justeras", name, signed=None)
