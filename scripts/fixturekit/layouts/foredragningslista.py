"""A summons with the agenda of a meeting: numbers, titles, names to be excused to; no protocol."""

from ..document import Document
from ..paper import Style
from ..scan import Scanner

SOURCE = "The summons to a council's meeting in 2001 with its agenda: place, time, numbered matters with references, group meetings, the chair's " \
         "name; no minutes. Scanned in black and white at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.2, blur=0.7, noise=8.0, black_and_white=True)

TEXT = Style("lato", 11)
LEFT, RIGHT = 26.0, 186.0

MATTERS = [("Upprop och val av justerare", None), ("Allmänhetens frågestund", None), ("Taxa för upplåtelse av torgplats", "KS 2001/88"),
           ("Avveckling av Kåsa brandstation", "KS 2001/102"), ("Motion från Ulrik Hjorton (kd) om trygga skolvägar", "KS 2000/361"),
           ("Medborgarförslag om utegym", "KS 2001/44"), ("Val av nämndeman efter Greta Stadin (s)", "KS 2001/117"), ("Inkomna motioner", None)]


def build():
    doc = Document("foredragningslista", TEXT, LEFT, RIGHT, 26, 26, 5.6)
    doc.kind = "agenda"
    doc.meeting = dict(municipality="Kåsa kommun", body="Kommunfullmäktige", date="2001-09-17", place="Kåsa bygdegård", start_time="19:00")
    doc.silent = ("contents",)  # a list of matters is one, and is none
    doc.new_sheet()
    doc.row((LEFT, "KÅSA KOMMUN", TEXT.bold.at(13)), (RIGHT, "2001-09-06", TEXT, "right"))
    doc.row((LEFT, "Kommunfullmäktige"))
    doc.space(6)
    doc.row((LEFT, "Kallelse och föredragningslista", TEXT.bold.at(16)), leading=9)
    doc.space(2)
    doc.para("Ledamöterna kallas till sammanträde i Kåsa bygdegård måndagen den 17 september 2001 klockan 19.00. Den som inte kan komma meddelar "
             "kansliet, så att ersättare kan kallas in.", gap=3)
    doc.row((LEFT, "Gruppmöten", TEXT.bold))
    for party, place in [("Socialdemokraterna", "Storasalen kl 18.00"), ("Moderaterna", "Biblioteket kl 18.00"), ("Centerpartiet", "Köket kl 18.15")]:
        doc.row((LEFT + 4, party), (86, place))
    doc.space(4)
    doc.row((LEFT, "Ärenden", TEXT.bold.at(13)), leading=7)
    for number, (title, reference) in enumerate(MATTERS, 1):
        doc.row((LEFT, f"{number}."), (36, title), *([(RIGHT, reference, TEXT, "right")] if reference else []), leading=6.6)
    doc.space(6)
    doc.para("Handlingarna finns på kommunkansliet och på biblioteken.", gap=8)
    doc.row((LEFT, "Roine Edholm"), (100, "Elsebeth Carlmark"))
    doc.row((LEFT, "ordförande"), (100, "sekreterare"))
    return doc.finish()
