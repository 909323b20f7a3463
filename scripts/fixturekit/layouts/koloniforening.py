"""An allotment society's board in 2008: “Punkt 4 – title” over a bare “§ 6”, house numbers and roles beside the names."""

from ..document import Document
from ..paper import Style
from ..pen import scribble
from ..scan import Scanner

SOURCE = "The board of an allotment society in 2008: points with titles over paragraphs without, people with lots and roles, " \
         "an auditor present at one point, a vote by show of hands, signatures side by side. Scanned in grey at 200 dpi."
SCANNER = Scanner(dpi=200, skew=0.9, blur=0.55, noise=5.0, paper=238, quality=38)

TEXT = Style("cantarell", 11)
LEFT, RIGHT = 25.0, 186.0


def build():
    doc = Document("koloniforening", TEXT, LEFT, RIGHT, 24, 24, 5.4, foot=foot)
    doc.meeting = dict(body="Koloniföreningen Fagerlunden", date="2008-08-20", place="föreningsstugan",
                       start_time="18:00", meeting_number="6/2008")
    doc.new_sheet()
    doc.row((LEFT, "Koloniföreningen Fagerlunden", TEXT.bold.at(15)), leading=8)
    doc.row((LEFT, "Protokoll nr 6/2008 från styrelsemöte", TEXT.bold.at(12)), leading=7)
    doc.row((LEFT, "Onsdagen den 20 augusti 2008 kl 18.00 i föreningsstugan"))
    doc.space(4)
    doc.row((LEFT, "Närvarande:", TEXT.bold))
    people = [("Maria Törnvall", "ordf", "chair", "nr 125, gård 4"), ("Yusuf Ceylan", "kassör", None, "nr 17"),
              ("Ann-Mari Backlund-Sköld", "sekr", "secretary", "nr 88, gård 2"), ("Göte Ramstedt", None, None, "nr 3"),
              ("Wiveca Öberg", "materialare", None, "nr 140")]
    for name, role, code, lot in people:
        doc.row((LEFT + 4, f"{name} {role + ' ' if role else ''}{lot}"))
        doc.attend(name, "present", role=code, role_text=role)
    doc.row((LEFT + 4, "Sigvard Huss, revisor (närvarande pkt 3)"))
    doc.attend("Sigvard Huss", "other", role_text="revisor")
    doc.space(1)
    doc.row((LEFT, "Förhinder:", TEXT.bold))
    doc.row((LEFT + 4, "Pirkko Lehtonen nr 61"))
    doc.miss("Pirkko Lehtonen")
    for point, title, items in POINTS:
        doc.end_item()
        doc.space(4)
        doc.need(26)
        doc.row((LEFT, f"Punkt {point} – {title}", TEXT.bold), leading=6)
        for n, (number, paragraphs, more) in enumerate(items):
            doc.end_item()
            doc.need(14)
            doc.row((LEFT, f"§ {number}"), leading=5.6)
            doc.begin_item(number, f"§ {number}", None if n else title, **more)
            doc.tell(paragraphs, gap=0.8)
    signatures(doc)
    return doc.finish()


def foot(sheet, number):
    sheet.row(285, (105, f"Sid {number}", TEXT.at(9), "center"))


POINTS = [
    (1, "Mötets öppnande", [
        (62, ["Maria hälsade alla välkomna och förklarade mötet öppnat.",
              "Till justerare valdes Göte Ramstedt.",
              ("decision", None, "Styrelsen beslutade att godkänna dagordningen med tillägg av en övrig fråga om råttor.")], {"outcome": "approved"})]),
    (2, "Föregående protokoll", [
        (63, [("decision", None, "Styrelsen beslutade att lägga protokollet från den 11 juni till handlingarna.")], {"outcome": "noted"})]),
    (3, "Ekonomi", [
        (64, ["Yusuf redovisade läget. På kontot finns 84 310 kronor. Nio medlemmar har ännu inte betalat årsavgiften.",
              ("decision", None, "Styrelsen beslutade att skicka påminnelse med 100 kronor i avgift."),
              "Sigvard Huss påpekade att två kvitton från vårens jordköp saknas. Yusuf ordnar detta till nästa möte."], {})]),
    (4, "Skötsel av lotter", [
        (65, ["Vid synen den 9 augusti hade elva lotter anmärkningar. Innehavaren av lott 52 har inte hörts av sedan i maj.",
              ("decision", None, "Styrelsen beslutade", "att ge innehavaren av lott 52 en sista varning samt",
               "att övriga får tid på sig till den 15 september.")], {}),
        (66, ["Förslag fanns om förbud mot bensindrivna häcksaxar. Ann-Mari Backlund-Sköld yrkade bifall och Göte Ramstedt "
              "yrkade avslag. Vid handuppräckning blev det 3 röster för och 2 emot.",
              ("decision", None, "Styrelsen beslutade att införa förbudet från den 1 januari 2009."),
              ("reservation", None, "Göte Ramstedt reserverade sig mot beslutet.")],
         {"votes": [(3, 2, None, [])], "reservations": [("Göte Ramstedt", None, None)],
          "proposals": [(["Ann-Mari Backlund-Sköld"], None, "Ann-Mari Backlund-Sköld yrkade bifall och Göte Ramstedt yrkade "
                         "avslag."), (["Göte Ramstedt"], None, "Ann-Mari Backlund-Sköld yrkade bifall och Göte Ramstedt yrkade "
                                      "avslag.")]})]),
    (5, "Höstens städdag", [
        (67, ["Städdagen blir lördagen den 4 oktober kl 10. Wiveca ordnar container, korv och kaffe."], {})]),
    (6, "Övriga frågor", [
        (68, ["Råttor har setts vid komposten på gård 4. Maria kontaktar kommunen."], {})]),
    (7, "Nästa möte", [
        (69, ["Nästa möte hålls den 24 september kl 18.00 i föreningsstugan."], {})]),
]


def signatures(doc):
    doc.end_item()
    doc.space(10)
    doc.need(46)
    people = [("secretary", "Vid protokollet", "Ann-Mari Backlund-Sköld"), ("chair", "Justeras", "Maria Törnvall"),
              ("adjuster", "Justeras", "Göte Ramstedt")]
    columns = (LEFT, 82.0, 137.0)
    doc.row(*[(x, text) for x, (_, text, _) in zip(columns, people)])
    doc.space(14)
    for n, (x, (role, text, name)) in enumerate(zip(columns, people)):
        doc.sheet.line(x, doc.y, x + 46, doc.y, 0.25)
        doc.sheet.ink(scribble(x + 3, doc.y - 0.5, 700 + n, width=36, height=7), shade=90, width=0.5)
        doc.sign(role, text, name)
    doc.row(*[(x, name, TEXT.at(9.5)) for x, (_, _, name) in zip(columns, people)])
