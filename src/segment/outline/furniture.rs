//! What a page has besides its text: running heads and feet, boxes for initials, the page's number.

use crate::page::CorrectedPage;
use crate::segment::marks::sheet::{Piece, Sheet};
use crate::segment::outline::zone::{Zone, Zones};
use crate::segment::words::dates;
use crate::segment::words::labels::{self, Label};
use crate::segment::words::pattern::compile;
use crate::segment::words::text::{fold, n_letters};
use regex::Regex;
use std::sync::LazyLock;

static PAGE_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)^(?:[-–—_\[( .]*\d{1,3}[-–—_\]) .]*|(?:sid(?:a|an|\.)?|blad(?:\s*nr)?)\.?\s*\d{1,3}\s*(?:(?:av|\(|/)\s*\d{1,3}\s*\)?)?|\d{1,3}\s*[(/]\s*\d{1,3}\s*\)?)$",
    )
});

/// A line that goes on over the page and counts it: "forts. 7/2 1957, sid. 2".
static ENDS_IN_PAGE_WORD: LazyLock<Regex> =
    LazyLock::new(|| compile(r"(?i)^.{0,40}\b(?:sid(?:a|an)?|blad)\.?\s*\d{1,3}(?:\s*\(\s*\d{1,3}\s*\))?\.?$"));

/// Running heads and feet: lines that come back at the same height, boxes for initials, page numbers.
pub fn furniture(sheet: &Sheet, zones: &mut Zones) {
    let n_pages = sheet.pages.len();
    let pages: Vec<Vec<usize>> =
        (0..n_pages).map(|page| (0..sheet.rows.len()).filter(|row| sheet.rows[*row].page == page).collect()).collect();
    let n_read = pages.iter().filter(|rows| !rows.is_empty()).count();
    let mut tops: Vec<Vec<usize>> = Vec::new();
    let mut bottoms: Vec<Vec<usize>> = Vec::new();
    for (page, rows) in pages.iter().enumerate() {
        let metrics = sheet.metrics_at(page);
        let has_boxes = sheet.pages[page].ocr().has_boxes();
        let high = |row: &&usize| !has_boxes || sheet.rows[**row].bbox.y0 < metrics.height / 4;
        let low = |row: &&usize| !has_boxes || sheet.rows[**row].bbox.y1 > metrics.height * 3 / 4;
        tops.push(rows.iter().take(6).filter(high).copied().collect());
        bottoms.push(rows.iter().rev().take(6).filter(low).copied().collect());
    }
    let alike = |a: usize, b: usize| {
        let (a, b) = (&sheet.rows[a], &sheet.rows[b]);
        let near =
            !sheet.pages[a.page].ocr().has_boxes() || (a.bbox.y0 - b.bbox.y0).abs() < 5 * sheet.metrics_at(a.page).size;
        near && (similar(a.text(), b.text())
            || a.pieces.iter().any(|p| n_letters(&p.text) >= 8 && b.pieces.iter().any(|q| similar(&p.text, &q.text))))
    };
    for (edge, zone) in [(&tops, Zone::Head), (&bottoms, Zone::Foot)] {
        for (page, rows) in edge.iter().enumerate() {
            let mut misses = 0;
            for &row in rows {
                let text = sheet.rows[row].text();
                // A head goes on from the edge of the page: after a row of text there is none.
                if misses >= 1 || sheet.rows[row].mark.is_strong() {
                    break;
                }
                // Names come back too, in lists and signatures.
                let is_name = |piece: &Piece| {
                    piece.mark.is_name_line()
                        && !piece.text.contains(|c: char| c.is_ascii_digit())
                        && !names_body(&piece.text)
                };
                if sheet.rows[row].pieces.iter().all(is_name) {
                    misses += 1;
                    continue;
                }
                if n_letters(&text) < 5 || PAGE_NUMBER.is_match(text.trim()) || sheet.rows[row].mark.section().is_some()
                {
                    misses += usize::from(n_letters(&text) >= 5);
                    continue;
                }
                let same = edge
                    .iter()
                    .enumerate()
                    .filter(|(other, rows)| *other != page && rows.iter().any(|r| alike(row, *r)))
                    .count();
                if same >= 1 && (same + 1) * 10 >= n_read * 4 {
                    zones.of_row[row] = zone;
                    misses = 0;
                } else {
                    misses += usize::from(sheet.rows[row].pieces.iter().any(|piece| piece.confidence >= 0.5));
                }
            }
        }
    }
    for page in 0..n_pages {
        edges_of_page(sheet, zones, &pages[page], &bottoms[page]);
    }
}

/// Whether a word of a text is a body's: "Stadsdelsnämnden Nordanö" is no person.
fn names_body(text: &str) -> bool {
    fold(text)
        .split(' ')
        .any(|word| word.chars().count() >= 6 && labels::BODY_ENDINGS.iter().any(|end| word.ends_with(end)))
}

fn similar(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    if a.chars().count() < 3 || b.chars().count() < 3 {
        return false;
    }
    a == b || strsim::normalized_levenshtein(&a, &b) >= 0.78
}

/// What stands above a running head, below a foot, and the page's number.
fn edges_of_page(sheet: &Sheet, zones: &mut Zones, rows: &[usize], bottom: &[usize]) {
    let is_foot_label = |row: &usize| {
        // "Ordf. ____ Just. ____ Sekr. ____"
        let folded = fold(sheet.rows[*row].text());
        let signs = folded.split(' ').filter(|word| matches!(*word, "ordf" | "just" | "sekr" | "sign")).count();
        signs >= 2
            || sheet.rows[*row].pieces.iter().any(|piece| {
                let first: String = fold(&piece.text);
                piece.mark.label() == Some(Label::Foot)
                    || labels::heading_of(piece.text.split(':').next().unwrap_or("")).is_none()
                        && piece.mark.bare_label().is_some_and(|(label, _)| label == Label::Foot)
                    || first.contains("utdragsbestyrk")
                    || first.contains("utdragets riktighet")
            })
    };
    // "Justeras" over nothing but initials, as the last of a page.
    let is_scribble = |row: &&usize| {
        let text = sheet.rows[**row].text();
        n_letters(&text) <= 4 && !text.chars().any(|c| c.is_ascii_digit() && n_letters(&text) == 0 && text.len() > 3)
    };
    let signed_at = rows.iter().rposition(|row| !is_scribble(&row)).filter(|at| {
        let row = &sheet.rows[rows[*at]];
        let label = row.pieces.first().and_then(|piece| piece.mark.label());
        rows.len() > 6
            && matches!(label, Some(Label::Adjusted | Label::AdjustPlaceTime | Label::Foot))
            && row.pieces.iter().skip(1).all(|piece| n_letters(&piece.text) <= 4)
            && row.bbox.y0 > sheet.metrics_at(row.page).height * 3 / 4
    });
    if let Some(at) = signed_at {
        for row in &rows[at..] {
            zones.of_row[*row] = Zone::Foot;
        }
    }
    if let Some(foot) =
        rows.iter().position(|row| bottom.contains(row) && (zones.of_row[*row] == Zone::Foot || is_foot_label(row)))
    {
        for row in &rows[foot..] {
            zones.of_row[*row] = Zone::Foot;
        }
    }
    if let Some(last_head) = rows.iter().take(8).rposition(|row| zones.of_row[*row] == Zone::Head) {
        for row in &rows[..last_head] {
            zones.of_row[*row] = Zone::Head;
        }
        // A cell's value under a small label of the head: "Sida" over "3".
        if let Some(next) = rows.get(last_head + 1) {
            let row = &sheet.rows[*next];
            let values_only = row.pieces.iter().all(|piece| PAGE_NUMBER.is_match(&piece.text) || is_date(&piece.text));
            let labelled = rows[..=last_head].iter().flat_map(|row| &sheet.rows[*row].pieces).any(|piece| {
                let label = piece.mark.bare_label().map(|(label, _)| label);
                matches!(label, Some(Label::Page | Label::MeetingDate | Label::Date))
            });
            let close = labelled && sheet.gap_above(*next).is_none_or(|gap| gap < 1.6);
            if values_only && close && n_letters(row.text()) < 12 {
                zones.of_row[*next] = Zone::Head;
            }
        }
    }
    let open = |zones: &Zones, row: &usize| zones.of_row[*row] == Zone::Unassigned;
    for (row, zone) in [
        (rows.iter().find(|row| open(zones, row)), Zone::Head),
        (rows.iter().rev().find(|row| open(zones, row)), Zone::Foot),
    ] {
        let Some(&row) = row else { continue };
        let alone = rows.len() == 1;
        let only_text = rows.iter().filter(|row| open(zones, row)).count() == 1;
        if !alone && !only_text && is_page_number(sheet, row) {
            zones.of_row[row] = zone;
        }
    }
}

/// A page's number and not an item's: with a word, near the number of the page, or away from the margin.
fn is_page_number(sheet: &Sheet, row: usize) -> bool {
    let row = &sheet.rows[row];
    let text = row.text();
    let text = text.trim();
    let own_cell = row.pieces.last().filter(|_| row.pieces.len() > 1).map_or("", |piece| piece.text.trim());
    if ENDS_IN_PAGE_WORD.is_match(text) || ENDS_IN_PAGE_WORD.is_match(own_cell) {
        return true;
    }
    if !PAGE_NUMBER.is_match(text) {
        return false;
    }
    let number: Option<u32> = text.trim_matches(|c: char| !c.is_ascii_digit()).parse().ok();
    let Some(number) = number else { return true };
    let page = sheet.pages.get(row.page).map_or(0, CorrectedPage::number);
    let metrics = sheet.metrics_at(row.page);
    let at_margin = row.x0() <= metrics.left + 2 * metrics.size;
    number.abs_diff(page) <= 1 || text.starts_with(['-', '–', '—']) || !at_margin
}

fn is_date(text: &str) -> bool {
    dates::dates(text).first().is_some_and(|at| at.range.len() + 2 >= text.trim().len())
}
