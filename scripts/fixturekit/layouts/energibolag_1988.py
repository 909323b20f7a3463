"""A municipal energy company's board in 1988, on fan-fold paper: fixed pitch with both margins straight, dot leaders between name and office."""

from ..document import Document
from ..paper import Style
from ..pen import scribble
from ..scan import Scanner

SOURCE = "A municipal energy company's board in 1988 from a line printer on fan-fold paper: names and offices joined by dots, “§ 31” and an underlined title in " \
         "capitals, both margins straight, “beslöt att”, an item withdrawn, a vote without reservation, a special statement, signatures under “Justeras”. " \
         "Scanned in grey at 200 dpi with a faded ribbon and tractor holes at both edges."
SCANNER = Scanner(dpi=200, skew=0.25, blur=0.7, noise=4.0, paper=236, ink=0.75, carbon=0.15, quality=36)

TEXT = Style("nimbusmono", 11.5)
LEFT, RIGHT, BODY = 28.0, 186.0, 44.0
DOTS = 46


def build():
    doc = Document("energibolag_1988", TEXT, LEFT, RIGHT, 34, 26, 5.0, head)
    doc.meeting = dict(body="Styrelsen för Ljungsele Energiverk AB", meeting_number="3/88", date="1988-06-08", place="Värmecentralen Ådran", start_time="14:00",
                       end_time="16:20")
    doc.new_sheet()
    doc.row((LEFT, "PROTOKOLL 3/88"))
    doc.row((LEFT, "Styrelsen för Ljungsele Energiverk AB"))
    doc.space(3)
    doc.row((LEFT, "Dag:    1988-06-08 kl 14.00 - 16.20"))
    doc.row((LEFT, "Plats:  Värmecentralen Ådran"))
    doc.space(3)
    doc.row((LEFT, "NÄRVARANDE"))
    doc.space(1)
    doc.row((LEFT, "Ledamöter"))
    for name, text, role in [("Rune Wadensjö (s)", "ordförande", "chair"), ("Margit Hjerstedt (c)", "vice ordförande", "vice_chair"), ("Sören Bodvik (s)", "ledamot", None),
                             ("Eskil Tryggvesson (m)", "ledamot", None)]:
        leader(doc, name, text)
        doc.attend(name[:-4], "member", party=name[-2].upper(), role=role, role_text=text)
    doc.row((LEFT, "Tjänstgörande suppleanter"))
    leader(doc, "Kaj Almqvist-Rehn (s)", "för Solveig Norrblad (s)")
    doc.attend("Kaj Almqvist-Rehn", "serving_substitute", party="S", replaces="Solveig Norrblad")
    doc.miss("Solveig Norrblad", party="S")
    doc.row((LEFT, "Övriga"))
    for name, text, category, more in [("Hans-Erik Lundmark", "verkställande direktör", "official", {}), ("Torvald Gramner", "driftchef, § 33-34", "official", {"paragraphs": [[33, 34]]}),
                                       ("Anne-Li Setterwall", "sekreterare", "official", {"role": "secretary"}), ("Östen Vikberg", "Kommunalarbetareförbundet", "other", {})]:
        leader(doc, name, text)
        if category == "other":
            doc.attend(name, category, organization=text)
        else:
            doc.attend(name, category, role_text=text.split(",")[0], **more)
    doc.space(3)
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    for x in (6.0, 204.0):
        for n in range(23):
            y = 8 + 12.7 * n
            sheet.ink([[(x - 1.6, y), (x, y - 1.6), (x + 1.6, y), (x, y + 1.6), (x - 1.6, y)]], width=0.35, shade=120)
    for x in (11.5, 198.5):
        for n in range(99):
            sheet.line(x, 3 * n, x, 3 * n + 1.2, 0.15)
    sheet.row(20, (LEFT, "LJUNGSELE ENERGIVERK AB", TEXT), (RIGHT, f"SIDA {number:03d}", TEXT, "right"))


def leader(doc, name, text):
    doc.row((LEFT + 4, f"{name} {'.' * (DOTS - len(name) - 10)} {text}"))


ITEMS = [
    (29, "VAL AV JUSTERINGSMAN", [("decision", None, "Styrelsen utsåg Eskil Tryggvesson att jämte ordföranden justera dagens protokoll.")], {}),
    (30, "FÖREGÅENDE PROTOKOLL", [("decision", None, "Protokoll 2/88 lades till handlingarna.")], {"outcome": "noted"}),
    (31, "KVARTALSRAPPORT", [
        "Verkställande direktören redovisade utfallet för första kvartalet. Omsättningen uppgick till 18,4 Mkr och resultatet efter finansiella kostnader till 0,9 Mkr. Den milda "
        "vintern har sänkt försäljningen av fjärrvärme med elva procent jämfört med budget.",
        ("decision", None, "Styrelsen beslöt att godkänna rapporten.")], {"outcome": "approved"}),
    (32, "LÅN TILL OMBYGGNAD AV STÄLLVERKET", [("decision", None, "Ärendet utgick.")], {"outcome": "withdrawn"}),
    (33, "UPPHANDLING AV FLISPANNA", [
        "Anbud har infordrats från fyra leverantörer. Driftchefen förordar Götaverken Panncentral, vars anbud om 11,2 Mkr inte är lägst men har den högsta verkningsgraden.",
        "Margit Hjerstedt yrkade bifall till driftchefens förslag. Eskil Tryggvesson yrkade att lägsta anbud antas.",
        "Efter votering, varvid driftchefens förslag erhöll 4 röster och Eskil Tryggvessons yrkande 1 röst, fattades beslut.",
        ("decision", None, "Styrelsen beslöt", "att anta anbudet från Götaverken Panncentral,", "att hos kommunen begära borgen för lånet."),
        ("statement", None, "Särskilt uttalande avgavs av Eskil Tryggvesson: Kalkylen bygger på ett flispris som ingen kan garantera.")],
     {"outcome": "approved", "votes": [(4, 1, None, [])],
      "proposals": [(["Margit Hjerstedt"], None, "Margit Hjerstedt yrkade bifall till driftchefens förslag."), (["Eskil Tryggvesson"], None, "Eskil Tryggvesson yrkade att lägsta anbud antas.")]}),
    (34, "ANSLUTNINGSAVGIFTER FÖR SMÅHUS", [
        "Förslag förelåg till höjning från 14 500 till 16 000 kronor från den 1 januari 1989. Styrelsen saknade jämförelse med oljeeldning.",
        ("decision", None, "Styrelsen beslöt att återremittera ärendet.")], {"outcome": "referred_back"}),
    (35, "FIRMATECKNING", [
        "Med anledning av att ekonomichefen slutar behöver fullmakten ändras.",
        ("decision", None, "Styrelsen beslöt att bolagets firma tecknas av ordföranden och verk¬ställande direktören, två i förening.")], {}),
    (36, "ANSÖKAN OM SPONSRING FRÅN LJUNGSELE BORDTENNISKLUBB", [
        "Sören Bodvik, som är klubbens kassör, anmälde jäv och lämnade rummet.",
        ("decision", None, "Styrelsen beslöt att avslå ansökan.")], {"outcome": "rejected", "disqualified": ["Sören Bodvik"]}),
    (37, "NÄSTA SAMMANTRÄDE", ["Styrelsen sammanträder den 31 augusti kl 14.00 på kontoret. Ordföranden önskade alla en trevlig sommar."], {}),
]


def item(doc, number, title, paragraphs, more):
    doc.end_item()
    doc.space(4.5)
    doc.need(20)
    doc.row((LEFT, f"§ {number}"), (BODY, title))
    doc.sheet.line(BODY, doc.y + 1.1, BODY + TEXT.width(title), doc.y + 1.1, 0.3)
    doc.space(1)
    doc.begin_item(number, f"§ {number}", title, **more)
    doc.tell(paragraphs, indent=BODY - LEFT, att=5, gap=1.6, spread=True)


def signatures(doc):
    doc.end_item()
    doc.space(8)
    doc.need(58)
    doc.row((BODY, "Vid protokollet"))
    doc.sheet.line(BODY, doc.y + 12, BODY + 66, doc.y + 12, 0.25)
    doc.sheet.ink(scribble(BODY + 6, doc.y + 11.4, 5700, width=50, height=7), shade=30)
    doc.row((BODY, "Anne-Li Setterwall"), leading=17)
    doc.sign("secretary", "Vid protokollet", "Anne-Li Setterwall")
    doc.space(3)
    doc.row((BODY, "Justeras 1988-06-17"))
    for n, x in enumerate((BODY, 120.0)):
        doc.sheet.line(x, doc.y + 12, x + 60, doc.y + 12, 0.25)
        doc.sheet.ink(scribble(x + 6, doc.y + 11.4, 5701 + n, width=46, height=7), shade=30)
    doc.row((BODY, "Rune Wadensjö"), (120, "Eskil Tryggvesson"), leading=17)
    doc.row((BODY, "ordförande"))
    doc.sign("chair", "ordförande", "Rune Wadensjö")
    doc.sign("adjuster", "Justeras", "Eskil Tryggvesson")
    doc.adjustments.append(dict(adjusters=["Eskil Tryggvesson"], date="1988-06-17"))
