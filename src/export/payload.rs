//! What packages hold: originals, what the run made of them, and what other forms make of that.

use super::run::{Entry, Run, changed_original, not_as_written, unread_original};
use super::{Format, Job, Output, Summary, export};
use crate::batch::manifest::OutputKind;
use crate::error::{Error, Result};
use crate::hash;
use crate::input::MediaType;
use crate::naming::{is_below, part_name};
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// Forms that go into a package beside the documents.
pub const WITHIN: [Format; 2] = [Format::PDF, Format::ALTO];

/// A file of a package.
#[derive(Clone, Debug)]
pub struct Stored {
    /// Below the folder it was put in, divided by `/`.
    pub name: String,
    pub bytes: u64,
    pub sha256: String,
    pub media_type: &'static str,
}

/// What was taken in for an input.
pub struct Taken {
    /// With the paths of the inputs, or of the parts of one that is joined.
    pub originals: Vec<Stored>,
    pub derived: Vec<Stored>,
}

/// Where an input's files go.
pub struct Places<'p> {
    /// The folder for originals, and what stands before their names. None for the masked edition: originals show what
    /// is masked.
    pub originals: Option<(&'p Output, &'static str)>,
    pub derived: &'p Output,
    /// Which outputs of the run are taken.
    pub kinds: &'p [OutputKind],
}

/// Copies what belongs to an input, all of it or nothing. An original or output that is not as the manifest says is the
/// input's failure.
pub fn take(job: &Job<'_>, entry: &Entry<'_>, places: &Places<'_>) -> Result<Taken> {
    let mut taken = Taken { originals: Vec::new(), derived: Vec::new() };
    let result = take_into(job, entry, places, &mut taken);
    if result.is_err() {
        let originals = places.originals.iter().flat_map(|(out, _)| taken.originals.iter().map(|file| (*out, file)));
        for (out, file) in originals.chain(taken.derived.iter().map(|file| (places.derived, file))) {
            let _ = fs::remove_file(out.folder().join(&file.name));
        }
    }
    result.map(|()| taken)
}

fn take_into(job: &Job<'_>, entry: &Entry<'_>, places: &Places<'_>, taken: &mut Taken) -> Result<()> {
    let line = entry.line;
    if let Some((out, start)) = places.originals {
        let names: Vec<&str> = match &*line.parts {
            [] => vec![&line.input],
            parts => parts.iter().map(|part| &*part.input).collect(),
        };
        for (name, (path, sha256)) in names.into_iter().zip(entry.originals()) {
            if !is_below(name) {
                return Err(Error::Input(format!("the original {name} lies nowhere below what was read")));
            }
            let unreadable = |error: io::Error| unread_original(&path, &error);
            let stored = copy(job, &path, out, &format!("{start}{name}"), &unreadable)?;
            let is_same = sha256 == Some(&*stored.sha256);
            taken.originals.push(stored);
            if !is_same {
                return Err(changed_original(&path));
            }
        }
    }
    let run_folder = job.run.folder();
    for output in line.outputs.iter().filter(|output| places.kinds.contains(&output.kind)) {
        if !is_below(&output.path) {
            return Err(not_as_written(&output.path));
        }
        let gone = |error: io::Error| Error::Input(format!("{}: {error}", output.path));
        let name = if job.run.is_masked() {
            output.path.strip_prefix("masked/").unwrap_or(&output.path)
        } else {
            &output.path
        };
        let stored = copy(job, &run_folder.join(&output.path), places.derived, name, &gone)?;
        let is_same = stored.sha256 == output.sha256;
        taken.derived.push(stored);
        if !is_same {
            return Err(not_as_written(&output.path));
        }
    }
    // What people decided may quote what is masked.
    for idx in (0..entry.documents.len()).filter(|_| !job.run.is_masked()) {
        let name = format!("overrides/{}.json", part_name(&line.input, idx));
        let path = run_folder.join(&name);
        if path.is_file() {
            let unreadable = |error: io::Error| Error::Input(format!("{name}: {error}"));
            taken.derived.push(copy(job, &path, places.derived, &name, &unreadable)?);
        }
    }
    Ok(())
}

/// Copies a file and hashes it on the way. What cannot be read is told by `unreadable`, what cannot be written is an
/// error of the disk.
pub fn copy(
    job: &Job<'_>,
    from: &Path,
    out: &Output,
    name: &str,
    unreadable: &dyn Fn(io::Error) -> Error,
) -> Result<Stored> {
    // A pipe may never end.
    let metadata = fs::metadata(from).map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(unreadable(io::ErrorKind::InvalidInput.into()));
    }
    let file = RefCell::new(File::open(from).map_err(unreadable)?);
    let (bytes, media_type, failure) = (Cell::new(0), Cell::new("application/octet-stream"), Cell::new(None));
    let written = out.write(name, &|to| {
        let mut buffer = vec![0; 1 << 18];
        loop {
            if job.stop.is_wanted() {
                failure.set(Some(Error::Stopped));
                return Err(io::ErrorKind::Interrupted.into());
            }
            let n_bytes = match file.borrow_mut().read(&mut buffer) {
                Ok(0) => return Ok(()),
                Ok(n_bytes) => n_bytes,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => {
                    failure.set(Some(unreadable(error)));
                    return Err(io::ErrorKind::Other.into());
                }
            };
            if bytes.get() == 0 {
                media_type.set(media_type_of(name, &buffer[..n_bytes]));
            }
            bytes.set(bytes.get() + n_bytes as u64);
            to.write_all(&buffer[..n_bytes])?;
        }
    });
    match (failure.take(), written) {
        (Some(failure), _) => Err(failure),
        (None, Err(error)) => Err(error),
        (None, Ok(sha256)) => {
            Ok(Stored { name: name.to_owned(), bytes: bytes.get(), sha256, media_type: media_type.get() })
        }
    }
}

/// Has the other forms written into a folder, for the inputs that did not fail, and hands on their files.
pub fn within(
    job: &Job<'_>,
    out: &Output,
    summary: &mut Summary,
    found: &mut dyn FnMut(Stored) -> Result<()>,
) -> Result<()> {
    let left = (!summary.failed.is_empty()).then(|| job.run.without(&failed_inputs(summary))).transpose()?;
    let run: &Run = left.as_ref().unwrap_or(job.run);
    for format in WITHIN.into_iter().filter(|format| format.is_built()) {
        let inner = export(&Job { run, out, done: &|| (), ..*job }, format)?;
        let named = |(input, told): (String, String)| (input, format!("{}: {told}", format.as_str()));
        summary.failed.extend(inner.failed.into_iter().map(named));
        summary.notes.extend(inner.notes.into_iter().map(named));
        for name in inner.written {
            files(job, out.folder(), &name, found)?;
        }
    }
    Ok(())
}

pub fn failed_inputs(summary: &Summary) -> BTreeSet<&str> {
    summary.failed.iter().map(|(input, _)| &**input).collect()
}

/// Hands on a file, or all files below a folder in the order of their names.
fn files(job: &Job<'_>, root: &Path, name: &str, found: &mut dyn FnMut(Stored) -> Result<()>) -> Result<()> {
    if job.stop.is_wanted() {
        return Err(Error::Stopped);
    }
    let name = name.trim_end_matches('/');
    let path = root.join(name);
    let failed = |error| Error::io(&path, error);
    if !path.is_dir() {
        let (bytes, sha256) = hash::of_file(&path).map_err(failed)?;
        return found(Stored { name: name.to_owned(), bytes, sha256, media_type: media_type_of(name, b"") });
    }
    let entries: io::Result<Vec<_>> = fs::read_dir(&path).map_err(failed)?.collect();
    let mut names: Vec<_> = entries.map_err(failed)?.iter().map(fs::DirEntry::file_name).collect();
    names.sort();
    names.iter().try_for_each(|inner| files(job, root, &format!("{name}/{}", inner.to_string_lossy()), found))
}

/// By the ending of what the program itself writes, by the first bytes of all else.
pub fn media_type_of(name: &str, first: &[u8]) -> &'static str {
    let ending = name.rsplit('/').next().unwrap_or(name).rsplit_once('.').map_or("", |(_, ending)| ending);
    match ending.to_ascii_lowercase().as_str() {
        "json" => "application/json",
        "gz" => "application/gzip",
        "xml" => "application/xml",
        "pdf" => "application/pdf",
        "html" => "text/html",
        "csv" => "text/csv",
        "txt" | "jsonl" => "text/plain",
        _ => MediaType::detect(first).map_or("application/octet-stream", MediaType::as_str),
    }
}
