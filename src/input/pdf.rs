//! PDF files: takes a scanned page's image out as it is, a born-digital page's words with their
//! places, and renders what is neither.

use super::outlines::Measured;
use super::page::{InputPage, LayerPolicy, MAX_PIXELS, PageContent, PageImage, PlacedPage, RENDER_DPI, Unread};
use super::shade::luma;
use super::survey::{Survey, units_per_inch};
use super::text_layer;
use crate::error::{Error, Result};
use crate::page::BBox;
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use image::GrayImage;
use std::sync::Mutex;

pub struct PdfFile {
    pdf: Pdf,
    /// What is known of its fonts' outlines from the pages that were read.
    measured: Mutex<Measured>,
}

impl PdfFile {
    pub fn open(bytes: Vec<u8>) -> Result<Self> {
        let pdf = Pdf::new(bytes).map_err(|error| {
            Error::Input(match error {
                LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
                    "the PDF is protected by a password; save a copy without one and try again".into()
                }
                LoadPdfError::Decryption(error) => format!("the PDF's encryption cannot be undone ({error:?})"),
                LoadPdfError::Invalid => "the PDF is broken and no page can be found in it".into(),
            })
        })?;
        Ok(PdfFile { pdf, measured: Mutex::default() })
    }

    pub fn n_pages(&self) -> u32 {
        self.pdf.pages().len() as u32
    }

    pub fn page(&self, number: u32, policy: LayerPolicy) -> Result<InputPage> {
        let page = self
            .pdf
            .pages()
            .get(number.wrapping_sub(1) as usize)
            .ok_or_else(|| Error::Input(format!("there is no page {number}")))?;
        let (width, height) = page.render_dimensions();
        if !(width >= 1.0 && height >= 1.0) {
            return Err(Error::Input("the page has no size".into()));
        }
        // Nobody else reads pages of this file at the same time; if they do, they measure for themselves.
        let mut own = Measured::default();
        let mut shared = self.measured.try_lock().ok();
        let mut survey = Survey::of(page, shared.as_deref_mut().unwrap_or(&mut own));
        let mut rejected_layer = None;
        if policy == LayerPolicy::Auto && survey.is_born_digital() {
            survey.settle_doubts();
            match text_layer::place(&survey.glyphs, RENDER_DPI / survey.per_inch) {
                Ok(layer) => {
                    let doubts = layer.doubts(&survey.doubtful);
                    let placed = survey.placed(number, width, height, layer.words);
                    let placed = completed(page, &survey, PlacedPage { doubts, ..placed })?;
                    return Ok(PageContent::Placed(placed).into());
                }
                Err(reason) => rejected_layer = Some(reason),
            }
        }
        if policy == LayerPolicy::Auto && rejected_layer.is_none() && survey.n_invisible >= text_layer::LEAST_LETTERS {
            rejected_layer = Some("a scanner recognised it, and the image says more".into());
        }
        let image = match survey.scan(width, height) {
            Some(scan) => scan.upright(number, width.max(height) / survey.per_inch)?,
            None => rendered(page, number, width, height, survey.finest_dpi())?,
        };
        Ok(InputPage { content: PageContent::Image(image), rejected_layer })
    }
}

/// White around what is read from the picture of the page, in its pixels.
const MARGIN: i32 = 30;

fn grown(bbox: BBox, by: i32) -> BBox {
    BBox::new(bbox.x0 - by, bbox.y0 - by, bbox.x1 + by, bbox.y1 + by)
}

/// The page with pictures of what has to be read: the whole of it where a font is doubtful, and what its words lack.
fn completed(page: &Page<'_>, survey: &Survey<'_>, mut placed: PlacedPage) -> Result<PlacedPage> {
    let words = placed.words.iter().map(|word| survey.points(word.bbox)).collect::<Vec<_>>();
    let places = survey.unread(&words);
    if placed.doubts.is_empty() && places.is_empty() {
        return Ok(placed);
    }
    let (width, height) = page.render_dimensions();
    if !placed.doubts.is_empty() || places.iter().any(|place| place.image.is_none()) {
        placed.picture = Some(rendered(page, placed.number, width, height, survey.finest_dpi())?);
    }
    for place in places {
        let (mut bbox, is_text) = (survey.pixels(place.bounds), place.is_text);
        let image = match (place.image, &placed.picture) {
            (Some(image), _) => image.picture(placed.number),
            (None, Some(picture)) => {
                // A letter's edge is grey beyond its outline.
                let seen = grown(bbox, 2);
                bbox = grown(seen, MARGIN);
                picture.part(seen, MARGIN, RENDER_DPI)
            }
            (None, None) => None,
        };
        placed.unread.extend(image.map(|image| Unread { bbox, image, is_text }));
    }
    if placed.doubts.is_empty() {
        placed.picture = None;
    }
    Ok(placed)
}

/// The page as a reader would see it, at 300 dpi, or as fine as its own finest image up to 400.
fn rendered(page: &Page<'_>, number: u32, width: f32, height: f32, finest: Option<f64>) -> Result<PageImage> {
    let wanted = finest.map_or(RENDER_DPI, |dpi| (dpi.round() as f32).clamp(RENDER_DPI, 400.0));
    let per_inch = units_per_inch(page);
    let most = (MAX_PIXELS as f32 / (width * height)).sqrt() * per_inch;
    let widest = f32::from(u16::MAX - 1) / width.max(height) * per_inch;
    let dpi = wanted.min(most).min(widest).floor();
    if dpi < 50.0 {
        return Err(Error::Input(format!("the page of {width} × {height} points is too large to be read")));
    }
    let scale = dpi / per_inch;
    let pixmap = render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &PixmapSettings { x_scale: scale, y_scale: scale, bg_color: hayro::vello_cpu::color::palette::css::WHITE },
    );
    let (width, height) = (u32::from(pixmap.width()), u32::from(pixmap.height()));
    let grey = pixmap.data().iter().map(|pixel| luma(pixel.r, pixel.g, pixel.b)).collect();
    let pixels =
        GrayImage::from_raw(width, height, grey).ok_or_else(|| Error::Input("the page has no pixels".into()))?;
    Ok(PageImage { number, dpi: dpi as u32, pixels })
}
