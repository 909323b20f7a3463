//! The run folder: documents, manifest and run record, never half-written.
//!
//! A file is written under another name, synced, renamed, and its folder synced: whoever looks sees all of
//! it or nothing, after a power cut too. Only then comes its line into the manifest.

use super::kept;
use super::manifest::{self, FileStatus, Line, Manifest, Output, OutputKind};
use super::outcome::FileOutcome;
use crate::emit;
use crate::error::{Error, Result};
use crate::hash::hex;
use crate::naming::{is_below, part_name};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File, TryLockError};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use tempfile::NamedTempFile;

/// What is written for each document beside it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Editions {
    pub text: bool,
    /// A masked edition: document, text and list of what was masked.
    pub masked: bool,
}

impl Editions {
    /// What these lines have.
    pub fn of(manifest: &Manifest) -> Self {
        let has = |kind| manifest.outputs().any(|output| output.kind == kind);
        Editions { text: has(OutputKind::Text), masked: has(OutputKind::MaskedDocument) }
    }

    /// The kinds of output that a file which is done has beside its documents.
    pub fn kinds(self) -> Vec<OutputKind> {
        let masked = [OutputKind::MaskedDocument, OutputKind::MaskedText, OutputKind::MaskList];
        let text = self.text.then_some(OutputKind::Text);
        [OutputKind::Pages].into_iter().chain(text).chain(masked.into_iter().filter(|_| self.masked)).collect()
    }
}

/// An output folder that is being filled, by one process at a time.
pub struct Store {
    folder: PathBuf,
    /// What is written beside the documents.
    pub editions: Editions,
    run_id: String,
    /// What earlier runs left.
    pub before: Manifest,
    older: HashMap<String, Vec<Output>>,
    manifest: Mutex<File>,
    /// Held as long as the store is: the system gives it back however the process ends.
    _lock: File,
}

/// Holds what is not yet whole, and the lock.
pub const WORK: &str = ".paragraf";

impl Store {
    /// Makes the folder where it is missing, and clears away what a crash left in it.
    ///
    /// What earlier runs wrote beside the documents is written on, but for what is `without`.
    pub fn open(folder: &Path, wanted: Editions, without: Editions, run_id: &str) -> Result<Store> {
        let work = folder.join(WORK);
        fs::create_dir_all(&work).map_err(|error| Error::io(folder, error))?;
        let lock_path = work.join("lock");
        let lock = File::create(&lock_path).map_err(|error| Error::io(&lock_path, error))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(Error::Usage(format!(
                    "another run is writing to {}; wait until it ends",
                    folder.display()
                )));
            }
            // A network disk without locks: its users know that they are alone.
            Err(TryLockError::Error(_)) => {}
        }
        for entry in fs::read_dir(&work).into_iter().flatten().flatten() {
            if entry.file_name() != "lock" {
                let _ = fs::remove_file(entry.path());
            }
        }
        let before = Manifest::load(folder)?;
        let had = Editions::of(&before);
        let editions = Editions {
            text: wanted.text || had.text && !without.text,
            masked: wanted.masked || had.masked && !without.masked,
        };
        let path = folder.join(manifest::FILE_NAME);
        // A torn line at the end would swallow the next one.
        if !before.broken.is_empty() {
            let bytes = before.to_bytes()?;
            write_whole(folder, manifest::FILE_NAME, &|out| out.write_all(&bytes))?;
        }
        let manifest =
            File::options().create(true).append(true).open(&path).map_err(|error| Error::io(&path, error))?;
        for output in &before.superseded {
            remove(folder, output);
        }
        let older = before.lines.iter().map(|line| (line.input.clone(), line.outputs.clone())).collect();
        let run_id = run_id.to_owned();
        Ok(Store {
            folder: folder.to_owned(),
            editions,
            run_id,
            before,
            older,
            manifest: Mutex::new(manifest),
            _lock: lock,
        })
    }

    /// Whether the folder's disk tells `a` from `A`; where it does not, one would overwrite the other.
    pub fn tells_case(&self) -> bool {
        let work = self.folder.join(WORK);
        let probe = work.join("case");
        let tells = File::create(&probe).is_err() || !work.join("CASE").exists();
        let _ = fs::remove_file(probe);
        tells
    }

    /// Writes a file's documents, then its line of the manifest.
    ///
    /// What cannot be written because of the file's own name is the file's failure; an error is one of the
    /// disk, and ends the run.
    pub fn write(&self, outcome: &FileOutcome) -> Result<FileStatus> {
        let mut line = self.line(outcome);
        match self.write_documents(outcome) {
            Ok(outputs) => line.outputs = outputs,
            Err(Error::Io { source, .. }) if is_about_the_name(&source) => {
                line.status = FileStatus::Failed;
                line.reason = Some(format!("its output cannot be written: {source}; rename the file"));
            }
            Err(error) => return Err(error),
        }
        let older = self.older.get(&outcome.name).map_or(&[][..], Vec::as_slice);
        if line.status == FileStatus::Failed && !older.is_empty() {
            // What was read earlier is better than nothing, as long as it is said.
            line.outputs = older.to_vec();
            let reason = line.reason.unwrap_or_default();
            line.reason = Some(format!("{reason} (the documents of an earlier run are kept)"));
        }
        self.append(&line)?;
        for output in older.iter().filter(|output| !line.outputs.iter().any(|new| new.path == output.path)) {
            remove(&self.folder, &output.path);
        }
        Ok(line.status)
    }

    fn write_documents(&self, outcome: &FileOutcome) -> Result<Vec<Output>> {
        let mut outputs = Vec::new();
        let mut write = |kind, path: String, content: Content<'_>| -> Result<()> {
            let sha256 = write_whole(&self.folder, &path, content)?;
            outputs.push(Output { kind, path, sha256 });
            Ok(())
        };
        if let Some(kept) = &outcome.kept {
            write(OutputKind::Pages, kept::path_of(&outcome.name), &|out| out.write_all(kept))?;
        }
        for (idx, document) in outcome.documents.iter().enumerate() {
            let name = part_name(&outcome.name, idx);
            write(OutputKind::Document, format!("documents/{name}.json"), &|out| emit::write_json(document, out))?;
            if self.editions.text {
                let text = emit::text(document);
                write(OutputKind::Text, format!("text/{name}.txt"), &|out| out.write_all(text.as_bytes()))?;
            }
            if self.editions.masked {
                let (masked, list) = crate::mask::masked(document);
                let json = format!("masked/documents/{name}.json");
                write(OutputKind::MaskedDocument, json, &|out| emit::write_json(&masked, out))?;
                let text = emit::text(&masked);
                write(OutputKind::MaskedText, format!("masked/text/{name}.txt"), &|out| {
                    out.write_all(text.as_bytes())
                })?;
                let list = serde_json::to_vec_pretty(&list).map_err(|error| Error::Engine(error.to_string()))?;
                write(OutputKind::MaskList, format!("masked/lists/{name}.json"), &|out| out.write_all(&list))?;
            }
        }
        Ok(outputs)
    }

    fn line(&self, outcome: &FileOutcome) -> Line {
        let mut warnings: BTreeMap<String, usize> = BTreeMap::new();
        for warning in outcome.documents.iter().flat_map(|document| &document.warnings) {
            *warnings.entry(warning.code.as_str().to_owned()).or_default() += 1;
        }
        Line {
            run: self.run_id.clone(),
            input: outcome.name.clone(),
            encoding: outcome.encoding.map(|encoding| encoding.to_string()),
            path: outcome.path.clone(),
            bytes: outcome.bytes,
            sha256: outcome.sha256.clone(),
            status: outcome.status,
            outputs: Vec::new(),
            pages_read: outcome.n_read,
            pages_lost: outcome.n_lost,
            warnings,
            to_review: outcome.documents.iter().map(|document| document.review.len()).sum(),
            configuration_sha256: outcome.configuration_sha256.clone(),
            reading_sha256: outcome.reading_sha256.clone(),
            overrides_sha256: outcome.overrides_sha256.clone(),
            finished: super::record::now(),
            seconds: (outcome.seconds * 1000.0).round() / 1000.0,
            reason: outcome.reason.clone(),
            parts: outcome.parts.clone(),
        }
    }

    /// Appends a line and syncs it. Half a line, as a full disk leaves it, is taken back.
    fn append(&self, line: &Line) -> Result<()> {
        let bytes = line.to_bytes()?;
        let mut manifest = self.manifest.lock().unwrap_or_else(PoisonError::into_inner);
        let before = manifest.metadata().map(|metadata| metadata.len());
        let written = manifest.write_all(&bytes).and_then(|()| manifest.sync_data());
        written.map_err(|error| {
            if let Ok(before) = before {
                let _ = manifest.set_len(before);
            }
            Error::io(self.folder.join(manifest::FILE_NAME), error)
        })
    }

    /// Writes the manifest anew, with one line for each input, those of this run first and in its order.
    pub fn tidy<'a>(&self, inputs: impl Iterator<Item = &'a str>) -> Result<Manifest> {
        let _alone = self.manifest.lock().unwrap_or_else(PoisonError::into_inner);
        let mut manifest = Manifest::load(&self.folder)?;
        manifest.sort_by(inputs);
        let bytes = manifest.to_bytes()?;
        write_whole(&self.folder, manifest::FILE_NAME, &|out| out.write_all(&bytes))?;
        Ok(manifest)
    }

    /// Writes `run.json`.
    pub fn write_run(&self, run: &impl Serialize) -> Result<()> {
        let mut bytes = serde_json::to_vec_pretty(run).map_err(|error| Error::Engine(error.to_string()))?;
        bytes.push(b'\n');
        write_whole(&self.folder, super::record::FILE_NAME, &|out| out.write_all(&bytes)).map(drop)
    }
}

/// Whether a name is too long, or stands where a folder must be.
fn is_about_the_name(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::InvalidFilename | ErrorKind::NotADirectory | ErrorKind::IsADirectory)
}

/// What writes the content of a file, from its start.
pub type Content<'a> = &'a dyn Fn(&mut dyn Write) -> io::Result<()>;

/// Under another name first, in a folder of its own: no reader ever sees half a file, and what a crash
/// leaves is found. Gives back the SHA-256 of what was written.
pub fn write_whole(run_folder: &Path, name: &str, content: Content<'_>) -> Result<String> {
    let path = run_folder.join(name);
    let folder = path.parent().unwrap_or(run_folder);
    let failed = |error| Error::io(&path, error);
    let is_new = !folder.is_dir();
    fs::create_dir_all(folder).map_err(failed)?;
    let work = run_folder.join(WORK);
    let file = tempfile::Builder::new().prefix("new-").tempfile_in(&work).map_err(failed)?;
    let mut out = BufWriter::with_capacity(1 << 18, Hashed { file, hash: Sha256::new() });
    content(&mut out).map_err(failed)?;
    let Hashed { file, hash } = out.into_inner().map_err(|error| failed(error.into_error()))?;
    file.as_file().sync_all().map_err(failed)?;
    #[cfg(unix)]
    {
        // Temporary files are private; documents are as open as the user's other files.
        use std::os::unix::fs::PermissionsExt;
        let _ = file.as_file().set_permissions(fs::Permissions::from_mode(0o644));
    }
    file.persist(&path).map_err(|error| failed(error.error))?;
    sync_folder(folder).map_err(failed)?;
    if is_new {
        for folder in folder.ancestors().skip(1).take_while(|folder| folder.starts_with(run_folder)) {
            sync_folder(folder).map_err(failed)?;
        }
    }
    Ok(hex(&hash.finalize()))
}

/// A file whose bytes are hashed as they are written.
struct Hashed {
    file: NamedTempFile,
    hash: Sha256,
}

impl Write for Hashed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let n_bytes = self.file.write(bytes)?;
        self.hash.update(&bytes[..n_bytes]);
        Ok(n_bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder)?.sync_all() {
        // Some network disks do not know how; the rename is theirs to keep then.
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        done => done,
    }
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Removes an output that no line names any more.
fn remove(run_folder: &Path, output: &str) {
    let is_ours = ["documents/", "pages/", "text/", "masked/"].iter().any(|start| output.starts_with(start));
    if is_below(output) && is_ours {
        let _ = fs::remove_file(run_folder.join(output));
    }
}
