//! The meeting's fields, from all that may tell them.

use crate::protocol::Protocol;
use crate::segment::fields::form::blocks::{self, Form};
use crate::segment::fields::meeting::facts;
use crate::segment::fields::meeting::sources::Sources;
use crate::segment::marks::sheet::{Piece, Sheet};
use crate::segment::outline::zone::{Zone, Zones};
use crate::segment::print::flow::Flow;
use crate::segment::words::labels::Label;
use crate::segment::words::sentences;
use crate::segment::words::text::fold;
pub fn read_meeting(sheet: &Sheet, zones: &Zones, form: &Form, protocol: &mut Protocol) {
    let head_rows = zones.rows(|zone| zone == Zone::Head);
    let head_form = blocks::read(sheet, &head_rows);
    let mut all = form.clone();
    // Fields that stand in the running head count once.
    let from_head = head_form
        .blocks
        .iter()
        .filter(|block| matches!(block.label, Label::MeetingDate | Label::Date | Label::MeetingNumber | Label::Organ))
        .take(3)
        .cloned();
    all.blocks.extend(from_head);
    let pieces = |rows: &[usize]| -> Vec<Piece> {
        rows.iter().filter_map(|at| sheet.rows.get(*at)).flat_map(|row| row.pieces.clone()).collect()
    };
    // "Protokoll nr 8" opens the title and not the form.
    let first_label = form.blocks.iter().find(|block| block.label != Label::MeetingNumber);
    let first_label = first_label.map_or(usize::MAX, |block| block.row);
    let first_item = zones.headings.first().map_or(usize::MAX, |heading| heading.row);
    let top_rows: Vec<usize> = (0..sheet.rows.len().min(16))
        .filter(|at| {
            *at < first_item
                && (*at < first_label || zones.of_row[*at] != Zone::Form)
                && !matches!(zones.of_row[*at], Zone::Contents | Zone::Item(_))
        })
        .collect();
    let mut top = pieces(&top_rows);
    let loose = form.loose.iter().filter(|(row, _)| *row < 16 && *row < first_item && !top_rows.contains(row));
    top.extend(loose.map(|(_, piece)| piece.clone()));
    let prose_rows: Vec<usize> = (0..sheet.rows.len().min(14))
        .take_while(|at| *at < first_item && !sentences::is_point(sheet.rows[*at].text()))
        .filter(|at| zones.of_row[*at] == Zone::Form)
        // Stamps stand right of where the lines begin.
        .filter(|at| {
            let row = &sheet.rows[*at];
            let metrics = sheet.metrics_at(row.page);
            row.x0() <= metrics.left + (metrics.right - metrics.left) * 6 / 10
        })
        .collect();
    let mut prose = Flow::default();
    for at in &prose_rows {
        // A field of the form ends the sentence before it.
        if !prose.text.is_empty() && sheet.rows[*at].pieces[0].mark.label_at_start().is_some() {
            prose.glue(".");
        }
        // What stands beside the lines of a title, such as a stamp, is none of its words; an hour filled in is.
        let row = &sheet.rows[*at];
        let is_text = row.pieces[0].text.split_whitespace().count() >= 3;
        let hour_follows = fold(&row.pieces[0].text).ends_with(" kl");
        let n_pieces = if is_text { 1 + usize::from(hour_follows) } else { usize::MAX };
        for piece in row.pieces.iter().take(n_pieces) {
            prose.push_line(sheet.pages, piece.page, piece.span);
        }
    }
    let lines = pieces(&prose_rows);
    let end = zones.headings.len().checked_sub(1).map(|last| {
        let mut flow = Flow::default();
        for piece in pieces(&zones.rows(|zone| zone == Zone::Item(last))) {
            flow.push_line(sheet.pages, piece.page, piece.span);
        }
        flow
    });
    let numbers = protocol
        .items
        .first()
        .zip(protocol.items.last())
        .and_then(|(first, last)| Some((first.number.value?, last.number_last.or(last.number.value)?)));
    let sources = Sources { form: &all, head: pieces(&head_rows), top, lines, prose, end, numbers };
    let kind = protocol.meeting.kind;
    protocol.meeting = facts::meeting(sheet, &sources);
    protocol.meeting.kind = kind;
}
