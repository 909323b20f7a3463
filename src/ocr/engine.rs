//! What an engine is to the rest of the program.

use crate::error::Result;
use crate::input::RawWord;
use image::GrayImage;
use serde::{Deserialize, Serialize};

/// An engine that reads one page at a time and is used again for the next.
pub trait OcrEngine: Send {
    /// What it is, for the output.
    fn info(&self) -> EngineInfo;

    /// The words of an upright, straight page; boxes in its pixels. `dpi` is never 0.
    fn recognise(&mut self, pixels: &GrayImage, dpi: u32) -> Result<Vec<RawWord>>;

    /// How much sense a page makes this way up, 0 to 1, from a few of its lines.
    ///
    /// An engine that cannot tell without reading it all takes every page for upright.
    fn glance(&mut self, _pixels: &GrayImage, _dpi: u32) -> Result<f32> {
        Ok(1.0)
    }

    /// The words of a picture of a single line.
    fn recognise_line(&mut self, pixels: &GrayImage, dpi: u32) -> Result<Vec<RawWord>>;
}

/// Tesseract finds the lines, and the network of its model is computed here.
pub const TESSERACT: &str = "tesseract";
/// Tesseract does it all: the model's network is of a kind that is not computed here.
pub const TESSERACT_ALONE: &str = "tesseract-alone";

/// Who recognises. The names are [`TESSERACT`], [`TESSERACT_ALONE`] and those of tests.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct EngineInfo {
    /// As it stands in the output.
    pub name: String,
    /// Of the engine's library.
    pub version: String,
    /// What it reads with.
    pub models: Vec<ModelInfo>,
}

/// A recognition model.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ModelInfo {
    /// As it is asked for.
    pub name: String,
    /// Of its bytes, in hex.
    pub sha256: String,
}

/// An engine that is made when a page first needs one: born-digital files do without.
pub struct LazyEngine {
    make: Box<dyn FnMut() -> Result<Box<dyn OcrEngine>> + Send>,
    engine: Option<Box<dyn OcrEngine>>,
}

impl LazyEngine {
    /// From what makes the engine.
    pub fn new(make: impl FnMut() -> Result<Box<dyn OcrEngine>> + Send + 'static) -> Self {
        LazyEngine { make: Box::new(make), engine: None }
    }

    /// The engine, made now if need be. It fails as the making fails.
    pub fn get(&mut self) -> Result<&mut dyn OcrEngine> {
        if self.engine.is_none() {
            self.engine = Some((self.make)()?);
        }
        match &mut self.engine {
            Some(engine) => Ok(engine.as_mut()),
            None => Err(crate::error::Error::Engine("no engine".into())),
        }
    }
}

/// An engine that is made when it is needed, and whether it was.
pub(super) struct Noted<'e> {
    engine: &'e mut LazyEngine,
    /// Who it is, if it was needed.
    pub by: Option<EngineInfo>,
}

impl<'e> Noted<'e> {
    pub fn new(engine: &'e mut LazyEngine) -> Self {
        Noted { engine, by: None }
    }

    pub fn get(&mut self) -> Result<&mut dyn OcrEngine> {
        let engine = self.engine.get()?;
        self.by = Some(engine.info());
        Ok(engine)
    }
}
