//! Corrects recognised pages: `correct_pages DIR OUT` reads DIR/*.json (a page each, in order) and writes the
//! corrected text of all pages, divided by form feeds, to OUT. `--edits` and `--suggested` print what was done.

use paragraf::correct::{Lexicon, Options, correct};
use paragraf::page::OcrPage;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (flags, names): (Vec<String>, Vec<String>) = std::env::args().skip(1).partition(|a| a.starts_with("--"));
    let lexicon = Lexicon::builtin();
    for pair in names.chunks_exact(2) {
        let mut files: Vec<_> = std::fs::read_dir(&pair[0])?.filter_map(|e| Some(e.ok()?.path())).collect();
        files.sort();
        let pages = files
            .iter()
            .filter(|f| f.extension().is_some_and(|e| e == "json"))
            .map(|f| Ok(serde_json::from_slice(&std::fs::read(f)?)?))
            .collect::<Result<Vec<OcrPage>, Box<dyn std::error::Error>>>()?;
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
