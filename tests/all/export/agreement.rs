//! All formats of one run, read back and counted: none has lost or made up a document, a person, a matter, a vote or a
//! correction.

use super::{attribute, documents, elements, export};
use crate::util::{files, fixtures_run};
use paragraf::emit::wire::{Document, Page};
use parquet::file::reader::{FileReader, SerializedFileReader};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What every format is asked for that holds it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Counts {
    documents: usize,
    attendees: usize,
    items: usize,
    votes: usize,
    corrections: usize,
}

fn of(documents: &[&Document]) -> Counts {
    let sum = |of: &dyn Fn(&Document) -> usize| documents.iter().map(|document| of(document)).sum();
    Counts {
        documents: documents.len(),
        attendees: sum(&|one| one.attendees.len()),
        items: sum(&|one| one.items.len()),
        votes: sum(&|one| one.items.iter().map(|item| item.votes.len()).sum()),
        corrections: sum(&|one| one.pages.iter().map(|page| page.corrections.len()).sum()),
    }
}

/// The same of JSON as any reader sees it.
fn of_json(documents: &[Value]) -> Counts {
    let mut counts = Counts { documents: documents.len(), ..Counts::default() };
    let list = |value: &Value| value.as_array().unwrap().clone();
    for document in documents {
        counts.attendees += list(&document["attendees"]).len();
        counts.items += list(&document["items"]).len();
        counts.votes += list(&document["items"]).iter().map(|item| list(&item["votes"]).len()).sum::<usize>();
        counts.corrections +=
            list(&document["pages"]).iter().map(|page| list(&page["corrections"]).len()).sum::<usize>();
    }
    counts
}

/// The same of tables, by how many rows one of a name has.
fn of_tables(rows: &dyn Fn(&str) -> usize) -> Counts {
    Counts {
        documents: rows("documents"),
        attendees: rows("attendees"),
        items: rows("items"),
        votes: rows("votes"),
        corrections: rows("corrections"),
    }
}

/// How many words of a page a correction changed: the unit in which files of words tell of corrections.
fn words_corrected(page: &Page) -> usize {
    let made = page.corrections.iter().filter(|one| one.certainty.as_str() != "suggested");
    let corrections: Vec<[usize; 2]> = made.map(|one| [one.span[0] as usize, one.span[1] as usize]).collect();
    let mut n = 0;
    let mut start = None;
    for (at, c) in page.text.chars().chain([' ']).enumerate() {
        match (start, c.is_whitespace()) {
            (None, false) => start = Some(at),
            (Some(from), true) => {
                n += usize::from(corrections.iter().any(|[one, other]| *one < at && from < *other));
                start = None;
            }
            _ => {}
        }
    }
    n
}

/// The files below a folder.
fn texts(out: &Path, folder: &str) -> Vec<String> {
    files(&out.join(folder)).into_values().map(|bytes| String::from_utf8(bytes).unwrap()).collect()
}

#[test]
fn all_formats_hold_the_same() {
    let (dir, run) = fixtures_run(&[]);
    let formats = "pdf,alto,page,hocr,jsonl,csv,parquet,sqlite,popolo,akn,contents,bagit,eark";
    export(&run, &["--to", formats]).code(0);
    let out = dir.path().join("out-export");
    let documents = documents(&run);
    let all = of(&documents.iter().collect::<Vec<_>>());
    let protocols: Vec<&Document> = documents.iter().filter(|one| one.meeting.kind.as_str() == "protocol").collect();
    let protocols = of(&protocols);
    assert!(
        all.documents == 10 && all.attendees > 50 && all.items > 50 && all.votes > 1 && all.corrections > 30,
        "{all:?}"
    );

    let lines = std::fs::read_to_string(out.join("documents.jsonl")).unwrap();
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(of_json(&lines), all, "jsonl");

    let csv =
        |table: &str| csv::Reader::from_path(out.join(format!("csv/{table}.csv"))).unwrap().into_records().count();
    assert_eq!(of_tables(&csv), all, "csv");
    let rows = |table: &str| {
        let file = std::fs::File::open(out.join(format!("parquet/{table}.parquet"))).unwrap();
        SerializedFileReader::new(file).unwrap().metadata().file_metadata().num_rows() as usize
    };
    assert_eq!(of_tables(&rows), all, "parquet");
    let database = rusqlite::Connection::open(out.join("protokoll.sqlite")).unwrap();
    let rows = |table: &str| {
        let sql = format!("SELECT count(*) FROM \"{table}\"");
        database.query_row(&sql, [], |row| row.get::<_, i64>(0)).unwrap() as usize
    };
    assert_eq!(of_tables(&rows), all, "sqlite");

    // Packages carry the documents themselves.
    for (package, data) in [("bagit", "bag/data/documents"), ("eark", "representations/derived/data/documents")] {
        let found = if package == "bagit" {
            out.join(data)
        } else {
            let folder = std::fs::read_dir(out.join("eark")).unwrap().map(|entry| entry.unwrap().path());
            folder.map(|package| package.join(data)).find(|path| path.is_dir()).unwrap()
        };
        let json: Vec<Value> = files(&found).values().map(|bytes| serde_json::from_slice(bytes).unwrap()).collect();
        assert_eq!(of_json(&json), all, "{package}");
    }

    // Files of words have what has pages with places: not the text file.
    let with_places: Vec<&Page> =
        documents.iter().flat_map(|one| &one.pages).filter(|one| one.width.is_some()).collect();
    let n_corrected: usize = with_places.iter().map(|page| words_corrected(page)).sum();
    let (alto, page, hocr) = (texts(&out, "alto"), texts(&out, "page"), texts(&out, "hocr"));
    assert_eq!((alto.len(), page.len()), (with_places.len(), with_places.len()));
    let count = |all: &[String], what: &str| all.iter().map(|text| text.matches(what).count()).sum::<usize>();
    assert_eq!(count(&hocr, "class=\"ocr_page\""), with_places.len());
    assert_eq!(count(&alto, "<ALTERNATIVE"), n_corrected, "alto");
    assert_eq!(count(&page, "<TextEquiv index=\"1\""), n_corrected, "page");
    let n_words: usize = with_places.iter().map(|page| page.text.split_whitespace().count()).sum();
    assert_eq!(count(&hocr, "class=\"ocrx_word\""), n_words, "hocr");
    let with_words: Vec<&Document> = documents.iter().filter(|one| one.pages[0].width.is_some()).collect();
    let mut tagged = BTreeSet::new();
    for (at, text) in alto.iter().enumerate() {
        let tags = elements(text).into_iter().filter(|element| element.name == "StructureTag");
        tagged.extend(tags.map(|tag| (at, attribute(&tag, "ID"))));
    }
    assert!(tagged.len() >= of(&with_words).items, "alto: an item is tagged on each of its pages");

    // Registers have protocols only; who is absent is a person in them too.
    let popolo: BTreeMap<String, Vec<Value>> =
        serde_json::from_slice(&std::fs::read(out.join("popolo.json")).unwrap()).unwrap();
    let n_absent: usize = documents.iter().map(|one| one.absent.len()).sum();
    assert_eq!(popolo["events"].len(), protocols.documents, "popolo");
    assert_eq!(popolo["persons"].len(), protocols.attendees + n_absent, "popolo");
    assert_eq!(popolo["vote_events"].len(), protocols.votes, "popolo");
    let contents = texts(&out, "contents");
    assert_eq!(count(&contents, "<tr><td"), protocols.items, "contents");
    let akn = texts(&out, "akn");
    assert_eq!(akn.len(), all.documents, "akn");
    assert_eq!(count(&akn, "name=\"item\""), protocols.items, "akn");

    let pdfs = files(&out.join("pdf"));
    assert_eq!(pdfs.len(), with_words.len(), "pdf");
}
