//! An engine that fails in the ways native code fails, to test that a page lost is only a page lost.

use super::{EngineInfo, OcrEngine};
use crate::error::{Error, Result};
use crate::input::RawWord;
use image::GrayImage;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Failure {
    /// Says that it could not read the page.
    Error,
    /// Ends the process without a word.
    Crash,
    /// Never comes back.
    Hang,
}

/// Fails on every page whose count, from 1, is a multiple of `every`; reads nothing on the others.
pub struct FailingEngine {
    pub failure: Failure,
    pub every: u32,
    n_pages: u32,
}

impl FailingEngine {
    pub fn new(failure: Failure, every: u32) -> Self {
        FailingEngine { failure, every: every.max(1), n_pages: 0 }
    }
}

impl OcrEngine for FailingEngine {
    fn info(&self) -> EngineInfo {
        EngineInfo { name: "failing".into(), version: "1".into(), models: Vec::new() }
    }

    fn recognise(&mut self, _pixels: &GrayImage, _dpi: u32) -> Result<Vec<RawWord>> {
        self.n_pages += 1;
        if !self.n_pages.is_multiple_of(self.every) {
            return Ok(Vec::new());
        }
        match self.failure {
            Failure::Error => Err(Error::Engine("the engine failed, as it was told to".into())),
            Failure::Crash => std::process::abort(),
            Failure::Hang => loop {
                std::thread::park();
            },
        }
    }

    fn recognise_line(&mut self, _pixels: &GrayImage, _dpi: u32) -> Result<Vec<RawWord>> {
        Ok(Vec::new())
    }
}
