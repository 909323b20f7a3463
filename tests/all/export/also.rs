//! Forms that are written when a run has ended.

use crate::util::{TEXT, extract, files, fixtures_run, paragraf, write};
use predicates::prelude::*;
use predicates::str::contains;

#[test]
fn a_run_that_ended_is_exported_as_export_does() {
    let (dir, run) = fixtures_run(&["--also", "jsonl"]);
    let lines = std::fs::read(dir.path().join("out-export/documents.jsonl")).unwrap();
    paragraf().arg("export").arg(&run).args(["--to", "jsonl"]).assert().code(0);
    assert!(std::fs::read(dir.path().join("out-export/documents.jsonl")).unwrap() == lines);
    // Again, into another folder, though nothing is left to read.
    let to = dir.path().join("fem/former");
    let mut again = extract(&dir.path().join("in"), &run);
    again.args(["--recognise", "missing", "--test-engine", "refusing:", "--also", "jsonl", "--also-to"]).arg(&to);
    again.assert().code(0).stderr(contains("nothing is left").and(contains("jsonl: 10 documents")));
    assert!(files(&to).into_iter().collect::<Vec<_>>() == [("documents.jsonl".to_owned(), lines)]);
}

#[test]
fn a_run_with_failed_files_is_exported_and_one_that_was_given_up_is_not() {
    let dir = tempfile::tempdir().unwrap();
    let (input, out, to) = (dir.path().join("in"), dir.path().join("out"), dir.path().join("out-export"));
    write(&input, "a.pdf", "%PDF-1.4 and nothing more");
    write(&input, "b.txt", TEXT);
    write(&input, "c.pdf", "%PDF-1.4 and nothing more");
    let mut given_up = extract(&input, &out);
    given_up.args(["--jobs", "1", "--max-failures", "0", "--also", "jsonl"]);
    given_up.assert().code(1).stderr(contains("more than --max-failures allows").and(contains("jsonl").not()));
    assert!(!to.exists());
    extract(&input, &out).args(["--also", "jsonl"]).assert().code(1).stderr(contains("jsonl: 1 documents"));
    assert_eq!(std::fs::read_to_string(to.join("documents.jsonl")).unwrap().lines().count(), 1);
}

#[test]
fn the_worse_of_both_is_the_exit_code() {
    let dir = tempfile::tempdir().unwrap();
    let (input, out, to) = (dir.path().join("in"), dir.path().join("out"), dir.path().join("to"));
    write(&input, "a.txt", TEXT);
    // A folder stands where the file is to be.
    write(&to, "documents.jsonl/full", "");
    let export = |arguments: &[&str]| {
        let mut command = extract(&input, &out);
        command.args(arguments).arg("--also-to").arg(&to).assert()
    };
    export(&["--also", "jsonl"]).code(1).stderr(contains("the run is whole, its export is not"));
    assert!(out.join("documents/a.txt.json").is_file());
}

#[test]
fn what_cannot_be_asked_for_is_told_before_anything_is_read() {
    let dir = tempfile::tempdir().unwrap();
    let (input, out) = (dir.path().join("in"), dir.path().join("out"));
    write(&input, "a.txt", TEXT);
    let wrong = |arguments: &[&str], told: &str| {
        extract(&input, &out).args(arguments).assert().code(2).stderr(contains(told));
        assert!(!out.join("documents").exists());
    };
    wrong(&["--also", "dvd"], "'dvd' is no format");
    wrong(&["--also-to", "x"], "--also");
    wrong(&["--also", "jsonl", "--format", "jsonl"], "--also needs --output DIR and --format json");
    let inside = out.join("here");
    wrong(&["--also", "jsonl", "--also-to", inside.to_str().unwrap()], "lies in the run folder");
    assert!(!inside.exists());
    let lines = paragraf().arg("extract").arg(&input).args(["--format", "jsonl", "--also", "jsonl"]).assert();
    lines.code(2).stderr(contains("--also needs --output"));
}
