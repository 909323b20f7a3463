//! The words of minutes as data: `dictionaries/forms/*.tsv`, and what a user adds to them.
//!
//! A class is named `file.class`, such as `labels.present`, and holds forms. Code names classes and never lists words.

use std::collections::HashMap;
use std::ops::Deref;
use std::sync::{LazyLock, OnceLock};

type Classes = HashMap<String, Vec<String>>;

/// What a user adds, by class.
static ADDED: OnceLock<Classes> = OnceLock::new();

static TABLE: LazyLock<Classes> = LazyLock::new(|| {
    let mut table = Classes::new();
    for (class, form) in rows(include_str!(concat!(env!("OUT_DIR"), "/forms.tsv"))) {
        table.entry(class.to_owned()).or_default().push(form.to_owned());
    }
    for (class, forms) in ADDED.get_or_init(Classes::new) {
        let known = table.entry(class.clone()).or_default();
        forms.iter().filter(|form| !known.contains(form)).cloned().collect::<Vec<_>>().into_iter().for_each(|form| {
            known.push(form);
        });
    }
    table
});

fn rows(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}

/// The forms of a class, in the table's order. A class that no table has is empty; the tests hold every class that the
/// code names against the tables.
pub fn of(class: &str) -> &'static [String] {
    TABLE.get(class).map_or(&[], Vec::as_slice)
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

/// Adds a user's forms, a row each: `file.class`, tab, form. They count for the whole process and must be there before
/// the first document is read.
///
/// # Errors
///
/// A row without a tab, a class that no table has, or a call after the tables were used; each says its line.
pub fn add(text: &str) -> Result<(), String> {
    let mut added = Classes::new();
    let known: std::collections::HashSet<&str> =
        rows(include_str!(concat!(env!("OUT_DIR"), "/forms.tsv"))).map(|(class, _)| class).collect();
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#')) {
        let (class, form) = line.split_once('\t').ok_or_else(|| format!("line {}: no tab", at + 1))?;
        if !known.contains(class) {
            return Err(format!("line {}: there is no class \u{201c}{class}\u{201d}", at + 1));
        }
        if form.trim().is_empty() {
            return Err(format!("line {}: no form", at + 1));
        }
        added.entry(class.to_owned()).or_default().push(form.trim().to_owned());
    }
    ADDED.set(added).map_err(|_| "forms were added or used before".to_owned())
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
        assert_eq!(add("labels.present deltog"), Err("line 1: no tab".to_owned()));
        assert_eq!(
            add("# mine\nlabels.gone\tx"),
            Err("line 2: there is no class \u{201c}labels.gone\u{201d}".to_owned())
        );
    }
}
