//! The gold of the fixtures: each part of it counts, and its files say the same.

use paragraf::emit::wire::{Document, SectionKind};
use paragraf::eval::{self, Gold};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const OTHER: &str = "Någon annanstans";
const OTHER_DAY: &str = "1066-10-14";

/// Makes one value wrong and tells which fields that must cost; none where there is no such value.
type Damage = fn(&mut Document) -> Option<Vec<&'static str>>;

/// Puts something else where a value stands.
fn spoil(value: &mut Option<String>, other: &str) -> Option<()> {
    value.as_mut().map(|value| *value = other.to_owned())
}

const DAMAGES: [(&str, Damage); 27] = [
    ("date", |d| spoil(&mut d.meeting.date, OTHER_DAY).map(|()| vec!["date"])),
    ("body", |d| spoil(&mut d.meeting.body, OTHER).map(|()| vec!["body"])),
    ("municipality", |d| spoil(&mut d.meeting.municipality, OTHER).map(|()| vec!["municipality"])),
    ("place", |d| spoil(&mut d.meeting.place, OTHER).map(|()| vec!["place"])),
    ("start", |d| spoil(&mut d.meeting.start_time, "03:33").map(|()| vec!["start"])),
    ("end", |d| spoil(&mut d.meeting.end_time, "03:33").map(|()| vec!["end"])),
    ("meeting number", |d| spoil(&mut d.meeting.meeting_number, "333").map(|()| vec!["meeting number"])),
    ("paragraphs", |d| d.meeting.paragraphs.as_mut().map(|p| p.last = Some(9999)).map(|()| vec!["paragraphs"])),
    ("attendee", |d| {
        let person = d.attendees.last_mut()?;
        person.name = Some(OTHER.to_owned());
        let mut costs = vec!["attendee", "attendee+category"];
        costs.extend(person.role.is_some().then_some("role"));
        costs.extend(person.party.is_some().then_some("party"));
        costs.extend(person.organization.is_some().then_some("organisation"));
        costs.extend(person.replaces.is_some().then_some("replaces"));
        costs.extend(person.paragraphs.is_some().then_some("scope"));
        Some(costs)
    }),
    ("category", |d| {
        let person = d.attendees.first_mut()?;
        person.category = serde_json::from_str("\"passer_by\"").ok()?;
        Some(vec!["attendee+category"])
    }),
    ("party", |d| d.attendees.iter_mut().find_map(|p| spoil(&mut p.party, "ÅÄÖ")).map(|()| vec!["party"])),
    ("organisation", |d| {
        d.attendees.iter_mut().find_map(|p| spoil(&mut p.organization, OTHER)).map(|()| vec!["organisation"])
    }),
    ("replaces", |d| d.attendees.iter_mut().find_map(|p| spoil(&mut p.replaces, OTHER)).map(|()| vec!["replaces"])),
    ("absent", |d| d.absent.iter_mut().find_map(|p| spoil(&mut p.name, OTHER)).map(|()| vec!["absent"])),
    ("signature", |d| {
        let signature = d.signatures.iter_mut().find(|signature| signature.name.is_some())?;
        signature.name = Some(OTHER.to_owned());
        Some([Some("signature"), signature.signed.map(|_| "signed")].into_iter().flatten().collect())
    }),
    ("signed", |d| {
        let mut named = d.signatures.iter_mut().filter(|signature| signature.name.is_some());
        named.find_map(|signature| signature.signed.as_mut().map(|signed| *signed = !*signed)).map(|()| vec!["signed"])
    }),
    ("adjustment date", |d| {
        d.adjustments.iter_mut().find_map(|a| spoil(&mut a.date, OTHER_DAY)).map(|()| vec!["adjustment date"])
    }),
    ("adjuster", |d| {
        let adjuster = d.adjustments.iter_mut().find_map(|a| a.adjusters.first_mut());
        adjuster.map(|name| *name = OTHER.to_owned()).map(|()| vec!["adjuster"])
    }),
    ("notice", |d| d.notices.iter_mut().find_map(|n| spoil(&mut n.posted, OTHER_DAY)).map(|()| vec!["notice posted"])),
    ("contents", |d| d.contents.iter_mut().find_map(|c| spoil(&mut c.title, OTHER)).map(|()| vec!["contents"])),
    ("title", |d| d.items.iter_mut().find_map(|i| spoil(&mut i.title, OTHER)).map(|()| vec!["title"])),
    ("reference", |d| d.items.iter_mut().find_map(|i| spoil(&mut i.reference, "X 1066/1")).map(|()| vec!["reference"])),
    ("text", |d| {
        let item = d.items.iter_mut().find(|item| !item.text.is_empty())?;
        item.text = OTHER.to_owned();
        Some(vec!["item text ≥95%"])
    }),
    ("decision", |d| {
        let mut sections = d.items.iter_mut().flat_map(|item| &mut item.sections);
        let decision = sections.find(|s| s.kind == SectionKind::Decision && !s.text.is_empty())?;
        decision.text = OTHER.repeat(50);
        Some(vec!["decision ≥95%"])
    }),
    ("outcome", |d| {
        let outcome = d.items.iter_mut().find_map(|item| item.outcome.as_mut())?;
        *outcome = serde_json::from_str("\"forgotten\"").ok()?;
        Some(vec!["outcome"])
    }),
    ("vote", |d| {
        let vote = d.items.iter_mut().find_map(|item| item.votes.first_mut())?;
        vote.yes = Some(9999);
        Some(vec!["vote"])
    }),
    ("reservation", |d| {
        let reservation = d.items.iter_mut().find_map(|item| item.reservations.first_mut())?;
        reservation.name = OTHER.to_owned();
        Some(vec!["reservation"])
    }),
];

fn folders() -> Vec<PathBuf> {
    let mut folders = Vec::new();
    for (set, n_least) in [("fixtures/gold", 10), ("fixtures/layouts/gold", 15)] {
        let cases = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(set)).expect(set);
        let before = folders.len();
        folders.extend(cases.map(|case| case.expect("a folder").path()));
        assert!(folders.len() - before >= n_least, "{set}: {}", folders.len() - before);
    }
    folders
}

/// A case's name, its gold and its printed text.
fn case(folder: &Path) -> (String, Gold, String) {
    let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let json = fs::read_to_string(folder.join("expected.json")).expect("expected.json");
    let truth = fs::read_to_string(folder.join("truth.txt")).expect("truth.txt");
    let gold = Gold::new(&name, &json, Some(&truth)).unwrap_or_else(|e| panic!("{name}: {e}"));
    (name, gold, truth)
}

/// Scores by what is damaged must not hide in each other: `review` and `values` go over all of them.
fn right_values(gold: &Gold, found: &Document) -> BTreeMap<&'static str, usize> {
    let scores = eval::score(gold, Some(found));
    let of_one = scores.fields.iter().filter(|(field, _)| !["review", "values"].contains(field));
    of_one.map(|(field, counts)| (field, counts.right)).collect()
}

#[test]
fn what_is_wrong_costs_its_own_field_and_no_other() {
    let mut n_damaged: BTreeMap<&str, usize> = BTreeMap::new();
    for folder in folders() {
        let (name, gold, _) = case(&folder);
        let whole = right_values(&gold, &gold.document);
        for (what, damage) in DAMAGES {
            let mut document = gold.document.clone();
            let Some(costs) = damage(&mut document) else { continue };
            let mut expected = whole.clone();
            for field in costs {
                let right = expected.get_mut(field).unwrap_or_else(|| panic!("{name}: {field} is not scored"));
                *right = right.checked_sub(1).unwrap_or_else(|| panic!("{name}: no {field} was right"));
            }
            assert_eq!(right_values(&gold, &document), expected, "{name}: {what}");
            *n_damaged.entry(what).or_default() += 1;
        }
    }
    for (what, _) in DAMAGES {
        assert!(n_damaged.contains_key(what), "no fixture has a {what}");
    }
}

#[test]
fn a_wrong_letter_is_counted_on_every_page_of_every_fixture() {
    for folder in folders() {
        let (name, gold, _) = case(&folder);
        assert_eq!(eval::score(&gold, Some(&gold.document)).text.cer().1, 0.0, "{name}: truth.txt and expected.json");
        let n_pages = gold.document.pages.len();
        assert_eq!(gold.pages.as_ref().map(Vec::len), Some(n_pages), "{name}");
        for page_idx in 0..n_pages {
            let mut document = gold.document.clone();
            let text = &mut document.pages[page_idx].text;
            let Some(at) = text.find(|c: char| c.is_ascii_lowercase()) else { continue };
            text.replace_range(at..=at, "ø");
            let scores = eval::score(&gold, Some(&document));
            assert!(scores.text.cer().1 > 0.0, "{name}: page {page_idx}");
            assert_eq!(scores.text.word_errors, 1, "{name}: page {page_idx}");
        }
    }
}

#[test]
fn the_lines_of_a_fixture_print_its_text() {
    for folder in folders() {
        let (name, gold, truth) = case(&folder);
        let Ok(lines) = fs::read_to_string(folder.join("lines.json")) else {
            assert!(gold.document.source.file.ends_with(".txt"), "{name} has no lines.json");
            continue;
        };
        eval::Lines::from_json(&lines).unwrap_or_else(|e| panic!("{name}: {e}"));
        let lines: serde_json::Value = serde_json::from_str(&lines).expect("lines.json");
        let pages = lines["pages"].as_array().expect("pages");
        assert_eq!(pages.len(), gold.document.pages.len(), "{name}");
        for (page, printed) in pages.iter().zip(truth.split('\u{c}')) {
            let of_page: Vec<&str> =
                page["lines"].as_array().expect("lines").iter().map(|line| line[4].as_str().expect("text")).collect();
            assert_eq!(of_page, printed.trim_end().lines().collect::<Vec<_>>(), "{name}");
        }
    }
}
