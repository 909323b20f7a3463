//! Prose of 1867 to 1909, spelt as it was then (`fixtures/oldprose`): as pages that this program read, and as text that
//! an English model read. No list of words holds all of it, so it tells what correction does where it knows little.

use crate::recorded::{self, Recorded};
use crate::{at, say};
use paragraf::correct::{self, Lexicon, Options};
use paragraf::eval::{CorrectionScores, align, score_correction};
use paragraf::text::{self, Certainty, Edit, Span};
use std::fs;
use std::path::Path;

/// What may go wrong: what was measured, to be lowered where the corrector learns better.
struct Bounds {
    /// Edits stated as certain that make of a word what is not printed. None is right.
    wrong_certain: usize,
    /// Words that were read right and are wrong.
    harmed: usize,
    /// Words that were read wrong and became other wrong ones.
    miscorrected: usize,
}

const PAGES: Bounds = Bounds { wrong_certain: 0, harmed: 8, miscorrected: 3 };
const TEXTS: Bounds = Bounds { wrong_certain: 0, harmed: 14, miscorrected: 44 };

/// A text before and after its correction, and what was done to it.
#[derive(Default)]
struct Corrected {
    before: String,
    after: String,
    edits: Vec<Change>,
}

struct Change {
    read: String,
    replacement: String,
    certainty: Certainty,
    score: f32,
    /// Where it stands in the text as corrected.
    span: Span,
}

impl Corrected {
    fn add(&mut self, before: &str, edits: &[Edit]) {
        let (after, map) = text::apply(before, edits);
        let offset = self.after.len();
        self.edits.extend(edits.iter().map(|edit| {
            let span = map.to_corrected(edit.span);
            Change {
                read: edit.span.of(before).to_owned(),
                replacement: edit.replacement.clone(),
                certainty: edit.certainty,
                score: edit.score,
                span: Span::new(offset + span.start, offset + span.end),
            }
        }));
        self.before += before;
        self.after += &after;
    }

    /// The edits that are stated as certain, and a line for each after which not the printed word stands there.
    fn certain(&self, gold: &str) -> (usize, Vec<String>) {
        let place = |word: &str| {
            let start = word.as_ptr() as usize - self.after.as_ptr() as usize;
            Span::new(start, start + word.len())
        };
        let words: Vec<&str> = self.after.split_whitespace().collect();
        let gold: Vec<&str> = gold.split_whitespace().collect();
        let standing = align(&words, &gold);
        let (mut n_certain, mut wrong) = (0, Vec::new());
        for edit in &self.edits {
            if edit.certainty != Certainty::Certain || edit.score < 0.98 {
                continue;
            }
            n_certain += 1;
            let touched: Vec<usize> = (0..words.len()).filter(|at| place(words[*at]).overlaps(edit.span)).collect();
            let now: Vec<&str> = touched.iter().map(|at| words[*at]).collect();
            let places: Vec<usize> = touched.iter().filter_map(|at| standing[*at]).collect();
            let printed: Vec<&str> = places.iter().map(|at| gold[*at]).collect();
            // Where the engine joined or tore words, the one meant stands beside its place.
            let is_beside = |at: &usize| {
                let beside = [at.checked_sub(1), Some(at + 1)].map(|at| at.and_then(|at| gold.get(at)).copied());
                places.len() == 1 && beside.into_iter().flatten().any(|word| letters(&[word]) == letters(&now))
            };
            if letters(&now) != letters(&printed) && !places.iter().any(is_beside) {
                let around =
                    touched.first().map_or(0, |at| at.saturating_sub(4))..touched.last().map_or(0, |at| at + 5);
                let context = words.get(around.start..around.end.min(words.len())).unwrap_or_default().join(" ");
                let (read, replacement) = (&edit.read, &edit.replacement);
                let printed = printed.join(" ");
                wrong.push(format!("{printed}, {read} > {replacement} ({:.3}): … {context} …", edit.score));
            }
        }
        (n_certain, wrong)
    }
}

/// Marks at the borders of words aside, which the engine may have misread whatever the corrector did.
fn letters(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()).collect()
}

fn golds() -> Vec<(String, String)> {
    let mut golds = Vec::new();
    for entry in fs::read_dir(at("fixtures/oldprose/gold")).expect("fixtures/oldprose/gold") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        golds.push((name, fs::read_to_string(&path).expect("a text")));
    }
    golds.sort();
    assert_eq!(golds.len(), 7, "fixtures/oldprose/gold");
    golds
}

fn hold(what: &str, bounds: Bounds, is_parallel: bool, correct: impl Fn(&str) -> Corrected) {
    let (mut scores, mut n_certain, mut wrong) = (CorrectionScores::default(), 0, Vec::new());
    for (name, gold) in golds() {
        let corrected = correct(&name);
        scores.add(&score_correction(&gold, &corrected.before, &corrected.after, is_parallel));
        let (n, lines) = corrected.certain(&gold);
        n_certain += n;
        wrong.extend(lines.into_iter().map(|line| format!("{name}: {line}")));
    }
    let CorrectionScores { words, wrong_before, repaired, spoiled, miscorrected, .. } = scores;
    say(&format!(
        "old prose, {what}: {words} words, {repaired} of {wrong_before} wrong ones repaired, {spoiled} harmed, \
         {miscorrected} miscorrected; {} of {n_certain} certain edits wrong",
        wrong.len()
    ));
    assert!(n_certain > 5, "{what}: only {n_certain} edits are stated as certain");
    assert!(wrong.len() <= bounds.wrong_certain, "{what}: wrong, and stated as certain:\n{}", wrong.join("\n"));
    assert!(spoiled <= bounds.harmed, "{what}: {spoiled} words harmed: {:?}", scores.spoiled_words);
    assert!(miscorrected <= bounds.miscorrected, "{what}: miscorrected: {:?}", scores.miscorrected_words);
}

#[test]
fn what_is_certain_of_old_pages_is_right() {
    let lexicon = Lexicon::builtin();
    hold("pages", PAGES, false, |name| {
        let file = at("fixtures/recorded/oldprose").join(format!("{name}{}", recorded::ENDING));
        let pages = Recorded::load(&file).unwrap_or_else(|error| panic!("{error}")).corrected(&lexicon);
        let mut whole = Corrected::default();
        for page in pages {
            whole.add(&format!("{}\n", page.ocr().text), page.edits());
        }
        whole
    });
}

#[test]
fn what_is_certain_of_old_texts_is_right() {
    let lexicon = Lexicon::builtin();
    hold("texts", TEXTS, true, |name| {
        let read = Path::new("fixtures/oldprose/read").join(format!("{name}.txt"));
        let read = fs::read_to_string(at(&read.to_string_lossy())).expect("a text");
        let edits = text::tidy(&read, correct::correct_text(&lexicon, &Options::default(), &read));
        let mut whole = Corrected::default();
        whole.add(&read, &edits);
        whole
    });
}
