//! The dictionaries are plain text that people read and review: sorted, each entry once, nothing that contradicts
//! another list. And the packed form says what they say.

use paragraf::correct::lexicon::{Lexicon, Tables};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

const FILES: [&str; 13] = [
    "compound-parts.tsv",
    "foreign-words.tsv",
    "given-names.tsv",
    "inflections.tsv",
    "name-parts.tsv",
    "pairs.tsv",
    "period-words.tsv",
    "places.tsv",
    "proper-nouns.tsv",
    "surnames.tsv",
    "terms.tsv",
    "triples.tsv",
    "words.tsv",
];

fn read(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("dictionaries").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn rows(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

#[test]
fn lists_are_sorted_and_name_nothing_twice() {
    for name in FILES {
        let text = read(name);
        assert!(
            text.starts_with("# ") && text.lines().nth(1).is_some_and(|l| l.starts_with("# ")),
            "{name}: no notice"
        );
        let n_keys = if name == "name-parts.tsv" { 2 } else { 1 };
        let keys: Vec<_> = rows(&text).map(|row| row[..n_keys].join("\t")).collect();
        for pair in keys.windows(2) {
            assert!(pair[0] < pair[1], "{name}: {:?} stands before {:?}", pair[0], pair[1]);
        }
        for row in rows(&text) {
            assert!(!row[0].trim().is_empty() && row[0] == row[0].trim(), "{name}: {row:?}");
            let numbers = &row[n_keys..];
            assert!(numbers.iter().all(|n| n.parse::<u64>().is_ok()), "{name}: {row:?}");
        }
    }
}

#[test]
fn lists_do_not_contradict_each_other() {
    let (words, inflections) = (read("words.tsv"), read("inflections.tsv"));
    let words: BTreeSet<_> = rows(&words).map(|row| row[0]).collect();
    let both: Vec<_> = rows(&inflections).map(|row| row[0]).filter(|word| words.contains(word)).collect();
    assert!(both.is_empty(), "counted and uncounted at once: {both:?}");
    assert!(words.iter().all(|word| word.chars().all(|c| !c.is_uppercase())), "words are in lower case");
    let proper = read("proper-nouns.tsv");
    let listed: BTreeSet<String> = ["given-names.tsv", "surnames.tsv", "places.tsv"]
        .iter()
        .flat_map(|f| rows(&read(f)).map(|r| r[0].to_owned()).collect::<Vec<_>>())
        .collect();
    let twice: Vec<_> = rows(&proper).map(|row| row[0]).filter(|name| listed.contains(*name)).collect();
    assert!(twice.is_empty(), "listed elsewhere too: {twice:?}");
}

#[test]
fn everyday_spellings_outweigh_those_that_lost_their_dots() {
    let words = read("words.tsv");
    let frequency: BTreeMap<_, u64> = rows(&words).map(|row| (row[0], row[1].parse().unwrap_or(0))).collect();
    for (right, plain) in
        [("för", "for"), ("är", "ar"), ("på", "pa"), ("när", "nar"), ("från", "fran"), ("också", "ocksa")]
    {
        let of = |word| frequency.get(word).copied().unwrap_or(0);
        assert!(of(right) > 100 * of(plain), "{right} {} and {plain} {}", of(right), of(plain));
    }
}

#[test]
fn the_packed_form_says_what_the_lists_say() {
    let lexicon = Lexicon::builtin();
    for word in ["protokoll", "Sammanträdesdatum", "NÄMNDENS", "skulle", "blifva", "utsågos", "jämväl", "för"] {
        assert!(lexicon.is_word(word), "{word}");
    }
    for word in
        ["kommunövergripande", "samhällsbyggnadsnämndens", "trygghetsvandringarna", "nulägesstatus", "takomläggningen"]
    {
        assert!(lexicon.is_word(word), "{word}");
    }
    for word in ["nulagesstatus", "sammantradesdatum", "ordforande", "protokollct", "", "xqzw", "§", "12"] {
        assert!(!lexicon.is_word(word), "{word}");
    }
    assert!(lexicon.is_given_name("Åsa") && lexicon.is_given_name("Carl-Johan") && !lexicon.is_given_name("Bord"));
    assert!(lexicon.is_surname("Wachtmeister") && lexicon.is_place("Norrköpings") && lexicon.is_place("Ystad"));
    assert!(lexicon.frequency("och") > 1e7 && lexicon.frequency("nämndens") > 100.0);
    assert_eq!(lexicon.sha256().len(), 64);
}

#[test]
fn a_lexicon_of_five_words() {
    let tables = Tables {
        words: &["nämnd\t900\nsamhälle\t500\nbeslut\t700\n"],
        compound_parts: "nämnd\t5\t50\nsamhälls\t90\t0\n",
        surnames: "Öst\t30\n",
        pairs: "nämnd beslut\t40\n",
        ..Tables::default()
    };
    let lexicon = Lexicon::from_tables(&tables);
    assert!(lexicon.is_word("Samhällsnämnd") && !lexicon.is_word("samhällsnamnd") && !lexicon.is_word("och"));
    assert!(lexicon.is_surname("Öst") && !lexicon.is_word("Öst"));
    assert!(lexicon.frequency("nämnd") > lexicon.frequency("samhälle"));
    assert_ne!(lexicon.sha256(), Lexicon::builtin().sha256());
}

/// The tables of words of forms: file's stem, class, form.
fn forms() -> Vec<(String, String, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("dictionaries/forms");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut out = Vec::new();
    for path in files {
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.lines().take(2).all(|line| line.starts_with("# ")), "{stem}: no notice");
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let (class, form) = line.split_once('\t').unwrap_or_else(|| panic!("{stem}: {line}"));
            out.push((stem.clone(), class.to_owned(), form.to_owned()));
        }
    }
    out
}

#[test]
fn words_of_forms_are_sorted_and_stand_once() {
    let rows = forms();
    assert!(rows.len() > 2_000, "{} rows", rows.len());
    for pair in rows.windows(2) {
        assert!(pair[0] < pair[1], "{:?} stands before {:?}", pair[0], pair[1]);
    }
    for (file, class, form) in &rows {
        let is_name = class.chars().all(|c| c.is_alphanumeric() || c == '_');
        assert!(is_name && form.trim() == form && !form.is_empty() && !form.contains("  "), "{file}: {class}: {form}");
    }
}

#[test]
fn no_label_heading_or_role_means_two_things() {
    let mut seen: BTreeMap<(String, String), String> = BTreeMap::new();
    for (file, class, form) in forms() {
        if matches!(file.as_str(), "labels" | "headings" | "list-words") {
            let before = seen.insert((file.clone(), form.clone()), class.clone());
            assert_eq!(before, None, "{file}: {form} is {class} too");
        }
    }
}

#[test]
fn every_class_of_words_is_asked_for() {
    fn sources(folder: &std::path::Path, out: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.path().is_dir() {
                sources(&entry.path(), out);
            } else {
                out.push_str(&std::fs::read_to_string(entry.path()).unwrap());
            }
        }
    }
    let mut code = String::new();
    sources(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/segment"), &mut code);
    let classes: BTreeSet<_> = forms().into_iter().map(|(file, class, _)| (file, class)).collect();
    for (file, class) in classes {
        // Classes that are numbered or keyed are asked for by their beginning, those of labels by their keys.
        let start = class.rsplit_once('_').map_or(class.as_str(), |(start, _)| start);
        let is_named = code.contains(&format!("{file}.{class}"))
            || code.contains(&format!("{file}.{start}_"))
            || code.contains(&format!("\"{class}\""))
            || code.contains(&format!("\"{file}.{{"));
        assert!(is_named, "nobody asks for {file}.{class}");
    }
}
