//! `paragraf doctor`

use crate::cli::args::DoctorArguments;
use crate::cli::exit::Exit;
use crate::cli::output::print;
use paragraf::correct::Lexicon;
use paragraf::error::Result;
use paragraf::ocr::engine::TESSERACT_ALONE;
use paragraf::ocr::model::{self, DEFAULT_MODEL, Model};
use std::fmt::Write as _;

pub fn run(arguments: &DoctorArguments) -> Result<Exit> {
    let mut report = format!("paragraf {}\n", env!("CARGO_PKG_VERSION"));
    let default = Model::find(DEFAULT_MODEL)?;
    let mut exit = Exit::Complete;
    match engine(&default) {
        Ok(version) => drop(writeln!(report, "engine    Tesseract {version}: loads the built-in model")),
        Err(error) => {
            let _ = writeln!(report, "engine    missing: {error}");
            exit = Exit::EngineMissing;
        }
    }
    describe(&mut report, &default, "built in");
    if let Some(name) = &arguments.model {
        match Model::find(name) {
            Ok(model) => describe(&mut report, &model, "asked for"),
            Err(error) => {
                let _ = writeln!(report, "model     {error}");
                exit = Exit::EngineMissing;
            }
        }
    }
    for folder in model::folders() {
        let mut paths: Vec<_> = std::fs::read_dir(&folder).into_iter().flatten().flatten().map(|e| e.path()).collect();
        paths.retain(|path| path.extension().is_some_and(|ending| ending == "traineddata"));
        paths.sort();
        for path in paths {
            match Model::find(&path.to_string_lossy()) {
                Ok(model) => describe(&mut report, &model, &path.to_string_lossy()),
                Err(error) => drop(writeln!(report, "model     {}: {error}", path.display())),
            }
        }
    }
    let lexicon = Lexicon::builtin();
    let _ = writeln!(report, "lexicon   version {}, sha256 {}", lexicon.version(), lexicon.sha256());
    if exit != Exit::Complete {
        report += "install   on Debian: apt-get install libtesseract5; other models: tesseract-ocr-swe, tesseract-ocr-script-latn\n";
    }
    print(&report)?;
    Ok(exit)
}

fn describe(report: &mut String, model: &Model, place: &str) {
    let info = model.info();
    let alphabet = model.alphabet();
    let lacks: Vec<String> = model.lacks().iter().map(char::to_string).collect();
    let reads = match (alphabet.is_empty(), lacks.is_empty()) {
        (true, _) => "no LSTM model: reads no text by itself".to_owned(),
        (_, true) => "reads all signs of Swedish protocols".to_owned(),
        _ => format!("never reads {}", lacks.join(" ")),
    };
    let _ = writeln!(
        report,
        "model     {} ({place}), {} signs, {reads}, sha256 {}",
        info.name,
        alphabet.len(),
        info.sha256
    );
    if !alphabet.is_empty() && model.engine() == TESSERACT_ALONE {
        let _ = writeln!(
            report,
            "          {} is of a kind that only Tesseract itself computes: slower, and without the lexicon's help",
            info.name
        );
    }
}

#[cfg(feature = "tesseract")]
fn engine(model: &Model) -> Result<String> {
    use paragraf::ocr::OcrEngine;
    Ok(paragraf::ocr::tesseract::TesseractEngine::new(model)?.info().version)
}

#[cfg(not(feature = "tesseract"))]
fn engine(_model: &Model) -> Result<String> {
    Err(paragraf::error::Error::EngineMissing {
        what: "this build has no Tesseract".into(),
        hint: "build paragraf with its default features".into(),
    })
}
