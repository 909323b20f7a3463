"""A rural municipality's council of 1961: typewritten, titles of the matters in the left margin."""

from ..document import Document
from ..help import columns, pen, underline
from ..paper import Style, plain, wrap
from ..scan import Scanner

SOURCE = "A rural municipality's council in 1961: typewritten carbon copy with § and underlined title in the left margin beside " \
         "the text, list of names in two columns, surnames with herr and fru in the text, one vote. A hard scan in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=1.2, blur=0.8, noise=9.0, paper=226, ink=0.86, carbon=0.22, shadow=True, punched=True, quality=45)

TEXT = Style("typewriter", 11, typed=True)
LEFT, BODY, RIGHT, LEAD = 24.0, 66.0, 194.0, 5.5

LEDAMOTER = ["Hugo Brännvall", "Valfrid Nordlander", "Anna Sandelin", "Elis Tegnander", "Gunnar Svensson", "Martin Rosvall",
             "Oskar Edlund", "Elsa Malmborg", "Birger Olsson", "Helge Stenmark", "Frans Viklund", "Nils Gustafsson",
             "Ragnhild Boman", "Einar Persson"]


def build():
    doc = Document("kommunalfullmaktige_1961", TEXT, LEFT, RIGHT, 26, 26, LEAD, head)
    doc.meeting = dict(municipality="Torsmåla kommun", body="Kommunalfullmäktige", date="1961-04-26", place="medborgarhuset",
                       start_time="18:30")
    doc.new_sheet()
    front(doc)
    for number, title, paragraphs, more in ITEMS:
        item(doc, number, title, paragraphs, dict(more))
    end(doc)
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(17, (108, f"- {number} -", TEXT, "center"))


def front(doc):
    doc.row((LEFT, "P R O T O K O L L"))
    underline(doc, LEFT, "P R O T O K O L L", TEXT)
    doc.space(3)
    doc.para("hållet vid sammanträde med kommunalfullmäktige i Torsmåla kommun i medborgarhuset onsdagen den 26 april 1961 "
             "klockan 18.30.", gap=2.5)
    doc.row((LEFT, "Närvarande:"))
    names = ["Karl Hultgren, ordförande", "Ivar Selander, vice ordförande", *LEDAMOTER]
    columns(doc, [[(LEFT, n, TEXT) for n in names[:8]], [(112, n, TEXT) for n in names[8:]]], LEAD)
    doc.attend("Karl Hultgren", "member", role="chair", role_text="ordförande")
    doc.attend("Ivar Selander", "member", role="vice_chair", role_text="vice ordförande")
    for name in LEDAMOTER:
        doc.attend(name, "member")
    doc.space(2)
    doc.row((LEFT, "Tjänstgörande suppleant:"))
    doc.row((LEFT, "Elof Tjäder i stället för Axel Forsman"))
    doc.attend("Elof Tjäder", "serving_substitute", replaces="Axel Forsman")
    doc.miss("Axel Forsman")
    doc.space(2)
    doc.row((LEFT, "Frånvarande:"))
    doc.row((LEFT, "Ruben Hallén, anmält förfall"))
    doc.miss("Ruben Hallén", reason="anmält förfall")
    doc.space(2)
    doc.row((LEFT, "Övriga:"))
    doc.row((LEFT, "Sven Lagergren, sekreterare"))
    doc.attend("Sven Lagergren", "official", role="secretary", role_text="sekreterare")
    doc.space(4)


def item(doc, number, title, paragraphs, more):
    doc.end_item()
    margin = [f"§ {number}.", *wrap(title, TEXT, BODY - LEFT - 6)]
    doc.need(LEAD * (len(margin) + 1))
    doc.begin_item(number, f"§ {number}.", plain(title), None, **more)
    queue = list(margin)

    def line(x, text):
        side = [(LEFT, queue[0])] if queue else []
        doc.row(*side, *[(x, text)] * bool(text))
        if side:
            if queue[0] != margin[0]:
                underline(doc, LEFT, queue[0], TEXT)
            queue.pop(0)

    for entry in paragraphs:
        kind, text = entry if isinstance(entry, tuple) else (None, entry)
        if kind is None:
            doc.leave_section()
        att = text.startswith("att ")
        at = BODY if att else BODY + 9
        lines = wrap(text, TEXT, RIGHT - (BODY + (9 if att else 0)), RIGHT - at)
        doc.need(LEAD * min(2, len(lines)))
        for n, string in enumerate(lines):
            line(at if n == 0 else BODY + (9 if att else 0), string)
            if n == 0:
                doc.note(plain(text), kind)
        doc.item["page_last"] = doc.page
    while queue:
        line(BODY, "")
    doc.end_item()
    doc.space(5)


def end(doc):
    doc.need(62)
    doc.row((BODY, "Dag som ovan."))
    doc.row((BODY, "Vid protokollet:"))
    doc.space(11)
    pen(doc, BODY + 2, 6101, width=46)
    doc.row((BODY, "Sven Lagergren"))
    doc.space(4)
    doc.row((BODY, "Justerat den 4 maj 1961:"))
    doc.space(10)
    pen(doc, BODY + 2, 6102, width=50)
    doc.row((BODY, "Karl Hultgren"))
    doc.space(11)
    pen(doc, BODY + 2, 6103, width=38)
    pen(doc, 134, 6104, width=44)
    doc.row((BODY, "Valfrid Nordlander"), (132, "Elsa Malmborg"))
    doc.sign("secretary", "Vid protokollet", "Sven Lagergren")
    doc.sign("chair", "Justerat", "Karl Hultgren")
    doc.sign("adjuster", "Justerat", "Valfrid Nordlander")
    doc.sign("adjuster", "Justerat", "Elsa Malmborg")
    doc.adjustments.append(dict(adjusters=["Valfrid Nordlander", "Elsa Malmborg"], date="1961-05-04"))


D = "decision"
ITEMS = [
    (19, "Upprop", ["Vid förrättat upprop befanns ovan¬nämnda ledamöter och suppleant vara till¬städes. Kungörelse om "
     "sammanträdet hade varit anslagen å kommunens anslags¬tavla sedan den 14 april och införts i ortens tidning."], {}),
    (20, "Justering", [(D, "Att jämte ordföranden justera dagens protokoll utsågs herr Nordlander och fru Malmborg.")], {}),
    (21, "Revisions¬berättelse för år 1960", ["Föredrogs revisorernas berättelse över granskningen av kommunal¬nämndens och övriga "
     "nämnders förvaltning under år 1960. Revisorerna hade icke funnit anledning till anmärkning men fram¬höll, att "
     "inventarie¬förteckningen vid ålderdoms¬hemmet borde föras mera fullständigt.", ("disqualification", "I ärendets behandling deltog icke ledamöter av "
     "kommunal¬nämnden."), (D, "Fullmäktige beslöt"), (D, "att bevilja samtliga styrelser och nämnder ansvars¬frihet för det "
     "gångna årets förvaltning samt"), (D, "att överlämna revisorernas påpekande till social¬nämnden för beaktande.")], {}),
    (22, "Vatten- och avlopps¬ledning i Hökerum", ["Kommunalnämnden hade framlagt förslag till utbyggnad av vatten- och "
     "avlopps¬nätet inom Hökerums samhälle. Enligt den av ingenjörs¬firman upprättade kostnads¬beräkningen skulle arbetet draga en "
     "kostnad av 286.000 kronor, varav 74.000 kronor kunde påräknas i statsbidrag.", "Herr Selander redogjorde för de "
     "under¬sökningar, som nämnden låtit verk¬ställa beträffande vatten¬tillgången.", "Herr Selander yrkade bifall till kommunalnämndens förslag.",
     "Herr Stenmark yrkade, att ärendet måtte bordläggas, tills "
     "frågan om anslutnings¬avgifterna blivit utredd.", "Sedan överläggningen förklarats slutad, framställde "
     "ordföranden proposition å yrkandena och fann herr Selanders yrkande med övervägande ja antaget. Votering "
     "begärdes av herr Stenmark och verkställdes genom namn¬upprop. Den som ville bifalla kommunal¬nämndens förslag röstade ja, den det "
     "ej ville röstade nej. Vid voteringen avgavs 12 ja och 5 nej.", (D, "Fullmäktige beslöt"),
     (D, "att godkänna förslaget till utbyggnad samt"), (D, "att hos statens vägverk söka statsbidrag för arbetet."),
     ("reservation", "Mot beslutet reserverade sig herrar Stenmark och Viklund.")],
     {"proposals": [(["Selander"], None, "Herr Selander yrkade bifall till kommunalnämndens förslag."),
                    (["Stenmark"], None, "Herr Stenmark yrkade, att ärendet måtte bordläggas, tills frågan om anslutningsavgifterna blivit utredd.")],
      "votes": [(12, 5, None, [])], "reservations": [("Stenmark", None, None), ("Viklund", None, None)]}),
    (23, "Inköp av fastig¬heten Kvarn¬backen 1:14", ["Dödsboet efter lantbrukaren Emil Nilsson hade erbjudit kommunen att för 18.500 "
     "kronor förvärva fastigheten Kvarnbacken 1:14 om 2,3 hektar. Området gränsar till skol¬tomten och ansågs lämpligt för "
     "framtida bostads¬bebyggelse. Kommunal¬nämnden hade tillstyrkt köpet.", (D, "Fullmäktige beslöt att förvärva fastigheten för "
     "en köpe¬skilling av 18.500 kronor, att bestridas ur kommunens fastighets¬fond.")], {}),
    (24, "Bidrag till badplatsen i Lillån", ["Torsmåla idrottsförening hade anhållit om ett bidrag av 1.200 kronor för "
     "anordnande av brygga och omkläd¬nings¬hytter vid badplatsen. Herr Tjäder vitsordade behovet och framhöll, att "
     "simskolan föregående sommar haft 61 elever.", (D, "Fullmäktige beslöt att bevilja det begärda bidraget, under villkor att "
     "föreningen ansvarar för badplatsens skötsel.")], {}),
    (25, "Val av ledamot i byggnads¬nämnden", ["Sedan Axel Blomberg av¬sagt sig uppdraget såsom ledamot i byggnads¬nämnden, skulle val "
     "anställas för återstoden av perioden.", (D, "Fullmäktige beslöt att till ledamot av byggnads¬nämnden för tiden till och "
     "med år 1962 utse Einar Persson, Hökerum.")], {}),
    (26, "Motion om gatu¬belysning", ["Fru Boman hade väckt motion om uppsättande av gatu¬belysning vid vägen mellan kyrkbyn och "
     "järnvägs¬stationen, en sträcka av omkring 700 meter.", (D, "Fullmäktige beslöt att remittera motionen till kommunalnämnden "
     "för utredning.")], {}),
]
