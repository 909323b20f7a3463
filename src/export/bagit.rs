//! A bag (RFC 8493): the originals, what the run made of them and a checksum of each file, in one folder.
//!
//! `data` is laid out as a run folder with the originals beside it, so that `paragraf verify bag/data --inputs
//! bag/data/originals` holds the whole of it against its manifest.

use super::payload::{self, Places, Stored};
use super::{Job, Summary, in_order};
use crate::batch::manifest::{self, OutputKind};
use crate::batch::record;
use crate::error::{Error, Result};
use crate::hash;
use std::fs::File;
use std::io::{BufWriter, Write};

const NAME: &str = "bag";
const MANIFEST: &str = "manifest-sha256.txt";
const DECLARATION: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// A bag of the full edition is the run folder as a whole.
const FULL: [OutputKind; 6] = [
    OutputKind::Document,
    OutputKind::Pages,
    OutputKind::Text,
    OutputKind::MaskedDocument,
    OutputKind::MaskedText,
    OutputKind::MaskList,
];
const MASKED: [OutputKind; 3] = [OutputKind::MaskedDocument, OutputKind::MaskedText, OutputKind::MaskList];

pub fn export(job: &Job<'_>) -> Result<Summary> {
    let bag = job.out.begin_folder(NAME)?;
    let data = bag.inside("data")?;
    let (listing, out) = bag.begin_file()?;
    let mut payload = Payload { out, n_bytes: 0, n_files: 0 };
    let is_masked = job.run.is_masked();
    let places = Places {
        originals: (!is_masked).then_some((&data, "originals/")),
        derived: &data,
        kinds: if is_masked { &MASKED } else { &FULL },
    };
    let mut summary = in_order(job, &|entry| payload::take(job, entry, &places), &mut |_, taken| {
        taken.originals.iter().chain(&taken.derived).try_for_each(|file| payload.add(file))
    })?;
    if summary.n_documents == 0 {
        return Ok(summary);
    }
    let n_taken = job.run.places().len() - summary.failed.len();
    payload::within(job, &data, &mut summary, &mut |file| payload.add(&file))?;
    for name in run_files(is_masked) {
        let path = job.run.folder().join(name);
        if path.is_file() {
            payload.add(&payload::copy(job, &path, &data, name, &|error| Error::io(&path, error))?)?;
        }
    }
    drop(data);

    let Payload { out, n_bytes, n_files } = payload;
    out.into_inner().map_err(|error| Error::io(&*listing, error.into_error()))?;
    bag.keep(listing, MANIFEST)?;
    let info = info(job, n_taken, n_bytes, n_files);
    let tags = [
        ("bag-info.txt", bag.write("bag-info.txt", &|out| out.write_all(info.as_bytes()))?),
        ("bagit.txt", bag.write("bagit.txt", &|out| out.write_all(DECLARATION.as_bytes()))?),
        (MANIFEST, hash::of_file(&bag.folder().join(MANIFEST)).map_err(|error| Error::io(MANIFEST, error))?.1),
    ];
    let tags: String = tags.iter().map(|(name, sha256)| format!("{sha256}  {name}\n")).collect();
    bag.write("tagmanifest-sha256.txt", &|out| out.write_all(tags.as_bytes()))?;
    job.out.keep_folder(bag, NAME)?;
    summary.written.push(NAME.to_owned());
    Ok(summary)
}

/// The files that tell of the run. The manifest stays away from the masked edition: by the checksum of a document that
/// is masked, what is under the masks can be found by trying.
pub fn run_files(is_masked: bool) -> impl Iterator<Item = &'static str> {
    [record::FILE_NAME, manifest::FILE_NAME].into_iter().filter(move |name| !is_masked || *name != manifest::FILE_NAME)
}

/// The list of the payload, written as it grows.
struct Payload {
    out: BufWriter<File>,
    n_bytes: u64,
    n_files: u64,
}

impl Payload {
    fn add(&mut self, file: &Stored) -> Result<()> {
        self.n_bytes += file.bytes;
        self.n_files += 1;
        writeln!(self.out, "{}  data/{}", file.sha256, encoded(&file.name)).map_err(|error| Error::io(MANIFEST, error))
    }
}

/// A path as it stands in a manifest: those letters that would end its line are told by numbers.
fn encoded(path: &str) -> String {
    path.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn info(job: &Job<'_>, n_taken: usize, n_bytes: u64, n_files: u64) -> String {
    let mut info = String::new();
    let mut tell = |label: &str, value: &str| {
        // One line each.
        let value: Vec<&str> = value.split(|c: char| c.is_whitespace() || c.is_control()).collect();
        info.push_str(&format!("{label}: {}\n", value.join(" ")));
    };
    if let Some(organisation) = job.organisation {
        tell("Source-Organization", organisation);
    }
    let ended = job.run.ended();
    tell("Bagging-Date", ended.split('T').next().unwrap_or(&ended));
    tell("External-Identifier", job.run.id());
    if job.run.is_masked() {
        tell(
            "External-Description",
            "Protokoll, maskerad utgåva: personnummer är täckta. Originalen och det lästa utan masker följer inte \
             med, eftersom de visar vad som är täckt.",
        );
        tell(
            "External-Description",
            "Meeting protocols, masked edition: personal numbers are covered. Originals and unmasked readings are left \
             out, since they show what is covered.",
        );
    } else {
        tell(
            "External-Description",
            "Protokoll: originalen som de lästes (originals), dokumenten i JSON (documents), sidorna som de lästes \
             (pages), vad människor beslutat om dem (overrides) och körningens uppgifter.",
        );
        tell(
            "External-Description",
            "Meeting protocols: the originals as they were read (originals), documents as JSON (documents), pages as \
             they were read (pages), what people decided about them (overrides), and the record of the run.",
        );
    }
    let n_inputs = job.run.n_inputs();
    let n_left_out = n_inputs.saturating_sub(n_taken);
    if n_left_out > 0 {
        tell(
            "External-Description",
            &format!("Utan {n_left_out} av {n_inputs} filer, som saknar dokument eller inte är som de lästes."),
        );
    }
    tell("Bag-Software-Agent", concat!("paragraf ", env!("CARGO_PKG_VERSION")));
    tell("Payload-Oxum", &format!("{n_bytes}.{n_files}"));
    info
}

#[cfg(test)]
mod tests {
    #[test]
    fn only_what_would_end_a_line_is_told_by_numbers() {
        assert_eq!(super::encoded("data/100 % å\r\n%0A.pdf"), "data/100 %25 å%0D%0A%250A.pdf");
    }
}
