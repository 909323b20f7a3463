"""The board of a joint upper secondary school authority of 2011: members in a table by municipality, numbers and titles in a grey bar."""

from ..document import Document
from ..help import pen
from ..paper import Style
from ..pen import initials
from ..scan import Scanner

SOURCE = "The direktion of a gymnasieförbund in 2011: word processor, the members in a table with their municipalities, “§ 31 Title” in a bar, " \
         "headings in italics, signatures without lines at the end. Scanned in black and white at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.4, blur=0.8, noise=12.0, black_and_white=True)

T = Style("carlito", 11.5)
B = T.bold
LEFT, RIGHT = 28.0, 186.0


def build():
    doc = Document("gymnasieforbund_2011", T, LEFT, RIGHT, 34, 28, 5.1, head, foot)
    doc.meeting = dict(municipality="Tredalens gymnasieförbund", body="Direktionen", date="2011-05-19", place="Dalaskolan, Lövhult, konferensrummet",
                       start_time="09:00", end_time="11:45")
    front(doc)
    for entry in ITEMS:
        item(doc, *entry)
    doc.end_item()
    end(doc)
    return doc.finish()


def head(sheet, number):
    sheet.row(17, (LEFT, "Tredalens gymnasieförbund", B), (RIGHT, f"Sidan {number} av 3", T.at(10), "right"))
    sheet.row(22.5, (LEFT, "Direktionen", T), (RIGHT, "Protokoll 2011-05-19", T.at(10), "right"))


def foot(sheet, number):
    sheet.row(284, (LEFT, "Sign:", T.at(9)))
    sheet.ink(initials(42, 284, 1300 + number), shade=20)
    sheet.ink(initials(58, 284, 1320 + number), shade=20)


MEMBERS = [("Gerd Vikstedt", "S", "Lövhults kommun", "ordförande", "chair"), ("Anders Ramfors", "M", "Norrdalens kommun", "vice ordförande", "vice_chair"),
           ("Krister Holmlund", "S", "Lövhults kommun", None, None), ("Lena Borgsten", "C", "Lövhults kommun", None, None),
           ("Ingela Fahlander", "S", "Norrdalens kommun", None, None), ("Tomas Wikegård", "M", "Sätra kommun", None, None)]


def front(doc):
    doc.new_sheet()
    doc.row((LEFT, "Protokoll från direktionens sammanträde", B.at(16)), leading=9)
    doc.space(2)
    for label, value in [("Datum", "Torsdagen den 19 maj 2011"), ("Tid", "Kl. 09.00–11.45"), ("Plats", "Dalaskolan, Lövhult, konferensrummet")]:
        doc.row((LEFT, label, B), (62, value), leading=5.6)
    doc.space(3)
    doc.row((LEFT, "Beslutande", B), leading=6)
    for name, party, town, text, role in MEMBERS:
        doc.row((LEFT, f"{name} ({party})" + (f", {text}" if text else "")), (120, town))
        doc.attend(name, "member", party=party, role=role, role_text=text, organization=town)
    doc.space(2)
    doc.row((LEFT, "Tjänstgörande ersättare", B), leading=6)
    doc.row((LEFT, "Bosse Alnemark (FP) ersätter Susanne Grip (FP)"), (120, "Sätra kommun"))
    doc.attend("Bosse Alnemark", "serving_substitute", party="FP", replaces="Susanne Grip", organization="Sätra kommun")
    doc.miss("Susanne Grip", party="FP")
    doc.space(2)
    doc.row((LEFT, "Ej tjänstgörande ersättare", B), leading=6)
    doc.row((LEFT, "Fatima Rahmani (S)"), (120, "Norrdalens kommun"))
    doc.attend("Fatima Rahmani", "substitute", party="S", organization="Norrdalens kommun")
    doc.space(2)
    doc.row((LEFT, "Övriga", B), leading=6)
    for name, text, pairs in [("Mats Ljungfors", "förbundschef", None), ("Helena Skyttner", "ekonom", [[32, 33]]), ("Jan Pettersved", "facklig företrädare", None),
                              ("Åsa Kronvall", "sekreterare", None)]:
        doc.row((LEFT, f"{name}, {text}" + (f", §§ {pairs[0][0]}–{pairs[0][1]}" if pairs else "")))
    doc.attend("Mats Ljungfors", "official", role_text="förbundschef")
    doc.attend("Helena Skyttner", "official", role_text="ekonom", paragraphs=[[32, 33]])
    doc.attend("Jan Pettersved", "other", role_text="facklig företrädare")
    doc.attend("Åsa Kronvall", "official", role="secretary", role_text="sekreterare")
    doc.space(8)


def item(doc, number, reference, title, paragraphs, more):
    doc.end_item()
    doc.need(34)
    doc.sheet.box(LEFT - 1.5, doc.y + 0.8, RIGHT + 1.5, doc.y + 7.6, 0.15, 232)
    doc.row((LEFT, f"§ {number}", B.at(12)), (44, title, B.at(12)), *[(RIGHT, f"Dnr {reference}", T, "right")] * bool(reference), leading=5.6)
    doc.space(4.5)
    doc.begin_item(number, f"§ {number}", title, reference, **more)
    doc.tell(paragraphs, att=6, gap=1.2, heading=T.italic, above=1.2)
    doc.space(4.5)


ITEMS = [
    (30, None, "Sammanträdets öppnande och val av justerare", ["Ordföranden Gerd Vikstedt hälsar välkommen och öppnar sammanträdet. Hon föreslår att Anders Ramfors (M) justerar protokollet.",
     ("decision", "Beslut", "Anders Ramfors utses att jämte ordföranden justera protokollet.")], {}),
    (31, None, "Föregående protokoll", ["Protokollet från den 24 mars 2011 har varit utsänt till ledamöterna.", ("decision", "Beslut", "Direktionen lägger protokollet till handlingarna.")], {}),
    (32, "2011/41", "Ekonomisk rapport januari–april 2011", ["Helena Skyttner går igenom rapporten. Resultatet för perioden är ett överskott på 1,3 miljoner kronor. Intäkterna från elever i andra kommuner har blivit "
     "högre än beräknat, medan kostnaderna för läromedel ökar när skolorna går över till bärbara datorer. Helårs¬prognosen visar ett nollresultat.",
     ("decision", "Beslut", "Direktionen godkänner den ekonomiska rapporten.")], {}),
    (33, "2011/38", "Budgetramar för 2012–2014", ["Ägarsamrådet har enats om att med¬lems¬kommunernas bidrag räknas upp med 1,8 procent per år. Elevantalet väntas minska från 1 420 till 1 290 under perioden, vilket "
     "motsvarar sex till sju klasser.", ("motions", "Yrkanden", "Krister Holmlund (S) yrkar att uppräkningen ska vara 2,2 procent.", "Anders Ramfors (M) yrkar bifall till ägarsamrådets förslag."),
     ("order", "Propositionsordning", "Ordföranden ställer proposition på yrkandena och finner att direktionen bifaller Anders Ramfors yrkande."),
     ("decision", "Beslut", "Direktionen beslutar", "att anta budgetramarna för 2012–2014 enligt ägarsamrådets förslag samt", "att överlämna ramarna till med¬lems¬kommunerna för yttrande."),
     ("reservation", "Reservation", "Krister Holmlund (S) och Ingela Fahlander (S) reserverar sig till förmån för eget yrkande."),
     ("distribution", "Delges", "Medlemskommunerna")],
     dict(proposals=[(["Krister Holmlund"], "S", "Krister Holmlund (S) yrkar att uppräkningen ska vara 2,2 procent."),
                     (["Anders Ramfors"], "M", "Anders Ramfors (M) yrkar bifall till ägarsamrådets förslag.")],
          reservations=[("Krister Holmlund", "S", None), ("Ingela Fahlander", "S", None)], distribution=["Medlemskommunerna"])),
    (34, "2011/44", "Programutbud läsåret 2012/13", ["Intresset för fordons- och transport¬programmet har ökat, medan hantverks¬programmet bara har fyra första¬handssökande. Förbundschefen föreslår att hantverks¬programmet "
     "inte startar och att eleverna erbjuds plats i Älmdal enligt samverkans¬avtalet.", ("disqualification", "Jäv", "Lena Borgsten (C) deltar inte i ärendet på grund av jäv."),
     ("decision", "Beslut", "Direktionen fastställer programutbudet enligt förbundschefens förslag."), ("distribution", "Delges", "Rektorerna, Älmdals kommun")],
     dict(disqualified=["Lena Borgsten"], distribution=["Rektorerna", "Älmdals kommun"])),
    (35, "2011/29", "Elevhälsans årsberättelse", ["Årsberättelsen för läsåret 2009/10 visar att allt fler elever söker hjälp för stress och sömn¬problem. Kuratorerna har infört en öppen mottagning två eftermiddagar i veckan.",
     ("decision", "Beslut", "Direktionen tackar för årsberättelsen och lägger den till handlingarna.")], {}),
    (36, None, "Förbundschefens rapport", ["Mats Ljungfors informerar om skol¬inspektionens tillsyn som inleds i september och om den nya idrotts¬hallen, där slut¬besiktning sker den 15 juni."], {}),
    (37, None, "Avslutning", ["Ordföranden önskar alla en skön sommar och avslutar sammanträdet. Nästa sammanträde hålls torsdagen den 25 augusti i Sätra."], {}),
]


def end(doc):
    doc.need(70)
    doc.space(3)
    doc.row((LEFT, "Vid protokollet"), leading=6)
    doc.space(14)
    pen(doc, LEFT + 2, 1340, width=50, shade=20)
    doc.row((LEFT, "Åsa Kronvall"))
    doc.row((LEFT, "sekreterare"))
    doc.space(4)
    doc.row((LEFT, "Justeras den 27 maj 2011"), leading=6)
    doc.space(14)
    pen(doc, LEFT + 2, 1341, width=46, shade=20)
    pen(doc, 112, 1342, width=52, shade=20)
    doc.row((LEFT, "Gerd Vikstedt"), (110, "Anders Ramfors"))
    doc.row((LEFT, "ordförande"), (110, "justerare"))
    doc.sign("secretary", "sekreterare", "Åsa Kronvall")
    doc.sign("chair", "ordförande", "Gerd Vikstedt")
    doc.sign("adjuster", "justerare", "Anders Ramfors")
    doc.adjustments.append(dict(adjusters=["Anders Ramfors"], date="2011-05-27"))
