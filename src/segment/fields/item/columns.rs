//! Items printed in three columns: number, title, text.

use crate::segment::marks::numbers::Heading;
use crate::segment::marks::sheet::{Piece, Row, Sheet};
use crate::segment::words::references::{is_reference_row, may_be_reference};

/// Where the columns of titles and texts begin, in pixels of the straightened page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Columns {
    pub title: i32,
    pub text: i32,
    /// What stands so near is in the column.
    pub near: i32,
}

/// The columns of a document, if most of its items stand in them.
pub fn columns(sheet: &Sheet, headings: &[Heading], rows: &[Vec<usize>]) -> Option<Columns> {
    let parted = |heading: &&Heading| match sheet.rows[heading.row].pieces.as_slice() {
        [number, title, text, ..] if sheet.pages[number.page].ocr().has_boxes() => {
            let is_text = !is_reference_row(&text.text) && !may_be_reference(&text.text);
            (is_text && heading.label.end + 1 >= number.text.len()).then_some((title.bbox.x0, text.bbox.x0))
        }
        _ => None,
    };
    let mut found: Vec<(i32, i32)> = headings.iter().filter_map(|heading| parted(&heading)).collect();
    if found.len() < 3 || found.len() * 10 < headings.len() * 6 {
        return None;
    }
    found.sort_unstable();
    let (title, _) = found[found.len() / 2];
    found.sort_unstable_by_key(|(_, text)| *text);
    let (_, text) = found[found.len() / 2];
    let near = 2 * headings.first().map_or(16, |one| sheet.metrics_at(sheet.rows[one.row].page).size);
    let columns = Columns { title, text, near };
    let stands_so = |(a, b): &(i32, i32)| (a - title).abs() <= near && (b - text).abs() <= near;
    if found.iter().filter(|one| stands_so(one)).count() * 10 < headings.len() * 6 {
        return None;
    }
    // The text goes on where it began, and nothing of it under the titles.
    let below: Vec<&Row> = headings
        .iter()
        .zip(rows)
        .flat_map(|(head, rows)| rows.iter().filter(|row| **row > head.row))
        .map(|row| &sheet.rows[*row])
        .collect();
    let in_column = |row: &&&Row| row.pieces.iter().all(|piece| piece.bbox.x0 >= text - near || piece.bbox.x1 <= text);
    (below.iter().filter(in_column).count() * 10 >= below.len() * 8).then_some(columns)
}

/// The pieces of a row that stand in the column of titles.
pub fn title_pieces(row: &Row, columns: Columns) -> Vec<&Piece> {
    let in_column =
        |piece: &&Piece| piece.bbox.x0 >= columns.title - columns.near && piece.bbox.x0 < columns.text - columns.near;
    row.pieces.iter().filter(in_column).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};
    use crate::segment::outline::candidates::at_sight;

    fn columns_of(text: &str) -> Option<Columns> {
        let mut page = OcrPage::from_text(1, text);
        (page.source, page.width, page.height, page.dpi) = (crate::page::TextSource::Ocr, 1200, 1300, 100);
        let pages = vec![CorrectedPage::new(page, Vec::new())];
        let sheet = Sheet::new(&pages);
        let (heads, rows): (Vec<Heading>, Vec<Vec<usize>>) = at_sight(&sheet).into_iter().unzip();
        columns(&sheet, &heads, &rows)
    }

    #[test]
    fn titles_between_numbers_and_texts() {
        let text = [
            "§ 1      Öppnande            Ordföranden öppnade mötet.",
            "§ 2      Dagordning          Den godkändes.",
            "§ 3      Taket på            Två offerter har kommit in.",
            "         smedjan             Den billigare antogs.",
        ]
        .join("\n");
        assert!(columns_of(&text).is_some_and(|columns| columns.title < columns.text));
        let beside = "§ 1      Öppnande\nOrdföranden öppnade mötet.\n§ 2      Dagordning\nDen godkändes.\n§ 3      Taket\nInget.";
        assert_eq!(columns_of(beside), None);
    }
}
