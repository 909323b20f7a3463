//! Image files: PNG, JPEG and JPEG 2000 with one page, TIFF with any number.

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

    pub fn n_pages(&self) -> u32 {
        self.n_pages
    }

    pub fn page(&self, number: u32) -> Result<PageImage> {
        if !(1..=self.n_pages).contains(&number) {
            return Err(Error::Input(format!("there is no page {number}")));
        }
        match self.kind {
            MediaType::Tiff => tiff_page(&self.bytes, number),
            MediaType::Jpeg2000 => jpeg2000_page(&self.bytes, number),
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

/// The shade of four inks on white paper.
fn inks(c: u8, m: u8, y: u8, k: u8) -> u8 {
    let paper = |ink: u8| (u16::from(255 - ink) * u16::from(255 - k) / 255) as u8;
    luma(paper(c), paper(m), paper(y))
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
    if let Some(fax) = Fax::of(&mut decoder) {
        return Ok(PageImage { number, dpi, pixels: fax.page(bytes, width, height)? });
    }
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
        tiff::ColorType::CMYK(_) => {
            values.chunks_exact(samples).map(|pixel| inks(pixel[0], pixel[1], pixel[2], pixel[3])).collect()
        }
        other => return Err(Error::Input(format!("the TIFF page has colours that cannot be read ({other:?})"))),
    };
    let pixels = GrayImage::from_raw(width, height, grey).ok_or_else(|| broken("wrong number of pixels"))?;
    Ok(PageImage { number, dpi, pixels })
}

/// A page of fax strips. The general decoder knows neither group 3 nor bits that are stored the other way round.
struct Fax {
    encoding: hayro_ccitt::EncodingMode,
    /// No marks stand between the rows, and each begins on a byte.
    is_bare: bool,
    is_reversed: bool,
    /// Whether what the fax calls white is black.
    is_inverted: bool,
    rows_per_strip: u32,
    strips: Vec<(u64, u64)>,
}

impl Fax {
    fn of(decoder: &mut Decoder<Cursor<&[u8]>>) -> Option<Fax> {
        use hayro_ccitt::EncodingMode::{Group3_1D, Group3_2D, Group4};
        const T4_OPTIONS: Tag = Tag::Unknown(292);
        const FILL_ORDER: Tag = Tag::Unknown(266);
        let options = decoder.get_tag_u32(T4_OPTIONS).unwrap_or(0);
        let (encoding, is_bare) = match decoder.get_tag_u32(Tag::Compression).ok()? {
            2 => (Group3_1D, true),
            3 if options & 1 == 1 => (Group3_2D, false),
            3 => (Group3_1D, false),
            4 => (Group4, false),
            _ => return None,
        };
        let offsets = decoder.get_tag_u64_vec(Tag::StripOffsets).ok()?;
        let lengths = decoder.get_tag_u64_vec(Tag::StripByteCounts).ok()?;
        Some(Fax {
            encoding,
            is_bare,
            is_reversed: decoder.get_tag_u32(FILL_ORDER).is_ok_and(|order| order == 2),
            is_inverted: decoder.get_tag_u32(Tag::PhotometricInterpretation).is_ok_and(|kind| kind == 1),
            rows_per_strip: decoder.get_tag_u32(Tag::RowsPerStrip).unwrap_or(u32::MAX),
            strips: offsets.into_iter().zip(lengths).collect(),
        })
    }

    fn page(&self, bytes: &[u8], width: u32, height: u32) -> Result<GrayImage> {
        let mut pixels = GrayImage::from_pixel(width, height, image::Luma([255]));
        let rows_per_strip = self.rows_per_strip.clamp(1, height);
        let tops = (0..height).step_by(rows_per_strip as usize);
        for (top, &(offset, length)) in tops.zip(&self.strips) {
            let strip = usize::try_from(offset).ok().zip(usize::try_from(length).ok());
            let strip = strip.and_then(|(offset, length)| bytes.get(offset..offset.checked_add(length)?));
            let strip = strip.ok_or_else(|| broken("a strip lies outside the file"))?;
            let reversed: Vec<u8>;
            let strip = if self.is_reversed {
                reversed = strip.iter().map(|byte| byte.reverse_bits()).collect();
                &reversed
            } else {
                strip
            };
            let rows = rows_per_strip.min(height - top);
            let settings = hayro_ccitt::DecodeSettings {
                columns: width,
                rows,
                end_of_block: !self.is_bare,
                end_of_line: !self.is_bare && self.encoding != hayro_ccitt::EncodingMode::Group4,
                rows_are_byte_aligned: self.is_bare,
                encoding: self.encoding,
                strict: false,
            };
            let mut sink = Rows { pixels: &mut pixels, next: top, end: top + rows };
            let mut context = hayro_ccitt::DecoderContext::new(settings);
            hayro_ccitt::decode(strip, &mut sink, &mut context).map_err(broken)?;
        }
        if self.is_inverted {
            image::imageops::invert(&mut pixels);
        }
        Ok(pixels)
    }
}

/// Takes the rows of a strip.
struct Rows<'a> {
    pixels: &'a mut GrayImage,
    next: u32,
    end: u32,
}

impl hayro_ccitt::Decoder for Rows<'_> {
    fn push_row(&mut self, changes: &[u32]) {
        if self.next >= self.end {
            return;
        }
        let width = self.pixels.width();
        for black in changes.chunks(2) {
            let end = black.get(1).copied().unwrap_or(width).min(width);
            for x in black[0].min(end)..end {
                self.pixels.put_pixel(x, self.next, image::Luma([0]));
            }
        }
        self.next += 1;
    }
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
