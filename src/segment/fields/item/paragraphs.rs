//! Printed lines into paragraphs: where a line goes on, where it ended on purpose, what is a heading
//! or a row of a table. What a paragraph says is left to `sections`.

use crate::protocol::SectionKind;
use crate::segment::fields::item::body::{BodyRow, Paragraph, ParagraphKind};
use crate::segment::fields::item::headings::Headings;
use crate::segment::marks::sheet::{Piece, Sheet};
use crate::segment::print::flow::Flow;
use crate::segment::print::paper::step;
use crate::segment::words::deciding;
use crate::segment::words::decisions::decides_anew;
use crate::segment::words::forms::Words;
use crate::segment::words::pattern::compile;
use regex::Regex;
use std::sync::LazyLock;

static BULLET: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^(?:[-–—•*·]\s|\p{Ll}\)\s|[a-m]\.\s\p{Lu}|\d{1,2}[.)]\s|\d{1,2}\.\d{1,2}\.?\s)"));
static POINT: LazyLock<Regex> = LazyLock::new(|| compile(r"^\p{Ll}[.)]\s"));
static ATT: LazyLock<Regex> = LazyLock::new(|| compile(r"^(?i:{=sections.points})\s"));
/// "Mot beslutet reserverar sig": how a sentence begins that dissents.
static DISSENTS: Words = Words::new("sections.dissents");

/// The paragraphs of an item's rows.
pub fn paragraphs(sheet: &Sheet, rows: &[BodyRow], headings: &Headings) -> Vec<Paragraph> {
    let mut out: Vec<Paragraph> = Vec::new();
    let mut last: Option<Piece> = None;
    let set = set_apart(sheet, rows);
    for (body_row, is_set) in rows.iter().zip(set) {
        let Some(first) = body_row.pieces.first() else { continue };
        if is_rule(&body_row.pieces) {
            last = None;
            continue;
        }
        let open = last.as_ref().is_some_and(|before| is_open(sheet, before, first));
        if !open && let Some(kind) = headings.kind_of(&first.text) {
            out.push(Paragraph::new(ParagraphKind::Heading(kind), sheet.flow_of(first), body_row.row));
            last = None;
            if body_row.pieces.len() > 1 {
                push_cells(sheet, body_row.row, &body_row.pieces[1..], &mut out, &mut last);
            }
            continue;
        }
        // "Beslut: Nämnden godkänner ...": heading and text on one line. Under a line that did not end, too: the word
        // and its colon say enough.
        if (!open || may_head(&first.text))
            && let Some((kind, head, tail)) = heading_with_text(sheet, first, headings)
            && (!open || kind == SectionKind::Decision)
        {
            out.push(Paragraph::new(ParagraphKind::Heading(kind), sheet.flow_of(&head), body_row.row));
            let mut pieces = vec![tail];
            pieces.extend(body_row.pieces[1..].iter().cloned());
            last = None;
            push_cells(sheet, body_row.row, &pieces, &mut out, &mut last);
            continue;
        }
        if body_row.pieces.len() > 1 && !is_one_line(sheet, &body_row.pieces) {
            last = None;
            push_cells(sheet, body_row.row, &body_row.pieces, &mut out, &mut last);
            last = None;
            continue;
        }
        // The second line of a heading belongs to its first, and to nothing else.
        let is_other = out.last().is_some_and(|before| before.is_set != is_set);
        let goes_on = !is_other && last.as_ref().is_some_and(|before| !starts_paragraph(sheet, before, first));
        if goes_on && let Some(paragraph) = out.last_mut() {
            for piece in &body_row.pieces {
                paragraph.flow.push_line(sheet.pages, piece.page, piece.span);
            }
        } else {
            let flow = sheet.flow_of_pieces(&body_row.pieces);
            out.push(Paragraph { is_set, ..Paragraph::new(ParagraphKind::Text, flow, body_row.row) });
        }
        last = body_row.pieces.last().map(|piece| piece.in_box(piece.bbox.union(first.bbox)));
    }
    out
}

/// Strokes from so thick on are those of a heading, and up to so thick those of ordinary print.
const THICK: f32 = 1.25;
const THIN: f32 = 1.15;
/// A heading within an item has no more words.
const HEADING_WORDS: usize = 12;
/// Fewer letters may look thick by chance.
const LEAST_LETTERS: usize = 5;

/// Which rows are set as headings are, over text that is not.
fn set_apart(sheet: &Sheet, rows: &[BodyRow]) -> Vec<bool> {
    let is_whole = |row: &BodyRow| sheet.rows.get(row.row).is_some_and(|one| one.pieces.len() == row.pieces.len());
    let faces: Vec<_> = rows.iter().map(|row| is_whole(row).then(|| sheet.face(row.row))).collect();
    let is_marked = |at: usize| {
        faces[at].is_some_and(|face| face.weight.is_some_and(|weight| weight >= THICK) || face.is_underlined)
    };
    let is_plain = |at: usize| {
        faces[at].is_some_and(|face| !face.is_underlined && face.weight.is_some_and(|weight| weight <= THIN))
    };
    let may_head = |row: &BodyRow| {
        let text = sheet.rows[row.row].text();
        row.pieces.len() == 1
            && text.split_whitespace().count() <= HEADING_WORDS
            && text.chars().filter(|c| c.is_alphabetic()).count() >= LEAST_LETTERS
            && !text.ends_with(['.', ',', ';', '!'])
            && !deciding::is_strong(text)
    };
    let candidate: Vec<bool> = (0..rows.len()).map(|at| is_marked(at) && may_head(&rows[at])).collect();
    // A table may have bold heads of its own.
    let is_below = |at: usize| is_plain(at) || rows[at].pieces.len() > 1;
    let heads = |at: usize| (at + 1..rows.len()).find(|below| !candidate[*below]).is_some_and(is_below);
    (0..rows.len()).map(|at| candidate[at] && heads(at)).collect()
}

static DECISION: Words = Words::new("sections.decision");

/// "Beslut:", "Mötets beslut:"
fn may_head(text: &str) -> bool {
    let is_decision = |head: &str| head.split_whitespace().count() <= 2 && DECISION.end(&head.to_lowercase());
    text.starts_with(char::is_uppercase) && text.split_once(':').is_some_and(|(head, _)| is_decision(head))
}

fn heading_with_text(sheet: &Sheet, piece: &Piece, headings: &Headings) -> Option<(SectionKind, Piece, Piece)> {
    let colon = piece.text.find(':').filter(|at| *at <= 45)?;
    let head = piece.text.get(..colon)?;
    // "b) Beslut:"
    let kind = headings.kind_of(POINT.find(head).map_or(head, |point| &head[point.end()..]))?;
    let at = piece.span.start + colon + 1;
    let head = piece.part(sheet, crate::text::Span::new(piece.span.start, at))?;
    let tail = piece.part(sheet, crate::text::Span::new(at, piece.span.end))?;
    Some((kind, head, tail))
}

fn push_cells(sheet: &Sheet, row: usize, pieces: &[Piece], out: &mut Vec<Paragraph>, last: &mut Option<Piece>) {
    if pieces.is_empty() {
        return;
    }
    let mut flow = Flow::default();
    let one = pieces.len() == 1 || is_one_line(sheet, pieces);
    for (at, piece) in pieces.iter().enumerate() {
        if at > 0 {
            flow.glue(if one { " " } else { "\t" });
        }
        flow.push(sheet.pages, piece.page, piece.span);
    }
    out.push(Paragraph::new(if one { ParagraphKind::Text } else { ParagraphKind::Cells }, flow, row));
    *last = if one { pieces.last().cloned() } else { None };
}

/// A rule of underscores that ends an item, or other marks without a letter.
fn is_rule(pieces: &[Piece]) -> bool {
    pieces.iter().all(|piece| !piece.text.chars().any(char::is_alphanumeric))
}

/// Pieces that only a wide blank divides: a justified line and no table.
fn is_one_line(sheet: &Sheet, pieces: &[Piece]) -> bool {
    let size = pieces.first().map_or(16, |piece| sheet.metrics_at(piece.page).size);
    let boxes =
        pieces.first().is_some_and(|piece| sheet.pages.get(piece.page).is_some_and(|page| page.ocr().has_boxes()));
    boxes
        && pieces.windows(2).all(|pair| pair[1].bbox.x0 - pair[0].bbox.x1 < size * 5 / 2)
        && pieces.iter().any(|piece| piece.text.split_whitespace().count() >= 4)
}

/// Whether the line before asks for more: it is full and ends in the middle of a sentence.
fn is_open(sheet: &Sheet, before: &Piece, next: &Piece) -> bool {
    let ends = before.text.ends_with(['.', ':', '!', '?', ';']);
    let near = before.page != next.page || step(before.bbox, next.bbox) < sheet.metrics_at(next.page).pitch * 4 / 3;
    near && !ends && !sheet.ended_early(before, next) && before.text.split_whitespace().count() > 3
}

fn starts_paragraph(sheet: &Sheet, before: &Piece, next: &Piece) -> bool {
    let metrics = sheet.metrics_at(next.page);
    let divided = before.text.ends_with(crate::text::DIVIDERS)
        && before.text.chars().rev().nth(1).is_some_and(char::is_alphabetic);
    let starts_lower = next.text.chars().next().is_some_and(char::is_lowercase);
    if divided && starts_lower && !ATT.is_match(&next.text) {
        return false;
    }
    let same_page = before.page == next.page;
    let gap = step(before.bbox, next.bbox) as f32 / metrics.pitch.max(1) as f32;
    if BULLET.is_match(&next.text) {
        return true;
    }
    let early = sheet.ended_early(before, next);
    let ends = before.text.ends_with(['.', ':', '!', '?', ';']);
    if ATT.is_match(&next.text) && before.text.ends_with(" samt") {
        return true;
    }
    if ATT.is_match(&next.text) {
        // "... beslutar / att" opens a point; "... föreslår / att" may be a sentence that goes on.
        let indented = next.bbox.x0 > before.bbox.x0 + metrics.size;
        return early
            || ends
            || indented && same_page
            || same_page && gap > 1.35
            || before.text.ends_with(',')
            || !same_page && before.text.ends_with("samt");
    }
    // A sentence that decides begins where a line begins: more than chance.
    if ends && (decides_anew(&next.text) || DISSENTS.begin(&next.text)) {
        return true;
    }
    if starts_lower && !ends {
        return same_page && gap > 2.2;
    }
    if !same_page {
        return early && (ends || !starts_lower);
    }
    gap > 1.35 || ends && gap > 1.17 || early || (ends && next.bbox.x0 > before.bbox.x0 + metrics.size * 3 / 4)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};
    use crate::segment::fields::item::body::whole_row;

    fn texts(pages: &[&str]) -> Vec<String> {
        let pages: Vec<CorrectedPage> = pages
            .iter()
            .enumerate()
            .map(|(n, text)| CorrectedPage::new(OcrPage::from_text(n as u32 + 1, text), Vec::new()))
            .collect();
        let sheet = Sheet::new(&pages);
        let rows: Vec<BodyRow> = sheet.rows.iter().enumerate().map(|(at, row)| whole_row(at, row)).collect();
        paragraphs(&sheet, &rows, &Headings::default()).iter().map(Paragraph::text).collect()
    }

    #[test]
    fn lines_join_and_paragraphs_part() {
        let found = texts(&[
            "Förvaltningen har sett över de riktlinjer som gäller för bi-\nstånd och lämnar ett förslag.\nNämnden beslutar\natt godkänna förslaget samt\natt tacka för arbetet.",
            "Beslut\nRapporten läggs till",
        ]);
        assert_eq!(
            found,
            [
                "Förvaltningen har sett över de riktlinjer som gäller för bistånd och lämnar ett förslag.",
                "Nämnden beslutar",
                "att godkänna förslaget samt",
                "att tacka för arbetet.",
                "Beslut",
                "Rapporten läggs till"
            ]
        );
    }

    /// The paragraphs of a page whose rows of these numbers are bold, and whether each is set apart.
    fn set(text: &str, bold: &[usize]) -> Vec<(String, bool)> {
        let mut page = OcrPage::from_text(1, text);
        for (at, line) in page.lines.iter().enumerate() {
            let weight = if bold.contains(&at) { 1.4 } else { 1.0 };
            for word in &mut page.words[line.words.0..line.words.1] {
                word.face = Some(crate::page::Face { weight, size: 14.0 });
            }
        }
        let pages = vec![CorrectedPage::new(page, Vec::new())];
        let sheet = Sheet::new(&pages);
        let rows: Vec<BodyRow> = sheet.rows.iter().enumerate().map(|(at, row)| whole_row(at, row)).collect();
        let read = paragraphs(&sheet, &rows, &Headings::default());
        read.iter().map(|one| (one.text(), one.is_set)).collect()
    }

    #[test]
    fn bold_lines_within_an_item_head_what_follows() {
        let text = "Mötet väljer Bo Ek till ordförande för mötet och till den som\nleder det\nb. Sekreterare för mötet\n\
                    Mötet väljer Eva Ros till sekreterare.";
        let found = set(text, &[2]);
        assert_eq!(found.iter().map(|one| one.1).collect::<Vec<_>>(), [false, true, false], "{found:?}");
        assert_eq!(found[1].0, "b. Sekreterare för mötet");
        assert!(set(text, &[0, 1, 2, 3]).iter().all(|one| !one.1));
        assert!(set(text, &[3]).iter().all(|one| !one.1));
    }
}
