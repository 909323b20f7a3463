"""An annual report that tells of meetings, names a board and quotes a §: no minutes."""

from ..document import Document
from ..paper import Style
from ..pen import scribble
from ..scan import Scanner

SOURCE = "The annual report of a local-history society for 1988: a board by name and office, meetings with dates, a reference to " \
         "minutes, accounts in a table, signatures of the board. Scanned in grey at 200 dpi."
SCANNER = Scanner(dpi=200, skew=-0.8, blur=0.6, noise=4.0, paper=235, punched=True, quality=36)

TEXT = Style("gothic", 10)
LEFT, RIGHT = 28.0, 186.0


def build():
    doc = Document("verksamhetsberattelse", TEXT, LEFT, RIGHT, 28, 26, 5.3)
    doc.kind = "annual_report"
    doc.new_sheet()
    doc.row((LEFT, "Åsbro-Lerdala hembygdsförening", TEXT.bold.at(15)), leading=8)
    doc.row((LEFT, "Verksamhetsberättelse för år 1988", TEXT.bold.at(12)), leading=7)
    doc.space(3)
    section(doc, "Styrelsen", ["Styrelsen för Åsbro-Lerdala hembygdsförening avger härmed följande berättelse för det gångna året, "
                               "föreningens fyrtioförsta."])
    for office, name in [("Ordförande", "Ellen Rosvall"), ("Vice ordförande", "Karl-Gunnar Spång"), ("Sekreterare", "Inga Åslev"),
                         ("Kassör", "Harry Bohm"), ("Ledamöter", "Sten Ahrne, Lill Käck och Uno Vret"),
                         ("Suppleanter", "Mona Rask, Ivar Sköld")]:
        doc.row((LEFT + 6, office), (70, name))
    doc.space(2)
    section(doc, "Sammanträden", ["Styrelsen har hållit sju protokollförda sammanträden. Årsmötet ägde rum den 27 mars i hembygdsgården med "
                                  "52 närvarande. Till årsmötets ordförande valdes Ellen Rosvall och protokollet justerades av Harry "
                                  "Bohm och Lill Käck. Enligt § 9 i årsmötets protokoll beslutades att höja avgiften till 40 kronor."])
    section(doc, "Verksamhet", ["Midsommarfirandet samlade omkring 600 personer. Slåtterkursen i juli fick ställas in på grund av regn. "
                                "Den 4 september visades kvarnen för Lerdala skola, och i oktober höll lektor Boris Ferm föredrag om "
                                "torp och backstugor.", "Torpinventeringen har fortsatt. Hittills är 118 torp märkta med skylt."])
    section(doc, "Byggnader", ["Taket på Skräddarstugan har lagts om med spån. Kommunen lämnade ett bidrag på 25 000 kronor. "
                               "Ladan vid Lerdala måste stöttas innan snön kommer."])
    section(doc, "Ekonomi", ["Resultatet framgår av följande sammandrag."])
    for what, amount in [("Medlemsavgifter", "12 840:00"), ("Bidrag", "25 000:00"), ("Midsommarfest", "18 322:50"),
                         ("Spåntak", "– 38 410:00"), ("El och försäkring", "– 6 205:75"), ("Årets överskott", "11 546:75")]:
        doc.row((LEFT + 6, what), (128, amount, TEXT, "right"))
    doc.space(3)
    doc.para("Styrelsen tackar alla medlemmar som har ställt upp med tid, kakor och verktyg.", gap=8)
    doc.need(46)
    doc.row((LEFT, "Åsbro i februari 1989"))
    names = ["Ellen Rosvall", "Karl-Gunnar Spång", "Inga Åslev", "Harry Bohm"]
    for at in (0, 2):
        doc.space(11)
        for n, x in enumerate((LEFT, 106.0)):
            doc.sheet.ink(scribble(x + 3, doc.y - 0.5, 920 + at + n, width=42), shade=60)
        doc.row((LEFT, names[at]), (106, names[at + 1]))
    return doc.finish()


def section(doc, title, paragraphs):
    doc.need(20)
    doc.row((LEFT, title, TEXT.bold), leading=6)
    for text in paragraphs:
        doc.para(text, gap=1)
    doc.space(2)
