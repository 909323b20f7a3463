//! What is weighed in an item: the sentences of its paragraphs, and the rows of its tables.

use crate::protocol::SectionKind;
use crate::segment::fields::item::body::{Paragraph, ParagraphKind};
use crate::segment::words::sentences::sentences;

/// A sentence or a row.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Which of the item's paragraphs it stands in.
    pub paragraph: usize,
    pub text: String,
    pub is_cells: bool,
    /// The heading that it stands under.
    pub under: Option<SectionKind>,
    /// It is the first of its paragraph.
    pub opens: bool,
    /// Set as a heading is.
    pub is_set: bool,
}

/// The sentences of a text; the number of a point in a list is none: "4. Ungdom fritt".
fn whole_points(text: &str) -> Vec<&str> {
    let mut out: Vec<&str> = sentences(text);
    let is_number = |one: &&str| {
        let core = one.trim().trim_end_matches('.');
        (1..=2).contains(&core.len()) && core.chars().all(|c| c.is_ascii_digit())
    };
    if out.len() > 1 && out.first().is_some_and(is_number) {
        let first = out[0].len() + out[1].len();
        if let Some(joined) = text.get(..first) {
            out.splice(..2, [joined]);
        }
    }
    out
}

/// The units of an item in printed order; headings are none.
pub fn units(paragraphs: &[Paragraph]) -> Vec<Unit> {
    let mut out = Vec::new();
    let mut under = None;
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let text = paragraph.text();
        let unit = |text: &str, is_cells: bool, opens: bool| Unit {
            paragraph: at,
            text: text.trim().to_owned(),
            is_cells,
            under,
            opens,
            is_set: paragraph.is_set,
        };
        match paragraph.kind {
            ParagraphKind::Heading(kind) => under = Some(kind),
            ParagraphKind::Cells => out.push(unit(&text, true, true)),
            ParagraphKind::Text => {
                for (n, sentence) in whole_points(&text).into_iter().enumerate() {
                    if !sentence.trim().is_empty() {
                        out.push(unit(sentence, false, n == 0));
                    }
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_points_are_no_sentences() {
        assert_eq!(whole_points("4. Ungdom fritt. Vuxna 50 kr."), ["4. Ungdom fritt.", " Vuxna 50 kr."]);
        assert_eq!(whole_points("Priset höjs. Det gäller i år."), ["Priset höjs.", " Det gäller i år."]);
    }
}
