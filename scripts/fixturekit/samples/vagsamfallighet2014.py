"""The annual meeting of a road association, 2014: plain Word document, numbered points without §."""

from ..document import Document
from ..help import pen
from ..paper import Style
from ..scan import Scanner

SOURCE = "The annual meeting of a road association in 2014: Word document, those present in running text, points numbered “1.” to “17.” in bold, " \
         "elections as sentences, one of the adjusters has not signed. Scanned in black and white at 300 dpi."
SCANNER = Scanner(dpi=300, skew=-0.6, blur=0.7, noise=12.0, black_and_white=True)

TEXT = Style("carlito", 12)
BOLD = TEXT.bold
LEFT, RIGHT, BODY = 28.0, 184.0, 10.0


def build():
    doc = Document("vagsamfallighet2014", TEXT, LEFT, RIGHT, 24, 26, 5.3, None, foot)
    doc.meeting = dict(municipality=None, body="Norrängens vägsamfällighetsförening", date="2014-04-24", place="Norrängens bygdegård",
                       start_time="18:30", end_time=None)
    doc.new_sheet()
    doc.row((LEFT, "Norrängens vägsamfällighetsförening", BOLD.at(18)), leading=9)
    doc.row((LEFT, "Protokoll fört vid ordinarie föreningsstämma", TEXT.at(14)), leading=7)
    doc.space(4)
    doc.row((LEFT, "Datum:", BOLD), (LEFT + 22, "Torsdagen den 24 april 2014 kl. 18.30"))
    doc.row((LEFT, "Plats:", BOLD), (LEFT + 22, "Norrängens bygdegård"))
    doc.space(2)
    doc.row((LEFT, "Närvarande:", BOLD))
    names = ["Anders Wik", "Berit Sjölander", "Carl-Fredrik Hammar", "Desirée Lomark", "Erland Bohlin", "Fredrika Noring", "Gert Tuvesson",
             "Helene Qvist", "Ingemar Roos", "Jessica Rydman", "Kaj Heinonen", "Lilian Stare", "Marcus Brandt"]
    doc.para(", ".join(names[:-1]) + " och " + names[-1] + ".", note=False)
    for name in names:
        doc.attend(name, "present")
    doc.space(5)
    for number, title, paragraphs in ITEMS:
        item(doc, number, title, paragraphs)
    sign(doc)
    return doc.finish()


def foot(sheet, number):
    sheet.row(284, (105, f"Sida {number}", TEXT.at(10), "center"))


D = "decision"
ITEMS = [
    (1, "Stämmans öppnande", ["Styrelsens ordförande Berit Sjölander hälsade medlemmarna välkomna och öppnade stämman."]),
    (2, "Val av ordförande och sekreterare för stämman", ["Till ordförande valdes Erland Bohlin och till sekreterare Helene Qvist."]),
    (3, "Val av två justeringsmän", ["Till justeringsmän, tillika rösträknare, valdes Gert Tuvesson och Jessica Rydman."]),
    (4, "Röstlängd", ["Avprickning mot debiteringslängden visade att 13 av föreningens 31 fastigheter var företrädda. Avprickningen godkändes som röstlängd."]),
    (5, "Kallelse", ["Kallelse hade skickats ut den 2 april. Stämman förklarades stadgeenligt utlyst."]),
    (6, "Styrelsens berättelse", [
        "Berit Sjölander gick igenom styrelsens berättelse för 2013. Under året har 900 meter väg fått nytt slitlager, två vägtrummor har bytts och vägkanterna har "
        "slagits två gånger. Snöröjningen kostade 47 200 kronor, vilket är det lägsta beloppet på sex år.",
        "Ingemar Roos frågade varför diket vid Kärrsvängen inte hade rensats. Styrelsen svarade att grävaren hade haft maskinhaveri och att arbetet görs i maj.",
        "Berättelsen lades till handlingarna."]),
    (7, "Ekonomisk redovisning", [
        "Kassören Carl-Fredrik Hammar redovisade årets ekonomi. Intäkterna var 186 400 kronor, varav statsbidraget utgjorde 71 000 kronor. Årets överskott blev "
        "12 350 kronor. I fonden för förnyelse finns 143 800 kronor.",
        (D, None, "Stämman beslutade att fastställa resultat- och balansräkningen.")]),
    (8, "Revisionsberättelse", ["Revisorn Lilian Stare läste upp revisionsberättelsen, som tillstyrkte ansvarsfrihet."]),
    (9, "Ansvarsfrihet", [(D, None, "Stämman beslutade att bevilja styrelsen ansvarsfrihet för år 2013.")]),
    (10, "Ersättning till styrelse och revisorer", [
        "Valberedningen föreslog oförändrade arvoden, det vill säga 3 000 kronor till ordföranden, 4 000 kronor till kassören och 500 kronor till "
        "övriga ledamöter och revisorn.",
        (D, None, "Stämman beslutade att godkänna valberedningens förslag.")]),
    (11, "Motion om farthinder vid lekplatsen", [
        "Desirée Lomark hade motionerat om två farthinder av gummi vid lekplatsen. Styrelsen ansåg att hindren försvårar snöröjningen och föreslog i stället "
        "skyltar om 30 km/tim. Flera medlemmar med barn talade för motionen.",
        "Marcus Brandt föreslog att hindren läggs ut den 1 maj och tas bort den 31 oktober varje år. Styrelsen anslöt sig till det förslaget.",
        (D, None, "Stämman beslutade", "att farthinder får läggas ut den 1 maj–31 oktober samt", "att styrelsen får använda högst 9 000 kronor till inköpet.")]),
    (12, "Budget och debiteringslängd för 2014", [
        "Styrelsens förslag till budget innebär att 1,2 kilometer väg grusas och att bron över Norrbäcken besiktigas. Avgiften föreslogs bli 3,50 kronor "
        "per andel, mot 3,25 kronor föregående år.",
        (D, None, "Stämman beslutade", "att fastställa budgeten samt", "att fastställa debiteringslängden med avgiften 3,50 kronor per andel, att betalas senast den 30 juni.")]),
    (13, "Val av styrelse", ["Till ordförande för ett år omvaldes Berit Sjölander. Till ledamöter på två år valdes Carl-Fredrik Hammar, omval, och Fredrika Noring, nyval. "
                             "Till suppleant på ett år valdes Kaj Heinonen."]),
    (14, "Val av revisor", ["Till revisor omvaldes Lilian Stare med Anders Wik som suppleant."]),
    (15, "Val av valberedning", ["Till valberedning valdes Ingemar Roos, sammankallande, och Desirée Lomark."]),
    (16, "Övriga frågor", [
        "Städdagen hålls lördagen den 10 maj med samling kl. 10 vid garagen. Styrelsen bjuder på korv.",
        "Anders Wik påminde om att häckar vid utfarter får vara högst 80 cm höga."]),
    (17, "Avslutning", ["Stämmoprotokollet hålls tillgängligt hos sekreteraren från den 8 maj. Ordföranden tackade för ett gott möte och förklarade stämman avslutad."]),
]


def item(doc, number, title, paragraphs):
    doc.end_item()
    doc.need(17)
    doc.row((LEFT, f"{number}.", BOLD), (LEFT + BODY, title, BOLD))
    doc.begin_item(number, f"{number}.", title, None)
    doc.tell(paragraphs, indent=BODY, att=5, gap=0.8)
    doc.end_item()
    doc.space(2.6)


def sign(doc):
    doc.need(72)
    doc.space(4)
    doc.row((LEFT, "Vid protokollet:"), (LEFT + 82, "Ordförande:"))
    rule(doc, [(LEFT, "secretary", "Vid protokollet", "Helene Qvist", 1251), (LEFT + 82, "chair", "Ordförande", "Erland Bohlin", 1252)])
    doc.space(5)
    doc.row((LEFT, "Justeras:"))
    rule(doc, [(LEFT, "adjuster", "Justeras", "Gert Tuvesson", 1253), (LEFT + 82, "adjuster", "Justeras", "Jessica Rydman", None)])


def rule(doc, people):
    doc.space(14)
    for x, role, text, name, seed in people:
        doc.sheet.line(x, doc.y, x + 66, doc.y, 0.25)
        if seed:
            pen(doc, x + 6, seed, width=46, height=6.5, shade=20)
        doc.sign(role, text, name, signed=seed is not None)
    doc.row(*[(x, name) for x, _, _, name, _ in people])
