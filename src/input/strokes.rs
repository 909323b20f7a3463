//! How thick the strokes of letters are, and how heavy that makes a word beside the rest of its page.
//!
//! What is measured is the same on paper and in a font: the stretches of ink that a level line crosses. Most of them
//! are upright strokes, which differ little between the faces of ordinary text and much between them and bold.

use super::page::RawWord;
use crate::page::Face;
use hayro::kurbo::{self, BezPath, PathEl, Point, Shape as _};
use std::ops::Range;

/// A word's upright strokes and its capitals, or how high they would be, in pixels.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Stroke {
    pub thickness: f32,
    pub height: f32,
}

/// Strokes of ordinary faces are hardly ever thicker than this share of the height of capitals.
const FIRM: f32 = 0.13;

/// Tells each word its weight beside the others, from its stroke.
///
/// Where ink may have spread, or a scanner taken too much for ink, strokes that are thicker than those of any ordinary
/// face are thicker by as much in any size and weight. In a file they are what they are: most of the page is bold.
pub fn weigh(words: &mut [RawWord], strokes: &[Option<Stroke>], may_spread: bool) {
    let measured = |share: fn(&Stroke) -> f32| {
        let measured = words.iter().zip(strokes).filter_map(|(word, stroke)| Some((share(stroke.as_ref()?), word)));
        usual(measured.map(|(value, word)| (value, word.text.chars().filter(|c| c.is_alphanumeric()).count())))
    };
    let (Some(share), Some(height)) =
        (measured(|stroke| stroke.thickness / stroke.height), measured(|stroke| stroke.height))
    else {
        return;
    };
    let spread = if may_spread { (share - FIRM).max(0.0) * height } else { 0.0 };
    let ordinary = share.min(FIRM);
    for (word, stroke) in words.iter_mut().zip(strokes) {
        word.face = stroke.map(|stroke| {
            let weight = (stroke.thickness - spread).max(0.0) / stroke.height / ordinary;
            Face { weight: (weight * 100.0).round() / 100.0, size: (stroke.height * 10.0).round() / 10.0 }
        });
    }
}

/// The middle of values, each of which counts so many times.
pub fn usual(values: impl Iterator<Item = (f32, usize)>) -> Option<f32> {
    let mut values: Vec<(f32, usize)> = values.filter(|(value, n)| *value > 0.0 && *n > 0).collect();
    values.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = values.iter().map(|(_, n)| n).sum::<usize>() / 2;
    let mut below = 0;
    values.into_iter().find_map(|(value, n)| {
        below += n;
        (below > half).then_some(value)
    })
}

/// So many parts of a pixel, or of a font's unit, are told apart.
pub const PARTS: u32 = 16;

/// The thickness that stretches of ink have as a rule, from their lengths in parts: the mean from one quarter of them
/// to another, as feet and bars of letters are longer than any stroke, and specks and hairlines are shorter.
pub fn thickness(lengths: &mut [u32], quarters: Range<usize>) -> Option<f32> {
    lengths.sort_unstable();
    let at = |quarter: usize| lengths.len() * quarter / 4;
    let middle = &lengths[at(quarters.start)..at(quarters.end).max(at(quarters.start) + 1).min(lengths.len())];
    let sum: u64 = middle.iter().map(|&length| u64::from(length)).sum();
    (sum > 0).then(|| sum as f32 / (middle.len() as f32 * PARTS as f32))
}

/// Level lines that are laid through a letter's outline.
const LEVELS: u32 = 12;
/// What is drawn with more curves than this is no letter.
const MOST_ELEMENTS: usize = 2_000;

/// How thick the strokes of an outline are, in its own units.
pub fn of_outline(outline: &BezPath) -> Option<f32> {
    if outline.elements().len() > MOST_ELEMENTS {
        return None;
    }
    let mut sides: Vec<(Point, Point)> = Vec::new();
    let (mut start, mut last) = (Point::ORIGIN, Point::ORIGIN);
    kurbo::flatten(outline.iter(), 1.0, |element| {
        let to = match element {
            PathEl::MoveTo(to) => {
                (start, last) = (to, to);
                return;
            }
            PathEl::LineTo(to) => to,
            _ => start,
        };
        sides.push((last, to));
        last = to;
    });
    let bounds = outline.bounding_box();
    let mut lengths = Vec::new();
    for level in 0..LEVELS {
        let y = bounds.y0 + bounds.height() * (f64::from(level) + 0.5) / f64::from(LEVELS);
        let mut crossings: Vec<(f64, i32)> = sides
            .iter()
            .filter(|(from, to)| (from.y <= y) != (to.y <= y))
            .map(|(from, to)| {
                let x = from.x + (to.x - from.x) * (y - from.y) / (to.y - from.y);
                (x, if to.y > from.y { 1 } else { -1 })
            })
            .collect();
        crossings.sort_by(|a, b| a.0.total_cmp(&b.0));
        // Contours that lie over one another are one stretch of ink.
        let (mut winding, mut begun) = (0, 0.0);
        for (x, turn) in crossings {
            if winding == 0 {
                begun = x;
            }
            winding += turn;
            if winding == 0 {
                lengths.push(((x - begun) * f64::from(PARTS)).round() as u32);
            }
        }
    }
    // No grain has to be evened out: the shorter half of a letter's stretches are its strokes.
    thickness(&mut lengths, 1..2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::BBox;
    use hayro::kurbo::Rect;

    fn word(text: &str) -> RawWord {
        RawWord { text: text.into(), bbox: BBox::default(), confidence: 1.0, line: 0, face: None }
    }

    fn weights(strokes: &[(f32, f32)], may_spread: bool) -> Vec<f32> {
        let mut words: Vec<RawWord> = strokes.iter().map(|_| word("ordet")).collect();
        let strokes: Vec<Option<Stroke>> =
            strokes.iter().map(|&(thickness, height)| Some(Stroke { thickness, height })).collect();
        weigh(&mut words, &strokes, may_spread);
        words.iter().map(|word| word.face.unwrap().weight).collect()
    }

    #[test]
    fn words_are_weighed_against_most_of_their_page() {
        // A heading of twice the size, once as thick for its size as the text, once bold.
        let page = [(3.0, 30.0), (3.0, 30.0), (3.0, 30.0), (6.0, 60.0), (9.0, 60.0)];
        assert_eq!(weights(&page, true), [1.0, 1.0, 1.0, 1.0, 1.5]);
        assert_eq!(weights(&page, false), weights(&page, true));
        // All strokes are two pixels thicker than ink that did not spread would have left them.
        let page = [(5.9, 30.0), (5.9, 30.0), (5.9, 30.0), (9.8, 60.0), (7.85, 30.0)];
        assert_eq!(weights(&page, true), [1.0, 1.0, 1.0, 1.0, 1.5]);
        // In a file, such words are bold, also where they are most of the page.
        assert!(weights(&page, false)[0] >= 1.5);
        // What could not be measured has no weight and counts for nothing.
        let mut words = vec![word("ordet"), word("–")];
        weigh(&mut words, &[Some(Stroke { thickness: 3.0, height: 30.0 }), None], true);
        assert_eq!(words[0].face, Some(Face { weight: 1.0, size: 30.0 }));
        assert_eq!(words[1].face, None);
    }

    #[test]
    fn strokes_of_outlines_are_measured() {
        // An H with a bar: two uprights of 90, and the bar across in a twelfth of its height.
        let mut letter = BezPath::new();
        for part in [
            Rect::new(50.0, 0.0, 140.0, 700.0),
            Rect::new(460.0, 0.0, 550.0, 700.0),
            Rect::new(90.0, 320.0, 500.0, 380.0),
        ] {
            letter.extend(part.path_elements(0.1));
        }
        assert_eq!(of_outline(&letter), Some(90.0));
        assert_eq!(of_outline(&BezPath::new()), None);
    }
}
