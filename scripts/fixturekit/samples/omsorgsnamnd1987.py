"""A county council's board for the care of the mentally handicapped, 1987: word processor, centred head."""

from ..document import Document
from ..help import pen
from ..paper import Style
from ..pen import initials
from ..scan import Scanner

SOURCE = "A county council board in 1987: daisy-wheel word processor, centred front, lists under spaced capitals, “§ 47” at the left with the " \
         "title in bold and the reference at the right, “OMSORGSNÄMNDEN BESLUTAR” over att-clauses. Scanned in grey at 300 dpi, slight skew."
SCANNER = Scanner(dpi=300, skew=-0.5, blur=0.6, noise=5.0, paper=244, ink=0.93, punched=True, quality=55)

TEXT = Style("nimbusmono", 11)
BOLD = TEXT.bold
LEFT, RIGHT = 30.0, 190.0
MID = 105.0


def build():
    doc = Document("omsorgsnamnd1987", TEXT, LEFT, RIGHT, 34, 24, 4.65, head, foot)
    doc.meeting = dict(municipality="Bergslands läns landsting", body="Omsorgsnämnden", date="1987-11-19", place="Landstingets kansli, Falkhyttan",
                       start_time="09:30", end_time="14:45", adjournments=[{"start": "12:00", "end": "13:00"}], paragraphs={"first": 45, "last": 52})
    front(doc)
    doc.new_sheet()
    for number, title, reference, paragraphs, more in ITEMS:
        item(doc, number, title, reference, paragraphs, dict(more))
    return doc.finish()


def head(sheet, number):
    sheet.row(16, (LEFT, "BERGSLANDS LÄNS LANDSTING", TEXT), (RIGHT, f"Sid {number}", TEXT, "right"))
    sheet.row(21, (LEFT, "Omsorgsnämnden", TEXT), (RIGHT, "1987-11-19", TEXT, "right"))
    sheet.line(LEFT, 24, RIGHT, 24, 0.3)


def foot(sheet, number):
    sheet.row(280, (LEFT, "Just:", TEXT.at(9)))
    sheet.ink(initials(44, 280, 710 + number), shade=45)
    sheet.ink(initials(62, 280, 730 + number), shade=45)


MEMBERS = [("Ulla-Britt Forsman", "s", "ordförande", "chair"), ("Göte Hallström", "s", "1:e vice ordförande", "vice_chair"),
           ("Kerstin Adelsköld", "m", "2:e vice ordförande", "second_vice_chair"), ("Olle Rönnkvist", "s", None, None),
           ("Marianne Tysk", "c", None, None), ("Birger Holmdahl", "fp", None, None), ("Astrid Kårelid", "s", None, None)]
SERVING = [("Hans-Olov Bred", "vpk", "Lena Wallgren", "vpk", None), ("Sonja Ehrling", "m", "Folke Tamm", "m", None)]
SUBS = [("Ingvar Plahn", "s"), ("Rigmor Sköldberg", "c")]
OFFICIALS = [("Stig Ahlmark", "omsorgschef", None), ("Doris Engvall", "kurator", [[48, 49]]), ("Per Lennhag", "nämndsekreterare", None)]


def front(doc):
    doc.new_sheet()
    doc.y = 29
    doc.row((MID, "SAMMANTRÄDESPROTOKOLL", BOLD.at(14), "center"), leading=7)
    doc.space(3)

    def listed(label, lines):
        doc.row((LEFT, label, BOLD))
        for line in lines:
            doc.row((LEFT + 12, line))
        doc.space(2.4)
    listed("TID OCH PLATS", ["Torsdagen den 19 november 1987 kl 09.30-14.45", "Landstingets kansli, Falkhyttan", "Ajournering kl 12.00-13.00"])
    listed("BESLUTANDE", [f"{n} ({p})" + (f", {t}" if t else "") for n, p, t, _ in MEMBERS]
           + [f"{n} ({p}), ersättare för {m} ({q})" for n, p, m, q, _ in SERVING])
    listed("ÖVRIGA ERSÄTTARE", [f"{n} ({p})" for n, p in SUBS])
    listed("TJÄNSTEMÄN", [f"{n}, {t}" + (f", §§ {p[0][0]}-{p[0][1]}" if p else "") for n, t, p in OFFICIALS])
    listed("JUSTERING", ["Landstingets kansli 1987-11-27", "Paragrafer: 45-52"])
    for n, p, t, role in MEMBERS:
        doc.attend(n, "member", party=p.upper(), role=role, role_text=t)
    for n, p, m, q, scope in SERVING:
        doc.attend(n, "serving_substitute", party=p.upper(), replaces=m, paragraphs=scope)
        doc.miss(m, party=q.upper())
    for n, p in SUBS:
        doc.attend(n, "substitute", party=p.upper())
    for n, t, p in OFFICIALS:
        doc.attend(n, "official", role="secretary" if t == "nämndsekreterare" else None, role_text=t, paragraphs=p)
    doc.adjustments.append(dict(adjusters=["Marianne Tysk"], place="Landstingets kansli", date="1987-11-27"))
    doc.row((LEFT, "UNDERSKRIFTER", BOLD))
    for n, (role, label, name) in enumerate([("secretary", "Sekreterare", "Per Lennhag"), ("chair", "Ordförande", "Ulla-Britt Forsman"),
                                             ("adjuster", "Justerare", "Marianne Tysk")]):
        doc.row((LEFT + 12, label), leading=12)
        doc.sheet.line(76, doc.y + 0.8, 150, doc.y + 0.8)
        pen(doc, 82, 751 + n, width=48, height=6, shade=30)
        doc.row((76, name))
        doc.sign(role, label, name)
    doc.space(5)
    doc.row((LEFT, "BEVIS", BOLD))
    doc.row((LEFT + 12, "Protokollets justering har anslagits på landstingets"))
    doc.row((LEFT + 12, "anslagstavla 1987-11-27. Anslaget får tas ned 1987-12-19."))
    doc.row((LEFT + 12, "Per Lennhag"), leading=15)
    doc.sheet.line(LEFT + 12, doc.y - 4, 105, doc.y - 4)
    doc.y -= 4
    pen(doc, LEFT + 15, 761, width=44, height=6, shade=30)
    doc.y += 4
    doc.notices.append(dict(posted="1987-11-27", removed="1987-12-19"))


BESLUT = "OMSORGSNÄMNDEN BESLUTAR"
ITEMS = [
    (45, "Val av justerare", None, [("decision", BESLUT, "att utse Marianne Tysk (c) att justera protokollet.")], {}),
    (46, "Månadsrapport för oktober", "OMS 12/87", [
        "Omsorgschefen redovisar utfallet till och med oktober. Kostnaderna överskrider budgeten med 1,4 miljoner kronor, främst "
        "beroende på vikarier vid vårdhemmet Solbacken och högre taxor för särskolans skjutsar.",
        "Under hösten har sexton tjänster hållits vakanta. Prognosen för året är ett underskott på 1,1 miljoner kronor.",
        ("decision", BESLUT, "att lägga rapporten till handlingarna.")], {}),
    (47, "Avveckling av vårdhemmet Solbacken", "OMS 88/86", [
        "Enligt omsorgslagen skall vårdhemmen avvecklas. På Solbacken bor 41 personer. Förvaltningen föreslår att åtta gruppbostäder "
        "inrättas i Falkhyttan, Lersjö och Smedjevik under åren 1988-1991 och att Solbacken stängs senast den 30 juni 1991.",
        "Föräldraföreningen har i skrivelse begärt att de äldsta skall få bo kvar. De fackliga organisationerna har inget att "
        "erinra mot förslaget men förutsätter att personalen erbjuds utbildning.",
        "Göte Hallström (s) yrkar bifall till förvaltningens förslag.",
        "Birger Holmdahl (fp) yrkar att Solbacken skall stängas senast den 30 juni 1990.",
        "Ordföranden ställer proposition på yrkandena och finner att nämnden beslutar enligt Göte Hallströms yrkande. Votering "
        "begärs. Den som bifaller Göte Hallströms yrkande röstar ja, den som bifaller Birger Holmdahls yrkande röstar nej.",
        "Vid voteringen avges 6 ja-röster och 3 nej-röster. Nej röstar Kerstin Adelsköld (m), Birger Holmdahl (fp) och Sonja Ehrling (m).",
        ("decision", BESLUT, "att godkänna avvecklingsplanen samt", "att hos förvaltningsutskottet begära 2,6 miljoner kronor för "
         "projektering av de första fyra gruppbostäderna."),
        ("reservation", None, "Birger Holmdahl (fp) reserverar sig mot beslutet.")],
     {"proposals": [(["Göte Hallström"], "S", "Göte Hallström (s) yrkar bifall till förvaltningens förslag."),
                    (["Birger Holmdahl"], "FP", "Birger Holmdahl (fp) yrkar att Solbacken skall stängas senast den 30 juni 1990.")],
      "votes": [(6, 3, 0, [("Kerstin Adelsköld", "M", "no"), ("Birger Holmdahl", "FP", "no"), ("Sonja Ehrling", "M", "no")])],
      "reservations": [("Birger Holmdahl", "FP", None)]}),
    (48, "Korttidshem i Lersjö", "OMS 61/87", [
        "Kurator Doris Engvall redogör för behovet av korttidsvistelse. Tolv familjer i länets västra del står i kö, och de flesta "
        "har i dag mer än tio mil till närmaste korttidshem.",
        "Bostadsstiftelsen i Lersjö har erbjudit en villa med fem rum. Hyran är 4 200 kronor i månaden.",
        ("decision", BESLUT, "att förhyra villan från och med den 1 mars 1988.")], {}),
    (49, "Kontaktpersoner, arvode", "OMS 73/87", [
        "Arvodet till kontaktpersoner har varit oförändrat sedan 1984. Landstingsförbundet rekommenderar 3 procent av basbeloppet "
        "per månad. Merkostnaden beräknas till 95 000 kronor per år.",
        ("decision", BESLUT, "att fastställa arvodet enligt förbundets rekommendation att gälla från den 1 januari 1988.")], {}),
    (50, "Dagcenter i Smedjevik, val av lokal", "OMS 40/87", [
        "Två lokaler har undersökts, dels det f d posthuset, dels en del av Smedjeviks folkhögskola. Posthuset ligger centralt men "
        "saknar hiss. Folkhögskolan kan tas i bruk redan till sommaren.",
        "Marianne Tysk (c) anmäler jäv och deltar inte i ärendets handläggning.",
        ("decision", BESLUT, "att uppdra åt förvaltningen att teckna avtal med folkhögskolan.")],
     {"disqualified": ["Marianne Tysk"]}),
    (51, "Sammanträdesdagar 1988", None, [
        "Förslag till sammanträdesdagar har sänts ut med kallelsen.",
        ("decision", BESLUT, "att fastställa sammanträdesdagarna enligt förslaget.")], {}),
    (52, "Meddelanden", None, [
        "Socialstyrelsens allmänna råd 1987:9 om gruppbostäder, länsrättens dom angående ledsagarservice samt protokoll från "
        "samverkansnämnden anmäls.",
        ("decision", BESLUT, "att lägga meddelandena till handlingarna.")], {}),
]


def item(doc, number, title, reference, paragraphs, more):
    doc.end_item()
    doc.need(28)
    cells = [(LEFT, f"§ {number}", BOLD), (LEFT + 16, title, BOLD)]
    if reference:
        cells.append((RIGHT, f"Dnr {reference}", TEXT, "right"))
    doc.row(*cells)
    doc.space(1.6)
    doc.begin_item(number, f"§ {number}", title, reference, **more)
    doc.tell(paragraphs, indent=16, att=9, gap=1.4, heading=TEXT)
    doc.end_item()
    doc.space(5)
