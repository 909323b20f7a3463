//! PREMIS: what each file is, what happened to it, and who or what did it.

use super::xml::Xml;
use super::{Output, Stored};
use crate::error::Result;
use crate::export::naming::link;

pub const NAME: &str = "metadata/preservation/premis.xml";

/// A file begun; objects come first, then events, then agents.
pub fn begin(out: &Output) -> Result<Xml> {
    let mut xml = Xml::file(out)?;
    let attributes = [
        ("xmlns", "http://www.loc.gov/premis/v3"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ("version", "3.0"),
    ];
    xml.open("premis", &attributes)?;
    Ok(xml)
}

/// What an object comes from and what happened to it, by their ids.
#[derive(Clone, Copy, Default)]
pub struct Links<'l> {
    pub sources: &'l [String],
    pub events: &'l [String],
}

/// A file; `folder` stands before its name.
pub fn file(xml: &mut Xml, id: &str, file: &Stored, folder: &str, links: Links<'_>) -> Result<()> {
    xml.open("object", &[("xsi:type", "file")])?;
    identifier(xml, id)?;
    xml.open("objectCharacteristics", &[])?;
    xml.text("compositionLevel", &[], "0")?;
    xml.texts("fixity", &[("messageDigestAlgorithm", "SHA-256"), ("messageDigest", &file.sha256)])?;
    xml.text("size", &[], &file.bytes.to_string())?;
    xml.open("format", &[])?;
    xml.texts("formatDesignation", &[("formatName", file.media_type)])?;
    xml.close()?;
    xml.close()?;
    xml.text("originalName", &[], &file.name)?;
    xml.open("storage", &[])?;
    let place = link(&format!("{folder}{}", file.name));
    xml.texts("contentLocation", &[("contentLocationType", "URL"), ("contentLocationValue", &place)])?;
    xml.close()?;
    linked(xml, links)
}

pub fn representation(xml: &mut Xml, id: &str, name: &str, links: Links<'_>) -> Result<()> {
    xml.open("object", &[("xsi:type", "representation")])?;
    identifier(xml, id)?;
    xml.text("originalName", &[], name)?;
    linked(xml, links)
}

fn identifier(xml: &mut Xml, id: &str) -> Result<()> {
    xml.texts("objectIdentifier", &[("objectIdentifierType", "local"), ("objectIdentifierValue", id)])
}

/// The end of an object.
fn linked(xml: &mut Xml, links: Links<'_>) -> Result<()> {
    if !links.sources.is_empty() {
        xml.open("relationship", &[])?;
        xml.text("relationshipType", &[], "derivation")?;
        xml.text("relationshipSubType", &[], "has source")?;
        for id in links.sources {
            let inner = [("relatedObjectIdentifierType", "local"), ("relatedObjectIdentifierValue", &**id)];
            xml.texts("relatedObjectIdentifier", &inner)?;
        }
        xml.close()?;
    }
    for id in links.events {
        let inner = [("linkingEventIdentifierType", "local"), ("linkingEventIdentifierValue", &**id)];
        xml.texts("linkingEventIdentifier", &inner)?;
    }
    xml.close()
}

/// What happened.
pub struct Event<'e> {
    pub id: &'e str,
    pub kind: &'e str,
    pub time: &'e str,
    pub detail: &'e str,
    /// In a word, and why.
    pub outcome: (&'e str, Option<&'e str>),
    /// Agents with their roles.
    pub agents: &'e [(&'e str, &'e str)],
    pub objects: &'e [String],
}

pub fn event(xml: &mut Xml, event: &Event<'_>) -> Result<()> {
    xml.open("event", &[])?;
    xml.texts("eventIdentifier", &[("eventIdentifierType", "local"), ("eventIdentifierValue", event.id)])?;
    xml.text("eventType", &[], event.kind)?;
    xml.text("eventDateTime", &[], event.time)?;
    xml.texts("eventDetailInformation", &[("eventDetail", event.detail)])?;
    xml.open("eventOutcomeInformation", &[])?;
    xml.text("eventOutcome", &[], event.outcome.0)?;
    if let Some(why) = event.outcome.1 {
        xml.texts("eventOutcomeDetail", &[("eventOutcomeDetailNote", why)])?;
    }
    xml.close()?;
    for (id, role) in event.agents {
        let inner = [
            ("linkingAgentIdentifierType", "local"),
            ("linkingAgentIdentifierValue", *id),
            ("linkingAgentRole", *role),
        ];
        xml.texts("linkingAgentIdentifier", &inner)?;
    }
    for id in event.objects {
        let inner = [("linkingObjectIdentifierType", "local"), ("linkingObjectIdentifierValue", &**id)];
        xml.texts("linkingObjectIdentifier", &inner)?;
    }
    xml.close()
}

/// Who or what did it.
#[derive(Clone, PartialEq, Debug)]
pub struct Agent {
    pub name: String,
    /// `software` or `organization`.
    pub kind: &'static str,
    pub version: Option<String>,
    pub note: Option<String>,
}

pub fn agent(xml: &mut Xml, id: &str, agent: &Agent) -> Result<()> {
    xml.open("agent", &[])?;
    xml.texts("agentIdentifier", &[("agentIdentifierType", "local"), ("agentIdentifierValue", id)])?;
    xml.text("agentName", &[], &agent.name)?;
    xml.text("agentType", &[], agent.kind)?;
    if let Some(version) = &agent.version {
        xml.text("agentVersion", &[], version)?;
    }
    if let Some(note) = &agent.note {
        xml.text("agentNote", &[], note)?;
    }
    xml.close()
}
