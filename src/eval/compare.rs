//! When two values count as the same.

use crate::emit::wire::{Document, Item};
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

static REFERENCE_LABEL: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)^(dnr|diarienr|diarienummer|ärendenr|ärendenummer)[.:\s]*").expect("a pattern"));

/// An item's number, or its label where it has none, and how many items before it have the same.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ItemKey {
    pub number: String,
    pub repetition: usize,
}

pub(super) fn numbered(document: &Document) -> Vec<(ItemKey, &Item)> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut keyed = Vec::with_capacity(document.items.len());
    for item in &document.items {
        let number = match item.number {
            Some(number) => number.to_string(),
            None => item.label.as_deref().map(folded).unwrap_or_default(),
        };
        let repetition = seen.entry(number.clone()).or_default();
        keyed.push((ItemKey { number, repetition: *repetition }, item));
        *repetition += 1;
    }
    keyed
}

pub(super) fn single_spaced(text: &str) -> String {
    text.nfc().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text as it compares: single blanks, no full stop or colon at the end, one kind of dash and apostrophe.
pub(super) fn key(text: &str) -> String {
    single_spaced(text).trim_end_matches(['.', ':']).replace('’', "'").replace(['–', '—'], "-")
}

pub(super) fn key_of(text: &Option<String>) -> String {
    text.as_deref().map(key).unwrap_or_default()
}

pub(super) fn folded(text: &str) -> String {
    key(text).to_lowercase()
}

pub(super) fn bare_reference(text: &str) -> String {
    REFERENCE_LABEL.replace(&single_spaced(text), "").trim_end_matches('.').to_owned()
}

pub(super) fn pair(a: &str, b: &str) -> String {
    format!("{a}\u{1f}{b}")
}
