"""A county council's welfare board in 1981: members and substitutes in two columns with presence marked behind the name, “Dnr OMS 213/81” under the title."""

from ..document import Document
from ..paper import Style, wrap
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A county council's welfare board in 1981, electric typewriter on a form with printed head: all members in one column with “frånv” behind those who were away, substitutes in " \
         "another with “tjg för …”, “§ 74” and a title in bold, the Dnr below it, capitals for the headings, “Exp:” at the end, a withdrawn item, a vote by name in two sentences, " \
         "signatures over names with the office beside the line. Scanned in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.3, blur=0.6, noise=3.0, paper=246, punched=True, quality=38)

TEXT = Style("courier", 11)
FORM = Style("sans", 9)
LEFT, RIGHT, BODY, SECOND = 28.0, 194.0, 48.0, 112.0
OTHERS = 126.0


def build():
    doc = Document("omsorgsnamnd_1981", TEXT, LEFT, RIGHT, 42, 30, 5.1, head, foot)
    doc.meeting = dict(municipality="Mittnorrlands läns landsting", body="Omsorgsnämnden", date="1981-09-16", place="Vårdhemmet Solbacken, konferensrummet", start_time="09:30", end_time="14:10",
                       adjournments=[{"start": "11:45", "end": "12:45"}], paragraphs={"first": 72, "last": 80})
    doc.new_sheet()
    field(doc, "Plats", "Vårdhemmet Solbacken, konferensrummet")
    field(doc, "Tid", "Onsdagen den 16 september 1981 kl 09.30-14.10")
    field(doc, "", "(lunch kl 11.45-12.45)")
    doc.space(3)
    top = doc.y
    doc.row((LEFT, "Ledamöter", TEXT.bold))
    for line in ["Arne Wikström (s), ordf", "Kerstin Mohlin (c), v ordf, §§ 72-75", "Siv Hallgrén (s)", "Elof Kjellberg (s), frånv", "Gösta Ankarsvärd (m)", "Rut Zetterlöf (fp)"]:
        doc.row((LEFT, line))
    bottom = doc.y
    doc.y = top
    doc.row((OTHERS, "Ersättare", TEXT.bold))
    for line in ["Maj Ottosson (s), tjg för", "  Elof Kjellberg", "Börje Linder (c), tjg för", "  Kerstin Mohlin §§ 76-80", "Inez Palmryd (m)"]:
        doc.row((OTHERS + (5 if line[0] == " " else 0), line.strip()))
    doc.y = bottom
    for name, party, text, role, paragraphs in [("Arne Wikström", "S", "ordf", "chair", None), ("Kerstin Mohlin", "C", "v ordf", "vice_chair", [[72, 75]]), ("Siv Hallgrén", "S", None, None, None),
                                                ("Gösta Ankarsvärd", "M", None, None, None), ("Rut Zetterlöf", "FP", None, None, None)]:
        doc.attend(name, "member", party=party, role=role, role_text=text, paragraphs=paragraphs)
    doc.attend("Maj Ottosson", "serving_substitute", party="S", replaces="Elof Kjellberg")
    doc.attend("Börje Linder", "serving_substitute", party="C", replaces="Kerstin Mohlin", paragraphs=[[76, 80]])
    doc.attend("Inez Palmryd", "substitute", party="M")
    doc.miss("Elof Kjellberg", party="S")
    doc.space(3)
    doc.row((LEFT, "Tjänstemän", TEXT.bold))
    for line in ["Omsorgschef Valter Grahnström", "Överläkare Kajsa Thyselius § 75", "Rektor Örjan Malmlöf § 78", "Nämndsekreterare Lisbeth Fahlén"]:
        doc.row((LEFT, line))
    doc.attend("Valter Grahnström", "official", role_text="Omsorgschef")
    doc.attend("Kajsa Thyselius", "official", role_text="Överläkare", paragraphs=[[75, 75]])
    doc.attend("Örjan Malmlöf", "official", role_text="Rektor", paragraphs=[[78, 78]])
    doc.attend("Lisbeth Fahlén", "official", role="secretary", role_text="Nämndsekreterare")
    doc.space(3)
    doc.row((LEFT, "Personalföreträdare", TEXT.bold))
    doc.row((LEFT, "Bodil Stråhle, SKTF"))
    doc.attend("Bodil Stråhle", "other", organization="SKTF")
    doc.space(3)
    field(doc, "Att justera", "Rut Zetterlöf (fp)")
    field(doc, "Paragrafer", "72-80")
    doc.space(2)
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    sheet.box(LEFT, 12, RIGHT, 33, 0.3)
    sheet.line(SECOND - 4, 12, SECOND - 4, 33, 0.3)
    sheet.row(17, (LEFT + 2, "MITTNORRLANDS LÄNS LANDSTING", FORM.bold), (SECOND, "PROTOKOLL", FORM.bold.at(12)))
    sheet.row(23, (LEFT + 2, "Omsorgsnämnden", FORM), (SECOND, "Sammanträdesdatum", FORM.at(7)), (172, "Sida", FORM.at(7)))
    sheet.row(29, (SECOND, "1981-09-16", TEXT), (172, str(number), TEXT))


def foot(sheet, number):
    sheet.row(279, (LEFT, "Just sign", FORM.at(7)), (SECOND, "Utdragsbestyrkande", FORM.at(7)))
    sheet.line(LEFT, 275, RIGHT, 275, 0.25)
    sheet.ink(initials(46, 283, 6400 + number), shade=50)
    sheet.ink(initials(68, 283, 6410 + number), shade=50)


def send(doc, to):
    """“Exp:” and whom it goes to on one line."""
    doc.need(doc.leading)
    doc.row((BODY, f"Exp: {to}"))
    doc.space(1.2)
    doc.item["text"].append(f"Exp: {to}")
    doc.open_section("distribution", "Exp")
    doc.section["text"].append(to)
    doc.item["page_last"] = doc.page


def field(doc, label, value):
    doc.row(*([(LEFT, label, TEXT.bold)] if label else []), (62, value))


ITEMS = [
    (72, None, "Val av justerare", [("decision", "OMSORGSNÄMNDENS BESLUT", "Rut Zetterlöf (fp) utses att justera protokollet.")], {}),
    (73, "OMS 198/81", "Delårsbokslut januari-juni 1981", [
        "Nettokostnaden uppgår till 31,4 mkr, vilket är 0,6 mkr lägre än budget. Avvikelsen beror på att två gruppbostäder öppnats senare än planerat.",
        ("decision", "OMSORGSNÄMNDENS BESLUT", "Delårsbokslutet godkänns."), lambda doc: send(doc, "Landstingskontoret, revisorerna")],
     {"outcome": "approved", "distribution": ["Landstingskontoret", "revisorerna"]}),
    (74, "OMS 152/81", "Färdtjänst för elever vid Ängsskolan", ["Ärendet utgår och behandlas vid nämndens sammanträde i oktober."], {"outcome": "withdrawn"}),
    (75, "OMS 177/81", "Tandvård vid vårdhemmen", [
        "Överläkare Thyselius redogör för en undersökning av tandhälsan hos 140 vårdtagare. Behovet av behandling under narkos är större än man hittills räknat med.",
        ("decision", "OMSORGSNÄMNDENS BESLUT", "Redogörelsen läggs till handlingarna.")], {"outcome": "noted"}),
    (76, "OMS 213/81", "Avveckling av avdelning 4 vid Solbacken", [
        "I omsorgsplanen förutsätts att avdelning 4 avvecklas under 1983 och ersätts av tre gruppbostäder i Storbrånet, Hede och Lillsjöbyn. Förvaltningen har den 20 augusti 1981 föreslagit att avvecklingen "
        "inleds redan den 1 juli 1982.",
        "Siv Hallgrén (s) yrkar bifall till förvaltningens förslag. Gösta Ankarsvärd (m) yrkar återremiss för fördjupad kostnadsberäkning.",
        "Ordföranden ställer proposition på yrkandena och finner Siv Hallgréns yrkande antaget. Votering begärs och verkställs genom upprop.",
        "Ja-röst för Siv Hallgréns yrkande avger Arne Wikström (s), Siv Hallgrén (s), Rut Zetterlöf (fp) och Maj Ottosson (s). Nej-röst för återremiss avger Gösta Ankarsvärd (m) och Börje Linder (c). "
        "Omsorgsnämnden har således med 4 röster mot 2 antagit förslaget.",
        ("decision", "OMSORGSNÄMNDENS BESLUT", "Avdelning 4 avvecklas med början den 1 juli 1982."),
        ("reservation", "RESERVATION", "Gösta Ankarsvärd (m) och Börje Linder (c) reserverar sig mot beslutet."),
        lambda doc: send(doc, "Solbacken, personalnämnden, byggnadsnämnden")],
     {"votes": [(4, 2, None, [("Arne Wikström", "S", "yes"), ("Siv Hallgrén", "S", "yes"), ("Rut Zetterlöf", "FP", "yes"), ("Maj Ottosson", "S", "yes"), ("Gösta Ankarsvärd", "M", "no"), ("Börje Linder", "C", "no")])],
      "proposals": [(["Siv Hallgrén"], "S", "Siv Hallgrén (s) yrkar bifall till förvaltningens förslag."),
                    (["Gösta Ankarsvärd"], "M", "Gösta Ankarsvärd (m) yrkar återremiss för fördjupad kostnadsberäkning.")],
      "reservations": [("Gösta Ankarsvärd", "M", None), ("Börje Linder", "C", None)], "distribution": ["Solbacken", "personalnämnden", "byggnadsnämnden"]}),
    (77, "OMS 201/81", "Hyreskontrakt för dagcenter i Hede", [
        "Rut Zetterlöf (fp) anmäler jäv och deltar ej i handläggningen.",
        ("decision", "OMSORGSNÄMNDENS BESLUT", "Hyreskontrakt med Fastighets AB Hedeborg godkänns att gälla till den 30 september 1986.")],
     {"outcome": "approved", "disqualified": ["Rut Zetterlöf"]}),
    (78, "OMS 219/81", "Läromedel vid särskolan", [
        "Rektor Malmlöf föreslår att 85 000 kronor överförs från lokalvård till läromedel.",
        ("decision", "OMSORGSNÄMNDENS BESLUT", "Förslaget avslås med hänvisning till budgetläget."), lambda doc: send(doc, "Rektor Malmlöf")],
     {"outcome": "rejected", "distribution": ["Rektor Malmlöf"]}),
    (79, "OMS 222/81", "Yttrande över Handikapprådets program", [
        ("decision", "OMSORGSNÄMNDENS BESLUT", "Ärendet bordläggs.")], {"outcome": "postponed"}),
    (80, None, "Meddelanden", ["Omsorgschefen informerar om höstens studiedagar och om inbrottet på förrådet.",
                               ("decision", "OMSORGSNÄMNDENS BESLUT", "Meddelandena läggs till handlingarna.")], {"outcome": "noted"}),
]


def item(doc, number, reference, title, paragraphs, more):
    doc.end_item()
    doc.space(4)
    doc.need(28)
    for n, line in enumerate(wrap(title, TEXT.bold, RIGHT - BODY)):
        doc.row(*([(LEFT, f"§ {number}", TEXT.bold)] if n == 0 else []), (BODY, line, TEXT.bold))
    if reference:
        doc.row((BODY, f"Dnr {reference}"))
    doc.space(1)
    doc.begin_item(number, f"§ {number}", title, reference, **more)
    doc.tell(paragraphs, indent=BODY - LEFT, gap=1.2, heading=TEXT, above=0.8)


def signatures(doc):
    doc.end_item()
    doc.space(6)
    doc.need(60)
    doc.row((LEFT, "Justerat 1981-09-24"))
    for n, (role, label, name) in enumerate([("secretary", "Sekreterare", "Lisbeth Fahlén"), ("chair", "Ordförande", "Arne Wikström"), ("adjuster", "Justerare", "Rut Zetterlöf")]):
        doc.row((LEFT, label), (62, "_" * 34), leading=12)
        doc.sheet.ink(scribble(66, doc.y - 0.6, 6420 + n, width=54, height=7), shade=40)
        doc.row((62, name))
        doc.sign(role, label, name)
    doc.adjustments.append(dict(adjusters=["Rut Zetterlöf"], date="1981-09-24"))
    doc.space(5)
    doc.row((LEFT, "Justeringen har tillkännagivits på landstingets"))
    doc.row((LEFT, "anslagstavla 1981-09-25"))
    doc.notices.append(dict(posted="1981-09-25"))
