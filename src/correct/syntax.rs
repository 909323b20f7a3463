//! What the classes of words say of a place in a sentence: which classes stand beside it, and whether its clause has a
//! finite verb elsewhere, since every clause has one. *Här* stands where there is one, *har* where there is none.
//!
//! `dictionaries/word-classes.tsv` and `function-words.tsv` tell a word's class by its longest listed ending.

use super::lexicon::{Lexicon, encode};
use std::fmt::{Arguments, Write};

/// What stands at a place of a sentence, as far as evidence names it.
#[derive(Clone, PartialEq, Debug)]
pub enum Seen {
    /// In small letters.
    Word(String),
    /// By its kind: `#1`, `#n`, `#year`, `#x`.
    Number(&'static str),
    Other,
    /// Between words: a comma, a bracket, a dash.
    Mark(char),
}

/// Of a word that no ending tells, and of what is neither word nor mark.
const UNKNOWN: char = 'x';
const OTHER: char = '?';
const NUMBER: char = '#';
/// The borders of a sentence.
const START: char = '<';
const END: char = '>';

/// The class of what stands at a place: a letter for words, a mark for itself.
pub fn class(lexicon: &Lexicon, seen: &Seen) -> char {
    match seen {
        Seen::Word(word) => {
            let codes = encode("^").into_iter().chain(encode(word)).flatten().collect::<Vec<u8>>();
            lexicon.sequences().class(&codes).map_or(UNKNOWN, char::from)
        }
        Seen::Number(_) => NUMBER,
        Seen::Other => OTHER,
        Seen::Mark(mark) => *mark,
    }
}

/// What tells of a sentence's build: verbs, subjects, and what divides clauses (marks, conjunctions, *som*, *att*).
fn joint(classes: &[char], at: usize) -> Option<char> {
    let before = at.checked_sub(1).map_or(START, |before| classes[before]);
    match classes[at] {
        // Alike as infinitive and imperative: the one follows *att* or another verb, the other begins a clause.
        'W' => Some(if matches!(before, START | ',' | ';' | ':' | '(' | 'k') { 'M' } else { 'I' }),
        verb @ ('F' | 'B' | 'f' | 'S' | 'M' | 'I') => Some(verb),
        divides @ ('p' | 's' | 'r' | 'q' | 'a' | 'k') => Some(divides),
        ',' | ';' | ':' | '(' | ')' | '–' => Some(','),
        _ => None,
    }
}

/// How many joints to either side are looked at for a finite verb, and how many are evidence together.
const FAR: usize = 4;
const NEAR: usize = 2;

/// Whether the clause has a finite verb on a side, by its joints from the word outwards: `1`, `S` for a supine, or the
/// joint where the clause ends.
fn verb(joints: &[char], is_behind: bool) -> char {
    for joint in joints.iter().copied() {
        match joint {
            'F' | 'B' | 'f' | 'M' => return '1',
            'S' if is_behind => return 'S',
            ',' | 's' | 'r' | 'a' | 'q' | 'k' | START | END => return joint,
            _ => {}
        }
    }
    '0'
}

/// What the classes of a sentence's words say of one of its places, each told once.
pub fn evidence(classes: &[char], at: usize, mut tell: impl FnMut(&str)) {
    let mut text = String::with_capacity(32);
    let mut say = |parts: Arguments| {
        text.clear();
        if text.write_fmt(parts).is_ok() {
            tell(&text);
        }
    };
    let before = |n: usize| at.checked_sub(n).map_or(START, |at| classes[at]);
    let behind = |n: usize| classes.get(at + n).copied().unwrap_or(END);
    let (l2, l1, r1, r2) = (before(2), before(1), behind(1), behind(2));
    say(format_args!("cl2 {l2}"));
    say(format_args!("cl1 {l1}"));
    say(format_args!("cr1 {r1}"));
    say(format_args!("cr2 {r2}"));
    say(format_args!("cl1r1 {l1} {r1}"));
    say(format_args!("cl2l1 {l2} {l1}"));
    say(format_args!("cr1r2 {r1} {r2}"));
    say(format_args!("cl2l1r1 {l2} {l1} {r1}"));
    let left: Vec<char> = (0..at).rev().filter_map(|at| joint(classes, at)).chain([START]).take(FAR).collect();
    let right: Vec<char> = (at + 1..classes.len()).filter_map(|at| joint(classes, at)).chain([END]).take(FAR).collect();
    for n_left in 0..=NEAR.min(left.len()) {
        for n_right in (0..=NEAR.min(right.len())).filter(|n| n_left + n > 0) {
            let before: String = left[..n_left].iter().rev().collect();
            let behind: String = right[..n_right].iter().collect();
            say(format_args!("joints {before} {behind}"));
        }
    }
    let (left, right) = (verb(&left, false), verb(&right, true));
    say(format_args!("verb {left} {right}"));
    say(format_args!("verb l1 {left} {right} {l1}"));
    say(format_args!("verb r1 {left} {right} {r1}"));
    say(format_args!("verb l1r1 {left} {right} {l1} {r1}"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::correct::lexicon::Tables;

    fn evidence_of(classes: &str, at: usize) -> Vec<String> {
        let mut out = Vec::new();
        evidence(&classes.chars().collect::<Vec<char>>(), at, |piece| out.push(piece.to_owned()));
        out
    }

    #[test]
    fn the_longest_ending_tells_the_class() {
        let lexicon = Lexicon::from_tables(&Tables {
            word_classes: &["ar\tP\nelar\tF\n^delar\tf\n", "^som\tr\n"],
            ..Tables::default()
        });
        for (word, letter) in [("bilar", 'P'), ("spelar", 'F'), ("delar", 'f'), ("som", 'r'), ("åsom", UNKNOWN)] {
            assert_eq!(class(&lexicon, &Seen::Word(word.to_owned())), letter, "{word}");
        }
        assert_eq!(class(&lexicon, &Seen::Mark(',')), ',');
    }

    #[test]
    fn a_clause_has_a_finite_verb_or_none() {
        // "kontot som du har." and "du visar kontot här."
        assert!(evidence_of("Drpx", 3).contains(&"verb r >".to_owned()));
        assert!(evidence_of("pFDx", 3).contains(&"verb 1 >".to_owned()));
        // "det har sparats": no verb before, a supine behind.
        assert!(evidence_of("pxS", 1).contains(&"verb < S".to_owned()));
        assert!(evidence_of("kWDx", 3).contains(&"joints M ".to_owned()));
        assert!(evidence_of("aWDx", 3).contains(&"joints I ".to_owned()));
    }

    #[test]
    fn no_piece_is_told_twice() {
        for at in 0..5 {
            let mut told = evidence_of("p,FkS", at);
            let n = told.len();
            told.sort();
            told.dedup();
            assert_eq!(told.len(), n);
        }
        assert!(!evidence_of("x", 0).is_empty());
    }
}
