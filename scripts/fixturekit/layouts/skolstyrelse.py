"""A school board of 1987: names across in three columns, the chair's decision in capitals, titles in capitals with a rule."""

from ..document import Document
from ..paper import Style
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A school board in 1987 from a word processor: names in three columns, a contents list with the same headings as the items, " \
         "titles in capitals under the number, “SS § 61”, staff with organisation, special statement. Scanned in grey at 200 dpi."
SCANNER = Scanner(dpi=200, skew=0.4, blur=0.6, noise=4.0, paper=240, shadow=True, quality=36)

TEXT = Style("sans", 10.5)
LEFT, RIGHT = 25.0, 188.0
COLUMNS = (25.0, 80.0, 135.0)

MEMBERS = [("Gun Ahlskog", "s", "ordf", "chair"), ("Bo Ekensteen", "m", "v ordf", "vice_chair"), ("Kaj Ström Nilsson", "s", None, None),
           ("Lena Björnram", "s", None, None), ("Ove Kragh", "c", None, None), ("Siv Dahlheim", "s", None, None),
           ("Hans Uddén", "fp", None, None), ("Vera Zetterlund", "vpk", None, None), ("Tom Ajax", "m", None, None)]
CONTENTS = [(60, "VAL AV JUSTERARE"), (61, "BUDGETUPPFÖLJNING"), (62, "SKOLSKJUTS I GRANLIDEN"), (63, "SKOLMAT OCH KÖKSPERSONAL"),
            (64, "MEDDELANDEN")]


def build():
    doc = Document("skolstyrelse", TEXT, LEFT, RIGHT, 30, 30, 5.1, head, foot)
    doc.meeting = dict(municipality="Bruksholms kommun", body="Skolstyrelsen", date="1987-11-11", place="Skolkansliet, Bruksholm",
                       start_time="18:00", end_time="21:10", adjournments=[{"start": "19:30", "end": "19:45"}],
                       paragraphs={"first": 60, "last": 64})
    front(doc)
    doc.new_sheet()
    for entry in ITEMS:
        item(doc, *entry)
    return doc.finish()


def head(sheet, number):
    sheet.row(15, (LEFT, "BRUKSHOLMS KOMMUN", TEXT.bold), (106, "Skolstyrelsen", TEXT, "center"), (RIGHT, "1987-11-11", TEXT, "right"))
    sheet.row(20, (RIGHT, f"sid {number}", TEXT.at(9), "right"))


def foot(sheet, number):
    sheet.row(282, (LEFT, "Just:", TEXT.at(9)))
    sheet.ink(initials(38, 282, 1100 + number), shade=60)
    sheet.ink(initials(58, 282, 1110 + number), shade=60)


def label(doc, text):
    doc.space(2.6)
    doc.row((LEFT, text, TEXT.bold))


def front(doc):
    doc.new_sheet()
    doc.row((106, "SAMMANTRÄDESPROTOKOLL", TEXT.bold.at(14), "center"), leading=8)
    label(doc, "Tid och plats")
    doc.row((LEFT, "Onsdagen den 11 november 1987 kl 18.00-21.10, Skolkansliet, Bruksholm"))
    doc.row((LEFT, "Ajournering kl 19.30-19.45"))
    label(doc, "Närvarande ledamöter")
    top = doc.y
    for column in range(3):  # read down, one column after the other
        doc.y = top
        for name, party, text, _ in MEMBERS[column * 3:column * 3 + 3]:
            doc.row((COLUMNS[column], f"{name} ({party})" + (f" {text}" if text else "")))
    for name, party, text, role in MEMBERS:
        doc.attend(name, "member", party=party.upper(), role=role, role_text=text)
    label(doc, "Tjänstgörande suppleanter")
    doc.row((LEFT, "Mats Odelsten (s) ersätter Siv Dahlheim (s) fr o m § 63"))
    doc.attend("Mats Odelsten", "serving_substitute", party="S", replaces="Siv Dahlheim", paragraphs=[[63, 64]])
    label(doc, "Suppleanter")
    doc.row((LEFT, "Ruben Sax (c)"), (COLUMNS[1], "Eira Holmberg-Kusk (m)"))
    doc.attend("Ruben Sax", "substitute", party="C")
    doc.attend("Eira Holmberg-Kusk", "substitute", party="M")
    label(doc, "Tjänstemän och personalföreträdare")
    doc.row((LEFT, "Skolchef Einar Malmros"))
    doc.row((LEFT, "Rektor Anna-Stina Grape, Granlidens skola, § 62"))
    doc.row((LEFT, "Lars Bäärnhielm, Sveriges lärarförbund"))
    doc.row((LEFT, "Sekreterare Birgitta Noréus"))
    doc.attend("Einar Malmros", "official", role_text="Skolchef")
    doc.attend("Anna-Stina Grape", "official", role_text="Rektor", organization="Granlidens skola", paragraphs=[[62, 62]])
    doc.attend("Lars Bäärnhielm", "other", organization="Sveriges lärarförbund")
    doc.attend("Birgitta Noréus", "official", role="secretary", role_text="Sekreterare")
    label(doc, "Förteckning över ärenden")
    for number, title in CONTENTS:
        page = 2 if number < 63 else 3
        doc.row((LEFT, f"§ {number}"), (44, title), (RIGHT, str(page), TEXT, "right"))
        doc.contents.append((number, title, page))
    label(doc, "Justering")
    doc.row((LEFT, "Skolkansliet måndagen den 16 november 1987. Paragrafer 60-64"))
    doc.adjustments.append(dict(place="Skolkansliet", date="1987-11-16"))
    doc.space(16)
    people = [("secretary", "sekreterare", "Birgitta Noréus"), ("chair", "ordförande", "Gun Ahlskog"), ("adjuster", "justerare", "Ove Kragh")]
    for n, (x, (role, text, name)) in enumerate(zip(COLUMNS, people)):
        doc.sheet.line(x, doc.y, x + 48, doc.y, 0.25)
        doc.sheet.ink(scribble(x + 3, doc.y - 0.5, 1120 + n, width=40, height=7), shade=50)
        doc.sign(role, text, name)
    doc.row(*[(x, name) for x, (_, _, name) in zip(COLUMNS, people)])
    doc.row(*[(x, text, TEXT.at(9)) for x, (_, text, _) in zip(COLUMNS, people)], leading=4.4)


ITEMS = [
    (60, "VAL AV JUSTERARE", None, [("decision", "BESLUT", "Ove Kragh (c) utses att jämte ordföranden justera protokollet.")], {}),
    (61, "BUDGETUPPFÖLJNING", "87.212", ["Skolchefen redovisar utfallet till och med oktober. Vikariekostnaderna är 410 000 kronor högre än "
     "beräknat.", ("decision", "BESLUT", "Skolstyrelsen beslutar att notera redovisningen."),
     ("statement", "SÄRSKILT YTTRANDE", "Hans Uddén (fp): Folkpartiet har i budgetdebatten varnat för denna utveckling.")], {"outcome": "noted"}),
    (62, "SKOLSKJUTS I GRANLIDEN", "87.188", ["Föräldrar i Granliden begär skolskjuts för elever i årskurs 1-3. Avståndet är 2,6 km och vägen "
     "saknar belysning.", "Rektor Anna-Stina Grape tillstyrker.",
     "Vera Zetterlund (vpk) yrkar bifall till föräldrarnas begäran. Bo Ekensteen (m) yrkar avslag.",
     "Ordföranden ställer proposition och finner bifall. Votering begärs.",
     ("vote", "VOTERING", "Ja-röster: Gun Ahlskog, Kaj Ström Nilsson, Lena Björnram, Ove Kragh, Siv Dahlheim och Vera Zetterlund. Nej-röster: Bo "
      "Ekensteen, Hans Uddén och Tom Ajax. Resultat: 6 ja och 3 nej."),
     ("decision", "BESLUT", "Skolstyrelsen beslutar", "att bevilja skolskjuts under vinterhalvåret samt",
      "att hos vägverket begära belysning."),
     ("reservation", "RESERVATION", "Bo Ekensteen (m) och Tom Ajax (m) reserverar sig mot beslutet.")],
     {"outcome": "approved",
      "votes": [(6, 3, None, [*[(n, None, "yes") for n in ("Gun Ahlskog", "Kaj Ström Nilsson", "Lena Björnram", "Ove Kragh", "Siv Dahlheim",
                                                             "Vera Zetterlund")],
                              *[(n, None, "no") for n in ("Bo Ekensteen", "Hans Uddén", "Tom Ajax")]])],
      "proposals": [(["Vera Zetterlund"], "VPK", "Vera Zetterlund (vpk) yrkar bifall till föräldrarnas begäran."),
                    (["Bo Ekensteen"], "M", "Bo Ekensteen (m) yrkar avslag.")],
      "reservations": [("Bo Ekensteen", "M", None), ("Tom Ajax", "M", None)]}),
    (63, "SKOLMAT OCH KÖKSPERSONAL", "87.230", ["Kostchefen föreslår att köket vid Åsskolan läggs ned och att mat körs från Bruket.",
     ("decision", "BESLUT", "Ärendet återremitteras.")], {"outcome": "referred_back"}),
    (64, "MEDDELANDEN", None, ["1. Länsskolnämnden: statsbidrag 1988/89.", "2. JO: beslut i anmälan mot Bruksskolan.",
     ("decision", "BESLUT", "Skolstyrelsen beslutar att lägga meddelandena till handlingarna.")], {"outcome": "noted"}),
]


def item(doc, number, title, reference, paragraphs, more):
    doc.end_item()
    if number == 63:
        doc.new_sheet()
    doc.space(3)
    doc.need(30)
    doc.row((LEFT, f"SS § {number}"), *([(RIGHT, f"Dnr {reference}", TEXT, "right")] if reference else []))
    doc.row((LEFT, title, TEXT.bold))
    doc.sheet.line(LEFT, doc.y + 1.4, RIGHT, doc.y + 1.4, 0.2)
    doc.space(2)
    doc.begin_item(number, f"SS § {number}", title, reference, **more)
    doc.tell(paragraphs, gap=0.8, heading=TEXT)
    doc.end_item()
