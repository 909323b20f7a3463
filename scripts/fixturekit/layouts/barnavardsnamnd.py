"""A child-welfare board in 1957: surnames in one sentence with “hrr”, numbers with a dash before the text, an electric typewriter."""

from ..document import Document
from ..paper import Style, plain
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A child-welfare board in 1957, typewritten: “Närvarande: ordf. hr … ledamöterna hrr … och fru …”, the number and a dash before " \
         "the text, an upside-down page, an empty back page, initials at the foot of every page. Scanned in grey at 200 dpi."
SCANNER = Scanner(dpi=200, skew=-0.9, blur=0.6, noise=5.0, paper=232, ink=0.88, quality=34)

TEXT = Style("courier", 12, typed=True)
LEFT, RIGHT = 30.0, 192.0


def build():
    doc = Document("barnavardsnamnd", TEXT, LEFT, RIGHT, 30, 30, 6.2, head, foot, turned=[(2, 180)])
    doc.meeting = dict(municipality="Orrvikens köping", body="Barnavårdsnämnden", date="1957-02-07", place="barnavårdsexpeditionen",
                       start_time="19:00")
    doc.new_sheet()
    doc.row((LEFT, "Protokoll fört vid sammanträde med barnavårdsnämnden"))
    doc.row((LEFT, "i Orrvikens köping torsdagen den 7 februari 1957"))
    doc.row((LEFT, "kl. 19.00 å barnavårdsexpeditionen."))
    doc.space(4)
    doc.para("Närvarande: ordf. hr Tuvell, v. ordf. fru Sjöstrand-Malm, ledamöterna hrr Andersson, Berg och Löfvenius samt fru Ek. "
             "För hr Quiding, som var frånvarande, tjänst¬gjorde suppl. fröken Dyberg.", note=False)
    doc.para("Dessutom var bvm Karin Almstedt närvarande §§ 16-18.", note=False, gap=3)
    doc.attend("Tuvell", "member", role="chair", role_text="ordf.")
    doc.attend("Sjöstrand-Malm", "member", role="vice_chair", role_text="v. ordf.")
    for name in ("Andersson", "Berg", "Löfvenius", "Ek"):
        doc.attend(name, "member")
    doc.attend("Dyberg", "serving_substitute", replaces="Quiding")
    doc.attend("Karin Almstedt", "official", role_text="bvm", paragraphs=[[16, 18]])
    doc.miss("Quiding")
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    doc.blank_sheet()
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(19, (RIGHT, f"forts. 7/2 1957, sid. {number}", TEXT.at(10), "right"))


def foot(sheet, number):
    sheet.ink(initials(168, 284, 950 + number), shade=70)
    sheet.ink(initials(182, 284, 960 + number), shade=70)


ITEMS = [
    (14, [("decision", None, "Att jämte ordföranden justera protokollet utsågs hr Berg.")], {}),
    (15, ["Föredrogs årsberättelsen för 1956. Antalet barn under nämndens tillsyn hade under året varit 41.",
          ("decision", None, "Nämnden beslöt att godkänna berättelsen.")], {"outcome": "approved"}),
    (16, ["Bvm Almstedt redogjorde för besök i fosterhemmet hos lantbrukare E. Rask i Mjövik. Hemmet befanns gott, men sängkläder "
          "saknades för det yngsta barnet.", ("decision", None, "Nämnden beslöt", "att anvisa 85 kronor till sängkläder samt",
                                              "att förnyat besök skulle göras före midsommar.")], {}),
    (17, ["Anmälan hade inkommit från föreståndaren för Folkets Park om oordning vid danserna. Fru Ek yrkade, att polisen skulle "
          "tillskrivas. Hr Löfvenius yrkade, att anmälan icke skulle föranleda någon åtgärd.",
          "Vid omröstning fick fru Eks yrkande 4 röster och hr Löfvenius' yrkande 3 röster.",
          ("decision", None, "Nämnden beslöt alltså i enlighet med fru Eks yrkande."),
          ("reservation", None, "Hr Löfvenius reserverade sig.")],
     {"votes": [(4, 3, None, [])], "reservations": [("Löfvenius", None, None)], "outcome": "approved",
      "proposals": [(["Ek"], None, "Fru Ek yrkade, att polisen skulle tillskrivas."),
                    (["Löfvenius"], None, "Hr Löfvenius yrkade, att anmälan icke skulle föranleda någon åtgärd.")]}),
    (18, ["Fråga uppkom om lokal för den planerade lekskolan. Folkskolestyrelsen hade erbjudit gymnastiksalen å Norra skolan, vilken "
          "dock saknar tambur.", ("decision", None, "Ärendet bordlades.")], {"outcome": "postponed"}),
    (19, ["Adoptionsärende. Enligt 1 § sekretesslagen antecknas beslutet i särskild bok."], {}),
    (20, ["Ordföranden meddelade, att länsbarnavårdsombudet ämnade besöka nämnden den 14 mars.",
          ("decision", None, "Nämnden beslöt att lägga meddelandet till handlingarna.")], {"outcome": "noted"}),
]


def item(doc, number, paragraphs, more):
    doc.end_item()
    doc.space(2.5)
    doc.need(14)
    doc.begin_item(number, f"§ {number}", **more)
    first, *rest = paragraphs
    kind, text = (first[0], first[2]) if isinstance(first, tuple) else (None, first)
    doc.note(plain(text), kind)
    doc.para(f"§ {number} - {text}", hang=14, note=False)
    doc.item["page_last"] = doc.page
    doc.tell(rest, indent=14, gap=0, att=0)


def signatures(doc):
    doc.end_item()
    doc.space(6)
    doc.need(66)
    doc.row((LEFT, "Vid protokollet:"), (116, "Justeras:"))
    for n, (x, role, label, name) in enumerate([(LEFT, "secretary", "Vid protokollet", "Göran Lind af Ekenstam"),
                                                (116, "chair", "Justeras", "Nils Tuvell")]):
        doc.sheet.ink(scribble(x + 4, doc.y + 12, 970 + n, width=48, height=8), width=0.6, shade=50)
        doc.sign(role, label, name, signed=None)
    doc.row((LEFT, "Göran Lind af Ekenstam"), (116, "Nils Tuvell"), leading=18)
    doc.sheet.ink(scribble(120, doc.y + 12, 972, width=48, height=8), width=0.6, shade=50)
    doc.row((116, "Harald Berg"), leading=18)
    doc.sign("adjuster", "Justeras", "Harald Berg", signed=None)
