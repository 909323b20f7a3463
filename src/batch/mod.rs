//! Many files: finds them, has their pages read in parallel, and hands over each document as it is done.
//!
//! What a run leaves is a run folder: documents, pages as they were read ([`kept`]), `run.json` ([`record`]) and `manifest.jsonl`
//! ([`manifest`]), true after any crash ([`store`]). [`resume`] tells what is still to do. Memory is
//! bounded by the number of workers, not of pages: a page's image lives in the worker that reads it, and
//! only as many files are open as there are workers.

pub mod index;
pub mod input;
pub mod join;
pub mod kept;
mod kinds;
pub mod manifest;
pub mod outcome;
pub mod pages;
pub mod plan;
pub mod record;
pub mod resume;
pub mod run;
pub mod store;

pub use input::InputFile;
pub use join::Join;
pub use kept::{KeptPages, Recognise};
pub use manifest::{FileStatus, Manifest};
pub use outcome::FileOutcome;
pub use pages::PageRanges;
pub use plan::{Plan, plan};
pub use record::RunRecord;
pub use resume::{Redo, Wanted};
pub use run::{Ending, Event, MaxFailures, Settings, run};
pub use store::{Editions, Store};
