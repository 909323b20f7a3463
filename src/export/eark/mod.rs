//! A submission package as E-ARK's CSIP and SIP 2.1 lay it down, which Riksarkivet's FGS Paketstruktur 2.0 is too.
//!
//! One package for the run: a transfer is agreed on, received and checked as one, and what a run did is told once. It
//! has a representation of the originals and one of what was derived from them. Lists of files are written to the disk
//! as the files come.

mod ead;
mod mets;
mod premis;
mod provenance;
mod xml;

use super::payload::{self, Places, Stored};
use super::run::timestamp;
use super::{Job, Output, Summary, in_order};
use crate::batch::FileStatus;
use crate::batch::manifest::{Line, OutputKind};
use crate::emit;
use crate::error::{Error, Result};
use ead::{Meeting, Meetings};
use mets::{Files, Group, Subject};
use premis::{Event, Links};
use provenance::{Made, Provenance};
use std::io::Write;
use xml::{Xml, uuid};

/// What all files of a package tell of it.
struct Package<'p> {
    id: String,
    label: String,
    run_id: &'p str,
    ended: String,
    organisation: Option<&'p str>,
}

const DATA: &str = "data/";
const FULL: [OutputKind; 2] = [OutputKind::Document, OutputKind::Text];
const MASKED: [OutputKind; 3] = [OutputKind::MaskedDocument, OutputKind::MaskedText, OutputKind::MaskList];

pub fn export(job: &Job<'_>) -> Result<Summary> {
    let run = job.run;
    let edition = if run.is_masked() { ", maskerad utgåva" } else { "" };
    let package = Package {
        id: uuid(&["paragraf", run.id(), if run.is_masked() { "masked" } else { "full" }]),
        label: format!("Sammanträdesprotokoll, körning {}{edition}", run.id()),
        run_id: run.id(),
        ended: run.ended(),
        organisation: job.organisation,
    };
    let name = format!("eark/{}", package.id);
    let out = job.out.begin_folder(&name)?;
    let mut summary = fill(job, &package, &out)?;
    if summary.n_documents == 0 {
        return Ok(summary);
    }
    job.out.keep_folder(out, &name)?;
    summary.written.push(name);
    Ok(summary)
}

fn fill(job: &Job<'_>, package: &Package<'_>, out: &Output) -> Result<Summary> {
    let is_masked = job.run.is_masked();
    let mut originals = (!is_masked).then(|| Representation::begin(out, package, "original")).transpose()?;
    let mut derived = Representation::begin(out, package, "derived")?;
    let original_data = originals.as_ref().map(|originals| originals.out.inside("data")).transpose()?;
    let derived_data = derived.out.inside("data")?;
    let places = Places {
        originals: original_data.as_ref().map(|data| (data, "")),
        derived: &derived_data,
        kinds: if is_masked { &MASKED } else { &FULL },
    };
    let mut meetings = Meetings::begin(out)?;
    let mut provenance = Provenance::default();
    let make = |entry: &super::Entry<'_>| {
        let taken = payload::take(job, entry, &places)?;
        let documents = entry.documents.iter();
        let told: Vec<_> = documents
            .map(|document| (Meeting::of(document), Made { producer: document.producer.clone(), is_masked }))
            .collect();
        Ok((taken, told))
    };
    let mut summary = in_order(job, &make, &mut |line, (taken, told)| {
        let time = finished(line, package);
        let mut sources = Vec::new();
        if let Some(originals) = &mut originals {
            let events = [ingestion_id(package, line)];
            for file in &taken.originals {
                sources.push(originals.add(package, file, &time, Links { sources: &[], events: &events })?);
            }
        }
        let events = told.first().map(|(_, made)| provenance.add(package, &line.run, &time, made)).unwrap_or_default();
        for file in &taken.derived {
            // What people decided comes from no page.
            let links = if file.name.starts_with("overrides/") {
                Links::default()
            } else {
                Links { sources: &sources, events: &events }
            };
            derived.add(package, file, &time, links)?;
        }
        let in_originals = taken.originals.iter().map(|file| (format!("{ORIGINALS}{}", file.name), ead::ORIGINAL));
        let in_originals: Vec<_> = in_originals.collect();
        let documents = taken.derived.iter().filter(|file| file.name.starts_with("documents/"));
        for ((meeting, _), file) in told.iter().zip(documents) {
            let mut files = in_originals.clone();
            files.push((format!("{DERIVED}{}", file.name), ead::DOCUMENT));
            meetings.add(meeting, &files)?;
        }
        Ok(())
    })?;
    if summary.n_documents == 0 {
        return Ok(summary);
    }
    if let Some(originals) = &mut originals {
        let failed = payload::failed_inputs(&summary);
        for line in job.run.lines() {
            let line = line?;
            if !failed.contains(&*line.input) {
                ingestion(&mut originals.premis, package, &line)?;
            }
        }
    }
    let made_now = [uuid(&[&package.id, "event", "package"])];
    payload::within(job, &derived_data, &mut summary, &mut |file| {
        derived.add(package, &file, &package.ended, Links { sources: &[], events: &made_now }).map(drop)
    })?;
    drop((original_data, derived_data));
    let mut representations = Vec::new();
    let mut objects = Vec::new();
    if let Some(originals) = originals {
        objects.push((originals.id.clone(), originals.name));
        representations.push((originals.name, originals.keep(package)?));
    }
    objects.push((derived.id.clone(), derived.name));
    representations.push((derived.name, derived.keep(package)?));
    let preservation = root_premis(out, package, &provenance, &objects, &made_now[0])?;
    let descriptive = meetings.keep(out, package)?;
    let documentation = documentation(job, out, package)?;
    let schemas = schemas(out, is_masked)?;
    let mut groups = vec![
        Group { usage: "Documentation".into(), files: Files::Few(&documentation) },
        Group { usage: "Schemas".into(), files: Files::Few(&schemas) },
    ];
    groups.extend(representations.iter().map(|(name, file)| Group {
        usage: format!("Representations/{name}"),
        files: Files::Few(std::slice::from_ref(file)),
    }));
    let subject = Subject { package, id: &package.id, label: &package.label };
    mets::write(out, &subject, Some(&descriptive), &preservation, &groups)?;
    Ok(summary)
}

const ORIGINALS: &str = "representations/original/data/";
const DERIVED: &str = "representations/derived/data/";

/// When an input was done: its files are dated by it.
fn finished(line: &Line, package: &Package<'_>) -> String {
    timestamp(&line.finished).unwrap_or_else(|| package.ended.clone())
}

fn ingestion_id(package: &Package<'_>, line: &Line) -> String {
    uuid(&[&package.id, "event", "ingestion", &line.input])
}

/// The id of a file of a representation.
fn file_id(package: &Package<'_>, representation: &str, name: &str) -> String {
    uuid(&[&package.id, "file", representation, name])
}

/// A folder of files that is whole by itself, with its lists as they grow.
struct Representation {
    name: &'static str,
    id: String,
    out: Output,
    premis: Xml,
    files: Xml,
}

impl Representation {
    fn begin(package_out: &Output, package: &Package<'_>, name: &'static str) -> Result<Representation> {
        let out = package_out.inside(&format!("representations/{name}"))?;
        let (premis, files) = (premis::begin(&out)?, Xml::piece(&out)?);
        Ok(Representation { name, id: uuid(&[&package.id, "representation", name]), out, premis, files })
    }

    /// Lists a file of its data folder, and gives its id.
    fn add(&mut self, package: &Package<'_>, file: &Stored, time: &str, links: Links<'_>) -> Result<String> {
        let id = file_id(package, self.name, &file.name);
        mets::file(&mut self.files, file, &id, DATA, time)?;
        premis::file(&mut self.premis, &id, file, DATA, links)?;
        Ok(id)
    }

    /// Writes its METS file, whose name is then below the package's folder.
    fn keep(self, package: &Package<'_>) -> Result<Stored> {
        let Representation { name, out, premis, files, .. } = self;
        let preservation = premis.keep(&out, premis::NAME)?;
        let files = files.finish()?;
        let groups = [Group { usage: "Data".into(), files: Files::Piece(&files) }];
        let subject = Subject { package, id: name, label: name };
        let mets = mets::write(&out, &subject, None, &preservation, &groups)?;
        Ok(Stored { name: format!("representations/{name}/{}", mets.name), ..mets })
    }
}

/// That each input was taken in, and whether all of it could be read.
fn ingestion(xml: &mut Xml, package: &Package<'_>, line: &Line) -> Result<()> {
    let names: Vec<&str> = match &*line.parts {
        [] => vec![&line.input],
        parts => parts.iter().map(|part| &*part.input).collect(),
    };
    let objects: Vec<_> = names.iter().map(|name| file_id(package, "original", name)).collect();
    let outcome = match line.status {
        FileStatus::Complete => "success",
        FileStatus::Partial => "partial success",
        FileStatus::Failed | FileStatus::Skipped => "fail",
    };
    let event = Event {
        id: &ingestion_id(package, line),
        kind: "ingestion",
        time: &finished(line, package),
        detail: &format!(
            "The file was opened, hashed and read. Run {}, {} pages read, {} lost.",
            line.run, line.pages_read, line.pages_lost
        ),
        outcome: (outcome, line.reason.as_deref()),
        agents: &[],
        objects: &objects,
    };
    premis::event(xml, &event)
}

/// The representations, what was done to all of them, and with what.
fn root_premis(
    out: &Output,
    package: &Package<'_>,
    provenance: &Provenance,
    representations: &[(String, &'static str)],
    event_id: &str,
) -> Result<Stored> {
    let mut xml = premis::begin(out)?;
    let events = [event_id.to_owned()];
    let originals: Vec<_> = representations.iter().map(|(id, _)| id.clone()).collect();
    for (idx, (id, name)) in representations.iter().enumerate() {
        premis::representation(&mut xml, id, name, Links { sources: &originals[..idx], events: &events })?;
    }
    let (program, _) = provenance::this_program();
    let mut agents = vec![(&*program, "executing program")];
    agents.extend(package.organisation.map(|_| (provenance::ORGANISATION, "submitter")));
    let made = Event {
        id: event_id,
        kind: "information package creation",
        time: &package.ended,
        detail: "The package was made; every file taken in was the same as when it was read or written (SHA-256). The \
                 time is that of the run, so that the same run gives the same package.",
        outcome: ("success", None),
        agents: &agents,
        objects: &originals,
    };
    provenance.write(&mut xml, package, &made)?;
    xml.keep(out, premis::NAME)
}

/// What whoever opens the package should read, and the record of the run.
fn documentation(job: &Job<'_>, out: &Output, package: &Package<'_>) -> Result<Vec<Stored>> {
    let is_masked = job.run.is_masked();
    let (originals, derived) = if is_masked {
        (
            "Originalen följer inte med: de visar vad som är maskerat.\n",
            "representations/derived     maskerade dokument: personnummer är täckta, allt annat står kvar\n",
        )
    } else {
        (
            "representations/original    filerna som de lästes\n",
            "representations/derived     det som lästes ur dem, med rättelser och med vad människor beslutat\n",
        )
    };
    let text = format!(
        "{}\n{}\n\n{originals}{derived}schemas                     beskriver dokumenten (JSON Schema)\n\
         metadata/descriptive        sammanträdena (EAD3)\n\
         metadata/preservation       vad som gjorts med filerna, när och av vilket program (PREMIS 3)\n\
         documentation               körningens uppgifter\n\n\
         Tiderna i paketet är körningens. Varje fils kontrollsumma (SHA-256) står i METS.xml.\n",
        package.label, package.id
    );
    let readme = "documentation/las-mig.txt";
    let mut files = vec![put(out, readme, "text/plain", text.as_bytes())?];
    for name in super::bagit::run_files(is_masked) {
        let path = job.run.folder().join(name);
        if path.is_file() {
            let failed = |error| Error::io(&path, error);
            files.push(payload::copy(job, &path, out, &format!("documentation/{name}"), &failed)?);
        }
    }
    Ok(files)
}

fn schemas(out: &Output, is_masked: bool) -> Result<Vec<Stored>> {
    let document = (format!("schemas/paragraf-{}.schema.json", emit::wire::SCHEMA_VERSION), emit::schema());
    let overrides = ("schemas/paragraf-overrides-1.0.schema.json".to_owned(), crate::overrides::schema());
    let schemas = std::iter::once(document).chain((!is_masked).then_some(overrides));
    schemas.map(|(name, schema)| put(out, &name, "application/json", format!("{schema:#}\n").as_bytes())).collect()
}

fn put(out: &Output, name: &str, media_type: &'static str, bytes: &[u8]) -> Result<Stored> {
    let sha256 = out.write(name, &|to: &mut dyn Write| to.write_all(bytes))?;
    Ok(Stored { name: name.to_owned(), bytes: bytes.len() as u64, sha256, media_type })
}
