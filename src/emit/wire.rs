//! The output's own types: what stands in the JSON, key by key, in the order of the file.
//!
//! They are kept apart from the domain types so that those may change freely while the output does
//! not. The JSON Schema is derived from them, and these comments are its descriptions. A value is null
//! where it is not printed. Readers fill missing keys with what is empty and pass over unknown ones.

pub use super::values::*;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

/// The version of the format. A new key or value raises the minor number, a changed meaning the major one.
pub const SCHEMA_VERSION: &str = "1.1";

/// Start and end (exclusive) in Unicode code points of a page's `text`.
pub type CodePoints = [u32; 2];

/// Left, top, right, bottom in pixels of the upright page image before any deskewing or scaling, origin top left.
pub type PixelBox = [i32; 4];

/// An inclusive range of § numbers.
pub type ParagraphRange = [u32; 2];

/// A protocol, or another document, as read from one file or a part of one.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Document {
    #[schemars(regex(pattern = r"^1\.[0-9]+$"))]
    pub schema_version: String,
    /// The first 12 hex digits of the source's SHA-256, and the part.
    #[schemars(regex(pattern = r"^[0-9a-f]{12}-[1-9][0-9]*$"))]
    pub id: String,
    pub edition: Edition,
    pub source: Source,
    pub producer: Producer,
    pub status: Status,
    pub meeting: Meeting,
    /// In printed order.
    pub attendees: Vec<Attendee>,
    /// Persons that the protocol names as absent; they are no attendees.
    pub absent: Vec<Absent>,
    pub signatures: Vec<Signature>,
    /// When, where and by whom the protocol is adjusted (justering).
    pub adjustments: Vec<Adjustment>,
    /// The notices of adjustment (anslag, bevis).
    pub notices: Vec<Notice>,
    /// The printed table of contents.
    pub contents: Vec<ContentsEntry>,
    /// The matters of the meeting, in printed order.
    pub items: Vec<Item>,
    /// The pages of this document, in order.
    pub pages: Vec<Page>,
    pub warnings: Vec<Warning>,
    /// What a person should look at, worst first.
    pub review: Vec<Review>,
    /// Places with personal data.
    pub sensitive: Vec<Sensitive>,
    /// What people decided about this document, in the order of their overrides.
    pub overrides: Vec<Override>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Source {
    /// The path of the input relative to the folder that was given, divided by `/`.
    pub file: String,
    #[schemars(regex(pattern = r"^[0-9a-f]{64}$"))]
    pub sha256: String,
    pub bytes: u64,
    pub media_type: String,
    /// Pages of the whole file.
    pub pages: u32,
    /// First page of this document in the file, from 1.
    pub page_first: u32,
    /// Last page of this document in the file, inclusive.
    pub page_last: u32,
    /// The files that were joined into one (`--join`), in their order; not there for a file that is one. `sha256`
    /// is then the hash of what `sha256sum` prints of them, and `pages` counts through all of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<SourcePart>,
}

/// A file that holds some of a document's pages.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct SourcePart {
    pub file: String,
    pub sha256: String,
    pub bytes: u64,
    /// Pages of the whole that it holds, inclusive.
    pub page_first: u32,
    pub page_last: u32,
}

/// What made the document. The same producer and source give the same bytes.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Producer {
    pub name: String,
    pub version: String,
    /// Of every setting that can change the output.
    #[schemars(regex(pattern = r"^[0-9a-f]{64}$"))]
    pub configuration_sha256: String,
    /// Null where no page needed an engine.
    pub ocr: Option<Engine>,
    pub lexicon: Option<Lexicon>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Engine {
    pub engine: String,
    pub version: String,
    pub models: Vec<Model>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Model {
    pub name: String,
    #[schemars(regex(pattern = r"^[0-9a-f]{64}$"))]
    pub sha256: String,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Lexicon {
    pub version: String,
    #[schemars(regex(pattern = r"^[0-9a-f]{64}$"))]
    pub sha256: String,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Meeting {
    pub kind: DocumentKind,
    pub municipality: Option<String>,
    /// The board, council or association that met, as printed.
    pub body: Option<String>,
    pub meeting_number: Option<String>,
    #[schemars(extend("format" = "date"))]
    pub date: Option<String>,
    pub place: Option<String>,
    /// `HH:MM`
    #[schemars(extend("pattern" = r"^[0-2][0-9]:[0-5][0-9]$"))]
    pub start_time: Option<String>,
    /// `HH:MM`
    #[schemars(extend("pattern" = r"^[0-2][0-9]:[0-5][0-9]$"))]
    pub end_time: Option<String>,
    pub adjournments: Vec<Interval>,
    /// The §§ that the front page states.
    pub paragraphs: Option<FirstLast>,
    pub evidence: EvidenceMap,
}

/// A stretch of time; a side is null where it is not printed.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Interval {
    /// `HH:MM`
    #[schemars(extend("pattern" = r"^[0-2][0-9]:[0-5][0-9]$"))]
    pub start: Option<String>,
    /// `HH:MM`
    #[schemars(extend("pattern" = r"^[0-2][0-9]:[0-5][0-9]$"))]
    pub end: Option<String>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct FirstLast {
    pub first: Option<u32>,
    pub last: Option<u32>,
}

/// What was printed where a value was taken from.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Evidence {
    /// As read, before any correction.
    pub printed: String,
    pub state: EvidenceState,
    /// Probability that the value is right.
    #[schemars(range(min = 0, max = 1))]
    pub confidence: f64,
    pub sources: Vec<SourceRef>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct SourceRef {
    #[schemars(range(min = 1))]
    pub page: u32,
    /// Unicode code points in the page's `text`, end exclusive.
    pub span: CodePoints,
    /// Pixels of the page; null for a text file.
    pub bbox: Option<PixelBox>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Attendee {
    #[schemars(regex(pattern = "^p[1-9][0-9]*$"))]
    pub id: String,
    /// As printed, without titles and herr/fru, hyphenation undone.
    pub name: Option<String>,
    pub category: Category,
    pub role: Option<AttendeeRole>,
    /// The role or an official's title as printed.
    pub role_text: Option<String>,
    /// Upper case.
    pub party: Option<String>,
    pub organization: Option<String>,
    /// The member in whose place a substitute serves.
    pub replaces: Option<String>,
    pub replaces_id: Option<String>,
    /// Inclusive ranges of the §§ that the person took part in; null where none are stated.
    pub paragraphs: Option<Vec<ParagraphRange>>,
    pub times: Option<Vec<Interval>>,
    /// Took part from a distance; null where nothing is printed of it.
    pub remote: Option<bool>,
    pub evidence: EvidenceMap,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Absent {
    #[schemars(regex(pattern = "^p[1-9][0-9]*$"))]
    pub id: String,
    pub name: Option<String>,
    pub party: Option<String>,
    pub role_text: Option<String>,
    pub reason: Option<String>,
    pub evidence: EvidenceMap,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Signature {
    pub role: SignatureRole,
    pub role_text: Option<String>,
    /// As typed at the signature line; never guessed from the ink.
    pub name: Option<String>,
    pub person_id: Option<String>,
    pub party: Option<String>,
    pub paragraphs: Option<Vec<ParagraphRange>>,
    /// Whether ink stands at the signature line; null where it cannot be told.
    pub signed: Option<bool>,
    pub evidence: EvidenceMap,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Adjustment {
    pub adjusters: Vec<String>,
    pub place: Option<String>,
    #[schemars(extend("format" = "date"))]
    pub date: Option<String>,
    /// `HH:MM`
    #[schemars(extend("pattern" = r"^[0-2][0-9]:[0-5][0-9]$"))]
    pub time: Option<String>,
    pub paragraphs: Option<Vec<ParagraphRange>>,
    pub evidence: EvidenceMap,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Notice {
    pub organ: Option<String>,
    #[schemars(extend("format" = "date"))]
    pub posted: Option<String>,
    #[schemars(extend("format" = "date"))]
    pub removed: Option<String>,
    /// Where the protocol is kept.
    pub kept_at: Option<String>,
    pub paragraphs: Option<Vec<ParagraphRange>>,
    pub evidence: EvidenceMap,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ContentsEntry {
    pub number: Option<u32>,
    pub title: Option<String>,
    /// The page number as printed.
    pub page: Option<u32>,
    pub item_id: Option<String>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Item {
    #[schemars(regex(pattern = "^i[1-9][0-9]*$"))]
    pub id: String,
    /// The § number; null for numbers such as `2.1.1`, which only the label has.
    pub number: Option<u32>,
    /// The last of several §§ under one heading.
    pub number_last: Option<u32>,
    pub suffix: Option<String>,
    pub year: Option<u32>,
    /// The number as printed in front of the item.
    pub label: Option<String>,
    pub earlier_numbers: Vec<EarlierNumber>,
    pub title: Option<String>,
    /// Diarienummer as printed, without its label; never spell-corrected.
    pub reference: Option<String>,
    /// Everything printed in the item after number, title and reference: hyphenation undone, a paragraph a line, table cells divided by tabs.
    pub text: String,
    pub sections: Vec<Section>,
    pub outcome: Option<Outcome>,
    /// Declared adjusted at once (omedelbar justering).
    pub immediate_adjustment: bool,
    pub proposals: Vec<Proposal>,
    pub votes: Vec<Vote>,
    pub reservations: Vec<Reservation>,
    /// Who took no part because of jäv.
    pub disqualified: Vec<String>,
    pub attachments: Vec<String>,
    /// To whom the decision is sent.
    pub distribution: Vec<String>,
    pub page_first: u32,
    pub page_last: u32,
    pub evidence: EvidenceMap,
}

/// The number that a matter had in a body that treated it before.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct EarlierNumber {
    pub body: String,
    pub number: u32,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Section {
    pub kind: SectionKind,
    /// As printed; null where a decision is only a sentence.
    pub heading: Option<String>,
    pub text: String,
}

/// A yrkande.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Proposal {
    pub by: Vec<String>,
    pub person_ids: Vec<String>,
    pub party: Option<String>,
    pub text: String,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Vote {
    pub question: Option<String>,
    pub yes: Option<u32>,
    pub no: Option<u32>,
    pub abstain: Option<u32>,
    pub ballots: Vec<Ballot>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Ballot {
    pub name: String,
    pub person_id: Option<String>,
    pub party: Option<String>,
    pub vote: BallotVote,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Reservation {
    pub name: String,
    pub person_id: Option<String>,
    pub party: Option<String>,
    pub text: Option<String>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Page {
    /// In the file, from 1.
    #[schemars(range(min = 1))]
    pub number: u32,
    pub status: PageStatus,
    /// Pixels of the upright page; null for a text file and for a page that was lost before its size was known.
    pub width: Option<u32>,
    pub height: Option<u32>,
    /// Pixels per inch; a born-digital page counts as 300.
    pub dpi: Option<u32>,
    /// Degrees clockwise by which the stored page had been turned: 0, 90, 180 or 270.
    pub rotation: u32,
    pub skew_degrees: f64,
    pub text_source: TextSource,
    /// Mean over the words, weighted by their length.
    #[schemars(range(min = 0, max = 1))]
    pub confidence: f64,
    /// The corrected text: printed lines and hyphens at line ends kept, pieces of a row divided by tabs.
    pub text: String,
    /// The text as read.
    pub original_text: String,
    /// In the order of the text, disjoint.
    pub corrections: Vec<Correction>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Correction {
    /// Unicode code points in the page's `text`, end exclusive. A suggested correction's is where the unchanged words stand.
    pub span: CodePoints,
    /// Unicode code points in the page's `original_text`, end exclusive.
    pub original_span: CodePoints,
    pub bbox: Option<PixelBox>,
    pub original: String,
    pub corrected: String,
    pub reason: Reason,
    pub certainty: Certainty,
    /// Probability that `corrected` is what was printed.
    #[schemars(range(min = 0, max = 1))]
    pub score: f64,
    /// Other readings that were weighed and not taken.
    pub alternatives: Vec<Alternative>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Alternative {
    pub text: String,
    #[schemars(range(min = 0, max = 1))]
    pub score: f64,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Warning {
    pub code: WarningCode,
    pub message: String,
    pub page: Option<u32>,
    pub bbox: Option<PixelBox>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Review {
    /// JSON Pointer into this document.
    pub field: String,
    /// `low_confidence`, `inferred`, `unreadable`, or another word.
    pub reason: String,
    #[schemars(range(min = 0, max = 1))]
    pub confidence: f64,
    pub page: Option<u32>,
    pub bbox: Option<PixelBox>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Sensitive {
    pub kind: SensitiveKind,
    pub page: u32,
    /// Unicode code points in the page's `text`, end exclusive.
    pub span: CodePoints,
    pub bbox: Option<PixelBox>,
    /// Whether a mask stands there.
    pub masked: bool,
}

/// A decision by a person: a value that was set, or a text edit.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Override {
    /// JSON Pointer into this document; null for a text edit.
    pub field: Option<String>,
    /// The page of a text edit.
    pub page: Option<u32>,
    /// Where the edit was made, as the overrides state it.
    pub span: Option<CodePoints>,
    pub by: String,
    pub at: String,
    pub note: Option<String>,
    /// Whether it stands in this document; if not, a warning says why.
    pub applied: bool,
}

/// Evidence by key of the object that it belongs to, in the order of the keys.
///
/// A list and not a hash map: the order is part of the bytes.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct EvidenceMap(pub Vec<(String, Evidence)>);

impl EvidenceMap {
    pub fn get(&self, key: &str) -> Option<&Evidence> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, evidence)| evidence)
    }
}

impl Serialize for EvidenceMap {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, evidence)| (key, evidence)))
    }
}

impl<'de> Deserialize<'de> for EvidenceMap {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries;
        impl<'de> Visitor<'de> for Entries {
            type Value = EvidenceMap;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("evidence by key")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<EvidenceMap, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(EvidenceMap(entries))
            }
        }
        deserializer.deserialize_map(Entries)
    }
}

impl JsonSchema for EvidenceMap {
    fn schema_name() -> Cow<'static, str> {
        "EvidenceMap".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Evidence for each key of the object that has a value, or whose label is printed and whose value cannot be read.",
            "type": "object",
            "additionalProperties": generator.subschema_for::<Evidence>(),
        })
    }
}
