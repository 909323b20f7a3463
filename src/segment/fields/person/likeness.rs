//! How much capitalised words look like the name of a person: what the lexicon says of each of them, added up.
//!
//! A word is a name where it is borne about as often as it is written; "Till" is borne by a few and written by all.

use crate::correct::Lexicon;
use crate::segment::words::names::{self, is_title_word};

/// How many times more often a word may be written than a name is borne that is spelled like it.
const WRITTEN_MORE: f64 = 20.0;

/// What speaks for a whole name and against it: 2 for a given name and a surname that are known, below 0 for words of
/// the language, about a half for words that nobody knows.
pub fn likeness(lexicon: &Lexicon, name: &str) -> f32 {
    let words: Vec<&str> = name.split_whitespace().filter(|word| !names::is_particle(word)).collect();
    let Some((last, given)) = words.split_last() else { return -1.0 };
    // Several given names vouch no more than one does; a common word among them speaks against all.
    let of_given: Vec<f32> = given.iter().map(|word| as_given(lexicon, word)).collect();
    let best = of_given.iter().copied().fold(0.0, f32::max);
    let against: f32 = of_given.iter().copied().filter(|one| *one < 0.0).sum();
    let of_last = if given.is_empty() {
        as_given(lexicon, last).max(as_surname(lexicon, last))
    } else {
        as_surname(lexicon, last)
    };
    let of_office: f32 =
        words.iter().map(|word| if names::is_sender(word) || is_title_word(word) { -1.5 } else { 0.0 }).sum();
    best + against + of_last + of_office
}

/// A word before the last.
fn as_given(lexicon: &Lexicon, word: &str) -> f32 {
    if names::is_initial(word) {
        return 0.4;
    }
    let one = |part: &str| {
        let entry = lexicon.entry(part);
        if is_borne(entry.given_name(), entry.word()) {
            1.0
        } else if is_borne(entry.surname(), entry.word()) {
            0.4
        } else if lexicon.is_word(part) {
            as_word(lexicon, part)
        } else {
            0.2
        }
    };
    // Of a double name one part is enough.
    word.split('-').filter(|part| !part.is_empty()).map(one).fold(-1.0, f32::max)
}

fn as_surname(lexicon: &Lexicon, word: &str) -> f32 {
    let one = |part: &str| {
        let entry = lexicon.entry(part);
        if is_borne(entry.surname(), entry.word()) || is_made_of_names(lexicon, part) {
            1.0
        } else if is_borne(entry.given_name(), entry.word()) {
            0.5
        } else if lexicon.is_word(part) {
            as_word(lexicon, part)
        } else if lexicon.is_place(part) {
            -0.3
        } else {
            0.3
        }
    };
    word.split('-').filter(|part| !part.is_empty()).map(one).fold(-1.0, f32::max)
}

/// The more a word is written, the less it is a name; of rare ones names are made too: "Tallskog".
fn as_word(lexicon: &Lexicon, word: &str) -> f32 {
    match lexicon.frequency(word) {
        often if often >= 3000.0 => -1.0,
        often if often >= 300.0 => -0.7,
        _ => -0.3,
    }
}

fn is_borne(bearers: f64, written: f64) -> bool {
    bearers > 0.0 && bearers * WRITTEN_MORE >= written
}

/// "Tallström": two parts that surnames are made of, where no list has the whole.
fn is_made_of_names(lexicon: &Lexicon, word: &str) -> bool {
    let lower = word.to_lowercase();
    lower.char_indices().skip(3).any(|(at, _)| {
        let (first, last) = lower.split_at(at);
        last.chars().count() >= 3
            && lexicon.entry(last).surname_last() >= 8.0
            && (lexicon.entry(first).surname_first() > 0.0 || lexicon.is_given_name(first))
    }) && !lexicon.entry(word).is_word()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_look_like_names_and_words_do_not() {
        let lexicon = Lexicon::builtin();
        for name in
            ["Anna Berg", "Bo Ek", "Per-Olof Lundqvist", "Stig Holm", "K. E. Holm", "Eva von Ek", "Maj Tallström"]
        {
            assert!(likeness(&lexicon, name) >= 1.3, "{name}: {}", likeness(&lexicon, name));
        }
        for name in ["Zafira Quvenzo", "Tiuri Hjelmstedt"] {
            assert!(likeness(&lexicon, name) >= 0.3, "{name}: {}", likeness(&lexicon, name));
        }
        for words in [
            "Till Revisorer",
            "Skriftlig Inkomst",
            "Beredning Under",
            "Ärendebeskrivning Enligt",
            "Fastighet Andel",
            "Övriga Närvarande",
            "Bostadsrättsförening Storby",
            "Västra Sandarna",
        ] {
            assert!(likeness(&lexicon, words) < 0.0, "{words}: {}", likeness(&lexicon, words));
        }
    }
}
