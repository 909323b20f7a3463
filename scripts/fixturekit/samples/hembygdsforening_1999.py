"""The annual meeting of a local heritage society in 1999."""

from ..document import Document
from ..help import pen
from ..paper import Style
from ..scan import Scanner

SOURCE = "The annual meeting of a heritage society in 1999: centred heading, items numbered “1.” with the title in italics, no § and no " \
         "section headings, two adjusters, signatures side by side. Grey at 200 dpi."
SCANNER = Scanner(dpi=200, skew=0.35, blur=0.5, noise=3.0, paper=244, quality=45)

TEXT = Style("palatino", 11.5)
LEFT, RIGHT, MIDDLE = 30.0, 184.0, 107.0


def build():
    doc = Document("hembygdsforening_1999", TEXT, LEFT, RIGHT, 26, 26, 5.4, None, foot)
    doc.meeting = dict(body="Ängshults hembygdsförening", date="1999-03-14", place="Ängshults bygdegård", start_time="15:00")
    doc.new_sheet()
    doc.row((MIDDLE, "Ängshults hembygdsförening", TEXT.bold.at(16), "center"), leading=8)
    doc.space(2)
    doc.row((MIDDLE, "Protokoll fört vid ordinarie årsmöte söndagen den 14 mars 1999", TEXT, "center"))
    doc.row((MIDDLE, "kl. 15.00 i Ängshults bygdegård", TEXT, "center"))
    doc.space(4)
    doc.para("Närvarande: Sven Tapper, Gun-Marie Eklöw, Bengt Ottosson, Astrid Holmdahl, Kurt Rosander, Maj Persby, Arne Stenfelt, "
             "Ingalill Sköld och Lennart Broman samt ytterligare 27 medlemmar.")
    for name in ("Sven Tapper", "Gun-Marie Eklöw", "Bengt Ottosson", "Astrid Holmdahl", "Kurt Rosander", "Maj Persby",
                 "Arne Stenfelt", "Ingalill Sköld", "Lennart Broman"):
        doc.attend(name, "present")
    doc.space(5)
    for number, title, paragraphs, more in ITEMS:
        doc.need(18)
        doc.row((LEFT, f"{number}.", TEXT.bold), (LEFT + 10, title, TEXT.bold))
        doc.space(0.6)
        doc.begin_item(number, f"{number}.", title, None, **more)
        doc.tell(paragraphs, indent=10, att=5, gap=1.0)
        doc.end_item()
        doc.space(3.6)
    end(doc)
    return doc.finish()


def foot(sheet, number):
    sheet.row(284, (MIDDLE, str(number), TEXT.at(10), "center"))


def end(doc):
    doc.need(70)
    doc.space(4)
    doc.row((LEFT, "Vid protokollet"))
    doc.space(12)
    doc.sheet.line(LEFT, doc.y, LEFT + 62, doc.y)
    pen(doc, LEFT + 3, 991, 48, shade=60)
    doc.row((LEFT, "Gun-Marie Eklöw"))
    doc.space(5)
    doc.row((LEFT, "Justeras"))
    doc.space(12)
    doc.sheet.line(LEFT, doc.y, LEFT + 46, doc.y)
    doc.sheet.line(LEFT + 54, doc.y, LEFT + 100, doc.y)
    doc.sheet.line(LEFT + 108, doc.y, LEFT + 154, doc.y)
    for n in range(3):
        pen(doc, LEFT + 2 + 54 * n, 992 + n, 38, shade=70)
    doc.row((LEFT, "Sven Tapper"), (LEFT + 54, "Ingalill Sköld"), (LEFT + 108, "Arne Stenfelt"))
    doc.row((LEFT, "mötesordförande"))
    doc.sign("secretary", "Vid protokollet", "Gun-Marie Eklöw")
    doc.sign("chair", "mötesordförande", "Sven Tapper")
    doc.sign("adjuster", "Justeras", "Ingalill Sköld")
    doc.sign("adjuster", "Justeras", "Arne Stenfelt")
    doc.adjustments.append(dict(adjusters=["Ingalill Sköld", "Arne Stenfelt"]))


ITEMS = [
    (1, "Årsmötets öppnande", ["Ordföranden Sven Tapper hälsade alla välkomna och mindes de medlemmar som gått bort under året. En ljuslåga tändes och "
     "Maj Persby läste en dikt."], {}),
    (2, "Val av ordförande för årsmötet", ["Till mötesordförande valdes Sven Tapper."], {}),
    (3, "Val av sekreterare för årsmötet", ["Till sekreterare valdes Gun-Marie Eklöw."], {}),
    (4, "Val av justerare", ["Att justera protokollet valdes Ingalill Sköld och Arne Stenfelt."], {}),
    (5, "Årsmötets behöriga utlysande", ["Kallelse hade skett genom annons i ortstidningen och brev till medlemmarna den 22 februari. Mötet förklarades behörigt utlyst."], {}),
    (6, "Fastställande av dagordning", ["Dagordningen fastställdes med den ändringen att frågan om hemsida togs upp under övriga ärenden."], {}),
    (7, "Verksamhetsberättelse för 1998", ["Sekreteraren läste verksamhets¬berättelsen. Hembygds¬gården hade under sommaren haft 1 340 besökare, vilket är 200 fler än året innan. "
     "Slåtterdagen i juli lockade mycket folk trots regnet, och studie¬cirkeln om ortnamn hade elva deltagare.", "Verksamhetsberättelsen lades till handlingarna."], {}),
    (8, "Ekonomisk berättelse", ["Kassören Bengt Ottosson gick igenom räkenskaperna. Årets resultat blev ett överskott om 6 214 kronor. Föreningens tillgångar uppgick vid årets slut "
     "till 83 950 kronor, varav 40 000 kronor är avsatta till takfonden.",
     ("decision", None, "Årsmötet beslutade att fastställa resultat- och balansräkningen.")], {"outcome": "approved"}),
    (9, "Revisorernas berättelse", ["Lennart Broman föredrog revisions¬berättelsen, i vilken revisorerna tillstyrkte ansvars¬frihet."], {}),
    (10, "Ansvarsfrihet", [("decision", None, "Årsmötet beslutade att bevilja styrelsen ansvarsfrihet för verksamhetsåret 1998.")], {"outcome": "approved"}),
    (11, "Medlemsavgift för år 2000", ["Styrelsen föreslog att avgiften höjs till 80 kronor för enskild medlem och 120 kronor för familj.", "Kurt Rosander yrkade att avgiften skulle vara "
     "oförändrad 60 respektive 100 kronor.", "Mötesordföranden ställde förslagen mot varandra och fann att årsmötet bifallit styrelsens förslag.",
     ("decision", None, "Årsmötet beslutade att fastställa avgifterna enligt styrelsens förslag.")],
     {"outcome": "approved", "proposals": [(["Kurt Rosander"], None, "Kurt Rosander yrkade att avgiften skulle vara oförändrad 60 respektive 100 kronor.")]}),
    (12, "Val av ordförande", ["Till ordförande på ett år omvaldes Sven Tapper."], {}),
    (13, "Val av styrelseledamöter", ["Astrid Holmdahl, som tillhört styrelsen i nitton år, hade undanbett sig omval. Till ledamöter på två år valdes Bengt Ottosson (omval), Maj Persby (omval) och "
     "Ingalill Sköld (nyval)."], {}),
    (14, "Val av revisorer", ["Till revisorer på ett år omvaldes Lennart Broman och Ivan Tilly med Stina Hellqvist som ersättare."], {}),
    (15, "Byte av tak på magasinet", ["Bengt Ottosson redogjorde för skadorna på magasinets tak. Offert på nytt torvtak har lämnats av två firmor. Länsmuseets bygg¬nads¬antikvarie förordar att näver "
     "används under torven.", ("decision", None, "Årsmötet beslutade", "att ge styrelsen i uppdrag att byta taket under sommaren samt",
     "att använda högst 55 000 kronor, varav 40 000 kronor ur takfonden.")], {"outcome": "approved"}),
    (16, "Övriga ärenden", ["Arne Stenfelt erbjöd sig att lägga upp en hemsida för föreningen. Erbjudandet mottogs med applåder. Slåtter¬dagen äger rum lördagen den 10 juli."], {}),
    (17, "Avslutning", ["Astrid Holmdahl avtackades med blommor och en broderad duk. Sven Tapper tackade för förtroendet och förklarade årsmötet avslutat. Därefter serverades kaffe."], {}),
]
