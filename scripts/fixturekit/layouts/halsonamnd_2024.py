"""A region's health and care committee in 2024, born digital: label and value in two columns, members party by party, “Paragraf 64” over the title, att-clauses numbered, electronic signing told in a table."""

from ..document import Document
from ..paper import Style, wrap
from ..scan import Scanner  # noqa: F401 (this one is printed to a file)

SOURCE = "A region's health and care committee in 2024, born digital with a text layer: facts as labels and values, those present one a line with office and “digitalt”, substitutes with “tjg. ers. för”, “Paragraf 64” small above a " \
         "large title, “Diarienummer HSN 2024-0317” under it, “Hälso- och sjukvårdsnämnden beslutar”, motions, order, ballots in sentences by party, special statement, jäv, electronic signatures with days in an open table, digital notice."
SCANNER = "printer"

TEXT = Style("opensans", 9.5)
LEFT, RIGHT, BODY = 30.0, 184.0, 77.0


def build():
    doc = Document("halsonamnd_2024", TEXT, LEFT, RIGHT, 33, 26, 5.0, head, foot)
    doc.meeting = dict(municipality="Region Mälarbygden", body="Hälso- och sjukvårdsnämnden", date="2024-10-02", place="Regionhuset, Storstugan, samt via Teams", start_time="09:00", end_time="12:20",
                       adjournments=[{"start": "10:20", "end": "10:40"}], paragraphs={"first": 62, "last": 69})
    front(doc)
    doc.new_sheet()
    for entry in ITEMS:
        item(doc, *entry)
    doc.end_item()
    signed(doc)
    return doc.finish()


def head(sheet, number):
    sheet.row(14, (LEFT, "Region Mälarbygden", TEXT.bold), (RIGHT, f"Protokoll {number} | 4", TEXT.at(8.5), "right"))
    sheet.row(18.6, (LEFT, "Hälso- och sjukvårdsnämnden 2024-10-02", TEXT.at(8.5)))


def foot(sheet, number):
    sheet.row(284, (LEFT, "Detta dokument är elektroniskt undertecknat", TEXT.at(7.5)))


def field(doc, label, *lines):
    for n, line in enumerate(lines):
        doc.row(*([(LEFT, label, TEXT.bold)] if n == 0 else []), (BODY, line))
    doc.space(2.4)


def front(doc):
    doc.new_sheet()
    doc.row((LEFT, "Sammanträdesprotokoll", TEXT.bold.at(20)), leading=9)
    doc.space(5)
    field(doc, "Datum och tid", "2 oktober 2024 kl. 09:00–12:20")
    field(doc, "Ajournering", "kl. 10:20–10:40")
    field(doc, "Plats", "Regionhuset, Storstugan, samt via Teams")
    field(doc, "Paragrafer", "62–69")
    field(doc, "Beslutande", "Henrik Ståhlnacke (M), ordförande", "Ulrika Bergqvist Thor (S), vice ordförande", "Amir Tehrani (M)", "Katarina Lövheim (KD)", "Jens Okkonen (SD), digitalt", "Lisbet Arnander (S), ej § 67", "Yonas Gebremariam (V)",
          "Filippa Dyrander (C), §§ 62–66, digitalt")
    field(doc, "Tjänstgörande ersättare", "Mattias Reuterskiöld (L), tjg. ers. för Eva Söderpalm (L)", "Görel Hammargren (S), tjg. ers. för Lisbet Arnander (S), § 67")
    field(doc, "Ersättare", "Ronny Kvist (SD)", "Agnes Boman Lo (MP), digitalt")
    field(doc, "Tjänstepersoner", "Sara Wennerholm, hälso- och sjukvårdsdirektör", "Petri Lehtonen, ekonomichef, § 64", "Ida Rosenlind, strateg, §§ 65–66, digitalt", "Oskar Fahlgren, nämndsekreterare")
    field(doc, "Övriga", "Britt Ödman, Vårdförbundet, § 65")
    field(doc, "Justerare", "Ulrika Bergqvist Thor (S)")
    for name, party, more in [("Henrik Ståhlnacke", "M", dict(role="chair", role_text="ordförande")), ("Ulrika Bergqvist Thor", "S", dict(role="vice_chair", role_text="vice ordförande")), ("Amir Tehrani", "M", {}), ("Katarina Lövheim", "KD", {}),
                              ("Jens Okkonen", "SD", dict(remote=True)), ("Lisbet Arnander", "S", dict(paragraphs=[[62, 66], [68, 69]])), ("Yonas Gebremariam", "V", {}), ("Filippa Dyrander", "C", dict(remote=True, paragraphs=[[62, 66]]))]:
        doc.attend(name, "member", party=party, **more)
    doc.attend("Mattias Reuterskiöld", "serving_substitute", party="L", replaces="Eva Söderpalm")
    doc.attend("Görel Hammargren", "serving_substitute", party="S", replaces="Lisbet Arnander", paragraphs=[[67, 67]])
    doc.attend("Ronny Kvist", "substitute", party="SD")
    doc.attend("Agnes Boman Lo", "substitute", party="MP", remote=True)
    doc.attend("Sara Wennerholm", "official", role_text="hälso- och sjukvårdsdirektör")
    doc.attend("Petri Lehtonen", "official", role_text="ekonomichef", paragraphs=[[64, 64]])
    doc.attend("Ida Rosenlind", "official", role_text="strateg", paragraphs=[[65, 66]], remote=True)
    doc.attend("Oskar Fahlgren", "official", role="secretary", role_text="nämndsekreterare")
    doc.attend("Britt Ödman", "other", organization="Vårdförbundet", paragraphs=[[65, 65]])
    doc.miss("Eva Söderpalm", party="L")


YES = [("Henrik Ståhlnacke", "M"), ("Amir Tehrani", "M"), ("Katarina Lövheim", "KD"), ("Jens Okkonen", "SD"), ("Mattias Reuterskiöld", "L")]
NO = [("Ulrika Bergqvist Thor", "S"), ("Lisbet Arnander", "S"), ("Yonas Gebremariam", "V")]


def said(people):
    names = [f"{name} ({party})" for name, party in people]
    return ", ".join(names[:-1]) + " och " + names[-1]


ITEMS = [
    (62, None, "Val av justerare", [("decision", "Hälso- och sjukvårdsnämnden beslutar", "att välja Ulrika Bergqvist Thor (S) till justerare.")], {}),
    (63, None, "Fastställande av dagordning", [("decision", "Hälso- och sjukvårdsnämnden beslutar", "att godkänna dagordningen.")], {"outcome": "approved"}),
    (64, "HSN 2024-0021", "Delårsrapport per augusti", [
        ("decision", "Hälso- och sjukvårdsnämnden beslutar", "att godkänna delårsrapporten, samt", "att överlämna den till regionstyrelsen."),
        ("background", "Bakgrund", "Resultatet för perioden är −184 miljoner kronor. Prognosen för helåret är −260 miljoner kronor, vilket främst beror på kostnader för hyrpersonal och läkemedel."),
        ("documents", "Beslutsunderlag", "Tjänsteutlåtande 2024-09-18", "Delårsrapport januari–augusti 2024"),
        ("distribution", "Protokollsutdrag till", "Regionstyrelsen, Revisionen")], {"outcome": "approved", "distribution": ["Regionstyrelsen", "Revisionen"]}),
    (65, "HSN 2024-0317", "Samlad akutmottagning nattetid i Mälarbygden från och med 2025", [
        ("decision", "Hälso- och sjukvårdsnämnden beslutar", "att närakuten i Torshamn stänger klockan 22 från och med den 1 februari 2025,", "att ge hälso- och sjukvårdsdirektören i uppdrag att följa upp väntetiderna."),
        ("background", "Bakgrund", "Närakuten i Torshamn har i genomsnitt 3,4 besök per natt. Förvaltningen bedömer att besöken kan tas om hand vid Västra sjukhuset. Britt Ödman framför Vårdförbundets synpunkter."),
        ("motions", "Yrkanden", "Katarina Lövheim (KD) yrkar bifall till förvaltningens förslag.", "Yonas Gebremariam (V) yrkar avslag på förvaltningens förslag."),
        ("order", "Beslutsgång", "Ordföranden ställer proposition på förslagen och finner att nämnden bifaller förvaltningens förslag. Omröstning begärs. Ja betyder bifall till förvaltningens förslag och nej betyder avslag."),
        ("vote", "Omröstning", f"Ja röstar {said(YES)}.", f"Nej röstar {said(NO)}.", "Filippa Dyrander (C) avstår.", "Resultatet är 5 ja, 3 nej och 1 avstår."),
        ("reservation", "Reservation", "Ulrika Bergqvist Thor (S), Lisbet Arnander (S) och Yonas Gebremariam (V) reserverar sig mot beslutet."),
        ("statement", "Särskilt yttrande", "Filippa Dyrander (C) anser att beslutet borde ha föregåtts av en analys av ambulanssjukvården."),
        ("distribution", "Protokollsutdrag till", "Västra sjukhuset, Närakuten Torshamn, Torshamns kommun")],
     {"votes": [(5, 3, 1, [(n, p, "yes") for n, p in YES] + [(n, p, "no") for n, p in NO] + [("Filippa Dyrander", "C", "abstain")])],
      "proposals": [(["Katarina Lövheim"], "KD", "Katarina Lövheim (KD) yrkar bifall till förvaltningens förslag."),
                    (["Yonas Gebremariam"], "V", "Yonas Gebremariam (V) yrkar avslag på förvaltningens förslag.")],
      "reservations": [("Ulrika Bergqvist Thor", "S", None), ("Lisbet Arnander", "S", None), ("Yonas Gebremariam", "V", None)],
      "distribution": ["Västra sjukhuset", "Närakuten Torshamn", "Torshamns kommun"]}),
    (66, "HSN 2023-0588", "Handlingsplan för psykisk hälsa bland unga", [
        ("decision", "Hälso- och sjukvårdsnämnden beslutar", "att återremittera ärendet för att tydliggöra kommunernas ansvar."),
        ("background", "Bakgrund", "Planen har tagits fram tillsammans med länets kommuner, se bilaga 3.")], {"outcome": "referred_back", "attachments": ["bilaga 3"]}),
    (67, "HSN 2024-0340", "Idéburet offentligt partnerskap med Stiftelsen Fyren", [
        ("decision", "Hälso- och sjukvårdsnämnden beslutar", "att godkänna överenskommelsen med Stiftelsen Fyren. Paragrafen justeras omedelbart."),
        ("disqualification", "Jäv", "Lisbet Arnander (S) anmäler jäv och deltar inte i handläggningen."),
        ("distribution", "Protokollsutdrag till", "Stiftelsen Fyren")], {"outcome": "approved", "immediate_adjustment": True, "disqualified": ["Lisbet Arnander"], "distribution": ["Stiftelsen Fyren"]}),
    (68, "HSN 2024-0276", "Motion om fri tandvård för gravida", [
        ("decision", "Hälso- och sjukvårdsnämnden beslutar", "att föreslå regionfullmäktige att avslå motionen."),
        ("background", "Bakgrund", "Yonas Gebremariam (V) har lämnat in motionen. Kostnaden beräknas till 11 miljoner kronor per år."),
        ("reservation", "Reservation", "Yonas Gebremariam (V) reserverar sig mot beslutet.")], {"outcome": "rejected", "reservations": [("Yonas Gebremariam", "V", None)]}),
    (69, "HSN 2024-0003", "Anmälan av delegationsbeslut", [
        ("decision", "Hälso- och sjukvårdsnämnden beslutar", "att lägga anmälan till handlingarna.")], {"outcome": "noted"}),
]


def item(doc, number, reference, title, paragraphs, more):
    doc.end_item()
    doc.space(6)
    doc.need(38)
    doc.row((LEFT, f"Paragraf {number}"), leading=5)
    for line in wrap(title, TEXT.bold.at(13), RIGHT - LEFT):
        doc.row((LEFT, line, TEXT.bold.at(13)), leading=6.2)
    if reference:
        doc.row((LEFT, f"Diarienummer {reference}", TEXT.at(8.5)), leading=4.8)
    doc.begin_item(number, f"Paragraf {number}", title, reference, **more)
    doc.space(0.6)
    doc.tell(paragraphs, gap=0.4, heading=TEXT.bold, above=1.2, att=5)


def signed(doc):
    doc.space(7)
    doc.need(70)
    doc.row((LEFT, "Undertecknat elektroniskt", TEXT.bold.at(12)), leading=7)
    for role, label, name, day in [("secretary", "Sekreterare", "Oskar Fahlgren", "2024-10-08"), ("chair", "Ordförande", "Henrik Ståhlnacke", "2024-10-08"), ("adjuster", "Justerare", "Ulrika Bergqvist Thor", "2024-10-09")]:
        doc.row((LEFT, label), (BODY, name), (134, day))
        doc.sign(role, label, name, signed=None)
    doc.adjustments.append(dict(adjusters=["Ulrika Bergqvist Thor"], date="2024-10-09"))
    doc.space(4)
    doc.row((LEFT, "Tillkännagivande", TEXT.bold.at(12)), leading=7)
    doc.row((LEFT, "Protokollets justering har tillkännagivits på regionens digitala anslagstavla."))
    for label, value in [("Publicerat", "2024-10-10"), ("Avpubliceras", "2024-11-01"), ("Förvaras", "Regionarkivet")]:
        doc.row((LEFT, label), (BODY, value))
    doc.notices.append(dict(posted="2024-10-10", removed="2024-11-01", kept_at="Regionarkivet"))
