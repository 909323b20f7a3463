//! XML as it is written: indented, and without a character that XML 1.0 forbids.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::borrow::Cow;
use std::fmt::Display;

/// Names with their values.
pub type Attributes<'a> = &'a [(&'a str, &'a dyn Display)];

/// A file of XML that is being written.
pub struct Xml {
    out: Writer<Vec<u8>>,
}

impl Xml {
    pub fn new() -> Xml {
        let mut xml = Xml { out: Writer::new_with_indent(Vec::new(), b' ', 1) };
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml
    }

    pub fn doctype(&mut self, what: &str) {
        self.event(Event::DocType(BytesText::from_escaped(what)));
    }

    pub fn open(&mut self, name: &str, attributes: Attributes<'_>) {
        self.event(Event::Start(start(name, attributes)));
    }

    pub fn close(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    pub fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.event(Event::Empty(start(name, attributes)));
    }

    /// An element that holds nothing but text.
    pub fn text(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.open(name, attributes);
        self.event(Event::Text(BytesText::new(&allowed(text))));
        self.close(name);
    }

    pub fn finish(self) -> Vec<u8> {
        let mut bytes = self.out.into_inner();
        bytes.push(b'\n');
        bytes
    }

    fn event(&mut self, event: Event<'_>) {
        // Into memory, which cannot fail.
        let _ = self.out.write_event(event);
    }
}

fn start<'n>(name: &'n str, attributes: Attributes<'_>) -> BytesStart<'n> {
    let mut start = BytesStart::new(name);
    for (key, value) in attributes {
        let value = value.to_string();
        // A line break in an attribute is read as a blank.
        start.push_attribute((*key, &*allowed(&value).replace(['\t', '\n', '\r'], " ")));
    }
    start
}

/// The beginning of an element with attributes that are texts.
pub fn element<'n>(name: &'n str, attributes: &[(&str, &str)]) -> BytesStart<'n> {
    let mut element = BytesStart::new(name);
    for (key, value) in attributes {
        element.push_attribute((*key, &*allowed(value)));
    }
    element
}

/// A text whose characters XML 1.0 knows; others are U+FFFD.
pub fn allowed(text: &str) -> Cow<'_, str> {
    let is_allowed = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    if text.chars().all(is_allowed) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| if is_allowed(c) { c } else { '\u{fffd}' }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_becomes_legal() {
        assert_eq!(allowed("a\u{1}b\u{fffe}ö𝄞"), "a\u{fffd}b\u{fffd}ö𝄞");
    }

    #[test]
    fn what_xml_forbids_is_not_written() {
        let mut xml = Xml::new();
        xml.open("a", &[("b", &"<\u{1}\n\"&\u{ffff}")]);
        xml.text("c", &[], "<\u{0}&\u{b}å\u{1f600}");
        xml.close("a");
        let text = String::from_utf8(xml.finish()).unwrap();
        let (head, body) = text.split_once('\n').unwrap();
        assert_eq!(head, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        let expected =
            "<a b=\"&lt;\u{fffd} &quot;&amp;\u{fffd}\">\n <c>&lt;\u{fffd}&amp;\u{fffd}å\u{1f600}</c>\n</a>\n";
        assert_eq!(body, expected);
    }
}
