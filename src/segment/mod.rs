//! Segmentation: corrected pages in, what the protocol says out. Pure: no files, no clock, no panic on any input.

use crate::correct::Lexicon;
use crate::error::Warning;
use crate::page::CorrectedPage;
use crate::protocol::{Protocol, ReviewNote};

/// One protocol of a file: most files hold one.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Part {
    pub protocol: Protocol,
    pub warnings: Vec<Warning>,
    pub review: Vec<ReviewNote>,
}

/// The protocols of a document, in page order; never empty for a document with pages.
pub fn segment(_lexicon: &Lexicon, _pages: &[CorrectedPage]) -> Vec<Part> {
    vec![Part::default()]
}
