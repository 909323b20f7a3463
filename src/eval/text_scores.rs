//! How well the text was read, and what the correction did to it.

use super::align::align;
use super::counts::{Counts, rounded};
use crate::emit::wire::{Page, TextSource};
use rapidfuzz::distance::levenshtein;
use regex::Regex;
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};
use std::collections::HashMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// Dot leaders and rules are no words.
static LEADER: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"[.…_·]{3,}").expect("a pattern"));
static RULE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"[.…_]{4,}").expect("a pattern"));

/// At most so many examples of each kind are kept.
const N_EXAMPLES: usize = 40;

/// The text of pages held against what is printed on them; sums over pages and documents.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct TextScores {
    pub pages: usize,
    pub characters: usize,
    /// Characters changed, added and left out, in the order of the text.
    pub character_errors_before: usize,
    pub character_errors: usize,
    pub words: usize,
    /// Words changed, added and left out, in the order of the text.
    pub word_errors_before: usize,
    pub word_errors: usize,
    /// Words regardless of order.
    pub words_found_before: Counts,
    pub words_found: Counts,
    pub correction: CorrectionScores,
}

/// What the correction did to the words that the engine saw.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct CorrectionScores {
    pub words: usize,
    pub wrong_before: usize,
    pub wrong_after: usize,
    /// Wrong before, right after.
    pub repaired: usize,
    /// Right before, wrong after.
    pub spoiled: usize,
    /// Made another word, whatever came of it.
    pub changed: usize,
    /// Wrong before, made another word, and that one wrong too, capitals and punctuation aside: the trail says that it
    /// was mended.
    pub miscorrected: usize,
    /// What is printed, and what stands there now.
    pub spoiled_words: Vec<(String, String)>,
    /// What is printed, what was read, and what stands there now.
    pub miscorrected_words: Vec<(String, String, String)>,
    /// What is printed, what was read, and what stands there now.
    pub wrong_words: Vec<(String, String, String)>,
}

impl TextScores {
    pub fn add(&mut self, other: &TextScores) {
        self.pages += other.pages;
        self.characters += other.characters;
        self.character_errors_before += other.character_errors_before;
        self.character_errors += other.character_errors;
        self.words += other.words;
        self.word_errors_before += other.word_errors_before;
        self.word_errors += other.word_errors;
        self.words_found_before.add(other.words_found_before);
        self.words_found.add(other.words_found);
        self.correction.add(&other.correction);
    }

    /// Character error rate in percent, of the text as read and of the corrected text.
    pub fn cer(&self) -> (f64, f64) {
        let percent = |errors| percent(errors, self.characters);
        (percent(self.character_errors_before), percent(self.character_errors))
    }

    /// Word error rate in percent, of the text as read and of the corrected text.
    pub fn wer(&self) -> (f64, f64) {
        let percent = |errors| percent(errors, self.words);
        (percent(self.word_errors_before), percent(self.word_errors))
    }
}

impl CorrectionScores {
    pub fn add(&mut self, other: &CorrectionScores) {
        self.words += other.words;
        self.wrong_before += other.wrong_before;
        self.wrong_after += other.wrong_after;
        self.repaired += other.repaired;
        self.spoiled += other.spoiled;
        self.changed += other.changed;
        self.miscorrected += other.miscorrected;
        let room = N_EXAMPLES.saturating_sub(self.spoiled_words.len());
        self.spoiled_words.extend(other.spoiled_words.iter().take(room).cloned());
        let room = N_EXAMPLES.saturating_sub(self.miscorrected_words.len());
        self.miscorrected_words.extend(other.miscorrected_words.iter().take(room).cloned());
        let room = N_EXAMPLES.saturating_sub(self.wrong_words.len());
        self.wrong_words.extend(other.wrong_words.iter().take(room).cloned());
    }

    /// Percent of the wrong words that were repaired.
    pub fn repaired_percent(&self) -> f64 {
        percent(self.repaired, self.wrong_before)
    }

    /// Percent of the right words that were spoiled.
    pub fn spoiled_percent(&self) -> f64 {
        percent(self.spoiled, self.words - self.wrong_before.min(self.words))
    }

    /// Percent of the changed words that were wrong and still are.
    pub fn miscorrected_percent(&self) -> f64 {
        percent(self.miscorrected, self.changed)
    }

    fn count(&mut self, gold: &[&str], before: &[&str], after: &[&str], align: Aligner) {
        let [gold_numbers, before_numbers, after_numbers] = numbered([gold, before, after]);
        let standing_before = align(&gold_numbers, &before_numbers);
        let standing_after = align(&gold_numbers, &after_numbers);
        // Held against the gold each by itself, two texts may be laid beside it otherwise where both are wrong.
        let became = align(&before_numbers, &after_numbers);
        for ((word, before_at), after_at) in gold.iter().zip(standing_before).zip(standing_after) {
            let then = before_at.and_then(|at| before.get(at)).copied();
            let now = after_at.and_then(|at| after.get(at)).copied();
            let (was_right, is_right) = (then == Some(word), now == Some(word));
            self.words += 1;
            self.wrong_before += usize::from(!was_right);
            self.wrong_after += usize::from(!is_right);
            self.repaired += usize::from(!was_right && is_right);
            self.spoiled += usize::from(was_right && !is_right);
            let made = before_at.and_then(|at| became[at]).and_then(|at| after.get(at)).copied();
            let is_other = made.is_some() && made != then;
            self.changed += usize::from(was_right != is_right || is_other);
            if let (Some(then), Some(made)) = (then, made)
                && (is_other && !was_right && !is_right)
                && (is_misread(word, then) && letters(made) != letters(word))
            {
                self.miscorrected += 1;
                if self.miscorrected_words.len() < N_EXAMPLES {
                    self.miscorrected_words.push(((*word).to_owned(), then.to_owned(), made.to_owned()));
                }
            }
            let now = now.unwrap_or_default().to_owned();
            if was_right && !is_right && self.spoiled_words.len() < N_EXAMPLES {
                self.spoiled_words.push(((*word).to_owned(), now));
            } else if !is_right && !was_right && self.wrong_words.len() < N_EXAMPLES {
                self.wrong_words.push(((*word).to_owned(), then.unwrap_or_default().to_owned(), now));
            }
        }
    }
}

/// Whether a word that stands beside another is that word misread. Where the engine saw what is no text, or did not see
/// a word, its neighbours stand there.
fn is_misread(printed: &str, read: &str) -> bool {
    levenshtein::normalized_similarity(printed.chars(), read.chars()) >= 0.5
}

/// A word's letters and figures without their case.
fn letters(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

type Aligner = fn(&[u32], &[u32]) -> Vec<Option<usize>>;

/// Words that are as many stand for each other one by one.
fn align_line(gold: &[u32], read: &[u32]) -> Vec<Option<usize>> {
    if gold.len() == read.len() { (0..gold.len()).map(Some).collect() } else { align(gold, read) }
}

/// A page against its printed text; a page that is missing counts as empty.
pub fn score_page(gold: &str, page: Option<&Page>) -> TextScores {
    let (before, after) = page.map_or(("", ""), |page| (page.original_text.as_str(), page.text.as_str()));
    let [gold_line, before_line, after_line] = [gold, before, after].map(one_line);
    let [gold_words, before_words, after_words] =
        [&gold_line, &before_line, &after_line].map(|line| line.split(' ').filter(|word| !word.is_empty()).collect());
    let mut scores = TextScores {
        pages: 1,
        characters: gold_line.chars().count(),
        character_errors_before: levenshtein::distance(gold_line.chars(), before_line.chars()),
        character_errors: levenshtein::distance(gold_line.chars(), after_line.chars()),
        words: Vec::len(&gold_words),
        word_errors_before: word_errors(&gold_words, &before_words),
        word_errors: word_errors(&gold_words, &after_words),
        words_found_before: Counts::of_lists(&before_words, &gold_words),
        words_found: Counts::of_lists(&after_words, &gold_words),
        correction: CorrectionScores::default(),
    };
    let is_parallel = page.is_some_and(|page| page.text_source == TextSource::Text);
    scores.correction = score_correction(gold, before, after, is_parallel);
    scores
}

/// What a correction did to a text: as printed, as read, as corrected.
///
/// Texts that someone else recognised are parallel to their gold line by line; those of an engine of our
/// own have lines of their own, and are held against the whole page.
pub fn score_correction(gold: &str, before: &str, after: &str, is_parallel: bool) -> CorrectionScores {
    let texts = [gold, before, after].map(|text| text.nfc().collect::<String>());
    let mut scores = CorrectionScores::default();
    let [n_gold, n_before, n_after] = texts.each_ref().map(|text| text.split('\n').count());
    // One may end with a line break and another without.
    if is_parallel && n_gold.abs_diff(n_before) <= 1 && n_before.abs_diff(n_after) <= 1 {
        let [gold, before, after] = texts.each_ref().map(|text| text.split('\n').chain(std::iter::repeat("")));
        for ((gold, before), after) in gold.zip(before).zip(after).take(n_gold) {
            let lines = [gold, before, after].map(|line| LEADER.replace_all(line, " "));
            let [gold, before, after] = lines.each_ref().map(|line| line.split_whitespace().collect::<Vec<_>>());
            // What the engine did not see, no correction can mend.
            if !before.is_empty() {
                scores.count(&gold, &before, &after, align_line);
            }
        }
    } else {
        let texts = texts.each_ref().map(|text| LEADER.replace_all(text, " "));
        let [gold, before, after] = texts.each_ref().map(|text| text.split_whitespace().collect::<Vec<_>>());
        if !before.is_empty() {
            scores.count(&gold, &before, &after, align);
        }
    }
    scores
}

/// The words of a text with single blanks, without leaders, with one kind of dash.
fn one_line(text: &str) -> String {
    let text: String = text.nfc().collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    RULE.replace_all(&text, "").replace(['–', '—'], "-")
}

fn word_errors(gold: &[&str], read: &[&str]) -> usize {
    let [gold, read] = numbered([gold, read]);
    levenshtein::distance(gold, read)
}

/// A number for each different word: numbers compare faster.
fn numbered<'a, const N: usize>(texts: [&[&'a str]; N]) -> [Vec<u32>; N] {
    let mut numbers: HashMap<&'a str, u32> = HashMap::new();
    texts.map(|words| {
        let mut number = |word: &'a str| {
            let next = numbers.len() as u32;
            *numbers.entry(word).or_insert(next)
        };
        words.iter().map(|word| number(word)).collect()
    })
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

impl Serialize for TextScores {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("TextScores", 8)?;
        let ((cer_before, cer), (wer_before, wer)) = (self.cer(), self.wer());
        object.serialize_field("pages", &self.pages)?;
        object.serialize_field("cer_before", &rounded(cer_before, 2))?;
        object.serialize_field("cer", &rounded(cer, 2))?;
        object.serialize_field("wer_before", &rounded(wer_before, 2))?;
        object.serialize_field("wer", &rounded(wer, 2))?;
        object.serialize_field("words_found_before", &self.words_found_before)?;
        object.serialize_field("words_found", &self.words_found)?;
        object.serialize_field("correction", &self.correction)?;
        object.end()
    }
}

impl Serialize for CorrectionScores {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("CorrectionScores", 13)?;
        object.serialize_field("words", &self.words)?;
        object.serialize_field("wrong_before", &self.wrong_before)?;
        object.serialize_field("wrong_after", &self.wrong_after)?;
        object.serialize_field("repaired", &self.repaired)?;
        object.serialize_field("repaired_percent", &rounded(self.repaired_percent(), 2))?;
        object.serialize_field("spoiled", &self.spoiled)?;
        object.serialize_field("spoiled_percent", &rounded(self.spoiled_percent(), 3))?;
        object.serialize_field("changed", &self.changed)?;
        object.serialize_field("miscorrected", &self.miscorrected)?;
        object.serialize_field("miscorrected_percent", &rounded(self.miscorrected_percent(), 2))?;
        object.serialize_field("spoiled_words", &self.spoiled_words)?;
        object.serialize_field("miscorrected_words", &self.miscorrected_words)?;
        object.serialize_field("wrong_words", &self.wrong_words)?;
        object.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(source: TextSource, before: &str, after: &str) -> Page {
        Page { text_source: source, original_text: before.to_owned(), text: after.to_owned(), ..Page::default() }
    }

    #[test]
    fn repaired_and_spoiled_words_are_told_apart() {
        let gold = "Nämnden beslöt att avslå ansökan\nReservation";
        let before = "Namnden beslot att avslå ansokan\nReservation";
        let after = "Nämnden beslöt att avslog ansokan\nReservation";
        for source in [TextSource::Text, TextSource::Ocr] {
            let scores = score_page(gold, Some(&page(source, before, after))).correction;
            assert_eq!((scores.words, scores.wrong_before, scores.wrong_after), (6, 3, 2));
            assert_eq!((scores.repaired, scores.spoiled), (2, 1));
            assert_eq!(scores.spoiled_words, [("avslå".to_owned(), "avslog".to_owned())]);
            assert_eq!(scores.wrong_words, [("ansökan".to_owned(), "ansokan".to_owned(), "ansokan".to_owned())]);
        }
    }

    #[test]
    fn a_wrong_word_that_became_another_wrong_word_is_miscorrected() {
        let gold = "Herr Ek yrkade bifall\ntill förslaget om vägen";
        let before = "Herr Ek yrkude bifull\ntill forslaget om vagen";
        let after = "Herr Ek yrkande bifull\ntill förslaget om vågen";
        for source in [TextSource::Text, TextSource::Ocr] {
            let scores = score_page(gold, Some(&page(source, before, after))).correction;
            assert_eq!((scores.repaired, scores.spoiled, scores.miscorrected, scores.changed), (1, 0, 2, 3));
            assert_eq!(scores.miscorrected_percent().round(), 67.0);
            let told = [("yrkade", "yrkude", "yrkande"), ("vägen", "vagen", "vågen")];
            assert_eq!(scores.miscorrected_words, told.map(|(a, b, c)| (a.to_owned(), b.to_owned(), c.to_owned())));
            let mut sum = scores.clone();
            sum.add(&scores);
            assert_eq!((sum.miscorrected, sum.miscorrected_words.len()), (4, 4));
        }
    }

    #[test]
    fn what_was_mended_as_far_as_its_letters_go_is_not_miscorrected() {
        let counts = |gold: &str, before: &str, after: &str| {
            let scores = score_page(gold, Some(&page(TextSource::Ocr, before, after))).correction;
            (scores.changed, scores.miscorrected)
        };
        assert_eq!(
            counts("Efter övervägande, beslöt", "Efter Övervagande. beslöt", "Efter Övervägande. beslöt"),
            (1, 0)
        );
        // Words that the engine tore, joined or did not see lie beside others.
        assert_eq!(counts("§ 5 Närvarande voro", "Narvarande voro", "Närvarande voro"), (1, 0));
        assert_eq!(counts("av fru Lund bi föll man", "av frulund bi föll mann", "av frulund biföll mann").1, 0);
        assert_eq!(counts("Herr Ek yrkade bifall", "Herr Ek yrkude bifall", "Herr Ek yrkude bifall"), (0, 0));
    }

    #[test]
    fn lines_that_were_not_seen_are_left_out() {
        let read = page(TextSource::Text, "rad ett\n\nslut\n", "rad ett\n\nslut\n");
        assert_eq!(score_page("rad ett\nrad två\nslut", Some(&read)).correction.words, 3);
    }

    #[test]
    fn leaders_and_dashes_are_no_errors() {
        let scores =
            score_page("Justerare ........ 4–5", Some(&page(TextSource::Ocr, "Justerare 4-5", "Justerare  4-5")));
        assert_eq!((scores.word_errors, scores.words_found.right), (0, 2));
    }

    #[test]
    fn a_missing_page_costs_all_its_words() {
        let scores = score_page("Mötet avslutades", None);
        assert_eq!((scores.characters, scores.character_errors), (16, 16));
        assert_eq!(scores.words_found, Counts { right: 0, found: 0, gold: 2 });
        assert_eq!(scores.wer(), (100.0, 100.0));
    }
}
