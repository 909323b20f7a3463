//! A file that a run takes, or files that are one document.

use crate::error::Result;
use crate::hash;
use crate::reader::{FileInfo, PageReader, joined};
use std::path::PathBuf;

/// A file to read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InputFile {
    pub path: PathBuf,
    /// Relative to the input that was named, divided by `/`: its output's name. Bytes of a file name
    /// that are no UTF-8 are written `%E5`.
    pub name: String,
    /// Why it is not read although it is there. It gets its line in the manifest like any other.
    pub problem: Option<String>,
    /// Why nothing tries to read it, and what to do: it is of a kind that is not read. It gets its line too.
    pub skipped: Option<String>,
    /// The files that it is joined of, in their order: see [`super::join`]. Empty for a file that is one.
    pub parts: Vec<InputFile>,
}

impl InputFile {
    pub fn new(path: impl Into<PathBuf>, name: impl Into<String>) -> Self {
        InputFile { path: path.into(), name: name.into(), problem: None, skipped: None, parts: Vec::new() }
    }

    /// Size and SHA-256; of a joined file all sizes, and the hash of its parts' hashes.
    pub fn hash(&self) -> std::io::Result<(u64, String)> {
        if self.parts.is_empty() {
            return hash::of_file(&self.path);
        }
        let hashes: Vec<(u64, String)> =
            self.parts.iter().map(|part| hash::of_file(&part.path)).collect::<std::io::Result<_>>()?;
        let digest = joined::digest(self.parts.iter().zip(&hashes).map(|(part, (_, sha256))| (&*part.path, &**sha256)));
        Ok((hashes.iter().map(|(bytes, _)| bytes).sum(), digest))
    }

    /// Opens it, or the files that it is joined of.
    pub fn open(&self, reader: &mut dyn PageReader) -> Result<FileInfo> {
        if self.parts.is_empty() {
            return reader.open(&self.path);
        }
        let parts: Vec<(PathBuf, Option<String>)> =
            self.parts.iter().map(|part| (part.path.clone(), part.problem.clone())).collect();
        joined::open(reader, &parts, &|path| hash::of_file(path).ok())
    }
}
