//! What a person sees while a run goes on: a bar on a terminal, a line now and then elsewhere.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use paragraf::batch::{Event, FileOutcome, FileStatus};
use std::io::{IsTerminal, Write};
use std::sync::Mutex;
use std::time::{Duration, Instant};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Loudness {
    Quiet,
    Normal,
    Verbose,
}

#[derive(Default)]
struct Counts {
    n_files_done: usize,
    n_opened: usize,
    n_pages_known: usize,
    n_pages: usize,
    n_lost: usize,
    n_complete: usize,
    n_partial: usize,
    n_failed: usize,
    n_warnings: usize,
    last_line: Option<Instant>,
}

pub struct Progress {
    n_files: usize,
    begun: Instant,
    loudness: Loudness,
    bar: Option<ProgressBar>,
    counts: Mutex<Counts>,
}

/// How often a line is written where there is no terminal.
const LINE_EVERY: Duration = Duration::from_secs(30);

impl Progress {
    pub fn new(n_files: usize, loudness: Loudness) -> Self {
        let is_shown = loudness != Loudness::Quiet && std::io::stderr().is_terminal();
        let bar = is_shown.then(|| {
            let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr_with_hz(5));
            if let Ok(style) = ProgressStyle::with_template("{spinner} [{elapsed_precise}] [{bar:30}] {msg}") {
                bar.set_style(style.progress_chars("=> "));
            }
            bar.enable_steady_tick(Duration::from_millis(250));
            bar
        });
        Progress { n_files, begun: Instant::now(), loudness, bar, counts: Mutex::new(Counts::default()) }
    }

    pub fn see(&self, event: &Event<'_>) {
        let mut counts = self.counts.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        match event {
            Event::Opened { n_pages } => {
                counts.n_opened += 1;
                counts.n_pages_known += n_pages;
            }
            Event::Page { is_lost } => {
                counts.n_pages += 1;
                counts.n_lost += usize::from(*is_lost);
            }
            Event::Done(outcome) => {
                counts.n_files_done += 1;
                counts.n_warnings += outcome.n_warnings();
                match outcome.status {
                    FileStatus::Complete => counts.n_complete += 1,
                    FileStatus::Partial => counts.n_partial += 1,
                    FileStatus::Failed => counts.n_failed += 1,
                }
                self.tell(outcome);
            }
        }
        let message = self.message(&counts);
        if let Some(bar) = &self.bar {
            bar.set_length(counts.n_pages_known as u64 + self.unknown_pages(&counts) as u64);
            bar.set_position(counts.n_pages as u64);
            bar.set_message(message);
        } else if self.loudness != Loudness::Quiet
            && self.begun.elapsed() > LINE_EVERY
            && counts.last_line.is_none_or(|last| last.elapsed() > LINE_EVERY)
        {
            counts.last_line = Some(Instant::now());
            self.line(&message);
        }
    }

    /// Pages of files that are not opened yet, if they are like those that are.
    fn unknown_pages(&self, counts: &Counts) -> usize {
        match counts.n_opened {
            0 => self.n_files,
            n_opened => (self.n_files - n_opened.min(self.n_files)) * counts.n_pages_known / n_opened,
        }
    }

    fn message(&self, counts: &Counts) -> String {
        let minutes = self.begun.elapsed().as_secs_f64() / 60.0;
        let per_minute = counts.n_pages as f64 / minutes.max(1e-9);
        let left = counts.n_pages_known + self.unknown_pages(counts) - counts.n_pages.min(counts.n_pages_known);
        let left = match counts.n_pages {
            0 => "?".to_owned(),
            _ => duration(Duration::from_secs_f64((left as f64 / per_minute.max(1e-9) * 60.0).min(1e8))),
        };
        let failures = counts.n_failed + counts.n_partial;
        format!(
            "{} of {} documents, {} pages, {per_minute:.0} pages/min, {left} left, {failures} partial or failed",
            counts.n_files_done, self.n_files, counts.n_pages
        )
    }

    /// Names a file that went wrong, or every file where that was asked for.
    fn tell(&self, outcome: &FileOutcome) {
        let name = one_line(&outcome.name);
        let reason = one_line(outcome.reason.as_deref().unwrap_or("no reason is known"));
        match outcome.status {
            FileStatus::Failed => self.line(&format!("{name}: failed: {reason}")),
            FileStatus::Partial => self.line(&format!("{name}: partial, {} pages lost; {reason}", outcome.n_lost)),
            FileStatus::Complete if self.loudness == Loudness::Verbose => {
                let n_items: usize = outcome.documents.iter().map(|document| document.items.len()).sum();
                self.line(&format!(
                    "{name}: complete, {} pages, {n_items} items, {} warnings",
                    outcome.n_read,
                    outcome.n_warnings()
                ));
            }
            FileStatus::Complete => {}
        }
    }

    fn line(&self, text: &str) {
        let write = || {
            let _ = writeln!(std::io::stderr(), "{text}");
        };
        match &self.bar {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }

    /// The last word on a run.
    pub fn summary(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
        if self.loudness == Loudness::Quiet {
            return;
        }
        let counts = self.counts.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let seconds = self.begun.elapsed().as_secs_f64();
        self.line(&format!(
            "{} complete, {} partial, {} failed; {} pages ({} lost), {} warnings; {:.2} s a page, {} in all",
            counts.n_complete,
            counts.n_partial,
            counts.n_failed,
            counts.n_pages,
            counts.n_lost,
            counts.n_warnings,
            seconds / counts.n_pages.max(1) as f64,
            duration(self.begun.elapsed())
        ));
    }
}

/// A file's name may hold line breaks; a message may not.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

pub fn duration(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, 0, s) => format!("{s} s"),
        (0, m, s) => format!("{m} min {s} s"),
        (h, m, _) => format!("{h} h {m} min"),
    }
}
