//! The labels of forms and the headings of sections. Their wordings are data.
//!
//! A reading matches a label when it equals one of its wordings but for letters that engines confuse.
//! Where a label's value stands is left to `form`.

use crate::protocol::SectionKind;
use crate::segment::words::captions::without_caption;
use crate::segment::words::decisions::{PASSIVE_VERBS, SUPINES, VERBS};
use crate::segment::words::forms::{self, Words};
use crate::segment::words::parties;
use crate::segment::words::pattern::compile;
use crate::segment::words::text::{fold, is_one_off, is_spaced, letter_set};
use rapidfuzz::distance::levenshtein;
use regex::Regex;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

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
    /// "Socialdemokraterna (s):" among the lists.
    Party,
    Serving,
    NonServing,
    Others,
    Staff,
    Absent,
    AdjusterNamed,
    AdjustPlaceTime,
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

impl Label {
    /// Whether it is the role of one who signs.
    pub fn is_role(self) -> bool {
        matches!(self, Label::Secretary | Label::Chair | Label::Adjuster)
    }

    /// Whether persons are listed under it.
    pub fn is_list(self) -> bool {
        matches!(
            self,
            Label::Deciding
                | Label::Members
                | Label::Present
                | Label::Party
                | Label::Serving
                | Label::NonServing
                | Label::Others
                | Label::Staff
                | Label::Absent
        )
    }
}

/// What a word says in the heading of a list of persons.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ListWord {
    Present,
    Absent,
    Member,
    Substitute,
    /// "tjänstgörande", "beslutande"
    Serves,
    Not,
    Staff,
    Other,
    Filler,
}

struct Wording<K> {
    order: usize,
    text: &'static str,
    /// What tells most readings apart from it without a look at their order.
    letters: u64,
    key: K,
}

/// Wordings and what each of them means, found by their length.
struct Wordings<K> {
    exact: HashMap<&'static str, K>,
    /// By the number of letters; in the order of the table, which breaks ties.
    by_length: Vec<Vec<Wording<K>>>,
}

impl<K: Copy> Wordings<K> {
    /// `keys` gives each meaning with the class that holds its wordings.
    fn new(file: &str, keys: impl IntoIterator<Item = (K, &'static str)>) -> Self {
        let mut out = Wordings { exact: HashMap::new(), by_length: Vec::new() };
        out.by_length.resize_with(LONGEST + 3, Vec::new);
        let mut order = 0;
        for (key, class) in keys {
            for wording in forms::of(&format!("{file}.{class}")) {
                out.exact.entry(wording).or_insert(key);
                if let Some(same) = out.by_length.get_mut(wording.chars().count()) {
                    same.push(Wording { order, text: wording, letters: letter_set(wording), key });
                    order += 1;
                }
            }
        }
        out
    }

    /// The meaning of a text as a whole, and how well its wording fits: 1 for equal.
    fn best(&self, text: &str) -> Option<(K, f32)> {
        let folded = fold(text);
        let folded = spaced_out(&folded).unwrap_or(folded);
        // "ju steras": a blank that is not printed.
        if folded.split(' ').count() == 2
            && folded.chars().count() <= 16
            && let Some(key) = self.exact.get(folded.replace(' ', "").as_str())
        {
            return Some((*key, 0.95));
        }
        let length = folded.chars().count();
        if folded.is_empty() || length > LONGEST {
            return None;
        }
        if let Some(key) = self.exact.get(folded.as_str()) {
            return Some((*key, 1.0));
        }
        let letters = letter_set(&folded);
        let near = self.by_length.iter().enumerate().take(length + 3).skip(length.saturating_sub(2));
        let near = near.flat_map(|(length, same)| same.iter().map(move |wording| (length, wording)));
        let mut best: Option<(f32, usize, K)> = None;
        for (length, wording) in near {
            // An edit changes one letter: most wordings lack more of the reading's, or it of theirs.
            let allowed = edits_allowed(length) as u32;
            let (lacks, more) = (wording.letters & !letters, letters & !wording.letters);
            if lacks.count_ones() > allowed || more.count_ones() > allowed {
                continue;
            }
            let score = fit(&folded, wording.text, length);
            let is_better =
                |(most, first, _): &(f32, usize, K)| score > *most || score == *most && wording.order < *first;
            if score >= 0.8 && best.as_ref().is_none_or(is_better) {
                best = Some((score, wording.order, wording.key));
            }
        }
        best.map(|(score, _, key)| (key, score))
    }
}

/// How the names of decision-making bodies end, in definite and basic form.
pub static BODY_ENDINGS: Words = Words::new("bodies.endings");

/// Words of a list's heading that is put together of what such headings are made of.
const MOST_LIST_WORDS: usize = 9;

/// Letters of a text above which it is no label.
const LONGEST: usize = 60;

static LABELS: LazyLock<Wordings<Label>> = LazyLock::new(|| Wordings::new("labels", LABEL_CLASSES));
static HEADINGS: LazyLock<Wordings<SectionKind>> = LazyLock::new(|| Wordings::new("headings", HEADING_CLASSES));
static LIST_WORDS: LazyLock<Vec<(ListWord, &[String])>> =
    LazyLock::new(|| LIST_WORD_CLASSES.map(|(word, class)| (word, forms::of(&format!("list-words.{class}")))).to_vec());

const LABEL_CLASSES: [(Label, &str); 37] = [
    (Label::PlaceTime, "place_time"),
    (Label::Place, "place"),
    (Label::Time, "time"),
    (Label::Date, "date"),
    (Label::MeetingDate, "meeting_date"),
    (Label::MeetingNumber, "meeting_number"),
    (Label::Adjourn, "adjourn"),
    (Label::Deciding, "deciding"),
    (Label::Members, "members"),
    (Label::Present, "present"),
    (Label::Serving, "serving"),
    (Label::NonServing, "non_serving"),
    (Label::Others, "others"),
    (Label::Staff, "staff"),
    (Label::Absent, "absent"),
    (Label::AdjusterNamed, "adjuster_named"),
    (Label::AdjustPlaceTime, "adjust_place_time"),
    (Label::AdjustDate, "adjust_date"),
    (Label::Signatures, "signatures"),
    (Label::Secretary, "secretary"),
    (Label::Chair, "chair"),
    (Label::Adjuster, "adjuster"),
    (Label::ParagraphRange, "paragraph_range"),
    (Label::Notice, "notice"),
    (Label::Organ, "organ"),
    (Label::Posted, "posted"),
    (Label::Removed, "removed"),
    (Label::KeptAt, "kept_at"),
    (Label::NoticeOther, "notice_other"),
    (Label::Foot, "foot"),
    (Label::Contents, "contents"),
    (Label::Page, "page"),
    (Label::AtProtocol, "at_protocol"),
    (Label::Adjusted, "adjusted"),
    (Label::DayAsAbove, "day_as_above"),
    (Label::Municipality, "municipality"),
    (Label::Body, "body"),
];

const HEADING_CLASSES: [(SectionKind, &str); 14] = [
    (SectionKind::Decision, "decision"),
    (SectionKind::Background, "background"),
    (SectionKind::Summary, "summary"),
    (SectionKind::Proposal, "proposal"),
    (SectionKind::Motions, "motions"),
    (SectionKind::Order, "order"),
    (SectionKind::Vote, "vote"),
    (SectionKind::Reservation, "reservation"),
    (SectionKind::Statement, "statement"),
    (SectionKind::Documents, "documents"),
    (SectionKind::Disqualification, "disqualification"),
    (SectionKind::Attachments, "attachments"),
    (SectionKind::Distribution, "distribution"),
    (SectionKind::Other, "other"),
];

const LIST_WORD_CLASSES: [(ListWord, &str); 9] = [
    (ListWord::Present, "present"),
    (ListWord::Absent, "absent"),
    (ListWord::Member, "member"),
    (ListWord::Substitute, "substitute"),
    (ListWord::Serves, "serves"),
    (ListWord::Not, "not"),
    (ListWord::Staff, "staff"),
    (ListWord::Other, "other"),
    (ListWord::Filler, "filler"),
];

/// How many letters of a wording may be misread.
fn edits_allowed(n_wording: usize) -> usize {
    match n_wording {
        0..=4 => 0,
        5..=7 => 1,
        8..=14 => 2,
        _ => 3,
    }
}

/// How well a folded reading that equals no wording fits one of so many letters: 0 for not at all.
fn fit(reading: &str, wording: &str, n_wording: usize) -> f32 {
    // "S ordförande": a party's code before an office is no misread letter.
    if reading.split_once(' ').is_some_and(|(first, rest)| first.chars().count() <= 4 && rest == wording) {
        return 0.0;
    }
    let allowed = edits_allowed(n_wording);
    if allowed == 0 {
        return 0.0;
    }
    // Asked for every wording of about the same length, and most are far apart: this one stops early.
    let cutoff = levenshtein::Args::default().score_cutoff(allowed);
    let distance = levenshtein::distance_with_args(reading.chars(), wording.chars(), &cutoff);
    distance.map_or(0.0, |distance| 1.0 - distance as f32 / n_wording as f32)
}

/// Letter-spaced capitals: "p r o t o k o l l" is one word.
fn spaced_out(folded: &str) -> Option<String> {
    is_spaced(folded).then(|| folded.replace(' ', ""))
}

#[cfg(test)]
thread_local! {
    /// How often a text was held against the labels.
    pub static MATCHINGS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// The label that a text is, as a whole. What stands on a row is asked of its mark, which asks here once.
pub fn label_of(text: &str) -> Option<Label> {
    if !may_be_label(text) {
        return None;
    }
    #[cfg(test)]
    MATCHINGS.set(MATCHINGS.get() + 1);
    label_as_whole(text)
}

/// Whether a text is worth holding against the labels: no mark, no value such as a date, a range or a time, and no line
/// of text.
fn may_be_label(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let words = || text.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    letters >= 2
        && text.chars().filter(char::is_ascii_digit).count() < 3
        && (letters <= LONGEST || words() <= MOST_LIST_WORDS)
}

fn label_as_whole(text: &str) -> Option<Label> {
    let text = without_caption(text);
    if !may_be_label(text) {
        return None;
    }
    if party_of_heading(text).is_some() {
        return Some(Label::Party);
    }
    LABELS.best(text).map(|(label, _)| label).or_else(|| list_label(&fold(without_remark(text))))
}

/// "Närvarande (fastighet, ägare):" without what the columns below hold.
fn without_remark(text: &str) -> &str {
    let inner = text.trim_end_matches([':', ' ']).strip_suffix(')');
    inner.and_then(|inner| inner.split_once('(')).map_or(text, |(head, _)| head)
}

/// How names of parties end, known or not.
static PARTY_ENDINGS: Words = Words::new("parties.endings");

/// The party of "Socialdemokraterna (s):" or "Centerpartiet:", and where its code or name stands.
pub fn party_of_heading(text: &str) -> Option<(String, Range<usize>)> {
    // Without a code or a colon it heads nothing.
    if !text.contains(['(', '{', ':']) {
        return None;
    }
    let found = PARTY_HEADING.captures(text)?;
    let name = fold(&found["name"]);
    let known = parties::named(&name);
    if let Some(code) = found.name("code") {
        let is_party = known.is_some() || PARTY_ENDINGS.end(&name);
        return is_party.then(|| (code.as_str().to_uppercase(), code.range()));
    }
    let name = found.name("name")?;
    known.filter(|_| found.name("colon").is_some()).map(|code| (code.to_owned(), name.range()))
}

static PARTY_HEADING: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^(?P<name>\p{L}[\p{L} -]{4,40}?)\s*(?:[({](?P<code>\p{L}{1,5})[)}])?\s*(?P<colon>:)?$"));

/// What the words of a list's heading say together: "närvarande, ej tjänstgörande ersättare". Every word must be one
/// that such headings are made of.
fn list_label(folded: &str) -> Option<Label> {
    let words: Vec<&str> = folded.split(' ').collect();
    if words.len() > MOST_LIST_WORDS {
        return None;
    }
    let mut roles = Vec::new();
    for word in &words {
        let is = |form: &String| form == *word || is_one_off(form, word) && form.chars().count() >= 8;
        let known = LIST_WORDS.iter().find(|(_, forms)| forms.iter().any(is));
        roles.push(known?.0);
    }
    let has = |role: ListWord| roles.contains(&role);
    // A connecting word alone is no heading, and neither is "nämnden".
    if roles.iter().all(|role| matches!(role, ListWord::Filler | ListWord::Not)) {
        return None;
    }
    Some(
        if has(ListWord::Absent)
            || has(ListWord::Not) && has(ListWord::Present) && !has(ListWord::Serves) && !has(ListWord::Substitute)
        {
            Label::Absent
        } else if has(ListWord::Substitute) && has(ListWord::Not) {
            Label::NonServing
        } else if has(ListWord::Substitute) && has(ListWord::Member) {
            Label::Deciding
        } else if has(ListWord::Substitute) {
            if has(ListWord::Serves) { Label::Serving } else { Label::NonServing }
        } else if has(ListWord::Serves) && has(ListWord::Not) {
            Label::NonServing
        } else if has(ListWord::Staff) {
            Label::Staff
        } else if has(ListWord::Other) {
            Label::Others
        } else if has(ListWord::Member) || has(ListWord::Serves) {
            Label::Deciding
        } else {
            Label::Present
        },
    )
}

/// "Närvarande voro ordföranden, kyrkoherden Bo Ek, ...": a list that begins as a sentence.
static OPENS_LIST: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?ix)^(?:
            (?P<absent>{=outline.absent}\s{=outline.being})
          | {=outline.present}\s{=outline.being}
          | (?:vid\s{=outline.gatherings}\s)?{=outline.attended}
        )\s*:?\s",
    )
});

/// "vi pr ot okolle": the words over the secretary's name where ink tore them.
pub fn is_torn_at_protocol(row: &str) -> bool {
    let letters: String = row.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    (10..=17).contains(&letters.chars().count())
        && letters.contains("toko")
        && strsim::levenshtein(&letters, "vidprotokollet") <= 4
}

/// "Justerat den 26 oktober 1934", with its first word read badly: over the names of those who adjusted.
pub fn is_adjusted_line(text: &str) -> bool {
    ADJUSTED_LINE.is_match(&text.replace('\t', ""))
        || DATE_OVER_NAMES.is_match(text)
        || text.contains("__") && OPEN_DAY.is_match(text)
}

/// "Protokollet justerat ___ / ___ 2019": a day to be written by hand.
static OPEN_DAY: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?ix)^(?:{=labels.adjusted}|{=labels.adjust_date})\s*(?:den\s)?[_\s/.–-]+(?:(?:1[89]|20)[\d_]{0,2})?[_\s:.–-]*$",
    )
});

/// "? den 20 februari 1946:", its first word lost.
static DATE_OVER_NAMES: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^(?i)\S{0,9}\s?den\s\d{1,2}\s\p{L}{3,9}\s(?:1[89]|20)\d{2}\s?:$"));

static ADJUSTED_LINE: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"^(?i)(?:protokollet\s)?ju[\p{L}]{2,9}\s?(?:den\s+)?\d{1,2}\s+\p{L}{3,9}\s+(?:1[89]|20)\d{2}\b")
});

/// The label and how many bytes of the text it takes, where a value follows that something divides from it: a colon,
/// the words of a sentence that opens a list, or that the value is figures. Not asked for a text that is a label as a
/// whole.
pub fn divided_label(text: &str) -> Option<(Label, usize)> {
    if let Some(colon) = text.find(':').filter(|at| *at <= 60)
        && text[colon + 1..].chars().next().is_none_or(|c| !c.is_ascii_digit())
        && let Some(label) =
            label_as_whole(&text[..colon]).or_else(|| party_of_heading(&text[..=colon]).map(|_| Label::Party))
    {
        return Some((label, colon + 1));
    }
    // "Vid sammanträdet närvoro jämväl ..." goes on a list above.
    let opens = OPENS_LIST.captures(text).filter(|found| !GO_ON.begin(&text[found[0].len()..]));
    if let Some(found) = opens {
        let label = if found.name("absent").is_some() { Label::Absent } else { Label::Present };
        return Some((label, found[0].trim_end().len()));
    }
    before_figures(text)
}

/// Words by which a sentence goes on a list above.
static GO_ON: Words = Words::new("attendance.go_on");

/// The label that a text begins with where nothing divides it from its value: the longest that is worded exactly so,
/// or else the longest. "Mötesordförande Bo Ek" must not lose its "Bo" to what engines misread.
pub fn undivided_label(text: &str) -> Option<(Label, usize)> {
    let ends: Vec<usize> = text.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at).take(6).collect();
    let (end, label) = ends.iter().rev().find_map(|end| label_as_whole(&text[..*end]).map(|label| (*end, label)))?;
    let exact = |end: &&usize| LABELS.exact.contains_key(fold(&text[..**end]).as_str());
    let shorter = ends.iter().rev().filter(|other| **other <= end).find(exact);
    match shorter.and_then(|end| label_as_whole(&text[..*end]).map(|label| (label, *end))) {
        Some((own, at)) if own == label => Some((own, at)),
        _ => Some((label, end)),
    }
}

/// Words between a label and the figures of its value.
static BEFORE_FIGURES: Words = Words::new("dates.before_figures");

/// "Paragrafer 70-83", "Anslaget sätts upp 2011-06-21": a label whose value is figures needs no colon.
fn before_figures(text: &str) -> Option<(Label, usize)> {
    let at = text.find(|c: char| c.is_ascii_digit() || c == '§')?;
    let head = text[..at].trim_end();
    let head = head.rsplit_once(' ').filter(|(_, last)| BEFORE_FIGURES.has(last)).map_or(head, |(before, _)| before);
    let label = label_as_whole(head)?;
    let has_figures = matches!(
        label,
        Label::Posted
            | Label::Removed
            | Label::AdjustDate
            | Label::MeetingDate
            | Label::ParagraphRange
            | Label::Adjusted
            | Label::MeetingNumber
            | Label::Adjourn
    );
    // What follows is the value and nothing more.
    let only_value = text[at..].split_whitespace().count() <= 5;
    (has_figures && only_value && head.chars().count() >= 5).then_some((label, head.len()))
}

/// The kind of section that a heading on a line of its own opens.
pub fn heading_of(text: &str) -> Option<SectionKind> {
    let trimmed = text.trim().trim_end_matches(':').trim_end();
    if trimmed.ends_with(['.', ',', ';']) && trimmed.chars().count() > 5 {
        return None;
    }
    // "Nämnden beslutar" is a sentence's beginning and no heading, however near it comes to one.
    if fold(trimmed).split(' ').any(|word| [&VERBS, &PASSIVE_VERBS, &SUPINES].iter().any(|verbs| verbs.has(word))) {
        return None;
    }
    if let Some((kind, _)) = HEADINGS.best(trimmed) {
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
    // "förslag till" before the last word, or before the body that it is made to.
    let at = words.windows(2).position(|pair| PROPOSALS.end(pair[0]) && pair[1] == "till");
    match tail {
        "beslut" if at == words.len().checked_sub(3) && at.is_some() => Some(SectionKind::Proposal),
        "beslut" if body_like => Some(SectionKind::Decision),
        "yttrande" if body_like => Some(SectionKind::Other),
        last if body_like && PROPOSALS.has(last) => Some(SectionKind::Proposal),
        // "Arbetsutskottets förslag till kommunstyrelsen"
        last if body_like && at.is_some_and(|at| PROPOSALS.has(words[at])) && BODY_ENDINGS.end(last) => {
            Some(SectionKind::Proposal)
        }
        _ => None,
    }
}

/// What a proposal is called.
static PROPOSALS: Words = Words::new("outline.proposals");

static ATTENDANCE_LISTS: Words = Words::new("outline.attendance_lists");

/// The title of a list of those present.
pub fn is_attendance_list(text: &str) -> bool {
    let folded = fold(text);
    ATTENDANCE_LISTS.iter().any(|word| folded == *word || folded.starts_with(&format!("{word} ")))
        && folded.split(' ').count() <= 8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parties_head_lists() {
        assert_eq!(party_of_heading("Socialdemokraterna (s):").map(|(code, _)| code).as_deref(), Some("S"));
        assert_eq!(party_of_heading("Rävlandapartiet (rp)").map(|(code, _)| code).as_deref(), Some("RP"));
        assert_eq!(party_of_heading("Centerpartiet:").map(|(code, _)| code).as_deref(), Some("C"));
        assert_eq!(party_of_heading("Centerpartiet"), None);
        assert_eq!(party_of_heading("Anna Berg (s)"), None);
    }

    #[test]
    fn adjustment_over_names() {
        assert!(is_adjusted_line("Justerat den 21 november 1938:"));
        assert!(is_adjusted_line("Jus\tat den 26 oktober 1934 å pastorsexpeditionen:"));
        assert!(is_adjusted_line("? den 20 februari 1946:"));
        assert!(!is_adjusted_line("Just.\tBo Ek"));
        assert!(is_torn_at_protocol("vi\tpr ot okolle") && is_torn_at_protocol("Vid\trotokolle t"));
        assert!(!is_torn_at_protocol("Protokollet läses"));
    }

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
    fn headings_with_and_without_the_body() {
        assert_eq!(heading_of("Beslut"), Some(SectionKind::Decision));
        assert_eq!(heading_of("BYGGNADSNÄMNDENS BESLUT"), Some(SectionKind::Decision));
        assert_eq!(heading_of("Förvaltningens förslag till beslut"), Some(SectionKind::Proposal));
        assert_eq!(heading_of("Exp"), Some(SectionKind::Distribution));
        assert_eq!(heading_of("Beslutet överklagas inte."), None);
        assert_eq!(heading_of("Vägnämnden hade översänt förslag"), None);
    }
}
