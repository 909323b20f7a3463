//! Whose meeting a title tells: "Protokoll från årsmöte i Storby byalag", "Storby byalags årsmöte", "Årsstämma Granen 2".
//!
//! A title is read word by word: words for meetings and minutes, days, hours and prepositions are known, and what stands
//! between them is a name. Whether such a name is who met is for the whole document to say: [`Named::how`] tells how much
//! the place in the sentence says.

use crate::segment::words::bodies::{self, capitalised};
use crate::segment::words::dates;
use crate::segment::words::forms::Words;
use crate::segment::words::pattern::compile;
use crate::segment::words::text::{fold, trim};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// What stands between the name and the words for meeting and minutes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum How {
    /// "Storby byalags årsmöte"
    Genitive,
    /// "Storby byalag, årsmöte"
    Before,
    /// "årsstämma Granen 2"
    Beside,
    /// "möte med byrådet"
    With,
    /// "möte i Storby byalag", which may be a place too: "möte i Storby skola"
    Of,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Named {
    pub range: Range<usize>,
    pub how: How,
    /// Its words are those of a body; otherwise only its place tells.
    pub is_body: bool,
}

/// A word for a meeting or for its minutes: "föreningsstämma", "ÅRSMÖTESPROTOKOLL", "minnesanteckningar".
static TITLE_WORD: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)\b[\p{L}-]*{=title_words.endings}\b"));
/// What stands before the name of whose meeting it is.
static WITH: Words = Words::new("title_words.with");
static OF: Words = Words::new("title_words.of");
/// "med deltagarna i", "för medlemmarna i": those who make up the body.
static MEMBERS: Words = Words::new("title_words.members");
/// "fört", "ordinarie", "den", "nr": words of a title that name nothing.
static FILLERS: Words = Words::new("title_words.fillers");
/// Words with which a name ends before it: "på", "klockan", "hölls".
static STOPS: Words = Words::new("title_words.stops");
/// Words that join the parts of a name.
static JOINTS: Words = Words::new("title_words.joints");
/// "Dagens", "Föregående": no names though printed with a capital.
static NO_NAMES: Words = Words::new("title_words.no_names");
/// How words for rooms, houses and ways to meet end.
static PLACES: Words = Words::new("title_words.places");
/// How words for rooms, houses and streets end.
static VENUES: Words = Words::new("meetings.venues");
static SHORT: Words = Words::new("title_words.short");
/// "av år 1920", "bildad 1920": what belongs to the name of a joint property.
static FOUNDED: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)^\s+{=title_words.founded}\s+(?:1[6-9]|20)\d\d\b"));
static LISTED: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)^\s+\({=title_words.listed}\)"));

const QUOTES: &[char] = &['"', '“', '”', '»', '«', '\'', '’'];
const MARKS: &[char] = &[',', '.', ':', ';', '(', ')', '-', '–', '—', '|', '"', '“', '”', '»', '«', '’', '\''];
/// Words of a title that are looked at behind a word for a meeting.
const REACH: usize = 16;
const LONGEST_NAME: usize = 10;

/// Whether a text has a word for a meeting or for minutes.
pub fn is_title(text: &str) -> bool {
    TITLE_WORD.is_match(text)
}

/// The names in a title that may be who met; `lines` tells where its lines begin.
pub fn bodies_in(text: &str, lines: &[usize]) -> Vec<Named> {
    let mut out: Vec<Named> = Vec::new();
    for word in TITLE_WORD.find_iter(text) {
        let mut add = |named: Named| {
            if !out.iter().any(|seen| seen.range == named.range) {
                out.push(named);
            }
        };
        before(text, lines, word.start()).into_iter().for_each(&mut add);
        behind(text, lines, word.end()).into_iter().for_each(&mut add);
    }
    out
}

/// The words of a text from a place on, each with its range.
fn words(text: &str, from: usize) -> impl Iterator<Item = (Range<usize>, &str)> {
    let rest = text.get(from..).unwrap_or("");
    rest.split_whitespace().map(move |word| {
        let start = word.as_ptr() as usize - rest.as_ptr() as usize + from;
        (start..start + word.len(), word)
    })
}

fn bare(word: &str) -> &str {
    word.trim_matches(MARKS)
}

/// A day, an hour, a number or a word of a title that names nothing.
fn is_filler(bare: &str) -> bool {
    let lower = bare.to_lowercase();
    bare.is_empty()
        || bare.contains(|c: char| c.is_ascii_digit()) && !bare.chars().any(char::is_uppercase)
        || FILLERS.has(&lower)
        || dates::is_weekday(&lower)
        || dates::month(&lower).is_some() && lower.chars().count() >= 3
}

/// Whether a sentence ends with a word: "kl." and "nr." go on.
fn ends_sentence(word: &str) -> bool {
    let stem = word.trim_end_matches('.');
    word.ends_with('.') && !SHORT.has(&stem.to_lowercase()) && stem.chars().filter(|c| c.is_alphabetic()).count() > 1
}

fn behind(text: &str, lines: &[usize], from: usize) -> Vec<Named> {
    let mut out = Vec::new();
    // Right beside the word for a meeting a name needs no preposition.
    let mut how = Some(How::Beside);
    let mut from = from;
    let mut left = REACH;
    'words: while left > 0 {
        let start = from;
        for (range, word) in words(text, start) {
            left = left.saturating_sub(1);
            let bare = bare(word);
            if left == 0 || TITLE_WORD.is_match(word) {
                break 'words;
            }
            let lower = bare.to_lowercase();
            if WITH.has(&lower) || OF.has(&lower) {
                // "med deltagarna i"
                let is_with = WITH.has(&lower) || how == Some(How::With);
                how = Some(if is_with { How::With } else { How::Of });
            } else if MEMBERS.has(&lower) {
                how = Some(How::With);
            } else if is_filler(bare) {
                // A day comes between: what follows may be the place.
                if bare.len() > 4 && how == Some(How::Beside) && bare.contains(['-', '/', '.', ':']) {
                    how = Some(How::Before);
                }
            } else if let Some(kind) = how
                && let Some(name) = name_at(text, lines, range.start, kind)
            {
                let end = name.end;
                // "från Storby byalags årsmöte": told of the word behind.
                let next = words(text, end).map(|(_, word)| word).find(|word| !is_filler(self::bare(word)));
                if !next.is_some_and(|word| TITLE_WORD.is_match(word)) {
                    out.extend(named(text, name, kind));
                }
                from = end.max(range.end);
                how = None;
                if text.get(end..).is_some_and(|rest| rest.starts_with('.')) {
                    break 'words;
                }
                continue 'words;
            } else {
                how = None;
            }
            if ends_sentence(word) {
                break 'words;
            }
        }
        break;
    }
    out
}

/// What stands before a word for a meeting: "från Storby byalags årsmöte", "Storby byalag årsmöte".
fn before(text: &str, lines: &[usize], to: usize) -> Option<Named> {
    let line = lines.iter().copied().filter(|start| *start <= to).max().unwrap_or(0);
    let head = text.get(line..to)?;
    let mut tokens: Vec<(Range<usize>, &str)> = words(head, 0).collect();
    // "Storby byalags ordinarie, digitala årsmöte"
    while let Some((_, word)) = tokens.last()
        && (bare(word).is_empty() || FILLERS.has(&bare(word).to_lowercase()))
    {
        tokens.pop();
    }
    let end = tokens.last()?.0.end;
    let mut start = end;
    for (range, word) in tokens.iter().rev().take(LONGEST_NAME) {
        let bare = bare(word);
        let lower = bare.to_lowercase();
        let ends = WITH.has(&lower)
            || OF.has(&lower) && !JOINTS.has(&lower)
            || FILLERS.has(&lower)
            || TITLE_WORD.is_match(word)
            || start < end && word.ends_with(['.', ',', ':', ';']) && !SHORT.has(&lower);
        if ends || bare.is_empty() && !matches!(*word, "&") {
            break;
        }
        start = range.start;
    }
    let range = trim(text, line + start..line + end, MARKS);
    let name = text.get(range.clone())?;
    if is_no_name(name) {
        return None;
    }
    let stem = name.strip_suffix(":s").or_else(|| name.strip_suffix('s'));
    if let Some(stem) = stem {
        let range = range.start..range.start + stem.len();
        let is_body = bodies::is_body(&capitalised(stem));
        if is_body {
            return Some(Named { range, how: How::Genitive, is_body });
        }
    }
    let is_body = bodies::is_body(name);
    if is_body || stem.is_none() {
        return Some(Named { range, how: How::Before, is_body });
    }
    // "Granens årsmöte", "Alnus årsmöte": whether the s belongs to the name is for the document to say.
    Some(Named { range, how: How::Genitive, is_body: false })
}

/// A text that cannot be who met.
fn is_no_name(name: &str) -> bool {
    let first = name.split_whitespace().next().unwrap_or("");
    !name.starts_with(char::is_uppercase) && !bodies::is_body(&capitalised(name)) && !is_body_genitive(name)
        || name.chars().filter(|c| c.is_alphabetic()).count() < 3 && !is_acronym(name)
        || NO_NAMES.has(&first.to_lowercase())
        || bodies::is_municipality(name)
}

/// "IX", "LiTKlub": a capital within a word, which only names have.
pub fn has_inner_capital(name: &str) -> bool {
    name.split_whitespace().any(|word| {
        word.chars().skip(1).any(char::is_uppercase)
            && word.chars().count() <= 12
            && word.chars().all(char::is_alphabetic)
    })
}

/// "IX", "SKF": capitals alone.
fn is_acronym(name: &str) -> bool {
    (2..=6).contains(&name.chars().count()) && name.chars().all(char::is_uppercase)
}

/// "För Föreningen Lyktan": a line that goes on the one above.
pub fn opens_with_preposition(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or("").to_lowercase();
    WITH.has(&first) || OF.has(&first)
}

/// "Storbyskolans matsal": a line that is a place by its last word, and nothing else.
pub fn is_place_line(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
        && text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | ',' | '.'))
        && text.split_whitespace().count() <= 6
        && text.split_whitespace().next_back().is_some_and(|last| is_venue(bare(last)))
        && !is_title(text)
}

/// Whether a text that stands by itself may be a name: words with a capital first, no field, no day, no place.
pub fn may_be_name(text: &str) -> bool {
    let n_words = text.split_whitespace().count();
    text.starts_with(char::is_uppercase)
        && (1..=8).contains(&n_words)
        && text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '&' | '.' | ':'))
        && !bodies::without_form(text).ends_with([':', '.'])
        && !bodies::breaks_off(text)
        && !is_title(text)
        && !is_no_name(text)
        && !text.split_whitespace().any(|word| is_filler(bare(word)))
        && (bodies::is_association(text) || !text.split_whitespace().any(|word| is_place(bare(word))))
}

fn is_body_genitive(name: &str) -> bool {
    name.strip_suffix('s').is_some_and(|stem| bodies::is_body(&capitalised(stem)))
}

/// The name that begins at a place, without what follows it.
fn name_at(text: &str, lines: &[usize], start: usize, how: How) -> Option<Range<usize>> {
    let rest = text.get(start..)?;
    // A name in quotation marks ends where they end.
    if let Some(inner) = rest.strip_prefix(QUOTES) {
        let open = rest.len() - inner.len();
        let close = inner.find(QUOTES)?;
        return (close > 2).then_some(start + open..start + open + close);
    }
    let mut end = start;
    let mut last_solid = start;
    let all: Vec<(Range<usize>, &str)> = words(text, start).take(LONGEST_NAME + 2).collect();
    for (at, (range, word)) in all.iter().enumerate() {
        let bare = bare(word);
        let lower = bare.to_lowercase();
        let next = all.get(at + 1).map_or("", |(_, next)| *next);
        if at == LONGEST_NAME || bare.is_empty() && *word != "&" {
            break;
        }
        if at > 0 && (STOPS.has(&lower) || word.starts_with('(') || dates::is_weekday(&lower)) {
            break;
        }
        // What is no body by its words ends with its line, where a title does.
        let is_new_line = at > 0 && lines.contains(&range.start);
        let so_far = text.get(start..end).unwrap_or("");
        if is_new_line
            && (matches!(how, How::Beside | How::Before) || bodies::is_body(so_far) && !so_far.ends_with('s'))
        {
            break;
        }
        // "vid ordinarie stämma": a meeting and no name.
        if TITLE_WORD.is_match(word) {
            return None;
        }
        let has_digit = bare.contains(|c: char| c.is_ascii_digit());
        if has_digit {
            // "Granen 2", but no day and no year.
            let is_number = bare.len() <= 3 && bare.chars().all(|c| c.is_ascii_digit());
            let day_follows = dates::month(&fold(next)).is_some() || next.starts_with('/');
            if at == 0 || !is_number || day_follows {
                break;
            }
            end = range.start + bare.len();
            last_solid = end;
            break;
        }
        if lower == "i" && at > 0 {
            // Where it is at home belongs to the name of an association.
            let is_whole = bodies::is_association(text.get(start..end).unwrap_or(""));
            // "i Folkets hus"
            let behind = all.get(at + 2).map_or("", |(_, word)| self::bare(word));
            let is_elsewhere = is_venue(self::bare(next)) || !next.ends_with([',', '.']) && is_place(behind);
            if is_whole && next.starts_with(char::is_uppercase) && !is_elsewhere {
                let (home, word) = &all[at + 1];
                end = home.start + word.trim_end_matches(MARKS).len();
                last_solid = end;
            }
            break;
        }
        let is_capital = bare.starts_with(|c: char| c.is_uppercase());
        let joins = JOINTS.has(&lower) || bare.is_empty();
        if joins && at > 0 {
            if FOUNDED.is_match(text.get(end..).unwrap_or("")) {
                break;
            }
            if next.starts_with(|c: char| c.is_ascii_digit()) || next.is_empty() {
                break;
            }
        } else {
            end = range.start + word.trim_end_matches(MARKS).len();
            if is_capital || bodies::ends_as_body(&lower) {
                last_solid = end;
            } else if last_solid > start && !text.get(start..last_solid).is_some_and(ends_in_joint) && at >= 4 {
                break;
            }
        }
        if word.ends_with([',', ':', ';']) || ends_sentence(word) {
            break;
        }
    }
    // "Rådet för äldre och trygghet": what a body is for is printed in small letters.
    let whole = trim(text, start..end, MARKS);
    if bodies::is_body(&capitalised(text.get(whole.clone())?)) {
        return Some(with_tail(text, whole));
    }
    // "Folkets hus"
    let is_elsewhere =
        |name: &str| bodies::is_municipality(name) || name.split_whitespace().any(|word| is_place(self::bare(word)));
    if text.get(whole).is_some_and(is_elsewhere) {
        return None;
    }
    let solid = trim(text, start..last_solid, MARKS);
    // "Kallade:" is a field.
    if text.get(solid.end..).is_some_and(|rest| rest.starts_with(':')) {
        return None;
    }
    (!solid.is_empty()).then(|| with_tail(text, solid))
}

fn ends_in_joint(text: &str) -> bool {
    text.rsplit(' ').next().is_some_and(|last| JOINTS.has(last))
}

/// "Storby dikningsföretag av år 1920", "Storby Kraft AB (publ)"
fn with_tail(text: &str, range: Range<usize>) -> Range<usize> {
    let rest = text.get(range.end..).unwrap_or("");
    let tail = FOUNDED.find(rest).or_else(|| LISTED.find(rest));
    range.start..range.end + tail.map_or(0, |tail| tail.end())
}

/// Whether a word for a room or a house stands in a text.
pub fn has_place(text: &str) -> bool {
    text.split_whitespace().any(|word| is_place(bare(word)))
}

/// "Prästgårdsladan", "Klubbhuset": no town where an association is at home.
fn is_venue(word: &str) -> bool {
    is_place(word) || VENUES.end(&word.to_lowercase())
}

fn is_place(word: &str) -> bool {
    PLACES.end(&word.to_lowercase())
}

fn named(text: &str, range: Range<usize>, how: How) -> Option<Named> {
    let name = text.get(range.clone())?;
    if is_no_name(name) {
        return None;
    }
    let core = FOUNDED.splitn(&format!("{name} "), 2).next().unwrap_or(name).trim().to_owned();
    let known = capitalised(name);
    let is_body = bodies::is_body(&known) || bodies::is_body(&core) || founded(name);
    if !is_body && name.split_whitespace().any(|word| is_place(bare(word))) {
        return None;
    }
    Some(Named { range, how, is_body })
}

/// Whether a name tells the year of its founding, which no place does.
fn founded(name: &str) -> bool {
    name.match_indices(' ').any(|(at, _)| FOUNDED.is_match(&name[at..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<(String, How, bool)> {
        let lines: Vec<usize> = [0].into_iter().chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        bodies_in(text, &lines)
            .into_iter()
            .map(|named| (text[named.range].to_owned(), named.how, named.is_body))
            .collect()
    }

    #[test]
    fn names_of_bodies_in_titles() {
        let cases = [
            ("Protokoll från Allmänt möte i Lillby Skifteslag/Byalag 2020-08-15.", "Lillby Skifteslag/Byalag"),
            (
                "Ordinarie föreningsstämma 2008 i HSB:s Bostadsrättsförening Linden i Storby.",
                "HSB:s Bostadsrättsförening Linden i Storby",
            ),
            (
                "Protokoll från Årsmöte 2012-08-12,\nmed deltagarna i ”Lillby Dikningsföretag av år 1920”.",
                "Lillby Dikningsföretag av år 1920",
            ),
            (
                "Protokoll från Årsmöte 2023-08-19, i Lillby Dikningsföretag av år 1920, org. Nr: 1",
                "Lillby Dikningsföretag av år 1920",
            ),
            ("Protokoll från Lillby Vägsamfällighets årsmöte 2019-08-17.", "Lillby Vägsamfällighet"),
            ("Protokoll fört vid årsstämma Linden 2 2006-03-06", "Linden 2"),
            (
                "Protokoll vid extra bolagsstämma i Storby Kraft AB (publ), 556677-8899, den 5 maj 2024 i Storby",
                "Storby Kraft AB (publ)",
            ),
            ("Årsmöte med Föreningen Lyktan i Folkets hus den 4 mars 2019", "Föreningen Lyktan"),
            (
                "Protokoll fört vid sammanträde med rådet för äldre och trygghet den 4 mars 2019",
                "rådet för äldre och trygghet",
            ),
            ("Storby Judoklubb årsmöte 2024", "Storby Judoklubb"),
        ];
        for (text, body) in cases {
            let found = told(text);
            assert_eq!(found.first().map(|(name, ..)| name.as_str()), Some(body), "{text}: {found:?}");
        }
    }

    #[test]
    fn a_name_that_only_its_place_tells() {
        assert_eq!(told("Protokoll årsmöte Linden 2 2006-03-06"), [("Linden 2".to_owned(), How::Beside, false)]);
        assert_eq!(told("Protokoll från möte i Lyktan 2006-03-06"), [("Lyktan".to_owned(), How::Of, false)]);
        assert_eq!(told("Protokoll från Lyktans årsmöte"), [("Lyktans".to_owned(), How::Genitive, false)]);
    }

    #[test]
    fn what_is_no_body() {
        for text in [
            "Protokoll fört vid årsmöte den 4 mars 2019 i Folkets hus",
            "Protokoll från styrelsemöte i Storby skola",
            "Föregående mötes protokoll",
            "Dagens möte",
            "Sammanträdesprotokoll 2019-03-04",
            "Protokoll fört vid sammanträde i Storby kommun",
        ] {
            let found = told(text);
            assert!(found.is_empty(), "{text}: {found:?}");
        }
    }
}
