//! Input: a file's bytes in, pages out, each as pixels, as placed words, or as plain text.
//!
//! Files are known by their first bytes, not by their names. Reading the words off the pixels is left
//! to `ocr`; this module only finds the best form that a page is stored in.

pub mod encoding;
mod fonts;
mod image;
mod letters;
mod markup;
mod media_type;
mod old_jpeg;
mod outlined;
mod outlines;
mod page;
mod pdf;
mod picture;
pub mod recognised;
mod shade;
mod shapes;
mod stream;
mod strip;
pub(crate) mod strokes;
mod survey;
mod text_layer;
mod tiff;

pub use encoding::{Encoding, TextEncoding};
pub use media_type::MediaType;
pub use page::{
    Doubt, InputPage, LayerPolicy, MAX_PIXELS, PageContent, PageImage, PlacedPage, Program, RawWord, RecognisedPage,
    Unread,
};
pub use stream::{Broken, TextStream};

use crate::error::{Error, Result};
use std::path::Path;

/// An opened file.
pub enum Input {
    /// Pages of a PDF.
    Pdf(pdf::PdfFile),
    /// An image, or the images of a TIFF.
    Image(image::ImageFile),
    /// Pages of a text file, and in what it is written.
    Text(Vec<String>, TextEncoding),
    /// Pages that another program recognised.
    Recognised(recognised::RecognisedFile),
}

impl Input {
    /// Opens a file's bytes. Encrypted, broken and empty files are told apart.
    pub fn open(bytes: Vec<u8>) -> Result<(MediaType, Input)> {
        Input::open_as(bytes, None)
    }

    /// Opens a file's bytes; a text in the encoding that is wanted, or in the one that its words tell.
    pub fn open_as(bytes: Vec<u8>, encoding: Option<Encoding>) -> Result<(MediaType, Input)> {
        let media_type = MediaType::detect(&bytes)?;
        let input = match media_type {
            MediaType::Pdf => Input::Pdf(pdf::PdfFile::open(bytes)?),
            MediaType::Png
            | MediaType::Jpeg
            | MediaType::Jpeg2000
            | MediaType::Tiff
            | MediaType::WebP
            | MediaType::Bmp
            | MediaType::Gif => Input::Image(image::ImageFile::open(bytes, media_type)?),
            MediaType::Text => {
                let decoded = encoding::decode(&bytes, encoding);
                Input::Text(text_pages(&decoded.text)?, decoded.how)
            }
            MediaType::Alto | MediaType::PageXml | MediaType::Hocr => {
                Input::Recognised(recognised::RecognisedFile::open(&bytes, media_type)?)
            }
        };
        if input.n_pages() == 0 {
            return Err(Error::Input("the file has no pages".into()));
        }
        Ok((media_type, input))
    }

    /// Says where the file lies: pictures of recognised pages are looked for beside it.
    pub fn lies_at(&mut self, path: &Path) {
        if let Input::Recognised(file) = self {
            file.lies_at(path);
        }
    }

    /// How many pages the file has.
    pub fn n_pages(&self) -> u32 {
        match self {
            Input::Pdf(pdf) => pdf.n_pages(),
            Input::Image(image) => image.n_pages(),
            Input::Text(pages, _) => pages.len() as u32,
            Input::Recognised(file) => file.n_pages(),
        }
    }

    /// In what a text file is written.
    pub fn encoding(&self) -> Option<TextEncoding> {
        match self {
            Input::Text(_, encoding) => Some(*encoding),
            Input::Pdf(_) | Input::Image(_) | Input::Recognised(_) => None,
        }
    }

    /// A page by its number, from 1.
    pub fn page(&self, number: u32, policy: LayerPolicy) -> Result<InputPage> {
        match self {
            Input::Pdf(pdf) => pdf.page(number, policy),
            Input::Image(image) => Ok(PageContent::Image(image.page(number)?).into()),
            Input::Recognised(file) => Ok(PageContent::Recognised(Box::new(file.page(number)?)).into()),
            Input::Text(pages, _) => match pages.get(number.wrapping_sub(1) as usize) {
                Some(page) => Ok(PageContent::Text(page.clone()).into()),
                None => Err(Error::Input(format!("there is no page {number}"))),
            },
        }
    }
}

/// The pages of a text file, divided by form feeds; one at the very end divides nothing.
fn text_pages(text: &str) -> Result<Vec<String>> {
    if text.trim().is_empty() {
        return Err(Error::Input("the file holds no text".into()));
    }
    let text = text.strip_suffix('\u{c}').unwrap_or(text);
    Ok(text.split('\u{c}').map(letters::plain_page).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn form_feeds_divide_pages() {
        assert_eq!(text_pages("a\n\x0cb\n\x0c").unwrap(), ["a\n", "b\n"]);
        assert!(text_pages(" \n\x0c").is_err());
    }
}
