//! XML in memory, with an eId for every element of the text.

use crate::export::xml::{allowed, element};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesText, Event};
use std::collections::HashMap;

/// Elements that stand in running text: no line is broken before them.
const INLINE: [&str; 13] = [
    "date",
    "docDate",
    "docketNumber",
    "docTitle",
    "from",
    "location",
    "organization",
    "outcome",
    "person",
    "quantity",
    "role",
    "signature",
    "vote",
];

pub struct Xml {
    writer: Writer<Vec<u8>>,
    /// The elements that are open, with the eId that those in them begin with.
    open: Vec<(&'static str, String)>,
    /// How many of a kind stand in an element.
    counts: HashMap<String, u32>,
}

impl Default for Xml {
    fn default() -> Self {
        Xml { writer: Writer::new(Vec::new()), open: Vec::new(), counts: HashMap::new() }
    }
}

impl Xml {
    pub fn declaration(&mut self) {
        self.put(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    }

    /// Begins an element of the metadata, or one that has no eId.
    pub fn begin(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        let scope = self.open.last().map(|(_, scope)| scope.clone()).unwrap_or_default();
        self.line(name);
        self.put(Event::Start(element(name, attributes)));
        self.open.push((name, scope));
    }

    /// Begins an element of the text and gives its eId, which is made as the naming convention of Akoma Ntoso asks: of
    /// that of the element around it, its name and its number there.
    pub fn text_element(&mut self, name: &'static str, attributes: &[(&str, &str)]) -> String {
        let scope = self.open.last().map(|(_, scope)| scope.as_str()).unwrap_or_default();
        let short = if name == "debateSection" { "dbsect" } else { name };
        let mut id = if scope.is_empty() { short.to_owned() } else { format!("{scope}__{short}") };
        // What there is one of has no number.
        if !matches!(name, "num" | "heading" | "preface" | "conclusions" | "mainBody" | "from") {
            let count = self.counts.entry(id.clone()).or_default();
            *count += 1;
            id = format!("{id}_{count}");
        }
        self.line(name);
        let attributes: Vec<_> = [("eId", &*id)].into_iter().chain(attributes.iter().copied()).collect();
        self.put(Event::Start(element(name, &attributes)));
        self.open.push((name, id.clone()));
        id
    }

    pub fn end(&mut self) {
        if let Some((name, _)) = self.open.pop() {
            self.put(Event::End(BytesEnd::new(name)));
        }
    }

    pub fn text(&mut self, text: &str) {
        self.put(Event::Text(BytesText::new(&allowed(text))));
    }

    /// An element of the text with nothing but letters in it.
    pub fn leaf(&mut self, name: &'static str, attributes: &[(&str, &str)], text: &str) {
        self.text_element(name, attributes);
        self.text(text);
        self.end();
    }

    /// An element without content.
    pub fn empty(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.line(name);
        self.put(Event::Empty(element(name, attributes)));
    }

    /// What another wrote, put in as it is.
    pub fn raw(&mut self, other: Xml) {
        self.writer.get_mut().extend(other.into_bytes());
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.writer.into_inner()
    }

    fn line(&mut self, name: &str) {
        if !INLINE.contains(&name) {
            self.writer.get_mut().push(b'\n');
        }
    }

    fn put(&mut self, event: Event<'_>) {
        // Writing to memory does not fail.
        let _ = self.writer.write_event(event);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_has_no_place_for_does_not_reach_a_file() {
        let mut xml = Xml::default();
        xml.text_element("p", &[("title", "a\u{0}\"<b")]);
        xml.text("x\u{1f}\u{b}\u{fffe}\u{ffff}&<å\u{10ffff}");
        xml.end();
        let text = String::from_utf8(xml.into_bytes()).unwrap();
        assert_eq!(
            text,
            "\n<p eId=\"p_1\" title=\"a\u{fffd}&quot;&lt;b\">x\u{fffd}\u{fffd}\u{fffd}\u{fffd}&amp;&lt;å\u{10ffff}</p>"
        );
    }

    #[test]
    fn an_eid_tells_where_an_element_stands() {
        let mut xml = Xml::default();
        xml.text_element("debateSection", &[]);
        assert_eq!(xml.text_element("p", &[]), "dbsect_1__p_1");
        xml.end();
        assert_eq!(xml.text_element("p", &[]), "dbsect_1__p_2");
        xml.end();
        assert_eq!(xml.text_element("heading", &[]), "dbsect_1__heading");
        xml.end();
        xml.end();
        assert_eq!(xml.text_element("debateSection", &[]), "dbsect_2");
    }
}
