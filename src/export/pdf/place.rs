//! Where the pixels of a page as it was read lie on the page itself.

use crate::page::{BBox, OcrPage, TextSource};
use hayro::hayro_interpret::font::GlyphRun;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, TransformExt as _, interpret_page,
};
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::{Affine, BezPath, Point, Rect};

/// Takes pixels of the upright page to the page's own units.
#[derive(Clone, Copy, Debug)]
pub struct Place(Affine);

impl Place {
    /// Of a page that is so wide and high as it is shown, which `shown_to_own` takes to its own units. The pixels are
    /// those of the part of it that is named.
    pub fn new(ocr: &OcrPage, part: Rect, shown_to_own: Affine) -> Place {
        let (width, height) = (f64::from(ocr.width.max(1)), f64::from(ocr.height.max(1)));
        // As it was stored it had been turned clockwise.
        let turned = match ocr.rotation {
            90 => Affine::new([0.0, 1.0, -1.0, 0.0, height, 0.0]),
            180 => Affine::new([-1.0, 0.0, 0.0, -1.0, width, height]),
            270 => Affine::new([0.0, -1.0, 1.0, 0.0, 0.0, width]),
            _ => Affine::IDENTITY,
        };
        let (stored_width, stored_height) = if is_on_side(ocr) { (height, width) } else { (width, height) };
        let scale =
            Affine::new([part.width() / stored_width, 0.0, 0.0, part.height() / stored_height, part.x0, part.y0]);
        Place(shown_to_own * scale * turned)
    }

    /// Of a page of a PDF, and the part of it, as it is shown, that the pixels are of.
    pub fn of(page: &Page<'_>, ocr: &OcrPage) -> (Place, Rect) {
        let (width, height) = page.render_dimensions();
        let whole = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let transform = page.initial_transform(true).to_kurbo();
        // The words of a page's own layer are placed on the whole of it.
        let is_seen = ocr.source == TextSource::Ocr;
        let scan = if is_seen { scan_of(page, whole, transform, ocr) } else { None };
        let part = scan.unwrap_or(whole);
        (Place::new(ocr, part, transform.inverse()), part)
    }

    pub fn point(&self, x: f64, y: f64) -> Point {
        self.0 * Point::new(x, y)
    }

    /// The step of a pixel to the right, and one up.
    pub fn steps(&self) -> ((f64, f64), (f64, f64)) {
        let [a, b, c, d, ..] = self.0.as_coeffs();
        ((a, b), (-c, -d))
    }

    /// Where a box of the upright page lies.
    pub fn rect(&self, bbox: BBox) -> Rect {
        let rect = Rect::new(f64::from(bbox.x0), f64::from(bbox.y0), f64::from(bbox.x1), f64::from(bbox.y1));
        self.0.transform_rect_bbox(rect)
    }
}

fn is_on_side(ocr: &OcrPage) -> bool {
    matches!(ocr.rotation, 90 | 270)
}

/// Where the one image lies that a page consists of, if its pixels are those that were read.
fn scan_of(page: &Page<'_>, whole: Rect, transform: Affine, ocr: &OcrPage) -> Option<Rect> {
    let cache = InterpreterCache::new();
    let mut context = Context::new(transform, whole, &cache, page.xref(), InterpreterSettings::default());
    let mut seen = Seen::default();
    interpret_page(page, &mut context, &mut seen);
    let [(transform, width, height)] = seen.images[..] else { return None };
    let bounds = transform.transform_rect_bbox(Rect::new(0.0, 0.0, f64::from(width), f64::from(height)));
    let is_page = bounds.intersect(whole).area() >= 0.8 * whole.area()
        && bounds.width() <= whole.width() * 1.2
        && bounds.height() <= whole.height() * 1.2;
    if seen.is_more || !is_page {
        return None;
    }
    let [a, b, c, d, ..] = transform.as_coeffs();
    let is_turned = a.abs() + d.abs() < b.abs() + c.abs();
    let own = if is_turned { (height, width) } else { (width, height) };
    let read = if is_on_side(ocr) { (ocr.height, ocr.width) } else { (ocr.width, ocr.height) };
    // A page that was rendered has the page's shape, and one whose image lies about its size has the image's.
    let unlike = |rect: Rect| (rect.width() * f64::from(read.1) / (rect.height() * f64::from(read.0))).ln().abs();
    (own == read || unlike(bounds) < unlike(whole)).then_some(bounds)
}

/// What a page shows, as far as it matters here; nothing is decoded.
#[derive(Default)]
struct Seen {
    images: Vec<(Affine, u32, u32)>,
    is_more: bool,
}

impl<'a> Device<'a> for Seen {
    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        if self.images.len() < 2 {
            self.images.push((props.transform, image.width(), image.height()));
        }
    }

    fn draw_glyph_run(&mut self, _: &GlyphRun<'_, 'a>, _: DrawProps<'a>, mode: &DrawMode) {
        self.is_more |= !matches!(mode, DrawMode::Invisible);
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
