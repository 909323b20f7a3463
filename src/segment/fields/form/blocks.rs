//! Forms: labels and values paired by where they stand.
//!
//! A value belongs to the label to its left on the same row, else to the last label above that does
//! not start right of it. That one rule serves forms with a column of labels, labels above their
//! values and boxes with a small label in the corner. What a value means is left to its parser.

use crate::segment::fields::form::columns::{Split, split_rows};
use crate::segment::fields::form::heads::{persons_head, table_panels};
use crate::segment::fields::person::entry;
use crate::segment::marks::sheet::{Piece, Sheet};
use crate::segment::words::labels::{self, Label};
use crate::segment::words::names;

/// A label with the pieces that stand under or beside it.
#[derive(Clone, Debug)]
pub struct Block {
    pub label: Label,
    /// The label's own pieces, stacked ones included.
    pub head: Vec<Piece>,
    /// Row by row: index into the sheet's rows, pieces from left to right.
    pub values: Vec<(usize, Vec<Piece>)>,
    pub row: usize,
    /// The value goes on in the label's own line, as in running text.
    pub inline: bool,
}

impl Block {
    pub fn pieces(&self) -> impl Iterator<Item = &Piece> {
        self.values.iter().flat_map(|(_, pieces)| pieces.iter())
    }

    pub fn x0(&self) -> i32 {
        self.head.iter().map(|piece| piece.bbox.x0).min().unwrap_or(0)
    }

    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }
}

#[derive(Clone, Debug, Default)]
pub struct Form {
    pub blocks: Vec<Block>,
    /// Pieces above any label.
    pub loose: Vec<(usize, Piece)>,
}

impl Form {
    pub fn with(&self, label: Label) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(move |block| block.label == label)
    }
}

/// Reads rows as a form.
pub fn read(sheet: &Sheet, rows: &[usize]) -> Form {
    let split = split_rows(sheet, rows);
    let mut used = vec![Vec::new(); split.len()];
    for (slot, (_, pieces)) in used.iter_mut().zip(&split) {
        *slot = vec![false; pieces.len()];
    }
    let mut form = Form::default();
    for at in 0..split.len() {
        let row = split[at].0;
        let page = sheet.rows[row].page;
        let panels = table_panels(&split[at].1);
        if !panels.is_empty() {
            used[at].iter_mut().for_each(|used| *used = true);
            // "Beslutande" over a head of "Namn" and "Parti" says whose names they are.
            let above = form.blocks.last().filter(|block| block.is_empty() && block.label.is_list());
            let above = above.map(|block| block.label);
            for (label, head) in panels {
                let label = label.or(above).unwrap_or(Label::Present);
                form.blocks.push(Block { label, head, values: Vec::new(), row, inline: false });
            }
            continue;
        }
        if goes_on_tables(sheet, &mut form.blocks, row, &split[at].1) {
            continue;
        }
        // Labels of this row first, so that values right of them find them.
        for index in 0..split[at].1.len() {
            if used[at][index] || is_office_beside(&form, &split[at].1, index) {
                continue;
            }
            if let Some((label, extra)) = label_here(sheet, &split, at, index) {
                used[at][index] = true;
                let mut head = vec![split[at].1[index].clone()];
                for (other_at, other_index) in extra {
                    used[other_at][other_index] = true;
                    head.push(split[other_at].1[other_index].clone());
                }
                let inline =
                    split[at].1.get(index + 1).zip(head.last()).is_some_and(|(value, label)| {
                        value.span.start <= label.span.end + 1 && value.page == label.page
                    });
                form.blocks.push(Block { label, head, values: Vec::new(), row, inline });
            }
        }
        for (piece, used) in split[at].1.iter().zip(&used[at]) {
            if *used {
                continue;
            }
            match owner(sheet, &form.blocks, row, page, piece) {
                Some(block) => {
                    let values = &mut form.blocks[block].values;
                    match values.last_mut() {
                        Some((last, pieces)) if *last == row => pieces.push(piece.clone()),
                        _ => values.push((row, vec![piece.clone()])),
                    }
                }
                None => form.loose.push((row, piece.clone())),
            }
        }
    }
    form
}

/// "Anna Berg (S) ......... ordförande": beside a name of a list the office is no label.
fn is_office_beside(form: &Form, pieces: &[Piece], index: usize) -> bool {
    let is_office =
        matches!(pieces[index].mark.label(), Some(Label::Chair | Label::Secretary | Label::Adjuster | Label::Members));
    let listed = form.blocks.last().is_some_and(|block| block.label.is_list());
    let named = |piece: &Piece| {
        entry::entry(&piece.text, 0..piece.text.len())
            .is_some_and(|person| piece.text[person.name].contains(' ') && piece.mark.label().is_none())
    };
    is_office && listed && pieces[..index].iter().any(named)
}

/// Gives a row to the tables above it, panel by panel; whether it is theirs.
fn goes_on_tables(sheet: &Sheet, blocks: &mut [Block], row: usize, pieces: &[Piece]) -> bool {
    let Some(head_row) = blocks.last().map(|block| block.row) else { return false };
    let first = blocks.iter().rposition(|block| block.row != head_row).map_or(0, |at| at + 1);
    let panels = &mut blocks[first..];
    if !panels.iter().any(|block| goes_on_table(sheet, block, row, pieces)) {
        return false;
    }
    let starts: Vec<i32> = panels.iter().map(Block::x0).collect();
    let size = sheet.metrics_at(sheet.rows[row].page).size;
    for piece in pieces {
        let at = starts.iter().rposition(|start| *start <= piece.bbox.x0 + size).unwrap_or(0);
        let values = &mut panels[at].values;
        match values.last_mut() {
            Some((last, pieces)) if *last == row => pieces.push(piece.clone()),
            _ => values.push((row, vec![piece.clone()])),
        }
    }
    true
}

/// A row of such a table: a name under the first head, whatever roles stand beside it.
fn goes_on_table(sheet: &Sheet, block: &Block, row: usize, pieces: &[Piece]) -> bool {
    let Some(head) = persons_head(&block.head) else { return false };
    let last = block.values.last().map_or(block.row, |(row, _)| *row);
    // The rows of a table may stand far apart, and signatures between them.
    let step = match block.values.as_slice() {
        [(one, _), (two, _), ..] => 2 * (sheet.rows[*two].bbox.y0 - sheet.rows[*one].bbox.y0),
        _ => 0,
    };
    let pitch = sheet.metrics_at(head.page).pitch;
    let size = sheet.metrics_at(head.page).size;
    let close = sheet.rows[row].page == head.page
        && sheet.rows[row].bbox.y0 - sheet.rows[last].bbox.y1
            <= (6 * pitch.max(sheet.metrics_at(head.page).size)).max(step);
    close
        && pieces.iter().any(|piece| {
            (piece.bbox.x0 - head.bbox.x0).abs() <= 2 * size
                && names::name_at(&piece.text, 0).is_some_and(|name| name.tokens >= 2)
                && piece.mark.label().is_none()
        })
}

fn owner(sheet: &Sheet, blocks: &[Block], row: usize, page: usize, piece: &Piece) -> Option<usize> {
    let tolerance = sheet.metrics_at(page).size * 3 / 2;
    let beside = (0..blocks.len())
        .rev()
        .filter(|at| blocks[*at].row == row && blocks[*at].x0() < piece.bbox.x0)
        .max_by_key(|at| blocks[*at].x0());
    // A small label right above, with nothing under it yet: "Paragrafer" over "30-36".
    let size = sheet.metrics_at(page).size;
    let over = (0..blocks.len()).rev().find(|at| {
        let block = &blocks[*at];
        block.is_empty()
            && block.label == Label::ParagraphRange
            && (block.x0() - piece.bbox.x0).abs() <= size
            && block.head.last().is_some_and(|head| {
                head.page == page && head.bbox.y1 <= piece.bbox.y1 && piece.bbox.y0 - head.bbox.y1 <= 4 * size
            })
    });
    if over.is_some() {
        return over;
    }
    if beside.is_some() {
        return beside;
    }
    // The first line of running text may be indented, and the others stand left of its label.
    let reach = |block: &Block| if block.inline { 4 * tolerance } else { tolerance };
    let above = |block: &Block| sheet.rows[block.row].page == page && block.x0() <= piece.bbox.x0 + reach(block);
    let latest = blocks.iter().filter(|block| above(block)).map(|block| block.row).max();
    if let Some(latest) = latest {
        return (0..blocks.len())
            .filter(|at| blocks[*at].row == latest && above(&blocks[*at]))
            .max_by_key(|at| blocks[*at].x0());
    }
    // A list may go on at the top of the next page.
    let has_labels = blocks.iter().any(|block| sheet.rows[block.row].page == page);
    (!has_labels && !blocks.is_empty()).then(|| blocks.len() - 1)
}

/// The label that a piece is or begins, with the pieces below that complete it.
fn label_here(sheet: &Sheet, split: &Split, at: usize, index: usize) -> Option<(Label, Vec<(usize, usize)>)> {
    let piece = &split[at].1[index];
    let size = sheet.metrics_at(piece.page).size;
    let mut text = piece.text.clone();
    let mut extra = Vec::new();
    let mut found: Option<(Label, Vec<(usize, usize)>)> = None;
    let mut bottom = piece.bbox.y1;
    for (below, (_, pieces)) in split.iter().enumerate().skip(at + 1).take(2) {
        if piece.text.ends_with(':') {
            break;
        }
        let next = pieces.iter().position(|other| {
            other.page == piece.page
                && (other.bbox.x0 - piece.bbox.x0).abs() <= size
                && other.bbox.y0 - bottom < size * 3 / 2
        });
        let Some(next) = next else { break };
        let other = &pieces[next];
        text = format!("{} {}", text.trim_end_matches('-'), other.text);
        bottom = other.bbox.y1;
        extra.push((below, next));
        if stacks(&other.text)
            && let Some(label) = labels::label_of(&text)
        {
            found = Some((label, extra.clone()));
        }
    }
    found.or_else(|| piece.mark.label().map(|label| (label, Vec::new())))
}

/// Two lines make one label when the second alone would be another or goes on in lower case.
fn stacks(second: &str) -> bool {
    let all_capitals =
        second.chars().any(char::is_alphabetic) && second.chars().all(|c| !c.is_alphabetic() || c.is_uppercase());
    all_capitals || second.chars().next().is_some_and(|c| c.is_lowercase() || c == '(' || c == '/')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};

    fn form_of(text: &str) -> Vec<(Label, Vec<String>)> {
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        let rows: Vec<usize> = (0..sheet.rows.len()).collect();
        let form = read(&sheet, &rows);
        form.blocks
            .iter()
            .map(|block| (block.label, block.pieces().map(|piece| piece.text.clone()).collect()))
            .collect()
    }

    #[test]
    fn labels_beside_their_values() {
        let text = "Plats och tid        Kommunhuset, kl 10-12\nBeslutande           Anna Berg (S)\n                     Bo Ek (M)\nEj tjänstgörande     Eva Ek (C)\nersättare            Per Holm (S)\n                     Ida Ros (M)";
        assert_eq!(
            form_of(text),
            [
                (Label::PlaceTime, vec!["Kommunhuset, kl 10-12".to_owned()]),
                (Label::Deciding, vec!["Anna Berg (S)".to_owned(), "Bo Ek (M)".to_owned()]),
                (Label::NonServing, vec!["Eva Ek (C)".to_owned(), "Per Holm (S)".to_owned(), "Ida Ros (M)".to_owned()]),
            ]
        );
    }

    #[test]
    fn labels_above_their_values() {
        let text =
            "Organ                 Sammanträdesdatum\nSocialnämnden         1993-05-19\nTid: kl 19\nPlats\nStora salen";
        let form = form_of(text);
        assert_eq!(form[0], (Label::Organ, vec!["Socialnämnden".to_owned()]));
        assert_eq!(form[1], (Label::MeetingDate, vec!["1993-05-19".to_owned()]));
        assert_eq!(form[2], (Label::Time, vec!["kl 19".to_owned()]));
        assert_eq!(form[3], (Label::Place, vec!["Stora salen".to_owned()]));
    }
}
