//! Holds a run folder against what its manifest promises: nothing missing, nothing changed, nothing foreign.
//!
//! Everything is hashed anew and every document held against the schema. Reading pages again is left to a
//! run: this says whether what was written is still there, and still belongs to the inputs as they are.

use crate::batch::manifest::{self, Line, Manifest, OutputKind};
use crate::batch::record::{self, RunRecord};
use crate::batch::{FileStatus, plan};
use crate::emit::{self, wire};
use crate::error::{Error, Result};
use crate::hash;
use crate::mask;
use crate::overrides;
use rayon::prelude::*;
use serde::Serialize;
use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// What is wrong with a run folder, by kind.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Missing,
    Changed,
    Foreign,
    /// It is there and is not what it must be.
    Invalid,
    /// The run did not end, or inputs have no line yet.
    Unfinished,
    /// Only where failures count: an input that failed or lost pages.
    Failed,
}

impl Kind {
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Missing => "missing",
            Kind::Changed => "changed",
            Kind::Foreign => "foreign",
            Kind::Invalid => "invalid",
            Kind::Unfinished => "unfinished",
            Kind::Failed => "failed",
        }
    }
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
pub struct Finding {
    pub kind: Kind,
    /// Below the run folder, or an input.
    pub path: String,
    pub message: String,
}

#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Where the inputs lie now, if they were moved.
    pub inputs: Option<PathBuf>,
    /// Whether inputs that failed or lost pages count as findings.
    pub strict: bool,
    /// Leaves the inputs alone: only the outputs are held against the manifest.
    pub outputs_only: bool,
}

/// What was looked at, and all that is wrong.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct Verdict {
    pub n_inputs: usize,
    pub n_outputs: usize,
    pub n_failed: usize,
    pub n_partial: usize,
    pub findings: Vec<Finding>,
}

impl Verdict {
    pub fn is_well(&self) -> bool {
        self.findings.is_empty()
    }
}

/// Verifies a run folder.
pub fn verify(folder: &Path, options: &Options) -> Result<Verdict> {
    let manifest_path = folder.join(manifest::FILE_NAME);
    if !manifest_path.is_file() {
        return Err(Error::Usage(format!("{} is no run folder: it holds no manifest.jsonl", folder.display())));
    }
    let manifest = Manifest::load(folder)?;
    let mut findings: Vec<Finding> = manifest
        .broken
        .iter()
        .map(|number| finding(Kind::Invalid, manifest::FILE_NAME, format!("line {number} is no line of a manifest")))
        .collect();
    findings.extend(
        manifest.lines.par_iter().flat_map_iter(|line| line_findings(folder, line, options)).collect::<Vec<_>>(),
    );
    let record = run_findings(folder, &mut findings);
    if !options.outputs_only {
        unread(&manifest, record.as_ref(), folder, options, &mut findings);
    }
    foreign(folder, &manifest, &mut findings);
    findings.sort();
    let count = |status| manifest.lines.iter().filter(|line| line.status == status).count();
    Ok(Verdict {
        n_inputs: manifest.lines.len(),
        n_outputs: manifest.outputs().count(),
        n_failed: count(FileStatus::Failed),
        n_partial: count(FileStatus::Partial),
        findings,
    })
}

fn finding(kind: Kind, path: impl Into<String>, message: impl Into<String>) -> Finding {
    Finding { kind, path: path.into(), message: message.into() }
}

fn line_findings(folder: &Path, line: &Line, options: &Options) -> Vec<Finding> {
    let mut findings = Vec::new();
    let input = |kind, message: &str| finding(kind, &*line.input, message);
    if !options.outputs_only {
        // A joined input is there when all its parts are.
        let mut files: Vec<(&str, &PathBuf, &Option<String>)> =
            line.parts.iter().map(|part| (&*part.input, &part.path, &part.sha256)).collect();
        if files.is_empty() {
            files.push((&line.input, &line.path, &line.sha256));
        }
        for (name, path, sha256) in files {
            let path = options.inputs.as_ref().map_or_else(|| path.clone(), |inputs| moved(inputs, name));
            let wrong = |kind, message: &str| finding(kind, name, message);
            match (sha256, hash::of_file(&path)) {
                (Some(sha256), Ok((_, now))) if *sha256 != now => {
                    findings.push(wrong(Kind::Changed, "the input was changed since it was read; run again"));
                }
                (Some(_), Err(error)) => {
                    let is_gone = error.kind() == ErrorKind::NotFound;
                    let why = if is_gone { "is not there".into() } else { error.to_string() };
                    let message = format!("the input {why}; if it was moved, say where with --inputs");
                    findings.push(wrong(Kind::Missing, &message));
                }
                _ => {}
            }
        }
    }
    if matches!(line.status, FileStatus::Failed | FileStatus::Skipped) && line.reason.is_none() {
        findings.push(input(Kind::Invalid, "the input was not read and no reason is given"));
    }
    if matches!(line.status, FileStatus::Complete | FileStatus::Partial) {
        if !line.outputs.iter().any(|output| output.kind == OutputKind::Document) {
            findings.push(input(Kind::Invalid, "the input was read and the manifest names no document"));
        }
        if line.overrides_sha256 != overrides::sha256(folder, &line.input) {
            findings.push(input(Kind::Changed, "its overrides were changed since it was read; run again"));
        }
    }
    if options.strict && matches!(line.status, FileStatus::Failed | FileStatus::Partial) {
        let reason = line.reason.as_deref().unwrap_or("no reason is given");
        let what = if line.status == FileStatus::Failed { "failed" } else { "lost pages" };
        findings.push(input(Kind::Failed, &format!("{what}: {reason}")));
    }
    for output in &line.outputs {
        let path = folder.join(&output.path);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) => {
                let message =
                    if error.kind() == ErrorKind::NotFound { "it is not there".into() } else { error.to_string() };
                findings.push(finding(Kind::Missing, &*output.path, message));
                continue;
            }
        };
        use sha2::Digest as _;
        if hash::hex(&sha2::Sha256::digest(&bytes)) != output.sha256 {
            findings.push(finding(Kind::Changed, &*output.path, "it is not as it was written"));
        }
        if matches!(output.kind, OutputKind::Document | OutputKind::MaskedDocument) {
            findings.extend(document_findings(&bytes, line, output));
        }
    }
    findings
}

/// Where an input lies below the folder that it was moved to.
fn moved(inputs: &Path, name: &str) -> PathBuf {
    if inputs.is_dir() { inputs.join(name) } else { inputs.to_owned() }
}

fn document_findings(bytes: &[u8], line: &Line, output: &manifest::Output) -> Option<Finding> {
    let invalid = |message: String| Some(finding(Kind::Invalid, &*output.path, message));
    let Ok(value) = serde_json::from_slice(bytes) else {
        return invalid("it is no JSON".into());
    };
    if let Some(place) = emit::misfit(&value) {
        return invalid(format!("it does not fit the schema at '{place}'"));
    }
    let Ok(document) = serde_json::from_value::<wire::Document>(value) else {
        return invalid("it is no document".into());
    };
    let is_masked = output.kind == OutputKind::MaskedDocument;
    let is_kept = line.status == FileStatus::Failed;
    // The masked edition of a text file may hide what it was made from.
    let is_hidden = is_masked && mask::is_text(&document);
    if !is_kept && !is_hidden && Some(&document.source.sha256) != line.sha256.as_ref() {
        return invalid("it was made from another input than the manifest says".into());
    }
    if is_masked != (document.edition == wire::Edition::Masked) {
        return invalid("it is not of the edition that the manifest says".into());
    }
    None
}

fn run_findings(folder: &Path, findings: &mut Vec<Finding>) -> Option<RunRecord> {
    let record = match RunRecord::load(folder) {
        Ok(record) => record,
        Err(Error::Io { source, .. }) if source.kind() == ErrorKind::NotFound => {
            findings.push(finding(Kind::Missing, record::FILE_NAME, "it is not there"));
            return None;
        }
        Err(_) => {
            findings.push(finding(Kind::Invalid, record::FILE_NAME, "it is no record of a run"));
            return None;
        }
    };
    if record.how != record::How::Finished {
        let message = "the last run did not end; run the same command again";
        findings.push(finding(Kind::Unfinished, record::FILE_NAME, message));
    }
    Some(record)
}

/// Inputs that are there now and have no line.
fn unread(
    manifest: &Manifest,
    record: Option<&RunRecord>,
    folder: &Path,
    options: &Options,
    findings: &mut Vec<Finding>,
) {
    let inputs = match (&options.inputs, record) {
        (Some(inputs), _) => vec![inputs.clone()],
        (None, Some(record)) => record.inputs.iter().filter(|input| input.exists()).cloned().collect(),
        (None, None) => return,
    };
    let known: BTreeSet<&str> = manifest.lines.iter().map(|line| line.input.as_str()).collect();
    let how = record.and_then(|record| record.configuration.get("join")).and_then(|how| how.parse().ok());
    let Ok(plan) = plan(&inputs, Some(folder), how) else { return };
    for file in plan.files.iter().filter(|file| !known.contains(file.name.as_str())) {
        findings.push(finding(Kind::Unfinished, &*file.name, "the input has not been read yet"));
    }
}

/// Files among the outputs that no line names.
fn foreign(folder: &Path, manifest: &Manifest, findings: &mut Vec<Finding>) {
    let named: BTreeSet<&str> = manifest.outputs().map(|output| output.path.as_str()).collect();
    for start in ["documents", "pages", "text", "masked"] {
        let mut folders = vec![(folder.join(start), start.to_owned())];
        while let Some((path, name)) = folders.pop() {
            for entry in fs::read_dir(&path).into_iter().flatten().flatten() {
                let entry_name = format!("{name}/{}", entry.file_name().to_string_lossy());
                match entry.file_type() {
                    Ok(kind) if kind.is_dir() => folders.push((entry.path(), entry_name)),
                    _ if !named.contains(entry_name.as_str()) => {
                        findings.push(finding(Kind::Foreign, entry_name, "no line of the manifest names it"));
                    }
                    _ => {}
                }
            }
        }
    }
}
