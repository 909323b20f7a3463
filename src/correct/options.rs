//! Settings of correction.

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
