//! EAD3: the meetings, for the archive's own catalogue.

use super::xml::Xml;
use super::{Output, Package, Stored};
use crate::emit::wire;
use crate::error::Result;
use crate::export::naming::link;

pub const NAME: &str = "metadata/descriptive/ead.xml";

/// What is told of a document.
pub struct Meeting {
    id: String,
    title: String,
    body: Option<String>,
    date: Option<String>,
    pages: u32,
}

impl Meeting {
    pub fn of(document: &wire::Document) -> Meeting {
        let meeting = &document.meeting;
        let told = [&meeting.body, &meeting.date].into_iter().flatten().map(String::as_str).collect::<Vec<_>>();
        let title = if told.is_empty() { document.source.file.clone() } else { told.join(", ") };
        Meeting {
            id: document.id.clone(),
            title,
            body: meeting.body.clone(),
            date: meeting.date.clone(),
            pages: u32::try_from(document.pages.len()).unwrap_or(u32::MAX),
        }
    }
}

/// The list of meetings, written as it grows.
pub struct Meetings {
    piece: Xml,
    first: Option<jiff::civil::Date>,
    last: Option<jiff::civil::Date>,
}

impl Meetings {
    pub fn begin(out: &Output) -> Result<Meetings> {
        Ok(Meetings { piece: Xml::piece(out)?, first: None, last: None })
    }

    /// `files` are below the package's folder, each with what it is.
    pub fn add(&mut self, meeting: &Meeting, files: &[(String, &'static str)]) -> Result<()> {
        let xml = &mut self.piece;
        xml.open("c", &[("level", "item")])?;
        xml.open("did", &[])?;
        xml.text("unittitle", &[], &meeting.title)?;
        xml.text("unitid", &[], &meeting.id)?;
        if let Some(date) = meeting.date.as_deref().and_then(day_of) {
            self.first = Some(self.first.map_or(date, |first| first.min(date)));
            self.last = Some(self.last.map_or(date, |last| last.max(date)));
            xml.open("unitdatestructured", &[])?;
            day(xml, "datesingle", date)?;
            xml.close()?;
        }
        if let Some(body) = &meeting.body {
            originator(xml, body)?;
        }
        xml.text("physdesc", &[], &format!("{} sidor", meeting.pages))?;
        for (name, what) in files {
            // From the folder of this file.
            let href = link(&format!("../../{name}"));
            let kind = if *what == ORIGINAL { "unknown" } else { "derived" };
            xml.empty("dao", &[("daotype", kind), ("href", &href), ("linktitle", what)])?;
        }
        xml.close()?;
        xml.close()
    }

    pub fn keep(self, out: &Output, package: &Package<'_>) -> Result<Stored> {
        let piece = self.piece.finish()?;
        let program = concat!("paragraf ", env!("CARGO_PKG_VERSION"));
        let mut xml = Xml::file(out)?;
        xml.open("ead", &[("xmlns", "http://ead3.archivists.org/schema/")])?;
        xml.open("control", &[])?;
        xml.text("recordid", &[], &package.id)?;
        xml.open("filedesc", &[])?;
        xml.texts("titlestmt", &[("titleproper", &package.label)])?;
        xml.close()?;
        xml.empty("maintenancestatus", &[("value", "new")])?;
        xml.texts("maintenanceagency", &[("agencyname", package.organisation.unwrap_or(program))])?;
        xml.open("maintenancehistory", &[])?;
        xml.open("maintenanceevent", &[])?;
        xml.empty("eventtype", &[("value", "created")])?;
        xml.text("eventdatetime", &[], &package.ended)?;
        xml.empty("agenttype", &[("value", "machine")])?;
        xml.text("agent", &[], program)?;
        (0..3).try_for_each(|_| xml.close())?;

        xml.open("archdesc", &[("level", "collection")])?;
        xml.open("did", &[])?;
        xml.text("unittitle", &[], &package.label)?;
        xml.text("unitid", &[], package.run_id)?;
        if let (Some(first), Some(last)) = (self.first, self.last) {
            xml.open("unitdatestructured", &[])?;
            xml.open("daterange", &[])?;
            day(&mut xml, "fromdate", first)?;
            day(&mut xml, "todate", last)?;
            (0..2).try_for_each(|_| xml.close())?;
        }
        if let Some(organisation) = package.organisation {
            originator(&mut xml, organisation)?;
        }
        xml.open("langmaterial", &[])?;
        xml.text("language", &[("langcode", "swe")], "svenska")?;
        (0..2).try_for_each(|_| xml.close())?;
        xml.open("dsc", &[("dsctype", "in-depth")])?;
        xml.splice(&piece)?;
        xml.keep(out, NAME)
    }
}

pub const ORIGINAL: &str = "Original";
pub const DOCUMENT: &str = "Dokument i JSON";

fn day(xml: &mut Xml, name: &'static str, date: jiff::civil::Date) -> Result<()> {
    let date = date.to_string();
    xml.text(name, &[("standarddate", &date)], &date)
}

fn originator(xml: &mut Xml, name: &str) -> Result<()> {
    xml.open("origination", &[])?;
    xml.texts("corpname", &[("part", name)])?;
    xml.close()
}

/// A day that the format can hold.
fn day_of(text: &str) -> Option<jiff::civil::Date> {
    text.parse().ok().filter(|date: &jiff::civil::Date| (1..=2099).contains(&date.year()))
}
