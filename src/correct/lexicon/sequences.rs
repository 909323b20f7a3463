//! How likely a word is after the one or two before it.
//!
//! Counts were turned into probabilities with absolute discounting when the tables were packed; what a history does
//! not give to the words seen after it goes to the shorter history, and at last to the word's own frequency.

use super::pack::{self, count_of, join};
use std::borrow::Cow;

/// Pairs and triples of words, under hashes.
pub struct Sequences {
    histories: HashTable,
    pairs: HashTable,
    triples: HashTable,
    contexts: HashTable,
}

/// A word as its neighbours see it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Neighbour {
    /// Of its letters.
    pub hash: u64,
    /// What it has in common with other words at such places; 0 for nothing known.
    context: u64,
    /// Whether it differs from another word by dots alone.
    has_variants: bool,
}

impl Sequences {
    pub(super) fn new(histories: HashTable, pairs: HashTable, triples: HashTable, contexts: HashTable) -> Self {
        Sequences { histories, pairs, triples, contexts }
    }

    /// A word (codes, lower case) as its neighbours see it.
    pub fn neighbour(&self, word: &[u8]) -> Neighbour {
        let hash = pack::hash(word);
        let is_common = self.contexts.get(join(pack::COMMON, hash)).is_some();
        Neighbour {
            hash,
            context: pack::context(word, hash, is_common),
            has_variants: self.contexts.get(join(pack::VARIANT, hash)).is_some(),
        }
    }

    /// How much more likely two words stand side by side than words that are as common, by their contexts.
    fn fit(&self, near: Neighbour, word: Neighbour) -> f64 {
        let ratio = |mark, word: Neighbour, other: Neighbour| {
            if !word.has_variants || other.context == 0 {
                return 1.0;
            }
            self.contexts.get(join(join(mark, other.context), word.hash)).map_or(1.0, pack::ratio_of)
        };
        ratio(pack::BEFORE, word, near) * ratio(pack::AFTER, near, word)
    }

    /// The probability of a word after two others; `own` is its probability anywhere.
    pub fn probability(&self, far: u64, near: Neighbour, word: Neighbour, own: f64) -> f64 {
        let (left, bound) = self.left_over(near.hash);
        let fit = self.fit(near, word);
        let (near, word) = (near.hash, word.hash);
        let after_near = match self.pairs.get(join(near, word)) {
            Some(pair) => probability(pair as u8) + (left * own).min(bound * SEEN),
            None => (left * own * fit).min(bound),
        };
        let history = join(far, near);
        let Some(left) = self.pairs.get(history).map(|v| (v >> 8) as u8).filter(|q| *q > 0) else {
            return after_near;
        };
        let triple = self.triples.get(join(history, word)).map_or(0.0, |v| probability(v as u8));
        triple + probability(left) * after_near
    }

    /// What a word leaves to those that were never counted after it, names among them.
    pub fn left(&self, near: Neighbour) -> f64 {
        self.left_over(near.hash).0
    }

    /// What a piece of evidence (its hash) is worth for a word (its hash), as a logarithm; nothing where it says nothing.
    pub fn grammar(&self, evidence: u64, word: u64) -> Option<f64> {
        self.contexts.get(join(join(pack::GRAMMAR, evidence), word)).map(pack::weight_of)
    }

    /// The letter of the class that a word's longest listed ending has. The word is codes, `^` before them.
    pub fn class(&self, word: &[u8]) -> Option<u8> {
        let endings = (0..word.len()).map(|from| pack::hash(&word[from..]));
        endings.filter_map(|ending| self.contexts.get(join(pack::CLASS, ending))).map(|class| class as u8).next()
    }

    /// Whether a pair was ever counted.
    pub fn knows_pair(&self, near: u64, word: u64) -> bool {
        self.pairs.get(join(near, word)).is_some()
    }

    /// What a word leaves to those that were not seen after it: together, and to each at most.
    fn left_over(&self, near: u64) -> (f64, f64) {
        self.histories.get(near).map_or((1.0, 1.0), |v| {
            let count = count_of((v >> 8) as u8);
            (probability(v as u8), if count > 0.0 { (UNSEEN / count).min(1.0) } else { 1.0 })
        })
    }
}

/// A pair that is not in the tables was seen fewer times than this, or in other prose than was counted.
const UNSEEN: f64 = 25.0;
/// What a pair that was counted is given beyond its count, as a share of that.
const SEEN: f64 = 0.2;

fn probability(q: u8) -> f64 {
    10f64.powf(q as f64 / -32.0)
}

/// 16-bit values under 64-bit hashes, read where they lie.
pub struct HashTable {
    bytes: Cow<'static, [u8]>,
    bits: u32,
    n: usize,
}

impl HashTable {
    /// Bytes that are no table make an empty one.
    pub(super) fn new(bytes: Cow<'static, [u8]>) -> Self {
        let mut table = HashTable { bytes, bits: 1, n: 0 };
        let (bits, n) = (table.u32_at(0), table.u32_at(4));
        if let (Some(bits @ 1..=20), Some(n)) = (bits, n) {
            (table.bits, table.n) = (bits, n as usize);
        }
        table
    }

    fn u32_at(&self, at: usize) -> Option<u32> {
        self.bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
    }

    fn get(&self, key: u64) -> Option<u16> {
        if self.n == 0 {
            return None;
        }
        let bucket = (key >> (64 - self.bits)) as usize;
        let keys = 8 + 4 * ((1 << self.bits) + 1);
        let from = self.u32_at(8 + 4 * bucket)? as usize;
        let to = self.u32_at(8 + 4 * bucket + 4)? as usize;
        let at = (from..to).find(|i| self.u32_at(keys + 4 * i) == Some(key as u32))?;
        let value = keys + 4 * self.n + 2 * at;
        self.bytes.get(value..value + 2)?.try_into().ok().map(u16::from_le_bytes)
    }
}
