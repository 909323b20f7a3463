"""A building committee of 1986: form with labels above the values, lower-case parties, number and title on one line."""

from ..document import Document
from ..paper import Style
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A building committee in 1986: printed form filled in on a daisy-wheel printer, labels in small type above the " \
         "values, lower-case parties, “Bn § 45” and title on one line with the Dnr under it. Scanned in black and white at " \
         "300 dpi."
SCANNER = Scanner(dpi=300, skew=0.2, blur=1.0, noise=18.0, black_and_white=True)

TEXT = Style("courier", 11)
FORM = Style("sans", 7)
LEFT, RIGHT, BODY = 24.0, 192.0, 50.0


def build():
    doc = Document("byggnadsnamnd", TEXT, LEFT, RIGHT, 42, 36, 4.9, head, foot)
    doc.meeting = dict(municipality="Björklinda kommun", body="Byggnadsnämnden", date="1986-04-23",
                       place="Tekniska kontoret, Björklinda", start_time="15:00", end_time="17:25",
                       paragraphs={"first": 45, "last": 50})
    front(doc)
    doc.new_sheet()
    for number, title, reference, paragraphs, more in ITEMS:
        item(doc, number, title, reference, paragraphs, dict(more))
    return doc.finish()


def head(sheet, number):
    sheet.row(17, (LEFT, "BJÖRKLINDA KOMMUN", Style("sans", 11, "bold")), (104, "SAMMANTRÄDESPROTOKOLL", Style("sans", 11, "bold")))
    sheet.row(23, (LEFT, "Byggnadsnämnden", Style("sans", 10)), (104, "Sammanträdesdatum", FORM), (164, "Blad", FORM))
    sheet.row(28, (104, "1986-04-23", TEXT), (164, str(number), TEXT))


def foot(sheet, number):
    sheet.line(LEFT, 268, RIGHT, 268)
    sheet.row(271.5, (LEFT + 1, "Justerandes sign", FORM), (106, "Utdragsbestyrkande", FORM))
    sheet.ink(initials(30, 281, 500 + number), shade=30)
    sheet.ink(initials(52, 281, 520 + number), shade=30)
    sheet.line(104, 268, 104, 284)


MEMBERS = [("Rolf Engdahl", "s", "ordförande", "chair"), ("Ingegerd Thorell", "c", "1:e vice ordförande", "vice_chair"),
           ("Sture Lagerqvist", "m", "2:e vice ordförande", "second_vice_chair"), ("Mary Gustavsson", "s", None, None),
           ("Bror Lundahl", "s", None, None), ("Yngve Carlbom", "fp", None, None)]
SERVING = [("Siv Haglund", "vpk", "Roy Strandell", "vpk")]
OTHERS = [("Clas Hultin", "stadsarkitekt", None), ("Berit Sundin", "byggnadsinspektör", [[46, 48]]),
          ("Gerd Alvin", "sekreterare", None)]


def front(doc):
    doc.new_sheet()
    doc.y = 34
    field(doc, "Plats och tid", ["Tekniska kontoret, Björklinda kl 15.00-17.25"])
    field(doc, "Beslutande", [f"{name} ({party})" + (f", {text}" if text else "") for name, party, text, _ in MEMBERS]
          + [f"{name} ({party}) tjg ers för {member} ({other})" for name, party, member, other in SERVING])
    field(doc, "Övriga deltagande", ["Gunvor Ask (c), ej tjg ers"] +
          [f"{name}, {title}" + (f", §§ {p[0][0]}-{p[0][1]}" if p else "") for name, title, p in OTHERS])
    field(doc, "Utses att justera", ["Mary Gustavsson (s)"])
    field(doc, "Justeringens plats och tid", ["Tekniska kontoret 1986-04-28"])
    for name, party, text, role in MEMBERS:
        doc.attend(name, "member", party=party.upper(), role=role, role_text=text)
    for name, party, member, other in SERVING:
        doc.attend(name, "serving_substitute", party=party.upper(), replaces=member)
        doc.miss(member, party=other.upper())
    doc.attend("Gunvor Ask", "substitute", party="C")
    for name, title, paragraphs in OTHERS:
        doc.attend(name, "official", role="secretary" if title == "sekreterare" else None, role_text=title,
                   paragraphs=paragraphs)
    doc.adjustments.append(dict(adjusters=["Mary Gustavsson"], place="Tekniska kontoret", date="1986-04-28"))

    top = doc.y
    doc.row((LEFT + 1, "Underskrifter", FORM), leading=3.4)
    for n, (role, label, name) in enumerate([("secretary", "Sekreterare", "Gerd Alvin"), ("chair", "Ordförande", "Rolf Engdahl"),
                                             ("adjuster", "Justerande", "Mary Gustavsson")]):
        extra = [(150, "Paragrafer", FORM), (166, "45-50")] if n == 0 else []
        doc.row((LEFT + 2, label, Style("sans", 9)), (56, "." * 54, Style("sans", 9)), *extra, leading=11)
        doc.sheet.ink(scribble(62, doc.y - 0.5, 531 + n, width=52, height=8), shade=20)
        doc.row((56, name), leading=4.6)
        doc.sign(role, label, name)
    doc.y += 2
    doc.sheet.box(LEFT, top, RIGHT, doc.y)

    top = doc.y
    doc.row((108, "BEVIS", Style("sans", 10, "bold"), "center"), leading=5)
    doc.row((LEFT + 1, "Justeringen har tillkännagivits genom anslag", FORM.at(8)), leading=4)
    pair(doc, ("Organ", "Byggnadsnämnden"), ("Sammanträdesdatum", "1986-04-23"))
    pair(doc, ("Anslaget uppsättes", "1986-04-29"), ("Anslaget nedtages", "1986-05-21"))
    pair(doc, ("Förvaringsplats för protokollet", "Tekniska kontoret"), ("Underskrift", None))
    doc.sheet.ink(scribble(116, doc.y, 540, width=44), shade=20)
    doc.y += 3
    doc.sheet.box(LEFT, top, RIGHT, doc.y)
    doc.notices.append(dict(organ="Byggnadsnämnden", posted="1986-04-29", removed="1986-05-21", kept_at="Tekniska kontoret"))


def field(doc, label, values):
    top = doc.y
    doc.row((LEFT + 1, label, FORM), leading=3.4)
    for value in values:
        doc.row((LEFT + 4, value), leading=4.7)
    doc.y += 2
    doc.sheet.box(LEFT, top, RIGHT, doc.y)


def pair(doc, left, right):
    doc.row((LEFT + 1, left[0], FORM), (108, right[0], FORM), leading=4)
    doc.row((LEFT + 4, left[1]), *[(112, right[1])] * bool(right[1]), leading=4.6)


ITEMS = [
    (45, "Val av justerare", None, ["! Byggnadsnämnden beslutar att utse Mary Gustavsson (s) att jämte ordföranden justera "
     "protokollet."], {}),
    (46, "Ansökan om byggnadslov, Hackspetten 7", "86.112-231", ["Arne och Viveka Stenlund ansöker om byggnads¬lov för till¬byggnad "
     "av en¬bostads¬hus med uterum och carport. Byggnads¬ytan ökar med 38 m2.", "Grannarna har hörts och har ingen erinran. "
     "Förslaget avviker från stads¬planen genom att carporten placeras 1,5 meter från tomt¬gränsen.", "! Byggnadsnämnden "
     "beslutar", "! att bevilja byggnads¬lov samt", "! att medge dispens från stads¬planens bestämmelse om avstånd till tomt¬gräns.", "> Sökanden"], {"outcome": "approved"}),
    (47, "Rivningslov för Gamla kvarnen", "86.087-237", ["Björklinda Fastighets AB ansöker om lov att riva kvarnbyggnaden på "
     "fastigheten Ån 2:4. Läns¬museet framhåller i yttrande 1986-03-14 att kvarnen är den sista i socknen med bevarat verk och "
     "avstyrker rivning.", "Sture Lagerqvist (m) yrkar bifall till ansökan.", "Ingegerd Thorell (c) yrkar avslag på ansökan.",
     "Ordföranden ställer proposition på yrkandena och finner att nämnden bifaller Ingegerd Thorells yrkande. Votering begärs.",
     "Ja-röst för Ingegerd Thorells yrkande, nej-röst för Sture Lagerqvists yrkande. Vid voteringen avges 5 ja-röster och "
     "2 nej-röster.", "! Byggnadsnämnden beslutar att avslå ansökan om rivningslov.",
     "Sture Lagerqvist (m) och Yngve Carlbom (fp) reserverar sig mot beslutet.", "> Sökanden, länsmuseet"],
     {"outcome": "rejected", "votes": [(5, 2, None, [])],
      "proposals": [(["Sture Lagerqvist"], "M", "Sture Lagerqvist (m) yrkar bifall till ansökan."),
                    (["Ingegerd Thorell"], "C", "Ingegerd Thorell (c) yrkar avslag på ansökan.")],
      "reservations": [("Sture Lagerqvist", "M", None), ("Yngve Carlbom", "FP", None)]}),
    (48, "Olovligt uppförd båtbrygga, Norrviken 1:19", "85.340-239", ["Vid besiktning har konstaterats att en brygga om 14 meter har "
     "uppförts utan dispens från strandskyddet. Ägaren, Göran Fors, har fått tillfälle att yttra sig men inte hörts av.",
     "! Byggnadsnämnden beslutar att bordlägga ärendet till sammanträdet 1986-05-21.", "> Göran Fors"], {"outcome": "postponed"}),
    (49, "Namn på gator inom Smedstorpet", "86.098-246", ["Kulturnämnden föreslår namn med anknytning till den gamla smedjan: "
     "Städvägen, Tångstigen och Blåsbälgsgränd.", "! Byggnadsnämnden beslutar att anta förslaget.",
     "> Kulturnämnden, postverket, lantmäteriet"], {"outcome": "approved"}),
    (50, "Delegationsbeslut", None, ["Stadsarkitektens beslut nr 31-44 redovisas.", "! Byggnadsnämnden beslutar att lägga "
     "redovisningen till handlingarna."], {"outcome": "noted"}),
]


def item(doc, number, title, reference, paragraphs, more):
    doc.end_item()
    doc.need(24)
    doc.row((LEFT, f"Bn § {number}"), (BODY, title, TEXT.bold), leading=5.4)
    if reference:
        doc.row((BODY, f"Dnr {reference}"))
    doc.space(1.5)
    sent = [text[2:] for text in paragraphs if text.startswith("> ")]
    doc.begin_item(number, f"Bn § {number}", title, reference, distribution=split_names(sent), **more)
    for text in paragraphs:
        if text.startswith("! "):
            if not (doc.section and doc.section["kind"] == "decision"):
                doc.heading("BESLUT", "decision", style=TEXT, indent=BODY - LEFT)
            indent = 6 if text.startswith("! att ") else 0
            doc.para(text[2:], indent=BODY - LEFT + indent, gap=0.4)
        elif text.startswith("> "):
            doc.heading("Exp", "distribution", style=TEXT, above=1, indent=BODY - LEFT)
            doc.para(text[2:], indent=BODY - LEFT)
        else:
            doc.leave_section()
            doc.para(text, indent=BODY - LEFT, gap=1.4)
    doc.end_item()
    doc.space(3.5)
    doc.sheet.line(BODY, doc.y, BODY + 30, doc.y)
    doc.space(4)


def split_names(lines):
    return [name.strip() for line in lines for name in line.split(",")]
