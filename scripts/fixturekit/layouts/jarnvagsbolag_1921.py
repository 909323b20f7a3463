"""A narrow-gauge railway company's board in 1921, typewritten: letter-spaced heading, those present one a line with full stops, untitled paragraphs under “§ 7.” in the middle."""

from ..document import Document
from ..paper import Style
from ..pen import scribble
from ..scan import Scanner

SOURCE = "A narrow-gauge railway company's board in 1921, typewritten: the heading letter-spaced, those present one a line after “Närvarande voro:”, a substitute “i stället för” one who had " \
         "announced his absence, officials “Tillika närvoro”, “§ 7.” in the middle above untitled paragraphs, receipts in columns, a vote without names, jäv, “In fidem” and “Justeras”. Scanned in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=-0.2, blur=0.6, noise=3.5, paper=240, quality=40)

TEXT = Style("pica", 11, typed=True)
LEFT, RIGHT, MIDDLE = 32.0, 188.0, 110.0


def build():
    doc = Document("jarnvagsbolag_1921", TEXT, LEFT, RIGHT, 30, 28, 5.7, head)
    doc.meeting = dict(body="Styrelsen för Järla-Vikens Järnvägsaktiebolag", date="1921-03-12", place="järnvägshotellet i Viken", start_time="11:00", end_time="14:15")
    doc.new_sheet()
    doc.row((MIDDLE, "P r o t o k o l l ,", TEXT, "center"))
    doc.space(2)
    doc.para("fört vid ordinarie sammanträde med Styrelsen för Järla-Vikens Järnvägsaktiebolag å järnvägshotellet i Viken lördagen den 12 mars 1921 kl. 11 f. m.", note=False, gap=4)
    doc.row((LEFT, "Närvarande voro:"))
    for line in ["Godsägaren Fredrik Adelborn, ordförande,", "Bankdirektören Axel Hessling, vice ordförande,", "Häradsdomaren Per Månsson,", "Disponenten Carl Otto Rydin,", "Lantbrukaren Hjalmar Sjölenius,",
                 "Grosshandlaren Emil Thyrén, suppleant, i stället för"]:
        doc.row((LEFT + 12, line))
    doc.row((LEFT + 18, "kyrkoherden Gustaf Norbeck, som anmält förfall."))
    doc.space(2)
    doc.para("Tillika närvoro trafikchefen Georg Wahlund, bolagets revisor kamreraren Anton Leijer, vid § 8, samt kontorschefen John Lundmark, vilken förde protokollet.", note=False, gap=3)
    doc.attend("Fredrik Adelborn", "member", role="chair", role_text="ordförande")
    doc.attend("Axel Hessling", "member", role="vice_chair", role_text="vice ordförande")
    doc.attend("Per Månsson", "member", role_text="Häradsdomaren")
    doc.attend("Carl Otto Rydin", "member", role_text="Disponenten")
    doc.attend("Hjalmar Sjölenius", "member", role_text="Lantbrukaren")
    doc.attend("Emil Thyrén", "serving_substitute", role_text="Grosshandlaren", replaces="Gustaf Norbeck")
    doc.attend("Georg Wahlund", "official", role_text="trafikchefen")
    doc.attend("Anton Leijer", "other", role_text="kamreraren", paragraphs=[[8, 8]])
    doc.attend("John Lundmark", "official", role="secretary", role_text="kontorschefen")
    doc.miss("Gustaf Norbeck", role_text="kyrkoherden", reason="anmält förfall")
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(21, (RIGHT, f"{number}.", TEXT, "right"))


def receipts(doc):
    doc.space(0.5)
    for what, amount in [("Persontrafik", "3.418:60"), ("Godstrafik", "9.872:15"), ("Postbefordran", "640:--"), ("Summa kronor", "13.930:75")]:
        doc.table_row((LEFT + 16, what), (150, amount, TEXT, "right"))
    doc.space(1.5)


ITEMS = [
    (6, [("decision", None, "Protokollet från sammanträdet den 8 januari upplästes och god¬kändes. Till justeringsman för dagens protokoll utsågs herr Måns¬son.")], {"outcome": "approved"}),
    (7, ["Trafikchefen meddelade, att inkomsterna under februari månad upp¬gått till följande belopp:", receipts,
         "Minskningen mot samma månad år 1920 utgjorde 2.106 kronor och be¬rodde huvudsakligen på nedgången i virkestransporterna.",
         ("decision", None, "Meddelandet lades till handlingarna.")], {"outcome": "noted"}),
    (8, ["Revisorn herr Leijer föredrog berättelsen över granskningen av 1920 års räkenskaper, i vilken revisorerna framhållit, att förråds¬bokföringen borde läggas om.",
         ("decision", None, "Styrelsen beslöt att uppdraga åt trafikchefen att före den 1 juli inkomma med förslag till ny ordning för förrådsbokföringen.")], {}),
    (9, ["Föredrogs fråga om nedsättning av banvaktarnas dyrtidstillägg. Herr Hessling yrkade, att tillägget skulle sänkas med en femtedel från den 1 maj. Herr Sjölenius yrkade, att frågan skulle få bero till hösten.",
         "Vid anställd votering röstade 4 ledamöter för herr Hesslings yr¬kande och 2 för det av herr Sjölenius framställda.",
         ("decision", None, "Styrelsen beslöt således, att tillägget skall sänkas i enlighet med herr Hesslings yrkande."),
         ("reservation", None, "Mot beslutet reserverade sig herrar Sjölenius och Månsson.")],
     {"votes": [(4, 2, None, [])],
      "proposals": [(["Hessling"], None, "Herr Hessling yrkade, att tillägget skulle sänkas med en femtedel från den 1 maj."),
                    (["Sjölenius"], None, "Herr Sjölenius yrkade, att frågan skulle få bero till hösten.")],
      "reservations": [("Sjölenius", None, None), ("Månsson", None, None)]}),
    (10, ["Vikens Ångsågs Aktiebolag hade i skrivelse den 2 mars hemställt om nedsättning av frakten för sågat virke till hamnen. Herr Rydin, som är disponent för sågverket, avträdde under ärendets behandling.",
          ("decision", None, "Styrelsen avslog framställningen.")], {"outcome": "rejected", "disqualified": ["Rydin"]}),
    (11, ["Från Aktiebolaget Motala Verkstad förelåg anbud å reparation av lokomotivet nr 3 för ett pris av 18.400 kronor.",
          ("decision", None, "Ärendet bordlades, intill dess ytterligare anbud inkommit.")], {"outcome": "postponed"}),
    (12, ["Stationskarlen Oskar Fager i Hultåsen hade anhållit om tre måna¬ders tjänstledighet för sjukdom.",
          ("decision", None, "Ansökningen bifölls.")], {"outcome": "approved"}),
    (13, ["Ordföranden förklarade sammanträdet avslutat kl. 2.15 e. m."], {}),
]


def item(doc, number, paragraphs, more):
    doc.end_item()
    doc.space(3)
    doc.need(24)
    doc.row((MIDDLE, f"§ {number}.", TEXT, "center"))
    doc.space(0.8)
    doc.begin_item(number, f"§ {number}.", **more)
    doc.tell(paragraphs, first=10, gap=0)


def signatures(doc):
    doc.end_item()
    doc.space(5)
    doc.need(58)
    doc.row((MIDDLE, "In fidem"))
    doc.sheet.ink(scribble(MIDDLE + 3, doc.y + 9, 7100, width=52, height=6.5), width=0.6, shade=70)
    doc.row((MIDDLE, "John Lundmark."), leading=16)
    doc.sign("secretary", "In fidem", "John Lundmark", signed=None)
    doc.space(2)
    doc.row((LEFT, "Justeras:"))
    for n, x in enumerate((LEFT, MIDDLE)):
        doc.sheet.ink(scribble(x + 3, doc.y + 10.5, 7101 + n, width=52, height=6.5), width=0.6, shade=70)
    doc.row((LEFT, "Fredrik Adelborn."), (MIDDLE, "Per Månsson."), leading=16)
    doc.sign("chair", "Justeras", "Fredrik Adelborn", signed=None)
    doc.sign("adjuster", "Justeras", "Per Månsson", signed=None)
    doc.adjustments.append(dict(adjusters=["Månsson"]))
