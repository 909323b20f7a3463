"""A parish council in 1992: the attendance told in running lists, decisions as sentences."""

from ..document import Document
from ..help import Motion, Reserve, gather, pen, underline
from ..paper import Style
from ..scan import Scanner

SOURCE = "A parish council (kyrkoråd) in 1992: letterhead in the middle, the attendance in running lists without parties, " \
         "number and title on one line, decisions as sentences, signatures and notice at the end. Scanned in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.5, blur=0.6, noise=5.0, paper=243, bleed=0.03)

TEXT = Style("bookman", 10.5)
LEFT, RIGHT, LIST = 28.0, 184.0, 58.0

MEMBERS = [("Kerstin Söderberg", "ordförande", "chair"), ("Ove Lagergren", "vice ordförande", "vice_chair"),
           ("Per Ullman", "kyrkoherde", None), ("Anita Vikström", None, None), ("Göte Ekman", None, None),
           ("Inga-Lill Rosander", None, None), ("Torgny Wallgren", None, None)]


def build():
    doc = Document("kyrkorad_1992", TEXT, LEFT, RIGHT, 32, 38, 5.0, head)
    doc.meeting = dict(municipality="Moberga församling", body="Kyrkorådet", date="1992-04-07",
                       place="Moberga församlingshem, lilla salen", start_time="19:00", end_time="21:25")
    front(doc)
    for number, title, entries, more in ITEMS:
        doc.end_item()
        doc.need(26)
        doc.space(4)
        doc.row((LEFT, f"§ {number}", TEXT.bold), (LEFT + 16, title, TEXT.bold), leading=5.4)
        doc.space(0.8)
        doc.begin_item(number, f"§ {number}", title, **gather(entries), **more)
        doc.tell(entries, indent=16, att=6, gap=1.3)
    doc.end_item()
    end(doc)
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(20, (LEFT, "Moberga kyrkoråd 1992-04-07", TEXT.italic.at(9.5)), (RIGHT, str(number), TEXT.at(9.5), "right"))
        sheet.line(LEFT, 22.5, RIGHT, 22.5, 0.2)


def listed(doc, label, text):
    doc.para(text, indent=LIST - LEFT, hang=LIST - LEFT, beside=(LEFT, label, TEXT.bold), note=False, gap=1.4)


def front(doc):
    doc.new_sheet()
    doc.y = 20
    doc.row((106, "MOBERGA FÖRSAMLING", TEXT.bold.at(15), "center"), leading=7)
    doc.row((106, "Kyrkorådet", TEXT.at(12), "center"), leading=6)
    doc.space(6)
    doc.row((LEFT, "PROTOKOLL", TEXT.bold.at(13)), leading=6)
    doc.space(2.5)
    listed(doc, "Dag", "Tisdagen den 7 april 1992")
    listed(doc, "Tid", "Kl 19.00-21.25")
    listed(doc, "Plats", "Moberga församlingshem, lilla salen")
    names = [name + (f", {text}" if text else "") for name, text, _ in MEMBERS]
    listed(doc, "Ledamöter", ", ".join(names[:-1]) + " och " + names[-1])
    listed(doc, "Ersättare", "Rune Hermelin (tjänstgörande för Bo Zetterlund), Eivor Sundvall och Karl-Gustav Malm")
    listed(doc, "Övriga", "Solveig Ekstrand, sekreterare, Tore Fagerberg, kyrkogårdsföreståndare (§§ 26-27)")
    listed(doc, "Förhinder", "Bo Zetterlund")
    for name, text, role in MEMBERS:
        doc.attend(name, "member", role=role, role_text=text)
    doc.attend("Rune Hermelin", "serving_substitute", replaces="Bo Zetterlund")
    doc.attend("Eivor Sundvall", "substitute")
    doc.attend("Karl-Gustav Malm", "substitute")
    doc.attend("Solveig Ekstrand", "official", role="secretary", role_text="sekreterare")
    doc.attend("Tore Fagerberg", "official", role_text="kyrkogårdsföreståndare", paragraphs=[[26, 27]])
    doc.miss("Bo Zetterlund")


D = "Kyrkorådet beslöt "
ITEMS = [
    (24, "Öppnande och val av justerare", [
        "Ordföranden hälsade välkommen och läste en betraktelse över dagens text.",
        ("decision", None, D + "att utse Göte Ekman att tillsammans med ordföranden justera protokollet.")], {}),
    (25, "Föregående protokoll", [
        "Protokollet från sammanträdet den 3 mars 1992 gicks igenom. Orgelfirman har meddelat att stämningen av kyrkans orgel "
        "kan ske först i augusti.",
        ("decision", None, D + "att lägga protokollet till handlingarna.")], {}),
    (26, "Omläggning av kyrkogårdens västra gång", [
        "Kyrkogårds¬föreståndaren redogjorde för förslaget att lägga om gången från stigluckan till bårhuset. Gruset spolas "
        "bort vid kraftiga regn och gången är svår att använda för rullstols¬burna. Två företag har lämnat anbud på att lägga "
        "gatsten i kanterna och stenmjöl däremellan.",
        Motion("Anita Vikström yrkade att gången i stället beläggs med kalkstens¬hällar hela vägen.", ["Anita Vikström"]),
        Motion("Ove Lagergren yrkade att kyrkorådet antar det lägsta anbudet.", ["Ove Lagergren"]),
        "Ordföranden ställde yrkandena mot varandra och fann att kyrkorådet bifallit Ove Lagergrens yrkande.",
        ("decision", None, D + "att anta anbudet från Jansbo Mark & Trädgård om 87 500 kronor."),
        ("reservation", None, Reserve("Mot beslutet reserverade sig Anita Vikström.", [("Anita Vikström", None)]))], {}),
    (27, "Taxa för gravskötsel", [
        "Avgiften för gravskötsel har varit oförändrad sedan 1988. Lönekostnaderna har under samma tid stigit med omkring 30 "
        "procent. En höjning från 380 till 460 kronor per år för plantering och skötsel av en grav skulle täcka "
        "kostnaderna.",
        ("decision", None, D + "att föreslå kyrko¬fullmäktige att fastställa taxan att gälla från den 1 januari 1993.")], {}),
    (28, "Uthyrning av Norrgårdens arrendemark", [
        "Arrendet av åkermarken vid Norrgården, 11,4 hektar, upphör vid årsskiftet. Arrendatorn Torgny Wallgren har ansökt om "
        "förlängning på fem år.",
        "Torgny Wallgren anmälde jäv och lämnade rummet under behandlingen av ärendet.",
        ("decision", None, "Kyrkorådet beslöt", "att förlänga arrendet till den 14 mars 1998 samt",
         "att arrende¬avgiften bestäms till 850 kronor per hektar och år.")], {"disqualified": ["Torgny Wallgren"]}),
    (29, "Barn- och ungdomsarbetet", [
        "Kyrkoherden rapporterade att 26 barn deltar i kyrkans barn¬timmar och att ungdomskören har fått sju nya medlemmar. "
        "Fritids¬ledaren Malin Hvass avslutar sin anställning den 31 augusti.",
        "Rådet samtalade om möjligheten att dela tjänsten med Norra Vedby församling.",
        ("decision", None, D + "att uppdra åt kyrkoherden och Inga-Lill Rosander att ta kontakt med grann¬församlingen.")],
     {}),
    (30, "Kollekter under tredje kvartalet", [
        "Förelåg förslag till kollekter för tiden juli-september. Två söndagar står till kyrkorådets fria förfogande.",
        ("decision", None, D + "att kollekten den 12 juli tillfaller Stads¬missionen och kollekten den 6 september "
         "hjälpen till Baltikum.")], {}),
    (31, "Firman P. A. Lunds fond", [
        "Ur fonden har under året delats ut 4 200 kronor till behövande inom församlingen. Behållningen var vid årsskiftet "
        "61 340 kronor.",
        ("decision", None, D + "att godkänna redovisningen.")], {}),
    (32, "Avslutning", [
        "Nästa sammanträde hålls tisdagen den 12 maj kl 19.00. Kyrkoherden ledde kvälls¬bönen, varefter ordföranden avslutade "
        "sammanträdet."], {}),
]


def end(doc):
    doc.need(78)
    doc.space(9)
    doc.row((LEFT, "Vid protokollet"), (112, "Justeras den 15 april 1992"))
    for (left, right), seeds in [(("Solveig Ekstrand", "Kerstin Söderberg"), (9201, 9202)), ((None, "Göte Ekman"), (None, 9203))]:
        doc.space(13)
        for x, name, seed in [(LEFT, left, seeds[0]), (112, right, seeds[1])]:
            if name:
                doc.sheet.line(x, doc.y, x + 62, doc.y, 0.25)
                pen(doc, x + 4, seed, width=44, height=5.5)
        cells = [(x, name) for x, name in ((LEFT, left), (112, right)) if name]
        doc.row(*cells, leading=4.8)
        if left:
            doc.row((LEFT, "sekreterare"), (112, "ordförande"), leading=4.6)
    doc.row((112, "justerare"), leading=4.6)
    doc.sign("secretary", "sekreterare", "Solveig Ekstrand")
    doc.sign("chair", "ordförande", "Kerstin Söderberg")
    doc.sign("adjuster", "justerare", "Göte Ekman")
    doc.adjustments.append(dict(adjusters=["Göte Ekman"], date="1992-04-15"))
    doc.space(8)
    doc.para("Justeringen av protokollet har tillkännagivits på pastors¬expeditionens anslags¬tavla den 16 april 1992.", note=False)
    doc.notices.append(dict(posted="1992-04-16"))
