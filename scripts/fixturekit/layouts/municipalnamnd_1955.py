"""A works community's municipal board of 1955, a carbon copy: the subject in a left margin column, “Nr 58”, presence by surname in a ruled-off list."""

from ..document import Document
from ..paper import Style, wrap
from ..pen import scribble
from ..scan import Scanner

SOURCE = "A municipal board of an industrial village in 1955, a carbon copy: “Närv.:” with titles before names, a substitute called in, the number over a subject " \
         "that is typed in the left margin beside the text, decisions that begin with “Beslöts”, an estimate in columns, “Justeras:” over dots with " \
         "the office behind the name. Scanned in grey at 200 dpi with punch holes."
SCANNER = Scanner(dpi=200, skew=0.7, blur=0.75, noise=5.0, paper=234, ink=0.9, carbon=0.22, punched=True, quality=40)

TEXT = Style("courier", 11.5, typed=True)
LEFT, RIGHT, BODY = 28.0, 194.0, 74.0


def build():
    doc = Document("municipalnamnd_1955", TEXT, LEFT, RIGHT, 28, 26, 5.2, head)
    doc.meeting = dict(municipality="Hyttfors municipalsamhälle", body="Municipalnämnden", date="1955-09-06", place="Brukshotellet", start_time="18:45",
                       end_time="21:30", meeting_number="9", paragraphs={"first": 58, "last": 65})
    doc.new_sheet()
    doc.row((LEFT, "HYTTFORS MUNICIPALSAMHÄLLE"))
    doc.row((LEFT, "Municipalnämnden"))
    doc.space(4)
    doc.row((LEFT, "Protokoll nr 9"), leading=6)
    doc.sheet.line(LEFT, doc.y + 1, LEFT + TEXT.width("Protokoll nr 9"), doc.y + 1, 0.3)
    doc.row((LEFT, "fört vid sammanträde tisdagen den 6 september 1955 å Brukshotellet"), leading=6)
    doc.row((LEFT, "i Hyttfors, kl. 18.45 - 21.30. §§ 58 - 65."))
    doc.space(3)
    doc.row((LEFT, "Närv.:"), (52, "Disponent Carl Gripensköld, ordf."))
    for line in ("Verkmästare Helge Tapprén, v. ordf.", "Smältaren Sixten Jansåker", "Handl. Folke Ödmark", "Fru Elsa Lagerwall"):
        doc.row((52, line))
    doc.row((LEFT, "Suppl.:"), (52, "Valsaren Uno Hedborg, i st. för Ombudsman Bror Lysén"))
    doc.row((LEFT, "Ej närv.:"), (52, "Ombudsman Bror Lysén (tjänsteresa)"))
    doc.row((LEFT, "Dessutom:"), (52, "Byggmästare Nils Kallenius, §§ 60 - 61"))
    doc.row((52, "Kassör Astrid Fornander, protokollförare"))
    doc.attend("Carl Gripensköld", "member", role="chair", role_text="ordf.")
    doc.attend("Helge Tapprén", "member", role="vice_chair", role_text="v. ordf.")
    doc.attend("Sixten Jansåker", "member", role_text="Smältaren")
    doc.attend("Folke Ödmark", "member", role_text="Handl.")
    doc.attend("Elsa Lagerwall", "member")
    doc.attend("Uno Hedborg", "serving_substitute", role_text="Valsaren", replaces="Bror Lysén")
    doc.attend("Nils Kallenius", "official", role_text="Byggmästare", paragraphs=[[60, 61]])
    doc.attend("Astrid Fornander", "official", role="secretary", role_text="protokollförare")
    doc.miss("Bror Lysén", role_text="Ombudsman", reason="tjänsteresa")
    doc.space(4)
    for entry in ITEMS:
        item(doc, *entry)
    signatures(doc)
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(18, (LEFT, f"Blad {number}", TEXT), (RIGHT, "Municipalnämnden 6/9 1955", TEXT, "right"))


def tenders(doc):
    for firm, amount in [("AB Rörläggaren", "18.640:-"), ("E. Malmquist & Co", "17.925:-"), ("Hyttfors Bruk", "16.380:-")]:
        doc.table_row((BODY + 4, firm), (176, amount, TEXT, "right"))
    doc.space(1)


ITEMS = [
    (58, "Val av justeringsman", [("decision", None, "Utsågs herr Ödmark att justera protokollet.")], {}),
    (59, "Protokoll nr 8", [("decision", None, "Upplästes och lades till handlingarna.")], {"outcome": "noted"}),
    (60, "Avlopp i kv. Mastugnen", [
        "Byggmästare Kallenius redogjorde för inkomna anbud å ledningsarbetena:", tenders,
        "Disponent Gripensköld anmälde, att han såsom bolagets befattningshavare ej deltog i ärendet. Herr Tapprén intog ordförandeplatsen.",
        ("decision", None, "Beslöts antaga anbudet från Hyttfors Bruk.")],
     {"outcome": "approved", "disqualified": ["Gripensköld"]}),
    (61, "Byggnadslov, stg 214 Kolargatan", [
        "Kontorist R. Thun anhöll om lov att uppföra garage av slaggsten invid tomtgränsen. Grannens medgivande saknades.",
        ("decision", None, "Beslöts återremittera ansökningen till byggmästare Kallenius.")], {"outcome": "referred_back"}),
    (62, "Gatubelysning å Hammarbacken", [
        "Framställning av 27 boende om fyra lyktor. Herr Jansåker yrkade bifall. Herr Ödmark yrkade avslag, enär medel saknades i årets stat.",
        "Efter upprop med 4 ja och 2 nej fattades beslut:",
        ("decision", None, "Beslöts bifalla framställningen och anvisa 1.350 kronor ur förskottsmedel."),
        ("reservation", None, "Herr Ödmark lät anteckna sin reservation.")],
     {"outcome": "approved", "votes": [(4, 2, None, [])],
      "proposals": [(["Jansåker"], None, "Herr Jansåker yrkade bifall."),
                    (["Ödmark"], None, "Herr Ödmark yrkade avslag, enär medel saknades i årets stat.")],
      "reservations": [("Ödmark", None, None)]}),
    (63, "Hundskatten", [
        "Förslag från fru Lagerwall om höjning till 25 kronor från nästa år.",
        ("decision", None, "Bordlades till oktobersammanträdet.")], {"outcome": "postponed"}),
    (64, "Bidrag till Sportklubben", [
        "Hyttfors Sportklubb begärde 600 kronor till omklädningsrum vid isbanan.",
        ("decision", None, "Avslogs.")], {"outcome": "rejected"}),
    (65, "Meddelanden", [
        "Länsstyrelsens resolution den 22 augusti 1955 angående ändring av stads¬planen för Norra bruksområdet. Skrivelse från Vägförvaltningen om "
        "trafikräkning vid järnvägsövergången.",
        ("decision", None, "Meddelandena lades till handlingarna.")], {"outcome": "noted"}),
]


def item(doc, number, title, paragraphs, more):
    """The number and below it the subject in the left margin; the text beside them on the same lines."""
    doc.end_item()
    doc.space(4)
    doc.need(24)
    margin = wrap(title, TEXT, BODY - LEFT - 5)
    doc.row((LEFT, f"§ {number}"))
    doc.begin_item(number, f"§ {number}", title, **more)
    for entry in paragraphs:
        if callable(entry):
            while margin:
                doc.row((LEFT, margin.pop(0)))
            entry(doc)
            continue
        kind, texts = (None, [entry]) if isinstance(entry, str) else (entry[0], entry[2:])
        for text in texts:
            if kind is None:
                doc.leave_section()
            doc.note(text.replace("¬", ""), kind)
            for line in wrap(text, TEXT, RIGHT - BODY):
                doc.need(doc.leading)
                beside = [(LEFT, margin.pop(0))] if margin else []
                doc.row(*beside, (BODY, line))
    while margin:
        doc.row((LEFT, margin.pop(0)))
    doc.item["page_last"] = doc.page


def signatures(doc):
    doc.end_item()
    doc.space(7)
    doc.need(58)
    doc.row((LEFT, "Vid protokollet:"))
    doc.row((LEFT, "." * 34), leading=11)
    doc.sheet.ink(scribble(LEFT + 8, doc.y - 0.4, 5300, width=50, height=8), width=0.5, shade=30)
    doc.row((LEFT, "Astrid Fornander, kassör"))
    doc.sign("secretary", "Vid protokollet", "Astrid Fornander")
    doc.row((LEFT, "Justeras den 12 september 1955:"), leading=9)
    doc.row((LEFT, "." * 34), (114, "." * 34), leading=12)
    doc.sheet.ink(scribble(LEFT + 6, doc.y - 0.4, 5301, width=52, height=8), width=0.5, shade=30)
    doc.sheet.ink(scribble(120, doc.y - 0.4, 5302, width=48, height=8), width=0.5, shade=30)
    doc.row((LEFT, "Carl Gripensköld, ordf."), (114, "Folke Ödmark, just.man"))
    doc.sign("chair", "ordf.", "Carl Gripensköld")
    doc.sign("adjuster", "just.man", "Folke Ödmark")
    doc.adjustments.append(dict(adjusters=["Ödmark"], date="1955-09-12"))
