//! What a run hands over of a file, before it is written.

use super::manifest::{FileStatus, PartRecord};
use crate::emit::wire;
use crate::input::Encoding;
use std::path::PathBuf;

/// What became of a file.
#[derive(Clone, Debug)]
pub struct FileOutcome {
    /// Its place among the files of the run, from 0.
    pub idx: usize,
    pub name: String,
    pub path: PathBuf,
    /// None where not even its bytes could be read.
    pub bytes: Option<u64>,
    pub sha256: Option<String>,
    /// In what a text file is written.
    pub encoding: Option<Encoding>,
    pub status: FileStatus,
    pub documents: Vec<wire::Document>,
    /// Its pages as they were read, as a file holds them: see [`super::kept`]. None where nothing keeps them.
    pub kept: Option<Vec<u8>>,
    /// Which reading gave its pages; none where several did.
    pub reading_sha256: Option<String>,
    pub n_read: u32,
    pub n_lost: u32,
    pub configuration_sha256: String,
    /// Of the overrides that were applied.
    pub overrides_sha256: Option<String>,
    /// From its opening to its last page, with what other files took in between.
    pub seconds: f64,
    /// Why it failed, or why the first lost page was lost.
    pub reason: Option<String>,
    pub is_engine_missing: bool,
    /// The files that it is joined of; empty for a file that is one.
    pub parts: Vec<PartRecord>,
}

impl FileOutcome {
    pub fn n_warnings(&self) -> usize {
        self.documents.iter().map(|document| document.warnings.len()).sum()
    }

    pub(super) fn failed(self, reason: String) -> FileOutcome {
        FileOutcome { status: FileStatus::Failed, documents: Vec::new(), kept: None, reason: Some(reason), ..self }
    }
}
