//! Where one protocol of a file ends and the next begins.
//!
//! After pages that already hold items, a page opens another protocol if it is a front page by itself, or the first page
//! of an extract: under a title it opens with an item, and its head names another day and another body, or another of
//! both where the pages are counted from one again. Running heads repeat the title on every page.

use crate::segment::marks::mark::Mark;
use crate::segment::marks::sheet::{Row, Sheet};
use crate::segment::words::bodies;
use crate::segment::words::forms::Words;
use crate::segment::words::labels::Label;
use crate::segment::words::pattern::compile;
use crate::segment::words::text::fold;
use jiff::civil::Date;
use regex::Regex;
use std::sync::LazyLock;

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
    let mut counted_out = false;
    for (page, rows) in rows_of.iter().enumerate() {
        let front = front_page(rows);
        let date = first_date(sheet, rows);
        let numbers: Vec<u32> = rows.iter().filter_map(|row| strong_number(&row.mark)).collect();
        // Two meetings of one day: the second counts its items from one again.
        let begins_anew = numbers.first() == Some(&1) && highest >= 2;
        let other_day = date.is_some_and(|date| !days.contains(&date));
        let counted = page_count(rows);
        let heads = if page > 0 && items_since > 0 { head_of_extract(sheet, rows) } else { None };
        let is_extract = heads.is_some_and(|(day, head)| {
            let other_day = !days.contains(&day);
            let from_one = counted_out && counted.is_some_and(|(number, _)| number == 1);
            if !(from_one || other_day && counted.is_none()) {
                return false;
            }
            from_one && other_day || {
                let first = starts.last().copied().unwrap_or(0);
                let met: Vec<String> = rows_of[first..page].iter().flat_map(|rows| bodies_at_top(rows)).collect();
                let here = bodies_at_top(&rows[..head]);
                !met.is_empty() && !here.is_empty() && !here.iter().any(|one| knows(&met, one))
            }
        });
        if page > 0 && items_since > 0 && (front && date.is_some() && (other_day || begins_anew) || is_extract) {
            starts.push(page);
            items_since = 0;
            highest = 0;
            days.clear();
        }
        counted_out = counted.is_some_and(|(number, of)| number == of);
        highest = numbers.iter().copied().fold(highest, u32::max);
        days.extend(date);
        items_since += rows.iter().filter(|row| row.mark.is_strong()).count();
    }
    starts
}

/// "Sida 2 av 4", "2(4)", alone in its piece.
static COUNTED: LazyLock<Regex> =
    LazyLock::new(|| compile(r"(?i)^(?:{=outline.page_words}\.?\s*)?(\d{1,3})\s*(?:av|\(|/)\s*(\d{1,3})\s*\)?\.?$"));

/// Rows at the top of a page that may be its head, and at the bottom that may be its foot.
const HEAD: usize = 8;
const FOOT: usize = 3;

/// Which page of how many a page says that it is.
fn page_count(rows: &[&Row]) -> Option<(u32, u32)> {
    let edge = rows.iter().take(HEAD).chain(rows.iter().rev().take(FOOT));
    edge.flat_map(|row| &row.pieces).find_map(|piece| {
        let found = COUNTED.captures(piece.text.trim())?;
        let (number, of) = (found[1].parse().ok()?, found[2].parse().ok()?);
        (number >= 1 && number <= of).then_some((number, of))
    })
}

/// The day over the item with which a page begins, where the title stands there too, and how many rows that head has.
fn head_of_extract(sheet: &Sheet, rows: &[&Row]) -> Option<(Date, usize)> {
    let at = rows.iter().take(HEAD).position(|row| strong_number(&row.mark).is_some())?;
    let pieces = || rows[..at].iter().flat_map(|row| &row.pieces);
    let is_short = |text: &str| text.split_whitespace().count() <= 4;
    let titled = pieces().any(|piece| is_short(&piece.text) && piece.text.to_lowercase().contains("protokoll"));
    let day = pieces().filter(|piece| is_short(&piece.text)).flat_map(|piece| piece.mark.dates()).next()?;
    titled.then(|| (sheet.settled(day.clone()).date, at))
}

/// The bodies that stand by themselves at the top of a page.
fn bodies_at_top(rows: &[&Row]) -> Vec<String> {
    let pieces = rows.iter().take(HEAD).flat_map(|row| &row.pieces);
    pieces.filter(|piece| bodies::is_body(&piece.text)).map(|piece| fold(&piece.text)).collect()
}

/// Whether a body is one of those known, a letter or two misread.
fn knows(known: &[String], body: &str) -> bool {
    known.iter().any(|one| strsim::normalized_levenshtein(one, body) >= 0.8)
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
    fn extracts_of_other_meetings() {
        let extract = |body: &str, day: &str, number: u32, page: &str| {
            format!("{body}\nProtokoll\n{day}\n§ {number} Om vägen\nBeslut\nVägen lagas.\nVid vägen.\nVid ån.\n{page}")
        };
        let board = |number, page| extract("Kommunstyrelsen", "2019-06-01", number, page);
        let council = |page| extract("Kommunfullmäktige", "2019-05-06", 85, page);
        let goes_on = "Kommunstyrelsen\nProtokoll\n2019-06-01\nVägen är smal.\nSida 2 av 2";
        assert_eq!(starts_of(&[&board(105, "Sida 1 av 2"), goes_on, &council("Sida 1 av 1")]), [0, 2]);
        assert_eq!(starts_of(&[&board(105, ""), &council("")]), [0, 1]);
        let later = extract("Kommunstyrelsen", "2019-08-08", 120, "1(1)");
        assert_eq!(starts_of(&[&board(105, "1(1)"), &later]), [0, 1], "another day of one body");
        // Extracts of one meeting are one protocol.
        assert_eq!(starts_of(&[&board(105, "1(1)"), &board(106, "1(1)")]), [0]);
        // An annex has no item under a title.
        let annex = "Kommunkontoret\nTjänsteskrivelse\n2019-03-04\nOm vägen\nVägen är smal.\n1(1)";
        assert_eq!(starts_of(&[&board(105, "1(1)"), annex]), [0]);
        // The pages of one protocol are counted on.
        let next = extract("Kommunstyrelsen", "2019-06-02", 106, "2(3)");
        assert_eq!(starts_of(&[&board(105, "1(3)"), &next]), [0]);
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
