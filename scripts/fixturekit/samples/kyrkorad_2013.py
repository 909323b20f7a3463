"""A parish council of 2013: numbers with the year, decisions after a label in the margin, prose about the adjustment."""

from ..document import Document
from ..help import pen
from ..paper import Style
from ..pen import initials
from ..scan import Scanner

SOURCE = "A parish council in 2013: letterhead, those present in a form with hairlines, “§ 58/2013” over the title, “Beslut” in the margin " \
         "beside the text, signature lines with the names and tasks under them. Scanned in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=-0.5, blur=0.6, noise=5.0, paper=242, bleed=0.02, quality=55)

T = Style("libertine", 12)
B = Style("baskerville", 12, "bold")
LEFT, RIGHT, BODY = 27.0, 184.0, 55.0


def build():
    doc = Document("kyrkorad_2013", T, LEFT, RIGHT, 34, 30, 5.5, head, foot)
    doc.meeting = dict(municipality="Hällbo församling", body="Kyrkorådet", date="2013-10-02", place="Församlingshemmet, Hällbo", start_time="18:30",
                       end_time="20:50", paragraphs={"first": 58, "last": 66})
    front(doc)
    for entry in ITEMS:
        item(doc, *entry)
    doc.end_item()
    end(doc)
    return doc.finish()


def head(sheet, number):
    sheet.ink([[(30, 12), (30, 24)], [(26.5, 16), (33.5, 16)]], width=0.9, shade=70)
    sheet.row(17, (38, "SVENSKA KYRKAN", B.at(10)), (RIGHT, f"Sida {number}/3", T.at(10.5), "right"))
    sheet.row(22, (38, "Hällbo församling", T.at(11.5)))


def foot(sheet, number):
    sheet.row(283, (105, "Ordf. ________  Just. ________  Sekr. ________", T.at(10), "center"))
    for n in range(3):
        sheet.ink(initials(81 + 23 * n, 282.5, 1500 + 10 * number + n), width=0.35, shade=50)


MEMBERS = [("Ingemar Fredholm", "S", "ordförande", "chair"), ("Kerstin Aldén", "POSK", "vice ordförande", "vice_chair"), ("Bo Hansing", "S", None, None),
           ("Gudrun Ekstrandh", "C", None, None), ("Elof Samsing", "C", None, None), ("Marianne Tideman", "POSK", None, None), ("Robert Liedholm", "BA", None, None)]


def field(doc, label, *values):
    for n, value in enumerate(values):
        doc.row(*[(LEFT, label, B.at(10.5))] * (n == 0), (72, value))
    doc.space(2.2)


def front(doc):
    doc.new_sheet()
    doc.row((LEFT, "Protokoll", B.at(20)), leading=8)
    doc.row((LEFT, "Kyrkorådets sammanträde den 2 oktober 2013", T.at(14)), leading=7)
    doc.space(4)
    field(doc, "Tid", "Kl. 18.30–20.50")
    field(doc, "Plats", "Församlingshemmet, Hällbo")
    field(doc, "Ledamöter", *[f"{n} ({p})" + (f", {t}" if t else "") for n, p, t, _ in MEMBERS], "Sven Ridderstad, kyrkoherde")
    field(doc, "Tjänstgörande ersättare", "Anna-Karin Hultgård (S), tjg för Leif Borneskog (S)")
    field(doc, "Övriga ersättare", "Birgitta Callin (POSK)")
    field(doc, "Anmält förhinder", "Leif Borneskog (S)", "Ola Tranberg (C), ersättare")
    field(doc, "Övriga", "Margareta Löfqvist, kamrer", "Per Hasselrot, kyrkogårdschef, § 62", "Eva Silfverling, sekreterare")
    field(doc, "Att justera", "Gudrun Ekstrandh (C)")
    field(doc, "Justering", "Pastorsexpeditionen, onsdagen den 9 oktober 2013 kl. 11.00")
    field(doc, "Paragrafer", "58–66")
    for name, party, text, role in MEMBERS:
        doc.attend(name, "member", party=party, role=role, role_text=text)
    doc.attend("Sven Ridderstad", "member", role_text="kyrkoherde")
    doc.attend("Anna-Karin Hultgård", "serving_substitute", party="S", replaces="Leif Borneskog")
    doc.attend("Birgitta Callin", "substitute", party="POSK")
    doc.attend("Margareta Löfqvist", "official", role_text="kamrer")
    doc.attend("Per Hasselrot", "official", role_text="kyrkogårdschef", paragraphs=[[62, 62]])
    doc.attend("Eva Silfverling", "official", role="secretary", role_text="sekreterare")
    doc.miss("Leif Borneskog", party="S")
    doc.miss("Ola Tranberg", party="C", role_text="ersättare")
    doc.adjustments.append(dict(adjusters=["Gudrun Ekstrandh"], place="Pastorsexpeditionen", date="2013-10-09", time="11:00"))
    doc.new_sheet()


def item(doc, number, title, paragraphs, more):
    doc.end_item()
    doc.need(30)
    doc.row((LEFT, f"§ {number}/2013", B), (BODY, title, B), leading=6)
    doc.space(1.4)
    doc.begin_item(number, f"§ {number}/2013", title, None, year=2013, **more)
    for entry in paragraphs:
        kind, heading, *texts = (None, None, entry) if isinstance(entry, str) else entry
        doc.leave_section()
        if heading:
            doc.need(12)
            doc.item["text"].append(heading)
            doc.open_section(kind, heading)
        for n, text in enumerate(texts):
            point = 6 if text.startswith("att ") else 0
            doc.para(text, indent=BODY - LEFT + point, hang=BODY - LEFT + 2 * point, gap=1.3, kind=None if heading else kind,
                     beside=(LEFT, heading, T.italic) if heading and n == 0 else None)
    doc.space(5)


K = "Kyrkorådet beslutar"
ITEMS = [
    (58, "Mötets öppnande", ["Kyrkoherden inleder med andakt, varefter ordföranden hälsar välkommen och öppnar mötet."], {}),
    (59, "Val av justerare", [("decision", "Beslut", f"{K} att utse Gudrun Ekstrandh (C) att jämte ordföranden justera protokollet.")], {}),
    (60, "Budget för 2014", ["Kamreren redogör för förslag till budget. Kyrkoavgiften föreslås oförändrad, 1,14 procent. Antalet medlemmar minskar med omkring 70 per år, vilket innebär att kostnaderna "
     "måste sänkas med 400 000 kronor till 2016. En halv tjänst som vaktmästare föreslås inte återbesättas.",
     ("motions", "Yrkande", "Robert Liedholm (BA) yrkar att tjänsten som vaktmästare återbesätts."), ("order", "Proposition", "Ordföranden ställer proposition på budgetförslaget och Robert Liedholms yrkande och finner att "
     "kyrkorådet bifaller budgetförslaget."), ("decision", "Beslut", K, "att föreslå kyrkofullmäktige att fastställa budgeten för 2014 samt",
     "att föreslå kyrkofullmäktige att fastställa kyrkoavgiften till 1,14 procent."), ("reservation", "Reservation", "Robert Liedholm (BA) reserverar sig mot beslutet.")],
     dict(proposals=[(["Robert Liedholm"], "BA", "Robert Liedholm (BA) yrkar att tjänsten som vaktmästare återbesätts.")], reservations=[("Robert Liedholm", "BA", None)])),
    (61, "Renovering av klockstapeln", ["Klockstapeln har angripits av husbock och två av stockarna måste bytas. Länsstyrelsen har lämnat tillstånd till åtgärderna. Anbud har kommit in från tre firmor.",
     ("disqualification", "Jäv", "Elof Samsing (C) anmäler jäv och deltar inte i beslutet."), ("decision", "Beslut", K, "att anta anbudet från Hällbo Timmerhantverk om 286 000 kronor samt",
     "att ansöka om kyrkoantikvarisk ersättning hos stiftet.")], dict(disqualified=["Elof Samsing"])),
    (62, "Minneslund vid Sjövike kapell", ["Kyrkogårdschefen visar en skiss till minneslund på kapellets södra sida. Anläggningen beräknas kosta 175 000 kronor och kan bli klar till Alla helgons dag nästa år.",
     ("decision", "Beslut", f"{K} att anlägga en minneslund enligt skissen.")], {}),
    (63, "Öppen förskola i församlingshemmet", ["Ledarna för barnverksamheten föreslår att öppna förskolan utökas från en till två förmiddagar i veckan. I genomsnitt kommer 24 barn med föräldrar till varje träff. "
     "Kommunens familje¬central är intresserad av ett samarbete.", ("decision", "Beslut", f"{K} att öppna förskolan utökas från och med januari 2014.")], {}),
    (64, "Kollekter första kvartalet 2014", ["Kyrkoherden föreslår att de fria kollekterna går till jourhemmet Klippan, Hällbo kyrkokör och församlingens diakoni¬arbete.",
     ("decision", "Beslut", f"{K} enligt kyrkoherdens förslag.")], {}),
    (65, "Information", ["Kyrkoherden rapporterar att 28 konfirmander har anmält sig.", "Kamreren informerar om bytet av ekonomisystem vid årsskiftet.", "Ordföranden påminner om stiftets dag för förtroende¬valda den 26 oktober.",
     ("decision", "Beslut", f"{K} att lägga informationen till handlingarna.")], {}),
    (66, "Avslutning", ["Nästa sammanträde äger rum onsdagen den 6 november kl. 18.30. Ordföranden tackar och avslutar mötet."], {}),
]


def end(doc):
    doc.need(66)
    doc.space(8)
    doc.row((LEFT, "Vid protokollet"))
    doc.space(12)
    doc.sheet.line(LEFT, doc.y, 92, doc.y, 0.25)
    pen(doc, LEFT + 5, 1551, width=48, height=6, shade=50)
    doc.row((LEFT, "Eva Silfverling, sekreterare"))
    doc.space(4)
    doc.row((LEFT, "Justeras"))
    doc.space(12)
    doc.sheet.line(LEFT, doc.y, 92, doc.y, 0.25)
    doc.sheet.line(112, doc.y, 177, doc.y, 0.25)
    pen(doc, LEFT + 6, 1552, width=44, height=6, shade=50)
    pen(doc, 118, 1553, width=48, height=6, shade=50)
    doc.row((LEFT, "Ingemar Fredholm, ordförande"), (112, "Gudrun Ekstrandh, justerare"))
    doc.sign("secretary", "sekreterare", "Eva Silfverling")
    doc.sign("chair", "ordförande", "Ingemar Fredholm")
    doc.sign("adjuster", "justerare", "Gudrun Ekstrandh")
