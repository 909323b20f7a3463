//! What is on a page besides words: printed rules and frames, and ink that no word covers.

use super::prepare::InkMask;
use crate::page::BBox;
use image::GrayImage;

/// Marks beyond this are not kept: a picture can fall into thousands.
const MOST_MARKS: usize = 400;

/// Printed rules and frames of a straight page, as thin boxes in its pixels.
///
/// Seen at full resolution: there, letters of a line stand apart, and only a rule is one long run of ink.
pub fn rulings(pixels: &GrayImage, mask: &InkMask, dpi: u32) -> Vec<BBox> {
    let (width, height) = (pixels.width() as usize, pixels.height() as usize);
    let raw = pixels.as_raw();
    let shortest = dpi as usize * 9 / 20;
    let mut rows = Vec::new();
    let mut columns = Vec::new();
    let mut limits = vec![0u8; width];
    let mut runs = Vec::new();
    // For each column, where its run of ink began, and how many pixels ago ink was last seen in it.
    let mut stems = vec![(0usize, usize::MAX); width];
    for y in 0..height {
        if y % 32 == 0 {
            mask.limits(y, 80, &mut limits);
        }
        dark_runs(&raw[y * width..(y + 1) * width], &limits, &mut runs);
        let mut run: Option<(usize, usize)> = None;
        for &(start, end) in &runs {
            for (x, (start, last)) in (start..end).zip(&mut stems[start..end]) {
                if *last == usize::MAX || y - *last > MOST_GAP {
                    if *last != usize::MAX && *last + 1 - *start >= shortest {
                        columns.push(BBox::new(x as i32, *start as i32, x as i32 + 1, *last as i32 + 1));
                    }
                    *start = y;
                }
                *last = y;
            }
            run = match run {
                Some((first, last)) if start - last <= MOST_GAP => Some((first, end - 1)),
                Some((first, last)) => {
                    if last + 1 - first >= shortest {
                        rows.push(BBox::new(first as i32, y as i32, last as i32 + 1, y as i32 + 1));
                    }
                    Some((start, end - 1))
                }
                None => Some((start, end - 1)),
            };
        }
        if let Some((start, last)) = run.filter(|(start, last)| last + 1 - start >= shortest) {
            rows.push(BBox::new(start as i32, y as i32, last as i32 + 1, y as i32 + 1));
        }
    }
    for (x, (start, last)) in stems.into_iter().enumerate() {
        if last != usize::MAX && last + 1 - start >= shortest {
            columns.push(BBox::new(x as i32, start as i32, x as i32 + 1, last as i32 + 1));
        }
    }
    let thickest = (dpi as i32 / 16).max(3);
    let mut rulings = bundled(rows, thickest, |run| (run.y0, run.y1, run.x0, run.x1));
    columns.sort_unstable();
    rulings.extend(bundled(columns, thickest, |run| (run.x0, run.x1, run.y0, run.y1)));
    rulings.truncate(MOST_MARKS);
    rulings
}

/// Runs of pixels that are darker than their limits, from start to end. Most of a page is paper, which is passed
/// over a register at a time.
pub fn dark_runs(row: &[u8], limits: &[u8], runs: &mut Vec<(usize, usize)>) {
    const AT_ONCE: usize = 64;
    runs.clear();
    let mut open = None;
    for (block, (pixels, limits)) in row.chunks(AT_ONCE).zip(limits.chunks(AT_ONCE)).enumerate() {
        let start = block * AT_ONCE;
        let is_paper = !pixels.iter().zip(limits).fold(false, |dark, (pixel, limit)| dark | (pixel < limit));
        if is_paper {
            runs.extend(open.take().map(|from| (from, start)));
            continue;
        }
        for (x, (pixel, limit)) in (start..).zip(pixels.iter().zip(limits)) {
            match (open, pixel < limit) {
                (None, true) => open = Some(x),
                (Some(from), false) => {
                    runs.push((from, x));
                    open = None;
                }
                _ => {}
            }
        }
    }
    runs.extend(open.map(|from| (from, row.len())));
}

/// Specks of paper in a rule that do not end it, in pixels.
const MOST_GAP: usize = 2;

/// Runs that lie beside one another, bundled into rules; what is thicker than a rule is a picture or a shadow.
///
/// `sides` gives a run's first and last line across, and its start and end along.
fn bundled(runs: Vec<BBox>, thickest: i32, sides: impl Fn(&BBox) -> (i32, i32, i32, i32)) -> Vec<BBox> {
    let mut open: Vec<BBox> = Vec::new();
    let mut done: Vec<BBox> = Vec::new();
    for run in runs {
        let (line, _, start, end) = sides(&run);
        let (kept, closed): (Vec<_>, Vec<_>) = open.into_iter().partition(|rule| sides(rule).1 + 1 >= line);
        done.extend(closed);
        open = kept;
        let touches = |rule: &&mut BBox| {
            let (_, _, from, to) = sides(rule);
            start <= to && from <= end
        };
        match open.iter_mut().find(touches) {
            Some(rule) => *rule = rule.union(run),
            None => open.push(run),
        }
    }
    done.extend(open);
    done.retain(|rule| {
        let (first, last, ..) = sides(rule);
        last - first <= thickest
    });
    done
}

/// Ink that neither a word nor a rule covers, as boxes in page pixels: handwriting, stamps, pictures.
///
/// Specks are left out: what counts is larger than a letter.
pub fn loose_ink(mask: &InkMask, words: &[BBox], rulings: &[BBox]) -> Vec<BBox> {
    const CELL: usize = 6;
    let mut clusters = clusters(mask, words, rulings, CELL, 2);
    clusters.retain(|cluster| cluster.n_cells >= 4 && cluster.n_ink >= 24);
    clusters.truncate(MOST_MARKS);
    clusters.into_iter().map(|cluster| cluster.bbox).collect()
}

/// Patches of ink that neither a word nor a rule covers, down to the size of a letter.
pub fn patches(mask: &InkMask, words: &[BBox], rulings: &[BBox]) -> Vec<BBox> {
    let mut clusters = clusters(mask, words, rulings, 1, 1);
    clusters.retain(|cluster| cluster.n_ink >= 5);
    clusters.into_iter().map(|cluster| cluster.bbox).collect()
}

/// How many patches of ink are as large as letters or short words.
pub fn n_letters(mask: &InkMask, dpi: u32) -> usize {
    let (least, most) = (dpi as i32 / 30, dpi as i32 / 3);
    let is_letter = |bbox: &BBox| {
        bbox.height() >= least && bbox.height() <= most && bbox.width() >= least / 3 && bbox.width() <= most * 6
    };
    patches(mask, &[], &[]).iter().filter(|bbox| is_letter(bbox)).count()
}

struct Cluster {
    bbox: BBox,
    n_cells: usize,
    n_ink: usize,
}

/// Cells with ink that touch one another, a cell being so many mask pixels wide and high.
fn clusters(mask: &InkMask, words: &[BBox], rulings: &[BBox], cell: usize, least_ink: u16) -> Vec<Cluster> {
    let (n_columns, n_rows) = (mask.width.div_ceil(cell), mask.height.div_ceil(cell));
    let mut covered = vec![false; mask.width * mask.height];
    let margin = mask.factor as i32;
    for bbox in words.iter().chain(rulings) {
        let at = |pixels: i32, most: usize| (pixels.max(0) as usize / mask.factor).min(most);
        let columns = at(bbox.x0 - margin, mask.width)..at(bbox.x1 + margin, mask.width);
        for y in at(bbox.y0 - margin, mask.height)..at(bbox.y1 + margin, mask.height) {
            covered[y * mask.width..][columns.clone()].fill(true);
        }
    }
    let mut cells = vec![0u16; n_columns * n_rows];
    for (x, y) in mask.points().filter(|&(x, y)| !covered[y * mask.width + x]) {
        cells[(y / cell) * n_columns + x / cell] += 1;
    }
    let mut clusters = Vec::new();
    let mut stack = Vec::new();
    for first in 0..cells.len() {
        if cells[first] < least_ink {
            continue;
        }
        let (mut n_cells, mut n_ink) = (0, 0);
        let (mut left, mut top, mut right, mut bottom) = (usize::MAX, usize::MAX, 0, 0);
        stack.push(first);
        while let Some(at) = stack.pop() {
            if cells[at] < least_ink {
                continue;
            }
            n_cells += 1;
            n_ink += usize::from(std::mem::take(&mut cells[at]));
            let (row, column) = (at / n_columns, at % n_columns);
            (left, top) = (left.min(column), top.min(row));
            (right, bottom) = (right.max(column + 1), bottom.max(row + 1));
            for r in row.saturating_sub(1)..(row + 2).min(n_rows) {
                stack.extend((column.saturating_sub(1)..(column + 2).min(n_columns)).map(|c| r * n_columns + c));
            }
        }
        let px = |at: usize| (at * cell * mask.factor) as i32;
        clusters.push(Cluster { bbox: BBox::new(px(left), px(top), px(right), px(bottom)), n_cells, n_ink });
    }
    clusters
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Luma;

    #[test]
    fn rules_and_scribbles_are_told_from_words() {
        let page = GrayImage::from_fn(900, 900, |x, y| {
            let rule = (100..800).contains(&x) && (300..304).contains(&y);
            let word = (100..200).contains(&x) && (500..530).contains(&y);
            let scribble = (400..600).contains(&x) && (600..700).contains(&y) && (x + 2 * y) % 40 < 8;
            Luma([if rule || word || scribble { 0 } else { 250 }])
        });
        let mask = InkMask::new(&page, 300);
        let rulings = rulings(&page, &mask, 300);
        assert_eq!(rulings.len(), 1, "{rulings:?}");
        assert!(rulings[0].width() > 650 && rulings[0].height() < 12);
        let ink = loose_ink(&mask, &[BBox::new(100, 500, 200, 530)], &rulings);
        assert_eq!(ink.len(), 1, "{ink:?}");
        assert!(ink[0].intersects(BBox::new(450, 640, 550, 660)));
    }
}
