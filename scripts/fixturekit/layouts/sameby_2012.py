"""A Sámi village's annual meeting of 2012: “Ärende 4.” before the titles, those present and their votes in a table inside an item, votes by weight."""

from ..document import Document
from ..paper import Style
from ..pen import initials, scribble
from ..rules import grid
from ..scan import Scanner

SOURCE = "The annual meeting of a Sámi village in 2012: “Ärende 4.” and a title in bold, the chair and secretary elected in the items, a roll of members with their votes " \
         "in a ruled table that says who was there, a vote by weight (206 against 139), a reservation, decisions behind an arrow, signatures on dots with the office before. " \
         "Scanned in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.9, blur=0.8, noise=4.0, paper=240, quality=30, punched=True)

TEXT = Style("libertine", 12.5)
LEFT, RIGHT = 28.0, 184.0

ROLL = [(1, "Nils-Henrik Partapuoli", 62), (2, "Inger Svonni", 41), (3, "Per-Jonas Kuhmunen", 78), (4, "Laila Labba", 35), (5, "Aslak Omma", 55),
        (6, "Britt-Marie Påve", 48), (7, "Anders-Erling Huuva", 26)]


def build():
    doc = Document("sameby_2012", TEXT, LEFT, RIGHT, 30, 28, 5.7, head, foot)
    doc.meeting = dict(body="Gárdojávrre sameby", date="2012-04-28", place="Folkets hus i Vaskijaur", start_time="10:00", end_time="13:40")
    doc.new_sheet()
    doc.row((105, "Gárdojávrre sameby", TEXT.bold.at(18), "center"), leading=9)
    doc.row((105, "ordinarie bystämma lördagen den 28 april 2012", TEXT.italic.at(13), "center"), leading=6.5)
    doc.row((105, "kl. 10.00–13.40 i Folkets hus i Vaskijaur", TEXT.italic.at(13), "center"), leading=6.5)
    doc.space(4)
    doc.row((LEFT, "Närvarande medlemmar: se röstlängden under ärende 3."))
    doc.row((LEFT, "Övriga: Birger Haapaniemi, Länsstyrelsen; Kaarina Niva, revisor."))
    doc.row((LEFT, "Förhindrade: Lars-Ante Nutti."))
    for _, name, _ in ROLL:
        doc.attend(name, "present")
    doc.attend("Birger Haapaniemi", "other", organization="Länsstyrelsen")
    doc.attend("Kaarina Niva", "other", role_text="revisor")
    doc.miss("Lars-Ante Nutti")
    doc.space(3)
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(18, (LEFT, "Gárdojávrre sameby", TEXT.at(10)), (RIGHT, "Protokoll 2012-04-28", TEXT.at(10), "right"))


def foot(sheet, number):
    sheet.row(284, (105, f"– {number} –", TEXT.at(10), "center"))
    sheet.ink(initials(160, 282, 5600 + number), shade=90)
    sheet.ink(initials(172, 282, 5610 + number), shade=90)


def roll(doc):
    doc.space(1)
    doc.need(8 + 6 * (len(ROLL) + 1))
    columns = (40.0, 52.0, 118.0)
    top, rules = doc.y, [doc.y]
    doc.table_row(*[(x + 1.5, text, TEXT.bold.at(10.5)) for x, text in zip(columns, ("Nr", "Medlem", "Röster"))], leading=4.8)
    for number, name, votes in ROLL:
        rules.append(doc.y + 1.6)
        doc.table_row((columns[0] + 1.5, str(number)), (columns[1] + 1.5, name), (columns[2] + 1.5, str(votes)), leading=6)
    rules.append(doc.y + 1.6)
    doc.table_row((columns[1] + 1.5, "Summa", TEXT.bold), (columns[2] + 1.5, str(sum(votes for *_, votes in ROLL)), TEXT.bold), leading=6)
    rules.append(doc.y + 1.6)
    grid(doc, columns, 140.0, rules, top)
    doc.space(1)


ITEMS = [
    (1, "Stämmans öppnande", ["Byns ordförande Per-Jonas Kuhmunen öppnade stämman och hälsade särskilt de unga renskötarna välkomna."], {}),
    (2, "Val av ordförande, sekreterare och justerare för stämman", [
        "Till ordförande valdes Inger Svonni och till sekreterare Laila Labba. Till justerare utsågs Aslak Omma och Britt-Marie Påve."], {}),
    (3, "Röstlängd", ["Varje påbörjat hundratal renar ger en röst enligt stadgarna. Röstlängden upprättades med följande innehåll.", roll,
                      ("decision", None, "→ Stämman beslutade att godkänna röstlängden.")], {"outcome": "approved"}),
    (4, "Stämmans behöriga utlysande", [("decision", None, "→ Stämman beslutade att kallelsen skett i rätt tid.")], {}),
    (5, "Årsredovisning och revisionsberättelse", [
        "Kaarina Niva läste upp revisionsberättelsen. Byns underskott, 94 600 kronor, beror på dyrare helikoptertimmar vid vårflytten.",
        ("decision", None, "→ Stämman beslutade att bevilja styrelsen ansvarsfrihet för år 2011."),
        "Styrelsens ledamöter deltog inte i beslutet."], {"outcome": "approved"}),
    (6, "Avtal med Vindbolaget om Stuorvárri", [
        "Förslaget till avtal har funnits tillgängligt sedan den 2 april. Birger Haapaniemi svarade på frågor om samråd och betesro.",
        "Nils-Henrik Partapuoli yrkade avslag på avtalet. Per-Jonas Kuhmunen yrkade bifall.",
        "Sluten omröstning genomfördes. För bifall avgavs 139 röster och för avslag 206 röster.",
        ("decision", None, "→ Stämman beslutade att avslå förslaget till avtal."),
        ("reservation", None, "Per-Jonas Kuhmunen och Anders-Erling Huuva reserverade sig till förmån för det egna yrkandet.")],
     {"outcome": "rejected", "votes": [(139, 206, None, [])],
      "proposals": [(["Nils-Henrik Partapuoli"], None, "Nils-Henrik Partapuoli yrkade avslag på avtalet."), (["Per-Jonas Kuhmunen"], None, "Per-Jonas Kuhmunen yrkade bifall.")],
      "reservations": [("Per-Jonas Kuhmunen", None, None), ("Anders-Erling Huuva", None, None)]}),
    (7, "Stängsel mot Riksgränsen", [
        "Länsstyrelsen erbjuder bidrag med 70 procent av kostnaden. Virke måste beställas före midsommar.",
        ("decision", None, "→ Stämman beslutade", "att uppdra åt styrelsen att ansöka om bidraget samt", "att tillsätta en arbetsgrupp med Aslak Omma som sammankallande.")], {}),
    (8, "Ansökan om medlemskap", [
        "Ansökan från Elle-Risten Sarri saknar uppgift om renmärke.",
        ("decision", None, "→ Stämman beslutade att bordlägga ansökan till höststämman.")], {"outcome": "postponed"}),
    (9, "Skrivelse från Vaskijaurs skoterklubb", [
        "Klubben önskar en ny led över Čuolmmavuopme under mars och april.",
        ("decision", None, "→ Stämman beslutade att lägga skrivelsen till handlingarna.")], {"outcome": "noted"}),
    (10, "Avslutning", ["Inger Svonni tackade för visat förtroende och förklarade stämman avslutad. Byn bjöd på renkok."], {}),
]


def item(doc, number, title, paragraphs, more):
    doc.end_item()
    doc.space(3.6)
    doc.need(22)
    doc.row((LEFT, f"Ärende {number}.", TEXT.bold), (52, title, TEXT.bold), leading=6.2)
    doc.begin_item(number, f"Ärende {number}.", title, **more)
    doc.tell(paragraphs, gap=0.4, att=5)


def signatures(doc):
    doc.end_item()
    doc.space(6)
    doc.need(72)
    for n, (role, label, name) in enumerate([("secretary", "Sekreterare:", "Laila Labba"), ("chair", "Stämmoordförande:", "Inger Svonni"),
                                             ("adjuster", "Justerare:", "Aslak Omma"), ("adjuster", "Justerare:", "Britt-Marie Påve")]):
        doc.row((LEFT, label), (72, "." * 60), leading=11)
        doc.sheet.ink(scribble(80, doc.y - 0.2, 5620 + n, width=50, height=7), shade=60)
        doc.row((72, name), leading=5)
        doc.sign(role, label.rstrip(":"), name)
