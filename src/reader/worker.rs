//! The far side: a process that reads what it is asked to, until its input ends.

use super::local::LocalReader;
use super::{PageReader, Reply, Request};
use std::io::{BufRead, Write};

/// Answers requests, a line of JSON each, until the input ends.
pub fn serve(reader: &mut LocalReader, input: impl BufRead, mut output: impl Write) -> std::io::Result<()> {
    for line in input.lines() {
        let answer = match serde_json::from_str(&line?) {
            Ok(Request::Open { path }) => reader.open(&path).map(Reply::Opened),
            Ok(Request::Page { file, number }) => reader.page(&file, number).map(|page| Reply::Page(Box::new(page))),
            Err(error) => return Err(std::io::Error::new(std::io::ErrorKind::InvalidData, error)),
        };
        let reply = answer.unwrap_or_else(|error| Reply::Failed(error.into()));
        serde_json::to_writer(&mut output, &reply)?;
        output.write_all(b"\n")?;
        output.flush()?;
    }
    Ok(())
}
