"""A municipal council of 1988: list of attendance and votes on the second page."""

from ..document import Document
from ..help import dots, pen, twice
from ..paper import Style
from ..pen import initials
from ..rules import grid
from ..scan import Scanner

SOURCE = "A municipal council in 1988: front page that refers to the list of attendance, which is a ruled table with the " \
         "substitutes and the votes; the § of the executive board beside the council's; black and white at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.5, blur=0.8, noise=12.0, black_and_white=True)

TEXT = Style("century", 10.5)
SMALL = TEXT.at(8.5)
LEFT, VALUE, RIGHT = 24.0, 72.0, 190.0


def build():
    return twice(make)


def make(pages, total):
    doc = Document("kommunfullmaktige_1988", TEXT, LEFT, RIGHT, 34, 23, 4.75, lambda s, n: head(s, n, total), foot)
    doc.meeting = dict(municipality="Tallhems kommun", body="Kommunfullmäktige", date="1988-11-21",
                       place="Folkets Hus, Tallhem", start_time="18:30", end_time="21:05",
                       paragraphs={"first": 118, "last": 124})
    front(doc)
    doc.new_sheet()
    attendance(doc)
    doc.new_sheet()
    for number, earlier, title, reference, paragraphs, more in ITEMS:
        item(doc, number, earlier, title, reference, paragraphs, more)
    return doc.finish()


def head(sheet, number, total):
    sheet.row(16, (LEFT, "Tallhems kommun", TEXT.bold.at(12)), (RIGHT, f"Sid {number} ({total})", TEXT, "right"))
    sheet.row(21.5, (LEFT, "Kommunfullmäktige", TEXT), (RIGHT, "Sammanträde 1988-11-21", TEXT, "right"))
    sheet.line(LEFT, 25, RIGHT, 25, 0.6)
    sheet.line(LEFT, 26, RIGHT, 26, 0.2)


def foot(sheet, number):
    sheet.row(286, (LEFT, "Justeras", SMALL), (120, "Utdragets riktighet intygas", SMALL))
    for n in range(3):
        sheet.ink(initials(44 + 18 * n, 286, 60 + 10 * number + n), shade=25)


def labelled(doc, label, *values, gap=3.4):
    for n, value in enumerate(values):
        doc.row(*[(LEFT, label, TEXT.bold)] * (n == 0), (VALUE, value))
    doc.space(gap)


def front(doc):
    doc.new_sheet()
    doc.row((LEFT, "SAMMANTRÄDESPROTOKOLL", TEXT.bold.at(15)), leading=9)
    doc.space(5)
    labelled(doc, "Plats och tid", "Folkets Hus, Tallhem", "kl 18.30-21.05")
    labelled(doc, "Beslutande", "Enligt närvaro- och voteringslista, sid 2")
    labelled(doc, "Övriga närvarande", "Gösta Hedlund, kommunchef", "Inger Malmros, ekonomichef, § 121",
             "Karl-Axel Fyhr, sekreterare")
    doc.attend("Gösta Hedlund", "official", role_text="kommunchef")
    doc.attend("Inger Malmros", "official", role_text="ekonomichef", paragraphs=[[121, 121]])
    doc.attend("Karl-Axel Fyhr", "official", role="secretary", role_text="sekreterare")
    labelled(doc, "Utses att justera", "Ragnhild Strid (s) och Lars Tunhage (m)")
    labelled(doc, "Justeringens plats", "Kommunkansliet, måndagen den 28 november 1988 kl 16.00")
    doc.adjustments.append(dict(adjusters=["Ragnhild Strid", "Lars Tunhage"], place="Kommunkansliet", date="1988-11-28", time="16:00"))
    doc.space(4)
    doc.row((LEFT, "Underskrifter", TEXT.bold), (150, "Paragrafer"), (RIGHT, "118-124", TEXT, "right"))
    for n, (role, label, name) in enumerate([("secretary", "Sekreterare", "Karl-Axel Fyhr"), ("chair", "Ordförande", "Torbjörn Ahlén"),
                                             ("adjuster", "Justerande", "Ragnhild Strid"), ("adjuster", "Justerande", "Lars Tunhage")]):
        doc.row((LEFT, label), (VALUE, dots(TEXT, 82)), leading=13)
        pen(doc, VALUE + 5, 881 + n, 58, 8, shade=20)
        doc.row((VALUE, name), leading=5)
        doc.sign(role, label, name)
    doc.space(9)
    doc.sheet.line(LEFT, doc.y, RIGHT, doc.y, 0.6)
    doc.row((107, "ANSLAGSBEVIS", TEXT.bold, "center"), leading=6.5)
    doc.space(1)
    doc.row((LEFT, "Justeringen har tillkännagivits genom anslag på kommunens anslagstavla."))
    doc.space(1)
    labelled(doc, "Organ", "Kommunfullmäktige", gap=0.6)
    labelled(doc, "Anslaget uppsatt den", "1988-11-29", gap=0.6)
    labelled(doc, "Anslaget nedtages den", "1988-12-21", gap=0.6)
    labelled(doc, "Protokollet förvaras", "Kommunkansliet", gap=0.6)
    doc.row((LEFT, "Underskrift", TEXT.bold), (VALUE, dots(TEXT, 82)), leading=11)
    pen(doc, VALUE + 8, 889, 50, shade=20)
    doc.notices.append(dict(organ="Kommunfullmäktige", posted="1988-11-29", removed="1988-12-21", kept_at="Kommunkansliet"))


ROLL = [("Torbjörn Ahlén", "s", "ordförande", "j"), ("Ebon Wirsén", "c", "1:e vice ordförande", "n"),
        ("Anita Kvarnlöf", "s", "2:e vice ordförande", "j"), ("Ragnhild Strid", "s", None, "j"), ("Evert Sjöblom", "s", None, "j"),
        ("Lillemor Åhlander", "s", None, "j"), ("Roger Tibbling", "s", None, "j"), ("Solveig Hartman", "s", None, "j"),
        ("Kalle Norin", "s", None, "j"), ("Iréne Bolander", "s", None, "j"), ("Sune Rydell", "vpk", None, "j"),
        ("Lars Tunhage", "m", None, "n"), ("Carin Leander", "m", None, "n"), ("Claes Odelberg", "m", None, "n"),
        ("Henrik Boivie", "fp", None, "n"), ("Marianne Skoglar", "fp", None, "a"), ("Arvid Palmgren", "c", None, "n"),
        ("Rune Ahlmark", "c", ("Signe Tuvesson", "c"), "n"), ("Bertil Ljungdell", "c", None, "n"),
        ("Gerda Fransén", "s", ("Tommy Ekholtz", "s"), "j"), ("Lisbet Almén", "mp", None, "n")]
MARK = {"j": "yes", "n": "no", "a": "abstain"}


def attendance(doc):
    doc.row((LEFT, "Närvaro- och voteringslista", TEXT.bold.at(12)), leading=6)
    doc.space(3)
    top = doc.y
    xs = [LEFT, 86, 101, 157, 168, 179]
    rules = [top]
    doc.row((LEFT + 1.5, "Ledamöter", SMALL.bold), (87.5, "Parti", SMALL.bold), (102.5, "Tjänstgörande ersättare", SMALL.bold),
            (158.5, "§ 121", SMALL.bold), leading=4.6)
    doc.row((162.5, "Ja", SMALL.bold, "center"), (173.5, "Nej", SMALL.bold, "center"), (184.5, "Avst", SMALL.bold, "center"), leading=4.4)
    rules.append(doc.y + 1.5)
    doc.y += 1.5
    for name, party, extra, vote in ROLL:
        role = extra if isinstance(extra, str) else None
        serving = extra if isinstance(extra, tuple) else None
        cells = [(LEFT + 1.5, name + (f", {role}" if role else ""), SMALL), (87.5, party, SMALL)]
        if serving:
            cells.append((102.5, f"{serving[0]} ({serving[1]})", SMALL))
        cells.append(({"j": 162.5, "n": 173.5, "a": 184.5}[vote], "X", SMALL, "center"))
        doc.row(*cells, leading=5.2)
        doc.y += 0.4
        rules.append(doc.y + 1.2)
        if serving:
            doc.attend(serving[0], "serving_substitute", party=serving[1].upper(), replaces=name)
            doc.miss(name, party=party.upper())
        else:
            kind = {"ordförande": "chair", "1:e vice ordförande": "vice_chair", "2:e vice ordförande": "second_vice_chair"}.get(role)
            doc.attend(name, "member", party=party.upper(), role=kind, role_text=role)
    doc.row((LEFT + 1.5, "Summa", SMALL.bold), (162.5, str(count("j")), SMALL.bold, "center"), (173.5, str(count("n")), SMALL.bold, "center"),
            (184.5, str(count("a")), SMALL.bold, "center"), leading=5.2)
    rules.append(doc.y + 1.6)
    grid(doc, xs, RIGHT, rules, top)
    doc.space(8)
    doc.row((LEFT, "Närvarande ej tjänstgörande ersättare", TEXT.bold))
    for name, party in (("Ivar Brodén", "s"), ("Gullan Westrin", "s"), ("Uno Sparre", "m")):
        doc.row((LEFT, f"{name} ({party})"))
        doc.attend(name, "substitute", party=party.upper())


def count(vote):
    return sum(entry[3] == vote for entry in ROLL)


def ballots():
    return [((extra[0] if isinstance(extra, tuple) else name), (extra[1] if isinstance(extra, tuple) else party).upper(), MARK[vote])
            for name, party, extra, vote in ROLL]


def item(doc, number, earlier, title, reference, paragraphs, more):
    doc.need(34)
    cells = [(LEFT, f"Kf § {number}", TEXT.bold)]
    if earlier:
        cells.append((LEFT + 26, f"Ks § {earlier}", TEXT))
    if reference:
        cells.append((RIGHT, f"Dnr {reference}", TEXT, "right"))
    doc.row(*cells)
    doc.row((LEFT, title, TEXT.bold), leading=5.6)
    doc.space(1.5)
    doc.begin_item(number, f"Kf § {number}", title, reference, **more,
                   **({"earlier_numbers": [{"body": "Ks", "number": earlier}]} if earlier else {}))
    doc.tell(paragraphs, gap=1.3, att=0, heading=TEXT.italic)
    doc.end_item()
    doc.space(5)


ITEMS = [
    (118, None, "Val av justerare", None, [("decision", "Beslut", "Kommunfullmäktige utser Ragnhild Strid (s) och Lars Tunhage (m) att jämte ordföranden "
     "justera dagens protokoll.")], {}),
    (119, None, "Interpellation om sophämtningen i ytterområdena", "88.241-452", ["Lars Tunhage (m) har till kommun¬styrelsens ordförande "
     "ställt en interpellation om sop¬hämtningen i ytter¬områdena. Han frågar vilka åtgärder som har vid¬tagits sedan entreprenören i augusti gick "
     "över till hämtning var fjärde vecka.", "Anita Kvarnlöf (s) besvarar interpellationen. I debatten deltar Lars Tunhage (m), Ebon Wirsén (c) och "
     "Sune Rydell (vpk).", ("decision", "Beslut", "Kommunfullmäktige förklarar interpellationen besvarad.")], {"outcome": "noted"}),
    (120, 203, "Förvärv av fastigheten Tallhem 4:12", "88.198-253", ["För utbyggnad av industri¬området vid Västra länken behöver kommunen "
     "förvärva fastigheten Tallhem 4:12, som omfattar 6,4 hektar åkermark. Överens¬kommelse har träffats med ägaren om en köpe¬skilling av "
     "480 000 kronor.", ("proposal", "Kommunstyrelsens förslag", "Kommunfullmäktige beslutar att godkänna köpe¬avtalet och att anvisa 480 000 kronor "
     "av 1988 års investerings¬medel."), ("decision", "Beslut", "Kommunfullmäktige beslutar i enlighet med kommunstyrelsens förslag.")], {"outcome": "approved"}),
    (121, 211, "Budget och utdebitering för år 1989", "88.150-041", ["Kommun¬styrelsen har den 31 oktober 1988 avgivit förslag till budget för år 1989. "
     "Förslaget förut¬sätter att utdebiteringen höjs med 50 öre till 16:75 kronor per skattekrona. Ekonomi¬chef Inger Malmros redogör för förslaget.",
     ("motions", "Yrkanden", "Torbjörn Ahlén (s) yrkar bifall till kommunstyrelsens förslag.",
      "Ebon Wirsén (c) yrkar, med instämmande av Lars Tunhage (m), att utdebiteringen skall vara oförändrad 16:25 kronor per skattekrona."),
     ("order", "Propositionsordning", "Ordföranden ställer proposition på yrkandena och finner att kommunstyrelsens förslag bifallits. Votering begärs. "
      "Följande voterings¬proposition godkänns: Den som vill bifalla kommunstyrelsens förslag röstar ja. Den det ej vill röstar nej."),
     ("vote", "Votering", "Vid voteringen avges 11 ja-röster och 9 nej-röster. En ledamot avstår. Hur var och en röstat framgår av voteringslistan."),
     ("decision", "Beslut", "Kommunfullmäktige beslutar", "att fastställa budget för år 1989 enligt kommunstyrelsens förslag samt",
      "att fastställa utdebiteringen till 16:75 kronor per skattekrona."),
     ("reservation", "Reservation", "Ebon Wirsén (c), Lars Tunhage (m) och Henrik Boivie (fp) reserverar sig mot beslutet.")],
     {"outcome": "approved", "proposals": [(["Torbjörn Ahlén"], "S", "Torbjörn Ahlén (s) yrkar bifall till kommunstyrelsens förslag."),
       (["Ebon Wirsén"], "C", "Ebon Wirsén (c) yrkar, med instämmande av Lars Tunhage (m), att utdebiteringen skall vara oförändrad 16:25 kronor "
        "per skattekrona.")], "votes": [(11, 9, 1, ballots())],
      "reservations": [("Ebon Wirsén", "C", None), ("Lars Tunhage", "M", None), ("Henrik Boivie", "FP", None)]}),
    (122, 214, "Taxa för vatten och avlopp", "88.222-346", ["Tekniska nämnden föreslår att bruknings¬avgiften höjs till 5:40 kronor per kubik¬meter "
     "fr o m den 1 januari 1989. Höjningen motiveras av ökade kostnader för slam¬behandlingen vid renings¬verket.",
     ("proposal", "Kommunstyrelsens förslag", "Kommunfullmäktige antar den föreslagna taxan."),
     ("decision", "Beslut", "Kommunfullmäktige beslutar att anta taxan att gälla fr o m den 1 januari 1989.")], {"outcome": "approved"}),
    (123, 216, "Motion om cykelbana längs Storgatan", "87.309-312", ["Sune Rydell (vpk) har i en motion föreslagit att en cykel¬bana an¬läggs längs "
     "Storgatan mellan järnvägs¬stationen och Norra skolan. Tekniska nämnden har yttrat sig och anser att gatan är för smal.",
     ("proposal", "Kommunstyrelsens förslag", "Kommunfullmäktige avslår motionen."),
     ("motions", "Yrkanden", "Sune Rydell (vpk) yrkar bifall till motionen."),
     ("decision", "Beslut", "Kommunfullmäktige beslutar att avslå motionen."),
     ("reservation", "Reservation", "Sune Rydell (vpk) reserverar sig mot beslutet till förmån för sitt yrkande.")],
     {"outcome": "rejected", "proposals": [(["Sune Rydell"], "VPK", "Sune Rydell (vpk) yrkar bifall till motionen.")],
      "reservations": [("Sune Rydell", "VPK", None)]}),
    (124, None, "Fyllnadsval till byggnadsnämnden", "88.260-102", ["Claes Odelberg (m) har avsagt sig uppdraget som ersättare i byggnadsnämnden.",
     ("decision", "Beslut", "Kommunfullmäktige beslutar att befria Claes Odelberg från uppdraget samt att till ny ersättare i byggnadsnämnden för tiden t o m "
      "den 31 december 1988 utse Uno Sparre (m).")], {"outcome": "approved"}),
]
