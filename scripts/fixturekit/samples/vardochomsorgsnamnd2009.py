"""A board for care and nursing, 2009: Word layout, grey bands with number, title and reference, decision first."""

from ..document import Document
from ..help import pen
from ..paper import Style
from ..pen import initials
from ..scan import Scanner

SOURCE = "A municipal board for care in 2009: sans serif Word layout, front page in two ruled columns, each item under a grey band with number, " \
         "title and reference, decision first. Scanned in grey at 200 dpi."
SCANNER = Scanner(dpi=200, skew=-0.4, blur=0.4, noise=2.5, paper=250, quality=45)

TEXT = Style("dejavu", 9)
BOLD = TEXT.bold
SMALL = TEXT.at(7.5)
LEFT, RIGHT, VALUE = 22.0, 188.0, 80.0


def build():
    doc = Document("vardochomsorgsnamnd2009", TEXT, LEFT, RIGHT, 36, 28, 4.6, head, foot)
    doc.meeting = dict(municipality="Glimmerås kommun", body="Vård- och omsorgsnämnden", date="2009-06-10",
                       place="Kommunhuset, Glimmerås, sammanträdesrum Eken", start_time="13:15", end_time="16:40", paragraphs={"first": 61, "last": 69})
    front(doc)
    doc.new_sheet()
    for number, title, reference, paragraphs, more in ITEMS:
        item(doc, number, title, reference, paragraphs, dict(more))
    return doc.finish()


def head(sheet, number):
    sheet.box(LEFT, 12, LEFT + 9, 23, 0.4)
    sheet.ink([[(LEFT + 2, 21), (LEFT + 4.5, 14), (LEFT + 7, 21)], [(LEFT + 1.5, 18), (LEFT + 7.5, 18)]], width=0.6, shade=80)
    sheet.row(17, (LEFT + 13, "GLIMMERÅS KOMMUN", BOLD.at(11)), (124, "PROTOKOLL", BOLD.at(11)), (RIGHT, f"{number} (4)", TEXT, "right"))
    sheet.row(22.5, (LEFT + 13, "Vård- och omsorgsnämnden", TEXT), (124, "2009-06-10", TEXT))


def foot(sheet, number):
    sheet.row(279, (LEFT, "Ordförandes sign", SMALL), (80, "Justerandes sign", SMALL), (140, "Utdragsbestyrkande", SMALL))
    sheet.ink(initials(LEFT + 28, 280, 1110 + number), shade=60)
    sheet.ink(initials(106, 280, 1130 + number), shade=60)


MEMBERS = [("Ann-Marie Falk", "C", "ordförande", "chair", None), ("Patrik Sundius", "M", "1:e vice ordförande", "vice_chair", None),
           ("Lisbet Krona", "S", "2:e vice ordförande", "second_vice_chair", None), ("Ove Stenmark", "C", None, None, None),
           ("Ivar Lundin", "FP", None, None, [[65, 69]]), ("Rita Holgersson", "KD", None, None, None), ("Conny Bäck", "S", None, None, None)]
SERVING = [("Mona Rask", "FP", "Ivar Lundin", "FP", [[61, 64]], None), ("Sigge Palm", "S", "Gunilla Hansson", "S", None, None),
           ("Amanda Ljung", "V", "Peter Ros", "V", None, [{"start": "13:15", "end": "15:30"}])]


def front(doc):
    doc.new_sheet()
    doc.y = 29

    def listed(label, *lines):
        top = doc.y
        for n, line in enumerate(lines):
            doc.row(*[(LEFT + 2, label, BOLD)] * (n == 0), (VALUE, line), leading=4.7)
        doc.space(1.9)
        doc.sheet.box(LEFT, top, RIGHT, doc.y, 0.2)
        doc.sheet.line(VALUE - 2, top, VALUE - 2, doc.y, 0.2)
    listed("Tid och plats", "Kl. 13.15–16.40", "Kommunhuset, Glimmerås, sammanträdesrum Eken")
    listed("Ledamöter", *[f"{n} ({p})" + (f", {t}" if t else "") + (f", §§ {s[0][0]}–{s[0][1]}" if s else "") for n, p, t, _, s in MEMBERS])
    listed("Tjänstgörande ersättare", "Mona Rask (FP) för Ivar Lundin (FP), §§ 61–64", "Sigge Palm (S) för Gunilla Hansson (S)",
           "Amanda Ljung (V) för Peter Ros (V), kl. 13.15–15.30")
    listed("Närvarande ersättare", "Björn Tegner (M)", "Ylva Högberg (C)")
    listed("Tjänstemän", "Karin Staaf, förvaltningschef", "Lars Almgren, controller, §§ 62–63", "Jenny Wahl, medicinskt ansvarig sjuksköterska, § 66",
           "Emma Sten, nämndsekreterare")
    listed("Övriga", "Roger Tigerstrand, facklig företrädare, Kommunal, §§ 61–65")
    listed("Justerare", "Lisbet Krona (S)")
    listed("Justeringens plats och tid", "Vård- och omsorgsförvaltningen, 2009-06-17, kl. 08.30")
    listed("Justerade paragrafer", "61–69")
    for n, p, t, role, scope in MEMBERS:
        doc.attend(n, "member", party=p, role=role, role_text=t, paragraphs=scope)
    for n, p, m, q, scope, times in SERVING:
        doc.attend(n, "serving_substitute", party=p, replaces=m, paragraphs=scope, times=times)
        if m not in [x[0] for x in MEMBERS]:
            doc.miss(m, party=q)
    doc.attend("Björn Tegner", "substitute", party="M")
    doc.attend("Ylva Högberg", "substitute", party="C")
    doc.attend("Karin Staaf", "official", role_text="förvaltningschef")
    doc.attend("Lars Almgren", "official", role_text="controller", paragraphs=[[62, 63]])
    doc.attend("Jenny Wahl", "official", role_text="medicinskt ansvarig sjuksköterska", paragraphs=[[66, 66]])
    doc.attend("Emma Sten", "official", role="secretary", role_text="nämndsekreterare")
    doc.attend("Roger Tigerstrand", "other", role_text="facklig företrädare, Kommunal", paragraphs=[[61, 65]])
    doc.adjustments.append(dict(adjusters=["Lisbet Krona"], place="Vård- och omsorgsförvaltningen", date="2009-06-17", time="08:30"))
    top = doc.y
    doc.row((LEFT + 2, "Underskrifter", BOLD), leading=5)
    for n, (role, label, name) in enumerate([("secretary", "Sekreterare", "Emma Sten"), ("chair", "Ordförande", "Ann-Marie Falk"),
                                             ("adjuster", "Justerare", "Lisbet Krona")]):
        doc.row((LEFT + 2, label), (VALUE, name), leading=16)
        doc.sheet.line(VALUE, doc.y - 3.6, 150, doc.y - 3.6, 0.2)
        doc.y -= 3.6
        pen(doc, VALUE + 6, 1151 + n, width=46, height=5.2, shade=50)
        doc.y += 3.6
        doc.sign(role, label, name)
    doc.space(2.5)
    doc.sheet.box(LEFT, top, RIGHT, doc.y, 0.2)
    doc.space(3)
    top = doc.y
    doc.row((LEFT + 2, "ANSLAGSBEVIS", BOLD), leading=5)
    doc.row((LEFT + 2, "Organ"), (VALUE, "Vård- och omsorgsnämnden"))
    doc.row((LEFT + 2, "Datum då anslaget sätts upp"), (VALUE, "2009-06-17"), (112, "Datum då anslaget tas ned"), (162, "2009-07-09"))
    doc.row((LEFT + 2, "Förvaringsplats"), (VALUE, "Vård- och omsorgsförvaltningen"))
    doc.space(2)
    doc.sheet.box(LEFT, top, RIGHT, doc.y, 0.2)
    doc.notices.append(dict(organ="Vård- och omsorgsnämnden", posted="2009-06-17", removed="2009-07-09", kept_at="Vård- och omsorgsförvaltningen"))


D, B = "decision", "Beslut"
ITEMS = [
    (61, "Godkännande av dagordning", None, [(D, B, "Vård- och omsorgsnämnden godkänner dagordningen.")], {}),
    (62, "Ekonomisk rapport januari–maj 2009", "VON 2009/018", [
        (D, B, "Vård- och omsorgsnämnden beslutar att lägga rapporten till handlingarna."),
        ("summary", "Sammanfattning", "Controllern redovisar nämndens ekonomiska läge. Prognosen för helåret är ett underskott på 2,9 miljoner kronor, en "
         "förbättring med 0,6 miljoner sedan april. Hemtjänsten har fler beviljade timmar än budgeterat, medan kostnaderna för korttidsplatser har minskat."),
        ("documents", "Underlag", "Ekonomisk rapport 2009-06-02")], {}),
    (63, "Internbudget 2010, ramar och prioriteringar", "VON 2009/087", [
        (D, B, "Vård- och omsorgsnämnden beslutar", "att godkänna förslaget till ramar för 2010 samt", "att uppdra åt förvaltningen att redovisa besparingar "
         "motsvarande 1,5 procent till sammanträdet i september."),
        ("summary", "Sammanfattning", "Kommunstyrelsen har meddelat preliminära ramar. Nämndens ram är 214,6 miljoner kronor, vilket är 3,2 miljoner lägre än "
         "förvaltningens beräkning av behovet."),
        ("motions", "Yrkanden", "Lisbet Krona (S) yrkar att nämnden hos kommunstyrelsen ska begära ytterligare 3,2 miljoner kronor.",
         "Patrik Sundius (M) yrkar bifall till förvaltningens förslag."),
        ("order", "Beslutsgång", "Ordföranden ställer yrkandena mot varandra och finner att nämnden beslutar enligt Patrik Sundius yrkande."),
        ("reservation", "Reservation", "Lisbet Krona (S), Conny Bäck (S) och Sigge Palm (S) reserverar sig till förmån för Lisbet Kronas yrkande."),
        ("distribution", "Beslutet skickas till", "Ekonomiavdelningen")],
     {"proposals": [(["Lisbet Krona"], "S", "Lisbet Krona (S) yrkar att nämnden hos kommunstyrelsen ska begära ytterligare 3,2 miljoner kronor."),
                    (["Patrik Sundius"], "M", "Patrik Sundius (M) yrkar bifall till förvaltningens förslag.")],
      "reservations": [("Lisbet Krona", "S", None), ("Conny Bäck", "S", None), ("Sigge Palm", "S", None)],
      "distribution": ["Ekonomiavdelningen"]}),
    (64, "Lag om valfrihetssystem, LOV", "VON 2009/041", [
        (D, B, "Vård- och omsorgsnämnden beslutar att föreslå kommunfullmäktige att inte införa valfrihetssystem inom hemtjänsten under mandatperioden."),
        ("summary", "Sammanfattning", "Kommunen har fått 400 000 kronor i stimulansbidrag för att utreda om valfrihetssystem ska införas. Utredningen visar att "
         "underlaget är för litet på landsbygden. Bara två företag har visat intresse."),
        ("motions", "Yrkanden", "Patrik Sundius (M) yrkar att valfrihetssystem ska införas i tätorten."),
        ("order", "Beslutsgång", "Ordföranden ställer förvaltningens förslag mot Patrik Sundius yrkande och finner att nämnden beslutar enligt förvaltningens förslag."),
        ("reservation", "Reservation", "Patrik Sundius (M) reserverar sig skriftligt, se bilaga 1."),
        ("distribution", "Beslutet skickas till", "Kommunstyrelsen")],
     {"proposals": [(["Patrik Sundius"], "M", "Patrik Sundius (M) yrkar att valfrihetssystem ska införas i tätorten.")],
      "reservations": [("Patrik Sundius", "M", None)], "distribution": ["Kommunstyrelsen"], "attachments": ["Bilaga 1"]}),
    (65, "Avtal med Stiftelsen Rosengården", "VON 2008/112", [
        (D, B, "Vård- och omsorgsnämnden beslutar att förlänga avtalet om tolv platser på Rosengården till och med den 31 december 2011."),
        ("disqualification", "Jäv", "Rita Holgersson (KD) deltar på grund av jäv inte i handläggningen av ärendet."),
        ("summary", "Sammanfattning", "Stiftelsen driver ett vårdboende för personer med demenssjukdom. Dygnspriset räknas upp med 2,8 procent. Brukarnas "
         "anhöriga har i enkäten gett högt betyg åt bemötande och mat."),
        ("distribution", "Beslutet skickas till", "Stiftelsen Rosengården, områdeschefen")],
     {"disqualified": ["Rita Holgersson"], "distribution": ["Stiftelsen Rosengården", "områdeschefen"]}),
    (66, "Patientsäkerhet, kvalitetsrapport", "VON 2009/063", [
        (D, B, "Vård- och omsorgsnämnden tackar för informationen."),
        ("summary", "Sammanfattning", "Den medicinskt ansvariga sjuksköterskan redogör för avvikelser under våren. Antalet fall har minskat med 14 procent sedan "
         "hjälpmedel och belysning setts över. En anmälan enligt Lex Maria har gjorts och gäller förväxling av läkemedel.")], {}),
    (67, "Namn på det nya gruppboendet vid Sjövägen", "VON 2009/079", [
        (D, B, "Vård- och omsorgsnämnden beslutar att gruppboendet ska heta Sjögläntan."),
        ("summary", "Sammanfattning", "Förvaltningen har tagit emot 37 förslag från invånare och personal. Sjögläntan föreslogs av fem personer.")], {}),
    (68, "Delegationsbeslut", None, [
        (D, B, "Vård- och omsorgsnämnden godkänner redovisningen av delegationsbeslut för maj 2009."),
        ("summary", "Sammanfattning", "Redovisas beslut enligt lista nr 5, biståndsbeslut samt beslut om anställning av sommarvikarier.")], {}),
    (69, "Meddelanden", None, [
        (D, B, "Vård- och omsorgsnämnden lägger meddelandena till handlingarna."),
        ("summary", "Sammanfattning", "Protokoll från pensionärsrådet 2009-05-19 och länsrättens dom i mål nr 1184-09 anmäls.")], {}),
]


def item(doc, number, title, reference, paragraphs, more):
    doc.end_item()
    doc.need(26)
    doc.sheet.box(LEFT, doc.y, RIGHT, doc.y + 6.4, 0.1, fill=218)
    cells = [(LEFT + 2, f"§ {number}", BOLD), (LEFT + 16, title, BOLD)]
    if reference:
        cells.append((RIGHT - 2, f"Dnr {reference}", TEXT, "right"))
    doc.row(*cells, leading=4.5)
    doc.space(2.6)
    doc.begin_item(number, f"§ {number}", title, reference, **more)
    doc.tell(paragraphs, att=7, gap=0.5, heading=TEXT.bold, above=0.9)
    doc.end_item()
    doc.space(4)
