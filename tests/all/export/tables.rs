//! The tables of a run in their three forms, held against its JSON.

use super::export;
use crate::util::{files, fixtures_run, write};
use assert_cmd::Command;
use paragraf::emit::wire;
use paragraf::export::Run;
use paragraf::export::tables::{Kind, Value, definitions, of_entry};
use std::collections::BTreeMap;
use std::path::Path;

/// Rows of a table as text, null as a word of its own.
type Table = Vec<Vec<String>>;

const NULL: &str = "\u{0}";

/// The tables of a run as its JSON gives them.
fn from_json(run: &Path) -> BTreeMap<&'static str, Table> {
    let run = Run::open(run, false, None).unwrap();
    let all = definitions();
    let mut out: BTreeMap<&str, Table> = all.iter().map(|table| (table.name, Vec::new())).collect();
    for line in run.lines().map(|line| line.unwrap()) {
        let rows = of_entry(&run.entry(&line).unwrap()).unwrap();
        for (table, of) in all.iter().zip(paragraf::export::tables::Table::ALL) {
            let cells: Vec<String> = rows.cells(*of).map(text).collect();
            out.get_mut(table.name).unwrap().extend(cells.chunks(table.columns.len()).map(<[String]>::to_vec));
        }
    }
    out
}

fn text(value: Value<'_>) -> String {
    match value {
        Value::Null => NULL.to_owned(),
        Value::Text(text) => text.to_owned(),
        Value::Int(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Bool(is) => is.to_string(),
        Value::Date(day) => day.to_string(),
    }
}

/// Of a run of all fixtures, and where it was exported to.
fn exported(to: &[&str]) -> (tempfile::TempDir, std::path::PathBuf, std::path::PathBuf) {
    let (dir, run) = fixtures_run(&[]);
    export(&run, &[&["--to"], to].concat()).code(0);
    let out = dir.path().join("out-export");
    (dir, run, out)
}

#[test]
fn tables_have_what_the_documents_have() {
    let (_dir, folder) = fixtures_run(&[]);
    let run = Run::open(&folder, false, None).unwrap();
    let documents: Vec<wire::Document> =
        run.lines().flat_map(|line| run.entry(&line.unwrap()).unwrap().documents).collect();
    let tables = from_json(&folder);
    let sum = |count: &dyn Fn(&wire::Document) -> usize| documents.iter().map(count).sum::<usize>();
    let items = |count: &dyn Fn(&wire::Item) -> usize| sum(&|document| document.items.iter().map(count).sum());
    for (table, expected) in [
        ("documents", documents.len()),
        ("meetings", documents.len()),
        ("pages", sum(&|document| document.pages.len())),
        ("corrections", sum(&|document| document.pages.iter().map(|page| page.corrections.len()).sum())),
        ("attendees", sum(&|document| document.attendees.len())),
        ("absent", sum(&|document| document.absent.len())),
        ("signatures", sum(&|document| document.signatures.len())),
        ("adjusters", sum(&|document| document.adjustments.iter().map(|one| one.adjusters.len()).sum())),
        ("notices", sum(&|document| document.notices.len())),
        ("contents", sum(&|document| document.contents.len())),
        ("items", sum(&|document| document.items.len())),
        ("sections", items(&|item| item.sections.len())),
        ("votes", items(&|item| item.votes.len())),
        ("ballots", items(&|item| item.votes.iter().map(|vote| vote.ballots.len()).sum())),
        ("proposal_names", items(&|item| item.proposals.iter().map(|proposal| proposal.by.len()).sum())),
        ("reservations", items(&|item| item.reservations.len())),
        ("attachments", items(&|item| item.attachments.len())),
        ("distribution", items(&|item| item.distribution.len())),
        ("warnings", sum(&|document| document.warnings.len())),
        ("review", sum(&|document| document.review.len())),
    ] {
        assert_eq!(tables[table].len(), expected, "{table}");
    }
    for full in ["attendees", "items", "votes", "ballots", "corrections", "evidence"] {
        assert!(!tables[full].is_empty(), "{full}");
    }
    // A value in its place.
    let all = definitions();
    let column = |table: &str, column: &str| {
        let table = all.iter().find(|known| known.name == table).unwrap();
        table.columns.iter().position(|known| known.name == column).unwrap()
    };
    let titles: Vec<&String> = tables["items"].iter().map(|row| &row[column("items", "title")]).collect();
    let of_json = documents.iter().flat_map(|document| &document.items);
    assert!(of_json.map(|item| item.title.as_deref().unwrap_or(NULL)).eq(titles.iter().map(|title| title.as_str())));
    let dates: Vec<&String> = tables["meetings"].iter().map(|row| &row[column("meetings", "date")]).collect();
    let of_json = documents.iter().map(|document| document.meeting.date.as_deref().unwrap_or(NULL));
    assert!(of_json.eq(dates.iter().map(|date| date.as_str())));
}

#[test]
fn whom_somebody_replaces_may_be_absent() {
    let (_dir, run) = fixtures_run(&[]);
    let documents = super::documents(&run);
    let told = |document: &wire::Document| -> Vec<String> {
        document.attendees.iter().filter_map(|person| person.replaces_id.clone()).collect()
    };
    let expected: Vec<String> = documents.iter().flat_map(told).collect();
    let is_absent = |document: &wire::Document| document.absent.iter().any(|one| told(document).contains(&one.id));
    assert!(documents.iter().any(is_absent));
    let definitions = definitions();
    let attendees = definitions.iter().find(|table| table.name == "attendees").unwrap();
    let column = attendees.columns.iter().position(|column| column.name == "replaces_id").unwrap();
    let cells = from_json(&run)["attendees"].iter().map(|row| row[column].clone()).collect::<Vec<_>>();
    assert_eq!(cells.into_iter().filter(|cell| cell != NULL).collect::<Vec<_>>(), expected);
    use predicates::prelude::*;
    export(&run, &["--to", "csv"]).code(0).stderr(predicates::str::contains("names nothing").not());
}

#[test]
fn csv_reads_back() {
    let (_dir, run, out) = exported(&["csv"]);
    let package: serde_json::Value =
        serde_json::from_slice(&std::fs::read(out.join("csv/datapackage.json")).unwrap()).unwrap();
    let expected = from_json(&run);
    assert_eq!(package["resources"].as_array().unwrap().len(), expected.len());
    for (resource, table) in package["resources"].as_array().unwrap().iter().zip(definitions()) {
        let bytes = std::fs::read(out.join("csv").join(resource["path"].as_str().unwrap())).unwrap();
        let mut reader = csv::Reader::from_reader(&*bytes);
        let fields = resource["schema"]["fields"].as_array().unwrap();
        assert!(reader.headers().unwrap().iter().eq(fields.iter().map(|field| field["name"].as_str().unwrap())));
        let rows: Table = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        let empty = |row: &Vec<String>| row.iter().map(|cell| cell.replace(NULL, "")).collect::<Vec<_>>();
        assert_eq!(rows, expected[table.name].iter().map(empty).collect::<Vec<_>>(), "{}", table.name);
    }
}

#[cfg(feature = "parquet")]
#[test]
fn parquet_reads_back() {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::Field;
    let (_dir, run, out) = exported(&["parquet"]);
    let expected = from_json(&run);
    let epoch = jiff::civil::date(1970, 1, 1);
    let text = |field: &Field| match field {
        Field::Null => NULL.to_owned(),
        Field::Str(text) => text.clone(),
        Field::Long(number) => number.to_string(),
        Field::Double(number) => number.to_string(),
        Field::Bool(is) => is.to_string(),
        Field::Date(days) => (epoch + jiff::Span::new().days(*days)).to_string(),
        other => panic!("{other:?}"),
    };
    for table in definitions() {
        let file = std::fs::File::open(out.join(format!("parquet/{}.parquet", table.name))).unwrap();
        let reader = SerializedFileReader::new(file).unwrap();
        let metadata = reader.metadata().file_metadata();
        let said = metadata.key_value_metadata().unwrap();
        for column in &table.columns {
            let key = format!("description.{}", column.name);
            let told = said.iter().find(|pair| pair.key == key).unwrap();
            assert_eq!(told.value.as_deref(), Some(&*column.description));
        }
        let rows: Table = reader
            .get_row_iter(None)
            .unwrap()
            .map(|row| row.unwrap().get_column_iter().map(|(_, field)| text(field)).collect())
            .collect();
        assert_eq!(rows, expected[table.name], "{}", table.name);
    }
}

#[cfg(feature = "sqlite")]
#[test]
fn sqlite_reads_back_and_is_sound() {
    use rusqlite::Connection;
    use rusqlite::types::ValueRef;
    let (_dir, run, out) = exported(&["sqlite"]);
    let database = Connection::open(out.join("protokoll.sqlite")).unwrap();
    let one = |sql: &str| database.query_row(sql, [], |row| row.get::<_, String>(0)).unwrap();
    let count = |sql: &str| database.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap() as usize;
    assert_eq!(one("PRAGMA integrity_check"), "ok");
    let mut lost = database.prepare("PRAGMA foreign_key_check").unwrap();
    assert!(lost.query([]).unwrap().next().unwrap().is_none());
    let expected = from_json(&run);
    for table in definitions() {
        let names: Vec<String> = table.columns.iter().map(|column| format!("\"{}\"", column.name)).collect();
        let order = if ["pages", "items"].contains(&table.name) { "ORDER BY rowid".to_owned() } else { String::new() };
        let mut select =
            database.prepare(&format!("SELECT {} FROM \"{}\" {order}", names.join(", "), table.name)).unwrap();
        let text = |value: ValueRef<'_>, kind: Kind| match value {
            ValueRef::Null => NULL.to_owned(),
            ValueRef::Text(text) => String::from_utf8(text.to_vec()).unwrap(),
            ValueRef::Integer(number) if kind == Kind::Bool => (number == 1).to_string(),
            ValueRef::Integer(number) => number.to_string(),
            ValueRef::Real(number) => number.to_string(),
            ValueRef::Blob(_) => panic!("no cell is a blob"),
        };
        let row = |row: &rusqlite::Row<'_>| {
            let cells = table.columns.iter().enumerate();
            Ok(cells.map(|(at, column)| text(row.get_ref(at).unwrap(), column.kind)).collect())
        };
        let mut rows: Table = select.query_map([], row).unwrap().map(Result::unwrap).collect();
        let mut expected = expected[table.name].clone();
        rows.sort();
        expected.sort();
        assert_eq!(rows, expected, "{}", table.name);
        let told = format!("SELECT count(*) FROM \"columns\" WHERE \"table\" = '{}'", table.name);
        assert_eq!(count(&told), table.columns.len());
    }
    // Whole words, with their rings and dots.
    let found = |table: &str, word: &str| {
        count(&format!("SELECT count(*) FROM {table}_search WHERE {table}_search MATCH '\"{word}\"'"))
    };
    let pages_with = |word: &str| {
        let has = |text: &String| text.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|one| one == word);
        let all = definitions();
        let table = all.iter().find(|table| table.name == "pages").unwrap();
        let at = table.columns.iter().position(|column| column.name == "text").unwrap();
        expected["pages"].iter().filter(|row| has(&row[at])).count()
    };
    for word in ["på", "från", "ordförande", "protokoll"] {
        assert!(pages_with(word) > 0, "{word}");
        assert_eq!(found("pages", word), pages_with(word), "{word}");
    }
    assert_eq!(found("pages", "fran"), pages_with("fran"));
    assert!(found("items", "på") > 0);
    // The search is the tables' text, and stays it when they are packed anew.
    let check = |table: &str| {
        database
            .execute_batch(&format!("INSERT INTO {table}_search ({table}_search, rank) VALUES ('integrity-check', 1)"))
    };
    check("pages").unwrap();
    check("items").unwrap();
    drop(lost);
    database.execute_batch("VACUUM").unwrap();
    check("pages").unwrap();
    assert_eq!(count("SELECT count(*) FROM who_voted_how"), expected["ballots"].len());
    assert_eq!(count("SELECT count(*) FROM who_was_there"), expected["attendees"].len());
    let all = definitions();
    let kind = all.iter().find(|table| table.name == "sections").unwrap();
    let (item, kind) = (1, kind.columns.iter().position(|column| column.name == "kind").unwrap());
    let decided: std::collections::BTreeSet<_> =
        expected["sections"].iter().filter(|row| row[kind] == "decision").map(|row| (&row[0], &row[item])).collect();
    assert!(!decided.is_empty());
    assert_eq!(count("SELECT count(*) FROM decisions WHERE decision <> ''"), decided.len());
}

#[test]
fn the_same_run_gives_the_same_bytes() {
    let (dir, run, out) = exported(&["csv", "parquet", "sqlite"]);
    let first = files(&out);
    assert_eq!(first.len(), 2 * definitions().len() + 2);
    let other = dir.path().join("other");
    export(&run, &["--to", "sqlite,parquet,csv", "--jobs", "1", "--output", other.to_str().unwrap()]).code(0);
    let second = files(&other);
    assert!(first.keys().eq(second.keys()));
    for (name, bytes) in &first {
        assert!(*bytes == second[name], "{name} differs");
    }
}

/// The same bytes twice are two documents.
#[test]
fn two_files_of_the_same_bytes_are_two_documents() {
    use crate::util::{TEXT, extract};
    let dir = tempfile::tempdir().unwrap();
    let input = dir.path().join("in");
    write(&input, "a.txt", TEXT);
    write(&input, "b/a.txt", TEXT);
    let run = dir.path().join("out");
    extract(&input, &run).arg("--quiet").assert().code(0);
    export(&run, &["--to", "csv", "parquet", "sqlite"]).code(0);
    let documents = std::fs::read(dir.path().join("out-export/csv/documents.csv")).unwrap();
    let mut rows = csv::Reader::from_reader(&*documents);
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 2);
    assert_eq!([&rows[0][0], &rows[1][0]], ["a.txt", "b/a.txt"]);
    assert_eq!(rows[0][1], rows[1][1]);
}

/// A personal number that was masked is in no form.
#[test]
fn the_masked_edition_tells_no_personal_number() {
    let number = "19121212-1212";
    let (dir, input) = {
        let dir = tempfile::tempdir().unwrap();
        let text = format!("{}§ 13 Ansökan\nNämnden beslutar att bevilja ansökan från {number}.\n", crate::util::TEXT);
        write(&dir.path().join("in"), "a.txt", text);
        let input = dir.path().join("in");
        (dir, input)
    };
    let run = dir.path().join("out");
    crate::util::extract(&input, &run).args(["--mask", "personnummer", "--quiet"]).assert().code(0);
    let has = |name: &str, arguments: &[&str]| {
        let out = dir.path().join(name);
        export(&run, &[&["--to", "csv", "sqlite", "--output", out.to_str().unwrap()], arguments].concat()).code(0);
        let has = |bytes: &Vec<u8>| bytes.windows(9).any(|window| window == &number.as_bytes()[4..]);
        files(&out).values().any(has)
    };
    assert!(has("full", &[]));
    assert!(!has("masked", &["--masked"]));
}

/// Runs a script of Python that needs these packages; says so where they are not there.
fn python(packages: &[&str], script: &str, argument: &Path) -> Option<String> {
    let import = format!("import {}", packages.join(", "));
    let has = std::process::Command::new("python3").args(["-c", &import]).output();
    if !has.is_ok_and(|output| output.status.success()) {
        println!("skipped: Python with {} is not there", packages.join(" and "));
        return None;
    }
    let done = Command::new("python3").args(["-c", script]).arg(argument).assert().success();
    Some(String::from_utf8(done.get_output().stdout.clone()).unwrap())
}

fn counts(tables: &BTreeMap<&str, Table>) -> String {
    definitions().iter().map(|table| format!("{} {}\n", table.name, tables[table.name].len())).collect()
}

#[test]
fn frictionless_finds_nothing_wrong() {
    let (_dir, _run, out) = exported(&["csv"]);
    let script = "
import sys
from frictionless import Package
report = Package(sys.argv[1]).validate()
print(report.valid)
for task in report.tasks:
    for error in task.errors:
        print(task.name, error.message)
";
    if let Some(told) = python(&["frictionless"], script, &out.join("csv/datapackage.json")) {
        assert_eq!(told, "True\n");
    }
}

#[cfg(all(feature = "parquet", feature = "sqlite"))]
#[test]
fn duckdb_reads_all_three_alike() {
    let (_dir, run, out) = exported(&["csv", "parquet", "sqlite"]);
    let script = r#"
import json, sqlite3, sys, duckdb
out = sys.argv[1]
package = json.load(open(out + "/csv/datapackage.json", encoding="utf-8"))
types = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE"}
database = sqlite3.connect(out + "/protokoll.sqlite")
for resource in package["resources"]:
    name, fields = resource["name"], resource["schema"]["fields"]
    columns = {field["name"]: types[field["type"]] for field in fields}
    parquet = duckdb.read_parquet(f"{out}/parquet/{name}.parquet")
    assert [str(kind) for kind in parquet.types] == list(columns.values()), (name, parquet.types)
    csv = duckdb.read_csv(f"{out}/csv/{name}.csv", header=True, dtype=columns)
    rows = sorted(parquet.fetchall(), key=repr)
    empty = lambda rows: [tuple(None if cell == "" else cell for cell in row) for row in rows]
    assert sorted(empty(csv.fetchall()), key=repr) == sorted(empty(rows), key=repr), name
    names = ", ".join(f'"{column}"' for column in columns)
    of_sqlite = database.execute(f'SELECT {names} FROM "{name}"').fetchall()
    def plain(cell):
        if hasattr(cell, "isoformat"):
            return cell.isoformat()
        return int(cell) if isinstance(cell, bool) else cell
    assert sorted(of_sqlite, key=repr) == sorted((tuple(map(plain, row)) for row in rows), key=repr), name
    print(name, len(rows))
"#;
    if let Some(told) = python(&["duckdb", "sqlite3"], script, &out) {
        assert_eq!(told, counts(&from_json(&run)));
    }
}

#[cfg(feature = "parquet")]
#[test]
fn pyarrow_reads_parquet() {
    let (_dir, run, out) = exported(&["parquet"]);
    let script = "
import pathlib, sys, pyarrow.parquet
for path in sorted(pathlib.Path(sys.argv[1]).glob('*.parquet')):
    table = pyarrow.parquet.read_table(path)
    table.validate(full=True)
    assert table.schema.metadata[b'description'], path
    print(path.stem, table.num_rows)
";
    if let Some(told) = python(&["pyarrow"], script, &out.join("parquet")) {
        let mut expected: Vec<String> = counts(&from_json(&run)).lines().map(str::to_owned).collect();
        expected.sort();
        assert_eq!(told.lines().collect::<Vec<_>>(), expected);
    }
}

#[cfg(feature = "sqlite")]
#[test]
fn the_command_of_sqlite_finds_the_database_sound() {
    let (_dir, _run, out) = exported(&["sqlite"]);
    if std::process::Command::new("sqlite3").arg("--version").output().is_err() {
        println!("skipped: sqlite3 is not there");
        return;
    }
    let ask = "PRAGMA integrity_check; PRAGMA foreign_key_check; SELECT count(*) > 0 FROM pages_search('från');";
    Command::new("sqlite3").arg(out.join("protokoll.sqlite")).arg(ask).assert().success().stdout("ok\n1\n");
}
