//! `paragraf correct`

use crate::cli::args::CorrectArguments;
use crate::cli::exit::Exit;
use crate::cli::{print, settings};
use paragraf::correct::{self, Lexicon};
use paragraf::error::{Error, Result};
use paragraf::text;
use serde::Serialize;
use std::io::Read;

/// An edit as a line of JSON. Lines and columns count from 1, columns in code points.
#[derive(Serialize)]
struct EditLine<'a> {
    line: usize,
    column: usize,
    original: &'a str,
    corrected: &'a str,
    reason: text::Reason,
    certainty: text::Certainty,
    score: f64,
    alternatives: &'a [text::Alternative],
}

pub fn run(arguments: &CorrectArguments) -> Result<Exit> {
    let mut bytes = Vec::new();
    match &arguments.file {
        Some(path) => bytes = std::fs::read(path).map_err(|error| Error::io(path, error))?,
        None => {
            std::io::stdin().lock().read_to_end(&mut bytes).map_err(|error| Error::io("standard input", error))?;
        }
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Error::Input(format!("the text is not UTF-8 (byte {at}); convert it first, for example with iconv"))
    })?;
    let lexicon = Lexicon::builtin();
    let options = settings::correction(&arguments.correction);
    let edits = text::tidy(&text, correct::correct_text(&lexicon, &options, &text));
    if let Some(path) = &arguments.edits {
        std::fs::write(path, edit_lines(&text, &edits)?).map_err(|error| Error::io(path, error))?;
    }
    print(&text::apply(&text, &edits).0)
}

fn edit_lines(text: &str, edits: &[text::Edit]) -> Result<String> {
    let mut lines = String::new();
    let (mut line, mut line_start, mut at) = (1, 0, 0);
    for edit in edits {
        for (offset, _) in text[at..edit.span.start].match_indices('\n') {
            line += 1;
            line_start = at + offset + 1;
        }
        at = edit.span.start;
        let json = serde_json::to_string(&EditLine {
            line,
            column: text[line_start..edit.span.start].chars().count() + 1,
            original: edit.span.of(text),
            corrected: &edit.replacement,
            reason: edit.reason,
            certainty: edit.certainty,
            score: (f64::from(edit.score) * 1000.0).round() / 1000.0,
            alternatives: &edit.alternatives,
        })
        .map_err(|error| Error::Engine(error.to_string()))?;
        lines += &json;
        lines.push('\n');
    }
    Ok(lines)
}
