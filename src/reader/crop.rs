//! Pictures of places on a page, for people who check what was read there.

use crate::error::{Error, Result};
use crate::input::{Input, LayerPolicy, PageContent};
use crate::ocr::prepare;
use image::{GrayImage, ImageFormat, imageops};
use serde::{Deserialize, Serialize};
use std::io::Cursor;

/// Places on one page. Boxes are those of the output: pixels of the upright page of that size.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Crop {
    /// The page's number, from 1.
    pub page: u32,
    /// Of the upright page, in pixels.
    pub width: u32,
    /// As `width`.
    pub height: u32,
    /// Degrees clockwise by which the stored page had been turned.
    pub rotation: u32,
    /// Left, top, right, bottom of each place.
    pub boxes: Vec<[i32; 4]>,
}

/// Pixels of the page around a place, so that it can be recognised.
const MARGIN: i32 = 24;
/// Larger pictures are scaled down: they are looked at, not read by machines.
const MOST_WIDTH: u32 = 900;
const MOST_HEIGHT: u32 = 300;

/// A PNG for each box.
pub fn cut(input: &Input, crop: &Crop) -> Result<Vec<Vec<u8>>> {
    let page = match input.page(crop.page, LayerPolicy::Never)?.content {
        PageContent::Image(image) => prepare::turned(image.pixels, (4 - crop.rotation / 90 % 4) % 4),
        PageContent::Recognised(page) => match page.picture {
            Some(picture) => picture.pixels,
            None => return Err(Error::Input("the picture of the page does not lie beside it".into())),
        },
        _ => return Err(Error::Input("a text file has no picture".into())),
    };
    // A born-digital page is rendered now and was measured then: its pixels may differ by one.
    let scale = |at: i32, from: u32, to: u32| (f64::from(at) * f64::from(to) / f64::from(from.max(1))) as i32;
    crop.boxes
        .iter()
        .map(|&[x0, y0, x1, y1]| {
            let x = |at| scale(at, crop.width, page.width());
            let y = |at| scale(at, crop.height, page.height());
            png(&page, [x(x0), y(y0), x(x1), y(y1)])
        })
        .collect()
}

fn png(page: &GrayImage, [x0, y0, x1, y1]: [i32; 4]) -> Result<Vec<u8>> {
    let side = |at: i32, most: u32| at.clamp(0, most as i32) as u32;
    let (left, top) = (side(x0.saturating_sub(MARGIN), page.width()), side(y0.saturating_sub(MARGIN), page.height()));
    let (right, bottom) =
        (side(x1.saturating_add(MARGIN), page.width()), side(y1.saturating_add(MARGIN), page.height()));
    if right <= left || bottom <= top {
        return Err(Error::Input("the place lies beside the page".into()));
    }
    let mut picture = imageops::crop_imm(page, left, top, right - left, bottom - top).to_image();
    let ratio = f64::from(MOST_WIDTH) / f64::from(picture.width());
    let ratio = ratio.min(f64::from(MOST_HEIGHT) / f64::from(picture.height()));
    if ratio < 1.0 {
        let size = |pixels: u32| ((f64::from(pixels) * ratio) as u32).max(1);
        let (width, height) = (size(picture.width()), size(picture.height()));
        picture = imageops::resize(&picture, width, height, imageops::FilterType::Triangle);
    }
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).map_err(|error| Error::Engine(error.to_string()))?;
    Ok(bytes.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_at_the_border_are_cut_and_places_beside_the_page_refused() {
        let page = GrayImage::from_pixel(100, 80, image::Luma([255]));
        let picture = image::load_from_memory(&png(&page, [90, 70, 100, 80]).unwrap()).unwrap();
        assert_eq!((picture.width(), picture.height()), (34, 34));
        assert!(png(&page, [300, 0, 400, 10]).is_err());
        assert!(png(&page, [i32::MIN, i32::MAX, i32::MAX, i32::MIN]).is_err());
        let wide = GrayImage::from_pixel(4000, 60, image::Luma([0]));
        let picture = image::load_from_memory(&png(&wide, [0, 0, 4000, 60]).unwrap()).unwrap();
        assert_eq!(picture.width(), MOST_WIDTH);
    }
}
