//! A page put together from what its file tells, in whatever unit.

use crate::error::{Error, Result};
use crate::input::page::{Program, RawWord, RecognisedPage};
use crate::page::BBox;
use unicode_normalization::UnicodeNormalization;

/// What no page and no word has; files that have more are broken or made to do harm.
const MOST_PAGES: usize = 20_000;
const MOST_WORDS: usize = 50_000;
const MOST_LETTERS: usize = 1_000;
const MOST_PIXELS: f64 = 65_535.0;
const MOST_SHAPES: usize = 20_000;
/// Of a word whose file does not tell how sure it is.
const UNSTATED: f32 = 0.9;
/// Lines that slant more do not: the number means something else.
const MOST_SKEW: f32 = 15.0;

/// A place in the unit of the file.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Area {
    pub x0: f64,
    pub y0: f64,
    pub x1: f64,
    pub y1: f64,
}

impl Area {
    /// Around points: `10,20 30,20` as well as `10 20 30 20`.
    pub fn around(points: &str) -> Option<Area> {
        let numbers = points.split(|c: char| c.is_whitespace() || c == ',').filter(|part| !part.is_empty());
        let numbers: Vec<f64> = numbers.take(10_000).map_while(number).collect();
        let points = numbers.chunks_exact(2).map(|at| Area { x0: at[0], y0: at[1], x1: at[0], y1: at[1] });
        points.reduce(Area::union)
    }

    pub fn union(self, other: Area) -> Area {
        Area {
            x0: self.x0.min(other.x0),
            y0: self.y0.min(other.y0),
            x1: self.x1.max(other.x1),
            y1: self.y1.max(other.y1),
        }
    }

    /// The part of it from one to another share of its width.
    fn part(self, from: f64, to: f64) -> Area {
        let x = |share: f64| self.x0 + (self.x1 - self.x0) * share;
        Area { x0: x(from), x1: x(to), ..self }
    }
}

/// A finite number, with a point or a comma.
pub fn number(text: &str) -> Option<f64> {
    text.trim().replace(',', ".").parse().ok().filter(|number: &f64| number.is_finite())
}

/// A probability; some write it in hundredths.
pub fn probability(text: &str) -> Option<f32> {
    let number = number(text)? as f32;
    let number = if number > 1.0 { number / 100.0 } else { number };
    (0.0..=1.0).contains(&number).then_some(number)
}

/// A word as its file tells it, or several in one.
#[derive(Clone, Debug, Default)]
pub struct Found {
    pub text: String,
    pub area: Option<Area>,
    pub confidence: Option<f32>,
}

/// A line as its file tells it.
#[derive(Clone, Debug, Default)]
pub struct Line {
    pub words: Vec<Found>,
    /// Of the line as a whole: its text where it has no words.
    pub whole: Found,
}

/// Pages, the last of which is being filled.
#[derive(Default)]
pub struct Builder {
    pages: Vec<RecognisedPage>,
    n_lines: u32,
    /// Pixels for a unit of the file.
    pub scale: Option<f64>,
    pub program: Option<Program>,
}

impl Builder {
    pub fn begin_page(&mut self, size: Option<(f64, f64)>, dpi: u32, image: Option<String>) -> Result<()> {
        if self.pages.len() >= MOST_PAGES {
            return Err(Error::Input(format!("the file has more than {MOST_PAGES} pages")));
        }
        let scale = self.scale.unwrap_or(1.0);
        let (width, height) = size.map_or((0.0, 0.0), |(width, height)| (width * scale, height * scale));
        if width.max(height) > MOST_PIXELS {
            return Err(Error::Input(format!("a page of {width:.0} × {height:.0} pixels is none that was scanned")));
        }
        self.n_lines = 0;
        self.pages.push(RecognisedPage {
            number: self.pages.len() as u32 + 1,
            width: width.max(0.0).round() as u32,
            height: height.max(0.0).round() as u32,
            dpi: if self.scale.is_some() { 300 } else { dpi.min(4800) },
            image,
            ..RecognisedPage::default()
        });
        Ok(())
    }

    pub fn skew(&mut self, degrees: Option<f64>) {
        let degrees = degrees.map(|degrees| degrees as f32).filter(|degrees| degrees.abs() <= MOST_SKEW);
        if let (Some(page), Some(degrees)) = (self.pages.last_mut(), degrees) {
            page.skew_degrees = (degrees * 10.0).round() / 10.0;
        }
    }

    /// A rule, or a picture.
    pub fn push_shape(&mut self, area: Area, is_rule: bool) {
        let bbox = self.pixels(area);
        let Some(page) = self.pages.last_mut() else { return };
        let shapes = if is_rule { &mut page.rulings } else { &mut page.ink };
        // What divides regions without being thin is no printed rule.
        let is_thin = bbox.width().min(bbox.height()) * 4 <= bbox.width().max(bbox.height());
        if shapes.len() < MOST_SHAPES && (is_thin || !is_rule) {
            shapes.push(bbox);
        }
    }

    pub fn push_line(&mut self, line: Line) -> Result<()> {
        let Line { mut words, whole } = line;
        words.retain(|word| !word.text.trim().is_empty());
        if words.is_empty() {
            words.push(Found { text: whole.text, area: whole.area, confidence: whole.confidence });
        }
        if words.iter().any(|word| word.area.is_none() && !word.text.trim().is_empty()) {
            // Some tell the place of the line alone.
            let text = words.iter().map(|word| word.text.trim()).collect::<Vec<_>>().join(" ");
            let confidence = words.iter().filter_map(|word| word.confidence).reduce(f32::min);
            let Some(area) = whole.area else {
                return Err(Error::Input("words have no places on the page".into()));
            };
            words = vec![Found { text, area: Some(area), confidence: confidence.or(whole.confidence) }];
        }
        let line = self.n_lines;
        self.n_lines += 1;
        words.into_iter().try_for_each(|word| self.push(word, line))
    }

    /// The words of a text, each with its share of the place.
    fn push(&mut self, found: Found, line: u32) -> Result<()> {
        let (Some(area), false) = (found.area, self.pages.is_empty()) else { return Ok(()) };
        let text: String = found.text.nfc().filter(|c| c.is_whitespace() || !c.is_control()).collect();
        let text = text.replace(['\u{feff}', '\u{200b}'], "");
        let text = text.trim();
        let n_letters = text.chars().count().max(1) as f64;
        let mut from = 0;
        for part in text.split(char::is_whitespace) {
            let n = part.chars().count();
            if n > MOST_LETTERS {
                return Err(Error::Input(format!("a word of {n} letters is none")));
            }
            let share = |at: usize| at as f64 / n_letters;
            let bbox = if n as f64 == n_letters { area } else { area.part(share(from), share(from + n)) };
            from += n + 1;
            if n == 0 {
                continue;
            }
            let bbox = self.pixels(bbox);
            let confidence = found.confidence.unwrap_or(UNSTATED).clamp(0.0, 1.0);
            let word = RawWord { text: part.to_owned(), bbox, confidence, line, face: None };
            if let Some(page) = self.pages.last_mut() {
                if page.words.len() >= MOST_WORDS {
                    return Err(Error::Input(format!("page {} has more than {MOST_WORDS} words", page.number)));
                }
                page.words.push(word);
            }
        }
        Ok(())
    }

    /// A place in pixels, which lies on the page and is not empty.
    fn pixels(&self, area: Area) -> BBox {
        let scale = self.scale.unwrap_or(1.0);
        let size = self.pages.last().map_or((0, 0), |page| (page.width, page.height));
        let most = |pixels: u32| if pixels == 0 { MOST_PIXELS } else { f64::from(pixels) };
        let at = |n: f64, most: f64| (n * scale).round().clamp(0.0, most) as i32;
        let (right, bottom) = (most(size.0), most(size.1));
        let (x0, y0) = (at(area.x0, right - 1.0), at(area.y0, bottom - 1.0));
        BBox::new(x0, y0, at(area.x1, right).max(x0 + 1), at(area.y1, bottom).max(y0 + 1))
    }

    pub fn finish(self) -> Vec<RecognisedPage> {
        let mut pages = self.pages;
        for page in &mut pages {
            let boxes = page.words.iter().map(|word| word.bbox).chain(page.rulings.iter().copied());
            let whole = boxes.reduce(BBox::union).unwrap_or_default();
            if page.width == 0 || page.height == 0 {
                (page.width, page.height) = (whole.x1.max(0) as u32, whole.y1.max(0) as u32);
            }
            page.program.clone_from(&self.program);
        }
        pages
    }
}
