//! How far the scores of edits can be trusted: the share of right ones among those of a score, and what another
//! threshold than the usual would repair and harm.

use paragraf::correct::{Lexicon, Options, correct_text};
use paragraf::eval::{Bin, CorrectionScores, align, score_correction};
use paragraf::text::{self, Edit, Span};

const BOUNDS: [f32; 10] = [0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999, 1.01];
const THRESHOLDS: [f32; 7] = [0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99];

pub fn print(lexicon: &Lexicon, options: &Options, texts: &[(String, String)]) {
    let (mut bins, mut applied) = ([Bin::default(); BOUNDS.len() - 1], Bin::default());
    for (read, gold) in texts {
        let edits = text::tidy(read, correct_text(lexicon, options, read));
        for (edit, is_right) in judged(read, gold, &edits) {
            let bin_idx = BOUNDS.partition_point(|bound| *bound <= edit.score).clamp(1, bins.len()) - 1;
            let one = Bin { values: 1, right: usize::from(is_right), stated: edit.score.into() };
            bins[bin_idx].add(one);
            if edit.is_applied() {
                applied.add(one);
            }
        }
    }
    println!("| score | edits | mean score | right |\n|---|---|---|---|");
    for (bounds, bin) in BOUNDS.windows(2).zip(bins) {
        println!("| {} to {} {}", bounds[0], bounds[1].min(1.0), cells(bin));
    }
    println!("| applied {}\n", cells(applied));
    println!("| `--confidence` | repaired | right words harmed |\n|---|---|---|");
    for confidence in THRESHOLDS {
        let options = Options { confidence };
        let mut sum = CorrectionScores::default();
        for (read, gold) in texts {
            let corrected = text::apply(read, &correct_text(lexicon, &options, read)).0;
            sum.add(&score_correction(gold, read, &corrected, true));
        }
        let right = sum.words - sum.wrong_before;
        println!("| {confidence} | {} of {} | {} of {right} |", sum.repaired, sum.wrong_before, sum.spoiled);
    }
}

fn cells(bin: Bin) -> String {
    match (bin.mean_stated(), bin.share_right()) {
        (Some(stated), Some(right)) => format!("| {} | {stated:.3} | {:.1} % |", bin.values, 100.0 * right),
        _ => "| 0 | – | – |".to_owned(),
    }
}

/// Each edit with whether it makes of its word what is printed there, the other applied edits of the word taken with
/// it. Edits on lines that the engine did not see have nothing to be held against and are left out.
fn judged<'e>(read: &str, gold: &str, edits: &'e [Edit]) -> Vec<(&'e Edit, bool)> {
    let mut out = Vec::new();
    let (mut start, mut edits) = (0, edits.iter().peekable());
    for (line, gold) in read.split_inclusive('\n').zip(gold.split('\n')) {
        let end = start + line.len();
        let mut here = Vec::new();
        while let Some(edit) = edits.next_if(|edit| edit.span.start < end) {
            here.push(edit);
        }
        if !here.is_empty() {
            line_judged(read, Span::new(start, end), gold, &here, &mut out);
        }
        start = end;
    }
    out
}

fn line_judged<'e>(read: &str, line: Span, gold: &str, edits: &[&'e Edit], out: &mut Vec<(&'e Edit, bool)>) {
    let tokens: Vec<Span> = line.of(read).split_whitespace().map(|word| place(read, word)).collect();
    let words: Vec<&str> = tokens.iter().map(|token| token.of(read)).collect();
    let gold_words: Vec<&str> = gold.split_whitespace().collect();
    let standing: Vec<Option<usize>> =
        if words.len() == gold_words.len() { (0..words.len()).map(Some).collect() } else { align(&words, &gold_words) };
    for edit in edits {
        let touched: Vec<usize> = (0..tokens.len()).filter(|at| tokens[*at].overlaps(edit.span)).collect();
        let is_right = match touched[..] {
            // Words that were one, or two, are looked for in the line.
            _ if edit.replacement.contains(' ') || touched.len() != 1 => gold.contains(&edit.replacement),
            [at] => {
                let mut word = String::new();
                let mut from = tokens[at].start;
                for other in edits.iter().filter(|other| tokens[at].overlaps(other.span)) {
                    if std::ptr::eq(*other, *edit) || other.is_applied() {
                        word.push_str(Span::new(from, other.span.start).of(read));
                        word.push_str(&other.replacement);
                        from = other.span.end;
                    }
                }
                word.push_str(Span::new(from, tokens[at].end).of(read));
                standing[at].and_then(|at| gold_words.get(at)) == Some(&word.as_str())
            }
            _ => false,
        };
        out.push((*edit, is_right));
    }
}

/// Where a piece of a text stands in it.
fn place(text: &str, piece: &str) -> Span {
    let start = piece.as_ptr() as usize - text.as_ptr() as usize;
    Span::new(start, start + piece.len())
}
