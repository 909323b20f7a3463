"""A county council's health board of 2005."""

from ..document import Document
from ..help import pen
from ..paper import Style
from ..pen import initials
from ..rules import grid
from ..scan import Scanner

SOURCE = "A county council's health and medical board in 2005: ruled list of those present with party and remark, title above “§ 84” " \
         "and Dnr, italic section headings, special statement, signatures in a row. Black and white at 300 dpi."
SCANNER = Scanner(dpi=300, skew=-0.25, blur=0.7, noise=10.0, black_and_white=True)

TEXT = Style("sans", 10.5)
SMALL = TEXT.at(9)
LEFT, RIGHT = 28.0, 186.0


def build():
    doc = Document("halsonamnd_2005", TEXT, LEFT, RIGHT, 42, 30, 4.9, head, foot)
    doc.meeting = dict(municipality="Landstinget Mellanskog", body="Hälso- och sjukvårdsnämnden", date="2005-10-19",
                       place="Landstingshuset, sal Gullvivan", start_time="09:30", end_time="12:10",
                       adjournments=[{"start": "10:40", "end": "11:00"}], paragraphs={"first": 84, "last": 90})
    front(doc)
    doc.new_sheet()
    for number, title, reference, paragraphs, more in ITEMS:
        item(doc, number, title, reference, paragraphs, more)
    return doc.finish()


def head(sheet, number):
    sheet.ink([[(28, 14), (36, 22)], [(28, 22), (36, 14)], [(28, 14), (36, 14), (36, 22), (28, 22), (28, 14)]], width=0.6, shade=20)
    sheet.row(17.5, (40, "Landstinget Mellanskog", TEXT.bold.at(12)), (RIGHT, "PROTOKOLL", TEXT.bold.at(12), "right"))
    sheet.row(23, (40, "Hälso- och sjukvårdsnämnden", TEXT), (RIGHT, f"2005-10-19    Sida {number} av 4", TEXT, "right"))


def foot(sheet, number):
    sheet.line(LEFT, 274, RIGHT, 274, 0.2)
    sheet.row(278.5, (LEFT, "Ordförandens sign", SMALL), (84, "Justerarens sign", SMALL), (140, "Rätt avskrivet intygas", SMALL))
    sheet.ink(initials(60, 283, 70 + number), shade=25)
    sheet.ink(initials(114, 283, 90 + number), shade=25)


MEMBERS = [("Siv Lagerås", "s", "ordförande", "chair"), ("Håkan Bergenfeldt", "m", "1:e vice ordförande", "vice_chair"),
           ("Gunnar Stadling", "s", "2:e vice ordförande", "second_vice_chair"), ("Mona Rundgren", "s", None, None),
           ("Kjell-Arne Dufva", "s", None, None), ("Birgit Alfredson", "v", None, None), ("Staffan Thimgren", "kd", None, None)]
SERVING = [("Yvette Larnert", "c", "Anders Kornhall", "c"), ("Fredric Munkby", "fp", "Eva Sahlén", "fp")]


def front(doc):
    doc.new_sheet()
    for label, value in (("Datum", "Onsdagen den 19 oktober 2005"), ("Tid", "Kl. 09.30-12.10, ajournering kl. 10.40-11.00"),
                         ("Plats", "Landstingshuset, sal Gullvivan"), ("Paragrafer", "§§ 84-90")):
        doc.row((LEFT, label, TEXT.bold), (LEFT + 30, value), leading=5.4)
    doc.space(5)
    doc.row((LEFT, "Närvarande", TEXT.bold.at(12)), leading=6)
    doc.space(2)
    top = doc.y
    xs, rules = [LEFT, 90, 106], [top]

    def line(*texts, style=SMALL):
        doc.row(*[(x + 1.5, text, style) for x, text in zip(xs, texts) if text], leading=4.6)
        doc.y += 1.4
        rules.append(doc.y)

    line("Ledamöter", "Parti", "Anmärkning", style=SMALL.bold)
    for name, party, text, role in MEMBERS:
        line(name, party, text)
        doc.attend(name, "member", party=party.upper(), role=role, role_text=text)
    line("Tjänstgörande ersättare", style=SMALL.bold)
    for name, party, member, other in SERVING:
        line(name, party, f"ersätter {member} ({other})")
        doc.attend(name, "serving_substitute", party=party.upper(), replaces=member)
        doc.miss(member, party=other.upper())
    line("Ej tjänstgörande ersättare", style=SMALL.bold)
    for name, party in (("Rolf Hagman", "s"), ("Cecilia Wadmark", "m")):
        line(name, party)
        doc.attend(name, "substitute", party=party.upper())
    line("Tjänstemän", style=SMALL.bold)
    for name, text, paragraphs in (("Ingela Tornborg", "hälso- och sjukvårdsdirektör", None), ("Peter Ringqvist", "ekonomichef, §§ 85-86", [[85, 86]]),
                                   ("Annika Ståhlgren", "nämndsekreterare", None)):
        line(name, None, text)
        doc.attend(name, "official", role="secretary" if "sekreterare" in text else None, role_text=text.split(",")[0], paragraphs=paragraphs)
    grid(doc, xs, RIGHT, rules, top)
    doc.space(7)
    doc.row((LEFT, "Justering", TEXT.bold), (LEFT + 30, "Hälso- och sjukvårdskansliet den 27 oktober 2005"), leading=5.4)
    doc.row((LEFT, "Justerare", TEXT.bold), (LEFT + 30, "Birgit Alfredson (v)"), leading=5.4)
    doc.adjustments.append(dict(adjusters=["Birgit Alfredson"], place="Hälso- och sjukvårdskansliet", date="2005-10-27"))
    doc.space(17)
    for n in range(3):
        doc.sheet.line(LEFT + 54 * n, doc.y, LEFT + 54 * n + 48, doc.y)
        pen(doc, LEFT + 54 * n + 3, 7005 + n, 40, shade=20)
    people = [("secretary", "Sekreterare", "Annika Ståhlgren"), ("chair", "Ordförande", "Siv Lagerås"), ("adjuster", "Justerare", "Birgit Alfredson")]
    doc.row(*[(LEFT + 54 * n, name) for n, (_, _, name) in enumerate(people)])
    doc.row(*[(LEFT + 54 * n, label, SMALL) for n, (_, label, _) in enumerate(people)])
    for role, label, name in people:
        doc.sign(role, label, name)
    doc.space(7)
    doc.row((LEFT, "Tillkännagivande", TEXT.bold))
    doc.para("Protokollets justering har tillkännagivits på landstingets anslagstavla den 28 oktober 2005. Anslaget tas ned den 21 november 2005.")
    doc.notices.append(dict(posted="2005-10-28", removed="2005-11-21"))


def item(doc, number, title, reference, paragraphs, more):
    doc.need(32)
    doc.row((LEFT, title, TEXT.bold.at(12)), leading=6)
    cells = [(LEFT, f"§ {number}", TEXT)] + ([(LEFT + 16, f"Dnr {reference}", TEXT)] if reference else [])
    doc.row(*cells)
    doc.space(0.6)
    doc.begin_item(number, f"§ {number}", title, reference, **more)
    doc.tell(paragraphs, att=5, gap=1.0, heading=TEXT.italic, above=1.4)
    doc.end_item()
    doc.space(6.5)


ITEMS = [
    (84, "Val av justerare", None, [("decision", "Nämndens beslut", "Birgit Alfredson (v) utses att jämte ordföranden justera protokollet.")], {}),
    (85, "Delårsbokslut per den 31 augusti 2005", "HSN/302/05", [
     ("background", "Ärendebeskrivning", "Nämndens verksamheter redovisar ett underskott på 18,6 miljoner kronor för årets åtta första månader. Avvikelsen beror främst på "
      "ökade kostnader för läkemedel och för vård vid universitets¬sjukhus.", "Prognosen för helåret är ett underskott på 24 miljoner kronor. Ekonomi¬chefen redogör för de "
      "åtgärder som har vidtagits."),
     ("documents", "Handlingar", "Delårsbokslut 2005-09-28", "Protokollsutdrag från arbetsutskottet 2005-10-05, § 61"),
     ("decision", "Nämndens beslut", "Hälso- och sjukvårdsnämnden beslutar", "att godkänna delårsbokslutet och överlämna det till landstingsstyrelsen samt",
      "att uppdra åt hälso- och sjukvårdsdirektören att till nämndens sammanträde i december redovisa ytterligare åtgärder.")], {"outcome": "approved"}),
    (86, "Besökstider vid närsjukhuset i Tallunda", "HSN/288/05", [
     ("background", "Ärendebeskrivning", "Akut¬mottagningen vid när¬sjukhuset i Tallunda besöks nattetid i genomsnitt av tre patienter. Förvaltningen föreslår att mottagningen stängs mellan "
      "klockan 22 och 07 från och med den 1 januari 2006 och att sjukvårds¬rådgivningen förstärks.", "De fackliga organisationerna har tagit del av förslaget vid samverkan den 3 oktober."),
     ("motions", "Yrkanden", "Siv Lagerås (s) yrkar bifall till förvaltningens förslag.", "Håkan Bergenfeldt (m) yrkar avslag på förslaget.", "Yvette Larnert (c) yrkar att ärendet återremitteras."),
     ("order", "Propositionsordning", "Ordföranden prövar först om ärendet ska avgöras i dag eller återremitteras och finner att det ska avgöras i dag. Därefter ställs Siv Lagerås och Håkan Bergenfeldts yrkanden "
      "mot varandra. Ordföranden finner att nämnden bifaller Siv Lagerås yrkande."),
     ("decision", "Nämndens beslut", "Hälso- och sjukvårdsnämnden beslutar att akutmottagningen vid närsjukhuset i Tallunda ska vara stängd mellan klockan 22 och 07 från och med den 1 januari 2006."),
     ("reservation", "Reservationer", "Håkan Bergenfeldt (m) och Fredric Munkby (fp) reserverar sig mot beslutet till förmån för Håkan Bergenfeldts yrkande.", "Yvette Larnert (c) reserverar sig mot beslutet till förmån för "
      "eget yrkande."),
     ("statement", "Särskilt yttrande", "Staffan Thimgren (kd) lämnar ett särskilt yttrande: Kristdemokraterna godtar försöket men förutsätter att det utvärderas efter sex månader.")],
     {"outcome": "approved", "proposals": [(["Siv Lagerås"], "S", "Siv Lagerås (s) yrkar bifall till förvaltningens förslag."),
       (["Håkan Bergenfeldt"], "M", "Håkan Bergenfeldt (m) yrkar avslag på förslaget."), (["Yvette Larnert"], "C", "Yvette Larnert (c) yrkar att ärendet återremitteras.")],
      "reservations": [("Håkan Bergenfeldt", "M", None), ("Fredric Munkby", "FP", None), ("Yvette Larnert", "C", None)]}),
    (87, "Avtal om ögonsjukvård", "HSN/251/05", [
     ("background", "Ärendebeskrivning", "Avtalet med Ögonkliniken i Hassellunda AB löper ut vid årsskiftet. Förvaltningen har förhandlat fram ett nytt avtal på två år med möjlighet till ett års förlängning. Volymen ökar från "
      "900 till 1 100 operationer om året."),
     ("disqualification", "Jäv", "Mona Rundgren (s) anmäler jäv och deltar inte i handläggningen av ärendet."),
     ("decision", "Nämndens beslut", "Hälso- och sjukvårdsnämnden beslutar att godkänna avtalet."),
     ("distribution", "Beslutsexpediering", "Ögonkliniken i Hassellunda AB, ekonomienheten")],
     {"outcome": "approved", "disqualified": ["Mona Rundgren"], "distribution": ["Ögonkliniken i Hassellunda AB", "ekonomienheten"]}),
    (88, "Yttrande över motion om skolsköterskor", "HSN/214/05", [
     ("background", "Ärendebeskrivning", "Landstingsstyrelsen har begärt nämndens yttrande över en motion om gemensam utbildning av skol¬sköterskor i länet. Kommunerna ansvarar för elev¬hälsan, men förvaltningen ser fördelar med ett "
      "samarbete kring vaccinationer."),
     ("decision", "Nämndens beslut", "Hälso- och sjukvårdsnämnden beslutar att som sitt yttrande överlämna förvaltningens skrivelse 2005-09-21."),
     ("distribution", "Beslutsexpediering", "Landstingsstyrelsen")], {"outcome": "approved", "distribution": ["Landstingsstyrelsen"]}),
    (89, "Sammanträdestider 2006", "HSN/310/05", [
     ("decision", "Nämndens beslut", "Hälso- och sjukvårdsnämnden beslutar att sammanträda den 18 januari, 22 februari, 29 mars, 10 maj, 14 juni, 30 augusti, 18 oktober och 6 december 2006.")], {"outcome": "approved"}),
    (90, "Delgivningar", None, [
     ("background", "Ärendebeskrivning", "Socialstyrelsens tillsynsrapport om barnhälsovården samt protokoll från patientnämnden 2005-09-15 har funnits tillgängliga."),
     ("decision", "Nämndens beslut", "Hälso- och sjukvårdsnämnden lägger delgivningarna till handlingarna.")], {"outcome": "noted"}),
]
