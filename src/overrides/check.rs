//! Whether a value that a person gives is one that a document may hold: what its type alone does not refuse.

use crate::emit::wire;
use serde_json::Value;
use std::collections::BTreeSet;

/// The first fault of a value at a place of the document, or of what is in it. Names the place and not the value:
/// values name people.
pub fn fault(place: &str, value: &Value) -> Option<String> {
    match value {
        Value::Object(entries) => entries.iter().find_map(|(key, value)| {
            let key = key.replace('~', "~0").replace('/', "~1");
            fault(&format!("{place}/{key}"), value)
        }),
        Value::Array(values) => (0..).zip(values).find_map(|(at, value)| fault(&format!("{place}/{at}"), value)),
        Value::Null | Value::Bool(_) => None,
        Value::Number(number) => fault_of_number(place, number).map(|what| format!("{place} {what}")),
        Value::String(text) => fault_of_text(place, text).map(|what| format!("{place} {what}")),
    }
}

/// The first key of a value that the document has no place for: it would be lost.
pub fn unknown_key(place: &str, given: &Value, taken: &Value) -> Option<String> {
    match (given, taken) {
        (Value::Object(given), Value::Object(taken)) => given.iter().find_map(|(key, value)| match taken.get(key) {
            Some(taken) => unknown_key(&format!("{place}/{key}"), value, taken),
            None => Some(format!("{place}/{key} is no key that a document has")),
        }),
        (Value::Array(given), Value::Array(taken)) => (0..)
            .zip(given.iter().zip(taken))
            .find_map(|(at, (given, taken)): (usize, _)| unknown_key(&format!("{place}/{at}"), given, taken)),
        _ => None,
    }
}

fn fault_of_number(place: &str, number: &serde_json::Number) -> Option<String> {
    let number = number.as_f64()?;
    let is_source = place.contains("/sources/");
    match key_of(place) {
        "confidence" if !(0.0..=1.0).contains(&number) => Some("is no probability; write a number from 0 to 1".into()),
        "page" if is_source && number < 1.0 => Some("is no page; they count from 1".into()),
        _ => None,
    }
}

fn fault_of_text(place: &str, text: &str) -> Option<String> {
    let root = place.split('/').nth(1).unwrap_or_default();
    let words: &[&str] = match (root, key_of(place)) {
        (_, "date" | "posted" | "removed") => {
            let is_date = text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok();
            return (!is_date).then(|| "is no date; write for example 2019-10-29".into());
        }
        (_, "start_time" | "end_time" | "time" | "start" | "end") => {
            let is_time = text.len() == 5 && text.parse::<jiff::civil::Time>().is_ok();
            return (!is_time).then(|| "is no time; write for example 09:30".into());
        }
        // One that is empty is given by the program.
        ("items", "id") => return (!is_id(text, 'i')).then(|| "is no id of an item; leave it out".into()),
        (_, "id") => return (!is_id(text, 'p')).then(|| "is no id of a person; leave it out".into()),
        ("meeting", "kind") => wire::DocumentKind::KNOWN,
        (_, "kind") => wire::SectionKind::KNOWN,
        ("signatures", "role") => wire::SignatureRole::KNOWN,
        (_, "role") => wire::AttendeeRole::KNOWN,
        (_, "category") => wire::Category::KNOWN,
        (_, "outcome") => wire::Outcome::KNOWN,
        (_, "vote") => wire::BallotVote::KNOWN,
        (_, "state") => wire::EvidenceState::KNOWN,
        _ => return None,
    };
    (!words.contains(&text)).then(|| format!("must be one of {}", words.join(", ")))
}

fn key_of(place: &str) -> &str {
    place.rsplit('/').next().unwrap_or_default()
}

/// Whether two persons or two items have the same id.
pub fn has_id_twice(document: &wire::Document) -> bool {
    let persons = document.attendees.iter().map(|person| &person.id);
    let ids = persons.chain(document.absent.iter().map(|person| &person.id));
    let mut seen = BTreeSet::new();
    !ids.chain(document.items.iter().map(|item| &item.id)).all(|id| seen.insert(id))
}

/// A letter and a number from 1, or nothing.
fn is_id(text: &str, letter: char) -> bool {
    const MOST_DIGITS: usize = 6;
    let is_number = |digits: &str| {
        (1..=MOST_DIGITS).contains(&digits.len())
            && !digits.starts_with('0')
            && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    text.is_empty() || text.strip_prefix(letter).is_some_and(is_number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_a_document_may_not_hold_is_refused_wherever_it_stands() {
        for (place, value, expected) in [
            ("/meeting/date", json!("2019-02-30"), "/meeting/date is no date; write for example 2019-10-29"),
            ("/meeting/start_time", json!("29:00"), "/meeting/start_time is no time; write for example 09:30"),
            ("/meeting/kind", json!("protokoll"), "/meeting/kind must be one of protocol, agenda"),
            ("/adjustments/-", json!({"time": "kl 9"}), "/adjustments/-/time is no time"),
            ("/notices/0", json!({"posted": "i dag"}), "/notices/0/posted is no date"),
            ("/attendees/-", json!({"times": [{"start": "9"}]}), "/attendees/-/times/0/start is no time"),
            ("/attendees/-", json!({"id": "7"}), "/attendees/-/id is no id of a person; leave it out"),
            ("/attendees/-", json!({"id": "p+7"}), "/attendees/-/id is no id"),
            ("/attendees/2/role", json!("boss"), "/attendees/2/role must be one of chair"),
            ("/signatures/0/role", json!("vice_chair"), "/signatures/0/role must be one of secretary, chair, adjuster"),
            ("/items/-", json!({"id": "p1"}), "/items/-/id is no id of an item"),
            (
                "/items/0/votes",
                json!([{"ballots": [{"vote": "ja"}]}]),
                "/items/0/votes/0/ballots/0/vote must be one of yes",
            ),
            ("/items/0/sections/1/kind", json!("beslut"), "/items/0/sections/1/kind must be one of decision"),
            ("/meeting", json!({"evidence": {"date": {"confidence": 1.5}}}), "/meeting/evidence/date/confidence is no"),
            ("/meeting", json!({"evidence": {"date": {"state": "x"}}}), "/meeting/evidence/date/state must be one of"),
            (
                "/absent/-",
                json!({"evidence": {"name": {"sources": [{"page": 0}]}}}),
                "/absent/-/evidence/name/sources/0/page is no page",
            ),
        ] {
            let fault = fault(place, &value).unwrap_or_default();
            assert!(fault.starts_with(expected) && !fault.contains('\n'), "{place}: {fault}");
        }
        for (place, value) in [
            ("/meeting/date", Value::Null),
            ("/meeting/end_time", json!("00:00")),
            ("/attendees/-", json!({"id": "p12", "name": "Eva Lund", "category": "member", "role": "chair"})),
            ("/contents/0/page", json!(0)),
            ("/items/0", json!({"id": "", "outcome": "approved", "page_first": 3})),
        ] {
            assert_eq!(fault(place, &value), None);
        }
    }
}
