//! What a letter's outline looks like, coarsely: enough to see that it cannot be the letter that its font says it is.
//!
//! Parts and holes, where the hole lies and what hangs below the line are the same in nearly every face. A map of
//! letters that is shifted, or wrong for figures or å, ä and ö only, contradicts them within a few words.

use hayro::kurbo::{self, BezPath, PathEl, Point, Shape as _};
use std::ops::RangeInclusive;

/// Parts and holes of an outline. An i has two parts, an o a hole, an ä three parts and a hole.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Shape {
    parts: u8,
    holes: u8,
    /// Where the middle of its largest hole lies, as a share of its height from its foot.
    hole_at: f32,
    /// How high that hole is, as a share of its height.
    hole_height: f32,
    /// How far it reaches below the line it stands on, in thousandths of the em.
    depth: f32,
}

/// What an outline says of the letter that it is said to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Likeness {
    /// It may be the letter, or the letter is none that is known here.
    Possible,
    /// It is another letter.
    Other,
    /// It looks like no letter: rough type, ornaments, strokes that lie over one another.
    Odd,
}

/// What is drawn with more curves or parts than this is no letter.
const MOST_ELEMENTS: usize = 2_000;
const MOST_CONTOURS: usize = 24;

const ANY: RangeInclusive<f32> = f32::MIN..=f32::MAX;

/// What holds of letters in the faces that documents are set in, whatever the face.
struct Look {
    /// Parts and holes; more than one pair where faces differ.
    forms: &'static [(u8, u8)],
    hole_at: RangeInclusive<f32>,
    hole_height: RangeInclusive<f32>,
    depth: RangeInclusive<f32>,
}

/// Stands on the line; rounded feet reach below it a little.
const STANDS: RangeInclusive<f32> = -60.0..=90.0;
const HANGS: RangeInclusive<f32> = 90.0..=f32::MAX;

fn look(letter: char) -> Option<Look> {
    // Two contours that lie over one another, as the arms of a K may, are two parts.
    const LINE: &[(u8, u8)] = &[(1, 0), (2, 0)];
    const LOOP: &[(u8, u8)] = &[(1, 1)];
    // The bowls of some faces do not close.
    const OPEN: &[(u8, u8)] = &[(1, 1), (1, 0)];
    const DOTS: &[(u8, u8)] = &[(3, 1)];
    let look = |forms, hole_at, hole_height, depth| Some(Look { forms, hole_at, hole_height, depth });
    match letter {
        'c' | 'h' | 'k' | 'l' | 'n' | 'r' | 's' | 't' | 'u' | 'v' | 'w' | 'x' | 'z' => look(LINE, ANY, ANY, STANDS),
        'C' | 'E' | 'F' | 'G' | 'H' | 'I' | 'K' | 'L' | 'M' | 'N' | 'S' | 'T' | 'U' | 'V' | 'W' | 'X' | 'Y' | 'Z' => {
            look(LINE, ANY, ANY, STANDS)
        }
        'm' => look(&[(1, 0), (2, 0), (2, 2)], ANY, ANY, STANDS),
        // Old figures hang.
        '1' | '2' | '3' | '5' | '7' | 'f' | 'J' => look(LINE, ANY, ANY, ANY),
        'y' => look(LINE, ANY, ANY, HANGS),
        'i' => look(&[(2, 0)], ANY, ANY, STANDS),
        'j' => look(&[(2, 0)], ANY, ANY, HANGS),
        'a' => look(LOOP, 0.2..=0.6, ANY, STANDS),
        'b' | 'd' => look(LOOP, 0.22..=0.46, ANY, STANDS),
        'e' => look(LOOP, 0.58..=0.9, 0.0..=0.55, STANDS),
        'o' => look(LOOP, 0.42..=0.58, 0.4..=1.0, STANDS),
        'p' | 'q' => look(LOOP, 0.54..=0.78, ANY, HANGS),
        'g' => look(&[(1, 1), (1, 2)], ANY, ANY, HANGS),
        'A' => look(LOOP, 0.42..=0.78, 0.0..=0.65, STANDS),
        'D' | 'O' => look(LOOP, 0.42..=0.58, 0.5..=1.0, STANDS),
        'P' | 'R' => look(OPEN, ANY, 0.0..=0.6, STANDS),
        'B' => look(&[(1, 2)], ANY, ANY, STANDS),
        // With a dot or a stroke in it where letters are all as wide.
        '0' => look(&[(1, 1), (2, 1), (1, 2)], ANY, 0.5..=1.0, STANDS),
        '4' => look(OPEN, ANY, 0.0..=0.68, ANY),
        '6' | '9' => look(OPEN, ANY, 0.0..=0.66, ANY),
        '8' => look(&[(1, 2)], ANY, ANY, STANDS),
        'ä' => look(DOTS, ANY, ANY, STANDS),
        'ö' => look(DOTS, ANY, 0.27..=0.8, STANDS),
        'Ä' => look(DOTS, ANY, 0.0..=0.54, STANDS),
        'Ö' => look(DOTS, ANY, 0.4..=1.0, STANDS),
        'å' => look(&[(2, 2)], ANY, ANY, STANDS),
        'Å' => look(&[(2, 2), (1, 2), (1, 3)], ANY, ANY, STANDS),
        'é' => look(&[(2, 1)], ANY, ANY, STANDS),
        'É' => look(&[(2, 0)], ANY, ANY, STANDS),
        'ü' | 'Ü' => look(&[(3, 0)], ANY, ANY, STANDS),
        _ => None,
    }
}

impl Shape {
    pub fn of(outline: &BezPath) -> Option<Shape> {
        if outline.elements().len() > MOST_ELEMENTS {
            return None;
        }
        let contours = contours(outline);
        if contours.is_empty() || contours.len() > MOST_CONTOURS {
            return None;
        }
        let bounds = outline.bounding_box();
        let mut shape = Shape { parts: 0, holes: 0, hole_at: 0.0, hole_height: 0.0, depth: -bounds.y0 as f32 };
        for (idx, contour) in contours.iter().enumerate() {
            let Some(&first) = contour.first() else { continue };
            let around = contours.iter().enumerate().filter(|(other, around)| *other != idx && holds(around, first));
            if around.count() % 2 == 0 {
                shape.parts += 1;
                continue;
            }
            shape.holes += 1;
            let foot = contour.iter().map(|point| point.y).fold(f64::MAX, f64::min);
            let top = contour.iter().map(|point| point.y).fold(f64::MIN, f64::max);
            let share = |y: f64| (y / bounds.height().max(1.0)) as f32;
            if share(top - foot) > shape.hole_height {
                (shape.hole_at, shape.hole_height) = (share((top + foot) / 2.0 - bounds.y0), share(top - foot));
            }
        }
        Some(shape)
    }

    pub fn likeness(&self, letter: char) -> Likeness {
        let Some(look) = look(letter) else { return Likeness::Possible };
        let form = (self.parts, self.holes);
        if look.forms.contains(&form) {
            let has_hole = self.holes > 0;
            let fits =
                !has_hole || look.hole_at.contains(&self.hole_at) && look.hole_height.contains(&self.hole_height);
            return if fits && look.depth.contains(&self.depth) { Likeness::Possible } else { Likeness::Other };
        }
        match form {
            (1, 0..=2) | (2, 0 | 2) | (3, 1) => Likeness::Other,
            _ => Likeness::Odd,
        }
    }

    /// Whether likeness says anything of a letter.
    pub fn is_known(letter: char) -> bool {
        look(letter).is_some()
    }
}

/// An outline's closed lines, of corners only.
fn contours(outline: &BezPath) -> Vec<Vec<Point>> {
    let mut contours: Vec<Vec<Point>> = Vec::new();
    kurbo::flatten(outline.iter(), 8.0, |element| match (element, contours.last_mut()) {
        (PathEl::MoveTo(to), _) => contours.push(vec![to]),
        (PathEl::LineTo(to), Some(open)) => open.push(to),
        _ => {}
    });
    contours.retain(|contour| contour.len() > 2);
    contours
}

/// Whether a point lies within a contour.
fn holds(contour: &[Point], point: Point) -> bool {
    let ends = contour.iter().skip(1).chain(contour.first());
    let crossings = contour.iter().zip(ends).filter(|(from, to)| {
        (from.y <= point.y) != (to.y <= point.y)
            && from.x + (to.x - from.x) * (point.y - from.y) / (to.y - from.y) > point.x
    });
    crossings.count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use hayro::kurbo::Rect;

    fn outline(boxes: &[[f64; 4]]) -> BezPath {
        let mut outline = BezPath::new();
        for &[x0, y0, x1, y1] in boxes {
            outline.extend(Rect::new(x0, y0, x1, y1).path_elements(0.1));
        }
        outline
    }

    #[test]
    fn letters_are_told_from_others_and_from_what_is_none() {
        let like = |boxes: &[[f64; 4]], letter| Shape::of(&outline(boxes)).unwrap().likeness(letter);
        let stem = [0.0, 0.0, 90.0, 700.0];
        let bowl = [[0.0, 0.0, 480.0, 500.0], [90.0, 80.0, 400.0, 420.0]];
        assert_eq!(like(&[stem], 'l'), Likeness::Possible);
        assert_eq!(like(&[stem], 'o'), Likeness::Other);
        assert_eq!(like(&bowl, 'o'), Likeness::Possible);
        assert_eq!(like(&bowl, 'l'), Likeness::Other);
        // An e has its hole above its middle, a p hangs.
        assert_eq!(like(&bowl, 'e'), Likeness::Other);
        assert_eq!(like(&bowl, 'p'), Likeness::Other);
        let dots = [[50.0, 600.0, 150.0, 700.0], [300.0, 600.0, 400.0, 700.0]];
        assert_eq!(like(&[bowl.as_slice(), &dots].concat(), 'ö'), Likeness::Possible);
        assert_eq!(like(&[bowl.as_slice(), &dots].concat(), 'o'), Likeness::Other);
        assert_eq!(like(&bowl, 'ö'), Likeness::Other);
        // Rough type has specks that no letter has.
        let specks: Vec<[f64; 4]> =
            (0..5).map(|n| [200.0, 100.0 * f64::from(n), 210.0, 100.0 * f64::from(n) + 9.0]).collect();
        assert_eq!(like(&[&specks[..], &[stem]].concat(), 'l'), Likeness::Odd);
        assert_eq!(like(&bowl, '§'), Likeness::Possible);
        assert_eq!(Shape::of(&BezPath::new()), None);
    }
}
