//! Readers: a file's path in, its pages out, wherever the work is done.
//!
//! Decoders and Tesseract are native or handle hostile bytes, so they run in worker processes of this
//! same program ([`process`] is the near side, [`worker`] the far side). [`local`] reads in this
//! process: it is what a worker runs, and what tests use with engines that need no Tesseract.

pub mod local;
pub mod process;
pub mod worker;

use crate::error::{Error, Result};
use crate::input::{LayerPolicy, MediaType};
use crate::ocr::ReadPage;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// What is known of a file once it is opened.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct FileInfo {
    pub path: PathBuf,
    pub media_type: MediaType,
    pub bytes: u64,
    pub sha256: String,
    pub n_pages: u32,
}

/// Reads files and pages, one at a time.
pub trait PageReader: Send {
    fn open(&mut self, path: &Path) -> Result<FileInfo>;

    /// A page by its number, from 1.
    fn page(&mut self, file: &FileInfo, number: u32) -> Result<ReadPage>;
}

/// What a reader must be told.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ReaderSettings {
    /// Name or path of the recognition model.
    pub model: String,
    pub layer_policy: LayerPolicy,
}

/// A request to a worker, one line of JSON.
#[derive(Debug, Serialize, Deserialize)]
enum Request {
    Open { path: PathBuf },
    Page { file: FileInfo, number: u32 },
}

/// A worker's answer, one line of JSON.
#[derive(Debug, Serialize, Deserialize)]
enum Reply {
    Opened(FileInfo),
    Page(Box<ReadPage>),
    Failed(Failure),
}

/// An [`Error`] as it crosses the border of a process.
#[derive(Debug, Serialize, Deserialize)]
enum Failure {
    Input(String),
    EngineMissing { what: String, hint: String },
    Engine(String),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            Error::Input(message) | Error::Usage(message) => Failure::Input(message),
            Error::EngineMissing { what, hint } => Failure::EngineMissing { what, hint },
            Error::Engine(message) => Failure::Engine(message),
            Error::Io { source, .. } => Failure::Input(format!("it cannot be read: {source}")),
        }
    }
}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Input(message) => Error::Input(message),
            Failure::EngineMissing { what, hint } => Error::EngineMissing { what, hint },
            Failure::Engine(message) => Error::Engine(message),
        }
    }
}
