//! Several matters under one number, and the marks of lists.

use crate::protocol::{Section, SectionKind};
use crate::segment::fields::item::body::{Paragraph, ParagraphKind};
use crate::segment::words::pattern::compile;
use crate::segment::words::text::fold;
use regex::Regex;
use std::sync::LazyLock;

static ENUMERATED: LazyLock<Regex> = LazyLock::new(|| compile(r"^\p{Ll}[)/]\s"));
static BULLET: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^(?:[-–—•*·○●▪◦‣\x{f0b7}\x{f0a7}\x{f0d8}➔→⇒➜➡►▶]|=>|->)\s+"));
/// What engines read for a round bullet.
static LONE_LETTER: LazyLock<Regex> = LazyLock::new(|| compile(r"^[oeO0©«]\s+"));

/// An item with several matters, each with a heading over its decision: the paragraphs with which the second and later
/// ones begin, told by the form of the first: "Motion 1", "Motion A", "a) Förslag från".
pub fn openers(paragraphs: &[Paragraph]) -> Vec<usize> {
    let is_decision = |paragraph: &Paragraph| paragraph.kind == ParagraphKind::Heading(SectionKind::Decision);
    let (Some(first), Some(last)) = (paragraphs.iter().position(is_decision), paragraphs.iter().rposition(is_decision))
    else {
        return Vec::new();
    };
    let forms: Vec<String> =
        paragraphs[..first].iter().filter_map(|paragraph| opening_form(&paragraph.text())).collect();
    let opens = |at: &usize| opening_form(&paragraphs[*at].text()).is_some_and(|form| forms.contains(&form));
    (first + 1..last).filter(opens).collect()
}

/// What two headings of the same rank share: "a)" and "b)", "Motion 1" and "Motionerna 2-3", the first two words.
fn opening_form(text: &str) -> Option<String> {
    if ENUMERATED.is_match(text) {
        return Some(")".to_owned());
    }
    let mut words = text.split_whitespace();
    let (first, second) = (fold(words.next()?), words.next()?);
    if first.is_empty() {
        return None;
    }
    let core = second.trim_end_matches([':', '.', ',', ')']);
    let is_letter = core.chars().count() == 1 && core.starts_with(char::is_uppercase);
    if is_letter || second.starts_with(|c: char| c.is_ascii_digit()) {
        return Some(first.chars().take(OPENING_STEM).collect());
    }
    Some(format!("{first} {}", fold(second)))
}

/// Letters of a word that its forms share: "motion", "motionerna".
const OPENING_STEM: usize = 6;

/// A decision's lines without the marks of a list. Where several lines begin with a letter alone, it is such a mark.
pub fn without_bullets(section: &mut Section) {
    let is_list = section.text.lines().filter(|line| LONE_LETTER.is_match(line)).count() >= FEWEST_BULLETS;
    let bare = |line: &str| {
        let line = BULLET.replace(line, "");
        if is_list { LONE_LETTER.replace(&line, "").into_owned() } else { line.into_owned() }
    };
    let lines: Vec<String> = section.text.lines().map(bare).collect();
    section.text = lines.join("\n");
}

/// Letters alone at the beginnings of lines: fewer may be words.
const FEWEST_BULLETS: usize = 2;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_a_rank_share_their_form() {
        assert_eq!(opening_form("Motion A: Gupp på vägen"), opening_form("Motion B: Båtplatser"));
        assert_eq!(opening_form("Motion 1"), opening_form("Motionerna 2-3"));
        assert_ne!(opening_form("Motion A: Gupp på vägen"), opening_form("Motionen avslogs"));
    }

    #[test]
    fn marks_of_a_list_are_left_out() {
        let bare = |text: &str| {
            let mut section = Section { kind: SectionKind::Decision, heading: None, text: text.to_owned() };
            without_bullets(&mut section);
            section.text
        };
        assert_eq!(bare("Till styrelsen valdes:\no Eva Ros\no Bo Ek"), "Till styrelsen valdes:\nEva Ros\nBo Ek");
        assert_eq!(bare("• Bryggan målas.\n1. Båten säljs."), "Bryggan målas.\n1. Båten säljs.");
        assert_eq!(bare("\u{f0b7} Bryggan målas.\n➔ Båten säljs."), "Bryggan målas.\nBåten säljs.");
    }
}
