"""A parish union's board of 1989: set on a word processor in Century, numbers and titles centred, decisions as sentences."""

from ..document import Document
from ..help import pen, register, commas
from ..paper import Style
from ..scan import Scanner

SOURCE = "The board of a parish union (kyrkonämnd) in 1989: word processor, prose heading, attendance as run-in lists behind their " \
         "labels, § and title centred over each matter, decisions as sentences, signatures last. Scanned in grey at 300 dpi."
SCANNER = Scanner(dpi=300, skew=0.45, blur=0.7, noise=5.0, paper=240, ink=0.95, quality=50, punched=True)

TEXT = Style("century", 11)
LEFT, VALUE, RIGHT, MID = 27.0, 66.0, 185.0, 106.0

MEMBERS = [("Gunnar Arvidsson", "c", "ordförande", "chair"), ("Ingegerd Lundin", "s", "vice ordförande", "vice_chair"),
           ("Sten Hellgren", "s", None, None), ("Karin Magnusson", "m", None, None), ("Alf Bengtsson", "kds", None, None),
           ("Maj-Lis Eklund", "c", None, None), ("Rune Sjögren", "fp", None, None)]
SERVING = [("Greta Jonsson", "s", "Olof Danielsson", "s")]
SUBS = [("Birgitta Wiberg", "m"), ("Åke Lindgren", "c")]
OFFICIALS = [("Torsten Hallgren", "kyrkoherde"), ("Ulla Nygren", "kyrkokamrer"), ("Bertil Henriksson", "kyrkvaktmästare", [[56, 56]]),
             ("Anita Rosén", "sekreterare")]


def build():
    doc = Document("kyrkonamnd_1989", TEXT, LEFT, RIGHT, 30, 26, 5.3, head)
    doc.meeting = dict(municipality="Vitteråsa kyrkliga samfällighet", body="Kyrkonämnden", date="1989-09-19",
                       place="församlingshemmet i Vitteråsa", start_time="19:00", end_time="21:30")
    doc.new_sheet()
    front(doc)
    for number, title, paragraphs, more in ITEMS:
        item(doc, number, title, paragraphs, dict(more))
    end(doc)
    return doc.finish()


def head(sheet, number):
    if number == 1:
        sheet.row(20, (LEFT, "VITTERÅSA KYRKLIGA SAMFÄLLIGHET", TEXT.bold.at(12)))
    else:
        sheet.row(18, (LEFT, "Kyrkonämnden 1989-09-19", TEXT.at(10)), (RIGHT, str(number), TEXT.at(10), "right"))


def front(doc):
    doc.row((LEFT, "Kyrkonämnden", TEXT))
    doc.space(5)
    doc.row((LEFT, "Protokoll", TEXT.bold.at(15)), leading=7)
    doc.space(1)
    doc.para("fört vid sammanträde med kyrkonämnden tisdagen den 19 september 1989 kl. 19.00–21.30 i församlingshemmet i Vitteråsa.",
             gap=3)
    run(doc, "Beslutande:", "Gunnar Arvidsson (c), ordförande, Ingegerd Lundin (s), vice ordförande, Sten Hellgren (s), Karin Magnusson (m), "
        "Alf Bengtsson (kds), Maj-Lis Eklund (c), Rune Sjögren (fp) samt Greta Jonsson (s), tjänstgörande ersättare för Olof Danielsson (s)")
    run(doc, "Övriga ersättare:", "Birgitta Wiberg (m), Åke Lindgren (c)")
    run(doc, "Övriga närvarande:", "Torsten Hallgren, kyrkoherde, Ulla Nygren, kyrkokamrer, Bertil Henriksson, kyrkvaktmästare, § 56, "
        "Anita Rosén, sekreterare")
    doc.space(5)
    register(doc, MEMBERS, SERVING, SUBS, OFFICIALS)


def run(doc, label, text):
    doc.para(text, indent=VALUE - LEFT, hang=VALUE - LEFT, gap=2, beside=(LEFT, label), note=False)


def item(doc, number, title, paragraphs, more):
    doc.end_item()
    doc.need(30)
    doc.row((MID, f"§ {number}", TEXT, "center"))
    doc.row((MID, title, TEXT.bold, "center"))
    doc.space(1.6)
    doc.begin_item(number, f"§ {number}", title, None, **more)
    for entry in paragraphs:
        kind, text = entry if isinstance(entry, tuple) else (None, entry)
        if kind is None:
            doc.leave_section()
        att = text.startswith("att ")
        doc.para(text, indent=7 if att else 0, hang=14 if att else 0, gap=0.6 if kind == "decision" else 1.6, kind=kind)
    doc.end_item()
    doc.space(6)


def end(doc):
    doc.need(70)
    doc.space(2)
    doc.row((LEFT, "Vid protokollet"))
    sig(doc, 8901, "secretary", "Vid protokollet", "Anita Rosén")
    doc.row((LEFT, "Justeras den 26 september 1989"))
    doc.space(12)
    for n, (x, name) in enumerate([(LEFT, "Gunnar Arvidsson"), (108, "Karin Magnusson")]):
        pen(doc, x + 3, 8902 + n, width=50, shade=30)
        doc.sheet.line(x, doc.y + 0.4, x + 62, doc.y + 0.4, 0.2)
    doc.row((LEFT, "Gunnar Arvidsson, ordförande"), (108, "Karin Magnusson, justerare"))
    doc.sign("chair", "ordförande", "Gunnar Arvidsson")
    doc.sign("adjuster", "justerare", "Karin Magnusson")
    doc.adjustments.append(dict(adjusters=["Karin Magnusson"], date="1989-09-26"))


def sig(doc, seed, role, label, name):
    doc.space(12)
    pen(doc, LEFT + 3, seed, width=48, shade=30)
    doc.sheet.line(LEFT, doc.y + 0.4, LEFT + 62, doc.y + 0.4, 0.2)
    doc.row((LEFT, name))
    doc.space(4)
    doc.sign(role, label, name)


D = "decision"
ITEMS = [
    (50, "Val av justerare", [(D, "Kyrkonämnden beslutade att utse Karin Magnusson att tillsammans med ordföranden justera protokollet.")], {}),
    (51, "Godkännande av föredragningslista", [(D, "Kyrkonämnden beslutade att godkänna föredragningslistan.")], {}),
    (52, "Budget för år 1990", ["Kyrkokamreren redogjorde för det förslag till budget som arbetsutskottet upprättat. Skatteunderlaget har ökat "
     "med 7,2 procent, vilket gör det möjligt att behålla utdebiteringen vid 1 krona och 12 öre per skattekrona. Församlingarnas äskanden "
     "har i huvudsak kunnat tillgodoses, med undantag för en ny tjänst som församlings¬assistent i Norra Ryd.",
     "Sten Hellgren framhöll att medel för barn- och ungdoms¬arbetet bör prioriteras om ytterligare utrymme uppstår under året.",
     (D, "Kyrkonämnden beslutade föreslå kyrko¬fullmäktige"), (D, "att fastställa budgeten för år 1990 enligt arbetsutskottets förslag samt"),
     (D, "att fastställa den kyrkliga utdebiteringen till 1 krona och 12 öre.")], {}),
    (53, "Tillbyggnad av församlingshemmet i Norra Ryd", ["Arkitekt Sven Wester¬lind har efter påpekanden från stifts¬nämnden omarbetat "
     "ritningarna till tillbyggnaden. Den nya delen innehåller expedition, samtalsrum och kapprum. Kostnaden beräknas till 1 450 000 kronor i "
     "prisläge augusti 1989.", "Karin Magnusson yrkade att ärendet skulle återremitteras för att få ett billigare alternativ belyst.",
     "Ingegerd Lundin yrkade bifall till det omarbetade förslaget.", "Ordföranden ställde proposition på yrkandena och fann att nämnden "
     "bifallit Ingegerd Lundins yrkande.", (D, "Kyrkonämnden beslutade"), (D, "att godkänna de omarbetade ritningarna samt"),
     (D, "att uppdra åt byggnads¬kommittén att infordra anbud."),
     ("reservation", "Karin Magnusson reserverade sig mot beslutet.")],
     {"proposals": [(["Karin Magnusson"], None, "Karin Magnusson yrkade att ärendet skulle återremitteras för att få ett billigare alternativ belyst."),
                    (["Ingegerd Lundin"], None, "Ingegerd Lundin yrkade bifall till det omarbetade förslaget.")],
      "reservations": [("Karin Magnusson", None, None)]}),
    (54, "Ansökan om bidrag från Vitteråsa kyrkokör", ["Kyrkokören ansöker om 6 000 kronor till en resa till vänförsamlingen i Estland "
     "i maj 1990. Alf Bengtsson, som är ordförande i kören, deltog på grund av jäv inte i handläggningen av ärendet.",
     (D, "Kyrkonämnden beslutade att bevilja kyrkokören ett bidrag på 6 000 kronor ur anslaget för internationellt arbete.")],
     {"disqualified": ["Alf Bengtsson"]}),
    (55, "Arrende av prästlönejord", ["Stiftsnämnden har översänt förslag till nytt arrende¬kontrakt för Vitteråsa prästgård. Arrendatorn "
     "Nils-Erik Olsson har förklarat sig godta villkoren. Arrendetiden är fem år från den 14 mars 1990.",
     (D, "Kyrkonämnden beslutade att tillstyrka förslaget.")], {}),
    (56, "Kyrkogårdens värmeledning", ["Kyrkvaktmästaren rapporterade att kulverten mellan personal¬byggnaden och bisättnings¬kapellet läcker. "
     "En tillfällig lagning är utförd. Enligt den offert som inhämtats från Vitteråsa Rör kostar en ny ledning 38 500 kronor.",
     (D, "Kyrkonämnden beslutade att anta offerten från Vitteråsa Rör.")], {}),
    (57, "Rapporter", ["Kyrkoherden informerade om konfirmand¬undervisningen, som i höst har 31 deltagare i tre grupper. Visitationen är "
     "uppskjuten till våren. Orgeln i Norra Ryds kyrka stämdes under augusti.",
     (D, "Kyrkonämnden beslutade att lägga rapporterna till handlingarna.")], {}),
    (58, "Nästa sammanträde", ["Nästa sammanträde hålls tisdagen den 24 oktober kl. 19.00 i Norra Ryds församlingshem. "
     "Ordföranden tackade de närvarande och förklarade samman¬trädet avslutat."], {}),
]
