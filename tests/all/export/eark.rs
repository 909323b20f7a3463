//! Packages for e-archives.

use super::export;
use crate::util::{files, fixtures_run, write};
use paragraf::hash;
use predicates::prelude::*;
use predicates::str::contains;
use quick_xml::Reader;
use quick_xml::events::Event;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The elements of a file, by their names without prefix: attributes and text.
fn elements(xml: &[u8]) -> Vec<(String, BTreeMap<String, String>, String)> {
    let mut reader = Reader::from_reader(xml);
    let (mut found, mut open, mut buffer) = (Vec::new(), Vec::new(), Vec::new());
    loop {
        let event = reader.read_event_into(&mut buffer).unwrap();
        match &event {
            Event::Start(start) | Event::Empty(start) => {
                let attributes = start.attributes().map(Result::unwrap);
                let attributes = attributes.map(|attribute| {
                    let value = quick_xml::escape::unescape(&attribute.value).unwrap().into_owned();
                    (attribute.key.as_ref().to_owned(), value)
                });
                if matches!(event, Event::Start(_)) {
                    open.push(found.len());
                }
                found.push((start.local_name().as_ref().to_owned(), attributes.collect(), String::new()));
            }
            Event::Text(text) => {
                if let Some(&at) = open.last() {
                    found[at].2.push_str(&quick_xml::escape::unescape(text).unwrap());
                }
            }
            Event::GeneralRef(name) => {
                let text = format!("&{};", &**name);
                found[*open.last().unwrap()].2.push_str(&quick_xml::escape::unescape(&text).unwrap());
            }
            Event::End(_) => drop(open.pop()),
            Event::Eof => return found,
            _ => {}
        }
    }
}

fn texts(xml: &[u8], name: &str) -> Vec<String> {
    elements(xml).into_iter().filter(|(element, ..)| element == name).map(|(.., text)| text).collect()
}

/// A relative URL as a path.
fn decoded(href: &str) -> String {
    let (mut bytes, mut rest) = (Vec::new(), href.as_bytes());
    while let [first, tail @ ..] = rest {
        if *first == b'%' {
            bytes.push(u8::from_str_radix(std::str::from_utf8(&tail[..2]).unwrap(), 16).unwrap());
            rest = &tail[2..];
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).unwrap()
}

/// The only package in a folder of exports.
fn package(out: &Path) -> PathBuf {
    let mut packages: Vec<_> =
        std::fs::read_dir(out.join("eark")).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(packages.len(), 1);
    packages.remove(0)
}

/// That METS and PREMIS tell of each file what it is, and that what they refer to is there.
fn is_whole(package: &Path) -> BTreeMap<String, Vec<u8>> {
    let all = files(package);
    let mut listed = BTreeSet::new();
    let (mut ids, mut links) = (Vec::new(), Vec::new());
    for (name, mets) in all.iter().filter(|(name, _)| name.ends_with("METS.xml")) {
        let folder = name.trim_end_matches("METS.xml");
        let elements = elements(mets);
        for (at, (element, attributes, _)) in elements.iter().enumerate() {
            ids.extend(attributes.get("ID").cloned());
            links.extend(["FILEID", "ADMID", "DMDID"].iter().filter_map(|key| attributes.get(*key)).cloned());
            if element == "file" || element == "mdRef" {
                let of_link = if element == "file" { &elements[at + 1].1 } else { attributes };
                let path = format!("{folder}{}", decoded(&of_link["xlink:href"]));
                let bytes = all.get(&path).unwrap_or_else(|| panic!("{path} is not there"));
                assert_eq!(attributes["CHECKSUM"], hash::hex(&Sha256::digest(bytes)), "{path}");
                assert_eq!(attributes["SIZE"], bytes.len().to_string(), "{path}");
                assert!(listed.insert(path.clone()), "{path} is listed twice");
            }
            if element == "mptr" {
                assert!(all.contains_key(&decoded(&attributes["xlink:href"])));
            }
        }
    }
    let there: BTreeSet<String> = all.keys().filter(|name| *name != "METS.xml").cloned().collect();
    assert_eq!(listed, there, "every file is listed");
    let n_ids = ids.len();
    let ids: BTreeSet<String> = ids.into_iter().collect();
    assert_eq!(ids.len(), n_ids, "no id stands twice");
    assert!(links.iter().all(|id| ids.contains(id)));

    let premis: Vec<&Vec<u8>> =
        all.iter().filter(|(name, _)| name.ends_with("premis.xml")).map(|(_, file)| file).collect();
    let told = |name: &str| premis.iter().flat_map(|xml| texts(xml, name)).collect::<BTreeSet<_>>();
    assert!(told("linkingEventIdentifierValue").is_subset(&told("eventIdentifierValue")));
    assert!(told("linkingAgentIdentifierValue").is_subset(&told("agentIdentifierValue")));
    for objects in ["relatedObjectIdentifierValue", "linkingObjectIdentifierValue"] {
        assert!(told(objects).is_subset(&told("objectIdentifierValue")));
    }
    let data = all.iter().filter(|(name, _)| name.contains("/data/"));
    let digests: BTreeSet<_> = data.map(|(_, bytes)| hash::hex(&Sha256::digest(bytes))).collect();
    assert_eq!(told("messageDigest"), digests);
    all
}

/// What the validator of the E-ARK software group says of a package.
fn validated(package: &Path) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts/check_eark.py");
    match Command::new("python3").arg(script).arg(package).output() {
        Ok(said) if said.status.code() == Some(77) => {
            eprintln!("skipped: {}", String::from_utf8_lossy(&said.stdout).trim());
        }
        Ok(said) => {
            let told = format!("{}{}", String::from_utf8_lossy(&said.stdout), String::from_utf8_lossy(&said.stderr));
            assert!(said.status.success() && told.contains("schema VALID"), "{told}");
        }
        Err(_) => eprintln!("skipped: python3 is not installed"),
    }
}

#[test]
fn a_package_holds_originals_and_what_was_derived() {
    let (dir, run) = fixtures_run(&["--text", "--mask", "personnummer"]);
    write(&run, "overrides/kyrkorad.pdf.json", r#"{"edits": []}"#);
    let before = files(&run);
    let to = ["--to", "eark", "--organisation", "Exempel & kommun"];
    export(&run, &to).code(0).stderr(contains("eark: 10 documents"));
    let out = dir.path().join("out-export");
    let package = package(&out);
    let all = is_whole(&package);
    let below = |start: &str| -> BTreeMap<String, Vec<u8>> {
        let some = all.iter().filter_map(|(name, bytes)| Some((name.strip_prefix(start)?.to_owned(), bytes.clone())));
        some.collect()
    };
    let mut scans = files(&dir.path().join("in"));
    let originals = below("representations/original/data/");
    scans.retain(|name, _| originals.contains_key(name));
    assert!(originals.len() == 10 && originals == scans);
    let mut derived = below("representations/derived/data/");
    let n_all = derived.len();
    derived.retain(|name, _| !name.starts_with("alto/") && !name.starts_with("pdf/"));
    assert!(n_all - derived.len() >= 24, "pages in other forms");
    let mut of_run = before.clone();
    of_run.retain(|name, _| ["documents/", "text/", "overrides/"].iter().any(|start| name.starts_with(start)));
    assert!(derived.len() == 21 && derived == of_run);
    assert!(below("documentation/")["manifest.jsonl"] == before["manifest.jsonl"]);

    // It is named by its folder, says whose it is, and each meeting stands in the catalogue.
    let mets = elements(&all["METS.xml"]);
    assert_eq!(Some(mets[0].1["OBJID"].as_ref()), package.file_name().unwrap().to_str());
    assert_eq!(texts(&all["METS.xml"], "name"), ["paragraf", "Exempel & kommun", "Exempel & kommun"]);
    let ead = &all["metadata/descriptive/ead.xml"];
    let meetings = elements(ead).into_iter().filter(|(name, ..)| name == "c").count();
    assert_eq!(meetings, 10);
    for (_, attributes, _) in elements(ead).iter().filter(|(name, ..)| name == "dao") {
        let path = decoded(&attributes["href"]);
        assert!(all.contains_key(path.strip_prefix("../../").unwrap()), "{path}");
    }
    // What was done, by what.
    let premis = &all["metadata/preservation/premis.xml"];
    let mut steps = texts(premis, "eventType");
    steps.sort();
    steps.dedup();
    assert_eq!(steps, ["correction", "information package creation", "recognition", "segmentation", "text extraction"]);
    let agents = texts(premis, "agentName");
    for name in ["paragraf", "tesseract", "sv-latin", "dictionaries", "Exempel & kommun"] {
        assert!(agents.iter().any(|agent| agent == name), "{name}: {agents:?}");
    }
    let original_premis = &all["representations/original/metadata/preservation/premis.xml"];
    assert_eq!(texts(original_premis, "eventType"), ["ingestion"; 10]);
    validated(&package);

    // The same again, and nothing in the run folder is another.
    export(&run, &to).code(0);
    assert!(files(&package) == all && files(&out).len() == all.len());
    assert!(files(&run) == before);
}

#[test]
fn the_masked_edition_has_no_originals() {
    let (dir, run) = fixtures_run(&["--text", "--mask", "personnummer"]);
    write(&run, "overrides/kyrkorad.pdf.json", r#"{"edits": []}"#);
    export(&run, &["--to", "eark", "--masked"]).code(0);
    let package = package(&dir.path().join("out-export"));
    let all = is_whole(&package);
    assert!(
        !all.keys().any(|name| name.contains("original/") || name.contains("overrides") || name.contains("pages/"))
    );
    assert!(!all.contains_key("documentation/manifest.jsonl"));
    for (name, bytes) in all.iter().filter(|(name, _)| name.contains("data/documents/")) {
        let name = name.trim_start_matches("representations/derived/data/");
        assert!(*bytes == std::fs::read(run.join("masked").join(name)).unwrap(), "{name}");
    }
    let premis = &all["metadata/preservation/premis.xml"];
    assert!(texts(premis, "eventType").iter().any(|kind| kind == "redaction"));
    // No checksum of anything unmasked, by which what is masked could be found.
    let documents = files(&run.join("documents"));
    let unmasked: Vec<String> = documents.values().map(|bytes| hash::hex(&Sha256::digest(bytes))).collect();
    let text: String = all.values().map(|bytes| String::from_utf8_lossy(bytes)).collect();
    let masked = files(&run.join("masked/documents"));
    for (sha256, (name, bytes)) in unmasked.iter().zip(&documents) {
        assert!(!text.contains(sha256) || masked[name] == *bytes, "{name}");
    }
    validated(&package);
}

#[test]
fn an_input_that_changed_is_left_out_of_all_lists() {
    let (dir, run) = fixtures_run(&[]);
    std::fs::write(dir.path().join("in/kyrkorad.pdf"), "another").unwrap();
    let told = contains("kyrkorad.pdf was changed since it was read").and(contains("9 documents, 1 files failed"));
    export(&run, &["--to", "eark"]).code(1).stderr(told);
    let package = package(&dir.path().join("out-export"));
    let all = is_whole(&package);
    assert!(!all.keys().any(|name| name.contains("kyrkorad")));
    assert_eq!(texts(&all["representations/original/metadata/preservation/premis.xml"], "eventType"), ["ingestion"; 9]);
    // All of them: nothing is written, and what is there stays.
    std::fs::rename(dir.path().join("in"), dir.path().join("moved")).unwrap();
    export(&run, &["--to", "eark"]).code(1).stderr(contains("0 documents, 10 files failed"));
    assert!(files(&package) == all);
}

#[test]
#[cfg(unix)]
fn names_of_any_kind_are_listed() {
    let (dir, run) = fixtures_run(&[]);
    let input = dir.path().join("in");
    let odd = "år <1989> & \"100 %\"\u{1}\n#?.pdf";
    super::renamed(&run, &input, "kyrkorad.pdf", odd);
    export(&run, &["--to", "eark"]).code(0);
    let package = package(&dir.path().join("out-export"));
    let all = is_whole(&package);
    assert!(all.contains_key(&format!("representations/original/data/{odd}")));
    validated(&package);
}
