"""A municipal executive board in 1983: daisy-wheel, titles in capitals, votes told by name."""

from ..document import Document
from ..help import Motion, Reserve, dots, gather, pen, register, underline
from ..paper import Style
from ..pen import initials
from ..scan import Scanner

SOURCE = "A municipal executive board in 1983: typed on an electronic typewriter without any form, labels in capitals above " \
         "their values, a rule above each item, the reference at the right of the number, titles in capitals, the decision " \
         "under “Kommunstyrelsens beslut”. Scanned in grey at 400 dpi."
SCANNER = Scanner(dpi=400, skew=-0.25, blur=0.8, noise=5.0, paper=240, quality=45)

TEXT = Style("courier", 11)
LEFT, RIGHT, MIDDLE = 26.0, 190.0, 108.0

MEMBERS = [
    ("Evald Zetterberg", "s", "ordförande", "chair"), ("Rolf Stenmark", "m", "vice ordförande", "vice_chair"),
    ("Birgit Sandell", "s", None, None), ("Jan-Erik Lind", "s", None, None), ("Ove Mårtensson", "s", None, None),
    ("Anita Wikander", "vpk", None, None), ("Henrik Dahlgren", "m", None, None), ("Elsie Svantesson", "c", None, None),
    ("Torbjörn Hallin", "fp", None, None),
]
SERVING = [("Sonja Brandt", "s", "Uno Thorsson", "s"), ("Holger Rosengren", "c", "Nils-Erik Ahlm", "c")]
SUBSTITUTES = [("Margit Palm", "s"), ("Sven-Olof Wik", "m")]
OFFICIALS = [("Alf Tegner", "kommundirektör"), ("Gerd Lundmark", "ekonomichef", [[151, 153]]),
             ("Ingvar Rask", "gatuchef", [[154, 154]]), ("Berit Edvardsson", "sekreterare")]


def build():
    doc = Document("kommunstyrelse_1983", TEXT, LEFT, RIGHT, 42, 32, 4.9, head, foot)
    doc.meeting = dict(municipality="Västanå kommun", body="Kommunstyrelsen", date="1983-05-17",
                       place="Stadshuset, Västanå", start_time="09:00", end_time="12:15",
                       adjournments=[{"start": "10:15", "end": "10:35"}],
                       paragraphs={"first": 151, "last": 158})
    front(doc)
    doc.new_sheet()
    for number, title, reference, entries, more in ITEMS:
        doc.end_item()
        doc.need(32)
        doc.space(3)
        doc.sheet.line(LEFT, doc.y, RIGHT, doc.y, 0.3)
        doc.space(1)
        doc.row((LEFT, f"Ks § {number}"), *[(RIGHT, f"Dnr {reference}", TEXT, "right")] * bool(reference), leading=5.4)
        doc.row((LEFT, title.upper(), TEXT.bold), leading=5.4)
        doc.space(1.5)
        doc.begin_item(number, f"Ks § {number}", title.upper(), reference, **gather(entries), **more)
        for entry in entries:
            if isinstance(entry, str) or callable(entry):
                doc.tell([entry], gap=1.4)
                continue
            kind, heading, *texts = entry
            if heading:
                doc.heading(heading, kind, style=TEXT, above=1.0)
                underline(doc, LEFT, heading, TEXT)
            doc.tell([(kind, None, *texts)], att=7, gap=0.9)
        doc.space(1)
    doc.end_item()
    return doc.finish()


def head(sheet, number):
    sheet.row(17, (LEFT, "VÄSTANÅ KOMMUN", TEXT.bold), (RIGHT, f"Blad {number}", TEXT, "right"))
    sheet.row(22, (LEFT, "Kommunstyrelsen", TEXT), (RIGHT, "1983-05-17", TEXT, "right"))
    sheet.row(30, (MIDDLE, "SAMMANTRÄDESPROTOKOLL", TEXT.bold, "center"))


def foot(sheet, number):
    sheet.row(277, (LEFT, "Justerandes sign.", TEXT.at(9)), (112, "Utdragsbestyrkande", TEXT.at(9)))
    sheet.ink(initials(64, 277, 830 + number), shade=45)
    sheet.ink(initials(82, 277, 840 + number), shade=45)


def block(doc, label, values):
    doc.row((LEFT, label, TEXT.bold))
    for value in values:
        doc.row((LEFT + 5, value), leading=4.7)
    doc.space(2.2)


def front(doc):
    doc.new_sheet()
    doc.y = 35
    block(doc, "PLATS OCH TID", ["Stadshuset, Västanå, kl 09.00-12.15", "Ajournering kl 10.15-10.35"])
    block(doc, "BESLUTANDE", [f"{n} ({p})" + (f", {t}" if t else "") for n, p, t, _ in MEMBERS]
          + [f"{n} ({p}), suppleant för {m} ({q})" for n, p, m, q in SERVING])
    block(doc, "EJ TJÄNSTGÖRANDE SUPPLEANTER", [f"{n} ({p})" for n, p in SUBSTITUTES])
    block(doc, "ÖVRIGA DELTAGANDE", [
        f"{n}, {t}" + ("" if not m else f", § {m[0][0][0]}" if m[0][0][0] == m[0][0][1] else f", §§ {m[0][0][0]}-{m[0][0][1]}")
        for n, t, *m in OFFICIALS])
    block(doc, "UTSEDDA ATT JUSTERA", ["Birgit Sandell (s) och Elsie Svantesson (c)"])
    block(doc, "JUSTERINGENS PLATS OCH TID", ["Kommunkansliet 1983-05-24 kl 08.30"])
    block(doc, "PARAGRAFER", ["151-158"])
    register(doc, MEMBERS, SERVING, SUBSTITUTES, OFFICIALS)
    doc.adjustments.append(dict(adjusters=["Birgit Sandell", "Elsie Svantesson"], place="Kommunkansliet", date="1983-05-24",
                                time="08:30"))
    doc.row((LEFT, "UNDERSKRIFTER", TEXT.bold))
    pairs = [(("secretary", "Sekreterare", "Berit Edvardsson"), ("chair", "Ordförande", "Evald Zetterberg")),
             (("adjuster", "Justerande", "Birgit Sandell"), ("adjuster", "Justerande", "Elsie Svantesson"))]
    for n, pair in enumerate(pairs):
        doc.row(*[(x, (". " * 14).strip(), TEXT) for x in (LEFT + 5, 112)], leading=11)
        for k, (x, (role, label, name)) in enumerate(zip((LEFT + 5, 112), pair)):
            pen(doc, x + 4, 8310 + 2 * n + k, width=46)
            doc.sign(role, label.lower(), name)
        doc.row(*[(x, f"{name}, {label.lower()}") for x, (_, label, name) in zip((LEFT + 5, 112), pair)], leading=4.4)


YES = [("Evald Zetterberg", "S"), ("Birgit Sandell", "S"), ("Jan-Erik Lind", "S"), ("Ove Mårtensson", "S"),
       ("Anita Wikander", "VPK"), ("Sonja Brandt", "S"), ("Torbjörn Hallin", "FP")]
NO = [("Rolf Stenmark", "M"), ("Henrik Dahlgren", "M"), ("Elsie Svantesson", "C"), ("Holger Rosengren", "C")]


def told(names):
    line = [f"{name} ({party.lower()})" for name, party in names]
    return ", ".join(line[:-1]) + " och " + line[-1]


DECIDES, HEADING = "Kommun¬styrelsen beslutar", "Kommunstyrelsens beslut"
ITEMS = [
    (151, "Budgetuppföljning januari-april 1983", "83/KS0114", [
        "Ekonomichefen redovisar utfallet efter fyra månader. Nettokostnaderna är 1,2 miljoner kronor högre än beräknat, "
        "främst beroende på ökade kostnader för social¬bidrag och snöröjning. Skatte¬avräkningen för 1982 väntas ge ett "
        "tillskott på 600 000 kronor.",
        ("decision", HEADING, DECIDES, "att lägga redovisningen till handlingarna samt",
         "att anmoda nämnderna att iaktta stor återhållsamhet."),
        ("distribution", "Utdrag till", "Samtliga nämnder")], {"distribution": ["Samtliga nämnder"]}),
    (152, "Borgen för Västanå bostadsstiftelse", "83/KS0098", [
        "Bostads¬stiftelsen anhåller om kommunal borgen för lån om 4 300 000 kronor till ombyggnad av kvarteret "
        "Lokstallet. Lånen avser 24 lägenheter och en lokal för barn¬stuga.",
        "Ove Mårtensson (s), som är ledamot av stiftelsens styrelse, anmäler jäv och deltar inte i handläggningen eller "
        "beslutet.",
        ("decision", HEADING, "Kommun¬styrelsen föreslår kommun¬fullmäktige besluta",
         "att såsom för egen skuld teckna borgen för Västanå bostads¬stiftelses lån intill ett belopp av 4 300 000 kronor "
         "jämte ränta."),
        ("distribution", "Utdrag till", "Kommunfullmäktige")],
     {"disqualified": ["Ove Mårtensson"], "distribution": ["Kommunfullmäktige"]}),
    (153, "Taxor för barnomsorgen", "82/KS0377", [
        "Sociala central¬nämnden föreslår att avgiften i daghem höjs från och med den 1 augusti 1983 så att den i "
        "genomsnitt täcker 14 procent av brutto¬kostnaden. Avgiften i de lägsta inkomst¬grupperna lämnas oförändrad.",
        "Arbets¬utskottet har den 3 maj 1983, § 88, tillstyrkt förslaget.",
        Motion("Birgit Sandell (s) yrkar bifall till arbets¬utskottets förslag.", ["Birgit Sandell"], "S"),
        Motion("Rolf Stenmark (m) och Elsie Svantesson (c) yrkar att avgiften även för deltids¬plats höjs med 10 procent.",
               ["Rolf Stenmark", "Elsie Svantesson"], None),
        "Ordföranden ställer proposition på Birgit Sandells yrkande mot Rolf Stenmarks m fl yrkande och finner det "
        "förstnämnda antaget. Votering begärs. Den som vill att kommun¬styrelsen ska besluta enligt Birgit Sandells "
        "yrkande röstar ja. Den det ej vill röstar nej.",
        "Vid omröstningen avges 7 ja-röster och 4 nej-röster.",
        "Ja röstar " + told(YES) + ".", "Nej röstar " + told(NO) + ".",
        ("decision", HEADING, "Kommun¬styrelsen föreslår kommun¬fullmäktige besluta",
         "att anta taxan enligt sociala central¬nämndens förslag."),
        ("reservation", "Reservation", Reserve("Rolf Stenmark (m), Henrik Dahlgren (m), Elsie Svantesson (c) och Holger "
         "Rosengren (c) reserverar sig till förmån för Rolf Stenmarks m fl yrkande.", NO)),
        ("distribution", "Utdrag till", "Kommunfullmäktige, sociala central¬nämnden")],
     {"votes": [(7, 4, None, [(n, p, "yes") for n, p in YES] + [(n, p, "no") for n, p in NO])],
      "distribution": ["Kommunfullmäktige", "sociala centralnämnden"]}),
    (154, "Gång- och cykelväg utmed Norra Kanalgatan", "83/KS0061", [
        "Gatu¬kontoret har upprättat förslag till gång- och cykelväg mellan Kanalskolan och järnvägs¬viadukten. Vägen blir "
        "620 meter lång och kostnaden beräknas till 385 000 kronor. Arbetet kan utföras som bered¬skapsarbete med stats¬"
        "bidrag.",
        ("decision", HEADING, DECIDES, "att godkänna förslaget,",
         "att hos länsarbets¬nämnden ansöka om bidrag samt",
         "att anvisa 120 000 kronor ur anslaget för gatu¬arbeten."),
        ("distribution", "Utdrag till", "Gatukontoret, läns¬arbets¬nämnden")],
     {"distribution": ["Gatukontoret", "länsarbetsnämnden"]}),
    (155, "Försäljning av industritomt vid Brovägen", "83/KS0120", [
        "Mekan Verktyg AB önskar köpa ett område om cirka 5 500 kvadrat¬meter av stadsägan 412 för att uppföra en "
        "verkstad. Bolaget beräknar att ha tolv anställda inom två år. Priset är 18 kronor per kvadrat¬meter.",
        ("decision", HEADING, DECIDES + " att godkänna köpe¬avtalet."),
        ("distribution", "Utdrag till", "Mekan Verktyg AB, fastighets¬kontoret")],
     {"distribution": ["Mekan Verktyg AB", "fastighetskontoret"]}),
    (156, "Yttrande över motion om ungdomens hus", "82/KS0402", [
        "Anita Wikander (vpk) har i motion till kommun¬fullmäktige föreslagit att den nedlagda brand¬stationen inreds till "
        "ungdomens hus. Fritids¬nämnden anser att behovet kan till¬godoses genom längre öppettider i fritids¬gården.",
        ("decision", HEADING, "Kommun¬styrelsen föreslår kommun¬fullmäktige besluta", "att anse motionen besvarad."),
        ("statement", "Protokollsanteckning", "Anita Wikander (vpk) anmäler att hon inte delar fritids¬nämndens "
         "bedömning."),
        ("distribution", "Utdrag till", "Kommunfullmäktige")], {"distribution": ["Kommunfullmäktige"]}),
    (157, "Representation vid hamninvigning", None, [
        "Inbjudan har kommit från grannkommunen Storeby till invigning av den nya fiskehamnen den 11 juni 1983.",
        ("decision", HEADING, DECIDES + " att utse ordföranden och vice ordföranden att representera kommunen.")], {}),
    (158, "Anmälningsärenden", None, [
        "Protokoll från arbets¬utskottets sammanträde den 3 maj och från perso¬nal¬utskottets sammanträde den 5 maj 1983 "
        "anmäls. Läns¬styrelsen har fastställt stads¬plan för kvarteret Skutan.",
        ("decision", HEADING, DECIDES + " att lägga anmälningarna till hand¬lingarna.")], {}),
]
