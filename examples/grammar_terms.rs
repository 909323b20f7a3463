//! What stands around words that differ from others by dots alone, in printed texts, for `scripts/learn_grammar.py`:
//! `grammar_terms TEXT...`. A line of JSON for each such word.

use paragraf::correct::{Lexicon, Options, explain};
use std::io::{self, BufWriter, Write};

fn main() -> io::Result<()> {
    let lexicon = Lexicon::builtin();
    let mut out = BufWriter::new(io::stdout().lock());
    for file in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&file)?;
        for (word, printed) in explain::undecided(&lexicon, &Options::default(), &text) {
            let (readings, evidence) = (word.readings, word.evidence);
            let row = serde_json::json!({"file": file, "right": printed, "readings": readings, "evidence": evidence});
            writeln!(out, "{row}")?;
        }
    }
    out.flush()
}
