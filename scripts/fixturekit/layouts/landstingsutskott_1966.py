"""A county council's executive committee in 1966: electric typewriter, number, Dnr and subject stacked in a column beside the text."""

from ..document import Document
from ..paper import Style, wrap
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A county council's executive committee in 1966, electric typewriter: labels in a column beside the names, “tjg för”, the Dnr under " \
         "the number in the margin, underlined titles of up to two lines, a break for lunch, an item for several §§, a vote by count, " \
         "signatures side by side on dotted lines. Scanned in grey at 200 dpi."
SCANNER = Scanner(dpi=200, skew=-0.6, blur=0.55, noise=4.0, paper=240, bleed=0.04, punched=True, quality=38)

TEXT = Style("pica", 10.5, typed=True)
LEFT, RIGHT, BODY = 26.0, 192.0, 62.0


def build():
    doc = Document("landstingsutskott_1966", TEXT, LEFT, RIGHT, 36, 30, 5.1, head, foot)
    doc.meeting = dict(municipality="Kronsjö läns landsting", body="Förvaltningsutskottet", date="1966-06-14", place="Landstingshuset, Kronsjö",
                       start_time="10:00", end_time="15:20", adjournments=[{"start": "12:15", "end": "13:30"}],
                       paragraphs={"first": 187, "last": 194})
    doc.new_sheet()
    field(doc, "Sammanträdesdag", ["14 juni 1966"])
    field(doc, "Plats", ["Landstingshuset, Kronsjö"])
    field(doc, "Tid", ["kl. 10.00-15.20", "Lunchuppehåll kl. 12.15-13.30"])
    field(doc, "Ledamöter", [f"{title} {name}" + (f", {text}" if text else "") + (", §§ 187-189" if name == "Åke Mossberg" else "")
                             for title, name, text, _ in MEMBERS])
    field(doc, "Suppleanter", ["Fru Ingrid Ottander, tjg för godsägare Fabian Lewenhoff", "Fru Brita Sandelin, tjg för rektor Åke "
                               "Mossberg §§ 190-194", "Disponent Kurt Landerholm"])
    field(doc, "Tjänstemän", ["Landstingsdirektör Henning Hallqvist", "Sjukhusdirektör Olof Grönkvist, § 189", "Förste sekreterare Majken Ahlstrand"])
    field(doc, "Paragrafer", ["187-194"])
    for title, name, text, role in MEMBERS:
        paragraphs = [[187, 189]] if name == "Åke Mossberg" else None
        doc.attend(name, "member", role=role, role_text=text or title, paragraphs=paragraphs)
    doc.attend("Ingrid Ottander", "serving_substitute", role_text="Fru", replaces="Fabian Lewenhoff")
    doc.attend("Brita Sandelin", "serving_substitute", role_text="Fru", replaces="Åke Mossberg", paragraphs=[[190, 194]])
    doc.attend("Kurt Landerholm", "substitute", role_text="Disponent")
    doc.attend("Henning Hallqvist", "official", role_text="Landstingsdirektör")
    doc.attend("Olof Grönkvist", "official", role_text="Sjukhusdirektör", paragraphs=[[189, 189]])
    doc.attend("Majken Ahlstrand", "official", role="secretary", role_text="Förste sekreterare")
    doc.miss("Fabian Lewenhoff", role_text="godsägare")
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


MEMBERS = [("Redaktör", "Helge Sandin", "ordförande", "chair"), ("Lantmästare", "Per-Olof Risberg", "vice ordförande", "vice_chair"),
           ("Fru", "Maj Torell", None, None), ("Ombudsman", "Arne Jakobsson", None, None), ("Rektor", "Åke Mossberg", None, None),
           ("Köpman", "Sixten Varenius", None, None)]


def head(sheet, number):
    sheet.row(15, (LEFT, "KRONSJÖ LÄNS LANDSTING", TEXT), (118, "PROTOKOLL", TEXT), (RIGHT, str(number), TEXT, "right"))
    sheet.row(20.5, (LEFT, "Förvaltningsutskottet", TEXT), (118, "1966-06-14", TEXT))
    sheet.line(LEFT, 24, RIGHT, 24, 0.3)


def foot(sheet, number):
    sheet.row(280, (LEFT, "Just.", TEXT))
    sheet.ink(initials(42, 280, 1330 + number), shade=50)
    sheet.ink(initials(62, 280, 1340 + number), shade=50)


def field(doc, label, lines):
    for n, line in enumerate(lines):
        doc.row(*([(LEFT, label)] if n == 0 else []), (BODY, line))
    doc.space(2)


ITEMS = [
    (187, None, None, "Val av justerare", [
        ("decision", None, "Utskottet beslöt att utse fru Torell och herr Varenius att jämte ordföranden justera protokollet.")], {}),
    (188, None, "301/66", "Anslag till sommarkoloniverksamhet", [
        "Hälso- och sjukvårdsberedningen föreslår att 18.000 kronor anslås till Stiftelsen Barnens Ö, avdelning Kronsjö.",
        ("decision", None, "Utskottet beslöt", "att bevilja det begärda anslaget.")], {"outcome": "approved"}),
    (189, None, "412/66", "Tillbyggnad av centrallasarettet i Kronsjö, redovisning av entreprenadanbud", [
        "Sjukhusdirektör Grönkvist redogör för inkomna anbud. Lägst är Byggnads AB Kronan med 11,4 milj. kronor.",
        "Herr Risberg yrkar att anbudet antages. Herr Jakobsson yrkar att nya anbud infordras, enär endast två firmor "
        "inkommit.",
        "Vid votering avges 5 röster för herr Risbergs yrkande och 2 för herr Jakobssons.",
        ("decision", None, "Utskottet beslöt", "att antaga anbudet från Byggnads AB Kronan samt",
         "att hos landstinget anhålla om ytterligare 900.000 kronor."),
        ("reservation", None, "Herr Jakobsson reserverade sig mot beslutet.")],
     {"outcome": "approved", "votes": [(5, 2, None, [])],
      "proposals": [(["Risberg"], None, "Herr Risberg yrkar att anbudet antages."),
                    (["Jakobsson"], None, "Herr Jakobsson yrkar att nya anbud infordras, enär endast två firmor inkommit.")],
      "reservations": [("Jakobsson", None, None)]}),
    (190, 192, "388/66", "Tjänstebostäder vid Solbergs sjukhem, Åkerby sjukstuga och Kronsjö lasarett", [
        "Personalnämnden föreslår att hyrorna höjes med 4 procent från den 1 oktober.",
        ("decision", None, "Utskottet beslöt", "att återremittera ärendena till personalnämnden för samråd med organisationerna.")],
     {"outcome": "referred_back"}),
    (193, None, "420/66", "Folkhögskolan i Ramnäs, ny flygel", [
        "Skolans styrelse har begärt ett tilläggsanslag om 45.000 kronor till en ny flygel och två orgelharmonier. Herr Varenius, som är "
        "ledamot av skolans styrelse, deltog på grund av jäv ej i behandlingen.",
        ("decision", None, "Utskottet beslöt", "att avslå framställningen.")], {"outcome": "rejected", "disqualified": ["Varenius"]}),
    (194, None, None, "Anmälningsärenden", [
        "Medicinalstyrelsens cirkulär nr 44 angående statsbidrag till skolläkarvård.", "Svenska landstingsförbundets kallelse till "
        "kongress i Örebro.", ("decision", None, "Utskottet beslöt", "att lägga skrivelserna till handlingarna.")], {"outcome": "noted"}),
]


def item(doc, number, last, reference, title, paragraphs, more):
    doc.end_item()
    doc.space(4)
    doc.need(28)
    label = f"§§ {number}-{last}" if last else f"§ {number}"
    lines = wrap(title, TEXT, RIGHT - BODY)
    margin = [label] + ([f"Dnr {reference}"] if reference else [])
    for n in range(max(len(lines), len(margin))):
        cells = [(LEFT, margin[n])] if n < len(margin) else []
        if n < len(lines):
            cells.append((BODY, lines[n]))
        doc.row(*cells)
        if n < len(lines):
            doc.sheet.line(BODY, doc.y + 1, BODY + TEXT.width(lines[n]), doc.y + 1, 0.3)
    doc.space(1.4)
    doc.begin_item(number, label, title, reference, number_last=last, **more)
    doc.tell(paragraphs, indent=BODY - LEFT, att=0, gap=1)


def signatures(doc):
    doc.end_item()
    doc.space(8)
    doc.need(66)
    doc.row((BODY, "Vid protokollet:"))
    doc.row((BODY, "." * 34), leading=12)
    doc.sheet.ink(scribble(BODY + 4, doc.y - 0.4, 1350, width=46, height=8), shade=40)
    doc.row((BODY, "Majken Ahlstrand"), leading=5)
    doc.sign("secretary", "Vid protokollet", "Majken Ahlstrand")
    doc.space(4)
    doc.row((LEFT, "Justerat den 21 juni 1966:"))
    people = [("chair", "Helge Sandin"), ("adjuster", "Maj Torell"), ("adjuster", "Sixten Varenius")]
    xs = (LEFT, 82.0, 138.0)
    doc.row(*[(x, "." * 20) for x in xs], leading=13)
    for n, (x, (role, name)) in enumerate(zip(xs, people)):
        doc.sheet.ink(scribble(x + 2, doc.y - 0.4, 1351 + n, width=38, height=7), shade=40)
        doc.sign(role, "Justerat", name)
    doc.row(*[(x, name) for x, (_, name) in zip(xs, people)], leading=5)
    doc.adjustments.append(dict(adjusters=["Torell", "Varenius"], date="1966-06-21"))
