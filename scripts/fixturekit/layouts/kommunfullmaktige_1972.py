"""A municipal council of 1972, in print: “§ 118.” and the title run together in bold, dense text, a roll-call with marks under Ja, Nej and Avst."""

from ..document import Document
from ..paper import Style, wrap
from ..pen import initials, scribble
from ..rules import grid
from ..scan import Scanner

SOURCE = "A municipal council of 1972, printed from type: all members but those named are present, substitutes with numbers of seats, “§ 118. Title.” in bold at the beginning of " \
         "its line, dense lines of equal length, a roll-call table with seat, name, party and x under Ja, Nej and Avst., questions put and answered, signatures as printed names. " \
         "Scanned in black and white at 300 dpi, slightly speckled."
SCANNER = Scanner(dpi=300, skew=-0.45, blur=0.8, noise=10.0, speckle=0.0008, black_and_white=True)

TEXT = Style("century", 10)
SMALL = TEXT.at(9)
LEFT, RIGHT = 30.0, 182.0

BALLOTS = [(1, "Sture Ahlfont", "S", "yes"), (2, "Gunnel Borgenhag", "S", "yes"), (4, "Otto Dyrssen", "M", "no"), (5, "Karl-Ivar Estberg", "C", "no"),
           (6, "Valter Grundel", "S", "yes"), (7, "Maj-Britt Hävermark", "FP", "abstain"), (8, "Tage Iderström", "S", "yes"), (10, "Edvin Kloo", "VPK", "yes"),
           (11, "Gerda Limnell", "C", "no"), (12, "Sven-Axel Norlander", "S", "yes"), (13, "Arvid Ståhlgren", "M", "no"), (3, "Rut Wigforss-Berg", "S", "yes"),
           (9, "Bernt Öhlund", "C", "no")]


def build():
    doc = Document("kommunfullmaktige_1972", TEXT, LEFT, RIGHT, 32, 28, 4.7, head)
    doc.meeting = dict(municipality="Vretstads kommun", body="Kommunfullmäktige", date="1972-11-27", place="Medborgarhusets stora sal", start_time="18:30", end_time="22:05",
                       adjournments=[{"start": "20:15", "end": "20:40"}])
    doc.new_sheet()
    doc.row((106, "VRETSTADS KOMMUN", TEXT.bold.at(14), "center"), leading=7)
    doc.row((106, "Protokoll vid kommunfullmäktiges sammanträde", TEXT.at(13), "center"), leading=6)
    doc.row((106, "måndagen den 27 november 1972 kl. 18.30–22.05 i Medborgarhusets stora sal", TEXT, "center"), leading=6)
    doc.row((106, "Ajournering kl. 20.15–20.40", SMALL, "center"))
    doc.sheet.line(90, doc.y + 3, 122, doc.y + 3, 0.3)
    doc.space(7)
    doc.row((LEFT, "Närvarande:", TEXT.bold))
    top = doc.y
    for x, part in ((LEFT + 4, PRESENT[:6]), (108, PRESENT[6:])):
        doc.y = top
        for name, party, text, role in part:
            doc.row((x, f"{name}, {party}" + (f", {text}" if text else "")))
            doc.attend(name, "member", party=party.upper(), role=role, role_text=text)
    doc.y = top + 6 * doc.leading
    doc.para("Som suppleanter tjänstgjorde Rut Wigforss-Berg, s, för Lennart Callert, s, samt Bernt Öhlund, c, för Ture Johnsson-Kihl, c.", note=False)
    doc.attend("Rut Wigforss-Berg", "serving_substitute", party="S", replaces="Lennart Callert")
    doc.attend("Bernt Öhlund", "serving_substitute", party="C", replaces="Ture Johnsson-Kihl")
    doc.miss("Lennart Callert", party="S")
    doc.miss("Ture Johnsson-Kihl", party="C")
    doc.row((LEFT, "Vid protokollet: kommunsekreterare Filip Zachau."))
    doc.attend("Filip Zachau", "official", role="secretary", role_text="kommunsekreterare")
    doc.space(3)
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


PRESENT = [("Sture Ahlfont", "s", "ordförande", "chair"), ("Gunnel Borgenhag", "s", None, None), ("Otto Dyrssen", "m", "förste vice ordförande", "vice_chair"),
           ("Karl-Ivar Estberg", "c", None, None), ("Valter Grundel", "s", None, None), ("Maj-Britt Hävermark", "fp", None, None), ("Tage Iderström", "s", None, None),
           ("Edvin Kloo", "vpk", None, None), ("Gerda Limnell", "c", None, None), ("Sven-Axel Norlander", "s", None, None), ("Arvid Ståhlgren", "m", None, None)]


def head(sheet, number):
    if number == 1:
        sheet.row(18, (RIGHT, "187", TEXT, "right"))
    else:
        sheet.row(18, (LEFT, str(186 + number), TEXT), (106, "Kommunfullmäktige den 27 november 1972", TEXT.italic, "center"))
        sheet.line(LEFT, 20.5, RIGHT, 20.5, 0.2)


def ballots(doc):
    doc.space(1)
    doc.need(4.9 * (len(BALLOTS) + 3) + 4)
    columns = (40.0, 52.0, 100.0, 116.0, 131.0, 146.0)
    top, rules = doc.y, [doc.y]
    doc.table_row(*[(x + 1.5, text, SMALL.bold) for x, text in zip(columns, ("Plats", "Ledamot", "Parti", "Ja", "Nej", "Avst."))], leading=4.4)
    rules.append(doc.y + 1.5)
    doc.y += 1.2
    for seat, name, party, vote in sorted(BALLOTS):
        mark = columns[3 + ("yes", "no", "abstain").index(vote)]
        doc.table_row((columns[0] + 2, str(seat), SMALL), (columns[1] + 1.5, name, SMALL), (columns[2] + 1.5, party.lower(), SMALL), (mark + 4, "x", SMALL), leading=4.7)
    rules.append(doc.y + 1.5)
    doc.y += 1
    doc.table_row((columns[1] + 1.5, "Summa", SMALL.bold), *[(x + 3, n, SMALL.bold) for x, n in zip(columns[3:], ("7", "5", "1"))], leading=4.7)
    rules.append(doc.y + 1.5)
    grid(doc, columns, 162.0, rules, top)
    doc.space(1.5)


ITEMS = [
    (115, "Justering", None, [("decision", None, "Fullmäktige utsåg Tage Iderström och Arvid Ståhlgren att justera protokollet.")], {}),
    (116, "Tilläggsanslag till byggnadsnämnden", "Kst 311/72", [
        "Byggnadsnämnden hade begärt ett tilläggs¬anslag av 42.000 kronor för grundunder¬sökningar. Kommunstyrelsen hade den 7 november, § 402, tillstyrkt fram¬ställningen.",
        ("decision", None, "Fullmäktige beslöt att bevilja anslaget och att anvisa medlen ur kassareserven.")], {"outcome": "approved"}),
    (117, "Köp av fastigheten Vreta 3:16", "Kst 298/72", [
        "Dödsboet efter lantbrukaren Anders Vesslén hade erbjudit kommunen att köpa fastigheten för 190.000 kronor. Gerda Limnell, som är delägare i dödsboet, anmälde jäv och "
        "lämnade salen.", ("decision", None, "Fullmäktige beslöt", "att godkänna köpet samt", "att uppdraga åt kommunstyrelsen att underteckna köpehandlingen.")],
     {"outcome": "approved", "disqualified": ["Gerda Limnell"]}),
    (118, "Indragning av Hagby skola", "Kst 244/72", [
        "Skolstyrelsen hade föreslagit, att Hagby skola skulle indragas från den 1 juli 1973. Barnantalet hade sjunkit till 17. Kommunstyrelsen hade tillstyrkt förslaget, under det "
        "att länsskolnämnden icke haft något att erinra.",
        "Gunnel Borgenhag yrkade bifall till kommunstyrelsens förslag. Karl-Ivar Estberg yrkade, under instämmande av Otto Dyrssen, avslag på förslaget.",
        "Ordföranden framställde proposition på bifall till vartdera yrkandet och förklarade sig anse den förra propositionen med övervägande ja besvarad. Votering begärdes. Den som "
        "biföll kommunstyrelsens förslag röstade ja och den det ej ville nej. Omröst¬ningen utföll sålunda:", ballots,
        ("decision", None, "Fullmäktige hade alltså beslutat att bifalla kommun¬styrelsens förslag."),
        ("reservation", None, "Mot beslutet reserverade sig Karl-Ivar Estberg, Gerda Limnell och Bernt Öhlund.")],
     {"outcome": "approved", "votes": [(7, 5, 1, [(name, party, vote) for _, name, party, vote in sorted(BALLOTS)])],
      "proposals": [(["Gunnel Borgenhag"], None, "Gunnel Borgenhag yrkade bifall till kommunstyrelsens förslag."),
                    (["Karl-Ivar Estberg"], None, "Karl-Ivar Estberg yrkade, under instämmande av Otto Dyrssen, avslag på förslaget.")],
      "reservations": [("Karl-Ivar Estberg", None, None), ("Gerda Limnell", None, None), ("Bernt Öhlund", None, None)]}),
    (119, "Svar på fråga av Edvin Kloo om hyrorna i kvarteret Plogen", None, [
        "Kommunstyrelsens ordförande Valter Grundel besvarade frågan. Edvin Kloo tackade för svaret."], {}),
    (120, "Motion av Maj-Britt Hävermark om daghem i Norrby", "Kst 190/72", [
        "Sociala centralnämnden hade anfört, att behovet borde prövas i samband med barnstuge¬planen.",
        ("decision", None, "Fullmäktige beslöt att återremittera motionen till sociala centralnämnden.")], {"outcome": "referred_back"}),
    (121, "Ändrad taxa för renhållningen", "Kst 305/72", [
        ("decision", None, "Ärendet bordlades.")], {"outcome": "postponed"}),
    (122, "Medborgarhusets öppethållande på söndagar", "Kst 277/72", [
        "Fritidsnämnden hade funnit, att personal saknades.",
        ("decision", None, "Fullmäktige beslöt att avslå framställningen.")], {"outcome": "rejected"}),
    (123, "Inkomna skrivelser", None, [
        "Från länsstyrelsen förelåg underrättelse om fastställd utdebitering för år 1973, 15 kronor 40 öre per skattekrona.",
        ("decision", None, "Skrivelsen lades till handlingarna.")], {"outcome": "noted"}),
]


def item(doc, number, title, reference, paragraphs, more):
    """Number and title in bold on one line, as one piece of print; the reference in italics below."""
    doc.end_item()
    doc.space(4)
    doc.need(20)
    text = f"§ {number}. {title}."
    for line in wrap(text, TEXT.bold, RIGHT - LEFT):
        doc.row((LEFT, line, TEXT.bold))
    if reference:
        doc.row((LEFT, f"Dnr {reference}", SMALL.italic), leading=4.4)
    doc.space(0.6)
    doc.begin_item(number, f"§ {number}.", title, reference, **more)
    doc.tell(paragraphs, first=5, att=5, gap=0, spread=True)


def signatures(doc):
    doc.end_item()
    doc.space(7)
    doc.need(50)
    doc.row((LEFT + 5, "Som ovan"))
    doc.sheet.ink(scribble(64, doc.y + 8.5, 5800, width=54, height=8), width=0.6, shade=10)
    doc.row((60, "Sture Ahlfont", TEXT.italic), leading=12)
    doc.row((60, "ordförande", SMALL))
    doc.sheet.ink(scribble(128, doc.y + 8.5, 5801, width=44, height=8), width=0.6, shade=10)
    doc.row((124, "/Filip Zachau", TEXT.italic), leading=12)
    doc.sign("chair", "ordförande", "Sture Ahlfont", signed=None)
    doc.sign("secretary", None, "Filip Zachau", signed=None)
    doc.space(3)
    doc.row((LEFT + 5, "Justerat den 4 december 1972"))
    for n, (x, name) in enumerate([(LEFT + 5, "Tage Iderström"), (110, "Arvid Ståhlgren")]):
        doc.sheet.ink(scribble(x + 4, doc.y + 8.5, 5802 + n, width=46, height=8), width=0.6, shade=10)
        doc.sign("adjuster", "Justerat", name, signed=None)
    doc.row((LEFT + 5, "Tage Iderström", TEXT.italic), (110, "Arvid Ståhlgren", TEXT.italic), leading=12)
    doc.adjustments.append(dict(adjusters=["Tage Iderström", "Arvid Ståhlgren"], date="1972-12-04"))
    doc.space(4)
    doc.row((LEFT + 5, "Justeringen tillkännagiven å kommunens anslagstavla den 5 december 1972, betygar", SMALL))
    doc.sheet.ink(scribble(120, doc.y + 8, 5806, width=46, height=7), width=0.5, shade=10)
    doc.notices.append(dict(posted="1972-12-05"))
