//! What differs between two documents, value by value.

use super::names::{entries, name_references};
use super::tree::Tree;
use super::{Change, Kind, Options, Side};
use crate::emit::{self, wire};
use crate::error::{Error, Result};
use serde_json::Value;
use std::collections::HashMap;

/// Keys that tell where, when and by what a value was read, or count entries: they change with every version.
const ABOUT_READING: [&str; 18] = [
    "alternatives",
    "bbox",
    "confidence",
    "configuration_sha256",
    "evidence",
    "file",
    "id",
    "lexicon",
    "ocr",
    "original_span",
    "producer",
    "schema_version",
    "score",
    "sha256",
    "skew_degrees",
    "sources",
    "span",
    "bytes",
];

/// Running text, of which the first words that differ are told.
const TEXTS: [&str; 2] = ["text", "original_text"];

/// What changed, in the order of the document.
pub(super) fn documents(old: &wire::Document, new: &wire::Document, options: &Options) -> Result<Vec<Change>> {
    let (mut old, mut new) = (tree(old)?, tree(new)?);
    name_references(&mut old, &mut new);
    let mut differences = Differences { options, changes: Vec::new() };
    differences.values(&At::default(), &old, &new, (None, None));
    Ok(differences.changes)
}

fn tree(document: &wire::Document) -> Result<Tree> {
    serde_json::from_str(&emit::to_json_line(document))
        .map_err(|error| Error::Input(format!("not a document: {error}")))
}

/// A place in both documents.
#[derive(Clone, Default)]
struct At {
    field: String,
    path: String,
    old: String,
    new: String,
    /// The last key.
    key: String,
}

impl At {
    fn key(&self, key: &str) -> At {
        let dotted = |path: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
        let escaped = key.replace('~', "~0").replace('/', "~1");
        At {
            field: dotted(&self.field),
            path: dotted(&self.path),
            old: format!("{}/{escaped}", self.old),
            new: format!("{}/{escaped}", self.new),
            key: key.to_owned(),
        }
    }

    fn entry(&self, name: &str, old: Option<usize>, new: Option<usize>) -> At {
        let pointer = |list: &str, at: Option<usize>| at.map(|at| format!("{list}/{at}")).unwrap_or_default();
        At {
            path: format!("{}[{name}]", self.path),
            old: pointer(&self.old, old),
            new: pointer(&self.new, new),
            ..self.clone()
        }
    }
}

/// The evidence of a value in both documents.
type Evidence<'t> = (Option<&'t Tree>, Option<&'t Tree>);

struct Differences<'o> {
    options: &'o Options,
    changes: Vec<Change>,
}

impl Differences<'_> {
    fn values(&mut self, at: &At, old: &Tree, new: &Tree, evidence: Evidence<'_>) {
        if old == new {
            return;
        }
        match (old, new) {
            (Tree::Object(one), Tree::Object(other)) => {
                let only_new = other.iter().filter(|(key, _)| old.get(key).is_none());
                for (key, value) in one.iter().chain(only_new) {
                    if self.is_left_out(key) {
                        continue;
                    }
                    let of = (evidence_of(old, key), evidence_of(new, key));
                    let evidence = (of.0.or(evidence.0), of.1.or(evidence.1));
                    let missing = Tree::Leaf(Value::Null);
                    let (one, other) = match (old.get(key), new.get(key)) {
                        (Some(_), Some(other)) => (value, other),
                        (Some(_), None) => (value, &missing),
                        _ => (&missing, value),
                    };
                    self.values(&at.key(key), one, other, evidence);
                }
            }
            (Tree::List(one), Tree::List(other)) if at.key == "corrections" && !self.options.all => {
                self.corrections(at, one, other);
            }
            (Tree::List(one), Tree::List(other)) if !is_one_value(&at.key, one) && !is_one_value(&at.key, other) => {
                self.lists(at, one, other, evidence);
            }
            _ => self.leaves(at, old, new, evidence),
        }
    }

    fn is_left_out(&self, key: &str) -> bool {
        !self.options.all && ABOUT_READING.contains(&key)
    }

    fn lists(&mut self, at: &At, old: &[Tree], new: &[Tree], evidence: Evidence<'_>) {
        let entries = entries(&at.key, old, new);
        for entry in &entries {
            let at = at.entry(&entry.name, entry.old, entry.new);
            match (entry.old, entry.new) {
                (Some(one), Some(other)) => self.values(&at, &old[one], &new[other], evidence),
                (Some(one), None) => self.change(&at, Kind::Removed, Some(self.told(&old[one])), None, evidence, None),
                (None, Some(other)) => {
                    self.change(&at, Kind::Added, None, Some(self.told(&new[other])), evidence, None)
                }
                (None, None) => {}
            }
        }
        // What stands in both, as each has it.
        let in_new: Vec<_> = entries.iter().filter(|entry| entry.old.is_some() && entry.new.is_some()).collect();
        let mut in_old = in_new.clone();
        in_old.sort_by_key(|entry| entry.old);
        let names = |entries: &[&super::names::Entry]| entries.iter().map(|entry| entry.name.as_str().into()).collect();
        if in_old.iter().zip(&in_new).any(|(one, other)| one.old != other.old) {
            let (one, other) = (Value::Array(names(&in_old)), Value::Array(names(&in_new)));
            self.change(at, Kind::Moved, Some(one), Some(other), (None, None), None);
        }
    }

    fn leaves(&mut self, at: &At, old: &Tree, new: &Tree, evidence: Evidence<'_>) {
        match (old, new) {
            (Tree::Leaf(Value::String(one)), Tree::Leaf(Value::String(other))) if TEXTS.contains(&at.key.as_str()) => {
                let (one, other, n_words) = first_difference(one, other);
                let (one, other) = (Some(one.into()), Some(other.into()));
                self.change(at, Kind::Changed, one, other, evidence, Some(n_words));
            }
            _ => self.change(at, Kind::Changed, Some(old.to_value()), Some(new.to_value()), evidence, None),
        }
    }

    /// How many corrections of a page are others, and the first of them. Where they stand is the text's matter.
    fn corrections(&mut self, at: &At, old: &[Tree], new: &[Tree]) {
        let told = |one: &Tree| {
            let [original, corrected, certainty, reason] =
                ["original", "corrected", "certainty", "reason"].map(|key| one.word(key));
            format!("{original} > {corrected} ({certainty}, {reason})")
        };
        let (old, new): (Vec<String>, Vec<String>) = (old.iter().map(told).collect(), new.iter().map(told).collect());
        let (gone, come) = (beyond(&old, &new), beyond(&new, &old));
        let n = gone.len().max(come.len());
        if n > 0 {
            let first = |of: &[&String]| Some(of.first().map_or(Value::Null, |told| told.as_str().into()));
            self.change(at, Kind::Changed, first(&gone), first(&come), (None, None), Some(n));
        }
    }

    /// An entry that only one document has: what it says of itself, without what is told elsewhere.
    fn told(&self, entry: &Tree) -> Value {
        let Tree::Object(entries) = entry else { return entry.to_value() };
        let is_told = |key: &str, value: &Tree| {
            let is_empty =
                matches!(value, Tree::Leaf(Value::Null)) || matches!(value, Tree::List(list) if list.is_empty());
            let is_long =
                matches!(value, Tree::Object(_)) || matches!(value, Tree::List(list) if !is_one_value(key, list));
            !self.is_left_out(key) && !is_empty && !is_long
        };
        let entries = entries.iter().filter(|(key, value)| self.options.all || is_told(key, value));
        let told = entries.map(|(key, value)| {
            let value = match value {
                Tree::Leaf(Value::String(text)) if TEXTS.contains(&key.as_str()) => excerpt(text).into(),
                value => value.to_value(),
            };
            (key.clone(), value)
        });
        Value::Object(told.collect())
    }

    fn change(
        &mut self,
        at: &At,
        kind: Kind,
        old: Option<Value>,
        new: Option<Value>,
        (old_evidence, new_evidence): Evidence<'_>,
        n_parts: Option<usize>,
    ) {
        let patterns = &self.options.fields;
        if !patterns.is_empty() && !patterns.iter().any(|one| one.is_match(&at.field) || one.is_match(&at.path)) {
            return;
        }
        let side = |value: Option<Value>, pointer: &str, evidence: Option<&Tree>| {
            value.map(|value| Side {
                value,
                pointer: pointer.to_owned(),
                state: evidence.map(|evidence| evidence.word("state")).filter(|state| !state.is_empty()),
                confidence: evidence.and_then(|evidence| evidence.get("confidence")?.to_value().as_f64()),
            })
        };
        self.changes.push(Change {
            field: at.field.clone(),
            path: at.path.clone(),
            kind,
            old: side(old, &at.old, old_evidence),
            new: side(new, &at.new, new_evidence),
            n_parts,
        });
    }
}

/// What stands in one list and not, or not as often, in another.
fn beyond<'t>(one: &'t [String], other: &[String]) -> Vec<&'t String> {
    let mut left: HashMap<&str, usize> = HashMap::new();
    other.iter().for_each(|text| *left.entry(text).or_default() += 1);
    let is_beyond = |text: &&String| match left.get_mut(text.as_str()) {
        Some(n) if *n > 0 => {
            *n -= 1;
            false
        }
        _ => true,
    };
    one.iter().filter(is_beyond).collect()
}

fn evidence_of<'t>(object: &'t Tree, key: &str) -> Option<&'t Tree> {
    object.get("evidence")?.get(key)
}

/// Ranges and hours are one value together.
fn is_one_value(key: &str, entries: &[Tree]) -> bool {
    let is_plain = |entry: &Tree| match entry {
        Tree::List(_) => true,
        Tree::Leaf(value) => value.is_number(),
        Tree::Object(_) => false,
    };
    ["times", "adjournments"].contains(&key) || entries.iter().any(is_plain)
}

/// How many words are told of a text.
const WORDS_TOLD: usize = 8;

fn excerpt(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let more = if words.len() > WORDS_TOLD { " …" } else { "" };
    words.iter().take(WORDS_TOLD).copied().collect::<Vec<_>>().join(" ") + more
}

/// The first words that differ, with one before them, and how many do. Where only blanks differ, they are made visible.
fn first_difference(old: &str, new: &str) -> (String, String, usize) {
    let (one, other): (Vec<&str>, Vec<&str>) = (old.split_whitespace().collect(), new.split_whitespace().collect());
    if one == other {
        let n_same = old.chars().zip(new.chars()).take_while(|(one, other)| one == other).count();
        let around = |text: &str| {
            let seen = text.chars().skip(n_same.saturating_sub(12)).take(32);
            seen.map(|c| match c {
                '\n' => '↵',
                '\t' => '→',
                c if c.is_whitespace() => '␣',
                c => c,
            })
            .collect()
        };
        return (around(old), around(new), 0);
    }
    let n_before = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
    let n_after = one[n_before..].iter().rev().zip(other[n_before..].iter().rev()).take_while(|(a, b)| a == b).count();
    let told = |words: &[&str]| {
        let from = n_before.saturating_sub(1);
        // Two words that both have behind what differs, and no more.
        let until = (words.len() - n_after + 2).min(from + WORDS_TOLD).min(words.len());
        let before = if from > 0 { "… " } else { "" };
        let after = if until < words.len() { " …" } else { "" };
        format!("{before}{}{after}", words[from..until].join(" "))
    };
    let n_words = n_differing(&one[n_before..one.len() - n_after], &other[n_before..other.len() - n_after]);
    (told(&one), told(&other), n_words)
}

/// Words changed, added and left out. Of texts too long for that it is the longer one's length.
fn n_differing(old: &[&str], new: &[&str]) -> usize {
    const MOST_CELLS: usize = 1 << 32;
    if old.len().saturating_mul(new.len()) > MOST_CELLS {
        return old.len().max(new.len());
    }
    let mut numbers: HashMap<&str, u32> = HashMap::new();
    for word in old.iter().chain(new) {
        let next = numbers.len() as u32;
        numbers.entry(word).or_insert(next);
    }
    let numbered = |words: &[&str]| words.iter().map(|word| numbers[word]).collect::<Vec<u32>>();
    rapidfuzz::distance::levenshtein::distance(numbered(old), numbered(new))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::wire::{Attendee, Document, EvidenceMap, EvidenceState, Item, Page, Review};

    fn all(old: &Document, new: &Document, options: &Options) -> Vec<(String, Kind, Value, Value)> {
        let value = |side: Option<Side>| side.map_or(Value::Null, |side| side.value);
        let changes = documents(old, new, options).unwrap();
        changes.into_iter().map(|one| (one.path, one.kind, value(one.old), value(one.new))).collect()
    }

    fn item(id: u32, number: u32, title: &str) -> Item {
        Item { id: format!("i{id}"), number: Some(number), title: Some(title.to_owned()), ..Item::default() }
    }

    fn person(id: u32, name: &str) -> Attendee {
        Attendee { id: format!("p{id}"), name: Some(name.to_owned()), ..Attendee::default() }
    }

    #[test]
    fn one_more_entry_changes_nothing_behind_it() {
        let review = |field: &str| Review { field: field.to_owned(), reason: "inferred".into(), ..Review::default() };
        let with = |items: Vec<Item>, attendees: Vec<Attendee>, field: &str| Document {
            items,
            attendees,
            review: vec![review(field)],
            ..Document::default()
        };
        let substitute = |id, of: &str| Attendee { replaces_id: Some(of.to_owned()), ..person(id, "Bo Ek") };
        let old = with(vec![item(1, 3, "Val")], vec![person(1, "Anna Berg"), substitute(2, "p1")], "/items/0/title");
        let new = with(
            vec![item(1, 2, "Dagordning"), item(2, 3, "Val")],
            vec![person(1, "Sven Ö"), person(2, "Anna Borg"), substitute(3, "p2")],
            "/items/1/title",
        );
        let told = all(&old, &new, &Options::default());
        let paths: Vec<(&str, Kind)> = told.iter().map(|(path, kind, ..)| (path.as_str(), *kind)).collect();
        assert_eq!(
            paths,
            [
                ("attendees[Sven Ö]", Kind::Added),
                ("attendees[Anna Berg].name", Kind::Changed),
                ("items[§ 2]", Kind::Added)
            ]
        );
        assert_eq!(told[2].3["title"], "Dagordning");
        let everything = all(&old, &new, &Options { all: true, ..Options::default() });
        assert!(everything.iter().any(|(path, ..)| path == "items[§ 3].id"));
    }

    #[test]
    fn values_are_told_with_their_evidence_and_their_places() {
        let with = |party: &str, state, confidence, at: usize| {
            let evidence = wire::Evidence { state, confidence, ..wire::Evidence::default() };
            let attendee = Attendee {
                party: Some(party.to_owned()),
                evidence: EvidenceMap(vec![("party".to_owned(), evidence)]),
                ..person(1, "Anna Berg")
            };
            let mut attendees = vec![person(2, "Bo Ek"); at];
            attendees.push(attendee);
            Document { attendees, ..Document::default() }
        };
        let old = with("S", EvidenceState::Read, 0.61, 0);
        let new = with("M", EvidenceState::Manual, 1.0, 1);
        let changes = documents(&old, &new, &Options::default()).unwrap();
        let change = changes.iter().find(|change| change.field == "attendees.party").unwrap();
        assert_eq!(change.path, "attendees[Anna Berg].party");
        let side = |side: &Option<Side>| {
            let side = side.clone().unwrap();
            (side.value, side.pointer, side.state.unwrap(), side.confidence.unwrap())
        };
        assert_eq!(side(&change.old), ("S".into(), "/attendees/0/party".into(), "read".into(), 0.61));
        assert_eq!(side(&change.new), ("M".into(), "/attendees/1/party".into(), "manual".into(), 1.0));
    }

    #[test]
    fn what_only_stands_elsewhere_is_told_as_that() {
        let of = |items: Vec<Item>| Document { items, ..Document::default() };
        let (one, other) = (item(1, 3, "Val"), item(2, 4, "Taxor"));
        let told = all(&of(vec![one.clone(), other.clone()]), &of(vec![other, one]), &Options::default());
        assert_eq!(
            told,
            [("items".to_owned(), Kind::Moved, serde_json::json!(["§ 3", "§ 4"]), serde_json::json!(["§ 4", "§ 3"]))]
        );
    }

    #[test]
    fn of_texts_the_first_words_that_differ_are_told() {
        let page = |text: &str| Document {
            pages: vec![Page { number: 4, text: text.to_owned(), ..Page::default() }],
            ..Document::default()
        };
        let old = page("ett två tre fyra fem sex sju åtta nio tio elva tolv");
        let new = page("ett två tre fyra FEM sex sju åtta nio TIO elva tolv");
        let changes = documents(&old, &new, &Options::default()).unwrap();
        assert_eq!((changes.len(), changes[0].path.as_str(), changes[0].n_parts), (1, "pages[4].text", Some(2)));
        assert_eq!(changes[0].old.as_ref().unwrap().value, "… fyra fem sex sju åtta nio tio elva …");
        assert_eq!(first_difference("a b", "a c"), ("a b".into(), "a c".into(), 1));
        assert_eq!(first_difference("a b", ""), ("a b".into(), "".into(), 2));
        assert_eq!(first_difference("a b\nc", "a b c"), ("a␣b↵c".into(), "a␣b␣c".into(), 0));
        assert_eq!(first_difference("a a", "a a a"), ("… a".into(), "… a a".into(), 1));
    }

    #[test]
    fn corrections_are_counted_that_are_others() {
        let correction = |original: &str, at| wire::Correction {
            original: original.to_owned(),
            original_span: [at, at + 2],
            ..wire::Correction::default()
        };
        let of = |corrections| Document { pages: vec![Page { corrections, ..Page::default() }], ..Document::default() };
        let old = of(vec![correction("ar", 0), correction("pa", 4), correction("pa", 9)]);
        let new = of(vec![correction("ar", 7), correction("pa", 11), correction("nar", 20)]);
        let changes = documents(&old, &new, &Options::default()).unwrap();
        let told = |side: &Option<Side>| side.as_ref().unwrap().value.as_str().unwrap().to_owned();
        assert_eq!((changes.len(), changes[0].n_parts), (1, Some(1)));
        assert!(told(&changes[0].old).starts_with("pa > ") && told(&changes[0].new).starts_with("nar > "));
        assert_eq!(
            documents(&old, &of(vec![correction("ar", 0); 1]), &Options::default()).unwrap()[0].n_parts,
            Some(2)
        );
    }

    #[test]
    fn fields_are_chosen_by_how_they_begin() {
        let of = |title: &str, kind| Document { items: vec![item(1, 3, title)], status: kind, ..Document::default() };
        let (old, new) = (of("Val", wire::Status::Complete), of("Vaj", wire::Status::Partial));
        let chosen = |pattern: &str| {
            let fields = vec![super::super::field_pattern(pattern).unwrap()];
            all(&old, &new, &Options { fields, ..Options::default() }).len()
        };
        assert_eq!((chosen("items"), chosen("items.title"), chosen("status"), chosen(".*")), (1, 1, 1, 2));
        assert_eq!((chosen(r"items\[§ 3\]"), chosen("title"), chosen("items.text")), (1, 0, 0));
    }
}
