//! The wordings of labels and headings, as data: what forms of a century print for the same field.
//!
//! Folded as [`labels::fold`](super::labels::fold) does it: lower case, letters and single blanks only.

use crate::protocol::SectionKind;
use crate::segment::labels::{Label, ListWord};

#[rustfmt::skip]
pub const LABELS: &[(Label, &[&str])] = &[
    (Label::PlaceTime, &[
        "plats och tid", "tid och plats", "plats och tid för sammanträdet", "tid och plats för sammanträdet",
        "dag och tid", "plats tid", "tid plats", "sammanträdets plats och tid", "plats datum och tid",
        "plats och datum", "datum och plats", "mötets plats och tid", "datum tid och plats", "tid datum och plats",
        "datum tid plats", "plats och klockslag", "lokal och tid", "lokal och klockslag", "tid och lokal", "var och när",
        "när och var", "sammanträde", "sammanträdet",
    ]),
    (Label::Place, &[
        "plats", "lokal", "sammanträdeslokal", "mötesplats", "sammanträdesplats", "plats för sammanträdet",
        "möteslokal", "var",
    ]),
    (Label::Time, &[
        "tid", "sammanträdestid", "mötestid", "tidpunkt", "klockslag", "tid för sammanträdet", "datum och tid",
        "datum tid", "tid och datum", "datum och klockslag",
    ]),
    (Label::Date, &[
        "datum", "mötesdatum", "dag", "stämmodatum", "datum för mötet", "datum för sammanträde",
        "datum för stämman",
    ]),
    (Label::MeetingDate, &[
        "sammanträdesdatum", "sammanträdesdag", "sammanträdets datum", "sammanträde datum",
        "sammanträdesdatum datum",
    ]),
    (Label::MeetingNumber, &[
        "sammanträde nr", "protokoll nr", "protokollnummer", "sammanträdesnummer", "protokollsnummer",
    ]),
    (Label::Adjourn, &[
        "ajournering", "ajourneringar", "paus",
    ]),
    (Label::Deciding, &[
        "beslutande", "beslutande ledamöter", "beslutande ledamöter och ersättare", "beslutande närvarande",
        "beslutande och närvarande", "beslutande se bilaga", "tjänstgörande ledamöter", "tjänstgörande",
    ]),
    (Label::Members, &[
        "ledamöter", "ordinarie ledamöter", "närvarande ledamöter", "ledamot", "styrelseledamöter", "styrelse",
        "närvarande ordinarie ledamöter", "nämndens ledamöter", "närvarande styrelseledamöter",
    ]),
    (Label::Present, &[
        "närvarande", "närvarande vid uppropet", "närvarande medlemmar", "deltagare", "deltagande", "närvarolista",
        "närvarande vid mötet", "närvarande vid sammanträdet", "närvaro", "närvarande deltagare", "medlemmar",
        "närvarande representanter", "närvaroförteckning över deltagare", "mötesdeltagare", "närvarande röstberättigade", "närvaroförteckning",
        "röstberättigade",
    ]),
    (Label::Serving, &[
        "tjänstgörande ersättare", "tjg suppl", "tjg ers", "tj ers", "tjg ersättare", "tjänstgörande suppleanter",
        "tjänstgörande suppleant", "närvarande för fullmäktige tjänstgörande ersättare", "som ersättare inträder",
        "tjänstg ersättare", "tjänstgörande ers", "beslutande ersättare", "närvarande tjänstgörande ersättare",
    ]),
    (Label::NonServing, &[
        "ej tjänstgörande ersättare", "icke tjänstgörande ersättare", "ej tjg ers", "ej beslutande",
        "ej beslutande ersättare", "ej tjg ersättare", "närvarande ersättare", "övriga närvarande ersättare",
        "närvarande ej tjänstgörande ersättare", "ersättare", "suppleanter", "suppleant", "övriga ersättare",
        "ej tjänstgörande suppleanter", "icke tjänstgörande suppleanter", "närvarande suppleanter",
        "ej tjänstg ersättare", "ej tjg suppl", "ej tjg suppleanter", "ej tj ers", "ej tj ersättare", "icke tjg suppl",
        "ej tjänstg suppleanter", "icke tjg ers", "närvarande men ej tjänstgörande ersättare", "ej tjänstgörande",
        "icke tjänstgörande", "ersättare ej tjänstgörande", "ersättare närvarande",
    ]),
    (Label::Others, &[
        "övriga närvarande", "övriga deltagande", "övriga deltagare", "övriga", "närvarorätt", "övrig närvarande",
        "dessutom närvarande", "vidare närvarande", "även närvarande", "särskilt inbjudna", "inbjudna", "gäster",
        "adjungerade", "adjungerad", "föredragande", "insynsplats", "övriga närvarande tjänstemän",
        "personalföreträdare", "fackliga företrädare", "personalens företrädare", "personalrepresentanter",
    ]),
    (Label::Staff, &[
        "tjänstemän", "tjänsteman", "närvarande tjänstemän", "förvaltningen", "från förvaltningen",
        "tjänstepersoner", "övriga tjänstemän", "från kansliet",
    ]),
    (Label::Absent, &[
        "ej närvarande", "förhinder", "anmälda förhinder", "frånvarande", "anmält förhinder",
        "frånvarande ledamöter", "frånvarande antecknades", "ej närvarande ledamöter", "anmäld frånvaro",
        "frånvaro", "förhindrade", "förfall", "anmält förfall", "anmälda förfall", "meddelat förhinder",
    ]),
    (Label::AdjusterNamed, &[
        "utses att justera", "protokolljusterare", "protokollsjusterare", "justerande justering", "justeringsmän",
        "justeringsman", "att justera", "utsedd att justera", "utsedda att justera", "val av justerare",
        "till att justera", "justering justerande", "justeringsperson", "utsedd justerare", "utsedda justerare",
        "vald justerare", "valda justerare", "utsedd justeringsman", "utsedda justeringsmän",
    ]),
    (Label::AdjustPlaceTime, &[
        "justeringens plats och tid", "justeringens tid och plats", "tid och plats för justering",
        "plats och tid för justering", "justeringen", "justering", "justeringens plats", "justering plats och tid",
        "plats och tid för justeringen", "tid och plats för justeringen", "digital justering", "justeras",
        "justeringens tid", "protokollets justering", "justeringstid", "plats för justering", "tid för justering",
    ]),
    (Label::AdjustDate, &[
        "justeringsdatum", "justeringsdag", "datum för justering", "protokollet justerat",
    ]),
    (Label::Signatures, &[
        "underskrifter", "underskrift", "underskrifter sekreterare", "signaturer", "namnteckningar",
        "elektroniska underskrifter", "elektronisk underskrift", "digitala underskrifter", "digital underskrift",
        "undertecknat elektroniskt", "elektroniskt undertecknat", "undertecknat digitalt", "signerat digitalt",
        "elektronisk signering", "digital signering", "digitala signaturer",
    ]),
    (Label::Secretary, &[
        "sekreterare", "sekr", "protokollförare", "vid protokollet sekreterare", "mötessekreterare",
        "stämmosekreterare", "nämndsekreterare", "sekreteraren",
    ]),
    (Label::Chair, &[
        "ordförande", "ordf", "mötesordförande", "stämmoordförande", "ordföranden", "stämmans ordförande",
        "mötets ordförande", "tjänstgörande ordförande", "tjg ordförande", "ordförande vid mötet",
    ]),
    (Label::Adjuster, &[
        "justerare", "justerande", "justerande ledamot", "justerande ledamöter", "justeringsledamot",
    ]),
    (Label::ParagraphRange, &[
        "paragrafer", "paragraf", "paragrafer nr", "justerande paragrafer", "paragrafnr", "justerade paragrafer",
        "omfattar paragrafer", "protokollets paragrafer", "avser paragrafer",
    ]),
    (Label::Notice, &[
        "anslag bevis", "bevis", "bevis anslag", "anslagsbevis", "bevis om anslag", "bevis om anslagsdag",
        "anslag", "digitalt anslag", "bevis om tillkännagivande av justering", "tillkännagivande", "anslagsdag", "bevis om justering",
        "bevis om dagen för anslaget", "anslag och bevis", "tillkännagivande av protokollsjustering",
        "bevis om justeringens tillkännagivande", "tillkännagivande av justering", "bevis om tillkännagivande",
        "tillkännagivande av protokollets justering", "bevis om protokollets tillkännagivande",
    ]),
    (Label::Organ, &[
        "organ", "nämnd", "nämnd styrelse", "styrelse nämnd", "instans", "beslutsinstans",
        "organ och sammanträdesdatum", "nämnd och sammanträdesdatum",
    ]),
    (Label::Posted, &[
        "datum för anslags uppsättande", "datum för anslagets uppsättande", "datum då anslaget sätts upp",
        "anslaget sätts upp", "anslaget uppsättes", "protokollet anslås", "anslagsdatum", "anslag sätts upp",
        "anslaget uppsatt", "anslås", "anslagsdatum uppsättande", "uppsatt", "datum för uppsättande",
        "anslaget sattes upp", "anslagets uppsättande", "anslaget har satts upp", "anslaget uppsatt den",
        "anslaget uppsattes den", "anslaget uppsattes", "sätts upp", "sattes upp", "anslaget publicerat",
        "anslaget publiceras", "publiceras", "publicerat", "publicerat på anslagstavlan", "publiceras på anslagstavlan", "publicerat på anslagstavla", "anslaget publicerades",
    ]),
    (Label::Removed, &[
        "datum för anslags nedtagande", "datum för anslagets nedtagande", "datum då anslaget tas ned",
        "datum då anslaget tas ner", "anslaget tas ned", "anslaget tas ner", "anslaget nedtages",
        "anslaget till och med", "tidigast datum för anslagets nedtagande", "anslag tas ned", "nedtaget",
        "datum för nedtagande", "anslagets nedtagande", "anslaget tages ned", "anslaget nedtaget", "tas ned",
        "anslaget nedtaget den", "anslaget nedtogs den", "anslaget tas ned tidigast", "anslaget tas ner tidigast",
        "anslaget togs ned", "anslaget togs ner", "tas ner", "togs ner", "togs ned", "tas ned tidigast", "tas ner tidigast", "anslaget avpubliceras",
        "anslaget avpublicerat", "avpubliceras", "avpublicerat", "anslaget avpublicerades",
        "avpubliceras från anslagstavlan", "anslaget tas bort", "tas bort", "avpubliceras från anslagstavla", "anslaget tas bort den",
    ]),
    (Label::KeptAt, &[
        "förvaringsplats för protokollet", "förvaringsplats", "protokollets förvaring",
        "protokollets förvaringsplats", "protokollet finns hos", "protokollet förvaras",
        "protokollet förvaras hos", "förvaras", "förvaring", "förvaras hos", "protokollet finns på", "protokollet förvaras på",
        "förvaras på", "protokollet förvaras i", "protokollet finns",
    ]),
    (Label::NoticeOther, &[
        "sista dag för överklagande", "sista dag att överklaga", "namnteckning", "överklagandetid",
        "namnförtydligande", "betygar i tjänsten", "intygas", "betygas", "underskrift av den som intygar",
    ]),
    (Label::Foot, &[
        "utdragsbestyrkande", "justerandes sign", "justeringssign", "justerandes signatur",
        "justerandes signaturer", "rätt avskrivet intygar", "utdragets riktighet bestyrkes", "sign",
        "justerarnas signaturer", "ordförandens sign", "ordförandes sign", "justerares sign",
        "justerarens signatur", "expedierat", "rätt utdraget intygar", "utdraget bestyrks", "signatur",
        "protokollsutdrag", "bestyrkes", "utdraget bestyrkes", "just", "justering sign", "justeringssignatur",
        "justeringssignaturer", "signering", "paraf", "parafer", "utdragsbestyrkan", "justerarnas sign",
    ]),
    (Label::Contents, &[
        "innehållsförteckning", "ärendelista", "ärenden", "innehåll", "föredragningslista", "dagordning",
        "ärendeförteckning", "ärendeförteckning för", "förteckning över ärenden", "paragrafförteckning",
        "ärenden på dagordningen", "lista över ärenden",
    ]),
    (Label::Page, &[
        "sida", "sidan", "sida nr", "blad", "sid", "blad nr", "sidnr", "sidnummer",
    ]),
    (Label::AtProtocol, &[
        "vid protokollet", "in fidem", "vid protokollet sekreterare", "vid protokollets förande",
        "protokollet fört av", "protokollet fört av sekreterare", "ur minnet", "vid pennan",
    ]),
    (Label::Adjusted, &[
        "justeras", "justeras av", "justerat", "justerat av", "uppläst och godkänt betygar", "uppläst och godkänt",
        "justerades", "protokollet justeras", "justeras den", "justerat den", "rätt protokollfört betyga",
        "uppläst och justerat",
    ]),
    (Label::DayAsAbove, &[
        "dag som ovan", "år och dag som ovan", "dag och plats som ovan", "ort och dag som ovan", "som ovan",
        "tid som ovan", "dag och år som ovan",
    ]),
    (Label::Municipality, &[
        "kommun",
    ]),
    (Label::Body, &[
        "styrelse eller nämnd",
    ]),
];

/// The words that headings of lists of persons are made of.
#[rustfmt::skip]
pub const LIST_WORDS: &[(ListWord, &[&str])] = &[
    (ListWord::Present, &[
        "närvarande", "deltagande", "deltagare", "närvaro", "närvarolista", "deltog", "deltar", "närvaroförteckning",
        "närvaroförteckningen", "upprop", "mötesdeltagare", "medverkande", "medlemmar", "röstberättigade", "ombud",
        "närv", "närvarat", "närvoro", "närvarade", "uppropslista", "uppropslistan", "röstlängd", "tillstädes", "tillstädeskomna",
    ]),
    (ListWord::Absent, &[
        "frånvarande", "förhinder", "förhindrade", "förhindrad", "förfall", "frånvaro", "utevarande", "bortovarande",
        "uteblivna",
    ]),
    (ListWord::Member, &[
        "ledamöter", "ledamot", "ordinarie", "styrelseledamöter", "ledamöterna", "nämndledamöter", "förtroendevalda",
        "ledam", "ord", "styrelsemedlemmar", "fullmäktigeledamöter",
    ]),
    (ListWord::Substitute, &[
        "ersättare", "ersättarna", "suppleanter", "suppleant", "suppleanterna", "ers", "suppl", "suppleantplats",
        "styrelsesuppleanter", "vikarier",
    ]),
    (ListWord::Serves, &[
        "tjänstgörande", "beslutande", "inträdande", "tjg", "tj", "tjänstg", "tjgörande", "beslutar", "inkallade",
    ]),
    (ListWord::Not, &["ej", "icke", "inte"]),
    (ListWord::Staff, &[
        "tjänstemän", "tjänsteman", "tjänstepersoner", "tjänsteperson", "personal", "förvaltningen", "förvaltning",
        "kansliet", "kontoret", "handläggare", "tjm", "tjänstemännen", "kansli", "förvaltningens", "kommunledning",
    ]),
    (ListWord::Other, &[
        "övriga", "övrig", "gäster", "gäst", "inbjudna", "inbjuden", "adjungerade", "adjungerad", "åhörare",
        "föredragande", "föredragare", "insynsplats", "insyn", "personalföreträdare", "personalrepresentanter",
        "fackliga", "företrädare", "revisorer", "dessutom", "jämväl", "observatörer", "representanter", "sakkunniga",
        "experter", "personalens", "närvarorätt", "yttranderätt", "arbetstagarrepresentanter", "personalorganisationer", "personalorganisationerna", "organisationer", "övr", "valberedning", "valberedningen", "revisor",
    ]),
    (ListWord::Filler, &[
        "och", "samt", "men", "vid", "i", "från", "för", "av", "med", "på", "sammanträdet", "mötet", "stämman",
        "nämnden", "nämndens", "styrelsen", "styrelsens", "kommunens", "kommunen", "även", "vidare", "anmält",
        "anmälda", "anmäld", "antecknades", "namn", "förteckning", "över", "enligt", "utan", "rösträtt", "rätt", "röst",
        "uppropet", "som", "är", "var", "presidiet", "utom", "till", "del", "meddelat", "anmälan", "om", "fullmäktige",
        "rådet", "utskottet", "särskilt", "m", "fl", "mfl", "lyssnar", "voro", "äro", "woro",
    ]),
];

#[rustfmt::skip]
pub const HEADINGS: &[(SectionKind, &[&str])] = &[
    (SectionKind::Decision, &[
        "beslut", "nämndens beslut", "kommunstyrelsens beslut", "kommunfullmäktiges beslut",
        "arbetsutskottets beslut", "styrelsens beslut", "fullmäktiges beslut", "rådets beslut",
        "utskottets beslut", "stämmans beslut", "mötets beslut", "beslut på mötet", "ks beslut", "kf beslut",
        "au beslut",
    ]),
    (SectionKind::Background, &[
        "ärendebeskrivning", "beskrivning av ärendet", "bakgrund", "bakgrund till ärendet", "redogörelse",
        "redogörelse för ärendet", "ärendets bakgrund", "tidigare behandling", "ärendets tidigare behandling",
        "bakgrundsbeskrivning",
    ]),
    (SectionKind::Summary, &[
        "sammanfattning", "sammanfattning av ärendet", "ärendet", "ärende", "ärendet i korthet",
        "ärendesammanfattning", "kort sammanfattning",
    ]),
    (SectionKind::Proposal, &[
        "förslag till beslut", "förvaltningens förslag", "förvaltningens förslag till beslut",
        "arbetsutskottets förslag", "arbetsutskottets förslag till beslut", "kommunstyrelsens förslag",
        "kommunstyrelsens förslag till beslut", "förslag", "styrelsens förslag", "tjänstemannaförslag",
        "kontorets förslag", "nämndens förslag", "valberedningens förslag", "beslutsförslag",
        "ordförandens förslag", "presidiets förslag",
    ]),
    (SectionKind::Motions, &[
        "yrkanden", "yrkande", "förslag och yrkanden", "förslag på sammanträdet",
        "förslag till beslut på sammanträdet", "överläggning", "yrkanden på sammanträdet", "debatt",
    ]),
    (SectionKind::Order, &[
        "propositionsordning", "beslutsgång", "proposition", "propositioner", "propositionsordningar",
        "beslutsordning", "proposition och beslut", "propositionsordning och beslut",
    ]),
    (SectionKind::Vote, &[
        "omröstning", "votering", "omröstningsresultat", "voteringsresultat", "voteringslista", "omröstningslista",
        "omröstningsordning", "resultat av omröstning", "voteringsproposition", "rösträkning",
    ]),
    (SectionKind::Reservation, &[
        "reservation", "reservationer", "reservation mot beslutet", "skriftlig reservation",
        "reservationer mot beslutet",
    ]),
    (SectionKind::Statement, &[
        "särskilt yttrande", "särskilda yttranden", "särskilt uttalande", "ersättaryttrande",
        "protokollsanteckning", "protokollsanteckningar", "anteckning till protokollet", "röstförklaring",
        "protokollsnotering",
    ]),
    (SectionKind::Documents, &[
        "beslutsunderlag", "handlingar", "underlag", "underlag för beslut", "handlingar i ärendet",
        "beslutsunderlaget", "ärendets handlingar", "underlag till beslut", "föreliggande handlingar",
    ]),
    (SectionKind::Disqualification, &[
        "jäv", "anmälan om jäv", "anmälan av jäv", "deltar inte i beslutet", "deltar ej i beslutet",
        "ej deltagande i beslut",
    ]),
    (SectionKind::Attachments, &[
        "bilaga", "bilagor", "bilagda handlingar",
    ]),
    (SectionKind::Distribution, &[
        "expedieras till", "expedieras", "exp", "exp till", "expediering", "beslutet skickas till", "skickas till",
        "protokollsutdrag skickas till", "protokollsutdrag", "protokollsutdrag till", "kopia till", "delges",
        "beslutet delges", "utdrag till", "kopia", "beslut expedieras till", "beslut skickas till", "sändlista",
        "beslutet expedieras till", "expedierat till", "beslutsexpediering", "beslutet ska skickas till",
        "delgivning", "protokollsutdrag expedieras till", "meddelas", "beslutet sänds till", "sänds till",
        "beslutet sändes till", "utdrag sänds till", "utdrag", "avskrift till", "för kännedom till", "för kännedom",
        "delges för kännedom", "kopia för kännedom", "för åtgärd",
    ]),
    (SectionKind::Other, &[
        "motivering", "skäl för beslutet", "motivering till beslut", "bedömning", "barnkonsekvenser",
        "ekonomiska konsekvenser", "konsekvenser", "barnrättsperspektiv", "överklagande", "besvärshänvisning",
        "hur man överklagar", "finansiering", "lagrum", "yttrande", "yttranden", "remissinstanser",
        "skälen för beslutet", "förvaltningens bedömning", "konsekvensbeskrivning", "uppföljning",
        "barnperspektivet", "tidsplan", "inlägg", "deltagare i debatten", "frågor",
    ]),
];

/// How the names of decision-making bodies end, in definite and basic form.
#[rustfmt::skip]
pub const BODY_ENDINGS: &[&str] = &[
        "nämnden", "nämnd", "styrelsen", "styrelse", "fullmäktige", "utskottet", "utskott", "rådet", "beredningen",
        "beredning", "kommittén", "kommitté", "kommitte", "direktionen", "direktion", "delegationen", "delegation",
        "stämman", "stämma", "kammaren", "kammare", "församlingen", "revisionen", "revisorerna", "presidiet",
        "årsmötet", "föreningen", "kollegiet", "magistraten", "stadsfullmäktige",
    ];
