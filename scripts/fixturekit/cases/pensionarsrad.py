"""An advisory body of 2014: organisations and their persons side by side, items without reference numbers."""

from ..document import Document
from ..paper import Style
from ..pen import scribble
from ..scan import Scanner

SOURCE = "A municipal council of pensioners in 2014: organisations and persons in two columns, § and title on one line, " \
         "decisions as sentences. Scanned in black and white at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.4, blur=0.9, noise=16.0, black_and_white=True)

TEXT = Style("opensans", 10.5)
LEFT, RIGHT, PERSON = 28.0, 186.0, 100.0

PRESENT = [
    ("PRO Vedbäck", "Gösta Almlöf, ordförande", "Gösta Almlöf", "chair", "ordförande"),
    ("PRO Vedbäck", "Anna-Greta Rudh", "Anna-Greta Rudh", None, None),
    ("SPF Linden", "Tage Hammarlund, vice ordförande", "Tage Hammarlund", "vice_chair", "vice ordförande"),
    ("SPF Linden", "Inga-Lill Bruhn", "Inga-Lill Bruhn", None, None),
    ("RPG Vedbäcksbygden", "Sven-Olof Kjellin", "Sven-Olof Kjellin", None, None),
    ("SKPF avdelning 48", "Majken Ståhlberg", "Majken Ståhlberg", None, None),
    ("Finska pensionärer", "Raija Koskela", "Raija Koskela", None, None),
    ("Vård- och omsorgsnämnden", "Lars-Göran Dufva", "Lars-Göran Dufva", None, None),
    ("Tekniska nämnden", "Camilla Edh", "Camilla Edh", None, None),
    ("Vård- och omsorgsförvaltningen", "Malin Forsgård, sekreterare", "Malin Forsgård", "secretary", "sekreterare"),
]
OFFICIALS = {"Malin Forsgård"}


def build():
    doc = Document("pensionarsrad", TEXT, LEFT, RIGHT, 30, 26, 5.4, head, foot)
    doc.meeting = dict(municipality="Vedbäcks kommun", body="Kommunala pensionärsrådet", date="2014-03-12",
                       place="Föreningsgården, Vedbäck", start_time="09:30", end_time="11:45",
                       paragraphs={"first": 1, "last": 10})
    front(doc)
    items(doc)
    return doc.finish()


def head(sheet, number):
    if number == 1:
        sheet.row(22, (LEFT, "Vedbäcks kommun", TEXT.bold.at(12)))
    else:
        sheet.row(20, (LEFT, "Vedbäcks kommun", TEXT.at(9)), (RIGHT, "Kommunala pensionärsrådet 2014-03-12", TEXT.at(9), "right"))


def foot(sheet, number):
    sheet.row(284, (105, str(number), TEXT.at(9), "center"))


def front(doc):
    doc.new_sheet()
    doc.row((LEFT, "Protokoll från kommunala pensionärsrådet", TEXT.bold.at(16)), leading=10)
    doc.space(4)
    doc.row((LEFT, "Dag och tid:", TEXT.bold), (64, "onsdagen den 12 mars 2014, kl. 9.30–11.45"))
    doc.row((LEFT, "Plats:", TEXT.bold), (64, "Föreningsgården, Vedbäck"))
    doc.row((LEFT, "Paragrafer:", TEXT.bold), (64, "1–10"))
    doc.space(4)
    doc.row((LEFT, "Närvarande", TEXT.bold), leading=6)
    doc.row((LEFT, "Organisation", TEXT.italic), (PERSON, "Namn", TEXT.italic))
    doc.sheet.line(LEFT, doc.y + 1.4, RIGHT, doc.y + 1.4)
    doc.space(0.8)
    for organisation, printed, name, role, role_text in PRESENT:
        doc.row((LEFT, organisation), (PERSON, printed))
        doc.attend(name, "official" if name in OFFICIALS else "present", organization=organisation, role=role,
                   role_text=role_text)
    doc.space(4)
    doc.row((LEFT, "Anmält förhinder", TEXT.bold), leading=6)
    doc.row((LEFT, "SKPF avdelning 48"), (PERSON, "Rune Ahlgren"))
    doc.miss("Rune Ahlgren")
    doc.space(8)
    people = [("secretary", "Vid protokollet", "Malin Forsgård"), ("chair", "Ordförande", "Gösta Almlöf"),
              ("adjuster", "Justeras", "Inga-Lill Bruhn")]
    for n, (role, label, name) in enumerate(people):
        doc.row((LEFT, label), leading=12)
        doc.sheet.line(PERSON - 30, doc.y + 1, PERSON + 40, doc.y + 1)
        doc.sheet.ink(scribble(PERSON - 24, doc.y, 41 + n, width=46), shade=20)
        doc.row((PERSON - 30, name), leading=6)
        doc.sign(role, label, name)
    doc.new_sheet()


ITEMS = [
    ("Sammanträdet öppnas", ["Ordföranden Gösta Almlöf hälsar välkommen och förklarar sammanträdet öppnat."], None, None),
    ("Val av justerare", [], "Rådet utser Inga-Lill Bruhn att jämte ordföranden justera protokollet.", None),
    ("Godkännande av dagordning", [], "Rådet godkänner dagordningen med det tillägget att frågan om snöröjning tas upp under "
     "övriga frågor.", "approved"),
    ("Föregående protokoll", ["Protokollet från den 27 november 2013 gås igenom. Majken Ståhlberg påpekar att svaret om "
     "färd¬tjänstens väntetider fort¬farande dröjer."], "Rådet beslutar att lägga protokollet till handlingarna.", "noted"),
    ("Trygg hemgång efter sjukhusvistelse", ["Enhetschefen Yvonne Rask berättar om det nya arbetssättet med ett särskilt team "
     "som möter den enskilde redan på vårdavdelningen. Teamet består av under¬sköterskor, arbets¬terapeut och sjuk¬gymnast och "
     "finns till hands de första två veckorna i hemmet.", "Under det första halvåret har 46 personer fått hjälp av teamet. "
     "Antalet korttids¬placeringar har minskat med en fjärde¬del. Rådets ledamöter frågar hur anhöriga får veta vart de ska "
     "vända sig på kvällar och helger."], "Rådet tackar för informationen.", None),
    ("Matlådor inom hemtjänsten", ["Vård- och omsorgs¬nämnden har beslutat att pröva kylda matlådor i stället för varm mat i "
     "tre distrikt. Lådorna levereras två gånger i veckan. Priset höjs från 52 till 56 kronor per portion från och med den "
     "1 juni 2014.", "Raija Koskela framhåller att maten ska smaka och att även den som behöver special¬kost måste ha något att "
     "välja på. Tage Hammarlund anser att en försöks¬period på tre månader är för kort."],
     "Rådet beslutar att föreslå nämnden att försöket förlängs till årets slut och att en smaknämnd tillsätts.", None),
    ("Belysning på gångvägen mellan Linåkern och kyrkan", ["Camilla Edh meddelar att tekniska nämnden har avsatt 240 000 kronor "
     "i årets budget. Stolparna sätts upp i september när ledningarna ändå grävs ned."],
     "Rådet beslutar att notera informationen.", "noted"),
    ("Seniordagen i oktober", ["Arbetsgruppen föreslår torsdagen den 9 oktober 2014 i sporthallen. Temat blir säkerhet i hemmet. "
     "Räddnings¬tjänsten, polisen och biblioteket bjuds in som utställare. Kostnaden beräknas till 18 500 kronor."],
     "Rådet beslutar att anta förslaget och att uppdra åt arbetsgruppen att fortsätta planeringen.", "approved"),
    ("Övriga frågor", ["Snöröjningen vid busshållplatserna har varit bristfällig i vinter. Camilla Edh tar med sig frågan till "
     "tekniska förvaltningen.", "Nästa sammanträde äger rum onsdagen den 4 juni 2014 på samma plats och tid."], None, None),
    ("Sammanträdet avslutas", ["Ordföranden tackar för visat intresse och förklarar sammanträdet avslutat."], None, None),
]


def items(doc):
    for number, (title, paragraphs, decision, outcome) in enumerate(ITEMS, 1):
        doc.end_item()
        doc.need(24)
        doc.row((LEFT, f"§ {number}", TEXT.bold), (LEFT + 14, title, TEXT.bold), leading=6.5)
        doc.space(0.8)
        doc.begin_item(number, f"§ {number}", title, outcome=outcome)
        for text in paragraphs:
            doc.para(text, gap=1.6)
        if decision:
            doc.para(decision, gap=1.6, kind="decision")
        doc.space(3.4)
    doc.end_item()
