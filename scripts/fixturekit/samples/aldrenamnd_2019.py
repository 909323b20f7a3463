"""A board for the care of the elderly in 2019: born digital, large titles, contents, the decision first."""

from ..document import Document
from ..help import Motion, Reserve, gather, register, twice
from ..paper import Style

SOURCE = "A board for the care of the elderly in 2019, born digital: large titles, contents on the front page's back, the " \
         "decision first in numbered clauses, a chair and a vice chair who sign for different §§, a substitute who serves for " \
         "one § because of a conflict of interest, lines for signatures left empty."
SCANNER = "printer"

TEXT = Style("roboto", 10)
SMALL = TEXT.at(8.5)
LEFT, RIGHT = 28.0, 184.0

MEMBERS = [
    ("Camilla Reuter", "M", "ordförande", "chair", {"paragraphs": [[98, 101], [103, 105]]}),
    ("Leif Sundell", "S", "vice ordförande", "vice_chair"), ("Annette Borg", "M", None, None), ("Josef Aziz", "KD", None, None),
    ("Kristina Lund", "L", None, None), ("Patrik Wall", "C", None, None), ("Solveig Rudin", "S", None, None),
    ("Bodil Arvidsson", "V", None, None), ("Kent-Ove Tran", "SD", None, None),
]
SERVING = [("Erik Modin", "M", "Camilla Reuter", "M", {"paragraphs": [[102, 102]]}),
           ("Birgit Salander", "S", "Ronny Flink", "S"), ("Inga Hallén", "SD", "Jimmy Norgren", "SD")]
SUBSTITUTES = [("Erik Modin", "M"), ("Nadja Hovi", "MP")]
OFFICIALS = [("Pernilla Sten", "förvaltningschef", None), ("Oskar Lidén", "controller", [[99, 100]]),
             ("Amanda Frost", "kvalitetsutvecklare", [[101, 101]]), ("Jonna Berglind", "nämndsekreterare", None)]


def build():
    return twice(make)


def make(pages, total):
    def head(sheet, number):
        sheet.row(16, (LEFT, "Äldrenämnden", SMALL), (106, "Protokoll 2019-10-16", SMALL, "center"), (RIGHT, f"{number} ({total})", SMALL, "right"))
        sheet.line(LEFT, 19, RIGHT, 19, 0.15)

    doc = Document("aldrenamnd_2019", TEXT, LEFT, RIGHT, 24, 22, 4.8, head)
    doc.meeting = dict(municipality="Vinteråsa kommun", body="Äldrenämnden", date="2019-10-16", place="Kommunhuset, Björksalen",
                       start_time="13:15", end_time="16:05", paragraphs={"first": 98, "last": 105})
    front(doc)
    doc.new_sheet()
    doc.row((LEFT, "Ärenden", TEXT.bold.at(14)), leading=8)
    doc.space(2)
    for number, title, *_ in ITEMS:
        page = pages.get(number, 0)
        doc.row((LEFT, f"§ {number}"), (LEFT + 18, title), (RIGHT, str(page), TEXT, "right"), leading=6)
        doc.contents.append((number, title, page))
    doc.space(8)
    for number, title, reference, entries, more in ITEMS:
        doc.end_item()
        doc.need(42 if reference else 30)
        doc.space(5)
        doc.row((LEFT, f"§ {number}", TEXT.bold.at(12)), leading=6)
        doc.row((LEFT, title, TEXT.bold.at(13)), leading=6.4)
        if reference:
            doc.row((LEFT, f"Diarienummer: {reference}", SMALL), leading=5)
        doc.begin_item(number, f"§ {number}", title, reference, **gather(entries), **more)
        for entry in entries:
            if isinstance(entry, tuple) and entry[0] == "decision":
                kind, heading, *texts = entry
                doc.heading(heading, kind, style=TEXT.bold, above=2)
                for text in texts:
                    numbered = text[:2] in ("1.", "2.", "3.")
                    doc.para(text, indent=4 if numbered else 0, hang=8.5 if numbered else 0, gap=0.8)
            else:
                doc.tell([entry], att=4, gap=1.1, heading=TEXT.bold, above=2)
    doc.end_item()
    return doc.finish()


def group(doc, label, values):
    for n, value in enumerate(values):
        doc.row(*[(LEFT, label, TEXT.bold)] * (n == 0), (74, value), leading=4.8)
    doc.space(2.4)


def scope(pairs):
    told = ", ".join(f"{a}" if a == b else f"{a}–{b}" for a, b in pairs)
    return ("§ " if len(pairs) == 1 and pairs[0][0] == pairs[0][1] else "§§ ") + told


def front(doc):
    doc.new_sheet()
    doc.y = 24
    doc.row((LEFT, "Vinteråsa kommun", TEXT.at(12)), leading=7)
    doc.row((LEFT, "Protokoll", TEXT.bold.at(22)), leading=11)
    doc.row((LEFT, "Äldrenämndens sammanträde den 16 oktober 2019", TEXT.at(13)), leading=7)
    doc.space(5)
    group(doc, "Plats", ["Kommunhuset, Björksalen"])
    group(doc, "Tid", ["13.15–16.05"])
    group(doc, "Ledamöter", [f"{n} ({p})" + (f", {t}" if t else "") + (f", {scope(m[0]['paragraphs'])}" if m else "")
                             for n, p, t, _, *m in MEMBERS])
    group(doc, "Tjänstgörande ersättare", [f"{n} ({p}) ersätter {m} ({q})" + (f", {scope(x[0]['paragraphs'])}" if x else "")
                                           for n, p, m, q, *x in SERVING])
    group(doc, "Närvarande ersättare", ["Nadja Hovi (MP)"])
    group(doc, "Övriga närvarande", [f"{n}, {t}" + (f", {scope(p)}" if p else "") for n, t, p in OFFICIALS])
    group(doc, "Justerare", ["Bodil Arvidsson (V)"])
    group(doc, "Justering", ["Äldreförvaltningen, 2019-10-23, klockan 09.00"])
    register(doc, MEMBERS, SERVING, SUBSTITUTES[1:])
    for name, title, pairs in OFFICIALS:
        doc.attend(name, "official", role="secretary" if "sekreterare" in title else None, role_text=title, paragraphs=pairs)
    doc.adjustments.append(dict(adjusters=["Bodil Arvidsson"], place="Äldreförvaltningen", date="2019-10-23", time="09:00"))
    doc.space(2)
    for role, label, name, pairs in [("secretary", "Sekreterare", "Jonna Berglind", [[98, 105]]),
                                     ("chair", "Ordförande", "Camilla Reuter", [[98, 101], [103, 105]]),
                                     ("chair", "Ordförande", "Leif Sundell", [[102, 102]]),
                                     ("adjuster", "Justerare", "Bodil Arvidsson", None)]:
        doc.row((LEFT, label, TEXT.bold), (74, "_" * 40), leading=10)
        doc.row((74, name + (f", {scope(pairs)}" if pairs else "")), leading=5)
        doc.sign(role, label, name, signed=False, paragraphs=pairs)
    doc.space(5)
    doc.row((LEFT, "Anslagsbevis", TEXT.bold))
    doc.row((LEFT, "Justeringen har tillkännagivits på kommunens digitala anslagstavla.", SMALL), leading=4.6)
    doc.row((LEFT, "Anslaget publicerades 2019-10-24", SMALL), (90, "Anslaget tas bort 2019-11-15", SMALL), leading=4.6)
    doc.notices.append(dict(posted="2019-10-24", removed="2019-11-15"))


N = "Äldrenämnden"
H = "Äldrenämndens beslut"
VOTES = [("Camilla Reuter", "M", "yes"), ("Annette Borg", "M", "yes"), ("Josef Aziz", "KD", "yes"), ("Kristina Lund", "L", "yes"),
         ("Patrik Wall", "C", "yes"), ("Kent-Ove Tran", "SD", "yes"), ("Inga Hallén", "SD", "yes"),
         ("Leif Sundell", "S", "no"), ("Solveig Rudin", "S", "no"), ("Birgit Salander", "S", "no"), ("Bodil Arvidsson", "V", "no")]


def votes_told(doc):
    doc.heading("Omröstningsresultat", "vote", style=TEXT.bold, above=2)
    doc.para("Med 7 ja-röster mot 4 nej-röster beslutar äldrenämnden att bifalla förvaltningens förslag. Ledamöterna röstar enligt "
             "följande:", gap=1)
    for label, vote in (("Ja", "yes"), ("Nej", "no")):
        doc.para(f"{label}: " + ", ".join(f"{name} ({party})" for name, party, v in VOTES if v == vote) + ".", gap=0.8)


ITEMS = [
    (98, "Fastställande av föredragningslista och val av justerare", None, [
        ("decision", H, "1. Föredragningslistan fastställs.", "2. Bodil Arvidsson (V) utses att justera protokollet.")], {}),
    (99, "Delårsrapport per den 31 augusti 2019", "ALN 2019/00087", [
        ("decision", H, N + " godkänner delårsrapporten och överlämnar den till kommunstyrelsen."),
        ("summary", "Sammanfattning", "Förvaltningen redovisar ett underskott på 3,9 miljoner kronor för årets första åtta månader. "
         "Prognosen för helåret är ett underskott på 5 miljoner kronor, främst till följd av högre kostnader för hemtjänst och "
         "vikarier under sommaren. Sjukfrånvaron har minskat med en procentenhet jämfört med samma period 2018."),
        ("documents", "Beslutsunderlag", "– Delårsrapport per den 31 augusti 2019", "– Tjänsteskrivelse 2019-10-02"),
        ("distribution", "Beslutet skickas till", "Kommunstyrelsen")], {"distribution": ["Kommunstyrelsen"]}),
    (100, "Ersättning till utförare av hemtjänst 2020", "ALN 2019/00104", [
        ("decision", H, "1. Ersättningen till utförare fastställs till 412 kronor per utförd timme från och med den 1 januari 2020.",
         "2. Tillägget för landsbygd lämnas oförändrat."),
        ("summary", "Sammanfattning", "Ersättningen till utförare av hemtjänst enligt lagen om valfrihetssystem räknas upp varje år. "
         "Förvaltningen föreslår en uppräkning med 2,1 procent."),
        ("motions", "Yrkanden", Motion("Annette Borg (M) yrkar bifall till förvaltningens förslag.", ["Annette Borg"], "M"),
         Motion("Leif Sundell (S) yrkar, med instämmande av Bodil Arvidsson (V), att ersättningen räknas upp med 3 procent.",
                ["Leif Sundell"], "S")),
        ("order", "Beslutsgång", "Ordföranden ställer yrkandena mot varandra och finner att nämnden beslutar enligt förvaltningens "
         "förslag. Omröstning begärs. Ordföranden föreslår att ja-röst innebär bifall till förvaltningens förslag och att nej-röst "
         "innebär bifall till Leif Sundells yrkande."),
        votes_told,
        ("reservation", "Reservation", Reserve("Leif Sundell (S), Solveig Rudin (S), Birgit Salander (S) och Bodil Arvidsson (V) "
         "reserverar sig mot beslutet till förmån för Leif Sundells yrkande.",
         [("Leif Sundell", "S"), ("Solveig Rudin", "S"), ("Birgit Salander", "S"), ("Bodil Arvidsson", "V")])),
        ("distribution", "Beslutet skickas till", "Samtliga utförare, ekonomiavdelningen")],
     {"votes": [(7, 4, None, VOTES)], "distribution": ["Samtliga utförare", "ekonomiavdelningen"]}),
    (101, "Plan för uppföljning av särskilda boenden", "ALN 2019/00112", [
        ("decision", H, N + " antar planen för uppföljning under 2020."),
        ("summary", "Sammanfattning", "Planen innebär att tre av kommunens sju särskilda boenden granskas varje år. Granskningen omfattar "
         "bemanning nattetid, dokumentation och måltider. Amanda Frost presenterar resultatet av årets uppföljning vid Aspgården."),
        ("documents", "Beslutsunderlag", "– Förslag till plan för uppföljning", "– Tjänsteskrivelse 2019-09-25"),
        ("distribution", "Beslutet skickas till", "Enhetscheferna, kommunens revisorer")],
     {"distribution": ["Enhetscheferna", "kommunens revisorer"]}),
    (102, "Hyresavtal för träffpunkt i kvarteret Snickaren", "ALN 2019/00095", [
        ("decision", H, "1. " + N + " godkänner hyresavtalet.", "2. Förvaltningschefen får i uppdrag att underteckna avtalet."),
        ("disqualification", "Jäv", "Camilla Reuter (M) anmäler jäv och deltar inte i handläggningen av ärendet. Leif Sundell (S) är "
         "ordförande under paragrafen."),
        ("summary", "Sammanfattning", "Förvaltningen har förhandlat om en lokal på 180 kvadratmeter i bottenvåningen. Hyran är 205 000 kronor per år "
         "och avtalet gäller i fem år. Träffpunkten ersätter den lokal vid Stationsgatan som sades upp i våras."),
        ("distribution", "Beslutet skickas till", "Fastighets AB Reuter & Söner")],
     {"disqualified": ["Camilla Reuter"], "distribution": ["Fastighets AB Reuter & Söner"]}),
    (103, "Svar på medborgarförslag om husdjur på äldreboenden", "ALN 2019/00058", [
        ("decision", H, N + " anser medborgarförslaget besvarat."),
        ("summary", "Sammanfattning", "I ett medborgarförslag föreslås att boende ska få ha katt eller hund på kommunens äldreboenden. Varje "
         "enhet får redan i dag avgöra frågan med hänsyn till allergier. Vid Lyckebo finns sedan 2017 två katter på en avdelning."),
        ("motions", "Yrkande", Motion("Kent-Ove Tran (SD) yrkar bifall till förvaltningens förslag.", ["Kent-Ove Tran"], "SD")),
        ("distribution", "Beslutet skickas till", "Förslagsställaren")], {"distribution": ["Förslagsställaren"]}),
    (104, "Redovisning av delegationsbeslut", None, [
        ("decision", H, N + " lägger redovisningen till handlingarna."),
        ("documents", "Beslutsunderlag", "– Beslut om bistånd enligt socialtjänstlagen, september 2019")], {}),
    (105, "Förvaltningschefen informerar", None, [
        "Förvaltningschefen informerar om rekryteringen av två enhetschefer och om att det nya trygghetslarmet har installerats hos 340 "
        "personer. Influensavaccinationen inom de särskilda boendena börjar den 5 november."], {}),
]
