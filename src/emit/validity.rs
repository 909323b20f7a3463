//! Whether a JSON value is a document by the schema: asked before anything that people set goes into one.
//!
//! The schema is derived from the types and has few words. One that is not among them fits nothing, so that no rule is
//! passed over.

use regex::Regex;
use serde_json::Value;
use std::collections::HashMap;
use std::sync::LazyLock;

static DOCUMENTS: LazyLock<Validator> = LazyLock::new(|| Validator::new(super::schema()));

/// The first place where a value is no document by the [`schema`](super::schema); none where it is one.
pub fn misfit(value: &Value) -> Option<String> {
    DOCUMENTS.misfit(value)
}

/// Says where values do not fit a schema that is like that of documents.
pub struct Validator {
    schema: Value,
    patterns: HashMap<String, Regex>,
}

impl Validator {
    /// Of a schema whose words are among those that [`schema`](super::schema) is made of.
    pub fn new(schema: Value) -> Validator {
        let mut patterns = HashMap::new();
        let mut values = vec![&schema];
        while let Some(value) = values.pop() {
            match value {
                Value::Object(entries) => {
                    if let Some(Value::String(pattern)) = entries.get("pattern")
                        && let Ok(regex) = Regex::new(pattern)
                    {
                        patterns.insert(pattern.clone(), regex);
                    }
                    values.extend(entries.values());
                }
                Value::Array(entries) => values.extend(entries),
                _ => {}
            }
        }
        Validator { patterns, schema }
    }

    /// A JSON Pointer to the first place where a value does not fit; none where all of it does. What stands there is
    /// not quoted, since documents name people.
    pub fn misfit(&self, value: &Value) -> Option<String> {
        self.misfit_of(&self.schema, value)
    }

    fn misfit_of(&self, schema: &Value, value: &Value) -> Option<String> {
        let here = |fits: bool| (!fits).then(String::new);
        let Some(rules) = schema.as_object() else {
            return here(false);
        };
        let entry = |key: &str, schema: &Value, value: &Value| {
            let within = self.misfit_of(schema, value)?;
            Some(format!("/{}{within}", key.replace('~', "~0").replace('/', "~1")))
        };
        rules.iter().find_map(|(word, rule)| match (word.as_str(), value) {
            // For readers. Days are looked at where they are set: a format by itself is no rule.
            ("$id" | "$schema" | "$defs" | "title" | "description" | "format", _) => None,
            ("$ref", _) => match rule.as_str().and_then(|place| self.schema.pointer(place.strip_prefix('#')?)) {
                Some(definition) => self.misfit_of(definition, value),
                None => here(false),
            },
            ("anyOf", _) => here(rule.as_array()?.iter().any(|schema| self.misfit_of(schema, value).is_none())),
            ("enum", _) => here(rule.as_array()?.contains(value)),
            ("type", _) => here(match rule {
                Value::Array(kinds) => kinds.iter().any(|kind| is_of(value, kind)),
                kind => is_of(value, kind),
            }),
            ("minimum", Value::Number(number)) => here(number.as_f64() >= rule.as_f64()),
            ("maximum", Value::Number(number)) => here(number.as_f64() <= rule.as_f64()),
            ("minItems", Value::Array(values)) => here(Some(values.len() as u64) >= rule.as_u64()),
            ("maxItems", Value::Array(values)) => here(Some(values.len() as u64) <= rule.as_u64()),
            ("pattern", Value::String(text)) => {
                here(rule.as_str().and_then(|pattern| self.patterns.get(pattern)).is_some_and(|r| r.is_match(text)))
            }
            ("items", Value::Array(values)) => {
                values.iter().enumerate().find_map(|(idx, value)| entry(&idx.to_string(), rule, value))
            }
            ("properties", Value::Object(entries)) => {
                rule.as_object()?.iter().find_map(|(key, schema)| entry(key, schema, entries.get(key)?))
            }
            ("additionalProperties", Value::Object(entries)) => {
                let is_other = |key: &str| schema.pointer("/properties").is_none_or(|known| known.get(key).is_none());
                let mut others = entries.iter().filter(|(key, _)| is_other(key));
                others.find_map(|(key, value)| entry(key, rule, value))
            }
            ("required", Value::Object(entries)) => {
                here(rule.as_array()?.iter().all(|key| key.as_str().is_some_and(|key| entries.contains_key(key))))
            }
            ("minimum" | "maximum" | "minItems" | "maxItems" | "pattern", _) => None,
            ("items" | "properties" | "additionalProperties" | "required", _) => None,
            _ => here(false),
        })
    }
}

fn is_of(value: &Value, kind: &Value) -> bool {
    match kind.as_str() {
        Some("null") => value.is_null(),
        Some("boolean") => value.is_boolean(),
        // 1.0 is an integer to a schema.
        Some("integer") => value.is_i64() || value.is_u64() || value.as_f64().is_some_and(|n| n.fract() == 0.0),
        Some("number") => value.is_number(),
        Some("string") => value.is_string(),
        Some("array") => value.is_array(),
        Some("object") => value.is_object(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn rules_that_are_not_known_fit_nothing() {
        let fits = |schema: Value, value: Value| Validator::new(schema).misfit(&value).is_none();
        assert!(fits(json!({"type": "integer", "minimum": 1}), json!(1)));
        assert!(!fits(json!({"type": "integer", "multipleOf": 1}), json!(1)));
        assert!(!fits(json!({"type": "day"}), json!("x")));
        assert!(!fits(json!({"pattern": "("}), json!("(")));
        assert!(!fits(json!({"$ref": "#/$defs/None"}), json!(1)));
        assert!(!fits(json!(7), json!(1)));
    }
}
