//! What is known of each page's print: type size, line pitch, margins; and text put together from it.

use crate::page::{BBox, CorrectedPage};
use crate::segment::print::rows::{Piece, Row, rows};
use crate::text::Span;

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
    pub height: i32,
}

/// The pages of a document with what is typical of the print on each.
#[derive(Clone)]
pub struct Paper<'a> {
    pub pages: &'a [CorrectedPage],
    pub metrics: Vec<Metrics>,
}

impl<'a> Paper<'a> {
    /// The paper and the rows printed on it.
    pub fn new(pages: &'a [CorrectedPage]) -> (Self, Vec<Row>) {
        let mut all = Vec::new();
        let mut metrics = Vec::new();
        for (at, page) in pages.iter().enumerate() {
            let mut page_rows = rows(at, page);
            metrics.push(metrics_of(page, &page_rows));
            all.append(&mut page_rows);
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
        (Paper { pages, metrics }, all)
    }

    pub fn metrics_at(&self, page: usize) -> Metrics {
        self.metrics.get(page).copied().unwrap_or(Metrics { size: 16, pitch: 20, ..Metrics::default() })
    }

    /// From one line to the next on a page, in its line pitches.
    pub fn gap(&self, page: usize, above: BBox, below: BBox) -> f32 {
        step(above, below) as f32 / self.metrics_at(page).pitch.max(1) as f32
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
    Metrics { size, pitch, right, left, height }
}

/// From one line to the next: tops and bottoms together, since each alone hangs on the letters.
pub fn step(above: BBox, below: BBox) -> i32 {
    ((below.y1 - above.y1) + (below.y0 - above.y0)) / 2
}

fn median(values: &mut [i32]) -> Option<i32> {
    values.sort_unstable();
    values.get(values.len() / 2).copied()
}
