//! How likely a spelling is at its place, before its neighbours are asked: as a common word, as a name, as
//! something that no list knows. What follows what is left to [`super::lattice`].

use super::candidate::{Candidate, Case, Source};
use super::tokens::Start;

/// Where a token stands, as far as it changes what to expect there.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    pub starts: Start,
    pub case: Case,
    /// Whether the next word has a capital: several make a name.
    pub before_capital: bool,
}

/// Shares of running text, with a capital in mid sentence: common words, given names, surnames, places.
const CAPITALISED_WORD: f64 = 0.02;
const CAPITALISED_BEFORE_CAPITAL: f64 = 0.1;
const GIVEN_NAMES: f64 = 0.03;
const SURNAMES: f64 = 0.03;
const PLACES: f64 = 0.02;
/// After a given name.
const SURNAME_AFTER_GIVEN: f64 = 0.5;
/// Each unlisted one of these.
const NOUN_AS_SURNAME: f64 = 2e-7;
const NAME_AS_SURNAME: f64 = 2e-6;
/// Share (log10) of tokens that no list holds, spelt small and with a capital.
const UNKNOWN: f64 = -3.0;
const UNKNOWN_NAME: f64 = -2.0;
/// A name where a common word would stand.
const NAME_IN_LOWER_CASE: f64 = 1e-4;

/// How likely a candidate is at a place: as a word in its sequence, times `case`; or as a name, anywhere and after
/// a given name.
#[derive(Clone, Copy, Debug)]
pub struct Own {
    pub word: f64,
    pub case: f64,
    pub case_after_given: f64,
    pub name: f64,
    pub name_after_given: f64,
}

pub fn own(candidate: &Candidate, place: Place, document: f64) -> Own {
    let names = GIVEN_NAMES * candidate.given_name + SURNAMES * candidate.surname + PLACES * candidate.place;
    // Any short noun may be a surname (*Alm*, *Fröjd*), though no list has it.
    let listed = candidate.source == Source::Listed;
    let noun = listed && candidate.capital && (3..=7).contains(&candidate.codes.len());
    let noun = if noun && candidate.word > 0.0 { NOUN_AS_SURNAME } else { 0.0 };
    // What is only known to be somebody's or something's name (the lowest count of places) is likely a person's here.
    let noun = if listed && candidate.place > 0.0 && candidate.place < 1.5e-7 { NAME_AS_SURNAME } else { noun };
    let after_given =
        noun + SURNAME_AFTER_GIVEN * candidate.surname + 0.1 * candidate.given_name + 0.005 * candidate.place;
    let is_name = candidate.capital || place.case == Case::Upper;
    let unknown = match (candidate.source == Source::Unknown, is_name) {
        (false, _) => 0.0,
        (true, false) => 10f64.powf(UNKNOWN + candidate.spelling),
        (true, true) => 10f64.powf(UNKNOWN_NAME + candidate.spelling),
    };
    let (case, case_after_given, name, name_after_given) = match (place.case, candidate.capital) {
        (Case::Upper, _) => (0.3, 0.1, 0.3 * names, 0.3 * after_given),
        (_, false) => {
            let case = if place.starts == Start::Sentence { 0.2 } else { 1.0 };
            (case, case, NAME_IN_LOWER_CASE * names, NAME_IN_LOWER_CASE * names)
        }
        (_, true) => {
            let case = match place.starts {
                Start::No if place.before_capital => CAPITALISED_BEFORE_CAPITAL,
                Start::No => CAPITALISED_WORD,
                Start::Line => 0.2,
                Start::Sentence => 0.8,
            };
            (case, 0.2 * case, names, after_given)
        }
    };
    // What the document spells elsewhere it is likely to spell again; what the user lists stands anywhere.
    let user = if candidate.source == Source::User { candidate.word } else { 0.0 };
    let rest = 1e-28 + unknown + document + user;
    Own {
        word: candidate.word,
        case,
        case_after_given,
        name: name + rest,
        name_after_given: name_after_given + rest + 4.0 * unknown,
    }
}
