//! What a person should look at: the values that are likely wrong, worst first, and nothing else.

use crate::protocol::{Evidence, Field, Protocol, ReviewNote, State};

/// Values below this are named.
const DOUBTFUL: f32 = 0.72;
/// Names and titles: the archive's search stands on them.
const DOUBTFUL_NAME: f32 = 0.86;

pub fn review(protocol: &Protocol) -> Vec<ReviewNote> {
    let mut notes = Vec::new();
    let meeting = &protocol.meeting;
    field(&mut notes, "/meeting/date", &meeting.date);
    field(&mut notes, "/meeting/body", &meeting.body);
    field(&mut notes, "/meeting/municipality", &meeting.municipality);
    field(&mut notes, "/meeting/place", &meeting.place);
    field(&mut notes, "/meeting/start_time", &meeting.start_time);
    field(&mut notes, "/meeting/paragraphs", &meeting.paragraphs);
    for (at, attendee) in protocol.attendees.iter().enumerate() {
        field(&mut notes, &format!("/attendees/{at}/name"), &attendee.name);
        field(&mut notes, &format!("/attendees/{at}/party"), &attendee.party);
        field(&mut notes, &format!("/attendees/{at}/replaces"), &attendee.replaces);
    }
    for (at, absent) in protocol.absent.iter().enumerate() {
        field(&mut notes, &format!("/absent/{at}/name"), &absent.name);
    }
    for (at, signature) in protocol.signatures.iter().enumerate() {
        field(&mut notes, &format!("/signatures/{at}/name"), &signature.name);
    }
    for (at, item) in protocol.items.iter().enumerate() {
        field(&mut notes, &format!("/items/{at}/number"), &item.number);
        field(&mut notes, &format!("/items/{at}/title"), &item.title);
        field(&mut notes, &format!("/items/{at}/reference"), &item.reference);
    }
    notes.sort_by(|a, b| a.confidence.total_cmp(&b.confidence).then_with(|| a.field.cmp(&b.field)));
    notes
}

fn field<T>(notes: &mut Vec<ReviewNote>, pointer: &str, field: &Field<T>) {
    let Some(evidence) = &field.evidence else { return };
    let is_name = pointer.ends_with("/name") || pointer.ends_with("/title") || pointer.ends_with("/body");
    let least = if is_name { DOUBTFUL_NAME } else { DOUBTFUL };
    let reason = match (evidence.state, evidence.confidence < least) {
        (State::Unreadable, _) => "unreadable",
        (State::Inferred, true) => "inferred",
        (_, true) => "low_confidence",
        _ => return,
    };
    notes.push(note(pointer, reason, evidence));
}

fn note(pointer: &str, reason: &str, evidence: &Evidence) -> ReviewNote {
    let source = evidence.sources.first();
    ReviewNote {
        field: pointer.to_owned(),
        reason: reason.to_owned(),
        confidence: evidence.confidence,
        page: source.map_or(0, |source| source.page),
        bbox: source.and_then(|source| source.bbox),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_worst_first_and_the_sure_not_at_all() {
        let mut protocol = Protocol::default();
        protocol.meeting.date = Field::new(date(2019, 4, 9), Evidence { confidence: 0.5, ..Evidence::default() });
        protocol.meeting.body =
            Field::new("Socialnämnden".to_owned(), Evidence { confidence: 0.4, ..Evidence::default() });
        protocol.meeting.place = Field::new("Salen".to_owned(), Evidence { confidence: 0.95, ..Evidence::default() });
        let fields: Vec<String> = review(&protocol).into_iter().map(|note| note.field).collect();
        assert_eq!(fields, ["/meeting/body", "/meeting/date"]);
    }
}
