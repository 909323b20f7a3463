//! A run as CSV, a file for each table, and as the data package (Frictionless) that describes them.

use super::tables::{self, Definition, Kind, Table, Value};
use super::{Job, Summary, in_order};
use crate::error::{Error, Result};
use ::csv::{Terminator, Writer, WriterBuilder};
use serde_json::json;
use std::fs::File;
use std::io::{BufWriter, Write};
use tempfile::TempPath;

const FOLDER: &str = "csv";

pub fn export(job: &Job<'_>) -> Result<Summary> {
    let definitions = tables::definitions();
    let mut files = definitions.iter().map(|table| begin(job, table)).collect::<Result<Vec<_>>>()?;
    let mut notes = Vec::new();
    let make = |entry: &super::Entry<'_>| {
        let rows = tables::of_entry(entry)?;
        let encode = |(&table, told): (&Table, &Definition)| encode(rows.cells(table), told.columns.len());
        let encoded = Table::ALL.iter().zip(&definitions).map(encode).collect::<Result<Vec<_>>>()?;
        Ok((encoded, rows.notes))
    };
    let mut summary = in_order(job, &make, &mut |line, (encoded, told)| {
        notes.extend(told.into_iter().map(|note| (line.input.clone(), note)));
        files.iter_mut().zip(encoded).try_for_each(|((_, file), bytes)| {
            file.write_all(&bytes).map_err(|error| Error::io(job.out.folder().join(FOLDER), error))
        })
    })?;
    for ((path, mut file), table) in files.into_iter().zip(&definitions) {
        file.flush().map_err(|error| Error::io(&path, error))?;
        drop(file);
        job.out.keep(path, &format!("{FOLDER}/{}.csv", table.name))?;
    }
    let package =
        serde_json::to_string_pretty(&package(&definitions)).map_err(|error| Error::Engine(error.to_string()))?;
    job.out.write(&format!("{FOLDER}/datapackage.json"), &|out| writeln!(out, "{package}"))?;
    summary.notes.extend(notes);
    summary.written.push(FOLDER.to_owned());
    Ok(summary)
}

/// A table's file with its line of names.
fn begin(job: &Job<'_>, table: &Definition) -> Result<(TempPath, BufWriter<File>)> {
    let path = job.out.begin()?;
    let failed = |error| Error::io(&path, error);
    let mut file = BufWriter::new(File::create(&path).map_err(failed)?);
    let mut names = writer(&mut file);
    names.write_record(table.columns.iter().map(|column| &column.name)).map_err(|error| failed(error.into()))?;
    names.flush().map_err(failed)?;
    drop(names);
    Ok((path, file))
}

/// As RFC 4180 has it. Values are data: one that begins with `=` stays as it is.
fn writer<W: Write>(out: W) -> Writer<W> {
    WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out)
}

fn encode(cells: &[Value], n_columns: usize) -> Result<Vec<u8>> {
    let mut out = writer(Vec::new());
    let mut number = String::new();
    let failed = |error: ::csv::Error| Error::Engine(error.to_string());
    for row in cells.chunks(n_columns) {
        for cell in row {
            let field = match cell {
                Value::Text(text) => text,
                other => {
                    number.clear();
                    plain(other, &mut number);
                    &number
                }
            };
            out.write_field(field).map_err(failed)?;
        }
        out.write_record(None::<&[u8]>).map_err(failed)?;
    }
    out.into_inner().map_err(|error| Error::Engine(error.to_string()))
}

fn plain(value: &Value, to: &mut String) {
    use std::fmt::Write as _;
    let _ = match value {
        Value::Null => Ok(()),
        Value::Text(text) => write!(to, "{text}"),
        Value::Int(number) => write!(to, "{number}"),
        Value::Real(number) => write!(to, "{number}"),
        Value::Bool(is) => write!(to, "{is}"),
        Value::Date(day) => write!(to, "{day}"),
    };
}

/// What describes the files.
fn package(definitions: &[Definition]) -> serde_json::Value {
    let resources: Vec<_> = definitions.iter().map(resource).collect();
    json!({
        "profile": "tabular-data-package",
        "name": "protokoll",
        "description": "Meeting protocols as paragraf read them: tables of one run. Empty cells are null or empty text.",
        "resources": resources,
    })
}

fn resource(table: &Definition) -> serde_json::Value {
    let field = |column: &tables::Column| {
        let kind = match column.kind {
            Kind::Text => "string",
            Kind::Int => "integer",
            Kind::Real => "number",
            Kind::Bool => "boolean",
            Kind::Date => "date",
        };
        let mut field = json!({"name": column.name, "type": kind, "description": column.description});
        // An empty text cannot be told from none.
        if !column.is_nullable && (column.kind != Kind::Text || table.is_key(&column.name)) {
            field["constraints"] = json!({"required": true});
        }
        field
    };
    let reference = |reference: &tables::Reference| {
        json!({
            "fields": reference.columns,
            "reference": {"resource": if reference.table.name() == table.name { "" } else { reference.table.name() },
                          "fields": reference.to},
        })
    };
    let fields: Vec<_> = table.columns.iter().map(field).collect();
    let references: Vec<_> = table.references.iter().map(reference).collect();
    json!({
        "name": table.name,
        "path": format!("{}.csv", table.name),
        "profile": "tabular-data-resource",
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "primaryKey": table.key, "foreignKeys": references, "missingValues": [""]},
    })
}
