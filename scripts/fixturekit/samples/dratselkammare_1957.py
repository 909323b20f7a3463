"""A town's treasury board of 1957: typewritten prose, centred numbers, underlined titles, surnames in the text."""

from ..document import Document
from ..help import dots, pen, underline
from ..paper import Style
from ..scan import Scanner

SOURCE = "A town's drätselkammare in 1957: typewritten, a column of names with herr and fru, numbers in the middle of the line, " \
         "underlined titles, surnames in the text, votering by roll-call. A hard scan of a carbon copy in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=1.2, blur=0.8, noise=11.0, paper=224, ink=0.92, carbon=0.16, shadow=True, quality=50)

T = Style("typewriter", 12, typed=True)
LEFT, RIGHT = 30.0, 192.0
MIDDLE = (LEFT + RIGHT) / 2


def build():
    doc = Document("dratselkammare_1957", T, LEFT, RIGHT, 28, 28, 5.6, head)
    doc.meeting = dict(municipality="Hammarnäs stad", body="Drätselkammaren", date="1957-09-11", place="rådhuset",
                       start_time="19:00", end_time=None)
    doc.new_sheet()
    doc.row((MIDDLE, "P R O T O K O L L", T, "center"))
    doc.space(4)
    doc.para("hållet vid sammanträde med drätselkammaren i Hammarnäs stad å råd¬huset onsdagen den 11 september 1957 kl. 19.00.", gap=4)
    people(doc)
    for number, title, paragraphs, more in ITEMS:
        item(doc, number, title, paragraphs, more)
    doc.end_item()
    end(doc)
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(18, (MIDDLE, f"- {number} -", T, "center"))


MEMBERS = [("herr", "Axel Wikmark", "ordförande", "chair"), ("herr", "Hugo Renström", "vice ordförande", "vice_chair"),
           ("herr", "Einar Fjellgren", None, None), ("fru", "Signe Boklund", None, None), ("herr", "Valdemar Tornell", None, None),
           ("herr", "Ragnar Hollsten", None, None), ("herr", "Sven Boustedt", None, None)]


def people(doc):
    names = [f"{title} {name}" + (f", {text}" if text else "") for title, name, text, _ in MEMBERS]
    for n, name in enumerate(names):
        doc.row(*[(LEFT, "Närvarande:")] * (n == 0), (LEFT + 36, name))
    doc.space(2)
    doc.para("I stället för herr Birger Thyselius tjänstgjorde suppleanten herr Knut Alsterlund.", gap=2)
    doc.row((LEFT, "Dessutom:"), (LEFT + 36, "stadsingenjören Nils Sahlgren, §§ 285-287"))
    doc.space(2)
    doc.row((LEFT, "Sekreterare:"), (LEFT + 36, "Torsten Ödeen"))
    doc.space(2)
    for _, name, text, role in MEMBERS:
        doc.attend(name, "member", role=role, role_text=text)
    doc.attend("Knut Alsterlund", "serving_substitute", replaces="Birger Thyselius")
    doc.attend("Nils Sahlgren", "official", role_text="stadsingenjör", paragraphs=[[285, 287]])
    doc.attend("Torsten Ödeen", "official", role="secretary", role_text="sekreterare")
    doc.miss("Birger Thyselius")


def item(doc, number, title, paragraphs, more):
    doc.end_item()
    doc.need(34)
    doc.space(4)
    doc.row((MIDDLE, f"§ {number}.", T, "center"))
    doc.space(1.5)
    doc.row((LEFT, title))
    underline(doc, LEFT, title, T)
    doc.space(2)
    doc.begin_item(number, f"§ {number}.", title, None, **more)
    doc.tell(paragraphs, first=12.7, att=12.7, gap=1.2)


YES = ["Wikmark", "Fjellgren", "Boklund", "Hollsten", "Alsterlund"]
NO = ["Renström", "Tornell", "Boustedt"]
ITEMS = [
    (283, "Val av justeringsman.", [("decision", None, "Att jämte ordföranden justera dagens protokoll utsågs herr Fjellgren.")], {}),
    (284, "Föregående protokoll.", ["Protokollet från sammanträdet den 28 augusti 1957, vilket var i veder¬börlig ordning justerat, "
     "anmäldes och lades till handlingarna."], {}),
    (285, "Vattenledning i Norra Strandgatan.", ["Stadsingenjören hade inkommit med förslag till ut¬byte av vatten¬ledningen i Norra "
     "Strand¬gatan mellan Fiskar¬torget och Varvs¬gatan. Den nuvarande ledningen var nedlagd år 1908 och hade under det senaste året "
     "vid sex till¬fällen måst repareras.", "Kostnaden hade beräknats till 38.400 kronor. Arbetet kunde ut¬föras med stadens egen personal, "
     "därest det påbörjades före frostens inträde.", ("decision", None, "Drätselkammaren beslöt",
     "att låta utföra arbetet under innevarande höst samt",
     "att hos stadsfullmäktige hemställa om ett anslag av 38.400 kronor att utgå av under året till¬gängliga medel.")], {}),
    (286, "Fordon för renhållningen.", ["Hälsovårdsnämnden hade hemställt, att staden måtte anskaffa en ny renhållningsbil i stället för den "
     "år 1946 inköpta. Två anbud hade infordrats.", ("motions", None, "Herr Renström yrkade, att frågan skulle upp¬skjutas till behandlingen "
     "av 1958 års stat.", "Herr Fjellgren yrkade bifall till hem¬ställan."), ("order", None, "Sedan överläggningen förklarats slutad, "
     "framställde ord¬föranden proposition på vart¬dera yrkandet och förklarade sig anse herr Fjellgrens yrkande vara med övervägande ja "
     "bifallet. Votering begärdes, i anledning varav följande voterings¬proposition upplästes och godkändes: Den det vill, att hem¬ställan "
     "bifalles, röstar ja; den det ej vill, röstar nej. Vinner nej, har drätselkammaren beslutat uppskjuta frågan."),
     ("vote", None, "Voteringen verkställdes genom upprop och utföll med 5 ja och 3 nej. Ja röstade herrar Wikmark, Fjellgren, Hollsten "
      "och Alsterlund samt fru Boklund. Nej röstade herrar Renström, Tornell och Boustedt."),
     ("decision", None, "Drätselkammaren hade alltså beslutat att bifalla hem¬ställan och att antaga det av Aktiebolaget Hammarnäs Bil¬central "
      "avgivna anbudet å 31.750 kronor."), ("reservation", None, "Mot beslutet reserverade sig herrar Renström och Tornell.")],
     dict(proposals=[(["Renström"], None, "Herr Renström yrkade, att frågan skulle uppskjutas till behandlingen av 1958 års stat."),
                     (["Fjellgren"], None, "Herr Fjellgren yrkade bifall till hemställan.")],
          votes=[(5, 3, None, [(n, None, "yes") for n in YES] + [(n, None, "no") for n in NO])],
          reservations=[("Renström", None, None), ("Tornell", None, None)])),
    (287, "Försäljning av tomten nr 4 i kvarteret Skutan.", ["Handlanden Gottfrid Åström hade anhållit att få inköpa tomten nr 4 i "
     "kvarteret Skutan för uppförande av ett affärs- och bostads¬hus. Byggnads¬nämnden hade intet att erinra. Tomtens areal utgjorde "
     "842 kvadratmeter, och priset hade av fastighets¬delegerade föreslagits till 12 kronor för kvadratmeter.",
     ("disqualification", None, "Herr Boustedt anmälde jäv och deltog icke i ärendets behandling."),
     ("decision", None, "Drätselkammaren beslöt att hos stadsfullmäktige till¬styrka, att tomten försäljes till det föreslagna priset "
      "och i övrigt på sedvanliga villkor.")], dict(disqualified=["Boustedt"])),
    (288, "Bidrag till Hammarnäs musikkår.", ["Hammarnäs musikkår hade anhållit om ett bidrag av 1.500 kronor för anskaffande av nya "
     "instrument. Av den bi¬fogade redo¬görelsen framgick, att kåren under sommaren givit elva konserter i Stads¬parken.",
     ("decision", None, "Drätselkammaren beslöt att bevilja ett bidrag av 1.000 kronor.")], {}),
    (289, "Ränta å ålderdomshemmets lån.", ["Hammarnäs sparbank hade meddelat, att räntan å det av staden upp¬tagna lånet för ålder¬doms"
     "hemmets ny¬byggnad komme att från och med den 1 oktober 1957 ut¬göra 5 3/4 procent.",
     ("decision", None, "Drätselkammaren beslöt att godkänna den nya räntesatsen.")], {}),
    (290, "Nästa sammanträde.", ["Nästa sammanträde bestämdes att hållas onsdagen den 25 september 1957 kl. 19.00."], {}),
]


def end(doc):
    doc.need(76)
    doc.space(6)
    doc.row((LEFT, "Dag som ovan."))
    doc.row((LEFT + 50, "In fidem"), leading=7)
    doc.row((LEFT + 50, dots(T, 72)), leading=13)
    pen(doc, LEFT + 54, 5701, width=50, height=5)
    doc.row((LEFT + 50, "Torsten Ödeen"))
    doc.row((LEFT, "Justerat den 17 september 1957:"), leading=9)
    for n, name in enumerate(["Axel Wikmark", "Einar Fjellgren"]):
        doc.row((LEFT + 50, dots(T, 72)), leading=13)
        pen(doc, LEFT + 53, 5702 + n, width=46, height=5)
        doc.row((LEFT + 50, name))
    doc.sign("secretary", "In fidem", "Torsten Ödeen")
    doc.sign("chair", "Justerat", "Axel Wikmark")
    doc.sign("adjuster", "Justerat", "Einar Fjellgren")
    doc.adjustments.append(dict(adjusters=["Einar Fjellgren"], date="1957-09-17"))
