//! What stands before a name: honorifics, titles, offices.

use crate::correct::Lexicon;
use crate::segment::fields::person::named::Person;
use crate::segment::fields::person::replaced::replaces_len;
use crate::segment::words::forms::Words;
use crate::segment::words::names::{self, honorific, is_title_word, name_at};
use crate::segment::words::pattern::compile;
use crate::segment::words::text::trim;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

static RANKS: Words = Words::new("persons.ranks");
/// Words before a title that belong to it.
static ADJECTIVES: Words = Words::new("persons.title_adjectives");
static CHAIR: Words = Words::new("persons.chair");

/// The end of up to three words in small letters that stand before a whole name; none where no name follows.
pub fn small_titles(text: &str, start: usize, end: usize) -> Option<usize> {
    // "ersätter Bo Ek" tells of whom is beside it.
    if replaces_at(text.get(start..end)?.trim_start()) {
        return None;
    }
    let mut at = start;
    for _ in 0..3 {
        let rest = text.get(at..end)?;
        let from = end - rest.trim_start().len();
        let word = text[from..end].split_whitespace().next()?;
        if word.starts_with(char::is_uppercase) {
            let whole = name_at(text.get(..end)?, from).is_some_and(|name| name.tokens >= 2);
            return (whole && at > start).then_some(at);
        }
        let is_word = word.chars().count() >= 5 && word.chars().all(|c| c.is_lowercase() || c == '-');
        if !is_word || crate::segment::words::labels::label_of(word).is_some() {
            return None;
        }
        at = from + word.len();
    }
    None
}

/// Takes the titles off the head of a name that the lexicon knows for words and not for names.
pub fn without_titles(lexicon: &Lexicon, text: &str, person: &mut Person) {
    let len = names::title_len(lexicon, &text[person.name.clone()]);
    if len > 0 {
        let title = trim(text, person.name.start..person.name.start + len, &[]);
        person.name.start += len;
        person.role_text.get_or_insert(title);
    }
}

/// Skips `kanslichefen`, `herr` and the like before a name: titles, start of the name, honorific seen.
pub fn skip_titles(text: &str, start: usize, end: usize) -> (Option<Range<usize>>, usize, bool) {
    let mut at = start;
    let mut titles: Option<Range<usize>> = None;
    let mut seen = false;
    while let Some(rest) = text.get(at..end) {
        let rest_trimmed = rest.trim_start();
        at = end - rest_trimmed.len();
        let word_len = rest_trimmed.find(char::is_whitespace).unwrap_or(rest_trimmed.len());
        let word = &rest_trimmed[..word_len];
        if word_len == rest_trimmed.len() {
            break;
        }
        let lower = word.to_lowercase();
        let next = rest_trimmed[word_len..].split_whitespace().next().unwrap_or("");
        if let Some(len) = coupled_title(rest_trimmed).or_else(|| shortened_title(rest_trimmed)) {
            // "Individ- och familjechef Eva Ek", "Handl. Bo Ek"
            let from = titles.as_ref().map_or(at, |range| range.start);
            return (Some(from..at + len), after_blank(text, at + len).unwrap_or(at + len), seen);
        } else if honorific(word).is_some() {
            seen = true;
        } else if (RANKS.has(&lower) || ADJECTIVES.has(&lower))
            && (is_title_word(next) || next.eq_ignore_ascii_case("vice"))
        {
            titles = Some(titles.as_ref().map_or(at, |range| range.start)..at + word_len);
        } else if lower.strip_suffix(',').is_some_and(|office| CHAIR.has(office))
            && let Some(end) = small_titles(text, at + word_len, end)
        {
            // "Ordföranden, kyrkoherden Bo Ek"
            let from = titles.as_ref().map_or(at, |range| range.start);
            return (Some(from..end), after_blank(text, end).unwrap_or(end), seen);
        } else if is_title_word(word)
            && !word.ends_with([',', ';', ':'])
            && name_at(text, at)
                .is_none_or(|name| name.tokens >= 3 || word.chars().next().is_some_and(char::is_lowercase))
        {
            let from = titles.as_ref().map_or(at, |range| range.start);
            titles = Some(from..at + word_len);
        } else {
            break;
        }
        at += word_len;
    }
    (titles, at, seen)
}

/// The length of "Individ- och familjechef" before a whole name.
pub fn coupled_title(text: &str) -> Option<usize> {
    coupled(text, is_title_word)
}

/// The length of "Kultur- och fritidsförvaltningen" before a whole name.
pub fn coupled_workplace(text: &str) -> Option<usize> {
    coupled(text, names::is_workplace)
}

fn coupled(text: &str, fits: impl Fn(&str) -> bool) -> Option<usize> {
    let found = COUPLED.captures(text)?;
    let whole = found.get(1)?;
    let is_one = whole.as_str().split_whitespace().last().is_some_and(fits);
    (is_one && name_at(text, found.get(0)?.end()).is_some_and(|name| name.tokens >= 2)).then_some(whole.end())
}

pub static COUPLED: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^([\p{L}][\p{Ll}]+-(?:,\s[\p{Ll}]+-)?\soch\s[\p{Ll}-]{5,})\s+"));

/// The length of an occupation cut short before a whole name: "Handl." and not "Joh.", which is a name itself.
pub fn shortened_title(text: &str) -> Option<usize> {
    let word = text.split_whitespace().next()?;
    let stem = word.strip_suffix('.')?;
    let is_word = (3..=8).contains(&stem.chars().count()) && stem.chars().skip(1).all(char::is_lowercase);
    if !is_word || !stem.chars().all(char::is_alphabetic) || names::is_initial(word) {
        return None;
    }
    let start = after_blank(text, word.len())?;
    let name = name_at(text, start)?;
    let first = text[name.range].split_whitespace().next().unwrap_or("");
    let shortened_name = first.ends_with('.') && first.chars().filter(|c| c.is_alphabetic()).count() > 1;
    (name.tokens >= 2 && !shortened_name).then_some(word.len())
}

/// The length of "sekr." before a whole name: an office cut short.
pub fn shortened_office(text: &str) -> Option<usize> {
    let word = text.split_whitespace().next().filter(|word| word.starts_with(char::is_lowercase))?;
    let office = word.strip_suffix('.')?;
    names::role_of(office)?;
    let start = after_blank(text, word.len())?;
    name_at(text, start).is_some_and(|name| name.tokens >= 2).then_some(word.len())
}

pub fn after_blank(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    Some(at + rest.len() - rest.trim_start().len())
}

/// Whether a text begins with words such as "ersättare för" and a name.
pub fn replaces_at(text: &str) -> bool {
    replaces_len(text)
        .is_some_and(|len| name_at(text, skip_titles(text, len, text.len()).1).is_some_and(|name| name.tokens >= 2))
}
