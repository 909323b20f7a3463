"""An environment board of 1996 from a word processor, without boxes."""

from ..document import Document
from ..help import pen, split
from ..paper import Style
from ..pen import initials
from ..scan import Scanner

SOURCE = "An environment and health board in 1996: word processor in Times, labels with colon and hanging names in running text, " \
         "substitutes with §§ and clock times, number and title on one line, Dnr under it, signatures and notice on the last page. " \
         "Hard: faded toner, speckled, skewed 1.7 degrees."
SCANNER = Scanner(dpi=300, skew=1.7, blur=0.8, noise=10.0, paper=232, ink=0.66, speckle=0.0012, bleed=0.06, punched=True, quality=40)

TEXT = Style("serif", 12)
LEFT, VALUE, RIGHT = 27.0, 79.0, 188.0


def build():
    doc = Document("miljonamnd_1996", TEXT, LEFT, RIGHT, 34, 30, 5.1, head, foot)
    doc.meeting = dict(municipality="Brosunds kommun", body="Miljö- och hälsoskyddsnämnden", date="1996-05-14",
                       place="Stadshuset, rum 214", start_time="13:00", end_time="16:20",
                       paragraphs={"first": 31, "last": 38})
    doc.new_sheet()
    front(doc)
    for number, title, reference, paragraphs, more in ITEMS:
        item(doc, number, title, reference, paragraphs, more)
    end(doc)
    return doc.finish()


def head(sheet, number):
    sheet.row(18, (LEFT, "BROSUNDS KOMMUN", TEXT.bold), (RIGHT, str(number), TEXT, "right"))
    sheet.row(23.5, (LEFT, "Miljö- och hälsoskyddsnämnden", TEXT), (RIGHT, "1996-05-14", TEXT, "right"))


def foot(sheet, number):
    sheet.row(281, (LEFT, "Sign", TEXT.at(9)))
    sheet.ink(initials(40, 281, 960 + number), shade=30)
    sheet.ink(initials(58, 281, 980 + number), shade=30)


def labelled(doc, label, text):
    doc.para(text, indent=VALUE - LEFT, beside=(LEFT, label, TEXT.bold), gap=2)


def front(doc):
    doc.space(3)
    doc.row((LEFT, "SAMMANTRÄDESPROTOKOLL", TEXT.bold.at(14)), leading=6)
    doc.space(4)
    labelled(doc, "Plats och tid:", "Stadshuset, rum 214, kl 13.00-16.20")
    labelled(doc, "Beslutande:", "Margot Ingelsson (s), ordf, Sten Wahlgren (m), vice ordf, Jan-Olof Berndes (s), Lena Hörnqvist (s), Elisabet Rask (v), Tord "
             "Almer (c) §§ 31-35 och Rolf Tegner (mp)")
    labelled(doc, "Tjänstgörande ersättare:", "Pia Rosell (c) §§ 36-38 för Tord Almer (c), Gun Sehlin (fp) för Ove Brask (fp)")
    labelled(doc, "Övriga ersättare:", "Mats Hylander (s), kl 13.00-15.10, Birger Lovén (m)")
    labelled(doc, "Tjänstemän:", "Katarina Bjelke, sekreterare, Eva Torsell, miljöchef, Jörn Ramberg, hälsoskyddsinspektör, §§ 33-34")
    labelled(doc, "Att justera:", "Lena Hörnqvist")
    labelled(doc, "Justering:", "Miljökontoret den 21 maj 1996")
    labelled(doc, "Paragrafer:", "31-38")
    doc.space(3)
    doc.sheet.line(LEFT, doc.y, RIGHT, doc.y, 0.4)
    doc.space(4)
    for name, party, role, text in (("Margot Ingelsson", "S", "chair", "ordf"), ("Sten Wahlgren", "M", "vice_chair", "vice ordf"),
                                    ("Jan-Olof Berndes", "S", None, None), ("Lena Hörnqvist", "S", None, None)):
        doc.attend(name, "member", party=party, role=role, role_text=text)
    doc.attend("Elisabet Rask", "member", party="V")
    doc.attend("Tord Almer", "member", party="C", paragraphs=[[31, 35]])
    doc.attend("Rolf Tegner", "member", party="MP")
    doc.attend("Pia Rosell", "serving_substitute", party="C", replaces="Tord Almer", paragraphs=[[36, 38]])
    doc.attend("Gun Sehlin", "serving_substitute", party="FP", replaces="Ove Brask")
    doc.attend("Mats Hylander", "substitute", party="S", times=[["13:00", "15:10"]])
    doc.attend("Birger Lovén", "substitute", party="M")
    doc.attend("Katarina Bjelke", "official", role="secretary", role_text="sekreterare")
    doc.attend("Eva Torsell", "official", role_text="miljöchef")
    doc.attend("Jörn Ramberg", "official", role_text="hälsoskyddsinspektör", paragraphs=[[33, 34]])
    doc.miss("Ove Brask", party="FP")
    doc.adjustments.append(dict(adjusters=["Lena Hörnqvist"], place="Miljökontoret", date="1996-05-21"))


def item(doc, number, title, reference, paragraphs, more):
    doc.need(34)
    doc.row((LEFT, f"§ {number}", TEXT.bold), (LEFT + 16, title, TEXT.bold))
    if reference:
        doc.row((LEFT + 16, f"Dnr {reference}", TEXT.italic))
    doc.space(1.5)
    doc.begin_item(number, f"§ {number}", title, reference, **more)
    doc.tell(paragraphs, indent=16, att=6, gap=1.6, heading=TEXT)
    doc.end_item()
    doc.space(5)


def end(doc):
    doc.need(92)
    doc.space(2)
    doc.row((LEFT, "Vid protokollet"))
    doc.space(11)
    doc.sheet.line(LEFT, doc.y, LEFT + 66, doc.y)
    pen(doc, LEFT + 4, 961, 50, shade=20)
    doc.row((LEFT, "Katarina Bjelke"))
    doc.row((LEFT, "sekreterare"))
    doc.space(5)
    doc.row((LEFT, "Justeras"))
    doc.space(11)
    doc.sheet.line(LEFT, doc.y, LEFT + 66, doc.y)
    doc.sheet.line(LEFT + 90, doc.y, LEFT + 156, doc.y)
    pen(doc, LEFT + 4, 962, 54, shade=20)
    pen(doc, LEFT + 94, 963, 48, shade=20)
    doc.row((LEFT, "Margot Ingelsson"), (LEFT + 90, "Lena Hörnqvist"))
    doc.row((LEFT, "ordförande"), (LEFT + 90, "justerare"))
    doc.sign("secretary", "sekreterare", "Katarina Bjelke")
    doc.sign("chair", "ordförande", "Margot Ingelsson")
    doc.sign("adjuster", "justerare", "Lena Hörnqvist")
    doc.space(8)
    doc.row((LEFT, "Bevis", TEXT.bold))
    doc.para("Justeringen av miljö- och hälsoskyddsnämndens protokoll 1996-05-14 har tillkännagivits på kommunens anslagstavla 1996-05-22.")
    doc.row((LEFT, "Sista dag för överklagande är 1996-06-12."))
    doc.space(10)
    doc.sheet.line(LEFT, doc.y, LEFT + 66, doc.y)
    pen(doc, LEFT + 4, 964, 50, shade=20)
    doc.row((LEFT, "Katarina Bjelke"))
    doc.notices.append(dict(posted="1996-05-22"))


ITEMS = [
    (31, "Val av justerare", None, [("decision", "BESLUT", "Miljö- och hälsoskyddsnämnden beslutar att utse Lena Hörnqvist (s) att jämte ordföranden justera "
     "protokollet.")], {}),
    (32, "Tillståndsärende, bergtäkt på Hällinge 3:1", "96.0112", ["Bröderna Hägers Grus AB har hos läns¬styrelsen ansökt om tillstånd till täkt av berg på "
     "fastigheten Hällinge 3:1. Ansökan avser 400 000 ton under tio år. Läns¬styrelsen har begärt nämndens yttrande före den 1 juni 1996.",
     "Miljö¬kontoret bedömer att bullret vid de tre närmaste bostads¬husen kan komma att överskrida rikt¬värdet kvällstid.",
     "Sten Wahlgren (m) yrkar att nämnden tillstyrker ansökan utan villkor.", "Elisabet Rask (v) yrkar bifall till miljökontorets förslag.",
     "Efter proposition finner ordföranden att nämnden bifaller Elisabet Rasks yrkande.",
     ("decision", "BESLUT", "Miljö- och hälsoskyddsnämnden beslutar", "att tillstyrka ansökan med villkor att krossning inte får ske efter kl 18.00 samt",
      "att överlämna miljökontorets tjänste¬utlåtande som nämndens yttrande."),
     "Sten Wahlgren (m) reserverar sig mot beslutet.", ("distribution", "Exp", "Länsstyrelsen, Bröderna Hägers Grus AB")],
     {"outcome": "approved", "proposals": [(["Sten Wahlgren"], "M", "Sten Wahlgren (m) yrkar att nämnden tillstyrker ansökan utan villkor."),
       (["Elisabet Rask"], "V", "Elisabet Rask (v) yrkar bifall till miljökontorets förslag.")],
      "reservations": [("Sten Wahlgren", "M", None)], "distribution": ["Länsstyrelsen", "Bröderna Hägers Grus AB"]}),
    (33, "Livsmedelskontroll vid restaurang Tre Klockor", "96.0087", ["Vid inspektion den 22 april 1996 konstaterades att varm¬hållningen av dagens rätt inte nådde 60 grader "
     "och att egen¬kontroll¬program saknas. Ägaren har muntligen upp¬lyst att en ny värme¬disk är beställd.",
     ("decision", "BESLUT", "Miljö- och hälsoskyddsnämnden beslutar att förelägga ägaren att senast den 1 juli 1996 inkomma med program för egen¬kontroll."),
     ("distribution", "Exp", "Restaurang Tre Klockor")], {"outcome": "approved", "distribution": ["Restaurang Tre Klockor"]}),
    (34, "Badvattenkvalitet sommaren 1996", "96.0120", ["Hälso¬skydds¬inspektören redovisar förslag till provtagnings¬program för kommunens åtta bad¬platser. Prov tas tre "
     "gånger per säsong. Vid badet i Kråkviken var vattnet förra året otjänligt under två veckor.",
     ("decision", "BESLUT", "Miljö- och hälsoskyddsnämnden beslutar att fastställa provtagningsprogrammet.")], {"outcome": "approved"}),
    (35, "Ansökan om enskilt avlopp, Kråkviken 1:22", "96.0094", ["Ansökan avser sluten tank för en fritids¬fastighet. Grannen på Kråkviken 1:23 har i skrivelse den 2 maj 1996 invänt "
     "att tömnings¬fordonet måste passera hans tomt.", ("decision", "BESLUT", "Miljö- och hälsoskyddsnämnden beslutar att bordlägga ärendet för besiktning på platsen.")],
     {"outcome": "postponed"}),
    (36, "Bidrag till kalkning av Stora Ramsjön", "96.0075", ["Ramsjöarnas fiske¬vårds¬område ansöker om 35 000 kronor för kalkning. Jan-Olof Berndes (s) anmäler jäv och lämnar rummet under "
     "ärendets behandling.", ("decision", "BESLUT", "Miljö- och hälsoskyddsnämnden beslutar att bevilja bidraget under förut¬sättning att statligt bidrag erhålls."),
     ("distribution", "Exp", "Ramsjöarnas fiskevårdsområde, ekonomikontoret")],
     {"outcome": "approved", "disqualified": ["Jan-Olof Berndes"], "distribution": ["Ramsjöarnas fiskevårdsområde", "ekonomikontoret"]}),
    (37, "Delegationsbeslut", None, ["Miljökontorets delegations¬beslut nr 96-141 t o m 96-188 redovisas enligt lista.",
     ("decision", "BESLUT", "Miljö- och hälsoskyddsnämnden lägger redovisningen till handlingarna.")], {"outcome": "noted"}),
    (38, "Information", None, ["Miljöchefen informerar om arbetet med Agenda 21 och om den kurs för nämndens ledamöter som hålls den 29 augusti 1996.",
     ("decision", "BESLUT", "Miljö- och hälsoskyddsnämnden tackar för informationen.")], {"outcome": "noted"}),
]
