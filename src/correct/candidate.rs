//! A spelling that a word may have been printed in, and what is asked of the lexicon to find it.

use super::lexicon::{Entry, Neighbour, letter, plain};

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

    pub fn be_of_user(&mut self, weight: f64) {
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

    /// The spelling in small letters.
    pub fn in_small(&self) -> String {
        self.codes.iter().map(|code| letter(*code)).collect()
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

/// Share of names that stand in the genitive.
pub const GENITIVES: f64 = 0.2;

pub fn put_entry(candidate: &mut Candidate, entry: Entry) {
    candidate.word = entry.word() / 1e9;
    candidate.given_name = entry.given_name() / 1e7;
    candidate.surname = entry.surname() / 1e7;
    candidate.place = entry.place() / 1e7;
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

impl<'a> Query<'a> {
    /// Nothing but the word itself: what is looked for besides is set by who asks.
    pub fn new(read: &'a [char], case: Case, mark: Option<usize>) -> Self {
        let (any_letter, compounds, free, names, part) = (false, false, false, false, false);
        Query { read, case, mark, budget: 0.0, any_letter, compounds, free, names, part }
    }
}
