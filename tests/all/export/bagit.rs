//! Bags.

use super::export;
use crate::util::{files, fixtures_run, paragraf, write};
use paragraf::hash;
use predicates::prelude::*;
use predicates::str::contains;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// The lines of a manifest by their paths, told apart as the standard says.
fn listed(bag: &Path, manifest: &str) -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(bag.join(manifest)).unwrap();
    let decoded = |path: &str| path.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%");
    let lines = text.lines().map(|line| line.split_once("  ").unwrap());
    lines.map(|(sha256, path)| (decoded(path), sha256.to_owned())).collect()
}

fn label(bag: &Path, label: &str) -> Vec<String> {
    let info = std::fs::read_to_string(bag.join("bag-info.txt")).unwrap();
    info.lines().filter_map(|line| line.strip_prefix(label)?.strip_prefix(": ").map(str::to_owned)).collect()
}

/// That each file is listed once with its checksum, and the sums are right.
fn is_whole(bag: &Path) -> BTreeMap<String, Vec<u8>> {
    let all = files(bag);
    let hashed = |is_payload: bool| -> BTreeMap<String, String> {
        let some = all.iter().filter(|(name, _)| name.starts_with("data/") == is_payload);
        let some = some.filter(|(name, _)| *name != "tagmanifest-sha256.txt");
        some.map(|(name, bytes)| (name.clone(), hash::hex(&Sha256::digest(bytes)))).collect()
    };
    assert_eq!(listed(bag, "manifest-sha256.txt"), hashed(true));
    assert_eq!(listed(bag, "tagmanifest-sha256.txt"), hashed(false));
    let payload = all.iter().filter(|(name, _)| name.starts_with("data/"));
    let (n_files, n_bytes) = payload.fold((0, 0), |(files, bytes), (_, file)| (files + 1, bytes + file.len()));
    assert_eq!(label(bag, "Payload-Oxum"), [format!("{n_bytes}.{n_files}")]);
    all
}

/// What the Library of Congress's tool says of a bag.
fn validated(bag: &Path) {
    match Command::new("bagit.py").arg("--validate").arg(bag).output() {
        Ok(said) => {
            let told = String::from_utf8_lossy(&said.stderr).into_owned();
            assert!(said.status.success() && told.contains("is valid"), "{told}");
        }
        Err(_) => eprintln!("skipped: bagit.py is not installed (pip install bagit)"),
    }
}

#[test]
fn a_bag_is_a_run_folder_with_its_originals() {
    let (dir, run) = fixtures_run(&["--text", "--mask", "personnummer"]);
    write(&run, "overrides/kyrkorad.pdf.json", r#"{"edits": []}"#);
    let before = files(&run);
    let to = ["--to", "bagit", "--organisation", "Exempel\nkommun"];
    export(&run, &to).code(0).stderr(contains("bagit: 10 documents"));
    let bag = dir.path().join("out-export/bag");
    let all = is_whole(&bag);
    assert_eq!(all["bagit.txt"], b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    assert_eq!(label(&bag, "Source-Organization"), ["Exempel kommun"]);
    let record: serde_json::Value = serde_json::from_slice(&all["data/run.json"]).unwrap();
    assert_eq!(label(&bag, "External-Identifier"), [record["id"].as_str().unwrap()]);
    assert_eq!(label(&bag, "Bagging-Date"), [&record["end"].as_str().unwrap()[..10]]);
    // All of the run folder but its work folder is there as it was, and the originals.
    let of_run = before.iter().filter(|(name, _)| !name.starts_with(".paragraf"));
    for (name, bytes) in of_run {
        assert!(all[&format!("data/{name}")] == *bytes, "{name}");
    }
    let scans = files(&dir.path().join("in"));
    let originals: BTreeMap<_, _> = all.iter().filter(|(name, _)| name.starts_with("data/originals/")).collect();
    assert_eq!(originals.len(), 10);
    assert!(originals.iter().all(|(name, bytes)| scans[&name["data/originals/".len()..]] == **bytes));
    assert!(files(&run) == before, "an export changes nothing in the run folder");
    validated(&bag);

    // The same again, and nothing beside it.
    export(&run, &to).code(0);
    assert!(files(&bag) == all);
    let names: Vec<_> =
        std::fs::read_dir(dir.path().join("out-export")).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(names, ["bag"]);
}

#[test]
fn a_bag_is_verified_as_a_run_folder() {
    let (dir, run) = fixtures_run(&[]);
    let input = dir.path().join("in");
    export(&run, &["--to", "bagit"]).code(0);
    let data = dir.path().join("out-export/bag/data");
    let without =
        label(data.parent().unwrap(), "External-Description").into_iter().filter(|text| text.starts_with("Utan"));
    assert_eq!(without.collect::<Vec<_>>(), Vec::<String>::new());
    std::fs::rename(&input, dir.path().join("gone")).unwrap();
    let originals = data.join("originals");
    paragraf().arg("verify").arg(&data).arg("--inputs").arg(&originals).assert().code(0);
}

#[test]
fn originals_that_are_gone_or_changed_are_not_put_in() {
    let (dir, run) = fixtures_run(&[]);
    let input = dir.path().join("in");
    export(&run, &["--to", "bagit"]).code(0);
    let bag = dir.path().join("out-export/bag");
    let first = files(&bag);
    std::fs::write(input.join("kyrkorad.pdf"), "another").unwrap();
    let changed = contains("kyrkorad.pdf was changed since it was read").and(contains("9 documents, 1 files failed"));
    export(&run, &["--to", "bagit"]).code(1).stderr(changed);
    let second = is_whole(&bag);
    let left_out = |name: &&String| !second.contains_key(*name);
    // Pages in other forms are left to the forms' own tests.
    let is_page = |name: &&str| name.starts_with("data/alto/") || name.starts_with("data/pdf/");
    let left_out = first.keys().filter(left_out).map(String::as_str);
    let (pages, left_out): (Vec<_>, Vec<_>) = left_out.partition(is_page);
    assert!(pages.contains(&"data/alto/kyrkorad.pdf/0002.xml"), "{pages:?}");
    assert_eq!(
        left_out,
        ["data/documents/kyrkorad.pdf.json", "data/originals/kyrkorad.pdf", "data/pages/kyrkorad.pdf.jsonl.gz"]
    );
    assert!(label(&bag, "External-Description").iter().any(|text| text.starts_with("Utan 1 av ")));
    validated(&bag);
    // Nothing at all: the bag that is there stays.
    std::fs::rename(&input, dir.path().join("moved")).unwrap();
    let told = contains("say where with --inputs").and(contains("0 documents"));
    export(&run, &["--to", "bagit"]).code(1).stderr(told);
    assert!(files(&bag) == second);
    let moved = dir.path().join("moved");
    std::fs::copy(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/scans/kyrkorad.pdf"),
        moved.join("kyrkorad.pdf"),
    )
    .unwrap();
    export(&run, &["--to", "bagit", "--inputs", moved.to_str().unwrap()]).code(0);
    assert!(files(&bag) == first);
}

#[test]
fn the_masked_edition_holds_nothing_that_shows_what_is_masked() {
    let (dir, run) = fixtures_run(&["--text", "--mask", "personnummer"]);
    write(&run, "overrides/kyrkorad.pdf.json", r#"{"edits": []}"#);
    export(&run, &["--to", "bagit", "--masked"]).code(0);
    let bag = dir.path().join("out-export/bag");
    let all = is_whole(&bag);
    let mut folders: Vec<&str> =
        all.keys().filter_map(|name| name.strip_prefix("data/")?.split_once('/')).map(|(folder, _)| folder).collect();
    folders.dedup();
    folders.retain(|folder| *folder != "pdf");
    assert_eq!(folders, ["alto", "documents", "lists", "text"]);
    assert!(all.contains_key("data/run.json") && !all.contains_key("data/manifest.jsonl"));
    for (name, bytes) in all.iter().filter(|(name, _)| name.starts_with("data/documents/")) {
        assert!(*bytes == std::fs::read(run.join("masked").join(&name["data/".len()..])).unwrap(), "{name}");
    }
    assert!(label(&bag, "External-Description").iter().any(|text| text.contains("maskerad utgåva")));
    validated(&bag);
}

#[test]
fn an_export_that_is_stopped_leaves_what_was_there() {
    use paragraf::export::{Format, Job, Output, Run};
    let (dir, run) = fixtures_run(&[]);
    let out = dir.path().join("out-export");
    export(&run, &["--to", "bagit,eark"]).code(0);
    let before = files(&out);
    let opened = Run::open(&run, false, None).unwrap();
    for format in ["bagit", "eark"].map(|name| name.parse::<Format>().unwrap()) {
        let stop = paragraf::reader::Stop::default();
        stop.want();
        let output = Output::open(&out, &run).unwrap();
        let job = Job { run: &opened, out: &output, organisation: None, stop: &stop, done: &|| () };
        let stopped = paragraf::export::export(&job, format);
        assert!(matches!(stopped, Err(paragraf::error::Error::Stopped)), "{format:?}");
        drop(output);
        assert!(files(&out) == before, "{format:?}");
    }
    // What a crash left between two names gets its own back.
    std::fs::rename(out.join("bag"), out.join("bag.older")).unwrap();
    std::fs::rename(dir.path().join("in"), dir.path().join("gone")).unwrap();
    export(&run, &["--to", "bagit"]).code(1);
    assert!(files(&out) == before);
}

#[test]
#[cfg(unix)]
fn names_of_any_kind_are_listed() {
    let (dir, run) = fixtures_run(&[]);
    let input = dir.path().join("in");
    let odd = "år 1989 (100 %)\nand%0Amore.pdf";
    super::renamed(&run, &input, "kyrkorad.pdf", odd);
    export(&run, &["--to", "bagit"]).code(0);
    let all = is_whole(&dir.path().join("out-export/bag"));
    assert!(all.contains_key(&format!("data/originals/{odd}")));
}
