"""A municipal executive board in 2016: two columns of presence, “§ 118” small above a large title, the reference bare below it, a ruled list of votes with crosses."""

from ..document import Document
from ..paper import Style, wrap
from ..pen import initials, scribble
from ..rules import grid
from ..scan import Scanner

SOURCE = "A municipal executive board in 2016, printed and scanned: members in one column and substitutes and others in the next, “tjänstgör istället för … på §§ …”, “§ 118” small above a large title and the " \
         "bare reference below it, numbered decisions, economic consequences, documents, a ruled list of votes with crosses, protocol note, jäv with another chair, four signatures one under the other, notice. " \
         "Scanned in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.15, blur=0.5, noise=2.0, paper=252, quality=32)

TEXT = Style("cantarell", 10)
SMALL = TEXT.at(8.5)
LEFT, RIGHT, SECOND = 25.0, 185.0, 108.0

MEMBERS = [("Annika Sjögrund", "S", "ordförande", "chair"), ("Thomas Bergenholtz", "M", "1:e vice ordförande", "vice_chair"), ("Zlatko Perić", "S", None, None), ("Marie Dahlkvist", "S", None, None),
           ("Gunnar Elfving", "C", None, None), ("Sofie Ahlmark", "M", None, None), ("Peter Nordh", "SD", None, None), ("Hevin Aziz", "V", None, None), ("Krister Palmfors", "L", None, None)]
VOTES = [("Zlatko Perić", "S", "yes"), ("Marie Dahlkvist", "S", "yes"), ("Gunnar Elfving", "C", "yes"), ("Sofie Ahlmark", "M", "no"), ("Peter Nordh", "SD", "no"), ("Hevin Aziz", "V", "yes"),
         ("Krister Palmfors", "L", "abstain"), ("Lena-Marie Stork", "MP", "yes"), ("Ove Grimstedt", "M", "no"), ("Thomas Bergenholtz", "M", "no"), ("Annika Sjögrund", "S", "yes")]


def build():
    doc = Document("kommunstyrelse_2016", TEXT, LEFT, RIGHT, 34, 28, 4.9, head, foot)
    doc.meeting = dict(municipality="Skogsåkra kommun", body="Kommunstyrelsen", date="2016-09-07", place="Kommunhuset, sessionssalen", start_time="08:30", end_time="11:55",
                       adjournments=[{"start": "09:40", "end": "10:00"}], paragraphs={"first": 116, "last": 123})
    front(doc)
    doc.new_sheet()
    for entry in ITEMS:
        item(doc, *entry)
    doc.end_item()
    return doc.finish()


def head(sheet, number):
    sheet.row(14, (LEFT, "Skogsåkra kommun", TEXT.bold.at(12)), (SECOND, "Sammanträdesprotokoll", TEXT), (RIGHT, f"{number} (4)", TEXT, "right"))
    sheet.row(19.5, (LEFT, "Kommunstyrelsen", TEXT), (SECOND, "2016-09-07", TEXT))


def foot(sheet, number):
    sheet.box(LEFT, 272, RIGHT, 285, 0.2)
    sheet.line(SECOND - 2, 272, SECOND - 2, 285, 0.2)
    sheet.row(275.5, (LEFT + 1.5, "Justerare", SMALL.at(7)), (SECOND, "Utdragsbestyrkande", SMALL.at(7)))
    sheet.ink(initials(46, 282, 6800 + number), shade=50)
    sheet.ink(initials(62, 282, 6810 + number), shade=50)


def column(doc, x, groups):
    for label, lines in groups:
        doc.row((x, label, TEXT.bold))
        for line in lines:
            doc.row((x + (4 if line[0] == " " else 0), line.strip()))
        doc.space(2)


def front(doc):
    doc.new_sheet()
    for label, value in [("Tid", "Onsdagen den 7 september 2016 kl. 08:30–11:55"), ("Ajournering", "kl. 09:40–10:00"), ("Plats", "Kommunhuset, sessionssalen"), ("Paragrafer", "116–123")]:
        doc.row((LEFT, label, TEXT.bold), (52, value))
    doc.space(3)
    doc.sheet.line(LEFT, doc.y, RIGHT, doc.y, 0.2)
    doc.space(2)
    top = doc.y
    column(doc, LEFT, [("Beslutande", [f"{name} ({party})" + (f", {text}" if text else "") for name, party, text, _ in MEMBERS]),
                       ("Tjänstgörande ersättare", ["Lena-Marie Stork (MP) tjänstgör istället", "  för Isak Vinterhed (MP)", "Ove Grimstedt (M) tjänstgör istället", "  för Carina Bodström (M)",
                                                    "Ellinor Skarp (S) tjänstgör istället", "  för Annika Sjögrund (S) på § 121"])])
    bottom = doc.y
    doc.y = top
    column(doc, SECOND, [("Närvarande ersättare", ["Rolf Ingemansson (C)", "Tatjana Lindvik (SD) §§ 116–120"]),
                         ("Tjänstepersoner", ["Jonas Ekestubbe, kommunchef", "Madeleine Hörnsten, ekonomichef § 117", "Sven Påhlsson, exploateringsingenjör § 119", "Amanda Vikström, sekreterare"]),
                         ("Gäster", ["Karl Brahe, Skogsåkra Bostäder AB § 118"])])
    doc.y = max(bottom, doc.y)
    for name, party, text, role in MEMBERS:
        doc.attend(name, "member", party=party, role=role, role_text=text)
    doc.attend("Lena-Marie Stork", "serving_substitute", party="MP", replaces="Isak Vinterhed")
    doc.attend("Ove Grimstedt", "serving_substitute", party="M", replaces="Carina Bodström")
    doc.attend("Ellinor Skarp", "serving_substitute", party="S", replaces="Annika Sjögrund", paragraphs=[[121, 121]])
    doc.attend("Rolf Ingemansson", "substitute", party="C")
    doc.attend("Tatjana Lindvik", "substitute", party="SD", paragraphs=[[116, 120]])
    doc.attend("Jonas Ekestubbe", "official", role_text="kommunchef")
    doc.attend("Madeleine Hörnsten", "official", role_text="ekonomichef", paragraphs=[[117, 117]])
    doc.attend("Sven Påhlsson", "official", role_text="exploateringsingenjör", paragraphs=[[119, 119]])
    doc.attend("Amanda Vikström", "official", role="secretary", role_text="sekreterare")
    doc.attend("Karl Brahe", "other", organization="Skogsåkra Bostäder AB", paragraphs=[[118, 118]])
    doc.miss("Isak Vinterhed", party="MP")
    doc.miss("Carina Bodström", party="M")
    doc.sheet.line(LEFT, doc.y, RIGHT, doc.y, 0.2)
    doc.space(2)
    doc.row((LEFT, "Utsedd att justera", TEXT.bold), (62, "Krister Palmfors (L)"))
    doc.row((LEFT, "Plats och tid för justering", TEXT.bold), (78, "Kommunkansliet den 14 september 2016 kl. 16:30"))
    doc.adjustments.append(dict(adjusters=["Krister Palmfors"], place="Kommunkansliet", date="2016-09-14", time="16:30"))
    for n, (role, label, name, paragraphs) in enumerate([("secretary", "Sekreterare", "Amanda Vikström", None), ("chair", "Ordförande §§ 116–120, 122–123", "Annika Sjögrund", [[116, 120], [122, 123]]),
                                                         ("chair", "Ordförande § 121", "Thomas Bergenholtz", [[121, 121]]), ("adjuster", "Justerare", "Krister Palmfors", None)]):
        doc.row((LEFT, label), leading=10)
        doc.sheet.line(86, doc.y + 0.6, 150, doc.y + 0.6, 0.2)
        doc.sheet.ink(scribble(90, doc.y, 6820 + n, width=48, height=5), shade=40)
        doc.row((86, name, SMALL), leading=4.4)
        doc.sign(role, label.split(" §")[0], name, paragraphs=paragraphs)
    doc.space(5)
    top = doc.y
    doc.row((LEFT + 2, "BEVIS OM ANSLAG", TEXT.bold))
    doc.row((LEFT + 2, "Justeringen har anslagits på kommunens anslagstavla."))
    doc.row((LEFT + 2, "Styrelse/nämnd", SMALL), (56, "Kommunstyrelsen"), (SECOND, "Sammanträdesdatum", SMALL), (144, "2016-09-07"))
    doc.row((LEFT + 2, "Anslaget publiceras", SMALL), (56, "2016-09-15"), (SECOND, "Anslaget avpubliceras", SMALL), (144, "2016-10-07"))
    doc.row((LEFT + 2, "Protokollets förvaring", SMALL), (62, "Kommunarkivet"))
    doc.y += 2.2
    doc.sheet.box(LEFT, top, RIGHT, doc.y, 0.2)
    doc.notices.append(dict(organ="Kommunstyrelsen", posted="2016-09-15", removed="2016-10-07", kept_at="Kommunarkivet"))


def ballots(doc):
    doc.space(2.2)
    doc.need(len(VOTES) * 5 + 8)
    columns = (LEFT, 96.0, 110.0, 124.0)
    right, top, rules = 142.0, doc.y, [doc.y]
    doc.table_row(*[(x + 1.5, text, SMALL.bold) for x, text in zip(columns, ("Ledamot", "Ja", "Nej", "Avstår"))], leading=4.6)
    for name, party, vote in VOTES:
        rules.append(doc.y + 1.3)
        doc.table_row((LEFT + 1.5, f"{name} ({party})", SMALL), (columns[1 + ("yes", "no", "abstain").index(vote)] + 1.5, "X", SMALL), leading=4.8)
    rules.append(doc.y + 1.3)
    grid(doc, columns, right, rules, top)
    doc.space(1)


ITEMS = [
    (116, None, "Val av justerare och godkännande av dagordning", [
        ("decision", "Kommunstyrelsens beslut", "1. Krister Palmfors (L) utses att justera protokollet.", "2. Dagordningen godkänns.")], {"outcome": "approved"}),
    (117, "KS 2016/31-042", "Delårsbokslut med helårsprognos", [
        ("decision", "Kommunstyrelsens beslut", "Kommunstyrelsen föreslår att kommunfullmäktige godkänner delårsbokslutet."),
        ("background", "Ärendebeskrivning", "Kommunen redovisar ett resultat på 14,2 miljoner kronor per den 31 juli. Prognosen för helåret är 6 miljoner kronor. Madeleine Hörnsten redogör för bokslutet."),
        ("documents", "Beslutsunderlag", "Delårsbokslut, 2016-08-24", "Arbetsutskottets protokoll § 94, 2016-08-29"),
        ("distribution", "Beslutet skickas till", "Kommunfullmäktige")], {"outcome": "approved", "distribution": ["Kommunfullmäktige"]}),
    (118, "KS 2016/204-291", "Borgen för ombyggnad av kvarteret Mjölnaren", [
        ("decision", "Kommunstyrelsens beslut", "Ärendet återremitteras för komplettering med en känslighetsanalys."),
        ("background", "Ärendebeskrivning", "Skogsåkra Bostäder AB ansöker om borgen med 48 miljoner kronor. Karl Brahe svarar på frågor."),
        ("distribution", "Beslutet skickas till", "Skogsåkra Bostäder AB")], {"outcome": "referred_back", "distribution": ["Skogsåkra Bostäder AB"]}),
    (119, "KS 2014/377-251", "Försäljning av kommunens mark vid Norrängen till Norrängens Tomtutveckling AB", [
        ("decision", "Kommunstyrelsens beslut", "1. Köpeavtalet godkänns.", "2. Köpeskillingen ska användas till gång- och cykelvägen längs Norrängsvägen."),
        ("background", "Ärendebeskrivning", "Området omfattar 3,8 hektar. Detaljplanen vann laga kraft den 11 maj 2016 och medger 36 småhus."),
        ("other", "Ekonomiska konsekvenser", "Köpeskillingen uppgår till 5,7 miljoner kronor."),
        ("motions", "Yrkanden", "Marie Dahlkvist (S) yrkar bifall till arbetsutskottets förslag.", "Sofie Ahlmark (M) yrkar avslag."),
        ("order", "Beslutsgång", "Ordföranden ställer proposition på yrkandena och finner att kommunstyrelsen bifaller arbetsutskottets förslag. Omröstning begärs. Ja-röst för arbetsutskottets förslag, nej-röst för avslag."),
        ("vote", "Omröstningsresultat", "Omröstningen utfaller med 6 ja-röster, 4 nej-röster och 1 som avstår.", ballots),
        ("reservation", "Reservationer", "Sofie Ahlmark (M), Thomas Bergenholtz (M) och Ove Grimstedt (M) reserverar sig mot beslutet."),
        ("statement", "Protokollsanteckning", "Krister Palmfors (L) anser att marken borde ha sålts genom anbud."),
        ("distribution", "Beslutet skickas till", "Köparen, Samhällsbyggnadskontoret, Ekonomikontoret")],
     {"outcome": "approved", "votes": [(6, 4, 1, VOTES)],
      "proposals": [(["Marie Dahlkvist"], "S", "Marie Dahlkvist (S) yrkar bifall till arbetsutskottets förslag."), (["Sofie Ahlmark"], "M", "Sofie Ahlmark (M) yrkar avslag.")],
      "reservations": [("Sofie Ahlmark", "M", None), ("Thomas Bergenholtz", "M", None), ("Ove Grimstedt", "M", None)],
      "distribution": ["Köparen", "Samhällsbyggnadskontoret", "Ekonomikontoret"]}),
    (120, "KS 2016/88-109", "Motion om gratis mensskydd på högstadiet", [
        ("decision", "Kommunstyrelsens beslut", "Kommunstyrelsen föreslår att kommunfullmäktige avslår motionen."),
        ("background", "Ärendebeskrivning", "Hevin Aziz (V) har lämnat in en motion. Barn- och utbildningsnämnden anger att mensskydd redan finns hos skolsköterskan."),
        ("reservation", "Reservationer", "Hevin Aziz (V) reserverar sig till förmån för motionen.")], {"outcome": "rejected", "reservations": [("Hevin Aziz", "V", None)]}),
    (121, "KS 2016/219-805", "Bidrag till Skogsåkra Folkets Park", [
        ("decision", "Kommunstyrelsens beslut", "Föreningen beviljas ett engångsbidrag om 120 000 kronor."),
        ("disqualification", "Jäv", "Annika Sjögrund (S) anmäler jäv och deltar inte i handläggningen av ärendet. Thomas Bergenholtz (M) tjänstgör som ordförande."),
        ("background", "Ärendebeskrivning", "Taket på dansbanan behöver bytas."),
        ("distribution", "Beslutet skickas till", "Föreningen")], {"outcome": "approved", "disqualified": ["Annika Sjögrund"], "distribution": ["Föreningen"]}),
    (122, "KS 2016/6-002", "Delegationsbeslut", [
        ("decision", "Kommunstyrelsens beslut", "Redovisningen läggs till handlingarna."), ("documents", "Beslutsunderlag", "Lista över delegationsbeslut, augusti 2016")], {"outcome": "noted"}),
    (123, None, "Kommunchefen informerar", ["Jonas Ekestubbe informerar om rekryteringen av ny räddningschef och om mottagandet av ensamkommande barn."], {}),
]


def item(doc, number, reference, title, paragraphs, more):
    doc.end_item()
    doc.space(5)
    doc.need(34)
    doc.row((LEFT, f"§ {number}", TEXT.bold))
    for line in wrap(title, TEXT.bold.at(13.5), RIGHT - LEFT):
        doc.row((LEFT, line, TEXT.bold.at(13.5)), leading=6)
    if reference:
        doc.row((LEFT, reference, SMALL))
    doc.begin_item(number, f"§ {number}", title, reference, **more)
    for entry in paragraphs:
        if isinstance(entry, tuple) and callable(entry[-1]):
            doc.tell([entry[:-1]], gap=0.3, heading=TEXT.bold, above=1.2)
            entry[-1](doc)
        else:
            doc.tell([entry], gap=0.3, heading=TEXT.bold, above=1.2)
