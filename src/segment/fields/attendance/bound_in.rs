//! A list of attendance that is bound in after the minutes.

use crate::segment::fields::form::blocks::{self, Form};
use crate::segment::marks::sheet::Sheet;
use crate::segment::outline::zone::{Zone, Zones};
use crate::segment::words::labels::{self, Label};
/// A list of attendance that is bound in with nothing but its title: what stands on its page below it.
pub fn bound_in_list(sheet: &Sheet, zones: &Zones) -> Form {
    let rows = zones.rows(|zone| zone == Zone::Annex);
    let title = rows.iter().copied().find(|at| labels::is_attendance_list(sheet.rows[*at].text()));
    let Some(title) = title else { return Form::default() };
    let below = rows.iter().copied().filter(|at| *at > title && sheet.rows[*at].page == sheet.rows[title].page);
    let values = below.map(|at| (at, sheet.rows[at].pieces.clone())).collect();
    let head = sheet.rows[title].pieces.clone();
    let block = blocks::Block { label: Label::Present, head, values, row: title, inline: false };
    Form { blocks: vec![block], loose: Vec::new() }
}
