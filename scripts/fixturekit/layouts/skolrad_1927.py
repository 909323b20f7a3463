"""A parish's school council in 1927: worn typewriter, people in a list with title and village, no titles of items."""

from ..document import Document
from ..paper import Style
from ..pen import scribble
from ..scan import Scanner

SOURCE = "A parish's school council in 1927 on a worn typewriter: members in a list with title before and village behind the name, a " \
         "substitute in a sentence, “§ 1” underlined on a line of its own, decisions as sentences, names under handwriting. A hard " \
         "scan: faded, skewed, in grey at 200 dpi."
SCANNER = Scanner(dpi=200, skew=1.4, blur=0.8, noise=7.0, paper=216, ink=0.74, bleed=0.06, shadow=True, quality=34)

TEXT = Style("typewriter", 12.5, typed=True)
LEFT, RIGHT = 36.0, 190.0


def build():
    doc = Document("skolrad_1927", TEXT, LEFT, RIGHT, 28, 28, 6.2, head)
    doc.meeting = dict(municipality="Östra Tveta församling", body="Skolrådet", date="1927-05-09", place="kyrkskolan", start_time="17:00")
    doc.new_sheet()
    doc.para("Protokoll, hållet vid sammanträde med skolrådet i Östra Tveta församling i kyrkskolan måndagen den 9 maj 1927 kl. 5 e.m.",
             note=False, gap=4)
    doc.row((LEFT, "Närvarande:"))
    doc.row((LEFT + 8, "Ordföranden, kyrkoherden Johannes Lundeberg"))
    doc.row((LEFT + 8, "samt ledamöterna:"))
    for title, name, village in MEMBERS:
        doc.row((LEFT + 16, f"{title} {name}" + (f", {village}" if village else "")))
    doc.space(2)
    doc.para("Suppleanten småbrukaren Viktor Aronsson, Lida, tjänst¬gjorde för hemmansägaren Fredrik Sundelin, som var sjuk.", note=False)
    doc.para("Vid behandlingen av § 4 var folkskolinspektören Nils Hal¬lander närvarande.", note=False, gap=3)
    doc.attend("Johannes Lundeberg", "member", role="chair", role_text="Ordföranden")
    for title, name, _ in MEMBERS:
        doc.attend(name, "member", role_text=title)
    doc.attend("Viktor Aronsson", "serving_substitute", role_text="småbrukaren", replaces="Fredrik Sundelin")
    doc.attend("Nils Hallander", "official", role_text="folkskolinspektören", paragraphs=[[4, 4]])
    doc.miss("Fredrik Sundelin", role_text="hemmansägaren", reason="sjuk")
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


MEMBERS = [("kyrkvärden", "Oskar Jonsson", "Holma"), ("lantbrukaren", "Emil Rydholm", "Åkra"), ("folkskolläraren", "Gottfrid Hedman", None),
           ("fru", "Selma Björkegren", "Stationen"), ("banvakten", "Per August Wall", "Mossen")]


def head(sheet, number):
    if number > 1:
        sheet.row(18, (112, f"- {number} -", TEXT, "center"))


ITEMS = [
    (1, [("decision", None, "Att jämte ordföranden justera protokollet utsågos fru Björkegren och herr Rydholm.")], {}),
    (2, ["Ordföranden anmälde, att småskollärarinnan Elin Fors be¬gärt entledigande från sin tjänst vid Mossens skola från den 1 juli. "
         "Som skäl hade hon uppgivit, att hon skulle ingå äktenskap.",
         ("decision", None, "Skolrådet beslöt"), ("decision", None, "att bevilja det begärda entledigandet samt",
                                                  "att kungöra tjänsten till ansökan ledig.")], {"outcome": "approved"}),
    (3, ["Läraren vid Holma skola hade anmält, att kaminen i stora skolsalen rykte in, så att barnen fingo ont i huvudet, och att "
         "taket läckte över farstun. Herr Jonsson, som besiktigat taket, trodde, att det kunde lagas för 60 kronor.",
         ("decision", None, "Skolrådet beslöt att uppdraga åt herrar Jonsson och Wall att låta utföra arbetet.")], {}),
    (4, ["Fråga om centralisering av skolväsendet, så att skolan i Mossen indrages och barnen skjutsas till kyrkskolan. "
         "Folkskolinspektören Hallander redogjorde för erfarenheterna i grannförsamlingen, där man var mycket belåten.",
         "Herr Wall yrkade, att frågan skulle få falla, emedan vägen var dålig om vintern. Herr Hedman yrkade bifall till "
         "inspektörens förslag.",
         "Vid omröstning erhöll herr Walls yrkande 4 röster och herr Hedmans yrkande 3 röster.",
         ("decision", None, "Skolrådet hade sålunda beslutat att avslå förslaget."),
         ("reservation", None, "Herrar Hedman och Lundeberg reserverade sig mot be¬slutet.")],
     {"outcome": "rejected", "votes": [(4, 3, None, [])],
      "proposals": [(["Wall"], None, "Herr Wall yrkade, att frågan skulle få falla, emedan vägen var dålig om vintern."),
                    (["Hedman"], None, "Herr Hedman yrkade bifall till inspektörens förslag.")],
      "reservations": [("Hedman", None, None), ("Lundeberg", None, None)]}),
    (5, ["Rektor för folkhögskolan hade sänt en skrivelse om kurs i slöjd för lärare.",
         ("decision", None, "Skrivelsen lades till handlingarna.")], {"outcome": "noted"}),
    (6, ["Ansökan hade inkommit från statkarlen K. J. Blom i Åkra om fria läroböcker för fyra barn.",
         ("decision", None, "Ansökan bifölls.")], {"outcome": "approved"}),
]


def item(doc, number, paragraphs, more):
    doc.end_item()
    doc.space(3)
    doc.need(20)
    doc.row((LEFT, f"§ {number}"))
    doc.sheet.line(LEFT, doc.y + 1, LEFT + TEXT.width(f"§ {number}"), doc.y + 1, 0.3)
    doc.space(0.8)
    doc.begin_item(number, f"§ {number}", **more)
    doc.tell(paragraphs, first=10, att=16, gap=0)


def signatures(doc):
    doc.end_item()
    doc.space(8)
    doc.need(62)
    doc.row((LEFT, "Som ovan:"))
    doc.sheet.ink(scribble(84, doc.y + 8, 1300, width=50, height=9), width=0.6, shade=90)
    doc.row((84, "Johannes Lundeberg"), leading=15)
    doc.row((84, "ordförande"))
    doc.sign("chair", "ordförande", "Johannes Lundeberg", signed=None)
    doc.space(5)
    doc.row((LEFT, "Justerat den 16 maj 1927:"))
    for n, (x, name) in enumerate([(LEFT, "Selma Björkegren"), (116, "Emil Rydholm")]):
        doc.sheet.ink(scribble(x + 4, doc.y + 8, 1301 + n, width=46, height=8), width=0.6, shade=90)
        doc.sign("adjuster", "Justerat", name, signed=None)
    doc.row((LEFT, "Selma Björkegren"), (116, "Emil Rydholm"), leading=15)
    doc.adjustments.append(dict(adjusters=["Björkegren", "Rydholm"], date="1927-05-16"))
