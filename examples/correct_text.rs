//! Corrects text files line for line: `correct_text IN OUT [IN OUT ...]`. Prints the edits that it was unsure of
//! with `--suggested`, and the time it took.

use paragraf::correct::{Lexicon, Options, correct_text};
use std::time::Instant;

fn main() -> std::io::Result<()> {
    let (flags, files): (Vec<String>, Vec<String>) = std::env::args().skip(1).partition(|a| a.starts_with("--"));
    let start = Instant::now();
    let lexicon = Lexicon::builtin();
    eprintln!("lexicon: {:.2?}", start.elapsed());
    let mut options = Options::default();
    for flag in &flags {
        if let Some(value) = flag.strip_prefix("--confidence=").and_then(|v| v.parse().ok()) {
            options.confidence = value;
        }
    }
    for pair in files.chunks_exact(2) {
        let text = std::fs::read_to_string(&pair[0])?;
        let start = Instant::now();
        let edits = correct_text(&lexicon, &options, &text);
        let n_words = text.split_whitespace().count();
        eprintln!(
            "{}: {} words, {} edits, {:.0} words/s",
            pair[0],
            n_words,
            edits.len(),
            n_words as f64 / start.elapsed().as_secs_f64()
        );
        if flags.iter().any(|f| f == "--suggested") {
            for edit in edits.iter().filter(|e| !e.is_applied()) {
                let others: Vec<_> = edit.alternatives.iter().map(|a| format!("{} {:.3}", a.text, a.score)).collect();
                eprintln!(
                    "  {:?} -> {:?} {:.3} | {}",
                    edit.span.of(&text),
                    edit.replacement,
                    edit.score,
                    others.join(", ")
                );
            }
        }
        if flags.iter().any(|f| f == "--edits") {
            for e in edits.iter().filter(|e| e.is_applied()) {
                eprintln!("  {:?} -> {:?} {:.3} {:?}", e.span.of(&text), e.replacement, e.score, e.reason);
            }
        }
        if flags.iter().any(|f| f == "--json") {
            for edit in &edits {
                println!("{}", serde_json::json!({"file": pair[0], "edit": edit}));
            }
        }
        std::fs::write(&pair[1], paragraf::text::apply(&text, &edits).0)?;
    }
    Ok(())
}
