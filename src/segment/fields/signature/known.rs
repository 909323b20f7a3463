//! Whom the document names elsewhere, with the roles in which they may sign.

use crate::protocol::{AttendeeRole, Field, Item, Protocol, State};
use crate::segment::fields::form::blocks::Form;
use crate::segment::fields::person::entry;
use crate::segment::marks::sheet::Sheet;
use crate::segment::print::flow::Flow;
use crate::segment::words::forms::Words;
use crate::segment::words::labels::Label;
use crate::segment::words::text::fold;
use crate::segment::words::{decisions, names};

/// How the words begin by which someone is elected, named or put forward.
static ELECTIONS: Words = Words::new("signatures.elections");
static ADJUSTING: Words = Words::new("signatures.adjusting");
static ADJUSTING_PERSONS: Words = Words::new("signatures.adjusting_persons");
/// An item that is adjusted at the meeting itself elects nobody.
static AT_ONCE: Words = Words::new("signatures.at_once");
static CHAIR: Words = Words::new("persons.chair");
static CHAIR_TASKS: Words = Words::new("signatures.chair_tasks");
static SECRETARIES: Words = Words::new("signatures.secretaries");
static SECRETARY_TASKS: Words = Words::new("signatures.secretary_tasks");

/// A person whom the document names elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    pub name: String,
    pub role: Option<AttendeeRole>,
    /// Elected to adjust.
    pub adjusts: bool,
    /// How many places spell the name so.
    pub places: usize,
}

pub fn repaired(flow: &Flow, sheet: &Sheet, range: &std::ops::Range<usize>, name: &str, score: f32) -> Field<String> {
    let mut evidence = flow.evidence(sheet.pages, range, State::Corrected, 0.9);
    evidence.confidence = (0.5 + 0.4 * score).min(0.85);
    Field::new(name.to_owned(), evidence)
}

/// Everyone whom lists, elections and motions name, with the chair known as such.
pub fn known_persons(sheet: &Sheet, form: &Form, protocol: &Protocol) -> Vec<Known> {
    let mut known: Vec<Known> = Vec::new();
    let mut add = |name: &str, role: Option<AttendeeRole>| {
        let adjusts = role == Some(AttendeeRole::Adjuster);
        let role = role.filter(|_| !adjusts);
        match known.iter_mut().find(|one| one.name == name) {
            Some(one) => {
                one.role = one.role.or(role);
                one.adjusts |= adjusts;
                one.places += 1;
            }
            None => known.push(Known { name: name.to_owned(), role, adjusts, places: 1 }),
        }
    };
    for attendee in &protocol.attendees {
        if let Some(name) = &attendee.name.value {
            add(name, attendee.role);
        }
    }
    for block in form.with(Label::AdjusterNamed) {
        let flow = sheet.flow_of_pieces(block.pieces());
        for person in entry::run(&flow.text, flow.whole()) {
            add(flow.of(&person.name), Some(AttendeeRole::Adjuster));
        }
    }
    for item in protocol.items.iter().take(12) {
        named_in(item, &mut add);
    }
    known
}

/// Who was elected to adjust, as the items tell it.
pub fn elected_adjusters(protocol: &Protocol) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for item in protocol.items.iter().take(12) {
        named_in(item, &mut |name, role| {
            if role == Some(AttendeeRole::Adjuster) && !out.iter().any(|other| names::same_person(other, name)) {
                out.push(name.to_owned());
            }
        });
    }
    out
}

/// Who was elected to lead, write or adjust, as an item tells it.
pub fn named_in(item: &Item, add: &mut impl FnMut(&str, Option<AttendeeRole>)) {
    let title = fold(item.title.value.as_deref().unwrap_or(""));
    for line in item.text.split('\n') {
        let folded = fold(line);
        let has = |words: &Words| words.within(&folded) || words.within(&title);
        if !has(&ELECTIONS) || decisions::leads(line) {
            continue;
        }
        let persons = entry::run(line, 0..line.len());
        let adjusts = ADJUSTING.within(&folded) && !AT_ONCE.within(&folded)
            || ADJUSTING_PERSONS.within(&folded)
            || ADJUSTING.within(&title);
        let chair = has(&CHAIR_TASKS) && !has(&ADJUSTING) && !has(&SECRETARIES);
        let secretary = has(&SECRETARIES) || has(&SECRETARY_TASKS);
        for (at, person) in persons.iter().enumerate() {
            // "Bo Ek anmäler Eva Ros att föra protokollet": the last named is meant.
            let last = at + 1 == persons.len();
            // "att jämte ordföranden Anna Berg justera": she is the chair.
            let is_chair = CHAIR.end(line[..person.name.start].trim_end());
            let role = if adjusts && person.role.is_none() && !is_chair {
                Some(AttendeeRole::Adjuster)
            } else if chair && persons.len() == 1 {
                Some(AttendeeRole::Chair)
            } else if secretary && last {
                Some(AttendeeRole::Secretary)
            } else {
                None
            };
            add(&line[person.name.clone()], role);
        }
    }
}
