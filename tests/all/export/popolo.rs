//! Popolo: what is in it agrees with the documents, and has the keys and types of the specification.

use super::{documents, export};
use crate::util::{TEXT, extract, files, fixtures_run, write};
use paragraf::emit::wire::{Category, Document, SectionKind};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

const CLASSES: [&str; 6] = ["persons", "organizations", "memberships", "events", "motions", "vote_events"];

fn popolo(out: &Path) -> BTreeMap<String, Vec<Value>> {
    serde_json::from_slice(&std::fs::read(out.join("popolo.json")).unwrap()).unwrap()
}

fn id<'o>(object: &'o Value, key: &str) -> Option<&'o str> {
    object.get(key).map(|id| id.as_str().unwrap())
}

#[test]
fn persons_meetings_motions_and_votes_agree_with_the_documents() {
    let (dir, run) = fixtures_run(&[]);
    export(&run, &["--to", "popolo"]).code(0);
    let out = dir.path().join("out-export");
    let popolo = popolo(&out);
    assert!(popolo.keys().map(String::as_str).eq(BTreeSet::from(CLASSES)));
    let documents: Vec<Document> = documents(&run);
    let protocols: Vec<&Document> = documents.iter().filter(|one| one.meeting.kind.as_str() == "protocol").collect();
    assert_eq!(protocols.len(), 9);
    let sum = |of: &dyn Fn(&Document) -> usize| protocols.iter().map(|document| of(document)).sum::<usize>();
    let count = |class: &str| popolo[class].len();
    assert_eq!(count("events"), protocols.len());
    assert_eq!(count("persons"), sum(&|one| one.attendees.len() + one.absent.len()));
    let guests = |one: &Document| {
        let guests =
            one.attendees.iter().filter(|other| matches!(other.category, Category::Official | Category::Other));
        guests.filter(|guest| guest.organization.is_none()).count()
    };
    assert_eq!(count("memberships"), sum(&|one| one.attendees.len() + one.absent.len() - guests(one)));
    let proposals = sum(&|one| one.items.iter().map(|item| item.proposals.len()).sum());
    let decided = sum(&|one| {
        let is_decided = |item: &&paragraf::emit::wire::Item| {
            item.outcome.is_some()
                || !item.proposals.is_empty()
                || !item.votes.is_empty()
                || item.sections.iter().any(|section| section.kind == SectionKind::Decision)
        };
        one.items.iter().filter(is_decided).count()
    });
    assert!(proposals > 5 && decided > 40, "{proposals} proposals, {decided} decisions");
    assert_eq!(count("motions"), proposals + decided);
    let votes: Vec<_> = protocols.iter().flat_map(|one| &one.items).flat_map(|item| &item.votes).collect();
    assert_eq!(count("vote_events"), votes.len());
    let counted: i64 = votes.iter().flat_map(|vote| [vote.yes, vote.no, vote.abstain]).flatten().map(i64::from).sum();
    let counts = popolo["vote_events"].iter().flat_map(|event| event["counts"].as_array().unwrap());
    assert_eq!(counts.map(|count| count["value"].as_i64().unwrap()).sum::<i64>(), counted);
    let ballots: usize = votes.iter().map(|vote| vote.ballots.len()).sum();
    assert!(ballots > 0);
    assert_eq!(
        popolo["vote_events"].iter().map(|event| event["votes"].as_array().unwrap().len()).sum::<usize>(),
        ballots
    );
    let before = files(&out);
    export(&run, &["--to", "popolo"]).code(0);
    assert!(files(&out) == before, "the same run gives the same bytes");
}

#[test]
fn what_is_referred_to_is_there_once() {
    let (dir, run) = fixtures_run(&[]);
    export(&run, &["--to", "popolo"]).code(0);
    let popolo = popolo(&dir.path().join("out-export"));
    let mut ids = BTreeMap::new();
    for (class, objects) in &popolo {
        for object in objects {
            let id = id(object, "id").unwrap();
            assert!(ids.insert(id, &**class).is_none(), "{id} is there twice");
        }
    }
    let mut n_found = 0;
    let mut find = |object: &Value, key: &str, class: &str| {
        if let Some(id) = id(object, key) {
            assert_eq!(ids.get(id), Some(&class), "{key} {id}");
            n_found += 1;
        }
    };
    for object in popolo.values().flatten() {
        find(object, "person_id", "persons");
        find(object, "creator_id", "persons");
        find(object, "organization_id", "organizations");
        find(object, "on_behalf_of_id", "organizations");
        find(object, "parent_id", "organizations");
        find(object, "event_id", "events");
        find(object, "legislative_session_id", "events");
        find(object, "motion_id", "motions");
        find(object, "part_of_id", "motions");
        for inner in ["attendees", "creators", "votes"].iter().filter_map(|key| object.get(*key)) {
            for one in inner.as_array().unwrap() {
                find(one, "id", "persons");
                find(one, "replaces_id", "persons");
                find(one, "voter_id", "persons");
                find(one, "group_id", "organizations");
                find(one, "vote_event_id", "vote_events");
            }
        }
    }
    assert!(n_found > 400, "{n_found} references");
    // Whoever voted is known by an id or named.
    let votes = popolo["vote_events"].iter().flat_map(|event| event["votes"].as_array().unwrap());
    for vote in votes {
        assert!(vote.get("voter_id").is_some() != vote.get("voter").is_some(), "{vote}");
    }
}

#[test]
fn a_file_that_lies_in_two_places_is_there_once() {
    let dir = tempfile::tempdir().unwrap();
    let (input, run) = (dir.path().join("in"), dir.path().join("run"));
    write(&input, "a.txt", TEXT);
    write(&input, "b.txt", TEXT);
    extract(&input, &run).assert().code(0);
    assert_eq!(documents(&run).len(), 2);
    export(&run, &["--to", "popolo"]).code(0).stderr(predicates::str::contains("b.txt: is a copy of another"));
    assert_eq!(popolo(&dir.path().join("run-export"))["events"].len(), 1);
}

#[test]
fn keys_have_the_types_of_the_specification() {
    // Of the classes as popoloproject.com specifies them: the keys that hold anything but a text.
    const LISTS: [&str; 7] = ["identifiers", "attendees", "creators", "counts", "votes", "paragraphs", "sources"];
    let known: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("persons", ["id", "name"].as_slice()),
        ("organizations", &["id", "name", "classification", "parent_id"]),
        // `category` and `event_id` are additions.
        (
            "memberships",
            &["id", "label", "role", "person_id", "organization_id", "on_behalf_of_id", "category", "event_id"],
        ),
        // `start_time` and `end_time` are additions.
        (
            "events",
            &[
                "id",
                "name",
                "start_date",
                "location",
                "identifiers",
                "classification",
                "organization_id",
                "attendees",
                "start_time",
                "end_time",
            ],
        ),
        // `identifier`, `title`, `reference`, `part_of_id`, `creators` and `on_behalf_of_id` are additions.
        (
            "motions",
            &[
                "id",
                "organization_id",
                "legislative_session_id",
                "creator_id",
                "text",
                "classification",
                "result",
                "identifier",
                "title",
                "reference",
                "part_of_id",
                "creators",
                "on_behalf_of_id",
            ],
        ),
        // `question` is an addition.
        (
            "vote_events",
            &["id", "organization_id", "legislative_session_id", "motion_id", "result", "counts", "votes", "question"],
        ),
    ]);
    let (dir, run) = fixtures_run(&[]);
    export(&run, &["--to", "popolo"]).code(0);
    for (class, objects) in popolo(&dir.path().join("out-export")) {
        for object in objects {
            for (key, value) in object.as_object().unwrap() {
                assert!(known[&*class].contains(&&**key), "{class}: {key}");
                assert_eq!(value.is_array(), LISTS.contains(&&**key), "{class}: {key}");
                assert_eq!(value.is_string(), !value.is_array(), "{class}: {key}: {value}");
            }
            if let Some(date) = object.get("start_date") {
                assert!(date.as_str().unwrap().parse::<jiff::civil::Date>().is_ok(), "{date}");
            }
            for count in object.get("counts").into_iter().flat_map(|counts| counts.as_array().unwrap()) {
                assert!(count["option"].is_string() && count["value"].is_u64(), "{count}");
            }
            for identifier in object.get("identifiers").into_iter().flat_map(|all| all.as_array().unwrap()) {
                assert!(identifier["scheme"].is_string() && identifier["identifier"].is_string(), "{identifier}");
            }
        }
    }
}

/// By the package `everypolitician-popolo` of PyPI, where it is installed.
#[test]
fn a_reader_of_popolo_finds_everything() {
    let (dir, run) = fixtures_run(&[]);
    export(&run, &["--to", "popolo"]).code(0);
    let file = dir.path().join("out-export/popolo.json");
    let script = "
import sys
try:
    from popolo_data.importer import Popolo
except ImportError:
    print('absent')
    sys.exit()
read = Popolo.from_filename(sys.argv[1])
for one in read.memberships:
    assert one.person.id == one.person_id and one.organization.id == one.organization_id
    assert one.on_behalf_of_id is None or one.on_behalf_of.id == one.on_behalf_of_id
print(len(read.persons), len(read.organizations), len(read.memberships), len(read.events))
";
    let Ok(output) = Command::new("python3").args(["-c", script]).arg(&file).output() else {
        println!("skipped: no python3");
        return;
    };
    let told = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    if told == "absent" {
        println!("skipped: python3 has no everypolitician-popolo");
        return;
    }
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let popolo = popolo(&dir.path().join("out-export"));
    let wanted = CLASSES[..4].iter().map(|class| popolo[*class].len().to_string()).collect::<Vec<_>>().join(" ");
    assert_eq!(told, wanted);
}
