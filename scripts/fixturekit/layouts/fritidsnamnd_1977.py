"""A leisure committee of 1977: a printed form filled in by typewriter, labels in small print above, the party in a column of its own."""

from ..document import Document
from ..paper import Style
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A municipal leisure committee in 1977: a printed form with small labels above what the typewriter filled in, members and " \
         "substitutes in two panels with a column of parties, “Fn 41”, decisions as sentences, a stamp. A hard scan: in black and white at " \
         "200 dpi, speckled and skewed, one page upside down."
SCANNER = Scanner(dpi=200, skew=1.1, blur=0.6, noise=12.0, speckle=0.0015, black_and_white=True)

TEXT = Style("nimbusmono", 11, typed=True)
FORM = Style("sans", 7.5)
LEFT, RIGHT, MIDDLE, BODY = 22.0, 194.0, 110.0, 48.0

MEMBERS = [("Stig Eklöw", "s", "ordf", "chair"), ("Berit Hallgren", "c", "v ordf", "vice_chair"), ("Arne Kullberg", "s", None, None),
           ("Rolf Sjölander", "m", None, None), ("Anita Wesslén", "s", None, None), ("Jarl Öhnfeldt", "fp", None, None)]
SUBSTITUTES = [("Ture Magnusson", "s", "tjg f Lena Hult", "Lena Hult"), ("Gudrun Parkhagen", "c", None, None), ("Ove Dalström", "m", None, None)]


def build():
    doc = Document("fritidsnamnd_1977", TEXT, LEFT, RIGHT, 40, 34, 5.1, head, foot, turned={2: 180})
    doc.meeting = dict(municipality="Tallbackens kommun", body="Fritidsnämnden", date="1977-04-19", place="Fritidskontoret", start_time="18:30",
                       end_time="20:45", paragraphs={"first": 41, "last": 47})
    front(doc)
    doc.new_sheet()
    for entry in ITEMS:
        item(doc, *entry)
    return doc.finish()


def head(sheet, number):
    sheet.box(LEFT, 12, RIGHT, 34, 0.3)
    sheet.line(MIDDLE, 12, MIDDLE, 34, 0.2)
    sheet.line(MIDDLE, 23, RIGHT, 23, 0.2)
    sheet.line(166, 23, 166, 34, 0.2)
    sheet.row(18.5, (LEFT + 2, "TALLBACKENS KOMMUN", FORM.bold.at(10)), (MIDDLE + 2, "SAMMANTRÄDESPROTOKOLL", FORM.bold.at(10)))
    sheet.row(26, (MIDDLE + 2, "Sammanträdesdatum", FORM), (168, "Blad nr", FORM))
    sheet.row(31.5, (LEFT + 2, "Fritidsnämnden", TEXT), (MIDDLE + 2, "1977-04-19", TEXT), (168, str(number), TEXT))


def foot(sheet, number):
    sheet.box(LEFT, 268, RIGHT, 282, 0.3)
    sheet.line(MIDDLE, 268, MIDDLE, 282, 0.2)
    sheet.row(271.5, (LEFT + 2, "Justerandes signatur", FORM), (MIDDLE + 2, "Utdragets riktighet bestyrkes", FORM))
    sheet.ink(initials(LEFT + 10, 280, 1400 + number), shade=10)
    sheet.ink(initials(LEFT + 36, 280, 1410 + number), shade=10)


def cell(doc, label, lines):
    top = doc.y
    doc.row((LEFT + 2, label, FORM), leading=4)
    for line in lines:
        doc.row((LEFT + 4, line))
    doc.y += 2
    doc.sheet.box(LEFT, top, RIGHT, doc.y, 0.2)


def front(doc):
    doc.new_sheet()
    doc.y = 38
    cell(doc, "Plats och tid", ["Fritidskontoret kl 18.30-20.45"])
    top = doc.y
    panels = [(LEFT, "Närvarande ledamöter", MEMBERS), (MIDDLE, "Närvarande suppleanter", SUBSTITUTES)]
    lowest = top
    for x, label, people in panels:
        doc.y = top
        doc.row((x + 2, label, FORM), (x + (54 if x == LEFT else 44), "Parti", FORM), leading=4)
        for name, party, text, _ in people:
            doc.row((x + 4, name), (x + (54 if x == LEFT else 44), party), *([(x + (64 if x == LEFT else 50), text, TEXT.at(9))] if text else []))
        lowest = max(lowest, doc.y)
    doc.y = lowest + 2
    doc.sheet.box(LEFT, top, RIGHT, doc.y, 0.2)
    doc.sheet.line(MIDDLE, top, MIDDLE, doc.y, 0.2)
    for name, party, text, role in MEMBERS:
        doc.attend(name, "member", party=party.upper(), role=role, role_text=text)
    for name, party, _, member in SUBSTITUTES:
        doc.attend(name, "serving_substitute" if member else "substitute", party=party.upper(), replaces=member)
    doc.miss("Lena Hult")
    cell(doc, "Övriga deltagande", ["Fritidschef Bo Granlöf", "Fritidsassistent Ann-Marie Stoltz, §§ 43-45", "Sekreterare Inger Modin"])
    doc.attend("Bo Granlöf", "official", role_text="Fritidschef")
    doc.attend("Ann-Marie Stoltz", "official", role_text="Fritidsassistent", paragraphs=[[43, 45]])
    doc.attend("Inger Modin", "official", role="secretary", role_text="Sekreterare")
    cell(doc, "Utses att justera", ["Arne Kullberg"])
    cell(doc, "Justeringens plats och tid", ["Fritidskontoret 1977-04-25"])
    doc.adjustments.append(dict(adjusters=["Arne Kullberg"], place="Fritidskontoret", date="1977-04-25"))
    top = doc.y
    doc.row((LEFT + 2, "Underskrifter", FORM), (160, "Paragrafer", FORM), leading=4)
    for n, (role, label, name) in enumerate([("secretary", "Sekreterare", "Inger Modin"), ("chair", "Ordförande", "Stig Eklöw"),
                                             ("adjuster", "Justerande", "Arne Kullberg")]):
        doc.row((LEFT + 2, label, FORM), (BODY, "." * 44), *([(160, "41-47")] if n == 0 else []), leading=10)
        doc.sheet.ink(scribble(BODY + 6, doc.y - 0.4, 1420 + n, width=50, height=8), shade=10)
        doc.row((BODY, name), leading=4.6)
        doc.sign(role, label, name)
    doc.y += 2
    doc.sheet.box(LEFT, top, RIGHT, doc.y, 0.2)
    top = doc.y + 3
    doc.y = top
    doc.row((LEFT + 2, "Bevis om justeringens tillkännagivande", FORM.bold.at(8.5)), leading=5)
    doc.row((LEFT + 2, "Anslaget uppsatt den", FORM), (62, "1977-04-26"), (MIDDLE + 2, "Anslaget nedtaget den", FORM), (146, "1977-05-18"), leading=7)
    doc.row((LEFT + 2, "Protokollet förvaras hos", FORM), (62, "Fritidskontoret"), (MIDDLE + 2, "Underskrift", FORM), leading=11)
    doc.sheet.ink(scribble(148, doc.y, 1430, width=34, height=5), shade=10)
    doc.y += 3
    doc.sheet.box(LEFT, top, RIGHT, doc.y, 0.2)
    doc.notices.append(dict(posted="1977-04-26", removed="1977-05-18", kept_at="Fritidskontoret"))
    doc.sheet.stamp(140, 232, ["TALLBACKENS KOMMUN", "Kommunkansliet", "1977 -04- 27"], Style("sans-bold", 8), -6, shade=90)


ITEMS = [
    (41, "Föregående protokoll", None, ["Protokollet från 1977-03-15 genomgås.",
     ("decision", None, "Fritidsnämnden beslutar att lägga protokollet till handlingarna.")], {"outcome": "noted"}),
    (42, "Simhallens öppettider i sommar", "77/88", [
        "Personalen har begärt att hallen stängs under juli månad för översyn av reningsanläggningen.",
        ("decision", None, "Fritidsnämnden beslutar att godkänna förslaget.")], {"outcome": "approved"}),
    (43, "Lokalt aktivitetsstöd till Tallbackens IF och Granens motorklubb", "77/61", [
        "Redovisade sammankomster har granskats. Berit Hallgren anmäler jäv och deltar ej i beslutet.",
        ("decision", None, "Fritidsnämnden beslutar", "att bevilja Tallbackens IF 12 480 kronor,",
         "att bevilja Granens motorklubb 3 260 kronor.")], {"outcome": "approved", "disqualified": ["Berit Hallgren"]}),
    (44, "Fritidsgård i Nybo centrum", "76/204", [
        "Skolstyrelsen erbjuder baracken vid Nyboskolan. Fritidschefen anser att lokalen är för liten men kan godtagas under två år.",
        "Rolf Sjölander (m) yrkar avslag. Anita Wesslén (s) yrkar bifall till erbjudandet.",
        "Efter votering med 5 röster för bifall och 2 röster för avslag fattas följande beslut.",
        ("decision", None, "Fritidsnämnden beslutar att antaga skolstyrelsens er¬bjudande."),
        ("reservation", None, "Rolf Sjölander och Jarl Öhnfeldt reserverar sig mot be¬slutet.")],
     {"outcome": "approved", "votes": [(5, 2, None, [])],
      "proposals": [(["Rolf Sjölander"], "M", "Rolf Sjölander (m) yrkar avslag."),
                    (["Anita Wesslén"], "S", "Anita Wesslén (s) yrkar bifall till erbjudandet.")],
      "reservations": [("Rolf Sjölander", None, None), ("Jarl Öhnfeldt", None, None)]}),
    (45, "Elljusspår vid Rävberget", "77/93", [
        "Skidklubben har lämnat kostnadsberäkning på 64 000 kronor. Medel saknas i årets stat.",
        ("decision", None, "Fritidsnämnden beslutar att bordlägga ärendet till budget¬behandlingen.")], {"outcome": "postponed"}),
    (46, "Båtplatser i småbåtshamnen", "77/70", [
        "Till 40 platser har 112 sökande anmält sig. Fördelning föreslås ske genom lottning bland kommunens invånare.",
        ("decision", None, "Fritidsnämnden beslutar att återremittera ärendet.")], {"outcome": "referred_back"}),
    (47, "Delgivningar", None, [
        "a) Kommunstyrelsens cirkulär om övertid.", "b) Riksidrottsförbundets skrift Idrott åt alla.",
        ("decision", None, "Delgivningarna läggs till handlingarna.")], {"outcome": "noted"}),
]


def item(doc, number, title, reference, paragraphs, more):
    doc.end_item()
    doc.space(4)
    doc.need(28)
    doc.row((LEFT, f"Fn {number}"), (BODY, title))
    doc.sheet.line(BODY, doc.y + 1, BODY + TEXT.width(title), doc.y + 1, 0.3)
    if reference:
        doc.row((LEFT, f"Dnr {reference}", TEXT.at(9)), leading=4.6)
    doc.space(1)
    doc.begin_item(number, f"Fn {number}", title, reference, **more)
    doc.tell(paragraphs, indent=BODY - LEFT, att=6, gap=0.8)
