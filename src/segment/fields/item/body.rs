//! The rows of an item's text, and the paragraphs they make.

use crate::protocol::SectionKind;
use crate::segment::marks::sheet::Piece;
use crate::segment::print::flow::Flow;
use crate::segment::words::text::squeeze;

/// A row's pieces, or the part of them that is left of it.
pub struct BodyRow {
    pub row: usize,
    pub pieces: Vec<Piece>,
}

/// Rows of the sheet as they are.
#[cfg(test)]
pub fn whole_row(at: usize, row: &crate::segment::marks::sheet::Row) -> BodyRow {
    BodyRow { row: at, pieces: row.pieces.clone() }
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub enum ParagraphKind {
    Text,
    Heading(SectionKind),
    /// A row of a table, cells divided by tabs.
    Cells,
}

#[derive(Clone, Debug)]
pub struct Paragraph {
    pub kind: ParagraphKind,
    pub flow: Flow,
    pub row: usize,
    /// Set as a heading is, over text that is not, with words that no section is known by.
    pub is_set: bool,
}

impl Paragraph {
    pub fn new(kind: ParagraphKind, flow: Flow, row: usize) -> Paragraph {
        Paragraph { kind, flow, row, is_set: false }
    }

    pub fn text(&self) -> String {
        let parts: Vec<String> = self.flow.text.split('\t').map(squeeze).collect();
        parts.join("\t")
    }
}
