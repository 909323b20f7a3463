//! Akoma Ntoso: every file is what its schema asks, and tells what its document tells.

use super::{documents, export};
use crate::util::{files, fixtures_run};
use paragraf::emit::wire::{Document, Item};
use quick_xml::events::Event;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// An element with all text below it.
#[derive(Default)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    children: Vec<Element>,
    text: Vec<Piece>,
}

enum Piece {
    Letters(String),
    Child(usize),
}

impl Element {
    fn all(&self) -> Vec<&Element> {
        let below = self.children.iter().flat_map(Element::all);
        std::iter::once(self).chain(below).collect()
    }

    fn named(&self, name: &str) -> Vec<&Element> {
        self.all().into_iter().filter(|one| one.name == name).collect()
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    fn items(&self) -> Vec<&Element> {
        let sections = self.named("debateSection").into_iter();
        sections.filter(|one| one.attribute("name") == Some("item")).collect()
    }

    /// The words in it, without those that are told again and without some elements.
    fn words(&self, without: &[&str], out: &mut Vec<String>) {
        let mut letters = String::new();
        for piece in &self.text {
            match piece {
                Piece::Letters(text) => letters += text,
                Piece::Child(at) => {
                    out.extend(letters.split_whitespace().map(str::to_owned));
                    letters.clear();
                    let child = &self.children[*at];
                    if child.attribute("status") != Some("editorial") && !without.contains(&&*child.name) {
                        child.words(&[], out);
                    }
                }
            }
        }
        out.extend(letters.split_whitespace().map(str::to_owned));
    }
}

fn parsed(path: &Path) -> Element {
    let text = std::fs::read_to_string(path).unwrap();
    let mut reader = quick_xml::Reader::from_str(&text);
    let mut open = vec![Element::default()];
    let element = |start: &quick_xml::events::BytesStart<'_>| Element {
        name: start.name().as_ref().to_owned(),
        attributes: start
            .attributes()
            .map(|attribute| {
                let attribute = attribute.unwrap();
                let value = quick_xml::escape::unescape(&attribute.value).unwrap().into_owned();
                (attribute.key.as_ref().to_owned(), value)
            })
            .collect(),
        ..Element::default()
    };
    let close = |open: &mut Vec<Element>| {
        let done = open.pop().unwrap();
        let around = open.last_mut().unwrap();
        around.text.push(Piece::Child(around.children.len()));
        around.children.push(done);
    };
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => open.push(element(&start)),
            Event::Empty(start) => {
                open.push(element(&start));
                close(&mut open);
            }
            Event::End(_) => close(&mut open),
            Event::Text(text) => {
                open.last_mut().unwrap().text.push(Piece::Letters(text.to_string()));
            }
            Event::GeneralRef(reference) => {
                let entity = format!("&{};", &*reference);
                let letters = quick_xml::escape::unescape(&entity).unwrap().into_owned();
                open.last_mut().unwrap().text.push(Piece::Letters(letters));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    open.pop().unwrap().children.pop().unwrap()
}

/// Every document with its file.
fn exported(run: &Path, out: &Path) -> Vec<(Document, Element)> {
    let file = |document: &Document| out.join(format!("akn/{}.xml", document.source.file));
    documents(run)
        .into_iter()
        .map(|document| (parsed(&file(&document)), document))
        .map(|(xml, one)| (one, xml))
        .collect()
}

#[test]
fn a_file_tells_what_its_document_tells() {
    let (dir, run) = fixtures_run(&[]);
    export(&run, &["--to", "akn"]).code(0);
    let out = dir.path().join("out-export");
    let mut n = [0; 4];
    for (document, xml) in exported(&run, &out) {
        let sum = |of: &dyn Fn(&Item) -> usize| document.items.iter().map(of).sum::<usize>();
        let file = &document.source.file;
        let is_protocol = document.meeting.kind.as_str() == "protocol";
        assert_eq!(xml.children[0].name, if is_protocol { "debate" } else { "doc" });
        assert_eq!(xml.items().len(), document.items.len(), "{file}");
        let lines: usize = xml.named("rollCall").iter().map(|one| one.named("p").len()).sum();
        assert_eq!(lines, document.attendees.len() + document.absent.len(), "{file}");
        assert_eq!(xml.named("speech").len(), sum(&|item| item.proposals.len() + item.reservations.len()), "{file}");
        assert_eq!(xml.named("vote").len(), sum(&|item| item.votes.iter().map(|vote| vote.ballots.len()).sum()));
        let is_counted = |vote: &&paragraf::emit::wire::Vote| vote.yes.or(vote.no).or(vote.abstain).is_some();
        assert_eq!(xml.named("voting").len(), sum(&|item| item.votes.iter().filter(is_counted).count()), "{file}");
        assert_eq!(xml.named("outcome").len(), sum(&|item| item.outcome.iter().len()), "{file}");
        assert_eq!(xml.named("signature").len(), document.signatures.len(), "{file}");
        let numbers = [&xml.named("speech"), &xml.named("vote"), &xml.named("voting"), &xml.named("signature")];
        for (sum, found) in n.iter_mut().zip(numbers) {
            *sum += found.len();
        }
        for (item, section) in document.items.iter().zip(xml.items()) {
            let mut words = Vec::new();
            let own = ["num", "heading", "docketNumber"];
            for child in section.children.iter().filter(|one| one.attribute("status") != Some("editorial")) {
                let is_reference = child.children.iter().any(|one| one.name == "docketNumber");
                if !own.contains(&&*child.name) && !is_reference {
                    child.words(&[], &mut words);
                }
            }
            // The text of an item is there once, whole and in its order.
            assert_eq!(words, item.text.split_whitespace().collect::<Vec<_>>(), "{file} {:?}", item.label);
        }
    }
    assert!(n.iter().all(|&n| n > 0), "{n:?} speeches, ballots, votes and signatures");
    let before = files(&out);
    export(&run, &["--to", "akn"]).code(0);
    assert!(files(&out) == before, "the same run gives the same bytes");
}

#[test]
fn what_is_referred_to_is_there_once() {
    let (dir, run) = fixtures_run(&[]);
    export(&run, &["--to", "akn"]).code(0);
    let mut n_found = 0;
    let mut works = BTreeSet::new();
    for (document, xml) in exported(&run, &dir.path().join("out-export")) {
        let mut ids = BTreeSet::new();
        for id in xml.all().into_iter().filter_map(|one| one.attribute("eId")) {
            assert!(ids.insert(id), "{id} is there twice");
        }
        for element in xml.all() {
            for (key, value) in &element.attributes {
                let is_reference = matches!(&**key, "refersTo" | "by" | "as" | "choice" | "source" | "outcome");
                assert!(!is_reference || value.starts_with('#'), "{key}={value}");
                if let Some(id) = value.strip_prefix('#') {
                    assert!(ids.contains(id), "{}: {key}={value}", document.source.file);
                    n_found += 1;
                }
            }
        }
        let work = xml.named("FRBRWork")[0].children[1].attribute("value").unwrap().to_owned();
        assert!(work.starts_with("/akn/se/") && work.ends_with(&document.id), "{work}");
        assert!(works.insert(work));
    }
    assert!(n_found > 400, "{n_found} references");
}

/// By xmllint, where it is installed.
#[test]
fn every_file_is_valid() {
    let (dir, run) = fixtures_run(&["--mask", "personnummer"]);
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/all/export/schemas/akomantoso30.xsd");
    for (edition, folder) in [(&[][..], "full"), (&["--masked"], "masked")] {
        let out = dir.path().join(folder);
        export(&run, &[&["--to", "akn", "--output", out.to_str().unwrap()], edition].concat()).code(0);
        let paths: Vec<PathBuf> = files(&out).into_keys().map(|name| out.join(name)).collect();
        assert_eq!(paths.len(), 10);
        let output = Command::new("xmllint").args(["--noout", "--nonet", "--schema"]).arg(&schema).args(paths).output();
        let Ok(output) = output else {
            println!("skipped: no xmllint");
            return;
        };
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}
