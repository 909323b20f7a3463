"""A committee for education in 2024, born digital: attendance on its own page with ticked modes, “§ 41 Title”, Ärendenummer, decisions in a box, digital signing."""

from ..document import Document
from ..paper import Style, wrap
from ..scan import Scanner  # noqa: F401 (this one is printed to a file)

SOURCE = "A municipal committee for education in 2024, born digital with a text layer: facts and contents on the first page, those present on the next under headings with “på distans” and §§, " \
         "“§ 41” and title in one heading, “Ärendenummer” below it, the decision first in a ruled box, motions and order in words, a vote in a sentence, jäv, a child perspective section, signed digitally, digital notice."
SCANNER = "printer"

TEXT = Style("roboto", 10)
SMALL = TEXT.at(8.5)
LEFT, RIGHT, BODY = 28.0, 182.0, 66.0
PAGES = 4

CONTENTS = [(38, "Val av justerare", 3), (39, "Fastställande av föredragningslista", 3), (40, "Uppföljning av skolpengen till och med april", 3), (41, "Skolorganisation i Östra Lagmansdalen och Häljerum från läsåret 2025/2026", 3),
            (42, "Ansökan om rätt till bidrag för pedagogisk omsorg", 4), (43, "Svar på medborgarförslag om simundervisning", 4), (44, "Anmälan av ordförandebeslut", 4)]


def build():
    doc = Document("utbildningsnamnd_2024", TEXT, LEFT, RIGHT, 34, 26, 5.0, head, foot)
    doc.meeting = dict(municipality="Lagmansdals kommun", body="Barn- och utbildningsnämnden", date="2024-05-21", place="Stadshuset, lokal Äpplet", start_time="13:15", end_time="15:50",
                       paragraphs={"first": 38, "last": 44})
    front(doc)
    people(doc)
    doc.new_sheet()
    for entry in ITEMS:
        item(doc, *entry)
    doc.end_item()
    signed(doc)
    return doc.finish()


def head(sheet, number):
    sheet.row(15, (LEFT, "Lagmansdals kommun", TEXT.bold), (RIGHT, f"Sida {number} av {PAGES}", SMALL, "right"))
    if number > 1:
        sheet.row(20, (LEFT, "Barn- och utbildningsnämnden | Protokoll 2024-05-21", SMALL))


def foot(sheet, number):
    sheet.line(LEFT, 280, RIGHT, 280, 0.2)
    sheet.row(284, (LEFT, "Dokumentet är signerat elektroniskt.", SMALL.at(7.5)))


def front(doc):
    doc.new_sheet()
    doc.row((LEFT, "Protokoll", TEXT.bold.at(24)), leading=12)
    doc.row((LEFT, "Barn- och utbildningsnämnden", TEXT.at(14)), leading=8)
    doc.space(6)
    for label, value in [("Datum", "Tisdagen den 21 maj 2024"), ("Tid", "13.15–15.50"), ("Plats", "Stadshuset, lokal Äpplet"), ("Paragrafer", "§§ 38–44"), ("Justerare", "Noor Al-Khatib (S)"),
                         ("Justeringsdatum", "2024-05-28")]:
        doc.row((LEFT, label, TEXT.bold), (BODY, value), leading=6)
    doc.space(8)
    doc.row((LEFT, "Ärenden", TEXT.bold.at(13)), leading=8)
    for number, title, page in CONTENTS:
        doc.row((LEFT, f"§ {number}"), (46, title), (RIGHT, str(page), TEXT, "right"), leading=6.4)
        doc.contents.append((number, title, page))


def people(doc):
    doc.new_sheet()
    doc.row((LEFT, "Deltagare", TEXT.bold.at(13)), leading=7)
    for label, lines in [
            ("Ledamöter", ["Mikaela Broberg (M), ordförande", "Fredric Stålhandske (KD), 1:e vice ordförande", "Noor Al-Khatib (S), 2:e vice ordförande", "Anders Wiklander (M)", "Jessica Tunström (SD), på distans",
                           "Ulf Granerot (S), ej § 42", "Maja Lindeskog (V)"]),
            ("Tjänstgörande ersättare", ["Petter Hagbard (L), ersätter Cecilia Rönn (L)", "Wilma Ostholm (S), ersätter Ulf Granerot (S) § 42"]),
            ("Ersättare", ["Dennis Fjällborg (SD)", "Birgitta Solander (C), på distans §§ 38–41"]),
            ("Förvaltningen", ["Helén Karlstam, förvaltningschef", "Robin Thuresson, controller, § 40", "Ayşe Demir, utredare, § 41, på distans", "Klara Wedin, nämndsekreterare"]),
            ("Övriga", ["Stig Malmros, Lärarförbundet, §§ 38–41"])]:
        doc.space(4)
        doc.row((LEFT, label, TEXT.bold))
        for line in lines:
            doc.row((LEFT + 4, line))
    for name, party, more in [("Mikaela Broberg", "M", dict(role="chair", role_text="ordförande")), ("Fredric Stålhandske", "KD", dict(role="vice_chair", role_text="1:e vice ordförande")),
                              ("Noor Al-Khatib", "S", dict(role="second_vice_chair", role_text="2:e vice ordförande")), ("Anders Wiklander", "M", {}), ("Jessica Tunström", "SD", dict(remote=True)),
                              ("Ulf Granerot", "S", dict(paragraphs=[[38, 41], [43, 44]])), ("Maja Lindeskog", "V", {})]:
        doc.attend(name, "member", party=party, **more)
    doc.attend("Petter Hagbard", "serving_substitute", party="L", replaces="Cecilia Rönn")
    doc.attend("Wilma Ostholm", "serving_substitute", party="S", replaces="Ulf Granerot", paragraphs=[[42, 42]])
    doc.attend("Dennis Fjällborg", "substitute", party="SD")
    doc.attend("Birgitta Solander", "substitute", party="C", remote=True, paragraphs=[[38, 41]])
    doc.attend("Helén Karlstam", "official", role_text="förvaltningschef")
    doc.attend("Robin Thuresson", "official", role_text="controller", paragraphs=[[40, 40]])
    doc.attend("Ayşe Demir", "official", role_text="utredare", paragraphs=[[41, 41]], remote=True)
    doc.attend("Klara Wedin", "official", role="secretary", role_text="nämndsekreterare")
    doc.attend("Stig Malmros", "other", organization="Lärarförbundet", paragraphs=[[38, 41]])
    doc.miss("Cecilia Rönn", party="L")


ITEMS = [
    (38, None, "Val av justerare", ["Nämnden väljer Noor Al-Khatib (S) till justerare."], [], {}),
    (39, None, "Fastställande av föredragningslista", ["Föredragningslistan godkänns."], [], {"outcome": "approved"}),
    (40, "BUN-2024-00052", "Uppföljning av skolpengen till och med april", ["Nämnden godkänner uppföljningen."], [
        ("summary", "Sammanfattning", "Robin Thuresson presenterar uppföljningen. Elevantalet är 64 lägre än budgeterat, vilket minskar kostnaderna med 2,7 miljoner kronor."),
        ("distribution", "Skickas till", "Kommunstyrelsen")], {"outcome": "approved", "distribution": ["Kommunstyrelsen"]}),
    (41, "BUN-2023-00311", "Skolorganisation i Östra Lagmansdalen och Häljerum från läsåret 2025/2026", ["1. Årskurserna 7–9 vid Häljerums skola flyttas till Vågbroskolan den 1 augusti 2025.", "2. Förvaltningen får i uppdrag att ta fram en plan för skolskjutsarna."], [
        ("summary", "Sammanfattning", "Antalet elever i Häljerum minskar och det är svårt att anställa behöriga lärare. Förvaltningen har utrett tre alternativ och förordar att högstadiet samlas på Vågbroskolan."),
        ("other", "Barnets bästa", "Eleverna får längre resväg men tillgång till elevhälsa varje dag. Elevråden har hörts."),
        ("motions", "Yrkanden", "Fredric Stålhandske (KD) yrkar bifall till förvaltningens förslag.", "Maja Lindeskog (V) yrkar avslag på förvaltningens förslag."),
        ("order", "Beslutsgång", "Ordföranden ställer förslagen mot varandra. Omröstning begärs och genomförs."),
        ("vote", "Omröstning", "Med 5 ja-röster mot 3 nej-röster beslutar nämnden enligt förvaltningens förslag."),
        ("reservation", "Reservationer", "Noor Al-Khatib (S), Ulf Granerot (S) och Maja Lindeskog (V) reserverar sig mot beslutet."),
        ("documents", "Handlingar", "Tjänsteskrivelse den 2 maj 2024", "Risk- och konsekvensanalys, bilaga 1"),
        ("distribution", "Skickas till", "Kommunfullmäktige, Rektorerna, Kollektivtrafikbolaget")],
     {"votes": [(5, 3, None, [])],
      "proposals": [(["Fredric Stålhandske"], "KD", "Fredric Stålhandske (KD) yrkar bifall till förvaltningens förslag."),
                    (["Maja Lindeskog"], "V", "Maja Lindeskog (V) yrkar avslag på förvaltningens förslag.")],
      "reservations": [("Noor Al-Khatib", "S", None), ("Ulf Granerot", "S", None), ("Maja Lindeskog", "V", None)],
      "attachments": ["bilaga 1"], "distribution": ["Kommunfullmäktige", "Rektorerna", "Kollektivtrafikbolaget"]}),
    (42, "BUN-2024-00140", "Ansökan om rätt till bidrag för pedagogisk omsorg", ["Nämnden avslår ansökan från Blåklintens Dagbarnvård AB. Paragrafen justeras omedelbart."], [
        ("disqualification", "Jäv", "Ulf Granerot (S) deltar inte på grund av jäv."),
        ("summary", "Sammanfattning", "Bolaget har inte visat att lokalen är godkänd enligt brandskyddsreglerna.")], {"outcome": "rejected", "immediate_adjustment": True, "disqualified": ["Ulf Granerot"]}),
    (43, "BUN-2023-00402", "Svar på medborgarförslag om simundervisning", ["Ärendet bordläggs till nämndens möte i juni."], [], {"outcome": "postponed"}),
    (44, "BUN-2024-00008", "Anmälan av ordförandebeslut", ["Besluten läggs till handlingarna."], [], {"outcome": "noted"}),
]


def item(doc, number, reference, title, decision, paragraphs, more):
    doc.end_item()
    doc.space(4)
    doc.need(40)
    for line in wrap(f"§ {number} {title}", TEXT.bold.at(12.5), RIGHT - LEFT):
        doc.row((LEFT, line, TEXT.bold.at(12.5)), leading=6)
    if reference:
        doc.row((LEFT, f"Ärendenummer {reference}", SMALL), leading=4.8)
    doc.begin_item(number, f"§ {number}", title, reference, **more)
    doc.space(1.6)
    top = doc.y
    doc.tell([("decision", "Beslut", *decision)], indent=3, gap=0.4, above=0.2, heading=TEXT.bold)
    doc.space(1.6)
    doc.sheet.box(LEFT, top, RIGHT, doc.y, 0.3)
    doc.space(0.8)
    doc.tell(paragraphs, gap=0.3, heading=TEXT.bold, above=1)


def signed(doc):
    doc.space(7)
    doc.need(56)
    doc.row((LEFT, "Elektroniska underskrifter", TEXT.bold.at(12.5)), leading=7)
    for role, label, name in [("chair", "Ordförande", "Mikaela Broberg"), ("adjuster", "Justerare", "Noor Al-Khatib"), ("secretary", "Sekreterare", "Klara Wedin")]:
        doc.row((LEFT, label), (BODY, name))
        doc.sign(role, label, name, signed=None)
    doc.adjustments.append(dict(adjusters=["Noor Al-Khatib"], date="2024-05-28"))
    doc.space(5)
    doc.row((LEFT, "Anslag", TEXT.bold.at(12.5)), leading=7)
    doc.row((LEFT, "Protokollet är tillkännagivet på kommunens digitala anslagstavla."))
    for label, value in [("Anslagsdatum", "2024-05-29"), ("Tas ned tidigast", "2024-06-20"), ("Protokollet förvaras", "Barn- och utbildningsförvaltningen")]:
        doc.row((LEFT, label), (BODY, value))
    doc.notices.append(dict(posted="2024-05-29", removed="2024-06-20", kept_at="Barn- och utbildningsförvaltningen"))
