//! How common a spelling is as a word, as names and as parts of them.

use super::pack::{self, count_of};

/// What the lists say of a spelling. All is zero for one that no list holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Entry(pub(super) u64);

impl Entry {
    fn byte(self, at: u32) -> u8 {
        (self.0 >> (8 * at)) as u8
    }

    fn half(self, at: u32) -> u8 {
        (self.0 >> (4 * at)) as u8 & 15
    }

    /// With the larger of both counts, of words, names and parts.
    pub(super) fn with_counts_of(self, other: Entry) -> Entry {
        let larger = |byte: u32| (self.byte(byte).max(other.byte(byte)) as u64) << (8 * byte);
        Entry((self.0 & !0 << (8 * (pack::LAST_PART + 1))) | (0..=pack::LAST_PART).map(larger).sum::<u64>())
    }

    /// Occurrences as a common word in a billion; 0 for no word.
    pub fn word(self) -> f64 {
        count_of(self.byte(pack::WORD))
    }

    /// Bearers in ten million.
    pub fn given_name(self) -> f64 {
        count_of(self.byte(pack::GIVEN_NAME))
    }

    /// Bearers in ten million.
    pub fn surname(self) -> f64 {
        count_of(self.byte(pack::SURNAME))
    }

    /// Inhabitants; 1 for other proper nouns.
    pub fn place(self) -> f64 {
        count_of(self.byte(pack::PLACE))
    }

    /// In how many words of the lists it is the first part of a compound, and one more.
    pub fn first_part(self) -> f64 {
        count_of(self.byte(pack::FIRST_PART))
    }

    /// In how many it is the last part, and one more.
    pub fn last_part(self) -> f64 {
        count_of(self.byte(pack::LAST_PART))
    }

    /// Whether a list of words has it.
    pub fn is_word(self) -> bool {
        self.byte(pack::WORD) > 0
    }

    /// Whether a person or a place may have it for a name.
    pub fn is_name(self) -> bool {
        self.byte(pack::GIVEN_NAME) > 0 || self.byte(pack::SURNAME) > 0 || self.byte(pack::PLACE) > 0
    }

    /// In how many surnames it stands first, roughly.
    pub fn surname_first(self) -> f64 {
        part_count(self.half(pack::SURNAME_FIRST))
    }

    /// In how many surnames it stands last, roughly.
    pub fn surname_last(self) -> f64 {
        part_count(self.half(pack::SURNAME_LAST))
    }

    /// In how many names of places it stands first, roughly.
    pub fn place_first(self) -> f64 {
        part_count(self.half(pack::PLACE_FIRST))
    }

    /// In how many names of places it stands last, roughly.
    pub fn place_last(self) -> f64 {
        part_count(self.half(pack::PLACE_LAST))
    }
}

fn part_count(q: u8) -> f64 {
    if q == 0 { 0.0 } else { 10f64.powf((q as f64 - 1.0) / 6.0) }
}
