"""A fishery association's board in 1995, a home printer's document: who is present in a run-in sentence by office, “1) Mötets öppnande”, arrowless decisions in bold type, bare lines for the names."""

from ..document import Document
from ..paper import Style, wrap
from ..pen import scribble
from ..scan import Scanner

SOURCE = "A fishery association's board in 1995, home computer: “Protokoll fört vid styrelsemöte …”, place, day and hours under each other, those present with office in brackets, an adviser from outside, absent with and without notice, " \
         "“1)” and the title in bold, paragraphs without headings, prices of permits in columns, a vote by count, the secretary's and the chair's signatures on lines, the adjuster's date written in type. Scanned in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.35, blur=0.5, noise=3.0, paper=250, quality=40)

TEXT = Style("bookman", 10.5)
LEFT, RIGHT, BODY = 26.0, 184.0, 35.0


def build():
    doc = Document("fiskevardsomrade_1995", TEXT, LEFT, RIGHT, 26, 30, 5.2, None, foot)
    doc.meeting = dict(body="Lången-Bodasjöns fiskevårdsområdesförening", date="1995-03-29", place="Bodaborgs bygdegård", start_time="19:00", end_time="21:45")
    doc.new_sheet()
    doc.row((LEFT, "Lången-Bodasjöns fiskevårdsområdesförening", TEXT.bold.at(14)), leading=7)
    doc.row((LEFT, "Protokoll fört vid styrelsemöte", TEXT.at(12)), leading=7)
    doc.space(3)
    for label, value in [("Plats:", "Bodaborgs bygdegård"), ("Datum:", "onsdagen den 29 mars 1995"), ("Tid:", "kl 19.00-21.45")]:
        doc.row((LEFT, label), (46, value))
    doc.space(3)
    doc.para("Närvarande: Ingemar Hultqvist (ordförande), Birgitta Löf-Danell (kassör), Sten-Åke Brolund (sekreterare), Jan Fagervall, Kurt Sahlman, Rolf Tingström och Lena Mossberg.", note=False, gap=2)
    doc.para("Adjungerad: Mats Eldh, Länsstyrelsen, under punkterna 4 och 5.", note=False, gap=2)
    doc.para("Frånvarande: Evert Skog (anmält förhinder) och Håkan Ljunglöv.", note=False, gap=3)
    doc.attend("Ingemar Hultqvist", "present", role="chair", role_text="ordförande")
    doc.attend("Birgitta Löf-Danell", "present", role_text="kassör")
    doc.attend("Sten-Åke Brolund", "present", role="secretary", role_text="sekreterare")
    for name in ("Jan Fagervall", "Kurt Sahlman", "Rolf Tingström", "Lena Mossberg"):
        doc.attend(name, "present")
    doc.attend("Mats Eldh", "other", organization="Länsstyrelsen", paragraphs=[[4, 5]])
    doc.miss("Evert Skog", reason="anmält förhinder")
    doc.miss("Håkan Ljunglöv")
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def foot(sheet, number):
    sheet.row(283, ((LEFT + RIGHT) / 2, f"- {number} -", TEXT.at(9), "center"))


def permits(doc):
    doc.space(0.6)
    doc.table_row((BODY + 4, "Fiskekort", TEXT.bold), (110, "1994", TEXT.bold, "right"), (136, "1995", TEXT.bold, "right"))
    for what, old, new in [("Dygnskort", "35 kr", "40 kr"), ("Veckokort", "110 kr", "125 kr"), ("Årskort", "275 kr", "300 kr")]:
        doc.table_row((BODY + 4, what), (110, old, TEXT, "right"), (136, new, TEXT, "right"))
    doc.space(1.2)


ITEMS = [
    (1, "Mötets öppnande", ["Ordföranden hälsade de närvarande välkomna och förklarade mötet öppnat."], {}),
    (2, "Val av protokolljusterare", [("decision", None, "Till att jämte ordföranden justera protokollet valdes Lena Mossberg.")], {}),
    (3, "Ekonomi", ["Kassören redogjorde för ställningen. På bankkontot fanns 38 412 kronor. Försäljningen av fiskekort har hittills i år gett 4 870 kronor.",
                    ("decision", None, "Styrelsen beslutade att lägga redogörelsen till handlingarna.")], {"outcome": "noted"}),
    (4, "Kalkning av Bodasjön", ["Mats Eldh informerade om länsstyrelsens kalkningsplan. Bodasjön kan komma ifråga hösten 1996 om pH-värdet fortsätter att sjunka. Bidrag lämnas med 85 procent.",
                                 ("decision", None, "Styrelsen beslutade att ansöka om bidrag och att ge Kurt Sahlman i uppdrag att ta vattenprov varje månad.")], {}),
    (5, "Utsättning av gös", ["Länsstyrelsen har lämnat tillstånd till utsättning av 3 000 ensomriga gösar. Jan Fagervall ansåg att frågan borde vänta tills provfisket är klart.",
                              ("decision", None, "Ärendet bordlades till mötet i maj.")], {"outcome": "postponed"}),
    (6, "Priser på fiskekort", ["Kassören hade gjort upp följande förslag:", permits,
                                "Birgitta Löf-Danell yrkade bifall till förslaget. Rolf Tingström yrkade att priserna skulle vara oförändrade.",
                                "Vid omröstning fick Birgitta Löf-Danells förslag 5 röster och Rolf Tingströms förslag 2 röster.",
                                ("decision", None, "Styrelsen beslutade i enlighet med kassörens förslag."),
                                ("reservation", None, "Rolf Tingström reserverade sig mot beslutet.")],
     {"votes": [(5, 2, None, [])],
      "proposals": [(["Birgitta Löf-Danell"], None, "Birgitta Löf-Danell yrkade bifall till förslaget."),
                    (["Rolf Tingström"], None, "Rolf Tingström yrkade att priserna skulle vara oförändrade.")],
      "reservations": [("Rolf Tingström", None, None)]}),
    (7, "Bryggan vid Sandviken", ["Tre offerter har begärts in på material. Jan Fagervall, som är delägare i Boda Såg & Hyvleri, deltog inte i beslutet.",
                                  ("decision", None, "Styrelsen antog offerten från Boda Såg & Hyvleri på 6 200 kronor.")], {"outcome": "approved", "disqualified": ["Jan Fagervall"]}),
    (8, "Skrivelse från Bodaborgs kanotklubb", ["Klubben ansöker om att få anordna tävling på Lången den 15 juli, samma dag som metartävlingen.",
                                                ("decision", None, "Styrelsen avslog ansökan men föreslår klubben en annan dag.")], {"outcome": "rejected"}),
    (9, "Nästa möte och avslutning", ["Nästa möte hålls onsdagen den 10 maj kl 19.00. Ordföranden tackade för visat intresse och avslutade mötet."], {}),
]


def item(doc, number, title, paragraphs, more):
    doc.end_item()
    doc.space(3.6)
    doc.need(22)
    doc.row((LEFT, f"{number})", TEXT.bold), (BODY, title, TEXT.bold))
    doc.begin_item(number, f"{number})", title, **more)
    doc.tell(paragraphs, indent=BODY - LEFT, gap=0.6)


def signatures(doc):
    doc.end_item()
    doc.space(8)
    doc.need(54)
    for n, (role, label, name, x) in enumerate([("secretary", "Vid protokollet", "Sten-Åke Brolund", LEFT), ("chair", "Ordförande", "Ingemar Hultqvist", 108)]):
        doc.sheet.ink(scribble(x + 3, doc.y + 16, 7600 + n, width=50, height=7), shade=40)
        doc.sheet.line(x, doc.y + 17, x + 66, doc.y + 17, 0.25)
        doc.sign(role, label, name)
    doc.row((LEFT, "Vid protokollet"), (108, "Ordförande"))
    doc.row((LEFT, "Sten-Åke Brolund"), (108, "Ingemar Hultqvist"), leading=16)
    doc.space(4)
    doc.row((LEFT, "Justeras 1995-04-08"))
    doc.sheet.ink(scribble(LEFT + 3, doc.y + 11, 7602, width=50, height=7), shade=40)
    doc.sheet.line(LEFT, doc.y + 12, LEFT + 66, doc.y + 12, 0.25)
    doc.row((LEFT, "Lena Mossberg"), leading=16.5)
    doc.sign("adjuster", "Justeras", "Lena Mossberg")
    doc.adjustments.append(dict(adjusters=["Lena Mossberg"], date="1995-04-08"))
