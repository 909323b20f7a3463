"""A joint waste authority's direction in 2007: members under the name of each municipality, “DIR § 23” with the Ärendenr in brackets, “Direktionens beslut” first in the text, pale and stamped."""

from ..document import Document
from ..paper import Style, wrap
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A joint waste authority's direction in 2007, word processor: members under the name of each municipality with party and office, substitutes by “i st f”, officials and auditors with the clock, title in bold and below it " \
         "“DIR § 23” and “Ärendenr …”, underlined headings, a table of fees, a vote told in a sentence, jäv, an item withdrawn, att-clauses, signatures in a ruled box with dates, notice. " \
         "A hard scan: skewed, faint, noisy, stamped, an empty back side, grey at 200 dpi."
SCANNER = Scanner(dpi=200, skew=1.2, blur=0.7, noise=8.0, paper=230, ink=0.7, bleed=0.04, shadow=True, punched=True, quality=34)

TEXT = Style("dejavu", 9.3)
LEFT, RIGHT, BODY, SECOND = 30.0, 186.0, 76.0, 110.0

MEMBERS = [("Hede kommun", [("Anna-Karin Wreding", "s", "ordförande", "chair"), ("Olle Sandahl", "m", None, None)]),
           ("Storliden kommun", [("Rolf Brännlund", "c", "vice ordförande", "vice_chair"), ("Mona Hallberg", "s", None, None)]),
           ("Ytterfors kommun", [("Kent-Ove Lidman", "fp", None, None)])]


def build():
    doc = Document("avfallsforbund_2007", TEXT, LEFT, RIGHT, 36, 30, 4.9, head, foot)
    doc.meeting = dict(municipality="Mellanådalens Avfallsförbund", body="Direktionen", meeting_number="3/2007", date="2007-06-12", place="Återvinningscentralen Lövmon, konferensrum Granen", start_time="10:00", end_time="14:30",
                       adjournments=[{"start": "12:00", "end": "12:45"}], paragraphs={"first": 21, "last": 28})
    front(doc)
    doc.blank_sheet()
    doc.new_sheet()
    for entry in ITEMS:
        item(doc, *entry)
    doc.end_item()
    return doc.finish()


def head(sheet, number):
    sheet.row(15, (LEFT, "Mellanådalens Avfallsförbund", TEXT.bold.at(11)), (RIGHT, f"Sid {number} av 3", TEXT, "right"))
    sheet.row(20, (LEFT, "Direktionen", TEXT), (SECOND, "Protokoll nr 3/2007", TEXT))
    sheet.row(24.5, (SECOND, "2007-06-12", TEXT))
    sheet.line(LEFT, 28, RIGHT, 28, 0.3)
    if number == 1:
        sheet.stamp(66, 14, ["INKOM", "2007 -07- 0 3", "HEDE KOMMUN"], Style("sans-bold", 9), -6, shade=140)


def foot(sheet, number):
    sheet.row(280, (LEFT, "Signatur justerare", TEXT.at(7.5)))
    sheet.ink(initials(64, 282, 7800 + number), shade=70)
    sheet.ink(initials(80, 282, 7810 + number), shade=70)


def front(doc):
    doc.new_sheet()
    for label, value in [("Tid", "Tisdagen den 12 juni 2007 kl. 10.00–14.30, lunch kl. 12.00–12.45"), ("Plats", "Återvinningscentralen Lövmon, konferensrum Granen"), ("Paragrafer", "21–28")]:
        doc.row((LEFT, label, TEXT.bold), (56, value))
    doc.space(3)
    doc.row((LEFT, "Beslutande", TEXT.bold))
    for place, people in MEMBERS:
        doc.row((LEFT + 4, place, TEXT))
        doc.sheet.line(LEFT + 4, doc.y + 0.9, LEFT + 4 + TEXT.width(place), doc.y + 0.9, 0.2)
        for name, party, text, role in people:
            doc.row((LEFT + 8, f"{name} ({party})" + (f", {text}" if text else "")))
            doc.attend(name, "member", party=party.upper(), role=role, role_text=text, organization=place)
        if place == "Ytterfors kommun":
            doc.row((LEFT + 8, "Siv Degerlund (s) i st f Börje Norrman (s)"))
            doc.attend("Siv Degerlund", "serving_substitute", party="S", replaces="Börje Norrman", organization=place)
            doc.miss("Börje Norrman", party="S")
    doc.space(2)
    doc.row((LEFT, "Ersättare, ej tjänstgörande", TEXT.bold))
    doc.row((LEFT + 8, "Gull-Britt Mossing (kd), Hede kommun"))
    doc.row((LEFT + 8, "Lennart Åhs (v), Storliden kommun, kl. 10.00–13.20"))
    doc.attend("Gull-Britt Mossing", "substitute", party="KD", organization="Hede kommun")
    doc.attend("Lennart Åhs", "substitute", party="V", organization="Storliden kommun", times=[{"start": "10:00", "end": "13:20"}])
    doc.space(2)
    doc.row((LEFT, "Tjänstemän", TEXT.bold))
    for line in ["Förbundschef Hans-Erik Blomdahl", "Ekonom Jaana Rautio, § 22", "Driftchef Stellan Qvarnlöf, §§ 22–24", "Administratör Marie Ullberg, sekreterare"]:
        doc.row((LEFT + 8, line))
    doc.attend("Hans-Erik Blomdahl", "official", role_text="Förbundschef")
    doc.attend("Jaana Rautio", "official", role_text="Ekonom", paragraphs=[[22, 22]])
    doc.attend("Stellan Qvarnlöf", "official", role_text="Driftchef", paragraphs=[[22, 24]])
    doc.attend("Marie Ullberg", "official", role="secretary", role_text="Administratör")
    doc.space(2)
    doc.row((LEFT, "Inbjuden", TEXT.bold))
    doc.row((LEFT + 8, "Claes Torekull, Miljökonsulterna i Norr AB, § 24"))
    doc.attend("Claes Torekull", "other", organization="Miljökonsulterna i Norr AB", paragraphs=[[24, 24]])
    doc.space(3)
    doc.row((LEFT, "Justerare", TEXT.bold), (56, "Olle Sandahl (m)"))
    doc.row((LEFT, "Justering", TEXT.bold), (56, "Förbundets kansli den 20 juni 2007"))
    doc.adjustments.append(dict(adjusters=["Olle Sandahl"], place="Förbundets kansli", date="2007-06-20"))
    doc.space(4)
    top, rules = doc.y, []
    for n, (role, label, name) in enumerate([("secretary", "Sekreterare", "Marie Ullberg"), ("chair", "Ordförande", "Anna-Karin Wreding"), ("adjuster", "Justerare", "Olle Sandahl")]):
        rules.append(doc.y)
        doc.row((LEFT + 2, label, TEXT.at(8)), (104, name), leading=8.5)
        doc.sheet.ink(scribble(56, doc.y + 0.6, 7820 + n, width=38, height=5), shade=70)
        doc.y += 2.2
        doc.sign(role, label, name)
    for y in (*rules, doc.y):
        doc.sheet.line(LEFT, y, RIGHT, y, 0.25)
    for x in (LEFT, 54, 102, RIGHT):
        doc.sheet.line(x, top, x, doc.y, 0.25)
    doc.space(4)
    doc.row((LEFT, "ANSLAG", TEXT.bold))
    doc.row((LEFT, "Anslagsdag"), (56, "2007-06-21"), (SECOND, "Nedtagningsdag"), (150, "2007-07-13"))
    doc.row((LEFT, "Förvaring"), (56, "Förbundets kansli"))
    doc.notices.append(dict(posted="2007-06-21", removed="2007-07-13", kept_at="Förbundets kansli"))


def fees(doc):
    doc.space(0.6)
    doc.table_row((LEFT + 4, "Abonnemang", TEXT.bold), (118, "2007", TEXT.bold, "right"), (146, "2008", TEXT.bold, "right"))
    for what, old, new in [("Kärl 140 l, 26 hämtningar", "1 320 kr", "1 395 kr"), ("Kärl 370 l, 26 hämtningar", "2 640 kr", "2 790 kr"), ("Fritidshus, säck", "610 kr", "645 kr")]:
        doc.table_row((LEFT + 4, what), (118, old, TEXT, "right"), (146, new, TEXT, "right"))
    doc.space(1)


ITEMS = [
    (21, None, "Val av justerare samt dagordning", [("decision", "Direktionens beslut", "Olle Sandahl (m) utses att justera protokollet. Dagordningen godkänns.")], {"outcome": "approved"}),
    (22, "2007/014", "Tertialrapport 1, januari–april", [
        ("background", "Ärendet", "Ekonomen redovisar ett överskott om 310 000 kronor. Prognosen för helåret är ett nollresultat."),
        ("decision", "Direktionens beslut", "Rapporten läggs till handlingarna.")], {"outcome": "noted"}),
    (23, "2007/031", "Renhållningstaxa 2008", [
        ("background", "Ärendet", "På grund av höjd förbränningsskatt föreslås att taxan höjs från årsskiftet enligt följande:", fees),
        ("motions", "Yrkanden", "Mona Hallberg (s) yrkar bifall till förslaget.", "Kent-Ove Lidman (fp) yrkar att höjningen begränsas till 2 procent."),
        ("vote", "Omröstning", "Efter begärd omröstning avges 4 röster för Mona Hallbergs yrkande och 2 röster för Kent-Ove Lidmans yrkande."),
        ("decision", "Direktionens beslut", "Direktionen beslutar", "att anta taxan för egen del, samt", "att föreslå medlemskommunernas fullmäktige att fastställa den."),
        ("reservation", "Reservation", "Kent-Ove Lidman (fp) och Olle Sandahl (m) reserverar sig."),
        ("distribution", "Expediering", "Hede kommun, Storliden kommun, Ytterfors kommun")],
     {"outcome": "approved", "votes": [(4, 2, None, [])],
      "proposals": [(["Mona Hallberg"], "S", "Mona Hallberg (s) yrkar bifall till förslaget."),
                    (["Kent-Ove Lidman"], "FP", "Kent-Ove Lidman (fp) yrkar att höjningen begränsas till 2 procent.")],
      "reservations": [("Kent-Ove Lidman", "FP", None), ("Olle Sandahl", "M", None)],
      "distribution": ["Hede kommun", "Storliden kommun", "Ytterfors kommun"]}),
    (24, "2006/077", "Sluttäckning av deponin vid Lövmon", [
        ("background", "Ärendet", "Claes Torekull presenterar tre alternativ för sluttäckning. Kostnaden varierar mellan 11 och 16 miljoner kronor."),
        ("decision", "Direktionens beslut", "Ärendet återremitteras till förbundschefen för kompletterande kostnadskalkyl.")], {"outcome": "referred_back"}),
    (25, "2007/029", "Upphandling av slamtömning", [
        ("disqualification", "Jäv", "Rolf Brännlund (c) anmäler jäv och deltar inte i ärendet."),
        ("decision", "Direktionens beslut", "Anbudet från Ådalens Slamsug AB antas. Paragrafen justeras omedelbart."),
        ("distribution", "Expediering", "Anbudsgivarna")], {"outcome": "approved", "immediate_adjustment": True, "disqualified": ["Rolf Brännlund"], "distribution": ["Anbudsgivarna"]}),
    (26, "2007/036", "Öppettider vid återvinningscentralen i Ytterfors", [
        ("decision", "Direktionens beslut", "Ärendet utgår.")], {"outcome": "withdrawn"}),
    (27, "2007/033", "Ansökan om dispens från hämtning, Storliden 4:18", [
        ("background", "Ärendet", "Fastighetsägaren anför att huset inte används under vinterhalvåret."),
        ("decision", "Direktionens beslut", "Ansökan avslås."),
        ("distribution", "Expediering", "Sökanden")], {"outcome": "rejected", "distribution": ["Sökanden"]}),
    (28, None, "Förbundschefen informerar", ["Hans-Erik Blomdahl informerar om insamlingen av matavfall och om studiebesöket i Umeå den 6 september."], {}),
]


def item(doc, number, reference, title, paragraphs, more):
    doc.end_item()
    doc.space(4.4)
    doc.need(30)
    for line in wrap(title, TEXT.bold.at(10.5), RIGHT - LEFT):
        doc.row((LEFT, line, TEXT.bold.at(10.5)), leading=5.4)
    doc.row((LEFT, f"DIR § {number}"), *([(56, f"Ärendenr {reference}")] if reference else []))
    doc.begin_item(number, f"DIR § {number}", title, reference, **more)
    for entry in paragraphs:
        if not isinstance(entry, tuple):
            doc.tell([entry], gap=0.3)
            continue
        kind, label, *texts = entry
        draw = texts.pop() if callable(texts[-1]) else None
        doc.need(doc.leading * 3)
        doc.space(0.8)
        doc.heading(label, kind, style=TEXT)
        doc.sheet.line(LEFT, doc.y + 0.9, LEFT + TEXT.width(label), doc.y + 0.9, 0.2)
        for text in texts:
            point = text.startswith("att ")
            doc.para(text, indent=6 if point else 0, hang=10 if point else 0, gap=0.3)
        if draw:
            draw(doc)
