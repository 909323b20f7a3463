//! A run folder as exporters see it: its documents and its pages, an input at a time.

use crate::batch::index::{Index, Place};
use crate::batch::kept::{self, KeptFile, KeptPage};
use crate::batch::manifest::{self, Line, Output, OutputKind};
use crate::batch::record::RunRecord;
use crate::emit::{self, wire};
use crate::error::{Error, Result};
use crate::hash;
use crate::naming::is_below;
use crate::page::OcrPage;
use sha2::{Digest, Sha256};
use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};

/// A run folder.
pub struct Run {
    folder: PathBuf,
    is_masked: bool,
    /// The inputs that have documents.
    lines: Index,
    /// When the last of them was done, and the id of the run that did it.
    last: (String, String),
    /// Of the last run; none where it cannot be read.
    pub record: Option<RunRecord>,
    /// Where the inputs lie now, if they were moved.
    inputs: Option<PathBuf>,
}

/// An input and what the run made of it.
pub struct Entry<'r> {
    pub run: &'r Run,
    pub line: &'r Line,
    /// A document for each protocol in it, in their order.
    pub documents: Vec<wire::Document>,
}

impl Run {
    /// Opens a run folder, its full or its masked edition. Inputs that have no document of it are left out.
    pub fn open(folder: &Path, is_masked: bool, inputs: Option<&Path>) -> Result<Run> {
        if !folder.join(manifest::FILE_NAME).is_file() {
            return Err(Error::Usage(format!("{} is no run folder: it holds no manifest.jsonl", folder.display())));
        }
        let kind = document_kind(is_masked);
        let mut last = (String::new(), String::new());
        let lines = Index::open(folder, |line| {
            let has_documents = line.outputs.iter().any(|output| output.kind == kind);
            if has_documents && line.finished > last.0 {
                last = (line.finished.clone(), line.run.clone());
            }
            has_documents
        })?;
        if lines.places().is_empty() && is_masked {
            return Err(Error::Usage(format!(
                "{} holds no masked edition; run extract with --mask first",
                folder.display()
            )));
        }
        Ok(Run {
            folder: folder.to_owned(),
            is_masked,
            lines,
            last,
            record: RunRecord::load(folder).ok(),
            inputs: inputs.map(Path::to_owned),
        })
    }

    /// The same without some inputs.
    pub fn without(&self, inputs: &BTreeSet<&str>) -> Result<Run> {
        Ok(Run {
            folder: self.folder.clone(),
            is_masked: self.is_masked,
            lines: self.lines.only(|line| !inputs.contains(line.input.as_str()))?,
            last: self.last.clone(),
            record: self.record.clone(),
            inputs: self.inputs.clone(),
        })
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether it is the masked edition, in which personal numbers are covered.
    pub fn is_masked(&self) -> bool {
        self.is_masked
    }

    /// How many inputs the manifest names, those without documents too.
    pub fn n_inputs(&self) -> usize {
        self.lines.n_inputs()
    }

    /// The id of the run that filled the folder, the last one.
    pub fn id(&self) -> &str {
        self.record.as_ref().map_or(&self.last.1, |record| &record.id)
    }

    /// When that run ended, in UTC: what is exported is dated by it, so that it is the same each time.
    pub fn ended(&self) -> String {
        let record = self.record.as_ref();
        let told = record.map(|record| record.end.as_ref().unwrap_or(&record.start)).into_iter();
        told.chain([&self.last.0]).find_map(|text| timestamp(text)).unwrap_or_else(|| "1970-01-01T00:00:00Z".to_owned())
    }

    /// Where the manifest tells of the inputs that have documents, in its order.
    pub fn places(&self) -> &[Place] {
        self.lines.places()
    }

    /// What it tells of one of them.
    pub fn line(&self, place: &Place) -> Result<Line> {
        self.lines.line(place)
    }

    /// What it tells of them, one after the other.
    pub fn lines(&self) -> impl Iterator<Item = Result<Line>> + '_ {
        self.lines.lines()
    }

    /// Their names.
    pub fn inputs(&self) -> Result<HashSet<String>> {
        self.lines().map(|line| Ok(line?.input)).collect()
    }

    /// The files of an input's documents, in their order.
    pub fn outputs<'l>(&self, line: &'l Line) -> impl Iterator<Item = &'l Output> + use<'l> {
        let kind = document_kind(self.is_masked);
        line.outputs.iter().filter(move |output| output.kind == kind)
    }

    /// What the run made of an input. It fails where that is not as it was written.
    pub fn entry<'r>(&'r self, line: &'r Line) -> Result<Entry<'r>> {
        let documents = self.outputs(line).map(|output| {
            let bytes = self.bytes(&output.path, &output.sha256)?;
            let text = String::from_utf8(bytes).map_err(|_| not_as_written(&output.path))?;
            emit::read(&text).map_err(|_| not_as_written(&output.path))
        });
        Ok(Entry { run: self, line, documents: documents.collect::<Result<_>>()? })
    }

    /// An output that is as it was written. Only below the folder: a manifest may come from anyone.
    fn bytes(&self, path: &str, sha256: &str) -> Result<Vec<u8>> {
        if !is_below(path) {
            return Err(not_as_written(path));
        }
        let bytes = std::fs::read(self.folder.join(path)).map_err(|error| Error::Input(format!("{path}: {error}")))?;
        let is_same = hash::hex(&Sha256::digest(&bytes)) == sha256;
        if is_same { Ok(bytes) } else { Err(not_as_written(path)) }
    }
}

impl Entry<'_> {
    /// The pages as they were read, in the order of the file.
    pub fn pages(&self) -> Result<Vec<OcrPage>> {
        Ok(self.kept_pages()?.into_iter().map(|kept| kept.read.page).collect())
    }

    /// The same with what is known of the reading.
    pub fn kept_pages(&self) -> Result<Vec<KeptPage>> {
        let Some(output) = self.line.outputs.iter().find(|output| output.kind == OutputKind::Pages) else {
            return Err(Error::Input("its pages were not kept; run extract again".into()));
        };
        let bytes = self.run.bytes(&output.path, &output.sha256)?;
        let kept = KeptFile::from_bytes(&bytes)
            .map_err(|error| Error::Input(format!("{}: {error}", kept::path_of(&self.line.input))))?;
        Ok(kept.pages)
    }

    /// Where its files lie: one, or those that it is joined of, each with its SHA-256 as it was read.
    pub fn originals(&self) -> Vec<(PathBuf, Option<&str>)> {
        let moved = |name: &str, path: &Path| match &self.run.inputs {
            Some(inputs) if inputs.is_dir() => inputs.join(name),
            Some(inputs) => inputs.clone(),
            None => path.to_owned(),
        };
        if self.line.parts.is_empty() {
            return vec![(moved(&self.line.input, &self.line.path), self.line.sha256.as_deref())];
        }
        let parts = self.line.parts.iter();
        parts.map(|part| (moved(&part.input, &part.path), part.sha256.as_deref())).collect()
    }

    /// The bytes of its files. It fails where one is gone or is not what was read.
    pub fn original_bytes(&self) -> Result<Vec<Vec<u8>>> {
        let read = |(path, sha256): (PathBuf, Option<&str>)| {
            let bytes = std::fs::read(&path).map_err(|error| unread_original(&path, &error))?;
            match sha256 {
                Some(sha256) if sha256 != hash::hex(&Sha256::digest(&bytes)) => Err(changed_original(&path)),
                _ => Ok(bytes),
            }
        };
        self.originals().into_iter().map(read).collect()
    }
}

/// A moment as it is written everywhere; none where the text tells none.
pub fn timestamp(text: &str) -> Option<String> {
    text.parse::<jiff::Timestamp>().ok().map(|time| time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
}

/// Why an original cannot be taken.
pub fn unread_original(path: &Path, error: &std::io::Error) -> Error {
    about_original(path, &format!("cannot be read: {error}"))
}

pub fn changed_original(path: &Path) -> Error {
    about_original(path, "was changed since it was read")
}

fn about_original(path: &Path, what: &str) -> Error {
    Error::Input(format!("the original {} {what}; if it was moved, say where with --inputs", path.display()))
}

fn document_kind(is_masked: bool) -> OutputKind {
    if is_masked { OutputKind::MaskedDocument } else { OutputKind::Document }
}

pub fn not_as_written(path: &str) -> Error {
    Error::Input(format!("{path} is not as it was written; paragraf verify tells more, extract makes it anew"))
}
