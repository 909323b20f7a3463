"""An executive board of 2010: open front page without frames, earlier numbers on the heading line, two chairs sign for parts."""

from ..document import Document
from ..help import pen, twice
from ..paper import Style
from ..pen import initials
from ..scan import Scanner

SOURCE = "A municipal executive board in 2010: front page with hairlines, contents, “Ks § 108 Au § 95 Dnr” on one line, bold headings, " \
         "the chair disqualified in one matter and the vice chair signing for it. Scanned in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=-0.2, blur=0.5, noise=3.0, paper=246, quality=50)

T = Style("caladea", 11)
B = T.bold
S = Style("sans", 9)
LEFT, RIGHT, VALUE = 25.0, 187.0, 68.0


def build():
    return twice(make)


def make(pages, total):
    def head(sheet, number):
        sheet.box(LEFT, 13, LEFT + 9, 24, 0.4)
        sheet.ink([[(26, 22), (29.5, 15), (33, 22)], [(27, 19.5), (32, 19.5)]], width=0.6, shade=60)
        sheet.row(18, (LEFT + 12, "Ragneby kommun", B.at(13)), (112, "SAMMANTRÄDESPROTOKOLL", S.bold.at(10)), (RIGHT, f"{number} ({total})", S, "right"))
        sheet.row(23.5, (LEFT + 12, "Kommunstyrelsen", T), (112, "2010-09-08", S.at(10)))

    doc = Document("kommunstyrelse_2010", T, LEFT, RIGHT, 34, 30, 4.9, head, foot)
    doc.meeting = dict(municipality="Ragneby kommun", body="Kommunstyrelsen", date="2010-09-08", place="Kommunkontoret, Ragnebysalen",
                       start_time="13:00", end_time="16:25", adjournments=[{"start": "14:30", "end": "14:50"}], paragraphs={"first": 108, "last": 115})
    front(doc)
    doc.new_sheet()
    doc.row((LEFT, "Ärendeförteckning", B.at(14)), leading=8)
    doc.space(2)
    for number, _, _, title, *_ in ITEMS:
        page = str(pages.get(number, 9))
        leader = "." * int((RIGHT - 10 - 46 - T.width(title)) / T.width("."))
        doc.row((LEFT, f"§ {number}"), (44, f"{title} {leader}"), (RIGHT, page, T, "right"), leading=5.8)
        doc.contents.append((number, title, int(page)))
    doc.space(8)
    for entry in ITEMS:
        item(doc, *entry)
    doc.end_item()
    return doc.finish()


def foot(sheet, number):
    sheet.line(LEFT, 272, RIGHT, 272, 0.2)
    sheet.row(276, (LEFT, "Justerandes sign", S.at(7.5)), (118, "Utdragsbestyrkande", S.at(7.5)))
    for n in range(3):
        sheet.ink(initials(30 + 20 * n, 285, 1000 + 10 * number + n), shade=50)


MEMBERS = [("Kjell Sandvikstrand", "S", "ordförande", "chair", None, [[108, 111], [113, 115]]), ("Agneta Brohult", "S", None, None, None, None),
           ("Ibrahim Celik", "S", None, None, None, None), ("Lotta Vestergren", "S", None, None, None, None), ("Mikael Hedenius", "V", None, None, None, None),
           ("Charlotte Ribbing", "M", "vice ordförande", "vice_chair", None, None), ("Jesper Nordenfalk", "M", None, None, None, None),
           ("Ulrika Stenholm", "FP", None, None, None, None), ("Per-Anders Tollstadius", "C", None, None, None, None)]


def field(doc, label, values):
    doc.sheet.line(LEFT, doc.y + 0.6, RIGHT, doc.y + 0.6, 0.15)
    doc.space(1.2)
    for n, value in enumerate(values):
        doc.row(*[(LEFT, label, S.bold)] * (n == 0), (VALUE, value), leading=4.8)
    doc.space(1.4)


def front(doc):
    doc.new_sheet()
    field(doc, "Plats och tid", ["Kommunkontoret, Ragnebysalen, kl. 13.00–16.25", "Ajournering kl. 14.30–14.50"])
    field(doc, "Beslutande ledamöter", [f"{n} ({p})" + (f", {t}" if t else "") + (", §§ 108–111, 113–115" if s else "") for n, p, t, _, _, s in MEMBERS])
    field(doc, "Tjänstgörande ersättare", ["Hanna Wigren (MP) för Erik Sjöholmsson (MP)", "Rolf Hellgard (KD) för Maj Wennström (KD)",
                                           "Ulla Brännvall (S) för Kjell Sandvikstrand (S), § 112"])
    field(doc, "Ersättare", ["Peter Lagerås (M)", "Nina Krantz (V)", "Göran Frostell (C)"])
    field(doc, "Övriga närvarande", ["Lars Ehrling, kommunchef", "Eva Mossberg, planarkitekt, § 111", "Marika Jernberg, sekreterare",
                                     "Bo Tingvall, verkställande direktör Ragneby Energi AB, § 109"])
    field(doc, "Justerare", ["Jesper Nordenfalk (M)"])
    field(doc, "Justeringens tid och plats", ["Tisdagen den 14 september 2010 kl. 09.00, kommunkansliet"])
    for name, party, text, role, _, pairs in MEMBERS:
        doc.attend(name, "member", party=party, role=role, role_text=text, paragraphs=pairs)
    for name, party, member, other in [("Hanna Wigren", "MP", "Erik Sjöholmsson", "MP"), ("Rolf Hellgard", "KD", "Maj Wennström", "KD")]:
        doc.attend(name, "serving_substitute", party=party, replaces=member)
        doc.miss(member, party=other)
    doc.attend("Ulla Brännvall", "serving_substitute", party="S", replaces="Kjell Sandvikstrand", paragraphs=[[112, 112]])
    for name, party in [("Peter Lagerås", "M"), ("Nina Krantz", "V"), ("Göran Frostell", "C")]:
        doc.attend(name, "substitute", party=party)
    doc.attend("Lars Ehrling", "official", role_text="kommunchef")
    doc.attend("Eva Mossberg", "official", role_text="planarkitekt", paragraphs=[[111, 111]])
    doc.attend("Marika Jernberg", "official", role="secretary", role_text="sekreterare")
    doc.attend("Bo Tingvall", "other", role_text="verkställande direktör Ragneby Energi AB", paragraphs=[[109, 109]])
    doc.adjustments.append(dict(adjusters=["Jesper Nordenfalk"], place="kommunkansliet", date="2010-09-14", time="09:00"))

    doc.sheet.line(LEFT, doc.y + 0.6, RIGHT, doc.y + 0.6, 0.15)
    for n, (role, label, name, where, pairs) in enumerate([
            ("secretary", "Sekreterare", "Marika Jernberg", "Paragrafer 108–115", None), ("chair", "Ordförande", "Kjell Sandvikstrand", "§§ 108–111, 113–115", [[108, 111], [113, 115]]),
            ("chair", "Ordförande", "Charlotte Ribbing", "§ 112", [[112, 112]]), ("adjuster", "Justerare", "Jesper Nordenfalk", None, None)]):
        doc.space(10.5)
        doc.sheet.line(VALUE, doc.y, 136, doc.y, 0.25)
        pen(doc, VALUE + 5, 1100 + n, width=48, height=5, shade=45)
        doc.row((LEFT, label, S.bold), (VALUE, name), *[(140, where)] * bool(where), leading=4.4)
        doc.sign(role, label, name, paragraphs=pairs)
    doc.space(4)
    top = doc.y
    doc.row((LEFT + 2, "ANSLAG/BEVIS", S.bold), (VALUE, "Justeringen har tillkännagivits genom anslag på kommunens anslagstavla", S), leading=5)
    doc.row((LEFT + 2, "Anslaget sätts upp", S), (VALUE, "2010-09-15"), (112, "Anslaget tas ned", S), (146, "2010-10-07"), leading=5.4)
    doc.row((LEFT + 2, "Förvaringsplats", S), (VALUE, "Kommunkansliet"), (112, "Underskrift", S), leading=10)
    doc.sheet.line(140, doc.y + 0.5, RIGHT - 3, doc.y + 0.5, 0.2)
    pen(doc, 143, 1100, width=34, height=4.4, shade=45)
    doc.space(2.5)
    doc.sheet.box(LEFT, top, RIGHT, doc.y, 0.25)
    doc.notices.append(dict(posted="2010-09-15", removed="2010-10-07", kept_at="Kommunkansliet"))


def item(doc, number, before, reference, title, paragraphs, more):
    doc.end_item()
    doc.need(32)
    doc.row((LEFT, f"Ks § {number}", B), *[(52, f"Au § {before}")] * bool(before), *[(80, f"Dnr {reference}")] * bool(reference), leading=5.4)
    doc.row((LEFT, title, B.at(13)), leading=6.2)
    doc.space(1.2)
    doc.begin_item(number, f"Ks § {number}", title, reference, earlier_numbers=[{"body": "Au", "number": before}] if before else [], **more)
    doc.tell(paragraphs, att=6, gap=1.0, heading=B, above=1.0)
    doc.space(5)


ITEMS = [
    (108, None, None, "Fastställande av dagordning", [("decision", "Kommunstyrelsens beslut", "Dagordningen fastställs med den ändringen att ärendet om ny lokal för biblioteket i Åvik utgår.")], {}),
    (109, None, "KS 2010/0188 049", "Information från Ragneby Energi AB", [("background", "Sammanfattning av ärendet", "Bolagets verkställande direktör informerar om utbyggnaden av fjärrvärme i Åvik. "
     "Hittills har 62 villor anslutits och ytterligare ett fyrtiotal ägare har anmält intresse. Ledningen under järnvägen dras i november."),
     ("decision", "Kommunstyrelsens beslut", "Informationen läggs till handlingarna.")], {}),
    (110, 93, "KS 2010/0176 042", "Delårsbokslut per den 30 juni 2010", [("background", "Sammanfattning av ärendet", "Ekonomiavdelningen har upprättat delårsbokslut. Periodens resultat är 14,2 miljoner "
     "kronor. För helåret beräknas ett över¬skott på 9,8 miljoner kronor, vilket är 4,1 miljoner kronor bättre än budget. Individ- och familjeomsorgen visar ett underskott på grund av ökade kostnader för "
     "försörjnings¬stöd."), ("documents", "Beslutsunderlag", "– Delårsbokslut per den 30 juni 2010", "– Ekonomiavdelningens tjänsteskrivelse den 19 augusti 2010"),
     ("decision", "Kommunstyrelsens beslut", "Kommunstyrelsen föreslår kommunfullmäktige besluta", "att godkänna delårsbokslutet."), ("distribution", "Expedieras till", "Kommunfullmäktige")],
     dict(distribution=["Kommunfullmäktige"])),
    (111, 95, "KS 2009/0240 214", "Planprogram för Åviks hamnområde", [("background", "Sammanfattning av ärendet", "Planprogrammet anger riktlinjer för om¬vandling av hamnområdet till bostäder, verksamheter och "
     "gästhamn. Under samrådet har 31 yttranden kommit in. Länsstyrelsen efter¬lyser en utredning om föroreningar i marken vid det tidigare varvet. Planarkitekten redogör för hur "
     "synpunkterna har be¬aktats."), ("motions", "Yrkanden", "Ulrika Stenholm (FP) yrkar att byggnads¬höjden begränsas till tre våningar närmast vattnet.", "Agneta Brohult (S) yrkar bifall till arbetsutskottets förslag."),
     ("order", "Beslutsgång", "Ordföranden ställer de båda yrkandena mot varandra och finner att kommunstyrelsen bifaller arbetsutskottets förslag."),
     ("decision", "Kommunstyrelsens beslut", "Kommunstyrelsen beslutar", "att godkänna planprogrammet samt", "att ge miljö- och byggnadsnämnden i uppdrag att upprätta detaljplan för den norra delen av området."),
     ("reservation", "Reservation", "Ulrika Stenholm (FP) och Hanna Wigren (MP) reserverar sig mot beslutet."), ("distribution", "Expedieras till", "Miljö- och byggnadsnämnden")],
     dict(proposals=[(["Ulrika Stenholm"], "FP", "Ulrika Stenholm (FP) yrkar att byggnadshöjden begränsas till tre våningar närmast vattnet."),
                     (["Agneta Brohult"], "S", "Agneta Brohult (S) yrkar bifall till arbetsutskottets förslag.")],
          reservations=[("Ulrika Stenholm", "FP", None), ("Hanna Wigren", "MP", None)], distribution=["Miljö- och byggnadsnämnden"])),
    (112, 96, "KS 2010/0203 805", "Ansökan om bidrag från Ragneby Folkets hus", [("background", "Sammanfattning av ärendet", "Folkets hus-föreningen ansöker om 350 000 kronor för att byta ut ventilationen i stora salen. "
     "Föreningen har beviljats bidrag från Boverket under förutsättning att kommunen bidrar med lika mycket."), ("disqualification", "Jäv", "Kjell Sandvikstrand (S) anmäler jäv och deltar varken i överläggning eller beslut. "
     "Charlotte Ribbing (M) tjänstgör som ord¬förande."), ("decision", "Kommunstyrelsens beslut", "Kommunstyrelsen beslutar", "att bevilja bidraget samt", "att medlen tas ur kommunstyrelsens anslag för oförutsedda behov.",
     "Paragrafen förklaras omedelbart justerad."), ("distribution", "Expedieras till", "Ragneby Folkets hus-förening, ekonomi¬avdelningen")],
     dict(disqualified=["Kjell Sandvikstrand"], immediate_adjustment=True, distribution=["Ragneby Folkets hus-förening", "ekonomiavdelningen"])),
    (113, 98, "KS 2009/0311 008", "Svar på medborgarförslag om hundrastgård", [("background", "Sammanfattning av ärendet", "I ett medborgarförslag den 2 november 2009 föreslås att en hundrastgård anläggs i centralorten. "
     "Tekniska nämnden är positiv och föreslår en plats intill idrottsplatsen. Kostnaden beräknas till 60 000 kronor."), ("decision", "Kommunstyrelsens beslut", "Kommunstyrelsen beslutar",
     "att bifalla medborgarförslaget."), ("distribution", "Expedieras till", "Förslagsställaren, tekniska nämnden")], dict(distribution=["Förslagsställaren", "tekniska nämnden"])),
    (114, None, None, "Kommunchefen informerar", [("background", "Sammanfattning av ärendet", "Lars Ehrling informerar om förberedelserna inför valet den 19 september och om det nya intranätet."),
     ("decision", "Kommunstyrelsens beslut", "Informationen läggs till handlingarna.")], {}),
    (115, None, None, "Redovisning av delegationsbeslut", [("decision", "Kommunstyrelsens beslut", "Redovisningen läggs till handlingarna.")], {}),
]
