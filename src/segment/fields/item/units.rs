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
        };
        match paragraph.kind {
            ParagraphKind::Heading(kind) => under = Some(kind),
            ParagraphKind::Cells => out.push(unit(&text, true, true)),
            ParagraphKind::Text => {
                for (n, sentence) in sentences(&text).into_iter().enumerate() {
                    if !sentence.trim().is_empty() {
                        out.push(unit(sentence, false, n == 0));
                    }
                }
            }
        }
    }
    out
}
