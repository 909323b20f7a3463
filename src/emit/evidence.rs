//! Where values were taken from, in the order of the keys that they belong to.

use super::values::EvidenceState;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

/// Start and end (exclusive) in Unicode code points of a page's `text`.
pub type CodePoints = [u32; 2];

/// Left, top, right, bottom in pixels of the upright page image before any deskewing or scaling, origin top left.
pub type PixelBox = [i32; 4];

/// What was printed where a value was taken from.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Evidence {
    /// As read, before any correction.
    pub printed: String,
    /// How the value came from it.
    pub state: EvidenceState,
    /// Probability that the value is right.
    #[schemars(range(min = 0, max = 1))]
    pub confidence: f64,
    /// Where it stands, in the order of the text: more than one where a value runs over a line or page.
    pub sources: Vec<SourceRef>,
}

/// A place in a page's text, and on the page itself.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct SourceRef {
    /// The page's number in the file, from 1.
    #[schemars(range(min = 1))]
    pub page: u32,
    /// Unicode code points in the page's `text`, end exclusive.
    pub span: CodePoints,
    /// Pixels of the page; null for a text file.
    pub bbox: Option<PixelBox>,
}

/// Evidence by key of the object that it belongs to, in the order of the keys.
///
/// A list and not a hash map: the order is part of the bytes.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct EvidenceMap(pub Vec<(String, Evidence)>);

impl EvidenceMap {
    /// The evidence of a key.
    pub fn get(&self, key: &str) -> Option<&Evidence> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, evidence)| evidence)
    }
}

impl Serialize for EvidenceMap {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, evidence)| (key, evidence)))
    }
}

impl<'de> Deserialize<'de> for EvidenceMap {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries;
        impl<'de> Visitor<'de> for Entries {
            type Value = EvidenceMap;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("evidence by key")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<EvidenceMap, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(EvidenceMap(entries))
            }
        }
        deserializer.deserialize_map(Entries)
    }
}

impl JsonSchema for EvidenceMap {
    fn schema_name() -> Cow<'static, str> {
        "EvidenceMap".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Evidence for each key of the object that has a value with a known place, or whose label is printed and whose value cannot be read.",
            "type": "object",
            "additionalProperties": generator.subschema_for::<Evidence>(),
        })
    }
}

/// A decision by a person: a value that was set, or a text edit.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Override {
    /// JSON Pointer into this document; null for a text edit.
    pub field: Option<String>,
    /// The page of a text edit.
    pub page: Option<u32>,
    /// Where the edit was made, as the overrides state it.
    pub span: Option<CodePoints>,
    /// Who decided.
    pub by: String,
    /// When.
    pub at: String,
    /// What that person remarked.
    pub note: Option<String>,
    /// Whether it stands in this document; if not, a warning says why.
    pub applied: bool,
}
