//! The report for the archivist: one HTML page that needs nothing beside it.
//!
//! [`collect`] gathers what a run folder holds, [`html`] writes it down. Pictures of doubtful places are cut
//! by a reader, which the caller gives: decoders run where it lets them.

mod content;
mod html;

pub use content::{Doubtful, Place, Report, Sampled};
pub use html::html;

use crate::batch::manifest::{Line, Manifest, OutputKind};
use crate::batch::record::RunRecord;
use crate::batch::{FileStatus, InputFile};
use crate::emit::{self, wire};
use crate::error::Result;
use crate::reader::{Crop, FileInfo, PageReader, joined};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

#[derive(Clone, Debug)]
pub struct Options {
    /// Documents whose doubtful places are shown.
    pub n_documents: usize,
    /// Places shown of each.
    pub n_places: usize,
    /// Documents drawn at random, to be checked by hand.
    pub n_sample: usize,
    /// The same seed draws the same documents; the run's id unless given.
    pub seed: Option<String>,
}

impl Default for Options {
    fn default() -> Self {
        Options { n_documents: 30, n_places: 6, n_sample: 20, seed: None }
    }
}

/// Gathers the report of a run folder.
pub fn collect(folder: &Path, options: &Options, reader: &mut dyn PageReader) -> Result<Report> {
    let record = RunRecord::load(folder)?;
    let lines = Manifest::load(folder)?.lines;
    let mut warnings: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (code, n) in lines.iter().flat_map(|line| &line.warnings) {
        let counts = warnings.entry(code.clone()).or_default();
        *counts = (counts.0 + n, counts.1 + 1);
    }
    let seed = options.seed.clone().unwrap_or_else(|| record.id.clone());
    let mut by_doubt: Vec<&Line> = lines.iter().filter(|line| line.to_review > 0).collect();
    by_doubt.sort_by_key(|line| (std::cmp::Reverse(line.to_review), line.input.clone()));
    let to_review = by_doubt
        .into_iter()
        .take(options.n_documents)
        .flat_map(|line| doubtful(folder, line, options.n_places, reader))
        .collect();
    let sample = drawn(&lines, &seed, options.n_sample).into_iter().filter_map(|line| sampled(folder, line)).collect();
    Ok(Report { folder: folder.to_owned(), is_beside: false, record, lines, warnings, to_review, sample, seed })
}

fn documents<'a>(folder: &'a Path, line: &'a Line) -> impl Iterator<Item = (String, wire::Document)> + 'a {
    let paths = line.outputs.iter().filter(|output| output.kind == OutputKind::Document).map(|output| &output.path);
    paths.filter_map(|path| {
        let json = std::fs::read_to_string(folder.join(path)).ok()?;
        Some((path.clone(), emit::read(&json).ok()?))
    })
}

fn doubtful(folder: &Path, line: &Line, n_places: usize, reader: &mut dyn PageReader) -> Vec<Doubtful> {
    let mut file: Option<Option<FileInfo>> = None;
    documents(folder, line)
        .filter(|(_, document)| !document.review.is_empty())
        .map(|(document_path, document)| {
            let value = serde_json::to_value(&document).unwrap_or_default();
            let mut places: Vec<Place> = document
                .review
                .iter()
                .take(n_places)
                .map(|note| Place {
                    field: note.field.clone(),
                    reason: note.reason.clone(),
                    confidence: note.confidence,
                    page: note.page,
                    value: value.pointer(&note.field).and_then(plain),
                    picture: None,
                })
                .collect();
            // An input that was moved or changed since gives no pictures; the report stands without.
            let file = file.get_or_insert_with(|| {
                let parts: Vec<_> = line.parts.iter().map(|part| InputFile::new(&part.path, &*part.input)).collect();
                let input = InputFile { parts, ..InputFile::new(&line.path, &*line.input) };
                input.open(reader).ok().filter(|file| Some(&file.sha256) == line.sha256.as_ref())
            });
            if let Some(file) = file {
                add_pictures(&document, file, &mut places, reader);
            }
            Doubtful { line: line.clone(), document_path, n_places: document.review.len(), places }
        })
        .collect()
}

fn add_pictures(document: &wire::Document, file: &FileInfo, places: &mut [Place], reader: &mut dyn PageReader) {
    for (place, note) in places.iter_mut().zip(&document.review) {
        let page = document.pages.iter().find(|page| Some(page.number) == note.page);
        if let (Some(bbox), Some(wire::Page { width: Some(width), height: Some(height), rotation, number, .. })) =
            (note.bbox, page)
        {
            let crop = Crop { page: *number, width: *width, height: *height, rotation: *rotation, boxes: vec![bbox] };
            place.picture = joined::crops(reader, file, &crop).ok().and_then(|mut pictures| pictures.pop());
        }
    }
}

fn plain(value: &serde_json::Value) -> Option<String> {
    match value {
        serde_json::Value::String(text) => Some(text.clone()),
        serde_json::Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Files by a hash of seed and name: a sample that anyone can draw again, of any number.
fn drawn<'a>(lines: &'a [Line], seed: &str, n: usize) -> Vec<&'a Line> {
    let mut lines: Vec<&Line> =
        lines.iter().filter(|line| matches!(line.status, FileStatus::Complete | FileStatus::Partial)).collect();
    lines.sort_by_cached_key(|line| Sha256::digest(format!("{seed}\n{}", line.input)).to_vec());
    lines.truncate(n);
    lines.sort_by(|a, b| a.input.cmp(&b.input));
    lines
}

fn sampled(folder: &Path, line: &Line) -> Option<Sampled> {
    let (document_path, document) = documents(folder, line).next()?;
    let meeting = &document.meeting;
    let mut facts: Vec<(&str, String)> = vec![("kind", meeting.kind.as_str().to_owned())];
    let mut add = |label, value: Option<String>| facts.extend(value.map(|value| (label, value)));
    add("municipality", meeting.municipality.clone());
    add("body", meeting.body.clone());
    add("date", meeting.date.clone());
    add("place", meeting.place.clone());
    let labels: Vec<&str> = document.items.iter().filter_map(|item| item.label.as_deref()).collect();
    add("items", Some(document.items.len().to_string()));
    add("first item", labels.first().map(|label| (*label).to_owned()));
    add("last item", labels.last().map(|label| (*label).to_owned()));
    add("attendees", Some(document.attendees.len().to_string()));
    let names: Vec<&str> = document.signatures.iter().filter_map(|signature| signature.name.as_deref()).collect();
    add("signed by", (!names.is_empty()).then(|| names.join(", ")));
    Some(Sampled { line: line.clone(), document_path, facts })
}
