//! Image files as pages: their streams as they are where a PDF can hold them, other pixels packed without loss.

use super::picture::{Packing, Picture, Sheet, Space};
use super::{jpeg, jpeg2000, tiff};
use crate::error::{Error, Result};
use crate::input::{Input, LayerPolicy, MAX_PIXELS, MediaType, PageContent};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};
use std::io::Cursor;

/// A page of an image file.
pub fn sheet(bytes: &[u8], kind: MediaType, number: u32) -> Result<Sheet> {
    let made = match kind {
        MediaType::Jpeg => of_jpeg(bytes).map(|picture| Sheet::of(picture).turned(orientation(bytes))),
        MediaType::Jpeg2000 => of_jpeg2000(bytes).map(Sheet::of),
        MediaType::Png => of_png(bytes).map(|picture| Sheet::of(picture).turned(orientation(bytes))),
        MediaType::Tiff => tiff::sheet(bytes, number),
        _ => None,
    };
    match made {
        Some(sheet) => Ok(sheet),
        None if matches!(kind, MediaType::Tiff | MediaType::Jpeg2000) => read(bytes, number),
        None => decoded(bytes).or_else(|_| read(bytes, number)),
    }
}

fn decoder(bytes: &[u8]) -> Option<impl ImageDecoder + '_> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_PIXELS * 8);
    reader.limits(limits);
    reader.into_decoder().ok()
}

fn orientation(bytes: &[u8]) -> Orientation {
    decoder(bytes).and_then(|mut decoder| decoder.orientation().ok()).unwrap_or(Orientation::NoTransforms)
}

/// Its pixels, decoded and packed anew.
fn decoded(bytes: &[u8]) -> Result<Sheet> {
    let broken = || Error::Input("the image is broken or of a kind that cannot be read".into());
    let mut decoder = decoder(bytes).ok_or_else(broken)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(Error::Input("the image is too large to be a page".into()));
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).map_err(|_| broken())?;
    image.apply_orientation(orientation);
    Ok(Sheet::of(Picture::of(image)))
}

/// Its pixels as they are read: in shades of grey.
pub fn read(bytes: &[u8], number: u32) -> Result<Sheet> {
    let (_, input) = Input::open(bytes.to_vec())?;
    let PageContent::Image(image) = input.page(number, LayerPolicy::Auto)?.content else {
        return Err(Error::Input("it is no image".into()));
    };
    let note = Some("stored in shades of grey: a PDF cannot hold its colours as they are");
    Ok(Sheet { note, ..Sheet::of(Picture::grey(&image.pixels)) })
}

fn of_jpeg(bytes: &[u8]) -> Option<Picture> {
    let (width, height, n_samples, adobe) = jpeg::header(bytes)?;
    let space = match n_samples {
        1 => Space::Gray,
        3 => Space::Rgb,
        4 => Space::Cmyk,
        _ => return None,
    };
    if width == 0 || height == 0 {
        return None;
    }
    // Adobe's programs store how much of an ink is lacking.
    let is_inverted = n_samples == 4 && adobe.is_some();
    let packing = Packing::Jpeg { is_rgb: false };
    Some(Picture { data: bytes.to_vec(), packing, width, height, space, bits: 8, is_inverted })
}

fn of_jpeg2000(bytes: &[u8]) -> Option<Picture> {
    let data = if bytes.starts_with(&[0xFF, 0x4F]) { jpeg2000::wrapped(bytes)? } else { bytes.to_vec() };
    let (width, height, n_samples) = jpeg2000::size(&data)?;
    if !matches!(n_samples, 1 | 3) || jpeg2000::problem(&data, false).is_some() {
        return None;
    }
    let packing = Packing::Jpeg2000;
    Some(Picture { data, packing, width, height, space: Space::Own, bits: 8, is_inverted: false })
}

/// A PNG whose packed rows a PDF takes as they are.
fn of_png(bytes: &[u8]) -> Option<Picture> {
    let mut at = 8;
    let mut data = Vec::new();
    let mut header: Option<&[u8]> = None;
    let mut palette = Vec::new();
    while let Some(start) = bytes.get(at..at + 8) {
        let length = u32::from_be_bytes(start[..4].try_into().ok()?) as usize;
        let content = bytes.get(at + 8..at + 8 + length)?;
        match &start[4..] {
            b"IHDR" => header = Some(content),
            b"PLTE" => palette = content.to_vec(),
            b"IDAT" => data.extend_from_slice(content),
            b"tRNS" => return None,
            _ => {}
        }
        at += length + 12;
    }
    let &[w3, w2, w1, w0, h3, h2, h1, h0, bits, kind, 0, 0, 0] = header? else { return None };
    let (space, n_samples) = match kind {
        0 => (Space::Gray, 1),
        2 => (Space::Rgb, 3),
        3 if !palette.is_empty() => (Space::Indexed(palette), 1),
        _ => return None,
    };
    let (width, height) = (u32::from_be_bytes([w3, w2, w1, w0]), u32::from_be_bytes([h3, h2, h1, h0]));
    let packing = Packing::Rows(n_samples);
    Some(Picture { data, packing, width, height, space, bits: i32::from(bits), is_inverted: false })
}
