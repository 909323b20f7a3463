//! Matters under headings without numbers: rows of one type, set apart from the text below them.

use crate::segment::marks::numbers::{Family, Heading};
use crate::segment::marks::sheet::Sheet;
use crate::segment::outline::run::Run;
use crate::segment::outline::zone::{Zone, Zones};
use crate::segment::words::labels::Label;
use std::collections::{BTreeMap, HashSet};

/// So many headings at least make a run.
const FEWEST: usize = 4;

/// The type of a heading, roughly.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Style {
    /// In twentieths of the usual size.
    size: i32,
    is_bold: bool,
    in_capitals: bool,
    is_underlined: bool,
}

/// The runs of headings of one type; `numbered` are those with numbers, whose titles make none.
pub fn runs(sheet: &Sheet, zones: &Zones, numbered: &[Run]) -> Vec<Run> {
    let Some(usual) = sheet.usual_size() else { return Vec::new() };
    let mut by_style: BTreeMap<Style, Vec<usize>> = BTreeMap::new();
    for at in 0..sheet.rows.len() {
        let face = sheet.face(at);
        let Some(size) = face.size else { continue };
        let style = Style {
            size: (size / usual * 20.0).round() as i32,
            is_bold: face.is_bold(),
            in_capitals: face.in_capitals,
            is_underlined: face.is_underlined,
        };
        let is_apart = style.is_bold || style.in_capitals || style.is_underlined || style.size >= 23;
        if is_apart && may_head(sheet, zones, at) {
            by_style.entry(style).or_default().push(at);
        }
    }
    let numbered: HashSet<usize> =
        numbered.iter().filter(|run| run.headings.len() >= 3).flat_map(|run| run.rows()).collect();
    let is_numbered =
        |row: usize| numbered.contains(&row) || row.checked_sub(1).is_some_and(|row| numbered.contains(&row));
    let mut out: Vec<Run> = Vec::new();
    let styles: Vec<Style> = by_style.keys().copied().collect();
    for style in styles {
        // Sizes are measured: neighbours are one type.
        let near =
            |other: &Style| (other.size - style.size).abs() <= 1 && Style { size: style.size, ..*other } == style;
        let mut rows: Vec<usize> =
            by_style.iter().filter(|(other, _)| near(other)).flat_map(|(_, rows)| rows.clone()).collect();
        rows.sort_unstable();
        drop_lines(sheet, &mut rows);
        let n_sections =
            rows.iter().filter(|row| sheet.rows[**row].first().is_some_and(|piece| piece.mark.section().is_some()));
        let n_numbered = rows.iter().filter(|row| is_numbered(**row)).count();
        if rows.len() < FEWEST || n_sections.count() * 3 > rows.len() || n_numbered * 3 > rows.len() {
            continue;
        }
        let headings = rows.into_iter().map(|row| heading(sheet, row)).collect();
        out.push(Run { headings, rises_best: false, is_mixed: false });
    }
    out
}

/// Of lines right under each other the first stays, and none of the document's title: nothing is told between.
fn drop_lines(sheet: &Sheet, rows: &mut Vec<usize>) {
    let all = rows.clone();
    let follows = |row: &usize| all.binary_search(&row.wrapping_sub(1)).is_ok();
    rows.retain(|row| !(follows(row) && sheet.gap_above(*row).is_some_and(|gap| gap < 1.5)));
    let n_title = rows.windows(2).take_while(|pair| pair[1] <= pair[0] + 1).count();
    rows.drain(..n_title);
}

fn may_head(sheet: &Sheet, zones: &Zones, at: usize) -> bool {
    let row = &sheet.rows[at];
    let [piece] = row.pieces.as_slice() else { return false };
    let is_label = || {
        matches!(
            piece.mark.label(),
            Some(
                Label::Signatures
                    | Label::AtProtocol
                    | Label::Adjusted
                    | Label::AdjusterNamed
                    | Label::Adjuster
                    | Label::Present
                    | Label::Absent
                    | Label::Deciding
                    | Label::Secretary
                    | Label::Chair
                    | Label::Notice
            )
        )
    };
    !matches!(zones.of_row[at], Zone::Head | Zone::Foot)
        && piece.text.starts_with(char::is_uppercase)
        && !piece.text.ends_with(['.', ',', ':'])
        && piece.text.split_whitespace().count() <= 14
        && piece.text.chars().filter(|c| c.is_alphabetic()).count() >= 4
        && sheet.gap_above(at).is_none_or(|gap| gap > 1.15)
        && !is_label()
}

fn heading(sheet: &Sheet, row: usize) -> Heading {
    let len = sheet.rows[row].text().len();
    Heading {
        row,
        number: 0,
        last: None,
        suffix: None,
        year: None,
        body: None,
        family: Family::Headed,
        shape: String::new(),
        path: Vec::new(),
        weight: 1.0,
        label: 0..0,
        rest: 0..len,
        inferred: false,
    }
}
