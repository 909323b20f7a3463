//! `paragraf extract`

use super::export;
use crate::cli::args::{Edition, ExtractArguments, JoinHow, RecogniseWhich, RedoWhich, Written};
use crate::cli::exit::Exit;
use crate::cli::log::{Level, Log};
use crate::cli::output::{complain, print};
use crate::cli::progress::{Progress, duration};
use crate::cli::settings::{self, Reading};
use crate::cli::signals::Signals;
use paragraf::batch::record::{self, EngineRecord, How, LexiconRecord, RunRecord, Totals};
use paragraf::batch::{
    self, Editions, Ending, FileOutcome, InputFile, KeptPages, Recognise, Redo, Settings, Store, Wanted, resume,
};
use paragraf::correct::Lexicon;
use paragraf::emit;
use paragraf::error::{Error, Result};
use paragraf::export::Output;
use paragraf::ocr::engine::TESSERACT_ALONE;
use paragraf::reader::{Effort, Stop, joined};
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

pub fn run(arguments: ExtractArguments) -> Result<Exit> {
    check(&arguments)?;
    let log = Log::new(&arguments.log);
    match extract(&arguments, &log) {
        Err(error) if !log.is_for_people() => {
            log.note(Level::Error, "error", &error.to_string());
            Ok(Exit::of(&error))
        }
        done => done,
    }
}

fn check(arguments: &ExtractArguments) -> Result<()> {
    if arguments.format == Written::Json && arguments.output.is_none() && !arguments.dry_run {
        return Err(Error::Usage("--output DIR is missing".into()));
    }
    let is_folder = arguments.format == Written::Json && arguments.output.is_some();
    for (edition, name, is_given) in
        [(Edition::Text, "--text", arguments.text), (Edition::Masked, "--mask", arguments.mask.is_some())]
    {
        if is_given && arguments.without.contains(&edition) {
            return Err(Error::Usage(format!("{name} and --without say opposite things; leave one out")));
        }
    }
    for (name, is_given) in [
        ("--text", arguments.text),
        ("--mask", arguments.mask.is_some()),
        ("--without", !arguments.without.is_empty()),
        ("--also", !arguments.also.is_empty()),
        ("--recognise", arguments.recognise != RecogniseWhich::Changed),
    ] {
        if is_given && !is_folder && !arguments.dry_run {
            return Err(Error::Usage(format!("{name} needs --output DIR and --format json")));
        }
    }
    Ok(())
}

fn extract(arguments: &ExtractArguments, log: &Log) -> Result<Exit> {
    let mut reading = settings::reading(&arguments.reading, &arguments.pages.to_string())?;
    let join = arguments.join.map(JoinHow::join);
    if let Some(join) = join {
        settings::set(&mut reading, "join", join.as_str());
    }
    let plan = batch::plan(&arguments.inputs, arguments.output.as_deref(), join)?;
    for note in &plan.notes {
        log.note(Level::Warning, "note", note);
    }
    if plan.n_left_out > 0 {
        let what = "files of systems (Thumbs.db, .DS_Store, ._*, …) and hidden folders are left out";
        log.note(Level::Debug, "left_out", &format!("{} {what}", plan.n_left_out));
    }
    if plan.files.is_empty() {
        return Err(Error::Usage("no file is among the inputs".into()));
    }
    if reading.engine == TESSERACT_ALONE {
        let model = &arguments.reading.model;
        let note = format!("only Tesseract itself computes the model {model}: slower, and without the lexicon's help");
        log.note(Level::Warning, "note", &note);
    }
    if arguments.dry_run {
        return dry_run(&plan.files, arguments, &reading);
    }
    let stop = Stop::default();
    let signals = Signals::watch(&stop);
    reading.process.stop = stop.clone();
    match (arguments.format, &arguments.output) {
        (Written::Json, Some(folder)) => into_folder(folder, plan.files, arguments, &reading, (&stop, &signals), log),
        _ => as_lines(&plan.files, arguments, &reading, (&stop, &signals), log),
    }
}

fn recognise(arguments: &ExtractArguments) -> Recognise {
    match arguments.recognise {
        RecogniseWhich::Changed => Recognise::Changed,
        RecogniseWhich::Missing => Recognise::Missing,
        RecogniseWhich::All => Recognise::All,
    }
}

fn run_settings(arguments: &ExtractArguments, reading: &Reading, stop: &Stop) -> Settings {
    let folder = arguments.output.as_ref().filter(|_| arguments.format == Written::Json);
    Settings {
        jobs: reading.jobs,
        pages: arguments.pages.clone(),
        correct: reading.correct.clone(),
        configuration_sha256: reading.configuration_sha256.clone(),
        reading_sha256: reading.reading_sha256.clone(),
        kept: folder.map(|folder| KeptPages { run_folder: folder.clone(), recognise: recognise(arguments) }),
        overrides: arguments.output.clone(),
        max_failures: arguments.max_failures,
        stop: stop.clone(),
    }
}

/// Fills a run folder, or goes on with it.
fn into_folder(
    folder: &std::path::Path,
    mut files: Vec<InputFile>,
    arguments: &ExtractArguments,
    reading: &Reading,
    (stop, signals): (&Stop, &Signals),
    log: &Log,
) -> Result<Exit> {
    let run_id = record::new_id();
    let wanted = Editions { text: arguments.text, masked: arguments.mask.is_some() };
    let is_without = |edition| arguments.without.contains(&edition);
    let without = Editions { text: is_without(Edition::Text), masked: is_without(Edition::Masked) };
    let store = Store::open(folder, wanted, without, &run_id)?;
    for (name, is_wanted, is_written) in
        [("text", wanted.text, store.editions.text), ("masked", wanted.masked, store.editions.masked)]
    {
        if is_written && !is_wanted {
            let note = format!("{name}/ is there from an earlier run and is written on; --without {name} lets it go");
            log.note(Level::Info, "note", &note);
        }
    }
    if !store.tells_case() {
        refuse_alike(&mut files);
    }
    if let Some((file, line)) = resume::collision(&files, &store.before) {
        return Err(Error::Usage(format!(
            "documents/{}.json is already that of {}, not of {}; give another --output, or name a folder above both",
            file.name,
            line.path.display(),
            file.path.display()
        )));
    }
    // A folder that cannot be written is told before hours of reading.
    let also_to = arguments.also_to.clone().unwrap_or_else(|| export::beside(folder));
    if !arguments.also.is_empty() {
        Output::open(&also_to, folder)?;
    }
    let todo = still_to_do(folder, &files, &store, arguments, reading, stop, log);
    let lexicon = &reading.lexicon;
    let mut run = run_record(run_id, arguments, reading, lexicon);
    run.all_runs = RunRecord::load(folder).map(|before| before.all_runs).unwrap_or_default();
    store.write_run(&run)?;

    let progress = Progress::new(todo.len(), log);
    let totals = Mutex::new(Totals::default());
    let is_engine_missing = Mutex::new(false);
    let failure: Mutex<Option<Error>> = Mutex::new(None);
    let begun = Instant::now();
    let settings = run_settings(arguments, reading, stop);
    let take = |outcome: &FileOutcome| match store.write(outcome) {
        Ok(status) => {
            if status != outcome.status {
                log.note(Level::Warning, "file", &format!("{}: failed: its output cannot be written", outcome.name));
            }
            lock(&totals).count(status, outcome.documents.len(), (outcome.n_read, outcome.n_lost));
            *lock(&is_engine_missing) |= outcome.is_engine_missing;
            true
        }
        Err(error) => {
            lock(&failure).get_or_insert(error);
            false
        }
    };
    let ending = batch::run(&todo, &settings, lexicon, &|| reading.reader(), &|event| progress.see(&event), &take);
    progress.summary();

    let failure = lock(&failure).take();
    let how = match (&failure, ending) {
        (Some(_), _) => How::OutputFailed,
        (None, Ending::Finished) => How::Finished,
        (None, Ending::Stopped) => How::Stopped,
        (None, Ending::TooManyFailures { .. }) => How::TooManyFailures,
    };
    run.end(how, begun.elapsed().as_secs_f64(), std::mem::take(&mut *lock(&totals)));
    // On a full disk these may fail as well; what matters is written already.
    let written = store.tidy(files.iter().map(|file| file.name.as_str())).and_then(|manifest| {
        run.totals = Totals::of(&manifest);
        store.write_run(&run)
    });
    let again = "run the same command again to go on";
    if let Some(error) = failure {
        return Err(Error::Input(format!(
            "the run was ended, since the output cannot be written: {error}; then {again}"
        )));
    }
    written?;
    if !store.before.lines.is_empty() {
        let Totals { files, complete, partial, failed, skipped, .. } = run.totals;
        let message = format!(
            "in the folder now: {files} files, {complete} complete, {partial} partial, {failed} failed, {skipped} skipped"
        );
        log.event(Level::Info, "totals", &message, json!(run.totals));
    }
    let is_engine_missing = *lock(&is_engine_missing);
    Ok(match (ending, signals.exit()) {
        (Ending::Stopped, signal) => {
            let n_left = todo.len() - run.this_run.files;
            let message = format!("stopped with {n_left} files left; {again}");
            log.event(Level::Error, "stopped", &message, json!({"files_left": n_left}));
            signal.unwrap_or(Exit::Interrupted)
        }
        (Ending::TooManyFailures { n_failed, n_done }, _) => {
            too_many(n_failed, n_done, again, log);
            Exit::Incomplete
        }
        (Ending::Finished, _) => {
            let exit = exit(&run.totals, is_engine_missing);
            exit.max(also(folder, &also_to, arguments, reading.jobs, (stop, signals), log))
        }
    })
}

/// Writes the forms that were asked for beside the documents.
fn also(
    folder: &std::path::Path,
    to: &std::path::Path,
    arguments: &ExtractArguments,
    jobs: usize,
    (stop, signals): (&Stop, &Signals),
    log: &Log,
) -> Exit {
    if arguments.also.is_empty() {
        return Exit::Complete;
    }
    let run = paragraf::export::Run::open(folder, false, None);
    let wanted = export::Wanted { formats: &arguments.also, organisation: None, jobs };
    let written = run.and_then(|run| export::write_with(&run, to, &wanted, (stop, signals), log));
    written.unwrap_or_else(|error| {
        log.note(Level::Error, "error", &format!("the run is whole, its export is not: {error}"));
        Exit::of(&error)
    })
}

fn too_many(n_failed: usize, n_done: usize, again: &str, log: &Log) {
    let message = format!("ended: {n_failed} of {n_done} files failed, more than --max-failures allows; {again}");
    log.event(Level::Error, "too_many_failures", &message, json!({"failed": n_failed, "files": n_done}));
}

/// On a disk that does not tell upper from lower case, one output would overwrite the other.
fn refuse_alike(files: &mut [InputFile]) {
    for (first, second) in batch::plan::alike(files) {
        let other = files[first].name.clone();
        files[second].problem = Some(format!(
            "the output folder's disk does not tell its name from that of {other}, whose output it would overwrite; \
             rename it"
        ));
    }
}

fn still_to_do(
    folder: &std::path::Path,
    files: &[InputFile],
    store: &Store,
    arguments: &ExtractArguments,
    reading: &Reading,
    stop: &Stop,
    log: &Log,
) -> Vec<InputFile> {
    let wanted = Wanted {
        configuration_sha256: reading.configuration_sha256.clone(),
        redo: match arguments.redo {
            _ if recognise(arguments) == Recognise::All => Redo::All,
            RedoWhich::Failed => Redo::Failed,
            RedoWhich::Partial => Redo::Partial,
            RedoWhich::All => Redo::All,
        },
        reading_sha256: (recognise(arguments) != Recognise::Missing).then(|| reading.reading_sha256.clone()),
        with: store.editions.kinds(),
    };
    if store.before.lines.len() > 1000 {
        log.note(Level::Info, "resume", &format!("comparing {} files with what is done", files.len()));
    }
    let why = resume::select(folder, files, &store.before, &wanted, stop);
    let n_done = why.iter().filter(|why| why.is_none()).count();
    if !store.before.lines.is_empty() {
        let mut reasons: BTreeMap<resume::Why, usize> = BTreeMap::new();
        why.iter().flatten().for_each(|why| *reasons.entry(*why).or_default() += 1);
        let reasons: Vec<String> = reasons.iter().map(|(why, n)| format!("{n} {}", why.as_str())).collect();
        let rest =
            if reasons.is_empty() { "nothing is left".to_owned() } else { format!("to do: {}", reasons.join(", ")) };
        let message = format!("{n_done} of {} files are done already; {rest}", files.len());
        log.event(Level::Info, "resume", &message, json!({"done": n_done, "files": files.len()}));
    }
    files.iter().zip(&why).filter(|(_, why)| why.is_some()).map(|(file, _)| file.clone()).collect()
}

fn run_record(id: String, arguments: &ExtractArguments, reading: &Reading, lexicon: &Lexicon) -> RunRecord {
    let absolute = |path: &std::path::PathBuf| std::path::absolute(path).unwrap_or_else(|_| path.clone());
    RunRecord {
        id,
        name: "paragraf".to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        inputs: arguments.inputs.iter().map(absolute).collect(),
        configuration: reading.configuration.clone(),
        configuration_sha256: reading.configuration_sha256.clone(),
        engine: EngineRecord {
            name: reading.engine.to_owned(),
            version: settings::engine_version(),
            model: arguments.reading.model.clone(),
            model_sha256: reading.model_sha256.clone(),
        },
        lexicon: LexiconRecord { version: lexicon.version().to_owned(), sha256: lexicon.sha256().to_owned() },
        jobs: reading.jobs,
        start: record::now(),
        ..RunRecord::default()
    }
}

/// Writes documents to standard output, a line each.
fn as_lines(
    files: &[InputFile],
    arguments: &ExtractArguments,
    reading: &Reading,
    (stop, signals): (&Stop, &Signals),
    log: &Log,
) -> Result<Exit> {
    let progress = Progress::new(files.len(), log);
    let (lines, totals) = (Mutex::new(Lines::default()), Mutex::new(Totals::default()));
    let is_engine_missing = Mutex::new(false);
    let failure: Mutex<Option<Error>> = Mutex::new(None);
    let settings = run_settings(arguments, reading, stop);
    let take = |outcome: &FileOutcome| {
        lock(&totals).count(outcome.status, outcome.documents.len(), (outcome.n_read, outcome.n_lost));
        *lock(&is_engine_missing) |= outcome.is_engine_missing;
        let goes_on = lock(&lines).take(outcome);
        goes_on.map_err(|error| lock(&failure).get_or_insert(error).to_string()).is_ok()
    };
    let ending =
        batch::run(files, &settings, &reading.lexicon, &|| reading.reader(), &|event| progress.see(&event), &take);
    progress.summary();
    if let Some(error) = lock(&failure).take() {
        return Err(error);
    }
    let totals = std::mem::take(&mut *lock(&totals));
    let is_engine_missing = *lock(&is_engine_missing);
    Ok(match ending {
        Ending::Stopped => signals.exit().unwrap_or(Exit::Interrupted),
        Ending::TooManyFailures { n_failed, n_done } => {
            too_many(n_failed, n_done, "mend what is wrong and run again", log);
            Exit::Incomplete
        }
        Ending::Finished => exit(&totals, is_engine_missing),
    })
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn exit(totals: &Totals, is_engine_missing: bool) -> Exit {
    match totals {
        _ if is_engine_missing => Exit::EngineMissing,
        Totals { partial: 0, failed: 0, .. } => Exit::Complete,
        _ => Exit::Incomplete,
    }
}

/// Lines of JSON, kept until those of the files before them are out.
#[derive(Default)]
struct Lines {
    next: usize,
    waiting: BTreeMap<usize, Vec<String>>,
}

impl Lines {
    fn take(&mut self, outcome: &FileOutcome) -> Result<()> {
        self.waiting.insert(outcome.idx, outcome.documents.iter().map(emit::to_json_line).collect());
        while let Some(documents) = self.waiting.remove(&self.next) {
            for document in documents {
                print(&document)?;
            }
            self.next += 1;
        }
        Ok(())
    }
}

/// Counts files and pages, and reads a few pages to tell how long the rest would take.
fn dry_run(files: &[InputFile], arguments: &ExtractArguments, reading: &Reading) -> Result<Exit> {
    const MOST_SAMPLES: usize = 4;
    for file in files.iter().filter(|file| !file.parts.is_empty()) {
        print(&format!("{}: {} files\n", file.name, file.parts.len()))?;
    }
    let mut reader = reading.reader();
    let (mut n_pages, mut n_unreadable, mut samples) = (0usize, 0usize, Vec::new());
    let opening = Instant::now();
    let mut sampling = Duration::ZERO;
    // Samples are taken from files spread over the whole.
    let sample_every = files.len().div_ceil(MOST_SAMPLES);
    for (idx, file) in files.iter().enumerate() {
        let opened = match &file.problem {
            Some(problem) => Err(Error::Input(problem.clone())),
            None => file.open(reader.as_mut()),
        };
        match opened {
            Ok(info) => {
                let numbers = arguments.pages.of(info.n_pages);
                n_pages += numbers.len();
                let Some(&number) = numbers.get(numbers.len() / 2).filter(|_| idx % sample_every == 0) else {
                    continue;
                };
                let begun = Instant::now();
                let read = joined::page(reader.as_mut(), &info, number, Effort::Full);
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
