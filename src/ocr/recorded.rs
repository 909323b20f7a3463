//! An engine that plays back what another read: most tests need no Tesseract.

use super::{EngineInfo, ModelInfo, OcrEngine};
use crate::error::{Error, Result};
use crate::input::RawWord;
use image::GrayImage;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Readings by the hash of the pixels that were read.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct Recording(BTreeMap<String, Vec<RawWord>>);

impl Recording {
    pub fn key(pixels: &GrayImage) -> String {
        let mut hash = Sha256::new();
        hash.update(pixels.width().to_le_bytes());
        hash.update(pixels.as_raw());
        super::model::hex(&hash.finalize()[..16])
    }
}

/// Plays back a recording; a page that is not in it is an error.
pub struct RecordedEngine(pub Recording);

impl OcrEngine for RecordedEngine {
    fn info(&self) -> EngineInfo {
        EngineInfo {
            name: "recorded".into(),
            version: "1".into(),
            models: vec![ModelInfo { name: "recorded".into(), sha256: "0".repeat(64) }],
        }
    }

    fn recognise(&mut self, pixels: &GrayImage, _dpi: u32) -> Result<Vec<RawWord>> {
        let missing = || Error::Engine("the recording does not hold this page".into());
        self.0.0.get(&Recording::key(pixels)).cloned().ok_or_else(missing)
    }

    fn recognise_line(&mut self, pixels: &GrayImage, dpi: u32) -> Result<Vec<RawWord>> {
        self.recognise(pixels, dpi)
    }
}

/// Lets another engine read and keeps what it read.
pub struct Recorder<E> {
    engine: E,
    pub recording: Recording,
}

impl<E: OcrEngine> Recorder<E> {
    pub fn new(engine: E) -> Self {
        Recorder { engine, recording: Recording::default() }
    }
}

impl<E: OcrEngine> OcrEngine for Recorder<E> {
    fn info(&self) -> EngineInfo {
        self.engine.info()
    }

    fn recognise(&mut self, pixels: &GrayImage, dpi: u32) -> Result<Vec<RawWord>> {
        let words = self.engine.recognise(pixels, dpi)?;
        self.recording.0.insert(Recording::key(pixels), words.clone());
        Ok(words)
    }

    fn recognise_line(&mut self, pixels: &GrayImage, dpi: u32) -> Result<Vec<RawWord>> {
        let words = self.engine.recognise_line(pixels, dpi)?;
        self.recording.0.insert(Recording::key(pixels), words.clone());
        Ok(words)
    }
}
