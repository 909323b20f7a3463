//! The table of contents: what may be one, and what is taken for one once the run of the items is known.

use crate::segment::marks::numbers::Heading;
use crate::segment::marks::sheet::Sheet;
use crate::segment::outline::choice::Judged;
use crate::segment::outline::evidence::title_of;
use crate::segment::outline::run::Run;
use crate::segment::outline::zone::{Zone, Zones};
use crate::segment::words::labels::Label;
use crate::segment::words::pattern::compile;
use crate::segment::words::text::{fold, n_letters};
use regex::Regex;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

static LEADER: LazyLock<Regex> = LazyLock::new(|| compile(r"[.…_·]{4,}|(?:\. ){4,}"));
static ENDS_IN_PAGE: LazyLock<Regex> = LazyLock::new(|| compile(r"(?:[\t.…_· ]|\s)(\d{1,3})$"));

/// Entries of a list of items stand so many rows apart at most.
const FARTHEST: usize = 3;

/// Marks the table of contents: what stands after its label, or rows with leaders and page numbers.
pub fn contents(sheet: &Sheet, zones: &mut Zones) {
    let n = sheet.rows.len();
    let mut at = 0;
    while at < n {
        if zones.of_row[at] != Zone::Unassigned {
            at += 1;
            continue;
        }
        let row = &sheet.rows[at];
        // "§ 2 Dagordning" is an item.
        let is_label =
            row.pieces.len() <= 2 && row.pieces[0].mark.label() == Some(Label::Contents) && !row.mark.is_strong();
        let start = if is_label { at + 1 } else { at };
        let mut end = start;
        let (mut entries, mut pages_seen) = (0, 0);
        let mut strays = 0;
        let mut last_entry = start;
        let mut last_number = 0;
        let mut first_number: Option<u32> = None;
        while end < n && end < start + 400 {
            match zones.of_row[end] {
                Zone::Head | Zone::Foot => {
                    end += 1;
                    continue;
                }
                Zone::Unassigned => {}
                _ => break,
            }
            let entry = &sheet.rows[end];
            // Dots behind a role are for signing.
            let label = entry.pieces[0].mark.label_at_start().map(|(label, _)| label);
            let is_field = matches!(
                label,
                Some(Label::Secretary | Label::Chair | Label::Adjuster | Label::Adjusted | Label::ParagraphRange)
            );
            if !is_label && is_field {
                break;
            }
            let text = entry.text();
            let reading = entry
                .mark
                .readings()
                .iter()
                .filter(|reading| reading.weight >= 0.7)
                .max_by(|a, b| a.weight.total_cmp(&b.weight));
            let numbered = reading.is_some();
            // "8" or "sid 8" in a column of its own; "Lodgatan 8" is an address.
            let own_column =
                entry.pieces.len() > 1 && entry.pieces.last().is_some_and(|last| n_letters(&last.text) <= 4);
            let has_leader = has_leader(text);
            let paged = (own_column || has_leader) && ends_in_page(text) || has_leader && n_letters(text) > 4;
            if paged {
                pages_seen += 1;
            }
            // The numbers begin anew: the first item.
            if let Some(number) = reading.as_ref().map(|reading| reading.number) {
                let begins_anew = first_number.is_some_and(|first| number <= first);
                if number <= last_number
                    && !paged
                    && (begins_anew || reading.as_ref().is_some_and(|reading| reading.weight >= 1.4))
                {
                    break;
                }
                last_number = last_number.max(number);
                first_number.get_or_insert(number);
            }
            if paged || (is_label && numbered) {
                entries += 1;
                strays = 0;
                last_entry = end;
            } else {
                // The first line of a title over two lines carries no page number.
                strays += 1;
                if strays > 1 || (!is_label && !numbered) {
                    break;
                }
            }
            end += 1;
        }
        let told = (start..=last_entry.min(n - 1)).filter(|at| sheet.rows[*at].mark.has_happened()).count();
        let enough = told * 4 <= entries && if is_label { entries >= 2 } else { entries >= 3 && pages_seen >= 3 };
        if enough && (is_label || follows_order(sheet, start, last_entry, pages_seen)) {
            for row in at..=last_entry {
                if zones.of_row[row] == Zone::Unassigned {
                    zones.of_row[row] = Zone::Contents;
                }
            }
            at = last_entry + 1;
        } else {
            at += 1;
        }
    }
}

/// Few rows have the dots of a leader or end in a figure.
fn has_leader(text: &str) -> bool {
    text.matches(['.', '…', '_', '·']).nth(3).is_some() && LEADER.is_match(text)
}

fn ends_in_page(text: &str) -> bool {
    text.ends_with(char::is_numeric) && ENDS_IN_PAGE.is_match(text)
}

/// Page numbers in a table of contents do not fall; a list of amounts or votes is no contents.
fn follows_order(sheet: &Sheet, start: usize, end: usize, pages_seen: usize) -> bool {
    let mut last = 0;
    let (mut rises, mut falls) = (0, 0);
    for row in &sheet.rows[start..=end.min(sheet.rows.len().saturating_sub(1))] {
        let text = row.text();
        if let Some(page) = ENDS_IN_PAGE.captures(text).and_then(|found| found[1].parse::<u32>().ok()) {
            if page >= last {
                rises += 1
            } else {
                falls += 1
            }
            last = page;
        }
    }
    pages_seen == 0 || rises > 3 * falls
}

/// What the choice of the items says of contents: none that holds items, and every list before them of the same numbers.
pub fn settle(sheet: &Sheet, zones: &mut Zones, judged: &[Judged]) {
    let Some(chosen) = judged.first().map(|best| &best.run) else { return };
    let rows: Vec<usize> = chosen.rows().collect();
    let (Some(&first_row), Some(&last_row)) = (rows.first(), rows.last()) else { return };
    if rows.iter().any(|row| zones.of_row[*row] == Zone::Contents) {
        for zone in &mut zones.of_row[first_row..=last_row] {
            if *zone == Zone::Contents {
                *zone = Zone::Unassigned;
            }
        }
    }
    let mut items: HashMap<u32, Vec<&Heading>> = HashMap::new();
    for item in &chosen.headings {
        items.entry(item.number).or_default().push(item);
    }
    drop_others(sheet, zones, &items);
    titles(sheet, zones, chosen);
    let numbered = judged.iter().map(|one| &one.run.headings).filter(|run| run.iter().all(Heading::is_numbered));
    for list in numbered.flat_map(|run| run.chunk_by(|one, next| next.row <= one.row + FARTHEST)) {
        let [first, .., last] = list else { continue };
        if last.row < first_row && lists_items(sheet, list, &items) {
            for zone in zones.of_row[first.row..=last.row].iter_mut().filter(|zone| **zone == Zone::Unassigned) {
                *zone = Zone::Contents;
            }
        }
    }
}

/// A label of contents over the titles of the items, with neither numbers nor pages.
fn titles(sheet: &Sheet, zones: &mut Zones, chosen: &Run) {
    let first_item = chosen.headings.first().map_or(0, |heading| heading.row);
    let is_open = |at: &usize| zones.of_row[*at] == Zone::Unassigned;
    let is_label = |at: &usize| {
        is_open(at) && matches!(&sheet.rows[*at].pieces[..], [one] if one.mark.label() == Some(Label::Contents))
    };
    // Most documents have no such label left, and their rows need not be read.
    if !(0..first_item).any(|at| is_label(&at)) {
        return;
    }
    let titles: HashSet<String> = chosen.headings.iter().map(|item| beginning(title_of(sheet, item))).collect();
    let is_title = |at: &usize| titles.contains(&beginning(sheet.rows[*at].text()));
    let listed: Vec<usize> = (0..first_item).filter(|at| is_open(at) && is_title(at)).collect();
    let (Some(&first), Some(&last)) = (listed.first(), listed.last()) else { return };
    if listed.len() < 3 {
        return;
    }
    let Some(label) = (first.saturating_sub(FARTHEST)..first).rev().find(is_label) else { return };
    // Most of the items are there, and most of what is there are items.
    if listed.len() * 2 < chosen.headings.len() || listed.len() * 2 < last - label {
        return;
    }
    for zone in zones.of_row[label..=last].iter_mut().filter(|zone| **zone == Zone::Unassigned) {
        *zone = Zone::Contents;
    }
}

/// The first letters of a title, by which it is known again.
fn beginning(title: &str) -> String {
    fold(title).chars().take(12).collect()
}

/// What looked like contents and lists other numbers than the items': prices, votes, houses.
fn drop_others(sheet: &Sheet, zones: &mut Zones, items: &HashMap<u32, Vec<&Heading>>) {
    let is_contents = |zones: &Zones, at: usize| zones.of_row.get(at) == Some(&Zone::Contents);
    let mut start = 0;
    while start < sheet.rows.len() {
        let end = (start..sheet.rows.len()).find(|at| !is_contents(zones, *at)).unwrap_or(sheet.rows.len());
        let numbers: Vec<u32> = (start..end)
            .filter_map(|at| sheet.rows[at].mark.readings().iter().max_by(|a, b| a.weight.total_cmp(&b.weight)))
            .map(|reading| reading.number)
            .collect();
        let known = numbers.iter().filter(|number| items.contains_key(number)).count();
        if numbers.len() >= 3 && known * 2 < numbers.len() {
            zones.of_row[start..end].fill(Zone::Unassigned);
        }
        start = end + 1;
    }
}

/// Whether a list has the numbers and titles of the items, and tells nothing.
fn lists_items(sheet: &Sheet, list: &[Heading], items: &HashMap<u32, Vec<&Heading>>) -> bool {
    let (Some(first), Some(last)) = (list.first(), list.last()) else { return false };
    let start = |heading: &Heading| beginning(title_of(sheet, heading));
    let is_item =
        |one: &&Heading| items.get(&one.number).is_some_and(|same| same.iter().any(|item| start(item) == start(one)));
    let has_happened = (first.row..=last.row).filter(|row| sheet.rows[*row].mark.has_happened()).count();
    list.len() >= 3 && list.iter().filter(is_item).count() * 2 >= list.len() && has_happened * 5 <= list.len()
}
