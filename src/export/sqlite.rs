//! A run as one SQLite database: the tables, what describes them, indexes, a search in the text and views.

use super::tables::{self, Column, Definition, Kind, Rows, Table, Value};
use super::{Job, Summary, in_order};
use crate::error::{Error, Result};
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, OpenFlags, Statement, ToSql};
use std::path::Path;

const NAME: &str = "protokoll.sqlite";

/// The file is new and goes where it is not finished, so nothing is kept to undo its changes with. References are
/// checked once, when all rows are there.
const SETTINGS: &str = "
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA foreign_keys = OFF;
    PRAGMA cache_size = -16384;
    PRAGMA temp_store = FILE;
";

/// What describes the tables.
const DESCRIPTIONS: &str = r#"
    CREATE TABLE "tables" ("table" TEXT PRIMARY KEY, "description" TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE "columns" (
        "table" TEXT NOT NULL REFERENCES "tables" ("table"),
        "position" INTEGER NOT NULL,
        "column" TEXT NOT NULL,
        "type" TEXT NOT NULL,
        "description" TEXT NOT NULL,
        PRIMARY KEY ("table", "position")
    ) WITHOUT ROWID;
"#;

/// Tables whose text can be searched, with its columns. Their rows have a number that the search knows them by.
const SEARCHED: &[(Table, &[&str])] = &[(Table::Pages, &["text"]), (Table::Items, &["title", "text"])];

/// Beside the keys: what is asked for most.
const INDEXES: &str = r#"
    CREATE INDEX "documents_by_file" ON "documents" ("source_file");
    CREATE INDEX "documents_by_id" ON "documents" ("id");
    CREATE INDEX "meetings_by_date" ON "meetings" ("date");
    CREATE INDEX "meetings_by_body" ON "meetings" ("body", "date");
    CREATE INDEX "attendees_by_name" ON "attendees" ("name");
    CREATE INDEX "items_by_reference" ON "items" ("reference");
    CREATE INDEX "contents_by_item" ON "contents" ("document", "item_id");
    CREATE INDEX "signatures_by_person" ON "signatures" ("document", "person_id");
    CREATE INDEX "proposal_persons_by_person" ON "proposal_persons" ("document", "person_id");
    CREATE INDEX "ballots_by_name" ON "ballots" ("name");
    CREATE INDEX "ballots_by_person" ON "ballots" ("document", "person_id");
    CREATE INDEX "reservations_by_person" ON "reservations" ("document", "person_id");
    CREATE INDEX "warnings_by_code" ON "warnings" ("code");
"#;

const VIEWS: &str = r#"
    CREATE VIEW "decisions" AS
    SELECT "m"."date", "m"."municipality", "m"."body", "i"."label", "i"."title", "i"."reference", "i"."outcome",
        (SELECT group_concat("text", char(10)) FROM (
            SELECT "s"."text" FROM "sections" AS "s"
            WHERE "s"."document" = "i"."document" AND "s"."item_id" = "i"."id" AND "s"."kind" = 'decision'
            ORDER BY "s"."position"
        )) AS "decision",
        "i"."document", "i"."id" AS "item_id", "i"."page_first"
    FROM "items" AS "i" JOIN "meetings" AS "m" USING ("document")
    WHERE EXISTS (
        SELECT 1 FROM "sections" AS "s"
        WHERE "s"."document" = "i"."document" AND "s"."item_id" = "i"."id" AND "s"."kind" = 'decision'
    );

    CREATE VIEW "who_voted_how" AS
    SELECT "m"."date", "m"."municipality", "m"."body", "i"."label", "i"."title", "v"."question",
        "b"."name", "b"."party", "b"."vote", "b"."person_id", "b"."document", "b"."item_id", "b"."vote_position"
    FROM "ballots" AS "b"
    JOIN "votes" AS "v" ON "v"."document" = "b"."document" AND "v"."item_id" = "b"."item_id"
        AND "v"."position" = "b"."vote_position"
    JOIN "items" AS "i" ON "i"."document" = "b"."document" AND "i"."id" = "b"."item_id"
    JOIN "meetings" AS "m" ON "m"."document" = "b"."document";

    CREATE VIEW "who_was_there" AS
    SELECT "m"."date", "m"."municipality", "m"."body", "a"."name", "a"."party", "a"."category", "a"."role",
        "a"."role_text", "a"."replaces", "a"."paragraphs", "a"."document", "a"."id" AS "person_id"
    FROM "attendees" AS "a" JOIN "meetings" AS "m" USING ("document");
"#;

pub fn export(job: &Job<'_>) -> Result<Summary> {
    let definitions = tables::definitions();
    let path = job.out.begin()?;
    let failed = |error: rusqlite::Error| Error::io(job.out.folder().join(NAME), std::io::Error::other(error));
    let database = begin(&path, &definitions).map_err(failed)?;
    let mut notes = Vec::new();
    let mut summary = {
        let mut inserts = inserts(&database, &definitions).map_err(failed)?;
        let mut searches = searches(&database).map_err(failed)?;
        in_order(job, &tables::of_entry, &mut |line, rows: Rows| {
            for (insert, (&table, told)) in inserts.iter_mut().zip(Table::ALL.iter().zip(&definitions)) {
                let search = searches.iter_mut().find(|search| search.table == table);
                fill(&database, insert, search, rows.cells(table), told).map_err(failed)?;
            }
            notes.extend(rows.notes.into_iter().map(|note| (line.input.clone(), note)));
            Ok(())
        })?
    };
    finish(database).map_err(failed)?;
    job.out.keep(path, NAME)?;
    summary.notes.extend(notes);
    summary.written.push(NAME.to_owned());
    Ok(summary)
}

/// A new database with its tables, in a transaction that [`finish`] ends.
fn begin(path: &Path, definitions: &[Definition]) -> rusqlite::Result<Connection> {
    let database =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    database.execute_batch(SETTINGS)?;
    database.execute_batch("BEGIN")?;
    database.execute_batch(DESCRIPTIONS)?;
    let mut describe_table = database.prepare("INSERT INTO \"tables\" VALUES (?, ?)")?;
    let mut describe_column = database.prepare("INSERT INTO \"columns\" VALUES (?, ?, ?, ?, ?)")?;
    for (table, &of) in definitions.iter().zip(Table::ALL) {
        database.execute_batch(&create(table, of))?;
        describe_table.execute((table.name, &table.description))?;
        for (column, position) in table.columns.iter().zip(1..) {
            let kind = kind_of(column.kind);
            describe_column.execute((table.name, position, &column.name, kind, &column.description))?;
        }
    }
    drop((describe_table, describe_column));
    for (table, columns) in SEARCHED {
        // Letters are told apart by their rings and dots: a and å are two letters.
        database.execute_batch(&format!(
            "CREATE VIRTUAL TABLE \"{0}_search\" USING fts5 ({1}, content = '{0}', content_rowid = 'rowid', \
             tokenize = 'unicode61 remove_diacritics 0')",
            table.name(),
            columns.join(", ")
        ))?;
        // Bytes of words that are gathered before they are written: fewer pieces to join.
        let gather =
            format!("INSERT INTO \"{0}_search\" (\"{0}_search\", rank) VALUES ('hashsize', 2097152)", table.name());
        database.execute_batch(&gather)?;
    }
    Ok(database)
}

fn kind_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "TEXT",
        Kind::Int => "INTEGER",
        Kind::Real => "REAL",
        // 0 and 1
        Kind::Bool => "BOOLEAN",
        // ISO 8601
        Kind::Date => "DATE",
    }
}

fn is_searched(table: Table) -> bool {
    SEARCHED.iter().any(|(searched, _)| *searched == table)
}

fn create(table: &Definition, of: Table) -> String {
    let list = |columns: &[&str]| columns.iter().map(|column| format!("\"{column}\"")).collect::<Vec<_>>().join(", ");
    let column = |column: &Column| {
        let null = if column.is_nullable { "" } else { " NOT NULL" };
        format!("\"{}\" {}{null}", column.name, kind_of(column.kind))
    };
    let mut parts: Vec<String> = table.columns.iter().map(column).collect();
    parts.push(format!("PRIMARY KEY ({})", list(table.key)));
    for reference in table.references {
        let (to, key) = (reference.table.name(), list(reference.to));
        parts.push(format!("FOREIGN KEY ({}) REFERENCES \"{to}\" ({key})", list(reference.columns)));
    }
    let end = if is_searched(of) {
        // Named, so that VACUUM does not number the rows anew.
        parts.insert(0, "\"rowid\" INTEGER".to_owned());
        let key = format!("PRIMARY KEY ({})", list(table.key));
        for part in &mut parts {
            if *part == key {
                *part = format!("PRIMARY KEY (\"rowid\"), UNIQUE ({})", list(table.key));
            }
        }
        ""
    } else {
        " WITHOUT ROWID"
    };
    format!("CREATE TABLE \"{}\" (\n    {}\n){end}", table.name, parts.join(",\n    "))
}

fn inserts<'d>(database: &'d Connection, definitions: &[Definition]) -> rusqlite::Result<Vec<Statement<'d>>> {
    let insert = |table: &Definition| {
        let names: Vec<String> = table.columns.iter().map(|column| format!("\"{}\"", column.name)).collect();
        let values = vec!["?"; names.len()].join(", ");
        database.prepare(&format!("INSERT INTO \"{}\" ({}) VALUES ({values})", table.name, names.join(", ")))
    };
    definitions.iter().map(insert).collect()
}

/// The search in a table's text, as it is filled.
struct Search<'d> {
    table: Table,
    columns: &'static [&'static str],
    insert: Statement<'d>,
}

fn searches(database: &Connection) -> rusqlite::Result<Vec<Search<'_>>> {
    let search = |&(table, columns): &(Table, &'static [&'static str])| {
        let values = vec!["?"; columns.len() + 1].join(", ");
        let (name, names) = (table.name(), columns.join(", "));
        let insert = database.prepare(&format!("INSERT INTO \"{name}_search\" (rowid, {names}) VALUES ({values})"))?;
        Ok(Search { table, columns, insert })
    };
    SEARCHED.iter().map(search).collect()
}

/// Adds the rows of an input to a table, and to its search.
fn fill<'r>(
    database: &Connection,
    insert: &mut Statement<'_>,
    mut search: Option<&mut Search<'_>>,
    cells: impl Iterator<Item = Value<'r>>,
    told: &Definition,
) -> rusqlite::Result<()> {
    let searched = |search: &Search<'_>, name: &str| search.columns.iter().position(|column| *column == name);
    for (value, at) in cells.zip(0..) {
        let column = at % told.columns.len();
        insert.raw_bind_parameter(column + 1, value)?;
        if let Some(search) = &mut search
            && let Some(place) = searched(search, &told.columns[column].name)
        {
            search.insert.raw_bind_parameter(place + 2, value)?;
        }
        if column + 1 < told.columns.len() {
            continue;
        }
        insert.raw_execute()?;
        if let Some(search) = &mut search {
            search.insert.raw_bind_parameter(1, database.last_insert_rowid())?;
            search.insert.raw_execute()?;
        }
    }
    Ok(())
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Value::Null => ToSqlOutput::Borrowed(ValueRef::Null),
            Value::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Value::Int(number) => ToSqlOutput::from(*number),
            Value::Real(number) => ToSqlOutput::from(*number),
            Value::Bool(is) => ToSqlOutput::from(*is),
            Value::Date(day) => ToSqlOutput::from(day.to_string()),
        })
    }
}

/// What is made of all rows, and whether they are sound.
fn finish(database: Connection) -> rusqlite::Result<()> {
    database.execute_batch(INDEXES)?;
    database.execute_batch(VIEWS)?;
    for (table, _) in SEARCHED {
        database
            .execute_batch(&format!("INSERT INTO \"{0}_search\" (\"{0}_search\") VALUES ('optimize')", table.name()))?;
    }
    database.execute_batch("COMMIT")?;
    database.close().map_err(|(_, error)| error)
}
