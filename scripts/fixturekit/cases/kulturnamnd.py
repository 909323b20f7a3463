"""A culture committee of 1998 as an archive finds it: skewed, grey, stamped, one page turned, one empty."""

from ..document import Document
from ..paper import Style
from ..pen import scribble
from ..scan import Scanner

SOURCE = "A culture committee in 1998 as a hard scan: skewed by 1.5 degrees, noise, faded ink, the next page shining through, " \
         "a dark edge, a stamp over the print, the third page turned by 90 degrees, an empty page; parties in a column of " \
         "their own. Scanned in grey at 200 dpi, strongly compressed."
SCANNER = Scanner(dpi=200, skew=1.5, blur=1.0, noise=9.0, paper=214, ink=0.62, shadow=True, bleed=0.08, quality=20)

TEXT = Style("serif", 12)
LABEL = Style("sans", 10, "bold")
LEFT, RIGHT, VALUE = 28.0, 184.0, 66.0


def build():
    doc = Document("kulturnamnd", TEXT, LEFT, RIGHT, 36, 30, 5.5, head, turned={3: 90})
    doc.meeting = dict(municipality="Hultsbro kommun", body="Kultur- och fritidsnämnden", date="1998-06-03",
                       place="Biblioteket, Hultsbro", start_time="16:00", end_time="18:50",
                       paragraphs={"first": 38, "last": 44})
    front(doc)
    doc.new_sheet()
    for entry in ITEMS[:3]:
        item(doc, *entry)
    doc.new_sheet()
    for entry in ITEMS[3:5]:
        item(doc, *entry)
    doc.blank_sheet()
    doc.new_sheet()
    for entry in ITEMS[5:]:
        item(doc, *entry)
    return doc.finish()


def head(sheet, number):
    sheet.row(20, (LEFT, "Hultsbro kommun", LABEL), (RIGHT, f"Sid {number}", LABEL, "right"))
    sheet.row(25, (LEFT, "Kultur- och fritidsnämnden", LABEL), (RIGHT, "1998-06-03", LABEL, "right"))


MEMBERS = [("Ulla Svärd", "s", "ordförande", "chair"), ("Leif Ottosson", "m", "vice ordförande", "vice_chair"),
           ("Kaarina Niemi", "s", None, None), ("Gunnar Brodd", "s", None, None), ("Eva-Britt Palmér", "c", None, None),
           ("Hans Wallerius", "fp", None, None)]


def front(doc):
    doc.new_sheet()
    doc.row((LEFT, "SAMMANTRÄDESPROTOKOLL", TEXT.bold.at(15)), leading=8)
    doc.space(4)
    doc.row((LEFT, "Tid och plats", LABEL), (VALUE, "Onsdagen den 3 juni 1998 kl 16.00–18.50"))
    doc.row((VALUE, "Biblioteket, Hultsbro"))
    doc.space(4)
    doc.row((LEFT, "Beslutande", LABEL), (VALUE, "Ledamöter"), (120, "Parti"))
    doc.space(1)
    for name, party, text, role in MEMBERS:
        doc.row((VALUE, name), (120, party), *[(138, text)] * bool(text))
        doc.attend(name, "member", party=party.upper(), role=role, role_text=text)
    doc.space(2)
    doc.row((VALUE, "Tjänstgörande ersättare"))
    doc.row((VALUE, "Kurt Moberg"), (120, "v"), (138, "för Lena Hallin"))
    doc.attend("Kurt Moberg", "serving_substitute", party="V", replaces="Lena Hallin")
    doc.miss("Lena Hallin")
    doc.space(4)
    doc.row((LEFT, "Övriga deltagare", LABEL), (VALUE, "Margareta Sköld, bibliotekschef"))
    doc.row((VALUE, "Jan-Ove Rehn, fritidschef, § 41"))
    doc.row((VALUE, "Susanne Hård, sekreterare"))
    doc.attend("Margareta Sköld", "official", role_text="bibliotekschef")
    doc.attend("Jan-Ove Rehn", "official", role_text="fritidschef", paragraphs=[[41, 41]])
    doc.attend("Susanne Hård", "official", role="secretary", role_text="sekreterare")
    doc.space(4)
    doc.row((LEFT, "Utses att justera", LABEL), (VALUE, "Eva-Britt Palmér"))
    doc.row((LEFT, "Justering", LABEL), (VALUE, "Kulturkontoret den 10 juni 1998"))
    doc.row((LEFT, "Paragrafer", LABEL), (VALUE, "§§ 38–44"))
    doc.adjustments.append(dict(adjusters=["Eva-Britt Palmér"], place="Kulturkontoret", date="1998-06-10"))
    doc.space(6)
    for n, (role, label, name) in enumerate([("secretary", "Sekreterare", "Susanne Hård"), ("chair", "Ordförande", "Ulla Svärd"),
                                             ("adjuster", "Justerare", "Eva-Britt Palmér")]):
        doc.row((LEFT, label, LABEL), (VALUE, "." * 48), leading=12)
        doc.sheet.ink(scribble(VALUE + 6, doc.y - 0.5, 701 + n, width=46, height=8), shade=60)
        doc.row((VALUE, name))
        doc.sign(role, label, name)
    doc.space(8)
    doc.row((LEFT, "ANSLAGSBEVIS", LABEL))
    doc.row((LEFT, "Anslaget sattes upp", TEXT), (VALUE + 4, "1998-06-11"), (112, "Anslaget tas ned"), (150, "1998-07-03"))
    doc.notices.append(dict(organ=None, posted="1998-06-11", removed="1998-07-03"))
    doc.sheet.stamp(136, 44, ["HULTSBRO KOMMUN", "Kommunarkivet", "1998 -06- 12"], Style("sans", 11, "bold"), 8)


ITEMS = [
    (38, "Justering", None, [], ["Nämnden utser Eva-Britt Palmér att justera dagens protokoll."], {}),
    (39, "Månadsrapport för maj", None, ["Bibliotekschefen går igenom utfallet. Intäkterna från simhallen är lägre än väntat efter "
     "att reningsverket stod stilla i två veckor."], ["Nämnden godkänner rapporten."], {"outcome": "approved"}),
    (40, "Bokbussens turlista hösten 1998", "98/51", ["Antalet låntagare vid hållplatserna i Yxnanäs och Djupadal har sjunkit. "
     "Biblioteket föreslår att turerna dit slås samman och att bussen i stället stannar vid äldreboendet Solbacken var tredje "
     "vecka.", "Eva-Britt Palmér (c) anser att hållplatsen i Djupadal ska finnas kvar, eftersom den utnyttjas av skolan."],
     ["Nämnden beslutar", "att anta turlistan samt", "att låta bussen stanna i Djupadal under skolveckorna."],
     {"outcome": "approved"}),
    (41, "Bidrag till ungdomsverksamhet", "98/44", ["Fritidschefen redovisar ansökningarna. Elva föreningar har sökt bidrag om "
     "sammanlagt 412 000 kronor. I budgeten finns 290 000 kronor.", "Förslaget bygger på antalet medlemmar mellan 7 och 20 år. "
     "Orienterings¬klubben har inte lämnat någon verksamhets¬berättelse och bör därför inte få bidrag i år.",
     "Hans Wallerius (fp) yrkar att scoutkåren får ytterligare 5 000 kronor till ett läger."],
     ["Nämnden beslutar att fördela bidragen enligt förslaget."],
     {"outcome": "approved", "proposals": [(["Hans Wallerius"], "FP", "Hans Wallerius (fp) yrkar att scoutkåren får ytterligare "
                                            "5 000 kronor till ett läger.")]}),
    (42, "Inköp av konst till den nya skolan", "98/37", ["Konst¬närlig utsmyckning ska enligt kommun¬full¬mäktiges beslut svara för "
     "en procent av bygg¬kostnaden. En jury med tre ledamöter har granskat nitton skisser och förordar en mosaik i entré¬hallen."],
     ["Nämnden beslutar att bordlägga ärendet."], {"outcome": "postponed"}),
    (43, "Skrivelse från Hultsbro hembygdsförening", "98/60", ["Föreningen vill hyra den gamla vävsalen som förråd för sina "
     "textilier. Lokalen är fuktig och saknar värme. Fastighets¬kontoret avråder."],
     ["Nämnden avslår föreningens begäran."], {"outcome": "rejected"}),
    (44, "Meddelanden", None, ["Statens kulturråd har beviljat 45 000 kronor till inköp av barn¬böcker."],
     ["Nämnden lägger meddelandet till handlingarna."], {"outcome": "noted"}),
]


def item(doc, number, title, reference, paragraphs, decisions, more):
    doc.end_item()
    doc.need(24)
    doc.row((LEFT, f"§ {number}", TEXT.bold), (48, title, TEXT.bold), *[(RIGHT, f"Dnr {reference}", TEXT, "right")] * bool(reference))
    doc.space(1)
    doc.begin_item(number, f"§ {number}", title, reference, **more)
    for text in paragraphs:
        doc.para(text, indent=20, gap=1.5)
    doc.heading("Beslut", "decision", style=TEXT.italic, above=0.5, indent=20)
    for text in decisions:
        doc.para(text, indent=26 if text.startswith("att ") else 20)
    doc.space(6)
