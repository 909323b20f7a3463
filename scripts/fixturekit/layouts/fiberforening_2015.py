"""A rural broadband association's board in 2015, word processor: labels and values, names with an office after a dash, “§ 41 Title” in a grey band, decisions in sentences, tasks “Ansvarig:”, initials of those who adjust."""

from ..document import Document
from ..paper import Style
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A rural broadband association's board in 2015, word processor: a large heading, those present in a list with office after a dash, by telephone, who came late by the clock, a substitute who serves, guests, “§ 41” and title in a grey band, notes in short paragraphs, " \
         "“Styrelsen beslutade att …”, “Ansvarig: …”, a table of tenders, a vote told in numbers, a reservation, jäv, signatures left and right over typed names. Scanned in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.2, blur=0.5, noise=2.0, paper=252, quality=34)

TEXT = Style("lato", 10.2)
LEFT, RIGHT, BODY, SECOND = 28.0, 184.0, 60.0, 110.0


def build():
    doc = Document("fiberforening_2015", TEXT, LEFT, RIGHT, 28, 28, 5.2, head, foot)
    doc.meeting = dict(body="Styrelsen för Norrbygdens Fiber ekonomisk förening", meeting_number="4", date="2015-05-06", place="Bygdegården i Kärrtorpa", start_time="18:30", end_time="20:55")
    doc.new_sheet()
    doc.row((LEFT, "Styrelseprotokoll nr 4", TEXT.bold.at(20)), leading=9)
    doc.row((LEFT, "Styrelsen för Norrbygdens Fiber ekonomisk förening", TEXT.at(12)), leading=6.5)
    doc.space(4)
    for label, lines in [("Tid", ["Onsdagen den 6 maj 2015 kl. 18.30–20.55"]), ("Plats", ["Bygdegården i Kärrtorpa"]),
                         ("Ledamöter", ["Hans-Olof Dykert – ordförande", "Anneli Sjöblad – vice ordförande", "Torbjörn Rapp – kassör", "Eva Mårdbrant – sekreterare", "Patrik Lundahl-Hage – via telefon", "Sofia Wigren – kl. 18.30–20.00"]),
                         ("Suppleanter", ["Kalle Ödman – tjänstgör för Gerd Isberg", "Britta Flodell"]), ("Övriga", ["Niklas Tveit, Skogsnät AB – § 43", "Margaretha Brink, revisor – § 42"]), ("Förhindrad", ["Gerd Isberg"])]:
        for n, line in enumerate(lines):
            doc.row(*([(LEFT, label, TEXT.bold)] if n == 0 else []), (BODY, line))
        doc.space(1.6)
    doc.attend("Hans-Olof Dykert", "member", role="chair", role_text="ordförande")
    doc.attend("Anneli Sjöblad", "member", role="vice_chair", role_text="vice ordförande")
    doc.attend("Torbjörn Rapp", "member", role_text="kassör")
    doc.attend("Eva Mårdbrant", "member", role="secretary", role_text="sekreterare")
    doc.attend("Patrik Lundahl-Hage", "member", remote=True)
    doc.attend("Sofia Wigren", "member", times=[{"start": "18:30", "end": "20:00"}])
    doc.attend("Kalle Ödman", "serving_substitute", replaces="Gerd Isberg")
    doc.attend("Britta Flodell", "substitute")
    doc.attend("Niklas Tveit", "other", organization="Skogsnät AB", paragraphs=[[43, 43]])
    doc.attend("Margaretha Brink", "other", role_text="revisor", paragraphs=[[42, 42]])
    doc.miss("Gerd Isberg")
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    sheet.row(16, (LEFT, "Norrbygdens Fiber", TEXT.at(9)), (RIGHT, "2015-05-06", TEXT.at(9), "right"))


def foot(sheet, number):
    sheet.row(283, ((LEFT + RIGHT) / 2, f"Sida {number}", TEXT.at(9), "center"))
    for n in range(2):
        sheet.ink(initials(160 + 14 * n, 284, 8900 + 5 * number + n), shade=40)


def tenders(doc):
    doc.space(0.8)
    columns = (LEFT + 4, 118.0, 160.0)
    doc.table_row((columns[0], "Anbudsgivare", TEXT.bold), (columns[1], "Pris per anslutning", TEXT.bold, "right"), (columns[2], "Klart", TEXT.bold, "right"))
    for row in [("Skogsnät AB", "17 900 kr", "2016-06-30"), ("Kabelgrävarna i Hed AB", "18 450 kr", "2016-05-31"), ("Mellbergs Entreprenad", "21 200 kr", "2016-09-30")]:
        doc.table_row((columns[0], row[0]), (columns[1], row[1], TEXT, "right"), (columns[2], row[2], TEXT, "right"))
    doc.space(1.2)


ITEMS = [
    (39, "Mötets öppnande", ["Ordföranden öppnade mötet och konstaterade att styrelsen var beslutför."], {}),
    (40, "Val av justerare", [("decision", None, "Styrelsen beslutade att välja Torbjörn Rapp att justera protokollet.")], {}),
    (41, "Föregående protokoll", ["Protokoll nr 3 från den 8 april gicks igenom.", ("decision", None, "Styrelsen beslutade att lägga protokollet till handlingarna.")], {"outcome": "noted"}),
    (42, "Ekonomi", [
        "Torbjörn Rapp redovisade ställningen. På kontot finns 1 284 000 kr och 212 av 260 medlemmar har betalat insatsen. Margaretha Brink påminde om att momsen ska redovisas kvartalsvis.",
        ("decision", None, "Styrelsen beslutade att godkänna den ekonomiska rapporten."), "Ansvarig: Torbjörn Rapp"], {"outcome": "approved"}),
    (43, "Upphandling av grävning och blåsning", [
        "Tre anbud har kommit in. Niklas Tveit svarade på frågor om sitt företags anbud och lämnade därefter mötet.", tenders,
        "Anneli Sjöblad föreslog att Skogsnät AB antas. Patrik Lundahl-Hage föreslog att Kabelgrävarna i Hed AB antas eftersom tiden är kortare.",
        ("vote", None, "Omröstning begärdes. Skogsnät AB fick 4 röster och Kabelgrävarna i Hed AB 2 röster."),
        ("decision", None, "Styrelsen beslutade att anta anbudet från Skogsnät AB."),
        ("reservation", None, "Patrik Lundahl-Hage reserverade sig mot beslutet."),
        "Kalle Ödman, som är anställd hos en av anbudsgivarna, deltog inte i beslutet på grund av jäv.", "Ansvarig: Hans-Olof Dykert"],
     {"outcome": "approved", "votes": [(4, 2, None, [])], "disqualified": ["Kalle Ödman"],
      "proposals": [(["Anneli Sjöblad"], None, "Anneli Sjöblad föreslog att Skogsnät AB antas."), (["Patrik Lundahl-Hage"], None, "Patrik Lundahl-Hage föreslog att Kabelgrävarna i Hed AB antas eftersom tiden är kortare.")],
      "reservations": [("Patrik Lundahl-Hage", None, None)]}),
    (44, "Markavtal", [
        "Av 61 markägare har 57 skrivit på. Fyra vill ha en annan dragning längs Storbäcken, se bilaga 1.",
        ("decision", None, "Styrelsen beslutade att bordlägga frågan om dragningen till nästa möte."), "Ansvarig: Anneli Sjöblad"], {"outcome": "postponed", "attachments": ["bilaga 1"]}),
    (45, "Begäran om återbetalning av insats", [
        "En medlem som har sålt sitt fritidshus begär att få insatsen åter i förtid.",
        ("decision", None, "Styrelsen beslutade att avslå begäran med hänvisning till § 9 i stadgarna.")], {"outcome": "rejected"}),
    (46, "Informationskväll", ["Sofia Wigren har bokat bygdegården lördagen den 30 maj kl. 14. Flygblad delas ut i brevlådorna veckan före. Britta Flodell ordnar kaffe."], {}),
    (47, "Nästa möte och avslutning", ["Nästa möte hålls onsdagen den 3 juni kl. 18.30 på samma plats. Ordföranden tackade och avslutade mötet."], {}),
]


def item(doc, number, title, paragraphs, more):
    doc.end_item()
    doc.space(4.2)
    doc.need(24)
    doc.sheet.box(LEFT, doc.y + 0.6, RIGHT, doc.y + 7.2, 0.0, 226)
    doc.row((LEFT + 2, f"§ {number}", TEXT.bold.at(11)), (LEFT + 18, title, TEXT.bold.at(11)), leading=5.4)
    doc.begin_item(number, f"§ {number}", title, **more)
    doc.space(2.4)
    doc.tell(paragraphs, gap=0.9)


def signatures(doc):
    doc.end_item()
    doc.space(8)
    doc.need(64)
    for rows in ([("secretary", "Sekreterare", "Eva Mårdbrant"), ("chair", "Ordförande", "Hans-Olof Dykert")], [("adjuster", "Justerare 2015-05-18", "Torbjörn Rapp")]):
        columns = (LEFT, SECOND)
        doc.row(*[(x, label, TEXT.bold) for x, (_, label, _) in zip(columns, rows)])
        doc.space(12)
        for x, (role, label, name) in zip(columns, rows):
            doc.sheet.line(x, doc.y, x + 64, doc.y, 0.25)
            doc.sheet.ink(scribble(x + 4, doc.y - 0.8, 8920 + len(doc.signatures), width=46, height=6), shade=40)
            doc.sign(role, label.split(" ")[0], name)
        doc.row(*[(x, name) for x, (_, _, name) in zip(columns, rows)])
        doc.space(5)
    doc.adjustments.append(dict(adjusters=["Torbjörn Rapp"], date="2015-05-18"))
