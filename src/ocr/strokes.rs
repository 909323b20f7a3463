//! How heavy the words of a scanned page are set, from the thickness of their strokes.

use super::prepare::InkMask;
use crate::input::RawWord;
use crate::input::strokes::{PARTS, Stroke, thickness, usual, weigh};
use crate::page::BBox;
use image::GrayImage;

/// Tells each word of a straight page its weight. What has no letter and no digit has none.
pub fn weigh_words(pixels: &GrayImage, mask: &InkMask, words: &mut [RawWord]) {
    let Some(ink) = ink_shade(pixels, mask, words) else { return };
    let mut lengths = Vec::new();
    let mut strokes: Vec<Option<Stroke>> = words
        .iter()
        .map(|word| {
            let reach = reach(&word.text)?;
            let n_rows = measure(pixels, mask, ink, word.bbox, &mut lengths);
            let stroke = Stroke { thickness: thickness(&mut lengths, 1..3)?, height: n_rows as f32 / reach };
            // A blot, or what little of a word is dark enough.
            (stroke.thickness * 2.0 < stroke.height).then_some(stroke)
        })
        .collect();
    even(words, &mut strokes);
    weigh(words, &strokes, true);
}

/// Ink is darker than so many hundredths of the paper.
const DARK: u32 = 80;

/// The shade of full ink, which strokes thinner than a blurred scanner sees never have: the darkest thirtieth.
fn ink_shade(pixels: &GrayImage, mask: &InkMask, words: &[RawWord]) -> Option<u8> {
    let mut histogram = [0u32; 256];
    for word in words {
        let limit = u32::from(mask.paper_at(word.bbox.x_center(), word.bbox.y_center())) * DARK / 100;
        // Every third row tells as much as all.
        for row in rows(pixels, word.bbox, 0).map(|(row, _)| row).step_by(3) {
            row.iter().filter(|value| u32::from(**value) < limit).for_each(|value| histogram[usize::from(*value)] += 1);
        }
    }
    let n_dark: u32 = histogram.iter().sum();
    let mut darker = 0;
    let shade = histogram.iter().position(|&n| {
        darker += n;
        darker * 30 > n_dark
    })?;
    Some(shade as u8)
}

/// The rows of a box that is grown by a margin, and where on the page they begin.
fn rows(pixels: &GrayImage, bbox: BBox, margin: i32) -> impl Iterator<Item = (&[u8], usize)> {
    let (width, height) = (pixels.width() as usize, pixels.height() as usize);
    let within = |at: i32, most: usize| (at.max(0) as usize).min(most);
    let (left, right) = (within(bbox.x0 - margin, width), within(bbox.x1 + margin, width));
    let (top, bottom) = (within(bbox.y0 - margin, height), within(bbox.y1 + margin, height));
    let raw = pixels.as_raw();
    (top..bottom).map(move |y| (&raw[y * width + left.min(right)..y * width + right], y))
}

/// The stretches of ink along the rows of a box, and over how many rows there is any.
///
/// A blurred stroke is as thick as its ink would be if it were all dark.
fn measure(pixels: &GrayImage, mask: &InkMask, ink: u8, bbox: BBox, lengths: &mut Vec<u32>) -> usize {
    const MARGIN: i32 = 1;
    lengths.clear();
    let paper = u32::from(mask.paper_at(bbox.x_center(), bbox.y_center()));
    let ink = u32::from(ink);
    let Some(contrast) = paper.checked_sub(ink).filter(|contrast| *contrast > 0) else { return 0 };
    let is_dark = |value: &u8| u32::from(*value) * 2 < paper + ink;
    let parts = |value: u8| (paper.saturating_sub(u32::from(value)) * PARTS / contrast).min(PARTS);
    let mut found = None;
    for (row, y) in rows(pixels, bbox, MARGIN) {
        let mut at = 0;
        while let Some(start) = row[at..].iter().position(is_dark).map(|n| at + n) {
            let end = row[start..].iter().position(|value| !is_dark(value)).map_or(row.len(), |n| start + n);
            // The edges of a stroke are on the pixels beside it.
            let whole = &row[start.saturating_sub(1)..(end + 1).min(row.len())];
            lengths.push(whole.iter().map(|value| parts(*value)).sum());
            at = end;
            found = Some((found.map_or(y, |(first, _)| first), y));
        }
    }
    found.map_or(0, |(first, last)| last + 1 - first)
}

/// How high a word's letters stand from top to bottom, in heights of a capital.
fn reach(text: &str) -> Option<f32> {
    let up = |c: char| match c {
        'Å' | 'Ä' | 'Ö' | 'É' => 1.25,
        'i' | 'j' | 'å' | 'ä' | 'ö' | 'b' | 'd' | 'f' | 'h' | 'k' | 'l' | 'é' => 1.0,
        't' => 0.9,
        '.' | ',' | ':' | ';' | '-' | '–' | '_' => 0.2,
        c if c.is_lowercase() => 0.7,
        _ => 1.0,
    };
    let down = |c: char| match c {
        'g' | 'j' | 'p' | 'q' | 'y' | '(' | ')' | '[' | ']' => 0.3,
        ',' | ';' | '§' | '/' | 'Q' => 0.2,
        _ => 0.0,
    };
    let highest = |reach: &dyn Fn(char) -> f32| text.chars().map(reach).fold(0.0, f32::max);
    text.chars().any(char::is_alphanumeric).then(|| highest(&up) + highest(&down))
}

/// How far a word's height may be from that of its line, in hundredths, and be the same.
const SAME_HEIGHT: f32 = 0.2;

/// Gives words the height that most of their line has, unless theirs is clearly another: marks above letters, commas
/// and specks make single heights differ.
fn even(words: &[RawWord], strokes: &mut [Option<Stroke>]) {
    let mut by_line: std::collections::BTreeMap<u32, Vec<usize>> = std::collections::BTreeMap::new();
    for (at, word) in words.iter().enumerate() {
        by_line.entry(word.line).or_default().push(at);
    }
    for line in by_line.into_values() {
        let heights = line.iter().filter_map(|&at| Some((strokes[at]?.height, words[at].text.chars().count())));
        let Some(height) = usual(heights) else { continue };
        for &at in &line {
            if let Some(stroke) = strokes[at].as_mut().filter(|s| (s.height - height).abs() < SAME_HEIGHT * height) {
                stroke.height = height;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Luma, imageops};

    const INK: u8 = 20;

    /// Words of five letters, each two strokes of a thickness with a bar between them, under one another.
    fn page(strokes: &[u32]) -> (GrayImage, Vec<RawWord>) {
        let height = |row: usize| row as u32 * 80 + 60;
        let pixels = GrayImage::from_fn(600, height(strokes.len()), |x, y| {
            let is_ink = strokes.iter().enumerate().any(|(row, &thickness)| {
                let (x, y) = (x.wrapping_sub(100), y.wrapping_sub(height(row)));
                let at = x % 50;
                let is_stroke = at < thickness || (30..30 + thickness).contains(&at);
                x < 250 && y < 36 && (is_stroke || (at < 30 && (16..19).contains(&y)))
            });
            Luma([if is_ink { INK } else { 240 }])
        });
        let words = (0..strokes.len()).map(|row| RawWord {
            text: "HHHHH".into(),
            bbox: BBox::new(98, height(row) as i32 - 2, 340, height(row) as i32 + 38),
            confidence: 0.9,
            line: row as u32,
            face: None,
        });
        let words = words.collect();
        (pixels, words)
    }

    fn weights(pixels: &GrayImage, mut words: Vec<RawWord>) -> Vec<f32> {
        weigh_words(pixels, &InkMask::new(pixels, 300), &mut words);
        words.iter().map(|word| word.face.unwrap().weight).collect()
    }

    #[test]
    fn thick_strokes_are_heavy() {
        let (pixels, words) = page(&[4, 4, 6, 4, 8]);
        assert_eq!(weights(&pixels, words.clone()), [1.0, 1.0, 1.5, 1.0, 2.0]);
        let mut measured = words;
        weigh_words(&pixels, &InkMask::new(&pixels, 300), &mut measured);
        assert_eq!(measured[0].face.unwrap().size, 36.0);
    }

    #[test]
    fn neither_blur_nor_spread_ink_changes_what_is_heavy() {
        let (pixels, words) = page(&[4, 4, 6, 4, 4]);
        let blurred = imageops::blur(&pixels, 1.2);
        let found = weights(&blurred, words.clone());
        assert!((found[2] - 1.5).abs() < 0.1 && (found[0] - 1.0).abs() < 0.05, "{found:?}");
        // A scanner that takes every shadow for ink: all strokes are two pixels thicker.
        let spread = GrayImage::from_fn(pixels.width(), pixels.height(), |x, y| {
            let near = (x.saturating_sub(1)..(x + 2).min(pixels.width())).any(|x| pixels.get_pixel(x, y).0[0] == INK);
            Luma([if near { 0 } else { 255 }])
        });
        let found = weights(&spread, words);
        assert!((found[2] - 1.45).abs() < 0.1 && found[0] == 1.0, "{found:?}");
    }

    #[test]
    fn what_has_no_strokes_has_no_weight() {
        let (pixels, mut words) = page(&[4, 4]);
        words[0].text = "–".into();
        words[1].bbox = BBox::new(-50, 5_000, -10, 5_040);
        weigh_words(&pixels, &InkMask::new(&pixels, 300), &mut words);
        assert!(words.iter().all(|word| word.face.is_none()));
        weigh_words(&GrayImage::new(0, 0), &InkMask::new(&GrayImage::new(0, 0), 300), &mut words);
    }
}
