"""A cultural committee of 1975: typewriter on a printed form, members and substitutes in two columns on the first sheet."""

from ..document import Document
from ..help import columns, pen, register, commas, underline
from ..paper import Style
from ..pen import initials
from ..scan import Scanner

SOURCE = "A municipal cultural committee in 1975: typewritten on a printed form, members and substitutes side by side at the top of " \
         "the first sheet and the first matters on the same sheet, “Knd 41” and title underlined, signatures side by side at the " \
         "end. Scanned in black and white at 300 dpi."
SCANNER = Scanner(dpi=300, skew=-0.35, blur=0.9, noise=14.0, black_and_white=True)

TEXT = Style("courier", 10.5, typed=True)
FORM = Style("sans", 7)
HEAD = Style("sans", 11)
LEFT, BODY, RIGHT = 22.0, 46.0, 192.0

MEMBERS = [("Gösta Wallin", "s", "ordförande", "chair"), ("Inga-Lisa Brolin", "c", "vice ordförande", "vice_chair"),
           ("Arne Holmgren", "s", None, None), ("Margit Eriksson", "s", None, None), ("Tore Lundgren", "m", None, None),
           ("Rut Boström", "fp", None, None)]
SERVING = [("Maj Hellström", "c", "Erik Fransson", "c")]
SUBS = [("Tage Rask", "s"), ("Solveig Isaksson", "m")]


def build():
    doc = Document("kulturnamnd_1975", TEXT, LEFT, RIGHT, 41, 34, 4.7, head, foot)
    doc.meeting = dict(municipality="Valltorpa kommun", body="Kulturnämnden", date="1975-10-14",
                       place="Stadsbiblioteket, Valltorpa", start_time="18:30", end_time="20:45")
    doc.new_sheet()
    front(doc)
    for number, title, reference, paragraphs, more in ITEMS:
        item(doc, number, title, reference, paragraphs, dict(more))
    end(doc)
    return doc.finish()


def head(sheet, number):
    sheet.row(16, (LEFT + 1, "VALLTORPA KOMMUN", HEAD.bold), (118, "PROTOKOLL", HEAD.bold))
    sheet.box(LEFT, 19, RIGHT, 31, 0.3)
    sheet.line(100, 19, 100, 31, 0.3)
    sheet.line(164, 19, 164, 31, 0.3)
    sheet.row(22.2, (LEFT + 1, "Nämnd/styrelse", FORM), (101, "Sammanträdesdag", FORM), (165, "Blad nr", FORM))
    sheet.row(28.6, (LEFT + 2, "Kulturnämnden", TEXT), (102, "1975-10-14", TEXT), (168, str(number), TEXT))


def foot(sheet, number):
    sheet.line(LEFT, 272, RIGHT, 272)
    sheet.row(275.5, (LEFT + 1, "Justeras", FORM), (118, "Utdrag bestyrkes", FORM))
    for n in range(2):
        sheet.ink(initials(36 + 24 * n, 281, 750 + 10 * n), shade=20)


def front(doc):
    doc.row((LEFT, "Plats och tid", FORM))
    doc.row((LEFT + 2, "Stadsbiblioteket, Valltorpa, kl 18.30-20.45"))
    doc.space(2)
    doc.row((LEFT, "Närvarande ledamöter", FORM), (117, "Närvarande suppleanter", FORM))
    columns(doc, [[(LEFT + 2, f"{n} ({p})" + (f", {t}" if t else ""), TEXT) for n, p, t, _ in MEMBERS],
                  [(119, "Maj Hellström (c), tjänstgör för", TEXT), (122, "Erik Fransson (c)", TEXT),
                     *[(119, f"{n} ({p})", TEXT) for n, p in SUBS]]], 4.7)
    doc.space(2)
    doc.row((LEFT, "Övriga närvarande", FORM))
    doc.row((LEFT + 2, "Kerstin Sundqvist, bibliotekschef"))
    doc.row((LEFT + 2, "Lars-Erik Åström, musikledare, § 43"))
    doc.row((LEFT + 2, "Birgit Löfgren, sekreterare"))
    doc.space(2)
    doc.row((LEFT, "Justering", FORM))
    doc.row((LEFT + 2, "Arne Holmgren, kulturnämndens kansli 1975-10-21"))
    doc.space(2.5)
    doc.sheet.line(LEFT, doc.y, RIGHT, doc.y)
    doc.space(5)
    register(doc, MEMBERS, SERVING, SUBS, [("Kerstin Sundqvist", "bibliotekschef"), ("Lars-Erik Åström", "musikledare", [[43, 43]]),
                                           ("Birgit Löfgren", "sekreterare")])
    doc.adjustments.append(dict(adjusters=["Arne Holmgren"], place="kulturnämndens kansli", date="1975-10-21"))


def item(doc, number, title, reference, paragraphs, more):
    doc.end_item()
    doc.need(26)
    doc.row((LEFT, f"Knd {number}"), (BODY, title))
    underline(doc, BODY, title, TEXT, below=1.1)
    doc.space(0.8)
    if reference:
        doc.row((LEFT, f"Dnr {reference}"))
        doc.space(-4.7)
    sent = [t for k, t in paragraphs if k == "distribution"]
    doc.begin_item(number, f"Knd {number}", title, reference, distribution=[n for t in sent for n in commas(t[8:])], **more)
    doc.space(1)
    for n, (kind, text) in enumerate(paragraphs):
        if kind is None:
            doc.leave_section()
        if kind == "decision" and not (doc.section and doc.section["kind"] == "decision"):
            doc.heading("Beslut", "decision", style=TEXT, indent=BODY - LEFT)
        att = 5 if text.startswith("att ") else 0
        if n == 0 and reference:
            doc.space(4.7)
        doc.para(text, indent=BODY - LEFT, hang=BODY - LEFT + att, gap=1.5 if kind != "decision" else 0.3, kind=kind)
    doc.end_item()
    doc.space(6)


def end(doc):
    doc.need(52)
    doc.row((LEFT, "Vid protokollet"), (84, "Ordförande"), (140, "Justerande"))
    doc.space(13)
    for n, x in enumerate((LEFT, 84, 140)):
        pen(doc, x + 1, 7511 + n, width=42, shade=15)
        doc.sheet.line(x, doc.y + 0.4, x + 48, doc.y + 0.4)
    doc.row((LEFT, "Birgit Löfgren"), (84, "Gösta Wallin"), (140, "Arne Holmgren"), leading=4.8)
    doc.sign("secretary", "Vid protokollet", "Birgit Löfgren")
    doc.sign("chair", "Ordförande", "Gösta Wallin")
    doc.sign("adjuster", "Justerande", "Arne Holmgren")
    doc.space(7)
    doc.row((LEFT, "Bevis om anslag", HEAD.at(9)))
    doc.row((LEFT, "Justeringen har tillkännagivits på anslagstavlan den 22 oktober 1975."))
    doc.row((LEFT, "Intygas i tjänsten"))
    pen(doc, 84, 7519, width=36, height=5, shade=15, lift=-4)
    doc.notices.append(dict(posted="1975-10-22"))


D = "decision"
ITEMS = [
    (40, "Val av justeringsman", None, [(D, "Arne Holmgren utses att jämte ordföranden justera dagens protokoll.")], {}),
    (41, "Anslagsframställning för år 1976", "75/112", [
        (None, "Till kommunstyrelsen har överlämnats preliminärt förslag till driftbudget för nämndens verksamhet. Budget¬beredningen har "
         "därefter begärt att nämnden skall minska sina kostnader med 45.000 kronor."),
        (None, "Biblioteks¬chefen redovisar alternativa förslag till besparingar. Filialen i Rävemåla kan hållas öppen två kvällar "
         "i veckan i stället för tre. Inköpen av grammofon¬skivor föreslås uppskjutna till år 1977."),
        (D, "Kulturnämnden beslutar"), (D, "att godkänna det omarbetade budgetförslaget samt"),
        (D, "att uttala att bokanslaget icke bör minskas ytterligare."), ("distribution", "Utdrag: Kommunstyrelsen")], {}),
    (42, "Bidrag till studieförbunden", "75/087", [
        (None, "Ansökningar om lokalt aktivitets¬stöd har inkommit från sju studie¬förbund. Sammanlagt har 11.340 studietimmar genomförts "
         "under verksamhetsåret 1974/75, vilket innebär en ökning med nio procent."),
        ("disqualification", "Rut Boström anmäler jäv och deltar icke i ärendets behandling."),
        (D, "Kulturnämnden beslutar att fördela bidragen enligt upprättat förslag, bilaga 1."),
        ("distribution", "Utdrag: Studieförbunden, drätselkontoret")], {"disqualified": ["Rut Boström"], "attachments": ["bilaga 1"]}),
    (43, "Konsertverksamhet våren 1976", "75/131", [
        (None, "Musikledaren lägger fram program för sex konserter i samarbete med Rikskonserter. Två av dem är avsedda för skolorna "
         "och kan ges under dagtid. Kostnaden beräknas till 14.800 kronor, varav 6.000 kronor täcks av statsbidrag."),
        (None, "Tore Lundgren tar upp frågan om en konsert på ålderdomshemmet Furugården."),
        (D, "Kulturnämnden beslutar"), (D, "att godkänna programmet samt"),
        (D, "att uppdra åt musikledaren att undersöka möjligheten till en konsert på Furugården."),
        ("distribution", "Utdrag: Musikledaren, Rikskonserter")], {}),
    (44, "Inköp av konst till vårdcentralen", "75/098", [
        (None, "Konstkommittén har besökt höstens utställning i Konsthallen och föreslår inköp av tre grafiska blad och en textil "
         "av Valltorpa¬konstnären Signe Rönnback för sammanlagt 7.250 kronor."),
        (D, "Kulturnämnden beslutar att köpa in de föreslagna verken. Kostnaden bestrids ur anslaget för offentlig utsmyckning."),
        ("distribution", "Utdrag: Konstkommittén, Signe Rönnback")], {}),
    (45, "Skyddsrum för Valltorpa fornsal", "75/120", [
        (None, "Länsantikvarien har i skrivelse den 2 september 1975 framhållit att samlingarna i fornsalen är otillräckligt skyddade mot "
         "brand och fukt. Hembygds¬gillet saknar medel för en ombyggnad av källaren."),
        (None, "Tillsammans med fastighets¬kontoret har en enkel kostnads¬beräkning gjorts. En brandsäker dörr, avfuktare och hyllor "
         "av plåt beräknas kosta 22.000 kronor."),
        (D, "Kulturnämnden beslutar att ärendet bordlägges till nästa sammanträde."),], {}),
    (46, "Meddelanden", None, [
        (None, "Statens kulturråd har översänt anvisningar om bidrag till kommunal kulturverksamhet."),
        (None, "Centerkvinnorna i Rävemåla har inkommit med skrivelse angående bokbussens turlista."),
        (D, "Kulturnämnden beslutar att lägga meddelandena till handlingarna.")], {}),
]
