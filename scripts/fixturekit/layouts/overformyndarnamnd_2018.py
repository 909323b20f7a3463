"""A joint guardianship committee of two municipalities in 2018: presence in a table of three columns without rules, “§ 27 – Title (ÖFN 2018/44)”, a thick rule at the left of each decision."""

from ..document import Document
from ..paper import Style, wrap
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A joint guardianship committee of two municipalities in 2018, printed and scanned: those present in three open columns (name and party, office, municipality), substitutes with “ersätter”, officials by function, contents, " \
         "“§ 27 – Title” with “(ÖFN 2018/44)” below it, the decision first beside a thick rule, proposals, order, a vote by count, jäv, a child perspective, an item adjusted at once, signatures in two columns over dotted lines, notice. " \
         "Scanned in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=-0.15, blur=0.5, noise=2.0, paper=252, quality=34)

TEXT = Style("lato", 10)
LEFT, RIGHT, BODY, OFFICE, PLACE = 27.0, 185.0, 60.0, 100.0, 148.0

CONTENTS = [(25, "Val av justerare", 2), (26, "Uppföljning av tillsynen första tertialet", 2), (27, "Arvoden till gode män för ensamkommande barn", 2), (28, "Begäran om byte av ställföreträdare", 3), (29, "Remiss: Ställföreträdarregister", 3),
            (30, "Utbildningslokal hösten 2018", 3), (31, "Rapporter", 3)]
PEOPLE = [("Ledamöter", "member", [("Maj-Lis Sundén", "S", "ordförande", "Torsåby kommun", {}), ("Joakim Lagerbielke", "M", "vice ordförande", "Hagsta kommun", {}), ("Nadja Stojković", "S", "", "Hagsta kommun", {}), ("Erik Wiberg-Ros", "C", "", "Torsåby kommun", {}),
                                   ("Gunilla Apelgren", "L", "", "Torsåby kommun", {})]),
          ("Tjänstgörande ersättare", "serving_substitute", [("Christer Dahlhammar", "SD", "ersätter Sonja Kvist (SD)", "Hagsta kommun", {"replaces": "Sonja Kvist"})]),
          ("Ersättare", "substitute", [("Elin Gyllensvärd", "V", "§§ 25–28", "Torsåby kommun", {"paragraphs": [[25, 28]]}), ("Mohammed Idris", "S", "", "Hagsta kommun", {})])]


def build():
    doc = Document("overformyndarnamnd_2018", TEXT, LEFT, RIGHT, 33, 28, 4.9, head, foot)
    doc.meeting = dict(municipality="Torsåby och Hagsta kommuner", body="Gemensamma överförmyndarnämnden", date="2018-05-17", place="Kommunhuset i Hagsta, rum 214", start_time="09:00", end_time="11:35", paragraphs={"first": 25, "last": 31})
    front(doc)
    doc.new_sheet()
    for entry in ITEMS:
        item(doc, *entry)
    doc.end_item()
    return doc.finish()


def head(sheet, number):
    sheet.row(14, (LEFT, "Torsåby och Hagsta kommuner", TEXT.at(9)), (RIGHT, f"{number} (3)", TEXT.at(9), "right"))
    sheet.row(18.6, (LEFT, "Gemensamma överförmyndarnämnden", TEXT.at(9)), (RIGHT, "2018-05-17", TEXT.at(9), "right"))
    sheet.line(LEFT, 21, RIGHT, 21, 0.6)


def foot(sheet, number):
    sheet.row(281, (LEFT, "Justerarnas signaturer", TEXT.at(7.5)))
    sheet.ink(initials(64, 283, 7900 + number), shade=50)
    sheet.ink(initials(80, 283, 7910 + number), shade=50)


def front(doc):
    doc.new_sheet()
    doc.row((LEFT, "Sammanträdesprotokoll", TEXT.bold.at(18)), leading=7)
    doc.space(3)
    for label, value in [("Sammanträde", "Torsdagen den 17 maj 2018, kl. 9.00–11.35"), ("Plats", "Kommunhuset i Hagsta, rum 214"), ("Paragrafer", "25–31")]:
        doc.row((LEFT, label, TEXT.bold), (BODY, value))
    for label, category, people in PEOPLE:
        doc.space(2)
        doc.row((LEFT, label, TEXT.bold))
        for name, party, note, place, more in people:
            doc.row((LEFT, f"{name} ({party})"), *([(OFFICE - 18, note)] if note else []), (PLACE, place))
            role = {"ordförande": "chair", "vice ordförande": "vice_chair"}.get(note)
            doc.attend(name, category, party=party, organization=place, role=role, role_text=note if role else None, **more)
    doc.miss("Sonja Kvist", party="SD")
    doc.space(2)
    doc.row((LEFT, "Tjänstepersoner", TEXT.bold))
    for name, text, place, more in [("Pernilla Boberg", "enhetschef", "Torsåby kommun", {}), ("Isa Lindkvist", "handläggare, §§ 27–28", "Torsåby kommun", {"paragraphs": [[27, 28]]}), ("Viktor Sahlén", "nämndsekreterare", "Hagsta kommun", {"role": "secretary"})]:
        doc.row((LEFT, name), (OFFICE - 18, text), (PLACE, place))
        doc.attend(name, "official", role_text=text.split(",")[0], organization=place, **more)
    doc.space(3)
    doc.row((LEFT, "Justerare", TEXT.bold), (BODY, "Gunilla Apelgren (L)"))
    doc.row((LEFT, "Justering", TEXT.bold), (BODY, "Överförmyndarkontoret i Torsåby, 2018-05-24"))
    doc.adjustments.append(dict(adjusters=["Gunilla Apelgren"], place="Överförmyndarkontoret i Torsåby", date="2018-05-24"))
    signers = [("secretary", "Sekreterare", "Viktor Sahlén"), ("chair", "Ordförande", "Maj-Lis Sundén"), ("adjuster", "Justerare", "Gunilla Apelgren")]
    for pair in (signers[:2], signers[2:]):
        doc.space(9)
        doc.row(*[(x, "." * 52) for x, _ in zip((LEFT, 110), pair)])
        for x, (role, label, name) in zip((LEFT, 110), pair):
            doc.sheet.ink(scribble(x + 4, doc.y - 0.5, 7920 + len(doc.signatures), width=48, height=6), shade=40)
            doc.sign(role, label, name)
        doc.row(*[(x, f"{label} {name}") for x, (_, label, name) in zip((LEFT, 110), pair)])
    doc.space(4)
    doc.row((LEFT, "Anslagsbevis", TEXT.bold.at(11.5)), leading=5.5)
    for label, value, second, then in [("Organ", "Gemensamma överförmyndarnämnden", None, None), ("Anslaget sätts upp", "2018-05-25", "Anslaget tas ned", "2018-06-18"), ("Förvaras hos", "Överförmyndarkontoret", None, None)]:
        doc.row((LEFT, label), (BODY + 4, value), *([(110, second), (144, then)] if second else []))
    doc.notices.append(dict(organ="Gemensamma överförmyndarnämnden", posted="2018-05-25", removed="2018-06-18", kept_at="Överförmyndarkontoret"))
    doc.space(4)
    doc.row((LEFT, "Innehåll", TEXT.bold.at(11.5)), leading=5.5)
    for number, title, page in CONTENTS:
        doc.row((LEFT, f"§ {number}"), (40, title), (150, str(page), TEXT, "right"))
        doc.contents.append((number, title, page))


ITEMS = [
    (25, None, "Val av justerare", ["Gunilla Apelgren (L) väljs till justerare."], [], {}),
    (26, "ÖFN 2018/12", "Uppföljning av tillsynen första tertialet", ["Nämnden godkänner uppföljningen."], [
        ("summary", "Sammanfattning", "Av 412 årsräkningar hade 188 granskats den 30 april. Det är 9 procent fler än vid samma tid 2017."),
        ("documents", "Underlag", "Tjänsteskrivelse 2018-05-03", "Statistik, bilaga 1")], {"outcome": "approved", "attachments": ["bilaga 1"]}),
    (27, "ÖFN 2018/44", "Arvoden till gode män för ensamkommande barn", ["1. Schablonarvodet sänks till 1 600 kronor per månad från den 1 juli 2018.", "2. Enhetschefen får i uppdrag att informera samtliga gode män."], [
        ("summary", "Sammanfattning", "Migrationsverkets ersättning till kommunerna har ändrats. Kontoret föreslår därför en sänkning. Isa Lindkvist redogör för ärendet."),
        ("other", "Barnperspektiv", "En sänkning kan göra det svårare att rekrytera gode män, men antalet barn minskar samtidigt."),
        ("motions", "Yrkanden", "Erik Wiberg-Ros (C) yrkar bifall till kontorets förslag.", "Nadja Stojković (S) yrkar att arvodet lämnas oförändrat till årsskiftet."),
        ("order", "Propositionsordning", "Ordföranden ställer yrkandena mot varandra. Omröstning begärs. Ja-röst för kontorets förslag, nej-röst för Nadja Stojkovićs yrkande."),
        ("vote", "Omröstning", "Det avges 4 ja-röster och 2 nej-röster."),
        ("reservation", "Reservation", "Nadja Stojković (S) och Maj-Lis Sundén (S) reserverar sig till förmån för Nadja Stojkovićs yrkande."),
        ("distribution", "Beslutet ska skickas till", "Enhetschefen, Ekonomienheten i Torsåby")],
     {"votes": [(4, 2, None, [])],
      "proposals": [(["Erik Wiberg-Ros"], "C", "Erik Wiberg-Ros (C) yrkar bifall till kontorets förslag."),
                    (["Nadja Stojković"], "S", "Nadja Stojković (S) yrkar att arvodet lämnas oförändrat till årsskiftet.")],
      "reservations": [("Nadja Stojković", "S", None), ("Maj-Lis Sundén", "S", None)], "distribution": ["Enhetschefen", "Ekonomienheten i Torsåby"]}),
    (28, "ÖFN 2018/51", "Begäran om byte av ställföreträdare", ["Nämnden avslår begäran. Paragrafen förklaras omedelbart justerad."], [
        ("summary", "Sammanfattning", "Huvudmannen har begärt byte av god man. Kontoret har inte funnit någon brist i den gode mannens arbete."),
        ("distribution", "Beslutet ska skickas till", "Sökanden")], {"outcome": "rejected", "immediate_adjustment": True, "distribution": ["Sökanden"]}),
    (29, "ÖFN 2018/38", "Remiss: Ställföreträdarregister", ["Ärendet återremitteras till kontoret för att belysa dataskyddet."], [
        ("summary", "Sammanfattning", "Justitiedepartementet har remitterat en promemoria om ett nationellt register. Svar ska lämnas senast den 14 september.")], {"outcome": "referred_back"}),
    (30, "ÖFN 2018/55", "Utbildningslokal hösten 2018", ["Nämnden antar anbudet från Hagsta Folkhögskola."], [
        ("disqualification", "Jäv", "Joakim Lagerbielke (M) deltar inte i beslutet på grund av jäv."),
        ("summary", "Sammanfattning", "Tre anbud har kommit in. Priset är avgörande enligt inbjudan.")], {"outcome": "approved", "disqualified": ["Joakim Lagerbielke"]}),
    (31, None, "Rapporter", ["Nämnden noterar rapporterna."], ["Enhetschefen rapporterar om rekryteringen och om länsstyrelsens inspektion i mars."], {"outcome": "noted"}),
]


def item(doc, number, reference, title, decision, paragraphs, more):
    doc.end_item()
    doc.space(5.5)
    doc.need(36)
    for line in wrap(f"§ {number} – {title}", TEXT.bold.at(12.5), RIGHT - LEFT):
        doc.row((LEFT, line, TEXT.bold.at(12.5)), leading=5.8)
    if reference:
        doc.row((LEFT, f"({reference})", TEXT.at(9)), leading=4.6)
    doc.begin_item(number, f"§ {number}", title, reference, **more)
    doc.space(1.6)
    top = doc.y
    doc.tell([("decision", "Överförmyndarnämndens beslut", *decision)], indent=4, gap=0.3, above=0, heading=TEXT.bold)
    doc.space(0.8)
    doc.sheet.line(LEFT + 0.8, top + 0.8, LEFT + 0.8, doc.y, 1.0)
    doc.space(0.6)
    doc.tell(paragraphs, gap=0.3, heading=TEXT.bold, above=0.9)
