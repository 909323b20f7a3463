//! What a text teaches: how it spells, how much of it is misread, and which letters it takes for others.

use super::candidate::{Candidate, Source};
use super::candidates;
use super::channel::Profile;
use super::lexicon::letter;
use super::period;
use super::state::{Found, Pass, Taught, has_ring};
use super::tokens::{Kind, Token};
use super::weights::{Weights, likeliest};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Of spellings that an engine read without their dots, about this share has other letters misread too.
const MISREAD: f64 = 0.12;
/// How many words of such a text the first guess is worth.
const MISREAD_PRIOR: f64 = 40.0;

/// The share of words with å or ä in which an engine takes one for the other, and how many such words a text must
/// hold before it is believed to be worse.
const RINGS_USUAL: f64 = 1e-3;
const RINGS_SEEN: f64 = 3.0;

/// In how many different words a text must take one letter for another before that is a habit of its own.
const OWN_CONFUSION: usize = 3;

/// A text is old that spells so many different words as before 1906, and one word in so many.
const OLD_WORDS: usize = 3;
const OLD_SHARE: usize = 100;

/// Words of so many letters are told by all but one of them, and what is left of the cost of a misread letter where the
/// text itself has the word.
const LONG: usize = 9;
const VOUCHED: f32 = -1.0;

impl Pass<'_> {
    /// What the text spells how often, and how much of it is misread.
    pub fn teach(&self, tokens: &[Token], found: &[Found], p: &Weights) -> Taught {
        let mut taught = Taught::default();
        // A spelling counts once: what is foreign and repeated is not misread all over.
        let mut misread: BTreeMap<String, f64> = BTreeMap::new();
        let (mut old, mut n_words): (BTreeMap<String, usize>, usize) = (BTreeMap::new(), 0);
        let (mut ringed, mut unringed) = (0.0, 0.0);
        for ((token, found), p) in tokens.iter().zip(found).zip(p.iter()) {
            if token.kind != Kind::Word {
                continue;
            }
            n_words += 1;
            let spellings =
                found.iter().filter(|c| c.dots_only && period::has_old_letters(&c.codes)).map(Candidate::in_small);
            if let Some(spelling) = spellings.into_iter().find(|spelling| period::is_old(self.lexicon, spelling)) {
                *old.entry(spelling).or_default() += 1;
            }
            let rings = has_ring(&token.read(self.text)) as u8 as f64;
            let swapped: f64 = found.iter().zip(p).filter(|(c, _)| c.dots_only && !c.is_read).map(|(_, p)| p).sum();
            ringed += rings * swapped;
            unringed += rings * (1.0 - swapped);
            let letters = found.iter().zip(p).filter(|(c, _)| !c.dots_only).map(|(_, p)| p).sum();
            misread.insert(token.read(self.text), letters);
            // That the same letters stand elsewhere without dots tells nothing in a text that lost them.
            let best = likeliest(p).filter(|(_, p)| *p > 0.8);
            if let Some(candidate) = best.and_then(|(i, _)| found.get(i))
                && (candidate.source != Source::Unknown || !candidate.is_read || self.profile == Profile::Kept)
            {
                *taught.spelt.entry(candidate.codes.clone()).or_default() += 1.0;
                let spelt = taught.by_reading.entry(token.read(self.text)).or_default();
                *spelt.entry(candidate.codes.clone()).or_default() += 1.0;
            }
        }
        taught.total = taught.spelt.values().sum();
        let n_old: usize = old.values().sum();
        taught.old = old.len() >= OLD_WORDS && n_old * OLD_SHARE >= n_words;
        if self.profile == Profile::Kept && ringed >= RINGS_SEEN {
            let rate = (ringed / (ringed + unringed)).max(RINGS_USUAL);
            taught.rings = if rate > 10.0 * RINGS_USUAL { (rate / RINGS_USUAL).log10() } else { 0.0 };
        }
        if self.profile == Profile::Lost {
            let share = misread.values().sum::<f64>() + MISREAD * MISREAD_PRIOR;
            let share = share / (misread.len() as f64 + MISREAD_PRIOR);
            taught.clean = (MISREAD / share).log10().max(0.0);
        }
        taught
    }

    /// Letters that this text takes for others again and again: read, printed, cost.
    ///
    /// A typeface or a bad original has habits that no other text had. What mends several words that nothing else
    /// explains may mend more.
    pub fn own_confusions(&self, tokens: &[Token], found: &[Found], p: &Weights) -> Vec<(char, char, f32)> {
        let mut mended: BTreeMap<(char, char), BTreeSet<&[u8]>> = BTreeMap::new();
        let mut printed_so: BTreeMap<char, f64> = BTreeMap::new();
        for ((token, found), p) in tokens.iter().zip(found).zip(p.iter()) {
            let Some((candidate, _)) = found.iter().zip(p).find(|(_, p)| **p > 0.9) else { continue };
            let printed: Vec<char> = candidate.codes.iter().map(|code| letter(*code)).collect();
            printed.iter().for_each(|c| *printed_so.entry(*c).or_default() += 1.0);
            if candidate.is_read || candidate.source != Source::Listed {
                continue;
            }
            let read: Vec<char> = token.read(self.text).chars().flat_map(char::to_lowercase).collect();
            let differ: Vec<(char, char)> =
                read.iter().copied().zip(printed.iter().copied()).filter(|(r, p)| r != p).collect();
            if read.len() == printed.len() && differ.len() <= 2 {
                differ.into_iter().for_each(|pair| {
                    mended.entry(pair).or_default().insert(&candidate.codes);
                });
            }
        }
        let often = mended.into_iter().filter(|(_, words)| words.len() >= OWN_CONFUSION);
        often
            .map(|((read, printed), words)| {
                let all = printed_so.get(&printed).copied().unwrap_or(1.0);
                (read, printed, (all / words.len() as f64).log10().max(0.5) as f32)
            })
            .collect()
    }

    /// Gives long words that no list holds the spellings of the text's own words, one letter apart and maybe inflected.
    pub fn ask_document(&self, tokens: &[Token], found: &mut [Found]) {
        if self.profile == Profile::Kept {
            return;
        }
        let long: Vec<&[u8]> = self.taught.spelt.keys().map(Vec::as_slice).filter(|word| word.len() >= LONG).collect();
        for (token, found) in tokens.iter().zip(found) {
            let Some(as_read) = found.first().filter(|c| token.kind == Kind::Word && c.codes.len() >= LONG) else {
                continue;
            };
            if found.iter().any(|c| c.source == Source::Listed && c.word > 0.0) {
                continue;
            }
            let read = as_read.without_dots();
            let spellings = long.iter().filter_map(|word| candidates::like_word(self.lexicon, word, &read));
            let cost = self.channel.other + VOUCHED;
            let mut more: Vec<Candidate> = spellings
                .filter(|(codes, _)| found.iter().all(|c| c.codes != *codes))
                .map(|(codes, word)| {
                    let neighbour = self.lexicon.sequences().neighbour(&codes);
                    let (is_read, dots_only) = (false, false);
                    Candidate {
                        codes,
                        neighbour,
                        cost,
                        source: Source::Compound,
                        word,
                        is_read,
                        dots_only,
                        ..as_read.clone()
                    }
                })
                .collect();
            more.dedup_by(|a, b| a.codes == b.codes);
            if !more.is_empty() {
                *found = Rc::new(found.iter().cloned().chain(more).collect());
            }
        }
    }
}
