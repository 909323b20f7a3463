//! The rows of a document as one sequence, with what is known of each page's print: type size, line
//! pitch, margins. Which zone a row belongs to is left to `zones`.

use crate::page::{BBox, CorrectedPage};
use crate::segment::flow::Flow;
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

    pub fn first(&self) -> Option<&Piece> {
        self.pieces.first()
    }

    pub fn x0(&self) -> i32 {
        self.bbox.x0
    }
}

/// What is typical of a page's print, in its pixels.
#[derive(Clone, Copy, Debug, Default)]
pub struct Metrics {
    /// Height of a line's box.
    pub size: i32,
    /// From one baseline to the next inside a paragraph.
    pub pitch: i32,
    /// Where full lines end.
    pub right: i32,
    /// Where most lines start.
    pub left: i32,
    pub top: i32,
    pub bottom: i32,
    pub height: i32,
}

pub struct Sheet<'a> {
    pub pages: &'a [CorrectedPage],
    pub rows: Vec<Row>,
    pub metrics: Vec<Metrics>,
}

impl<'a> Sheet<'a> {
    pub fn new(pages: &'a [CorrectedPage]) -> Self {
        let mut rows = Vec::new();
        let mut metrics = Vec::new();
        for (at, page) in pages.iter().enumerate() {
            let mut page_rows = without_margin_marks(rows_of(at, page));
            metrics.push(metrics_of(page, &page_rows));
            rows.append(&mut page_rows);
        }
        // Pages with few lines take the pitch of the others.
        let mut known: Vec<i32> = metrics.iter().map(|m: &Metrics| m.pitch).filter(|pitch| *pitch > 0).collect();
        let usual = median(&mut known);
        for m in &mut metrics {
            let odd = usual.is_some_and(|usual| (m.pitch - usual).abs() * 4 > usual);
            if m.pitch == 0 || odd && m.pitch * 3 > m.size * 5 {
                m.pitch = usual.unwrap_or(m.size * 5 / 4).max(1);
            }
        }
        Sheet { pages, rows, metrics }
    }

    pub fn metrics_at(&self, page: usize) -> Metrics {
        self.metrics.get(page).copied().unwrap_or(Metrics { size: 16, pitch: 20, ..Metrics::default() })
    }

    /// The gap above a row, in line pitches; none at the top of a page.
    pub fn gap_above(&self, row: usize) -> Option<f32> {
        let (this, before) = (self.rows.get(row)?, self.rows.get(row.checked_sub(1)?)?);
        if this.page != before.page {
            return None;
        }
        let pitch = self.metrics_at(this.page).pitch.max(1) as f32;
        Some(step(before.bbox, this.bbox) as f32 / pitch)
    }

    /// Whether the line would have had room for the next line's first word: then it was ended on purpose.
    pub fn ended_early(&self, piece: &Piece, next: &Piece) -> bool {
        let metrics = self.metrics_at(piece.page);
        let letters = piece.text.chars().count().max(1) as f32;
        let per_letter = piece.bbox.width() as f32 / letters;
        let word = next.text.split_whitespace().next().unwrap_or("").chars().count() as f32;
        let room = (metrics.right - piece.bbox.x1) as f32;
        room > (word + 1.5) * per_letter
    }

    /// The box of a span on the straightened page.
    pub fn straight_box(&self, page: usize, span: Span) -> Option<BBox> {
        let page = self.pages.get(page)?;
        page.words_in(span).map(|word| page.ocr().straight(word.bbox)).reduce(BBox::union)
    }

    pub fn flow_of(&self, piece: &Piece) -> Flow {
        let mut flow = Flow::default();
        flow.push(self.pages, piece.page, piece.span);
        flow
    }

    pub fn flow_of_pieces<'p>(&self, pieces: impl IntoIterator<Item = &'p Piece>) -> Flow {
        let mut flow = Flow::default();
        for piece in pieces {
            flow.push_line(self.pages, piece.page, piece.span);
        }
        flow
    }
}

fn rows_of(at: usize, page: &CorrectedPage) -> Vec<Row> {
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
    let keeps_meaning = piece.text.contains(['.', '_', '…', '-', '–', '§', '$', '&']) || marks > 3;
    // "$5109": a § sign and figures run together are read without trust and mean much.
    let is_number = piece.text.starts_with(['§', '$', '&']) && piece.text.chars().any(|c| c.is_ascii_digit());
    (letters == 0 && !keeps_meaning) || (piece.confidence < 0.35 && marks <= 6 && !is_number)
}

fn metrics_of(page: &CorrectedPage, rows: &[Row]) -> Metrics {
    let mut heights: Vec<i32> = page
        .words()
        .iter()
        .filter(|word| word.span.of(page.text()).chars().filter(|c| c.is_alphabetic()).count() >= 3)
        .map(|word| word.bbox.height())
        .collect();
    let size = median(&mut heights).unwrap_or(16).max(1);
    let mut pitches: Vec<i32> = rows
        .windows(2)
        .filter_map(|pair| {
            let step = step(pair[0].bbox, pair[1].bbox);
            (step > size * 9 / 10 && step < size * 3).then_some(step)
        })
        .collect();
    // The lower fifth: paragraphs stand apart, lines inside them do not.
    pitches.sort_unstable();
    let pitch = if pitches.len() < 5 { 0 } else { pitches[pitches.len() / 5] };
    let mut ends: Vec<i32> = rows.iter().map(|row| row.bbox.x1).collect();
    ends.sort_unstable();
    let long = |row: &&Row| row.text().chars().count() >= 30;
    let mut full: Vec<i32> = rows.iter().filter(long).map(|row| row.bbox.x1).collect();
    full.sort_unstable();
    let right = match full.len() {
        0 => ends.last().copied().unwrap_or(0),
        n => full[(n - 1) * 9 / 10],
    };
    let mut starts: Vec<i32> = rows.iter().map(Row::x0).collect();
    starts.sort_unstable();
    let left = starts.get(starts.len() / 10).copied().unwrap_or(0);
    let height = match page.ocr().height {
        0 => rows.last().map_or(0, |row| row.bbox.y1),
        height if page.ocr().fold.is_some() => i32::try_from(height.saturating_mul(2)).unwrap_or(i32::MAX),
        height => i32::try_from(height).unwrap_or(i32::MAX),
    };
    let top = rows.first().map_or(0, |row| row.bbox.y0);
    let bottom = rows.last().map_or(0, |row| row.bbox.y1);
    Metrics { size, pitch, right, left, top, bottom, height }
}

/// From one line to the next: tops and bottoms together, since each alone hangs on the letters.
pub fn step(above: BBox, below: BBox) -> i32 {
    ((below.y1 - above.y1) + (below.y0 - above.y0)) / 2
}

fn median(values: &mut [i32]) -> Option<i32> {
    values.sort_unstable();
    values.get(values.len() / 2).copied()
}
