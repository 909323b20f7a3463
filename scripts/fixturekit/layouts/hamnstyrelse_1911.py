"""A small town's harbour board in 1911, set in type: “§ 31.” in the middle, the subject in italics below it, those present in one long sentence."""

from ..document import Document
from ..paper import Style
from ..pen import scribble
from ..scan import Scanner

SOURCE = "A small town's harbour board in 1911, printed: old spelling with f and hv, those present in one sentence with occupation and initials, a substitute for one who was " \
         "excused, “§ 31.” in the middle and the subject in italics below it, a vote by open ballot, “In fidem” and “Justeradt”. Scanned in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.2, blur=0.6, noise=4.0, paper=238, quality=45)

TEXT = Style("baskerville", 12)
LEFT, RIGHT, MIDDLE = 34.0, 176.0, 105.0


def build():
    doc = Document("hamnstyrelse_1911", TEXT, LEFT, RIGHT, 34, 30, 5.6, head)
    doc.meeting = dict(municipality="Skärhamra stad", body="Hamnstyrelsen", date="1911-11-09", place="rådhusets sessionssal", start_time="17:00")
    doc.new_sheet()
    doc.row((MIDDLE, "Protokoll", TEXT.bold.at(18), "center"), leading=9)
    doc.space(2)
    doc.para("hållet vid ordinarie sammanträde med Hamnstyrelsen i Skärhamra stad å rådhusets sessionssal torsdagen den 9 november 1911 kl. 5 e. m.", note=False, spread=True, gap=3)
    doc.para("Närvarande: ordföranden konsul A. F. Wennergren, vice ordföranden sjökapten J. P. Lidström, handlanden C. O. Thorsell, skeppsklareraren Hj. Öbergh, "
             "lotsåldermannen B. Aspelin samt fiskhandlaren L. M. Strömstedt, den sistnämnde såsom suppleant i stället för rådmannen G. von Heijne, hvilken anmält förfall. "
             "Härjämte voro hamnkaptenen E. Rosengren och, vid behandlingen af §§ 33 och 34, byggmästaren P. Ahlbom tillstädes. Protokollet fördes af stadsnotarien Th. Malm.",
             indent=6, hang=0, note=False, spread=True, gap=3)
    doc.attend("A. F. Wennergren", "member", role="chair", role_text="ordföranden")
    doc.attend("J. P. Lidström", "member", role="vice_chair", role_text="vice ordföranden")
    doc.attend("C. O. Thorsell", "member", role_text="handlanden")
    doc.attend("Hj. Öbergh", "member", role_text="skeppsklareraren")
    doc.attend("B. Aspelin", "member", role_text="lotsåldermannen")
    doc.attend("L. M. Strömstedt", "serving_substitute", role_text="fiskhandlaren", replaces="G. von Heijne")
    doc.attend("E. Rosengren", "official", role_text="hamnkaptenen")
    doc.attend("P. Ahlbom", "other", role_text="byggmästaren", paragraphs=[[33, 34]])
    doc.attend("Th. Malm", "official", role="secretary", role_text="stadsnotarien")
    doc.miss("G. von Heijne", role_text="rådmannen", reason="anmält förfall")
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(22, (MIDDLE, f"— {number} —", TEXT.at(10.5), "center"))


def dues(doc):
    doc.space(1)
    for what, amount in [("Ångfartyg, pr nettoton", "9 öre"), ("Segelfartyg, pr nettoton", "6 öre"), ("Vedskutor och jakter, pr resa", "75 öre")]:
        doc.table_row((LEFT + 14, what), (150, amount, TEXT, "right"))
    doc.space(1)


ITEMS = [
    (29, "Justeringsman", [("decision", None, "Att jämte ordföranden justera protokollet utsågs herr Thorsell.")], {}),
    (30, "Hamnräkenskaperna", [
        "Hamnkaptenen aflämnade redogörelse öfver uppburna hamnafgifter under tredje kvartalet, hvilka uppgått till 4,316 kronor 85 öre, eller 212 kronor mindre än under "
        "motsvarande tid föregående år.", ("decision", None, "Redogörelsen lades till handlingarna.")], {"outcome": "noted"}),
    (31, "Upprensning af inloppet", [
        "Lotsåldermannen Aspelin hade skriftligen anmält, att djupet invid Kummelgrundet efter höstens stormar minskats till 14 fot, så att lastade ångare icke utan fara kunde "
        "inlöpa. Hamnkaptenen hade låtit verkställa lodningar, som bekräftade uppgiften.",
        ("decision", None, "Styrelsen beslöt att hos Stadsfullmäktige anhålla om ett anslag af 2,500 kronor för upprensningens utförande under nästkommande vår.")], {}),
    (32, "Ändring af hamntaxan", [
        "Föredrogs ett af ordföranden uppgjordt förslag till ny taxa, enligt hvilket afgifterna skulle utgå sålunda:", dues,
        "Herr Lidström yrkade bifall till förslaget. Herr Öbergh yrkade, att afgiften för ångfartyg måtte bibehållas vid 7 öre.",
        "Vid anställd omröstning med öppna sedlar afgåfvos 4 röster för herr Lidströms yrkande och 2 röster för herr Öberghs.",
        ("decision", None, "Hamnstyrelsen hade alltså för sin del godkänt förslaget, som skulle öfverlämnas till Stadsfullmäktige."),
        ("reservation", None, "Herr Öbergh anmälde reservation.")],
     {"outcome": "approved", "votes": [(4, 2, None, [])],
      "proposals": [(["Lidström"], None, "Herr Lidström yrkade bifall till förslaget."),
                    (["Öbergh"], None, "Herr Öbergh yrkade, att afgiften för ångfartyg måtte bibehållas vid 7 öre.")],
      "reservations": [("Öbergh", None, None)]}),
    (33, "Reparation af södra kajen", [
        "Byggmästaren Ahlbom, som på uppdrag besiktigat södra kajens pålverk, förklarade detsamma vara så angripet, att omkring trettio löpmeter måste förnyas. Kostnaden "
        "beräknades till 6,800 kronor.", ("decision", None, "Ärendet bordlades i afvaktan på anbud.")], {"outcome": "postponed"}),
    (34, "Upplag å ballastplatsen", [
        "Firman Thorsell & Son anhöll att få till den 1 maj 1912 begagna östra delen af ballastplatsen såsom upplag för props. Herr Thorsell, såsom delägare i firman, deltog icke i "
        "ärendets handläggning.", ("decision", None, "Ansökningen bifölls mot en afgift af 40 kronor.")], {"outcome": "approved", "disqualified": ["Thorsell"]}),
    (35, "Vattenhämtning vid ångbåtsbryggan", [
        "Målaren A. Qvist hade klagat däröfver, att ångbåtarnas besättningar förbrukade vatten ur den allmänna brunnen vid bryggan.",
        ("decision", None, "Framställningen föranledde icke någon styrelsens åtgärd.")], {}),
]


def item(doc, number, title, paragraphs, more):
    doc.end_item()
    doc.space(4)
    doc.need(26)
    doc.row((MIDDLE, f"§ {number}.", TEXT, "center"))
    doc.row((MIDDLE, title, TEXT.italic, "center"))
    doc.space(1)
    doc.begin_item(number, f"§ {number}.", title, **more)
    doc.tell(paragraphs, first=6, gap=0, spread=True)


def signatures(doc):
    doc.end_item()
    doc.space(8)
    doc.need(52)
    doc.row((LEFT + 6, "Som ofvan."))
    doc.row((118, "In fidem:"), leading=7)
    doc.row((118, "Th. Malm.", TEXT.italic), leading=7)
    doc.sign("secretary", "In fidem", "Th. Malm", signed=None)
    doc.space(5)
    doc.row((LEFT + 6, "Justeradt den 18 november 1911:"))
    doc.row((LEFT + 6, "A. F. Wennergren.", TEXT.italic), (118, "C. O. Thorsell.", TEXT.italic), leading=8)
    doc.sign("chair", "Justeradt", "A. F. Wennergren", signed=None)
    doc.sign("adjuster", "Justeradt", "C. O. Thorsell", signed=None)
    doc.adjustments.append(dict(adjusters=["Thorsell"], date="1911-11-18"))
