//! Writes each page of the files given as the reading stage sees it: `OUT/<file stem>/<page>.json`.

use paragraf::input::LayerPolicy;
use paragraf::reader::{PageReader, ReaderSettings, local::LocalReader};
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let out = PathBuf::from(arguments.next().ok_or("usage: read_pages OUT FILE...")?);
    let settings = ReaderSettings { model: "sv-latin".into(), layer_policy: LayerPolicy::Auto };
    let mut reader = LocalReader::with_tesseract(&settings);
    for path in arguments {
        let path = Path::new(&path);
        let file = reader.open(path)?;
        let folder = out.join(path.file_stem().unwrap_or_default());
        std::fs::create_dir_all(&folder)?;
        for number in 1..=file.n_pages {
            let read = reader.page(&file, number)?;
            std::fs::write(folder.join(format!("{number:03}.json")), serde_json::to_vec(&read.page)?)?;
        }
    }
    Ok(())
}
