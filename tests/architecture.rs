//! The house as `docs/architecture.md` draws it: who may import whom, no circles, no file too long, no words in code.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The rooms of the crate with what each may import. What is not named here is nobody's.
const ROOMS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("page", &["text"]),
    ("error", &["page"]),
    ("protocol", &["page", "text"]),
    ("guard", &["error"]),
    ("hash", &["error"]),
    ("naming", &[]),
    ("personnummer", &["text"]),
    ("input", &["correct", "error", "page", "text"]),
    ("correct", &["error", "hash", "page", "text"]),
    ("ocr", &["correct", "error", "hash", "input", "page", "text"]),
    ("reader", &["error", "guard", "hash", "input", "ocr", "page", "text"]),
    ("segment", &["correct", "error", "page", "protocol", "text"]),
    ("emit", &["correct", "error", "page", "personnummer", "protocol", "segment", "text"]),
    ("overrides", &["emit", "error", "hash", "naming", "page", "protocol", "text"]),
    ("mask", &["emit", "error", "hash", "page", "personnummer", "text"]),
    ("pipeline", &["correct", "emit", "error", "ocr", "overrides", "page", "segment", "text"]),
    ("eval", &["correct", "emit", "error", "page", "text"]),
    (
        "batch",
        &[
            "correct",
            "emit",
            "error",
            "guard",
            "hash",
            "input",
            "mask",
            "naming",
            "ocr",
            "overrides",
            "page",
            "pipeline",
            "reader",
            "text",
        ],
    ),
    ("verify", &["batch", "emit", "error", "hash", "mask", "naming", "overrides"]),
    ("diff", &["batch", "emit", "error", "export", "guard"]),
    ("export", &["batch", "emit", "error", "guard", "hash", "input", "naming", "overrides", "page", "reader", "text"]),
    ("report", &["batch", "emit", "error", "naming", "overrides", "reader"]),
];

/// The rooms of `src/segment`, from left to right: each imports from itself and from those before it.
const SEGMENT: &[&str] = &["words", "print", "marks", "outline", "fields", "agreement"];

/// The folders of `src/segment/fields`, in the same way.
const FIELDS: &[&str] = &["person", "form", "contents", "meeting", "attendance", "item", "signature", "notice"];

const LONGEST_FILE: usize = 600;
const MOST_WORDS_IN_CODE: usize = 150;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Rust files below a folder with their text, by their path from the crate's root.
fn files(folder: &str) -> BTreeMap<String, String> {
    fn walk(folder: &Path, out: &mut BTreeMap<String, String>) {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, out);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let name = path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
                out.insert(name, std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut out = BTreeMap::new();
    walk(&root().join(folder), &mut out);
    out
}

/// A file's text without its unit tests and its comments.
fn code(text: &str) -> String {
    let end = text.find("#[cfg(test)]\nmod ").unwrap_or(text.len());
    text[..end].lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The module that a file of `src` is: `segment::words::labels`, empty for the crate's root.
fn module_of(file: &str) -> String {
    let inner = file.trim_start_matches("src/").trim_end_matches(".rs");
    let inner = inner.strip_suffix("/mod").unwrap_or(inner);
    if inner == "lib" { String::new() } else { inner.replace('/', "::") }
}

/// Paths into the crate that a file's code names, with `crate::` and `super::` resolved and braces taken apart.
fn paths(module: &str, code: &str) -> BTreeSet<String> {
    let name = regex::Regex::new(r"\b(crate|super(?:::super)*)::((?:\w+::)*)(\w+|\{)").unwrap();
    let mut out = BTreeSet::new();
    for found in name.captures_iter(code) {
        let own: Vec<&str> = module.split("::").filter(|part| !part.is_empty()).collect();
        let up = if &found[1] == "crate" { own.len() } else { found[1].matches("super").count() };
        let base = own[..own.len().saturating_sub(up)].join("::");
        let stem = [base.as_str(), found[2].trim_end_matches("::")].into_iter().filter(|part| !part.is_empty());
        let stem = stem.collect::<Vec<_>>().join("::");
        if &found[3] == "{" {
            let from = found.get(0).unwrap().end();
            for leaf in leaves(&code[from..]) {
                out.insert(if stem.is_empty() { leaf } else { format!("{stem}::{leaf}") });
            }
        } else {
            out.insert(if stem.is_empty() { found[3].to_owned() } else { format!("{stem}::{}", &found[3]) });
        }
    }
    out
}

/// The names inside a brace of an import, nested braces included: `a, b::{c, d}}` gives a, b::c, b::d.
fn leaves(text: &str) -> Vec<String> {
    let (mut stack, mut word, mut out) = (Vec::<String>::new(), String::new(), Vec::new());
    for c in text.chars() {
        match c {
            '{' => stack.push(std::mem::take(&mut word)),
            '}' | ',' => {
                if !word.is_empty() {
                    let path = stack.concat() + word.split(" as ").next().unwrap_or("");
                    out.push(path.trim_end_matches("::self").to_owned());
                }
                word.clear();
                if c == '}' && stack.pop().is_none() {
                    break;
                }
            }
            c if c.is_whitespace() => {}
            c => word.push(c),
        }
    }
    out
}

/// Which files import which, by file.
fn imports() -> BTreeMap<String, BTreeSet<String>> {
    let all = files("src");
    let by_module: BTreeMap<String, &String> = all.keys().map(|file| (module_of(file), file)).collect();
    let mut out = BTreeMap::new();
    for (file, text) in all.iter().filter(|(file, _)| !file.starts_with("src/cli") && *file != "src/main.rs") {
        let module = module_of(file);
        let mut targets = BTreeSet::new();
        for path in paths(&module, &code(text)) {
            let parts: Vec<&str> = path.split("::").collect();
            let owner = (1..=parts.len()).rev().find_map(|n| by_module.get(&parts[..n].join("::")));
            if let Some(owner) = owner.filter(|owner| **owner != file) {
                targets.insert((*owner).clone());
            }
        }
        out.insert(file.clone(), targets);
    }
    out
}

fn room(file: &str) -> String {
    module_of(file).split("::").next().unwrap_or("").to_owned()
}

#[test]
fn rooms_import_only_what_they_may() {
    let mut wrong = Vec::new();
    for (file, targets) in imports() {
        let own = room(&file);
        if own.is_empty() {
            continue;
        }
        let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == own) else {
            panic!("{file}: the room {own} is not in the table of this test");
        };
        for target in targets {
            let other = room(&target);
            if other != own && !allowed.contains(&other.as_str()) {
                wrong.push(format!("{file} imports {target}"));
            }
        }
    }
    assert!(wrong.is_empty(), "imports that the table does not allow:\n{}", wrong.join("\n"));
}

#[test]
fn segmentation_goes_from_left_to_right() {
    let place = |order: &[&str], file: &str, folder: &str| {
        let name = file.strip_prefix(folder)?.split(['/', '.']).next()?;
        order.iter().position(|room| *room == name)
    };
    let mut wrong = Vec::new();
    for (file, targets) in imports() {
        for target in targets {
            for (folder, order) in [("src/segment/", SEGMENT), ("src/segment/fields/", FIELDS)] {
                if let (Some(own), Some(other)) = (place(order, &file, folder), place(order, &target, folder))
                    && other > own
                {
                    wrong.push(format!("{file} imports {target}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "imports from right to left:\n{}", wrong.join("\n"));
}

#[test]
fn every_folder_of_segmentation_is_in_order() {
    for (folder, order) in [("src/segment", SEGMENT), ("src/segment/fields", FIELDS)] {
        for entry in std::fs::read_dir(root().join(folder)).unwrap().map(Result::unwrap) {
            let name = entry.file_name().to_string_lossy().trim_end_matches(".rs").to_owned();
            assert!(
                name == "mod" || order.contains(&name.as_str()),
                "{folder}/{name} is not in the table of this test"
            );
        }
    }
}

#[test]
fn no_file_imports_itself_through_others() {
    let graph = imports();
    /// Depth first; the first way back to a file that is being visited is a circle.
    fn visit(at: &str, graph: &BTreeMap<String, BTreeSet<String>>, way: &mut Vec<String>, done: &mut BTreeSet<String>) {
        if let Some(from) = way.iter().position(|file| file == at) {
            panic!("a circle of imports: {}", way[from..].join(" -> "));
        }
        if !done.insert(at.to_owned()) {
            return;
        }
        way.push(at.to_owned());
        for target in graph.get(at).into_iter().flatten() {
            // Done before, or a circle: only what is on the way is one.
            if way.contains(target) || !done.contains(target) {
                visit(target, graph, way, done);
            }
        }
        way.pop();
    }
    let mut done = BTreeSet::new();
    for file in graph.keys() {
        visit(file, &graph, &mut Vec::new(), &mut done);
    }
}

#[test]
fn files_are_short() {
    let mut long = Vec::new();
    for folder in ["src", "tests", "benches", "examples", "fuzz"] {
        for (file, text) in files(folder) {
            let n = text.lines().count();
            if n > LONGEST_FILE && !file.contains("/target/") {
                long.push(format!("{file}: {n} lines"));
            }
        }
    }
    assert!(long.is_empty(), "files over {LONGEST_FILE} lines:\n{}", long.join("\n"));
}

/// String literals of code that speak Swedish: with å, ä or ö, or of two words.
fn swedish_literals(code: &str) -> Vec<String> {
    let literal = regex::Regex::new(r###"(?s)r#*"(.*?)"#*|"((?:[^"\\]|\\.)*)""###).unwrap();
    let swedish = regex::Regex::new(r"[åäöÅÄÖ]|\p{L}+ \p{L}+").unwrap();
    let text = |found: regex::Captures| found.get(1).or(found.get(2)).map_or("", |m| m.as_str()).to_owned();
    literal.captures_iter(code).map(text).filter(|text| swedish.is_match(text)).collect()
}

#[test]
fn words_are_data() {
    let mut counts: Vec<(usize, String)> = files("src/segment")
        .iter()
        .map(|(file, text)| (swedish_literals(&code(text)).len(), file.clone()))
        .filter(|(n, _)| *n > 0)
        .collect();
    counts.sort_by(|a, b| b.cmp(a));
    let all: usize = counts.iter().map(|(n, _)| n).sum();
    assert!(
        all < MOST_WORDS_IN_CODE,
        "{all} literals of Swedish words stand in code; they belong into dictionaries/forms:\n{}",
        counts.iter().map(|(n, file)| format!("{n:4} {file}")).collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn the_checks_see_what_they_look_for() {
    assert_eq!(swedish_literals(r#"let a = ["på", "i dag", "kl", "\"x\""];"#), ["på", "i dag"]);
    let found = paths("a::b", "use crate::c::{d, e::{self, F}};\nuse super::g;\nfn x() { crate::h::i(); }");
    assert_eq!(found.into_iter().collect::<Vec<_>>(), ["a::g", "c::d", "c::e", "c::e::F", "h::i"]);
}
