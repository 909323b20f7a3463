//! How likely each candidate of each token of a text is.

/// The probability of each candidate of each token, one after the other: most tokens have one, and a document has
/// a million tokens.
#[derive(Default)]
pub struct Weights {
    all: Vec<f64>,
    /// Where each token's end.
    ends: Vec<usize>,
}

/// The likeliest of a token's candidates, and its probability.
pub fn likeliest(p: &[f64]) -> Option<(usize, f64)> {
    p.iter().copied().enumerate().max_by(|a, b| a.1.total_cmp(&b.1))
}

impl Weights {
    pub fn push(&mut self, p: &[f64]) {
        self.all.extend_from_slice(p);
        self.ends.push(self.all.len());
    }

    pub fn push_certain(&mut self, n_candidates: usize) {
        self.all.extend(std::iter::repeat_n(1.0, n_candidates));
        self.ends.push(self.all.len());
    }

    pub fn iter(&self) -> impl Iterator<Item = &[f64]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| &self.all[start..*end])
    }

    /// Those of one token.
    pub fn of_mut(&mut self, token: usize) -> &mut [f64] {
        let start = token.checked_sub(1).map_or(0, |before| self.ends[before]);
        &mut self.all[start..self.ends[token]]
    }
}
