"""A town's building board in 1961: each item begins with the property, below it the applicant; “B e s l u t” letter-spaced, signatures with offices in brackets."""

from ..document import Document
from ..paper import Style, wrap
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A town's building board in 1961, typewritten on a printed head: those present under labels with occupation before the name, the substitute's member on a line of its own, " \
         "“§ 211” with “Dnr B 118/61” at the right end of its line and the property underlined below, the applicant on a line, “B e s l u t :” letter-spaced, “Delges”, adjusted at once, " \
         "notice with both days. Scanned in black and white at 300 dpi."
SCANNER = Scanner(dpi=300, skew=-0.25, blur=0.8, noise=8.0, black_and_white=True)

TEXT = Style("pica", 11, typed=True)
FORM = Style("century", 10)
LEFT, RIGHT, BODY = 27.0, 190.0, 60.0


def build():
    doc = Document("byggnadsnamnd_1961", TEXT, LEFT, RIGHT, 44, 32, 5.3, head, foot)
    doc.meeting = dict(municipality="Lindesta stad", body="Byggnadsnämnden", date="1961-05-18", meeting_number="7", place="Stadshuset, nämndrummet", start_time="18:30", end_time="21:15")
    doc.new_sheet()
    field(doc, "Tid", ["Torsdagen den 18 maj 1961 kl. 18.30-21.15"])
    field(doc, "Plats", ["Stadshuset, nämndrummet"])
    field(doc, "Närvarande", ["Byggmästare Ivar Sköldén, ordförande", "Kamrer Sven-Olof Rydelius, v. ordförande", "Folkskollärare Greta Hammarberg", "Målarmästare Harry Ståhlbom",
                              "Verkstadsarbetare Ragnvald Ek"])
    field(doc, "Suppleanter", ["Direktör Holger Lindvret", "  inkallad för ingenjör Åke Pilström", "Fru Vera Cederblad, ej tjänstgörande"])
    field(doc, "Tjänstemän", ["Stadsarkitekt Nils Hjorthagen", "Stadsingenjör Bo Wessman, § 213", "Brandchef Allan Trygg, §§ 214-215", "Byrådirektör Elsa Murén, sekreterare"])
    for title, name, text, role in [("Byggmästare", "Ivar Sköldén", "ordförande", "chair"), ("Kamrer", "Sven-Olof Rydelius", "v. ordförande", "vice_chair"),
                                    ("Folkskollärare", "Greta Hammarberg", None, None), ("Målarmästare", "Harry Ståhlbom", None, None), ("Verkstadsarbetare", "Ragnvald Ek", None, None)]:
        doc.attend(name, "member", role=role, role_text=text or title)
    doc.attend("Holger Lindvret", "serving_substitute", role_text="Direktör", replaces="Åke Pilström")
    doc.attend("Vera Cederblad", "substitute")
    doc.attend("Nils Hjorthagen", "official", role_text="Stadsarkitekt")
    doc.attend("Bo Wessman", "official", role_text="Stadsingenjör", paragraphs=[[213, 213]])
    doc.attend("Allan Trygg", "official", role_text="Brandchef", paragraphs=[[214, 215]])
    doc.attend("Elsa Murén", "official", role="secretary", role_text="Byrådirektör")
    doc.miss("Åke Pilström", role_text="ingenjör")
    doc.space(1)
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    sheet.row(18, (LEFT, "LINDESTA STAD", FORM.bold.at(13)), (RIGHT, f"Blad {number}", FORM, "right"))
    sheet.row(24, (LEFT, "Byggnadsnämnden", FORM))
    sheet.row(30, (LEFT, "Protokoll nr 7", FORM), (RIGHT, "18.5.1961", TEXT, "right"))
    sheet.line(LEFT, 33, RIGHT, 33, 0.4)


def foot(sheet, number):
    sheet.line(LEFT, 272, RIGHT, 272, 0.2)
    sheet.row(276, (LEFT, "Justerandes signatur", FORM.at(8)))
    sheet.ink(initials(66, 282, 6200 + number), shade=20)
    sheet.ink(initials(84, 282, 6210 + number), shade=20)


def field(doc, label, lines):
    for n, line in enumerate(lines):
        x = BODY + (5 if line.startswith("  ") else 0)
        doc.row(*([(LEFT, label)] if n == 0 else []), (x, line.strip()))
    doc.space(2)


ITEMS = [
    (210, None, "Val av justeringsman", [("decision", "B e s l u t :", "Herr Ståhlbom utses att tillsammans med ordföranden justera dagens protokoll.")], {}),
    (211, "B 118/61", "Kv. Ugglan 7, Storgatan 14. Nybyggnad av bostadshus", [
        "Sökande: Fastighetsbolaget Tornet, Lindesta.", "Byggnaden avses innehålla 18 lägenheter och i bottenvåningen två butiker. Gatukontoret har intet att erinra.",
        ("decision", "B e s l u t :", "Byggnadslov beviljas under villkor att utrymme för sex bilar anordnas å gården."),
        ("distribution", "D e l g e s :", "Sökanden, hälsovårdsnämnden")], {"outcome": "approved", "distribution": ["Sökanden", "hälsovårdsnämnden"]}),
    (212, "B 124/61", "Stg 402, Ringvägen 31. Garage i tomtgräns", [
        "Sökande: Plåtslagare Knut Alvar.", "Grannen, fru S. Bäckman, har motsatt sig att garaget förlägges till gränsen.",
        "Herr Ek yrkar bifall till ansökningen. Fröken Hammarberg yrkar att ansökningen avslås.",
        "Vid votering avges 2 röster för bifall och 4 röster för avslag.",
        ("decision", "B e s l u t :", "Ansökningen avslås."),
        ("reservation", None, "Herr Ek anmäler reservation mot beslutet."),
        ("distribution", "D e l g e s :", "Sökanden")],
     {"outcome": "rejected", "votes": [(2, 4, None, [])], "distribution": ["Sökanden"],
      "proposals": [(["Ek"], None, "Herr Ek yrkar bifall till ansökningen."), (["Hammarberg"], None, "Fröken Hammarberg yrkar att ansökningen avslås.")],
      "reservations": [("Ek", None, None)]}),
    (213, "B 87/61", "Förslag till ändrad stadsplan för kvarteren Lärkan och Siskan", [
        "Stadsingenjören redogör för ett inom stadsingenjörskontoret upprättat förslag, som innebär att Fågelvägen breddas till 14 meter och att parkmark avsättes vid bäcken. "
        "Förslaget har varit utställt den 10-31 mars 1961. Två erinringar har inkommit.",
        ("decision", "B e s l u t :", "Ärendet återremitteras till stadsingenjören för överläggning med fastighetsägarna.")], {"outcome": "referred_back"}),
    (214, "B 130/61", "Kv. Hammaren 2. Inredning av vävstuga i källare", [
        "Sökande: Lindesta Hemslöjdsförening.", "Fru Cederblad, som är föreningens ordförande, lämnar rummet på grund av jäv. Brandchefen har fordrat ytterligare en utgång.",
        ("decision", "B e s l u t :", "Ansökningen bifalles på av brandchefen angivna villkor. Paragrafen förklaras omedelbart justerad.")],
     {"outcome": "approved", "immediate_adjustment": True, "disqualified": ["Cederblad"]}),
    (215, "B 61/61", "Kv. Hammaren 5. Rivning av lagerskjul", [
        "Skjulet har enligt brandchefen förfallit till den grad att fara föreligger för lekande barn. Ägaren, Lindesta Trävaru AB, har trots påminnelse icke hörts av.",
        ("decision", "B e s l u t :", "Nämnden beslutar", "att förelägga ägaren att inom 30 dagar riva skjulet,", "att begära polismyndighetens handräckning om så icke sker.")], {}),
    (216, None, "Meddelanden", [
        "Länsstyrelsens resolution den 2 maj 1961 över besvär av disponent R. Falkner. Byggnadsstyrelsens cirkulär nr 3 angående skyddsrum.",
        ("decision", "B e s l u t :", "Meddelandena lägges till handlingarna.")], {"outcome": "noted"}),
]


def item(doc, number, reference, title, paragraphs, more):
    doc.end_item()
    doc.space(4)
    doc.need(28)
    doc.row((LEFT, f"§ {number}"), *([(RIGHT, f"Dnr {reference}", TEXT, "right")] if reference else []))
    for line in wrap(title, TEXT, RIGHT - LEFT):
        doc.row((LEFT, line))
        doc.sheet.line(LEFT, doc.y + 1, LEFT + TEXT.width(line), doc.y + 1, 0.3)
    doc.space(1)
    doc.begin_item(number, f"§ {number}", title, reference, **more)
    doc.tell(paragraphs, gap=0.6, heading=TEXT, above=0.6)


def signatures(doc):
    doc.end_item()
    doc.space(7)
    doc.need(84)
    doc.row((LEFT, "In fidem"))
    doc.row((LEFT, "." * 32), leading=11)
    doc.sheet.ink(scribble(LEFT + 6, doc.y - 0.5, 6220, width=50, height=7), shade=20)
    doc.row((LEFT, "Elsa Murén (sekreterare)"))
    doc.sign("secretary", "sekreterare", "Elsa Murén")
    doc.space(3)
    doc.row((LEFT, "Justerat Lindesta den 25 maj 1961"))
    doc.row((LEFT, "." * 32), (112, "." * 32), leading=11)
    for n, x in enumerate((LEFT, 112)):
        doc.sheet.ink(scribble(x + 6, doc.y - 0.5, 6221 + n, width=50, height=7), shade=20)
    doc.row((LEFT, "Ivar Sköldén (ordförande)"), (112, "Harry Ståhlbom (justeringsman)"))
    doc.sign("chair", "ordförande", "Ivar Sköldén")
    doc.sign("adjuster", "justeringsman", "Harry Ståhlbom")
    doc.adjustments.append(dict(adjusters=["Ståhlbom"], place="Lindesta", date="1961-05-25"))
    doc.space(5)
    doc.para("Bevis om protokollets justering har varit anslaget å stadens anslagstavla från den 26 maj 1961 till den 17 juni 1961.", note=False)
    doc.row((LEFT, "Betygar:"))
    doc.sheet.ink(scribble(LEFT + 26, doc.y + 3, 6224, width=44, height=6), shade=20)
    doc.notices.append(dict(posted="1961-05-26", removed="1961-06-17"))
