//! Values that people set: what a document may not hold is refused, with the reason on one line.

use paragraf::emit::{self, Producer, SourceInfo, wire};
use paragraf::overrides::{self, FieldValue, Overrides, OverridesFile, PartOverrides};
use paragraf::page::{CorrectedPage, OcrPage};
use serde_json::{Value, json};

fn document() -> wire::Document {
    let text = "Sammanträdesprotokoll 2019-04-09\nSocialnämnden\nBeslutande: Anna Berg (S), ordförande\n§ 12 Val\n\
                Nämnden beslutar att utse Anna Berg.\n";
    let pages = [CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
    let source = SourceInfo { file: "a.txt".into(), sha256: "0".repeat(64), pages: 1, ..SourceInfo::default() };
    let parts = paragraf::segment::segment(&paragraf::correct::Lexicon::builtin(), &pages);
    emit::documents(&source, &Producer::default(), &pages, &parts, &[]).remove(0)
}

fn set(decisions: &[(&str, Value)]) -> wire::Document {
    let field = |(field, value): &(&str, Value)| FieldValue {
        field: (*field).to_owned(),
        value: value.clone(),
        by: "anna".into(),
        at: "2026-11-24".into(),
        ..FieldValue::default()
    };
    let file = OverridesFile { fields: decisions.iter().map(field).collect(), ..OverridesFile::default() };
    let overrides = Overrides { sha256: None, parts: vec![PartOverrides { part_idx: 0, file: Ok(file) }] };
    let mut documents = [document()];
    overrides::fields::apply(&overrides, &mut documents);
    let [document] = documents;
    document
}

#[test]
fn values_that_no_document_may_hold_are_refused() {
    let before = document();
    for (field, value, expected) in [
        (
            "/adjustments/-",
            json!({"date": "2019-02-30"}),
            "/adjustments/-/date is no date; write for example 2019-10-29",
        ),
        ("/adjustments/-", json!({"time": "kl 9"}), "/adjustments/-/time is no time; write for example 09:30"),
        ("/meeting/date", json!("9/4"), "it is no date; write for example 2019-10-29"),
        ("/meeting/start_time", json!("29:30"), "it is no time; write for example 09:30"),
        ("/absent/-", json!({"name": "Eva Lund", "nick": "E"}), "/absent/-/nick is no key that a document has"),
        (
            "/attendees/-",
            json!({"name": "Bo Ek", "times": [{"begin": "09:30"}]}),
            "/attendees/-/times/0/begin is no key",
        ),
        ("/attendees/-", json!({"name": "Bo Ek", "category": "boss"}), "/attendees/-/category must be one of member"),
        ("/attendees/0/role", json!("boss"), "it must be one of chair"),
        ("/attendees/-", json!({"name": "Bo Ek", "id": "x7"}), "/attendees/-/id is no id of a person; leave it out"),
        ("/attendees/-", json!({"name": "Bo Ek", "id": "p4294967295"}), "/attendees/-/id is no id of a person"),
        ("/attendees/-", json!({"name": "Bo Ek", "id": "p1"}), "it has an id that another has too; leave it out"),
        ("/meeting/place", json!(7), "the value is of another type than what stands there"),
        ("/items/0/number", json!(-1), "the value is of another type than what stands there"),
    ] {
        let document = set(&[(field, value)]);
        assert_eq!((document.overrides.len(), document.overrides[0].applied), (1, false), "{field}: {expected}");
        let message = &document.warnings.last().unwrap().message;
        assert!(message.contains(&format!("is not set: {expected}")) && !message.contains('\n'), "{message}");
        assert_eq!((&document.meeting, &document.attendees), (&before.meeting, &before.attendees));
        assert_eq!((&document.absent, &document.adjustments), (&before.absent, &before.adjustments));
    }
}

#[test]
fn values_that_fit_are_set() {
    let person = json!({"name": "Bo Ek", "category": "member", "times": [{"start": "09:30", "end": null}]});
    let document = set(&[
        ("/attendees/-", person),
        ("/absent/-", json!({"name": "Eva Lund"})),
        ("/adjustments/-", json!({"date": "2019-04-16", "time": "08:00", "paragraphs": [[12, 14]]})),
        ("/meeting/date", Value::Null),
    ]);
    assert!(document.overrides.iter().all(|decision| decision.applied), "{:?}", document.warnings);
    assert_eq!(document.attendees.last().unwrap().name.as_deref(), Some("Bo Ek"));
    assert_eq!((document.attendees.last().unwrap().id.as_str(), document.absent[0].id.as_str()), ("p2", "p3"));
    assert_eq!(document.adjustments.last().unwrap().time.as_deref(), Some("08:00"));
    assert_eq!(document.meeting.date, None);
}
