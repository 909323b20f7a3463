//! Columns of a form: pieces that hold a label and its value, or persons of two columns, are divided where columns stand.

use crate::segment::fields::person::entry;
use crate::segment::fields::person::replaced::breaks_off;
use crate::segment::marks::sheet::{Piece, Row, Sheet};
use crate::segment::words::forms::Words;
use crate::segment::words::labels::{self, Label};
use crate::segment::words::names;
use crate::segment::words::pattern::compile;
use crate::segment::words::text::fold;
use crate::text::Span;
use regex::Regex;
use std::sync::LazyLock;

/// Labels of more than one word, over or before the place and the hours.
static PLACE_TIME: Words = Words::new("form.place_time");

/// What heads all who sign.
static SIGNATURES: Words = Words::new("labels.signatures");

/// What stands between the names of a sentence.
static BETWEEN_NAMES: LazyLock<Regex> = LazyLock::new(|| compile(r",\s|\s(?:{=persons.conjunctions})\s"));

/// Rows by their index into the sheet's, each with its pieces.
pub type Split = Vec<(usize, Vec<Piece>)>;

/// Lines of labels that go on below.
static HALF_LABELS: Words = Words::new("form.half_labels");

/// The rows with labels and values on one piece divided.
pub fn split_rows(sheet: &Sheet, rows: &[usize]) -> Split {
    let value_column = value_column(sheet, rows);
    let starts = columns_of_persons(sheet, rows);
    rows.iter()
        .filter_map(|at| sheet.rows.get(*at).map(|row| (*at, row)))
        .map(|(at, row)| {
            (at, row.pieces.iter().flat_map(|piece| split_piece(sheet, row, piece, value_column, &starts)).collect())
        })
        .collect()
}

/// Where persons begin that stand right of something else, in three rows or more.
fn columns_of_persons(sheet: &Sheet, rows: &[usize]) -> Vec<i32> {
    let of_rows = rows.iter().filter_map(|at| sheet.rows.get(*at)).flat_map(|row| row.pieces.iter().skip(1));
    let mut starts: Vec<i32> =
        of_rows.filter(|piece| is_whole_person(&piece.text)).map(|piece| piece.bbox.x0).collect();
    starts.sort_unstable();
    let size = rows.first().and_then(|at| sheet.rows.get(*at)).map_or(20, |row| sheet.metrics_at(row.page).size);
    let near = |one: i32, other: i32| (one - other).abs() <= size / 2;
    let mut found: Vec<i32> = Vec::new();
    for start in &starts {
        let n = starts.iter().filter(|other| near(**other, *start)).count();
        if n >= 3 && !found.iter().any(|other| near(*other, *start)) {
            found.push(*start);
        }
    }
    found
}

fn is_whole_person(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
        && entry::entry(text, 0..text.len()).is_some_and(|person| {
            text[person.name.clone()].contains(' ') && person.name.start == 0 && labels::label_of(text).is_none()
        })
}

/// "Anna Berg (s), ordförande Bo Ek (m)", two columns with no more than a blank between them: a person or whom they come
/// from, and a person where other rows have theirs.
fn split_at_column(sheet: &Sheet, piece: &Piece, starts: &[i32]) -> Option<Vec<Piece>> {
    let page = sheet.pages.get(piece.page)?;
    let size = sheet.metrics_at(piece.page).size;
    let start = starts.iter().find(|start| **start > piece.bbox.x0 + 3 * size && **start < piece.bbox.x1 - size)?;
    let word = page.words_in(piece.span).find(|word| (page.ocr().straight(word.bbox).x0 - start).abs() <= size / 2)?;
    let head = piece.part(sheet, Span::new(piece.span.start, word.span.start))?;
    let tail = piece.part(sheet, Span::new(word.span.start, piece.span.end))?;
    // "Bo Ek, ersätter Eva Ros": the second is whom the first replaces.
    (!breaks_off(&head.text)
        && is_whole_person(&tail.text)
        && (names::is_sender(&head.text) || is_whole_person(&head.text)))
    .then(|| vec![head, tail])
}

/// Where values start, when labels stand in a column of their own.
fn value_column(sheet: &Sheet, rows: &[usize]) -> Option<i32> {
    let starts: Vec<i32> = rows
        .iter()
        .filter_map(|at| sheet.rows.get(*at))
        .filter(|row| row.pieces.len() >= 2 && row.pieces[0].mark.label().is_some())
        .map(|row| row.pieces[1].bbox.x0)
        .collect();
    let size = rows.first().and_then(|at| sheet.rows.get(*at)).map_or(20, |row| sheet.metrics_at(row.page).size);
    let votes = |x: i32| starts.iter().filter(|other| (**other - x).abs() <= size).count();
    let best = starts.iter().copied().max_by_key(|x| (votes(*x), -*x))?;
    (votes(best) >= 2).then_some(best)
}

/// "Underskrifter Sekreterare": the head of all who sign, with the bytes it takes before the first of their roles.
pub fn head_of_signatures(piece: &Piece) -> Option<(Label, usize)> {
    let (head, role) = piece.text.split_once(' ').filter(|(_, rest)| rest.split_whitespace().count() <= 2)?;
    let is_one = SIGNATURES.has(&fold(head)) && names::role_of(role).is_some();
    is_one.then_some((Label::Signatures, head.len()))
}

/// "Anna Berg, Bo Ek och Eva Ros" behind the head of a list: several names, or one behind a head of those who are there
/// or away.
fn are_names(label: Label, value: &str) -> bool {
    let mut names = BETWEEN_NAMES.split(value).map(str::trim);
    let is_first = names.next().is_some_and(names::is_name_line);
    let is_one = matches!(label, Label::Present | Label::Absent) && names::is_name_line(value.trim());
    is_one || is_first && names.next().is_some_and(names::is_name_line)
}

fn split_piece(sheet: &Sheet, row: &Row, piece: &Piece, value_column: Option<i32>, starts: &[i32]) -> Vec<Piece> {
    let whole = vec![piece.clone()];
    if let Some(parts) = split_at_column(sheet, piece, starts) {
        return parts;
    }
    let heads_role = head_of_signatures(piece);
    if piece.mark.label().is_some() && heads_role.is_none() {
        return whole;
    }
    let is_first = row.pieces.first().is_some_and(|first| first.span == piece.span);
    let opens_field = || {
        let (label, end) = if is_first { piece.mark.bare_label()? } else { return None };
        let opens = match label {
            // "Plats och tid Stora salen, kl 13-15": words that open nothing else.
            Label::PlaceTime | Label::Place | Label::Time => PLACE_TIME.begin(&fold(&piece.text)),
            label => label.is_list() && are_names(label, &piece.text[end..]),
        };
        opens.then_some((label, end))
    };
    let Some((_, end)) = heads_role.or_else(|| piece.mark.label_at_start()).or_else(opens_field).or_else(|| {
        // Without a colon the value must start where the column of values does.
        let column = value_column.filter(|_| is_first)?;
        let size = sheet.metrics_at(piece.page).size;
        let page = sheet.pages.get(piece.page)?;
        let word = page.words_in(piece.span).find(|word| {
            (page.ocr().straight(word.bbox).x0 - column).abs() <= size && word.span.start > piece.span.start
        })?;
        let end = word.span.start - piece.span.start;
        let head = piece.text.get(..end)?.trim_end();
        let half = || HALF_LABELS.has(&fold(head)).then_some((Label::Deciding, end));
        labels::label_of(head).map(|label| (label, end)).or_else(half)
    }) else {
        return whole;
    };
    let at = piece.span.start + end;
    let (head, tail) = (Span::new(piece.span.start, at), Span::new(at, piece.span.end));
    [head, tail].into_iter().filter_map(|span| piece.part(sheet, span)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};

    #[test]
    fn a_head_and_names_behind_it_without_a_mark() {
        for (row, head) in [
            ("Närvarande Anna Berg, Bo Ek och Eva Ros", Some("Närvarande")),
            ("Frånvarande Per Holm (sjuk)", Some("Frånvarande")),
            ("Mötet leddes av Anna Berg, Bo Ek och Eva Ros", None),
            ("Övriga frågor, Bo Ek och Eva Ros", None),
        ] {
            let pages = vec![CorrectedPage::new(OcrPage::from_text(1, row), Vec::new())];
            let sheet = Sheet::new(&pages);
            let split = split_rows(&sheet, &[0]);
            let pieces = &split[0].1;
            let found = (pieces.len() == 2).then(|| pieces[0].text.trim());
            assert_eq!(found, head, "{row}");
        }
    }
}
