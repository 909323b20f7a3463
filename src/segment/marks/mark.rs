//! What a stretch of print says at first sight: read when it is first asked for, and never again.

use crate::protocol::SectionKind;
use crate::segment::marks::numbers::{self, Heading};
use crate::segment::words::dates::{self, DateAt};
use crate::segment::words::labels::{self, Label};
use crate::segment::words::names;
use crate::segment::words::tenses;
use std::cell::OnceCell;

/// A text with what all parsers ask of it.
#[derive(Debug, Default)]
pub struct Mark {
    pub text: String,
    label: OnceCell<Option<Label>>,
    label_at_start: OnceCell<Option<(Label, usize)>>,
    bare_label: OnceCell<Option<(Label, usize)>>,
    section: OnceCell<Option<SectionKind>>,
    is_name_line: OnceCell<bool>,
    dates: OnceCell<Vec<DateAt>>,
    readings: OnceCell<Vec<Heading>>,
    has_happened: OnceCell<bool>,
}

impl Mark {
    pub fn new(text: String) -> Self {
        Mark { text, ..Mark::default() }
    }

    /// The label that the text is, as a whole.
    pub fn label(&self) -> Option<Label> {
        *self.label.get_or_init(|| labels::label_of(&self.text))
    }

    /// The label that the text begins with where a colon or figures divide it from its value, and the bytes it takes.
    pub fn label_at_start(&self) -> Option<(Label, usize)> {
        *self.label_at_start.get_or_init(|| match self.label() {
            Some(label) => Some((label, self.text.len())),
            None => labels::divided_label(&self.text),
        })
    }

    /// The same, where the value may follow with nothing between.
    pub fn bare_label(&self) -> Option<(Label, usize)> {
        *self.bare_label.get_or_init(|| self.label_at_start().or_else(|| labels::undivided_label(&self.text)))
    }

    /// The kind of section that the text heads on a line of its own.
    pub fn section(&self) -> Option<SectionKind> {
        *self.section.get_or_init(|| labels::heading_of(&self.text))
    }

    /// Whether it is a name alone, perhaps with party or role.
    pub fn is_name_line(&self) -> bool {
        *self.is_name_line.get_or_init(|| names::is_name_line(&self.text) && self.label().is_none())
    }

    /// The dates that stand in it, from left to right; what their short years mean is for the sheet to say.
    pub fn dates(&self) -> &[DateAt] {
        self.dates.get_or_init(|| dates::dates(&self.text))
    }

    /// Whether it tells what happened.
    pub fn has_happened(&self) -> bool {
        *self.has_happened.get_or_init(|| tenses::has_happened(&self.text))
    }

    /// Every reading of it as the head of an item; the rows are counted by who asks.
    pub fn readings(&self) -> &[Heading] {
        self.readings.get_or_init(|| numbers::readings(&self.text))
    }

    /// Whether it is a strong heading on its own: never a running head.
    pub fn is_strong(&self) -> bool {
        numbers::is_strong(&self.text, self.readings())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_may_follow_the_label() {
        let mark = |text: &str| Mark::new(text.to_owned());
        assert_eq!(mark("Datum: den 16 maj 2017").label_at_start(), Some((Label::Date, 6)));
        assert_eq!(mark("Närvarande: herr Stig Holm").label_at_start(), Some((Label::Present, 12)));
        assert_eq!(mark("Beslutande Anna Berg (S)").label_at_start(), None);
        assert_eq!(mark("Beslutande Anna Berg (S)").bare_label(), Some((Label::Deciding, 10)));
        assert_eq!(mark("Anna Berg (S)").bare_label(), None);
        assert!(mark("Anna Berg (S)").is_name_line() && !mark("Övriga Närvarande").is_name_line());
    }
}
