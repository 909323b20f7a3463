//! The fonts of a page, whole: a font that is wrong on one page of a file is wrong on all, also where the few letters
//! that a page has of it give nothing away.

use super::outlines::{self, Doubtful, Kinds, Measured};
use super::shapes::{Likeness, Shape};
use hayro::hayro_interpret::font::GlyphRun;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask, interpret,
};
use hayro::hayro_syntax::content::TypedIter;
use hayro::hayro_syntax::object::{Dict, Stream};
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::BezPath;
use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// Fonts of a page and codes of a font that are looked at.
const MOST_FONTS: usize = 40;
const MOST_CODES: usize = 600;
/// A face of its own may have one letter that looks like another.
const FEWEST_OTHERS: usize = 2;

/// Of the fonts of a page, by what tells their files apart, those with letters that look like others, and what letters.
/// Fonts that were looked at for another page are known.
pub fn doubtful<'a>(page: &Page<'a>, context: &mut Context<'a>, measured: &mut Measured) -> HashMap<u128, Kinds> {
    let mut doubtful = HashMap::new();
    let resources = page.resources();
    for name in resources.fonts.keys().take(MOST_FONTS) {
        let Some(font) = resources.get_font(&name) else { continue };
        let mut hash = DefaultHasher::new();
        font.data().hash(&mut hash);
        let key = hash.finish();
        let known = measured.fonts.get(&key).copied();
        let found = known.unwrap_or_else(|| {
            measured.begin_font();
            let mut look =
                Look { measured, known: HashSet::new(), odd: HashSet::new(), others: HashSet::new(), file: 0 };
            let content = all_letters(&name, &font);
            if !content.is_empty() {
                interpret(TypedIter::new(content.as_bytes()), resources, context, &mut look);
            }
            let found = look.doubtful();
            measured.fonts.insert(key, found);
            found
        });
        doubtful.extend(found.map(|font| (font.file, font.kinds)));
    }
    doubtful
}

/// Drawing operations that show all that a font's map of letters has.
fn all_letters(name: &[u8], font: &Dict<'_>) -> String {
    let Some(Ok(map)) = font.get::<Stream<'_>>("ToUnicode").map(|map| map.decoded()) else { return String::new() };
    let name: String = name.iter().map(|byte| format!("#{byte:02x}")).collect();
    let codes = codes(&String::from_utf8_lossy(&map)).concat();
    format!("BT /{name} 1 Tf <{codes}> Tj ET")
}

/// The codes of a map of letters, in hex.
fn codes(map: &str) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    let mut sections = map.split("beginbf").skip(1);
    while let (Some(section), true) = (sections.next(), codes.len() < MOST_CODES) {
        let body = section.split("endbf").next().unwrap_or("");
        if body.starts_with("char") {
            codes.extend(hex(body).into_iter().step_by(2));
            continue;
        }
        // What a range becomes may be a list, which says nothing of the codes.
        let plain: String = body
            .split('[')
            .map(|part| part.split_once(']').map_or(part, |(_, rest)| rest))
            .fold(String::new(), |whole, part| if whole.is_empty() { part.to_owned() } else { whole + "<>" + part });
        for range in hex(&plain).chunks_exact(3) {
            let number = |hex: &str| u32::from_str_radix(hex, 16).unwrap_or(u32::MAX);
            let (first, last) = (number(&range[0]), number(&range[1]));
            let width = range[0].len();
            codes.extend((first..=last).take(MOST_CODES).map(|code| format!("{code:0width$x}")));
        }
    }
    codes.retain(|code| code.len() % 2 == 0 && (2..=8).contains(&code.len()));
    codes.truncate(MOST_CODES);
    codes
}

/// What stands in angle brackets.
fn hex(text: &str) -> Vec<String> {
    let parts = text.split('<').skip(1).map(|part| part.split('>').next().unwrap_or(""));
    parts.map(|part| part.chars().filter(char::is_ascii_hexdigit).collect()).collect()
}

/// Sees the letters of one font.
struct Look<'m> {
    measured: &'m mut Measured,
    /// Letters by their outlines: those that are known here, those that look like none, and like others.
    known: HashSet<(u128, char)>,
    odd: HashSet<(u128, char)>,
    others: HashSet<char>,
    file: u128,
}

impl Look<'_> {
    /// What is doubtful, if letters look like others and shape tells something of the font at all.
    fn doubtful(&self) -> Option<Doubtful> {
        let is_rough = outlines::is_rough(self.odd.len(), self.known.len());
        let mut kinds = Kinds::default();
        self.others.iter().for_each(|letter| kinds.add(*letter));
        (self.others.len() >= FEWEST_OTHERS && !is_rough).then_some(Doubtful { file: self.file, kinds })
    }
}

impl<'a> Device<'a> for Look<'_> {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, _: DrawProps<'a>, _: &DrawMode) {
        for glyph in run.glyphs() {
            let text = outlines::text_of(glyph);
            let Some(letter) = outlines::single(&text).filter(|letter| Shape::is_known(*letter)) else { continue };
            let Some((key, outline)) = self.measured.outline(glyph, &text) else { continue };
            self.known.insert((key, letter));
            match outline.likeness(&text) {
                Likeness::Possible => {}
                Likeness::Odd => {
                    self.odd.insert((key, letter));
                }
                Likeness::Other => {
                    self.others.insert(letter);
                    self.file = outlines::font_of(glyph);
                }
            }
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_from_letters_and_ranges() {
        let map = "2 beginbfchar <01> <0041> <0a> <00660069> endbfchar 3 beginbfrange <0020> <0022> <0041> \
                   <0030> <0031> [<0041> <0042>] <00ff> <00ff> <0043> endbfrange";
        assert_eq!(codes(map), ["01", "0a", "0020", "0021", "0022", "0030", "0031", "00ff"]);
        assert!(codes("beginbfrange <00> <ffffffff> <0041>").len() <= MOST_CODES);
        assert!(codes("beginbfchar <>").is_empty() && codes("").is_empty());
    }
}
