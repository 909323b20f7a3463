//! The picture of a line as the network likes it: as high as those that it was trained on, its paper and
//! its ink at the ends of the scale.
//!
//! Scaled and sharpened just as the pictures that the models were trained on: what is done better here is
//! read worse there.

use crate::page::BBox;
use image::GrayImage;

/// A line of text, column after column, with a margin of noise around it.
pub struct Picture {
    pub width: usize,
    pub height: usize,
    pub margin: usize,
    /// From -127, ink, to 127, paper.
    pub values: Vec<i8>,
    /// The part of the page that it shows.
    pub bbox: BBox,
}

/// Paper that is left around a line, in pixels of the page.
const PADDING: i32 = 4;
/// A line longer than this is no line.
const MOST_WIDTH: usize = 20_000;

impl Picture {
    /// None where there is nothing to be seen of the box.
    pub fn of(page: &GrayImage, line: BBox, height: usize, margin: usize) -> Option<Picture> {
        let (page_width, page_height) = (page.width() as i32, page.height() as i32);
        let bbox = BBox::new(
            (line.x0 - PADDING).max(0),
            (line.y0 - PADDING).max(0),
            (line.x1 + PADDING).min(page_width),
            (line.y1 + PADDING).min(page_height),
        );
        let (from_width, from_height) = (bbox.width() as usize, bbox.height() as usize);
        if from_width < 3 || from_height < 3 {
            return None;
        }
        let factor = height as f32 / from_height as f32;
        let width = (factor * from_width as f32 + 0.5) as usize;
        if !(3..=MOST_WIDTH).contains(&width) {
            return None;
        }
        let crop = Plane::crop(page, bbox);
        let plane = match factor {
            // What is reduced by much is averaged.
            ..0.7 => crop.averaged(width, height).sharpened(1, 0.2),
            0.7..1.4 => crop.interpolated(width, height).sharpened(2, 0.4),
            _ => crop.interpolated(width, height),
        };
        Some(plane.normalised(margin, bbox))
    }

    pub fn stride(&self) -> usize {
        self.height + 2 * self.margin
    }

    pub fn column(&self, x: usize) -> &[i8] {
        let start = (x + self.margin) * self.stride() + self.margin;
        &self.values[start..start + self.height]
    }
}

struct Plane {
    width: usize,
    height: usize,
    values: Vec<u8>,
}

impl Plane {
    fn crop(page: &GrayImage, bbox: BBox) -> Plane {
        let stride = page.width() as usize;
        let rows = (bbox.y0 as usize..bbox.y1 as usize).flat_map(|y| {
            let start = y * stride;
            &page.as_raw()[start + bbox.x0 as usize..start + bbox.x1 as usize]
        });
        Plane { width: bbox.width() as usize, height: bbox.height() as usize, values: rows.copied().collect() }
    }

    /// Each pixel from the four around its place, in sixteenths.
    fn interpolated(&self, width: usize, height: usize) -> Plane {
        let places = |from: usize, to: usize| -> Vec<(usize, usize, u32)> {
            let scale = 16.0 * from as f32 / to as f32;
            let place = |i: usize| {
                let at = (scale * i as f32) as usize;
                let first = (at >> 4).min(from - 1);
                (first, (first + 1).min(from - 1), (at & 15) as u32)
            };
            (0..to).map(place).collect()
        };
        let columns = places(self.width, width);
        let mut values = Vec::with_capacity(width * height);
        for (top, bottom, down) in places(self.height, height) {
            let upper = &self.values[top * self.width..(top + 1) * self.width];
            let lower = &self.values[bottom * self.width..(bottom + 1) * self.width];
            values.extend(columns.iter().map(|&(left, right, along)| {
                let mix = |row: &[u8]| u32::from(row[left]) * (16 - along) + u32::from(row[right]) * along;
                ((mix(upper) * (16 - down) + mix(lower) * down + 128) >> 8) as u8
            }));
        }
        Plane { width, height, values }
    }

    /// Each pixel from all that it covers.
    fn averaged(&self, width: usize, height: usize) -> Plane {
        let spans = |from: usize, to: usize| -> Vec<Vec<(usize, f32)>> {
            let scale = from as f32 / to as f32;
            let span = |i: usize| {
                let (start, end) = (i as f32 * scale, ((i + 1) as f32 * scale).min(from as f32));
                let share = |at: usize| (end.min((at + 1) as f32) - start.max(at as f32)).max(0.0);
                let last = (end.ceil() as usize).min(from);
                (start as usize..last).map(|at| (at, share(at) / (end - start))).collect()
            };
            (0..to).map(span).collect()
        };
        let columns = spans(self.width, width);
        let mut values = Vec::with_capacity(width * height);
        let mut sums = vec![0.0f32; self.width];
        for rows in spans(self.height, height) {
            sums.fill(0.0);
            for (row, share) in rows {
                let row = &self.values[row * self.width..(row + 1) * self.width];
                sums.iter_mut().zip(row).for_each(|(sum, &value)| *sum += f32::from(value) * share);
            }
            let mean = |span: &Vec<(usize, f32)>| span.iter().map(|&(at, share)| sums[at] * share).sum::<f32>();
            values.extend(columns.iter().map(|span| (mean(span) + 0.5) as u8));
        }
        Plane { width, height, values }
    }

    /// Each pixel moved away from the mean of the square around it.
    fn sharpened(self, reach: usize, share: f32) -> Plane {
        let (width, height) = (self.width, self.height);
        if width <= 2 * reach || height <= 2 * reach {
            return self;
        }
        let side = 2 * reach + 1;
        let mut values = self.values.clone();
        let mut sums = vec![0u32; width];
        for y in reach..height - reach {
            sums.fill(0);
            for row in self.values[(y - reach) * width..(y + reach + 1) * width].chunks_exact(width) {
                sums.iter_mut().zip(row).for_each(|(sum, &value)| *sum += u32::from(value));
            }
            let middle = y * width + reach;
            let out = &mut values[middle..middle + width - 2 * reach];
            for (out, sums) in out.iter_mut().zip(sums.windows(side)) {
                let mean = sums.iter().sum::<u32>() as f32 / (side * side) as f32;
                let value = f32::from(*out);
                *out = (value + share * (value - mean) + 0.5) as u8;
            }
        }
        Plane { values, ..self }
    }

    /// The value under which two hundredths of the pixels lie.
    fn darkest(&self) -> f32 {
        let mut histogram = [0u32; 256];
        self.values.iter().for_each(|&value| histogram[usize::from(value)] += 1);
        quantile(&histogram, 0.02).unwrap_or(0.0)
    }

    /// Ink to -127 and paper to 127, as they are along the middle of the line.
    fn normalised(&self, margin: usize, bbox: BBox) -> Picture {
        let (width, height) = (self.width, self.height);
        let middle = &self.values[height / 2 * width..(height / 2 + 1) * width];
        let (mut valleys, mut peaks) = ([0u32; 256], [0u32; 256]);
        for three in middle.windows(3) {
            let (before, value, after) = (three[0], three[1], three[2]);
            if (value < before && value <= after) || (value <= before && value < after) {
                valleys[usize::from(value)] += 1;
            }
            if (value > before && value >= after) || (value >= before && value > after) {
                peaks[usize::from(value)] += 1;
            }
        }
        let paper = quantile(&peaks, 0.75).unwrap_or(255.0);
        let mut ink = quantile(&valleys, 0.25).unwrap_or(0.0);
        // Where letters are few and the paper is grainy, most valleys are the paper's own: only what is dark is ink.
        if (paper - ink) * 2.0 < paper {
            let darkest = self.darkest();
            // Stains and what shines through are no darker than a third of the way to black.
            let has_print = paper - darkest > paper / 3.0;
            if has_print && (paper - ink) * 2.0 < paper - darkest {
                let middle = ((paper + darkest) / 2.0) as usize;
                valleys[middle.min(255)..].fill(0);
                ink = quantile(&valleys, 0.25).unwrap_or(darkest);
            }
        }
        let contrast = if paper > ink { (paper - ink) / 2.0 } else { 1.0 };
        let shades: Vec<i8> = (0..256)
            .map(|value| (128.0 * ((value as f32 - ink) / contrast - 1.0)).round().clamp(-127.0, 127.0) as i8)
            .collect();
        let stride = height + 2 * margin;
        let mut noise = Noise(1);
        let mut values: Vec<i8> = vec![0; (width + 2 * margin) * stride];
        for (x, column) in values.chunks_exact_mut(stride).enumerate() {
            let inside = (margin..width + margin).contains(&x);
            for (y, value) in column.iter_mut().enumerate() {
                *value = if inside && (margin..height + margin).contains(&y) {
                    shades[usize::from(self.values[(y - margin) * width + x - margin])]
                } else {
                    noise.next()
                };
            }
        }
        Picture { width, height, margin, values, bbox }
    }
}

/// The value under which a share of a histogram lies, between two values where it falls into one.
fn quantile(histogram: &[u32; 256], share: f32) -> Option<f32> {
    let total: u32 = histogram.iter().sum();
    let target = (share * total as f32).max(1.0);
    let mut sum = 0.0;
    for (value, &count) in histogram.iter().enumerate().filter(|(_, count)| **count > 0) {
        sum += count as f32;
        if sum >= target {
            return Some(value as f32 + 1.0 - (sum - target) / count as f32);
        }
    }
    None
}

/// What lies outside a picture is noise, as it was in training: a blank there would be a sign of its own.
struct Noise(u64);

impl Noise {
    fn next(&mut self) -> i8 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % 255) as u8 as i8
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Luma;

    #[test]
    fn lines_of_any_size_become_as_high_as_the_network_likes() {
        let page = GrayImage::from_fn(400, 200, |x, y| Luma([if x / 9 % 2 == 0 && y > 60 { 30 } else { 220 }]));
        for (top, bottom) in [(50, 180), (80, 130), (90, 110)] {
            let picture = Picture::of(&page, BBox::new(10, top, 390, bottom), 48, 1).unwrap();
            let from = (bottom - top + 2 * PADDING) as usize;
            assert_eq!(picture.width, (388.0 * 48.0 / from as f32 + 0.5) as usize);
            let column = picture.column(picture.width / 2);
            assert_eq!(column.len(), 48);
            let values = (0..picture.width).flat_map(|x| picture.column(x)[24..26].to_vec());
            let (dark, bright): (Vec<i8>, Vec<i8>) = values.partition(|value| *value < 0);
            assert!(dark.len() > picture.width / 2 && bright.len() > picture.width / 2);
        }
        assert!(Picture::of(&page, BBox::new(500, 20, 600, 40), 48, 1).is_none());
    }

    #[test]
    fn few_letters_on_grainy_paper_are_told_from_it() {
        let grain = |x: u32, y: u32| (x * 7919 + y * 104_729) % 23;
        let page = GrayImage::from_fn(600, 60, |x, y| {
            let stroke = x % 75 < 4 && (10..50).contains(&y);
            Luma([if stroke { 60 } else { 222 + grain(x, y) as u8 }])
        });
        let picture = Picture::of(&page, BBox::new(0, 8, 600, 52), 48, 1).unwrap();
        let mut values: Vec<i8> = (0..picture.width).map(|x| picture.column(x)[24]).collect();
        values.sort_unstable();
        assert!(values[0] < -90 && values[values.len() / 2] > 60, "{} {}", values[0], values[values.len() / 2]);
    }
}
