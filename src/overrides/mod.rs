//! What people decided about documents, and that it outranks the machine.
//!
//! `DIR/overrides/<path of the document>.json` holds text edits and field values, each with who and when.
//! They are applied on every run and never written by one: [`edits`] go into the pages before these are
//! segmented, [`fields`] into the finished document. What no longer fits the input is left out and told
//! as a warning; nothing is forced.

mod check;
pub(crate) mod edits;
#[doc(hidden)]
pub mod fields;

use crate::error::{Warning, WarningCode};
use crate::hash::hex;
use crate::naming::part_name;
use schemars::{JsonSchema, Schema, generate::SchemaSettings};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// The file of one document.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OverridesFile {
    /// `1.0`
    #[serde(default)]
    #[schemars(regex(pattern = r"^1\.[0-9]+$"))]
    pub schema_version: Option<String>,
    /// The SHA-256 of the input that the decisions were made for (`source.sha256` of the document). Where the
    /// input is another now, a warning says so.
    #[serde(default)]
    #[schemars(regex(pattern = r"^[0-9a-f]{64}$"))]
    pub source_sha256: Option<String>,
    /// Changes of the text as read, before names, items and all else are taken from it.
    #[serde(default)]
    pub edits: Vec<TextEdit>,
    /// Values that stand in the document as a person set them.
    #[serde(default)]
    pub fields: Vec<FieldValue>,
}

/// A word, or a few on one line, that was read wrongly.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TextEdit {
    /// In the file, from 1.
    #[schemars(range(min = 1))]
    pub page: u32,
    /// What stands in the page's `original_text`. Where it stands more than once, `span` tells which.
    #[schemars(length(min = 1))]
    pub original: String,
    /// What is printed there. The same as `original` keeps the machine from changing it.
    #[schemars(length(min = 1))]
    pub corrected: String,
    /// Unicode code points in the page's `original_text`, end exclusive.
    #[serde(default)]
    pub span: Option<[u32; 2]>,
    /// Who decided.
    #[schemars(length(min = 1))]
    pub by: String,
    /// When: a date, or a time in RFC 3339.
    pub at: String,
    /// What that person remarked.
    #[serde(default)]
    pub note: Option<String>,
}

/// A value of the document.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FieldValue {
    /// A JSON Pointer into the document: `/meeting/date`, `/items/3/title`; `/absent/-` adds one.
    pub field: String,
    /// The value, as it stands in the output.
    pub value: Value,
    /// What the machine had there. Where it has something else now, the value is not set and a warning says so.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub was: Option<Value>,
    /// Who decided.
    #[schemars(length(min = 1))]
    pub by: String,
    /// When: a date, or a time in RFC 3339.
    pub at: String,
    /// What that person remarked.
    #[serde(default)]
    pub note: Option<String>,
}

/// Null is a value that was there; only a missing key is none.
fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

/// What was decided about the documents of one input file.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Overrides {
    /// Of the bytes of all its files; none where there are none.
    pub sha256: Option<String>,
    /// What was decided, document by document.
    pub parts: Vec<PartOverrides>,
}

/// What was decided about one document, or why it cannot be understood.
#[derive(Clone, PartialEq, Debug)]
pub struct PartOverrides {
    /// From 0.
    pub part_idx: usize,
    /// The decisions, or what is wrong with the file, in one line.
    pub file: Result<OverridesFile, String>,
}

/// The JSON Schema (draft 2020-12) of an overrides file.
pub fn schema() -> Value {
    let mut schema: Schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<OverridesFile>();
    schema.insert("$id".to_owned(), "urn:paragraf:overrides:1.0".into());
    schema.insert("title".to_owned(), "paragraf overrides".into());
    schema.to_value()
}

/// Reads what was decided about the documents of an input.
pub fn load(run_folder: &Path, input: &str) -> Overrides {
    let mut parts = Vec::new();
    let mut hash = Sha256::new();
    for (part_idx, path) in files(run_folder, input) {
        let file = match std::fs::read(&path) {
            Ok(bytes) => {
                hash.update(part_idx.to_le_bytes());
                hash.update(&bytes);
                parse(&bytes)
            }
            Err(error) => Err(format!("it cannot be read: {error}")),
        };
        parts.push(PartOverrides { part_idx, file });
    }
    Overrides { sha256: (!parts.is_empty()).then(|| hex(&hash.finalize())), parts }
}

/// Of the overrides of an input as they are now; none where there are none.
pub fn sha256(run_folder: &Path, input: &str) -> Option<String> {
    load(run_folder, input).sha256
}

/// An overrides file from its bytes, or what is wrong with it.
pub fn parse(bytes: &[u8]) -> Result<OverridesFile, String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let file: OverridesFile = serde_json::from_slice(bytes).map_err(|error| wording(&error))?;
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_hash = |text: &str| text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    if file.schema_version.as_deref().is_some_and(|version| !version.strip_prefix("1.").is_some_and(is_digits)) {
        return Err("its format (schema_version) is not known; write 1.0, or use a newer paragraf".into());
    }
    if file.source_sha256.as_deref().is_some_and(|sha256| !is_hash(sha256)) {
        return Err("its source_sha256 is no hash; copy source.sha256 of the document".into());
    }
    Ok(file)
}

/// Where and what, without quoting the file: it names people.
fn wording(error: &serde_json::Error) -> String {
    use serde_json::error::Category;
    let text = error.to_string();
    let what = match error.classify() {
        Category::Data if text.starts_with("unknown field") || text.starts_with("missing field") => {
            text.split(" at line").next().unwrap_or_default().to_owned()
        }
        Category::Data => "a value is of the wrong type".to_owned(),
        Category::Eof => "it ends too early".to_owned(),
        Category::Syntax | Category::Io => "it is no JSON".to_owned(),
    };
    format!("{what} (line {}, column {})", error.line(), error.column())
}

/// The overrides files of an input's documents, those that are there.
fn files(run_folder: &Path, input: &str) -> Vec<(usize, PathBuf)> {
    let folder = run_folder.join("overrides");
    let first = folder.join(format!("{}.json", part_name(input, 0)));
    let Some(beside) = first.parent().filter(|beside| beside.is_dir()) else {
        return Vec::new();
    };
    let mut found: Vec<(usize, PathBuf)> = first.is_file().then(|| (0, first.clone())).into_iter().collect();
    // Later parts: few inputs have any, so that the folder is looked through once and not name by name.
    let start = format!("{}.part", input.rsplit('/').next().unwrap_or(input));
    for entry in std::fs::read_dir(beside).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let number = name.strip_prefix(&start).and_then(|rest| rest.strip_suffix(".json")).and_then(|n| n.parse().ok());
        if let Some(number @ 2usize..) = number {
            found.push((number - 1, entry.path()));
        }
    }
    found.sort();
    found
}

/// Whether a decision says who made it and when.
fn is_signed(by: &str, at: &str) -> Result<(), String> {
    if by.trim().is_empty() {
        return Err("it does not say who decided it (by)".into());
    }
    let is_time = at.parse::<jiff::Timestamp>().is_ok() || at.parse::<jiff::civil::Date>().is_ok();
    if is_time { Ok(()) } else { Err("it does not say when it was decided (at): write for example 2026-11-24".into()) }
}

/// A warning about something that a person decided and that is not done.
fn conflict(message: String, page: Option<u32>) -> Warning {
    Warning { code: WarningCode::OverrideConflict, message, page, bbox: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_held_against_their_format() {
        let hash = "0".repeat(64);
        for good in ["{}", "\u{feff}{}", r#"{"schema_version": "1.7"}"#, &format!(r#"{{"source_sha256": "{hash}"}}"#)] {
            assert!(parse(good.as_bytes()).is_ok(), "{good}");
        }
        for (bad, expected) in [
            (r#"{"schema_version": "2.0"}"#, "its format (schema_version) is not known"),
            (r#"{"schema_version": "1."}"#, "its format (schema_version) is not known"),
            (r#"{"schema_version": "1.0 (Anna)"}"#, "its format (schema_version) is not known"),
            (r#"{"source_sha256": "Anna"}"#, "its source_sha256 is no hash"),
            (r#"{"felds": []}"#, "unknown field `felds`"),
            (r#"{"edits": [{"page": 1, "original": "a", "corrected": "b", "at": "x"}]}"#, "missing field `by`"),
            (r#"{"fields": [{"field": "/meeting/date", "value": 1, "by": 7, "at": "x"}]}"#, "a value is of the wrong"),
            ("{", "it ends too early"),
        ] {
            let reason = parse(bad.as_bytes()).unwrap_err();
            assert!(reason.starts_with(expected) && !reason.contains("Anna"), "{bad}: {reason}");
        }
    }
}
