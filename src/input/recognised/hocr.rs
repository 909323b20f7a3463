//! hOCR, in XHTML or in HTML as it comes.

use super::builder::{Area, Builder, Found, Line, number};
use crate::error::Result;
use crate::input::markup::{Piece, Tag, walk};
use crate::input::page::{Program, RecognisedPage};

pub fn pages(text: &str) -> Result<Vec<RecognisedPage>> {
    let mut file = File::default();
    walk(text, true, &mut |piece| file.take(piece))?;
    Ok(file.builder.finish())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Line,
    Word,
    /// A reading that was not taken.
    Not,
    Other,
}

#[derive(Default)]
struct File {
    builder: Builder,
    /// What is open, from the outermost inwards.
    open: Vec<Role>,
    line: Option<Line>,
    word: Option<Found>,
}

const LINES: [&str; 6] = ["ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat"];
const WORDS: [&str; 2] = ["ocrx_word", "ocr_word"];
const PICTURES: [&str; 4] = ["ocr_photo", "ocr_image", "ocr_graphic", "ocr_linedrawing"];

impl File {
    fn take(&mut self, piece: Piece<'_>) -> Result<()> {
        match piece {
            Piece::Start(tag) => self.start(&tag),
            Piece::Text(text) => {
                if !self.open.contains(&Role::Not) {
                    let found = self.word.as_mut().or(self.line.as_mut().map(|line| &mut line.whole));
                    if let Some(found) = found {
                        found.text.push_str(text);
                    }
                }
                Ok(())
            }
            Piece::End(_) => self.end(),
        }
    }

    fn start(&mut self, tag: &Tag<'_>) -> Result<()> {
        let class = tag.get("class").unwrap_or_default();
        let is_any = |names: &[&str]| class.split_ascii_whitespace().any(|name| names.contains(&name));
        let title = || tag.get("title").unwrap_or_default();
        let mut role = Role::Other;
        if tag.name == "meta" && tag.get("name").is_some_and(|name| name == "ocr-system") {
            self.builder.program = tag.get("content").as_deref().and_then(Program::of);
        } else if is_any(&["ocr_page"]) {
            let title = title();
            let size = bbox(&title).map(|area| (area.x1, area.y1));
            let resolution = property(&title, "scan_res").and_then(|it| number(it.split_whitespace().next()?));
            let dpi = resolution.filter(|it| *it > 1.0).unwrap_or(0.0) as u32;
            self.builder.begin_page(size, dpi, property(&title, "image").map(unquoted))?;
            self.builder.skew(property(&title, "x_skew").and_then(number));
        } else if is_any(&LINES) && self.line.is_none() {
            role = Role::Line;
            let whole = Found { area: bbox(&title()), ..Found::default() };
            self.line = Some(Line { whole, ..Line::default() });
        } else if is_any(&WORDS) && self.word.is_none() {
            role = Role::Word;
            let title = title();
            let sure = property(&title, "x_wconf").and_then(number);
            let confidence = sure.map(|sure| (sure / 100.0).clamp(0.0, 1.0) as f32);
            self.word = Some(Found { area: bbox(&title), confidence, ..Found::default() });
        } else if is_any(&["ocr_separator"]) || is_any(&PICTURES) {
            if let Some(area) = bbox(&title()) {
                self.builder.push_shape(area, is_any(&["ocr_separator"]));
            }
        } else if matches!(tag.name, "del" | "s" | "script" | "style") {
            role = Role::Not;
        }
        self.open.push(role);
        Ok(())
    }

    fn end(&mut self) -> Result<()> {
        match self.open.pop() {
            Some(Role::Word) => match (self.word.take(), &mut self.line) {
                (Some(word), Some(line)) => line.words.push(word),
                (Some(word), None) => self.builder.push_line(Line { words: vec![word], ..Line::default() })?,
                _ => {}
            },
            Some(Role::Line) => {
                if let Some(line) = self.line.take() {
                    self.builder.push_line(line)?;
                }
            }
            _ => {}
        }
        Ok(())
    }
}

/// A property of a title: `bbox 1 2 3 4; x_wconf 90`. A semicolon within quotes divides nothing.
fn property<'t>(title: &'t str, name: &str) -> Option<&'t str> {
    let mut is_quoted = false;
    let parts = title.split(move |c| {
        is_quoted ^= c == '"';
        c == ';' && !is_quoted
    });
    parts.map(str::trim).find_map(|part| {
        let (key, value) = part.split_once(char::is_whitespace)?;
        (key == name).then(|| value.trim())
    })
}

fn bbox(title: &str) -> Option<Area> {
    let numbers: Vec<f64> = property(title, "bbox")?.split_whitespace().take(5).filter_map(number).collect();
    let [x0, y0, x1, y1] = numbers[..] else { return None };
    Some(Area { x0, y0, x1, y1 })
}

fn unquoted(text: &str) -> String {
    text.trim_matches(['"', '\'']).replace("\\u003b", ";").replace("\\\"", "\"").replace("\\\\", "\\")
}
