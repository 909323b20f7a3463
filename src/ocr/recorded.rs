//! An engine that plays back what another read: most tests need no Tesseract.

use super::engine::{EngineInfo, ModelInfo, OcrEngine};
use crate::error::{Error, Result};
use crate::hash::hex;
use crate::input::RawWord;
use image::GrayImage;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// Readings by the hash of the pixels that were read.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct Recording(BTreeMap<String, Reading>);

#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
struct Reading {
    size: (u32, u32),
    words: Vec<RawWord>,
}

impl Recording {
    pub fn load(path: &Path) -> Result<Recording> {
        let bytes = std::fs::read(path).map_err(|error| Error::io(path, error))?;
        serde_json::from_slice(&bytes).map_err(|error| Error::Input(format!("this is no recording: {error}")))
    }

    pub fn save(&self, path: &Path) -> Result<()> {
        let bytes = serde_json::to_vec(self).map_err(|error| Error::Engine(error.to_string()))?;
        std::fs::write(path, bytes).map_err(|error| Error::io(path, error))
    }

    /// Adds what another recording holds.
    pub fn extend(&mut self, other: Recording) {
        self.0.extend(other.0);
    }

    fn key(pixels: &GrayImage) -> String {
        let mut hash = Sha256::new();
        hash.update(pixels.width().to_le_bytes());
        hash.update(pixels.as_raw());
        hex(&hash.finalize()[..16])
    }

    fn add(&mut self, pixels: &GrayImage, words: &[RawWord]) {
        self.0.insert(Self::key(pixels), Reading { size: pixels.dimensions(), words: words.to_vec() });
    }

    fn find(&self, pixels: &GrayImage, takes_similar: bool) -> Option<&Reading> {
        let similar = || self.0.values().find(|reading| reading.size == pixels.dimensions());
        self.0.get(&Self::key(pixels)).or_else(|| similar().filter(|_| takes_similar))
    }
}

/// Plays back a recording; a page that is not in it is an error.
pub struct RecordedEngine {
    pub recording: Recording,
    /// Whether a page that is not in the recording gets what stands on another of the same size.
    pub takes_similar: bool,
}

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
        self.recording.find(pixels, self.takes_similar).map(|reading| reading.words.clone()).ok_or_else(missing)
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
        self.recording.add(pixels, &words);
        Ok(words)
    }

    fn recognise_line(&mut self, pixels: &GrayImage, dpi: u32) -> Result<Vec<RawWord>> {
        let words = self.engine.recognise_line(pixels, dpi)?;
        self.recording.add(pixels, &words);
        Ok(words)
    }
}
