//! The size at which a page is read.
//!
//! The network was trained on letters as scans of 300 dpi have them, and so was Tesseract's layout. A page of half as
//! many pixels is enlarged as a whole, before anything is looked for on it; one of twice as many is reduced, which
//! loses nothing that can be read. What was found is then told in the page's own pixels.

use super::prepare::shrunk;
use crate::page::{BBox, OcrPage};
use image::GrayImage;
use image::imageops::{FilterType, resize};

/// The resolution that letters are read best at.
const BEST_DPI: u32 = 300;
/// Up to here a page is enlarged: of more pixels it is read as well as it is.
const MOST_ENLARGED: u32 = 180;
/// From here on a page is reduced, by a whole number.
const LEAST_REDUCED: u32 = 450;
/// A sheet that is longer, by its pixels and the resolution that it states, states a wrong one: cameras write 72 dpi.
const LONGEST_INCHES: u32 = 24;

/// The resolution that a page has: what it states, where a sheet may have that.
pub fn resolution(pixels: &GrayImage, stated: u32) -> u32 {
    let longest = pixels.width().max(pixels.height());
    let is_plausible = stated > 0 && longest <= LONGEST_INCHES * stated;
    if is_plausible { stated } else { guessed(longest) }
}

/// An A4 sheet's height tells the resolution of an image that does not say it.
pub fn guessed(longest: u32) -> u32 {
    const A4_INCHES: f32 = 11.69;
    (longest as f32 / A4_INCHES).round().clamp(50.0, 1200.0) as u32
}

/// A page at the size at which it is read, and how to come back.
pub struct Scale {
    /// Pixels of what is read for a pixel of the page.
    factor: f32,
    /// The page's own resolution.
    dpi: u32,
}

impl Scale {
    /// The page as it is to be read, and its resolution then.
    pub fn to_read(pixels: GrayImage, dpi: u32) -> (GrayImage, u32, Scale) {
        let (width, height) = pixels.dimensions();
        let smaller = (dpi as f32 / BEST_DPI as f32).round() as u32;
        if dpi <= MOST_ENLARGED {
            let factor = BEST_DPI as f32 / dpi.max(1) as f32;
            let to = |n: u32| (n as f32 * factor).round().max(1.0) as u32;
            let pixels = resize(&pixels, to(width), to(height), FilterType::CatmullRom);
            return (pixels, BEST_DPI, Scale { factor, dpi });
        }
        if dpi >= LEAST_REDUCED && width.min(height) > smaller {
            let (small_width, small_height) = (width / smaller, height / smaller);
            let small = shrunk(&pixels, smaller as usize, small_width as usize, small_height as usize);
            if let Some(pixels) = GrayImage::from_raw(small_width, small_height, small) {
                let factor = 1.0 / smaller as f32;
                return (pixels, (dpi as f32 * factor).round() as u32, Scale { factor, dpi });
            }
        }
        (pixels, dpi, Scale { factor: 1.0, dpi })
    }

    /// A page that was read, in its own pixels; of this width and height as it is stored.
    pub fn back(&self, page: &mut OcrPage, (width, height): (u32, u32)) {
        page.dpi = self.dpi;
        if self.factor == 1.0 {
            return;
        }
        let is_turned = !page.rotation.is_multiple_of(180);
        (page.width, page.height) = if is_turned { (height, width) } else { (width, height) };
        let (factor, most_x, most_y) = (self.factor, page.width as i32, page.height as i32);
        // Outwards, so that nothing thin is lost.
        let low = |n: i32, most: i32| ((n as f32 / factor).floor() as i32).clamp(0, most);
        let high = |n: i32, most: i32| ((n as f32 / factor).ceil() as i32).clamp(0, most);
        let back = |bbox: &mut BBox| {
            *bbox = BBox::new(low(bbox.x0, most_x), low(bbox.y0, most_y), high(bbox.x1, most_x), high(bbox.y1, most_y));
        };
        for word in &mut page.words {
            back(&mut word.bbox);
            if let Some(face) = &mut word.face {
                face.size = (face.size / factor * 10.0).round() / 10.0;
            }
        }
        page.lines.iter_mut().for_each(|line| back(&mut line.bbox));
        page.rulings.iter_mut().chain(&mut page.ink).for_each(back);
        page.fold = page.fold.map(|x| low(x, most_x));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Face, PageStatus, TextSource, Word};
    use crate::text::Span;

    #[test]
    fn a_resolution_that_no_sheet_has_is_not_believed() {
        let photo = GrayImage::new(3000, 4000);
        assert_eq!(resolution(&photo, 72), 342);
        assert_eq!(resolution(&photo, 300), 300);
        assert_eq!(resolution(&photo, 0), 342);
        assert_eq!(resolution(&GrayImage::new(640, 880), 75), 75);
    }

    #[test]
    fn pages_come_to_the_size_of_letters_and_back() {
        for (dpi, read_dpi, read_size) in [
            (75, 300, (400, 800)),
            (150, 300, (200, 400)),
            (200, 200, (100, 200)),
            (600, 300, (50, 100)),
            (1200, 300, (25, 50)),
        ] {
            let (pixels, now, scale) = Scale::to_read(GrayImage::new(100, 200), dpi);
            assert_eq!((now, pixels.dimensions()), (read_dpi, read_size), "{dpi} dpi");
            let mut page = OcrPage::empty(1, PageStatus::Read, TextSource::Ocr);
            (page.width, page.height) = pixels.dimensions();
            let bbox = BBox::new(0, 0, pixels.width() as i32, pixels.height() as i32);
            let face = Some(Face { weight: 1.0, size: pixels.height() as f32 });
            page.words.push(Word { span: Span::new(0, 0), bbox, confidence: 1.0, face });
            page.ink.push(bbox);
            scale.back(&mut page, (100, 200));
            assert_eq!((page.dpi, page.width, page.height), (dpi, 100, 200));
            assert_eq!((page.words[0].bbox, page.ink[0]), (BBox::new(0, 0, 100, 200), BBox::new(0, 0, 100, 200)));
            assert_eq!(page.words[0].face.map(|face| face.size), Some(200.0));
        }
    }
}
