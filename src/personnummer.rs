//! Finds Swedish personal identity numbers (personnummer) and coordination numbers (samordningsnummer).
//!
//! A number is `YYMMDD-NNNC` or with its century: a date, for coordination numbers with 60 added to the
//! day, three digits, and a check digit after Luhn. It is found also where recognition took digits for
//! letters, put blanks between them, or a line ends inside. One whose check digit does not fit is only
//! sure where a label stands before it; otherwise it is told as possible.

use crate::text::Span;
use jiff::civil::Date;
use regex::Regex;
use std::sync::LazyLock;

/// A number in a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    pub span: Span,
    /// Whether it is to be masked.
    pub is_sure: bool,
    /// The digits that it stands for, without century and separators.
    pub digits: String,
}

/// What a character may be a misreading of.
pub fn digit(c: char) -> Option<u8> {
    Some(match c {
        '0'..='9' => c as u8 - b'0',
        'O' | 'o' | 'Q' | 'D' => 0,
        'I' | 'l' | 'i' | '|' | '!' => 1,
        'Z' | 'z' => 2,
        'A' => 4,
        'S' | 's' => 5,
        'G' | 'b' => 6,
        'T' => 7,
        'B' => 8,
        'g' | 'q' => 9,
        _ => return None,
    })
}

/// Fewer true digits are a word.
const FEWEST_DIGITS: usize = 6;

static CENTURY: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?P<century>D{2}) ?"));
static SHORT: LazyLock<Regex> = LazyLock::new(|| pattern(""));
/// Words that announce a number, at the end of what stands before it.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(person\s?-?n(umme)?r|pers\.? ?nr|p\.? ?nr|samordningsn(umme)?r|född|föd\.)[^\d\n]{0,12}$")
        .expect("the pattern is one")
});
static TELEPHONE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)(tel|telefon|tfn|mobil|fax|sms)[^\d\n]{0,10}$").expect("the pattern is one"));

fn pattern(before: &str) -> Regex {
    let form = r"^(?P<year>D{2})[ .-]?(?P<month>D{2})[ .-]?(?P<day>D{2})(?P<sign>[ \t]{0,2}[-–—−+~][ \t]{0,2}\n?[ \t]{0,4}|[ \t]|\n|)(?P<number>D{2} ?D{1,2})";
    let pattern = form.replacen('^', &format!("^{before}"), 1).replace('D', r"[0-9OoQDIli|!ZzASsGbTBgq]");
    Regex::new(&pattern).expect("the pattern is one")
}

/// The numbers of a text, in its order, disjoint.
pub fn find(text: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for start in starts(text) {
        if found.last().is_some_and(|last| last.span.end > start) {
            continue;
        }
        let at_start = CENTURY.captures(&text[start..]).and_then(|parts| judge(text, start, &parts));
        found.extend(at_start.or_else(|| SHORT.captures(&text[start..]).and_then(|parts| judge(text, start, &parts))));
    }
    found
}

/// Where a number may begin: at a digit, or what may be one, that no letter or digit precedes.
pub fn starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    let before = std::iter::once(' ').chain(text.chars());
    let is_start = |&((_, c), before): &((usize, char), char)| digit(c).is_some() && !before.is_alphanumeric();
    text.char_indices().zip(before).filter(is_start).map(|((at, _), _)| at)
}

fn judge(text: &str, start: usize, parts: &regex::Captures<'_>) -> Option<Found> {
    let whole = parts.get(0)?;
    let end = start + whole.end();
    if text[end..].chars().next().is_some_and(char::is_alphanumeric) {
        return None;
    }
    if whole.as_str().chars().filter(char::is_ascii_digit).count() < FEWEST_DIGITS {
        return None;
    }
    let digits = |name: &str| -> Vec<u8> {
        parts.name(name).map_or("", |part| part.as_str()).chars().filter_map(digit).collect()
    };
    let number = |name: &str| digits(name).iter().fold(0u32, |sum, digit| sum * 10 + u32::from(*digit));
    let century = parts.name("century").map(|_| number("century"));
    if century.is_some_and(|century| !(18..=20).contains(&century))
        || !is_date(century, number("year"), number("month"), number("day"))
    {
        return None;
    }
    let all: Vec<u8> = ["year", "month", "day", "number"].iter().flat_map(|name| digits(name)).collect();
    let before = &text[..start];
    let before = &before[before.char_indices().rev().nth(31).map_or(0, |(at, _)| at)..];
    let is_labelled = LABEL.is_match(before);
    let is_joined = parts.name("sign").is_none_or(|sign| !sign.as_str().contains(['-', '–', '—', '−', '+', '~']));
    let is_sure = match all.len() {
        10 => (luhn(&all) && !(is_joined && TELEPHONE.is_match(before))) || is_labelled,
        // Until 1967 there was no check digit.
        9 if is_labelled && !is_joined => true,
        _ => return None,
    };
    if !is_sure && is_joined {
        // Ten digits in a row are many things.
        return None;
    }
    let digits = all.iter().map(|digit| char::from(b'0' + digit)).collect();
    Some(Found { span: Span::new(start, end), is_sure, digits })
}

fn is_date(century: Option<u32>, year: u32, month: u32, day: u32) -> bool {
    let day = if day > 60 { day - 60 } else { day };
    // Without a century, one in which a leap day is possible is assumed.
    let years = match century {
        Some(century) => [century * 100 + year; 2],
        None => [1900 + year, 2000 + year],
    };
    let valid = |year: &u32| Date::new(*year as i16, month as i8, day as i8).is_ok();
    month <= 12 && day <= 31 && years.iter().any(valid)
}

fn luhn(digits: &[u8]) -> bool {
    let doubled = digits.iter().enumerate().map(|(at, &digit)| if at % 2 == 0 { digit * 2 } else { digit });
    doubled.map(|digit| u32::from(digit / 10 + digit % 10)).sum::<u32>().is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sure(text: &str) -> Vec<&str> {
        find(text).iter().filter(|found| found.is_sure).map(|found| found.span.of(text)).collect()
    }

    // Numbers of nobody: the tax agency's for tests, and ones that are computed.
    #[test]
    fn numbers_are_found_in_every_form() {
        for text in [
            "811228-9874",
            "19811228-9874",
            "198112289874",
            "8112289874",
            "811228 9874",
            "811228+9874",
            "811228 - 9874",
            "811228–9874",
            "811228-\n9874",
            "1981-12-28-9874",
            "811228-98 74",
        ] {
            assert_eq!(sure(&format!("Anna Berg, {text}, bor")), [text]);
        }
    }

    #[test]
    fn coordination_numbers_have_sixty_more_days() {
        assert_eq!(sure("nr 701063-2391."), ["701063-2391"]);
        assert!(find("nr 701093-2391.").is_empty(), "there is no 33rd");
    }

    #[test]
    fn letters_that_were_digits_are_seen_through() {
        for text in ["8ll228-9874", "8II228-9B74", "B11228-9874", "81l228-9874"] {
            assert_eq!(sure(text), [text]);
        }
    }

    #[test]
    fn other_numbers_are_left() {
        for text in [
            "556036-0793",
            "Dnr KS 2019/123-04",
            "2011-04-04",
            "982-2009-103",
            "bankgiro 5050-1055",
            "0811228-98745",
            "tel 0703012349",
            "BIOGAS-SALA",
            "§§ 130-143",
            "811228-9874x",
        ] {
            assert!(sure(text).is_empty(), "{text}: {:?}", sure(text));
        }
    }

    #[test]
    fn a_wrong_check_digit_is_possible_or_sure_by_its_label() {
        let text = "811228-9875";
        assert!(!find(text)[0].is_sure);
        assert_eq!(sure("Personnummer: 811228-9875"), [text]);
        assert_eq!(sure("född 120304-123"), ["120304-123"]);
        assert!(find("120304-123").is_empty());
    }

    #[test]
    fn any_text_is_borne() {
        for text in ["", "-", "8", "åäö811228-9874", "811228-9874".repeat(3).as_str(), "\u{308}811228-", "0000000000"]
        {
            find(text);
        }
    }
}
