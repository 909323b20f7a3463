//! Items printed in three columns: number, title, text; and what stands beside them in a column of its own, such as who
//! is responsible.

use crate::segment::marks::numbers::Heading;
use crate::segment::marks::sheet::{Piece, Row, Sheet};
use crate::segment::outline::zone::Zones;
use crate::segment::words::references::{is_reference_row, may_be_reference};
use crate::segment::words::text::n_letters;

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
    // Texts are longer than titles: a column of who is responsible holds no texts.
    let heads = headings.iter().map(|head| &sheet.rows[head.row]);
    let (mut n_titles, mut n_texts) = (0, 0);
    for piece in below.iter().copied().chain(heads).flat_map(|row| &row.pieces) {
        if piece.bbox.x0 >= text - near {
            n_texts += n_letters(&piece.text);
        } else if piece.bbox.x0 >= title - near {
            n_titles += n_letters(&piece.text);
        }
    }
    if n_texts <= n_titles {
        return None;
    }
    let in_column = |row: &&&Row| row.pieces.iter().all(|piece| piece.bbox.x0 >= text - near || piece.bbox.x1 <= text);
    (below.iter().filter(in_column).count() * 10 >= below.len() * 8).then_some(columns)
}

/// The pieces of a row that stand in the column of titles.
pub fn title_pieces(row: &Row, columns: Columns) -> Vec<&Piece> {
    let in_column =
        |piece: &&Piece| piece.bbox.x0 >= columns.title - columns.near && piece.bbox.x0 < columns.text - columns.near;
    row.pieces.iter().filter(in_column).collect()
}

/// Words of what stands beside an item: a name, "Information", "Beslut".
const FEW_WORDS: usize = 3;

/// The headings without what stands beside them in a column of its own, right of all text: a good part of the items has
/// something there, and no row runs into it.
pub fn without_asides(sheet: &Sheet, zones: &Zones, rows: &[Vec<usize>]) -> Option<Zones> {
    let aside = |heading: &Heading| {
        let row = &sheet.rows[heading.row];
        let [before @ .., last] = row.pieces.as_slice() else { return None };
        let before = before.last()?;
        let size = sheet.metrics_at(last.page).size;
        let (is_few, n) = (last.text.split_whitespace().count() <= FEW_WORDS, n_letters(&last.text));
        let start = row.text().len() - last.text.len();
        let names = n >= 2 && is_few && last.bbox.x0 - before.bbox.x1 > size;
        let is_reference = is_reference_row(&last.text) || may_be_reference(&last.text);
        let title = row.text().get(heading.rest.start..start.saturating_sub(1)).map_or(0, n_letters);
        (names && !is_reference && title >= 2 && sheet.pages[last.page].ocr().has_boxes())
            .then_some((last.bbox.x0, start - 1))
    };
    let found: Vec<Option<(i32, usize)>> = zones.headings.iter().map(aside).collect();
    let mut places: Vec<i32> = found.iter().flatten().map(|(x, _)| *x).collect();
    places.sort_unstable();
    let x = *places.get(places.len() / 2)?;
    let near = zones.headings.first().map_or(16, |one| sheet.metrics_at(sheet.rows[one.row].page).size);
    let n_there = places.iter().filter(|place| (**place - x).abs() <= near).count();
    if n_there < 3 || n_there * 10 < zones.headings.len() * 4 {
        return None;
    }
    let pieces = || rows.iter().flatten().flat_map(|row| &sheet.rows[*row].pieces);
    let n_crossing = pieces().filter(|piece| piece.bbox.x0 < x - near && piece.bbox.x1 > x + near).count();
    if n_crossing * 50 > pieces().count() {
        return None;
    }
    let mut out = zones.clone();
    for (heading, found) in out.headings.iter_mut().zip(found) {
        if let Some((_, end)) = found.filter(|(place, _)| (place - x).abs() <= near) {
            heading.rest.end = end;
        }
    }
    Some(out)
}

/// How many pieces of a heading's row stand before what is beside the item.
pub fn n_own(sheet: &Sheet, heading: &Heading) -> usize {
    let mut at = 0;
    let begins_before = |piece: &&Piece| {
        let start = at;
        at += piece.text.len() + 1;
        start <= heading.rest.end
    };
    sheet.rows[heading.row].pieces.iter().take_while(begins_before).count().max(1)
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

    #[test]
    fn who_is_responsible_stands_beside_the_items() {
        let asides = |text: &str| {
            let mut page = OcrPage::from_text(1, text);
            (page.source, page.width, page.height, page.dpi) = (crate::page::TextSource::Ocr, 1200, 1300, 100);
            let pages = vec![CorrectedPage::new(page, Vec::new())];
            let sheet = Sheet::new(&pages);
            let (headings, rows): (Vec<Heading>, Vec<Vec<usize>>) = at_sight(&sheet).into_iter().unzip();
            let zones = Zones { headings, ..Zones::default() };
            without_asides(&sheet, &zones, &rows)
                .map(|zones| zones.headings.iter().map(|head| n_own(&sheet, head)).collect::<Vec<_>>())
        };
        let table = [
            "§ 1  Taket på smedjan                              Bo",
            "     Två offerter har kommit in.",
            "§ 2  Städdag                                       Eva Ros",
            "     Den hålls i maj.",
            "§ 3  Nästa möte",
            "     Det hålls i juni.",
            "§ 4  Bryggan                                       Styrelsen",
            "     Den ska målas.",
        ];
        assert_eq!(asides(&table.join("\n")), Some(vec![2, 2, 2, 2]));
        let crossed =
            table.map(|row| row.replace("Det hålls i juni", "Det hålls i juni hos den som har plats för så många"));
        assert_eq!(asides(&crossed.join("\n")), None);
    }
}
