//! The words of a page as text that nobody sees, each where it is printed.

use super::font::{ASCENT, DESCENT, Letters, WIDTH};
use super::place::Place;
use crate::export::words::{PlacedLine, PlacedPage, PlacedWord};
use crate::page::BBox;
use std::fmt::Write;

/// How far beyond its box a word may reach, in inches; what is more has type of its own size.
const BEYOND: f64 = 6.0 / 300.0;
/// Heights of letters as shares of the size of type.
const HIGH: f64 = 0.7;
const LOW: f64 = 0.48;
/// Lines whose type differs less from the page's are of the same size: programs take them together.
const ALIKE: f64 = 0.25;

/// A page's text as content; none where it has no words. The font is called by its name.
pub fn content(page: &PlacedPage<'_>, place: &Place, letters: &mut Letters, font: &str) -> Option<Vec<u8>> {
    if page.lines.is_empty() {
        return None;
    }
    let sizes: Vec<Option<f64>> = page.lines.iter().map(size).collect();
    let usual = median(sizes.iter().flatten().copied()).unwrap_or(10.0);
    let beyond = BEYOND * f64::from(page.ocr.dpi.max(72));
    let mut layer = Layer { place, letters, out: String::from("BT\n3 Tr\n"), font, size: 0.0, stretch: 0.0 };
    for (line, size) in page.lines.iter().zip(sizes) {
        let size = size.filter(|size| (size / usual - 1.0).abs() > ALIKE).unwrap_or(usual);
        for (at, word) in line.words.iter().enumerate() {
            let bbox = word.bbox;
            let base = baseline(line, at);
            let reaches = |share: f32| base - size * f64::from(share) / 1000.0;
            let is_within =
                reaches(ASCENT) >= f64::from(bbox.y0) - beyond && reaches(DESCENT) <= f64::from(bbox.y1) + beyond;
            let (base, size) = if is_within { (base, size) } else { filling(bbox) };
            let next = line.words.get(at + 1).map(|next| next.bbox.x0);
            layer.word(word, base, size, next);
        }
    }
    layer.out += "ET\n";
    Some(layer.out.into_bytes())
}

/// The line and the size of type that fill a box.
fn filling(bbox: BBox) -> (f64, f64) {
    let size = f64::from(bbox.height().max(1)) * 1000.0 / f64::from(ASCENT - DESCENT);
    (f64::from(bbox.y1) + size * f64::from(DESCENT) / 1000.0, size)
}

fn hangs(c: char) -> bool {
    matches!(
        c,
        'g' | 'j' | 'p' | 'q' | 'y' | 'ç' | ',' | ';' | '(' | ')' | '[' | ']' | '{' | '}' | '§' | 'Q' | '|' | '/'
    )
}

fn stands(word: &PlacedWord) -> bool {
    word.text.chars().any(char::is_alphanumeric) && !word.text.chars().any(hangs)
}

/// The height of the line that a word's letters stand on: its own lower side, or that of the nearest word of which
/// nothing hangs below it.
fn baseline(line: &PlacedLine, at: usize) -> f64 {
    let word = &line.words[at];
    if stands(word) {
        return f64::from(word.bbox.y1);
    }
    let standing = line.words.iter().filter(|other| stands(other));
    let nearest = standing.min_by_key(|other| (other.bbox.x_center() - word.bbox.x_center()).abs());
    let own = f64::from(word.bbox.y1) - 0.22 * f64::from(word.bbox.height());
    nearest.map_or(own, |other| f64::from(other.bbox.y1))
}

/// The size of a line's type in pixels, as its letters' heights tell it.
fn size(line: &PlacedLine) -> Option<f64> {
    let told = line.words.iter().enumerate().filter(|(_, word)| word.text.chars().any(char::is_alphanumeric));
    let sizes = told.map(|(at, word)| {
        let is_high = |c: char| c.is_uppercase() || c.is_ascii_digit() || "bdfhkltåäöé§(".contains(c);
        let share = if word.text.chars().any(is_high) { HIGH } else { LOW };
        (baseline(line, at) - f64::from(word.bbox.y0)).max(1.0) / share
    });
    median(sizes)
}

fn median(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

struct Layer<'l> {
    place: &'l Place,
    letters: &'l mut Letters,
    out: String,
    font: &'l str,
    /// What is in force.
    size: f64,
    stretch: f64,
}

impl Layer<'_> {
    /// A word, and the blank between it and the next.
    fn word(&mut self, word: &PlacedWord, base: f64, size: f64, next: Option<i32>) {
        let codes: Vec<u16> =
            word.text.chars().filter(|c| !c.is_control()).map(|letter| self.letters.code(letter)).collect();
        if codes.is_empty() {
            return;
        }
        let ((right_x, right_y), (up_x, up_y)) = self.place.steps();
        let (right, up) = (right_x.hypot(right_y).max(1e-9), up_x.hypot(up_y).max(1e-9));
        let bbox = word.bbox;
        // A program that reads the text finds sizes of whole tenths alike.
        let size = (size * up * 10.0).round().max(1.0) / 10.0;
        if size != self.size {
            self.size = size;
            let _ = writeln!(self.out, "/{} {} Tf", self.font, short(size));
        }
        let start = self.place.point(f64::from(bbox.x0), base);
        let turn = [right_x / right, right_y / right, up_x / up, up_y / up].map(short);
        let _ = write!(self.out, "{} {} {} Tm ", turn.join(" "), short(start.x), short(start.y));
        self.stretched(f64::from(bbox.width().max(1)) * right, codes.len());
        self.show(&codes);
        if let Some(next) = next {
            // As wide as the gap, so that whoever draws a selection sees none.
            self.stretched(f64::from((next - bbox.x1).max(1)) * right, 1);
            let blank = self.letters.code(' ');
            self.show(&[blank]);
        }
        self.out.push('\n');
    }

    fn stretched(&mut self, width: f64, n_letters: usize) {
        let natural = n_letters as f64 * self.size * f64::from(WIDTH) / 1000.0;
        let stretch = (width / natural * 10_000.0).round() / 100.0;
        if stretch != self.stretch {
            self.stretch = stretch;
            let _ = write!(self.out, "{} Tz ", short(stretch.max(0.01)));
        }
    }

    fn show(&mut self, codes: &[u16]) {
        self.out.push('<');
        for code in codes {
            let _ = write!(self.out, "{code:04X}");
        }
        self.out += ">Tj ";
    }
}

/// A number in as few digits as a thousandth of a point takes.
fn short(value: f64) -> String {
    let text = format!("{value:.3}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}
