//! What stands in a cell.

use crate::emit::wire;
use jiff::civil::Date;

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
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    Null,
    Text(String),
    Int(i64),
    Real(f64),
    Bool(bool),
    Date(Date),
}

/// A type of the documents that fits into a cell.
pub trait Cell {
    const KIND: Kind;
    const IS_NULLABLE: bool = false;

    fn value(&self) -> Value;
}

impl<C: Cell> Cell for Option<C> {
    const KIND: Kind = C::KIND;
    const IS_NULLABLE: bool = true;

    fn value(&self) -> Value {
        self.as_ref().map_or(Value::Null, C::value)
    }
}

impl<C: Cell + ?Sized> Cell for &C {
    const KIND: Kind = C::KIND;
    const IS_NULLABLE: bool = C::IS_NULLABLE;

    fn value(&self) -> Value {
        C::value(self)
    }
}

impl Cell for str {
    const KIND: Kind = Kind::Text;

    fn value(&self) -> Value {
        Value::Text(self.to_owned())
    }
}

impl Cell for String {
    const KIND: Kind = Kind::Text;

    fn value(&self) -> Value {
        Value::Text(self.clone())
    }
}

impl Cell for bool {
    const KIND: Kind = Kind::Bool;

    fn value(&self) -> Value {
        Value::Bool(*self)
    }
}

impl Cell for f64 {
    const KIND: Kind = Kind::Real;

    fn value(&self) -> Value {
        Value::Real(*self)
    }
}

impl Cell for Date {
    const KIND: Kind = Kind::Date;

    fn value(&self) -> Value {
        Value::Date(*self)
    }
}

macro_rules! numbers {
    ($($number:ty)+) => {$(
        impl Cell for $number {
            const KIND: Kind = Kind::Int;

            fn value(&self) -> Value {
                Value::Int(i64::try_from(*self).unwrap_or(i64::MAX))
            }
        }
    )+};
}

numbers!(i32 u32 u64 usize);

macro_rules! words {
    ($($list:ident)+) => {$(
        impl Cell for wire::$list {
            const KIND: Kind = Kind::Text;

            fn value(&self) -> Value {
                self.as_str().value()
            }
        }
    )+};
}

words!(Edition Status DocumentKind EvidenceState Category AttendeeRole SignatureRole SectionKind Outcome BallotVote);
words!(PageStatus TextSource Reason Certainty WarningCode SensitiveKind);

/// `1-3,7`
impl Cell for Vec<wire::ParagraphRange> {
    const KIND: Kind = Kind::Text;

    fn value(&self) -> Value {
        let range = |[first, last]: &wire::ParagraphRange| match first == last {
            true => first.to_string(),
            false => format!("{first}-{last}"),
        };
        Value::Text(self.iter().map(range).collect::<Vec<_>>().join(","))
    }
}

/// `18:00-18:30,19:15-`
impl Cell for Vec<wire::Interval> {
    const KIND: Kind = Kind::Text;

    fn value(&self) -> Value {
        let side = |time: &Option<String>| time.clone().unwrap_or_default();
        let interval = |times: &wire::Interval| format!("{}-{}", side(&times.start), side(&times.end));
        Value::Text(self.iter().map(interval).collect::<Vec<_>>().join(","))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_text() {
        let text = |text: &str| Value::Text(text.to_owned());
        assert_eq!(Some(vec![[1, 3], [7, 7]]).value(), text("1-3,7"));
        assert_eq!(None::<Vec<wire::ParagraphRange>>.value(), Value::Null);
        let interval = |start: Option<&str>, end: Option<&str>| wire::Interval {
            start: start.map(Into::into),
            end: end.map(Into::into),
        };
        let times = vec![interval(Some("18:00"), Some("18:30")), interval(Some("19:15"), None)];
        assert_eq!(times.value(), text("18:00-18:30,19:15-"));
    }
}
