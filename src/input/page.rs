//! A page in the form in which it is stored: pixels, placed words or plain text.

use crate::page::{BBox, Face};
use image::{GrayImage, imageops};
use serde::{Deserialize, Serialize};

/// A page as pixels, upright unless nothing in the file tells how it lies.
#[derive(Clone, PartialEq, Debug)]
pub struct PageImage {
    /// In the file, from 1.
    pub number: u32,
    /// Resolution; 0 where the file does not say.
    pub dpi: u32,
    /// Grey: 0 is black.
    pub pixels: GrayImage,
}

impl PageImage {
    /// What is seen at a place, with so much white around it; box and margin count so many pixels an inch.
    pub(crate) fn part(&self, bbox: BBox, margin: i32, dpi: f32) -> Option<PageImage> {
        let scale = self.dpi as f32 / dpi;
        let at = |pixels: i32, most: u32| ((pixels as f32 * scale).round() as i64).clamp(0, i64::from(most)) as u32;
        let (width, height) = self.pixels.dimensions();
        let (left, top, right, bottom) =
            (at(bbox.x0, width), at(bbox.y0, height), at(bbox.x1, width), at(bbox.y1, height));
        if right <= left || bottom <= top {
            return None;
        }
        let seen = imageops::crop_imm(&self.pixels, left, top, right - left, bottom - top).to_image();
        let margin = at(margin, width);
        let mut pixels =
            GrayImage::from_pixel(seen.width() + 2 * margin, seen.height() + 2 * margin, image::Luma([255]));
        imageops::replace(&mut pixels, &seen, i64::from(margin), i64::from(margin));
        Some(PageImage { number: self.number, dpi: self.dpi, pixels })
    }
}

/// A word with its place, before lines are made of words.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct RawWord {
    /// As it was read.
    pub text: String,
    /// In pixels of the picture that was read.
    pub bbox: BBox,
    /// Probability that it was read rightly, 0–1.
    pub confidence: f32,
    /// Words that the engine saw on one line share the number.
    pub line: u32,
    /// None as engines give it: it is measured afterwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub face: Option<Face>,
}

/// A page whose words are known without recognition; pixels at 300 dpi.
#[derive(Clone, PartialEq, Debug)]
pub struct PlacedPage {
    /// In the file, from 1.
    pub number: u32,
    /// In pixels, of which 300 are an inch.
    pub width: u32,
    /// As `width`.
    pub height: u32,
    /// Its words, in the order of the file.
    pub words: Vec<RawWord>,
    /// Its lines and bars.
    pub rulings: Vec<BBox>,
    /// Pictures and drawings, where a signature may stand.
    pub ink: Vec<BBox>,
    /// Fonts whose letters do not look like what they are said to be.
    pub doubts: Vec<Doubt>,
    /// Places where there may be text that the words lack.
    pub unread: Vec<Unread>,
    /// The page as it looks; only where there are doubts.
    pub picture: Option<PageImage>,
}

/// A page that another program recognised.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct RecognisedPage {
    /// In the file, from 1.
    pub number: u32,
    /// Pixels of the page; 0 where nothing tells.
    pub width: u32,
    /// As `width`.
    pub height: u32,
    /// Pixels per inch; 0 where nothing tells.
    pub dpi: u32,
    /// Degrees by which its lines slant, where that is told.
    pub skew_degrees: f32,
    /// Its words, in the order of the file.
    pub words: Vec<RawWord>,
    /// Its printed rules.
    pub rulings: Vec<BBox>,
    /// Pictures and other ink.
    pub ink: Vec<BBox>,
    /// The picture that it was recognised from, where that lies beside the file: as large as the page.
    pub picture: Option<PageImage>,
    /// What recognised it, as the file names it.
    pub program: Option<Program>,
    /// The name of its picture.
    pub(super) image: Option<String>,
}

/// A program that recognises.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Program {
    /// Its name.
    pub name: String,
    /// Empty where it is not told.
    pub version: String,
}

impl Program {
    /// From a line such as `tesseract 5.3.0`.
    pub(super) fn of(text: &str) -> Option<Program> {
        let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(200).collect();
        let is_version = |word: &str| word.trim_start_matches('v').starts_with(|c: char| c.is_ascii_digit());
        let (name, version) = match text.rsplit_once(' ') {
            Some((name, version)) if is_version(version) => (name, version),
            _ => (&*text, ""),
        };
        (!name.is_empty()).then(|| Program { name: name.to_owned(), version: version.to_owned() })
    }
}

/// The words of a font that is not to be believed until their picture was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Doubt {
    /// All of them, as indices of the page's words.
    pub words: Vec<usize>,
    /// Those that tell most when they are read.
    pub telling: Vec<usize>,
}

/// A picture of a place on the page.
#[derive(Clone, PartialEq, Debug)]
pub struct Unread {
    /// In pixels of the page.
    pub bbox: BBox,
    /// What is seen there; it may be finer or coarser than the page.
    pub image: PageImage,
    /// Whether it is known to hold letters: outlines of some were drawn. A picture may show anything.
    pub is_text: bool,
}

/// The form in which a page is stored.
#[derive(Clone, Debug)]
pub enum PageContent {
    /// Pixels: something has to recognise them.
    Image(PageImage),
    /// Words with their places.
    Placed(PlacedPage),
    /// Text without places.
    Text(String),
    /// Words that another program recognised, with their places.
    Recognised(Box<RecognisedPage>),
}

/// A page and what its reader should know of how it was taken.
#[derive(Clone, Debug)]
pub struct InputPage {
    /// The page in its best form.
    pub content: PageContent,
    /// Why a text layer that is there was not used.
    pub rejected_layer: Option<String>,
}

impl From<PageContent> for InputPage {
    fn from(content: PageContent) -> Self {
        InputPage { content, rejected_layer: None }
    }
}

/// When a page's text layer is used.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LayerPolicy {
    /// Where the page is born digital and its letters can be trusted.
    #[default]
    Auto,
    /// Never: every page is recognised.
    Never,
}

/// Pixels of the largest page that is decoded: an A2 sheet at 600 dpi. Larger ones are refused or rendered coarser.
pub const MAX_PIXELS: u64 = 140_000_000;

/// Resolution of a page that has to be rendered, and of a born-digital page's boxes.
pub(super) const RENDER_DPI: f32 = 300.0;
