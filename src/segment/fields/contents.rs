//! The table of contents: numbers, titles and page numbers as printed.

use crate::protocol::{ContentsEntry, Field};
use crate::segment::marks::sheet::Sheet;
use crate::segment::print::flow::Flow;
use crate::segment::words::labels::Label;
use crate::segment::words::pattern::compile;
use crate::segment::words::text::trim;
use regex::Regex;
use std::sync::LazyLock;

static PAGE: LazyLock<Regex> = LazyLock::new(|| compile(r"(?:[\t\s.…_·]|^)(\d{1,3})$"));
/// Dots, and what an engine makes of them: runs of small words without sense before the page number.
static LEADER: LazyLock<Regex> = LazyLock::new(|| compile(r"(?:[\s.…_·•,:;-]|\b[aecno]{1,4}\b|\b[E]{1,4}\b)*$"));

static DOTS: LazyLock<Regex> = LazyLock::new(|| compile(r"[.…_·]{3,}|(?:\. ){3,}"));

pub fn contents(sheet: &Sheet, rows: &[usize]) -> Vec<ContentsEntry> {
    let mut out: Vec<ContentsEntry> = Vec::new();
    let mut open: Option<(Option<u32>, Flow)> = None;
    // Without any number and any page every line is an entry.
    let is_plain =
        |at: &usize| sheet.rows.get(*at).is_none_or(|row| row.mark.readings().is_empty() && !PAGE.is_match(row.text()));
    let lists_lines = rows.iter().filter(|at| is_plain(at)).count() * 10 >= rows.len() * 8;
    for &at in rows {
        let Some(row) = sheet.rows.get(at) else { continue };
        if row.pieces.first().is_some_and(|piece| piece.mark.label() == Some(Label::Contents)) {
            continue;
        }
        let flow = sheet.flow_of_row(row);
        let reading = row.mark.readings().iter().cloned().max_by(|a, b| a.weight.total_cmp(&b.weight));
        let page =
            PAGE.captures(&flow.text).and_then(|found| Some((found.get(1)?.start(), found[1].parse::<u32>().ok()?)));
        let number = reading.as_ref().map(|reading| reading.number);
        let start = reading.as_ref().map_or(0, |reading| reading.rest.start);
        let end = page.map_or(flow.text.len(), |(at, _)| at).max(start);
        let dots = DOTS.find(&flow.text[start..end]).map_or(end, |found| start + found.start());
        let end = dots;
        let leader = LEADER.find(&flow.text[start..end]).map_or(end, |found| start + found.start());
        let range = trim(&flow.text, start..leader.max(start), &['.', '…', '_', '\t']);
        let part = flow.slice(&range);
        let goes_on = !lists_lines || part.text.starts_with(char::is_lowercase);
        if number.is_none()
            && goes_on
            && let Some((_, before)) = open.as_mut()
        {
            before.glue(" ");
            before.append(&part);
            if page.is_some() {
                let (number, flow) = open.take().unwrap_or_default();
                out.push(entry(sheet, number, &flow, page.map(|(_, page)| page)));
            }
            continue;
        }
        if let Some((number, flow)) = open.take() {
            out.push(entry(sheet, number, &flow, None));
        }
        if part.text.is_empty() {
            continue;
        }
        if page.is_none() {
            open = Some((number, part));
        } else {
            out.push(entry(sheet, number, &part, page.map(|(_, page)| page)));
        }
    }
    if let Some((number, flow)) = open {
        out.push(entry(sheet, number, &flow, None));
    }
    out
}

fn entry(sheet: &Sheet, number: Option<u32>, flow: &Flow, page: Option<u32>) -> ContentsEntry {
    let title =
        if flow.text.trim().is_empty() { Field::default() } else { flow.field(sheet.pages, &flow.whole(), 0.9) };
    ContentsEntry { number, title, page, item: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};

    #[test]
    fn entries_with_leaders_and_over_two_lines() {
        let text =
            "Innehåll\n§ 1\tVal av justerare ............\t2\n§ 2\tEn mycket lång titel om\nvägarna i byn ....... 3";
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        let rows: Vec<usize> = (0..sheet.rows.len()).collect();
        let found = contents(&sheet, &rows);
        let short: Vec<_> =
            found.iter().map(|e| (e.number, e.title.value.clone().unwrap_or_default(), e.page)).collect();
        assert_eq!(
            short,
            [
                (Some(1), "Val av justerare".into(), Some(2)),
                (Some(2), "En mycket lång titel om vägarna i byn".into(), Some(3))
            ]
        );
    }

    #[test]
    fn lines_without_numbers_and_pages() {
        let text = "Innehåll\nVal av justerare\nVägarna i byn\noch deras skötsel\nÖvriga frågor";
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        let found = contents(&sheet, &(0..sheet.rows.len()).collect::<Vec<_>>());
        let titles: Vec<_> = found.iter().map(|e| e.title.value.clone().unwrap_or_default()).collect();
        assert_eq!(titles, ["Val av justerare", "Vägarna i byn och deras skötsel", "Övriga frågor"]);
    }
}
