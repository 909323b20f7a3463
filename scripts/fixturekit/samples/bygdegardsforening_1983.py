"""The annual meeting of a village-hall society of 1983: typewritten, numbers beside the paragraphs, no titles."""

from ..document import Document
from ..help import pen
from ..paper import Style
from ..scan import Scanner

SOURCE = "The annual meeting of a bygdegårdsförening in 1983: home typewriter, those present in running text, § in the margin " \
         "beside the paragraph, no titles, a secret ballot. Scanned in grey at 200 dpi."
SCANNER = Scanner(dpi=200, skew=-0.6, blur=0.5, noise=4.0, paper=238, quality=60)

T = Style("nimbusmono", 12, typed=True)
LEFT, RIGHT, BODY = 27.0, 188.0, 44.0
PRESENT = ["Arvid Hagelin", "Elsa Norling", "Karl-Ivar Svedmark", "Britta Svedmark", "Gunnar Åsell", "Maj-Lis Åsell", "Ragnvald Tuvesson",
           "Ingrid Krook", "Sigge Broman", "Lisbeth Broman", "Hilding Rask", "Anna-Greta Lyckman", "Tommy Dovell", "Yngve Stålbrand", "Kristina Dovell",
           "Edit Furuhjelm"]


def build():
    doc = Document("bygdegardsforening_1983", T, LEFT, RIGHT, 26, 26, 5.6, head)
    doc.meeting = dict(municipality=None, body="Hultsbo bygdegårdsförening", date="1983-03-13", place="bygdegården", start_time="15:00")
    doc.new_sheet()
    doc.para("Protokoll fört vid årsmöte med Hultsbo bygdegårdsförening i bygdegården söndagen den 13 mars 1983 kl. 15.00.", gap=4)
    doc.para("Närvarande medlemmar: " + ", ".join(PRESENT[:-1]) + " och " + PRESENT[-1] + ".", gap=5)
    for name in PRESENT:
        doc.attend(name, "present")
    for number, paragraphs, more in ITEMS:
        doc.end_item()
        doc.need(12)
        doc.begin_item(number, f"§ {number}.", None, None, **more)
        first = True
        for entry in paragraphs:
            kind, texts = (None, [entry]) if isinstance(entry, str) else (entry[0], entry[1:])
            if not kind:
                doc.leave_section()
            for text in texts:
                point = 8 if text.startswith("att ") else 0
                doc.para(text, indent=BODY - LEFT + point, hang=BODY - LEFT + 2 * point, kind=kind, gap=1.0,
                         beside=(LEFT, f"§ {number}.", T) if first else None)
                first = False
        doc.space(3)
    doc.end_item()
    doc.need(62)
    doc.space(6)
    doc.row((LEFT, "Vid protokollet:"))
    doc.space(13)
    pen(doc, LEFT + 3, 8301, width=52)
    doc.row((LEFT, "Lisbeth Broman"))
    doc.row((LEFT, "Justeras:"), leading=10)
    doc.space(13)
    pen(doc, LEFT + 2, 8302, width=46)
    pen(doc, 81, 8303, width=42)
    pen(doc, 137, 8304, width=40)
    doc.row((LEFT, "Ragnvald Tuvesson"), (80, "Ingrid Krook"), (136, "Tommy Dovell"))
    doc.row((LEFT, "mötesordförande"))
    doc.sign("secretary", "Vid protokollet", "Lisbeth Broman")
    doc.sign("chair", "Justeras", "Ragnvald Tuvesson")
    doc.sign("adjuster", "Justeras", "Ingrid Krook")
    doc.sign("adjuster", "Justeras", "Tommy Dovell")
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(17, (RIGHT, f"{number}.", T, "right"))


ITEMS = [
    (1, ["Föreningens ordförande Arvid Hagelin hälsade medlemmarna väl¬komna och förklarade mötet öppnat."], {}),
    (2, ["Till ordförande för mötet valdes Ragnvald Tuvesson och till sekreterare Lisbeth Broman."], {}),
    (3, ["Till justeringsmän valdes Ingrid Krook och Tommy Dovell."], {}),
    (4, ["Mötet förklarades behörigen utlyst genom anslag i affären och annons i ortstidningen den 26 februari."], {}),
    (5, ["Styrelsens verksamhetsberättelse lästes upp av sekreteraren. Under året har bygdegården varit uthyrd 74 gånger, varav 21 till "
         "bröllop och andra familjefester. Sommarfesten gav ett överskott på 6.430 kronor trots regnet. Berättelsen godkändes och lades "
         "till handlingarna."], {}),
    (6, ["Kassören Gunnar Åsell redogjorde för räkenskaperna, som visade en behållning på 18.212 kronor. Revisorernas berättelse lästes upp av "
         "Edit Furuhjelm.", ("decision", "Årsmötet beslutade att bevilja styrelsen ansvars¬frihet för det gångna året.")], {}),
    (7, ["Till ordförande för ett år omvaldes Arvid Hagelin."], {}),
    (8, ["Till ledamöter i styrelsen för två år omvaldes Gunnar Åsell och nyvaldes Kristina Dovell efter Hilding Rask, som hade avsagt sig "
         "omval. Till suppleanter valdes Sigge Broman och Maj-Lis Åsell."], {}),
    (9, ["Till revisorer omvaldes Edit Furuhjelm och Yngve Stålbrand."], {}),
    (10, [("decision", "Årsmötet beslutade att årsavgiften ska vara oförändrad, 25 kronor för enskild medlem och 40 kronor för familj.")], {}),
    (11, ["Styrelsen hade föreslagit att köket skulle byggas om för högst 45.000 kronor och att arbetet till största delen skulle göras av medlemmarna. "
          "Karl-Ivar Svedmark ansåg att taket borde läggas om först och yrkade att ombygg¬naden skulle skjutas upp ett år. Arvid Hagelin yrkade "
          "bifall till styrelsens förslag.",
          ("vote", "Omröstning begärdes och skedde med slutna sedlar. För styrelsens förslag avgavs 9 röster och för Karl-Ivar Svedmarks yrkande 6 "
           "röster. En sedel var blank."), ("decision", "Årsmötet beslutade", "att bygga om köket enligt styrelsens förslag samt",
           "att ge styrelsen i uppdrag att söka bidrag hos kommunen och samlings¬lokals¬delegationen."),
          ("reservation", "Karl-Ivar Svedmark och Britta Svedmark reserverade sig mot beslutet.")],
     dict(proposals=[(["Karl-Ivar Svedmark"], None, "Karl-Ivar Svedmark ansåg att taket borde läggas om först och yrkade att ombyggnaden skulle skjutas upp ett år."),
                     (["Arvid Hagelin"], None, "Arvid Hagelin yrkade bifall till styrelsens förslag.")],
          votes=[(9, 6, 1, [])], reservations=[("Karl-Ivar Svedmark", None, None), ("Britta Svedmark", None, None)])),
    (12, ["Anna-Greta Lyckman föreslog att föreningen skulle ordna studie¬cirklar om bygdens torp. Flera medlemmar berättade om "
          "kartor och foton som finns bevarade i gårdarna.", ("decision", "Årsmötet beslutade att överlämna förslaget till styrelsen.")], {}),
    (13, ["Arvid Hagelin tackade Hilding Rask för elva år i styrelsen och överlämnade en blomma. Mötes¬ordföranden avslutade mötet, varefter "
          "kaffe serverades."], {}),
]
