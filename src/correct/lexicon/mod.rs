//! The words, names and places that correction and segmentation know.
//!
//! [`Lexicon::builtin`] is `dictionaries/`, packed by the build script and embedded: it is read where it lies, so
//! loading costs next to nothing. [`Lexicon::from_tables`] packs text on the spot, which lets a test have a lexicon
//! of five words. Which reading is the right one is left to the rest of [`crate::correct`].

pub(crate) mod compound;
mod entry;
pub(super) mod pack;
mod sequences;
mod transducer;
mod user;

pub use entry::Entry;
pub use pack::{Tables, code, count_of, encode, hash, join, letter, plain};
use sequences::HashTable;
pub use sequences::{Neighbour, Sequences};
use transducer::empty_fst;
use user::UserWords;
pub use user::{BadLine, UserDictionary};

use crate::correct::channel::{Channel, Profile};
use crate::hash::hex;
use fst::raw::Fst;
use sha2::Digest;
use std::borrow::Cow;
use std::sync::OnceLock;

static BUILTIN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));
static BUILTIN_SHA256: &str = include_str!(concat!(env!("OUT_DIR"), "/lexicon.sha256"));

/// Words, names, places and how words follow each other.
pub struct Lexicon {
    spellings: Fst<Cow<'static, [u8]>>,
    foreign: Fst<Cow<'static, [u8]>>,
    sequences: Sequences,
    letters: Cow<'static, [u8]>,
    confusions: Cow<'static, str>,
    /// Made of the confusions when they are first needed: for texts with their dots, and without.
    channels: [OnceLock<Channel>; 2],
    user: Option<Box<UserWords>>,
    sha256: String,
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.debug_struct("Lexicon").field("spellings", &self.spellings.len()).field("sha256", &self.sha256).finish()
    }
}

impl Lexicon {
    /// The lexicon of `dictionaries/`, packed at compile time.
    pub fn builtin() -> Self {
        Lexicon::unpack(Cow::Borrowed(BUILTIN), BUILTIN_SHA256.to_owned())
    }

    /// A lexicon of the tables given, packed now.
    ///
    /// ```
    /// use paragraf::correct::lexicon::{Lexicon, Tables};
    /// let lexicon = Lexicon::from_tables(&Tables { words: &["nämnd\t900\n"], given_names: "Åsa\t70000\n", ..Tables::default() });
    /// assert!(lexicon.is_word("Nämnd") && lexicon.is_given_name("Åsa") && !lexicon.is_word("Åsa"));
    /// ```
    pub fn from_tables(tables: &Tables) -> Self {
        let packed = pack::pack(tables);
        let sha256 = hex(&sha2::Sha256::digest(&packed));
        Lexicon::unpack(Cow::Owned(packed), sha256)
    }

    fn unpack(packed: Cow<'static, [u8]>, sha256: String) -> Self {
        // What does not unpack is read as empty; the packer and this function are tested against each other.
        let head = pack::MAGIC.len() + 4 * pack::N_SECTIONS;
        let mut sections: [Cow<'static, [u8]>; pack::N_SECTIONS] = Default::default();
        let mut at = head;
        for (i, section) in sections.iter_mut().enumerate() {
            let from = pack::MAGIC.len() + 4 * i;
            let length =
                packed.get(from..from + 4).and_then(|b| b.try_into().ok()).map_or(0, u32::from_le_bytes) as usize;
            *section = match &packed {
                Cow::Borrowed(bytes) => Cow::Borrowed(bytes.get(at..at + length).unwrap_or(&[])),
                Cow::Owned(bytes) => Cow::Owned(bytes.get(at..at + length).unwrap_or(&[]).to_vec()),
            };
            at += length;
        }
        let [spellings, foreign, histories, pairs, triples, letters, confusions, contexts] = sections;
        let confusions = match confusions {
            Cow::Borrowed(bytes) => String::from_utf8_lossy(bytes),
            Cow::Owned(bytes) => Cow::Owned(String::from_utf8_lossy(&bytes).into_owned()),
        };
        let spellings = Fst::new(spellings).unwrap_or_else(|_| empty_fst());
        let foreign = Fst::new(foreign).unwrap_or_else(|_| empty_fst());
        let [histories, pairs, triples, contexts] = [histories, pairs, triples, contexts].map(HashTable::new);
        let sequences = Sequences::new(histories, pairs, triples, contexts);
        Lexicon { spellings, foreign, sequences, letters, confusions, channels: Default::default(), user: None, sha256 }
    }

    /// The same with words of the user's own. Its hash tells of them too.
    pub fn with_user(mut self, user: &UserDictionary) -> Self {
        if !user.is_empty() {
            let user = UserWords::new(user);
            self.sha256 = hex(&sha2::Sha256::digest(format!("{}\n{}\n", self.sha256, user.sha256())));
            self.user = Some(Box::new(user));
        }
        self
    }

    /// The user's own words, if there are any.
    pub fn user(&self) -> Option<&UserWords> {
        self.user.as_deref()
    }

    /// What the lists say of a spelling, in any case. Compounds that no list holds are not looked for.
    pub fn entry(&self, word: &str) -> Entry {
        encode(word).map(|word| self.entry_of(&word)).unwrap_or_default()
    }

    /// The same for the codes of a word in lower case.
    pub fn entry_of(&self, word: &[u8]) -> Entry {
        let entry = Entry(self.spellings.get(word).map_or(0, |value| value.value()));
        self.user().map_or(entry, |user| entry.with_counts_of(user.entry_of(word)))
    }

    /// Whether it is a Swedish word in some form, in any case: one of the lists or a compound of known parts.
    /// Names are no words.
    pub fn is_word(&self, word: &str) -> bool {
        self.frequency(word) > 0.0
    }

    /// Occurrences in a billion words; an estimate from the parts where a compound is in no list.
    pub fn frequency(&self, word: &str) -> f64 {
        let Some(codes) = encode(word).filter(|codes| !codes.is_empty()) else {
            return 0.0;
        };
        let listed = self.entry_of(&codes).word();
        if listed > 0.0 { listed } else { self.compound(&codes).map_or(0.0, |compound| compound.frequency) }
    }

    /// A given name in Sweden, or two joined by a hyphen; in any case.
    pub fn is_given_name(&self, name: &str) -> bool {
        !name.is_empty() && name.split('-').all(|part| self.entry(part).given_name() > 0.0)
    }

    /// A surname of the lists, or two joined by a hyphen; in any case. Few of all surnames are listed.
    pub fn is_surname(&self, name: &str) -> bool {
        !name.is_empty() && name.split('-').all(|part| self.entry(part).surname() > 0.0)
    }

    /// A municipality, locality, county or other geographical name; in any case. A genitive is one too.
    pub fn is_place(&self, name: &str) -> bool {
        let known = |name: &str| self.entry(name).place() > 0.0;
        known(name) || name.strip_suffix('s').is_some_and(known)
    }

    /// Occurrences of a word of another language in a billion words of that; 0 for none. Codes in lower case.
    pub fn foreign(&self, word: &[u8]) -> f64 {
        self.foreign.get(word).map_or(0.0, |value| count_of(value.value() as u8))
    }

    /// How words follow each other.
    pub fn sequences(&self) -> &Sequences {
        &self.sequences
    }

    /// How likely (log10) the letters of a word follow each other so, whether anyone ever wrote it or not.
    pub fn spelling(&self, word: &[u8]) -> f64 {
        let (mut far, mut near, mut sum) = (0, 0, 0u32);
        for code in word.iter().copied().chain([0]) {
            sum += self.letters.get(pack::letter_index(far, near, code)).copied().unwrap_or(32) as u32;
            (far, near) = (near, code);
        }
        sum as f64 / -32.0
    }

    /// How engines misread texts of a profile.
    pub fn channel(&self, profile: Profile) -> &Channel {
        let [kept, lost] = &self.channels;
        let channel = match profile {
            Profile::Kept => kept,
            Profile::Lost => lost,
        };
        channel.get_or_init(|| Channel::new(&self.confusions, profile))
    }

    /// The transducer of all spellings: codes of [`code`], values of [`Entry`].
    pub(crate) fn spellings(&self) -> &Fst<Cow<'static, [u8]>> {
        &self.spellings
    }

    pub(crate) fn entry_from(value: u64) -> Entry {
        Entry(value)
    }

    /// Counts changes of the packed form and of the sources; the exact content is told by [`Lexicon::sha256`].
    pub fn version(&self) -> &'static str {
        "1"
    }

    /// SHA-256 of the packed data, in hex.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }
}

impl Default for Lexicon {
    fn default() -> Self {
        Lexicon::builtin()
    }
}
