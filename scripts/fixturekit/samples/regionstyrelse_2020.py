"""A regional executive board of 2020: born digital, members at a distance, number and title in one heading."""

from ..document import Document
from ..help import register, commas
from ..paper import Style
from ..rules import grid

SOURCE = "A regional executive board in 2020: born digital from a template, two columns of members with some at a distance, times for a member and " \
         "her substitute, “§ 118 Title” as one heading, decision first, ballots in a table, unsigned lines. PDF with its text."
SCANNER = "printer"

TEXT = Style("roboto", 10)
LEFT, MID, RIGHT = 28.0, 108.0, 184.0

MEMBERS = [("Carin Lövgård", "S", "ordförande", "chair"), ("Mattias Ahlbom", "C", "1:e vice ordförande", "vice_chair"),
           ("Helene Thorn", "M", "2:e vice ordförande", "second_vice_chair"), ("Amir Rostami", "S", None, None),
           ("Linda Sjölander", "S", None, None, {"times": [{"start": "09:00", "end": "11:15"}], "remote": True}), ("Göran Estberg", "S", None, None),
           ("Ylva Trogen", "V", None, None, {"remote": True}), ("Patrik Delin", "M", None, None), ("Susanne Orre", "M", None, None, {"remote": True}),
           ("Jan Hallestad", "KD", None, None), ("Viktor Lagnert", "SD", None, None)]
SERVING = [("Ebba Kalling", "L", "Per Vestlund", "L"), ("Samuel Grip", "SD", "Annette Hjort", "SD"),
           ("Oskar Wennman", "S", "Linda Sjölander", None, {"times": [{"start": "11:15", "end": "12:05"}]})]
SUBS = [("Karin Ottvall", "C", {"remote": True}), ("Bo Rissler", "KD", {"remote": True})]
OFFICIALS = [("Magnus Falkdal", "regiondirektör"), ("Åsa Clarin", "ekonomidirektör", [[119, 120]]), ("Jenny Harring", "hälso- och sjukvårdsdirektör", [[121, 121]]),
             ("Elin Brostedt", "sekreterare")]
VOTES = dict(zip([m[0] for m in MEMBERS if m[0] != "Linda Sjölander"] + [s[0] for s in SERVING], "J J N J J J N N J A J N J".split()))


def build():
    doc = Document("regionstyrelse_2020", TEXT, LEFT, RIGHT, 34, 30, 4.9, head, foot)
    doc.meeting = dict(municipality="Region Vänerbygden", body="Regionstyrelsen", date="2020-11-10", place="Regionens hus, sal Vänern",
                       start_time="09:00", end_time="12:05", adjournments=[{"start": "10:25", "end": "10:40"}], paragraphs={"first": 117, "last": 124})
    doc.new_sheet()
    front(doc)
    doc.new_sheet()
    for args in ITEMS:
        item(doc, *args)
    doc.end_item()
    return doc.finish()


def head(sheet, number):
    sheet.box(LEFT, 13, LEFT + 2.2, 22, 0.1, fill=120)
    sheet.row(17, (LEFT + 5, "Region Vänerbygden", TEXT.bold.at(11)), (RIGHT, "Protokoll", TEXT, "right"))
    sheet.row(21.6, (LEFT + 5, "Regionstyrelsen", TEXT.at(9)), (RIGHT, "2020-11-10", TEXT.at(9), "right"))


def foot(sheet, number):
    sheet.row(282, (LEFT, "Region Vänerbygden, Box 117, Vänersund", TEXT.at(8)), (RIGHT, f"Sida {number} av 4", TEXT.at(8), "right"))


def label(doc, text):
    doc.space(2)
    doc.row((LEFT, text, TEXT.bold.at(10)), leading=5)


def front(doc):
    doc.space(2)
    doc.row((LEFT, "Protokoll från regionstyrelsen", TEXT.at(20)), leading=9)
    doc.space(3)
    for a, b in [("Datum", "Tisdagen den 10 november 2020"), ("Tid", "Klockan 09.00–12.05, ajournering 10.25–10.40"), ("Plats", "Regionens hus, sal Vänern")]:
        doc.row((LEFT, a, TEXT.bold), (58, b))
    register(doc, MEMBERS, SERVING, SUBS, OFFICIALS)
    scope = {"Linda Sjölander": ", på distans, kl. 09.00–11.15", "Ylva Trogen": ", på distans", "Susanne Orre": ", på distans"}
    label(doc, "Beslutande ledamöter")
    for name, party, text, *_ in MEMBERS:
        doc.row((LEFT, f"{name} ({party})" + (f", {text}" if text else "") + scope.get(name, "")), leading=4.5)
    label(doc, "Tjänstgörande ersättare")
    for line in ["Ebba Kalling (L) för Per Vestlund (L)", "Samuel Grip (SD) för Annette Hjort (SD)",
                 "Oskar Wennman (S) för Linda Sjölander (S), kl. 11.15–12.05"]:
        doc.row((LEFT, line), leading=4.5)
    label(doc, "Ej tjänstgörande ersättare")
    for name, party, _ in SUBS:
        doc.row((LEFT, f"{name} ({party}), på distans"), leading=4.5)
    label(doc, "Övriga")
    for line in ["Magnus Falkdal, regiondirektör", "Åsa Clarin, ekonomidirektör, § 119–120", "Jenny Harring, hälso- och sjukvårdsdirektör, § 121",
                 "Elin Brostedt, sekreterare"]:
        doc.row((LEFT, line), leading=4.5)
    label(doc, "Justering")
    doc.row((LEFT, "Helene Thorn (M). Justeringen sker digitalt den 18 november 2020."))
    doc.row((LEFT, "Protokollet omfattar § 117–124."))
    doc.adjustments.append(dict(adjusters=["Helene Thorn"], date="2020-11-18"))
    label(doc, "Underskrifter")
    for role, text, name in [("secretary", "Sekreterare", "Elin Brostedt"), ("chair", "Ordförande", "Carin Lövgård"), ("adjuster", "Justerare", "Helene Thorn")]:
        doc.space(7)
        doc.sheet.line(58, doc.y + 3.5, 136, doc.y + 3.5, 0.2)
        doc.space(3.5)
        doc.row((LEFT, text), (58, name), leading=4.6)
        doc.sign(role, text, name, signed=False)
    label(doc, "Tillkännagivande")
    doc.row((LEFT, "Protokollets justering tillkännages på regionens digitala anslagstavla den 19 november 2020 och"), leading=4.5)
    doc.row((LEFT, "tas bort tidigast den 11 december 2020."), leading=4.5)
    doc.notices.append(dict(posted="2020-11-19", removed="2020-12-11"))


def item(doc, number, title, reference, paragraphs, more=None):
    doc.end_item()
    doc.need(34)
    doc.row((LEFT, f"§ {number} {title}", TEXT.at(13)), leading=6.5)
    if reference:
        doc.row((LEFT, f"Diarienummer: {reference}", TEXT.at(9)), leading=4.8)
    doc.space(1)
    sent = [t for kind, _, *ts in [p for p in paragraphs if isinstance(p, tuple)] if kind == "distribution" for t in ts]
    doc.begin_item(number, f"§ {number}", title, reference, distribution=[n for t in sent for n in commas(t)], **(more or {}))
    doc.tell(paragraphs, att=4, gap=1, heading=TEXT.bold.at(10), above=1.6)
    doc.end_item()
    doc.space(6.5)


def ballots(doc):
    cols, marks = [LEFT, 98.0, 114.0, 130.0], {"J": 106.0, "N": 122.0, "A": 139.0}
    doc.need(15 * 4.7)
    doc.space(1)
    top = doc.y
    rules = [top]
    small = TEXT.at(9)
    doc.table_row((LEFT + 1.5, "Ledamot", small.bold), (106, "Ja", small.bold, "center"), (122, "Nej", small.bold, "center"),
                  (139, "Avstår", small.bold, "center"), leading=3.8)
    doc.space(0.9)
    rules.append(doc.y)
    for name, mark in VOTES.items():
        doc.table_row((LEFT + 1.5, f"{name} ({PARTY[name]})", small), (marks[mark], "X", small, "center"), leading=3.7)
        doc.space(0.9)
        rules.append(doc.y)
    doc.table_row((LEFT + 1.5, "Summa", small.bold), (106, "8", small.bold, "center"), (122, "4", small.bold, "center"), (139, "1", small.bold, "center"), leading=3.7)
    doc.space(0.9)
    rules.append(doc.y)
    grid(doc, cols, 148.0, rules, top)
    doc.space(1)


PARTY = {p[0]: p[1] for p in MEMBERS + SERVING}
Y1 = "Carin Lövgård (S) yrkar bifall till arbetsutskottets förslag."
Y2 = "Helene Thorn (M) yrkar att ärendet återremitteras för en fördjupad analys av resandet på linje 12."
ITEMS = [
    (117, "Val av justerare", None, [("decision", "Beslut", "Regionstyrelsen utser Helene Thorn (M) att jämte ordföranden justera protokollet.")]),
    (118, "Deltagande på distans", None, [
        ("decision", "Beslut", "Regionstyrelsen godkänner att de ledamöter och ersättare som anges på protokollets första sida deltar på distans.")]),
    (119, "Delårsrapport per den 30 september 2020", "RS 2020-0412", [
        ("decision", "Beslut", "Regionstyrelsen föreslår regionfullmäktige besluta", "att godkänna delårsrapporten."),
        ("summary", "Sammanfattning", "Det ekonomiska resultatet för perioden är 186 miljoner kronor. De statliga ersättningarna för merkostnader till följd av pandemin uppgår till "
         "141 miljoner kronor. Patientavgifterna har minskat med en femtedel eftersom många planerade besök har skjutits upp.",
         "Prognosen för helåret är ett överskott på 95 miljoner kronor. Uppskjuten vård väntas medföra kostnader även under 2021 och 2022."),
        ("documents", "Beslutsunderlag", "– Tjänsteskrivelse 2020-10-19", "– Delårsrapport per den 30 september 2020"),
        ("distribution", "Beslutet skickas till", "Regionfullmäktige, revisorerna")]),
    (120, "Investering i ambulansstation i Sörmon", "RS 2020-0377", [
        ("decision", "Beslut", "Regionstyrelsen beslutar", "att genomföra investeringen inom en ram på 31 miljoner kronor samt",
         "att finansiera den ur 2021 års investeringsbudget."),
        ("summary", "Sammanfattning", "Ambulansstationen i Sörmon är byggd 1976 och saknar spolhall och omklädningsrum för all personal. En ny station intill riksvägen kortar "
         "körtiden till de västra kommundelarna med omkring fyra minuter. Fastighetsförvaltningen beräknar att bygget kan börja i april 2021."),
        ("documents", "Beslutsunderlag", "– Tjänsteskrivelse 2020-10-07"),
        ("distribution", "Beslutet skickas till", "Fastighetsförvaltningen, ambulanssjukvården")]),
    (121, "Lägesrapport om covid-19", "RS 2020-0120", [
        ("decision", "Beslut", "Regionstyrelsen noterar informationen."),
        ("summary", "Sammanfattning", "Hälso- och sjukvårdsdirektören redogör för läget. Antalet bekräftade fall ökar i hela länet och 27 patienter vårdas på sjukhus, varav "
         "fyra på intensivvårdsavdelning. Provtagningen har byggts ut till 6 500 prov i veckan.")]),
    (122, "Indragning av busslinje 12 på kvällar och helger", "RS 2020-0398", [
        ("decision", "Beslut", "Regionstyrelsen beslutar att turerna på linje 12 efter klockan 20 samt på lördagar och söndagar dras in från och med den 10 januari 2021."),
        ("summary", "Sammanfattning", "Resandet på linje 12 mellan Vänersund och Åmyra har minskat med 38 procent sedan 2018. På kvällar och helger åker i genomsnitt 2,3 personer "
         "per tur. Indragningen minskar kostnaderna med 1,9 miljoner kronor per år."),
        ("motions", "Förslag på mötet", Y1, Y2),
        ("order", "Beslutsgång", "Ordföranden ställer först proposition på återremiss och finner att ärendet ska avgöras i dag. Omröstning begärs. Den som vill att ärendet avgörs i dag "
         "röstar ja, den som vill återremittera ärendet röstar nej."),
        ("vote", "Omröstningsresultat", "Med 8 ja-röster mot 4 nej-röster och 1 som avstår beslutar regionstyrelsen att ärendet ska avgöras i dag.",
         "Ordföranden finner därefter att regionstyrelsen bifaller arbetsutskottets förslag."),
        ballots,
        ("reservation", "Reservationer", "Helene Thorn (M), Patrik Delin (M) och Susanne Orre (M) reserverar sig mot beslutet."),
        ("distribution", "Beslutet skickas till", "Kollektivtrafikförvaltningen, Åmyra kommun")],
     {"proposals": [(["Carin Lövgård"], "S", Y1), (["Helene Thorn"], "M", Y2)],
      "votes": [(8, 4, 1, [(n, PARTY[n], {"J": "yes", "N": "no", "A": "abstain"}[m]) for n, m in VOTES.items()])],
      "reservations": [(n, "M", None) for n in ("Helene Thorn", "Patrik Delin", "Susanne Orre")]}),
    (123, "Bidrag till Vänerbygdens länsmuseum", "RS 2020-0405", [
        ("decision", "Beslut", "Regionstyrelsen beslutar att bevilja Stiftelsen Vänerbygdens länsmuseum ett tillfälligt bidrag på 850 000 kronor för år 2020."),
        ("disqualification", "Jäv", "Mattias Ahlbom (C) deltar på grund av jäv inte i handläggningen av ärendet."),
        ("summary", "Sammanfattning", "Museet har förlorat entré- och hyresintäkter under pandemin. Staten har beviljat stöd för knappt hälften av bortfallet."),
        ("distribution", "Beslutet skickas till", "Stiftelsen Vänerbygdens länsmuseum")], {"disqualified": ["Mattias Ahlbom"]}),
    (124, "Redovisning av delegationsbeslut", "RS 2020-0009", [
        ("decision", "Beslut", "Regionstyrelsen lägger redovisningen till handlingarna."),
        ("summary", "Sammanfattning", "Beslut fattade under tiden 1–31 oktober 2020 enligt förteckning.")]),
]
