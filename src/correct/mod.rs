//! Correction: text as read in, edits out. Pure: no files, no clock, no panic on any input.

pub mod lexicon;

pub use lexicon::Lexicon;

use crate::page::OcrPage;
use crate::text::Edit;

/// What a caller can set.
#[derive(Clone, Debug)]
pub struct Options {
    /// Edits below this probability are suggested, not applied; 0–1.
    pub confidence: f32,
}

impl Default for Options {
    fn default() -> Self {
        Options { confidence: 0.9 }
    }
}

/// The edits of each page. The pages of a document are corrected together: they teach each other.
pub fn correct(_lexicon: &Lexicon, _options: &Options, pages: &[OcrPage]) -> Vec<Vec<Edit>> {
    pages.iter().map(|_| Vec::new()).collect()
}

/// The edits of a text that someone else recognised.
pub fn correct_text(lexicon: &Lexicon, options: &Options, text: &str) -> Vec<Edit> {
    correct(lexicon, options, &[OcrPage::from_text(1, text)]).into_iter().next().unwrap_or_default()
}
