//! An item's rows divided into number, title, reference and text.

use crate::protocol::SectionKind;
use crate::segment::fields::item::body::BodyRow;
use crate::segment::fields::item::columns::{Columns, n_own, title_pieces};
use crate::segment::fields::item::leads::{Lead, Title};
use crate::segment::fields::item::titles::{
    TitlePlace, below_row, group_text, is_stopped_title, is_title_like, margin_rows, may_stand_above, may_stand_below,
    point_above, rest_without_reference, run_in, title_lines, wraps_into,
};
use crate::segment::marks::numbers::Heading;
use crate::segment::marks::sheet::{Piece, Sheet};
use crate::segment::outline::zone::Zones;
use crate::segment::print::flow::Flow;
use crate::segment::words::labels;
use crate::segment::words::references::{
    is_earlier_row, is_reference_row, may_be_reference, read_earlier, reference_in,
};
use crate::segment::words::text::trim;
use std::collections::HashSet;
use std::ops::Range;

/// What may stand at the ends of a title and is none of it.
const TITLE_ENDS: [char; 7] = ['.', ':', ';', '\t', '-', '–', ' '];

/// An item before its sections are read.
pub struct Draft {
    pub heading: Heading,
    pub title: Vec<Flow>,
    pub reference: Option<(Flow, Range<usize>)>,
    pub earlier: Vec<(String, u32)>,
    pub label: Flow,
    pub body: Vec<BodyRow>,
    pub first_page: usize,
    /// To whom the decision goes, printed over the number.
    pub above: Option<usize>,
    /// How sure it is that the title is one.
    pub trust: f32,
}

/// The first paragraph of an item, behind its number and its reference.
pub fn lead_of(sheet: &Sheet, heading: &Heading, rows: &[usize]) -> Lead {
    let rest = sheet.flow_of_row(&sheet.rows[heading.row]).slice(&heading.rest).text;
    let range = rest_without_reference(&rest);
    let has_rest = rest[range.clone()].chars().filter(|c| c.is_alphabetic()).count() >= 2
        && !may_be_reference(&rest[range.clone()])
        && !is_earlier_row(&rest[range.clone()]);
    let below: Vec<usize> = rows
        .iter()
        .copied()
        .filter(|row| {
            let text = sheet.rows[*row].text();
            *row > heading.row && !is_reference_row(text) && !is_earlier_row(text)
        })
        .collect();
    Lead::new(sheet, heading, has_rest.then_some(heading.rest.start + range.start), &below)
}

/// "Exp: Byggnadsnämnden" over the number belongs to the item below, where most stand so: close to the number and
/// apart from what comes before.
pub fn distribution_above(
    sheet: &Sheet,
    zones: &Zones,
    rows: &mut [Vec<usize>],
    first: &[usize],
) -> Vec<Option<usize>> {
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
    let taken: HashSet<usize> = found.iter().flatten().copied().collect();
    for rows in rows.iter_mut() {
        rows.retain(|row| !taken.contains(row));
    }
    found
}

pub fn draft(
    sheet: &Sheet,
    heading: &Heading,
    rows: &[usize],
    before: &[usize],
    place: TitlePlace,
    judged: Title,
    known: Option<&str>,
) -> (Draft, usize) {
    let row = &sheet.rows[heading.row];
    let flow = sheet.flow_of_row(row);
    let mut draft = Draft {
        heading: heading.clone(),
        title: Vec::new(),
        reference: None,
        earlier: Vec::new(),
        label: flow.slice(&heading.label),
        body: Vec::new(),
        first_page: row.page,
        above: None,
        trust: 1.0,
    };
    let mut used: Vec<usize> = vec![heading.row];
    let mut taken = 0;
    let rest = flow.slice(&heading.rest);
    take_reference(&mut draft, &rest);
    let mut rest_range = rest_without_reference(&rest.text);
    if draft.reference.is_none() && may_be_reference(&rest.text[rest_range.clone()]) {
        draft.reference = Some((rest.clone(), rest_range.clone()));
        rest_range = rest_range.end..rest_range.end;
    }
    let rest_text = rest.text[rest_range.clone()].to_owned();
    if is_earlier_row(&rest_text) {
        read_earlier(&rest_text, &mut draft.earlier);
        rest_range = rest_range.end..rest_range.end;
    }
    let point = point_above(sheet, heading, before);
    let (own, beside) = row.pieces.split_at(n_own(sheet, heading).min(row.pieces.len()));
    let following: Vec<usize> = rows.iter().copied().filter(|at| *at > heading.row).collect();
    let has_rest = rest.text[rest_range.clone()].chars().filter(|c| c.is_alphabetic()).count() >= 2;
    let mut spare_rest = false;
    let margin = if place == TitlePlace::Margin { margin_rows(sheet, heading, rows, true) } else { Vec::new() };
    match place {
        TitlePlace::Column(columns) => {
            take_column(sheet, heading, &following, columns, &mut draft);
            return (draft, 0);
        }
        TitlePlace::Margin => {
            spare_rest = has_rest;
            for at in &margin {
                let flow = sheet.flow_of(&sheet.rows[*at].pieces[0]);
                if draft.reference.is_none() && is_reference_row(&flow.text) {
                    draft.reference = Some(whole_reference(flow));
                    continue;
                }
                let end = trim(&flow.text, flow.whole(), &['.']);
                draft.title.push(flow.slice(&end));
            }
        }
        TitlePlace::RunIn => match run_in(sheet, heading, rows) {
            Some((at, end, text)) => {
                let last = sheet.flow_of_row(&sheet.rows[at]);
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
        TitlePlace::Beside | TitlePlace::Below | TitlePlace::Nowhere if point.is_none() && judged != Title::Whole => {
            match judged {
                Title::Until { row: at, end, text } => {
                    let last = sheet.flow_of_row(&sheet.rows[at]);
                    if at == heading.row {
                        draft.title.push(last.slice(&trim(&last.text, heading.rest.start..end, &TITLE_ENDS)));
                    } else {
                        if has_rest {
                            draft.title.push(rest.slice(&rest_range));
                        }
                        let between = following
                            .iter()
                            .copied()
                            .filter(|row| *row < at && !is_reference_row(sheet.rows[*row].text()));
                        for row in between {
                            draft.title.push(sheet.flow_of_row(&sheet.rows[row]));
                            used.push(row);
                        }
                        draft.title.push(last.slice(&trim(&last.text, 0..end, &TITLE_ENDS)));
                        used.push(at);
                    }
                    let mut pieces = pieces_from(sheet, at, text);
                    if at == heading.row {
                        pieces.truncate(pieces.len().saturating_sub(beside.len()));
                    }
                    if !pieces.is_empty() {
                        draft.body.push(BodyRow { row: at, pieces });
                    }
                }
                _ => spare_rest = has_rest,
            }
        }
        _ if point.is_some() => {
            spare_rest = has_rest;
            taken = 1;
            draft.title.extend(point);
        }
        TitlePlace::Beside | TitlePlace::Nowhere if has_rest => {
            draft.title.push(rest.slice(&rest_range));
            if let Some(last) = own.last() {
                if own.len() >= 2 && stacked(sheet, heading, last, &following, &mut draft, &mut used) {
                    // The title's lines stood beside the other numbers.
                } else {
                    let n = title_lines(sheet, last, &following, known).min(following.len());
                    // "antal ledamöter och ev. / ersättare": a full stop within a title is part of it.
                    if n > 0 && rest.text[rest_range.end..].trim_end() == "." {
                        draft.title = vec![rest.slice(&(rest_range.start..rest.text.trim_end().len()))];
                    }
                    take_title_rows(sheet, &mut draft, &following[..n], &mut used);
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
                    && (lines.is_empty() && may_stand_above(above.text())
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
        TitlePlace::BelowWithStop => {
            spare_rest = has_rest;
            if let Some(first) = below_row(sheet, heading, rows)
                && (is_stopped_title(sheet, first, &following) || may_stand_below(sheet.rows[first].text()))
            {
                take_title_rows(sheet, &mut draft, &[first], &mut used);
            }
        }
        TitlePlace::Beside | TitlePlace::Below | TitlePlace::Nowhere => {
            spare_rest = has_rest && place == TitlePlace::Below && !is_title_like(&rest.text[rest_range.clone()]);
            if has_rest && !spare_rest {
                draft.title.push(rest.slice(&rest_range));
            } else if let Some(first) = below_row(sheet, heading, rows) {
                let body: Vec<usize> = following.iter().copied().filter(|at| *at > first).collect();
                let candidate = &sheet.rows[first];
                if candidate.pieces.len() <= 2
                    && may_stand_below(&group_text(sheet, first, &body))
                    && (candidate.mark.section().is_none() || known.is_some() || may_stand_below(candidate.text()))
                {
                    let piece = &candidate.pieces[0];
                    take_title_rows(sheet, &mut draft, &[first], &mut used);
                    let n = title_lines(sheet, piece, &body, known);
                    take_title_rows(sheet, &mut draft, &body[..n.min(body.len())], &mut used);
                }
            }
        }
    }
    // The reference may stand above, under or beside the title.
    for at in following.iter().take(4) {
        let text = sheet.rows[*at].text();
        if used.contains(at) {
            continue;
        }
        // "Au § 58 Ks § 97 Dnr 94.132-212"
        if let Some((whole, value)) = reference_in(text)
            && whole.end >= text.len()
            && is_earlier_row(&text[..whole.start])
        {
            read_earlier(&text[..whole.start], &mut draft.earlier);
            if draft.reference.is_none() && !value.is_empty() {
                draft.reference = Some((sheet.flow_of_row(&sheet.rows[*at]), value));
            }
            used.push(*at);
            continue;
        }
        if is_earlier_row(text) && text.split_whitespace().count() >= 2 {
            read_earlier(text, &mut draft.earlier);
            used.push(*at);
            continue;
        }
        if draft.reference.is_some() || !is_reference_row(text) {
            break;
        }
        let flow = sheet.flow_of_row(&sheet.rows[*at]);
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
    // Before the text: behind it, it would belong to what was decided.
    if !beside.is_empty() {
        draft.body.insert(0, BodyRow { row: heading.row, pieces: beside.to_vec() });
    }
    (draft, taken)
}

/// Titles in a column of their own, text in the next.
fn take_column(sheet: &Sheet, heading: &Heading, following: &[usize], columns: Columns, draft: &mut Draft) {
    let mut title_goes_on = true;
    for at in std::iter::once(&heading.row).chain(following) {
        let row = &sheet.rows[*at];
        let titles = title_pieces(row, columns);
        title_goes_on &= !titles.is_empty() && row.page == draft.first_page;
        if title_goes_on {
            draft.title.extend(titles.iter().map(|piece| sheet.flow_of(piece)));
        }
        let is_number = |piece: &Piece| *at == heading.row && piece.bbox.x0 < columns.title - columns.near;
        let is_title = |piece: &Piece| title_goes_on && titles.iter().any(|one| one.span == piece.span);
        let is_text = |piece: &&Piece| !is_number(piece) && !is_title(piece);
        let pieces: Vec<Piece> = row.pieces.iter().filter(is_text).cloned().collect();
        if !pieces.is_empty() {
            draft.body.push(BodyRow { row: *at, pieces });
        }
    }
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
        let is_number = is_earlier_row(&first.text);
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
            draft.reference = Some(whole_reference(sheet.flow_of(first)));
        }
        match row.pieces.get(1).filter(|_| goes_beside) {
            Some(beside) if is_reference_row(&beside.text) => {
                draft.reference.get_or_insert_with(|| whole_reference(sheet.flow_of(beside)));
            }
            Some(beside) => draft.title.push(sheet.flow_of(beside)),
            None => {}
        }
        used.push(*at);
        found = true;
    }
    found
}

/// A text that is a reference and nothing else, with or without its label.
fn whole_reference(flow: Flow) -> (Flow, Range<usize>) {
    let range = reference_in(&flow.text).map_or_else(|| flow.whole(), |(_, value)| value);
    (flow, range)
}

fn take_title_rows(sheet: &Sheet, draft: &mut Draft, rows: &[usize], used: &mut Vec<usize>) {
    for at in rows {
        let flow = sheet.flow_of_row(&sheet.rows[*at]);
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
    out.truncate(out.len().saturating_sub(row.pieces.len() - n_own(sheet, heading).min(row.pieces.len())));
    out.retain(|piece| reference_in(&piece.text).is_none() && !may_be_reference(&piece.text));
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
            out.extend(piece.part(sheet, span));
        }
        at = end + 1;
    }
    out
}

/// The lines of a title as one.
pub fn title_of(draft: &Draft) -> Flow {
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
    title
}
