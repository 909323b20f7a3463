//! What is exported is read back: the same words in the same places, and nearly the same documents.

use super::pages;
use crate::util::{extract, files, fixtures_run, paragraf};
use paragraf::export::{Run, words::placed};
use paragraf::page::BBox;
use std::collections::BTreeMap;
use std::path::Path;

/// The words of every page of a run with their places, sorted; by input and page.
fn words_of_run(folder: &Path) -> BTreeMap<(String, u32), Vec<(String, BBox)>> {
    let run = Run::open(folder, false, None).unwrap();
    let mut all = BTreeMap::new();
    for line in run.lines().map(|line| line.unwrap()) {
        let entry = run.entry(&line).unwrap();
        let pages = entry.pages().unwrap();
        for page in entry.documents.iter().flat_map(|document| &document.pages) {
            let ocr = pages.iter().find(|ocr| ocr.number == page.number).unwrap();
            if !ocr.has_boxes() {
                continue;
            }
            let placed = placed(ocr, page).unwrap();
            let words = placed.lines.iter().flat_map(|line| &line.words);
            let mut words: Vec<_> = words.map(|word| (word.text.clone(), word.bbox)).collect();
            words.sort();
            all.insert((line.input.clone(), page.number), words);
        }
    }
    all
}

#[test]
fn words_and_places_are_the_same_in_every_form() {
    let (dir, run) = fixtures_run(&[]);
    paragraf().arg("export").arg(&run).args(["--to", "alto,hocr,page"]).assert().code(0);
    let wanted = words_of_run(&run);
    let out = dir.path().join("out-export");
    for format in ["alto", "page", "hocr"] {
        let mut found = BTreeMap::new();
        for (name, bytes) in files(&out.join(format)) {
            for page in pages(&bytes).1 {
                let (input, number) = match name.strip_suffix(".hocr") {
                    Some(input) => (input, page.number),
                    None => {
                        let (input, number) = name.strip_suffix(".xml").unwrap().rsplit_once('/').unwrap();
                        (input, number.parse().unwrap())
                    }
                };
                let mut words: Vec<_> = page.words.into_iter().map(|word| (word.text, word.bbox)).collect();
                words.sort();
                found.insert((input.to_owned(), number), words);
            }
        }
        let n_words: usize = wanted.values().map(Vec::len).sum();
        println!("{format}: {} pages, {n_words} words", wanted.len());
        assert!(n_words > 3000 && found == wanted, "{format}");
    }
}

#[test]
fn documents_are_nearly_the_same() {
    let (dir, run) = fixtures_run(&[]);
    paragraf().arg("export").arg(&run).args(["--to", "alto,hocr,page"]).assert().code(0);
    let items = |folder: &Path| {
        let run = Run::open(folder, false, None).unwrap();
        let mut all = BTreeMap::new();
        for line in run.lines().map(|line| line.unwrap()) {
            let documents = run.entry(&line).unwrap().documents;
            let items = documents.iter().flat_map(|document| &document.items);
            let titles: Vec<_> = items.map(|item| (item.number, item.title.clone())).collect();
            all.insert(line.input.trim_end_matches(".hocr").to_owned(), titles);
        }
        all
    };
    let wanted = items(&run);
    for (format, arguments) in [("alto", &["--join", "folder"][..]), ("page", &["--join", "folder"]), ("hocr", &[])] {
        let (input, again) = (dir.path().join("out-export").join(format), dir.path().join(format));
        extract(&input, &again).args(["--test-engine", "refusing:", "--quiet"]).args(arguments).assert().code(0);
        let found = items(&again);
        let (mut n_items, mut n_same) = (0, 0);
        for (name, titles) in wanted.iter().filter(|(name, _)| !name.ends_with(".txt")) {
            // A single page is not joined with anything and keeps its name.
            let single = format!("{name}/0001.xml");
            let found = found.get(name).or_else(|| found.get(&single)).unwrap_or_else(|| panic!("{format}: {name}"));
            n_items += titles.len();
            n_same += titles.iter().filter(|title| found.contains(title)).count();
        }
        println!("{format}: {n_same} of {n_items} items with the same number and title");
        assert!(n_same * 100 >= n_items * 95, "{format}: {n_same} of {n_items}");
    }
}
