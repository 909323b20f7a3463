"""A municipal council of 2003: cover page with three signatures in a row, a ruled list of members, votes by name."""

from ..document import Document
from ..help import pen
from ..paper import Style
from ..pen import initials
from ..rules import grid
from ..scan import Scanner

SOURCE = "A municipal council in 2003: cover page, ruled attendance list with a column for the substitute, “§ 31” in a margin column with the Dnr under it, " \
         "motion, interpellation, vote by name, reservation. Scanned in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.6, blur=0.5, noise=4.0, paper=250, ink=0.96, quality=50)

TEXT = Style("serif", 11)
BOLD = TEXT.bold
SMALL = Style("serif", 10)
LEFT, RIGHT, BODY = 25.0, 188.0, 52.0


def build():
    doc = Document("kommunfullmaktige2003", TEXT, BODY, RIGHT, 34, 28, 4.6, head, foot)
    doc.meeting = dict(municipality="Stensarums kommun", body="Kommunfullmäktige", date="2003-04-28", place="Medborgarhuset, stora salen",
                       start_time="18:00", end_time="21:10", adjournments=[{"start": "19:30", "end": "19:50"}], paragraphs={"first": 30, "last": 37})
    front(doc)
    members(doc)
    doc.new_sheet()
    for number, title, reference, paragraphs, more in ITEMS:
        item(doc, number, title, reference, paragraphs, dict(more))
    return doc.finish()


def head(sheet, number):
    sheet.row(17, (LEFT, "Stensarums kommun", BOLD.at(13)), (RIGHT, f"Sida {number} (4)", TEXT, "right"))
    sheet.row(23, (LEFT, "Kommunfullmäktige", TEXT), (RIGHT, "2003-04-28", TEXT, "right"))
    sheet.line(LEFT, 26, RIGHT, 26, 0.5)


def foot(sheet, number):
    sheet.line(LEFT, 270, RIGHT, 270, 0.3)
    sheet.row(274, (LEFT, "Justering", SMALL), (128, "Utdragsbestyrkande", SMALL))
    for n in range(3):
        sheet.ink(initials(46 + 18 * n, 279, 1010 + 10 * number + n), shade=50)


MEMBERS = [("Gunvald Ekman", "s", "ordförande", "chair", None), ("Birgitta Lagerström", "c", "1:e vice ordförande", "vice_chair", None),
           ("Mats Wennberg", "m", "2:e vice ordförande", "second_vice_chair", None), ("Anita Krantz", "s", None, None, None),
           ("Leif Sundelin", "s", None, None, None), ("Ros-Marie Flink", "s", None, None, ("Jörgen Tallberg", None)),
           ("Kenneth Ask", "s", None, None, None), ("Monika Varg", "s", None, None, None), ("Per-Olov Hed", "s", None, None, None),
           ("Inger Stolt", "v", None, None, None), ("Sara Lindahl", "v", None, None, ("Reza Moradi", None)),
           ("Torbjörn Klang", "mp", None, None, None), ("Ulf Rosvall", "c", None, None, None), ("Marie Hagström", "c", None, None, None),
           ("Göran Fransson", "m", None, None, None), ("Christina Beijer", "m", None, None, None), ("Håkan Thelin", "m", None, None, None),
           ("Elisabet Norman", "fp", None, None, None), ("Sten-Åke Wallin", "fp", None, None, ("Annika Edman", None)),
           ("Daniel Sköld", "kd", None, None, None), ("Ruth Granlund", "kd", None, None, None)]
OFFICIALS = [("Bo Hellström", "kommundirektör"), ("Yvonne Carlsten", "kommunsekreterare")]


def front(doc):
    doc.new_sheet()
    doc.y = 34
    doc.row((LEFT, "Sammanträdesprotokoll", BOLD.at(20)), leading=9)
    doc.space(6)

    def listed(label, *lines):
        for n, line in enumerate(lines):
            doc.row(*[(LEFT, label, BOLD)] * (n == 0), (80, line), leading=5.4)
        doc.space(3)
    listed("Plats", "Medborgarhuset, stora salen")
    listed("Tid", "Måndagen den 28 april 2003, kl. 18.00-21.10", "Ajournering kl. 19.30-19.50")
    listed("Beslutande", "Enligt förteckning på sida 2")
    listed("Övriga deltagande", *[f"{n}, {t}" for n, t in OFFICIALS])
    listed("Utsedda att justera", "Leif Sundelin (s) och Christina Beijer (m)")
    listed("Plats och tid för justering", "Kommunkansliet, måndagen den 5 maj 2003, kl. 16.00")
    listed("Paragrafer", "30-37")
    doc.adjustments.append(dict(adjusters=["Leif Sundelin", "Christina Beijer"], place="Kommunkansliet", date="2003-05-05", time="16:00"))
    doc.space(4)
    doc.row((LEFT, "Underskrifter", BOLD))
    for n, (role, label, name) in enumerate([("secretary", "Sekreterare", "Yvonne Carlsten"), ("chair", "Ordförande", "Gunvald Ekman"),
                                             ("adjuster", "Justerande", "Leif Sundelin"), ("adjuster", "Justerande", "Christina Beijer")]):
        x = (LEFT, 108)[n % 2]
        if n % 2 == 0:
            doc.row((LEFT, "." * 56), (108, "." * 56), leading=15)
        pen(doc, x + 5, 1051 + n, width=50, height=6.5, shade=30)
        doc.sign(role, label, name)
        if n % 2:
            left = [("Yvonne Carlsten", "Sekreterare"), ("Leif Sundelin", "Justerande")][n // 2]
            doc.row((LEFT, f"{left[0]}"), (108, name))
            doc.row((LEFT, left[1], SMALL), (108, label, SMALL), leading=4.2)
    doc.space(12)
    doc.row((LEFT, "Anslagsbevis", BOLD.at(13)), leading=6)
    doc.row((LEFT, "Protokollet är justerat och justeringen har tillkännagivits på kommunens anslagstavla."))
    doc.space(2)
    listed("Sammanträdesdatum", "2003-04-28")
    listed("Anslaget sätts upp", "2003-05-06")
    listed("Anslaget tas ner", "2003-05-28")
    listed("Förvaringsplats", "Kommunkansliet")
    doc.notices.append(dict(posted="2003-05-06", removed="2003-05-28", kept_at="Kommunkansliet"))


def members(doc):
    doc.new_sheet()
    doc.row((LEFT, "Närvarolista", BOLD.at(13)), leading=6)
    doc.space(2)
    columns = (LEFT, 98, 116)
    top = doc.y
    rules = [top]
    doc.row((LEFT + 2, "Ledamot", SMALL.bold), (100, "Parti", SMALL.bold), (118, "Tjänstgörande ersättare", SMALL.bold), leading=4.6)
    absent = []
    for name, party, text, role, sub in MEMBERS:
        rules.append(doc.y + 1.6)
        doc.row((LEFT + 2, name + (f", {text}" if text else ""), SMALL), (100, party, SMALL), *[(118, f"{sub[0]} ({party})" if sub else "", SMALL)] * bool(sub),
                leading=5.6)
        if sub:
            doc.attend(sub[0], "serving_substitute", party=party.upper(), replaces=name)
            absent.append((name, party))
        else:
            doc.attend(name, "member", party=party.upper(), role=role, role_text=text)
    rules.append(doc.y + 1.6)
    grid(doc, columns, RIGHT, rules, top)
    for name, party in absent:
        doc.miss(name, party=party.upper())
    doc.space(5)
    doc.row((LEFT, "Ej tjänstgörande ersättare", BOLD))
    doc.row((LEFT, "Lisbeth Orre (s)"))
    doc.row((LEFT, "Per Malmsten (m)"))
    doc.attend("Lisbeth Orre", "substitute", party="S")
    doc.attend("Per Malmsten", "substitute", party="M")
    for name, title in OFFICIALS:
        doc.attend(name, "official", role="secretary" if title == "kommunsekreterare" else None, role_text=title)


YES = [("Gunvald Ekman", "S"), ("Anita Krantz", "S"), ("Leif Sundelin", "S"), ("Jörgen Tallberg", "S"), ("Kenneth Ask", "S"), ("Monika Varg", "S"),
       ("Per-Olov Hed", "S"), ("Inger Stolt", "V"), ("Reza Moradi", "V"), ("Torbjörn Klang", "MP"), ("Birgitta Lagerström", "C"), ("Marie Hagström", "C")]
NO = [("Mats Wennberg", "M"), ("Göran Fransson", "M"), ("Christina Beijer", "M"), ("Håkan Thelin", "M"), ("Elisabet Norman", "FP"), ("Annika Edman", "FP"),
      ("Daniel Sköld", "KD"), ("Ruth Granlund", "KD")]
ABSTAIN = [("Ulf Rosvall", "C")]


def names(people):
    return ", ".join(f"{name} ({party.lower()})" for name, party in people)


BALLOTS = [(n, p, v) for group, v in ((YES, "yes"), (NO, "no"), (ABSTAIN, "abstain")) for n, p in group]
D = "decision"
B = "Kommunfullmäktiges beslut"
ITEMS = [
    (30, "Val av justerare", None, [(D, B, "Till att jämte ordföranden justera protokollet utses Leif Sundelin (s) och Christina Beijer (m).")], {}),
    (31, "Årsredovisning för 2002", "03.114-042", [
        "Kommunen redovisar för 2002 ett underskott på 9,7 miljoner kronor. I budgeten räknade kommunen med ett överskott på 2 miljoner. Skatteintäkterna "
        "blev lägre än väntat och kostnaderna för individ- och familje¬omsorgen steg med 11 procent.",
        "Enligt kommunallagen ska underskottet återställas senast 2004. Revisorerna tillstyrker att årsredovisningen godkänns.",
        (D, B, "Kommunfullmäktige beslutar", "att godkänna årsredovisningen för 2002 samt", "att uppdra åt kommunstyrelsen att till juni lägga fram en plan för hur "
         "underskottet ska täckas."),
        ("distribution", "Delges", "Kommunstyrelsen, revisorerna")], {"distribution": ["Kommunstyrelsen", "revisorerna"]}),
    (32, "Ansvarsfrihet för 2002", "03.114-042", [
        "Revisorerna tillstyrker att kommunstyrelsen och nämnderna beviljas ansvarsfrihet.",
        ("disqualification", "Jäv", "Anita Krantz (s), Mats Wennberg (m) och Ulf Rosvall (c) deltar inte i beslutet på grund av jäv."),
        (D, B, "Kommunfullmäktige beslutar att bevilja kommunstyrelsen och nämnderna ansvarsfrihet för 2002.")],
     {"disqualified": ["Anita Krantz", "Mats Wennberg", "Ulf Rosvall"]}),
    (33, "Skolorganisation i Norrby rektorsområde", "02.340-611", [
        "Barn- och utbildningsnämnden föreslår att Kullens skola läggs ned den 30 juni 2004 och att eleverna flyttas till Norrby skola. Elevantalet i Kullen "
        "har gått ned från 62 till 34 på sex år. Besparingen beräknas till 1,3 miljoner kronor om året.",
        "Föräldrarna i Kullen har lämnat 412 namnunderskrifter mot förslaget.",
        ("motions", "Yrkanden", "Anita Krantz (s) yrkar bifall till kommunstyrelsens förslag.", "Göran Fransson (m) yrkar avslag på förslaget."),
        ("order", "Proposition", "Ordföranden ställer proposition på yrkandena och finner att fullmäktige bifaller Anita Krantz yrkande. Votering begärs. Den som "
         "bifaller Anita Krantz yrkande röstar ja. Den som bifaller Göran Franssons yrkande röstar nej."),
        ("vote", "Votering", "Voteringen utfaller med 12 ja-röster mot 8 nej-röster. En ledamot avstår från att rösta.", "Ja: " + names(YES) + ".",
         "Nej: " + names(NO) + ".", "Avstår: " + names(ABSTAIN) + "."),
        (D, B, "Kommunfullmäktige beslutar att lägga ned Kullens skola den 30 juni 2004."),
        ("reservation", "Reservation", "Göran Fransson (m), Håkan Thelin (m) och Daniel Sköld (kd) reserverar sig mot beslutet."),
        ("distribution", "Delges", "Barn- och utbildningsnämnden")],
     {"proposals": [(["Anita Krantz"], "S", "Anita Krantz (s) yrkar bifall till kommunstyrelsens förslag."),
                    (["Göran Fransson"], "M", "Göran Fransson (m) yrkar avslag på förslaget.")],
      "votes": [(12, 8, 1, BALLOTS)], "reservations": [("Göran Fransson", "M", None), ("Håkan Thelin", "M", None), ("Daniel Sköld", "KD", None)],
      "distribution": ["Barn- och utbildningsnämnden"]}),
    (34, "Svar på interpellation om äldreboendet Linden", "03.128-733", [
        "Elisabet Norman (fp) har ställt en interpellation till social¬nämndens ordförande om bemanningen nattetid på Linden. Kenneth Ask (s) svarar att två "
        "undersköterskor alltid är i tjänst och att en sjuksköterska kan tillkallas inom en halvtimme.",
        (D, B, "Kommunfullmäktige beslutar att anse interpellationen besvarad.")], {}),
    (35, "Motion om cykelväg längs Kvarnvägen", "02.287-312", [
        "Torbjörn Klang (mp) föreslår i en motion att en cykelväg byggs från centrum till Kvarnbadet. Tekniska nämnden har beräknat kostnaden till 2,1 miljoner "
        "kronor och föreslår att sträckan tas med i cykelplanen.",
        (D, B, "Kommunfullmäktige beslutar att motionen därmed är besvarad."),
        ("distribution", "Delges", "Motionären, tekniska nämnden")], {"distribution": ["Motionären", "tekniska nämnden"]}),
    (36, "Avsägelse och val av ersättare i byggnadsnämnden", "03.131-102", [
        (D, B, "Kommunfullmäktige beslutar", "att bevilja Jan-Olof Grip (c) avsägelse från uppdraget som ersättare i byggnadsnämnden samt",
         "att till ny ersättare välja Lena Karp (c).")], {}),
    (37, "Anmälan av skrivelser", None, [
        "Länsstyrelsen har utsett Annika Edman (fp) till ny ersättare i fullmäktige efter Tommy Rask (fp).",
        (D, B, "Kommunfullmäktige beslutar att lägga anmälan till handlingarna.")], {}),
]


def item(doc, number, title, reference, paragraphs, more):
    doc.end_item()
    doc.need(27)
    doc.row((LEFT, f"§ {number}", BOLD), (BODY, title, BOLD.at(12)), leading=5.6)
    if reference:
        doc.row((LEFT, f"Dnr {reference}", SMALL), leading=4)
    doc.space(0.4)
    doc.begin_item(number, f"§ {number}", title, reference, **more)
    doc.tell(paragraphs, att=7, gap=0.9, heading=TEXT.bold.at(10.5), above=0.6)
    doc.end_item()
    doc.space(4)
