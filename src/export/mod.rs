//! What a run folder holds, in the forms that archives and other systems take in.
//!
//! A form is a file here, with one function: a [`Job`] in, a [`Summary`] out. Nothing here reads a page or changes the
//! run folder. Documents come from its JSON, so that what people decided is in every form, and words with their places
//! from the pages as they were read ([`words`]). Files are written under another name and renamed ([`output`]).

mod akn;
mod alto;
mod bagit;
mod contents;
mod csv;
mod eark;
mod hocr;
mod jsonl;
mod naming;
pub mod output;
mod page;
#[cfg(feature = "parquet")]
mod parquet;
mod payload;
#[cfg(feature = "pdf")]
mod pdf;
mod popolo;
pub mod run;
mod sheet;
#[cfg(feature = "sqlite")]
mod sqlite;
pub mod tables;
pub mod words;
mod xml;

pub use output::Output;
pub use run::{Entry, Run};

use crate::batch::index::Place;
use crate::batch::manifest::Line;
use crate::error::{Error, Result};
use crate::guard::safely;
use crate::reader::Stop;
use rayon::prelude::*;
use std::str::FromStr;
use std::sync::Mutex;

/// A form: what it is called, and what writes it.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    name: &'static str,
    write: Option<fn(&Job<'_>) -> Result<Summary>>,
}

/// One whose library a build may do without.
macro_rules! optional {
    ($feature:literal, $module:ident) => {{
        #[cfg(feature = $feature)]
        let format = Format { name: $feature, write: Some($module::export) };
        #[cfg(not(feature = $feature))]
        let format = Format { name: $feature, write: None };
        format
    }};
}

impl Format {
    /// The scans with their text, as archives keep them.
    pub const PDF: Format = optional!("pdf", pdf);
    /// Words in their places, a file a page.
    pub const ALTO: Format = Format { name: "alto", write: Some(alto::export) };

    /// All there are: pages with their words, documents, tables, registers, packages.
    pub const ALL: [Format; 13] = [
        Format::PDF,
        Format::ALTO,
        Format { name: "page", write: Some(page::export) },
        Format { name: "hocr", write: Some(hocr::export) },
        Format { name: "jsonl", write: Some(jsonl::export) },
        Format { name: "csv", write: Some(csv::export) },
        optional!("parquet", parquet),
        optional!("sqlite", sqlite),
        Format { name: "popolo", write: Some(popolo::export) },
        Format { name: "akn", write: Some(akn::export) },
        Format { name: "contents", write: Some(contents::export) },
        Format { name: "bagit", write: Some(bagit::export) },
        Format { name: "eark", write: Some(eark::export) },
    ];

    /// As it is named on the command line and as its files are called.
    pub fn as_str(self) -> &'static str {
        self.name
    }

    /// Whether this program was built with what it needs.
    pub fn is_built(self) -> bool {
        self.write.is_some()
    }
}

impl FromStr for Format {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        let known = || Self::ALL.map(Self::as_str).join(", ");
        let found = Self::ALL.into_iter().find(|format| format.name == name);
        found.ok_or_else(|| Error::Usage(format!("'{name}' is no format; there are {}", known())))
    }
}

/// What is to be exported, and where to.
pub struct Job<'j> {
    pub run: &'j Run,
    pub out: &'j Output,
    /// Whose records they are, for the forms that say so.
    pub organisation: Option<&'j str>,
    pub stop: &'j Stop,
    /// Called with each input that is done, in no order.
    pub done: &'j (dyn Fn() + Sync),
}

/// What came of an export.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Summary {
    pub n_documents: usize,
    /// What was written, below the output folder: files, or a folder for many.
    pub written: Vec<String>,
    /// Inputs that could not be exported, and why; the others are.
    pub failed: Vec<(String, String)>,
    /// What a person should know of inputs that were exported, such as a form that could only be written in part.
    pub notes: Vec<(String, String)>,
}

impl Summary {
    fn fail(&mut self, input: &str, error: &Error) {
        self.failed.push((input.to_owned(), error.to_string()));
    }
}

/// Writes one form of a run.
pub fn export(job: &Job<'_>, format: Format) -> Result<Summary> {
    let Some(write) = format.write else {
        return Err(Error::Usage(format!(
            "this program was built without {}: build it with its default features",
            format.name
        )));
    };
    let mut summary = write(job)?;
    // A form that no input has leaves no folder.
    summary.written.retain(|name| job.out.folder().join(name).exists());
    summary.failed.sort();
    summary.notes.sort();
    Ok(summary)
}

/// Takes every input by itself, several at a time: for forms that have a file for each.
///
/// `make` writes what belongs to an input and gives the notes on it. An error of an input is that input's; an error of
/// the disk ends the export.
fn each(job: &Job<'_>, make: &(dyn Fn(&Entry<'_>) -> Result<Vec<String>> + Sync)) -> Result<Summary> {
    let summary = Mutex::new(Summary::default());
    let lock = || summary.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    job.run.places().par_iter().try_for_each(|place| {
        if job.stop.is_wanted() {
            return Err(Error::Stopped);
        }
        let line = job.run.line(place)?;
        let made = safely(|| {
            let entry = job.run.entry(&line)?;
            make(&entry).map(|notes| (entry.documents.len(), notes))
        });
        match made {
            Ok((n_documents, notes)) => {
                let mut summary = lock();
                summary.n_documents += n_documents;
                summary.notes.extend(notes.into_iter().map(|note| (line.input.clone(), note)));
            }
            Err(error @ (Error::Io { .. } | Error::Stopped)) => return Err(error),
            Err(error) => lock().fail(&line.input, &error),
        }
        (job.done)();
        Ok(())
    })?;
    Ok(summary.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner))
}

/// What was made of an input.
struct Made<T> {
    line: Line,
    /// With the number of its documents.
    made: Result<(usize, T)>,
}

/// Takes the inputs in their order: for forms that hold the whole run. `make` works on several at a time, `take` gets
/// what it made one after the other; no more than some dozens are in memory. Errors are told apart as by [`each`].
fn in_order<T: Send>(
    job: &Job<'_>,
    make: &(dyn Fn(&Entry<'_>) -> Result<T> + Sync),
    take: &mut dyn FnMut(&Line, T) -> Result<()>,
) -> Result<Summary> {
    const AT_A_TIME: usize = 32;
    let make_all = |places: &[Place]| -> Vec<Result<Made<T>>> {
        let make = |place| {
            let line = job.run.line(place)?;
            let made = safely(|| {
                let entry = job.run.entry(&line)?;
                make(&entry).map(|made| (entry.documents.len(), made))
            });
            Ok(Made { line, made })
        };
        places.par_iter().map(make).collect()
    };
    let mut summary = Summary::default();
    let mut chunks = job.run.places().chunks(AT_A_TIME);
    let mut next = chunks.next();
    let mut ahead = next.map(make_all).unwrap_or_default();
    while next.is_some() {
        if job.stop.is_wanted() {
            return Err(Error::Stopped);
        }
        next = chunks.next();
        let made = std::mem::take(&mut ahead);
        // What comes next is made while this is taken.
        rayon::in_place_scope(|scope| {
            if let Some(next) = next {
                scope.spawn(|_| ahead = make_all(next));
            }
            made.into_iter().try_for_each(|made| -> Result<()> {
                let Made { line, made } = made?;
                match made {
                    Ok((n_documents, made)) => {
                        take(&line, made)?;
                        summary.n_documents += n_documents;
                    }
                    Err(error @ (Error::Io { .. } | Error::Stopped)) => return Err(error),
                    Err(error) => summary.fail(&line.input, &error),
                }
                (job.done)();
                Ok(())
            })
        })?;
    }
    Ok(summary)
}
