"""A municipal board's working committee in 2003: a divided front page, KSAU numbers with Dnr at the right, signatures in a ruled table."""

from ..document import Document
from ..paper import Style, wrap
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A municipal board's working committee in 2003: bold labels left of a rule, upper-case parties in brackets, “ersätter”, clock times of a " \
         "guest, “KSAU 112” and Dnr on one line, proposals to the board, signatures in a ruled table of three columns, notice below. Scanned in " \
         "black and white at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.25, blur=0.8, noise=8.0, black_and_white=True)

TEXT = Style("opensans", 9.8)
SMALL = TEXT.at(7.8)
LEFT, RULE, RIGHT = 22.0, 64.0, 190.0


def build():
    doc = Document("arbetsutskott_2003", TEXT, LEFT, RIGHT, 36, 30, 4.9, head, foot)
    doc.meeting = dict(municipality="Stenåkra kommun", body="Kommunstyrelsens arbetsutskott", date="2003-10-07", place="Kommunalhuset, rum 214",
                       start_time="08:30", end_time="11:45", paragraphs={"first": 112, "last": 118})
    front(doc)
    doc.new_sheet()
    for entry in ITEMS:
        item(doc, *entry)
    doc.end_item()
    return doc.finish()


def head(sheet, number):
    sheet.row(15, (LEFT, "STENÅKRA KOMMUN", TEXT.bold.at(11)), (112, "Sammanträdesprotokoll", TEXT.bold.at(11)), (RIGHT, f"{number}/3", TEXT, "right"))
    sheet.row(20.5, (LEFT, "Kommunstyrelsens arbetsutskott", TEXT), (112, "2003-10-07", TEXT))


def foot(sheet, number):
    sheet.box(LEFT, 272, RIGHT, 284, 0.2)
    sheet.line(78, 272, 78, 284, 0.2)
    sheet.line(112, 272, 112, 284, 0.2)
    sheet.row(275.4, (LEFT + 1.5, "Justerandes sign", SMALL), (113.5, "Utdragsbestyrkande", SMALL))
    sheet.ink(initials(LEFT + 20, 283, 1520 + number), shade=10)
    sheet.ink(initials(88, 282, 1530 + number), shade=10)


def field(doc, labels, lines):
    for n in range(max(len(labels), len(lines))):
        cells = [(LEFT, labels[n], TEXT.bold)] if n < len(labels) else []
        cells += [(RULE + 4, lines[n])] if n < len(lines) else []
        doc.row(*cells)
    doc.space(2.6)


def front(doc):
    doc.new_sheet()
    doc.y = 32
    top = doc.y
    field(doc, ["Plats och tid"], ["Kommunalhuset, rum 214, kl. 08.30–11.45"])
    field(doc, ["Beslutande"], ["Ulf Hagelstam (S) ordförande", "Eva-Maria Broström (M) vice ordförande", "Tord Zackari (S)",
                                "Lisbet Karphammar (KD)", "Pia Aurell (V) ersätter Benny Skånberg (V)"])
    field(doc, ["Närvarande", "ersättare"], ["Magnus Höök (FP)", "Ritva Salminen (S) §§ 112–115"])
    field(doc, ["Övriga deltagare"], ["Stig Broomé, kommunchef", "Carina Wadenborg, ekonomichef §§ 113–114",
                                      "Niklas Thelander, Stenåkra Energi AB, kl. 9.00–9.40", "Åse Lindroth, sekreterare"])
    field(doc, ["Utses att justera"], ["Eva-Maria Broström"])
    field(doc, ["Justeringens plats", "och tid"], ["Kommunkansliet, 2003-10-14"])
    field(doc, ["Paragrafer"], ["112–118"])
    doc.sheet.line(RULE, top + 1, RULE, doc.y, 0.3)
    doc.attend("Ulf Hagelstam", "member", party="S", role="chair", role_text="ordförande")
    doc.attend("Eva-Maria Broström", "member", party="M", role="vice_chair", role_text="vice ordförande")
    doc.attend("Tord Zackari", "member", party="S")
    doc.attend("Lisbet Karphammar", "member", party="KD")
    doc.attend("Pia Aurell", "serving_substitute", party="V", replaces="Benny Skånberg")
    doc.attend("Magnus Höök", "substitute", party="FP")
    doc.attend("Ritva Salminen", "substitute", party="S", paragraphs=[[112, 115]])
    doc.attend("Stig Broomé", "official", role_text="kommunchef")
    doc.attend("Carina Wadenborg", "official", role_text="ekonomichef", paragraphs=[[113, 114]])
    doc.attend("Niklas Thelander", "other", organization="Stenåkra Energi AB", times=[{"start": "09:00", "end": "09:40"}])
    doc.attend("Åse Lindroth", "official", role="secretary", role_text="sekreterare")
    doc.miss("Benny Skånberg", party="V")
    doc.adjustments.append(dict(adjusters=["Eva-Maria Broström"], place="Kommunkansliet", date="2003-10-14"))
    doc.space(4)
    top, thirds = doc.y, (LEFT, 78.0, 134.0)
    people = [("secretary", "Sekreterare", "Åse Lindroth"), ("chair", "Ordförande", "Ulf Hagelstam"), ("adjuster", "Justerare", "Eva-Maria Broström")]
    doc.row(*[(x + 2, label, SMALL) for x, (_, label, _) in zip(thirds, people)])
    doc.space(12)
    for n, (x, (role, label, name)) in enumerate(zip(thirds, people)):
        doc.sheet.ink(scribble(x + 5, doc.y - 1, 1540 + n, width=38, height=8), shade=10)
        doc.sheet.line(x + 2, doc.y, x + 52, doc.y, 0.2)
        doc.sign(role, label, name)
    doc.row(*[(x + 2, name) for x, (_, _, name) in zip(thirds, people)])
    doc.y += 2
    for x in (*thirds, RIGHT):
        doc.sheet.line(x, top, x, doc.y, 0.2)
    doc.sheet.line(LEFT, top, RIGHT, top, 0.2)
    doc.sheet.line(LEFT, doc.y, RIGHT, doc.y, 0.2)
    doc.space(6)
    doc.row((LEFT, "Tillkännagivande av protokollsjustering", TEXT.bold))
    doc.row((LEFT, "Anslagsdatum"), (RULE + 4, "2003-10-15"), (112, "Anslaget tas ner"), (150, "2003-11-06"), leading=5.6)
    doc.row((LEFT, "Förvaringsplats"), (RULE + 4, "Kommunkansliet"), leading=5.6)
    doc.row((LEFT, "Underskrift"), (RULE + 4, "." * 60), leading=9)
    doc.sheet.ink(scribble(RULE + 8, doc.y - 0.4, 1545, width=40, height=6), shade=10)
    doc.notices.append(dict(posted="2003-10-15", removed="2003-11-06", kept_at="Kommunkansliet"))


ITEMS = [
    (112, "Godkännande av dagordning", None, [
        ("decision", "Arbetsutskottets beslut", "Dagordningen godkänns.")], {"outcome": "approved"}),
    (113, "Skattesats för år 2004", "KS 2003/0311 041", [
        ("background", "Ärendet", "Budgetberedningen föreslår att skattesatsen höjs med 25 öre till 22:10 kronor."),
        ("motions", "Yrkanden", "Eva-Maria Broström (M) yrkar att skattesatsen är oförändrad.", "Ulf Hagelstam (S) yrkar bifall till beredningens förslag."),
        ("order", "Propositionsordning", "Ordföranden ställer förslagen mot varandra och finner att arbetsutskottet bifaller Hagelstams yrkande."),
        ("decision", "Arbetsutskottets förslag till kommunstyrelsen", "Skattesatsen för år 2004 höjs till 22:10 kronor per skattekrona."),
        ("reservation", "Reservation", "Eva-Maria Broström (M) och Lisbet Karphammar (KD) reserverar sig till förmån för Broströms yrkande.")],
     {"proposals": [(["Eva-Maria Broström"], "M", "Eva-Maria Broström (M) yrkar att skattesatsen är oförändrad."),
                    (["Ulf Hagelstam"], "S", "Ulf Hagelstam (S) yrkar bifall till beredningens förslag.")],
      "reservations": [("Eva-Maria Broström", "M", None), ("Lisbet Karphammar", "KD", None)]}),
    (114, "Utbyggnad av fjärrvärme till Bruksområdet", "KS 2003/0288 375", [
        ("background", "Ärendet", "Niklas Thelander redovisar en kalkyl för utbyggnaden. Investeringen uppgår till 18 miljoner kronor och 140 fastigheter "
         "kan anslutas."),
        ("decision", "Arbetsutskottets beslut", "Ärendet återremitteras för ny beräkning av anslutnings¬avgiften."),
        ("distribution", "Beslutet sänds till", "Stenåkra Energi AB")], {"outcome": "referred_back", "distribution": ["Stenåkra Energi AB"]}),
    (115, "Köp av fastigheten Hagen 1:7", "KS 2003/0340 252", [
        ("background", "Ärendet", "Fastigheten behövs för den nya infarten. Priset är 410 000 kronor. Se även KSAU § 97, 2003-08-26."),
        ("disqualification", "Jäv", "Tord Zackari (S) anmäler jäv och deltar varken i överläggning eller beslut."),
        ("decision", "Arbetsutskottets beslut", "Arbetsutskottet beslutar", "att godkänna köpet samt",
         "att finansiera köpet med medel ur markreserven.", "Paragrafen förklaras omedelbart justerad."),
        ("distribution", "Beslutet sänds till", "Säljaren, tekniska kontoret")],
     {"outcome": "approved", "immediate_adjustment": True, "disqualified": ["Tord Zackari"], "distribution": ["Säljaren", "tekniska kontoret"]}),
    (116, "Ansökan från Stenåkra Folkets Husförening om bidrag till ny ventilation och ombyggd scen", "KS 2003/0297 805", [
        ("background", "Ärendet", "Föreningen söker 600 000 kronor. Boverket har beviljat 450 000 kronor under förutsättning att kommunen bidrar med lika mycket."),
        ("decision", "Arbetsutskottets förslag till kommunstyrelsen", "Ansökan avslås.")], {"outcome": "rejected"}),
    (117, "Val av ombud till årsstämma med Länstrafiken", None, [
        ("decision", "Arbetsutskottets beslut", "Till ombud utses Tord Zackari (S) med Lisbet Karphammar (KD) som ersättare.")], {}),
    (118, "Information", None, [
        ("background", "Ärendet", "Kommunchefen informerar om", "– sjukfrånvaron, som minskat till 7,8 procent", "– den planerade flyttningen av biblioteket"),
        ("decision", "Arbetsutskottets beslut", "Informationen läggs till handlingarna.")], {"outcome": "noted"}),
]


def item(doc, number, title, reference, paragraphs, more):
    doc.end_item()
    doc.space(5)
    doc.need(32)
    doc.row((LEFT, f"KSAU {number}", TEXT.bold), *([(RIGHT, f"Dnr {reference}", TEXT, "right")] if reference else []))
    for line in wrap(title, TEXT.bold.at(11), RIGHT - LEFT):
        doc.row((LEFT, line, TEXT.bold.at(11)), leading=5.4)
    doc.space(0.8)
    doc.begin_item(number, f"KSAU {number}", title, reference, **more)
    doc.tell(paragraphs, gap=0.6, heading=TEXT.bold, above=1.4)
