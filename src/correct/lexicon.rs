//! The words, names and places that the corrector and the segmentation know.

/// The lexicon that is built into the program.
#[derive(Debug, Default)]
pub struct Lexicon {}

impl Lexicon {
    /// The lexicon of `dictionaries/`, packed at compile time.
    pub fn builtin() -> Self {
        Lexicon {}
    }
}
