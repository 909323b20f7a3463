"""An executive board of 2021: boxed front page, parties, substitutes, a vote by name."""

from itertools import zip_longest

from ..document import Document
from ..paper import Style
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A municipal executive board in 2021: boxed front page, notice of adjustment, contents, vote by name, " \
         "reservation, disqualification. Scanned in grey at 200 dpi."
SCANNER = Scanner(dpi=200, skew=-0.3, blur=0.45, noise=2.0, quality=36)

TEXT = Style("carlito", 11)
SMALL = TEXT.at(9)
LEFT, DIVIDER, RIGHT = 22.0, 62.0, 190.0

MEMBERS = [
    ("Karin Westerdahl", "S", "ordförande", "chair"),
    ("Håkan Frisk", "M", "1:e vice ordförande", "vice_chair"),
    ("Birgitta Åsberg", "S", None, None),
    ("Mohammed Rashidi", "S", None, None),
    ("Tove Ljungqvist", "V", None, None),
    ("Anders Pihl", "C", None, None),
    ("Margit Öhrn", "M", None, None),
    ("Jens Tapper", "SD", None, None),
    ("Ronja Kvist", "MP", None, None),
]
SERVING = [("Elin Sandgren", "S", "Roger Hjort", "S"), ("Per-Arne Wiklander", "SD", "Lotta Brink", "SD")]
SUBSTITUTES = [("Kajsa Elmgren", "L"), ("Torbjörn Ödman", "M")]
OFFICIALS = [
    ("Ingrid Fahlén", "kommundirektör", None),
    ("Samir Haddad", "ekonomichef", [[88, 89]]),
    ("Petra Lundvik", "sekreterare", None),
]
CONTENTS = [
    (87, "Val av justerare", 2),
    (88, "Delårsrapport per den 31 juli 2021", 2),
    (89, "Detaljplan för kvarteret Vävskeden i Sundåsa", 3),
    (90, "Svar på motion om avgiftsfria bussresor för pensionärer", 4),
    (91, "Bidrag till Sundåsa ridklubb för nytt ridhustak", 4),
    (92, "Anmälan av delegationsbeslut", 4),
]


def build():
    doc = Document("kommunstyrelse", TEXT, LEFT, RIGHT, 38, 34, 5.1, head, foot)
    doc.meeting = dict(municipality="Sundåsa kommun", body="Kommunstyrelsen", date="2021-09-07",
                       place="Kommunhuset i Sundåsa, sal Gnejsen", start_time="13:00", end_time="16:15",
                       adjournments=[{"start": "14:20", "end": "14:35"}], paragraphs={"first": 87, "last": 92})
    front(doc)
    doc.new_sheet()
    contents(doc)
    items(doc)
    return doc.finish()


def head(sheet, number):
    sheet.ink([[(22, 14), (30, 14), (30, 20), (26, 25), (22, 20), (22, 14)], [(22, 18), (30, 18)], [(26, 14), (26, 25)]],
              width=0.5, shade=60)
    sheet.row(18, (34, "Sundåsa kommun", TEXT.bold.at(13)), (118, "PROTOKOLL", TEXT.bold.at(13)),
              (RIGHT, f"{number} (4)", TEXT, "right"))
    sheet.row(24, (34, "Kommunstyrelsen", TEXT), (118, "2021-09-07", TEXT))
    sheet.line(LEFT, 28, RIGHT, 28, 0.4)


def foot(sheet, number):
    sheet.box(LEFT, 270, RIGHT, 284)
    sheet.line(106, 270, 106, 284)
    sheet.row(274, (24, "Justerandes signatur", SMALL.at(8)), (108, "Utdragsbestyrkande", SMALL.at(8)))
    for n in range(3):
        sheet.ink(initials(30 + 22 * n, 282, 7 * number + n), shade=55)


def front(doc):
    doc.new_sheet()
    doc.y = 34
    boxes = [
        (["Plats och tid"], ["Kommunhuset i Sundåsa, sal Gnejsen, klockan 13.00–16.15",
                             "Ajournering klockan 14.20–14.35"]),
        (["Beslutande", "ledamöter"], [f"{name} ({party}){', ' + text if text else ''}"
                                       for name, party, text, _ in MEMBERS]),
        (["Tjänstgörande", "ersättare"], [f"{name} ({party}) tjänstgör för {member} ({other})"
                                          for name, party, member, other in SERVING]),
        (["Närvarande", "ersättare"], [f"{name} ({party})" for name, party in SUBSTITUTES]),
        (["Övriga närvarande"], [f"{name}, {title}" + (f", §§ {p[0][0]}–{p[0][1]}" if p else "")
                                 for name, title, p in OFFICIALS]),
        (["Justerare"], ["Tove Ljungqvist (V) och Margit Öhrn (M)"]),
        (["Justeringens", "plats och tid"], ["Kommunkansliet, tisdagen den 14 september 2021 klockan 08.30"]),
    ]
    for labels, values in boxes:
        box(doc, labels, values)
    for name, party, text, role in MEMBERS:
        doc.attend(name, "member", party=party, role=role, role_text=text)
    for name, party, member, other in SERVING:
        doc.attend(name, "serving_substitute", party=party, replaces=member)
        doc.miss(member, party=other)
    for name, party in SUBSTITUTES:
        doc.attend(name, "substitute", party=party)
    for name, title, paragraphs in OFFICIALS:
        doc.attend(name, "official", role="secretary" if title == "sekreterare" else None, role_text=title,
                   paragraphs=paragraphs)
    doc.adjustments.append(dict(adjusters=["Tove Ljungqvist", "Margit Öhrn"], place="Kommunkansliet", date="2021-09-14",
                                time="08:30"))
    signatures(doc)
    notice(doc)


def box(doc, labels, values):
    top, bold = doc.y, TEXT.bold
    for label, value in zip_longest(labels, values):
        doc.row(*[(LEFT + 2, label, bold)] * bool(label), *[(DIVIDER + 2, value)] * bool(value), leading=4.7)
    doc.y += 1.9
    doc.sheet.box(LEFT, top, RIGHT, doc.y)
    doc.sheet.line(DIVIDER, top, DIVIDER, doc.y)


def signatures(doc):
    top = doc.y
    doc.row((LEFT + 2, "Underskrifter", TEXT.bold), (DIVIDER + 2, "Paragrafer"), (88, "87–92"), leading=5)
    people = [("secretary", "Sekreterare", "Petra Lundvik"), ("chair", "Ordförande", "Karin Westerdahl"),
              ("adjuster", "Justerare", "Tove Ljungqvist"), ("adjuster", "Justerare", "Margit Öhrn")]
    for n, (role, label, name) in enumerate(people):
        doc.row((DIVIDER + 2, label), (88, "." * 60, SMALL), leading=9)
        doc.sheet.ink(scribble(92, doc.y - 0.6, 11 + n, width=34, height=6))
        doc.row((88, name, SMALL), leading=4)
        doc.sign(role, label, name)
    doc.y += 2
    doc.sheet.box(LEFT, top, RIGHT, doc.y)


def notice(doc):
    doc.y += 4
    top = doc.y
    doc.row((106, "ANSLAG/BEVIS", TEXT.bold, "center"), leading=5)
    doc.row((LEFT + 2, "Justeringen har tillkännagivits på kommunens digitala anslagstavla.", SMALL), leading=4.6)
    doc.row((LEFT + 2, "Organ", SMALL), (60, "Kommunstyrelsen"), leading=5)
    doc.row((LEFT + 2, "Anslaget sätts upp", SMALL), (60, "2021-09-15"), (106, "Anslaget tas ned", SMALL),
            (144, "2021-10-07"), leading=5)
    doc.row((LEFT + 2, "Protokollet förvaras", SMALL), (60, "Kommunkansliet"), leading=5)
    doc.y += 2
    doc.sheet.box(LEFT, top, RIGHT, doc.y)
    doc.notices.append(dict(organ="Kommunstyrelsen", posted="2021-09-15", removed="2021-10-07", kept_at="Kommunkansliet"))


def contents(doc):
    doc.row((LEFT, "Innehållsförteckning", TEXT.bold.at(14)), leading=7)
    doc.space(2)
    for number, title, page in CONTENTS:
        dots = "." * int((RIGHT - 46 - TEXT.width(title) - 10) / TEXT.width("."))
        doc.row((LEFT, f"§ {number}"), (40, f"{title} {dots}"), (RIGHT, str(page), TEXT, "right"), leading=5.6)
        doc.contents.append((number, title, page))
    doc.space(10)


def begin(doc, number, title, reference=None, room=30, **more):
    doc.end_item()
    doc.need(room)
    cells = [(LEFT, f"§ {number}", TEXT.bold.at(12))]
    if reference:
        cells.append((RIGHT, f"Dnr {reference}", TEXT, "right"))
    doc.row(*cells, leading=6)
    doc.row((LEFT, title, TEXT.bold.at(12)), leading=5.6)
    doc.space(1.4)
    doc.begin_item(number, f"§ {number}", title, reference, **more)


def items(doc):
    def section(kind, heading, *paragraphs):
        doc.heading(heading, kind, above=1.6)
        for text in paragraphs:
            if text.startswith("– "):
                doc.para(text, hang=3)
            else:
                doc.para(text, indent=6 if text.startswith("att ") else 0, hang=12 if text.startswith("att ") else 0)

    begin(doc, 87, "Val av justerare")
    section("decision", "Beslut", "Kommunstyrelsen utser Tove Ljungqvist (V) och Margit Öhrn (M) att tillsammans med "
            "ordföranden justera protokollet.")
    doc.space(5)

    begin(doc, 88, "Delårsrapport per den 31 juli 2021", "KS 2021/214", outcome="approved",
          distribution=["Kommunfullmäktige", "ekonomiavdelningen", "kommunens revisorer"])
    section("decision", "Beslut", "Kommunstyrelsen beslutar", "att godkänna delårsrapporten samt",
            "att uppmana barn- och utbildnings¬nämnden att vidta åtgärder för en budget i balans.")
    section("summary", "Sammanfattning", "Resultatet efter sju månader är 11,4 miljoner kronor, vilket är 3,1 miljoner "
            "kronor bättre än budgeterat. Skatte¬intäkterna har ökat mer än väntat, medan kostnaderna för vikarier och "
            "placeringar överstiger budgeten.", "För helåret prognostiserar ekonomi¬avdelningen ett överskott på 6 miljoner "
            "kronor. Barn- och utbildnings¬nämnden beräknas få ett underskott på 4,5 miljoner kronor.")
    section("documents", "Beslutsunderlag", "– Tjänsteskrivelse den 25 augusti 2021", "– Delårsrapport per den 31 juli 2021")
    section("distribution", "Beslutet skickas till", "Kommunfullmäktige, ekonomiavdelningen, kommunens revisorer")
    doc.new_sheet()

    begin(doc, 89, "Detaljplan för kvarteret Vävskeden i Sundåsa", "KS 2020/387", outcome="approved",
          proposals=[(["Birgitta Åsberg"], "S", "Birgitta Åsberg (S) yrkar bifall till liggande förslag."),
                     (["Jens Tapper"], "SD", "Jens Tapper (SD) yrkar, med instämmande av Per-Arne Wiklander (SD), att "
                      "planen begränsas till tre våningar.")],
          votes=[(7, 3, 1, VOTES)],
          reservations=[("Jens Tapper", "SD", None), ("Per-Arne Wiklander", "SD", None)],
          distribution=["Samhällsbyggnadsnämnden"])
    section("decision", "Beslut", "Kommunstyrelsen beslutar att godkänna detaljplanen för granskning.")
    section("background", "Ärendebeskrivning", "Det nedlagda väveriet ska ge plats åt omkring 60 lägenheter i hus om fyra "
            "våningar. Fabriks¬skorstenen och portvakts¬stugan bevaras och får skydds¬bestämmelser. Under samrådet inkom "
            "23 yttranden. Läns¬styrelsen anser att risken för ras och skred mot ån behöver utredas ytterligare.")
    section("motions", "Yrkanden", "Birgitta Åsberg (S) yrkar bifall till liggande förslag.",
            "Jens Tapper (SD) yrkar, med instämmande av Per-Arne Wiklander (SD), att planen begränsas till tre våningar.")
    section("order", "Beslutsgång", "Ordföranden finner att det finns två förslag till beslut, ställer dem mot varandra och "
            "finner att kommun¬styrelsen beslutar enligt Birgitta Åsbergs yrkande. Omröstning begärs och verkställs. Den "
            "som stödjer Birgitta Åsbergs yrkande röstar ja, den som stödjer Jens Tappers yrkande röstar nej.")
    section("vote", "Omröstningsresultat", "Kommun¬styrelsen beslutar med 7 ja-röster mot 3 nej-röster att bifalla Birgitta "
            "Åsbergs yrkande. En ledamot avstår från att rösta.")
    doc.space(2)
    ballot_table(doc)
    section("reservation", "Reservation", "Jens Tapper (SD) och Per-Arne Wiklander (SD) reserverar sig mot beslutet till "
            "förmån för eget yrkande.")
    section("distribution", "Beslutet skickas till", "Samhällsbyggnadsnämnden")
    doc.new_sheet()

    begin(doc, 90, "Svar på motion om avgiftsfria bussresor för pensionärer", "KS 2021/062", outcome="referred_back",
          proposals=[(["Tove Ljungqvist"], "V", "Tove Ljungqvist (V) yrkar återremiss för att kostnaden ska belysas.")],
          distribution=["Tekniska förvaltningen"])
    section("decision", "Beslut", "Kommunstyrelsen beslutar att återremittera ärendet till tekniska förvaltningen för "
            "beräkning av kostnaden.")
    section("background", "Ärendebeskrivning", "I en motion den 12 april 2021 föreslår Ronja Kvist (MP) att kommun¬invånare "
            "som har fyllt 70 år ska få åka buss utan avgift mellan klockan 9 och 15. Förvaltningen föreslår att motionen "
            "avslås.")
    section("motions", "Yrkanden", "Tove Ljungqvist (V) yrkar återremiss för att kostnaden ska belysas.")
    section("distribution", "Beslutet skickas till", "Tekniska förvaltningen")
    doc.space(5)

    begin(doc, 91, "Bidrag till Sundåsa ridklubb för nytt ridhustak", "KS 2021/298", outcome="approved",
          immediate_adjustment=True, disqualified=["Håkan Frisk"],
          distribution=["Sundåsa ridklubb", "ekonomiavdelningen"])
    section("decision", "Beslut", "Kommunstyrelsen beslutar", "att bevilja Sundåsa ridklubb ett bidrag på 185 000 kronor samt",
            "att medlen anvisas ur kommunstyrelsens konto för oförutsedda utgifter.", "Paragrafen förklaras omedelbart "
            "justerad.")
    section("disqualification", "Jäv", "På grund av jäv deltar Håkan Frisk (M) inte i handläggningen av ärendet.")
    section("background", "Ärendebeskrivning", "Taket på ridhuset skadades vid stormen i februari och försäkringen täcker "
            "endast en del av kostnaden. Klubben har 340 medlemmar, varav de flesta är under 20 år.")
    section("distribution", "Beslutet skickas till", "Sundåsa ridklubb, ekonomiavdelningen")
    doc.space(5)

    begin(doc, 92, "Anmälan av delegationsbeslut", outcome="noted")
    section("decision", "Beslut", "Kommunstyrelsen lägger redovisningen av delegations¬beslut till handlingarna.")
    section("background", "Ärendebeskrivning", "Följande beslut har fattats med stöd av delegation:",
            "– Tillförordnad kommundirektör den 12–30 juli 2021", "– Avtal om städning av kommunhuset",
            "– Yttrande till länsstyrelsen över ansökan om kamera¬bevakning")
    doc.end_item()


VOTES = [(name, party, vote) for (name, party), vote in zip(
    [(name, party) for name, party, *_ in MEMBERS] + [(name, party) for name, party, *_ in SERVING],
    ["yes", "no", "yes", "yes", "yes", "yes", "abstain", "no", "yes", "yes", "no"])]


def ballot_table(doc):
    columns, marks = [LEFT, 92, 108, 124, 142], {"yes": 100, "no": 116, "abstain": 133}
    doc.need(13 * 4.7)
    top = doc.y
    rules = [top]
    doc.table_row((LEFT + 2, "Ledamot", SMALL.bold), (100, "Ja", SMALL.bold, "center"), (116, "Nej", SMALL.bold, "center"),
                  (133, "Avstår", SMALL.bold, "center"), leading=4.2)
    for name, party, vote in VOTES:
        rules.append(doc.y + 1.2)
        doc.table_row((LEFT + 2, f"{name} ({party})", SMALL), (marks[vote], "X", SMALL, "center"), leading=4.7)
    rules.append(doc.y + 1.2)
    doc.table_row((LEFT + 2, "Summa", SMALL.bold), (100, "7", SMALL.bold, "center"), (116, "3", SMALL.bold, "center"),
                  (133, "1", SMALL.bold, "center"), leading=4.7)
    rules.append(doc.y + 1.2)
    for y in rules:
        doc.sheet.line(LEFT, y, 142, y)
    for x in columns:
        doc.sheet.line(x, top, x, rules[-1])
    doc.y = rules[-1] + 1
