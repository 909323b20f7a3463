"""A co-operative dairy's board in 1969, a carbon copy: members in brackets by office in running lists, “§ 38 - Mjölkpriset” underlined, annexes."""

from ..document import Document
from ..paper import Style
from ..pen import scribble
from ..scan import Scanner

SOURCE = "A co-operative dairy's board in 1969, a carbon copy: labels followed by run-in lists with the office in brackets, a deputy for one who was away, a consultant for one item, " \
         "“§ 38 - Title” underlined, decisions in sentences of the past, “Bil. 1”, a vote by closed ballot, signatures stacked at the right. A hard scan: carbon, noise, skewed, grey at 200 dpi."
SCANNER = Scanner(dpi=200, skew=1.1, blur=0.75, noise=7.5, paper=224, ink=0.84, carbon=0.2, bleed=0.03, quality=34)

TEXT = Style("nimbusmono", 11.5, typed=True)
LEFT, RIGHT = 30.0, 190.0


def build():
    doc = Document("mejeriforening_1969", TEXT, LEFT, RIGHT, 32, 28, 5.6, head)
    doc.meeting = dict(body="Styrelsen för Södra Mogata Mejeriförening u.p.a.", meeting_number="4/1969", date="1969-04-22", place="mejeriets samlingslokal", start_time="13:00", end_time="16:45",
                       adjournments=[{"start": "14:30", "end": "14:50"}])
    doc.new_sheet()
    doc.row((LEFT, "PROTOKOLL NR 4/1969"))
    doc.space(1)
    doc.para("fört vid sammanträde med styrelsen för Södra Mogata Mejeriförening u.p.a. i mejeriets samlingslokal tisdagen den 22 april 1969 kl. 13.00-16.45. Kaffepaus kl. 14.30-14.50.",
             note=False, gap=4)
    doc.para("Ledamöter: Erik Sandell i Åby (ordförande), Karl-Gustav Boman (vice ordförande), Hugo Petrén, Nils-Arne Fyrvall, Edith Claesson och Lars Ryttare.", note=False, gap=1.5)
    doc.para("Suppleanter: Ture Grankvist (i stället för Sven Löfmark, som var bortrest) samt Inge Möller (ej tjänstgörande).", note=False, gap=1.5)
    doc.para("Övriga: disponent Bertil Häggman, mejeribokhållare Ulla Svartling (sekreterare) och konsulent Gösta Rehnman, Mjölkcentralen (§ 40).", note=False, gap=3)
    doc.attend("Erik Sandell", "member", role="chair", role_text="ordförande")
    doc.attend("Karl-Gustav Boman", "member", role="vice_chair", role_text="vice ordförande")
    for name in ("Hugo Petrén", "Nils-Arne Fyrvall", "Edith Claesson", "Lars Ryttare"):
        doc.attend(name, "member")
    doc.attend("Ture Grankvist", "serving_substitute", replaces="Sven Löfmark")
    doc.attend("Inge Möller", "substitute")
    doc.attend("Bertil Häggman", "official", role_text="disponent")
    doc.attend("Ulla Svartling", "official", role="secretary", role_text="mejeribokhållare")
    doc.attend("Gösta Rehnman", "other", role_text="konsulent", organization="Mjölkcentralen", paragraphs=[[40, 40]])
    doc.miss("Sven Löfmark", reason="bortrest")
    doc.sheet.stamp(138, 12, ["MOTTAGET", "13 MAJ 1969"], Style("sans-bold", 10), 6, shade=120)
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(19, (LEFT, "Styrelseprotokoll 4/1969", TEXT.at(10.5)), (RIGHT, f"Sid. {number}", TEXT.at(10.5), "right"))


def volumes(doc):
    doc.space(0.5)
    for cells in [("", "1969", "1968"), ("Invägd mjölk, ton", "2.918", "3.064"), ("Smör, ton", "86", "91"), ("Ost, ton", "54", "49")]:
        doc.table_row(*([(LEFT + 8, cells[0])] if cells[0] else []), (120, cells[1], TEXT, "right"), (150, cells[2], TEXT, "right"))
    doc.space(1)


ITEMS = [
    (36, "Justering", [("decision", None, "Till att jämte ordföranden justera protokollet valdes Edith Claesson.")], {}),
    (37, "Rapport för första kvartalet", ["Disponenten lämnade följande uppgifter om rörelsen under januari-mars:", volumes,
        "Likviditeten var god. Resultatrapporten bifogas, bil. 1.", ("decision", None, "Styrelsen lade rapporten till handlingarna.")],
     {"outcome": "noted", "attachments": ["bil. 1"]}),
    (38, "Mjölkpriset", ["Med anledning av jordbruksavtalet borde avräkningspriset höjas med 1,5 öre per kilogram från den 1 maj.",
        ("decision", None, "Styrelsen beslutade om höjning i enlighet härmed.")], {}),
    (39, "Linje 6, Vånga-Rystad", ["Åkare Folke Bååth hade sagt upp avtalet om mjölkkörningen. Två nya anbud förelåg. Lars Ryttare, som är svärson till en av anbudsgivarna, anmälde jäv och deltog ej.",
        ("decision", None, "Styrelsen antog Svenssons Åkeri i Vånga med 2,9 öre per kilogram och år.")], {"outcome": "approved", "disqualified": ["Lars Ryttare"]}),
    (40, "Sammanslagning med Östkustens Mejerier", ["Konsulent Rehnman redogjorde för en utredning om sammanslagning. Osttillverkningen skulle flyttas till Valla men invägningsstationen bli kvar i Mogata.",
        "Karl-Gustav Boman föreslog att frågan skulle hänskjutas till föreningsstämman. Hugo Petrén yrkade avslag på utredningens förslag.",
        "Sluten omröstning begärdes. Därvid avgavs 5 röster för Bomans förslag och 2 röster för Petréns yrkande.",
        ("decision", None, "Styrelsen hade alltså beslutat att hänskjuta frågan till föreningsstämman."),
        ("reservation", None, "Hugo Petrén och Nils-Arne Fyrvall reserverade sig till protokollet.")],
     {"votes": [(5, 2, None, [])],
      "proposals": [(["Karl-Gustav Boman"], None, "Karl-Gustav Boman föreslog att frågan skulle hänskjutas till föreningsstämman."),
                    (["Hugo Petrén"], None, "Hugo Petrén yrkade avslag på utredningens förslag.")],
      "reservations": [("Hugo Petrén", None, None), ("Nils-Arne Fyrvall", None, None)]}),
    (41, "Ny diskmaskin", ["Offerter hade begärts från Alfa-Laval och Silkeborg men endast den ena hade kommit.",
        ("decision", None, "Ärendet bordlades till nästa sammanträde.")], {"outcome": "postponed"}),
    (42, "Ansökan om bidrag", ["Mogata hembygdsgille hade ansökt om 300 kronor till ett mjölkbord av äldre modell.",
        ("decision", None, "Styrelsen avslog ansökan.")], {"outcome": "rejected"}),
    (43, "Nästa sammanträde", ["Nästa sammanträde hålles tisdagen den 27 maj kl. 13.00. Ordföranden förklarade sammanträdet avslutat."], {}),
]


def item(doc, number, title, paragraphs, more):
    doc.end_item()
    doc.space(3.5)
    doc.need(20)
    text = f"§ {number} - {title}"
    doc.row((LEFT, text))
    doc.sheet.line(LEFT, doc.y + 1, LEFT + TEXT.width(text), doc.y + 1, 0.3)
    doc.space(0.8)
    doc.begin_item(number, f"§ {number}", title, **more)
    doc.tell(paragraphs, gap=0.4)


def signatures(doc):
    doc.end_item()
    doc.space(6)
    doc.need(72)
    for n, (role, label, name) in enumerate([("secretary", "Vid protokollet", "Ulla Svartling"), ("chair", "Ordförande", "Erik Sandell"), ("adjuster", "Justerat den 6 maj 1969", "Edith Claesson")]):
        doc.row((100, label))
        doc.sheet.ink(scribble(104, doc.y + 10, 6300 + n, width=56, height=8), width=0.5, shade=60)
        doc.sheet.line(100, doc.y + 10.6, 176, doc.y + 10.6, 0.3)
        doc.row((100, name), leading=15.5)
        doc.space(3)
        doc.sign(role, label.split(" den")[0], name)
    doc.adjustments.append(dict(adjusters=["Edith Claesson"], date="1969-05-06"))
