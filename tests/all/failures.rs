//! Engines that fail: a page lost is a page named, and the run goes on.

use image::{GrayImage, Luma};
use paragraf::batch::{self, Ending, FileOutcome, FileStatus, InputFile, PageRanges, Settings};
use paragraf::correct::{self, Lexicon};
use paragraf::emit::wire;
use paragraf::error::{Error, Result};
use paragraf::input::{LayerPolicy, RawWord};
use paragraf::ocr::failing::{FailingEngine, Failure};
use paragraf::ocr::{EngineInfo, LazyEngine, OcrEngine, ReadPage};
use paragraf::page::BBox;
use paragraf::reader::local::LocalReader;
use paragraf::reader::process::{ProcessReader, ProcessSettings};
use paragraf::reader::{Crop, Effort, FileInfo, PageReader, ReaderSettings, Stop};
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
    InputFile::new(path, name)
}

fn run(files: &[InputFile], jobs: usize, make_reader: &(dyn Fn() -> Box<dyn PageReader> + Sync)) -> Vec<FileOutcome> {
    let settings = Settings {
        jobs,
        pages: PageRanges::default(),
        correct: correct::Options::default(),
        configuration_sha256: "0".repeat(64),
        reading_sha256: String::new(),
        kept: None,
        overrides: None,
        max_failures: None,
        stop: Stop::default(),
    };
    let outcomes = Mutex::new(Vec::new());
    let ending = batch::run(files, &settings, &Lexicon::builtin(), make_reader, &|_| {}, &|outcome| {
        outcomes.lock().unwrap().push(outcome.clone());
        true
    });
    assert_eq!(ending, Ending::Finished);
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
            fn page(&mut self, file: &FileInfo, number: u32, effort: Effort) -> Result<ReadPage> {
                match self.1.fetch_add(1, Ordering::Relaxed) {
                    0 => self.0.page(file, number, effort),
                    _ => Err(Error::Engine("it failed".into())),
                }
            }
            fn crops(&mut self, file: &FileInfo, crop: &Crop) -> Result<Vec<Vec<u8>>> {
                self.0.crops(file, crop)
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
            Ok(vec![RawWord { text: "Protokoll".into(), bbox, confidence: 0.95, line: 0, face: None }])
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
        reader: ReaderSettings::new("sv-latin", LayerPolicy::Auto),
        page_timeout: timeout,
        stop: Stop::default(),
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
    assert!(reader.page(&file, 1, Effort::Full).unwrap().page.text.contains('§'));
    assert!(matches!(reader.page(&file, 99, Effort::Full), Err(Error::Input(_))));
    assert!(matches!(reader.open(Path::new("/no/such/file")), Err(Error::Input(_))));
}

#[test]
fn a_breakdown_is_the_failure_of_its_file() {
    let dir = tempfile::tempdir().unwrap();
    let files = [tiff(dir.path(), "a.tif", 2), tiff(dir.path(), "b.tif", 2), tiff(dir.path(), "c.tif", 1)];
    /// Breaks down as code does that was wrong about its data, on the second file's pages.
    struct BreaksDown(LocalReader);
    impl PageReader for BreaksDown {
        fn open(&mut self, path: &Path) -> Result<FileInfo> {
            self.0.open(path)
        }
        fn page(&mut self, file: &FileInfo, number: u32, effort: Effort) -> Result<ReadPage> {
            let mut read = self.0.page(file, number, effort)?;
            match (file.path.ends_with("b.tif"), number) {
                (true, 1) => panic!("Anna Berg"),
                // A span beyond the text, which no sound reader makes: what follows the reading has to bear it.
                (true, _) => {
                    let bbox = BBox::new(0, 0, 9, 9);
                    let span = paragraf::text::Span::new(7, 99);
                    read.page.words = vec![paragraf::page::Word { span, bbox, confidence: 0.9, face: None }];
                    read.page.lines = vec![paragraf::page::Line { span, words: (0, 40), bbox, row: 0 }];
                    read.page.status = paragraf::page::PageStatus::Read;
                    Ok(read)
                }
                _ => Ok(read),
            }
        }
        fn crops(&mut self, file: &FileInfo, crop: &Crop) -> Result<Vec<Vec<u8>>> {
            self.0.crops(file, crop)
        }
    }
    let reader = || -> Box<dyn PageReader> {
        let engine = LazyEngine::new(|| Ok(Box::new(FailingEngine::new(Failure::Error, u32::MAX)) as Box<_>));
        Box::new(BreaksDown(LocalReader::new(engine, LayerPolicy::Auto)))
    };
    let outcomes = run(&files, 2, &reader);
    assert_eq!([outcomes[0].status, outcomes[2].status], [FileStatus::Complete; 2]);
    let reason = outcomes[1].reason.as_deref().unwrap();
    assert!(reason.contains("broke down on it at") && !reason.contains("Anna"), "{reason}");
    assert_ne!(outcomes[1].status, FileStatus::Complete);
}

#[test]
fn a_breakdown_of_the_output_is_told_once_more() {
    let dir = tempfile::tempdir().unwrap();
    let files = [tiff(dir.path(), "a.tif", 1), tiff(dir.path(), "b.tif", 1)];
    let settings = Settings {
        jobs: 1,
        pages: PageRanges::default(),
        correct: correct::Options::default(),
        configuration_sha256: String::new(),
        reading_sha256: String::new(),
        kept: None,
        overrides: None,
        max_failures: None,
        stop: Stop::default(),
    };
    let reader = || -> Box<dyn PageReader> {
        let engine = LazyEngine::new(|| Ok(Box::new(FailingEngine::new(Failure::Error, u32::MAX)) as Box<_>));
        Box::new(LocalReader::new(engine, LayerPolicy::Auto))
    };
    let told = Mutex::new(Vec::new());
    let ending = batch::run(&files, &settings, &Lexicon::builtin(), &reader, &|_| {}, &|outcome| {
        assert!(outcome.name != "a.tif" || outcome.status == FileStatus::Failed, "Anna Berg");
        told.lock().unwrap().push((outcome.name.clone(), outcome.status));
        true
    });
    assert_eq!(ending, Ending::Finished);
    let mut told = told.into_inner().unwrap();
    told.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(told, [("a.tif".to_owned(), FileStatus::Failed), ("b.tif".to_owned(), FileStatus::Complete)]);
}

#[test]
fn pages_in_hand_are_dropped_when_a_stop_is_urgent() {
    let dir = tempfile::tempdir().unwrap();
    let file = tiff(dir.path(), "a.tif", 1);
    let stop = Stop::with_grace(Duration::from_millis(300));
    let settings = ProcessSettings {
        program: PathBuf::from("sh"),
        arguments: vec!["-c".into(), "sleep 30".into()],
        reader: ReaderSettings::new("sv-latin", LayerPolicy::Auto),
        page_timeout: Duration::from_secs(60),
        stop: stop.clone(),
    };
    stop.want();
    let begun = std::time::Instant::now();
    assert!(matches!(ProcessReader::new(settings).open(&file.path), Err(Error::Stopped)));
    assert!(begun.elapsed() < Duration::from_secs(5));
}
