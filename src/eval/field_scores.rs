//! How many of the values that a protocol states were found, field by field.
//!
//! A single value is right, missed or invented; of a list it counts how many values it shares with
//! the gold, without regard to order. Names compare letter by letter, titles, bodies and places without
//! regard to case, long texts by nearness. What the gold says nothing of is not scored.

use super::cases::Gold;
use super::compare::{ItemKey, bare_reference, folded, key, key_of, numbered, pair, single_spaced};
use super::counts::Counts;
use super::judged::Judged;
use crate::emit::wire::{Document, Item, SectionKind};
use rapidfuzz::fuzz;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use std::collections::{BTreeMap, BTreeSet};

/// Texts that share this much count as the same: a character in twenty may differ.
const NEAR: f64 = 0.95;

/// Counts by field, in the order in which the fields are first met.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct FieldScores(Vec<(&'static str, Counts)>);

impl FieldScores {
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, Counts)> {
        self.0.iter().copied()
    }

    pub fn get(&self, field: &str) -> Option<Counts> {
        self.iter().find(|(name, _)| *name == field).map(|(_, counts)| counts)
    }

    pub fn add(&mut self, other: &FieldScores) {
        for (field, counts) in other.iter() {
            self.count(field, counts);
        }
    }

    fn count(&mut self, field: &'static str, counts: Counts) {
        match self.0.iter_mut().find(|(name, _)| *name == field) {
            Some((_, sum)) => sum.add(counts),
            None => self.0.push((field, counts)),
        }
    }

    fn list(&mut self, field: &'static str, found: Vec<String>, gold: Vec<String>) {
        self.count(field, Counts::of_lists(&found, &gold));
    }

    /// A single value; an empty one counts as none.
    fn value(&mut self, field: &'static str, found: &str, gold: &str, is_same: impl Fn(&str, &str) -> bool) {
        let (has_found, has_gold) = (!found.is_empty(), !gold.is_empty());
        let is_right = has_found && has_gold && is_same(found, gold);
        let counts = Counts { right: is_right.into(), found: has_found.into(), gold: has_gold.into() };
        self.count(field, counts);
    }
}

impl Serialize for FieldScores {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (field, counts) in &self.0 {
            map.serialize_entry(field, counts)?;
        }
        map.end()
    }
}

/// A document's values against the gold's; `judged` are those of them that have evidence.
pub fn score_document(gold: &Gold, found: &Document, judged: &[Judged]) -> FieldScores {
    let mut scores = FieldScores::default();
    score_meeting(&mut scores, gold, found);
    score_attendees(&mut scores, gold, found);
    score_signing(&mut scores, gold, found);
    score_items(&mut scores, gold, found);
    score_review(&mut scores, gold, found);
    score_boxes(&mut scores, gold, found, judged);
    scores
}

fn score_meeting(scores: &mut FieldScores, gold: &Gold, found: &Document) {
    let (g, f) = (&gold.document.meeting, &found.meeting);
    let exact = |a: &str, b: &str| a == b;
    let mut value = |field, key: &str, found: &Option<String>, wanted: &Option<String>, fold: fn(&str) -> String| {
        if gold.states(&format!("/meeting/{key}")) {
            let fold = |value: &Option<String>| value.as_deref().map(fold).unwrap_or_default();
            scores.value(field, &fold(found), &fold(wanted), exact);
        }
    };
    value("date", "date", &f.date, &g.date, str::to_owned);
    value("body", "body", &f.body, &g.body, folded);
    value("municipality", "municipality", &f.municipality, &g.municipality, folded);
    value("place", "place", &f.place, &g.place, folded);
    value("start", "start_time", &f.start_time, &g.start_time, str::to_owned);
    value("end", "end_time", &f.end_time, &g.end_time, str::to_owned);
    value("meeting number", "meeting_number", &f.meeting_number, &g.meeting_number, folded);
    if gold.states("/meeting/kind") {
        scores.value("kind", f.kind.as_str(), g.kind.as_str(), exact);
    }
    if gold.states("/meeting/paragraphs") {
        let printed =
            |document: &Document| document.meeting.paragraphs.as_ref().map(|p| format!("{:?}-{:?}", p.first, p.last));
        scores.list("paragraphs", printed(found).into_iter().collect(), printed(&gold.document).into_iter().collect());
    }
    if gold.states("/meeting/adjournments") {
        let printed = |document: &Document| {
            document.meeting.adjournments.iter().map(|pause| format!("{:?}-{:?}", pause.start, pause.end)).collect()
        };
        scores.list("adjournment", printed(found), printed(&gold.document));
    }
}

fn score_attendees(scores: &mut FieldScores, gold: &Gold, found: &Document) {
    if gold.states("/attendees") {
        let mut list = |field, values: &dyn Fn(&Document) -> Vec<String>| {
            scores.list(field, values(found), values(&gold.document));
        };
        let names = |d: &Document| d.attendees.iter().map(|a| key_of(&a.name)).collect();
        list("attendee", &names);
        let of_person = |value: &dyn Fn(&crate::emit::wire::Attendee) -> Option<String>, d: &Document| {
            d.attendees.iter().filter_map(|a| value(a).map(|value| pair(&key_of(&a.name), &value))).collect()
        };
        list("attendee+category", &|d| of_person(&|a| Some(a.category.as_str().to_owned()), d));
        list("role", &|d| of_person(&|a| a.role.as_ref().map(|role| role.as_str().to_owned()), d));
        list("party", &|d| of_person(&|a| a.party.as_deref().map(str::to_uppercase), d));
        list("organisation", &|d| of_person(&|a| a.organization.as_deref().map(key), d));
        list("replaces", &|d| of_person(&|a| a.replaces.as_deref().map(key), d));
        list("scope", &|d| of_person(&|a| a.paragraphs.as_ref().map(|ranges| format!("{ranges:?}")), d));
    }
    if gold.states("/absent") {
        let names = |d: &Document| d.absent.iter().map(|a| key_of(&a.name)).collect();
        scores.list("absent", names(found), names(&gold.document));
    }
}

fn score_signing(scores: &mut FieldScores, gold: &Gold, found: &Document) {
    let mut list = |field, part: &str, values: &dyn Fn(&Document) -> Vec<String>| {
        if gold.states(part) {
            scores.list(field, values(found), values(&gold.document));
        }
    };
    list("signature", "/signatures", &|d| {
        d.signatures.iter().filter_map(|s| s.name.as_deref().map(|name| pair(s.role.as_str(), &key(name)))).collect()
    });
    list("signed", "/signatures", &|d| {
        let signed = |s: &crate::emit::wire::Signature| Some((key(s.name.as_deref()?), s.signed?));
        d.signatures.iter().filter_map(signed).map(|(name, signed)| pair(&name, &signed.to_string())).collect()
    });
    list("adjustment date", "/adjustments", &|d| d.adjustments.iter().filter_map(|a| a.date.clone()).collect());
    list("adjustment place", "/adjustments", &|d| {
        d.adjustments.iter().filter_map(|a| a.place.as_deref().map(folded)).collect()
    });
    list("adjuster", "/adjustments", &|d| {
        d.adjustments.iter().flat_map(|a| a.adjusters.iter().map(|name| key(name))).collect()
    });
    list("notice posted", "/notices", &|d| d.notices.iter().filter_map(|n| n.posted.clone()).collect());
    list("notice removed", "/notices", &|d| d.notices.iter().filter_map(|n| n.removed.clone()).collect());
    list("contents", "/contents", &|d| d.contents.iter().filter_map(|c| c.title.as_deref().map(folded)).collect());
}

fn score_items(scores: &mut FieldScores, gold: &Gold, found: &Document) {
    if !gold.states("/items") {
        return;
    }
    let (gold_items, found_items) = (numbered(&gold.document), numbered(found));
    let mut list = |field, part: &str, values: &dyn Fn(&ItemKey, &Item) -> Vec<String>| {
        if gold.states_of_items(part) {
            let all = |items: &[(ItemKey, &Item)]| items.iter().flat_map(|(key, item)| values(key, item)).collect();
            scores.list(field, all(&found_items), all(&gold_items));
        }
    };
    list("item", "number", &|key, item| vec![pair(&key.number, &format!("{:?}", item.number_last))]);
    list("title", "title", &|key, item| item.title.iter().map(|title| pair(&key.number, &folded(title))).collect());
    list("reference", "reference", &|key, item| {
        item.reference.iter().map(|reference| pair(&key.number, &bare_reference(reference))).collect()
    });
    list("suffix", "suffix", &|key, item| {
        item.suffix.iter().map(|suffix| pair(&key.number, &folded(suffix))).collect()
    });
    list("year", "year", &|key, item| item.year.iter().map(|year| pair(&key.number, &year.to_string())).collect());
    list("section", "sections", &|key, item| {
        item.sections.iter().map(|section| pair(&key.number, section.kind.as_str())).collect()
    });
    list("outcome", "outcome", &|key, item| item.outcome.iter().map(|o| pair(&key.number, o.as_str())).collect());
    list("immediate adjustment", "immediate_adjustment", &|key, item| {
        item.immediate_adjustment.then(|| key.number.clone()).into_iter().collect()
    });
    list("proposal", "proposals", &|key_of, item| {
        item.proposals.iter().flat_map(|p| &p.by).map(|name| pair(&key_of.number, &key(name))).collect()
    });
    list("vote", "votes", &|key, item| {
        let count = |n: Option<u32>| n.unwrap_or_default();
        item.votes
            .iter()
            .map(|v| pair(&key.number, &format!("{}-{}-{}", count(v.yes), count(v.no), count(v.abstain))))
            .collect()
    });
    list("ballot", "votes", &|key_of, item| {
        let ballots = item.votes.iter().flat_map(|vote| &vote.ballots);
        ballots.map(|b| pair(&key_of.number, &pair(&key(&b.name), b.vote.as_str()))).collect()
    });
    list("reservation", "reservations", &|key_of, item| {
        item.reservations.iter().map(|r| pair(&key_of.number, &key(&r.name))).collect()
    });
    list("disqualified", "disqualified", &|key_of, item| {
        item.disqualified.iter().map(|name| pair(&key_of.number, &key(name))).collect()
    });
    score_item_texts(scores, gold, &gold_items, &found_items);
}

fn score_item_texts(
    scores: &mut FieldScores,
    gold: &Gold,
    gold_items: &[(ItemKey, &Item)],
    found_items: &[(ItemKey, &Item)],
) {
    let by_key: BTreeMap<&ItemKey, &Item> = found_items.iter().map(|(key, item)| (key, *item)).collect();
    let known: BTreeSet<&ItemKey> = gold_items.iter().map(|(key, _)| key).collect();
    for (key, item) in gold_items {
        let same = by_key.get(key);
        if gold.states_of_items("text") && !item.text.is_empty() {
            let is_near = same.is_some_and(|same| near(&same.text, &item.text));
            scores.count("item text ≥95%", Counts { right: is_near.into(), found: 1, gold: 1 });
        }
        if gold.states_of_items("sections") {
            let found = same.map(|same| decision(same)).unwrap_or_default();
            scores.value("decision ≥95%", &found, &decision(item), near);
        }
    }
    if gold.states_of_items("sections") {
        // Decisions of items that there are not.
        for (_, item) in found_items.iter().filter(|(key, _)| !known.contains(key)) {
            scores.value("decision ≥95%", &decision(item), "", near);
        }
    }
}

/// Whether `review` names what is wrong: its recall is the share of wrong values that it names, its
/// precision the share of wrong ones among the values that it names. `values` is how many of the
/// values that it could name are right.
fn score_review(scores: &mut FieldScores, gold: &Gold, found: &Document) {
    let g = &gold.document;
    let names = |values: Vec<String>| values.into_iter().collect::<BTreeSet<_>>();
    let attendees = names(g.attendees.iter().map(|a| key_of(&a.name)).collect());
    let signatories = names(g.signatures.iter().map(|s| key_of(&s.name)).collect());
    let title_of = |key: &ItemKey, item: &Item| item.title.as_deref().map(|title| pair(&key.number, &folded(title)));
    let titles = names(numbered(g).iter().filter_map(|(key, item)| title_of(key, item)).collect());

    let mut values: Vec<(String, bool)> = Vec::new();
    if gold.states("/attendees") {
        for (at, attendee) in found.attendees.iter().enumerate() {
            values.push((format!("/attendees/{at}/name"), attendees.contains(&key_of(&attendee.name))));
        }
    }
    if gold.states("/signatures") {
        for (at, signature) in found.signatures.iter().enumerate().filter(|(_, s)| s.name.is_some()) {
            values.push((format!("/signatures/{at}/name"), signatories.contains(&key_of(&signature.name))));
        }
    }
    if gold.states("/items") {
        for (at, (key, item)) in numbered(found).iter().enumerate() {
            if let Some(title) = title_of(key, item) {
                values.push((format!("/items/{at}/title"), titles.contains(&title)));
            }
        }
    }
    if found.meeting.date.is_some() && gold.states("/meeting/date") {
        values.push(("/meeting/date".to_owned(), found.meeting.date == g.meeting.date));
    }
    if let (Some(body), Some(wanted)) = (&found.meeting.body, &g.meeting.body) {
        values.push(("/meeting/body".to_owned(), folded(body) == folded(wanted)));
    }
    for (field, is_right) in values {
        let names_it = |named: &str| !named.is_empty() && (named == field || field.starts_with(&format!("{named}/")));
        let is_named = found.review.iter().any(|review| names_it(&review.field));
        scores.count(
            "review",
            Counts { right: (!is_right && is_named).into(), found: is_named.into(), gold: (!is_right).into() },
        );
        scores.count("values", Counts { right: is_right.into(), found: 1, gold: 1 });
    }
}

/// Names found among those present, those absent or those who signed that this list of the gold does not have: the
/// worst that can be told of a meeting, since nobody looks for what is not missing.
pub fn invented_persons(gold: &Gold, found: &Document) -> Vec<String> {
    let mut invented = Vec::new();
    let mut list = |part: &str, names: &dyn Fn(&Document) -> Vec<String>| {
        if gold.states(part) {
            let mut left = names(&gold.document);
            for name in names(found).into_iter().filter(|name| !name.is_empty()) {
                match left.iter().position(|wanted| *wanted == name) {
                    Some(at) => drop(left.swap_remove(at)),
                    None => invented.push(name),
                }
            }
        }
    };
    list("/attendees", &|d| d.attendees.iter().map(|one| key_of(&one.name)).collect());
    list("/absent", &|d| d.absent.iter().map(|one| key_of(&one.name)).collect());
    list("/signatures", &|d| d.signatures.iter().map(|one| key_of(&one.name)).collect());
    invented
}

fn decision(item: &Item) -> String {
    let decisions = item.sections.iter().filter(|section| section.kind == SectionKind::Decision);
    decisions.map(|section| section.text.as_str()).collect::<Vec<_>>().join(" ")
}

fn near(a: &str, b: &str) -> bool {
    let [a, b] = [a, b].map(single_spaced);
    fuzz::ratio(a.chars(), b.chars()) >= NEAR
}

/// Whether the evidence of right names and titles points at a line that prints them: of the values that are
/// right, how many have a box, and how many of these boxes stand where they should.
fn score_boxes(scores: &mut FieldScores, gold: &Gold, found: &Document, judged: &[Judged]) {
    let Some(lines) = &gold.lines else { return };
    for (field, of_field) in [("attendee box", "attendee"), ("signature box", "signature"), ("title box", "title")] {
        for value in judged.iter().filter(|value| value.field == of_field && value.is_right) {
            let sources = value.evidence.map_or(&[][..], |evidence| &evidence.sources);
            let is_there = lines.print_at(value.value, sources, &found.pages);
            let has_box = is_there.is_some() && !sources.is_empty();
            scores.count(field, Counts { right: usize::from(is_there == Some(true)), found: has_box.into(), gold: 1 });
        }
    }
}
