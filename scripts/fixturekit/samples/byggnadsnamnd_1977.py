"""A building committee in 1977: a printed form filled in on a typewriter."""

from ..document import Document
from ..help import Motion, Reserve, columns, commas, gather, pen, register, underline
from ..paper import Style, plain
from ..pen import initials
from ..scan import Scanner

SOURCE = "A building committee in 1977: printed form filled in on a typewriter, members and substitutes in two columns, the " \
         "signatures side by side in three cells, “Beslut”, “Reservation” and “Delges” in the left margin beside the text. " \
         "An old photocopy scanned askew in grey at 300 dpi with noise, a dark edge and pale print (hard)."
SCANNER = Scanner(dpi=300, skew=-1.5, blur=0.9, noise=15.0, paper=226, ink=0.74, shadow=True, speckle=0.002, quality=40)

TEXT = Style("nimbusmono", 10.5, "bold", typed=True)
FORM = Style("sans", 7.5)
LEFT, BODY, MIDDLE, RIGHT = 22.0, 52.0, 98.0, 192.0
WIDE = 102.0  # where the substitutes begin

MEMBERS = [
    ("Harry Blomgren", "s", "ordförande", "chair"), ("Tyra Engström", "c", "vice ordförande", "vice_chair"),
    ("Arne Wallberg", "s", None, None), ("Birger Olofsson", "s", None, None), ("Valdemar Jansson", "c", None, None),
    ("Lennart Gustafsson", "m", None, None), ("Gunvor Åström", "fp", None, None),
]
SERVING = [("Ella Falk", "s", "Kurt Nilsson", "s"), ("Rune Bohm", "c", "Ivar Holst", "c")]
SUBSTITUTES = [("Sixten Holm", "s"), ("Karin Rosell", "m"), ("Paul Thorén", "vpk")]
OFFICIALS = [("Sune Granath", "stadsarkitekt"), ("Rune Lindell", "byggnadsinspektör", [[189, 191]]),
             ("Bo Hermansson", "brandchef", [[190, 190]]), ("Mona Svensson", "sekreterare")]


def build():
    doc = Document("byggnadsnamnd_1977", TEXT, LEFT, RIGHT, 44, 32, 4.9, head, foot)
    doc.meeting = dict(municipality="Torsåsa kommun", body="Byggnadsnämnden", date="1977-10-12",
                       place="Stadsarkitektkontoret, Torsåsa", start_time="18:00", end_time="21:10",
                       paragraphs={"first": 188, "last": 195})
    front(doc)
    doc.new_sheet()
    for number, title, reference, entries, more in ITEMS:
        item(doc, number, title, reference, entries, more)
    return doc.finish()


def head(sheet, number):
    sheet.box(LEFT, 14, RIGHT, 34, 0.35)
    sheet.line(MIDDLE, 14, MIDDLE, 34)
    sheet.line(164, 24, 164, 34)
    sheet.line(MIDDLE, 24, RIGHT, 24)
    sheet.row(21, (LEFT + 2, "TORSÅSA KOMMUN", Style("sans", 11, "bold")), (MIDDLE + 2, "PROTOKOLL", Style("sans", 11, "bold")))
    sheet.row(27, (MIDDLE + 2, "Sammanträdesdag", FORM), (166, "Sida", FORM))
    sheet.row(31.5, (LEFT + 2, "Byggnadsnämnden", Style("sans", 10)), (MIDDLE + 2, "1977-10-12", TEXT), (166, str(number), TEXT))


def foot(sheet, number):
    sheet.line(LEFT, 272, RIGHT, 272)
    sheet.row(275.5, (LEFT + 1, "Justerat (sign)", FORM), (MIDDLE + 2, "Rätt utdraget bestyrker", FORM))
    sheet.ink(initials(46, 280, 770 + number), shade=50)
    sheet.ink(initials(64, 280, 780 + number), shade=50)


def cell(doc, *columns_, height=None):
    """A row of form cells: (x, label, value)."""
    top = doc.y
    doc.row(*[(x + 1.5, label, FORM) for x, label, _ in columns_], leading=3.8)
    doc.row(*[(x + 1.5, value) for x, _, value in columns_ if value], leading=5)
    doc.y += 2
    frame(doc, top, [x for x, *_ in columns_[1:]])


def frame(doc, top, across=()):
    doc.sheet.box(LEFT, top, RIGHT, doc.y)
    for x in across:
        doc.sheet.line(x, top, x, doc.y)


def front(doc):
    doc.new_sheet()
    doc.y = 40
    cell(doc, (LEFT, "Tid", "Kl 18.00-21.10"), (MIDDLE, "Lokal", "Stadsarkitektkontoret, Torsåsa"))
    top = doc.y
    doc.row((LEFT + 1.5, "Närvarande ledamöter", FORM), (WIDE + 1.5, "Närvarande suppleanter", FORM), leading=3.8)
    columns(doc, [
        [(LEFT + 1.5, f"{n} ({p})" + (f", {t}" if t else ""), TEXT) for n, p, t, _ in MEMBERS],
        [(WIDE + 1.5, f"{n} ({p}), tjg för {m} ({q})", TEXT) for n, p, m, q in SERVING]
        + [(WIDE + 1.5, f"{n} ({p})", TEXT) for n, p in SUBSTITUTES]], 4.9)
    doc.y += 2
    frame(doc, top, [WIDE])
    top = doc.y
    doc.row((LEFT + 1.5, "Övriga närvarande", FORM), leading=3.8)
    for name, title, *more in OFFICIALS:
        pairs = more[0] if more else None
        tail = "" if not pairs else f", §§ {pairs[0][0]}-{pairs[0][1]}" if pairs[0][0] != pairs[0][1] else f", § {pairs[0][0]}"
        doc.row((LEFT + 1.5, f"{name}, {title}{tail}"))
    doc.y += 2
    frame(doc, top)
    register(doc, MEMBERS, SERVING, SUBSTITUTES, OFFICIALS)
    cell(doc, (LEFT, "Att justera protokollet", "Valdemar Jansson (c)"), (MIDDLE, "Paragrafer", "188-195"))
    cell(doc, (LEFT, "Justeringens tid", "1977-10-18 kl 16.00"), (MIDDLE, "Justeringens plats", "Stadsarkitektkontoret"))
    doc.adjustments.append(dict(adjusters=["Valdemar Jansson"], place="Stadsarkitektkontoret", date="1977-10-18", time="16:00"))
    top, xs = doc.y, [LEFT, 78.0, 135.0]
    people = [("secretary", "Sekreterare", "Mona Svensson"), ("chair", "Ordförande", "Harry Blomgren"),
              ("adjuster", "Justerare", "Valdemar Jansson")]
    doc.row(*[(x + 1.5, label, FORM) for x, (_, label, _) in zip(xs, people)], leading=3.8)
    doc.y += 12
    for n, (x, (role, label, name)) in enumerate(zip(xs, people)):
        pen(doc, x + 4, 7701 + n, width=40)
        doc.sign(role, label, name)
    doc.row(*[(x + 1.5, name) for x, (_, _, name) in zip(xs, people)], leading=5)
    doc.y += 2
    frame(doc, top, xs[1:])
    top = doc.y
    doc.row((LEFT + 1.5, "Bevis om justeringens tillkännagivande", FORM.bold.at(8)), leading=4.5)
    doc.row((LEFT + 1.5, "Anslag uppsatt", FORM), (78, "Anslag nedtages", FORM), (135, "Underskrift", FORM), leading=4.2)
    doc.row((LEFT + 1.5, "1977-10-19"), (78, "1977-11-10"), leading=5)
    doc.y += 3
    pen(doc, 140, 7701, width=40, height=4.5, lift=0)
    doc.y += 3
    frame(doc, top)
    doc.notices.append(dict(posted="1977-10-19", removed="1977-11-10"))


def item(doc, number, title, reference, entries, more):
    doc.end_item()
    doc.space(4)
    doc.need(24)
    doc.row((LEFT, f"§ {number}"), (BODY, title))
    underline(doc, BODY, title, TEXT)
    if reference:
        doc.row((BODY, f"Dnr {reference}"))
    doc.space(1.6)
    doc.begin_item(number, f"§ {number}", title, reference, **gather(entries), **more)
    for entry in entries:
        if isinstance(entry, str):
            doc.leave_section()
            doc.para(entry, indent=BODY - LEFT, gap=1.2)
            continue
        kind, heading, *texts = entry
        doc.space(0.8)
        doc.need(11)
        doc.item["text"].append(heading)
        doc.open_section(kind, heading)
        for n, text in enumerate(texts):
            point = 5 if text.startswith(("att ", "- ")) else 0
            doc.para(text, indent=BODY - LEFT + point, gap=0.6, beside=(LEFT, heading) if n == 0 else None)
    doc.end_item()


NAMED = "Byggnads¬nämnden beslutar"
ITEMS = [
    (188, "Val av justerare", None, [("decision", "Beslut", NAMED + " att utse Valdemar Jansson (c) att jämte ordföranden "
                                      "justera protokollet.")], {}),
    (189, "Byggnadslov, Rönnen 3", "231/77", [
        "Bengt och Laila Ekdahl ansöker om byggnads¬lov för till¬byggnad av enbostads¬hus med vardagsrum och garage. Till¬"
        "byggnaden omfattar 46 m2. Berörda grannar har godkänt förslaget.",
        "Stads¬planen medger högst 160 m2 byggnadsyta på tomten. Efter till¬byggnaden är ytan 152 m2.",
        ("decision", "Beslut", NAMED + " att bevilja byggnads¬lov."), ("distribution", "Delges", "Sökanden")],
     {"distribution": ["Sökanden"]}),
    (190, "Nybyggnad av industrihall, Smedjan 2", "204/77", [
        "Torsåsa Plåtindustri AB ansöker om byggnads¬lov för en industri¬hall om 1.150 m2. Yrkes¬inspektionen har i yttrande "
        "1977-09-20 begärt att personal¬rummen utökas med ett torkrum.",
        "Brandchefen påpekar att avståndet till grann¬tomtens upplag är för litet och att ytterväggen mot öster därför måste "
        "utföras i brandklass B 60.",
        ("decision", "Beslut", NAMED, "att bevilja byggnads¬lov under förutsättning att brandchefens krav uppfylls samt",
         "att reviderade ritningar ska lämnas in innan arbetet påbörjas."),
        ("distribution", "Delges", "Sökanden, brandchefen, yrkes¬inspektionen")],
     {"distribution": ["Sökanden", "brandchefen", "yrkesinspektionen"]}),
    (191, "Fritidshus, Björkviken 1:14", "178/77", [
        "Dödsboet efter Knut Lindholm ansöker om dispens från utomplans¬bestämmelserna för att uppföra två fritidshus på en "
        "ostyckad del av fastigheten. Området ingår i kommunöversikten som rekreations¬område.",
        "Stads¬arkitekten avstyrker ansökan med hänsyn till att området saknar gemensam vatten- och avlopps¬anläggning.",
        Motion("Lennart Gustafsson (m) yrkar att dispens medges för ett av husen.", ["Lennart Gustafsson"], "M"),
        Motion("Arne Wallberg (s) yrkar avslag på ansökan.", ["Arne Wallberg"], "S"),
        "Ordföranden ställer yrkandena mot varandra och finner att nämnden beslutar enligt Arne Wallbergs yrkande. Votering "
        "begärs och genomförs. Ja-röst avges för Arne Wallbergs yrkande och nej-röst för Lennart Gustafssons yrkande. "
        "Voteringen utfaller med 5 ja-röster och 4 nej-röster.",
        ("decision", "Beslut", NAMED + " att avslå ansökan."),
        ("reservation", "Reservation", Reserve("Lennart Gustafsson (m), Tyra Engström (c) och Rune Bohm (c) reserverar "
         "sig mot beslutet.", [("Lennart Gustafsson", "M"), ("Tyra Engström", "C"), ("Rune Bohm", "C")])),
        ("distribution", "Delges", "Sökanden")],
     {"votes": [(5, 4, None, [])], "distribution": ["Sökanden"]}),
    (192, "Tomtindelning, kvarteret Sadelmakaren", "195/77", [
        "Förslag till tomtindelning har varit utsänt till fastighets¬ägarna. Någon erinran har inte kommit in.",
        ("decision", "Beslut", NAMED + " att anta förslaget till tomt¬indelning."),
        ("distribution", "Delges", "Fastighetsbildnings¬myndigheten, läns¬styrelsen")],
     {"distribution": ["Fastighetsbildningsmyndigheten", "länsstyrelsen"]}),
    (193, "Ovårdad tomt, Lunden 6", "117/77", [
        "Ägaren Stig Brolin förelades 1977-06-08 att senast den 1 september forsla bort två skrotbilar och rivnings¬virke "
        "från tomten. Vid besiktning 1977-10-03 fanns virket kvar.",
        ("decision", "Beslut", NAMED, "att bevilja anstånd till 1977-11-30 samt",
         "att uppdra åt byggnads¬inspektören att därefter göra ny besiktning."),
        ("distribution", "Delges", "Stig Brolin")],
     {"distribution": ["Stig Brolin"]}),
    (194, "Stadsplan för Västra Åsen", "063/76", [
        "Stads¬arkitekten redovisar synpunkter som kommit in under utställningen. Åsens villaägare¬förening motsätter sig "
        "genomfart på Backvägen. Tekniska nämnden anser att föreningens förslag fördyrar lednings¬dragningen.",
        ("decision", "Beslut", NAMED + " att bordlägga ärendet till sammanträdet 1977-11-09.")], {}),
    (195, "Delegationsbeslut", None, [
        "Stads¬arkitekten redovisar följande beslut:", "- Byggnadslov för garage, Linden 11",
        "- Byggnadslov för skylt, Handlaren 2", "- Rivningslov för ladugård, Ekeby 4:2",
        ("decision", "Beslut", NAMED + " att lägga redovisningen till hand¬lingarna.")], {}),
]
