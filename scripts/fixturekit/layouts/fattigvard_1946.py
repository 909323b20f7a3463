"""A rural municipality's poor-relief board in 1946, a worn typewriter: name, farm and office behind commas, “§ 12.” in the margin of untitled paragraphs."""

from ..document import Document
from ..paper import Style
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A rural municipality's poor-relief board in 1946, typewritten: those present one a line with farm and office behind commas, a substitute with the § she came for, “§ 12.” in " \
         "the margin of paragraphs without titles, plural verbs, an account in columns, a vote by show of hands, the notice in a sentence. A hard scan: skewed, faded, stamped, grey at 200 dpi."
SCANNER = Scanner(dpi=200, skew=-1.3, blur=0.8, noise=7.0, paper=218, ink=0.78, bleed=0.05, shadow=True, punched=True, quality=34)

TEXT = Style("typewriter", 12, typed=True)
LEFT, RIGHT, BODY = 30.0, 192.0, 48.0


def build():
    doc = Document("fattigvard_1946", TEXT, LEFT, RIGHT, 32, 28, 6.0, head, foot)
    doc.meeting = dict(municipality="Norra Kvillinge kommun", body="Fattigvårdsstyrelsen", date="1946-02-13", place="ålderdomshemmet Ekliden", start_time="18:00", end_time="20:30")
    doc.new_sheet()
    doc.row((LEFT, "Norra Kvillinge kommun"))
    doc.row((LEFT, "Fattigvårdsstyrelsen"))
    doc.space(5)
    doc.para("Protokoll vid sammanträde å ålderdomshemmet Ekliden onsdagen den 13 februari 1946 kl. 18.00 - 20.30.", note=False, gap=3)
    doc.row((LEFT, "Närvarande ledamöter:"))
    for name, farm, office, role in [("Karl Oskarsson", "Norrgården", "ordförande", "chair"), ("Hildur Sandqvist", "Skolbostaden", "vice ordförande", "vice_chair"),
                                     ("Algot Fransén", "Bäckatorp", None, None), ("Erland Mild", "Kvillinge by", None, None), ("Ester Tholander", "Stationssamhället", None, None)]:
        doc.row((LEFT + 10, ", ".join(filter(None, (name, farm, office)))))
        doc.attend(name, "member", role=role, role_text=office)
    doc.row((LEFT, "Tjänstgörande suppleanter:"))
    doc.row((LEFT + 10, "Gunnar Wetterlund, Sörby, för J. A. Rask"))
    doc.row((LEFT + 10, "Signe Brolin, Hagen, för Erland Mild, § 14"))
    doc.attend("Gunnar Wetterlund", "serving_substitute", replaces="J. A. Rask")
    doc.attend("Signe Brolin", "serving_substitute", replaces="Erland Mild", paragraphs=[[14, 14]])
    doc.miss("J. A. Rask")
    doc.row((LEFT, "Övriga:"))
    doc.row((LEFT + 10, "Märta Elgh, föreståndarinna, §§ 11-13"))
    doc.row((LEFT + 10, "Hjalmar Tengblad, kassör och sekreterare"))
    doc.attend("Märta Elgh", "official", role_text="föreståndarinna", paragraphs=[[11, 13]])
    doc.attend("Hjalmar Tengblad", "official", role="secretary", role_text="kassör och sekreterare")
    doc.sheet.stamp(128, 16, ["INK. TILL KOMMUNALARKIVET", "4 MAJ 1953"], Style("sans-bold", 9), -4, shade=125)
    doc.space(2)
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(20, (111, f"- {number} -", TEXT, "center"))


def foot(sheet, number):
    sheet.ink(initials(172, 284, 6100 + number), shade=70)


def account(doc):
    for what, amount in [("Ålderdomshemmet", "1.842:10"), ("Utackorderade", "416:-"), ("Kontant understöd", "973:50"), ("Läkarvård och medicin", "128:75"), ("Summa kr.", "3.360:35")]:
        doc.table_row((BODY + 8, what), (150, amount, TEXT, "right"))
    doc.space(1.5)


ITEMS = [
    (10, [("decision", None, "Att jämte ordföranden justera protokollet utsågos fru Sand¬qvist och herr Fransén.")], {}),
    (11, ["Kassören redovisade utgifterna under januari månad, vilka uppgått till följande belopp:", account,
          ("decision", None, "Styrelsen godkände redovisningen.")], {"outcome": "approved"}),
    (12, ["Föreståndarinnan anmälde, att Ekliden för närvarande hade 23 vårdtagare och att två platser stodo lediga. Vävstolen i "
          "arbetsrummet vore obrukbar.", ("decision", None, "Styrelsen beslöt att anskaffa ny vävstol för högst 175 kronor.")], {}),
    (13, ["Änkan Amanda Hult i Källmossen anhöll om intagning å ålder¬domshemmet från den 1 mars.",
          ("decision", None, "Ansökningen beviljades.")], {"outcome": "approved"}),
    (14, ["Statarfamiljen Mild-Berg i Kvillinge by hade sökt understöd till hyra. Herr Mild, som var släkt med sökandena, anmälde jäv och "
          "lämnade rummet, varvid fru Brolin inträdde.",
          "Herr Wetterlund yrkade, att 20 kronor i månaden skulle utgå till och med april. Fröken Tholander yrkade avslag.",
          "Omröstning företogs genom handuppräckning. För herr Wetter¬lunds yrkande avgåvos 5 röster och för avslag 1 röst.",
          ("decision", None, "Styrelsen hade sålunda bifallit herr Wetterlunds yrkande."),
          ("reservation", None, "Fröken Tholander reserverade sig mot beslutet.")],
     {"outcome": "approved", "disqualified": ["Mild"], "votes": [(5, 1, None, [])],
      "proposals": [(["Wetterlund"], None, "Herr Wetterlund yrkade, att 20 kronor i månaden skulle utgå till och med april."),
                    (["Tholander"], None, "Fröken Tholander yrkade avslag.")],
      "reservations": [("Tholander", None, None)]}),
    (15, ["Från Fattigvårdsstyrelsen i Tjällmo kommun förelåg krav på er¬sättning för understöd, lämnat förre drängen Viktor Stark, som "
          "påstods ha hemortsrätt i Norra Kvillinge.",
          ("decision", None, "Beslöts bestrida kravet, enär Stark sedan år 1943 vore mantals¬skriven i annan kommun.")], {}),
    (16, ["Statens inspektör för fattigvård och barnavård hade översänt protokoll över inspektion av hemmet den 22 januari.",
          ("decision", None, "Protokollet lades till handlingarna.")], {"outcome": "noted"}),
]


def item(doc, number, paragraphs, more):
    doc.end_item()
    doc.space(3)
    doc.need(20)
    doc.begin_item(number, f"§ {number}.", **more)
    first, *rest = paragraphs
    kind, text = (first[0], first[2]) if isinstance(first, tuple) else (None, first)
    doc.para(text, indent=BODY - LEFT, kind=kind, beside=(LEFT, f"§ {number}."))
    doc.tell(rest, indent=BODY - LEFT, gap=0)


def signatures(doc):
    doc.end_item()
    doc.space(6)
    doc.need(88)
    doc.row((LEFT, "Vid protokollet:"))
    doc.sheet.ink(scribble(LEFT + 6, doc.y + 9, 6120, width=52, height=8), width=0.6, shade=80)
    doc.row((LEFT, "Hjalmar Tengblad"), leading=15)
    doc.sign("secretary", "Vid protokollet", "Hjalmar Tengblad", signed=None)
    doc.space(4)
    doc.row((LEFT, "Justerat den 20 februari 1946:"))
    for n, x in enumerate((LEFT, 112)):
        doc.sheet.ink(scribble(x + 4, doc.y + 11, 6121 + n, width=50, height=8), width=0.6, shade=80)
    doc.row((LEFT, "Karl Oskarsson"), (112, "Hildur Sandqvist"), leading=17)
    doc.row((LEFT, "ordförande"))
    doc.sheet.ink(scribble(116, doc.y + 7, 6124, width=46, height=8), width=0.6, shade=80)
    doc.row((112, "Algot Fransén"), leading=13)
    doc.sign("chair", "ordförande", "Karl Oskarsson", signed=None)
    doc.sign("adjuster", "Justerat", "Hildur Sandqvist", signed=None)
    doc.sign("adjuster", "Justerat", "Algot Fransén", signed=None)
    doc.adjustments.append(dict(adjusters=["Sandqvist", "Fransén"], date="1946-02-20"))
    doc.space(5)
    doc.para("Att justeringen tillkännagivits å kommunens anslagstavla den 21 februari 1946, intygar", note=False)
    doc.notices.append(dict(posted="1946-02-21"))
    doc.sheet.ink(scribble(LEFT + 6, doc.y + 11, 6125, width=40, height=7), width=0.6, shade=80)
    doc.row((LEFT, "H. Tengblad"), leading=17)
