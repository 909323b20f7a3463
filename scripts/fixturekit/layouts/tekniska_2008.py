"""A municipal technical committee in 2008: office before the name, presence “t.o.m. § 88”, title over “§ 87” and Diarienr, decision first under small capitals."""

from ..document import Document
from ..paper import Style, wrap
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A municipal technical committee in 2008, word processor: “Ordföranden …” before the name, presence told as “t.o.m. § 88” and “fr.o.m. § 89” and by the clock, the title in bold above the line " \
         "“TN § 87  Diarienr …”, headings in small capitals with the decision first, a table of fees, a vote by count, jäv, an item adjusted at once. " \
         "A hard scan: skewed, noisy, pale, stamped, one page on its side, grey at 200 dpi."
SCANNER = Scanner(dpi=200, skew=-1.0, blur=0.7, noise=9.0, paper=228, ink=0.7, shadow=True, speckle=0.001, quality=32)

TEXT = Style("carlito", 11.5)
CAPS = Style("carlito-bold", 9.5)
LEFT, RIGHT, BODY = 28.0, 186.0, 78.0


def build():
    doc = Document("tekniska_2008", TEXT, LEFT, RIGHT, 38, 30, 5.1, head, foot, turned=[(3, 90)])
    doc.meeting = dict(municipality="Hällestrands kommun", body="Tekniska nämnden", date="2008-10-15", place="Tekniska kontoret, Verkstadsgatan 6", start_time="13:00", end_time="16:25",
                       paragraphs={"first": 84, "last": 91})
    front(doc)
    doc.new_sheet()
    for entry in ITEMS:
        item(doc, *entry)
    doc.end_item()
    return doc.finish()


def head(sheet, number):
    sheet.row(15, (LEFT, "Hällestrands kommun", TEXT.bold), (120, "SAMMANTRÄDESPROTOKOLL", TEXT.bold))
    sheet.row(20, (LEFT, "Tekniska nämnden", TEXT), (120, "Sammanträdesdatum", TEXT.at(9)), (RIGHT, "Sid", TEXT.at(9), "right"))
    sheet.row(25, (120, "2008-10-15", TEXT), (RIGHT, f"{number} (3)", TEXT, "right"))
    sheet.line(LEFT, 28, RIGHT, 28, 0.3)
    if number == 1:
        sheet.stamp(60, 20, ["ARKIVEXEMPLAR"], Style("sans-bold", 11), 7, shade=150)


def foot(sheet, number):
    sheet.line(LEFT, 274, RIGHT, 274, 0.2)
    sheet.row(278, (LEFT, "Justerandes sign", TEXT.at(8)), (120, "Utdragsbestyrkande", TEXT.at(8)))
    sheet.ink(initials(58, 282, 6700 + number), shade=60)
    sheet.ink(initials(76, 282, 6710 + number), shade=60)


def field(doc, label, lines):
    for n, line in enumerate(lines):
        doc.row(*([(LEFT, label, TEXT.bold)] if n == 0 else []), (BODY, line))
    doc.space(2)


def front(doc):
    doc.new_sheet()
    field(doc, "Plats och tid", ["Tekniska kontoret, Verkstadsgatan 6", "Onsdagen den 15 oktober 2008, kl. 13.00–16.25"])
    field(doc, "Beslutande", ["Ordföranden Håkan Brattberg (s)", "Förste vice ordföranden Eva Lindeblad (c)", "Andre vice ordföranden Cornelia Ruuth (m), t.o.m. § 88", "Tommy Östensson (s)",
                              "Sirpa Kallio (s)", "Mats-Ola Wigh (m)", "Jan-Inge Krook (kd)"])
    field(doc, "Tjänstgörande ersättare", ["Henrik Adamsson (m) för Cornelia Ruuth (m), fr.o.m. § 89", "Lovisa Tångring (v) för Samir Haddad (v)"])
    field(doc, "Övriga ersättare", ["Anneli Fors (s), kl. 13.00–15.10", "Erling Swahn (c)"])
    field(doc, "Tjänstemän", ["Tekniske chefen Roger Hallin", "VA-ingenjören Petra Söderhielm, §§ 86–87", "Gatuchefen Dag Örtengren, § 88", "Nämndsekreteraren Linda Moberg-Kvist"])
    doc.attend("Håkan Brattberg", "member", party="S", role="chair", role_text="Ordföranden")
    doc.attend("Eva Lindeblad", "member", party="C", role="vice_chair", role_text="Förste vice ordföranden")
    doc.attend("Cornelia Ruuth", "member", party="M", role="second_vice_chair", role_text="Andre vice ordföranden", paragraphs=[[84, 88]])
    for name, party in [("Tommy Östensson", "S"), ("Sirpa Kallio", "S"), ("Mats-Ola Wigh", "M"), ("Jan-Inge Krook", "KD")]:
        doc.attend(name, "member", party=party)
    doc.attend("Henrik Adamsson", "serving_substitute", party="M", replaces="Cornelia Ruuth", paragraphs=[[89, 91]])
    doc.attend("Lovisa Tångring", "serving_substitute", party="V", replaces="Samir Haddad")
    doc.attend("Anneli Fors", "substitute", party="S", times=[{"start": "13:00", "end": "15:10"}])
    doc.attend("Erling Swahn", "substitute", party="C")
    doc.attend("Roger Hallin", "official", role_text="Tekniske chefen")
    doc.attend("Petra Söderhielm", "official", role_text="VA-ingenjören", paragraphs=[[86, 87]])
    doc.attend("Dag Örtengren", "official", role_text="Gatuchefen", paragraphs=[[88, 88]])
    doc.attend("Linda Moberg-Kvist", "official", role="secretary", role_text="Nämndsekreteraren")
    doc.miss("Samir Haddad", party="V")
    field(doc, "Justerare", ["Mats-Ola Wigh (m)"])
    field(doc, "Justeringens tid och plats", ["Tekniska kontoret 2008-10-22"])
    field(doc, "Paragrafer", ["84–91"])
    doc.adjustments.append(dict(adjusters=["Mats-Ola Wigh"], place="Tekniska kontoret", date="2008-10-22"))
    doc.space(2)
    for n, (role, label, name) in enumerate([("secretary", "Sekreterare", "Linda Moberg-Kvist"), ("chair", "Ordförande", "Håkan Brattberg"), ("adjuster", "Justerare", "Mats-Ola Wigh")]):
        doc.row((LEFT, label, TEXT.bold), (BODY, "." * 62), leading=10.5)
        doc.sheet.ink(scribble(BODY + 6, doc.y - 0.4, 6720 + n, width=52, height=6), shade=60)
        doc.row((BODY, name), leading=4.6)
        doc.sign(role, label, name)
    doc.space(4)
    doc.sheet.line(LEFT, doc.y, RIGHT, doc.y, 0.3)
    doc.row((LEFT, "ANSLAGSBEVIS", TEXT.bold), leading=6)
    for cells in [((LEFT, "Organ"), (BODY, "Tekniska nämnden")), ((LEFT, "Anslaget uppsatt"), (BODY, "2008-10-23"), (116, "Anslaget nedtages"), (152, "2008-11-14")),
                  ((LEFT, "Förvaringsplats"), (BODY, "Tekniska kontoret"))]:
        doc.row(*cells)
    doc.notices.append(dict(organ="Tekniska nämnden", posted="2008-10-23", removed="2008-11-14", kept_at="Tekniska kontoret"))


def fees(doc):
    doc.space(0.6)
    doc.table_row((LEFT + 4, "Avgift", TEXT.bold), (112, "2008", TEXT.bold, "right"), (140, "2009", TEXT.bold, "right"))
    for what, old, new in [("Fast avgift, kr/år", "1 560", "1 640"), ("Förbrukning, kr/m³", "14,20", "14,90")]:
        doc.table_row((LEFT + 4, what), (112, old, TEXT, "right"), (140, new, TEXT, "right"))
    doc.space(1)


ITEMS = [
    (84, None, "Val av justerare", [("decision", "BESLUT", "Mats-Ola Wigh (m) utses till justerare.")], {}),
    (85, "TN 2008/0012", "Ekonomisk rapport per den 30 september", [
        ("decision", "BESLUT", "Tekniska nämnden godkänner rapporten."),
        ("summary", "SAMMANFATTNING", "Prognosen pekar på ett underskott om 1,1 miljoner kronor, främst på grund av ökade drivmedelskostnader.")], {"outcome": "approved"}),
    (86, "TN 2008/0131", "VA-taxa för år 2009", [
        ("decision", "BESLUT", "Tekniska nämnden föreslår kommunfullmäktige", "att fastställa VA-taxan enligt kontorets förslag,", "att taxan gäller från och med den 1 januari 2009."),
        ("summary", "SAMMANFATTNING", "Kontoret föreslår att avgifterna höjs med i genomsnitt fem procent.", fees),
        ("reservation", "RESERVATION", "Jan-Inge Krook (kd) reserverar sig mot beslutet."),
        ("distribution", "SÄNDS TILL", "Kommunstyrelsen")],
     {"reservations": [("Jan-Inge Krook", "KD", None)], "distribution": ["Kommunstyrelsen"]}),
    (87, "TN 2007/0266", "Anslutning av fritidshus på Tallnäset till kommunalt vatten och avlopp", [
        ("decision", "BESLUT", "Ärendet återremitteras till tekniska kontoret för samråd med miljönämnden."),
        ("summary", "SAMMANFATTNING", "Samfällighetsföreningen på Tallnäset har begärt att 64 fritidshus ansluts under 2009.")], {"outcome": "referred_back"}),
    (88, "TN 2008/0145", "Hastighetssänkning på Kyrkvägen", [
        ("decision", "BESLUT", "Hastigheten på Kyrkvägen mellan torget och Backskolan sänks till 30 km/tim."),
        ("motions", "YRKANDEN", "Sirpa Kallio (s) yrkar bifall till kontorets förslag.", "Mats-Ola Wigh (m) yrkar avslag."),
        ("vote", "OMRÖSTNING", "Vid omröstning avges 5 ja-röster för kontorets förslag och 3 nej-röster för avslag."),
        ("summary", "SAMMANFATTNING", "Föräldraföreningen vid Backskolan har i skrivelse den 2 juni pekat på trafikfaran vid övergångsstället."),
        ("reservation", "RESERVATION", "Cornelia Ruuth (m) och Mats-Ola Wigh (m) reserverar sig mot beslutet."),
        ("distribution", "SÄNDS TILL", "Polisen, Backskolan")],
     {"votes": [(5, 3, None, [])],
      "proposals": [(["Sirpa Kallio"], "S", "Sirpa Kallio (s) yrkar bifall till kontorets förslag."), (["Mats-Ola Wigh"], "M", "Mats-Ola Wigh (m) yrkar avslag.")],
      "reservations": [("Cornelia Ruuth", "M", None), ("Mats-Ola Wigh", "M", None)], "distribution": ["Polisen", "Backskolan"]}),
    (89, "TN 2008/0158", "Arrende av mark vid Hamnplan", [
        ("decision", "BESLUT", "Tekniska nämnden avslår ansökan."),
        ("disqualification", "JÄV", "Tommy Östensson (s) anmäler jäv och deltar inte i beslutet."),
        ("summary", "SAMMANFATTNING", "Östenssons Glass HB har ansökt om att få arrendera 200 kvadratmeter för servering.")], {"outcome": "rejected", "disqualified": ["Tommy Östensson"]}),
    (90, "TN 2008/0160", "Reparation av Slussbron", [
        ("decision", "BESLUT", "Tekniska nämnden antar anbudet från Bro & Betong i Väst AB. Paragrafen justeras omedelbart."),
        ("summary", "SAMMANFATTNING", "Vid inspektionen i september upptäcktes skador på två av landfästena.")], {"outcome": "approved", "immediate_adjustment": True}),
    (91, None, "Information från tekniske chefen", [
        "Roger Hallin informerar om vinterväghållningen och om den nya återvinningscentralen, som öppnar i december.",
        ("decision", "BESLUT", "Informationen läggs till handlingarna.")], {"outcome": "noted"}),
]


def item(doc, number, reference, title, paragraphs, more):
    doc.end_item()
    doc.space(5)
    doc.need(32)
    for line in wrap(title, TEXT.bold.at(13), RIGHT - LEFT):
        doc.row((LEFT, line, TEXT.bold.at(13)), leading=5.8)
    doc.row((LEFT, f"TN § {number}"), *([(56, f"Diarienr {reference}")] if reference else []))
    doc.begin_item(number, f"TN § {number}", title, reference, **more)
    for entry in paragraphs:
        if isinstance(entry, tuple) and callable(entry[-1]):
            doc.tell([entry[:-1]], gap=0.4, heading=CAPS, above=1)
            entry[-1](doc)
        else:
            doc.tell([entry], gap=0.4, heading=CAPS, above=1)
