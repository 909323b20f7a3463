//! Engines that fail: a page lost is a page named, and the run goes on.

use image::{GrayImage, Luma};
use paragraf::batch::{self, FileOutcome, FileStatus, InputFile, PageRanges, Settings};
use paragraf::correct::{self, Lexicon};
use paragraf::emit::wire;
use paragraf::error::{Error, Result};
use paragraf::input::{LayerPolicy, RawWord};
use paragraf::ocr::failing::{FailingEngine, Failure};
use paragraf::ocr::{EngineInfo, LazyEngine, OcrEngine, ReadPage};
use paragraf::page::BBox;
use paragraf::reader::local::LocalReader;
use paragraf::reader::process::{ProcessReader, ProcessSettings};
use paragraf::reader::{FileInfo, PageReader, ReaderSettings};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// A TIFF of so many pages with something like print on them.
fn tiff(folder: &Path, name: &str, n_pages: u32) -> InputFile {
    let path = folder.join(name);
    let mut encoder = tiff::encoder::TiffEncoder::new(std::fs::File::create(&path).unwrap()).unwrap();
    for _ in 0..n_pages {
        let page = GrayImage::from_fn(400, 560, |x, y| {
            let is_ink = (40..360).contains(&x) && (60..500).contains(&y) && y % 24 < 10 && x % 12 < 6;
            Luma([if is_ink { 0 } else { 255 }])
        });
        encoder.write_image::<tiff::encoder::colortype::Gray8>(400, 560, page.as_raw()).unwrap();
    }
    InputFile { path, name: name.to_owned() }
}

fn run(files: &[InputFile], jobs: usize, make_reader: &(dyn Fn() -> Box<dyn PageReader> + Sync)) -> Vec<FileOutcome> {
    let settings = Settings {
        jobs,
        pages: PageRanges::default(),
        correct: correct::Options::default(),
        configuration_sha256: "0".repeat(64),
    };
    let outcomes = Mutex::new(Vec::new());
    batch::run(files, &settings, &Lexicon::builtin(), make_reader, &|_| {}, &|outcome| {
        outcomes.lock().unwrap().push(outcome);
        true
    });
    let mut outcomes = outcomes.into_inner().unwrap();
    outcomes.sort_by_key(|outcome| outcome.idx);
    outcomes
}

fn codes(outcome: &FileOutcome) -> Vec<wire::WarningCode> {
    outcome.documents[0].warnings.iter().map(|warning| warning.code.clone()).collect()
}

#[test]
fn a_page_whose_engine_fails_twice_is_lost_and_named() {
    let dir = tempfile::tempdir().unwrap();
    let files = [tiff(dir.path(), "a.tif", 3), tiff(dir.path(), "b.tif", 1)];
    // Every page but the first fails: the first of b.tif is the engine's sixth.
    let reader = || -> Box<dyn PageReader> {
        let calls = AtomicU32::new(0);
        struct FirstOnly(LocalReader, AtomicU32);
        impl PageReader for FirstOnly {
            fn open(&mut self, path: &Path) -> Result<FileInfo> {
                self.0.open(path)
            }
            fn page(&mut self, file: &FileInfo, number: u32) -> Result<ReadPage> {
                match self.1.fetch_add(1, Ordering::Relaxed) {
                    0 => self.0.page(file, number),
                    _ => Err(Error::Engine("it failed".into())),
                }
            }
        }
        let engine = LazyEngine::new(|| Ok(Box::new(FailingEngine::new(Failure::Error, u32::MAX)) as Box<_>));
        Box::new(FirstOnly(LocalReader::new(engine, LayerPolicy::Auto), calls))
    };
    let outcomes = run(&files, 1, &reader);
    assert_eq!((outcomes[0].status, outcomes[0].n_read, outcomes[0].n_lost), (FileStatus::Partial, 1, 2));
    let lost = codes(&outcomes[0]).into_iter().filter(|code| *code == wire::WarningCode::PageLost).count();
    assert_eq!(lost, 2);
    assert_eq!(outcomes[0].documents[0].status, wire::Status::Partial);
    assert_eq!(outcomes[0].documents[0].pages.len(), 3);
    // Nothing of the second file was read: it has no document, only a reason.
    assert_eq!(outcomes[1].status, FileStatus::Failed);
    assert!(outcomes[1].documents.is_empty() && outcomes[1].reason.as_deref().unwrap().contains("page 1"));
}

#[test]
fn a_page_that_fails_once_is_read_again() {
    let dir = tempfile::tempdir().unwrap();
    let files = [tiff(dir.path(), "a.tif", 2)];
    /// Fails at its first page and reads one word on each after it.
    struct FailsOnce(bool);
    impl OcrEngine for FailsOnce {
        fn info(&self) -> EngineInfo {
            EngineInfo { name: "fails-once".into(), version: "1".into(), models: Vec::new() }
        }
        fn recognise(&mut self, _: &GrayImage, _: u32) -> Result<Vec<RawWord>> {
            if !std::mem::replace(&mut self.0, true) {
                return Err(Error::Engine("it failed".into()));
            }
            let bbox = BBox::new(40, 60, 360, 500);
            Ok(vec![RawWord { text: "Protokoll".into(), bbox, confidence: 0.95, line: 0 }])
        }
        fn recognise_line(&mut self, _: &GrayImage, _: u32) -> Result<Vec<RawWord>> {
            Ok(Vec::new())
        }
    }
    let reader = || -> Box<dyn PageReader> {
        let engine = LazyEngine::new(|| Ok(Box::new(FailsOnce(false)) as Box<_>));
        Box::new(LocalReader::new(engine, LayerPolicy::Auto))
    };
    let outcomes = run(&files, 1, &reader);
    assert_eq!((outcomes[0].status, outcomes[0].n_lost), (FileStatus::Complete, 0));
    assert!(codes(&outcomes[0]).contains(&wire::WarningCode::PageRetried));
}

fn process(program: &str, arguments: &[&str], timeout: Duration) -> ProcessReader {
    ProcessReader::new(ProcessSettings {
        program: PathBuf::from(program),
        arguments: arguments.iter().map(|argument| (*argument).to_owned()).collect(),
        reader: ReaderSettings { model: "sv-latin".into(), layer_policy: LayerPolicy::Auto },
        page_timeout: timeout,
    })
}

#[test]
fn a_worker_that_dies_hangs_or_lies_costs_an_error_and_no_more() {
    let dir = tempfile::tempdir().unwrap();
    let file = tiff(dir.path(), "a.tif", 1);
    let fault = |program: &str, arguments: &[&str]| {
        let mut reader = process(program, arguments, Duration::from_millis(300));
        reader.open(&file.path).unwrap_err().to_string()
    };
    assert!(fault("sh", &["-c", "exit 7"]).contains("died"));
    assert!(fault("sh", &["-c", "sleep 30"]).contains("no answer"));
    assert!(fault("sh", &["-c", "echo nonsense; sleep 30"]).contains("nonsense"));
    assert!(fault("no-such-program", &[]).contains("could not be started"));
}

#[test]
fn a_real_worker_reads_a_file() {
    let mut reader = process(env!("CARGO_BIN_EXE_paragraf"), &["worker"], Duration::from_secs(60));
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/scans/arbetsutskott.pdf");
    let file = reader.open(Path::new(path)).unwrap();
    assert!(reader.page(&file, 1).unwrap().page.text.contains('§'));
    assert!(matches!(reader.page(&file, 99), Err(Error::Input(_))));
    assert!(matches!(reader.open(Path::new("/no/such/file")), Err(Error::Input(_))));
}
