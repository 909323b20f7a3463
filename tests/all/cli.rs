//! The program as people call it: what it prints, what it writes, how it ends.

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::contains;
use std::fs;
use std::path::Path;

const LOST_LETTERS: &str = "§ 134 Nulagesstatus\nRadet beslutar att lagga informationen till handlingarna.\n\
    Namndens ordforande informerar om atgarder som ror aldre och okade behov pa sarskilda boenden.\n";

fn paragraf() -> Command {
    Command::cargo_bin("paragraf").unwrap()
}

fn write(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> std::path::PathBuf {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn lost_letters_are_restored_line_for_line() {
    let dir = tempfile::tempdir().unwrap();
    let edits = dir.path().join("edits.jsonl");
    let output = paragraf().args(["correct", "--edits"]).arg(&edits).write_stdin(LOST_LETTERS).output().unwrap();
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with("§ 134 Nulägesstatus\n"), "{text}");
    assert_eq!(text.lines().count(), LOST_LETTERS.lines().count());
    let first: serde_json::Value =
        serde_json::from_str(fs::read_to_string(&edits).unwrap().lines().next().unwrap()).unwrap();
    assert_eq!(
        (&first["line"], &first["column"], &first["original"], &first["corrected"]),
        (&1.into(), &7.into(), &"Nulagesstatus".into(), &"Nulägesstatus".into())
    );
    assert!(first["score"].as_f64().unwrap() > 0.5 && first["reason"].is_string() && first["certainty"].is_string());
}

#[test]
fn a_text_file_needs_no_engine_and_no_model() {
    let dir = tempfile::tempdir().unwrap();
    let input = write(dir.path(), "in/1953/rad.txt", LOST_LETTERS);
    let out = dir.path().join("out");
    paragraf()
        .args(["extract", "--model", "no-such-model", "--output"])
        .arg(&out)
        .arg(input.parent().unwrap().parent().unwrap())
        .assert()
        .code(0)
        .stderr(contains("1 complete, 0 partial, 0 failed"));
    let json = fs::read_to_string(out.join("documents/1953/rad.txt.json")).unwrap();
    assert!(json.contains("Nulägesstatus") && json.contains("\"original_text\""));
    let line = fs::read_to_string(out.join("manifest.jsonl")).unwrap();
    assert!(line.contains("\"status\":\"complete\"") && out.join("run.json").is_file());
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_goes_on() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("in");
    write(&folder, "good.txt", LOST_LETTERS);
    write(&folder, "empty.pdf", "");
    write(&folder, "broken.pdf", "%PDF-1.4 and then nothing");
    write(&folder, "office.pdf", "PK\u{3}\u{4} some archive");
    write(&folder, "broken.png", b"\x89PNG\r\n\x1a\nnot an image");
    let out = dir.path().join("out");
    paragraf()
        .args(["extract", "--output"])
        .arg(&out)
        .arg(&folder)
        .assert()
        .code(1)
        .stderr(contains("empty.pdf: failed: the file is empty"))
        .stderr(contains("broken.pdf: failed: the PDF is broken"))
        .stderr(contains("office.pdf: failed: this is a ZIP or office file"))
        .stderr(contains("broken.png: failed: the image is broken"))
        .stderr(contains("1 complete, 0 partial, 4 failed"));
    assert!(out.join("documents/good.txt.json").is_file());
    assert_eq!(fs::read_to_string(out.join("manifest.jsonl")).unwrap().lines().count(), 5);
    assert!(!out.join("documents/empty.pdf.json").exists());
}

#[test]
fn wrong_calls_end_with_two() {
    let dir = tempfile::tempdir().unwrap();
    let input = write(dir.path(), "a.txt", LOST_LETTERS);
    let none: [&str; 0] = [];
    for arguments in [&["extract"][..], &["extract", "x.pdf"], &["no-such-command"], &none] {
        paragraf().args(arguments).assert().code(2);
    }
    paragraf().arg("extract").arg(&input).args(["--output", "out", "--pages", "3-1"]).assert().code(2);
    paragraf().arg("extract").arg(&input).args(["--format", "jsonl", "--jobs", "0"]).assert().code(2);
    paragraf().arg("inspect").arg(&input).args(["--page", "9", "--stage", "ocr"]).assert().code(2);
    paragraf().args(["eval", "no", "such"]).assert().code(2);
}

#[test]
fn a_missing_model_ends_with_three_when_a_page_needs_it() {
    let dir = tempfile::tempdir().unwrap();
    let scan = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/scans/skrivelse.pdf");
    paragraf()
        .args(["extract", scan, "--model", "no-such-model", "--output"])
        .arg(dir.path())
        .assert()
        .code(3)
        .stderr(contains("the recognition model 'no-such-model' is not installed"));
}

#[test]
fn lines_come_in_the_order_of_the_inputs_for_any_number_of_jobs() {
    let dir = tempfile::tempdir().unwrap();
    for number in 0..12 {
        let pages = format!("§ {number} Oppnande\nMotet oppnas.\n\u{c}").repeat(1 + number % 3);
        write(dir.path(), &format!("{number:02}.txt"), pages);
    }
    let run = |jobs: &str| {
        let output =
            paragraf().args(["extract", "--format", "jsonl", "--jobs", jobs]).arg(dir.path()).output().unwrap();
        assert!(output.status.success());
        String::from_utf8(output.stdout).unwrap()
    };
    let lines = run("1");
    assert_eq!(lines, run("5"));
    for (number, line) in lines.lines().enumerate() {
        let document: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(document["source"]["file"], format!("{number:02}.txt"));
    }
    assert_eq!(lines.lines().count(), 12);
}

#[test]
fn only_the_wanted_pages_are_read() {
    let dir = tempfile::tempdir().unwrap();
    let input = write(dir.path(), "a.txt", "ett\n\x0ctvå\n\x0ctre\n\x0cfyra\n");
    let output = paragraf().args(["extract", "--format", "jsonl", "--pages", "2,4-"]).arg(&input).output().unwrap();
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let numbers: Vec<_> = document["pages"].as_array().unwrap().iter().map(|page| page["number"].clone()).collect();
    assert_eq!(numbers, [2, 4]);
    assert_eq!(document["source"]["pages"], 4);
}

#[test]
fn a_dry_run_counts_and_writes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), "a.txt", "ett\n\x0ctvå\n");
    write(dir.path(), "b.pdf", "");
    paragraf()
        .args(["extract", "--dry-run", "--output"])
        .arg(dir.path().join("out"))
        .arg(dir.path())
        .assert()
        .code(1)
        .stdout(contains("2 files, 2 pages, 1 files cannot be read"))
        .stderr(contains("b.pdf: the file is empty"));
    assert!(!dir.path().join("out").exists());
}

#[test]
fn help_schema_completions_and_doctor_answer() {
    paragraf().arg("--help").assert().code(0).stdout(contains("extract").and(contains("Exit codes")));
    paragraf().args(["extract", "--help"]).assert().code(0).stdout(contains("Examples"));
    paragraf().arg("schema").assert().code(0).stdout(contains("json-schema.org/draft/2020-12"));
    paragraf().args(["completions", "bash"]).assert().code(0).stdout(contains("paragraf"));
    paragraf()
        .arg("doctor")
        .assert()
        .code(0)
        .stdout(contains("Tesseract").and(contains("sv-latin (built in)")).and(contains("never reads ½")))
        .stdout(contains("lexicon"));
}

#[test]
fn each_stage_can_be_looked_into() {
    let dir = tempfile::tempdir().unwrap();
    let born_digital = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/scans/arbetsutskott.pdf");
    let picture = dir.path().join("page.png");
    paragraf().args(["inspect", born_digital, "--stage", "image", "--output"]).arg(&picture).assert().code(0);
    let image = image::open(&picture).unwrap();
    assert!(image.width() > 2000 && image.height() > 3000);
    let stage = |stage: &str| {
        let output = paragraf().args(["inspect", born_digital, "--page", "1", "--stage", stage]).output().unwrap();
        assert!(output.status.success(), "{stage}");
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(stage("ocr").contains("\"source\": \"text_layer\""));
    assert!(stage("correct").contains("§"));
    assert!(stage("segment").contains("\"schema_version\""));
}
