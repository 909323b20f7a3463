"""A municipal council of 2014: attendance and votes in one table, agenda below it, Cambria."""

from ..document import Document
from ..help import pen, register, commas, twice
from ..paper import Style
from ..pen import initials
from ..rules import grid
from ..scan import Scanner

SOURCE = "A municipal council in 2014: front page that refers to the list of attendance, which is a table with substitutes and the marks of the " \
         "vote, agenda with page numbers, “§ 70” before the title and the Diarienummer below, decision first. Scanned in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.35, blur=0.45, noise=2.5, paper=251, quality=50)

TEXT = Style("caladea", 10.5)
SANS = Style("carlito", 10)
LEFT, TITLE, RIGHT = 25.0, 41.0, 187.0

MEMBERS = [("Ann-Sofi Hallin", "S", "ordförande", "chair"), ("Bertil Kjerstad", "C", "1:e vice ordförande", "vice_chair"),
           ("Camilla Frendin", "M", "2:e vice ordförande", "second_vice_chair"), *[(n, p, None, None) for n, p in [
               ("Lars-Göran Wester", "S"), ("Emine Demir", "S"), ("Roger Thimgren", "S"), ("Pia Sundman", "S"), ("Jörgen Hallbäck", "S"),
               ("Sara Viberg", "S"), ("Ulf Granqvist", "M"), ("Inger Tideman", "M"), ("Fredrik Borgh", "M"), ("Elisabeth Rydell", "C"),
               ("Kjell Stavås", "C"), ("Monika Levin", "FP"), ("Torbjörn Fernlund", "KD"), ("Åsa Rehn", "MP"), ("Kurt Dahlman", "V"),
               ("Tommy Wessman", "SD")]]]
SERVING = [("Gun Almström", "S", "Patrik Lööv", "S"), ("Johan Sixt", "SD", "Rickard Moen", "SD")]
SUBS = [("Yngve Carlén", "S"), ("Malin Trygg", "M"), ("Birgit Hörlin", "C")]
OFFICIALS = [("Stefan Uddén", "kommunchef"), ("Carina Bolin", "ekonomichef", [[70, 71]]), ("Marie Lindqvist", "sekreterare")]
MARKS = "J J N J J J J J J N N N J J N A J J N J N".split()


def table():
    rows = [[n, p, ""] for n, p, *_ in MEMBERS]
    rows.insert(9, ["Patrik Lööv", "S", "Gun Almström (S)"])
    rows.append(["Rickard Moen", "SD", "Johan Sixt (SD)"])
    marks = list(MARKS)
    marks.insert(9, marks.pop(19))
    return [(*row, mark) for row, mark in zip(rows, marks)]


def ballots():
    parties = {n: p for n, p, *_ in MEMBERS + SERVING}
    names = [(sub.rsplit(" (", 1)[0] if sub else name, mark) for name, _, sub, mark in table()]
    return [(n, parties[n], {"J": "yes", "N": "no", "A": "abstain"}[m]) for n, m in names]


def build():
    return twice(make)


def make(pages, total):
    doc = Document("kommunfullmaktige_2014", TEXT, LEFT, RIGHT, 36, 28, 4.75, lambda sheet, n: head(sheet, n, total), foot)
    doc.meeting = dict(municipality="Östra Kvarnby kommun", body="Kommunfullmäktige", date="2014-06-16", place="Folkets park, Kvarnby",
                       start_time="18:00", end_time="20:25", paragraphs={"first": 67, "last": 73})
    doc.new_sheet()
    front(doc)
    doc.new_sheet()
    roll(doc)
    doc.space(6)
    doc.row((LEFT, "Ärendelista", SANS.bold.at(13)), leading=6)
    doc.space(1)
    for number, title, *_ in ITEMS:
        page = pages.get(number, 2)
        fill = "." * int((RIGHT - 12 - TITLE - TEXT.width(title) - 4) / TEXT.width("."))
        doc.row((LEFT, f"§ {number}"), (TITLE, f"{title} {fill}"), (RIGHT, str(page), TEXT, "right"), leading=5.2)
        doc.contents.append((number, title, page))
    doc.space(10)
    for args in ITEMS:
        item(doc, *args)
    doc.end_item()
    return doc.finish()


def head(sheet, number, total):
    sheet.row(16, (LEFT, "Östra Kvarnby kommun", SANS.bold.at(12)), (RIGHT, f"{number} ({total})", SANS, "right"))
    sheet.row(21, (LEFT, "Kommunfullmäktige", SANS))
    sheet.row(28, (LEFT, "SAMMANTRÄDESPROTOKOLL 2014-06-16", SANS.bold.at(11)))
    sheet.line(LEFT, 30.5, RIGHT, 30.5, 0.6)


def foot(sheet, number):
    sheet.row(278, (LEFT, "Justerarnas signatur", SANS.at(8)), (128, "Utdragsbestyrkande", SANS.at(8)))
    for n in range(3):
        sheet.ink(initials(54 + 22 * n, 278, 2114 + 10 * n), shade=50)


def pairs(doc, rows):
    for label, *values in rows:
        for n, value in enumerate(values):
            doc.row(*[(LEFT, label, SANS.bold)] * (n == 0), (70, value))
        doc.space(3)


def front(doc):
    pairs(doc, [
        ("Tid och plats", "Måndagen den 16 juni 2014 kl. 18.00–20.25", "Folkets park, Kvarnby"),
        ("Beslutande", "Enligt närvaro- och omröstningslista, sidan 2"),
        ("Ej tjänstgörande ersättare", *[f"{n} ({p})" for n, p in SUBS]),
        ("Övriga närvarande", "Stefan Uddén, kommunchef", "Carina Bolin, ekonomichef, §§ 70–71", "Marie Lindqvist, sekreterare",
         "Nils-Erik Fagrell, revisor, § 70"),
        ("Justerare", "Pia Sundman (S) och Inger Tideman (M)"),
        ("Justeringens tid och plats", "2014-06-23 kl. 15.00, kommunledningskontoret"),
        ("Paragrafer", "67–73")])
    doc.adjustments.append(dict(adjusters=["Pia Sundman", "Inger Tideman"], place="kommunledningskontoret", date="2014-06-23", time="15:00"))
    doc.space(6)
    doc.row((LEFT, "Underskrifter", SANS.bold))
    for n, (role, label, name) in enumerate([("secretary", "Sekreterare", "Marie Lindqvist"), ("chair", "Ordförande", "Ann-Sofi Hallin"),
                                             ("adjuster", "Justerare", "Pia Sundman"), ("adjuster", "Justerare", "Inger Tideman")]):
        doc.space(11)
        pen(doc, 74, 2141 + n, width=52, height=6, shade=40)
        doc.sheet.line(70, doc.y + 0.4, 150, doc.y + 0.4, 0.25)
        doc.row((LEFT, label), (70, name), leading=4.8)
        doc.sign(role, label, name)
    doc.space(9)
    doc.sheet.line(LEFT, doc.y, RIGHT, doc.y, 0.25)
    doc.row((LEFT, "ANSLAGSBEVIS", SANS.bold), leading=5.5)
    doc.row((LEFT, "Protokollet är justerat. Justeringen har tillkännagivits på kommunens anslagstavla."))
    doc.row((LEFT, "Anslagsdatum", SANS), (70, "2014-06-24"), (104, "Tas ned tidigast", SANS), (142, "2014-07-16"))
    doc.row((LEFT, "Förvaringsplats", SANS), (70, "Kommunledningskontoret"))
    doc.notices.append(dict(posted="2014-06-24", removed="2014-07-16", kept_at="Kommunledningskontoret"))
    register(doc, MEMBERS, SERVING, SUBS, OFFICIALS, [("Nils-Erik Fagrell", "revisor", [[70, 70]])])


def roll(doc):
    doc.row((LEFT, "Närvaro- och omröstningslista (omröstning § 71)", SANS.bold.at(13)), leading=6)
    doc.space(2)
    cols, marks = [LEFT, 96.0, 110.0, 153.0, 164.0, 175.0], {"J": 158.5, "N": 169.5, "A": 181.0}
    top = doc.y
    rules = [top]
    bold = SANS.bold.at(9)
    doc.row((LEFT + 1.5, "Ledamot", bold), (97.5, "Parti", bold), (111.5, "Tjänstgörande ersättare", bold), (158.5, "Ja", bold, "center"),
            (169.5, "Nej", bold, "center"), (181, "Avst.", bold, "center"), leading=4.2)
    doc.space(1.2)
    rules.append(doc.y)
    roles = {n: t for n, _, t, _ in MEMBERS if t}
    for name, party, sub, mark in table():
        text = name + (f", {roles[name]}" if name in roles else "")
        doc.row((LEFT + 1.5, text, SANS), (97.5, party, SANS), *[(111.5, sub, SANS)] * bool(sub), (marks[mark], "X", SANS, "center"), leading=4.2)
        doc.space(0.9)
        rules.append(doc.y)
    total = [sum(m == k for *_, m in table()) for k in "JNA"]
    doc.row((LEFT + 1.5, "Summa", bold), *[(marks[k], str(t), bold, "center") for k, t in zip("JNA", total)], leading=4.2)
    doc.space(0.9)
    rules.append(doc.y)
    grid(doc, cols, RIGHT, rules, top)


def item(doc, number, title, reference, paragraphs, more=None):
    doc.end_item()
    doc.need(32)
    doc.row((LEFT, f"§ {number}", SANS.bold.at(12.5)), (TITLE, title, SANS.bold.at(12.5)), leading=5.6)
    if reference:
        doc.row((TITLE, f"Diarienummer {reference}", SANS), leading=4.8)
    doc.space(1)
    sent = [t for kind, _, *ts in [p for p in paragraphs if isinstance(p, tuple)] if kind == "distribution" for t in ts]
    doc.begin_item(number, f"§ {number}", title, reference, distribution=[n for t in sent for n in commas(t)], **(more or {}))
    doc.tell(paragraphs, indent=TITLE - LEFT, att=0, gap=1, heading=SANS.bold.at(10.5), above=1.4)
    doc.end_item()
    doc.space(6)


Y1 = "Lars-Göran Wester (S) yrkar bifall till kommunstyrelsens förslag."
Y2 = "Ulf Granqvist (M) yrkar att skolan i Bredsta blir kvar med årskurserna F–3."
ITEMS = [
    (67, "Upprop och val av justerare", None, [("decision", "Beslut", "Kommunfullmäktige utser Pia Sundman (S) och Inger Tideman (M) att justera protokollet.")]),
    (68, "Allmänhetens frågestund", None, [
        "Hyresgäster i kvarteret Spinnrocken frågar när gångvägen mot skolan får belysning. Kommunalrådet Lars-Göran Wester (S) svarar att arbetet är beställt och "
        "ska vara färdigt i oktober."]),
    (69, "Avsägelse och fyllnadsval till omsorgsnämnden", "KS 2014/141", [
        ("decision", "Beslut", "Kommunfullmäktige beslutar", "att entlediga Håkan Tirén (C) från uppdraget som ersättare i omsorgsnämnden samt",
         "att utse Birgit Hörlin (C) till ny ersättare till och med den 31 december 2014."),
        ("distribution", "Skickas till", "De valda, omsorgsnämnden, löneenheten")]),
    (70, "Årsredovisning för samordningsförbundet Västra Mo", "KS 2014/098", [
        ("decision", "Beslut", "Kommunfullmäktige beslutar att godkänna årsredovisningen och att bevilja förbundets styrelse ansvarsfrihet."),
        ("background", "Bakgrund", "Samordningsförbundet redovisar ett överskott på 312 000 kronor för 2013. Under året har 187 personer deltagit i förbundets insatser, "
         "varav 41 har gått vidare till arbete eller studier. Revisorerna tillstyrker ansvarsfrihet."),
        ("disqualification", "Jäv", "På grund av jäv deltar Elisabeth Rydell (C) inte i handläggningen."),
        ("distribution", "Skickas till", "Samordningsförbundet Västra Mo, revisorerna")], {"disqualified": ["Elisabeth Rydell"]}),
    (71, "Ny skolorganisation i Bredsta", "KS 2013/311", [
        ("decision", "Beslut", "Kommunfullmäktige beslutar", "att skolan i Bredsta läggs ned från och med höstterminen 2015 samt",
         "att eleverna erbjuds plats vid Kvarnbyskolan."),
        ("background", "Bakgrund", "Skolan i Bredsta har 34 elever fördelade på sex årskurser. Enligt barn- och utbildningsnämndens prognos sjunker antalet till 26 inom tre "
         "år. Nämnden har haft svårt att anställa behöriga lärare. Nedläggningen beräknas minska kostnaderna med 2,4 miljoner kronor per år.",
         "Föräldraföreningen har lämnat in 612 namnunderskrifter mot förslaget. Skolskjuts ordnas till Kvarnbyskolan, en restid på högst 25 minuter."),
        ("motions", "Yrkanden", Y1, Y2),
        ("order", "Propositionsordning", "Ordföranden ställer yrkandena mot varandra och finner att kommunfullmäktige bifaller kommunstyrelsens förslag. Omröstning "
         "begärs. Ja-röst för bifall till kommunstyrelsens förslag, nej-röst för bifall till Ulf Granqvists yrkande."),
        ("vote", "Omröstning", "Omröstningen utfaller med 13 ja-röster, 7 nej-röster och 1 ledamot som avstår. Hur var och en röstade framgår av listan på sidan 2."),
        ("reservation", "Reservation", "Camilla Frendin (M), Ulf Granqvist (M), Inger Tideman (M) och Fredrik Borgh (M) reserverar sig till förmån för Ulf Granqvists yrkande."),
        ("distribution", "Skickas till", "Barn- och utbildningsnämnden, föräldraföreningen i Bredsta")],
     {"proposals": [(["Lars-Göran Wester"], "S", Y1), (["Ulf Granqvist"], "M", Y2)], "votes": [(13, 7, 1, ballots())],
      "reservations": [(n, "M", None) for n in ("Camilla Frendin", "Ulf Granqvist", "Inger Tideman", "Fredrik Borgh")]}),
    (72, "Interpellation om bredband på landsbygden", "KS 2014/166", [
        ("decision", "Beslut", "Kommunfullmäktige beslutar att anse interpellationen besvarad."),
        ("background", "Bakgrund", "Åsa Rehn (MP) har ställt en interpellation till kommunstyrelsens ordförande om utbyggnaden av fiber utanför tätorterna. "
         "Lars-Göran Wester (S) svarar att tre byalag har fått stöd under året och att kommunen ska ta fram en bredbandsstrategi till våren."),
        ("distribution", "Skickas till", "Interpellanten")]),
    (73, "Motion om solceller på kommunens fastigheter", "KS 2013/287", [
        ("decision", "Beslut", "Kommunfullmäktige beslutar att bifalla motionen på så sätt att möjligheten prövas vid varje takomläggning."),
        ("background", "Bakgrund", "Kurt Dahlman (V) föreslår i en motion att solceller monteras på kommunens byggnader. Tekniska förvaltningen bedömer att anläggningarna "
         "betalar sig på omkring 14 år om de byggs i samband med att taken ändå läggs om."),
        ("distribution", "Skickas till", "Motionären, tekniska förvaltningen")]),
]
