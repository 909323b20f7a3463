"""A sports club's annual meeting in 1987: matrix printer or typewriter, paragraphs without titles, elections."""

from ..document import Document
from ..help import dots, pen, commas
from ..paper import Style, plain
from ..scan import Scanner

SOURCE = "A sports club's annual meeting in 1987: typed on one column with “§ 1” and no titles, members present in a run-in list, elections in " \
         "sentences, four signature lines of which one was never signed. A hard scan: faded, noisy, skewed, in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=-1.4, blur=0.85, noise=11.0, paper=232, ink=0.66, bleed=0.05, speckle=0.0006, quality=38)

TEXT = Style("nimbusmono", 11, typed=True)
LEFT, BODY, RIGHT = 25.0, 41.0, 190.0

PRESENT = ["Rolf Hansson", "Kurt Liljegren", "Gun Alfredsson", "Benny Wester", "Ingela Forss", "Tommy Karlberg", "Stig Hermansson", "Lena Ramström",
           "Owe Lindahl", "Britt Sundman", "Håkan Wreder", "Jan-Ove Krantz", "Mats Gunnarsson", "Kjell Hermansson", "Marianne Åkerblom", "Peter Rosell",
           "Sven-Erik Torstensson", "Agneta Wester", "Christer Månsson"]


def build():
    doc = Document("idrottsforening_1987", TEXT, LEFT, RIGHT, 26, 26, 5.0, head)
    doc.meeting = dict(body="Harslunda IF", date="1987-02-22", place="klubbstugan, Harslunda", start_time="16:00", end_time="17:50")
    doc.new_sheet()
    doc.row((LEFT, "HARSLUNDA IF", TEXT.bold))
    doc.space(2)
    doc.row((LEFT, "Protokoll från årsmöte"))
    doc.row((LEFT, "Söndagen den 22 februari 1987 kl 16.00-17.50"))
    doc.row((LEFT, "Plats: klubbstugan, Harslunda"))
    doc.space(3)
    doc.row((LEFT, "Närvarande medlemmar:"))
    doc.para(", ".join(PRESENT[:-1]) + " och " + PRESENT[-1] + ".", note=False, gap=5)
    for name in PRESENT:
        doc.attend(name, "present")
    for number, paragraphs in enumerate(ITEMS, 1):
        item(doc, number, paragraphs)
    end(doc)
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(17, (RIGHT, f"Sid {number}", TEXT, "right"))


def item(doc, number, paragraphs):
    doc.end_item()
    doc.need(16)
    doc.begin_item(number, f"§ {number}", None, None, attachments=[])
    for n, entry in enumerate(paragraphs):
        kind, text = entry if isinstance(entry, tuple) else (None, entry)
        if kind is None:
            doc.leave_section()
        att = text.startswith("att ")
        doc.para(text, indent=BODY - LEFT, hang=BODY - LEFT + (9 if att else 0), gap=0.8, kind=kind, beside=(LEFT, f"§ {number}") if n == 0 else None)
    doc.end_item()
    doc.space(4)


def end(doc):
    doc.need(78)
    doc.space(3)
    doc.row((LEFT, "Vid protokollet:"))
    lines(doc, (LEFT, "Ingela Forss", 8701))
    doc.row((LEFT, "Justeras:"))
    lines(doc, (LEFT, "Kurt Liljegren, mötesordförande", 8702))
    lines(doc, (LEFT, "Owe Lindahl", 8703), (110, "Marianne Åkerblom", None))
    doc.sign("secretary", "Vid protokollet", "Ingela Forss")
    doc.sign("chair", "mötesordförande", "Kurt Liljegren")
    doc.sign("adjuster", "Justeras", "Owe Lindahl")
    doc.sign("adjuster", "Justeras", "Marianne Åkerblom", signed=False)


def lines(doc, *cells):
    doc.space(8)
    doc.row(*[(x, dots(TEXT, 68)) for x, *_ in cells])
    for x, _, seed in cells:
        if seed:
            pen(doc, x + 3, seed, width=46, shade=60)
    doc.row(*[(x, name) for x, name, _ in cells])
    doc.space(3)


D = "decision"
ITEMS = [
    ["Klubbens ordförande Rolf Hansson hälsade alla välkomna och förklarade årsmötet öppnat. En tyst minut hölls för Ernst Gunnarsson, "
     "som var med och bildade klubben 1931."],
    ["Till ordförande för mötet valdes Kurt Liljegren och till sekreterare Ingela Forss."],
    ["Till justeringsmän valdes Owe Lindahl och Marianne Åkerblom."],
    ["Kallelse har skett genom annons i Harslundabladet den 7 februari och anslag i klubbstugan. Mötet förklarades stadgeenligt utlyst."],
    ["Verksamhetsberättelsen för 1986 lästes upp av sekreteraren. Fotbolls¬sektionen har haft sju lag i seriespel och A-laget slutade fyra i "
     "division V. Skidsektionen genomförde 14 tävlingar i kvälls¬cupen trots den snöfattiga januari¬månaden. Berättelsen lades med godkännande till handlingarna."],
    ["Kassören Gun Alfredsson redovisade bokslutet. Inkomsterna uppgick till 214.300 kronor och utgifterna till 206.150 kronor. Bingon gav "
     "ett överskott på 61.200 kronor, vilket är mindre än året innan.",
     (D, "Årsmötet beslutade att fastställa resultat- och balansräkningen.")],
    ["Revisorernas berättelse föredrogs av Stig Hermansson. Räkenskaperna var i god ordning.",
     (D, "Årsmötet beslutade att bevilja styrelsen ansvarsfrihet för år 1986.")],
    ["Val av styrelse. Till ordförande på ett år omvaldes Rolf Hansson. Till ledamöter på två år valdes Gun Alfredsson, omval, Benny Wester, omval, "
     "samt Lena Ramström, nyval efter Håkan Wreder som avsagt sig. Till suppleanter på ett år valdes Peter Rosell och Agneta Wester."],
    ["Till revisorer på ett år valdes Stig Hermansson och Britt Sundman med Kjell Hermansson som ersättare. Till valberedning valdes Jan-Ove "
     "Krantz, sammankallande, Christer Månsson och Ingela Forss."],
    ["Styrelsen föreslog att medlems¬avgiften för 1988 höjs från 60 till 75 kronor för vuxna. Ungdoms¬avgiften föreslogs vara oförändrad.",
     (D, "Årsmötet beslutade enligt styrelsens förslag.")],
    ["Tommy Karlberg hade lämnat in en motion om att elljusspåret skall förlängas till fem kilometer. Styrelsen redogjorde för sina kontakter med "
     "markägarna och med kommunens fritidskontor. Kostnaden för stolpar och kabel beräknas till 90.000 kronor, om arbetet utförs ideellt.",
     (D, "Årsmötet beslutade"), (D, "att bifalla motionen samt"),
     (D, "att uppdra åt skidsektionen att söka bidrag från kommunen och Riksidrotts¬förbundet.")],
    ["Under övriga frågor påminde Sven-Erik Torstensson om städdagen på Åvallen lördagen den 25 april. Mats Gunnarsson tackade för "
     "uppvaktningen på 50-årsdagen."],
    ["Ordföranden tackade för visat förtroende och förklarade mötet avslutat. Därefter utdelades vandrings¬priset till årets ungdomsledare, Lena Ramström."],
]
