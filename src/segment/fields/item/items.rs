//! The items: number, title, reference and text of each, from the rows between two headings.
//!
//! Where the titles stand is told by `titles`; what stands in an item's text is left to `sections`.

use crate::protocol::{Evidence, Field, Item, Section, SectionKind, State};
use crate::segment::fields::item::body::{BodyRow, Paragraph};
use crate::segment::fields::item::headings::Headings;
use crate::segment::fields::item::leads::{self, Lead, Title};
use crate::segment::fields::item::paragraphs::paragraphs;
use crate::segment::fields::item::titles::{
    TitlePlace, below_row, group_text, is_stopped_title, is_title_like, margin_rows, may_stand_above, may_stand_below,
    point_above, rest_without_reference, run_in, title_lines, title_place, wraps_into,
};
use crate::segment::fields::item::{decisions, sections, votes};
use crate::segment::marks::numbers::Heading;
use crate::segment::marks::sheet::{Piece, Sheet};
use crate::segment::outline::zone::{Zone, Zones};
use crate::segment::print::flow::Flow;
use crate::segment::words::labels;
use crate::segment::words::references::{
    is_earlier_row, is_reference_row, may_be_reference, read_earlier, reference_in,
};
use crate::segment::words::text::{squeeze, trim};
use std::collections::HashSet;
use std::ops::Range;

/// What may stand at the ends of a title and is none of it.
const TITLE_ENDS: [char; 7] = ['.', ':', ';', '\t', '-', '–', ' '];

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
    /// How sure it is that the title is one.
    trust: f32,
}

/// The items in printed order. `titles` are those of the table of contents, by number.
pub fn items(sheet: &Sheet, zones: &Zones, titles: &[(u32, String)]) -> Vec<Item> {
    let (drafts, style) = drafts(sheet, zones, titles);
    drafts.into_iter().map(|(draft, read)| finish(sheet, draft, &read, &style)).collect()
}

/// The number, suffix and title of each item with its paragraphs, and how the document prints its decisions.
pub fn read(sheet: &Sheet, zones: &Zones) -> (Vec<(Heading, String, Vec<Paragraph>)>, decisions::Style) {
    let (drafts, style) = drafts(sheet, zones, &[]);
    let short = |(draft, read): (Draft, _)| (draft.heading.clone(), title_of(&draft).text, read);
    (drafts.into_iter().map(short).collect(), style)
}

fn drafts(sheet: &Sheet, zones: &Zones, titles: &[(u32, String)]) -> (Vec<(Draft, Vec<Paragraph>)>, decisions::Style) {
    let rows = zones.rows_of_items();
    let above_first: Vec<usize> = zones.headings.first().map_or(Vec::new(), |first| {
        let mut rows = zones.rows(|zone| matches!(zone, Zone::Form | Zone::Notice));
        rows.retain(|row| *row < first.row && sheet.rows[*row].page == sheet.rows[first.row].page);
        rows
    });
    let mut rows = rows;
    let above = distribution_above(sheet, zones, &mut rows, &above_first);
    let place = title_place(sheet, zones, &rows, &above_first);
    let leads: Vec<Lead> =
        zones.headings.iter().zip(&rows).map(|(heading, rows)| lead_of(sheet, heading, rows)).collect();
    let judged = leads::titles(&leads);
    let mut drafts: Vec<Draft> = Vec::new();
    for (index, heading) in zones.headings.iter().enumerate() {
        let before: &[usize] = match index.checked_sub(1) {
            Some(before) => &rows[before],
            None => &above_first,
        };
        let known = titles.iter().find(|(number, _)| *number == heading.number).map(|(_, title)| title.as_str());
        let (mut draft, taken) = draft(sheet, heading, &rows[index], before, place, judged[index].0, known);
        draft.trust = judged[index].1;
        draft.above = above[index];
        // A title above its number had been taken for the last lines of the item before.
        if let Some(previous) = drafts.last_mut() {
            let n = previous.body.len().saturating_sub(taken);
            previous.body.truncate(n);
        }
        drafts.push(draft);
    }
    let headings = Headings::learned(drafts.iter().map(|draft| draft.body.as_slice()));
    let read: Vec<Vec<Paragraph>> = drafts.iter().map(|draft| paragraphs(sheet, &draft.body, &headings)).collect();
    let style = decisions::style(sheet, read.iter().map(Vec::as_slice));
    (drafts.into_iter().zip(read).collect(), style)
}

/// The first paragraph of an item, behind its number and its reference.
fn lead_of(sheet: &Sheet, heading: &Heading, rows: &[usize]) -> Lead {
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
    let taken: HashSet<usize> = found.iter().flatten().copied().collect();
    for rows in rows.iter_mut() {
        rows.retain(|row| !taken.contains(row));
    }
    found
}

fn draft(
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
    let following: Vec<usize> = rows.iter().copied().filter(|at| *at > heading.row).collect();
    let has_rest = rest.text[rest_range.clone()].chars().filter(|c| c.is_alphabetic()).count() >= 2;
    let mut spare_rest = false;
    let margin = if place == TitlePlace::Margin { margin_rows(sheet, heading, rows) } else { Vec::new() };
    match place {
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
                    let pieces = pieces_from(sheet, at, text);
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
    (draft, taken)
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
fn title_of(draft: &Draft) -> Flow {
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
    let title = title_of(&draft);
    // A title that ends like a sentence keeps its words and not its full stop.
    let one_sentence = title.text.trim_end().strip_suffix('.').is_some_and(|rest| {
        !rest.contains(". ") && rest.split_whitespace().last().is_some_and(|last| last.chars().count() > 3)
    });
    let drop: &[char] = if one_sentence { &['\t', '_', '|', '-', '–', '.'] } else { &['\t', '_', '|', '-', '–'] };
    let title_range = trim(&title.text, title.whole(), drop);
    let title_field =
        if title_range.is_empty() { Field::default() } else { title.field(pages, &title_range, 0.99 * draft.trust) };
    let text: Vec<String> = read.iter().map(Paragraph::text).filter(|text| !text.is_empty()).collect();
    let text = text.join("\n");
    let sections = sections::sections(read, title.of(&title_range), style);
    let last_page = draft.body.last().and_then(|row| row.pieces.last()).map_or(draft.first_page, |piece| piece.page);
    let page_number = |index: usize| pages.get(index).map_or(0, |page| page.number());
    Item {
        number: if heading.is_numbered() { Field::new(heading.number, number_evidence) } else { Field::default() },
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
    let above = above.and_then(|text| text.split_once(':')).map(|(_, names)| Section {
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
    use crate::segment::outline::zones::zones;

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

    #[test]
    fn titles_run_into_the_text() {
        let found = read(
            "§ 3. Skolläkare. — Rektor hade anhållit om en läkare.\nNämnden beslöt att anställa en.\n\
             § 4. Landsvägen. — Bo Ek hade skrivit om den.\n§ 5. Bron. — Ingenjören redogjorde för den.",
        );
        let titles: Vec<String> = short(&found).into_iter().map(|item| item.1).collect();
        assert_eq!(titles, ["Skolläkare", "Landsvägen", "Bron"]);
        assert!(found[0].text.starts_with("Rektor hade anhållit om en läkare."), "{}", found[0].text);
    }

    #[test]
    fn numbers_of_earlier_bodies_and_references_between() {
        let found = read(
            "§ 7\tBudget för 2019\nAu § 58 Ks § 97\nDnr 2019/12\nBeslut\nDen antas.\n\
             § 8\tDagordning\nBeslut\nDen godkänns.",
        );
        assert_eq!(found[0].earlier_numbers, [("Au".to_owned(), 58), ("Ks".to_owned(), 97)]);
        assert_eq!(short(&found)[0], (7, "Budget för 2019".into(), "2019/12".into()));
        assert_eq!(found[0].text, "Beslut\nDen antas.");
    }
}
