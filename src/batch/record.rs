//! `run.json`: what was run, with what, when, and what came of it. Written when a run begins, so that one
//! that never ended is known by its missing end, and again when it ends.

use super::manifest::{FileStatus, Manifest, OutputKind};
use crate::error::{Error, Result};
use crate::reader::path;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub const FILE_NAME: &str = "run.json";

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RunRecord {
    pub id: String,
    pub name: String,
    pub version: String,
    /// As they were named, made absolute.
    #[serde(serialize_with = "write_paths", deserialize_with = "read_paths")]
    pub inputs: Vec<PathBuf>,
    /// Every setting that can change the documents.
    pub configuration: BTreeMap<String, String>,
    pub configuration_sha256: String,
    pub engine: EngineRecord,
    pub lexicon: LexiconRecord,
    pub jobs: usize,
    pub start: String,
    /// None while the run goes on, and for ever where it was killed.
    pub end: Option<String>,
    pub how: How,
    pub seconds: f64,
    /// Files and pages that this run read.
    pub this_run: Totals,
    /// What all runs that filled the folder read, those that were killed left out.
    pub all_runs: Effort,
    /// All that the manifest holds.
    pub totals: Totals,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    #[default]
    Unfinished,
    Finished,
    /// By a signal.
    Stopped,
    /// By `--max-failures`.
    TooManyFailures,
    /// The output could not be written.
    OutputFailed,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Effort {
    pub runs: usize,
    pub seconds: f64,
    pub pages: u64,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct EngineRecord {
    pub name: String,
    pub version: Option<String>,
    pub model: String,
    /// None where the model is missing.
    pub model_sha256: Option<String>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LexiconRecord {
    pub version: String,
    pub sha256: String,
}

#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Totals {
    pub files: usize,
    pub complete: usize,
    pub partial: usize,
    pub failed: usize,
    pub skipped: usize,
    pub documents: usize,
    pub pages_read: u64,
    pub pages_lost: u64,
    pub warnings: usize,
    pub to_review: usize,
}

impl Totals {
    pub fn of(manifest: &Manifest) -> Totals {
        let mut totals = Totals::default();
        for line in &manifest.lines {
            let n_documents = line.outputs.iter().filter(|output| output.kind == OutputKind::Document).count();
            totals.count(line.status, n_documents, (line.pages_read, line.pages_lost));
            totals.warnings += line.warnings.values().sum::<usize>();
            totals.to_review += line.to_review;
        }
        totals
    }

    pub fn count(&mut self, status: FileStatus, n_documents: usize, (n_read, n_lost): (u32, u32)) {
        self.files += 1;
        match status {
            FileStatus::Complete => self.complete += 1,
            FileStatus::Partial => self.partial += 1,
            FileStatus::Failed => self.failed += 1,
            FileStatus::Skipped => self.skipped += 1,
        }
        self.documents += n_documents;
        self.pages_read += u64::from(n_read);
        self.pages_lost += u64::from(n_lost);
    }
}

impl RunRecord {
    /// Ends the record of a run that took so long.
    pub fn end(&mut self, how: How, seconds: f64, this_run: Totals) {
        self.how = how;
        self.end = Some(now());
        self.seconds = (seconds * 1000.0).round() / 1000.0;
        self.all_runs.runs += 1;
        self.all_runs.seconds += self.seconds;
        self.all_runs.pages += this_run.pages_read + this_run.pages_lost;
        self.this_run = this_run;
    }

    pub fn load(folder: &Path) -> Result<RunRecord> {
        let path = folder.join(FILE_NAME);
        let bytes = std::fs::read(&path).map_err(|error| Error::io(&path, error))?;
        serde_json::from_slice(&bytes).map_err(|error| Error::Input(format!("{}: {error}", path.display())))
    }
}

/// A name that no other run has: the time, and something that differs between two of the same second.
pub fn new_id() -> String {
    use std::hash::{BuildHasher, RandomState};
    let drawn = RandomState::new().hash_one(std::process::id());
    format!("{}-{:06x}", jiff::Timestamp::now().strftime("%Y%m%dT%H%M%SZ"), drawn & 0xff_ffff)
}

/// Now, to the second, in UTC.
pub fn now() -> String {
    jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

fn write_paths<S: Serializer>(paths: &[PathBuf], serializer: S) -> std::result::Result<S::Ok, S::Error> {
    serializer.collect_seq(paths.iter().map(|path| path::to_text(path)))
}

fn read_paths<'de, D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Vec<PathBuf>, D::Error> {
    Vec::<String>::deserialize(deserializer).map(|paths| paths.iter().map(|text| path::from_text(text)).collect())
}
