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
mod json;
mod points;
mod schema;
mod text;
mod validity;
mod values;
pub mod wire;

pub use document::documents;
pub use json::{from_value, read, to_json, to_json_line, write_json};
pub use points::{Points, nfc};
pub use schema::schema;
pub use text::text;
pub use validity::{Validator, misfit};

/// The file that a document was read from.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SourceInfo {
    /// Relative to the input that was named, divided by `/`.
    pub file: String,
    /// 64 hex digits in lower case.
    pub sha256: String,
    pub bytes: u64,
    pub media_type: String,
    /// Pages of the whole file, also where only some are read.
    pub pages: u32,
    /// The files that it is joined of, in their order; empty for a file that is one.
    pub parts: Vec<SourcePart>,
}

/// A file that holds some of a document's pages.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SourcePart {
    pub file: String,
    pub sha256: String,
    pub bytes: u64,
    /// Pages of the whole that it holds, inclusive.
    pub page_first: u32,
    pub page_last: u32,
}

/// What reads and corrects, as far as it decides the output.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Producer {
    /// Of this program.
    pub version: String,
    /// Of every setting that can change the output.
    pub configuration_sha256: String,
    /// None where no page needed an engine.
    pub engine: Option<EngineInfo>,
    pub lexicon: Option<LexiconInfo>,
}

impl Default for Producer {
    fn default() -> Self {
        Producer {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            configuration_sha256: String::new(),
            engine: None,
            lexicon: None,
        }
    }
}

#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct EngineInfo {
    pub name: String,
    pub version: String,
    pub models: Vec<ModelInfo>,
}

#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ModelInfo {
    pub name: String,
    pub sha256: String,
}

#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LexiconInfo {
    pub version: String,
    pub sha256: String,
}
