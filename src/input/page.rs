//! A page in the form in which it is stored: pixels, placed words or plain text.

use crate::page::{BBox, Face};
use image::GrayImage;
use serde::{Deserialize, Serialize};

/// A page as pixels, upright unless nothing in the file tells how it lies.
#[derive(Clone, Debug)]
pub struct PageImage {
    /// In the file, from 1.
    pub number: u32,
    /// Resolution; 0 where the file does not say.
    pub dpi: u32,
    /// Grey: 0 is black.
    pub pixels: GrayImage,
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
