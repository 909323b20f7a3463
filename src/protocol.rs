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
    /// The page's number in the file, from 1.
    pub page: u32,
    /// Bytes of the page's corrected text.
    pub span: Span,
    /// Pixels of the upright page; none for a text file.
    pub bbox: Option<BBox>,
}

/// How a value came from what is printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum State {
    /// As it is printed.
    #[default]
    Read,
    /// An edit changed the words it stands in.
    Corrected,
    /// Printed in another form, such as a date in words.
    Normalised,
    /// Follows from what stands elsewhere in the same document.
    Inferred,
    /// A person set it.
    Manual,
    /// The label is printed, the value cannot be read.
    Unreadable,
}

/// What was printed where a value was taken from.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Evidence {
    /// What was read at the sources, before any correction.
    pub printed: String,
    /// How the value came from it.
    pub state: State,
    /// Probability that the value is right, 0–1.
    pub confidence: f32,
    /// Where it stands, in the order of the text.
    pub sources: Vec<SourceRef>,
}

/// A value and its evidence. Evidence without a value says that the label is there and its value unreadable.
#[derive(Clone, PartialEq, Debug)]
pub struct Field<T> {
    /// None where it is not printed or cannot be read.
    pub value: Option<T>,
    /// None where nothing of it is printed.
    pub evidence: Option<Evidence>,
}

impl<T> Default for Field<T> {
    fn default() -> Self {
        Field { value: None, evidence: None }
    }
}

impl<T> Field<T> {
    /// A value that was found.
    pub fn new(value: T, evidence: Evidence) -> Self {
        Field { value: Some(value), evidence: Some(evidence) }
    }

    /// A value whose label is printed and that cannot be read.
    pub fn unreadable(evidence: Evidence) -> Self {
        Field { value: None, evidence: Some(Evidence { state: State::Unreadable, ..evidence }) }
    }

    /// Whether there is a value.
    pub fn is_some(&self) -> bool {
        self.value.is_some()
    }
}

/// Numbers a person of the document in printed order from 1, attendees and absent together.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct PersonId(pub u32);

/// Inclusive ranges of § numbers.
pub type Paragraphs = Vec<(u32, u32)>;

/// A protocol, or another document, as it was found on pages.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Protocol {
    /// First and last page of the file, inclusive.
    pub pages: (u32, u32),
    /// The meeting itself.
    pub meeting: Meeting,
    /// Who was there, in printed order.
    pub attendees: Vec<Attendee>,
    /// Who is named as absent; they are no attendees.
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
}

/// What kind of document it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum DocumentKind {
    /// Minutes of a meeting.
    Protocol,
    /// A call to a meeting with what it is to treat.
    Agenda,
    /// A report on a year (verksamhetsberättelse, årsredovisning).
    AnnualReport,
    /// A letter or official communication.
    Letter,
    /// Bylaws or regulations.
    Bylaws,
    /// A notice for the public.
    Notice,
    /// None of these, or not to be told.
    #[default]
    Other,
}

/// The meeting: who met, when and where.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Meeting {
    /// What kind of document tells of it.
    pub kind: DocumentKind,
    /// The municipality, as printed.
    pub municipality: Field<String>,
    /// The board, council or association that met, as printed.
    pub body: Field<String>,
    /// The number of the meeting, as printed.
    pub meeting_number: Field<String>,
    /// The first day of the meeting.
    pub date: Field<Date>,
    /// Where it met, as printed.
    pub place: Field<String>,
    /// When it began.
    pub start_time: Field<Time>,
    /// When it ended.
    pub end_time: Field<Time>,
    /// Pauses; a side is missing where it is not printed.
    pub adjournments: Vec<(Option<Time>, Option<Time>)>,
    /// First and last § as the front page states them.
    pub paragraphs: Field<(Option<u32>, Option<u32>)>,
}

/// In what capacity somebody was there.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Category {
    /// An elected member.
    Member,
    /// A substitute who serves in a member's place.
    ServingSubstitute,
    /// Present and not serving.
    Substitute,
    /// An official or employee.
    Official,
    /// A guest, an auditor, or somebody else.
    Other,
    /// Lists that tell no difference.
    Present,
}

/// What an attendee did at the meeting.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum AttendeeRole {
    /// Chair (ordförande).
    Chair,
    /// Vice chair.
    ViceChair,
    /// Second vice chair.
    SecondViceChair,
    /// Secretary.
    Secretary,
    /// Adjuster of the protocol (justerare).
    Adjuster,
}

/// Somebody who was there.
#[derive(Clone, PartialEq, Debug)]
pub struct Attendee {
    /// Names the person within the document.
    pub id: PersonId,
    /// As printed, without titles and herr/fru.
    pub name: Field<String>,
    /// In what capacity.
    pub category: Category,
    /// What the person did at the meeting; none where nothing is printed.
    pub role: Option<AttendeeRole>,
    /// The role or title as printed.
    pub role_text: Field<String>,
    /// Upper case.
    pub party: Field<String>,
    /// The body or firm that an official or guest is from.
    pub organization: Field<String>,
    /// The member in whose place a substitute serves.
    pub replaces: Field<String>,
    /// The same member, where it is named in the document.
    pub replaces_id: Option<PersonId>,
    /// The §§ that the person took part in, where they are stated.
    pub paragraphs: Field<Paragraphs>,
    /// From when to when the person was there, where it is stated.
    pub times: Vec<(Option<Time>, Option<Time>)>,
    /// Taking part from a distance: only where it is printed.
    pub remote: Option<bool>,
}

/// Somebody who is named as absent.
#[derive(Clone, PartialEq, Debug)]
pub struct Absent {
    /// Names the person within the document.
    pub id: PersonId,
    /// As printed, without titles and herr/fru.
    pub name: Field<String>,
    /// Upper case.
    pub party: Field<String>,
    /// The role or title as printed.
    pub role_text: Field<String>,
    /// Why, as printed.
    pub reason: Field<String>,
}

/// As what somebody signs.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SignatureRole {
    /// Secretary.
    Secretary,
    /// Chair (ordförande).
    Chair,
    /// Adjuster (justerare).
    Adjuster,
}

/// A signature line.
#[derive(Clone, PartialEq, Debug)]
pub struct Signature {
    /// As what the person signs.
    pub role: SignatureRole,
    /// The role as printed.
    pub role_text: Field<String>,
    /// As typed at the signature line; never guessed from the ink.
    pub name: Field<String>,
    /// The attendee of that name.
    pub person_id: Option<PersonId>,
    /// Upper case.
    pub party: Field<String>,
    /// The §§ that are signed, where they are stated.
    pub paragraphs: Field<Paragraphs>,
    /// Whether ink stands at the signature line; none where that cannot be told.
    pub signed: Option<bool>,
}

/// When, where and by whom the protocol is adjusted (justering).
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Adjustment {
    /// Their names, as printed.
    pub adjusters: Vec<String>,
    /// Where, as printed.
    pub place: Field<String>,
    /// The day.
    pub date: Field<Date>,
    /// The hour.
    pub time: Field<Time>,
    /// The §§ that are adjusted, where they are stated.
    pub paragraphs: Field<Paragraphs>,
}

/// The notice that a protocol has been adjusted (ANSLAG/BEVIS).
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Notice {
    /// The body whose protocol it is, as printed.
    pub organ: Field<String>,
    /// The day it is put up.
    pub posted: Field<Date>,
    /// The day it is taken down.
    pub removed: Field<Date>,
    /// Where the protocol is kept, as printed.
    pub kept_at: Field<String>,
    /// The §§ that it is about, where they are stated.
    pub paragraphs: Field<Paragraphs>,
}

/// A line of the printed table of contents.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ContentsEntry {
    /// The § number.
    pub number: Option<u32>,
    /// The title, as printed there.
    pub title: Field<String>,
    /// The page number as printed.
    pub page: Option<u32>,
    /// Index into the items.
    pub item: Option<usize>,
}

/// What a section of an item holds.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SectionKind {
    /// What was decided (beslut).
    Decision,
    /// What led to the matter (bakgrund, ärendet).
    Background,
    /// A summary of the matter (sammanfattning).
    Summary,
    /// What was proposed to be decided (förslag till beslut).
    Proposal,
    /// What members moved (yrkanden).
    Motions,
    /// In what order proposals were put (propositionsordning).
    Order,
    /// The ballot (omröstning).
    Vote,
    /// Reservations against the decision.
    Reservation,
    /// Statements for the protocol (protokollsanteckning).
    Statement,
    /// The papers that the decision rests on (beslutsunderlag).
    Documents,
    /// Who took no part because of jäv.
    Disqualification,
    /// What is attached (bilagor).
    Attachments,
    /// To whom the decision is sent (expedieras till).
    Distribution,
    /// Something else.
    Other,
}

/// A part of an item under a heading of its own.
#[derive(Clone, PartialEq, Debug)]
pub struct Section {
    /// What it holds.
    pub kind: SectionKind,
    /// As printed; none where a decision is only a sentence.
    pub heading: Option<String>,
    /// What stands in it: a paragraph a line, hyphenation undone.
    pub text: String,
}

/// What became of a matter.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Outcome {
    /// Approved.
    Approved,
    /// Rejected.
    Rejected,
    /// Sent back to be prepared anew (återremiss).
    ReferredBack,
    /// Postponed (bordläggning).
    Postponed,
    /// Taken off the agenda.
    Withdrawn,
    /// Put to the files (läggs till handlingarna).
    Noted,
    /// Something else, or its parts were decided differently.
    Other,
}

/// What somebody moved (yrkande).
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Proposal {
    /// Who moved it, as printed.
    pub by: Vec<String>,
    /// The same persons, where they are attendees.
    pub person_ids: Vec<PersonId>,
    /// The party in whose name, upper case.
    pub party: Option<String>,
    /// What was moved, as printed.
    pub text: String,
}

/// How somebody voted.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BallotVote {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Was there and voted neither yes nor no.
    Abstain,
    /// Was not there.
    Absent,
}

/// One person's vote.
#[derive(Clone, PartialEq, Debug)]
pub struct Ballot {
    /// As printed.
    pub name: String,
    /// The attendee of that name.
    pub person_id: Option<PersonId>,
    /// Upper case.
    pub party: Option<String>,
    /// How the person voted.
    pub vote: BallotVote,
}

/// A vote that was counted.
#[derive(Clone, PartialEq, Debug, Default)]
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

/// A reservation against a decision.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Reservation {
    /// Who made it, as printed.
    pub name: String,
    /// The attendee of that name.
    pub person_id: Option<PersonId>,
    /// Upper case.
    pub party: Option<String>,
    /// What is printed of it.
    pub text: Option<String>,
}

/// A matter of the meeting: a §.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Item {
    /// The § number; none for numbers such as `2.1.1`, which only the label has.
    pub number: Field<u32>,
    /// The last of several §§ under one heading.
    pub number_last: Option<u32>,
    /// What follows the number: the `b` of `§ 12 b`.
    pub suffix: Option<String>,
    /// The year that is printed with the number: `§ 74/16`.
    pub year: Option<u32>,
    /// The number as printed in front of the item: `KS § 130`, `Paragraf 31.`
    pub label: Field<String>,
    /// The number that the item had in earlier bodies: body, number.
    pub earlier_numbers: Vec<(String, u32)>,
    /// The heading, as printed.
    pub title: Field<String>,
    /// Diarienummer without its label, never spell-corrected.
    pub reference: Field<String>,
    /// A paragraph a line, hyphenation undone, table cells divided by tabs.
    pub text: String,
    /// Its parts under headings of their own, in order.
    pub sections: Vec<Section>,
    /// What was decided about it, in a word.
    pub outcome: Option<Outcome>,
    /// Whether it was declared adjusted at once (omedelbar justering).
    pub immediate_adjustment: bool,
    /// What was moved.
    pub proposals: Vec<Proposal>,
    /// The votes that were counted.
    pub votes: Vec<Vote>,
    /// Reservations against the decision.
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
}

/// What a person should look at.
#[derive(Clone, PartialEq, Debug)]
pub struct ReviewNote {
    /// JSON Pointer into the document's output.
    pub field: String,
    /// `low_confidence`, `inferred`, `unreadable`, or another word.
    pub reason: String,
    /// Probability that the value is right, 0–1.
    pub confidence: f32,
    /// The page's number in the file, from 1.
    pub page: u32,
    /// Pixels of the upright page.
    pub bbox: Option<BBox>,
}
