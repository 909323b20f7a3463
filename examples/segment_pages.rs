//! Segments recorded pages: `segment_pages PAGES_DIR OUT_DIR`.
//!
//! PAGES_DIR holds a folder for each document with its pages as JSON; OUT_DIR gets a document's output
//! each. It shows what the segmentation makes of pages without running an engine on them again.

use paragraf::correct::{self, Lexicon, Options};
use paragraf::emit::{self, Producer, SourceInfo};
use paragraf::page::{CorrectedPage, OcrPage};
use paragraf::segment;
use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(pages_dir), Some(out_dir)) = (args.next(), args.next()) else {
        return Err("usage: segment_pages PAGES_DIR OUT_DIR".into());
    };
    let lexicon = Lexicon::builtin();
    std::fs::create_dir_all(&out_dir)?;
    let mut documents: Vec<_> = std::fs::read_dir(&pages_dir)?.collect::<Result<_, _>>()?;
    documents.sort_by_key(std::fs::DirEntry::file_name);
    for document in documents {
        let name = document.file_name().to_string_lossy().into_owned();
        let mut files: Vec<_> = std::fs::read_dir(document.path())?.collect::<Result<_, _>>()?;
        files.sort_by_key(std::fs::DirEntry::file_name);
        let mut pages: Vec<OcrPage> = Vec::new();
        for file in files {
            pages.push(serde_json::from_slice(&std::fs::read(file.path())?)?);
        }
        let edits = correct::correct(&lexicon, &Options::default(), &pages);
        let pages: Vec<CorrectedPage> =
            pages.into_iter().zip(edits).map(|(page, edits)| CorrectedPage::new(page, edits)).collect();
        let parts = segment::segment(&lexicon, &pages);
        let source = SourceInfo { file: format!("{name}.pdf"), pages: pages.len() as u32, ..SourceInfo::default() };
        for (at, document) in emit::documents(&source, &Producer::default(), &pages, &parts, &[]).iter().enumerate() {
            let part = if at == 0 { String::new() } else { format!(".part{}", at + 1) };
            std::fs::write(Path::new(&out_dir).join(format!("{name}.pdf{part}.json")), emit::to_json(document))?;
        }
    }
    Ok(())
}
