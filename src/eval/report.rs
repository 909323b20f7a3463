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
    /// Names of persons whom the gold does not have, each after its case.
    pub invented_persons: Vec<String>,
    pub by_case: Vec<CaseScores>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct CaseScores {
    pub case: String,
    pub text: TextScores,
    pub fields: FieldScores,
    pub reliability: Reliability,
    /// Names of persons whom the gold does not have: see [`super::invented_persons`].
    pub invented_persons: Vec<String>,
}

impl Report {
    /// Adds a case.
    pub fn add(&mut self, scores: CaseScores) {
        self.cases += 1;
        self.text.add(&scores.text);
        self.fields.add(&scores.fields);
        self.reliability.add(&scores.reliability);
        let invented = scores.invented_persons.iter().map(|name| format!("{}: {name}", scores.case));
        self.invented_persons.extend(invented);
        self.by_case.push(scores);
    }
}
