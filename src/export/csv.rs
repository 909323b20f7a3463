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
    let (path, mut file) = job.out.begin_file()?;
    let failed = |error| Error::io(&path, error);
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

fn encode<'r>(cells: impl Iterator<Item = Value<'r>>, n_columns: usize) -> Result<Vec<u8>> {
    let mut out = writer(Vec::new());
    let mut plain = String::new();
    let failed = |error: ::csv::Error| Error::Engine(error.to_string());
    for (cell, at) in cells.zip(1..) {
        let field = match cell {
            Value::Text(text) => text,
            other => {
                plain.clear();
                print(other, &mut plain);
                &plain
            }
        };
        out.write_field(field).map_err(failed)?;
        if at % n_columns == 0 {
            out.write_record(None::<&[u8]>).map_err(failed)?;
        }
    }
    out.into_inner().map_err(|error| Error::Engine(error.to_string()))
}

fn print(value: Value<'_>, to: &mut String) {
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
        "description": "Meeting protocols as paragraf read them, of one run. Empty cells are null or empty text.",
        "resources": resources,
    })
}

fn resource(table: &Definition) -> serde_json::Value {
    let is_nullable = |name: &str| table.columns.iter().any(|column| column.name == name && column.is_nullable);
    let (may_be_null, never): (Vec<&tables::Reference>, Vec<_>) =
        table.references.iter().partition(|reference| reference.columns.iter().any(|column| is_nullable(column)));
    let field = |column: &tables::Column| {
        let kind = match column.kind {
            Kind::Text => "string",
            Kind::Int => "integer",
            Kind::Real => "number",
            Kind::Bool => "boolean",
            Kind::Date => "date",
        };
        let mut description = column.description.clone();
        // A data package knows no reference of several columns of which one may be null.
        if let Some(reference) = may_be_null.iter().find(|reference| reference.columns.last() == Some(&&*column.name)) {
            description = format!("{description} Refers to {} ({}).", reference.table.name(), reference.to.join(", "));
        }
        let mut field = json!({"name": column.name, "type": kind, "description": description});
        // An empty text cannot be told from none.
        if !column.is_nullable && (column.kind != Kind::Text || table.is_key(&column.name)) {
            field["constraints"] = json!({"required": true});
        }
        field
    };
    let reference = |reference: &&tables::Reference| {
        json!({
            "fields": reference.columns,
            "reference": {"resource": reference.table.name(), "fields": reference.to},
        })
    };
    let fields: Vec<_> = table.columns.iter().map(field).collect();
    let references: Vec<_> = never.iter().map(reference).collect();
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
