"""A letter of 2005 to a municipality: no protocol, though it speaks of paragraphs and numbers its points."""

from ..document import Document
from ..paper import Style
from ..pen import scribble
from ..scan import Scanner

SOURCE = "A letter to a municipality in 2005, which mentions a § and numbers its points but is no protocol. Scanned in black " \
         "and white at 200 dpi."
SCANNER = Scanner(dpi=200, skew=-0.8, blur=0.7, noise=14.0, black_and_white=True)

TEXT = Style("carlito", 12)
LEFT, RIGHT = 30.0, 180.0


def build():
    doc = Document("skrivelse", TEXT, LEFT, RIGHT, 26, 30, 5.8)
    doc.kind = "letter"
    doc.new_sheet()
    doc.row((LEFT, "Stenkulla vägförening", TEXT.bold.at(14)), (RIGHT, "Stenkulla den 18 mars 2005", TEXT, "right"))
    doc.row((LEFT, "c/o Hjördis Nyqvist, Backvägen 9"))
    doc.row((LEFT, "572 00 Stenkulla"))
    doc.space(10)
    doc.row((104, "Tekniska nämnden"))
    doc.row((104, "Ramnäsa kommun"))
    doc.space(12)
    doc.row((LEFT, "Begäran om farthinder på Backvägen", TEXT.bold.at(13)), leading=7)
    doc.space(2)
    for text in [
        "Vid tekniska nämndens sammanträde den 9 november 2004, § 112, bordlades frågan om farthinder på Backvägen. Sedan dess har vi "
        "inte fått något besked, trots att vi har ringt kommunen vid tre tillfällen.",
        "Trafiken har ökat betydligt sedan affären byggdes ut. Många barn korsar vägen på väg till skolan, och vid lekplatsen är "
        "sikten skymd av en häck. Den 3 februari blev en pojke påkörd, lyckligtvis utan allvarliga skador.",
        "Föreningens årsmöte har därför beslutat att begära följande:",
    ]:
        doc.para(text, gap=3)
    for text in ["1. Att två farthinder anläggs mellan affären och lekplatsen.",
                 "2. Att hastigheten sänks till 30 kilometer i timmen.",
                 "3. Att häcken klipps ned till högst 80 centimeter."]:
        doc.para(text, indent=6, hang=11)
    doc.space(3)
    doc.para("Vi är tacksamma för ett svar före sommaren och visar gärna platsen för nämndens ledamöter.", gap=6)
    doc.row((LEFT, "Med vänlig hälsning"))
    doc.space(14)
    doc.sheet.ink(scribble(LEFT + 2, doc.y, 901, width=44, height=8), shade=10)
    doc.row((LEFT, "Hjördis Nyqvist"))
    doc.row((LEFT, "ordförande i Stenkulla vägförening"))
    return doc.finish()
