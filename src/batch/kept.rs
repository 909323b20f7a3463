//! Pages as they were read, kept in the run folder: what comes after reading is done anew without reading.
//!
//! `pages/<input>.jsonl.gz` holds lines of JSON: what the file was, then its pages as the reader gave them, each with
//! the hash of the reading that gave it. A page that was lost is not in it.

use super::input::InputFile;
use super::pages::PageRanges;
use crate::error::{Error, Result};
use crate::ocr::ReadPage;
use crate::page::PageStatus;
use crate::reader::FileInfo;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

/// Raised where older files can no longer be read.
const FORMAT: u32 = 1;

/// Which pages are read, of those that earlier runs read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Recognise {
    /// Those that were read by another version of the reading, with another model or other settings.
    #[default]
    Changed,
    /// None, however they were read.
    Missing,
    All,
}

/// The pages that earlier runs left in a run folder.
#[derive(Clone, Debug)]
pub struct KeptPages {
    pub run_folder: PathBuf,
    pub recognise: Recognise,
}

/// What was read of a file.
#[derive(Clone, Debug)]
pub struct KeptFile {
    /// Without its path.
    pub info: FileInfo,
    pub pages: Vec<KeptPage>,
}

/// A page that was read.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct KeptPage {
    /// Of all that decides what is read: [`crate::reader::ReaderSettings::reading_sha256`].
    pub reading_sha256: String,
    /// Why the first try failed, where a second was needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_failure: Option<String>,
    pub read: ReadPage,
}

#[derive(Serialize, Deserialize)]
struct Header {
    format: u32,
    file: FileInfo,
}

/// Where the pages of an input are kept, below the run folder.
pub fn path_of(input: &str) -> String {
    format!("pages/{input}.jsonl.gz")
}

impl KeptPages {
    /// The kept pages of a file that may be taken; none where it is not the file that was read.
    pub fn find(&self, input: &InputFile, reading_sha256: &str) -> Option<KeptFile> {
        if self.recognise == Recognise::All || input.problem.is_some() || input.skipped.is_some() {
            return None;
        }
        let path = self.run_folder.join(path_of(&input.name));
        if !path.is_file() {
            return None;
        }
        let (_, sha256) = input.hash().ok()?;
        let mut kept = KeptFile::load(&path).ok().filter(|kept| kept.info.sha256 == sha256)?;
        if kept.info.parts.len() != input.parts.len() {
            return None;
        }
        kept.info.path.clone_from(&input.path);
        for (part, input) in kept.info.parts.iter_mut().zip(&input.parts) {
            part.file.path.clone_from(&input.path);
        }
        if self.recognise == Recognise::Changed {
            kept.pages.retain(|page| page.reading_sha256 == reading_sha256);
        }
        Some(kept)
    }
}

impl KeptFile {
    /// Whether no page of those that are wanted is missing.
    pub fn has_all(&self, wanted: &PageRanges) -> bool {
        let has = |number| self.pages.iter().any(|page| page.read.page.number == number);
        wanted.of(self.info.n_pages).into_iter().all(has)
    }

    /// Reads a file of kept pages.
    pub fn load(path: &Path) -> Result<KeptFile> {
        KeptFile::from_bytes(&std::fs::read(path).map_err(|error| Error::io(path, error))?)
    }

    pub fn from_bytes(bytes: &[u8]) -> Result<KeptFile> {
        let broken = |what: String| Error::Input(format!("{what}; run extract again"));
        let mut lines = BufReader::new(GzDecoder::new(bytes)).lines();
        let first = lines.next().unwrap_or_else(|| Ok(String::new())).map_err(|error| broken(error.to_string()))?;
        let header: Header =
            serde_json::from_str(&first).map_err(|_| broken("it does not hold pages as they were read".into()))?;
        if header.format != FORMAT {
            return Err(broken(format!("its format {} is not known", header.format)));
        }
        let mut pages = Vec::new();
        for line in lines {
            let line = line.map_err(|error| broken(error.to_string()))?;
            pages.push(serde_json::from_str(&line).map_err(|error| broken(error.to_string()))?);
        }
        Ok(KeptFile { info: header.file, pages })
    }
}

/// Which reading gave the pages; none where several did.
pub fn reading_sha256(pages: &[KeptPage]) -> Option<String> {
    let mut readings = pages.iter().filter(|page| page.was_read()).map(|page| &page.reading_sha256);
    let first = readings.next()?;
    readings.all(|other| other == first).then(|| first.clone())
}

/// A file of kept pages; those that were lost are left out. The same pages give the same bytes, wherever the file lay.
pub fn to_bytes<'p>(info: &FileInfo, pages: impl Iterator<Item = &'p KeptPage>) -> io::Result<Vec<u8>> {
    let mut file = info.clone();
    file.path.clear();
    file.parts.iter_mut().for_each(|part| part.file.path.clear());
    let mut out = GzEncoder::new(Vec::new(), Compression::default());
    serde_json::to_writer(&mut out, &Header { format: FORMAT, file })?;
    let mut pages: Vec<&KeptPage> = pages.filter(|page| page.was_read()).collect();
    pages.sort_by_key(|page| page.read.page.number);
    for page in pages {
        out.write_all(b"\n")?;
        serde_json::to_writer(&mut out, page)?;
    }
    out.finish()
}

impl KeptPage {
    fn was_read(&self) -> bool {
        self.read.page.status != PageStatus::Lost
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::MediaType;
    use crate::page::OcrPage;

    fn kept(path: &Path, sha256: &str) -> KeptFile {
        let info = FileInfo {
            path: path.to_owned(),
            media_type: MediaType::Text,
            bytes: 3,
            sha256: sha256.to_owned(),
            n_pages: 2,
            encoding: None,
            parts: Vec::new(),
        };
        let page = |number, reading: &str| KeptPage {
            reading_sha256: reading.to_owned(),
            first_failure: None,
            read: ReadPage {
                page: OcrPage::from_text(number, "§ 1 Val"),
                engine: None,
                rejected_layer: None,
                from_picture: Vec::new(),
            },
        };
        KeptFile { info, pages: vec![page(1, "old"), page(2, "new")] }
    }

    fn bytes_of(kept: &KeptFile) -> Vec<u8> {
        to_bytes(&kept.info, kept.pages.iter()).unwrap()
    }

    #[test]
    fn pages_are_taken_when_file_and_reading_are_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        std::fs::write(&path, "abc").unwrap();
        let input = InputFile::new(&path, "a.txt");
        let (_, sha256) = input.hash().unwrap();
        std::fs::create_dir(folder.path().join("pages")).unwrap();
        let bytes = bytes_of(&kept(&path, &sha256));
        assert_eq!(bytes, bytes_of(&kept(Path::new("/elsewhere"), &sha256)));
        std::fs::write(folder.path().join(path_of("a.txt")), &bytes).unwrap();

        let find = |recognise| {
            let found = KeptPages { run_folder: folder.path().to_owned(), recognise }.find(&input, "new");
            found.map(|kept| {
                assert_eq!(kept.info.path, path);
                kept.pages.iter().map(|page| page.read.page.number).collect::<Vec<_>>()
            })
        };
        assert_eq!(find(Recognise::Changed), Some(vec![2]));
        assert_eq!(find(Recognise::Missing), Some(vec![1, 2]));
        assert_eq!(find(Recognise::All), None);
        let one: PageRanges = "2-".parse().unwrap();
        let all = kept(&path, &sha256);
        assert!(all.has_all(&PageRanges::default()) && all.has_all(&one));
        // Half a file is none, and another file's pages are not this one's.
        std::fs::write(folder.path().join(path_of("a.txt")), &bytes[..bytes.len() / 2]).unwrap();
        assert_eq!(find(Recognise::Missing), None);
        std::fs::write(folder.path().join(path_of("a.txt")), &bytes).unwrap();
        std::fs::write(&path, "abd").unwrap();
        assert_eq!(find(Recognise::Missing), None);
    }
}
