"""A social committee's section for individuals, 2007: headings in a left column beside the text, merged numbers under secrecy, black bars."""

from ..document import Document
from ..paper import Style, wrap
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A social committee's section for individual matters in 2007: “Sekretess” stamped, “§§ 114–117” with one title, the section headings in a left column on the " \
         "line of the text they belong to, names blacked out, a member who left by the clock and came back for some §§, jäv, a vote told in a sentence, two notices " \
         "side by side. Scanned in grey at 200 dpi."
SCANNER = Scanner(dpi=200, skew=-0.8, blur=0.6, noise=4.5, paper=241, shadow=True, quality=38)

TEXT = Style("garamond", 12)
LABEL = Style("sans", 8)
LEFT, RIGHT, BODY, MIDDLE = 22.0, 190.0, 62.0, 107.0


def build():
    doc = Document("individutskott_2007", TEXT, LEFT, RIGHT, 40, 32, 5.1, head, foot)
    doc.meeting = dict(municipality="Stavsjö kommun", body="Socialnämndens individutskott", date="2007-11-20", place="Socialkontoret, Bryggargatan 9", start_time="13:30",
                       end_time="16:05", paragraphs={"first": 112, "last": 121})
    front(doc)
    doc.new_sheet()
    for entry in ITEMS:
        item(doc, *entry)
    doc.end_item()
    return doc.finish()


def head(sheet, number):
    sheet.row(15, (LEFT, "STAVSJÖ KOMMUN", LABEL.bold.at(11)), (MIDDLE, "Protokoll", LABEL.bold.at(13)), (RIGHT, f"Sidan {number} (3)", LABEL.at(9), "right"))
    sheet.row(21, (LEFT, "Socialnämndens individutskott", LABEL.at(9)), (MIDDLE, "Sammanträdesdag: 2007-11-20", LABEL.at(9)))
    sheet.line(LEFT, 25, RIGHT, 25, 0.4)
    if number > 1:
        sheet.stamp(150, 27, ["SEKRETESS", "7 kap. 4 § SekrL"], Style("sans-bold", 8), 4, shade=100)


def foot(sheet, number):
    sheet.line(LEFT, 268, RIGHT, 268, 0.2)
    sheet.line(MIDDLE - 2, 268, MIDDLE - 2, 284, 0.2)
    sheet.row(271.5, (LEFT, "Ordf. sign.", LABEL.at(7)), (62, "Just. sign.", LABEL.at(7)), (MIDDLE, "Rätt utdraget intygar", LABEL.at(7)))
    sheet.ink(initials(LEFT + 16, 281, 5500 + number), shade=60)
    sheet.ink(initials(80, 281, 5510 + number), shade=60)


def field(doc, label, lines):
    for n, line in enumerate(lines):
        doc.row(*([(LEFT, label, LABEL)] if n == 0 else []), (BODY, line))
    doc.space(2.6)


def front(doc):
    doc.new_sheet()
    doc.y = 32
    field(doc, "Lokal och klockslag", ["Socialkontoret, Bryggargatan 9, klockan 13:30 – 16:05"])
    field(doc, "Ledamöter som beslutar", ["Inga-Britt Mörlin (s) ordförande", "Carl-Henrik Brunskog (m) vice ordförande", "Dragan Stojković (s)",
                                          "Märta Isacsson (kd), frånvarande § 119", "Lena Håkanzon (v)"])
    field(doc, "Ersättare som beslutar", ["Torulf Giertz (fp) i stället för Märta Isacsson (kd) § 119"])
    field(doc, "Ersättare som lyssnar", ["Solbritt Wennerholm (c) §§ 112–119", "Yngve Sandahl-Mårs (mp) klockan 13:30 – 15:00"])
    field(doc, "Tjänstemän", ["Individ- och familjechef Annalisa Ekvärn", "Socialsekreterare Jonatan Wikholm §§ 114–117", "Familjehemssekreterare Sanna Kärki § 118",
                              "Utskottssekreterare Viveka Ahlroth"])
    for name, party, text, role in [("Inga-Britt Mörlin", "S", "ordförande", "chair"), ("Carl-Henrik Brunskog", "M", "vice ordförande", "vice_chair"),
                                    ("Dragan Stojković", "S", None, None)]:
        doc.attend(name, "member", party=party, role=role, role_text=text)
    doc.attend("Märta Isacsson", "member", party="KD", paragraphs=[[112, 118], [120, 121]])
    doc.attend("Lena Håkanzon", "member", party="V")
    doc.attend("Torulf Giertz", "serving_substitute", party="FP", replaces="Märta Isacsson", paragraphs=[[119, 119]])
    doc.attend("Solbritt Wennerholm", "substitute", party="C", paragraphs=[[112, 119]])
    doc.attend("Yngve Sandahl-Mårs", "substitute", party="MP", times=[{"start": "13:30", "end": "15:00"}])
    doc.attend("Annalisa Ekvärn", "official", role_text="Individ- och familjechef")
    doc.attend("Jonatan Wikholm", "official", role_text="Socialsekreterare", paragraphs=[[114, 117]])
    doc.attend("Sanna Kärki", "official", role_text="Familjehemssekreterare", paragraphs=[[118, 118]])
    doc.attend("Viveka Ahlroth", "official", role="secretary", role_text="Utskottssekreterare")
    field(doc, "Justeringsman", ["Carl-Henrik Brunskog (m)"])
    field(doc, "Justeras", ["Socialkontoret torsdagen den 22 november 2007 klockan 08:15", "§ 118 justerades omedelbart efter sammanträdet"])
    doc.adjustments.append(dict(adjusters=["Carl-Henrik Brunskog"], place="Socialkontoret", date="2007-11-22", time="08:15"))
    doc.adjustments.append(dict(paragraphs=[[118, 118]]))
    doc.space(1)
    for n, (role, label, name) in enumerate([("secretary", "Sekreterare", "Viveka Ahlroth"), ("chair", "Ordförande", "Inga-Britt Mörlin"),
                                             ("adjuster", "Justeringsman", "Carl-Henrik Brunskog")]):
        doc.row((LEFT, label, LABEL), (BODY, "." * 74), *([(150, "§§ 112–121")] if n == 0 else []), leading=10)
        doc.sheet.ink(scribble(BODY + 6, doc.y - 0.2, 5520 + n, width=54, height=7), shade=50)
        doc.row((BODY, name), leading=4.8)
        doc.sign(role, label, name)
    doc.space(6)
    top = doc.y
    doc.row((LEFT + 2, "ANSLAG", LABEL.bold.at(9)), (MIDDLE, "ANSLAG", LABEL.bold.at(9)), leading=5)
    for left, right in [(("§§ 112–117, 119–121", ""), ("§ 118", "")), (("Sätts upp", "2007-11-22"), ("Sätts upp", "2007-11-21")),
                        (("Tas ner", "2007-12-14"), ("Tas ner", "2007-12-13"))]:
        doc.row((LEFT + 2, left[0], TEXT if left[0][0] == "§" else LABEL), *([(BODY - 10, left[1])] if left[1] else []),
                (MIDDLE, right[0], TEXT if left[0][0] == "§" else LABEL), *([(MIDDLE + 30, right[1])] if right[1] else []))
    doc.row((LEFT + 2, "Protokollet finns på socialkontoret.", LABEL), leading=5)
    doc.y += 2.4
    doc.sheet.box(LEFT, top, RIGHT, doc.y, 0.25)
    doc.sheet.line(MIDDLE - 3, top, MIDDLE - 3, doc.y, 0.25)
    doc.notices.append(dict(posted="2007-11-22", removed="2007-12-14", kept_at="socialkontoret", paragraphs=[[112, 117], [119, 121]]))
    doc.notices.append(dict(posted="2007-11-21", removed="2007-12-13", kept_at="socialkontoret", paragraphs=[[118, 118]]))


ITEMS = [
    (112, None, "Dagordning", None, [
        ("decision", "Beslut", "Utskottet godkänner dagordningen.")], {"outcome": "approved"}),
    (113, None, "Ekonomiskt bistånd, statistik för oktober", "SN 2007.41", [
        ("background", "Ärendet", "Antalet hushåll med bistånd var 311, en minskning med 18 sedan september. Kostnaden uppgick till 1 936 000 kronor."),
        ("decision", "Beslut", "Utskottet lägger redovisningen till handlingarna.")], {"outcome": "noted"}),
    (114, 117, "Sekretess, ansökningar enligt 4 kap. 1 § socialtjänstlagen", None, [
        ("background", "Ärendet", "Jonatan Wikholm föredrar ärendena. Besluten är antecknade i respektive personakt.")], {}),
    (118, None, "Omedelbart omhändertagande enligt 6 § LVU", "SN 2007.206", [
        ("background", "Ärendet", "Beslutet avser @ född @", "Skälen framgår av utredning den 19 november 2007."),
        ("decision", "Beslut", "Ordförandens beslut godkänns.", "Paragrafen justeras omedelbart."),
        ("distribution", "Utdrag till", "Länsrätten, akten")],
     {"outcome": "approved", "immediate_adjustment": True, "distribution": ["Länsrätten", "akten"]}),
    (119, None, "Överklagat beslut om färdtjänst", "SN 2007.188", [
        ("disqualification", "Jäv", "Märta Isacsson (kd) lämnar rummet på grund av jäv."),
        ("background", "Ärendet", "Förvaltningen anser att det tidigare avslaget bör stå fast. @ har lämnat nytt läkarintyg."),
        ("motions", "Yrkanden", "Lena Håkanzon (v) yrkar att tillstånd beviljas.", "Carl-Henrik Brunskog (m) yrkar avslag."),
        ("vote", "Röstning", "3 ledamöter röstar för Lena Håkanzons yrkande och 2 röstar för avslag."),
        ("decision", "Beslut", "Tillstånd till färdtjänst beviljas till och med den 30 november 2009."),
        ("reservation", "Reservation", "Carl-Henrik Brunskog (m) och Torulf Giertz (fp) reserverar sig."),
        ("distribution", "Utdrag till", "Sökanden")],
     {"outcome": "approved", "disqualified": ["Märta Isacsson"], "votes": [(3, 2, None, [])],
      "proposals": [(["Lena Håkanzon"], "V", "Lena Håkanzon (v) yrkar att tillstånd beviljas."), (["Carl-Henrik Brunskog"], "M", "Carl-Henrik Brunskog (m) yrkar avslag.")],
      "reservations": [("Carl-Henrik Brunskog", "M", None), ("Torulf Giertz", "FP", None)], "distribution": ["Sökanden"]}),
    (120, None, "Riktlinjer för kontaktfamiljer, arvoden och omkostnader under år 2008", "SN 2007.175", [
        ("background", "Ärendet", "Arvodena föreslås följa Svenska Kommunförbundets cirkulär. Utskottet vill se en beräkning av merkostnaden."),
        ("decision", "Beslut", "Ärendet återremitteras till förvaltningen.")], {"outcome": "referred_back"}),
    (121, None, "Anmälningar", None, [
        ("background", "Ärendet", "Domar från länsrätten i tre mål. Länsstyrelsens rapport om tillsyn av familjerådgivningen."),
        ("decision", "Beslut", "Anmälningarna läggs till handlingarna.")], {"outcome": "noted"}),
]


def item(doc, number, last, title, reference, paragraphs, more):
    doc.end_item()
    doc.space(5)
    doc.need(32)
    label = f"§§ {number}–{last}" if last else f"§ {number}"
    bold = Style("sans", 10.5, "bold")
    lines = wrap(title, bold, RIGHT - BODY)
    doc.row((LEFT, label, bold), (BODY, lines[0], bold), leading=5.4)
    for line in lines[1:]:
        doc.row((BODY, line, bold), leading=5)
    if reference:
        doc.row((BODY, f"Dnr {reference}", LABEL), leading=4.4)
    doc.space(0.8)
    doc.begin_item(number, label, title, reference, number_last=last, **more)
    for kind, heading, *texts in paragraphs:
        doc.need(12)
        doc.space(1.2)
        doc.item["text"].append(heading)
        doc.open_section(kind, heading)
        for n, text in enumerate(texts):
            barred(doc, text, heading if n == 0 else None)
    doc.item["page_last"] = doc.page


def barred(doc, text, heading):
    """The heading stands in the left column on the first line. “@” is a name that was blacked out before the scan."""
    space = TEXT.width(" ")
    pieces, line, x, first = [], [], BODY, True
    for word in text.split(" "):
        width = 24.0 if word == "@" else TEXT.width(word)
        if line and x + width > RIGHT:
            pieces.append(line)
            line, x = [], BODY
        line.append((word, x, width))
        x += width + space
    pieces.append(line)
    for line in pieces:
        doc.need(doc.leading)
        cells, run, start = [], [], None
        for word, x, width in [*line, ("@", None, 0)]:
            if word == "@":
                if run:
                    cells.append((start, " ".join(run)))
                run, start = [], None
            else:
                start = x if start is None else start
                run.append(word)
        beside = [(LEFT, heading, LABEL.bold.at(9))] if heading and first else []
        doc.row(*beside, *cells)
        for word, x, width in line:
            if word == "@":
                doc.sheet.box(x, doc.y - 3.6, x + width, doc.y + 1, 0.2, fill=0)
        first = False
    doc.note(text.replace("@ ", "").replace(" @", ""))
