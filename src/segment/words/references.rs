//! Diarienummer and the earlier bodies' numbers ("Ks 82") in the rows of an item's head.

use crate::segment::words::dates;
use crate::segment::words::pattern::compile;
use crate::segment::words::text::trim;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

static REFERENCE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?ix)(?:^|[\s,(\t])(?P<label>{=numbers.reference_labels}|{=misreadings.reference_labels})
            (?:\b\s*[.:]*\s*(?P<value>[^\t]*)|(?P<glued>\d[^\t]*))",
    )
});

/// "Dar 77/61", "Ldnr 77/61": the label misread or another, before a number and a year and nothing else.
static MISREAD_REFERENCE: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"(?:^|\t)\s*(?P<label>D\p{Ll}r|Dn\p{Ll}|\p{Lu}\p{Ll}{0,8}nr)[.:]?\s+(?P<value>\d{1,4}\s?/\s?\d{2,4})$")
});

static BARE_REFERENCE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^(?:[\p{Lu}]{2,6}[ /.-]?(?:19|20)\d{2}[/:.-]\s?\d{1,5}(?:[-/ ]\d{1,4})*|(?:19|20)\d{2}[/:-][\p{Lu}]{2,4}\s?\d[\d /-]*|(?:19|20)\d{2}/\d{1,5}(?:[-/ ]\d{1,4})*|[\p{Lu}]{2,6} \d{1,5}/\d{2}(?:-\d{1,4})?|[\p{Lu}]{2,6} \d{2}/\d{1,5})$",
    )
});

/// Figures and codes such as registers have them, in any order: "2017.632 BUN", "26/0001-1", "504-363/03". Only where a
/// reference stands: dates, hours and amounts look like it.
static REGISTERED: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^(?:[\p{Lu}][\p{L}]{0,5}[ ./:-]{0,2})?(?:\d{1,4}[ ./:-]{1,2}(?:[\p{Lu}]{2,5}[ ./:-]?)?\d{1,6}|\d{2,6} [\p{Lu}]{2,5})(?:[ ./:-]{1,2}(?:\d{1,6}|[\p{Lu}]{1,5}))*$",
    )
});

static EARLIER: LazyLock<Regex> = LazyLock::new(|| compile(r"\b([\p{Lu}][\p{L}]{1,4})(?:\s?§\s?|\s)(\d{1,4})\b"));

static EARLIER_ROW: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^(?:[\p{Lu}][\p{L}]{1,4}(?:\s?§\s?|\s)\d{1,4}[\s,]*)+$"));

/// The reference in a text: the range of label and value, and of the value alone.
pub fn reference_in(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let Some(found) = REFERENCE.captures(text).or_else(|| MISREAD_REFERENCE.captures(text)) else {
        // In parentheses behind the title: "Delårsrapport (KS 2009/087)".
        if let Some((open, inner)) = text.trim_end().strip_suffix(')').and_then(|text| text.rsplit_once('('))
            && BARE_REFERENCE.is_match(inner.trim())
        {
            let value = trim(text, open.len() + 1..open.len() + 1 + inner.len(), &[]);
            return Some((open.len()..text.len(), value));
        }
        // Without a label, in the last column of a heading's row.
        let start = text.rfind('\t')? + 1;
        let value = trim(text, start..text.len(), &[]);
        return BARE_REFERENCE.is_match(&text[value.clone()]).then_some((start..text.len(), value));
    };
    let (label, value) = (found.name("label")?, found.name("value").or(found.name("glued"))?);
    let trimmed = trim(text, value.range(), &['.', ',', ')', ':', '(']);
    let plausible = trimmed.len() <= 40 && text[trimmed.clone()].chars().any(|c| c.is_ascii_digit());
    if !plausible && !text[trimmed.clone()].trim().is_empty() {
        return None;
    }
    Some((label.start()..value.end(), trimmed))
}

pub fn is_reference_row(text: &str) -> bool {
    let text = text.trim().trim_start_matches(['(', '[', '-', '–', '|', '»', '·', ' ']).trim_end_matches([')', ']']);
    BARE_REFERENCE.is_match(text)
        || reference_in(text).is_some_and(|(whole, _)| whole.start <= 1 && whole.end >= text.len())
}

pub fn read_earlier(text: &str, into: &mut Vec<(String, u32)>) {
    for found in EARLIER.captures_iter(text) {
        if let Ok(number) = found[2].parse() {
            into.push((found[1].to_owned(), number));
        }
    }
}

/// Whether a text is a reference without a label.
pub fn is_bare_reference(text: &str) -> bool {
    BARE_REFERENCE.is_match(text.trim())
}

/// Whether a text may be a reference, in a place where references stand.
pub fn may_be_reference(text: &str) -> bool {
    let text = text.trim();
    let n_digits = text.chars().filter(char::is_ascii_digit).count();
    is_bare_reference(text)
        || n_digits >= 3 && text.contains(['.', '/', ':', '-']) && REGISTERED.is_match(text) && !is_date_or_hour(text)
}

/// "2018-01-30", "10.30"
fn is_date_or_hour(text: &str) -> bool {
    let whole = |range: Range<usize>| range.len() + 2 >= text.len();
    dates::dates(text).first().is_some_and(|at| whole(at.range.clone()))
        || dates::short_date(text).is_some_and(|at| whole(at.range))
        || dates::times(text).first().is_some_and(|at| whole(at.range.clone()))
}

/// Whether a text holds nothing but the earlier bodies' numbers.
pub fn is_earlier_row(text: &str) -> bool {
    EARLIER_ROW.is_match(text.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_with_and_without_a_label() {
        let value = |text: &str| reference_in(text).map(|(_, value)| text[value].to_owned());
        assert_eq!(value("Dnr KS 2019/353").as_deref(), Some("KS 2019/353"));
        assert_eq!(value("§ 4\tÄrende nr: 2019-12").as_deref(), Some("2019-12"));
        assert_eq!(value("Diarienummer: BN 2018-00123.").as_deref(), Some("BN 2018-00123"));
        assert_eq!(value("Dhr77/61").as_deref(), Some("77/61"));
        assert_eq!(value("Ldnr 77/61").as_deref(), Some("77/61"));
        assert_eq!(value("Delårsrapport (KS 2009/087)").as_deref(), Some("KS 2009/087"));
        assert_eq!(value("§ 12\tBudget\tKS 2009/087").as_deref(), Some("KS 2009/087"));
        assert_eq!(value("Budget för 2009"), None);
        assert_eq!(value("Dnr enligt vad som tidigare har sagts i ärendet"), None);
    }

    #[test]
    fn the_whole_of_a_reference_is_its_label_and_its_value() {
        let (whole, value) = reference_in("Budget, dnr KS 19/3").unwrap();
        assert_eq!((whole, value), (8..19, 12..19));
    }

    #[test]
    fn rows_that_hold_a_reference_and_nothing_else() {
        assert!(is_reference_row("Dnr KS 2019/353") && is_reference_row("(KS 2019/353)"));
        assert!(is_reference_row("2019/353-12") && is_bare_reference(" KS 2019/353 "));
        assert!(!is_reference_row("Val av justerare, dnr KS 2019/353"));
        assert!(!is_bare_reference("KS 353") && !is_bare_reference("2019-04-09 kl 10"));
    }

    #[test]
    fn figures_of_registers_where_references_stand() {
        for reference in ["2017.632 BUN", "26/0001-1", "KS/2020:248-003", "H 00:189", "504-363/03", "2013-KS0548/003"] {
            assert!(may_be_reference(reference), "{reference}");
        }
        for other in ["2018-01-30", "10.30", "12 500", "Val 3", "2017", "kl 10.30-12.00", "Budget 2017/2018 m.m."] {
            assert!(!may_be_reference(other), "{other}");
        }
    }

    #[test]
    fn numbers_of_earlier_bodies() {
        let mut found = Vec::new();
        read_earlier("Ks § 82, Au 31", &mut found);
        assert_eq!(found, [("Ks".to_owned(), 82), ("Au".to_owned(), 31)]);
        assert!(is_earlier_row("Ks § 82, Au 31") && !is_earlier_row("Ks § 82 angående vägen"));
    }
}
