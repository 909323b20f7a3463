"""An executive board of 2022 as it was published: born digital, nobody has signed the copy."""

from ..document import Document
from ..help import twice
from ..paper import Style
from ..rules import grid

SOURCE = "An executive board in 2022, the copy published on the web: big title, two columns of names, decision first, ruled table of votes, unsigned " \
         "signature lines. Born digital."
SCANNER = "printer"

TEXT = Style("roboto", 10)
SMALL = TEXT.at(8.5)
LEFT, COLUMN, RIGHT = 25.0, 110.0, 187.0


def build():
    return twice(make)


def make(pages, total):
    doc = Document("kommunstyrelse_2022", TEXT, LEFT, RIGHT, 32, 24, 4.8, None, lambda s, n: foot(s, n, total))
    doc.head = lambda s, n: head(s, n)
    doc.meeting = dict(municipality="Ålhagens kommun", body="Kommunstyrelsen", date="2022-05-31",
                       place="Stadshuset, Storgatan 12, sal A", start_time="13:00", end_time="15:25",
                       paragraphs={"first": 96, "last": 102})
    front(doc)
    doc.new_sheet()
    for number, title, reference, paragraphs, more in ITEMS:
        item(doc, number, title, reference, paragraphs, more)
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(16, (LEFT, "Kommunstyrelsen", TEXT.bold), (RIGHT, "Protokoll 2022-05-31", TEXT, "right"))
        sheet.line(LEFT, 19, RIGHT, 19, 0.2)


def foot(sheet, number, total):
    sheet.row(285, (LEFT, "Ålhagens kommun", SMALL), (RIGHT, f"Sida {number} av {total}", SMALL, "right"))


MEMBERS = [("Anneli Hedfors", "S", "ordförande", "chair"), ("Jakob Wennerdal", "C", "vice ordförande", "vice_chair"), ("Marie Cederås", "S", None, None),
           ("Yusuf Demirtas", "S", None, None), ("Patrik Storhag", "M", None, None), ("Lisbeth Orrgård", "M", None, None),
           ("Emil Ternström", "SD", None, None), ("Karolina Vinge", "V", None, None), ("Roger Sollander", "L", None, None)]
SERVING = [("Filippa Rönning", "KD", "Mats Ekelind", "KD"), ("Tobias Hagvall", "SD", "Sonja Brännholm", "SD")]
SUBSTITUTES = [("Gunvor Plogman", "S"), ("Erik Siljestad", "MP")]
OTHERS = [("Helen Östergren", "kommundirektör", None), ("David Lindhagen", "ekonomichef", [[97, 98]]), ("Nina Fastborg", "kommunsekreterare", None)]


def front(doc):
    doc.new_sheet()
    doc.row((LEFT, "Ålhagens kommun", TEXT.bold.at(11)))
    doc.space(4)
    doc.row((LEFT, "Sammanträdesprotokoll", TEXT.bold.at(22)), leading=9)
    doc.row((LEFT, "Kommunstyrelsen", TEXT.at(14)), leading=7)
    doc.space(5)
    doc.row((LEFT, "Datum och tid", TEXT.bold), (COLUMN, "Plats", TEXT.bold))
    doc.row((LEFT, "2022-05-31 kl. 13.00–15.25"), (COLUMN, "Stadshuset, Storgatan 12, sal A"))
    doc.space(5)
    y = doc.y
    left = [("Beslutande", True)] + [(f"{name} ({party})" + (f", {text}" if text else ""), False) for name, party, text, _ in MEMBERS]
    right = [("Tjänstgörande ersättare", True)] + [(f"{name} ({party}) för {member} ({other})", False) for name, party, member, other in SERVING]
    right += [None, ("Närvarande ersättare", True)] + [(f"{name} ({party})", False) for name, party in SUBSTITUTES]
    right[-1] = (right[-1][0] + ", deltar på distans", False)
    for x, lines in ((LEFT, left), (COLUMN, right)):
        for n, line in enumerate(lines, 1):
            if line:
                doc.sheet.row(y + n * 5, (x, line[0], TEXT.bold if line[1] else TEXT))
    doc.y = y + 5 * len(left) + 4
    for name, party, text, role in MEMBERS:
        doc.attend(name, "member", party=party, role=role, role_text=text)
    for name, party, member, other in SERVING:
        doc.attend(name, "serving_substitute", party=party, replaces=member)
        doc.miss(member, party=other)
    for name, party in SUBSTITUTES:
        doc.attend(name, "substitute", party=party, **({"remote": True} if name == "Erik Siljestad" else {}))
    doc.row((LEFT, "Övriga närvarande", TEXT.bold), leading=5)
    for name, text, paragraphs in OTHERS:
        doc.row((LEFT, f"{name}, {text}" + (f", §§ {paragraphs[0][0]}–{paragraphs[0][1]}" if paragraphs else "")), leading=5)
        doc.attend(name, "official", role="secretary" if "sekreterare" in text else None, role_text=text, paragraphs=paragraphs)
    doc.space(5)
    doc.row((LEFT, "Justering", TEXT.bold), (COLUMN, "Paragrafer", TEXT.bold), leading=5)
    doc.row((LEFT, "Karolina Vinge (V)"), (COLUMN, "96–102"), leading=5)
    doc.row((LEFT, "Stadshuset 2022-06-07"), leading=5)
    doc.adjustments.append(dict(adjusters=["Karolina Vinge"], place="Stadshuset", date="2022-06-07"))
    doc.space(7)
    doc.row((LEFT, "Underskrifter", TEXT.bold), leading=5)
    for role, text, name in (("secretary", "Sekreterare", "Nina Fastborg"), ("chair", "Ordförande", "Anneli Hedfors"), ("adjuster", "Justerare", "Karolina Vinge")):
        doc.row((LEFT, text), leading=11)
        doc.sheet.line(LEFT + 32, doc.y + 0.6, LEFT + 112, doc.y + 0.6, 0.2)
        doc.row((LEFT + 32, name), leading=5)
        doc.sign(role, text, name, signed=False)
    doc.space(8)
    doc.sheet.line(LEFT, doc.y, RIGHT, doc.y, 0.2)
    doc.space(1.5)
    doc.row((LEFT, "Bevis om anslag", TEXT.bold), leading=5)
    doc.row((LEFT, "Protokollet är justerat. Justeringen tillkännages på kommunens digitala anslagstavla."), leading=5)
    for text, value in (("Organ", "Kommunstyrelsen"), ("Publicerat på anslagstavlan", "2022-06-08"), ("Avpubliceras från anslagstavlan", "2022-06-30"),
                        ("Förvaringsplats för protokollet", "Kommunkansliet, stadshuset")):
        doc.row((LEFT, text), (LEFT + 62, value), leading=5)
    doc.notices.append(dict(organ="Kommunstyrelsen", posted="2022-06-08", removed="2022-06-30", kept_at="Kommunkansliet, stadshuset"))


def item(doc, number, title, reference, paragraphs, more):
    doc.need(38)
    cells = [(LEFT, f"§ {number}", TEXT.bold.at(12))] + ([(LEFT + 20, f"KS {reference}", TEXT)] if reference else [])
    doc.row(*cells, leading=5.6)
    doc.row((LEFT, title, TEXT.bold.at(12)), leading=5.6)
    doc.space(1)
    doc.begin_item(number, f"§ {number}", title, f"KS {reference}" if reference else None, **more)
    doc.tell(paragraphs, att=5, gap=0.9, above=1.6)
    doc.end_item()
    doc.space(7)


VOTES = ["yes", "yes", "yes", "yes", "no", "no", "no", "yes", "yes", "abstain", "no"]
BALLOTS = [(name, party, vote) for (name, party), vote in zip([(m[0], m[1]) for m in MEMBERS] + [(s[0], s[1]) for s in SERVING], VOTES, strict=True)]


def ballots(doc):
    doc.need(14 * 5)
    doc.space(1)
    top = doc.y
    rules = [top]
    doc.table_row((LEFT + 2, "Ledamot", SMALL.bold), (103, "Ja", SMALL.bold), (121, "Nej", SMALL.bold), (139, "Avstår", SMALL.bold), leading=4)
    for name, party, vote in BALLOTS:
        rules.append(doc.y + 1.2)
        doc.table_row((LEFT + 2, f"{name} ({party})", SMALL), ({"yes": 103, "no": 121, "abstain": 139}[vote], "X", SMALL), leading=4.9)
    rules.append(doc.y + 1.2)
    doc.table_row((LEFT + 2, "Totalt", SMALL.bold), (103, "6", SMALL.bold), (121, "4", SMALL.bold), (139, "1", SMALL.bold), leading=4.9)
    rules.append(doc.y + 1.2)
    grid(doc, [LEFT, 101, 119, 137], 155, rules, top)
    doc.space(1)


ITEMS = [
    (96, "Val av justerare och fastställande av dagordning", None, [("decision", "Beslut", "Kommunstyrelsen beslutar att utse Karolina Vinge (V) att tillsammans med ordföranden justera protokollet och att fastställa dagordningen.")], {}),
    (97, "Uppföljning per april 2022", "2022/00141", [("decision", "Kommunstyrelsens beslut", "Kommunstyrelsen godkänner uppföljningen per april 2022."),
     ("summary", "Sammanfattning av ärendet", "Kommunens prognos för helåret är ett överskott på 31 miljoner kronor, vilket motsvarar 2,6 procent av skatter och bidrag. Social¬nämnden redovisar ett befarat underskott på 9 miljoner kronor "
      "inom hemtjänsten. Ekonomichefen föredrar ärendet."),
     ("documents", "Beslutsunderlag", "Tjänsteskrivelse 2022-05-12", "Uppföljning per april 2022"), ("distribution", "Beslutet skickas till", "Samtliga nämnder")],
     {"outcome": "approved", "distribution": ["Samtliga nämnder"]}),
    (98, "Försäljning av fastigheten Ålhagen Smedjan 3", "2021/00377", [("decision", "Kommunstyrelsens beslut", "Kommunstyrelsen beslutar att avslå förslaget om försäljning av fastigheten Smedjan 3."),
     ("summary", "Sammanfattning av ärendet", "Fastigheten Smedjan 3 har sedan 2009 hyrts ut till föreningar. Byggnaden behöver renoveras för omkring 7 miljoner kronor. Ett fastighets¬bolag har lämnat ett bud på 11,5 miljoner kronor och "
      "avser att bygga om huset till lägenheter. Kommun¬lednings¬kontoret föreslår att fastigheten säljs."),
     ("documents", "Beslutsunderlag", "Tjänsteskrivelse 2022-05-09", "Värderingsutlåtande 2022-03-21"),
     ("motions", "Förslag till beslut på sammanträdet", "Patrik Storhag (M) yrkar bifall till kommunledningskontorets förslag.", "Karolina Vinge (V) yrkar avslag på kommunledningskontorets förslag."),
     ("order", "Beslutsgång", "Ordföranden ställer förslagen mot varandra och finner att kommunstyrelsen beslutar enligt Karolina Vinges yrkande. Omröstning begärs. Ja-röst innebär bifall till Karolina Vinges yrkande. Nej-röst innebär bifall "
      "till Patrik Storhags yrkande."),
     ("vote", "Omröstningsresultat", "Med 6 ja-röster mot 4 nej-röster, medan 1 ledamot avstår, beslutar kommunstyrelsen enligt Karolina Vinges yrkande."), ballots,
     ("reservation", "Reservation", "Patrik Storhag (M), Lisbeth Orrgård (M), Emil Ternström (SD) och Tobias Hagvall (SD) reserverar sig mot beslutet."),
     ("distribution", "Beslutet skickas till", "Kommunledningskontoret, samhällsbyggnadsnämnden")],
     {"outcome": "rejected", "proposals": [(["Patrik Storhag"], "M", "Patrik Storhag (M) yrkar bifall till kommunledningskontorets förslag."),
        (["Karolina Vinge"], "V", "Karolina Vinge (V) yrkar avslag på kommunledningskontorets förslag.")],
      "votes": [(6, 4, 1, BALLOTS)], "reservations": [("Patrik Storhag", "M", None), ("Lisbeth Orrgård", "M", None), ("Emil Ternström", "SD", None), ("Tobias Hagvall", "SD", None)],
      "distribution": ["Kommunledningskontoret", "samhällsbyggnadsnämnden"]}),
    (99, "Bidrag till Ålhagens folketshusförening", "2022/00098", [("decision", "Kommunstyrelsens beslut", "Kommunstyrelsen beslutar att bevilja ett bidrag på 240 000 kronor för ny ventilation."),
     ("disqualification", "Jäv", "Marie Cederås (S) deltar på grund av jäv inte i handläggningen av ärendet."),
     ("summary", "Sammanfattning av ärendet", "Föreningen ansöker om bidrag för att byta ventilationen i stora salen. Boverket har beviljat stöd med 480 000 kronor under förut¬sättning att kommunen bidrar med hälften så mycket."),
     ("documents", "Beslutsunderlag", "Tjänsteskrivelse 2022-05-03"), ("distribution", "Beslutet skickas till", "Sökanden, ekonomiavdelningen")],
     {"outcome": "approved", "disqualified": ["Marie Cederås"], "distribution": ["Sökanden", "ekonomiavdelningen"]}),
    (100, "Svar på remiss om regional transportplan", "2022/00063", [("decision", "Kommunstyrelsens beslut", "Kommunstyrelsen beslutar att återremittera ärendet till kommunledningskontoret."),
     ("summary", "Sammanfattning av ärendet", "Regionen har skickat förslag till transport¬plan för åren 2022–2033 på remiss. I planen saknas medel för ombyggnad av väg 317 genom Lövsta."),
     ("motions", "Förslag till beslut på sammanträdet", "Jakob Wennerdal (C) yrkar att ärendet återremitteras för att kompletteras med synpunkter på kollektivtrafiken.")],
     {"outcome": "referred_back", "proposals": [(["Jakob Wennerdal"], "C", "Jakob Wennerdal (C) yrkar att ärendet återremitteras för att kompletteras med synpunkter på kollektivtrafiken.")]}),
    (101, "Redovisning av delegationsbeslut", "2022/00007", [("decision", "Kommunstyrelsens beslut", "Kommunstyrelsen lägger redovisningen till handlingarna."),
     ("documents", "Beslutsunderlag", "Förteckning över delegationsbeslut 2022-04-21 till 2022-05-19")], {"outcome": "noted"}),
    (102, "Information från kommundirektören", None, [("decision", "Kommunstyrelsens beslut", "Kommunstyrelsen tackar för informationen."),
     ("summary", "Sammanfattning av ärendet", "Kommundirektören informerar om mottagandet av flyktingar från Ukraina och om förberedelserna inför valet i september.")], {"outcome": "noted"}),
]
