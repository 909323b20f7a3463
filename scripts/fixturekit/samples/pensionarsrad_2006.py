"""A municipal council of pensioners in 2006: notes by organisation, no parties."""

from ..document import Document
from ..help import gather, pen
from ..paper import Style
from ..scan import Scanner

SOURCE = "A municipal council of pensioners (pensionärsråd) in 2006: written in a word processor, those present under the " \
         "organisation that they represent, officials apart, few decisions, one adjuster who has not signed. Scanned in grey at " \
         "200 dpi."
SCANNER = Scanner(dpi=200, skew=-0.5, blur=0.4, noise=3.0, paper=246, quality=50)

TEXT = Style("palatino", 11)
LEFT, LIST, RIGHT = 30.0, 84.0, 182.0

GROUPS = [
    ("Kommunstyrelsen", [("Maj-Lis Brandell", "ordförande", "chair"), ("Folke Hedbom", None, None)]),
    ("Vård- och omsorgsnämnden", [("Anette Skoog", "vice ordförande", "vice_chair")]),
    ("PRO Granåsen", [("Arne Thorsell", None, None), ("Gun Malmsten", None, None), ("Rune Ekholm", None, None)]),
    ("SPF Furan", [("Ing-Marie Werner", None, None), ("Bertil Löfqvist", None, None)]),
    ("RPG Ekeby", [("Tage Nyvall", None, None)]),
]
OFFICIALS = [("Eva Kihlman", "socialchef", [[14, 15]]), ("Niclas Rundgren", "trafikplanerare", [[16, 16]]),
             ("Carina Mollberg", "sekreterare", None)]


def build():
    doc = Document("pensionarsrad_2006", TEXT, LEFT, RIGHT, 24, 20, 4.85, head, foot)
    doc.meeting = dict(municipality="Granåsens kommun", body="Kommunala pensionärsrådet", date="2006-09-20",
                       place="Medborgarhuset, Granåsen", start_time="09:30", end_time="11:45")
    front(doc)
    for number, title, entries in ITEMS:
        doc.end_item()
        doc.need(26)
        doc.space(3.6)
        doc.row((LEFT, f"§ {number}", TEXT.bold), leading=5.4)
        doc.row((LEFT, title, TEXT.bold.at(12)), leading=5.8)
        doc.space(0.8)
        doc.begin_item(number, f"§ {number}", title, **gather(entries))
        doc.tell(entries, att=6, gap=1.2)
    doc.end_item()
    end(doc)
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(20, (LEFT, "Kommunala pensionärsrådet 20 september 2006", TEXT.at(9)))


def foot(sheet, number):
    sheet.row(283, (106, f"{number} (2)", TEXT.at(9), "center"))


def front(doc):
    doc.new_sheet()
    doc.y = 18
    doc.row((LEFT, "Granåsens kommun", TEXT.at(13)), leading=6)
    doc.space(7)
    doc.row((LEFT, "Protokoll från Kommunala pensionärsrådet", TEXT.bold.at(16)), leading=8)
    doc.space(3)
    for label, value in [("Dag och tid", "Onsdagen den 20 september 2006 kl. 9.30-11.45"), ("Plats", "Medborgarhuset, Granåsen")]:
        doc.row((LEFT, label, TEXT.bold), (LIST, value))
    doc.space(3)
    doc.row((LEFT, "Närvarande", TEXT.bold))
    for organisation, people in GROUPS:
        for n, (name, text, role) in enumerate(people):
            doc.row(*[(LEFT, organisation)] * (n == 0), (LIST, name + (f", {text}" if text else "")))
            doc.attend(name, "present", organization=organisation, role=role, role_text=text)
        doc.space(1.6)
    doc.space(1.4)
    for n, (name, title, pairs) in enumerate(OFFICIALS):
        tail = "" if not pairs else f", § {pairs[0][0]}" if pairs[0][0] == pairs[0][1] else f", §§ {pairs[0][0]}-{pairs[0][1]}"
        doc.row(*[(LEFT, "Tjänstemän", TEXT.bold)] * (n == 0), (LIST, f"{name}, {title}{tail}"))
        doc.attend(name, "official", role="secretary" if title == "sekreterare" else None, role_text=title, paragraphs=pairs)
    doc.space(3)
    doc.row((LEFT, "Frånvarande", TEXT.bold), (LIST, "Rut Ekstrandh, SPF Furan"))
    doc.row((LIST, "Olle Bäverman, RPG Ekeby"))
    doc.miss("Rut Ekstrandh")
    doc.miss("Olle Bäverman")
    doc.space(3)


ITEMS = [
    (12, "Mötets öppnande", ["Ordföranden hälsar välkommen och förklarar mötet öppnat. Dagordningen godkänns med tillägg av en "
                             "fråga om bänkar längs Ågatan."]),
    (13, "Val av justerare och föregående protokoll", [
        ("decision", None, "Arne Thorsell utses att justera protokollet."),
        "Protokollet från mötet den 24 maj gås igenom. Hissen i Medborgarhuset har ännu inte fått röst¬information. Sekreteraren "
        "påminner fastighetskontoret."]),
    (14, "Äldreboendet Kastanjen", [
        "Socialchefen informerar om att Kastanjen byggs om under 2007. Under byggtiden flyttar de boende på plan två till "
        "tillfälliga lokaler vid Solbacken. Anhöriga kallas till ett möte i oktober.",
        "Gun Malmsten påpekar att många boende är oroliga och att informationen måste upprepas. Rådet önskar att det ska finnas "
        "en namngiven kontaktperson för varje avdelning.",
        ("decision", None, "Rådet beslutar", "att framföra önskemålet om kontakt¬personer till vård- och omsorgs¬nämnden samt",
         "att få en ny rapport vid nästa möte.")]),
    (15, "Matdistribution i ordinärt boende", [
        "Från den 1 november levereras maten kyld tre gånger i veckan i stället för varm varje dag. Ungefär 130 personer berörs. "
        "Priset sänks från 52 till 46 kronor per portion. Den som inte själv kan värma maten får hjälp av hemtjänsten.",
        "Bertil Löfqvist och Ing-Marie Werner anser att förändringen borde ha tagits upp i rådet innan den beslutades. "
        "Socialchefen beklagar detta.",
        ("decision", None, "Rådet beslutar att i en skrivelse till kommun¬styrelsen påtala vikten av att rådet hörs i god tid.")]),
    (16, "Servicelinjen", [
        "Niclas Rundgren redovisar resandet med service¬linjen under första halvåret. Antalet resor har ökat med sju procent. Från "
        "och med december får linjen en ny hållplats vid vårdcentralen. Turen klockan 16.10 dras in på fredagar eftersom "
        "den sällan används.",
        "Tage Nyvall frågar om det går att stanna även vid kyrkan i Ekeby. Frågan tas med till nästa tidtabellsskifte."]),
    (17, "Bänkar längs Ågatan", [
        "Mellan torget och vårdcentralen finns i dag bara en bänk. PRO har gått sträckan och föreslår fyra nya bänkar med "
        "armstöd.",
        ("decision", None, "Rådet beslutar att översända förslaget till tekniska nämnden.")]),
    (18, "Rapporter från organisationerna", [
        "PRO Granåsen har startat en studiecirkel om läkemedel. SPF Furan ordnar en resa till länsmuseet den 12 oktober. RPG Ekeby "
        "har fått tre nya medlemmar och firar sitt 30-årsjubileum i november."]),
    (19, "Nästa möte", [
        "Nästa möte hålls onsdagen den 6 december klockan 9.30. Före mötet bjuder kommunen på jultallrik. Ordföranden tackar för "
        "visat intresse och avslutar mötet."]),
]


def end(doc):
    doc.need(50)
    doc.space(4)
    for role, label, name, signed in [("secretary", "Sekreterare", "Carina Mollberg", True),
                                      ("chair", "Ordförande", "Maj-Lis Brandell", True), ("adjuster", "Justerare", "Arne Thorsell", False)]:
        doc.row((LEFT, label), leading=12)
        doc.sheet.line(60, doc.y + 0.6, 140, doc.y + 0.6, 0.25)
        if signed:
            pen(doc, 64, 60600 + len(name), width=50, height=5)
        doc.row((60, name), leading=5.4)
        doc.sign(role, label, name, signed=signed)
