"""A municipal board's committee of 1979: “Exp” above the number, several §§ in one, two columns of dots for signing."""

from ..document import Document
from ..paper import Style
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A municipal board's working committee in 1979: a printed form filled in by typewriter, “Exp:” above each number, “Ksau §§ 52-54” " \
         "with one title, parties behind a comma, “Vakant”. Scanned in black and white at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.8, blur=0.9, noise=14.0, speckle=0.0004, black_and_white=True)

TEXT = Style("pica", 11.5)
FORM = Style("narrow", 9)
LEFT, RIGHT, BODY = 24.0, 192.0, 60.0


def build():
    doc = Document("arbetsutskott_1979", TEXT, LEFT, RIGHT, 40, 34, 5.6, head, foot)
    doc.meeting = dict(municipality="Ulvåkers kommun", body="Kommunstyrelsens arbetsutskott", date="1979-03-05",
                       place="Kommunalhuset", start_time="13:30", end_time="15:40", paragraphs={"first": 50, "last": 57})
    front(doc)
    doc.new_sheet()
    for entry in ITEMS:
        item(doc, *entry)
    return doc.finish()


def head(sheet, number):
    sheet.row(16, (LEFT, "ULVÅKERS KOMMUN", FORM.bold.at(12)), (112, "PROTOKOLL", FORM.bold.at(12)), (RIGHT, f"Blad {number}", FORM, "right"))
    sheet.row(22, (LEFT, "Kommunstyrelsens arbetsutskott", FORM.at(10)), (112, "Sammanträdesdag", FORM))
    sheet.row(28, (112, "1979-03-05", TEXT))
    sheet.line(LEFT, 32, RIGHT, 32, 0.5)


def foot(sheet, number):
    sheet.line(LEFT, 270, RIGHT, 270, 0.3)
    sheet.row(275, (LEFT, "Justerandes signaturer", FORM), (112, "Utdragets riktighet intygas", FORM))
    sheet.ink(initials(LEFT + 6, 284, 1000 + number), shade=10)
    sheet.ink(initials(LEFT + 30, 284, 1010 + number), shade=10)


def field(doc, label, lines):
    for n, line in enumerate(lines):
        doc.row(*([(LEFT, label, FORM)] if n == 0 else []), (BODY, line))
    doc.space(2)


def front(doc):
    doc.new_sheet()
    field(doc, "Plats och tid", ["Kommunalhuset kl 13.30-15.40"])
    field(doc, "Beslutande", ["Rune Thyberg, s, ordförande", "Märta Elfving, c, vice ordförande", "Vakant, m", "Folke Nyblom, s",
                              "Gunni Wahlgren, s tjg för Östen Brask, s"])
    field(doc, "Ej beslutande", ["Tore Ringius, fp", "Aili Kemppainen, vpk §§ 50-55"])
    field(doc, "Övriga", ["Kanslichef Bror Hemberg", "Gatuchef Leif Stjernlöf §§ 52-54"])
    field(doc, "Sekreterare", ["Kerstin Prytz"])
    field(doc, "Justering", ["Kommunalhuset 1979-03-09"])
    field(doc, "Att justera", ["Folke Nyblom"])
    for name, party, category, more in [
            ("Rune Thyberg", "S", "member", dict(role="chair", role_text="ordförande")),
            ("Märta Elfving", "C", "member", dict(role="vice_chair", role_text="vice ordförande")),
            ("Folke Nyblom", "S", "member", {}), ("Gunni Wahlgren", "S", "serving_substitute", dict(replaces="Östen Brask")),
            ("Tore Ringius", "FP", "substitute", {}), ("Aili Kemppainen", "VPK", "substitute", dict(paragraphs=[[50, 55]]))]:
        doc.attend(name, category, party=party, **more)
    doc.attend("Bror Hemberg", "official", role_text="Kanslichef")
    doc.attend("Leif Stjernlöf", "official", role_text="Gatuchef", paragraphs=[[52, 54]])
    doc.attend("Kerstin Prytz", "official", role="secretary", role_text="Sekreterare")
    doc.miss("Östen Brask", party="S")
    doc.adjustments.append(dict(adjusters=["Folke Nyblom"], place="Kommunalhuset", date="1979-03-09"))
    doc.space(2)
    doc.row((LEFT, "Underskrifter", FORM), (150, "Paragraf", FORM))
    for n, (role, label, name) in enumerate([("secretary", "Sekreterare", "Kerstin Prytz"), ("chair", "Ordförande", "Rune Thyberg"),
                                             ("adjuster", "Justerande", "Folke Nyblom")]):
        doc.row((LEFT, label, FORM), (BODY, "." * 30), *([(150, "50-57")] if n == 0 else []), leading=9)
        doc.sheet.ink(scribble(BODY + 5, doc.y - 0.4, 1020 + n, width=48, height=7), shade=10)
        doc.row((BODY, name), leading=5)
        doc.sign(role, label, name)
    doc.space(4)
    doc.row((LEFT, "BEVIS", FORM.bold.at(11)))
    doc.row((LEFT, "Protokollets justering har tillkännagivits på kommunens anslagstavla", FORM))
    doc.row((LEFT, "Anslagsdag", FORM), (BODY, "1979-03-12"))
    doc.notices.append(dict(posted="1979-03-12"))


ITEMS = [
    (50, None, None, None, "Föregående protokoll", ["Protokollet från 1979-02-12 anmäls."], {}),
    (51, None, "Byggnadsnämnden", "79.041", "Industrimark vid Ulvåkers station",
     ["Stationsägaren SJ har avböjt att sälja hela området. Erbjudandet avser nu 2,4 hektar.",
      ("decision", None, "Arbetsutskottet beslutar", "att fortsätta förhandlingarna samt", "att begära yttrande av byggnadsnämnden.")],
     {"distribution": ["Byggnadsnämnden"]}),
    (52, 54, "Gatukontoret, vägförvaltningen", "79.018", "Gatuarbeten 1979: Kyrkogatan, Smedjegränd och cykelväg längs länsväg 184",
     ["Gatuchefen föredrar de tre förslagen, som behandlas i ett sammanhang.",
      "Tore Ringius, fp föreslår att cykelvägen byggs först.",
      ("decision", None, "Arbetsutskottet beslutar", "att föreslå kommunstyrelsen att godkänna arbetsplanerna för 1979.")],
     {"distribution": ["Gatukontoret", "vägförvaltningen"]}),
    (55, None, "Sökanden", "79.032", "Bidrag till Ulvåkers Manskör",
     ["Kören fyller 75 år och söker 4 000 kronor.",
      "Märta Elfving, c yrkar bifall. Folke Nyblom, s yrkar avslag.",
      "Efter omröstning med 2 röster mot 2, varvid ordförandens utslagsröst avgör, avslås ansökan.",
      ("decision", None, "Arbetsutskottet beslutar", "att avslå ansökan."),
      ("reservation", None, "Reservation av Märta Elfving, c.")],
     {"distribution": ["Sökanden"], "outcome": "rejected", "votes": [(2, 2, None, [])],
      "reservations": [("Märta Elfving", "C", None)],
      "proposals": [(["Märta Elfving"], "C", "Märta Elfving, c yrkar bifall."), (["Folke Nyblom"], "S", "Folke Nyblom, s yrkar avslag.")]}),
    (56, None, "Personalnämnden", "79.050", "Semestervikarier", [("decision", None, "Arbetsutskottet beslutar",
     "att bordlägga ärendet i avvaktan på personalnämndens yttrande.")], {"outcome": "postponed", "distribution": ["Personalnämnden"]}),
    (57, None, None, None, "Delegationsärenden", ["Kanslichefens beslut nr 11-19 redovisas.",
     ("decision", None, "Arbetsutskottet beslutar", "att lägga redovisningen till handlingarna.")], {"outcome": "noted"}),
]


def item(doc, number, last, sent, reference, title, paragraphs, more):
    """Who gets an extract stands above the number."""
    doc.end_item()
    doc.space(4)
    doc.need(36)
    label = f"Ksau §§ {number}-{last}" if last else f"Ksau § {number}"
    if sent:
        doc.row((LEFT, f"Exp: {sent}", TEXT.at(9)), leading=5)
    doc.row((LEFT, label), *([(RIGHT, f"Dnr {reference}", TEXT, "right")] if reference else []))
    doc.begin_item(number, label, title, reference, number_last=last, **more)
    doc.para(title, style=TEXT.bold, note=False)
    doc.space(1)
    doc.tell(paragraphs, gap=0.8, heading=TEXT)
