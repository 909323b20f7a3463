//! A run as Parquet, a file for each table.

use super::tables::{self, Column, Definition, Kind, Rows, Table, Value};
use super::{Job, Summary, in_order};
use crate::error::{Error, Result};
use ::parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use ::parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int32Type, Int64Type};
use ::parquet::errors::ParquetError;
use ::parquet::file::metadata::KeyValue;
use ::parquet::file::properties::WriterProperties;
use ::parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use ::parquet::schema::types::Type;
use jiff::civil::{Date, date};
use std::fs::File;
use std::sync::Arc;
use tempfile::TempPath;

const FOLDER: &str = "parquet";

/// Bytes of all tables that wait in memory, before they are packed: then the largest table's rows become a group.
const WAITING: usize = 16 << 20;

pub fn export(job: &Job<'_>) -> Result<Summary> {
    let definitions = tables::definitions();
    let mut files = definitions.iter().map(|table| TableFile::begin(job, table)).collect::<Result<Vec<_>>>()?;
    let mut notes = Vec::new();
    let mut summary = in_order(job, &tables::of_entry, &mut |line, rows: Rows| {
        files.iter_mut().zip(Table::ALL).for_each(|(file, &table)| file.add(rows.cells(table)));
        if files.iter().map(|file| file.n_bytes).sum::<usize>() >= WAITING
            && let Some(largest) = files.iter_mut().max_by_key(|file| file.n_bytes)
        {
            largest.write_group()?;
        }
        notes.extend(rows.notes.into_iter().map(|note| (line.input.clone(), note)));
        Ok(())
    })?;
    for (file, table) in files.into_iter().zip(&definitions) {
        job.out.keep(file.finish()?, &format!("{FOLDER}/{}.parquet", table.name))?;
    }
    summary.notes.extend(notes);
    summary.written.push(FOLDER.to_owned());
    Ok(summary)
}

/// A table that is being written.
struct TableFile {
    path: TempPath,
    writer: SerializedFileWriter<File>,
    columns: Vec<Cells>,
    n_bytes: usize,
}

/// The values of a column, without those that are null.
struct Cells {
    values: Values,
    /// For each row whether it has one, where there may be none.
    levels: Option<Vec<i16>>,
}

enum Values {
    /// All letters, and where each text ends.
    Text(Vec<u8>, Vec<usize>),
    Int(Vec<i64>),
    Real(Vec<f64>),
    Bool(Vec<bool>),
    Date(Vec<i32>),
}

impl TableFile {
    fn begin(job: &Job<'_>, table: &Definition) -> Result<TableFile> {
        let path = job.out.begin()?;
        let file = File::create(&path).map_err(|error| Error::io(&path, error))?;
        let said = |key: String, text: &str| KeyValue::new(key, text.to_owned());
        let of_column = |column: &Column| said(format!("description.{}", column.name), &column.description);
        let mut metadata = vec![said("description".to_owned(), &table.description)];
        metadata.extend(table.columns.iter().map(of_column));
        metadata.push(said("primary_key".to_owned(), &table.key.join(",")));
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_created_by(format!("paragraf version {}", env!("CARGO_PKG_VERSION")))
            .set_key_value_metadata(Some(metadata))
            .build();
        let writer = schema(table)
            .and_then(|schema| SerializedFileWriter::new(file, Arc::new(schema), Arc::new(properties)))
            .map_err(|error| failed(&path, error))?;
        let columns = table.columns.iter().map(Cells::of).collect();
        Ok(TableFile { path, writer, columns, n_bytes: 0 })
    }

    fn add<'r>(&mut self, cells: impl Iterator<Item = Value<'r>>) {
        let n_columns = self.columns.len();
        for (at, value) in cells.enumerate() {
            self.n_bytes += self.columns[at % n_columns].push(value);
        }
    }

    fn write_group(&mut self) -> Result<()> {
        self.n_bytes = 0;
        let mut write = || {
            let mut group = self.writer.next_row_group()?;
            self.columns.iter_mut().try_for_each(|column| column.write(&mut group))?;
            group.close().map(drop)
        };
        write().map_err(|error| failed(&self.path, error))
    }

    fn finish(mut self) -> Result<TempPath> {
        if self.n_bytes > 0 {
            self.write_group()?;
        }
        self.writer.close().map_err(|error| failed(&self.path, error))?;
        Ok(self.path)
    }
}

impl Cells {
    fn of(column: &Column) -> Cells {
        let values = match column.kind {
            Kind::Text => Values::Text(Vec::new(), Vec::new()),
            Kind::Int => Values::Int(Vec::new()),
            Kind::Real => Values::Real(Vec::new()),
            Kind::Bool => Values::Bool(Vec::new()),
            Kind::Date => Values::Date(Vec::new()),
        };
        Cells { values, levels: column.is_nullable.then(Vec::new) }
    }

    /// Gives how much it takes up.
    fn push(&mut self, value: Value<'_>) -> usize {
        if let Some(levels) = &mut self.levels {
            levels.push(i16::from(value != Value::Null));
        }
        let n_bytes = match &value {
            Value::Text(text) => text.len() + size_of::<ByteArray>(),
            _ => size_of::<i64>(),
        };
        match (&mut self.values, value) {
            (Values::Text(letters, ends), Value::Text(text)) => {
                letters.extend(text.bytes());
                ends.push(letters.len());
            }
            (Values::Int(values), Value::Int(number)) => values.push(number),
            (Values::Real(values), Value::Real(number)) => values.push(number),
            (Values::Bool(values), Value::Bool(is)) => values.push(is),
            (Values::Date(values), Value::Date(day)) => values.push(days(day)),
            // Cells are of their column's kind or null.
            _ => {}
        }
        n_bytes
    }

    fn write(&mut self, group: &mut SerializedRowGroupWriter<'_, File>) -> ::parquet::errors::Result<()> {
        let levels = self.levels.as_mut().map(std::mem::take);
        match &mut self.values {
            Values::Text(letters, ends) => {
                let letters = ByteArray::from(std::mem::take(letters));
                let starts = std::iter::once(0).chain(ends.iter().copied());
                let texts = starts.zip(ends.iter()).map(|(start, end)| letters.slice(start, end - start));
                let mut texts: Vec<ByteArray> = texts.collect();
                ends.clear();
                write::<ByteArrayType>(group, &mut texts, levels)
            }
            Values::Int(values) => write::<Int64Type>(group, values, levels),
            Values::Real(values) => write::<DoubleType>(group, values, levels),
            Values::Bool(values) => write::<BoolType>(group, values, levels),
            Values::Date(values) => write::<Int32Type>(group, values, levels),
        }
    }
}

fn write<T: DataType>(
    group: &mut SerializedRowGroupWriter<'_, File>,
    values: &mut Vec<T::T>,
    levels: Option<Vec<i16>>,
) -> ::parquet::errors::Result<()> {
    let missing = || ParquetError::General("a table has more columns than its schema".to_owned());
    let mut column = group.next_column()?.ok_or_else(missing)?;
    column.typed::<T>().write_batch(values, levels.as_deref(), None)?;
    values.clear();
    column.close()
}

/// Days since 1970, as Parquet counts them.
fn days(day: Date) -> i32 {
    day.duration_since(date(1970, 1, 1)).as_hours() as i32 / 24
}

fn schema(table: &Definition) -> ::parquet::errors::Result<Type> {
    let column = |column: &Column| {
        let (physical, logical) = match column.kind {
            Kind::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
            Kind::Int => (Physical::INT64, None),
            Kind::Real => (Physical::DOUBLE, None),
            Kind::Bool => (Physical::BOOLEAN, None),
            Kind::Date => (Physical::INT32, Some(LogicalType::Date)),
        };
        let repetition = if column.is_nullable { Repetition::OPTIONAL } else { Repetition::REQUIRED };
        let column = Type::primitive_type_builder(&column.name, physical);
        column.with_logical_type(logical).with_repetition(repetition).build().map(Arc::new)
    };
    let columns = table.columns.iter().map(column).collect::<::parquet::errors::Result<Vec<_>>>()?;
    Type::group_type_builder(table.name).with_fields(columns).build()
}

fn failed(path: &TempPath, error: ParquetError) -> Error {
    Error::io(path, std::io::Error::other(error))
}
