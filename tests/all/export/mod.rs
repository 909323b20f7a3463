//! What a run folder is exported to, read back.

#[cfg(all(feature = "pdf", feature = "parquet", feature = "sqlite"))]
mod agreement;
mod akn;
mod also;
mod alto;
mod bagit;
mod contents;
mod eark;
mod hocr;
mod page;
#[cfg(feature = "pdf")]
mod pdf;
mod popolo;
mod tables;
mod words;

use crate::util::{TEXT, extract, files, fixtures_run, paragraf, write};
use paragraf::batch::Manifest;
use predicates::prelude::*;
use predicates::str::contains;
use std::path::Path;
use std::process::Command;

/// Exports a run folder to some formats, beside it.
fn export(run: &Path, arguments: &[&str]) -> assert_cmd::assert::Assert {
    paragraf().arg("export").arg(run).args(arguments).assert()
}

/// The documents of a run.
fn documents(run: &Path) -> Vec<paragraf::emit::wire::Document> {
    let run = paragraf::export::Run::open(run, false, None).unwrap();
    run.lines().flat_map(|line| run.entry(&line.unwrap()).unwrap().documents).collect()
}

/// Makes a run folder as if it had read an input by another name.
#[cfg(unix)]
fn renamed(run: &Path, inputs: &Path, from: &str, to: &str) {
    let mut manifest = Manifest::load(run).unwrap();
    for line in manifest.lines.iter_mut().filter(|line| line.input == from) {
        line.input = to.to_owned();
        line.path = inputs.join(to);
    }
    std::fs::write(run.join("manifest.jsonl"), manifest.to_bytes().unwrap()).unwrap();
    std::fs::rename(inputs.join(from), inputs.join(to)).unwrap();
}

/// The documents of a run with their inputs.
fn documents_by_input(run: &Path) -> Vec<(String, paragraf::emit::wire::Document)> {
    let run = paragraf::export::Run::open(run, false, None).unwrap();
    let documents = |line: paragraf::error::Result<paragraf::batch::manifest::Line>| {
        let line = line.unwrap();
        let documents = run.entry(&line).unwrap().documents;
        documents.into_iter().map(|document| (line.input.clone(), document)).collect::<Vec<_>>()
    };
    run.lines().flat_map(documents).collect()
}

/// An element of an XML file: its name, `/name` where it ends; its attributes and the text right behind it.
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    text: String,
}

fn attribute(element: &Element, name: &str) -> String {
    let found = element.attributes.iter().find(|(key, _)| key == name);
    found.map(|(_, value)| value.clone()).unwrap_or_default()
}

/// The elements of a file, in their order.
fn elements(xml: &str) -> Vec<Element> {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut elements: Vec<Element> = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) | Event::Empty(start) => elements.push(Element {
                name: start.name().0.to_owned(),
                attributes: start
                    .attributes()
                    .map(Result::unwrap)
                    .map(|it| (it.key.0.to_owned(), quick_xml::escape::unescape(&it.value).unwrap().into_owned()))
                    .collect(),
                text: String::new(),
            }),
            Event::End(end) => {
                let name = format!("/{}", end.name().0);
                elements.push(Element { name, attributes: Vec::new(), text: String::new() });
            }
            Event::Text(text) => {
                if let Some(element) = elements.last_mut() {
                    element.text.push_str(&text);
                }
            }
            Event::GeneralRef(reference) => {
                let text = quick_xml::escape::unescape(&format!("&{};", &*reference)).unwrap().into_owned();
                elements.last_mut().unwrap().text.push_str(&text);
            }
            Event::Eof => return elements,
            _ => {}
        }
    }
}

/// Holds all files below a folder against a schema of `schemas`, where xmllint is there.
fn is_valid(schema: &str, folder: &Path) {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/all/export/schemas").join(schema);
    let paths: Vec<_> = crate::util::files(folder).into_keys().map(|name| folder.join(name)).collect();
    assert!(!paths.is_empty());
    match Command::new("xmllint").args(["--nonet", "--noout", "--schema"]).arg(schema).args(paths).output() {
        Ok(told) => assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr)),
        Err(_) => println!("skipped: xmllint is not installed"),
    }
}

#[test]
fn documents_come_as_lines_in_the_order_of_the_manifest() {
    let (dir, run) = fixtures_run(&[]);
    let before = files(&run);
    export(&run, &["--to", "jsonl"]).code(0).stderr(contains("jsonl: 10 documents"));
    let lines = std::fs::read_to_string(dir.path().join("out-export/documents.jsonl")).unwrap();
    let sources: Vec<String> = lines.lines().map(|line| paragraf::emit::read(line).unwrap().source.file).collect();
    let inputs: Vec<String> = Manifest::load(&run).unwrap().lines.into_iter().map(|line| line.input).collect();
    assert_eq!(sources, inputs);
    assert!(files(&run) == before, "an export changes nothing in the run folder");
    // The same again.
    export(&run, &["--to", "jsonl"]).code(0);
    assert_eq!(files(&dir.path().join("out-export")).into_values().collect::<Vec<_>>(), [lines.into_bytes()]);
}

#[test]
fn what_cannot_be_exported_is_named_and_the_rest_is_there() {
    let (dir, run) = fixtures_run(&[]);
    export(&run, &["--to", "dvd"]).code(2).stderr(contains("'dvd' is no format"));
    export(&run, &["--to", "jsonl", "--masked"]).code(2).stderr(contains("holds no masked edition"));
    let inside = run.join("here");
    export(&run, &["--to", "jsonl", "--output", inside.to_str().unwrap()]).code(2).stderr(contains("lies in the run"));
    assert!(!inside.exists());
    export(dir.path(), &["--to", "jsonl"]).code(2).stderr(contains("no run folder"));
    std::fs::write(run.join("documents/kyrkorad.pdf.json"), "{}").unwrap();
    let told = contains("kyrkorad.pdf: failed: documents/kyrkorad.pdf.json is not as it was written");
    export(&run, &["--to", "jsonl"]).code(1).stderr(told.and(contains("9 documents, 1 files failed")));
}

#[test]
fn by_no_digest_of_the_masked_edition_can_a_text_file_be_guessed() {
    use sha2::{Digest, Sha256};
    let dir = tempfile::tempdir().unwrap();
    let (input, run) = (dir.path().join("in"), dir.path().join("out"));
    let text = format!("{TEXT}Ärendet gäller Bo Ek, 811228-9874.\n");
    write(&input, "a.txt", &text);
    extract(&input, &run).args(["--mask", "personnummer", "--quiet"]).assert().code(0);
    let digest = paragraf::hash::hex(&Sha256::digest(&text));
    paragraf().arg("verify").arg(&run).assert().code(0);
    let tells = |arguments: &[&str]| {
        let out = dir.path().join(format!("export{}", arguments.len()));
        let formats = "jsonl,csv,popolo,akn,contents,bagit,eark";
        let mut command = paragraf();
        command.arg("export").arg(&run).args(["--to", formats, "--quiet", "--output"]).arg(&out).args(arguments);
        command.assert().code(0);
        let written = files(&out);
        assert!(written.len() > 20);
        written.into_values().any(|bytes| bytes.windows(12).any(|window| window == &digest.as_bytes()[..12]))
    };
    assert!(tells(&[]) && !tells(&["--masked"]));
}

#[test]
fn what_has_no_pages_has_no_pdf_and_goes_into_packages_all_the_same() {
    let (dir, run) = fixtures_run(&[]);
    export(&run, &["--to", "alto"]).code(0);
    let words = dir.path().join("words");
    crate::util::extract(&dir.path().join("out-export/alto/kyrkorad.pdf"), &words).assert().code(0);
    let told = contains("no pictures lie beside this file of words that another program recognised");
    export(&words, &["--to", "pdf,bagit,eark"]).code(0).stderr(told.and(contains("eark: 2 documents")));
    let out = dir.path().join("words-export");
    assert!(!out.join("pdf").exists() && out.join("bag/data/alto/0002.xml/0001.xml").is_file());

    // Nothing but text has neither.
    write(&dir.path().join("texts"), "a.txt", crate::util::TEXT);
    let texts = dir.path().join("texts-out");
    crate::util::extract(&dir.path().join("texts"), &texts).assert().code(0);
    export(&texts, &["--to", "alto,pdf,bagit,eark"]).code(0).stderr(contains("bagit: 1 documents"));
    assert!(dir.path().join("texts-out-export/bag/data/documents/a.txt.json").is_file());
}
