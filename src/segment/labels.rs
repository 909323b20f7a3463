//! The labels of forms and the headings of sections, with every wording seen, as data.
//!
//! A reading matches a label when it equals one of its wordings but for letters that engines confuse.
//! Where a label's value stands is left to `form`.

use crate::protocol::SectionKind;

/// What a form's field is about.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Label {
    PlaceTime,
    Place,
    Time,
    Date,
    Adjourn,
    /// Those who decide: members and serving substitutes together.
    Deciding,
    Members,
    Present,
    Serving,
    NonServing,
    Others,
    Staff,
    Absent,
    AdjusterNamed,
    AdjustPlaceTime,
    AdjustPlace,
    AdjustDate,
    Signatures,
    Secretary,
    Chair,
    Adjuster,
    ParagraphRange,
    Notice,
    Organ,
    MeetingDate,
    MeetingNumber,
    Posted,
    Removed,
    KeptAt,
    NoticeOther,
    Foot,
    Contents,
    Page,
    /// "Vid protokollet", "In fidem": the secretary's name follows.
    AtProtocol,
    /// "Justeras": chair and adjusters follow.
    Adjusted,
    /// "Dag som ovan": opens the signatures.
    DayAsAbove,
    Municipality,
    Body,
}

const LABELS: &[(Label, &[&str])] = &[
    (
        Label::PlaceTime,
        &[
            "plats och tid",
            "tid och plats",
            "plats och tid för sammanträdet",
            "tid och plats för sammanträdet",
            "dag och tid",
            "plats tid",
            "tid plats",
            "sammanträdets plats och tid",
            "plats datum och tid",
            "plats och datum",
            "datum och plats",
            "mötets plats och tid",
            "datum tid och plats",
            "tid datum och plats",
            "datum tid plats",
        ],
    ),
    (
        Label::Place,
        &["plats", "lokal", "sammanträdeslokal", "mötesplats", "sammanträdesplats", "plats för sammanträdet"],
    ),
    (
        Label::Time,
        &[
            "tid",
            "sammanträdestid",
            "mötestid",
            "tidpunkt",
            "klockslag",
            "tid för sammanträdet",
            "datum och tid",
            "datum tid",
            "tid och datum",
            "datum och klockslag",
        ],
    ),
    (
        Label::Date,
        &["datum", "mötesdatum", "dag", "stämmodatum", "datum för mötet", "datum för sammanträde", "datum för stämman"],
    ),
    (
        Label::MeetingDate,
        &[
            "sammanträdesdatum",
            "sammanträdesdag",
            "sammanträdets datum",
            "sammanträde datum",
            "sammanträdesdatum datum",
        ],
    ),
    (
        Label::MeetingNumber,
        &["sammanträde nr", "protokoll nr", "protokollnummer", "sammanträdesnummer", "protokollsnummer"],
    ),
    (Label::Adjourn, &["ajournering", "ajourneringar", "paus"]),
    (
        Label::Deciding,
        &[
            "beslutande",
            "beslutande ledamöter",
            "beslutande ledamöter och ersättare",
            "beslutande närvarande",
            "beslutande och närvarande",
            "beslutande se bilaga",
            "tjänstgörande ledamöter",
            "tjänstgörande",
        ],
    ),
    (
        Label::Members,
        &[
            "ledamöter",
            "ordinarie ledamöter",
            "närvarande ledamöter",
            "ledamot",
            "styrelseledamöter",
            "styrelse",
            "närvarande ordinarie ledamöter",
            "nämndens ledamöter",
            "närvarande styrelseledamöter",
        ],
    ),
    (
        Label::Present,
        &[
            "närvarande",
            "närvarande vid uppropet",
            "närvarande medlemmar",
            "deltagare",
            "deltagande",
            "närvarolista",
            "närvarande vid mötet",
            "närvarande vid sammanträdet",
            "närvaro",
            "närvarande deltagare",
            "medlemmar",
            "närvarande representanter",
            "mötesdeltagare",
            "närvarande röstberättigade",
            "närvaroförteckning",
            "röstberättigade",
        ],
    ),
    (
        Label::Serving,
        &[
            "tjänstgörande ersättare",
            "tjg suppl",
            "tjg ers",
            "tj ers",
            "tjg ersättare",
            "tjänstgörande suppleanter",
            "tjänstgörande suppleant",
            "närvarande för fullmäktige tjänstgörande ersättare",
            "som ersättare inträder",
            "tjänstg ersättare",
            "tjänstgörande ers",
            "beslutande ersättare",
            "närvarande tjänstgörande ersättare",
        ],
    ),
    (
        Label::NonServing,
        &[
            "ej tjänstgörande ersättare",
            "icke tjänstgörande ersättare",
            "ej tjg ers",
            "ej beslutande",
            "ej beslutande ersättare",
            "ej tjg ersättare",
            "närvarande ersättare",
            "övriga närvarande ersättare",
            "närvarande ej tjänstgörande ersättare",
            "ersättare",
            "suppleanter",
            "suppleant",
            "övriga ersättare",
            "ej tjänstgörande suppleanter",
            "icke tjänstgörande suppleanter",
            "närvarande suppleanter",
            "ej tjänstg ersättare",
            "närvarande men ej tjänstgörande ersättare",
            "ej tjänstgörande",
            "icke tjänstgörande",
            "ersättare ej tjänstgörande",
            "ersättare närvarande",
        ],
    ),
    (
        Label::Others,
        &[
            "övriga närvarande",
            "övriga deltagande",
            "övriga deltagare",
            "övriga",
            "närvarorätt",
            "övrig närvarande",
            "dessutom närvarande",
            "vidare närvarande",
            "även närvarande",
            "särskilt inbjudna",
            "inbjudna",
            "gäster",
            "adjungerade",
            "adjungerad",
            "föredragande",
            "insynsplats",
            "övriga närvarande tjänstemän",
            "personalföreträdare",
            "fackliga företrädare",
        ],
    ),
    (
        Label::Staff,
        &[
            "tjänstemän",
            "tjänsteman",
            "närvarande tjänstemän",
            "förvaltningen",
            "från förvaltningen",
            "tjänstepersoner",
            "övriga tjänstemän",
            "från kansliet",
        ],
    ),
    (
        Label::Absent,
        &[
            "ej närvarande",
            "förhinder",
            "anmälda förhinder",
            "frånvarande",
            "anmält förhinder",
            "frånvarande ledamöter",
            "frånvarande antecknades",
            "ej närvarande ledamöter",
            "anmäld frånvaro",
            "frånvaro",
            "förhindrade",
            "förfall",
            "anmält förfall",
            "anmälda förfall",
            "meddelat förhinder",
        ],
    ),
    (
        Label::AdjusterNamed,
        &[
            "utses att justera",
            "protokolljusterare",
            "protokollsjusterare",
            "justerande justering",
            "justeringsmän",
            "justeringsman",
            "att justera",
            "utsedd att justera",
            "utsedda att justera",
            "val av justerare",
            "till att justera",
            "justering justerande",
            "justeringsperson",
        ],
    ),
    (
        Label::AdjustPlaceTime,
        &[
            "justeringens plats och tid",
            "justeringens tid och plats",
            "tid och plats för justering",
            "plats och tid för justering",
            "justeringen",
            "justering",
            "justeringens plats",
            "justering plats och tid",
            "plats och tid för justeringen",
            "tid och plats för justeringen",
            "digital justering",
            "justeras",
            "justeringens tid",
            "protokollets justering",
            "justeringstid",
            "plats för justering",
        ],
    ),
    (Label::AdjustDate, &["justeringsdatum", "justeringsdag", "datum för justering", "protokollet justerat"]),
    (Label::Signatures, &["underskrifter", "underskrift", "underskrifter sekreterare", "signaturer", "namnteckningar"]),
    (
        Label::Secretary,
        &[
            "sekreterare",
            "sekr",
            "protokollförare",
            "vid protokollet sekreterare",
            "mötessekreterare",
            "stämmosekreterare",
            "nämndsekreterare",
            "sekreteraren",
        ],
    ),
    (
        Label::Chair,
        &[
            "ordförande",
            "ordf",
            "mötesordförande",
            "stämmoordförande",
            "ordföranden",
            "stämmans ordförande",
            "mötets ordförande",
            "tjänstgörande ordförande",
            "tjg ordförande",
            "ordförande vid mötet",
        ],
    ),
    (
        Label::Adjuster,
        &["justerare", "justerande", "justerande ledamot", "justerande ledamöter", "justerat", "justeringsledamot"],
    ),
    (
        Label::ParagraphRange,
        &[
            "paragrafer",
            "paragraf",
            "paragrafer nr",
            "justerande paragrafer",
            "paragrafnr",
            "justerade paragrafer",
            "omfattar paragrafer",
            "protokollets paragrafer",
            "avser paragrafer",
        ],
    ),
    (
        Label::Notice,
        &[
            "anslag bevis",
            "bevis",
            "bevis anslag",
            "anslagsbevis",
            "bevis om anslag",
            "bevis om anslagsdag",
            "anslag",
            "bevis om tillkännagivande av justering",
            "tillkännagivande",
            "anslagsdag",
            "bevis om justering",
            "bevis om dagen för anslaget",
            "anslag och bevis",
        ],
    ),
    (
        Label::Organ,
        &[
            "organ",
            "nämnd",
            "nämnd styrelse",
            "styrelse nämnd",
            "instans",
            "beslutsinstans",
            "organ och sammanträdesdatum",
            "nämnd och sammanträdesdatum",
        ],
    ),
    (
        Label::Posted,
        &[
            "datum för anslags uppsättande",
            "datum för anslagets uppsättande",
            "datum då anslaget sätts upp",
            "anslaget sätts upp",
            "anslaget uppsättes",
            "protokollet anslås",
            "anslagsdatum",
            "anslag sätts upp",
            "anslaget uppsatt",
            "anslås",
            "anslagsdatum uppsättande",
            "uppsatt",
            "datum för uppsättande",
            "anslaget sattes upp",
            "anslagets uppsättande",
            "anslaget har satts upp",
        ],
    ),
    (
        Label::Removed,
        &[
            "datum för anslags nedtagande",
            "datum för anslagets nedtagande",
            "datum då anslaget tas ned",
            "datum då anslaget tas ner",
            "anslaget tas ned",
            "anslaget tas ner",
            "anslaget nedtages",
            "anslaget till och med",
            "tidigast datum för anslagets nedtagande",
            "anslag tas ned",
            "nedtaget",
            "datum för nedtagande",
            "anslagets nedtagande",
            "anslaget tages ned",
            "anslaget nedtaget",
            "tas ned",
        ],
    ),
    (
        Label::KeptAt,
        &[
            "förvaringsplats för protokollet",
            "förvaringsplats",
            "protokollets förvaring",
            "protokollets förvaringsplats",
            "protokollet finns hos",
            "protokollet förvaras",
            "protokollet förvaras hos",
            "förvaras",
        ],
    ),
    (
        Label::NoticeOther,
        &[
            "sista dag för överklagande",
            "sista dag att överklaga",
            "namnteckning",
            "överklagandetid",
            "namnförtydligande",
            "betygar i tjänsten",
            "intygas",
            "betygas",
            "underskrift av den som intygar",
        ],
    ),
    (
        Label::Foot,
        &[
            "utdragsbestyrkande",
            "justerandes sign",
            "justeringssign",
            "justerandes signatur",
            "justerandes signaturer",
            "rätt avskrivet intygar",
            "utdragets riktighet bestyrkes",
            "sign",
            "justerarnas signaturer",
            "ordförandens sign",
            "ordförandes sign",
            "justerares sign",
            "justerarens signatur",
            "expedierat",
            "rätt utdraget intygar",
            "utdraget bestyrks",
            "signatur",
            "protokollsutdrag",
            "bestyrkes",
            "utdraget bestyrkes",
        ],
    ),
    (
        Label::Contents,
        &[
            "innehållsförteckning",
            "ärendelista",
            "ärenden",
            "innehåll",
            "föredragningslista",
            "dagordning",
            "ärendeförteckning",
            "ärendeförteckning för",
            "förteckning över ärenden",
            "paragrafförteckning",
            "ärenden på dagordningen",
            "lista över ärenden",
        ],
    ),
    (Label::Page, &["sida", "sidan", "sida nr", "blad", "sid", "blad nr", "sidnr", "sidnummer"]),
    (
        Label::AtProtocol,
        &[
            "vid protokollet",
            "in fidem",
            "vid protokollet sekreterare",
            "vid protokollets förande",
            "protokollet fört av",
            "protokollet fört av sekreterare",
            "ur minnet",
            "vid pennan",
        ],
    ),
    (
        Label::Adjusted,
        &[
            "justeras",
            "justeras av",
            "justerat",
            "justerat av",
            "uppläst och godkänt betygar",
            "uppläst och godkänt",
            "justerades",
            "protokollet justeras",
            "justeras den",
            "justerat den",
            "rätt protokollfört betyga",
            "uppläst och justerat",
        ],
    ),
    (
        Label::DayAsAbove,
        &[
            "dag som ovan",
            "år och dag som ovan",
            "dag och plats som ovan",
            "ort och dag som ovan",
            "som ovan",
            "tid som ovan",
            "dag och år som ovan",
        ],
    ),
    (Label::Municipality, &["kommun"]),
    (Label::Body, &["organisation", "förening", "styrelse eller nämnd"]),
];

const HEADINGS: &[(SectionKind, &[&str])] = &[
    (
        SectionKind::Decision,
        &[
            "beslut",
            "nämndens beslut",
            "kommunstyrelsens beslut",
            "kommunfullmäktiges beslut",
            "arbetsutskottets beslut",
            "styrelsens beslut",
            "fullmäktiges beslut",
            "rådets beslut",
            "utskottets beslut",
            "stämmans beslut",
            "mötets beslut",
            "beslut på mötet",
            "ks beslut",
            "kf beslut",
            "au beslut",
        ],
    ),
    (
        SectionKind::Background,
        &[
            "ärendebeskrivning",
            "beskrivning av ärendet",
            "bakgrund",
            "bakgrund till ärendet",
            "redogörelse",
            "redogörelse för ärendet",
            "ärendets bakgrund",
            "tidigare behandling",
            "ärendets tidigare behandling",
            "bakgrundsbeskrivning",
        ],
    ),
    (
        SectionKind::Summary,
        &[
            "sammanfattning",
            "sammanfattning av ärendet",
            "ärendet",
            "ärende",
            "ärendet i korthet",
            "ärendesammanfattning",
            "kort sammanfattning",
        ],
    ),
    (
        SectionKind::Proposal,
        &[
            "förslag till beslut",
            "förvaltningens förslag",
            "förvaltningens förslag till beslut",
            "arbetsutskottets förslag",
            "arbetsutskottets förslag till beslut",
            "kommunstyrelsens förslag",
            "kommunstyrelsens förslag till beslut",
            "förslag",
            "styrelsens förslag",
            "tjänstemannaförslag",
            "kontorets förslag",
            "nämndens förslag",
            "valberedningens förslag",
            "beslutsförslag",
            "ordförandens förslag",
            "presidiets förslag",
        ],
    ),
    (
        SectionKind::Motions,
        &[
            "yrkanden",
            "yrkande",
            "förslag och yrkanden",
            "förslag på sammanträdet",
            "förslag till beslut på sammanträdet",
            "överläggning",
            "yrkanden på sammanträdet",
            "debatt",
        ],
    ),
    (
        SectionKind::Order,
        &[
            "propositionsordning",
            "beslutsgång",
            "proposition",
            "propositioner",
            "propositionsordningar",
            "beslutsordning",
            "proposition och beslut",
            "propositionsordning och beslut",
        ],
    ),
    (
        SectionKind::Vote,
        &[
            "omröstning",
            "votering",
            "omröstningsresultat",
            "voteringsresultat",
            "voteringslista",
            "omröstningslista",
            "omröstningsordning",
            "resultat av omröstning",
            "voteringsproposition",
            "rösträkning",
        ],
    ),
    (
        SectionKind::Reservation,
        &[
            "reservation",
            "reservationer",
            "reservation mot beslutet",
            "skriftlig reservation",
            "reservationer mot beslutet",
        ],
    ),
    (
        SectionKind::Statement,
        &[
            "särskilt yttrande",
            "särskilda yttranden",
            "särskilt uttalande",
            "ersättaryttrande",
            "protokollsanteckning",
            "protokollsanteckningar",
            "anteckning till protokollet",
            "röstförklaring",
            "protokollsnotering",
        ],
    ),
    (
        SectionKind::Documents,
        &[
            "beslutsunderlag",
            "handlingar",
            "underlag",
            "underlag för beslut",
            "handlingar i ärendet",
            "beslutsunderlaget",
            "ärendets handlingar",
            "underlag till beslut",
            "föreliggande handlingar",
        ],
    ),
    (
        SectionKind::Disqualification,
        &[
            "jäv",
            "anmälan om jäv",
            "anmälan av jäv",
            "deltar inte i beslutet",
            "deltar ej i beslutet",
            "ej deltagande i beslut",
        ],
    ),
    (SectionKind::Attachments, &["bilaga", "bilagor", "bilagda handlingar"]),
    (
        SectionKind::Distribution,
        &[
            "expedieras till",
            "expedieras",
            "exp",
            "exp till",
            "expediering",
            "beslutet skickas till",
            "skickas till",
            "protokollsutdrag skickas till",
            "protokollsutdrag",
            "protokollsutdrag till",
            "kopia till",
            "delges",
            "beslutet delges",
            "utdrag till",
            "kopia",
            "beslut expedieras till",
            "beslut skickas till",
            "sändlista",
            "beslutet expedieras till",
            "expedierat till",
            "beslutsexpediering",
            "beslutet ska skickas till",
            "delgivning",
            "protokollsutdrag expedieras till",
            "meddelas",
        ],
    ),
    (
        SectionKind::Other,
        &[
            "motivering",
            "skäl för beslutet",
            "motivering till beslut",
            "bedömning",
            "barnkonsekvenser",
            "ekonomiska konsekvenser",
            "konsekvenser",
            "barnrättsperspektiv",
            "överklagande",
            "besvärshänvisning",
            "hur man överklagar",
            "finansiering",
            "lagrum",
            "yttrande",
            "yttranden",
            "remissinstanser",
            "skälen för beslutet",
            "förvaltningens bedömning",
            "konsekvensbeskrivning",
            "uppföljning",
            "barnperspektivet",
            "tidsplan",
            "inlägg",
            "deltagare i debatten",
            "frågor",
        ],
    ),
];

/// Lower case, letters and single blanks only: `ANSLAG/BEVIS:` becomes `anslag bevis`.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphabetic() {
            out.extend(c.to_lowercase());
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    let kept = out.trim_end().len();
    out.truncate(kept);
    out
}

/// How well a folded reading fits a wording: 1 for equal, 0 for not at all.
fn fit(reading: &str, wording: &str) -> f32 {
    if reading == wording {
        return 1.0;
    }
    let (n_reading, n_wording) = (reading.chars().count(), wording.chars().count());
    if n_wording < 5 || n_reading.abs_diff(n_wording) > 2 {
        return 0.0;
    }
    let allowed = match n_wording {
        0..=7 => 1,
        8..=14 => 2,
        _ => 3,
    };
    let distance = strsim::levenshtein(reading, wording);
    // The first letter is read well as a rule, and "beslutande" is not "beslutade".
    if distance > allowed { 0.0 } else { 1.0 - distance as f32 / n_wording as f32 }
}

fn best<K: Copy>(table: &[(K, &[&str])], text: &str) -> Option<(K, f32)> {
    let folded = fold(text);
    let folded = spaced_out(&folded).unwrap_or(folded);
    if folded.is_empty() || folded.chars().count() > 60 {
        return None;
    }
    let mut best: Option<(K, f32)> = None;
    for (key, wordings) in table {
        for wording in *wordings {
            let score = fit(&folded, wording);
            if score > best.map_or(0.0, |(_, s)| s) {
                best = Some((*key, score));
            }
        }
    }
    best.filter(|(_, score)| *score >= 0.8)
}

/// Letter-spaced capitals: "p r o t o k o l l" is one word.
fn spaced_out(folded: &str) -> Option<String> {
    let parts: Vec<&str> = folded.split(' ').collect();
    let single = parts.iter().filter(|part| part.chars().count() == 1).count();
    (parts.len() >= 4 && single * 10 >= parts.len() * 8).then(|| parts.concat())
}

/// The label that a text is, as a whole.
pub fn label_of(text: &str) -> Option<Label> {
    // A value and no label: a date, a range, a time.
    if text.chars().filter(char::is_ascii_digit).count() >= 3 {
        return None;
    }
    best(LABELS, text).map(|(label, _)| label)
}

/// The label and how many bytes of the text it takes, where a value may follow on the same line:
/// after a colon, or after the label's words when `bare` allows it.
pub fn label_at_start(text: &str, bare: bool) -> Option<(Label, usize)> {
    if let Some(label) = label_of(text) {
        return Some((label, text.len()));
    }
    if let Some(colon) = text.find(':').filter(|at| *at <= 60)
        && text[colon + 1..].chars().next().is_none_or(|c| !c.is_ascii_digit())
        && let Some(label) = label_of(&text[..colon])
    {
        return Some((label, colon + 1));
    }
    if !bare {
        return None;
    }
    let ends: Vec<usize> = text.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at).take(6).collect();
    ends.into_iter().rev().find_map(|end| label_of(&text[..end]).map(|label| (label, end)))
}

/// The kind of section that a heading on a line of its own opens.
pub fn heading_of(text: &str) -> Option<SectionKind> {
    let trimmed = text.trim().trim_end_matches(':').trim_end();
    if trimmed.ends_with(['.', ',', ';']) && trimmed.chars().count() > 5 {
        return None;
    }
    // "Nämnden beslutar" is a sentence's beginning and no heading, however near it comes to one.
    let decides = ["beslutar", "beslutade", "beslöt", "beslutat", "beslutades", "beslöts", "beslutas"];
    if fold(trimmed).split(' ').any(|word| decides.contains(&word)) {
        return None;
    }
    if let Some((kind, _)) = best(HEADINGS, trimmed) {
        return Some(kind);
    }
    // "Socialnämndens beslut", "Byggnadsnämndens förslag till beslut": the body's name and the word.
    let folded = fold(trimmed);
    let words: Vec<&str> = folded.split(' ').collect();
    let (first, rest) = words.split_first()?;
    if words.len() > 7 || !first.ends_with('s') {
        return None;
    }
    let tail = rest.last().copied().unwrap_or("");
    let body_like =
        words.iter().any(|word| BODY_ENDINGS.iter().any(|end| word.strip_suffix('s').unwrap_or(word).ends_with(end)));
    match tail {
        "beslut" if folded.ends_with("förslag till beslut") => Some(SectionKind::Proposal),
        "beslut" if body_like => Some(SectionKind::Decision),
        "förslag" if body_like => Some(SectionKind::Proposal),
        "yttrande" if body_like => Some(SectionKind::Other),
        _ => None,
    }
}

/// How the names of decision-making bodies end, in definite and basic form.
pub const BODY_ENDINGS: &[&str] = &[
    "nämnden",
    "nämnd",
    "styrelsen",
    "styrelse",
    "fullmäktige",
    "utskottet",
    "utskott",
    "rådet",
    "beredningen",
    "beredning",
    "kommittén",
    "kommitté",
    "kommitte",
    "direktionen",
    "direktion",
    "delegationen",
    "delegation",
    "stämman",
    "stämma",
    "kammaren",
    "kammare",
    "församlingen",
    "revisionen",
    "revisorerna",
    "presidiet",
    "årsmötet",
    "föreningen",
    "kollegiet",
    "magistraten",
    "stadsfullmäktige",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_survive_bad_readings() {
        assert_eq!(label_of("Plats och tid"), Some(Label::PlaceTime));
        assert_eq!(label_of("BESLUTANDE"), Some(Label::Deciding));
        assert_eq!(label_of("Ej tjanstgörande ersattare"), Some(Label::NonServing));
        assert_eq!(label_of("ANSLAG / BEVIS"), Some(Label::Notice));
        assert_eq!(label_of("Förvaringsplats för protokoliet"), Some(Label::KeptAt));
        assert_eq!(label_of("Anna Berg"), None);
        assert_eq!(label_of("Kommunstyrelsen beslutar att"), None);
    }

    #[test]
    fn a_value_may_follow_the_label() {
        assert_eq!(label_at_start("Datum: den 16 maj 2017", false), Some((Label::Date, 6)));
        assert_eq!(label_at_start("Närvarande: herr Stig Holm", false), Some((Label::Present, 12)));
        assert_eq!(label_at_start("Beslutande Anna Berg (S)", true), Some((Label::Deciding, 10)));
        assert_eq!(label_at_start("Anna Berg (S)", true), None);
    }

    #[test]
    fn headings_with_and_without_the_body() {
        assert_eq!(heading_of("Beslut"), Some(SectionKind::Decision));
        assert_eq!(heading_of("BYGGNADSNÄMNDENS BESLUT"), Some(SectionKind::Decision));
        assert_eq!(heading_of("Förvaltningens förslag till beslut"), Some(SectionKind::Proposal));
        assert_eq!(heading_of("Exp"), Some(SectionKind::Distribution));
        assert_eq!(heading_of("Beslutet överklagas inte."), None);
        assert_eq!(heading_of("Vägnämnden hade översänt förslag"), None);
    }
}
