//! `docs/output.md` is `docs/output.template.md` with an example document and the reference of all keys put in, so that
//! it says what the schema says.

use super::example::{board_document, every_part};
use paragraf::diff::Tree;
use paragraf::emit::{self, wire};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

const MADE: &str =
    "<!-- Made from output.template.md and the schema by UPDATE_EXPECT=1 cargo test --test all emit:: -->\n";

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name)
}

/// A type of the output, as the schema and the example tell it.
struct Type<'s> {
    name: &'s str,
    schema: &'s Value,
    /// Keys in their order, with the values that the example has there.
    keys: Vec<(String, Vec<Tree>)>,
    /// Where it stands first: a type and its key.
    within: Option<(String, String)>,
}

/// All types, in the order in which a reader of a document meets them.
fn types<'s>(schema: &'s Value, example: &Tree) -> Vec<Type<'s>> {
    let mut types = vec![Type { name: "Document", schema, keys: Vec::new(), within: None }];
    let mut standing: BTreeMap<&str, usize> = BTreeMap::from([("Document", 0)]);
    let mut at = 0;
    let mut values = vec![vec![example.clone()]];
    while at < types.len() {
        let here = std::mem::take(&mut values[at]);
        let properties = types[at].schema.get("properties").and_then(Value::as_object);
        // Evidence by key has no keys of its own; their values are of one type.
        let by_key = types[at].schema.get("additionalProperties").map(|of| ("*".to_owned(), of));
        let mut keys: Vec<(String, Vec<Tree>)> = Vec::new();
        for (key, value) in here.iter().flat_map(entries) {
            let key = if by_key.is_some() { "*".to_owned() } else { key.clone() };
            match keys.iter_mut().find(|(known, _)| *known == key) {
                Some((_, values)) => values.push(value.clone()),
                None => keys.push((key, vec![value.clone()])),
            }
        }
        for (key, found) in &keys {
            let of = by_key.as_ref().map(|(_, of)| *of).or_else(|| properties?.get(key)).unwrap_or(&Value::Null);
            let Some(name) = named(of) else { continue };
            let next = *standing.entry(name).or_insert_with(|| {
                let within = Some((types[at].name.to_owned(), key.clone()));
                types.push(Type { name, schema: &schema["$defs"][name], keys: Vec::new(), within });
                values.push(Vec::new());
                types.len() - 1
            });
            let flat = |value: &Tree| match value {
                Tree::List(entries) => entries.clone(),
                value => vec![value.clone()],
            };
            // A type that holds itself would be read for ever.
            if next > at {
                values[next].extend(found.iter().flat_map(flat).filter(|value| *value != Tree::Leaf(Value::Null)));
            }
        }
        types[at].keys = keys;
        at += 1;
    }
    // What stands within a type comes right behind it.
    let way: BTreeMap<&str, Vec<usize>> = types.iter().fold(BTreeMap::new(), |mut way, one| {
        let within = one.within.as_ref().map(|(within, _)| way[within.as_str()].clone()).unwrap_or_default();
        let own = [within, vec![way.len()]].concat();
        way.insert(one.name, own);
        way
    });
    types.sort_by(|one, other| way[one.name].cmp(&way[other.name]));
    types
}

fn entries(value: &Tree) -> &[(String, Tree)] {
    match value {
        Tree::Object(entries) => entries,
        _ => &[],
    }
}

/// The type that a value has a name for, or the entries of its list.
fn named(schema: &Value) -> Option<&str> {
    let own = schema.get("$ref").and_then(Value::as_str).and_then(|place| place.rsplit('/').next());
    let of_any = || schema.get("anyOf")?.as_array()?.iter().find_map(named);
    own.or_else(of_any).or_else(|| named(schema.get("items")?))
}

/// The words of a list of words.
fn words(schema: &Value) -> Option<Vec<&str>> {
    let words = schema.pointer("/anyOf/0/enum")?.as_array()?;
    Some(words.iter().filter_map(Value::as_str).collect())
}

/// What a value is, in words.
fn kind(schema: &Value) -> String {
    let kinds: Vec<&str> = match schema.get("type") {
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
        Some(kind) => kind.as_str().into_iter().collect(),
        None => Vec::new(),
    };
    let of_any = schema.get("anyOf").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let is_null = |of: &Value| of["type"] == "null";
    let or_null = if kinds.contains(&"null") || of_any.iter().any(is_null) { " or null" } else { "" };
    let main = kinds.iter().find(|kind| **kind != "null").copied().unwrap_or_default();
    let number =
        |of: &str, name: &str| schema.get(of).map(|least| format!(" {name} {}", least.as_f64().unwrap_or_default()));
    let told = match main {
        "array" => {
            let of = kind(&schema["items"]);
            match schema.get("maxItems") {
                Some(n) if schema.get("minItems") == Some(n) => format!("{n} {of}s"),
                _ if schema["items"].get("maxItems").is_some() => format!("list of {of} each"),
                _ => format!("list of {of}"),
            }
        }
        "integer" | "number" => {
            let name = if main == "integer" { "whole number" } else { "number" };
            let least = number("minimum", "from").filter(|_| main == "number" || schema["minimum"] != 0);
            name.to_owned() + &least.unwrap_or_default() + &number("maximum", "to").unwrap_or_default()
        }
        "string" => match (schema.get("format"), schema.get("pattern").and_then(Value::as_str)) {
            (Some(format), _) => format.as_str().unwrap_or_default().to_owned(),
            (None, Some(pattern)) => format!("text like `{pattern}`"),
            (None, None) => "text".to_owned(),
        },
        "boolean" if !or_null.is_empty() => return "true, false or null".to_owned(),
        "boolean" => "true or false".to_owned(),
        _ => {
            let name = named(schema).unwrap_or_else(|| panic!("a type without words: {schema}"));
            format!("[{name}](#{})", name.to_lowercase())
        }
    };
    told + or_null
}

/// The first value that says something, short; nothing of what has a table of its own.
fn sample(values: &[Tree]) -> Option<String> {
    let says = |value: &&Tree| match value {
        Tree::Leaf(value) => !value.is_null() && value != "",
        Tree::List(entries) => entries.iter().any(|entry| !matches!(entry, Tree::Object(_))),
        Tree::Object(_) => false,
    };
    let value = values.iter().find(says)?.to_value().to_string();
    const MOST: usize = 48;
    let short = match value.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value,
    };
    Some(format!("`{short}`"))
}

fn cell(text: &str) -> String {
    text.replace('\n', " ").replace('|', "\\|")
}

fn told(schema: &Value) -> &str {
    schema.get("description").and_then(Value::as_str).unwrap_or_default().trim()
}

fn reference() -> String {
    let schema = emit::schema();
    let example: Tree = serde_json::from_str(&emit::to_json(&every_part())).unwrap();
    let mut out = String::new();
    for one in types(&schema, &example) {
        let _ = write!(out, "### {}\n\n", one.name);
        let within = one.within.as_ref();
        let within = within.map(|(of, key)| format!("`{key}` of [{of}](#{}). ", of.to_lowercase()));
        let _ = write!(out, "{}\n\n", wrapped(&(within.unwrap_or_default() + told(one.schema))));
        if let Some(words) = words(one.schema) {
            let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
            let _ = write!(out, "{}\n\n", wrapped(&format!("Words: {}.", words.join(", "))));
        }
        let Some(properties) = one.schema.get("properties") else {
            if let Some(of) = one.schema.get("additionalProperties") {
                let _ = write!(out, "Its keys are those of the object; each value is an {}.\n\n", kind(of));
            }
            continue;
        };
        out += "| key | type | meaning | example |\n|---|---|---|---|\n";
        let required = one.schema["required"].as_array().unwrap();
        for (key, values) in &one.keys {
            let schema = &properties[key];
            let is_always = required.iter().any(|known| known == key);
            let may_miss = if is_always { "" } else { ", or not there" };
            let cells =
                [format!("{}{may_miss}", kind(schema)), told(schema).to_owned(), sample(values).unwrap_or_default()];
            let _ = writeln!(out, "| `{key}` | {} |", cells.map(|text| cell(&text)).join(" | "));
        }
        out.push('\n');
    }
    out.trim_end().to_owned()
}

/// A paragraph with lines as long as prose has them.
fn wrapped(text: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().unwrap();
        match line.is_empty() {
            true => *line = word.to_owned(),
            false if line.chars().count() + word.chars().count() < 120 => {
                line.push(' ');
                line.push_str(word);
            }
            false => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

fn made() -> String {
    let template = std::fs::read_to_string(path("output.template.md")).unwrap();
    let (title, rest) = template.split_once('\n').unwrap();
    for marker in ["<!-- example -->", "<!-- reference -->"] {
        assert_eq!(rest.matches(marker).count(), 1, "{marker}");
    }
    let rest = rest.replace("<!-- example -->", &emit::to_json(&board_document()));
    format!("{title}\n\n{MADE}{}", rest.replace("<!-- reference -->", &reference()))
}

#[test]
fn the_documentation_of_the_output_says_what_the_schema_says() {
    let now = made();
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(path("output.md"), &now).unwrap();
    }
    let then = std::fs::read_to_string(path("output.md")).unwrap_or_default();
    let differs = then.lines().zip(now.lines()).position(|(then, now)| then != now);
    assert!(
        then == now,
        "docs/output.md is old (line {:?}): change docs/output.template.md or what describes the types, and run \
         UPDATE_EXPECT=1 cargo test --test all emit::",
        differs.map(|at| at + 1)
    );
}

#[test]
fn every_key_has_a_meaning_and_an_example() {
    let schema = emit::schema();
    let example: Tree = serde_json::from_str(&emit::to_json(&every_part())).unwrap();
    assert_eq!(emit::misfit(&serde_json::from_str(&emit::to_json(&every_part())).unwrap()), None);
    let types = types(&schema, &example);
    let mut missing = Vec::new();
    for one in &types {
        let known = one.schema.get("properties").and_then(Value::as_object);
        for (key, of) in known.into_iter().flatten() {
            let values = one.keys.iter().find(|(name, _)| name == key).map_or(&[][..], |(_, values)| values);
            let has_table = |name: &str| schema["$defs"][name].get("properties").is_some() || name == "EvidenceMap";
            let is_shown = match named(of) {
                Some(name) if has_table(name) => types.iter().any(|one| one.name == name),
                _ => sample(values).is_some(),
            };
            if !is_shown || told(of).is_empty() {
                missing.push(format!("{}.{key}", one.name));
            }
        }
    }
    assert!(missing.is_empty(), "without meaning or example: {missing:?}");
    let names: Vec<&str> = types.iter().map(|one| one.name).collect();
    let left_out: Vec<&String> =
        schema["$defs"].as_object().unwrap().keys().filter(|name| !names.contains(&name.as_str())).collect();
    assert!(left_out.is_empty(), "not in the reference: {left_out:?}");
}

#[test]
fn every_warning_is_explained() {
    let template = std::fs::read_to_string(path("output.template.md")).unwrap();
    let table = template.split("### Warnings\n").nth(1).unwrap().split("\n## ").next().unwrap();
    for code in wire::WarningCode::KNOWN {
        assert!(table.contains(&format!("`{code}`")), "{code}");
    }
}
