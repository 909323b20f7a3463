//! Pages recorded once, understood as often as one likes.
//!
//! `recorded_pages record FOLDER SCAN...` reads scans, or folders of them, and keeps their pages in FOLDER;
//! `recorded_pages extract FOLDER OUT` writes the documents that are found in them, as `paragraf extract` would.
//! With `OMP_THREAD_LIMIT=1` in the environment every core reads its own page.

use paragraf::correct::Lexicon;
use paragraf::emit;
use paragraf::input::LayerPolicy;
use paragraf::naming::part_name;
use paragraf::ocr::model::DEFAULT_MODEL;
use paragraf::reader::ReaderSettings;
use paragraf::reader::local::LocalReader;
use rayon::prelude::*;
use recorded::Recorded;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

#[path = "../tests/quality/recorded.rs"]
mod recorded;

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

fn main() -> Result<()> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    match arguments.as_slice() {
        [what, folder, scans @ ..] if what.as_os_str() == "record" && !scans.is_empty() => record(folder, scans),
        [what, folder, out] if what.as_os_str() == "extract" => extract(folder, out),
        _ => Err("usage: recorded_pages record FOLDER SCAN... | recorded_pages extract FOLDER OUT".into()),
    }
}

fn record(folder: &Path, scans: &[PathBuf]) -> Result<()> {
    let mut files = Vec::new();
    for scan in scans {
        match fs::read_dir(scan) {
            Ok(entries) => files.extend(entries.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?),
            Err(_) => files.push(scan.clone()),
        }
    }
    files.sort();
    let settings = ReaderSettings::new(DEFAULT_MODEL, LayerPolicy::default());
    files.par_iter().try_for_each_init(
        || LocalReader::with_tesseract(&settings),
        |reader, file| {
            let recorded = Recorded::of(file, reader).map_err(|error| format!("{}: {error}", file.display()))?;
            println!("{}: {} pages", file.display(), recorded.pages.len());
            recorded.save(folder)
        },
    )
}

fn extract(folder: &Path, out: &Path) -> Result<()> {
    let lexicon = Lexicon::builtin();
    fs::create_dir_all(out)?;
    recorded::cases(folder)?.par_iter().try_for_each(|(_, path)| {
        let recorded = Recorded::load(path)?;
        let name = recorded.source.file.clone();
        for (idx, document) in recorded.documents(&lexicon).iter().enumerate() {
            let file = format!("{}.json", part_name(&name, idx));
            fs::write(out.join(file), emit::to_json(document))?;
        }
        Ok(())
    })
}
