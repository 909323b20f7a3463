"""A municipal council in 1994: members listed by party in running prose, “41 §” and the title in bold, earlier bodies and Dnr on the line below, roll-calls in prose."""

from ..document import Document
from ..paper import Style, wrap
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A municipal council in 1994, laser-printed: a count of those present, members party by party in running prose, substitutes in a list, “41 §” and title " \
         "in bold over a line “Au § 58  Ks § 97  Dnr 94.132-212”, “Fullmäktiges beslut” in italics, ballots in prose by party, a question put and answered, jäv, signatures with §§, notice at the end. " \
         "Scanned in black and white at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.4, blur=0.9, noise=9.0, black_and_white=True)

TEXT = Style("palatino", 10.5)
LEFT, RIGHT, BODY = 30.0, 184.0, 46.0

GROUPS = [("Socialdemokraterna (s)", "S", ["Agneta Frösén", "Lars-Börje Modin", "Pirkko Lahtinen", "Sten Ekvall", "Vanja Törnkvist", "Uno Haglind"]),
          ("Moderaterna (m)", "M", ["Clas Rosenstråle", "Birgit Ekholtz", "Fredrik Wahlén"]), ("Centerpartiet (c)", "C", ["Ingvar Broström", "Kerstin Gunnarp"]),
          ("Folkpartiet liberalerna (fp)", "FP", ["Monica Sjöstierna"]), ("Vänsterpartiet (v)", "V", ["Tore Kallin"]), ("Ny demokrati (nyd)", "NYD", ["Jerker Båvall"])]
ROLES = {"Agneta Frösén": ("chair", "ordförande"), "Ingvar Broström": ("vice_chair", "1:e vice ordförande"), "Birgit Ekholtz": ("second_vice_chair", "2:e vice ordförande")}


def build():
    doc = Document("kommunfullmaktige_1994", TEXT, LEFT, RIGHT, 32, 28, 5.0, head, foot)
    doc.meeting = dict(municipality="Rävlanda kommun", body="Kommunfullmäktige", date="1994-04-25", place="Folkets Hus, A-salen", start_time="18:00", end_time="20:55",
                       paragraphs={"first": 38, "last": 45})
    doc.new_sheet()
    doc.row((LEFT, "PROTOKOLL", TEXT.bold.at(17)), leading=8)
    doc.row((LEFT, "från sammanträde med Kommunfullmäktige i Rävlanda kommun", TEXT.at(12)), leading=6)
    doc.space(3)
    for label, value in [("Tid", "Måndagen den 25 april 1994 kl 18.00–20.55"), ("Plats", "Folkets Hus, A-salen"), ("Paragrafer", "38–45")]:
        doc.row((LEFT, label, TEXT.italic), (BODY + 6, value))
    doc.space(3)
    doc.para("Vid uppropet är 14 ordinarie ledamöter och 2 tjänstgörande ersättare närvarande.", note=False, gap=1.5)
    for label, party, names in GROUPS:
        said = ", ".join(name + (f" ({ROLES[name][1]})" if name in ROLES else "") for name in names)
        doc.para(f"{label}: {said}.", hang=6, note=False, gap=0.6)
        for name in names:
            role, text = ROLES.get(name, (None, None))
            doc.attend(name, "member", party=party, role=role, role_text=text)
    doc.space(2)
    doc.row((LEFT, "Tjänstgörande ersättare", TEXT.italic))
    for line in ("Roine Palmgren (s) för Hilkka Forsman (s)", "Desirée Lönnqvist (kds) för Arne Sund (kds)"):
        doc.row((BODY, line))
    doc.attend("Roine Palmgren", "serving_substitute", party="S", replaces="Hilkka Forsman")
    doc.attend("Desirée Lönnqvist", "serving_substitute", party="KDS", replaces="Arne Sund")
    doc.miss("Hilkka Forsman", party="S")
    doc.miss("Arne Sund", party="KDS")
    doc.row((LEFT, "Ej tjänstgörande ersättare", TEXT.italic))
    doc.row((BODY, "Olof Hedencrona (m), Siw Persson-Rydh (c)"))
    doc.attend("Olof Hedencrona", "substitute", party="M")
    doc.attend("Siw Persson-Rydh", "substitute", party="C")
    doc.row((LEFT, "Övriga deltagare", TEXT.italic))
    for line in ("Kommunchef Bengt-Åke Stiernborg", "Revisor Gerd Almström § 40", "Kanslichef Yvonne Tegnér, sekreterare"):
        doc.row((BODY, line))
    doc.attend("Bengt-Åke Stiernborg", "official", role_text="Kommunchef")
    doc.attend("Gerd Almström", "other", role_text="Revisor", paragraphs=[[40, 40]])
    doc.attend("Yvonne Tegnér", "official", role="secretary", role_text="Kanslichef")
    doc.row((LEFT, "Justering", TEXT.italic))
    doc.row((BODY, "Vanja Törnkvist (s) och Fredrik Wahlén (m)"))
    doc.row((BODY, "Kommunkansliet, måndagen den 2 maj 1994"))
    doc.adjustments.append(dict(adjusters=["Vanja Törnkvist", "Fredrik Wahlén"], place="Kommunkansliet", date="1994-05-02"))
    doc.new_sheet()
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    sheet.row(16, (LEFT, "Rävlanda kommun", TEXT.bold), (RIGHT, f"[{number}]", TEXT, "right"))
    if number > 1:
        sheet.row(21, (LEFT, "Kommunfullmäktige 25 april 1994", TEXT.at(9.5)))
    sheet.line(LEFT, 24, RIGHT, 24, 0.3)


def foot(sheet, number):
    sheet.row(282, (LEFT, "Justerandes signatur:", TEXT.at(8)))
    for n in range(3):
        sheet.ink(initials(64 + 18 * n, 283, 6600 + 5 * number + n), shade=20)


def voted(names, vote):
    return [(name, party, vote) for name, party in names]


YES = [(name, "S") for name in GROUPS[0][2]] + [("Ingvar Broström", "C"), ("Kerstin Gunnarp", "C"), ("Tore Kallin", "V"), ("Roine Palmgren", "S")]
NO = [("Clas Rosenstråle", "M"), ("Birgit Ekholtz", "M"), ("Fredrik Wahlén", "M"), ("Jerker Båvall", "NYD"), ("Desirée Lönnqvist", "KDS")]


def said(people):
    names = [f"{name} ({party.lower()})" for name, party in people]
    return ", ".join(names[:-1]) + " och " + names[-1]


ITEMS = [
    (38, [], None, "Sammanträdets öppnande", ["Ordföranden förklarar sammanträdet öppnat. Kungörelse om sammanträdet har varit införd i Rävlanda Tidning den 16 april."], {}),
    (39, [], None, "Val av justerare", [("decision", "Fullmäktiges beslut", "Vanja Törnkvist (s) och Fredrik Wahlén (m) utses att justera protokollet.")], {}),
    (40, [("Ks", 94)], "94.061-042", "Årsredovisning och ansvarsfrihet för 1993", [
        "Revisor Gerd Almström föredrar revisionsberättelsen, i vilken ansvarsfrihet tillstyrks för samtliga nämnder.",
        ("decision", "Fullmäktiges beslut", "att godkänna årsredovisningen, samt", "att bevilja kommunstyrelsen och nämnderna ansvarsfrihet för 1993."),
        ("disqualification", "Jäv", "Ledamöterna Lars-Börje Modin (s) och Clas Rosenstråle (m) deltar inte i beslutet på grund av jäv.")],
     {"outcome": "approved", "disqualified": ["Lars-Börje Modin", "Clas Rosenstråle"]}),
    (41, [("Au", 58), ("Ks", 97)], "94.132-212", "Detaljplan för Kvarnbackens industriområde", [
        "Byggnadsnämnden har den 8 mars överlämnat förslag till detaljplan. Planen omfattar elva hektar mark väster om järnvägen och innehåller bestämmelser om buller och skyddsavstånd.",
        ("decision", "Fullmäktiges beslut", "att anta detaljplanen.")], {"outcome": "approved"}),
    (42, [("Au", 61), ("Ks", 99)], "93.310-610", "Nedläggning av Åsens skola", [
        "Skolstyrelsen föreslår att Åsens skola läggs ned från och med läsåret 1994/95. Kommunstyrelsen tillstyrker.",
        ("motions", "Yrkanden", "Sten Ekvall (s) yrkar bifall till kommunstyrelsens förslag.", "Clas Rosenstråle (m) yrkar återremiss i avvaktan på en ny elevprognos."),
        ("order", "Propositionsordning", "Ordföranden ställer proposition på om ärendet skall avgöras i dag eller återremitteras. Ja-röst för avgörande i dag, nej-röst för återremiss."),
        ("vote", "Omröstning", f"Följande röstar ja: {said(YES)}.", f"Följande röstar nej: {said(NO)}.", "Monica Sjöstierna (fp) avstår.",
         "Med 10 ja-röster mot 5 nej-röster och 1 nedlagd röst skall ärendet avgöras i dag."),
        ("decision", "Fullmäktiges beslut", "att bifalla kommunstyrelsens förslag."),
        ("reservation", "Reservation", "Clas Rosenstråle (m), Birgit Ekholtz (m), Fredrik Wahlén (m) och Jerker Båvall (nyd) reserverar sig mot beslutet.")],
     {"outcome": "approved", "votes": [(10, 5, 1, voted(YES, "yes") + voted(NO, "no") + [("Monica Sjöstierna", "FP", "abstain")])],
      "proposals": [(["Sten Ekvall"], "S", "Sten Ekvall (s) yrkar bifall till kommunstyrelsens förslag."),
                    (["Clas Rosenstråle"], "M", "Clas Rosenstråle (m) yrkar återremiss i avvaktan på en ny elevprognos.")],
      "reservations": [("Clas Rosenstråle", "M", None), ("Birgit Ekholtz", "M", None), ("Fredrik Wahlén", "M", None), ("Jerker Båvall", "NYD", None)]}),
    (43, [("Ks", 101)], "94.118-008", "Motion av Tore Kallin om fria bad för arbetslösa", [
        "Fritidsnämnden har beräknat kostnaden till 90 000 kronor per år och avstyrker motionen.",
        ("decision", "Fullmäktiges beslut", "att avslå motionen."), ("statement", "Särskilt yttrande", "Tore Kallin (v): Badhuset står halvtomt på dagtid. Beslutet sparar inga pengar.")],
     {"outcome": "rejected"}),
    (44, [], None, "Fråga om snöröjningen på Stationsgatan", [
        "Kerstin Gunnarp (c) har ställt en fråga till tekniska nämndens ordförande Uno Haglind (s), som besvarar den. Kerstin Gunnarp tackar för svaret.",
        ("decision", "Fullmäktiges beslut", "att anse frågan besvarad.")], {}),
    (45, [], None, "Avsägelse från Pirkko Lahtinen", ["Pirkko Lahtinen (s) har begärt att bli befriad från uppdraget som ersättare i socialnämnden.",
                                                      ("decision", "Fullmäktiges beslut", "att bevilja avsägelsen, samt", "att utse Vanja Törnkvist (s) till ny ersättare.")], {"outcome": "approved"}),
]


def item(doc, number, earlier, reference, title, paragraphs, more):
    doc.end_item()
    doc.space(4.5)
    doc.need(28)
    doc.row((LEFT, f"{number} §", TEXT.bold.at(12)), (BODY, title, TEXT.bold.at(12)), leading=6)
    parts = [f"{body} § {count}" for body, count in earlier] + ([f"Dnr {reference}"] if reference else [])
    if parts:
        doc.row((BODY, "   ".join(parts), TEXT.at(9)), leading=4.4)
    doc.space(0.8)
    doc.begin_item(number, f"{number} §", title, reference, earlier_numbers=[{"body": body, "number": count} for body, count in earlier], **more)
    doc.tell(paragraphs, indent=BODY - LEFT, gap=0.6, heading=TEXT.italic, above=0.8)


def signatures(doc):
    doc.end_item()
    doc.space(7)
    doc.need(80)
    doc.row((BODY, "Vid protokollet §§ 38–45"))
    doc.row((BODY, "Yvonne Tegnér"), leading=17)
    doc.sheet.ink(scribble(BODY + 4, doc.y - 4.6, 6640, width=52, height=7), shade=10)
    doc.sign("secretary", "Vid protokollet", "Yvonne Tegnér", signed=None, paragraphs=[[38, 45]])
    doc.space(3)
    doc.row((BODY, "Justeras"))
    for n, (role, name, text, x) in enumerate([("chair", "Agneta Frösén", "ordförande", BODY), ("adjuster", "Vanja Törnkvist", None, 92.0), ("adjuster", "Fredrik Wahlén", None, 138.0)]):
        doc.sheet.ink(scribble(x + 2, doc.y + 9.4, 6641 + n, width=36, height=6), shade=10)
        doc.sign(role, text or "Justeras", name, signed=None)
    doc.row((BODY, "Agneta Frösén"), (92, "Vanja Törnkvist"), (138, "Fredrik Wahlén"), leading=14)
    doc.row((BODY, "ordförande", TEXT.at(9)), leading=4.4)
    doc.space(6)
    doc.para("Justeringen har tillkännagivits genom anslag på kommunens anslagstavla den 3 maj 1994. Anslaget tas ned den 25 maj 1994. Protokollet förvaras hos kommunkansliet.", note=False)
    doc.notices.append(dict(posted="1994-05-03", removed="1994-05-25", kept_at="kommunkansliet"))
    doc.row((LEFT, "Intygas"), leading=9)
    doc.sheet.ink(scribble(BODY, doc.y + 1, 6648, width=40, height=6), shade=10)
