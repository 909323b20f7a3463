//! What a person reads: results on standard output, errors on standard error.

use super::exit::Exit;
use paragraf::error::{Error, Result};
use std::io::Write;

/// Writes to standard output; a reader that has gone away, as `head` does, is no error.
pub fn print(text: &str) -> Result<Exit> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(Exit::Complete),
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(Exit::Complete),
        Err(error) => Err(Error::io("standard output", error)),
    }
}

/// Writes an error to standard error.
pub fn complain(error: &Error) {
    let _ = writeln!(std::io::stderr(), "paragraf: {error}");
}
