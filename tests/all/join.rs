//! `--join`: files that are parts of one document.

use crate::util::{extract, paragraf, write};
use paragraf::hash::hex;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

const FRONT: &str = "Storby kommun          SAMMANTRÄDESPROTOKOLL\nSocialnämnden          2019-04-09\n\
    Beslutande             Anna Berg (S), ordförande\n                       Bo Ek (M)\n§ 12   Val av justerare\nBeslut\nBo Ek utses.\n";
const NEXT: &str = "§ 13   Nulägesrapport\nBeslut\nRapporten läggs till handlingarna.\n";
const LAST: &str = "§ 14   Avslutning\nOrdföranden avslutar mötet.\n";

fn json(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

fn numbers(document: &Value) -> Vec<u64> {
    document["items"].as_array().unwrap().iter().filter_map(|item| item["number"].as_u64()).collect()
}

#[test]
fn pages_in_files_of_their_own_are_one_protocol() {
    let dir = tempfile::tempdir().unwrap();
    let (input, out) = (dir.path().join("in"), dir.path().join("out"));
    let parts = [("1953/prot_9.txt", FRONT), ("1953/prot_10.txt", NEXT), ("1953/prot_11.txt", LAST)];
    for (name, text) in parts {
        write(&input, name, text);
    }
    write(&input, "1953/annat.txt", FRONT);
    extract(&input, &out).args(["--join", "name", "--quiet"]).assert().success();
    let document = json(&out.join("documents/1953/prot_9-11.txt.json"));
    assert_eq!(numbers(&document), [12, 13, 14]);
    let pages: Vec<u64> =
        document["pages"].as_array().unwrap().iter().filter_map(|page| page["number"].as_u64()).collect();
    assert_eq!(pages, [1, 2, 3]);
    // The hash is that of what sha256sum prints of the parts.
    let sums: String = parts
        .iter()
        .map(|(name, text)| format!("{}  {}\n", hex(&Sha256::digest(text)), name.rsplit('/').next().unwrap()))
        .collect();
    assert_eq!(document["source"]["sha256"], hex(&Sha256::digest(sums)));
    assert_eq!(document["source"]["parts"][1]["file"], "1953/prot_10.txt");
    assert_eq!(document["source"]["parts"][2]["page_first"], 3);
    // A file that belongs to no other keeps its own name, and names no parts.
    let alone = json(&out.join("documents/1953/annat.txt.json"));
    assert!(alone["source"].get("parts").is_none());

    paragraf().arg("verify").arg(&out).assert().success();
    let again = extract(&input, &out).args(["--join", "name"]).assert().success();
    assert!(String::from_utf8_lossy(&again.get_output().stderr).contains("nothing is left"));
    // One changed part makes the document again; one that is gone is named.
    write(&input, "1953/prot_10.txt", NEXT.replace("Nulägesrapport", "Budget"));
    let changed = extract(&input, &out).args(["--join", "name"]).assert().success();
    assert!(String::from_utf8_lossy(&changed.get_output().stderr).contains("1 changed"));
    assert_eq!(json(&out.join("documents/1953/prot_9-11.txt.json"))["items"][1]["title"], "Budget");
    fs::remove_file(input.join("1953/prot_10.txt")).unwrap();
    let verdict = paragraf().arg("verify").arg(&out).assert().failure();
    assert!(String::from_utf8_lossy(&verdict.get_output().stdout).contains("1953/prot_10.txt"));
}

#[test]
fn all_files_of_a_folder_are_one_protocol() {
    let dir = tempfile::tempdir().unwrap();
    let (input, out) = (dir.path().join("in"), dir.path().join("out"));
    write(&input, "mars/a.txt", FRONT);
    write(&input, "mars/b.txt", format!("{NEXT}\u{c}{LAST}"));
    extract(&input, &out).args(["--join", "folder", "--quiet"]).assert().success();
    let document = json(&out.join("documents/mars.json"));
    assert_eq!(numbers(&document), [12, 13, 14]);
    assert_eq!(document["source"]["pages"], 3);
    assert_eq!(document["source"]["parts"][1]["page_last"], 3);
}

#[test]
fn a_part_that_cannot_be_read_is_a_lost_page() {
    let dir = tempfile::tempdir().unwrap();
    let (input, out) = (dir.path().join("in"), dir.path().join("out"));
    write(&input, "p1.txt", FRONT);
    write(&input, "p2.txt", b"%PDF-1.4\nno pdf at all");
    write(&input, "p3.txt", LAST);
    extract(&input, &out).args(["--join", "name", "--quiet"]).assert().code(1);
    let document = json(&out.join("documents/p1-3.txt.json"));
    assert_eq!(document["status"], "partial");
    assert_eq!(numbers(&document), [12, 14]);
    assert_eq!(document["pages"][1]["status"], "lost");
    let warnings = document["warnings"].to_string();
    assert!(warnings.contains("page 2 was lost: p2.txt:"), "{warnings}");
    paragraf().arg("verify").arg(&out).assert().success();
}
