//! Where gold and output lie. The only file of the evaluation that reads files.
//!
//! Gold is a folder of cases, `<case>/expected.json` (a document in the output's form) with
//! `<case>/truth.txt` (the printed text, form feeds between pages) and `<case>/lines.json` (where the printed
//! lines stand), named after the input without its ending; `<case>.part2` is the second document of the
//! same file. Or a folder of documents in the output's form, as an earlier run left them.

use super::lines::Lines;
use crate::emit;
use crate::emit::wire::Document;
use crate::error::{Error, Result};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// A document as it ought to be.
#[derive(Clone, PartialEq, Debug)]
pub struct Gold {
    pub name: String,
    pub document: Document,
    /// The printed text of each page; none where nobody wrote it down.
    pub pages: Option<Vec<String>>,
    /// Where the printed lines stand, where somebody wrote it down.
    pub lines: Option<Lines>,
    /// The gold's JSON: it tells what the gold is silent about from what it says is not printed.
    json: Value,
}

impl Gold {
    /// Gold from the text of a document in the output's form, and the printed text of its pages.
    pub fn new(name: &str, json: &str, truth: Option<&str>) -> Result<Self> {
        let document = emit::read(json)?;
        let json = serde_json::from_str(json).map_err(|e| Error::Input(e.to_string()))?;
        let pages = match truth {
            Some(truth) => {
                Some(truth.strip_suffix('\u{c}').unwrap_or(truth).split('\u{c}').map(str::to_owned).collect())
            }
            None => Some(document.pages.iter().map(|page| page.text.clone()).collect())
                .filter(|_| !document.pages.is_empty()),
        };
        Ok(Gold { name: name.to_owned(), document, pages, lines: None, json })
    }

    pub fn with_lines(self, lines: Lines) -> Self {
        Gold { lines: Some(lines), ..self }
    }

    /// Whether the gold has a key, also one that is null.
    pub fn states(&self, pointer: &str) -> bool {
        self.json.pointer(pointer).is_some()
    }

    /// Whether its items have a key; true where it says that there are none.
    pub fn states_of_items(&self, key: &str) -> bool {
        match self.json.get("items").and_then(Value::as_array) {
            Some(items) => items.is_empty() || items.iter().any(|item| item.get(key).is_some()),
            None => false,
        }
    }

    /// The number in the file of each page of [`Gold::pages`].
    pub fn page_number(&self, page_idx: usize) -> u32 {
        let from_one = page_idx as u32 + 1;
        self.document.pages.get(page_idx).map_or(from_one, |page| page.number.max(1))
    }
}

/// A case and where its gold lies.
struct Case {
    gold: Gold,
    /// Relative to the folder of gold.
    path: PathBuf,
    is_document: bool,
}

/// Every case of a folder of gold, with the output found for it, by name.
pub fn load(gold_dir: &Path, out_dir: &Path) -> Result<Vec<(Gold, Option<Document>)>> {
    let cases = cases_in(gold_dir)?;
    if cases.is_empty() {
        let what = format!("no <case>/expected.json and no document in {}", gold_dir.display());
        return Err(Error::Usage(what));
    }
    let out_dir = documents_of(out_dir);
    let outputs = json_files(&out_dir)?;
    let mut pairs = Vec::with_capacity(cases.len());
    for case in cases {
        let found = match output_of(&case, &outputs) {
            Some(path) => Some(read_document(&out_dir.join(path))?),
            None => None,
        };
        pairs.push((case.gold, found));
    }
    Ok(pairs)
}

/// Every case of a folder of gold, by name.
pub fn load_gold(dir: &Path) -> Result<Vec<Gold>> {
    Ok(cases_in(dir)?.into_iter().map(|case| case.gold).collect())
}

fn cases_in(dir: &Path) -> Result<Vec<Case>> {
    let files = json_files(dir)?;
    let expected: Vec<&PathBuf> = files.iter().filter(|file| file.ends_with("expected.json")).collect();
    let mut cases = Vec::new();
    for file in &expected {
        let case_dir = dir.join(file).parent().map(Path::to_path_buf).unwrap_or_default();
        let name = case_dir.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let truth_path = case_dir.join("truth.txt");
        let truth = if truth_path.exists() { Some(read_text(&truth_path)?) } else { None };
        let mut gold = gold_from(&name, &dir.join(file), truth.as_deref())?;
        let lines_path = case_dir.join("lines.json");
        if lines_path.exists() {
            let in_case = |e: Error| Error::Input(format!("{}: {e}", case_dir.display()));
            gold = gold.with_lines(Lines::from_json(&read_text(&lines_path)?).map_err(in_case)?);
        }
        cases.push(Case { gold, path: (*file).clone(), is_document: false });
    }
    if cases.is_empty() {
        let dir = documents_of(dir);
        for file in json_files(&dir)? {
            let name = file.with_extension("").to_string_lossy().into_owned();
            let gold = gold_from(&name, &dir.join(&file), None)?;
            cases.push(Case { gold, path: file, is_document: true });
        }
    }
    Ok(cases)
}

fn gold_from(name: &str, path: &Path, truth: Option<&str>) -> Result<Gold> {
    Gold::new(name, &read_text(path)?, truth).map_err(|e| Error::Input(format!("{}: {e}", path.display())))
}

/// The output of a case: at the same path, for the same file, or of the same name without its ending.
fn output_of<'a>(case: &Case, outputs: &'a [PathBuf]) -> Option<&'a PathBuf> {
    let file_name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if case.is_document {
        let same_path = outputs.iter().find(|path| **path == case.path);
        return same_path.or_else(|| outputs.iter().find(|path| file_name(path) == file_name(&case.path)));
    }
    let source = &case.gold.document.source.file;
    let same_source = format!("{}.json", source.rsplit('/').next().unwrap_or(source));
    // `a.pdf.json` is of the case `a`, `a.pdf.part2.json` of `a.part2`.
    let stem = |path: &Path| {
        let of_input = file_name(path).strip_suffix(".json").unwrap_or_default().to_owned();
        let (of_input, part) = match of_input.rsplit_once(".part") {
            Some((before, number)) if number.parse::<u32>().is_ok() => (before, format!(".part{number}")),
            _ => (of_input.as_str(), String::new()),
        };
        let stem = Path::new(of_input).file_stem().unwrap_or_default().to_string_lossy().into_owned();
        stem + &part
    };
    let of_case =
        |path: &&PathBuf| stem(path) == case.gold.name || file_name(path) == format!("{}.json", case.gold.name);
    let in_case_dir = |path: &&PathBuf| path.parent().is_some_and(|dir| dir.ends_with(&case.gold.name));
    outputs
        .iter()
        .filter(of_case)
        .find(|path| file_name(path) == same_source)
        .or_else(|| outputs.iter().find(of_case))
        .or_else(|| outputs.iter().find(in_case_dir))
}

/// The folder's `documents/` where it has one.
fn documents_of(dir: &Path) -> PathBuf {
    let documents = dir.join("documents");
    if documents.is_dir() { documents } else { dir.to_path_buf() }
}

fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|e| Error::io(path, e))
}

fn read_document(path: &Path) -> Result<Document> {
    emit::read(&read_text(path)?).map_err(|e| Error::Input(format!("{}: {e}", path.display())))
}

/// The JSON files below a folder, sorted, relative to it. `run.json` is of the run and no document.
fn json_files(dir: &Path) -> Result<Vec<PathBuf>> {
    let (mut files, mut folders) = (Vec::new(), vec![dir.to_path_buf()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(|e| Error::io(&folder, e))? {
            let entry = entry.map_err(|e| Error::io(&folder, e))?;
            let path = entry.path();
            // A link is not followed into a folder: it may lead back up.
            let is_folder = entry.file_type().map_err(|e| Error::io(&path, e))?.is_dir();
            if is_folder {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "json") && entry.file_name() != "run.json" {
                files.push(path.strip_prefix(dir).map(Path::to_path_buf).unwrap_or(path));
            }
        }
    }
    files.sort();
    Ok(files)
}
