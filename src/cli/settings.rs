//! From arguments to checked settings: the model is looked for, hashes are taken.

use super::args::{CorrectionArguments, ReadingArguments};
use paragraf::correct;
use paragraf::error::{Error, Result};
use paragraf::input::LayerPolicy;
use paragraf::ocr::model::{Model, hex};
use paragraf::reader::process::{ProcessReader, ProcessSettings};
use paragraf::reader::{PageReader, ReaderSettings};
use sha2::{Digest, Sha256};
use std::time::Duration;

pub struct Reading {
    pub process: ProcessSettings,
    pub jobs: usize,
    pub correct: correct::Options,
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
    let configuration = format!(
        "paragraf {}\nmodel {model}\nlayer {layer_policy:?}\npages {pages}\nconfidence {}\n",
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
        configuration_sha256: hex(&Sha256::digest(configuration)),
    })
}

pub fn correction(arguments: &CorrectionArguments) -> correct::Options {
    correct::Options { confidence: arguments.confidence }
}

impl Reading {
    pub fn reader(&self) -> Box<dyn PageReader> {
        Box::new(ProcessReader::new(self.process.clone()))
    }
}

fn all_cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}
