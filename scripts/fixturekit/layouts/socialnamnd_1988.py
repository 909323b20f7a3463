"""A municipal social committee in 1988, daisy-wheel word processor: an alphabetical list with “*” before serving substitutes, “Sn § 96” and title between two rules, headings run in with a colon."""

from ..document import Document
from ..paper import Style, wrap
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A municipal social committee in 1988, word processor: labels in small letters on a printed form, one list of those who decide with “*” before substitutes that serve and a line that explains it, those who left with the §, " \
         "“Sn § 96” and title between two rules with “Dnr 88.114.734” on the next line, headings in italics, proposals, order and a roll-call by party, reservation with its text, “Delges”, signatures over names side by side, notice in a box. " \
         "Scanned in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=-0.3, blur=0.6, noise=3.0, paper=246, quality=38)

TEXT = Style("century", 10.5)
SMALL = Style("sans", 7.5)
LEFT, RIGHT, BODY = 27.0, 187.0, 76.0
COLUMNS = (27.0, 82.0, 137.0)


def build():
    doc = Document("socialnamnd_1988", TEXT, LEFT, RIGHT, 38, 32, 4.9, head, foot)
    doc.meeting = dict(municipality="Kvarnbro kommun", body="Socialnämnden", date="1988-05-25", place="Servicehuset Linden, samlingssalen", start_time="13:30", end_time="17:10",
                       adjournments=[{"start": "15:00", "end": "15:20"}], paragraphs={"first": 94, "last": 101})
    front(doc)
    doc.new_sheet()
    for entry in ITEMS:
        item(doc, *entry)
    doc.end_item()
    return doc.finish()


def head(sheet, number):
    sheet.row(14, (LEFT, "KVARNBRO KOMMUN", TEXT.bold), (110, "PROTOKOLL", TEXT.bold), (RIGHT, f"Blad {number}", TEXT, "right"))
    sheet.row(19, (LEFT, "Socialnämnden", TEXT), (110, "Sammanträdesdag 1988-05-25", TEXT))
    sheet.line(LEFT, 22, RIGHT, 22, 0.4)


def foot(sheet, number):
    sheet.line(LEFT, 273, RIGHT, 273, 0.25)
    sheet.row(276.5, (LEFT, "Ordförandens och justerandes signatur", SMALL), (120, "Protokollsutdragets riktighet bestyrkes", SMALL))
    for n in range(2):
        sheet.ink(initials(34 + 24 * n, 284, 7500 + 5 * number + n), shade=40)


def front(doc):
    doc.new_sheet()

    def field(label, lines):
        for n, line in enumerate(lines):
            doc.row(*([(LEFT, label, TEXT.italic)] if n == 0 else []), (BODY, line))
        doc.space(2.4)

    field("Lokal", ["Servicehuset Linden, samlingssalen"])
    field("Tid", ["Onsdagen den 25 maj 1988 kl 13.30 - 17.10", "Sammanträdet ajourneras kl 15.00 - 15.20"])
    people = [("", "Berit Askling (s), ordförande", "chair"), ("", "Nils Ferm (c), vice ordförande", "vice_chair"), ("", "Alf Grundén (s)", None), ("*", "Ylva Hammar (vpk)", None), ("", "Märta Ivarsson (s)", None),
              ("", "Göte Jansheden (m), ej § 99", None), ("", "Leif Kullander (s)", None), ("*", "Anita Palmér (fp)", None), ("", "Stina Rask-Olin (c)", None)]
    for n, (mark, line, _) in enumerate(people):
        doc.row(*([(LEFT, "Beslutande", TEXT.italic)] if n == 0 else []), *([(BODY - 4, mark)] if mark else []), (BODY, line))
    doc.row((BODY - 4, "* = tjänstgörande ersättare", TEXT.at(9)))
    doc.space(2.4)
    field("Övriga ersättare", ["Sune Tjernberg (s)", "Margit Wall (m), §§ 94 - 98"])
    field("Förhindrade", ["Roland Nystedt (vpk)", "Eivor Zander (fp)"])
    field("Tjänstemän", ["Socialchef Arvid Enghoff", "Hemtjänstassistent Lilian Berg, § 96", "Byråassistent Pirjo Kangas, sekreterare"])
    field("Utsedd att justera", ["Stina Rask-Olin (c)"])
    field("Justeringens tid och plats", ["Socialkontoret 1988-06-01 kl 15.00"])
    field("Paragrafer", ["94 - 101"])
    for mark, line, role in people:
        name, rest = line.split(" (")
        party, _, text = rest.partition(")")
        if mark:
            doc.attend(name, "serving_substitute", party=party.upper())
        else:
            doc.attend(name, "member", party=party.upper(), role=role, role_text=text.removeprefix(", ") if role else None, paragraphs=[[94, 98], [100, 101]] if "99" in text else None)
    doc.attend("Sune Tjernberg", "substitute", party="S")
    doc.attend("Margit Wall", "substitute", party="M", paragraphs=[[94, 98]])
    doc.attend("Arvid Enghoff", "official", role_text="Socialchef")
    doc.attend("Lilian Berg", "official", role_text="Hemtjänstassistent", paragraphs=[[96, 96]])
    doc.attend("Pirjo Kangas", "official", role="secretary", role_text="Byråassistent")
    doc.miss("Roland Nystedt", party="VPK")
    doc.miss("Eivor Zander", party="FP")
    doc.adjustments.append(dict(adjusters=["Stina Rask-Olin"], place="Socialkontoret", date="1988-06-01", time="15:00"))
    doc.space(14)
    signers = [("secretary", "Sekreterare", "Pirjo Kangas"), ("chair", "Ordförande", "Berit Askling"), ("adjuster", "Justerande", "Stina Rask-Olin")]
    for n, x in enumerate(COLUMNS):
        doc.sheet.line(x, doc.y, x + 47, doc.y, 0.25)
        doc.sheet.ink(scribble(x + 3, doc.y - 0.8, 7520 + n, width=40, height=6), shade=40)
    doc.row(*[(x, name) for x, (_, _, name) in zip(COLUMNS, signers)])
    doc.row(*[(x, label, TEXT.italic) for x, (_, label, _) in zip(COLUMNS, signers)])
    for role, label, name in signers:
        doc.sign(role, label, name)
    doc.space(5)
    top = doc.y
    doc.row((LEFT + 2, "BEVIS om justeringens tillkännagivande", TEXT.bold), leading=6)
    doc.row((LEFT + 2, "Anslaget uppsattes"), (BODY, "1988-06-02"), (108, "Anslaget nedtages"), (148, "1988-06-24"))
    doc.row((LEFT + 2, "Protokollet förvaras"), (BODY, "Socialkontoret, Järnvägsgatan 4"))
    doc.row((LEFT + 2, "Underskrift"))
    doc.sheet.ink(scribble(BODY + 2, doc.y, 7530, width=40, height=4), shade=40)
    doc.y += 3
    doc.sheet.box(LEFT, top, RIGHT, doc.y, 0.25)
    doc.notices.append(dict(posted="1988-06-02", removed="1988-06-24", kept_at="Socialkontoret, Järnvägsgatan 4"))


YES = [("Alf Grundén", "S"), ("Ylva Hammar", "VPK"), ("Märta Ivarsson", "S"), ("Leif Kullander", "S"), ("Berit Askling", "S")]
NO = [("Nils Ferm", "C"), ("Göte Jansheden", "M"), ("Stina Rask-Olin", "C")]


def said(people):
    return ", ".join(f"{name} ({party.lower()})" for name, party in people)


ITEMS = [
    (94, None, "Val av justerare", [("decision", "Beslut", "Stina Rask-Olin (c) utses att justera protokollet.")], {}),
    (95, "88.091.042", "Budgetuppföljning januari-april 1988", [
        ("background", "Bakgrund", "Socialkontorets sammanställning visar ett beräknat underskott på 740 000 kr, varav 510 000 kr avser placeringar i familjehem."),
        ("decision", "Beslut", "Socialnämnden godkänner uppföljningen.")], {"outcome": "approved"}),
    (96, "88.114.734", "Nattpatrull inom hemtjänsten", [
        ("background", "Bakgrund", "Hemtjänstassistent Lilian Berg har utrett behovet av tillsyn nattetid i Kvarnbro tätort och i Österfors. Elva pensionärer beräknas behöva besök varje natt. Kostnaden uppgår till 385 000 kr för helår."),
        ("motions", "Yrkanden", "Leif Kullander (s) yrkar bifall till utredningens förslag. Göte Jansheden (m) yrkar att entreprenad skall prövas innan patrull inrättas."),
        ("order", "Proposition", "Ordföranden ställer proposition på de båda yrkandena och finner Leif Kullanders yrkande bifallet. Votering begärs. Ja för bifall till Kullanders yrkande, nej för Janshedens yrkande."),
        ("vote", "Votering", f"Ja röstar {said(YES)}.", f"Nej röstar {said(NO)}.", "Anita Palmér (fp) avstår.", "Utfallet är således 5 ja, 3 nej och 1 som avstår."),
        ("decision", "Beslut", "Socialnämnden beslutar", "att nattpatrull inrättas från den 1 oktober 1988,", "att hos kommunstyrelsen begära 97 000 kr i tilläggsanslag."),
        ("reservation", "Reservation", "Göte Jansheden (m) reserverar sig mot beslutet."),
        ("distribution", "Delges", "Kommunstyrelsen, Landstinget")],
     {"votes": [(5, 3, 1, [(n, p, "yes") for n, p in YES] + [(n, p, "no") for n, p in NO] + [("Anita Palmér", "FP", "abstain")])],
      "proposals": [(["Leif Kullander"], "S", "Leif Kullander (s) yrkar bifall till utredningens förslag."),
                    (["Göte Jansheden"], "M", "Göte Jansheden (m) yrkar att entreprenad skall prövas innan patrull inrättas.")],
      "reservations": [("Göte Jansheden", "M", None)], "distribution": ["Kommunstyrelsen", "Landstinget"]}),
    (97, "88.120.700", "Förslag till vårdprogram för missbrukare", [
        ("background", "Bakgrund", "Programmet har utarbetats tillsammans med distriktsvården, bilaga 2."),
        ("decision", "Beslut", "Socialnämnden återremitterar ärendet till socialkontoret för komplettering i fråga om ungdomar."),
        ("distribution", "Delges", "Socialkontoret")], {"outcome": "referred_back", "attachments": ["bilaga 2"], "distribution": ["Socialkontoret"]}),
    (98, "88.102.752", "Familjedaghem i Österfors", [
        ("decision", "Beslut", "Ärendet bordläggs till nästa sammanträde.")], {"outcome": "postponed"}),
    (99, "88.118.709", "Föreningsbidrag till Kvarnbro Länkar", [
        ("disqualification", "Jäv", "Göte Jansheden (m) anmäler jäv och lämnar sammanträdet under ärendet."),
        ("decision", "Beslut", "Kvarnbro Länkar beviljas ett bidrag på 22 000 kr för 1988."),
        ("distribution", "Delges", "Föreningen")], {"outcome": "approved", "disqualified": ["Göte Jansheden"], "distribution": ["Föreningen"]}),
    (100, "88.077.730", "Skrivelse om fotvård vid Linden", [
        ("background", "Bakgrund", "Pensionärsföreningen begär att fotvården blir avgiftsfri."),
        ("decision", "Beslut", "Socialnämnden avslår framställningen.")], {"outcome": "rejected"}),
    (101, None, "Meddelanden", [
        "Länsstyrelsens beslut 1988-04-29 om alkoholservering på Hotell Kronan. Socialchefen informerar om semestervikarier.",
        ("decision", "Beslut", "Meddelandena läggs till handlingarna.")], {"outcome": "noted"}),
]


def item(doc, number, reference, title, paragraphs, more):
    doc.end_item()
    doc.space(5)
    doc.need(34)
    doc.sheet.line(LEFT, doc.y + 0.6, RIGHT, doc.y + 0.6, 0.2)
    doc.space(0.6)
    doc.row((LEFT, f"Sn § {number}", TEXT.bold), (52, title, TEXT.bold), leading=5.2)
    doc.sheet.line(LEFT, doc.y + 1.8, RIGHT, doc.y + 1.8, 0.2)
    doc.space(1.6)
    if reference:
        doc.row((LEFT, f"Dnr {reference}", TEXT.at(9.5)))
    doc.begin_item(number, f"Sn § {number}", title, reference, **more)
    doc.space(0.6)
    doc.tell(paragraphs, indent=52 - LEFT, gap=0.4, heading=TEXT.italic, above=1)
