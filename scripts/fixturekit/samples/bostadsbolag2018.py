"""The board of a municipal housing company, 2018: narrow head, labels at the left, numbered decisions in prose."""

from ..document import Document
from ..help import pen
from ..paper import Style
from ..scan import Scanner

SOURCE = "The board of a municipal housing company in 2018: letterhead, meeting number, labels over the names, absent members named, “§ 41  Title” in bold, " \
         "“Styrelsen beslutade” in italics under the text, three signatures in a row. Scanned in grey at 300 dpi with punched holes."
SCANNER = Scanner(dpi=300, skew=0.35, blur=0.5, noise=3.5, paper=249, punched=True, quality=55)

TEXT = Style("lato", 10.5)
BOLD = TEXT.bold
GREY = TEXT.at(8.5)
LEFT, RIGHT = 32.0, 184.0
VALUE = 82.0


def build():
    doc = Document("bostadsbolag2018", TEXT, LEFT, RIGHT, 36, 30, 5.0, head, foot)
    doc.meeting = dict(municipality=None, body="Hedforsbostäder AB", meeting_number="4/2018", date="2018-09-20", place="Bolagets kontor, Kvarngatan 3, Hedfors",
                       start_time="16:00", end_time="18:35")
    doc.new_sheet()
    front(doc)
    for number, title, paragraphs, more in ITEMS:
        item(doc, number, title, paragraphs, dict(more))
    sign(doc)
    return doc.finish()


def head(sheet, number):
    sheet.row(17, (LEFT, "Hedforsbostäder AB", BOLD.at(14)), (RIGHT, f"Sida {number} av 3", GREY, "right"))
    sheet.line(LEFT, 20, RIGHT, 20, 0.6)


def foot(sheet, number):
    sheet.line(LEFT, 277, RIGHT, 277, 0.2)
    sheet.row(281, (LEFT, "Hedforsbostäder AB", GREY), (88, "Kvarngatan 3, Hedfors", GREY), (RIGHT, "Org.nr 556000-0000", GREY, "right"))


MEMBERS = [("Kristina Löf", "ordförande", "chair"), ("Tommy Ernberg", "vice ordförande", "vice_chair"), ("Samira Nouri", None, None),
           ("Bertil Ståhle", None, None), ("Johan Wester", None, None)]


def front(doc):
    doc.y = 28
    doc.row((LEFT, "Protokoll nr 4/2018", BOLD.at(17)), leading=8)
    doc.row((LEFT, "Styrelsemöte torsdagen den 20 september 2018", TEXT.at(12)), leading=6)
    doc.space(4)

    def listed(label, *lines):
        for n, line in enumerate(lines):
            doc.row(*[(LEFT, label, BOLD)] * (n == 0), (VALUE, line))
        doc.space(2)
    listed("Tid", "Kl. 16.00–18.35")
    listed("Plats", "Bolagets kontor, Kvarngatan 3, Hedfors")
    listed("Ledamöter", *[n + (f", {t}" if t else "") for n, t, _ in MEMBERS])
    listed("Tjänstgörande suppleant", "Veronica Åström för Håkan Ljungdal")
    listed("Suppleanter", "Hasse Mellgren")
    listed("Övriga", "Petra Lindén, vd", "Oskar Graff, ekonomichef, §§ 43–45", "Stina Malm, sekreterare", "Ulf Rönn, auktoriserad revisor, § 44")
    listed("Frånvarande", "Håkan Ljungdal", "Marita Elofsson, suppleant")
    for n, t, role in MEMBERS:
        doc.attend(n, "member", role=role, role_text=t)
    doc.attend("Veronica Åström", "serving_substitute", replaces="Håkan Ljungdal")
    doc.attend("Hasse Mellgren", "substitute")
    doc.attend("Petra Lindén", "official", role_text="vd")
    doc.attend("Oskar Graff", "official", role_text="ekonomichef", paragraphs=[[43, 45]])
    doc.attend("Stina Malm", "official", role="secretary", role_text="sekreterare")
    doc.attend("Ulf Rönn", "other", role_text="auktoriserad revisor", paragraphs=[[44, 44]])
    doc.miss("Håkan Ljungdal")
    doc.miss("Marita Elofsson", role_text="suppleant")
    doc.space(4)


D = "decision"
ITEMS = [
    (39, "Mötets öppnande", ["Ordföranden öppnade mötet och hälsade särskilt den nya ledamoten Samira Nouri välkommen."], {}),
    (40, "Val av justerare", [(D, None, "Styrelsen beslutade att utse Bertil Ståhle att justera protokollet tillsammans med ordföranden.")], {}),
    (41, "Godkännande av dagordning", [(D, None, "Styrelsen beslutade att godkänna utsänd dagordning.")], {}),
    (42, "Föregående protokoll", ["Protokoll nr 3/2018 gicks igenom. Frågan om bredband i kvarteret Svalan återkommer vid novembermötet."], {}),
    (43, "Ekonomisk rapport", [
        "Ekonomichefen redovisade utfallet till och med augusti. Resultatet är 6,8 miljoner kronor, vilket är 0,9 miljoner bättre än budget. Avvikelsen "
        "förklaras av låga räntor och färre vattenskador. Vakansgraden är 0,4 procent.",
        (D, None, "Styrelsen beslutade att lägga rapporten till handlingarna.")], {}),
    (44, "Revisorns granskning av intern kontroll", [
        "Ulf Rönn redogjorde för granskningen av inköpsrutinerna. Attestordningen följs, men direktupphandlingar över 100 000 kronor dokumenteras inte "
        "alltid. Vd återkommer med en åtgärdsplan.",
        (D, None, "Styrelsen beslutade", "att lägga granskningen till handlingarna samt", "att vd ska redovisa en åtgärdsplan senast den 31 december 2018.")], {}),
    (45, "Budget 2019", [
        "Förslaget bygger på en hyreshöjning med 1,4 procent. Underhållet ökas till 31 miljoner kronor, och två tjänster som fastighetsvärd inrättas. "
        "Beräknat resultat efter finansnetto är 7,5 miljoner kronor.",
        "Tommy Ernberg ansåg att underhållet bör öka ytterligare och att resultatkravet bör sänkas.",
        (D, None, "Styrelsen beslutade", "att fastställa budgeten för 2019 enligt förslaget samt", "att ge vd i uppdrag att inleda hyresförhandlingar.")], {}),
    (46, "Nybyggnad i kvarteret Kopparslagaren", [
        "Vd presenterade anbuden på totalentreprenaden, som omfattar 36 lägenheter i tre hus. Fem anbud hade kommit in. Lägst pris hade Bygg-Elof AB, "
        "66,4 miljoner kronor.",
        "Bertil Ståhle föreslog att beslutet skulle skjutas upp till dess att investeringsstödet är beviljat.",
        "Kristina Löf föreslog att anbudet skulle antas.",
        "Omröstning begärdes. Ja-röst gäller Kristina Löfs förslag och nej-röst Bertil Ståhles. Omröstningen gav 4 ja-röster och 2 nej-röster.",
        (D, None, "Styrelsen beslutade", "att anta anbudet från Bygg-Elof AB under förutsättning att kommunal borgen beviljas samt",
         "att hos kommunfullmäktige ansöka om borgen med 70 miljoner kronor."),
        ("reservation", None, "Bertil Ståhle och Veronica Åström reserverade sig mot beslutet.")],
     {"votes": [(4, 2, 0, [])], "reservations": [("Bertil Ståhle", None, None), ("Veronica Åström", None, None)],
      "proposals": [(["Bertil Ståhle"], None, "Bertil Ståhle föreslog att beslutet skulle skjutas upp till dess att investeringsstödet är beviljat."),
                    (["Kristina Löf"], None, "Kristina Löf föreslog att anbudet skulle antas.")]}),
    (47, "Försäljning av Skolgatan 12", [
        "Radhuset på Skolgatan 12 har stått tomt sedan i mars. En värdering visar ett marknadsvärde på 1,9–2,1 miljoner kronor. Kostnaden för att "
        "renovera huset är 850 000 kronor.",
        "Johan Wester anmälde jäv och lämnade rummet under behandlingen av ärendet.",
        (D, None, "Styrelsen beslutade att sälja fastigheten genom mäklare.")], {"disqualified": ["Johan Wester"]}),
    (48, "Vd:s rapport", [
        "Vd informerade om medarbetarenkäten, om trygghetsvandringen i Norra Hedfors den 5 september och om den nya tvättstugebokningen, som har "
        "fått ett gott mottagande. Två uppsägningar på grund av störningar har gjorts under sommaren.",
        (D, None, "Styrelsen beslutade att tacka för rapporten.")], {}),
    (49, "Nästa möte", ["Nästa styrelsemöte hålls torsdagen den 22 november 2018 kl. 16.00. Ordföranden avslutade mötet."], {}),
]


def item(doc, number, title, paragraphs, more):
    doc.end_item()
    doc.need(24)
    doc.row((LEFT, f"§ {number}", BOLD.at(11.5)), (LEFT + 16, title, BOLD.at(11.5)), leading=5.6)
    doc.space(0.8)
    doc.begin_item(number, f"§ {number}", title, None, **more)
    doc.tell(paragraphs, att=6, gap=1.2)
    doc.end_item()
    doc.space(3.6)


def sign(doc):
    doc.need(50)
    doc.space(6)
    places = [(LEFT, "secretary", "Vid protokollet", "Stina Malm"), (LEFT + 53, "chair", "Justeras", "Kristina Löf"), (LEFT + 106, "adjuster", "Justeras", "Bertil Ståhle")]
    doc.row((LEFT, "Vid protokollet", BOLD), (LEFT + 53, "Justeras", BOLD))
    doc.space(15)
    for n, (x, role, text, name) in enumerate(places):
        doc.sheet.line(x, doc.y, x + 46, doc.y, 0.25)
        pen(doc, x + 4, 1351 + n, width=38, height=6.5, shade=40)
        doc.sign(role, text, name)
    doc.row(*[(x, name) for x, _, _, name in places])
    doc.row(*[(x, t, GREY) for (x, *_), t in zip(places, ("sekreterare", "ordförande", "justerare"))], leading=4.4)
