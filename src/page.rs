//! A page with its words, lines and boxes, as read and as corrected.
//!
//! Pages count from 1. Boxes are pixels of the upright page image before any deskewing or scaling,
//! origin top left. Confidences are 0–1.

use crate::text::{self, Edit, Reason, Span, TextMap};
use serde::{Deserialize, Serialize};

/// Left, top, right, bottom in pixels; right and bottom exclusive.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
pub struct BBox {
    /// Left.
    pub x0: i32,
    /// Top.
    pub y0: i32,
    /// Right, exclusive.
    pub x1: i32,
    /// Bottom, exclusive.
    pub y1: i32,
}

impl BBox {
    /// From its left, top, right and bottom side; right and bottom are outside it.
    pub fn new(x0: i32, y0: i32, x1: i32, y1: i32) -> Self {
        BBox { x0, y0, x1, y1 }
    }

    /// From its left to its right side.
    pub fn width(self) -> i32 {
        (self.x1 - self.x0).max(0)
    }

    /// From its top to its bottom side.
    pub fn height(self) -> i32 {
        (self.y1 - self.y0).max(0)
    }

    /// Halfway between left and right.
    pub fn x_center(self) -> i32 {
        self.x0 + self.width() / 2
    }

    /// Halfway between top and bottom.
    pub fn y_center(self) -> i32 {
        self.y0 + self.height() / 2
    }

    /// The smallest box that holds both.
    pub fn union(self, other: BBox) -> BBox {
        BBox::new(self.x0.min(other.x0), self.y0.min(other.y0), self.x1.max(other.x1), self.y1.max(other.y1))
    }

    /// Whether the other lies within it, but for a pixel.
    pub fn holds(self, other: BBox) -> bool {
        self.x0 <= other.x0 + 1 && self.y0 <= other.y0 + 1 && other.x1 <= self.x1 + 1 && other.y1 <= self.y1 + 1
    }

    /// Whether the two share a pixel.
    pub fn intersects(self, other: BBox) -> bool {
        self.x0 < other.x1 && other.x0 < self.x1 && self.y0 < other.y1 && other.y0 < self.y1
    }

    /// Shared height as a share of the lower of the two, 0–1: near 1 on the same row.
    pub fn y_overlap(self, other: BBox) -> f32 {
        let shared = self.y1.min(other.y1) - self.y0.max(other.y0);
        shared.max(0) as f32 / self.height().min(other.height()).max(1) as f32
    }

    /// Shared width as a share of the narrower of the two, 0–1: near 1 in the same column.
    pub fn x_overlap(self, other: BBox) -> f32 {
        let shared = self.x1.min(other.x1) - self.x0.max(other.x0);
        shared.max(0) as f32 / self.width().min(other.width()).max(1) as f32
    }
}

/// Whether a page could be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PageStatus {
    /// It was read.
    Read,
    /// Nothing is printed on it.
    Blank,
    /// It could not be read; a warning says why.
    Lost,
}

/// Where a page's text is from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextSource {
    /// Recognised from the page's image.
    Ocr,
    /// Taken from a born-digital page.
    TextLayer,
    /// A text file that others recognised: its boxes are a grid of characters, not pixels.
    Text,
}

/// A run of characters without a blank.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Word {
    /// Bytes of the page's text.
    pub span: Span,
    /// Pixels of the upright page.
    pub bbox: BBox,
    /// Probability that it was read rightly, 0–1.
    pub confidence: f32,
    /// None where it has no letters or digits, where they were not measured, and on pages of a text file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub face: Option<Face>,
}

/// How a word is set. It is evidence for the segmentation and never reaches the output.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct Face {
    /// Thickness of its upright strokes for its size, beside what most of the page's letters have: about 1 for
    /// ordinary print, 1.25 and more for bold. Rounded to hundredths. A word of few letters tells less than a line.
    pub weight: f32,
    /// Height of a capital in pixels of the page, also where the word has none. Rounded to tenths.
    pub size: f32,
}

/// A printed line, or the part of it between two wide gaps: a label, a value, a table cell.
///
/// Pieces on the same baseline share `row`; a tab divides them in the text, a line break divides rows.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Line {
    /// Bytes of the page's text.
    pub span: Span,
    /// Indices into the page's words, end exclusive.
    pub words: (usize, usize),
    /// Pixels of the upright page.
    pub bbox: BBox,
    /// Counts the rows of the page from 0, in the order of the text.
    pub row: usize,
}

/// A page as the engine, the text layer or a text file gave it. Nothing changes it afterwards.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct OcrPage {
    /// In the file, from 1.
    pub number: u32,
    /// Whether it could be read.
    pub status: PageStatus,
    /// Where its text is from.
    pub source: TextSource,
    /// Pixels of the upright page; 0 for a text file.
    pub width: u32,
    /// As `width`.
    pub height: u32,
    /// Pixels per inch; 0 for a text file.
    pub dpi: u32,
    /// Degrees clockwise by which the stored page had been turned: 0, 90, 180 or 270.
    pub rotation: u32,
    /// Degrees by which its lines slanted; they were straightened to be read.
    pub skew_degrees: f32,
    /// Where two pages lie side by side on one image: x of the fold between them, on the straightened page.
    #[serde(default)]
    pub fold: Option<i32>,
    /// Mean over the words, weighted by their length.
    pub confidence: f32,
    /// What was read, a printed line a line.
    pub text: String,
    /// Its words, in the order of the text.
    pub words: Vec<Word>,
    /// Its lines, in the order of the text.
    pub lines: Vec<Line>,
    /// Printed rules, frames and dotted lines, as thin boxes.
    pub rulings: Vec<BBox>,
    /// Ink that no word and no ruling covers: handwriting, stamps, pictures.
    pub ink: Vec<BBox>,
}

impl OcrPage {
    /// A page without text.
    pub fn empty(number: u32, status: PageStatus, source: TextSource) -> Self {
        OcrPage {
            number,
            status,
            source,
            width: 0,
            height: 0,
            dpi: 0,
            rotation: 0,
            skew_degrees: 0.0,
            fold: None,
            confidence: 0.0,
            text: String::new(),
            words: Vec::new(),
            lines: Vec::new(),
            rulings: Vec::new(),
            ink: Vec::new(),
        }
    }

    /// Gives back what its lists hold in reserve: the pages of a file are kept until the last is read.
    pub fn shrink_to_fit(&mut self) {
        self.text.shrink_to_fit();
        self.words.shrink_to_fit();
        self.lines.shrink_to_fit();
        self.rulings.shrink_to_fit();
        self.ink.shrink_to_fit();
    }

    /// A page of a text file: a line a row, tabs and runs of two or more blanks between pieces. Two blanks behind a
    /// sentence or in lines that are filled to one margin part nothing.
    ///
    /// Every character gets a cell of 10 by 20 so that columns and indentation can be seen; these
    /// boxes are for the segmentation alone and never reach the output.
    pub fn from_text(number: u32, text: &str) -> Self {
        let mut page = OcrPage::empty(number, PageStatus::Read, TextSource::Text);
        let text: String = text.chars().filter(|c| *c != '\r' && *c != '\u{c}' && *c != '\u{feff}').collect();
        let mut start = 0;
        let margins = filled_to(&text);
        for (row, line) in text.split('\n').enumerate() {
            let is_filled = margins.contains(&line.trim_end().chars().count());
            page.push_text_row(row, start, line, if is_filled { 3 } else { 2 });
            start += line.len() + 1;
        }
        if page.words.is_empty() {
            page.status = PageStatus::Blank;
        }
        page.confidence = if page.words.is_empty() { 0.0 } else { 1.0 };
        page.text = text;
        page
    }

    fn push_text_row(&mut self, row: usize, start: usize, line: &str, gap: usize) {
        let (mut column, mut blanks) = (0usize, usize::MAX);
        let (mut word_start, mut word_column) = (None, 0);
        let y = row as i32 * 20;
        for (at, c) in line.char_indices().chain([(line.len(), '\n')]) {
            if c.is_whitespace() {
                if let Some(from) = word_start.take() {
                    let span = Span::new(start + from, start + at);
                    let bbox = BBox::new(word_column as i32 * 10, y, column as i32 * 10, y + 16);
                    self.words.push(Word { span, bbox, confidence: 1.0, face: None });
                    let n_words = self.words.len();
                    let ends_sentence = blanks == 2 && line[..from].trim_end().ends_with(['.', '!', '?']);
                    // "Bo Ek (S)   för  Per Lund": no column holds a small word alone.
                    let is_small = |piece: &Line| {
                        let (first, last) =
                            (piece.span.start.saturating_sub(start), piece.span.end.saturating_sub(start));
                        let text = line.get(first..last).unwrap_or("");
                        blanks == 2 && !text.contains(' ') && text.chars().all(char::is_lowercase)
                    };
                    match self.lines.last_mut() {
                        Some(piece) if piece.row == row && (blanks < gap || ends_sentence || is_small(piece)) => {
                            piece.span.end = span.end;
                            piece.words.1 = n_words;
                            piece.bbox = piece.bbox.union(bbox);
                        }
                        _ => self.lines.push(Line { span, words: (n_words - 1, n_words), bbox, row }),
                    }
                    blanks = 0;
                }
                blanks = blanks.saturating_add(if c == '\t' { 3 } else { 1 });
                column += if c == '\t' { 8 - column % 8 } else { 1 };
            } else {
                if word_start.is_none() {
                    (word_start, word_column) = (Some(at), column);
                }
                column += 1;
            }
        }
    }

    /// A box as it lies on the straightened page. Of two pages on one image the right one is seen as if it lay below
    /// the left, or margins and columns would mean nothing.
    pub fn straight(&self, bbox: BBox) -> BBox {
        let bbox = self.turned(bbox);
        match self.fold {
            Some(fold) if bbox.x_center() >= fold => {
                let down = self.height as i32;
                BBox::new(bbox.x0 - fold, bbox.y0 + down, bbox.x1 - fold, bbox.y1 + down)
            }
            _ => bbox,
        }
    }

    /// The page turned clockwise about its centre by its skew.
    fn turned(&self, bbox: BBox) -> BBox {
        if self.skew_degrees.abs() < 0.05 {
            return bbox;
        }
        let (sin, cos) = self.skew_degrees.to_radians().sin_cos();
        let (center_x, center_y) = (self.width as f32 / 2.0, self.height as f32 / 2.0);
        let (dx, dy) = (bbox.x_center() as f32 - center_x, bbox.y_center() as f32 - center_y);
        let (x, y) = (dx * cos - dy * sin + center_x, dx * sin + dy * cos + center_y);
        // A box around slanted ink is higher than the ink by what the slant rises over its width.
        let (width, rise) = (bbox.width() as f32, (bbox.width() as f32 * sin).abs());
        let height = (bbox.height() as f32 - rise).max(bbox.height() as f32 * 0.4);
        BBox::new(
            (x - width / 2.0).round() as i32,
            (y - height / 2.0).round() as i32,
            (x + width / 2.0).round() as i32,
            (y + height / 2.0).round() as i32,
        )
    }

    /// Whether boxes are places on paper; a text file has none.
    pub fn has_boxes(&self) -> bool {
        self.source != TextSource::Text
    }
}

/// The columns in which lines end that two blanks part inside: where three or more end in one, they are filled with
/// blanks to a margin.
fn filled_to(text: &str) -> Vec<usize> {
    let is_parted = |line: &&str| line.trim_start().split("  ").filter(|part| !part.trim().is_empty()).count() > 1;
    let mut ends: Vec<usize> = text.lines().map(str::trim_end).filter(is_parted).map(|l| l.chars().count()).collect();
    ends.sort_unstable();
    ends.chunk_by(|one, other| one == other).filter(|same| same.len() >= 3).map(|same| same[0]).collect()
}

/// A page with its edits. The original is always there; undoing the edits gives it back.
#[derive(Clone, PartialEq, Debug)]
pub struct CorrectedPage {
    ocr: OcrPage,
    edits: Vec<Edit>,
    map: TextMap,
    /// None where no edit is applied: the page is as read.
    changed: Option<Changed>,
}

/// What edits make of a page.
#[derive(Clone, PartialEq, Debug)]
struct Changed {
    text: String,
    words: Vec<Word>,
    lines: Vec<Line>,
}

impl CorrectedPage {
    /// Edits that do not fit the page's text are dropped: see [`text::tidy`].
    pub fn new(ocr: OcrPage, edits: Vec<Edit>) -> Self {
        let edits = text::tidy(&ocr.text, edits);
        let (text, map) = text::apply(&ocr.text, &edits);
        let changed = (!map.is_empty()).then(|| Changed {
            text,
            words: ocr.words.iter().map(|word| Word { span: map.to_corrected(word.span), ..word.clone() }).collect(),
            lines: ocr.lines.iter().map(|line| Line { span: map.to_corrected(line.span), ..line.clone() }).collect(),
        });
        CorrectedPage { ocr, edits, map, changed }
    }

    /// The page as read, and its edits.
    pub fn into_parts(self) -> (OcrPage, Vec<Edit>) {
        (self.ocr, self.edits)
    }

    /// In the file, from 1.
    pub fn number(&self) -> u32 {
        self.ocr.number
    }

    /// The page as read.
    pub fn ocr(&self) -> &OcrPage {
        &self.ocr
    }

    /// Sorted and disjoint, suggested ones included.
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// The corrected text.
    pub fn text(&self) -> &str {
        self.changed.as_ref().map_or(&self.ocr.text, |changed| &changed.text)
    }

    /// From places in the text as read to places in the corrected one, and back.
    pub fn map(&self) -> &TextMap {
        &self.map
    }

    /// The words as read, with spans of the corrected text. Two words that an edit joined share a span.
    pub fn words(&self) -> &[Word] {
        self.changed.as_ref().map_or(&self.ocr.words, |changed| &changed.words)
    }

    /// The lines, with spans of the corrected text.
    pub fn lines(&self) -> &[Line] {
        self.changed.as_ref().map_or(&self.ocr.lines, |changed| &changed.lines)
    }

    /// What stands on a line, corrected.
    pub fn line_text(&self, line: &Line) -> &str {
        line.span.of(self.text())
    }

    /// The words that a span of the corrected text touches.
    pub fn words_in(&self, span: Span) -> impl Iterator<Item = &Word> {
        self.words().iter().filter(move |word| word.span.overlaps(span))
    }

    /// The box of a span of the corrected text: its words' boxes together.
    pub fn bbox_of(&self, span: Span) -> Option<BBox> {
        self.words_in(span).map(|word| word.bbox).reduce(BBox::union)
    }

    /// The lowest confidence of the words in a span of the corrected text, 0–1.
    pub fn confidence_of(&self, span: Span) -> f32 {
        self.words_in(span).map(|word| word.confidence).reduce(f32::min).unwrap_or(0.0)
    }

    /// What was read where a span of the corrected text now stands.
    pub fn printed(&self, span: Span) -> &str {
        self.map.to_original(span).of(&self.ocr.text)
    }

    /// Whether nothing is to be changed in a span of the corrected text: a born-digital page has what was printed, and
    /// what a person decided stays.
    pub fn is_settled(&self, span: Span) -> bool {
        self.ocr.source == TextSource::TextLayer || self.edits_in(span).any(|edit| edit.reason == Reason::Manual)
    }

    /// The applied edits that touch a span of the corrected text.
    pub fn edits_in(&self, span: Span) -> impl Iterator<Item = &Edit> {
        let original = self.map.to_original(span);
        self.edits.iter().filter(move |edit| edit.is_applied() && edit.span.overlaps(original))
    }
}

/// An edit of a page's corrected text that a later stage asks for.
#[derive(Clone, PartialEq, Debug)]
pub struct Respelling {
    /// The page's number in the file, from 1.
    pub page: u32,
    /// Its span is one of the corrected text.
    pub edit: Edit,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<String> {
        let page = OcrPage::from_text(1, text);
        page.lines.iter().map(|line| line.span.of(&page.text).to_owned()).collect()
    }

    #[test]
    fn two_blanks_part_columns() {
        assert_eq!(pieces("Organ  Byrådet\nDatum\t2019-04-09"), ["Organ", "Byrådet", "Datum", "2019-04-09"]);
        assert_eq!(pieces("Mötet öppnades.  Alla var där.   Slut"), ["Mötet öppnades.  Alla var där.", "Slut"]);
    }

    #[test]
    fn lines_filled_to_a_margin_are_no_columns() {
        let filled = "Nämnden  beslutar att\nvägen  ska  byggas nu\noch att  bron ska stå\nkvar.";
        assert_eq!(pieces(filled).len(), 4);
    }
}
