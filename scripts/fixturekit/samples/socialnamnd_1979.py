"""A social welfare board of 1979: printed form filled in on an electric typewriter."""

from ..document import Document
from ..help import dots, pen
from ..paper import Style
from ..pen import initials
from ..scan import Scanner

SOURCE = "A social welfare board in 1979: printed form, two columns of names, parties in lower case after a comma, § and Dnr in a margin " \
         "column beside the text, vote with names in running text. Black and white at 300 dpi."
SCANNER = Scanner(dpi=300, skew=-0.4, blur=0.9, noise=14.0, black_and_white=True)

TEXT = Style("courier", 11)
FORM = Style("sans", 7.5)
LEFT, BODY, RIGHT = 22.0, 54.0, 192.0


def build():
    doc = Document("socialnamnd_1979", TEXT, LEFT, RIGHT, 45, 34, 4.7, head, foot)
    doc.meeting = dict(municipality="Vrigsta kommun", body="Sociala centralnämnden", date="1979-11-22",
                       place="Kommunalhuset i Vrigsta, lilla sessionssalen", start_time="13:30", end_time="16:40",
                       paragraphs={"first": 141, "last": 147})
    front(doc)
    doc.new_sheet()
    for number, title, reference, paragraphs, more in ITEMS:
        item(doc, number, title, reference, paragraphs, more)
    return doc.finish()


def head(sheet, number):
    sheet.row(16, (LEFT, "VRIGSTA KOMMUN", Style("sans", 12, "bold")), (112, "SAMMANTRÄDESPROTOKOLL", Style("sans", 12, "bold")))
    sheet.line(LEFT, 20, RIGHT, 20, 0.5)
    sheet.row(23.4, (LEFT + 1, "Nämnd", FORM), (113, "Sammanträdesdatum", FORM), (172, "Sida", FORM))
    sheet.row(29, (LEFT + 1, "Sociala centralnämnden", TEXT), (113, "1979-11-22", TEXT), (172, str(number), TEXT))
    sheet.line(LEFT, 32, RIGHT, 32, 0.5)
    sheet.line(111, 20, 111, 32)
    sheet.line(170, 20, 170, 32)


def foot(sheet, number):
    sheet.line(LEFT, 271, RIGHT, 271)
    sheet.row(274.6, (LEFT + 1, "Justerandes signatur", FORM), (122, "Utdragsbestyrkande", FORM))
    sheet.line(120, 271, 120, 286)
    sheet.ink(initials(30, 284, 300 + number), shade=30)
    sheet.ink(initials(56, 284, 320 + number), shade=30)


MEMBERS = [("Stig Hammarlund", "s", "ordförande", "chair"), ("Ingvar Tenfält", "c", "vice ordförande", "vice_chair"),
           ("Maj Renström", "s", None, None), ("Olle Gadd", "s", None, None), ("Kerstin Brunnberg", "s", None, None),
           ("Axel Lundborg", "m", None, None), ("Viola Sterner", "fp", None, None)]


def front(doc):
    doc.new_sheet()
    doc.y = 34
    block(doc, "Plats och tid", ["Kommunalhuset i Vrigsta, lilla sessionssalen, kl 13.30-16.40"])
    top = doc.y
    y = top + 3.6
    doc.sheet.row(y, (LEFT + 1, "Beslutande", FORM))
    left = ["Ledamöter"] + [f"{name}, {party}" + (f", {text}" if text else "") for name, party, text, _ in MEMBERS]
    right = ["Tjänstgörande ersättare", "Rune Fagerås, s", "för Birger Ståhle, s", "Elvira Nordmark, c", "för Tage Hultgren, c"]
    for x, lines in ((LEFT + 3, left), (122, right)):
        for n, line in enumerate(lines):
            doc.sheet.row(y + 5 + n * 4.7, (x, line, TEXT))
    doc.y = y + 5 + len(left) * 4.7 - 2
    doc.sheet.box(LEFT, top, RIGHT, doc.y)
    for name, party, text, role in MEMBERS:
        doc.attend(name, "member", party=party.upper(), role=role, role_text=text)
    doc.attend("Rune Fagerås", "serving_substitute", party="S", replaces="Birger Ståhle")
    doc.attend("Elvira Nordmark", "serving_substitute", party="C", replaces="Tage Hultgren")
    block(doc, "Övriga deltagande", ["Gunilla Westerman, s, ersättare", "Hugo Berglöf, m, ersättare, §§ 141-144",
                                     "Sixten Aldén, socialchef", "Britta Kronqvist, hemvårdsassistent, § 143",
                                     "Ulla Sandström, sekreterare"])
    doc.attend("Gunilla Westerman", "substitute", party="S")
    doc.attend("Hugo Berglöf", "substitute", party="M", paragraphs=[[141, 144]])
    doc.attend("Sixten Aldén", "official", role_text="socialchef")
    doc.attend("Britta Kronqvist", "official", role_text="hemvårdsassistent", paragraphs=[[143, 143]])
    doc.attend("Ulla Sandström", "official", role="secretary", role_text="sekreterare")
    doc.miss("Birger Ståhle", party="S")
    doc.miss("Tage Hultgren", party="C")
    block(doc, "Utses att justera", ["Axel Lundborg"])
    block(doc, "Justeringens tid och plats", ["1979-11-29 kl 15.00, socialkontoret"])
    doc.adjustments.append(dict(adjusters=["Axel Lundborg"], place="socialkontoret", date="1979-11-29", time="15:00"))
    top = doc.y
    doc.row((LEFT + 1, "Underskrifter", FORM), leading=3.6)
    for n, (role, label, name) in enumerate([("secretary", "Sekreterare", "Ulla Sandström"),
                                             ("chair", "Ordförande", "Stig Hammarlund"),
                                             ("adjuster", "Justerande", "Axel Lundborg")]):
        more = [(150, "Paragrafer", FORM), (167, "141-147", TEXT)] if n == 0 else []
        doc.row((LEFT + 3, label, Style("sans", 9)), (58, dots(FORM, 82), FORM), *more, leading=11)
        pen(doc, 64, 411 + n, 54, 8, shade=15)
        doc.row((58, name), leading=4.6)
        doc.sign(role, label, name)
    doc.y += 2
    doc.sheet.box(LEFT, top, RIGHT, doc.y)
    top = doc.y
    doc.row((LEFT + 1, "Bevis om anslag", Style("sans", 9, "bold")), leading=5)
    doc.row((LEFT + 1, "Protokollsjusteringen har tillkännagivits på kommunens anslagstavla", FORM), leading=4)
    doc.row((LEFT + 1, "Anslagets uppsättande", FORM), (80, "Anslagets nedtagande", FORM), (136, "Underskrift", FORM), leading=4.4)
    doc.row((LEFT + 3, "1979-11-30"), (82, "1979-12-21"), leading=5.2)
    pen(doc, 142, 417, 40, 6, shade=15)
    doc.y += 2.4
    doc.sheet.box(LEFT, top, RIGHT, doc.y)
    doc.notices.append(dict(posted="1979-11-30", removed="1979-12-21"))


def block(doc, label, values):
    top = doc.y
    doc.row((LEFT + 1, label, FORM), leading=3.6)
    for value in values:
        doc.row((LEFT + 3, value), leading=4.7)
    doc.y += 1.9
    doc.sheet.box(LEFT, top, RIGHT, doc.y)


def item(doc, number, title, reference, paragraphs, more):
    doc.need(26)
    doc.row((LEFT, f"§ {number}", TEXT.bold), (BODY, title, TEXT.bold))
    if reference:
        doc.row((LEFT, f"Dnr {reference}"))
    doc.space(1)
    doc.begin_item(number, f"§ {number}", title, reference, **more)
    doc.tell(paragraphs, indent=BODY - LEFT, att=5.1, gap=1.8, heading=TEXT)
    doc.end_item()
    doc.space(2)
    doc.need(3)
    doc.sheet.line(BODY, doc.y, BODY + 34, doc.y)
    doc.space(4.5)


ITEMS = [
    (141, "Val av justeringsman", None, [("decision", "Beslut", "Sociala centralnämnden utser Axel Lundborg, m, att jämte ordföranden "
     "justera dagens protokoll.")], {}),
    (142, "Budgetuppföljning per den 31 oktober 1979", "79/188", ["Social¬kontoret har upprättat en samman¬ställning över nämndens "
     "kostnader till och med oktober månad. Kostnaderna för social¬hjälp har ökat med 14 procent jämfört med samma tid före¬gående år, "
     "medan kostnaderna för barn¬omsorgen under¬stiger budget med 210 000 kronor.", ("decision", "Beslut", "Sociala centralnämnden beslutar "
     "att godkänna redovisningen.")], {"outcome": "approved"}),
    (143, "Taxa för färdtjänsten 1980", "79/203", ["Social¬utskottet behandlade ärendet 1979-11-08, § 212, och före¬slog att egen¬avgiften "
     "höjs från 4 till 6 kronor per enkel¬resa från och med den 1 januari 1980. Hem¬vårds¬assistent Britta Kronqvist lämnar en redo¬görelse "
     "för antalet resor under året.", "Axel Lundborg, m, yrkar bifall till utskottets förslag.",
     "Olle Gadd, s, yrkar att avgiften skall vara oförändrad under 1980.",
     "Ordföranden ställer proposition på yrkandena och finner att Olle Gadds yrkande bifallits. Votering begärs och genomförs. Den som "
     "bi¬faller Olle Gadds yrkande röstar ja, den som bi¬faller Axel Lundborgs yrkande röstar nej.",
     "Vid voteringen avges 5 ja-röster och 4 nej-röster. Ja röstar Maj Renström, Olle Gadd, Kerstin Brunnberg, Rune Fagerås och Stig "
     "Hammarlund. Nej röstar Ingvar Tenfält, Axel Lundborg, Viola Sterner och Elvira Nordmark.",
     ("decision", "Beslut", "Sociala centralnämnden beslutar att egenavgiften för färd¬tjänst skall vara oför¬ändrad 4 kronor per "
      "enkel¬resa under år 1980."), "Mot beslutet reserverar sig Ingvar Tenfält, c, Axel Lundborg, m, Viola Sterner, fp, och Elvira "
     "Nordmark, c.", ("distribution", "Exp:", "Kommunstyrelsen, ekonomikontoret, färdtjänsten")],
     {"outcome": "other", "proposals": [(["Axel Lundborg"], "M", "Axel Lundborg, m, yrkar bifall till utskottets förslag."),
       (["Olle Gadd"], "S", "Olle Gadd, s, yrkar att avgiften skall vara oförändrad under 1980.")],
      "votes": [(5, 4, None, [("Maj Renström", None, "yes"), ("Olle Gadd", None, "yes"), ("Kerstin Brunnberg", None, "yes"),
        ("Rune Fagerås", None, "yes"), ("Stig Hammarlund", None, "yes"), ("Ingvar Tenfält", None, "no"), ("Axel Lundborg", None, "no"),
        ("Viola Sterner", None, "no"), ("Elvira Nordmark", None, "no")])],
      "reservations": [("Ingvar Tenfält", "C", None), ("Axel Lundborg", "M", None), ("Viola Sterner", "FP", None), ("Elvira Nordmark", "C", None)],
      "distribution": ["Kommunstyrelsen", "ekonomikontoret", "färdtjänsten"]}),
    (144, "Hyresavtal för daghemmet Blåklinten", "79/177", ["Stiftelsen Vrigsta¬bostäder har översänt förslag till nytt hyres¬avtal för "
     "dag¬hemmet Blå¬klinten i kvarteret Spinn¬rocken. Års¬hyran föreslås till 96 500 kronor, exklusive bränsle¬tillägg. Avtalet löper på fem år.",
     "Kerstin Brunnberg, s, anmäler jäv och deltar inte i handläggningen av ärendet.",
     ("decision", "Beslut", "Sociala centralnämnden beslutar", "att godkänna hyresavtalet samt", "att uppdra åt socialchefen att underteckna "
      "detsamma."), ("distribution", "Exp:", "Stiftelsen Vrigstabostäder")],
     {"outcome": "approved", "disqualified": ["Kerstin Brunnberg"], "distribution": ["Stiftelsen Vrigstabostäder"]}),
    (145, "Bidrag till Kamratlänken, Vrigstaavdelningen", "79/210", ["Kamratlänkens avdelning i Vrigsta anhåller om 8 000 kronor till verk¬samhet "
     "vid träff¬punkten i Folkets hus under 1980. Nykterhets¬konsulenten till¬styrker framställningen.",
     ("decision", "Beslut", "Sociala centralnämnden beslutar att bevilja bidrag med 8 000 kronor att belasta konto 7210.452."),
     ("distribution", "Exp:", "Kamratlänken, ekonomikontoret")], {"outcome": "approved", "distribution": ["Kamratlänken", "ekonomikontoret"]}),
    (146, "Yttrande över motion om fritidsgård i Nyhem", "79/165", ["Kommun¬styrelsen har remitterat en motion om in¬rättande av en fritids¬gård "
     "i Nyhem. Fritids¬nämnden har ännu inte avgivit sitt yttrande, och fältassistenterna önskar komplettera sin be¬skrivning av "
     "ung¬domarnas situation i området.", ("decision", "Beslut", "Sociala centralnämnden beslutar att återremittera ärendet till social¬kontoret.")],
     {"outcome": "referred_back"}),
    (147, "Delegationsärenden", None, ["Socialutskottets protokoll 1979-11-08, §§ 198-219, föreligger.", ("decision", "Beslut", "Sociala "
     "centralnämnden beslutar att lägga protokollet till handlingarna.")], {"outcome": "noted"}),
]
