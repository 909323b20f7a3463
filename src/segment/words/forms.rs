//! The words of minutes as data: `dictionaries/forms/*.tsv`, and what a user adds to them.
//!
//! A class is named `file.class`, such as `labels.present`, and holds forms. Code names classes and never lists words.

use std::collections::{HashMap, HashSet};
use std::ops::Deref;
use std::sync::{LazyLock, OnceLock};

type Classes = HashMap<String, Vec<String>>;

/// What a user adds, by class.
static ADDED: OnceLock<Classes> = OnceLock::new();

/// The tables of the project as `build.rs` packs them.
const BUILT_IN: &str = include_str!(concat!(env!("OUT_DIR"), "/forms.tsv"));

static TABLE: LazyLock<Classes> = LazyLock::new(|| {
    let mut table = Classes::new();
    for (class, form) in rows(BUILT_IN) {
        table.entry(class.to_owned()).or_default().push(form.to_owned());
    }
    for (class, forms) in ADDED.get_or_init(Classes::new) {
        let known = table.entry(class.clone()).or_default();
        for form in forms {
            if !known.contains(form) {
                known.push(form.clone());
            }
        }
    }
    table
});

/// The rows of a table without its comments: what stands before the first tab, and behind it.
pub fn rows(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}

/// The forms of a class, in the table's order. A class that no table has is empty; the tests hold every class that the
/// code names against the tables.
pub fn of(class: &str) -> &'static [String] {
    TABLE.get(class).map_or(&[], Vec::as_slice)
}

/// The forms of all classes whose names begin alike.
pub fn of_all(start: &str) -> Vec<&'static String> {
    TABLE.iter().filter(|(class, _)| class.starts_with(start)).flat_map(|(_, forms)| forms).collect()
}

/// The classes of a file, without its name, each with each of its forms.
pub fn of_file(file: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let own = TABLE.iter().filter_map(move |(class, forms)| {
        let (stem, class) = class.split_once('.')?;
        (stem == file).then_some((class, forms))
    });
    own.flat_map(|(class, forms)| forms.iter().map(move |form| (class, form.as_str())))
}

/// A class of words that code asks for by name.
pub struct Words {
    class: &'static str,
    forms: OnceLock<Vec<&'static str>>,
}

impl Words {
    /// The words of `file.class`.
    pub const fn new(class: &'static str) -> Self {
        Words { class, forms: OnceLock::new() }
    }

    /// Whether a text is one of them.
    pub fn has(&self, text: &str) -> bool {
        self.contains(&text)
    }

    /// Whether one of them stands anywhere in a text.
    pub fn within(&self, text: &str) -> bool {
        self.iter().any(|form| text.contains(form))
    }

    /// Whether a text begins with one of them.
    pub fn begin(&self, text: &str) -> bool {
        self.iter().any(|form| text.starts_with(form))
    }

    /// Whether a text ends with one of them.
    pub fn end(&self, text: &str) -> bool {
        self.iter().any(|form| text.ends_with(form))
    }
}

impl Deref for Words {
    type Target = [&'static str];

    fn deref(&self) -> &Self::Target {
        self.forms.get_or_init(|| of(self.class).iter().map(String::as_str).collect())
    }
}

/// A user's forms, checked.
#[derive(Clone, Debug, Default)]
pub struct UserForms(Classes);

impl UserForms {
    /// Reads a table of a row each: `file.class`, tab, form; what begins with `#` is a comment.
    ///
    /// # Errors
    ///
    /// A row without a tab or form, or a class that no table has, each with its line.
    pub fn read(&mut self, text: &str) -> Result<(), String> {
        let known: HashSet<&str> = rows(BUILT_IN).map(|(class, _)| class).collect();
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
        {
            let (class, form) = line.split_once('\t').ok_or_else(|| format!("line {}: no tab", at + 1))?;
            if !known.contains(class) {
                return Err(format!("line {}: there is no class \u{201c}{class}\u{201d}", at + 1));
            }
            if form.trim().is_empty() {
                return Err(format!("line {}: no form", at + 1));
            }
            // Texts are held against forms in small letters.
            self.0.entry(class.to_owned()).or_default().push(form.trim().to_lowercase());
        }
        Ok(())
    }

    /// Lets the forms count for the whole process, from now on. It must be said before the first document is read.
    ///
    /// # Errors
    ///
    /// Forms were added before, or a document was read.
    pub fn add(self) -> Result<(), String> {
        ADDED.set(self.0).map_err(|_| "forms can be added once, before the first document is read".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_hold_their_forms() {
        assert!(of("labels.present").iter().any(|form| form == "närvarande"));
        assert!(of("labels.nothing").is_empty());
        static ENDINGS: Words = Words::new("bodies.endings");
        assert!(ENDINGS.end("kommunstyrelsen") && ENDINGS.has("nämnden") && !ENDINGS.has("kommunstyrelsen"));
    }

    #[test]
    fn a_table_that_cannot_be_added_says_where() {
        let read = |text: &str| UserForms::default().read(text);
        assert_eq!(read("labels.present deltog"), Err("line 1: no tab".to_owned()));
        let gone = "line 2: there is no class \u{201c}labels.gone\u{201d}".to_owned();
        assert_eq!(read("# mine\nlabels.gone\tx"), Err(gone));
        assert_eq!(read("labels.present\t "), Err("line 1: no form".to_owned()));
        assert_eq!(read("labels.present\tPå plats\n\n"), Ok(()));
    }
}
