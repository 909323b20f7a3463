//! PDF files: takes a scanned page's image out as it is, a born-digital page's words with their
//! places, and renders what is neither.

use super::letters;
use super::page::{InputPage, LayerPolicy, MAX_PIXELS, PageContent, PageImage, PlacedPage, RawWord};
use super::picture::check_size;
use super::shade::luma;
use super::strokes;
use super::text_layer::{self, PlacedGlyph};
use crate::error::{Error, Result};
use crate::page::BBox;
use hayro::hayro_interpret::TransformExt as _;
use hayro::hayro_interpret::font::{Glyph, GlyphIdentifier, GlyphRun};
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageData, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, interpret_page,
};
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro::kurbo::{Affine, BezPath, Point, Rect, Shape};
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use image::{GrayImage, imageops};
use std::collections::HashMap;

/// Resolution of a page that has to be rendered, and of a born-digital page's boxes.
const RENDER_DPI: f32 = 300.0;

/// How many of the page's units an inch has: points, unless the page has larger ones, as sheets of several metres do.
fn units_per_inch(page: &Page<'_>) -> f32 {
    const POINTS: f32 = 72.0;
    let unit = page.raw().get::<f32>("UserUnit").filter(|unit| (0.01..=1000.0).contains(unit));
    POINTS / unit.unwrap_or(1.0)
}

pub struct PdfFile {
    pdf: Pdf,
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
        Ok(PdfFile { pdf })
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
        let survey = Survey::of(page);
        let mut rejected_layer = None;
        if policy == LayerPolicy::Auto && survey.is_born_digital() {
            match text_layer::place(&survey.glyphs, RENDER_DPI / survey.per_inch) {
                Ok(layer) => {
                    return Ok(PageContent::Placed(survey.placed(number, width, height, layer.words)).into());
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

struct PlacedImage {
    /// Takes the image's pixels to points on the page.
    transform: Affine,
    /// Size that the drawing was told; the decoded image may be smaller or larger.
    bounds: Rect,
    dpi: f64,
    /// None for a stencil: its paint, not its pixels, is what is seen.
    pixels: Option<GrayImage>,
}

/// What stands on a page: collected in one walk over its drawing operations.
struct Survey {
    page: Rect,
    per_inch: f32,
    images: Vec<PlacedImage>,
    glyphs: Vec<PlacedGlyph>,
    /// Thickness of the strokes of outlines that were drawn, in thousandths of the em.
    strokes: HashMap<GlyphIdentifier, Option<f32>>,
    n_invisible: usize,
    /// Filled or stroked paths that leave a mark, white ground excluded.
    marks: Vec<Rect>,
    /// Images are decoded once, here, and only while there is one of them: a second makes the page one to render.
    n_images: usize,
}

/// Marks and images beyond these are counted and not kept: hostile pages have millions.
const MOST_MARKS: usize = 20_000;
const MOST_GLYPHS: usize = 500_000;
/// Different outlines that are measured; a page has a few hundred.
const MOST_OUTLINES: usize = 4_000;

impl Survey {
    fn of(page: &Page<'_>) -> Survey {
        let (width, height) = page.render_dimensions();
        let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let mut survey = Survey {
            page: bounds,
            per_inch: units_per_inch(page),
            images: Vec::new(),
            glyphs: Vec::new(),
            strokes: HashMap::new(),
            n_invisible: 0,
            marks: Vec::new(),
            n_images: 0,
        };
        let cache = InterpreterCache::new();
        let mut context = Context::new(
            page.initial_transform(true).to_kurbo(),
            bounds,
            &cache,
            page.xref(),
            InterpreterSettings::default(),
        );
        interpret_page(page, &mut context, &mut survey);
        survey
    }

    fn stroke(&mut self, glyph: &Glyph<'_>, text: &str) -> Option<f32> {
        let Glyph::Outline(outline) = glyph else { return None };
        if !text.contains(char::is_alphanumeric) {
            return None;
        }
        let glyph = outline.identifier();
        if self.strokes.len() >= MOST_OUTLINES && !self.strokes.contains_key(&glyph) {
            return None;
        }
        *self.strokes.entry(glyph).or_insert_with(|| strokes::of_outline(&outline.outline()))
    }

    fn covers_page(&self, bounds: Rect) -> bool {
        bounds.intersect(self.page).area() >= 0.8 * self.page.area()
    }

    /// Visible text and no picture of the whole page under or over it.
    fn is_born_digital(&self) -> bool {
        !self.glyphs.is_empty() && !self.images.iter().any(|image| self.covers_page(image.bounds))
    }

    /// The one image that the page consists of, if it does.
    fn scan(&self, width: f32, height: f32) -> Option<&PlacedImage> {
        let [image] = self.images.as_slice() else {
            return None;
        };
        let has_more = self.n_images > 1 || !self.glyphs.is_empty() || !self.marks.is_empty();
        let fills = self.covers_page(image.bounds)
            && image.bounds.width() <= f64::from(width) * 1.2
            && image.bounds.height() <= f64::from(height) * 1.2;
        (fills && !has_more && image.pixels.is_some() && image.turn().is_some()).then_some(image)
    }

    /// The highest resolution of an image that covers much of the page.
    fn finest_dpi(&self) -> Option<f64> {
        let large = self.images.iter().filter(|image| image.bounds.area() > 0.3 * self.page.area());
        large.map(|image| image.dpi).filter(|dpi| dpi.is_finite()).reduce(f64::max)
    }

    fn placed(&self, number: u32, width: f32, height: f32, words: Vec<RawWord>) -> PlacedPage {
        let scale = RENDER_DPI / self.per_inch;
        let pixels = |bounds: &Rect| {
            let bounds = bounds.intersect(self.page);
            let px = |points: f64| (points * f64::from(scale)).round() as i32;
            BBox::new(
                px(bounds.x0),
                px(bounds.y0),
                px(bounds.x1).max(px(bounds.x0) + 1),
                px(bounds.y1).max(px(bounds.y0) + 1),
            )
        };
        // Thin marks are rules; frames of boxes come as four thin marks or one path around them.
        let (rulings, shapes): (Vec<BBox>, Vec<BBox>) =
            self.marks.iter().map(pixels).partition(|mark| mark.width().min(mark.height()) <= 12);
        let pictures = self.images.iter().map(|image| pixels(&image.bounds));
        PlacedPage {
            number,
            width: (width * scale).round() as u32,
            height: (height * scale).round() as u32,
            words,
            rulings,
            ink: pictures.chain(shapes).collect(),
        }
    }
}

impl PlacedImage {
    /// Quarter turns clockwise that put the stored pixels upright, where the image stands square on the page.
    fn turn(&self) -> Option<u32> {
        let [a, b, c, d, ..] = self.transform.as_coeffs();
        let size = (a.abs() + b.abs() + c.abs() + d.abs()) / 2.0;
        let is_small = |x: f64| x.abs() < size * 0.002;
        match () {
            _ if is_small(b) && is_small(c) && a > 0.0 && d > 0.0 => Some(0),
            _ if is_small(a) && is_small(d) && b > 0.0 && c < 0.0 => Some(1),
            _ if is_small(b) && is_small(c) && a < 0.0 && d < 0.0 => Some(2),
            _ if is_small(a) && is_small(d) && b < 0.0 && c > 0.0 => Some(3),
            _ => None,
        }
    }

    fn upright(&self, number: u32, inches: f32) -> Result<PageImage> {
        let pixels = self.pixels.as_ref().ok_or_else(|| Error::Input("the page's image cannot be decoded".into()))?;
        let pixels = match self.turn() {
            Some(1) => imageops::rotate90(pixels),
            Some(2) => imageops::rotate180(pixels),
            Some(3) => imageops::rotate270(pixels),
            _ => pixels.clone(),
        };
        let dpi = (f64::from(pixels.width().max(pixels.height())) / f64::from(inches)).round();
        // A page whose stated size is absurd tells nothing about its resolution.
        let dpi = if (50.0..=1300.0).contains(&dpi) { dpi as u32 } else { 0 };
        Ok(PageImage { number, dpi, pixels })
    }
}

impl<'a> Device<'a> for Survey {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        if matches!(mode, DrawMode::Invisible) || self.marks.len() >= MOST_MARKS || is_paper(&props) {
            return;
        }
        let width = match mode {
            DrawMode::Stroke(stroke) | DrawMode::FillAndStroke(_, stroke) => f64::from(stroke.line_width),
            _ => 0.0,
        };
        let path = props.transform * path.clone();
        let bounds = path.bounding_box().inflate(width / 2.0, width / 2.0);
        if bounds.is_finite() && bounds.overlaps(self.page) {
            self.marks.push(bounds);
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.n_images += 1;
        if self.images.len() >= 64 {
            return;
        }
        let (width, height) = (image.width(), image.height());
        let bounds = props.transform.transform_rect_bbox(Rect::new(0.0, 0.0, f64::from(width), f64::from(height)));
        let coeffs = props.transform.as_coeffs();
        let points_per_pixel = coeffs[0].hypot(coeffs[1]).min(coeffs[2].hypot(coeffs[3]));
        let dpi = f64::from(self.per_inch) / points_per_pixel;
        let mut pixels = None;
        if self.n_images == 1
            && self.covers_page(bounds)
            && check_size(width, height).is_ok()
            && let Image::Raster(raster) = &image
        {
            raster.with_rgba(|data, alpha| pixels = alpha.is_none().then(|| grey(data)).flatten(), None);
        }
        self.images.push(PlacedImage { transform: props.transform, bounds, dpi, pixels });
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        if matches!(mode, DrawMode::Invisible) {
            self.n_invisible += run.glyphs().len();
            return;
        }
        // Letters that are filled and stroked come twice: the second time, the line around them makes them bold.
        let around = match mode {
            DrawMode::Stroke(stroke) | DrawMode::FillAndStroke(_, stroke) => {
                f64::from(stroke.line_width) * props.transform.determinant().abs().sqrt()
            }
            _ => 0.0,
        };
        for glyph in run.glyphs() {
            if self.glyphs.len() >= MOST_GLYPHS {
                return;
            }
            let transform = props.transform * glyph.transform();
            let advance = match &**glyph {
                Glyph::Outline(outline) => outline.advance_width(),
                Glyph::Type3(type3) => type3.advance_width(),
            };
            // Glyph space has 1,000 units an em.
            let origin = transform * Point::ORIGIN;
            let end = transform * Point::new(f64::from(advance.unwrap_or(500.0)), 0.0);
            let size = (transform * Point::new(0.0, 1000.0)).distance(origin);
            let text = match glyph.as_unicode() {
                Some(hayro::hayro_interpret::hayro_cmap::BfString::Char(c)) => c.to_string(),
                Some(hayro::hayro_interpret::hayro_cmap::BfString::String(s)) => s,
                None => char::REPLACEMENT_CHARACTER.to_string(),
            };
            if origin.is_finite() && end.is_finite() && self.page.inflate(2.0, 2.0).contains(origin) {
                let stroke = self
                    .stroke(glyph, &text)
                    .map(|stroke| (transform * Point::new(f64::from(stroke), 0.0)).distance(origin) + around);
                let is_drawn = !text.contains(letters::SOFT_HYPHEN) || leaves_ink(glyph);
                self.glyphs.push(PlacedGlyph {
                    text,
                    origin,
                    end,
                    size,
                    stroke,
                    is_drawn,
                    font: 0,
                    is_doubtful: false,
                });
            }
        }
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

/// Whether a path is painted in white: ground, not a mark.
fn is_paper(props: &DrawProps<'_>) -> bool {
    match &props.paint {
        hayro::hayro_interpret::Paint::Color(color) => {
            let [r, g, b, a] = color.to_rgba().to_rgba8();
            a < 8 || (r > 247 && g > 247 && b > 247)
        }
        hayro::hayro_interpret::Paint::Pattern(_) => false,
    }
}

fn leaves_ink(glyph: &Glyph<'_>) -> bool {
    match glyph {
        Glyph::Outline(outline) => !outline.outline().elements().is_empty(),
        Glyph::Type3(_) => true,
    }
}

fn grey(data: ImageData) -> Option<GrayImage> {
    let (width, height) = (data.width(), data.height());
    check_size(width, height).ok()?;
    let grey = match data {
        ImageData::Luma(luma) => luma.data,
        ImageData::Rgb(rgb) => rgb.data.chunks_exact(3).map(|pixel| luma(pixel[0], pixel[1], pixel[2])).collect(),
    };
    GrayImage::from_raw(width, height, grey)
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
