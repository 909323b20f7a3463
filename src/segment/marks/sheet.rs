//! The rows of a document as one sequence, each read once. Which zone a row belongs to is left to `outline`.

use crate::page::{BBox, CorrectedPage};
use crate::segment::marks::mark::Mark;
use crate::segment::print::face::{Face, face};
use crate::segment::print::flow::Flow;
use crate::segment::print::paper::Paper;
use crate::segment::print::rows;
use crate::text::Span;
use std::ops::Deref;
use std::rc::Rc;

/// A printed piece and what it says at first sight.
#[derive(Clone, Debug)]
pub struct Piece {
    print: rows::Piece,
    /// What it says; shared by all copies of the piece, so that none is read twice.
    pub mark: Rc<Mark>,
}

impl Deref for Piece {
    type Target = rows::Piece;

    fn deref(&self) -> &rows::Piece {
        &self.print
    }
}

impl Piece {
    pub fn new(print: rows::Piece) -> Self {
        Piece { mark: Rc::new(Mark::new(print.text.clone())), print }
    }

    /// The same words in a box of another size.
    pub fn in_box(&self, bbox: BBox) -> Piece {
        Piece { print: rows::Piece { bbox, ..self.print.clone() }, mark: self.mark.clone() }
    }

    /// This piece and the next as one, their words put together as `text`.
    pub fn joined(&self, next: &Piece, text: String) -> Piece {
        let (span, bbox) = (self.span.cover(next.span), self.bbox.union(next.bbox));
        Piece::new(rows::Piece { span, bbox, text, ..self.print.clone() })
    }

    /// The part of the piece that a span of its page holds; none where that is blank.
    pub fn part(&self, paper: &Paper, span: Span) -> Option<Piece> {
        let page = paper.pages.get(self.page)?;
        let raw = span.of(page.text());
        let start = span.start + (raw.len() - raw.trim_start().len());
        let span = Span::new(start, start + raw.trim().len());
        if span.is_empty() {
            return None;
        }
        if span == self.span {
            return Some(self.clone());
        }
        let bbox = paper.straight_box(self.page, span).unwrap_or(self.bbox);
        Some(Piece::new(rows::Piece { span, bbox, text: span.of(page.text()).to_owned(), ..self.print.clone() }))
    }
}

#[derive(Clone, Debug)]
pub struct Row {
    pub page: usize,
    /// From left to right; never empty.
    pub pieces: Vec<Piece>,
    pub bbox: BBox,
    /// What the row says as a whole, its pieces divided by tabs.
    pub mark: Rc<Mark>,
}

impl Row {
    pub fn new(page: usize, pieces: Vec<Piece>) -> Self {
        let bbox = pieces.iter().map(|piece| piece.bbox).reduce(BBox::union).unwrap_or_default();
        // A row of one piece says what the piece says.
        let mark = match pieces.as_slice() {
            [one] => one.mark.clone(),
            _ => {
                let texts: Vec<&str> = pieces.iter().map(|piece| piece.text.as_str()).collect();
                Rc::new(Mark::new(texts.join("\t")))
            }
        };
        Row { page, pieces, bbox, mark }
    }

    /// The pieces, divided by tabs.
    pub fn text(&self) -> &str {
        &self.mark.text
    }

    pub fn first(&self) -> Option<&Piece> {
        self.pieces.first()
    }

    pub fn x0(&self) -> i32 {
        self.bbox.x0
    }
}

/// The rows of a document on their paper.
pub struct Sheet<'a> {
    paper: Paper<'a>,
    pub rows: Vec<Row>,
}

impl<'a> Deref for Sheet<'a> {
    type Target = Paper<'a>;

    fn deref(&self) -> &Paper<'a> {
        &self.paper
    }
}

impl<'a> Sheet<'a> {
    pub fn new(pages: &'a [CorrectedPage]) -> Self {
        let (paper, printed) = Paper::new(pages);
        let rows = printed
            .into_iter()
            .map(|row| Row::new(row.page, row.pieces.into_iter().map(Piece::new).collect()))
            .collect();
        Sheet { paper, rows }
    }

    /// The same paper with other rows.
    pub fn with_rows(&self, rows: Vec<Row>) -> Sheet<'a> {
        Sheet { paper: self.paper.clone(), rows }
    }

    /// How a row is set.
    pub fn face(&self, row: usize) -> Face {
        let Some(this) = self.rows.get(row) else { return Face::default() };
        let before = row.checked_sub(1).and_then(|before| self.rows.get(before));
        let before = before.filter(|before| before.page == this.page).map(|before| before.bbox);
        let pieces = this.pieces.iter().map(|piece| piece.print.clone()).collect();
        face(&self.paper, &rows::Row { page: this.page, pieces, bbox: this.bbox }, before)
    }

    /// The gap above a row, in line pitches; none at the top of a page.
    pub fn gap_above(&self, row: usize) -> Option<f32> {
        let (this, before) = (self.rows.get(row)?, self.rows.get(row.checked_sub(1)?)?);
        (this.page == before.page).then(|| self.gap(this.page, before.bbox, this.bbox))
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

    /// The row as one flow, its pieces divided by tabs.
    pub fn flow_of_row(&self, row: &Row) -> Flow {
        let mut flow = Flow::default();
        for (at, piece) in row.pieces.iter().enumerate() {
            if at > 0 {
                flow.glue("\t");
            }
            flow.push(self.pages, piece.page, piece.span);
        }
        flow
    }
}
