"""A child welfare board of a rural municipality in 1956, typewritten with a worn ribbon."""

from ..document import Document
from ..help import Motion, gather, pen, underline
from ..paper import Style
from ..scan import Scanner

SOURCE = "A child welfare board of a rural municipality in 1956: typewritten, the attendance as a list of titles and names " \
         "beside the word Närvarande, paragraph numbers centred without titles, surnames in the text, signatures at the end. " \
         "A faded sheet scanned askew in grey at 300 dpi, with punch holes (hard)."
SCANNER = Scanner(dpi=300, skew=1.3, blur=0.9, noise=9.0, paper=222, ink=0.8, carbon=0.22, bleed=0.05, punched=True,
                  quality=45)

TEXT = Style("typewriter", 11.5, typed=True)
LEFT, RIGHT, LIST = 30.0, 188.0, 62.0

PRESENT = [
    ("kyrkoherde", "Nils Thelin", ", ordförande"), ("lantbrukare", "Oskar Melin", ", vice ordförande"),
    ("fru", "Märta Lindell", ""), ("folkskollärare", "Gustav Ahlgren", ""), ("herr", "Ivar Rask", ""),
    ("fru", "Elsa Wallin", ", suppleant för herr Gunnar Rosén"),
]


def build():
    doc = Document("barnavardsnamnd_1956", TEXT, LEFT, RIGHT, 28, 26, 5.2, head)
    doc.meeting = dict(municipality="Hultsjö landskommun", body="Barnavårdsnämnden", date="1956-03-14",
                       place="kommunalkontoret i Hultsjö", start_time="18:30")
    front(doc)
    for number, entries, more in ITEMS:
        doc.end_item()
        doc.space(3.2)
        doc.need(22)
        doc.row((109, f"§ {number}.", TEXT, "center"))
        doc.space(1.2)
        doc.begin_item(number, f"§ {number}.", **gather(entries), **more)
        doc.tell(entries, att=8, first=8, gap=1.2)
    doc.end_item()
    end(doc)
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(20, (109, f"- {number} -", TEXT, "center"))


def front(doc):
    doc.new_sheet()
    doc.y = 26
    doc.row((109, "PROTOKOLL", TEXT, "center"))
    underline(doc, 109 - TEXT.width("PROTOKOLL") / 2, "PROTOKOLL", TEXT)
    doc.space(3)
    doc.para("hållet vid sammanträde med barnavårds¬nämnden i Hultsjö lands¬kommun å kommunalkontoret i Hultsjö onsdagen den "
             "14 mars 1956 kl. 18.30.", note=False, gap=3)
    for n, (title, name, role) in enumerate(PRESENT):
        doc.row(*[(LEFT, "Närvarande:")] * (n == 0), (LIST, f"{title} {name}{role}"))
    doc.row((LIST, "fröken Karin Palmgren, sekreterare"))
    doc.row((LIST, "Einar Hedström, kommunalkamrer, § 20"))
    doc.space(1)
    doc.attend("Nils Thelin", "member", role="chair", role_text="ordförande")
    doc.attend("Oskar Melin", "member", role="vice_chair", role_text="vice ordförande")
    for name in ("Märta Lindell", "Gustav Ahlgren", "Ivar Rask"):
        doc.attend(name, "member")
    doc.attend("Elsa Wallin", "serving_substitute", replaces="Gunnar Rosén")
    doc.miss("Gunnar Rosén")
    doc.attend("Karin Palmgren", "official", role="secretary", role_text="sekreterare")
    doc.attend("Einar Hedström", "official", role_text="kommunalkamrer", paragraphs=[[20, 20]])


ITEMS = [
    (14, [("decision", None, "Att jämte ordföranden justera dagens protokoll utsågs herr Ahlgren.")], {}),
    (15, ["Protokollet från sammanträdet den 15 februari 1956 upplästes och lades till handlingarna."], {}),
    (16, ["Sekreteraren anmälde, att barnavårds¬mannen fru Signe Åberg på grund av avflyttning från kommunen anhållit om "
          "ent¬ledigande från sina uppdrag rörande fyra barn. Hand¬lingarna i ärendena hade överlämnats till nämnden i god "
          "ordning.",
          ("decision", None, "Nämnden beslöt att entlediga fru Åberg och att till barnavårds¬man för de fyra barnen förordna "
           "fröken Karin Palmgren.")], {}),
    (17, ["Fru Lindell avgav rapport över besök i kommunens foster¬hem under januari och februari månader. Besök hade gjorts "
          "i nio hem med sammanlagt tolv fosterbarn. Hemmen hade befunnits väl¬skötta och barnen var klädda och närda på ett "
          "till¬freds¬ställande sätt.",
          "I ett fall hade det visat sig, att fosterbarnet delade rum med två vuxna. Fosterföräldrarna hade lovat att före "
          "sommaren iordningställa ett rum å övre våningen.",
          ("decision", None, "Nämnden beslöt", "att godkänna rapporten samt",
           "att fru Lindell skulle göra förnyat besök i det sistnämnda hemmet under juni månad.")], {}),
    (18, ["Från läns¬styrelsen hade inkommit en begäran om yttrande över ansökan från Södra Hultsjö syförening att få "
          "anordna barnkoloni i gamla skolhuset vid Långviken under tiden 18 juni till 28 juli 1956 för högst 22 barn.",
          "Provinsialläkaren hade besiktigat lokalerna och funnit dem lämpliga, under förutsättning att brunnen rensades och "
          "vattnet undersöktes innan kolonien öppnades. Föreståndarinnan var utbildad barn¬sköterska.",
          "Herr Melin meddelade, att han i egenskap av ägare till fastigheten uppbar hyra av syföreningen, varför han icke "
          "deltog i ärendets behandling.",
          ("decision", None, "Nämnden beslöt att tillstyrka ansökningen på de av provinsialläkaren angivna villkoren.")],
     {"disqualified": ["Melin"]}),
    (19, ["Lands¬fiskalen i Hultsjö distrikt hade översänt polisutredning rörande en 16-årig yngling, som erkänt två inbrott "
          "i kiosken vid järnvägs¬stationen, och begärt nämndens yttrande i åtals¬frågan.",
          "Ynglingen hade tillsammans med sin fader infunnit sig inför ordföranden den 6 mars. Han hade anställning vid "
          "sågverket och fick gott vitsord av verkmästaren. Den tillgripna varan hade ersatts.",
          ("decision", None, "Nämnden beslöt", "att i yttrande till lands¬fiskalen hemställa, att åtal icke måtte väckas, "
           "samt", "att ställa ynglingen under övervakning med herr Rask som övervakare.")], {}),
    (20, ["Föredrogs ansökningar om bidrags¬förskott från fem sökande. Kommunal¬kamreraren hade granskat inkomst¬uppgifterna "
          "och lämnade närmare upplysningar om två av fallen.",
          "I fråga om en sökande hade framkommit, att den under¬hålls¬skyldige sedan nyår regel¬bundet fullgjort sina "
          "betalningar.",
          ("decision", None, "Nämnden beslöt", "att bevilja bidrags¬förskott i fyra fall från och med den 1 april 1956 samt",
           "att avslå den femte ansökningen.")], {}),
    (21, ["Ordföranden framhöll, att behovet av tillsyn för barn till förvärvs¬arbetande mödrar hade ökat sedan "
          "konfektions¬fabriken utvidgats. En förfrågan bland de anställda hade givit vid handen, att elva familjer önskade "
          "plats för sammanlagt fjorton barn.",
          Motion("Fru Wallin yrkade, att nämnden skulle upptaga frågan om familje¬daghem med kommunal¬nämnden.", ["Wallin"]),
          ("decision", None, "Nämnden beslöt att hos kommunal¬nämnden hemställa om ett anslag av 3.500 kronor för "
           "anordnande av familje¬daghem på försök under budget¬året 1957.")], {}),
    (22, ["Nämnden tog del av följande skrivelser, vilka lades till handlingarna:",
          "- Social¬styrelsens råd och anvisningar rörande tillsyn över foster¬barn",
          "- Kallelse till barnavårds¬förbundets årsmöte den 12 maj 1956",
          "- Tackbrev från barn¬hemmet Solbacken för julgåvorna"], {}),
    (23, ["Nästa sammanträde utsattes till onsdagen den 11 april 1956 kl. 18.30 å samma plats. Därefter avslutades "
          "sammanträdet."], {}),
]


def end(doc):
    doc.need(62)
    doc.space(6)
    doc.row((LEFT, "Vid protokollet:"))
    doc.space(11)
    pen(doc, LEFT + 4, 5601, width=44)
    doc.row((LEFT, "Karin Palmgren"))
    doc.sign("secretary", "Vid protokollet", "Karin Palmgren")
    doc.space(5)
    doc.row((LEFT, "Justerat den 21 mars 1956:"))
    doc.space(12)
    pen(doc, LEFT + 3, 5612, width=40)
    pen(doc, 112, 5623, width=46)
    doc.row((LEFT, "Nils Thelin"), (110, "Gustav Ahlgren"))
    doc.row((LEFT, "ordförande"))
    doc.sign("chair", "ordförande", "Nils Thelin")
    doc.sign("adjuster", None, "Gustav Ahlgren")
    doc.adjustments.append(dict(adjusters=["Gustav Ahlgren"], date="1956-03-21"))
