//! Recorded pages: what reading gave of every page of a file, so that what comes after it runs without an engine.
//!
//! A file is `<case>.jsonl.gz`, gzipped lines of JSON: what the file was, then its pages, one a line, in the form in
//! which workers hand them over. A field that a page gets later is read with its default until the pages are recorded
//! again (`make recorded`).

#![allow(dead_code, reason = "the test reads, the example writes too")]

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use paragraf::correct::{Lexicon, Options};
use paragraf::emit::{SourceInfo, wire};
use paragraf::ocr::ReadPage;
use paragraf::overrides::Overrides;
use paragraf::page::{CorrectedPage, OcrPage};
use paragraf::pipeline::{self, ReadFile};
use paragraf::reader::{Effort, FileInfo, PageReader};
use serde::{Deserialize, Serialize};
use std::error::Error;
use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

/// Raised where older pages can no longer be read.
const FORMAT: u32 = 1;
pub const ENDING: &str = ".jsonl.gz";

#[derive(Serialize, Deserialize)]
struct Header {
    format: u32,
    file: String,
    sha256: String,
    bytes: u64,
    media_type: String,
    pages: u32,
}

/// A file and its pages as read.
pub struct Recorded {
    pub source: SourceInfo,
    pub pages: Vec<ReadPage>,
}

impl Recorded {
    /// Reads a scan.
    pub fn of(path: &Path, reader: &mut dyn PageReader) -> Result<Recorded> {
        let info: FileInfo = reader.open(path)?;
        let pages = (1..=info.n_pages).map(|number| reader.page(&info, number, Effort::Full));
        let pages = pages.collect::<paragraf::error::Result<_>>()?;
        let source = SourceInfo {
            file: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            sha256: info.sha256,
            bytes: info.bytes,
            media_type: info.media_type.as_str().to_owned(),
            encoding: info.encoding.map(|how| how.encoding.to_string()),
            pages: info.n_pages,
            parts: Vec::new(),
        };
        Ok(Recorded { source, pages })
    }

    pub fn load(path: &Path) -> Result<Recorded> {
        let in_file = |what: &dyn std::fmt::Display| format!("{}: {what}", path.display());
        let mut lines = BufReader::new(GzDecoder::new(fs::File::open(path).map_err(|e| in_file(&e))?)).lines();
        let first = lines.next().ok_or_else(|| in_file(&"it is empty"))??;
        let header: Header = serde_json::from_str(&first).map_err(|e| in_file(&e))?;
        if header.format != FORMAT {
            return Err(in_file(&format!("format {} where {FORMAT} is known", header.format)).into());
        }
        let mut pages = Vec::new();
        for line in lines {
            pages.push(serde_json::from_str(&line?).map_err(|e| in_file(&e))?);
        }
        let Header { file, sha256, bytes, media_type, pages: n_pages, .. } = header;
        let source = SourceInfo { file, sha256, bytes, media_type, encoding: None, pages: n_pages, parts: Vec::new() };
        Ok(Recorded { source, pages })
    }

    /// Into the folder, under the name of its case. The same pages give the same bytes.
    pub fn save(&self, folder: &Path) -> Result<()> {
        let SourceInfo { file, sha256, bytes, media_type, pages, .. } = self.source.clone();
        let header = Header { format: FORMAT, file, sha256, bytes, media_type, pages };
        let mut out = GzEncoder::new(Vec::new(), Compression::best());
        serde_json::to_writer(&mut out, &header)?;
        for page in &self.pages {
            out.write_all(b"\n")?;
            serde_json::to_writer(&mut out, page)?;
        }
        let stem = Path::new(&self.source.file).file_stem().unwrap_or_default().to_string_lossy();
        fs::create_dir_all(folder)?;
        fs::write(folder.join(format!("{stem}{ENDING}")), out.finish()?)?;
        Ok(())
    }

    /// Its pages as they are understood.
    pub fn corrected(self, lexicon: &Lexicon) -> Vec<CorrectedPage> {
        let pages: Vec<OcrPage> = self.pages.into_iter().map(|read| read.page).collect();
        pipeline::understand(lexicon, &Options::default(), pages).pages
    }

    /// What the pipeline makes of it: a document for each protocol in the file.
    pub fn documents(self, lexicon: &Lexicon) -> Vec<wire::Document> {
        let file = ReadFile {
            source: self.source,
            configuration_sha256: String::new(),
            pages: self.pages,
            warnings: Vec::new(),
            overrides: Overrides::default(),
        };
        pipeline::documents(lexicon, &Options::default(), file)
    }
}

/// The recorded files of a folder, in order, each after its case.
pub fn cases(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let mut cases = Vec::new();
    for entry in fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))? {
        let path = entry?.path();
        if let Some(case) = path.file_name().and_then(OsStr::to_str).and_then(|name| name.strip_suffix(ENDING)) {
            cases.push((case.to_owned(), path));
        }
    }
    cases.sort();
    Ok(cases)
}
