//! Image files: PNG and JPEG with one page, TIFF with any number.

use super::{MAX_PIXELS, MediaType, PageImage};
use crate::error::{Error, Result};
use image::{GrayImage, ImageDecoder, ImageReader, Limits};
use std::io::Cursor;
use tiff::decoder::{Decoder, DecodingResult};
use tiff::tags::Tag;

/// An image file, decoded page by page when a page is asked for.
pub struct ImageFile {
    bytes: Vec<u8>,
    kind: MediaType,
    n_pages: u32,
}

impl ImageFile {
    pub fn open(bytes: Vec<u8>, kind: MediaType) -> Result<Self> {
        let n_pages = match kind {
            MediaType::Tiff => count_tiff_pages(&bytes)?,
            _ => {
                // The header is read now, so that a broken file is known before its turn comes.
                decoder(&bytes)?;
                1
            }
        };
        Ok(ImageFile { bytes, kind, n_pages })
    }

    pub fn n_pages(&self) -> u32 {
        self.n_pages
    }

    pub fn page(&self, number: u32) -> Result<PageImage> {
        match self.kind {
            MediaType::Tiff => tiff_page(&self.bytes, number),
            _ => picture(&self.bytes, number),
        }
    }
}

/// What a decoder says to an image that claims more than it may: it is not broken, only too large.
fn too_large(error: image::ImageError) -> Error {
    match error {
        image::ImageError::Limits(_) => Error::Input("the image is too large to be a page".into()),
        error => broken(error),
    }
}

fn broken(error: impl std::fmt::Display) -> Error {
    Error::Input(format!("the image is broken or of a kind that cannot be read: {error}"))
}

fn decoder(bytes: &[u8]) -> Result<impl ImageDecoder + '_> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(broken)?;
    reader.limits(limits());
    let decoder = reader.into_decoder().map_err(too_large)?;
    let (width, height) = decoder.dimensions();
    check_size(width, height)?;
    Ok(decoder)
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_PIXELS * 8);
    limits
}

/// Refuses pages that no scanner makes, before anything is allocated for them.
pub(super) fn check_size(width: u32, height: u32) -> Result<()> {
    if width == 0 || height == 0 {
        return Err(Error::Input("the image has no pixels".into()));
    }
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(Error::Input(format!("the image of {width} × {height} pixels is too large to be a page")));
    }
    Ok(())
}

fn picture(bytes: &[u8], number: u32) -> Result<PageImage> {
    let mut decoder = decoder(bytes)?;
    let orientation = decoder.orientation().map_err(broken)?;
    let dpi = density(bytes).unwrap_or(0);
    let mut picture = image::DynamicImage::from_decoder(decoder).map_err(too_large)?;
    picture.apply_orientation(orientation);
    Ok(PageImage { number, dpi, pixels: flatten(picture) })
}

/// Grey pixels on white paper: what is transparent is paper.
fn flatten(picture: image::DynamicImage) -> GrayImage {
    if !picture.color().has_alpha() {
        return picture.into_luma8();
    }
    let mut pixels = picture.to_luma_alpha8();
    for pixel in pixels.pixels_mut() {
        let [grey, alpha] = pixel.0;
        let alpha = u16::from(alpha);
        pixel.0[0] = ((u16::from(grey) * alpha + 255 * (255 - alpha)) / 255) as u8;
    }
    image::DynamicImage::ImageLumaA8(pixels).into_luma8()
}

/// Dots per inch as a PNG's pHYs chunk or a JPEG's JFIF header states them.
fn density(bytes: &[u8]) -> Option<u32> {
    let dpi = if bytes.starts_with(b"\x89PNG") {
        let at = bytes.windows(4).take(4096).position(|window| window == b"pHYs")?;
        let per_metre = u32::from_be_bytes(bytes.get(at + 4..at + 8)?.try_into().ok()?);
        let is_metre = *bytes.get(at + 12)? == 1;
        is_metre.then_some((f64::from(per_metre) * 0.0254).round() as u32)?
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

fn plausible_dpi(dpi: f64) -> Option<u32> {
    (30.0..=2400.0).contains(&dpi).then_some(dpi.round() as u32)
}

fn tiff_decoder(bytes: &[u8]) -> Result<Decoder<Cursor<&[u8]>>> {
    let mut limits = tiff::decoder::Limits::default();
    limits.decoding_buffer_size = (MAX_PIXELS * 4) as usize;
    limits.intermediate_buffer_size = (MAX_PIXELS * 4) as usize;
    Ok(Decoder::new(Cursor::new(bytes)).map_err(broken)?.with_limits(limits))
}

fn count_tiff_pages(bytes: &[u8]) -> Result<u32> {
    /// A chain of directories may loop: no archive binds so many pages into one file.
    const MOST: u32 = 100_000;
    let mut decoder = tiff_decoder(bytes)?;
    let mut n_pages = 1;
    while decoder.more_images() && n_pages < MOST {
        if decoder.next_image().is_err() {
            break;
        }
        n_pages += 1;
    }
    Ok(n_pages)
}

fn tiff_page(bytes: &[u8], number: u32) -> Result<PageImage> {
    let mut decoder = tiff_decoder(bytes)?;
    decoder.seek_to_image(number.saturating_sub(1) as usize).map_err(broken)?;
    let (width, height) = decoder.dimensions().map_err(broken)?;
    check_size(width, height)?;
    let dpi = tiff_density(&mut decoder);
    let color = decoder.colortype().map_err(broken)?;
    let samples = usize::from(color.num_samples());
    let n_pixels = width as usize * height as usize;
    let values: Vec<u8> = match decoder.read_image().map_err(broken)? {
        DecodingResult::U8(values) if color.bit_depth() < 8 => {
            unpack(&values, color.bit_depth(), width as usize * samples)
        }
        DecodingResult::U8(values) => values,
        DecodingResult::U16(values) => values.into_iter().map(|value| (value >> 8) as u8).collect(),
        _ => return Err(Error::Input("the TIFF page holds neither 1, 8 nor 16 bits a sample".into())),
    };
    if values.len() < n_pixels * samples || samples == 0 {
        return Err(Error::Input("the TIFF page is cut short".into()));
    }
    let grey: Vec<u8> = match color {
        tiff::ColorType::Gray(_) | tiff::ColorType::GrayA(_) => values.iter().step_by(samples).copied().collect(),
        tiff::ColorType::RGB(_) | tiff::ColorType::RGBA(_) | tiff::ColorType::YCbCr(_) => values
            .chunks_exact(samples)
            .map(|pixel| match color {
                tiff::ColorType::YCbCr(_) => pixel[0],
                _ => luma(pixel[0], pixel[1], pixel[2]),
            })
            .collect(),
        tiff::ColorType::CMYK(_) => values
            .chunks_exact(samples)
            .map(|pixel| {
                let paper = |ink: u8| (u16::from(255 - ink) * u16::from(255 - pixel[3]) / 255) as u8;
                luma(paper(pixel[0]), paper(pixel[1]), paper(pixel[2]))
            })
            .collect(),
        other => return Err(Error::Input(format!("the TIFF page has colours that cannot be read ({other:?})"))),
    };
    let pixels = GrayImage::from_raw(width, height, grey).ok_or_else(|| broken("wrong number of pixels"))?;
    Ok(PageImage { number, dpi, pixels })
}

/// Samples of 1, 2 or 4 bits as bytes; a row ends on a byte border.
fn unpack(values: &[u8], bits: u8, samples_per_row: usize) -> Vec<u8> {
    let per_byte = usize::from(8 / bits);
    let highest = (1u16 << bits) - 1;
    let sample = |row: &[u8], x: usize| {
        let shift = 8 - usize::from(bits) * (x % per_byte + 1);
        ((u16::from(row[x / per_byte]) >> shift & highest) * 255 / highest) as u8
    };
    let row_bytes = samples_per_row.div_ceil(per_byte).max(1);
    values.chunks_exact(row_bytes).flat_map(|row| (0..samples_per_row).map(move |x| sample(row, x))).collect()
}

fn tiff_density(decoder: &mut Decoder<Cursor<&[u8]>>) -> u32 {
    let Ok(tiff::decoder::ifd::Value::Rational(n, d)) = decoder.get_tag(Tag::XResolution) else {
        return 0;
    };
    let per_unit = f64::from(n) / f64::from(d.max(1));
    let dpi = match decoder.get_tag_u32(Tag::ResolutionUnit) {
        Ok(3) => per_unit * 2.54,
        Ok(1) => return 0,
        _ => per_unit,
    };
    plausible_dpi(dpi).unwrap_or(0)
}

pub(super) fn luma(r: u8, g: u8, b: u8) -> u8 {
    ((u32::from(r) * 299 + u32::from(g) * 587 + u32::from(b) * 114 + 500) / 1000) as u8
}
