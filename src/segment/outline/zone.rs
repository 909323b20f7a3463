//! What part of the document a row belongs to.

use crate::segment::marks::numbers::Heading;
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Zone {
    /// Running head.
    Head,
    /// Running foot: signature boxes, page numbers.
    Foot,
    /// The front page and other forms before the items, lists of persons included.
    Form,
    Contents,
    /// Index into the headings.
    Item(usize),
    /// Names under "Vid protokollet" and "Justeras" after the items.
    Signatures,
    Notice,
    /// What is bound in after the signatures.
    Annex,
    Unassigned,
}

#[derive(Clone, Debug, Default)]
pub struct Zones {
    pub of_row: Vec<Zone>,
    pub headings: Vec<Heading>,
    /// How much more speaks for these headings than for any run of others.
    pub margin: f32,
}

impl Zones {
    pub fn rows(&self, wanted: impl Fn(Zone) -> bool) -> Vec<usize> {
        self.of_row.iter().enumerate().filter(|(_, zone)| wanted(**zone)).map(|(row, _)| row).collect()
    }

    /// The rows of each item.
    pub fn rows_of_items(&self) -> Vec<Vec<usize>> {
        let mut out = vec![Vec::new(); self.headings.len()];
        for (row, zone) in self.of_row.iter().enumerate() {
            if let Zone::Item(index) = zone
                && let Some(rows) = out.get_mut(*index)
            {
                rows.push(row);
            }
        }
        out
    }
}
