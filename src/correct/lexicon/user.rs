//! The user's own words: names, places and terms that no list holds, and forms that correction keeps its hands off.
//!
//! A word of the user is right as it stands, and what a misread word is likely to have been. A form that is never to
//! be touched is neither changed nor written. Both come as text; files are left to the caller.

use super::entry::Entry;
use super::pack::{self, encode, quantise};
use super::transducer::fst_of;
use crate::correct::tokens::{self, Kind};
use crate::hash::hex;
use fst::raw::Fst;
use sha2::Digest;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use unicode_normalization::UnicodeNormalization;

/// The user's words are together about this share of a text, and none of them more than `MOST` of it.
const SHARE: f64 = 0.05;
const MOST: f64 = 1e-4;
const LEAST: f64 = 2e-6;

/// No word, name or place is longer than this; a line that is was meant for something else.
const MAX_LINE: usize = 200;
const MAX_WORD: usize = 60;

/// A line of a user's dictionary that cannot be used.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct BadLine {
    /// Its number in the file, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub what: String,
}

/// The user's words, and forms that are never changed nor written.
///
/// ```
/// use paragraf::correct::{Lexicon, Options, correct_text, lexicon::UserDictionary};
/// use paragraf::text::Reason;
/// let mut user = UserDictionary::default();
/// user.add_words("# places of our parish\nÄmmelunda\n")?;
/// let lexicon = Lexicon::builtin().with_user(&user);
/// let edits = correct_text(&lexicon, &Options::default(), "Vagen mellan Ammelunda och kyrkan lagas i ar.");
/// let place = edits.iter().find(|edit| edit.replacement == "Ämmelunda").expect("an edit");
/// assert_eq!(place.reason, Reason::UserDictionary);
/// # Ok::<(), paragraf::correct::lexicon::BadLine>(())
/// ```
#[derive(Default, Debug)]
pub struct UserDictionary {
    /// As written by the user.
    words: BTreeSet<String>,
    never: BTreeSet<String>,
}

impl UserDictionary {
    /// Adds words, names and places, one a line. Blank lines and what follows a `#` are notices. A line may hold a name
    /// of several words; each of them is one.
    pub fn add_words(&mut self, text: &str) -> Result<(), BadLine> {
        add(&mut self.words, text)
    }

    /// Adds forms that are never changed where they stand, and never written in place of something else.
    pub fn add_never(&mut self, text: &str) -> Result<(), BadLine> {
        add(&mut self.never, text)
    }

    /// Whether it has no entry.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.never.is_empty()
    }
}

fn add(words: &mut BTreeSet<String>, text: &str) -> Result<(), BadLine> {
    for (i, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let bad = |what: &str| BadLine { line: i + 1, what: what.to_owned() };
        let line: String = line.split('#').next().unwrap_or("").trim().nfc().collect();
        if line.is_empty() {
            continue;
        }
        if line.chars().count() > MAX_LINE {
            return Err(bad("it is too long for a word, name or place; put one on a line"));
        }
        if line.chars().any(char::is_control) {
            return Err(bad("it holds a tab or control character; put one word, name or place on a line"));
        }
        if line.contains('/') {
            return Err(bad("a slash is no part of a word; dictionaries of Hunspell have to be expanded first"));
        }
        let before = words.len();
        let mut n_words = 0;
        for token in tokens::tokens(&line) {
            let word = token.read(&line);
            if word.chars().count() > MAX_WORD {
                return Err(bad("it holds a word of more than 60 letters"));
            }
            if token.kind == Kind::Word || word.chars().any(char::is_alphabetic) {
                n_words += 1;
                words.insert(word);
            }
        }
        if n_words == 0 && words.len() == before {
            return Err(bad("there is no word in it"));
        }
    }
    Ok(())
}

/// A user's dictionary made ready for looking up.
pub struct UserWords {
    /// In every way that they may be written.
    forms: HashSet<String>,
    never: HashSet<String>,
    spellings: Fst<Cow<'static, [u8]>>,
    weight: f64,
    sha256: String,
}

impl UserWords {
    pub(super) fn new(user: &UserDictionary) -> Self {
        let weight = (SHARE / user.words.len().max(1) as f64).clamp(LEAST, MOST);
        let (mut forms, mut keys) = (HashSet::new(), BTreeMap::<Vec<u8>, u64>::new());
        for word in &user.words {
            let is_name = word.chars().next().is_some_and(char::is_uppercase);
            let byte = if is_name { pack::PLACE } else { pack::WORD };
            let occurrences = if is_name { weight * 1e7 } else { weight * 1e9 };
            let mut put = |word: &str| {
                forms.extend(written(word));
                if let Some(codes) = encode(word) {
                    *keys.entry(codes).or_default() |= (quantise(occurrences) as u64) << (8 * byte);
                }
            };
            put(word);
            if is_name && !word.ends_with(['s', 'x', 'z', 'S', 'X', 'Z']) && word.chars().count() > 2 {
                put(&format!("{word}s"));
            }
        }
        let digest = |words: &BTreeSet<String>| words.iter().flat_map(|word| [word, "\n"]).collect::<String>();
        let told = format!("words\n{}never\n{}", digest(&user.words), digest(&user.never));
        UserWords {
            forms,
            never: user.never.iter().flat_map(|word| written(word)).collect(),
            spellings: fst_of(keys),
            weight,
            sha256: hex(&sha2::Sha256::digest(told)),
        }
    }

    /// Whether it is a word of the user, as it is written.
    pub fn holds(&self, read: &str) -> bool {
        self.forms.contains(read)
    }

    /// Whether it is a form that is never changed nor written.
    pub fn is_never(&self, form: &str) -> bool {
        self.never.contains(form)
    }

    /// Whether it stays as it stands.
    pub fn keeps(&self, read: &str) -> bool {
        self.holds(read) || self.is_never(read)
    }

    /// Whether a change would take away what stays, or write what is never written.
    pub fn bars(&self, original: &str, replacement: &str) -> bool {
        let words = |text: &str| -> Vec<String> {
            text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
        };
        let (before, after) = (words(original), words(replacement));
        before.iter().any(|word| self.keeps(word) && !after.contains(word))
            || after.iter().any(|word| self.is_never(word) && !before.contains(word))
    }

    /// The share of a text that one of the words is expected to be.
    pub fn weight(&self) -> f64 {
        self.weight
    }

    pub(crate) fn spellings(&self) -> &Fst<Cow<'static, [u8]>> {
        &self.spellings
    }

    pub(super) fn entry_of(&self, codes: &[u8]) -> Entry {
        Entry(self.spellings.get(codes).map_or(0, |value| value.value()))
    }

    /// Of the words, and of the forms that are never touched; in any order of lines and files.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }
}

/// A word as written, at the beginning of a sentence and in capitals. A capital is never taken away.
fn written(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned(), word.to_uppercase()];
    let mut letters = word.chars();
    if let Some(first) = letters.next() {
        forms.push(first.to_uppercase().chain(letters).collect());
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Result<UserWords, BadLine> {
        let mut user = UserDictionary::default();
        user.add_words(text)?;
        Ok(UserWords::new(&user))
    }

    #[test]
    fn words_stand_in_the_ways_they_are_written() {
        let user =
            words("\u{feff}# ours\r\n\r\nkvarnrätt  # a term\r\nNorra Ämmelunda\r\nIngrid-Lovisa Öhngren\r\n").unwrap();
        for word in ["kvarnrätt", "Kvarnrätt", "KVARNRÄTT", "Ämmelunda", "ÄMMELUNDAS", "Öhngrens", "Lovisa"] {
            assert!(user.holds(word), "{word}");
        }
        for word in ["ämmelunda", "kvarnrätts", "Ammelunda", "ours", "a", "term"] {
            assert!(!user.holds(word), "{word}");
        }
    }

    #[test]
    fn lines_that_cannot_be_meant_are_named() {
        let line = |text: &str| words(text).err().map(|bad| bad.to_string()).unwrap_or_default();
        assert!(line("Ek\nhund/AB\n").starts_with("line 2: a slash"));
        assert!(line(&"ord ".repeat(60)).starts_with("line 1: it is too long"));
        assert!(line(&"a".repeat(61)).starts_with("line 1: it holds a word of more"));
        assert!(line("Ek\tplats").contains("tab"));
        assert!(line("\n\n---\n").starts_with("line 3: there is no word"));
        assert!(line("1975\n").contains("no word"));
    }

    #[test]
    fn the_hash_tells_the_content_and_not_the_order() {
        let hash = |text: &str| words(text).unwrap().sha256().to_owned();
        assert_eq!(hash("Ek\nAlm\n"), hash("# trees\nAlm\nEk"));
        assert_ne!(hash("Ek\n"), hash("ek\n"));
        let (mut never, mut word) = (UserDictionary::default(), UserDictionary::default());
        never.add_never("Ek").unwrap();
        word.add_words("Ek").unwrap();
        assert_ne!(UserWords::new(&never).sha256(), UserWords::new(&word).sha256());
    }

    #[test]
    fn what_stays_is_not_taken_away() {
        let mut user = UserDictionary::default();
        user.add_words("LS").unwrap();
        user.add_never("Bäckman").unwrap();
        let user = UserWords::new(&user);
        assert!(!user.bars("LS§98", "LS § 98") && user.bars("LS§98", "IS § 98"));
        assert!(user.bars("Backman", "Bäckman") && user.bars("Bäckman", "Backman") && !user.bars("Back", "Bäck"));
    }
}
