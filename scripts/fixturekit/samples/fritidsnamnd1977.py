"""A leisure board of 1977: printed form with a ruled margin, typed on an electric typewriter."""

from ..document import Document
from ..help import pen, underline
from ..paper import Style
from ..pen import initials
from ..scan import Scanner

SOURCE = "A municipal leisure board in 1977: printed form with a ruled margin column for the § and the Dnr, titles in capitals, text typed on an " \
         "electric typewriter, signatures in two columns at the end and a proof of the notice. Scanned in black and white at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.4, blur=0.9, noise=16.0, black_and_white=True)

TEXT = Style("courier", 10.5, typed=True)
FORM = Style("sans", 7)
LEFT, DIVIDER, RIGHT = 20.0, 52.0, 192.0
BODY = 56.0


def build():
    doc = Document("fritidsnamnd1977", TEXT, BODY, RIGHT - 3, 43, 32, 4.7, head, foot)
    doc.meeting = dict(municipality="Hjälmsunda kommun", body="Fritidsnämnden", date="1977-03-15", place="Folkets hus, Hjälmsunda",
                       start_time="18:30", end_time="21:05", paragraphs={"first": 21, "last": 28})
    doc.new_sheet()
    people(doc)
    doc.space(3)
    for number, title, reference, paragraphs, more in ITEMS:
        item(doc, number, title, reference, paragraphs, dict(more))
    sign(doc)
    return doc.finish()


def head(sheet, number):
    sheet.row(17, (LEFT, "HJÄLMSUNDA KOMMUN", Style("sans", 11, "bold")), (105, "PROTOKOLL", Style("sans", 13, "bold")))
    sheet.box(LEFT, 21, RIGHT, 32)
    for x in (102, 162):
        sheet.line(x, 21, x, 32)
    sheet.row(24, (LEFT + 1, "Nämnd/styrelse", FORM), (103, "Sammanträdesdag", FORM), (163, "Blad nr", FORM))
    sheet.row(29.6, (LEFT + 3, "Fritidsnämnden", TEXT), (105, "1977-03-15", TEXT), (166, str(number), TEXT))
    sheet.row(36, (LEFT + 1, "Paragraf", FORM))
    sheet.line(LEFT, 38, RIGHT, 38)
    sheet.box(LEFT, 32, RIGHT, 270)
    sheet.line(DIVIDER, 32, DIVIDER, 270)


def foot(sheet, number):
    sheet.row(274, (LEFT + 1, "Justerandes sign.", FORM), (105, "Utdragets riktighet bestyrkes", FORM))
    sheet.ink(initials(26, 283, 610 + number), shade=25)
    sheet.ink(initials(46, 283, 630 + number), shade=25)


MEMBERS = [("Ragnvald Tapper", "s", "ordf", "chair"), ("Inga-Lill Bergkvist", "c", "vice ordf", "vice_chair"), ("Roland Smedberg", "s", None, None),
           ("Solveig Rehn", "s", None, None), ("Tord Almlöf", "m", None, None), ("Anna-Greta Vinberg", "fp", None, None)]
OFFICIALS = [("Kurt Dalman", "fritidschef", None), ("Bernt Söderlind", "fritidsassistent", [[24, 26]]), ("Gun Lövgren", "sekreterare", None)]


def people(doc):
    def listed(label, lines):
        for n, line in enumerate(lines):
            doc.row(*[(LEFT + 2, label)] * (n == 0), (BODY, line))
        doc.space(1.5)
    doc.y = 39
    listed("Plats, tid", ["Folkets hus, Hjälmsunda, kl 18.30-21.05"])
    listed("Ledamöter", [f"{name} ({party})" + (f", {text}" if text else "") for name, party, text, _ in MEMBERS])
    listed("Tjg suppl", ["Hjördis Kling (s), för Evald Norberg (s)"])
    listed("Suppleanter", ["Lars-Erik Hamberg (c)", "Bertil Frank (m)"])
    listed("Tjänstemän", [f"{name}, {title}" + (f", §§ {p[0][0]}-{p[0][1]}" if p else "") for name, title, p in OFFICIALS])
    for name, party, text, role in MEMBERS:
        doc.attend(name, "member", party=party.upper(), role=role, role_text=text)
    doc.attend("Hjördis Kling", "serving_substitute", party="S", replaces="Evald Norberg")
    doc.miss("Evald Norberg", party="S")
    doc.attend("Lars-Erik Hamberg", "substitute", party="C")
    doc.attend("Bertil Frank", "substitute", party="M")
    for name, title, paragraphs in OFFICIALS:
        doc.attend(name, "official", role="secretary" if title == "sekreterare" else None, role_text=title, paragraphs=paragraphs)


ITEMS = [
    (21, "VAL AV PROTOKOLLJUSTERARE", None, [("decision", None, "Fritidsnämnden beslutade att utse Solveig Rehn (s) att tillsammans med ord¬föranden "
     "justera dagens protokoll.")], {}),
    (22, "LOKALHYRA FÖR GYMNASTIKSALAR", "77/031", [
        "Skolstyrelsen har föreslagit att timhyran för gymnastik¬salar höjs från 8 till 12 kronor från och med höstterminen. "
        "Idrotts¬föreningarnas sam¬arbets¬kommitté har i yttrande hemställt att ung¬doms¬verksam¬het alltjämt skall vara avgiftsfri.",
        ("decision", None, "Fritidsnämnden beslutade", "att till¬styrka höjningen samt", "att före¬slå att verksamhet för ungdomar under "
         "20 år undantas.")], {}),
    (23, "BIDRAG TILL SAMLINGSLOKALER", "76/214", [
        "Bygdegårds¬föreningen i Norrtorp anhåller om bidrag med 18 500 kronor till nytt värme¬system. Statligt bidrag utgår med 40 procent. "
        "Fritids¬kontoret har besiktigat pannan, som är från 1951.",
        "Tord Almlöf (m) yrkade att bidraget skulle begränsas till 10 000 kronor.",
        "Roland Smedberg (s) yrkade bifall till kontorets förslag.",
        "Ordföranden ställde proposition på de båda yrkandena och fann att nämnden bifallit Roland Smedbergs yrkande.",
        ("decision", None, "Fritidsnämnden beslutade att bevilja bygdegårds¬föreningen ett bidrag på 18 500 kronor."),
        ("reservation", None, "Tord Almlöf (m) och Anna-Greta Vinberg (fp) reserverade sig mot beslutet.")],
     {"proposals": [(["Tord Almlöf"], "M", "Tord Almlöf (m) yrkade att bidraget skulle begränsas till 10 000 kronor."),
                    (["Roland Smedberg"], "S", "Roland Smedberg (s) yrkade bifall till kontorets förslag.")],
      "reservations": [("Tord Almlöf", "M", None), ("Anna-Greta Vinberg", "FP", None)]}),
    (24, "ÖPPETTIDER VID SIMHALLEN", "77/044", [
        "Bernt Söderlind redogjorde för besöks¬statistiken. Antalet bad uppgick under 1976 till 61 200, vilket är en ökning med 4 procent. "
        "Tisdagar och torsdagar efter kl 19.00 är besöken däremot få.",
        "Kontoret föreslår att hallen stängs kl 20.00 dessa dagar och i stället öppnas kl 6.30 på fredagar.",
        ("decision", None, "Fritidsnämnden beslutade att god¬känna de nya öppet¬tiderna på försök till och med den 31 december 1977.")], {}),
    (25, "BELYSNING AV MOTIONSSPÅRET I KVARNSKOGEN", "75/188", [
        "Anbud på belysning av 2,5 kilometer motions¬spår har kommit in från tre firmor. Lägsta anbud, 86 400 kronor, har lämnats av "
        "Sunda Elektriska AB. AMS har ställt bered¬skaps¬arbetare till förfogande för grävning.",
        ("decision", None, "Fritidsnämnden beslutade att anta anbudet från Sunda Elektriska AB.")], {}),
    (26, "SOMMARKOLONIN PÅ STORHOLMEN", "77/052", [
        "Kolonin tar emot 24 barn i två perioder. Föreståndaren har sagt upp sig och brygg¬an måste repareras före midsommar. "
        "Kostnaden för reparationen beräknas till 6 000 kronor.",
        ("decision", None, "Fritidsnämnden beslutade", "att uppdra åt fritids¬chefen att anställa föreståndare samt",
         "att anvisa 6 000 kronor ur anslaget för under¬håll.")], {}),
    (27, "STIPENDIUM TILL UNGDOMSLEDARE", "77/039", [
        "Till 1977 års ledar¬stipendium har åtta förslag kommit in. Inga-Lill Bergkvist (c) deltog på grund av jäv inte i nämndens behandling av ärendet.",
        ("decision", None, "Fritidsnämnden beslutade att tilldela Allan Bergkvist, Norrtorps IF, stipendiet om 1 500 kronor.")],
     {"disqualified": ["Inga-Lill Bergkvist"]}),
    (28, "ANMÄLNINGSÄRENDEN", None, [
        "Länsstyrelsens beslut om lotteritillstånd för Hjälmsunda BK samt protokoll från ungdoms¬gårdens styrelse anmäldes.",
        ("decision", None, "Fritidsnämnden beslutade att lägga skriv¬elserna till hand¬lingarna.")], {}),
]


def item(doc, number, title, reference, paragraphs, more):
    doc.end_item()
    doc.need(24)
    doc.row((LEFT + 2, f"§ {number}"), (BODY, title))
    underline(doc, BODY, title, TEXT, below=0.9)
    if reference:
        doc.row((LEFT + 2, f"Dnr {reference}"))
    else:
        doc.space(1.6)
    doc.begin_item(number, f"§ {number}", title, reference, **more)
    doc.tell(paragraphs, att=9, gap=1.0)
    doc.end_item()
    doc.space(4)


def sign(doc):
    doc.need(64)
    doc.space(4)
    dots = "." * 25
    right = 124.0
    doc.row((BODY, "Vid protokollet"), (right, "Justeras den 22 mars 1977"))
    doc.row((BODY, dots), (right, dots), leading=13)
    pen(doc, BODY + 3, 71, width=44, height=6.2, shade=20)
    pen(doc, right + 3, 72, width=46, height=6.2, shade=20)
    doc.row((BODY, "Gun Lövgren"), (right, "Ragnvald Tapper"))
    doc.row((right, dots), leading=13)
    pen(doc, right + 3, 73, width=42, height=6.2, shade=20)
    doc.row((right, "Solveig Rehn"))
    doc.sign("secretary", "Vid protokollet", "Gun Lövgren")
    doc.sign("chair", "Justeras", "Ragnvald Tapper")
    doc.sign("adjuster", "Justeras", "Solveig Rehn")
    doc.adjustments.append(dict(adjusters=["Solveig Rehn"], date="1977-03-22"))
    doc.space(4)
    doc.para("Justeringen av §§ 21-28 har till¬känna¬givits på kommunens anslags¬tavla den 23 mars 1977.", note=False)
    doc.row((BODY, "Betygar:"), (BODY + 22, "." * 25), leading=13)
    pen(doc, BODY + 26, 74, width=44, height=6.2, shade=20)
    doc.notices.append(dict(posted="1977-03-23", paragraphs=[[21, 28]]))
