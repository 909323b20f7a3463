//! How a row is set: height, weight, capitals, letter-spacing, rules and white around it. Evidence for what is a heading.

use crate::page::BBox;
use crate::segment::print::paper::Paper;
use crate::segment::print::rows::Row;
use crate::segment::words::text::is_spaced;

/// The type of a row.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Face {
    /// Height of a capital in pixels of the page; none where it was not measured.
    pub size: Option<f32>,
    /// Thickness of strokes beside the rest of the page: about 1 for ordinary print, 1.25 and more for bold.
    pub weight: Option<f32>,
    pub in_capitals: bool,
    /// Its letters stand apart: "P r o t o k o l l".
    pub is_spaced: bool,
    /// A rule runs right under most of it and not much further.
    pub is_underlined: bool,
    /// A rule over half the print's width stands within a line above or below.
    pub rule_above: bool,
    pub rule_below: bool,
    /// From the row above, in line pitches; none at the top of a page.
    pub white_above: Option<f32>,
}

/// Strokes from so thick on are bold.
const BOLD: f32 = 1.25;

/// Capitals from so much higher than the usual ones on are large.
const LARGE: f32 = 1.12;

impl Face {
    pub fn is_bold(&self) -> bool {
        self.weight.is_some_and(|weight| weight >= BOLD)
    }

    /// Larger than what is usual in the document, where that was measured.
    pub fn is_large(&self, usual: Option<f32>) -> bool {
        self.size.zip(usual).is_some_and(|(size, usual)| size >= LARGE * usual)
    }

    /// Bold, underlined or in capitals: not as running text is set.
    pub fn is_marked(&self) -> bool {
        self.is_bold() || self.is_underlined || self.in_capitals
    }
}

/// The type of a row; `before` is the row above it, if that is on the same page.
pub fn face(paper: &Paper, row: &Row, before: Option<BBox>) -> Face {
    let text: String = row.pieces.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" ");
    let metrics = paper.metrics_at(row.page);
    let mut out = Face {
        in_capitals: is_in_capitals(&text),
        is_spaced: is_spaced(&text),
        white_above: before.map(|before| paper.gap(row.page, before, row.bbox)),
        ..Face::default()
    };
    let Some(page) = paper.pages.get(row.page) else { return out };
    // Each word counts by its letters: one of two letters tells little.
    let (mut letters, mut size, mut weight) = (0.0, 0.0, 0.0);
    for word in row.pieces.iter().flat_map(|piece| page.words_in(piece.span)) {
        if let Some(face) = word.face {
            let n = word.span.of(page.text()).chars().filter(|c| c.is_alphanumeric()).count() as f32;
            letters += n;
            size += n * face.size;
            weight += n * face.weight;
        }
    }
    if letters > 0.0 {
        (out.size, out.weight) = (Some(size / letters), Some(weight / letters));
    }
    let print_width = (metrics.right - metrics.left).max(1);
    for rule in page.ocr().rulings.iter().map(|rule| page.ocr().straight(*rule)) {
        let is_level = rule.width() > 4 * rule.height();
        let below = rule.y_center() - row.bbox.y1;
        if !is_level || rule.x_overlap(row.bbox) < 0.5 {
            continue;
        }
        out.is_underlined |= (-metrics.size / 4..=metrics.size / 2).contains(&below)
            && rule.x_overlap(row.bbox) > 0.8
            && rule.width() * 5 >= row.bbox.width() * 3
            && rule.width() <= row.bbox.width() * 5 / 4;
        let is_long = rule.width() * 2 >= print_width;
        out.rule_below |= is_long && (0..=metrics.pitch).contains(&below);
        out.rule_above |= is_long && (0..=metrics.pitch).contains(&(row.bbox.y0 - rule.y_center()));
    }
    out
}

/// Three letters at least, and nearly all of them capitals.
fn is_in_capitals(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    letters >= 3 && capitals * 10 >= letters * 9
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, Face as WordFace, OcrPage, TextSource};

    /// The faces of the rows of a page whose second row is bold, large and underlined.
    fn faces(text: &str) -> Vec<Face> {
        let mut page = OcrPage::from_text(1, text);
        (page.source, page.width, page.height, page.dpi) = (TextSource::Ocr, 900, 1300, 100);
        let second = page.lines[1].clone();
        for (at, word) in page.words.iter_mut().enumerate() {
            let is_heading = (second.words.0..second.words.1).contains(&at);
            let (weight, size) = if is_heading { (1.4, 15.0) } else { (1.0, 11.0) };
            word.face = Some(WordFace { weight, size });
        }
        let under = BBox::new(second.bbox.x0, second.bbox.y1 + 2, second.bbox.x1, second.bbox.y1 + 4);
        page.rulings = vec![under, BBox::new(0, 5 * 20 - 4, 400, 5 * 20 - 2)];
        let pages = [CorrectedPage::new(page, Vec::new())];
        let (paper, rows) = Paper::new(&pages);
        rows.iter().enumerate().map(|(at, row)| face(&paper, row, at.checked_sub(1).map(|at| rows[at].bbox))).collect()
    }

    #[test]
    fn a_heading_is_told_from_the_text_below_it() {
        let found = faces(
            "En rad löpande text som är lång nog\nVal av justerare\nNämnden utser Bo Ek att justera protokollet\n\n\n\
             B E S L U T\nSOCIALNÄMNDEN I STORBY",
        );
        assert_eq!(found[0].white_above, None);
        assert!(found[1].weight.unwrap() > 1.3 && found[1].size.unwrap() > 14.0 && found[1].is_underlined);
        assert!(found[2].weight.unwrap() < 1.1 && !found[2].is_underlined && !found[2].in_capitals);
        assert!(found[3].is_spaced && found[3].in_capitals && found[3].rule_above && !found[3].is_underlined);
        assert!(found[3].white_above.unwrap() > 2.0 && found[4].in_capitals && !found[4].is_spaced);
        assert!(!found[2].rule_below);
    }
}
