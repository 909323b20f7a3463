//! Reads in this process.

use super::{FileInfo, PageReader, ReaderSettings};
use crate::error::{Error, Result};
use crate::input::{Input, LayerPolicy};
use crate::ocr::model::hex;
use crate::ocr::{LazyEngine, ReadPage, read_page};
use sha2::{Digest, Sha256};
use std::path::Path;

/// Keeps the file that it opened last: the next page is likely from it.
pub struct LocalReader {
    engine: LazyEngine,
    layer_policy: LayerPolicy,
    open: Option<(FileInfo, Input)>,
}

impl LocalReader {
    pub fn new(engine: LazyEngine, layer_policy: LayerPolicy) -> Self {
        LocalReader { engine, layer_policy, open: None }
    }

    /// A reader with Tesseract and the model that the settings name, loaded when first needed.
    pub fn with_tesseract(settings: &ReaderSettings) -> Self {
        let model = settings.model.clone();
        Self::new(LazyEngine::new(move || tesseract(&model)), settings.layer_policy)
    }
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

impl PageReader for LocalReader {
    fn open(&mut self, path: &Path) -> Result<FileInfo> {
        let bytes = std::fs::read(path).map_err(|error| Error::io(path, error))?;
        let (n_bytes, sha256) = (bytes.len() as u64, hex(&Sha256::digest(&bytes)));
        let (media_type, input) = Input::open(bytes)?;
        let info = FileInfo { path: path.to_owned(), media_type, bytes: n_bytes, sha256, n_pages: input.n_pages() };
        self.open = Some((info.clone(), input));
        Ok(info)
    }

    fn page(&mut self, file: &FileInfo, number: u32) -> Result<ReadPage> {
        if self.open.as_ref().is_none_or(|(info, _)| info != file) {
            let info = self.open(&file.path)?;
            if info != *file {
                return Err(Error::Input("the file was changed while it was being read; run again".into()));
            }
        }
        let Some((_, input)) = &self.open else {
            return Err(Error::Input("the file is not open".into()));
        };
        read_page(number, input.page(number, self.layer_policy)?, &mut self.engine)
    }
}
