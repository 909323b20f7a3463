"""A parish council in 1984, a faint scan: a numbered roll with a column of nominating groups and what was said of each, “§ 9” and the title in bold, underlined headings, a vote by rising counted."""

from ..document import Document
from ..paper import Style
from ..pen import scribble
from ..scan import Scanner

SOURCE = "A parish council in 1984, electronic typewriter: facts as labels and values under a centred heading, a numbered roll with nominating groups in a column and what was said of each, “§ 9” and the title in bold, “Handlingar”, “Yrkanden”, “Beslut” underlined, " \
         "a vote counted by rising, an election, a question put, signatures in a column with offices under the names, adjustment and notice. A hard scan: skewed, faint, noisy, stamped, grey at 200 dpi."
SCANNER = Scanner(dpi=200, skew=0.9, blur=0.7, noise=8.0, paper=232, ink=0.72, shadow=True, speckle=0.0006, quality=36)

TEXT = Style("pica", 11)
LEFT, RIGHT, MIDDLE = 31.0, 187.0, 109.0

ROLL = [("Sven-Erik Abelsson", "c", "ordförande", "chair"), ("Gun-Britt Dahlénius", "s", "vice ordförande", "vice_chair"), ("Alfhild Ekroth", "c", None, None),
        ("Bengt-Olov Fyhr", "s", None, None), ("Stig Grahn", "s", "§§ 8-14", None), ("Ingegerd Holst", "ks", None, None), ("Nanny Jägerås", "c", None, None),
        ("Paul Klasson", "ks", None, None), ("Elsa-Britt Levander", "s", None, None), ("Yngve Mossberg", "c", None, None), ("Holger Niklasson", "c", None, None),
        ("Anne-Marie Ostrin", "s", "ersätter Tord Wallgren", "sub"), ("Rikard Pihlblad", "ks", "ersätter Lilly Ölund", "sub")]


def build():
    doc = Document("kyrkofullmaktige_1984", TEXT, LEFT, RIGHT, 34, 30, 5.1, head)
    doc.meeting = dict(municipality="Sköns-Väsby församling", body="Kyrkofullmäktige", date="1984-04-26", place="Sankt Lars församlingsgård", start_time="19:00", end_time="21:10", paragraphs={"first": 8, "last": 16})
    doc.new_sheet()
    doc.row((MIDDLE, "SKÖNS-VÄSBY FÖRSAMLING", TEXT.bold, "center"))
    doc.row((MIDDLE, "Protokoll från sammanträde med kyrkofullmäktige", TEXT, "center"))
    doc.space(4)
    doc.row((LEFT, "Tid:"), (64, "Torsdagen den 26 april 1984 kl 19.00 - 21.10"))
    doc.row((LEFT, "Plats:"), (64, "Sankt Lars församlingsgård"))
    doc.row((LEFT, "Paragrafer:"), (64, "8 - 16"))
    doc.space(3)
    doc.row((LEFT, "Upprop", TEXT.bold))
    for n, (name, group, more, role) in enumerate(ROLL, 1):
        doc.row((LEFT, f"{n}."), (LEFT + 9, name), (96, group), *([(108, more)] if more else []))
        if role == "sub":
            doc.attend(name, "serving_substitute", party=group.upper(), replaces=more.removeprefix("ersätter "))
        else:
            doc.attend(name, "member", party=group.upper(), role=role, role_text=more if role else None, paragraphs=[[8, 14]] if more and "§" in more else None)
    doc.space(1.5)
    doc.row((LEFT, "Ej tjänstgörande ersättare:"))
    doc.row((LEFT + 9, "Torborg Rylander"), (96, "c"))
    doc.attend("Torborg Rylander", "substitute", party="C")
    doc.space(1.5)
    doc.row((LEFT, "Övriga närvarande:"))
    doc.row((LEFT + 9, "Kyrkoherde Mats Svenonius"))
    doc.row((LEFT + 9, "Revisor Karl-Henry Thulin, § 10"))
    doc.row((LEFT + 9, "Kyrkokamrer Vivi Alm-Persson, sekreterare"))
    doc.attend("Mats Svenonius", "official", role_text="Kyrkoherde")
    doc.attend("Karl-Henry Thulin", "other", role_text="Revisor", paragraphs=[[10, 10]])
    doc.attend("Vivi Alm-Persson", "official", role="secretary", role_text="Kyrkokamrer")
    doc.miss("Tord Wallgren")
    doc.miss("Lilly Ölund")
    doc.space(1)
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    if number == 1:
        sheet.stamp(140, 12, ["PASTORSEXP.", "1984 -05- 1 1"], Style("sans-bold", 9), -4, shade=140)
    else:
        sheet.row(20, (LEFT, "Kyrkofullmäktige 1984-04-26", TEXT), (RIGHT, f"sidan {number}", TEXT, "right"))


ITEMS = [
    (8, "Val av justeringsmän", [("decision", "Beslut", "Till att justera protokollet utses Nanny Jägerås och Stig Grahn.")], {}),
    (9, "Kallelse och föredragningslista", [("decision", "Beslut", "Fullmäktige godkänner kallelsen och föredragningslistan.")], {"outcome": "approved"}),
    (10, "1983 års räkenskaper", [
        "Revisorn redogör för granskningen. Resultatet är ett överskott på 61.300 kronor.",
        ("documents", "Handlingar", "Kyrkorådets skrivelse 1984-03-12, bilaga 1. Revisionsberättelse, bilaga 2."),
        ("decision", "Beslut", "Fullmäktige beviljar kyrkorådet ansvarsfrihet för 1983 års förvaltning. Kyrkorådets ledamöter deltar ej i beslutet.")],
     {"outcome": "approved", "attachments": ["bilaga 1", "bilaga 2"]}),
    (11, "Inköp av pianino till Ängskapellet", [
        ("documents", "Handlingar", "Kyrkorådets skrivelse 1984-04-02, bilaga 3."),
        ("motions", "Yrkanden", "Paul Klasson yrkar bifall till kyrkorådets förslag att anslå 28.000 kronor.", "Bengt-Olov Fyhr yrkar att inköpet uppskjuts till 1985."),
        ("vote", "Votering", "Votering sker genom uppresning. Den som stöder Paul Klassons yrkande röstar ja. Rösterna utfaller med 8 ja och 5 nej."),
        ("decision", "Beslut", "Fullmäktige bifaller kyrkorådets förslag."),
        ("reservation", "Reservation", "Bengt-Olov Fyhr och Elsa-Britt Levander reserverar sig mot beslutet.")],
     {"outcome": "approved", "attachments": ["bilaga 3"], "votes": [(8, 5, None, [])],
      "proposals": [(["Paul Klasson"], None, "Paul Klasson yrkar bifall till kyrkorådets förslag att anslå 28.000 kronor."), (["Bengt-Olov Fyhr"], None, "Bengt-Olov Fyhr yrkar att inköpet uppskjuts till 1985.")],
      "reservations": [("Bengt-Olov Fyhr", None, None), ("Elsa-Britt Levander", None, None)]}),
    (12, "Fyllnadsval av kyrkvärd", [
        "Sedan Märta Sjölin avflyttat från församlingen skall ny kyrkvärd väljas för tiden till och med 1985.",
        ("decision", "Beslut", "Till kyrkvärd i Väsby kyrka väljs Dagmar Lindroth, Prästgatan 9.")], {}),
    (13, "Motion om öppen kyrka sommartid", [
        "Ingegerd Holst har i motion föreslagit att Väsby kyrka hålls öppen för turister under juli månad.",
        ("decision", "Beslut", "Motionen återremitteras till kyrkorådet för beräkning av kostnaden.")], {"outcome": "referred_back"}),
    (14, "Fråga om värmen i Väsby kyrka", [
        "Alfhild Ekroth frågar kyrkorådets ordförande när den nya oljebrännaren tas i bruk. Kyrkorådets ordförande Yngve Mossberg svarar att provkörning sker i maj."], {}),
    (15, "Begäran om sänkt gravavgift", [
        "Fastighetsägare Sture Hamrin begär att avgiften för familjegrav nedsätts.",
        ("decision", "Beslut", "Fullmäktige avslår framställningen.")], {"outcome": "rejected"}),
    (16, "Avslutning", ["Ordföranden tackar för visat intresse och förklarar sammanträdet avslutat."], {}),
]


def item(doc, number, title, paragraphs, more):
    doc.end_item()
    doc.space(4)
    doc.need(26)
    doc.row((LEFT, f"§ {number}", TEXT.bold), (LEFT + 18, title, TEXT.bold))
    doc.begin_item(number, f"§ {number}", title, **more)
    doc.space(0.4)
    for entry in paragraphs:
        if isinstance(entry, str):
            doc.tell([entry], gap=0.4)
            continue
        kind, label, *texts = entry
        doc.heading(label, kind, style=TEXT, above=0.8)
        doc.sheet.line(LEFT, doc.y + 0.9, LEFT + TEXT.width(label), doc.y + 0.9, 0.25)
        for text in texts:
            doc.para(text, gap=0.4)


def signatures(doc):
    doc.end_item()
    doc.space(6)
    doc.need(84)
    signers = [("secretary", "sekreterare", "Vivi Alm-Persson"), ("chair", "ordförande", "Sven-Erik Abelsson"), ("adjuster", "justeringsman", "Nanny Jägerås"), ("adjuster", "justeringsman", "Stig Grahn")]
    for n, (role, label, name) in enumerate(signers):
        doc.row((LEFT, "." * 26), leading=14)
        doc.sheet.ink(scribble(LEFT + 4, doc.y - 1, 8500 + n, width=48, height=6), shade=70)
        doc.row((LEFT, f"{name}, {label}"))
        doc.sign(role, label, name)
    doc.space(4)
    doc.row((LEFT, "Protokollet justerat den 8 maj 1984 på pastorsexpeditionen."))
    doc.row((LEFT, "Anslaget den 9 maj 1984, nedtaget den 1 juni 1984."))
    doc.adjustments.append(dict(adjusters=["Nanny Jägerås", "Stig Grahn"], place="pastorsexpeditionen", date="1984-05-08"))
    doc.notices.append(dict(posted="1984-05-09", removed="1984-06-01"))
