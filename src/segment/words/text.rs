//! Small things about text: letters alone, blanks and marks at the ends.

use std::ops::Range;

/// Lower case, letters and single blanks only: `ANSLAG/BEVIS:` becomes `anslag bevis`.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphabetic() {
            out.extend(c.to_lowercase());
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    let kept = out.trim_end().len();
    out.truncate(kept);
    out
}

pub fn n_letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

/// Runs of white space become one blank.
pub fn squeeze(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// A range without the white space and the given characters at its ends.
pub fn trim(text: &str, range: Range<usize>, also: &[char]) -> Range<usize> {
    let Some(inner) = text.get(range.clone()) else { return range.start..range.start };
    let drop = |c: char| c.is_whitespace() || also.contains(&c);
    let left = inner.len() - inner.trim_start_matches(drop).len();
    let right = inner.trim_end_matches(drop).len();
    if left >= right { range.start..range.start } else { range.start + left..range.start + right }
}

/// Whether two texts are equal but for one letter that is another, missing or too many.
pub fn is_one_off(one: &str, other: &str) -> bool {
    let (mut left, mut right) = (one.chars(), other.chars());
    loop {
        let (one, other) = (left.as_str(), right.as_str());
        match (left.next(), right.next()) {
            (None, None) => return true,
            (a, b) if a == b => {}
            _ => return left.as_str() == right.as_str() || left.as_str() == other || one == right.as_str(),
        }
    }
}

/// The letters of a text as a set: two texts share a letter if their sets do, and seldom if they do not.
pub fn letter_set(text: &str) -> u64 {
    text.chars().fold(0, |set, c| set | 1 << (u32::from(c) % u64::BITS))
}

/// Whether the letters stand apart, as in "p r o t o k o l l": four single ones at least, and hardly anything else.
pub fn is_spaced(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let single = words.iter().filter(|word| word.chars().count() == 1).count();
    single >= 4 && single * 10 >= words.len() * 8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_more_less_or_other() {
        for (one, other) in
            [("sekreterare", "sekreterare"), ("ledamot", "ledamöt"), ("bok", "ok"), ("ek", "eks"), ("", "a")]
        {
            assert!(is_one_off(one, other) && is_one_off(other, one), "{one} {other}");
        }
        for (one, other) in [("ledamot", "ledmaot"), ("ek", "eken"), ("ab", "ba"), ("", "ab"), ("bok", "rik")] {
            assert!(!is_one_off(one, other) && !is_one_off(other, one), "{one} {other}");
        }
    }

    #[test]
    fn what_is_two_letters_apart_lacks_two_letters_at_most() {
        let lacking = |one: &str, other: &str| (letter_set(one) & !letter_set(other)).count_ones();
        for (one, other) in [("justerare", "justeras"), ("bok", "rik"), ("ledamot", "ledmaot"), ("sida", "sådan")] {
            assert!(strsim::levenshtein(one, other) <= 2);
            assert!(lacking(one, other) <= 2 && lacking(other, one) <= 2, "{one} {other}");
        }
        assert!(lacking("sekreterare", "protokoll") > 2);
    }
}
