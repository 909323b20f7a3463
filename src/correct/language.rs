//! How likely a spelling is at its place, before its neighbours are asked: as a common word, as a name, as
//! something that no list knows. What follows what is left to [`super::lattice`].

use super::candidates::{Candidate, Case, Source};
use super::tokens::Start;

/// Where a token stands, as far as it changes what to expect there.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    pub starts: Start,
    pub case: Case,
}

/// Shares of running text, with a capital in mid sentence: common words, given names, surnames, places.
const CAPITALISED_WORD: f64 = 0.02;
const GIVEN_NAMES: f64 = 0.03;
const SURNAMES: f64 = 0.03;
const PLACES: f64 = 0.02;
/// After a given name.
const SURNAME_AFTER_GIVEN: f64 = 0.5;
/// How unlikely (log10) a spelling that no list holds is, with two letters, and with each letter more: nearly all
/// short words are listed, and of long ones there are many.
const UNKNOWN: f64 = 5.5;
const PER_LETTER: f64 = 0.5;
/// Names are unlisted more often than words.
const UNKNOWN_NAME: f64 = 3.0;
/// A mark or digit inside an unknown word is most likely a misread letter; so is a letter that Swedish lacks.
const PER_MARK: f64 = 3.0;
const PER_FOREIGN_LETTER: f64 = 0.7;
/// A name where a common word would stand.
const NAME_IN_LOWER_CASE: f64 = 1e-4;

/// The probability of a candidate at a place: after anything, and after a given name.
pub fn own(candidate: &Candidate, place: Place, document: f64) -> (f64, f64) {
    let names = GIVEN_NAMES * candidate.given_name + SURNAMES * candidate.surname + PLACES * candidate.place;
    let unknown = unknown(candidate);
    let (anywhere, after_given) = match (place.case, candidate.capital) {
        (Case::Upper, _) => {
            (0.3 * (candidate.word + names) + unknown, 0.1 * candidate.word + 0.3 * candidate.surname + unknown)
        }
        (_, false) => {
            let share = if place.starts == Start::Sentence { 0.2 } else { 1.0 };
            let p = share * (candidate.word + NAME_IN_LOWER_CASE * names + unknown);
            (p, p)
        }
        (_, true) => {
            let word = match place.starts {
                Start::No => CAPITALISED_WORD,
                Start::Line => 0.2,
                Start::Sentence => 0.8,
            };
            (
                word * candidate.word + names + unknown,
                0.2 * word * candidate.word
                    + SURNAME_AFTER_GIVEN * candidate.surname
                    + 0.1 * candidate.given_name
                    + 0.005 * candidate.place
                    + 5.0 * unknown,
            )
        }
    };
    // What the document spells elsewhere it is likely to spell again.
    (anywhere.max(1e-18) + document, after_given.max(1e-18) + document)
}

fn unknown(candidate: &Candidate) -> f64 {
    if candidate.source != Source::Unknown {
        return 0.0;
    }
    let marks = candidate.codes.iter().filter(|c| !is_letter(**c)).count();
    let foreign = candidate.codes.iter().filter(|c| **c >= 0x80 && !matches!(**c, 0xe5 | 0xe4 | 0xf6)).count();
    let rarity = UNKNOWN
        + PER_LETTER * (candidate.codes.len() as f64 - 2.0)
        + PER_MARK * marks as f64
        + PER_FOREIGN_LETTER * foreign.min(3) as f64;
    10f64.powf(-rarity) * if candidate.capital { UNKNOWN_NAME } else { 1.0 }
}

fn is_letter(code: u8) -> bool {
    code.is_ascii_lowercase() || code >= 0xdf || (0x80..0x97).contains(&code)
}
