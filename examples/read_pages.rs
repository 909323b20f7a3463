//! Reads files and keeps their pages as JSON: `read_pages OUT_DIR FILE...`, for `segment_pages`.

use paragraf::input::LayerPolicy;
use paragraf::reader::local::LocalReader;
use paragraf::reader::{Effort, PageReader, ReaderSettings};
use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let out_dir = args.next().ok_or("usage: read_pages OUT_DIR FILE...")?;
    let settings = ReaderSettings::new("models/sv-latin.traineddata", LayerPolicy::default());
    let mut reader = LocalReader::with_tesseract(&settings);
    for file in args {
        let path = Path::new(&file);
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let folder = Path::new(&out_dir).join(stem);
        std::fs::create_dir_all(&folder)?;
        let info = reader.open(path)?;
        for number in 1..=info.n_pages {
            let read = reader.page(&info, number, Effort::Full)?;
            std::fs::write(folder.join(format!("{number:03}.json")), serde_json::to_vec(&read.page)?)?;
        }
        println!("{file}: {} pages", info.n_pages);
    }
    Ok(())
}
