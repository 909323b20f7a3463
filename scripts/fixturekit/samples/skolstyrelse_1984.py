"""A school board of 1984: electric typewriter, labels in capitals, members and substitutes with the times they served."""

from ..document import Document
from ..help import dots, pen, register, commas
from ..paper import Style
from ..pen import initials
from ..scan import Scanner

SOURCE = "A municipal school board in 1984: electric typewriter, front page with labels in capitals and no boxes, times for a member " \
         "who left and the substitute who served, number in the margin with the Dnr below, decision in an indented sentence, one " \
         "disqualification. Scanned in black and white at 400 dpi."
SCANNER = Scanner(dpi=400, skew=0.25, blur=0.9, noise=12.0, black_and_white=True)

TEXT = Style("pica", 11)
SMALL = Style("pica", 9)
LEFT, VALUE, BODY, RIGHT = 24.0, 68.0, 54.0, 192.0

MEMBERS = [("Bengt Nilsson", "s", "ordförande", "chair"), ("Ann-Marie Engvall", "c", "vice ordförande", "vice_chair"),
           ("Kerstin Sjögren", "s", None, None, {"times": [{"start": "13:00", "end": "14:40"}]}),
           ("Rolf Danielsson", "s", None, None), ("Gunilla Arvidsson", "m", None, None), ("Hans Mattsson", "m", None, None),
           ("Elisabet Nygren", "fp", None, None)]
SERVING = [("Bo Lindgren", "s", "Kerstin Sjögren", None, {"times": [{"start": "14:40", "end": "16:05"}]}),
           ("Ulla Henriksson", "vpk", "Conny Åberg", "vpk")]
SUBS = [("Stig Magnusson", "c"), ("Barbro Blomqvist", "m")]
OFFICIALS = [("Karl-Axel Hedlund", "skolchef"), ("Ingvar Jonsson", "rektor", [[97, 97]]), ("Monica Eklund", "sekreterare")]


def build():
    doc = Document("skolstyrelse_1984", TEXT, LEFT, RIGHT, 36, 32, 4.9, head, foot)
    doc.meeting = dict(municipality="Granlida kommun", body="Skolstyrelsen", date="1984-05-22",
                       place="Skolkontoret, Storgatan 18, Granlida", start_time="13:00", end_time="16:05",
                       paragraphs={"first": 94, "last": 101})
    doc.new_sheet()
    front(doc)
    doc.new_sheet()
    for number, title, reference, paragraphs, more in ITEMS:
        item(doc, number, title, reference, paragraphs, dict(more))
    doc.end_item()
    return doc.finish()


def head(sheet, number):
    sheet.row(17, (LEFT, "GRANLIDA KOMMUN", TEXT), (108, "SAMMANTRÄDESPROTOKOLL", TEXT), (RIGHT, f"Sid {number}", TEXT, "right"))
    sheet.row(22.5, (LEFT, "SKOLSTYRELSEN", TEXT), (108, "1984-05-22", TEXT))


def foot(sheet, number):
    sheet.row(277, (LEFT, "Sign:", SMALL))
    for n in range(3):
        sheet.ink(initials(40 + 22 * n, 277, 840 + 10 * n), shade=15)


def field(doc, label, values, gap=2.6):
    for n, value in enumerate(values):
        doc.row(*[(LEFT, label)] * (n == 0), (VALUE + (5 if value.startswith("kl ") else 0), value))
    doc.space(gap)


def front(doc):
    field(doc, "PLATS", ["Skolkontoret, Storgatan 18, Granlida"], 0.6)
    field(doc, "TID", ["Kl 13.00-16.05"])
    field(doc, "BESLUTANDE", [
        "Bengt Nilsson (s), ordförande", "Ann-Marie Engvall (c), vice ordförande", "Kerstin Sjögren (s), kl 13.00-14.40",
        "Rolf Danielsson (s)", "Gunilla Arvidsson (m)", "Hans Mattsson (m)", "Elisabet Nygren (fp)",
        "Bo Lindgren (s), tjg suppl för Kerstin Sjögren (s),", "kl 14.40-16.05", "Ulla Henriksson (vpk), tjg suppl för Conny Åberg (vpk)"])
    field(doc, "EJ TJÄNSTGÖRANDE", ["Stig Magnusson (c)"], 0)
    field(doc, "SUPPLEANTER", ["Barbro Blomqvist (m)"])
    field(doc, "TJÄNSTEMÄN", ["Karl-Axel Hedlund, skolchef", "Ingvar Jonsson, rektor, § 97", "Monica Eklund, sekreterare"])
    field(doc, "PERSONAL-", ["Inger Lundin, Sveriges lärarförbund"], 0)
    field(doc, "FÖRETRÄDARE", ["Olle Bengtsson, Kommunalarbetareförbundet"])
    field(doc, "JUSTERARE", ["Elisabet Nygren (fp)"])
    field(doc, "JUSTERING", ["Skolkontoret måndagen den 28 maj 1984"])
    field(doc, "PARAGRAFER", ["94-101"])
    register(doc, MEMBERS, SERVING, SUBS, OFFICIALS)
    doc.attend("Inger Lundin", "other", organization="Sveriges lärarförbund")
    doc.attend("Olle Bengtsson", "other", organization="Kommunalarbetareförbundet")
    doc.adjustments.append(dict(adjusters=["Elisabet Nygren"], place="Skolkontoret", date="1984-05-28"))
    doc.space(3)
    for n, (role, label, name) in enumerate([("secretary", "SEKRETERARE", "Monica Eklund"), ("chair", "ORDFÖRANDE", "Bengt Nilsson"),
                                             ("adjuster", "JUSTERARE", "Elisabet Nygren")]):
        doc.row((LEFT, label), (VALUE, dots(TEXT, 84)), leading=11)
        pen(doc, VALUE + 4, 8411 + n, width=54, height=8, shade=15)
        doc.row((VALUE, name), leading=4.8)
        doc.sign(role, label, name)
    doc.space(5)
    doc.sheet.line(LEFT, doc.y, RIGHT, doc.y)
    doc.space(1)
    doc.row((LEFT, "BEVIS OM ANSLAG"))
    doc.row((LEFT, "Protokollets justering har tillkännagivits på kommunens anslagstavla"))
    doc.row((LEFT, "Anslaget uppsatt"), (VALUE, "1984-05-29"))
    doc.row((LEFT, "Anslaget nedtages"), (VALUE, "1984-06-20"))
    doc.row((LEFT, "Protokollet finns på"), (VALUE + 8, "Skolkontoret"))
    pen(doc, 136, 8419, width=42, shade=15)
    doc.notices.append(dict(posted="1984-05-29", removed="1984-06-20", kept_at="Skolkontoret"))


def item(doc, number, title, reference, paragraphs, more):
    doc.end_item()
    doc.need(30)
    doc.row((LEFT, f"§ {number}"), (BODY, title))
    doc.sheet.line(BODY, doc.y + 1.1, BODY + TEXT.width(title), doc.y + 1.1)
    sent = [t for k, t in paragraphs if k == "distribution"]
    if reference:
        doc.row((LEFT, f"Dnr {reference}"))
    doc.begin_item(number, f"§ {number}", title, reference, distribution=[n for t in sent for n in commas(t[5:])], **more)
    doc.space(1.5 if reference else 3)
    for kind, text in paragraphs:
        if kind is None:
            doc.leave_section()
        ind = BODY - LEFT + (8 if kind == "decision" else 0)
        att = 9 if text.startswith("att ") else 0
        doc.para(text, indent=ind, hang=ind + att, gap=0.4 if kind == "decision" else 2, kind=kind)
        if kind == "decision" and text.endswith("."):
            doc.space(1.6)
    doc.end_item()
    doc.space(5.5)


D = "decision"
ITEMS = [
    (94, "Val av justerare", None, [(D, "Skolstyrelsen utser Elisabet Nygren (fp) att jämte ordföranden justera protokollet.")], {}),
    (95, "Rapport från skolchefen", None, [
        (None, "Skolchefen informerar om tjänste¬tillsättningar inför läsåret 1984/85. Av 14 utlysta låg- och mellanstadie¬lärartjänster har elva "
         "kunnat besättas med behöriga sökande."),
        (None, "Läsårets elevvårds¬konferens hålls den 7 juni i Björkängs¬skolans aula."),
        (D, "Skolstyrelsen tackar för informationen.")], {}),
    (96, "Skolskjutsar läsåret 1984/85", "118/84-623", [
        (None, "Skolkontoret har inbjudit till anbud på skolskjutsar för elva turer. Fyra anbud har inkommit inom föreskriven tid. "
         "Jämfört med innevarande läsår stiger kostnaden med 6,5 procent."),
        ("disqualification", "Hans Mattsson anmäler jäv och lämnar sammanträdet under behandlingen av ärendet."),
        (D, "Skolstyrelsen beslutar"), (D, "att anta Granlida Busstrafik AB som entreprenör för turerna 1-8 samt"),
        (D, "att anta Åkeriet Lund & Söner för turerna 9-11."),
        ("distribution", "Exp: Anbudsgivarna, ekonomikontoret")], {"disqualified": ["Hans Mattsson"]}),
    (97, "Stadieindelning vid Björkängsskolan", "072/84-610", [
        (None, "Elevantalet inom Björkängsskolans upptagnings¬område minskar från 412 till 330 fram till år 1990. En arbetsgrupp med "
         "företrädare för skolledning, personal och hem- och skolaförening har övervägt om högstadiet bör flyttas till Centralskolan."),
        (None, "Rektor Ingvar Jonsson redogör för arbetsgruppens rapport. Restiden för eleverna från Norrby skulle öka med tjugo minuter. "
         "Personal¬organisationerna har vid MBL-förhandling den 15 maj avstyrkt en flyttning."),
        (None, "Bengt Nilsson (s) yrkar att högstadiet behålls vid Björkängsskolan."),
        (None, "Gunilla Arvidsson (m) yrkar att högstadiet flyttas till Centralskolan från läsåret 1986/87."),
        (None, "Efter ställda propositioner finner ordföranden att skolstyrelsen beslutar enligt Bengt Nilssons yrkande."),
        (D, "Skolstyrelsen beslutar att högstadiet tills vidare behålls vid Björkängsskolan."),
        ("reservation", "Gunilla Arvidsson (m) och Hans Mattsson (m) reserverar sig mot beslutet."),
        ("distribution", "Exp: Björkängsskolan, Centralskolan")],
     {"proposals": [(["Bengt Nilsson"], "S", "Bengt Nilsson (s) yrkar att högstadiet behålls vid Björkängsskolan."),
                    (["Gunilla Arvidsson"], "M", "Gunilla Arvidsson (m) yrkar att högstadiet flyttas till Centralskolan från läsåret 1986/87.")],
      "reservations": [("Gunilla Arvidsson", "M", None), ("Hans Mattsson", "M", None)]}),
    (98, "Inköp av datorer till Centralskolan", "101/84-612", [
        (None, "Skolöverstyrelsen har beviljat bidrag till datautrustning för undervisningen i data¬lära. Sex datorer av märket Compis med "
         "en gemensam skrivare kostar 171 000 kronor. Statsbidraget uppgår till hälften av kostnaden."),
        (D, "Skolstyrelsen beslutar"), (D, "att köpa in utrustningen samt"),
        (D, "att hos kommunstyrelsen begära ett tilläggsanslag om 85 500 kronor."),
        ("distribution", "Exp: Kommunstyrelsen, Centralskolan")], {}),
    (99, "Ansökan om tjänstledighet", "126/84-023", [
        (None, "Adjunkten Lennart Öhman ansöker om tjänstledighet under läsåret 1984/85 för forskarstudier. Rektor tillstyrker ansökan."),
        (D, "Skolstyrelsen beslutar att bevilja tjänstledighet under tiden 1984-08-16 - 1985-06-12."),
        ("distribution", "Exp: Lennart Öhman, personalkontoret")], {}),
    (100, "Skolmåltidspriser för personal", "109/84-622", [
        (None, "Kommunförbundet rekommenderar att priset för en skolmåltid höjs till 17 kronor. Nuvarande pris, 15 kronor, har gällt sedan "
         "den 1 januari 1983."),
        (D, "Skolstyrelsen beslutar att höja priset till 17 kronor från och med höstterminen 1984."),
        ("distribution", "Exp: Skolmåltidsföreståndaren")], {}),
    (101, "Delgivningar", None, [
        (None, "Länsskolnämndens beslut om tilldelning av förstärkningsresurs för läsåret 1984/85."),
        (None, "Skrivelse från föräldrar i Norrby om vintervägen till hållplatsen."),
        (D, "Skolstyrelsen lägger delgivningarna till handlingarna.")], {}),
]
