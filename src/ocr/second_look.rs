//! A second look at the few places where the first one is known to fail: print that the engine's
//! layout left out, such as a column of single digits, and short words that it was not sure of.

use super::engine::OcrEngine;
use super::prepare::InkMask;
use super::{marks, stops};
use crate::error::Result;
use crate::input::RawWord;
use crate::page::BBox;
use image::{GrayImage, Luma};

/// Looks beyond this are not worth their time on one page.
const MOST_LOOKS: usize = 80;
/// Confidence from which a word that the first look missed is taken for print, not for a smudge.
const PRINT: f32 = 0.7;
/// The same for what stands in a column of others that were missed, and how many make a column.
const IN_COLUMN: f32 = 0.55;
const FEWEST_IN_COLUMN: usize = 3;
/// Under this, a short word is looked at again.
const UNSURE: f32 = 0.6;

/// Adds what was left out and mends what was doubtful, on the straight page that the engine read.
pub fn look_again(
    pixels: &GrayImage,
    mask: &InkMask,
    dpi: u32,
    rulings: &[BBox],
    words: &mut Vec<RawWord>,
    engine: &mut dyn OcrEngine,
) -> Result<()> {
    drop_noise(words, dpi);
    let covered: Vec<BBox> = words.iter().map(|word| word.bbox).collect();
    let typical = typical_height(words, dpi);
    let mut next_line = words.iter().map(|word| word.line).filter(|line| *line < u32::MAX / 2).max().unwrap_or(0) + 1;
    let mut n_looks = 0;
    let (mut seen, mut doubtful): (Vec<BBox>, Vec<RawWord>) = (Vec::new(), Vec::new());
    for bbox in print_like(mask, &covered, rulings, typical) {
        n_looks += 1;
        if n_looks > MOST_LOOKS {
            return Ok(());
        }
        let mut look = |bbox: BBox| -> Result<(String, f32)> {
            let found = engine.recognise_line(&crop(pixels, mask, bbox, typical), dpi)?;
            let confidence = found.iter().map(|word| word.confidence).fold(1.0, f32::min);
            Ok((found.iter().map(|word| word.text.as_str()).collect(), confidence))
        };
        let stop = stops::word_behind(words, bbox);
        let with_stop = match stop.and_then(|at| words.get(at)) {
            Some(stop) => Some(bbox.union(stop.bbox)),
            None => stops::end_with_dot(pixels, words, bbox).map(|x1| BBox { x1, ..bbox }),
        };
        let (mut text, mut confidence) = look(with_stop.unwrap_or(bbox))?;
        let is_number = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
        if with_stop.is_some() && !(confidence >= PRINT && text.strip_suffix('.').is_some_and(is_number)) {
            // The number by itself; that what stands behind it is a full stop is seen.
            n_looks += 1;
            (text, confidence) = look(bbox)?;
            if is_number(&text) {
                text.push('.');
            }
        }
        let bbox = with_stop.filter(|_| text.ends_with('.')).unwrap_or(bbox);
        if let Some(at) = stop.filter(|_| confidence >= PRINT && text.ends_with('.')) {
            words.remove(at);
        }
        if confidence >= IN_COLUMN && text.chars().any(char::is_alphanumeric) && text.chars().count() <= 12 {
            let word = RawWord { text, bbox, confidence, line: next_line, face: None };
            next_line += 1;
            if confidence >= PRINT {
                seen.push(bbox);
                words.push(word);
            } else {
                doubtful.push(word);
            }
        }
    }
    let in_column = |word: &RawWord| {
        seen.iter().filter(|other| (other.x0 - word.bbox.x0).abs() <= typical / 2).count() >= FEWEST_IN_COLUMN
    };
    words.extend(doubtful.into_iter().filter(in_column));
    for word in words.iter_mut().filter(|word| is_unsure(word, typical)) {
        n_looks += 1;
        if n_looks > MOST_LOOKS {
            break;
        }
        let found = engine.recognise_line(&crop(pixels, mask, word.bbox, typical), dpi)?;
        if let [again] = found.as_slice()
            && again.confidence > word.confidence + 0.15
            && again.confidence >= PRINT
        {
            word.text.clone_from(&again.text);
            word.confidence = again.confidence;
        }
    }
    Ok(())
}

/// Confidence of a whole line under which it is scribble, not print.
const SCRIBBLE: f32 = 0.66;

/// The same for a number beside a `§`: no scribble looks like that, and nothing else on a page is missed as much.
const NO_NUMBER: f32 = 0.4;

/// Takes away what the engine made of signatures, stamps and columns that it took for upright words.
/// The ink stays: what no word covers is listed as such, or looked at again.
fn drop_noise(words: &mut Vec<RawWord>, dpi: u32) {
    #[derive(Default)]
    struct OfLine {
        confidence: f32,
        length: f32,
        has_digit: bool,
        has_sign: bool,
        has_more: bool,
    }
    let typical = typical_height(words, dpi);
    let mut lines: std::collections::HashMap<u32, OfLine> = std::collections::HashMap::new();
    for word in words.iter() {
        let length = word.text.chars().count() as f32;
        let line = lines.entry(word.line).or_default();
        line.confidence += length * word.confidence;
        line.length += length;
        for c in word.text.chars() {
            match c {
                '0'..='9' => line.has_digit = true,
                '§' => line.has_sign = true,
                c => line.has_more |= c.is_alphabetic(),
            }
        }
    }
    words.retain(|word| {
        let is_print = lines.get(&word.line).is_none_or(|line| {
            let is_number = line.has_digit && line.has_sign && !line.has_more;
            line.confidence >= line.length * if is_number { NO_NUMBER } else { SCRIBBLE }
        });
        // A frame of the form, or the whole form, taken for a letter may look as sure as any.
        let height = word.bbox.height();
        let is_tower = height > typical * 2 && word.confidence < SCRIBBLE || height > typical * 6;
        is_print && !is_tower
    });
}

fn is_unsure(word: &RawWord, typical: i32) -> bool {
    word.confidence < UNSURE && word.text.chars().count() <= 6 && word.bbox.height() <= typical * 2
}

/// Height of most words, in pixels.
pub(super) fn typical_height(words: &[RawWord], dpi: u32) -> i32 {
    let mut heights: Vec<i32> = words
        .iter()
        .filter(|word| word.confidence > 0.8 && word.text.len() > 2)
        .map(|word| word.bbox.height())
        .collect();
    heights.sort_unstable();
    heights.get(heights.len() / 2).copied().unwrap_or(dpi as i32 / 8).max(6)
}

/// Ink that no word covers and that is as high as print; what stands close together is one word.
fn print_like(mask: &InkMask, covered: &[BBox], rulings: &[BBox], typical: i32) -> Vec<BBox> {
    let mut boxes: Vec<BBox> = marks::patches(mask, covered, rulings)
        .into_iter()
        .filter(|bbox| bbox.height() * 10 >= typical * 5 && bbox.height() * 10 <= typical * 16)
        .filter(|bbox| bbox.width() <= typical * 6)
        .collect();
    boxes.sort_by_key(|bbox| (bbox.y0, bbox.x0));
    let mut merged: Vec<BBox> = Vec::new();
    for bbox in boxes {
        let near = |other: &&mut BBox| {
            let gap = bbox.x0.max(other.x0) - bbox.x1.min(other.x1);
            gap <= typical * 2 / 5 && bbox.y_overlap(**other) > 0.5
        };
        match merged.iter_mut().find(near) {
            Some(other) => *other = other.union(bbox),
            None => merged.push(bbox),
        }
    }
    merged.retain(|bbox| bbox.width() <= typical * 8);
    merged
}

/// A box with paper around it, as an engine likes a line.
fn crop(pixels: &GrayImage, mask: &InkMask, bbox: BBox, typical: i32) -> GrayImage {
    let margin = (typical / 2).max(8);
    let reach = mask.factor as i32 + 1;
    let (width, height) = (pixels.width() as i32, pixels.height() as i32);
    let paper = mask.paper_at(bbox.x_center(), bbox.y_center());
    let size = ((bbox.width() + 2 * (margin + reach)) as u32, (bbox.height() + 2 * (margin + reach)) as u32);
    GrayImage::from_fn(size.0, size.1, |x, y| {
        let (x, y) = (bbox.x0 - margin - reach + x as i32, bbox.y0 - margin - reach + y as i32);
        let is_inside =
            (bbox.x0 - reach..bbox.x1 + reach).contains(&x) && (bbox.y0 - reach..bbox.y1 + reach).contains(&y);
        if is_inside && (0..width).contains(&x) && (0..height).contains(&y) {
            *pixels.get_pixel(x as u32, y as u32)
        } else {
            Luma([paper])
        }
    })
}
