//! Which rows may open an item: readings of § numbers.
//!
//! A number inside a sentence, a point of a list and a row of the agenda look like headings too. Each
//! candidate gets a weight for its form and place; which are true is left to `chain`.

use crate::segment::words::dates::{self, is_month};
use crate::segment::words::forms::Words;
use crate::segment::words::labels::BODY_ENDINGS;
use crate::segment::words::misreadings::{self, digits};
use crate::segment::words::pattern::compile;
use crate::segment::words::references::may_be_reference;
use crate::segment::words::text::fold;
use crate::segment::words::torn;
use regex::{Captures, Regex};
use std::ops::Range;
use std::sync::LazyLock;

#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, PartialOrd, Ord)]
pub enum Family {
    /// `§ 12`, `KS § 12`, `12 §`, and `§` read as another sign.
    Sign,
    /// `Paragraf 12.`, `Ärende 12`, `Punkt 12`.
    Word,
    /// `12. Title`, `12) Title`, `(12) Title`, `12/`, `12:o`, `12/16`
    Dotted,
    /// `2.1. Title`: the matters of a group.
    Decimal,
    /// `Kf 88`, and any other word before a number that rises.
    Prefix,
    /// `12` alone in a column of numbers, `12 Title`.
    Bare,
    /// A heading without a number.
    Headed,
}

#[derive(Clone, Debug)]
pub struct Heading {
    pub row: usize,
    pub number: u32,
    pub last: Option<u32>,
    pub suffix: Option<String>,
    /// As it is printed: two figures of it until the sheet has settled them.
    pub year: Option<u32>,
    pub body: Option<String>,
    pub family: Family,
    /// What stands before and behind the number, folded: headings of one document share it.
    pub shape: String,
    /// The parts of a number such as `2.1`; empty otherwise.
    pub path: Vec<u32>,
    pub weight: f32,
    /// The label's bytes in the row's flow.
    pub label: Range<usize>,
    /// What follows the label in the row's flow.
    pub rest: Range<usize>,
    /// The number is not printed, or printed otherwise: it follows from its neighbours.
    pub inferred: bool,
}

impl Heading {
    /// Whether it has a number of its own; `2.1` and a heading alone have none.
    pub fn is_numbered(&self) -> bool {
        self.path.is_empty() && self.family != Family::Headed
    }

    pub fn end(&self) -> u32 {
        self.last.unwrap_or(self.number)
    }

    /// A heading whose number follows from a neighbour's, of the neighbour's form.
    pub fn inferred(of: &Heading, row: usize, number: u32, label: Range<usize>, end: usize) -> Heading {
        Heading {
            row,
            number,
            last: None,
            suffix: None,
            year: None,
            body: None,
            family: of.family,
            shape: of.shape.clone(),
            path: Vec::new(),
            weight: 0.4,
            rest: label.end..end,
            label,
            inferred: true,
        }
    }
}

const CODE: &str = r"(?:[\p{Lu}][\p{L}]{0,4}\.?(?:\s[\p{Lu}][\p{L}]{0,3})?(?:[\s/-](?:19|20)\d{2}\s?[-:]?)?|\p{Ll}{2,4}(?:\s?\p{Ll}{2})?)";
/// "/2019", "/19" or "(2019)" behind a number.
const YEAR: &str = r"(?:\s?/\s?(?P<year>\d{4}|\d{2}\b)|\s?\((?P<bracketed>(?:19|20)\d{2})\))?";
const LAST: &str = r"(?:\s?[-–—]{1,2}\s?(?P<last>\d{1,4}))?";

/// A figure, or a letter that one is read as before other figures.
const DIGIT: &str = "(?:[0-9]|{=misreadings.digit_0}|{=misreadings.digit_1})";
/// What `§` is read as, and `§§`.
const ONE_SIGN: &str = "{=misreadings.section_sign_letters}|{=misreadings.section_sign_figures}";
const SIGNS: &str = "{=misreadings.section_signs}|{=misreadings.section_signs_in_headings}|{=misreadings.section_sign_letters}|{=misreadings.section_sign_figures}|{=misreadings.section_sign_before_number}";

static SIGN: LazyLock<Regex> = LazyLock::new(|| {
    compile(&format!(
        r"(?x)^(?:[|'`´._]\s?)?(?P<body>{CODE}|[\p{{Lu}}][\p{{L}}\ -]{{4,40}})?\s*{{=misreadings.section_sign_first}}?
            (?P<mark>§\s?§|§\$|§|{{=misreadings.section_sign}}{{1,2}})[\s.-]*
            (?P<n>{DIGIT}{{1,4}}|{{=misreadings.digit_5}}[0-9]{{1,3}}){LAST}{YEAR}(?:\s?(?P<suf>[a-hA-H])(?:\b|$))?(?P<dot>[.:,]?)(?P<rest>(?s:.*))$"
    ))
});
static SIGN_LIKE: LazyLock<Regex> = LazyLock::new(|| {
    compile(&format!(
        r"^(?P<body>{CODE}\s)(?P<mark>{SIGNS})\s?(?P<n>\d{{1,4}}){LAST}(?P<dot>[.:]?)(?P<rest>$|\s(?s:.*))"
    ))
});
static SIGN_LIKE_ALONE: LazyLock<Regex> = LazyLock::new(|| {
    compile(&format!(r"^(?P<mark>{SIGNS})\s?(?P<n>\d{{1,4}}){LAST}(?P<dot>[.:]?)(?P<rest>$|\s(?s:.*))"))
});
static SIGN_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    compile(&format!(
        r"^(?P<n>\d{{1,4}}){LAST}\s?(?P<suf>[a-h])?\s?(?P<mark>§§?|{{=misreadings.section_sign}})(?P<dot>[.:e]?)(?P<rest>$|\s(?s:.*))"
    ))
});
/// "Kommunstyrelsen 14.3.2016 § 42", as Finnish bodies have it.
static SIGN_AFTER_DATE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^(?P<body>[\p{Lu}][\p{L} -]{2,40}?),?\s+\d{1,2}\.\s?\d{1,2}\.\s?\d{4},?\s+(?:§\s?|{=misreadings.section_sign}\s)(?P<n>\d{1,4})(?P<dot>[.:]?)(?P<rest>$|\t(?s:.*))",
    )
});
static SIGN_AFTER_LIKE: LazyLock<Regex> = LazyLock::new(|| {
    compile(&format!(
        r"^(?P<n>\d{{1,4}}){LAST}\s?(?P<mark>{ONE_SIGN}|{{=misreadings.section_sign_after_number}})(?P<dot>[.:]?)(?P<rest>$|\t(?s:.*))"
    ))
});
static WORD: LazyLock<Regex> = LazyLock::new(|| {
    compile(&format!(
        r"(?x)^(?P<shape>(?i:{{=numbers.headings}}))(?:\s+(?i:{{=numbers.number_words}})\.?)?\s*
            (?P<n>\d{{1,4}}){LAST}{YEAR}(?:\s?(?P<suf>[a-h])\b)?(?P<dot>[.:]?)(?P<rest>(?s:.*))$"
    ))
});
static DOTTED: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^(?:[|'`´]\s?)?(?P<open>\()?(?P<n>\d{1,3})(?:\s?(?P<suf>[a-h])\b)?(?P<dot>\s?/\.?|\.\)|\s?\.|[):]|\s[-–—])(?P<rest>$|\s(?s:.*)|\p{Lu}\p{Ll}(?s:.*))",
    )
});
/// `1:o`, the ordinal of old minutes, its small o often read as a nought.
static ORDINAL: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^(?P<open>\()?(?P<n>\d{1,3})\s?(?P<dot>(?::\s?(?:o|{=misreadings.letter_o})|\s[oO])\s?[).]?)(?P<rest>$|\s(?s:.*))",
    )
});
/// `74/16`: the year makes the sign.
static OF_YEAR: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"^(?P<n>\d{1,4})\s?/\s?(?P<year>(?:19|20)\d{2}|\d{2})(?P<dot>[.:]?)(?P<rest>$|\s(?s:.*))")
});
static DECIMAL: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^(?:§\s?)?(?P<path>\d{1,2}(?:\.\d{1,2}){1,3})(?P<dot>\.?)(?P<rest>$|\s(?s:.*))"));
static PREFIX: LazyLock<Regex> = LazyLock::new(|| {
    compile(&format!(
        r"^(?P<body>{CODE})\s(?P<n>\d{{1,4}}){LAST}{YEAR}(?:\s(?P<suf>[a-h]))?(?P<dot>[.:]?)(?P<rest>$|\s(?s:.*))"
    ))
});
/// Any word before a number.
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    compile(&format!(
        r"^(?P<shape>[\p{{L}}][\p{{L}}-]{{1,22}}\.?(?:\s(?i:{{=numbers.number_words}})\.?)?)\s(?P<n>\d{{1,4}}){LAST}{YEAR}(?P<dot>[.:]?)(?P<rest>$|\s(?s:.*))"
    ))
});
static BARE: LazyLock<Regex> = LazyLock::new(|| compile(r"^(?P<n>\d{1,4})(?P<dot>)(?P<rest>$|\t(?s:.*))"));
static BARE_BEFORE_TITLE: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^(?P<n>\d{1,3})(?P<dot>) (?P<rest>[\p{Lu}](?s:.*))$"));

fn heading(text: &str, found: &Captures, family: Family, weight: f32) -> Option<Heading> {
    let path: Vec<u32> =
        found.name("path").map_or(Vec::new(), |path| path.as_str().split('.').filter_map(|n| n.parse().ok()).collect());
    let number = if path.is_empty() { digits(&found["n"]).parse().ok()? } else { 0 };
    let last =
        found.name("last").and_then(|m| m.as_str().parse().ok()).filter(|last| *last > number && *last - number < 60);
    let rest = found.name("rest").map_or(text.len()..text.len(), |m| m.range());
    let body = found.name("body").map(|m| m.as_str().trim().to_owned()).filter(|body| !body.is_empty());
    // Words that no body is named by must stand before every number.
    let named = body.as_deref().filter(|body| !is_body(body));
    if named.is_some_and(|body| family != Family::Sign || !names_items(body) || !body.starts_with(char::is_uppercase)) {
        return None;
    }
    let label_end = found.name("dot").map_or(rest.start, |m| m.end());
    let part = |name| found.name(name).map_or("", |m: regex::Match| m.as_str());
    let shape = match family {
        Family::Sign => named.map_or(String::new(), fold),
        Family::Dotted if !part("year").is_empty() => format!("/{}", part("year")),
        Family::Dotted => {
            let plain: String = part("dot").split_whitespace().collect();
            format!(
                "{}{}",
                part("open"),
                plain.replace(|c: char| misreadings::is(&LETTER_O, c), "o").trim_start_matches(':')
            )
        }
        _ => fold(if part("shape").is_empty() { body.as_deref().unwrap_or("") } else { part("shape") }),
    };
    let year = found.name("year").or(found.name("bracketed")).and_then(|m| m.as_str().parse().ok());
    Some(Heading {
        row: 0,
        number,
        last,
        suffix: found.name("suf").map(|m| m.as_str().to_lowercase()),
        year,
        body,
        family,
        shape,
        path,
        weight,
        label: 0..label_end,
        rest,
        inferred: false,
    })
}

static LETTER_O: Words = Words::new("misreadings.letter_o");
/// What stands before numbers and looks like a body's short name.
static ABBREVIATIONS: Words = Words::new("numbers.abbreviations");
static FUNCTION_WORDS: Words = Words::new("numbers.function_words");
static UNITS: Words = Words::new("numbers.units");
/// Words before numbers that count something else than items.
static COUNTED_OTHERWISE: Words = Words::new("numbers.counted_otherwise");

/// A body's short name before the number, such as `KS`, `Sn`, `KS AU`, or its whole name.
fn is_body(text: &str) -> bool {
    let lower = text.to_lowercase();
    let word = lower.trim_end_matches('.');
    let in_capitals = text.chars().filter(|c| c.is_uppercase()).count() >= 2 && !text.contains(char::is_lowercase);
    // "KR § 12" is the kyrkoråd's, "se § 12" and "5 kr" are nobody's.
    if ABBREVIATIONS.has(word)
        || FUNCTION_WORDS.has(word) && !in_capitals
        || UNITS.has(word) && text.starts_with(char::is_lowercase)
    {
        return false;
    }
    let short =
        text.split_whitespace().all(|word| word.chars().count() <= 5 || word.contains(|c: char| c.is_ascii_digit()));
    short || BODY_ENDINGS.iter().any(|end| lower.ends_with(end))
}

/// Whether a word before a number may be what items are called by.
fn names_items(word: &str) -> bool {
    let folded = fold(word);
    let first = folded.split(' ').next().unwrap_or("");
    !COUNTED_OTHERWISE.has(first) && !is_month(first)
}

/// Every reading of a row as the head of an item.
pub fn readings(text: &str) -> Vec<Heading> {
    let mut out = Vec::new();
    let mut add = |found: Option<Captures>, family, weight| {
        if let Some(heading) = found.and_then(|found| heading(text, &found, family, weight)) {
            out.push(heading);
        }
    };
    let is_section = text.contains('§');
    add(SIGN.captures(text), Family::Sign, if is_section { 3.0 } else { 1.6 });
    // "S 35" is § 35 and not the fifth of a body S.
    let is_of_body = |found: &Captures| found["body"].trim().chars().count() > 1;
    add(SIGN_LIKE.captures(text).filter(is_of_body), Family::Sign, 0.7);
    add(SIGN_LIKE_ALONE.captures(text), Family::Sign, 0.7);
    add(SIGN_AFTER.captures(text), Family::Sign, if is_section { 2.6 } else { 1.4 });
    add(SIGN_AFTER_DATE.captures(text), Family::Sign, if is_section { 2.6 } else { 1.0 });
    // "12-15": two figures, the second no greater, are no two numbers.
    let rises = |found: &Captures| {
        let number = |name| found.name(name).and_then(|m| m.as_str().parse::<u32>().ok());
        number("last").is_none_or(|last| number("n").is_some_and(|first| first < last && last - first < 10))
    };
    add(SIGN_AFTER_LIKE.captures(text).filter(rises), Family::Sign, 0.5);
    add(WORD.captures(text), Family::Word, 2.6);
    add(
        DOTTED.captures(text).filter(|found| {
            found.name("open").is_some() == found["dot"].starts_with(')') || found.name("open").is_none()
        }),
        Family::Dotted,
        1.0,
    );
    add(ORDINAL.captures(text), Family::Dotted, 1.2);
    add(OF_YEAR.captures(text), Family::Dotted, 0.8);
    add(DECIMAL.captures(text), Family::Decimal, 1.2);
    let prefixed = PREFIX.captures(text).filter(|found| is_body(&found["body"]));
    let named = NAMED.captures(text).filter(|found| prefixed.is_none() && names_items(&found["shape"]));
    add(prefixed, Family::Prefix, 1.0);
    add(named, Family::Prefix, 0.8);
    add(BARE.captures(text), Family::Bare, 0.4);
    add(BARE_BEFORE_TITLE.captures(text), Family::Bare, 0.3);
    // "P a r a g r a f 2 1 .": the words of a heading alone on its row, torn. The row is all label.
    if let Some(torn) = torn::untorn(text)
        && let Some(found) = WORD.captures(&torn)
        && let Some(whole) = heading(&torn, &found, Family::Word, 2.4)
    {
        out.push(Heading { label: 0..text.len(), rest: text.len()..text.len(), ..whole });
    }
    out
}

/// Whether a row is a strong heading on its own: never a running head.
pub fn is_strong(text: &str, readings: &[Heading]) -> bool {
    readings.iter().any(|reading| reading.weight >= 1.4 && fits_rest(&text[reading.rest.clone()]) > -0.5)
}

/// A date and nothing else.
fn is_date(text: &str) -> bool {
    dates::dates(text).first().is_some_and(|at| at.range.len() >= text.trim_end().len())
}

/// What may follow a number: nothing, a title, a reference; not the rest of a sentence.
pub fn fits_rest(rest: &str) -> f32 {
    let trimmed = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '-' | '–' | ':' | '_'));
    match trimmed.chars().next() {
        None => 0.3,
        Some(c) if c.is_uppercase() || matches!(c, '"' | '”' | '(') => 0.3,
        Some(c) if c.is_ascii_digit() && rest.starts_with('\t') => 0.0,
        Some(c) if c.is_ascii_digit() && (may_be_reference(trimmed) || is_date(trimmed)) => 0.1,
        Some(c) if c.is_lowercase() && rest.starts_with('\t') => -0.5,
        Some(_) => -3.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};
    use crate::segment::marks::sheet::Sheet;
    use crate::segment::outline::candidates::candidates;
    use crate::segment::outline::chain::{chain, completed};

    fn numbers(text: &str) -> Vec<u32> {
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        let candidates = candidates(&sheet, |_| true);
        completed(&sheet, &candidates, chain(&sheet, &candidates)).iter().map(|heading| heading.number).collect()
    }

    #[test]
    fn forms_of_headings() {
        let first = |text: &str| {
            readings(text)
                .into_iter()
                .max_by(|a, b| a.weight.total_cmp(&b.weight))
                .map(|h| (h.number, h.last, h.suffix, h.year))
        };
        assert_eq!(first("KS § 130\tDnr KS 2019/1"), Some((130, None, None, None)));
        assert_eq!(first("AU §§ 15-17"), Some((15, Some(17), None, None)));
        assert_eq!(first("Kf § 88 a"), Some((88, None, Some("a".into()), None)));
        assert_eq!(first("§ 12/2019"), Some((12, None, None, Some(2019))));
        assert_eq!(first("Paragraf 31."), Some((31, None, None, None)));
        assert_eq!(first("7 §"), Some((7, None, None, None)));
        assert_eq!(first("Kf 75"), Some((75, None, None, None)));
        assert_eq!(first("Bilaga KS § 131"), None);
        assert_eq!(first("74/16\tEKONOMISK LÄGESRAPPORT"), Some((74, None, None, Some(16))));
        assert_eq!(first("2:0)\tVal av justerare"), Some((2, None, None, None)));
    }

    #[test]
    fn short_years_of_numbers_follow_the_documents_dates() {
        let year = |head: &str| {
            let text = format!("{head}\n§ 4/04\tVal av justerare\nBo Ek väljs.\n§ 5/04\tDagordning\nDen godkänns.");
            let pages = vec![CorrectedPage::new(OcrPage::from_text(1, &text), Vec::new())];
            candidates(&Sheet::new(&pages), |_| true)[0].year
        };
        assert_eq!(year("Sammanträde den 4 maj 1904"), Some(1904));
        assert_eq!(year("Sammanträde den 4 maj 2004"), Some(2004));
        assert_eq!(year("Sammanträde"), Some(2004));
    }

    #[test]
    fn a_sign_read_badly_is_kept_by_its_neighbours() {
        let text = "§ 4\tVal av justerare\nBo Ek väljs.\n& 5\tDagordning\nDen godkänns.\n8 6\tRapporter\nEnligt § 2 i stadgarna ska detta ske.\n§ 7\tAvslutning\nMötet avslutas.";
        assert_eq!(numbers(text), [4, 5, 6, 7]);
    }

    #[test]
    fn old_ordinals_and_numbers_of_a_year() {
        assert_eq!(numbers("1:o)\tVal\nBo Ek valdes.\n2:0)\tSlut\nSlut.\n3 : 0 )\tTack\nTack."), [1, 2, 3]);
        assert_eq!(
            numbers("1:o)\tVal\nBo Ek valdes.\n2 o) Slut\nSlut.\ny o) Tack\nTack.\n4:o)\tEk\nEk."),
            [1, 2, 3, 4]
        );
        assert_eq!(
            numbers("71/16\tTACK\nTack.\n72/16\tIN\nIn.\n7316\tVAL\nBo Ek.\n74/16\tSLUT\nSlut."),
            [71, 72, 73, 74]
        );
        assert_eq!(numbers("72/16\tÖPPNANDE\nVälkommen.\n73/16\tVAL\nBo Ek valdes.\n74/16\tSLUT\nSlut."), [72, 73, 74]);
    }

    #[test]
    fn points_of_a_list_are_no_items() {
        let text =
            "§ 4\tVal\nVi väljer:\n1. Bo Ek\n2. Eva Ek\n5. Per Ek\n§ 5\tDagordning\nDen godkänns.\n§ 6\tSlut\nSlut.";
        assert_eq!(numbers(text), [4, 5, 6]);
    }

    #[test]
    fn numbers_without_a_sign() {
        let text =
            "1. Öppnande\nMötet öppnas.\n2. Val\nEva väljs.\n114. Rapporter\nDe godkänns.\n4. Slut\nMötet avslutas.";
        assert_eq!(numbers(text), [1, 2, 4]);
        let text =
            "9. Öppnande\nMötet öppnas.\n10. Val\nEva väljs.\n114. Rapporter\nDe godkänns.\n12. Slut\nMötet avslutas.";
        assert_eq!(numbers(text), [9, 10, 11, 12]);
    }
}
