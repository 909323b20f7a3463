//! Persons in lists and in running text, with party, role, scope and whom they replace.
//!
//! One scanner serves the attendee lists ([`entry`]: one person on a line) and the run-in lists of
//! adjusters, ballots and old protocols ([`run`]). What category a list gives is left to its parser.

use crate::segment::fields::person::details::{details, set_role};
use crate::segment::fields::person::named::Person;
use crate::segment::fields::person::titles::{
    after_blank, coupled_workplace, shortened_office, skip_titles, small_titles,
};
use crate::segment::words::forms::Words;
use crate::segment::words::names::{self, honorific, is_title_word, name_at};
use crate::segment::words::parties;
use crate::segment::words::pattern::compile;
use crate::segment::words::text::trim;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

static RANKS: Words = Words::new("persons.ranks");
static SENTENCE_OPENERS: Words = Words::new("persons.sentence_openers");
/// Words of the language that begin with a ringed or dotted letter.
static RINGED_WORDS: Words = Words::new("persons.ringed_words");

/// The person of one entry of a list, such as `Anna Berg (S), ordförande`.
pub fn entry(text: &str, range: Range<usize>) -> Option<Person> {
    let mut at = range.start;
    let body = text.get(range.clone())?;
    at += body.len()
        - body
            .trim_start_matches(|c: char| {
                c.is_whitespace()
                    || matches!(c, '*' | '-' | '–' | '•' | '·' | '_' | '|' | '/' | '\'' | '‘' | '`' | '.' | ',' | ':')
            })
            .len();
    // "[X] Anna Berg": a box that is ticked.
    if let Some(found) = BOX.find(text.get(at..range.end)?) {
        at += found.end();
    }
    // "1. Anna Berg" and "Lgh 1012 Anna Berg": numbers before the name.
    if let Some(skipped) = NUMBERED.find(text.get(at..range.end)?) {
        at += skipped.end();
    }
    let (mut titles, mut start, has_honorific) = skip_titles(text, at, range.end);
    // "banvakten Per Wall": any words in small letters before a whole name say what the person lives by.
    if let Some(end) = small_titles(text, start, range.end) {
        titles = Some(titles.map_or(start, |range| range.start)..end);
        start = end;
    }
    start = start.max(after_blank(text, start)?);
    // "Kultur- och fritidsförvaltningen Eva Ek"
    let mut organization = None;
    if let Some(len) = text.get(start..range.end).and_then(coupled_workplace) {
        organization = Some(start..start + len);
        start = after_blank(text, start + len)?;
    }
    let mut name = name_at(text.get(..range.end)?, start)?;
    // "Socialförvaltningen Eva Ek": where the person works stands before the name.
    let first = text[name.range.clone()].split_whitespace().next().unwrap_or("");
    let sender = if names::is_workplace(first) { Some(first.len()) } else { sender_len(&text[name.range.clone()]) };
    if let Some(len) = sender.filter(|_| name.tokens >= 3 && organization.is_none())
        && let Some(own) = after_blank(text, name.range.start + len).and_then(|at| name_at(text.get(..range.end)?, at))
    {
        organization = Some(name.range.start..name.range.start + len);
        name = own;
    }
    if name.tokens == 1 {
        name.range.end = with_small_surname(text, &name.range, range.end);
    }
    let mut person = Person { name: name.range.clone(), has_honorific, organization, ..Person::default() };
    if let Some(titles) = titles {
        set_role(text, titles, &mut person);
    }
    let end = details(text, name.range.end, range.end, &mut person, true);
    person.whole = at..end.max(name.range.end);
    Some(person)
}

/// The bytes of "Nordiska Pensionsstiftelsen" before a whole name.
fn sender_len(name: &str) -> Option<usize> {
    let ends: Vec<usize> = name.match_indices(' ').map(|(at, _)| at).collect();
    let [between @ .., _] = ends.as_slice() else { return None };
    between.iter().rev().copied().find(|end| names::is_organization(&name[..*end]))
}

/// "Stefan ström, m": a surname whose capital was read small, where a party or a comma follows.
fn with_small_surname(text: &str, name: &Range<usize>, end: usize) -> usize {
    let Some(rest) = text.get(name.end..end).and_then(|rest| rest.strip_prefix(' ')) else { return name.end };
    let word_len = rest.find(|c: char| !c.is_alphabetic() && c != '-').unwrap_or(rest.len());
    let (word, after) = rest.split_at(word_len);
    let plain = word.chars().count() >= 3 && !is_title_word(word) && names::role_of(word).is_none();
    let party = after.starts_with(" (")
        || after.starts_with('(')
        || after.strip_prefix(',').is_some_and(|code| {
            parties::party_after_comma(code.split([',', ' ']).find(|part| !part.is_empty()).unwrap_or("")).is_some()
        });
    if plain && party { name.end + 1 + word_len } else { name.end }
}

static BOX: LazyLock<Regex> = LazyLock::new(|| compile(r"^(?:[\[(|]\s?[xX×✓✔]?\s?[\])|]|[☒☑☐])\s*"));
static OPEN_BOX: LazyLock<Regex> = LazyLock::new(|| compile(r"^\s*(?:[\[(|]\s?[\])|]|☐)\s*\p{Lu}"));

/// Whether a text begins with a box that nobody has ticked.
pub fn is_unticked(text: &str) -> bool {
    OPEN_BOX.is_match(text)
}

static NUMBERED: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"^(?:(?i:{=persons.seats})\.?\s*\d+\s*[:,-]?\s*|\d{1,3}[.)][.,:]?\s+[.,:'‘`]?|\d{1,4}\s+)")
});

/// The persons of a run-in list or a sentence, in printed order.
pub fn run(text: &str, range: Range<usize>) -> Vec<Person> {
    let mut out: Vec<Person> = Vec::new();
    let Some(limited) = text.get(..range.end) else { return out };
    let mut at = range.start;
    let mut list_of_surnames = false;
    let mut title_start: Option<usize> = None;
    while at < range.end {
        let Some(rest) = limited.get(at..) else { break };
        let blank = rest.len() - rest.trim_start().len();
        if blank > 0 {
            at += blank;
            continue;
        }
        // "Anna Berg(s),Bo Ek": the blank behind the comma is lost.
        if rest.starts_with([',', ';']) {
            at += 1;
            title_start = None;
            continue;
        }
        let word_len = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let word = &rest[..word_len];
        if let Some(plural) = honorific(word) {
            list_of_surnames = plural;
            let next = after_blank(limited, at + word_len);
            // "Herrar Ordföranden och vice Ordföranden": offices and no surnames.
            let is_office = |start: &usize| is_title_word(limited[*start..].split_whitespace().next().unwrap_or(""));
            if let Some(name) = next.filter(|start| !is_office(start)).and_then(|start| name_at(limited, start)) {
                let start = title_start.unwrap_or(at);
                at = push_person(limited, range.end, name.range, title_start.take(), true, &mut out);
                if let Some(last) = out.last_mut() {
                    last.whole.start = start;
                }
            } else {
                at += word_len;
            }
            continue;
        }
        let starts_upper = word.chars().next().is_some_and(char::is_uppercase);
        // "herrar Brodd, von Schewen och af Klinteberg"
        let opens_name = starts_upper || list_of_surnames && names::is_particle(word);
        if opens_name && let Some(name) = name_at(limited, at) {
            let is_sentence_start = at == range.start || limited[..at].trim_end().ends_with(['.', ':']);
            let single = list_of_surnames || title_start.is_some();
            let takes_one = name.tokens == 1
                && (single && !is_title_word(word) || party_follows(limited, name.range.end) && !is_sentence_start);
            let first_is_title = is_title_word(word) && name.tokens > 1;
            if first_is_title {
                title_start = title_start.or(Some(at));
                at += word_len;
                continue;
            }
            // "Göte åhs.": a ringed capital read small.
            if name.tokens == 1
                && !is_sentence_start
                && !is_title_word(word)
                && let Some(end) = with_small_ring(limited, name.range.end)
            {
                let whole = name.range.start..end;
                at = push_person(limited, range.end, whole, title_start.take(), list_of_surnames, &mut out);
                continue;
            }
            if name.tokens >= 2 && !starts_with_common_word(limited, &name.range, is_sentence_start) || takes_one {
                at = push_person(limited, range.end, name.range, title_start.take(), list_of_surnames, &mut out);
                continue;
            }
            at = if name.tokens == 1 { name.range.end } else { at + word_len };
            title_start = None;
        } else {
            // "vice Ordföranden Ekebom"
            let next = rest[word_len..].split_whitespace().next().unwrap_or("");
            let opens_title = RANKS.has(word) && is_title_word(next);
            let is_title = is_title_word(word) && !word.ends_with([',', '.', ';', ':']);
            let opens_title = opens_title || shortened_office(rest).is_some();
            title_start = if is_title || opens_title { title_start.or(Some(at)) } else { None };
            if word.ends_with(['.', ';', ':']) {
                list_of_surnames = false;
            }
            at += word_len;
        }
        at = at.max(range.start + 1);
        while !limited.is_char_boundary(at) {
            at += 1;
        }
    }
    out
}

/// The end of a surname behind a given name whose Å, Ä or Ö was read small: the last word of a sentence or part.
fn with_small_ring(text: &str, end: usize) -> Option<usize> {
    let rest = text.get(end..)?.strip_prefix(' ')?;
    let len = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    let (word, after) = rest.split_at(len);
    let ends = after.is_empty() || after.starts_with(['.', ',', ';']);
    (word.starts_with(['å', 'ä', 'ö']) && word.chars().count() >= 3 && ends && !RINGED_WORDS.has(word))
        .then_some(end + 1 + len)
}

fn push_person(
    text: &str,
    end: usize,
    name: Range<usize>,
    title: Option<usize>,
    has_honorific: bool,
    out: &mut Vec<Person>,
) -> usize {
    let mut person = Person { name: name.clone(), has_honorific, ..Person::default() };
    let start = title.unwrap_or(name.start);
    if let Some(title) = title {
        let titles = trim(text, title..name.start, &[]);
        // The honorific between title and name is no title.
        let titles = match text[titles.clone()].rsplit_once(' ') {
            Some((before, last)) if honorific(last).is_some() => titles.start..titles.start + before.trim_end().len(),
            _ => titles,
        };
        set_role(text, titles, &mut person);
    }
    let at = details(text, name.end, end, &mut person, false);
    person.whole = start..at.max(name.end);
    out.push(person);
    at.max(name.end)
}

/// A capitalised word that opens a sentence and is no name: "Vid", "Ordföranden", "Herr".
fn starts_with_common_word(text: &str, name: &Range<usize>, is_sentence_start: bool) -> bool {
    let first = text[name.clone()].split_whitespace().next().unwrap_or("").to_lowercase();
    (is_sentence_start || first == "reservation") && SENTENCE_OPENERS.has(&first)
}

fn party_follows(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or("").trim_start();
    rest.strip_prefix('(')
        .and_then(|inner| inner.find(')').map(|close| &inner[..close]))
        .is_some_and(|inner| parties::party_in_parentheses(inner).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::AttendeeRole;
    use crate::segment::fields::person::named::Remark;

    fn one(text: &str) -> (String, Option<String>, Option<String>, Option<String>) {
        let person = entry(text, 0..text.len()).unwrap();
        let take = |range: &Option<Range<usize>>| range.clone().map(|r| text[r].to_owned());
        (
            text[person.name.clone()].to_owned(),
            person.party.clone().map(|p| p.1),
            take(&person.role_text),
            take(&person.replaces),
        )
    }

    fn expect(text: &str, name: &str, party: Option<&str>, role: Option<&str>, replaces: Option<&str>) {
        let own = |value: Option<&str>| value.map(str::to_owned);
        assert_eq!(one(text), (name.to_owned(), own(party), own(role), own(replaces)), "{text}");
    }

    #[test]
    fn entries_of_lists() {
        expect("Anna Berg (S), ordförande", "Anna Berg", Some("S"), Some("ordförande"), None);
        expect("Anna Berg(S)", "Anna Berg", Some("S"), None, None);
        expect("Bo Ek (M) 1:e vice ordförande", "Bo Ek", Some("M"), Some("1:e vice ordförande"), None);
        expect("Eva von Ek (FP) för Per Holm (M)", "Eva von Ek", Some("FP"), None, Some("Per Holm"));
        expect("Individ- och familjechef Eva Ek", "Eva Ek", None, Some("Individ- och familjechef"), None);
        expect("Handl. Folke Ek", "Folke Ek", None, Some("Handl"), None);
        expect("Bo Ek – vice ordförande", "Bo Ek", None, Some("vice ordförande"), None);
        expect("Herr Albin Ek för herr Bo Ros", "Albin Ek", None, None, Some("Bo Ros"));
        expect("Bo Ek, i st. för Ombudsman Per Ros", "Bo Ek", None, None, Some("Per Ros"));
        expect("Eva Ek (MP), via Teams för Bo Ros (MP)", "Eva Ek", Some("MP"), None, Some("Bo Ros"));
        expect("Eva Ek, kd, ersätter Per Holm, kd", "Eva Ek", Some("KD"), None, Some("Per Holm"));
        expect("Eva Ek, c ersättare för Per Holm, c", "Eva Ek", Some("C"), None, Some("Per Holm"));
        expect("Eva Ek (V) tjg för Per Holm (V)", "Eva Ek", Some("V"), None, Some("Per Holm"));
        expect("Bo Ek, mark- och exploateringschef, §§ 2-3", "Bo Ek", None, Some("mark- och exploateringschef"), None);
        expect("Bo Ek, facklig företrädare, Vision", "Bo Ek", None, Some("facklig företrädare, Vision"), None);
        expect(
            "Bo Ek, representant för Hyresgästföreningen",
            "Bo Ek",
            None,
            Some("representant för Hyresgästföreningen"),
            None,
        );
    }

    #[test]
    fn scopes_and_marks() {
        let text = "Bo Ek (M), ej tjänstgörande ersättare, §§ 12-14, 16";
        let person = entry(text, 0..text.len()).unwrap();
        assert_eq!(person.mark, Some(Remark::NonServing));
        assert_eq!(person.paragraphs.unwrap().1, vec![(12, 14), (16, 16)]);
        let text = "Eva Ek, personalchef, § 7";
        assert_eq!(entry(text, 0..text.len()).unwrap().paragraphs.unwrap().1, vec![(7, 7)]);
    }

    #[test]
    fn run_in_lists() {
        let text = "Anna Berg (S), Bo Ek (M) och Eva-Lena Holm (C)";
        let names: Vec<&str> = run(text, 0..text.len()).into_iter().map(|p| &text[p.name]).collect();
        assert_eq!(names, ["Anna Berg", "Bo Ek", "Eva-Lena Holm"]);
        let text = "Anna Berg, s, Bo Ek, vpk och Eva Holm, c.";
        let people = run(text, 0..text.len());
        let parties: Vec<String> = people.iter().filter_map(|p| p.party.clone()).map(|p| p.1).collect();
        assert_eq!(parties, ["S", "VPK", "C"]);
    }

    #[test]
    fn commas_without_blanks_and_offices_cut_short() {
        let text = "Anna Berg(s), Bo Ek(m),Lars af Holm (fp) tjänstgörande ersättare för Eva von Ros(m)";
        let people = run(text, 0..text.len());
        let names: Vec<&str> = people.iter().map(|p| &text[p.name.clone()]).collect();
        assert_eq!(names, ["Anna Berg", "Bo Ek", "Lars af Holm"]);
        assert_eq!(people[2].replaces.clone().map(|r| &text[r]), Some("Eva von Ros"));
        let text = "kanslichef Bo Ek, sekr. Eva Ros";
        let people = run(text, 0..text.len());
        let roles: Vec<_> = people.iter().map(|p| (&text[p.name.clone()], p.role)).collect();
        assert_eq!(roles, [("Bo Ek", None), ("Eva Ros", Some(AttendeeRole::Secretary))]);
    }

    #[test]
    fn old_lists_with_honorifics() {
        let text = "herr Stig Holm, ordförande, herrar Erik Ek, Berg och Åke Lund samt fruarna Ida Ros och Maj Öst. Suppleanten herr Karl Ask tjänstgjorde i stället för herr Sven By.";
        let people = run(text, 0..text.len());
        let names: Vec<&str> = people.iter().map(|p| &text[p.name.clone()]).collect();
        assert_eq!(names, ["Stig Holm", "Erik Ek", "Berg", "Åke Lund", "Ida Ros", "Maj Öst", "Karl Ask"]);
        assert_eq!(people[0].role, Some(AttendeeRole::Chair));
        assert_eq!(people[6].replaces.clone().map(|r| &text[r]), Some("Sven By"));
        let text = "Vid sammanträdet närvoro jämväl brandchefen Karl Ask. Såsom sekreterare tjänstgjorde Göte By.";
        let people = run(text, 0..text.len());
        assert_eq!(people.len(), 2);
        assert_eq!(people[0].role_text.clone().map(|r| &text[r]), Some("brandchefen"));
    }
}
