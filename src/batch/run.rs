//! A run: pages of many files, read by as many readers as there are jobs.

use super::input::InputFile;
use super::kept::{self, KeptFile, KeptPage, KeptPages};
use super::manifest::{FileStatus, PartRecord};
use super::outcome::FileOutcome;
use super::pages::PageRanges;
use crate::correct::{self, Lexicon};
use crate::emit::{SourceInfo, SourcePart};
use crate::error::{Error, Result, Warning, WarningCode};
use crate::guard::{broke_down, guarded, safely};
use crate::hash;
use crate::input::TextEncoding;
use crate::ocr::ReadPage;
use crate::overrides::{self, Overrides};
use crate::page::{OcrPage, PageStatus, TextSource};
use crate::pipeline::{self, ReadFile};
use crate::reader::{Effort, FileInfo, PageReader, Part, Stop, joined};
use std::path::PathBuf;
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
    /// Of all that decides what is read off a page.
    pub reading_sha256: String,
    /// Pages that need not be read again, in a run folder; what is read is handed over to be kept there.
    pub kept: Option<KeptPages>,
    /// Where people's decisions about documents lie: a run folder.
    pub overrides: Option<PathBuf>,
    pub max_failures: Option<MaxFailures>,
    pub stop: Stop,
}

/// How many failed files a run bears.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum MaxFailures {
    Files(usize),
    /// Of those done so far, once there are some.
    Percent(f64),
}

impl MaxFailures {
    /// Shares of fewer files tell nothing.
    const FEWEST: usize = 20;

    pub fn is_exceeded(self, n_failed: usize, n_done: usize) -> bool {
        match self {
            MaxFailures::Files(most) => n_failed > most,
            MaxFailures::Percent(most) => n_done >= Self::FEWEST && n_failed as f64 * 100.0 > most * n_done as f64,
        }
    }
}

impl std::str::FromStr for MaxFailures {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let wrong = || Error::Usage(format!("'{text}' is no number of files; write for example 100 or 5%"));
        match text.strip_suffix('%') {
            Some(share) => match share.trim().parse::<f64>() {
                Ok(share) if (0.0..=100.0).contains(&share) => Ok(MaxFailures::Percent(share)),
                _ => Err(wrong()),
            },
            None => text.parse().map(MaxFailures::Files).map_err(|_| wrong()),
        }
    }
}

/// How a run ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ending {
    Finished,
    /// Before its end, because a stop was wanted or `done` wanted no more.
    Stopped,
    TooManyFailures {
        n_failed: usize,
        n_done: usize,
    },
}

/// What a person who waits would like to know.
pub enum Event<'a> {
    /// Some of its pages may be known from an earlier run.
    Opened {
        n_pages: usize,
        n_kept: usize,
    },
    Page {
        is_lost: bool,
    },
    Done(&'a FileOutcome),
}

/// Reads all files. Outcomes are handed to `done` as they come, from several threads, in no order.
///
/// `done` tells whether the run shall go on; once it does not, files in hand are dropped. Whatever happens
/// to one file, a panic included, is that file's failure and no other's.
pub fn run(
    files: &[InputFile],
    settings: &Settings,
    lexicon: &Lexicon,
    make_reader: &(dyn Fn() -> Box<dyn PageReader> + Sync),
    progress: &(dyn Fn(Event<'_>) + Sync),
    done: &(dyn Fn(&FileOutcome) -> bool + Sync),
) -> Ending {
    let board = Board {
        state: Mutex::new(State::default()),
        changed: Condvar::new(),
        n_files: files.len(),
        stop: settings.stop.clone(),
        max_failures: settings.max_failures,
    };
    let finish = |open: OpenFile| {
        let blank = open.blank_outcome(files, settings);
        let breakdown = |place: String| blank.clone().failed(broke_down(&place));
        let mut outcome = guarded(|| outcome(open, blank.clone(), settings, lexicon)).unwrap_or_else(breakdown);
        let goes_on = guarded(|| done(&outcome)).unwrap_or_else(|place| {
            // Its output could not be made: that it failed is still to be told.
            outcome = breakdown(place);
            guarded(|| done(&outcome)).unwrap_or(true)
        });
        progress(Event::Done(&outcome));
        board.finished(outcome.status, goes_on);
    };
    // A reader's thread waits for its worker, and makes the documents of the file whose last page it read while that
    // worker waits for it: no more is computed at a time than there are jobs.
    std::thread::scope(|threads| {
        for _ in 0..settings.jobs.max(1) {
            threads.spawn(|| {
                let mut reader = make_reader();
                while let Some(task) = board.next() {
                    let read = match task {
                        Task::Open { file_idx } => {
                            let begun = Instant::now();
                            let kept = find_kept(settings, &files[file_idx]);
                            let opened = match &kept {
                                Some(kept) if kept.has_all(&settings.pages) => Ok(kept.info.clone()),
                                _ => open_with_retry(reader.as_mut(), &files[file_idx]),
                            };
                            let mut open = OpenFile::new(file_idx, opened, begun, &settings.pages);
                            open.take_kept(kept);
                            progress(Event::Opened { n_pages: open.numbers.len(), n_kept: open.n_done });
                            board.opened(open)
                        }
                        Task::Page { file_idx, slot, number, file } => {
                            let page = read_with_retry(reader.as_mut(), &file, number);
                            if !matches!(page.read, Err(Error::Stopped)) {
                                progress(Event::Page { is_lost: page.read.is_err() });
                            }
                            board.page_read(file_idx, slot, page)
                        }
                    };
                    if let Some(open) = read {
                        finish(open);
                    }
                }
            });
        }
    });
    board.ending()
}

fn find_kept(settings: &Settings, file: &InputFile) -> Option<KeptFile> {
    let kept = settings.kept.as_ref()?;
    guarded(|| kept.find(file, &settings.reading_sha256)).ok().flatten()
}

/// A page as it was read, or why it was lost, and whether a second try was needed.
struct PageResult {
    read: Result<ReadPage>,
    first_failure: Option<String>,
    /// Which reading gave it, where it was kept from an earlier run.
    kept_from: Option<String>,
}

/// A page whose engine failed is tried once more, plainly: its process may have died of what was tried on it.
fn read_with_retry(reader: &mut dyn PageReader, file: &FileInfo, number: u32) -> PageResult {
    let mut read = |effort| {
        let mut read = safely(|| joined::page(reader, file, number, effort))?;
        read.page.shrink_to_fit();
        Ok(read)
    };
    match read(Effort::Full) {
        Err(Error::Engine(reason)) => {
            PageResult { read: read(Effort::Plain), first_failure: Some(reason), kept_from: None }
        }
        read => PageResult { read, first_failure: None, kept_from: None },
    }
}

/// A worker may have died of the file before: a file is opened twice before it is given up.
fn open_with_retry(reader: &mut dyn PageReader, file: &InputFile) -> Result<FileInfo> {
    if let Some(problem) = file.problem.as_ref().or(file.skipped.as_ref()) {
        return Err(Error::Input(problem.clone()));
    }
    let mut open = || safely(|| file.open(reader));
    match open() {
        Err(Error::Engine(_)) => open(),
        opened => opened,
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
    /// Pages from an earlier run that are not wanted now; they stay known.
    kept_beside: Vec<KeptPage>,
}

impl OpenFile {
    fn new(file_idx: usize, opened: Result<FileInfo>, begun: Instant, pages: &PageRanges) -> Self {
        let numbers = opened.as_ref().map_or_else(|_| Vec::new(), |file| pages.of(file.n_pages));
        let results = numbers.iter().map(|_| None).collect();
        OpenFile { file_idx, opened, begun, numbers, results, n_given: 0, n_done: 0, kept_beside: Vec::new() }
    }

    /// Pages that were read before need not be read.
    fn take_kept(&mut self, kept: Option<KeptFile>) {
        for KeptPage { reading_sha256, first_failure, read } in kept.into_iter().flat_map(|kept| kept.pages) {
            let slot = self.numbers.binary_search(&read.page.number).ok();
            match slot.and_then(|slot| self.results.get_mut(slot)) {
                Some(result) => {
                    self.n_done += usize::from(result.is_none());
                    *result = Some(PageResult { read: Ok(read), first_failure, kept_from: Some(reading_sha256) });
                }
                None => self.kept_beside.push(KeptPage { reading_sha256, first_failure, read }),
            }
        }
    }

    /// The next page that is to be read.
    fn next(&mut self) -> Option<usize> {
        while self.results.get(self.n_given).is_some_and(Option::is_some) {
            self.n_given += 1;
        }
        (self.n_given < self.numbers.len()).then_some(self.n_given)
    }

    /// What is known of it before anything is made of its pages.
    fn blank_outcome(&self, files: &[InputFile], settings: &Settings) -> FileOutcome {
        let InputFile { path, name, skipped, .. } = &files[self.file_idx];
        let file = self.opened.as_ref().ok();
        // A file that no reader can open has its hash all the same.
        let hash = || files[self.file_idx].hash().ok();
        let (bytes, sha256) = file.map(|file| (file.bytes, file.sha256.clone())).or_else(hash).unzip();
        FileOutcome {
            idx: self.file_idx,
            name: name.clone(),
            path: std::path::absolute(path).unwrap_or_else(|_| path.clone()),
            bytes,
            sha256,
            encoding: file.and_then(|file| file.encoding).map(|how| how.encoding),
            status: if skipped.is_some() { FileStatus::Skipped } else { FileStatus::Failed },
            documents: Vec::new(),
            kept: None,
            reading_sha256: None,
            n_read: 0,
            n_lost: 0,
            configuration_sha256: settings.configuration_sha256.clone(),
            overrides_sha256: None,
            seconds: self.begun.elapsed().as_secs_f64(),
            reason: None,
            is_engine_missing: false,
            parts: parts_of(&files[self.file_idx], file),
        }
    }
}

/// What a joined file is joined of; the hashes are those that were read.
fn parts_of(input: &InputFile, opened: Option<&FileInfo>) -> Vec<PartRecord> {
    let known = |at: usize| opened.and_then(|file| file.parts.get(at)).map(|part| &part.file);
    let record = |(at, part): (usize, &InputFile)| {
        let hash = || hash::of_file(&part.path).ok();
        let (bytes, sha256) = known(at).map(|file| (file.bytes, file.sha256.clone())).or_else(hash).unzip();
        PartRecord {
            input: part.name.clone(),
            path: std::path::absolute(&part.path).unwrap_or_else(|_| part.path.clone()),
            bytes,
            sha256: sha256.filter(|sha256| !sha256.is_empty()),
            pages: known(at).map(|file| file.n_pages),
        }
    };
    input.parts.iter().enumerate().map(record).collect()
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
    n_done: usize,
    n_failed: usize,
    is_stopped: bool,
}

/// Who does what next.
struct Board {
    state: Mutex<State>,
    changed: Condvar,
    n_files: usize,
    stop: Stop,
    max_failures: Option<MaxFailures>,
}

impl Board {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Pages of open files come first, the oldest file's before others; a new file is opened when there are none.
    fn next(&self) -> Option<Task> {
        let mut state = self.lock();
        loop {
            if state.is_stopped || self.stop.is_wanted() {
                return None;
            }
            let waiting = state.open.iter_mut().find_map(|open| Some((open.next()?, open)));
            if let Some((slot, open)) = waiting
                && let Ok(file) = &open.opened
            {
                open.n_given = slot + 1;
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
            if state.next_file >= self.n_files && state.n_opening == 0 {
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
        let finished = match open.opened {
            Err(Error::Stopped) => None,
            _ if open.n_done == open.numbers.len() => Some(open),
            _ => {
                state.open.push(open);
                None
            }
        };
        self.changed.notify_all();
        finished
    }

    /// Takes a page; gives its file back when it was the last. A file whose page was dropped is dropped.
    fn page_read(&self, file_idx: usize, slot: usize, page: PageResult) -> Option<OpenFile> {
        let mut state = self.lock();
        let at = state.open.iter().position(|open| open.file_idx == file_idx)?;
        if matches!(page.read, Err(Error::Stopped)) {
            state.open.remove(at);
            return None;
        }
        let open = &mut state.open[at];
        open.results[slot] = Some(page);
        open.n_done += 1;
        if open.n_done < open.numbers.len() {
            return None;
        }
        Some(state.open.remove(at))
    }

    fn finished(&self, status: FileStatus, goes_on: bool) {
        let mut state = self.lock();
        state.n_done += 1;
        state.n_failed += usize::from(status == FileStatus::Failed);
        let is_too_many = self.max_failures.is_some_and(|most| most.is_exceeded(state.n_failed, state.n_done));
        state.is_stopped |= !goes_on || is_too_many;
        self.changed.notify_all();
    }

    fn ending(self) -> Ending {
        let state = self.state.into_inner().unwrap_or_else(PoisonError::into_inner);
        let (n_failed, n_done) = (state.n_failed, state.n_done);
        match self.max_failures {
            Some(most) if most.is_exceeded(n_failed, n_done) => Ending::TooManyFailures { n_failed, n_done },
            _ if n_done == self.n_files => Ending::Finished,
            _ => Ending::Stopped,
        }
    }
}

/// The documents of a file whose pages are read, or why there are none.
fn outcome(open: OpenFile, mut outcome: FileOutcome, settings: &Settings, lexicon: &Lexicon) -> FileOutcome {
    let file = match open.opened {
        Ok(file) => file,
        Err(error) if outcome.status == FileStatus::Skipped => {
            return FileOutcome { reason: Some(without_path(error)), ..outcome };
        }
        Err(error) => {
            outcome.is_engine_missing = matches!(error, Error::EngineMissing { .. });
            return outcome.failed(without_path(error));
        }
    };
    if open.numbers.is_empty() {
        return outcome.failed(format!("none of the wanted pages is among its {}", file.n_pages));
    }
    let mut pages = Vec::with_capacity(open.numbers.len());
    let mut warnings = Vec::from_iter(file.encoding.filter(|how| !how.is_sure).map(uncertain));
    for (number, result) in open.numbers.iter().copied().zip(open.results) {
        let result = result.unwrap_or_else(|| PageResult {
            read: Err(Error::Engine("it was not read".into())),
            first_failure: None,
            kept_from: None,
        });
        let warning = |code, message| Warning { code, message, page: Some(number), bbox: None };
        match result.read {
            Ok(read) => {
                if let Some(reason) = &result.first_failure {
                    let message = format!("page {number} was read at the second try, plainly; at the first: {reason}");
                    warnings.push(warning(WarningCode::PageRetried, message));
                }
                outcome.n_read += 1;
                let reading_sha256 = result.kept_from.unwrap_or_else(|| settings.reading_sha256.clone());
                pages.push(KeptPage { reading_sha256, first_failure: result.first_failure, read });
            }
            Err(error) => {
                outcome.is_engine_missing |= matches!(error, Error::EngineMissing { .. });
                let reason = without_path(error);
                outcome.reason.get_or_insert_with(|| format!("page {number}: {reason}"));
                warnings.push(warning(WarningCode::PageLost, format!("page {number} was lost: {reason}")));
                outcome.n_lost += 1;
                let page = OcrPage::empty(number, PageStatus::Lost, TextSource::Ocr);
                let read = ReadPage { page, engine: None, rejected_layer: None, from_picture: Vec::new() };
                pages.push(KeptPage { reading_sha256: String::new(), first_failure: None, read });
            }
        }
    }
    if outcome.n_read > 0 {
        outcome.reading_sha256 = kept::reading_sha256(&pages);
        if settings.kept.is_some() {
            outcome.kept = kept::to_bytes(&file, pages.iter().chain(&open.kept_beside)).ok();
        }
        let pages = pages.into_iter().map(|page| page.read).collect();
        let source = SourceInfo {
            file: outcome.name.clone(),
            sha256: file.sha256.clone(),
            bytes: file.bytes,
            media_type: file.media_type.as_str().to_owned(),
            encoding: file.encoding.map(|how| how.encoding.to_string()),
            pages: file.n_pages,
            parts: source_parts(&outcome.parts, &file),
        };
        let overrides = match &settings.overrides {
            Some(folder) => overrides::load(folder, &outcome.name),
            None => Overrides::default(),
        };
        outcome.overrides_sha256 = overrides.sha256.clone();
        let configuration_sha256 = settings.configuration_sha256.clone();
        let read = ReadFile { source, configuration_sha256, pages, warnings, overrides };
        outcome.documents = pipeline::documents(lexicon, &settings.correct, read);
        outcome.status = if outcome.n_lost == 0 { FileStatus::Complete } else { FileStatus::Partial };
    }
    outcome
}

/// Read anew with another encoding, the text may say something else.
fn uncertain(how: TextEncoding) -> Warning {
    let message = format!("the text was read as {}, which is not sure; --encoding NAME decides", how.encoding);
    Warning { code: WarningCode::EncodingUncertain, message, page: None, bbox: None }
}

fn source_parts(records: &[PartRecord], file: &FileInfo) -> Vec<SourcePart> {
    let mut before = 0;
    let part = |(record, part): (&PartRecord, &Part)| {
        let page_first = before + 1;
        before += part.file.n_pages;
        SourcePart {
            file: record.input.clone(),
            sha256: part.file.sha256.clone(),
            bytes: part.file.bytes,
            page_first,
            page_last: before,
        }
    };
    records.iter().zip(&file.parts).map(part).collect()
}

/// The file is named before the reason already. On one line, whatever a decoder says.
fn without_path(error: Error) -> String {
    let reason = match error {
        Error::Io { source, .. } => format!("it cannot be read: {source}"),
        error => error.to_string(),
    };
    reason.split_whitespace().collect::<Vec<_>>().join(" ")
}
