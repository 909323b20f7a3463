//! Text that is drawn as outlines: marks of the size of letters that stand in rows.

use hayro::kurbo::{BezPath, PathEl, Point, Rect};
use std::collections::HashSet;

/// Letters that a row has at least, and all rows of a place together; a drawn name of a firm has fewer.
const LETTERS_OF_A_ROW: usize = 6;
pub const LETTERS_OF_A_PLACE: usize = 24;
const MOST_OF_A_ROW: usize = 400;
/// Of a row, so many letters differ in width; ornaments and dots are all alike.
const WIDTHS_OF_A_ROW: usize = 4;
/// Rows that a mark may belong to: those that were begun last.
const OPEN_ROWS: usize = 12;
/// Heights of letters, in points: from the dot of an i to a title.
const HEIGHTS: std::ops::Range<f64> = 2.5..40.0;

/// The parts of a path that may be letters. Boxes and lines are none.
pub fn letters(path: &BezPath, mut keep: impl FnMut(Rect)) {
    if path.elements().len() < 6 {
        return;
    }
    let mut part: Option<Rect> = None;
    let mut close = |part: Option<Rect>| {
        if let Some(part) = part.filter(|part| part.is_finite())
            && HEIGHTS.contains(&part.height())
            && part.width() < HEIGHTS.end
        {
            keep(part);
        }
    };
    for element in path.elements() {
        let mut add = |point: Point| {
            part = Some(part.map_or(Rect::from_points(point, point), |part| part.union_pt(point)));
        };
        match *element {
            PathEl::MoveTo(to) => {
                close(part.take());
                part = Some(Rect::from_points(to, to));
            }
            PathEl::LineTo(to) => add(to),
            PathEl::QuadTo(by, to) => [by, to].into_iter().for_each(add),
            PathEl::CurveTo(by, and, to) => [by, and, to].into_iter().for_each(add),
            PathEl::ClosePath => {}
        }
    }
    close(part);
}

struct Row {
    bounds: Rect,
    letters: Vec<Rect>,
}

/// Places where so many letters stand in rows that they are text.
pub fn places(mut letters: Vec<Rect>) -> Vec<Rect> {
    if letters.len() < LETTERS_OF_A_PLACE {
        return Vec::new();
    }
    letters.sort_by(|a, b| a.center().y.total_cmp(&b.center().y).then(a.x0.total_cmp(&b.x0)));
    let mut rows: Vec<Row> = Vec::new();
    for letter in letters {
        let fits = |row: &&mut Row| {
            let shared = row.bounds.y1.min(letter.y1) - row.bounds.y0.max(letter.y0);
            shared > 0.6 * letter.height() && letter.y1 <= row.bounds.y1 + 0.4 * row.bounds.height()
        };
        match rows.iter_mut().rev().take(OPEN_ROWS).find(fits) {
            Some(row) => {
                row.bounds = row.bounds.union(letter);
                row.letters.push(letter);
            }
            None => rows.push(Row { bounds: letter, letters: vec![letter] }),
        }
    }
    let mut places: Vec<(Rect, f64, usize)> = Vec::new();
    for (row, n_letters) in rows.into_iter().flat_map(runs) {
        let is_next = |(place, height, _): &&mut (Rect, f64, usize)| {
            row.x0 < place.x1 && place.x0 < row.x1 && row.y0 - place.y1 < 1.6 * height.max(row.height())
        };
        match places.iter_mut().rev().find(is_next) {
            Some((place, height, n)) => {
                (*place, *height) = (place.union(row), row.height());
                *n += n_letters;
            }
            None => places.push((row, row.height(), n_letters)),
        }
    }
    places.into_iter().filter(|(_, _, n)| *n >= LETTERS_OF_A_PLACE).map(|(place, ..)| place).collect()
}

/// Runs of a row's letters without wide gaps that look like words, and how many letters each has.
fn runs(mut row: Row) -> Vec<(Rect, usize)> {
    row.letters.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    let wide = 3.0 * row.bounds.height();
    let is_close = |a: &Rect, b: &Rect| b.x0 - a.x1 <= wide;
    let runs = row.letters.chunk_by(is_close).filter(|run| {
        let widths: HashSet<i64> = run.iter().map(|letter| (letter.width() * 4.0).round() as i64).collect();
        (LETTERS_OF_A_ROW..=MOST_OF_A_ROW).contains(&run.len())
            && widths.len() >= WIDTHS_OF_A_ROW
            && stands_on_a_line(run)
    });
    runs.filter_map(|run| Some((run.iter().copied().reduce(|a, b| a.union(b))?, run.len()))).collect()
}

/// Print stands on a line and keeps its letters apart; a signature does neither.
fn stands_on_a_line(run: &[Rect]) -> bool {
    let is_hole = |hole: &Rect| run.iter().any(|of| of != hole && of.union(*hole) == *of);
    let letters: Vec<&Rect> = run.iter().filter(|letter| !is_hole(letter)).collect();
    let mut feet: Vec<f64> = letters.iter().map(|letter| letter.y1).collect();
    let mut heights: Vec<f64> = letters.iter().map(|letter| letter.height()).collect();
    feet.sort_by(f64::total_cmp);
    heights.sort_by(f64::total_cmp);
    let (Some(foot), Some(height)) = (feet.get(feet.len() / 2), heights.get(heights.len() / 2)) else { return false };
    let n_standing = feet.iter().filter(|other| (*other - foot).abs() <= 0.08 * height).count();
    let n_apart = letters.windows(2).filter(|pair| pair[1].x0 >= pair[0].x1 - 0.15 * height).count();
    letters.len() >= LETTERS_OF_A_ROW && n_standing * 10 >= letters.len() * 6 && n_apart * 10 >= letters.len() * 7
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_letters_are_places_and_rows_of_dots_are_none() {
        let row = |y: f64, widths: &[f64]| {
            let mut x = 50.0;
            let letters = (0..20).map(|n| {
                let height = if n % 4 == 0 { 10.0 } else { 7.0 };
                let letter = Rect::new(x, y - height, x + widths[n % widths.len()], y);
                x = letter.x1 + 1.0;
                letter
            });
            letters.collect::<Vec<_>>()
        };
        let text = [row(100.0, &[3.0, 6.0, 5.0, 8.0, 2.0]), row(114.0, &[6.0, 3.0, 5.0, 2.0])].concat();
        let found = places(text.clone());
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].y0 == 90.0 && found[0].y1 == 114.0);
        assert!(places([row(100.0, &[4.0]), row(114.0, &[4.0])].concat()).is_empty());
        // Handwriting climbs and falls.
        let written = |(n, letter): (usize, Rect)| letter + hayro::kurbo::Vec2::new(0.0, (n * 7 % 5) as f64);
        assert!(places(text.iter().copied().enumerate().map(written).collect()).is_empty());
        // A name in large letters is a mark of a firm.
        assert!(places(text[..15].to_vec()).is_empty());
        let mut parts = 0;
        let mut path = BezPath::new();
        for letter in &text {
            path.extend(hayro::kurbo::Shape::path_elements(letter, 0.1));
        }
        letters(&path, |_| parts += 1);
        assert_eq!(parts, 40);
    }
}
