//! Pages of the masked edition: what is covered in the text is covered in the picture, and nothing else of the page is
//! kept.

use super::picture::{Packing, Picture, Space, is_black_and_white};
use super::place::Place;
use crate::emit::wire;
use crate::error::{Error, Result};
use crate::export::words::PlacedPage;
use crate::input::{Input, LayerPolicy, PageContent};
use crate::page::{BBox, OcrPage};
use hayro::kurbo::{Affine, Rect};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, GrayImage, Luma};
use std::collections::HashMap;

/// White around what is covered, in pixels and as a share of its height.
const PADDING: i32 = 4;
const SHARE: i32 = 6;
const QUALITY: u8 = 85;

/// The places to be covered, by page.
pub fn places(documents: &[wire::Document], pages: &HashMap<u32, PlacedPage<'_>>) -> Result<HashMap<u32, Vec<BBox>>> {
    let mut covered: HashMap<u32, Vec<BBox>> = HashMap::new();
    for sensitive in documents.iter().flat_map(|document| &document.sensitive).filter(|place| place.masked) {
        let overlaps = |span: [u32; 2]| span[0] < sensitive.span[1] && sensitive.span[0] < span[1];
        let lines = pages.get(&sensitive.page).map(|page| &page.lines[..]).unwrap_or_default();
        let of_words = lines.iter().flat_map(|line| &line.words).filter(|word| overlaps(word.span));
        let mut boxes: Vec<BBox> = of_words.map(|word| word.bbox).collect();
        match sensitive.bbox {
            Some([x0, y0, x1, y1]) => boxes.push(BBox::new(x0, y0, x1, y1)),
            None => {
                let of_lines = lines.iter().filter(|line| line.words.iter().any(|word| overlaps(word.span)));
                boxes.extend(of_lines.map(|line| line.bbox));
            }
        }
        boxes.retain(|bbox| bbox.width() > 0 && bbox.height() > 0);
        if boxes.is_empty() {
            return Err(Error::Input(format!(
                "page {} holds a masked number that has no place, so it cannot be covered",
                sensitive.page
            )));
        }
        covered.entry(sensitive.page).or_default().extend(boxes);
    }
    Ok(covered)
}

/// The picture of a page, as it was read, with these places black.
pub fn picture(input: &Input, number: u32, ocr: &OcrPage, boxes: &[BBox]) -> Result<Picture> {
    let lost = || Error::Input(format!("page {} cannot be rendered, so nothing on it can be covered", ocr.number));
    let PageContent::Image(image) = input.page(number, LayerPolicy::Never)?.content else { return Err(lost()) };
    let mut pixels = image.pixels;
    let (width, height) = (f64::from(pixels.width()), f64::from(pixels.height()));
    // Pixels of the upright page to those of this picture: the same but for the turn, and for a page whose words were
    // taken from its layer, which is as fine as it is rendered.
    let place = Place::new(ocr, Rect::new(0.0, 0.0, width, height), Affine::IDENTITY);
    let ((right, right_y), (up_x, up)) = place.steps();
    let (across, down) = (right.hypot(right_y), up_x.hypot(up));
    let is_same = match ocr.source {
        crate::page::TextSource::Ocr => (across - 1.0).abs() < 1e-6 && (down - 1.0).abs() < 1e-6,
        _ => (across / down - 1.0).abs() < 0.01,
    };
    if !is_same {
        return Err(Error::Input(format!("page {} is not as large as when it was read", ocr.number)));
    }
    for bbox in boxes {
        let padding = PADDING + bbox.height() / SHARE;
        let bbox = BBox::new(bbox.x0 - padding, bbox.y0 - padding, bbox.x1 + padding, bbox.y1 + padding);
        let rect = place.rect(bbox).intersect(Rect::new(0.0, 0.0, width, height));
        let (left, right) = (rect.x0.floor() as u32, rect.x1.ceil() as u32);
        let (top, bottom) = (rect.y0.floor() as u32, rect.y1.ceil() as u32);
        if left >= right || top >= bottom {
            return Err(lost());
        }
        for y in top..bottom.min(pixels.height()) {
            for x in left..right.min(pixels.width()) {
                pixels.put_pixel(x, y, Luma([0]));
            }
        }
    }
    packed(pixels)
}

fn packed(pixels: GrayImage) -> Result<Picture> {
    if is_black_and_white(&pixels) {
        return Ok(Picture::of(DynamicImage::ImageLuma8(pixels)));
    }
    let (width, height) = pixels.dimensions();
    let mut data = Vec::new();
    let written = JpegEncoder::new_with_quality(&mut data, QUALITY).encode_image(&pixels);
    written.map_err(|error| Error::Engine(error.to_string()))?;
    let packing = Packing::Jpeg { is_rgb: false };
    Ok(Picture { data, packing, width, height, space: Space::Gray, bits: 8, is_inverted: false })
}
