//! The pages in the output, and what is doubtful about them or the document.

use super::evidence::{CodePoints, PixelBox};
use super::values::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A page, with its text as read and as corrected.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Page {
    /// In the file, from 1.
    #[schemars(range(min = 1))]
    pub number: u32,
    /// Whether it could be read.
    pub status: PageStatus,
    /// Pixels of the upright page; null for a text file and for a page that was lost before its size was known.
    pub width: Option<u32>,
    /// As `width`.
    pub height: Option<u32>,
    /// Pixels per inch; a born-digital page counts as 300.
    pub dpi: Option<u32>,
    /// Degrees clockwise by which the stored page had been turned: 0, 90, 180 or 270.
    pub rotation: u32,
    /// Degrees by which its lines slanted; they were straightened to be read.
    pub skew_degrees: f64,
    /// Whether the text was recognised or stood in the file.
    pub text_source: TextSource,
    /// Mean over the words, weighted by their length.
    #[schemars(range(min = 0, max = 1))]
    pub confidence: f64,
    /// The corrected text: printed lines and hyphens at line ends kept, pieces of a row divided by tabs.
    pub text: String,
    /// The text as read; of a born-digital page and a text file in plain letters.
    pub original_text: String,
    /// In the order of the text, disjoint. Putting each applied `original` back in place of its `span` gives
    /// `original_text`.
    pub corrections: Vec<Correction>,
}

/// A change of words that were read, or a suggestion of one.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Correction {
    /// Unicode code points in the page's `text`, end exclusive. A suggested correction's is where the unchanged words stand.
    pub span: CodePoints,
    /// Unicode code points in the page's `original_text`, end exclusive.
    pub original_span: CodePoints,
    /// Pixels of the upright page; null for a text file.
    pub bbox: Option<PixelBox>,
    /// The words as read.
    pub original: String,
    /// The words that stand there now, or are suggested.
    pub corrected: String,
    /// Why they were changed.
    pub reason: Reason,
    /// Whether the change was made or is suggested.
    pub certainty: Certainty,
    /// Probability that `corrected` is what was printed.
    #[schemars(range(min = 0, max = 1))]
    pub score: f64,
    /// Other readings that were weighed and not taken.
    pub alternatives: Vec<Alternative>,
}

/// A reading that was weighed and not taken.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Alternative {
    /// The words.
    pub text: String,
    /// Probability that they are what was printed, 0–1.
    #[schemars(range(min = 0, max = 1))]
    pub score: f64,
}

/// Something doubtful that a reader of the document should know.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Warning {
    /// What kind of doubt.
    pub code: WarningCode,
    /// A sentence about it. No text of the page beyond numbers and labels.
    pub message: String,
    /// The page that it is about; null where it is about all.
    pub page: Option<u32>,
    /// The place that it is about, in pixels of the upright page.
    pub bbox: Option<PixelBox>,
}

/// What a person should look at.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Review {
    /// JSON Pointer into this document; `-` at its end is the place behind the last of a list.
    pub field: String,
    /// `low_confidence`; `inferred`: not printed there, concluded from elsewhere; `unreadable`. Of what seems to be
    /// wrong between the parts `missing`: a protocol has it and this one seems not to, or the other items have it;
    /// `number_gap`, `number_repeated`, `range_mismatch`, `vote_mismatch`; `signature_mismatch`: who signs is not among
    /// those present or elected, or an office signs twice.
    pub reason: String,
    /// Probability that the value is right.
    #[schemars(range(min = 0, max = 1))]
    pub confidence: f64,
    /// The page's number in the file, from 1.
    pub page: Option<u32>,
    /// Pixels of the upright page.
    pub bbox: Option<PixelBox>,
}

/// A place with personal data.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Sensitive {
    /// What kind of data.
    pub kind: SensitiveKind,
    /// The page's number in the file, from 1.
    pub page: u32,
    /// Unicode code points in the page's `text`, end exclusive.
    pub span: CodePoints,
    /// Pixels of the upright page.
    pub bbox: Option<PixelBox>,
    /// Whether a mask stands there.
    pub masked: bool,
}
