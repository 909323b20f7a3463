"""A municipal council in 2009, a hard scan: numbered contents on the front page, names in two columns, “Kf § 88. Title (KS 2009/123)” in one bold line, a ruled list of ballots."""

from ..document import Document
from ..paper import Style
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A municipal council in 2009, word processor: the contents on the front page, members in two columns read down with who serves for them, “Kf § 88. Title (KS 2009/123)” in one bold line over a rule, italic headings, a motion rejected after a vote with ballots in a " \
         "ruled list “Ledamot | Parti | Ja | Nej | Avstår”, a reservation with names, an interpellation, jäv, an item adjusted at once, two adjusters, two notices. A hard scan: skewed, faint, noisy, stamped, grey at 200 dpi."
SCANNER = Scanner(dpi=200, skew=-0.8, blur=0.65, noise=7.0, paper=234, ink=0.75, bleed=0.03, shadow=True, punched=True, quality=36)

TEXT = Style("caladea", 10.5)
LEFT, RIGHT, BODY, SECOND = 28.0, 186.0, 68.0, 110.0

MEMBERS = [("Rune Asplövs", "S", "ordförande", "chair"), ("Catarina Bjällerstedt", "M", "1:e vice ordförande", "vice_chair"), ("Ove Drakenfors", "V", "2:e vice ordförande", "second_vice_chair"), ("Merja Eskelinen", "S", None, None),
           ("Tobias Fridhammar", "S", None, None), ("Gun Hjelte", "S", None, None), ("Azra Imamović", "S", None, None), ("Staffan Järnefelt", "M", None, None), ("Lisbeth Kempe-Boström", "M", None, None), ("Anton Landelius", "FP", None, None),
           ("Roger Mannberg", "C", None, None), ("Evy Nordenhem", "KD", None, None), ("Pelle Oxgren", "SD", None, None)]
SUBS = [("Lena Pilbäck", "S", "Urban Qvist", "S"), ("Thore Rimmerfors", "C", "Hanna Selin", "C")]
VOTES = [("Rune Asplövs", "S", "yes"), ("Catarina Bjällerstedt", "M", "no"), ("Ove Drakenfors", "V", "yes"), ("Merja Eskelinen", "S", "yes"), ("Tobias Fridhammar", "S", "yes"), ("Gun Hjelte", "S", "yes"), ("Azra Imamović", "S", "yes"),
         ("Staffan Järnefelt", "M", "no"), ("Lisbeth Kempe-Boström", "M", "no"), ("Anton Landelius", "FP", "no"), ("Roger Mannberg", "C", "abstain"), ("Evy Nordenhem", "KD", "no"), ("Pelle Oxgren", "SD", "abstain"),
         ("Lena Pilbäck", "S", "yes"), ("Thore Rimmerfors", "C", "yes")]


def build():
    doc = Document("kommunfullmaktige_2009", TEXT, LEFT, RIGHT, 35, 30, 4.8, head, foot)
    doc.meeting = dict(municipality="Trollmossens kommun", body="Kommunfullmäktige", date="2009-10-26", place="Kulturhuset Kvarnen, Stora salen", start_time="18:00", end_time="20:50", adjournments=[{"start": "19:20", "end": "19:35"}],
                       paragraphs={"first": 86, "last": 93})
    front(doc)
    roll(doc)
    for entry in ITEMS:
        item(doc, *entry)
    doc.end_item()
    return doc.finish()


def head(sheet, number):
    sheet.row(16, (LEFT, "Trollmossens kommun", TEXT.bold), (RIGHT, f"Sidan {number} av 4", TEXT, "right"))
    sheet.row(21, (LEFT, "Kommunfullmäktiges protokoll", TEXT), (RIGHT, "2009-10-26", TEXT, "right"))
    sheet.line(LEFT, 24, RIGHT, 24, 0.3)


def foot(sheet, number):
    sheet.row(281, (LEFT, "Justerarnas signatur", TEXT.at(8)))
    for n in range(3):
        sheet.ink(initials(66 + 18 * n, 282, 8800 + 5 * number + n), shade=70)


def front(doc):
    doc.new_sheet()
    doc.sheet.stamp(132, 30, ["LAGA KRAFT", "2009 -11- 2 6"], Style("sans-bold", 9), 5, shade=140)
    for label, value in [("Dag", "Måndagen den 26 oktober 2009"), ("Tid", "Kl. 18.00–20.50"), ("Ajournering", "Kl. 19.20–19.35"), ("Plats", "Kulturhuset Kvarnen, Stora salen"), ("Paragrafer", "86–93")]:
        doc.row((LEFT, label, TEXT.bold), (BODY, value))
    doc.space(1)
    doc.row((LEFT, "Närvarande", TEXT.bold), (BODY, "Se närvarolistan, sidan 2"))
    doc.space(3)
    doc.row((LEFT, "Justering", TEXT.bold), (BODY, "Gun Hjelte (s) och Staffan Järnefelt (m)"))
    doc.row((BODY, "Kommunkansliet den 2 november 2009 kl. 16.00"))
    doc.adjustments.append(dict(adjusters=["Gun Hjelte", "Staffan Järnefelt"], place="Kommunkansliet", date="2009-11-02", time="16:00"))
    doc.space(4)
    doc.row((LEFT, "Ärenden", TEXT.bold))
    for number, reference, title, *_ in ITEMS:
        dots = "."
        while TEXT.width(title + " " + dots) < 138 - (2 if number else 0):
            dots += "."
        page = PAGES[number]
        doc.row((LEFT, f"{number}"), (LEFT + 9, f"{title} {dots}"), (RIGHT, str(page), TEXT, "right"))
        doc.contents.append((number, title, page))
    doc.space(8)
    signers = [("secretary", "Sekreterare", "Maria Söderkullen"), ("chair", "Ordförande", "Rune Asplövs"), ("adjuster", "Justerare", "Gun Hjelte"), ("adjuster", "Justerare", "Staffan Järnefelt")]
    for m, pair in enumerate((signers[:2], signers[2:])):
        doc.space(9 + 4 * m)
        for n, x in enumerate((LEFT, SECOND)):
            doc.sheet.line(x, doc.y, x + 66, doc.y, 0.25)
            doc.sheet.ink(scribble(x + 3, doc.y - 0.8, 8820 + n + 2 * m, width=48, height=6), shade=70)
        doc.row(*[(x, f"{label} {name}") for x, (_, label, name) in zip((LEFT, SECOND), pair)])
    for role, label, name in signers:
        doc.sign(role, label, name)
    doc.space(8)
    doc.row((LEFT, "Bevis om anslag", TEXT.bold.at(12)), leading=6)
    doc.row((BODY, "§ 91", TEXT.bold), (SECOND + 10, "§§ 86–90, 92–93", TEXT.bold))
    doc.row((LEFT, "Anslås"), (BODY, "2009-10-27"), (SECOND + 10, "2009-11-03"))
    doc.row((LEFT, "Tas ned"), (BODY, "2009-11-18"), (SECOND + 10, "2009-11-25"))
    doc.row((LEFT, "Förvaras"), (BODY, "Kommunkansliet"), (SECOND + 10, "Kommunkansliet"))
    doc.notices.append(dict(posted="2009-10-27", removed="2009-11-18", kept_at="Kommunkansliet", paragraphs=[[91, 91]]))
    doc.notices.append(dict(posted="2009-11-03", removed="2009-11-25", kept_at="Kommunkansliet", paragraphs=[[86, 90], [92, 93]]))


def roll(doc):
    doc.new_sheet()
    doc.row((LEFT, "Närvarolista", TEXT.bold.at(12)), leading=6)
    doc.space(1)
    doc.row((LEFT, "Ledamöter", TEXT.italic))
    half = 7
    top = doc.y
    for x, people in ((LEFT, MEMBERS[:half]), (SECOND, MEMBERS[half:])):
        doc.y = top
        for name, party, office, _ in people:
            doc.row((x, f"{name} ({party.lower()})" + (f", {office}" if office else "")))
    doc.y = top + half * doc.leading
    for name, party, office, role in MEMBERS:
        doc.attend(name, "member", party=party, role=role, role_text=office)
    doc.space(2)
    doc.row((LEFT, "Tjänstgörande ersättare", TEXT.italic))
    for name, party, other, others in SUBS:
        doc.row((LEFT, f"{name} ({party.lower()}) i stället för {other} ({others.lower()})"))
        doc.attend(name, "serving_substitute", party=party, replaces=other)
        doc.miss(other, party=others)
    doc.space(2)
    doc.row((LEFT, "Ersättare som inte tjänstgör", TEXT.italic))
    doc.row((LEFT, "Ulf Stormdal (m)"), (SECOND, "Viola Tegnander (s), till och med § 90"))
    doc.attend("Ulf Stormdal", "substitute", party="M")
    doc.attend("Viola Tegnander", "substitute", party="S", paragraphs=[[86, 90]])
    doc.space(2)
    doc.row((LEFT, "Tjänstemän", TEXT.italic))
    for line in ["Arne Ullbro, kommunchef", "Jeanette Wass, ekonomichef, § 88", "Maria Söderkullen, kanslisekreterare"]:
        doc.row((LEFT, line))
    doc.attend("Arne Ullbro", "official", role_text="kommunchef")
    doc.attend("Jeanette Wass", "official", role_text="ekonomichef", paragraphs=[[88, 88]])
    doc.attend("Maria Söderkullen", "official", role="secretary", role_text="kanslisekreterare")
    doc.space(4)


def ballots(doc):
    columns = (LEFT + 6, 92.0, 112.0, 128.0, 144.0)
    doc.need(len(VOTES) * 4.6 + 14)
    doc.space(1.5)
    doc.table_row(*[(x, t, TEXT.bold.at(9.5)) for x, t in zip(columns, ("Ledamot", "Parti", "Ja", "Nej", "Avstår"))], leading=4.6)
    doc.sheet.line(LEFT + 6, doc.y + 1.2, 160, doc.y + 1.2, 0.25)
    for name, party, vote in VOTES:
        at = columns[2 + ("yes", "no", "abstain").index(vote)]
        doc.table_row((columns[0], name, TEXT.at(9.5)), (columns[1], party.lower(), TEXT.at(9.5)), (at, "X", TEXT.at(9.5)), leading=4.6)
    doc.sheet.line(LEFT + 6, doc.y + 1.2, 160, doc.y + 1.2, 0.25)
    doc.table_row((columns[0], "Summa", TEXT.bold.at(9.5)), (columns[2], "8", TEXT.bold.at(9.5)), (columns[3], "5", TEXT.bold.at(9.5)), (columns[4], "2", TEXT.bold.at(9.5)), leading=5)
    doc.space(1.5)


PAGES = {86: 2, 87: 2, 88: 2, 89: 3, 90: 3, 91: 4, 92: 4, 93: 4}

ITEMS = [
    (86, None, "Upprop och val av justerare", [("decision", "Fullmäktiges beslut", "Gun Hjelte (s) och Staffan Järnefelt (m) utses att justera protokollet.")], {}),
    (87, None, "Kungörelse", [("decision", "Fullmäktiges beslut", "Kungörelsen godkänns.")], {"outcome": "approved"}),
    (88, "KS 2009/087", "Delårsrapport 2009", [
        ("background", "Ärendet", "Ekonomichefen föredrar rapporten. Prognosen för året är ett underskott på 4,7 miljoner kronor, främst beroende på lägre skatteintäkter."),
        ("proposal", "Kommunstyrelsens förslag", "Delårsrapporten godkänns."),
        ("decision", "Fullmäktiges beslut", "Delårsrapporten godkänns."),
        ("distribution", "Sänds till", "Ekonomienheten, Revisorerna")], {"outcome": "approved", "distribution": ["Ekonomienheten", "Revisorerna"]}),
    (89, "KS 2008/214", "Motion om vårdnadsbidrag", [
        ("background", "Ärendet", "Evy Nordenhem (kd) har i en motion föreslagit att kommunen inför vårdnadsbidrag från den 1 januari 2010."),
        ("motions", "Yrkanden", "Merja Eskelinen (s) yrkar att motionen avslås.", "Evy Nordenhem (kd) yrkar bifall till motionen."),
        ("order", "Propositionsordning", "Ordföranden ställer yrkandena mot varandra och finner att motionen avslås. Omröstning begärs. Ja-röst innebär avslag och nej-röst bifall till motionen."),
        ("vote", "Omröstning", ballots),
        ("decision", "Fullmäktiges beslut", "Motionen avslås."),
        ("reservation", "Reservation", "Evy Nordenhem (kd) och Anton Landelius (fp) reserverar sig mot beslutet.")],
     {"outcome": "rejected", "votes": [(8, 5, 2, VOTES)],
      "proposals": [(["Merja Eskelinen"], "S", "Merja Eskelinen (s) yrkar att motionen avslås."), (["Evy Nordenhem"], "KD", "Evy Nordenhem (kd) yrkar bifall till motionen.")],
      "reservations": [("Evy Nordenhem", "KD", None), ("Anton Landelius", "FP", None)]}),
    (90, "KS 2009/151", "Interpellation om järnvägsstationen", [
        ("background", "Ärendet", "Ove Drakenfors (v) har ställt en interpellation till kommunstyrelsens ordförande Tobias Fridhammar (s), som besvarar den."),
        ("decision", "Fullmäktiges beslut", "Interpellationen är därmed besvarad.")], {}),
    (91, "KS 2009/160", "Borgen för Trollmossens Fjärrvärme AB", [
        ("background", "Ärendet", "Bolaget begär borgen för lån på högst 22 miljoner kronor till en flispanna."),
        ("decision", "Fullmäktiges beslut", "Fullmäktige beslutar", "att bevilja bolaget kommunal borgen.", "Paragrafen förklaras omedelbart justerad."),
        ("disqualification", "Jäv", "Roger Mannberg (c) deltar på grund av jäv inte i handläggningen.")], {"outcome": "approved", "immediate_adjustment": True, "disqualified": ["Roger Mannberg"]}),
    (92, "KS 2009/142", "Taxa för tillsyn enligt miljöbalken", [("decision", "Fullmäktiges beslut", "Ärendet återremitteras till miljönämnden.")], {"outcome": "referred_back"}),
    (93, "KS 2009/171", "Avsägelse från Lena Pilbäck", [
        ("decision", "Fullmäktiges beslut", "Lena Pilbäck (s) befrias från uppdraget som ersättare i socialnämnden."),
        ("distribution", "Sänds till", "Lena Pilbäck, Socialnämnden, Löneenheten")], {"distribution": ["Lena Pilbäck", "Socialnämnden", "Löneenheten"]}),
]


def item(doc, number, reference, title, paragraphs, more):
    doc.end_item()
    doc.space(5)
    doc.need(30)
    big = TEXT.bold.at(11.5)
    cells = [(LEFT, f"Kf § {number}.", big), (LEFT + 20, title, big)]
    if reference:
        cells.append((LEFT + 21.5 + big.width(title), f"({reference})", big))
    doc.row(*cells, leading=5.6)
    doc.sheet.line(LEFT, doc.y + 1.4, RIGHT, doc.y + 1.4, 0.2)
    doc.begin_item(number, f"Kf § {number}.", title, reference, **more)
    doc.space(1.6)
    for entry in paragraphs:
        kind, label, *texts = entry
        doc.heading(label, kind, style=TEXT.italic, above=1)
        for text in texts:
            if callable(text):
                text(doc)
                continue
            point = text.startswith("att ")
            doc.para(text, indent=6 if point else 0, hang=12 if point else 0, gap=0.3)
