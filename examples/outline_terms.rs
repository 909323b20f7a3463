//! What speaks for each run of numbers that may be the items of recorded documents, for `scripts/learn_outline.py`.
//!
//! `outline_terms FOLDER...` prints a line of JSON for each document of the folders.

use paragraf::correct::Lexicon;
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
            let pages = Recorded::load(&path)?.corrected(&lexicon);
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
