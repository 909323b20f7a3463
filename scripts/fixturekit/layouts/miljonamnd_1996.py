"""An environment and health board of 1996: word processor, decisions taken on delegation in a ruled table, two adjusters, jäv."""

from ..document import Document
from ..paper import Style, wrap
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A municipal environment and health board in 1996 from a word processor: labels in a column without rules, “ers för”, names beside " \
         "their offices on the lines for signing, “Mhn § 58” over the Dnr over the title, decisions on delegation in a ruled table, an item " \
         "adjusted at once, a vote by count, jäv. Scanned in grey at 200 dpi."
SCANNER = Scanner(dpi=200, skew=-0.2, blur=0.5, noise=3.0, paper=247, quality=36)

TEXT = Style("serif", 11.5)
SMALL = TEXT.at(9)
LEFT, RIGHT, BODY = 25.0, 188.0, 66.0

MEMBERS = [("Lars-Göran Ekwall", "s", "ordförande", "chair"), ("Ingrid Sahlberg", "c", "vice ordförande", "vice_chair"), ("Kenneth Roos", "s", None, None),
           ("Anna-Lena Tideström", "mp", None, None), ("Sixten Oredsson", "m", None, None)]


def build():
    doc = Document("miljonamnd_1996", TEXT, LEFT, RIGHT, 36, 32, 5.2, head, foot)
    doc.meeting = dict(municipality="Björkforsa kommun", body="Miljö- och hälsoskyddsnämnden", date="1996-09-18", place="Kommunhuset, lokal Gärdsmygen",
                       start_time="13:15", end_time="16:30", adjournments=[{"start": "14:30", "end": "14:50"}], paragraphs={"first": 55, "last": 62})
    front(doc)
    doc.new_sheet()
    for entry in ITEMS:
        item(doc, *entry)
    doc.end_item()
    return doc.finish()


def head(sheet, number):
    sheet.row(16, (LEFT, "Björkforsa kommun", TEXT.bold), (112, "SAMMANTRÄDESPROTOKOLL", TEXT.bold), (RIGHT, f"Sid {number}", TEXT, "right"))
    sheet.row(22, (LEFT, "Miljö- och hälsoskyddsnämnden", TEXT), (112, "1996-09-18", TEXT))
    sheet.line(LEFT, 26, RIGHT, 26, 0.6)


def foot(sheet, number):
    sheet.line(LEFT, 270, RIGHT, 270, 0.2)
    sheet.row(274.5, (LEFT, "Justerandes signatur", SMALL), (112, "Utdragsbestyrkande", SMALL))
    for n in range(3):
        sheet.ink(initials(LEFT + 2 + 18 * n, 282, 1470 + 5 * number + n), shade=50)


def field(doc, labels, lines, gap=2.4):
    """A label of one or two lines beside its values."""
    for n in range(max(len(labels), len(lines))):
        cells = [(LEFT, labels[n], TEXT.italic)] if n < len(labels) else []
        cells += [(BODY, lines[n])] if n < len(lines) else []
        doc.row(*cells)
    doc.space(gap)


def front(doc):
    doc.new_sheet()
    field(doc, ["Plats och tid"], ["Kommunhuset, lokal Gärdsmygen, kl 13.15 - 16.30", "Ajournering kl 14.30 - 14.50"])
    field(doc, ["Beslutande"], [f"{name} ({party})" + (f", {text}" if text else "") for name, party, text, _ in MEMBERS]
          + ["Hans Björling (fp) ers för Rune Dackemo (fp)", "Yvonne Palm (s) ers för Kenneth Roos (s), § 59"])
    field(doc, ["Ej tjänstgörande", "ersättare"], ["Tor Wikmark (m)", "Gerd Mellander (c), §§ 55 - 60"])
    field(doc, ["Övriga deltagande"], ["Miljöchef Annika Frisell", "Hälsoskyddsinspektör Dan Orrling, §§ 57 - 58", "Miljöinspektör Katja Wrede, § 59",
                                       "Nämndsekreterare Britta Sköldmark"])
    field(doc, ["Utsedda att justera"], ["Anna-Lena Tideström och Sixten Oredsson"])
    field(doc, ["Justeringens plats", "och tid"], ["Miljökontoret 1996-09-25 kl 15.00"])
    for name, party, text, role in MEMBERS:
        doc.attend(name, "member", party=party.upper(), role=role, role_text=text)
    doc.attend("Hans Björling", "serving_substitute", party="FP", replaces="Rune Dackemo")
    doc.attend("Yvonne Palm", "serving_substitute", party="S", replaces="Kenneth Roos", paragraphs=[[59, 59]])
    doc.attend("Tor Wikmark", "substitute", party="M")
    doc.attend("Gerd Mellander", "substitute", party="C", paragraphs=[[55, 60]])
    doc.attend("Annika Frisell", "official", role_text="Miljöchef")
    doc.attend("Dan Orrling", "official", role_text="Hälsoskyddsinspektör", paragraphs=[[57, 58]])
    doc.attend("Katja Wrede", "official", role_text="Miljöinspektör", paragraphs=[[59, 59]])
    doc.attend("Britta Sköldmark", "official", role="secretary", role_text="Nämndsekreterare")
    doc.miss("Rune Dackemo", party="FP")
    doc.adjustments.append(dict(adjusters=["Anna-Lena Tideström", "Sixten Oredsson"], place="Miljökontoret", date="1996-09-25", time="15:00"))
    field(doc, ["Paragrafer"], ["55 - 62"], gap=1)
    for n, (role, label, name) in enumerate([("secretary", "Sekreterare", "Britta Sköldmark"), ("chair", "Ordförande", "Lars-Göran Ekwall"),
                                             ("adjuster", "Justerande", "Anna-Lena Tideström"), ("adjuster", "Justerande", "Sixten Oredsson")]):
        doc.row((LEFT, label, TEXT.italic), (BODY, name), leading=9.5)
        doc.sheet.line(112, doc.y + 0.5, RIGHT, doc.y + 0.5, 0.2)
        doc.sheet.ink(scribble(118, doc.y - 0.2, 1500 + n, width=50, height=6), shade=50)
        doc.sign(role, label, name)
    doc.space(7)
    top = doc.y
    doc.row((LEFT + 3, "BEVIS OM ANSLAG", TEXT.bold), leading=6)
    for left, right in [(("Nämnd", "Miljö- och hälsoskyddsnämnden"), None), (("Anslaget sattes upp", "1996-09-26"), ("Anslaget togs ned", "1996-10-18")),
                        (("Protokollet förvaras hos", "Miljökontoret"), None)]:
        doc.row((LEFT + 3, left[0], SMALL), (BODY, left[1]), *([(120, right[0], SMALL), (152, right[1])] if right else []), leading=5.6)
    doc.y += 3
    doc.sheet.box(LEFT, top, RIGHT, doc.y, 0.3)
    doc.notices.append(dict(organ="Miljö- och hälsoskyddsnämnden", posted="1996-09-26", removed="1996-10-18", kept_at="Miljökontoret"))


DELEGATED = [("96-211", "Harstena 4:9", "Avloppsanläggning, infiltration", "Tillstånd"), ("96-214", "Kvarnen 12", "Värmepump i berg", "Tillstånd"),
             ("96-219", "Ekby 1:33", "Eldningsförbud, påpekande om sotning", "Föreläggande"), ("96-223", "Lärkan 7", "Kompostering av hushållsavfall", "Tillstånd"),
             ("96-230", "Norrtorp 2:1", "Spridning av gödsel på snö", "Ingen åtgärd")]


def delegated(doc):
    columns = (BODY - 22, 64.0, 94.0, 158.0, RIGHT)
    doc.space(1)
    doc.need(8 + 5.6 * len(DELEGATED))
    top, rules = doc.y, [doc.y]
    doc.table_row(*[(x + 1.5, text, SMALL.bold) for x, text in zip(columns, ("Dnr", "Fastighet", "Ärende", "Beslut"))], leading=4.6)
    for cells in DELEGATED:
        rules.append(doc.y + 1.6)
        doc.table_row(*[(x + 1.5, text, SMALL) for x, text in zip(columns, cells)], leading=5.6)
    rules.append(doc.y + 1.6)
    for y in rules:
        doc.sheet.line(columns[0], y, RIGHT, y, 0.2)
    for x in columns:
        doc.sheet.line(x, top, x, rules[-1], 0.2)
    doc.y = rules[-1] + 2


ITEMS = [
    (55, "Val av justerare", None, [
        ("decision", "Nämndens beslut", "Anna-Lena Tideström (mp) och Sixten Oredsson (m) utses att justera protokollet.")], {}),
    (56, "Budgetuppföljning per den 31 augusti 1996", "96-012", [
        "Förbrukningen är 64 procent av anslaget. Provtagningen av badvatten har kostat 40 000 kronor mer än beräknat.",
        ("decision", "Nämndens beslut", "Miljö- och hälsoskyddsnämnden lägger uppföljningen till handlingarna.")], {"outcome": "noted"}),
    (57, "Klagomål på buller från Restaurang Hyttan, kvarteret Smeden 3", "96-187", [
        "Boende i kvarteret har klagat på musik fram till kl 02. Mätning utfördes natten till den 18 augusti och visade 38 dBA i sovrum. "
        "Dan Orrling redogör för ärendet.",
        ("decision", "Nämndens beslut", "Miljö- och hälsoskyddsnämnden beslutar", "att förelägga restaurangen att hålla högst 30 dBA i bostäder samt",
         "att förena föreläggandet med ett vite om 20 000 kronor."),
        ("distribution", "Delges", "Restaurang Hyttan HB, klagandena")], {"distribution": ["Restaurang Hyttan HB", "klagandena"]}),
    (58, "Tillfällig alkoholservering i samband med hamnfesten", "96-226", [
        "Serveringen ska ske i tält den 21 september. Paragrafen justeras omedelbart.",
        ("decision", "Nämndens beslut", "Nämnden godkänner lokalen."),
        ("distribution", "Delges", "Sökanden, socialförvaltningen")],
     {"outcome": "approved", "immediate_adjustment": True, "distribution": ["Sökanden", "socialförvaltningen"]}),
    (59, "Ansökan om tillstånd till djurhållning inom detaljplan, Roparen 2", "96-201", [
        "Kenneth Roos (s) anmäler jäv och deltar inte i handläggningen.",
        "Sökanden vill hålla två hästar på en tomt om 3 800 kvadratmeter. Två grannar har allergi. Avståndet till närmaste bostad är 35 meter, medan "
        "Socialstyrelsens allmänna råd anger 200 meter.",
        "Ingrid Sahlberg (c) yrkar bifall till ansökan. Lars-Göran Ekwall (s) yrkar avslag.",
        "Ordföranden ställer proposition på yrkandena. Votering begärs och genomförs, varvid 2 ledamöter röstar för bifall och 4 röstar för avslag.",
        ("decision", "Nämndens beslut", "Miljö- och hälsoskyddsnämnden beslutar att avslå ansökan."),
        ("reservation", "Reservation", "Ingrid Sahlberg (c) och Sixten Oredsson (m) reserverar sig mot beslutet till förmån för Sahlbergs yrkande."),
        ("distribution", "Delges", "Sökanden, grannarna")],
     {"outcome": "rejected", "disqualified": ["Kenneth Roos"], "votes": [(2, 4, None, [])],
      "proposals": [(["Ingrid Sahlberg"], "C", "Ingrid Sahlberg (c) yrkar bifall till ansökan."),
                    (["Lars-Göran Ekwall"], "S", "Lars-Göran Ekwall (s) yrkar avslag.")],
      "reservations": [("Ingrid Sahlberg", "C", None), ("Sixten Oredsson", "M", None)], "distribution": ["Sökanden", "grannarna"]}),
    (60, "Remiss från länsstyrelsen om täkt i Åsbro", "96-195", [
        "Bolaget söker tillstånd att bryta 900 000 ton grus under tio år.",
        ("decision", "Nämndens beslut", "Ärendet bordläggs.")], {"outcome": "postponed"}),
    (61, "Delegationsbeslut", None, [
        "Följande beslut, fattade med stöd av delegation under augusti 1996, redovisas:", delegated,
        ("decision", "Nämndens beslut", "Nämnden noterar redovisningen.")], {"outcome": "noted"}),
    (62, "Meddelanden", None, [
        "– Kommunfullmäktiges beslut 1996-08-26, § 74, om avfallstaxa", "– Inbjudan till kurs om radon den 3 oktober",
        ("decision", "Nämndens beslut", "Meddelandena läggs till handlingarna.")], {"outcome": "noted"}),
]


def item(doc, number, title, reference, paragraphs, more):
    """Number, Dnr and title one below the other, the text farther in."""
    doc.end_item()
    doc.space(4)
    doc.need(38)
    doc.row((LEFT, f"Mhn § {number}"))
    if reference:
        doc.row((LEFT, f"Dnr {reference}", SMALL), leading=4.6)
    for line in wrap(title, TEXT.bold, RIGHT - LEFT - 19):
        doc.row((44, line, TEXT.bold))
    doc.space(1.2)
    doc.begin_item(number, f"Mhn § {number}", title, reference, **more)
    doc.tell(paragraphs, indent=19, gap=1, heading=TEXT.italic, above=1)
    doc.end_item()
    doc.row((44, "_" * 20), leading=4)
