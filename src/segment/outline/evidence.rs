//! What the whole document says of a run of numbers: each statement a term between 0 and 1, its weight learned.

use crate::protocol::SectionKind;
use crate::segment::marks::numbers::{Family, Heading};
use crate::segment::marks::sheet::{Piece, Sheet};
use crate::segment::outline::run::Run;
use crate::segment::outline::zone::{Zone, Zones};
use crate::segment::words::forms::Words;
use crate::segment::words::labels::Label;
use crate::segment::words::pattern::compile;
use crate::segment::words::tenses;
use crate::segment::words::text::{fold, n_letters};
use regex::Regex;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a run is judged by, in the order of [`terms`]; `models/outline.tsv` has a weight for each.
pub const TERMS: &[&str] = &[
    "rises_best",
    "length",
    "share_of_text",
    "told_within",
    "orders_within",
    "text_behind",
    "nothing_behind",
    "range_covered",
    "range_first",
    "range_last",
    "range_outside",
    "no_range_begins_at_one",
    "no_range_sign_begins_later",
    "no_range_other_begins_later",
    "ragged",
    "white_above",
    "set_apart",
    "in_contents",
    "like_contents",
    "titles_before",
    "titles_after",
    "holes",
    "leap",
    "matters",
    "first_is_opening",
    "last_is_closing",
    "within_a_step",
    "steps_hold_runs",
    "page_tops",
    "decision_headings",
    "after_signatures",
    "weight",
    "sign",
    "word",
    "dotted",
    "slash",
    "bracket",
    "decimal",
    "prefix",
    "bare",
    "headed",
    "mixed",
    "single",
    "repeated",
    "cited",
];

/// What items are called in meetings of all kinds, what the first and what the last.
static MATTERS: Words = Words::new("outline.matters");
static OPENINGS: Words = Words::new("outline.openings");
static CLOSINGS: Words = Words::new("outline.closings");

/// What stands before the numbers of the first and the last item.
static RANGE_LABELS: Words = Words::new("labels.paragraph_range");
static RANGE: LazyLock<Regex> =
    LazyLock::new(|| compile(r"(\d{1,4})\s*(?:§\s*)?(?:[-–—]{1,2}|\b(?:{=dates.until})\b)\s*(?:§\s*)?(\d{1,4})"));

/// The last page, from 0, that may still be a form before the items.
const LAST_FORM_PAGE: usize = 3;

/// What is counted once for all runs of a document.
pub struct Ground<'a> {
    sheet: &'a Sheet<'a>,
    in_contents: Vec<bool>,
    is_open: Vec<bool>,
    /// Letters, rows that tell, rows that order before each row.
    letters: Vec<usize>,
    told: Vec<usize>,
    orders: Vec<usize>,
    /// Rows that head a decision.
    decisions: Vec<usize>,
    apart: Vec<bool>,
    n_apart: usize,
    range: Option<(u32, u32)>,
    /// From this row on people sign; the number of rows where none was found.
    signed_at: usize,
    cited: Vec<bool>,
    /// Rows that begin with the same words.
    alike: HashMap<String, Vec<usize>>,
}

impl<'a> Ground<'a> {
    pub fn new(sheet: &'a Sheet<'a>, zones: &Zones) -> Self {
        let n = sheet.rows.len();
        let is_open: Vec<bool> = zones.of_row.iter().map(|zone| !matches!(zone, Zone::Head | Zone::Foot)).collect();
        let in_contents = zones.of_row.iter().map(|zone| *zone == Zone::Contents).collect();
        let sums = |count: &dyn Fn(usize) -> usize| {
            let mut sum = 0;
            let mut out = vec![0];
            for (at, open) in is_open.iter().enumerate() {
                sum += if *open { count(at) } else { 0 };
                out.push(sum);
            }
            out
        };
        let letters = sums(&|at| n_letters(sheet.rows[at].text()));
        let told = sums(&|at| usize::from(sheet.rows[at].mark.has_happened()));
        let orders = sums(&|at| {
            let mark = &sheet.rows[at].mark;
            usize::from(!mark.has_happened() && tenses::shall_be(&mark.text))
        });
        let heads = |at: usize| section_headed(sheet, at) == Some(SectionKind::Decision);
        let decisions = (0..n).filter(|at| is_open[*at] && heads(*at)).collect();
        let apart: Vec<bool> = (0..n).map(|at| is_open[at] && sheet.face(at).is_marked()).collect();
        let n_apart = apart.iter().filter(|is| **is).count();
        let mut alike: HashMap<String, Vec<usize>> = HashMap::new();
        for at in (0..n).filter(|at| is_open[*at]) {
            if let Some(key) = key(sheet.rows[at].text()) {
                alike.entry(key).or_default().push(at);
            }
        }
        let range = printed_range(sheet);
        let signed_at = signed_at(sheet, &is_open);
        Ground {
            sheet,
            in_contents,
            is_open,
            letters,
            told,
            orders,
            decisions,
            apart,
            n_apart,
            range,
            signed_at,
            cited: cited(sheet),
            alike,
        }
    }
}

/// The first letters of a line without its number: lines of one title share them.
fn key(text: &str) -> Option<String> {
    let folded = fold(text);
    (folded.chars().count() >= 6).then(|| folded.chars().take(32).collect())
}

/// The numbers of the first and the last item, as the front page prints them.
fn printed_range(sheet: &Sheet) -> Option<(u32, u32)> {
    let of = |text: &str| {
        let found = RANGE.captures(text)?;
        let (first, last): (u32, u32) = (found[1].parse().ok()?, found[2].parse().ok()?);
        (first <= last && last - first < 300).then_some((first, last))
    };
    // A figure alone in the column under the label.
    let below = |at: usize, label: &Piece| {
        let rows = sheet.rows.iter().skip(at + 1).take(6).filter(|row| row.page == label.page);
        let mut pieces = rows.flat_map(|row| &row.pieces).filter(|piece| piece.bbox.x_overlap(label.bbox) > 0.3);
        pieces.find_map(|piece| of(&piece.text).filter(|_| n_letters(&piece.text) == 0))
    };
    for (at, row) in sheet.rows.iter().enumerate().take_while(|(_, row)| row.page <= LAST_FORM_PAGE) {
        for (n, piece) in row.pieces.iter().enumerate().filter(|(_, piece)| RANGE_LABELS.begin(&fold(&piece.text))) {
            let Some((Label::ParagraphRange, end)) = piece.mark.bare_label() else { continue };
            let beside = row.pieces.get(n + 1).map_or("", |next| next.text.as_str());
            let range = piece.text.get(end..).and_then(of).or_else(|| of(beside)).or_else(|| below(at, piece));
            if range.is_some() {
                return range;
            }
        }
    }
    None
}

/// The first row with a word for who signs near a name; the number of rows where there is none.
fn signed_at(sheet: &Sheet, is_open: &[bool]) -> usize {
    let signs = |at: &usize| {
        let mut short = sheet.rows[*at].pieces.iter().filter(|piece| piece.text.split_whitespace().count() <= 3);
        is_open[*at]
            && short.any(|piece| {
                matches!(
                    piece.mark.label(),
                    Some(
                        Label::AtProtocol
                            | Label::DayAsAbove
                            | Label::Adjusted
                            | Label::AdjusterNamed
                            | Label::Adjuster
                            | Label::Secretary
                    )
                )
            })
    };
    let is_name = |at: usize| sheet.rows[at].pieces.iter().any(|piece| piece.mark.is_name_line());
    let n = sheet.rows.len();
    (0..n).filter(signs).find(|at| (at.saturating_sub(3)..n.min(at + 5)).any(is_name)).unwrap_or(n)
}

fn share(n: usize, of: usize) -> f32 {
    if of == 0 { 0.0 } else { n as f32 / of as f32 }
}

/// The first words of what an item is called: beside its number, or on the row below.
pub fn title_of<'s>(sheet: &'s Sheet, heading: &Heading) -> &'s str {
    let row = &sheet.rows[heading.row];
    let rest = row.text().get(heading.rest.clone()).unwrap_or("");
    if n_letters(rest) >= 5 && rest.chars().filter(char::is_ascii_digit).count() * 2 < rest.len() {
        return rest;
    }
    sheet.rows.get(heading.row + 1).filter(|next| next.page == row.page).map_or(rest, |next| next.text())
}

/// The terms of every run.
pub fn terms(ground: &Ground, runs: &[Run]) -> Vec<Vec<f32>> {
    let steps: Vec<Vec<(usize, usize)>> = runs.iter().map(|run| steps(ground, run)).collect();
    let told = told_by_number(ground, runs, &steps);
    (0..runs.len()).map(|at| terms_of(ground, at, runs, &steps[at], &told)).collect()
}

/// Where a number stands in any run, from above, each row with the most letters that stand behind it there or further
/// down.
type ToldByNumber = HashMap<u32, Vec<(usize, usize)>>;

fn told_by_number(ground: &Ground, runs: &[Run], steps: &[Vec<(usize, usize)>]) -> ToldByNumber {
    let mut out = ToldByNumber::new();
    for (run, steps) in runs.iter().zip(steps).filter(|(run, _)| run.headings.len() >= 2) {
        for (heading, (from, to)) in run.headings.iter().zip(steps) {
            out.entry(heading.number).or_default().push((heading.row, ground.letters[*to] - ground.letters[*from]));
        }
    }
    for places in out.values_mut() {
        places.sort_unstable();
        let mut most = 0;
        for (_, letters) in places.iter_mut().rev() {
            most = most.max(*letters);
            *letters = most;
        }
    }
    out
}

/// Whether a run stands as a whole between two headings of another.
fn holds(outer: &Run, inner: &Run) -> bool {
    let (Some(first), Some(last)) = (inner.headings.first(), inner.headings.last()) else { return false };
    let next = outer.headings.partition_point(|heading| heading.row < first.row);
    next > 0 && outer.headings.get(next).is_some_and(|next| last.row < next.row)
}

/// The rows of each item of a run, from its heading to the next; the last goes as far as people sign.
fn steps(ground: &Ground, run: &Run) -> Vec<(usize, usize)> {
    let last = run.headings.last().map_or(0, |heading| heading.row);
    let n_rows = ground.sheet.rows.len();
    let end = if ground.signed_at > last { ground.signed_at } else { n_rows };
    let ends = run.rows().skip(1).chain([end.min(last + 40)]);
    run.rows().zip(ends).map(|(row, end)| (row, end.max(row + 1))).collect()
}

fn terms_of(ground: &Ground, at: usize, all: &[Run], steps: &[(usize, usize)], told_again: &ToldByNumber) -> Vec<f32> {
    let run = &all[at];
    let sheet = ground.sheet;
    let headings = &run.headings;
    let n = headings.len();
    let n_rows = sheet.rows.len();
    let (first, last) = (headings[0].row, headings[n - 1].row);
    let end = if ground.signed_at > last { ground.signed_at } else { n_rows };
    let total = |sums: &[usize]| sums[n_rows];
    let within = |sums: &[usize], from: usize, to: usize| sums[to.max(from)] - sums[from];
    let behind: Vec<usize> = headings
        .iter()
        .zip(steps)
        .map(|(heading, (_, end))| {
            let rest = sheet.rows[heading.row].text().get(heading.rest.clone()).map_or(0, n_letters);
            let below = within(&ground.letters, heading.row + 1, (*end).max(heading.row + 1));
            below + rest
        })
        .collect();
    let mut sorted = behind.clone();
    sorted.sort_unstable();
    let median = sorted[n / 2];
    let of_all = |is: &dyn Fn(&Heading) -> bool| share(headings.iter().filter(|heading| is(heading)).count(), n);
    let flag = |is: bool| if is { 1.0 } else { 0.0 };
    let told = within(&ground.told, first, end);
    let orders = within(&ground.orders, first, end);
    let numbers = (headings[0].number, headings[n - 1].end());
    let is_sign = matches!(headings[0].family, Family::Sign | Family::Word);
    let range = ground.range;
    let covered = range.map_or(0.0, |(a, b)| {
        let inside = headings.iter().filter(|heading| (a..=b).contains(&heading.number)).count();
        share(inside, (b - a + 1) as usize).min(1.0)
    });
    let outside = range.map_or(0.0, |(a, b)| of_all(&|heading| !(a..=b).contains(&heading.number)));
    let holes: u32 = headings.windows(2).map(|pair| pair[1].number.saturating_sub(pair[0].end() + 1).min(10)).sum();
    let (mut before, mut after) = (0, 0);
    for heading in headings {
        let Some(alike) = key(title_of(sheet, heading)).and_then(|key| ground.alike.get(&key)) else { continue };
        // They are in printed order.
        before += usize::from(alike.first().is_some_and(|row| row + 2 < heading.row && *row < first));
        after += usize::from(alike.last().is_some_and(|row| *row > heading.row + 2 && *row > last));
    }
    let apart = of_all(&|heading| ground.apart[heading.row] || ground.apart.get(heading.row + 1) == Some(&true));
    let usual_apart = share(ground.n_apart, n_rows).min(1.0);
    let matter = |heading: &Heading, words: &Words| words.within(&fold(title_of(sheet, heading)));
    let within_a_step = all.iter().any(|outer| holds(outer, run));
    let n_held = all.iter().filter(|inner| inner.headings.len() >= 3 && holds(run, inner)).count();
    let headed = headings.iter().zip(steps).filter(|(heading, (_, end))| {
        let at = ground.decisions.partition_point(|row| *row < heading.row);
        ground.decisions.get(at).is_some_and(|row| row < end)
    });
    let form = |is: &dyn Fn(&Heading) -> bool| flag(!run.is_mixed && is(&headings[0]));
    let weights: f32 = headings.iter().map(|heading| heading.weight).sum::<f32>() / n as f32;
    let out = vec![
        flag(run.rises_best),
        (1.0 + n as f32).ln() / 4.0,
        share(within(&ground.letters, first, end), total(&ground.letters)),
        share(told, total(&ground.told)),
        share(orders, told + orders),
        (median as f32 / 150.0).min(1.0),
        share(behind.iter().filter(|letters| **letters < 8).count(), n),
        covered,
        flag(range.is_some_and(|range| range.0 == numbers.0)),
        flag(range.is_some_and(|range| range.1 == numbers.1)),
        outside,
        flag(range.is_none() && numbers.0 == 1),
        flag(range.is_none() && numbers.0 > 1 && is_sign),
        flag(range.is_none() && numbers.0 > 1 && !is_sign),
        ragged(sheet, headings),
        of_all(&|heading| sheet.gap_above(heading.row).is_none_or(|gap| gap > 1.4)),
        (apart - usual_apart).max(0.0),
        of_all(&|heading| ground.in_contents[heading.row]),
        like_contents(ground, run, steps, told_again),
        share(before, n),
        share(after, n),
        (holes as f32 / n as f32).min(1.0),
        flag(headings.windows(2).any(|pair| pair[1].number > pair[0].end() + 4)),
        of_all(&|heading| matter(heading, &MATTERS)),
        flag(matter(&headings[0], &OPENINGS)),
        flag(matter(&headings[n - 1], &CLOSINGS)),
        flag(within_a_step),
        (n_held as f32 / 3.0).min(1.0),
        of_all(&|heading| opens_page(sheet, &ground.is_open, heading.row)),
        share(headed.count(), n),
        of_all(&|heading| {
            heading.row > ground.signed_at && sheet.rows[heading.row].page > sheet.rows[ground.signed_at].page
        }),
        (weights / 3.0).clamp(-1.0, 1.5),
        form(&|one| one.family == Family::Sign),
        form(&|one| one.family == Family::Word),
        form(&|one| one.family == Family::Dotted && !one.shape.contains(['/', ')', '('])),
        form(&|one| one.family == Family::Dotted && one.shape.contains('/')),
        form(&|one| one.family == Family::Dotted && one.shape.contains([')', '('])),
        form(&|one| one.family == Family::Decimal),
        form(&|one| one.family == Family::Prefix),
        form(&|one| one.family == Family::Bare),
        form(&|one| one.family == Family::Headed),
        flag(run.is_mixed),
        flag(n == 1),
        share(headings.windows(2).filter(|pair| repeats(&pair[0], &pair[1])).count(), n),
        of_all(&|heading| ground.cited[heading.row]),
    ];
    debug_assert_eq!(out.len(), TERMS.len());
    out
}

/// A number that comes once more: the item is one of the two, and the other tells of it.
fn repeats(one: &Heading, next: &Heading) -> bool {
    next.is_numbered() && one.number == next.number && one.suffix == next.suffix
}

/// What a short row heads.
fn section_headed(sheet: &Sheet, at: usize) -> Option<SectionKind> {
    sheet.rows[at].first().filter(|piece| piece.text.split_whitespace().count() <= 4)?.mark.section()
}

/// The rows of lists of documents, where §§ of other meetings are cited: from the label down to white or to another type.
fn cited(sheet: &Sheet) -> Vec<bool> {
    let mut listing = false;
    let is_cited = |at: usize| {
        let section = section_headed(sheet, at);
        let goes_on =
            section.is_none() && sheet.gap_above(at).is_some_and(|gap| gap <= 1.4) && !sheet.face(at).is_marked();
        listing = section == Some(SectionKind::Documents) || listing && goes_on;
        listing && section.is_none()
    };
    (0..sheet.rows.len()).map(is_cited).collect()
}

/// How far the left edges of a run stand apart, in widths of the page; 1 is a tenth.
fn ragged(sheet: &Sheet, headings: &[Heading]) -> f32 {
    let edges: Vec<f32> = headings
        .iter()
        .map(|heading| {
            let row = &sheet.rows[heading.row];
            let metrics = sheet.metrics_at(row.page);
            row.x0() as f32 / metrics.right.max(1) as f32
        })
        .collect();
    let mean = edges.iter().sum::<f32>() / edges.len() as f32;
    let spread = edges.iter().map(|x| (x - mean).abs()).sum::<f32>() / edges.len() as f32;
    (spread * 10.0).min(1.5)
}

/// The share of a run whose steps are short, tell nothing, and whose numbers come once more further down with more behind
/// them.
fn like_contents(ground: &Ground, run: &Run, steps: &[(usize, usize)], told: &ToldByNumber) -> f32 {
    let last = run.headings.last().map_or(0, |heading| heading.row);
    let letters = |from: usize, to: usize| ground.letters[to] - ground.letters[from];
    let is_short = |from: usize, to: usize| letters(from, to) < 170 && ground.told[to] == ground.told[from];
    let again = |heading: &Heading, from: usize, to: usize| {
        let Some(places) = told.get(&heading.number) else { return false };
        let after = places.get(places.partition_point(|(row, _)| *row <= last));
        after.is_some_and(|(_, most)| *most > letters(from, to))
    };
    let listed =
        run.headings.iter().zip(steps).filter(|(one, (from, to))| is_short(*from, *to) && again(one, *from, *to));
    share(listed.count(), run.headings.len())
}

fn opens_page(sheet: &Sheet, is_open: &[bool], at: usize) -> bool {
    let page = sheet.rows[at].page;
    (0..at).rev().take_while(|row| sheet.rows[*row].page == page).filter(|row| is_open[*row]).count() <= 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};
    use crate::segment::outline::zones::zones;

    #[test]
    fn paragraphs_of_other_meetings_among_the_documents_are_no_items() {
        let text = "Byrådet\nProtokoll\n2019-05-06\n\n\n§ 85 2019.019 BR\n\nÅrets bokslut\n\nRådet har fått årets bokslut.\n\n\
                    Beslut\nBokslutet godkänns.\n\nBeslutsunderlag\n§ 2 VN Bokslut för vägnämnden\nVägnämndens bokslut\n\
                    § 3 BN Bokslut för brunnsnämnden\n§ 5 SN Bokslut för skogsnämnden\n§ 9 KN Bokslut för kulturnämnden";
        let pages = [CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let numbers: Vec<u32> = zones(&Sheet::new(&pages)).headings.iter().map(|heading| heading.number).collect();
        assert_eq!(numbers, [85]);
    }
}
