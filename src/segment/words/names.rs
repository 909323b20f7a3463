//! What names, roles and § ranges look like in running text. Who a person is in the meeting
//! is left to `people` and the zone parsers.

use crate::correct::Lexicon;
use crate::protocol::{AttendeeRole, Paragraphs};
use crate::segment::words::forms::Words;
use crate::segment::words::labels::{BODY_ENDINGS, Label, label_of};
use crate::segment::words::parties::{ASSOCIATION_CODES, party_after_name};
use crate::segment::words::pattern::compile;
use crate::segment::words::text::{fold, is_one_off};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

static PARTICLES: Words = Words::new("names.particles");
static CONJUNCTIONS: Words = Words::new("persons.conjunctions");
static HONORIFICS: Words = Words::new("names.honorifics");
/// Honorifics that open a list.
static HONORIFICS_OF_MANY: Words = Words::new("names.honorifics_of_many");
/// Endings of titles and offices, basic and definite form.
static TITLE_ENDINGS: Words = Words::new("names.title_endings");
/// Titles in letters that other words end with too.
static SHORT_TITLES: Words = Words::new("names.short_titles");
/// Given names cut short as old minutes do.
static SHORTENED: Words = Words::new("names.shortened_given_names");
/// Words of a body's name that end unlike other bodies' names.
static BODY_WORDS: Words = Words::new("names.body_words");
static BODY_WORD_ENDINGS: Words = Words::new("names.body_word_endings");
/// Offices that a capital opens in the middle of a list.
static OFFICES: Words = Words::new("names.offices");
static WORKPLACE_ENDINGS: Words = Words::new("names.workplace_endings");
/// The last word of an organisation's name, and how it ends.
static ORGANIZATION_WORDS: Words = Words::new("names.organization_words");
static ORGANIZATION_ENDINGS: Words = Words::new("names.organization_endings");

static CHAIR: Words = Words::new("roles.chair");
/// The chair's title and the word for one who stands in, in one.
static VICE_CHAIR: Words = Words::new("roles.vice_chair");
static SECRETARY: Words = Words::new("roles.secretary");
static ADJUSTER: Words = Words::new("roles.adjuster");
/// Words before the chair's title: that one stands in, as the first, the second or the third.
static VICE: Words = Words::new("roles.vice");
static SECOND: Words = Words::new("roles.second");
static THIRD: Words = Words::new("roles.third");
/// Words behind the chair's title: of another body.
static OF_ANOTHER_BODY: Words = Words::new("roles.of_another_body");

static RANGE: LazyLock<Regex> =
    LazyLock::new(|| compile(r"(\d{1,4})(?:\s*(?:§\s*)?(?:[-–—]{1,2}|\b(?:{=dates.until})\b)\s*(?:§\s*)?(\d{1,4}))?"));

#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    pub range: Range<usize>,
    pub tokens: usize,
}

/// The name that starts at a place of the text: capitalised words with particles between them.
pub fn name_at(text: &str, start: usize) -> Option<Name> {
    let rest = text.get(start..)?;
    let mut end = start;
    let mut tokens = 0;
    let mut pending_particles = 0;
    let mut at = start;
    for raw in rest.split_inclusive(char::is_whitespace) {
        let word = raw.trim_end();
        if word.is_empty() {
            break;
        }
        let opened = word.find(['(', '{', '[']).unwrap_or(word.len());
        let bare = word[..opened].trim_end_matches([',', ';', ':', '.', ')', '!', '*', '/', '|']);
        let stop = bare.len() < word.len() && !is_initial(word);
        let kept = if is_initial(word) { word } else { bare };
        if kept.is_empty() {
            break;
        }
        if tokens == 0 && opens_double_name(text, at, kept) {
            at += raw.len();
            continue;
        }
        if PARTICLES.has(kept) && !stop {
            if pending_particles == 2 {
                break;
            }
            pending_particles += 1;
        } else if tokens == 0 && (ASSOCIATION_CODES.has(kept) || BODY_WORDS.has(&kept.to_lowercase())) {
            // "SPF Furan" sends people and is none, and so is "BRF FURAN".
            break;
        } else if is_name_word(kept) && tokens < 5 && !(tokens >= 2 && (is_body_word(kept) || opens_office(kept))) {
            if tokens > 0 && party_after_name(kept) {
                break;
            }
            tokens += 1;
            pending_particles = 0;
            end = at + kept.len();
        } else {
            break;
        }
        if stop {
            break;
        }
        at += raw.len();
    }
    (tokens > 0).then_some(Name { range: start..end, tokens })
}

/// "Anna-" before " Karin": a blank came into a double name.
fn opens_double_name(text: &str, at: usize, word: &str) -> bool {
    let Some(first) = word.strip_suffix('-') else { return false };
    let next = text.get(at + word.len()..).unwrap_or("");
    let second = next.split_whitespace().next().unwrap_or("");
    next.starts_with(' ')
        && first.chars().count() >= 3
        && [first, second].iter().all(|half| is_name_word(half) && half.chars().skip(1).all(char::is_lowercase))
        && !is_workplace(first)
        && !is_title_word(first)
        && role_of(first).is_none()
        && label_of(first).is_none()
}

/// A name without the blank that came into its double name: "Anna- Karin Ek".
pub fn without_inner_blank(name: &str) -> String {
    name.replace("- ", "-")
}

/// `A.`, `A.B.` or `Hj.`
pub fn is_initial(word: &str) -> bool {
    if word.strip_suffix('.').is_some_and(|stem| SHORTENED.has(stem)) {
        return true;
    }
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    (1..=3).contains(&letters) && word.ends_with('.') && word.chars().all(|c| c.is_uppercase() || c == '.' || c == '-')
}

fn is_name_word(word: &str) -> bool {
    let mut chars = word.chars();
    let Some(first) = chars.next() else { return false };
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    first.is_uppercase()
        && (letters >= 2 || is_initial(word))
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '´' | '.' | '\u{300}'..='\u{36f}'))
        && !word.ends_with('-')
        && word.matches('.').count() <= 2
        && HONORIFICS.iter().chain(HONORIFICS_OF_MANY.iter()).all(|form| !form.eq_ignore_ascii_case(word))
}

fn is_body_word(word: &str) -> bool {
    let lower = word.to_lowercase();
    BODY_WORDS.has(&lower)
        || BODY_ENDINGS.iter().any(|end| end.len() >= 5 && lower.ends_with(end))
        || BODY_WORD_ENDINGS.end(&lower)
}

/// "Suppleanten": the next person's office, printed with a capital at the head of a line.
fn opens_office(word: &str) -> bool {
    OFFICES.has(&word.to_lowercase())
}

/// The bytes of the titles at the head of a name: words of the language that nobody is called by, before a given name
/// and a surname, as in "Köpman Sixten Varenius".
pub fn title_len(lexicon: &Lexicon, name: &str) -> usize {
    let mut at = 0;
    loop {
        let rest = &name[at..];
        let words: Vec<&str> = rest.split_whitespace().collect();
        let [first, second, _, ..] = words.as_slice() else { return at };
        let bears = |word: &str| is_given(lexicon, word) || lexicon.is_surname(word);
        let is_title = (lexicon.is_word(&first.to_lowercase()) || is_title_word(first))
            && first.chars().count() >= 4
            && !bears(first)
            && (is_given(lexicon, second) || is_initial(second));
        if !is_title {
            return at;
        }
        at += first.len();
        at += name[at..].len() - name[at..].trim_start().len();
    }
}

/// Where someone works, as the first word of an entry: "Socialförvaltningen", "Kommunledningskontoret".
pub fn is_workplace(word: &str) -> bool {
    WORKPLACE_ENDINGS.end(&word.to_lowercase()) || is_body_word(word)
}

/// A company, an authority or an association by its last word.
pub fn is_organization(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let Some(last) = words.last().map(|word| word.trim_end_matches('.').to_lowercase()) else { return false };
    if words.len() >= 2 && words.len() <= 5 && ASSOCIATION_CODES.has(words[0]) {
        return true;
    }
    text.starts_with(char::is_uppercase)
        && words.len() <= 5
        && (words.len() >= 2 && ORGANIZATION_WORDS.has(&last)
            || ORGANIZATION_ENDINGS.iter().any(|end| last.ends_with(end) && last.len() > end.len()))
}

/// An organisation, or a workplace by its last word: whoever sends people to a meeting.
pub fn is_sender(text: &str) -> bool {
    is_organization(text) || is_workplace(text.rsplit(' ').next().unwrap_or(""))
}

pub fn is_particle(word: &str) -> bool {
    PARTICLES.has(word)
}

/// `herr`, `herrar`: whether a word is an honorific, and whether it opens a list.
pub fn honorific(word: &str) -> Option<bool> {
    let lower = word.trim_end_matches('.').to_lowercase();
    let of_many = HONORIFICS_OF_MANY.has(&lower);
    (of_many || HONORIFICS.has(&lower)).then_some(of_many)
}

pub fn is_title_word(word: &str) -> bool {
    let lower = word.trim_end_matches([',', '.', ';', ':', ')']).to_lowercase();
    let ends = |word: &str| word.chars().count() >= 3 && TITLE_ENDINGS.end(word);
    // "lantbrukaren", "disponenten"
    let basic = [lower.strip_suffix("en"), lower.strip_suffix('n')];
    SHORT_TITLES.has(&lower) || ends(&lower) || basic.into_iter().flatten().any(ends)
}

/// The role that a text names; the rest of the text is a title and not a role.
pub fn role_of(text: &str) -> Option<AttendeeRole> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let is = |word: &str, forms: &Words| {
        forms.iter().any(|form| word == *form || (form.len() >= 8 && is_one_off(word, form)))
    };
    let one_word = words.iter().position(|word| VICE_CHAIR.has(word));
    let chair_at = one_word.or_else(|| words.iter().position(|word| is(word, &CHAIR)));
    if let Some(at) = chair_at {
        let before = &words[..at];
        let digits: String = text.chars().filter(char::is_ascii_digit).take(1).collect();
        // "ordförande i Hyresgästföreningen" is another body's chair.
        if words.get(at + 1).is_some_and(|word| OF_ANOTHER_BODY.has(word)) {
            return None;
        }
        let says = |words: &Words| before.iter().any(|word| words.has(word));
        if one_word.is_some() || says(&VICE) || says(&SECOND) {
            let second = digits == "2" || says(&SECOND);
            let third = digits == "3" || says(&THIRD);
            return if third {
                None
            } else if second {
                Some(AttendeeRole::SecondViceChair)
            } else {
                Some(AttendeeRole::ViceChair)
            };
        }
        return (before.len() <= 1).then_some(AttendeeRole::Chair);
    }
    let last = words.last().copied().unwrap_or("");
    if is(last, &SECRETARY) && (words.len() <= 2 || words.len() == 3 && words[1] == "och")
        || words.get(1) == Some(&"nr") && is(words[0], &SECRETARY)
    {
        return Some(AttendeeRole::Secretary);
    }
    if words.len() <= 2 && words.iter().any(|word| is(word, &ADJUSTER)) {
        return Some(AttendeeRole::Adjuster);
    }
    None
}

/// `130-133, 140` as inclusive pairs; none where nothing sensible stands.
pub fn ranges(text: &str) -> Option<Paragraphs> {
    let mut out = Paragraphs::new();
    for found in RANGE.captures_iter(text) {
        let first: u32 = found[1].parse().ok()?;
        let last: u32 = match found.get(2) {
            None => first,
            Some(last) => last.as_str().parse().ok()?,
        };
        if last < first || last - first > 400 {
            return None;
        }
        out.push((first, last));
    }
    (!out.is_empty()).then_some(out)
}

/// How much a text looks like a person's name, 0–1.
pub fn name_score(lexicon: &Lexicon, text: &str) -> f32 {
    let Some(name) = name_at(text, 0) else { return 0.0 };
    if name.range.end < text.trim_end().len() {
        return 0.2;
    }
    let words: Vec<&str> = text.split_whitespace().filter(|word| !PARTICLES.has(word)).collect();
    let mut score: f32 = if name.tokens >= 2 { 0.6 } else { 0.3 };
    if words.first().is_some_and(|word| is_given(lexicon, word)) {
        score += 0.25;
    }
    if words.len() > 1 && words.last().is_some_and(|word| is_surname(lexicon, word)) {
        score += 0.15;
    }
    if words.iter().any(|word| is_body_word(word) || is_title_word(word)) {
        score -= 0.5;
    }
    score.clamp(0.0, 1.0)
}

/// A given name that the lexicon knows; of a double name one part is enough.
pub fn is_given(lexicon: &Lexicon, word: &str) -> bool {
    lexicon.is_given_name(word) || word.split('-').any(|part| part.chars().count() >= 2 && lexicon.is_given_name(part))
}

pub fn is_surname(lexicon: &Lexicon, word: &str) -> bool {
    lexicon.is_surname(word) || word.split('-').any(|part| part.chars().count() >= 3 && lexicon.is_surname(part))
}

/// Two readings of one person's name: equal, a surname of the other, or a letter or two apart.
pub fn same_person(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    if a == b {
        return !a.is_empty();
    }
    if a.is_empty() || b.is_empty() {
        return false;
    }
    let (short, long) = if a.len() < b.len() { (&a, &b) } else { (&b, &a) };
    if !short.contains(' ') {
        return long.rsplit(' ').next().is_some_and(|last| last == short || last.strip_suffix('s') == Some(short));
    }
    let allowed = if short.chars().count() >= 16 { 2 } else { 1 };
    strsim::levenshtein(&a, &b) <= allowed
}

/// Whether a text has a name as a whole, and not as a part of a longer one.
pub fn holds_name(text: &str, name: &str) -> bool {
    let is_letter = |c: char| c.is_alphabetic() || c == '-';
    text.match_indices(name)
        .any(|(at, _)| !text[..at].ends_with(is_letter) && !text[at + name.len()..].starts_with(is_letter))
}

/// A name alone, perhaps with party or role. A label may look so too: ask a mark.
pub fn is_name_line(text: &str) -> bool {
    let Some(name) = name_at(text, 0).filter(|name| name.tokens >= 2) else { return false };
    let rest = text[name.range.end..].trim();
    rest.is_empty() || rest.starts_with([',', '(']) && rest.chars().count() < 40
}

/// The role that a text begins with where a stroke or a dash parts it from a name: "Ordförande/Bo Ek". With the bytes
/// that both take.
pub fn role_before_mark(text: &str) -> Option<(Label, usize)> {
    let marks = ['/', '|', '-', '–', '—', ',', ';'];
    let (at, mark) = text.char_indices().take(40).find(|(_, c)| marks.contains(c))?;
    let end = at + mark.len_utf8();
    // The name first: few texts have one there, and a label is looked up among many.
    if !is_name_line(text.get(end..)?.trim_start()) {
        return None;
    }
    let label = label_of(text.get(..at)?)?;
    let signs = matches!(label, Label::AdjusterNamed | Label::AtProtocol | Label::Adjusted);
    (label.is_role() || signs).then_some((label, end))
}

/// Whether nothing but the names of those who sign stands in a text: "Bo Ek och Eva Ros ____".
pub fn is_signers(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| c.is_whitespace() || ":._…,".contains(c));
    let is_name = |name: &str| is_name_line(name.trim());
    is_name(bare)
        || CONJUNCTIONS.iter().any(|word| {
            bare.split_once(&format!(" {word} ")).is_some_and(|(one, other)| is_name(one) && is_name(other))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::words::parties::{party_after_comma, party_in_parentheses};

    #[test]
    fn names_end_where_they_end() {
        let name = |text: &str| name_at(text, 0).map(|name| text[name.range].to_owned());
        assert_eq!(name("Anna-Lisa af Berg (S), ordförande").as_deref(), Some("Anna-Lisa af Berg"));
        assert_eq!(name("Bo Ek, s").as_deref(), Some("Bo Ek"));
        assert_eq!(name("K. E. Holm tjg för").as_deref(), Some("K. E. Holm"));
        assert_eq!(name("Eva Ek Socialnämnden").as_deref(), Some("Eva Ek"));
        assert_eq!(name("Eva Ek SD").as_deref(), Some("Eva Ek"));
        assert_eq!(name("ordförande"), None);
        assert_eq!(name("BRF FURAN"), None);
    }

    #[test]
    fn parties_and_roles() {
        assert_eq!(party_in_parentheses("kds").as_deref(), Some("KDS"));
        assert_eq!(party_in_parentheses("5").as_deref(), Some("S"));
        assert_eq!(party_in_parentheses("ekonomichef"), None);
        assert_eq!(party_after_comma("vpk").as_deref(), Some("VPK"));
        assert_eq!(party_after_comma("Ek"), None);
        assert_eq!(role_of("ordförande"), Some(AttendeeRole::Chair));
        assert_eq!(role_of("2:e vice ordförande"), Some(AttendeeRole::SecondViceChair));
        assert_eq!(role_of("II viceordförande"), Some(AttendeeRole::SecondViceChair));
        assert_eq!(role_of("I viceordförande"), Some(AttendeeRole::ViceChair));
        assert_eq!(role_of("v. ordf"), Some(AttendeeRole::ViceChair));
        assert_eq!(role_of("ekonomichef"), None);
        assert_eq!(role_of("ordförande i Hyresgästföreningen"), None);
    }

    #[test]
    fn a_blank_in_a_double_name() {
        let name = |text: &str| name_at(text, 0).map(|name| without_inner_blank(&text[name.range]));
        assert_eq!(name("Anna- Karin Berg (S)").as_deref(), Some("Anna-Karin Berg"));
        assert_eq!(name("Sekreterare- Bo Ek"), None);
        assert_eq!(name("Barn- och ungdomsnämnden"), None);
        assert_eq!(name("Miljöförvaltningen- Bo Ek"), None);
    }

    #[test]
    fn a_stroke_between_role_and_name() {
        assert_eq!(role_before_mark("Ordförande/Bo Ek"), Some((Label::Chair, 12)));
        assert_eq!(role_before_mark("Sekreterare – Bo Ek"), Some((Label::Secretary, 15)));
        assert_eq!(role_before_mark("Anna-Lisa Berg"), None);
    }

    #[test]
    fn ranges_of_paragraphs() {
        assert_eq!(ranges("§§ 130-133, 140"), Some(vec![(130, 133), (140, 140)]));
        assert_eq!(ranges("45 - 54"), Some(vec![(45, 54)]));
        assert_eq!(ranges("§1 till § 17"), Some(vec![(1, 17)]));
        assert_eq!(ranges("§ 3 - § 9"), Some(vec![(3, 9)]));
        assert_eq!(ranges("ingen"), None);
    }

    #[test]
    fn one_person_read_twice() {
        assert!(same_person("Britt-Marie Ek", "Britt-Marie Ek"));
        assert!(same_person("Holmström", "Sven Holmström"));
        assert!(same_person("Karin Åkerlund", "Karin Akerlund"));
        assert!(!same_person("Anna Berg", "Anna Borg Ek"));
    }
}
