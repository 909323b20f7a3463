//! Whether a text has lost its å ä ö: by its letters, or by words that would be far more common with their dots.

use super::candidate::{Case, Query, Source};
use super::candidates;
use super::channel::Profile;
use super::lexicon::Lexicon;
use super::tokens::{Kind, tokens};
use crate::text::has_dots;

/// Whether a text has lost its å ä ö. Swedish has one in 22 letters.
pub fn profile(lexicon: &Lexicon, text: &str) -> Profile {
    let (n_letters, n_dotted) = letters(text);
    if let Some(profile) = profile_of_letters(n_letters, n_dotted) {
        return profile;
    }
    // Too short to tell by letters: are there words that would be far more common with their dots?
    let channel = lexicon.channel(Profile::Lost);
    let (mut words, mut lost, mut foreign) = (0, 0, 0);
    for token in tokens(text).iter().filter(|t| t.kind == Kind::Word).take(MAX_PROBED) {
        let read = token.read(text);
        let as_read = candidates::as_read(lexicon, &read, None);
        words += 1;
        foreign += (as_read.source == Source::Foreign) as usize;
        if as_read.source == Source::Foreign || as_read.is_surely_name() {
            continue;
        }
        let chars: Vec<char> = read.chars().collect();
        let query = Query { budget: 1.5, compounds: true, ..Query::new(&chars, Case::of(&read), None) };
        let likely = as_read.word.max(1e-12) * LOST_RATIO;
        lost += candidates::candidates(lexicon, channel, query)
            .iter()
            .any(|c| c.codes != as_read.codes && c.word * 10f64.powf(-c.cost as f64) > likely) as usize;
    }
    if lost > foreign && lost * 20 >= words { Profile::Lost } else { Profile::Kept }
}

/// Letters of a text, and those of them that are å, ä or ö.
pub fn letters(text: &str) -> (usize, usize) {
    text.chars()
        .fold((0, 0), |(letters, dotted), c| (letters + c.is_alphabetic() as usize, dotted + has_dots(c) as usize))
}

/// What the number of its letters says of a text, where it says anything.
pub fn profile_of_letters(letters: usize, dotted: usize) -> Option<Profile> {
    if dotted * 250 > letters {
        return Some(Profile::Kept);
    }
    (dotted == 0 && letters >= 600).then_some(Profile::Lost)
}

/// How much more common (times) a word has to be with its dots than without to tell that they were lost.
const LOST_RATIO: f64 = 50.0;

/// Words that are looked at where letters do not tell.
const MAX_PROBED: usize = 400;
