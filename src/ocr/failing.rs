//! An engine that fails in the ways native code fails, to test that a page lost is only a page lost.
//!
//! It also holds the names by which a worker process is told to use an engine for tests: see [`engine`].

use super::engine::{EngineInfo, OcrEngine};
use super::recorded::{RecordedEngine, Recording};
use crate::error::{Error, Result};
use crate::input::RawWord;
use image::GrayImage;
use std::hash::{BuildHasher, RandomState};
use std::path::Path;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Failure {
    /// Says that it could not read the page.
    Error,
    /// Ends the process without a word.
    Crash,
    /// Never comes back.
    Hang,
    /// Asks for memory until there is none.
    Memory,
    /// Breaks down as Rust code does.
    Panic,
}

const FAILURES: [Failure; 5] = [Failure::Error, Failure::Crash, Failure::Hang, Failure::Memory, Failure::Panic];

#[derive(Clone, Copy, Debug)]
enum When {
    /// On every page whose count, from 1, is a multiple of this.
    Every(Failure, u32),
    /// On so many of a thousand pages, each time in any of the ways.
    Random(u32),
}

/// Fails now and then; otherwise it reads what the engine inside reads, or nothing where there is none.
pub struct FailingEngine {
    inner: Option<Box<dyn OcrEngine>>,
    when: When,
    n_pages: u32,
}

impl FailingEngine {
    pub fn new(failure: Failure, every: u32) -> Self {
        FailingEngine { inner: None, when: When::Every(failure, every.max(1)), n_pages: 0 }
    }

    pub fn random(inner: Box<dyn OcrEngine>, per_mille: u32) -> Self {
        FailingEngine { inner: Some(inner), when: When::Random(per_mille), n_pages: 0 }
    }

    fn failure(&mut self) -> Option<Failure> {
        self.n_pages += 1;
        match self.when {
            When::Every(failure, every) => self.n_pages.is_multiple_of(every).then_some(failure),
            When::Random(per_mille) => {
                // Another number in each process and at each call.
                let drawn = RandomState::new().hash_one(self.n_pages);
                let way = FAILURES[(drawn / 1000 % FAILURES.len() as u64) as usize];
                (drawn % 1000 < u64::from(per_mille)).then_some(way)
            }
        }
    }
}

impl OcrEngine for FailingEngine {
    fn info(&self) -> EngineInfo {
        match &self.inner {
            Some(inner) => inner.info(),
            None => EngineInfo { name: "failing".into(), version: "1".into(), models: Vec::new() },
        }
    }

    fn recognise(&mut self, pixels: &GrayImage, dpi: u32) -> Result<Vec<RawWord>> {
        match self.failure() {
            Some(failure) => fail(failure),
            None => self.inner.as_mut().map_or(Ok(Vec::new()), |inner| inner.recognise(pixels, dpi)),
        }
    }

    fn recognise_line(&mut self, pixels: &GrayImage, dpi: u32) -> Result<Vec<RawWord>> {
        self.inner.as_mut().map_or(Ok(Vec::new()), |inner| inner.recognise_line(pixels, dpi))
    }
}

fn fail(failure: Failure) -> Result<Vec<RawWord>> {
    match failure {
        Failure::Error => Err(Error::Engine("the engine failed, as it was told to".into())),
        Failure::Crash => std::process::abort(),
        Failure::Hang => loop {
            std::thread::park();
        },
        Failure::Memory => {
            let mut eaten: Vec<Vec<u8>> = Vec::new();
            loop {
                // Touched, so that it is really taken.
                eaten.push(std::hint::black_box(vec![1; 64 << 20]));
            }
        }
        Failure::Panic => panic!("the engine broke down, as it was told to"),
    }
}

/// The engine that a description names, for tests across the border of a process:
/// `recorded:FILE` plays a recording back; `similar:FILE` gives a page that is not in it what stands on one of
/// the same size; `failing:N:FILE` plays it back and fails on N of a thousand pages; `refusing:` fails on every page;
/// `hanging:` never answers.
pub fn engine(description: &str) -> Result<Box<dyn OcrEngine>> {
    let wrong = || Error::Usage(format!("'{description}' is no engine for tests"));
    let (kind, rest) = description.split_once(':').ok_or_else(wrong)?;
    let recording = |file: &str| Recording::load(Path::new(file));
    match kind {
        "recorded" => Ok(Box::new(RecordedEngine { recording: recording(rest)?, takes_similar: false })),
        "similar" => Ok(Box::new(RecordedEngine { recording: recording(rest)?, takes_similar: true })),
        "failing" => {
            let (per_mille, file) = rest.split_once(':').ok_or_else(wrong)?;
            let per_mille = per_mille.parse().map_err(|_| wrong())?;
            let inner = RecordedEngine { recording: recording(file)?, takes_similar: false };
            Ok(Box::new(FailingEngine::random(Box::new(inner), per_mille)))
        }
        "refusing" => Ok(Box::new(FailingEngine::new(Failure::Error, 1))),
        "hanging" => Ok(Box::new(FailingEngine::new(Failure::Hang, 1))),
        _ => Err(wrong()),
    }
}
