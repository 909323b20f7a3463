//! Where the time of scanned pages goes: `stage_times FILE...`. `OMP_THREAD_LIMIT=1` must be in the environment.

use image::GrayImage;
use paragraf::correct::{Lexicon, Options};
use paragraf::emit::{self, Producer, SourceInfo};
use paragraf::error::Result;
use paragraf::input::{Input, LayerPolicy, RawWord};
use paragraf::ocr::model::{DEFAULT_MODEL, Model};
use paragraf::ocr::tesseract::TesseractEngine;
use paragraf::ocr::{EngineInfo, LazyEngine, OcrEngine, read_page};
use paragraf::pipeline;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

/// Nanoseconds in the engine.
static IN_ENGINE: AtomicU64 = AtomicU64::new(0);

struct Timed(TesseractEngine);

fn timed<T>(work: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let result = work();
    IN_ENGINE.fetch_add(begun.elapsed().as_nanos() as u64, Ordering::Relaxed);
    result
}

impl OcrEngine for Timed {
    fn info(&self) -> EngineInfo {
        self.0.info()
    }

    fn recognise(&mut self, pixels: &GrayImage, dpi: u32) -> Result<Vec<RawWord>> {
        timed(|| self.0.recognise(pixels, dpi))
    }

    fn glance(&mut self, pixels: &GrayImage, dpi: u32) -> Result<f32> {
        timed(|| self.0.glance(pixels, dpi))
    }

    fn recognise_line(&mut self, pixels: &GrayImage, dpi: u32) -> Result<Vec<RawWord>> {
        timed(|| self.0.recognise_line(pixels, dpi))
    }
}

fn main() -> std::result::Result<(), Box<dyn std::error::Error>> {
    let model = Model::find(DEFAULT_MODEL)?;
    let mut engine = LazyEngine::new(move || Ok(Box::new(Timed(TesseractEngine::new(&model)?))));
    engine.get()?;
    let lexicon = Lexicon::builtin();
    let (mut input, mut reading, mut after, mut n_pages) = (0.0, 0.0, 0.0, 0u32);
    for file in std::env::args().skip(1) {
        let begun = Instant::now();
        let (_, opened) = Input::open(std::fs::read(&file)?)?;
        input += begun.elapsed().as_secs_f64();
        let mut pages = Vec::new();
        for number in 1..=opened.n_pages() {
            let begun = Instant::now();
            let page = opened.page(number, LayerPolicy::Auto)?;
            let taken = Instant::now();
            pages.push(read_page(number, page, &mut engine)?.page);
            input += (taken - begun).as_secs_f64();
            reading += taken.elapsed().as_secs_f64();
            n_pages += 1;
        }
        let begun = Instant::now();
        let understood = pipeline::understand(&lexicon, &Options::default(), pages);
        let source = SourceInfo { file, pages: n_pages, ..SourceInfo::default() };
        let documents = emit::documents(&source, &Producer::default(), &understood.pages, &understood.parts, &[]);
        documents.iter().for_each(|document| drop(emit::to_json(document)));
        after += begun.elapsed().as_secs_f64();
    }
    let engine = IN_ENGINE.load(Ordering::Relaxed) as f64 / 1e9;
    let total = input + reading + after;
    let line = |what: &str, seconds: f64| {
        println!(
            "  {what:36} {:6.1} % {:7.1} ms a page",
            seconds / total * 100.0,
            seconds * 1000.0 / f64::from(n_pages)
        );
    };
    line("input: files, images", input);
    line("preparation: turning, rules, ink", reading - engine);
    line("layout and recognition", engine);
    line("correction, segmentation, output", after);
    Ok(())
}
