//! From words with places to a page's text: pieces between wide gaps, rows of pieces, rows in order.
//!
//! The text follows the rows of the page, as a person reads a form: label, tab, value. What belongs
//! to what is for the segmentation to find out, from the boxes.

use crate::input::RawWord;
use crate::page::{BBox, Line, OcrPage, Word};
use crate::text::Span;

/// A gap this many times the height of its line divides pieces; blanks in justified text are narrower.
const WIDE_GAP: f32 = 1.25;

/// Fills the page's text, words and lines from words in any order.
///
/// `straight` takes a box of the page to the straightened page: rows are found there.
pub fn compose(page: &mut OcrPage, words: Vec<RawWord>, straight: impl Fn(BBox) -> BBox) {
    let mut pieces = pieces(words, &page.rulings, &straight);
    // A piece is on a row when most of its height is shared with the row and nothing of its width.
    pieces.sort_by_key(|piece| (piece.bbox.y_center(), piece.bbox.x0));
    let mut rows: Vec<Vec<Piece>> = Vec::new();
    for piece in pieces {
        let fits = |row: &&mut Vec<Piece>| {
            row.iter().any(|other| same_row(other.bbox, piece.bbox))
                && row.iter().all(|other| other.bbox.x1 <= piece.bbox.x0 + 4 || piece.bbox.x1 <= other.bbox.x0 + 4)
        };
        match rows.iter_mut().rev().take(6).find(fits) {
            Some(row) => row.push(piece),
            None => rows.push(vec![piece]),
        }
    }
    let uprights = uprights(&page.rulings);
    let rows = rows.into_iter().map(|row| joined(row, &uprights));
    let mut rows: Vec<Vec<Piece>> = rows.collect();
    rows.sort_by_key(|row| row.iter().map(|piece| piece.bbox.y_center()).sum::<i32>() / row.len().max(1) as i32);
    let (mut weight, mut sum) = (0.0, 0.0);
    for (row_idx, row) in rows.into_iter().enumerate() {
        for (piece_idx, piece) in row.into_iter().enumerate() {
            match (piece_idx, row_idx) {
                (0, 0) => {}
                (0, _) => page.text.push('\n'),
                _ => page.text.push('\t'),
            }
            let (start, first_word) = (page.text.len(), page.words.len());
            for word in &piece.words {
                if page.text.len() > start {
                    page.text.push(' ');
                }
                let word_start = page.text.len();
                page.text.push_str(&word.text);
                let span = Span::new(word_start, page.text.len());
                page.words.push(Word { span, bbox: word.bbox, confidence: word.confidence });
                let length = word.text.chars().count() as f32;
                weight += length;
                sum += length * word.confidence;
            }
            let bbox = piece.words.iter().map(|word| word.bbox).reduce(BBox::union).unwrap_or_default();
            let words = (first_word, page.words.len());
            page.lines.push(Line { span: Span::new(start, page.text.len()), words, bbox, row: row_idx });
        }
    }
    page.confidence = if weight > 0.0 { sum / weight } else { 0.0 };
}

struct Piece {
    words: Vec<RawWord>,
    /// On the straightened page.
    bbox: BBox,
}

fn uprights(rulings: &[BBox]) -> Vec<BBox> {
    rulings.iter().copied().filter(|rule| rule.height() > rule.width() * 4).collect()
}

/// Pieces of a row from left to right; those that the engine took for two lines and that stand as close
/// as words do become one.
fn joined(mut row: Vec<Piece>, uprights: &[BBox]) -> Vec<Piece> {
    row.sort_by_key(|piece| piece.bbox.x0);
    let mut out: Vec<Piece> = Vec::with_capacity(row.len());
    for piece in row {
        let height = line_height(&piece.words);
        match (out.last_mut(), piece.words.first()) {
            (Some(last), Some(first))
                if !is_cut(last, piece.bbox, height.max(line_height(&last.words)), uprights, first) =>
            {
                last.bbox = last.bbox.union(piece.bbox);
                last.words.extend(piece.words);
            }
            _ => out.push(piece),
        }
    }
    out
}

fn same_row(a: BBox, b: BBox) -> bool {
    a.y_overlap(b) >= 0.5 && (a.y_center() - b.y_center()).abs() * 2 <= a.height().max(b.height())
}

/// The words of each of the engine's lines, cut at wide gaps and where a printed rule stands between words.
fn pieces(words: Vec<RawWord>, rulings: &[BBox], straight: &impl Fn(BBox) -> BBox) -> Vec<Piece> {
    let uprights = uprights(rulings);
    let mut lines: Vec<(u32, Vec<RawWord>)> = Vec::new();
    for word in words.into_iter().filter(|word| !word.text.is_empty()) {
        match lines.last_mut() {
            Some((line, words)) if *line == word.line => words.push(word),
            _ => lines.push((word.line, vec![word])),
        }
    }
    let mut pieces = Vec::new();
    for (_, mut words) in lines {
        words.sort_by_key(|word| (word.bbox.x0, word.bbox.x1));
        let height = line_height(&words);
        let mut piece: Option<Piece> = None;
        for word in words {
            let bbox = straight(word.bbox);
            match &mut piece {
                Some(open) if !is_cut(open, bbox, height, &uprights, &word) => {
                    open.bbox = open.bbox.union(bbox);
                    open.words.push(word);
                }
                _ => pieces.extend(piece.replace(Piece { words: vec![word], bbox })),
            }
        }
        pieces.extend(piece);
    }
    pieces
}

/// Height of a line's letters: the middle of its words' heights, dots and dashes left out.
fn line_height(words: &[RawWord]) -> i32 {
    let mut heights: Vec<i32> = words
        .iter()
        .filter(|word| word.text.chars().any(char::is_alphanumeric))
        .map(|word| word.bbox.height())
        .collect();
    if heights.is_empty() {
        heights = words.iter().map(|word| word.bbox.height()).collect();
    }
    heights.sort_unstable();
    heights.get(heights.len() * 3 / 4).copied().unwrap_or(1).max(1)
}

fn is_cut(open: &Piece, bbox: BBox, height: i32, uprights: &[BBox], word: &RawWord) -> bool {
    let gap = bbox.x0 - open.bbox.x1;
    let Some(last) = open.words.last() else {
        return false;
    };
    let between = |rule: &&BBox| {
        let x = rule.x_center();
        let (top, bottom) = (last.bbox.y0.max(word.bbox.y0), last.bbox.y1.min(word.bbox.y1));
        last.bbox.x1 - 2 <= x && x <= word.bbox.x0 + 2 && rule.y0 < bottom && top < rule.y1
    };
    gap as f32 > WIDE_GAP * height as f32 || (gap > height / 4 && uprights.iter().any(|rule| between(&rule)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{PageStatus, TextSource};

    fn word(text: &str, x0: i32, y0: i32, line: u32) -> RawWord {
        let width = text.chars().count() as i32 * 20;
        RawWord { text: text.into(), bbox: BBox::new(x0, y0, x0 + width, y0 + 30), confidence: 0.9, line }
    }

    fn page(words: Vec<RawWord>, rulings: Vec<BBox>) -> OcrPage {
        let mut page = OcrPage::empty(1, PageStatus::Read, TextSource::Ocr);
        page.rulings = rulings;
        compose(&mut page, words, |bbox| bbox);
        page
    }

    #[test]
    fn label_and_value_share_a_row() {
        // The engine saw two columns, as it does with forms.
        let words = vec![
            word("Plats", 100, 100, 0),
            word("och", 220, 100, 0),
            word("tid", 300, 100, 0),
            word("Beslutande", 100, 160, 1),
            word("Kommunhuset,", 600, 102, 2),
            word("sessionssalen", 860, 102, 2),
            word("Ledamöter", 600, 158, 3),
        ];
        let page = page(words, vec![]);
        assert_eq!(page.text, "Plats och tid\tKommunhuset, sessionssalen\nBeslutande\tLedamöter");
        assert_eq!(page.lines[1].row, 0);
        assert_eq!(page.words[4].span.of(&page.text), "sessionssalen");
    }

    #[test]
    fn a_rule_between_words_divides_them() {
        let words = vec![word("Paragrafer", 100, 100, 0), word("12-15", 320, 100, 0)];
        assert_eq!(page(words.clone(), vec![]).text, "Paragrafer 12-15");
        assert_eq!(page(words, vec![BBox::new(308, 50, 311, 400)]).text, "Paragrafer\t12-15");
    }
}
