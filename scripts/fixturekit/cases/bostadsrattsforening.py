"""A housing cooperative's annual meeting of 2009: roles elected in the items, members listed by flat."""

from ..document import Document
from ..paper import Style
from ..pen import scribble
from ..scan import Scanner

SOURCE = "Annual meeting of a housing cooperative in 2009: chair, secretary and adjusters elected in the items, a table of " \
         "the board, one signature line still empty. Scanned in black and white at 300 dpi."
SCANNER = Scanner(dpi=300, skew=-0.5, blur=0.8, noise=14.0, black_and_white=True)

TEXT = Style("caladea", 11)
LEFT, RIGHT, BODY = 26.0, 188.0, 42.0


def build():
    doc = Document("bostadsrattsforening", TEXT, LEFT, RIGHT, 34, 28, 5.3, head, foot)
    doc.meeting = dict(body="Bostadsrättsföreningen Sädesärlan", date="2009-05-14", place="Matsalen, Ringelskolan",
                       start_time="18:30", end_time="20:10")
    doc.new_sheet()
    doc.row((LEFT, "PROTOKOLL", TEXT.bold.at(17)), leading=9)
    doc.row((LEFT, "fört vid ordinarie föreningsstämma i Bostadsrättsföreningen Sädesärlan"), leading=6.4)
    doc.row((LEFT, "torsdagen den 14 maj 2009 klockan 18.30–20.10"))
    doc.row((LEFT, "Plats: Matsalen, Ringelskolan"))
    doc.space(5)
    doc.row((LEFT, "Närvarande:", TEXT.bold))
    doc.para("42 medlemmar enligt bifogad förteckning, varav 5 genom fullmakt.")
    doc.space(3)
    for number, title, paragraphs, more in ITEMS:
        item(doc, number, title, paragraphs, dict(more))
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    sheet.row(18, (RIGHT, f"Sidan {number} av 2", TEXT.at(9), "right"))


def foot(sheet, number):
    sheet.line(LEFT, 277, RIGHT, 277, 0.2)
    sheet.row(282, (105, "Brf Sädesärlan, org.nr 716400-0000", TEXT.at(8.5), "center"))


ITEMS = [
    (1, "Stämmans öppnande", ["Styrelsens ordförande Agneta Wretman hälsade alla välkomna och öppnade stämman."], {}),
    (2, "Godkännande av dagordning", ["Stämman godkände dagordningen."], {"outcome": "approved"}),
    (3, "Val av stämmoordförande", ["Till ordförande för stämman valdes Staffan Ekblom."], {}),
    (4, "Anmälan av stämmoordförandens val av protokollförare", ["Ordföranden anmälde att Leila Mansour utsetts att föra "
     "protokollet."], {}),
    (5, "Val av två justeringsmän tillika rösträknare", ["Till justeringsmän, tillika rösträknare, valdes Bo Sjunnesson och "
     "Pernilla Tranberg."], {}),
    (6, "Fråga om stämman blivit i stadgeenlig ordning utlyst", ["Kallelsen hade delats ut till samtliga lägen¬heter den "
     "27 april och satts upp i tvättstugorna. Stämman förklarades vara i stadgeenlig ordning utlyst."], {}),
    (7, "Fastställande av röstlängd", ["Röstlängden, som upptog 38 röst¬berättigade, fastställdes. Den biläggs protokollet, "
     "bilaga 1."], {"attachments": ["bilaga 1"]}),
    (8, "Föredragning av styrelsens årsredovisning", ["Agneta Wretman gick igenom förvaltnings¬berättelsen. Under året har "
     "hissarna i Ringelgatan 3 och 5 bytts ut och garage¬taket tätats. Kassören redogjorde för resultat- och balans¬räkningen. "
     "Årets över¬skott uppgick till 312 000 kronor.", "På fråga från Bo Sjunnesson upplyste kassören att lånet om 9,2 miljoner "
     "kronor har bundits på fem år till 3,85 %."], {}),
    (9, "Föredragning av revisorns berättelse", ["Revisions¬berättelsen lästes upp. Revisorn tillstyrkte ansvars¬frihet."], {}),
    (10, "Beslut om fastställande av resultat- och balansräkning", ["Stämman beslutade att fastställa resultat- och "
      "balans¬räkningen."], {"outcome": "approved", "decision": 1}),
    (11, "Beslut om ansvarsfrihet för styrelsens ledamöter", ["Stämman beslutade att bevilja styrelsen ansvars¬frihet för "
      "räkenskaps¬året 2008."], {"outcome": "approved", "decision": 1}),
    (12, "Beslut om arvoden", ["Valberedningen föreslog att arvodena skulle höjas med 2 %.", "Stämman beslutade enligt "
      "valberedningens förslag."], {"outcome": "approved", "decision": 1}),
    (13, "Val av styrelseledamöter och suppleanter", ["Valberedningens förslag redovisades av Gun Oscarson. Stämman beslutade "
      "att välja följande:"], {"table": 1}),
    (14, "Motion från Kjell-Åke Dahlin om uteplatser", ["Kjell-Åke Dahlin hade föreslagit att lägen¬heterna i botten¬våningen "
      "skulle få anlägga uteplatser mot gården. Styrelsen ansåg att fasadens dränering måste göras om först och föreslog att "
      "motionen skulle avslås.", "Efter rösträkning, med 17 röster för motionen och 21 röster mot, beslutade stämman att avslå "
      "motionen."], {"outcome": "rejected", "decision": 1, "votes": [(17, 21, None, [])]}),
    (15, "Övriga frågor", ["Städdagen äger rum lördagen den 23 maj. Medlemmarna påmindes om att inte ställa barn¬vagnar i "
      "trapphusen."], {}),
    (16, "Stämmans avslutande", ["Ordföranden tackade för visat intresse och förklarade stämman avslutad."], {}),
]


def item(doc, number, title, paragraphs, more):
    decision, table = more.pop("decision", 0), more.pop("table", 0)
    doc.end_item()
    doc.need(16)
    doc.row((LEFT, f"§ {number}", TEXT.bold), (BODY, title, TEXT.bold), leading=6)
    doc.begin_item(number, f"§ {number}", title, **more)
    for n, text in enumerate(paragraphs):
        last = decision and n == len(paragraphs) - 1
        doc.para(text, indent=BODY - LEFT, gap=1, kind="decision" if last else None)
    if table:
        for cells in [("Ordinarie", "Agneta Wretman", "omval 1 år"), ("Ordinarie", "Dragan Petković", "omval 2 år"),
                      ("Ordinarie", "Leila Mansour", "nyval 2 år"), ("Suppleant", "Pernilla Tranberg", "nyval 1 år")]:
            doc.table_row(*zip((BODY + 4, 80, 130), cells))
    doc.space(3)


def signatures(doc):
    doc.end_item()
    doc.space(8)
    doc.need(60)
    doc.row((LEFT, "Vid protokollet:"), (112, "Justeras:"), leading=8)
    pairs = [[("secretary", "Vid protokollet", "Leila Mansour", True), ("chair", "Justeras", "Staffan Ekblom", True)],
             [("adjuster", "Justeras", "Bo Sjunnesson", True), ("adjuster", "Justeras", "Pernilla Tranberg", False)]]
    for n, pair in enumerate(pairs):
        doc.space(16)
        for k, (role, label, name, signed) in enumerate(pair):
            x = (LEFT, 112)[k]
            doc.sheet.line(x, doc.y, x + 64, doc.y, 0.3)
            if signed:
                doc.sheet.ink(scribble(x + 6, doc.y - 0.5, 81 + 2 * n + k, width=48, height=8), shade=10)
            doc.sign(role, label, name, signed)
        doc.row(*[((LEFT, 112)[k], name) for k, (_, _, name, _) in enumerate(pair)])
        doc.row(*[((LEFT, 112)[k], text, TEXT.italic.at(9)) for k, text in
                  enumerate(("sekreterare", "stämmoordförande") if n == 0 else ("justeringsman", "justeringsman"))],
                leading=4.4)
