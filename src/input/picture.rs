//! Pictures as a general decoder gives them, within bounds, and what is said of those that it cannot read.

use super::page::MAX_PIXELS;
use crate::error::{Error, Result};
use image::{GrayImage, ImageDecoder, ImageReader, Limits};
use std::io::Cursor;

/// What a decoder says to an image that claims more than it may: it is not broken, only too large.
pub(super) fn too_large(error: image::ImageError) -> Error {
    match error {
        image::ImageError::Limits(_) => Error::Input("the image is too large to be a page".into()),
        error => broken(error),
    }
}

pub(super) fn broken(error: impl std::fmt::Display) -> Error {
    Error::Input(format!("the image is broken or of a kind that cannot be read: {error}"))
}

pub(super) fn decoder(bytes: &[u8]) -> Result<impl ImageDecoder + '_> {
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

/// The pixels of a picture that lies in another file.
pub(super) fn picture_of(bytes: &[u8]) -> Result<GrayImage> {
    Ok(flatten(image::DynamicImage::from_decoder(decoder(bytes)?).map_err(too_large)?))
}

/// Grey pixels on white paper: what is transparent is paper.
pub(super) fn flatten(picture: image::DynamicImage) -> GrayImage {
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

/// A resolution that scanners have, in dots per inch.
pub(super) fn plausible_dpi(dpi: f64) -> Option<u32> {
    (30.0..=2400.0).contains(&dpi).then_some(dpi.round() as u32)
}
