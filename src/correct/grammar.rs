//! Which of the words that differ by dots alone fits its sentence, where its next neighbours leave it open: *har* and
//! *här*, *är* and *år*, *andra* and *ändra*.
//!
//! Pairs and triples see two words back. What stands further off tells more often: a year behind, a verb that the clause
//! still lacks or already has. Such evidence is named here, `scripts/learn_grammar.py` learns what each piece is worth
//! for each word, and `dictionaries/grammar.tsv` has the weights.

use super::candidate::{Candidate, Source};
use super::lexicon::{Lexicon, encode, hash};
use super::syntax::{self, Seen};
use super::tokens::{Kind, Token, sentences};
use super::weights::likeliest;
use std::fmt::Write;
use std::rc::Rc;

/// A sentence as evidence is gathered from it: what it holds, and the classes of that.
pub struct Sentence {
    seen: Vec<Seen>,
    classes: Vec<char>,
}

impl Sentence {
    pub fn new(lexicon: &Lexicon, seen: Vec<Seen>) -> Self {
        let classes = seen.iter().map(|seen| syntax::class(lexicon, seen)).collect();
        Sentence { seen, classes }
    }
}

/// How far to either side words are looked at one by one, and in a heap.
const NEAR: usize = 3;
const FAR: usize = 9;
/// Marks that divide what belongs together.
const MARKS: [char; 7] = [',', ';', ':', '(', ')', '–', '—'];
/// Sentences and headings of so many words are long.
const LONG: usize = 7;
/// Words this frequent (in a billion) are evidence themselves, others by their endings.
const COMMON: f64 = 1e5;

/// A number by its kind: years are told apart, since *är* and *år* stand before numbers and only the one before years.
fn number(text: &str) -> Seen {
    let text = text.trim_start_matches(|c: char| !c.is_ascii_digit());
    let digits = &text[..text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len())];
    let rest = &text[digits.len()..];
    let goes_on = rest.starts_with([',', '.', ':']) && rest[1..].starts_with(|c: char| c.is_ascii_digit());
    let kind = match digits.parse::<u32>() {
        _ if goes_on || rest.starts_with('%') => "#x",
        Ok(1) => "#1",
        Ok(1500..=2100) => "#year",
        Ok(_) => "#n",
        Err(_) => "#x",
    };
    Seen::Number(kind)
}

/// What speaks for one word or another at a place of a sentence, each told once.
pub fn evidence(lexicon: &Lexicon, sentence: &Sentence, at: usize, mut tell: impl FnMut(&str)) {
    syntax::evidence(&sentence.classes, at, &mut tell);
    let sentence = &sentence.seen;
    let mut text = String::with_capacity(32);
    let name = |distance: isize| -> String {
        let place = at as isize + distance;
        match usize::try_from(place).ok().and_then(|place| sentence.get(place)) {
            Some(Seen::Word(word)) => of_word(lexicon, word),
            Some(Seen::Number(kind)) => (*kind).to_owned(),
            Some(Seen::Other) => "?".to_owned(),
            Some(Seen::Mark(mark)) => mark.to_string(),
            None if place == -1 => "<".to_owned(),
            None if place == sentence.len() as isize => ">".to_owned(),
            None => String::new(),
        }
    };
    let mut say = |parts: std::fmt::Arguments| {
        text.clear();
        if text.write_fmt(parts).is_ok() {
            tell(&text);
        }
    };
    let [l3, l2, l1, r1, r2, r3] = [-3, -2, -1, 1, 2, 3].map(name);
    for (place, word) in [("l3", &l3), ("l2", &l2), ("l1", &l1), ("r1", &r1), ("r2", &r2), ("r3", &r3)] {
        if !word.is_empty() {
            say(format_args!("{place} {word}"));
        }
    }
    say(format_args!("l1r1 {l1} {r1}"));
    if !l2.is_empty() {
        say(format_args!("l2l1 {l2} {l1}"));
    }
    if !r2.is_empty() {
        say(format_args!("r1r2 {r1} {r2}"));
    }
    say(format_args!("n {}", sentence.len().min(LONG)));
    let heap = |from: usize, to: usize| {
        let mut words: Vec<String> = sentence[from.min(sentence.len())..to.min(sentence.len())]
            .iter()
            .filter_map(|seen| match seen {
                Seen::Word(word) => Some(of_word(lexicon, word)),
                Seen::Number(_) | Seen::Other | Seen::Mark(_) => None,
            })
            .collect();
        words.sort();
        words.dedup();
        words
    };
    for word in heap(at.saturating_sub(FAR), at.saturating_sub(NEAR - 2)) {
        say(format_args!("l {word}"));
    }
    for word in heap(at + NEAR - 1, at + FAR) {
        say(format_args!("r {word}"));
    }
}

/// A common word itself, another by its ending.
fn of_word(lexicon: &Lexicon, word: &str) -> String {
    let is_common = encode(word).is_some_and(|codes| lexicon.entry_of(&codes).word() >= COMMON);
    if is_common {
        return word.to_owned();
    }
    let n = word.chars().count();
    let ending: String = word.chars().skip(n.saturating_sub(3)).collect();
    format!("-{ending}")
}

/// Which of a word's candidates are the likeliest listed word and what differs from it by dots alone.
fn variants(found: &[Candidate], weights: &[f64]) -> Vec<usize> {
    let is_word = |i: &usize| found[*i].source == Source::Listed && found[*i].word > 0.0;
    let likeliest = (0..found.len()).filter(is_word).max_by(|a, b| weights[*a].total_cmp(&weights[*b]));
    let Some(plain) = likeliest.map(|i| found[i].without_dots()) else { return Vec::new() };
    (0..found.len()).filter(is_word).filter(|i| found[*i].without_dots() == plain).collect()
}

/// The probabilities of a word's variants, weighed with what their sentence says. Their sum stays.
pub fn weighed(
    lexicon: &Lexicon,
    found: &[Candidate],
    variants: &[usize],
    weights: &[f64],
    sentence: &Sentence,
    at: usize,
) -> Option<Vec<f64>> {
    let plain = lexicon.sequences().grammar(key(NEIGHBOURS), hash(&found[*variants.first()?].without_dots()))?;
    let words: Vec<u64> = variants.iter().map(|i| hash(&found[*i].codes)).collect();
    let sum: f64 = variants.iter().map(|i| weights[*i]).sum();
    let mut scores: Vec<f64> = variants.iter().map(|i| plain * (weights[*i] / sum).max(LEAST).ln()).collect();
    evidence(lexicon, sentence, at, |piece| {
        let piece = key(piece);
        for (score, word) in scores.iter_mut().zip(&words) {
            *score += lexicon.sequences().grammar(piece, *word).unwrap_or(0.0);
        }
    });
    let most = scores.iter().copied().fold(f64::MIN, f64::max);
    let exponents: Vec<f64> = scores.iter().map(|score| (score - most).exp()).collect();
    let total: f64 = exponents.iter().sum();
    let heard: Vec<f64> = exponents.iter().map(|exponent| exponent / total).collect();
    // What the neighbours say is turned round only by evidence that is clear.
    let by_neighbours = variants.iter().enumerate().max_by(|a, b| weights[*a.1].total_cmp(&weights[*b.1]))?.0;
    let is_turned = heard.iter().enumerate().any(|(at, p)| at != by_neighbours && *p > heard[by_neighbours]);
    let is_clear = heard.iter().any(|p| *p >= CLEAR);
    (!is_turned || is_clear).then(|| heard.iter().map(|p| sum * p).collect())
}

/// How likely a variant must be to turn round what the neighbours say.
const CLEAR: f64 = 0.6;

/// The evidence under which the table keeps how far the neighbours are believed.
const NEIGHBOURS: &str = "=";
/// No variant is less likely than this by its neighbours.
const LEAST: f64 = 1e-9;

/// Looks at every word that has variants in every sentence: its token, its variants, the sentence, its place there.
pub fn each_undecided(
    lexicon: &Lexicon,
    text: &str,
    tokens: &[Token],
    found: &[Rc<Vec<Candidate>>],
    weights: &[&[f64]],
    mut look: impl FnMut(usize, &[usize], &Sentence, usize),
) {
    for range in sentences(tokens) {
        let mut sentence: Option<(Sentence, Vec<usize>)> = None;
        for at in range.clone() {
            let variants = if found[at].len() > 1 { variants(&found[at], weights[at]) } else { Vec::new() };
            if variants.len() > 1 {
                let read = || {
                    let range = range.clone();
                    let (seen, places) =
                        sentence_of(text, &tokens[range.clone()], &found[range.clone()], &weights[range]);
                    (Sentence::new(lexicon, seen), places)
                };
                let (sentence, places) = sentence.get_or_insert_with(read);
                look(at, &variants, sentence, places[at - range.start]);
            }
        }
    }
}

/// What a sentence holds, marks between its words too, and where its tokens stand in that.
fn sentence_of(
    text: &str,
    tokens: &[Token],
    found: &[Rc<Vec<Candidate>>],
    weights: &[&[f64]],
) -> (Vec<Seen>, Vec<usize>) {
    let (mut sentence, mut places) = (Vec::new(), Vec::new());
    let mut end = None;
    for (token, (found, weights)) in tokens.iter().zip(found.iter().zip(weights)) {
        let whole = token.span.of(text);
        let mut between = end.and_then(|end| text.get(end..token.span.start)).unwrap_or("").to_owned();
        // Numbers keep the marks that touch them.
        between.extend(whole.chars().next());
        sentence.extend(mark_in(&between));
        places.push(sentence.len());
        sentence.push(seen(text, token, found, weights));
        sentence.extend(
            whole
                .chars()
                .next_back()
                .filter(|_| token.kind == Kind::Number)
                .and_then(|c| mark_in(c.encode_utf8(&mut [0; 4]))),
        );
        end = Some(token.second.unwrap_or(token.span).end);
    }
    (sentence, places)
}

fn mark_in(text: &str) -> Option<Seen> {
    let mark = text.chars().find(|c| MARKS.contains(c))?;
    Some(Seen::Mark(if mark == '—' { '–' } else { mark }))
}

/// A token as its sentence sees it, by its likeliest reading.
fn seen(text: &str, token: &Token, found: &[Candidate], weights: &[f64]) -> Seen {
    match token.kind {
        Kind::Number => number(token.span.of(text)),
        // "i", "å", "ö": too short to be corrected, and words all the same.
        Kind::Other => {
            let whole = token.span.of(text);
            let is_letter = whole.chars().count() == 1 && whole.chars().all(char::is_alphabetic);
            if is_letter { Seen::Word(whole.to_lowercase()) } else { Seen::Other }
        }
        Kind::Word => {
            let best = likeliest(weights).and_then(|(i, _)| found.get(i));
            best.map_or(Seen::Other, |best| Seen::Word(best.in_small()))
        }
    }
}

/// The key of a piece of evidence in the packed weights.
fn key(evidence: &str) -> u64 {
    hash(evidence.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::correct::lexicon::Tables;

    #[test]
    fn years_are_told_from_other_numbers() {
        for (text, kind) in [
            ("2019", "#year"),
            ("2027-2030,", "#year"),
            ("1", "#1"),
            ("(14", "#n"),
            ("2,5", "#x"),
            ("75%", "#x"),
            ("1.500", "#x"),
        ] {
            assert_eq!(number(text), Seen::Number(kind), "{text}");
        }
    }

    #[test]
    fn a_sentence_decides_between_words_that_differ_by_dots() {
        let lexicon = Lexicon::from_tables(&Tables {
            words: &["har\t900\t90\nhär\t900\t90\n"],
            grammar: "=\thar\t0.5\nr1 ,\thar\t-1\nr1 ,\thär\t1\nl -gen\thar\t1.5\n",
            ..Tables::default()
        });
        let found: Vec<Candidate> =
            ["har", "här"].map(|word| crate::correct::candidates::as_read(&lexicon, word, None)).to_vec();
        let here = |sentence: &[Seen], at: usize| {
            let sentence = Sentence::new(&lexicon, sentence.to_vec());
            weighed(&lexicon, &found, &[0, 1], &[0.5, 0.5], &sentence, at).map(|p| p[1]).unwrap_or(0.5)
        };
        let word = |word: &str| Seen::Word(word.to_owned());
        assert!(here(&[word("bor"), word("har"), Seen::Mark(',')], 1) > 0.85);
        assert!(here(&[word("föreningen"), word("nu"), word("har"), word("bor")], 2) < 0.2);
        assert!((here(&[word("bor"), word("har")], 1) - 0.5).abs() < 1e-9);
    }
}
