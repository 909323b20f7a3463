"""A parish's council in 1964: electric typewriter, “12 §.” in the middle of its line, the title underlined below it."""

from ..document import Document
from ..paper import Style
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "The council of a parish in 1964, electric typewriter: “12 §.” centred on a line of its own, underlined titles, those " \
         "present in a list of two columns without parties, substitutes called in, a secret vote, an approval on a later day; " \
         "bleed-through and a stamp. Scanned in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=-1.6, blur=0.9, noise=6.0, paper=222, ink=0.86, bleed=0.13, quality=24)

TEXT = Style("nimbusmono", 11.5, typed=True)
LEFT, RIGHT, CENTRE = 34.0, 190.0, 112.0


def build():
    doc = Document("kyrkofullmaktige", TEXT, LEFT, RIGHT, 26, 26, 5.6, head)
    doc.meeting = dict(municipality="Stråvalla församling", body="Kyrkofullmäktige", date="1964-05-24", place="församlingshemmet", start_time="16:00")
    doc.new_sheet()
    doc.sheet.stamp(136, 22, ["STRÅVALLA PASTORSÄMBETE", "Ink. 27 MAJ 1964"], Style("sans-bold", 8), 7, shade=130)
    doc.row((LEFT, "Protokoll, fört vid sammanträde med", TEXT))
    doc.row((LEFT, "kyrkofullmäktige i Stråvalla församling", TEXT))
    doc.row((LEFT, "söndagen den 24 maj 1964 kl. 16.00", TEXT))
    doc.row((LEFT, "i församlingshemmet.", TEXT))
    doc.space(5)
    doc.row((LEFT, "Närvarande ledamöter:"))
    left = ["Herman Winqvist, ordf.", "Ragna Bolinder", "Arvid Skantze", "Torborg Isling", "Nils-Petter Dahm"]
    right = ["Viola Hagbarth, v. ordf.", "Sigfrid Bernö", "Elsie Trulsson", "Gustaf Adolf Mårder", "Rut Kinnander"]
    top = doc.y
    for x, names in ((LEFT + 5, left), (CENTRE + 3, right)):
        doc.y = top
        for name in names:
            doc.row((x, name))
            bare, *role = name.split(", ")
            text = role[0] if role else None
            doc.attend(bare, "member", role={"ordf.": "chair", "v. ordf.": "vice_chair"}.get(text), role_text=text)
    doc.space(2)
    doc.para("Såsom suppleanter inträdde Henning Crona för Valter Åhlén och Märta Ulfhielm för Folke Tengbom.", note=False)
    doc.attend("Henning Crona", "serving_substitute", replaces="Valter Åhlén")
    doc.attend("Märta Ulfhielm", "serving_substitute", replaces="Folke Tengbom")
    doc.miss("Valter Åhlén")
    doc.miss("Folke Tengbom")
    doc.para("Dessutom närvoro kyrkoherde Sven Olof Ragnell samt kantor Brita Lindgrönn, den senare under 14 §.", note=False)
    doc.attend("Sven Olof Ragnell", "official", role_text="kyrkoherde")
    doc.attend("Brita Lindgrönn", "official", role_text="kantor", paragraphs=[[14, 14]])
    doc.para("Protokollet fördes av kamrer Ebbe Stiernspetz.", note=False, gap=3)
    doc.attend("Ebbe Stiernspetz", "official", role="secretary", role_text="kamrer")
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(17, (LEFT, "Kyrkofullmäktige 24/5 1964", TEXT), (RIGHT, f"Blad {number}", TEXT, "right"))
        sheet.ink(initials(174, 280, 800 + number), shade=90)


ITEMS = [
    (11, "Sammanträdets öppnande", ["Ordföranden öppnade sammanträdet och erinrade i ett kort tal om framlidne kyrkvärden Knut "
                                    "Wedholms gärning.", ("decision", None, "Att jämte ordföranden justera protokollet utsågos Torborg "
                                                          "Isling och Sigfrid Bernö.")], {}),
    (12, "Revisionsberättelse för år 1963", ["Föredrogs revisorernas berättelse över kyrkorådets för¬valtning. Revisorerna "
                                            "tillstyrkte ansvarsfrihet.",
                                            ("decision", None, "Fullmäktige beslöto att bevilja kyrkorådet full och tacksam "
                                             "ansvarsfrihet för den tid revisionen omfattade.")], {"outcome": "approved"}),
    (13, "Försäljning av tomten Klockaregården 1:4", ["Kyrkorådet hade hemställt, att tomten skulle försäljas till Stråvalla "
      "Byggnads AB för 22.000 kronor. Domkapitlets medgivande hade inhämtats.",
      "Arvid Skantze yrkade avslag, enär tomten kunde behövas för en utvidgning av kyrkogården. Viola Hagbarth yrkade bifall "
      "till kyrko¬rådets hemställan.",
      "Sluten omröstning begärdes och verkställdes, varvid avgåvos 8 ja-röster för bifall och 4 nej-röster för avslag.",
      ("decision", None, "Fullmäktige hade alltså beslutat att bifalla kyrkorådets hemställan."),
      ("reservation", None, "Arvid Skantze lät anteckna sin reservation mot beslutet.")],
     {"outcome": "approved", "votes": [(8, 4, None, [])], "reservations": [("Arvid Skantze", None, None)],
      "proposals": [(["Arvid Skantze"], None, "Arvid Skantze yrkade avslag, enär tomten kunde behövas för en utvidgning av "
                     "kyrkogården."), (["Viola Hagbarth"], None, "Viola Hagbarth yrkade bifall till kyrkorådets hemställan.")]}),
    (14, "Orgelns reparation", ["Kantor Lindgrönn redogjorde för orgelns tillstånd. Bälgarna läckte och tre stämmor voro obrukbara. "
      "Orgelbyggare hade beräknat kostnaden till 9.400 kronor.",
      ("decision", None, "Fullmäktige beslöto", "att uppdraga åt kyrkorådet att utföra reparationen samt",
       "att anvisa 9.400 kronor ur orgelfonden.")], {}),
    (15, "Val av elektorer", [("decision", None, "Fullmäktige beslöto att till elektorer utse Ragna Bolinder och Gustaf Adolf Mårder.")], {}),
    (16, "Skrivelse från syföreningen", ["Kyrkliga syföreningen hade anhållit om ett nytt kaffekök.",
      ("decision", None, "Ärendet återremitterades till kyrkorådet.")], {"outcome": "referred_back"}),
]


def item(doc, number, title, paragraphs, more):
    doc.end_item()
    doc.space(3)
    doc.need(28)
    doc.row((CENTRE, f"{number} §.", TEXT, "center"))
    doc.row((LEFT, title, TEXT))
    doc.sheet.line(LEFT, doc.y + 1, LEFT + TEXT.width(title), doc.y + 1, 0.3)
    doc.space(1)
    doc.begin_item(number, f"{number} §.", title, **more)
    doc.tell(paragraphs, gap=0.6, att=8)


def signatures(doc):
    doc.end_item()
    doc.space(6)
    doc.need(84)
    doc.row((LEFT, "Vid protokollet:"))
    sign(doc, "secretary", "Vid protokollet", "Ebbe Stiernspetz", 810)
    doc.space(5)
    doc.row((LEFT, "Justerat den 2 juni 1964:"))
    sign(doc, "chair", None, "Herman Winqvist", 811)
    sign(doc, "adjuster", None, "Torborg Isling", 812)
    sign(doc, "adjuster", None, "Sigfrid Bernö", 813)
    doc.adjustments.append(dict(adjusters=["Torborg Isling", "Sigfrid Bernö"], date="1964-06-02"))
    doc.space(6)
    doc.para("Att protokollet justerats har tillkännagivits å kyrkans anslags¬tavla den 3 juni 1964, betygar:", note=False)
    doc.row((LEFT + 60, "Ebbe Stiernspetz"), leading=10)
    doc.sheet.ink(scribble(LEFT + 66, doc.y - 3, 814, width=44, height=7), width=0.5, shade=70)
    doc.notices.append(dict(posted="1964-06-03"))


def sign(doc, role, label, name, seed):
    doc.row((LEFT + 60, "." * 30), leading=10)
    doc.sheet.ink(scribble(LEFT + 66, doc.y - 0.2, seed, width=52, height=8), width=0.6, shade=60)
    doc.row((LEFT + 60, name), leading=5)
    doc.sign(role, label, name)
