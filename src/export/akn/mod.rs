//! Protocols as Akoma Ntoso 3.0, the XML of parliaments (OASIS LegalDocML): a file a document.
//!
//! Minutes are a `debate`: of the document types only that one has elements for attendance, matters, decisions, motions
//! and declarations of vote. `debateReport`, `doc` and `statement` have bodies without any of them. What is no protocol
//! is a `doc` of its pages.

mod body;
mod references;
mod xml;

use super::{Entry, Job, Summary, each, naming};
use crate::emit::wire::{Document, DocumentKind};
use crate::error::Result;
use crate::naming::part_name;
use body::Body;
use references::{References, token};
use xml::Xml;

const FOLDER: &str = "akn";
const NAMESPACE: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
const UNKNOWN_BODY: &str = "okänt organ";
const UNREAD: &str = "namnet oläst";
/// A date must stand there, in addresses too; the name beside it says that it is none.
const NO_DAY: (&str, &str) = ("0001-01-01", "unknown");

pub fn export(job: &Job<'_>) -> Result<Summary> {
    let mut summary = each(job, &|entry| {
        for (idx, document) in entry.documents.iter().enumerate() {
            let bytes = document_xml(document, entry);
            let name = format!("{FOLDER}/{}.xml", part_name(&entry.line.input, idx));
            job.out.write(&name, &|out| out.write_all(&bytes))?;
        }
        Ok(Vec::new())
    })?;
    summary.written.push(FOLDER.to_owned());
    Ok(summary)
}

fn document_xml(document: &Document, entry: &Entry<'_>) -> Vec<u8> {
    let is_protocol = document.meeting.kind == DocumentKind::Protocol;
    let (kind, name) = if is_protocol { ("debate", "minutes") } else { ("doc", document.meeting.kind.as_str()) };
    let mut body = Body { document, references: References::new(document), votings: Vec::new() };
    let mut text = Xml::default();
    if is_protocol {
        body.preface(&mut text);
        debate(&mut body, &mut text);
        body.conclusions(&mut text);
    } else {
        body.references.body();
        text.text_element("mainBody", &[]);
        pages(document, &mut text);
        text.end();
    }
    let mut xml = Xml::default();
    xml.declaration();
    xml.begin("akomaNtoso", &[("xmlns", NAMESPACE)]);
    xml.begin(kind, &[("name", name), ("contains", "originalVersion")]);
    xml.begin("meta", &[]);
    identification(&mut xml, document, entry, &format!("{kind}/{}", token(name)));
    analysis(&mut xml, &body);
    references(&mut xml, document, &body.references);
    xml.end();
    xml.raw(text);
    xml.end();
    xml.end();
    let mut bytes = xml.into_bytes();
    bytes.push(b'\n');
    bytes
}

fn debate(body: &mut Body<'_>, xml: &mut Xml) {
    let document = body.document;
    xml.begin("debateBody", &[]);
    body.attendance(xml);
    for item in &document.items {
        body.item(xml, item);
    }
    // Where no items were found, the text is all there is.
    if document.items.is_empty() {
        xml.text_element("debateSection", &[("name", "text")]);
        pages(document, xml);
        xml.end();
    }
    xml.end();
}

fn pages(document: &Document, xml: &mut Xml) {
    let lines: Vec<&str> = document.pages.iter().flat_map(|page| page.text.lines()).collect();
    body::paragraphs(xml, if lines.is_empty() { &[""] } else { &lines });
}

/// Work, expression and manifestation: the meeting's protocol, its Swedish text, this file.
fn identification(xml: &mut Xml, document: &Document, entry: &Entry<'_>, kind: &str) {
    let day = naming::day(document).map(|day| day.to_string());
    let (date, what) = day.as_deref().map_or(NO_DAY, |day| (day, "meeting"));
    let number = token(&document.id);
    let work = format!("/akn/se/{kind}/{date}/{number}");
    let expression = format!("{work}/swe@{}", day.as_deref().unwrap_or_default());
    let properties = |xml: &mut Xml, this: &str, uri: &str, date: (&str, &str), author: &str| {
        xml.empty("FRBRthis", &[("value", this)]);
        xml.empty("FRBRuri", &[("value", uri)]);
        xml.empty("FRBRdate", &[("date", date.0), ("name", date.1)]);
        xml.empty("FRBRauthor", &[("href", author)]);
    };
    xml.begin("identification", &[("source", "#paragraf")]);
    xml.begin("FRBRWork", &[]);
    properties(xml, &format!("{work}/!main"), &work, (date, what), "#body");
    xml.empty("FRBRcountry", &[("value", "se")]);
    xml.empty("FRBRsubtype", &[("value", kind.rsplit('/').next().unwrap_or(kind))]);
    xml.empty("FRBRnumber", &[("value", &number)]);
    xml.end();
    xml.begin("FRBRExpression", &[]);
    properties(xml, &format!("{expression}/!main"), &expression, (date, what), "#body");
    // What was signed is the paper.
    xml.empty("FRBRauthoritative", &[("value", "false")]);
    xml.empty("FRBRlanguage", &[("language", "swe")]);
    xml.end();
    xml.begin("FRBRManifestation", &[]);
    let read = entry.line.finished.get(..10).filter(|day| day.parse::<jiff::civil::Date>().is_ok());
    let made = read.map_or(NO_DAY, |day| (day, "extraction"));
    properties(xml, &format!("{expression}/!main.xml"), &format!("{expression}.xml"), made, "#paragraf");
    xml.empty("FRBRformat", &[("value", "xml")]);
    xml.end();
    xml.end();
}

fn analysis(xml: &mut Xml, body: &Body<'_>) {
    let mut votings = body.votings.iter().enumerate().filter(|(_, voting)| !voting.counts.is_empty()).peekable();
    if votings.peek().is_none() {
        return;
    }
    xml.begin("analysis", &[("source", "#paragraf")]);
    xml.begin("parliamentary", &[]);
    for (idx, voting) in votings {
        let (id, place) = (format!("voting_{}", idx + 1), format!("#{}", voting.place));
        let mut attributes = vec![("eId", &*id), ("href", &*place)];
        attributes.extend(voting.outcome.as_deref().map(|outcome| ("outcome", outcome)));
        xml.begin("voting", &attributes);
        for (choice, n) in &voting.counts {
            let id = format!("{id}__count_{choice}");
            xml.empty("count", &[("eId", &id), ("value", &n.to_string()), ("refersTo", &format!("#{choice}"))]);
        }
        xml.end();
    }
    xml.end();
    xml.end();
}

fn references(xml: &mut Xml, document: &Document, references: &References<'_>) {
    let producer = format!("{} {}", document.producer.name, document.producer.version);
    xml.begin("references", &[("source", "#paragraf")]);
    let file = &*document.source.file;
    xml.empty("original", &[("eId", "original"), ("href", &naming::link(file)), ("showAs", file)]);
    let href = "/akn/ontology/organization/paragraf";
    xml.empty("TLCOrganization", &[("eId", "paragraf"), ("href", href), ("showAs", &producer)]);
    for (element, id, href, caption) in references.known() {
        xml.empty(element, &[("eId", id), ("href", href), ("showAs", caption)]);
    }
    xml.end();
}
