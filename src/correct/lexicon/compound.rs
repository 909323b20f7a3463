//! Compounds that no list holds: how they split, and how common they are likely to be.
//!
//! Swedish makes compounds freely, with a linking s or a changed vowel that belongs to the first part's form
//! (*samhälls*, *kyrko*). A split is believed as far as its parts make compounds in the lists.

use super::{Entry, Lexicon};

/// A word split into parts.
#[derive(Clone, PartialEq, Debug)]
pub struct Compound {
    /// Where each part ends, in letters.
    pub ends: Vec<usize>,
    /// Occurrences in a billion, estimated.
    pub frequency: f64,
}

/// Of all words in running text, about this share are compounds that no list of this size holds.
pub const UNLISTED: f64 = 0.02;
/// Compounds of the lists that the counts of parts were taken from.
pub const LISTED_COMPOUNDS: f64 = 560_000.0;
const MAX_LETTERS: usize = 60;
/// Share of compounds that go without the s that their first part mostly has, and the letters that each part has then.
const WITHOUT_LINK: f64 = 0.05;
const LEAST_UNLINKED: usize = 5;

impl Lexicon {
    /// The likeliest split of a word (codes, lower case) into two to four parts, if there is one.
    pub fn compound(&self, word: &[u8]) -> Option<Compound> {
        if word.len() < 6 || word.len() > MAX_LETTERS || !word.iter().all(|c| c.is_ascii_alphabetic() || *c >= 0xdf) {
            return None;
        }
        let (ends, p) = self.split(word, 0, 4).or_else(|| self.unlinked(word))?;
        Some(Compound { ends, frequency: p * 1e9 })
    }

    /// A split of a word whose first part is mostly linked by an s and here is not (*revisorsuppleant*): people write
    /// both, and neither is put for the other.
    fn unlinked(&self, word: &[u8]) -> Option<(Vec<usize>, f64)> {
        let splits = (LEAST_UNLINKED..=word.len().saturating_sub(LEAST_UNLINKED)).filter_map(|at| {
            let (first, last) = word.split_at(at);
            let linked = [first, b"s"].concat();
            let is_noun = !first.ends_with(b"s") && self.entry_of(first).is_word();
            let p_first = if is_noun { first_part(self.entry_of(&linked), linked.len(), b's') } else { 0.0 };
            let p = WITHOUT_LINK * UNLISTED * p_first * last_part(self.entry_of(last), last.len());
            (p > 0.0).then_some((vec![at, word.len()], p))
        });
        splits.max_by(|a, b| a.1.total_cmp(&b.1))
    }

    fn split(&self, word: &[u8], from: usize, depth: usize) -> Option<(Vec<usize>, f64)> {
        let mut best: Option<(Vec<usize>, f64)> = None;
        let mut keep = |ends: Vec<usize>, p: f64| {
            if best.as_ref().is_none_or(|(_, b)| p > *b) {
                best = Some((ends, p));
            }
        };
        let fst = self.spellings();
        let (mut node, mut value) = (fst.root(), 0u64);
        for at in from..word.len().saturating_sub(2) {
            let Some(i) = node.find_input(word[at]) else { break };
            let step = node.transition(i);
            value += step.out.value();
            node = fst.node(step.addr);
            if !node.is_final() || at + 1 - from < 2 {
                continue;
            }
            let first = Lexicon::entry_from(value + node.final_output().value());
            let p = first_part(first, at + 1 - from, word[at]);
            if p <= 0.0 {
                continue;
            }
            let rest = self.entry_of(&word[at + 1..]);
            let p_last = last_part(rest, word.len() - at - 1);
            if p_last > 0.0 {
                keep(vec![at + 1, word.len()], UNLISTED * p * p_last);
            }
            if depth > 2
                && at + 1 - from >= 3
                && let Some((ends, p_rest)) = self.split(word, at + 1, depth - 1)
            {
                keep([at + 1].into_iter().chain(ends).collect(), p * p_rest);
            }
        }
        best
    }
}

/// How likely a compound begins with this part; 0 for one that begins none. Short parts are believed only where
/// they begin many words: anything can be split into them. A genitive may begin a compound though none is listed.
pub fn first_part(entry: Entry, letters: usize, last_letter: u8) -> f64 {
    let n = entry.first_part();
    if n <= 0.0 && letters >= 6 && last_letter == b's' && entry.is_word() {
        return 0.5 / LISTED_COMPOUNDS;
    }
    let needed = match letters {
        0..=1 => return 0.0,
        2 => 60.0,
        3 => 8.0,
        _ => 1.0,
    };
    if n < needed { 0.0 } else { n / LISTED_COMPOUNDS }
}

/// The same where any listed word may begin one, though none is listed that it begins: rare, but in a text that lost
/// its dots a compound explains more than letters that nobody ever wrote so.
pub fn free_first_part(entry: Entry, letters: usize, last_letter: u8) -> f64 {
    let known = first_part(entry, letters, last_letter);
    if known <= 0.0 && letters >= 4 && entry.word() > 0.0 { 0.05 / LISTED_COMPOUNDS } else { known }
}

/// How likely a compound ends in this word; 0 for one that ends none.
pub fn last_part(entry: Entry, letters: usize) -> f64 {
    let (word, last) = (entry.word(), entry.last_part());
    if word <= 0.0 || letters < 2 || (letters == 2 && last < 40.0) || (letters == 3 && last < 3.0) {
        return 0.0;
    }
    // What ends many words ends new ones too; among these a common word more than a rare one.
    let types = last.max(0.3) / LISTED_COMPOUNDS;
    (types * (word / 1e9).clamp(1e-8, 1e-4)).sqrt().min(3.0 * types)
}
