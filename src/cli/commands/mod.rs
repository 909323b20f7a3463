//! A module for each command, and the small ones.

pub mod correct;
pub mod dictionary;
pub mod diff;
pub mod doctor;
pub mod eval;
pub mod export;
pub mod extract;
pub mod inspect;
pub mod report;
pub mod verify;

use super::args::Arguments;
use super::exit::Exit;
use super::output::print;
use clap::CommandFactory;
use paragraf::error::{Error, Result};
use paragraf::reader::ReaderSettings;
use paragraf::reader::local::LocalReader;

pub fn completions(shell: clap_complete::Shell) -> Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "paragraf", &mut script);
    print(&String::from_utf8_lossy(&script))
}

/// Reads pages for the process that started this one, until it closes the pipe.
pub fn worker(settings: &str) -> Result<Exit> {
    let settings: ReaderSettings =
        serde_json::from_str(settings).map_err(|error| Error::Usage(format!("worker: {error}")))?;
    paragraf::reader::limits::apply(&settings);
    let mut reader = LocalReader::with_tesseract(&settings);
    let (input, output) = (std::io::stdin().lock(), std::io::stdout().lock());
    match paragraf::reader::worker::serve(&mut reader, input, std::io::BufWriter::new(output)) {
        Ok(()) => Ok(Exit::Complete),
        Err(error) => Err(Error::io("worker", error)),
    }
}
