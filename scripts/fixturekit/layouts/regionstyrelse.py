"""A region's board of 2020, born digital: members at a distance, digital signing, decisions before the background."""

from ..document import Document
from ..paper import Style

SOURCE = "A region's executive board in 2020, born digital with a text layer: members and officials “deltar digitalt” or “på " \
         "distans”, a digital notice board, digital signing, contents, votes with names in prose, an item withdrawn."
SCANNER = "printer"

TEXT = Style("roboto", 10.5)
SMALL = TEXT.at(8.5)
LEFT, RIGHT, BODY = 25.0, 185.0, 72.0

MEMBERS = [
    ("Denise Ekholtz", "S", "ordförande", "chair", None), ("Olle Fjordvall", "C", "1:e vice ordförande", "vice_chair", None),
    ("Birgitta Sköldebrand", "M", "2:e vice ordförande", "second_vice_chair", "deltar digitalt"),
    ("Abdi Warsame", "S", None, None, None), ("Ulrika Lans", "S", None, None, "deltar digitalt"),
    ("Per-Håkan Ytterberg", "KD", None, None, "deltar digitalt"), ("Staffan van Dijk", "L", None, None, None),
    ("Kicki Orre", "V", None, None, "på distans"),
]
CONTENTS = [(140, "Val av protokolljusterare"), (141, "Regionens arbete med anledning av covid-19"),
            (142, "Investeringsplan 2021–2025"), (143, "Biljettpriser i kollektivtrafiken"),
            (144, "Redovisning av delegationsbeslut")]


def build():
    doc = Document("regionstyrelse", TEXT, LEFT, RIGHT, 40, 28, 5.2, head, foot)
    doc.meeting = dict(municipality="Region Sydmarken", body="Regionstyrelsen", date="2020-11-18", place="Regionens hus, Sal A, samt digitalt",
                       start_time="09:30", end_time="14:10", adjournments=[{"start": "12:00", "end": "13:00"}],
                       paragraphs={"first": 140, "last": 144})
    front(doc)
    doc.new_sheet()
    doc.row((LEFT, "Ärenden", TEXT.bold.at(13)), leading=7)
    for number, title in CONTENTS:
        page = {140: 3, 141: 3, 142: 3, 143: 4, 144: 4}[number]
        doc.row((LEFT, f"§ {number}"), (44, title), (RIGHT, str(page), TEXT, "right"), leading=6)
        doc.contents.append((number, title, page))
    doc.new_sheet()
    for entry in ITEMS:
        item(doc, *entry)
    return doc.finish()


def head(sheet, number):
    sheet.row(16, (LEFT, "Region Sydmarken", TEXT.bold.at(12)), (RIGHT, f"Sida {number} av 4", SMALL, "right"))
    sheet.row(22, (LEFT, "Protokoll", TEXT), (80, "Regionstyrelsen", TEXT), (RIGHT, "2020-11-18", TEXT, "right"))
    sheet.line(LEFT, 25, RIGHT, 25, 0.4)


def foot(sheet, number):
    sheet.row(284, (LEFT, "Signerat digitalt. Kontrollera underskrifterna på sista sidan av originalet.", TEXT.at(7.5)))


def field(doc, label, lines):
    for n, line in enumerate(lines):
        doc.row(*([(LEFT, label, TEXT.bold)] if n == 0 else []), (BODY, line))
    doc.space(2)


def front(doc):
    doc.new_sheet()
    field(doc, "Plats", ["Regionens hus, Sal A, samt digitalt"])
    field(doc, "Tid", ["09.30–14.10", "Ajournering: 12.00–13.00"])
    field(doc, "Beslutande", [f"{name} ({party})" + (f", {text}" if text else "") + (f", {far}" if far else "")
                              for name, party, text, _, far in MEMBERS])
    for label, line in [("Tjänstgörande", "Maj-Lis Nordenfalk (M) för Hampus Grip (M), deltar digitalt"),
                                       ("ersättare", "Leo Sarkisian (MP) för Åsa Tüll (MP), §§ 140–142")]:
        doc.row((LEFT, label, TEXT.bold), (BODY, line))
    doc.space(2)
    for label, line in [("Ej tjänstgörande", "Rasmus Kåver (SD), deltar digitalt"), ("ersättare", "Inga Myrlöf (C)")]:
        doc.row((LEFT, label, TEXT.bold), (BODY, line))
    doc.space(2)
    field(doc, "Övriga närvarande", ["Eskil Bring, regiondirektör", "Hedvig Ståhle, hälso- och sjukvårdsdirektör, § 141, deltar digitalt",
                                     "Noomi Persdotter Lind, sekreterare"])
    field(doc, "Justerare", ["Ulrika Lans (S)"])
    field(doc, "Justering", ["Digital justering, 2020-11-25"])
    field(doc, "Paragrafer", ["§§ 140–144"])
    for name, party, text, role, far in MEMBERS:
        doc.attend(name, "member", party=party, role=role, role_text=text, remote=True if far else None)
    doc.attend("Maj-Lis Nordenfalk", "serving_substitute", party="M", replaces="Hampus Grip", remote=True)
    doc.attend("Leo Sarkisian", "serving_substitute", party="MP", replaces="Åsa Tüll", paragraphs=[[140, 142]])
    doc.miss("Hampus Grip", party="M")
    doc.miss("Åsa Tüll", party="MP")
    doc.attend("Rasmus Kåver", "substitute", party="SD", remote=True)
    doc.attend("Inga Myrlöf", "substitute", party="C")
    doc.attend("Eskil Bring", "official", role_text="regiondirektör")
    doc.attend("Hedvig Ståhle", "official", role_text="hälso- och sjukvårdsdirektör", paragraphs=[[141, 141]], remote=True)
    doc.attend("Noomi Persdotter Lind", "official", role="secretary", role_text="sekreterare")
    doc.adjustments.append(dict(adjusters=["Ulrika Lans"], date="2020-11-25"))
    doc.space(2)
    doc.row((LEFT, "Underskrifter", TEXT.bold))
    for role, label, name in [("secretary", "Sekreterare", "Noomi Persdotter Lind"), ("chair", "Ordförande", "Denise Ekholtz"),
                              ("adjuster", "Justerare", "Ulrika Lans")]:
        doc.row((LEFT, label), (BODY, name))
        doc.sign(role, label, name, signed=None)
    doc.space(4)
    doc.row((LEFT, "Bevis om anslag", TEXT.bold))
    doc.row((LEFT, "Protokollet har tillkännagivits på regionens digitala anslagstavla."))
    doc.row((LEFT, "Protokollet anslås"), (BODY, "2020-11-26"))
    doc.row((LEFT, "Anslaget till och med"), (BODY, "2020-12-18"))
    doc.row((LEFT, "Förvaringsplats"), (BODY, "Regionarkivet"))
    doc.notices.append(dict(posted="2020-11-26", removed="2020-12-18", kept_at="Regionarkivet"))


ITEMS = [
    (140, "Val av protokolljusterare", None,
     [("decision", "Regionstyrelsens beslut", "Regionstyrelsen väljer Ulrika Lans (S) att justera protokollet.")], {}),
    (141, "Regionens arbete med anledning av covid-19", "RS 2020/0388",
     [("decision", "Regionstyrelsens beslut", "Regionstyrelsen lägger informationen till handlingarna."),
      ("summary", "Sammanfattning", "Hedvig Ståhle informerar om läget. Antalet inneliggande patienter har fördubblats på två veckor "
       "och 140 medarbetare har flyttats till andra uppgifter.")], {"outcome": "noted"}),
    (142, "Investeringsplan 2021–2025", "RS 2020/0512",
     [("decision", "Regionstyrelsens beslut", "Regionstyrelsen föreslår regionfullmäktige", "att fastställa investeringsplanen samt",
       "att ge regiondirektören rätt att omfördela högst 5 miljoner kronor per år."),
      ("summary", "Sammanfattning", "Planen omfattar 1,2 miljarder kronor. Störst är ombyggnaden av operation vid lasarettet i Sydhamn."),
      ("motions", "Yrkanden", "Olle Fjordvall (C) yrkar bifall till förslaget.",
       "Birgitta Sköldebrand (M) yrkar att ombyggnaden senareläggs ett år. Per-Håkan Ytterberg (KD) instämmer."),
      ("order", "Beslutsgång", "Ordföranden ställer yrkandena mot varandra och finner att styrelsen bifaller förslaget. Votering begärs "
       "och genomförs med upprop."),
      ("vote", "Omröstningsresultat", "Med 6 ja-röster mot 3 nej-röster och 1 nedlagd röst beslutar regionstyrelsen enligt förslaget.",
       "Ja röstar Denise Ekholtz (S), Olle Fjordvall (C), Abdi Warsame (S), Ulrika Lans (S), Kicki Orre (V) och Leo Sarkisian (MP).",
       "Nej röstar Birgitta Sköldebrand (M), Per-Håkan Ytterberg (KD) och Maj-Lis Nordenfalk (M).", "Staffan van Dijk (L) avstår."),
      ("reservation", "Reservation", "Birgitta Sköldebrand (M), Maj-Lis Nordenfalk (M) och Per-Håkan Ytterberg (KD) reserverar sig till "
       "förmån för eget yrkande."),
      ("documents", "Beslutsunderlag", "Tjänsteskrivelse den 2 november 2020", "Förslag till investeringsplan 2021–2025"),
      ("distribution", "Beslutet skickas till", "Regionfullmäktige, samtliga förvaltningar")],
     {"votes": [(6, 3, 1, [*[(n, p, "yes") for n, p in [("Denise Ekholtz", "S"), ("Olle Fjordvall", "C"), ("Abdi Warsame", "S"),
                                                          ("Ulrika Lans", "S"), ("Kicki Orre", "V"), ("Leo Sarkisian", "MP")]],
                           *[(n, p, "no") for n, p in [("Birgitta Sköldebrand", "M"), ("Per-Håkan Ytterberg", "KD"),
                                                         ("Maj-Lis Nordenfalk", "M")]], ("Staffan van Dijk", "L", "abstain")])],
      "proposals": [(["Olle Fjordvall"], "C", "Olle Fjordvall (C) yrkar bifall till förslaget."),
                    (["Birgitta Sköldebrand"], "M", "Birgitta Sköldebrand (M) yrkar att ombyggnaden senareläggs ett år.")],
      "reservations": [("Birgitta Sköldebrand", "M", None), ("Maj-Lis Nordenfalk", "M", None), ("Per-Håkan Ytterberg", "KD", None)],
      "outcome": "approved", "distribution": ["Regionfullmäktige", "samtliga förvaltningar"]}),
    (143, "Biljettpriser i kollektivtrafiken", "RS 2020/0467",
     [("decision", "Regionstyrelsens beslut", "Ärendet utgår.")], {"outcome": "withdrawn"}),
    (144, "Redovisning av delegationsbeslut", None,
     [("decision", "Regionstyrelsens beslut", "Redovisningen läggs till handlingarna."),
      ("attachments", "Bilagor", "Förteckning över delegationsbeslut, bilaga 1")],
     {"outcome": "noted", "attachments": ["Förteckning över delegationsbeslut, bilaga 1"]}),
]


def item(doc, number, title, reference, paragraphs, more):
    doc.end_item()
    doc.need(34)
    doc.space(3)
    doc.row((LEFT, f"§ {number} {title}", TEXT.bold.at(13)), leading=7)
    if reference:
        doc.row((LEFT, f"Diarienummer: {reference}", SMALL))
    doc.begin_item(number, f"§ {number}", title, reference, **more)
    doc.tell(paragraphs, gap=0.8, heading=TEXT.bold)
    doc.end_item()
