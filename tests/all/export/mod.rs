//! What a run folder is exported to, read back.

mod also;
mod tables;
mod akn;
mod contents;
mod popolo;
mod bagit;
mod eark;
#[cfg(feature = "pdf")]
mod pdf;
mod words;

use crate::util::{files, fixtures_run, paragraf};
use paragraf::batch::Manifest;
use predicates::prelude::*;
use predicates::str::contains;
use std::path::Path;

/// Exports a run folder to some formats, beside it.
fn export(run: &Path, arguments: &[&str]) -> assert_cmd::assert::Assert {
    paragraf().arg("export").arg(run).args(arguments).assert()
}

/// The documents of a run.
fn documents(run: &Path) -> Vec<paragraf::emit::wire::Document> {
    let run = paragraf::export::Run::open(run, false, None).unwrap();
    run.lines().iter().flat_map(|line| run.entry(line).unwrap().documents).collect()
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
