//! Where one protocol of a file ends and the next begins.
//!
//! Only a page that is a front page by itself, after pages that already hold items, opens another
//! protocol: running heads repeat the title on every page.

use crate::page::CorrectedPage;
use crate::segment::dates;
use crate::segment::labels::{self, Label};
use crate::segment::numbers;
use crate::segment::sheet::{Row, Sheet};
use jiff::civil::Date;

/// The index of each protocol's first page; the first is 0.
pub fn starts(pages: &[CorrectedPage]) -> Vec<usize> {
    let sheet = Sheet::new(pages);
    let rows_of = |page: usize| -> Vec<&Row> { sheet.rows.iter().filter(|row| row.page == page).collect() };
    let mut starts = vec![0];
    let mut items_since = 0;
    let mut last_date = None;
    for page in 0..pages.len() {
        let rows = rows_of(page);
        let front = front_page(&rows);
        let date = first_date(&rows);
        if page > 0 && items_since > 0 && front && date.is_some() && date != last_date {
            starts.push(page);
            items_since = 0;
        }
        if front {
            last_date = date;
        }
        items_since += rows.iter().filter(|row| numbers::is_strong(&row.text())).count();
    }
    starts
}

/// The title, and the fields or the opening words that only a front page has.
fn front_page(rows: &[&Row]) -> bool {
    let top: Vec<String> = rows.iter().take(8).map(|row| row.text()).collect();
    let titled = top.iter().any(|text| text.to_lowercase().contains("protokoll"));
    if !titled {
        return false;
    }
    let mut seen: Vec<Label> = Vec::new();
    for piece in rows.iter().flat_map(|row| &row.pieces) {
        let Some((label, _)) = labels::label_at_start(&piece.text, false) else { continue };
        let telling = matches!(
            label,
            Label::PlaceTime
                | Label::Place
                | Label::Deciding
                | Label::Members
                | Label::Present
                | Label::Serving
                | Label::NonServing
                | Label::Others
                | Label::AdjusterNamed
                | Label::AdjustPlaceTime
        );
        if telling && !seen.contains(&label) {
            seen.push(label);
        }
    }
    let opening = top.iter().any(|text| {
        let folded = labels::fold(text);
        folded.contains("protokoll")
            && ["fört vid", "hållet", "fördt vid", "förd vid", "från"].iter().any(|words| folded.contains(words))
    });
    seen.len() >= 3 || opening && !seen.is_empty()
}

fn first_date(rows: &[&Row]) -> Option<Date> {
    rows.iter().take(14).find_map(|row| dates::dates(&row.text()).first().map(|at| at.date))
}
