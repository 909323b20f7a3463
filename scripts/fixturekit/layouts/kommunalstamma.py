"""A rural parish's meeting in 1899, in print: the spelling before 1906, titles in the margin beside the text."""

from ..document import Document
from ..paper import Style, plain, wrap
from ..scan import Scanner

SOURCE = "A municipal meeting of a rural parish in 1899, printed: spelling before 1906, “§ 1.” in the middle of its line, the " \
         "subject in small italics in the margin beside the text, those present with title and village, lines of equal length; " \
         "yellowed paper with bleed-through. Scanned in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.5, blur=0.8, noise=5.0, paper=214, ink=0.92, bleed=0.10, quality=22)

TEXT = Style("baskerville", 12)
NOTE = Style("baskerville", 8.5, "italic")
LEFT, RIGHT, MARGIN = 58.0, 188.0, 22.0


def build():
    doc = Document("kommunalstamma", TEXT, LEFT, RIGHT, 28, 30, 5.7, head)
    doc.meeting = dict(municipality="Hvarfsnäs socken", body="Kommunalstämman", date="1899-03-28", place="sockenstugan",
                       start_time=None)
    doc.new_sheet()
    doc.row((123, "Protokoll,", TEXT.bold.at(17), "center"), leading=9)
    for line in ("hållet vid kommunalstämma med Hvarfsnäs socken", "i sockenstugan den 28 mars 1899."):
        doc.row((123, line, TEXT, "center"), leading=6.2)
    doc.space(5)
    doc.para("Närvarande: kommunalstämmans ordförande, häradsdomaren C. J. Hammarlund, kyrkoherden A. E. Söderwall, patronen "
             "Fabian von Post, hemmans¬egarne Johan Petter Andersson i Backa, Carl Gustaf Åhman i Norrby och Sven Jönsson i "
             "Hvarf samt enkefru Lovisa Tingvall.", indent=6, hang=0, spread=True, note=False, gap=4)
    doc.attend("C. J. Hammarlund", "present", role="chair", role_text="ordförande, häradsdomaren")
    doc.attend("A. E. Söderwall", "present", role_text="kyrkoherden")
    doc.attend("Fabian von Post", "present", role_text="patronen")
    for name in ("Johan Petter Andersson", "Carl Gustaf Åhman", "Sven Jönsson"):
        doc.attend(name, "present", role_text="hemmansegarne")
    doc.attend("Lovisa Tingvall", "present", role_text="enkefru")
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(18, (123, f"– {number} –", TEXT.at(10), "center"))


ITEMS = [
    (1, "Kungörelse upplästes.", ["Sedan kungörelsen om stämman blifvit uppläst och befunnits vara i laga ordning utfärdad, "
                                  "förklarades stämman öppnad."], {}),
    (2, "Val af justeringsmän.", [("decision", None, "Att jämte ordföranden justera dagens protokoll utsågos Carl Gustaf Åhman och "
                                   "Sven Jönsson.")], {}),
    (3, "Om ny väg till Hvarfsnäs brygga.", ["Patronen von Post hade i skrifvelse af den 4 februari hemstält, att socknen måtte "
      "deltaga i kostnaden för en ny väg från gästgifvaregården till ångbåtsbryggan, hvilken väg skulle blifva till gagn äfven "
      "för de öfriga byarne. Kostnaden var beräknad till 1,850 kronor.",
      "Johan Petter Andersson yrkade afslag, enär vägen hufvudsakligen komme att tjena herrgården. Kyrkoherden Söderwall yrkade "
      "bifall.",
      "Sedan votering begärts och verkstälts, befanns, att 412 röster afgifvits för bifall och 268 röster för afslag.",
      ("decision", None, "Stämman beslöt sålunda att bevilja 900 kronor till vägens byggande."),
      ("reservation", None, "Häremot reserverade sig Johan Petter Andersson.")],
     {"outcome": "approved", "votes": [(412, 268, None, [])], "reservations": [("Johan Petter Andersson", None, None)],
      "proposals": [(["Johan Petter Andersson"], None, "Johan Petter Andersson yrkade afslag, enär vägen hufvudsakligen komme att "
                     "tjena herrgården."), (["Söderwall"], None, "Kyrkoherden Söderwall yrkade bifall.")]}),
    (4, "Ang. vård af fattighjonet Anna Britas dotter.", ["Fattigvårdsstyrelsen anmälde, att Anna Britas minderåriga dotter Hilda, "
      "hvilken sedan Mikaelidagen varit utackorderad, nu saknade vård, samt begärde stämmans uttalande.",
      ("decision", None, "Stämman beslöt", "att uppdraga åt fattigvårdsstyrelsen att anskaffa fosterhem för barnet samt",
       "att hvarje rote skulle bidraga med 5 kronor om året.")], {}),
    (5, "Om utskänkning af öl vid torgdagarne.", ["Handlanden J. Fr. Wikander hade anhållit om tillstånd till utskänkning af öl under "
      "höstens torgdagar. Pastor erinrade om de oordningar, hvilka förekommit förlidet år, och hvaraf socknens folk haft stor "
      "skam.", ("decision", None, "Ansökningen blef af stämman enhälligt afslagen.")], {"outcome": "rejected"}),
    (6, "Sockenmagasinets räkningar.", ["Föredrogs räkningarne för sockenmagasinet, hvilka utvisade en behållning af 214 tunnor "
      "råg och 88 tunnor korn.", ("decision", None, "Stämman beslöt att godkänna räkningarne.")], {"outcome": "approved"}),
]


def item(doc, number, title, paragraphs, more):
    """The subject stands in the margin, its first line on the baseline of the paragraph's first."""
    doc.end_item()
    doc.space(3)
    doc.need(30)
    doc.row((123, f"§ {number}.", TEXT, "center"))
    doc.space(0.6)
    doc.begin_item(number, f"§ {number}.", title.rstrip("."), **more)
    margin = wrap(title, NOTE, 31)
    for entry in paragraphs:
        kind, texts = (None, [entry]) if isinstance(entry, str) else (entry[0], entry[2:])
        for text in texts:
            if kind is None:
                doc.leave_section()
            doc.note(plain(text), kind)
            lines = wrap(text, TEXT, RIGHT - LEFT, RIGHT - LEFT - 6)
            for n, line in enumerate(lines):
                x = LEFT if n else LEFT + 6
                doc.need(doc.leading)
                spread = [RIGHT - x] if n < len(lines) - 1 else []
                beside = [(MARGIN, margin.pop(0), NOTE)] if margin else []
                doc.row(*beside, (x, line, TEXT, *spread))
    while margin:
        doc.row((MARGIN, margin.pop(0), NOTE))
    doc.item["page_last"] = doc.page


def signatures(doc):
    doc.end_item()
    doc.space(6)
    doc.need(70)
    doc.row((LEFT + 6, "Som ofvan."))
    sign(doc, "chair", "ordförande", "C. J. Hammarlund")
    doc.row((LEFT + 62, "ordförande.", TEXT.at(10)), leading=4.6)
    doc.space(3)
    doc.row((LEFT + 6, "Justeradt den 2 april 1899:"))
    sign(doc, "adjuster", "Justeradt", "Carl Gustaf Åhman")
    sign(doc, "adjuster", "Justeradt", "Sven Jönsson")
    doc.adjustments.append(dict(adjusters=["Carl Gustaf Åhman", "Sven Jönsson"], date="1899-04-02"))


def sign(doc, role, label, name):
    doc.row((LEFT + 62, name, TEXT.italic), leading=8)
    doc.sign(role, label, name, signed=None)
