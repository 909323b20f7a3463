//! The far side: a process that reads what it is asked to, until its input ends.

use super::local::LocalReader;
use super::{PageReader, Reply, Request};
use crate::error::{Error, Result};
use crate::guard;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use std::io::{BufRead, Write};

/// Answers requests, a line of JSON each, until the input ends.
///
/// A decoder that panics is an answer too; the process ends after it, since nobody knows in what state
/// it was left.
pub fn serve(reader: &mut LocalReader, input: impl BufRead, mut output: impl Write) -> std::io::Result<()> {
    for line in input.lines() {
        let request = serde_json::from_str(&line?)
            .map_err(|error| std::io::Error::new(std::io::ErrorKind::InvalidData, error))?;
        let answer = guard::guarded(|| answer(reader, request));
        let is_last = answer.is_err();
        let reply = answer
            .unwrap_or_else(|place| Err(Error::Engine(format!("the page's reader broke down at {place}"))))
            .unwrap_or_else(|error| Reply::Failed(error.into()));
        serde_json::to_writer(&mut output, &reply)?;
        output.write_all(b"\n")?;
        output.flush()?;
        if is_last {
            break;
        }
    }
    Ok(())
}

fn answer(reader: &mut LocalReader, request: Request) -> Result<Reply> {
    match request {
        Request::Open { path } => reader.open(&path).map(Reply::Opened),
        Request::Page { file, number, effort } => {
            reader.page(&file, number, effort).map(|page| Reply::Page(Box::new(page)))
        }
        Request::Crops { file, crop } => {
            let pictures = reader.crops(&file, &crop)?;
            Ok(Reply::Crops(pictures.iter().map(|picture| BASE64.encode(picture)).collect()))
        }
    }
}
