//! A person as a text names one.

use crate::protocol::{AttendeeRole, Paragraphs};
use crate::segment::words::scopes::Scope;
use jiff::civil::Time;
use std::ops::Range;

/// A person as ranges of the text that was scanned.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Person {
    pub name: Range<usize>,
    /// Everything that belongs to the person.
    pub whole: Range<usize>,
    pub party: Option<(Range<usize>, String)>,
    pub role: Option<AttendeeRole>,
    pub role_text: Option<Range<usize>>,
    pub organization: Option<Range<usize>>,
    pub replaces: Option<Range<usize>>,
    pub replaces_party: Option<String>,
    pub paragraphs: Option<(Range<usize>, Paragraphs)>,
    /// "ej 13", "fr.o.m. § 47": what they leave hangs on the §§ of the meeting.
    pub limits: Vec<(Range<usize>, Scope)>,
    pub times: Vec<(Option<Time>, Option<Time>)>,
    pub remote: bool,
    pub mark: Option<Remark>,
    pub has_honorific: bool,
}

/// What a remark beside a name says of the person's part in the meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    Serving,
    NonServing,
    Absent,
}
