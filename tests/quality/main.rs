//! What is found on the recorded pages, held against the gold and against what was found before: see `table.rs` for
//! what fails. Correction, segmentation and output run; no engine is needed.
//!
//! `make quality-table` writes the table anew, `make quality` holds pages that were read afresh against it.

use paragraf::correct::Lexicon;
use paragraf::emit::wire::Document;
use paragraf::eval::{self, Report};
use paragraf::naming::part_name;
use rayon::prelude::*;
use recorded::Recorded;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use table::{Table, Verdict};

mod old_prose;
mod recorded;
mod table;

/// Sets and where their gold lies.
const SETS: [(&str, &str); 3] =
    [("fixtures", "fixtures/gold"), ("layouts", "fixtures/layouts/gold"), ("samples", "fixtures/samples/gold")];

fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn table_path() -> PathBuf {
    at("fixtures/recorded/quality.tsv")
}

fn table_before() -> Table {
    let text = fs::read_to_string(table_path()).expect("fixtures/recorded/quality.tsv");
    Table::parse(&text).expect("fixtures/recorded/quality.tsv is no table; `make quality-table` writes it")
}

/// The documents of a set's recorded pages by case.
fn documents(set: &str, lexicon: &Lexicon) -> BTreeMap<String, Document> {
    let cases = recorded::cases(&at("fixtures/recorded").join(set)).expect(set);
    let documents = cases.par_iter().flat_map_iter(|(case, path)| {
        let recorded = Recorded::load(path).unwrap_or_else(|error| panic!("{error}"));
        let documents = recorded.documents(lexicon);
        documents.into_iter().enumerate().map(|(idx, document)| (part_name(case, idx), document))
    });
    documents.collect()
}

fn measured() -> Table {
    let lexicon = Lexicon::builtin();
    let sets = SETS.map(|(set, gold)| {
        let gold = eval::load_gold(&at(gold)).expect(set);
        let mut found = documents(set, &lexicon);
        let mut scores: Vec<_> = gold.par_iter().map(|gold| eval::score(gold, found.get(&gold.name))).collect();
        let mut report = Report::default();
        for (gold, scores) in gold.iter().zip(scores.drain(..)) {
            assert!(
                found.remove(&gold.name).is_some(),
                "{set}/{}: no such document among the recorded pages",
                gold.name
            );
            report.add(scores);
        }
        assert!(found.is_empty(), "{set}: found, and not in the gold: {:?}", found.keys());
        (set, report)
    });
    Table::new(&sets)
}

/// To the terminal also where the test passes.
fn say(what: &str) {
    let _ = writeln!(std::io::stderr(), "{what}");
}

#[test]
fn nothing_is_found_worse_than_before() {
    let Verdict { faults, notes } = measured().since(&table_before());
    for note in &notes {
        say(&format!("within the slack: {note}"));
    }
    assert!(faults.is_empty(), "{} figures changed:\n{}", faults.len(), faults.join("\n"));
}

#[test]
#[ignore = "make quality-table"]
fn the_table_is_written() {
    let table = measured();
    let before = fs::read_to_string(table_path()).ok().and_then(|text| Table::parse(&text)).unwrap_or_default();
    fs::write(table_path(), table.to_text()).expect("the table can be written");
    let Verdict { faults, notes } = table.since(&before);
    faults.iter().chain(&notes).for_each(|change| say(change));
}

/// Documents in `QUALITY_OUT`, an output folder, against the table. Another engine reads otherwise by a letter here and
/// there, so that it is only told.
#[test]
#[ignore = "make quality"]
fn what_was_read_afresh() {
    let out = PathBuf::from(std::env::var_os("QUALITY_OUT").expect("QUALITY_OUT names an output folder"));
    let report = eval::evaluate(&at(SETS[0].1), &out).expect("an output folder");
    let Verdict { faults, notes } = Table::new(&[(SETS[0].0, report)]).since(&table_before());
    faults.iter().chain(&notes).for_each(|change| say(change));
    say(&format!("{} figures are other than those of the recorded pages", faults.len() + notes.len()));
}
