//! The schema of documents as `paragraf` understands it, held against a validator that knows all of JSON Schema.

use paragraf::correct::Lexicon;
use paragraf::emit::{self, Producer, SourceInfo};
use paragraf::page::OcrPage;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// What is printed in the fixtures, as documents.
fn documents() -> Vec<Value> {
    let lexicon = Lexicon::builtin();
    let folder = comparison::root().join("fixtures/gold");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|case| case.unwrap().path().join("truth.txt")).collect();
    paths.retain(|path| path.is_file());
    paths.sort();
    assert!(paths.len() > 5, "{paths:?}");
    let mut documents = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap();
        let pages: Vec<OcrPage> = (1..).zip(text.split('\x0c')).map(|(n, text)| OcrPage::from_text(n, text)).collect();
        let understood = paragraf::pipeline::understand(&lexicon, &Default::default(), pages);
        let producer = Producer { configuration_sha256: "ab".repeat(32), ..Producer::default() };
        let source = SourceInfo { file: "x.txt".into(), sha256: "cd".repeat(32), pages: 1, ..SourceInfo::default() };
        let made = emit::documents(&source, &producer, &understood.pages, &understood.parts, &[]);
        documents.extend(made.iter().map(|document| serde_json::from_str(&emit::to_json(document)).unwrap()));
    }
    documents
}

/// JSON Pointers to a value and all that stands in it, one of each kind of place: in lists the first that has it.
fn places(value: &Value, at: &str, kind: &str, seen: &mut BTreeSet<String>, places: &mut Vec<String>) {
    let is_new = seen.insert(format!("{kind}={}", value.is_null()));
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                self::places(value, &format!("{at}/{key}"), &format!("{kind}/{key}"), seen, places);
            }
        }
        Value::Array(values) => {
            for (idx, value) in values.iter().enumerate() {
                self::places(value, &format!("{at}/{idx}"), &format!("{kind}/*"), seen, places);
            }
        }
        _ => {}
    }
    if is_new {
        places.push(at.to_owned());
    }
}

#[test]
fn a_misfit_is_what_another_validator_refuses() {
    let validator = jsonschema::draft202012::new(&emit::schema()).unwrap();
    let others = json!([
        null, true, -1, 0, 1, 2, 1.0, 1.5, 1e30, "", "x", "1.1", "p1", "i12", "09:05", "1974-03-12", "member", [], [1],
        [1, 2], [1, -2], [1, 2, 3], [1, 2, 3, 4], ["x"], [{}], {}, {"x": 1}
    ]);
    let (mut n_fits, mut n_misfits, mut seen) = (0, 0, BTreeSet::new());
    for document in documents() {
        assert_eq!(emit::misfit(&document), None);
        assert!(validator.is_valid(&document));
        let mut everywhere = Vec::new();
        places(&document, "", "", &mut seen, &mut everywhere);
        for place in everywhere {
            let mut changed: Vec<Value> = Vec::new();
            for other in others.as_array().unwrap() {
                let mut document = document.clone();
                *document.pointer_mut(&place).unwrap() = other.clone();
                changed.push(document);
            }
            let (parent, key) = place.rsplit_once('/').unwrap_or_default();
            let mut without = document.clone();
            if let Some(Value::Object(entries)) = without.pointer_mut(parent) {
                entries.remove(key);
                changed.push(without);
            }
            for changed in changed {
                let misfit = emit::misfit(&changed);
                assert_eq!(misfit.is_none(), validator.is_valid(&changed), "{place}: {misfit:?}");
                match misfit {
                    None => n_fits += 1,
                    Some(misfit) => {
                        // A part that is missing is missed where it should be, a wrong one is found in what was put there.
                        assert!(place.starts_with(&misfit) || misfit.starts_with(&place), "{place}: {misfit}");
                        n_misfits += 1;
                    }
                }
            }
        }
    }
    assert!(n_fits > 500 && n_misfits > 5000, "{n_fits} fit, {n_misfits} do not");
}
