//! Image files: PNG, JPEG, JPEG 2000, WebP, BMP and GIF with one page, TIFF with any number (in [`tiff`]).

use super::media_type::MediaType;
use super::page::PageImage;
use super::picture::{broken, check_size, decoder, flatten, plausible_dpi, too_large};
use super::shade::{inks, luma};
use super::tiff;
use crate::error::{Error, Result};
use image::{GrayImage, ImageDecoder};

/// An image file, decoded page by page when a page is asked for.
pub struct ImageFile {
    bytes: Vec<u8>,
    kind: MediaType,
    n_pages: u32,
}

impl ImageFile {
    pub fn open(bytes: Vec<u8>, kind: MediaType) -> Result<Self> {
        let n_pages = match kind {
            MediaType::Tiff => tiff::count_pages(&bytes)?,
            MediaType::Jpeg2000 => {
                jpeg2000(&bytes)?;
                1
            }
            _ => {
                // The header is read now, so that a broken file is known before its turn comes.
                decoder(&bytes)?;
                1
            }
        };
        Ok(ImageFile { bytes, kind, n_pages })
    }

    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub fn kind(&self) -> MediaType {
        self.kind
    }

    pub fn n_pages(&self) -> u32 {
        self.n_pages
    }

    pub fn page(&self, number: u32) -> Result<PageImage> {
        if !(1..=self.n_pages).contains(&number) {
            return Err(Error::Input(format!("there is no page {number}")));
        }
        match self.kind {
            MediaType::Tiff => tiff::page(&self.bytes, number),
            MediaType::Jpeg2000 => jpeg2000_page(&self.bytes, number),
            _ => picture(&self.bytes, number),
        }
    }
}

fn picture(bytes: &[u8], number: u32) -> Result<PageImage> {
    let mut decoder = decoder(bytes)?;
    let orientation = decoder.orientation().map_err(broken)?;
    let dpi = density(bytes).unwrap_or(0);
    let mut picture = image::DynamicImage::from_decoder(decoder).map_err(too_large)?;
    picture.apply_orientation(orientation);
    Ok(PageImage { number, dpi, pixels: flatten(picture) })
}

/// The header of a JPEG 2000 image, for which no pixel is decoded yet.
fn jpeg2000(bytes: &[u8]) -> Result<hayro_jpeg2000::Image<'_>> {
    let image = hayro_jpeg2000::Image::new(bytes, &hayro_jpeg2000::DecodeSettings::default()).map_err(broken)?;
    check_size(image.width(), image.height())?;
    Ok(image)
}

fn jpeg2000_page(bytes: &[u8], number: u32) -> Result<PageImage> {
    let image = jpeg2000(bytes)?;
    let (width, height) = (image.width(), image.height());
    let n_colours = usize::from(image.color_space().num_channels());
    let n_channels = n_colours + usize::from(image.has_alpha());
    let mut context = hayro_jpeg2000::DecoderContext::default();
    let data = image.decode(&mut context).map_err(broken)?.data_u8();
    let grey = |pixel: &[u8]| {
        let shade = match *pixel {
            [r, g, b] | [r, g, b, _] if n_colours == 3 => luma(r, g, b),
            [c, m, y, k, ..] if n_colours == 4 => inks(c, m, y, k),
            [grey, ..] => grey,
            [] => 255,
        };
        match pixel.get(n_colours) {
            // What is transparent is paper.
            Some(&alpha) => ((u16::from(shade) * u16::from(alpha) + 255 * (255 - u16::from(alpha))) / 255) as u8,
            None => shade,
        }
    };
    let grey = data.chunks_exact(n_channels.max(1)).map(grey).collect();
    let pixels = GrayImage::from_raw(width, height, grey).ok_or_else(|| broken("wrong number of pixels"))?;
    Ok(PageImage { number, dpi: 0, pixels })
}

/// Dots per inch as a PNG's pHYs chunk, a BMP's header or a JPEG's JFIF header states them.
fn density(bytes: &[u8]) -> Option<u32> {
    let dpi = if bytes.starts_with(b"\x89PNG") {
        let at = bytes.windows(4).take(4096).position(|window| window == b"pHYs")?;
        let per_metre = u32::from_be_bytes(bytes.get(at + 4..at + 8)?.try_into().ok()?);
        let is_metre = *bytes.get(at + 12)? == 1;
        is_metre.then_some((f64::from(per_metre) * 0.0254).round() as u32)?
    } else if bytes.starts_with(b"BM") {
        let per_metre = u32::from_le_bytes(bytes.get(38..42)?.try_into().ok()?);
        (f64::from(per_metre) * 0.0254).round() as u32
    } else {
        // SOI, APP0 marker and length, "JFIF\0", version, unit, density.
        let header = bytes.get(6..16).filter(|header| header.starts_with(b"JFIF\0"))?;
        let density = f64::from(u16::from_be_bytes([header[8], header[9]]));
        match header[7] {
            1 => density as u32,
            2 => (density * 2.54).round() as u32,
            _ => return None,
        }
    };
    plausible_dpi(f64::from(dpi))
}
