"""The annual meeting of a cooperative for broadband in 2015: points numbered 1., 2., ..."""

from ..document import Document
from ..help import gather, pen
from ..paper import Style
from ..scan import Scanner

SOURCE = "The annual meeting (ordinarie föreningsstämma) of a rural broadband cooperative in 2015: centred title, points " \
         "numbered without §, only the board named, elections in a list, decisions as sentences. Scanned in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.6, blur=0.6, noise=4.0, paper=245, shadow=True, quality=50)

TEXT = Style("opensans", 10)
LEFT, RIGHT = 26.0, 186.0

BOARD = [("Ulla Mannerheim", "ordförande"), ("Per-Erik Ståhlnacke", "kassör"), ("Lotta Bjurman", "sekreterare"),
         ("Dag Hjertén", "ledamot"), ("Kenneth Olausson", "ledamot")]


def build():
    doc = Document("fiberforening_2015", TEXT, LEFT, RIGHT, 26, 34, 5.5, None, foot)
    doc.meeting = dict(body="Ramsnäsbygdens Fiber ekonomisk förening", date="2015-04-21", place="Ramsnäs bygdegård",
                       start_time="19:00", end_time="20:35")
    front(doc)
    for number, title, entries in ITEMS:
        doc.end_item()
        doc.need(20)
        doc.space(3.2)
        doc.row((LEFT, f"{number}.", TEXT.bold), (LEFT + 10, title, TEXT.bold), leading=5.3)
        doc.space(0.4)
        doc.begin_item(number, f"{number}.", title, **gather(entries))
        doc.tell(entries, indent=10, att=5, gap=0.9)
    doc.end_item()
    end(doc)
    return doc.finish()


def foot(sheet, number):
    sheet.line(LEFT, 278, RIGHT, 278, 0.2)
    sheet.row(282.5, (LEFT, "Ramsnäsbygdens Fiber ekonomisk förening, org.nr 769600-0000", TEXT.at(8)),
              (RIGHT, f"Sid {number}/3", TEXT.at(8), "right"))


def front(doc):
    doc.new_sheet()
    doc.y = 22
    doc.row((106, "Ramsnäsbygdens Fiber ekonomisk förening", TEXT.bold.at(14), "center"), leading=7)
    doc.row((106, "Protokoll fört vid ordinarie föreningsstämma", TEXT.at(12), "center"), leading=7)
    doc.space(4)
    for label, value in [("Datum:", "Tisdagen den 21 april 2015"), ("Tid:", "Kl. 19.00–20.35"), ("Plats:", "Ramsnäs bygdegård")]:
        doc.row((LEFT, label), (LEFT + 26, value))
    doc.row((LEFT, "Närvarande:"), (LEFT + 26, "58 medlemmar enligt röstlängden samt från styrelsen"))
    for name, title in BOARD:
        doc.row((LEFT + 26, f"{name}, {title}"))
        doc.attend(name, "present", role={"ordförande": "chair", "sekreterare": "secretary"}.get(title), role_text=title)
    doc.space(3)


def elected(doc):
    """The list of those who were elected."""
    for cells in [("Ordförande, 1 år", "Ulla Mannerheim (omval)"), ("Ledamot, 2 år", "Dag Hjertén (omval)"),
                  ("Ledamot, 2 år", "Sara Tengblad (nyval)"), ("Suppleant, 1 år", "Ove Kullberg (omval)")]:
        doc.table_row((LEFT + 15, cells[0], TEXT), (LEFT + 58, cells[1], TEXT))
    doc.space(1.2)


S = "Stämman beslutade "
ITEMS = [
    (1, "Stämmans öppnande", ["Styrelsens ordförande Ulla Mannerheim hälsade alla välkomna och öppnade stämman."]),
    (2, "Val av ordförande och sekreterare vid stämman", ["Till ordförande vid stämman valdes Gösta Wahlström och till sekreterare "
                                                          "Lotta Bjurman."]),
    (3, "Godkännande av röstlängd", ["Röstlängden omfattade 58 röstberättigade medlemmar, varav sex genom ombud. Röstlängden "
                                     "godkändes och bifogas protokollet."]),
    (4, "Val av justerare", ["Till justerare, tillika rösträknare, valdes Agneta Forsell och Jan Tillman."]),
    (5, "Fråga om stämman blivit behörigen utlyst", ["Kallelsen skickades ut med e-post och brev den 30 mars. Stämman ansågs "
                                                     "behörigen utlyst."]),
    (6, "Fastställande av dagordning", ["Dagordningen godkändes utan ändringar."]),
    (7, "Styrelsens årsredovisning", [
        "Ulla Mannerheim gick igenom verksamhets¬berättelsen. Under 2014 anslöts 212 fastigheter till nätet. Grävningen i Nordanå "
        "försenades av berg och kunde inte avslutas före vintern. Föreningen har sökt ytterligare stöd hos läns¬styrelsen.",
        "Per-Erik Ståhlnacke redogjorde för resultat- och balans¬räkningen. Årets resultat är 143 000 kronor. Lånet i banken uppgår "
        "till 6,2 miljoner kronor."]),
    (8, "Revisorns berättelse", ["Revisorn Ingela Strid läste upp revisions¬berättelsen, som inte innehöll någon anmärkning."]),
    (9, "Fastställande av resultat- och balansräkning", [
        ("decision", None, S.strip(), "att fastställa resultat- och balans¬räkningen samt",
         "att överskottet balanseras i ny räkning.")]),
    (10, "Ansvarsfrihet", [("decision", None, S + "att bevilja styrelsens ledamöter ansvarsfrihet för räkenskaps¬året 2014.")]),
    (11, "Arvoden", [
        "Valberedningen föreslog ett arvode på 30 000 kronor att fördela inom styrelsen och 2 500 kronor till revisorn.",
        ("decision", None, S + "enligt valberedningens förslag.")]),
    (12, "Val av styrelse", ["Valberedningens förslag föredrogs av Maria Klang. Följande valdes:", elected,
                             "Kenneth Olausson hade avböjt omval och avtackades med blommor."]),
    (13, "Val av revisor och valberedning", ["Till revisor på ett år omvaldes Ingela Strid med Anders Roth som suppleant. Till "
                                             "valberedning valdes Maria Klang, sammankallande, och Jan Tillman."]),
    (14, "Nätavgift för 2016", [
        "Styrelsen föreslog att avgiften för drift och underhåll höjs från 100 till 125 kronor per månad för att bygga upp en "
        "reserv för utbyte av utrustning i noderna. Flera medlemmar frågade hur länge utrustningen håller. Dag Hjertén svarade att "
        "man räknar med åtta till tio år.",
        ("decision", None, S + "att höja avgiften till 125 kronor per månad från och med den 1 januari 2016.")]),
    (15, "Motion om anslutning av fritidshus", [
        "Jan Tillman hade lämnat in en motion om att ägare av fritidshus ska få ansluta sig utan att betala nätavgift under "
        "vinterhalvåret. Styrelsen avstyrkte motionen eftersom kostnaderna är desamma under hela året. Vid handuppräckning fick "
        "styrelsens förslag klar majoritet.",
        ("decision", None, "Stämman beslutade", "att avslå motionen samt",
         "att uppdra åt styrelsen att undersöka möjligheten till vilande abonnemang.")]),
    (16, "Övriga frågor", ["Karin Bruce undrade vem som märker ut kablarna när någon ska gräva. Styrelsen påminde om att man i god "
                           "tid ska anmäla grävning till föreningens nätansvarige."]),
    (17, "Stämmans avslutande", ["Gösta Wahlström tackade för förtroendet och avslutade stämman. Därefter serverades kaffe och "
                                 "smörgåstårta."]),
]


def end(doc):
    doc.need(64)
    doc.space(7)
    doc.row((LEFT, "Vid protokollet:"), (108, "Justeras:"))
    doc.space(13)
    pen(doc, LEFT + 2, 15001, width=48, height=6, shade=70)
    pen(doc, 110, 15002, width=52, height=6, shade=30)
    doc.row((LEFT, "." * 62), (108, "." * 62), leading=0.5)
    doc.row((LEFT, "Lotta Bjurman, sekreterare"), (108, "Gösta Wahlström, ordförande"), leading=5)
    doc.space(13)
    pen(doc, LEFT + 2, 15003, width=42, height=6, shade=50)
    pen(doc, 110, 15004, width=46, height=6, shade=80)
    doc.row((LEFT, "." * 62), (108, "." * 62), leading=0.5)
    doc.row((LEFT, "Agneta Forsell, justerare"), (108, "Jan Tillman, justerare"), leading=5)
    doc.sign("secretary", "sekreterare", "Lotta Bjurman")
    doc.sign("chair", "ordförande", "Gösta Wahlström")
    doc.sign("adjuster", "justerare", "Agneta Forsell")
    doc.sign("adjuster", "justerare", "Jan Tillman")
