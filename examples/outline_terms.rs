//! What speaks for each run of numbers that may be the items of recorded documents, for `scripts/learn_outline.py`.
//!
//! `outline_terms FOLDER...` prints a line of JSON for each document of the folders.

use paragraf::correct::{self, Lexicon, Options};
use paragraf::page::CorrectedPage;
use paragraf::segment;
use recorded::Recorded;
use serde_json::json;
use std::error::Error;
use std::path::Path;

#[path = "../tests/quality/recorded.rs"]
mod recorded;

fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let lexicon = Lexicon::builtin();
    for folder in std::env::args_os().skip(1) {
        for (case, path) in recorded::cases(Path::new(&folder))? {
            let pages: Vec<_> = Recorded::load(&path)?.pages.into_iter().map(|read| read.page).collect();
            let edits = correct::correct(&lexicon, &Options::default(), &pages);
            let pages: Vec<CorrectedPage> =
                pages.into_iter().zip(edits).map(|(page, edits)| CorrectedPage::new(page, edits)).collect();
            let runs: Vec<_> = segment::runs(&pages)
                .into_iter()
                .map(|run| {
                    let terms: serde_json::Map<_, _> =
                        run.terms.into_iter().map(|(term, value)| (term.to_owned(), json!(value))).collect();
                    json!({"headings": run.headings, "terms": terms})
                })
                .collect();
            println!("{}", json!({"case": case, "folder": folder.to_string_lossy(), "runs": runs}));
        }
    }
    Ok(())
}
