//! What a run folder holds, in the forms that archives and other systems take in.
//!
//! A form is a file here, with one function: a [`Job`] in, a [`Summary`] out. Nothing here reads a page or changes the
//! run folder. Documents come from its JSON, so that what people decided is in every form, and words with their places
//! from the pages as they were read ([`words`]). Files are written under another name and renamed ([`output`]).

mod alto;
mod hocr;
mod jsonl;
pub mod output;
mod page;
pub mod run;
mod sheet;
pub mod words;
mod xml;

pub use output::Output;
pub use run::{Entry, Run};

use crate::error::{Error, Result};
use crate::guard::guarded;
use crate::reader::Stop;
use rayon::prelude::*;
use std::str::FromStr;
use std::sync::Mutex;

/// A form.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Format {
    /// The documents, a line each.
    Jsonl,
    /// Words in their places, a file a page.
    Alto,
    /// Words in their places, a file an input.
    Hocr,
    /// Words in their places, a file a page.
    Page,
}

impl Format {
    pub const ALL: [Format; 4] = [Format::Jsonl, Format::Alto, Format::Hocr, Format::Page];

    /// As it is named on the command line and as its files are called.
    pub fn as_str(self) -> &'static str {
        match self {
            Format::Jsonl => "jsonl",
            Format::Alto => "alto",
            Format::Hocr => "hocr",
            Format::Page => "page",
        }
    }
}

impl FromStr for Format {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        let known = || Self::ALL.map(Self::as_str).join(", ");
        let found = Self::ALL.into_iter().find(|format| format.as_str() == name);
        found.ok_or_else(|| Error::Usage(format!("'{name}' is no format; there are {}", known())))
    }
}

/// What is to be exported, and where to.
pub struct Job<'j> {
    pub run: &'j Run,
    pub out: &'j Output,
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
    let mut summary = match format {
        Format::Jsonl => jsonl::export(job),
        Format::Alto => alto::export(job),
        Format::Hocr => hocr::export(job),
        Format::Page => page::export(job),
    }?;
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
    job.run.lines().par_iter().try_for_each(|line| {
        if job.stop.is_wanted() {
            return Err(Error::Stopped);
        }
        let made = safely(|| {
            let entry = job.run.entry(line)?;
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

/// Takes the inputs in their order: for forms that hold the whole run. `make` works on several at a time, `take` gets
/// what it made one after the other; no more than some dozens are in memory.
fn in_order<T: Send>(
    job: &Job<'_>,
    make: &(dyn Fn(&Entry<'_>) -> Result<T> + Sync),
    take: &mut dyn FnMut(&crate::batch::manifest::Line, T) -> Result<()>,
) -> Result<Summary> {
    const AT_A_TIME: usize = 64;
    let mut summary = Summary::default();
    for lines in job.run.lines().chunks(AT_A_TIME) {
        if job.stop.is_wanted() {
            return Err(Error::Stopped);
        }
        let made: Vec<_> = lines
            .par_iter()
            .map(|line| {
                safely(|| {
                    let entry = job.run.entry(line)?;
                    make(&entry).map(|made| (entry.documents.len(), made))
                })
            })
            .collect();
        for (line, made) in lines.iter().zip(made) {
            match made {
                Ok((n_documents, made)) => {
                    take(line, made)?;
                    summary.n_documents += n_documents;
                }
                Err(error) => summary.fail(&line.input, &error),
            }
            (job.done)();
        }
    }
    Ok(summary)
}

/// A panic while an input is exported is that input's failure.
fn safely<T>(make: impl FnOnce() -> Result<T>) -> Result<T> {
    let broke_down = |place: String| {
        Error::Engine(format!("the program broke down on it at {place}; please report it, with the file if you may"))
    };
    guarded(make).unwrap_or_else(|place| Err(broke_down(place)))
}
