//! What is said for and against each value of recorded documents, for `scripts/learn_confidence.py`.
//!
//! `confidence_terms FOLDER...` prints a line of JSON for each document of the folders.

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
            let (part, stated) = segment::stated(&lexicon, &Recorded::load(&path)?.corrected(&lexicon));
            let items: Vec<_> = part.protocol.items.iter().map(|item| item.number.value).collect();
            let values: Vec<_> = stated
                .iter()
                .map(|one| json!({"field": one.pointer, "kind": one.kind, "value": one.value, "said": one.statements}))
                .collect();
            println!("{}", json!({"case": case, "items": items, "values": values}));
        }
    }
    Ok(())
}
