//! From probabilities to letters and words: the likeliest code of each step, repetitions and blanks undone.
//!
//! Where the network hesitates between two letters and only one of them makes a word, that one is read, as
//! Tesseract does with the word list of its model. What the network is sure of stays as it is: mistakes are
//! the corrector's, which sees the whole document and leaves a trail.

use super::forward::Probabilities;
use super::line::Picture;
use super::load::Network;
use crate::correct::Lexicon;
use crate::input::RawWord;
use crate::page::BBox;

/// A sign and the steps along the line in which it stands out.
#[derive(Clone, PartialEq, Debug)]
pub struct Letter {
    pub text: String,
    pub start: usize,
    pub end: usize,
    /// Natural logarithm of its probability: that of the most doubtful step among its own and those before it.
    pub certainty: f32,
    /// Its probability where it is likeliest, and other signs with theirs, the likeliest first.
    pub probability: f32,
    /// The highest probability of a blank between it and the letter before.
    pub blank_before: f32,
    pub rivals: Vec<(String, f32)>,
}

/// Probabilities below this are all alike.
const LEAST: f32 = 1e-9;
/// Two signs that begin no further apart are one: no letter is so narrow.
const SAME_PLACE: usize = 1;
/// Probability of a blank between two words that lost to nothing at all, from which it is believed.
const LIKELY_BLANK: f32 = 0.3;
/// Probability from which another sign is thought of, and how many of them.
const LIKELY_RIVAL: f32 = 0.02;
const MOST_RIVALS: usize = 4;

/// Steps in which a code stands out.
struct Run {
    code: usize,
    /// Another name for the same shape; the same code where there is none.
    rival: usize,
    start: usize,
    end: usize,
    /// Its probabilities, summed and the highest.
    sum: f32,
    highest: f32,
}

pub fn letters(network: &Network, probabilities: &Probabilities) -> Vec<Letter> {
    let runs = runs(network, probabilities);
    let blank = network.blank;
    let mut letters = Vec::with_capacity(runs.len());
    let mut from = 0;
    for (at, run) in runs.iter().enumerate() {
        let before = at.checked_sub(1).map_or(blank, |at| runs[at].code);
        // Where a letter comes up or fades away, nothing and the letter mean the same.
        let certainty = (from..run.end).map(|step| {
            let row = probabilities.at(step);
            let others = if step < run.start && before != run.code { row[before] } else { 0.0 };
            let own = if before == run.code && step < run.start { 0.0 } else { row[run.code] };
            let rival = if run.rival == run.code { 0.0 } else { row[run.rival] };
            (own + rival + others + row[blank]).clamp(LEAST, 1.0).ln()
        });
        let blank_before = (from..run.end).map(|step| probabilities.at(step)[network.space]).fold(0.0, f32::max);
        let certainty = certainty.fold(run.highest.clamp(LEAST, 1.0).ln(), f32::min);
        from = run.end;
        if let Some(text) = &network.signs[run.code] {
            let rivals = rivals(network, probabilities, run);
            let probability = run.highest.clamp(LEAST, 1.0);
            let (start, end) = (run.start, run.end);
            letters.push(Letter { text: text.clone(), start, end, certainty, probability, blank_before, rivals });
        }
    }
    letters
}

fn rivals(network: &Network, probabilities: &Probabilities, run: &Run) -> Vec<(String, f32)> {
    if run.highest > 1.0 - LIKELY_RIVAL {
        return Vec::new();
    }
    let at_best = |code: usize| (run.start..run.end).map(|step| probabilities.at(step)[code]).fold(0.0, f32::max);
    let others = (0..network.n_codes).filter(|code| ![run.code, network.blank, network.space].contains(code));
    let mut rivals: Vec<(String, f32)> = others
        .map(|code| (code, at_best(code)))
        .filter(|(_, probability)| *probability >= LIKELY_RIVAL)
        .filter_map(|(code, probability)| Some((network.signs[code].clone()?, probability)))
        .collect();
    rivals.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    rivals.truncate(MOST_RIVALS);
    rivals
}

/// The likeliest code of each step, repetitions and blanks undone.
fn runs(network: &Network, probabilities: &Probabilities) -> Vec<Run> {
    let (blank, space) = (network.blank, network.space);
    let mut runs: Vec<Run> = Vec::new();
    let mut last = blank;
    for step in 0..probabilities.n_steps {
        let row = probabilities.at(step);
        let mut best = highest(row);
        if best == blank && row[space] >= LIKELY_BLANK {
            best = space;
        }
        let value = row[best];
        match runs.last_mut() {
            _ if best == blank => {}
            Some(run) if best == last => {
                run.end = step + 1;
                run.sum += value;
                run.highest = run.highest.max(value);
            }
            Some(run) if last != blank && step - run.start <= reach(network, run.code, best) => {
                // One shape, two names for it: the likelier over both steps.
                let sums = [run.code, best]
                    .map(|code| (run.start..=step).map(|step| probabilities.at(step)[code]).sum::<f32>());
                if sums[1] > sums[0] {
                    let rival = run.code;
                    *run = Run { code: best, rival, start: run.start, end: step + 1, sum: sums[1], highest: value };
                } else {
                    run.rival = best;
                    run.end = step + 1;
                    run.sum = sums[0];
                }
            }
            _ => runs.push(Run { code: best, rival: best, start: step, end: step + 1, sum: value, highest: value }),
        }
        last = best;
    }
    runs
}

/// How many steps apart two signs may begin and still be one shape.
fn reach(network: &Network, one: usize, other: usize) -> usize {
    let sign = |code: usize| network.signs[code].as_deref().unwrap_or_default();
    SAME_PLACE + usize::from(are_alike(sign(one), sign(other)))
}

/// Whether two signs are a letter and the same letter with a mark or in the other case, or are drawn alike.
fn are_alike(one: &str, other: &str) -> bool {
    use unicode_normalization::UnicodeNormalization as _;
    const PARAGRAPH: &str = "§$S8";
    let base = |sign: &str| sign.nfd().next().and_then(|c| c.to_lowercase().next());
    let is_paragraph = |sign: &str| !sign.is_empty() && PARAGRAPH.contains(sign);
    base(one) == base(other) || (is_paragraph(one) && is_paragraph(other))
}

fn highest(row: &[f32]) -> usize {
    let mut best = (0, f32::NEG_INFINITY);
    for (code, &value) in row.iter().enumerate() {
        if value > best.1 {
            best = (code, value);
        }
    }
    best.0
}

/// The words of a line with their places on the page and their confidences.
pub fn words(network: &Network, picture: &Picture, letters: &[Letter], lexicon: &Lexicon, line: u32) -> Vec<RawWord> {
    let step_width = network.step_width();
    let mut words = Vec::new();
    let ink: Vec<u32> =
        (0..picture.width).map(|x| picture.column(x).iter().filter(|value| **value < 0).count() as u32).collect();
    let letters = spaced(letters, &ink, step_width);
    let mut left = 0;
    let mut rest = letters.as_slice();
    while let Some(first) = rest.iter().position(|letter| !is_blank(letter)) {
        let word = &rest[first..];
        let n = word.iter().position(is_blank).unwrap_or(word.len());
        let (word, after) = word.split_at(n);
        let Some(last) = word.last() else { break };
        let next = after.iter().find(|letter| !is_blank(letter));
        let right = next.map_or(picture.width, |next| {
            gap(&ink, (last.start * step_width, (next.end * step_width).min(picture.width)))
        });
        let (text, certainty) = settled(word, lexicon);
        let steps = (word[0].start * step_width, last.end * step_width);
        let bbox = extent(picture, &ink, (left, right), steps);
        words.push(RawWord { text, bbox, confidence: confidence(certainty), line, face: None });
        left = right;
        rest = after;
    }
    words
}

fn is_blank(letter: &Letter) -> bool {
    letter.text.trim().is_empty()
}

/// A blank that was overlooked has this probability at least.
const UNLIKELY_BLANK: f32 = 0.02;

/// Marks that no blank is printed before.
const CLOSES: [&str; 5] = [".", ",", ":", ";", ")"];

/// Puts in blanks where the paper between two letters is as wide as between the line's words, and takes out
/// those between digits that are not.
fn spaced(letters: &[Letter], ink: &[u32], step_width: usize) -> Vec<Letter> {
    let paper = |left: &Letter, right: &Letter| {
        let between = left.start * step_width..(right.end * step_width).min(ink.len());
        let (mut longest, mut run) = (0, 0);
        for &ink in ink.get(between).unwrap_or_default() {
            run = if ink == 0 { run + 1 } else { 0 };
            longest = longest.max(run);
        }
        longest
    };
    let pairs = letters.windows(2).filter(|pair| !is_blank(&pair[0]) && !is_blank(&pair[1]));
    let mut narrow: Vec<usize> = pairs.map(|pair| paper(&pair[0], &pair[1])).collect();
    let mut wide: Vec<usize> = letters
        .windows(3)
        .filter(|three| is_blank(&three[1]) && three[1].probability > 0.9)
        .map(|three| paper(&three[0], &three[2]))
        .collect();
    narrow.sort_unstable();
    wide.sort_unstable();
    // A line of few letters tells little of its gaps; a blank is about a quarter of the height of a line.
    const FEW: usize = 4;
    let usual_gap = if narrow.len() < FEW { 3 } else { narrow[narrow.len() * 3 / 4] };
    let blank = wide.get(wide.len() / 2).copied().unwrap_or(10).max(usual_gap * 2);
    // A rule under the words, or the line above: no paper shows anywhere, and the gaps tell nothing.
    const LEAST_BLANK: usize = 4;
    if blank < LEAST_BLANK {
        return letters.to_vec();
    }
    // How wide the paper must be for a blank, in tenths of one. Typewriters give a full stop as much room as a letter.
    let tenths = |letter: &Letter| {
        let closes = CLOSES.contains(&letter.text.as_str());
        if letter.blank_before >= UNLIKELY_BLANK {
            7
        } else if closes {
            20
        } else {
            13
        }
    };
    let mut out: Vec<Letter> = Vec::with_capacity(letters.len());
    for (at, letter) in letters.iter().enumerate() {
        let next = letters.get(at + 1);
        match (out.last(), next) {
            (Some(before), Some(next)) if is_blank(letter) => {
                let is_digit = |letter: &Letter| letter.text.chars().all(|c| c.is_ascii_digit());
                if is_digit(before) && is_digit(next) && letter.probability < 0.95 && paper(before, next) * 2 < blank {
                    continue;
                }
            }
            (Some(before), _) if !is_blank(before) && paper(before, letter) * 10 >= blank * tenths(letter) => {
                let text = " ".to_owned();
                out.push(Letter { text, end: letter.start, rivals: Vec::new(), ..letter.clone() });
            }
            _ => {}
        }
        out.push(letter.clone());
    }
    out
}

/// A letter that is exchanged for a rival.
#[derive(Clone, Copy)]
struct Exchange<'a> {
    at: usize,
    rival: &'a str,
    probability: f32,
    /// Natural logarithm of how much less likely the rival is.
    loss: f32,
}

/// How much less likely than what stands out a word may be, and how many exchanges are thought of.
const MOST_LOSS: f32 = -4.5;
const MOST_EXCHANGES: usize = 12;
/// How much likelier a word is than what is none.
const WORD_BONUS: f32 = 20.0;

/// What is no word and no number is doubted more, as scribbles are read as letters too.
const DOUBT: f32 = 1.6;

fn doubted(lexicon: &Lexicon, text: &str, certainty: f32) -> f32 {
    let is_plausible = !text.chars().any(char::is_alphabetic) || is_known(lexicon, text);
    if is_plausible { certainty } else { certainty * DOUBT }
}

/// A word's text and certainty: what stands out, or what makes a word of it where the network hesitated.
fn settled(word: &[Letter], lexicon: &Lexicon) -> (String, f32) {
    let text_with = |exchanges: &[Exchange<'_>]| -> String {
        let sign = |(at, letter): (usize, &Letter)| {
            exchanges.iter().find(|exchange| exchange.at == at).map_or(letter.text.clone(), |e| e.rival.to_owned())
        };
        word.iter().enumerate().map(sign).collect()
    };
    let plain = text_with(&[]);
    let certainty = word.iter().map(|letter| letter.certainty).fold(0.0, f32::min);
    if word.iter().all(|letter| letter.rivals.is_empty()) || (is_wordlike(&plain) && is_known(lexicon, &plain)) {
        let certainty = doubted(lexicon, &plain, certainty);
        return (plain, certainty);
    }
    let mut singles: Vec<Exchange<'_>> = Vec::new();
    for (at, letter) in word.iter().enumerate() {
        singles.extend(letter.rivals.iter().map(|(rival, probability)| {
            let loss = (probability / letter.probability).ln().min(0.0);
            Exchange { at, rival, probability: *probability, loss }
        }));
    }
    singles.sort_by(|a, b| b.loss.total_cmp(&a.loss));
    singles.truncate(MOST_EXCHANGES);
    let pairs = (0..singles.len()).flat_map(|i| (0..i).map(move |j| (i, j)));
    let pairs = pairs.filter(|&(i, j)| singles[i].at != singles[j].at).map(|(i, j)| vec![singles[i], singles[j]]);
    let mut attempts: Vec<Vec<Exchange<'_>>> = singles.iter().map(|single| vec![*single]).chain(pairs).collect();
    let loss = |exchanges: &[Exchange<'_>]| exchanges.iter().map(|exchange| exchange.loss).sum::<f32>();
    attempts.retain(|exchanges| loss(exchanges) >= MOST_LOSS);
    attempts.sort_by(|a, b| loss(b).total_cmp(&loss(a)));
    for exchanges in attempts {
        let text = text_with(&exchanges);
        if !is_wordlike(&text) || !is_known(lexicon, &text) {
            continue;
        }
        let certainties =
            word.iter().enumerate().map(|(at, letter)| match exchanges.iter().find(|exchange| exchange.at == at) {
                Some(exchange) => {
                    let here = exchange.probability * WORD_BONUS;
                    (here / (here + letter.probability)).ln()
                }
                None => letter.certainty,
            });
        return (text, certainties.fold(0.0, f32::min));
    }
    let certainty = doubted(lexicon, &plain, certainty);
    (plain, certainty)
}

/// The part of a word that a lexicon may hold: its letters, without the marks around them.
fn core(text: &str) -> &str {
    text.trim_matches(|c: char| !c.is_alphabetic())
}

fn is_wordlike(text: &str) -> bool {
    let core = core(text);
    core.chars().count() >= 3 && core.chars().all(|c| c.is_alphabetic() || c == '-') && {
        // Capitals in the middle of a word are misread: what has them is no word as it stands.
        let mut letters = core.chars().filter(|c| c.is_alphabetic());
        let is_capital = letters.next().is_some_and(char::is_uppercase);
        let n_capitals = letters.clone().filter(|c| c.is_uppercase()).count();
        core.contains('-') || n_capitals == 0 || (is_capital && n_capitals == letters.count())
    }
}

fn is_known(lexicon: &Lexicon, text: &str) -> bool {
    let core = core(text);
    lexicon.is_word(core) || lexicon.is_given_name(core) || lexicon.is_surname(core) || lexicon.is_place(core)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> Vec<Letter> {
        let at = |(n, c): (usize, char)| Letter {
            text: c.to_string(),
            start: 4 * n,
            end: 4 * n + 2,
            certainty: 0.0,
            probability: 1.0,
            blank_before: 0.0,
            rivals: Vec::new(),
        };
        text.chars().enumerate().map(at).collect()
    }

    fn read(letters: &[Letter]) -> String {
        letters.iter().map(|letter| letter.text.as_str()).collect()
    }

    #[test]
    fn a_rule_under_a_line_tells_nothing_of_its_gaps() {
        let line = letters("val av justerare");
        let ruled = vec![1; 4 * line.len() + 4];
        assert_eq!(read(&spaced(&line, &ruled, 1)), "val av justerare");
    }

    #[test]
    fn a_typewriter_gives_a_full_stop_much_room() {
        let parted = |text: &str| {
            let line = letters(text);
            let mut ink = vec![1; 4 * (4 * line.len() + 4)];
            // Between the last two letters.
            let last = 4 * line[line.len() - 1].start;
            ink[last - 14..last].fill(0);
            read(&spaced(&line, &ink, 4))
        };
        assert_eq!(parted("46."), "46.");
        assert_eq!(parted("46a"), "46 a");
    }
}
