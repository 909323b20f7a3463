//! What a letter's outline looks like, coarsely: enough to see that it cannot be the letter that it is said to be.

use hayro::kurbo::{self, BezPath, PathEl, Point, Shape as _};

/// Parts and holes of an outline. An i has two parts, an o a hole, an ä three parts and a hole.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Shape {
    pub parts: u8,
    pub holes: u8,
    /// Where the middle of its largest hole lies, as a share of its height from its foot.
    pub hole_at: f32,
    /// How high that hole is, as a share of its height.
    pub hole_height: f32,
    /// How far it reaches below the line it stands on, in thousandths of the em.
    pub depth: f32,
}

/// What is drawn with more curves or parts than this is no letter.
const MOST_ELEMENTS: usize = 2_000;
const MOST_CONTOURS: usize = 24;

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
}

fn contours(outline: &BezPath) -> Vec<Vec<Point>> {
    let mut contours: Vec<Vec<Point>> = Vec::new();
    kurbo::flatten(outline.iter(), 8.0, |element| match element {
        PathEl::MoveTo(to) => contours.push(vec![to]),
        PathEl::LineTo(to) => contours.extend_last(to),
        _ => {}
    });
    contours.retain(|contour| contour.len() > 2);
    contours
}

trait ExtendLast {
    fn extend_last(&mut self, point: Point);
}
impl ExtendLast for Vec<Vec<Point>> {
    fn extend_last(&mut self, point: Point) {
        if let Some(last) = self.last_mut() {
            last.push(point);
        }
    }
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
