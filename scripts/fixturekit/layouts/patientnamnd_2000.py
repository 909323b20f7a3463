"""A county council's patients' committee in 2000, word processor: a ruled head, members in the left and substitutes in the right panel, “§ 31” in the margin with the Dnr under the title, decisions after “att”, personal matters by number."""

from ..document import Document
from ..paper import Style, wrap
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A county council's patients' committee in 2000, word processor: a head with three ruled cells, members in a left and substitutes and officials in a right panel, “§ 31” in a column of its own beside a bold title with “PN 2000-0044” in italics below, " \
         "small headings, two proposals decided without a vote, a protocol note, jäv, an item withdrawn, “För kännedom till”, signature lines with labels to the left, notice as a ruled list. Scanned in black and white at 300 dpi."
SCANNER = Scanner(dpi=300, skew=-0.3, blur=0.8, noise=6.0, black_and_white=True)

TEXT = Style("sans", 10)
LEFT, RIGHT, BODY, SECOND = 26.0, 186.0, 44.0, 108.0


def build():
    doc = Document("patientnamnd_2000", TEXT, LEFT, RIGHT, 42, 30, 4.9, head, foot)
    doc.meeting = dict(municipality="Västra Dalälvens läns landsting", body="Patientnämnden", date="2000-11-09", place="Landstingshuset, lokal Siljan", start_time="09:15", end_time="12:00", paragraphs={"first": 29, "last": 36})
    front(doc)
    doc.new_sheet()
    for entry in ITEMS:
        item(doc, *entry)
    doc.end_item()
    return doc.finish()


def head(sheet, number):
    sheet.box(LEFT, 14, RIGHT, 34, 0.3)
    sheet.line(LEFT, 24, RIGHT, 24, 0.3)
    sheet.line(SECOND, 14, SECOND, 34, 0.3)
    sheet.row(20.5, (LEFT + 2, "Västra Dalälvens läns landsting", TEXT.bold), (SECOND + 2, "PROTOKOLL", TEXT.bold), (RIGHT - 2, f"Sida {number}", TEXT, "right"))
    sheet.row(30.5, (LEFT + 2, "Patientnämnden", TEXT), (SECOND + 2, "2000-11-09", TEXT))


def foot(sheet, number):
    sheet.row(280, (LEFT, "Justerande", TEXT.at(8)))
    for n in range(2):
        sheet.ink(initials(50 + 18 * n, 281, 8700 + 5 * number + n), shade=30)


def front(doc):
    doc.new_sheet()
    for label, value in [("Plats", "Landstingshuset, lokal Siljan"), ("Tid", "Torsdagen den 9 november 2000, kl. 9.15–12.00"), ("Paragrafer", "29–36")]:
        doc.row((LEFT, label, TEXT.bold), (56, value))
    doc.space(4)
    left = [("Ledamöter", ["Gunilla Stegeby (s), ordförande", "Per-Olof Näslund (m), vice ordförande", "Ingrid Hägglöf (s), §§ 29–34", "Timo Salmela (v)", "Birgit Anesäter (kd)"]),
            ("Tjänstgörande ersättare", ["Lars-Erik Trång (c) för Bodil Fors (c)", "Marie Dufvenmark (s) för Ingrid", "Hägglöf (s), §§ 35–36"])]
    right = [("Övriga ersättare", ["Evert Rönnqvist (m)", "Sonja Björkdahl (fp)"]),
             ("Tjänstemän", ["Maj-Britt Ulvestad, förvaltningschef", "Henrik Clase, utredare, §§ 31–33", "Annika Törnberg, sekreterare"]),
             ("Inbjuden", ["Chefläkare Göran Mattsby, § 32"])]
    top, lowest = doc.y, 0
    for x, groups in ((LEFT, left), (SECOND, right)):
        doc.y = top
        for label, people in groups:
            doc.row((x, label, TEXT.bold))
            for n, line in enumerate(people):
                doc.row((x + (4 if line.startswith("Hägglöf") else 0), line))
            doc.space(2.5)
        lowest = max(lowest, doc.y)
    doc.y = lowest
    doc.attend("Gunilla Stegeby", "member", party="S", role="chair", role_text="ordförande")
    doc.attend("Per-Olof Näslund", "member", party="M", role="vice_chair", role_text="vice ordförande")
    doc.attend("Ingrid Hägglöf", "member", party="S", paragraphs=[[29, 34]])
    doc.attend("Timo Salmela", "member", party="V")
    doc.attend("Birgit Anesäter", "member", party="KD")
    doc.attend("Lars-Erik Trång", "serving_substitute", party="C", replaces="Bodil Fors")
    doc.attend("Marie Dufvenmark", "serving_substitute", party="S", replaces="Ingrid Hägglöf", paragraphs=[[35, 36]])
    doc.attend("Evert Rönnqvist", "substitute", party="M")
    doc.attend("Sonja Björkdahl", "substitute", party="FP")
    doc.attend("Maj-Britt Ulvestad", "official", role_text="förvaltningschef")
    doc.attend("Henrik Clase", "official", role_text="utredare", paragraphs=[[31, 33]])
    doc.attend("Annika Törnberg", "official", role="secretary", role_text="sekreterare")
    doc.attend("Göran Mattsby", "other", role_text="Chefläkare", paragraphs=[[32, 32]])
    doc.miss("Bodil Fors", party="C")
    doc.space(3)
    doc.row((LEFT, "Justerare", TEXT.bold), (56, "Birgit Anesäter (kd)"))
    doc.row((LEFT, "Justeringsdag", TEXT.bold), (56, "2000-11-16, patientnämndens kansli"))
    doc.adjustments.append(dict(adjusters=["Birgit Anesäter"], place="patientnämndens kansli", date="2000-11-16"))
    doc.space(4)
    for n, (role, label, name) in enumerate([("secretary", "Sekreterare", "Annika Törnberg"), ("chair", "Ordförande", "Gunilla Stegeby"), ("adjuster", "Justerande", "Birgit Anesäter")]):
        doc.row((LEFT, label, TEXT.bold), leading=12)
        doc.sheet.line(56, doc.y + 0.6, 126, doc.y + 0.6, 0.25)
        doc.sheet.ink(scribble(60, doc.y - 0.4, 8720 + n, width=46, height=6), shade=30)
        doc.row((56, name))
        doc.sign(role, label, name)
    doc.space(7)
    top = doc.y
    rows = [("TILLKÄNNAGIVANDE", None), ("Justeringen har tillkännagivits på landstingets anslagstavla.", None), ("Uppsatt", "2000-11-17"), ("Tas ned", "2000-12-11"), ("Förvaringsplats", "Patientnämndens kansli")]
    for label, value in rows:
        doc.row((LEFT + 2, label, TEXT.bold if label.isupper() else TEXT), *([(70, value)] if value else []), leading=5.4)
    doc.y += 2.4
    doc.sheet.box(LEFT, top, RIGHT, doc.y, 0.3)
    doc.notices.append(dict(posted="2000-11-17", removed="2000-12-11", kept_at="Patientnämndens kansli"))


ITEMS = [
    (29, None, "Föredragningslista", ["Sekreteraren anmäler att ärendet om tolktjänst har tillkommit.", ("decision", "Beslut", "Patientnämnden fastställer föredragningslistan.")], {}),
    (30, "PN 2000-0007", "Ekonomiskt utfall till och med oktober", [
        ("background", "Sammanfattning", "Kostnaderna uppgår till 2 114 000 kronor, vilket är 38 000 kronor under budget. Kostnaderna för stödpersoner har ökat."),
        ("decision", "Beslut", "Patientnämnden beslutar", "att godkänna redovisningen.")], {"outcome": "approved"}),
    (31, "PN 2000-0044", "Utbildning för stödpersoner under 2001", [
        ("background", "Sammanfattning", "Utredaren föreslår två endagskurser, en i Mora och en i Ludvika. Kostnaden beräknas till 46 000 kronor."),
        ("motions", "Yrkanden", "Timo Salmela (v) yrkar att en tredje kurs ordnas på kvällstid.", "Per-Olof Näslund (m) yrkar bifall till förslaget."),
        ("order", "Beslutsgång", "Ordföranden ställer förslaget mot Timo Salmelas yrkande och finner att nämnden bifaller förslaget."),
        ("decision", "Beslut", "Patientnämnden beslutar", "att anta förslaget till utbildning."),
        ("reservation", "Reservation", "Timo Salmela (v) reserverar sig till förmån för eget yrkande."),
        ("distribution", "För kännedom till", "Landstingsstyrelsen", "Psykiatrins ledningsgrupp")],
     {"outcome": "approved", "proposals": [(["Timo Salmela"], "V", "Timo Salmela (v) yrkar att en tredje kurs ordnas på kvällstid."), (["Per-Olof Näslund"], "M", "Per-Olof Näslund (m) yrkar bifall till förslaget.")],
      "reservations": [("Timo Salmela", "V", None)], "distribution": ["Landstingsstyrelsen", "Psykiatrins ledningsgrupp"]}),
    (32, "PN 2000-0061", "Väntetider vid ortopedkliniken i Falun", [
        ("background", "Sammanfattning", "Nämnden har under året tagit emot 23 klagomål på väntetider. Chefläkare Göran Mattsby redogör för klinikens åtgärder. Antalet väntande har sedan i våras minskat från 640 till 515."),
        ("decision", "Beslut", "Patientnämnden beslutar", "att återremittera ärendet till kansliet för en jämförelse med övriga län."),
        ("statement", "Protokollsanteckning", "Birgit Anesäter (kd) anser att jämförelsen också bör omfatta privata vårdgivare.")], {"outcome": "referred_back"}),
    (33, "PN 2000-0058", "Klagomål på bemötande vid vårdcentral", [
        ("disqualification", "Jäv", "Lars-Erik Trång (c) lämnar lokalen på grund av jäv."),
        ("decision", "Beslut", "Patientnämnden beslutar", "att avsluta ärendet utan åtgärd, samt", "att meddela anmälaren detta."),
        ("distribution", "För kännedom till", "Anmälaren")], {"disqualified": ["Lars-Erik Trång"], "distribution": ["Anmälaren"]}),
    (34, "PN 2000-0066", "Tolktjänst för döva vid akutbesök", [("decision", "Beslut", "Patientnämnden beslutar", "att bordlägga ärendet till sammanträdet den 14 december.")], {"outcome": "postponed"}),
    (35, "PN 2000-0052", "Deltagande i rikskonferens i Växjö", [
        "Ärendet utgår från dagens sammanträde."], {"outcome": "withdrawn"}),
    (36, None, "Anmälningar", ["Socialstyrelsens meddelandeblad om stödpersoner. Hälso- och sjukvårdens ansvarsnämnds beslut i sju ärenden.",
                               ("decision", "Beslut", "Patientnämnden lägger anmälningarna till handlingarna.")], {"outcome": "noted"}),
]


def item(doc, number, reference, title, paragraphs, more):
    doc.end_item()
    doc.space(5)
    doc.need(30)
    lines = wrap(title, TEXT.bold.at(11), RIGHT - BODY)
    doc.row((LEFT, f"§ {number}", TEXT.bold.at(11)), (BODY, lines[0], TEXT.bold.at(11)))
    if reference:
        doc.row((BODY, f"Dnr {reference}", TEXT.italic.at(9)))
    doc.begin_item(number, f"§ {number}", title, reference, **more)
    doc.space(0.8)
    doc.tell(paragraphs, indent=BODY - LEFT, gap=0.4, heading=TEXT.bold, above=1.2, att=6)
