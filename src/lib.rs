//! Turns scanned Swedish meeting protocols into data that people can trust.
//!
//! A [`reader`] opens a file and gives its pages: as they are stored ([`input`]), recognised where they are images
//! ([`ocr`]). The [`pipeline`] does the rest: [`correct`] restores misread words, [`segment`] finds the protocol on
//! the pages, what people decided ([`overrides`]) outranks both, and [`emit`] makes the documents, which [`mask`] can
//! rid of personal numbers. Each stage can be used by itself. Spans are bytes in memory and code points in JSON, boxes
//! are pixels of the upright page, confidences are 0 to 1, pages count from 1.
//!
//! ```
//! use paragraf::correct::{Lexicon, Options};
//! use paragraf::emit::{self, SourceInfo};
//! use paragraf::error::Result;
//! use paragraf::input::LayerPolicy;
//! use paragraf::ocr::model::DEFAULT_MODEL;
//! use paragraf::pipeline::{self, ReadFile};
//! use paragraf::reader::local::LocalReader;
//! use paragraf::reader::{Effort, PageReader, ReaderSettings};
//!
//! # fn main() -> std::result::Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! # let path = folder.path().join("protokoll.txt");
//! # std::fs::write(&path, "Sammantradesprotokoll 2019-04-09\nSocialnamnden\n§ 12 Nulagesstatus\nBeslut\nRapporten godkanns.\n")?;
//! // A PDF or an image is read the same way; Tesseract is only loaded when a page needs it.
//! let mut reader = LocalReader::with_tesseract(&ReaderSettings::new(DEFAULT_MODEL, LayerPolicy::Auto));
//! let file = reader.open(&path)?;
//! let pages = (1..=file.n_pages).map(|number| reader.page(&file, number, Effort::Full)).collect::<Result<_>>()?;
//! let source = SourceInfo {
//!     file: "protokoll.txt".into(),
//!     sha256: file.sha256.clone(),
//!     bytes: file.bytes,
//!     media_type: file.media_type.as_str().into(),
//!     pages: file.n_pages,
//!     ..SourceInfo::default()
//! };
//! let read = ReadFile { source, configuration_sha256: "0".repeat(64), pages, ..ReadFile::default() };
//! let documents = pipeline::documents(&Lexicon::builtin(), &Options::default(), read);
//!
//! let protocol = &documents[0];
//! assert_eq!(protocol.meeting.date.as_deref(), Some("2019-04-09"));
//! assert_eq!(protocol.items[0].number, Some(12));
//! assert_eq!(protocol.items[0].title.as_deref(), Some("Nulägesstatus"));
//! let json = emit::to_json(protocol);
//! assert_eq!(emit::misfit(&serde_json::from_str(&json)?), None);
//! # Ok(())
//! # }
//! ```
//!
//! `reader::local` reads in this process: a decoder or an engine that breaks down takes it along. Where files come from
//! strangers, [`reader::process`] reads in processes of the `paragraf` program that may die.

#![warn(missing_docs)]
// Without an engine much of what prepares pixels for one is not called.
#![cfg_attr(not(feature = "tesseract"), allow(dead_code))]

#[cfg(test)]
extern crate self as paragraf;

pub mod error;
pub mod page;
pub mod protocol;
pub mod text;

pub mod correct;
pub mod emit;
pub mod input;
pub mod ocr;
pub mod reader;
pub mod segment;

pub mod mask;
pub mod overrides;
pub mod pipeline;

// What only the program, its tests and its benchmarks use. It may change with any version.
#[doc(hidden)]
pub mod batch;
#[doc(hidden)]
pub mod diff;
#[doc(hidden)]
pub mod eval;
#[doc(hidden)]
pub mod export;
#[doc(hidden)]
pub mod guard;
#[doc(hidden)]
pub mod hash;
#[doc(hidden)]
pub mod naming;
mod personnummer;
#[doc(hidden)]
pub mod report;
#[doc(hidden)]
pub mod verify;
