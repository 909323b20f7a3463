//! Kinds of files, told by their first bytes.

use super::encoding;
use super::markup::{self, Kind};
use crate::error::{Error, Result};
use serde::{Deserialize, Serialize};

/// What a file is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum MediaType {
    /// `application/pdf`
    #[serde(rename = "application/pdf")]
    Pdf,
    /// `image/png`
    #[serde(rename = "image/png")]
    Png,
    /// `image/jpeg`
    #[serde(rename = "image/jpeg")]
    Jpeg,
    /// `image/jp2`
    #[serde(rename = "image/jp2")]
    Jpeg2000,
    /// `image/tiff`
    #[serde(rename = "image/tiff")]
    Tiff,
    /// `image/webp`
    #[serde(rename = "image/webp")]
    WebP,
    /// `image/bmp`
    #[serde(rename = "image/bmp")]
    Bmp,
    /// `image/gif`
    #[serde(rename = "image/gif")]
    Gif,
    /// `text/plain`
    #[serde(rename = "text/plain")]
    Text,
    /// `application/alto+xml`
    #[serde(rename = "application/alto+xml")]
    Alto,
    /// `application/vnd.prima.page+xml`
    #[serde(rename = "application/vnd.prima.page+xml")]
    PageXml,
    /// `text/vnd.hocr+html`
    #[serde(rename = "text/vnd.hocr+html")]
    Hocr,
}

impl MediaType {
    /// As it stands in the output.
    pub fn as_str(self) -> &'static str {
        match self {
            MediaType::Pdf => "application/pdf",
            MediaType::Png => "image/png",
            MediaType::Jpeg => "image/jpeg",
            MediaType::Jpeg2000 => "image/jp2",
            MediaType::Tiff => "image/tiff",
            MediaType::WebP => "image/webp",
            MediaType::Bmp => "image/bmp",
            MediaType::Gif => "image/gif",
            MediaType::Text => "text/plain",
            MediaType::Alto => "application/alto+xml",
            MediaType::PageXml => "application/vnd.prima.page+xml",
            MediaType::Hocr => "text/vnd.hocr+html",
        }
    }

    /// Whether it is a picture, or several.
    pub fn is_image(self) -> bool {
        match self {
            MediaType::Png
            | MediaType::Jpeg
            | MediaType::Jpeg2000
            | MediaType::Tiff
            | MediaType::WebP
            | MediaType::Bmp
            | MediaType::Gif => true,
            MediaType::Pdf | MediaType::Text | MediaType::Alto | MediaType::PageXml | MediaType::Hocr => false,
        }
    }

    /// Whether it holds pages that another program recognised.
    pub fn is_recognised(self) -> bool {
        matches!(self, MediaType::Alto | MediaType::PageXml | MediaType::Hocr)
    }

    /// The kind that a file's first bytes tell, or why it is none that can be read.
    pub fn detect(bytes: &[u8]) -> Result<MediaType> {
        const READABLE: &str =
            "give a PDF, PNG, JPEG, JPEG 2000, TIFF, WebP, BMP, GIF, text, ALTO, PAGE XML or hOCR file";
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
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => return Ok(MediaType::WebP),
            // Its size and two fields that are zero: a text may begin with BM.
            [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..] => return Ok(MediaType::Bmp),
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => return Ok(MediaType::Gif),
            [b'P', b'K', 3, 4, ..] => {
                return Err(Error::Input(format!("this is a ZIP or office file; {READABLE}")));
            }
            _ => {}
        }
        match markup::kind(bytes) {
            Some(Kind::Alto) => return Ok(MediaType::Alto),
            Some(Kind::PageXml) => return Ok(MediaType::PageXml),
            Some(Kind::Hocr) => return Ok(MediaType::Hocr),
            None => {}
        }
        match encoding::is_text(bytes) {
            true => Ok(MediaType::Text),
            false => Err(Error::Input(format!("the kind of file is not known; {READABLE}"))),
        }
    }
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
}
