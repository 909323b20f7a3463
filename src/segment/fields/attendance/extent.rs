//! Whether a block of the form is a list of persons at all, and how far it goes.
//!
//! A form's block takes all that stands under its label. Where the items behind it were not seen, that is half the
//! document: a list ends where numbered matters or sections begin, or where rows name nobody any more.

use crate::correct::Lexicon;
use crate::segment::fields::attendance::properties;
use crate::segment::fields::form::blocks::Block;
use crate::segment::fields::person::entry;
use crate::segment::fields::person::likeness::likeness;
use crate::segment::fields::person::titles;
use crate::segment::marks::numbers::fits_rest;
use crate::segment::marks::sheet::{Piece, Sheet};
use crate::segment::words::forms::Words;
use crate::segment::words::labels::Label;
use crate::segment::words::names::{honorific, is_title_word};
use crate::segment::words::pattern::compile;
use crate::segment::words::text::fold;
use regex::Regex;
use std::sync::LazyLock;

/// What stands in a list in the place of a name.
static NOBODY: Words = Words::new("attendance.nobody");

/// Words over or before those who adjust.
static ADJUSTED: Words = Words::new("labels.adjusted");

/// A remark between persons is this long at most.
const LONGEST_REMARK: usize = 4;

/// "1/", "§ 4", "2." alone on a row: a matter.
static BARE_NUMBER: LazyLock<Regex> = LazyLock::new(|| compile(r"^\W{0,3}(?:§\s?\d{1,3}|\d{1,3}\s?[/.)])\W{0,2}$"));

/// "11/", "§ 4", "12." before what a matter is about.
static MATTER: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^\W{0,2}(?:§\s?\d{1,3}|\d{1,3}\s?\p{Ll}?\s?[/.)])\s*\P{Alphabetic}{0,3}\p{Lu}"));

/// Running text has more than one sentence; "Tjänstg. ersättare" is none.
static SENTENCE_INSIDE: LazyLock<Regex> = LazyLock::new(|| compile(r"\p{Ll}\.\s+\p{Lu}"));

/// "24. Övriga" and other heads that a number opens.
static NUMBERED: LazyLock<Regex> = LazyLock::new(|| compile(r"^\W{0,2}\d"));

/// "Ingen närvarande" is like the head of a list and tells that nobody is on it.
pub fn names_nobody(block: &Block) -> bool {
    block.head.first().is_some_and(|head| NOBODY.begin(&fold(&head.text)))
}

/// How far the head of a block is to be trusted to head a list: 0 where it is a piece of running text.
pub fn head_trust(sheet: &Sheet, block: &Block, holds: &[bool]) -> f32 {
    let Some(head) = block.head.first() else { return 0.0 };
    // Words that head many things besides lists.
    let wide = matches!(block.label, Label::Others | Label::Staff | Label::Members | Label::Party | Label::Absent);
    // "11/ Revisorer: Anna Berg": who is elected, in a matter of its own.
    let row = sheet.rows[block.row].text();
    if wide && block.label != Label::Absent && MATTER.is_match(row) && !row.starts_with(&head.text) {
        return 0.0;
    }
    let text = head.text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let small = text.starts_with(char::is_lowercase);
    let closed = block.head.last().is_some_and(|last| last.text.trim_end().ends_with(':'));
    let value = block.pieces().next().map_or("", |piece| piece.text.as_str());
    let first = value.split_whitespace().next().unwrap_or("");
    let titled =
        honorific(first).is_some() || is_title_word(first) || titles::small_titles(value, 0, value.len()).is_some();
    let runs_on = value.starts_with(char::is_lowercase) && !titled;
    let listed = holds.first() == Some(&true);
    if SENTENCE_INSIDE.is_match(text) || block.inline && !closed && runs_on {
        return 0.0;
    }
    if (small && !closed || NUMBERED.is_match(text)) && !listed {
        return 0.0;
    }
    if small && !closed || wide && block.inline && !closed && !listed { 0.5 } else { 1.0 }
}

/// Which of a block's rows belong to its list, and whether each names someone.
pub fn extent(lexicon: &Lexicon, sheet: &Sheet, block: &Block) -> Vec<bool> {
    let mut out: Vec<bool> = Vec::new();
    let mut holds = block.values.first().is_some_and(|(_, pieces)| holds_person(lexicon, pieces));
    let mut page = sheet.rows[block.row].page;
    let mut idle = 0;
    for (at, (row, pieces)) in block.values.iter().enumerate() {
        let next_holds = block.values.get(at + 1).is_some_and(|(_, next)| holds_person(lexicon, next));
        let turns = std::mem::replace(&mut page, sheet.rows[*row].page) != page;
        // Among numbered names a number ends nothing.
        let numbered =
            out.last() == Some(&true) && is_numbered(sheet, block.values[at - 1].0) && is_numbered(sheet, *row);
        if is_matter(sheet, *row)
            || adjusts(sheet, *row)
            || !holds && (turns || !numbered && ends_list(sheet, *row, pieces, next_holds))
        {
            break;
        }
        idle = if holds || properties::opens(pieces) { 0 } else { idle + 1 };
        out.push(holds);
        if idle > LONGEST_REMARK {
            out.truncate(out.len() - idle);
            break;
        }
        holds = next_holds;
    }
    out
}

/// "1/ Mötet öppnades av Bo Ek": a matter in which someone is named, and no name with a number before it.
fn is_matter(sheet: &Sheet, row: usize) -> bool {
    let text = sheet.rows[row].text();
    MATTER.find(text).is_some_and(|found| {
        let start = text[..found.end()].char_indices().next_back().map_or(0, |(at, _)| at);
        !entry::entry(text, start..text.len()).is_some_and(|one| {
            text[one.name.clone()].contains(' ') || one.has_honorific || one.party.is_some() || one.role.is_some()
        })
    })
}

/// "Justeras av Anna Berg och Bo Ek": who adjusts is told apart from the list above.
fn adjusts(sheet: &Sheet, row: usize) -> bool {
    sheet.rows[row].first().is_some_and(|piece| ADJUSTED.begin(&fold(&piece.text)))
}

fn is_numbered(sheet: &Sheet, row: usize) -> bool {
    NUMBERED.is_match(sheet.rows[row].text())
}

/// How many of some rows hold a person, of all.
pub fn share(holds: &[bool]) -> f32 {
    holds.iter().filter(|holds| **holds).count() as f32 / holds.len().max(1) as f32
}

/// Whether someone is named in a row: by a name that looks like one, or with an address, a party or a role.
fn holds_person(lexicon: &Lexicon, pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| {
        let text = &piece.text;
        let is_one = |name: &str, vouched: bool| {
            name.contains(' ') && likeness(lexicon, name) >= 0.0 || vouched && likeness(lexicon, name) > -1.0
        };
        let one = entry::entry(text, 0..text.len());
        one.is_some_and(|one| {
            let title =
                one.role_text.as_ref().is_some_and(|role| text[role.clone()].split_whitespace().any(is_title_word));
            // "Ek, ordförande", and not "Ek valdes till ordförande".
            let told = text[one.name.end..].trim_start().starts_with([',', '('])
                || one.role_text.is_some_and(|role| role.end <= one.name.start);
            is_one(&text[one.name], one.party.is_some() || one.has_honorific || told && (one.role.is_some() || title))
        }) || entry::run(text, 0..text.len())
            .into_iter()
            .any(|one| is_one(&text[one.name], one.party.is_some() || one.has_honorific))
    })
}

/// Whether a row of a table begins with a property or with nothing but a name, in one of its first two cells.
pub fn opens_with_person(lexicon: &Lexicon, pieces: &[Piece]) -> bool {
    let is_name = |piece: &Piece| {
        entry::entry(&piece.text, 0..piece.text.len()).is_some_and(|one| {
            let name = &piece.text[one.name.clone()];
            one.name == (0..piece.text.trim_end().len()) && name.contains(' ') && likeness(lexicon, name) >= 0.3
        })
    };
    pieces.len() >= 2 && (properties::opens(pieces) || pieces.iter().take(2).any(is_name))
}

/// A row that begins something else: a numbered matter, or a section of one.
fn ends_list(sheet: &Sheet, row: usize, pieces: &[Piece], next_holds: bool) -> bool {
    let mark = &sheet.rows[row].mark;
    if pieces.iter().any(|piece| piece.mark.section().is_some()) {
        return true;
    }
    if BARE_NUMBER.is_match(&mark.text) {
        return !next_holds || mark.text.contains(['§', '/']);
    }
    mark.readings().iter().any(|reading| {
        let rest = mark.text.get(reading.rest.clone()).unwrap_or("");
        rest.chars().any(char::is_alphabetic) && fits_rest(rest) > -0.5
    })
}
