//! The rows of a document as one sequence, each read once. Which zone a row belongs to is left to `outline`.

use crate::page::{BBox, CorrectedPage};
use crate::segment::marks::mark::Mark;
use crate::segment::print::face::{Face, face};
use crate::segment::print::flow::Flow;
use crate::segment::print::paper::Paper;
use crate::segment::print::rows;
use crate::segment::words::dates::{self, DateAt};
use crate::text::Span;
use std::cell::OnceCell;
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
    usual_year: OnceCell<Option<i16>>,
    usual_size: OnceCell<Option<f32>>,
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
        Sheet { paper, rows, usual_year: OnceCell::new(), usual_size: OnceCell::new() }
    }

    /// The same paper with other rows.
    pub fn with_rows(&self, rows: Vec<Row>) -> Sheet<'a> {
        Sheet {
            paper: self.paper.clone(),
            rows,
            usual_year: self.usual_year.clone(),
            usual_size: self.usual_size.clone(),
        }
    }

    /// The middle one of the years that the dates on the sheet print in full. Asked for where a short year stands.
    pub fn usual_year(&self) -> Option<i16> {
        *self.usual_year.get_or_init(|| {
            let all = self.rows.iter().flat_map(|row| row.mark.dates());
            let mut years: Vec<i16> = all.filter(|at| !at.is_short).map(|at| at.date.year()).collect();
            years.sort_unstable();
            years.get(years.len() / 2).copied()
        })
    }

    /// A date with its century as the rest of the sheet has it.
    pub fn settled(&self, at: DateAt) -> DateAt {
        if at.is_short { at.settled(self.usual_year()) } else { at }
    }

    /// A year of which two figures may be all that is printed.
    pub fn full_year(&self, year: u32) -> u32 {
        match i16::try_from(year) {
            Ok(figures @ 0..=99) => dates::full_year(figures, self.usual_year()).unsigned_abs().into(),
            _ => year,
        }
    }

    /// The dates of a text of this sheet, from left to right.
    pub fn dates(&self, text: &str) -> Vec<DateAt> {
        dates::dates(text).into_iter().map(|at| self.settled(at)).collect()
    }

    /// `930519` and `93-05-19`: only where a label says that a date stands there.
    pub fn short_date(&self, text: &str) -> Option<DateAt> {
        dates::short_date(text).map(|at| self.settled(at))
    }

    /// How a row is set.
    pub fn face(&self, row: usize) -> Face {
        let Some(this) = self.rows.get(row) else { return Face::default() };
        let before = row.checked_sub(1).and_then(|before| self.rows.get(before));
        let before = before.filter(|before| before.page == this.page).map(|before| before.bbox);
        let pieces = this.pieces.iter().map(|piece| piece.print.clone()).collect();
        face(&self.paper, &rows::Row { page: this.page, pieces, bbox: this.bbox }, before)
    }

    /// The usual height of a capital, in pixels; none where no type was measured.
    pub fn usual_size(&self) -> Option<f32> {
        *self.usual_size.get_or_init(|| {
            let words = self.pages.iter().flat_map(|page| page.words());
            let mut sizes: Vec<f32> = words.filter_map(|word| word.face).map(|face| face.size).collect();
            sizes.sort_by(f32::total_cmp);
            sizes.get(sizes.len() / 2).copied()
        })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::OcrPage;
    use jiff::civil::date;

    fn pages(text: &str) -> Vec<CorrectedPage> {
        vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())]
    }

    #[test]
    fn a_row_says_what_its_pieces_say() {
        let pages = pages("Plats och tid\tStadshuset, kl 10\nBo Ek (S)");
        let sheet = Sheet::new(&pages);
        assert_eq!(sheet.rows[0].text(), "Plats och tid\tStadshuset, kl 10");
        assert_eq!(sheet.rows[0].first().map(|piece| piece.text.as_str()), Some("Plats och tid"));
        // A row of one piece shares what the piece says.
        assert!(Rc::ptr_eq(&sheet.rows[1].mark, &sheet.rows[1].pieces[0].mark));
        assert!(!Rc::ptr_eq(&sheet.rows[0].mark, &sheet.rows[0].pieces[0].mark));
        assert_eq!(sheet.flow_of_row(&sheet.rows[0]).text, sheet.rows[0].text());
        assert_eq!(sheet.flow_of(&sheet.rows[1].pieces[0]).text, "Bo Ek (S)");
    }

    #[test]
    fn pieces_are_cut_and_joined() {
        let pages = pages("Ordförande Bo Ek\nSekreterare");
        let sheet = Sheet::new(&pages);
        let piece = &sheet.rows[0].pieces[0];
        let start = piece.span.start + "Ordförande".len();
        let name = piece.part(&sheet, Span::new(start, piece.span.end)).unwrap();
        assert_eq!(name.text, "Bo Ek");
        assert!(piece.part(&sheet, Span::new(start, start + 1)).is_none());
        let same = piece.part(&sheet, piece.span).unwrap();
        assert!(Rc::ptr_eq(&same.mark, &piece.mark));
        let both = piece.joined(&sheet.rows[1].pieces[0], "Ordförande Bo Ek Sekreterare".to_owned());
        assert_eq!(both.span, piece.span.cover(sheet.rows[1].pieces[0].span));
        assert_eq!(both.mark.text, "Ordförande Bo Ek Sekreterare");
    }

    #[test]
    fn no_gap_at_the_top_of_a_page() {
        let pages: Vec<CorrectedPage> = ["Rad ett\nRad två", "Rad tre"]
            .iter()
            .zip(1..)
            .map(|(text, number)| CorrectedPage::new(OcrPage::from_text(number, text), Vec::new()))
            .collect();
        let sheet = Sheet::new(&pages);
        assert_eq!(sheet.gap_above(0), None);
        assert!(sheet.gap_above(1).is_some());
        assert_eq!(sheet.gap_above(2), None);
        assert_eq!(sheet.gap_above(3), None);
    }

    #[test]
    fn short_years_are_the_documents() {
        let day = |head: &str| {
            let pages = pages(&format!("{head}\nJusterat 5/9 04"));
            let sheet = Sheet::new(&pages);
            (sheet.dates(sheet.rows[1].text())[0].date, sheet.short_date("040905").unwrap().date, sheet.full_year(4))
        };
        assert_eq!(day("Sammanträde 2004-09-01"), (date(2004, 9, 5), date(2004, 9, 5), 2004));
        assert_eq!(day("Sammanträde den 1 september 1904"), (date(1904, 9, 5), date(1904, 9, 5), 1904));
        assert_eq!(day("Sammanträde"), (date(2004, 9, 5), date(2004, 9, 5), 2004));
        // One date of another century among several does not count.
        assert_eq!(day("Sedan 1874-01-01: 1904-09-01, 1904-09-02"), (date(1904, 9, 5), date(1904, 9, 5), 1904));
        assert_eq!(Sheet::new(&pages("x")).full_year(1904), 1904);
    }
}
