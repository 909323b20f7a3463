//! Where one protocol of a file ends and the next begins.
//!
//! Only a page that is a front page by itself, after pages that already hold items, opens another
//! protocol: running heads repeat the title on every page.

use crate::page::CorrectedPage;
use crate::segment::marks::mark::Mark;
use crate::segment::marks::sheet::{Row, Sheet};
use crate::segment::words::labels::Label;
use crate::segment::words::text::fold;
use jiff::civil::Date;

/// The index of each protocol's first page; the first is 0.
pub fn starts(pages: &[CorrectedPage]) -> Vec<usize> {
    let sheet = Sheet::new(pages);
    let rows_of = |page: usize| -> Vec<&Row> { sheet.rows.iter().filter(|row| row.page == page).collect() };
    let mut starts = vec![0];
    let mut items_since = 0;
    let mut highest = 0;
    // The days that the pages of the protocol name at their top: another day begins another protocol.
    let mut days: Vec<Date> = Vec::new();
    for page in 0..pages.len() {
        let rows = rows_of(page);
        let front = front_page(&rows);
        let date = first_date(&rows);
        let numbers: Vec<u32> = rows.iter().filter_map(|row| strong_number(&row.mark)).collect();
        // Two meetings of one day: the second counts its items from one again.
        let begins_anew = numbers.first() == Some(&1) && highest >= 2;
        let other_day = date.is_some_and(|date| !days.contains(&date));
        if page > 0 && items_since > 0 && front && date.is_some() && (other_day || begins_anew) {
            starts.push(page);
            items_since = 0;
            highest = 0;
            days.clear();
        }
        highest = numbers.iter().copied().fold(highest, u32::max);
        days.extend(date);
        items_since += rows.iter().filter(|row| row.mark.is_strong()).count();
    }
    starts
}

fn strong_number(mark: &Mark) -> Option<u32> {
    let strong = mark.readings().iter().filter(|reading| reading.weight >= 1.4);
    strong.max_by(|a, b| a.weight.total_cmp(&b.weight)).filter(|_| mark.is_strong()).map(|one| one.number)
}

/// The title, and the fields or the opening words that only a front page has.
fn front_page(rows: &[&Row]) -> bool {
    let top: Vec<&str> = rows.iter().take(8).map(|row| row.text()).collect();
    let titled = top.iter().any(|text| text.to_lowercase().contains("protokoll"));
    if !titled {
        return false;
    }
    let mut seen: Vec<Label> = Vec::new();
    for piece in rows.iter().flat_map(|row| &row.pieces) {
        let Some((label, _)) = piece.mark.label_at_start() else { continue };
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
    let in_two_lines = top.windows(2).any(|pair| {
        let (title, next) = (fold(&pair[0]), fold(&pair[1]));
        title.starts_with("protokoll")
            && title.split(' ').count() <= 3
            && ["fört vid", "från", "hållet", "förd vid"].iter().any(|words| next.starts_with(words))
    });
    let opening = in_two_lines
        || top.iter().any(|text| {
            let folded = fold(text);
            folded.contains("protokoll")
                && ["fört vid", "hållet", "fördt vid", "förd vid", "från"].iter().any(|words| folded.contains(words))
        });
    seen.len() >= 3 || opening && !seen.is_empty()
}

fn first_date(rows: &[&Row]) -> Option<Date> {
    rows.iter().take(14).find_map(|row| row.mark.dates().first().map(|at| at.date))
}
