//! A walk through the lexicon's letters with the engine's confusions.
//!
//! It follows the transducer of spellings and the characters read at once, pays for each confusion, and starts again at
//! the root where a first part of a compound (or of a name) ends. So compounds are mended part by part by the same rules
//! as listed words.

use super::candidate::{Candidate, Case, GENITIVES, Query, Source, put_entry};
use super::channel::Channel;
use super::lexicon::{Entry, Lexicon, Neighbour, compound};
use fst::raw::Fst;
use std::borrow::Cow;

/// What is bounded so that no word takes long.
const MAX_STEPS: u32 = 20_000;

const MAX_PARTS: u8 = 4;

/// What a letter costs more that nobody printed: engines take letters for others, and rarely see one too many.
const TOO_MANY: f32 = 1.0;

/// A capital inside a word, as a misread small letter.
const INNER_CAPITAL: f32 = 2.0;

/// A small letter in a word of capitals.
const SMALL_AMONG_CAPITALS: f32 = 1.0;

/// Share of running names that are in no list but made of known parts.
const UNLISTED_NAMES: f64 = 0.1;

const NAME_PARTS: f64 = 1500.0;

/// Share of words that are first parts with a hyphen.
const PARTS_ALONE: f64 = 1e-3;

pub fn walk(fst: &Fst<Cow<'static, [u8]>>, channel: &Channel, query: Query) -> Vec<Candidate> {
    let mut walk =
        Walk { fst, channel, query, out: Vec::with_capacity(query.read.len() + 8), found: Vec::new(), steps: 0 };
    let root = walk.fst.root().addr();
    walk.step(State {
        at: 0,
        node: root,
        value: 0,
        cost: 0.0,
        capital: query.case != Case::Lower,
        mark: None,
        spare: query.any_letter,
        parts: Parts::default(),
    });
    walk.found
}

#[derive(Clone, Copy, Default, PartialEq, Debug)]
struct Parts {
    n: u8,
    /// Where the part being walked began, in codes.
    from: usize,
    /// Probability of the parts before it.
    p: f64,
    kind: PartKind,
}

#[derive(Clone, Copy, Default, PartialEq, Debug)]
enum PartKind {
    #[default]
    Word,
    Surname,
    Place,
}

#[derive(Clone, Copy)]
struct State {
    at: usize,
    node: usize,
    value: u64,
    cost: f32,
    capital: bool,
    mark: Option<usize>,
    /// Any letter may still be another.
    spare: bool,
    parts: Parts,
}

struct Walk<'a> {
    fst: &'a Fst<Cow<'static, [u8]>>,
    channel: &'a Channel,
    query: Query<'a>,
    out: Vec<u8>,
    found: Vec<Candidate>,
    steps: u32,
}

impl Walk<'_> {
    fn step(&mut self, state: State) {
        self.steps += 1;
        if self.steps > MAX_STEPS || state.cost > self.query.budget {
            return;
        }
        let node = self.fst.node(state.node);
        if state.at == self.query.read.len() {
            if node.is_final() {
                self.find(&state, state.value + node.final_output().value(), false);
            }
        } else {
            if node.is_final() && matches!(self.query.read[state.at..], ['s' | 'S']) && self.query.case != Case::Lower {
                self.find(&state, state.value + node.final_output().value(), true);
            }
            self.letters(&state);
        }
        if node.is_final() && self.query.read.len() - state.at >= 2 && self.out.len() > state.parts.from {
            self.next_part(&state, Lexicon::entry_from(state.value + node.final_output().value()));
        }
        if state.spare && self.out.len() > state.parts.from {
            self.lost_letter(&state);
        }
    }

    fn letters(&mut self, state: &State) {
        let channel = self.channel;
        let read = &self.query.read[state.at..];
        let c = read[0];
        let upper = self.query.case == Case::Upper;
        // As read.
        let is_first = state.at == 0;
        let lower = c.to_lowercase().next().unwrap_or(c);
        if let Some(code) = super::lexicon::code(lower) {
            let cost = match (upper, c.is_uppercase(), c.is_lowercase()) {
                (true, _, true) => SMALL_AMONG_CAPITALS,
                (false, true, _) if !is_first => INNER_CAPITAL,
                _ => 0.0,
            };
            let capital = if is_first { c.is_uppercase() || upper } else { state.capital };
            self.print(state, &[code], 1, cost, capital, state.spare);
        }
        for rule in channel.rules(c) {
            if rule.read.len() > read.len() || rule.read != read[..rule.read.len()] {
                continue;
            }
            // Capitals are printed at the beginning, and everywhere in a word of capitals.
            let capital = rule.capital.unwrap_or(false);
            if (upper && !capital) || (!upper && capital && !is_first) {
                continue;
            }
            let capital = if is_first { capital } else { state.capital };
            self.print(state, &rule.printed, rule.read.len(), rule.cost, capital, state.spare);
        }
        if state.spare && c.is_alphanumeric() {
            self.other_letter(state);
        }
    }

    /// Follows the printed letters from a state, for so many characters read.
    fn print(&mut self, state: &State, printed: &[u8], n_read: usize, cost: f32, capital: bool, spare: bool) {
        let cost = state.cost + cost;
        let at = state.at + n_read;
        // The end of a line divides no confusion.
        let mut mark = state.mark;
        if let Some(wanted) = self.query.mark {
            if state.at < wanted && at > wanted {
                return;
            }
            if at == wanted && state.at < wanted {
                mark = Some(self.out.len() + printed.len());
            }
        }
        if cost > self.query.budget {
            return;
        }
        let (mut node, mut value) = (self.fst.node(state.node), state.value);
        for code in printed {
            let Some(i) = node.find_input(*code) else { return };
            let transition = node.transition(i);
            value += transition.out.value();
            node = self.fst.node(transition.addr);
        }
        let length = self.out.len();
        self.out.extend_from_slice(printed);
        self.step(State { at, node: node.addr(), value, cost, capital, mark, spare, parts: state.parts });
        self.out.truncate(length);
    }

    /// Every letter that a spelling may go on with, printed for the next `n_read` characters.
    fn any_letter(&mut self, state: &State, n_read: usize) {
        let node = self.fst.node(state.node);
        for i in 0..node.len() {
            let code = node.transition(i).inp;
            if code.is_ascii_lowercase() || code >= 0xdf {
                self.print(state, &[code], n_read, self.channel.other, state.capital, false);
            }
        }
    }

    /// One letter read as another that no rule knows.
    fn other_letter(&mut self, state: &State) {
        if state.cost + self.channel.other > self.query.budget {
            return;
        }
        self.any_letter(state, 1);
        // A letter too many. A digit is rather another letter.
        if state.at > 0 && self.query.read[state.at].is_alphabetic() && self.query.mark != Some(state.at + 1) {
            self.print(state, &[], 1, self.channel.other + TOO_MANY, state.capital, false);
        }
    }

    /// A printed letter that was not read.
    fn lost_letter(&mut self, state: &State) {
        if state.cost + self.channel.other > self.query.budget {
            return;
        }
        self.any_letter(state, 0);
    }

    /// Starts again at the root behind a part of a compound or of a name.
    fn next_part(&mut self, state: &State, entry: Entry) {
        let parts = state.parts;
        if parts.n + 1 >= MAX_PARTS {
            return;
        }
        let letters = self.out.len() - parts.from;
        let last_letter = self.out.last().copied().unwrap_or(0);
        let so_far = if parts.n == 0 { 1.0 } else { parts.p };
        let root = self.fst.root().addr();
        let go = |walk: &mut Self, p: f64, kind| {
            if p > 0.0 {
                let parts = Parts { n: parts.n + 1, from: walk.out.len(), p: so_far * p, kind };
                walk.step(State { node: root, value: 0, parts, ..*state });
            }
        };
        if self.query.compounds && parts.kind == PartKind::Word {
            let first = if self.query.free { compound::free_first_part } else { compound::first_part };
            go(self, first(entry, letters, last_letter), PartKind::Word);
        }
        if self.query.names && (letters >= 3 || (letters == 2 && entry.place_first().max(entry.surname_first()) >= 8.0))
        {
            // Any noun or adjective may begin a name, though none listed begins with it.
            let word = if letters >= 3 { 0.1 * (1.0 + entry.first_part() + entry.word() / 100.0).log10() } else { 0.0 };
            if parts.n == 0 {
                let name = if entry.surname() > 0.0 || entry.given_name() > 100.0 { 0.3 } else { 0.0 };
                go(self, entry.surname_first().max(word).max(name) / NAME_PARTS, PartKind::Surname);
            }
            if parts.n == 0 || (parts.n == 1 && parts.kind == PartKind::Place) {
                let word = if parts.n == 0 { word } else { 0.0 };
                go(self, entry.place_first().max(word) / NAME_PARTS, PartKind::Place);
            }
        }
    }

    /// Keeps what is spelt so far; `genitive` adds the s of a name's genitive, which no list holds.
    fn find(&mut self, state: &State, value: u64, genitive: bool) {
        let entry = Lexicon::entry_from(value);
        let parts = state.parts;
        let letters = self.out.len() - parts.from;
        let mut candidate = Candidate {
            codes: Vec::new(),
            neighbour: Neighbour::default(),
            capital: state.capital,
            cost: state.cost,
            source: Source::Listed,
            word: 0.0,
            given_name: 0.0,
            surname: 0.0,
            place: 0.0,
            mark: state.mark,
            is_read: false,
            dots_only: false,
            spelling: 0.0,
        };
        match (parts.n, parts.kind) {
            (0, _) => {
                put_entry(&mut candidate, entry);
                if self.query.part && entry.first_part() > 0.0 {
                    candidate.word += PARTS_ALONE * entry.first_part() / compound::LISTED_COMPOUNDS;
                }
            }
            (_, PartKind::Word) => {
                candidate.source = Source::Compound;
                candidate.word = compound::UNLISTED * parts.p * compound::last_part(entry, letters);
            }
            (_, PartKind::Surname) => {
                candidate.source = Source::NameParts;
                candidate.surname = UNLISTED_NAMES * parts.p * ending(entry.surname_last(), letters, 5.0) / NAME_PARTS;
            }
            (_, PartKind::Place) => {
                candidate.source = Source::NameParts;
                candidate.place = UNLISTED_NAMES * parts.p * ending(entry.place_last(), letters, 10.0) / NAME_PARTS;
            }
        }
        if genitive {
            candidate.word = 0.0;
            candidate.given_name *= GENITIVES;
            candidate.surname *= GENITIVES;
            candidate.place *= GENITIVES;
        }
        if candidate.commonness() > 0.0 {
            candidate.codes = self.out.clone();
            if genitive {
                candidate.codes.push(b's');
            }
            self.found.push(candidate);
        }
    }
}

/// Names end in a short part only where many do: *-by*, *-ås*; in three letters, where at least so many do.
fn ending(n: f64, letters: usize, three: f64) -> f64 {
    let needed = match letters {
        0..=1 => return 0.0,
        2 => 20.0,
        3 => three,
        _ => 0.0,
    };
    if n < needed { 0.0 } else { n }
}
