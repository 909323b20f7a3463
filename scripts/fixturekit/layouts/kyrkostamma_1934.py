"""A parish meeting of 1934: typed on foolscap, “1:o)” in the margin, a list of some of those present, names under pens."""

from ..document import Document
from ..paper import Style, wrap
from ..pen import scribble
from ..scan import Scanner

SOURCE = "A parish meeting in 1934, typewritten: the heading in one sentence, those present in running prose with title, name and farm, “1:o)” in the margin, " \
         "plural verbs, a vote by the roll, a cantor who was disqualified, “In fidem”, two who adjusted. " \
         "Scanned in grey at 300 dpi with the next leaf shining through."
SCANNER = Scanner(dpi=300, skew=-0.6, blur=0.9, noise=6.0, paper=226, ink=0.86, bleed=0.05, quality=34)

TEXT = Style("pica", 12, typed=True)
LEFT, RIGHT, BODY = 32.0, 190.0, 47.0


def build():
    doc = Document("kyrkostamma_1934", TEXT, LEFT, RIGHT, 30, 28, 6.0, head)
    doc.meeting = dict(municipality="Hökhults församling", body="Kyrkostämma", date="1934-10-21", place="sockenstugan", start_time="13:00")
    doc.new_sheet()
    doc.para("Protokoll, hållet vid lagligen utlyst ordinarie kyrkostämma med Hökhults församling i sockenstugan efter gudstjänsten söndagen "
             "den 21 oktober 1934 kl. 1 e.m.", indent=12, hang=0, note=False, gap=4)
    doc.para("Närvarande voro ordföranden, kyrkoherden Torkel Ankarberg, kyrkovärdarna, hemmansägarna Gustaf Alfred Rylander, Kråketorp, och "
             "Hilding Vikander, Ekna, kantor Efraim Qvennerstedt, nämndemannen Otto Skogsfors, änkefru Hulda Bergendorff samt ett tjugutal "
             "andra röstberättigade församlingsbor.", indent=12, hang=0, note=False, gap=3)
    doc.attend("Torkel Ankarberg", "present", role="chair", role_text="ordföranden")
    doc.attend("Gustaf Alfred Rylander", "present", role_text="hemmansägarna")
    doc.attend("Hilding Vikander", "present", role_text="hemmansägarna")
    doc.attend("Efraim Qvennerstedt", "present", role_text="kantor")
    doc.attend("Otto Skogsfors", "present", role_text="nämndemannen")
    doc.attend("Hulda Bergendorff", "present", role_text="änkefru")
    doc.sheet.stamp(132, 8, ["HÖKHULTS PASTORSEXP.", "26 OKT. 1934"], Style("serif-bold", 9), 5, shade=120)
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(18, (RIGHT, f"Kyrkostämma 21/10 1934, sid. {number}.", TEXT.at(10.5), "right"))


def budget(doc):
    for what, amount in [("Kyrkans underhåll", "1.150:-"), ("Kyrkogårdens vård", "640:-"), ("Organist och klockare", "875:-"), ("Ved och belysning", "310:-"),
                         ("Summa kronor", "2.975:-")]:
        doc.table_row((BODY + 10, what), (162, amount, TEXT, "right"))
    doc.space(1)


ITEMS = [
    (1, ["Stämman förklarades vara i laga ordning utlyst."], {}),
    (2, [("decision", None, "Att jämte ordföranden justera dagens protokoll utsågos herrar Rylander och Skogsfors.")], {}),
    (3, ["Kyrkorådets förslag till utgifts- och inkomststat för kyrkan under år 1935 föredrogs. Utgifterna beräknades sålunda:", budget,
         ("decision", None, "Stämman beslöt att godkänna statförslaget.")], {"outcome": "approved"}),
    (4, ["Fråga var väckt om uppvärmning av kyrkan medelst elektrisk ström. Kostnaderna hade av Hökhults elektriska distributionsförening beräknats "
         "till 4.200 kronor.", "Herr Vikander yrkade bifall till förslaget. Herr Skogsfors yrkade, att frågan måtte uppskjutas till dess de gamla "
         "kaminerna voro utslitna.", "Votering begärdes och verkställdes genom upprop efter röstlängden, varvid för bifall avgåvos 14 röster och för "
         "uppskov 9 röster.",
         ("decision", None, "Stämman hade alltså beslutat att bifalla förslaget."),
         ("reservation", None, "Mot beslutet reserverade sig herr Skogsfors.")],
     {"outcome": "approved", "votes": [(14, 9, None, [])],
      "proposals": [(["Vikander"], None, "Herr Vikander yrkade bifall till förslaget."),
                    (["Skogsfors"], None, "Herr Skogsfors yrkade, att frågan måtte uppskjutas till dess de gamla kaminerna voro utslitna.")],
      "reservations": [("Skogsfors", None, None)]}),
    (5, ["Kantor Qvennerstedt hade hos kyrkorådet anhållit om ersättning med 60 kronor för övningar med kyrkokören. Då frågan rörde honom enskilt, "
         "avträdde Qvennerstedt under överläggningen.",
         ("decision", None, "Stämman beslöt att bevilja den begärda ersättningen.")], {"outcome": "approved", "disqualified": ["Qvennerstedt"]}),
    (6, ["Till ledamöter i kyrkorådet för åren 1935-1938 återvaldes hemmansägaren Hilding Vikander och änkefru Hulda Bergendorff."], {}),
    (7, ["Förslag förelåg, att stiglucka och bogårdsmur måtte kalkputsas före nästa sommar.",
         ("decision", None, "Ärendet bordlades till nästa stämma.")], {"outcome": "postponed"}),
    (8, ["Skrivelse från Domkapitlet angående kollekter under år 1935 upplästes.",
         ("decision", None, "Skrivelsen lades till handlingarna.")], {"outcome": "noted"}),
]


def item(doc, number, paragraphs, more):
    doc.end_item()
    doc.space(3.5)
    doc.need(19)
    doc.begin_item(number, f"{number}:o)", **more)
    first, *rest = paragraphs
    kind, text = (first[0], first[2]) if isinstance(first, tuple) else (None, first)
    doc.para(text, indent=BODY - LEFT, hang=BODY - LEFT, kind=kind, beside=(LEFT, f"{number}:o)"))
    doc.tell(rest, indent=BODY - LEFT, gap=0)


def signatures(doc):
    doc.end_item()
    doc.space(6)
    doc.need(78)
    doc.row((BODY, "Som ovan."))
    doc.row((108, "In fidem:"), leading=7)
    doc.sheet.ink(scribble(112, doc.y + 12, 5200, width=56, height=10), width=0.6, shade=70)
    doc.row((108, "Torkel Ankarberg."), leading=18)
    doc.sign("chair", "In fidem", "Torkel Ankarberg", signed=None)
    doc.space(4)
    doc.row((BODY, "Justerat den 26 oktober 1934 å pastorsexpeditionen:"))
    for n, name in enumerate(("Gustaf Alfred Rylander", "Otto Skogsfors")):
        doc.sheet.ink(scribble(BODY + 12, doc.y + 10, 5201 + n, width=58, height=8), width=0.6, shade=70)
        doc.row((BODY + 8, f"{name}."), leading=16)
        doc.sign("adjuster", "Justerat", name, signed=None)
    doc.adjustments.append(dict(adjusters=["Rylander", "Skogsfors"], place="pastorsexpeditionen", date="1934-10-26"))
    doc.space(6)
    doc.row((BODY, "Uppläst i Hökhults kyrka söndagen den 28 oktober"))
    doc.row((BODY, "1934, betygar"))
    doc.sheet.ink(scribble(112, doc.y + 11, 5204, width=50, height=8), width=0.6, shade=70)
