"""A municipal council of 2011: attendance in a table of names and parties, two panels side by side; votes in tables."""

from ..document import Document
from ..paper import Style
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A municipal council in 2011: two panels of names with a column of parties, “§63” without a blank, the Dnr under the " \
         "title, ballots in a table of two panels, movements of members in prose. Scanned in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.15, blur=0.6, noise=2.0, paper=252, quality=24)

TEXT = Style("century", 10.5)
SMALL = TEXT.at(9)
LEFT, RIGHT, MIDDLE = 24.0, 190.0, 108.0

FIRST = [("Yngve Zachrisson", "S", "ordförande"), ("Anne-Marie Ingelmark", "S", None), ("Gulsen Demir", "S", None),
         ("Patrik Uggelberg", "S", None), ("Hanna Rosenqvist Lööf", "S", None), ("Niilo Äijänen", "V", None),
         ("Cajsa Wennerlund", "V", None), ("Joel Planthaber", "MP", None)]
SECOND = [("Carl-Gustaf Tornérhielm", "M", "1:e v ordf"), ("Pia Klockhoff", "M", None), ("Tony O'Brien", "M", None),
          ("Eva de la Motte", "FP", None), ("Ingemar Fallbo", "C", None), ("Ruth Haile", "KD", None),
          ("Ronny Stake", "SD", None), ("Ove Bladh", "SPI", None)]
SUBSTITUTES = [("Marek Kaczmarek", "S", "Lisbeth Öfverholm", "S"), ("Beata von Platen", "M", "Gösta Cederroth", "M")]


def build():
    doc = Document("kommunfullmaktige_2011", TEXT, LEFT, RIGHT, 36, 30, 5.0, head, foot)
    doc.meeting = dict(municipality="Mörkö-Vansta kommun", body="Kommunfullmäktige", date="2011-04-26",
                       place="Aulan, Vanstaskolan", start_time="18:30", end_time="20:55", paragraphs={"first": 61, "last": 66})
    front(doc)
    doc.new_sheet()
    for entry in ITEMS:
        item(doc, *entry)
    return doc.finish()


def head(sheet, number):
    sheet.row(16, (LEFT, "Mörkö-Vansta kommun", TEXT.bold), (RIGHT, f"Sida {number} av 3", SMALL, "right"))
    sheet.row(21, (LEFT, "Kommunfullmäktige", TEXT), (RIGHT, "2011-04-26", SMALL, "right"))
    sheet.line(LEFT, 24, RIGHT, 24, 0.6)


def foot(sheet, number):
    sheet.line(LEFT, 274, RIGHT, 274, 0.3)
    sheet.row(279, (LEFT, "Justerandes sign", SMALL), (MIDDLE, "Utdragsbestyrkande", SMALL))
    sheet.ink(initials(LEFT + 30, 283, 500 + number), shade=60)
    sheet.ink(initials(LEFT + 50, 283, 540 + number), shade=60)


def label(doc, text, above=3.0):
    doc.space(above)
    doc.row((LEFT, text, TEXT.bold))


def panel(doc, people, x, top):
    doc.y = top
    for name, party, role in people:
        doc.row((x, f"{name}, {role}" if role else name), (x + 66, party))
    return doc.y


def front(doc):
    doc.new_sheet()
    doc.row((LEFT, "Sammanträdesprotokoll", TEXT.bold.at(16)), leading=8)
    label(doc, "Plats och tid")
    doc.row((LEFT, "Aulan, Vanstaskolan, tisdagen den 26 april 2011 kl. 18.30–20.55"))
    label(doc, "Beslutande ledamöter")
    top = doc.y
    lower = panel(doc, FIRST, LEFT, top)
    panel(doc, SECOND, MIDDLE, top)
    doc.y = lower
    doc.sheet.line(MIDDLE - 4, top + 1.5, MIDDLE - 4, lower + 1.5, 0.2)
    label(doc, "Tjänstgörande ersättare")
    for name, party, member, _ in SUBSTITUTES:
        doc.row((LEFT, name), (LEFT + 66, party), (MIDDLE, f"för {member}"))
    label(doc, "Ej tjänstgörande ersättare")
    doc.row((LEFT, "Sven-Inge Glans"), (LEFT + 66, "C"), (MIDDLE, "§§ 61–64"))
    doc.row((LEFT, "Thi Lan Nguyen"), (LEFT + 66, "MP"))
    label(doc, "Övriga deltagare")
    doc.row((LEFT, "Bo Stålhandske, kommundirektör"))
    doc.row((LEFT, "Ann-Louise Gyllencreutz, kanslichef och sekreterare"))
    doc.row((LEFT, "Mats Hedqvist, förtroendevald revisor, § 63"))
    for people in (FIRST, SECOND):
        for name, party, role in people:
            doc.attend(name, "member", party=party, role_text=role,
                       role={"ordförande": "chair", "1:e v ordf": "vice_chair"}.get(role))
    for name, party, member, other in SUBSTITUTES:
        doc.attend(name, "serving_substitute", party=party, replaces=member)
        doc.miss(member)
    doc.attend("Sven-Inge Glans", "substitute", party="C", paragraphs=[[61, 64]])
    doc.attend("Thi Lan Nguyen", "substitute", party="MP")
    doc.attend("Bo Stålhandske", "official", role_text="kommundirektör")
    doc.attend("Ann-Louise Gyllencreutz", "official", role="secretary", role_text="kanslichef och sekreterare")
    doc.attend("Mats Hedqvist", "other", role_text="förtroendevald revisor", paragraphs=[[63, 63]])
    label(doc, "Justerare")
    doc.row((LEFT, "Cajsa Wennerlund och Ingemar Fallbo"))
    label(doc, "Justeringens tid och plats")
    doc.row((LEFT, "Kommunkansliet tisdagen den 3 maj 2011 kl. 17.00"))
    doc.adjustments.append(dict(adjusters=["Cajsa Wennerlund", "Ingemar Fallbo"], place="Kommunkansliet", date="2011-05-03",
                                time="17:00"))
    doc.space(5)
    people = [[("secretary", "Sekreterare", "Ann-Louise Gyllencreutz"), ("chair", "Ordförande", "Yngve Zachrisson")],
              [("adjuster", "Justerare", "Cajsa Wennerlund"), ("adjuster", "Justerare", "Ingemar Fallbo")]]
    for k, pair in enumerate(people):
        doc.row(*[((LEFT, MIDDLE)[n], text, TEXT.bold) for n, (_, text, _) in enumerate(pair)],
                *([(RIGHT, "Paragrafer 61–66", TEXT, "right")] if k == 0 else []))
        doc.space(9)
        for n, (role, text, name) in enumerate(pair):
            x = (LEFT, MIDDLE)[n]
            doc.sheet.line(x, doc.y, x + 66, doc.y, 0.2)
            doc.sheet.ink(scribble(x + 5, doc.y - 0.5, 400 + 2 * k + n, width=46), shade=25)
            doc.sign(role, text, name)
        doc.row(*[((LEFT, MIDDLE)[n], name) for n, (_, _, name) in enumerate(pair)], leading=4.6)
        doc.space(2)
    doc.space(1)
    top = doc.y
    doc.row((LEFT + 2, "BEVIS OM ANSLAG", TEXT.bold))
    doc.row((LEFT + 2, "Protokollet är justerat och tillkännagivet på kommunens anslagstavla.", SMALL), leading=4.6)
    doc.row((LEFT + 2, "Anslagsdatum", SMALL), (58, "2011-05-04", SMALL), (MIDDLE, "Anslaget tas ner", SMALL), (146, "2011-05-26", SMALL),
            leading=4.6)
    doc.row((LEFT + 2, "Förvaringsplats", SMALL), (58, "Kommunkansliet", SMALL), leading=4.6)
    doc.space(2)
    doc.sheet.box(LEFT, top, RIGHT, doc.y)
    doc.notices.append(dict(posted="2011-05-04", removed="2011-05-26", kept_at="Kommunkansliet"))


ORDER = [*FIRST, *SECOND, *[(name, party, None) for name, party, *_ in SUBSTITUTES]]
BALLOTS = dict(zip([name for name, *_ in ORDER],
                   ["yes", "yes", "yes", "yes", "yes", "yes", "abstain", "yes",
                    "no", "no", "no", "no", "yes", "no", "no", "yes", "yes", "no"]))
VOTES = [(name, party, BALLOTS[name]) for name, party, _ in ORDER]


def ballots(doc):
    """A table of three columns of crosses, in two panels of nine."""
    doc.need(62)
    doc.space(2)
    top = doc.y
    for panel, x in enumerate((LEFT, MIDDLE)):
        doc.y = top
        marks = {"yes": x + 53, "no": x + 62, "abstain": x + 72}
        right, rules = x + 78, [top]
        doc.table_row((x + 1, "Namn", SMALL.bold), (marks["yes"], "Ja", SMALL.bold, "center"),
                      (marks["no"], "Nej", SMALL.bold, "center"), (marks["abstain"], "Avstår", SMALL.bold, "center"), leading=4.6)
        for name, party, vote in VOTES[panel * 9:panel * 9 + 9]:
            rules.append(doc.y + 1.3)
            doc.table_row((x + 1, f"{name} ({party})", SMALL), (marks[vote], "X", SMALL, "center"), leading=5)
        rules.append(doc.y + 1.3)
        for y in rules:
            doc.sheet.line(x, y, right, y, 0.15)
        for at in (x, x + 48, x + 58, x + 67, right):
            doc.sheet.line(at, top, at, rules[-1], 0.15)
    doc.space(2.5)
    yes, no, abstain = (sum(vote == kind for *_, vote in VOTES) for kind in ("yes", "no", "abstain"))
    assert (yes, no, abstain) == (10, 7, 1)
    doc.table_row((LEFT + 1, "Summa", SMALL.bold), (MIDDLE, "Ja 10", SMALL), (MIDDLE + 22, "Nej 7", SMALL),
                  (MIDDLE + 44, "Avstår 1", SMALL))
    doc.space(1)


ITEMS = [
    (61, "Val av justerare", None, [("decision", "Beslut", "Cajsa Wennerlund och Ingemar Fallbo utses att jämte ordföranden "
                                     "justera dagens protokoll.")], {}),
    (62, "Allmänhetens frågestund", None, ["Ingen fråga har kommit in till dagens sammanträde."], {}),
    (63, "Årsredovisning och ansvarsfrihet för 2010", "2011/KS 0094 041",
     [("background", "Beskrivning av ärendet", "Revisorerna tillstyrker att nämnderna beviljas ansvarsfrihet. Mats Hedqvist "
       "redogör för revisionsberättelsen. Årets resultat uppgår till 9,3 miljoner kronor.",
       "Yngve Zachrisson (S), Pia Klockhoff (M) och Ruth Haile (KD) deltar inte i beslutet om ansvars¬frihet på grund av jäv."),
      ("documents", "Underlag", "Kommunstyrelsens protokoll den 4 april 2011, § 52", "Revisionsberättelse den 11 april 2011"),
      ("decision", "Beslut", "Kommunfullmäktige beslutar", "att godkänna årsredovisningen för 2010 samt",
       "att bevilja nämnder och förtroendevalda ansvarsfrihet."),
      ("distribution", "Expedieras till", "Samtliga nämnder, revisorerna")],
     {"outcome": "approved", "disqualified": ["Yngve Zachrisson", "Pia Klockhoff", "Ruth Haile"],
      "distribution": ["Samtliga nämnder", "revisorerna"]}),
    (64, "Svar på motion om att stänga Storgatan i Vansta för genomfartstrafik och anlägga gågata mellan torget och järnvägsstationen", "2010/KS 0388 512",
     [("background", "Beskrivning av ärendet", "Joel Planthaber (MP) har i en motion föreslagit att Storgatan stängs för "
       "genomfart. Trafikräkningen visar 4 200 fordon per dygn. Köpmannaföreningen avstyrker."),
      ("motions", "Yrkanden", "Joel Planthaber (MP) yrkar bifall till motionen. Niilo Äijänen (V) instämmer.",
       "Carl-Gustaf Tornérhielm (M) yrkar avslag på motionen."),
      ("order", "Propositionsgång", "Ordföranden ställer proposition på bifall mot avslag och finner att motionen bifalls. "
       "Omröstning begärs. Den som vill bifalla motionen röstar ja, den som vill avslå den röstar nej."),
      ("vote", "Omröstning", "Med 10 ja-röster mot 7 nej-röster och 1 som avstår beslutar fullmäktige att bifalla motionen. Så här "
       "röstade var och en:"),
      ballots,
      ("decision", "Beslut", "Kommunfullmäktige beslutar att bifalla motionen."),
      ("reservation", "Reservationer", "Carl-Gustaf Tornérhielm (M), Pia Klockhoff (M) och Tony O'Brien (M) reserverar sig till "
       "förmån för eget yrkande.")],
     {"outcome": "approved", "votes": [(10, 7, 1, VOTES)],
      "proposals": [(["Joel Planthaber"], "MP", "Joel Planthaber (MP) yrkar bifall till motionen. Niilo Äijänen (V) instämmer."),
                    (["Carl-Gustaf Tornérhielm"], "M", "Carl-Gustaf Tornérhielm (M) yrkar avslag på motionen.")],
      "reservations": [("Carl-Gustaf Tornérhielm", "M", None), ("Pia Klockhoff", "M", None), ("Tony O'Brien", "M", None)]}),
    (65, "Avsägelse från Lisbeth Öfverholm", "2011/KS 0177 116",
     [("background", "Beskrivning av ärendet", "Lisbeth Öfverholm (S) har avsagt sig sitt uppdrag som ledamot i barn- och "
       "utbildningsnämnden."),
      ("decision", "Beslut", "Kommunfullmäktige beslutar att godkänna avsägelsen och att begära ny sammanräkning hos länsstyrelsen."),
      ("distribution", "Expedieras till", "Lisbeth Öfverholm, länsstyrelsen")],
     {"outcome": "approved", "distribution": ["Lisbeth Öfverholm", "länsstyrelsen"]}),
    (66, "Anmälan av motioner", "2011/KS 0206 001",
     [("background", "Beskrivning av ärendet", "Eva de la Motte (FP) har lämnat en motion om lästerapeuter i skolan."),
      ("decision", "Beslut", "Motionen lämnas till kommunstyrelsen för beredning.")], {}),
]


def item(doc, number, title, reference, paragraphs, more):
    doc.end_item()
    doc.space(4)
    doc.need(34)
    doc.para(f"§{number} {title}", style=TEXT.bold.at(12), leading=5.6, note=False)
    if reference:
        doc.row((LEFT, f"Dnr. {reference}", SMALL))
    doc.space(1)
    doc.begin_item(number, f"§{number}", title, reference, **more)
    doc.tell(paragraphs, gap=0.6, heading=TEXT.italic, above=1.6)
