//! Scores of documents, each by itself and all together.

use super::field_scores::FieldScores;
use super::reliability::Reliability;
use super::text_scores::TextScores;
use serde::Serialize;

/// All cases together, and each by itself.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct Report {
    pub cases: usize,
    /// Cases without output.
    pub missing: Vec<String>,
    pub text: TextScores,
    pub fields: FieldScores,
    pub reliability: Reliability,
    pub by_case: Vec<CaseScores>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct CaseScores {
    pub case: String,
    pub text: TextScores,
    pub fields: FieldScores,
    pub reliability: Reliability,
}

impl Report {
    pub(super) fn push(&mut self, scores: CaseScores) {
        self.cases += 1;
        self.text.add(&scores.text);
        self.fields.add(&scores.fields);
        self.reliability.add(&scores.reliability);
        self.by_case.push(scores);
    }
}
