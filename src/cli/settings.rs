//! From arguments to checked settings: the model is looked for, hashes are taken.

use super::args::{CorrectionArguments, DictionaryArguments, ReadingArguments};
use paragraf::correct::lexicon::{BadLine, UserDictionary};
use paragraf::correct::{self, Lexicon};
use paragraf::error::{Error, Result};
use paragraf::hash::hex;
use paragraf::input::{Encoding, LayerPolicy};
use paragraf::ocr::engine::TESSERACT;
use paragraf::ocr::model::{DEFAULT_MODEL, Model};
use paragraf::reader::process::{ProcessReader, ProcessSettings};
use paragraf::reader::{PageReader, ReaderSettings, Stop};
use paragraf::segment::UserForms;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

pub struct Reading {
    pub process: ProcessSettings,
    pub jobs: usize,
    pub correct: correct::Options,
    /// The built-in lexicon and the user's dictionaries.
    pub lexicon: Lexicon,
    /// All that can change the output; numbers of jobs, time and memory limits do not.
    pub configuration: BTreeMap<String, String>,
    pub configuration_sha256: String,
    /// Of all that decides what is read off a page.
    pub reading_sha256: String,
    /// None where the model is missing, which is only an error when a page needs it.
    pub model_sha256: Option<String>,
    /// Who reads with the model.
    pub engine: &'static str,
}

/// Adds a setting that can change the documents.
pub fn set(reading: &mut Reading, key: &str, value: &str) {
    reading.configuration.insert(key.to_owned(), value.to_owned());
    reading.configuration_sha256 = digest(&reading.configuration);
}

fn digest(configuration: &BTreeMap<String, String>) -> String {
    let lines: String = configuration.iter().map(|(key, value)| format!("{key} {value}\n")).collect();
    hex(&Sha256::digest(lines))
}

pub fn reading(arguments: &ReadingArguments, pages: &str) -> Result<Reading> {
    let layer_policy = if arguments.force_ocr { LayerPolicy::Never } else { LayerPolicy::Auto };
    let correct = correction(&arguments.correction);
    // The model's bytes decide, not the name by which it was found.
    let model = Model::find(&arguments.model).ok();
    let model_sha256 = model.as_ref().map(|model| model.info().sha256);
    let engine = model.as_ref().map_or(TESSERACT, Model::engine);
    let lexicon = lexicon(&arguments.correction.dictionaries)?;
    let mut configuration = BTreeMap::new();
    let mut set = |key: &str, value: String| configuration.insert(key.to_owned(), value);
    set("paragraf", env!("CARGO_PKG_VERSION").to_owned());
    set(
        "engine",
        match (&arguments.test_engine, engine_version()) {
            (Some(_), _) => "test".to_owned(),
            (None, Some(version)) => format!("tesseract {version}"),
            (None, None) => "none".to_owned(),
        },
    );
    set("model", model_sha256.clone().unwrap_or_default());
    set("lexicon", lexicon.sha256().to_owned());
    if let Some(user) = lexicon.user() {
        set("dictionaries", user.sha256().to_owned());
    }
    if !arguments.forms.is_empty() {
        set("forms", forms(&arguments.forms)?);
    }
    set("text_layer", if arguments.force_ocr { "never" } else { "auto" }.to_owned());
    set("encoding", arguments.encoding.map_or("auto", Encoding::as_str).to_owned());
    set("pages", pages.to_owned());
    set("confidence", correct.confidence.to_string());
    let reader = ReaderSettings {
        test_engine: arguments.test_engine.clone(),
        memory_mib: Some(arguments.worker_memory),
        cache: arguments.cache.clone(),
        encoding: arguments.encoding,
        ..ReaderSettings::new(&*arguments.model, layer_policy)
    };
    let reading_sha256 = reader.reading_sha256(model_sha256.as_deref().unwrap_or_default());
    Ok(Reading {
        reading_sha256,
        process: process(reader, Duration::from_secs(arguments.page_timeout))?,
        jobs: arguments.jobs.map_or_else(all_cores, usize::from),
        correct,
        lexicon,
        configuration_sha256: digest(&configuration),
        configuration,
        model_sha256,
        engine,
    })
}

/// A reader that only cuts pictures out of pages.
pub fn picture_reader(page_timeout: Duration) -> Result<Box<dyn PageReader>> {
    let reader = ReaderSettings { memory_mib: Some(4096), ..ReaderSettings::new(DEFAULT_MODEL, LayerPolicy::Never) };
    Ok(Box::new(ProcessReader::new(process(reader, page_timeout)?)))
}

fn process(reader: ReaderSettings, page_timeout: Duration) -> Result<ProcessSettings> {
    let program = std::env::current_exe().map_err(|error| Error::io("paragraf", error))?;
    Ok(ProcessSettings { program, arguments: vec!["worker".into()], reader, page_timeout, stop: Stop::default() })
}

/// The version of Tesseract that is linked; none in a build without it.
pub fn engine_version() -> Option<String> {
    #[cfg(feature = "tesseract")]
    return Some(paragraf::ocr::tesseract::version());
    #[cfg(not(feature = "tesseract"))]
    return None;
}

pub fn correction(arguments: &CorrectionArguments) -> correct::Options {
    correct::Options { confidence: arguments.confidence }
}

/// The built-in lexicon with the words of the user's files.
pub fn lexicon(arguments: &DictionaryArguments) -> Result<Lexicon> {
    let mut user = UserDictionary::default();
    type Add = fn(&mut UserDictionary, &str) -> std::result::Result<(), BadLine>;
    for (paths, add) in [
        (&arguments.dictionary, UserDictionary::add_words as Add),
        (&arguments.never, UserDictionary::add_never as Add),
    ] {
        for path in paths {
            let text = list(path)?;
            add(&mut user, &text).map_err(|bad| Error::Usage(format!("{}, {bad}", path.display())))?;
        }
    }
    Ok(Lexicon::builtin().with_user(&user))
}

/// Lets the user's words of forms count, and gives their hash.
fn forms(paths: &[PathBuf]) -> Result<String> {
    let mut forms = UserForms::default();
    let mut hash = Sha256::new();
    for path in paths {
        let text = list(path)?;
        forms.read(&text).map_err(|bad| Error::Usage(format!("{}, {bad}", path.display())))?;
        hash.update(text);
    }
    forms.add().map_err(Error::Usage)?;
    Ok(hex(&hash.finalize()))
}

/// No list of words is larger; a larger file was named by mistake.
const MAX_DICTIONARY: u64 = 64 << 20;

fn list(path: &Path) -> Result<String> {
    let wrong = |what: &str| Error::Usage(format!("{}: {what}", path.display()));
    let file = std::fs::File::open(path).map_err(|error| wrong(&format!("the list cannot be read: {error}")))?;
    let mut bytes = Vec::new();
    file.take(MAX_DICTIONARY + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| wrong(&format!("the list cannot be read: {error}")))?;
    if bytes.len() as u64 > MAX_DICTIONARY {
        return Err(wrong("the list is larger than 64 MiB; a list of words is meant, one a line"));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
        wrong(&format!("line {line} is not UTF-8; convert the list first, for example with iconv"))
    })
}

impl Reading {
    pub fn reader(&self) -> Box<dyn PageReader> {
        Box::new(ProcessReader::new(self.process.clone()))
    }
}

fn all_cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}
