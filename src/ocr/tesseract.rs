//! Tesseract behind [`OcrEngine`]. The binding's iterators may outlive their page in safe code, so
//! words are taken from the table that Tesseract writes, in one call.

use super::model::Model;
use super::{EngineInfo, OcrEngine};
use crate::error::{Error, Result};
use crate::input::RawWord;
use crate::page::BBox;
use image::GrayImage;
use tesseract_rs::{TessPageSegMode, TesseractAPI};

/// An engine with its model loaded. It reads page after page and is never shared between threads.
pub struct TesseractEngine {
    api: TesseractAPI,
    info: EngineInfo,
}

impl TesseractEngine {
    /// Needs `OMP_THREAD_LIMIT=1` in the process's environment from its start: see [`crate::reader`].
    pub fn new(model: &Model) -> Result<Self> {
        let missing = |what: &str| Error::EngineMissing {
            what: format!("Tesseract cannot load the model '{}' ({what})", model.name),
            hint: "give another with --model, or see 'paragraf doctor'".into(),
        };
        if model.alphabet().is_empty() {
            return Err(missing("it is no LSTM model"));
        }
        let size = i32::try_from(model.bytes.len()).map_err(|_| missing("it is too large"))?;
        const LSTM_ONLY: i32 = 1;
        let api = TesseractAPI::new();
        let language: String = model.name.chars().filter(char::is_ascii_alphanumeric).collect();
        api.init_5(&model.bytes, size, &language, LSTM_ONLY, &[]).map_err(|error| missing(&error.to_string()))?;
        // Its remarks on single pages would land between the program's own lines.
        let quiet = if cfg!(windows) { "NUL" } else { "/dev/null" };
        api.set_variable("debug_file", quiet).map_err(engine)?;
        let info = EngineInfo { name: "tesseract".into(), version: version(), models: vec![model.info()] };
        Ok(TesseractEngine { api, info })
    }
}

/// Of the library that is linked.
pub fn version() -> String {
    TesseractAPI::version()
}

fn engine(error: impl std::fmt::Display) -> Error {
    Error::Engine(format!("Tesseract: {error}"))
}

impl OcrEngine for TesseractEngine {
    fn info(&self) -> EngineInfo {
        self.info.clone()
    }

    fn recognise(&mut self, pixels: &GrayImage, dpi: u32) -> Result<Vec<RawWord>> {
        self.read(pixels, dpi, TessPageSegMode::PSM_AUTO)
    }

    fn recognise_line(&mut self, pixels: &GrayImage, dpi: u32) -> Result<Vec<RawWord>> {
        self.read(pixels, dpi, TessPageSegMode::PSM_SINGLE_LINE)
    }
}

impl TesseractEngine {
    fn read(&mut self, pixels: &GrayImage, dpi: u32, mode: TessPageSegMode) -> Result<Vec<RawWord>> {
        let (width, height) = (pixels.width() as i32, pixels.height() as i32);
        self.api.set_page_seg_mode(mode).map_err(engine)?;
        self.api.set_image(pixels.as_raw(), width, height, 1, width).map_err(engine)?;
        self.api.set_source_resolution(dpi as i32).map_err(engine)?;
        self.api.recognize().map_err(engine)?;
        let table = self.api.get_tsv_text(0).map_err(engine)?;
        self.api.clear().map_err(engine)?;
        Ok(words(&table))
    }
}

/// The words of Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
fn words(table: &str) -> Vec<RawWord> {
    const WORD_LEVEL: &str = "5";
    let mut words = Vec::new();
    let (mut line, mut last) = (0, None);
    for row in table.lines() {
        let cells: Vec<&str> = row.splitn(12, '\t').collect();
        let [WORD_LEVEL, page, block, paragraph, number, _, left, top, width, height, confidence, text] = cells[..]
        else {
            continue;
        };
        let place = [left, top, width, height].map(|cell| cell.parse::<i32>().ok());
        let [Some(left), Some(top), Some(width), Some(height)] = place else {
            continue;
        };
        let key = [page, block, paragraph, number].map(str::to_owned);
        if last.as_ref() != Some(&key) {
            line += u32::from(last.is_some());
            last = Some(key);
        }
        let confidence = confidence.parse::<f32>().unwrap_or(0.0).clamp(0.0, 100.0) / 100.0;
        let bbox = BBox::new(left, top, left + width, top + height);
        // One cell may hold blanks where the model joined words.
        for part in text.split_whitespace() {
            words.push(RawWord { text: part.to_owned(), bbox, confidence, line });
        }
    }
    words
}
