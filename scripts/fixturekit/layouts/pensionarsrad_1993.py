"""A municipal pensioners' council in 1993, word processor: those present under the name of each organisation in two columns, “Pkt 3” in the margin beside a bold title, statements and a few decisions, signatures left and right."""

from ..document import Document
from ..paper import Style
from ..pen import scribble
from ..scan import Scanner

SOURCE = "A municipal pensioners' council in 1993, word processor: a line with the number of the meeting, those present under the underlined name of each organisation in two columns, who was prevented, “Pkt 3” in the margin beside a bold title, " \
         "minutes that mostly tell, a few decisions in sentences, a list of costs, a vote by hands, the next meeting, signatures left and right. Scanned in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=-0.2, blur=0.5, noise=2.5, paper=250, quality=40)

TEXT = Style("palatino", 11)
LEFT, RIGHT, BODY, SECOND = 27.0, 185.0, 45.0, 110.0

GROUPS = [[("PRO Storvreta", ["Algot Berglind, vice ordförande", "Kerstin Wikmark", "Inga Löfdahl"]), ("SPF Ekgården", ["Tore Fagerstig", "Aina Skoog-Wester"]), ("SKPF", ["Göte Mattisson"])],
          [("Socialnämnden", ["Birgitta Rehnberg (s), ordförande", "Lennart Hyltefors (m)"]), ("Kommunen", ["Hemtjänstchef Ann-Louise Trygg", "Gatuingenjör Erling Boman, pkt 4", "Sekreterare Monica Sandin"]), ("Vårdcentralen", ["Sjukgymnast Ritva Mäkinen, pkt 5"])]]


def build():
    doc = Document("pensionarsrad_1993", TEXT, LEFT, RIGHT, 30, 28, 5.3, head)
    doc.meeting = dict(municipality="Rosunda kommun", body="Kommunala Pensionärsrådet", meeting_number="2/93", date="1993-05-18", place="Dagcentralen Ekgården", start_time="13:30", end_time="15:45")
    doc.new_sheet()
    doc.row((LEFT, "ROSUNDA KOMMUN", TEXT.bold))
    doc.row((LEFT, "Kommunala Pensionärsrådet", TEXT.bold))
    doc.space(3)
    doc.row((LEFT, "Protokoll nr 2/93", TEXT.bold.at(14)), leading=7)
    doc.row((LEFT, "Tisdagen den 18 maj 1993 kl 13.30 – 15.45, Dagcentralen Ekgården"))
    doc.space(4)
    doc.row((LEFT, "Närvarande", TEXT.bold))
    top, lowest = doc.y, 0
    for x, groups in zip((LEFT, SECOND), GROUPS):
        doc.y = top
        for label, people in groups:
            doc.space(0.8)
            doc.row((x, label, TEXT.italic))
            doc.sheet.line(x, doc.y + 0.9, x + TEXT.italic.width(label), doc.y + 0.9, 0.2)
            for line in people:
                doc.row((x, line))
            doc.space(0.8)
        lowest = max(lowest, doc.y)
    doc.y = lowest
    for name, org, more in [("Algot Berglind", "PRO Storvreta", dict(role="vice_chair", role_text="vice ordförande")), ("Kerstin Wikmark", "PRO Storvreta", {}), ("Inga Löfdahl", "PRO Storvreta", {}), ("Tore Fagerstig", "SPF Ekgården", {}),
                            ("Aina Skoog-Wester", "SPF Ekgården", {}), ("Göte Mattisson", "SKPF", {}), ("Birgitta Rehnberg", "Socialnämnden", dict(party="S", role="chair", role_text="ordförande")), ("Lennart Hyltefors", "Socialnämnden", dict(party="M")),
                            ("Ann-Louise Trygg", "Kommunen", dict(role_text="Hemtjänstchef")), ("Erling Boman", "Kommunen", dict(role_text="Gatuingenjör", paragraphs=[[4, 4]])), ("Monica Sandin", "Kommunen", dict(role="secretary", role_text="Sekreterare")),
                            ("Ritva Mäkinen", "Vårdcentralen", dict(role_text="Sjukgymnast", paragraphs=[[5, 5]]))]:
        doc.attend(name, "present", organization=org, **more)
    doc.space(2)
    doc.row((LEFT, "Förhindrade", TEXT.bold))
    doc.row((LEFT, "Sture Alnebratt, SPF Ekgården, och Ella Pettersson-Quist, SKPF"))
    doc.miss("Sture Alnebratt")
    doc.miss("Ella Pettersson-Quist")
    doc.space(2)
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(18, (LEFT, "Kommunala Pensionärsrådet 1993-05-18", TEXT.at(9)), (RIGHT, f"Sid {number}", TEXT.at(9), "right"))


def trips(doc):
    doc.space(0.6)
    for what, price in [("Dagsutflykt till Väddö", "165 kr"), ("Teaterresa, Parkteatern", "90 kr"), ("Båttur på Mälaren", "210 kr")]:
        doc.table_row((BODY + 4, what), (146, price, TEXT, "right"))
    doc.space(0.8)


ITEMS = [
    (1, "Öppnande och val av justerare", [
        "Ordföranden hälsar alla välkomna till rådets andra möte för året.",
        ("decision", None, "Rådet utser Aina Skoog-Wester att justera protokollet tillsammans med ordföranden.")], {}),
    (2, "Föregående mötes protokoll", ["Inga Löfdahl efterlyser svar på frågan om belysning vid bastun. Hemtjänstchefen har talat med fritidskontoret och återkommer.",
                                     ("decision", None, "Protokollet läggs därefter till handlingarna.")], {"outcome": "noted"}),
    (3, "Ändrade avgifter för hemhjälp", [
        "Ann-Louise Trygg informerar om socialnämndens förslag till ny taxa. Den som har två timmars hjälp i veckan får betala 310 kronor i månaden mot 265 kronor i dag. Tore Fagerstig anser att höjningen slår hårt mot ensamstående. "
        "Algot Berglind vill att taxan räknas om varje år i stället för vart tredje.",
        ("decision", None, "Rådet beslutar att lämna ett skriftligt yttrande till socialnämnden före den 10 juni.")], {}),
    (4, "Trottoarer och gångbanor i centrum", [
        "Erling Boman visar på karta vilka gångbanor som ska läggas om i sommar. Kantstenarna fasas av vid 14 övergångsställen. Kerstin Wikmark påpekar att bänkarna vid Torggatan saknar armstöd.",
        "Göte Mattisson föreslår att rådet begär ett övergångsställe vid apoteket. Lennart Hyltefors (m) föreslår att frågan får vila tills trafikplanen är klar.",
        "Vid handuppräckning får Göte Mattissons förslag 6 röster och Lennart Hyltefors förslag 2 röster.",
        ("decision", None, "Rådet beslutar att begära ett övergångsställe vid apoteket.")],
     {"votes": [(6, 2, None, [])],
      "proposals": [(["Göte Mattisson"], None, "Göte Mattisson föreslår att rådet begär ett övergångsställe vid apoteket."),
                    (["Lennart Hyltefors"], "M", "Lennart Hyltefors (m) föreslår att frågan får vila tills trafikplanen är klar.")]}),
    (5, "Att förebygga fallskador", ["Ritva Mäkinen berättar om den kurs i balansträning som vårdcentralen ordnade under våren. Elva personer deltog, och nästa kurs börjar den 7 september. Hon delar ut en broschyr."], {}),
    (6, "Sommarens resor", ["Följande resor anordnas gemensamt av föreningarna:", trips, "Anmälan görs till Dagcentralen senast den 4 juni."], {}),
    (7, "Bidrag till pensionärsföreningarna", [
        "Socialnämnden har 48 000 kronor att fördela för 1993.",
        ("decision", None, "Rådet godkänner förslaget till fördelning enligt bilaga 1.")], {"outcome": "approved", "attachments": ["bilaga 1"]}),
    (8, "Övriga frågor", ["Aina Skoog-Wester frågar om färdtjänsten gäller till kyrkogården i Vassunda. Ann-Louise Trygg svarar ja."], {}),
    (9, "Nästa möte", ["Rådet sammanträder nästa gång tisdagen den 14 september kl 13.30. Ordföranden önskar en skön sommar och avslutar mötet."], {}),
]


def item(doc, number, title, paragraphs, more):
    doc.end_item()
    doc.space(3.4)
    doc.need(22)
    doc.row((LEFT, f"Pkt {number}"), (BODY, title, TEXT.bold))
    doc.begin_item(number, f"Pkt {number}", title, **more)
    doc.space(0.4)
    doc.tell(paragraphs, indent=BODY - LEFT, gap=0.7)


def signatures(doc):
    doc.end_item()
    doc.space(7)
    doc.need(60)
    doc.row((LEFT, "Vid protokollet", TEXT.italic))
    doc.sheet.line(LEFT, doc.y + 12, LEFT + 62, doc.y + 12, 0.25)
    doc.sheet.ink(scribble(LEFT + 4, doc.y + 11, 8600, width=46, height=6), shade=40)
    doc.row((LEFT, "Monica Sandin"), leading=17)
    doc.sign("secretary", "Vid protokollet", "Monica Sandin")
    doc.space(5)
    doc.row((LEFT, "Justeras 1993-05-27", TEXT.italic))
    for n, x in enumerate((LEFT, SECOND)):
        doc.sheet.line(x, doc.y + 12, x + 62, doc.y + 12, 0.25)
        doc.sheet.ink(scribble(x + 4, doc.y + 11, 8601 + n, width=46, height=6), shade=40)
    doc.row((LEFT, "Birgitta Rehnberg"), (SECOND, "Aina Skoog-Wester"), leading=17)
    doc.sign("chair", "Justeras", "Birgitta Rehnberg")
    doc.sign("adjuster", "Justeras", "Aina Skoog-Wester")
    doc.adjustments.append(dict(adjusters=["Aina Skoog-Wester"], date="1993-05-27"))
