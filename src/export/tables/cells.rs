//! What stands in a cell.

use crate::emit::wire;
use jiff::civil::Date;
use std::fmt::{self, Write as _};

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Text,
    Int,
    Real,
    Bool,
    Date,
}

/// What stands in one row of it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Value<'r> {
    Null,
    Text(&'r str),
    Int(i64),
    Real(f64),
    Bool(bool),
    Date(Date),
}

/// The same as it is kept: letters stand with those of all rows, so that a row is not a hundred pieces of memory.
#[derive(Clone, Copy, Debug)]
pub enum Kept {
    Null,
    Text { start: usize, end: usize },
    Int(i64),
    Real(f64),
    Bool(bool),
    Date(Date),
}

impl Kept {
    pub fn value(self, letters: &str) -> Value<'_> {
        match self {
            Kept::Null => Value::Null,
            Kept::Text { start, end } => Value::Text(letters.get(start..end).unwrap_or_default()),
            Kept::Int(number) => Value::Int(number),
            Kept::Real(number) => Value::Real(number),
            Kept::Bool(is) => Value::Bool(is),
            Kept::Date(day) => Value::Date(day),
        }
    }
}

/// A type of the documents that fits into a cell.
pub trait Cell {
    const KIND: Kind;
    const IS_NULLABLE: bool = false;

    /// Its letters are added to those of all rows.
    fn keep(&self, letters: &mut String) -> Kept;
}

/// Adds what `write` writes.
fn text(letters: &mut String, write: impl FnOnce(&mut String)) -> Kept {
    let start = letters.len();
    write(letters);
    Kept::Text { start, end: letters.len() }
}

impl<C: Cell> Cell for Option<C> {
    const KIND: Kind = C::KIND;
    const IS_NULLABLE: bool = true;

    fn keep(&self, letters: &mut String) -> Kept {
        self.as_ref().map_or(Kept::Null, |cell| cell.keep(letters))
    }
}

impl<C: Cell + ?Sized> Cell for &C {
    const KIND: Kind = C::KIND;
    const IS_NULLABLE: bool = C::IS_NULLABLE;

    fn keep(&self, letters: &mut String) -> Kept {
        C::keep(self, letters)
    }
}

impl Cell for str {
    const KIND: Kind = Kind::Text;

    fn keep(&self, letters: &mut String) -> Kept {
        text(letters, |letters| letters.push_str(self))
    }
}

impl Cell for String {
    const KIND: Kind = Kind::Text;

    fn keep(&self, letters: &mut String) -> Kept {
        self.as_str().keep(letters)
    }
}

/// A text that is put together.
impl Cell for fmt::Arguments<'_> {
    const KIND: Kind = Kind::Text;

    fn keep(&self, letters: &mut String) -> Kept {
        text(letters, |letters| {
            // Writing into a text cannot fail.
            let _ = letters.write_fmt(*self);
        })
    }
}

impl Cell for bool {
    const KIND: Kind = Kind::Bool;

    fn keep(&self, _: &mut String) -> Kept {
        Kept::Bool(*self)
    }
}

impl Cell for f64 {
    const KIND: Kind = Kind::Real;

    fn keep(&self, _: &mut String) -> Kept {
        Kept::Real(*self)
    }
}

impl Cell for Date {
    const KIND: Kind = Kind::Date;

    fn keep(&self, _: &mut String) -> Kept {
        Kept::Date(*self)
    }
}

macro_rules! numbers {
    ($($number:ty)+) => {$(
        impl Cell for $number {
            const KIND: Kind = Kind::Int;

            fn keep(&self, _: &mut String) -> Kept {
                Kept::Int(i64::try_from(*self).unwrap_or(i64::MAX))
            }
        }
    )+};
}

numbers!(i32 u32 u64 usize);

macro_rules! words {
    ($($list:ident)+) => {$(
        impl Cell for wire::$list {
            const KIND: Kind = Kind::Text;

            fn keep(&self, letters: &mut String) -> Kept {
                self.as_str().keep(letters)
            }
        }
    )+};
}

words!(Edition Status DocumentKind EvidenceState Category AttendeeRole SignatureRole SectionKind Outcome BallotVote);
words!(PageStatus TextSource Reason Certainty WarningCode SensitiveKind);

/// `1-3,7`
impl Cell for Vec<wire::ParagraphRange> {
    const KIND: Kind = Kind::Text;

    fn keep(&self, letters: &mut String) -> Kept {
        let range = |[first, last]: &wire::ParagraphRange| match first == last {
            true => first.to_string(),
            false => format!("{first}-{last}"),
        };
        self.iter().map(range).collect::<Vec<_>>().join(",").keep(letters)
    }
}

/// `18:00-18:30,19:15-`
impl Cell for Vec<wire::Interval> {
    const KIND: Kind = Kind::Text;

    fn keep(&self, letters: &mut String) -> Kept {
        let side = |time: &Option<String>| time.clone().unwrap_or_default();
        let interval = |times: &wire::Interval| format!("{}-{}", side(&times.start), side(&times.end));
        self.iter().map(interval).collect::<Vec<_>>().join(",").keep(letters)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_text() {
        fn told(cell: &impl Cell) -> Option<String> {
            let mut letters = "before".to_owned();
            match cell.keep(&mut letters).value(&letters) {
                Value::Text(text) => Some(text.to_owned()),
                _ => None,
            }
        }
        assert_eq!(told(&Some(vec![[1, 3], [7, 7]])).unwrap(), "1-3,7");
        assert_eq!(told(&None::<Vec<wire::ParagraphRange>>), None);
        let interval = |start: Option<&str>, end: Option<&str>| wire::Interval {
            start: start.map(Into::into),
            end: end.map(Into::into),
        };
        let times = vec![interval(Some("18:00"), Some("18:30")), interval(Some("19:15"), None)];
        assert_eq!(told(&times).unwrap(), "18:00-18:30,19:15-");
    }
}
