//! Whom and what a text refers to.

use crate::emit::wire::{Document, Item};
use crate::export::naming::slug;
use std::collections::{BTreeMap, HashMap};

/// The persons, organisations, roles and concepts of a document, by their eId. What is asked for gives the reference to
/// it, `#p1`, and is there when the metadata is written.
pub struct References<'d> {
    document: &'d Document,
    /// Element, address and caption.
    known: BTreeMap<String, (&'static str, String, String)>,
    /// Attendees and absent, their names by their ids.
    persons: HashMap<&'d str, Option<&'d str>>,
    /// Persons who are no attendees, by their names.
    others: HashMap<String, usize>,
}

impl<'d> References<'d> {
    pub fn new(document: &'d Document) -> References<'d> {
        let present = document.attendees.iter().map(|attendee| (&*attendee.id, attendee.name.as_deref()));
        let absent = document.absent.iter().map(|absent| (&*absent.id, absent.name.as_deref()));
        let persons = absent.chain(present).collect();
        References { document, known: BTreeMap::new(), persons, others: HashMap::new() }
    }

    /// In the order of their eIds: element, eId, address and caption.
    pub fn known(&self) -> impl Iterator<Item = (&'static str, &str, &str, &str)> {
        self.known.iter().map(|(id, (element, href, caption))| (*element, &**id, &**href, &**caption))
    }

    pub fn name_of(&self, person: &str) -> &'d str {
        self.persons.get(person).copied().flatten().unwrap_or(super::UNREAD)
    }

    /// The attendee of that name, where only one has it.
    pub fn id_of(&self, name: &str) -> Option<&'d str> {
        let mut found = self.persons.iter().filter(|(_, other)| **other == Some(name));
        found.next().filter(|_| found.next().is_none()).map(|(id, _)| *id)
    }

    /// A person of the document; one whom it only names gets an id of its own.
    pub fn person(&mut self, name: Option<&str>, id: Option<&str>) -> String {
        let known = id.and_then(|id| self.persons.get_key_value(id));
        let (id, caption) = match (known, name) {
            (Some((id, known)), name) => (token(id), known.or(name).unwrap_or(super::UNREAD).to_owned()),
            (None, name) => {
                let name = name.unwrap_or(super::UNREAD);
                let next = self.others.len() + 1;
                (format!("named_{}", self.others.entry(name.to_owned()).or_insert(next)), name.to_owned())
            }
        };
        let href = format!("/akn/ontology/person/se/{}/{id}", token(&self.document.id));
        self.refer("TLCPerson", id, href, caption)
    }

    pub fn body(&mut self) -> String {
        let caption = self.document.meeting.body.as_deref().unwrap_or(super::UNKNOWN_BODY).to_owned();
        let href = self.organization_address(self.document.meeting.body.as_deref().map(slug).as_deref());
        self.refer("TLCOrganization", "body".to_owned(), href, caption)
    }

    pub fn municipality(&mut self, name: &str) -> String {
        let href = format!("/akn/ontology/organization/se/{}", slug(name));
        self.refer("TLCOrganization", "municipality".to_owned(), href, name.to_owned())
    }

    pub fn party(&mut self, name: &str) -> String {
        let href = self.organization_address(Some(&format!("party-{}", slug(name))));
        self.refer("TLCOrganization", format!("party_{}", token(&slug(name))), href, name.to_owned())
    }

    pub fn organization(&mut self, name: &str) -> String {
        let href = self.organization_address(Some(&slug(name)));
        self.refer("TLCOrganization", format!("organization_{}", token(&slug(name))), href, name.to_owned())
    }

    pub fn location(&mut self, name: &str) -> String {
        let href = format!("/akn/ontology/location/se/{}", slug(name));
        self.refer("TLCLocation", "place".to_owned(), href, name.to_owned())
    }

    pub fn role(&mut self, word: &str) -> String {
        let href = format!("/akn/ontology/role/se/{}", token(word));
        self.refer("TLCRole", token(word), href, super::body::role_caption(word))
    }

    pub fn concept(&mut self, word: &str, caption: &str) -> String {
        let href = format!("/akn/ontology/concept/se/{}", token(word));
        self.refer("TLCConcept", token(word), href, caption.to_owned())
    }

    /// What was treated under an item.
    pub fn item(&mut self, item: &Item) -> String {
        let id = token(&item.id);
        let href = format!("/akn/ontology/event/se/{}/{id}", token(&self.document.id));
        let caption = item.title.as_deref().or(item.label.as_deref()).unwrap_or(&id).to_owned();
        self.refer("TLCEvent", id, href, caption)
    }

    /// Below the municipality where one is named: bodies of one name in two municipalities are two.
    fn organization_address(&self, slug_of_name: Option<&str>) -> String {
        let above = match &self.document.meeting.municipality {
            Some(municipality) if slug_of_name.is_some() => slug(municipality),
            _ => token(&self.document.id),
        };
        format!("/akn/ontology/organization/se/{above}/{}", slug_of_name.unwrap_or("body"))
    }

    fn refer(&mut self, element: &'static str, id: String, href: String, caption: String) -> String {
        let reference = format!("#{id}");
        self.known.entry(id).or_insert((element, href, caption));
        reference
    }
}

/// A word as an id, which has no blanks.
pub fn token(word: &str) -> String {
    word.chars().map(|c| if c.is_alphanumeric() || "-_.".contains(c) { c } else { '-' }).collect()
}
