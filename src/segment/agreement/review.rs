//! What a person should look at: the values that are likely wrong and the places where something seems to
//! be missing, worst first, and nothing else.
//!
//! A value is doubtful by its confidence. What the parts of a protocol say of each other names the rest: a
//! number that is jumped over, an item without a title among titled ones, a signature of someone who was
//! not there. Whether a value is wrong is for the person to say.

use crate::protocol::{DocumentKind, Evidence, Field, Item, Protocol, ReviewNote, Signature, SignatureRole, State};
use crate::segment::words::forms::Words;
use crate::segment::words::names::same_person;
use std::collections::HashSet;

/// Meetings of all members.
static GENERAL_MEETINGS: Words = Words::new("meetings.general_meetings");
/// The list of those who may vote.
static ROLLS: Words = Words::new("meetings.rolls");

/// Values that were read but not weighed are named below this.
const DOUBTFUL: f32 = 0.82;
/// Values whose chances were weighed are named below this: most are right for all but one in several hundred, so that
/// one in eighteen stands out.
const DOUBTFUL_WEIGHED: f32 = 0.93;
/// The ends of the pointers to values that are weighed.
const WEIGHED: [&str; 7] = ["/name", "/title", "/body", "/replaces", "/place", "/municipality", "/meeting/date"];

pub fn review(protocol: &Protocol) -> Vec<ReviewNote> {
    let mut notes = Vec::new();
    let meeting = &protocol.meeting;
    field(&mut notes, "/meeting/date", &meeting.date);
    field(&mut notes, "/meeting/body", &meeting.body);
    field(&mut notes, "/meeting/municipality", &meeting.municipality);
    field(&mut notes, "/meeting/place", &meeting.place);
    field(&mut notes, "/meeting/start_time", &meeting.start_time);
    field(&mut notes, "/meeting/end_time", &meeting.end_time);
    field(&mut notes, "/meeting/paragraphs", &meeting.paragraphs);
    for (at, attendee) in protocol.attendees.iter().enumerate() {
        field(&mut notes, &format!("/attendees/{at}/name"), &attendee.name);
        field(&mut notes, &format!("/attendees/{at}/party"), &attendee.party);
        field(&mut notes, &format!("/attendees/{at}/organization"), &attendee.organization);
        field(&mut notes, &format!("/attendees/{at}/replaces"), &attendee.replaces);
        field(&mut notes, &format!("/attendees/{at}/paragraphs"), &attendee.paragraphs);
    }
    for (at, absent) in protocol.absent.iter().enumerate() {
        field(&mut notes, &format!("/absent/{at}/name"), &absent.name);
    }
    for (at, signature) in protocol.signatures.iter().enumerate() {
        field(&mut notes, &format!("/signatures/{at}/name"), &signature.name);
    }
    for (at, one) in protocol.adjustments.iter().enumerate() {
        field(&mut notes, &format!("/adjustments/{at}/date"), &one.date);
    }
    for (at, notice) in protocol.notices.iter().enumerate() {
        field(&mut notes, &format!("/notices/{at}/posted"), &notice.posted);
        field(&mut notes, &format!("/notices/{at}/removed"), &notice.removed);
    }
    for (at, item) in protocol.items.iter().enumerate() {
        field(&mut notes, &format!("/items/{at}/number"), &item.number);
        field(&mut notes, &format!("/items/{at}/title"), &item.title);
        field(&mut notes, &format!("/items/{at}/reference"), &item.reference);
    }
    if meeting.kind == DocumentKind::Protocol {
        missing_parts(protocol, &mut notes);
        items(protocol, &mut notes);
        signatures(protocol, &mut notes);
        votes(protocol, &mut notes);
    }
    notes.sort_by(|a, b| a.confidence.total_cmp(&b.confidence).then_with(|| a.field.cmp(&b.field)));
    let mut named = HashSet::new();
    notes.retain(|note| named.insert(note.field.clone()));
    notes
}

fn field<T>(notes: &mut Vec<ReviewNote>, pointer: &str, field: &Field<T>) {
    let Some(evidence) = &field.evidence else { return };
    let is_weighed = WEIGHED.iter().any(|end| pointer.ends_with(end));
    let least = if is_weighed { DOUBTFUL_WEIGHED } else { DOUBTFUL };
    let reason = match (evidence.state, evidence.confidence < least) {
        (State::Unreadable, _) => "unreadable",
        (State::Inferred, true) => "inferred",
        (_, true) => "low_confidence",
        _ => return,
    };
    notes.push(note(pointer, reason, evidence.confidence, Some(evidence)));
}

fn note(pointer: &str, reason: &str, confidence: f32, evidence: Option<&Evidence>) -> ReviewNote {
    let source = evidence.and_then(|evidence| evidence.sources.first());
    ReviewNote {
        field: pointer.to_owned(),
        reason: reason.to_owned(),
        confidence,
        page: source.map_or(0, |source| source.page),
        bbox: source.and_then(|source| source.bbox),
    }
}

/// What every protocol has, where this one seems to have none. `-` points behind the last of a list.
fn missing_parts(protocol: &Protocol, notes: &mut Vec<ReviewNote>) {
    let meeting = &protocol.meeting;
    let mut missing = |pointer: &str, confidence| {
        let page = protocol.pages.0;
        notes.push(ReviewNote { page, ..note(pointer, "missing", confidence, None) });
    };
    if protocol.items.is_empty() {
        missing("/items", 0.0);
    }
    if !meeting.date.is_some() {
        missing("/meeting/date", 0.1);
    }
    if !meeting.body.is_some() {
        missing("/meeting/body", 0.2);
    }
    if protocol.attendees.is_empty() && !is_general_meeting(protocol) {
        missing("/attendees", 0.1);
    }
    let signs = |role: SignatureRole| protocol.signatures.iter().any(|one| one.role == role);
    if protocol.signatures.is_empty() {
        missing("/signatures", 0.2);
    } else if !signs(SignatureRole::Chair) && !signs(SignatureRole::Adjuster)
        || !signs(SignatureRole::Secretary)
        || lacks_adjuster(protocol)
    {
        missing("/signatures/-", 0.4);
    }
    if meeting.start_time.is_some() && !meeting.end_time.is_some() {
        // Many forms print no hour of the end: a glance at the line of the beginning tells.
        let start = meeting.start_time.evidence.as_ref();
        notes.push(note("/meeting/end_time", "missing", 0.6, start));
    }
}

/// Fewer adjusters sign than were elected.
fn lacks_adjuster(protocol: &Protocol) -> bool {
    let elected: HashSet<&String> = protocol.adjustments.iter().flat_map(|one| &one.adjusters).collect();
    let is_adjuster = |one: &&Signature| one.role == SignatureRole::Adjuster;
    protocol.signatures.iter().filter(is_adjuster).count() < elected.len()
}

/// Of all members: who came stands in a roll beside the minutes, and the minutes only adopt it.
fn is_general_meeting(protocol: &Protocol) -> bool {
    let body = protocol.meeting.body.value.as_deref().unwrap_or("").to_lowercase();
    let adopts_roll = |title: &str| ROLLS.within(&title.to_lowercase());
    GENERAL_MEETINGS.within(&body)
        || protocol.items.iter().any(|item| item.title.value.as_deref().is_some_and(adopts_roll))
}

/// Numbers that are jumped over or stand twice, and items that lack what the others have.
fn items(protocol: &Protocol, notes: &mut Vec<ReviewNote>) {
    let items = &protocol.items;
    for (at, pair) in items.windows(2).enumerate() {
        let (before, after) = (&pair[0], &pair[1]);
        let (Some(last), Some(number)) = (before.number_last.or(before.number.value), after.number.value) else {
            continue;
        };
        let repeats = number == last && after.suffix == before.suffix;
        let reason = if repeats { "number_repeated" } else { "number_gap" };
        if number > last + 1 || number < last || repeats {
            notes.push(note(&format!("/items/{}/number", at + 1), reason, 0.3, after.number.evidence.as_ref()));
        }
    }
    if let Some((first, last)) = protocol.meeting.paragraphs.value {
        let differs = |stated: Option<u32>, item: Option<&Item>, end: bool| {
            let number = item.and_then(|item| item.number_last.filter(|_| end).or(item.number.value));
            stated.is_some() && number.is_some() && stated != number
        };
        if differs(first, items.first(), false) || differs(last, items.last(), true) {
            let evidence = protocol.meeting.paragraphs.evidence.as_ref();
            notes.push(note("/meeting/paragraphs", "range_mismatch", 0.4, evidence));
        }
    }
    // What nearly all items have, one lacks.
    let mut lacks = |has: &dyn Fn(&Item) -> bool, part: &str, confidence| {
        let n_with = items.iter().filter(|item| has(item)).count();
        if n_with * 10 < items.len() * 7 || n_with < 2 {
            return;
        }
        for (at, item) in items.iter().enumerate().filter(|(_, item)| !has(item)) {
            let evidence = item.number.evidence.as_ref().or(item.label.evidence.as_ref());
            notes.push(note(&format!("/items/{at}/{part}"), "missing", confidence, evidence));
        }
    };
    lacks(&|item| item.title.is_some(), "title", 0.3);
    lacks(&|item| !item.text.is_empty(), "text", 0.5);
}

/// Who signs was there, where the lists say who was.
fn signatures(protocol: &Protocol, notes: &mut Vec<ReviewNote>) {
    let elected: Vec<&String> = protocol.adjustments.iter().flat_map(|one| &one.adjusters).collect();
    for (at, signature) in protocol.signatures.iter().enumerate() {
        let Some(name) = signature.name.value.as_deref() else { continue };
        let pointer = format!("/signatures/{at}/name");
        let is_here =
            protocol.attendees.iter().filter_map(|one| one.name.value.as_deref()).any(|other| same_person(other, name));
        let is_elected = elected.iter().any(|other| same_person(other, name));
        let same = |one: &Signature| one.role == signature.role && signature.role != SignatureRole::Adjuster;
        let twice = protocol.signatures.iter().filter(|one| same(one)).count() > 1 && !signature.paragraphs.is_some();
        // Lists leave out who only writes or leads: that someone signs who was not there is weighed with all else, and
        // here only tells why the name is doubtful.
        let is_sure = signature.name.evidence.as_ref().is_some_and(|evidence| evidence.confidence >= DOUBTFUL_WEIGHED);
        if !is_sure && (protocol.attendees.len() >= 3 && !is_here && !is_elected || twice) {
            notes.push(note(&pointer, "signature_mismatch", 0.5, signature.name.evidence.as_ref()));
        }
    }
}

/// Votes that are counted otherwise than they are named.
fn votes(protocol: &Protocol, notes: &mut Vec<ReviewNote>) {
    for (at, item) in protocol.items.iter().enumerate() {
        for (nth, vote) in item.votes.iter().enumerate() {
            let (Some(yes), Some(no)) = (vote.yes, vote.no) else { continue };
            let named = vote.ballots.len() as u32;
            if named > 0 && named != yes + no + vote.abstain.unwrap_or(0) {
                let evidence = item.number.evidence.as_ref();
                notes.push(note(&format!("/items/{at}/votes/{nth}"), "vote_mismatch", 0.5, evidence));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn item(number: u32, title: &str) -> Item {
        let sure = || Evidence { confidence: 0.99, ..Evidence::default() };
        let title = if title.is_empty() { Field::default() } else { Field::new(title.to_owned(), sure()) };
        Item { number: Field::new(number, sure()), title, text: "Beslut".to_owned(), ..Item::default() }
    }

    #[test]
    fn what_a_protocol_lacks() {
        let mut protocol = Protocol { pages: (1, 2), ..Protocol::default() };
        protocol.meeting.kind = DocumentKind::Protocol;
        let fields: Vec<String> = review(&protocol).into_iter().map(|note| note.field).collect();
        assert_eq!(fields, ["/items", "/attendees", "/meeting/date", "/meeting/body", "/signatures"]);
        protocol.items = vec![item(4, "Val"), item(5, "Budget"), item(7, "Taxa"), item(8, "")];
        let notes = review(&protocol);
        let named = |field: &str| notes.iter().find(|note| note.field == field).map(|note| note.reason.as_str());
        assert_eq!(named("/items/2/number"), Some("number_gap"));
        assert_eq!(named("/items/3/title"), Some("missing"));
        assert_eq!(named("/items/1/number"), None);
        assert!(named("/attendees").is_some());
        protocol.items[0] = item(4, "Fastställande av röstlängd");
        let notes = review(&protocol);
        assert!(!notes.iter().any(|note| note.field == "/attendees"), "the roll of a general meeting is no part of it");
    }

    #[test]
    fn a_field_is_named_once_by_its_worst_reason() {
        let mut protocol = Protocol { items: vec![item(4, "Val"), item(7, "Taxa")], ..Protocol::default() };
        protocol.meeting.kind = DocumentKind::Protocol;
        if let Some(evidence) = protocol.items[1].number.evidence.as_mut() {
            evidence.confidence = 0.7;
        }
        let reasons: Vec<String> = review(&protocol)
            .into_iter()
            .filter(|note| note.field == "/items/1/number")
            .map(|note| note.reason)
            .collect();
        assert_eq!(reasons, ["number_gap"]);
    }

    #[test]
    fn the_worst_first_and_the_sure_not_at_all() {
        let mut protocol = Protocol::default();
        protocol.meeting.date = Field::new(date(2019, 4, 9), Evidence { confidence: 0.5, ..Evidence::default() });
        protocol.meeting.body =
            Field::new("Socialnämnden".to_owned(), Evidence { confidence: 0.4, ..Evidence::default() });
        protocol.meeting.place = Field::new("Salen".to_owned(), Evidence { confidence: 0.99, ..Evidence::default() });
        let fields: Vec<String> = review(&protocol).into_iter().map(|note| note.field).collect();
        assert_eq!(fields, ["/meeting/body", "/meeting/date"]);
    }
}
