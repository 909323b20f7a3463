"""A health board of a market town, 1958: typewriter on plain paper, prose decisions, underlined titles."""

from ..document import Document
from ..help import pen, underline
from ..paper import Style
from ..scan import Scanner

SOURCE = "The health board of a köping in 1958: typed on plain paper, letter-spaced title, list of those present, “§ 84.” and an " \
         "underlined title on one line, decisions as sentences in the past tense, signatures at the end. Hard scan: faded ribbon, skew, noise."
SCANNER = Scanner(dpi=300, skew=1.6, blur=0.8, noise=13.0, paper=228, ink=0.72, carbon=0.28, bleed=0.05, shadow=True, quality=45)

TEXT = Style("typewriter", 11, typed=True)
LEFT, RIGHT, BODY = 27.0, 188.0, 19.2
PRESENT = LEFT + 38.5


def build():
    doc = Document("halsovardsnamnd1958", TEXT, LEFT, RIGHT, 24, 24, 5.0, head)
    doc.meeting = dict(municipality="Aspvikens köping", body="Hälsovårdsnämnden", date="1958-10-14", place="köpingskontoret",
                       start_time="19:00", end_time="21:20")
    doc.new_sheet()
    doc.y = 28
    doc.row((LEFT, "HÄLSOVÅRDSNÄMNDEN I ASPVIKENS KÖPING"))
    doc.space(4)
    doc.row((LEFT, "P R O T O K O L L"))
    underline(doc, LEFT, "P R O T O K O L L", TEXT)
    doc.space(1.5)
    doc.para("vid ordinarie sammanträde å köpings¬kontoret tisdagen den 14 oktober 1958 kl. 19.00.", note=False)
    doc.space(4)
    people(doc)
    doc.space(4)
    for number, title, paragraphs, more in ITEMS:
        item(doc, number, title, paragraphs, dict(more))
    sign(doc)
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(17, (105, f"- {number} -", TEXT, "center"))


MEMBERS = [("Sven Alderin", "ordförande", "chair"), ("Hulda Brodin", "vice ordförande", "vice_chair"), ("Gottfrid Sandell", None, None),
           ("Karl-Oskar Hultgren", None, None), ("Nanny Sjögren", None, None), ("Assar Wernlund", None, None)]


def people(doc):
    def listed(label, lines):
        for n, line in enumerate(lines):
            doc.row(*[(LEFT, label)] * (n == 0), (PRESENT, line))
        doc.space(1.6)
    listed("Ledamöter:", [name + (f", {text}" if text else "") for name, text, _ in MEMBERS])
    listed("Suppleant:", ["Ester Wikander, tjänstgörande för Torsten Malmros"])
    listed("Övriga:", ["Gunnar Elfving, provinsialläkare", "Axel Rosell, hälsovårdsinspektör", "Märta Lidman, sekreterare"])
    for name, text, role in MEMBERS:
        doc.attend(name, "member", role=role, role_text=text)
    doc.attend("Ester Wikander", "serving_substitute", replaces="Torsten Malmros")
    doc.miss("Torsten Malmros")
    doc.attend("Gunnar Elfving", "official", role_text="provinsialläkare")
    doc.attend("Axel Rosell", "official", role_text="hälsovårdsinspektör")
    doc.attend("Märta Lidman", "official", role="secretary", role_text="sekreterare")


ITEMS = [
    (84, "Justering", [("decision", None, "Nämnden beslöt att utse fru Brodin att jämte ord¬föranden justera dagens protokoll.")], {}),
    (85, "Bostadsinspektion i kvarteret Tranan", [
        "Hälsovårdsinspektören hade den 2 och 3 oktober besiktigat samtliga lägenheter i fastigheterna nr 3 och 4 i kvarteret Tranan. "
        "I fyra av lägenheterna hade fukt trängt in genom ytter¬väggarna, och i två av dem saknades avlopp. Golvet i portvaktens kök "
        "var så murket att det icke kunde lagas.",
        "Provinsialläkaren fram¬höll att barn¬familjer icke borde tillåtas bo i de båda lägenheterna å nedre botten.",
        ("decision", None, "Nämnden beslöt", "att meddela förbud mot uthyrning av två lägenheter från och med den 1 april 1959 samt",
         "att förelägga fastighets¬ägaren att före årets utgång anordna avlopp i övriga lägenheter.")], {}),
    (86, "Renhållningstaxa för år 1959", [
        "Renhållningsentreprenören Ivar Thulin hade begärt att ersättningen för latrin¬hämtning höjdes från 1:75 till 2:10 kronor per "
        "kärl. Såsom skäl anfördes ökade kostnader för drivmedel och lön.",
        "Herr Sandell yrkade bifall till framställningen.",
        "Herr Hultgren yrkade, att ersättningen bestämdes till 1:90 kronor per kärl.",
        "Ordföranden framställde proposition å de båda yrkandena och förklarade sig anse herr Sandells yrkande antaget. Votering "
        "begärdes och verk¬ställdes, varvid avgåvos 4 ja för herr Sandells yrkande och 3 nej för herr Hultgrens yrkande.",
        ("decision", None, "Nämnden beslöt att hos köpings¬fullmäktige hemställa om höjning av ersättningen till 2:10 kronor per kärl."),
        ("reservation", None, "Mot beslutet reserverade sig herr Hultgren.")],
     {"proposals": [(["Sandell"], None, "Herr Sandell yrkade bifall till framställningen."),
                    (["Hultgren"], None, "Herr Hultgren yrkade, att ersättningen bestämdes till 1:90 kronor per kärl.")],
      "votes": [(4, 3, 0, [])], "reservations": [("Hultgren", None, None)]}),
    (87, "Vattenprov från badplatsen vid Udden", [
        "Statens institut för folkhälsan hade undersökt tre vatten¬prov från badplatsen vid Udden. Två av proven hade befunnits otjänliga. "
        "Orsaken torde vara att ladugårds¬brunnen å Östergården rinner över vid kraftigt regn.",
        ("decision", None, "Nämnden beslöt att anmoda lantbrukaren Hilding Ek att täta brunnen före den 1 maj 1959.")], {}),
    (88, "Ansökan om mjölkbutik, Storgatan 22", [
        "Aspvikens Mejeri¬förening u.p.a. hade anhållit om nämndens god¬kännande av lokal för mjölkbutik i fastigheten Storgatan 22. Ritning över lokalen "
        "fram¬lades. Inspektören hade icke funnit anledning till erinran, om hand¬fat med rinnande varmt vatten anordnades.",
        "Herr Wernlund anmälde jäv och deltog icke i ärendets behandling.",
        ("decision", None, "Nämnden beslöt att god¬känna lokalen på det av inspektören angivna villkoret.")],
     {"disqualified": ["Wernlund"]}),
    (89, "Anslag till råttutrotning", [
        "Inspektören redogjorde för den råttutrotning, som företagits i hamnen och å avskrädes¬platsen under september månad. Av det för året "
        "beviljade anslaget återstod 312 kronor. Bolaget hade erbjudit sig att upprepa behandlingen i mars för ett pris av 480 kronor.",
        ("decision", None, "Nämnden beslöt att antaga anbudet och att i staten för år 1959 upptaga 500 kronor för ändamålet.")], {}),
    (90, "Föreläggande mot buller från snickeri", [
        "Sjutton hyresgäster i kvarteret Lärkan hade i skrivelse klagat över buller från Björks Snickeri. Maskinerna uppgavos vara i gång "
        "från kl. 5.30 till sent på kvällen. Ägaren hade vid samtal med inspektören förklarat sig villig att flytta hyveln till den södra "
        "byggnaden.",
        ("decision", None, "Nämnden beslöt att bordlägga ärendet till nästa sammanträde.")], {}),
    (91, "Avslutning", ["Nästa sammanträde bestämdes till tisdagen den 11 november 1958 kl. 19.00. Sammanträdet avslutades kl. 21.20."], {}),
]


def item(doc, number, title, paragraphs, more):
    doc.end_item()
    doc.need(24)
    doc.row((LEFT, f"§ {number}."), (LEFT + BODY, title))
    underline(doc, LEFT + BODY, title, TEXT)
    doc.space(1.4)
    doc.begin_item(number, f"§ {number}.", title, None, **more)
    doc.tell(paragraphs, indent=BODY, att=9.6, gap=1.2)
    doc.end_item()
    doc.space(4)


def sign(doc):
    doc.need(72)
    doc.space(3)
    doc.row((LEFT + BODY, "In fidem:"))
    line(doc, "secretary", "In fidem", "Märta Lidman", None, 41)
    doc.space(3)
    doc.row((LEFT + BODY, "Justerat den 20 oktober 1958:"))
    doc.adjustments.append(dict(adjusters=["Hulda Brodin"], date="1958-10-20"))
    line(doc, "chair", "ordförande", "Sven Alderin", "ordförande", 42)
    line(doc, "adjuster", None, "Hulda Brodin", None, 43)


def line(doc, role, text, name, title, seed):
    doc.row((LEFT + BODY, "." * 32), leading=13.5)
    pen(doc, LEFT + BODY + 4, seed, width=54, height=6.5, shade=45)
    doc.row((LEFT + BODY, name + (f", {title}" if title else "")))
    doc.sign(role, text, name)
