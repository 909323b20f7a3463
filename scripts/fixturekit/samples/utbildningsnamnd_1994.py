"""An education committee of 1994: framed front page with bold capitals, headings in the left column, a vote by name in prose."""

from itertools import zip_longest

from ..document import Document
from ..help import dots, pen
from ..paper import Style
from ..pen import initials
from ..scan import Scanner

SOURCE = "An education committee in 1994: laser printer, framed front page with labels in capitals to the left, headings of sections " \
         "in the left column, “UN § 70” and title on one line, vote by name in prose. Scanned in black and white at 400 dpi."
SCANNER = Scanner(dpi=400, skew=0.3, blur=1.0, noise=14.0, black_and_white=True)

T = Style("serif", 11.5)
B = T.bold
L = Style("serif", 9, "bold")
LEFT, RIGHT, BODY = 24.0, 190.0, 66.0


def build():
    doc = Document("utbildningsnamnd_1994", T, LEFT, RIGHT, 40, 30, 5.0, head, foot)
    doc.meeting = dict(municipality="Kallsjö kommun", body="Utbildningsnämnden", date="1994-10-19", place="Kommunhuset, sammanträdesrum Tallen",
                       start_time="13:30", end_time="17:05", paragraphs={"first": 70, "last": 78})
    front(doc)
    doc.new_sheet()
    for entry in ITEMS:
        item(doc, *entry)
    doc.end_item()
    return doc.finish()


def head(sheet, number):
    sheet.row(19, (LEFT, "KALLSJÖ KOMMUN", B.at(13)), (108, "SAMMANTRÄDESPROTOKOLL", B.at(13)))
    sheet.row(25, (LEFT, "Utbildningsnämnden", T), (108, "1994-10-19", T), (RIGHT, f"Sida {number} (4)", T, "right"))
    sheet.line(LEFT, 29, RIGHT, 29, 0.6)


def foot(sheet, number):
    sheet.line(LEFT, 269, RIGHT, 269, 0.6)
    sheet.row(273, (LEFT, "JUSTERANDES SIGN", Style("serif", 7)), (108, "UTDRAGSBESTYRKANDE", Style("serif", 7)))
    for n in range(3):
        sheet.ink(initials(28 + 20 * n, 283, 9400 + 10 * number + n), shade=20)


MEMBERS = [("Birger Malmsten", "s", "ordförande", "chair", None), ("Annika Torsby", "s", None, None, None), ("Kenneth Brorsson", "s", None, None, None),
           ("Monika Ljungdal", "s", None, None, None), ("Sten Hallerdt", "m", "vice ordförande", "vice_chair", [[70, 75]]),
           ("Carina Wessman", "m", None, None, None), ("Bengt-Göran Lilja", "c", None, None, None), ("Solveig Harrysson", "fp", None, None, None)]


def frame(doc, label, values, gap=1.6):
    top = doc.y
    doc.space(1.2)
    labels = [label] if isinstance(label, str) else label
    for text, value in zip_longest(labels, values):
        doc.row(*[(LEFT + 2, text, L)] * bool(text), *[(BODY, value)] * bool(value), leading=4.9)
    doc.space(gap)
    doc.sheet.box(LEFT, top, RIGHT, doc.y, 0.3)


def front(doc):
    doc.new_sheet()
    doc.y = 35
    frame(doc, "PLATS OCH TID", ["Kommunhuset, sammanträdesrum Tallen, kl 13.30 - 17.05"])
    frame(doc, "BESLUTANDE", [f"{n} ({p})" + (f", {t}" if t else "") + (f", §§ {s[0][0]}-{s[0][1]}" if s else "") for n, p, t, _, s in MEMBERS]
          + ["Yvette Carnhagen (v), tjg ersättare för Tord Malmqvist (v)", "Ewy Lantto (m), tjg ersättare för Sten Hallerdt (m), §§ 76-78"])
    frame(doc, "ÖVRIGA ERSÄTTARE", ["Håkan Ringblom (s)", "Siw Tallroth (kds)"])
    frame(doc, "ÖVRIGA DELTAGANDE", ["Göran Ellwing, skolchef", "Ing-Marie Stenros, rektor, §§ 72-73", "Thomas Alfvén, ekonom", "Lena Bergqvist Roos, sekreterare",
                                    "Jonas Eklöf, elevrepresentant, § 73"])
    frame(doc, "UTSES ATT JUSTERA", ["Carina Wessman (m)"])
    frame(doc, ["JUSTERINGENS", "PLATS OCH TID"], ["Skolkontoret, 1994-10-26, kl 08.00"])
    for name, party, text, role, pairs in MEMBERS:
        doc.attend(name, "member", party=party.upper(), role=role, role_text=text, paragraphs=pairs)
    doc.attend("Yvette Carnhagen", "serving_substitute", party="V", replaces="Tord Malmqvist")
    doc.attend("Ewy Lantto", "serving_substitute", party="M", replaces="Sten Hallerdt", paragraphs=[[76, 78]])
    doc.miss("Tord Malmqvist", party="V")
    doc.attend("Håkan Ringblom", "substitute", party="S")
    doc.attend("Siw Tallroth", "substitute", party="KDS")
    doc.attend("Göran Ellwing", "official", role_text="skolchef")
    doc.attend("Ing-Marie Stenros", "official", role_text="rektor", paragraphs=[[72, 73]])
    doc.attend("Thomas Alfvén", "official", role_text="ekonom")
    doc.attend("Lena Bergqvist Roos", "official", role="secretary", role_text="sekreterare")
    doc.attend("Jonas Eklöf", "other", role_text="elevrepresentant", paragraphs=[[73, 73]])
    doc.adjustments.append(dict(adjusters=["Carina Wessman"], place="Skolkontoret", date="1994-10-26", time="08:00"))

    top = doc.y
    doc.row((LEFT + 2, "UNDERSKRIFTER", L), leading=5)
    for n, (role, text, name) in enumerate([("secretary", "Sekreterare", "Lena Bergqvist Roos"), ("chair", "Ordförande", "Birger Malmsten"),
                                            ("adjuster", "Justerande", "Carina Wessman")]):
        doc.row((LEFT + 6, text), (BODY, dots(T, 76)), *[(150, "Paragrafer", L), (172, "70-78")] * (n == 0), leading=12)
        pen(doc, BODY + 5, 9450 + n, width=54, height=6, shade=20)
        doc.row((BODY, name), leading=4.6)
        doc.sign(role, text, name)
    doc.space(2)
    doc.sheet.box(LEFT, top, RIGHT, doc.y, 0.3)
    top = doc.y
    doc.row(((LEFT + RIGHT) / 2, "BEVIS OM ANSLAG", B, "center"), leading=5.4)
    doc.row((LEFT + 2, "Justeringen har tillkännagivits på kommunens anslagstavla.", T.at(10)), leading=4.8)
    doc.row((LEFT + 2, "Uppsatt den", T.at(10)), (BODY, "1994-10-27"), (108, "Nedtages den", T.at(10)), (150, "1994-11-18"))
    doc.row((LEFT + 2, "Protokollet förvaras", T.at(10)), (BODY, "Skolkontoret"), (108, "Underskrift", T.at(10)), (150, dots(T, 36)), leading=9)
    pen(doc, 151, 9450, width=34, height=5, shade=20)
    doc.space(2)
    doc.sheet.box(LEFT, top, RIGHT, doc.y, 0.3)
    doc.notices.append(dict(posted="1994-10-27", removed="1994-11-18", kept_at="Skolkontoret"))


def item(doc, number, reference, title, paragraphs, more):
    doc.end_item()
    doc.need(26)
    doc.row((LEFT, f"UN § {number}", B), (BODY, title, B), leading=5.6)
    if reference:
        doc.row((BODY, f"Dnr {reference}"))
    doc.space(2)
    doc.begin_item(number, f"UN § {number}", title, reference, **more)
    for kind, heading, *texts in paragraphs:
        doc.need(11)
        doc.item["text"].append(heading)
        doc.open_section(kind, heading)
        for n, text in enumerate(texts):
            point = 7 if text.startswith("att ") else 0
            doc.para(text, indent=BODY - LEFT + point, hang=BODY - LEFT + 2 * point, gap=1.2, beside=(LEFT, heading, L) if n == 0 else None)
        doc.space(1)
    doc.end_item()
    doc.space(1)
    doc.sheet.line(BODY, doc.y, BODY + 26, doc.y, 0.3)
    doc.space(5)


N = "Utbildningsnämnden beslutar"
YES = ["Birger Malmsten", "Annika Torsby", "Kenneth Brorsson", "Monika Ljungdal", "Yvette Carnhagen", "Bengt-Göran Lilja"]
NO = [("Sten Hallerdt", "M"), ("Carina Wessman", "M"), ("Solveig Harrysson", "FP")]
ITEMS = [
    (70, None, "Val av justerare", [("decision", "BESLUT", f"{N} att utse Carina Wessman (m) att jämte ordföranden justera protokollet.")], {}),
    (71, "94/UN0031 041", "Budgetuppföljning per den 30 september", [("background", "ÄRENDET", "Ekonomen Thomas Alfvén redovisar uppföljningen. Nämnden beräknas överskrida ramen med "
     "740 000 kronor, varav merparten avser skol¬skjutsar och vikarie¬kostnader i särskolan."), ("decision", "BESLUT", N, "att godkänna uppföljningen samt",
     "att uppmana rektorerna att vara återhållsamma med inköp under resten av året."), ("distribution", "EXP", "Kommunstyrelsen, rektorerna")],
     dict(distribution=["Kommunstyrelsen", "rektorerna"])),
    (72, "94/UN0058 611", "Profilering vid Norrängsskolan", [("background", "ÄRENDET", "Rektor Ing-Marie Stenros presenterar ett förslag om att eleverna i årskurs 7 från "
     "hösten 1995 ska kunna välja inriktning mot musik, idrott eller natur¬orientering. Två tredje¬delar av föräldrarna är positiva enligt en enkät."),
     ("decision", "BESLUT", f"{N} att godkänna att profilering genomförs på försök under två läsår."), ("distribution", "EXP", "Norrängsskolan")],
     dict(distribution=["Norrängsskolan"])),
    (73, "94/UN0047 290", "Nedläggning av Hedens skola", [("background", "ÄRENDET", "Hedens skola har 14 elever i årskurserna 1-3. Prognosen visar att antalet minskar till nio om tre år. "
     "Skolkontoret föreslår att skolan läggs ned efter vårterminen 1995 och att eleverna förs över till Norr¬ängs¬skolan. Besparingen uppgår till 610 000 kronor per år. "
     "Föräldraföreningen motsätter sig förslaget."), ("motions", "YRKANDEN", "Annika Torsby (s) yrkar bifall till skolkontorets förslag.", "Solveig Harrysson (fp) yrkar med instämmande av Sten Hallerdt (m) "
     "avslag på förslaget."), ("order", "PROPOSITION", "Ordföranden ställer proposition på yrkandena och finner att nämnden bifaller Annika Torsbys yrkande. Votering begärs. "
     "Ja-röst för bifall till Annika Torsbys yrkande, nej-röst för bifall till Solveig Harryssons yrkande."),
     ("vote", "VOTERING", "Med 6 ja-röster mot 3 nej-röster bifaller nämnden Annika Torsbys yrkande.", "Ja röstar: Birger Malmsten (s), Annika Torsby (s), Kenneth Brorsson (s), "
      "Monika Ljungdal (s), Yvette Carnhagen (v) och Bengt-Göran Lilja (c).", "Nej röstar: Sten Hallerdt (m), Carina Wessman (m) och Solveig Harrysson (fp)."),
     ("decision", "BESLUT", f"{N} föreslå kommunfullmäktige besluta att lägga ned Hedens skola den 30 juni 1995."),
     ("reservation", "RESERVATION", "Sten Hallerdt (m), Carina Wessman (m) och Solveig Harrysson (fp) reserverar sig mot beslutet."),
     ("distribution", "EXP", "Kommunfullmäktige")],
     dict(proposals=[(["Annika Torsby"], "S", "Annika Torsby (s) yrkar bifall till skolkontorets förslag."),
                     (["Solveig Harrysson"], "FP", "Solveig Harrysson (fp) yrkar med instämmande av Sten Hallerdt (m) avslag på förslaget.")],
          votes=[(6, 3, None, [(n, {"Yvette Carnhagen": "V", "Bengt-Göran Lilja": "C"}.get(n, "S"), "yes") for n in YES] + [(n, p, "no") for n, p in NO])],
          reservations=[(n, p, None) for n, p in NO], distribution=["Kommunfullmäktige"])),
    (74, "94/UN0063 620", "Upphandling av skolskjutsar läsåren 1995-1997", [("background", "ÄRENDET", "Anbud har begärts in från sju bussföretag, varav fyra har svarat. Lägsta pris lämnar Kallsjö "
     "Buss & Taxi."), ("disqualification", "JÄV", "Kenneth Brorsson (s) deltar inte i handläggningen på grund av jäv."), ("decision", "BESLUT", f"{N} att anta Kallsjö Buss & Taxis anbud."),
     ("distribution", "EXP", "Anbudsgivarna, inköpsenheten")], dict(disqualified=["Kenneth Brorsson"], distribution=["Anbudsgivarna", "inköpsenheten"])),
    (75, "94/UN0066 606", "Läsårstider 1995/96", [("background", "ÄRENDET", "Skolkontoret föreslår att höstterminen pågår 21 augusti - 20 december 1995 och vårterminen 9 januari - 11 juni 1996."),
     ("decision", "BESLUT", f"{N} att fastställa läsårstiderna enligt förslaget."), ("distribution", "EXP", "Samtliga skolor")], dict(distribution=["Samtliga skolor"])),
    (76, "94/UN0052 600", "Svar på skrivelse om skolgården vid Parkskolan", [("background", "ÄRENDET", "Hem- och skolaföreningen vid Parkskolan har i en skrivelse begärt att lekredskapen byts ut. "
     "Gatukontoret har åtagit sig att sätta upp nya gungor före våren."), ("decision", "BESLUT", f"{N} att anse skrivelsen besvarad."), ("distribution", "EXP", "Hem- och skolaföreningen")],
     dict(distribution=["Hem- och skolaföreningen"])),
    (77, "94/UN0069 293", "Lokaler för skolbarnsomsorg i Björkvik", [("background", "ÄRENDET", "Antalet barn i behov av skolbarnsomsorg i Björkvik har ökat från 22 till 37 på två år. "
     "Skolkontoret har undersökt möjligheten att hyra den tidigare post¬lokalen på Stationsgatan. Hyran uppgår till 96 000 kronor per år. Fastighets¬ägaren bekostar de ändringar som "
     "räddningstjänsten kräver."), ("decision", "BESLUT", N, "att hyra lokalen från och med den 1 januari 1995 samt", "att hyran finansieras inom nämndens ram."),
     ("distribution", "EXP", "Fastighetskontoret")], dict(distribution=["Fastighetskontoret"])),
    (78, None, "Delegationsbeslut", [("background", "ÄRENDET", "Skolchefens beslut nr 51-63 redovisas."), ("decision", "BESLUT", f"{N} att lägga redovisningen till handlingarna.")], {}),
]
