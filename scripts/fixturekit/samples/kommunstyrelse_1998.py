"""An executive board of 1998: a table of attendance with party and scope in columns, earlier numbers on the heading line."""

from ..document import Document
from ..help import pen, register, commas
from ..paper import Style
from ..pen import initials
from ..rules import grid
from ..scan import Scanner

SOURCE = "A municipal executive board in 1998: Word on a laser printer, attendance as a ruled table with the parties in a column of their " \
         "own, “KS § 88” with the working committee's § and the Dnr on one line, sections with the decision last, open vote in prose. " \
         "Scanned in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=-0.55, blur=0.5, noise=4.0, paper=246, quality=55)

TEXT = Style("serif", 11)
ARIAL = Style("sans", 10)
LEFT, RIGHT = 25.0, 188.0
COLS = [LEFT, 92.0, 108.0]

MEMBERS = [("Leif Edvardsson", "s", "ordförande", "chair"), ("Margareta Söderlund", "c", "1:e vice ordförande", "vice_chair"),
           ("Åke Rosander", "m", "2:e vice ordförande", "second_vice_chair"), ("Eva Stenberg", "s", None, None),
           ("Tommy Forslund", "s", None, None), ("Birgitta Palm", "s", None, None), ("Jan-Erik Lantz", "v", None, None),
           ("Mona Wahlgren", "kd", None, None), ("Sven-Olof Brink", "m", None, None)]
SERVING = [("Annika Sundell", "s", "Kenneth Ahl", "s"), ("Per Gidlund", "fp", "Ulla-Britt Ehn", "fp")]
SUBS = [("Roland Hag", "c"), ("Maria Tornberg", "mp"), ("Ingemar Ros", "m")]
OFFICIALS = [("Bo Wickman", "kommunchef"), ("Lisbeth Thorsell", "ekonomichef", [[89, 90]]), ("Christer Malm", "gatuchef", [[92, 92]]),
             ("Marianne Höök", "sekreterare")]


def build():
    doc = Document("kommunstyrelse_1998", TEXT, LEFT, RIGHT, 36, 33, 4.8, head, foot)
    doc.meeting = dict(municipality="Ekshyttans kommun", body="Kommunstyrelsen", date="1998-05-05", place="Kommunhuset, Ekshyttan",
                       start_time="13:15", end_time="16:40", paragraphs={"first": 88, "last": 95})
    doc.new_sheet()
    front(doc)
    doc.new_sheet()
    for args in ITEMS:
        item(doc, *args)
    doc.end_item()
    return doc.finish()


def head(sheet, number):
    sheet.ink([[(27, 13), (37, 13), (37, 20), (32, 26), (27, 20), (27, 13)], [(27, 16.5), (37, 16.5)], [(30, 20), (34, 20)]], width=0.5, shade=50)
    sheet.row(17, (41, "EKSHYTTANS KOMMUN", ARIAL.bold.at(11)), (122, "Sammanträdesprotokoll", ARIAL.bold.at(11)))
    sheet.row(22, (41, "Kommunstyrelsen", ARIAL), (122, "5 maj 1998", ARIAL), (RIGHT, f"Sida {number}", ARIAL, "right"))


def foot(sheet, number):
    sheet.line(LEFT, 270, RIGHT, 270, 0.4)
    sheet.row(274, (LEFT, "Justerande", ARIAL.at(8)), (124, "Utdragets riktighet intygas", ARIAL.at(8)))
    for n in range(3):
        sheet.ink(initials(45 + 21 * n, 280, 980 + 10 * n), shade=40)


def front(doc):
    doc.row((LEFT, "Plats och tid", ARIAL.bold), (58, "Kommunhuset, Ekshyttan, kl. 13.15–16.40"))
    doc.space(3)
    top = doc.y
    rules = [top]

    def line(*cells, style=TEXT.at(10.5), cols=COLS):
        doc.row(*[(x + 1.5, t, style) for x, t in zip(cols, cells) if t], leading=4.7)
        doc.space(1.2)
        rules.append(doc.y)
    line("Beslutande", "Parti", "Anmärkning", style=ARIAL.bold.at(9))
    for name, party, text, _ in MEMBERS:
        line(name, party, text or "")
    for name, party, member, other in SERVING:
        line(name, party, f"tjänstgörande ersättare för {member} ({other})")
    grid(doc, COLS, RIGHT, rules, top)
    doc.space(4)
    top = doc.y
    rules = [top]
    line("Ersättare", "Parti", "Anmärkning", style=ARIAL.bold.at(9))
    for name, party in SUBS:
        line(name, party, "ej tjänstgörande")
    grid(doc, COLS, RIGHT, rules, top)
    doc.space(4)
    top = doc.y
    rules = [top]
    cols = [LEFT, 92.0, 150.0]
    line("Övriga", "Befattning", "Paragraf", style=ARIAL.bold.at(9), cols=cols)
    for name, text, *scope in OFFICIALS:
        line(name, text, "–".join(dict.fromkeys(str(n) for n in scope[0][0])) if scope else "", cols=cols)
    grid(doc, cols, RIGHT, rules, top)
    register(doc, MEMBERS, SERVING, SUBS, OFFICIALS)
    doc.space(5)
    doc.row((LEFT, "Utses att justera", ARIAL.bold), (74, "Birgitta Palm (s) och Sven-Olof Brink (m)"))
    doc.space(0.8)
    doc.row((LEFT, "Justeringens plats och tid", ARIAL.bold), (74, "Kommunkansliet den 12 maj 1998 kl. 08.00"))
    doc.space(0.8)
    doc.row((LEFT, "Paragrafer", ARIAL.bold), (74, "88-95"))
    doc.adjustments.append(dict(adjusters=["Birgitta Palm", "Sven-Olof Brink"], place="Kommunkansliet", date="1998-05-12", time="08:00"))
    doc.space(13)
    people = [("secretary", "Sekreterare", "Marianne Höök"), ("chair", "Ordförande", "Leif Edvardsson"),
              ("adjuster", "Justerare", "Birgitta Palm"), ("adjuster", "Justerare", "Sven-Olof Brink")]
    for n in (0, 2):
        for k, x in enumerate((LEFT, 108)):
            pen(doc, x + 3, 9811 + n + k, width=46, height=6.5, shade=30)
            doc.sheet.line(x, doc.y + 0.3, x + 70, doc.y + 0.3, 0.2)
        doc.row(*[(x, f"{label} {name}", TEXT.at(10.5)) for x, (_, label, name) in zip((LEFT, 108), people[n:n + 2])], leading=4.8)
        doc.space(9.5 if n == 0 else 2.5)
    for role, label, name in people:
        doc.sign(role, label, name)
    doc.sheet.box(LEFT, doc.y, RIGHT, doc.y + 15.5)
    doc.row((LEFT + 1.5, "Bevis/Anslag", ARIAL.bold.at(9)), (60, "Justeringen har tillkännagivits genom anslag", ARIAL.at(9)), leading=4.2)
    doc.row((LEFT + 1.5, "Anslaget sätts upp", ARIAL.at(9)), (60, "1998-05-13", TEXT.at(10.5)), (92, "Anslaget tas ner", ARIAL.at(9)),
            (122, "1998-06-04", TEXT.at(10.5)), leading=5)
    doc.row((LEFT + 1.5, "Protokollet förvaras", ARIAL.at(9)), (60, "Kommunkansliet", TEXT.at(10.5)), (92, "Underskrift", ARIAL.at(9)), leading=5)
    pen(doc, 146, 9819, width=36, height=5)
    doc.notices.append(dict(posted="1998-05-13", removed="1998-06-04", kept_at="Kommunkansliet"))


def item(doc, number, au, title, reference, paragraphs, more=None):
    doc.end_item()
    doc.need(30)
    cells = [(LEFT, f"KS § {number}", ARIAL.bold.at(11))]
    if au:
        cells.append((62, f"AU § {au}", ARIAL))
    if reference:
        cells.append((104, f"Dnr {reference}", ARIAL))
    doc.row(*cells)
    doc.space(1)
    doc.row((LEFT, title, TEXT.bold.at(12.5)), leading=5.4)
    doc.space(1)
    sent = [t for kind, _, *ts in [p for p in paragraphs if isinstance(p, tuple)] if kind == "distribution" for t in ts]
    doc.begin_item(number, f"KS § {number}", title, reference, earlier_numbers=[{"body": "AU", "number": au}] if au else [],
                   distribution=[n for t in sent for n in commas(t)], **(more or {}))
    doc.tell(paragraphs, att=7, gap=0.9, heading=ARIAL.bold, above=1.8)
    doc.end_item()
    doc.space(2)
    doc.sheet.line(LEFT, doc.y, LEFT + 40, doc.y, 0.2)
    doc.space(5)


BIF = "Leif Edvardsson (s) yrkar bifall till arbetsutskottets förslag."
AVS = "Åke Rosander (m) yrkar att fritidsgården i Bruksparken drivs på entreprenad från och med den 1 januari 1999."
ITEMS = [
    (88, None, "Val av justerare", None, [("decision", "Kommunstyrelsens beslut", "Birgitta Palm (s) och Sven-Olof Brink (m) utses att jämte "
     "ordföranden justera dagens protokoll.")]),
    (89, 131, "Budgetuppföljning per den 31 mars 1998", "1998.0214-042", [
        ("background", "Ärendet", "Ekonomikontoret har sammanställt nämndernas uppföljning efter årets första kvartal. Prognosen för helåret visar ett "
         "underskott på 4,8 miljoner kronor. Skatteintäkterna väntas bli 1,9 miljoner kronor lägre än budgeterat, beroende på att arbets¬lösheten "
         "inte har minskat i den takt som förutsattes.", "Socialnämnden redovisar det största underskottet. Kostnaderna för placering av barn och "
         "unga överstiger budgeten med 2,3 miljoner kronor."),
        ("proposal", "Arbetsutskottets förslag", "Kommunstyrelsen godkänner uppföljningen. Socialnämnden anmodas att till kommunstyrelsens sammanträde i juni "
         "redovisa åtgärder för att hålla budgeten."),
        ("decision", "Kommunstyrelsens beslut", "att godkänna uppföljningen, samt", "att anmoda socialnämnden att till sammanträdet den 9 juni redovisa åtgärder "
         "för att hålla budgeten."),
        ("distribution", "Exp till", "Socialnämnden, ekonomikontoret")]),
    (90, 132, "Borgen för Ekshyttans Bostads AB", "1998.0187-045", [
        ("background", "Ärendet", "Ekshyttans Bostads AB anhåller om kommunal borgen för omläggning av lån på 11 250 000 kronor i kvarteret Smältaren. "
         "Nuvarande lån förfaller till betalning den 30 juni."),
        ("proposal", "Arbetsutskottets förslag", "Kommunen tecknar borgen såsom för egen skuld."),
        ("disqualification", "Jäv", "Eva Stenberg (s) deltar inte i handläggningen av ärendet på grund av jäv."),
        ("decision", "Kommunstyrelsens beslut", "Kommunstyrelsen föreslår kommunfullmäktige besluta", "att såsom för egen skuld ingå borgen för Ekshyttans Bostads AB:s lån "
         "upp till ett belopp av 11 250 000 kronor jämte ränta."),
        ("distribution", "Exp till", "Kommunfullmäktige")], {"disqualified": ["Eva Stenberg"]}),
    (91, 134, "Fritidsgården i Bruksparken", "1997.0466-824", [
        ("background", "Ärendet", "Kultur- och fritidsnämnden har utrett hur fritidsgården i Bruksparken ska drivas sedan hyresavtalet med Folketshus"
         "föreningen har sagts upp. Gården har i genomsnitt 46 besökare per kväll. Nämnden föreslår att verksamheten fortsätter i kommunal regi och att "
         "ett nytt avtal om fem år träffas med föreningen.", "Årskostnaden för lokalen blir 168 000 kronor, vilket är 22 000 kronor mer än tidigare."),
        ("proposal", "Arbetsutskottets förslag", "Kommunstyrelsen godkänner hyresavtalet."),
        ("motions", "Yrkanden", BIF, AVS),
        ("order", "Proposition", "Ordföranden ställer proposition på yrkandena och finner att kommunstyrelsen bifaller arbetsutskottets förslag. Omröstning begärs.",
         "Följande propositionsordning godkänns: Den som stöder arbetsutskottets förslag röstar ja. Den som stöder Åke Rosanders yrkande röstar nej."),
        ("vote", "Omröstning", "Ja röstar: Leif Edvardsson (s), Margareta Söderlund (c), Eva Stenberg (s), Tommy Forslund (s), Birgitta Palm (s), Jan-Erik Lantz (v) "
         "och Annika Sundell (s).", "Nej röstar: Åke Rosander (m), Sven-Olof Brink (m) och Per Gidlund (fp).", "Avstår: Mona Wahlgren (kd).",
         "Omröstningen utfaller med 7 ja-röster, 3 nej-röster och 1 som avstår."),
        ("decision", "Kommunstyrelsens beslut", "att godkänna hyresavtalet med Folketshusföreningen för tiden 1998-07-01–2003-06-30."),
        ("reservation", "Reservation", "Åke Rosander (m), Sven-Olof Brink (m) och Per Gidlund (fp) reserverar sig mot beslutet till förmån för Åke Rosanders yrkande."),
        ("distribution", "Exp till", "Kultur- och fritidsnämnden, Folketshusföreningen")],
     {"proposals": [(["Leif Edvardsson"], "S", BIF), (["Åke Rosander"], "M", AVS)],
      "votes": [(7, 3, 1, [(n, p, v) for v, group in (
          ("yes", [("Leif Edvardsson", "S"), ("Margareta Söderlund", "C"), ("Eva Stenberg", "S"), ("Tommy Forslund", "S"), ("Birgitta Palm", "S"),
                   ("Jan-Erik Lantz", "V"), ("Annika Sundell", "S")]),
          ("no", [("Åke Rosander", "M"), ("Sven-Olof Brink", "M"), ("Per Gidlund", "FP")]), ("abstain", [("Mona Wahlgren", "KD")])) for n, p in group])],
      "reservations": [("Åke Rosander", "M", None), ("Sven-Olof Brink", "M", None), ("Per Gidlund", "FP", None)]}),
    (92, 137, "Gång- och cykelväg längs Hammarvägen", "1996.0302-312", [
        ("background", "Ärendet", "Vägverket har i sin flerårsplan tagit upp en gång- och cykelväg mellan Ekshyttan och Nordmarkstorp. En förutsättning är att "
         "kommunen bidrar med hälften av kostnaden, 1,4 miljoner kronor. Gatuchefen redogör för sträckningen och för kontakterna med markägarna."),
        ("proposal", "Arbetsutskottets förslag", "Kommunen förklarar sig beredd att bidra till kostnaden. Medlen tas upp i 1999 års budget."),
        ("decision", "Kommunstyrelsens beslut", "att bifalla arbetsutskottets förslag."),
        ("distribution", "Exp till", "Vägverket, tekniska kontoret")]),
    (93, 138, "Yttrande över ansökan om tillstånd till grustäkt i Lomberg", "1998.0098-535", [
        ("background", "Ärendet", "Länsstyrelsen har begärt kommunens yttrande över en ansökan från Lombergs Grus AB om fortsatt täkt av 40 000 ton grus per år. "
         "Miljönämnden tillstyrker ansökan för en tid av fem år och pekar på att grustillgångarna i åsen är av betydelse för vattenförsörjningen."),
        ("decision", "Kommunstyrelsens beslut", "att som eget yttrande överlämna miljönämndens skrivelse."),
        ("distribution", "Exp till", "Länsstyrelsen, miljönämnden")]),
    (94, None, "Anmälan av delegationsbeslut", None, [
        ("background", "Ärendet", "Personalchefens beslut nr 21-38 samt kommunchefens beslut om attestanter för år 1998."),
        ("decision", "Kommunstyrelsens beslut", "Redovisningen läggs till handlingarna.")]),
    (95, None, "Delgivningar", None, [
        ("background", "Ärendet", "Svenska Kommunförbundets cirkulär nr 62-79. Protokoll från länstrafikbolagets styrelse den 16 april 1998."),
        ("decision", "Kommunstyrelsens beslut", "Delgivningarna läggs till handlingarna.")]),
]
