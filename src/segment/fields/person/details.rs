//! What follows a name: party, role, organisation, scope, times, and whom the person replaces.

use crate::segment::fields::person::named::{Person, Remark};
use crate::segment::fields::person::replaced::{FOR, REPLACES, SUBSTITUTE_STEMS, replaces_len};
use crate::segment::fields::person::titles::{shortened_office, skip_titles};
use crate::segment::words::forms::Words;
use crate::segment::words::names::{self, honorific, is_title_word, name_at, role_of};
use crate::segment::words::parties;
use crate::segment::words::pattern::compile;
use crate::segment::words::scopes::{self, Scope};
use crate::segment::words::text::{fold, trim};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// In a run-in list a role may follow the name without a comma.
static ROLE_WORD: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^(?:{=persons.vice}\.?\s)?(?:{=persons.offices_short}(?:\.|\b)|{=persons.offices}\b)"));
static AT_HOME: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^{=persons.home_prepositions}\s\p{Lu}[\p{L}-]{2,}\s*[(,]"));
static SEPARATOR: LazyLock<Regex> = LazyLock::new(|| compile(r"^(?:{=persons.conjunctions}|&)\s+"));
static REMOTE: Words = Words::new("persons.remote");
static NOT: Words = Words::new("list-words.not");
static SUBSTITUTES: Words = Words::new("persons.substitutes");
static SERVING: Words = Words::new("persons.serving");
static SERVE_STEMS: Words = Words::new("persons.serve_stems");
static AWAY: Words = Words::new("persons.away");
static PREPOSITIONS: Words = Words::new("persons.prepositions");

pub fn set_role(text: &str, range: Range<usize>, person: &mut Person) {
    let range = trim(text, range, &[',', ';', '.', ':', ')']);
    let value = &text[range.clone()];
    if range.is_empty() || !value.chars().any(char::is_alphabetic) {
        return;
    }
    let folded = fold(value);
    if let Some(mark) = mark_of(&folded) {
        person.mark = Some(mark);
        return;
    }
    if is_remote(&folded) {
        person.remote = true;
        return;
    }
    if person.role.is_none() {
        person.role = role_of(value);
    }
    if person.role_text.is_none() {
        person.role_text = Some(range);
    }
}

fn set_scope(range: Range<usize>, scope: Scope, person: &mut Person) {
    match scope {
        Scope::Within(ranges) => person.paragraphs = Some((range, ranges)),
        Scope::Hours(start, end) => person.times.push((start, end)),
        limit => person.limits.push((range, limit)),
    }
}

pub fn is_remote(folded: &str) -> bool {
    REMOTE.within(folded)
}

fn mark_of(folded: &str) -> Option<Remark> {
    let has = |words: &Words| folded.split(' ').any(|word| words.has(word));
    let substitute = SUBSTITUTE_STEMS.within(folded) || has(&SUBSTITUTES);
    let serves = SERVE_STEMS.within(folded) || folded.split(' ').any(|word| word == "tj");
    let not = has(&NOT);
    if (serves || substitute) && not {
        Some(Remark::NonServing)
    } else if serves && substitute || SERVING.has(folded) {
        Some(Remark::Serving)
    } else if substitute && folded.split(' ').count() == 1 {
        Some(Remark::NonServing)
    } else if AWAY.within(folded) {
        Some(Remark::Absent)
    } else {
        None
    }
}

/// Reads what follows a name and gives where it ends.
pub fn details(text: &str, start: usize, end: usize, person: &mut Person, alone: bool) -> usize {
    let mut at = start;
    let mut done = start;
    while at < end {
        let Some(rest) = text.get(at..end) else { break };
        let Some(c) = rest.chars().next() else { break };
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        if matches!(c, '(' | '{' | '[')
            && let Some(close) = rest.find([')', '}', ']']).filter(|close| !rest[1..*close].contains(['(', '{', '[']))
        {
            // "(punkt 2, tekniska kontoret, enhetschef)"
            let mut from = at + 1;
            for part in rest[1..close].split([',', ';']) {
                read_parenthesis(text, from..from + part.len(), person);
                from += part.len() + 1;
            }
            at += close + 1;
            done = at;
            continue;
        }
        if matches!(c, '(' | '{' | '[') {
            let close = rest.find([')', '}', ']', ',', ';']).unwrap_or(rest.len());
            let inner = at + 1..at + close;
            read_parenthesis(text, inner, person);
            let closes = rest[close..].starts_with([')', '}', ']']);
            at += close + usize::from(closes);
            done = at;
            continue;
        }
        if let Some(found) = REPLACES.find(rest) {
            let (_, name_start, by_honorific) = skip_titles(text, at + found.end(), end);
            let from = skip_occupation(text, name_start, end);
            let short_for = FOR.has(&found.as_str().trim().to_lowercase());
            let after_comma = alone && text[..at].trim_end().ends_with(',');
            // "Såsom suppleanter inträdde Bo Ek för Eva Ros och ..."
            let told = !alone && {
                let sentence = text[..at].rsplit(". ").next().unwrap_or("").to_lowercase();
                SUBSTITUTE_STEMS.within(&sentence)
            };
            let name = name_at(text, from).filter(|name| name.range.end <= end);
            // "Anna Berg för Bo Ek" and nothing more.
            let whole = alone
                && name.as_ref().is_some_and(|name| {
                    let after = text[name.range.end..end].trim_start();
                    let closed = after.is_empty() || after.starts_with(['(', ',']);
                    name.tokens >= 2 && closed && !names::is_organization(&text[name.range.clone()])
                });
            if (!short_for || person.party.is_some() || after_comma || told || by_honorific || whole)
                && let Some(name) = name
            {
                person.replaces = Some(name.range.clone());
                at = name.range.end;
                let mut other = Person::default();
                at = replaced_party(text, at, end, &mut other);
                person.replaces_party = other.party.map(|(_, code)| code);
                done = at;
                continue;
            }
        }
        if let Some((len, scope)) = scopes::at_start(rest) {
            set_scope(at..at + len, scope, person);
            at += len.max(1);
            done = at;
            continue;
        }
        // "Anna Berg S, ordförande, Bo Ek M och": the code alone, in capitals.
        if person.party.is_none()
            && let Some(code) = bare_party(rest)
        {
            person.party = Some((at..at + code.len(), code.to_owned()));
            at += code.len();
            done = at;
            continue;
        }
        if !alone && let Some(found) = ROLE_WORD.find(rest) {
            set_role(text, at..at + found.end(), person);
            at += found.end();
            done = at;
            continue;
        }
        // "Erik Ek i Åby (ordförande)": where someone lives.
        if let Some(found) = AT_HOME.find(rest) {
            at += found.as_str().trim_end_matches(['(', ',']).trim_end().len();
            done = at;
            continue;
        }
        // "Anna Berg – ordförande"
        let is_dash = matches!(c, '-' | '–' | '—')
            && rest[c.len_utf8()..].starts_with(' ')
            && (alone || is_office(&text[at + c.len_utf8()..segment_end(text, at + c.len_utf8(), end)]));
        if matches!(c, ',' | ';') || is_dash {
            let from = at + c.len_utf8();
            let whole = trim(text, from..segment_end(text, from, end), &[]);
            let segment = whole.start..whole.start + without_phone(&text[whole.clone()]).len();
            let value = &text[segment.clone()];
            if value.is_empty() {
                at = if whole.is_empty() { at + c.len_utf8() } else { whole.end };
                done = at.max(done);
                continue;
            }
            // "ordf. hus 22": an office, and the house that the person comes for.
            if person.organization.is_none()
                && let Some(house) = OFFICE_AND_HOUSE.captures(value).and_then(|found| found.get(1))
            {
                person.organization = Some(segment.start + house.start()..segment.start + house.end());
                set_role(text, trim(text, segment.start..segment.start + house.start(), &[',']), person);
                at = whole.end;
                done = at;
                continue;
            }
            if person.party.is_none()
                && let Some(code) = parties::party_after_comma(value)
            {
                person.party = Some((segment.clone(), code));
                at = segment.end;
                done = at;
                continue;
            }
            // "Anna Berg, c ersättare för ...": the code and what follows it without a comma.
            if person.party.is_none()
                && role_of(value).is_none()
                && let Some((first, rest)) = value.split_once(' ')
                && let Some(code) = parties::party_after_comma(first)
                && (REPLACES.is_match(rest.trim_start())
                    || scopes::at_start(rest.trim_start()).is_some()
                    || rest.chars().next().is_some_and(char::is_lowercase))
            {
                person.party = Some((segment.start..segment.start + first.len(), code));
                at = segment.start + first.len();
                done = at;
                continue;
            }
            // "Gunnar Ek, Björkfors (s)": where someone lives, before the party.
            let goes_on = text.get(segment.end..end).unwrap_or("").trim_start();
            let party_next = goes_on
                .strip_prefix('(')
                .and_then(|rest| rest.split_once(')'))
                .is_some_and(|(code, _)| parties::party_in_parentheses(code).is_some());
            let is_home = person.party.is_none()
                && party_next
                && value.split_whitespace().count() <= 2
                && value.starts_with(char::is_uppercase)
                && text[person.name.clone()].contains(' ');
            if is_home {
                at = segment.end;
                done = at;
                continue;
            }
            if let Some(ranges) = scopes::bare(value).filter(|_| alone) {
                person.paragraphs = Some((segment.clone(), ranges));
                at = segment.end;
                done = at;
                continue;
            }
            // "Sonja Ask, nr 14": the house that someone comes for.
            if person.organization.is_none() && is_house(value) {
                person.organization = Some(segment.clone());
                at = whole.end;
                done = at;
                continue;
            }
            // "Sonja Ask, Fastighetsanställdas Förbund" in a run-in list.
            let sender = value.split(" (").next().unwrap_or(value);
            if !alone && person.organization.is_none() && names::is_organization(sender) {
                person.organization = Some(segment.start..segment.start + sender.len());
                at = segment.start + sender.len();
                done = at;
                continue;
            }
            let first_lower = value.chars().next().is_some_and(|c| c.is_lowercase() || c.is_ascii_digit());
            // "utvecklingsledare Pedro Nuñez": a title opens the next person of a run-in list.
            if !alone && first_lower && opens_person(value) {
                break;
            }
            // "socialchef Bo Ek, sekr. Eva Ros": where titles stand before names the office is the next one's.
            let titled = person.role_text.as_ref().is_some_and(|role| role.end <= person.name.start);
            if !alone && titled && shortened_office(text.get(segment.start..end).unwrap_or("")).is_some() {
                break;
            }
            let is_scope = text.get(segment.start..end).is_some_and(|rest| scopes::at_start(rest).is_some());
            if is_scope || REPLACES.is_match(&format!("{value} ")) && value.contains(' ') {
                at = segment.start;
                continue;
            }
            if first_lower && is_remote(&fold(value)) {
                person.remote = true;
                // "via Teams för Bo Ek": whom the person replaces stands behind it.
                let told = value.char_indices().filter(|(_, c)| *c == ' ').map(|(at, _)| at + 1);
                let told = told.into_iter().find(|at| REPLACES.is_match(&value[*at..]));
                at = told.map_or(segment.end, |told| segment.start + told);
                done = at;
                continue;
            }
            if first_lower
                && (alone || role_of(value).is_some() || value.split_whitespace().any(is_title_word))
                && honorific(value.split_whitespace().next().unwrap_or("")).is_none()
            {
                // A title may hold its own commas: "facklig företrädare, Vision".
                set_role(text, segment.clone(), person);
                at = segment.end;
                done = at;
                continue;
            }
            if alone {
                let after_name = |role: &&mut Range<usize>| role.start >= person.name.end;
                if let Some(role) = person.role_text.as_mut().filter(after_name) {
                    role.end = segment.end;
                } else if role_of(value).is_some() || value.split_whitespace().any(is_title_word) {
                    set_role(text, segment.clone(), person);
                } else {
                    person.organization = Some(segment.clone());
                }
                at = segment.end;
                done = at;
                continue;
            }
            break;
        }
        if alone {
            let stop = segment_end(text, at, end);
            let segment = trim(text, at..stop, &[]);
            let value = &text[segment.clone()];
            if let Some(ranges) = scopes::bare(value) {
                person.paragraphs = Some((segment.clone(), ranges));
            } else if person.party.is_none()
                && let Some(code) = parties::party_after_comma(value).filter(|_| value.len() <= 4)
            {
                person.party = Some((segment.clone(), code));
            } else if value.chars().next().is_some_and(|c| c.is_lowercase() || c.is_ascii_digit()) {
                set_role(text, segment.clone(), person);
            } else if value.chars().filter(|c| c.is_alphabetic()).count() >= 3 {
                person.organization.get_or_insert(segment.clone());
            }
            at = stop.max(at + c.len_utf8());
            done = at;
            continue;
        }
        break;
    }
    // In a run-in list the blank or comma after the details is not the person's.
    done.max(start)
}

/// "tjg för godsägare Bo Ek": the words in small letters before a whole name are no part of it.
fn skip_occupation(text: &str, start: usize, end: usize) -> usize {
    let mut at = start;
    for _ in 0..2 {
        let word = text.get(at..end).and_then(|rest| rest.split_whitespace().next()).unwrap_or("");
        let is_occupation = word.chars().count() >= 5 && word.chars().all(|c| c.is_lowercase() || c == '-');
        if !is_occupation {
            break;
        }
        at += word.len();
        at += text.get(at..end).map_or(0, |rest| rest.len() - rest.trim_start().len());
    }
    if name_at(text.get(..end).unwrap_or(text), at).is_some_and(|name| name.tokens >= 2) { at } else { start }
}

/// A known party’s code in capitals where nothing but the next part of a list follows.
fn bare_party(rest: &str) -> Option<&str> {
    let len = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    let (code, after) = rest.split_at(len);
    let next = after.trim_start();
    let ends = next.is_empty()
        || after.starts_with([',', ';'])
        || after.starts_with('.') && !after[1..].starts_with(char::is_alphabetic)
        || after.starts_with(char::is_whitespace)
            && (SEPARATOR.is_match(next) || next.starts_with(['(', '§']) || REPLACES.is_match(next));
    let is_code = parties::is_party(code) && code.chars().all(char::is_uppercase);
    (is_code && ends).then_some(code)
}

/// Words of a title with a whole name behind them.
fn opens_person(value: &str) -> bool {
    // "ersätter Bo Ek" tells of the one before.
    if REPLACES.is_match(value) {
        return false;
    }
    let words: Vec<&str> = value.split_whitespace().collect();
    // "v. ordf. fru Ek": an address before a surname.
    let is_addressed =
        words.windows(2).any(|two| honorific(two[0]).is_some() && two[1].starts_with(char::is_uppercase));
    if is_addressed && honorific(words[0]).is_none() {
        return true;
    }
    let Some(at) = words.iter().position(|word| word.starts_with(char::is_uppercase)) else { return false };
    let title = &words[..at];
    let is_title = title.last().is_some_and(|word| is_title_word(word) || word.chars().count() >= 8)
        && !title.iter().any(|word| PREPOSITIONS.has(word));
    let start: usize = value.find(words[at]).unwrap_or(0);
    is_title && name_at(value, start).is_some_and(|name| name.tokens >= 2)
}

fn replaced_party(text: &str, at: usize, end: usize, other: &mut Person) -> usize {
    let rest = text.get(at..end).unwrap_or("");
    let trimmed = rest.trim_start();
    let from = end - trimmed.len();
    if trimmed.starts_with(['(', '{']) {
        let close = trimmed.find([')', '}']).unwrap_or(trimmed.len());
        read_parenthesis(text, from + 1..from + close, other);
        return (from + close + 1).min(end);
    }
    if trimmed.starts_with(',') {
        let segment = trim(text, from + 1..segment_end(text, from + 1, end), &[]);
        if let Some(code) = parties::party_after_comma(&text[segment.clone()]) {
            other.party = Some((segment.clone(), code));
            return segment.end;
        }
    }
    at
}

fn read_parenthesis(text: &str, inner: Range<usize>, person: &mut Person) {
    let inner = trim(text, inner, &['(', '{', '[', '}', ']', ')']);
    let value = &text[inner.clone()];
    if value.is_empty() {
        return;
    }
    if person.party.is_none()
        && let Some(code) = parties::party_in_parentheses(value)
    {
        person.party = Some((inner, code));
    } else if let Some((_, scope)) = scopes::at_start(value) {
        set_scope(inner, scope, person);
    } else if let Some(len) = replaces_len(value)
        && let from = skip_occupation(text, skip_titles(text, inner.start + len, inner.end).1, inner.end)
        && let Some(name) = name_at(&text[..inner.end], from).filter(|name| name.tokens >= 2)
    {
        // "Albin Ek (för Gunnar Ros)"
        person.replaces = Some(name.range);
    } else if AGENDA_POINT.is_match(value) {
        // For which point of the agenda someone came is no title.
    } else if person.organization.is_none() && is_place_of_work(value) {
        person.organization = Some(inner);
    } else if let Some(role) = person.role_text.as_mut().filter(|role| role.start >= person.name.end) {
        role.end = inner.end;
        // "(kanslichef, sekreterare)"
        person.role = person.role.or_else(|| role_of(value));
    } else {
        set_role(text, inner, person);
    }
}

/// What stands before the number of a telephone: "hus 7 tel. 555 01 39".
fn without_phone(text: &str) -> &str {
    PHONE.find(text).map_or(text, |found| text[..found.start()].trim_end_matches([' ', ',', ';']))
}

static PHONE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)(?:(?:^|\s){=persons.phones}\.?\s*(?:nr\.?)?\s*:?\s*\d[\d\s/-]{3,}|(?:^|\s)0\d{1,3}\s?[-/]\s?\d{2,3}[\d\s]{2,})$",
    )
});

static OFFICE_AND_HOUSE: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^\p{Ll}[\p{Ll}\s]{2,24}\.?\s((?i:{=persons.houses})\.?\s*\d{1,4}\s?\p{L}?)$"));

/// "nr 14"; a flat is where someone lives, a house what someone owns.
fn is_house(text: &str) -> bool {
    HOUSE.is_match(text)
}

static HOUSE: LazyLock<Regex> = LazyLock::new(|| compile(r"^(?i:{=persons.houses})\.?\s*\d{1,4}\s?\p{L}?$"));

static AGENDA_POINT: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"^(?i:{=numbers.points})\s*(?:\d{1,3}|\p{Lu})(?:\s?[-–&]\s?(?:\d{1,3}|\p{Lu}))?(?:\s+§.*)?$")
});

/// An office or a title and nothing else.
fn is_office(text: &str) -> bool {
    let text = text.trim();
    text.starts_with(char::is_lowercase) && (role_of(text).is_some() || text.split_whitespace().all(is_title_word))
}

/// Where someone works, and not what as.
fn is_place_of_work(text: &str) -> bool {
    names::is_sender(text) && !text.split_whitespace().any(is_title_word)
}

/// Where a part of a list ends: at a comma, semicolon, parenthesis, or an "och" before the next.
fn segment_end(text: &str, start: usize, end: usize) -> usize {
    let mut at = start;
    while let Some(rest) = text.get(at..end) {
        let Some(c) = rest.chars().next() else { break };
        if matches!(c, ',' | ';' | '(' | '{' | '\n') {
            return at;
        }
        if c == '.'
            && rest[1..].trim_start().chars().next().is_none_or(char::is_uppercase)
            && rest[1..].starts_with([' ', '\n'])
            // "sjökapten J. P. Lind"
            && !names::is_initial(text[..=at].rsplit(char::is_whitespace).next().unwrap_or(""))
        {
            return at;
        }
        if c.is_whitespace() {
            let next = rest.trim_start();
            // "mark- och exploateringschef" is one title.
            let suspended = text[..at].ends_with('-');
            if let Some(found) = SEPARATOR.find(next)
                && !suspended
                && next[found.end()..].chars().next().is_some_and(|c| c.is_uppercase())
            {
                return at;
            }
            if SEPARATOR.is_match(next)
                && !suspended
                && next.split_whitespace().nth(1).is_some_and(|word| honorific(word).is_some())
            {
                return at;
            }
            if next.starts_with('§') && scopes::at_start(next).is_some() {
                return at;
            }
        }
        at += c.len_utf8();
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::AttendeeRole;

    /// The person whose name a text begins with, and what of the text was read.
    fn read(text: &str, alone: bool) -> (Person, &str) {
        let name = name_at(text, 0).unwrap().range;
        let mut person = Person { name: name.clone(), ..Person::default() };
        let end = details(text, name.end, text.len(), &mut person, alone);
        (person, &text[..end])
    }

    #[test]
    fn what_follows_a_name_alone_on_its_line() {
        let (person, all) = read("Anna Berg (S), ordförande, §§ 3-5", true);
        assert_eq!(person.party.map(|party| party.1).as_deref(), Some("S"));
        assert_eq!(person.role, Some(AttendeeRole::Chair));
        assert_eq!(person.paragraphs.unwrap().1, vec![(3, 5)]);
        assert_eq!(all, "Anna Berg (S), ordförande, §§ 3-5");
        assert!(read("Bo Ek (M), via Teams", true).0.remote && !read("Bo Ek (M), ekonom", true).0.remote);
        assert_eq!(read("Bo Ek (M), ej 13", true).0.limits[0].1, Scope::Without(vec![(13, 13)]));
    }

    #[test]
    fn in_a_run_of_names_the_next_ends_the_details() {
        assert_eq!(read("Anna Berg (S), Bo Ek (M)", false).1, "Anna Berg (S)");
        assert_eq!(read("Anna Berg S, Bo Ek M och Eva Ros C", false).1, "Anna Berg S");
        assert_eq!(read("Anna Berg (S), utvecklingsledare Bo Ek", false).1, "Anna Berg (S)");
        assert!(opens_person("utvecklingsledare Bo Ek"));
        assert!(!opens_person("ersätter Bo Ek") && !opens_person("chef vid utvecklingsenheten Bo Ek"));
    }

    #[test]
    fn whom_a_substitute_replaces() {
        for text in [
            "Eva Ros (C) tjg för Per Holm (M)",
            "Eva Ros (C), tjänstgör som ersättare för Per Holm (M)",
            "Eva Ros (C) i st. f. Per Holm (M)",
            "Eva Ros (C) (för Per Holm)",
        ] {
            let person = read(text, true).0;
            assert_eq!(person.replaces.map(|name| &text[name]), Some("Per Holm"), "{text}");
        }
        assert_eq!(read("Eva Ros (C) tjg för Per Holm (M)", true).0.replaces_party.as_deref(), Some("M"));
        assert_eq!(read("Eva Ros, ombud för Hyresgästföreningen", true).0.replaces, None);
    }

    #[test]
    fn remarks_and_no_titles() {
        let marks = [
            ("ej tjänstgörande ersättare", Some(Remark::NonServing)),
            ("ersättare", Some(Remark::NonServing)),
            ("tjg", Some(Remark::Serving)),
            ("tj ers", Some(Remark::Serving)),
            ("frånv", Some(Remark::Absent)),
            ("förhindrad", Some(Remark::Absent)),
            ("ekonomichef", None),
        ];
        for (words, mark) in marks {
            assert_eq!(mark_of(words), mark, "{words}");
        }
    }

    #[test]
    fn where_codes_and_titles_end() {
        assert_eq!(bare_party("S, ordförande"), Some("S"));
        assert_eq!(bare_party("M och Bo Ek"), Some("M"));
        assert_eq!(bare_party("Svensson"), None);
        let title = |text: &'static str| &text[..segment_end(text, 0, text.len())];
        assert_eq!(title("ordförande och Bo Ek"), "ordförande");
        assert_eq!(title("mark- och exploateringschef, § 4"), "mark- och exploateringschef");
    }
}
