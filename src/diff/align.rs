//! Which entry of one list is which of another.

use rapidfuzz::distance::levenshtein;
use std::cmp::Reverse;
use std::collections::{BTreeMap, VecDeque};

/// What tells an entry of a list from the others.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Identity {
    /// As a person calls it; empty where it has only a place.
    pub name: String,
    /// Each tells which entry it is, the surest first. Empty ones tell nothing.
    pub keys: Vec<String>,
    /// By which it is known again where no key is the same.
    pub words: String,
    /// Entries of two kinds never stand for each other by place alone; empty where it is of any kind.
    pub kind: String,
    /// Whether its place in the list tells which entry it is, when nothing else does.
    pub by_place: bool,
}

/// Where an entry stands in both lists.
pub(super) type Pair = (Option<usize>, Option<usize>);

/// How like the words of two entries must be.
const ALIKE: f64 = 0.75;
/// Lists with more pairs than that are aligned by keys and places only.
const MOST_COMPARED: usize = 1_000_000;

/// The entries of both lists, each once, in the new order; what is only in the old list stands where it stood.
pub(super) fn pairs(old: &[Identity], new: &[Identity]) -> Vec<Pair> {
    let mut standing: Vec<Option<usize>> = vec![None; old.len()];
    let mut is_taken = vec![false; new.len()];
    by_keys(old, new, &mut standing, &mut is_taken);
    by_likeness(old, new, &mut standing, &mut is_taken);
    by_place(old, new, &mut standing, &mut is_taken);
    in_order(&standing, new.len())
}

/// Of several with one key the first is the first.
fn by_keys(old: &[Identity], new: &[Identity], standing: &mut [Option<usize>], is_taken: &mut [bool]) {
    let n_levels = old.iter().chain(new).map(|entry| entry.keys.len()).max().unwrap_or(0);
    let key = |entry: &Identity, level: usize| entry.keys.get(level).filter(|key| !key.is_empty()).cloned();
    for level in 0..n_levels {
        let mut free: BTreeMap<String, VecDeque<usize>> = BTreeMap::new();
        for (at, entry) in new.iter().enumerate().filter(|(at, _)| !is_taken[*at]) {
            if let Some(key) = key(entry, level) {
                free.entry(key).or_default().push_back(at);
            }
        }
        for (at, entry) in old.iter().enumerate() {
            if standing[at].is_some() {
                continue;
            }
            let found = key(entry, level).and_then(|key| free.get_mut(&key)?.pop_front());
            if let Some(found) = found {
                standing[at] = Some(found);
                is_taken[found] = true;
            }
        }
    }
}

/// The likest first; of those that are equally like, the nearest.
fn by_likeness(old: &[Identity], new: &[Identity], standing: &mut [Option<usize>], is_taken: &mut [bool]) {
    let has_words = |entry: &Identity| !entry.words.is_empty();
    let left: Vec<usize> = (0..old.len()).filter(|at| standing[*at].is_none() && has_words(&old[*at])).collect();
    let right: Vec<usize> = (0..new.len()).filter(|at| !is_taken[*at] && has_words(&new[*at])).collect();
    if left.len().saturating_mul(right.len()) > MOST_COMPARED {
        return;
    }
    let mut alike = Vec::new();
    for &one in &left {
        for &other in &right {
            let likeness = levenshtein::normalized_similarity(old[one].words.chars(), new[other].words.chars());
            if likeness >= ALIKE {
                alike.push(((likeness * 1000.0) as u32, one, other));
            }
        }
    }
    alike.sort_by_key(|(likeness, one, other)| (Reverse(*likeness), one.abs_diff(*other), *one, *other));
    for (_, one, other) in alike {
        if standing[one].is_none() && !is_taken[other] {
            standing[one] = Some(other);
            is_taken[other] = true;
        }
    }
}

/// Between two entries that are known, those left over are the same where they are as many.
fn by_place(old: &[Identity], new: &[Identity], standing: &mut [Option<usize>], is_taken: &mut [bool]) {
    let mut anchors = Vec::new();
    let mut next = 0;
    for (at, found) in standing.iter().enumerate() {
        if let Some(found) = found.filter(|found| *found >= next) {
            anchors.push((at, found));
            next = found + 1;
        }
    }
    anchors.push((old.len(), new.len()));
    let (mut old_from, mut new_from) = (0, 0);
    for (old_to, new_to) in anchors {
        let left: Vec<usize> = (old_from..old_to).filter(|at| standing[*at].is_none() && old[*at].by_place).collect();
        let right: Vec<usize> = (new_from..new_to).filter(|at| !is_taken[*at] && new[*at].by_place).collect();
        let has_only_place = |entry: &Identity| entry.keys.iter().all(String::is_empty) && entry.words.is_empty();
        let is_plain =
            left.iter().all(|at| has_only_place(&old[*at])) && right.iter().all(|at| has_only_place(&new[*at]));
        if left.len() == right.len() || is_plain {
            for (one, other) in left.into_iter().zip(right) {
                let (kind, other_kind) = (&old[one].kind, &new[other].kind);
                if kind == other_kind || kind.is_empty() || other_kind.is_empty() {
                    standing[one] = Some(other);
                    is_taken[other] = true;
                }
            }
        }
        (old_from, new_from) = (old_to + 1, new_to + 1);
    }
}

fn in_order(standing: &[Option<usize>], n_new: usize) -> Vec<Pair> {
    let mut from_new: Vec<Option<usize>> = vec![None; n_new];
    for (at, found) in standing.iter().enumerate() {
        if let Some(found) = found {
            from_new[*found] = Some(at);
        }
    }
    let mut out = Vec::with_capacity(standing.len().max(n_new));
    let mut next_old = 0;
    let mut gone_until = |until: usize, out: &mut Vec<Pair>| {
        while next_old < until {
            if standing[next_old].is_none() {
                out.push((Some(next_old), None));
            }
            next_old += 1;
        }
    };
    for (at, found) in from_new.iter().enumerate() {
        gone_until(found.unwrap_or(0), &mut out);
        out.push((*found, Some(at)));
    }
    gone_until(standing.len(), &mut out);
    out
}

/// Letters and digits alone, small.
pub(super) fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(number: &str, title: &str) -> Identity {
        let words = folded(title);
        let numbered = if number.is_empty() { String::new() } else { format!("{number}|{words}") };
        let keys = vec![numbered, number.to_owned()];
        Identity { name: number.to_owned(), keys, words, kind: number.to_owned(), by_place: true }
    }

    fn person(name: &str) -> Identity {
        Identity { name: name.to_owned(), keys: vec![folded(name)], words: folded(name), ..Identity::default() }
    }

    fn places(of: &[Pair]) -> Vec<(i32, i32)> {
        let place = |at: Option<usize>| at.map_or(-1, |at| at as i32);
        of.iter().map(|(old, new)| (place(*old), place(*new))).collect()
    }

    #[test]
    fn items_are_known_by_their_number_then_title_then_place() {
        let old = [item("1", "Val"), item("2", "Budget för nästa år"), item("3", "Taxor"), item("", "Xx")];
        // One is new, one lost its number, one its title.
        let new = [
            item("7", "Närvaro"),
            item("1", "Val"),
            item("", "Budget för nasta år"),
            item("3", ""),
            item("4", "Övrigt"),
        ];
        assert_eq!(places(&pairs(&old, &new)), [(-1, 0), (0, 1), (1, 2), (2, 3), (3, 4)]);
        // Two numbers are two items, wherever they stand.
        assert_eq!(places(&pairs(&[item("5", "Val")], &[item("6", "Taxor")])), [(-1, 0), (0, -1)]);
    }

    #[test]
    fn numbers_that_stand_twice_are_told_apart_by_their_titles() {
        let old = [item("1", "Val"), item("1", "Taxor")];
        let new = [item("1", "Taxor"), item("1", "Val")];
        assert_eq!(places(&pairs(&old, &new)), [(1, 0), (0, 1)]);
        assert_eq!(places(&pairs(&old, &new[..1])), [(0, -1), (1, 0)]);
    }

    #[test]
    fn persons_are_known_by_names_that_are_like_and_by_nothing_else() {
        let old = [person("Anna Berg"), person("Bo Ek"), person("Sven Öberg")];
        let new = [person("Sven Oberg"), person("Anna Berg"), person("Kim Lund")];
        assert_eq!(places(&pairs(&old, &new)), [(1, -1), (2, 0), (0, 1), (-1, 2)]);
    }

    #[test]
    fn what_has_only_a_place_is_known_by_it() {
        let vote = || Identity { by_place: true, ..Identity::default() };
        assert_eq!(places(&pairs(&[vote()], &[vote(), vote()])), [(0, 0), (-1, 1)]);
        assert_eq!(places(&pairs(&[vote(), vote()], &[])), [(0, -1), (1, -1)]);
    }

    proptest::proptest! {
        #[test]
        fn every_entry_stands_once(old in "[a-d]{0,12}", new in "[a-d]{0,12}", by_place: bool) {
            let of = |text: &str| -> Vec<Identity> {
                text.chars().map(|c| Identity { by_place, ..person(&c.to_string()) }).collect()
            };
            let found = pairs(&of(&old), &of(&new));
            let mut olds: Vec<usize> = found.iter().filter_map(|(at, _)| *at).collect();
            olds.sort_unstable();
            let news: Vec<usize> = found.iter().filter_map(|(_, at)| *at).collect();
            proptest::prop_assert_eq!(olds, (0..old.len()).collect::<Vec<_>>());
            proptest::prop_assert_eq!(news, (0..new.len()).collect::<Vec<_>>());
            if old == new {
                proptest::prop_assert!(found.iter().all(|(one, other)| one == other));
            }
        }
    }
}
