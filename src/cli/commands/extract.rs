//! `paragraf extract`

use crate::cli::args::{ExtractArguments, Format};
use crate::cli::exit::Exit;
use crate::cli::progress::{Loudness, Progress, duration};
use crate::cli::settings::{self, Reading};
use crate::cli::{complain, print};
use paragraf::batch::{self, FileOutcome, FileStatus, InputFile, Settings, Store};
use paragraf::emit;
use paragraf::error::{Error, Result};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

pub fn run(arguments: ExtractArguments) -> Result<Exit> {
    if arguments.format == Format::Json && arguments.output.is_none() && !arguments.dry_run {
        return Err(Error::Usage("--output DIR is missing".into()));
    }
    if arguments.text && arguments.output.is_none() {
        return Err(Error::Usage("--text needs --output DIR".into()));
    }
    let reading = settings::reading(&arguments.reading, &arguments.pages.to_string())?;
    let files = batch::plan(&arguments.inputs, arguments.output.as_deref())?;
    if files.is_empty() {
        return Err(Error::Usage("no PDF, PNG, JPEG, TIFF or text file is among the inputs".into()));
    }
    if arguments.dry_run {
        return dry_run(&files, &arguments, &reading);
    }
    let settings = Settings {
        jobs: reading.jobs,
        pages: arguments.pages.clone(),
        correct: reading.correct.clone(),
        configuration_sha256: reading.configuration_sha256.clone(),
    };
    let output = match (arguments.format, &arguments.output) {
        (Format::Json, Some(folder)) => Output::Folder(Store::create(folder, arguments.text)?),
        _ => Output::Lines(Mutex::new(Lines::default())),
    };
    let loudness = match (arguments.quiet, arguments.verbose) {
        (true, _) => Loudness::Quiet,
        (_, true) => Loudness::Verbose,
        _ => Loudness::Normal,
    };
    let progress = Progress::new(files.len(), loudness);
    let lexicon = &reading.lexicon;
    let tally = Mutex::new(Tally::default());
    let failure: Mutex<Option<Error>> = Mutex::new(None);
    let begun = Instant::now();
    batch::run(&files, &settings, lexicon, &|| reading.reader(), &|event| progress.see(&event), &|outcome| {
        lock(&tally).add(&outcome);
        match output.take(outcome) {
            Ok(goes_on) => goes_on,
            Err(error) => {
                lock(&failure).get_or_insert(error);
                false
            }
        }
    });
    progress.summary();
    if let Some(error) = lock(&failure).take() {
        return Err(error);
    }
    let tally = std::mem::take(&mut *lock(&tally));
    if let Output::Folder(store) = &output {
        store.write_run(&RunRecord {
            name: "paragraf",
            version: env!("CARGO_PKG_VERSION"),
            configuration_sha256: &settings.configuration_sha256,
            lexicon_sha256: lexicon.sha256(),
            seconds: (begun.elapsed().as_secs_f64() * 1000.0).round() / 1000.0,
            totals: &tally,
        })?;
    }
    Ok(tally.exit())
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// `run.json`
#[derive(Serialize)]
struct RunRecord<'a> {
    name: &'static str,
    version: &'static str,
    configuration_sha256: &'a str,
    lexicon_sha256: &'a str,
    seconds: f64,
    totals: &'a Tally,
}

#[derive(Default, Serialize)]
struct Tally {
    files: usize,
    complete: usize,
    partial: usize,
    failed: usize,
    documents: usize,
    pages_read: u32,
    pages_lost: u32,
    warnings: usize,
    #[serde(skip)]
    is_engine_missing: bool,
}

impl Tally {
    fn add(&mut self, outcome: &FileOutcome) {
        self.files += 1;
        match outcome.status {
            FileStatus::Complete => self.complete += 1,
            FileStatus::Partial => self.partial += 1,
            FileStatus::Failed => self.failed += 1,
        }
        self.documents += outcome.documents.len();
        self.pages_read += outcome.n_read;
        self.pages_lost += outcome.n_lost;
        self.warnings += outcome.n_warnings();
        self.is_engine_missing |= outcome.is_engine_missing;
    }

    fn exit(&self) -> Exit {
        match self {
            Tally { is_engine_missing: true, .. } => Exit::EngineMissing,
            Tally { partial: 0, failed: 0, .. } => Exit::Complete,
            _ => Exit::Incomplete,
        }
    }
}

enum Output {
    Folder(Store),
    Lines(Mutex<Lines>),
}

/// Lines of JSON, kept until those of the files before them are out.
#[derive(Default)]
struct Lines {
    next: usize,
    waiting: BTreeMap<usize, Vec<String>>,
}

impl Output {
    /// Whether there is someone to go on for.
    fn take(&self, outcome: FileOutcome) -> Result<bool> {
        match self {
            Output::Folder(store) => store.write(&outcome).map(|()| true),
            Output::Lines(lines) => {
                let mut lines = lock(lines);
                let documents = outcome.documents.iter().map(emit::to_json_line).collect();
                lines.waiting.insert(outcome.idx, documents);
                loop {
                    let next = lines.next;
                    let Some(documents) = lines.waiting.remove(&next) else {
                        return Ok(true);
                    };
                    for document in documents {
                        print(&document)?;
                        if !document.ends_with('\n') {
                            print("\n")?;
                        }
                    }
                    lines.next += 1;
                }
            }
        }
    }
}

/// Counts files and pages, and reads a few pages to tell how long the rest would take.
fn dry_run(files: &[InputFile], arguments: &ExtractArguments, reading: &Reading) -> Result<Exit> {
    const MOST_SAMPLES: usize = 4;
    let mut reader = reading.reader();
    let (mut n_pages, mut n_unreadable, mut samples) = (0usize, 0usize, Vec::new());
    let opening = Instant::now();
    let mut sampling = Duration::ZERO;
    // Samples are taken from files spread over the whole.
    let sample_every = files.len().div_ceil(MOST_SAMPLES);
    for (idx, file) in files.iter().enumerate() {
        match reader.open(&file.path) {
            Ok(info) => {
                let numbers = arguments.pages.of(info.n_pages);
                n_pages += numbers.len();
                let Some(&number) = numbers.get(numbers.len() / 2).filter(|_| idx % sample_every == 0) else {
                    continue;
                };
                let begun = Instant::now();
                let read = reader.page(&info, number);
                if read.is_ok() {
                    samples.push(begun.elapsed().as_secs_f64());
                }
                sampling += begun.elapsed();
            }
            Err(error) => {
                n_unreadable += 1;
                complain(&Error::Input(format!("{}: {error}", file.name)));
            }
        }
    }
    let opening = opening.elapsed().saturating_sub(sampling).as_secs_f64();
    let mut report = format!("{} files, {n_pages} pages", files.len());
    if n_unreadable > 0 {
        report += &format!(", {n_unreadable} files cannot be read");
    }
    if !samples.is_empty() {
        let a_page = samples.iter().sum::<f64>() / samples.len() as f64;
        let seconds = (opening + a_page * n_pages as f64) / reading.jobs as f64;
        report += &format!(
            "; about {} with {} jobs, from {} sample pages of {a_page:.2} s",
            duration(Duration::from_secs_f64(seconds)),
            reading.jobs,
            samples.len()
        );
    }
    print(&format!("{report}\n"))?;
    Ok(if n_unreadable > 0 { Exit::Incomplete } else { Exit::Complete })
}
