//! The rows that may open an item, each weighed for the form of its number and its place, and grouped by the form.

use crate::segment::marks::numbers::{Family, Heading, fits_rest};
use crate::segment::marks::sheet::Sheet;
use crate::segment::words::labels::Label;

/// The candidates among the rows that `open` lets through.
pub fn candidates(sheet: &Sheet, open: impl Fn(usize) -> bool) -> Vec<Heading> {
    let mut out = Vec::new();
    for (at, row) in sheet.rows.iter().enumerate() {
        if !open(at) {
            continue;
        }
        let text = row.text();
        if !text.chars().take(45).any(|c| c.is_ascii_digit()) {
            continue;
        }
        let place = place_weight(sheet, at, &open);
        let n_before = out.len();
        for reading in row.mark.readings() {
            let year = reading.year.map(|year| sheet.full_year(year));
            let mut reading = Heading { row: at, year, ..reading.clone() };
            let rest = &text[reading.rest.clone()];
            reading.weight += fits_rest(rest) + place;
            if reading.last.is_some() {
                reading.weight -= 0.8;
            }
            if matches!(reading.family, Family::Dotted | Family::Prefix)
                && rest.trim().is_empty()
                && row.pieces.len() == 1
            {
                reading.weight -= 0.4;
            }
            // A date: "12. 3. 1953".
            if matches!(reading.family, Family::Dotted | Family::Bare)
                && rest.trim_start().starts_with(|c: char| c.is_ascii_digit())
            {
                continue;
            }
            if (reading.number > 0 || !reading.path.is_empty()) && reading.weight > -1.0 {
                out.push(reading);
            }
        }
        // Few rows are left of which to ask what stands over them: "Paragrafer" over "§§ 12-20".
        if out.len() > n_before && at > 0 && sheet.rows[at - 1].mark.label() == Some(Label::ParagraphRange) {
            out.truncate(n_before);
        }
    }
    out
}

/// Whether a row stands where headings stand: after a finished paragraph, not in the middle of one.
pub fn place_weight(sheet: &Sheet, at: usize, open: &impl Fn(usize) -> bool) -> f32 {
    let Some(before) = at.checked_sub(1).filter(|before| open(*before)) else { return 0.2 };
    let (row, above) = (&sheet.rows[at], &sheet.rows[before]);
    let (Some(first), Some(last)) = (row.pieces.first(), above.pieces.last()) else { return 0.0 };
    if row.page != above.page {
        return 0.0;
    }
    let gap = sheet.gap_above(at).unwrap_or(1.0);
    let mut weight = 0.0;
    if gap > 1.4 {
        weight += 0.4;
    }
    let unfinished = !last.text.ends_with(['.', ':', '!', '?', ')']) && !sheet.ended_early(last, first);
    if unfinished && gap < 1.4 && above.pieces.len() == 1 {
        weight -= 1.2;
    }
    weight
}

/// The rows of a sheet that open an item at sight, each with its number and the rows down to the next.
#[cfg(test)]
pub fn at_sight(sheet: &Sheet) -> Vec<(Heading, Vec<usize>)> {
    let opens = |row: usize| {
        let found = sheet.rows[row].mark.readings().iter().find(|one| one.weight >= 1.0)?;
        Some(Heading { row, ..found.clone() })
    };
    let heads: Vec<Heading> = (0..sheet.rows.len()).filter_map(opens).collect();
    let ends: Vec<usize> = heads.iter().skip(1).map(|next| next.row).chain([sheet.rows.len()]).collect();
    let with_rows = |(head, end): (Heading, usize)| {
        let rows = (head.row..end).collect();
        (head, rows)
    };
    heads.into_iter().zip(ends).map(with_rows).collect()
}

/// What shares a form of number.
#[derive(Clone, Debug)]
pub struct Group {
    pub members: Vec<Heading>,
    /// A column of numbers, some with their full stop and some without.
    pub is_mixed: bool,
}

/// The candidates by the form of their numbers.
pub fn groups(candidates: &[Heading]) -> Vec<Group> {
    let mut keys: Vec<(Family, &str)> = candidates.iter().map(|c| (c.family, c.shape.as_str())).collect();
    keys.sort_unstable();
    keys.dedup();
    let of_key = |(family, shape): (Family, &str)| {
        let members = candidates.iter().filter(|c| c.family == family && c.shape == shape).cloned().collect();
        Group { members, is_mixed: false }
    };
    let mut out: Vec<Group> = keys.into_iter().map(of_key).collect();
    let column = candidates.iter().filter(|c| matches!(c.family, Family::Dotted | Family::Bare));
    let column = column.map(|c| Heading { weight: c.weight.max(0.8), ..c.clone() }).collect();
    out.push(Group { members: column, is_mixed: true });
    out
}
