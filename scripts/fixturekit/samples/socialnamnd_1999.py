"""A social welfare board in 1999: attendance in a ruled table with the party in a column of its own."""

from ..document import Document
from ..help import Motion, Reserve, commas, gather, pen, register
from ..paper import Style
from ..pen import initials
from ..rules import grid
from ..scan import Scanner

SOURCE = "A social welfare board in 1999: attendance in a ruled table of names, parties and remarks (a substitute comes in at " \
         "14.30), the reference above the title, sans-serif headings of sections, signatures below the table. Scanned in " \
         "black and white at 300 dpi."
SCANNER = Scanner(dpi=300, skew=-0.4, blur=0.9, noise=14.0, black_and_white=True)

TEXT = Style("serif", 11)
HEAD = Style("sans", 10, "bold")
LEFT, RIGHT = 25.0, 188.0
PARTY, REMARK = 84.0, 100.0

MEMBERS = [
    ("Ann-Mari Westberg", "s", "ordförande", "chair"), ("Sture Lövgren", "m", "vice ordförande", "vice_chair"),
    ("Elisabeth Molin", "s", None, None), ("Ahmed Karimi", "s", None, None), ("Bengt-Åke Hård", "v", None, None),
    ("Ulla Thunberg", "c", None, None),
    ("Sten Frid", "fp", None, None, {"times": [{"start": "13:00", "end": "14:30"}]}),
    ("Gunilla Ramström", "kd", None, None),
]
SERVING = [("Tage Nyhlén", "s", "Monika Rehn", "s"),
           ("Lena Rydell", "m", "Sten Frid", "fp", {"times": [{"start": "14:30", "end": "16:45"}]})]
SUBSTITUTES = [("Ingalill Broman", "s"), ("Peter Sandahl", "mp")]
OFFICIALS = [("Christer Wennberg", "socialchef"), ("Eva Tengroth", "ekonom", [[32, 33]]),
             ("Anders Lidman", "områdeschef", [[34, 35]]), ("Katarina Hjort", "sekreterare")]


def build():
    doc = Document("socialnamnd_1999", TEXT, LEFT, RIGHT, 36, 30, 5.0, head, foot)
    doc.meeting = dict(municipality="Lillåns kommun", body="Socialnämnden", date="1999-03-24",
                       place="Kommunhuset, rum Linnea", start_time="13:00", end_time="16:45",
                       paragraphs={"first": 31, "last": 38})
    front(doc)
    doc.new_sheet()
    for number, title, reference, entries, more in ITEMS:
        doc.end_item()
        doc.need(34)
        doc.space(5)
        doc.row((LEFT, f"§ {number}", HEAD.at(11)), *[(LEFT + 20, f"Dnr {reference}")] * bool(reference), leading=5.5)
        doc.row((LEFT, title, HEAD.at(12)), leading=5.8)
        doc.begin_item(number, f"§ {number}", title, reference, **gather(entries), **more)
        doc.tell(entries, att=6, gap=1.2, heading=HEAD, above=1.8)
    doc.end_item()
    return doc.finish()


def head(sheet, number):
    sheet.row(17, (LEFT, "Lillåns kommun", HEAD.at(13)), (110, "PROTOKOLL", HEAD.at(12)), (RIGHT, f"Sida {number}", TEXT, "right"))
    sheet.row(22.5, (LEFT, "Socialnämnden", TEXT), (110, "1999-03-24", TEXT))
    sheet.line(LEFT, 26, RIGHT, 26, 0.6)


def foot(sheet, number):
    sheet.row(281, (LEFT, "Just. sign.", Style("sans", 8)), (120, "Utdragets riktighet intygas", Style("sans", 8)))
    sheet.ink(initials(44, 281, 990 + number), shade=30)
    sheet.ink(initials(62, 281, 980 + number), shade=30)


def labelled(doc, label, value):
    doc.row((LEFT, label, HEAD.at(9)), (68, value), leading=5.6)


def front(doc):
    doc.new_sheet()
    doc.y = 30
    labelled(doc, "Plats", "Kommunhuset, rum Linnea")
    labelled(doc, "Tid", "Onsdagen den 24 mars 1999, kl 13.00-16.45")
    doc.space(3)
    top = doc.y
    rules = [top]

    def line(*cells, style=TEXT):
        doc.row(*[(x + 1.5, text, style) for x, text in cells if text], leading=4.7)
        doc.y += 1.1
        rules.append(doc.y)

    small = HEAD.at(9)
    line((LEFT, "Beslutande ledamöter"), (PARTY, "Parti"), (REMARK, "Anmärkning"), style=small)
    for name, party, text, role, *more in MEMBERS:
        line((LEFT, name), (PARTY, party), (REMARK, "kl 13.00-14.30" if more else text))
    line((LEFT, "Tjänstgörande ersättare"), style=small)
    line((LEFT, "Tage Nyhlén"), (PARTY, "s"), (REMARK, "för Monika Rehn (s)"))
    line((LEFT, "Lena Rydell"), (PARTY, "m"), (REMARK, "för Sten Frid (fp), kl 14.30-16.45"))
    line((LEFT, "Övriga ersättare"), style=small)
    for name, party in SUBSTITUTES:
        line((LEFT, name), (PARTY, party))
    grid(doc, [LEFT, PARTY, REMARK], RIGHT, rules, top)
    doc.space(3)
    for n, (name, title, *more) in enumerate(OFFICIALS):
        tail = f", §§ {more[0][0][0]}-{more[0][0][1]}" if more else ""
        doc.row(*[(LEFT, "Tjänstemän", HEAD.at(9))] * (n == 0), (68, f"{name}, {title}{tail}"), leading=4.8)
    doc.space(2)
    labelled(doc, "Utses att justera", "Ulla Thunberg (c)")
    labelled(doc, "Justering", "Socialkontoret, torsdagen den 1 april 1999")
    labelled(doc, "Paragrafer", "31-38")
    register(doc, MEMBERS, SERVING, SUBSTITUTES, OFFICIALS)
    doc.adjustments.append(dict(adjusters=["Ulla Thunberg"], place="Socialkontoret", date="1999-04-01"))
    doc.space(2)
    for n, (role, label, name) in enumerate([("secretary", "Sekreterare", "Katarina Hjort"),
                                             ("chair", "Ordförande", "Ann-Mari Westberg"), ("adjuster", "Justerare", "Ulla Thunberg")]):
        doc.row((LEFT, label, HEAD.at(9)), leading=10)
        doc.sheet.line(68, doc.y + 0.8, 150, doc.y + 0.8, 0.25)
        pen(doc, 72, 9901 + n, width=42, height=5)
        doc.row((68, name), leading=5)
        doc.sign(role, label, name)
    doc.space(4)
    top = doc.y
    doc.row((LEFT + 2, "ANSLAGSBEVIS", HEAD.at(9)), leading=5)
    doc.row((LEFT + 2, "Protokollet är justerat och justeringen har tillkännagivits på kommunens anslagstavla.", TEXT.at(10)),
            leading=4.8)
    doc.row((LEFT + 2, "Anslaget den", TEXT.at(10)), (52, "1999-04-01"), (84, "Tas ned den", TEXT.at(10)), (108, "1999-04-23"),
            (134, "Förvaras", TEXT.at(10)), (152, "Socialkontoret"), leading=5.2)
    doc.y += 2
    doc.sheet.box(LEFT, top, RIGHT, doc.y)
    doc.notices.append(dict(posted="1999-04-01", removed="1999-04-23", kept_at="Socialkontoret"))


S = "Socialnämnden beslutar"
ITEMS = [
    (31, "Val av justerare", None, [("decision", "Beslut", S + " att utse Ulla Thunberg (c) att jämte ordföranden justera "
                                     "protokollet.")], {}),
    (32, "Bokslut för 1998", "1999/SN0021", [
        ("background", "Ärendet", "Socialnämndens verksamhet visar ett underskott på 2 140 000 kronor för 1998. Under¬skottet "
         "beror i huvudsak på ökade kostnader för placeringar av ungdomar i institutions¬vård. Äldre¬omsorgen redovisar ett "
         "mindre överskott.", "Antalet hushåll med social¬bidrag har minskat från 412 till 367."),
        ("decision", "Beslut", S, "att godkänna bokslutet samt", "att överlämna det till kommun¬styrelsen."),
        ("distribution", "Sänds till", "Kommunstyrelsen, revisorerna")],
     {"distribution": ["Kommunstyrelsen", "revisorerna"]}),
    (33, "Avgifter för hemtjänst", "1998/SN0164", [
        ("background", "Ärendet", "Kommun¬fullmäktige har gett nämnden i uppdrag att se över avgifterna i hemtjänsten. För¬"
         "valtningen har utarbetat två förslag. Det första innebär att avgiften fastställs efter inkomst och antal timmar i tre "
         "nivåer. Det andra innebär en enhetlig tim¬avgift med ett högsta belopp per månad.",
         "Pensionärs¬rådet har den 9 mars 1999 förordat det första förslaget."),
        ("motions", "Yrkanden", Motion("Elisabeth Molin (s) yrkar bifall till det första förslaget.", ["Elisabeth Molin"], "S"),
         Motion("Sture Lövgren (m) yrkar bifall till det andra förslaget.", ["Sture Lövgren"], "M")),
        ("order", "Propositionsordning", "Ordföranden ställer proposition på yrkandena och finner att social¬nämnden beslutar "
         "enligt Elisabeth Molins yrkande."),
        ("decision", "Beslut", "Socialnämnden föreslår kommun¬fullmäktige besluta", "att fastställa avgifter för hemtjänst i "
         "enlighet med det första förslaget att gälla från och med den 1 september 1999."),
        ("reservation", "Reservation", Reserve("Sture Lövgren (m) och Gunilla Ramström (kd) reserverar sig mot beslutet.",
         [("Sture Lövgren", "M"), ("Gunilla Ramström", "KD")])),
        ("distribution", "Sänds till", "Kommunfullmäktige")], {"distribution": ["Kommunfullmäktige"]}),
    (34, "Nytt gruppboende i kvarteret Almen", "1997/SN0093", [
        ("background", "Ärendet", "Områdeschefen informerar om planeringen av ett gruppboende för sex personer med utvecklings¬"
         "störning. Bostads¬bolaget bygger huset och kommunen hyr det under femton år. Inflyttning beräknas till hösten 2000. "
         "Två av de sex platserna är avsedda för personer som i dag bor hos sina föräldrar."),
        ("decision", "Beslut", S, "att godkänna hyres¬avtalet samt", "att uppdra åt socialchefen att återkomma med förslag till "
         "bemanning senast i november 1999."),
        ("distribution", "Sänds till", "Lillåns Bostads AB, områdeschefen")],
     {"distribution": ["Lillåns Bostads AB", "områdeschefen"]}),
    (35, "Dagverksamhet för personer med demens", "1999/SN0047", [
        ("background", "Ärendet", "Anhörig¬föreningen har i en skrivelse begärt att dagverksamheten vid Solgläntan ska hålla "
         "öppet även under lördagar. I dag har verksamheten tio platser måndag till fredag. Förvaltningen beräknar kostnaden "
         "för lördags¬öppet till 190 000 kronor per år och anser att medel saknas i årets budget."),
        ("motions", "Yrkande", Motion("Ulla Thunberg (c) yrkar att frågan tas upp i arbetet med nästa års budget.",
                                      ["Ulla Thunberg"], "C")),
        ("decision", "Beslut", S + " enligt Ulla Thunbergs yrkande."),
        ("distribution", "Sänds till", "Anhörigföreningen")], {"distribution": ["Anhörigföreningen"]}),
    (36, "Bidrag till Kvinnojouren", "1999/SN0039", [
        ("background", "Ärendet", "Kvinnojouren i Lillån ansöker om 85 000 kronor för 1999. Jouren har under 1998 haft 214 "
         "samtal och tagit emot nio kvinnor och elva barn i sin skyddade lägenhet. Föregående år beviljades 60 000 kronor."),
        ("decision", "Beslut", S + " att bevilja Kvinnojouren i Lillån 75 000 kronor."),
        ("distribution", "Sänds till", "Sökanden")], {"distribution": ["Sökanden"]}),
    (37, "Tillsyn av serveringsställen", "1999/SN0052", [
        ("background", "Ärendet", "Under årets två första månader har fem kontroller gjorts tillsammans med polisen. Vid ett av "
         "besöken saknades serverings¬ansvarig person på restaurang Gästgivaren. Ägaren har getts tillfälle att yttra sig och "
         "uppgett att brister i schemat har rättats till."),
        ("decision", "Beslut", S + " att meddela ägaren till restaurang Gästgivaren en erinran."),
        ("distribution", "Sänds till", "Restaurang Gästgivaren, polis¬myndigheten")],
     {"distribution": ["Restaurang Gästgivaren", "polismyndigheten"]}),
    (38, "Rapporter och meddelanden", None, [
        "– Socialchefen rapporterar att två tjänster som socialsekreterare har tillsatts.",
        "– Länsrätten har avslagit ett överklagande angående färdtjänst.",
        "– Protokoll från handikapp¬rådet den 25 februari 1999.",
        ("decision", "Beslut", S + " att lägga rapporterna och meddelandena till hand¬lingarna.")], {}),
]
