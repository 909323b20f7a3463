"""A church council (kyrkofullmäktige) of 1996: word processor, names in two columns, centred §§."""

from ..document import Document
from ..help import pen
from ..paper import Style
from ..pen import initials
from ..scan import Scanner

SOURCE = "The church council of a parish in 1996: word processor in a book face, prose opening, names in two columns, “§ 14” centred over a " \
         "centred title, “Kyrkofullmäktige beslutar” as a sentence, signatures at the end. Hard scan: skew, faded toner, speckle, bleed-through."
SCANNER = Scanner(dpi=300, skew=-1.3, blur=0.8, noise=10.0, paper=232, ink=0.7, bleed=0.07, speckle=0.003, shadow=True, punched=True, quality=45)

TEXT = Style("century", 11)
BOLD = TEXT.bold
LEFT, RIGHT, MID = 30.0, 182.0, 106.0


def build():
    doc = Document("kyrkofullmaktige1996", TEXT, LEFT, RIGHT, 32, 28, 5.1, head, foot)
    doc.meeting = dict(municipality="Tveta-Hjortsjö församling", body="Kyrkofullmäktige", date="1996-05-21", place="Församlingsgården i Hjortsjö",
                       start_time="19:00", end_time="21:25", paragraphs={"first": 9, "last": 18})
    doc.new_sheet()
    front(doc)
    for number, title, paragraphs, more in ITEMS:
        item(doc, number, title, paragraphs, dict(more))
    sign(doc)
    return doc.finish()


def head(sheet, number):
    sheet.row(18, (LEFT, "TVETA-HJORTSJÖ FÖRSAMLING", TEXT.at(9)), (RIGHT, f"sid. {number}", TEXT.at(9), "right"))


def foot(sheet, number):
    sheet.ink(initials(150, 283, 910 + number), shade=60)
    sheet.ink(initials(166, 283, 930 + number), shade=60)


MEMBERS = [("Elsa Marklund", "c", "ordförande", "chair"), ("Sigvard Nyberg", "s", "vice ordförande", "vice_chair"), ("Ingrid Bolander", "c", None, None),
           ("Lennart Ryd", "m", None, None), ("Berta Ahlqvist", "s", None, None), ("Hans Tornberg", "kd", None, None), ("Gunnel Sparre", "fp", None, None),
           ("Arvid Stenqvist", "c", None, None), ("Majken Dahl", "s", None, None), ("Rolf Widegren", "m", None, None), ("Iréne Skoog", "kd", None, None),
           ("Stellan Brunn", "s", None, None), ("Vega Thorsell", "c", None, None)]
SERVING = [("Karin Höök", "s", "Jan Persgård", "s"), ("Otto Lejon", "m", "Eva Rosenlund", "m")]


def front(doc):
    doc.y = 30
    doc.row((MID, "PROTOKOLL", BOLD.at(15), "center"), leading=7)
    doc.row((MID, "fört vid sammanträde med kyrkofullmäktige", TEXT, "center"))
    doc.space(4)

    def listed(label, text):
        doc.row((LEFT, label, BOLD), (LEFT + 30, text))
    listed("Dag och tid:", "Tisdagen den 21 maj 1996 kl. 19.00–21.25")
    listed("Plats:", "Församlingsgården i Hjortsjö")
    doc.space(3)
    doc.row((LEFT, "Närvarande ledamöter", BOLD))
    lines = [f"{n} ({p})" + (f", {t}" if t else "") for n, p, t, _ in MEMBERS]
    half = (len(lines) + 1) // 2
    top = doc.y
    for column, block in enumerate((lines[:half], lines[half:])):
        doc.y = top
        for line in block:
            doc.row((LEFT + 80 * column, line))
    doc.y = top + half * doc.leading
    doc.space(2.4)
    doc.row((LEFT, "Tjänstgörande ersättare", BOLD))
    for n, p, m, q in SERVING:
        doc.row((LEFT, f"{n} ({p}) i stället för {m} ({q})"))
    doc.space(2.4)
    doc.row((LEFT, "Övriga ersättare", BOLD))
    doc.row((LEFT, "Nils Edling (c)"))
    doc.space(2.4)
    doc.row((LEFT, "Övriga närvarande", BOLD))
    doc.row((LEFT, "Olof Granath, kyrkoherde"))
    doc.row((LEFT, "Birgit Lans, kamrer, tillika sekreterare"))
    doc.space(3)
    for n, p, t, role in MEMBERS:
        doc.attend(n, "member", party=p.upper(), role=role, role_text=t)
    for n, p, m, q in SERVING:
        doc.attend(n, "serving_substitute", party=p.upper(), replaces=m)
        doc.miss(m, party=q.upper())
    doc.attend("Nils Edling", "substitute", party="C")
    doc.attend("Olof Granath", "official", role_text="kyrkoherde")
    doc.attend("Birgit Lans", "official", role="secretary", role_text="kamrer, tillika sekreterare")


D = "decision"
ITEMS = [
    (9, "Upprop", ["Sekreteraren förrättar upprop. Kyrkofullmäktige är beslutfört. Kungörelse om sammanträdet har varit anslagen sedan den 10 maj och "
     "införd i Hjortsjö Tidning."], {}),
    (10, "Val av justerare", [(D, None, "Kyrkofullmäktige beslutar att utse Ingrid Bolander (c) och Berta Ahlqvist (s) att jämte ordföranden justera "
     "protokollet. Justering äger rum på pastors¬expeditionen den 29 maj 1996.")], {}),
    (11, "Årsredovisning för 1995", [
        "Kamreren föredrar årsredovisningen. Resultatet blev 214 000 kronor, att jämföra med budgeterade 90 000 kronor. Avvikelsen beror på "
        "att tjänsten som församlings¬assistent har varit vakant under nio månader. Kyrkogårdens redovisning visar ett under¬skott på 61 000 kronor.",
        "Revisorerna har granskat räkenskaperna utan anmärkning.",
        (D, None, "Kyrkofullmäktige beslutar", "att godkänna årsredovisningen samt", "att överföra 100 000 kronor till fonden för kyrkornas underhåll.")], {}),
    (12, "Ansvarsfrihet för kyrkorådet", [
        "Revisorerna tillstyrker ansvarsfrihet. Kyrkorådets ledamöter deltar inte i beslutet.",
        (D, None, "Kyrkofullmäktige beslutar att bevilja kyrkorådet ansvarsfrihet för 1995 års förvaltning.")], {}),
    (13, "Utbyggnad av församlingsgården", [
        "Kyrkorådet föreslår att församlings¬gården i Hjortsjö byggs ut med en sal för barn¬verksamheten och ett större kök. Kostnaden beräknas till "
        "2,3 miljoner kronor, varav stiftet lämnar bidrag med 400 000 kronor. Återstoden finansieras genom lån.",
        "Under överläggningen framhåller flera ledamöter att barn¬gruppernas lokaler är trånga. Andra anser att församlingen inte bör skuld¬sätta sig "
        "innan följderna av skilsmässan mellan kyrka och stat är kända.",
        "Sigvard Nyberg (s) yrkar bifall till kyrkorådets förslag.",
        "Lennart Ryd (m) yrkar att ärendet återremitteras till kyrkorådet.",
        "Ordföranden ställer proposition på yrkandena och finner Sigvard Nybergs yrkande antaget. Votering begärs och genomförs med upprop. "
        "Ja-röst för Sigvard Nybergs yrkande, nej-röst för Lennart Ryds yrkande.",
        "Voteringen ger 10 ja-röster och 4 nej-röster. En ledamot avstår.",
        (D, None, "Kyrkofullmäktige beslutar att bifalla kyrkorådets förslag."),
        ("reservation", None, "Lennart Ryd (m), Rolf Widegren (m) och Otto Lejon (m) reserverar sig mot beslutet.")],
     {"proposals": [(["Sigvard Nyberg"], "S", "Sigvard Nyberg (s) yrkar bifall till kyrkorådets förslag."),
                    (["Lennart Ryd"], "M", "Lennart Ryd (m) yrkar att ärendet återremitteras till kyrkorådet.")],
      "votes": [(10, 4, 1, [])],
      "reservations": [("Lennart Ryd", "M", None), ("Rolf Widegren", "M", None), ("Otto Lejon", "M", None)]}),
    (14, "Taxa för gravrättsupplåtelse", [
        "Kyrkogårdsutskottet har sett över taxan, som gällt sedan 1992. Avgiften för kistgrav höjs från 1 200 till 1 500 kronor. Avgiften för "
        "urngrav lämnas oförändrad.",
        (D, None, "Kyrkofullmäktige beslutar att fastställa taxan att gälla från och med den 1 juli 1996.")], {}),
    (15, "Försäljning av klockargården i Tveta", [
        "Klockargården har hyrts ut sedan 1981. Ett anbud på 465 000 kronor har lämnats av hyresgästen, Anders Thorsell. "
        "Vega Thorsell (c) anmäler jäv och deltar inte i ärendets behandling.",
        (D, None, "Kyrkofullmäktige beslutar", "att försälja klockargården för 465 000 kronor samt", "att uppdra åt kyrkorådets ordförande att underteckna "
         "köpehandlingarna.")], {"disqualified": ["Vega Thorsell"]}),
    (16, "Avsägelse", [
        "Stig Palmborg (s) har i skrivelse avsagt sig uppdraget som ersättare i kyrkorådet.",
        (D, None, "Kyrkofullmäktige beslutar", "att godkänna avsägelsen samt", "att till ny ersättare utse Majken Dahl (s).")], {}),
    (17, "Motion om gravlykta för barn", [
        "Iréne Skoog (kd) har i en motion föreslagit en gemensam minnesplats för små barn på Tveta kyrkogård. Kyrkorådet är positivt och beräknar "
        "kostnaden till 15 000 kronor.",
        (D, None, "Kyrkofullmäktige beslutar att bifalla motionen.")], {}),
    (18, "Avslutning", ["Ordföranden tackar för visat intresse och avslutar sammanträdet. Kyrkoherden leder en kort andakt."], {}),
]


def item(doc, number, title, paragraphs, more):
    doc.end_item()
    doc.need(27)
    doc.row((MID, f"§ {number}", TEXT, "center"))
    doc.row((MID, title, BOLD, "center"))
    doc.space(1.2)
    doc.begin_item(number, f"§ {number}", title, None, **more)
    doc.tell(paragraphs, att=7, gap=1.2)
    doc.end_item()
    doc.space(4)


def sign(doc):
    doc.need(68)
    doc.space(3)
    doc.row((LEFT, "Vid protokollet"))
    name_line(doc, LEFT, "secretary", "Vid protokollet", "Birgit Lans", 951)
    doc.space(3)
    doc.row((LEFT, "Justerat på pastorsexpeditionen den 29 maj 1996"))
    doc.adjustments.append(dict(adjusters=["Ingrid Bolander", "Berta Ahlqvist"], place="pastorsexpeditionen", date="1996-05-29"))
    name_line(doc, LEFT, "chair", "ordförande", "Elsa Marklund", 952, ", ordförande")
    doc.row((LEFT, "_" * 26), (LEFT + 78, "_" * 26), leading=14)
    pen(doc, LEFT + 4, 953, width=42, height=6.5, shade=45)
    pen(doc, LEFT + 82, 954, width=42, height=6.5, shade=45)
    doc.row((LEFT, "Ingrid Bolander"), (LEFT + 78, "Berta Ahlqvist"))
    doc.sign("adjuster", "Justerat", "Ingrid Bolander")
    doc.sign("adjuster", "Justerat", "Berta Ahlqvist")


def name_line(doc, x, role, text, name, seed, more=""):
    doc.row((x, "_" * 26), leading=13.5)
    pen(doc, x + 4, seed, width=42, height=6.5, shade=45)
    doc.row((x, name + more))
    doc.sign(role, text, name)
