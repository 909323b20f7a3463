"""A region's culture committee of 2021: those who decide in a two-column box, grey bands over the items, decisions numbered 1, 2."""

from ..document import Document
from ..paper import Style, wrap
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A region's committee for culture and education in 2021, printed and scanned: “Beslutande” as a ruled box of two columns read down, " \
         "substitutes with “för …” on a line of their own, “via Teams”, a grey band with § and title and the Diarienummer at its right end, " \
         "decisions numbered 1 and 2, an item adjusted at once, signatures beside their offices. Scanned in grey at 200 dpi."
SCANNER = Scanner(dpi=200, skew=0.5, blur=0.5, noise=3.0, paper=249, quality=42)

TEXT = Style("lato", 10)
SMALL = TEXT.at(8)
LEFT, RIGHT, MIDDLE = 25.0, 190.0, 107.5

ONE = [("Malte Bjurwill", "S", "ordförande", "chair"), ("Siri Drakenberg", "C", "1:e vice ordförande", "vice_chair"),
       ("Heléne Flyckt", "M", "2:e vice ordförande", "second_vice_chair"), ("Jörgen Pålbrant", "S", None, None), ("Nasrin Tehrani", "S", None, None),
       ("Albin Liljenzin", "V", None, None)]
TWO = [("Ulrica Hökerberg", "M", None, None), ("Kjell-Arne Skarin", "SD", None, None), ("Britt Ysander", "KD", None, None)]


def build():
    doc = Document("regionnamnd_2021", TEXT, LEFT, RIGHT, 36, 28, 4.9, head, foot)
    doc.meeting = dict(municipality="Region Vänerdal", body="Kultur- och bildningsnämnden", date="2021-05-12", place="Regionhuset, sal Klarälven",
                       start_time="09:00", end_time="11:45", adjournments=[{"start": "10:10", "end": "10:30"}], paragraphs={"first": 41, "last": 48})
    front(doc)
    doc.new_sheet()
    for entry in ITEMS:
        item(doc, *entry)
    doc.end_item()
    return doc.finish()


def head(sheet, number):
    sheet.box(LEFT, 12, LEFT + 9, 21, 0.9)
    sheet.line(LEFT, 21, LEFT + 9, 12, 0.9)
    sheet.row(16, (LEFT + 12, "Region Vänerdal", TEXT.bold.at(12)), (RIGHT, "PROTOKOLL", TEXT.bold.at(12), "right"))
    sheet.row(21, (LEFT + 12, "Kultur- och bildningsnämnden", TEXT), (RIGHT, f"2021-05-12     Sida {number} av 4", TEXT, "right"))


def foot(sheet, number):
    sheet.line(LEFT, 276, RIGHT, 276, 0.2)
    sheet.row(280, (LEFT, "Justerares signatur", SMALL), (MIDDLE, "Utdragets riktighet intygas", SMALL))
    sheet.ink(initials(LEFT + 30, 283, 5100 + number), shade=60)
    sheet.ink(initials(LEFT + 48, 283, 5120 + number), shade=60)


def front(doc):
    doc.new_sheet()
    doc.row((LEFT, "Datum och tid", TEXT.bold), (66, "Onsdagen den 12 maj 2021 kl. 09.00–11.45"))
    doc.row((66, "Paus kl. 10.10–10.30"))
    doc.row((LEFT, "Plats", TEXT.bold), (66, "Regionhuset, sal Klarälven"))
    doc.space(3)
    doc.row((LEFT, "Beslutande", TEXT.bold), leading=5)
    doc.y += 1.6
    top = doc.y
    for person in ONE:
        seat(doc, LEFT, *person)
    lowest, doc.y = doc.y, top
    for person in TWO:
        seat(doc, MIDDLE, *person)
    doc.row((MIDDLE + 2, "Ola Elgstrand (L)"))
    doc.row((MIDDLE + 6, "för Petter Zandén (L)", SMALL), leading=4)
    doc.row((MIDDLE + 2, "Fatuma Duale (MP), via Teams"))
    doc.row((MIDDLE + 6, "för Rigmor Tjernlund (MP)", SMALL), leading=4)
    doc.row((MIDDLE + 2, "Göran Nisbel (S), §§ 45–48"))
    doc.row((MIDDLE + 6, "för Jörgen Pålbrant (S)", SMALL), leading=4)
    doc.attend("Ola Elgstrand", "serving_substitute", party="L", replaces="Petter Zandén")
    doc.attend("Fatuma Duale", "serving_substitute", party="MP", replaces="Rigmor Tjernlund", remote=True)
    doc.attend("Göran Nisbel", "serving_substitute", party="S", replaces="Jörgen Pålbrant", paragraphs=[[45, 48]])
    doc.miss("Petter Zandén", party="L")
    doc.miss("Rigmor Tjernlund", party="MP")
    doc.y = max(lowest, doc.y) + 2.4
    doc.sheet.box(LEFT, top, RIGHT, doc.y, 0.25)
    doc.sheet.line(MIDDLE, top, MIDDLE, doc.y, 0.25)
    doc.space(3)
    doc.row((LEFT, "Närvarande ersättare", TEXT.bold), (66, "Per-Olov Årmann (C), via Teams"))
    doc.row((66, "Ewa Rubensson (M)"))
    doc.attend("Per-Olov Årmann", "substitute", party="C", remote=True)
    doc.attend("Ewa Rubensson", "substitute", party="M")
    doc.row((LEFT, "Tjänstemän m.fl.", TEXT.bold), (66, "Karin Wrethling, kulturchef"))
    doc.row((66, "Tomas Vestlund, folkhögskolerektor, § 44"))
    doc.row((66, "Agnes Östlihn, Länsteatern Vänerdal, § 45"))
    doc.row((66, "Michaela Ulander, nämndsekreterare"))
    doc.attend("Karin Wrethling", "official", role_text="kulturchef")
    doc.attend("Tomas Vestlund", "official", role_text="folkhögskolerektor", paragraphs=[[44, 44]])
    doc.attend("Agnes Östlihn", "other", organization="Länsteatern Vänerdal", paragraphs=[[45, 45]])
    doc.attend("Michaela Ulander", "official", role="secretary", role_text="nämndsekreterare")
    doc.space(3)
    doc.row((LEFT, "Utsedd justerare", TEXT.bold), (66, "Heléne Flyckt (M)"))
    doc.row((LEFT, "Justering", TEXT.bold), (66, "Regionhuset, 2021-05-19"))
    doc.row((LEFT, "Justerade paragrafer", TEXT.bold), (66, "§§ 41–48"))
    doc.adjustments.append(dict(adjusters=["Heléne Flyckt"], place="Regionhuset", date="2021-05-19"))
    doc.space(4)
    for n, (role, label, name) in enumerate([("chair", "Ordförande", "Malte Bjurwill"), ("adjuster", "Justerare", "Heléne Flyckt"),
                                             ("secretary", "Sekreterare", "Michaela Ulander")]):
        doc.row((LEFT, label, TEXT.bold), (66, name), leading=11)
        doc.sheet.line(112, doc.y + 0.8, RIGHT, doc.y + 0.8, 0.2)
        doc.sheet.ink(scribble(120, doc.y, 5140 + n, width=50, height=6), shade=50)
        doc.sign(role, label, name)
    doc.space(6)
    doc.row((LEFT, "Bevis om anslag", TEXT.bold.at(11)))
    doc.row((LEFT, "Protokollet är justerat. Justeringen har tillkännagivits på regionens anslagstavla."))
    doc.row((LEFT, "Anslaget publicerat", SMALL), (66, "2021-05-20"), (MIDDLE, "Anslaget avpubliceras", SMALL), (146, "2021-06-11"))
    doc.row((LEFT, "Protokollets förvaringsplats", SMALL), (66, "Regionarkivet"))
    doc.notices.append(dict(posted="2021-05-20", removed="2021-06-11", kept_at="Regionarkivet"))


def seat(doc, x, name, party, text, role):
    doc.row((x + 2, f"{name} ({party})" + (f", {text}" if text else "") + (", §§ 41–44" if name == "Jörgen Pålbrant" else "")), leading=5.2)
    doc.attend(name, "member", party=party, role=role, role_text=text, paragraphs=[[41, 44]] if name == "Jörgen Pålbrant" else None)


ITEMS = [
    (41, "Fastställande av föredragningslista", None, [
        ("decision", "Beslut", "Föredragningslistan godkänns.")], {"outcome": "approved"}),
    (42, "Delårsbokslut januari–april 2021", "KBN 2021/00061", [
        ("decision", "Beslut", "1. Delårsbokslutet godkänns.", "2. Ett överskott om 2,4 miljoner kronor överförs till regionstyrelsens anslag."),
        ("summary", "Sammanfattning", "Till följd av pandemin har föreställningar ställts in och kostnaderna har därför blivit lägre än beräknat. Karin Wrethling redogör för "
         "bokslutet och för läget hos de institutioner som får stöd."),
        ("documents", "Beslutsunderlag", "Tjänsteutlåtande 2021-04-29", "Delårsbokslut januari–april 2021"),
        ("distribution", "Protokollsutdrag", "Regionstyrelsen")], {"outcome": "approved", "distribution": ["Regionstyrelsen"]}),
    (43, "Fördelning av krisstöd till det fria kulturlivet", "KBN 2021/00084", [
        ("decision", "Beslut", "1. Krisstöd om 850 000 kronor fördelas enligt bilaga.", "2. Paragrafen förklaras omedelbart justerad."),
        ("summary", "Sammanfattning", "Totalt 67 ansökningar har kommit in, varav 41 uppfyller villkoren. Albin Liljenzin (V) anmäler jäv och deltar inte i beslutet."),
        ("attachments", "Bilaga", "Fördelningslista krisstöd"),
        ("distribution", "Protokollsutdrag", "Sökandena")],
     {"immediate_adjustment": True, "disqualified": ["Albin Liljenzin"], "attachments": ["Fördelningslista krisstöd"], "distribution": ["Sökandena"]}),
    (44, "Nedläggning av textillinjen vid Gärdsbo folkhögskola", "KBN 2020/00213", [
        ("decision", "Beslut", "Textillinjen läggs ned från och med höstterminen 2022."),
        ("summary", "Sammanfattning", "Antalet sökande har under fem år minskat från 58 till 9. Tomas Vestlund redogör för skolans ekonomi och för de samtal som har förts med "
         "personalen."),
        ("motions", "Yrkanden", "Siri Drakenberg (C) yrkar bifall till förvaltningens förslag.", "Kjell-Arne Skarin (SD) yrkar avslag på förvaltningens förslag.",
         "Britt Ysander (KD) instämmer i yrkandet om avslag."),
        ("order", "Beslutsgång", "Ordföranden finner att det finns två förslag och ställer dem mot varandra. Nämnden bifaller förvaltningens förslag. Votering begärs, där ja är "
         "bifall och nej är avslag."),
        ("vote", "Votering", "Ja-röster: 8. Nej-röster: 2. Avstår: 1."),
        ("reservation", "Reservation", "Kjell-Arne Skarin (SD) och Britt Ysander (KD) reserverar sig mot beslutet."),
        ("distribution", "Protokollsutdrag", "Gärdsbo folkhögskola, Regionstyrelsen")],
     {"votes": [(8, 2, 1, [])],
      "proposals": [(["Siri Drakenberg"], "C", "Siri Drakenberg (C) yrkar bifall till förvaltningens förslag."),
                    (["Kjell-Arne Skarin"], "SD", "Kjell-Arne Skarin (SD) yrkar avslag på förvaltningens förslag."),
                    (["Britt Ysander"], "KD", "Britt Ysander (KD) instämmer i yrkandet om avslag.")],
      "reservations": [("Kjell-Arne Skarin", "SD", None), ("Britt Ysander", "KD", None)],
      "distribution": ["Gärdsbo folkhögskola", "Regionstyrelsen"]}),
    (45, "Uppdragsbeskrivning för Länsteatern Vänerdal åren 2022–2024 samt förslag till ny turnéverksamhet i skolorna", "KBN 2021/00035", [
        ("decision", "Beslut", "Ärendet återremitteras för dialog med kommunerna om finansieringen."),
        ("summary", "Sammanfattning", "Agnes Östlihn presenterar teaterns planer. Flera kommuner har ännu inte svarat på remissen, se regionstyrelsens protokoll "
         "2021-03-24, § 77."),
        ("statement", "Protokollsanteckning", "Heléne Flyckt (M) anmäler följande anteckning: Moderaterna vill att turnéerna prioriterar orter utan egen scen.")],
     {"outcome": "referred_back"}),
    (46, "Medborgarförslag om skyltning av pilgrimsled", "KBN 2021/00019", [
        ("decision", "Beslut", "Medborgarförslaget avslås."),
        ("summary", "Sammanfattning", "Leden ägs inte av regionen. Förslagsställaren hänvisas till Länsstyrelsen."),
        ("distribution", "Protokollsutdrag", "Förslagsställaren")], {"outcome": "rejected", "distribution": ["Förslagsställaren"]}),
    (47, "Anmälan av delegationsbeslut", "KBN 2021/00002", [
        ("decision", "Beslut", "Redovisningen läggs till handlingarna."),
        ("documents", "Beslutsunderlag", "Förteckning över delegationsbeslut 2021-04-01–2021-04-30")], {"outcome": "noted"}),
    (48, "Kulturchefens information", None, [
        ("decision", "Beslut", "Nämnden noterar informationen till protokollet."),
        ("summary", "Sammanfattning", "Karin Wrethling informerar om rekryteringen av ny länsmuseichef och om att Regionhuset öppnas för besök den 1 september.")],
     {"outcome": "noted"}),
]


def item(doc, number, title, reference, paragraphs, more):
    doc.end_item()
    doc.space(5)
    doc.need(38)
    bold = TEXT.bold.at(10.5)
    lines = wrap(title, bold, 104)
    doc.sheet.box(LEFT, doc.y + 1, RIGHT, doc.y + 3.2 + 5 * len(lines), 0.1, fill=222)
    doc.y += 0.8
    doc.row((LEFT + 2, f"§ {number}", bold), (42, lines[0], bold), *([(RIGHT - 2, reference, SMALL, "right")] if reference else []), leading=5)
    for line in lines[1:]:
        doc.row((42, line, bold), leading=5)
    doc.y += 2.6
    doc.begin_item(number, f"§ {number}", title, reference, **more)
    doc.tell(paragraphs, gap=0.4, heading=TEXT.bold, above=1.2)
