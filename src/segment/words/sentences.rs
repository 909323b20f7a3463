//! Where sentences end, and what a point of the agenda looks like.

use crate::segment::words::forms::Words;
use crate::segment::words::pattern::compile;
use regex::Regex;
use std::sync::LazyLock;

/// Short forms that stand before names: "Bo Ek resp. Eva Ros".
static NAMES_FOLLOW: Words = Words::new("titles.before_names");
/// Words that something must follow.
static HANGING_WORDS: Words = Words::new("titles.hanging_words");

/// Whether something must follow the word: "av", "samt".
pub fn hangs(word: &str) -> bool {
    HANGING_WORDS.has(&word.to_lowercase())
}

/// Whether something must follow the last word of a text.
pub fn breaks_off(text: &str) -> bool {
    text.split_whitespace().last().is_some_and(hangs)
}

/// Sentences end at a full stop before a blank and a capital.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if c != '.' {
            continue;
        }
        // "... av torp." Mötet ...": the mark of a quotation stands behind its full stop.
        let quote = text[at + 1..].chars().next().filter(|c| matches!(c, '"' | '”' | '»')).map_or(0, char::len_utf8);
        let end = at + 1 + quote;
        let after = &text[end..];
        let ends = after.trim_start().chars().next().is_none_or(char::is_uppercase)
            && (after.is_empty() || after.starts_with(char::is_whitespace));
        let n_letters = text[..at].chars().rev().take_while(|c| c.is_alphabetic()).count();
        let after_figure = text[..at].ends_with(|c: char| c.is_ascii_digit() || matches!(c, ')' | '"' | '”' | '%'))
            || text[..at].ends_with(":-");
        let word = text[..at].rsplit(char::is_whitespace).next().unwrap_or("");
        let abbreviated = n_letters <= 1 && !after_figure || !after.is_empty() && NAMES_FOLLOW.has(word);
        if ends && !abbreviated {
            out.push(&text[start..end]);
            start = end;
        }
    }
    if start < text.len() {
        out.push(&text[start..]);
    }
    out
}

/// Whether a row is a point of the agenda that §§ stand under.
pub fn is_point(text: &str) -> bool {
    POINT_ABOVE.is_match(text)
}

/// Whether a line begins a point of a list: "a) ", "b/", "att ".
pub fn begins_point(text: &str) -> bool {
    POINT.is_match(text)
}

static POINT: LazyLock<Regex> = LazyLock::new(|| compile(r"^(?:\p{Ll}\s?[).:/]|(?i:{=sections.points})\s)"));

/// "Punkt 4 – Val av justerare" over "§ 6".
pub static POINT_ABOVE: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^(?i:{=numbers.points})\s*(?:nr\.?\s*)?\d{1,3}\s*[-–—:.,]?\s*(?P<title>\p{Lu}.{2,})$"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_sentences_end() {
        assert_eq!(sentences("I kassan 212:-. Den godkändes."), ["I kassan 212:-.", " Den godkändes."]);
        assert_eq!(sentences("\"Stöd ges.\" Mötet tackade."), ["\"Stöd ges.\"", " Mötet tackade."]);
        assert_eq!(sentences("Bo Ek resp. Eva Ros valdes."), ["Bo Ek resp. Eva Ros valdes."]);
        // A blank wider than a byte.
        assert_eq!(sentences("Bo Ek\u{2003}resp. Eva Ros valdes."), ["Bo Ek\u{2003}resp. Eva Ros valdes."]);
    }
}
