//! The items: number, title, reference and text of each, from the rows between two headings.
//!
//! Where a document prints its titles (beside the number, under it, above it, or not at all) is the
//! same for all its items, so they vote. What stands in an item's text is left to `sections`.

use crate::protocol::{Evidence, Field, Item, Section, SectionKind, State};
use crate::segment::dates::compile;
use crate::segment::decisions;
use crate::segment::flow::{Flow, squeeze, trim};
use crate::segment::labels;
use crate::segment::numbers::{Heading, row_flow};
use crate::segment::paragraphs::{BodyRow, Paragraph, paragraphs};
use crate::segment::sections;
use crate::segment::sheet::{Piece, Sheet};
use crate::segment::votes;
use crate::segment::zones::{Zone, Zones};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

static REFERENCE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)(?:^|[\s,(\t])(?P<label>d(?:nr|hr|nt|ur)|d\.nr|diarienr|diarienummer|ärendenr|ärendenummer|ärende\s?nr)(?:\b\s*[.:]*\s*(?P<value>[^\t]*)|(?P<glued>\d[^\t]*))",
    )
});
/// "Dar 77/61": the label misread, before a number and a year and nothing else.
static MISREAD_REFERENCE: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^(?P<label>D\p{Ll}r|Dn\p{Ll}|Onr)[.:]?\s+(?P<value>\d{1,4}\s?/\s?\d{2,4})$"));
static BARE_REFERENCE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^(?:[\p{Lu}]{2,6}[ /.-]?(?:19|20)\d{2}[/:.-]\s?\d{1,5}(?:[-/ ]\d{1,4})*|(?:19|20)\d{2}[/:-][\p{Lu}]{2,4}\s?\d[\d /-]*|(?:19|20)\d{2}/\d{1,5}(?:[-/ ]\d{1,4})*|[\p{Lu}]{2,6} \d{1,5}/\d{2}(?:-\d{1,4})?)$",
    )
});
/// "§ 60. Skolläkare. — Rektor hade anhållit": a dash behind a full stop parts the subject from the text.
static RUN_IN: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^[\s.:]*(?P<title>\p{Lu}[^\t]{2,200}?)\.\s*[—–-]{1,2}\s+(?P<text>\p{Lu}(?s:.*))$"));
/// "§ 60. Skolläkare: Rektor hade anhållit"
static RUN_IN_COLON: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^[\s.:]*(?P<title>\p{Lu}[^\t.:;]{2,80}):\s+(?P<text>\p{Lu}\p{Ll}+\s+\p{Ll}(?s:.*))$"));
/// "Punkt 4 – Val av justerare" over "§ 6".
static POINT_ABOVE: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"^(?i:punkt|ärende|dagordningspunkt)\s*(?:nr\.?\s*)?\d{1,3}\s*[-–—:.,]?\s*(?P<title>\p{Lu}.{2,})$")
});
static EARLIER: LazyLock<Regex> = LazyLock::new(|| compile(r"\b([\p{Lu}][\p{L}]{1,4})(?:\s?§\s?|\s)(\d{1,4})\b"));
static EARLIER_ROW: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^(?:[\p{Lu}][\p{L}]{1,4}(?:\s?§\s?|\s)\d{1,4}[\s,]*)+$"));

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum TitlePlace {
    Beside,
    Below,
    Above,
    /// In the margin, beside the text.
    Margin,
    /// On the line of the number, with the text behind it.
    RunIn,
    Nowhere,
}

/// An item before its sections are read.
struct Draft {
    heading: Heading,
    title: Vec<Flow>,
    reference: Option<(Flow, Range<usize>)>,
    earlier: Vec<(String, u32)>,
    label: Flow,
    body: Vec<BodyRow>,
    first_page: usize,
    /// To whom the decision goes, printed over the number.
    above: Option<usize>,
}

/// The items in printed order. `titles` are those of the table of contents, by number.
pub fn items(sheet: &Sheet, zones: &Zones, titles: &[(u32, String)]) -> Vec<Item> {
    let rows: Vec<Vec<usize>> =
        (0..zones.headings.len()).map(|index| zones.rows(|zone| zone == Zone::Item(index))).collect();
    let above_first: Vec<usize> = zones.headings.first().map_or(Vec::new(), |first| {
        let mut rows = zones.rows(|zone| matches!(zone, Zone::Form | Zone::Notice));
        rows.retain(|row| *row < first.row && sheet.rows[*row].page == sheet.rows[first.row].page);
        rows
    });
    let mut rows = rows;
    let above = distribution_above(sheet, zones, &mut rows, &above_first);
    let place = title_place(sheet, zones, &rows, &above_first);
    let mut drafts: Vec<Draft> = Vec::new();
    for (index, heading) in zones.headings.iter().enumerate() {
        let before: &[usize] = match index.checked_sub(1) {
            Some(before) => &rows[before],
            None => &above_first,
        };
        let known = titles.iter().find(|(number, _)| *number == heading.number).map(|(_, title)| title.as_str());
        let (mut draft, taken) = draft(sheet, heading, &rows[index], before, place, known);
        draft.above = above[index];
        // A title above its number had been taken for the last lines of the item before.
        if let Some(previous) = drafts.last_mut() {
            let n = previous.body.len().saturating_sub(taken);
            previous.body.truncate(n);
        }
        drafts.push(draft);
    }
    let read: Vec<Vec<Paragraph>> = drafts.iter().map(|draft| paragraphs(sheet, &draft.body)).collect();
    let style = decisions::style(sheet, read.iter().map(Vec::as_slice));
    drafts.into_iter().zip(read).map(|(draft, read)| finish(sheet, draft, &read, &style)).collect()
}

/// "Exp: Byggnadsnämnden" over the number belongs to the item below, where most stand so: close to the number and
/// apart from what comes before.
fn distribution_above(sheet: &Sheet, zones: &Zones, rows: &mut [Vec<usize>], first: &[usize]) -> Vec<Option<usize>> {
    let is_distribution = |row: usize| {
        let text = sheet.rows[row].text();
        let head = text.split(':').next().unwrap_or("");
        text.contains(':') && labels::heading_of(head) == Some(SectionKind::Distribution)
    };
    let over = |index: usize, rows: &[Vec<usize>]| {
        let heading = zones.headings[index].row;
        let before = index.checked_sub(1).map_or(first, |before| &rows[before]);
        let row = before.last().copied().filter(|row| row + 1 == heading && is_distribution(*row))?;
        let (above, below) = (sheet.gap_above(row).unwrap_or(9.0), sheet.gap_above(heading)?);
        (above > below * 1.2).then_some(row)
    };
    let found: Vec<Option<usize>> = (0..zones.headings.len()).map(|index| over(index, rows)).collect();
    let n_found = found.iter().flatten().count();
    let n_all = rows.iter().flatten().filter(|row| is_distribution(**row)).count();
    if n_found < 2 || n_found * 10 < n_all * 6 {
        return vec![None; found.len()];
    }
    for rows in rows.iter_mut() {
        rows.retain(|row| !found.contains(&Some(*row)));
    }
    found
}

/// The reference in a text: the range of label and value, and of the value alone.
fn reference_in(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let Some(found) = REFERENCE.captures(text).or_else(|| MISREAD_REFERENCE.captures(text)) else {
        // In parentheses behind the title: "Delårsrapport (KS 2009/087)".
        if let Some((open, inner)) = text.trim_end().strip_suffix(')').and_then(|text| text.rsplit_once('('))
            && BARE_REFERENCE.is_match(inner.trim())
        {
            let value = trim(text, open.len() + 1..open.len() + 1 + inner.len(), &[]);
            return Some((open.len()..text.len(), value));
        }
        // Without a label, in the last column of a heading's row.
        let start = text.rfind('\t')? + 1;
        let value = trim(text, start..text.len(), &[]);
        return BARE_REFERENCE.is_match(&text[value.clone()]).then_some((start..text.len(), value));
    };
    let (label, value) = (found.name("label")?, found.name("value").or(found.name("glued"))?);
    let trimmed = trim(text, value.range(), &['.', ',', ')', ':', '(']);
    let plausible = trimmed.len() <= 40 && text[trimmed.clone()].chars().any(|c| c.is_ascii_digit());
    if !plausible && !text[trimmed.clone()].trim().is_empty() {
        return None;
    }
    Some((label.start()..value.end(), trimmed))
}

/// A title ends without a full stop and is no heading of a section.
fn is_title_like(text: &str) -> bool {
    let text = text.trim();
    let n = text.chars().count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let starts =
        text.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '"' | '”' | '('));
    letters >= 3
        && n <= 220
        && starts
        && !text.ends_with(['.', ',', ':', ';'])
        && labels::heading_of(text).is_none_or(|_| n > 20)
}

/// The lines of a title: the first, and those that go on in the middle of a phrase.
fn title_lines(sheet: &Sheet, first: &Piece, rows: &[usize], known: Option<&str>) -> usize {
    let mut n = 0;
    let mut before = first.clone();
    let mut text = first.text.clone();
    for at in rows {
        let row = &sheet.rows[*at];
        let [next] = row.pieces.as_slice() else { break };
        let metrics = sheet.metrics_at(next.page);
        // Lines of larger type stand farther apart.
        let larger = (before.bbox.height() as f32 / metrics.size.max(1) as f32).clamp(1.0, 2.0);
        let gap = crate::segment::sheet::step(before.bbox, next.bbox) as f32 / metrics.pitch.max(1) as f32 / larger;
        if next.page != before.page || gap > 1.75 || n >= 4 || reference_in(&next.text).is_some() {
            break;
        }
        let starts_lower = next.text.chars().next().is_some_and(char::is_lowercase);
        let is_point = next.text.starts_with("att ") || next.text.get(..3).is_some_and(|start| start.ends_with(") "));
        let hangs = before.text.ends_with([',', '-', '–', ':'])
            || before.text.split_whitespace().last().is_some_and(|word| {
                matches!(
                    word,
                    "och" | "för" | "av" | "i" | "till" | "samt" | "om" | "med" | "på" | "vid" | "från" | "under"
                )
            });
        let joined = squeeze(&format!("{text} {}", next.text));
        let known_goes_on = known.is_some_and(|known| {
            let known = labels::fold(known);
            known.len() > labels::fold(&text).len() + 2
                && (known.starts_with(&labels::fold(&joined))
                    || strsim::normalized_levenshtein(&known, &labels::fold(&joined)) > 0.9)
        });
        // A full line whose last words stand alone below, apart from what follows.
        let after = rows.iter().copied().find(|other| *other > *at);
        let is_tail = !sheet.ended_early(&before, next)
            && gap < 1.35
            && next.text.split_whitespace().count() <= 3
            && (next.bbox.x0 - before.bbox.x0).abs() <= metrics.size
            && !next.text.ends_with(['.', ':'])
            && labels::heading_of(&next.text).is_none()
            && after.is_some_and(|after| {
                sheet
                    .gap_above(after)
                    .is_none_or(|below| below > gap * 1.05 || next.text.chars().all(|c| c.is_ascii_digit()))
            });
        let goes_on =
            known_goes_on || is_tail || (starts_lower && !is_point) || (hangs && !sheet.ended_early(&before, next));
        if !goes_on {
            break;
        }
        n += 1;
        text = joined;
        before = next.clone();
    }
    n
}

fn rest_flow(sheet: &Sheet, heading: &Heading) -> Flow {
    sheet.rows.get(heading.row).map_or_else(Flow::default, |row| row_flow(sheet, row).slice(&heading.rest))
}

/// The rest of a heading's row without the reference.
fn rest_without_reference(text: &str) -> Range<usize> {
    let range = match reference_in(text) {
        Some((whole, _)) => 0..whole.start,
        None => 0..text.len(),
    };
    trim(text, range, &['.', ':', '-', '–', '—', ',', '\t', '|', '_', '(', '·'])
}

fn title_place(sheet: &Sheet, zones: &Zones, rows: &[Vec<usize>], above_first: &[usize]) -> TitlePlace {
    let n = zones.headings.len();
    let (mut beside, mut below, mut above) = (0, 0, 0);
    for (index, heading) in zones.headings.iter().enumerate() {
        let rest = rest_flow(sheet, heading);
        let rest_text = &rest.text[rest_without_reference(&rest.text)];
        if BARE_REFERENCE.is_match(rest_text.trim()) {
            // Only a reference stands there.
        } else if rest_text.chars().filter(|c| c.is_alphabetic()).count() >= 3 {
            let row = &sheet.rows[heading.row];
            let body: Vec<usize> = rows[index].iter().copied().filter(|row| *row > heading.row).collect();
            let mut whole = rest_text.to_owned();
            if let Some(last) = row.pieces.last() {
                let n_lines = title_lines(sheet, last, &body, None);
                for at in body.iter().take(n_lines) {
                    whole = format!("{whole} {}", sheet.rows[*at].text());
                }
                let paragraph_goes_on = n_lines >= 3;
                let names = is_title_like(&whole) && !paragraph_goes_on || whole.chars().count() < 60;
                let tells = TELLS.is_match(&whole) && body.first().is_some_and(|next| runs_into(sheet, last, *next));
                if names && !tells {
                    beside += 1;
                }
            }
        }
        if let Some(first) = below_row(sheet, heading, &rows[index]) {
            let row = &sheet.rows[first];
            let body: Vec<usize> = rows[index].iter().copied().filter(|at| *at > first).collect();
            let group = group_text(sheet, first, &body);
            if row.pieces.len() == 1
                && is_title_like(&group)
                && !tells_a_matter(&group)
                && labels::heading_of(&row.pieces[0].text).is_none()
            {
                below += 1;
            }
        }
        let before: &[usize] = index.checked_sub(1).map_or(above_first, |before| &rows[before]);
        if let Some(&last) = before.last()
            && last + 1 >= heading.row.saturating_sub(4)
            && sheet.rows[last].page == sheet.rows[heading.row].page
            && sheet.rows[last].pieces.len() == 1
            && is_title_like(&sheet.rows[last].text())
            && sheet.gap_above(last).is_none_or(|gap| gap > 1.3)
        {
            above += 1;
        }
    }
    if n == 0 {
        return TitlePlace::Nowhere;
    }
    let in_margin = (0..n).filter(|index| !margin_rows(sheet, zones.headings[*index].row, &rows[*index]).is_empty());
    if in_margin.count() * 10 >= n * 6 {
        return TitlePlace::Margin;
    }
    let run_in = (0..n).filter(|at| run_in(sheet, &zones.headings[*at], &rows[*at]).is_some()).count();
    if run_in >= 2 && run_in * 10 >= n * 6 {
        TitlePlace::RunIn
    } else if beside * 2 > n {
        TitlePlace::Beside
    } else if below * 10 >= n * 6 && below >= above {
        TitlePlace::Below
    } else if above * 10 >= n * 6 {
        TitlePlace::Above
    } else if below * 2 > n {
        TitlePlace::Below
    } else {
        TitlePlace::Nowhere
    }
}

/// A subject that runs into the text: the row where the text goes on, and the bytes of the subject's end and of the
/// text's beginning in that row. The subject may take a second line.
fn run_in(sheet: &Sheet, heading: &Heading, rows: &[usize]) -> Option<(usize, usize, usize)> {
    let rest = rest_flow(sheet, heading).text;
    if let Some(found) = RUN_IN.captures(&rest).or_else(|| RUN_IN_COLON.captures(&rest)) {
        let (title, text) = (found.name("title")?, found.name("text")?);
        return Some((heading.row, heading.rest.start + title.end(), heading.rest.start + text.start()));
    }
    let next = rows.iter().copied().find(|row| *row > heading.row)?;
    let second = sheet.rows[next].text();
    let both = format!("{rest} {second}");
    let found = RUN_IN.captures(&both)?;
    let (title, text) = (found.name("title")?, found.name("text")?);
    let before = rest.len() + 1;
    (title.end() > before).then(|| (next, title.end() - before, text.start() - before))
}

/// The rows under a number whose first piece stands in the margin left of the text: the subject of the item.
fn margin_rows(sheet: &Sheet, heading: usize, rows: &[usize]) -> Vec<usize> {
    let body: Vec<&usize> = rows.iter().filter(|row| **row > heading).collect();
    let page = sheet.rows[heading].page;
    if sheet.rows[heading].pieces.len() != 1 || !sheet.pages[page].ocr().has_boxes() {
        return Vec::new();
    }
    let size = sheet.metrics_at(page).size;
    let parted = |row: usize| match sheet.rows[row].pieces.as_slice() {
        [first, second] if sheet.rows[row].page == page && second.bbox.x0 - first.bbox.x1 >= size => {
            Some((first.bbox.x0, second.bbox.x0))
        }
        _ => None,
    };
    let is_short = |piece: &Piece| piece.text.split_whitespace().count() <= 5;
    let begins = |row: &&&usize| {
        let [first, second] = sheet.rows[***row].pieces.as_slice() else { return false };
        second.text.split_whitespace().count() >= 4 && is_short(first)
    };
    // The first row tells where margin and text begin; short lines beside each other, or of the margin alone, go on in them.
    let Some((left, text)) = body.first().filter(begins).and_then(|row| parted(**row)) else { return Vec::new() };
    let near = |x: i32, own: i32| (x - own).abs() <= 2 * size;
    let margin = |row: &usize| {
        let pieces = &sheet.rows[*row].pieces;
        let in_margin = pieces.first().is_some_and(|first| near(first.bbox.x0, left) && is_short(first));
        let alone = pieces.len() == 1 && sheet.rows[*row].page == page && pieces[0].bbox.x1 <= text;
        in_margin && (alone || parted(*row).is_some_and(|(_, x)| near(x, text)))
    };
    let found: Vec<usize> = body.iter().take_while(|row| margin(row)).map(|row| **row).collect();
    // Single lines of the text start right of the margin's pieces.
    let end = found.iter().map(|row| sheet.rows[*row].pieces[0].bbox.x1).max().unwrap_or(0);
    let others = body.iter().filter(|row| !found.contains(row)).all(|row| sheet.rows[**row].x0() + size > end);
    if others && !found.is_empty() && found.len() <= 5 { found } else { Vec::new() }
}

/// A verb in the past, as accounts have it and subjects do not.
static TELLS: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"\b(?:hade|har|voro|förelåg|föreligger|anhöll|anhåller|beslöt|blev|blef|skulle|utsågo?s|kom|lät|redogör|redogjorde|anmäler|föreslår|meddelar|informerar|framhåller|begär|ansöker|\p{Ll}{3,}(?:ades|ade|tes|åtes|ats))\b|\b\p{Ll}{4,}(?:des|dde)\b",
    )
});

fn tells_a_matter(text: &str) -> bool {
    text.split_whitespace().count() >= 6 && TELLS.is_match(text)
}

/// Whether a line is full and the next goes on under it.
fn runs_into(sheet: &Sheet, line: &Piece, next: usize) -> bool {
    let Some(first) = sheet.rows.get(next).and_then(|row| row.pieces.first()) else { return false };
    first.page == line.page
        && !sheet.ended_early(line, first)
        && sheet.gap_above(next).is_none_or(|gap| gap < 1.4)
        && !line.text.ends_with(['.', ':'])
}

/// The text of the lines that wrap on from a row.
fn group_text(sheet: &Sheet, first: usize, rows: &[usize]) -> String {
    let mut text = sheet.rows[first].text();
    let mut before = first;
    for &at in rows.iter().take(6) {
        let (Some(last), Some(next)) = (sheet.rows[before].pieces.last(), sheet.rows[at].pieces.first()) else { break };
        let divided = last.text.ends_with('-');
        let lower = next.text.chars().next().is_some_and(char::is_lowercase) && !next.text.starts_with("att ");
        let wraps = !sheet.ended_early(last, next) && sheet.gap_above(at).is_none_or(|gap| gap < 1.4);
        // A sentence with its verb is not the end of a subject that had none.
        let new_sentence = !divided && !lower && TELLS.is_match(&next.text) && !TELLS.is_match(&text);
        if !(divided || lower || wraps) || new_sentence || sheet.rows[at].pieces.len() > 1 || last.text.ends_with('.') {
            break;
        }
        text = format!("{text} {}", sheet.rows[at].text());
        before = at;
    }
    text
}

/// The first row under a heading that is no reference and no line of earlier numbers.
fn below_row(sheet: &Sheet, heading: &Heading, rows: &[usize]) -> Option<usize> {
    rows.iter()
        .copied()
        .filter(|row| *row > heading.row)
        .find(|row| !is_reference_row(&sheet.rows[*row].text()) && !EARLIER_ROW.is_match(&sheet.rows[*row].text()))
}

fn is_reference_row(text: &str) -> bool {
    let text = text.trim().trim_start_matches(['(', '[']).trim_end_matches([')', ']']);
    BARE_REFERENCE.is_match(text)
        || reference_in(text).is_some_and(|(whole, _)| whole.start <= 1 && whole.end >= text.len())
}

fn draft(
    sheet: &Sheet,
    heading: &Heading,
    rows: &[usize],
    before: &[usize],
    place: TitlePlace,
    known: Option<&str>,
) -> (Draft, usize) {
    let row = &sheet.rows[heading.row];
    let flow = row_flow(sheet, row);
    let mut draft = Draft {
        heading: heading.clone(),
        title: Vec::new(),
        reference: None,
        earlier: Vec::new(),
        label: flow.slice(&heading.label),
        body: Vec::new(),
        first_page: row.page,
        above: None,
    };
    let mut used: Vec<usize> = vec![heading.row];
    let mut taken = 0;
    let rest = flow.slice(&heading.rest);
    take_reference(&mut draft, &rest);
    let mut rest_range = rest_without_reference(&rest.text);
    if draft.reference.is_none() && BARE_REFERENCE.is_match(rest.text[rest_range.clone()].trim()) {
        draft.reference = Some((rest.clone(), rest_range.clone()));
        rest_range = rest_range.end..rest_range.end;
    }
    let rest_text = rest.text[rest_range.clone()].to_owned();
    if EARLIER_ROW.is_match(rest_text.trim()) {
        read_earlier(&rest_text, &mut draft.earlier);
        rest_range = rest_range.end..rest_range.end;
    }
    let point = point_above(sheet, heading, before);
    let following: Vec<usize> = rows.iter().copied().filter(|at| *at > heading.row).collect();
    let has_rest = rest.text[rest_range.clone()].chars().filter(|c| c.is_alphabetic()).count() >= 2;
    let mut spare_rest = false;
    let margin = if place == TitlePlace::Margin { margin_rows(sheet, heading.row, rows) } else { Vec::new() };
    match place {
        TitlePlace::Margin => {
            spare_rest = has_rest;
            for at in &margin {
                let flow = sheet.flow_of(&sheet.rows[*at].pieces[0]);
                let end = trim(&flow.text, flow.whole(), &['.']);
                draft.title.push(flow.slice(&end));
            }
        }
        TitlePlace::RunIn => match run_in(sheet, heading, rows) {
            Some((at, end, text)) => {
                let last = row_flow(sheet, &sheet.rows[at]);
                if at == heading.row {
                    let title = trim(&last.text, heading.rest.start..end, &['.', ':', '\t']);
                    draft.title.push(last.slice(&title));
                } else {
                    draft.title.push(rest.slice(&trim(&rest.text, rest.whole(), &['.', ':', '\t'])));
                    draft.title.push(last.slice(&(0..end)));
                    used.push(at);
                }
                let pieces = pieces_from(sheet, at, text);
                draft.body.push(BodyRow { row: at, pieces });
            }
            None => spare_rest = has_rest,
        },
        _ if point.is_some() => {
            spare_rest = has_rest;
            taken = 1;
            draft.title.extend(point);
        }
        TitlePlace::Beside if has_rest => {
            draft.title.push(rest.slice(&rest_range));
            if let Some(last) = row.pieces.last() {
                if row.pieces.len() >= 2 && stacked(sheet, heading, last, &following, &mut draft, &mut used) {
                    // The title's lines stood beside the other numbers.
                } else {
                    let n = title_lines(sheet, last, &following, known);
                    take_title_rows(sheet, &mut draft, &following[..n.min(following.len())], &mut used);
                }
            }
        }
        TitlePlace::Above => {
            spare_rest = has_rest;
            let mut lines: Vec<usize> = Vec::new();
            for &at in before.iter().rev().take(3) {
                let above = &sheet.rows[at];
                let fits = above.page == row.page
                    && above.pieces.len() == 1
                    && (lines.is_empty() && is_title_like(&above.text())
                        || !lines.is_empty() && wraps_into(sheet, at, lines[0]));
                if !fits {
                    break;
                }
                lines.insert(0, at);
            }
            taken = lines.len();
            for at in &lines {
                draft.title.push(sheet.flow_of_pieces(&sheet.rows[*at].pieces));
            }
        }
        TitlePlace::Beside | TitlePlace::Below => {
            spare_rest = has_rest && place == TitlePlace::Below && !is_title_like(&rest.text[rest_range.clone()]);
            if has_rest && !spare_rest {
                draft.title.push(rest.slice(&rest_range));
            } else if let Some(first) = below_row(sheet, heading, rows) {
                let body: Vec<usize> = following.iter().copied().filter(|at| *at > first).collect();
                let candidate = &sheet.rows[first];
                if candidate.pieces.len() <= 2
                    && is_title_like(&group_text(sheet, first, &body))
                    && (labels::heading_of(&candidate.text()).is_none() || known.is_some())
                {
                    let piece = &candidate.pieces[0];
                    take_title_rows(sheet, &mut draft, &[first], &mut used);
                    let n = title_lines(sheet, piece, &body, known);
                    take_title_rows(sheet, &mut draft, &body[..n.min(body.len())], &mut used);
                }
            }
        }
        TitlePlace::Nowhere => spare_rest = has_rest,
    }
    // The reference may stand above, under or beside the title.
    for at in following.iter().take(4) {
        let text = sheet.rows[*at].text();
        if used.contains(at) {
            continue;
        }
        // "Au § 58 Ks § 97 Dnr 94.132-212"
        if let Some((whole, value)) = reference_in(&text)
            && whole.end >= text.len()
            && EARLIER_ROW.is_match(text[..whole.start].trim())
        {
            read_earlier(&text[..whole.start], &mut draft.earlier);
            if draft.reference.is_none() && !value.is_empty() {
                draft.reference = Some((row_flow(sheet, &sheet.rows[*at]), value));
            }
            used.push(*at);
            continue;
        }
        if EARLIER_ROW.is_match(text.trim()) && text.split_whitespace().count() >= 2 {
            read_earlier(&text, &mut draft.earlier);
            used.push(*at);
            continue;
        }
        if draft.reference.is_some() || !is_reference_row(&text) {
            break;
        }
        let flow = row_flow(sheet, &sheet.rows[*at]);
        let whole = trim(&flow.text, flow.whole(), &['(', ')', '[', ']']);
        let range = reference_in(&flow.text).map_or(whole, |(_, value)| value);
        draft.reference = Some((flow, range));
        used.push(*at);
    }
    if spare_rest {
        let pieces = rest_pieces(sheet, heading);
        if !pieces.is_empty() {
            draft.body.push(BodyRow { row: heading.row, pieces });
        }
    }
    for at in &following {
        if !used.contains(at) {
            let skipped = usize::from(margin.contains(at));
            draft.body.push(BodyRow { row: *at, pieces: sheet.rows[*at].pieces[skipped..].to_vec() });
        }
    }
    (draft, taken)
}

/// Whether a row is a point of the agenda that §§ stand under.
pub fn is_point(text: &str) -> bool {
    POINT_ABOVE.is_match(text)
}

/// Rows under a number that hold the earlier bodies' numbers and the reference in the same column, with the
/// title's further lines beside them.
fn stacked(
    sheet: &Sheet,
    heading: &Heading,
    title: &Piece,
    following: &[usize],
    draft: &mut Draft,
    used: &mut Vec<usize>,
) -> bool {
    let size = sheet.metrics_at(title.page).size;
    let x = sheet.rows[heading.row].x0();
    let mut found = false;
    for at in following.iter().take(6) {
        let row = &sheet.rows[*at];
        let first = &row.pieces[0];
        let is_number = EARLIER_ROW.is_match(first.text.trim());
        let goes_beside = row.pieces.len() == 2 && (row.pieces[1].bbox.x0 - title.bbox.x0).abs() <= size;
        if row.page != title.page
            || (first.bbox.x0 - x).abs() > size
            || !(is_number || is_reference_row(&first.text))
            || !(row.pieces.len() == 1 || goes_beside)
        {
            break;
        }
        if is_number {
            read_earlier(&first.text, &mut draft.earlier);
        } else if draft.reference.is_none() {
            let flow = sheet.flow_of(first);
            let range = reference_in(&flow.text).map_or_else(|| flow.whole(), |(_, value)| value);
            draft.reference = Some((flow, range));
        }
        if goes_beside {
            draft.title.push(sheet.flow_of(&row.pieces[1]));
        }
        used.push(*at);
        found = true;
    }
    found
}

/// The title of the agenda's point right above a §.
fn point_above(sheet: &Sheet, heading: &Heading, before: &[usize]) -> Option<Flow> {
    let at = *before.last()?;
    let row = sheet.rows.get(at).filter(|row| row.page == sheet.rows[heading.row].page || heading.row == at + 1)?;
    let flow = row_flow(sheet, row);
    let title = POINT_ABOVE.captures(&flow.text)?.name("title")?.range();
    Some(flow.slice(&title))
}

fn wraps_into(sheet: &Sheet, above: usize, below: usize) -> bool {
    let (Some(last), Some(next)) = (sheet.rows[above].pieces.last(), sheet.rows[below].pieces.first()) else {
        return false;
    };
    next.text.chars().next().is_some_and(char::is_lowercase) && !last.text.ends_with('.') && above + 1 == below
}

fn read_earlier(text: &str, into: &mut Vec<(String, u32)>) {
    for found in EARLIER.captures_iter(text) {
        if let Ok(number) = found[2].parse() {
            into.push((found[1].to_owned(), number));
        }
    }
}

fn take_title_rows(sheet: &Sheet, draft: &mut Draft, rows: &[usize], used: &mut Vec<usize>) {
    for at in rows {
        let flow = row_flow(sheet, &sheet.rows[*at]);
        if let Some((whole, value)) = reference_in(&flow.text) {
            if draft.reference.is_none() && !value.is_empty() {
                draft.reference = Some((flow.clone(), value));
            }
            draft.title.push(flow.slice(&trim(&flow.text, 0..whole.start, &[',', '\t'])));
        } else {
            draft.title.push(flow);
        }
        used.push(*at);
    }
}

fn take_reference(draft: &mut Draft, flow: &Flow) {
    if let Some((_, value)) = reference_in(&flow.text)
        && !value.is_empty()
    {
        draft.reference = Some((flow.clone(), value));
    }
}

/// What stands in a heading's row after the number, as pieces.
fn rest_pieces(sheet: &Sheet, heading: &Heading) -> Vec<Piece> {
    let Some(row) = sheet.rows.get(heading.row) else { return Vec::new() };
    let text = row.text();
    // "§ 14 - Att jämte ordföranden": the dash parts the number from the text.
    let after = text.get(heading.rest.clone()).unwrap_or("");
    let skipped = after.len() - after.trim_start_matches([' ', '\t', '-', '–', '—', '.', ':']).len();
    let mut out = pieces_from(sheet, heading.row, heading.rest.start + skipped);
    out.retain(|piece| reference_in(&piece.text).is_none() && !BARE_REFERENCE.is_match(piece.text.trim()));
    out
}

/// What stands in a row from a byte of its text on, as pieces.
fn pieces_from(sheet: &Sheet, row: usize, start: usize) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut at = 0;
    for piece in &sheet.rows[row].pieces {
        let end = at + piece.text.len();
        if at >= start {
            out.push(piece.clone());
        } else if end > start {
            let span = crate::text::Span::new(piece.span.start + (start - at), piece.span.end);
            out.extend(crate::segment::form::sub_piece(sheet, piece, span));
        }
        at = end + 1;
    }
    out
}

fn finish(sheet: &Sheet, draft: Draft, read: &[Paragraph], style: &decisions::Style) -> Item {
    let pages = sheet.pages;
    let heading = &draft.heading;
    let trust = (0.8 + 0.05 * heading.weight).clamp(0.5, 0.99);
    let state = if heading.inferred { State::Inferred } else { State::Normalised };
    let label_range = trim(&draft.label.text, draft.label.whole(), &[]);
    let mut number_evidence = draft.label.evidence(pages, &label_range, state, trust);
    if heading.inferred {
        number_evidence.confidence = number_evidence.confidence.min(0.7);
    }
    let mut title = Flow::default();
    for line in &draft.title {
        if !title.text.is_empty() {
            let hyphen = title.text.ends_with('-') && line.text.chars().next().is_some_and(char::is_lowercase);
            if hyphen && !line.text.starts_with("och ") {
                title.text.pop();
            } else {
                title.glue(" ");
            }
        }
        title.append(line);
    }
    // A title that ends like a sentence keeps its words and not its full stop.
    let one_sentence = title.text.trim_end().strip_suffix('.').is_some_and(|rest| {
        !rest.contains(". ") && rest.split_whitespace().last().is_some_and(|last| last.chars().count() > 3)
    });
    let drop: &[char] = if one_sentence { &['\t', '_', '|', '-', '–', '.'] } else { &['\t', '_', '|', '-', '–'] };
    let title_range = trim(&title.text, title.whole(), drop);
    let title_field = if title_range.is_empty() { Field::default() } else { title.field(pages, &title_range, 0.99) };
    let text: Vec<String> = read.iter().map(Paragraph::text).filter(|text| !text.is_empty()).collect();
    let text = text.join("\n");
    let sections = sections::sections(read, style);
    let last_page = draft.body.last().and_then(|row| row.pieces.last()).map_or(draft.first_page, |piece| piece.page);
    let page_number = |index: usize| pages.get(index).map_or(0, |page| page.number());
    Item {
        number: if heading.path.is_empty() { Field::new(heading.number, number_evidence) } else { Field::default() },
        number_last: heading.last,
        suffix: heading.suffix.clone(),
        year: heading.year,
        label: label_field(&draft, pages),
        earlier_numbers: draft.earlier.clone(),
        title: title_field,
        reference: draft.reference.as_ref().map_or_else(Field::default, |(flow, range)| flow.field(pages, range, 0.98)),
        votes: votes::votes(sheet, read),
        proposals: sections::proposals(read),
        reservations: sections::reservations(&sections),
        disqualified: sections::disqualified(read),
        attachments: sections::attachments(&text),
        distribution: distribution(sheet, &draft, &sections),
        immediate_adjustment: sections::is_immediate(&text),
        outcome: decisions::outcome(&sections),
        sections,
        text,
        page_first: page_number(draft.first_page),
        page_last: page_number(last_page.max(draft.first_page)),
    }
}

/// Whom the decision is sent to, printed over the number or in a section of its own.
fn distribution(sheet: &Sheet, draft: &Draft, read: &[Section]) -> Vec<String> {
    let above = draft.above.map(|row| sheet.rows[row].text());
    let above = above.as_deref().and_then(|text| text.split_once(':')).map(|(_, names)| Section {
        kind: SectionKind::Distribution,
        heading: None,
        text: names.trim().to_owned(),
    });
    let sections: Vec<Section> = above.into_iter().chain(read.iter().cloned()).collect();
    sections::distribution(&sections)
}

fn label_field(draft: &Draft, pages: &[crate::page::CorrectedPage]) -> Field<String> {
    let range = trim(&draft.label.text, draft.label.whole(), &['\t', ',']);
    if range.is_empty() {
        return Field::default();
    }
    let evidence: Evidence = draft.label.evidence(pages, &range, State::Read, 0.97);
    Field::new(squeeze(draft.label.of(&range)), evidence)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};
    use crate::segment::zones::zones;

    fn read(text: &str) -> Vec<Item> {
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        let zones = zones(&sheet);
        items(&sheet, &zones, &[])
    }

    fn short(items: &[Item]) -> Vec<(u32, String, String)> {
        let own = |field: &Field<String>| field.value.clone().unwrap_or_default();
        items.iter().map(|item| (item.number.value.unwrap_or(0), own(&item.title), own(&item.reference))).collect()
    }

    #[test]
    fn titles_under_their_number() {
        let found = read(
            "KS § 3      Dnr KS 2019/35\nVal av justerare vid\nsammanträdet\nBeslut\nBo Ek utses.\n\nKS § 4\nDagordning\nBeslut\nDen godkänns.",
        );
        assert_eq!(
            short(&found),
            [
                (3, "Val av justerare vid sammanträdet".into(), "KS 2019/35".into()),
                (4, "Dagordning".into(), String::new())
            ]
        );
        assert_eq!(found[0].text, "Beslut\nBo Ek utses.");
        assert_eq!(found[1].sections[0].text, "Den godkänns.");
    }

    #[test]
    fn no_titles_where_none_are_printed() {
        let found = read(
            "Paragraf 3.\nFörelåg ansökan från Bo Ek om lån.\nNämnden beslöt att bifalla den.\nParagraf 4.\nUpplästes protokollet från förra mötet.\nParagraf 5.\nMötet avslutades därefter av ordföranden sent på kvällen.",
        );
        assert_eq!(short(&found).iter().map(|item| item.1.as_str()).collect::<Vec<_>>(), ["", "", ""]);
        assert_eq!(found[0].text, "Förelåg ansökan från Bo Ek om lån.\nNämnden beslöt att bifalla den.");
    }
}
