//! Reads in this process.

use super::cache::PageCache;
use super::{Crop, Effort, FileInfo, PageReader, ReaderSettings, crop};
use crate::error::{Error, Result};
use crate::hash::hex;
use crate::input::{Encoding, Input, LayerPolicy, PageContent};
use crate::ocr::{LazyEngine, ReadPage, plain, read_page};
use sha2::{Digest, Sha256};
use std::path::Path;

/// Keeps the file that it opened last: the next page is likely from it.
pub struct LocalReader {
    engine: LazyEngine,
    layer_policy: LayerPolicy,
    encoding: Option<Encoding>,
    open: Option<(FileInfo, Input)>,
    cache: Option<PageCache>,
}

impl LocalReader {
    /// With an engine that is made when a page needs it.
    pub fn new(engine: LazyEngine, layer_policy: LayerPolicy) -> Self {
        LocalReader { engine, layer_policy, encoding: None, open: None, cache: None }
    }

    /// A reader with Tesseract and the model that the settings name, loaded when first needed; or with the
    /// engine for tests that they name.
    pub fn with_tesseract(settings: &ReaderSettings) -> Self {
        let (model, description) = (settings.model.clone(), settings.test_engine.clone());
        let make = move || match &description {
            Some(description) => test_engine(description),
            None => tesseract(&model),
        };
        let cache = settings.cache.as_ref().map(|folder| {
            let model = crate::ocr::model::Model::find(&settings.model).map(|model| model.info().sha256);
            let engine = settings.test_engine.as_deref().unwrap_or_default();
            PageCache::new(folder, &format!("{}{engine}", settings.recogniser(&model.unwrap_or_default())))
        });
        LocalReader { cache, encoding: settings.encoding, ..Self::new(LazyEngine::new(make), settings.layer_policy) }
    }

    /// The file, opened again where another was read in between.
    fn input(&mut self, file: &FileInfo) -> Result<&Input> {
        if self.open.as_ref().is_none_or(|(info, _)| info != file) {
            let info = self.open(&file.path)?;
            if info != *file {
                return Err(changed());
            }
        }
        match &self.open {
            Some((_, input)) => Ok(input),
            None => Err(Error::Input("the file is not open".into())),
        }
    }
}

fn changed() -> Error {
    Error::Input("the file was changed while it was being read; run again when nothing writes to it".into())
}

#[cfg(feature = "tesseract")]
fn tesseract(model: &str) -> Result<Box<dyn crate::ocr::OcrEngine>> {
    let model = crate::ocr::model::Model::find(model)?;
    Ok(Box::new(crate::ocr::tesseract::TesseractEngine::new(&model)?))
}

#[cfg(not(feature = "tesseract"))]
fn tesseract(_model: &str) -> Result<Box<dyn crate::ocr::OcrEngine>> {
    Err(Error::EngineMissing {
        what: "this build has no Tesseract and the page is a scan".into(),
        hint: "build paragraf with its default features".into(),
    })
}

#[cfg(any(debug_assertions, feature = "testing"))]
fn test_engine(description: &str) -> Result<Box<dyn crate::ocr::OcrEngine>> {
    crate::ocr::failing::engine(description)
}

#[cfg(not(any(debug_assertions, feature = "testing")))]
fn test_engine(_description: &str) -> Result<Box<dyn crate::ocr::OcrEngine>> {
    Err(Error::Usage("this build has no engines for tests; build paragraf with --features testing".into()))
}

/// A file's bytes, all of the same moment as far as that can be told.
fn read(path: &Path) -> Result<Vec<u8>> {
    let failed = |error| Error::io(path, error);
    let before = std::fs::metadata(path).map_err(failed)?;
    if !before.is_file() {
        // A pipe or a device would never end.
        return Err(Error::Input("this is no file but a folder, pipe or device".into()));
    }
    let bytes = std::fs::read(path).map_err(failed)?;
    let after = std::fs::metadata(path).map_err(failed)?;
    if bytes.len() as u64 != after.len() || before.modified().ok() != after.modified().ok() {
        return Err(changed());
    }
    Ok(bytes)
}

impl PageReader for LocalReader {
    fn open(&mut self, path: &Path) -> Result<FileInfo> {
        self.open = None;
        let bytes = read(path)?;
        let (n_bytes, sha256) = (bytes.len() as u64, hex(&Sha256::digest(&bytes)));
        let (media_type, mut input) = Input::open_as(bytes, self.encoding)?;
        input.lies_at(path);
        let info = FileInfo {
            path: path.to_owned(),
            media_type,
            bytes: n_bytes,
            sha256,
            n_pages: input.n_pages(),
            encoding: input.encoding(),
            parts: Vec::new(),
        };
        self.open = Some((info.clone(), input));
        Ok(info)
    }

    fn page(&mut self, file: &FileInfo, number: u32, effort: Effort) -> Result<ReadPage> {
        let layer_policy = self.layer_policy;
        let page = self.input(file)?.page(number, layer_policy)?;
        match effort {
            Effort::Full => match (&self.cache, &page.content) {
                (Some(cache), PageContent::Image(image)) => {
                    if let Some(read) = cache.get(image, number) {
                        return Ok(ReadPage { rejected_layer: page.rejected_layer, ..read });
                    }
                    let image = image.clone();
                    let read = read_page(number, page, &mut self.engine)?;
                    cache.put(&image, &read);
                    Ok(read)
                }
                _ => read_page(number, page, &mut self.engine),
            },
            Effort::Plain => plain::read_page(number, page, &mut self.engine),
        }
    }

    fn crops(&mut self, file: &FileInfo, crop: &Crop) -> Result<Vec<Vec<u8>>> {
        crop::cut(self.input(file)?, crop)
    }
}
