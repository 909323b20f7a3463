//! `paragraf report`

use crate::cli::args::ReportArguments;
use crate::cli::exit::Exit;
use crate::cli::output::print;
use crate::cli::settings;
use paragraf::error::{Error, Result};
use paragraf::report::{self, Options};
use std::time::Duration;

pub fn run(arguments: &ReportArguments) -> Result<Exit> {
    let options = Options {
        n_documents: arguments.documents,
        n_places: arguments.places,
        n_sample: arguments.sample,
        seed: arguments.seed.clone(),
    };
    if !arguments.folder.join("manifest.jsonl").is_file() {
        let folder = arguments.folder.display();
        return Err(Error::Usage(format!("{folder} is no run folder: it holds no manifest.jsonl")));
    }
    let mut reader = settings::picture_reader(Duration::from_secs(arguments.page_timeout))?;
    let mut report = report::collect(&arguments.folder, &options, reader.as_mut())?;
    let path = arguments.output.clone().unwrap_or_else(|| arguments.folder.join("report.html"));
    report.is_beside = arguments.output.is_none();
    std::fs::write(&path, report::html(&report)).map_err(|error| Error::io(&path, error))?;
    print(&format!("{}\n", path.display()))
}
