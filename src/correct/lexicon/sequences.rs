//! How likely a word is after the one or two before it.
//!
//! Counts were turned into probabilities with absolute discounting when the tables were packed; what a history does
//! not give to the words seen after it goes to the shorter history, and at last to the word's own frequency.

use super::pack::{count_of, join};
use std::borrow::Cow;

/// Pairs and triples of words, under hashes.
pub struct Sequences {
    histories: HashTable,
    pairs: HashTable,
    triples: HashTable,
}

impl Sequences {
    pub(super) fn new(histories: HashTable, pairs: HashTable, triples: HashTable) -> Self {
        Sequences { histories, pairs, triples }
    }

    /// The probability of a word after two others, by their hashes; `own` is its probability anywhere.
    pub fn probability(&self, before: [u64; 2], word: u64, own: f64) -> f64 {
        let [far, near] = before;
        let (left, bound) = self.left_over(near);
        let after_near = match self.pairs.get(join(near, word)) {
            Some(pair) => probability(pair as u8) + left * own,
            None => (left * own).min(bound),
        };
        let history = join(far, near);
        let Some(left) = self.pairs.get(history).map(|v| (v >> 8) as u8).filter(|q| *q > 0) else {
            return after_near;
        };
        let triple = self.triples.get(join(history, word)).map_or(0.0, |v| probability(v as u8));
        triple + probability(left) * after_near
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
