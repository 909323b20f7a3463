//! The output: its keys and their order, its schema, and what must hold for any pages and protocol.

mod documentation;
mod example;
mod generated;
mod versions;

use example::{board_document, edit, producer, read_from, scanned, source};
use generated::{page, pages, part};
use paragraf::emit::{self, Validator, wire};
use paragraf::error::{Warning, WarningCode};
use paragraf::page::{BBox, CorrectedPage, OcrPage, PageStatus, TextSource};
use paragraf::protocol::*;
use paragraf::segment::Part;
use paragraf::text::{Certainty, Edit, Reason, Span};
use proptest::prelude::*;
use serde_json::Value;
use std::path::Path;
use std::sync::LazyLock;

/// The schema as this version means it: only the keys and words that it lists.
fn closed(schema: &mut Value) {
    match schema {
        Value::Object(map) => {
            if let Some([known, open]) = map.get("anyOf").and_then(Value::as_array).map(Vec::as_slice)
                && known.get("enum").is_some()
                && open == &serde_json::json!({"type": "string"})
            {
                let known = known["enum"].clone();
                map.remove("anyOf");
                map.insert("enum".to_owned(), known);
            }
            if map.contains_key("properties") {
                map.insert("additionalProperties".to_owned(), false.into());
            }
            map.values_mut().for_each(closed);
        }
        Value::Array(values) => values.iter_mut().for_each(closed),
        _ => {}
    }
}

static OPEN: LazyLock<Validator> = LazyLock::new(|| Validator::new(emit::schema()));
static CLOSED: LazyLock<Validator> = LazyLock::new(|| {
    let mut schema = emit::schema();
    closed(&mut schema);
    Validator::new(schema)
});

/// Where a document does not fit.
fn misfit(validator: &Validator, document: &wire::Document) -> Option<String> {
    validator.misfit(&serde_json::from_str(&emit::to_json(document)).expect("the output is JSON"))
}

fn points(text: &str, [start, end]: [u32; 2]) -> String {
    text.chars().skip(start as usize).take((end - start) as usize).collect()
}

/// The page's text as read, got by undoing its corrections.
fn undone(page: &wire::Page) -> String {
    let text: Vec<char> = page.text.chars().collect();
    let (mut out, mut at) = (String::new(), 0);
    for correction in page.corrections.iter().filter(|c| c.certainty != wire::Certainty::Suggested) {
        out.extend(&text[at..correction.span[0] as usize]);
        out.push_str(&correction.original);
        at = correction.span[1] as usize;
    }
    out.extend(&text[at..]);
    out
}

#[test]
fn the_checked_in_schema_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/schema/paragraf-1.1.schema.json");
    let now = format!("{:#}\n", emit::schema());
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
        std::fs::write(&path, &now).expect("the schema can be written");
    }
    let then = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        then == now,
        "the output's types changed: run UPDATE_EXPECT=1 cargo test --test all emit:: and review the diff"
    );
}

#[test]
fn the_schema_lets_later_versions_in_and_faults_out() {
    let valid = |validator: &Validator, change: &dyn Fn(&mut Value)| {
        let mut value: Value = serde_json::from_str(&emit::to_json(&board_document())).unwrap();
        change(&mut value);
        validator.misfit(&value).is_none()
    };
    let later: [&dyn Fn(&mut Value); 3] =
        [&|value| value["mood"] = "good".into(), &|value| value["status"] = "doubtful".into(), &|value| {
            value["attendees"][0]["role"] = "treasurer".into()
        }];
    for change in later {
        assert!(valid(&OPEN, change));
        assert!(!valid(&CLOSED, change));
    }
    let faults: [&dyn Fn(&mut Value); 6] = [
        &|value| value["schema_version"] = "2.0".into(),
        &|value| value["status"] = 7.into(),
        &|value| value["meeting"]["start_time"] = "9.05".into(),
        &|value| value["pages"][0]["confidence"] = 1.5.into(),
        &|value| value["pages"][0]["corrections"][0]["span"] = serde_json::json!([1]),
        &|value| {
            value.as_object_mut().unwrap().remove("review");
        },
    ];
    for (fault_idx, change) in faults.iter().enumerate() {
        assert!(!valid(&OPEN, change), "fault {fault_idx}");
    }
}

#[test]
fn a_board_meeting_comes_out_whole() {
    let document = board_document();
    assert_eq!(misfit(&CLOSED, &document), None);
    assert_eq!(document.id, "9f2c41d07a3b-1");
    assert_eq!(document.status, wire::Status::Complete);
    assert_eq!(document.meeting.date.as_deref(), Some("1974-03-12"));
    assert_eq!(document.meeting.start_time.as_deref(), Some("09:05"));
    assert_eq!(document.contents[0].item_id.as_deref(), Some("i1"));
    assert_eq!(document.attendees[0].paragraphs, Some(vec![[12, 12]]));
    assert_eq!(document.attendees[1].paragraphs, None);

    // An unreadable value has evidence, and the keys keep the object's order.
    let keys: Vec<&str> = document.meeting.evidence.0.iter().map(|(key, _)| key.as_str()).collect();
    assert_eq!(keys, ["body", "date", "start_time", "end_time"]);
    assert_eq!(document.meeting.end_time, None);
    assert_eq!(document.meeting.evidence.get("end_time").unwrap().state, wire::EvidenceState::Unreadable);

    let page = &document.pages[0];
    let title = document.items[0].evidence.get("title").unwrap();
    assert_eq!(title.printed, "Nulagesstatus för hemhjälpen");
    assert_eq!(points(&page.text, title.sources[0].span), "Nulägesstatus för hemhjälpen");
    assert_eq!(document.review.iter().map(|review| review.confidence).collect::<Vec<_>>(), [0.4, 0.7]);
    assert_eq!(document.warnings[0].bbox, Some([1, 2, 3, 4]));
    assert_eq!(page.confidence, 0.912);
}

#[test]
fn corrections_stand_where_their_words_stand() {
    let document = board_document();
    let page = &document.pages[0];
    let corrections = &page.corrections;
    assert_eq!(corrections.len(), 3);
    for correction in corrections {
        assert_eq!(points(&page.original_text, correction.original_span), correction.original);
        assert!(correction.bbox.is_some());
    }
    assert_eq!(points(&page.text, corrections[0].span), "Nulägesstatus");
    assert_eq!(points(&page.text, corrections[1].span), "Nämnden");
    // Suggested: listed, and the word stands unchanged.
    assert_eq!(points(&page.text, corrections[2].span), "godkanna");
    assert_eq!(corrections[2].corrected, "godkänna");
    assert_eq!(corrections[0].score, 0.998);
    assert_eq!(undone(page), page.original_text);
}

#[test]
fn keys_stand_in_the_documented_order() {
    let json = emit::to_json(&board_document());
    let top: Vec<&str> =
        json.lines().filter_map(|line| line.strip_prefix("  \"")).filter_map(|line| line.split('"').next()).collect();
    let order = "schema_version id edition source producer status meeting attendees absent signatures adjustments \
                 notices contents items pages warnings review sensitive overrides";
    assert_eq!(top.join(" "), order);
    let item: Vec<&str> = json
        .split_once("\"items\": [")
        .unwrap()
        .1
        .lines()
        .take_while(|line| !line.starts_with("    }"))
        .filter_map(|line| line.strip_prefix("      \""))
        .filter_map(|line| line.split('"').next())
        .collect();
    let order = "id number number_last suffix year label earlier_numbers title reference text sections outcome \
                 immediate_adjustment proposals votes reservations disqualified attachments distribution page_first \
                 page_last evidence";
    assert_eq!(item.join(" "), order);
    assert!(json.ends_with("}\n"));
}

#[test]
fn a_text_file_has_no_places_on_paper() {
    let text = "§ 3 Sotning av pannan";
    let page = CorrectedPage::new(OcrPage::from_text(1, text), vec![edit(text, "pannan", "pannån", Certainty::Likely)]);
    let mut part = Part { warnings: vec![], ..Part::default() };
    part.warnings.push(Warning {
        code: WarningCode::NoItems,
        message: "inga ärenden".to_owned(),
        page: Some(1),
        bbox: Some(BBox::new(0, 0, 5, 5)),
    });
    part.protocol.items.push(Item { title: read_from(&page, "Sotning"), ..Item::default() });
    let document = emit::documents(&source(), &producer(), &[page], &[part], &[]).remove(0);
    let value: Value = serde_json::from_str(&emit::to_json(&document)).unwrap();
    assert_eq!(value["pages"][0]["width"], Value::Null);
    assert_eq!(value["pages"][0]["height"], Value::Null);
    assert_eq!(value["pages"][0]["dpi"], Value::Null);
    assert_eq!(value["pages"][0]["corrections"][0]["bbox"], Value::Null);
    assert_eq!(value["items"][0]["evidence"]["title"]["sources"][0]["bbox"], Value::Null);
    assert_eq!(value["warnings"][0]["bbox"], Value::Null);
    assert_eq!(misfit(&CLOSED, &document), None);
}

#[test]
fn a_lost_page_makes_the_document_partial() {
    let pages = [
        CorrectedPage::new(scanned(1, "§ 1 Mötets öppnande"), Vec::new()),
        CorrectedPage::new(OcrPage::empty(2, PageStatus::Lost, TextSource::Ocr), Vec::new()),
    ];
    let lost =
        Warning { code: WarningCode::PageLost, message: "sidan gick förlorad".to_owned(), page: Some(2), bbox: None };
    let document = emit::documents(&source(), &producer(), &pages, &[Part::default()], &[lost]).remove(0);
    assert_eq!(document.status, wire::Status::Partial);
    assert_eq!(document.warnings[0].code, wire::WarningCode::PageLost);
    assert_eq!((document.pages[1].width, document.pages[1].status.clone()), (None, wire::PageStatus::Lost));
}

#[test]
fn every_page_comes_into_a_part() {
    let pages: Vec<CorrectedPage> =
        (1..=6).map(|number| CorrectedPage::new(scanned(number, &format!("sida {number}")), Vec::new())).collect();
    let part = |first, last| {
        let mut part = Part::default();
        part.protocol.pages = (first, last);
        part
    };
    let warning =
        |page| Warning { code: WarningCode::PageRetried, message: format!("läst om: {page:?}"), page, bbox: None };
    // Page 1 and page 4 are claimed by nobody; page 5 holds the end of one protocol and the start of the next.
    let parts = [part(2, 3), part(5, 5), part(5, 6)];
    let documents = emit::documents(&source(), &producer(), &pages, &parts, &[warning(Some(4)), warning(None)]);
    let numbers = |document: &wire::Document| document.pages.iter().map(|page| page.number).collect::<Vec<_>>();
    assert_eq!(documents.iter().map(numbers).collect::<Vec<_>>(), [vec![1, 2, 3, 4], vec![5], vec![5, 6]]);
    assert_eq!(documents.iter().map(|d| d.warnings.len()).collect::<Vec<_>>(), [2, 1, 1]);
    assert_eq!(documents[2].id, "9f2c41d07a3b-3");
    assert_eq!((documents[0].source.page_first, documents[0].source.page_last), (1, 4));
}

#[test]
fn everything_is_in_normal_form_c() {
    let text = "Na\u{308}mnden A\u{30a}se O\u{308}st\nvarnat";
    let edits = vec![edit(text, "varnat", "va\u{308}rnat", Certainty::Likely)];
    let page = CorrectedPage::new(scanned(1, text), edits);
    let mut part = Part::default();
    part.protocol.meeting.body = read_from(&page, "Na\u{308}mnden");
    let document = emit::documents(&source(), &producer(), &[page], &[part], &[]).remove(0);
    let body = document.meeting.evidence.get("body").unwrap();
    assert_eq!((document.meeting.body.as_deref(), body.printed.as_str()), (Some("Nämnden"), "Nämnden"));
    let page = &document.pages[0];
    assert_eq!(page.text, "Nämnden Åse Öst\nvärnat");
    assert_eq!(body.sources[0].span, [0, 7]);
    assert_eq!(points(&page.text, page.corrections[0].span), "värnat");
    assert_eq!(undone(page), page.original_text);
}

#[test]
fn ten_thousand_edits_on_a_page_take_no_quadratic_time() {
    let text = "atgard namnd ".repeat(10_000);
    let edits = text
        .match_indices("atgard")
        .chain(text.match_indices("namnd"))
        .map(|(start, word)| Edit {
            span: Span::new(start, start + word.len()),
            replacement: if word == "namnd" { "nämnd" } else { "åtgärd" }.to_owned(),
            reason: Reason::Diacritics,
            certainty: Certainty::Certain,
            score: 1.0,
            alternatives: Vec::new(),
        })
        .collect();
    let page = CorrectedPage::new(scanned(1, &text), edits);
    let start = std::time::Instant::now();
    let document = emit::documents(&source(), &producer(), &[page], &[Part::default()], &[]).remove(0);
    assert_eq!(document.pages[0].corrections.len(), 20_000);
    // Some milliseconds; twenty thousand times twenty thousand steps would be minutes in a test build.
    assert!(start.elapsed().as_secs() < 10, "{:?}", start.elapsed());
}

proptest! {
    #[test]
    fn any_document_is_valid_and_comes_back(pages in pages(), parts in prop::collection::vec(part(), 0..3)) {
        let documents = emit::documents(&source(), &producer(), &pages, &parts, &[]);
        for document in &documents {
            prop_assert_eq!(misfit(&CLOSED, document), None);
            prop_assert_eq!(misfit(&OPEN, document), None);
            let json = emit::to_json(document);
            prop_assert_eq!(&emit::read(&json).unwrap(), document);
            prop_assert_eq!(&emit::read(&emit::to_json_line(document)).unwrap(), document);
        }
        let again = emit::documents(&source(), &producer(), &pages, &parts, &[]);
        let bytes = |documents: &[wire::Document]| documents.iter().map(emit::to_json).collect::<String>();
        prop_assert_eq!(bytes(&documents), bytes(&again));
        for page in &pages {
            prop_assert!(documents.iter().any(|document| document.pages.iter().any(|p| p.number == page.number())));
        }
    }

    #[test]
    fn undoing_the_corrections_gives_the_text_as_read(page in page(1)) {
        let document = emit::documents(&source(), &producer(), &[page], &[], &[]).remove(0);
        let page = &document.pages[0];
        prop_assert_eq!(&undone(page), &page.original_text);
        for two in page.corrections.windows(2) {
            // An odd edit may share an accent with its neighbour: the spans then touch in one letter.
            prop_assert!(two[0].span[0] <= two[1].span[0] && two[0].original_span[0] <= two[1].original_span[0]);
        }
        for correction in &page.corrections {
            prop_assert_eq!(&points(&page.original_text, correction.original_span), &correction.original);
            if correction.certainty != wire::Certainty::Suggested {
                prop_assert_eq!(&points(&page.text, correction.span), &correction.corrected);
            }
        }
        let applied: Vec<_> = page.corrections.iter().filter(|c| c.certainty != wire::Certainty::Suggested).collect();
        for two in applied.windows(2) {
            prop_assert!(two[0].span[1] <= two[1].span[0] && two[0].original_span[1] <= two[1].original_span[0]);
        }
    }

    #[test]
    fn spans_count_code_points(before in "\\PC{0,20}", word in "[åäöÅÄÖ👍a-z]{1,8}", after in "( \\PC{0,10})?") {
        let text = format!("{before} {word}{after}");
        let span = Span::new(before.len() + 1, before.len() + 1 + word.len());
        let points_of = emit::Points::new(&text, []);
        let counted = points_of.span(span);
        prop_assert!(points(points_of.text(), counted).starts_with(&word));
    }
}
