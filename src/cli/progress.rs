//! What a person sees while a run goes on: a bar on a terminal, a line now and then elsewhere.

use super::log::{Level, Log, one_line};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use paragraf::batch::{Event, FileOutcome, FileStatus};
use paragraf::emit::wire::WarningCode;
use serde_json::json;
use std::io::IsTerminal;
use std::sync::Mutex;
use std::time::{Duration, Instant};

#[derive(Default)]
struct Counts {
    n_files_done: usize,
    n_opened: usize,
    n_pages_known: usize,
    n_pages: usize,
    n_lost: usize,
    /// Read by earlier runs.
    n_kept: usize,
    n_complete: usize,
    n_partial: usize,
    n_failed: usize,
    n_skipped: usize,
    n_warnings: usize,
    last_line: Option<Instant>,
}

pub struct Progress<'a> {
    n_files: usize,
    begun: Instant,
    log: &'a Log,
    counts: Mutex<Counts>,
}

/// How often a line is written where there is no terminal.
const LINE_EVERY: Duration = Duration::from_secs(30);

impl<'a> Progress<'a> {
    pub fn new(n_files: usize, log: &'a Log) -> Self {
        if log.is_for_people() && log.says(Level::Info) && std::io::stderr().is_terminal() {
            let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr_with_hz(5));
            if let Ok(style) = ProgressStyle::with_template("{spinner} [{elapsed_precise}] [{bar:30}] {msg}") {
                bar.set_style(style.progress_chars("=> "));
            }
            bar.enable_steady_tick(Duration::from_millis(250));
            log.set_bar(bar);
        }
        Progress { n_files, begun: Instant::now(), log, counts: Mutex::new(Counts::default()) }
    }

    pub fn see(&self, event: &Event<'_>) {
        let mut counts = self.counts.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        match event {
            Event::Opened { n_pages, n_kept } => {
                counts.n_opened += 1;
                counts.n_pages += n_kept;
                counts.n_kept += n_kept;
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
                    FileStatus::Skipped => counts.n_skipped += 1,
                }
                self.tell(outcome);
            }
        }
        if let Some(bar) = self.log.bar() {
            bar.set_length(counts.n_pages_known as u64 + self.unknown_pages(&counts) as u64);
            bar.set_position(counts.n_pages as u64);
            bar.set_message(self.message(&counts));
        } else if self.begun.elapsed() > LINE_EVERY && counts.last_line.is_none_or(|last| last.elapsed() > LINE_EVERY) {
            counts.last_line = Some(Instant::now());
            let facts = json!({
                "files": counts.n_files_done,
                "files_in_all": self.n_files,
                "pages": counts.n_pages,
                "pages_lost": counts.n_lost,
                "seconds": self.begun.elapsed().as_secs_f64().round(),
            });
            self.log.event(Level::Info, "progress", &self.message(&counts), facts);
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
        let n_items: usize = outcome.documents.iter().map(|document| document.items.len()).sum();
        let (level, message) = match outcome.status {
            FileStatus::Failed => (Level::Warning, format!("{name}: failed: {reason}")),
            FileStatus::Skipped => (Level::Info, format!("{name}: skipped: {reason}")),
            FileStatus::Partial => {
                (Level::Warning, format!("{name}: partial, {} pages lost; {reason}", outcome.n_lost))
            }
            FileStatus::Complete => {
                let n_warnings = outcome.n_warnings();
                let message =
                    format!("{name}: complete, {} pages, {n_items} items, {n_warnings} warnings", outcome.n_read);
                (Level::Debug, message)
            }
        };
        let facts = json!({
            "input": outcome.name,
            "status": outcome.status,
            "pages_read": outcome.n_read,
            "pages_lost": outcome.n_lost,
            "items": n_items,
            "warnings": outcome.n_warnings(),
            "seconds": (outcome.seconds * 1000.0).round() / 1000.0,
            "reason": outcome.reason,
        });
        self.log.event(level, "file", &message, facts);
        let conflicts = outcome.documents.iter().flat_map(|document| &document.warnings);
        for warning in conflicts.filter(|warning| warning.code == WarningCode::OverrideConflict) {
            let message = format!("{name}: {}", one_line(&warning.message));
            self.log.event(Level::Warning, "override", &message, json!({"input": outcome.name, "page": warning.page}));
        }
    }

    /// The last word on a run.
    pub fn summary(&self) {
        if let Some(bar) = self.log.bar() {
            bar.finish_and_clear();
        }
        let counts = self.counts.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let seconds = self.begun.elapsed().as_secs_f64();
        let kept = match counts.n_kept {
            0 => String::new(),
            n_kept => format!(", {n_kept} read earlier"),
        };
        let message = format!(
            "{} complete, {} partial, {} failed, {} skipped; {} pages ({} lost{}), {} warnings; {:.2} s a page, {} in all",
            counts.n_complete,
            counts.n_partial,
            counts.n_failed,
            counts.n_skipped,
            counts.n_pages,
            counts.n_lost,
            kept,
            counts.n_warnings,
            seconds / counts.n_pages.max(1) as f64,
            duration(self.begun.elapsed())
        );
        let facts = json!({
            "complete": counts.n_complete,
            "partial": counts.n_partial,
            "failed": counts.n_failed,
            "skipped": counts.n_skipped,
            "pages": counts.n_pages,
            "pages_lost": counts.n_lost,
            "pages_read_earlier": counts.n_kept,
            "warnings": counts.n_warnings,
            "seconds": (seconds * 1000.0).round() / 1000.0,
        });
        self.log.event(Level::Info, "summary", &message, facts);
    }
}

/// Counts inputs while a form is written, on a terminal.
pub struct Bar(Option<ProgressBar>);

impl Bar {
    pub fn new(n_files: usize, name: &str, log: &Log) -> Bar {
        let is_seen = log.is_for_people() && log.says(Level::Info) && std::io::stderr().is_terminal();
        Bar(is_seen.then(|| {
            let bar = ProgressBar::with_draw_target(Some(n_files as u64), ProgressDrawTarget::stderr_with_hz(5));
            if let Ok(style) =
                ProgressStyle::with_template("{msg} [{elapsed_precise}] [{bar:30}] {pos} of {len}, {eta} left")
            {
                bar.set_style(style.progress_chars("=> "));
            }
            bar.with_message(name.to_owned())
        }))
    }

    pub fn step(&self) {
        if let Some(bar) = &self.0 {
            bar.inc(1);
        }
    }

    pub fn finish(&self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}

pub fn duration(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, 0, s) => format!("{s} s"),
        (0, m, s) => format!("{m} min {s} s"),
        (h, m, _) => format!("{h} h {m} min"),
    }
}
