"""A municipal council of 2022: names in three columns, contents on its own page, a table of votes with a column for the vote."""

from ..document import Document
from ..paper import Style, wrap
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "A municipal council in 2022: members in three columns, substitutes with scopes, a contents page, Dnr before the title, a ruled table of " \
         "votes in words, jäv with another chair, a protocol note, signatures in five boxes, notice. Scanned in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=-0.15, blur=0.6, noise=2.0, paper=252, quality=24)

TEXT = Style("lato", 10.5)
SMALL = TEXT.at(8.5)
LEFT, RIGHT = 25.0, 187.0
COLUMNS = (25.0, 80.0, 136.0)

MEMBERS = [("Jeanette Ohlin", "S"), ("Bo-Göran Frimodig", "M"), ("Anita Vretlund", "C"), ("Ahmed Boukhari", "S"), ("Leif Söderbom", "SD"),
           ("Elin Hjortsberg", "V"), ("Conny Ströberg", "S"), ("Marianne Dexe", "M"), ("Per Ellwing", "KD"), ("Tuija Rautio", "S"),
           ("Rickard Spånghed", "SD"), ("Sara Åkesdotter", "MP"), ("Göran Lundahl", "L")]
ROLES = {"Jeanette Ohlin": ("chair", "ordf"), "Anita Vretlund": ("vice_chair", "1:e v ordf")}
SERVING = [("Kristian Mård", "S", "Ulrika Hedberg", "S", None), ("Nils-Erik Bohm", "M", "Bo-Göran Frimodig", "M", [[58, 60]])]
CONTENTS = [(54, "Val av justerare", 3), (55, "Allmänhetens frågestund", 3), (56, "Delårsrapport per den 30 april 2022", 3), (57, "Borgen för Kvarnåsens Vatten AB", 3),
            (58, "Detaljplan för Norra hamnen", 4), (59, "Medborgarförslag om hundrastgård i Kvarnåsen", 5), (60, "Anmälan av motioner och interpellationer", 5)]


def build():
    doc = Document("kommunfullmaktige_2022", TEXT, LEFT, RIGHT, 36, 28, 5.0, head, foot)
    doc.meeting = dict(municipality="Kvarnåsens kommun", body="Kommunfullmäktige", date="2022-06-13", place="Medborgarhuset, Stora salen",
                       start_time="18:00", end_time="21:05", adjournments=[{"start": "19:40", "end": "20:00"}], paragraphs={"first": 54, "last": 60})
    front(doc)
    doc.new_sheet()
    doc.row((LEFT, "Ärendelista", TEXT.bold.at(14)), leading=8)
    doc.space(2)
    for number, title, page in CONTENTS:
        doc.row((LEFT, f"§ {number}"), (44, title), (RIGHT, str(page), TEXT, "right"), leading=7)
        doc.contents.append((number, title, page))
    doc.new_sheet()
    for entry in ITEMS:
        item(doc, *entry)
    doc.end_item()
    return doc.finish()


def head(sheet, number):
    sheet.ink([[(25, 12), (33, 12), (33, 19), (25, 19), (25, 12)], [(25, 15.5), (29, 13.5), (33, 15.5)], [(25, 17.5), (29, 15.5), (33, 17.5)]], width=0.5, shade=90)
    sheet.row(15, (37, "Kvarnåsens kommun", TEXT.bold), (RIGHT, f"Sida {number} av 5", SMALL, "right"))
    sheet.row(20, (37, "Protokoll Kommunfullmäktige 2022-06-13", TEXT))


def foot(sheet, number):
    sheet.line(LEFT, 276, RIGHT, 276, 0.2)
    sheet.row(280, (LEFT, "Justerandes signatur", SMALL.at(7.5)), (112, "Utdragsbestyrkande", SMALL.at(7.5)))
    for n in range(3):
        sheet.ink(initials(LEFT + 30 + 16 * n, 284, 1600 + 5 * number + n), shade=50)


def label(doc, text, above=2.2):
    doc.space(above)
    doc.row((LEFT, text, TEXT.bold))


def front(doc):
    doc.new_sheet()
    doc.y = 30
    label(doc, "Plats och tid", above=0)
    doc.row((LEFT, "Medborgarhuset, Stora salen, måndagen den 13 juni 2022 klockan 18:00–21:05"))
    doc.row((LEFT, "Ajournering klockan 19:40–20:00"))
    label(doc, "Beslutande ledamöter")
    top, per = doc.y, 5
    for column in range(3):  # read down, one column after the other
        doc.y = top
        for name, party in MEMBERS[column * per:column * per + per]:
            doc.row((COLUMNS[column], f"{name} ({party})" + (f", {ROLES[name][1]}" if name in ROLES else "")))
    doc.y = top + per * doc.leading
    for name, party in MEMBERS:
        role, text = ROLES.get(name, (None, None))
        doc.attend(name, "member", party=party, role=role, role_text=text)
    label(doc, "Tjänstgörande ersättare")
    doc.row((LEFT, "Kristian Mård (S) ersätter Ulrika Hedberg (S)"))
    doc.row((LEFT, "Nils-Erik Bohm (M) ersätter Bo-Göran Frimodig (M) §§ 58–60"))
    for name, party, member, theirs, paragraphs in SERVING:
        doc.attend(name, "serving_substitute", party=party, replaces=member, paragraphs=paragraphs)
    doc.miss("Ulrika Hedberg", party="S")
    label(doc, "Ej tjänstgörande ersättare")
    doc.row((COLUMNS[0], "Hanna Ekdal (C)"), (COLUMNS[1], "Yusuf Demirci (V)"))
    doc.attend("Hanna Ekdal", "substitute", party="C")
    doc.attend("Yusuf Demirci", "substitute", party="V")
    label(doc, "Övriga närvarande")
    doc.row((LEFT, "Karolina Wester, kommundirektör"))
    doc.row((LEFT, "Mattias Hörlin, ekonomichef, § 56"))
    doc.row((LEFT, "Ida Flodmark, kommunsekreterare"))
    doc.attend("Karolina Wester", "official", role_text="kommundirektör")
    doc.attend("Mattias Hörlin", "official", role_text="ekonomichef", paragraphs=[[56, 56]])
    doc.attend("Ida Flodmark", "official", role="secretary", role_text="kommunsekreterare")
    label(doc, "Justering")
    doc.row((LEFT, "Sara Åkesdotter (MP) och Marianne Dexe (M), kommunhuset, 2022-06-20 klockan 16:00"))
    doc.row((LEFT, "Paragraferna 54–60"))
    doc.adjustments.append(dict(adjusters=["Sara Åkesdotter", "Marianne Dexe"], place="kommunhuset", date="2022-06-20", time="16:00"))
    doc.space(4)
    top = doc.y
    people = [("secretary", "Sekreterare", "Ida Flodmark", None), ("chair", "Ordförande §§ 54–56, 58–60", "Jeanette Ohlin", [[54, 56], [58, 60]]),
              ("chair", "Ordförande § 57", "Anita Vretlund", [[57, 57]]), ("adjuster", "Justerare", "Sara Åkesdotter", None),
              ("adjuster", "Justerare", "Marianne Dexe", None)]
    for at in range(0, len(people), 2):
        pair = people[at:at + 2]
        above = doc.y
        doc.row(*[(x + 2, text, SMALL) for x, (_, text, *_) in zip((LEFT, 106.0), pair)], leading=4.4)
        doc.space(12)
        for n, (x, (role, text, name, paragraphs)) in enumerate(zip((LEFT, 106.0), pair)):
            doc.sheet.ink(scribble(x + 8, doc.y, 1640 + at + n, width=46, height=5), shade=40)
            doc.sign(role, text.split(" §")[0], name, paragraphs=paragraphs)
        doc.row(*[(x + 2, name) for x, (_, _, name, _) in zip((LEFT, 106.0), pair)], leading=4.4)
        doc.y += 1.8
        for k in range(len(pair)):
            doc.sheet.box((LEFT, 106.0)[k], above, (106.0, RIGHT)[k], doc.y, 0.2)
    doc.space(4)
    label(doc, "Anslag/bevis", above=0)
    doc.row((LEFT, "Protokollet är justerat och har tillkännagivits på kommunens digitala anslagstavla."))
    doc.row((LEFT, "Organ", SMALL), (58, "Kommunfullmäktige"), (112, "Förvaringsplats", SMALL), (146, "Kommunkansliet"))
    doc.row((LEFT, "Anslaget sätts upp", SMALL), (58, "2022-06-21"), (112, "Anslaget tas ned", SMALL), (146, "2022-07-13"))
    doc.notices.append(dict(organ="Kommunfullmäktige", posted="2022-06-21", removed="2022-07-13", kept_at="Kommunkansliet"))


VOTES = [(name, party, vote) for (name, party), vote in zip(
    [entry for entry in MEMBERS if entry[0] != "Bo-Göran Frimodig"] + [(name, party) for name, party, *_ in SERVING],
    ["yes", "yes", "yes", "no", "no", "yes", "yes", "no", "yes", "no", "no", "abstain", "yes", "yes"])]
WORDS = {"yes": "Ja", "no": "Nej", "abstain": "Avstår"}


def ballots(doc):
    doc.space(1)
    doc.need(len(VOTES) * 5 + 8)
    top, rules = doc.y, [doc.y]
    columns = (LEFT, 84.0, 100.0, 122.0)
    doc.table_row(*[(x + 1.5, text, SMALL.bold) for x, text in zip(columns, ("Ledamot", "Parti", "Röst"))], leading=4.4)
    for name, party, vote in VOTES:
        rules.append(doc.y + 1.4)
        doc.table_row((LEFT + 1.5, name, SMALL), (columns[1] + 1.5, party, SMALL), (columns[2] + 1.5, WORDS[vote], SMALL), leading=5)
    rules.append(doc.y + 1.4)
    for y in rules:
        doc.sheet.line(LEFT, y, columns[-1], y, 0.2)
    for x in columns:
        doc.sheet.line(x, top, x, rules[-1], 0.2)
    doc.y = rules[-1] + 1


ITEMS = [
    (54, "Val av justerare", None, [
        ("decision", "Kommunfullmäktiges beslut", "Sara Åkesdotter (MP) och Marianne Dexe (M) väljs att justera protokollet.")], {}),
    (55, "Allmänhetens frågestund", None, ["Inga frågor har kommit in."], {}),
    (56, "Delårsrapport per den 30 april 2022", "KS2022/00148", [
        ("decision", "Kommunfullmäktiges beslut", "Kommunfullmäktige godkänner delårsrapporten."),
        ("summary", "Sammanfattning av ärendet", "Prognosen för helåret är ett överskott på 21 miljoner kronor. Mattias Hörlin redogör för rapporten."),
        ("statement", "Protokollsanteckning", "Per Ellwing (KD) lämnar följande anteckning: Kristdemokraterna saknar en redovisning av kön till särskilt boende."),
        ("distribution", "Beslutet skickas till", "Revisorerna, samtliga nämnder")], {"outcome": "approved", "distribution": ["Revisorerna", "samtliga nämnder"]}),
    (57, "Borgen för Kvarnåsens Vatten AB", "KS2022/00203", [
        ("decision", "Kommunfullmäktiges beslut", "Kommunfullmäktige beslutar", "att bevilja borgen såsom för egen skuld intill 30 miljoner kronor samt",
         "att ta ut en avgift om 0,35 procent."),
        ("disqualification", "Jäv", "Jeanette Ohlin (S) och Göran Lundahl (L) anmäler jäv och deltar inte i handläggning och beslut. Anita Vretlund (C) leder "
         "förhandlingarna."),
        ("summary", "Sammanfattning av ärendet", "Bolaget behöver låna för den nya överföringsledningen till Norra hamnen."),
        ("distribution", "Beslutet skickas till", "Kvarnåsens Vatten AB")],
     {"outcome": "approved", "disqualified": ["Jeanette Ohlin", "Göran Lundahl"], "distribution": ["Kvarnåsens Vatten AB"]}),
    (58, "Detaljplan för Norra hamnen", "KS2020/00417", [
        ("decision", "Kommunfullmäktiges beslut", "Kommunfullmäktige antar detaljplanen för Norra hamnen, daterad den 11 mars 2022."),
        ("summary", "Sammanfattning av ärendet", "Planen gör det möjligt att bygga 220 bostäder, en förskola och en strandpromenad. Kommunstyrelsen har den 30 maj 2022, "
         "§ 112, föreslagit att planen antas."),
        ("motions", "Yrkanden", "Conny Ströberg (S) yrkar bifall till kommunstyrelsens förslag.", "Leif Söderbom (SD) yrkar återremiss för en ny bullerutredning."),
        ("order", "Beslutsgång", "Ordföranden frågar om ärendet ska avgöras i dag eller återremitteras och finner att det ska avgöras i dag. Omröstning begärs. Ja "
         "innebär att ärendet avgörs i dag, nej att det återremitteras."),
        ("vote", "Omröstningsresultat", "Med 8 ja-röster, 5 nej-röster och 1 som avstår beslutar kommunfullmäktige att avgöra ärendet i dag.", ballots),
        ("reservation", "Reservationer", "Leif Söderbom (SD), Rickard Spånghed (SD) och Elin Hjortsberg (V) reserverar sig mot beslutet."),
        ("distribution", "Beslutet skickas till", "Länsstyrelsen, Lantmäteriet, byggnadsnämnden")],
     {"outcome": "approved", "votes": [(8, 5, 1, VOTES)],
      "proposals": [(["Conny Ströberg"], "S", "Conny Ströberg (S) yrkar bifall till kommunstyrelsens förslag."),
                    (["Leif Söderbom"], "SD", "Leif Söderbom (SD) yrkar återremiss för en ny bullerutredning.")],
      "reservations": [("Leif Söderbom", "SD", None), ("Rickard Spånghed", "SD", None), ("Elin Hjortsberg", "V", None)],
      "distribution": ["Länsstyrelsen", "Lantmäteriet", "byggnadsnämnden"]}),
    (59, "Medborgarförslag om hundrastgård i Kvarnåsen", "KS2021/00533", [
        ("decision", "Kommunfullmäktiges beslut", "Medborgarförslaget avslås."),
        ("summary", "Sammanfattning av ärendet", "Förslagsställaren vill att en hundrastgård anläggs vid Kvarndammen. Tekniska nämnden anser att marken är olämplig på grund av "
         "det kommunala vattenskyddsområdet."),
        ("distribution", "Beslutet skickas till", "Förslagsställaren")], {"outcome": "rejected", "distribution": ["Förslagsställaren"]}),
    (60, "Anmälan av motioner och interpellationer", None, [
        "– Motion från Sara Åkesdotter (MP) om solceller på skoltak", "– Interpellation från Marianne Dexe (M) till Conny Ströberg (S) om personalomsättningen",
        ("decision", "Kommunfullmäktiges beslut", "Motionen överlämnas till kommunstyrelsen. Interpellationen får ställas.")], {}),
]


def item(doc, number, title, reference, paragraphs, more):
    doc.end_item()
    if number == 58:
        doc.new_sheet()
    doc.space(4)
    doc.need(34)
    doc.row((LEFT, f"§ {number}", TEXT.bold.at(12)), *([(44, f"Dnr {reference}")] if reference else []), leading=6)
    for line in wrap(title, TEXT.bold.at(13), RIGHT - LEFT):
        doc.row((LEFT, line, TEXT.bold.at(13)), leading=6)
    doc.begin_item(number, f"§ {number}", title, reference, **more)
    for entry in paragraphs:
        if isinstance(entry, tuple) and callable(entry[-1]):  # the table stands in the section above it
            doc.tell([entry[:-1]], gap=0.4, heading=TEXT.bold, above=1.4)
            entry[-1](doc)
        else:
            doc.tell([entry], gap=0.4, heading=TEXT.bold, above=1.4)
    doc.end_item()
