//! What the exit code says.

use paragraf::error::Error;
use std::process::ExitCode;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Exit {
    /// All that was asked for was done.
    Complete = 0,
    /// Some documents are partial or failed.
    Incomplete = 1,
    /// The arguments are wrong.
    Usage = 2,
    /// Tesseract or a model is missing although a page needs it.
    EngineMissing = 3,
    /// By Ctrl-C: 128 and the signal's number, as shells say it.
    Interrupted = 130,
    /// By SIGTERM.
    Terminated = 143,
}

impl Exit {
    pub fn of(error: &Error) -> Exit {
        match error {
            Error::Usage(_) => Exit::Usage,
            // A file that was named and is not there: the call was wrong.
            Error::Io { source, .. } if source.kind() == std::io::ErrorKind::NotFound => Exit::Usage,
            Error::EngineMissing { .. } => Exit::EngineMissing,
            _ => Exit::Incomplete,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit as u8)
    }
}
