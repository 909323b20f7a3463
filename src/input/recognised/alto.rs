//! ALTO of any version, with any prefix or none.

use super::builder::{Area, Builder, Found, Line, number, probability};
use crate::error::Result;
use crate::input::markup::{Piece, Tag, walk};
use crate::input::page::{Program, RecognisedPage};

pub fn pages(text: &str) -> Result<Vec<RecognisedPage>> {
    let mut file = File::default();
    walk(text, false, &mut |piece| file.take(piece))?;
    Ok(file.builder.finish())
}

#[derive(Default)]
struct File {
    builder: Builder,
    image: Option<String>,
    /// Whether the program that was named last is the first.
    is_first: bool,
    /// The element whose text is taken up.
    wanted: Option<&'static str>,
    text: String,
    line: Option<Line>,
    word: Option<Found>,
}

/// Elements of the description whose text tells something.
const TOLD: [&str; 4] = ["MeasurementUnit", "fileName", "softwareName", "softwareVersion"];

impl File {
    fn take(&mut self, piece: Piece<'_>) -> Result<()> {
        match piece {
            Piece::Start(tag) => self.start(&tag),
            Piece::Text(text) => {
                // What no name has in it is not kept.
                if self.wanted.is_some() && self.text.len() < 4096 {
                    self.text.push_str(text);
                }
                Ok(())
            }
            Piece::End(name) => self.end(name),
        }
    }

    fn start(&mut self, tag: &Tag<'_>) -> Result<()> {
        match tag.name {
            "Page" => {
                let value = |name| tag.get(name).as_deref().and_then(number);
                let size = value("WIDTH").zip(value("HEIGHT"));
                let dpi = value("XDPI").unwrap_or(0.0).max(0.0) as u32;
                self.builder.begin_page(size, dpi, self.image.clone())?;
                self.builder.skew(value("ROTATION"));
            }
            "TextLine" => {
                let whole = Found { area: area(tag), ..Found::default() };
                self.line = Some(Line { whole, ..Line::default() });
            }
            "String" => {
                let confidence = tag.get("WC").as_deref().and_then(probability);
                self.word = Some(Found { text: tag.get("CONTENT").unwrap_or_default(), area: area(tag), confidence });
            }
            "HYP" => {
                let sign = tag.get("CONTENT").unwrap_or_else(|| "-".into());
                // Many write a sign that nobody prints.
                let sign = if matches!(sign.trim(), "" | "\u{ad}" | "¬") { "-" } else { sign.trim() };
                let area = area(tag);
                if let Some(last) = self.line.as_mut().and_then(|line| line.words.last_mut()) {
                    if !last.text.ends_with(['-', '‐', '¬', '\u{ad}']) {
                        last.text = format!("{}{sign}", last.text.trim_end());
                    }
                    last.area = last.area.map(|own| area.map_or(own, |area| own.union(area)));
                }
            }
            "Polygon" => {
                let around = tag.get("POINTS").as_deref().and_then(Area::around);
                let found = self.word.as_mut().or(self.line.as_mut().map(|line| &mut line.whole));
                if let Some(found) = found.filter(|found| found.area.is_none()) {
                    found.area = around;
                }
            }
            "GraphicalElement" | "Illustration" => {
                if let Some(area) = area(tag) {
                    self.builder.push_shape(area, tag.name == "GraphicalElement");
                }
            }
            name => {
                if let Some(told) = TOLD.into_iter().find(|told| *told == name) {
                    self.wanted = Some(told);
                    self.text.clear();
                }
            }
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<()> {
        match name {
            "String" => match (self.word.take(), &mut self.line) {
                (Some(word), Some(line)) => line.words.push(word),
                (Some(word), None) => self.builder.push_line(Line { words: vec![word], ..Line::default() })?,
                _ => {}
            },
            "TextLine" => {
                if let Some(line) = self.line.take() {
                    self.builder.push_line(line)?;
                }
            }
            name if self.wanted == Some(name) => {
                self.wanted = None;
                self.told(name);
            }
            _ => {}
        }
        Ok(())
    }

    fn told(&mut self, name: &str) {
        let text = self.text.trim();
        match name {
            "MeasurementUnit" => {
                // Pixels at 300 an inch.
                self.builder.scale = match text {
                    "mm10" => Some(300.0 / 254.0),
                    "inch1200" => Some(300.0 / 1200.0),
                    _ => None,
                };
            }
            "fileName" => self.image = Some(text.to_owned()),
            "softwareName" => {
                // What recognised is named first, what was done with it afterwards.
                self.is_first = self.builder.program.is_none();
                if self.is_first {
                    self.builder.program = Program::of(text);
                }
            }
            "softwareVersion" if self.is_first => {
                if let Some(program) = self.builder.program.as_mut().filter(|program| program.version.is_empty()) {
                    program.version = text.chars().take(200).collect();
                }
            }
            _ => {}
        }
    }
}

fn area(tag: &Tag<'_>) -> Option<Area> {
    let value = |name| tag.get(name).as_deref().and_then(number);
    let (x0, y0, width, height) = (value("HPOS")?, value("VPOS")?, value("WIDTH")?, value("HEIGHT")?);
    Some(Area { x0, y0, x1: x0 + width, y1: y0 + height })
}
