//! How a page lies: which way is up, how far it is skewed, and where its ink is.
//!
//! All of it is measured on a coarse mask of the page's ink, which costs a few milliseconds. The
//! engine is given a page that is turned and straightened only where that is needed.

use image::{GrayImage, imageops};

/// Ink of a page at about 100 dpi: dark against the paper around it, so that grey scans, shadows and
/// bleed-through do not count.
#[derive(Clone)]
pub struct InkMask {
    pub width: usize,
    pub height: usize,
    /// Page pixels a mask pixel is wide and high.
    pub factor: usize,
    ink: Vec<bool>,
    /// Shade of the paper, a cell of 16 by 16 mask pixels each.
    paper: Vec<u8>,
    n_columns: usize,
}

/// Ink is darker than so many hundredths of the paper.
const DARK: u32 = 80;
/// Resolution that masks come close to.
const MASK_DPI: u32 = 100;
/// So that a column of a square still adds up in 16 bits.
const MOST_FACTOR: f32 = 128.0;
/// Skews beyond this are not looked for: sheets lie straighter than this in any feeder.
const MOST_SKEW_DEGREES: f32 = 6.0;
/// Below this, straightening does more harm by blurring than good.
const LEAST_SKEW_DEGREES: f32 = 0.25;

impl InkMask {
    pub fn new(pixels: &GrayImage, dpi: u32) -> Self {
        Self::of_ink(pixels, dpi, DARK)
    }

    /// A mask of what is darker than so many hundredths of the paper around it.
    pub fn of_ink(pixels: &GrayImage, dpi: u32, share: u32) -> Self {
        let factor = (dpi.max(1) as f32 / MASK_DPI as f32).round().clamp(1.0, MOST_FACTOR) as usize;
        let (width, height) = (pixels.width() as usize / factor, pixels.height() as usize / factor);
        let small = shrunk(pixels, factor, width, height);
        let (paper, n_columns) = paper(&small, width, height);
        let mut ink = Vec::with_capacity(width * height);
        for (y, row) in small.chunks_exact(width.max(1)).enumerate() {
            let papers = &paper[(y / CELL) * n_columns..];
            for (cell, &paper) in row.chunks(CELL).zip(papers) {
                // Darker than a share of the paper: value * 100 < paper * share.
                let limit = (u32::from(paper) * share).div_ceil(100);
                ink.extend(cell.iter().map(|&value| u32::from(value) < limit));
            }
        }
        InkMask { width, height, factor, ink, paper, n_columns }
    }

    pub fn is_ink(&self, x: usize, y: usize) -> bool {
        x < self.width && y < self.height && self.ink[y * self.width + x]
    }

    /// Shade of the paper about a pixel of the page.
    pub fn paper_at(&self, x: i32, y: i32) -> u8 {
        let cell = |at: i32| at.max(0) as usize / self.factor / CELL;
        let column = cell(x).min(self.n_columns.saturating_sub(1));
        let n_rows = self.paper.len() / self.n_columns.max(1);
        let row = cell(y).min(n_rows.saturating_sub(1));
        self.paper.get(row * self.n_columns + column).copied().unwrap_or(255)
    }

    /// What is darker than so many hundredths of the paper, for each pixel of a row of the page.
    pub fn limits(&self, y: usize, share: u32, limits: &mut [u8]) {
        let paper = |cell: usize| u32::from(self.paper_at((cell * CELL * self.factor) as i32, y as i32));
        for (cell, limits) in limits.chunks_mut(CELL * self.factor).enumerate() {
            limits.fill((paper(cell) * share / 100) as u8);
        }
    }

    /// Mask pixels with ink, row by row.
    pub fn points(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.ink.iter().enumerate().filter(|(_, is_ink)| **is_ink).map(|(at, _)| (at % self.width, at / self.width))
    }

    fn clear(&mut self, x: usize, y: usize) {
        self.ink[y * self.width + x] = false;
    }

    /// Removes runs of ink longer than any letter, along rows and columns, and what stands at the sheet's edge.
    fn without_rules(&self) -> InkMask {
        let longest = MASK_DPI as usize * 2 / 3;
        let mut mask = self.clone();
        for along_rows in [true, false] {
            let (n_lines, length) = if along_rows { (self.height, self.width) } else { (self.width, self.height) };
            let at = |line: usize, i: usize| if along_rows { (i, line) } else { (line, i) };
            for line in 0..n_lines {
                let mut start = 0;
                for i in 0..=length {
                    let (x, y) = at(line, i);
                    if self.is_ink(x, y) {
                        continue;
                    }
                    if i - start > longest {
                        (start..i).for_each(|i| {
                            let (x, y) = at(line, i);
                            mask.clear(x, y);
                        });
                    }
                    start = i + 1;
                }
            }
        }
        let (left, right) = edges(self.width, |x| (0..self.height).filter(|&y| self.is_ink(x, y)).count(), self.height);
        let (top, bottom) = edges(self.height, |y| (0..self.width).filter(|&x| self.is_ink(x, y)).count(), self.width);
        for y in 0..self.height {
            for x in 0..self.width {
                if x < left || y < top || x >= right || y >= bottom {
                    mask.clear(x, y);
                }
            }
        }
        mask
    }
}

/// The page at a whole fraction of its size: each pixel the mean of a square.
pub(super) fn shrunk(pixels: &GrayImage, factor: usize, width: usize, height: usize) -> Vec<u8> {
    let stride = pixels.width() as usize;
    let mut small = Vec::with_capacity(width * height);
    // Rows are added up first: that is most of the work, and whole registers of pixels at a time.
    let mut columns = vec![0u16; width * factor];
    for rows in pixels.as_raw().chunks_exact((stride * factor).max(1)).take(height) {
        columns.fill(0);
        for row in rows.chunks_exact(stride) {
            for (sum, &value) in columns.iter_mut().zip(row) {
                *sum += u16::from(value);
            }
        }
        match factor {
            2 => means::<2>(&columns, &mut small),
            3 => means::<3>(&columns, &mut small),
            4 => means::<4>(&columns, &mut small),
            _ => small.extend(columns.chunks_exact(factor).map(|sums| mean(sums, factor))),
        }
    }
    small
}

/// The same for the usual resolutions: with a side that the compiler knows there is nothing to divide.
fn means<const FACTOR: usize>(columns: &[u16], small: &mut Vec<u8>) {
    small.extend(columns.as_chunks::<FACTOR>().0.iter().map(|sums| mean(sums, FACTOR)));
}

fn mean(sums: &[u16], factor: usize) -> u8 {
    let sum: u32 = sums.iter().map(|&sum| u32::from(sum)).sum();
    (sum / (factor * factor) as u32) as u8
}

/// Where the sheet begins and ends along one axis: lines next to the scanner's edge that are dark over half
/// their length are a shadow or an open lid, and its ragged border goes with it.
fn edges(n_lines: usize, ink_of: impl Fn(usize) -> usize, length: usize) -> (usize, usize) {
    let margin = MASK_DPI as usize / 6;
    let reach = n_lines / 10;
    let is_dark = |line: &usize| ink_of(*line) * 2 > length;
    let first = (0..reach).rev().find(is_dark).map_or(0, |line| line + 1);
    let last = (n_lines - reach..n_lines).find(is_dark).unwrap_or(n_lines);
    ((first + margin).min(n_lines), last.saturating_sub(margin))
}

/// Mask pixels to the side of a cell over which paper has one shade.
const CELL: usize = 16;

/// The shade of the paper: the brightest tenth of a cell and its neighbours. Ink is clearly darker.
fn paper(small: &[u8], width: usize, height: usize) -> (Vec<u8>, usize) {
    let (n_columns, n_rows) = (width.div_ceil(CELL).max(1), height.div_ceil(CELL).max(1));
    let mut paper = vec![255u8; n_columns * n_rows];
    for row in 0..n_rows {
        for column in 0..n_columns {
            let mut histogram = [0u32; 256];
            let mut n_pixels = 0;
            for y in row * CELL..((row + 1) * CELL).min(height) {
                for x in column * CELL..((column + 1) * CELL).min(width) {
                    histogram[usize::from(small[y * width + x])] += 1;
                    n_pixels += 1;
                }
            }
            let mut brighter = 0;
            for value in (0..256).rev() {
                brighter += histogram[value];
                if brighter * 10 >= n_pixels {
                    paper[row * n_columns + column] = value as u8;
                    break;
                }
            }
        }
    }
    // A cell that is all ink takes the paper of its neighbours.
    let around = (0..paper.len())
        .map(|at| {
            let (row, column) = (at / n_columns, at % n_columns);
            let rows = row.saturating_sub(1)..(row + 2).min(n_rows);
            rows.flat_map(|r| (column.saturating_sub(1)..(column + 2).min(n_columns)).map(move |c| (r, c)))
                .map(|(r, c)| paper[r * n_columns + c])
                .max()
                .unwrap_or(255)
        })
        .collect();
    (around, n_columns)
}

/// How a page lies.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Lie {
    /// Whether the lines of text run from top to bottom.
    pub is_sideways: bool,
    /// Degrees by which the page must be turned clockwise to be straight, if it is not sideways.
    pub skew_degrees: f32,
    /// The same if it is, after its quarter turn.
    pub side_skew_degrees: f32,
    /// Mask pixels that may belong to letters.
    pub n_ink: usize,
}

/// Measures the lie of a page: lines of text make the sharpest rows.
pub fn lie(mask: &InkMask) -> Lie {
    let letters = mask.without_rules();
    let points: Vec<(f32, f32)> = letters.points().map(|(x, y)| (x as f32, y as f32)).collect();
    let n_ink = points.len();
    if n_ink < 100 {
        return Lie { is_sideways: false, skew_degrees: 0.0, side_skew_degrees: 0.0, n_ink };
    }
    let step = n_ink.div_ceil(60_000);
    let upright: Vec<(f32, f32)> = points.iter().copied().step_by(step).collect();
    let sideways: Vec<(f32, f32)> = upright.iter().map(|&(x, y)| (y, -x)).collect();
    let (skew_degrees, sharpness) = sharpest(&upright);
    let (side_skew_degrees, side_sharpness) = sharpest(&sideways);
    // Columns of a form are sharp too: a sideways page must be much sharper that way.
    let is_sideways = side_sharpness > sharpness * 1.3;
    Lie { is_sideways, skew_degrees, side_skew_degrees, n_ink }
}

fn sharpest(points: &[(f32, f32)]) -> (f32, f64) {
    let best_of = |points: &[(f32, f32)], candidates: Vec<f32>| {
        let scored = candidates.into_iter().map(|degrees| (degrees, sharpness(points, degrees)));
        scored.reduce(|best, next| if next.1 > best.1 { next } else { best }).unwrap_or((0.0, 0.0))
    };
    let n_coarse = (MOST_SKEW_DEGREES / 0.5) as i32;
    // A part of the points tells the half degree.
    let few: Vec<(f32, f32)> = points.iter().copied().step_by(points.len().div_ceil(15_000)).collect();
    let (coarse, _) = best_of(&few, (-n_coarse..=n_coarse).map(|i| i as f32 * 0.5).collect());
    best_of(points, (-5..=5).map(|i| coarse + i as f32 * 0.1).collect())
}

/// How unevenly the ink is spread over rows after turning by some degrees, clockwise.
fn sharpness(points: &[(f32, f32)], degrees: f32) -> f64 {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let heights = points.iter().map(|&(x, y)| x * sin + y * cos);
    let (lowest, highest) =
        heights.clone().fold((f32::INFINITY, f32::NEG_INFINITY), |(low, high), at| (low.min(at), high.max(at)));
    let mut rows = vec![0u32; (highest - lowest) as usize + 2];
    for height in heights {
        rows[(height - lowest) as usize] += 1;
    }
    let steps = rows.windows(2).map(|pair| (f64::from(pair[1]) - f64::from(pair[0])).powi(2));
    steps.sum::<f64>() / points.len() as f64
}

/// The page turned clockwise by quarter turns.
pub fn turned(pixels: GrayImage, quarter_turns: u32) -> GrayImage {
    match quarter_turns % 4 {
        1 => imageops::rotate90(&pixels),
        2 => imageops::rotate180(&pixels),
        3 => imageops::rotate270(&pixels),
        _ => pixels,
    }
}

/// Faint ink made dark: from two thirds of the paper's shade down it is black.
///
/// Only for pages without any ink that is clearly darker than the paper: on others this would bring up dirt.
pub fn darkened(pixels: &GrayImage, mask: &InkMask) -> GrayImage {
    let mut out = pixels.clone();
    let width = pixels.width() as usize;
    for (y, row) in out.chunks_exact_mut(width.max(1)).enumerate() {
        for (x, value) in row.iter_mut().enumerate() {
            let paper = i32::from(mask.paper_at(x as i32, y as i32)).max(3);
            let black = paper * 2 / 3;
            *value = ((i32::from(*value) - black) * 255 / (paper - black)).clamp(0, 255) as u8;
        }
    }
    out
}

/// A straightened page, and the way back to the page as it was.
pub struct Straight {
    pub pixels: GrayImage,
    sin: f32,
    cos: f32,
    center: (f32, f32),
}

/// Turns the page clockwise by its skew about its centre; none where it is straight enough.
///
/// In two steps, along columns and then along rows, each of which moves long stretches of pixels by one distance.
pub fn straightened(pixels: &GrayImage, degrees: f32) -> Option<Straight> {
    if degrees.abs() < LEAST_SKEW_DEGREES {
        return None;
    }
    let (sin, cos) = degrees.to_radians().sin_cos();
    let (width, height) = (pixels.width() as usize, pixels.height() as usize);
    let center = (width as f32 / 2.0, height as f32 / 2.0);
    let paper = paper_shade(pixels);
    let raw = pixels.as_raw();
    // Where a pixel at x and y came from: x · cos + y · sin, and y · cos − x · sin, from the centre. Along the column
    // of the x that it came from, the second is y / cos − x · tan.
    let drop: Vec<i32> = (0..width).map(|x| fixed(-(x as f32 - center.0) * sin / cos)).collect();
    let drop_parts = parts(&drop);
    let mut leaned = vec![paper; width * height];
    for (y, out) in leaned.chunks_exact_mut(width.max(1)).enumerate() {
        let from = fixed((y as f32 - center.1) / cos + center.1);
        for stretch in stretches(&drop, from, 0) {
            let Some(top) = usize::try_from(stretch.place).ok().filter(|top| top + 1 < height) else { continue };
            let columns = stretch.start..stretch.end;
            let (upper, lower) = (&raw[top * width..][columns.clone()], &raw[(top + 1) * width..][columns.clone()]);
            blend(&mut out[columns.clone()], upper, lower, &drop_parts[columns], from as u8);
        }
    }
    let along: Vec<i32> = (0..width).map(|x| fixed((x as f32 - center.0) * cos + center.0)).collect();
    let along_parts = parts(&along);
    let mut out = vec![paper; width * height];
    for (y, (out, row)) in out.chunks_exact_mut(width.max(1)).zip(leaned.chunks_exact(width.max(1))).enumerate() {
        let from = fixed((y as f32 - center.1) * sin);
        for stretch in stretches(&along, from, 1) {
            // The places of a stretch rise with its columns; those beyond the page stay paper.
            let first = stretch.start.max(usize::try_from(-stretch.place).unwrap_or(0));
            let last = stretch.end.min(usize::try_from(width as i32 - 1 - stretch.place).unwrap_or(0));
            if first >= last {
                continue;
            }
            let left = &row[(first as i32 + stretch.place) as usize..];
            blend(&mut out[first..last], left, &left[1..], &along_parts[first..last], from as u8);
        }
    }
    let pixels = GrayImage::from_raw(width as u32, height as u32, out)?;
    Some(Straight { pixels, sin, cos, center })
}

/// A place between pixels, in 256ths.
fn fixed(at: f32) -> i32 {
    (at * 256.0).round() as i32
}

/// What is beyond whole pixels of each place.
fn parts(places: &[i32]) -> Vec<u8> {
    places.iter().map(|&place| place as u8).collect()
}

/// Columns from `start` to `end` whose place is `place`, or that many columns on.
struct Stretch {
    start: usize,
    end: usize,
    place: i32,
}

/// Cuts a row where the whole part of `from + shifts`, less `slope` a column, changes.
fn stretches(shifts: &[i32], from: i32, slope: i32) -> impl Iterator<Item = Stretch> + '_ {
    let place = move |x: usize| ((from + shifts[x]) >> 8) - slope * x as i32;
    let mut start = 0;
    std::iter::from_fn(move || {
        let here = (start < shifts.len()).then(|| place(start))?;
        // The shifts change evenly, so that the end of a stretch can be halved for.
        let mut step = 1;
        while start + step < shifts.len() && place(start + step) == here {
            step *= 2;
        }
        let (mut low, mut high) = (start + step / 2, (start + step).min(shifts.len()));
        while low + 1 < high {
            let middle = (low + high) / 2;
            if place(middle) == here { low = middle } else { high = middle }
        }
        let stretch = Stretch { start, end: high, place: here };
        start = high;
        Some(stretch)
    })
}

/// Pixels between two others, as near to the second as the sum of `from` and their part says.
fn blend(out: &mut [u8], first: &[u8], second: &[u8], parts: &[u8], from: u8) {
    for (((out, &first), &second), &part) in out.iter_mut().zip(first).zip(second).zip(parts) {
        let near = u16::from(from.wrapping_add(part));
        *out = ((u16::from(first) * (256 - near) + u16::from(second) * near + 128) >> 8) as u8;
    }
}

impl Straight {
    /// The point of the page as it was.
    fn back(&self, x: f32, y: f32) -> (f32, f32) {
        let (dx, dy) = (x - self.center.0, y - self.center.1);
        (dx * self.cos + dy * self.sin + self.center.0, -dx * self.sin + dy * self.cos + self.center.1)
    }

    /// The upright box on the page as it was, of the same size, about the same centre.
    pub fn bbox_back(&self, bbox: crate::page::BBox) -> crate::page::BBox {
        let (width, height) = (bbox.width() as f32, bbox.height() as f32);
        let (x, y) = self.back(bbox.x0 as f32 + width / 2.0, bbox.y0 as f32 + height / 2.0);
        // A long word's own slant makes its box a little higher.
        let slant = width * self.sin.abs();
        let (w, h) = (self.pixels.width() as i32, self.pixels.height() as i32);
        crate::page::BBox::new(
            ((x - width / 2.0).round() as i32).clamp(0, w),
            ((y - (height + slant) / 2.0).round() as i32).clamp(0, h),
            ((x + width / 2.0).round() as i32).clamp(0, w),
            ((y + (height + slant) / 2.0).round() as i32).clamp(0, h),
        )
    }
}

/// The shade that most of the page has.
fn paper_shade(pixels: &GrayImage) -> u8 {
    let mut histogram = [0u32; 256];
    for &value in pixels.as_raw().iter().step_by(97) {
        histogram[usize::from(value)] += 1;
    }
    let most = histogram.iter().enumerate().max_by_key(|(_, count)| **count);
    most.map_or(255, |(value, _)| value as u8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Luma;

    /// Rows of short strokes, as lines of text look from afar.
    fn page_of_lines() -> GrayImage {
        GrayImage::from_fn(1200, 1600, |x, y| {
            let in_line = (150..1450).contains(&y) && y % 60 < 22;
            // Words begin elsewhere on each line, so that their gaps make no columns.
            let along = x + (y / 60 + 3).pow(3) * 7 % 101;
            let in_word = (150..1050).contains(&x) && along % 90 < 70 && along % 9 < 5;
            Luma([if in_line && in_word { 20 } else { 240 }])
        })
    }

    #[test]
    fn skew_is_found_and_undone() {
        let page = page_of_lines();
        assert!(lie(&InkMask::new(&page, 200)).skew_degrees.abs() < 0.2);
        let skewed = straightened(&page, -2.0).unwrap().pixels;
        let found = lie(&InkMask::new(&skewed, 200));
        assert!((found.skew_degrees - 2.0).abs() < 0.3, "{found:?}");
        assert!(!found.is_sideways);
    }

    #[test]
    fn a_page_on_its_side_is_noticed() {
        let page = turned(page_of_lines(), 1);
        assert!(lie(&InkMask::new(&page, 200)).is_sideways);
    }

    #[test]
    fn boxes_find_their_way_back() {
        let straight = straightened(&page_of_lines(), 1.5).unwrap();
        let (x, y) = straight.back(600.0, 800.0);
        assert!((x - 600.0).abs() < 0.01 && (y - 800.0).abs() < 0.01);
        let there = straight.bbox_back(crate::page::BBox::new(1000, 100, 1100, 140));
        // Left and low of where it stood: the page had been turned clockwise.
        assert!(there.x0 < 1000 && there.y0 < 100, "{there:?}");
    }

    #[test]
    fn tiny_pages_do_no_harm() {
        for (width, height) in [(1, 1), (3, 700), (40, 2)] {
            let page = GrayImage::new(width, height);
            let _ = lie(&InkMask::new(&page, 300));
            let _ = straightened(&page, 3.0);
        }
    }
}
