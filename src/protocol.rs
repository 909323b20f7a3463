//! What a protocol says: the meeting, who was there, what was decided, who signed.
//!
//! Every leaf is a [`Field`]: a value with the place on the page that it was taken from. A value that
//! is not printed is absent; nothing here is a guess from elsewhere. The JSON has types of its own.

use crate::page::BBox;
use crate::text::Span;
use jiff::civil::{Date, Time};

/// A place in the corrected text of a page, and on the page itself.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct SourceRef {
    pub page: u32,
    /// Bytes of the page's corrected text.
    pub span: Span,
    pub bbox: Option<BBox>,
}

/// How a value came from what is printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum State {
    #[default]
    Read,
    /// An edit changed the words it stands in.
    Corrected,
    /// Printed in another form, such as a date in words.
    Normalised,
    /// Follows from what stands elsewhere in the same document.
    Inferred,
    Manual,
    /// The label is printed, the value cannot be read.
    Unreadable,
}

#[derive(Clone, PartialEq, Debug, Default)]
pub struct Evidence {
    /// What was read at the sources, before any correction.
    pub printed: String,
    pub state: State,
    /// Probability that the value is right, 0–1.
    pub confidence: f32,
    pub sources: Vec<SourceRef>,
}

/// A value and its evidence. Evidence without a value says that the label is there and its value unreadable.
#[derive(Clone, PartialEq, Debug)]
pub struct Field<T> {
    pub value: Option<T>,
    pub evidence: Option<Evidence>,
}

impl<T> Default for Field<T> {
    fn default() -> Self {
        Field { value: None, evidence: None }
    }
}

impl<T> Field<T> {
    pub fn new(value: T, evidence: Evidence) -> Self {
        Field { value: Some(value), evidence: Some(evidence) }
    }

    pub fn unreadable(evidence: Evidence) -> Self {
        Field { value: None, evidence: Some(Evidence { state: State::Unreadable, ..evidence }) }
    }

    pub fn is_some(&self) -> bool {
        self.value.is_some()
    }
}

/// Numbers a person of the document in printed order from 1, attendees and absent together.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct PersonId(pub u32);

/// Inclusive ranges of § numbers.
pub type Paragraphs = Vec<(u32, u32)>;

#[derive(Clone, PartialEq, Debug, Default)]
pub struct Protocol {
    /// First and last page of the file, inclusive.
    pub pages: (u32, u32),
    pub meeting: Meeting,
    pub attendees: Vec<Attendee>,
    pub absent: Vec<Absent>,
    pub signatures: Vec<Signature>,
    pub adjustments: Vec<Adjustment>,
    pub notices: Vec<Notice>,
    pub contents: Vec<ContentsEntry>,
    pub items: Vec<Item>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum DocumentKind {
    Protocol,
    Agenda,
    AnnualReport,
    Letter,
    Bylaws,
    Notice,
    #[default]
    Other,
}

#[derive(Clone, PartialEq, Debug, Default)]
pub struct Meeting {
    pub kind: DocumentKind,
    pub municipality: Field<String>,
    pub body: Field<String>,
    pub meeting_number: Field<String>,
    pub date: Field<Date>,
    pub place: Field<String>,
    pub start_time: Field<Time>,
    pub end_time: Field<Time>,
    pub adjournments: Vec<(Option<Time>, Option<Time>)>,
    /// First and last § as the front page states them.
    pub paragraphs: Field<(Option<u32>, Option<u32>)>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Category {
    Member,
    ServingSubstitute,
    /// Present and not serving.
    Substitute,
    Official,
    Other,
    /// Lists that tell no difference.
    Present,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum AttendeeRole {
    Chair,
    ViceChair,
    SecondViceChair,
    Secretary,
    Adjuster,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Attendee {
    pub id: PersonId,
    /// As printed, without titles and herr/fru.
    pub name: Field<String>,
    pub category: Category,
    pub role: Option<AttendeeRole>,
    /// The role or title as printed.
    pub role_text: Field<String>,
    /// Upper case.
    pub party: Field<String>,
    pub organization: Field<String>,
    /// The member in whose place a substitute serves.
    pub replaces: Field<String>,
    pub replaces_id: Option<PersonId>,
    pub paragraphs: Field<Paragraphs>,
    pub times: Vec<(Option<Time>, Option<Time>)>,
    /// Taking part from a distance: only where it is printed.
    pub remote: Option<bool>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Absent {
    pub id: PersonId,
    pub name: Field<String>,
    pub party: Field<String>,
    pub role_text: Field<String>,
    pub reason: Field<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SignatureRole {
    Secretary,
    Chair,
    Adjuster,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Signature {
    pub role: SignatureRole,
    pub role_text: Field<String>,
    pub name: Field<String>,
    pub person_id: Option<PersonId>,
    pub party: Field<String>,
    pub paragraphs: Field<Paragraphs>,
    /// Whether ink stands at the signature line; none where that cannot be told.
    pub signed: Option<bool>,
}

#[derive(Clone, PartialEq, Debug, Default)]
pub struct Adjustment {
    pub adjusters: Vec<String>,
    pub place: Field<String>,
    pub date: Field<Date>,
    pub time: Field<Time>,
    pub paragraphs: Field<Paragraphs>,
}

/// The notice that a protocol has been adjusted (ANSLAG/BEVIS).
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Notice {
    pub organ: Field<String>,
    pub posted: Field<Date>,
    pub removed: Field<Date>,
    pub kept_at: Field<String>,
    pub paragraphs: Field<Paragraphs>,
}

#[derive(Clone, PartialEq, Debug, Default)]
pub struct ContentsEntry {
    pub number: Option<u32>,
    pub title: Field<String>,
    /// The page number as printed.
    pub page: Option<u32>,
    /// Index into the items.
    pub item: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SectionKind {
    Decision,
    Background,
    Summary,
    Proposal,
    Motions,
    Order,
    Vote,
    Reservation,
    Statement,
    Documents,
    Disqualification,
    Attachments,
    Distribution,
    Other,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Section {
    pub kind: SectionKind,
    pub heading: Option<String>,
    pub text: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Outcome {
    Approved,
    Rejected,
    ReferredBack,
    Postponed,
    Withdrawn,
    Noted,
    Other,
}

#[derive(Clone, PartialEq, Debug, Default)]
pub struct Proposal {
    pub by: Vec<String>,
    pub person_ids: Vec<PersonId>,
    pub party: Option<String>,
    pub text: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BallotVote {
    Yes,
    No,
    Abstain,
    Absent,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Ballot {
    pub name: String,
    pub person_id: Option<PersonId>,
    pub party: Option<String>,
    pub vote: BallotVote,
}

#[derive(Clone, PartialEq, Debug, Default)]
pub struct Vote {
    pub question: Option<String>,
    pub yes: Option<u32>,
    pub no: Option<u32>,
    pub abstain: Option<u32>,
    pub ballots: Vec<Ballot>,
}

#[derive(Clone, PartialEq, Debug, Default)]
pub struct Reservation {
    pub name: String,
    pub person_id: Option<PersonId>,
    pub party: Option<String>,
    pub text: Option<String>,
}

#[derive(Clone, PartialEq, Debug, Default)]
pub struct Item {
    pub number: Field<u32>,
    pub number_last: Option<u32>,
    pub suffix: Option<String>,
    pub year: Option<u32>,
    /// The number as printed in front of the item: `KS § 130`, `Paragraf 31.`
    pub label: Field<String>,
    /// The number that the item had in earlier bodies: body, number.
    pub earlier_numbers: Vec<(String, u32)>,
    pub title: Field<String>,
    /// Diarienummer without its label, never spell-corrected.
    pub reference: Field<String>,
    /// A paragraph a line, hyphenation undone, table cells divided by tabs.
    pub text: String,
    pub sections: Vec<Section>,
    pub outcome: Option<Outcome>,
    pub immediate_adjustment: bool,
    pub proposals: Vec<Proposal>,
    pub votes: Vec<Vote>,
    pub reservations: Vec<Reservation>,
    pub disqualified: Vec<String>,
    pub attachments: Vec<String>,
    pub distribution: Vec<String>,
    pub page_first: u32,
    pub page_last: u32,
}

/// What a person should look at.
#[derive(Clone, PartialEq, Debug)]
pub struct ReviewNote {
    /// JSON Pointer into the document's output.
    pub field: String,
    pub reason: String,
    pub confidence: f32,
    pub page: u32,
    pub bbox: Option<BBox>,
}
