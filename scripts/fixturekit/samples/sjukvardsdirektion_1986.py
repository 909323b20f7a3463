"""A county council's district board of 1986: labels with colons, "53 §" beside an underlined title, decisions under a heading."""

from ..document import Document
from ..help import columns, pen, register, underline
from ..paper import Style
from ..pen import initials
from ..scan import Scanner

SOURCE = "The board of a landsting's hospital district in 1986: early word processor, members in two columns, “53 §” in the margin with " \
         "the title and the Dnr to the right, “Direktionen beslutar” as a heading. A hard scan, faded, in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=-1.6, blur=0.9, noise=13.0, paper=218, ink=0.62, bleed=0.05, punched=True, quality=45)

T = Style("century", 11)
B = T.bold
LEFT, RIGHT, BODY = 26.0, 188.0, 44.0


def build():
    doc = Document("sjukvardsdirektion_1986", T, LEFT, RIGHT, 40, 34, 5.2, head, foot)
    doc.meeting = dict(municipality="Ekbygdens läns landsting", body="Direktionen för Västra sjukvårdsdistriktet", date="1986-05-22",
                       place="Lasarettet i Forsbacken, direktionsrummet", start_time="09:30", end_time="12:40", paragraphs={"first": 48, "last": 55},
                       meeting_number="4/86")
    front(doc)
    doc.space(8)
    for entry in ITEMS:
        item(doc, *entry)
    doc.end_item()
    end(doc)
    return doc.finish()


def head(sheet, number):
    sheet.row(18, (LEFT, "EKBYGDENS LÄNS LANDSTING", B), (124, "PROTOKOLL NR 4/86", B), (RIGHT, f"{number}(3)", T, "right"))
    sheet.row(23.5, (LEFT, "Direktionen för Västra sjukvårdsdistriktet", T), (124, "1986-05-22", T))
    sheet.line(LEFT, 28, RIGHT, 28, 0.3)


def foot(sheet, number):
    sheet.row(276, (LEFT, "Justeras", T.at(8)))
    sheet.ink(initials(44, 278, 8600 + number), shade=40)
    sheet.ink(initials(62, 278, 8620 + number), shade=40)


MEMBERS = [("Sven-Bertil Axner", "s", "ordförande", "chair"), ("Gerd Holmsund", "s", "vice ordförande", "vice_chair"), ("Jan-Olov Rystedt", "s", None, None),
           ("Barbro Elmfors", "s", None, None), ("Hans Gerdman", "c", None, None), ("Margareta Dahlsten", "m", None, None),
           ("Åke Selinder", "m", None, None), ("Christina Ahlgrund", "fp", None, None)]
SERVING = [("Stig Wallebo", "s", "Mary Sköldin", "s"), ("Eivor Rosengård", "c", "Lars-Erik Bondeson", "c")]


def front(doc):
    doc.new_sheet()
    label(doc, "Plats:", "Lasarettet i Forsbacken, direktionsrummet")
    label(doc, "Tid:", "Torsdagen den 22 maj 1986 kl 09.30-12.40")
    doc.space(3)
    doc.row((LEFT, "Beslutande:", B))
    names = [f"{name} ({party})" + (f", {text}" if text else "") for name, party, text, _ in MEMBERS]
    columns(doc, [[(LEFT, n, T) for n in names[:4]], [(112, n, T) for n in names[4:]]], 5.2)
    doc.space(3)
    doc.row((LEFT, "Tjänstgörande ersättare:", B))
    for name, party, member, other in SERVING:
        doc.row((LEFT, f"{name} ({party}) för {member} ({other})"))
    doc.space(3)
    doc.row((LEFT, "Ej tjänstgörande ersättare:", B))
    doc.row((LEFT, "Nils Furhammar (m)"))
    doc.row((LEFT, "Inger Blomstrand (vpk)"))
    doc.space(3)
    doc.row((LEFT, "Övriga närvarande:", B))
    for text in ["Carl-Gustaf Rhodin, sjukhusdirektör", "Ulla Tengvall, klinikföreståndare, § 51", "Bo Lindestam, personalföreträdare",
                 "Anita Kjellgren-Moe, sekreterare"]:
        doc.row((LEFT, text))
    doc.space(3)
    label(doc, "Justerare:", "Margareta Dahlsten (m)")
    label(doc, "Justering:", "Forsbacken 1986-05-30")
    register(doc, MEMBERS, SERVING, [("Nils Furhammar", "m"), ("Inger Blomstrand", "vpk")],
             [("Carl-Gustaf Rhodin", "sjukhusdirektör"), ("Ulla Tengvall", "klinikföreståndare", [[51, 51]])], [("Bo Lindestam", "personalföreträdare")])
    doc.attend("Anita Kjellgren-Moe", "official", role="secretary", role_text="sekreterare")
    doc.adjustments.append(dict(adjusters=["Margareta Dahlsten"], place="Forsbacken", date="1986-05-30"))


def label(doc, text, value):
    doc.row((LEFT, text, B), (60, value), leading=5.8)


def item(doc, number, reference, title, paragraphs, more):
    doc.end_item()
    doc.need(28)
    doc.row((LEFT, f"{number} §", B), (BODY, title, B), *[(RIGHT, f"Dnr {reference}", T, "right")] * bool(reference), leading=5.6)
    underline(doc, BODY, title, B)
    doc.space(1.8)
    doc.begin_item(number, f"{number} §", title, reference, **more)
    doc.tell(paragraphs, indent=BODY - LEFT, att=8, gap=1.4, heading=T.italic, above=1.0)
    doc.space(5)


D = "Direktionen beslutar"
ITEMS = [
    (48, None, "Val av justerare", [("decision", D, "att utse Margareta Dahlsten (m) att jämte ordföranden justera protokollet.")], {}),
    (49, None, "Sjukhusdirektören informerar", ["Beläggningen vid medicinkliniken har under våren legat på 97 procent. Inför sommaren stängs två vård¬avdelningar "
     "under fem veckor. Rekryteringen av sommar¬vikarier har gått bättre än föregående år.", ("decision", D, "att lägga informationen till hand¬lingarna.")], {}),
    (50, "D 62/86", "Ekonomisk rapport januari-april", ["Distriktets netto¬kostnader uppgick till 84,6 miljoner kronor, vilket är 1,2 miljoner kronor mer än beräknat. "
     "Merkostnaden avser främst läkemedel och övertids¬ersättningar. För helåret beräknas ett underskott på 2,5 miljoner kronor.",
     ("decision", D, "att godkänna rapporten samt", "att uppdra åt sjukhus¬direktören att till nästa sammanträde redovisa förslag till besparingar.")], {}),
    (51, "D 71/86", "Dagkirurgi vid ögonkliniken", ["Ulla Tengvall redogör för ett förslag att från hösten utföra starr¬operationer i dagkirurgi. Väntetiden, som nu är elva månader, "
     "beräknas kunna halveras på två år. Förslaget kräver två nya tjänster och ut¬rustning för 460 000 kronor.",
     ("motions", "Yrkanden", "Gerd Holmsund (s) yrkar bifall till förslaget.", "Åke Selinder (m) yrkar att operationerna i stället läggs ut på entreprenad."),
     ("order", "Propositionsordning", "Ordföranden ställer proposition på yrkandena och finner att direktionen bifaller Gerd Holmsunds yrkande."),
     ("decision", D, "att införa dagkirurgi vid ögonkliniken från och med den 1 oktober 1986 samt", "att hos förvaltnings¬utskottet hemställa om medel för utrustningen."),
     ("reservation", "Reservation", "Åke Selinder (m) och Margareta Dahlsten (m) reserverar sig mot beslutet.")],
     dict(proposals=[(["Gerd Holmsund"], "S", "Gerd Holmsund (s) yrkar bifall till förslaget."),
                     (["Åke Selinder"], "M", "Åke Selinder (m) yrkar att operationerna i stället läggs ut på entreprenad.")],
          reservations=[("Åke Selinder", "M", None), ("Margareta Dahlsten", "M", None)])),
    (52, "D 55/86", "Hyresavtal för Lunda vårdcentral", ["Nuvarande avtal med Lunda Fastighets AB upphör vid årsskiftet. Bolaget erbjuder ett nytt avtal på fem år "
     "med en hyra om 412 kronor per kvadrat¬meter.", ("disqualification", None, "Hans Gerdman (c) deltar på grund av jäv inte i ärendet."),
     ("decision", D, "att godkänna hyresavtalet.")], dict(disqualified=["Hans Gerdman"])),
    (53, "D 68/86", "Anställning av överläkare vid röntgen", ["Två sökande finns till den lediga tjänsten. Tjänste¬förslags¬nämnden har förordat Gunilla Starck, "
     "som tjänst¬gjort vid avdelningen sedan 1981.", ("decision", D, "att tillsätta Gunilla Starck på tjänsten från och med den 1 augusti 1986.")], {}),
    (54, "D 44/86", "Yttrande över förslag till patientnämnd", ["Förvaltningsutskottet har begärt yttrande över en utredning om förtroendenämndens framtida organisation. Utredningen föreslår att "
     "distrikten får egna kontakt¬personer.", ("decision", D, "att tillstyrka förslaget.")], {}),
    (55, None, "Anmälningsärenden", ["Protokoll från skyddskommittén den 29 april 1986 och från samarbets¬kommittén den 6 maj 1986 anmäls.",
     ("decision", D, "att lägga anmälningarna till handlingarna.")], {}),
]


def end(doc):
    doc.need(64)
    doc.space(4)
    doc.row((LEFT, "Vid protokollet"), (112, "Justeras"), leading=6)
    for n, (left, right) in enumerate([("Anita Kjellgren-Moe", "Sven-Bertil Axner"), (None, "Margareta Dahlsten")]):
        doc.space(15)
        if left:
            pen(doc, LEFT + 3, 8640, width=54)
        pen(doc, 114, 8641 + n, width=48)
        doc.row(*[(LEFT, left)] * bool(left), (112, right))
    doc.sign("secretary", "Vid protokollet", "Anita Kjellgren-Moe")
    doc.sign("chair", "Justeras", "Sven-Bertil Axner")
    doc.sign("adjuster", "Justeras", "Margareta Dahlsten")
