"""A technical board of 2012: ruled Word table on the front page, two chairs."""

from ..document import Document
from ..help import dots, pen, twice
from ..paper import Style
from ..pen import initials
from ..scan import Scanner

SOURCE = "A technical board in 2012: Word table on the front page, two chairs with §§ because of disqualification, contents, shaded bar " \
         "with “TN § 71” and reference, vote with names, decision last. Grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.3, blur=0.5, noise=2.5, paper=250, quality=42)

TEXT = Style("carlito", 11)
SMALL = TEXT.at(9)
LEFT, DIVIDER, RIGHT = 25.0, 66.0, 188.0


def build():
    return twice(make)


def make(pages, total):
    doc = Document("tekniknamnd_2012", TEXT, LEFT, RIGHT, 38, 30, 4.9, lambda s, n: head(s, n, total), foot)
    doc.meeting = dict(municipality="Karlslövs kommun", body="Tekniska nämnden", date="2012-09-20",
                       place="Tekniska förvaltningen, Verkstadsgatan 4, Karlslöv", start_time="13:15", end_time="16:00",
                       paragraphs={"first": 70, "last": 76})
    front(doc)
    doc.new_sheet()
    doc.row((LEFT, "Ärendelista", TEXT.bold.at(13)), leading=6.5)
    doc.space(1)
    for number, title, *_ in ITEMS:
        doc.row((LEFT, f"TN § {number}"), (LEFT + 22, title), (RIGHT, str(pages.get(number, 0)), TEXT, "right"), leading=5.2)
        doc.contents.append((number, title, pages.get(number, 0)))
    doc.space(9)
    for number, title, reference, paragraphs, more in ITEMS:
        item(doc, number, title, reference, paragraphs, more)
    return doc.finish()


def head(sheet, number, total):
    sheet.row(15, (LEFT, "KARLSLÖVS KOMMUN", TEXT.bold.at(12)), (RIGHT, f"Sida {number} av {total}", SMALL, "right"))
    sheet.row(20, (LEFT, "Tekniska nämnden", TEXT), (96, "SAMMANTRÄDESPROTOKOLL", TEXT.bold))
    sheet.row(25, (96, "2012-09-20", TEXT))
    sheet.line(LEFT, 28, RIGHT, 28, 0.3)


def foot(sheet, number):
    sheet.row(279, (LEFT, "Signatur justerande:", SMALL), (118, "Utdragsbestyrkande:", SMALL))
    sheet.line(56, 280, 110, 280)
    sheet.line(148, 280, RIGHT, 280)
    for n in range(3):
        sheet.ink(initials(58 + 18 * n, 279, 210 + 10 * number + n), shade=50)


MEMBERS = [("Leif Östangård", "S", "ordförande", "chair"), ("Camilla Brusell", "M", "vice ordförande", "vice_chair"),
           ("Jonny Svahnström", "S", None, None), ("Pernilla Edvall", "S", None, None), ("Christer Malmsköld", "M", None, None),
           ("Ulrika Tornell", "C", None, None), ("Ahmad Karimi", "V", None, None), ("Bo Ljungmark", "SD", None, None)]


def front(doc):
    doc.new_sheet()
    doc.y = 32
    cell(doc, ["Plats och tid"], ["Tekniska förvaltningen, Verkstadsgatan 4, Karlslöv", "Torsdagen den 20 september 2012 kl. 13:15–16:00"])
    cell(doc, ["Beslutande", "ledamöter"], [f"{name} ({party})" + (f", {text}, ej § 73" if text == "ordförande" else f", {text}" if text else "")
                                            for name, party, text, _ in MEMBERS])
    cell(doc, ["Tjänstgörande", "ersättare"], ["Monica Sehlberg (FP) för Dan Hartzell (FP)", "Kenneth Alvemark (S) för Leif Östangård (S), § 73"])
    cell(doc, ["Övriga ersättare"], ["Lilian Ståhlbom (MP)", "Göran Frimodt (C)"])
    cell(doc, ["Övriga närvarande"], ["Magnus Frössén, teknisk chef", "Sara Wedin, gatuchef, §§ 71–72", "Therese Nyberg-Hall, nämndsekreterare",
                                      "Ulf Kjellander, Brovalv AB, § 71"])
    for name, party, text, role in MEMBERS:
        doc.attend(name, "member", party=party, role=role, role_text=text,
                   paragraphs=[[70, 72], [74, 76]] if text == "ordförande" else None)
    doc.attend("Monica Sehlberg", "serving_substitute", party="FP", replaces="Dan Hartzell")
    doc.attend("Kenneth Alvemark", "serving_substitute", party="S", replaces="Leif Östangård", paragraphs=[[73, 73]])
    doc.attend("Lilian Ståhlbom", "substitute", party="MP")
    doc.attend("Göran Frimodt", "substitute", party="C")
    doc.attend("Magnus Frössén", "official", role_text="teknisk chef")
    doc.attend("Sara Wedin", "official", role_text="gatuchef", paragraphs=[[71, 72]])
    doc.attend("Therese Nyberg-Hall", "official", role="secretary", role_text="nämndsekreterare")
    doc.attend("Ulf Kjellander", "other", organization="Brovalv AB", paragraphs=[[71, 71]])
    doc.miss("Dan Hartzell", party="FP")
    cell(doc, ["Justerare"], ["Ahmad Karimi (V)"])
    cell(doc, ["Justeringens", "plats och tid"], ["Tekniska förvaltningen, 2012-09-27"])
    doc.adjustments.append(dict(adjusters=["Ahmad Karimi"], place="Tekniska förvaltningen", date="2012-09-27"))
    top = doc.y
    doc.row((LEFT + 1.5, "Underskrifter", TEXT.bold), leading=5)
    doc.y -= 3
    for n, (role, label, name, scope, paragraphs) in enumerate([
            ("secretary", "Sekreterare", "Therese Nyberg-Hall", "§§ 70–76", [[70, 76]]),
            ("chair", "Ordförande", "Leif Östangård", "§§ 70–72, 74–76", [[70, 72], [74, 76]]),
            ("chair", "Ordförande", "Camilla Brusell", "§ 73", [[73, 73]]), ("adjuster", "Justerare", "Ahmad Karimi", "§§ 70–76", [[70, 76]])]):
        doc.row((DIVIDER + 1.5, label), (92, dots(TEXT, 56)), (155, scope), leading=9.5)
        pen(doc, 95, 2200 + n, 42, 6, shade=45)
        doc.row((92, name), leading=4.6)
        doc.sign(role, label, name, paragraphs=paragraphs)
    close(doc, top)
    doc.space(4)
    top = doc.y
    doc.row((LEFT + 1.5, "BEVIS", TEXT.bold), (DIVIDER + 1.5, "Justeringen har tillkännagivits genom anslag på kommunens anslagstavla"), leading=5)
    doc.row((LEFT + 1.5, "Anslaget sätts upp", SMALL), (DIVIDER + 1.5, "2012-09-28"), (112, "Anslaget tas ned", SMALL), (144, "2012-10-22"), leading=5)
    doc.row((LEFT + 1.5, "Förvaringsplats", SMALL), (DIVIDER + 1.5, "Tekniska förvaltningen"), leading=5)
    doc.y += 2
    doc.sheet.box(LEFT, top, RIGHT, doc.y)
    doc.notices.append(dict(posted="2012-09-28", removed="2012-10-22", kept_at="Tekniska förvaltningen"))


def cell(doc, labels, values):
    top = doc.y
    for n in range(max(len(labels), len(values))):
        doc.row(*[(LEFT + 1.5, labels[n], TEXT.bold)] if n < len(labels) else [], *[(DIVIDER + 1.5, values[n])] if n < len(values) else [],
                leading=4.6)
    close(doc, top)


def close(doc, top):
    doc.y += 1.8
    doc.sheet.box(LEFT, top, RIGHT, doc.y)
    doc.sheet.line(DIVIDER, top, DIVIDER, doc.y)


def item(doc, number, title, reference, paragraphs, more):
    doc.need(34)
    doc.sheet.box(LEFT, doc.y, RIGHT, doc.y + 6.4, 0.2, 225)
    cells = [(LEFT + 1.5, f"TN § {number}", TEXT.bold)] + ([(RIGHT - 1.5, f"Dnr {reference}", TEXT, "right")] if reference else [])
    doc.row(*cells, leading=4.6)
    doc.space(2.6)
    doc.row((LEFT, title, TEXT.bold.at(12)), leading=5.6)
    doc.space(0.6)
    doc.begin_item(number, f"TN § {number}", title, reference, **more)
    doc.tell(paragraphs, att=5, gap=0.7, above=1.3)
    doc.end_item()
    doc.space(6)


ITEMS = [
    (70, "Val av justerare", None, [("decision", "Tekniska nämndens beslut", "Ahmad Karimi (V) utses att tillsammans med ordföranden justera protokollet.")], {}),
    (71, "Ny gång- och cykelbro över Lövån", "TN 2011.0388 319", [
     ("summary", "Sammanfattning", "Den befintliga träbron vid Åparken är i så dåligt skick att den behöver stängas senast hösten 2013. Konsult¬företaget Brovalv AB har på "
      "uppdrag av förvaltningen utrett två alternativ: en ny bro i trä för 3,9 miljoner kronor och en bro i stål för 5,2 miljoner kronor.",
      "Förvaltningen förordar stålbron, eftersom den beräknas hålla i 80 år och har lägre kostnader för underhåll."),
     ("documents", "Beslutsunderlag", "Tjänsteskrivelse daterad 2012-08-30", "Utredning, Brovalv AB, 2012-06-14"),
     ("motions", "Yrkanden", "Christer Malmsköld (M) yrkar bifall till förvaltningens förslag.", "Ahmad Karimi (V) yrkar att bron ska byggas i trä."),
     ("order", "Beslutsgång", "Ordföranden ställer yrkandena mot varandra och finner att nämnden beslutar enligt Christer Malmskölds yrkande. Omröstning begärs. Den som stödjer Christer "
      "Malmskölds yrkande röstar ja. Den som stödjer Ahmad Karimis yrkande röstar nej."),
     ("vote", "Omröstning", "Ja-röster: Leif Östangård (S), Camilla Brusell (M), Jonny Svahnström (S), Christer Malmsköld (M), Ulrika Tornell (C) och Monica Sehlberg (FP).",
      "Nej-röster: Pernilla Edvall (S), Ahmad Karimi (V) och Bo Ljungmark (SD).", "Tekniska nämnden beslutar därmed med 6 ja-röster mot 3 nej-röster enligt Christer Malmskölds yrkande."),
     ("decision", "Tekniska nämndens beslut", "Tekniska nämnden beslutar", "att en ny gång- och cykelbro i stål ska byggas över Lövån samt",
      "att hos kommunstyrelsen begära 5,2 miljoner kronor ur 2013 års investeringsbudget."),
     ("reservation", "Reservation", "Ahmad Karimi (V) och Pernilla Edvall (S) reserverar sig mot beslutet."),
     ("distribution", "Beslutet skickas till", "Kommunstyrelsen, gatuavdelningen")],
     {"outcome": "approved", "proposals": [(["Christer Malmsköld"], "M", "Christer Malmsköld (M) yrkar bifall till förvaltningens förslag."),
        (["Ahmad Karimi"], "V", "Ahmad Karimi (V) yrkar att bron ska byggas i trä.")],
      "votes": [(6, 3, None, [("Leif Östangård", "S", "yes"), ("Camilla Brusell", "M", "yes"), ("Jonny Svahnström", "S", "yes"), ("Christer Malmsköld", "M", "yes"),
        ("Ulrika Tornell", "C", "yes"), ("Monica Sehlberg", "FP", "yes"), ("Pernilla Edvall", "S", "no"), ("Ahmad Karimi", "V", "no"), ("Bo Ljungmark", "SD", "no")])],
      "reservations": [("Ahmad Karimi", "V", None), ("Pernilla Edvall", "S", None)], "distribution": ["Kommunstyrelsen", "gatuavdelningen"]}),
    (72, "Medborgarförslag om farthinder på Skolgatan", "TN 2012.0147 512", [
     ("summary", "Sammanfattning", "I ett medborgar¬förslag föreslås att farthinder anläggs på Skolgatan utanför Almnäs¬skolan. Vid mätning i maj var medel¬hastigheten 34 kilometer i timmen. "
      "Gatuavdelningen föreslår att ett upphöjt övergångs¬ställe byggs."),
     ("documents", "Beslutsunderlag", "Tjänsteskrivelse daterad 2012-08-27"),
     ("decision", "Tekniska nämndens beslut", "Tekniska nämnden beslutar att bifalla medborgarförslaget på så sätt att ett upphöjt övergångsställe byggs under 2013."),
     ("distribution", "Beslutet skickas till", "Förslagsställaren, gatuavdelningen")], {"outcome": "approved", "distribution": ["Förslagsställaren", "gatuavdelningen"]}),
    (73, "Arrende av mark för båtupplag", "TN 2012.0201 261", [
     ("summary", "Sammanfattning", "Karlslövs båtsällskap ansöker om att få arrendera ytterligare 1 500 kvadratmeter för vinter¬förvaring av båtar vid Norra hamnen. Sökanden godtar en årlig avgift av 4 kronor per kvadratmeter."),
     ("disqualification", "Jäv", "Leif Östangård (S) anmäler jäv och deltar inte i handläggningen av ärendet. Camilla Brusell (M) leder sammanträdet."),
     ("decision", "Tekniska nämndens beslut", "Tekniska nämnden beslutar att teckna arrendeavtal med Karlslövs båtsällskap på fem år."),
     ("distribution", "Beslutet skickas till", "Karlslövs båtsällskap, fastighetsavdelningen")],
     {"outcome": "approved", "disqualified": ["Leif Östangård"], "distribution": ["Karlslövs båtsällskap", "fastighetsavdelningen"]}),
    (74, "Renhållningstaxa 2013", "TN 2012.0233 450", [
     ("summary", "Sammanfattning", "Med anledning av den nya upphandlingen av sophämtning behöver taxan ses över. Underlaget från entreprenören kom in först den 18 september."),
     ("decision", "Tekniska nämndens beslut", "Tekniska nämnden beslutar att bordlägga ärendet till sammanträdet den 25 oktober 2012.")], {"outcome": "postponed"}),
    (75, "Redovisning av delegationsbeslut", None, [
     ("decision", "Tekniska nämndens beslut", "Tekniska nämnden godkänner redovisningen av delegationsbeslut för perioden 1 juni–31 augusti 2012.")], {"outcome": "noted"}),
    (76, "Information från förvaltningen", None, [
     ("summary", "Sammanfattning", "Teknisk chef Magnus Frössén informerar om upphandlingen av vinter¬väghållning och om rekryteringen av en ny driftledare vid vattenverket."),
     ("decision", "Tekniska nämndens beslut", "Tekniska nämnden noterar informationen till protokollet.")], {"outcome": "noted"}),
]
