"""The working committee of a municipal executive board, 1991: early laser print, rules between the items."""

from ..document import Document
from ..help import pen
from ..paper import Style
from ..pen import initials
from ..scan import Scanner

SOURCE = "The working committee of an executive board in 1991: laser print in a serif, front page with labels at the left and rules across, " \
         "“Au § 140” and the Dnr on one line over the title, side rules between the items, “Arbetsutskottet beslutar” and expedition. " \
         "Scanned in grey at 400 dpi."
SCANNER = Scanner(dpi=400, skew=0.3, blur=0.8, noise=4.0, paper=246, quality=40)

TEXT = Style("palatino", 11)
BOLD = TEXT.bold
SMALL = TEXT.at(9)
LEFT, RIGHT, VALUE = 28.0, 186.0, 72.0


def build():
    doc = Document("ksarbetsutskott1991", TEXT, LEFT, RIGHT, 42, 30, 5.1, head, foot)
    doc.meeting = dict(municipality="Lindevads kommun", body="Kommunstyrelsens arbetsutskott", date="1991-09-24", place="Stadshuset, rum 214",
                       start_time="08:15", end_time="11:40", paragraphs={"first": 140, "last": 147})
    front(doc)
    doc.new_sheet()
    for n, (number, title, reference, paragraphs, more) in enumerate(ITEMS):
        item(doc, number, title, reference, paragraphs, dict(more), last=n == len(ITEMS) - 1)
    return doc.finish()


def head(sheet, number):
    sheet.row(18, (LEFT, "LINDEVADS KOMMUN", BOLD), (RIGHT, "Sammanträdesprotokoll", BOLD, "right"))
    sheet.row(23.5, (LEFT, "Kommunstyrelsens arbetsutskott", TEXT), (RIGHT, "1991-09-24", TEXT, "right"))
    sheet.row(29, (RIGHT, f"Sida {number}", TEXT, "right"))


def foot(sheet, number):
    sheet.line(LEFT, 272, RIGHT, 272)
    sheet.row(276, (LEFT, "Sign", SMALL))
    sheet.ink(initials(42, 281, 810 + number), shade=40)
    sheet.ink(initials(60, 281, 830 + number), shade=40)


MEMBERS = [("Bengt-Åke Sahlin", "s", "ordförande", "chair"), ("Margareta Colling", "m", "vice ordförande", "vice_chair"), ("Rune Stavling", "s", None, None),
           ("Arne Lindvall", "c", None, None)]


def front(doc):
    doc.new_sheet()
    doc.y = 36

    def listed(label, *lines):
        doc.sheet.line(LEFT, doc.y + 1.5, RIGHT, doc.y + 1.5, 0.2)
        doc.space(2)
        for n, line in enumerate(lines):
            doc.row(*[(LEFT, label, BOLD)] * (n == 0), (VALUE, line))
        doc.space(1.4)
    listed("Sammanträde", "Stadshuset, rum 214, kl 08.15-11.40")
    listed("Beslutande", *[f"{n} ({p})" + (f", {t}" if t else "") for n, p, t, _ in MEMBERS],
           "Ewy Brantberg (fp), tjg ersättare för Torgny Hagelin (fp)")
    listed("Ersättare", "Kjell-Ove Stridh (s)", "Gudrun Pilgren (c)")
    listed("Övriga närvarande", "Leif Rundkvist, kommunchef", "Anita Borgström, ekonomichef, §§ 141-143", "Sten Mårdh, byggnadschef, § 145",
           "Camilla Fors, sekreterare")
    listed("Utsedd att justera", "Rune Stavling (s)")
    listed("Justering", "Stadskansliet 1991-09-27")
    listed("Paragrafer", "140-147")
    for n, p, t, role in MEMBERS:
        doc.attend(n, "member", party=p.upper(), role=role, role_text=t)
    doc.attend("Ewy Brantberg", "serving_substitute", party="FP", replaces="Torgny Hagelin")
    doc.miss("Torgny Hagelin", party="FP")
    doc.attend("Kjell-Ove Stridh", "substitute", party="S")
    doc.attend("Gudrun Pilgren", "substitute", party="C")
    doc.attend("Leif Rundkvist", "official", role_text="kommunchef")
    doc.attend("Anita Borgström", "official", role_text="ekonomichef", paragraphs=[[141, 143]])
    doc.attend("Sten Mårdh", "official", role_text="byggnadschef", paragraphs=[[145, 145]])
    doc.attend("Camilla Fors", "official", role="secretary", role_text="sekreterare")
    doc.adjustments.append(dict(adjusters=["Rune Stavling"], place="Stadskansliet", date="1991-09-27"))
    doc.sheet.line(LEFT, doc.y + 1.5, RIGHT, doc.y + 1.5, 0.2)
    doc.space(4)
    for n, (role, label, name) in enumerate([("secretary", "Sekreterare", "Camilla Fors"), ("chair", "Ordförande", "Bengt-Åke Sahlin"),
                                             ("adjuster", "Justeringsman", "Rune Stavling")]):
        doc.row((LEFT, label, BOLD), (VALUE, "." * 62), leading=13)
        pen(doc, VALUE + 6, 851 + n, width=50, height=6.5, shade=40)
        doc.row((VALUE, name), leading=4.8)
        doc.sign(role, label, name)
    doc.space(7)
    doc.row((LEFT, "Bevis om anslag", BOLD))
    doc.row((LEFT, "Justeringen har tillkännagivits genom anslag på kommunens anslagstavla."))
    doc.row((LEFT, "Anslaget uppsattes"), (VALUE, "1991-09-30"), (112, "Anslaget nedtages"), (152, "1991-10-22"))
    doc.row((LEFT, "Protokollet förvaras"), (VALUE, "Stadskansliet"))
    doc.notices.append(dict(posted="1991-09-30", removed="1991-10-22", kept_at="Stadskansliet"))


B = "Arbetsutskottets beslut"
ITEMS = [
    (140, "Godkännande av dagordning", None, [("decision", B, "Arbetsutskottet beslutar att godkänna dagordningen med den ändringen att ärendet om "
     "lokaler för kommunal vuxen¬utbildning utgår.")], {}),
    (141, "Budgetuppföljning per den 31 augusti 1991", "91.0312 042", [
        "Ekonomichefen redogör för uppföljningen efter åtta månader. Nämndernas nettokostnader beräknas överstiga budgeten med 4,8 miljoner "
        "kronor vid årets slut. Social¬nämnden svarar för den största delen, medan skol¬styrelsen redovisar ett mindre överskott.",
        "Skatteintäkterna följer budget. Räntekostnaderna blir lägre än beräknat genom att upplåningen för avlopps¬verket har skjutits fram.",
        ("decision", B, "Arbetsutskottet beslutar", "att före¬slå kommunstyrelsen att uppmana social¬nämnden att redovisa åtgärder senast den "
         "1 november 1991 samt", "att i övrigt lägga uppföljningen till handlingarna."),
        ("distribution", "Expedieras", "Socialnämnden, ekonomikontoret")], {"distribution": ["Socialnämnden", "ekonomikontoret"]}),
    (142, "Taxa för barnomsorgen 1992", "91.0288 706", [
        "Social¬nämnden föreslår att avgiften i daghem höjs med i genomsnitt 6 procent från den 1 januari 1992. Avgiften är oförändrad sedan "
        "1989. Intäkterna beräknas öka med 540 000 kronor.",
        "Margareta Colling (m) yrkar att den högsta avgiften skall vara oförändrad.",
        "Rune Stavling (s) yrkar bifall till social¬nämndens förslag.",
        "Ordföranden ställer proposition på yrkandena och finner att arbets¬utskottet bifaller Rune Stavlings yrkande.",
        ("decision", B, "Arbetsutskottet föreslår kommunstyrelsen att föreslå kommun¬fullmäktige besluta", "att fastställa taxan enligt social¬nämndens "
         "förslag."),
        ("reservation", "Reservation", "Margareta Colling (m) reserverar sig mot beslutet.")],
     {"proposals": [(["Margareta Colling"], "M", "Margareta Colling (m) yrkar att den högsta avgiften skall vara oförändrad."),
                    (["Rune Stavling"], "S", "Rune Stavling (s) yrkar bifall till socialnämndens förslag.")],
      "reservations": [("Margareta Colling", "M", None)]}),
    (143, "Borgen för Lindevads Flygklubb", "91.0301 045", [
        "Flygklubben bygger ny hangar och ansöker om kommunal borgen för ett lån på 350 000 kronor. Amorteringstiden är femton år. "
        "Klubben har 84 medlemmar.",
        "Arne Lindvall (c) anmäler jäv och lämnar rummet under ärendets behandling.",
        ("decision", B, "Arbetsutskottet föreslår kommunstyrelsen att före¬slå kommun¬fullmäktige besluta", "att bevilja borgen med högst 350 000 kronor."),
        ], {"disqualified": ["Arne Lindvall"]}),
    (144, "Yttrande över förslag till länstrafikplan", "91.0256 531", [
        "Länsstyrelsen har remitterat länstrafikplanen för åren 1993-2002. I planen tas ombyggnaden av väg 214 förbi Rävekulla upp först år 1998, "
        "trots att kommunen under flera år har påtalat olyckorna i korsningen vid sågen.",
        ("decision", B, "Arbetsutskottet beslutar att överlämna kommun¬ledningskontorets skrivelse som kommunens yttrande."),
        ("distribution", "Expedieras", "Länsstyrelsen, vägförvaltningen")], {"distribution": ["Länsstyrelsen", "vägförvaltningen"]}),
    (145, "Köp av fastigheten Rävekulla 2:17", "90.0417 253", [
        "Byggnadschefen redovisar förhandlingarna med dödsboet efter Gunnar Holst. Fastigheten om 11,4 hektar behövs för bostäder efter 1995. "
        "Överenskommen köpeskilling är 780 000 kronor. Lantbruks¬nämnden har lämnat förvärvstillstånd.",
        ("decision", B, "Arbetsutskottet föreslår kommunstyrelsen besluta", "att köpa fastigheten Rävekulla 2:17 för 780 000 kronor samt",
         "att anvisa medel ur markförvärvskontot.")], {}),
    (146, "Representation vid vänortsdagar", "91.0330 109", [
        "Vänorten Kivikoski inbjuder till vänortsdagar den 18-20 oktober 1991. Inbjudan gäller fyra personer.",
        ("decision", B, "Arbetsutskottet beslutar att ordföranden, vice ordföranden och två tjänstemän skall representera kommunen."),
        ("distribution", "Expedieras", "Kommunledningskontoret")], {"distribution": ["Kommunledningskontoret"]}),
    (147, "Delgivningar", None, [
        "Kommunförbundets cirkulär 1991:142 om fastighetsskatt, protokoll från sam¬råds¬möte med handelskammaren samt skrivelse från hyresgäst¬föreningen "
        "om lekplatser delges.",
        ("decision", B, "Arbetsutskottet beslutar att lägga delgivningarna till handlingarna.")], {}),
]


def item(doc, number, title, reference, paragraphs, more, last):
    doc.end_item()
    doc.need(30)
    cells = [(LEFT, f"Au § {number}", BOLD)]
    if reference:
        cells.append((LEFT + 34, f"Dnr {reference}"))
    doc.row(*cells, leading=5.6)
    doc.row((LEFT, title, BOLD.at(12)), leading=5.8)
    doc.space(1.4)
    doc.begin_item(number, f"Au § {number}", title, reference, **more)
    doc.tell(paragraphs, att=7, gap=1.6, heading=TEXT.italic, above=0.8)
    doc.end_item()
    doc.space(2.5)
    if not last:
        doc.sheet.line(LEFT, doc.y, RIGHT, doc.y, 0.2)
    doc.space(3.5)
