"""A rural municipality's executive in 1951, on a typewriter: prose in the language of its day, numbers in the margin."""

from ..document import Document
from ..paper import Style
from ..pen import scribble
from ..scan import Scanner

SOURCE = "Minutes of a rural municipality's executive in 1951: typewritten, those present as running prose, § numbers in the " \
         "margin, no titles, spelling and plural verbs of the day. Scanned in grey at 200 dpi."
SCANNER = Scanner(dpi=200, skew=0.25, blur=0.6, noise=2.5, paper=236, ink=0.9, quality=34)

TEXT = Style("typewriter", 11.5, typed=True)
LEFT, RIGHT, MARGIN = 52.0, 196.0, 26.0


def build():
    doc = Document("kommunalnamnd", TEXT, LEFT, RIGHT, 28, 30, 6.1, head)
    doc.meeting = dict(municipality="Lillsele kommun", body="Kommunalnämnden", date="1951-11-16", place="sockenstugan",
                       start_time="18:00")
    front(doc)
    for number, paragraphs, decisions, more in ITEMS:
        item(doc, number, paragraphs, decisions, more)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(18, (118, f"- {number} -", TEXT))


def front(doc):
    doc.new_sheet()
    doc.row((LEFT, "Protokoll, hållet vid kommunalnämndens i", TEXT))
    doc.row((LEFT, "Lillsele kommun sammanträde i sockenstugan", TEXT))
    doc.row((LEFT, "fredagen den 16 november 1951 kl. 18.", TEXT))
    doc.space(6)
    doc.para("Närvarande: ledamöterna herrar Axel Norbeck, ord¬förande, Hilding Sandahl, vice ord¬förande, Algot Bergvall, "
             "Nils Petrus Hedin och Knut Lidström samt fruarna Signe Forsell och Elsa Wikner.", indent=12)
    doc.para("Suppleanten herr Verner Åslund tjänst¬gjorde i stället för herr Emil Granath, som anmält förhinder. "
             "Kommunal¬kamreren Folke Tegnander förde protokollet.", indent=12, gap=5)
    for name, role, text in [("Axel Norbeck", "chair", "ordförande"), ("Hilding Sandahl", "vice_chair", "vice ordförande"),
                             ("Algot Bergvall", None, None), ("Nils Petrus Hedin", None, None), ("Knut Lidström", None, None),
                             ("Signe Forsell", None, None), ("Elsa Wikner", None, None)]:
        doc.attend(name, "member", role=role, role_text=text)
    doc.attend("Verner Åslund", "serving_substitute", replaces="Emil Granath")
    doc.attend("Folke Tegnander", "official", role="secretary", role_text="Kommunalkamreren")
    doc.miss("Emil Granath", reason="anmält förhinder")


ITEMS = [
    (141, [], ["Att jämte ord¬föranden justera dagens protokoll ut¬sågos herrar Bergvall och Lidström."], {}),
    (142, ["Upplästes protokollet från nämndens sam¬man¬träde den 19 oktober 1951, vilket befanns vara justerat."],
     ["Protokollet lades till handlingarna."], {"outcome": "noted"}),
    (143, ["Föredrogs skrivelse från folk¬skole¬styrelsen med begäran om anslag till nytt tak å Norrby skola. Skadorna hade "
           "upp¬märk¬sammats redan under förra vintern, men arbetet hade icke kunnat utföras i brist på plåt.",
           "Kostnaden hade av byggmästare Oskar Frykman beräknats till 6.850 kronor, däri inräknat nya häng¬rännor."],
     ["Nämnden beslöt", "att hos kommunal¬full¬mäktige hem¬ställa om ett anslag av 6.850 kronor samt",
      "att uppdraga åt skolstyrelsen att utlysa anbud å arbetet."], {}),
    (144, ["Länsstyrelsen hade anmodat nämnden att avgiva ytt¬rande över Lillsele Trafik AB:s ansökan om till¬stånd till "
           "linjetrafik mellan Lillsele och Bodträsk.",
           "Fru Wikner fram¬höll, att skol¬barnen i Bodträsk hade åtta kilo¬meter till skolan och att turerna borde passa "
           "skolans tider. Herr Hedin instämde i vad fru Wikner anfört."],
     ["Nämnden beslöt att till¬styrka an¬sökningen under förut¬sättning, att morgon¬turen ankommer till Lillsele senast "
      "kl. 8.10."], {"outcome": "approved"}),
    (145, ["Hemman¬sägaren Edvin Rönnlund hade anhållit om befrielse från erläggande av hundskatt för år 1951, enär hunden "
           "dödats under september månad.",
           "Herr Sandahl yrkade avslag å fram¬ställningen. Fru Forsell yrkade, att skatten måtte efter¬skänkas till hälften.",
           "Sedan över¬läggningen förklarats slutad, fram¬ställde ord¬föranden propositioner å de båda yrkandena och fann "
           "herr Sandahls yrkande vara med övervägande ja besvarat."],
     ["Framställningen avslogs."], {
         "outcome": "rejected",
         "proposals": [(["Sandahl"], None, "Herr Sandahl yrkade avslag å framställningen."),
                       (["Forsell"], None, "Fru Forsell yrkade, att skatten måtte efterskänkas till hälften.")]}),
    (146, ["Brandchefen hade inkommit med förslag till inköp av 400 meter slang och en motor¬spruta, typ Ålgård."],
     ["Nämnden beslöt att bordlägga ärendet till nästa sam¬man¬träde."], {"outcome": "postponed"}),
    (147, ["Kassaställningen företeddes och utvisade den 31 oktober en behållning av 41.277 kronor 63 öre."],
     ["Redogörelsen lades till hand¬lingarna."], {"outcome": "noted"}),
]


def item(doc, number, paragraphs, decisions, more):
    """The number stands alone in the margin, on the baseline of the first line."""
    doc.end_item()
    doc.space(3)
    doc.need(13)
    doc.begin_item(number, f"§ {number}.", **more)
    texts = [(text, None) for text in paragraphs] + [(text, "decision") for text in decisions]
    for n, (text, kind) in enumerate(texts):
        indent, hang = (6, 12) if text.startswith("att ") else (12, 0)
        doc.para(text, indent=indent, hang=hang, kind=kind, beside=None if n else (MARGIN, f"§ {number}."))


def signatures(doc):
    doc.end_item()
    doc.space(6)
    doc.need(72)
    doc.row((LEFT + 12, "Som ovan"))
    doc.row((LEFT + 40, "In fidem:"))
    sign(doc, "secretary", "In fidem", "Folke Tegnander", 61)
    doc.space(4)
    doc.row((LEFT + 12, "Justerat den 23 november 1951:"))
    sign(doc, "chair", None, "Axel Norbeck", 62)
    sign(doc, "adjuster", None, "Algot Bergvall", 63)
    sign(doc, "adjuster", None, "Knut Lidström", 64)
    doc.adjustments.append(dict(adjusters=["Bergvall", "Lidström"], date="1951-11-23"))


def sign(doc, role, label, name, seed):
    doc.row((LEFT + 40, "." * 28), leading=10)
    doc.sheet.ink(scribble(LEFT + 46, doc.y, seed, width=48, height=8), width=0.6, shade=60)
    doc.row((LEFT + 40, name), leading=5.4)
    doc.sign(role, label, name)
