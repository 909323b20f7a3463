//! A run of headings that may be the items of a document.

use crate::segment::marks::numbers::Heading;

/// Headings that follow each other.
#[derive(Clone, Debug, Default)]
pub struct Run {
    pub headings: Vec<Heading>,
    /// The one that rises best by itself.
    pub rises_best: bool,
    /// A column that mixes two forms.
    pub is_mixed: bool,
}

impl Run {
    pub fn rows(&self) -> impl Iterator<Item = usize> {
        self.headings.iter().map(|heading| heading.row)
    }
}
