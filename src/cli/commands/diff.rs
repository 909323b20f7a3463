//! `paragraf diff`

use crate::cli::args::{DiffArguments, EvalFormat};
use crate::cli::exit::Exit;
use crate::cli::log::one_line;
use crate::cli::output::{complain, print};
use paragraf::diff::{self, Change, Compared, ComparedInput, Kind, Options, Side, Summary};
use paragraf::error::{Error, Result};
use paragraf::export::Run;
use serde_json::{Value, json};
use std::fmt::Write;

pub fn run(arguments: &DiffArguments) -> Result<Exit> {
    let open = |folder| Run::open(folder, arguments.masked, None);
    let (old, new) = (open(&arguments.old)?, open(&arguments.new)?);
    let options = Options { all: arguments.all, fields: arguments.field.clone() };
    let mut is_first = true;
    if arguments.format == EvalFormat::Json {
        print("{\"documents\": [")?;
    }
    let summary = diff::runs(&old, &new, &options, &mut |input| {
        if let Some((name, reason)) = &input.failed {
            complain(&Error::Input(format!("{}: {}", one_line(name), one_line(reason))));
        }
        match arguments.format {
            EvalFormat::Table => print(&table(input)),
            EvalFormat::Json => print(&lines(input, &mut is_first)?),
        }?;
        Ok(())
    })?;
    match arguments.format {
        EvalFormat::Table => print(&summed_up(&summary)),
        EvalFormat::Json => print(&format!("\n], \"summary\": {}}}\n", json!(summary))),
    }?;
    Ok(if summary.is_same() { Exit::Complete } else { Exit::Incomplete })
}

/// Documents that differ, a line each.
fn lines(input: &ComparedInput, is_first: &mut bool) -> Result<String> {
    let mut out = String::new();
    for document in input.documents.iter().filter(|document| !document.is_same()) {
        out += if std::mem::replace(is_first, false) { "\n" } else { ",\n" };
        out += &serde_json::to_string(document).map_err(|error| Error::Input(error.to_string()))?;
    }
    Ok(out)
}

/// The widest that a column is, in characters.
const WIDEST: usize = 56;

fn table(input: &ComparedInput) -> String {
    let mut out = String::new();
    for document in input.documents.iter().filter(|document| !document.is_same()) {
        let heading = match document {
            Compared { old: Some(old), new: None, .. } => format!("{}: only in the old run", one_line(old)),
            Compared { old: None, new: Some(new), .. } => format!("{}: only in the new run", one_line(new)),
            Compared { old: Some(old), new: Some(new), .. } if old != new => {
                format!("{} > {}", one_line(old), one_line(new))
            }
            Compared { new, .. } => one_line(new.as_deref().unwrap_or_default()),
        };
        out += &heading;
        out.push('\n');
        let rows: Vec<[String; 3]> = document.changes.iter().map(row).collect();
        let width = |column: usize| {
            let widths = rows.iter().map(|row| row[column].chars().count());
            widths.max().unwrap_or(0).min(WIDEST)
        };
        let (first, second) = (width(0), width(1));
        for [path, old, new] in &rows {
            let line = format!("  {path:first$}  {old:second$}  {new}");
            out += line.trim_end();
            out.push('\n');
        }
        out.push('\n');
    }
    out
}

fn row(change: &Change) -> [String; 3] {
    let path = match (change.n_parts, change.field.ends_with("corrections")) {
        (Some(n), true) => format!("{} ({n} differ)", change.path),
        (Some(0), false) => format!("{} (blanks)", change.path),
        (Some(n), false) => format!("{} ({n} words)", change.path),
        (None, _) => change.path.clone(),
    };
    let side = |side: &Option<Side>, other: &Option<Side>, is_missing: &str| match side {
        Some(side) => told(side, other.as_ref()),
        None => is_missing.to_owned(),
    };
    let (no_old, no_new) = match change.kind {
        Kind::Added => ("(not there)", ""),
        Kind::Removed => ("", "(not there)"),
        Kind::Changed | Kind::Moved => ("", ""),
    };
    [one_line(&path), side(&change.old, &change.new, no_old), side(&change.new, &change.old, no_new)]
}

/// A value with how it came about.
fn told(side: &Side, other: Option<&Side>) -> String {
    let text = one_line(&plain(&side.value));
    // Of long values that begin alike, what follows is told.
    let other = other.map(|other| one_line(&plain(&other.value))).unwrap_or_default();
    let text = around(&text, &other);
    let confidence = side.confidence.map(|confidence| confidence.to_string());
    let known: Vec<String> = side.state.clone().into_iter().chain(confidence).collect();
    if known.is_empty() { text } else { format!("{text} ({})", known.join(" ")) }
}

/// At most so much of a text as a column holds: from its beginning, or from shortly before it differs from another.
fn around(text: &str, other: &str) -> String {
    const MOST: usize = WIDEST - 16;
    let n = text.chars().count();
    if n <= MOST {
        return text.to_owned();
    }
    let n_same = text.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let from = if n_same + 8 < MOST { 0 } else { n_same.saturating_sub(8).min(n - MOST) };
    let shown: String = text.chars().skip(from).take(MOST).collect();
    let (before, after) = (if from > 0 { "…" } else { "" }, if from + MOST < n { "…" } else { "" });
    format!("{before}{shown}{after}")
}

/// A value as a person writes it; `-` where there is none.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => "-".to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(values) if values.is_empty() => "-".to_owned(),
        Value::Array(values) => match values.iter().map(range).collect::<Option<Vec<_>>>() {
            Some(ranges) => ranges.join(", "),
            None => values.iter().map(plain).collect::<Vec<_>>().join(", "),
        },
        Value::Object(entries) => {
            let is_told = |value: &&Value| !value.is_null() && **value != Value::Bool(false);
            entries.values().filter(is_told).map(plain).collect::<Vec<_>>().join(", ")
        }
        value => value.to_string(),
    }
}

/// A range of §§, or an interval.
fn range(value: &Value) -> Option<String> {
    let joined = |first: &Value, last: &Value| match first == last {
        true => plain(first),
        false => format!("{}-{}", plain(first), plain(last)),
    };
    match value {
        Value::Array(ends) => match ends.as_slice() {
            [first, last] => Some(joined(first, last)),
            _ => None,
        },
        Value::Object(ends) if ends.len() == 2 => Some(joined(ends.get("start")?, ends.get("end")?)),
        _ => None,
    }
}

fn summed_up(summary: &Summary) -> String {
    let mut out = format!(
        "{} documents are the same, {} changed, {} only in the old run, {} only in the new run",
        summary.documents_same, summary.documents_changed, summary.documents_only_old, summary.documents_only_new
    );
    if summary.inputs_failed > 0 {
        let _ = write!(out, "; {} inputs could not be compared", summary.inputs_failed);
    }
    out.push('\n');
    if !summary.values.is_empty() {
        let _ = writeln!(out, "{} values differ:", summary.values.values().sum::<usize>());
        let width = summary.values.keys().map(|field| field.chars().count()).max().unwrap_or(0);
        for (field, n) in &summary.values {
            let _ = writeln!(out, "  {field:width$}  {n:>6}");
        }
    }
    if summary.pages_changed > 0 {
        let _ = writeln!(out, "{} pages differ", summary.pages_changed);
    }
    out
}
