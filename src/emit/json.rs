//! Documents to bytes and back.

use super::wire::{Document, SCHEMA_VERSION};
use crate::error::{Error, Result};
use serde::Serialize;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::ser::{CharEscape, Formatter};
use std::io::{self, Write};

/// A document as a file: indented, a line break at the end. Lists of plain numbers stay on one line,
/// or boxes and spans would be most of the file's lines.
pub fn to_json(document: &Document) -> String {
    let mut bytes = Vec::new();
    // Writing to memory does not fail.
    write_json(document, &mut bytes).expect("the wire types have a JSON form");
    String::from_utf8(bytes).expect("JSON is UTF-8")
}

/// The same, written as it is made: a document of thousands of pages is never whole in memory.
pub fn write_json(document: &Document, mut out: impl Write) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(&mut out, Indented::default());
    document.serialize(&mut serializer)?;
    out.write_all(b"\n")
}

/// A document on one line, for JSON Lines.
pub fn to_json_line(document: &Document) -> String {
    let mut line = serde_json::to_string(document).expect("the wire types have a JSON form");
    line.push('\n');
    line
}

/// A document from its JSON. Unknown keys are passed over, missing ones count as empty; a document of
/// another major version is refused, since its keys may mean something else.
pub fn read(json: &str) -> Result<Document> {
    let document: Document = serde_json::from_str(json).map_err(|e| Error::Input(format!("not a document: {e}")))?;
    let major = |version: &str| version.split('.').next().map(str::to_owned);
    if !document.schema_version.is_empty() && major(&document.schema_version) != major(SCHEMA_VERSION) {
        return Err(Error::Input(format!(
            "format {} is not known, only {SCHEMA_VERSION}; use a newer paragraf",
            document.schema_version
        )));
    }
    Ok(document)
}

/// A document from a JSON value, whose objects have lost the order of their keys.
pub fn from_value(value: serde_json::Value) -> Result<Document> {
    let mut document: Document =
        serde_json::from_value(value).map_err(|e| Error::Input(format!("not a document: {e}")))?;
    macro_rules! sort {
        ($values:expr) => {
            for value in $values {
                let order = keys(&*value);
                value.evidence.0.sort_by_key(|(key, _)| order.iter().position(|other| other == key));
            }
        };
    }
    sort!([&mut document.meeting]);
    sort!(&mut document.attendees);
    sort!(&mut document.absent);
    sort!(&mut document.signatures);
    sort!(&mut document.adjustments);
    sort!(&mut document.notices);
    sort!(&mut document.items);
    Ok(document)
}

/// An object's keys in their order.
fn keys(object: &impl Serialize) -> Vec<String> {
    struct Keys(Vec<String>);
    impl<'de> Deserialize<'de> for Keys {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
            deserializer.deserialize_map(Keys(Vec::new()))
        }
    }
    impl<'de> Visitor<'de> for Keys {
        type Value = Keys;

        fn expecting(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
            out.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> std::result::Result<Keys, A::Error> {
            while let Some((key, IgnoredAny)) = map.next_entry()? {
                self.0.push(key);
            }
            Ok(self)
        }
    }
    let json = serde_json::to_string(object).unwrap_or_default();
    serde_json::from_str::<Keys>(&json).map_or_else(|_| Vec::new(), |keys| keys.0)
}

/// Two blanks a level, with lists of numbers on one line.
///
/// Whether a list is one of numbers is only known at its first value, so the line break before a
/// value waits until the value shows what it is.
#[derive(Default)]
struct Indented {
    depth: usize,
    /// For each open list or object: whether something was written on a line of its own.
    is_broken: Vec<bool>,
    /// A list's value comes next: whether it is the first.
    waiting: Option<bool>,
}

impl Indented {
    fn new_line<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b"\n")?;
        for _ in 0..self.depth {
            writer.write_all(b"  ")?;
        }
        if let Some(is_broken) = self.is_broken.last_mut() {
            *is_broken = true;
        }
        Ok(())
    }

    fn before_number<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        match self.waiting.take() {
            Some(false) => writer.write_all(b", "),
            _ => Ok(()),
        }
    }

    fn before_other<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        match self.waiting.take() {
            Some(is_first) => {
                if !is_first {
                    writer.write_all(b",")?;
                }
                self.new_line(writer)
            }
            None => Ok(()),
        }
    }

    fn open<W: ?Sized + Write>(&mut self, writer: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.before_other(writer)?;
        self.depth += 1;
        self.is_broken.push(false);
        writer.write_all(bracket)
    }

    fn close<W: ?Sized + Write>(&mut self, writer: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth = self.depth.saturating_sub(1);
        if self.is_broken.pop() == Some(true) {
            // The line belongs to the list that closes, not to the one around it.
            let around = self.is_broken.last().copied();
            self.new_line(writer)?;
            if let (Some(is_broken), Some(around)) = (self.is_broken.last_mut(), around) {
                *is_broken = around;
            }
        }
        writer.write_all(bracket)
    }
}

macro_rules! numbers {
    ($($method:ident: $type:ty),+) => {$(
        fn $method<W: ?Sized + Write>(&mut self, writer: &mut W, value: $type) -> io::Result<()> {
            self.before_number(writer)?;
            serde_json::ser::CompactFormatter.$method(writer, value)
        }
    )+};
}

impl Formatter for Indented {
    numbers!(write_i32: i32, write_i64: i64, write_u32: u32, write_u64: u64, write_f64: f64);

    fn write_null<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.before_other(writer)?;
        writer.write_all(b"null")
    }

    fn write_bool<W: ?Sized + Write>(&mut self, writer: &mut W, value: bool) -> io::Result<()> {
        self.before_other(writer)?;
        writer.write_all(if value { b"true" } else { b"false" })
    }

    fn begin_string<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.before_other(writer)?;
        writer.write_all(b"\"")
    }

    fn write_char_escape<W: ?Sized + Write>(&mut self, writer: &mut W, escape: CharEscape) -> io::Result<()> {
        serde_json::ser::CompactFormatter.write_char_escape(writer, escape)
    }

    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.open(writer, b"[")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, _: &mut W, first: bool) -> io::Result<()> {
        self.waiting = Some(first);
        Ok(())
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"]")
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.open(writer, b"{")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        if !first {
            writer.write_all(b",")?;
        }
        self.new_line(writer)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn indented(value: &serde_json::Value) -> String {
        let mut bytes = Vec::new();
        value.serialize(&mut serde_json::Serializer::with_formatter(&mut bytes, Indented::default())).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn numbers_share_a_line_and_nothing_else_does() {
        let value = serde_json::json!({"a": [1, 2.5], "b": [], "c": {}, "d": ["x", null], "e": [[1, 2], [3, 4]], "f": [{"g": [7]}]});
        let expected = r#"{
  "a": [1, 2.5],
  "b": [],
  "c": {},
  "d": [
    "x",
    null
  ],
  "e": [
    [1, 2],
    [3, 4]
  ],
  "f": [
    {
      "g": [7]
    }
  ]
}"#;
        assert_eq!(indented(&value), expected);
        assert_eq!(serde_json::from_str::<serde_json::Value>(expected).unwrap(), value);
    }

    #[test]
    fn readers_pass_over_what_they_do_not_know() {
        let json =
            r#"{"schema_version": "1.7", "mood": "bright", "status": "half", "items": [{"number": 3, "colour": 1}]}"#;
        let document = read(json).unwrap();
        assert_eq!(document.items[0].number, Some(3));
        assert_eq!(document.status.as_str(), "half");
        assert!(to_json_line(&document).contains(r#""status":"half""#));
    }

    #[test]
    fn another_major_version_is_refused() {
        let error = read(r#"{"schema_version": "2.0"}"#).unwrap_err().to_string();
        assert!(error.contains("2.0"), "{error}");
        assert!(read("{").is_err());
        assert!(read("[1]").is_err());
    }
}
