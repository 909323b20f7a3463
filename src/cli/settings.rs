//! From arguments to checked settings: the model is looked for, hashes are taken.

use super::args::{CorrectionArguments, DictionaryArguments, ReadingArguments};
use paragraf::correct::lexicon::{BadLine, UserDictionary};
use paragraf::correct::{self, Lexicon};
use paragraf::error::{Error, Result};
use paragraf::input::LayerPolicy;
use paragraf::ocr::model::{Model, hex};
use paragraf::reader::process::{ProcessReader, ProcessSettings};
use paragraf::reader::{PageReader, ReaderSettings};
use sha2::{Digest, Sha256};
use std::io::Read;
use std::path::Path;
use std::time::Duration;

pub struct Reading {
    pub process: ProcessSettings,
    pub jobs: usize,
    pub correct: correct::Options,
    /// The built-in lexicon and the user's dictionaries.
    pub lexicon: Lexicon,
    /// Of all that can change the output; numbers of jobs and time limits do not.
    pub configuration_sha256: String,
}

pub fn reading(arguments: &ReadingArguments, pages: &str) -> Result<Reading> {
    let layer_policy = if arguments.force_ocr { LayerPolicy::Never } else { LayerPolicy::Auto };
    let program = std::env::current_exe().map_err(|error| Error::io("paragraf", error))?;
    let correct = correction(&arguments.correction);
    // The model's bytes decide, not the name by which it was found. One that is missing is only an
    // error when a page needs it.
    let model = Model::find(&arguments.model).map(|model| model.info().sha256).unwrap_or_default();
    let lexicon = lexicon(&arguments.correction.dictionaries)?;
    let user = lexicon.user().map_or(String::new(), |user| format!("dictionaries {}\n", user.sha256()));
    let configuration = format!(
        "paragraf {}\nmodel {model}\nlayer {layer_policy:?}\npages {pages}\nconfidence {}\n{user}",
        env!("CARGO_PKG_VERSION"),
        correct.confidence
    );
    Ok(Reading {
        process: ProcessSettings {
            program,
            arguments: vec!["worker".into()],
            reader: ReaderSettings { model: arguments.model.clone(), layer_policy },
            page_timeout: Duration::from_secs(arguments.page_timeout),
        },
        jobs: arguments.jobs.map_or_else(all_cores, usize::from),
        correct,
        lexicon,
        configuration_sha256: hex(&Sha256::digest(configuration)),
    })
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
            let text = dictionary(path)?;
            add(&mut user, &text).map_err(|bad| Error::Usage(format!("{}, {bad}", path.display())))?;
        }
    }
    Ok(Lexicon::builtin().with_user(&user))
}

/// No list of words is larger; a larger file was named by mistake.
const MAX_DICTIONARY: u64 = 64 << 20;

fn dictionary(path: &Path) -> Result<String> {
    let wrong = |what: &str| Error::Usage(format!("{}: {what}", path.display()));
    let file = std::fs::File::open(path).map_err(|error| wrong(&format!("the dictionary cannot be read: {error}")))?;
    let mut bytes = Vec::new();
    file.take(MAX_DICTIONARY + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| wrong(&format!("the dictionary cannot be read: {error}")))?;
    if bytes.len() as u64 > MAX_DICTIONARY {
        return Err(wrong("the dictionary is larger than 64 MiB; a list of words is meant, one a line"));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
        wrong(&format!("line {line} is not UTF-8; convert the dictionary first, for example with iconv"))
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
