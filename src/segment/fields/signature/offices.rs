//! Tables of offices among the rows of those who sign: "Kassör | Anna Berg" under "Invalda". Who is named there was
//! elected, and signs nothing.

use crate::correct::Lexicon;
use crate::segment::fields::person::likeness::likeness;
use crate::segment::fields::signature::slots::{role_of_label, signing_role};
use crate::segment::marks::sheet::{Piece, Sheet};
use crate::segment::words::forms::Words;
use crate::segment::words::labels::Label;
use crate::segment::words::names::{self, is_title_word};
use crate::segment::words::text::fold;
use std::ops::Range;

/// Fewer rows are no table.
const LEAST: usize = 3;
/// Rows over a table that may head it.
const ROWS_ABOVE: usize = 3;

/// Heads of columns of offices and of persons.
static ROLE_HEADS: Words = Words::new("form.role_heads");
static PERSON_HEADS: Words = Words::new("form.person_heads");

/// The rows without such tables and their heads.
pub fn without_tables(lexicon: &Lexicon, sheet: &Sheet, rows: &[usize]) -> Vec<usize> {
    let mut out: Vec<usize> = Vec::with_capacity(rows.len());
    let mut known: Option<(Range<usize>, bool)> = None;
    for row in rows {
        // The head stands right above the first of its rows.
        let at = if office(lexicon, sheet, *row).is_none() { *row + 1 } else { *row };
        if known.as_ref().is_none_or(|(run, _)| !run.contains(&at)) {
            let run = run(lexicon, sheet, at);
            let is_elected = is_elected(lexicon, sheet, run.clone());
            known = Some((run, is_elected));
        }
        let of_table =
            |(run, is_elected): &(Range<usize>, bool)| *is_elected && (run.contains(row) || *row + 1 == run.start);
        if !known.as_ref().is_some_and(of_table) {
            out.push(*row);
        }
    }
    out
}

/// Whether rows of offices and names are a table of those elected: rows for ink stand far apart, and under the words of
/// signing all sign, the treasurer too.
fn is_elected(lexicon: &Lexicon, sheet: &Sheet, run: Range<usize>) -> bool {
    let others = run.clone().filter(|row| office(lexicon, sheet, *row) == Some(Office::Other)).count();
    run.len() >= LEAST && others >= 2 && is_headed(sheet, run.start)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Office {
    /// One in which minutes are signed.
    Signing,
    Other,
}

/// The office in a row of an office and a name.
fn office(lexicon: &Lexicon, sheet: &Sheet, row: usize) -> Option<Office> {
    let pieces = &sheet.rows.get(row)?.pieces;
    let [one, other, ..] = pieces.as_slice() else { return None };
    let is_title = |piece: &Piece| fold(&piece.text).split(' ').next_back().is_some_and(is_title_word);
    let is_name =
        |piece: &Piece| names::is_name_line(&piece.text) && likeness(lexicon, &piece.text) >= 0.3 && !is_title(piece);
    let title = match (is_name(one), is_name(other)) {
        (false, true) => &one.text,
        (true, false) => &other.text,
        _ => return None,
    };
    let is_short = title.split_whitespace().count() <= 3 && !title.chars().any(|c| c.is_ascii_digit() || c == '_');
    if !is_short {
        return None;
    }
    let signs =
        names::role_of(title).and_then(signing_role).is_some() || one.mark.label().and_then(role_of_label).is_some();
    Some(if signs { Office::Signing } else { Office::Other })
}

/// The rows of that kind around one, close under each other.
fn run(lexicon: &Lexicon, sheet: &Sheet, row: usize) -> Range<usize> {
    let is_one = |row: usize| office(lexicon, sheet, row).is_some();
    if !is_one(row) {
        return row..row;
    }
    let close = |above: usize, below: usize| {
        let (above, below) = (&sheet.rows[above], &sheet.rows[below]);
        let metrics = sheet.metrics_at(below.page);
        above.page == below.page && below.bbox.y0 - above.bbox.y0 <= 2 * metrics.pitch.max(metrics.size)
    };
    let (mut start, mut end) = (row, row + 1);
    while start > 0 && is_one(start - 1) && close(start - 1, start) {
        start -= 1;
    }
    while is_one(end) && close(end - 1, end) {
        end += 1;
    }
    start..end
}

/// Whether the row above a table names what stands in its columns, and nothing near it speaks of signing.
fn is_headed(sheet: &Sheet, row: usize) -> bool {
    let above = sheet.rows.get(row.saturating_sub(ROWS_ABOVE)..row).unwrap_or_default();
    let signs = |piece: &Piece| {
        matches!(piece.mark.label_at_start(), Some((Label::Signatures | Label::Adjusted | Label::AtProtocol, _)))
    };
    let Some(head) = above.last().filter(|head| head.page == sheet.rows[row].page) else { return false };
    let has = |words: &Words| head.pieces.iter().any(|piece| fold(&piece.text).split(' ').any(|word| words.has(word)));
    let is_office = |piece: &Piece| fold(&piece.text).split(' ').any(is_title_word);
    let names_columns = has(&PERSON_HEADS) && (has(&ROLE_HEADS) || !head.pieces.iter().any(is_office));
    head.pieces.len() >= 2 && names_columns && !above.iter().flat_map(|row| &row.pieces).any(signs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};

    fn left(text: &str) -> usize {
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        let rows: Vec<usize> = (0..sheet.rows.len()).collect();
        without_tables(&Lexicon::builtin(), &sheet, &rows).len()
    }

    #[test]
    fn who_was_elected_signs_nothing() {
        let board = "Ordförande          Anna Lindberg\nKassör              Bo Vikström\nSpelansvarig        Eva Rosengren\nRevisor             Per Holmgren";
        let signers = "Mötesordförande     Mötessekreterare\nIda Lundqvist       Karl Askling";
        assert_eq!(left(&format!("Post                Namn\n{board}\n{signers}")), 2);
        // Under the word for it they sign.
        assert_eq!(left(&format!("Underskrifter\nFunktion            Namn\n{board}")), 6);
        assert_eq!(left(board), 4);
        assert_eq!(
            left(
                "Roll                Namn\nOrdförande          Anna Lindberg\nSekreterare         Bo Vikström\nJusterare           Eva Rosengren"
            ),
            4
        );
    }
}
