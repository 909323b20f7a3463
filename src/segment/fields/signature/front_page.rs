//! The rows of the front page that hold signatures.

use crate::segment::fields::form::blocks::{self, Form};
use crate::segment::marks::sheet::{Piece, Sheet};
use crate::segment::words::labels::{self, Label};
use crate::segment::words::names;
/// The rows of the front page that hold signatures: from "Underskrifter", or from the first role after
/// the lists.
pub fn signature_rows(sheet: &Sheet, form: &Form) -> Vec<usize> {
    let is_role = |label: Label| matches!(label, Label::Secretary | Label::Chair | Label::Adjuster | Label::AtProtocol);
    let roles = form.blocks.iter().filter(|block| is_role(block.label)).count();
    // A roll may be called on a page after the signatures.
    let after_lists = |row: usize| {
        let lists = form.blocks.iter().filter(|block| block.label.is_list());
        lists.filter(|list| sheet.rows[list.row].page == sheet.rows[row].page).all(|list| list.row < row)
    };
    // "Underskrift" among a notice's fields is whose who posted it.
    let of_notice = |block: &blocks::Block| {
        let posted = |other: &blocks::Block| {
            matches!(other.label, Label::Posted | Label::Removed | Label::KeptAt | Label::Notice)
                && other.row <= block.row
                && sheet.rows[other.row].page == sheet.rows[block.row].page
        };
        form.blocks.iter().any(posted)
    };
    let headed = form.with(Label::Signatures).find(|block| !of_notice(block)).map(|block| block.row);
    let start = headed.or_else(|| {
        let mut after = form.blocks.iter().filter(|block| is_role(block.label) && after_lists(block.row));
        let first = after.next()?;
        // Ink may hide the other roles of a row, where the names below are readable.
        let in_row =
            |(_, pieces): &(usize, Vec<Piece>)| pieces.iter().filter(|piece| piece.mark.is_name_line()).count() >= 2;
        (roles >= 2 || first.values.iter().any(in_row)).then_some(first.row)
    });
    // "Sekreterare Bo Ek" and "Ordförande Eva Ros", each under its line for ink.
    let in_one = || {
        let rows: Vec<usize> = form.blocks.iter().flat_map(|block| block.values.iter().map(|(row, _)| *row)).collect();
        let signs = |row: &usize| sheet.rows[*row].pieces.iter().filter(|piece| is_role_and_name(&piece.text)).count();
        let rows: Vec<usize> = rows.into_iter().filter(|row| after_lists(*row) && signs(row) > 0).collect();
        (rows.iter().map(signs).sum::<usize>() >= 2).then(|| rows.iter().copied().min()).flatten()
    };
    let start = start.or_else(in_one);
    let Some(start) = start else { return Vec::new() };
    // "Sekreterare: Bo Ek" in the head of the first page tells who wrote, and is no signature.
    let row = &sheet.rows[start];
    let is_drawn =
        sheet.rows[start..].iter().take(8).any(|row| row.text().contains("....") || row.text().contains("____"));
    let in_head = row.page == 0 && start < 4 && row.bbox.y0 * 3 < sheet.metrics_at(row.page).height;
    if headed.is_none() && in_head && !is_drawn && row.text().contains(':') {
        return Vec::new();
    }
    // The names may stand over the roles, but not over the word that heads them all.
    let labelled = |row: usize| form.blocks.iter().any(|block| block.row == row);
    let above = (start.saturating_sub(4)..start).rev().take_while(|row| {
        sheet.rows[*row].page == sheet.rows[start].page
            && !labelled(*row)
            && sheet.rows[*row].text().split_whitespace().count() <= 12
    });
    let names_only = |row: &usize| {
        sheet.rows[*row].pieces.iter().filter(|piece| piece.mark.is_name_line()).count() >= 1
            && sheet.rows[*row].pieces.iter().all(|piece| piece.text.split_whitespace().count() <= 4)
    };
    // Names over two roles at least are no list.
    let heads: Vec<&Piece> = form
        .blocks
        .iter()
        .filter(|block| block.row == start && is_role(block.label))
        .flat_map(|block| &block.head)
        .collect();
    let under = |piece: &&Piece| {
        let near = 4 * sheet.metrics_at(piece.page).size;
        piece.mark.is_name_line() && heads.iter().any(|head| (head.bbox.x0 - piece.bbox.x0).abs() <= near)
    };
    let of_list = |row: usize| {
        sheet.gap_above(row).is_none_or(|gap| gap < 1.3) && sheet.rows[row].pieces.iter().filter(under).count() < 2
    };
    let above = above.take(if headed.is_some() { 0 } else { 2 });
    let start = above.filter(names_only).filter(|row| !of_list(*row)).last().unwrap_or(start);
    // Another field of the form ends the signatures, except what stands beside them.
    let end = form
        .blocks
        .iter()
        .filter(|block| {
            block.row > start
                && (block.label.is_list()
                    || matches!(
                        block.label,
                        Label::Notice | Label::Contents | Label::PlaceTime | Label::Posted | Label::Removed
                    ))
        })
        .map(|block| block.row)
        .min()
        .unwrap_or(usize::MAX);
    let mut rows: Vec<usize> = form
        .blocks
        .iter()
        .flat_map(|block| std::iter::once(block.row).chain(block.values.iter().map(|(row, _)| *row)))
        .chain(form.loose.iter().map(|(row, _)| *row))
        .filter(|row| (start..end).contains(row))
        .collect();
    rows.sort_unstable();
    rows.dedup();
    rows.retain(|row| sheet.rows.get(*row).is_some());
    // The next page belongs to them only where it goes on with them.
    let goes_on = |row: usize| {
        sheet.rows[row]
            .pieces
            .iter()
            .any(|piece| piece.mark.is_name_line() || piece.mark.bare_label().is_some_and(|(label, _)| is_role(label)))
    };
    let pages = |at: usize| sheet.rows[rows[at]].page != sheet.rows[rows[at - 1]].page;
    let end = (1..rows.len()).find(|at| pages(*at) && !goes_on(rows[*at])).unwrap_or(rows.len());
    rows.truncate(end);
    rows
}

/// "Sekreterare Viktor Ek": the words of one who signs and the name, with nothing between.
pub fn is_role_and_name(text: &str) -> bool {
    let Some((role, name)) = text.trim().split_once(' ') else { return false };
    names::is_name_line(name) && labels::label_of(role).is_some_and(Label::is_role) && labels::label_of(name).is_none()
}
