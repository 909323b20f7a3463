"""A community planning committee of 2023: born digital, decisions first and numbered, a vote by name in a table, not yet signed."""

from ..document import Document
from ..help import twice
from ..paper import Style

SOURCE = "A samhällsbyggnadsnämnd in 2023: written by the case system, the attendance under headings, the decisions first as numbered points, " \
         "a vote by name in a table, signature lines still empty. Born digital."
SCANNER = "printer"

T = Style("opensans", 9.8)
B = T.bold
LEFT, RIGHT = 30.0, 180.0


def build():
    return twice(make)


def make(pages, total):
    def head(sheet, number):
        sheet.row(15, (LEFT, "Vretaryds kommun", B), (RIGHT, f"Sida {number} av {total}", T.at(9), "right"))
        sheet.row(20, (LEFT, "Samhällsbyggnadsnämnden", T.at(9)), (RIGHT, "Sammanträdesprotokoll 2023-03-23", T.at(9), "right"))

    doc = Document("samhallsbyggnadsnamnd_2023", T, LEFT, RIGHT, 28, 24, 4.9, head, foot)
    doc.meeting = dict(municipality="Vretaryds kommun", body="Samhällsbyggnadsnämnden", date="2023-03-23", place="Stadshuset, Kvarnsalen", start_time="13:00",
                       end_time="15:55", adjournments=[{"start": "14:25", "end": "14:40"}], paragraphs={"first": 31, "last": 38})
    front(doc)
    doc.new_sheet()
    doc.row((LEFT, "Innehåll", B.at(14)), leading=7)
    doc.space(1.5)
    for number, _, title, *_ in ITEMS:
        page = pages.get(number, 9)
        leader = "." * int((RIGHT - 8 - 46 - T.width(title)) / T.width("."))
        doc.row((LEFT, f"§ {number}"), (45, f"{title} {leader}"), (RIGHT, str(page), T, "right"), leading=5.4)
        doc.contents.append((number, title, page))
    doc.space(7)
    for entry in ITEMS:
        item(doc, *entry)
    doc.end_item()
    return doc.finish()


def foot(sheet, number):
    sheet.line(LEFT, 279, RIGHT, 279, 0.2)
    sheet.row(283.5, (LEFT, "Justerares signatur:", T.at(8)), (118, "Utdragsbestyrkande:", T.at(8)))


MEMBERS = [("Malin Åkesdotter", "S", "ordförande", "chair"), ("Joel Fransén", "C", "1:e vice ordförande", "vice_chair"), ("Richard Engwall", "M", "2:e vice ordförande", "second_vice_chair"),
           ("Pernilla Hjulström", "S", None, None), ("Dawit Tesfaye", "S", None, None), ("Katarina Blomé", "V", None, None), ("Fredrik Lidmark", "M", None, None),
           ("Linus Hagvall", "SD", None, None), ("Sara Wredmark", "MP", None, None)]


def block(doc, label, values):
    doc.row((LEFT, label, B), leading=5.2)
    for value in values:
        doc.row((LEFT, value), leading=4.7)
    doc.space(2.1)


def front(doc):
    doc.new_sheet()
    doc.row((LEFT, "Samhällsbyggnadsnämnden", B.at(17)), leading=8)
    doc.space(3)
    block(doc, "Datum och tid", ["23 mars 2023 klockan 13:00–15:55", "Ajournering klockan 14:25–14:40"])
    block(doc, "Plats", ["Stadshuset, Kvarnsalen"])
    block(doc, "Beslutande ledamöter", [f"{n} ({p}), §§ 34–38" if n == "Sara Wredmark" else f"{n} ({p})" + (f", {t}" if t else "") + (", deltar på distans" if n == "Fredrik Lidmark" else "")
                                        for n, p, t, _ in MEMBERS])
    block(doc, "Tjänstgörande ersättare", ["Omar Lindeblad (MP) ersätter Sara Wredmark (MP), klockan 13:00–14:25, §§ 31–33", "Yvonne Stark (SD) ersätter Niklas Odenbrand (SD)",
                                           "Felix Tornqvist (L) ersätter Cecilia Malmros (KD)"])
    block(doc, "Ej tjänstgörande ersättare", ["Leyla Aydin (S)", "Gunnar Pihlblad (M)"])
    block(doc, "Övriga närvarande", ["Hanna Ceder, samhällsbyggnadschef", "Oskar Viklander, planarkitekt, §§ 33–34", "Elin Ståhlberg, nämndsekreterare"])
    block(doc, "Utsedd justerare", ["Pernilla Hjulström (S)"])
    block(doc, "Justeringens plats och tid", ["Stadshuset, 30 mars 2023 klockan 08:15"])
    for name, party, text, role in MEMBERS:
        doc.attend(name, "member", party=party, role=role, role_text=text, remote=True if name == "Fredrik Lidmark" else None,
                   paragraphs=[[34, 38]] if name == "Sara Wredmark" else None)
    doc.attend("Omar Lindeblad", "serving_substitute", party="MP", replaces="Sara Wredmark", paragraphs=[[31, 33]], times=[{"start": "13:00", "end": "14:25"}])
    for name, party, member, other in [("Yvonne Stark", "SD", "Niklas Odenbrand", "SD"), ("Felix Tornqvist", "L", "Cecilia Malmros", "KD")]:
        doc.attend(name, "serving_substitute", party=party, replaces=member)
        doc.miss(member, party=other)
    doc.attend("Leyla Aydin", "substitute", party="S")
    doc.attend("Gunnar Pihlblad", "substitute", party="M")
    doc.attend("Hanna Ceder", "official", role_text="samhällsbyggnadschef")
    doc.attend("Oskar Viklander", "official", role_text="planarkitekt", paragraphs=[[33, 34]])
    doc.attend("Elin Ståhlberg", "official", role="secretary", role_text="nämndsekreterare")
    doc.adjustments.append(dict(adjusters=["Pernilla Hjulström"], place="Stadshuset", date="2023-03-30", time="08:15"))

    doc.row((LEFT, "Underskrifter", B), (118, "Paragrafer 31–38"), leading=5.2)
    for role, text, name in [("secretary", "Nämndsekreterare", "Elin Ståhlberg"), ("chair", "Ordförande", "Malin Åkesdotter"), ("adjuster", "Justerare", "Pernilla Hjulström")]:
        doc.space(7.5)
        doc.sheet.line(70, doc.y, 150, doc.y, 0.2)
        doc.row((LEFT, text), (70, name), leading=4.6)
        doc.sign(role, text, name, signed=False)
    doc.space(5)
    doc.row((LEFT, "Anslagsbevis", B), leading=5.2)
    for left, right in [("Protokollet är justerat. Justeringen har tillkännagivits på kommunens digitala anslagstavla.", None), ("Anslaget publiceras", "2023-03-31"), ("Anslaget tas ned", "2023-04-24"),
                        ("Förvaringsplats för protokollet", "Samhällsbyggnadsförvaltningen")]:
        doc.row((LEFT, left), *[(86, right)] * bool(right), leading=4.7)
    doc.notices.append(dict(posted="2023-03-31", removed="2023-04-24", kept_at="Samhällsbyggnadsförvaltningen"))


def item(doc, number, reference, title, paragraphs, more):
    doc.end_item()
    doc.need(32)
    doc.row((LEFT, f"§ {number}", B.at(13)), leading=6)
    doc.row((LEFT, title, B.at(13)), leading=6)
    if reference:
        doc.row((LEFT, f"Diarienummer: {reference}", T.at(9)))
    doc.begin_item(number, f"§ {number}", title, reference, **more)
    doc.space(0.6)
    for entry in paragraphs:
        if callable(entry):
            entry(doc)
            continue
        kind, heading, *texts = entry
        doc.heading(heading, kind, above=1.4)
        for text in texts:
            point = 5 if text[:2] in ("1.", "2.", "3.", "– ") else 0
            doc.para(text, indent=0, hang=point, gap=0.6)
    doc.space(5.5)


VOTES = [(n, p, v) for (n, p), v in zip([m[:2] for m in MEMBERS] + [("Yvonne Stark", "SD"), ("Felix Tornqvist", "L")],
                                        ["yes", "yes", "no", "yes", "yes", "yes", "no", "no", "yes", "no", "yes"])]


def ballots(doc):
    doc.need(13 * 5)
    doc.space(2)
    marks = {"yes": 128.0, "no": 146.0}
    top, rules = doc.y, [doc.y]

    def line(*cells):
        doc.table_row(*cells, leading=4.3)
        doc.y += 1.1
        rules.append(doc.y)
    line((LEFT + 2, "Ledamot", B), (marks["yes"], "Ja", B, "center"), (marks["no"], "Nej", B, "center"))
    for name, party, vote in VOTES:
        line((LEFT + 2, f"{name} ({party})"), (marks[vote], "X", T, "center"))
    line((LEFT + 2, "Summa", B), (marks["yes"], "7", B, "center"), (marks["no"], "4", B, "center"))
    for y in rules:
        doc.sheet.line(LEFT, y, 155, y, 0.15)
    for x in (LEFT, 119, 137, 155):
        doc.sheet.line(x, top, x, doc.y, 0.15)


S = "Samhällsbyggnadsnämnden"
ITEMS = [
    (31, None, "Val av justerare", [("decision", "Beslut", f"{S} utser Pernilla Hjulström (S) att jämte ordföranden justera protokollet.")], {}),
    (32, "SBN 2023/00061", "Ekonomisk uppföljning per februari 2023", [("decision", "Beslut", f"{S} godkänner den ekonomiska uppföljningen."),
     ("summary", "Sammanfattning", "Nämndens prognos för helåret visar ett underskott på 2,1 miljoner kronor. Avvikelsen beror på höjda elpriser och en snörik vinter, som har medfört högre kostnader för "
      "vinterväghållning. Intäkterna från bygglov är lägre än budgeterat."), ("distribution", "Beslutet skickas till", "Kommunstyrelsen, ekonomienheten")], dict(distribution=["Kommunstyrelsen", "ekonomienheten"])),
    (33, "SBN 2021/00418", "Detaljplan för Kvarnbacken etapp 2, beslut om granskning", [("decision", "Beslut", f"1. {S} godkänner samrådsredogörelsen.", f"2. {S} beslutar att detaljplanen ska ställas ut för granskning."),
     ("summary", "Sammanfattning", "Planförslaget innebär att ett sextiotal bostäder i radhus och flerbostadshus kan byggas öster om Kvarnvägen. Efter samrådet har dammen för dagvatten flyttats och den högsta nockhöjden sänkts."),
     ("documents", "Beslutsunderlag", "– Tjänsteskrivelse 2023-03-02", "– Plankarta och planbeskrivning"), ("distribution", "Beslutet skickas till", "Planenheten")], dict(distribution=["Planenheten"])),
    (34, "SBN 2022/00307", "Cykelväg längs Norra Infarten", [("decision", "Beslut", f"1. {S} beslutar att cykelvägen byggs på vägens västra sida.", f"2. {S} ger förvaltningen i uppdrag att söka statlig medfinansiering."),
     ("summary", "Sammanfattning", "Förvaltningen har jämfört två sträckningar. En cykelväg på den västra sidan blir 400 000 kronor dyrare, men ger färre korsningar och en säkrare väg till Ekbackens skola. Kommunen "
      "behöver lösa in sammanlagt 900 kvadratmeter mark."),
     ("motions", "Förslag till beslut under sammanträdet", "Joel Fransén (C) yrkar bifall till förvaltningens förslag.", "Richard Engwall (M) yrkar att cykelvägen byggs på den östra sidan."),
     ("order", "Beslutsordning", "Ordföranden ställer förslagen mot varandra och finner att nämnden bifaller Joel Franséns yrkande. Omröstning begärs. Den som bifaller Joel Franséns yrkande röstar ja. Den som bifaller Richard Engwalls yrkande röstar nej."),
     ("vote", "Omröstning", "Med 7 ja-röster mot 4 nej-röster beslutar nämnden enligt Joel Franséns yrkande."), ballots,
     ("reservation", "Reservation", "Richard Engwall (M), Fredrik Lidmark (M), Linus Hagvall (SD) och Yvonne Stark (SD) reserverar sig mot beslutet."),
     ("distribution", "Beslutet skickas till", "Gatuenheten")],
     dict(proposals=[(["Joel Fransén"], "C", "Joel Fransén (C) yrkar bifall till förvaltningens förslag."), (["Richard Engwall"], "M", "Richard Engwall (M) yrkar att cykelvägen byggs på den östra sidan.")],
          votes=[(7, 4, None, VOTES)], reservations=[("Richard Engwall", "M", None), ("Fredrik Lidmark", "M", None), ("Linus Hagvall", "SD", None), ("Yvonne Stark", "SD", None)], distribution=["Gatuenheten"])),
    (35, "SBN 2023/00040", "Bygglov för nybyggnad av padelhall, Plogen 3", [("decision", "Beslut", f"{S} beviljar bygglov med stöd av 9 kap. 30 § plan- och bygglagen."),
     ("disqualification", "Jäv", "Dawit Tesfaye (S) anmäler jäv och deltar inte i handläggningen av ärendet."), ("summary", "Sammanfattning", "Ansökan avser en hall med fyra banor. Åtgärden stämmer överens med detaljplanen. Grannarna har inte haft något att erinra."),
     ("distribution", "Beslutet skickas till", "Sökanden")], dict(disqualified=["Dawit Tesfaye"], distribution=["Sökanden"])),
    (36, "SBN 2022/00512", "Svar på medborgarförslag om belysning i Alléparken", [("decision", "Beslut", f"{S} avslår medborgarförslaget."), ("summary", "Sammanfattning", "Förslagsställaren önskar belysning längs hela gångvägen genom parken. "
     "Den norra delen ingår redan i årets investeringar, medan den södra delen saknar finansiering."), ("distribution", "Beslutet skickas till", "Förslagsställaren")], dict(distribution=["Förslagsställaren"])),
    (37, None, "Redovisning av delegationsbeslut", [("decision", "Beslut", f"{S} lägger redovisningen till handlingarna."), ("summary", "Sammanfattning", "Delegationsbeslut fattade under februari 2023 redovisas.")], {}),
    (38, None, "Information från förvaltningen", [("decision", "Beslut", f"{S} noterar informationen."), ("summary", "Sammanfattning", "Hanna Ceder informerar om rekryteringen av en ny bygglovschef och om vårens gatuarbeten.")], {}),
]
