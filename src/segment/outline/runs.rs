//! The runs of rising numbers that may be the items: for each form of number the whole of it, without what looks like
//! contents or lists the items, its parts where the numbers begin anew, and its columns.

use crate::segment::marks::numbers::{Family, Heading};
use crate::segment::marks::sheet::Sheet;
use crate::segment::outline::candidates::groups;
use crate::segment::outline::run::Run;
use crate::segment::outline::zone::{Zone, Zones};
use crate::segment::outline::{chain, headed};
use std::collections::HashSet;

/// Where so many runs of one form begin anew, more tell nothing.
const MOST_RESTARTS: usize = 8;

/// A step that few items are lost in.
const FAR: u32 = 3;

/// Every run of the candidates, each once; `best` is the one that rises best by itself.
pub fn runs(sheet: &Sheet, zones: &Zones, candidates: &[Heading], best: Vec<Heading>) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    let mut add = |run: Run| {
        if !run.headings.is_empty() && !out.iter().any(|known| known.rows().eq(run.rows())) {
            out.push(run);
        }
    };
    add(Run { headings: best, rises_best: true, is_mixed: false });
    let in_contents = |heading: &Heading| zones.of_row.get(heading.row) == Some(&Zone::Contents);
    for group in groups(candidates) {
        let members = &group.members;
        let least = match members.first().map(|first| first.family) {
            Some(Family::Word | Family::Sign) => 1,
            _ => 2,
        };
        let mut parts: Vec<Vec<Heading>> = vec![members.clone()];
        if members.iter().any(in_contents) {
            parts.push(members.iter().filter(|one| !in_contents(one)).cloned().collect());
        }
        let starts = restarts(members);
        for (at, start) in starts.iter().enumerate() {
            let next = starts.get(at + 1).copied().unwrap_or(members.len());
            parts.push(members[*start..].to_vec());
            parts.push(members[..*start].to_vec());
            parts.push(members[*start..next].to_vec());
        }
        // "§ 85" alone, over the §§ of others that its documents are.
        let falls = members.windows(2).position(|pair| pair[1].number < pair[0].number);
        parts.extend(falls.map(|at| members[..=at].to_vec()).filter(|part| part.iter().all(is_surely_signed)));
        if !group.is_mixed {
            parts.extend(columns(sheet, members));
            parts.extend(unlisted(members));
        }
        for part in parts {
            let (_, found) = chain::rising(sheet, part);
            let found = chain::under_points(sheet, candidates, found);
            if found.len() < least || chain::are_rising_figures(sheet, &found) {
                continue;
            }
            // What stands far up at the end may be another text's.
            if let Some(end) = found.windows(2).rposition(|pair| pair[1].number > pair[0].end() + FAR) {
                add(Run { headings: found[..=end].to_vec(), rises_best: false, is_mixed: group.is_mixed });
            }
            add(Run { headings: found, rises_best: false, is_mixed: group.is_mixed });
        }
    }
    out.extend(headed::runs(sheet, zones, &out));
    out
}

/// A `§` itself, and none that a figure was read as.
fn is_surely_signed(heading: &Heading) -> bool {
    heading.family == Family::Sign && heading.weight >= 2.0
}

/// Entries of a list stand so many rows apart at most.
const LISTED: usize = 3;

/// A form without the entries of lists whose numbers stand elsewhere over a text: an agenda, what was told of in one item.
fn unlisted(members: &[Heading]) -> Option<Vec<Heading>> {
    let mut rows: Vec<usize> = members.iter().map(|one| one.row).collect();
    rows.dedup();
    // A row may have several readings.
    let is_near = |one: Option<&usize>, other: usize| one.is_some_and(|one| one.abs_diff(other) <= LISTED);
    let is_listed = |heading: &Heading| {
        let at = rows.partition_point(|row| *row < heading.row);
        is_near(rows.get(at + 1), heading.row) || at > 0 && is_near(rows.get(at - 1), heading.row)
    };
    let over_text: HashSet<u32> = members.iter().filter(|one| !is_listed(one)).map(|one| one.number).collect();
    let is_kept = |one: &&Heading| !(over_text.contains(&one.number) && is_listed(one));
    let kept: Vec<Heading> = members.iter().filter(is_kept).cloned().collect();
    (kept.len() < members.len()).then_some(kept)
}

/// So many columns of one form may hold the items.
const MOST_COLUMNS: usize = 3;

/// What stands in one column each, where a form has several: points within an item are set in from the items. The fullest
/// columns, none of a few numbers.
fn columns(sheet: &Sheet, members: &[Heading]) -> Vec<Vec<Heading>> {
    // Pages of a scan do not lie alike: from the left margin of each, in heights of its type.
    let edge = |heading: &Heading| {
        let row = &sheet.rows[heading.row];
        let metrics = sheet.metrics_at(row.page);
        (row.x0() - metrics.left) as f32 / metrics.size.max(1) as f32
    };
    let mut by_edge: Vec<(f32, usize)> = members.iter().enumerate().map(|(at, one)| (edge(one), at)).collect();
    by_edge.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut columns: Vec<Vec<usize>> = by_edge
        .chunk_by(|one, next| next.0 - one.0 < 0.7)
        .map(|column| column.iter().map(|(_, at)| *at).collect())
        .filter(|column: &Vec<usize>| column.len() >= 3 && column.len() < members.len())
        .collect();
    columns.sort_by_key(|column| std::cmp::Reverse(column.len()));
    columns.truncate(MOST_COLUMNS);
    let in_order = |mut column: Vec<usize>| {
        column.sort_unstable();
        column.into_iter().map(|at| members[at].clone()).collect()
    };
    columns.into_iter().map(in_order).collect()
}

/// Where the numbers of a form begin anew, after two of them at least.
fn restarts(members: &[Heading]) -> Vec<usize> {
    let mut out = Vec::new();
    let mut since = 0;
    let mut first = members.first().map_or(0, |heading| heading.number);
    for (at, heading) in members.iter().enumerate().skip(1) {
        let before = members[at - 1].number;
        if (heading.number <= first || heading.number == 1) && before >= heading.number && at - since >= 2 {
            out.push(at);
            (since, first) = (at, heading.number);
            if out.len() == MOST_RESTARTS {
                break;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};
    use crate::segment::outline::zones::zones;

    fn items(pages: &[&str]) -> Vec<(u32, usize)> {
        let pages: Vec<CorrectedPage> = pages
            .iter()
            .zip(1..)
            .map(|(text, number)| CorrectedPage::new(OcrPage::from_text(number, text), Vec::new()))
            .collect();
        let sheet = Sheet::new(&pages);
        zones(&sheet).headings.iter().map(|heading| (heading.number, sheet.rows[heading.row].page + 1)).collect()
    }

    #[test]
    fn points_set_in_from_the_items_are_none_of_them() {
        let one = "Protokoll\n1. Öppnande\n   Mötet öppnades av Bo Ek.\n2. Val av justerare\n   Eva Alm valdes.\n\
                   3. Verksamheten\n   Styrelsen berättade om året.\n      1. Vårfest\n      2. Städdag\n      3. Kurs\n      \
                   4. Resa till havet\n      5. Höstfest";
        let two = "4. Ekonomin\n   Kassören redogjorde för boken.\n5. Ansvarsfrihet\n   Mötet beviljade ansvarsfrihet.\n\
                   6. Övriga frågor\n   Inga frågor fanns.\n7. Avslutning\n   Bo Ek avslutade mötet.";
        let found = items(&[one, two]);
        assert_eq!(found, [(1, 1), (2, 1), (3, 1), (4, 2), (5, 2), (6, 2), (7, 2)]);
    }

    #[test]
    fn a_list_of_the_items_is_none_of_them() {
        let heading = |number: u32, row: usize| {
            let text = format!("§ {number}");
            let readings = crate::segment::marks::numbers::readings(&text);
            Heading { row, ..readings[0].clone() }
        };
        // An agenda, and what was told of in the first item.
        let members: Vec<Heading> = [(4, 0), (5, 1), (6, 2), (4, 20), (5, 28), (6, 29), (5, 40), (6, 60)]
            .into_iter()
            .map(|(number, row)| heading(number, row))
            .collect();
        let kept = unlisted(&members).unwrap();
        assert_eq!(kept.iter().map(|one| one.row).collect::<Vec<_>>(), [20, 40, 60]);
        assert!(unlisted(&members[..3]).is_none(), "short items");
    }
}
