"""A municipal council in 2008: the attendance and the votes stand in one table on the second page."""

from ..document import Document
from ..help import Motion, Reserve, gather, pen, register
from ..paper import Style
from ..pen import initials
from ..rules import grid
from ..scan import Scanner

SOURCE = "A municipal council in 2008: front page without names of members, which stand in a list of attendance and votes with " \
         "crosses on the second page; a vote, a reservation, an interpellation, elections. Scanned in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.3, blur=0.5, noise=3.0, paper=249, quality=55)

TEXT = Style("dejavu", 9.2)
LEFT, VALUE, RIGHT = 24.0, 70.0, 190.0

MEMBERS = [
    ("Bengt Ståhlgren", "S", "ordförande", "chair", "y"), ("Margareta Fors", "C", "1:e vice ordförande", "vice_chair", "n"),
    ("Ingvar Rosengren", "S", "2:e vice ordförande", "second_vice_chair", "y"), ("Annika Brolin", "S", None, None, "y"),
    ("Tomas Hallgren", "S", None, None, "y"), ("Fatima Noori", "S", None, None, "y"), ("Kjell-Åke Wigren", "S", None, None, "y"),
    ("Rose-Marie Tell", "S", None, None, "y"), ("Jonas Edlund", "S", None, None, "y"), ("Viola Sandström", "V", None, None, "y"),
    ("Peter Kroon", "V", None, None, "y"), ("Helena Wrede", "MP", None, None, "a"), ("Rolf Tunelid", "C", None, None, "n"),
    ("Gunilla Arnell", "M", None, None, "n"), ("Fredrik Lindqvist", "M", None, None, "n"), ("Carl-Axel Munthe", "M", None, None, "n"),
    ("Ewa-Lis Cederholm", "FP", None, None, "n"), ("Magnus Thorslund", "KD", None, None, "n"),
    ("Stig-Arne Backlund", "SPI", None, None, "y"),
]
SERVING = [("Malin Oskarsson", "S", "Dennis Ek", "S", "y"), ("Hans Toreld", "M", "Cecilia Rask", "M", "n")]
SUBSTITUTES = [("Ulrika Palmgren", "C"), ("Bo Liljegren", "FP")]
OFFICIALS = [("Mikael Hedberg", "kommunchef"), ("Lisbeth Kronvall", "ekonomichef", [[46, 46]]), ("Jessica Aldén", "sekreterare")]
OTHERS = [("Sven Dahlin", "revisorernas ordförande", [[46, 46]])]


def build():
    doc = Document("kommunfullmaktige_2008", TEXT, LEFT, RIGHT, 28, 32, 4.6, head, foot)
    doc.meeting = dict(municipality="Rosshults kommun", body="Kommunfullmäktige", date="2008-04-28",
                       place="Folkets Park, Rosshult", start_time="18:30", end_time="20:40",
                       paragraphs={"first": 44, "last": 51})
    front(doc)
    doc.new_sheet()
    table(doc)
    doc.new_sheet()
    for number, title, reference, entries, more in ITEMS:
        doc.end_item()
        doc.need(30)
        doc.space(3)
        doc.row((LEFT, f"§ {number}", TEXT.bold.at(10.5)), (LEFT + 18, title, TEXT.bold.at(10.5)), leading=6)
        if reference:
            doc.row((LEFT + 18, f"Diarienr {reference}", TEXT.at(8.5)), leading=4.8)
        doc.space(1.2)
        doc.begin_item(number, f"§ {number}", title, reference, **gather(entries), **more)
        doc.tell(entries, indent=18, att=5, gap=0.9, heading=TEXT.bold, above=1.1)
    doc.end_item()
    return doc.finish()


def head(sheet, number):
    sheet.row(17, (LEFT, "ROSSHULTS KOMMUN", TEXT.bold.at(11)), (RIGHT, f"Sida {number} av 4", TEXT, "right"))
    sheet.row(22.5, (LEFT, "Kommunfullmäktige", TEXT), (VALUE + 22, "Sammanträdesprotokoll 2008-04-28", TEXT))


def foot(sheet, number):
    for x0, x1, label in ((LEFT, 62, "Justerandes sign"), (62, 100, "Justerandes sign"), (100, RIGHT, "Utdragsbestyrkande")):
        sheet.box(x0, 268, x1, 281)
    sheet.row(271.5, (LEFT + 1, "Justerandes sign", TEXT.at(7)), (63, "Justerandes sign", TEXT.at(7)), (101, "Utdragsbestyrkande", TEXT.at(7)))
    sheet.ink(initials(34, 280, 110 + number), shade=60)
    sheet.ink(initials(72, 280, 120 + number), shade=60)


def field(doc, label, values):
    top = doc.y
    for n, value in enumerate(values):
        doc.row(*[(LEFT + 1.5, label, TEXT.bold)] * (n == 0), (VALUE, value), leading=4.8)
    doc.y += 2.6
    doc.sheet.line(LEFT, doc.y, RIGHT, doc.y, 0.2)
    doc.y += 1.2


def front(doc):
    doc.new_sheet()
    doc.y = 32
    doc.sheet.line(LEFT, doc.y, RIGHT, doc.y, 0.2)
    doc.y += 1
    field(doc, "Plats och tid", ["Folkets Park, Rosshult, klockan 18.30-20.40"])
    field(doc, "Beslutande", ["Enligt närvaro- och omröstningslista, sidan 2"])
    field(doc, "Övriga deltagande", ["Mikael Hedberg, kommunchef", "Lisbeth Kronvall, ekonomichef, § 46",
                                     "Sven Dahlin, revisorernas ordförande, § 46", "Jessica Aldén, sekreterare"])
    field(doc, "Utses att justera", ["Kjell-Åke Wigren (S) och Gunilla Arnell (M)"])
    field(doc, "Justering", ["Kommunkansliet, 2008-05-07"])
    field(doc, "Justerade paragrafer", ["44-51"])
    doc.adjustments.append(dict(adjusters=["Kjell-Åke Wigren", "Gunilla Arnell"], place="Kommunkansliet", date="2008-05-07"))
    doc.space(3)
    doc.row((LEFT + 1.5, "Underskrifter", TEXT.bold))
    for n, (role, label, name) in enumerate([("secretary", "Sekreterare", "Jessica Aldén"), ("chair", "Ordförande", "Bengt Ståhlgren"),
                                             ("adjuster", "Justerande", "Kjell-Åke Wigren"), ("adjuster", "Justerande", "Gunilla Arnell")]):
        doc.row((LEFT + 1.5, label), (VALUE, "." * 62), leading=13)
        pen(doc, VALUE + 4, 20080 + n, width=46, height=6, shade=60)
        doc.row((VALUE, name), leading=4.8)
        doc.sign(role, label, name)
    doc.space(9)
    top = doc.y
    doc.row((107, "ANSLAG/BEVIS", TEXT.bold, "center"), leading=6)
    doc.row((LEFT + 2, "Protokollet är justerat. Justeringen har tillkännagivits genom anslag."), leading=5.4)
    for left, right in [(("Organ", "Kommunfullmäktige"), ("Sammanträdesdatum", "2008-04-28")),
                        (("Anslaget uppsatt", "2008-05-08"), ("Anslaget tas ned", "2008-05-30")),
                        (("Protokollet förvaras", "Kommunkansliet"), ("Underskrift", None))]:
        doc.row((LEFT + 2, left[0]), (VALUE, left[1]), (112, right[0]), *[(152, right[1])] * bool(right[1]), leading=6)
    doc.y += 3
    pen(doc, 138, 20080, width=36, height=3, shade=60, lift=0)
    doc.y += 4
    doc.sheet.box(LEFT, top, RIGHT, doc.y)
    doc.notices.append(dict(organ="Kommunfullmäktige", posted="2008-05-08", removed="2008-05-30", kept_at="Kommunkansliet"))


COLUMNS = [LEFT, 33.0, 128.0, 144.0, 158.0, 168.0, 178.0]
VOTES = [(name, party, {"y": "yes", "n": "no", "a": "abstain"}[vote]) for name, party, *_, vote in MEMBERS + SERVING]


def table(doc):
    doc.y = 34
    doc.row((LEFT, "Närvaro- och omröstningslista", TEXT.bold.at(11)), leading=6)
    doc.space(2)
    top, rules = doc.y, [doc.y]
    middle = {"yes": 163.0, "no": 173.0, "abstain": 184.0}

    def line(*cells, style=TEXT):
        doc.row(*[(x, text, style, *align) for x, text, *align in cells], leading=4.7)
        doc.y += 1.3
        rules.append(doc.y)

    line((174, "§ 47", "center"), style=TEXT.bold)
    line((LEFT + 1, "Nr"), (34, "Ledamöter"), (129, "Parti"), (145, "Närv"), (163, "Ja", "center"), (173, "Nej", "center"),
         (184, "Avst", "center"), style=TEXT.bold)
    number = 0
    for name, party, text, role, vote in MEMBERS:
        number += 1
        line((LEFT + 1, str(number)), (34, name + (f", {text}" if text else "")), (129, party), (149, "X"),
             (middle[VOTES[number - 1][2]], "X", "center"))
    line((34, "Tjänstgörande ersättare"), style=TEXT.bold)
    for name, party, member, other, vote in SERVING:
        number += 1
        line((LEFT + 1, str(number)), (34, f"{name}, ersätter {member} ({other})"), (129, party), (149, "X"),
             (middle[VOTES[number - 1][2]], "X", "center"))
    line((34, "Summa"), (149, "21"), (163, "12", "center"), (173, "8", "center"), (184, "1", "center"), style=TEXT.bold)
    grid(doc, COLUMNS, RIGHT, rules, top)
    doc.space(4)
    doc.row((LEFT, "Ej tjänstgörande ersättare", TEXT.bold))
    for name, party in SUBSTITUTES:
        doc.row((LEFT, f"{name} ({party})"))
    register(doc, [entry[:4] for entry in MEMBERS], [entry[:4] for entry in SERVING], SUBSTITUTES, OFFICIALS[:2], OTHERS)
    register(doc, officials=OFFICIALS[2:])


K = "Kommun¬fullmäktige beslutar"
H = "Kommunfullmäktiges beslut"
ITEMS = [
    (44, "Val av justerare", None, [
        ("decision", H, K + " att utse Kjell-Åke Wigren (S) och Gunilla Arnell (M) att justera dagens protokoll.")], {}),
    (45, "Allmänhetens frågestund", None, [
        "Ulf Bredberg frågar när belysningen på strandpromenaden ska repareras. Tomas Hallgren (S) svarar att arbetet är "
        "beställt och ska vara klart i augusti.",
        "Inga fler frågor ställs."], {}),
    (46, "Årsredovisning för 2007", "KS 2008/0061", [
        ("background", "Ärendebeskrivning", "Kommunens resultat för 2007 uppgår till 7,8 miljoner kronor, vilket motsvarar 1,6 "
         "procent av skatte¬intäkter och statsbidrag. Revisorerna tillstyrker att styrelse och nämnder beviljas ansvarsfrihet."),
        ("decision", H, K, "att godkänna årsredovisningen för 2007 samt",
         "att bevilja kommunstyrelsen och nämnderna ansvarsfrihet för 2007 års verksamhet."),
        ("distribution", "Expedieras till", "Samtliga nämnder, revisorerna")],
     {"distribution": ["Samtliga nämnder", "revisorerna"]}),
    (47, "Motion om barnomsorg på obekväm arbetstid", "KS 2007/0218", [
        ("background", "Ärendebeskrivning", "Gunilla Arnell (M) och Rolf Tunelid (C) föreslår i en motion att kommunen ska erbjuda "
         "barnomsorg på kvällar och helger. Barn- och utbildnings¬nämnden har gjort en enkät som visar att 19 familjer skulle "
         "använda en sådan möjlighet. Kostnaden beräknas till 1,4 miljoner kronor per år. Kommunstyrelsen föreslår att motionen "
         "avslås."),
        ("motions", "Yrkanden", Motion("Annika Brolin (S) yrkar bifall till kommunstyrelsens förslag.", ["Annika Brolin"], "S"),
         Motion("Gunilla Arnell (M), Rolf Tunelid (C) och Ewa-Lis Cederholm (FP) yrkar bifall till motionen.",
                ["Gunilla Arnell", "Rolf Tunelid", "Ewa-Lis Cederholm"])),
        ("order", "Propositionsordning", "Ordföranden ställer yrkandena mot varandra och finner att kommun¬fullmäktige beslutar "
         "enligt Annika Brolins yrkande. Omröstning begärs. Följande voterings¬ordning godkänns: den som vill avslå motionen "
         "röstar ja, den som vill bifalla motionen röstar nej."),
        ("vote", "Omröstning", "Vid omröstningen avges 12 ja-röster och 8 nej-röster. En ledamot avstår. Hur var och en röstade "
         "framgår av omröstnings¬listan på sidan 2."),
        ("decision", H, K + " att avslå motionen."),
        ("reservation", "Reservation", Reserve("Gunilla Arnell (M), Rolf Tunelid (C) och Magnus Thorslund (KD) reserverar sig "
         "mot beslutet.", [("Gunilla Arnell", "M"), ("Rolf Tunelid", "C"), ("Magnus Thorslund", "KD")])),
        ("distribution", "Expedieras till", "Motionärerna, barn- och utbildnings¬nämnden")],
     {"votes": [(12, 8, 1, VOTES)], "distribution": ["Motionärerna", "barn- och utbildningsnämnden"]}),
    (48, "Detaljplan för Hamnudden", "KS 2006/0333", [
        ("background", "Ärendebeskrivning", "Planen gör det möjligt att bygga 28 lägenheter och en gästhamn på det tidigare "
         "sågverksområdet. Planen har varit utställd under januari 2008. Marken ska saneras innan bygglov beviljas."),
        ("decision", H, K + " att anta detaljplanen för Hamnudden."),
        ("distribution", "Expedieras till", "Byggnadsnämnden, läns¬styrelsen")],
     {"distribution": ["Byggnadsnämnden", "länsstyrelsen"]}),
    (49, "Interpellation om ungdomsarbetslösheten", "KS 2008/0097", [
        "Peter Kroon (V) har ställt en interpellation till kommun¬styrelsens ordförande Annika Brolin (S) om vilka åtgärder som "
        "planeras för ungdomar utan arbete. Annika Brolin svarar att kommunen i samarbete med arbets¬förmedlingen ska "
        "erbjuda 35 ungdomar praktik under hösten.",
        "I debatten deltar även Fredrik Lindqvist (M) och Helena Wrede (MP).",
        ("decision", H, K + " att interpellationen ska anses besvarad.")], {}),
    (50, "Avsägelse och fyllnadsval", "KS 2008/0104", [
        "Rose-Marie Tell (S) har avsagt sig uppdraget som ersättare i miljö- och byggnadsnämnden.",
        ("decision", H, K, "att godkänna avsägelsen samt",
         "att utse Jonas Edlund (S) till ersättare i miljö- och byggnads¬nämnden till och med 2010."),
        ("distribution", "Expedieras till", "De valda, löne¬kontoret")], {"distribution": ["De valda", "lönekontoret"]}),
    (51, "Anmälan av nya motioner", None, [
        "Magnus Thorslund (KD) har lämnat in en motion om trygghets¬larm till alla som fyllt 85 år.",
        ("decision", H, K + " att överlämna motionen till kommun¬styrelsen för beredning.")], {}),
]
