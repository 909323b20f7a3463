//! METS: what files a package or a representation holds, with their checksums.

use super::xml::{Xml, uuid};
use super::{Output, Package, Stored};
use crate::emit::wire::SCHEMA_VERSION;
use crate::error::Result;
use crate::export::naming::link;
use std::path::Path;

pub const NAME: &str = "METS.xml";
const PROFILE: &str = "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml";
const NAMESPACES: [(&str, &str); 4] = [
    ("xmlns", "http://www.loc.gov/METS/"),
    ("xmlns:csip", "https://DILCIS.eu/XML/METS/CSIPExtensionMETS"),
    ("xmlns:sip", "https://DILCIS.eu/XML/METS/SIPExtensionMETS"),
    ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
];

/// What a METS file is of.
pub struct Subject<'s> {
    pub package: &'s Package<'s>,
    /// The folder it lies in: the package's id, or the name of a representation.
    pub id: &'s str,
    pub label: &'s str,
}

/// A group of files.
pub struct Group<'g> {
    /// `Documentation`, `Schemas`, `Data`, or `Representations/…`, of which the METS file is named.
    pub usage: String,
    pub files: Files<'g>,
}

pub enum Files<'g> {
    Few(&'g [Stored]),
    /// Listed by [`file`] in a piece.
    Piece(&'g Path),
}

/// Writes a METS file.
pub fn write(
    out: &Output,
    subject: &Subject<'_>,
    descriptive: Option<&Stored>,
    preservation: &Stored,
    groups: &[Group<'_>],
) -> Result<Stored> {
    let Subject { package, id, label } = *subject;
    let kind = format!("paragraf {SCHEMA_VERSION}");
    let created = &*package.ended;
    let mut xml = Xml::file(out)?;
    let attributes = [
        ("OBJID", id),
        ("LABEL", label),
        ("TYPE", "Textual works – Digital"),
        ("PROFILE", PROFILE),
        ("csip:CONTENTINFORMATIONTYPE", "OTHER"),
        ("csip:OTHERCONTENTINFORMATIONTYPE", &kind),
    ];
    xml.open("mets", &[&NAMESPACES[..], &attributes].concat())?;
    header(&mut xml, package)?;
    let ids = |what: &str| uuid(&[&package.id, id, NAME, what]);
    let (dmd_id, amd_id, md_id) = (ids("dmdSec"), ids("amdSec"), ids("digiprovMD"));
    if let Some(file) = descriptive {
        xml.open("dmdSec", &[("ID", &dmd_id), ("CREATED", created), ("STATUS", "CURRENT")])?;
        reference(&mut xml, file, ("EAD", "3"), created, &ids(&file.name))?;
        xml.close()?;
    }
    xml.open("amdSec", &[("ID", &amd_id)])?;
    xml.open("digiprovMD", &[("ID", &md_id), ("CREATED", created), ("STATUS", "CURRENT")])?;
    reference(&mut xml, preservation, ("PREMIS", "3.0"), created, &ids(&preservation.name))?;
    xml.close()?;
    xml.close()?;

    xml.open("fileSec", &[("ID", &ids("fileSec"))])?;
    for group in groups {
        let attributes = [
            ("ID", &*ids(&group.usage)),
            ("USE", &*group.usage),
            ("csip:CONTENTINFORMATIONTYPE", "OTHER"),
            ("csip:OTHERCONTENTINFORMATIONTYPE", &kind),
        ];
        xml.open("fileGrp", &attributes)?;
        match &group.files {
            Files::Few(files) => files.iter().try_for_each(|one| file(&mut xml, one, &ids(&one.name), "", created))?,
            Files::Piece(piece) => xml.splice(piece)?,
        }
        xml.close()?;
    }
    xml.close()?;

    xml.open("structMap", &[("ID", &ids("structMap")), ("TYPE", "PHYSICAL"), ("LABEL", "CSIP")])?;
    xml.open("div", &[("ID", &ids("div")), ("LABEL", id)])?;
    let metadata = ids("div Metadata");
    let mut attributes = vec![("ID", &*metadata), ("LABEL", "Metadata"), ("ADMID", &*md_id)];
    attributes.extend(descriptive.map(|_| ("DMDID", &*dmd_id)));
    xml.empty("div", &attributes)?;
    let (representations, others): (Vec<_>, Vec<_>) =
        groups.iter().partition(|group| group.usage.starts_with("Representations/"));
    for group in others {
        xml.open("div", &[("ID", &ids(&format!("div {}", group.usage))), ("LABEL", &group.usage)])?;
        xml.empty("fptr", &[("FILEID", &ids(&group.usage))])?;
        xml.close()?;
    }
    if !representations.is_empty() {
        xml.open("div", &[("ID", &ids("div Representations")), ("LABEL", "Representations")])?;
        representations.iter().try_for_each(|group| xml.empty("fptr", &[("FILEID", &ids(&group.usage))]))?;
        xml.close()?;
    }
    for group in representations {
        let Files::Few([file]) = group.files else { continue };
        xml.open("div", &[("ID", &ids(&format!("div {}", group.usage))), ("LABEL", &group.usage)])?;
        let (href, title) = (link(&file.name), ids(&group.usage));
        let link = [("LOCTYPE", "URL"), ("xlink:type", "simple"), ("xlink:href", &*href), ("xlink:title", &*title)];
        xml.empty("mptr", &link)?;
        xml.close()?;
    }
    xml.keep(out, NAME)
}

fn header(xml: &mut Xml, package: &Package<'_>) -> Result<()> {
    let created = &*package.ended;
    let dates = [("CREATEDATE", created), ("LASTMODDATE", created)];
    xml.open("metsHdr", &[&dates[..], &[("RECORDSTATUS", "NEW"), ("csip:OAISPACKAGETYPE", "SIP")]].concat())?;
    xml.open("agent", &[("ROLE", "CREATOR"), ("TYPE", "OTHER"), ("OTHERTYPE", "SOFTWARE")])?;
    xml.text("name", &[], "paragraf")?;
    xml.text("note", &[("csip:NOTETYPE", "SOFTWARE VERSION")], env!("CARGO_PKG_VERSION"))?;
    xml.close()?;
    if let Some(name) = package.organisation {
        // Whose records they are, and who hands them over. Validators hold every CREATOR to be a program.
        let archivist = [("ROLE", "ARCHIVIST"), ("TYPE", "ORGANIZATION")];
        let submitter = [("ROLE", "OTHER"), ("OTHERROLE", "SUBMITTER"), ("TYPE", "ORGANIZATION")];
        for attributes in [&archivist[..], &submitter] {
            xml.open("agent", attributes)?;
            xml.text("name", &[], name)?;
            xml.close()?;
        }
    }
    xml.close()
}

/// A file of metadata.
fn reference(xml: &mut Xml, file: &Stored, (kind, version): (&str, &str), created: &str, id: &str) -> Result<()> {
    let (href, bytes) = (link(&file.name), file.bytes.to_string());
    let attributes = [
        ("ID", id),
        ("LOCTYPE", "URL"),
        ("xlink:type", "simple"),
        ("xlink:href", &href),
        ("MDTYPE", kind),
        ("MDTYPEVERSION", version),
        ("MIMETYPE", file.media_type),
        ("SIZE", &bytes),
        ("CREATED", created),
        ("CHECKSUM", &file.sha256),
        ("CHECKSUMTYPE", "SHA-256"),
    ];
    xml.empty("mdRef", &attributes)
}

/// A file in a group; `folder` stands before its name.
pub fn file(xml: &mut Xml, file: &Stored, id: &str, folder: &str, created: &str) -> Result<()> {
    let bytes = file.bytes.to_string();
    let attributes = [
        ("ID", id),
        ("MIMETYPE", file.media_type),
        ("SIZE", &bytes),
        ("CREATED", created),
        ("CHECKSUM", &file.sha256),
        ("CHECKSUMTYPE", "SHA-256"),
    ];
    xml.open("file", &attributes)?;
    let href = link(&format!("{folder}{}", file.name));
    xml.empty("FLocat", &[("LOCTYPE", "URL"), ("xlink:type", "simple"), ("xlink:href", &href)])?;
    xml.close()
}
