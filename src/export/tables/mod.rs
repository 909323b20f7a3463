//! The documents of a run as tables, which CSV, Parquet and SQLite have in common.
//!
//! What the tables are and what stands in them is told once, in [`rows`]: the columns are those that a document with
//! one of everything fills, described by the JSON Schema.

mod cells;
mod plan;
mod rows;
mod sample;

pub use cells::{Kind, Value};
pub use plan::{Reference, Table};
pub use rows::{Rows, of_document};

use super::Entry;
use crate::error::Result;
use crate::naming::part_name;

/// A column of a table.
#[derive(Clone, PartialEq, Debug)]
pub struct Column {
    pub name: String,
    pub kind: Kind,
    pub is_nullable: bool,
    pub description: String,
}

/// A table as it is told of.
#[derive(Clone, PartialEq, Debug)]
pub struct Definition {
    pub name: &'static str,
    pub description: String,
    pub columns: Vec<Column>,
    /// The columns that tell a row from all others of the run.
    pub key: &'static [&'static str],
    pub references: &'static [Reference],
}

impl Definition {
    /// Whether a column belongs to the key.
    pub fn is_key(&self, column: &str) -> bool {
        self.key.contains(&column)
    }
}

/// All tables, each after those that it refers to.
pub fn definitions() -> Vec<Definition> {
    rows::definitions()
}

/// The rows of an input, and what a person should know of them.
pub fn of_entry(entry: &Entry<'_>) -> Result<Rows> {
    let mut rows = Rows::default();
    for (idx, document) in entry.documents.iter().enumerate() {
        of_document(&part_name(&entry.line.input, idx), document, &mut rows)?;
    }
    Ok(rows)
}
