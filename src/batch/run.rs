//! A run: pages of many files, read by as many readers as there are jobs.

use super::{InputFile, PageRanges};
use crate::correct::{self, Lexicon};
use crate::emit::{SourceInfo, wire};
use crate::error::{Error, Result, Warning, WarningCode};
use crate::ocr::ReadPage;
use crate::page::{OcrPage, PageStatus, TextSource};
use crate::pipeline;
use crate::reader::{FileInfo, PageReader};
use serde::Serialize;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

/// What a run does beyond reading.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Readers at work at the same time.
    pub jobs: usize,
    pub pages: PageRanges,
    pub correct: correct::Options,
    /// Of every setting that can change the output.
    pub configuration_sha256: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FileStatus {
    Complete,
    /// Something of it was lost; a warning says what.
    Partial,
    /// It could not be read at all.
    Failed,
}

/// What became of a file.
pub struct FileOutcome {
    /// Its place among the files of the run, from 0.
    pub idx: usize,
    pub name: String,
    /// None where it could not be opened.
    pub file: Option<FileInfo>,
    pub status: FileStatus,
    pub documents: Vec<wire::Document>,
    pub n_read: u32,
    pub n_lost: u32,
    /// From its opening to its last page, with what other files took in between.
    pub seconds: f64,
    /// Why it failed.
    pub reason: Option<String>,
    pub is_engine_missing: bool,
}

impl FileOutcome {
    pub fn n_warnings(&self) -> usize {
        self.documents.iter().map(|document| document.warnings.len()).sum()
    }
}

/// What a person who waits would like to know.
pub enum Event<'a> {
    Opened { n_pages: usize },
    Page { is_lost: bool },
    Done(&'a FileOutcome),
}

/// Reads all files. Outcomes are handed to `done` as they come, from several threads, in no order.
///
/// `done` tells whether the run shall go on; once it does not, files in hand are dropped.
pub fn run(
    files: &[InputFile],
    settings: &Settings,
    lexicon: &Lexicon,
    make_reader: &(dyn Fn() -> Box<dyn PageReader> + Sync),
    progress: &(dyn Fn(Event<'_>) + Sync),
    done: &(dyn Fn(FileOutcome) -> bool + Sync),
) {
    let board = Board { state: Mutex::new(State::default()), changed: Condvar::new(), n_files: files.len() };
    let finish = |open: OpenFile| {
        let outcome = outcome(open, files, settings, lexicon);
        progress(Event::Done(&outcome));
        if !done(outcome) {
            board.lock().is_stopped = true;
            board.changed.notify_all();
        }
    };
    // Reading waits for workers; what follows it is computed here, on a pool of its own, while they go on.
    rayon::in_place_scope(|pool| {
        std::thread::scope(|threads| {
            for _ in 0..settings.jobs.max(1) {
                threads.spawn(|| {
                    let mut reader = make_reader();
                    while let Some(task) = board.next() {
                        let finished = match task {
                            Task::Open { file_idx } => {
                                let begun = Instant::now();
                                let opened = reader.open(&files[file_idx].path);
                                let n_pages = opened.as_ref().map_or(0, |file| settings.pages.of(file.n_pages).len());
                                progress(Event::Opened { n_pages });
                                board.opened(OpenFile::new(file_idx, opened, begun, &settings.pages))
                            }
                            Task::Page { file_idx, slot, number, file } => {
                                let page = read_with_retry(reader.as_mut(), &file, number);
                                progress(Event::Page { is_lost: page.read.is_err() });
                                board.page_read(file_idx, slot, page)
                            }
                        };
                        if let Some(open) = finished {
                            let finish = &finish;
                            pool.spawn(move |_| finish(open));
                        }
                    }
                });
            }
        });
    });
}

/// A page as it was read, or why it was lost, and whether a second try was needed.
struct PageResult {
    read: Result<ReadPage>,
    first_failure: Option<String>,
}

/// A page whose engine failed is tried once more: its process may have died of something else.
fn read_with_retry(reader: &mut dyn PageReader, file: &FileInfo, number: u32) -> PageResult {
    match reader.page(file, number) {
        Err(Error::Engine(reason)) => PageResult { read: reader.page(file, number), first_failure: Some(reason) },
        read => PageResult { read, first_failure: None },
    }
}

struct OpenFile {
    file_idx: usize,
    opened: Result<FileInfo>,
    begun: Instant,
    numbers: Vec<u32>,
    results: Vec<Option<PageResult>>,
    n_given: usize,
    n_done: usize,
}

impl OpenFile {
    fn new(file_idx: usize, opened: Result<FileInfo>, begun: Instant, pages: &PageRanges) -> Self {
        let numbers = opened.as_ref().map_or_else(|_| Vec::new(), |file| pages.of(file.n_pages));
        let results = numbers.iter().map(|_| None).collect();
        OpenFile { file_idx, opened, begun, numbers, results, n_given: 0, n_done: 0 }
    }
}

enum Task {
    Open { file_idx: usize },
    Page { file_idx: usize, slot: usize, number: u32, file: FileInfo },
}

#[derive(Default)]
struct State {
    next_file: usize,
    n_opening: usize,
    open: Vec<OpenFile>,
    is_stopped: bool,
}

/// Who does what next.
struct Board {
    state: Mutex<State>,
    changed: Condvar,
    n_files: usize,
}

impl Board {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Pages of open files come first, the oldest file's before others; a new file is opened when there are none.
    fn next(&self) -> Option<Task> {
        let mut state = self.lock();
        loop {
            if state.is_stopped {
                return None;
            }
            let waiting = state.open.iter_mut().find(|open| open.n_given < open.numbers.len());
            if let Some(open) = waiting
                && let Ok(file) = &open.opened
            {
                let slot = open.n_given;
                open.n_given += 1;
                return Some(Task::Page {
                    file_idx: open.file_idx,
                    slot,
                    number: open.numbers[slot],
                    file: file.clone(),
                });
            }
            if state.next_file < self.n_files {
                let file_idx = state.next_file;
                state.next_file += 1;
                state.n_opening += 1;
                return Some(Task::Open { file_idx });
            }
            if state.n_opening == 0 {
                // Pages in hand are others'; no more will come.
                return None;
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Takes an opened file; gives it back at once where no page of it is to be read.
    fn opened(&self, open: OpenFile) -> Option<OpenFile> {
        let mut state = self.lock();
        state.n_opening -= 1;
        let finished = if open.numbers.is_empty() {
            Some(open)
        } else {
            state.open.push(open);
            None
        };
        self.changed.notify_all();
        finished
    }

    /// Takes a page; gives its file back when it was the last.
    fn page_read(&self, file_idx: usize, slot: usize, page: PageResult) -> Option<OpenFile> {
        let mut state = self.lock();
        let at = state.open.iter().position(|open| open.file_idx == file_idx)?;
        let open = &mut state.open[at];
        open.results[slot] = Some(page);
        open.n_done += 1;
        (open.n_done == open.numbers.len()).then(|| state.open.remove(at))
    }
}

/// The documents of a file whose pages are read, or why there are none.
fn outcome(open: OpenFile, files: &[InputFile], settings: &Settings, lexicon: &Lexicon) -> FileOutcome {
    let mut outcome = FileOutcome {
        idx: open.file_idx,
        name: files[open.file_idx].name.clone(),
        file: None,
        status: FileStatus::Failed,
        documents: Vec::new(),
        n_read: 0,
        n_lost: 0,
        seconds: open.begun.elapsed().as_secs_f64(),
        reason: None,
        is_engine_missing: false,
    };
    let file = match open.opened {
        Ok(file) => file,
        Err(error) => {
            outcome.is_engine_missing = matches!(error, Error::EngineMissing { .. });
            outcome.reason = Some(without_path(error));
            return outcome;
        }
    };
    if open.numbers.is_empty() {
        outcome.reason = Some(format!("none of the wanted pages is among its {}", file.n_pages));
        outcome.file = Some(file);
        return outcome;
    }
    let mut pages = Vec::with_capacity(open.numbers.len());
    let mut warnings = Vec::new();
    for (number, result) in open.numbers.iter().copied().zip(open.results) {
        let result = result
            .unwrap_or_else(|| PageResult { read: Err(Error::Engine("it was not read".into())), first_failure: None });
        let warning = |code, message| Warning { code, message, page: Some(number), bbox: None };
        match result.read {
            Ok(read) => {
                if let Some(reason) = result.first_failure {
                    let message = format!("page {number} was read at the second try; at the first: {reason}");
                    warnings.push(warning(WarningCode::PageRetried, message));
                }
                outcome.n_read += 1;
                pages.push(read);
            }
            Err(error) => {
                outcome.is_engine_missing |= matches!(error, Error::EngineMissing { .. });
                let reason = without_path(error);
                outcome.reason.get_or_insert_with(|| format!("page {number}: {reason}"));
                warnings.push(warning(WarningCode::PageLost, format!("page {number} was lost: {reason}")));
                outcome.n_lost += 1;
                let page = OcrPage::empty(number, PageStatus::Lost, TextSource::Ocr);
                pages.push(ReadPage { page, engine: None, rejected_layer: None });
            }
        }
    }
    if outcome.n_read > 0 {
        let source = SourceInfo {
            file: outcome.name.clone(),
            sha256: file.sha256.clone(),
            bytes: file.bytes,
            media_type: file.media_type.as_str().to_owned(),
            pages: file.n_pages,
        };
        let configuration = &settings.configuration_sha256;
        outcome.documents = pipeline::documents(lexicon, &settings.correct, &source, configuration, pages, warnings);
        outcome.status = if outcome.n_lost == 0 { FileStatus::Complete } else { FileStatus::Partial };
    }
    outcome.file = Some(file);
    outcome
}

/// The file is named before the reason already.
fn without_path(error: Error) -> String {
    match error {
        Error::Io { source, .. } => format!("it cannot be read: {source}"),
        error => error.to_string(),
    }
}
