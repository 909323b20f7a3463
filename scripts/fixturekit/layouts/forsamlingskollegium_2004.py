"""A parish's board of 2004: “§” with its title on the line, nominating groups after a comma, signatures stacked with their labels."""

from ..document import Document
from ..paper import Style
from ..pen import scribble
from ..scan import Scanner

SOURCE = "A parish's board in 2004, word processor: “Församlingskollegiet i …” in the title, nominating groups behind a comma, one absent, " \
         "“§ 58. Title”, decisions as sentences, “Vid protokollet”, dates of adjustment and notice in sentences. Scanned in black and white at 400 dpi."
SCANNER = Scanner(dpi=400, skew=0.45, blur=1.1, noise=12.0, black_and_white=True)

TEXT = Style("bookman", 10.5)
LEFT, RIGHT, BODY = 28.0, 184.0, 66.0

MEMBERS = [("Bengt Lidholm", "POSK", "ordförande", "chair"), ("Anna-Greta Moqvist", "S", "vice ordförande", "vice_chair"), ("Sten Wassberg", "C", None, None),
           ("Kristina Ödgren", "POSK", None, None), ("Uno Brännlund", "S", None, None), ("Solveig Tistrand", "FiSK", None, None)]


def build():
    doc = Document("forsamlingskollegium_2004", TEXT, LEFT, RIGHT, 28, 28, 5.2, head, foot)
    doc.meeting = dict(municipality="Hovby församling", body="Församlingskollegiet", date="2004-11-11", place="Hovby församlingshem", start_time="18:30",
                       end_time="20:50")
    doc.new_sheet()
    doc.row((LEFT, "Protokoll nr 8", TEXT.bold.at(15)), leading=8)
    doc.row((LEFT, "Församlingskollegiet i Hovby församling"))
    doc.row((LEFT, "Torsdagen den 11 november 2004, kl. 18.30–20.50, Hovby församlingshem"))
    doc.meeting["meeting_number"] = "8"
    doc.space(5)
    field(doc, "Ledamöter", [f"{name}, {party}" + (f", {text}" if text else "") for name, party, text, _ in MEMBERS])
    field(doc, "Tjänstg. ersättare", ["Roland Fagerström, C, för Inga Ström-Bergh, C"])
    field(doc, "Ersättare", ["Mona Hellqvist, S", "Jörgen Apelskog, POSK, §§ 58–61"])
    field(doc, "Tjänstemän", ["Kyrkoherde Maria Sundén Wall", "Kamrer Olle Thyr, § 60", "Kanslist Berit Jarlhage, sekreterare"])
    field(doc, "Frånvarande", ["Gustav Ekenberg, FiSK"])
    for name, party, text, role in MEMBERS:
        doc.attend(name, "member", party=party.upper(), role=role, role_text=text)
    doc.attend("Roland Fagerström", "serving_substitute", party="C", replaces="Inga Ström-Bergh")
    doc.attend("Mona Hellqvist", "substitute", party="S")
    doc.attend("Jörgen Apelskog", "substitute", party="POSK", paragraphs=[[58, 61]])
    doc.attend("Maria Sundén Wall", "official", role_text="Kyrkoherde")
    doc.attend("Olle Thyr", "official", role_text="Kamrer", paragraphs=[[60, 60]])
    doc.attend("Berit Jarlhage", "official", role="secretary", role_text="Kanslist")
    doc.miss("Inga Ström-Bergh", party="C")
    doc.miss("Gustav Ekenberg", party="FISK")
    doc.space(2)
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(16, (LEFT, "Hovby församling, Församlingskollegiet 2004-11-11", TEXT.at(9)), (RIGHT, f"sid {number}", TEXT.at(9), "right"))


def foot(sheet, number):
    sheet.row(284, (LEFT, "Svenska kyrkan, Hovby församling, Kyrkvägen 3, 530 00 Hovby", TEXT.at(8)))


def field(doc, label, lines):
    for n, line in enumerate(lines):
        doc.row(*([(LEFT, label, TEXT.bold)] if n == 0 else []), (BODY, line))
    doc.space(1.8)


ITEMS = [
    (58, "Inledning", ["Ordföranden öppnade sammanträdet. Kyrkoherden höll en kort andakt."], {}),
    (59, "Val av justerare", [("decision", None, "Församlingskollegiet beslutade att utse Sten Wassberg och Solveig Tistrand att justera protokollet.")], {}),
    (60, "Delårsbokslut", ["Kamrer Olle Thyr gick igenom delårsbokslutet. Intäkterna från begravningsavgiften är lägre än väntat, medan kollekterna har ökat.",
                           ("decision", None, "Församlingskollegiet beslutade att godkänna delårsbokslutet.")], {"outcome": "approved"}),
    (61, "Barnkörernas resa till Åland", ["Kantorn har begärt 25 000 kronor för en resa i Kristi himmels¬färdshelgen. Anna-Greta Moqvist anmälde jäv och lämnade rummet.",
      ("decision", None, "Församlingskollegiet beslutade", "att bevilja 20 000 kronor samt", "att resterande belopp samlas in genom konserter.")],
     {"outcome": "approved", "disqualified": ["Anna-Greta Moqvist"]}),
    (62, "Gudstjänsttider under våren 2005", ["Kyrkoherden har föreslagit att högmässan flyttas till klockan 10.",
      "Uno Brännlund yrkade att högmässan även i fortsättningen firas klockan 11. Kristina Ödgren yrkade bifall till kyrkoherdens förslag.",
      "Votering begärdes. Den gav 5 röster för kyrkoherdens förslag och 2 röster för Uno Brännlunds yrkande.",
      ("decision", None, "Församlingskollegiet beslutade således att bifalla kyrkoherdens förslag."),
      ("reservation", None, "Uno Brännlund reserverade sig mot beslutet till förmån för sitt eget yrkande.")],
     {"outcome": "approved", "votes": [(5, 2, None, [])],
      "proposals": [(["Uno Brännlund"], None, "Uno Brännlund yrkade att högmässan även i fortsättningen firas klockan 11."),
                    (["Kristina Ödgren"], None, "Kristina Ödgren yrkade bifall till kyrkoherdens förslag.")],
      "reservations": [("Uno Brännlund", None, None)]}),
    (63, "Nya psalmbokshyllor", ["Två offerter har kommit in. Slöjdläraren Axel Hult har erbjudit sig att göra hyllorna i ask.",
      ("decision", None, "Ärendet bordlades.")], {"outcome": "postponed"}),
    (64, "Rapporter", ["a) Diakonigruppen har startat ett språkkafé.", "b) Konfirmanderna är 23 stycken.", "c) Värmepumpen i prästgården lagas i nästa vecka.",
      ("decision", None, "Rapporterna lades till handlingarna.")], {"outcome": "noted"}),
    (65, "Nästa sammanträde", ["Kollegiet möts nästa gång den 9 december kl. 18.30. Ordföranden tackade och avslutade sammanträdet."], {}),
]


def item(doc, number, title, paragraphs, more):
    doc.end_item()
    doc.space(3)
    doc.need(20)
    doc.row((LEFT, f"§ {number}. {title}", TEXT.bold), leading=5.8)
    doc.begin_item(number, f"§ {number}.", title, **more)
    doc.tell(paragraphs, gap=0.8)


def signatures(doc):
    doc.end_item()
    doc.space(7)
    doc.need(80)
    rows = [("Vid protokollet", [("secretary", "sekreterare", "Berit Jarlhage")]),
            ("Justerat den 18 november 2004", [("chair", "ordförande", "Bengt Lidholm"), ("adjuster", "justerare", "Sten Wassberg"),
                                               ("adjuster", "justerare", "Solveig Tistrand")])]
    for n, (label, people) in enumerate(rows):
        doc.row((LEFT, label))
        for k, (role, text, name) in enumerate(people):
            doc.space(11)
            doc.sheet.line(LEFT, doc.y, LEFT + 70, doc.y, 0.3)
            doc.sheet.ink(scribble(LEFT + 6, doc.y - 0.5, 1660 + 4 * n + k, width=50, height=7), shade=10)
            doc.row((LEFT, f"{name}, {text}", TEXT.at(9.5)))
            doc.sign(role, text, name)
        doc.space(4)
    doc.adjustments.append(dict(adjusters=["Sten Wassberg", "Solveig Tistrand"], date="2004-11-18"))
    doc.row((LEFT, "Protokollets justering anslogs på församlingens anslagstavla den 19 november 2004."))
    doc.notices.append(dict(posted="2004-11-19"))
