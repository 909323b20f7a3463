//! `--forms`: words that a user adds to those of `dictionaries/forms`.

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::contains;
use std::fs;
use std::path::Path;

const MINUTES: &str = "Storby kommun\tPROTOKOLL\nSocialnämnden\t2019-03-14\n\nFysiskt på plats i salen\n\
    Anna Berg (S), ordförande\nBo Ek (M)\n\n§ 11\tVal av justerare\nNämnden utser Bo Ek.\n\n\
    § 12\tBudget\nNämnden godkänner budgeten.\n\nVid protokollet:\nEva Lund\n";

fn extract(dir: &Path, forms: &str) -> Command {
    fs::write(dir.join("minutes.txt"), MINUTES).unwrap();
    fs::write(dir.join("forms.tsv"), forms).unwrap();
    let mut command = Command::cargo_bin("paragraf").unwrap();
    command.current_dir(dir).args(["extract", "minutes.txt", "--format", "jsonl", "--forms", "forms.tsv"]);
    command
}

fn attendees(output: &[u8]) -> usize {
    let document: serde_json::Value = serde_json::from_slice(output).unwrap();
    document["attendees"].as_array().unwrap().len()
}

#[test]
fn a_label_of_the_archives_own_heads_a_list() {
    let dir = tempfile::tempdir().unwrap();
    let without = extract(dir.path(), "# none\n").output().unwrap();
    let with = extract(dir.path(), "labels.present\tFysiskt på plats i salen\n").output().unwrap();
    assert!(without.status.success() && with.status.success());
    assert_eq!((attendees(&without.stdout), attendees(&with.stdout)), (0, 2));
}

#[test]
fn a_row_that_is_none_is_named() {
    let dir = tempfile::tempdir().unwrap();
    extract(dir.path(), "labels.present\tett\nlabels.gone\tx\n")
        .assert()
        .code(2)
        .stderr(contains("forms.tsv, line 2: there is no class").and(contains("labels.gone")));
}
