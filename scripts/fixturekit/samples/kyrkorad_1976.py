"""A parish council of 1976 on a typewriter, run-in list of those present."""

from ..document import Document
from ..help import pen
from ..paper import Style
from ..scan import Scanner

SOURCE = "A parish council in 1976, typewritten: centred heading, those present in running prose, § centred above the " \
         "title in capitals, decision as a sentence, signatures under each other. Hard: faded, noisy, skewed 1.3 degrees."
SCANNER = Scanner(dpi=300, skew=-1.3, blur=1.0, noise=12.0, paper=226, ink=0.62, shadow=True, bleed=0.05, punched=True,
                  quality=38)

TEXT = Style("nimbusmono", 12, typed=True)
LEFT, RIGHT, MIDDLE = 30.0, 190.0, 110.0


def build():
    doc = Document("kyrkorad_1976", TEXT, LEFT, RIGHT, 28, 24, 5.6, head)
    doc.meeting = dict(municipality="Ekshults församling", body="Kyrkorådet", date="1976-03-10",
                       place="Ekshults församlingshem", start_time="19:00", end_time="21:15")
    doc.new_sheet()
    front(doc)
    for number, title, paragraphs, more in ITEMS:
        doc.need(26)
        doc.row((MIDDLE, f"§ {number}", TEXT, "center"))
        doc.space(1)
        doc.row((LEFT, title))
        doc.space(1)
        doc.begin_item(number, f"§ {number}", title, None, **more)
        doc.tell(paragraphs, first=0, att=8, gap=1.6)
        doc.end_item()
        doc.space(5)
    end(doc)
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(17, (LEFT, "Kyrkorådet 10.3.1976", TEXT), (RIGHT, f"Sid {number}", TEXT, "right"))


def front(doc):
    doc.row((MIDDLE, "EKSHULTS FÖRSAMLING", TEXT, "center"))
    doc.row((MIDDLE, "Kyrkorådet", TEXT, "center"))
    doc.space(5)
    doc.row((MIDDLE, "PROTOKOLL", TEXT.bold, "center"))
    doc.space(3)
    doc.row((LEFT, "Tid:"), (LEFT + 32, "Onsdagen den 10 mars 1976 kl 19.00 - 21.15"))
    doc.row((LEFT, "Plats:"), (LEFT + 32, "Ekshults församlingshem"))
    doc.space(3)
    doc.para("Närvarande: Kyrkoherde Arne Widmark, ordförande, Elsa Brovall, vice ordförande, Knut Almgård, Sigrid Törnell, "
             "Helge Pauli, Allan Mossberg och Dagmar Riesbeck samt Nils Forsell, tjänstgörande suppleant för Gunvor Tell.")
    doc.space(2)
    doc.para("Vidare närvarande: Suppleanten Inga-Lisa Skoog, komminister Lars-Eric Blomé (§§ 23-24) och kamrer Bo Hellner, "
             "sekreterare.")
    doc.space(5)
    doc.attend("Arne Widmark", "member", role="chair", role_text="ordförande")
    doc.attend("Elsa Brovall", "member", role="vice_chair", role_text="vice ordförande")
    for name in ("Knut Almgård", "Sigrid Törnell", "Helge Pauli", "Allan Mossberg", "Dagmar Riesbeck"):
        doc.attend(name, "member")
    doc.attend("Nils Forsell", "serving_substitute", replaces="Gunvor Tell")
    doc.attend("Inga-Lisa Skoog", "substitute")
    doc.attend("Lars-Eric Blomé", "official", role_text="komminister", paragraphs=[[23, 24]])
    doc.attend("Bo Hellner", "official", role="secretary", role_text="sekreterare")
    doc.miss("Gunvor Tell")


def end(doc):
    doc.need(110)
    doc.row((LEFT, "Vid protokollet"))
    doc.space(13)
    doc.sheet.line(LEFT, doc.y, LEFT + 72, doc.y)
    pen(doc, LEFT + 3, 901, 54, shade=30)
    doc.row((LEFT, "Bo Hellner"))
    doc.space(6)
    doc.row((LEFT, "Justerat den 17 mars 1976"))
    doc.space(13)
    doc.sheet.line(LEFT, doc.y, LEFT + 72, doc.y)
    pen(doc, LEFT + 3, 902, 58, shade=30)
    doc.row((LEFT, "Arne Widmark"))
    doc.space(14)
    doc.sheet.line(LEFT, doc.y, LEFT + 72, doc.y)
    pen(doc, LEFT + 3, 903, 50, shade=30)
    doc.row((LEFT, "Knut Almgård"))
    doc.sign("secretary", "Vid protokollet", "Bo Hellner")
    doc.sign("chair", "Justerat", "Arne Widmark")
    doc.sign("adjuster", "Justerat", "Knut Almgård")
    doc.adjustments.append(dict(adjusters=["Knut Almgård"], date="1976-03-17"))
    doc.space(7)
    doc.para("Att justeringen av detta protokoll tillkännagivits å församlingens anslagstavla den 18 mars 1976 intygas")
    doc.space(13)
    doc.sheet.line(LEFT, doc.y, LEFT + 72, doc.y)
    pen(doc, LEFT + 3, 904, 52, shade=30)
    doc.notices.append(dict(posted="1976-03-18"))


ITEMS = [
    (21, "VAL AV JUSTERINGSMAN", [("decision", None, "Kyrkorådet beslöt att utse Knut Almgård att jämte ordföranden justera dagens "
     "protokoll.")], {}),
    (22, "OMLÄGGNING AV TAKET PÅ EKSHULTS KYRKA", ["Kyrkobyggnads¬konsulenten hade den 12 februari besiktigat kyrkans yttertak. "
     "Spån¬täckningen på lång¬husets norra sida är murken och läckage har upp¬stått ovanför orgel¬läktaren. Kostnaden för en full¬ständig "
     "omläggning beräknas till 148.000 kronor.", "Frågan behandlades av kyrkorådet den 14 januari 1976, § 6, då beslut upp¬sköts i avvaktan på "
     "besiktningen.", ("decision", None, "Kyrkorådet beslöt att in¬fordra anbud på om¬läggning av taket samt att hos riks¬antikvarie¬ämbetet "
     "begära erforderligt tillstånd.")], {"outcome": "approved"}),
    (23, "KONFIRMANDLÄGER SOMMAREN 1976", ["Komminister Blomé re¬dogjorde för planerna på ett konfirmand¬läger vid Stora Lövsjön under tiden 14 - 25 juni. "
     "Tjugo¬två ung¬domar har anmält sig. Lägret be¬räknas kosta 9.400 kronor, varav för¬äldrarna svarar för hälften.",
     ("decision", None, "Kyrkorådet beslöt att bevilja ett bidrag av 4.700 kronor till lägret.")], {"outcome": "approved"}),
    (24, "ANSÖKAN OM BIDRAG FRÅN EKSHULTS KYRKOKÖR", ["Ekshults kyrkokör ansöker om 3.000 kronor för en kon¬sert¬resa till Åland i augusti. "
     "Kören har under fem år inte erhållit något rese¬bidrag.", "På grund av jäv deltog Sigrid Törnell inte i beslutet.",
     "Helge Pauli yrkade avslag på an¬sökan med hän¬visning till budget¬läget.", "Elsa Brovall yrkade bifall.",
     "Ordföranden ställde proposition på de båda yrkandena och fann att kyrkorådet bi¬fallit Elsa Brovalls yrkande.",
     ("decision", None, "Kyrkorådet beslöt att bevilja Ekshults kyrkokör ett bidrag av 3.000 kronor."),
     "Helge Pauli reserverade sig mot beslutet."],
     {"outcome": "approved", "disqualified": ["Sigrid Törnell"], "reservations": [("Helge Pauli", None, None)],
      "proposals": [(["Helge Pauli"], None, "Helge Pauli yrkade avslag på ansökan med hänvisning till budgetläget."),
                    (["Elsa Brovall"], None, "Elsa Brovall yrkade bifall.")]}),
    (25, "ARRENDE AV PRÄSTGÅRDSJORDEN", ["Arrendatorn Evald Stålnäs har sagt upp arrende¬kontraktet avseende 14 hektar åker till den 14 mars 1977. "
     "Lant¬bruks¬nämnden har för¬ordat att marken läggs till någon av de an¬gränsande gårdarna.",
     ("decision", None, "Kyrkorådet beslöt att bordlägga ärendet till nästa sammanträde.")], {"outcome": "postponed"}),
    (26, "ANMÄLNINGAR", ["Anmäldes domkapitlets skrivelse den 20 februari 1976 angående rikskollekter samt kyrko¬gårds¬förvaltningens rapport "
     "över gravskötseln under 1975.", ("decision", None, "Kyrkorådet beslöt att lägga skrivelserna till hand¬lingarna.")], {"outcome": "noted"}),
    (27, "SAMMANTRÄDETS AVSLUTANDE", ["Nästa sammanträde äger rum onsdagen den 14 april 1976 kl 19.00. Ordföranden tackade de närvarande och "
     "avslutade sammanträdet med bön."], {}),
]
