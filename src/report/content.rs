//! What the report tells, before it is written down.

use crate::batch::manifest::Line;
use crate::batch::record::RunRecord;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// All that the report tells.
pub struct Report {
    pub folder: PathBuf,
    /// Whether the page will lie in the run folder.
    pub is_beside: bool,
    pub record: RunRecord,
    pub lines: Vec<Line>,
    /// Documents with warnings of each kind: code, warnings, files.
    pub warnings: BTreeMap<String, (usize, usize)>,
    pub to_review: Vec<Doubtful>,
    pub sample: Vec<Sampled>,
    pub seed: String,
}

/// A document with places that a person should look at.
pub struct Doubtful {
    pub line: Line,
    pub document_path: String,
    pub n_places: usize,
    pub places: Vec<Place>,
}

pub struct Place {
    pub field: String,
    pub reason: String,
    pub confidence: f64,
    pub page: Option<u32>,
    /// What the document says there; none for what is no plain value.
    pub value: Option<String>,
    /// A PNG.
    pub picture: Option<Vec<u8>>,
}

pub struct Sampled {
    pub line: Line,
    pub document_path: String,
    /// What a person compares: label and value.
    pub facts: Vec<(&'static str, String)>,
}
