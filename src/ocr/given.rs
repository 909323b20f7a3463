//! Pages that another program recognised: its words, laid out in rows and pieces as others are. Where the picture lies
//! beside them, it is measured what else is on it: how it slants, rules, loose ink, how heavy words are set.

use super::engine::EngineInfo;
use super::prepare::{self, InkMask, straightened};
use super::scale::{guessed, resolution};
use super::{layout, marks, strokes};
use crate::input::{PageImage, RecognisedPage};
use crate::page::{BBox, OcrPage, PageStatus, TextSource};

/// The page, and what recognised it.
pub fn page(given: RecognisedPage) -> (OcrPage, Option<EngineInfo>) {
    let mut page = OcrPage::empty(given.number, PageStatus::Read, TextSource::Ocr);
    (page.width, page.height, page.skew_degrees) = (given.width, given.height, given.skew_degrees);
    page.dpi = if given.dpi == 0 { guessed(given.width.max(given.height)) } else { given.dpi };
    (page.rulings, page.ink) = (given.rulings, given.ink);
    let mut words = given.words;
    if let Some(PageImage { dpi, pixels, .. }) = given.picture {
        page.dpi = resolution(&pixels, dpi);
        let mask = InkMask::new(&pixels, page.dpi);
        let lie = prepare::lie(&mask);
        let skew = if lie.is_sideways { 0.0 } else { lie.skew_degrees };
        page.skew_degrees = (skew * 10.0).round() / 10.0;
        page.rulings = match straightened(&pixels, skew) {
            Some(straight) => {
                let mask = InkMask::new(&straight.pixels, page.dpi);
                let rulings = marks::rulings(&straight.pixels, &mask, page.dpi);
                rulings.into_iter().map(|rule| straight.bbox_back(rule)).collect()
            }
            None => marks::rulings(&pixels, &mask, page.dpi),
        };
        strokes::weigh_words(&pixels, &mask, &mut words);
        let covered: Vec<BBox> = words.iter().map(|word| word.bbox).collect();
        page.ink = marks::loose_ink(&mask, &covered, &page.rulings);
    }
    let lying = page.clone();
    layout::compose(&mut page, words, |bbox| lying.straight(bbox));
    if page.words.is_empty() {
        page.status = PageStatus::Blank;
    }
    let by = given.program.map(|by| EngineInfo { name: by.name, version: by.version, models: Vec::new() });
    (page, by)
}
