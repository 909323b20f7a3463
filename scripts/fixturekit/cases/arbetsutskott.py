"""A working committee of 2023, born digital: § with the year, taking part from a distance, adjusted digitally."""

from ..document import Document
from ..paper import Style

SOURCE = "The working committee of an education board in 2023, born digital with a text layer: “§ 31/2023”, one member taking " \
         "part from a distance, digital adjustment without signature lines."
SCANNER = "printer"

TEXT = Style("sans", 10.5)
LEFT, RIGHT, VALUE = 25.0, 185.0, 70.0


def build():
    doc = Document("arbetsutskott", TEXT, LEFT, RIGHT, 38, 26, 5.2, head, foot)
    doc.meeting = dict(municipality="Ekeslätts kommun", body="Utbildningsnämndens arbetsutskott", date="2023-02-15",
                       place="Stadshuset, rum Asken", start_time="09:00", end_time="10:35",
                       paragraphs={"first": 31, "last": 35})
    doc.new_sheet()
    front(doc)
    for number, title, reference, sections, more in ITEMS:
        item(doc, number, title, reference, sections, more)
    return doc.finish()


def head(sheet, number):
    sheet.row(16, (LEFT, "Ekeslätts kommun", TEXT.bold), (RIGHT, f"Sida {number} av 2", TEXT.at(9), "right"))
    sheet.row(21, (LEFT, "Utbildningsnämndens arbetsutskott", TEXT), (RIGHT, "Sammanträdesprotokoll 2023-02-15", TEXT.at(9), "right"))
    sheet.line(LEFT, 24, RIGHT, 24, 0.6)


def foot(sheet, number):
    sheet.row(286, (105, "Protokollet är digitalt justerat", TEXT.italic.at(8.5), "center"))


def front(doc):
    fields = [
        ("Tid", ["2023-02-15, klockan 09:00–10:35"]),
        ("Plats", ["Stadshuset, rum Asken"]),
        ("Ledamöter", ["Gabriella Ståhlnacke (L), ordförande", "Oscar Wennman (S), vice ordförande",
                       "Ebba Rydelius (M), deltar på distans"]),
        ("Tjänstgörande ersättare", ["Jonatan Käck (C) ersätter Linn Abrahamsson (KD)"]),
        ("Övriga", ["Fredrik Aspelin, skolchef", "Nour Khalil, nämndsekreterare"]),
        ("Justerare", ["Oscar Wennman (S)"]),
        ("Justering", ["Digital justering, 2023-02-17"]),
        ("Paragrafer", ["31–35"]),
    ]
    for label, values in fields:
        for n, value in enumerate(values):
            doc.row(*[(LEFT, label, TEXT.bold)] * (n == 0), (VALUE, value))
        doc.space(1.6)
    doc.space(2)
    doc.row((LEFT, "Underskrifter", TEXT.bold))
    for role, label, name in [("secretary", "Sekreterare", "Nour Khalil"), ("chair", "Ordförande", "Gabriella Ståhlnacke"),
                              ("adjuster", "Justerare", "Oscar Wennman")]:
        doc.row((LEFT, label), (VALUE, name))
        doc.sign(role, label, name, signed=None)
    doc.space(5)
    doc.attend("Gabriella Ståhlnacke", "member", party="L", role="chair", role_text="ordförande")
    doc.attend("Oscar Wennman", "member", party="S", role="vice_chair", role_text="vice ordförande")
    doc.attend("Ebba Rydelius", "member", party="M", remote=True)
    doc.attend("Jonatan Käck", "serving_substitute", party="C", replaces="Linn Abrahamsson")
    doc.attend("Fredrik Aspelin", "official", role_text="skolchef")
    doc.attend("Nour Khalil", "official", role="secretary", role_text="nämndsekreterare")
    doc.miss("Linn Abrahamsson", party="KD")
    doc.adjustments.append(dict(adjusters=["Oscar Wennman"], date="2023-02-17"))


ITEMS = [
    (31, "Godkännande av dagordning", None, [("decision", "Beslut", ["Arbetsutskottet godkänner dagordningen."])],
     {"outcome": "approved"}),
    (32, "Skolskjuts vid växelvis boende", "UN 2023/18", [
        ("decision", "Arbetsutskottets förslag till nämnden", ["Utbildningsnämnden antar reviderade riktlinjer för skolskjuts att "
         "gälla från och med den 1 augusti 2023."]),
        ("background", "Bakgrund", ["Nuvarande riktlinjer antogs 2014 och stämmer inte med senare rättspraxis. Förvaltningen har "
         "tagit fram ett förslag som klargör när elever som bor växelvis hos sina vårdnads¬havare har rätt till skolskjuts.",
         "Barn¬konventionen har beaktats. Förslaget beräknas öka kostnaderna med cirka 350 000 kronor om året."]),
        ("documents", "Beslutsunderlag", ["Tjänsteskrivelse 2023-01-30", "Förslag till riktlinjer för skolskjuts"])], {}),
    (33, "Lokalprogram för ny förskola i Södra Lyckan", "UN 2022/141", [
        ("decision", "Beslut", ["Arbetsutskottet återremitterar ärendet för komplettering med en barn¬konsekvens¬analys."]),
        ("background", "Bakgrund", ["Behovet av förskole¬platser i området väntas öka med 80 platser till år 2027. Tomten gränsar till "
         "en hårt trafikerad väg."]),
        ("motions", "Yrkanden", ["Oscar Wennman (S) yrkar att ärendet återremitteras."])],
     {"outcome": "referred_back",
      "proposals": [(["Oscar Wennman"], "S", "Oscar Wennman (S) yrkar att ärendet återremitteras.")]}),
    (34, "Yttrande över betänkandet Tid för undervisning", "UN 2023/05", [
        ("decision", "Beslut", ["Arbetsutskottet antar förvaltningens förslag till yttrande som sitt eget och överlämnar det till "
         "Utbildningsdepartementet."]),
        ("background", "Bakgrund", ["Nämnden har beretts tillfälle att yttra sig senast den 3 mars 2023. Förvaltningen delar i allt "
         "väsentligt utredningens bedömningar men anser att tidplanen är för snäv."])], {"outcome": "approved"}),
    (35, "Information från skolchefen", None, [
        ("decision", "Beslut", ["Arbetsutskottet tar del av informationen."]),
        ("other", None, ["Antagningen till gymnasie¬skolan har öppnat. Sjukfrånvaron bland personalen är 5,8 procent, vilket är lägre "
                         "än i januari förra året."])], {"outcome": "noted"}),
]


def item(doc, number, title, reference, sections, more):
    doc.end_item()
    doc.need(28)
    doc.row((LEFT, f"§ {number}/2023", TEXT.bold.at(11.5)), (52, title, TEXT.bold.at(11.5)), leading=6)
    if reference:
        doc.row((52, f"Diarienummer: {reference}", TEXT.at(9.5)))
    doc.space(1.2)
    doc.begin_item(number, f"§ {number}/2023", title, reference, year=2023, **more)
    for kind, heading, paragraphs in sections:
        if heading:
            doc.heading(heading, kind, above=1)
        else:
            doc.leave_section()
            doc.space(2)
        for text in paragraphs:
            doc.para(text, gap=0.8)
    doc.space(4)
