//! Corrects recorded pages: `correct_pages FILE OUT` reads the pages of a file of `recorded_pages` and writes their
//! corrected text, divided by form feeds, to OUT. `--edits` and `--suggested` print what was done.

use paragraf::correct::{Lexicon, Options, correct};
use paragraf::page::OcrPage;
use recorded::Recorded;
use std::path::Path;

#[path = "../tests/quality/recorded.rs"]
mod recorded;

fn main() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let (flags, names): (Vec<String>, Vec<String>) = std::env::args().skip(1).partition(|a| a.starts_with("--"));
    let lexicon = Lexicon::builtin();
    for pair in names.chunks_exact(2) {
        let pages: Vec<OcrPage> =
            Recorded::load(Path::new(&pair[0]))?.pages.into_iter().map(|read| read.page).collect();
        let edits = correct(&lexicon, &Options::default(), &pages);
        let mut out = Vec::new();
        for (page, edits) in pages.iter().zip(&edits) {
            for edit in edits {
                if flags.iter().any(|f| f == if edit.is_applied() { "--edits" } else { "--suggested" }) {
                    let confidence =
                        page.words.iter().find(|w| w.span.overlaps(edit.span)).map_or(0.0, |w| w.confidence);
                    eprintln!(
                        "  {} {:?} -> {:?} {:.3} {:?} confidence {confidence:.2}",
                        page.number,
                        edit.span.of(&page.text),
                        edit.replacement,
                        edit.score,
                        edit.certainty
                    );
                }
            }
            out.push(paragraf::text::apply(&page.text, edits).0);
        }
        std::fs::write(&pair[1], out.join("\u{c}"))?;
    }
    Ok(())
}
