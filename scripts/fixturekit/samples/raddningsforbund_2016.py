"""The board of a municipal federation for rescue services, 2016."""

from ..document import Document
from ..help import pen, twice
from ..paper import Style
from ..pen import initials
from ..scan import Scanner

SOURCE = "The board of a federation of municipalities (rescue services) in 2016: coloured letterhead, those present with their municipality in a second " \
         "column, “§ 41/2016”, points instead of att-clauses, signatures on the last page. Grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=-0.5, blur=0.5, noise=3.0, paper=252, quality=40)

TEXT = Style("caladea", 11)
LABEL = Style("lato", 10, "bold")
LEFT, RIGHT = 26.0, 186.0


def build():
    return twice(make)


def make(pages, total):
    doc = Document("raddningsforbund_2016", TEXT, LEFT, RIGHT, 40, 30, 5.0, lambda s, n: head(s, n, total), foot)
    doc.meeting = dict(municipality="Kullåsens räddningsförbund", body="Direktionen", date="2016-12-02",
                       place="Brandstationen i Askelid, lektionssalen", start_time="09:00", end_time="11:45",
                       paragraphs={"first": 41, "last": 47})
    front(doc)
    for number, title, reference, paragraphs, more in ITEMS:
        item(doc, number, title, reference, paragraphs, more)
    end(doc)
    return doc.finish()


def head(sheet, number, total):
    sheet.box(LEFT, 8, RIGHT, 10.5, 0.2, 120)
    sheet.row(17, (LEFT, "Kullåsens räddningsförbund", Style("lato", 13, "bold")), (RIGHT, f"{number}/{total}", TEXT, "right"))
    sheet.row(23, (LEFT, "Direktionen | Protokoll 2016-12-02", Style("lato", 10)))


def foot(sheet, number):
    sheet.row(282, (LEFT, "Justering:", Style("lato", 8.5)))
    sheet.ink(initials(46, 282, 1600 + number), shade=50)
    sheet.ink(initials(66, 282, 1620 + number), shade=50)


MEMBERS = [("Ingrid Hallsten", "S", "Askelids kommun", "ordförande", "chair"), ("Per-Gunnar Dahlros", "C", "Lomtorps kommun", "vice ordförande", "vice_chair"),
           ("Niclas Fornander", "M", "Askelids kommun", None, None), ("Eva-Britt Tunsell", "S", "Lomtorps kommun", None, None),
           ("Said Moradi", "S", "Näsvalla kommun", None, None)]


def label(doc, text):
    doc.need(20)
    doc.row((LEFT, text, LABEL), leading=6.5)


def front(doc):
    doc.new_sheet()
    doc.row((LEFT, "Protokoll fört vid direktionens sammanträde", Style("lato", 15, "bold")), leading=8)
    doc.space(3)
    label(doc, "Tid")
    doc.row((LEFT, "Fredagen den 2 december 2016, klockan 09.00–11.45"))
    label(doc, "Plats")
    doc.row((LEFT, "Brandstationen i Askelid, lektionssalen"))
    label(doc, "Ledamöter")
    for name, party, place, text, role in MEMBERS:
        doc.row((LEFT, f"{name} ({party})" + (f", {text}" if text else "")), (118, place))
        doc.attend(name, "member", party=party, organization=place, role=role, role_text=text)
    label(doc, "Tjänstgörande ersättare")
    doc.row((LEFT, "Anton Skoglöv (M) ersätter Gunnel Harring (M)"), (118, "Näsvalla kommun"))
    doc.attend("Anton Skoglöv", "serving_substitute", party="M", organization="Näsvalla kommun", replaces="Gunnel Harring")
    doc.miss("Gunnel Harring", party="M")
    label(doc, "Ersättare")
    doc.row((LEFT, "Britt-Inger Wallner (V)"), (118, "Askelids kommun"))
    doc.attend("Britt-Inger Wallner", "substitute", party="V", organization="Askelids kommun")
    label(doc, "Övriga")
    for name, text, organization, scope, paragraphs in (("Jerker Lidbrink", "räddningschef", None, None, None),
                                                        ("Ann Kjellson", "ekonom", None, "§§ 42–43", [[42, 43]]),
                                                        ("Mikael Roslin", "Brandfolkets Samorganisation", "x", "§ 44", [[44, 44]]),
                                                        ("Tuula Lepistö", "sekreterare", None, None, None)):
        doc.row((LEFT, f"{name}, {text}" + (f", {scope}" if scope else "")))
        if organization:
            doc.attend(name, "other", organization=text, paragraphs=paragraphs)
        else:
            doc.attend(name, "official", role="secretary" if text == "sekreterare" else None, role_text=text, paragraphs=paragraphs)
    label(doc, "Justering")
    doc.row((LEFT, "Said Moradi (S), brandstationen i Askelid den 12 december 2016"))
    doc.adjustments.append(dict(adjusters=["Said Moradi"], place="brandstationen i Askelid", date="2016-12-12"))
    label(doc, "Paragrafer")
    doc.row((LEFT, "§§ 41–47"))
    doc.space(10)


def item(doc, number, title, reference, paragraphs, more):
    doc.need(36)
    doc.row((LEFT, f"§ {number}/2016", LABEL.at(11.5)), (LEFT + 30, title, LABEL.at(11.5)), leading=6)
    if reference:
        doc.row((LEFT + 30, f"Diarienr {reference}"))
    doc.space(1)
    doc.begin_item(number, f"§ {number}/2016", title, reference, year=2016, **more)
    doc.tell(paragraphs, att=2, gap=1.1, heading=LABEL, above=1.2)
    doc.end_item()
    doc.space(6)


def end(doc):
    doc.need(88)
    doc.sheet.line(LEFT, doc.y, RIGHT, doc.y, 0.3)
    doc.space(2)
    doc.row((LEFT, "Underskrifter", LABEL.at(11.5)), leading=6)
    for n, (role, text, name) in enumerate([("secretary", "sekreterare", "Tuula Lepistö"), ("chair", "ordförande", "Ingrid Hallsten"),
                                            ("adjuster", "justerare", "Said Moradi")]):
        doc.space(11)
        doc.sheet.line(LEFT, doc.y, LEFT + 78, doc.y)
        pen(doc, LEFT + 4, 1650 + n, 52, shade=50)
        doc.row((LEFT, f"{name}, {text}"))
        doc.sign(role, text, name)
    doc.space(7)
    doc.row((LEFT, "Anslagsbevis", LABEL.at(11.5)), leading=6)
    doc.para("Protokollet från direktionens sammanträde den 2 december 2016 är justerat. Justeringen har tillkännagivits på medlems¬kommunernas anslagstavlor.")
    doc.row((LEFT, "Anslaget uppsatt"), (LEFT + 42, "2016-12-13"))
    doc.row((LEFT, "Anslaget tas ned"), (LEFT + 42, "2017-01-04"))
    doc.row((LEFT, "Förvaringsplats"), (LEFT + 42, "Förbundskansliet, Askelid"))
    doc.notices.append(dict(posted="2016-12-13", removed="2017-01-04", kept_at="Förbundskansliet, Askelid"))


ITEMS = [
    (41, "Val av justerare", None, [("decision", "Beslut", "Direktionen utser Said Moradi (S) att jämte ordföranden justera protokollet.")], {}),
    (42, "Ekonomisk uppföljning januari–oktober", "2016-000118", ["Ekonomen redovisar utfallet till och med oktober. Resultatet är ett underskott på 740 000 kronor, främst till följd av "
     "kostnader för övertid vid skogs¬bränderna i juli och för reparation av släck¬bilen i Lomtorp.", "Helårs¬prognosen är ett underskott på 500 000 kronor.",
     ("decision", "Beslut", "Direktionen beslutar", "- att godkänna uppföljningen", "- att uppdra åt räddningschefen att redovisa en plan för balans vid nästa sammanträde.")], {"outcome": "approved"}),
    (43, "Budget 2017 och plan 2018–2019", "2016-000087", ["Förslaget till budget bygger på att medlems¬kommunernas bidrag räknas upp med 2,4 procent. Lomtorps kommun har i yttrande den 8 november "
     "framfört att upp¬räkningen bör stanna vid 2 procent. Samråd med medlems¬kommunerna hölls den 14 november.",
     ("motions", "Yrkanden", "Ingrid Hallsten (S) yrkar bifall till förslaget.", "Per-Gunnar Dahlros (C) yrkar att bidragen räknas upp med 2 procent."),
     ("order", "Beslutsgång", "Ordföranden ställer yrkandena mot varandra och finner att direktionen beslutar enligt förslaget."),
     ("decision", "Beslut", "Direktionen beslutar", "- att fastställa budget för 2017 och plan för 2018–2019", "- att medlems¬kommunernas bidrag för 2017 ska uppgå till sammanlagt 48,2 miljoner kronor."),
     ("reservation", "Reservation", "Per-Gunnar Dahlros (C) och Eva-Britt Tunsell (S) reserverar sig mot beslutet."),
     ("distribution", "Delges", "Askelids kommun, Lomtorps kommun, Näsvalla kommun")],
     {"outcome": "approved", "proposals": [(["Ingrid Hallsten"], "S", "Ingrid Hallsten (S) yrkar bifall till förslaget."),
        (["Per-Gunnar Dahlros"], "C", "Per-Gunnar Dahlros (C) yrkar att bidragen räknas upp med 2 procent.")],
      "reservations": [("Per-Gunnar Dahlros", "C", None), ("Eva-Britt Tunsell", "S", None)],
      "distribution": ["Askelids kommun", "Lomtorps kommun", "Näsvalla kommun"]}),
    (44, "Deltidsbrandmännens arbetsvillkor", "2016-000131", ["Räddningschefen och Mikael Roslin från Brandfolkets Samorganisation informerar om rekryterings¬läget vid stationerna i Lomtorp och Näsvalla. Av 32 tjänster "
     "är fem obesatta, och jouren har under hösten vid elva tillfällen varit under¬bemannad. Huvud¬arbetsgivarna är i regel positiva, men pendlingen till Storvad gör att färre kan inställa sig i tid.",
     ("decision", "Beslut", "Direktionen noterar informationen.")], {"outcome": "noted"}),
    (45, "Nytt avtal om hyra av brandstationen i Näsvalla", "2016-000102", ["Näsvalla kommun har lämnat förslag till nytt hyresavtal för brandstationen. Hyran höjs till 612 000 kronor per år sedan om¬klädnings¬rum och tvätthall har byggts om.",
     "Said Moradi (S) deltar på grund av jäv inte i ärendets handläggning. Ordföranden meddelar att paragrafen förklaras omedelbart justerad.",
     ("decision", "Beslut", "Direktionen beslutar att godkänna hyresavtalet."), ("distribution", "Delges", "Näsvalla kommun")],
     {"outcome": "approved", "disqualified": ["Said Moradi"], "immediate_adjustment": True, "distribution": ["Näsvalla kommun"]}),
    (46, "Tillsynsplan 2017", "2016-000125", ["Räddningschefen presenterar förslag till tillsynsplan enligt lagen om skydd mot olyckor. Under 2017 prioriteras skolor, samlings¬lokaler och hotell. Totalt planeras 95 tillsyns¬besök.",
     ("decision", "Beslut", "Direktionen beslutar att anta tillsynsplanen.")], {"outcome": "approved"}),
    (47, "Sammanträdesdagar 2017", None, [("decision", "Beslut", "Direktionen beslutar att sammanträda den 24 februari, 28 april, 22 september och 1 december 2017.")], {"outcome": "approved"}),
]
