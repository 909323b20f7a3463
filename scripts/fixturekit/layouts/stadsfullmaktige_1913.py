"""A city council of 1913, printed: the subject in italics run into the text after the number, a roll-call in prose."""

from ..document import Document
from ..paper import Style, plain, wrap
from ..scan import Scanner

SOURCE = "A city council's minutes in 1913, printed: the subject in italics between the number and the text, those present and the " \
         "roll-call by surname, a reservation, an interest declared, lines of equal length. Scanned in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=-0.25, blur=0.7, noise=4.0, paper=232, ink=0.94, bleed=0.05, quality=26)

TEXT = Style("garamond", 13)
ITALIC = TEXT.italic
LEFT, RIGHT, CENTRE = 36.0, 178.0, 107.0


def build():
    doc = Document("stadsfullmaktige_1913", TEXT, LEFT, RIGHT, 32, 34, 5.9, head)
    doc.meeting = dict(municipality="Kvarnhamns stad", body="Stadsfullmäktige", date="1913-09-18", place="rådhussalen", start_time="18:00")
    doc.new_sheet()
    doc.row((CENTRE, "Protokoll", TEXT.at(22), "center"), leading=11)
    doc.space(2)
    for line in ("fördt vid ordinarie sammanträde med Stadsfullmäktige i Kvarnhamns stad", "å rådhussalen torsdagen den 18 september 1913",
                 "kl. 6 e. m."):
        doc.row((CENTRE, line, TEXT, "center"))
    doc.sheet.line(CENTRE - 14, doc.y + 4, CENTRE + 14, doc.y + 4, 0.3)
    doc.space(9)
    doc.para("Närvarande: herr Ordföranden, konsul Edvard Sjöcrona, herr vice Ordföranden, rådman Bernhard Fägerskiöld, samt herrar "
             "Ahlmark, Bruzelius, Callerholm, Dymling, Engdahl, Forssell, Gavelius, Hagdahl, von Krassow och Linden¬crona.",
             indent=6, hang=0, note=False, spread=True)
    doc.para("Förfall hade anmälts af herr Ohlander, som vore bortrest, samt herr Pihlgren.", indent=6, hang=0, note=False, spread=True)
    doc.para("Protokollet fördes af stadsnotarien Otto Wennerström.", indent=6, hang=0, note=False, gap=4)
    doc.attend("Edvard Sjöcrona", "member", role="chair", role_text="Ordföranden")
    doc.attend("Bernhard Fägerskiöld", "member", role="vice_chair", role_text="vice Ordföranden")
    for name in PLAIN:
        doc.attend(name, "member")
    doc.attend("Otto Wennerström", "official", role="secretary", role_text="stadsnotarien")
    doc.miss("Ohlander", reason="bortrest")
    doc.miss("Pihlgren")
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


PLAIN = ("Ahlmark", "Bruzelius", "Callerholm", "Dymling", "Engdahl", "Forssell", "Gavelius", "Hagdahl", "von Krassow", "Lindencrona")


def head(sheet, number):
    if number > 1:
        sheet.row(22, (LEFT, "Stadsfullmäktige den 18 september 1913.", ITALIC.at(11)), (RIGHT, str(number), TEXT, "right"))
        sheet.line(LEFT, 24.5, RIGHT, 24.5, 0.2)


YES = ("Sjöcrona", "Fägerskiöld", "Ahlmark", "Dymling", "Engdahl", "Gavelius", "von Krassow")
NO = ("Bruzelius", "Callerholm", "Forssell", "Hagdahl", "Lindencrona")

ITEMS = [
    (58, "Justeringsmän.", [
        ("decision", "Att jämte herr Ordföranden justera dagens protokoll utsågos herrar Dymling och Gavelius.")], {}),
    (59, "Inköp af ångspruta.", [
        (None, "Brandstyrelsen hade i skrifvelse den 4 augusti 1913 hemställt, att 4,850 kronor måtte ställas till styrelsens förfogande för "
         "inköp af en ångspruta, enär den gamla handkrafts¬sprutan vid branden i kvarteret Lotsen befunnits otillräcklig. "
         "Drätselkammaren hade tillstyrkt framställningen."),
        ("decision", "Stadsfullmäktige beslöto att bifalla brandstyrelsens hem¬ställan.")], {"outcome": "approved"}),
    (60, "Gasverkets öfvertagande af staden.", [
        (None, "Aktiebolaget Kvarnhamns Gasverk hade erbjudit staden att från den 1 januari 1914 inlösa verket för 186,000 kronor. Beredningen, "
         "som genomgått bolagets böcker för de fem sist förflutna åren, hade funnit priset skäligt och tillstyrkt inlösen."),
        (None, "Herr Engdahl yrkade bifall till beredningens förslag."),
        (None, "Herr Callerholm yrkade afslag, enär inom kort elektrisk belysning torde komma att införas och gasen därigenom förlora sin "
         "betydelse."),
        (None, "Sedan öfverläggningen förklarats slutad och votering blifvit begärd, anställdes upprop, därvid herrar Sjöcrona, Fägerskiöld, "
         "Ahlmark, Dymling, Engdahl, Gavelius och von Krassow röstade ja samt herrar Bruzelius, Callerholm, Forssell, Hagdahl och "
         "Linden¬crona nej, eller således 7 ja och 5 nej."),
        ("decision", "Stadsfullmäktige hade alltså beslutat att bifalla beredningens förslag."),
        ("reservation", "Häremot anmälde herrar Callerholm och Lindencrona sin reservation.")],
     {"outcome": "approved",
      "proposals": [(["Engdahl"], None, "Herr Engdahl yrkade bifall till beredningens förslag."),
                    (["Callerholm"], None, "Herr Callerholm yrkade afslag, enär inom kort elektrisk belysning torde komma att införas och "
                     "gasen därigenom förlora sin betydelse.")],
      "votes": [(7, 5, None, [*[(name, None, "yes") for name in YES], *[(name, None, "no") for name in NO]])],
      "reservations": [("Callerholm", None, None), ("Lindencrona", None, None)]}),
    (61, "Tomt i kvarteret Tullvakten.", [
        (None, "Firman Forssell & Son hade begärt att för ett pris af 2 kronor 50 öre per kvadratmeter få köpa den obebyggda tomten N:o 3 i "
         "kvarteret Tullvakten. Herr Forssell, som ägde del i firman, deltog icke i detta ärende."),
        ("decision", "Ansökningen bordlades till nästa sammanträde.")], {"outcome": "postponed", "disqualified": ["Forssell"]}),
    (62, "Ordningen å saluhallen.", [
        (None, "Hälsovårdsnämnden hade öfverlämnat förslag till ändrade ordnings¬föreskrifter för saluhallen, gående ut på, att fisk endast finge "
         "försäljas i hallens norra del samt att hundar ej finge medföras."),
        ("decision", "Stadsfullmäktige beslöto"), ("decision", "att antaga de föreslagna föreskrifterna samt"),
        ("decision", "att hos Konungens befallningshafvande begära deras fastställelse.")], {"outcome": "approved"}),
    (63, "Skolläkare.", [
        (None, "Allmänna läroverkets rektor hade anhållit om ett årligt bidrag af 300 kronor till aflönande af skolläkare. Folkskolestyrelsen "
         "ansåg, att äfven folkskolans barn borde komma i åtnjutande af läkarens tillsyn."),
        ("decision", "Ärendet återremitterades till drätselkammaren.")], {"outcome": "referred_back"}),
    (64, "Stadens räkenskaper.", [
        (None, "Revisorernas berättelse öfver granskningen af stadens räken¬skaper för år 1912 upplästes. Revisorerna hade ej funnit anledning till "
         "anmärkning."),
        ("decision", "Stadsfullmäktige beslöto att bevilja drätselkammaren full ansvarsfrihet.")], {"outcome": "approved"}),
]


def item(doc, number, title, paragraphs, more):
    """The number, the subject in italics and the first words of the text stand on one line."""
    doc.end_item()
    doc.space(3)
    doc.need(19)
    label = f"§ {number}."
    doc.begin_item(number, label, title.rstrip("."), **more)
    for n, (kind, text) in enumerate(paragraphs):
        if kind is None:
            doc.leave_section()
        if n:
            indent = 12 if text.startswith("att ") else 6
            doc.para(text, indent=indent, hang=12 if indent == 12 else 0, kind=kind, spread=True)
            continue
        doc.note(plain(text), kind)
        pieces = [(f"{label}  ", TEXT), (title, ITALIC), (" — ", TEXT)]
        lead = sum(style.width(piece) for piece, style in pieces)
        first, *rest = wrap(text, TEXT, RIGHT - LEFT, RIGHT - LEFT - 6 - lead)
        doc.y += doc.leading
        x, boxes = LEFT + 6, []
        for piece, style in [*pieces, (first, TEXT)]:
            spread = [RIGHT - x] if piece is first and rest else []
            boxes.append(doc.sheet.text(x, doc.y, piece, style, *spread))
            x += style.width(piece)
        doc.sheet.rows.append(f"{label} {title} — {first}")
        x0, y0, x1, y1 = zip(*boxes)
        doc.sheet.boxes.append((min(x0), min(y0), max(x1), max(y1)))
        for k, line in enumerate(rest):
            doc.row((LEFT, line, TEXT, *([RIGHT - LEFT] if k < len(rest) - 1 else [])))
    doc.item["page_last"] = doc.page


def signatures(doc):
    doc.end_item()
    doc.space(6)
    doc.need(60)
    doc.row((LEFT + 6, "In fidem:"))
    doc.row((112, "Otto Wennerström.", ITALIC), leading=7)
    doc.sign("secretary", "In fidem", "Otto Wennerström", signed=None)
    doc.space(4)
    doc.row((LEFT + 6, "Justeradt den 25 september 1913:"))
    for role, name in (("chair", "Edv. Sjöcrona"), ("adjuster", "Hugo Dymling"), ("adjuster", "Axel Gavelius")):
        doc.row((112, f"{name}.", ITALIC), leading=7)
        doc.sign(role, "Justeradt", name, signed=None)
    doc.adjustments.append(dict(adjusters=["Dymling", "Gavelius"], date="1913-09-25"))
