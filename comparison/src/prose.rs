//! Prose that was stripped of its å ä ö é: what a corrector made of its words, all together and spelling by spelling.

use comparison::strip;
use paragraf::eval::align;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

#[derive(Default)]
pub struct ProseScores {
    pub words: usize,
    pub right: usize,
    pub dotted: usize,
    pub right_dotted: usize,
    /// Of the words with dots: made another word, and not the one that is printed.
    pub miscorrected: usize,
    /// Words without dots that were made others.
    pub harmed: usize,
    /// Words of the prose as it is that were made others.
    pub changed: usize,
}

impl ProseScores {
    pub fn add_stripped(&mut self, gold: &str, restored: &str) {
        for_each_word(gold, restored, |word, now| {
            let (plain, is_right) = (strip(word), now == Some(word));
            let is_dotted = plain != word;
            self.words += 1;
            self.right += usize::from(is_right);
            self.dotted += usize::from(is_dotted);
            self.right_dotted += usize::from(is_dotted && is_right);
            self.miscorrected += usize::from(is_dotted && !is_right && now.is_some_and(|now| now != plain));
            self.harmed += usize::from(!is_dotted && !is_right);
        });
    }

    pub fn add_unstripped(&mut self, gold: &str, corrected: &str) {
        for_each_word(gold, corrected, |word, now| self.changed += usize::from(now != Some(word)));
    }
}

/// What became of each spelling without dots, capitals aside.
#[derive(Default)]
pub struct Confusions(BTreeMap<String, Spelling>);

#[derive(Default)]
struct Spelling {
    words: usize,
    right: usize,
    /// Those for which it stands.
    printed: BTreeSet<String>,
    /// What is printed and what stands there now, where they differ.
    wrong: BTreeMap<(String, String), usize>,
}

impl Confusions {
    pub fn add(&mut self, gold: &str, restored: &str) {
        for_each_word(gold, restored, |word, now| {
            let (printed, now) = (word.to_lowercase(), now.unwrap_or("–").to_lowercase());
            let spelling = self.0.entry(strip(&printed)).or_default();
            spelling.words += 1;
            spelling.right += usize::from(printed == now);
            if printed != now {
                *spelling.wrong.entry((printed.clone(), now)).or_default() += 1;
            }
            spelling.printed.insert(printed);
        });
    }

    /// The commonest spellings that stand for more than one word, a row each.
    pub fn table(&self, n_rows: usize) -> String {
        let mut rows: Vec<_> = self.0.iter().filter(|(_, spelling)| spelling.printed.len() > 1).collect();
        rows.sort_by_key(|(plain, spelling)| (std::cmp::Reverse(spelling.words), *plain));
        let mut out = "| read | printed | words | right | | confusions |\n|---|---|---|---|---|---|\n".to_owned();
        for (plain, spelling) in rows.into_iter().take(n_rows) {
            let printed: Vec<&str> = spelling.printed.iter().map(String::as_str).collect();
            let mut wrong: Vec<_> = spelling.wrong.iter().collect();
            wrong.sort_by_key(|(pair, n)| (std::cmp::Reverse(**n), *pair));
            let wrong: Vec<String> = wrong.iter().map(|((printed, now), n)| format!("{printed}→{now}: {n}")).collect();
            let _ = writeln!(
                out,
                "| {plain} | {} | {} | {} | {:.2} % | {} |",
                printed.join("/"),
                spelling.words,
                spelling.right,
                percent(spelling.right, spelling.words),
                wrong.join(", ")
            );
        }
        out
    }
}

/// Lines spread evenly over a text, with about so many words.
pub fn sample(text: &str, most_words: Option<usize>) -> String {
    let n_words = words(text).len();
    let Some(every) = most_words.map(|most| n_words.div_ceil(most.max(1)).max(1)) else { return text.to_owned() };
    text.split_inclusive('\n').step_by(every).collect()
}

pub fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

/// Each printed word, and what stands in its place in the other text.
fn for_each_word(gold: &str, other: &str, mut see: impl FnMut(&str, Option<&str>)) {
    for (gold, other) in gold.lines().zip(other.lines().chain(std::iter::repeat(""))) {
        let (gold, other) = (words(gold), words(other));
        if gold.len() == other.len() {
            gold.iter().zip(&other).for_each(|(word, other)| see(word, Some(other)));
        } else {
            let standing = align(&gold, &other);
            gold.iter().zip(standing).for_each(|(word, at)| see(word, at.map(|at| other[at])));
        }
    }
}

/// Runs of letters.
fn words(line: &str) -> Vec<&str> {
    line.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_dots_are_restored_miscorrected_or_left() {
        let mut scores = ProseScores::default();
        scores.add_stripped("Här är våra män att se för år", "Här ar vara man ätt se för är");
        assert_eq!((scores.words, scores.right, scores.dotted, scores.right_dotted), (8, 3, 6, 2));
        // “ar”, “vara” and “man” are as they were read; “är” for “år” and “ätt” are not.
        assert_eq!((scores.miscorrected, scores.harmed), (1, 1));
        scores.add_unstripped("Här är år", "Här är är");
        assert_eq!(scores.changed, 1);
    }

    #[test]
    fn spellings_that_stand_for_several_words_are_told_with_their_confusions() {
        let mut confusions = Confusions::default();
        confusions.add("Är det i år eller är det nästa år?", "Är det i är eller är det nästa är?");
        confusions.add("Var är vår var?", "Vår är vår var?");
        let table = confusions.table(5);
        let rows: Vec<&str> = table.lines().skip(2).collect();
        assert_eq!(
            rows,
            ["| ar | är/år | 5 | 3 | 60.00 % | år→är: 2 |", "| var | var/vår | 3 | 2 | 66.67 % | var→vår: 1 |"]
        );
        assert_eq!(confusions.table(1).lines().count(), 3);
    }
}
