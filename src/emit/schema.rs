//! The JSON Schema of the output, derived from its types.

use super::wire::{Document, SCHEMA_VERSION};
use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;

/// Keys of a document that came after the first version, whose documents stay valid without them.
const LATER: [&str; 1] = ["overrides"];

/// The JSON Schema (draft 2020-12) of a document.
///
/// Every key of the first version is required, unknown keys and words are allowed: a later minor version
/// may have them.
pub fn schema() -> serde_json::Value {
    let mut schema = SchemaSettings::draft2020_12()
        .for_serialize()
        .with_transform(RecursiveTransform(drop_reader_hints))
        .into_generator()
        .into_root_schema_for::<Document>();
    if let Some(serde_json::Value::Array(required)) = schema.get_mut("required") {
        required.retain(|key| !key.as_str().is_some_and(|key| LATER.contains(&key)));
    }
    schema.insert("$id".to_owned(), format!("urn:paragraf:schema:{SCHEMA_VERSION}").into());
    schema.insert("title".to_owned(), "paragraf document".into());
    schema.to_value()
}

/// What readers put in place of a missing key is no part of the format, nor is the width of a number.
fn drop_reader_hints(schema: &mut Schema) {
    schema.remove("default");
    let is_width = |format: &serde_json::Value| format != "date";
    if schema.get("format").is_some_and(is_width) {
        schema.remove("format");
    }
}
