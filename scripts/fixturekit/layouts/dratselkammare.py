"""A city's finance board in 1938, a carbon copy: those present in one sentence, numbers run into the text, no titles."""

from ..document import Document
from ..paper import Style, plain
from ..pen import scribble
from ..scan import Scanner

SOURCE = "Minutes of a city's finance board in 1938: carbon copy of a typescript, those present by surname in one sentence, " \
         "§ numbers run into the first line, no titles, a list of tenders, a vote, “In fidem”. Scanned in grey at 200 dpi."
SCANNER = Scanner(dpi=200, skew=0.6, blur=0.75, noise=5.0, paper=226, ink=0.82, carbon=0.16, punched=True, quality=38)

TEXT = Style("pica", 11.5, typed=True)
LEFT, RIGHT = 34.0, 193.0


def build():
    doc = Document("dratselkammare", TEXT, LEFT, RIGHT, 26, 26, 6.0, head)
    doc.meeting = dict(municipality="Valsjö stad", body="Drätselkammaren", date="1938-11-14", place="rådhuset",
                       start_time="18:30", end_time="20:45", paragraphs=None)
    doc.new_sheet()
    doc.row((104, "P r o t o k o l l", TEXT, "center"))
    doc.space(1.5)
    doc.para("fört vid sammanträde med Drätselkammaren i Valsjö stad å råd¬huset måndagen den 14 november 1938 kl. 18.30.",
             note=False, gap=5)
    doc.para("Närvarande: Herrar Ordföranden Ruthström och vice Ord¬föranden Ekebom samt Herrar Lager¬crantz, Brodd, von "
             "Schewen, Tillberg och af Klinteberg ävensom Fröken Holmdahl, vilken inkallats i stället för Herr Wadman, som "
             "anmält förfall.", indent=10, hang=0)
    doc.para("Härjämte närvoro Stadskamreraren Ragnar Ströberg, vilken förde protokollet, samt, vid behandlingen av §§ "
             "230-231, Stads¬ingenjören Evald Quist.", indent=10, hang=0, gap=4)
    doc.attend("Ruthström", "member", role="chair", role_text="Ordföranden")
    doc.attend("Ekebom", "member", role="vice_chair", role_text="vice Ordföranden")
    for name in ("Lagercrantz", "Brodd", "von Schewen", "Tillberg", "af Klinteberg"):
        doc.attend(name, "member")
    doc.attend("Holmdahl", "serving_substitute", replaces="Wadman")
    doc.miss("Wadman", reason="anmält förfall")
    doc.attend("Ragnar Ströberg", "official", role="secretary", role_text="Stadskamreraren")
    doc.attend("Evald Quist", "official", role_text="Stadsingenjören", paragraphs=[[230, 231]])
    for number, paragraphs, more in ITEMS:
        item(doc, number, paragraphs, dict(more))
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(17, (RIGHT, f"{number}.", TEXT, "right"))


def tenders(doc):
    for who, price in [("A.-B. Bränslekompaniet", "31:40"), ("Valsjö Kol & Koks", "30:85"), ("Firma Oskar Nyblad", "32:10")]:
        doc.table_row((LEFT + 18, who), (RIGHT - 38, f"kr. {price}"))
    doc.space(1)


ITEMS = [
    (227, [("decision", None, "Att jämte Ordföranden justera dagens protokoll utsågs Herr Brodd.")], {}),
    (228, ["Från Hälsovårdsnämnden hade inkommit skrivelse angå¬ende avloppet från kvarteret Lärkan, vilket vid högvatten "
           "åstad¬kommer översvämning i källarne.",
           ("decision", None, "Drätselkammaren beslöt att remittera skrivelsen till Stads¬ingenjören för yttrande.")], {}),
    (229, ["Sedan anbud infordrats å 40 ton antracit för stadens fastig¬heter, hade följande anbud, räknat per ton fritt "
           "upplagt, inkommit:", tenders, "Herr Tillberg, som är delägare i firma Valsjö Kol & Koks, deltog icke i detta "
           "ärendes behandling.",
           ("decision", None, "Kammaren beslöt att antaga Valsjö Kol & Koks' anbud.")],
     {"disqualified": ["Tillberg"], "outcome": "approved"}),
    (230, ["Stadsingenjören föredrog förslag till stensättning av Repslagare¬gatan, delen mellan Smedjegatan och Norra "
           "Tullen, slutande å 14.600 kronor.",
           "Herr Lagercrantz yrkade bifall till förslaget. Fröken Holm¬dahl yrkade, att arbetet måtte anstå till år 1940.",
           "Efter slutad överläggning framställdes propositioner å båda yrkandena, därvid votering begärdes. Denna utföll så, "
           "att 5 ledamöter röstade för herr Lagercrantz' yrkande och 3 för fröken Holmdahls.",
           ("decision", None, "Alltså hade Drätselkammaren beslutit att hos Stads¬fullmäktige hemställa om anslag i enlighet med "
            "förslaget."),
           ("reservation", None, "Häremot anmälde Fröken Holmdahl och Herr af Klinteberg reservation.")],
     {"proposals": [(["Lagercrantz"], None, "Herr Lagercrantz yrkade bifall till förslaget."),
                    (["Holmdahl"], None, "Fröken Holmdahl yrkade, att arbetet måtte anstå till år 1940.")],
      "votes": [(5, 3, None, [])],
      "reservations": [("Holmdahl", None, None), ("af Klinteberg", None, None)]}),
    (231, ["Anmäldes, att vattenledningsröret under Hamnplan sprungit läck natten till den 9 november och att reparation "
           "utförts för en kostnad av 372 kronor 50 öre.",
           ("decision", None, "Kammaren beslöt, att beloppet skulle utgå av medlen för oförutsedda behov.")], {}),
    (232, ["Bagarmästaren Hugo Sandelius anhöll i skrift att få hyra f. d. vågboden vid Fiskartorget mot en årlig hyra av "
           "180 kronor.",
           ("decision", None, "Ärendet bordlades.")], {"outcome": "postponed"}),
    (233, ["Föredrogs och granskades räkenskaperna för oktober månad. Kassa¬behållningen utgjorde 63.118 kronor 27 öre.",
           ("decision", None, "Kammaren beslöt att lägga redogörelsen till handlingarna.")], {"outcome": "noted"}),
]


def item(doc, number, paragraphs, more):
    """The number opens the first paragraph and is underlined."""
    doc.end_item()
    doc.space(2.5)
    doc.need(13)
    doc.begin_item(number, f"§ {number}.", **more)
    first, *rest = paragraphs
    kind, text = (first[0], first[2]) if isinstance(first, tuple) else (None, first)
    label = f"§ {number}."
    doc.note(plain(text), kind)
    y, at = doc.y + doc.leading, LEFT + 10
    doc.para(f"{label} {text}", indent=10, hang=0, note=False)
    doc.sheet.line(at, y + 1.1, at + TEXT.width(label), y + 1.1, 0.3)
    doc.tell(rest, first=10, gap=0)
    doc.item["page_last"] = doc.page


def signatures(doc):
    doc.end_item()
    doc.space(5)
    doc.need(66)
    doc.para("Sammanträdet avslutades kl. 20.45.", indent=10, note=False)
    doc.space(5)
    doc.row((118, "In fidem:"))
    sign(doc, 118, "secretary", "In fidem", "Ragnar Ströberg", 31)
    doc.space(6)
    doc.row((LEFT, "Justerat den 21 november 1938:"))
    sign(doc, LEFT, "chair", None, "Hj. Ruthström", 32)
    sign(doc, LEFT, "adjuster", None, "Gunnar Brodd", 33)
    doc.adjustments.append(dict(adjusters=["Brodd"], date="1938-11-21"))


def sign(doc, x, role, label, name, seed):
    doc.row((x, "." * 26), leading=11)
    doc.sheet.ink(scribble(x + 6, doc.y, seed, width=46, height=8), width=0.6, shade=70)
    doc.row((x + 6, f"/{name}/"), leading=5.4)
    doc.sign(role, label, name)
