"""An environment and building committee of 2007: shaded strips on the front page, two chairmen with §§ of their own."""

from ..document import Document
from ..help import pen, register, commas
from ..paper import Style
from ..pen import initials
from ..scan import Scanner

SOURCE = "A municipal environment and building committee in 2007: front page with labels on shaded strips, two chairmen signing for §§ of their " \
         "own because of a disqualification, a rule above each matter, “MBN § 63” and Dnr at the two ends of a line, decision first, a vote " \
         "by count. Scanned in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=-0.2, blur=0.5, noise=3.0, paper=250, quality=50)

TEXT = Style("sans", 10.5)
LEFT, RIGHT = 24.0, 188.0

MEMBERS = [("Peter Wahlund", "s", "ordförande", "chair", {"paragraphs": [[61, 65], [67, 69]]}), ("Lena Strid", "c", "vice ordförande", "vice_chair"),
           ("Maud Ekdahl", "s", None, None), ("Göte Runesson", "s", None, None), ("Jonas Palmér", "m", None, None),
           ("Kerstin Alm", "fp", None, None), ("Mats Hörnell", "kd", None, None), ("Eivor Granath", "v", None, None)]
SERVING = [("Yvonne Skoog", "m", "Anders Bohlin", "m"), ("Kent Rudin", "s", "Peter Wahlund", None, {"paragraphs": [[66, 66]]})]
SUBS = [("Siw Thunell", "c"), ("Dan Ekström", "mp")]
OFFICIALS = [("Helena Brodd", "miljöchef", [[61, 63]]), ("Ulf Sandell", "stadsarkitekt"), ("Katarina Rhodin", "bygglovhandläggare", [[64, 66]]),
             ("Pernilla Oskarsson", "sekreterare")]


def build():
    doc = Document("miljo_och_byggnadsnamnd_2007", TEXT, LEFT, RIGHT, 34, 32, 4.8, head, foot)
    doc.meeting = dict(municipality="Lidmåla kommun", body="Miljö- och byggnadsnämnden", date="2007-06-14",
                       place="Stadshuset, sammanträdesrum Eken", start_time="08:30", end_time="12:10", paragraphs={"first": 61, "last": 69})
    doc.new_sheet()
    front(doc)
    doc.new_sheet()
    for args in ITEMS:
        item(doc, *args)
    doc.end_item()
    return doc.finish()


def head(sheet, number):
    sheet.row(17, (LEFT, "Lidmåla kommun", TEXT.bold.at(13)), (RIGHT, f"Sida {number} av 4", TEXT.at(9), "right"))
    sheet.row(22.5, (LEFT, "Miljö- och byggnadsnämnden", TEXT), (112, "Protokoll 2007-06-14", TEXT))


def foot(sheet, number):
    sheet.row(277, (LEFT, "Justerandes signaturer", TEXT.at(7.5)), (150, "Utdragsbestyrkande", TEXT.at(7.5)))
    for n in range(3):
        sheet.ink(initials(62 + 24 * n, 277, 2007 + 10 * n), shade=50)


def strip(doc, label):
    doc.sheet.box(LEFT, doc.y, RIGHT, doc.y + 5.2, 0.15, fill=222)
    doc.row((LEFT + 1.5, label, TEXT.bold.at(9.5)), leading=3.9)
    doc.space(1.6)


def block(doc, label, lines):
    strip(doc, label)
    for text in lines:
        doc.row((LEFT + 1.5, text), leading=4.6)
    doc.space(2)


def front(doc):
    block(doc, "Plats och tid", ["Stadshuset, sammanträdesrum Eken, torsdagen den 14 juni 2007 kl. 08.30–12.10"])
    block(doc, "Beslutande", ["Peter Wahlund (s), ordförande, §§ 61–65, 67–69", "Lena Strid (c), vice ordförande",
                              *[f"{n} ({p})" for n, p, *_ in MEMBERS[2:]], "Yvonne Skoog (m) ersätter Anders Bohlin (m)",
                              "Kent Rudin (s) ersätter Peter Wahlund (s), § 66"])
    block(doc, "Närvarande ersättare", [f"{n} ({p})" for n, p in SUBS])
    block(doc, "Tjänstemän", ["Helena Brodd, miljöchef, §§ 61–63", "Ulf Sandell, stadsarkitekt", "Katarina Rhodin, bygglovhandläggare, §§ 64–66",
                              "Pernilla Oskarsson, sekreterare"])
    block(doc, "Utsedd att justera", ["Kerstin Alm (fp)"])
    block(doc, "Justeringens plats och tid", ["Miljö- och byggnadskontoret, 2007-06-20 kl. 16.30"])
    register(doc, MEMBERS, SERVING, SUBS, OFFICIALS)
    doc.adjustments.append(dict(adjusters=["Kerstin Alm"], place="Miljö- och byggnadskontoret", date="2007-06-20", time="16:30"))
    strip(doc, "Underskrifter")
    doc.space(1)
    people = [("secretary", "Sekreterare", "Pernilla Oskarsson", "§§ 61–69", [[61, 69]]), ("chair", "Ordförande", "Peter Wahlund", "§§ 61–65, 67–69", [[61, 65], [67, 69]]),
              ("chair", "Ordförande", "Lena Strid", "§ 66", [[66, 66]]), ("adjuster", "Justerande", "Kerstin Alm", "§§ 61–69", [[61, 69]])]
    for n, (role, label, name, scope, pairs) in enumerate(people):
        doc.row((LEFT + 1.5, label), (56, "." * 62, TEXT.at(9)), (150, scope), leading=8.2)
        pen(doc, 60, 7071 + n, width=48, height=4.5, shade=35)
        doc.row((56, name), leading=4.4)
        doc.sign(role, label, name, paragraphs=pairs)
    doc.space(3)
    strip(doc, "Anslagsbevis")
    doc.row((LEFT + 1.5, "Justeringen har tillkännagivits på kommunens anslagstavla."), leading=4.4)
    doc.row((LEFT + 1.5, "Anslaget sätts upp 2007-06-21"), (88, "Anslaget tas ned 2007-07-13"), leading=5)
    doc.row((LEFT + 1.5, "Protokollet förvaras på miljö- och byggnadskontoret"), leading=5)
    pen(doc, 140, 7079, width=40, height=4.5)
    doc.notices.append(dict(posted="2007-06-21", removed="2007-07-13", kept_at="miljö- och byggnadskontoret"))


def item(doc, number, title, reference, paragraphs, more=None):
    doc.end_item()
    doc.need(32)
    doc.space(1.5)
    doc.sheet.line(LEFT, doc.y, RIGHT, doc.y, 0.35)
    doc.space(1)
    doc.row((LEFT, f"MBN § {number}", TEXT.bold), *[(RIGHT, f"Dnr {reference}", TEXT, "right")] * bool(reference))
    doc.row((LEFT, title, TEXT.bold.at(11.5)), leading=5.6)
    doc.space(0.8)
    sent = [t for kind, _, *ts in [p for p in paragraphs if isinstance(p, tuple)] if kind == "distribution" for t in ts]
    doc.begin_item(number, f"MBN § {number}", title, reference, distribution=[n for t in sent for n in commas(t)], **(more or {}))
    doc.tell(paragraphs, att=5, gap=0.7, heading=TEXT.bold.at(10), above=1.3)
    doc.end_item()
    doc.space(4)


Y1 = "Jonas Palmér (m) yrkar att bygglov beviljas."
Y2 = "Maud Ekdahl (s) yrkar bifall till kontorets förslag."
ITEMS = [
    (61, "Val av justerare och fastställande av föredragningslista", None, [
        ("decision", "Beslut", "Miljö- och byggnadsnämnden utser Kerstin Alm (fp) att justera protokollet.", "Föredragningslistan fastställs.")]),
    (62, "Tillsynsplan för enskilda avlopp 2007–2010", "2007-0188", [
        ("decision", "Beslut", "Miljö- och byggnadsnämnden antar tillsynsplanen."),
        ("background", "Ärendet", "Av kommunens cirka 1 900 enskilda avlopp bedöms 40 procent ha bristfällig rening. Kontoret föreslår att inventeringen "
         "börjar i Hallasjöns avrinningsområde, där badvattnet under två somrar har varit otjänligt. Varje år ska 250 anläggningar kontrolleras."),
        ("distribution", "Beslutet skickas till", "Länsstyrelsen, kommunstyrelsen")]),
    (63, "Föreläggande om åtgärder i livsmedelslokal, Torgkiosken", "2007-0241", [
        ("decision", "Beslut", "Miljö- och byggnadsnämnden förelägger verksamhetsutövaren", "att senast den 31 augusti 2007 installera handtvättställ i "
         "beredningsutrymmet samt", "att upprätta ett program för egenkontroll."),
        ("background", "Ärendet", "Vid inspektion den 3 maj konstaterades att det saknas möjlighet att tvätta händerna där mat bereds. Verksamhetsutövaren har "
         "fått tillfälle att yttra sig och har inga invändningar."),
        ("other", "Lagrum", "22 § livsmedelslagen (2006:804)."),
        ("distribution", "Beslutet skickas till", "Verksamhetsutövaren")]),
    (64, "Bäverdammen 1:22 – ansökan om förhandsbesked för två enbostadshus", "2007-0156", [
        ("decision", "Beslut", "Miljö- och byggnadsnämnden lämnar positivt förhandsbesked för två enbostadshus på fastigheten."),
        ("background", "Ärendet", "Fastigheten ligger utanför detaljplanelagt område, 400 meter från Hallasjön. Berörda grannar har hörts utan erinran. "
         "Vägverket tillstyrker att utfarten ordnas till den befintliga skogsvägen."),
        ("other", "Bedömning", "Byggnaderna ansluter till äldre bebyggelse och strider inte mot översiktsplanen. Avloppsfrågan kan lösas gemensamt."),
        ("distribution", "Beslutet skickas till", "Sökanden, Vägverket")]),
    (65, "Skeppet 7 – ansökan om bygglov för inglasad balkong", "2007-0203", [
        ("decision", "Beslut", "Miljö- och byggnadsnämnden avslår ansökan om bygglov."),
        ("background", "Ärendet", "Ägaren till fastigheten ansöker om bygglov för inglasning av en balkong mot Hamngatan. Huset uppfördes 1911 och är i "
         "bevarandeprogrammet utpekat som särskilt värdefullt. Antikvarien vid länsmuseet avstyrker."),
        ("proposal", "Kontorets förslag", "Ansökan avslås med stöd av 3 kap. 12 § plan- och bygglagen."),
        ("motions", "Yrkanden", Y1, Y2),
        ("order", "Beslutsgång", "Ordföranden ställer yrkandena mot varandra och finner att nämnden beslutar enligt kontorets förslag. Omröstning begärs. "
         "Ja-röst innebär bifall till kontorets förslag, nej-röst bifall till Jonas Palmérs yrkande."),
        ("vote", "Omröstning", "Omröstningen ger 6 ja-röster och 3 nej-röster."),
        ("reservation", "Reservation", "Jonas Palmér (m) och Yvonne Skoog (m) reserverar sig mot beslutet."),
        ("distribution", "Beslutet skickas till", "Sökanden, länsmuseet")],
     {"proposals": [(["Jonas Palmér"], "M", Y1), (["Maud Ekdahl"], "S", Y2)], "votes": [(6, 3, None, [])],
      "reservations": [("Jonas Palmér", "M", None), ("Yvonne Skoog", "M", None)]}),
    (66, "Lidmåla 14:3 – ansökan om bygglov för lagerhall", "2007-0219", [
        ("decision", "Beslut", "Miljö- och byggnadsnämnden beviljar bygglov.", "Avgiften är 18 460 kronor enligt gällande taxa."),
        ("disqualification", "Jäv", "Peter Wahlund (s) anmäler jäv och lämnar sammanträdet. Vice ordföranden Lena Strid (c) leder förhandlingarna."),
        ("background", "Ärendet", "Wahlunds Åkeri AB ansöker om bygglov för en lagerhall på 640 m² inom Lidmåla industriområde. Åtgärden följer detaljplanen. "
         "Kvalitetsansvarig är anmäld och bygganmälan har kommit in."),
        ("distribution", "Beslutet skickas till", "Sökanden, räddningstjänsten")], {"disqualified": ["Peter Wahlund"]}),
    (67, "Yttrande över förslag till detaljplan för Norra stationsområdet", "2006-0447", [
        ("decision", "Beslut", "Miljö- och byggnadsnämnden överlämnar kontorets yttrande som sitt eget."),
        ("background", "Ärendet", "Stadsarkitekten redogör för synpunkterna på bullerskydd, sanering av bangården och parkering för pendlare."),
        ("distribution", "Beslutet skickas till", "Kommunstyrelsen")]),
    (68, "Redovisning av delegationsbeslut", None, [
        ("decision", "Beslut", "Redovisningen läggs till handlingarna."),
        ("background", "Ärendet", "Bygglov nr 71–104. Beslut om enskilda avlopp nr 18–29. Beslut om registrering av livsmedelsanläggningar nr 5–9.")]),
    (69, "Information från förvaltningen", None, [
        ("decision", "Beslut", "Informationen antecknas till protokollet."),
        ("background", "Ärendet", "Miljöchefen har i skriftlig rapport redovisat vårens kalkning av Hallasjön. Stadsarkitekten informerar om sommarens bemanning.")]),
]
