//! Values with evidence, one by one, and whether each is right.
//!
//! The field scores count lists; this keeps each value beside its evidence, so that the stated
//! confidence and the box can be held against the gold. What belongs to a person or an item is judged
//! only where that person or item itself is right: elsewhere there is nothing to hold it against.

use super::cases::Gold;
use super::compare::{ItemKey, bare_reference, folded, key, key_of, numbered, pair};
use crate::emit::wire::{Document, Evidence, EvidenceMap};
use std::collections::BTreeMap;

/// A value that was found.
#[derive(Clone, PartialEq, Debug)]
pub struct Judged<'a> {
    pub field: &'static str,
    /// As it stands in the output.
    pub value: &'a str,
    pub evidence: Option<&'a Evidence>,
    pub is_right: bool,
}

/// Every found value for which the gold says what is right, in the order of the output.
pub fn judge<'a>(gold: &'a Gold, found: &'a Document) -> Vec<Judged<'a>> {
    let mut judged = Vec::new();
    judge_meeting(&mut judged, gold, found);
    judge_people(&mut judged, gold, found);
    judge_signing(&mut judged, gold, found);
    judge_items(&mut judged, gold, found);
    judged
}

fn judge_meeting<'a>(judged: &mut Vec<Judged<'a>>, gold: &Gold, found: &'a Document) {
    let (f, g) = (&found.meeting, &gold.document.meeting);
    let mut value = |field, key: &str, found: &'a Option<String>, wanted: &Option<String>| {
        let Some(value) = found.as_deref().filter(|_| gold.states(&format!("/meeting/{key}"))) else { return };
        let is_right = wanted.as_deref().is_some_and(|wanted| folded(wanted) == folded(value));
        judged.push(Judged { field, value, evidence: f.evidence.get(key), is_right });
    };
    value("date", "date", &f.date, &g.date);
    value("body", "body", &f.body, &g.body);
    value("municipality", "municipality", &f.municipality, &g.municipality);
    value("place", "place", &f.place, &g.place);
    value("start", "start_time", &f.start_time, &g.start_time);
    value("end", "end_time", &f.end_time, &g.end_time);
    value("meeting number", "meeting_number", &f.meeting_number, &g.meeting_number);
}

fn judge_people<'a>(judged: &mut Vec<Judged<'a>>, gold: &'a Gold, found: &'a Document) {
    if gold.states("/attendees") {
        let mut left = Left::of(gold.document.attendees.iter().map(|wanted| (key_of(&wanted.name), wanted)));
        for attendee in &found.attendees {
            let Some(name) = attendee.name.as_deref() else { continue };
            let evidence = |key: &str| attendee.evidence.get(key);
            let wanted = left.take(&key(name));
            judged.push(Judged {
                field: "attendee",
                value: name,
                evidence: evidence("name"),
                is_right: wanted.is_some(),
            });
            let Some(wanted) = wanted else { continue };
            let mut of_person = |field, part: &str, found: &'a Option<String>, wanted: &Option<String>| {
                if let Some(value) = found {
                    let is_right = wanted.as_deref().is_some_and(|wanted| folded(wanted) == folded(value));
                    judged.push(Judged { field, value, evidence: evidence(part), is_right });
                }
            };
            of_person("party", "party", &attendee.party, &wanted.party);
            of_person("organisation", "organization", &attendee.organization, &wanted.organization);
            of_person("replaces", "replaces", &attendee.replaces, &wanted.replaces);
            if attendee.paragraphs.is_some() {
                let is_right = attendee.paragraphs == wanted.paragraphs;
                judged.push(Judged { field: "scope", value: "", evidence: evidence("paragraphs"), is_right });
            }
        }
    }
    if gold.states("/absent") {
        let mut left = Left::of(gold.document.absent.iter().map(|wanted| (key_of(&wanted.name), ())));
        for absent in &found.absent {
            let Some(value) = absent.name.as_deref() else { continue };
            let is_right = left.take(&key(value)).is_some();
            judged.push(Judged { field: "absent", value, evidence: absent.evidence.get("name"), is_right });
        }
    }
}

fn judge_signing<'a>(judged: &mut Vec<Judged<'a>>, gold: &Gold, found: &'a Document) {
    if gold.states("/signatures") {
        let wanted = gold.document.signatures.iter().map(|s| (pair(s.role.as_str(), &key_of(&s.name)), ()));
        let mut left = Left::of(wanted);
        for signature in &found.signatures {
            let Some(value) = signature.name.as_deref() else { continue };
            let is_right = left.take(&pair(signature.role.as_str(), &key(value))).is_some();
            judged.push(Judged { field: "signature", value, evidence: signature.evidence.get("name"), is_right });
        }
    }
    let mut dates =
        |field, part: &str, found: Vec<(Option<&'a str>, &'a EvidenceMap)>, wanted: Vec<Option<&str>>, of| {
            if !gold.states(part) {
                return;
            }
            let mut left = Left::of(wanted.into_iter().flatten().map(|date| (date.to_owned(), ())));
            for (value, evidence) in found {
                let Some(value) = value else { continue };
                let is_right = left.take(value).is_some();
                judged.push(Judged { field, value, evidence: evidence.get(of), is_right });
            }
        };
    let (f, g) = (found, &gold.document);
    dates(
        "adjustment date",
        "/adjustments",
        f.adjustments.iter().map(|a| (a.date.as_deref(), &a.evidence)).collect(),
        g.adjustments.iter().map(|a| a.date.as_deref()).collect(),
        "date",
    );
    dates(
        "notice posted",
        "/notices",
        f.notices.iter().map(|n| (n.posted.as_deref(), &n.evidence)).collect(),
        g.notices.iter().map(|n| n.posted.as_deref()).collect(),
        "posted",
    );
    dates(
        "notice removed",
        "/notices",
        f.notices.iter().map(|n| (n.removed.as_deref(), &n.evidence)).collect(),
        g.notices.iter().map(|n| n.removed.as_deref()).collect(),
        "removed",
    );
}

fn judge_items<'a>(judged: &mut Vec<Judged<'a>>, gold: &'a Gold, found: &'a Document) {
    if !gold.states("/items") {
        return;
    }
    let wanted: BTreeMap<ItemKey, _> = numbered(&gold.document).into_iter().collect();
    for (item_key, item) in numbered(found) {
        let same = wanted.get(&item_key).filter(|wanted| wanted.number_last == item.number_last);
        let label = item.label.as_deref().unwrap_or_default();
        judged.push(Judged {
            field: "item",
            value: label,
            evidence: item.evidence.get("number"),
            is_right: same.is_some(),
        });
        let Some(wanted) = same else { continue };
        if let Some(value) = item.title.as_deref().filter(|_| gold.states_of_items("title")) {
            let is_right = wanted.title.as_deref().is_some_and(|title| folded(title) == folded(value));
            judged.push(Judged { field: "title", value, evidence: item.evidence.get("title"), is_right });
        }
        if let Some(value) = item.reference.as_deref().filter(|_| gold.states_of_items("reference")) {
            let is_right = wanted.reference.as_deref().is_some_and(|r| bare_reference(r) == bare_reference(value));
            judged.push(Judged { field: "reference", value, evidence: item.evidence.get("reference"), is_right });
        }
    }
}

/// Gold values that nothing found has been held against yet.
struct Left<T>(BTreeMap<String, Vec<T>>);

impl<T> Left<T> {
    fn of(values: impl Iterator<Item = (String, T)>) -> Self {
        let mut left: BTreeMap<String, Vec<T>> = BTreeMap::new();
        for (key, value) in values {
            left.entry(key).or_default().insert(0, value);
        }
        Left(left)
    }

    /// The first one left of this key.
    fn take(&mut self, key: &str) -> Option<T> {
        self.0.get_mut(key)?.pop()
    }
}
