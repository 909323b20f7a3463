"""A school board of 1965 on a typewriter."""

from ..document import Document
from ..help import dots, pen, underline
from ..paper import Style
from ..scan import Scanner

SOURCE = "A school board (köping) in 1965, typewritten: prose heading, list of those present under labels, number in the " \
         "margin and underlined title, decision as a sentence, two signature columns at the end. 400 dpi, grey."
SCANNER = Scanner(dpi=400, skew=0.25, blur=0.9, noise=4.0, paper=240, ink=0.92, quality=45)

TEXT = Style("pica", 12, typed=True)
LEFT, BODY, RIGHT = 27.0, 49.0, 193.0


def build():
    doc = Document("skolstyrelse_1965", TEXT, LEFT, RIGHT, 24, 22, 5.3, head)
    doc.meeting = dict(municipality="Hultåkers köping", body="Skolstyrelsen", date="1965-05-14",
                       place="Centralskolans lärarrum", start_time="18:30")
    doc.new_sheet()
    front(doc)
    for number, title, paragraphs, more in ITEMS:
        item(doc, number, title, paragraphs, more)
    end(doc)
    return doc.finish()


def head(sheet, number):
    if number > 1:
        sheet.row(15, (RIGHT, f"- {number} -", TEXT, "right"))


def front(doc):
    doc.row((LEFT, "HULTÅKERS KÖPING"))
    doc.row((LEFT, "Skolstyrelsen"))
    doc.space(7)
    doc.para("P R O T O K O L L  fört vid sammanträde med skolstyrelsen i Hultåkers köping fredagen den 14 maj 1965 "
             "kl. 18.30 i Centralskolans lärarrum.")
    doc.space(4)
    group(doc, "Närvarande:", MEMBERS)
    group(doc, "Suppleanter:", ["Fru Ester Malmkvist, tjänstgörande i stället", "för herr Ivar Sundell",
                                "Herr Bertil Kjerrman"])
    group(doc, "Dessutom:", ["Rektor Olof Sandelius", "Skolläkare Per Aminoff, § 47", "Märta Hallin, sekreterare"])
    for n, line in enumerate(MEMBERS):
        name = line.split(",")[0].split(" ", 1)[1]
        role = {0: ("chair", "ordförande"), 1: ("vice_chair", "vice ordförande")}.get(n, (None, None))
        doc.attend(name, "member", role=role[0], role_text=role[1])
    doc.attend("Ester Malmkvist", "serving_substitute", replaces="Ivar Sundell")
    doc.attend("Bertil Kjerrman", "substitute")
    doc.attend("Olof Sandelius", "official", role_text="Rektor")
    doc.attend("Per Aminoff", "official", role_text="Skolläkare", paragraphs=[[47, 47]])
    doc.attend("Märta Hallin", "official", role="secretary", role_text="sekreterare")
    doc.miss("Ivar Sundell")
    doc.space(3)


MEMBERS = ["Herr Folke Brandell, ordförande", "Fru Rut Hagelin, vice ordförande", "Herr Gunnar Wallgård",
           "Herr Torsten Ekmark", "Herr Sven-Erik Lodén", "Fröken Valborg Stenbom"]


def group(doc, label, lines):
    for n, line in enumerate(lines):
        doc.row(*[(LEFT, label)] * (n == 0), (LEFT + 36, line))
    doc.space(2)


def item(doc, number, title, paragraphs, more):
    doc.need(24)
    doc.row((LEFT, f"§ {number}."), (BODY, title))
    underline(doc, BODY, title, TEXT)
    doc.space(2)
    doc.begin_item(number, f"§ {number}.", title, None, **more)
    doc.tell(paragraphs, indent=BODY - LEFT, att=0, gap=2.2)
    doc.end_item()
    doc.space(5)


def end(doc):
    doc.need(62)
    doc.row((LEFT, "Dag som ovan."))
    doc.space(3)
    doc.row((LEFT, "Vid protokollet:"), (LEFT + 86, "Justerat den 21 maj 1965:"))
    doc.adjustments.append(dict(adjusters=["Rut Hagelin"], date="1965-05-21"))
    doc.space(9)
    doc.row((LEFT, dots(TEXT, 66)), (LEFT + 86, dots(TEXT, 72)))
    pen(doc, LEFT + 4, 71, 50, shade=60)
    pen(doc, LEFT + 90, 72, 54, shade=50)
    doc.row((LEFT, "Märta Hallin"), (LEFT + 86, "Folke Brandell"))
    doc.row((LEFT + 86, "ordförande"))
    doc.space(9)
    doc.row((LEFT + 86, dots(TEXT, 72)))
    pen(doc, LEFT + 90, 73, 48, shade=45)
    doc.row((LEFT + 86, "Rut Hagelin"))
    doc.sign("secretary", "Vid protokollet", "Märta Hallin")
    doc.sign("chair", "ordförande", "Folke Brandell")
    doc.sign("adjuster", "Justerat", "Rut Hagelin")


ITEMS = [
    (43, "Val av justeringsman", [("decision", None, "Att jämte ordföranden justera dagens protokoll utsågs fru Hagelin.")], {}),
    (44, "Föregående protokoll", ["Protokollet från sammanträdet den 9 april 1965 före¬teddes i justerat skick.",
     ("decision", None, "Skolstyrelsen beslöt att lägga protokollet till hand¬lingarna.")], {"outcome": "noted"}),
    (45, "Folkskollärartjänst vid Centralskolan", ["Till den ledig¬anslagna ordinarie tjänsten som folkskol¬lärare vid Central¬skolan "
     "hade inom före¬skriven tid anmält sig fyra sökande. Rektor redogjorde för deras meriter och före¬slog, att förslag "
     "skulle upp¬rättas i den ord¬ning, som framgick av en utdelad pro¬memoria.", "Sökandena Ryde och Palmér hade samma behörighet, "
     "men den förre kunde räkna sju tjänste¬år mer.", ("decision", None, "Skolstyrelsen beslöt att å första förslags¬rummet upp¬föra "
     "Karl-Gustav Ryde, å andra förslags¬rummet Ingegerd Palmér och å tredje förslags¬rummet Nils Hedar.")], {"outcome": "approved"}),
    (46, "Skolskjutsar läsåret 1965/66", ["Rektor hade uppgjort förslag till skjuts¬linjer för det kom¬mande läsåret. Antalet skjuts¬barn "
     "hade minskat till 118, och linjen över Gäddvik föreslogs därför indragen, varvid barnen från Gäddvik och Ned¬tomta skulle "
     "hänvisas till ordinarie buss.", "Herr Ekmark yrkade bifall till förslaget.", "Herr Wallgård yrkade, att linjen över Gäddvik skulle "
     "bi¬behållas, enär gång¬vägen till buss¬hållplatsen över¬steg tre kilometer och saknade belysning.",
     "Ordföranden framställde propositioner å de båda yrkandena och fann herr Ekmarks yrkande bi¬fallet.",
     ("decision", None, "Skolstyrelsen beslöt att antaga rektors förslag och att infordra anbud å de fyra åter¬stående linjerna."),
     "Mot beslutet reserverade sig herr Wallgård."],
     {"outcome": "approved", "proposals": [(["Ekmark"], None, "Herr Ekmark yrkade bifall till förslaget."),
       (["Wallgård"], None, "Herr Wallgård yrkade, att linjen över Gäddvik skulle bibehållas, enär gångvägen till busshållplatsen "
        "översteg tre kilometer och saknade belysning.")], "reservations": [("Wallgård", None, None)]}),
    (47, "Skolläkarens årsberättelse", ["Skolläkaren Aminoff föredrog sin be¬rättelse för år 1964. Under året hade 412 elever under¬sökts. "
     "Synfel hade konstaterats hos 37 elever och hållnings¬rubb¬ningar hos 21. Han fram¬höll sär¬skilt, att mottagnings¬rummet "
     "i Östra skolan var otill¬räckligt och saknade rin¬nande varmt vatten.",
     ("decision", None, "Skolstyrelsen beslöt att överlämna be¬rättelsen till läns¬skol¬nämnden och att hos drätsel¬nämnden hem¬ställa om "
      "in¬dragning av varm¬vatten i mottagnings¬rummet.")], {"outcome": "approved"}),
    (48, "Avgift för skolmåltider", ["Livsmedels¬kostnaden per portion hade under vår¬terminen stigit till 1:42 kronor. Personal, som "
     "deltog i måltiderna, erlade för när¬varande 2 kronor.", ("decision", None, "Skolstyrelsen beslöt att fr.o.m. den 1 juli 1965 höja "
     "personalens avgift till 2:50 kronor per måltid.")], {"outcome": "approved"}),
    (49, "Ansökan om tjänstledighet", ["Småskollärarinnan Anna-Greta Lodén hade anhållit om tjänst¬ledighet under tiden den 1 september "
     "- 31 december 1965 för studier vid lärar¬högskola.", "Herr Lodén anmälde jäv och deltog ej i ärendets behandling.",
     ("decision", None, "Skolstyrelsen beslöt att bevilja den sökta tjänst¬ledig¬heten.")],
     {"outcome": "approved", "disqualified": ["Lodén"]}),
    (50, "Nästa sammanträde", ["Nästa sammanträde hålles fredagen den 11 juni 1965 kl. 18.30 å samma plats."], {}),
]
