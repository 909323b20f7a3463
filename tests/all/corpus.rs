//! The fixtures from scan to JSON, through the program, held against their gold.

use assert_cmd::Command;
use paragraf::emit::{self, wire::Document};
use paragraf::eval;
use std::fs;
use std::path::Path;

const SCANS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/scans");
const GOLD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/gold");

fn extract(inputs: &[&str], out: &Path, jobs: &str) {
    let mut command = Command::cargo_bin("paragraf").unwrap();
    command.arg("extract").args(inputs).args(["--jobs", jobs, "--output"]).arg(out).assert().code(0);
}

fn documents(out: &Path) -> Vec<(String, String, Document)> {
    let mut documents: Vec<_> = fs::read_dir(out.join("documents"))
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let json = fs::read_to_string(&path).unwrap();
            let document = emit::read(&json).unwrap();
            (path.file_name().unwrap().to_string_lossy().into_owned(), json, document)
        })
        .collect();
    documents.sort_by(|a, b| a.0.cmp(&b.0));
    documents
}

#[test]
fn the_fixtures_come_out_as_their_gold_says() {
    let out = tempfile::tempdir().unwrap();
    extract(&[SCANS], out.path(), "2");

    let documents = documents(out.path());
    assert_eq!(documents.len(), 10);
    for (name, json, document) in &documents {
        let value: serde_json::Value = serde_json::from_str(json).unwrap();
        assert_eq!(emit::misfit(&value), None, "{name}");
        for note in &document.review {
            assert!(value.pointer(&note.field).is_some(), "{name}: {} points nowhere", note.field);
        }
        for page in &document.pages {
            let mut undone: Vec<char> = page.text.chars().collect();
            for correction in page.corrections.iter().rev().filter(|c| c.corrected == text_of(&page.text, c.span)) {
                let [start, end] = correction.span.map(|at| at as usize);
                undone.splice(start..end, correction.original.chars());
            }
            assert_eq!(undone.into_iter().collect::<String>(), page.original_text, "{name}");
        }
    }

    // Floors, well under what is measured (docs/quality.md): they catch what breaks, not what drifts.
    let report = eval::evaluate(Path::new(GOLD), out.path()).unwrap();
    assert!(report.missing.is_empty(), "{:?}", report.missing);
    for (field, floor) in [("item", 0.9), ("title", 0.8), ("date", 0.85), ("attendee", 0.75), ("signature", 0.75)] {
        let counts = report.fields.get(field).unwrap_or_else(|| panic!("{field} is not scored"));
        assert!(counts.f1() >= floor, "{field}: {:.3} is under {floor}\n{}", counts.f1(), eval::to_table(&report));
    }
}

fn text_of(text: &str, [start, end]: [u32; 2]) -> String {
    text.chars().skip(start as usize).take((end - start) as usize).collect()
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let inputs = ["skrivelse.pdf", "arbetsutskott.pdf", "folkhalsorad.txt"].map(|name| format!("{SCANS}/{name}"));
    let inputs: Vec<&str> = inputs.iter().map(String::as_str).collect();
    let [one, three] = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    extract(&inputs, one.path(), "1");
    extract(&inputs, three.path(), "3");
    let bytes = |out: &Path| documents(out).into_iter().map(|(name, json, _)| (name, json)).collect::<Vec<_>>();
    assert_eq!(bytes(one.path()), bytes(three.path()));
}
