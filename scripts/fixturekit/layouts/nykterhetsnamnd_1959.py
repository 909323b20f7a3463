"""A rural temperance board in 1959, typewritten: a roll with “närv.” and “förf.” and the substitute called in, “17.” in the margin beside an underlined subject, decisions after “Beslut:” in the same line."""

from ..document import Document
from ..paper import Style
from ..pen import scribble
from ..scan import Scanner

SOURCE = "A rural temperance board in 1959, typewritten: labels and values, a roll in columns that says who was there and who was called in, “17.” in the margin and the subject underlined beside it, text below it in a column of its own, " \
         "“Beslut:” run into the sentence, personal matters under a number, a vote by acclamation and then by hands, signatures beside labels. Scanned in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=-0.25, blur=0.6, noise=3.0, paper=245, quality=40)

TEXT = Style("nimbusmono", 11.5, typed=True)
LEFT, RIGHT, BODY, SECOND = 28.0, 190.0, 44.0, 104.0

ROLL = [("Kantor Ivar Hjelmberg, ordf.", "närv.", ""), ("Småbrukare Seth Nordanäng, v. ordf.", "närv.", ""), ("Fru Linnéa Tunander", "närv.", ""), ("Fabriksarbetare Roland Kvick", "förf.", "Reparatör Harald Böös"),
        ("Distriktssköterska Elvy Sandmark", "närv.", "")]


def build():
    doc = Document("nykterhetsnamnd_1959", TEXT, LEFT, RIGHT, 30, 28, 5.3, head)
    doc.meeting = dict(municipality="Bäckefors-Töllsjö kommun", body="Nykterhetsnämnden", date="1959-03-11", place="Kommunalkontoret, Töllsjö", start_time="18:30", end_time="20:40")
    doc.new_sheet()
    doc.row((LEFT, "BÄCKEFORS-TÖLLSJÖ KOMMUN"), (RIGHT, "Sammanträdesprotokoll", TEXT, "right"))
    doc.row((LEFT, "Nykterhetsnämnden"))
    doc.space(3)
    doc.row((LEFT, "Dag:"), (BODY + 4, "Onsdagen den 11 mars 1959, kl. 18.30 - 20.40"))
    doc.row((LEFT, "Plats:"), (BODY + 4, "Kommunalkontoret, Töllsjö"))
    doc.space(3)
    columns = (LEFT, 118.0, 136.0)
    doc.row((columns[0], "Ledamot"), (columns[2], "Inkallad suppleant"))
    doc.sheet.line(LEFT, doc.y + 1.2, RIGHT, doc.y + 1.2, 0.25)
    doc.space(1.6)
    for who, mark, sub in ROLL:
        doc.row((columns[0], who), (columns[1], mark), *([(columns[2], sub)] if sub else []))
    doc.space(3)
    doc.attend("Ivar Hjelmberg", "member", role="chair", role_text="ordf.")
    doc.attend("Seth Nordanäng", "member", role="vice_chair", role_text="v. ordf.")
    doc.attend("Linnéa Tunander", "member")
    doc.attend("Harald Böös", "serving_substitute", role_text="Reparatör", replaces="Roland Kvick")
    doc.attend("Elvy Sandmark", "member", role_text="Distriktssköterska")
    doc.para("Vidare var närvarande polisman Gunnar Ålander, §§ 18 - 20, och kommunal¬kamrer Stig Hyllengren, sekreterare.", note=False, gap=1)
    doc.attend("Gunnar Ålander", "other", role_text="polisman", paragraphs=[[18, 20]])
    doc.attend("Stig Hyllengren", "official", role="secretary", role_text="kommunalkamrer")
    doc.miss("Roland Kvick", role_text="Fabriksarbetare")
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(21, (LEFT, "Nykterhetsnämnden den 11 mars 1959", TEXT), (RIGHT, f"blad {number}", TEXT, "right"))


def cost(doc):
    doc.space(0.4)
    for what, amount in [("Filmhyra", "85:-"), ("Föreläsare, arvode och resa", "140:-"), ("Affischer och annonser", "62:50"), ("Kaffe", "45:-")]:
        doc.table_row((BODY + 6, what), (158, amount, TEXT, "right"))
    doc.space(1)


ITEMS = [
    (16, "Justering av protokollet", [("decision", None, "Beslut: Att tillsammans med ordföranden justera protokollet utses Linnéa Tunander.")], {}),
    (17, "Verksamheten under år 1958", [
        "Sekreteraren redogör för den till länsnykterhetsnämnden avgivna berättelsen. Antalet anmälningar var 31 mot 38 år 1957. Hjälpåtgärder har vidtagits i 14 fall.",
        ("decision", None, "Beslut: Redogörelsen lägges till handlingarna.")], {"outcome": "noted"}),
    (18, "Personärende, akt 7/58", [
        "Mannen har efter vistelsen vid Ribbingelund skött sitt arbete vid sågen. Övervakaren hemställer, att övervakningen upphör.",
        ("decision", None, "Beslut: Nämnden bifaller framställningen.")], {"outcome": "approved"}),
    (19, "Personärende, akt 2/59", [
        "Polisman Ålander föredrager en rapport om fylleri vid järnvägs¬stationen den 14 februari. Anmälde har icke hörsammat kallelsen till sammanträdet.",
        ("decision", None, "Beslut: Ärendet bordlägges till nästa sammanträde, till vilket anmälde skall kallas ånyo.")], {"outcome": "postponed"}),
    (20, "Ansökan om tillstånd till utskänkning", [
        "Töllsjö Gästgivaregård söker tillstånd att servera vin och starköl till måltid.",
        "Seth Nordanäng yrkar, att nämnden tillstyrker ansökningen. Elvy Sandmark yrkar avstyrkan.",
        "Efter handuppräckning befinnes, att 2 ledamöter röstat för till¬styrkan och 3 för avstyrkan.",
        ("decision", None, "Beslut: Nämnden avstyrker ansökningen."),
        ("reservation", None, "Seth Nordanäng och Harald Böös reserverar sig mot beslutet.")],
     {"votes": [(2, 3, None, [])],
      "proposals": [(["Seth Nordanäng"], None, "Seth Nordanäng yrkar, att nämnden tillstyrker ansökningen."), (["Elvy Sandmark"], None, "Elvy Sandmark yrkar avstyrkan.")],
      "reservations": [("Seth Nordanäng", None, None), ("Harald Böös", None, None)]}),
    (21, "Upplysningsafton i Folkets hus", [
        "Tillsammans med IOGT-logen 1142 Framåt planeras en afton för ungdom fredagen den 24 april. Kostnaderna beräknas till:", cost,
        ("decision", None, "Beslut: Nämnden anvisar 332 kronor 50 öre ur anslaget för upp¬lysning.")], {}),
    (22, "Kurs för övervakare", [
        "Länsnykterhetsnämnden inbjuder till kurs i Vänersborg den 9-10 maj.",
        ("decision", None, "Beslut: Fru Tunander får delta mot ersättning enligt res¬reglementet.")], {}),
]


def item(doc, number, title, paragraphs, more):
    doc.end_item()
    doc.space(3)
    doc.need(22)
    doc.row((LEFT + 2, f"{number}."), (BODY, title))
    doc.sheet.line(BODY, doc.y + 0.9, BODY + TEXT.width(title), doc.y + 0.9, 0.25)
    doc.space(0.8)
    doc.begin_item(number, f"{number}.", title, **more)
    doc.tell(paragraphs, indent=BODY - LEFT, gap=0.6)


def signatures(doc):
    doc.end_item()
    doc.space(7)
    doc.need(56)
    for n, (label, name, role) in enumerate([("Sekreterare", "Stig Hyllengren", "secretary"), ("Ordförande", "Ivar Hjelmberg", "chair"), ("Justeringsman", "Linnéa Tunander", "adjuster")]):
        doc.row((LEFT, label), (72, "." * 26), (140, name), leading=11)
        doc.sheet.ink(scribble(76, doc.y - 1, 8300 + n, width=46, height=6), width=0.5, shade=60)
        doc.sign(role, label, name)
    doc.space(4)
    doc.row((LEFT, "Justerat den 18 mars 1959. Anslag härom uppsatt den 19 mars 1959."))
    doc.adjustments.append(dict(adjusters=["Linnéa Tunander"], date="1959-03-18"))
    doc.notices.append(dict(posted="1959-03-19"))
