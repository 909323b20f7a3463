//! Where one protocol of a file ends and the next begins.
//!
//! Only a page that is a front page by itself, after pages that already hold items, opens another
//! protocol: running heads repeat the title on every page.

use crate::segment::marks::mark::Mark;
use crate::segment::marks::sheet::{Row, Sheet};
use crate::segment::words::forms::Words;
use crate::segment::words::labels::Label;
use crate::segment::words::text::fold;
use jiff::civil::Date;

/// The index of each protocol's first page; the first is 0.
pub fn starts(sheet: &Sheet) -> Vec<usize> {
    let mut rows_of: Vec<Vec<&Row>> = vec![Vec::new(); sheet.pages.len()];
    for row in &sheet.rows {
        rows_of[row.page].push(row);
    }
    let mut starts = vec![0];
    let mut items_since = 0;
    let mut highest = 0;
    // The days that the pages of the protocol name at their top: another day begins another protocol.
    let mut days: Vec<Date> = Vec::new();
    for (page, rows) in rows_of.iter().enumerate() {
        let front = front_page(rows);
        let date = first_date(sheet, rows);
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

/// What follows the word of the title where a sentence opens the minutes.
static OPENINGS: Words = Words::new("outline.opened");

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
        let (title, next) = (fold(pair[0]), fold(pair[1]));
        title.starts_with("protokoll") && title.split(' ').count() <= 3 && OPENINGS.begin(&next)
    });
    let opening = in_two_lines
        || top.iter().any(|text| {
            let folded = fold(text);
            folded.contains("protokoll") && OPENINGS.within(&folded)
        });
    seen.len() >= 3 || opening && !seen.is_empty()
}

fn first_date(sheet: &Sheet, rows: &[&Row]) -> Option<Date> {
    rows.iter().take(14).find_map(|row| row.mark.dates().first().cloned()).map(|at| sheet.settled(at).date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};

    fn starts_of(pages: &[&str]) -> Vec<usize> {
        let pages: Vec<CorrectedPage> = pages
            .iter()
            .zip(1..)
            .map(|(text, number)| CorrectedPage::new(OcrPage::from_text(number, text), Vec::new()))
            .collect();
        starts(&Sheet::new(&pages))
    }

    const MAY: &str = "Protokoll fört vid sammanträde den 4 maj 1962\nNärvarande:\tBo Ek\n§ 1\tVal av justerare\nBo Ek.\n§ 2\tSlut\nSlut.";

    #[test]
    fn another_day_begins_another_protocol() {
        let june = MAY.replace("4 maj", "8 juni");
        assert_eq!(starts_of(&[MAY, "§ 3\tTack\nTack.", &june]), [0, 2]);
    }

    #[test]
    fn the_same_day_begins_one_only_where_numbers_begin_anew() {
        assert_eq!(starts_of(&[MAY, MAY]), [0, 1]);
        let goes_on = MAY.replace("§ 2", "§ 4").replace("§ 1", "§ 3");
        assert_eq!(starts_of(&[MAY, &goes_on]), [0]);
    }

    #[test]
    fn a_title_alone_begins_nothing() {
        assert_eq!(starts_of(&[MAY, "Protokoll 8 juni 1962\n§ 3\tTack\nTack."]), [0]);
        // Without items before it, the next front page is of the same protocol.
        let front = "Protokoll fört vid sammanträde den 4 maj 1962\nNärvarande:\tBo Ek";
        assert_eq!(starts_of(&[front, &MAY.replace("4 maj", "8 juni")]), [0]);
    }

    #[test]
    fn a_short_year_is_the_same_day() {
        let again = MAY.replace("den 4 maj 1962", "4/5 62").replace("§ 2", "§ 4").replace("§ 1", "§ 3");
        assert_eq!(starts_of(&[MAY, &again]), [0]);
        let old = MAY.replace("1962", "1904");
        let again = old.replace("den 4 maj 1904", "4/5 04").replace("§ 2", "§ 4").replace("§ 1", "§ 3");
        assert_eq!(starts_of(&[&old, &again]), [0]);
    }
}
