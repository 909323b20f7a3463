//! Reads a page in whatever form it is stored: the one path from input to [`OcrPage`].

use super::engine::{EngineInfo, LazyEngine, Noted, OcrEngine};
use super::layer::{self, Judged, OfPicture};
use super::prepare::{self, InkMask, Straight, straightened, turned};
use super::scale::{Scale, resolution};
use super::{bullets, clean, given, layout, marks, scribble, second_look, strokes, twice};
use crate::error::{Result, Warning, WarningCode};
use crate::input::{InputPage, PageContent, PageImage, PlacedPage, RawWord};
use crate::page::{BBox, OcrPage, PageStatus, TextSource};
use image::GrayImage;
use serde::{Deserialize, Serialize};

/// A page that was read, and what its reader noticed on the way.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ReadPage {
    /// The page with its words.
    pub page: OcrPage,
    /// Who recognised it; none where nothing had to be.
    pub engine: Option<EngineInfo>,
    /// Why a text layer that is there was not used.
    pub rejected_layer: Option<String>,
    /// Places that were read from their picture, since the text layer has no letters there or not those that are seen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from_picture: Vec<BBox>,
}

impl ReadPage {
    /// What was noticed, as warnings.
    pub fn warnings(&self) -> Vec<Warning> {
        let message =
            |reason: &String| format!("the page was read again because its text layer cannot be used: {reason}");
        let rejected = self.rejected_layer.as_ref().map(|reason| Warning {
            code: WarningCode::TextLayerRejected,
            message: message(reason),
            page: Some(self.page.number),
            bbox: None,
        });
        let completed = self.from_picture.iter().copied().reduce(BBox::union).map(|places| Warning {
            code: WarningCode::TextLayerCompleted,
            message: "part of the page was read from its picture, since the text layer lacks what is seen there".into(),
            page: Some(self.page.number),
            bbox: Some(places),
        });
        rejected.into_iter().chain(completed).collect()
    }
}

/// Reads a page. The engine is only asked where there is something to recognise.
pub fn read_page(number: u32, input: InputPage, engine: &mut LazyEngine) -> Result<ReadPage> {
    read_with(recognised, number, input, engine)
}

/// Reads a page, an image in this way.
pub(super) fn read_with(
    recognised: fn(PageImage, &mut dyn OcrEngine) -> Result<OcrPage>,
    number: u32,
    input: InputPage,
    engine: &mut LazyEngine,
) -> Result<ReadPage> {
    let mut engine = Noted::new(engine);
    let (mut rejected_layer, mut from_picture) = (input.rejected_layer, Vec::new());
    let page = match input.content {
        PageContent::Text(text) => OcrPage::from_text(number, &text),
        PageContent::Recognised(page) => {
            let (page, by) = given::page(*page);
            return Ok(ReadPage { page, engine: by, rejected_layer, from_picture });
        }
        PageContent::Image(image) => recognised(image, engine.get()?)?,
        PageContent::Placed(mut placed) => match layer::judged(&mut placed, recognised, &mut engine)? {
            Judged::Held { words, read } => {
                from_picture = read.iter().map(|place| place.bbox).collect();
                placed_page(placed, words, read)
            }
            Judged::Refused(reason, picture) => {
                rejected_layer = Some(reason);
                recognised(picture, engine.get()?)?
            }
        },
    };
    Ok(ReadPage { page, engine: engine.by, rejected_layer, from_picture })
}

fn placed_page(placed: PlacedPage, mut words: Vec<RawWord>, read: Vec<OfPicture>) -> OcrPage {
    let mut page = OcrPage::empty(placed.number, PageStatus::Read, TextSource::TextLayer);
    (page.width, page.height, page.dpi) = (placed.width, placed.height, 300);
    page.rulings = placed.rulings;
    page.ink = placed.ink;
    for picture in read {
        // What was read is no loose ink any more.
        page.ink.retain(|ink| !picture.bbox.holds(*ink));
        page.ink.extend(picture.ink);
        page.rulings.extend(picture.rulings);
        words.extend(picture.words);
    }
    layout::compose(&mut page, words, |bbox| bbox);
    page
}

/// Mean confidence of a few lines under which another way up is tried.
const DOUBTFUL: f32 = 0.8;
/// Mean confidence under which a page without sure words is taken for blank, and what a sure word is.
const NONSENSE: f32 = 0.65;
const SURE: f32 = 0.9;
const FEWEST_SURE: usize = 3;
/// Fewer patches of ink than this, of the size of letters, are no text.
const FEWEST_LETTERS: usize = 4;
/// From so many on, faint patches may be text: a carbon copy, or what shines through from the other side.
const FAINT_LETTERS: usize = 30;
/// Ink is darker than so many hundredths of the paper around it; faint ink than so many.
const FAINT: u32 = 93;

fn recognised(image: PageImage, engine: &mut dyn OcrEngine) -> Result<OcrPage> {
    let PageImage { number, dpi, pixels } = image;
    let size = pixels.dimensions();
    let dpi = resolution(&pixels, dpi);
    let (pixels, dpi, scale) = Scale::to_read(pixels, dpi);
    let mut page = read_at(number, dpi, pixels, engine)?;
    scale.back(&mut page, size);
    Ok(page)
}

/// Reads a page of a size that suits the engine.
fn read_at(number: u32, dpi: u32, mut pixels: GrayImage, engine: &mut dyn OcrEngine) -> Result<OcrPage> {
    let mut mask = InkMask::new(&pixels, dpi);
    let mut page = OcrPage::empty(number, PageStatus::Blank, TextSource::Ocr);
    page.dpi = dpi;
    (page.width, page.height) = pixels.dimensions();
    let is_faint = marks::n_letters(&mask, dpi) < FEWEST_LETTERS;
    if is_faint {
        if marks::n_letters(&InkMask::of_ink(&pixels, dpi, FAINT), dpi) < FAINT_LETTERS {
            return Ok(page);
        }
        pixels = prepare::darkened(&pixels, &mask);
        mask = InkMask::new(&pixels, dpi);
    }
    let lie = prepare::lie(&mask);
    // Upside down reads as nonsense of low confidence, and so does a page wrongly thought to lie on its side.
    let turns: &[u32] = if lie.is_sideways { &[1, 3, 0] } else { &[0, 2] };
    let mut best: Option<(f32, Sheet)> = None;
    for &quarter_turns in turns {
        let pixels = turned(pixels.clone(), quarter_turns);
        let mask = if quarter_turns == 0 { mask.clone() } else { InkMask::new(&pixels, dpi) };
        let skew_degrees = if quarter_turns % 2 == 0 { lie.skew_degrees } else { lie.side_skew_degrees };
        let sheet = Sheet::laid(pixels, mask, quarter_turns, skew_degrees, dpi);
        let sense = engine.glance(&sheet.cleaned.pixels, dpi)?;
        if best.as_ref().is_none_or(|(most, _)| sense > most * 1.03) {
            best = Some((sense, sheet));
        }
        if sense >= DOUBTFUL {
            break;
        }
    }
    // Faint ink that makes no sense either way up shines through from the other side.
    if let Some((_, sheet)) = best.filter(|(sense, _)| !is_faint || *sense >= NONSENSE) {
        sheet.read(dpi, &mut page, engine)?;
    }
    Ok(page)
}

/// A page turned one way, straightened and cleaned.
struct Sheet {
    pixels: GrayImage,
    mask: InkMask,
    quarter_turns: u32,
    skew_degrees: f32,
    straight: Option<Straight>,
    /// Of the straightened page; none where it lies straight.
    straight_mask: Option<InkMask>,
    /// On the straightened page, as the words are.
    rulings: Vec<BBox>,
    /// What the engine is given.
    cleaned: clean::Cleaned,
}

impl Sheet {
    fn laid(pixels: GrayImage, mask: InkMask, quarter_turns: u32, skew_degrees: f32, dpi: u32) -> Sheet {
        let straight = straightened(&pixels, skew_degrees);
        let upright = straight.as_ref().map_or(&pixels, |straight| &straight.pixels);
        let straight_mask = straight.as_ref().map(|straight| InkMask::new(&straight.pixels, dpi));
        let mask_there = straight_mask.as_ref().unwrap_or(&mask);
        let rulings = marks::rulings(upright, mask_there, dpi);
        let cleaned = clean::cleaned(upright, mask_there, &rulings, dpi);
        Sheet { pixels, mask, quarter_turns, skew_degrees, straight, straight_mask, rulings, cleaned }
    }

    /// Reads it, and looks once more where that pays.
    fn read(mut self, dpi: u32, page: &mut OcrPage, engine: &mut dyn OcrEngine) -> Result<()> {
        let mut words = engine.recognise(&self.cleaned.pixels, dpi)?;
        let confidence = confidence(&words);
        words.append(&mut self.cleaned.leaders);
        // The mask still has the leaders and rules that were taken off: as words and rulings they are accounted for.
        let mask = self.straight_mask.as_ref().unwrap_or(&self.mask);
        second_look::look_again(&self.cleaned.pixels, mask, dpi, &self.rulings, &mut words, engine)?;
        twice::drop_repeated(&mut words);
        let is_sure =
            |word: &&RawWord| word.confidence >= SURE && word.text.chars().filter(|c| c.is_alphabetic()).count() > 2;
        if confidence < NONSENSE && words.iter().filter(is_sure).count() < FEWEST_SURE {
            // What shines through from the other side, dirt and shadows: nothing is printed here.
            return Ok(());
        }
        bullets::restore(&self.cleaned.pixels, &mut words);
        strokes::weigh_words(&self.cleaned.pixels, mask, &mut words);
        self.fill(words, dpi, page);
        Ok(())
    }

    fn fill(self, mut words: Vec<RawWord>, dpi: u32, page: &mut OcrPage) {
        (page.width, page.height) = self.pixels.dimensions();
        page.rotation = (4 - self.quarter_turns % 4) % 4 * 90;
        page.skew_degrees = (self.skew_degrees * 10.0).round() / 10.0;
        let back = |bbox: BBox| self.straight.as_ref().map_or(bbox, |straight| straight.bbox_back(bbox));
        page.rulings = self.rulings.iter().copied().map(back).collect();
        let loose_ink = |words: &[RawWord]| {
            let covered: Vec<BBox> = words.iter().map(|word| back(word.bbox)).collect();
            marks::loose_ink(&self.mask, &covered, &page.rulings)
        };
        let mut ink = loose_ink(&words);
        if scribble::drop_scribble(&mut words, &ink, dpi) {
            ink = loose_ink(&words);
        }
        page.ink = ink;
        let (words, straight): (Vec<RawWord>, Vec<BBox>) = words
            .into_iter()
            .map(|word| {
                let there = word.bbox;
                (RawWord { bbox: back(there), ..word }, there)
            })
            .unzip();
        let there: std::collections::HashMap<BBox, BBox> = words.iter().map(|word| word.bbox).zip(straight).collect();
        layout::compose(page, words, |bbox| there.get(&bbox).copied().unwrap_or(bbox));
        page.status = if page.words.is_empty() { PageStatus::Blank } else { PageStatus::Read };
    }
}

/// Mean over the words, by their letters.
pub(super) fn confidence(words: &[RawWord]) -> f32 {
    let length = |word: &RawWord| word.text.chars().filter(|c| c.is_alphanumeric()).count() as f32;
    let (sum, n_letters) = words
        .iter()
        .fold((0.0, 0.0), |(sum, n_letters), word| (sum + length(word) * word.confidence, n_letters + length(word)));
    if n_letters == 0.0 { 0.0 } else { sum / n_letters }
}
