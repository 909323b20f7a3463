"""A board for children and education, 2021: published born-digital, contents, decision first, a vote in a table."""

from ..document import Document
from ..help import twice
from ..paper import Style
from ..rules import grid

SOURCE = "A board for children and education in 2021: born-digital PDF from the case system, wide left margin, front page under small headings, contents with " \
         "page numbers, decision first, vote by name in a table, digital participation. The signature lines are empty."
SCANNER = "printer"

TEXT = Style("opensans", 10)
BOLD = TEXT.bold
SMALL = TEXT.at(8.5)
LEFT, RIGHT = 34.0, 186.0


def build():
    return twice(make)


def make(pages, count):
    doc = Document("barnochutbildningsnamnd2021", TEXT, LEFT, RIGHT, 36, 26, 5.0, lambda sheet, number: head(sheet, number, count), None)
    doc.meeting = dict(municipality="Fjärdinge kommun", body="Barn- och utbildningsnämnden", date="2021-03-18", place="Rådhuset, Kungsgatan 8, Fjärdinge",
                       start_time="13:00", end_time="16:20", adjournments=[{"start": "14:50", "end": "15:10"}], paragraphs={"first": 22, "last": 28})
    front(doc)
    doc.new_sheet()
    doc.row((LEFT, "Ärendelista", BOLD.at(14)), leading=7)
    doc.space(1)
    for number, title, reference, *_ in ITEMS:
        page = pages.get(number, 2)
        doc.row((LEFT, f"§ {number}"), (LEFT + 16, title), (RIGHT, str(page), TEXT, "right"))
        doc.contents.append((number, title, page))
    doc.space(8)
    for number, title, reference, paragraphs, more in ITEMS:
        item(doc, number, title, reference, paragraphs, dict(more))
    return doc.finish()


def head(sheet, number, count):
    sheet.row(16, (LEFT, "Fjärdinge kommun", BOLD.at(9)), (RIGHT, f"{number} av {count}", SMALL, "right"))
    sheet.row(20.5, (LEFT, "Barn- och utbildningsnämnden", SMALL), (RIGHT, "Sammanträdesdatum 2021-03-18", SMALL, "right"))
    sheet.box(0, 0, 8, 297, 0.1, fill=205)


MEMBERS = [("Helena Gustafsson", "S", "ordförande", "chair", None), ("Niklas Brodén", "L", "1:e vice ordförande", "vice_chair", None),
           ("Fatima Elmi", "M", "2:e vice ordförande", "second_vice_chair", True), ("Stefan Carlbom", "S", None, None, None),
           ("Linda Enander", "S", None, None, True), ("Pontus Hallgren", "M", None, None, None), ("Rebecka Sandin", "C", None, None, None),
           ("Jimmy Ottosson", "SD", None, None, None)]
VOTES = [("Helena Gustafsson", "S", "yes"), ("Niklas Brodén", "L", "yes"), ("Fatima Elmi", "M", "no"), ("Stefan Carlbom", "S", "yes"), ("Linda Enander", "S", "yes"),
         ("Pontus Hallgren", "M", "no"), ("Rebecka Sandin", "C", "abstain"), ("Jimmy Ottosson", "SD", "no"), ("Moa Widmark", "V", "yes")]


def front(doc):
    doc.new_sheet()
    doc.y = 30
    doc.row((LEFT, "Protokoll", BOLD.at(24)), leading=12)
    doc.space(3)

    def listed(label, *lines):
        doc.row((LEFT, label, BOLD))
        for line in lines:
            doc.row((LEFT, line), leading=4.7)
        doc.space(2)
    listed("Plats och tid", "Rådhuset, Kungsgatan 8, Fjärdinge, kl. 13.00–16.20", "Ajournering kl. 14.50–15.10")
    listed("Beslutande ledamöter", *[f"{n} ({p})" + (f", {t}" if t else "") + (", deltar digitalt" if far else "") for n, p, t, _, far in MEMBERS])
    listed("Tjänstgörande ersättare", "Moa Widmark (V) ersätter Hugo Stjärna (V)")
    listed("Ej tjänstgörande ersättare", "Ali Rezai (S)", "Cecilia Forss (C), deltar digitalt")
    listed("Övriga deltagare", "Anna Dyberg, utbildningschef", "Martin Seger, ekonom, § 24", "Ida Norberg, rektor, §§ 25–26", "Sofie Laurin, nämndsekreterare")
    listed("Justerare", "Rebecka Sandin (C)")
    listed("Justeringens plats och tid", "Barn- och utbildningskontoret, 2021-03-24")
    for n, p, t, role, far in MEMBERS:
        doc.attend(n, "member", party=p, role=role, role_text=t, remote=far)
    doc.attend("Moa Widmark", "serving_substitute", party="V", replaces="Hugo Stjärna")
    doc.miss("Hugo Stjärna", party="V")
    doc.attend("Ali Rezai", "substitute", party="S")
    doc.attend("Cecilia Forss", "substitute", party="C", remote=True)
    doc.attend("Anna Dyberg", "official", role_text="utbildningschef")
    doc.attend("Martin Seger", "official", role_text="ekonom", paragraphs=[[24, 24]])
    doc.attend("Ida Norberg", "official", role_text="rektor", paragraphs=[[25, 26]])
    doc.attend("Sofie Laurin", "official", role="secretary", role_text="nämndsekreterare")
    doc.adjustments.append(dict(adjusters=["Rebecka Sandin"], place="Barn- och utbildningskontoret", date="2021-03-24"))
    doc.row((LEFT, "Underskrifter", BOLD), (118, "Paragrafer 22–28", TEXT))
    for role, label, name in [("secretary", "Sekreterare", "Sofie Laurin"), ("chair", "Ordförande", "Helena Gustafsson"), ("adjuster", "Justerare", "Rebecka Sandin")]:
        doc.row((LEFT, label), (LEFT + 28, "_" * 36), leading=7)
        doc.row((LEFT + 28, name), leading=4.7)
        doc.sign(role, label, name, signed=False)
    doc.space(4)
    doc.row((LEFT, "Tillkännagivande", BOLD))
    doc.row((LEFT, "Protokollet är tillkännagivet på kommunens digitala anslagstavla 2021-03-25–2021-04-16."))
    doc.row((LEFT, "Protokollet förvaras på barn- och utbildningskontoret."))
    doc.notices.append(dict(posted="2021-03-25", removed="2021-04-16", kept_at="barn- och utbildningskontoret"))


def ballot_table(doc):
    columns, middle = (LEFT, 100, 117, 134), {"yes": 108.5, "no": 125.5, "abstain": 142.5}
    doc.need(12 * 4.9)
    doc.space(1)
    top = doc.y
    rules = [top]
    doc.table_row((LEFT + 2, "Ledamot", SMALL.bold), (108.5, "Ja", SMALL.bold, "center"), (125.5, "Nej", SMALL.bold, "center"),
                  (142.5, "Avstår", SMALL.bold, "center"), leading=4.2)
    for name, party, vote in VOTES:
        rules.append(doc.y + 1.4)
        doc.table_row((LEFT + 2, f"{name} ({party})", SMALL), (middle[vote], "X", SMALL, "center"), leading=4.8)
    rules.append(doc.y + 1.4)
    doc.table_row((LEFT + 2, "Summa", SMALL.bold), (108.5, "5", SMALL.bold, "center"), (125.5, "3", SMALL.bold, "center"), (142.5, "1", SMALL.bold, "center"), leading=4.8)
    rules.append(doc.y + 1.4)
    grid(doc, columns, 151, rules, top)
    doc.space(1)


D, B = "decision", "Beslut"
ITEMS = [
    (22, "Val av justerare", None, [(D, B, "Rebecka Sandin (C) utses att jämte ordföranden justera protokollet.")], {}),
    (23, "Fastställande av ärendelista", None, [(D, B, "Barn- och utbildningsnämnden fastställer ärendelistan.")], {}),
    (24, "Månadsuppföljning februari 2021", "BUN 2021/14", [
        (D, B, "Barn- och utbildningsnämnden beslutar", "att godkänna månadsuppföljningen samt", "att uppmana rektorerna att hålla fast vid beslutade åtgärder."),
        ("summary", "Sammanfattning", "Nämnden redovisar ett överskott på 1,1 miljoner kronor efter två månader. Ersättningen för sjuklöner från staten har varit "
         "högre än väntat. Prognosen för helåret är ett underskott på 2,4 miljoner kronor, främst inom grundskolan."),
        ("documents", "Beslutsunderlag", "Tjänsteskrivelse 2021-03-04", "Månadsuppföljning februari 2021"),
        ("distribution", "Beslutet skickas till", "Kommunstyrelsen")], {"distribution": ["Kommunstyrelsen"]}),
    (25, "Läsårstider 2022/2023", "BUN 2020/211", [
        (D, B, "Barn- och utbildningsnämnden beslutar att anta läsårstiderna enligt alternativ 1."),
        ("summary", "Sammanfattning", "Två alternativ har varit ute på remiss till skolorna och de fackliga organisationerna. I alternativ 1 börjar höstterminen den "
         "17 augusti och i alternativ 2 den 22 augusti."),
        ("motions", "Förslag till beslut på sammanträdet", "Pontus Hallgren (M) yrkar att läsårstiderna antas enligt alternativ 2.",
         "Stefan Carlbom (S) yrkar bifall till kontorets förslag."),
        ("order", "Beslutsgång", "Ordföranden ställer förslagen mot varandra och finner att nämnden beslutar enligt kontorets förslag. Omröstning begärs. Den som vill "
         "bifalla kontorets förslag röstar ja. Den som vill bifalla Pontus Hallgrens yrkande röstar nej."),
        ("vote", "Omröstningsresultat", "Med 5 ja-röster mot 3 nej-röster, och 1 som avstår, beslutar nämnden enligt kontorets förslag."),
        ballot_table,
        ("reservation", "Reservation", "Fatima Elmi (M), Pontus Hallgren (M) och Jimmy Ottosson (SD) reserverar sig mot beslutet."),
        ("distribution", "Beslutet skickas till", "Samtliga skolor, fackliga organisationer")],
     {"proposals": [(["Pontus Hallgren"], "M", "Pontus Hallgren (M) yrkar att läsårstiderna antas enligt alternativ 2."),
                    (["Stefan Carlbom"], "S", "Stefan Carlbom (S) yrkar bifall till kontorets förslag.")],
      "votes": [(5, 3, 1, VOTES)],
      "reservations": [("Fatima Elmi", "M", None), ("Pontus Hallgren", "M", None), ("Jimmy Ottosson", "SD", None)],
      "distribution": ["Samtliga skolor", "fackliga organisationer"]}),
    (26, "Kvalitetsrapport för förskolan 2020", "BUN 2021/32", [
        (D, B, "Barn- och utbildningsnämnden beslutar att godkänna kvalitetsrapporten."),
        ("summary", "Sammanfattning", "Andelen legitimerade förskollärare har ökat till 47 procent. Föräldrarnas nöjdhet är fortsatt hög. Två förskolor behöver "
         "utveckla arbetet med flerspråkiga barn, och rektor har tagit fram en plan för detta.")], {}),
    (27, "Bidrag till enskilda förskolor 2021", "BUN 2021/07", [
        (D, B, "Barn- och utbildningsnämnden beslutar att fastställa bidragsbeloppen enligt bilaga 2."),
        ("disqualification", "Jäv", "Niklas Brodén (L) deltar på grund av jäv inte i handläggningen av ärendet."),
        ("summary", "Sammanfattning", "Bidraget till enskilda förskolor ska beräknas på samma grunder som för kommunens egna. Beloppet för barn 1–3 år blir "
         "148 200 kronor och för barn 4–5 år 121 500 kronor."),
        ("distribution", "Beslutet skickas till", "Berörda huvudmän")],
     {"disqualified": ["Niklas Brodén"], "distribution": ["Berörda huvudmän"], "attachments": ["Bilaga 2"]}),
    (28, "Delegationsbeslut och meddelanden", None, [
        (D, B, "Barn- och utbildningsnämnden lägger redovisningen till handlingarna."),
        ("summary", "Sammanfattning", "Delegationsbeslut för februari 2021 redovisas. Skolinspektionens beslut 2021-02-26 om Björkbackens skola anmäls.")], {}),
]


def item(doc, number, title, reference, paragraphs, more):
    doc.end_item()
    doc.need(32)
    doc.row((LEFT, f"§ {number}", BOLD.at(12.5)), (LEFT + 16, title, BOLD.at(12.5)), leading=6.4)
    if reference:
        doc.row((LEFT, f"Dnr {reference}", SMALL), leading=4.8)
    doc.space(0.6)
    doc.begin_item(number, f"§ {number}", title, reference, **more)
    doc.tell(paragraphs, att=6, gap=0.8, heading=BOLD, above=1.2)
    doc.end_item()
    doc.space(6)
