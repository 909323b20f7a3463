//! A born-digital page's layer, held against what is seen: fonts that tell other letters than they show, and text that
//! is drawn or pasted as a picture.

use super::engine::{Noted, OcrEngine};
use super::marks;
use super::prepare::InkMask;
use crate::error::{Error, Result};
use crate::input::{Doubt, PageImage, PlacedPage, RawWord, Unread};
use crate::page::{BBox, OcrPage, PageStatus};
use image::{GrayImage, Luma};
use std::collections::HashSet;

/// Reads a picture as if it were a page.
pub type Read = fn(PageImage, &mut dyn OcrEngine) -> Result<OcrPage>;

/// What the layer is worth.
pub enum Judged {
    /// It holds, and what it lacked was read.
    Held { words: Vec<RawWord>, read: Vec<OfPicture> },
    /// So much of it tells other letters than it shows that the page has to be read from its picture.
    Refused(String, PageImage),
}

/// What was read from a picture on the page, in pixels of the page.
pub struct OfPicture {
    pub bbox: BBox,
    pub words: Vec<RawWord>,
    pub rulings: Vec<BBox>,
    pub ink: Vec<BBox>,
}

/// Pixels an inch of a born-digital page.
const DPI: f32 = 300.0;
/// Of a page's letters, so many hundredths may be in fonts that lie; more, and the whole page is read.
const MOST_LYING: usize = 30;
/// Patches of ink of the size of letters that a picture has at least to be read, so that the names of firms are not.
const LETTERS_OF_A_PICTURE: usize = 24;
/// Mean confidence of what is read from a picture that shows text, and how many words there are.
const TEXT: f32 = 0.8;
const FEWEST_WORDS: usize = 3;

/// Judges the page's fonts and reads what its words lack. The engine is only made where there is something to read.
pub fn judged(placed: &mut PlacedPage, read: Read, engine: &mut Noted<'_>) -> Result<Judged> {
    let mut lying: HashSet<usize> = HashSet::new();
    if let Some(picture) = &placed.picture {
        for doubt in &placed.doubts {
            if !is_confirmed(doubt, &placed.words, picture, engine.get()?)? {
                lying.extend(&doubt.words);
            }
        }
    }
    let n_letters = |word: &RawWord| word.text.chars().count();
    let n_lying: usize = lying.iter().filter_map(|idx| placed.words.get(*idx)).map(n_letters).sum();
    let n_all: usize = placed.words.iter().map(n_letters).sum();
    if n_lying * 100 > n_all * MOST_LYING
        && let Some(picture) = placed.picture.take()
    {
        return Ok(Judged::Refused("a font's letters are not those that are seen".into(), picture));
    }
    let (mut words, mut untrue) = (Vec::new(), Vec::new());
    for (idx, word) in std::mem::take(&mut placed.words).into_iter().enumerate() {
        if lying.contains(&idx) { untrue.push(word) } else { words.push(word) }
    }
    let mut found = Vec::new();
    if let Some(picture) = &placed.picture {
        for line in lines(untrue) {
            found.push(line_of_picture(line, picture, engine.get()?)?);
        }
    }
    for unread in std::mem::take(&mut placed.unread) {
        if unread.is_text || is_text(&unread.image) {
            match picture_read(unread, &words, read, engine) {
                // The page's words are there whether the picture can be read or not.
                Err(Error::EngineMissing { .. }) => break,
                read => found.extend(read?),
            }
        }
    }
    number_lines(&words, &mut found);
    Ok(Judged::Held { words, read: found })
}

/// Whether the picture of a font's words says what the words say.
fn is_confirmed(doubt: &Doubt, words: &[RawWord], picture: &PageImage, engine: &mut dyn OcrEngine) -> Result<bool> {
    let (mut n_same, mut n_other) = (0, 0);
    for word in doubt.telling.iter().filter_map(|idx| words.get(*idx)) {
        let seen = engine.recognise_line(&cut(picture, word.bbox), picture.dpi)?;
        let seen: String = seen.iter().map(|word| word.text.as_str()).collect();
        if folded(&seen) == folded(&word.text) { n_same += 1 } else { n_other += 1 }
    }
    Ok(n_same > n_other)
}

/// A word's letters and figures alone, for small capitals too.
fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A word or line with paper around it, as an engine likes it.
fn cut(picture: &PageImage, bbox: BBox) -> GrayImage {
    let scale = picture.dpi as f32 / DPI;
    let at = |pixels: i32| (pixels as f32 * scale).round() as i32;
    let bbox = BBox::new(at(bbox.x0), at(bbox.y0), at(bbox.x1), at(bbox.y1));
    let (margin, reach) = ((bbox.height() / 2).clamp(4, 200), (bbox.height() / 10).clamp(1, 40));
    let (width, height) = (picture.pixels.width() as i32, picture.pixels.height() as i32);
    // What is drawn in the margin belongs to the neighbours.
    let (left, right) = ((bbox.x0 - reach / 2).max(0), (bbox.x1 + reach / 2).min(width));
    let (top, bottom) = ((bbox.y0 - reach).max(0), (bbox.y1 + reach).min(height));
    let size = |from: i32, to: i32| (to - from).clamp(1, 20_000) as u32 + 2 * margin as u32;
    GrayImage::from_fn(size(left, right), size(top, bottom), |x, y| {
        let (x, y) = (left - margin + x as i32, top - margin + y as i32);
        match (left..right).contains(&x) && (top..bottom).contains(&y) {
            true => *picture.pixels.get_pixel(x as u32, y as u32),
            false => Luma([255]),
        }
    })
}

/// Words of a line that stand as close as words do.
fn lines(words: Vec<RawWord>) -> Vec<Vec<RawWord>> {
    let mut lines: Vec<Vec<RawWord>> = Vec::new();
    for word in words {
        match lines.last_mut().and_then(|line| Some((line.last()?.clone(), line))) {
            Some((last, line))
                if last.line == word.line && (word.bbox.x0 - last.bbox.x1).abs() <= word.bbox.height() =>
            {
                line.push(word);
            }
            _ => lines.push(vec![word]),
        }
    }
    lines
}

/// A line of a font that lies, as it is seen. It keeps its face: that was measured on what is drawn.
fn line_of_picture(line: Vec<RawWord>, picture: &PageImage, engine: &mut dyn OcrEngine) -> Result<OfPicture> {
    let bbox = line.iter().map(|word| word.bbox).reduce(BBox::union).unwrap_or_default();
    let cut = cut(picture, bbox);
    let seen = engine.recognise_line(&cut, picture.dpi)?;
    let scale = DPI / picture.dpi.max(1) as f32;
    // The cut lies about the line as its middle does.
    let shift = (bbox.x_center() as f32 - cut.width() as f32 * scale / 2.0) as i32;
    let face = line.first().and_then(|word| word.face);
    let on_page = |word: RawWord| {
        let x = |at: i32| (at as f32 * scale) as i32 + shift;
        let bbox = BBox::new(x(word.bbox.x0), bbox.y0, x(word.bbox.x1), bbox.y1);
        RawWord { bbox, face, line: 0, ..word }
    };
    let words = seen.into_iter().filter(|word| !word.text.is_empty()).map(on_page).collect();
    Ok(OfPicture { bbox, words, rulings: Vec::new(), ink: Vec::new() })
}

/// Whether a picture has as many patches like letters as a text has. Drawings and photographs are read too, and then
/// left: they make no words.
fn is_text(image: &PageImage) -> bool {
    let dpi = if image.dpi == 0 { 150 } else { image.dpi };
    marks::n_letters(&InkMask::new(&image.pixels, dpi), dpi) >= LETTERS_OF_A_PICTURE
}

fn picture_read(unread: Unread, words: &[RawWord], read: Read, engine: &mut Noted<'_>) -> Result<Option<OfPicture>> {
    let Unread { bbox, image, .. } = unread;
    let (width, height) = image.pixels.dimensions();
    let page = read(image, engine.get()?)?;
    let confidence_of = |word: &crate::page::Word| word.confidence * word.span.of(&page.text).chars().count() as f32;
    let n_letters = page.words.iter().map(|word| word.span.of(&page.text).chars().count()).sum::<usize>() as f32;
    let confidence = page.words.iter().map(confidence_of).sum::<f32>() / n_letters.max(1.0);
    // What lies on its side beside upright text is no part of it.
    if page.status != PageStatus::Read || page.rotation != 0 || confidence < TEXT || page.words.len() < FEWEST_WORDS {
        return Ok(None);
    }
    let (x_scale, y_scale) = (bbox.width() as f32 / width.max(1) as f32, bbox.height() as f32 / height.max(1) as f32);
    let on_page = |there: BBox| {
        let x = |at: i32| bbox.x0 + (at as f32 * x_scale).round() as i32;
        let y = |at: i32| bbox.y0 + (at as f32 * y_scale).round() as i32;
        BBox::new(x(there.x0), y(there.y0), x(there.x1), y(there.y1))
    };
    let mut found = Vec::new();
    for (line, of_line) in page.lines.iter().enumerate() {
        for word in page.words.get(of_line.words.0..of_line.words.1).unwrap_or_default() {
            let place = on_page(word.bbox);
            let is_known = words.iter().any(|known| covers(known.bbox, place));
            let face =
                word.face.map(|face| crate::page::Face { size: (face.size * y_scale * 10.0).round() / 10.0, ..face });
            let text = word.span.of(&page.text).to_owned();
            if !is_known {
                found.push(RawWord { text, bbox: place, confidence: word.confidence, line: line as u32, face });
            }
        }
    }
    let there = |boxes: &[BBox]| boxes.iter().copied().map(on_page).collect();
    Ok(Some(OfPicture { bbox, words: found, rulings: there(&page.rulings), ink: there(&page.ink) }))
}

/// Whether the middle of one lies in the other.
fn covers(known: BBox, place: BBox) -> bool {
    (known.x0..known.x1).contains(&place.x_center()) && (known.y0..known.y1).contains(&place.y_center())
}

/// No line of a picture is a line of another or of the layer.
fn number_lines(words: &[RawWord], found: &mut [OfPicture]) {
    let mut next = words.iter().map(|word| word.line).max().map_or(0, |line| line.saturating_add(1));
    for picture in found {
        let mut last = 0;
        for word in &mut picture.words {
            last = last.max(word.line);
            word.line = word.line.saturating_add(next);
        }
        next = next.saturating_add(last).saturating_add(1);
    }
}
