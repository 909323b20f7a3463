"""A care committee of 2017: a form with the labels above the values, scopes of all kinds, two notices."""

from itertools import zip_longest

from ..document import Document
from ..paper import Style
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A care committee in 2017: boxed form, labels above the values in two columns, “ej 33”, “§§ 30-32”, clock times, an item " \
         "adjusted at once with its own notice, number, title and Dnr on one line, jäv. Scanned in grey at 200 dpi."
SCANNER = Scanner(dpi=200, skew=-1.1, blur=0.5, noise=4.0, paper=244, shadow=True, quality=40)

TEXT = Style("roboto", 10)
LABEL = TEXT.at(7.5)
LEFT, RIGHT, MIDDLE = 20.0, 192.0, 106.0


def build():
    doc = Document("vardnamnd", TEXT, LEFT, RIGHT, 34, 30, 4.8, head, foot)
    doc.meeting = dict(municipality="Grimsö kommun", body="Vård- och omsorgsnämnden", date="2017-09-26",
                       place="Sammanträdesrum Ekeby, Torggatan 4", start_time="08:15", end_time="12:05",
                       paragraphs={"first": 30, "last": 36})
    front(doc)
    doc.new_sheet()
    for entry in ITEMS:
        item(doc, *entry)
    return doc.finish()


def head(sheet, number):
    sheet.row(15, (LEFT, "GRIMSÖ KOMMUN", TEXT.bold.at(12)), (RIGHT, f"{number}(3)", TEXT, "right"))
    sheet.row(21, (LEFT, "Vård- och omsorgsnämnden", TEXT.bold), (MIDDLE, "PROTOKOLL 2017-09-26", TEXT))


def foot(sheet, number):
    sheet.row(280, (LEFT, "Signatur", LABEL), (MIDDLE, "Utdragsbestyrkande", LABEL))
    for n in range(3):
        sheet.line(LEFT + 14 + 20 * n, 283, LEFT + 30 + 20 * n, 283, 0.2)
        sheet.ink(initials(LEFT + 16 + 20 * n, 282, 600 + 7 * number + n), shade=80)


def cell(doc, columns):
    """Boxes side by side, each with a label in small type above its lines."""
    top, lowest = doc.y, doc.y
    if max(len(lines) for *_, lines in columns) <= 2:  # read across; lists of names are read one after the other
        doc.row(*[(x + 1.5, label, LABEL) for x, _, label, _ in columns], leading=4)
        for pieces in zip_longest(*[lines for *_, lines in columns]):
            doc.row(*[(x + 1.5, piece) for (x, *_), piece in zip(columns, pieces) if piece], leading=4.5)
        lowest, columns_left = doc.y, []
    else:
        columns_left = columns
    for x, _, label, lines in columns_left:
        doc.y = top
        doc.row((x + 1.5, label, LABEL), leading=4)
        for line in lines:
            doc.row((x + 1.5, line), leading=4.5)
        lowest = max(lowest, doc.y)
    doc.y = lowest + 1.8
    for x, right, *_ in columns:
        doc.sheet.box(x, top, right, doc.y, 0.2)


def front(doc):
    doc.new_sheet()
    cell(doc, [(LEFT, MIDDLE, "Plats", ["Sammanträdesrum Ekeby, Torggatan 4"]), (MIDDLE, RIGHT, "Tid", ["08.15–12.05"])])
    members = [("Rosalie Ångman", "S", "ordförande", "chair", None), ("Krister Lidfors", "L", "vice ordförande", "vice_chair", None),
               ("Amir Tahirović", "S", None, None, [[30, 32], [34, 36]]), ("Solweig Bruhn", "C", None, None, None),
               ("Jan-Olov Hallencreutz", "M", None, None, [[30, 32]]), ("Vendela Öijer", "V", None, None, None)]
    cell(doc, [(LEFT, MIDDLE, "Beslutande", ["Rosalie Ångman (S), ordförande", "Krister Lidfors (L), vice ordförande",
                                             "Amir Tahirović (S), ej 33", "Solweig Bruhn (C)",
                                             "Jan-Olov Hallencreutz (M), §§ 30-32", "Vendela Öijer (V)"]),
               (MIDDLE, RIGHT, "Tjänstgörande ersättare", ["Bert Sundelöf (SD) ersätter Jim Falk (SD)",
                                                            "Maja Ryberg(S) ersätter Amir Tahirović (S), § 33",
                                                            "Filippa Dahn (KD) ersätter Jan-Olov", "Hallencreutz (M), §§ 33-36"])])
    for name, party, text, role, paragraphs in members:
        doc.attend(name, "member", party=party, role=role, role_text=text, paragraphs=paragraphs)
    doc.attend("Bert Sundelöf", "serving_substitute", party="SD", replaces="Jim Falk")
    doc.attend("Maja Ryberg", "serving_substitute", party="S", replaces="Amir Tahirović", paragraphs=[[33, 33]])
    doc.attend("Filippa Dahn", "serving_substitute", party="KD", replaces="Jan-Olov Hallencreutz", paragraphs=[[33, 36]])
    doc.miss("Jim Falk", party="SD")
    cell(doc, [(LEFT, MIDDLE, "Ej tjänstgörande ersättare", ["Åsa-Maria Wrangsell (S)", "Gordana Ilić (V), kl 8.15-10.30"]),
               (MIDDLE, RIGHT, "Övriga deltagande", ["Ulf Jägerskog, förvaltningschef", "Marita Skoglöv, nämndsekreterare",
                                                     "Dr Henrik Thamm, medicinskt ansvarig, § 35", "Birgit Lampa, Kommunal, 30-32"])])
    doc.attend("Åsa-Maria Wrangsell", "substitute", party="S")
    doc.attend("Gordana Ilić", "substitute", party="V", times=[{"start": "08:15", "end": "10:30"}])
    doc.attend("Ulf Jägerskog", "official", role_text="förvaltningschef")
    doc.attend("Marita Skoglöv", "official", role="secretary", role_text="nämndsekreterare")
    doc.attend("Henrik Thamm", "official", role_text="medicinskt ansvarig", paragraphs=[[35, 35]])
    doc.attend("Birgit Lampa", "other", organization="Kommunal", paragraphs=[[30, 32]])
    cell(doc, [(LEFT, MIDDLE, "Utses att justera", ["Solweig Bruhn"]),
               (MIDDLE, RIGHT, "Justeringens plats och tid", ["Vård- och omsorgskontoret 2017-10-03", "§ 31 justeras omedelbart, 2017-09-26"])])
    doc.adjustments.append(dict(adjusters=["Solweig Bruhn"], place="Vård- och omsorgskontoret", date="2017-10-03"))
    doc.adjustments.append(dict(date="2017-09-26", paragraphs=[[31, 31]]))
    top = doc.y
    doc.row((LEFT + 1.5, "Underskrifter", LABEL), (150, "Paragrafer", LABEL), leading=4)
    for n, (role, label, name) in enumerate([("secretary", "Sekreterare", "Marita Skoglöv"), ("chair", "Ordförande", "Rosalie Ångman"),
                                             ("adjuster", "Justerare", "Solweig Bruhn")]):
        doc.row((LEFT + 1.5, label), (50, "." * 62), *([(150, "30-36")] if n == 0 else []), leading=8.6)
        doc.sheet.ink(scribble(58, doc.y - 0.3, 610 + n, width=46, height=7), shade=50)
        doc.row((50, name), leading=4.4)
        doc.sign(role, label, name)
    doc.y += 2
    doc.sheet.box(LEFT, top, RIGHT, doc.y, 0.2)
    doc.space(3)
    notice(doc, "§§ 30, 32-36", "2017-10-04", "2017-10-26", [[30, 30], [32, 36]], 620)
    notice(doc, "§ 31", "2017-09-26", "2017-10-18", [[31, 31]], 621)


def notice(doc, scope, up, down, paragraphs, seed):
    doc.need(38)
    top = doc.y
    doc.row((MIDDLE, "BEVIS", TEXT.bold, "center"), leading=4.8)
    doc.row((LEFT + 1.5, "Justeringen har tillkännagivits på kommunens anslagstavla.", TEXT.at(8.5)), (150, scope, TEXT), leading=4.4)
    for left, right in [(("Nämnd", "Vård- och omsorgsnämnden"), ("Sammanträdesdatum", "2017-09-26")),
                        (("Anslaget sätts upp", up), ("Anslaget tas ned", down)),
                        (("Protokollets förvaringsplats", "Vård- och omsorgskontoret"), ("Underskrift", ""))]:
        doc.row((LEFT + 1.5, left[0], LABEL), (MIDDLE + 1.5, right[0], LABEL), leading=4)
        doc.row((LEFT + 1.5, left[1]), *([(MIDDLE + 1.5, right[1])] if right[1] else []), leading=4.3)
    doc.sheet.ink(scribble(MIDDLE + 24, doc.y + 0.4, seed, width=36, height=6), shade=50)
    doc.y += 1.8
    doc.sheet.box(LEFT, top, RIGHT, doc.y, 0.2)
    doc.notices.append(dict(organ="Vård- och omsorgsnämnden", posted=up, removed=down, kept_at="Vård- och omsorgskontoret",
                            paragraphs=paragraphs))
    doc.space(3)


ITEMS = [
    (30, "Fastställande av dagordning", None, ["Punkten om lokaler i Ekeby utgår.",
     ("decision", "Beslut", "Nämnden fastställer dagordningen med denna ändring.")], {"outcome": "approved"}),
    (31, "Avtal om korttidsplatser", "27/17",
     [("decision", "Beslut", "Nämnden beslutar att godkänna avtalet med Grannö vårdbolag.", "Paragrafen justeras omedelbart."),
      ("background", "Bakgrund", "Avtalet gäller åtta platser från och med den 1 oktober 2017 och kan sägas upp med tre månaders varsel. "
       "Priset per dygn är 1 980 kronor."),
      ("distribution", "Delges", "Grannö vårdbolag")],
     {"outcome": "approved", "immediate_adjustment": True, "distribution": ["Grannö vårdbolag"]}),
    (32, "Månadsuppföljning augusti", "4/17",
     [("decision", "Beslut", "Nämnden noterar informationen."),
      ("background", "Bakgrund", "Prognosen för helåret är ett underskott på 2,1 mkr. Hemtjänsten har 380 timmar fler än budgeterat "
       "varje vecka, vilket beror på fler brukare med stora behov."),
      ("statement", "Protokollsanteckning", "Jan-Olov Hallencreutz (M) lämnar följande anteckning: Moderaterna förutsätter att "
       "en åtgärdsplan redovisas i oktober.")],
     {"outcome": "noted"}),
    (33, "Val av entreprenör för städning", "31/16",
     [("decision", "Beslut", "Nämnden antar anbudet från Ren & Blank i Grimsö AB."),
      ("disqualification", "Jäv", "Amir Tahirović (S) anmäler jäv och deltar inte i handläggning och beslut."),
      ("background", "Bakgrund", "Fem anbud har kommit in. Utvärderingen redovisas i bilaga."),
      ("motions", "Yrkanden", "Bert Sundelöf (SD) yrkar att upphandlingen görs om. Rosalie Ångman (S) yrkar bifall till "
       "förvaltningens förslag."),
      ("vote", "Votering", "Votering begärs. Ja för förvaltningens förslag, nej för Sundelöfs yrkande.", "Resultat: 5 ja, 2 nej."),
      ("attachments", "Bilagor", "Utvärdering, bilaga § 33"),
      ("distribution", "Delges", "Anbudsgivarna, upphandlaren")],
     {"outcome": "approved", "disqualified": ["Amir Tahirović"], "votes": [(5, 2, None, [])],
      "proposals": [(["Bert Sundelöf"], "SD", "Bert Sundelöf (SD) yrkar att upphandlingen görs om."),
                    (["Rosalie Ångman"], "S", "Rosalie Ångman (S) yrkar bifall till förvaltningens förslag.")],
      "attachments": ["Utvärdering, bilaga § 33"], "distribution": ["Anbudsgivarna", "upphandlaren"]}),
    (34, "Riktlinje för anhörigstöd", "44/17",
     [("decision", "Beslut", "Ärendet återremitteras för komplettering med barnperspektivet."),
      ("background", "Bakgrund", "Förslaget ersätter riktlinjen från 2009 (se KF § 88, 2009-06-15). Pensionärs¬rådet har yttrat sig.")],
     {"outcome": "referred_back"}),
    (35, "Patientsäkerhetsberättelse, avvikelser och lex Maria-ärenden under första halvåret 2017", "52/17",
     [("decision", "Beslut", "Nämnden tackar för informationen och lägger den till handlingarna."),
      ("background", "Bakgrund", "Henrik Thamm redovisar 212 avvikelser, varav 140 fallolyckor.")],
     {"outcome": "noted"}),
    (36, "Sekretessärende", None, ["Redovisas i särskilt protokoll. XXXX XXXX, bifall."], {}),
]


def item(doc, number, title, reference, paragraphs, more):
    """The body's letters and the number, the title and the Dnr stand on one line; a long title goes on below."""
    doc.end_item()
    doc.need(32)
    bold, words, lines = TEXT.bold.at(11), title.split(" "), [""]
    for word in words:
        if lines[-1] and bold.width(f"{lines[-1]} {word}") > 108:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    cells = [(RIGHT, f"Dnr {reference}", TEXT, "right")] if reference else []
    doc.row((LEFT, f"VON {number}", bold), (44, lines[0], bold), *cells, leading=6)
    for line in lines[1:]:
        doc.row((44, line, bold), leading=5.2)
    doc.space(1)
    doc.begin_item(number, f"VON {number}", title, reference, **more)
    doc.tell(paragraphs, indent=44 - LEFT, gap=0.8, heading=TEXT.bold)
    doc.end_item()
    doc.space(5)
