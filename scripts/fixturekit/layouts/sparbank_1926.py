"""A rural savings bank's board in 1926, typewritten: those present in one run of prose with commas, “14 §. Subject” underlined on one line, loans in columns, “Vid protokollet” and “Justerat den …”."""

from ..document import Document
from ..paper import Style
from ..pen import scribble
from ..scan import Scanner

SOURCE = "A rural savings bank's board in 1926, typewritten: the heading in a sentence between double rules, those present run on after “Tillstädes:”, who served in whose place and who left in the same sentence, “14 §.” with an underlined " \
         "subject on its line, loans in columns, a vote told in numbers, jäv, “Vid protokollet:” and “Justerat den …” with dotted lines. Scanned in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.2, blur=0.6, noise=3.0, paper=242, quality=42)

TEXT = Style("typewriter", 11.5, typed=True)
LEFT, RIGHT, MIDDLE = 30.0, 190.0, 110.0


def build():
    doc = Document("sparbank_1926", TEXT, LEFT, RIGHT, 28, 28, 5.6, head)
    doc.meeting = dict(body="Styrelsen för Örsunda Häradssparbank", date="1926-05-14", place="bankens lokal i Örsunda", start_time="10:00", end_time="13:30")
    doc.new_sheet()
    doc.row((LEFT, "ÖRSUNDA HÄRADSSPARBANK", TEXT), (RIGHT, "Styrelsen", TEXT, "right"))
    for up in (1.4, 2.2):
        doc.sheet.line(LEFT, doc.y + up, RIGHT, doc.y + up, 0.25)
    doc.space(4)
    doc.para("Protokoll, fört vid sammanträde med Styrelsen för Örsunda Härads¬sparbank i bankens lokal i Örsunda fredagen den 14 maj 1926 kl. 10 f.m.", note=False, gap=3)
    doc.para("Tillstädes: hemmansägaren Erik Hansson i Lövsta, ordförande, konsul Bernhard Tellander, vice ordförande, riksdagsman Johan Ersson i Vappa, "
             "handlanden Knut Sellberg, garvaren August Malmlöf och, såsom suppleant för kontraktsprosten Elis Odelmark, vilken var förhindrad av visitation, "
             "lantbrukaren Viktor Jernström i Hässle. Närvarande var jämväl kamreraren Ossian Kylander, som förde protokollet, och vid 18 § ombudsmannen Sigurd Bolin.", note=False, gap=3)
    doc.attend("Erik Hansson", "member", role="chair", role_text="ordförande")
    doc.attend("Bernhard Tellander", "member", role="vice_chair", role_text="vice ordförande")
    doc.attend("Johan Ersson", "member", role_text="riksdagsman")
    doc.attend("Knut Sellberg", "member", role_text="handlanden")
    doc.attend("August Malmlöf", "member", role_text="garvaren")
    doc.attend("Viktor Jernström", "serving_substitute", role_text="lantbrukaren", replaces="Elis Odelmark")
    doc.attend("Ossian Kylander", "official", role="secretary", role_text="kamreraren")
    doc.attend("Sigurd Bolin", "official", role_text="ombudsmannen", paragraphs=[[18, 18]])
    doc.miss("Elis Odelmark", role_text="kontraktsprosten", reason="förhindrad av visitation")
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(20, (LEFT, "Häradssparbanken 14/5 1926", TEXT), (RIGHT, f"Sid. {number}", TEXT, "right"))


def loans(doc):
    doc.space(0.5)
    for row in [("Karl Lindmark, Gryta", "inteckning", "4.500:-"), ("Örsunda Mejeri", "borgen", "12.000:-"), ("Änkan Matilda Blad", "borgen", "350:-"), ("Vappa skoldistrikt", "skuldebrev", "8.000:-")]:
        doc.table_row((LEFT + 8, row[0]), (98, row[1]), (174, row[2], TEXT, "right"))
    doc.space(1.2)


ITEMS = [
    (14, "Justeringsman", [("decision", None, "Till justeringsman utsågs herr Malmlöf.")], {}),
    (15, "Kassainventering", [
        "Kamreraren anmälde, att oanmäld inventering av kassan verkställts den 29 april av revisorn, herr Oskar Friman, och att behållningen, 23.418 kronor 66 öre, befunnits överensstämma med boken.",
        ("decision", None, "Anmälan lades till handlingarna.")], {"outcome": "noted"}),
    (16, "Låneansökningar", [
        "Följande ansökningar om lån förelågo till avgörande:", loans,
        ("decision", None, "Styrelsen beslöt att bevilja samtliga sökta lån."),
        "Vid behandlingen av ansökningen från mejeriet, i vars styrelse han är ledamot, deltog herr Ersson icke."], {"outcome": "approved", "disqualified": ["Ersson"]}),
    (17, "Inlåningsräntan", [
        "Med hänsyn till riksbankens diskonto hade fråga väckts om sänk¬ning av räntan å sparkasseräkning.",
        "Herr Tellander föreslog, att räntan skulle sänkas från 4 1/2 till 4 1/4 procent från den 1 juli. Herr Jernström yrkade, att den skulle bibehållas till årets slut.",
        "Vid omröstning avgåvos 4 röster för herr Tellanders förslag och 2 röster för herr Jernströms yrkande.",
        ("decision", None, "Styrelsen beslöt alltså, att räntan från den 1 juli skall utgå med 4 1/4 procent."),
        ("reservation", None, "Herr Jernström anmälde sin skiljaktiga mening.")],
     {"votes": [(4, 2, None, [])],
      "proposals": [(["Tellander"], None, "Herr Tellander föreslog, att räntan skulle sänkas från 4 1/2 till 4 1/4 procent från den 1 juli."),
                    (["Jernström"], None, "Herr Jernström yrkade, att den skulle bibehållas till årets slut.")],
      "reservations": [("Jernström", None, None)]}),
    (18, "Fordran hos O. Rask i Säby", [
        "Ombudsmannen Bolin meddelade, att egendomen Säby 3 i exekutiv väg försålts för 17.200 kronor, varvid bankens fordran blivit till fullo täckt.",
        ("decision", None, "Styrelsen tackade ombudsmannen och lade meddelandet till hand¬lingarna.")], {"outcome": "noted"}),
    (19, "Ombyggnad av banklokalen", [
        "Byggmästaren Teodor Ahl hade upprättat kostnadsförslag å ny entré och kassavalv, slutande å 6.870 kronor.",
        ("decision", None, "Ärendet återremitterades till kamreraren för infordrande av ytter¬ligare ett förslag.")], {"outcome": "referred_back"}),
    (20, "Gåvor till allmännyttiga ändamål", [
        "Häradets skytteförbund hade anhållit om 200 kronor och Örsunda sjukvårdsförening om 500 kronor.",
        ("decision", None, "Styrelsen beslöt att tilldela sjukvårdsföreningen 500 kronor och skytteförbundet 100 kronor.")], {}),
    (21, "Nästa sammanträde", ["Nästa sammanträde skall hållas fredagen den 11 juni kl. 10 f.m. Dagens sammanträde avslutades kl. 1.30 e.m."], {}),
]


def item(doc, number, title, paragraphs, more):
    doc.end_item()
    doc.space(3)
    doc.need(22)
    at = LEFT + 16
    doc.row((LEFT, f"{number} §."), (at, title))
    doc.sheet.line(at, doc.y + 0.9, at + TEXT.width(title), doc.y + 0.9, 0.25)
    doc.space(1)
    doc.begin_item(number, f"{number} §.", title, **more)
    doc.tell(paragraphs, first=7)


def signatures(doc):
    doc.end_item()
    doc.space(6)
    doc.need(70)
    dots = "." * 30
    doc.row((LEFT, "Vid protokollet:"))
    doc.row((LEFT, dots), leading=12)
    doc.sheet.ink(scribble(LEFT + 4, doc.y - 1, 8110, width=46, height=6.5), width=0.55, shade=60)
    doc.row((LEFT, "Ossian Kylander"))
    doc.sign("secretary", "Vid protokollet", "Ossian Kylander")
    doc.space(4)
    doc.row((LEFT, "Justerat den 21 maj 1926:"))
    doc.row((LEFT, dots), (MIDDLE + 4, dots), leading=12)
    doc.sheet.ink(scribble(LEFT + 3, doc.y - 1, 8111, width=44, height=6.5), width=0.55, shade=60)
    doc.sheet.ink(scribble(MIDDLE + 8, doc.y - 1, 8112, width=44, height=6.5), width=0.55, shade=60)
    doc.row((LEFT, "Erik Hansson"), (MIDDLE + 4, "August Malmlöf"))
    doc.sign("chair", "Justerat", "Erik Hansson")
    doc.sign("adjuster", "Justerat", "August Malmlöf")
    doc.adjustments.append(dict(adjusters=["Malmlöf"], date="1926-05-21"))
