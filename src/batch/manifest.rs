//! The manifest: one line of JSON for each input, appended and synced as the run goes.
//!
//! A line is written when all that it names is on the disk, so that a manifest is true after any crash.
//! An input that was read again has its newest line last; when a run ends, the manifest is written anew
//! with one line for each input. No text of a page comes into it: protocols name people.

use crate::error::{Error, Result};
use crate::reader::path;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileStatus {
    Complete,
    /// Something of it was lost; a warning says what.
    Partial,
    /// It could not be read at all.
    Failed,
    /// It is of a kind that is not read; the reason says what to do.
    Skipped,
}

impl FileStatus {
    /// As it stands in the manifest.
    pub fn as_str(self) -> &'static str {
        match self {
            FileStatus::Complete => "complete",
            FileStatus::Partial => "partial",
            FileStatus::Failed => "failed",
            FileStatus::Skipped => "skipped",
        }
    }
}

/// What became of an input.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Line {
    /// The id of the run that wrote it: see `run.json`.
    pub run: String,
    /// Relative to the input that was named.
    pub input: String,
    /// Where it lay.
    #[serde(with = "path")]
    pub path: PathBuf,
    /// None where it could not be read at all.
    pub bytes: Option<u64>,
    pub sha256: Option<String>,
    /// In what a text file is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    pub status: FileStatus,
    pub outputs: Vec<Output>,
    pub pages_read: u32,
    pub pages_lost: u32,
    /// How many of each kind.
    pub warnings: BTreeMap<String, usize>,
    /// Values that a person should look at.
    pub to_review: usize,
    /// Of every setting that can change the documents, the program's version included.
    pub configuration_sha256: String,
    /// Of all that decides what is read off a page; none where its pages are of several readings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading_sha256: Option<String>,
    /// Of the files with what people decided about the documents; none where there are none.
    pub overrides_sha256: Option<String>,
    pub finished: String,
    pub seconds: f64,
    /// Why it failed, or why pages were lost.
    pub reason: Option<String>,
    /// The files that it is joined of (`--join`), in their order; `sha256` is then that of their hashes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<PartRecord>,
}

/// A file that is one part of an input.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PartRecord {
    /// Relative to the input that was named.
    pub input: String,
    #[serde(with = "path")]
    pub path: PathBuf,
    pub bytes: Option<u64>,
    pub sha256: Option<String>,
    /// None where it was not opened.
    pub pages: Option<u32>,
}

/// A file that was written for an input.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Output {
    pub kind: OutputKind,
    /// Below the run folder.
    pub path: String,
    pub sha256: String,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutputKind {
    Document,
    /// The pages as they were read.
    Pages,
    Text,
    MaskedDocument,
    MaskedText,
    MaskList,
}

/// The lines of a manifest, the newest of each input, in the order in which the inputs came first.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Manifest {
    pub lines: Vec<Line>,
    /// Lines that are none, by their number: the last one may be torn by a crash.
    pub broken: Vec<usize>,
    /// Files that older lines name and newer ones do not.
    pub superseded: Vec<String>,
}

pub const FILE_NAME: &str = "manifest.jsonl";

impl Manifest {
    /// The manifest of a run folder; an empty one where there is none.
    pub fn load(folder: &Path) -> Result<Manifest> {
        let path = folder.join(FILE_NAME);
        match std::fs::read(&path) {
            Ok(bytes) => Ok(Manifest::parse(&bytes)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Manifest::default()),
            Err(error) => Err(Error::io(path, error)),
        }
    }

    pub fn parse(bytes: &[u8]) -> Manifest {
        let mut manifest = Manifest::default();
        let mut place: BTreeMap<String, usize> = BTreeMap::new();
        let mut older = Vec::new();
        for (at, bytes) in bytes.split(|byte| *byte == b'\n').enumerate() {
            if bytes.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            let Ok(line) = serde_json::from_slice::<Line>(bytes) else {
                manifest.broken.push(at + 1);
                continue;
            };
            match place.get(&line.input) {
                Some(&at) => older.push(std::mem::replace(&mut manifest.lines[at], line)),
                None => {
                    place.insert(line.input.clone(), manifest.lines.len());
                    manifest.lines.push(line);
                }
            }
        }
        let named: std::collections::BTreeSet<&str> = manifest.outputs().map(|output| output.path.as_str()).collect();
        let mut superseded: Vec<String> = older
            .into_iter()
            .flat_map(|line| line.outputs)
            .map(|output| output.path)
            .filter(|path| !named.contains(path.as_str()))
            .collect();
        superseded.sort();
        superseded.dedup();
        manifest.superseded = superseded;
        manifest
    }

    pub fn get(&self, input: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.input == input)
    }

    pub fn outputs(&self) -> impl Iterator<Item = &Output> {
        self.lines.iter().flat_map(|line| &line.outputs)
    }

    /// Puts the lines of these inputs first, in this order.
    pub fn sort_by<'a>(&mut self, inputs: impl Iterator<Item = &'a str>) {
        let place: BTreeMap<&str, usize> = inputs.enumerate().map(|(at, input)| (input, at)).collect();
        self.lines.sort_by_key(|line| place.get(line.input.as_str()).copied().unwrap_or(usize::MAX));
    }

    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        self.lines.iter().try_fold(Vec::new(), |mut bytes, line| {
            bytes.extend(line.to_bytes()?);
            Ok(bytes)
        })
    }
}

impl Line {
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        let mut bytes = serde_json::to_vec(self).map_err(|error| Error::Engine(error.to_string()))?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    pub fn line(input: &str, outputs: &[&str]) -> Line {
        let output =
            |path: &&str| Output { kind: OutputKind::Document, path: (*path).to_owned(), sha256: "0".repeat(64) };
        Line {
            run: "r1".into(),
            input: input.into(),
            path: Path::new("/archive").join(input),
            bytes: Some(1),
            sha256: Some("a".repeat(64)),
            encoding: None,
            status: FileStatus::Complete,
            outputs: outputs.iter().map(output).collect(),
            pages_read: 1,
            pages_lost: 0,
            warnings: BTreeMap::new(),
            to_review: 0,
            configuration_sha256: "c".repeat(64),
            reading_sha256: None,
            overrides_sha256: None,
            finished: "2026-11-24T10:00:00Z".into(),
            seconds: 1.0,
            reason: None,
            parts: Vec::new(),
        }
    }

    #[test]
    fn the_newest_line_counts_and_a_torn_one_does_not() {
        let lines = [
            line("a", &["documents/a.json", "documents/a.part2.json"]),
            line("b", &[]),
            line("a", &["documents/a.json"]),
        ];
        let mut bytes: Vec<u8> = lines.iter().flat_map(|line| line.to_bytes().unwrap()).collect();
        bytes.extend(b"{\"run\":\"r1\",\"inp");
        let manifest = Manifest::parse(&bytes);
        let inputs: Vec<&str> = manifest.lines.iter().map(|line| line.input.as_str()).collect();
        assert_eq!(inputs, ["a", "b"]);
        assert_eq!((manifest.lines[0].outputs.len(), &manifest.broken[..]), (1, &[4][..]));
        assert_eq!(manifest.superseded, ["documents/a.part2.json"]);
        assert!(Manifest::parse(b"").lines.is_empty());
    }
}
