//! Where the words of values stand on the pages, and the edits that spell them otherwise.

use crate::page::{CorrectedPage, Respelling};
use crate::protocol::{Evidence, State};
use crate::text::{Alternative, Certainty, DIVIDERS, Edit, Reason, Span, without_gaps, without_marks};
use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::{Range, RangeInclusive};

/// So alike are words one of which was read for the other.
const ALIKE: f64 = 0.5;

/// Letters and digits that stand together on a page.
#[derive(Clone, Copy, Debug)]
struct Run {
    page: usize,
    span: Span,
}

/// Other letters for a place on a page.
struct Change {
    page: usize,
    span: Span,
    new: String,
}

/// A word of a value as its page has it: one run, or two where the end of a line divides it.
type Word = Vec<Run>;

/// What is asked of the pages of a protocol, in the order of importance: of two edits of one place the first holds.
pub struct Places<'a> {
    pages: &'a [CorrectedPage],
    all: OnceCell<Vec<Run>>,
    printed: OnceCell<HashSet<&'a str>>,
    found: Vec<(usize, Edit)>,
}

impl<'a> Places<'a> {
    pub fn new(pages: &'a [CorrectedPage]) -> Self {
        Places { pages, all: OnceCell::new(), printed: OnceCell::new(), found: Vec::new() }
    }

    /// What was asked for, in the order of the pages.
    pub fn respellings(self) -> Vec<Respelling> {
        let mut found = self.found;
        found.sort_by_key(|(page, edit)| (*page, edit.span));
        let number = |page: usize| self.pages.get(page).map_or(0, CorrectedPage::number);
        found.into_iter().map(|(page, edit)| Respelling { page: number(page), edit }).collect()
    }

    /// A value that should be spelt otherwise, where it stands.
    pub fn put(&mut self, evidence: Option<&Evidence>, value: &str, new: &str, score: f32) {
        let Some(evidence) = evidence.filter(|one| matches!(one.state, State::Read | State::Corrected)) else { return };
        if let Some(words) = self.words_of(evidence, value) {
            self.put_words(&words, new, score);
        }
    }

    /// The same of a value that was not taken from the letters that stand there: all of them are what it was read as, if
    /// each word is like what it is to be.
    pub fn put_whole(&mut self, evidence: &Evidence, new: &str, score: f32) {
        let words: Vec<Word> = self.runs_of(evidence).into_iter().map(|run| vec![run]).collect();
        let changes = self.changes(&words, new);
        let is_alike = |change: &Change| {
            let read = self.pages.get(change.page).map_or("", |page| change.span.of(page.text()));
            strsim::normalized_levenshtein(&without_gaps(read), &without_gaps(&change.new)) >= ALIKE
        };
        if changes.iter().all(is_alike) {
            changes.into_iter().for_each(|change| self.add(change, score));
        }
    }

    /// What was read at the sources of a value, its words parted by blanks.
    pub fn read_at(&self, evidence: &Evidence) -> String {
        let words: Vec<&str> = self.runs_of(evidence).into_iter().map(|run| self.text(run)).collect();
        words.join(" ")
    }

    /// A phrase that should be spelt otherwise wherever it stands on these pages, but for where what stands before it
    /// makes it another's.
    pub fn put_everywhere(
        &mut self,
        phrase: &str,
        new: &str,
        score: f32,
        numbers: &RangeInclusive<u32>,
        is_others: impl Fn(&str) -> bool,
    ) {
        let wanted: Vec<&str> = runs(phrase).into_iter().map(|range| &phrase[range]).collect();
        let Some(first) = wanted.first().filter(|_| phrase != new) else { return };
        let mut found: Vec<Vec<Word>> = Vec::new();
        let all = self.all();
        for at in 0..all.len() {
            if !self.text(all[at]).starts_with(|c| first.starts_with(c))
                || !self.pages.get(all[at].page).is_some_and(|page| numbers.contains(&page.number()))
            {
                continue;
            }
            let before = at.checked_sub(1).map(|before| all[before]);
            let is_near = before.is_some_and(|before| self.between(before, all[at]).is_some_and(is_gap));
            if is_near && before.is_some_and(|before| is_others(self.text(before))) {
                continue;
            }
            found.extend(self.phrase_at(&all[at..], &wanted));
        }
        for words in found {
            self.put_words(&words, new, score);
        }
    }

    /// The words of a phrase, if it begins with the first of these runs.
    fn phrase_at(&self, all: &[Run], wanted: &[&str]) -> Option<Vec<Word>> {
        let mut words: Vec<Word> = Vec::with_capacity(wanted.len());
        let mut at = 0;
        for word in wanted {
            let run = *all.get(at)?;
            if at > 0 && !self.between(all[at - 1], run).is_some_and(is_gap) {
                return None;
            }
            if self.text(run) == *word {
                words.push(vec![run]);
                at += 1;
                continue;
            }
            let next = *all.get(at + 1)?;
            let is_divided = self.between(run, next).is_some_and(|gap| gap.starts_with(DIVIDERS) && gap.contains('\n'));
            if !is_divided || word.strip_prefix(self.text(run)) != Some(self.text(next)) {
                return None;
            }
            words.push(vec![run, next]);
            at += 2;
        }
        Some(words)
    }

    /// What stands between two runs of a page.
    fn between(&self, one: Run, next: Run) -> Option<&'a str> {
        self.pages.get(one.page).filter(|_| one.page == next.page)?.text().get(one.span.end..next.span.start)
    }

    fn text(&self, run: Run) -> &'a str {
        self.pages.get(run.page).map_or("", |page| run.span.of(page.text()))
    }

    fn all(&self) -> &[Run] {
        self.all.get_or_init(|| {
            let of_page = |(at, page): (usize, &CorrectedPage)| runs_in(at, page, Span::new(0, page.text().len()));
            self.pages.iter().enumerate().flat_map(of_page).collect()
        })
    }

    fn runs_of(&self, evidence: &Evidence) -> Vec<Run> {
        let mut out = Vec::new();
        for source in &evidence.sources {
            if let Some(at) = self.pages.iter().position(|page| page.number() == source.page) {
                out.extend(runs_in(at, &self.pages[at], source.span));
            }
        }
        out
    }

    /// The runs of a value's sources that are its words.
    fn words_of(&self, evidence: &Evidence, value: &str) -> Option<Vec<Word>> {
        let all = self.runs_of(evidence);
        let mut at = 0;
        let mut words = Vec::new();
        for range in runs(value) {
            let word = &value[range];
            let fits = |at: &usize| {
                let rest = word.strip_prefix(self.text(all[*at]))?;
                match all.get(at + 1) {
                    _ if rest.is_empty() => Some(1),
                    Some(next) if self.text(*next) == rest => Some(2),
                    _ => None,
                }
            };
            let (from, n) = (at..all.len()).find_map(|at| Some((at, fits(&at)?)))?;
            words.push(all[from..from + n].to_vec());
            at = from + n;
        }
        Some(words)
    }

    fn put_words(&mut self, words: &[Word], new: &str, score: f32) {
        self.changes(words, new).into_iter().for_each(|change| self.add(change, score));
    }

    /// Where words differ from what they should be: each on its own where there are as many of both, else the stretch
    /// that differs.
    fn changes(&self, words: &[Word], new: &str) -> Vec<Change> {
        let old: Vec<String> =
            words.iter().map(|word| word.iter().map(|run| self.text(*run)).collect::<String>()).collect();
        let ranges = runs(new);
        let is_same = |(old, range): &(&String, &Range<usize>)| **old == new[(*range).clone()];
        let n_first = old.iter().zip(&ranges).take_while(is_same).count();
        let (rest, rest_new) = (&old[n_first..], &ranges[n_first..]);
        let n_last = rest.iter().rev().zip(rest_new.iter().rev()).take_while(is_same).count();
        let (words, ranges) = (&words[n_first..old.len() - n_last], &ranges[n_first..ranges.len() - n_last]);
        if words.len() == ranges.len() {
            return words
                .iter()
                .zip(ranges)
                .flat_map(|(word, range)| self.of_word(word, &new[range.clone()]))
                .collect();
        }
        // Words became one, or one became several.
        let ends = (words.first().and_then(|word| word.first()), words.last().and_then(|word| word.last()));
        match (ends, ranges.first(), ranges.last()) {
            ((Some(first), Some(last)), Some(from), Some(to)) if first.page == last.page => {
                vec![Change {
                    page: first.page,
                    span: first.span.cover(last.span),
                    new: new[from.start..to.end].into(),
                }]
            }
            _ => Vec::new(),
        }
    }

    fn of_word(&self, word: &Word, new: &str) -> Vec<Change> {
        let change = |run: Run, new: &str| Change { page: run.page, span: run.span, new: new.to_owned() };
        match word[..] {
            [run] => vec![change(run, new)],
            [first, second] => {
                let (one, two) = (self.text(first), self.text(second));
                // The half that has the letters that differ, or as many letters of the new word as each has.
                if let Some(rest) = new.strip_prefix(one) {
                    vec![change(second, rest)]
                } else if let Some(start) = new.strip_suffix(two) {
                    vec![change(first, start)]
                } else if new.chars().count() == one.chars().count() + two.chars().count() {
                    let at = new.char_indices().nth(one.chars().count()).map_or(new.len(), |(at, _)| at);
                    vec![change(first, &new[..at]), change(second, &new[at..])]
                } else {
                    Vec::new()
                }
            }
            _ => Vec::new(),
        }
    }

    fn add(&mut self, change: Change, score: f32) {
        let Change { page, span, new } = change;
        let Some(read) = self.pages.get(page).map(|page| span.of(page.text())) else { return };
        let is_taken = self.found.iter().any(|(other, edit)| *other == page && edit.span.overlaps(span));
        if is_taken || read == new || new.is_empty() || read.contains(['\n', '\t']) {
            return;
        }
        let edit = Edit {
            span,
            reason: self.reason(read, &new),
            replacement: new,
            certainty: Certainty::of_applied(score),
            score,
            alternatives: vec![Alternative { text: read.to_owned(), score: 1.0 - score }],
        };
        self.found.push((page, edit));
    }

    /// Why words are spelt so: the document prints them elsewhere, or their letters tell.
    fn reason(&self, read: &str, new: &str) -> Reason {
        let all = self.all();
        let printed = self.printed.get_or_init(|| all.iter().map(|run| self.text(*run)).collect());
        if without_gaps(read) == without_gaps(new) {
            Reason::Spacing
        } else if runs(new).into_iter().all(|range| printed.contains(&new[range])) {
            Reason::DocumentEvidence
        } else if without_marks(read) == without_marks(new) {
            Reason::Diacritics
        } else {
            Reason::Confusion
        }
    }
}

/// Whether two runs with this between them may be words of one name.
fn is_gap(between: &str) -> bool {
    between.chars().all(|c| c.is_whitespace() || c == '.' || DIVIDERS.contains(&c)) && !between.contains('\t')
}

/// Letters and digits that stand together in a text, an initial with its full stop, and a stroke that may be a letter.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let is_part = c.is_alphanumeric() || c == '|';
        match out.last_mut() {
            Some(last) if last.end == at && (is_part || c == '.' && is_initial(&text[last.clone()])) => last.end = end,
            _ if is_part => out.push(at..end),
            _ => {}
        }
    }
    out
}

fn is_initial(run: &str) -> bool {
    let mut letters = run.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

fn runs_in(at: usize, page: &CorrectedPage, span: Span) -> Vec<Run> {
    let place = |range: Range<usize>| Span::new(span.start + range.start, span.start + range.end);
    runs(span.of(page.text())).into_iter().map(|range| Run { page: at, span: place(range) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::OcrPage;
    use crate::protocol::SourceRef;

    fn pages_of(text: &str) -> Vec<CorrectedPage> {
        vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())]
    }

    fn evidence(spans: &[(usize, usize)]) -> Evidence {
        let source = |(start, end): &(usize, usize)| SourceRef { page: 1, span: Span::new(*start, *end), bbox: None };
        Evidence { sources: spans.iter().map(source).collect(), ..Evidence::default() }
    }

    fn asked(pages: &[CorrectedPage], ask: impl Fn(&mut Places)) -> Vec<(String, String, Reason)> {
        let mut places = Places::new(pages);
        ask(&mut places);
        let told =
            |one: Respelling| (one.edit.span.of(pages[0].text()).to_owned(), one.edit.replacement, one.edit.reason);
        places.respellings().into_iter().map(told).collect()
    }

    fn edits(found: &[(String, String, Reason)]) -> Vec<(&str, &str)> {
        found.iter().map(|(read, new, _)| (read.as_str(), new.as_str())).collect()
    }

    #[test]
    fn each_word_that_differs_is_an_edit() {
        let pages = pages_of("§ 1 Ombyqqnad av tor-\nqet i Näs\n§ 2 Ombyggnad");
        let whole = evidence(&[(5, 21), (23, 33)]);
        let found = asked(&pages, |places| {
            places.put(Some(&whole), "Ombyqqnad av torqet i Näs", "Ombyggnad av torget i Näs", 0.86);
        });
        assert_eq!(edits(&found), [("Ombyqqnad", "Ombyggnad"), ("qet", "get")]);
        assert_eq!(found[0].2, Reason::DocumentEvidence);
        assert_eq!(found[1].2, Reason::Confusion);
    }

    #[test]
    fn a_name_is_found_wherever_it_stands() {
        let pages =
            pages_of("Stig Sålgren, Bo\nStig Sål-\ngren och Stig\nSålgren, Per Sålgren, Stig Sålgrens, Stig, Sålgren");
        let found = asked(&pages, |places| {
            places.put_everywhere("Stig Sålgren", "Stig Sälgren", 0.9, &(1..=1), |_| false);
        });
        assert_eq!(edits(&found), [("Sålgren", "Sälgren"), ("Sål", "Säl"), ("Sålgren", "Sälgren")]);
        assert!(found.iter().all(|(_, _, reason)| *reason == Reason::Diacritics));
        let found = asked(&pages, |places| {
            places.put_everywhere("Sålgren", "Sälgren", 0.9, &(1..=1), |before| before == "Per");
        });
        assert_eq!(found.len(), 4);
    }

    #[test]
    fn words_that_became_one() {
        let pages = pages_of("G te Åhs");
        let found = asked(&pages, |places| places.put_whole(&evidence(&[(0, 9)]), "Göte Åhs", 0.74));
        assert_eq!(edits(&found), [("G te", "Göte")]);
        let split = pages_of("G\nte Åhs");
        assert!(asked(&split, |places| places.put_whole(&evidence(&[(0, 9)]), "Göte Åhs", 0.74)).is_empty());
        // What is hardly like it was not read for it.
        let smear = pages_of("M Rehn");
        assert!(asked(&smear, |places| places.put_whole(&evidence(&[(0, 6)]), "Gustaf Rehn", 0.74)).is_empty());
    }
}
