"""A social central board of 1973: printed form with a table of those present, filled in on a typewriter."""

from ..document import Document
from ..help import pen, underline
from ..paper import Style
from ..pen import initials
from ..scan import Scanner

SOURCE = "A sociala centralnämnd in 1973: form with a ruled table of those present (name, party, remark), number and Dnr in the " \
         "margin, no headings of sections, signatures and notice on the last page. Scanned in black and white at 300 dpi."
SCANNER = Scanner(dpi=300, skew=-0.4, blur=0.9, noise=16.0, black_and_white=True)

T = Style("pica", 11, typed=True)
FORM = Style("sans", 8)
LEFT, RIGHT, BODY = 25.0, 190.0, 54.0
PARTY, NOTE = 92.0, 110.0


def build():
    doc = Document("socialcentralnamnd_1973", T, LEFT, RIGHT, 46, 36, 5.0, head, foot)
    doc.meeting = dict(municipality="Tornby kommun", body="Sociala centralnämnden", date="1973-04-17", place="Socialbyrån, Storgatan 8",
                       start_time="17:30", end_time="20:15", paragraphs={"first": 61, "last": 68})
    front(doc)
    doc.new_sheet()
    for entry in ITEMS:
        item(doc, *entry)
    doc.end_item()
    end(doc)
    return doc.finish()


def head(sheet, number):
    sheet.box(LEFT, 16, RIGHT, 38, 0.3)
    sheet.line(104, 16, 104, 38, 0.3)
    sheet.line(104, 27, RIGHT, 27, 0.3)
    sheet.line(162, 27, 162, 38, 0.3)
    sheet.row(24, (LEFT + 3, "TORNBY KOMMUN", Style("sans", 11, "bold")), (108, "SAMMANTRÄDESPROTOKOLL", Style("sans", 11, "bold")))
    sheet.row(30.4, (LEFT + 3, "Sociala centralnämnden", Style("sans", 10)), (106, "Sammanträdesdag", FORM), (164, "Blad nr", FORM))
    sheet.row(35.8, (108, "1973-04-17", T), (170, str(number), T))


def foot(sheet, number):
    sheet.line(LEFT, 270, RIGHT, 270, 0.3)
    sheet.row(274, (LEFT, "Justerandes signatur", FORM), (112, "Utdragets riktighet bestyrkes", FORM))
    sheet.ink(initials(30, 283, 7300 + number), shade=30)
    sheet.ink(initials(50, 283, 7320 + number), shade=30)


MEMBERS = [("Nils-Olof Brandberg", "s", "ordförande", "chair"), ("Karin Almström", "s", "vice ordförande", "vice_chair"),
           ("Harry Sandelin", "s", None, None), ("Iris Hedqvist", "s", None, None), ("Torvald Ekblad", "c", None, None),
           ("Elsie Rudberg", "fp", None, None), ("Gustaf Wennerholm", "m", "§§ 61-65", None)]


def table(doc, rows, rules):
    for cells in rows:
        doc.row(*cells, leading=5.2)
    doc.y += 1.8
    rules.append(doc.y)


def front(doc):
    doc.new_sheet()
    label(doc, "Plats och tid", "Socialbyrån, Storgatan 8, kl 17.30-20.15")
    label(doc, "Paragrafer", "61-68")
    doc.space(2)
    top, rules = doc.y, []
    names = lambda rows: [[(LEFT + 2, name)] + [(PARTY + 2, party)] * bool(party) + [(NOTE + 2, text)] * bool(text) for name, party, text in rows]
    table(doc, [[(LEFT + 2, "Närvarande", FORM), (PARTY + 2, "Parti", FORM), (NOTE + 2, "Anteckningar", FORM)]], rules)
    table(doc, [[(LEFT + 2, "Ledamöter", FORM)]] + names([m[:3] for m in MEMBERS]), rules)
    table(doc, [[(LEFT + 2, "Tjänstgörande suppleanter", FORM)]] + names([("Alf Mörtberg", "s", "för Gudrun Liljekvist"),
          ("Birger Sundvall", "m", "för Gustaf Wennerholm, §§ 66-68")]), rules)
    table(doc, [[(LEFT + 2, "Övriga suppleanter", FORM)]] + names([("Maj Thunell", "s", None), ("Edvin Kullander", "c", None)]), rules)
    table(doc, [[(LEFT + 2, "Tjänstemän", FORM)]] + names([("Arne Holmdahl", None, "socialchef"), ("Inga-Lill Berghult", None, "hemvårdsassistent, § 64"),
          ("Sonja Wiborg", None, "sekreterare")]), rules)
    for y in (top, *rules):
        doc.sheet.line(LEFT, y, RIGHT, y, 0.3)
    for x in (LEFT, PARTY, NOTE, RIGHT):
        doc.sheet.line(x, top, x, doc.y, 0.3)
    doc.space(5)
    label(doc, "Att justera", "Iris Hedqvist")
    label(doc, "Justering", "Socialbyrån, 1973-04-24 kl 16.00")
    for name, party, text, role in MEMBERS:
        part = text and text.startswith("§")
        doc.attend(name, "member", party=party.upper(), role=role, role_text=None if part else text, paragraphs=[[61, 65]] if part else None)
    doc.attend("Alf Mörtberg", "serving_substitute", party="S", replaces="Gudrun Liljekvist")
    doc.attend("Birger Sundvall", "serving_substitute", party="M", replaces="Gustaf Wennerholm", paragraphs=[[66, 68]])
    doc.attend("Maj Thunell", "substitute", party="S")
    doc.attend("Edvin Kullander", "substitute", party="C")
    doc.attend("Arne Holmdahl", "official", role_text="socialchef")
    doc.attend("Inga-Lill Berghult", "official", role_text="hemvårdsassistent", paragraphs=[[64, 64]])
    doc.attend("Sonja Wiborg", "official", role="secretary", role_text="sekreterare")
    doc.miss("Gudrun Liljekvist")
    doc.adjustments.append(dict(adjusters=["Iris Hedqvist"], place="Socialbyrån", date="1973-04-24", time="16:00"))


def label(doc, text, value):
    doc.row((LEFT + 2, text, FORM.at(9)), (64, value), leading=6)


def item(doc, number, reference, title, paragraphs, more):
    doc.end_item()
    doc.need(26)
    doc.row((LEFT, f"§ {number}"), (BODY, title))
    underline(doc, BODY, title, T)
    if reference:
        doc.row((LEFT, f"Dnr {reference}"))
    doc.space(2)
    doc.begin_item(number, f"§ {number}", title, reference, **more)
    doc.tell(paragraphs, indent=BODY - LEFT, att=8, gap=1.6)
    doc.space(4)


ITEMS = [
    (61, None, "Val av justeringsman", [("decision", None, "Iris Hedqvist utses att jämte ordföranden justera dagens protokoll.")], {}),
    (62, "84/73", "Utbyggnad av familjedaghem", ["Antalet barn som väntar på plats i familje¬daghem uppgick den 1 april till 41. "
     "Daghems¬assistenten föreslår att ytterligare tolv dag¬barn¬vårdare anställs och att en introduktions¬kurs anordnas i samarbete med "
     "studie¬förbunden. Kostnaden beräknas till 96 000 kronor för återstoden av året.",
     ("decision", None, "Sociala centralnämnden beslutar", "att hos kommunstyrelsen hemställa om ett tilläggs¬anslag av 96 000 kronor samt",
      "att uppdra åt socialchefen att förbereda kursen."), ("distribution", None, "Utdrag: Kommunstyrelsen")], dict(distribution=["Kommunstyrelsen"])),
    (63, "71/73", "Bidrag till Tornby länkförening", ["Länkföreningen har i skrivelse den 12 mars 1973 an¬hållit om ett verksamhets¬bidrag av "
     "8 000 kronor. För 1972 utgick bidrag med 5 000 kronor.", ("motions", None, "Elsie Rudberg yrkar att bidraget höjs till 8 000 kronor."),
     ("decision", None, "Sociala centralnämnden beslutar bevilja länkföreningen ett bidrag av 6 000 kronor för år 1973."),
     ("reservation", None, "Elsie Rudberg reserverar sig mot beslutet till förmån för sitt eget yrkande."),
     ("distribution", None, "Utdrag: Länkföreningen, kamrerarkontoret")],
     dict(proposals=[(["Elsie Rudberg"], None, "Elsie Rudberg yrkar att bidraget höjs till 8 000 kronor.")],
          reservations=[("Elsie Rudberg", None, None)], distribution=["Länkföreningen", "kamrerarkontoret"])),
    (64, "52/73", "Avgifter för social hemhjälp", ["Inga-Lill Berghult redogör för förslag till ny taxa för den sociala hem¬hjälpen. Pensionärer "
     "med enbart folk¬pension och kommunalt bostads¬tillägg föreslås även i fort¬sättningen vara befriade från avgift. I övrigt höjs avgiften "
     "med i genom¬snitt 75 öre i timmen.", ("decision", None, "Sociala centralnämnden beslutar föreslå kommun¬fullmäktige att fastställa taxan "
     "att gälla från och med den 1 juli 1973."), ("distribution", None, "Utdrag: Kommunfullmäktige")], dict(distribution=["Kommunfullmäktige"])),
    (65, "88/73", "Semesterhem för husmödrar", ["Länets semesterhem har meddelat att kommunen dis¬ponerar åtta platser under tiden 4-17 juni. Elva ansökningar "
     "har kommit in.", ("disqualification", None, "På grund av jäv deltar Torvald Ekblad inte i handläggningen av ärendet."),
     ("decision", None, "Sociala centralnämnden beslutar att tilldela sökande nr 1-8 plats samt att anteckna övriga som reserver i nu nämnd "
      "ordning.")], dict(disqualified=["Torvald Ekblad"])),
    (66, "39/73", "Yttrande över motion om färdtjänst", ["I en motion till kommunfullmäktige föreslås att färd¬tjänst införs för handikappade "
     "inom hela kommunen. Socialchefen har beräknat kostnaden till 110 000 kronor för ett fullt år vid tolv resor i månaden och resande. "
     "Handikapp¬föreningarnas samarbets¬organ har framhållit att även resor till arbete bör ingå.",
     ("decision", None, "Sociala centralnämnden beslutar", "att tillstyrka att färdtjänst införs på försök under ett år samt",
      "att som eget yttrande överlämna socialchefens promemoria."), ("distribution", None, "Utdrag: Kommunstyrelsen")],
     dict(distribution=["Kommunstyrelsen"])),
    (67, None, "Anmälningsärenden", ["Socialchefen anmäler", "- länsstyrelsens cirkulär om statsbidrag till social hem¬hjälp", "- socialstyrelsens råd och anvisningar nr 31",
     "- protokoll från arbetsutskottet den 3 april 1973.", ("decision", None, "Sociala centralnämnden beslutar lägga anmälningarna till "
     "hand¬lingarna.")], {}),
    (68, None, "Nästa sammanträde", ["Nästa sammanträde hålls tisdagen den 15 maj 1973 kl 17.30."], {}),
]


def end(doc):
    doc.need(84)
    doc.space(4)
    doc.row((LEFT, "Vid protokollet", FORM.at(9)), (112, "Justeras", FORM.at(9)), leading=6)
    doc.sheet.line(LEFT, doc.y + 14, 98, doc.y + 14, 0.3)
    doc.sheet.line(112, doc.y + 14, RIGHT, doc.y + 14, 0.3)
    doc.y += 14
    pen(doc, LEFT + 4, 7340, width=50, height=7)
    pen(doc, 116, 7341, width=54, height=7)
    doc.row((LEFT, "Sonja Wiborg, sekreterare"), (112, "Nils-Olof Brandberg, ordf"))
    doc.sheet.line(112, doc.y + 14, RIGHT, doc.y + 14, 0.3)
    doc.y += 14
    pen(doc, 118, 7342, width=44, height=7)
    doc.row((112, "Iris Hedqvist"))
    doc.space(6)
    top = doc.y
    doc.row((LEFT + 2, "BEVIS OM ANSLAGSDAG", FORM.bold.at(9)), leading=5)
    doc.row((LEFT + 2, "Justeringen av protokollet har tillkännagivits å kommunens anslagstavla", FORM.at(9)), (144, "1973-04-25"), leading=6)
    doc.row((LEFT + 2, "Betygar i tjänsten", FORM.at(9)), leading=14)
    doc.sheet.line(60, doc.y, 130, doc.y, 0.3)
    pen(doc, 66, 7340, width=46, height=6)
    doc.y += 4
    doc.sheet.box(LEFT, top, RIGHT, doc.y, 0.3)
    doc.sign("secretary", "Vid protokollet", "Sonja Wiborg")
    doc.sign("chair", "Justeras", "Nils-Olof Brandberg")
    doc.sign("adjuster", "Justeras", "Iris Hedqvist")
    doc.notices.append(dict(posted="1973-04-25"))
