//! Where the document is signed: rows of roles, names and lines for ink with no running text between them.
//!
//! No single word decides. A block's evidence adds up: the words over the names, how many roles and how many names
//! stand there, lines of dots, and what follows on the page. Who signs as what is left to `fields::signature`.

use crate::protocol::AttendeeRole;
use crate::segment::marks::sheet::{Piece, Row, Sheet};
use crate::segment::outline::zone::{Zone, Zones};
use crate::segment::words::forms::Words;
use crate::segment::words::labels::Label;
use crate::segment::words::names;
use crate::segment::words::text::{fold, n_letters};
use std::collections::HashSet;
use std::ops::Range;

/// Offices that a board has and nobody signs in.
static OTHER_OFFICES: Words = Words::new("signatures.other_offices");

/// What is printed beside a line to tell that a name stands on it.
static CAPTIONS: Words = Words::new("signatures.captions");

/// Evidence from which rows are taken for signatures.
const ENOUGH: f32 = 3.0;

/// Rows without a role, a name or a line for ink that may stand inside a block: ink that was read as letters.
const MOST_STRAYS: usize = 4;

/// Words of a piece from which it is running text.
const TEXT_WORDS: usize = 7;

/// Rows where people sign.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    pub rows: Range<usize>,
    /// What speaks for it, added up.
    pub weight: f32,
}

/// What a row is to a block of signatures.
#[derive(Clone, Copy, Default, Debug)]
struct Says {
    /// "Vid protokollet", "Justeras".
    heads: f32,
    chair: bool,
    secretary: bool,
    adjuster: bool,
    names: usize,
    line: bool,
    other_office: bool,
    text: bool,
}

impl Says {
    fn has_role(&self) -> bool {
        self.chair || self.secretary || self.adjuster
    }

    fn is_sign(&self) -> bool {
        self.heads > 0.0 || self.has_role() || self.names > 0 || self.line
    }
}

/// The blocks among the wanted rows in printed order, those with too little evidence left out. The head of an item is
/// none of theirs: "Val av justerare".
pub fn blocks(sheet: &Sheet, zones: &Zones, wanted: impl Fn(usize) -> bool) -> Vec<Block> {
    let rows: Vec<usize> = (0..sheet.rows.len())
        .filter(|row| !matches!(zones.of_row.get(*row), Some(Zone::Head | Zone::Foot | Zone::Contents)))
        .filter(|row| wanted(*row))
        .collect();
    let heads: HashSet<usize> = zones.headings.iter().map(|heading| heading.row).collect();
    let text = Says { text: true, ..Says::default() };
    let says_of = |row: &usize| if heads.contains(row) { text } else { says_of(&sheet.rows[*row]) };
    let says: Vec<Says> = rows.iter().map(says_of).collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        if says[at].text || !says[at].is_sign() {
            at += 1;
            continue;
        }
        let (mut end, mut strays) = (at + 1, 0);
        while let Some(next) = says.get(end) {
            let new_page = sheet.rows[rows[end]].page != sheet.rows[rows[end - 1]].page;
            strays = if next.is_sign() { 0 } else { strays + 1 };
            if next.text || strays > MOST_STRAYS || new_page && !next.is_sign() {
                break;
            }
            end += 1;
        }
        if let Some(block) = block(sheet, &rows, &says, at..end) {
            out.push(block);
        }
        at = end;
    }
    out
}

/// The rows of a run that are signed, if they are.
fn block(sheet: &Sheet, rows: &[usize], says: &[Says], run: Range<usize>) -> Option<Block> {
    let told = |at: &usize| says[*at].heads > 0.0 || says[*at].has_role();
    let first = run.clone().find(told)?;
    let last = run.clone().rfind(|at| says[*at].is_sign())?;
    // Names may stand over roles, but not over the words that head them.
    let mut start = first;
    if says[first].heads == 0.0 && says[first].names == 0 {
        let above = (run.start..first).rev().take_while(|at| first - at <= MOST_STRAYS);
        start = above.filter(|at| says[*at].names > 0 || says[*at].line).last().unwrap_or(first);
    }
    let own = &says[start..=last];
    let n_names: usize = own.iter().map(|row| row.names).sum();
    let any = |has: fn(&Says) -> bool| if own.iter().any(has) { 1.0 } else { 0.0 };
    let roles = any(|row| row.chair) + any(|row| row.secretary) + 1.5 * any(|row| row.adjuster);
    let heads: f32 = own.iter().map(|row| row.heads).sum::<f32>().min(3.0);
    let n_other = own.iter().filter(|row| row.other_office).count() as f32;
    // Text goes on under it: rather a list.
    let page = sheet.rows[rows[last]].page;
    let follows = says.get(run.end).is_some_and(|next| next.text && sheet.rows[rows[run.end]].page == page);
    let weight =
        heads + roles + 0.5 * n_names.min(3) as f32 + any(|row| row.line) - n_other - if follows { 1.0 } else { 0.0 };
    let is_signed = n_names >= 1 && (heads > 0.0 || roles >= 1.5) && weight >= ENOUGH;
    // The day on which it was signed, and ink read as letters, stand over the names.
    let is_day = |at: &usize| {
        let row = &sheet.rows[rows[*at]];
        row.page == sheet.rows[rows[start]].page && !says[*at].text && (is_ink(row) || is_day(row))
    };
    let start = (0..start).rev().take_while(is_day).last().unwrap_or(start);
    is_signed.then(|| Block { rows: rows[start]..rows[last] + 1, weight })
}

/// A few letters of which the engine was not sure.
fn is_ink(row: &Row) -> bool {
    let of_ink = |piece: &Piece| piece.confidence < 0.6 && n_letters(&piece.text) <= 8;
    row.pieces.iter().all(of_ink)
}

/// A place and a day, or a day alone.
fn is_day(row: &Row) -> bool {
    row.mark.dates().len() == 1 && row.text().split_whitespace().count() <= 5 && !row.text().contains(':')
        || row.first().and_then(|piece| piece.mark.label()) == Some(Label::DayAsAbove)
}

fn says_of(row: &Row) -> Says {
    let mut out = Says::default();
    // Running text takes most rows, and is told by its length.
    if row.pieces.iter().skip(1).any(|piece| is_long(&piece.text)) {
        return Says { text: true, ..out };
    }
    for piece in &row.pieces {
        says_piece(piece, &mut out);
    }
    out.text &= out.heads == 0.0;
    out
}

fn says_piece(piece: &Piece, out: &mut Says) {
    let text = &piece.text;
    if is_line(text) {
        out.line = true;
        return;
    }
    // "Antecknat av Bo Ek": words that head a name are followed by it and by nothing more.
    let heads = |(label, end): &(Label, usize)| {
        matches!(label, Label::AtProtocol | Label::Adjusted) && names::is_signers(text.get(*end..).unwrap_or(""))
    };
    let label = piece.mark.label_at_start().or_else(|| piece.mark.bare_label().filter(heads));
    if is_long(text) && label.is_none() {
        out.text = true;
        return;
    }
    let label = label.or_else(|| names::role_before_mark(text));
    let label = label.or_else(|| piece.mark.bare_label().filter(|(label, _)| label.is_role()));
    if let Some((label, end)) = label {
        let tail = text.get(end..).unwrap_or("").trim_start_matches([':', ' ', ',', '.', '_', '…', '-', '–']);
        let is_name = names::is_name_line(tail.trim_end_matches([' ', '_', '…', '.']))
            || label == Label::Adjusted && names::is_signers(tail);
        match label {
            Label::AtProtocol => out.heads += 2.0,
            Label::Adjusted => out.heads += 1.5,
            Label::AdjustPlaceTime if tail.is_empty() || is_name => out.heads += 1.5,
            Label::Signatures => out.heads += 1.0,
            Label::DayAsAbove => out.heads += 0.5,
            Label::Chair => out.chair |= tail.is_empty() || is_name,
            Label::Secretary => out.secretary |= tail.is_empty() || is_name,
            Label::Adjuster | Label::AdjusterNamed => out.adjuster |= tail.is_empty() || is_name,
            Label::NoticeOther => {}
            _ => out.text = true,
        }
        out.names += usize::from(is_name);
        return;
    }
    let named = text
        .split_once(':')
        .filter(|(caption, _)| CAPTIONS.has(&fold(caption)))
        .map_or(text.as_str(), |(_, name)| name);
    let Some((_, role)) = name_and_more(named) else {
        out.text |= text.ends_with('.') && text.split_whitespace().count() >= 4;
        out.other_office |= has_other_office(text);
        return;
    };
    out.names += 1;
    match role.and_then(names::role_of) {
        Some(AttendeeRole::Chair) => out.chair = true,
        Some(AttendeeRole::Secretary) => out.secretary = true,
        Some(AttendeeRole::Adjuster) => out.adjuster = true,
        _ => out.other_office |= role.is_some_and(has_other_office),
    }
}

fn is_long(text: &str) -> bool {
    text.split_whitespace().nth(TEXT_WORDS - 1).is_some()
}

/// A name and what a comma, a bracket or a dash parts from it.
fn name_and_more(text: &str) -> Option<(&str, Option<&str>)> {
    let inner = text.trim_matches(|c: char| "()/[]|\"".contains(c) || c.is_whitespace());
    let name = names::name_at(inner, 0).filter(|name| name.tokens >= 2)?;
    let rest = inner.get(name.range.end..)?.trim();
    let more = rest.trim_start_matches([',', '(', '-', '–', '/', ';']).trim();
    let is_own = rest.is_empty() || more.len() < rest.len() || names::role_of(more).is_some();
    let is_short = more.split_whitespace().count() <= 3;
    (is_own && is_short && !names::is_sender(&inner[name.range.clone()]))
        .then(|| (&inner[name.range.clone()], Some(more).filter(|more| !more.is_empty())))
}

fn has_other_office(text: &str) -> bool {
    fold(text).split(' ').any(|word| OTHER_OFFICES.has(word))
}

/// A line to sign on: dots or underscores.
fn is_line(text: &str) -> bool {
    let drawn = text.chars().filter(|c| matches!(c, '.' | '_' | '…' | '·')).count();
    drawn >= 5 && n_letters(text) * 3 <= drawn
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};

    /// The rows of each block, as printed.
    fn found(text: &str) -> Vec<Vec<String>> {
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        let zones = Zones { of_row: vec![Zone::Unassigned; sheet.rows.len()], headings: Vec::new(), margin: 0.0 };
        let rows_of = |block: Block| sheet.rows[block.rows].iter().map(|row| row.text().to_owned()).collect();
        blocks(&sheet, &zones, |_| true).into_iter().map(rows_of).collect()
    }

    #[test]
    fn names_over_roles_and_no_word_before() {
        let text = "Ordföranden förklarade mötet avslutat och tackade alla som hade kommit.\nStorby 2020-08-17\n\
                    Anna Berg\nSekreterare\nBo Ek           Eva Ros\nJusteringsman   Justeringsman";
        let found = found(text);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].first().map(String::as_str), Some("Storby 2020-08-17"));
        assert_eq!(found[0].len(), 5);
    }

    #[test]
    fn a_board_is_no_block() {
        let text = "Till styrelse för två år framåt valdes av stämman följande:\nOrdförande: Anna Berg\n\
                    Sekreterare: Bo Ek\nKassör: Eva Ros\nStämman beslutade också att firman tecknas av de tre.";
        assert!(found(text).is_empty(), "{:?}", found(text));
    }

    #[test]
    fn words_over_names_begin_a_block() {
        let text = "Anna Berg\nBo Ek\nVid protokollet      Justeras\n______________       ______________\nEva Ros (79)         Per Holm (81)";
        assert_eq!(
            found(text),
            [["Vid protokollet\tJusteras", "______________\t______________", "Eva Ros (79)\tPer Holm (81)"]]
        );
    }
}
