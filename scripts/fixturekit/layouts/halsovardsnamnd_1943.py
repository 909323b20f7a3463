"""A market town's health board in 1943, a worn typewriter: day, hour and room on lines of their own, members and substitutes in two columns, “§ 41. Ang. …” underlined."""

from ..document import Document
from ..paper import Style
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A market town's health board in 1943, typewritten: day, hour and room under labels, members in one column and substitutes in the next with title and initials, a substitute for whom the § is " \
         "told, absent with notice, “§ 41.” and an underlined subject that begins “Ang.”, plural verbs, temperatures in columns, a vote, jäv, signatures on dots. " \
         "A hard scan: skewed, pale, noisy, stamped, bleeding through, grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.9, blur=0.9, noise=9.0, paper=222, ink=0.76, bleed=0.05, shadow=True, speckle=0.0006, punched=True, quality=34)

TEXT = Style("typewriter", 11.5, typed=True)
LEFT, RIGHT, BODY, SECOND = 30.0, 192.0, 44.0, 116.0


def build():
    doc = Document("halsovardsnamnd_1943", TEXT, LEFT, RIGHT, 32, 28, 5.8, head, foot)
    doc.meeting = dict(municipality="Torsvalla köping", body="Hälsovårdsnämnden", date="1943-09-07", place="Köpingshuset, lilla salen", start_time="19:00", end_time="21:30")
    doc.new_sheet()
    doc.row((LEFT, "Torsvalla köping"))
    doc.row((LEFT, "Hälsovårdsnämnden"), (SECOND, "P R O T O K O L L"))
    doc.space(4)
    for label, value in [("Dag:", "tisdagen den 7 september 1943"), ("Tid:", "kl. 19.00 - 21.30"), ("Lokal:", "Köpingshuset, lilla salen")]:
        doc.row((LEFT, label), (BODY + 4, value))
    doc.sheet.stamp(140, 20, ["TORSVALLA KÖPING", "CENTRALARKIVET"], Style("sans-bold", 9), 5, shade=130)
    doc.space(3)
    top = doc.y
    doc.row((LEFT, "Ledamöter:"))
    for line in ["Dr. T. Engström, ordf.", "Veterinär S. Hofvander,", "  v. ordf.", "Fru A. Bladh", "Handl. K. E. Sundquist", "Snickare V. Orre, ej § 46"]:
        doc.row((LEFT + (6 if line[0] == " " else 0), line.strip()))
    bottom = doc.y
    doc.y = top
    doc.row((SECOND, "Suppleanter:"))
    for line in ["Fabrikör O. Lans, tjg. för", "  fotograf B. Wikner", "Fröken M. Trulsson, tjg. för", "  V. Orre, § 46", "Lokförare G. Ihrman"]:
        doc.row((SECOND + (6 if line[0] == " " else 0), line.strip()))
    doc.y = bottom
    doc.space(3)
    doc.row((LEFT, "Förhindrad: fotograf B. Wikner, inkallad till beredskapstjänst."))
    doc.row((LEFT, "Vidare närvarande: hälsopolisman A. Brink, distriktssköterskan"))
    doc.row((LEFT, "E. Mattsson, § 44, och kommunalkamrer R. Sandahl, sekreterare."))
    doc.attend("T. Engström", "member", role="chair", role_text="ordf.")
    doc.attend("S. Hofvander", "member", role="vice_chair", role_text="v. ordf.")
    doc.attend("A. Bladh", "member")
    doc.attend("K. E. Sundquist", "member", role_text="Handl.")
    doc.attend("V. Orre", "member", role_text="Snickare", paragraphs=[[41, 45], [47, 47]])
    doc.attend("O. Lans", "serving_substitute", role_text="Fabrikör", replaces="B. Wikner")
    doc.attend("M. Trulsson", "serving_substitute", replaces="V. Orre", paragraphs=[[46, 46]])
    doc.attend("G. Ihrman", "substitute", role_text="Lokförare")
    doc.attend("A. Brink", "official", role_text="hälsopolisman")
    doc.attend("E. Mattsson", "official", role_text="distriktssköterskan", paragraphs=[[44, 44]])
    doc.attend("R. Sandahl", "official", role="secretary", role_text="kommunalkamrer")
    doc.miss("B. Wikner", role_text="fotograf", reason="inkallad till beredskapstjänst")
    doc.space(2)
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(20, (LEFT, "Hälsovårdsnämnden 7/9 1943.", TEXT), (RIGHT, f"Bl. {number}", TEXT, "right"))


def foot(sheet, number):
    sheet.ink(initials(174, 284, 7200 + number), shade=70)


def milk(doc):
    doc.space(0.5)
    for cells in [("Svensson, Storgatan 3", "3,4 %", "god"), ("Konsum, Torget", "3,2 %", "god"), ("Änkefru Palm, Ågatan", "2,6 %", "mindre god")]:
        doc.table_row((BODY + 4, cells[0]), (128, cells[1], TEXT, "right"), (140, cells[2]))
    doc.space(1.5)


ITEMS = [
    (41, "Justering av protokollet", [("decision", None, "Att jämte ordföranden justera protokollet utsågs herr Sundquist.")], {}),
    (42, "Mjölkprov under augusti", [
        "Hälsopolismannen redovisade resultaten av tagna prov:", milk,
        ("decision", None, "Nämnden beslöt att tilldela änkefru Palm varning.")], {}),
    (43, "Latrinhämtningen i Norrtull", [
        "Sjutton husägare i Norrtull hade i skrivelse den 11 augusti klagat över att latrinkärlen hämtades vid middagstid. Entreprenören hade uppgivit, att hästar icke stode att få på morgnarna.",
        "Fru Bladh yrkade, att entreprenören skulle åläggas att verkställa hämtningen före kl. 7. Herr Hofvander yrkade avslag.",
        "Vid omröstning avgåvos 5 röster för fru Bladhs yrkande och 1 röst för herr Hofvanders yrkande.",
        ("decision", None, "Nämnden hade alltså bifallit fru Bladhs yrkande."),
        ("reservation", None, "Herr Hofvander anmälde reservation.")],
     {"outcome": "approved", "votes": [(5, 1, None, [])],
      "proposals": [(["Bladh"], None, "Fru Bladh yrkade, att entreprenören skulle åläggas att verkställa hämtningen före kl. 7."),
                    (["Hofvander"], None, "Herr Hofvander yrkade avslag.")],
      "reservations": [("Hofvander", None, None)]}),
    (44, "Skyddsympning mot difteri", [
        "Ordföranden lämnade en redogörelse för sjukdomens utbredning i länet. Syster Mattsson upplyste, att 212 barn hade anmälts till ympning.",
        ("decision", None, "Nämnden beslöt hos kommunalfullmäktige begära ett anslag av 600 kronor.")], {}),
    (45, "Bostadslägenhet i kv. Räven 4", [
        "Lägenheten hade vid besiktning befunnits fuktig och utan eldstad i det ena rummet. Ägaren hade begärt anstånd till den 1 april 1944.",
        ("decision", None, "Ärendet återremitterades till hälsopolismannen för ny besiktning.")], {"outcome": "referred_back"}),
    (46, "Tillstånd att hålla svin", [
        "Snickare Orre hade anhållit att få hålla två svin å tomten nr 18 vid Ågatan. Herr Orre anmälde jäv och lämnade sammanträdet.",
        ("decision", None, "Ansökningen avslogs.")], {"outcome": "rejected", "disqualified": ["Orre"]}),
    (47, "Förste provinsialläkarens inspektion", [
        "Förste provinsialläkaren hade översänt inspektionsprotokoll av den 20 augusti.",
        ("decision", None, "Skrivelsen lades till handlingarna.")], {"outcome": "noted"}),
]


def item(doc, number, title, paragraphs, more):
    doc.end_item()
    doc.space(3)
    doc.need(24)
    text = f"Ang. {title[0].lower()}{title[1:]}"
    doc.row((LEFT, f"§ {number}."), (BODY + 2, text))
    doc.sheet.line(BODY + 2, doc.y + 1, BODY + 2 + TEXT.width(text), doc.y + 1, 0.35)
    doc.space(0.8)
    doc.begin_item(number, f"§ {number}.", text, **more)
    doc.tell(paragraphs, indent=BODY + 2 - LEFT, gap=0)


def signatures(doc):
    doc.end_item()
    doc.space(6)
    doc.need(74)
    doc.row((LEFT, "Dag som ovan"))
    doc.row((LEFT, "." * 28), leading=12)
    doc.sheet.ink(scribble(LEFT + 5, doc.y - 0.5, 7220, width=52, height=8), width=0.6, shade=80)
    doc.row((LEFT, "R. Sandahl, sekreterare"))
    doc.sign("secretary", "sekreterare", "R. Sandahl")
    doc.space(3)
    doc.row((LEFT, "Justerat den 16 september 1943"))
    doc.row((LEFT, "." * 28), (SECOND, "." * 28), leading=13)
    for n, x in enumerate((LEFT, SECOND)):
        doc.sheet.ink(scribble(x + 5, doc.y - 0.5, 7221 + n, width=52, height=8), width=0.6, shade=80)
    doc.row((LEFT, "T. Engström, ordf."), (SECOND, "K. E. Sundquist"))
    doc.sign("chair", "ordf.", "T. Engström")
    doc.sign("adjuster", "Justerat", "K. E. Sundquist")
    doc.adjustments.append(dict(adjusters=["Sundquist"], date="1943-09-16"))
    doc.space(5)
    doc.row((LEFT, "Anslaget å köpingens anslagstavla den 17 september 1943."))
    doc.notices.append(dict(posted="1943-09-17"))
