"""A joint church board in 1997: name, group and office in columns, “Kn § 54” and title in italics, decisions as “Kyrkonämnden beslutar att”."""

from ..document import Document
from ..paper import Style
from ..pen import initials, scribble
from ..scan import Scanner

SOURCE = "The board of a joint parish authority in 1997, word processor: names, nominating groups and offices in three open columns under labels, “Ersätter” in the column of offices, " \
         "“Kn § 54” before an italic title, “Dnr 97-112” at the right of the next line, a break for coffee, decisions “Kyrkonämnden beslutar” with indented att-clauses, a vote by count, " \
         "a substitute's statement, signatures in two columns, BEVIS. Scanned in grey at 200 dpi."
SCANNER = Scanner(dpi=200, skew=-0.35, blur=0.5, noise=3.0, paper=247, quality=46)

TEXT = Style("serif", 11.5)
LEFT, RIGHT, BODY, GROUP, OFFICE = 27.0, 188.0, 66.0, 118.0, 138.0


def build():
    doc = Document("kyrkonamnd_1997", TEXT, LEFT, RIGHT, 34, 30, 5.2, head, foot)
    doc.meeting = dict(municipality="Älvhults kyrkliga samfällighet", body="Kyrkonämnden", date="1997-03-06", place="Församlingsgården, Lilla salen", start_time="18:30", end_time="21:10",
                       adjournments=[{"start": "19:35", "end": "19:55"}])
    doc.new_sheet()
    doc.row((LEFT, "Sammanträdesprotokoll", TEXT.bold.at(16)), leading=8)
    doc.space(3)
    field(doc, "Sammanträde med", "Kyrkonämnden")
    field(doc, "Dag och tid", "Torsdagen den 6 mars 1997 kl 18.30 – 21.10")
    field(doc, "Paus", "kl 19.35 – 19.55")
    field(doc, "Lokal", "Församlingsgården, Lilla salen")
    doc.space(2)
    group(doc, "Beslutande", [("Elisabeth Norén-Falk", "S", "Ordförande"), ("Karl-Axel Thörnqvist", "BA", "Vice ordförande"), ("Gunborg Sjöö", "C", ""), ("Torgny Hallerby", "S", ""),
                              ("Märit Ingesson", "KR", ""), ("Johan Wester-Lindh", "BA", "")])
    group(doc, "Tjänstgörande ersättare", [("Alvar Kniberg", "S", "Ersätter Rolf Assarsson")])
    group(doc, "Övriga ersättare", [("Ing-Marie Tell", "KR", ""), ("Hans Orrebrant", "BA", "§§ 53 – 56")])
    group(doc, "Frånvarande", [("Rolf Assarsson", "S", "Anmält förhinder")])
    group(doc, "Tjänstemän", [("Bertil Ahnfelt", "", "Kyrkoherde"), ("Ann-Sofie Rudbäck", "", "Kamrer, § 54"), ("Greger Ollén", "", "Kyrkogårdsföreståndare, § 55"), ("Ulla-Carin Wiberg", "", "Sekreterare")])
    for name, party, text, role in [("Elisabeth Norén-Falk", "S", "Ordförande", "chair"), ("Karl-Axel Thörnqvist", "BA", "Vice ordförande", "vice_chair"), ("Gunborg Sjöö", "C", None, None),
                                    ("Torgny Hallerby", "S", None, None), ("Märit Ingesson", "KR", None, None), ("Johan Wester-Lindh", "BA", None, None)]:
        doc.attend(name, "member", party=party, role=role, role_text=text)
    doc.attend("Alvar Kniberg", "serving_substitute", party="S", replaces="Rolf Assarsson")
    doc.attend("Ing-Marie Tell", "substitute", party="KR")
    doc.attend("Hans Orrebrant", "substitute", party="BA", paragraphs=[[53, 56]])
    doc.attend("Bertil Ahnfelt", "official", role_text="Kyrkoherde")
    doc.attend("Ann-Sofie Rudbäck", "official", role_text="Kamrer", paragraphs=[[54, 54]])
    doc.attend("Greger Ollén", "official", role_text="Kyrkogårdsföreståndare", paragraphs=[[55, 55]])
    doc.attend("Ulla-Carin Wiberg", "official", role="secretary", role_text="Sekreterare")
    doc.miss("Rolf Assarsson", party="S", reason="Anmält förhinder")
    doc.space(1)
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    sheet.row(15, (LEFT, "Älvhults kyrkliga samfällighet", TEXT.at(10)), (RIGHT, f"Sida {number}", TEXT.at(10), "right"))
    sheet.line(LEFT, 17.5, RIGHT, 17.5, 0.2)
    if number > 1:
        sheet.row(22, (LEFT, "Kyrkonämnden 1997-03-06", TEXT.at(10)))


def foot(sheet, number):
    sheet.row(282, (LEFT, "Justeras:", TEXT.at(9)))
    sheet.ink(initials(46, 282, 6500 + number), shade=40)
    sheet.ink(initials(64, 282, 6510 + number), shade=40)


def field(doc, label, value):
    doc.row((LEFT, label, TEXT.bold), (BODY, value))


def group(doc, label, people):
    doc.space(1.4)
    for n, (name, party, text) in enumerate(people):
        first = [(LEFT, label, TEXT.bold)] if n == 0 and TEXT.bold.width(label) < BODY - LEFT - 2 else []
        if n == 0 and not first:
            doc.row((LEFT, label, TEXT.bold))
        doc.row(*first, (BODY, name), *([(GROUP, party)] if party else []), *([(OFFICE, text)] if text else []))


ITEMS = [
    (53, None, "Val av justerare", [("decision", None, "Kyrkonämnden beslutar att utse Gunborg Sjöö att jämte ordföranden justera protokollet. Justeringen äger rum på kyrkokansliet den 12 mars 1997 kl 17.00.")], {}),
    (54, "97-088", "Bokslut för 1996", [
        ("background", "Bakgrund", "Kamrern redogör för bokslutet. Resultatet visar ett överskott om 418 000 kronor, vilket främst förklaras av vakanta tjänster."),
        ("decision", None, "Kyrkonämnden beslutar", "att godkänna bokslutet och överlämna det till kyrkofullmäktige, samt", "att tacka ekonomipersonalen för ett gott arbete.")],
     {"outcome": "approved"}),
    (55, "97-112", "Askgravlund på Norra kyrkogården", [
        ("background", "Bakgrund", "Kyrkogårdsföreståndaren presenterar två skisser. Alternativ A ligger vid bäcken, alternativ B intill den gamla bogårdsmuren. Länsantikvarien förordar alternativ B."),
        ("motions", "Yrkanden", "Torgny Hallerby yrkar att alternativ A genomförs. Karl-Axel Thörnqvist yrkar att alternativ B genomförs."),
        ("vote", "Omröstning", "Sedan votering begärts avges 3 röster för alternativ A och 4 röster för alternativ B."),
        ("decision", None, "Kyrkonämnden beslutar", "att alternativ B genomförs, samt", "att hos länsstyrelsen söka tillstånd."),
        ("reservation", None, "Torgny Hallerby och Alvar Kniberg reserverar sig mot beslutet."),
        ("statement", "Ersättaryttrande", "Ing-Marie Tell anser att båda alternativen borde ha prövats av handikapporganisationerna.")],
     {"votes": [(3, 4, None, [])],
      "proposals": [(["Torgny Hallerby"], None, "Torgny Hallerby yrkar att alternativ A genomförs."),
                    (["Karl-Axel Thörnqvist"], None, "Karl-Axel Thörnqvist yrkar att alternativ B genomförs.")],
      "reservations": [("Torgny Hallerby", None, None), ("Alvar Kniberg", None, None)]}),
    (56, "96-340", "Försäljning av prästgården i Hultarp", [
        ("background", "Bakgrund", "Tre anbud har kommit in. Stiftet har ännu inte lämnat sitt medgivande."),
        ("decision", None, "Kyrkonämnden beslutar att bordlägga ärendet.")], {"outcome": "postponed"}),
    (57, "97-101", "Bidrag till stiftelsen Hultarps sommarhem", [
        "Märit Ingesson är ledamot av stiftelsens styrelse och lämnar sammanträdet på grund av jäv.",
        ("decision", None, "Kyrkonämnden beslutar att bevilja ett bidrag om 35 000 kronor för 1997."),
        ("distribution", "Protokollsutdrag", "Stiftelsen, kamreren")],
     {"outcome": "approved", "disqualified": ["Märit Ingesson"], "distribution": ["Stiftelsen", "kamreren"]}),
    (58, "97-095", "Skrivelse om klockringning", [
        ("background", "Bakgrund", "Boende i kvarteret Klockaren har begärt att lördagsringningen kl 18 ska upphöra."),
        ("decision", None, "Kyrkonämnden beslutar att avslå begäran.")], {"outcome": "rejected"}),
    (59, None, "Rapporter och meddelanden", [
        "Kyrkoherden rapporterar från kontraktskonventet. Stiftskansliets cirkulär 5 och 6 har delats ut.",
        ("decision", None, "Kyrkonämnden beslutar att lägga rapporterna till handlingarna.")], {"outcome": "noted"}),
]


def item(doc, number, reference, title, paragraphs, more):
    doc.end_item()
    doc.space(4.5)
    doc.need(28)
    doc.row((LEFT, f"Kn § {number}", TEXT.bold.at(12.5)), (52, title, TEXT.italic.at(13)), leading=6)
    if reference:
        doc.row((RIGHT, f"Dnr {reference}", TEXT.at(10), "right"), leading=4.6)
    doc.space(0.6)
    doc.begin_item(number, f"Kn § {number}", title, reference, **more)
    doc.tell(paragraphs, gap=0.8, att=8, heading=TEXT.bold, above=1)


def signatures(doc):
    doc.end_item()
    doc.space(6)
    doc.need(82)
    doc.row((LEFT, "Underskrifter", TEXT.bold))
    for pair in [[("secretary", "Sekreterare", "Ulla-Carin Wiberg")], [("chair", "Ordförande", "Elisabeth Norén-Falk"), ("adjuster", "Justerare", "Gunborg Sjöö")]]:
        doc.space(12)
        for n, (x, (role, label, name)) in enumerate(zip((LEFT, 110.0), pair)):
            doc.sheet.line(x, doc.y, x + 68, doc.y, 0.25)
            doc.sheet.ink(scribble(x + 5, doc.y - 0.5, 6520 + len(name) + n, width=50, height=7), shade=30)
            doc.sign(role, label, name)
        doc.row(*[(x, name) for x, (_, _, name) in zip((LEFT, 110.0), pair)])
        doc.row(*[(x, label, TEXT.at(9.5)) for x, (_, label, _) in zip((LEFT, 110.0), pair)], leading=4.4)
    doc.adjustments.append(dict(adjusters=["Gunborg Sjöö"], place="kyrkokansliet", date="1997-03-12", time="17:00"))
    doc.space(7)
    top = doc.y
    doc.row((LEFT + 3, "BEVIS", TEXT.bold), leading=6)
    doc.row((LEFT + 3, "Justeringen har tillkännagivits genom anslag på kyrkokansliet."))
    doc.row((LEFT + 3, "Anslaget uppsatt den"), (74, "13 mars 1997"), (112, "Anslaget nedtaget den"), (158, "4 april 1997"))
    doc.row((LEFT + 3, "Underskrift"), leading=8)
    doc.sheet.ink(scribble(76, doc.y, 6540, width=44, height=5), shade=30)
    doc.space(3)
    doc.sheet.box(LEFT, top, RIGHT, doc.y, 0.25)
    doc.notices.append(dict(posted="1997-03-13", removed="1997-04-04"))
