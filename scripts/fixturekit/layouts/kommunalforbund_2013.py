"""A joint rescue authority of 2013: attendance ruled with municipality and party, contents on the front page, signatures in a table."""

from ..document import Document
from ..paper import Style
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "The board of a joint rescue authority in 2013: members in a ruled table with columns of municipality, party and presence, substitutes in " \
         "another, contents, “§ 21  Title” on one line, decisions first, the signatures in a ruled table, a member who left. Scanned in grey at 200 dpi."
SCANNER = Scanner(dpi=200, skew=0.3, blur=0.5, noise=2.5, paper=250, quality=38)

TEXT = Style("cantarell", 10)
SMALL = TEXT.at(8.5)
LEFT, RIGHT, BODY = 24.0, 188.0, 60.0

MEMBERS = [("Christer Wollin", "Lövsta kommun", "S", "Ordförande", "X"), ("Marie Österdahl", "Harfors kommun", "M", "Vice ordförande", "X"),
           ("Peter Stenlund", "Lövsta kommun", "C", "Ledamot", "X"), ("Zahra Mehran", "Harfors kommun", "S", "Ledamot", "X"),
           ("Bertil Kjellgren", "Åmynne kommun", "S", "Ledamot", "–"), ("Susanna Rehnberg", "Åmynne kommun", "FP", "Ledamot", "X")]
SUBSTITUTES = [("Johan Sundvall", "Åmynne kommun", "S", "Tjänstgör för Bertil Kjellgren"), ("Gun Petrini", "Lövsta kommun", "M", "§§ 21–24")]
CONTENTS = [(21, "Val av justerare", 2), (22, "Årsredovisning 2012", 2), (23, "Samverkansavtal om larmcentral", 2), (24, "Taxa för tillsyn enligt lagen om skydd mot olyckor", 3),
            (25, "Information från räddningschefen", 3), (26, "Nästa sammanträde", 3)]


def build():
    doc = Document("kommunalforbund_2013", TEXT, LEFT, RIGHT, 34, 30, 5.0, head, foot)
    doc.meeting = dict(municipality="Räddningstjänstförbundet Åsdalen", body="Förbundsdirektionen", date="2013-03-22",
                       place="Brandstationen i Harfors", start_time="09:00", end_time="11:35", paragraphs={"first": 21, "last": 26})
    front(doc)
    doc.new_sheet()
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    sheet.row(15, (LEFT, "Räddningstjänstförbundet Åsdalen", TEXT.bold.at(11)), (RIGHT, f"Sida {number}/3", SMALL, "right"))
    sheet.row(20.5, (LEFT, "Förbundsdirektionen, protokoll 2013-03-22", TEXT))
    sheet.line(LEFT, 23.5, RIGHT, 23.5, 0.5)


def foot(sheet, number):
    sheet.row(284, (LEFT, "Org.nr 222000-0000", SMALL), (106, "Justeras:", SMALL))
    for n in range(3):
        sheet.ink(initials(124 + 20 * n, 284, 1560 + 5 * number + n), shade=40)


def grid(doc, columns, labels, rows):
    top, rules = doc.y, [doc.y]
    doc.row(*[(x + 1.5, text, SMALL.bold) for x, text in zip(columns, labels)], leading=4.4)
    for cells in rows:
        rules.append(doc.y + 1.6)
        doc.row(*[(x + 1.5, text, TEXT) for x, text in zip(columns, cells)], leading=5.6)
    rules.append(doc.y + 1.6)
    for y in rules:
        doc.sheet.line(LEFT, y, RIGHT, y, 0.2)
    for x in (*columns, RIGHT):
        doc.sheet.line(x, top, x, rules[-1], 0.2)
    doc.y = rules[-1] + 4


def front(doc):
    doc.new_sheet()
    doc.row((LEFT, "PROTOKOLL", TEXT.bold.at(15)), leading=7)
    doc.space(2)
    doc.row((LEFT, "Plats:", TEXT.bold), (BODY, "Brandstationen i Harfors"))
    doc.row((LEFT, "Tid:", TEXT.bold), (BODY, "Fredagen den 22 mars 2013 kl. 09.00–11.35"))
    doc.space(3)
    grid(doc, (LEFT, 72.0, 112.0, 126.0, 164.0), ("Ledamöter", "Kommun", "Parti", "Uppdrag", "Närvarande"), MEMBERS)
    grid(doc, (LEFT, 72.0, 112.0, 126.0), ("Ersättare", "Kommun", "Parti", "Anmärkning"), SUBSTITUTES)
    for name, place, party, post, here in MEMBERS:
        role = {"Ordförande": "chair", "Vice ordförande": "vice_chair"}.get(post)
        if here == "X":
            doc.attend(name, "member", party=party, organization=place, role=role, role_text=post)
        else:
            doc.miss(name, party=party, role_text=post)
    doc.attend("Johan Sundvall", "serving_substitute", party="S", organization="Åmynne kommun", replaces="Bertil Kjellgren")
    doc.attend("Gun Petrini", "substitute", party="M", organization="Lövsta kommun", paragraphs=[[21, 24]])
    doc.row((LEFT, "Övriga:", TEXT.bold), (BODY, "Räddningschef Per Lindegren"))
    doc.row((BODY, "Ekonom Monica Frid, §§ 22–24"))
    doc.row((BODY, "Förbundssekreterare Emma Tallberg"))
    doc.attend("Per Lindegren", "official", role_text="Räddningschef")
    doc.attend("Monica Frid", "official", role_text="Ekonom", paragraphs=[[22, 24]])
    doc.attend("Emma Tallberg", "official", role="secretary", role_text="Förbundssekreterare")
    doc.space(2)
    doc.row((LEFT, "Justerare:", TEXT.bold), (BODY, "Susanna Rehnberg (FP)"))
    doc.row((LEFT, "Paragrafer:", TEXT.bold), (BODY, "§§ 21–26"))
    doc.space(5)
    doc.row((LEFT, "Ärenden", TEXT.bold.at(12)), leading=6)
    for number, title, page in CONTENTS:
        dots = "." * int((RIGHT - 44 - TEXT.width(title) - 8) / TEXT.width("."))
        doc.row((LEFT, f"§ {number}"), (40, f"{title} {dots}"), (RIGHT, str(page), TEXT, "right"))
        doc.contents.append((number, title, page))


ITEMS = [
    (21, "Val av justerare", None, [
        ("decision", "Beslut", "Susanna Rehnberg (FP) utses att jämte ordföranden justera protokollet.")], {}),
    (22, "Årsredovisning 2012", "2013-000061", [
        ("decision", "Beslut", "Direktionen beslutar", "att godkänna årsredovisningen för 2012 samt", "att överlämna den till medlemskommunernas fullmäktige."),
        ("background", "Ärendet", "Förbundet redovisar ett överskott om 1,3 miljoner kronor. Antalet insatser uppgick till 914, varav 188 avsåg "
         "brand i byggnad. Två av tre mål för verksamheten har uppnåtts."),
        ("documents", "Underlag", "Årsredovisning 2012", "Revisorernas granskningsrapport den 11 mars 2013"),
        ("distribution", "Protokollsutdrag till", "Lövsta kommun, Harfors kommun, Åmynne kommun")],
     {"outcome": "approved", "distribution": ["Lövsta kommun", "Harfors kommun", "Åmynne kommun"]}),
    (23, "Samverkansavtal om larmcentral", "2012-000318", [
        ("decision", "Beslut", "Direktionen beslutar att anta samverkansavtalet."),
        ("background", "Ärendet", "Avtalet innebär att förbundets larmcentral i Lövsta läggs ned och att ledningsoperatörer i Storviken tar över. Personalen, "
         "fem tjänster, erbjuds arbete där."),
        ("motions", "Yrkanden", "Christer Wollin (S) yrkar bifall till förslaget.", "Peter Stenlund (C) yrkar avslag på förslaget."),
        ("order", "Beslutsgång", "Ordföranden ställer yrkandena mot varandra och finner att direktionen antar avtalet. Omröstning begärs. Ja-röst gäller "
         "bifall, nej-röst gäller avslag."),
        ("vote", "Omröstning", "Omröstningen ger 4 ja-röster och 2 nej-röster.", "Ja: Christer Wollin (S), Marie Österdahl (M), Zahra Mehran (S) och Johan "
         "Sundvall (S).", "Nej: Peter Stenlund (C) och Susanna Rehnberg (FP)."),
        ("reservation", "Reservation", "Peter Stenlund (C) reserverar sig skriftligt mot beslutet, bilaga 1."),
        ("attachments", "Bilagor", "Reservation, bilaga 1")],
     {"outcome": "approved",
      "votes": [(4, 2, None, [*[(n, p, "yes") for n, p in [("Christer Wollin", "S"), ("Marie Österdahl", "M"), ("Zahra Mehran", "S"), ("Johan Sundvall", "S")]],
                              ("Peter Stenlund", "C", "no"), ("Susanna Rehnberg", "FP", "no")])],
      "proposals": [(["Christer Wollin"], "S", "Christer Wollin (S) yrkar bifall till förslaget."),
                    (["Peter Stenlund"], "C", "Peter Stenlund (C) yrkar avslag på förslaget.")],
      "reservations": [("Peter Stenlund", "C", None)], "attachments": ["Reservation, bilaga 1"]}),
    (24, "Taxa för tillsyn enligt lagen om skydd mot olyckor", "2013-000044", [
        ("decision", "Beslut", "Ärendet återremitteras till förvaltningen."),
        ("background", "Ärendet", "Timtaxan föreslås höjas från 840 till 910 kronor. Direktionen önskar en jämförelse med grannförbunden.")],
     {"outcome": "referred_back"}),
    (25, "Information från räddningschefen", None, [
        ("decision", "Beslut", "Direktionen lägger informationen till handlingarna."),
        ("background", "Ärendet", "Per Lindegren informerar om rekrytering av deltidsbrandmän i Åmynne och om den nya hävaren, som levereras i maj.")],
     {"outcome": "noted"}),
    (26, "Nästa sammanträde", None, ["Nästa sammanträde hålls fredagen den 24 maj 2013 kl. 09.00 i Lövsta."], {}),
]


def item(doc, number, title, reference, paragraphs, more):
    doc.end_item()
    doc.space(4)
    doc.need(30)
    doc.row((LEFT, f"§ {number}", TEXT.bold.at(11.5)), (40, title, TEXT.bold.at(11.5)), leading=6)
    if reference:
        doc.row((40, f"Ärendenr {reference}", SMALL), leading=4.4)
    doc.space(0.6)
    doc.begin_item(number, f"§ {number}", title, reference, **more)
    doc.tell(paragraphs, indent=16, gap=0.5, heading=TEXT.bold, above=1.2)


def signatures(doc):
    doc.end_item()
    doc.space(6)
    doc.need(70)
    doc.row((LEFT, "Underskrifter", TEXT.bold))
    doc.space(1)
    top, rules = doc.y, [doc.y]
    doc.row((LEFT + 1.5, "Uppdrag", SMALL.bold), (66, "Namn", SMALL.bold), (118, "Underskrift", SMALL.bold), leading=4.4)
    for n, (role, label, name) in enumerate([("secretary", "Sekreterare", "Emma Tallberg"), ("chair", "Ordförande", "Christer Wollin"),
                                             ("adjuster", "Justerare", "Susanna Rehnberg")]):
        rules.append(doc.y + 1.6)
        doc.row((LEFT + 1.5, label), (66, name), leading=10)
        doc.sheet.ink(scribble(124, doc.y, 1580 + n, width=44, height=6), shade=40)
        doc.sign(role, label, name)
    rules.append(doc.y + 2.4)
    for y in rules:
        doc.sheet.line(LEFT, y, RIGHT, y, 0.2)
    for x in (LEFT, 64, 116, RIGHT):
        doc.sheet.line(x, top, x, rules[-1], 0.2)
    doc.y = rules[-1] + 3
    doc.row((LEFT, "Justeringsdatum: 2013-04-03"))
    doc.row((LEFT, "Anslagsdatum: 2013-04-04"), (96, "Anslaget tas ned tidigast: 2013-04-26"))
    doc.row((LEFT, "Protokollet förvaras på förbundskansliet i Lövsta."))
    doc.adjustments.append(dict(adjusters=["Susanna Rehnberg"], date="2013-04-03"))
    doc.notices.append(dict(posted="2013-04-04", removed="2013-04-26", kept_at="förbundskansliet i Lövsta"))
