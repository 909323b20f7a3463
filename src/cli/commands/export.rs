//! `paragraf export`

use crate::cli::args::ExportArguments;
use crate::cli::exit::Exit;
use crate::cli::log::{Level, Log, one_line};
use crate::cli::progress::Bar;
use crate::cli::signals::Signals;
use paragraf::error::{Error, Result};
use paragraf::export::{self, Format, Job, Output, Run, Summary};
use paragraf::reader::Stop;
use serde_json::json;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Instant;

pub fn run(arguments: &ExportArguments) -> Result<Exit> {
    let log = Log::new(&arguments.log);
    let stop = Stop::default();
    let signals = Signals::watch(&stop);
    let run = Run::open(&arguments.folder, arguments.masked, arguments.inputs.as_deref())?;
    let folder = arguments.output.clone().unwrap_or_else(|| beside(&arguments.folder));
    let jobs = arguments.jobs.map_or(0, usize::from);
    let wanted = Wanted { formats: &arguments.to, organisation: arguments.organisation.as_deref(), jobs };
    write_with(&run, &folder, &wanted, (&stop, &signals), &log)
}

/// What is to be written, and how.
pub struct Wanted<'w> {
    pub formats: &'w [Format],
    /// Whose records they are, for the forms that say so.
    pub organisation: Option<&'w str>,
    /// Threads; 0 is one for each core.
    pub jobs: usize,
}

/// Writes the forms one after the other.
pub fn write_with(
    run: &Run,
    folder: &Path,
    wanted: &Wanted<'_>,
    (stop, signals): (&Stop, &Signals),
    log: &Log,
) -> Result<Exit> {
    let threads = rayon::ThreadPoolBuilder::new().num_threads(wanted.jobs).build();
    let threads = threads.map_err(|error| Error::Engine(error.to_string()))?;
    match threads.install(|| write(run, folder, wanted, stop, log)) {
        Err(Error::Stopped) => {
            log.note(Level::Error, "stopped", "stopped; run the same command again");
            Ok(signals.exit().unwrap_or(Exit::Interrupted))
        }
        exit => exit,
    }
}

/// Where an export goes that nobody named a folder for: beside the run folder.
pub fn beside(run_folder: &Path) -> PathBuf {
    let mut name: OsString = run_folder.components().as_path().as_os_str().to_owned();
    name.push("-export");
    name.into()
}

fn write(run: &Run, folder: &Path, wanted: &Wanted<'_>, stop: &Stop, log: &Log) -> Result<Exit> {
    let out = Output::open(folder, run.folder())?;
    let mut exit = Exit::Complete;
    let organisation = wanted.organisation;
    for &format in wanted.formats {
        let begun = Instant::now();
        let bar = Bar::new(run.places().len(), format.as_str(), log);
        let summary = export::export(&Job { run, out: &out, organisation, stop, done: &|| bar.step() }, format)?;
        bar.finish();
        if !summary.failed.is_empty() {
            exit = Exit::Incomplete;
        }
        tell(format, folder, &summary, begun, log);
    }
    Ok(exit)
}

fn tell(format: Format, folder: &Path, summary: &Summary, begun: Instant, log: &Log) {
    let seconds = begun.elapsed().as_secs_f64();
    for (what, level, told) in [("failed: ", Level::Warning, &summary.failed), ("", Level::Info, &summary.notes)] {
        for (input, reason) in told {
            let message = format!("{}: {}: {what}{}", format.as_str(), one_line(input), one_line(reason));
            log.event(level, "export_file", &message, json!({"format": format.as_str(), "input": input}));
        }
    }
    let written: Vec<String> = summary.written.iter().map(|name| folder.join(name).display().to_string()).collect();
    let failed = match summary.failed.len() {
        0 => String::new(),
        n_failed => format!(", {n_failed} files failed"),
    };
    let message = format!(
        "{}: {} documents{failed} in {seconds:.1} s: {}",
        format.as_str(),
        summary.n_documents,
        written.join(", ")
    );
    let facts = json!({
        "format": format.as_str(),
        "documents": summary.n_documents,
        "failed": summary.failed.len(),
        "written": summary.written,
        "seconds": (seconds * 1000.0).round() / 1000.0,
    });
    log.event(Level::Info, "export", &message, facts);
}
