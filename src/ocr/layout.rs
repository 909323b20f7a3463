//! From words with places to a page's text: pieces between wide gaps, rows of pieces, rows in order.
//!
//! The text follows the rows of the page, as a person reads a form: label, tab, value. What belongs
//! to what is for the segmentation to find out, from the boxes.

use crate::input::RawWord;
use crate::page::{BBox, Line, OcrPage, Word};
use crate::text::Span;

/// A gap this many times the height of its line divides pieces; blanks in justified text are narrower.
const WIDE_GAP: f32 = 1.25;

fn wide_gap(height: i32) -> i32 {
    (WIDE_GAP * height as f32) as i32
}

/// Fills the page's text, words and lines from words in any order.
///
/// `straight` takes a box of the page to the straightened page: rows are found there.
pub fn compose(page: &mut OcrPage, words: Vec<RawWord>, straight: impl Fn(BBox) -> BBox) {
    let pieces = pieces(words, &page.rulings, &straight);
    page.fold = fold(page, &pieces);
    let uprights = uprights(&page.rulings);
    let (left, right): (Vec<Piece>, Vec<Piece>) =
        pieces.into_iter().partition(|piece| page.fold.is_none_or(|fold| piece.bbox.x_center() < fold));
    let rows = [left, right].into_iter().flat_map(|side| rows(side, &uprights));
    let (mut weight, mut sum) = (0.0, 0.0);
    for (row_idx, row) in rows.enumerate() {
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
                page.words.push(Word { span, bbox: word.bbox, confidence: word.confidence, face: word.face });
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

/// Rows of pieces, from top to bottom.
fn rows(mut pieces: Vec<Piece>, uprights: &[BBox]) -> Vec<Vec<Piece>> {
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
    let mut rows: Vec<Vec<Piece>> = rows.into_iter().map(|row| joined(row, uprights)).collect();
    rows.sort_by_key(|row| row.iter().map(|piece| piece.bbox.y_center()).sum::<i32>() / row.len().max(1) as i32);
    rows
}

/// How much wider than high an image of two pages is at least.
const SPREAD: f32 = 1.15;
/// Lines of running text that each of two pages must have, and the words that make a line one.
const LINES_OF_A_PAGE: usize = 4;
const WORDS_OF_A_LINE: usize = 5;

/// Where the fold is between two pages side by side, if that is what the image holds: a broad strip in the middle
/// that no print and no rule crosses, with running text on both sides. A table across the sheet has rules or short cells.
fn fold(page: &OcrPage, pieces: &[Piece]) -> Option<i32> {
    let (width, height) = (page.width as i32, page.height as i32);
    if (width as f32) < height as f32 * SPREAD {
        return None;
    }
    let mut taken: Vec<(i32, i32)> = pieces.iter().map(|piece| (piece.bbox.x0, piece.bbox.x1)).collect();
    let levels = page.rulings.iter().filter(|rule| rule.width() > rule.height());
    taken.extend(levels.map(|rule| (rule.x0, rule.x1)));
    taken.sort_unstable();
    let mut widest = (0, 0);
    let mut end = 0;
    for (from, to) in taken {
        let is_middle = ((end + from) / 2 - width / 2).abs() < width / 10;
        if is_middle && from - end > widest.1 - widest.0 {
            widest = (end, from);
        }
        end = end.max(to);
    }
    let (left, right) = widest;
    let fold = (left + right) / 2;
    let n_lines = |is_left: bool| {
        let side = pieces.iter().filter(|piece| (piece.bbox.x_center() < fold) == is_left);
        side.filter(|piece| piece.words.len() >= WORDS_OF_A_LINE && piece.bbox.width() > width / 5).count()
    };
    (right - left > width / 40 && n_lines(true) >= LINES_OF_A_PAGE && n_lines(false) >= LINES_OF_A_PAGE).then_some(fold)
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
        let height = line_height(&piece.words).max(out.last().map_or(0, |last| line_height(&last.words)));
        match (out.last_mut(), piece.words.first()) {
            (Some(last), Some(first)) if !is_cut(last, piece.bbox, (height, wide_gap(height)), uprights, first) => {
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
    for (_, words) in &mut lines {
        words.sort_by_key(|word| (word.bbox.x0, word.bbox.x1));
    }
    let end = |words: &[RawWord]| words.last().map_or(0, |word| straight(word.bbox).x1);
    let ends: Vec<i32> = lines.iter().filter(|(_, words)| words.len() >= 5).map(|(_, words)| end(words)).collect();
    let mut pieces = Vec::new();
    for (_, words) in lines {
        let height = line_height(&words);
        let own_end = end(&words);
        let ends_so = |other: &&i32| (**other - own_end).abs() * 2 <= height;
        // No gap of a line set to both margins is wide enough to divide it.
        let is_whole = is_justified(&words, height) && ends.iter().filter(ends_so).count() > 3;
        let wide = if is_whole { i32::MAX } else { wide_gap(height) };
        let mut piece: Option<Piece> = None;
        for word in words {
            let bbox = straight(word.bbox);
            match &mut piece {
                Some(open) if !is_cut(open, bbox, (height, wide), &uprights, &word) => {
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

/// Whether the blanks of a line are even and wide, as where a typewriter or line printer fills lines to the margin.
fn is_justified(words: &[RawWord], height: i32) -> bool {
    let mut gaps: Vec<i32> = words.windows(2).map(|pair| pair[1].bbox.x0 - pair[0].bbox.x1).collect();
    if gaps.len() < 4 {
        return false;
    }
    gaps.sort_unstable();
    let (middle, widest) = (gaps[gaps.len() / 2], gaps[gaps.len() - 1]);
    let blank: i32 = gaps.iter().sum();
    let printed: i32 = words.iter().map(|word| word.bbox.width()).sum();
    // Cells of a table are wider apart, or have narrow blanks within them.
    middle * 4 >= height * 3 && widest <= height * 3 && printed >= blank * 2
}

fn is_cut(open: &Piece, bbox: BBox, (height, wide): (i32, i32), uprights: &[BBox], word: &RawWord) -> bool {
    let gap = bbox.x0 - open.bbox.x1;
    let Some(last) = open.words.last() else {
        return false;
    };
    let between = |rule: &&BBox| {
        let x = rule.x_center();
        let (top, bottom) = (last.bbox.y0.max(word.bbox.y0), last.bbox.y1.min(word.bbox.y1));
        last.bbox.x1 - 2 <= x && x <= word.bbox.x0 + 2 && rule.y0 < bottom && top < rule.y1
    };
    gap > wide || (gap > height / 4 && uprights.iter().any(|rule| between(&rule)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{PageStatus, TextSource};

    fn word(text: &str, x0: i32, y0: i32, line: u32) -> RawWord {
        let width = text.chars().count() as i32 * 20;
        RawWord { text: text.into(), bbox: BBox::new(x0, y0, x0 + width, y0 + 30), confidence: 0.9, line, face: None }
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
    fn two_pages_on_one_image_are_read_one_after_the_other() {
        let line = |page: usize, row: usize| {
            let mut x0 = 100 + page as i32 * 1000;
            let first = format!("{}{row}", ["v", "h"][page]);
            let texts = [&first, "är", "en", "rad", "av", "löpande", "text"];
            let words = texts.map(|text| {
                let word = word(text, x0, 100 + row as i32 * 60, row as u32);
                x0 = word.bbox.x1 + 15;
                word
            });
            words.to_vec()
        };
        let words: Vec<RawWord> = (0..8).flat_map(|row| [line(0, row), line(1, row)].concat()).collect();
        let mut page = OcrPage::empty(1, PageStatus::Read, TextSource::Ocr);
        (page.width, page.height) = (2000, 1400);
        let mut table = page.clone();
        compose(&mut page, words.clone(), |bbox| bbox);
        let firsts: Vec<&str> = page.text.lines().map(|line| line.split(' ').next().unwrap()).collect();
        assert_eq!(firsts[..3], ["v0", "v1", "v2"]);
        assert_eq!(firsts[8..11], ["h0", "h1", "h2"]);
        assert!(page.fold.is_some_and(|fold| (800..1100).contains(&fold)));
        // The same words in a ruled table are rows across the sheet.
        table.rulings = vec![BBox::new(100, 90, 1900, 93)];
        compose(&mut table, words, |bbox| bbox);
        assert!(table.fold.is_none() && table.text.lines().count() == 8);
    }

    #[test]
    fn a_rule_between_words_divides_them() {
        let words = vec![word("Paragrafer", 100, 100, 0), word("12-15", 320, 100, 0)];
        assert_eq!(page(words.clone(), vec![]).text, "Paragrafer 12-15");
        assert_eq!(page(words, vec![BBox::new(308, 50, 311, 400)]).text, "Paragrafer\t12-15");
    }
}
