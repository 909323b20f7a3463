//! What speaks for each sentence of recorded documents being a decision, for `scripts/learn_decisions.py`.
//!
//! `decision_terms FOLDER...` prints a line of JSON for each document of the folders.

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
            let items: Vec<_> = segment::weighed(&pages)
                .into_iter()
                .map(|item| {
                    json!({"number": item.number, "suffix": item.suffix, "headed": item.is_headed, "sentences": item.sentences})
                })
                .collect();
            println!("{}", json!({"case": case, "items": items}));
        }
    }
    Ok(())
}
