//! Several files read as the pages of one: scans that were made page by page, or in pieces.
//!
//! Pages count through all parts. A part that cannot be opened is one lost page, so that the others are read
//! all the same; where none can be opened, the whole cannot.

use super::{Crop, Effort, FileInfo, PageReader, Part};
use crate::error::{Error, Result};
use crate::hash::hex;
use crate::input::MediaType;
use crate::ocr::ReadPage;
use sha2::{Digest as _, Sha256};
use std::path::{Path, PathBuf};

/// The SHA-256 of what `sha256sum` prints of the parts, in their order: of each its hash, two blanks and its name.
pub fn digest<'a>(parts: impl IntoIterator<Item = (&'a Path, &'a str)>) -> String {
    let mut hash = Sha256::new();
    for (path, sha256) in parts {
        hash.update(sha256);
        hash.update("  ");
        hash.update(path.file_name().unwrap_or_default().as_encoded_bytes());
        hash.update("\n");
    }
    hex(&hash.finalize())
}

/// Opens the parts as one file. `hash` gives size and hash of a file that no reader can open.
pub fn open(
    reader: &mut dyn PageReader,
    parts: &[(PathBuf, Option<String>)],
    hash: &dyn Fn(&Path) -> Option<(u64, String)>,
) -> Result<FileInfo> {
    let mut opened: Vec<Part> = Vec::with_capacity(parts.len());
    let mut first_error = None;
    for (path, problem) in parts {
        let read = match problem {
            Some(problem) => Err(Error::Input(problem.clone())),
            None => match reader.open(path) {
                Err(Error::Engine(_)) => reader.open(path),
                read => read,
            },
        };
        match read {
            Ok(file) => opened.push(Part { file, problem: None }),
            Err(error @ (Error::Stopped | Error::EngineMissing { .. })) => return Err(error),
            Err(error) => {
                let (bytes, sha256) = hash(path).unwrap_or_default();
                let problem = Some(named(path, error).to_string());
                let file = FileInfo {
                    path: path.clone(),
                    media_type: MediaType::Text,
                    bytes,
                    sha256,
                    n_pages: 1,
                    encoding: None,
                    parts: Vec::new(),
                };
                first_error = first_error.or_else(|| problem.clone());
                opened.push(Part { file, problem });
            }
        }
    }
    let Some(first) = opened.iter().find(|part| part.problem.is_none()) else {
        return Err(Error::Input(first_error.unwrap_or_else(|| "it has no parts".into())));
    };
    Ok(FileInfo {
        path: parts[0].0.clone(),
        media_type: first.file.media_type,
        encoding: first.file.encoding,
        bytes: opened.iter().map(|part| part.file.bytes).sum(),
        sha256: digest(opened.iter().map(|part| (part.file.path.as_path(), part.file.sha256.as_str()))),
        n_pages: opened.iter().map(|part| part.file.n_pages).sum(),
        parts: opened,
    })
}

/// A page of a file or of the files joined in it.
pub fn page(reader: &mut dyn PageReader, file: &FileInfo, number: u32, effort: Effort) -> Result<ReadPage> {
    let Some((part, own_number)) = part_of(file, number) else { return reader.page(file, number, effort) };
    if let Some(problem) = &part.problem {
        return Err(Error::Input(problem.clone()));
    }
    let mut read = reader.page(&part.file, own_number, effort).map_err(|error| named(&part.file.path, error))?;
    read.page.number = number;
    Ok(read)
}

/// Pictures of places on a page of a file or of the files joined in it.
pub fn crops(reader: &mut dyn PageReader, file: &FileInfo, crop: &Crop) -> Result<Vec<Vec<u8>>> {
    let Some((part, own_number)) = part_of(file, crop.page) else { return reader.crops(file, crop) };
    reader.crops(&part.file, &Crop { page: own_number, ..crop.clone() })
}

/// The part that holds a page, and the page's number in it; none where the file has no parts.
fn part_of(file: &FileInfo, number: u32) -> Option<(&Part, u32)> {
    let mut before = 0;
    for part in &file.parts {
        if number <= before + part.file.n_pages {
            return Some((part, number - before));
        }
        before += part.file.n_pages;
    }
    None
}

/// An error that names the part.
fn named(path: &Path, error: Error) -> Error {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    match error {
        Error::Input(reason) => Error::Input(format!("{name}: {reason}")),
        Error::Engine(reason) => Error::Engine(format!("{name}: {reason}")),
        Error::Io { source, .. } => Error::Input(format!("{name}: it cannot be read: {source}")),
        error => error,
    }
}
