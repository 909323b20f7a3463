//! Errors that end a document or a page, and warnings that do not.
//!
//! An error's text is one line: what happened and what to do. File and page are put before it where
//! they are known.

use crate::page::BBox;
use std::path::PathBuf;

pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    #[error("{path}: {source}", path = path.display())]
    Io { path: PathBuf, source: std::io::Error },
    /// The file cannot be used at all: broken, empty, encrypted, of another kind.
    #[error("{0}")]
    Input(String),
    /// Tesseract or a model is missing although a page needs it.
    #[error("{what}; {hint}")]
    EngineMissing { what: String, hint: String },
    /// The engine failed on a page.
    #[error("{0}")]
    Engine(String),
    #[error("{0}")]
    Usage(String),
    /// What was in hand was dropped, since a stop was wanted.
    #[error("stopped")]
    Stopped,
}

impl Error {
    pub fn io(path: impl Into<PathBuf>, source: std::io::Error) -> Self {
        Error::Io { path: path.into(), source }
    }
}

/// The kinds of warnings; each has its code in the output.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum WarningCode {
    NumberGap,
    NumberRepeated,
    RangeMismatch,
    ContentsMismatch,
    SignatureMismatch,
    VoteMismatch,
    DateConflict,
    DateMissing,
    PageLost,
    PageRetried,
    /// What a person decided does not fit the document that was read now.
    OverrideConflict,
    TextLayerRejected,
    ListNotIncluded,
    NoItems,
    TextUnassigned,
}

/// Something doubtful that a reader of the output should know. No text of the page beyond numbers and labels.
#[derive(Clone, PartialEq, Debug)]
pub struct Warning {
    pub code: WarningCode,
    pub message: String,
    pub page: Option<u32>,
    pub bbox: Option<BBox>,
}
