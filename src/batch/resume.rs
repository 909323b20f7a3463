//! Which files of a plan are still to do, given what earlier runs left.
//!
//! A file is done when its line in the manifest says so and still holds: the input has the same hash, the
//! settings are the same, and every output is there as it was written. Hashes decide, not times: files
//! are copied and restored, and their times with them or not.

use super::input::InputFile;
use super::manifest::{FileStatus, Line, Manifest, Output, OutputKind};
use crate::hash;
use crate::reader::Stop;
use std::collections::HashMap;
use std::path::Path;

/// Which of the files that were done before are done again.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Redo {
    #[default]
    Failed,
    /// Failed ones and those that lost pages.
    Partial,
    All,
}

/// What a file that is done must have.
#[derive(Clone, Debug)]
pub struct Wanted {
    pub configuration_sha256: String,
    /// Of the reading that pages must be of; none where any will do.
    pub reading_sha256: Option<String>,
    pub redo: Redo,
    /// Kinds of output beside the documents.
    pub with: Vec<OutputKind>,
}

/// Why a file is to be done.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Why {
    New,
    Changed,
    Failed,
    Partial,
    /// By another version or with other settings.
    Configuration,
    /// Its pages were read by another version of the reading.
    Reading,
    /// What people decided about its documents has changed.
    Overrides,
    /// An output is missing, was changed, was not asked for before, or is to go.
    Output,
    Asked,
}

impl Why {
    pub fn as_str(self) -> &'static str {
        match self {
            Why::New => "new",
            Why::Changed => "changed",
            Why::Failed => "failed earlier",
            Why::Partial => "partial",
            Why::Configuration => "done by another version or with other settings",
            Why::Reading => "read by another version of the reading",
            Why::Overrides => "with changed overrides",
            Why::Output => "whose output is missing, was changed or is to go",
            Why::Asked => "done before",
        }
    }
}

/// Why each file is to be done; none for those that are done.
pub fn select(
    folder: &Path,
    files: &[InputFile],
    manifest: &Manifest,
    wanted: &Wanted,
    stop: &Stop,
) -> Vec<Option<Why>> {
    use rayon::prelude::*;
    let lines: HashMap<&str, &Line> = manifest.lines.iter().map(|line| (line.input.as_str(), line)).collect();
    files
        .par_iter()
        .map(|file| match lines.get(file.name.as_str()) {
            // The rest is looked at when the run goes on.
            _ if stop.is_wanted() => Some(Why::New),
            None => Some(Why::New),
            Some(line) => why(folder, file, line, wanted),
        })
        .collect()
}

/// A file whose output would overwrite that of another one, which an earlier run read and which is still there.
pub fn collision<'a>(files: &'a [InputFile], manifest: &'a Manifest) -> Option<(&'a InputFile, &'a Line)> {
    let lines: HashMap<&str, &Line> = manifest.lines.iter().map(|line| (line.input.as_str(), line)).collect();
    files.iter().find_map(|file| {
        let line = lines.get(file.name.as_str())?;
        let real = |path: &Path| path.canonicalize().ok();
        // A folder that was moved or copied has the same files at another place.
        let is_another = real(&line.path).is_some_and(|path| real(&file.path).is_some_and(|other| other != path));
        let differ = || {
            let sha256 = |path: &Path| hash::of_file(path).ok().map(|(_, sha256)| sha256);
            sha256(&line.path).is_some() && sha256(&line.path) != sha256(&file.path)
        };
        (is_another && differ()).then_some((file, *line))
    })
}

fn why(folder: &Path, file: &InputFile, line: &Line, wanted: &Wanted) -> Option<Why> {
    match (line.status, wanted.redo) {
        (_, Redo::All) => return Some(Why::Asked),
        (FileStatus::Failed, _) => return Some(Why::Failed),
        (FileStatus::Partial, Redo::Partial) => return Some(Why::Partial),
        _ => {}
    }
    if line.configuration_sha256 != wanted.configuration_sha256 {
        return Some(Why::Configuration);
    }
    if wanted.reading_sha256.is_some() && wanted.reading_sha256 != line.reading_sha256 {
        return Some(Why::Reading);
    }
    if line.overrides_sha256 != crate::overrides::sha256(folder, &line.input) {
        return Some(Why::Overrides);
    }
    let has = |kind: &OutputKind| line.outputs.iter().any(|output| output.kind == *kind);
    let holds =
        |output: &Output| hash::of_file(&folder.join(&output.path)).is_ok_and(|(_, sha256)| sha256 == output.sha256);
    let is_wanted = |output: &Output| output.kind == OutputKind::Document || wanted.with.contains(&output.kind);
    if !wanted.with.iter().all(has) || !line.outputs.iter().all(is_wanted) || !line.outputs.iter().all(holds) {
        return Some(Why::Output);
    }
    let is_same = file.hash().is_ok_and(|(_, sha256)| Some(sha256) == line.sha256);
    (!is_same).then_some(Why::Changed)
}
