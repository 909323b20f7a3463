//! Headings whose numbers were not read at all, found by where titles stand.

use crate::segment::marks::numbers::Heading;
use crate::segment::marks::sheet::Sheet;
use crate::segment::words::decisions;

/// A number with nothing beside it.
pub fn stands_alone(sheet: &Sheet, heading: &Heading) -> bool {
    let row = &sheet.rows[heading.row];
    row.pieces.len() == 1 && heading.label.end + 2 >= row.text().len()
}

/// Where the title beside a number starts.
pub fn title_start(sheet: &Sheet, heading: &Heading) -> Option<i32> {
    let row = &sheet.rows[heading.row];
    let first = row.pieces.first()?;
    if heading.rest.start > first.text.len() || heading.label.end >= first.text.len() && row.pieces.len() > 1 {
        return row.pieces.get(1).map(|piece| piece.bbox.x0);
    }
    let page = sheet.pages.get(first.page)?;
    let mut words = page.words_in(first.span);
    let start = first.span.start + heading.rest.start;
    words.find(|word| word.span.start >= start).map(|word| page.ocr().straight(word.bbox).x0)
}

/// Headings whose numbers were not read at all: titles where titles stand, after the gap that parts
/// items, and just as many as the numbers that are missing.
pub fn lost(sheet: &Sheet, chain: &[Heading], at: usize) -> Vec<Heading> {
    let (before, after) = (&chain[at - 1], &chain[at]);
    let first_missing = before.end() + 1;
    let n_missing = after.number.saturating_sub(first_missing) as usize;
    if n_missing == 0 || n_missing > 4 {
        return Vec::new();
    }
    let mut gaps: Vec<f32> = chain.iter().filter_map(|heading| sheet.gap_above(heading.row)).collect();
    gaps.sort_by(f32::total_cmp);
    let usual_gap = gaps.get(gaps.len() / 2).copied().unwrap_or(2.0);
    if stands_alone(sheet, before) && stands_alone(sheet, after) {
        return lost_over_titles(sheet, before, after);
    }
    let (Some(one), Some(other)) = (title_start(sheet, before), title_start(sheet, after)) else { return Vec::new() };
    let size = sheet.metrics_at(sheet.rows[after.row].page).size;
    if (one - other).abs() > 2 * size {
        return Vec::new();
    }
    // Where the text itself begins beside the number, no title tells an item from a paragraph.
    let titled = |heading: &Heading| {
        let (Some(last), Some(next)) =
            (sheet.rows[heading.row].pieces.last(), sheet.rows.get(heading.row + 1).and_then(|row| row.pieces.first()))
        else {
            return false;
        };
        !last.text.ends_with(['-', ','])
            && last.text.split_whitespace().count() <= 16
            && (next.page != last.page || sheet.ended_early(last, next))
    };
    if !titled(before) || !titled(after) {
        return Vec::new();
    }
    // Titles may end in a full stop, where those of the neighbours do.
    let stopped = |heading: &Heading| sheet.rows[heading.row].text().ends_with('.');
    let stops = stopped(before) && stopped(after);
    let fits = |row: usize| {
        let this = &sheet.rows[row];
        let [piece] = this.pieces.as_slice() else { return false };
        let gap = sheet.gap_above(row).unwrap_or(usual_gap);
        let starts_upper = piece.text.chars().next().is_some_and(char::is_uppercase);
        let is_label =
            decisions::decides(&piece.text) || piece.mark.section().is_some() || piece.mark.label().is_some();
        let next = sheet.rows.get(row + 1).and_then(|next| next.pieces.first());
        let early = next.is_some_and(|next| sheet.ended_early(piece, next));
        let title = starts_upper
            && early
            && !is_label
            && piece.text.ends_with('.') == stops
            && !piece.text.ends_with([':', ',']);
        title
            && (piece.bbox.x0 - other).abs() <= size
            && gap >= 0.8 * usual_gap
            && gap > 1.3
            && piece.text.split_whitespace().count() <= 16
    };
    let found: Vec<usize> = (before.row + 1..after.row).filter(|row| fits(*row)).collect();
    if found.len() != n_missing {
        return Vec::new();
    }
    found
        .into_iter()
        .zip(first_missing..)
        .map(|(row, number)| Heading::inferred(before, row, number, 0..0, sheet.rows[row].text().len()))
        .collect()
}

/// The same where numbers stand on rows of their own over their titles.
fn lost_over_titles(sheet: &Sheet, before: &Heading, after: &Heading) -> Vec<Heading> {
    let n_missing = after.number.saturating_sub(before.end() + 1) as usize;
    let Some(title) = sheet.rows.get(after.row + 1).and_then(|row| row.pieces.first()) else { return Vec::new() };
    let size = sheet.metrics_at(title.page).size;
    let fits = |at: &usize| {
        let row = &sheet.rows[*at];
        let [piece] = row.pieces.as_slice() else { return false };
        let Some(next) = sheet.rows.get(at + 1).and_then(|row| row.pieces.first()) else { return false };
        piece.text.starts_with(char::is_uppercase)
            && !piece.text.ends_with(['.', ':', ',', '-'])
            && sheet.gap_above(*at).is_some_and(|gap| gap >= 1.8)
            && (piece.bbox.x0 - title.bbox.x0).abs() <= 2 * size
            && sheet.ended_early(piece, next)
            && piece.text.split_whitespace().count() <= 10
            && piece.mark.section().is_none()
            && piece.mark.label().is_none()
            && !decisions::decides(&piece.text)
    };
    let found: Vec<usize> = (before.row + 2..after.row).filter(fits).collect();
    if found.len() != n_missing {
        return Vec::new();
    }
    found
        .into_iter()
        .zip(before.end() + 1..)
        .map(|(row, number)| Heading::inferred(before, row, number, 0..0, sheet.rows[row].text().len()))
        .collect()
}
