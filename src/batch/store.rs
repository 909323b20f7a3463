//! The run folder: documents, manifest and run record, never half-written.

use super::run::{FileOutcome, FileStatus};
use crate::emit;
use crate::error::{Error, Result};
use crate::ocr::model::hex;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// An output folder that is being filled.
pub struct Store {
    folder: PathBuf,
    manifest: Mutex<File>,
    with_text: bool,
}

/// One line of `manifest.jsonl`: what became of an input.
#[derive(Serialize)]
struct ManifestLine<'a> {
    input: &'a str,
    bytes: Option<u64>,
    sha256: Option<&'a str>,
    status: FileStatus,
    outputs: Vec<OutputRecord>,
    pages_read: u32,
    pages_lost: u32,
    warnings: usize,
    seconds: f64,
    reason: Option<&'a str>,
}

#[derive(Serialize)]
struct OutputRecord {
    path: String,
    sha256: String,
}

impl Store {
    /// Makes the folder where it is missing and begins its manifest anew.
    pub fn create(folder: &Path, with_text: bool) -> Result<Store> {
        fs::create_dir_all(folder).map_err(|error| Error::io(folder, error))?;
        let path = folder.join("manifest.jsonl");
        let manifest = File::create(&path).map_err(|error| Error::io(&path, error))?;
        Ok(Store { folder: folder.to_owned(), manifest: Mutex::new(manifest), with_text })
    }

    /// Writes a file's documents, then its line of the manifest.
    pub fn write(&self, outcome: &FileOutcome) -> Result<()> {
        let mut outputs = Vec::new();
        for (idx, document) in outcome.documents.iter().enumerate() {
            let part = if idx == 0 { String::new() } else { format!(".part{}", idx + 1) };
            let name = format!("documents/{}{part}.json", outcome.name);
            let json = emit::to_json(document);
            self.write_whole(&name, json.as_bytes())?;
            outputs.push(OutputRecord { path: name, sha256: hex(&Sha256::digest(&json)) });
            if self.with_text {
                let name = format!("text/{}{part}.txt", outcome.name);
                let pages: Vec<&str> = document.pages.iter().map(|page| page.text.as_str()).collect();
                let text = pages.join("\n\u{c}");
                self.write_whole(&name, text.as_bytes())?;
                outputs.push(OutputRecord { path: name, sha256: hex(&Sha256::digest(&text)) });
            }
        }
        let line = ManifestLine {
            input: &outcome.name,
            bytes: outcome.file.as_ref().map(|file| file.bytes),
            sha256: outcome.file.as_ref().map(|file| file.sha256.as_str()),
            status: outcome.status,
            outputs,
            pages_read: outcome.n_read,
            pages_lost: outcome.n_lost,
            warnings: outcome.n_warnings(),
            seconds: (outcome.seconds * 1000.0).round() / 1000.0,
            reason: outcome.reason.as_deref(),
        };
        let mut bytes = serde_json::to_vec(&line).map_err(|error| Error::Engine(error.to_string()))?;
        bytes.push(b'\n');
        let path = self.folder.join("manifest.jsonl");
        let mut manifest = self.manifest.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        manifest.write_all(&bytes).and_then(|()| manifest.sync_data()).map_err(|error| Error::io(path, error))
    }

    /// Writes `run.json`.
    pub fn write_run(&self, run: &impl Serialize) -> Result<()> {
        let mut bytes = serde_json::to_vec_pretty(run).map_err(|error| Error::Engine(error.to_string()))?;
        bytes.push(b'\n');
        self.write_whole("run.json", &bytes)
    }

    /// Under another name first: no reader ever sees half a file.
    fn write_whole(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let path = self.folder.join(name);
        let folder = path.parent().unwrap_or(&self.folder);
        let failed = |error| Error::io(&path, error);
        fs::create_dir_all(folder).map_err(failed)?;
        let mut file = tempfile::Builder::new().prefix(".paragraf-").tempfile_in(folder).map_err(failed)?;
        file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(failed)?;
        #[cfg(unix)]
        {
            // Temporary files are private; documents are as open as the user's other files.
            use std::os::unix::fs::PermissionsExt;
            let _ = file.as_file().set_permissions(fs::Permissions::from_mode(0o644));
        }
        file.persist(&path).map_err(|error| failed(error.error))?;
        Ok(())
    }
}
