//! Readers: a file's path in, its pages out, wherever the work is done.
//!
//! Decoders and Tesseract are native or handle hostile bytes, so they run in worker processes of this
//! same program ([`process`] is the near side, [`worker`] the far side, [`limits`] what a worker may use).
//! [`local`] reads in this process: it is what a worker runs, and what tests use with engines that need
//! no Tesseract.

mod cache;
mod crop;
#[doc(hidden)]
pub mod joined;
#[doc(hidden)]
pub mod limits;
pub mod local;
pub(crate) mod path;
pub mod process;
pub mod stop;
#[doc(hidden)]
pub mod worker;

pub use crop::Crop;
pub use stop::Stop;

use crate::error::{Error, Result};
use crate::hash::hex;
use crate::input::{Encoding, LayerPolicy, MediaType, TextEncoding};
use crate::ocr::{READING_VERSION, ReadPage};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// What is known of a file once it is opened.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct FileInfo {
    /// Where it lies.
    #[serde(with = "path")]
    pub path: PathBuf,
    /// What kind of file it is.
    pub media_type: MediaType,
    /// Its size.
    pub bytes: u64,
    /// Of its bytes, in hex.
    pub sha256: String,
    /// How many pages it has.
    pub n_pages: u32,
    /// In what a text file is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<TextEncoding>,
    /// The files that it is joined of: see [`joined`]. Empty for a file that is one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
}

/// A file of several, or why it cannot be read.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Part {
    /// The file, as far as it is known.
    pub file: FileInfo,
    /// Why it cannot be read, in one line.
    pub problem: Option<String>,
}

/// How much is tried on a page.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effort {
    /// All that is known to help.
    #[default]
    Full,
    /// One look at the page as it lies, scaled down where it is huge: after the first try failed.
    Plain,
}

/// Reads files and pages, one at a time.
pub trait PageReader: Send {
    /// Opens a file. It fails with [`Error::Input`] where the file cannot be used at all.
    fn open(&mut self, path: &Path) -> Result<FileInfo>;

    /// A page by its number, from 1.
    fn page(&mut self, file: &FileInfo, number: u32, effort: Effort) -> Result<ReadPage>;

    /// Pictures of places on a page, as PNG files.
    fn crops(&mut self, file: &FileInfo, crop: &Crop) -> Result<Vec<Vec<u8>>>;
}

/// What a reader must be told.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ReaderSettings {
    /// Name or path of the recognition model.
    pub model: String,
    /// When text that stands in a file is used.
    pub layer_policy: LayerPolicy,
    /// In what text files are written; told by their words where nobody says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<Encoding>,
    /// An engine other than Tesseract, for tests: see `ocr/failing.rs`. Builds without them refuse it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub test_engine: Option<String>,
    /// Memory that a worker may use, in MiB; none where nothing limits it.
    #[serde(default)]
    pub memory_mib: Option<u64>,
    /// Folder of pages that were recognised before: see [`cache`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cache: Option<PathBuf>,
}

impl ReaderSettings {
    /// Without any limit and without a cache.
    pub fn new(model: impl Into<String>, layer_policy: LayerPolicy) -> Self {
        ReaderSettings {
            model: model.into(),
            layer_policy,
            encoding: None,
            test_engine: None,
            memory_mib: None,
            cache: None,
        }
    }

    /// Of all that decides what is read: the version of the reading, the model's bytes, and the settings that matter.
    /// The program's version and that of the engine's library do not: with either, an archive would be read again.
    /// `model_sha256` is empty where the model is missing.
    pub fn reading_sha256(&self, model_sha256: &str) -> String {
        let what = [
            format!("layer {}", if self.layer_policy == LayerPolicy::Never { "never" } else { "auto" }),
            format!("encoding {}", self.encoding.map_or("auto", Encoding::as_str)),
        ];
        hex(&Sha256::digest(format!("{}{}\n", self.recogniser(model_sha256), what.join("\n"))))
    }

    /// What decides what is read off given pixels.
    fn recogniser(&self, model_sha256: &str) -> String {
        let reader = if self.test_engine.is_some() { "test" } else { model_sha256 };
        format!("reading {READING_VERSION}\nmodel {reader}\n")
    }
}

/// A request to a worker, one line of JSON.
#[derive(Debug, Serialize, Deserialize)]
enum Request {
    Open {
        #[serde(with = "path")]
        path: PathBuf,
    },
    Page {
        file: FileInfo,
        number: u32,
        effort: Effort,
    },
    Crops {
        file: FileInfo,
        crop: Crop,
    },
}

/// A worker's answer, one line of JSON.
#[derive(Debug, Serialize, Deserialize)]
enum Reply {
    Opened(FileInfo),
    Page(Box<ReadPage>),
    /// In base64.
    Crops(Vec<String>),
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
            Error::Stopped => Failure::Engine("stopped".into()),
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
