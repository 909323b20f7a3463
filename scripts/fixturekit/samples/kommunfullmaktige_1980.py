"""A municipal council of 1980: roll and voting list in one ruled table, decisions as the council's own sentences."""

from ..document import Document
from ..help import dots, pen
from ..paper import Style
from ..pen import initials
from ..scan import Scanner

SOURCE = "A municipal council in 1980: electric typewriter, the roll is a ruled table with the columns of the vote on the second sheet, " \
         "“Kf § 61” underlined over the title, headings in capitals, an interpellation. Scanned in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.5, blur=0.6, noise=5.0, paper=240, punched=True, quality=55)

T = Style("courier", 11)
B = T.bold
LEFT, RIGHT = 26.0, 190.0


def build():
    doc = Document("kommunfullmaktige_1980", T, LEFT, RIGHT, 35, 24, 4.7, head, foot)
    doc.meeting = dict(municipality="Smedåkers kommun", body="Kommunfullmäktige", date="1980-06-16", place="Folkets hus, stora salen",
                       start_time="18:30", end_time="21:10", adjournments=[{"start": "19:45", "end": "20:00"}],
                       paragraphs={"first": 61, "last": 66})
    front(doc)
    roll(doc)
    doc.new_sheet()
    for entry in ITEMS:
        item(doc, *entry)
    return doc.finish()


def head(sheet, number):
    sheet.row(18, (LEFT, "SMEDÅKERS KOMMUN", B), (94, "PROTOKOLL", B), (RIGHT, f"Sid {number}", T, "right"))
    sheet.row(23.5, (LEFT, "Kommunfullmäktige", T), (94, "Sammanträdesdag 1980-06-16", T))
    sheet.line(LEFT, 27, RIGHT, 27, 0.4)


def foot(sheet, number):
    sheet.row(283, (LEFT, "Just.sign.", T.at(9)), (118, "Utdragsbestyrkande", T.at(9)))
    for n in range(3):
        sheet.ink(initials(50 + 19 * n, 283, 8000 + 10 * number + n), shade=40)


MEMBERS = [("Gösta Blomdahl", "s", "ordförande", "J", "chair"), ("Anna-Lisa Morin", "c", "1:e vice ordförande", "N", "vice_chair"),
           ("Sture Palmblad", "s", "2:e vice ordförande", "J", "second_vice_chair"), ("Evald Brolin", "s", None, "J", None),
           ("Ingegärd Söderlind", "s", None, "J", None), ("Tage Wallgren", "s", None, "J", None), ("Margot Edenhof", "s", None, "J", None),
           ("Roland Stjärnqvist", "s", None, "J", None), ("Vanja Hedman", "s", None, "J", None), ("Olle Tjärnberg", "s", None, "J", None),
           ("Bertil Norelius", "vpk", None, "J", None), ("Kerstin Ahlmark", "vpk", None, "A", None), ("Folke Gyllner", "c", None, "N", None),
           ("Sven-Erik Rosenlöf", "c", None, "N", None), ("Gun Hallindal", "c", "§§ 61-65", "N", None), ("Torsten Levander", "m", None, "N", None),
           ("Birgit Falkman", "m", None, "N", None), ("Claes Ridderstedt", "m", None, "N", None), ("Ulla-Britt Törngren", "fp", None, "N", None),
           ("Inge Markström", "fp", None, "N", None), ("Göte Ramnefors", "kds", None, "N", None)]
SERVING = [("Rut Ahlbäck", "s", "för Valter Holmsten", "J"), ("Per-Åke Selldén", "s", "för Mona Stenfelt", "J"),
           ("Bertil Rydén", "c", "för Gun Hallindal § 66", None)]


def field(doc, label, *values):
    for n, value in enumerate(values):
        doc.row(*[(LEFT, label)] * (n == 0), (72, value), leading=5.2)
    doc.space(2.2)


def front(doc):
    doc.new_sheet()
    field(doc, "Plats", "Folkets hus, stora salen")
    field(doc, "Tid", "Kl 18.30-21.10", "Ajournering kl 19.45-20.00")
    field(doc, "Beslutande", "Enligt närvarolista, sid 2")
    field(doc, "Övriga deltagande", "Lennart Wikander, kommunchef", "Gunilla Ekefors, ekonomichef, §§ 63-64", "Rune Sandgärde, sekreterare")
    field(doc, "Utses att justera", "Margot Edenhof (s) och Birgit Falkman (m)")
    field(doc, "Justering", "Kommunalkontoret, 1980-06-23 kl 16.30")
    doc.space(4)
    doc.sheet.line(LEFT, doc.y, RIGHT, doc.y, 0.4)
    doc.space(2)
    for n, (role, label, name) in enumerate([("secretary", "Sekreterare", "Rune Sandgärde"), ("chair", "Ordförande", "Gösta Blomdahl"),
                                             ("adjuster", "Justerare", "Margot Edenhof"), ("adjuster", None, "Birgit Falkman")]):
        doc.row(*[(LEFT, label)] * bool(label), (72, dots(T, 74)), *[(154, "§§ 61-66")] * (n == 0), leading=13)
        pen(doc, 76, 8100 + n, width=56, height=6)
        doc.row((72, name))
        doc.sign(role, label or "Justerare", name)
    doc.space(6)
    doc.sheet.line(LEFT, doc.y, RIGHT, doc.y, 0.4)
    doc.row((LEFT, "ANSLAGSBEVIS", B), leading=7)
    doc.para("Protokollet är justerat. Justeringen har tillkännagivits genom anslag på kommunens anslagstavla.", gap=2)
    for label, value in [("Anslaget uppsatt", "1980-06-24"), ("Anslaget nedtages", "1980-07-16"), ("Förvaringsplats", "Kommunalkontoret")]:
        doc.row((LEFT, label), (78, value), leading=5.4)
    doc.row((LEFT, "Underskrift"), (78, dots(T, 70)), leading=12)
    pen(doc, 84, 8100, width=52, height=6)
    doc.notices.append(dict(posted="1980-06-24", removed="1980-07-16", kept_at="Kommunalkontoret"))
    doc.adjustments.append(dict(adjusters=["Margot Edenhof", "Birgit Falkman"], place="Kommunalkontoret", date="1980-06-23", time="16:30"))


MARK = {"J": 154.0, "N": 167.0, "A": 182.0}


def roll(doc):
    doc.new_sheet()
    doc.row((LEFT, "NÄRVARO- OCH OMRÖSTNINGSLISTA", B))
    doc.space(2.5)
    top, rules = doc.y, []

    def line(*cells):
        doc.row(*cells, leading=4.9)
        doc.y += 1.1
        rules.append(doc.y)

    rules.append(top)
    line((LEFT + 2, "Ledamöter", B), (85, "Parti", B), (100, "Anteckning", B), (154, "Ja", B, "center"), (167, "Nej", B, "center"), (182, "Avst", B, "center"))
    for name, party, text, vote, _ in MEMBERS:
        line((LEFT + 2, name), (85, party), *[(100, text)] * bool(text), (MARK[vote], "x", T, "center"))
    line((LEFT + 2, "Tjänstgörande ersättare", B))
    for name, party, text, vote in SERVING:
        short = text.replace(" § 66", "")
        line((LEFT + 2, name), (85, party), (100, short), *([(MARK[vote], "x", T, "center")] if vote else []))
        if short != text:
            rules.pop()
            line((100, "§ 66"))
    line((LEFT + 2, "Övriga ersättare", B))
    for name, party in [("Alve Rosander", "c"), ("Iris Malmgård", "m")]:
        line((LEFT + 2, name), (85, party))
    line((LEFT + 2, "Summa § 65", B), (154, "12", B, "center"), (167, "10", B, "center"), (182, "1", B, "center"))
    for y in rules:
        doc.sheet.line(LEFT, y, RIGHT, y, 0.2)
    for x in (LEFT, 84, 98, 147.5, 160.5, 174.5, RIGHT):
        doc.sheet.line(x, top, x, doc.y, 0.2)
    for name, party, text, vote, role in MEMBERS:
        left = text == "§§ 61-65"
        doc.attend(name, "member", party=party.upper(), role=role, role_text=None if left else text, paragraphs=[[61, 65]] if left else None)
    doc.attend("Rut Ahlbäck", "serving_substitute", party="S", replaces="Valter Holmsten")
    doc.attend("Per-Åke Selldén", "serving_substitute", party="S", replaces="Mona Stenfelt")
    doc.attend("Bertil Rydén", "serving_substitute", party="C", replaces="Gun Hallindal", paragraphs=[[66, 66]])
    doc.attend("Alve Rosander", "substitute", party="C")
    doc.attend("Iris Malmgård", "substitute", party="M")
    doc.attend("Lennart Wikander", "official", role_text="kommunchef")
    doc.attend("Gunilla Ekefors", "official", role_text="ekonomichef", paragraphs=[[63, 64]])
    doc.attend("Rune Sandgärde", "official", role="secretary", role_text="sekreterare")
    doc.miss("Valter Holmsten")
    doc.miss("Mona Stenfelt")


def item(doc, number, reference, title, paragraphs, more):
    doc.end_item()
    doc.need(30)
    cells = [(LEFT, f"Kf § {number}", B)] + [(RIGHT, f"Dnr {reference}", T, "right")] * bool(reference)
    doc.row(*cells, leading=5.4)
    doc.row((LEFT, title, B), leading=5.2)
    doc.space(1.6)
    doc.begin_item(number, f"Kf § {number}", title, reference, **more)
    doc.tell(paragraphs, att=9, gap=1.4, heading=T, above=1.2)
    doc.space(4)


BALLOTS = [(name, party.upper(), {"J": "yes", "N": "no", "A": "abstain"}[vote]) for name, party, vote in
           [(m[0], m[1], m[3]) for m in MEMBERS] + [(s[0], s[1], s[3]) for s in SERVING] if vote]
ITEMS = [
    (61, None, "Upprop och val av justerare", [("decision", "BESLUT", "Kommunfullmäktige utser Margot Edenhof (s) och Birgit Falkman (m) "
     "att jämte ord¬föranden justera protokollet.")], {}),
    (62, "102/80", "Interpellation om väntetider vid Smedåkers ålderdomshem", ["Ulla-Britt Törngren (fp) har den 28 april 1980 ställt en "
     "inter¬pellation till sociala central¬nämndens ordförande Evald Brolin (s) om väntetiderna till ålderdoms¬hemmet.",
     "Evald Brolin lämnar skriftligt svar. I debatten yttrar sig även Anna-Lisa Morin (c) och Bertil Norelius (vpk).",
     ("decision", "BESLUT", "Kommunfullmäktige beslutar att anse interpellationen besvarad.")], {}),
    (63, "214/79", "1979 års årsredovisning", ["Kommunstyrelsen överlämnar årsredovisning för 1979. Resultatet blev 2,3 miljoner kronor "
     "bättre än budgeterat, främst beroende på högre skatte¬inkomster och att vissa ny¬byggnads¬arbeten för¬senats.",
     ("decision", "BESLUT", "Kommunfullmäktige beslutar",
     "att godkänna års¬redovisningen samt", "att bevilja kommunstyrelsen och nämnderna ansvars¬frihet för 1979 års för¬valtning."),
     ("distribution", "EXP", "Kommunstyrelsen, revisorerna")], dict(distribution=["Kommunstyrelsen", "revisorerna"])),
    (64, "87/80", "Borgen för Stiftelsen Smedåkershem", ["Stiftelsen Smedåkershem anhåller om kommunal borgen för lån till 36 lägenheter i "
     "kvarteret Blåsbälgen. Kommun¬styrelsen till¬styrker fram¬ställningen.", ("disqualification", None, "Tage Wallgren (s) anmäler jäv och deltar "
     "inte i behandlingen av ärendet."), ("decision", "BESLUT", "Kommunfullmäktige beslutar att teckna borgen för lån intill ett belopp av 4 850 000 "
     "kronor jämte ränta."), ("distribution", "EXP", "Stiftelsen Smedåkershem, ekonomikontoret")],
     dict(disqualified=["Tage Wallgren"], distribution=["Stiftelsen Smedåkershem", "ekonomikontoret"])),
    (65, "33/80", "Motion om kommunalt övertagande av Bruksbadet", ["Bertil Norelius (vpk) och Kerstin Ahlmark (vpk) föreslår i en motion att "
     "kommunen tar över driften av Bruksbadet från bruks¬bolaget. Fritids¬nämnden till¬styrker motionen. Kommunstyrelsen föreslår att den bifalls.",
     ("motions", "YRKANDEN", "Evald Brolin (s) yrkar bifall till kommunstyrelsens förslag.", "Claes Ridderstedt (m) yrkar avslag på motionen."),
     ("order", "PROPOSITIONSORDNING", "Ordföranden ställer proposition på yrkandena och finner att kommunfullmäktige beslutar enligt Evald Brolins "
      "yrkande. Omröstning begärs. Den som bifaller Evald Brolins yrkande röstar ja. Den som bifaller Claes Ridderstedts yrkande röstar nej."),
     ("vote", "OMRÖSTNING", "Vid omröstningen avges 12 ja-röster och 10 nej-röster. En ledamot avstår från att rösta. Hur var och en röstat fram¬går av "
      "listan på sid 2."), ("decision", "BESLUT", "Kommunfullmäktige beslutar", "att bifalla motionen samt",
      "att uppdra åt fritids¬nämnden att förhandla med bruksbolaget om övertagande från den 1 januari 1981."),
     ("reservation", "RESERVATION", "Mot beslutet reserverar sig Torsten Levander (m), Birgit Falkman (m) och Claes Ridderstedt (m)."),
     ("distribution", "EXP", "Fritidsnämnden, motionärerna")],
     dict(proposals=[(["Evald Brolin"], "S", "Evald Brolin (s) yrkar bifall till kommunstyrelsens förslag."),
                     (["Claes Ridderstedt"], "M", "Claes Ridderstedt (m) yrkar avslag på motionen.")], votes=[(12, 10, 1, BALLOTS)],
          reservations=[("Torsten Levander", "M", None), ("Birgit Falkman", "M", None), ("Claes Ridderstedt", "M", None)],
          distribution=["Fritidsnämnden", "motionärerna"])),
    (66, None, "Avsägelse och fyllnadsval", ["Mona Stenfelt (s) avsäger sig uppdraget som ledamot i biblioteks¬nämnden.", ("decision", "BESLUT",
     "Kommunfullmäktige beslutar", "att godkänna avsägelsen samt", "att till ny ledamot i biblioteksnämnden för tiden till och med 1982 "
     "utse Vanja Hedman (s)."), ("distribution", "EXP", "Biblioteksnämnden, de berörda")], dict(distribution=["Biblioteksnämnden", "de berörda"])),
]
