//! PAGE XML of any year.

use super::builder::{Area, Builder, Found, Line, number, probability};
use crate::error::Result;
use crate::input::markup::{Piece, Tag, walk};
use crate::input::page::{Program, RecognisedPage};

pub fn pages(text: &str) -> Result<Vec<RecognisedPage>> {
    let mut file = File::default();
    walk(text, false, &mut |piece| file.take(piece))?;
    Ok(file.builder.finish())
}

/// What has a place and a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    Region,
    Separator,
    Picture,
    Line,
    Word,
    Glyph,
}

#[derive(Default)]
struct File {
    builder: Builder,
    /// What is open, from the outermost inwards.
    owners: Vec<Owner>,
    line: Line,
    word: Found,
    /// Index of the text that the line and the word have.
    taken: [Option<u32>; 2],
    /// Of a region without lines.
    area: Option<Area>,
    /// The text that is being told: its index and how sure it is.
    told: Option<(u32, Option<f32>)>,
    is_text: bool,
    is_creator: bool,
    text: String,
}

impl File {
    fn take(&mut self, piece: Piece<'_>) -> Result<()> {
        match piece {
            Piece::Start(tag) => self.start(&tag),
            Piece::Text(text) => {
                if self.is_text || self.is_creator {
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
                let size = value("imageWidth").zip(value("imageHeight"));
                let resolution = value("imageXResolution").filter(|it| *it > 1.0).unwrap_or(0.0);
                let is_centimetre = tag.get("imageResolutionUnit").is_some_and(|unit| unit == "PPCM");
                let dpi = (if is_centimetre { resolution * 2.54 } else { resolution }).round() as u32;
                self.builder.begin_page(size, dpi, tag.get("imageFilename"))?;
                self.builder.skew(value("orientation"));
            }
            "Coords" => self.place(tag.get("points").as_deref().and_then(Area::around)),
            // As it was before 2013.
            "Point" => {
                let value = |name| tag.get(name).as_deref().and_then(number);
                if let Some((x, y)) = value("x").zip(value("y")) {
                    let at = Area { x0: x, y0: y, x1: x, y1: y };
                    let before = self.placed();
                    self.place(Some(before.map_or(at, |area| area.union(at))));
                }
            }
            "TextEquiv" => {
                let index = tag.get("index").and_then(|index| index.trim().parse().ok()).unwrap_or(0);
                self.told = Some((index, tag.get("conf").as_deref().and_then(probability)));
            }
            "Unicode" => (self.is_text, self.text) = (self.told.is_some(), String::new()),
            "Creator" => (self.is_creator, self.text) = (true, String::new()),
            name => {
                if let Some(owner) = owner(name) {
                    self.begin(owner);
                }
            }
        }
        Ok(())
    }

    fn begin(&mut self, owner: Owner) {
        self.owners.push(owner);
        match owner {
            Owner::Line => (self.line, self.taken[0]) = (Line::default(), None),
            Owner::Word => (self.word, self.taken[1]) = (Found::default(), None),
            Owner::Region | Owner::Separator | Owner::Picture => self.area = None,
            Owner::Glyph => {}
        }
    }

    fn place(&mut self, area: Option<Area>) {
        match self.owners.last() {
            Some(Owner::Line) => self.line.whole.area = area,
            Some(Owner::Word) => self.word.area = area,
            Some(Owner::Glyph) | None => {}
            Some(_) => self.area = area,
        }
    }

    fn placed(&self) -> Option<Area> {
        match self.owners.last() {
            Some(Owner::Line) => self.line.whole.area,
            Some(Owner::Word) => self.word.area,
            Some(Owner::Glyph) | None => None,
            Some(_) => self.area,
        }
    }

    fn end(&mut self, name: &str) -> Result<()> {
        match name {
            "Unicode" => {
                self.is_text = false;
                let (index, confidence) = self.told.unwrap_or_default();
                let (found, taken) = match self.owners.last() {
                    Some(Owner::Line) => (&mut self.line.whole, &mut self.taken[0]),
                    Some(Owner::Word) => (&mut self.word, &mut self.taken[1]),
                    _ => return Ok(()),
                };
                // The lowest index is the best reading.
                if taken.is_none_or(|taken| index < taken) {
                    *taken = Some(index);
                    (found.text, found.confidence) = (std::mem::take(&mut self.text), confidence);
                }
            }
            "TextEquiv" => self.told = None,
            "Creator" => {
                self.is_creator = false;
                self.builder.program = Program::of(&self.text);
            }
            name => {
                if let Some(ended) = owner(name).filter(|owner| self.owners.last() == Some(owner)) {
                    self.owners.pop();
                    return self.finish(ended);
                }
            }
        }
        Ok(())
    }

    fn finish(&mut self, owner: Owner) -> Result<()> {
        match owner {
            Owner::Word => {
                let word = std::mem::take(&mut self.word);
                if self.owners.contains(&Owner::Line) {
                    self.line.words.push(word);
                    return Ok(());
                }
                self.builder.push_line(Line { words: vec![word], ..Line::default() })
            }
            Owner::Line => self.builder.push_line(std::mem::take(&mut self.line)),
            Owner::Separator | Owner::Picture => {
                if let Some(area) = self.area.take() {
                    self.builder.push_shape(area, owner == Owner::Separator);
                }
                Ok(())
            }
            Owner::Region | Owner::Glyph => Ok(()),
        }
    }
}

fn owner(name: &str) -> Option<Owner> {
    match name {
        "TextLine" => Some(Owner::Line),
        "Word" => Some(Owner::Word),
        "Glyph" | "Grapheme" => Some(Owner::Glyph),
        "SeparatorRegion" => Some(Owner::Separator),
        "GraphicRegion" | "ImageRegion" | "LineDrawingRegion" => Some(Owner::Picture),
        name if name.ends_with("Region") => Some(Owner::Region),
        "Border" | "PrintSpace" => Some(Owner::Region),
        _ => None,
    }
}
