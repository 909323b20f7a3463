"""A public health council of 2017 as a text file that someone read with an English model: its å ä ö are gone."""

import random

from ..document import Document
from ..paper import Style

SOURCE = "A public health council in 2017 as a text file: the misreadings of an English model, which knows no å ä ö, are put in " \
         "with a fixed seed (a, o, 6, é and the like). Lines and words are those of truth.txt."
SCANNER = "english model"

TEXT = Style("sans", 11)
LEFT, RIGHT = 26.0, 186.0

# What an English model makes of the letters that it lacks, with weights.
LOST = {
    "å": [("a", 16), ("d", 1), ("&", 1)], "ä": [("a", 15), ("é", 2), ("d", 1)], "ö": [("o", 13), ("6", 3), ("é", 2)],
    "Å": [("A", 1)], "Ä": [("A", 1)], "Ö": [("O", 1)], "–": [("-", 1)],
}


def misread(rows):
    rng = random.Random("\n".join(rows))
    text = "\n".join(rows).replace("\t", " ")
    return "".join(pick(rng, LOST[letter]) if letter in LOST else letter for letter in text) + "\n"


def pick(rng, choices):
    return rng.choices([letter for letter, _ in choices], [weight for _, weight in choices])[0]


PRESENT = [("Åsa Törnkvist", "ordförande", "chair"), ("Göran Lövdahl", None, None), ("Märit Sjöblad", None, None),
           ("Hassan Youssef", None, None), ("Jörgen Ståhle", "Polisen", None), ("Kristina Hörnfeldt", "sekreterare", "secretary")]


def build():
    doc = Document("folkhalsorad", TEXT, LEFT, RIGHT, 24, 24, 5.4, head)
    doc.meeting = dict(municipality="Tranhults kommun", body="Folkhälsorådet", date="2017-05-09",
                       place="Räddningsstationen i Tranhult", start_time="08:15", end_time="10:00",
                       paragraphs={"first": 12, "last": 20})
    doc.new_sheet()
    doc.row((LEFT, "Protokoll"))
    doc.row((LEFT, "Folkhälsorådet"))
    doc.row((LEFT, "Tisdagen den 9 maj 2017"))
    doc.row((LEFT, "Plats och tid: Räddningsstationen i Tranhult, kl. 08.15–10.00"))
    doc.row((LEFT, "Paragrafer: §§ 12–20"))
    doc.row((LEFT, "Närvarande:"))
    for name, text, role in PRESENT:
        organisation = text if text == "Polisen" else None
        doc.row((LEFT, f"{name}, {text}" if text else name))
        doc.attend(name, "official" if role == "secretary" else "present", role=role,
                   role_text=None if organisation else text, organization=organisation)
    doc.row((LEFT, "Frånvarande:"))
    doc.row((LEFT, "Björn Häggmark"))
    doc.miss("Björn Häggmark")
    for number, title, paragraphs, decisions, outcome in ITEMS:
        doc.end_item()
        doc.need(3 * doc.leading)
        doc.row((LEFT, f"§ {number} {title}"))
        doc.begin_item(number, f"§ {number}", title, outcome=outcome)
        for text in paragraphs:
            doc.para(text)
        for text in decisions:
            doc.para(text, kind="decision")
    doc.end_item()
    for role, label, name in [("secretary", "Sekreterare", "Kristina Hörnfeldt"), ("chair", "Ordförande", "Åsa Törnkvist"),
                              ("adjuster", "Justerare", "Märit Sjöblad")]:
        doc.row((LEFT, label))
        doc.row((LEFT, name))
        doc.sign(role, label, name, signed=None)
    return doc.finish()


def head(sheet, number):
    sheet.row(16, (LEFT, f"Tranhults kommun Sida {number}", TEXT))


ITEMS = [
    (12, "Öppnande", ["Ordföranden öppnar mötet och hälsar alla välkomna."], [], None),
    (13, "Val av justerare", [], ["Rådet beslutar att utse Märit Sjöblad att justera protokollet."], None),
    (14, "Föregående protokoll", ["Protokollet från den 14 februari gås igenom. Enkäten bland eleverna i årskurs åtta är ännu inte "
     "färdig."], ["Rådet beslutar att lägga protokollet till handlingarna."], "noted"),
    (15, "Nulägesstatus", ["Jörgen Ståhle redogör för läget. Antalet anmälda skadegörelser i Tranhult har minskat från 64 till 41 "
     "jämfört med samma period förra året. Däremot ökar oron för narkotika¬försäljning vid järnvägs¬stationen.",
     "Räddningstjänsten har haft sju uppdrag som rörde anlagda bränder, de flesta i återvinnings¬kärl. Fältgruppen är ute på "
     "fredags¬kvällar och möter många föräldrar."], ["Rådet beslutar att notera informationen."], "noted"),
    (16, "Trygghetsvandring", ["Förra höstens vandring ledde till att buskarna längs gångvägen röjdes och att belysningen utanför "
     "gymnasie¬skolan lagades. Göran Lövdahl föreslår att årets vandring går genom Västra Ängarna, där många äldre upplever att "
     "det är mörkt."], ["Rådet beslutar att genomföra en vandring i Västra Ängarna torsdagen den 5 oktober."], None),
    (17, "Psykisk ohälsa bland unga", ["Hassan Youssef berättar om elev¬hälsans kartläggning. Var fjärde flicka i årskurs nio uppger "
     "att hon har svårt att sova. Skol¬sköterskorna önskar tätare samverkan med vård¬centralen."],
     ["Rådet beslutar att bjuda in vårdcentralens chef till nästa möte."], None),
    (18, "Alkoholfria arrangemang", ["Föreningarna erbjuds en utbildning i ansvarsfull alkohol¬servering. Den äger rum i Folkets hus "
     "och är avgiftsfri."], ["Rådet beslutar att tacka för informationen."], None),
    (19, "Övriga frågor", ["Märit Sjöblad påminner om Världs¬hälso¬dagen. Bidrag om högst 8 000 kronor kan sökas före den 1 september."],
     [], None),
    (20, "Avslutning", ["Nästa möte hålls den 12 september. Ordföranden tackar för ett givande möte."], [], None),
]
