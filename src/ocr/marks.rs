//! What is on a page besides words: printed rules and frames, and ink that no word covers.

use super::prepare::InkMask;
use crate::page::BBox;

/// Rules thinner than this many mask pixels are rules; thicker ones are pictures or shadows.
const MOST_THICKNESS: usize = 5;
/// Shortest rule, in mask pixels: a little more than half an inch.
const SHORTEST: usize = 60;
/// Marks beyond this are not kept: a picture can fall into thousands.
const MOST_MARKS: usize = 400;

/// Printed rules and frames, as thin boxes in page pixels.
pub fn rulings(mask: &InkMask) -> Vec<BBox> {
    let mut rulings = Vec::new();
    for is_horizontal in [true, false] {
        let (n_lines, length) = if is_horizontal { (mask.height, mask.width) } else { (mask.width, mask.height) };
        let is_ink = |line: usize, i: usize| if is_horizontal { mask.is_ink(i, line) } else { mask.is_ink(line, i) };
        // Runs that touch from one line of pixels to the next grow into one rule; skew makes steps.
        let mut open: Vec<(usize, usize, usize, usize)> = Vec::new();
        let mut done = Vec::new();
        for line in 0..=n_lines {
            let runs = if line < n_lines { runs(length, |i| is_ink(line, i)) } else { Vec::new() };
            let (kept, closed): (Vec<_>, Vec<_>) = open.into_iter().partition(|rule| rule.1 + 1 >= line);
            done.extend(closed);
            open = kept;
            for (start, end) in runs {
                match open.iter_mut().find(|rule| start <= rule.3 + 2 && rule.2 <= end + 2) {
                    Some(rule) => *rule = (rule.0, line, rule.2.min(start), rule.3.max(end)),
                    None => open.push((line, line, start, end)),
                }
            }
        }
        done.extend(open);
        for (first, last, start, end) in done {
            // A skewed rule is thicker by its rise over its length.
            if last - first < MOST_THICKNESS + (end - start) / 40 {
                let px = |at: usize| (at * mask.factor) as i32;
                rulings.push(if is_horizontal {
                    BBox::new(px(start), px(first), px(end), px(last + 1))
                } else {
                    BBox::new(px(first), px(start), px(last + 1), px(end))
                });
            }
        }
    }
    rulings.truncate(MOST_MARKS);
    rulings
}

/// Runs of ink of at least the shortest rule's length, over gaps of one pixel.
fn runs(length: usize, is_ink: impl Fn(usize) -> bool) -> Vec<(usize, usize)> {
    let mut runs = Vec::new();
    let mut start = None;
    let mut last = 0;
    for i in 0..=length {
        if i < length && is_ink(i) {
            start.get_or_insert(i);
            last = i;
        } else if let Some(from) = start
            && (i == length || i > last + 2)
        {
            if last + 1 - from >= SHORTEST {
                runs.push((from, last + 1));
            }
            start = None;
        }
    }
    runs
}

/// Ink that neither a word nor a rule covers, as boxes in page pixels: handwriting, stamps, pictures.
///
/// Specks are left out: what counts is larger than a letter.
pub fn loose_ink(mask: &InkMask, words: &[BBox], rulings: &[BBox]) -> Vec<BBox> {
    /// Mask pixels to a cell's side.
    const CELL: usize = 6;
    let (n_columns, n_rows) = (mask.width.div_ceil(CELL), mask.height.div_ceil(CELL));
    let mut covered = vec![false; mask.width * mask.height];
    let margin = mask.factor as i32 * 2;
    for bbox in words.iter().chain(rulings) {
        let at = |pixels: i32, most: usize| (pixels.max(0) as usize / mask.factor).min(most);
        for y in at(bbox.y0 - margin, mask.height)..at(bbox.y1 + margin, mask.height) {
            let row = y * mask.width;
            covered[row + at(bbox.x0 - margin, mask.width)..row + at(bbox.x1 + margin, mask.width)].fill(true);
        }
    }
    let mut cells = vec![0usize; n_columns * n_rows];
    for (x, y) in mask.points().filter(|&(x, y)| !covered[y * mask.width + x]) {
        cells[(y / CELL) * n_columns + x / CELL] += 1;
    }
    let mut boxes = Vec::new();
    let mut stack = Vec::new();
    for first in 0..cells.len() {
        if cells[first] < 2 {
            continue;
        }
        let (mut n_cells, mut n_ink) = (0, 0);
        let (mut left, mut top, mut right, mut bottom) = (usize::MAX, usize::MAX, 0, 0);
        stack.push(first);
        while let Some(at) = stack.pop() {
            if cells[at] < 2 {
                continue;
            }
            n_cells += 1;
            n_ink += std::mem::take(&mut cells[at]);
            let (row, column) = (at / n_columns, at % n_columns);
            (left, top) = (left.min(column), top.min(row));
            (right, bottom) = (right.max(column + 1), bottom.max(row + 1));
            for r in row.saturating_sub(1)..(row + 2).min(n_rows) {
                stack.extend((column.saturating_sub(1)..(column + 2).min(n_columns)).map(|c| r * n_columns + c));
            }
        }
        if n_cells >= 4 && n_ink >= 24 && boxes.len() < MOST_MARKS {
            let px = |cell: usize| (cell * CELL * mask.factor) as i32;
            boxes.push(BBox::new(px(left), px(top), px(right), px(bottom)));
        }
    }
    boxes
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{GrayImage, Luma};

    #[test]
    fn rules_and_scribbles_are_told_from_words() {
        let page = GrayImage::from_fn(900, 900, |x, y| {
            let rule = (100..800).contains(&x) && (300..304).contains(&y);
            let word = (100..200).contains(&x) && (500..530).contains(&y);
            let scribble = (400..600).contains(&x) && (600..700).contains(&y) && (x + 2 * y) % 40 < 8;
            Luma([if rule || word || scribble { 0 } else { 250 }])
        });
        let mask = InkMask::new(&page, 300);
        let rulings = rulings(&mask);
        assert_eq!(rulings.len(), 1, "{rulings:?}");
        assert!(rulings[0].width() > 650 && rulings[0].height() < 12);
        let ink = loose_ink(&mask, &[BBox::new(100, 500, 200, 530)], &rulings);
        assert_eq!(ink.len(), 1, "{ink:?}");
        assert!(ink[0].intersects(BBox::new(450, 640, 550, 660)));
    }
}
