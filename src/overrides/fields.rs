//! Field values by people, set in a finished document.

use super::{FieldValue, Overrides, OverridesFile, check, conflict, edits, is_signed};
use crate::emit::{self, wire};
use serde_json::{Map, Value};

/// Parts of a document that people may set; the rest follows from them or says what the machine did.
const SETTABLE: [&str; 8] =
    ["meeting", "attendees", "absent", "signatures", "adjustments", "notices", "contents", "items"];
/// Keys that name an object or say where its values come from.
const FIXED: [&str; 2] = ["id", "evidence"];

/// Sets what people decided about the documents of a file, and adds the trail of all their decisions.
pub fn apply(overrides: &Overrides, documents: &mut [wire::Document]) {
    for part in &overrides.parts {
        let file = match &part.file {
            Ok(file) => file,
            Err(reason) => {
                if let Some(document) = at_or_first(documents, part.part_idx) {
                    let reason = format!("the overrides are not applied: {reason}");
                    document.warnings.push(warning(reason, None));
                }
                continue;
            }
        };
        let has_part = part.part_idx < documents.len();
        let Some(document) = at_or_first(documents, part.part_idx) else { continue };
        if !has_part {
            let message =
                format!("there are overrides for part {}, and the file has no such part now", part.part_idx + 1);
            document.warnings.push(warning(message, None));
        }
        let is_changed = file.source_sha256.as_ref().is_some_and(|sha256| *sha256 != document.source.sha256);
        if is_changed {
            let message = "the overrides were made for another version of the input; see whether they still fit";
            document.warnings.push(warning(message.into(), None));
        }
        set_fields(document, file, has_part, is_changed);
        add_edits(documents, file);
    }
}

fn at_or_first(documents: &mut [wire::Document], part_idx: usize) -> Option<&mut wire::Document> {
    let at = if part_idx < documents.len() { part_idx } else { 0 };
    documents.get_mut(at)
}

fn warning(message: String, page: Option<u32>) -> wire::Warning {
    let warning = conflict(message, page);
    wire::Warning { code: warning.code.into(), message: warning.message, page, bbox: None }
}

fn set_fields(document: &mut wire::Document, file: &OverridesFile, has_part: bool, is_changed: bool) {
    for field in &file.fields {
        let set = match (has_part, is_changed && field.was.is_none()) {
            (false, _) => Err("its document is not there".to_owned()),
            (_, true) => Err("the input is another, and it does not say what was there (was)".to_owned()),
            _ => set(document, field),
        };
        let is_applied = match set {
            Ok(changed) => {
                *document = changed;
                document.review.retain(|note| !is_within(&note.field, &field.field));
                true
            }
            Err(reason) => {
                let message = format!("the value for {} is not set: {reason}", field.field);
                document.warnings.push(warning(message, None));
                false
            }
        };
        document.overrides.push(wire::Override {
            field: Some(field.field.clone()),
            page: None,
            span: None,
            by: field.by.clone(),
            at: field.at.clone(),
            note: field.note.clone(),
            applied: is_applied,
        });
    }
}

/// The trail of text edits, each in the document that has its page.
fn add_edits(documents: &mut [wire::Document], file: &OverridesFile) {
    for edit in &file.edits {
        let at = documents.iter().position(|document| document.pages.iter().any(|page| page.number == edit.page));
        let Some(document) = at_or_first(documents, at.unwrap_or(0)) else { continue };
        let page = document.pages.iter().find(|page| page.number == edit.page);
        document.overrides.push(wire::Override {
            field: None,
            page: Some(edit.page),
            span: edit.span,
            by: edit.by.clone(),
            at: edit.at.clone(),
            note: edit.note.clone(),
            applied: page.is_some_and(|page| edits::is_applied(edit, &page.corrections)),
        });
    }
}

fn is_within(pointer: &str, of: &str) -> bool {
    pointer.strip_prefix(of).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The document with the value set, or why it is not.
fn set(document: &wire::Document, field: &FieldValue) -> Result<wire::Document, String> {
    is_signed(&field.by, &field.at)?;
    let mut value = serde_json::to_value(document).map_err(|_| "the document has no JSON form".to_owned())?;
    let pointer = &field.field;
    let root = pointer.split('/').nth(1).unwrap_or_default();
    if !pointer.starts_with('/') || !SETTABLE.contains(&root) {
        return Err(format!("only values below {} can be set", SETTABLE.map(|root| format!("/{root}")).join(", ")));
    }
    let (parent, key) = pointer.rsplit_once('/').unwrap_or_default();
    let key = key.replace("~1", "/").replace("~0", "~");
    if FIXED.contains(&key.as_str()) || parent.contains("/evidence") {
        return Err("ids and evidence are the program's own".into());
    }
    match (&field.was, value.pointer(pointer)) {
        // Set already, by the text: that is no conflict.
        (_, Some(now)) if *now == field.value => {}
        (Some(was), Some(now)) if was != now => {
            return Err("something else was read there than when it was decided (was)".into());
        }
        _ => {}
    }
    // The field is named before the reason already.
    let said = |fault: String| match fault.strip_prefix(pointer.as_str()) {
        Some(what) if what.starts_with(' ') => format!("it{what}"),
        _ => fault,
    };
    if let Some(fault) = check::fault(pointer, &field.value) {
        return Err(said(fault));
    }
    let mut place = pointer.clone();
    match value.pointer_mut(parent) {
        Some(Value::Object(entries)) if parent.is_empty() || entries.contains_key(&key) => {
            if parent.is_empty() && !entries.contains_key(&key) {
                return Err("there is no such value".into());
            }
            note(entries, &key);
            entries.insert(key, field.value.clone());
        }
        Some(Value::Array(values)) if key == "-" => {
            place = format!("{parent}/{}", values.len());
            values.push(field.value.clone());
        }
        Some(Value::Array(values)) => match key.parse::<usize>().ok().and_then(|at| values.get_mut(at)) {
            Some(value) => *value = field.value.clone(),
            None => return Err("the list has no such entry".into()),
        },
        _ => return Err("there is no such value in the document now".into()),
    }
    let mut changed =
        emit::from_value(value).map_err(|_| "the value is of another type than what stands there".to_owned())?;
    number_new(&mut changed);
    let json = serde_json::to_value(&changed).map_err(|_| "the document has no JSON form".to_owned())?;
    let taken = json.pointer(&place).unwrap_or(&Value::Null);
    match check::unknown_key(pointer, &field.value, taken) {
        Some(fault) => Err(said(fault)),
        None if check::has_id_twice(&changed) => Err("it has an id that another has too; leave it out".into()),
        None => Ok(changed),
    }
}

/// Says in the evidence of a value that a person set it.
fn note(entries: &mut Map<String, Value>, key: &str) {
    if let Some(Value::Object(evidence)) = entries.get_mut("evidence") {
        let before =
            evidence.get(key).cloned().and_then(|evidence| serde_json::from_value::<wire::Evidence>(evidence).ok());
        let manual =
            wire::Evidence { state: wire::EvidenceState::Manual, confidence: 1.0, ..before.unwrap_or_default() };
        evidence.insert(key.to_owned(), serde_json::to_value(manual).unwrap_or_default());
    }
}

/// Gives ids to persons and items that were added without one.
fn number_new(document: &mut wire::Document) {
    let number = |id: &str| id.get(1..).and_then(|digits| digits.parse::<u32>().ok()).unwrap_or(0);
    let ids = document.attendees.iter().map(|person| &person.id).chain(document.absent.iter().map(|person| &person.id));
    let mut last = ids.map(|id| number(id)).max().unwrap_or(0);
    let missing = document.attendees.iter_mut().map(|person| &mut person.id);
    for id in missing.chain(document.absent.iter_mut().map(|person| &mut person.id)).filter(|id| id.is_empty()) {
        last += 1;
        *id = format!("p{last}");
    }
    let mut last = document.items.iter().map(|item| number(&item.id)).max().unwrap_or(0);
    for item in document.items.iter_mut().filter(|item| item.id.is_empty()) {
        last += 1;
        item.id = format!("i{last}");
    }
}
