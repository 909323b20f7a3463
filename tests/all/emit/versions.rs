//! Documents that were written yesterday stay valid and readable: `documents/` has some of each version, with its schema.

use super::example::every_part;
use paragraf::emit::{self, Validator, wire::SCHEMA_VERSION};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/all/emit/documents")
}

/// The documents of each version, and its schema, by their names.
fn versions() -> BTreeMap<String, BTreeMap<String, Value>> {
    let name = |entry: &fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
    let read = |folder: PathBuf| -> BTreeMap<String, Value> {
        let files = fs::read_dir(folder).unwrap().map(Result::unwrap);
        files.map(|file| (name(&file), serde_json::from_slice(&fs::read(file.path()).unwrap()).unwrap())).collect()
    };
    fs::read_dir(folder()).unwrap().map(Result::unwrap).map(|entry| (name(&entry), read(entry.path()))).collect()
}

#[test]
fn documents_of_every_version_are_valid_and_are_read_whole() {
    let mut n_documents = 0;
    for (version, files) in versions() {
        let own = Validator::new(files["schema.json"].clone());
        for (name, document) in files.iter().filter(|(name, _)| *name != "schema.json") {
            let place = format!("{version}/{name}");
            assert_eq!(document["schema_version"], version.as_str(), "{place}");
            assert_eq!(own.misfit(document), None, "{place}, by its own schema");
            assert_eq!(emit::misfit(document), None, "{place}");
            let read = emit::read(&document.to_string()).unwrap();
            let again: Value = serde_json::from_str(&emit::to_json(&read)).unwrap();
            assert_eq!(lost(document, &again), Vec::<String>::new(), "{place}");
            n_documents += 1;
        }
    }
    assert!(n_documents >= 3);
}

/// Places of a document that another does not have as it does.
fn lost(before: &Value, after: &Value) -> Vec<String> {
    let below = |key: &str, before: &Value, after: &Value| -> Vec<String> {
        lost(before, after).into_iter().map(|place| format!("/{key}{place}")).collect()
    };
    match (before, after) {
        (Value::Object(before), Value::Object(_)) => {
            before.iter().flat_map(|(key, value)| below(key, value, &after[key])).collect()
        }
        (Value::Array(before), Value::Array(others)) if before.len() == others.len() => {
            let pairs = before.iter().zip(others).enumerate();
            pairs.flat_map(|(at, (value, other))| below(&at.to_string(), value, other)).collect()
        }
        (before, after) if before == after => Vec::new(),
        _ => vec![String::new()],
    }
}

/// A version is kept as soon as there is one; what is kept is never written anew.
#[test]
fn this_version_is_kept() {
    let folder = folder().join(SCHEMA_VERSION);
    let kept = [("schema.json", format!("{:#}\n", emit::schema())), ("every_part.json", emit::to_json(&every_part()))];
    for (name, now) in kept {
        let path = folder.join(name);
        if !path.exists() && std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&path, now).unwrap();
        }
        assert!(
            path.exists(),
            "{name} of {SCHEMA_VERSION} is not kept: run UPDATE_EXPECT=1 cargo test --test all emit::"
        );
    }
}

#[test]
fn the_schema_takes_nothing_away() {
    let now = emit::schema();
    for (version, files) in versions() {
        assert_eq!(narrowed(&files["schema.json"], &now), Vec::<String>::new(), "since {version}");
    }
}

/// Where a schema allows less than another did, or does not know a key or word that the other knew.
fn narrowed(old: &Value, new: &Value) -> Vec<String> {
    let mut out = Vec::new();
    of_schemas((old, new), (old, new), "", &mut Vec::new(), &mut out);
    out
}

fn of_schemas(
    roots: (&Value, &Value),
    (old, new): (&Value, &Value),
    at: &str,
    seen: &mut Vec<String>,
    out: &mut Vec<String>,
) {
    let (old, new) = (resolved(roots.0, old), resolved(roots.1, new));
    let pair = format!("{old:p} {new:p}");
    if seen.contains(&pair) {
        return;
    }
    seen.push(pair);
    let mut wrong = |what: &str| out.push(format!("{at}: {what}"));
    let kinds = |schema: &Value| match &schema["type"] {
        Value::Array(kinds) => kinds.clone(),
        Value::Null => Vec::new(),
        kind => vec![kind.clone()],
    };
    let (olds, news) = (kinds(old), kinds(new));
    if !news.is_empty() && (olds.is_empty() || olds.iter().any(|kind| !news.contains(kind))) {
        wrong("type");
    }
    let number = |schema: &Value, key: &str| schema[key].as_f64();
    for (key, is_upper) in [("minimum", false), ("minItems", false), ("maximum", true), ("maxItems", true)] {
        let is_narrower = match (number(old, key), number(new, key)) {
            (_, None) => false,
            (None, Some(_)) => true,
            (Some(old), Some(new)) => {
                if is_upper {
                    new < old
                } else {
                    new > old
                }
            }
        };
        if is_narrower {
            wrong(key);
        }
    }
    for key in ["pattern", "format"] {
        if !new[key].is_null() && new[key] != old[key] {
            wrong(key);
        }
    }
    let list = |schema: &Value, key: &str| schema[key].as_array().cloned().unwrap_or_default();
    if !new["enum"].is_null()
        && (old["enum"].is_null() || list(old, "enum").iter().any(|one| !list(new, "enum").contains(one)))
    {
        wrong("enum");
    }
    if list(new, "required").iter().any(|key| !list(old, "required").contains(key)) {
        wrong("required");
    }
    // What may be one of several: each of them must have its like.
    let (old_any, new_any) = (list(old, "anyOf"), list(new, "anyOf"));
    if new_any.is_empty() && !old_any.is_empty() {
        wrong("anyOf");
    }
    if !new_any.is_empty() {
        let olds = if old_any.is_empty() { vec![old.clone()] } else { old_any };
        for (place, one) in olds.iter().enumerate() {
            let fits = |other: &Value| {
                let mut found = Vec::new();
                of_schemas(roots, (one, other), at, &mut Vec::new(), &mut found);
                found.is_empty()
            };
            if !new_any.iter().any(fits) {
                wrong(&format!("anyOf/{place}"));
            }
            // A word that is no longer listed is still allowed, as any text is; it must be listed.
            let is_listed =
                |word: &Value| new_any.iter().any(|other| list(resolved(roots.1, other), "enum").contains(word));
            if !list(one, "enum").iter().all(is_listed) {
                wrong("a word");
            }
        }
    }
    for (key, schema) in old["properties"].as_object().into_iter().flatten() {
        match new["properties"].get(key) {
            Some(other) => of_schemas(roots, (schema, other), &format!("{at}/{key}"), seen, out),
            None => out.push(format!("{at}/{key}: gone")),
        }
    }
    for key in ["items", "additionalProperties"] {
        match (&old[key], &new[key]) {
            (_, Value::Null) => {}
            (Value::Null, _) => out.push(format!("{at}: {key}")),
            (old, new) => of_schemas(roots, (old, new), &format!("{at}/{key}"), seen, out),
        }
    }
}

fn resolved<'s>(root: &'s Value, schema: &'s Value) -> &'s Value {
    let place = schema.get("$ref").and_then(Value::as_str).and_then(|place| place.strip_prefix('#'));
    place.and_then(|place| root.pointer(place)).unwrap_or(schema)
}

#[test]
fn what_is_taken_away_is_seen() {
    let taken = |change: &dyn Fn(&mut Value)| {
        let mut schema = emit::schema();
        change(&mut schema);
        narrowed(&emit::schema(), &schema)
    };
    assert_eq!(taken(&|_| {}), Vec::<String>::new());
    let more: &dyn Fn(&mut Value) = &|schema| {
        schema["properties"]["mood"] = serde_json::json!({"type": "string"});
        schema["$defs"]["Meeting"]["properties"]["body"]["type"] = serde_json::json!(["string", "null", "integer"]);
        schema["$defs"]["Status"]["anyOf"][0]["enum"].as_array_mut().unwrap().push("doubtful".into());
        schema["$defs"]["Page"]["properties"]["number"]["minimum"] = 0.into();
    };
    assert_eq!(taken(more), Vec::<String>::new());
    type Change<'c> = &'c dyn Fn(&mut Value);
    let less: [(Change, &str); 9] = [
        (
            &|schema| drop(schema["$defs"]["Item"]["properties"].as_object_mut().unwrap().remove("year")),
            "/items/items/year: gone",
        ),
        (&|schema| schema["$defs"]["Meeting"]["properties"]["body"]["type"] = "string".into(), "/meeting/body: type"),
        (&|schema| schema["required"].as_array_mut().unwrap().push("overrides".into()), ": required"),
        (
            &|schema| schema["$defs"]["Page"]["properties"]["number"]["minimum"] = 2.into(),
            "/pages/items/number: minimum",
        ),
        (&|schema| schema["properties"]["id"]["pattern"] = "^x".into(), "/id: pattern"),
        (
            &|schema| schema["$defs"]["Notice"]["properties"]["organ"]["format"] = "date".into(),
            "/notices/items/organ: format",
        ),
        (
            &|schema| drop(schema["$defs"]["Status"]["anyOf"][0]["enum"].as_array_mut().unwrap().pop()),
            "/status: a word",
        ),
        (&|schema| drop(schema["$defs"]["Status"]["anyOf"].as_array_mut().unwrap().pop()), "/status: anyOf/1"),
        (
            &|schema| {
                schema["$defs"]["Attendee"]["properties"]["role"]["anyOf"][1] =
                    serde_json::json!({"$ref": "#/$defs/Status"})
            },
            "/attendees/items/role: anyOf/1",
        ),
    ];
    for (change, expected) in less {
        assert!(taken(change).iter().any(|place| place == expected), "{expected}: {:?}", taken(change));
    }
}
