//! Many files: finds them, has their pages read in parallel, and hands over each document as it is done.
//!
//! Memory is bounded by the number of workers, not of pages: a page's image lives in the worker that
//! reads it, and only as many files are open as there are workers.

pub mod pages;
pub mod plan;
pub mod run;
pub mod store;

pub use pages::PageRanges;
pub use plan::{InputFile, plan};
pub use run::{Event, FileOutcome, FileStatus, Settings, run};
pub use store::Store;
