//! Searchable PDF/A-2b: every input as it was scanned, its words invisible where they are printed, a bookmark for each
//! matter.

mod about;
mod annotations;
mod book;
mod content;
mod copy;
mod file;
mod font;
mod fonts;
mod images;
mod jpeg;
mod jpeg2000;
mod masked;
mod picture;
mod place;
mod profile;
mod text;
mod tiff;

use super::naming::{PDF_FOLDER, pdf_of};
use super::words::placed;
use super::{Entry, Job, Summary, each};
use crate::batch::kept::KeptPage;
use crate::error::{Error, Result};
use crate::input::MediaType;
use crate::naming::is_below;
use crate::page::TextSource;
use book::Book;
use std::collections::{HashMap, HashSet};

const NO_PAGES: &str = "a text file has no pages to show";
const NO_PICTURES: &str =
    "no pictures lie beside this file of words that another program recognised, so it has no pages to show";

pub fn export(job: &Job<'_>) -> Result<Summary> {
    let inputs = job.run.inputs()?;
    let mut summary = each(job, &|entry| write(job, entry, &inputs))?;
    summary.written.push(PDF_FOLDER.to_owned());
    Ok(summary)
}

fn write(job: &Job<'_>, entry: &Entry<'_>, inputs: &HashSet<String>) -> Result<Vec<String>> {
    let kind = entry.documents.first().map_or("", |document| &document.source.media_type);
    if kind == MediaType::Text.as_str() {
        return Ok(vec![NO_PAGES.to_owned()]);
    }
    let name = pdf_of(&entry.line.input, inputs);
    if !is_below(&name) {
        return Err(Error::Input("its name leads out of the folder".into()));
    }
    let pages: HashMap<u32, KeptPage> =
        entry.kept_pages()?.into_iter().map(|kept| (kept.read.page.number, kept)).collect();
    let mut words = HashMap::new();
    for page in entry.documents.iter().flat_map(|document| &document.pages) {
        if let Some(kept) = pages.get(&page.number) {
            words.insert(page.number, placed(&kept.read.page, page)?);
        }
    }
    let masks = if job.run.is_masked() { masked::places(&entry.documents, &words) } else { Ok(HashMap::new()) };
    let to_cover = masks.as_ref().ok().cloned().unwrap_or_default();
    // A page with text of its own lacks no more than what was read from its pictures; one that is covered keeps nothing.
    for (number, page) in &mut words {
        if page.ocr.source == TextSource::TextLayer && !to_cover.contains_key(number) {
            let places = pages.get(number).map_or(&[][..], |kept| &kept.read.from_picture);
            page.keep_only(places);
        }
    }
    let mut book = Book::new(words, to_cover, job.run.is_masked());
    for (original, (path, _)) in entry.original_bytes()?.into_iter().zip(entry.originals()) {
        book.add(original, &path)?;
    }
    if !book.has_pictures() {
        return Ok(vec![NO_PICTURES.to_owned()]);
    }
    // A number without a place matters only where something is shown.
    let mut covered: HashSet<u32> = masks?.into_keys().collect();
    covered.retain(|number| !book.places.contains_key(number));
    if let Some(number) = covered.into_iter().min() {
        return Err(Error::Input(format!("page {number} is not in the original, so nothing on it can be covered")));
    }
    book.finish();
    let bookmarks = about::bookmarks(&entry.documents, &book.places);
    let Book { file, notes, layers, .. } = book;
    let mut notes: Vec<String> = notes.into_iter().collect();
    if !file.faults.is_empty() {
        let faults: Vec<&str> = file.faults.iter().map(String::as_str).collect();
        notes.push(format!("a searchable PDF, but not PDF/A: {}", faults.join("; ")));
    }
    let bytes = file.finish(&about::facts(entry), &bookmarks, layers);
    job.out.write(&name, &|out| out.write_all(&bytes))?;
    Ok(notes)
}
