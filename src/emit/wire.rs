//! The output's own types: what stands in the JSON, key by key, in the order of the file.
//!
//! Apart from the domain types, so that those may change freely. The JSON Schema is derived from them, with these comments
//! as descriptions. A value that is not printed is null. Readers fill missing keys and pass over unknown ones.

pub use super::evidence::{CodePoints, Evidence, EvidenceMap, Override, PixelBox, SourceRef};
pub use super::print::{Alternative, Correction, Page, Review, Sensitive, Warning};
pub use super::values::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The version of the format. A new key or value raises the minor number, a changed meaning the major one.
pub const SCHEMA_VERSION: &str = "1.1";

/// An inclusive range of § numbers.
pub type ParagraphRange = [u32; 2];

/// A protocol, or another document, as read from one file or a part of one.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Document {
    /// The version of the format: see the documentation of the output.
    #[schemars(regex(pattern = r"^1\.[0-9]+$"))]
    pub schema_version: String,
    /// The first 12 hex digits of the source's SHA-256, and the part: the same for the same file.
    #[schemars(regex(pattern = r"^[0-9a-f]{12}-[1-9][0-9]*$"))]
    pub id: String,
    /// Whether personal data is masked.
    pub edition: Edition,
    /// The file that it was read from.
    pub source: Source,
    /// What read it.
    pub producer: Producer,
    /// Whether a page or a part of it was lost.
    pub status: Status,
    /// The meeting itself.
    pub meeting: Meeting,
    /// In printed order.
    pub attendees: Vec<Attendee>,
    /// Persons that the protocol names as absent; they are no attendees.
    pub absent: Vec<Absent>,
    /// Who signed, and who was to.
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
    /// What does not fit together: first what was noticed while reading, then what the content shows.
    pub warnings: Vec<Warning>,
    /// What a person should look at, worst first.
    pub review: Vec<Review>,
    /// Places with personal data.
    pub sensitive: Vec<Sensitive>,
    /// What people decided about this document, in the order of their overrides.
    pub overrides: Vec<Override>,
}

/// The file that a document was read from.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Source {
    /// The path of the input, relative to the input that was named, divided by `/`.
    pub file: String,
    /// Of the file's bytes, in hex. In the masked edition of a text file that is masked somewhere, of the masked text:
    /// by that of the file the digits under a mask could be found by trying.
    #[schemars(regex(pattern = r"^[0-9a-f]{64}$"))]
    pub sha256: String,
    /// The size of the file.
    pub bytes: u64,
    /// `application/pdf`, `image/tiff`, …
    pub media_type: String,
    /// In what a text file is written, as `--encoding` names it; not there for other files.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
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
    /// The path of the file, as in `source`.
    pub file: String,
    /// Of the file's bytes, in hex.
    pub sha256: String,
    /// The size of the file.
    pub bytes: u64,
    /// Pages of the whole that it holds, inclusive.
    pub page_first: u32,
    /// The last page of the whole that it holds.
    pub page_last: u32,
}

/// What made the document. The same producer and source give the same bytes.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Producer {
    /// `paragraf`.
    pub name: String,
    /// Of the program.
    pub version: String,
    /// Of every setting that can change the output.
    #[schemars(regex(pattern = r"^[0-9a-f]{64}$"))]
    pub configuration_sha256: String,
    /// Null where no page needed an engine.
    pub ocr: Option<Engine>,
    /// The dictionaries that words were corrected by.
    pub lexicon: Option<Lexicon>,
}

/// What recognised the pages.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Engine {
    /// `tesseract` where Tesseract finds the lines and paragraf computes the model's network; `tesseract-alone` where
    /// the model is of a kind that only Tesseract computes.
    pub engine: String,
    /// Of the engine's library.
    pub version: String,
    /// The models that it read with.
    pub models: Vec<Model>,
}

/// A recognition model.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Model {
    /// As it is asked for.
    pub name: String,
    /// Of the model's bytes, in hex.
    #[schemars(regex(pattern = r"^[0-9a-f]{64}$"))]
    pub sha256: String,
}

/// The dictionaries.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Lexicon {
    /// Of the built-in dictionaries.
    pub version: String,
    /// Of all dictionaries in use, in hex.
    #[schemars(regex(pattern = r"^[0-9a-f]{64}$"))]
    pub sha256: String,
}

/// The meeting: who met, when and where.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Meeting {
    /// What kind of document tells of it.
    pub kind: DocumentKind,
    /// The municipality, as printed.
    pub municipality: Option<String>,
    /// The board, council or association that met, as printed.
    pub body: Option<String>,
    /// The number of the meeting, as printed.
    pub meeting_number: Option<String>,
    /// The first day of the meeting.
    #[schemars(extend("format" = "date"))]
    pub date: Option<String>,
    /// Where it met, as printed.
    pub place: Option<String>,
    /// `HH:MM`
    #[schemars(extend("pattern" = r"^[0-2][0-9]:[0-5][0-9]$"))]
    pub start_time: Option<String>,
    /// `HH:MM`
    #[schemars(extend("pattern" = r"^[0-2][0-9]:[0-5][0-9]$"))]
    pub end_time: Option<String>,
    /// Pauses: pairs of `start` and `end`, of which a side is null where it is not printed.
    pub adjournments: Vec<Interval>,
    /// The first and last § that the front page states.
    pub paragraphs: Option<FirstLast>,
    /// Where the values above stand.
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

/// A range of §§ of which either end may not be printed.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct FirstLast {
    /// The first §.
    pub first: Option<u32>,
    /// The last §.
    pub last: Option<u32>,
}

/// Somebody who was there.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Attendee {
    /// Names the person within the document.
    #[schemars(regex(pattern = "^p[1-9][0-9]*$"))]
    pub id: String,
    /// As printed, without titles and herr/fru, hyphenation undone, never completed: a surname stays a surname.
    pub name: Option<String>,
    /// In what capacity.
    pub category: Category,
    /// The office that the person holds at the meeting; null where nothing is printed.
    pub role: Option<AttendeeRole>,
    /// The role or an official's title as printed.
    pub role_text: Option<String>,
    /// Upper case.
    pub party: Option<String>,
    /// The body or firm that an official or guest is from.
    pub organization: Option<String>,
    /// The member in whose place a substitute serves.
    pub replaces: Option<String>,
    /// The same member, where it is named in the document.
    pub replaces_id: Option<String>,
    /// Inclusive ranges of the §§ that the person took part in; null where the list states none.
    pub paragraphs: Option<Vec<ParagraphRange>>,
    /// From when to when the person was there, where the list states it.
    pub times: Option<Vec<Interval>>,
    /// Took part from a distance; null where nothing is printed of it.
    pub remote: Option<bool>,
    /// Where the values above stand.
    pub evidence: EvidenceMap,
}

/// Somebody who is named as absent.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Absent {
    /// Names the person within the document.
    #[schemars(regex(pattern = "^p[1-9][0-9]*$"))]
    pub id: String,
    /// As printed, without titles and herr/fru.
    pub name: Option<String>,
    /// Upper case.
    pub party: Option<String>,
    /// The role or title as printed.
    pub role_text: Option<String>,
    /// Why, as printed.
    pub reason: Option<String>,
    /// Where the values above stand.
    pub evidence: EvidenceMap,
}

/// A signature line.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Signature {
    /// As what the person signs.
    pub role: SignatureRole,
    /// The role as printed.
    pub role_text: Option<String>,
    /// As typed at the signature line; never a reading of the ink.
    pub name: Option<String>,
    /// The attendee of that name.
    pub person_id: Option<String>,
    /// Upper case.
    pub party: Option<String>,
    /// The §§ that are signed, where they are stated.
    pub paragraphs: Option<Vec<ParagraphRange>>,
    /// Whether ink stands at the signature line; null where it cannot be told.
    pub signed: Option<bool>,
    /// Where the values above stand.
    pub evidence: EvidenceMap,
}

/// When, where and by whom the protocol is adjusted (justering).
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Adjustment {
    /// Their names, as printed.
    pub adjusters: Vec<String>,
    /// Where, as printed.
    pub place: Option<String>,
    /// The day.
    #[schemars(extend("format" = "date"))]
    pub date: Option<String>,
    /// `HH:MM`
    #[schemars(extend("pattern" = r"^[0-2][0-9]:[0-5][0-9]$"))]
    pub time: Option<String>,
    /// The §§ that are adjusted, where they are stated.
    pub paragraphs: Option<Vec<ParagraphRange>>,
    /// Where the values above stand.
    pub evidence: EvidenceMap,
}

/// The notice that a protocol has been adjusted (anslag, bevis).
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Notice {
    /// The body whose protocol it is, as printed.
    pub organ: Option<String>,
    /// The day it is put up.
    #[schemars(extend("format" = "date"))]
    pub posted: Option<String>,
    /// The day it is taken down.
    #[schemars(extend("format" = "date"))]
    pub removed: Option<String>,
    /// Where the protocol is kept.
    pub kept_at: Option<String>,
    /// The §§ that it is about, where they are stated.
    pub paragraphs: Option<Vec<ParagraphRange>>,
    /// Where the values above stand.
    pub evidence: EvidenceMap,
}

/// A line of the printed table of contents.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ContentsEntry {
    /// The § number.
    pub number: Option<u32>,
    /// The title, as printed there.
    pub title: Option<String>,
    /// The page number as printed.
    pub page: Option<u32>,
    /// The item that it announces.
    pub item_id: Option<String>,
}

/// A matter of the meeting: a §.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Item {
    /// Names the item within the document.
    #[schemars(regex(pattern = "^i[1-9][0-9]*$"))]
    pub id: String,
    /// The § number; null for numbers such as `2.1.1`, which only the label has.
    pub number: Option<u32>,
    /// The last of several §§ under one heading: 17 of `§§ 15-17`.
    pub number_last: Option<u32>,
    /// What follows the number: the `a` of `Kf § 88 a`.
    pub suffix: Option<String>,
    /// The year that is printed with the number: 2019 of `§ 12/2019`.
    pub year: Option<u32>,
    /// The number as printed in front of the item.
    pub label: Option<String>,
    /// The numbers that the matter had in bodies that treated it before.
    pub earlier_numbers: Vec<EarlierNumber>,
    /// The heading, as printed.
    pub title: Option<String>,
    /// Diarienummer as printed, without its label; never spell-corrected.
    pub reference: Option<String>,
    /// Everything printed in the item after number, title and reference: hyphenation undone, a paragraph a line, table cells divided by tabs.
    pub text: String,
    /// Parts of the text under headings of their own, in order.
    pub sections: Vec<Section>,
    /// What was decided about it, in a word; null where that is not told.
    pub outcome: Option<Outcome>,
    /// Declared adjusted at once (omedelbar justering).
    pub immediate_adjustment: bool,
    /// What was moved (yrkanden), with who moved it.
    pub proposals: Vec<Proposal>,
    /// The votes that were counted, with their totals and, where printed, each ballot.
    pub votes: Vec<Vote>,
    /// Who reserved themselves against the decision.
    pub reservations: Vec<Reservation>,
    /// Who took no part because of jäv.
    pub disqualified: Vec<String>,
    /// What is attached, as printed.
    pub attachments: Vec<String>,
    /// To whom the decision is sent.
    pub distribution: Vec<String>,
    /// The page on which it begins.
    pub page_first: u32,
    /// The page on which it ends.
    pub page_last: u32,
    /// Where the values above stand.
    pub evidence: EvidenceMap,
}

/// The number that a matter had in a body that treated it before.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct EarlierNumber {
    /// The body, as printed.
    pub body: String,
    /// The § number there.
    pub number: u32,
}

/// A part of an item under a heading of its own.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Section {
    /// What it holds.
    pub kind: SectionKind,
    /// As printed; null where a decision is only a sentence.
    pub heading: Option<String>,
    /// What stands in it: a paragraph a line, hyphenation undone.
    pub text: String,
}

/// A yrkande.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Proposal {
    /// Who moved it, as printed.
    pub by: Vec<String>,
    /// The same persons, where they are attendees.
    pub person_ids: Vec<String>,
    /// The party in whose name, upper case.
    pub party: Option<String>,
    /// What was moved, as printed.
    pub text: String,
}

/// A vote that was counted.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Vote {
    /// What yes and no stood for, as printed.
    pub question: Option<String>,
    /// How many voted yes.
    pub yes: Option<u32>,
    /// How many voted no.
    pub no: Option<u32>,
    /// How many abstained.
    pub abstain: Option<u32>,
    /// How each voted, where it is printed.
    pub ballots: Vec<Ballot>,
}

/// One person's vote.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Ballot {
    /// As printed.
    pub name: String,
    /// The attendee of that name.
    pub person_id: Option<String>,
    /// Upper case.
    pub party: Option<String>,
    /// How the person voted.
    pub vote: BallotVote,
}

/// A reservation against a decision.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Reservation {
    /// Who made it, as printed.
    pub name: String,
    /// The attendee of that name.
    pub person_id: Option<String>,
    /// Upper case.
    pub party: Option<String>,
    /// What is printed of it.
    pub text: Option<String>,
}
