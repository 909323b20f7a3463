//! Correctors that look at one word at a time: the most frequent word with the same letters, SymSpell and Hunspell.
//! They get the frequency list that `paragraf` itself is built from.

pub use paragraf::correct::explain::strip;
use std::borrow::Cow;
use std::collections::HashMap;
use std::path::Path;
use std::sync::LazyLock;
use symspell::{SymSpell, SymSpellBuilder, UnicodeStringStrategy, Verbosity};

/// The project's folder.
pub fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// Words in small letters with occurrences in a billion: all lists of `dictionaries/`, names and places among them.
pub fn frequencies() -> Result<HashMap<String, f64>, String> {
    let mut counts: HashMap<String, f64> = HashMap::new();
    // Names are given in bearers, places in inhabitants; they are taken for as frequent as correction takes them.
    for (file, scale) in [
        ("words", 1.0),
        ("terms", 1.0),
        ("period-words", 1.0),
        ("inflections", 1.0),
        ("proper-nouns", 1.0),
        ("given-names", 3.0),
        ("surnames", 3.0),
        ("places", 2.0),
    ] {
        let path = root().join(format!("dictionaries/{file}.tsv"));
        let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let mut columns = line.split('\t');
            let word = columns.next().unwrap_or("").to_lowercase();
            let count: f64 = columns.next().and_then(|count| count.parse().ok()).unwrap_or(1.0);
            let known = counts.entry(word).or_default();
            *known = known.max(scale * count);
        }
    }
    Ok(counts)
}

/// Corrects each word of a text by itself. Capitals stay as they were.
pub fn correct_words(text: &str, mut correct: impl FnMut(&str) -> Option<String>) -> String {
    static WORD: LazyLock<Option<regex::Regex>> = LazyLock::new(|| regex::Regex::new(r"[\p{L}\p{N}&@$]{2,40}").ok());
    let Some(pattern) = WORD.as_ref() else { return text.to_owned() };
    let replaced = pattern.replace_all(text, |found: &regex::Captures| {
        let word = &found[0];
        let n_letters = word.chars().filter(|c| c.is_alphabetic()).count();
        if 2 * n_letters < word.chars().count() {
            return word.to_owned();
        }
        let corrected = correct(&word.to_lowercase());
        corrected.map_or_else(|| word.to_owned(), |corrected| with_capitals_of(word, &corrected))
    });
    Cow::into_owned(replaced)
}

fn with_capitals_of(word: &str, corrected: &str) -> String {
    let (n_upper, n_lower) = word.chars().fold((0, 0), |(upper, lower), c| {
        (upper + usize::from(c.is_uppercase()), lower + usize::from(c.is_lowercase()))
    });
    if n_upper > 1 && n_upper > n_lower {
        return corrected.to_uppercase();
    }
    let mut letters = corrected.chars();
    match letters.next() {
        Some(first) if word.starts_with(char::is_uppercase) => first.to_uppercase().chain(letters).collect(),
        _ => corrected.to_owned(),
    }
}

/// The most frequent word among those with the same letters but for dots, rings and accents.
pub struct Unigrams {
    best: HashMap<String, (String, f64)>,
}

impl Unigrams {
    pub fn new(frequencies: &HashMap<String, f64>) -> Self {
        let mut best: HashMap<String, (String, f64)> = HashMap::new();
        for (word, count) in frequencies {
            let known = best.entry(strip(word)).or_default();
            if (*count, word) > (known.1, &known.0) {
                *known = (word.clone(), *count);
            }
        }
        Unigrams { best }
    }

    pub fn word(&self, word: &str) -> Option<String> {
        self.best.get(word).map(|(best, _)| best.clone())
    }
}

/// SymSpell with an edit distance of two, its default.
pub fn symspell(frequencies: &HashMap<String, f64>) -> Result<SymSpell<UnicodeStringStrategy>, String> {
    let mut symspell: SymSpell<UnicodeStringStrategy> =
        SymSpellBuilder::default().build().map_err(|error| error.to_string())?;
    for (word, count) in frequencies {
        symspell.load_dictionary_line(&format!("{word}\t{}", count.round().max(1.0)), 0, 1, "\t");
    }
    Ok(symspell)
}

pub fn symspell_word(symspell: &SymSpell<UnicodeStringStrategy>, word: &str) -> Option<String> {
    symspell.lookup(word, Verbosity::Top, 2).into_iter().next().map(|found| found.term)
}

/// Hunspell's Swedish dictionary, through `spellbook`.
pub struct Hunspell {
    pub dictionary: spellbook::Dictionary,
    /// Asking for suggestions is slow, and words come again.
    known: HashMap<String, Option<String>>,
}

impl Hunspell {
    /// `path` is the dictionary without `.aff` and `.dic`.
    pub fn open(path: &Path) -> Result<Self, String> {
        let read = |ending: &str| {
            let path = path.with_extension(ending);
            std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
        };
        let dictionary =
            spellbook::Dictionary::new(&read("aff")?, &read("dic")?).map_err(|error| format!("{error:?}"))?;
        Ok(Hunspell { dictionary, known: HashMap::new() })
    }

    /// The first suggestion for a word that the dictionary does not accept.
    pub fn word(&mut self, word: &str) -> Option<String> {
        if let Some(known) = self.known.get(word) {
            return known.clone();
        }
        let mut suggestions = Vec::new();
        if !self.dictionary.check(word) {
            self.dictionary.suggest(word, &mut suggestions);
        }
        let first = suggestions.into_iter().next();
        self.known.insert(word.to_owned(), first.clone());
        first
    }
}
