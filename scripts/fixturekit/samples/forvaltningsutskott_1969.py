"""The executive committee of a county council in 1969: typed, titles in the margin."""

from ..document import Document
from ..help import Motion, Reserve, dots, gather, pen, register, underline
from ..paper import Style, plain, wrap
from ..scan import Scanner

SOURCE = "The executive committee (förvaltningsutskott) of a county council in 1969: typed under a printed letterhead, number " \
         "and title of the item in the left margin beside the text, decision as a sentence, signatures at the end. Scanned in " \
         "black and white at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.35, blur=1.0, noise=15.0, black_and_white=True)

TEXT = Style("pica", 11, typed=True)
PRINT = Style("serif", 13, "bold")
LEFT, BODY, RIGHT = 23.0, 68.0, 192.0

MEMBERS = [
    ("Axel Lundgren", "s", "ordförande", "chair"), ("Helge Mårtensson", "c", "vice ordförande", "vice_chair"),
    ("Ruth Danielsson", "s", None, None), ("Algot Persson", "s", None, None), ("Sven Isaksson", "s", None, None),
    ("Inga Kihlberg", "fp", None, None), ("Bertil Wiberg", "m", None, None, {"paragraphs": [[142, 146]]}),
    ("Nils Hallberg", "c", None, None),
]
SERVING = [("Elof Stenberg", "s", "Doris Jakobsson", "s"),
           ("Erik Sandell", "m", "Bertil Wiberg", None, {"paragraphs": [[147, 150]]})]
SUBSTITUTES = [("Tage Holmqvist", "c"), ("Maj Forsberg", "fp")]
OFFICIALS = [("Ragnar Sjögren", "landstingsdirektör"), ("Birger Norberg", "sjukvårdsdirektör", [[143, 145]]),
             ("Sten Rydén", "byggnadschef", [[146, 146]]), ("Lars-Erik Melander", "sekreterare")]


def build():
    doc = Document("forvaltningsutskott_1969", TEXT, LEFT, RIGHT, 30, 24, 5.0, head)
    doc.meeting = dict(municipality="Norrdals läns landsting", body="Förvaltningsutskottet", date="1969-06-18",
                       place="Landstingshuset, Älvestad", start_time="10:00", end_time="15:20")
    front(doc)
    for number, title, reference, entries, more in ITEMS:
        item(doc, number, title, reference, entries, more)
    end(doc)
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(20, (LEFT, "Förvaltningsutskottet 1969-06-18", TEXT), (RIGHT, f"sid. {number}", TEXT, "right"))


def scope(pairs):
    return f", §§ {pairs[0][0]}-{pairs[0][1]}" if pairs[0][0] != pairs[0][1] else f", § {pairs[0][0]}"


def front(doc):
    doc.new_sheet()
    doc.y = 16
    doc.row((LEFT, "NORRDALS LÄNS LANDSTING", PRINT), (RIGHT, "PROTOKOLL", PRINT, "right"), leading=7)
    doc.row((LEFT, "Förvaltningsutskottet", Style("serif", 11)), leading=5.5)
    doc.sheet.line(LEFT, doc.y + 2.5, RIGHT, doc.y + 2.5, 0.5)
    doc.space(7)
    doc.row((LEFT, "Tid:"), (BODY, "Onsdagen den 18 juni 1969 kl. 10.00-15.20"))
    doc.row((LEFT, "Plats:"), (BODY, "Landstingshuset, Älvestad"))
    doc.space(2.5)
    doc.row((LEFT, "Närvarande:"))
    groups = [
        ("Ledamöter", [f"{name} ({party})" + (f", {text}" if text else "") + (scope(more[0]["paragraphs"]) if more else "")
                       for name, party, text, role, *more in MEMBERS]),
        ("Tjänstgörande", ["Elof Stenberg (s) för Doris Jakobsson (s)", "Erik Sandell (m) för Bertil Wiberg, §§ 147-150"]),
        ("Övriga", [f"{name} ({party})" for name, party in SUBSTITUTES]),
        ("Tjänstemän", [f"{name}, {title}" + (scope(more[0]) if more else "") for name, title, *more in OFFICIALS]),
    ]
    for label, values in groups:
        second = {"Tjänstgörande": "suppleanter", "Övriga": "suppleanter"}.get(label)
        for n, value in enumerate(values):
            margin = [label, second][n] if n < 2 else None
            doc.row(*[(LEFT, margin)] * bool(margin), (BODY, value))
        doc.space(2)
    register(doc, MEMBERS, SERVING, SUBSTITUTES, OFFICIALS)
    doc.space(2)


def item(doc, number, title, reference, entries, more):
    margin = [f"§ {number}", *wrap(title, TEXT, BODY - LEFT - 3)]
    if reference:
        margin.append(f"Dnr {reference}")
    doc.space(3.5)
    doc.need(5.0 * (len(margin) + 2))
    begun = False
    for entry in entries:
        kind, _, *texts = (None, None, entry) if isinstance(entry, str) else entry
        for text in texts:
            point = text.startswith("att ")
            at = BODY + (5 if point else 0)
            for n, line in enumerate(wrap(text, TEXT, RIGHT - at)):
                doc.row(*[(LEFT, margin.pop(0))] if margin else [], (at, line))
                if not begun:
                    doc.begin_item(number, f"§ {number}", title, reference, **gather(entries), **more)
                    begun = True
                if n == 0:
                    if kind is None:
                        doc.leave_section()
                    doc.note(plain(text), kind)
                doc.item["page_last"] = doc.page
            doc.space(0.8)
    while margin:
        doc.row((LEFT, margin.pop(0)))
    doc.end_item()


ITEMS = [
    (142, "Justering", None, [("decision", None, "Att jämte ordföranden justera protokollet utses Ruth Danielsson.")], {}),
    (143, "Upphandling av röntgenutrustning", "312/69", [
        "Direktionen för centrallasarettet har hemställt om medel för anskaffning av en ny genom¬lysnings¬apparat till "
        "röntgen¬avdelningen. Den nuvarande apparaten är från 1953 och har under våren varit ur bruk i sammanlagt fem veckor.",
        "Anbud har infordrats från tre leverantörer. Sjukvårds¬direktören förordar anbudet från Elektromedicinska AB, som är "
        "det näst lägsta men har den kortaste leveranstiden.",
        ("decision", None, "Förvaltnings¬utskottet beslöt att antaga anbudet från Elektromedicinska AB på 286.000 kronor.")],
     {}),
    (144, "Vårdavgifter vid sjukhemmen", "298/69", [
        "Landstings¬kontoret har framlagt förslag till vårdavgifter vid läns¬landstingets sjukhem att gälla från och med den "
        "1 januari 1970. Förslaget innebär att dagavgiften för den som uppbär folk¬pension höjs från 8 till 9 kronor.",
        ("decision", None, "Förvaltnings¬utskottet beslöt att hos landstinget föreslå, att avgifterna fastställs i enlighet "
         "med förslaget.")], {}),
    (145, "Sjukhem i Torsnäs", "107/68", [
        "Sjukhems¬kommittén har undersökt två alternativ för det planerade sjukhemmet i södra länsdelen. Enligt alternativ 1 "
        "uppförs en nybyggnad med 64 vårdplatser i Torsnäs. Enligt alternativ 2 byggs vårdhemmet i Kvillby till med 40 "
        "vårdplatser.",
        "Kostnaden har beräknats till 6,2 respektive 3,4 miljoner kronor. Kommittén, som är enhällig, förordar alternativ 1 "
        "med hänsyn till att köerna till långtids¬vården i södra länsdelen är de längsta i länet.",
        Motion("Algot Persson yrkar bifall till kommitténs förslag.", ["Algot Persson"]),
        Motion("Helge Mårtensson yrkar att alternativ 2 läggs till grund för den fortsatta planeringen.",
               ["Helge Mårtensson"]),
        "Ordföranden ställer proposition på de båda yrkandena och finner att utskottet bifaller Algot Perssons yrkande. "
        "Votering begärs. Den som vill bifalla Algot Perssons yrkande röstar ja, den det ej vill röstar nej.",
        "Vid voteringen avges 6 ja-röster och 3 nej-röster.",
        ("decision", None, "Förvaltnings¬utskottet beslöt", "att hos landstinget föreslå, att ett sjukhem med 64 vårdplatser "
         "uppförs i Torsnäs, samt", "att ge sjukhems¬kommittén i uppdrag att låta upprätta huvudritningar."),
        ("reservation", None, Reserve("Mot beslutet reserverade sig Helge Mårtensson, Nils Hallberg och Bertil Wiberg.",
         [("Helge Mårtensson", None), ("Nils Hallberg", None), ("Bertil Wiberg", None)]))],
     {"votes": [(6, 3, None, [])]}),
    (146, "Personalbostäder vid Bergsunds lasarett", "255/69", [
        "Byggnads¬chefen redogör för förslag till ombyggnad av det tidigare elevhemmet till 18 enrums¬lägenheter för personal. "
        "Kostnaden uppgår till 540.000 kronor, varav 310.000 kronor kan täckas med statliga bostads¬lån.",
        ("decision", None, "Förvaltnings¬utskottet beslöt", "att godkänna förslaget samt",
         "att bemyndiga ordföranden och lands¬tings¬direktören att underteckna låne¬handlingarna.")], {}),
    (147, "Stipendier för vidareutbildning", "340/69", [
        "Till stipendier för sjuksköterskors vidare¬utbildning har för innevarande år anvisats 24.000 kronor. Vid ansöknings¬"
        "tidens utgång hade 31 ansökningar kommit in.",
        ("decision", None, "Förvaltnings¬utskottet beslöt att utdela tolv stipendier på vardera 2.000 kronor enligt den "
         "förteckning som är bilagd protokollet.")], {}),
    (148, "Sjuktransporter i norra länsdelen", "219/69", [
        "Taxi¬stationen i Övre Kvarndal har sagt upp avtalet om sjuk¬transporter till den 1 oktober 1969. Brandkåren i "
        "Bergsund har förklarat sig villig att överta transporterna om landstinget anskaffar ytterligare en ambulans.",
        "Inga Kihlberg framhåller att inställelse¬tiden till de yttersta byarna blir längre än i dag och att frågan bör "
        "lösas i samråd med kommunerna.",
        ("decision", None, "Förvaltnings¬utskottet beslöt att återremittera ärendet till landstings¬kontoret.")], {}),
    (149, "Yttrande över betänkande om tandvård", "176/69", [
        "Social¬departementet har berett landstinget tillfälle att yttra sig över ett betänkande om folk¬tandvårdens "
        "organisation. Tandvårds¬styrelsen tillstyrker i huvudsak men anser att tiden för genom¬förandet är för knapp.",
        ("decision", None, "Förvaltnings¬utskottet beslöt att avge yttrande i överens¬stämmelse med tandvårds¬styrelsens "
         "förslag.")], {}),
    (150, "Anmälningar", None, [
        "Anmäls Landstings¬förbundets cirkulär angående löner för deltids¬anställd personal samt läns¬styrelsens beslut om "
        "tillstånd till avlopps¬anläggning vid Kvillby vårdhem.",
        ("decision", None, "Förvaltnings¬utskottet beslöt att lägga anmälningarna till handlingarna.")], {}),
]


def end(doc):
    doc.need(72)
    doc.space(9)
    for role, label, name, seed in [("secretary", "Vid protokollet", "Lars-Erik Melander", 6901),
                                    ("chair", "Justeras 1969-06-26", "Axel Lundgren", 6902),
                                    ("adjuster", None, "Ruth Danielsson", 6903)]:
        doc.row(*[(LEFT, label)] * bool(label), (80, dots(TEXT, 75)), leading=14)
        pen(doc, 84, seed, width=48, height=5, lift=0.4)
        doc.row((80, name + (", ordförande" if role == "chair" else "")))
        doc.sign(role, label if role == "secretary" else "Justeras" if role == "adjuster" else "ordförande", name)
    doc.adjustments.append(dict(adjusters=["Ruth Danielsson"], date="1969-06-26"))
