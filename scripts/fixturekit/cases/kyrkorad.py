"""A parish council of 2011: numbers before the § sign, nominating groups, decisions under a heading of their own."""

from ..document import Document
from ..paper import Style
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A parish council in 2011: “12 §” before the title, nominating groups after the names, those present in two columns, " \
         "signatures side by side on the last page. Scanned in grey at 200 dpi."
SCANNER = Scanner(dpi=200, skew=0.35, blur=0.5, noise=2.0, paper=243, quality=34)

TEXT = Style("libertine", 12)
LEFT, RIGHT, MIDDLE = 30.0, 184.0, 112.0


def build():
    doc = Document("kyrkorad", TEXT, LEFT, RIGHT, 32, 26, 5.3, head, foot)
    doc.meeting = dict(municipality="Ängelsbo församling", body="Kyrkorådet", date="2011-10-20",
                       place="Ängelsbo församlingshem", start_time="18:30", end_time="20:40",
                       paragraphs={"first": 61, "last": 68})
    front(doc)
    for number, title, paragraphs, decisions, more in ITEMS:
        item(doc, number, title, paragraphs, decisions, more)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    sheet.row(20, (LEFT, "Ängelsbo församling", TEXT.italic), (RIGHT, str(number), TEXT, "right"))
    sheet.line(LEFT, 22.5, RIGHT, 22.5, 0.2)


def foot(sheet, number):
    sheet.row(282, (LEFT, "Justeras:", TEXT.at(9)))
    for n in range(2):
        sheet.ink(initials(50 + 24 * n, 282, 300 + 10 * number + n), shade=70)


def front(doc):
    doc.new_sheet()
    doc.row((105, "PROTOKOLL", TEXT.bold.at(18), "center"), leading=9)
    doc.row((105, "Kyrkorådet", TEXT.at(14), "center"), leading=7)
    doc.space(5)
    for label, value in [("Dag och tid", "Torsdagen den 20 oktober 2011 kl. 18.30–20.40"), ("Plats", "Ängelsbo församlingshem"),
                         ("Paragrafer", "61–68")]:
        doc.row((LEFT, label, TEXT.bold), (64, value))
    doc.space(4)
    doc.row((LEFT, "Beslutande", TEXT.bold), (MIDDLE, "Övriga", TEXT.bold), leading=6.4)
    members = [("Ragnhild Stenmark (POSK), ordförande", "Ragnhild Stenmark", "POSK", "chair", "ordförande"),
               ("Ulla-Britt Fagerlund (S), vice ordförande", "Ulla-Britt Fagerlund", "S", "vice_chair", "vice ordförande"),
               ("Joel Brandin (C)", "Joel Brandin", "C", None, None), ("Erik Tuvesson (POSK)", "Erik Tuvesson", "POSK", None, None),
               ("Cecilia Munther (ÖKA)", "Cecilia Munther", "ÖKA", None, None),
               ("Lennart Hagelin (S), ersättare för", "Lennart Hagelin", "S", None, None)]
    others = [("Tobias Ljungdahl, kyrkoherde", "Tobias Ljungdahl", None, "kyrkoherde"),
              ("Monika Persdotter, kamrer, 63 §", "Monika Persdotter", None, "kamrer"),
              ("Ann-Marie Roslund, sekreterare", "Ann-Marie Roslund", "secretary", "sekreterare")]
    left = [printed for printed, *_ in members] + ["   Bengt Ivarsson (S)"]
    right = [printed for printed, *_ in others] + ["", "Ersättare", "Barbro Nylander (C)", ""]
    column(doc, left, right)
    for printed, name, party, role, text in members[:-1]:
        doc.attend(name, "member", party=party, role=role, role_text=text)
    doc.attend("Lennart Hagelin", "serving_substitute", party="S", replaces="Bengt Ivarsson")
    for printed, name, role, text in others:
        doc.attend(name, "official", role=role, role_text=text, paragraphs=[[63, 63]] if "63 §" in printed else None)
    doc.attend("Barbro Nylander", "substitute", party="C")
    doc.miss("Bengt Ivarsson", party="S")
    doc.space(4)
    doc.row((LEFT, "Utses att justera", TEXT.bold), (72, "Cecilia Munther (ÖKA)"))
    doc.row((LEFT, "Justeringens tid och plats", TEXT.bold), (84, "Pastorsexpeditionen den 27 oktober 2011 kl. 15.00"))
    doc.adjustments.append(dict(adjusters=["Cecilia Munther"], place="Pastorsexpeditionen", date="2011-10-27", time="15:00"))
    doc.space(6)


def column(doc, left, right):
    """Two columns of names, read one after the other."""
    top = doc.y
    for x, lines in ((LEFT, left), (MIDDLE, right)):
        y = top
        for line in lines:
            y += doc.leading
            if line:
                weight = TEXT.bold if line == "Ersättare" else TEXT
                doc.sheet.row(y, (x + (3 if line.startswith(" ") else 0), line.strip(), weight))
    doc.y = top + doc.leading * max(len(left), len(right))


ITEMS = [
    (61, "Inledning", ["Kyrkoherde Tobias Ljungdahl inleder med en kort betraktelse. Ordföranden hälsar välkommen."], [], {}),
    (62, "Val av justerare", [], ["att utse Cecilia Munther att jämte ordföranden justera dagens protokoll."], {}),
    (63, "Budget för år 2012", ["Kamreren Monika Persdotter redovisar förslaget till budget. Kyrko¬avgiften är oförändrad. "
     "Intäkterna beräknas till 14,2 miljoner kronor och kostnaderna till 14,0 miljoner kronor. De största posterna är "
     "personal, uppvärmning och underhåll av kyrkan.", "Joel Brandin (C) frågar om pannan i församlings¬hemmet klarar en vinter "
     "till. Kamreren svarar att medel för ett byte till bergvärme finns upptagna år 2013."],
     ["att föreslå kyrkofullmäktige att fastställa budgeten för år 2012 samt", "att föreslå kyrkofullmäktige en oförändrad "
      "kyrkoavgift om 1,14 kronor per skattekrona."], {}),
    (64, "Ansökan om att få låna kyrkan till julkonsert", ["Ängelsbo manskör önskar hålla konsert i kyrkan lördagen den "
     "10 december klockan 18. Inträdet om 120 kronor går till Världens barn."],
     ["att upplåta kyrkan utan kostnad."], {"outcome": "approved"}),
    (65, "Reparation av orgeln", ["Orgelbyggaren har lämnat anbud på rengöring och stämning av orgeln för 86 500 kronor. Arbetet "
     "kan utföras under fastan. Organisten föreslår att även fläkten byts ut när orgeln ändå är nedmonterad."],
     ["att anta anbudet samt", "att begära in pris på en ny fläkt."], {"outcome": "approved"}),
    (66, "Gallring av björkar på norra kyrkogården", ["Fyra av björkarna längs muren är angripna av röta. "
     "Kyrkogårdsvaktmästaren anser att de utgör en fara vid hård vind. Länsstyrelsens tillstånd krävs enligt kulturminneslagen."],
     ["att ansöka om tillstånd att fälla fyra björkar och att plantera lika många oxlar."], {}),
    (67, "Rapporter", ["Diakonen har haft 31 hembesök sedan midsommar. Öppet hus på onsdagar lockar allt fler barnfamiljer."],
     ["att lägga rapporterna till handlingarna."], {"outcome": "noted"}),
    (68, "Avslutning", ["Nästa sammanträde hålls torsdagen den 24 november 2011. Ordföranden avslutar mötet, varefter psalm 252 "
     "sjungs."], [], {}),
]


def item(doc, number, title, paragraphs, decisions, more):
    doc.end_item()
    doc.need(26)
    doc.row((LEFT, f"{number} §", TEXT.bold), leading=6.4)
    doc.row((LEFT, title, TEXT.bold))
    doc.space(0.8)
    doc.begin_item(number, f"{number} §", title, **more)
    for text in paragraphs:
        doc.para(text, gap=1.2)
    if decisions:
        doc.heading("Kyrkorådet beslutar", "decision", style=TEXT.italic, above=0.6)
        for text in decisions:
            doc.para(text, indent=6, hang=12)
    doc.space(3)


def signatures(doc):
    doc.end_item()
    doc.space(6)
    doc.need(30)
    people = [("secretary", "Sekreterare", "Ann-Marie Roslund"), ("chair", "Ordförande", "Ragnhild Stenmark"),
              ("adjuster", "Justerare", "Cecilia Munther")]
    xs = (LEFT, 84, 138)
    doc.row(*[(x, label) for x, (_, label, _) in zip(xs, people)])
    doc.space(12)
    for n, (x, (role, label, name)) in enumerate(zip(xs, people)):
        doc.sheet.line(x, doc.y, x + 46, doc.y, 0.25)
        doc.sheet.ink(scribble(x + 2, doc.y - 1, 321 + n, width=36), shade=45)
        doc.sign(role, label, name)
    doc.row(*[(x, name) for x, (_, _, name) in zip(xs, people)])
