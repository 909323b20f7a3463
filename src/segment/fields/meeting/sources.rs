//! What the meeting's fields are read from: the form, running heads, the title in prose, the last item.

use crate::segment::fields::form::blocks::{Block, Form};
use crate::segment::fields::meeting::heading::Title;
use crate::segment::fields::meeting::hours::Hour;
use crate::segment::marks::sheet::{Piece, Sheet};
use crate::segment::print::flow::Flow;

/// What the meeting's fields are read from.
pub struct Sources<'a> {
    pub form: &'a Form,
    /// Pieces of running heads, first page first.
    pub head: Vec<Piece>,
    /// Rows at the top of the first page before any label.
    pub top: Vec<Piece>,
    /// The first rows, whatever label stands above them.
    pub lines: Vec<Piece>,
    /// The titles of the first page.
    pub titles: Vec<Title>,
    /// The front page's running text, for titles in prose.
    pub prose: Flow,
    /// The last item's text, where the end of the meeting may be told.
    pub end: Option<Flow>,
    /// Days that stand by themselves near the title.
    pub lone_days: Vec<Piece>,
    /// The sentences that tell when the meeting was opened and closed.
    pub opened: Option<Hour>,
    pub closed: Option<Hour>,
    pub numbers: Option<(u32, u32)>,
}

pub fn flow_of(sheet: &Sheet, block: &Block) -> Flow {
    sheet.flow_of_pieces(block.pieces())
}
