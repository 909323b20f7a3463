//! Models whose network only Tesseract itself computes: it reads with them, and whoever asks is told.

use crate::util::{extract, paragraf, write};
use paragraf::emit;
use predicates::prelude::*;
use predicates::str::contains;
use std::fs;
use std::path::{Path, PathBuf};

/// The built-in model with a description of its network that is too long for any that is computed here. Tesseract
/// passes over it.
fn model_for_tesseract_alone(folder: &Path) -> PathBuf {
    const LSTM: usize = 17;
    const DESCRIPTION: &[u8] = b"[1,48,0,1Ct3,3,16Mp3,3Lfys64Lfx96Lrx96Lfx192O1c1]";
    let model = fs::read("models/sv-latin.traineddata").unwrap();
    let at = model.windows(DESCRIPTION.len()).position(|window| window == DESCRIPTION).unwrap();
    let more = [b' '; 5000];
    let length = (DESCRIPTION.len() + more.len()) as u32;
    let end = at + DESCRIPTION.len();
    let mut longer = [&model[..at - 4], &length.to_le_bytes(), &model[at..end], &more, &model[end..]].concat();
    let n_parts = u32::from_le_bytes(longer[..4].try_into().unwrap()) as usize;
    for part in LSTM + 1..n_parts {
        let place = 4 + part * 8..12 + part * 8;
        let start = i64::from_le_bytes(longer[place.clone()].try_into().unwrap());
        if start >= 0 {
            longer[place].copy_from_slice(&(start + more.len() as i64).to_le_bytes());
        }
    }
    write(folder, "long.traineddata", longer)
}

#[test]
fn a_model_that_only_tesseract_computes_is_told() {
    let dir = tempfile::tempdir().unwrap();
    let model = model_for_tesseract_alone(dir.path());
    let told = contains("long is of a kind that only Tesseract itself computes");
    paragraf().args(["doctor", "--model"]).arg(&model).assert().code(0).stdout(told.clone());
    paragraf().arg("doctor").assert().code(0).stdout(told.not());

    let input = dir.path().join("in");
    write(&input, "a.png", fs::read("tests/inputs/expected-01.png").unwrap());
    let document = |out: &Path| {
        let json = fs::read_to_string(out.join("documents/a.png.json")).unwrap();
        emit::read(&json).unwrap()
    };
    let (usual, alone) = (dir.path().join("usual"), dir.path().join("alone"));
    let note = contains("only Tesseract itself computes the model");
    extract(&input, &usual).assert().code(0).stderr(note.clone().not());
    extract(&input, &alone).arg("--model").arg(&model).assert().code(0).stderr(note);
    for (out, engine) in [(&usual, "tesseract"), (&alone, "tesseract-alone")] {
        let document = document(out);
        assert!(document.pages[0].text.contains("Nämnden beslutar att"), "{engine}: {}", document.pages[0].text);
        assert_eq!(document.producer.ocr.unwrap().engine, engine);
        let run: serde_json::Value = serde_json::from_slice(&fs::read(out.join("run.json")).unwrap()).unwrap();
        assert_eq!(run["engine"]["name"], engine);
    }
    paragraf().arg("verify").arg(&alone).assert().code(0);
}
