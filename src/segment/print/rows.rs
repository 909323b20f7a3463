//! The printed rows of a page, from left to right in pieces, without specks that no one printed.

use crate::page::{BBox, CorrectedPage};
use crate::text::Span;

/// A line's part between two wide gaps.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Index of the page.
    pub page: usize,
    pub span: Span,
    /// On the straightened page.
    pub bbox: BBox,
    pub text: String,
    /// Mean confidence of its words.
    pub confidence: f32,
}

#[derive(Clone, Debug)]
pub struct Row {
    pub page: usize,
    /// From left to right; never empty.
    pub pieces: Vec<Piece>,
    pub bbox: BBox,
}

impl Row {
    pub fn text(&self) -> String {
        let texts: Vec<&str> = self.pieces.iter().map(|piece| piece.text.as_str()).collect();
        texts.join("\t")
    }

    pub fn x0(&self) -> i32 {
        self.bbox.x0
    }
}

/// The rows of a page, `at` its index.
pub fn rows(at: usize, page: &CorrectedPage) -> Vec<Row> {
    without_margin_marks(all_rows(at, page))
}

fn all_rows(at: usize, page: &CorrectedPage) -> Vec<Row> {
    let mut rows: Vec<(usize, Row)> = Vec::new();
    for line in page.lines() {
        let text = page.line_text(line);
        let start = line.span.start + (text.len() - text.trim_start().len());
        let span = Span::new(start, start + text.trim().len());
        if span.is_empty() {
            continue;
        }
        let words = page.words().get(line.words.0..line.words.1).unwrap_or(&[]);
        // Rows, columns and indentation are those of the straightened page.
        let bbox = words.iter().map(|word| page.ocr().straight(word.bbox)).reduce(BBox::union).unwrap_or(line.bbox);
        let confidence = words.iter().map(|word| word.confidence).sum::<f32>() / words.len().max(1) as f32;
        let piece = Piece { page: at, span, bbox, text: text.trim().to_owned(), confidence };
        if is_dirt(&piece) {
            continue;
        }
        match rows.last_mut() {
            Some((row, last)) if *row == line.row => {
                last.bbox = last.bbox.union(piece.bbox);
                last.pieces.push(piece);
            }
            _ => rows.push((line.row, Row { page: at, bbox: piece.bbox, pieces: vec![piece] })),
        }
    }
    rows.into_iter()
        .map(|(_, mut row)| {
            row.pieces.sort_by_key(|piece| (piece.bbox.x0, piece.span.start));
            row
        })
        .collect()
}

/// Drops a lone letter far left or right of all print: sprocket holes and punch holes read as one.
fn without_margin_marks(mut rows: Vec<Row>) -> Vec<Row> {
    let says = |piece: &Piece| {
        piece.text.chars().filter(|c| c.is_alphabetic()).count() >= 3 || piece.text.chars().any(|c| c.is_numeric())
    };
    let print = || rows.iter().flat_map(|row| &row.pieces).filter(|piece| says(piece));
    let (Some(left), Some(right)) =
        (print().map(|piece| piece.bbox.x0).min(), print().map(|piece| piece.bbox.x1).max())
    else {
        return rows;
    };
    for row in &mut rows {
        row.pieces.retain(|piece| {
            let far = 2 * piece.bbox.height();
            let is_mark = piece.text.chars().count() == 1 && !says(piece) && !piece.text.starts_with('§');
            !is_mark || piece.bbox.x1 + far >= left && piece.bbox.x0 <= right + far
        });
        if let Some(bbox) = row.pieces.iter().map(|piece| piece.bbox).reduce(BBox::union) {
            row.bbox = bbox;
        }
    }
    rows.retain(|row| !row.pieces.is_empty());
    rows
}

/// Marks that no one printed: specks, pieces of rules, handwriting read as letters.
fn is_dirt(piece: &Piece) -> bool {
    let letters = piece.text.chars().filter(|c| c.is_alphanumeric()).count();
    let marks = piece.text.chars().filter(|c| !c.is_whitespace()).count();
    let is_tick = || piece.text.contains(['✓', '✔', '☑', '☒', '☐', '×']);
    let keeps_meaning = piece.text.contains(['.', '_', '…', '-', '–', '§', '$', '&']) || marks > 3 || is_tick();
    // "$5109": a § sign and figures run together are read without trust and mean much.
    let is_number = piece.text.starts_with(['§', '$', '&']) && piece.text.chars().any(|c| c.is_ascii_digit());
    (letters == 0 && !keeps_meaning) || (piece.confidence < 0.35 && marks <= 6 && !is_number)
}
