//! What a misread word may have been: a walk through the lexicon's letters with the engine's confusions.
//!
//! The walk follows the transducer of spellings and the characters read at once, pays for each confusion, and
//! starts again at the root where a first part of a compound (or of a name) ends. So compounds are mended part by
//! part by the same rules as listed words. Which candidate fits its neighbours is decided elsewhere.

use super::channel::Channel;
use super::lexicon::{Entry, Lexicon, Neighbour, code, compound, encode, letter, plain};
use std::borrow::Cow;

use fst::raw::Fst;

/// How a spelling came to be a candidate.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// In the user's dictionary.
    User,
    Listed,
    /// A word of another language.
    Foreign,
    Compound,
    /// A listed word as it was once spelt.
    Period,
    /// A name made of parts of names.
    NameParts,
    /// As read; no list knows it.
    Unknown,
}

#[derive(Clone, Debug)]
pub struct Candidate {
    /// Codes in lower case.
    pub codes: Vec<u8>,
    /// As its neighbours see it; set when all candidates are known.
    pub neighbour: Neighbour,
    /// Whether the print begins with a capital.
    pub capital: bool,
    /// −log10 of how likely this print is read as it was.
    pub cost: f32,
    pub source: Source,
    /// Probabilities among words, given names, surnames and places.
    pub word: f64,
    pub given_name: f64,
    pub surname: f64,
    pub place: f64,
    /// Where the end of the line divides it, in codes.
    pub mark: Option<usize>,
    /// As read, letter for letter.
    pub is_read: bool,
    /// Differs from what was read by dots, rings and accents at most.
    pub dots_only: bool,
    /// How likely (log10) its letters are, where no list holds it.
    pub spelling: f64,
}

impl Candidate {
    /// How common it is, as anything.
    pub fn commonness(&self) -> f64 {
        self.word + 0.02 * (self.given_name + self.surname + self.place)
    }

    /// Written as a name, and known as one.
    pub fn is_surely_name(&self) -> bool {
        self.capital && self.given_name + self.surname + self.place > 10.0 * self.word
    }

    fn be_of_user(&mut self, weight: f64) {
        self.source = Source::User;
        self.word = self.word.max(weight);
        (self.given_name, self.surname, self.place) = (0.0, 0.0, 0.0);
    }

    /// How common it is though no list holds it.
    pub fn unlisted(&self) -> f64 {
        if self.source == Source::Unknown { 10f64.powf(self.spelling - 2.0) } else { 0.0 }
    }

    /// The spelling without dots, rings and accents.
    pub fn without_dots(&self) -> Vec<u8> {
        self.codes.iter().map(|code| plain(*code)).collect()
    }

    /// The spelling with the capitals that were printed.
    pub fn surface(&self, upper: bool) -> String {
        let mut out = String::with_capacity(self.codes.len() + 2);
        for (i, code) in self.codes.iter().enumerate() {
            let c = letter(*code);
            if upper || (i == 0 && self.capital) { out.extend(c.to_uppercase()) } else { out.push(c) }
        }
        out
    }
}

/// A word in lower case as codes without dots, rings and accents.
pub fn without_dots(lower: &str) -> Option<Vec<u8>> {
    encode(lower).map(|codes| codes.into_iter().map(plain).collect())
}

/// How a word is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Case {
    Lower,
    Title,
    Upper,
}

impl Case {
    /// Digits and marks inside a word have no case; a single capital is a title.
    pub fn of(read: &str) -> Case {
        let (mut upper, mut lower) = (0, 0);
        for c in read.chars().filter(|c| c.is_alphabetic()) {
            if c.is_uppercase() { upper += 1 } else { lower += 1 }
        }
        match read.chars().next() {
            // `é` and other small letters stand for capitals that an engine lacks; one among capitals is no case.
            _ if upper >= 2 && upper >= 3 * lower => Case::Upper,
            Some(c) if c.is_uppercase() => Case::Title,
            _ => Case::Lower,
        }
    }
}

/// Everything that the walk needs to know of the word.
#[derive(Clone, Copy)]
pub struct Query<'a> {
    pub read: &'a [char],
    pub case: Case,
    /// Characters before the end of the line in a divided word.
    pub mark: Option<usize>,
    /// The highest cost that is looked into.
    pub budget: f32,
    /// Whether one letter may be any other.
    pub any_letter: bool,
    pub compounds: bool,
    /// Whether any listed word may begin a compound.
    pub free: bool,
    pub names: bool,
    /// Whether it may be the first part of a compound, standing alone.
    pub part: bool,
}

/// What is bounded so that no word takes long.
const MAX_STEPS: u32 = 20_000;
const MAX_PARTS: u8 = 4;
/// A capital inside a word, as a misread small letter.
const INNER_CAPITAL: f32 = 2.0;
/// A small letter in a word of capitals.
const SMALL_AMONG_CAPITALS: f32 = 1.0;
/// Share of running names that are in no list but made of known parts.
const UNLISTED_NAMES: f64 = 0.1;
const NAME_PARTS: f64 = 1500.0;
/// Share of words that are first parts with a hyphen.
const PARTS_ALONE: f64 = 1e-3;
/// Share of words in other languages, in a text that is Swedish.
const FOREIGN: f64 = 1e-3;
/// What a letter costs (log10) in an unknown word that is most likely a misread one: a digit or mark, a capital
/// after small letters, a letter that Swedish lacks.
const ODD_MARK: f64 = 3.0;
const ODD_CAPITAL: f64 = 2.5;
const ODD_LETTER: f64 = 0.7;
/// Share of a word's occurrences that are spelt as long ago.
const PERIOD: f64 = 1e-3;
/// Share of names that stand in the genitive.
const GENITIVES: f64 = 0.2;

pub fn candidates(lexicon: &Lexicon, channel: &Channel, query: Query) -> Vec<Candidate> {
    let mut found = walk(lexicon.spellings(), channel, query);
    found.extend(of_user(lexicon, channel, query));
    found.sort_by(|a, b| {
        (&a.codes, a.capital)
            .cmp(&(&b.codes, b.capital))
            .then(a.cost.total_cmp(&b.cost))
            .then(a.source.cmp(&b.source))
            .then(b.commonness().total_cmp(&a.commonness()))
    });
    found.dedup_by(|b, a| {
        let same = a.codes == b.codes && a.capital == b.capital;
        if same && a.cost == b.cost && a.source != Source::User {
            // What a list says of it stands beside what its parts say.
            a.source = a.source.min(b.source);
            a.word = a.word.max(b.word);
            a.given_name = a.given_name.max(b.given_name);
            a.surname = a.surname.max(b.surname);
            a.place = a.place.max(b.place);
        }
        same
    });
    found
}

/// Those of the user's dictionary: whole words, written as they are there.
pub fn of_user(lexicon: &Lexicon, channel: &Channel, query: Query) -> Vec<Candidate> {
    let Some(user) = lexicon.user() else { return Vec::new() };
    let upper = query.case == Case::Upper;
    let mut found = walk(user.spellings(), channel, Query { compounds: false, names: false, ..query });
    found.retain(|candidate| {
        let surface = candidate.surface(upper);
        user.holds(&surface) && !user.is_never(&surface)
    });
    for candidate in &mut found {
        candidate.be_of_user(user.weight());
    }
    found
}

fn walk(fst: &Fst<Cow<'static, [u8]>>, channel: &Channel, query: Query) -> Vec<Candidate> {
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
            self.print(state, &[], 1, self.channel.other, state.capital, false);
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

fn put_entry(candidate: &mut Candidate, entry: Entry) {
    candidate.word = entry.word() / 1e9;
    candidate.given_name = entry.given_name() / 1e7;
    candidate.surname = entry.surname() / 1e7;
    candidate.place = entry.place() / 1e7;
}

/// The word as it was read, with what the lists say of it.
pub fn as_read(lexicon: &Lexicon, read: &str, mark: Option<usize>) -> Candidate {
    let lower: String = read.chars().flat_map(char::to_lowercase).collect();
    // A letter that no list holds is as strange to every spelling as a mark.
    let codes: Vec<u8> = lower.chars().map(|c| code(c).unwrap_or(b'?')).collect();
    let mut candidate = Candidate {
        neighbour: Neighbour::default(),
        capital: read.chars().next().is_some_and(char::is_uppercase),
        cost: 0.0,
        source: Source::Listed,
        word: 0.0,
        given_name: 0.0,
        surname: 0.0,
        place: 0.0,
        mark,
        is_read: true,
        dots_only: true,
        spelling: 0.0,
        codes,
    };
    if let Some(user) = lexicon.user().filter(|user| user.holds(read)) {
        let entry = lexicon.entry_of(&candidate.codes);
        put_entry(&mut candidate, entry);
        candidate.be_of_user(user.weight());
        return candidate;
    }
    if has_inner_capital(read) {
        // No list spells it so, whatever it says of the small letters.
        candidate.source = Source::Unknown;
        candidate.spelling = lexicon.spelling(&candidate.codes) - oddity(read);
        return candidate;
    }
    let entry = lexicon.entry_of(&candidate.codes);
    put_entry(&mut candidate, entry);
    if candidate.commonness() == 0.0 {
        // A genitive of a name that the lists hold in its other form.
        if let Some(name) = candidate.codes.strip_suffix(b"s").filter(|name| name.len() > 2) {
            let entry = lexicon.entry_of(name);
            candidate.given_name = GENITIVES * entry.given_name() / 1e7;
            candidate.surname = GENITIVES * entry.surname() / 1e7;
            candidate.place = GENITIVES * entry.place() / 1e7;
        }
    }
    if candidate.commonness() == 0.0 {
        candidate.word = FOREIGN * lexicon.foreign(&candidate.codes) / 1e9;
        if candidate.word > 0.0 {
            candidate.source = Source::Foreign;
        }
    }
    if candidate.commonness() == 0.0 {
        match lexicon.compound(&candidate.codes) {
            Some(compound) => {
                (candidate.source, candidate.word) = (Source::Compound, compound.frequency / 1e9);
            }
            None => match super::period::of_today(lexicon, &lower) {
                Some(count) => (candidate.source, candidate.word) = (Source::Period, PERIOD * count / 1e9),
                None => {
                    candidate.source = Source::Unknown;
                    candidate.spelling = lexicon.spelling(&candidate.codes) - oddity(read);
                }
            },
        }
    }
    candidate
}

/// What it costs to doubt a letter that is printed in names.
const PRINTED_SO: f32 = 2.0;
/// Rules this cheap are what mostly becomes of a letter.
const USUAL: f32 = 1.5;

/// The word with its digits, marks and letters that Swedish lacks replaced by what is mostly read so: what an
/// unlisted name may have been.
pub fn odd_letters_replaced(lexicon: &Lexicon, channel: &Channel, query: &Query) -> Vec<Candidate> {
    let mut out = vec![(Vec::new(), 0.0f32, None)];
    let (mut at, mut changed) = (0, false);
    while at < query.read.len() {
        let c = query.read[at];
        let odd = c.is_ascii_digit()
            || c == 'é'
            || (!c.is_alphabetic() && c != '\'')
            || (at > 0 && c.is_uppercase() && query.case != Case::Upper);
        let rest = &query.read[at..];
        let rule = channel.rules(c).iter().filter(|r| odd && r.cost < USUAL && rest.starts_with(&r.read));
        let rule =
            rule.filter(|r| r.capital == Some(query.case == Case::Upper)).min_by(|a, b| a.cost.total_cmp(&b.cost));
        let (printed, n) = match rule {
            Some(rule) => {
                changed = true;
                // Names do hold an é; digits they do not.
                let doubt = if c == 'é' { PRINTED_SO } else { 0.0 };
                out.iter_mut().for_each(|(_, cost, _)| *cost += rule.cost + doubt);
                (rule.printed.clone(), rule.read.len())
            }
            None => match c.to_lowercase().next().and_then(super::lexicon::code) {
                Some(code) if !odd || c == 'é' => (vec![code], 1),
                _ => return Vec::new(),
            },
        };
        for (codes, _, mark) in &mut out {
            codes.extend_from_slice(&printed);
            if Some(at + n) == query.mark {
                *mark = Some(codes.len());
            }
        }
        at += n;
    }
    if !changed {
        return Vec::new();
    }
    out.into_iter()
        .map(|(codes, cost, mark): (Vec<u8>, f32, Option<usize>)| Candidate {
            neighbour: Neighbour::default(),
            capital: query.case != Case::Lower,
            cost,
            source: Source::Unknown,
            word: 0.0,
            given_name: 0.0,
            surname: 0.0,
            place: 0.0,
            mark,
            is_read: false,
            dots_only: false,
            spelling: lexicon.spelling(&codes),
            codes,
        })
        .collect()
}

/// Whether a capital stands among small letters, as in `RAdet` and `McDonald`.
pub fn has_inner_capital(read: &str) -> bool {
    Case::of(read) != Case::Upper && read.chars().skip(1).any(char::is_uppercase)
}

/// Whether a letter stands in it that neither Swedish nor the names in Sweden have.
pub fn has_strange_letter(read: &str) -> bool {
    read.chars().any(|c| c.is_alphabetic() && c.to_lowercase().next().is_none_or(|c| code(c).is_none()))
}

/// How much (log10) an unknown spelling looks misread.
fn oddity(read: &str) -> f64 {
    let all_capitals = Case::of(read) == Case::Upper;
    let mut sum = 0.0;
    let mut after_any = false;
    for c in read.chars() {
        sum += match c {
            'a'..='z' | 'å' | 'ä' | 'ö' | 'é' | '\'' | '’' => 0.0,
            _ if c.is_uppercase() => {
                if after_any && !all_capitals {
                    ODD_CAPITAL
                } else {
                    0.0
                }
            }
            _ if c.is_alphabetic() && code(c).is_some() => ODD_LETTER,
            _ => ODD_MARK,
        };
        after_any = true;
    }
    sum
}
