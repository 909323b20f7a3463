//! What is measured of glyphs, once for each outline of a file: how thick its strokes are and what it looks like.

use super::shapes::{Likeness, Shape};
use super::strokes;
use hayro::hayro_interpret::font::Glyph;
use hayro::hayro_interpret::hayro_cmap::BfString;
use std::collections::HashMap;
use std::hash::{Hash as _, Hasher};

/// Different outlines that are measured for a page, which has a few hundred.
const MOST_OUTLINES: usize = 4_000;
/// Outlines that are remembered from page to page.
const MOST_REMEMBERED: usize = 50_000;

/// What is known of a file's outlines and fonts from the pages that were read.
#[derive(Default)]
pub struct Measured {
    outlines: HashMap<u128, Outline>,
    /// By the hash of a font's dictionary, what is doubtful in it, if anything.
    pub fonts: HashMap<u64, Option<Doubtful>>,
    n_walks: u64,
    /// Outlines that were met in this walk.
    n_met: usize,
}

#[derive(Clone, Copy)]
pub struct Outline {
    /// Thickness of its strokes, in thousandths of the em.
    pub stroke: Option<f32>,
    shape: Option<Shape>,
    /// The letter that it was said to be first, and whether it may be.
    said: Option<(char, Likeness)>,
    /// The walk in which it was met last.
    walk: u64,
}

/// A font with letters that look like others.
#[derive(Clone, Copy)]
pub struct Doubtful {
    /// What tells its file from others: see [`font_of`].
    pub file: u128,
    /// What letters they are.
    pub kinds: Kinds,
}

/// Kinds of letters that maps have right or wrong together: figures, letters with accents, plain letters.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Kinds(u8);

impl Kinds {
    pub fn add(&mut self, letter: char) {
        self.0 |= match letter {
            c if c.is_numeric() => 1,
            c if c.is_ascii() => 2,
            _ => 4,
        };
    }

    /// Whether a word has letters of these kinds.
    pub fn touch(self, word: &str) -> bool {
        let mut kinds = Kinds::default();
        word.chars().filter(|c| c.is_alphanumeric()).for_each(|c| kinds.add(c));
        self.0 & kinds.0 != 0
    }
}

impl Measured {
    /// Begins with another page.
    pub fn begin(&mut self) {
        if self.outlines.len() > MOST_REMEMBERED || self.fonts.len() > MOST_REMEMBERED {
            self.outlines.clear();
            self.fonts.clear();
        }
        self.n_walks += 1;
        self.n_met = 0;
    }

    /// Begins with a font as a whole: what is found in it must not depend on the page that it was met on.
    pub fn begin_font(&mut self) {
        self.n_met = 0;
    }

    /// What is measured of a glyph's outline, if it is a letter's or a figure's, and what tells it from others.
    pub fn outline(&mut self, glyph: &Glyph<'_>, text: &str) -> Option<(u128, Outline)> {
        let Glyph::Outline(outline) = glyph else { return None };
        if !text.contains(char::is_alphanumeric) {
            return None;
        }
        let (key, walk) = (outline.identifier().cache_key(), self.n_walks);
        let known = self.outlines.get(&key).copied();
        if let Some(known) = known.filter(|known| known.walk == walk) {
            return Some((key, known));
        }
        // The same limit holds for a page whether its outlines are known from others or not.
        if self.n_met >= MOST_OUTLINES {
            return None;
        }
        self.n_met += 1;
        let known = known.map(|known| Outline { walk, ..known }).unwrap_or_else(|| {
            let path = outline.outline();
            let (shape, letter) = (Shape::of(&path), single(text));
            let said = shape.zip(letter).map(|(shape, letter)| (letter, shape.likeness(letter)));
            Outline { stroke: strokes::of_outline(&path), shape, said, walk }
        });
        self.outlines.insert(key, known);
        Some((key, known))
    }
}

impl Outline {
    /// Whether it may be the letter that it is said to be.
    pub fn likeness(&self, text: &str) -> Likeness {
        match (self.said, self.shape, single(text)) {
            (Some((said, likeness)), _, Some(letter)) if said == letter => likeness,
            (_, Some(shape), Some(letter)) => shape.likeness(letter),
            _ => Likeness::Possible,
        }
    }
}

/// The letter of a text that is one letter.
pub fn single(text: &str) -> Option<char> {
    let mut letters = text.chars();
    letters.next().filter(|_| letters.next().is_none())
}

/// Whether shape tells nothing of a font: so many of its letters look like none.
pub fn is_rough(n_odd: usize, n_known: usize) -> bool {
    n_odd * 8 > n_known
}

/// What a glyph is said to be.
pub fn text_of(glyph: &Glyph<'_>) -> String {
    match glyph.as_unicode() {
        Some(BfString::Char(c)) => c.to_string(),
        Some(BfString::String(s)) => s,
        None => char::REPLACEMENT_CHARACTER.to_string(),
    }
}

/// Whether a glyph leaves ink.
pub fn is_drawn(glyph: &Glyph<'_>) -> bool {
    match glyph {
        Glyph::Outline(outline) => !outline.outline().elements().is_empty(),
        Glyph::Type3(_) => true,
    }
}

/// What tells fonts apart: the hash of a font's file, which is what its glyphs are hashed by first.
pub fn font_of(glyph: &Glyph<'_>) -> u128 {
    #[derive(Default)]
    struct First(Option<u128>);
    impl Hasher for First {
        fn write(&mut self, _: &[u8]) {}
        fn write_u128(&mut self, file: u128) {
            self.0.get_or_insert(file);
        }
        fn finish(&self) -> u64 {
            0
        }
    }
    let mut first = First::default();
    if let Glyph::Outline(outline) = glyph {
        outline.identifier().hash(&mut first);
    }
    first.0.unwrap_or(0)
}
