//! Emission: what the stages found, as JSON and as plain text. Pure: no files, no clock, no run id.
//!
//! [`wire`] has the types of the output, [`documents`] fills them, [`to_json`] writes them and [`read`]
//! reads them again; [`schema`] describes them and [`misfit`] says where a value is none. Positions change their unit here and nowhere else: bytes
//! in memory, Unicode code points in JSON. The same source and producer give the same bytes. Files and
//! their names are left to the caller; [`Document`](wire::Document) is described in `docs/output.md`.
//!
//! ```
//! use paragraf::emit::{self, Producer, SourceInfo};
//! use paragraf::page::{CorrectedPage, OcrPage};
//! use paragraf::text::{Certainty, Edit, Reason, Span};
//!
//! let edit = Edit {
//!     span: Span::new(7, 20),
//!     replacement: "Nulägesstatus".to_owned(),
//!     reason: Reason::Diacritics,
//!     certainty: Certainty::Certain,
//!     score: 0.998,
//!     alternatives: Vec::new(),
//! };
//! let page = CorrectedPage::new(OcrPage::from_text(1, "§ 134 Nulagesstatus"), vec![edit]);
//! let source = SourceInfo { file: "råd/oktober.txt".to_owned(), pages: 1, ..SourceInfo::default() };
//! let documents = emit::documents(&source, &Producer::default(), &[page], &[], &[]);
//! let correction = &documents[0].pages[0].corrections[0];
//! assert_eq!(correction.span, [6, 19]);
//! assert_eq!(emit::read(&emit::to_json(&documents[0])).unwrap(), documents[0]);
//! ```

mod document;
mod evidence;
mod json;
mod points;
mod print;
mod producer;
mod schema;
mod source;
mod text;
mod validity;
mod values;
mod warnings;
pub mod wire;

pub use document::documents;
pub use json::{from_value, read, to_json, to_json_line, write_json};
pub use points::{Points, nfc};
pub use producer::{EngineInfo, LexiconInfo, ModelInfo, Producer};
pub use schema::schema;
pub use source::{SourceInfo, SourcePart};
pub use text::text;
pub use validity::{Validator, misfit};
