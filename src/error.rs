//! Errors that end a document or a page, and warnings that do not.
//!
//! An error's text is one line: what happened and what to do. File and page are put before it where
//! they are known.

use crate::page::BBox;
use std::path::PathBuf;

/// What may fail with an [`Error`].
pub type Result<T> = std::result::Result<T, Error>;

/// Why a file, a page or a command came to nothing.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file or folder cannot be read or written.
    #[error("{path}: {source}", path = path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The file cannot be used at all: broken, empty, encrypted, of another kind.
    #[error("{0}")]
    Input(String),
    /// Tesseract or a model is missing although a page needs it.
    #[error("{what}; {hint}")]
    EngineMissing {
        /// What is missing.
        what: String,
        /// What to do about it.
        hint: String,
    },
    /// The engine failed on a page.
    #[error("{0}")]
    Engine(String),
    /// A command or call that makes no sense.
    #[error("{0}")]
    Usage(String),
    /// What was in hand was dropped, since a stop was wanted.
    #[error("stopped")]
    Stopped,
}

impl Error {
    /// A fault at a path.
    pub fn io(path: impl Into<PathBuf>, source: std::io::Error) -> Self {
        Error::Io { path: path.into(), source }
    }
}

/// The kinds of warnings; each has its code in the output.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum WarningCode {
    /// Numbers of §§ are missing.
    NumberGap,
    /// A number of a § stands twice.
    NumberRepeated,
    /// The front page states other §§ than there are.
    RangeMismatch,
    /// The table of contents names other items than there are.
    ContentsMismatch,
    /// Somebody signs who is not among those present, or the other way round.
    SignatureMismatch,
    /// The ballots do not add up to the votes counted.
    VoteMismatch,
    /// Different days are printed for the same thing.
    DateConflict,
    /// No day is printed, or none can be read.
    DateMissing,
    /// A page could not be read.
    PageLost,
    /// A page was read at the second try.
    PageRetried,
    /// What a person decided does not fit the document that was read now.
    OverrideConflict,
    /// A page's text layer was not used, and the page was recognised.
    TextLayerRejected,
    /// A place of a page was read from its picture, since the page's text layer lacks what is seen there.
    TextLayerCompleted,
    /// In what a text file is written is not sure.
    EncodingUncertain,
    /// A list is named that does not stand in the document.
    ListNotIncluded,
    /// No items were found.
    NoItems,
    /// Text was found that belongs to no part of the document.
    TextUnassigned,
}

/// Something doubtful that a reader of the output should know. No text of the page beyond numbers and labels.
#[derive(Clone, PartialEq, Debug)]
pub struct Warning {
    /// What kind of doubt.
    pub code: WarningCode,
    /// A sentence about it. No text of the page beyond numbers and labels.
    pub message: String,
    /// The page that it is about; none where it is about all.
    pub page: Option<u32>,
    /// The place that it is about, in pixels of the upright page.
    pub bbox: Option<BBox>,
}
