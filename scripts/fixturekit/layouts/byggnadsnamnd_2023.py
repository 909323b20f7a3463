"""A municipal building and environment committee in 2023, born digital: facts as labels and values over hairlines, names signed electronically with days, contents, “BMN § 58 | Title” with “Ärendenummer” below, ballots in an open table with the vote in words."""

from ..document import Document
from ..paper import Style, wrap

SOURCE = "A municipal building and environment committee in 2023, born digital with a text layer: facts as labels and values between hairlines, those present one a line with “på distans”, “ej § 61” and the clock, substitutes by “istället för”, electronic signatures with days, notice and " \
         "contents on the front page, “BMN § 58 | Title” and “Ärendenummer 2023-000412” below, “Beslut” with numbered clauses first, “Skäl för beslutet”, an open table of ballots with the vote in words, a reservation with its grounds, jäv, an item adjusted at once."
SCANNER = "printer"

TEXT = Style("carlito", 11)
LEFT, RIGHT, BODY, SECOND = 27.0, 185.0, 76.0, 108.0

MEMBERS = [("Annelie Dagerklint", "C", "ordförande", "chair", ""), ("Per-Gunnar Ewerlöf", "S", "1:e vice ordförande", "vice_chair", ""), ("Rasmus Hagberth", "M", "2:e vice ordförande", "second_vice_chair", ""), ("Samira Khalil", "S", None, None, ""),
           ("Lars Nordvall", "C", None, None, ", ej § 61"), ("Monika Pajala", "SD", None, None, ", på distans"), ("Jörgen Ståhle", "KD", None, None, "")]
VOTES = [("Annelie Dagerklint", "C", "yes"), ("Per-Gunnar Ewerlöf", "S", "yes"), ("Rasmus Hagberth", "M", "no"), ("Samira Khalil", "S", "yes"), ("Lars Nordvall", "C", "yes"), ("Monika Pajala", "SD", "no"), ("Jörgen Ståhle", "KD", "abstain"),
         ("Ellen Bohlander", "V", "yes")]
PAGES = {55: 2, 56: 2, 57: 2, 58: 2, 59: 3, 60: 3, 61: 3, 62: 4}


def build():
    doc = Document("byggnadsnamnd_2023", TEXT, LEFT, RIGHT, 34, 28, 5.1, head, foot)
    doc.meeting = dict(municipality="Häradsvikens kommun", body="Bygg- och miljönämnden", date="2023-08-24", place="Kommunhuset, sammanträdesrum Fyren", start_time="13:15", end_time="16:05", adjournments=[{"start": "14:30", "end": "14:45"}],
                       paragraphs={"first": 55, "last": 62})
    front(doc)
    doc.new_sheet()
    for entry in ITEMS:
        item(doc, *entry)
    doc.end_item()
    return doc.finish()


def head(sheet, number):
    sheet.row(15, (LEFT, "Häradsvikens kommun", TEXT.bold), (SECOND, "Protokoll", TEXT), (RIGHT, f"Sida {number}/4", TEXT, "right"))
    sheet.row(20, (LEFT, "Bygg- och miljönämnden", TEXT), (SECOND, "Sammanträde 2023-08-24", TEXT))


def foot(sheet, number):
    sheet.row(284, (LEFT, "Protokollet är elektroniskt justerat", TEXT.at(8.5)))


def front(doc):
    doc.new_sheet()

    def field(label, *lines):
        doc.sheet.line(LEFT, doc.y + 1, RIGHT, doc.y + 1, 0.15)
        doc.space(1.2)
        for n, line in enumerate(lines):
            doc.row(*([(LEFT, label, TEXT.bold)] if n == 0 else []), (BODY, line))
        doc.space(0.8)

    field("Tid", "Torsdagen den 24 augusti 2023 kl. 13:15–16:05, paus kl. 14:30–14:45")
    field("Plats", "Kommunhuset, sammanträdesrum Fyren")
    field("Beslutande ledamöter", *[f"{name} ({party})" + (f", {office}" if office else "") + extra for name, party, office, _, extra in MEMBERS])
    field("Tjänstgörande ersättare", "Ellen Bohlander (V) istället för Ferdinand Ask (V)", "Tuva Ringdahl (C) istället för Lars Nordvall (C) § 61")
    field("Ersättare", "Göran Vretman (M), på distans", "Abdi Warsame (S), kl. 13:15–15:00")
    field("Tjänstepersoner", "Karin Zetterholm, samhällsbyggnadschef", "Mats Uhlin, bygglovshandläggare, §§ 58–60", "Emma Fryklöf, miljöinspektör, § 61, på distans", "Daniel Corneliusson, nämndsekreterare")
    field("Justerare", "Samira Khalil (S)")
    field("Underskrifter", "Sekreterare Daniel Corneliusson, 2023-08-29", "Ordförande Annelie Dagerklint, 2023-08-29", "Justerare Samira Khalil, 2023-08-30")
    for name, party, office, role, extra in MEMBERS:
        doc.attend(name, "member", party=party, role=role, role_text=office, remote=True if "distans" in extra else None, paragraphs=[[55, 60], [62, 62]] if "61" in extra else None)
    doc.attend("Ellen Bohlander", "serving_substitute", party="V", replaces="Ferdinand Ask")
    doc.attend("Tuva Ringdahl", "serving_substitute", party="C", replaces="Lars Nordvall", paragraphs=[[61, 61]])
    doc.attend("Göran Vretman", "substitute", party="M", remote=True)
    doc.attend("Abdi Warsame", "substitute", party="S", times=[{"start": "13:15", "end": "15:00"}])
    doc.attend("Karin Zetterholm", "official", role_text="samhällsbyggnadschef")
    doc.attend("Mats Uhlin", "official", role_text="bygglovshandläggare", paragraphs=[[58, 60]])
    doc.attend("Emma Fryklöf", "official", role_text="miljöinspektör", paragraphs=[[61, 61]], remote=True)
    doc.attend("Daniel Corneliusson", "official", role="secretary", role_text="nämndsekreterare")
    doc.miss("Ferdinand Ask", party="V")
    for role, label, name in [("secretary", "Sekreterare", "Daniel Corneliusson"), ("chair", "Ordförande", "Annelie Dagerklint"), ("adjuster", "Justerare", "Samira Khalil")]:
        doc.sign(role, label, name, signed=None)
    doc.adjustments.append(dict(adjusters=["Samira Khalil"], date="2023-08-30"))
    field("Digitalt anslag", "Publiceras 2023-08-31, avpubliceras 2023-09-22", "Protokollet förvaras hos samhällsbyggnadsförvaltningen")
    doc.notices.append(dict(posted="2023-08-31", removed="2023-09-22", kept_at="samhällsbyggnadsförvaltningen"))
    field("Paragrafer", "55–62")
    doc.space(3)
    doc.row((LEFT, "Innehåll", TEXT.bold.at(12)), leading=6)
    for number, _, title, *_ in ITEMS:
        doc.row((LEFT, f"§ {number}"), (LEFT + 14, title), (RIGHT, str(PAGES[number]), TEXT, "right"))
        doc.contents.append((number, title, PAGES[number]))


def ballots(doc):
    columns = (LEFT, 90.0, 112.0)
    doc.need(len(VOTES) * 5 + 10)
    doc.space(1)
    doc.table_row(*[(x, t, TEXT.bold) for x, t in zip(columns, ("Namn", "Parti", "Röst"))])
    doc.sheet.line(LEFT, doc.y + 1.2, 132, doc.y + 1.2, 0.25)
    for name, party, vote in VOTES:
        doc.table_row((columns[0], name), (columns[1], party), (columns[2], {"yes": "Ja", "no": "Nej", "abstain": "Avstår"}[vote]))
    doc.space(1.5)


ITEMS = [
    (55, None, "Fastställande av ärendelista", [("decision", "Beslut", "Bygg- och miljönämnden fastställer ärendelistan.")], {}),
    (56, None, "Val av justerare", [("decision", "Beslut", "Bygg- och miljönämnden utser Samira Khalil (S) att justera protokollet.")], {}),
    (57, "2023-000006", "Ekonomisk uppföljning juli", [
        ("decision", "Beslut", "Bygg- och miljönämnden godkänner uppföljningen."),
        ("summary", "Sammanfattning", "Intäkterna från bygglov är 1,2 miljoner kronor lägre än budgeterat för perioden. Förvaltningen håller två tjänster vakanta."),
        ("documents", "Underlag", "Tjänsteskrivelse 2023-08-14")], {"outcome": "approved"}),
    (58, "2023-000412", "Bygglov för flerbostadshus, Sälgen 3", [
        ("decision", "Beslut", "1. Bygglov beviljas.", "2. Kontrollansvarig är Stellan Bergendorff.", "3. Avgiften fastställs till 186 400 kronor."),
        ("summary", "Sammanfattning", "Ansökan avser 24 lägenheter i fyra våningar. Nio grannar har hörts och två har lämnat synpunkter på skuggning."),
        ("motions", "Yrkanden", "Per-Gunnar Ewerlöf (S) yrkar bifall till förvaltningens förslag.", "Rasmus Hagberth (M) yrkar att ansökan avslås."),
        ("order", "Beslutsgång", "Ordföranden ställer proposition på yrkandena och finner att nämnden beslutar enligt förvaltningens förslag. Omröstning begärs. Ja-röst för bifall till förvaltningens förslag, nej-röst för avslag på ansökan."),
        ("vote", "Omröstning", ballots, "Med 5 ja-röster, 2 nej-röster och 1 som avstår beslutar nämnden enligt förvaltningens förslag."),
        ("reservation", "Reservation", "Rasmus Hagberth (M) reserverar sig mot beslutet med motiveringen att huset är för högt i förhållande till omgivningen."),
        ("distribution", "Beslutet delges", "Sökanden, Ägarna till Sälgen 2 och 4")],
     {"outcome": "approved", "votes": [(5, 2, 1, VOTES)],
      "proposals": [(["Per-Gunnar Ewerlöf"], "S", "Per-Gunnar Ewerlöf (S) yrkar bifall till förvaltningens förslag."), (["Rasmus Hagberth"], "M", "Rasmus Hagberth (M) yrkar att ansökan avslås.")],
      "reservations": [("Rasmus Hagberth", "M", None)], "distribution": ["Sökanden", "Ägarna till Sälgen 2 och 4"]}),
    (59, "2023-000377", "Förhandsbesked för enbostadshus, Lönnbacka 1:19", [
        ("decision", "Beslut", "Ansökan avslås."),
        ("background", "Skäl för beslutet", "Platsen ligger inom strandskyddat område. Något särskilt skäl för dispens har inte visats."),
        ("distribution", "Beslutet delges", "Sökanden")], {"outcome": "rejected", "distribution": ["Sökanden"]}),
    (60, "2022-000891", "Olovlig ombyggnad av sjöbod, Hamnen 7", [
        ("decision", "Beslut", "Ärendet återremitteras till förvaltningen för samråd med länsstyrelsen."),
        ("statement", "Särskilt yttrande", "Monika Pajala (SD) anser att ägaren redan har fått skälig tid.")], {"outcome": "referred_back"}),
    (61, "2023-000405", "Föreläggande om avloppsanläggning, Tomta 2:4", [
        ("decision", "Beslut", "Bygg- och miljönämnden förelägger fastighetsägaren att senast den 1 november 2023 åtgärda anläggningen. Paragrafen förklaras omedelbart justerad."),
        ("disqualification", "Jäv", "Lars Nordvall (C) anmäler jäv och deltar inte i beslutet."),
        ("distribution", "Beslutet delges", "Fastighetsägaren")], {"immediate_adjustment": True, "disqualified": ["Lars Nordvall"], "distribution": ["Fastighetsägaren"]}),
    (62, "2023-000004", "Redovisning av delegationsbeslut", [
        ("decision", "Beslut", "Bygg- och miljönämnden lägger redovisningen till handlingarna."),
        ("documents", "Underlag", "Lista över delegationsbeslut juni–juli 2023")], {"outcome": "noted"}),
]


def item(doc, number, reference, title, paragraphs, more):
    doc.end_item()
    doc.space(5.5)
    doc.need(32)
    big = TEXT.bold.at(13)
    lead = f"BMN § {number} |"
    at = LEFT + big.width(lead + " ")
    lines = wrap(title, big, RIGHT - at)
    for n, line in enumerate(lines):
        doc.row(*([(LEFT, lead, big)] if n == 0 else []), (at, line, big), leading=6)
    if reference:
        doc.row((LEFT, f"Ärendenummer {reference}"))
    doc.begin_item(number, f"BMN § {number}", title, reference, **more)
    doc.space(0.5)
    for kind, label, *texts in paragraphs:
        if any(map(callable, texts)):
            doc.need(len(VOTES) * 5 + 30)
        doc.heading(label, kind, above=1.4)
        for text in texts:
            if callable(text):
                text(doc)
                continue
            point = text[0].isdigit()
            doc.para(text, hang=5 if point else 0, gap=0.4)
