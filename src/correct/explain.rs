//! Why a word is taken as right, what else it may have been, and what becomes of it in a sentence.
//!
//! Nothing is decided here: it shows what [`super::document`] weighs, for people who wonder about an edit.

use super::candidate::{Candidate, Source};
use super::candidates;
use super::document::{self, Undecided, Weighed};
use super::lexicon::encode;
use super::tokens::{Kind, tokens};
use super::{Lexicon, Options, Profile, correct_part};
use crate::text::{self, Certainty, Reason};
use serde::Serialize;

static TERMS: &str = include_str!("../../dictionaries/terms.tsv");
static PERIOD_WORDS: &str = include_str!("../../dictionaries/period-words.tsv");

/// What is known of one word.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Explanation {
    pub word: String,
    /// Every way in which it is known; empty where nothing explains it.
    pub accepted: Vec<Acceptance>,
    /// Occurrences as a common word in a billion.
    pub per_billion: f64,
    /// What it may have been, standing alone, the likeliest first; itself is among them.
    pub candidates: Vec<Reading>,
    /// What becomes of it at each place where it stands in the sentence.
    pub in_sentence: Vec<Occurrence>,
}

/// A way in which a word is known.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "snake_case", tag = "as")]
pub enum Acceptance {
    UserDictionary,
    /// The user keeps hands off it.
    Never,
    Word {
        per_billion: f64,
    },
    /// An abbreviation or term of minutes.
    Term {
        per_billion: f64,
    },
    PeriodSpelling {
        per_billion: f64,
    },
    GivenName {
        per_ten_million: f64,
    },
    Surname {
        per_ten_million: f64,
    },
    /// A place, or another proper noun.
    Place,
    Compound {
        parts: Vec<String>,
        per_billion: f64,
    },
    NameParts,
    Foreign {
        per_billion: f64,
    },
    /// A number, an address, a mark: no speller has any business with it.
    NoWord,
}

/// One thing that a word may have been.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Reading {
    pub text: String,
    /// −log10 of how likely this print is read as it was.
    pub cost: f64,
    /// Where it comes from: a list, a compound's or a name's parts, the user's dictionary, or only the page.
    pub source: Source,
    pub per_billion: f64,
    pub probability: f64,
}

/// What becomes of a word at one place of a sentence.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Occurrence {
    pub becomes: String,
    /// How sure that is; none where it stays.
    pub certainty: Option<Certainty>,
    pub reason: Option<Reason>,
    pub readings: Vec<Reading>,
}

/// What is known of each word, standing alone and in a sentence.
///
/// ```
/// use paragraf::correct::{Lexicon, Options, Profile, explain::{Acceptance, explain}};
/// let words = explain(&Lexicon::builtin(), &Options::default(), Profile::Kept, &["bullerutredningsgruppens"], None);
/// let Acceptance::Compound { parts, .. } = &words[0].accepted[0] else { panic!("{words:?}") };
/// assert_eq!(parts.concat(), "bullerutredningsgruppens");
/// ```
pub fn explain(
    lexicon: &Lexicon,
    options: &Options,
    profile: Profile,
    words: &[&str],
    sentence: Option<&str>,
) -> Vec<Explanation> {
    let around = sentence.map(|sentence| in_sentence(lexicon, options, profile, sentence)).unwrap_or_default();
    let pieces = words.iter().flat_map(|word| {
        let pieces: Vec<String> =
            tokens(word).iter().filter(|token| token.kind == Kind::Word).map(|token| token.read(word)).collect();
        if pieces.is_empty() { vec![(*word).to_owned()] } else { pieces }
    });
    pieces
        .map(|word| {
            let alone = document::weighed(lexicon, options, &word, profile);
            let in_sentence = around.iter().filter(|(read, _)| *read == word).map(|(_, place)| place.clone()).collect();
            Explanation {
                accepted: acceptance(lexicon, &word, &alone),
                per_billion: lexicon.frequency(&word),
                candidates: alone.iter().flat_map(readings).collect(),
                in_sentence,
                word,
            }
        })
        .collect()
}

/// The words of a sentence, in order and once each.
pub fn words_of(sentence: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for token in tokens(sentence).iter().filter(|token| token.kind == Kind::Word) {
        let read = token.read(sentence);
        if !words.contains(&read) {
            words.push(read);
        }
    }
    words
}

/// The undecided words of a printed text that has lost its dots, each with its spelling as printed in small letters.
pub fn undecided(lexicon: &Lexicon, options: &Options, printed: &str) -> Vec<(Undecided, String)> {
    let as_printed = tokens(printed);
    let undecided = document::undecided(lexicon, options, &strip(printed));
    let spelt = |word: Undecided| {
        let printed = as_printed.get(word.token)?.read(printed).to_lowercase();
        Some((word, printed))
    };
    undecided.into_iter().filter_map(spelt).collect()
}

/// Å, ä, ö and é without their marks, as an engine trained on English reads them at best.
pub fn strip(text: &str) -> String {
    let plain = |c| match c {
        'å' | 'ä' => 'a',
        'ö' => 'o',
        'é' => 'e',
        'Å' | 'Ä' => 'A',
        'Ö' => 'O',
        'É' => 'E',
        c => c,
    };
    text.chars().map(plain).collect()
}

fn in_sentence(lexicon: &Lexicon, options: &Options, profile: Profile, text: &str) -> Vec<(String, Occurrence)> {
    let edits = text::tidy(text, correct_part(lexicon, options, Some(profile), text));
    let (corrected, map) = text::apply(text, &edits);
    document::weighed(lexicon, options, text, profile)
        .into_iter()
        .map(|weighed| {
            let pieces = [Some(weighed.span), weighed.second].into_iter().flatten();
            let becomes = pieces.map(|span| map.to_corrected(span).of(&corrected)).collect();
            let edit = edits.iter().find(|edit| edit.span.overlaps(weighed.span));
            let place = Occurrence {
                becomes,
                certainty: edit.map(|edit| edit.certainty),
                reason: edit.map(|edit| edit.reason),
                readings: readings(&weighed),
            };
            (weighed.read, place)
        })
        .collect()
}

fn readings(weighed: &Weighed) -> Vec<Reading> {
    let reading = |(text, candidate, probability): &(String, Candidate, f64)| Reading {
        text: text.clone(),
        cost: (candidate.cost as f64 * 100.0).round() / 100.0,
        source: candidate.source,
        per_billion: rounded(candidate.word * 1e9),
        probability: (probability * 1e4).round() / 1e4,
    };
    weighed.readings.iter().map(reading).collect()
}

fn acceptance(lexicon: &Lexicon, word: &str, alone: &[Weighed]) -> Vec<Acceptance> {
    let mut out = Vec::new();
    if let Some(user) = lexicon.user() {
        out.extend(user.holds(word).then_some(Acceptance::UserDictionary));
        out.extend(user.is_never(word).then_some(Acceptance::Never));
    }
    if alone.is_empty() {
        out.push(Acceptance::NoWord);
        return out;
    }
    let as_read = candidates::as_read(lexicon, word, None);
    if candidates::has_inner_capital(word) && as_read.source == Source::Unknown {
        return out;
    }
    let entry = lexicon.entry(word);
    let per_billion = rounded(entry.word());
    // What only the user lists is told already.
    if entry.is_word() && !(as_read.source == Source::User && entry.word() <= as_read.word * 1e9 * 1.1) {
        out.push(match word.to_lowercase() {
            word if is_in(PERIOD_WORDS, &word) => Acceptance::PeriodSpelling { per_billion },
            word if is_in(TERMS, &word) => Acceptance::Term { per_billion },
            _ => Acceptance::Word { per_billion },
        });
    }
    if as_read.capital || !entry.is_word() {
        let [given_name, surname] = [entry.given_name(), entry.surname()].map(rounded);
        out.extend((given_name > 0.0).then_some(Acceptance::GivenName { per_ten_million: given_name }));
        out.extend((surname > 0.0).then_some(Acceptance::Surname { per_ten_million: surname }));
        let is_place = lexicon.is_place(word) && as_read.source != Source::User;
        out.extend(is_place.then_some(Acceptance::Place));
    }
    if as_read.source == Source::Foreign {
        out.push(Acceptance::Foreign { per_billion: rounded(lexicon.foreign(&as_read.codes)) });
    }
    if as_read.source == Source::Period {
        out.push(Acceptance::PeriodSpelling { per_billion: rounded(as_read.word * 1e9) });
    }
    if !entry.is_word()
        && let Some(compound) = encode(word).and_then(|codes| lexicon.compound(&codes))
    {
        let letters: Vec<char> = word.chars().collect();
        let starts = [0].into_iter().chain(compound.ends.iter().copied());
        let parts = starts.zip(&compound.ends).map(|(from, to)| letters[from..*to].iter().collect()).collect();
        out.push(Acceptance::Compound { parts, per_billion: rounded(compound.frequency) });
    }
    let mut readings = alone.iter().flat_map(|weighed| &weighed.readings);
    if out.is_empty() && readings.any(|(_, c, _)| c.is_read && c.source == Source::NameParts) {
        out.push(Acceptance::NameParts);
    }
    out
}

/// Whether a list of the dictionaries holds a word.
fn is_in(list: &str, word: &str) -> bool {
    list.lines().any(|line| line.split('\t').next() == Some(word))
}

/// Three digits tell how common a word is.
fn rounded(count: f64) -> f64 {
    if count <= 0.0 {
        return 0.0;
    }
    let scale = 10f64.powf(2.0 - count.log10().floor());
    (count * scale).round() / scale
}
