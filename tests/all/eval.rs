//! The evaluation: a wrong value must cost what it should, and the folders must be found.

use paragraf::emit::{self, wire};
use paragraf::eval::{self, Counts, Gold, Report};
use std::fs;
use std::path::Path;

/// What a parish council's protocol states.
const GOLD: &str = r#"{
  "schema_version": "1.0",
  "source": {"file": "kyrkoråd.pdf"},
  "meeting": {"kind": "protocol", "municipality": null, "body": "Hults kyrkoråd", "date": "2003-05-14", "place": "Församlingshemmet",
    "start_time": "18:30", "end_time": null},
  "attendees": [
    {"id": "p1", "name": "Birgit Sjöö", "category": "member", "role": "chair", "party": "C", "paragraphs": null},
    {"id": "p2", "name": "Yngve Åhs", "category": "serving_substitute", "party": null, "replaces": "Maj Ek", "paragraphs": [[31, 32]]},
    {"id": "p3", "name": "Tore Wahl", "category": "official", "organization": "Kyrkokansliet"}
  ],
  "absent": [{"id": "p4", "name": "Maj Ek"}],
  "signatures": [{"role": "chair", "name": "Birgit Sjöö", "signed": true}, {"role": "adjuster", "name": "Yngve Åhs", "signed": true}],
  "items": [
    {"id": "i1", "number": 31, "title": "Mötets öppnande", "reference": null, "text": "Ordföranden hälsar välkommen.", "sections": []},
    {"id": "i2", "number": 32, "title": "Ny orgel", "reference": "P 2003/14", "text": "Kyrkorådet beslutar\natt köpa orgeln.",
     "sections": [{"kind": "decision", "heading": null, "text": "Kyrkorådet beslutar\natt köpa orgeln."}],
     "votes": [{"yes": 4, "no": 2, "abstain": 0}], "reservations": [{"name": "Tore Wahl"}]}
  ]
}"#;
const TRUTH: &str = "Hults kyrkoråd\n§ 31 Mötets öppnande\n\u{c}§ 32 Ny orgel – köp\nJusterare ......\n";

fn gold() -> Gold {
    Gold::new("kyrkoråd", GOLD, Some(TRUTH)).expect("the gold is a document")
}

/// Output that is right in everything.
fn right() -> wire::Document {
    let mut document = emit::read(GOLD).expect("the gold is a document");
    for (number, text) in (1..).zip(TRUTH.split('\u{c}')) {
        document.pages.push(wire::Page {
            number,
            text: text.to_owned(),
            original_text: text.replace('ö', "o"),
            ..wire::Page::default()
        });
    }
    document
}

fn counts_of(found: &wire::Document, field: &str) -> Counts {
    eval::score(&gold(), Some(found)).fields.get(field).expect("the field is scored")
}

fn counts(right: usize, found: usize, gold: usize) -> Counts {
    Counts { right, found, gold }
}

#[test]
fn the_gold_itself_is_right_in_everything() {
    let scores = eval::score(&gold(), Some(&right()));
    for (field, counts) in scores.fields.iter().filter(|(field, _)| *field != "review") {
        assert_eq!((counts.precision(), counts.recall()), (1.0, 1.0), "{field}");
    }
    assert_eq!(scores.text.cer().1, 0.0);
    assert_eq!(scores.text.correction.wrong_after, 0);
    assert_eq!((scores.text.correction.repaired, scores.text.correction.spoiled), (3, 0));
}

#[test]
fn what_the_gold_does_not_state_is_not_scored() {
    let scores = eval::score(&gold(), Some(&right()));
    // `null` is a statement: nothing is printed. A key that is not there is none.
    assert_eq!(scores.fields.get("municipality"), Some(counts(0, 0, 0)));
    assert_eq!(scores.fields.get("meeting number"), None);
    assert_eq!(scores.fields.get("contents"), None);
    assert_eq!(scores.fields.get("outcome"), None);
}

#[test]
fn an_invented_value_costs_precision_and_a_missed_one_recall() {
    let mut found = right();
    found.meeting.municipality = Some("Hults kommun".to_owned());
    found.meeting.start_time = None;
    found.meeting.end_time = Some("21:00".to_owned());
    assert_eq!(counts_of(&found, "municipality"), counts(0, 1, 0));
    assert_eq!(counts_of(&found, "start"), counts(0, 0, 1));
    assert_eq!(counts_of(&found, "end"), counts(0, 1, 0));

    found.attendees[0].name = Some("Birgit Sjoo".to_owned());
    found.attendees[2].organization = None;
    found.attendees[0].paragraphs = Some(vec![[1, 2]]);
    assert_eq!(counts_of(&found, "attendee"), counts(2, 3, 3));
    assert_eq!(counts_of(&found, "attendee+category"), counts(2, 3, 3));
    assert_eq!(counts_of(&found, "party"), counts(0, 1, 1));
    assert_eq!(counts_of(&found, "organisation"), counts(0, 0, 1));
    assert_eq!(counts_of(&found, "replaces"), counts(1, 1, 1));
    assert_eq!(counts_of(&found, "scope"), counts(1, 2, 1));

    found.absent.clear();
    found.signatures[1].role = wire::SignatureRole::Secretary;
    assert_eq!(counts_of(&found, "absent"), counts(0, 0, 1));
    assert_eq!(counts_of(&found, "signature"), counts(1, 2, 2));
}

#[test]
fn items_are_found_by_number() {
    let mut found = right();
    found.items[0].title = Some("MÖTETS ÖPPNANDE.".to_owned());
    found.items[1].reference = Some("Dnr P 2003/14".to_owned());
    found.items.remove(0);
    found.items[0].text.push('!');
    found.items[0].votes[0].no = Some(3);
    let invented = wire::Item {
        number: Some(40),
        sections: vec![wire::Section { text: "Beslut i annat ärende".to_owned(), ..wire::Section::default() }],
        ..wire::Item::default()
    };
    found.items.push(invented);
    assert_eq!(counts_of(&found, "item"), counts(1, 2, 2));
    assert_eq!(counts_of(&found, "title"), counts(1, 1, 2));
    assert_eq!(counts_of(&found, "reference"), counts(1, 1, 1));
    assert_eq!(counts_of(&found, "item text ≥95%"), counts(1, 2, 2));
    assert_eq!(counts_of(&found, "decision ≥95%"), counts(1, 2, 1));
    assert_eq!(counts_of(&found, "vote"), counts(0, 1, 1));
    assert_eq!(counts_of(&found, "reservation"), counts(1, 1, 1));
}

#[test]
fn titles_compare_without_regard_to_case_and_names_do_not() {
    let mut found = right();
    found.items[1].title = Some("NY ORGEL:".to_owned());
    found.attendees[1].name = Some("YNGVE ÅHS".to_owned());
    assert_eq!(counts_of(&found, "title"), counts(2, 2, 2));
    assert_eq!(counts_of(&found, "attendee"), counts(2, 3, 3));
}

#[test]
fn a_number_that_stands_twice_is_compared_in_order() {
    let twice = GOLD.replace("\"number\": 31", "\"number\": 32");
    let gold = Gold::new("kyrkoråd", &twice, None).unwrap();
    let found = emit::read(&twice).unwrap();
    assert_eq!(eval::score(&gold, Some(&found)).fields.get("item text ≥95%"), Some(counts(2, 2, 2)));
}

#[test]
fn review_is_scored_on_the_wrong_values() {
    let mut found = right();
    found.attendees[0].name = Some("Birgit Sjoo".to_owned());
    found.items[1].title = Some("Ny orgcl".to_owned());
    let note = |field: &str| wire::Review { field: field.to_owned(), ..wire::Review::default() };
    // One wrong name is named, one wrong title is not, one right signature is.
    found.review = vec![note("/attendees/0"), note("/signatures/1/name"), note("/pages/0"), note("")];
    assert_eq!(counts_of(&found, "review"), counts(1, 2, 2));
    assert_eq!(counts_of(&found, "values"), counts(7, 9, 9));
}

/// Evidence at a confidence, with a box of a word on page 1.
fn evidence(confidence: f64, bbox: Option<[i32; 4]>) -> wire::Evidence {
    let source = wire::SourceRef { page: 1, bbox, ..wire::SourceRef::default() };
    wire::Evidence { confidence, sources: vec![source], ..wire::Evidence::default() }
}

#[test]
fn stated_confidence_is_held_against_what_is_right() {
    let mut found = right();
    found.attendees[0].evidence.0.push(("name".to_owned(), evidence(0.97, None)));
    found.attendees[0].evidence.0.push(("party".to_owned(), evidence(0.55, None)));
    found.attendees[1].name = Some("Yngve Ähs".to_owned());
    found.attendees[1].evidence.0.push(("name".to_owned(), evidence(0.9, None)));
    // Of a person that is not in the gold nothing but the name can be judged.
    found.attendees[1].evidence.0.push(("replaces".to_owned(), evidence(0.9, None)));
    found.meeting.evidence.0.push(("date".to_owned(), evidence(0.4, None)));
    found.items[1].title = Some("Ny orgcl".to_owned());
    found.items[1].evidence.0.push(("title".to_owned(), evidence(0.61, None)));

    let reliability = eval::score(&gold(), Some(&found)).reliability;
    let of = |field: &str| {
        let (_, bins) = reliability.iter().find(|(name, _)| *name == field).expect("the field is stated");
        bins.map(|bin| (bin.right, bin.values))
    };
    assert_eq!(of("attendee"), [(0, 0), (0, 0), (0, 0), (0, 0), (0, 0), (1, 2)]);
    assert_eq!(of("party"), [(0, 0), (1, 1), (0, 0), (0, 0), (0, 0), (0, 0)]);
    assert_eq!(of("date"), [(1, 1), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0)]);
    assert_eq!(of("title"), [(0, 0), (0, 0), (0, 1), (0, 0), (0, 0), (0, 0)]);
    assert!(reliability.iter().all(|(field, _)| field != "replaces"));

    let mut report = Report { cases: 1, ..Report::default() };
    report.reliability.add(&reliability);
    let table = eval::reliability_table(&report);
    assert!(table.lines().any(|line| line.starts_with("attendee ") && line.ends_with("1/2    1/2")), "{table}");
    assert!(table.lines().any(|line| line.starts_with("share right") && line.ends_with("0.500  0.600")), "{table}");
    let json: serde_json::Value = serde_json::from_str(&eval::to_json(&report)).unwrap();
    assert_eq!(json["reliability"]["attendee"][5]["values"], 2);
    assert_eq!(json["reliability"]["attendee"][5]["from"], 0.9);
}

#[test]
fn a_box_counts_where_it_stands_on_the_line_that_prints_the_value() {
    let lines = r#"{"pages": [{"number": 1, "width": 1000, "height": 1400, "skew_degrees": 4.0, "lines": [
        [100, 200, 400, 230, "Birgit Sjöö, C"], [100, 250, 400, 280, "Yngve Åhs för Maj Ek"], [100, 300, 400, 330, "31\tMötets öppnande"]]}]}"#;
    let gold = gold().with_lines(eval::Lines::from_json(lines).expect("lines"));
    let mut found = right();
    (found.pages[0].width, found.pages[0].height) = (Some(2000), Some(2800));
    // The page was turned by four degrees: left of the middle a line stands 23 pixels lower. All is twice as large.
    found.attendees[0].evidence.0.push(("name".to_owned(), evidence(1.0, Some([250, 448, 370, 504]))));
    found.attendees[1].evidence.0.push(("name".to_owned(), evidence(1.0, Some([250, 448, 370, 504]))));
    found.items[0].evidence.0.push(("title".to_owned(), evidence(1.0, Some([400, 640, 495, 694]))));
    found.items[1].evidence.0.push(("title".to_owned(), evidence(1.0, None)));
    let scores = eval::score(&gold, Some(&found));
    assert_eq!(scores.fields.get("attendee box"), Some(counts(1, 2, 3)));
    assert_eq!(scores.fields.get("title box"), Some(counts(1, 1, 2)));
    assert_eq!(scores.fields.get("signature box"), Some(counts(0, 0, 2)));
    assert_eq!(eval::score(&self::gold(), Some(&found)).fields.get("title box"), None);
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
    fs::write(path, text).expect("the file can be written");
}

fn report(gold: &Path, out: &Path) -> Report {
    eval::evaluate(gold, out).expect("the folders can be compared")
}

#[test]
fn cases_are_found_by_the_name_of_their_input() {
    let dir = tempfile::tempdir().unwrap();
    let (gold, out) = (dir.path().join("gold"), dir.path().join("out"));
    write(&gold.join("kyrkoråd/expected.json"), GOLD);
    write(&gold.join("kyrkoråd/truth.txt"), TRUTH);
    write(&gold.join("nämnd/expected.json"), &GOLD.replace("kyrkoråd.pdf", "nämnd.pdf"));
    write(&out.join("run.json"), "{}");
    write(&out.join("documents/2003/kyrkoråd.pdf.json"), &emit::to_json(&right()));
    write(&gold.join("kyrkoråd.part2/expected.json"), &GOLD.replace("2003-05-14", "2003-06-01"));
    write(&out.join("documents/2003/kyrkoråd.pdf.part2.json"), &emit::to_json(&right()));
    write(&out.join("documents/annan.pdf.json"), "no document at all");

    let report = report(&gold, &out);
    assert_eq!((report.cases, report.missing.as_slice()), (3, ["nämnd".to_owned()].as_slice()));
    assert_eq!(report.fields.get("date"), Some(counts(1, 2, 3)));
    assert_eq!(report.text.pages, 2);

    let table = eval::to_table(&report);
    assert!(table.contains("without output: nämnd"), "{table}");
    assert!(table.lines().any(|line| line.starts_with("date ") && line.ends_with("3      2      1")), "{table}");
    let json: serde_json::Value = serde_json::from_str(&eval::to_json(&report)).unwrap();
    assert_eq!(json["fields"]["date"]["recall"], 0.333);
    assert_eq!(json["by_case"][0]["case"], "kyrkoråd");
}

#[test]
fn an_earlier_output_can_be_the_gold() {
    let dir = tempfile::tempdir().unwrap();
    let (gold, out) = (dir.path().join("gold"), dir.path().join("out"));
    let mut changed = right();
    changed.pages[0].text.push_str("Oläsligt\n");
    for (dir, document) in [(&gold, right()), (&out, changed)] {
        write(&dir.join("documents/2003/kyrkoråd.pdf.json"), &emit::to_json(&document));
        write(&dir.join("documents/2003/kyrkoråd.pdf.part2.json"), &emit::to_json(&document));
    }
    let report = report(&gold, &out);
    assert_eq!(
        report.by_case.iter().map(|case| case.case.as_str()).collect::<Vec<_>>(),
        ["2003/kyrkoråd.pdf", "2003/kyrkoråd.pdf.part2"]
    );
    assert_eq!(report.fields.get("attendee"), Some(counts(6, 6, 6)));
    assert_eq!(report.text.words_found, counts(26, 28, 26));
}

#[test]
fn a_folder_without_gold_is_a_wrong_call() {
    let dir = tempfile::tempdir().unwrap();
    let error = eval::evaluate(dir.path(), dir.path()).unwrap_err();
    assert!(matches!(error, paragraf::error::Error::Usage(_)), "{error}");
    assert!(eval::evaluate(&dir.path().join("finns inte"), dir.path()).is_err());
}

#[test]
fn a_broken_output_is_named() {
    let dir = tempfile::tempdir().unwrap();
    write(&dir.path().join("gold/kyrkoråd/expected.json"), GOLD);
    write(&dir.path().join("out/kyrkoråd.pdf.json"), "{");
    let error = eval::evaluate(&dir.path().join("gold"), &dir.path().join("out")).unwrap_err().to_string();
    assert!(error.contains("kyrkoråd.pdf.json"), "{error}");
}

#[test]
fn a_person_whom_the_gold_does_not_have_is_named() {
    let mut found = right();
    found.signatures[0].role = found.signatures[1].role.clone();
    assert!(eval::score(&gold(), Some(&found)).invented_persons.is_empty());
    // Twice where the gold has it once, and absent where the gold has it present.
    found.attendees.push(found.attendees[0].clone());
    found.absent[0].name = Some("Tore Wahl".to_owned());
    assert_eq!(eval::score(&gold(), Some(&found)).invented_persons, ["Birgit Sjöö", "Tore Wahl"]);
    let mut report = Report::default();
    report.add(eval::score(&gold(), Some(&found)));
    assert!(eval::to_table(&report).contains("2 invented persons:\n  kyrkoråd: Birgit Sjöö\n"));
}

#[test]
fn a_long_page_is_compared_in_seconds() {
    let printed: String = (0..10_000).map(|n| format!("ord{} ", n % 977)).collect();
    let read = printed.replace("ord13 ", "0rd13 ");
    let page = wire::Page { original_text: read, text: printed.clone(), ..wire::Page::default() };
    let start = std::time::Instant::now();
    let scores = eval::score_page(&printed, Some(&page));
    assert_eq!((scores.word_errors, scores.correction.spoiled), (0, 0));
    assert_eq!(scores.correction.repaired, scores.correction.wrong_before);
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
}
