//! The words of a born-digital page from the places of its glyphs, and whether they can be trusted.

use super::letters;
use super::outlines::Kinds;
use super::page::{Doubt, RawWord};
use super::shapes::Likeness;
use super::strokes::{self, Stroke};
use crate::page::BBox;
use hayro::kurbo::Point;
use std::collections::{HashMap, HashSet};
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// A glyph that is drawn somewhere on the page; points, origin top left.
#[derive(Clone, Debug)]
pub struct PlacedGlyph {
    pub text: String,
    /// Where the glyph starts on its baseline.
    pub origin: Point,
    /// Where the next glyph would start.
    pub end: Point,
    /// Height of the font's em, in points.
    pub size: f64,
    /// Thickness of its strokes, in points; none where it is no letter and no digit, or has no outline.
    pub stroke: Option<f64>,
    /// Of a soft hyphen, whether it leaves ink.
    pub soft_hyphen: Option<bool>,
    /// Tells the fonts of a page apart.
    pub font: u128,
    /// Tells outlines apart.
    pub outline: u128,
    /// Whether its outline may be that of its letter.
    pub likeness: Likeness,
}

/// The words of a layer.
#[derive(Debug)]
pub struct Words {
    pub words: Vec<RawWord>,
    /// Of each word, its font.
    fonts: Vec<u128>,
    /// Of each word, how many of its letters are doubtful.
    n_doubtful: Vec<u32>,
}

/// Words that are read to judge a font by.
const MOST_TELLING: usize = 6;
/// A single letter is read as wrongly by an engine as it may be told by a font.
const LEAST_TELLING: usize = 2;

impl Words {
    /// The fonts with letters that look like others, here or, if they are among `doubtful`, elsewhere in the file; and
    /// the words that tell most of each.
    pub fn doubts(&self, doubtful: &HashMap<u128, Kinds>) -> Vec<Doubt> {
        let length = |idx: usize| self.words[idx].text.chars().filter(|c| c.is_alphanumeric()).count();
        let is_shown = |idx: usize| self.n_doubtful[idx] > 0;
        let may_be =
            |idx: usize| doubtful.get(&self.fonts[idx]).is_some_and(|kinds| kinds.touch(&self.words[idx].text));
        let is_telling = |idx: &usize| length(*idx) >= LEAST_TELLING && (is_shown(*idx) || may_be(*idx));
        let mut fonts: Vec<u128> = Vec::new();
        for idx in (0..self.words.len()).filter(is_telling) {
            if !fonts.contains(&self.fonts[idx]) {
                fonts.push(self.fonts[idx]);
            }
        }
        let doubt = |font: u128| {
            let words: Vec<usize> = (0..self.words.len()).filter(|idx| self.fonts[*idx] == font).collect();
            let mut telling: Vec<usize> = words.iter().copied().filter(is_telling).collect();
            if telling.iter().any(|idx| is_shown(*idx)) {
                telling.retain(|idx| is_shown(*idx));
            }
            telling.sort_by_key(|idx| std::cmp::Reverse((self.n_doubtful[*idx], length(*idx))));
            let mut seen = HashSet::new();
            telling.retain(|idx| seen.insert(&self.words[*idx].text));
            telling.truncate(MOST_TELLING);
            Doubt { words, telling }
        };
        fonts.into_iter().map(doubt).collect()
    }
}

/// What is known of words while they are made.
#[derive(Default)]
struct Making {
    words: Vec<RawWord>,
    strokes: Vec<Option<Stroke>>,
    fonts: Vec<u128>,
    n_doubtful: Vec<u32>,
    /// Soft hyphens are the layer's hyphens.
    are_hyphens: bool,
}

/// Words of the glyphs, in pixels of `scale` a point; or why the layer cannot be used.
///
/// Glyphs are grouped by what the eye sees, not by the order in which they were drawn: the same
/// baseline, and less than a blank between them.
pub fn place(glyphs: &[PlacedGlyph], scale: f32) -> Result<Words, String> {
    let n_letters = glyphs.iter().filter(|glyph| !glyph.text.trim().is_empty()).count();
    if n_letters == 0 {
        return Err("the text layer is empty".into());
    }
    let mut upright: Vec<&PlacedGlyph> = glyphs
        .iter()
        .filter(|glyph| (glyph.end.y - glyph.origin.y).abs() < 0.2 * glyph.size.max(0.1) && glyph.size > 0.5)
        .collect();
    if upright.len() * 2 < glyphs.len() {
        return Err("most of the text layer does not stand upright".into());
    }
    upright.sort_by(|a, b| a.origin.y.total_cmp(&b.origin.y).then(a.origin.x.total_cmp(&b.origin.x)));
    let mut making = Making { are_hyphens: are_hyphens(&upright), ..Making::default() };
    let mut line = Vec::new();
    let mut n_lines = 0;
    for glyph in upright {
        // A baseline that drifts within a line is still the line's: raised and lowered signs move by less.
        if line
            .last()
            .is_some_and(|last: &&PlacedGlyph| glyph.origin.y - last.origin.y > 0.25 * glyph.size.min(last.size))
        {
            push_line(&mut making, &mut line, n_lines, scale);
            n_lines += 1;
        }
        line.push(glyph);
    }
    push_line(&mut making, &mut line, n_lines, scale);
    let Making { mut words, strokes, fonts, n_doubtful, .. } = making;
    let n_unknown: usize = words.iter().map(|word| word.text.chars().filter(|c| letters::is_unknown(*c)).count()).sum();
    if n_unknown * 50 > n_letters {
        return Err(format!("{n_unknown} of the text layer's {n_letters} letters are unknown to its fonts"));
    }
    if let Some(reason) = distrust(&words) {
        return Err(reason);
    }
    strokes::weigh(&mut words, &strokes, false);
    Ok(Words { words, fonts, n_doubtful })
}

/// Whether soft hyphens are what the layer has for hyphens, from the letters that are drawn beside them.
fn are_hyphens(glyphs: &[&PlacedGlyph]) -> bool {
    let around = glyphs.windows(3).filter(|around| around[1].soft_hyphen == Some(true));
    let texts: Vec<String> =
        around.map(|around| around.iter().map(|glyph| glyph.text.trim()).collect::<String>()).collect();
    letters::are_hyphens(texts.iter().map(String::as_str))
}

/// Fewer letters than this tell nothing of a page's text.
pub const LEAST_LETTERS: usize = 20;

/// Words of Swedish running text that any page of it has, in the spelling of any century.
const FREQUENT: [&str; 30] = [
    "och",
    "att",
    "i",
    "det",
    "som",
    "en",
    "av",
    "den",
    "på",
    "till",
    "för",
    "med",
    "är",
    "om",
    "de",
    "ett",
    "har",
    "inte",
    "från",
    "vid",
    "kl",
    "samt",
    "af",
    "var",
    "ej",
    "nr",
    "under",
    "enligt",
    "dnr",
    "ordförande",
];

/// Why words that are drawn well may still say nothing: their font tells other letters than it shows.
///
/// Only pages with much text are judged, by what holds for Swedish prose: a page of names or figures has neither
/// its small words nor, perhaps, its letters.
fn distrust(words: &[RawWord]) -> Option<String> {
    const LEAST_WORDS: usize = 60;
    let letters_of = |word: &RawWord| word.text.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    let words: Vec<String> = words.iter().map(letters_of).filter(|word| !word.is_empty()).collect();
    if words.len() < LEAST_WORDS {
        return None;
    }
    let share = |n: usize, of: usize| n as f32 / of.max(1) as f32;
    let n_frequent = words.iter().filter(|word| FREQUENT.contains(&word.as_str())).count();
    let n_letters: usize = words.iter().map(|word| word.chars().count()).sum();
    let n_common: usize = words.iter().map(|word| word.chars().filter(|c| "eantr".contains(*c)).count()).sum();
    let n_swedish: usize = words.iter().map(|word| word.chars().filter(|c| "åäö".contains(*c)).count()).sum();
    let n_ligatures = words.iter().filter(|word| word.contains(letters::is_unknown)).count();
    if share(n_ligatures, words.len()) > 0.02 {
        return Some("letters are missing from many of the text layer's words".into());
    }
    // Nearly half of all letters are e, a, n, t or r, in names too. Of shifted letters few are.
    if share(n_frequent, words.len()) < 0.02 && share(n_common, n_letters) < 0.25 {
        return Some("the letters of the text layer make no words".into());
    }
    // One letter in twenty is å, ä or ö; prose in another language lacks the small Swedish words too.
    if n_letters > 600 && share(n_swedish, n_letters) < 0.002 && share(n_frequent, words.len()) > 0.08 {
        return Some("the text layer has Swedish words but hardly any å, ä or ö".into());
    }
    None
}

/// Height of capitals, in ems.
const CAPITAL: f64 = 0.7;

fn push_line(making: &mut Making, line: &mut Vec<&PlacedGlyph>, number: u32, scale: f32) {
    line.sort_by(|a, b| a.origin.x.total_cmp(&b.origin.x));
    let mut word: Vec<&PlacedGlyph> = Vec::new();
    // Of each letter, the thickness of its strokes in points.
    let mut letters: Vec<Option<f64>> = Vec::new();
    let mut finish = |word: &mut Vec<&PlacedGlyph>, letters: &mut Vec<Option<f64>>, ends_line: bool| {
        let text = word_text(word, ends_line, making.are_hyphens);
        if let (Some(first), Some(last), false) = (word.first(), word.last(), text.is_empty()) {
            let size = word.iter().map(|glyph| glyph.size).fold(0.0, f64::max);
            let baseline = first.origin.y;
            let px = |points: f64| (points * f64::from(scale)).round() as i32;
            let bbox =
                BBox::new(px(first.origin.x), px(baseline - 0.72 * size), px(last.end.x), px(baseline + 0.2 * size));
            making.words.push(RawWord { text, bbox, confidence: 1.0, line: number, face: None });
            let usual = strokes::usual(letters.iter().flatten().map(|stroke| (*stroke as f32, 1)));
            let height = (size * CAPITAL) as f32 * scale;
            making.strokes.push(usual.map(|stroke| Stroke { thickness: stroke * scale, height }));
            let doubtful = word.iter().find(|glyph| glyph.likeness == Likeness::Other);
            making.fonts.push(doubtful.unwrap_or(first).font);
            making.n_doubtful.push(word.iter().filter(|glyph| glyph.likeness == Likeness::Other).count() as u32);
        }
        word.clear();
        letters.clear();
    };
    for glyph in line.drain(..) {
        if glyph.text.trim().is_empty() {
            finish(&mut word, &mut letters, false);
            continue;
        }
        if let Some(last) = word.last() {
            let gap = glyph.origin.x - last.end.x;
            let is_double = glyph.text == last.text && (glyph.origin.x - last.origin.x).abs() < 0.1 * glyph.size;
            if is_double {
                // Bold that is made by drawing twice, beside the letter or with a line around it.
                let beside = glyph.origin.x - last.origin.x;
                if let Some(stroke) = letters.last_mut() {
                    *stroke = stroke.map(|stroke| stroke + beside).into_iter().chain(glyph.stroke).reduce(f64::max);
                }
                continue;
            }
            if gap > 0.18 * glyph.size.min(last.size) {
                finish(&mut word, &mut letters, false);
            }
        }
        word.push(glyph);
        letters.push(glyph.stroke);
    }
    finish(&mut word, &mut letters, true);
}

/// What the glyphs of a word say, in plain letters and without blanks.
fn word_text(word: &[&PlacedGlyph], ends_line: bool, are_hyphens: bool) -> String {
    let mut text = String::with_capacity(word.len() + 1);
    for glyph in word {
        if glyph.text.is_ascii() {
            text.push_str(&glyph.text);
        } else {
            text.push_str(&letters::plain(&glyph.text));
        }
    }
    if text.is_ascii() && !text.contains(letters::is_unknown) {
        return if text.contains(char::is_whitespace) { without_blanks(&text) } else { text };
    }
    letters::with_bullet(&mut text);
    let soft: Vec<bool> = word.iter().filter_map(|glyph| glyph.soft_hyphen).collect();
    let is_drawn = |nth: usize| soft.get(nth).copied().unwrap_or(true);
    let mut text = letters::without_soft_hyphens(text, ends_line, are_hyphens, is_drawn);
    if !is_nfc(&text) {
        // A letter and the accent that is drawn over it.
        text = text.nfc().collect();
    }
    if text.contains(char::is_whitespace) { without_blanks(&text) } else { text }
}

/// A glyph may stand for a letter and a blank.
fn without_blanks(text: &str) -> String {
    text.split_whitespace().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Glyphs as a word processor places them: a line of up to ten words after the other.
    fn layer(text: &str) -> Vec<PlacedGlyph> {
        let mut glyphs = Vec::new();
        for (row, words) in text.split_whitespace().collect::<Vec<_>>().chunks(10).enumerate() {
            for (at, c) in words.join(" ").chars().enumerate() {
                let (x, y) = (50.0 + at as f64 * 5.0, 100.0 + row as f64 * 14.0);
                let (origin, end) = (Point::new(x, y), Point::new(x + 5.0, y));
                glyphs.push(PlacedGlyph {
                    text: c.to_string(),
                    origin,
                    end,
                    size: 10.0,
                    stroke: Some(0.9),
                    soft_hyphen: None,
                    font: 0,
                    outline: 0,
                    likeness: Likeness::Possible,
                });
            }
        }
        glyphs
    }

    fn prose() -> String {
        let sentence = "Nämnden beslutar att bifalla förvaltningens förslag och att överlämna ärendet till \
                        kommunstyrelsen för vidare åtgärd enligt den plan som antogs på våren av fullmäktige. ";
        sentence.repeat(6)
    }

    #[test]
    fn good_layers_are_taken() {
        let words = place(&layer(&prose()), 1.0).unwrap().words;
        assert_eq!(words.len(), prose().split_whitespace().count());
        assert_eq!(words[0].text, "Nämnden");
        // A page of names has no small words and may have no å, ä or ö.
        assert!(place(&layer(&"Anna Berg (S) Erik Holm (M) 134 Karin Dahl (C) ".repeat(20)), 1.0).is_ok());
        assert!(
            place(&layer(&"The committee has received the report and will return to it in autumn. ".repeat(20)), 1.0)
                .is_ok()
        );
    }

    #[test]
    fn bold_is_told_however_it_is_made() {
        // Bold by its font, by drawing letters twice, and by a line around them.
        let (mut by_font, mut beside, mut around) = (layer(&prose()), Vec::new(), Vec::new());
        for glyph in &mut by_font {
            match glyph.origin.y as u32 {
                100 => glyph.stroke = Some(1.6),
                114 => {
                    let (origin, end) = (Point::new(glyph.origin.x + 0.6, 114.0), Point::new(glyph.end.x + 0.6, 114.0));
                    beside.push(PlacedGlyph { origin, end, ..glyph.clone() });
                }
                128 => around.push(PlacedGlyph { stroke: Some(1.6), ..glyph.clone() }),
                // In twice the size strokes of ordinary letters are twice as thick.
                142 => (glyph.stroke, glyph.size) = (Some(1.8), 20.0),
                _ => {}
            }
        }
        let glyphs = [by_font, beside, around].concat();
        let words = place(&glyphs, 3.0).unwrap().words;
        let weights = |line| words.iter().filter(move |word| word.line == line).map(|word| word.face.unwrap().weight);
        for bold in 0..3 {
            assert!(weights(bold).count() > 5 && weights(bold).all(|weight| weight > 1.5), "{bold}");
        }
        assert!((3..6).flat_map(weights).all(|weight| weight == 1.0));
        let sizes = [2, 3].map(|line| words.iter().find(|word| word.line == line).unwrap().face.unwrap().size);
        assert_eq!(sizes, [21.0, 42.0]);
    }

    #[test]
    fn bad_layers_are_told_by_what_is_wrong_with_them() {
        let reason = |text: &str| place(&layer(text), 1.0).unwrap_err();
        let unknown: String = prose().replace("ä", "\u{fffd}");
        assert!(reason(&unknown).contains("unknown"), "{}", reason(&unknown));
        let shifted: String =
            prose().chars().map(|c| if c.is_ascii_alphabetic() { (c as u8 - 3) as char } else { c }).collect();
        assert!(reason(&shifted).contains("no words"), "{}", reason(&shifted));
        let stripped = prose().replace(['ä', 'å'], "a").replace('ö', "o");
        assert!(reason(&stripped).contains("å, ä or ö"), "{}", reason(&stripped));
        assert!(reason("   ").contains("empty"));
    }
}
