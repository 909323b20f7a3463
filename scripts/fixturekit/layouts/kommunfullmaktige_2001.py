"""A municipal council in 2001: numbered seats in two columns with who serves for whom, “§ 57” and title over “Ks § 132  Diarienr …”, an interpellation and a question, ballots with crosses."""

from ..document import Document
from ..paper import Style, wrap
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A municipal council in 2001, word processor: a front page of labels, the roll of seats in two columns on the next with “ersätts av …” under a member's name, “§ 57” and title over a line with “Ks § 132” and “Diarienr”, " \
         "small bold headings, a proposal to remit, order, ballots in a list of name, party and Ja, Nej, Avstår, an interpellation answered, a question put, jäv, reservation, two adjusters, notice. " \
         "Scanned in black and white at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.25, blur=0.9, noise=8.0, black_and_white=True)

TEXT = Style("serif", 11)
LEFT, RIGHT, BODY, SECOND = 28.0, 186.0, 70.0, 120.0

SEATS = [("Elsy Brantestad", "S", "ordförande", "chair"), ("Göran Tillander", "M", "1:e vice ordförande", "vice_chair"), ("Ann-Britt Kjerrström", "C", "2:e vice ordförande", "second_vice_chair"),
         ("Lars-Ove Hedin", "S", None, None), ("Fatima Mansour", "S", None, None), ("Bo Ringqvist", "S", None, None), ("Solveig Ek-Nilsson", "S", None, None), ("Jarl Stensson", "V", None, None),
         ("Per-Anders Vallin", "M", None, None), ("Charlotte af Kleen", "M", None, None), ("Uno Dahlkvist", "KD", None, None), ("Margareta Pihl", "FP", None, None), ("Tomas Örnberg", "C", None, None), ("Inger Sköld", "MP", None, None)]
SUBS = [("Reine Forslund", "S", "Leif Abrahamsson", "S"), ("Helga Strömqvist", "V", "Mikael Tjäder", "V"), ("Svante Lillieroth", "M", "Eva Palmstierna", "M")]
VOTES = [("Lars-Ove Hedin", "S", "yes"), ("Fatima Mansour", "S", "yes"), ("Bo Ringqvist", "S", "yes"), ("Solveig Ek-Nilsson", "S", "yes"), ("Reine Forslund", "S", "yes"), ("Jarl Stensson", "V", "yes"), ("Helga Strömqvist", "V", "yes"),
         ("Per-Anders Vallin", "M", "no"), ("Charlotte af Kleen", "M", "no"), ("Svante Lillieroth", "M", "no"), ("Uno Dahlkvist", "KD", "no"), ("Margareta Pihl", "FP", "no"), ("Tomas Örnberg", "C", "yes"),
         ("Inger Sköld", "MP", "abstain"), ("Ann-Britt Kjerrström", "C", "yes"), ("Göran Tillander", "M", "no"), ("Elsy Brantestad", "S", "yes")]


def build():
    doc = Document("kommunfullmaktige_2001", TEXT, LEFT, RIGHT, 34, 28, 5.0, head, foot)
    doc.meeting = dict(municipality="Gunnesta kommun", body="Kommunfullmäktige", date="2001-09-24", place="Medborgarhuset, plenisalen", start_time="18:30", end_time="21:20", adjournments=[{"start": "20:05", "end": "20:20"}],
                       paragraphs={"first": 54, "last": 62})
    front(doc)
    roll(doc)
    doc.new_sheet()
    for entry in ITEMS:
        item(doc, *entry)
    doc.end_item()
    return doc.finish()


def head(sheet, number):
    sheet.row(15, (LEFT, "GUNNESTA KOMMUN", TEXT.bold), (104, "SAMMANTRÄDESPROTOKOLL", TEXT.bold), (RIGHT, f"{number}(4)", TEXT, "right"))
    sheet.row(20, (LEFT, "Kommunfullmäktige", TEXT), (104, "2001-09-24", TEXT))


def foot(sheet, number):
    sheet.row(280, (LEFT, "Justerande", TEXT.at(8)), (SECOND, "Rätt utdraget intygar", TEXT.at(8)))
    for n in range(3):
        sheet.ink(initials(48 + 17 * n, 281, 7700 + 5 * number + n), shade=20)


def front(doc):
    doc.new_sheet()

    def field(label, *lines):
        for n, line in enumerate(lines):
            doc.row(*([(LEFT, label, TEXT.bold)] if n == 0 else []), (BODY, line))
        doc.space(3)

    field("Plats", "Medborgarhuset, plenisalen")
    field("Dag och tid", "Måndagen den 24 september 2001, kl 18.30–21.20")
    field("Paus", "Kl 20.05–20.20")
    field("Beslutande", "Enligt uppropslista på sidan 2")
    field("Övriga närvarande", "Roger Amundin, kommundirektör", "Kristina Wåhlin, stadsarkitekt, § 58", "Monika Ask-Lindell, kommunsekreterare")
    field("Utses att justera", "Bo Ringqvist (s) och Margareta Pihl (fp)")
    field("Justering", "Kommunledningskontoret, 2001-10-01")
    field("Paragrafer", "54–62")
    doc.attend("Roger Amundin", "official", role_text="kommundirektör")
    doc.attend("Kristina Wåhlin", "official", role_text="stadsarkitekt", paragraphs=[[58, 58]])
    doc.attend("Monika Ask-Lindell", "official", role="secretary", role_text="kommunsekreterare")
    doc.adjustments.append(dict(adjusters=["Bo Ringqvist", "Margareta Pihl"], place="Kommunledningskontoret", date="2001-10-01"))
    doc.space(4)
    for n, (role, label, name) in enumerate([("secretary", "Sekreterare", "Monika Ask-Lindell"), ("chair", "Ordförande", "Elsy Brantestad"), ("adjuster", "Justerande", "Bo Ringqvist"), ("adjuster", "Justerande", "Margareta Pihl")]):
        doc.row((LEFT, label, TEXT.bold), (BODY, "." * 70), leading=9.5)
        doc.sheet.ink(scribble(BODY + 6, doc.y - 0.4, 7720 + n, width=52, height=5.5), shade=20)
        doc.row((BODY, name))
        doc.sign(role, label, name)
    doc.space(6)
    doc.sheet.line(LEFT, doc.y, RIGHT, doc.y, 0.3)
    doc.row((LEFT, "TILLKÄNNAGIVANDE AV JUSTERAT PROTOKOLL", TEXT.bold), leading=7)
    doc.row((LEFT, "Justeringen har tillkännagivits genom anslag på kommunens anslagstavla."))
    doc.row((LEFT, "Anslaget den"), (BODY, "2001-10-02"))
    doc.row((LEFT, "Tas ned den"), (BODY, "2001-10-24"))
    doc.row((LEFT, "Protokollet finns på"), (BODY, "Kommunledningskontoret"))
    doc.row((LEFT, "Underskrift"))
    doc.sheet.ink(scribble(BODY + 3, doc.y, 7730, width=46, height=5), shade=20)
    doc.notices.append(dict(posted="2001-10-02", removed="2001-10-24", kept_at="Kommunledningskontoret"))


def roll(doc):
    doc.new_sheet()
    doc.row((LEFT, "Uppropslista", TEXT.bold.at(13)), leading=8)
    doc.space(2)
    top, half = doc.y, 9

    def column(x, entries, start):
        for n, (name, party, text, _) in enumerate(entries, start):
            doc.row((x, f"{n}."), (x + 8, f"{name} ({party.lower()})" + (f", {text}" if text else "")))

    column(LEFT, SEATS[:half], 1)
    bottom = doc.y
    doc.y = top
    column(SECOND, SEATS[half:], half + 1)
    doc.y = bottom
    doc.space(4)
    doc.row((LEFT, "Tjänstgörande ersättare", TEXT.bold))
    for n, (name, party, member, its) in enumerate(SUBS, len(SEATS) + 1):
        doc.row((LEFT, f"{n}."), (LEFT + 8, f"{name} ({party.lower()}) för {member} ({its.lower()})"))
    doc.space(4)
    doc.row((LEFT, "Närvarande ersättare", TEXT.bold))
    doc.row((LEFT + 8, "Karin Bodelius (c)"))
    doc.row((LEFT + 8, "Arne Silverhjelm (kd), §§ 54–58"))
    for name, party, text, role in SEATS:
        doc.attend(name, "member", party=party, role=role, role_text=text)
    for name, party, member, _ in SUBS:
        doc.attend(name, "serving_substitute", party=party, replaces=member)
    doc.attend("Karin Bodelius", "substitute", party="C")
    doc.attend("Arne Silverhjelm", "substitute", party="KD", paragraphs=[[54, 58]])
    for _, _, member, party in SUBS:
        doc.miss(member, party=party)


def ballots(doc):
    doc.space(0.8)
    doc.need(len(VOTES) * 4.7 + 12)
    xs = (LEFT, 84.0, 104.0, 119.0, 134.0)
    doc.table_row(*[(x, text, TEXT.bold.at(10)) for x, text in zip(xs, ("Namn", "Parti", "Ja", "Nej", "Avstår"))], leading=4.8)
    doc.sheet.line(LEFT, doc.y + 1.2, 150, doc.y + 1.2, 0.2)
    doc.space(0.8)
    for name, party, vote in VOTES:
        doc.table_row((xs[0], name, TEXT.at(10)), (xs[1], party.lower(), TEXT.at(10)), (xs[2 + ("yes", "no", "abstain").index(vote)] + 1, "X", TEXT.at(10)), leading=4.7)
    doc.sheet.line(LEFT, doc.y + 1.2, 150, doc.y + 1.2, 0.2)
    doc.space(0.6)
    doc.table_row((xs[0], "Summa", TEXT.bold.at(10)), (xs[2], "10", TEXT.bold.at(10)), (xs[3], "6", TEXT.bold.at(10)), (xs[4], "1", TEXT.bold.at(10)), leading=4.8)
    doc.space(1)


ITEMS = [
    (54, None, None, "Upprop", [("decision", "Kommunfullmäktiges beslut", "Uppropslistan godkänns.")], {"outcome": "approved"}),
    (55, None, None, "Val av justeringspersoner", [("decision", "Kommunfullmäktiges beslut", "Bo Ringqvist (s) och Margareta Pihl (fp) utses.")], {}),
    (56, 128, "2001.087 042", "Halvårsrapport för kommunen", [
        ("decision", "Kommunfullmäktiges beslut", "Rapporten läggs till handlingarna.")], {"outcome": "noted"}),
    (57, 132, "2000.214 286", "Ombyggnad av Gunnesta ishall", [
        "Fritidsnämnden begär 18,5 miljoner kronor för ombyggnad av ishallen. Kommunstyrelsen tillstyrker. Arbetena avses pågå från april till november 2002.",
        ("motions", "Yrkanden", "Lars-Ove Hedin (s) yrkar bifall till kommunstyrelsens förslag.", "Per-Anders Vallin (m) yrkar avslag på kommunstyrelsens förslag."),
        ("order", "Propositionsordning", "Ordföranden ställer proposition på yrkandena och finner att kommunstyrelsens förslag bifalls. Votering begärs. Den som bifaller kommunstyrelsens förslag röstar ja, den som vill avslå det röstar nej."),
        ("vote", "Voteringsresultat", ballots),
        ("decision", "Kommunfullmäktiges beslut", "att bevilja fritidsnämnden 18,5 miljoner kronor för ombyggnad av ishallen", "att beloppet finansieras genom upplåning."),
        ("reservation", "Reservation", "Per-Anders Vallin (m), Charlotte af Kleen (m) och Uno Dahlkvist (kd) reserverar sig mot beslutet.")],
     {"outcome": "approved", "votes": [(10, 6, 1, VOTES)],
      "proposals": [(["Lars-Ove Hedin"], "S", "Lars-Ove Hedin (s) yrkar bifall till kommunstyrelsens förslag."),
                    (["Per-Anders Vallin"], "M", "Per-Anders Vallin (m) yrkar avslag på kommunstyrelsens förslag.")],
      "reservations": [("Per-Anders Vallin", "M", None), ("Charlotte af Kleen", "M", None), ("Uno Dahlkvist", "KD", None)]}),
    (58, 135, "1999.311 212", "Fördjupad översiktsplan för Näsudden", [
        "Stadsarkitekt Kristina Wåhlin redogör för planförslaget.",
        ("decision", "Kommunfullmäktiges beslut", "Ärendet återremitteras till kommunstyrelsen för ytterligare samråd med länsstyrelsen.")], {"outcome": "referred_back"}),
    (59, 137, "2001.140 107", "Ansvarsförbindelse för Gunnesta Energi AB", [
        ("disqualification", "Jäv", "Göran Tillander (m) och Bo Ringqvist (s) deltar inte i handläggningen på grund av jäv."),
        ("decision", "Kommunfullmäktiges beslut", "Kommunal borgen beviljas intill 12 miljoner kronor.")], {"outcome": "approved", "disqualified": ["Göran Tillander", "Bo Ringqvist"]}),
    (60, None, "2001.193 101", "Interpellation om väntetider vid familjerådgivningen", [
        "Margareta Pihl (fp) har ställt en interpellation till socialnämndens ordförande. Solveig Ek-Nilsson (s) besvarar interpellationen, bilaga A.",
        ("decision", "Kommunfullmäktiges beslut", "Svaret antecknas till protokollet.")], {"outcome": "noted", "attachments": ["bilaga A"]}),
    (61, 140, "2001.055 008", "Motion om bilpool för tjänsteresor", [
        "Inger Sköld (mp) har väckt motionen. Tekniska nämnden avstyrker.",
        ("decision", "Kommunfullmäktiges beslut", "Motionen avslås."),
        ("reservation", "Reservation", "Inger Sköld (mp) reserverar sig mot beslutet.")], {"outcome": "rejected", "reservations": [("Inger Sköld", "MP", None)]}),
    (62, None, "2001.202 111", "Avsägelse av uppdrag i barn- och skolnämnden", [
        ("decision", "Kommunfullmäktiges beslut", "Avsägelsen från Leif Abrahamsson (s) godkänns.")], {"outcome": "approved"}),
]


def item(doc, number, board, reference, title, paragraphs, more):
    doc.end_item()
    doc.space(4.6)
    doc.need(32)
    for n, line in enumerate(wrap(title, TEXT.bold.at(12), RIGHT - 44)):
        doc.row(*([(LEFT, f"§ {number}", TEXT.bold.at(12))] if n == 0 else []), (44, line, TEXT.bold.at(12)), leading=5.4)
    cells = ([(44, f"Ks § {board}", TEXT.at(10))] if board else []) + ([(70 if board else 44, f"Diarienr {reference}", TEXT.at(10))] if reference else [])
    if cells:
        doc.row(*cells)
    doc.begin_item(number, f"§ {number}", title, reference, earlier_numbers=[{"body": "Ks", "number": board}] if board else [], **more)
    for entry in paragraphs:
        doc.space(0.4)
        if isinstance(entry, tuple) and callable(entry[-1]):
            doc.heading(entry[1], entry[0], style=TEXT.bold.at(10), above=0.8)
            entry[-1](doc)
        else:
            doc.tell([entry], gap=0.2, heading=TEXT.bold.at(10), above=0.8)
