//! What one pass over a text knows: the text, its engine's habits, and what a first look taught.

use super::candidate::Candidate;
use super::channel::{Channel, Profile};
use super::lexicon::Lexicon;
use super::options::Options;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

/// What a token may have been.
pub type Found = Rc<Vec<Candidate>>;

/// A word that is no term of a document: two in a million and more.
pub const COMMON: f64 = 2e-6;

/// A text with so much fewer misread letters (log10) than an engine leaves has lost its dots and nothing else: then
/// a plain letter tells nothing at all, and the likelier spelling is the better one.
pub const ONLY_DOTS: f64 = 0.5;

/// What a first look at the whole text teaches the second.
#[derive(Default)]
pub struct Taught {
    /// How often the text spells what, as far as that is sure.
    pub spelt: BTreeMap<Vec<u8>, f64>,
    pub total: f64,
    /// What each reading added to that.
    pub by_reading: BTreeMap<String, BTreeMap<Vec<u8>, f64>>,
    /// The readings in small letters, once someone asks.
    pub lower: OnceCell<BTreeSet<String>>,
    /// By how much (log10) letters are misread more seldom here than by the engine that the costs were learned from.
    pub clean: f64,
    /// Whether it is spelt as before 1906.
    pub old: bool,
    /// By how much (log10) å and ä are taken for each other more often here than elsewhere.
    pub rings: f64,
}

impl Taught {
    /// How often the text spells this where something else than this reading was read.
    pub fn elsewhere(&self, read: &str, codes: &[u8]) -> f64 {
        let here = self.by_reading.get(read).and_then(|spelt| spelt.get(codes)).copied().unwrap_or(0.0);
        self.spelt.get(codes).map_or(0.0, |n| n - here)
    }

    /// Whether the text has this spelling as it stands, in capitals or not.
    pub fn is_read_as(&self, surface: &str) -> bool {
        let lower = self.lower.get_or_init(|| self.by_reading.keys().map(|read| read.to_lowercase()).collect());
        lower.contains(&surface.to_lowercase())
    }
}

pub struct Pass<'a> {
    pub lexicon: &'a Lexicon,
    pub options: &'a Options,
    pub text: &'a str,
    pub profile: Profile,
    /// The engine's, until the text shows habits of its own.
    pub channel: Cow<'a, Channel>,
    pub taught: Taught,
    pub found: HashMap<(String, usize, bool, bool), Found>,
}

impl<'a> Pass<'a> {
    pub fn new(lexicon: &'a Lexicon, options: &'a Options, text: &'a str, profile: Profile) -> Self {
        let channel = Cow::Borrowed(lexicon.channel(profile));
        Pass { lexicon, options, text, profile, channel, taught: Taught::default(), found: HashMap::new() }
    }
}

pub fn has_ring(read: &str) -> bool {
    read.contains(['å', 'ä', 'Å', 'Ä'])
}
