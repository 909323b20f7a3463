//! What stands on a page of a PDF: its images, its glyphs and its marks, from one walk over its drawing operations.

use super::fonts;
use super::letters;
use super::outlined;
use super::outlines::{self, Kinds, Measured, is_rough};
use super::page::{PageImage, PlacedPage, RENDER_DPI, RawWord};
use super::picture::check_size;
use super::shade::luma;
use super::shapes::{Likeness, Shape};
use super::text_layer::PlacedGlyph;
use crate::error::{Error, Result};
use crate::page::BBox;
use hayro::hayro_interpret::TransformExt as _;
use hayro::hayro_interpret::font::{Glyph, GlyphRun};
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageData, ImageDrawProps, InterpreterCache,
    InterpreterSettings, LumaData, SoftMask, interpret_page,
};
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::{Affine, BezPath, Point, Rect, Shape as _};
use image::{GrayImage, imageops};
use std::collections::{HashMap, HashSet};

/// How many of the page's units an inch has: points, unless the page has larger ones, as sheets of several metres do.
pub fn units_per_inch(page: &Page<'_>) -> f32 {
    const POINTS: f32 = 72.0;
    let unit = page.raw().get::<f32>("UserUnit").filter(|unit| (0.01..=1000.0).contains(unit));
    POINTS / unit.unwrap_or(1.0)
}

pub struct PlacedImage {
    /// Takes the image's pixels to points on the page.
    transform: Affine,
    /// Size that the drawing was told; the decoded image may be smaller or larger.
    pub bounds: Rect,
    dpi: f64,
    /// None for a stencil, whose paint, not its pixels, is what is seen, and for what is too small to be read.
    pixels: Option<GrayImage>,
}

/// What stands on a page: collected in one walk over its drawing operations.
pub struct Survey<'m> {
    page: Rect,
    pub per_inch: f32,
    images: Vec<PlacedImage>,
    pub glyphs: Vec<PlacedGlyph>,
    measured: &'m mut Measured,
    /// Fonts that have letters which look like others, here or elsewhere in the file, and what letters.
    pub doubtful: HashMap<u128, Kinds>,
    pub n_invisible: usize,
    /// Filled or stroked paths that leave a mark, white ground excluded.
    marks: Vec<Rect>,
    /// Marks, or their parts, that may be letters.
    outlined: Vec<Rect>,
    n_images: usize,
    n_decoded: usize,
}

/// Marks and images beyond these are counted and not kept: hostile pages have millions.
const MOST_MARKS: usize = 20_000;
const MOST_GLYPHS: usize = 500_000;
/// Pictures of a born-digital page that are decoded, and the largest of them in pixels.
const MOST_PICTURES: usize = 8;
const MOST_OF_A_PICTURE: u64 = 40_000_000;
/// What may be a text: wider than this share of the page, and higher than so many inches.
const WIDE: f64 = 0.3;
const HIGH: f64 = 0.12;

/// Words of the layer may cover so much of a picture that is read; a ground for more is an ornament.
const MOST_TYPED: f64 = 0.25;
/// Where words are, in cells of so many points, and the cells that a word has at most.
const CELL: f64 = 6.0;
const MOST_CELLS: f64 = 200.0;

/// A place that shows more than the layer says.
pub struct Place<'s> {
    pub bounds: Rect,
    /// Its picture; none where it has to be taken from the page.
    pub image: Option<&'s PlacedImage>,
    /// Whether outlines of letters were drawn there.
    pub is_text: bool,
}

impl<'m> Survey<'m> {
    pub fn of(page: &Page<'_>, measured: &'m mut Measured) -> Self {
        let (width, height) = page.render_dimensions();
        let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        measured.begin();
        let mut survey = Survey {
            page: bounds,
            per_inch: units_per_inch(page),
            images: Vec::new(),
            glyphs: Vec::new(),
            measured,
            doubtful: HashMap::new(),
            n_invisible: 0,
            marks: Vec::new(),
            outlined: Vec::new(),
            n_images: 0,
            n_decoded: 0,
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
        if survey.is_born_digital() {
            survey.doubtful = fonts::doubtful(page, &mut context, survey.measured);
        }
        survey
    }

    /// Leaves no doubt in fonts that shape tells nothing of: rough type, in which many letters look like none.
    pub fn settle_doubts(&mut self) {
        if self.glyphs.iter().all(|glyph| glyph.likeness == Likeness::Possible) {
            return;
        }
        let mut known: HashMap<u128, HashSet<(u128, &str)>> = HashMap::new();
        let mut odd = known.clone();
        for glyph in self.glyphs.iter().filter(|glyph| glyph.text.chars().all(Shape::is_known)) {
            known.entry(glyph.font).or_default().insert((glyph.outline, &glyph.text));
            if glyph.likeness == Likeness::Odd {
                odd.entry(glyph.font).or_default().insert((glyph.outline, &glyph.text));
            }
        }
        let n_of = |of: &HashMap<u128, HashSet<(u128, &str)>>, font: &u128| of.get(font).map_or(0, HashSet::len);
        let rough: HashSet<u128> =
            known.keys().filter(|font| is_rough(n_of(&odd, font), n_of(&known, font))).copied().collect();
        for glyph in self.glyphs.iter_mut() {
            if glyph.likeness == Likeness::Odd || rough.contains(&glyph.font) {
                glyph.likeness = Likeness::Possible;
            }
        }
    }

    /// Pictures and outlined text beside the layer's words, which are boxes in points.
    pub fn unread(&self, words: &[Rect]) -> Vec<Place<'_>> {
        let is_bare = |place: Rect| {
            let over = words.iter().filter(|word| place.contains(word.center()));
            over.map(|word| word.area()).sum::<f64>() < place.area() * MOST_TYPED
        };
        let mut places: Vec<Place<'_>> = Vec::new();
        let is_picture =
            |bounds: Rect| bounds.width() > self.page.width() * WIDE && bounds.height() > self.least_height();
        // Drivers cut pictures into strips.
        let mut pictures: Vec<(Rect, Vec<&PlacedImage>)> = Vec::new();
        for image in &self.images {
            let bounds = image.bounds.intersect(self.page);
            let touches = |(place, _): &&mut (Rect, Vec<_>)| place.inflate(1.0, 1.0).overlaps(bounds);
            match pictures.iter_mut().find(touches) {
                Some((place, images)) => {
                    *place = place.union(bounds);
                    images.push(image);
                }
                None => pictures.push((bounds, vec![image])),
            }
        }
        for (bounds, images) in pictures.into_iter().filter(|(bounds, _)| is_picture(*bounds) && is_bare(*bounds)) {
            let image = match images[..] {
                [image] if image.pixels.is_some() && image.turn().is_some() => Some(image),
                _ => None,
            };
            places.push(Place { bounds, image, is_text: false });
        }
        let cell = |at: Point| ((at.x / CELL) as i64, (at.y / CELL) as i64);
        let mut typed: HashSet<(i64, i64)> = HashSet::new();
        for word in words.iter().filter(|_| self.outlined.len() >= outlined::LETTERS_OF_A_PLACE) {
            let n_cells = (word.width() / CELL).clamp(1.0, MOST_CELLS) as usize;
            let x = |n: usize| word.x0 + word.width() * (n as f64 + 0.5) / n_cells as f64;
            typed.extend((0..n_cells).map(|n| cell(Point::new(x(n), word.center().y))));
        }
        let is_lacking = |letter: &&Rect| {
            let at = letter.center();
            !typed.contains(&cell(at)) && !places.iter().any(|place| place.bounds.contains(at))
        };
        let letters = self.outlined.iter().filter(is_lacking).copied().collect();
        places.extend(outlined::places(letters).into_iter().map(|bounds| Place { bounds, image: None, is_text: true }));
        places.truncate(MOST_PICTURES);
        places
    }

    /// In points, what is lower than a line of text.
    fn least_height(&self) -> f64 {
        HIGH * f64::from(self.per_inch)
    }

    fn covers_page(&self, bounds: Rect) -> bool {
        bounds.intersect(self.page).area() >= 0.8 * self.page.area()
    }

    /// Visible text and no picture of the whole page under or over it.
    pub fn is_born_digital(&self) -> bool {
        !self.glyphs.is_empty() && !self.images.iter().any(|image| self.covers_page(image.bounds))
    }

    /// The one image that the page consists of, if it does.
    pub fn scan(&self, width: f32, height: f32) -> Option<&PlacedImage> {
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
    pub fn finest_dpi(&self) -> Option<f64> {
        let large = self.images.iter().filter(|image| image.bounds.area() > 0.3 * self.page.area());
        large.map(|image| image.dpi).filter(|dpi| dpi.is_finite()).reduce(f64::max)
    }

    /// A place in points as pixels of the page, within it.
    pub fn pixels(&self, bounds: Rect) -> BBox {
        let scale = f64::from(RENDER_DPI / self.per_inch);
        let bounds = bounds.intersect(self.page);
        let px = |points: f64| (points * scale).round() as i32;
        BBox::new(
            px(bounds.x0),
            px(bounds.y0),
            px(bounds.x1).max(px(bounds.x0) + 1),
            px(bounds.y1).max(px(bounds.y0) + 1),
        )
    }

    /// A place in pixels of the page as points.
    pub fn points(&self, bbox: BBox) -> Rect {
        let scale = f64::from(self.per_inch / RENDER_DPI);
        let [x0, y0, x1, y1] = [bbox.x0, bbox.y0, bbox.x1, bbox.y1].map(|at| f64::from(at) * scale);
        Rect::new(x0, y0, x1, y1)
    }

    pub fn placed(&self, number: u32, width: f32, height: f32, words: Vec<RawWord>) -> PlacedPage {
        let scale = RENDER_DPI / self.per_inch;
        let pixels = |bounds: &Rect| self.pixels(*bounds);
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
            doubts: Vec::new(),
            unread: Vec::new(),
            picture: None,
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

    /// The image as a picture beside the page's words.
    pub fn picture(&self, number: u32) -> Option<PageImage> {
        let dpi = self.dpi.round();
        let image = self.upright(number, 1.0).ok()?;
        Some(PageImage { dpi: if (50.0..=1300.0).contains(&dpi) { dpi as u32 } else { 0 }, ..image })
    }

    pub fn upright(&self, number: u32, inches: f32) -> Result<PageImage> {
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

impl<'a> Device<'a> for Survey<'_> {
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
            if !matches!(mode, DrawMode::Stroke(_)) {
                let (page, outlined) = (self.page, &mut self.outlined);
                outlined::letters(&path, |letter| {
                    if outlined.len() < MOST_MARKS && page.contains(letter.center()) {
                        outlined.push(letter);
                    }
                });
            }
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
        let covers = self.covers_page(bounds);
        // A page's one image is the page. A second makes it one to render, unless they are pictures beside its text.
        let is_wanted = if covers {
            self.n_images == 1
        } else {
            let seen = bounds.intersect(self.page);
            let is_seen = seen.width() > self.page.width() * WIDE && seen.height() > self.least_height();
            is_seen && self.n_decoded < MOST_PICTURES && u64::from(width) * u64::from(height) < MOST_OF_A_PICTURE
        };
        let mut pixels = None;
        if is_wanted
            && check_size(width, height).is_ok()
            && let Image::Raster(raster) = &image
        {
            self.n_decoded += usize::from(!covers);
            raster.with_rgba(
                |data, alpha| {
                    pixels = match alpha {
                        Some(alpha) if !covers => grey(data).and_then(|grey| on_paper(grey, &alpha)),
                        Some(_) => None,
                        None => grey(data),
                    }
                },
                None,
            );
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
        let font = run.glyphs().first().map_or(0, |glyph| outlines::font_of(glyph));
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
            let text = outlines::text_of(glyph);
            if origin.is_finite() && end.is_finite() && self.page.inflate(2.0, 2.0).contains(origin) {
                let known = self.measured.outline(glyph, &text);
                let stroke = known
                    .and_then(|(_, outline)| outline.stroke)
                    .map(|stroke| (transform * Point::new(f64::from(stroke), 0.0)).distance(origin) + around);
                let likeness = known.map_or(Likeness::Possible, |(_, outline)| outline.likeness(&text));
                let soft_hyphen = text.contains(letters::SOFT_HYPHEN).then(|| outlines::is_drawn(glyph));
                let outline = known.map_or(0, |(key, _)| key);
                self.glyphs.push(PlacedGlyph { text, origin, end, size, stroke, soft_hyphen, font, outline, likeness });
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

/// A picture with clear parts, as it looks on paper.
fn on_paper(mut grey: GrayImage, alpha: &LumaData) -> Option<GrayImage> {
    if (alpha.width, alpha.height) != grey.dimensions() || alpha.data.len() != grey.as_raw().len() {
        return None;
    }
    for (value, alpha) in grey.iter_mut().zip(&alpha.data) {
        let ink = u32::from(255 - *value) * u32::from(*alpha) / 255;
        *value = 255 - ink as u8;
    }
    Some(grey)
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
