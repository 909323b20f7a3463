"""A county council's hospital direction in 1974: members with home town and party, “Dir § 63” at the right margin's Dnr, titles in capitals, pale copy."""

from ..document import Document
from ..paper import Style, wrap
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A county council's hospital direction in 1974, an office copier's copy of typewriting: members with home town, party and office behind the name, “tjänstgör” with the §§, staff with titles first, the unions' men, " \
         "“Dir § 63” with “Dnr 211/74” at the right end of the line, titles in capitals below, “Direktionen beslutar”, a vote in three lines, a special statement, an item adjusted at once, “Avskrift till”, four signatures. " \
         "A hard scan: skewed, pale, noisy, stamped, one page upside down, grey at 200 dpi."
SCANNER = Scanner(dpi=200, skew=-0.8, blur=0.6, noise=8.0, paper=226, ink=0.74, speckle=0.0008, shadow=True, punched=True, quality=38)

TEXT = Style("courier", 11, typed=True)
LEFT, RIGHT, BODY = 29.0, 192.0, 58.0


def build():
    doc = Document("sjukvardsdirektion_1974", TEXT, LEFT, RIGHT, 36, 30, 5.2, head, foot, turned=[(2, 180)])
    doc.meeting = dict(municipality="Tavastlandets läns landsting", body="Direktionen för östra sjukvårdsområdet", date="1974-10-23", place="Lasarettet i Björkfors, direktionsrummet", start_time="09:00", end_time="13:40",
                       adjournments=[{"start": "11:30", "end": "12:30"}], paragraphs={"first": 61, "last": 68})
    doc.new_sheet()
    for label, lines in [("Plats", ["Lasarettet i Björkfors, direktionsrummet"]), ("Tid", ["Onsdagen den 23 oktober 1974 kl 09.00-13.40", "Uppehåll för lunch kl 11.30-12.30"]), ("Paragrafer", ["61-68"])]:
        field(doc, label, lines)
    doc.space(2)
    field(doc, "Ledamöter", ["Gunnar Hedström, Björkfors (s), ordförande", "Inga-Lisa Mark, Sunnanå (c), vice ordförande", "Verner Alstergren, Björkfors (s)", "Märta Fogelklou, Hede (fp)",
                             "Rune Tapper, Lindås (s), §§ 61-64", "Carl-Adam Wrede, Sunnanå (m)"])
    field(doc, "Suppleanter", ["Ebba Sjölin, Hede (s), tjänstgör för Rune Tapper §§ 65-68", "Torvald Nyqvist, Björkfors (c)", "Allan Göthe, Lindås (vpk), §§ 61-66"])
    field(doc, "Tjänstemän", ["Sjukhusdirektör Bengt Ekwall", "Chefsläkare Ivar Morell", "Husmor Dagny Thelander, § 65", "Förste byråsekreterare Ulf Carnell, sekreterare"])
    field(doc, "Personalorganisationer", ["Kjell Broberg, Kommunalarbetareförbundet", "Barnmorska Maj Ahnlund, SHSTF"])
    for name, party, text, role, paragraphs in [("Gunnar Hedström", "S", "ordförande", "chair", None), ("Inga-Lisa Mark", "C", "vice ordförande", "vice_chair", None), ("Verner Alstergren", "S", None, None, None),
                                                ("Märta Fogelklou", "FP", None, None, None), ("Rune Tapper", "S", None, None, [[61, 64]]), ("Carl-Adam Wrede", "M", None, None, None)]:
        doc.attend(name, "member", party=party, role=role, role_text=text, paragraphs=paragraphs)
    doc.attend("Ebba Sjölin", "serving_substitute", party="S", replaces="Rune Tapper", paragraphs=[[65, 68]])
    doc.attend("Torvald Nyqvist", "substitute", party="C")
    doc.attend("Allan Göthe", "substitute", party="VPK", paragraphs=[[61, 66]])
    doc.attend("Bengt Ekwall", "official", role_text="Sjukhusdirektör")
    doc.attend("Ivar Morell", "official", role_text="Chefsläkare")
    doc.attend("Dagny Thelander", "official", role_text="Husmor", paragraphs=[[65, 65]])
    doc.attend("Ulf Carnell", "official", role="secretary", role_text="Förste byråsekreterare")
    doc.attend("Kjell Broberg", "other", organization="Kommunalarbetareförbundet")
    doc.attend("Maj Ahnlund", "other", role_text="Barnmorska", organization="SHSTF")
    doc.space(2)
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    sheet.row(15, (LEFT, "TAVASTLANDETS LÄNS LANDSTING", TEXT), (RIGHT, f"Sid {number}", TEXT, "right"))
    sheet.row(20.2, (LEFT, "Direktionen för östra sjukvårdsområdet", TEXT))
    sheet.row(25.4, (LEFT, "Protokoll 1974-10-23", TEXT))
    sheet.line(LEFT, 28, RIGHT, 28, 0.3)
    if number == 1:
        sheet.stamp(126, 17, ["Ink 1974-11-14", "LANDSTINGSARKIVET"], Style("sans-bold", 9), -5, shade=140)


def foot(sheet, number):
    sheet.row(283, (LEFT, "Just:", TEXT.at(9)))
    sheet.ink(initials(46, 284, 7400 + number), shade=70)
    sheet.ink(initials(66, 284, 7410 + number), shade=70)


def field(doc, label, lines):
    long = TEXT.width(label) > BODY - LEFT - 1
    if long:
        doc.row((LEFT, label))
    for n, line in enumerate(lines):
        doc.row(*([(LEFT, label)] if n == 0 and not long else []), (BODY, line))
    doc.space(1.2)


def copies(doc, to):
    doc.need(doc.leading)
    doc.row((LEFT, f"Avskrift till: {to}"))
    doc.item["text"].append(f"Avskrift till: {to}")
    doc.open_section("distribution", "Avskrift till")
    doc.section["text"].append(to)
    doc.item["page_last"] = doc.page


ITEMS = [
    (61, None, "PROTOKOLLSJUSTERARE", [("decision", None, "Direktionen utser Carl-Adam Wrede (m) att jämte ordföranden justera dagens protokoll.")], {}),
    (62, "188/74", "ANSLAGSFRAMSTÄLLNING FÖR ÅR 1976", [
        "Sjukhusdirektören redogör för förvaltningens förslag, som innebär att bruttokostnaderna ökar med 9,2 procent till 61,8 miljoner kronor.",
        ("decision", None, "Direktionen beslutar", "att godkänna förslaget, samt", "att överlämna detsamma till förvaltningsutskottet."),
        lambda doc: copies(doc, "Förvaltningsutskottet, personalnämnden")], {"outcome": "approved", "distribution": ["Förvaltningsutskottet", "personalnämnden"]}),
    (63, "211/74", "INDRAGNING AV BARNBÖRDSAVDELNINGEN I SUNNANÅ", [
        "Antalet förlossningar vid sjukstugan i Sunnanå har minskat från 214 år 1969 till 96 år 1973. Chefsläkaren förordar att avdelningen dras in den 1 mars 1975 och att två platser för eftervård inrättas i Björkfors.",
        "Verner Alstergren (s) yrkar bifall till chefsläkarens förslag. Inga-Lisa Mark (c) yrkar att avdelningen bibehålls.",
        "Ordföranden ställer proposition på yrkandena. Votering begärs. Den som bifaller chefsläkarens förslag röstar ja.",
        "Ja-röster: Verner Alstergren, Märta Fogelklou, Rune Tapper och Gunnar Hedström.",
        "Nej-röster: Inga-Lisa Mark och Carl-Adam Wrede.",
        ("decision", None, "Direktionen har alltså med 4 röster mot 2 beslutat att avdelningen dras in den 1 mars 1975."),
        ("reservation", None, "Inga-Lisa Mark och Carl-Adam Wrede reserverar sig mot beslutet."),
        ("statement", None, "Allan Göthe (vpk) får till protokollet antecknat att han delar reservanternas mening.")],
     {"votes": [(4, 2, None, [("Verner Alstergren", None, "yes"), ("Märta Fogelklou", None, "yes"), ("Rune Tapper", None, "yes"), ("Gunnar Hedström", None, "yes"), ("Inga-Lisa Mark", None, "no"), ("Carl-Adam Wrede", None, "no")])],
      "proposals": [(["Verner Alstergren"], "S", "Verner Alstergren (s) yrkar bifall till chefsläkarens förslag."), (["Inga-Lisa Mark"], "C", "Inga-Lisa Mark (c) yrkar att avdelningen bibehålls.")],
      "reservations": [("Inga-Lisa Mark", None, None), ("Carl-Adam Wrede", None, None)]}),
    (64, "204/74", "INKÖP AV RÖNTGENUTRUSTNING", [
        "Fyra offerter har prövats. Leverans kan ske inom sju månader.",
        ("decision", None, "Direktionen antar offerten från Elema-Schönander AB om 412 000 kronor. Paragrafen förklaras omedelbart justerad."),
        lambda doc: copies(doc, "Inköpscentralen")], {"outcome": "approved", "immediate_adjustment": True, "distribution": ["Inköpscentralen"]}),
    (65, "219/74", "KOSTHÅLLNINGEN VID LÅNGVÅRDSKLINIKEN", [
        "Husmor Thelander föreslår att lagad mat serveras även på kvällen.",
        ("decision", None, "Direktionen återremitterar ärendet till sjukhusdirektören för beräkning av personalbehovet.")], {"outcome": "referred_back"}),
    (66, "196/74", "FÖRHYRNING AV TJÄNSTEBOSTÄDER", [
        "Märta Fogelklou (fp) anmäler jäv i egenskap av styrelseledamot i bostadsstiftelsen och deltar ej i ärendets handläggning.",
        ("decision", None, "Direktionen godkänner förslag till hyresavtal med Stiftelsen Björkforsbostäder.")], {"outcome": "approved", "disqualified": ["Märta Fogelklou"]}),
    (67, "225/74", "ANSÖKAN OM BIDRAG TILL PATIENTBIBLIOTEK", [
        ("decision", None, "Direktionen avslår ansökan från Björkfors föreläsningsförening."), lambda doc: copies(doc, "Sökanden")], {"outcome": "rejected", "distribution": ["Sökanden"]}),
    (68, None, "ANMÄLNINGSÄRENDEN", [
        "Socialstyrelsens cirkulär MF 1974:81. Landstingsförbundets skrivelse den 30 september om arbetskläder.",
        ("decision", None, "Direktionen lägger ärendena till handlingarna.")], {"outcome": "noted"}),
]


def item(doc, number, reference, title, paragraphs, more):
    doc.end_item()
    doc.space(4)
    doc.need(28)
    doc.row((LEFT, f"Dir § {number}"), *([(RIGHT, f"Dnr {reference}", TEXT, "right")] if reference else []))
    for line in wrap(title, TEXT, RIGHT - LEFT):
        doc.row((LEFT, line))
    doc.space(1)
    doc.begin_item(number, f"Dir § {number}", title, reference, **more)
    doc.tell(paragraphs, gap=1.2)


def signatures(doc):
    doc.end_item()
    doc.space(6)
    doc.need(62)
    doc.row((LEFT, "Vid protokollet"), (BODY + 8, "_" * 34), leading=8)
    doc.sheet.ink(scribble(BODY + 12, doc.y - 0.6, 7420, width=54, height=6), shade=60)
    doc.row((BODY + 8, "Ulf Carnell"))
    doc.sign("secretary", "Vid protokollet", "Ulf Carnell")
    for n, (role, label, name) in enumerate([("chair", "Ordförande", "Gunnar Hedström"), ("adjuster", "Justerare", "Carl-Adam Wrede")]):
        doc.row((LEFT, label), (BODY + 8, "_" * 34), leading=12)
        doc.sheet.ink(scribble(BODY + 12, doc.y - 0.6, 7421 + n, width=54, height=6), shade=60)
        doc.row((BODY + 8, name))
        doc.sign(role, label, name)
    doc.space(3)
    doc.row((LEFT, "Protokollet justerat i Björkfors 1974-11-01"))
    doc.row((LEFT, "Justeringen tillkännagiven på anslagstavlan 1974-11-04"))
    doc.adjustments.append(dict(adjusters=["Carl-Adam Wrede"], place="Björkfors", date="1974-11-01"))
    doc.notices.append(dict(posted="1974-11-04"))
