"""A municipal energy company's board of 2001: minutes with numbered headings and hanging text, letterhead, no parties."""

from ..document import Document
from ..help import pen, register
from ..paper import Style
from ..scan import Scanner

SOURCE = "The board of a municipal energy company in 2001: letterhead, meeting number, attendance as three lists with roles, “§ 34” in the " \
         "left margin with bold title and the text indented, decisions as sentences, signatures last. Scanned in grey at 200 dpi."
SCANNER = Scanner(dpi=200, skew=0.3, blur=0.4, noise=3.0, quality=45)

TEXT = Style("palatino", 11)
LEFT, BODY, RIGHT = 26.0, 46.0, 186.0

MEMBERS = [("Sune Adolfsson", None, "ordförande", "chair"), ("Gunilla Werner", None, "vice ordförande", "vice_chair"), ("Lars Tranberg", None, None, None),
           ("Kjell-Åke Ripa", None, None, None), ("Marie Olofsson", None, None, None)]
SERVING = [("Håkan Brandt", None, "Inger Lovén", None)]
SUBS = [("Christina Fors", None)]
OFFICIALS = [("Mikael Stolt", "verkställande direktör"), ("Susanne Krook", "ekonomichef"), ("Thomas Billing", "driftchef", [[37, 38]]),
             ("Anna-Karin Frid", "sekreterare")]


def build():
    doc = Document("energibolag_2001", TEXT, LEFT, RIGHT, 36, 30, 5.2, head, foot)
    doc.meeting = dict(body="Stensfors Energi AB", municipality=None, meeting_number="4/2001", date="2001-09-12",
                       place="Bolagets kontor, Kraftvägen 3, Stensfors", start_time="13:00", end_time="15:45")
    doc.new_sheet()
    front(doc)
    for args in ITEMS:
        item(doc, *args)
    end(doc)
    return doc.finish()


def head(sheet, number):
    sheet.box(LEFT, 14, LEFT + 7, 21, 0.6)
    sheet.ink([[(28, 20), (30.5, 17), (29, 17.3), (31.5, 15)]], width=0.6, shade=40)
    sheet.row(19.5, (36, "STENSFORS ENERGI AB", Style("gothic", 12, "bold")), (RIGHT, f"{number} (3)", TEXT.at(10), "right"))
    sheet.line(LEFT, 24, RIGHT, 24, 0.5)


def foot(sheet, number):
    sheet.line(LEFT, 276, RIGHT, 276, 0.2)
    sheet.row(280, (LEFT, "Stensfors Energi AB, Kraftvägen 3, Stensfors", TEXT.at(8)), (RIGHT, "Org.nr 556000-0000", TEXT.at(8), "right"))


def front(doc):
    doc.row((LEFT, "STYRELSEPROTOKOLL nr 4/2001", TEXT.bold.at(14)), leading=6)
    doc.space(3)
    for label, value in [("Datum:", "Onsdagen den 12 september 2001"), ("Tid:", "Kl. 13.00–15.45"),
                         ("Plats:", "Bolagets kontor, Kraftvägen 3, Stensfors")]:
        doc.row((LEFT, label), (BODY, value))
    doc.space(3)
    groups = [("Närvarande ledamöter", ["Sune Adolfsson, ordförande", "Gunilla Werner, vice ordförande", "Lars Tranberg", "Kjell-Åke Ripa",
                                        "Marie Olofsson", "Håkan Brandt, suppleant för Inger Lovén"]),
              ("Närvarande suppleant", ["Christina Fors"]),
              ("Övriga närvarande", ["Mikael Stolt, verkställande direktör", "Susanne Krook, ekonomichef", "Thomas Billing, driftchef, §§ 37–38",
                                     "Anna-Karin Frid, sekreterare"]),
              ("Frånvarande", ["Inger Lovén", "Bengt-Olof Ask"])]
    for label, names in groups:
        doc.row((LEFT, label, TEXT.italic))
        for name in names:
            doc.row((BODY, name), leading=4.9)
        doc.space(2)
    register(doc, MEMBERS, SERVING, SUBS, OFFICIALS)
    doc.miss("Bengt-Olof Ask")
    doc.space(4)


def item(doc, number, title, *paragraphs):
    more = {"disqualified": ["Gunilla Werner"]} if number == 39 else {}
    doc.end_item()
    doc.need(24)
    doc.row((LEFT, f"§ {number}", TEXT.bold), (BODY, title, TEXT.bold))
    doc.begin_item(number, f"§ {number}", title, None, **more)
    doc.space(0.6)
    doc.tell(paragraphs, indent=BODY - LEFT, att=5, gap=1.2)
    doc.end_item()
    doc.space(4.5)


def end(doc):
    doc.need(62)
    doc.space(2)
    doc.row((LEFT, "Vid protokollet"), (108, "Justeras"))
    doc.space(13)
    pen(doc, LEFT + 2, 2011, width=48)
    pen(doc, 110, 2012, width=52)
    doc.row((LEFT, "_" * 26), (108, "_" * 26), leading=0.8)
    doc.row((LEFT, "Anna-Karin Frid"), (108, "Sune Adolfsson"))
    doc.row((LEFT, "sekreterare"), (108, "ordförande"))
    doc.space(13)
    pen(doc, 110, 2013, width=44)
    doc.row((108, "_" * 26), leading=0.8)
    doc.row((108, "Marie Olofsson"))
    doc.row((108, "protokolljusterare"))
    doc.sign("secretary", "sekreterare", "Anna-Karin Frid")
    doc.sign("chair", "ordförande", "Sune Adolfsson")
    doc.sign("adjuster", "protokolljusterare", "Marie Olofsson")


ITEMS = [
    (32, "Mötets öppnande", "Ordföranden öppnade mötet och hälsade de närvarande välkomna."),
    (33, "Val av protokolljusterare", ("decision", None, "Styrelsen utsåg Marie Olofsson att jämte ordföranden justera protokollet.")),
    (34, "Föregående protokoll", "Protokoll nr 3/2001 från mötet den 13 juni gicks igenom.",
     ("decision", None, "Styrelsen beslutade att lägga protokollet till handlingarna.")),
    (35, "VD:s rapport", "VD redogjorde för verksamheten under sommaren. Antalet elkunder som har bytt leverantör sedan årsskiftet är 214, vilket är "
     "färre än väntat. Avtal om leverans av fjärrvärme till det nya äldreboendet Solgläntan har undertecknats.",
     "Den 27 juli skadades en matarkabel vid grävning i Parkgatan och 430 abonnenter var utan ström i drygt två timmar. Entreprenören har tagit på sig ansvaret.",
     ("decision", None, "Styrelsen beslutade att godkänna rapporten.")),
    (36, "Delårsbokslut per den 31 augusti 2001", "Ekonomichefen presenterade delårsbokslutet. Omsättningen uppgår till 48,6 miljoner kronor och resultatet efter "
     "finansiella poster till 3,9 miljoner kronor, vilket överstiger budget med 0,7 miljoner kronor. Avvikelsen förklaras av lägre räntekostnader och av att "
     "underhållet av hetvattencentralen har flyttats till hösten.", "För helåret beräknas ett resultat på 5,2 miljoner kronor.",
     ("decision", None, "Styrelsen beslutade att fastställa delårsbokslutet och överlämna det till ägaren.")),
    (37, "Ny flispanna vid Åsverket", "Driftchefen föredrog utvärderingen av de anbud som har kommit in på en fastbränslepanna om 6 MW. Tre leverantörer har lämnat anbud. "
     "Värmab i Alsta har lägst pris, 19,4 miljoner kronor, och uppfyller kraven på verkningsgrad och utsläpp av stoft.",
     "Kjell-Åke Ripa ifrågasatte om tidplanen är realistisk med hänsyn till tillståndet från länsstyrelsen. Driftchefen svarade att beslutet väntas i november.",
     ("decision", None, "Styrelsen beslutade", "att anta anbudet från Värmab i Alsta under förutsättning att miljötillstånd erhålls samt",
      "att uppdra åt VD att teckna avtal.")),
    (38, "Fjärrvärmetaxa för år 2002", "Bränslekostnaderna har ökat med åtta procent sedan föregående taxa fastställdes. VD föreslog att energiavgiften höjs med "
     "1,5 öre per kWh från och med den 1 januari 2002. Den fasta avgiften lämnas oförändrad.",
     ("decision", None, "Styrelsen beslutade att höja energiavgiften med 1,5 öre per kWh enligt VD:s förslag.")),
    (39, "Sponsring av Stensfors IBK", "Innebandyklubben har ansökt om 25 000 kronor för säsongen 2001/2002. Gunilla Werner anmälde jäv och deltog inte i beslutet.",
     ("decision", None, "Styrelsen beslutade att teckna sponsoravtal om 15 000 kronor.")),
    (40, "Övriga frågor", "Lars Tranberg frågade om gatubelysningen i Övre Stensfors. VD svarade att armaturerna byts under oktober."),
    (41, "Nästa möte", "Nästa styrelsemöte hålls onsdagen den 14 november 2001 kl. 13.00. Ordföranden tackade för visat intresse och avslutade mötet."),
]
