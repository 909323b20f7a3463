//! From probabilities to letters and words: the likeliest code of each step, repetitions and blanks undone.
//!
//! No dictionary has a say here. What is more likely in Swedish is the corrector's to decide, which knows
//! more words than a model does and leaves a trail.

use super::forward::Probabilities;
use super::line::Picture;
use super::load::Network;
use crate::input::RawWord;
use crate::page::BBox;

/// A sign and the steps along the line in which it stands out.
#[derive(Clone, PartialEq, Debug)]
pub struct Letter {
    pub text: String,
    pub start: usize,
    pub end: usize,
    /// Natural logarithm of its probability: that of the doubtful step among its own and the blank ones before it.
    pub certainty: f32,
}

/// Probabilities below this are all alike.
const LEAST: f32 = 1e-9;

pub fn letters(network: &Network, probabilities: &Probabilities) -> Vec<Letter> {
    let blank = network.blank;
    let mut letters: Vec<Letter> = Vec::new();
    // The code of the step before, and the lowest certainty since the last letter.
    let (mut last, mut certainty) = (blank, 0.0f32);
    for step in 0..probabilities.n_steps {
        let row = probabilities.at(step);
        let best = row.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).map_or(blank, |(code, _)| code);
        let goes_on = best == last && best != blank;
        // Where a letter fades into nothing, both mean the same.
        let fading = match best {
            _ if last == blank => 0.0,
            code if code == blank => row[last],
            code if code == last => row[blank],
            _ => 0.0,
        };
        let here = (row[best] + fading).clamp(LEAST, 1.0).ln();
        if best == blank {
            certainty = certainty.min(here);
        } else if goes_on {
            if let Some(letter) = letters.last_mut() {
                letter.end = step + 1;
                letter.certainty = letter.certainty.min(here);
            }
        } else if let Some(text) = &network.signs[best] {
            letters.push(Letter { text: text.clone(), start: step, end: step + 1, certainty: certainty.min(here) });
            certainty = 0.0;
        }
        last = best;
    }
    letters
}

/// The words of a line with their places on the page and their confidences.
pub fn words(network: &Network, picture: &Picture, letters: &[Letter], line: u32) -> Vec<RawWord> {
    let step_width = network.step_width();
    let is_blank = |letter: &Letter| letter.text.trim().is_empty();
    let mut words = Vec::new();
    let ink: Vec<u32> =
        (0..picture.width).map(|x| picture.column(x).iter().filter(|value| **value < 0).count() as u32).collect();
    let mut left = 0;
    let mut rest = letters;
    while let Some(first) = rest.iter().position(|letter| !is_blank(letter)) {
        let word = &rest[first..];
        let n = word.iter().position(is_blank).unwrap_or(word.len());
        let (word, after) = word.split_at(n);
        let Some(last) = word.last() else { break };
        let next = after.iter().find(|letter| !is_blank(letter));
        let right = next.map_or(picture.width, |next| {
            gap(&ink, (last.start * step_width, (next.end * step_width).min(picture.width)))
        });
        let text: String = word.iter().map(|letter| letter.text.as_str()).collect();
        let certainty = word.iter().map(|letter| letter.certainty).fold(0.0, f32::min);
        let steps = (word[0].start * step_width, last.end * step_width);
        let bbox = extent(picture, &ink, (left, right), steps);
        words.push(RawWord { text, bbox, confidence: confidence(certainty), line });
        left = right;
        rest = after;
    }
    words
}

/// Certainty on the scale of 0 to 1 that Tesseract gives its words.
fn confidence(certainty: f32) -> f32 {
    (1.0 + 0.35 * certainty).clamp(0.0, 1.0)
}

/// The middle of the emptiest stretch between two words.
fn gap(ink: &[u32], (from, to): (usize, usize)) -> usize {
    const WIDTH: usize = 7;
    let Some(between) = ink.get(from..to).filter(|between| between.len() >= WIDTH) else {
        return (from + to) / 2;
    };
    let sums: Vec<u32> = between.windows(WIDTH).map(|window| window.iter().sum()).collect();
    let least = sums.iter().copied().min().unwrap_or(0);
    // The longest run of the emptiest windows: between words, not between letters.
    let (mut best, mut run) = ((0, 0), (0, 0));
    for (at, &sum) in sums.iter().enumerate() {
        if sum > least {
            continue;
        }
        run = if run.0 + run.1 == at { (run.0, run.1 + 1) } else { (at, 1) };
        if run.1 > best.1 {
            best = run;
        }
    }
    from + best.0 + best.1 / 2 + WIDTH / 2
}

/// The box of the ink between two borders, in pixels of the page; where there is none, that of the letters' steps.
fn extent(picture: &Picture, ink: &[u32], (left, right): (usize, usize), steps: (usize, usize)) -> BBox {
    let right = right.min(ink.len());
    let dark = |x: &usize| ink[*x] > 0;
    let first = (left..right).find(dark).unwrap_or(steps.0);
    let last = (left..right).rev().find(dark).map_or(steps.1, |x| x + 1).min(picture.width);
    let (mut top, mut bottom) = (picture.height, 0);
    for x in first..last {
        let column = picture.column(x);
        if let Some(y) = column.iter().position(|value| *value < 0) {
            top = top.min(y);
        }
        if let Some(y) = column.iter().rposition(|value| *value < 0) {
            bottom = bottom.max(y + 1);
        }
    }
    if top >= bottom {
        (top, bottom) = (0, picture.height);
    }
    let scale = picture.bbox.height() as f32 / picture.height as f32;
    let px = |at: usize| (at as f32 * scale).round() as i32;
    let there = picture.bbox;
    BBox::new(
        there.x0 + px(first),
        there.y0 + px(top),
        there.x0 + px(last).max(px(first) + 1),
        there.y0 + px(bottom).max(px(top) + 1),
    )
}
