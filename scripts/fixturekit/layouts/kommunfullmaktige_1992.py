"""A municipal council of 1992: the numbers of three bodies stacked in the margin, parties in small letters, a fax-like scan."""

from ..document import Document
from ..paper import Style
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A municipal council in 1992: form filled in on a matrix printer, the item's numbers in earlier bodies stacked in the " \
         "left column, letter suffixes, two chairs, movements of members in prose. Scanned in black and white at 200 dpi."
SCANNER = Scanner(dpi=200, skew=-0.7, blur=0.6, noise=12.0, speckle=0.0012, black_and_white=True)

TEXT = Style("nimbusmono", 10.5)
FORM = Style("sans", 8)
LEFT, RIGHT, BODY = 22.0, 192.0, 56.0

MEMBERS = [
    ("Gunvor Stålbring", "s", "ordförande", "chair"), ("Bengt-Ove Rydén", "s", None, None), ("Inga-Lill Fhager", "s", None, None),
    ("Torgny Oxelgren", "s", None, None), ("Rauno Koskela", "v", None, None), ("Alf Planting", "m", "1:e vice ordförande", "vice_chair"),
    ("Ulla-Britt Gadd", "m", None, None), ("Sten de Mander", "m", None, None), ("Elof Tingberg", "c", None, None),
    ("Maj Dunér", "c", None, None), ("Kerstin Brodin", "fp", None, None), ("Ingvar Jernvall", "kds", None, None),
]
SERVING = [("Aina Flodkvist", "s", "Rolf Hemmendorff", "s"), ("Göte Svalander", "nyd", "Percy Lundbom", "nyd")]


def build():
    doc = Document("kommunfullmaktige_1992", TEXT, LEFT, RIGHT, 42, 36, 4.9, head, foot)
    doc.meeting = dict(municipality="Hjortahammars kommun", body="Kommunfullmäktige", date="1992-06-15",
                       place="Folkets park, A-salen", start_time="18:30", end_time="21:15",
                       adjournments=[{"start": "19:50", "end": "20:10"}], paragraphs={"first": 74, "last": 79})
    front(doc)
    doc.new_sheet()
    for entry in ITEMS:
        item(doc, *entry)
    doc.end_item()
    return doc.finish()


def head(sheet, number):
    sheet.row(15, (LEFT, "HJORTAHAMMARS KOMMUN", FORM.bold.at(10)), (110, "SAMMANTRÄDESPROTOKOLL", FORM.bold.at(10)))
    sheet.row(20, (LEFT, "Kommunfullmäktige", FORM.at(9)))
    sheet.box(108, 22, RIGHT, 33)
    sheet.line(160, 22, 160, 33)
    sheet.row(25.4, (110, "Sammanträdesdatum", FORM.at(7)), (162, "Sida", FORM.at(7)))
    sheet.row(31, (110, "1992-06-15", TEXT), (162, str(number + 11), TEXT))


def foot(sheet, number):
    sheet.box(LEFT, 266, RIGHT, 282)
    sheet.line(98, 266, 98, 282)
    sheet.row(269.5, (LEFT + 1.5, "Justerandes sign", FORM.at(7)), (99.5, "Utdragsbestyrkande", FORM.at(7)))
    sheet.ink(initials(LEFT + 14, 280, 300 + number), shade=30)
    sheet.ink(initials(LEFT + 44, 280, 330 + number), shade=30)


def field(doc, label, lines):
    for n, line in enumerate(lines):
        cells = [(LEFT, label, FORM)] if n == 0 else []
        doc.row(*cells, (BODY, line))
    doc.space(2.2)


def front(doc):
    doc.new_sheet()
    field(doc, "Plats och tid", ["Folkets park, A-salen, kl 18.30-21.15", "Ajournering kl 19.50-20.10"])
    field(doc, "Beslutande", [f"{name} ({party})" + (f", {text}" if text else "") for name, party, text, _ in MEMBERS])
    field(doc, "Tjg suppl", [f"{name} ({party}) för {other} ({theirs})" for name, party, other, theirs in SERVING])
    field(doc, "Ej tjg suppl", ["Hans Qvarfordt (m)", "Barbro Nauckhoff (c), ej 77"])
    field(doc, "Övriga deltagande", ["Lars-Eric Munthe, kommunchef", "Eivor Ahlnäs, sekreterare", "Jan Bäversten, ekonomichef, 75-77"])
    field(doc, "Utses att justera", ["Ulla-Britt Gadd och Torgny Oxelgren"])
    field(doc, "Justeringens plats", ["Kommunkansliet 1992-06-24 kl 16.00"])
    for name, party, text, role in MEMBERS:
        doc.attend(name, "member", party=party.upper(), role=role, role_text=text)
    for name, party, other, theirs in SERVING:
        doc.attend(name, "serving_substitute", party=party.upper(), replaces=other)
        doc.miss(other, party=theirs.upper())
    doc.attend("Hans Qvarfordt", "substitute", party="M")
    doc.attend("Barbro Nauckhoff", "substitute", party="C", paragraphs=[[74, 76], [78, 79]])
    doc.attend("Lars-Eric Munthe", "official", role_text="kommunchef")
    doc.attend("Eivor Ahlnäs", "official", role="secretary", role_text="sekreterare")
    doc.attend("Jan Bäversten", "official", role_text="ekonomichef", paragraphs=[[75, 77]])
    doc.adjustments.append(dict(adjusters=["Ulla-Britt Gadd", "Torgny Oxelgren"], place="Kommunkansliet", date="1992-06-24",
                                time="16:00"))
    doc.space(1)
    for n, (role, label, name, extra) in enumerate([("secretary", "Sekreterare", "Eivor Ahlnäs", "Paragrafer 74-79"),
                                             ("chair", "Ordförande", "Gunvor Stålbring", "74-76, 78-79"),
                                             ("chair", "Ordförande", "Alf Planting", "77")]):
        doc.row((LEFT, label, FORM), (BODY, "." * 38), (150, extra), leading=7.4)
        doc.sheet.ink(scribble(BODY + 4, doc.y - 0.4, 210 + n, width=44, height=6), shade=20)
        doc.row((BODY, name), leading=4.2)
        scope = {"74-76, 78-79": [[74, 76], [78, 79]], "77": [[77, 77]]}.get(extra)
        doc.sign(role, label, name, paragraphs=scope)
    for n, name in enumerate(("Ulla-Britt Gadd", "Torgny Oxelgren")):
        doc.row((LEFT, "Justerande", FORM), (BODY, "." * 38), leading=7.4)
        doc.sheet.ink(scribble(BODY + 4, doc.y - 0.4, 220 + n, width=44, height=6), shade=20)
        doc.row((BODY, name), leading=4.2)
        doc.sign("adjuster", "Justerande", name)
    notice(doc)


def notice(doc):
    doc.space(2)
    top = doc.y
    doc.row((107, "ANSLAG/BEVIS", FORM.bold.at(9), "center"))
    doc.row((LEFT + 2, "Justeringen har tillkännagivits genom anslag", FORM))
    doc.row((LEFT + 2, "Organ", FORM), (BODY + 4, "Kommunfullmäktige"))
    doc.row((LEFT + 2, "Anslaget uppsättes", FORM), (BODY + 4, "1992-06-25"), (116, "Anslaget nedtages", FORM), (152, "1992-07-17"))
    doc.row((LEFT + 2, "Protokollet finns hos", FORM), (BODY + 4, "Kommunkansliet"))
    doc.space(2)
    doc.sheet.box(LEFT, top, RIGHT, doc.y)
    doc.notices.append(dict(organ="Kommunfullmäktige", posted="1992-06-25", removed="1992-07-17", kept_at="Kommunkansliet"))


ITEMS = [
    (74, None, "Val av justerare", [], None,
     [("decision", None, "Kommunfullmäktige utser Ulla-Britt Gadd och Torgny Oxelgren att jämte ordföranden justera "
       "protokollet.")], {}),
    (75, None, "Taxa för sotning", [("Ks", 82), ("Au", 225)], "91.214-008",
     ["Räddningsnämnden har 1992-03-04, § 15, föreslagit att sotnings¬taxan räknas upp med 6,3 % från och med den 1 juli.",
      "Kommunstyrelsen tillstyrker.",
      ("decision", "Kommunfullmäktiges beslut", "Kommunfullmäktige antar förslaget till sotningstaxa."),
      ("distribution", "Exp", "Räddningsnämnden, skorstens¬fejarmästaren")],
     {"outcome": "approved", "distribution": ["Räddningsnämnden", "skorstensfejarmästaren"]}),
    (75, "a", "Tillägg till taxan för sotning av fritidshus", [("Ks", 82), ("Au", 226)], "91.214-008",
     ["Elof Tingberg (c) yrkar att fritidshus undantas från höjningen.",
      ("decision", "Kommunfullmäktiges beslut", "Tilläggsyrkandet avslås.")],
     {"outcome": "rejected", "proposals": [(["Elof Tingberg"], "C", "Elof Tingberg (c) yrkar att fritidshus undantas från "
                                            "höjningen.")]}),
    (76, None, "Försäljning av fastigheten Garvaren 6 och del av Garvaren 7 i Hjortahammar", [("Ks", 91), ("Au", 231)],
     "92.077-253",
     ["AB Svenska Skaftverken erbjuder sig att köpa fastig¬heterna för 2 150 000 kronor. Värderingen slutar på 2 000 000 kronor.",
      "Rauno Koskela (v) yrkar återremiss. Alf Planting (m) yrkar bifall till kommunstyrelsens förslag.",
      "Ordföranden ställer proposition på återremissyrkandet och finner att ärendet ska avgöras i dag. Votering begärs.",
      ("vote", None, "Vid upprop avges 11 ja-röster för att ärendet avgörs i dag och 3 nej-röster för återremiss."),
      ("decision", "Kommunfullmäktiges beslut", "Kommunfullmäktige godkänner försäljningen."),
      ("reservation", "Reservation", "Mot beslutet reserverar sig Rauno Koskela (v) och Göte Svalander (nyd)."),
      ("distribution", "Exp", "AB Svenska Skaftverken, fastighetskontoret")],
     {"outcome": "approved", "votes": [(11, 3, None, [])],
      "proposals": [(["Rauno Koskela"], "V", "Rauno Koskela (v) yrkar återremiss."),
                    (["Alf Planting"], "M", "Alf Planting (m) yrkar bifall till kommunstyrelsens förslag.")],
      "reservations": [("Rauno Koskela", "V", None), ("Göte Svalander", "NYD", None)],
      "distribution": ["AB Svenska Skaftverken", "fastighetskontoret"]}),
    (77, None, "Borgen för Hjortahammars Folkets park ekonomisk förening", [("Ks", 94), ("Au", 240)], "92.103-045",
     ["Gunvor Stålbring (s) och Inga-Lill Fhager (s) anmäler jäv och deltar inte i handläggningen. Alf Planting (m) "
      "tjänstgör som ordförande.",
      ("decision", "Kommunfullmäktiges beslut", "att teckna borgen såsom för egen skuld för ett lån på 350 000 kronor samt",
       "att avgiften för borgen bestäms till 0,5 % per år."),
      ("distribution", "Exp", "Folkets parkföreningen, ekonomikontoret")],
     {"disqualified": ["Gunvor Stålbring", "Inga-Lill Fhager"], "distribution": ["Folkets parkföreningen", "ekonomikontoret"]}),
    (78, None, "Interpellation om busslinje 14", [], "92.118-531",
     ["Kerstin Brodin (fp) har ställt en interpellation till kommunal¬rådet Bengt-Ove Rydén om indragningen av kvälls¬turerna "
      "på linje 14. Svaret har delats ut till leda¬möterna.",
      ("decision", "Kommunfullmäktiges beslut", "Interpellationen anses besvarad.")], {}),
    (79, None, "Delgivningar", [], None,
     ["Länsstyrelsens beslut 1992-05-20 om täktplan för Åvarps grusås.",
      ("decision", "Kommunfullmäktiges beslut", "Delgivningarna läggs till handlingarna.")], {"outcome": "noted"}),
]


def item(doc, number, suffix, title, earlier, reference, paragraphs, more):
    """The stack of numbers stands in the left column, its first beside the title and the rest beside the text."""
    doc.end_item()
    doc.need(30)
    label = f"Kf {number}" + (f" {suffix}" if suffix else "")
    stack = [f"{body} {count}" for body, count in earlier] + ([f"Dnr {reference}"] if reference else [])
    lines = []
    for word in title.split(" "):
        if lines and len(lines[-1]) + len(word) < 48:
            lines[-1] += " " + word
        else:
            lines.append(word)
    doc.row((LEFT, label), (BODY, lines[0], TEXT.bold))
    doc.sheet.line(BODY, doc.y + 1, BODY + TEXT.width(lines[0]), doc.y + 1)
    for k in range(max(len(lines) - 1, len(stack))):
        cells = [(LEFT, stack[k])] if k < len(stack) else []
        cells += [(BODY, lines[k + 1], TEXT.bold)] if k + 1 < len(lines) else []
        doc.row(*cells)
        if k + 1 < len(lines):
            doc.sheet.line(BODY, doc.y + 1, BODY + TEXT.width(lines[k + 1]), doc.y + 1)
    doc.space(1.5)
    doc.begin_item(number, label, title, reference, suffix=suffix,
                   earlier_numbers=[{"body": body, "number": count} for body, count in earlier], **more)
    doc.tell(paragraphs, indent=BODY - LEFT, gap=1.2, heading=TEXT)
    doc.end_item()
    doc.row((BODY, "_" * 12), leading=4)
    doc.space(3)
