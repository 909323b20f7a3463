"""A district sports federation's board in 2016: narrow type, a small table of decision, responsible and date under every item."""

from ..document import Document
from ..paper import Style, wrap
from ..pen import scribble
from ..rules import grid
from ..scan import Scanner

SOURCE = "A district sports federation's board in 2016 in narrow sans: members in run-in lists with offices in brackets, one by telephone, “74/16” and a title in " \
         "capitals, under each item a ruled table “Beslut | Ansvarig | Klart”, a vote by count, a reservation, signatures one under the other with the office " \
         "under the name. Scanned in black and white at 200 dpi."
SCANNER = Scanner(dpi=200, skew=-0.3, blur=0.6, noise=9.0, black_and_white=True, punched=True)

TEXT = Style("narrow", 11.5)
LEFT, RIGHT = 24.0, 188.0
COLUMNS = (30.0, 134.0, 164.0)


def build():
    doc = Document("idrottsforbund_2016", TEXT, LEFT, RIGHT, 34, 24, 5.2, head, foot)
    doc.meeting = dict(body="Mellersta Norrlands Skidförbund", meeting_number="6", date="2016-09-13", place="Idrottens hus, Skolgatan 41", start_time="17:30",
                       end_time="20:10")
    front(doc)
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    sheet.ops.append(("ink", [[(25, 20), (29, 12), (33, 20), (37, 12), (41, 20)]], 1.0, 0))
    sheet.row(19, (46, "MELLERSTA NORRLANDS SKIDFÖRBUND", TEXT.bold.at(14)), (RIGHT, f"Sid {number}/2", TEXT, "right"))
    sheet.line(LEFT, 23, RIGHT, 23, 0.8)


def foot(sheet, number):
    sheet.row(287, (LEFT, "Idrottens hus, Skolgatan 41 | kansli@mnsf.invalid | Bg 000-0000", TEXT.at(9)))


def front(doc):
    doc.new_sheet()
    doc.row((LEFT, "Protokoll styrelsemöte nr 6, verksamhetsåret 2016", TEXT.bold.at(15)), leading=7)
    doc.space(1)
    doc.row((LEFT, "När:", TEXT.bold), (50, "2016-09-13 kl. 17:30-20:10"))
    doc.row((LEFT, "Var:", TEXT.bold), (50, "Idrottens hus, Skolgatan 41"))
    for label, text in [("Ledamöter:", "Tove Kjellander (ordförande), Ragnvald Strinnholm (vice ordförande), Åsa Myhrman (kassör), Pontus Gulliksson, Liselotte Hiort (via telefon) "
                         "och Benny Wikberger"),
                        ("Suppleanter:", "Mirja Jokela (ersätter Stellan Drougge), Hugo Öqvist"),
                        ("Kansli:", "Cornelia Tiger (kanslichef, sekreterare), Sakarias Norell (skidkonsulent, 76/16)"),
                        ("Valberedning:", "Gullan Bratt"),
                        ("Frånvarande:", "Stellan Drougge")]:
        lines = wrap(text, TEXT, RIGHT - 50)
        doc.row((LEFT, label, TEXT.bold), (50, lines[0]))
        for line in lines[1:]:
            doc.row((50, line))
    doc.attend("Tove Kjellander", "member", role="chair", role_text="ordförande")
    doc.attend("Ragnvald Strinnholm", "member", role="vice_chair", role_text="vice ordförande")
    doc.attend("Åsa Myhrman", "member", role_text="kassör")
    doc.attend("Pontus Gulliksson", "member")
    doc.attend("Liselotte Hiort", "member", remote=True)
    doc.attend("Benny Wikberger", "member")
    doc.attend("Mirja Jokela", "serving_substitute", replaces="Stellan Drougge")
    doc.attend("Hugo Öqvist", "substitute")
    doc.attend("Cornelia Tiger", "official", role="secretary", role_text="kanslichef, sekreterare")
    doc.attend("Sakarias Norell", "official", role_text="skidkonsulent", paragraphs=[[76, 76]])
    doc.attend("Gullan Bratt", "other")
    doc.miss("Stellan Drougge")
    doc.space(2)


ITEMS = [
    (72, "Mötets öppnande och dagordning", ["Ordföranden hälsade välkommen. Dagordningen kompletterades med en fråga om klubbkläder."],
     [("Att dagordningen godkänns.", "–", "–")], {"outcome": "approved"}),
    (73, "Val av protokolljusterare", [], [("Att Benny Wikberger justerar protokollet jämte ordföranden.", "–", "–")], {}),
    (74, "Ekonomisk lägesrapport", ["Åsa Myhrman gick igenom resultatet till och med augusti. Intäkterna är 1 214 000 kr, vilket är 86 000 kr under budget. Sponsoravtalet med "
                                    "Fjällbygdens Sparbank löper ut vid årsskiftet."],
     [("Att lägga rapporten till handlingarna.", "Åsa M", "–"), ("Att inleda nya förhandlingar med banken om ett tvåårigt avtal.", "Tove K", "2016-10-31")],
     {"outcome": "noted"}),
    (75, "Tävlingskalender och arrangör av DM 2017", ["Två föreningar har ansökt, Krångede SK och Lillhärdals IF. Pontus Gulliksson föreslog Krångede SK. Ragnvald Strinnholm "
                                                     "föreslog Lillhärdals IF med hänvisning till snögarantin.",
                                                     "Omröstning genomfördes. Krångede SK fick 5 röster och Lillhärdals IF 2 röster."],
     [("Att tilldela Krångede SK arrangemanget av DM 2017.", "Pontus G", "2016-09-30")],
     {"votes": [(5, 2, None, [])], "proposals": [(["Pontus Gulliksson"], None, "Pontus Gulliksson föreslog Krångede SK."),
                                                (["Ragnvald Strinnholm"], None, "Ragnvald Strinnholm föreslog Lillhärdals IF med hänvisning till snögarantin.")],
      "reservations": [("Ragnvald Strinnholm", None, None)]}),
    (76, "Rullskidbana i Bispfors", ["Sakarias Norell visade ritningar på en bana om 2,8 km. Benny Wikberger är ordförande i den sökande föreningen och deltog inte i beslutet på "
                                    "grund av jäv."],
     [("Att bevilja 75 000 kr ur anläggningsfonden.", "Cornelia T", "2016-11-15")], {"outcome": "approved", "disqualified": ["Benny Wikberger"]}),
    (77, "Policy mot doping och matchfixning", ["Förslaget är en anpassning av Riksidrottsförbundets mall. Mirja Jokela saknade ett avsnitt om kosttillskott."],
     [("Att återremittera förslaget till arbetsgruppen.", "Mirja J", "2016-11-08")], {"outcome": "referred_back"}),
    (78, "Klubbkläder", ["Offerten från Trikåfabriken är dyrare än väntat."], [("Att bordlägga frågan.", "–", "–")], {"outcome": "postponed"}),
    (79, "Rapporter från kommittéerna", ["Längdkommittén har utsett tränare för juniorlägret. Alpina kommittén söker funktionärer till veteran-SM. Backhoppningen rapporterar om nya "
                                         "spår i K50-backen."], [], {}),
    (80, "Nästa möte och avslutning", ["Styrelsen träffas tisdagen den 8 november kl. 17:30. Ordföranden avslutade mötet."], [], {}),
]


def item(doc, number, title, paragraphs, decisions, more):
    doc.end_item()
    doc.space(4)
    doc.need(34 if decisions else 20)
    label = f"{number}/16"
    doc.row((LEFT, label, TEXT.bold.at(12)), (42, title.upper(), TEXT.bold.at(12)), leading=6)
    doc.begin_item(number, label, title.upper(), year=2016, **more)
    doc.tell(paragraphs, indent=6, gap=0.4)
    if decisions:
        doc.space(1)
        lines = [wrap(text, TEXT, COLUMNS[1] - COLUMNS[0] - 3) for text, *_ in decisions]
        doc.need(10 + 6.6 * sum(map(len, lines)))
        doc.y += 1
        top, rules = doc.y, [doc.y]
        doc.table_row(*[(x + 1.5, text, TEXT.bold.at(10)) for x, text in zip(COLUMNS, ("Beslut", "Ansvarig", "Klart"))], leading=4.8)
        doc.open_section("decision", "Beslut")
        for (text, who, when), body in zip(decisions, lines):
            rules.append(doc.y + 1.5)
            doc.y += 0.6
            for n, line in enumerate(body):
                last = n == len(body) - 1
                doc.row((COLUMNS[0] + 1.5, line), *([(COLUMNS[1] + 1.5, who), (COLUMNS[2] + 1.5, when)] if last else []))
            doc.note(f"{text}\t{who}\t{when}")
            doc.section["text"][-1] = text
        rules.append(doc.y + 1.5)
        grid(doc, COLUMNS, RIGHT, rules, top)
        doc.space(1)
        doc.item["page_last"] = doc.page
    if number == 75:
        doc.leave_section()
        doc.para("Ragnvald Strinnholm reserverade sig mot beslutet.", indent=6, kind="reservation")


def signatures(doc):
    doc.end_item()
    doc.space(6)
    doc.need(72)
    for n, (role, label, name) in enumerate([("secretary", "Sekreterare", "Cornelia Tiger"), ("chair", "Ordförande", "Tove Kjellander"),
                                             ("adjuster", "Justerare", "Benny Wikberger")]):
        doc.space(11)
        doc.sheet.ink(scribble(LEFT + 6, doc.y - 0.6, 5400 + n, width=48, height=7), shade=10)
        doc.sheet.line(LEFT, doc.y, LEFT + 68, doc.y, 0.25)
        doc.row((LEFT, name, TEXT.bold))
        doc.row((LEFT, label), leading=4.6)
        doc.sign(role, label, name)
