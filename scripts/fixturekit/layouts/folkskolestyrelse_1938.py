"""A city's elementary-school board in 1938, a worn carbon copy: names with initials and an office behind dots, “§ 51. SUBJECT” in the middle, ballots by surname, signatures under one another at the right."""

from ..document import Document
from ..paper import Style
from ..pen import scribble
from ..scan import Scanner

SOURCE = "A city's elementary-school board in 1938, a carbon copy: titles and initials with the office behind dots, substitutes below with whom they served for, a teacher's delegate, “§ 51.  SUBJECT” centred, " \
         "“B e s l ö t s”, an estimate in columns, ballots “Ja:” and “Nej:” by surname, jäv, a vote of the chair told, signatures under one another at the right. A hard scan: skewed, uneven, stamped, grey at 200 dpi."
SCANNER = Scanner(dpi=200, skew=-1.1, blur=0.7, noise=7.0, paper=226, ink=0.82, carbon=0.18, bleed=0.03, shadow=True, punched=True, quality=36)

TEXT = Style("pica", 11.5, typed=True)
LEFT, RIGHT, MIDDLE = 32.0, 188.0, 110.0

PEOPLE = [("Rektor A. Lignell", "ordförande", "chair"), ("Kamrer G. Wahlgren", "vice ordförande", "vice_chair"), ("Kyrkoherde S. Bergwall", None, None), ("Fru H. Notini", None, None), ("Snickare F. Ekblom", None, None),
          ("Doktor E. Rosander", None, None), ("Fröken T. Ljungdahl", None, None)]


def build():
    doc = Document("folkskolestyrelse_1938", TEXT, LEFT, RIGHT, 30, 30, 5.5, head)
    doc.meeting = dict(municipality="Ljungstads stad", body="Folkskolestyrelsen", meeting_number="6", date="1938-10-03", place="Centralskolans lärarrum", start_time="19:15", end_time="22:00")
    doc.new_sheet()
    doc.row((LEFT, "FOLKSKOLESTYRELSEN I LJUNGSTADS STAD"), (RIGHT, "Nr 6", TEXT, "right"))
    doc.space(2)
    doc.para("Protokoll vid sammanträde i Centralskolans lärarrum måndagen den 3 oktober 1938, kl. 19.15.", note=False, gap=3)
    doc.row((LEFT, "Närvarande:"))
    for line, office, role in PEOPLE:
        title, name = line.split(" ", 1)
        if office:
            dots = ""
            while TEXT.width(line + " " + dots + "." + " " + office) < 112:
                dots += "."
            line = f"{line} {dots} {office}"
        doc.row((LEFT + 10, line))
        doc.attend(name, "member", role=role, role_text=office or (title if title not in ("Fru", "Fröken") else None))
    doc.space(1.5)
    doc.row((LEFT, "Suppleanter:"))
    doc.row((LEFT + 10, "Ingenjör B. Dahlström, för redaktör P. Hagelin,"))
    doc.row((LEFT + 10, "Fru I. Åkerhielm, för doktor Rosander vid § 55."))
    doc.attend("B. Dahlström", "serving_substitute", role_text="Ingenjör", replaces="P. Hagelin")
    doc.attend("I. Åkerhielm", "serving_substitute", replaces="Rosander", paragraphs=[[55, 55]])
    doc.space(1.5)
    doc.row((LEFT, "Därjämte:"))
    doc.row((LEFT + 10, "Folkskoleinspektör K. Tiderman, §§ 50-52,"))
    doc.row((LEFT + 10, "Överlärare J. Rundqvist, sekreterare,"))
    doc.row((LEFT + 10, "Folkskollärare O. Sylwan, lärarkårens ombud."))
    doc.attend("K. Tiderman", "official", role_text="Folkskoleinspektör", paragraphs=[[50, 52]])
    doc.attend("J. Rundqvist", "official", role="secretary", role_text="Överlärare")
    doc.attend("O. Sylwan", "other", role_text="Folkskollärare", organization="lärarkårens ombud")
    doc.miss("P. Hagelin", role_text="redaktör")
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    if number == 1:
        sheet.stamp(120, 266, ["LJUNGSTADS STADSARKIV", "F II a: 14"], Style("sans-bold", 9), 5, shade=150)
    else:
        sheet.row(22, (MIDDLE, f"- {number} -", TEXT, "center"))


def wood(doc):
    doc.space(0.4)
    for what, amount in [("Björkved, 180 kbm", "2.070:-"), ("Barrved, 95 kbm", "807:50"), ("Koks, 60 ton", "2.340:-"), ("Summa", "5.217:50")]:
        doc.table_row((LEFT + 20, what), (150, amount, TEXT, "right"))
    doc.space(1.2)


ITEMS = [
    (49, "JUSTERING", [("decision", None, "Att jämte ordföranden justera protokollet utsågs fru Notini.")], {}),
    (50, "FÖREGÅENDE PROTOKOLL", [("decision", None, "Protokollet för den 5 september upplästes och lades till hand¬lingarna.")], {"outcome": "noted"}),
    (51, "HÖSTLOVETS FÖRLÄGGNING", [
        "Överläraren föreslog, att höstlovet skulle förläggas till tiden den 24 - 29 oktober. Inspektören hade intet att erinra häremot.",
        ("decision", None, "B e s l ö t s i enlighet med förslaget.")], {"outcome": "approved"}),
    (52, "B-KLASS VID NORRA SKOLAN", [
        "Antalet lärjungar i klass 3 vid Norra skolan utgör 43. Herr Ekblom yrkade, att klassen skulle delas från vårterminens början. Herr Wahlgren yrkade avslag med hänsyn till kostnaden.",
        "Votering verkställdes öppet och utföll sålunda:",
        ("vote", None, "Ja: Ekblom, Bergwall, Ljungdahl, Notini, Rosander.", "Nej: Wahlgren, Dahlström, Lignell."),
        ("decision", None, "B e s l ö t s med 5 röster mot 3 att dela klassen."),
        ("reservation", None, "Herrar Wahlgren och Dahlström reserverade sig.")],
     {"votes": [(5, 3, None, [(n, None, "yes") for n in ("Ekblom", "Bergwall", "Ljungdahl", "Notini", "Rosander")] + [(n, None, "no") for n in ("Wahlgren", "Dahlström", "Lignell")])],
      "proposals": [(["Ekblom"], None, "Herr Ekblom yrkade, att klassen skulle delas från vårterminens början."), (["Wahlgren"], None, "Herr Wahlgren yrkade avslag med hänsyn till kostnaden.")],
      "reservations": [("Wahlgren", None, None), ("Dahlström", None, None)]}),
    (53, "BRÄNSLE FÖR VINTERN", [
        "Anbud å bränsle hade infordrats. Lägsta anbudet, avgivet av firma Aug. Strand & Son, omfattade:", wood,
        ("decision", None, "B e s l ö t s att antaga anbudet.")], {"outcome": "approved"}),
    (54, "SKOLTANDVÅRDEN", [
        "Tandläkare M. Gyldén hade begärt, att arvodet för behandling av barn i klasserna 1 och 2 skulle höjas till 9 kronor i timmen.",
        ("decision", None, "B e s l ö t s att bordlägga ärendet.")], {"outcome": "postponed"}),
    (55, "HYRA FÖR LÄKARMOTTAGNINGEN", [
        "Doktor Rosander, som äger fastigheten i kvarteret Lejonet, anmälde jäv och lämnade rummet under behandlingen av frågan.",
        ("decision", None, "B e s l ö t s att förhyra två rum i fastigheten från den 1 januari för 480 kronor om året.")], {"disqualified": ["Rosander"]}),
    (56, "VIKARIAT", [
        "Till vikarie för folkskollärarinnan Vendela Frisk under hennes sjukledighet till den 15 december hade överläraren antagit fröken Sonja Marklund.",
        ("decision", None, "Åtgärden godkändes.")], {"outcome": "approved"}),
]


def item(doc, number, title, paragraphs, more):
    doc.end_item()
    doc.space(3.4)
    doc.need(24)
    gap = TEXT.width(f"§ {number}.  ")
    whole = gap + TEXT.width(title)
    doc.row((MIDDLE - whole / 2, f"§ {number}."), (MIDDLE - whole / 2 + gap, title))
    doc.space(0.8)
    doc.begin_item(number, f"§ {number}.", title, **more)
    doc.tell(paragraphs)


def signatures(doc):
    doc.end_item()
    doc.space(4)
    doc.need(68)
    doc.para("Sammanträdet avslutades kl. 22.00.", note=False, gap=3)
    x = 112
    for n, (label, name, role, text) in enumerate([("Vid protokollet:", "J. Rundqvist", "secretary", "Vid protokollet"), ("Justerat den 10 oktober 1938:", "A. Lignell", "chair", "Justerat"), (None, "H. Notini", "adjuster", "Justerat")]):
        if label:
            doc.row((x, label))
        doc.sheet.ink(scribble(x + 2, doc.y + 9.5, 8200 + n, width=50, height=6), width=0.6, shade=80)
        doc.row((x, name), leading=15)
        doc.space(2)
        doc.sign(role, text, name, signed=None)
    doc.adjustments.append(dict(adjusters=["Notini"], date="1938-10-10"))
