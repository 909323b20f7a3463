//! Input: a file's bytes in, pages out, each as pixels, as placed words, or as plain text.
//!
//! Files are known by their first bytes, not by their names. Reading the words off the pixels is left
//! to `ocr`; this module only finds the best form that a page is stored in.

pub mod image;
mod old_jpeg;
pub mod pdf;
pub mod strokes;
pub mod text_layer;
pub mod tiff;

use crate::error::{Error, Result};
use crate::page::{BBox, Face};
use ::image::GrayImage;

/// What a file is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
pub enum MediaType {
    Pdf,
    Png,
    Jpeg,
    Jpeg2000,
    Tiff,
    Text,
}

impl MediaType {
    pub fn as_str(self) -> &'static str {
        match self {
            MediaType::Pdf => "application/pdf",
            MediaType::Png => "image/png",
            MediaType::Jpeg => "image/jpeg",
            MediaType::Jpeg2000 => "image/jp2",
            MediaType::Tiff => "image/tiff",
            MediaType::Text => "text/plain",
        }
    }

    /// The kind that a file's first bytes tell, or why it is none that can be read.
    pub fn detect(bytes: &[u8]) -> Result<MediaType> {
        const READABLE: &str = "give a PDF, PNG, JPEG, JPEG 2000, TIFF or UTF-8 text file";
        if bytes.is_empty() {
            return Err(Error::Input("the file is empty".into()));
        }
        // Some scanners and mail gateways put bytes before the header; readers look for it in the first 1,024.
        let head = &bytes[..bytes.len().min(1024)];
        if head.windows(5).any(|window| window == b"%PDF-") {
            return Ok(MediaType::Pdf);
        }
        match bytes {
            [0x89, b'P', b'N', b'G', ..] => return Ok(MediaType::Png),
            [0xff, 0xd8, 0xff, ..] => return Ok(MediaType::Jpeg),
            // The file with its boxes, and the bare stream.
            [0, 0, 0, 12, b'j', b'P', b' ', b' ', ..] | [0xff, 0x4f, 0xff, 0x51, ..] => return Ok(MediaType::Jpeg2000),
            [b'I', b'I', 42 | 43, 0, ..] | [b'M', b'M', 0, 42 | 43, ..] => return Ok(MediaType::Tiff),
            [b'P', b'K', 3, 4, ..] => {
                return Err(Error::Input(format!("this is a ZIP or office file; {READABLE}")));
            }
            _ => {}
        }
        match std::str::from_utf8(bytes) {
            Ok(text) if !text.contains('\0') => Ok(MediaType::Text),
            _ => Err(Error::Input(format!("the kind of file is not known; {READABLE}"))),
        }
    }
}

/// A page as pixels, upright unless nothing in the file tells how it lies.
#[derive(Clone, Debug)]
pub struct PageImage {
    pub number: u32,
    /// Resolution; 0 where the file does not say.
    pub dpi: u32,
    pub pixels: GrayImage,
}

/// A word with its place, before lines are made of words.
#[derive(Clone, PartialEq, Debug, serde::Serialize, serde::Deserialize)]
pub struct RawWord {
    pub text: String,
    pub bbox: BBox,
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
    pub number: u32,
    pub width: u32,
    pub height: u32,
    pub words: Vec<RawWord>,
    pub rulings: Vec<BBox>,
    /// Pictures and drawings, where a signature may stand.
    pub ink: Vec<BBox>,
}

/// The form in which a page is stored.
#[derive(Clone, Debug)]
pub enum PageContent {
    Image(PageImage),
    Placed(PlacedPage),
    Text(String),
}

/// A page and what its reader should know of how it was taken.
#[derive(Clone, Debug)]
pub struct InputPage {
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
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, serde::Serialize, serde::Deserialize)]
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

/// An opened file.
pub enum Input {
    Pdf(pdf::PdfFile),
    Image(image::ImageFile),
    /// Pages of a text file.
    Text(Vec<String>),
}

impl Input {
    /// Opens a file's bytes. Encrypted, broken and empty files are told apart.
    pub fn open(bytes: Vec<u8>) -> Result<(MediaType, Input)> {
        let media_type = MediaType::detect(&bytes)?;
        let input = match media_type {
            MediaType::Pdf => Input::Pdf(pdf::PdfFile::open(bytes)?),
            MediaType::Png | MediaType::Jpeg | MediaType::Jpeg2000 | MediaType::Tiff => {
                Input::Image(image::ImageFile::open(bytes, media_type)?)
            }
            MediaType::Text => Input::Text(text_pages(&bytes)?),
        };
        if input.n_pages() == 0 {
            return Err(Error::Input("the file has no pages".into()));
        }
        Ok((media_type, input))
    }

    pub fn n_pages(&self) -> u32 {
        match self {
            Input::Pdf(pdf) => pdf.n_pages(),
            Input::Image(image) => image.n_pages(),
            Input::Text(pages) => pages.len() as u32,
        }
    }

    /// A page by its number, from 1.
    pub fn page(&self, number: u32, policy: LayerPolicy) -> Result<InputPage> {
        match self {
            Input::Pdf(pdf) => pdf.page(number, policy),
            Input::Image(image) => Ok(PageContent::Image(image.page(number)?).into()),
            Input::Text(pages) => match pages.get(number.wrapping_sub(1) as usize) {
                Some(page) => Ok(PageContent::Text(page.clone()).into()),
                None => Err(Error::Input(format!("there is no page {number}"))),
            },
        }
    }
}

/// The pages of a text file, divided by form feeds; one at the very end divides nothing.
fn text_pages(bytes: &[u8]) -> Result<Vec<String>> {
    let text = std::str::from_utf8(bytes).map_err(|_| Error::Input("the text is not UTF-8".into()))?;
    if text.trim().is_empty() {
        return Err(Error::Input("the file holds no text".into()));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = text.strip_suffix('\u{c}').unwrap_or(text);
    Ok(text.split('\u{c}').map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_by_content() {
        assert_eq!(MediaType::detect(b"junk\n%PDF-1.4").unwrap(), MediaType::Pdf);
        assert_eq!(MediaType::detect("Närvarande".as_bytes()).unwrap(), MediaType::Text);
        assert_eq!(MediaType::detect(b"MM\0\x2a....").unwrap(), MediaType::Tiff);
        for bad in [&b""[..], b"PK\x03\x04...", b"\xff\xfe\0\0", b"a\0b"] {
            assert!(matches!(MediaType::detect(bad), Err(Error::Input(_))), "{bad:?}");
        }
    }

    #[test]
    fn form_feeds_divide_pages() {
        assert_eq!(text_pages(b"a\n\x0cb\n\x0c").unwrap(), ["a\n", "b\n"]);
        assert!(text_pages(b" \n\x0c").is_err());
    }
}
