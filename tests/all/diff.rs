//! What changed between two run folders.

use crate::util::{extract, files, fixtures_run, paragraf, write};
use predicates::prelude::*;
use predicates::str::{contains, is_match};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// What `paragraf diff` says, and its exit code.
fn diff(old: &Path, new: &Path, arguments: &[&str]) -> (String, i32) {
    let output = paragraf().arg("diff").args([old, new]).args(arguments).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    (String::from_utf8(output.stdout).unwrap(), output.status.code().unwrap())
}

fn diff_json(old: &Path, new: &Path, arguments: &[&str]) -> (Value, i32) {
    let (out, code) = diff(old, new, &[arguments, &["--format", "json"]].concat());
    (serde_json::from_str(&out).unwrap(), code)
}

fn copy(from: &Path, to: PathBuf) -> PathBuf {
    for (name, bytes) in files(from) {
        write(&to, &name, bytes);
    }
    to
}

/// Sets values in the documents of a run, as people do.
fn decide(run: &Path, input: &str, fields: &Value, edits: &Value) {
    let signed = |decisions: &Value| {
        let mut decisions = decisions.clone();
        for decision in decisions.as_array_mut().unwrap() {
            decision["by"] = "Eva Lund".into();
            decision["at"] = "2026-11-24".into();
        }
        decisions
    };
    let overrides = json!({"schema_version": "1.0", "fields": signed(fields), "edits": signed(edits)});
    write(run, &format!("overrides/{input}.json"), overrides.to_string());
}

fn again(inputs: &Path, run: &Path, arguments: &[&str]) {
    let mut command = extract(inputs, run);
    command.args(["--recognise", "missing", "--test-engine", "refusing:", "--quiet"]).args(arguments);
    command.assert().code(0);
}

fn document(run: &Path, input: &str) -> Value {
    serde_json::from_slice(&std::fs::read(run.join(format!("documents/{input}.json"))).unwrap()).unwrap()
}

#[test]
fn a_run_does_not_differ_from_itself() {
    let (dir, run) = fixtures_run(&[]);
    let before = files(&run);
    let other = copy(&run, dir.path().join("other"));
    for arguments in [&[][..], &["--all"], &["--field", "items"]] {
        let (out, code) = diff(&run, &other, arguments);
        let told = "10 documents are the same, 0 changed, 0 only in the old run, 0 only in the new run\n";
        assert_eq!((out.as_str(), code), (told, 0), "{arguments:?}");
    }
    let (out, code) = diff_json(&run, &other, &[]);
    assert_eq!((&out["documents"], &out["summary"]["documents_same"], code), (&json!([]), &json!(10), 0));
    assert!(files(&run) == before);
}

#[test]
fn what_a_person_decided_is_what_differs() {
    let (dir, run) = fixtures_run(&[]);
    let new = copy(&run, dir.path().join("new"));
    let before = document(&run, "kyrkorad.pdf");
    let (name, title) = (&before["attendees"][1]["name"], &before["items"][2]["title"]);
    let fields = json!([
        {"field": "/meeting/date", "value": "1931-02-03"},
        {"field": "/attendees/1/party", "value": "FP"},
        {"field": "/items/2/title", "value": format!("{} (rättat)", title.as_str().unwrap())},
        {"field": "/absent/-", "value": {"name": "Åke Öst", "party": "M"}},
    ]);
    decide(&new, "kyrkorad.pdf", &fields, &json!([]));
    again(&dir.path().join("in"), &new, &[]);

    let (out, code) = diff_json(&run, &new, &[]);
    assert_eq!(code, 1);
    let documents = out["documents"].as_array().unwrap();
    assert_eq!((documents.len(), &documents[0]["new"]), (1, &json!("documents/kyrkorad.pdf.json")));
    let changes = documents[0]["changes"].as_array().unwrap();
    let of = |path: &str| changes.iter().find(|change| change["path"] == path).unwrap_or_else(|| panic!("{path}"));
    let date = of("meeting.date");
    assert_eq!((&date["old"]["value"], &date["new"]["value"]), (&before["meeting"]["date"], &json!("1931-02-03")));
    assert_eq!((&date["new"]["state"], &date["new"]["confidence"]), (&json!("manual"), &json!(1.0)));
    let evidence = &before["meeting"]["evidence"]["date"];
    assert_eq!(
        (&date["old"]["state"], &date["old"]["confidence"]),
        (&evidence["state"], &evidence["confidence"]),
        "{evidence}"
    );
    let party = of(&format!("attendees[{}].party", name.as_str().unwrap()));
    assert_eq!((&party["new"]["value"], &party["new"]["pointer"]), (&json!("FP"), &json!("/attendees/1/party")));
    let number = before["items"][2]["number"].as_u64().unwrap();
    assert_eq!(of(&format!("items[§ {number}].title"))["old"]["value"], *title);
    let added = of("absent[Åke Öst]");
    assert_eq!(
        (&added["kind"], &added["old"], &added["new"]["value"]["party"]),
        (&json!("added"), &Value::Null, &json!("M"))
    );
    assert_eq!(of(&format!("overrides[items[§ {number}].title]"))["kind"], "added");
    assert_eq!(out["summary"]["values"]["meeting.date"], 1);
    assert_eq!((&out["summary"]["documents_same"], &out["summary"]["documents_changed"]), (&json!(9), &json!(1)));

    // For people, and the other way round.
    let (out, code) = diff(&new, &run, &["--field", "meeting", "--field", "absent"]);
    assert_eq!(code, 1);
    let table = contains("documents/kyrkorad.pdf.json\n")
        .and(is_match(r"(?m)^  meeting\.date +1931-02-03 \(manual 1\) +\S+").unwrap())
        .and(is_match(r"(?m)^  absent\[Åke Öst\] .*\(not there\)$").unwrap())
        .and(contains("9 documents are the same, 1 changed, 0 only in the old run, 0 only in the new run\n"))
        .and(is_match(r"(?m)^2 values differ:\n  absent +1\n  meeting\.date +1$").unwrap());
    assert!(table.eval(&out), "{out}");
    // Where nothing of the fields differs, nothing does.
    assert_eq!(diff(&run, &new, &["--field", "notices"]).1, 0);
}

#[test]
fn a_word_of_a_page_is_told_where_it_stands_and_of_texts_no_more_than_the_first_that_differ() {
    let (dir, run) = fixtures_run(&[]);
    let new = copy(&run, dir.path().join("new"));
    let page = document(&run, "kulturnamnd.pdf")["pages"][0].clone();
    // A word that stands there once.
    let text = page["original_text"].as_str().unwrap();
    let word = text.split_whitespace().find(|word| word.len() > 7 && text.matches(word).count() == 1).unwrap();
    let edits = json!([{"page": 1, "original": word, "corrected": "Omskrivet"}]);
    decide(&new, "kulturnamnd.pdf", &json!([]), &edits);
    again(&dir.path().join("in"), &new, &[]);
    let (out, code) = diff_json(&run, &new, &["--field", "pages"]);
    assert_eq!((code, &out["summary"]["pages_changed"]), (1, &json!(1)));
    let changes = out["documents"][0]["changes"].as_array().unwrap();
    let told: Vec<(&str, u64)> =
        changes.iter().map(|one| (one["path"].as_str().unwrap(), one["differing"].as_u64().unwrap())).collect();
    assert_eq!(told[0], ("pages[1].text", 1));
    assert_eq!(told[1].0, "pages[1].corrections");
    let new_words = changes[0]["new"]["value"].as_str().unwrap();
    assert!(new_words.contains("Omskrivet") && new_words.split_whitespace().count() <= 10, "{new_words}");
    assert!(changes[1]["new"]["value"].as_str().unwrap().contains("> Omskrivet (certain, manual)"), "{changes:?}");
}

#[test]
fn other_settings_make_other_documents() {
    let (dir, run) = fixtures_run(&[]);
    let new = copy(&run, dir.path().join("new"));
    // Nothing is corrected that is not quite certain.
    again(&dir.path().join("in"), &new, &["--confidence", "1"]);
    let (out, code) = diff_json(&run, &new, &[]);
    assert_eq!(code, 1);
    let n_of = |field: &str| out["summary"]["values"][field].as_u64().unwrap_or(0);
    assert!(n_of("pages.text") > 0 && n_of("pages.corrections") >= n_of("pages.text"), "{}", out["summary"]);
    assert_eq!(n_of("pages.original_text") + n_of("producer.configuration_sha256"), 0);
    let (all, _) = diff_json(&run, &new, &["--all"]);
    assert_eq!(all["summary"]["values"]["producer.configuration_sha256"], 10);
}

#[test]
fn inputs_that_only_one_run_has_are_named_and_moved_ones_are_known() {
    let (dir, run) = fixtures_run(&[]);
    let (input, new) = (dir.path().join("in"), dir.path().join("new"));
    std::fs::create_dir_all(input.join("1950")).unwrap();
    std::fs::rename(input.join("kyrkorad.pdf"), input.join("1950/rad.pdf")).unwrap();
    std::fs::remove_file(input.join("kulturnamnd.pdf")).unwrap();
    write(&input, "ny.txt", crate::util::TEXT);
    for (name, bytes) in files(&run.join("pages")) {
        write(&new.join("pages"), &name.replace("kyrkorad.pdf", "1950/rad.pdf"), bytes);
    }
    again(&input, &new, &[]);
    let (out, code) = diff(&run, &new, &[]);
    assert_eq!(code, 1);
    let told = contains("documents/kulturnamnd.pdf.json: only in the old run\n")
        .and(contains("documents/ny.txt.json: only in the new run\n"))
        .and(contains("9 documents are the same, 0 changed, 1 only in the old run, 1 only in the new run\n"));
    assert!(told.eval(&out), "{out}");
}

#[test]
fn wrong_arguments_and_documents_that_cannot_be_read_are_told_apart() {
    let (dir, run) = fixtures_run(&[]);
    let fails = |arguments: &[&str], code: i32, told: &str| {
        let other = dir.path().join("other");
        let mut command = paragraf();
        command.arg("diff").args([&run, &other]).args(arguments).assert().code(code).stderr(contains(told));
    };
    fails(&[], 2, "is no run folder");
    let other = copy(&run, dir.path().join("other"));
    fails(&["--field", "items["], 2, "is no regular expression");
    fails(&["--masked"], 2, "holds no masked edition");
    decide(&other, "kyrkorad.pdf", &json!([{"field": "/meeting/place", "value": "Hemligt"}]), &json!([]));
    again(&dir.path().join("in"), &other, &[]);
    std::fs::write(other.join("documents/kyrkorad.pdf.json"), "{\"Hemligt\": ").unwrap();
    let assert = paragraf().arg("diff").args([&run, &other]).assert().code(1);
    let told = contains("kyrkorad.pdf: documents/kyrkorad.pdf.json is not as it was written");
    assert
        .stderr(told.and(contains("Hemligt").not()))
        .stdout(contains("9 documents are the same").and(contains("1 inputs could not be compared")));
}
