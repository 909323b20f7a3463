//! The codes of parties, as they stand behind names.

use crate::segment::words::forms::{self, Words};
use crate::segment::words::misreadings::printed;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Codes of parties and church nominating groups; local lists are known by their capitals.
static CODES: Words = Words::new("parties.codes");

/// Unions and associations whose codes look like a party's.
pub static ASSOCIATION_CODES: Words = Words::new("parties.association_codes");

/// The codes of parties by the names that head their part of a list, as they have called themselves.
static NAMES: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let names_of =
        |code: &'static str| forms::of(&format!("parties.{code}")).iter().map(move |name| (name.as_str(), code));
    CODES.iter().copied().flat_map(names_of).collect()
});

/// The letters of codes with what each is misread as: of a code of one letter, and of longer ones.
static LETTERS_ALONE: [(Words, char); 4] = [
    (Words::new("misreadings.letter_s"), 'S'),
    (Words::new("misreadings.letter_l"), 'L'),
    (Words::new("misreadings.letter_c"), 'C'),
    (Words::new("misreadings.letter_v"), 'V'),
];
static LETTERS_AMONG_OTHERS: [(Words, char); 2] =
    [(Words::new("misreadings.letter_s"), 'S'), (Words::new("misreadings.letter_d"), 'D')];

/// The code of a party by its name in small letters.
pub fn named(name: &str) -> Option<&'static str> {
    NAMES.get(name).copied()
}

/// An all-caps code without parentheses after a name: "Anna Berg SD".
pub fn party_after_name(word: &str) -> bool {
    let n = word.chars().count();
    (2..=4).contains(&n) && word.chars().all(char::is_uppercase) && CODES.has(word)
}

/// The party of what stands in parentheses, upper-cased. Digits that engines put for letters are mended.
pub fn party_in_parentheses(inner: &str) -> Option<String> {
    let inner = inner.trim().trim_end_matches('.');
    let n = inner.chars().count();
    if inner == "-" || inner == "–" {
        return Some("-".to_owned());
    }
    if n == 0 || n > 5 {
        return None;
    }
    let upper: String = inner.to_uppercase();
    if ASSOCIATION_CODES.has(&upper) {
        return None;
    }
    if CODES.has(&upper) {
        return Some(upper);
    }
    let letters: &[(Words, char)] = if n == 1 { &LETTERS_ALONE } else { &LETTERS_AMONG_OTHERS };
    let mended: String = upper.chars().map(|c| printed(c, letters)).collect();
    if CODES.has(&mended) {
        return Some(mended);
    }
    (inner.chars().all(char::is_alphabetic) && n >= 2 && inner.chars().any(char::is_uppercase)).then_some(upper)
}

/// Whether a code is one of a party that many places know.
pub fn is_party(code: &str) -> bool {
    CODES.has(code)
}

/// The party of a code after a comma: a known one, or one with two capitals at least.
pub fn party_after_comma(code: &str) -> Option<String> {
    let code = code.trim().trim_end_matches('.');
    // An engine sees a letter alone twice: "Vv".
    let code = match code.chars().collect::<Vec<char>>().as_slice() {
        [one, two] if one.is_uppercase() && one.to_lowercase().eq(two.to_lowercase()) => &code[..one.len_utf8()],
        _ => code,
    };
    let n = code.chars().count();
    if n == 0 || n > 5 || !code.chars().all(char::is_alphabetic) {
        return None;
    }
    let upper = code.to_uppercase();
    if ASSOCIATION_CODES.has(&upper) {
        return None;
    }
    let capitals = code.chars().filter(|c| c.is_uppercase()).count();
    (CODES.has(&upper) || capitals >= 2).then_some(upper)
}

/// From when to when a party went by a code: the first and the last year, the last open where it still does. Several
/// parties may have had one code after another; none where the table knows nothing.
fn years(code: &str) -> Vec<(i16, Option<i16>)> {
    let of_code = |row: &&str| {
        let (_, years) = row.split_once(' ').filter(|(own, _)| *own == code)?;
        let (first, last) = years.split_once('-')?;
        Some((first.parse().ok()?, last.parse().ok()))
    };
    YEARS.iter().filter_map(of_code).collect()
}

/// Minutes go on with an old code for some years, and groups are named before they are parties.
const YEARS_BESIDE: i16 = 10;

/// Whether a party went by a code about a year, as far as the table knows.
pub fn existed(code: &str, year: i16) -> bool {
    let known = years(code);
    let covers = |(first, last): &(i16, Option<i16>)| {
        first - YEARS_BESIDE <= year && last.is_none_or(|last| year <= last + YEARS_BESIDE)
    };
    known.is_empty() || known.iter().any(covers)
}

static YEARS: Words = Words::new("parties.years");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_codes_are_mended() {
        assert_eq!(party_in_parentheses("5").as_deref(), Some("S"));
        assert_eq!(party_in_parentheses("|").as_deref(), Some("L"));
        assert_eq!(party_in_parentheses("k0").as_deref(), Some("KD"));
        assert_eq!(party_in_parentheses("€").as_deref(), Some("C"));
        assert_eq!(party_in_parentheses("SPF"), None);
    }

    #[test]
    fn parties_by_name_and_year() {
        assert_eq!(named("centerpartiet"), Some("C"));
        assert_eq!(named("golfklubben"), None);
        assert_eq!(years("KDS"), [(1964, Some(1996))]);
        assert_eq!(years("L"), [(1902, Some(1934)), (2015, None)]);
        assert!(years("ABC").is_empty());
        assert!(
            existed("L", 1920)
                && !existed("L", 1970)
                && existed("KDS", 2000)
                && existed("L", 2020)
                && existed("ABC", 1970)
        );
    }

    #[test]
    fn every_row_of_years_names_a_code_and_is_in_order() {
        for row in YEARS.iter() {
            let (code, _) = row.split_once(' ').unwrap();
            assert!(is_party(code), "{row}");
            for (first, last) in years(code) {
                assert!((1850..2100).contains(&first) && last.is_none_or(|last| first <= last), "{row}");
            }
        }
        let n_rows: usize = CODES.iter().map(|code| years(code).len()).sum();
        assert_eq!(n_rows, YEARS.len());
    }
}
