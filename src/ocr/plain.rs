//! The second try of a page whose first try failed: one look at it as it lies.
//!
//! What broke the engine or ate the time is likely one of the things done for a better reading: turning,
//! straightening, cleaning, second looks, the size itself. None of them is done here.

use super::engine::{LazyEngine, OcrEngine};
use super::layout;
use super::read::{ReadPage, read_with};
use super::scale::resolution;
use crate::error::Result;
use crate::input::{InputPage, PageContent, PageImage, RawWord};
use crate::page::{BBox, OcrPage, PageStatus, TextSource};
use image::imageops;

/// Pages with more pixels, an A4 sheet at 600 dpi, are scaled down.
const MOST_PIXELS: u64 = 35_000_000;

pub fn read_page(number: u32, mut input: InputPage, engine: &mut LazyEngine) -> Result<ReadPage> {
    if let PageContent::Placed(page) = &mut input.content {
        // What the page's words lack is likely what failed.
        page.unread.clear();
    }
    read_with(recognised, number, input, engine)
}

fn recognised(image: PageImage, engine: &mut dyn OcrEngine) -> Result<OcrPage> {
    let PageImage { number, dpi, pixels } = image;
    let dpi = resolution(&pixels, dpi);
    let mut page = OcrPage::empty(number, PageStatus::Blank, TextSource::Ocr);
    page.dpi = dpi;
    (page.width, page.height) = pixels.dimensions();
    let mut parts = 1;
    while u64::from(page.width / parts) * u64::from(page.height / parts) > MOST_PIXELS {
        parts += 1;
    }
    let words = if parts == 1 {
        engine.recognise(&pixels, dpi)?
    } else {
        let small = imageops::thumbnail(&pixels, (page.width / parts).max(1), (page.height / parts).max(1));
        let words = engine.recognise(&small, (dpi / parts).max(1))?;
        words.into_iter().map(|word| RawWord { bbox: grown(word.bbox, parts as i32), ..word }).collect()
    };
    layout::compose(&mut page, words, |bbox| bbox);
    page.status = if page.words.is_empty() { PageStatus::Blank } else { PageStatus::Read };
    Ok(page)
}

fn grown(bbox: BBox, by: i32) -> BBox {
    BBox::new(bbox.x0 * by, bbox.y0 * by, bbox.x1 * by, bbox.y1 * by)
}
