//! What else the document prints: it vouches for words that no lexicon knows, and speaks against words that it prints
//! otherwise everywhere else.

use crate::page::{CorrectedPage, TextSource};
use crate::protocol::Evidence;
use std::collections::{HashMap, HashSet};

/// Words of fewer letters are too near to each other.
const LEAST_LETTERS: usize = 5;

#[derive(Default)]
pub struct Witness {
    /// How often each word stands in the document.
    counts: HashMap<String, usize>,
    /// Words with a capital that follow each other in a line, each pair once: may be names.
    pairs: Vec<(String, String)>,
    /// Pages whose letters were given and not recognised.
    given: HashSet<u32>,
}

/// Whether an engine read it here; what a file states in letters may be a rare name, and is no misreading of a common one.
pub fn is_scanned(pages: &[CorrectedPage], evidence: &Evidence) -> bool {
    let mut of_source =
        evidence.sources.iter().flat_map(|source| pages.iter().filter(|page| page.number() == source.page));
    of_source.any(|page| page.ocr().source == TextSource::Ocr)
}

impl Witness {
    pub fn new(pages: &[CorrectedPage]) -> Self {
        let mut out = Witness::default();
        let mut pairs = HashSet::new();
        for page in pages {
            if page.ocr().source == TextSource::TextLayer {
                out.given.insert(page.number());
            }
            for line in page.text().lines() {
                let mut before: Option<&str> = None;
                for token in line.split_whitespace() {
                    let word = token.trim_matches(|c: char| !c.is_alphanumeric());
                    for part in word.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()) {
                        *out.counts.entry(part.to_lowercase()).or_default() += 1;
                    }
                    let is_capital = word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase);
                    if let Some(before) = before.filter(|_| is_capital && token.starts_with(word)) {
                        pairs.insert((before.to_owned(), word.to_owned()));
                    }
                    before = (is_capital && token.ends_with(word)).then_some(word);
                }
            }
        }
        out.pairs = pairs.into_iter().collect();
        out.pairs.sort();
        out
    }

    /// Whether a value was taken from letters that no engine had to recognise.
    pub fn was_given(&self, evidence: &Evidence) -> bool {
        !evidence.sources.is_empty() && evidence.sources.iter().all(|source| self.given.contains(&source.page))
    }

    /// How often a word stands in the document, however it is capitalised.
    pub fn count(&self, word: &str) -> usize {
        self.counts.get(&word.to_lowercase()).copied().unwrap_or(0)
    }

    /// How much is left of the doubt in a word that no lexicon knows, 0–1: letters that were given are not misread, and
    /// what was read alike several times hardly so.
    pub fn doubt(&self, word: &str, was_given: bool) -> f32 {
        if was_given {
            return 0.2;
        }
        match self.count(word) {
            0 | 1 => 1.0,
            2 => 0.7,
            _ => 0.4,
        }
    }

    /// How often another word stands, one letter inside it exchanged, where this one stands once: "stimma" among "stämma".
    pub fn n_others(&self, word: &str) -> usize {
        let chars: Vec<char> = word.to_lowercase().chars().collect();
        if chars.len() < LEAST_LETTERS || self.count(word) > 1 {
            return 0;
        }
        let letters = || ('a'..='z').chain(['å', 'ä', 'ö', 'é']);
        // The first letters tell words apart, and the last ones their forms.
        let places = 1..chars.len().saturating_sub(2);
        let others = places.flat_map(|at| letters().map(move |letter| (at, letter)));
        let others = others.filter(|(at, letter)| chars[*at] != *letter);
        let count = |(place, letter): (usize, char)| {
            let other: String = chars.iter().enumerate().map(|(n, c)| if n == place { letter } else { *c }).collect();
            self.counts.get(&other).copied().unwrap_or(0)
        };
        others.map(count).max().unwrap_or(0)
    }

    /// Whether two neighbours are one word elsewhere in the document: "er sättare".
    pub fn is_one_word(&self, before: &str, after: &str) -> bool {
        after.starts_with(char::is_lowercase) && self.counts.contains_key(&format!("{before}{after}").to_lowercase())
    }

    /// The names of the document that share one of their two words with a name and have another like the other.
    pub fn near<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let words = name.split_once(' ').filter(|(_, last)| !last.contains(' '));
        let is_near = |one: &str, other: &str| {
            // A genitive is no other spelling.
            let is_genitive = other.strip_suffix('s') == Some(one) || one.strip_suffix('s') == Some(other);
            one != other && !is_genitive && strsim::normalized_levenshtein(one, other) >= 0.7
        };
        let pairs = self.pairs.iter().filter(move |(first, last)| {
            words.is_some_and(|(given, surname)| {
                first == given && is_near(surname, last) || last == surname && is_near(given, first)
            })
        });
        pairs.map(|(first, last)| (first.as_str(), last.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::OcrPage;

    #[test]
    fn the_document_vouches_and_objects() {
        let text = "Val av ordförande vid stimman\nstämman öppnades\nstämman valde\nstämman slöt\n\
                    Skruvinge by\nSkruvinge väg\nSkruvinge kvarn\nKristian Ek och Christian Ek\nersättare";
        let witness = Witness::new(&[CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())]);
        assert!(witness.n_others("stimman") >= 3);
        assert!(witness.n_others("stämman") == 0 && witness.n_others("ordförande") == 0);
        assert!(witness.doubt("Skruvinge", false) < witness.doubt("Skruvinga", false));
        assert_eq!(witness.near("Kristian Ek").collect::<Vec<_>>(), [("Christian", "Ek")]);
        assert!(witness.is_one_word("er", "sättare") && !witness.is_one_word("vid", "stämman"));
    }

    #[test]
    fn what_a_file_states_in_letters_is_no_misreading() {
        let evidence = |page: u32| Evidence {
            printed: "Camilla Fjäll".to_owned(),
            state: crate::protocol::State::default(),
            confidence: 0.9,
            sources: vec![crate::protocol::SourceRef { page, span: crate::text::Span::new(0, 13), bbox: None }],
        };
        let pages = |source| {
            let mut page = crate::page::OcrPage::from_text(1, "Camilla Fjäll");
            page.source = source;
            vec![CorrectedPage::new(page, Vec::new())]
        };
        for (source, is_guessed) in [(TextSource::Text, false), (TextSource::Ocr, true)] {
            assert_eq!(is_scanned(&pages(source), &evidence(1)), is_guessed);
        }
        assert!(!is_scanned(&pages(TextSource::Ocr), &evidence(2)));
    }
}
