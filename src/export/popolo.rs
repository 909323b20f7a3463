//! Persons, organisations, meetings, motions and votes in one file of Popolo JSON.
//!
//! One object with a list for each class is what the readers of Popolo take in, such as `everypolitician-popolo`. A
//! person is one document's: that two documents name the same person is not proven by a name, so nobody is merged.

use super::naming::{day, slug};
use super::{Job, Summary, in_order};
use crate::emit::wire::{Category, Document, DocumentKind, Item, Proposal, SectionKind, Vote};
use crate::error::{Error, Result};
use serde_json::{Map, Value, json};
use std::collections::HashSet;
use std::fs::File;
use std::io::{BufReader, BufWriter, Write, copy};
use tempfile::TempPath;

const NAME: &str = "popolo.json";

/// The lists, in their order in the file.
const CLASSES: [&str; 6] = ["persons", "organizations", "memberships", "events", "motions", "vote_events"];
const PERSONS: usize = 0;
const ORGANIZATIONS: usize = 1;
const MEMBERSHIPS: usize = 2;
const EVENTS: usize = 3;
const MOTIONS: usize = 4;
const VOTE_EVENTS: usize = 5;

pub fn export(job: &Job<'_>) -> Result<Summary> {
    let mut lists = Vec::new();
    for _ in CLASSES {
        lists.push(List::begin(job)?);
    }
    // Only those that several documents may name; their number is that of the bodies and parties of a municipality.
    let mut shared = HashSet::new();
    // A file that lies in two places is the same document.
    let mut seen = HashSet::new();
    let mut notes = Vec::new();
    let objects = |entry: &super::Entry<'_>| Ok(entry.documents.iter().map(of_document).collect::<Vec<_>>());
    let mut summary = in_order(job, &objects, &mut |line, documents| {
        for document in documents {
            let Some(Made { id, objects, place }) = document else {
                notes.push((line.input.clone(), "is no protocol, so nothing of it is in popolo.json".to_owned()));
                continue;
            };
            if !seen.insert(id) {
                notes.push((line.input.clone(), "is a copy of another, which is in popolo.json".to_owned()));
                continue;
            }
            for (class, object) in objects {
                let may_be_there = class == ORGANIZATIONS && place.as_ref().is_some_and(|place| is_of(&object, place));
                if !may_be_there || shared.insert(id_of(&object)) {
                    lists[class].add(&object)?;
                }
            }
        }
        Ok(())
    })?;
    let (path, mut out) = job.out.begin_file()?;
    let failed = |error| Error::io(job.out.folder().join(NAME), error);
    for (idx, (class, list)) in CLASSES.iter().zip(lists).enumerate() {
        let before = if idx == 0 { "{" } else { "],\n" };
        write!(out, "{before}\"{class}\": [").map_err(failed)?;
        list.copy_to(&mut out).map_err(failed)?;
    }
    out.write_all(b"]}\n").and_then(|()| out.flush()).map_err(failed)?;
    drop(out);
    job.out.keep(path, NAME)?;
    summary.notes.extend(notes);
    summary.written.push(NAME.to_owned());
    Ok(summary)
}

/// A list that grows on the disk, an object a line.
struct List {
    path: TempPath,
    out: BufWriter<File>,
    is_empty: bool,
}

impl List {
    fn begin(job: &Job<'_>) -> Result<List> {
        let (path, out) = job.out.begin_file()?;
        Ok(List { path, out, is_empty: true })
    }

    fn add(&mut self, object: &Value) -> Result<()> {
        let comma = if self.is_empty { "\n" } else { ",\n" };
        self.is_empty = false;
        write!(self.out, "{comma}{object}").map_err(|error| Error::io(&*self.path, error))
    }

    fn copy_to(mut self, out: &mut dyn Write) -> std::io::Result<()> {
        self.out.flush()?;
        copy(&mut BufReader::new(File::open(&self.path)?), out).map(|_| ())
    }
}

fn id_of(object: &Value) -> String {
    object["id"].as_str().unwrap_or_default().to_owned()
}

/// What a document is made of, each with its class.
struct Objects<'d> {
    document: &'d Document,
    objects: Vec<(usize, Value)>,
    /// What the ids of this document begin with.
    own: String,
    /// The same of organisations: the municipality where one is named, else the document.
    place: String,
    organizations: HashSet<String>,
}

/// The objects of a protocol; other documents have none.
fn of_document(document: &Document) -> Option<Made> {
    if document.meeting.kind != DocumentKind::Protocol {
        return None;
    }
    let own = format!("paragraf:{}", document.id);
    let municipality = document.meeting.municipality.as_deref();
    let place = municipality.map_or(own.clone(), |name| format!("paragraf:{}", slug(name)));
    let mut objects = Objects { document, objects: Vec::new(), own, place, organizations: HashSet::new() };
    objects.all();
    Some(Made { id: document.id.clone(), objects: objects.objects, place: municipality.map(|_| objects.place) })
}

/// What a document gave.
struct Made {
    /// The document's.
    id: String,
    objects: Vec<(usize, Value)>,
    /// The id of the municipality, which other documents may name too, as its bodies and parties.
    place: Option<String>,
}

/// Whether an organisation is a municipality or belongs to it.
fn is_of(organization: &Value, place: &str) -> bool {
    let rest = organization["id"].as_str().and_then(|id| id.strip_prefix(place));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
}

impl Objects<'_> {
    fn all(&mut self) {
        let document = self.document;
        let body = self.body();
        let mut attendees = Vec::new();
        for attendee in &document.attendees {
            let party = attendee.party.as_deref().map(|party| self.party(party));
            self.add(PERSONS, json!({"id": self.person(&attendee.id), "name": attendee.name}));
            attendees.push(without_nulls(json!({
                "id": self.person(&attendee.id),
                "name": attendee.name,
                "category": attendee.category,
                "role": attendee.role,
                "label": attendee.role_text,
                "replaces_id": attendee.replaces_id.as_deref().map(|id| self.person(id)),
                "paragraphs": attendee.paragraphs,
            })));
            // Officials and guests are not of the body; some are told to be of another.
            let is_guest = matches!(attendee.category, Category::Official | Category::Other);
            let organization = match (&attendee.organization, is_guest) {
                (Some(name), true) => Some(self.organization("organization", name)),
                (None, true) => None,
                (_, false) => Some(body.clone()),
            };
            if let Some(organization) = organization {
                let role = attendee.role.as_ref().map(|role| role.as_str());
                let category = attendee.category.as_str();
                self.membership(&attendee.id, &organization, role, attendee.role_text.as_deref(), category, party);
            }
        }
        for absent in &document.absent {
            let party = absent.party.as_deref().map(|party| self.party(party));
            self.add(PERSONS, json!({"id": self.person(&absent.id), "name": absent.name}));
            self.membership(&absent.id, &body, None, absent.role_text.as_deref(), "absent", party);
        }
        let meeting = &document.meeting;
        let date = day(document).map(|day| day.to_string());
        let name: Vec<&str> = [meeting.body.as_deref(), date.as_deref()].into_iter().flatten().collect();
        self.add(
            EVENTS,
            json!({
                "id": self.own,
                "name": (!name.is_empty()).then(|| name.join(" ")),
                "classification": "meeting",
                "start_date": date,
                "start_time": meeting.start_time,
                "end_time": meeting.end_time,
                "location": meeting.place,
                "organization_id": body,
                "identifiers": [
                    {"scheme": "file", "identifier": document.source.file},
                    {"scheme": "sha256", "identifier": document.source.sha256},
                ],
                "attendees": attendees,
            }),
        );
        for item in &document.items {
            self.item(item, &body);
        }
    }

    /// The matter itself is a motion where something was decided, moved or voted on.
    fn item(&mut self, item: &Item, body: &str) {
        let decision: Vec<&str> = item
            .sections
            .iter()
            .filter(|section| section.kind == SectionKind::Decision)
            .map(|section| &*section.text)
            .collect();
        let is_none = decision.is_empty() && item.proposals.is_empty() && item.votes.is_empty();
        if is_none && item.outcome.is_none() {
            return;
        }
        let id = format!("{}:{}", self.own, item.id);
        self.add(
            MOTIONS,
            json!({
                "id": id,
                "classification": "item",
                "organization_id": body,
                "legislative_session_id": self.own,
                "identifier": item.label,
                "title": item.title,
                "reference": item.reference,
                "text": (!decision.is_empty()).then(|| decision.join("\n")),
                "result": item.outcome,
            }),
        );
        for (idx, proposal) in item.proposals.iter().enumerate() {
            let creators = self.creators(proposal);
            let party = proposal.party.as_deref().map(|party| self.party(party));
            self.add(
                MOTIONS,
                json!({
                    "id": format!("{id}:proposal{}", idx + 1),
                    "classification": "proposal",
                    "part_of_id": id,
                    "organization_id": body,
                    "legislative_session_id": self.own,
                    "creator_id": creators.first().and_then(|creator| creator.get("id")),
                    "creators": creators,
                    "on_behalf_of_id": party,
                    "text": proposal.text,
                }),
            );
        }
        for (idx, vote) in item.votes.iter().enumerate() {
            self.vote(item, vote, format!("{id}:vote{}", idx + 1), &id, body);
        }
    }

    /// Those who are attendees by their ids, the others by their names.
    fn creators(&self, proposal: &Proposal) -> Vec<Value> {
        let ids = proposal.person_ids.iter().map(|id| json!({"id": self.person(id), "name": self.name_of(id)}));
        let named: HashSet<&str> = proposal.person_ids.iter().filter_map(|id| self.name_of(id)).collect();
        let all_known = proposal.by.len() == proposal.person_ids.len();
        let others = proposal.by.iter().filter(|name| !all_known && !named.contains(&***name));
        ids.chain(others.map(|name| json!({"name": name}))).collect()
    }

    fn vote(&mut self, item: &Item, vote: &Vote, id: String, motion: &str, body: &str) {
        let counts = [("yes", vote.yes), ("no", vote.no), ("abstain", vote.abstain)];
        let counts: Vec<Value> = counts
            .into_iter()
            .filter_map(|(option, value)| value.map(|value| json!({"option": option, "value": value})))
            .collect();
        let mut votes = Vec::new();
        for ballot in &vote.ballots {
            let group = ballot.party.as_deref().map(|party| self.party(party));
            let voter = ballot.person_id.is_none().then(|| json!({"name": ballot.name}));
            votes.push(without_nulls(json!({
                "vote_event_id": id,
                "voter_id": ballot.person_id.as_deref().map(|id| self.person(id)),
                "voter": voter,
                "option": ballot.vote,
                "group_id": group,
            })));
        }
        self.add(
            VOTE_EVENTS,
            json!({
                "id": id,
                "motion_id": motion,
                "organization_id": body,
                "legislative_session_id": self.own,
                "question": vote.question,
                "result": item.outcome,
                "counts": counts,
                "votes": votes,
            }),
        );
    }

    fn membership(
        &mut self,
        person: &str,
        organization: &str,
        role: Option<&str>,
        label: Option<&str>,
        category: &str,
        party: Option<String>,
    ) {
        let person = self.person(person);
        self.add(
            MEMBERSHIPS,
            json!({
                "id": format!("{person}:membership"),
                "person_id": person,
                "organization_id": organization,
                "role": role,
                "label": label,
                "category": category,
                "on_behalf_of_id": party,
                "event_id": self.own,
            }),
        );
    }

    fn person(&self, id: &str) -> String {
        format!("{}:{id}", self.own)
    }

    fn name_of(&self, id: &str) -> Option<&str> {
        let attendees = self.document.attendees.iter().map(|attendee| (&attendee.id, &attendee.name));
        let absent = self.document.absent.iter().map(|absent| (&absent.id, &absent.name));
        attendees.chain(absent).find(|(other, _)| *other == id).and_then(|(_, name)| name.as_deref())
    }

    /// Who met. It has no name where none is printed, and is then this document's.
    fn body(&mut self) -> String {
        let parent = self.document.meeting.municipality.as_deref().map(|name| {
            let id = self.place.clone();
            self.add_organization(json!({"id": id, "name": name, "classification": "authority"}));
            id
        });
        let name = self.document.meeting.body.as_deref();
        let id = match name {
            Some(name) => format!("{}:body:{}", self.place, slug(name)),
            None => format!("{}:body", self.own),
        };
        self.add_organization(json!({"id": id, "name": name, "classification": "body", "parent_id": parent}));
        id
    }

    /// A party is that of the municipality: its groups elsewhere are others.
    fn party(&mut self, name: &str) -> String {
        self.organization("party", name)
    }

    fn organization(&mut self, classification: &str, name: &str) -> String {
        let id = format!("{}:{classification}:{}", self.place, slug(name));
        self.add_organization(json!({"id": id, "name": name, "classification": classification}));
        id
    }

    fn add_organization(&mut self, organization: Value) {
        if self.organizations.insert(id_of(&organization)) {
            self.add(ORGANIZATIONS, organization);
        }
    }

    fn add(&mut self, class: usize, object: Value) {
        self.objects.push((class, without_nulls(object)));
    }
}

/// What is not printed is left out.
fn without_nulls(object: Value) -> Value {
    match object {
        Value::Object(members) => {
            Value::Object(members.into_iter().filter(|(_, value)| !value.is_null()).collect::<Map<_, _>>())
        }
        other => other,
    }
}
