//! TIFF files: any number of pages, each in strips or tiles, packed and coloured in one of many ways.

use super::old_jpeg;
use super::page::{MAX_PIXELS, PageImage};
use super::picture::{broken, check_size, plausible_dpi};
use super::shade::{inks, luma};
use super::strip::strip_of;
use crate::error::{Error, Result};
use image::GrayImage;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use tiff::ColorType;
use tiff::decoder::{Decoder, DecodingResult};
use tiff::tags::Tag;

fn decoder_of(bytes: Bytes<'_>) -> Result<Decoder<Bytes<'_>>> {
    let mut limits = tiff::decoder::Limits::default();
    limits.decoding_buffer_size = (MAX_PIXELS * 4) as usize;
    limits.intermediate_buffer_size = (MAX_PIXELS * 4) as usize;
    Ok(Decoder::new(bytes).map_err(broken)?.with_limits(limits))
}

pub fn count_pages(bytes: &[u8]) -> Result<u32> {
    /// A chain of directories may loop: no archive binds so many pages into one file.
    const MOST: u32 = 100_000;
    let mut decoder = decoder_of(Bytes::of(bytes))?;
    let mut n_pages = 1;
    while decoder.more_images() && n_pages < MOST {
        if decoder.next_image().is_err() {
            break;
        }
        n_pages += 1;
    }
    Ok(n_pages)
}

pub fn page(bytes: &[u8], number: u32) -> Result<PageImage> {
    let seek =
        |decoder: &mut Decoder<Bytes<'_>>| decoder.seek_to_image(number.saturating_sub(1) as usize).map_err(broken);
    let mut decoder = decoder_of(Bytes::of(bytes))?;
    seek(&mut decoder)?;
    let (width, height) = decoder.dimensions().map_err(broken)?;
    check_size(width, height)?;
    check_packing(&mut decoder)?;
    let dpi = density(&mut decoder);
    if let Some(fax) = Fax::of(&mut decoder) {
        return Ok(PageImage { number, dpi, pixels: fax.page(bytes, width, height)? });
    }
    if let Some(pixels) = old_jpeg::page(&mut decoder, bytes, width, height) {
        return Ok(PageImage { number, dpi, pixels: pixels? });
    }
    let n_pixels = width as usize * height as usize;
    let grey = if decoder.get_tag_u32(Tag::PhotometricInterpretation).is_ok_and(|kind| kind == PALETTE) {
        let palette = palette(&mut decoder)?;
        let pointer = decoder.ifd_pointer().map_or(0, |pointer| pointer.0);
        let relabelled = without_palette(bytes, pointer).ok_or_else(|| broken("its palette cannot be found"))?;
        let mut decoder = decoder_of(relabelled)?;
        seek(&mut decoder)?;
        let samples = Samples::of(&mut decoder, width, false)?;
        samples.first(n_pixels)?.map(|index| palette.get(usize::from(index)).copied().unwrap_or(255)).collect()
    } else {
        Samples::of(&mut decoder, width, true)?.grey(n_pixels)?
    };
    let pixels = GrayImage::from_raw(width, height, grey).ok_or_else(|| broken("wrong number of pixels"))?;
    Ok(PageImage { number, dpi, pixels })
}

/// Says what to do about a packing that this build was made without.
fn check_packing(decoder: &mut Decoder<Bytes<'_>>) -> Result<()> {
    const ZSTD: u32 = 50_000;
    let is_packed_so = decoder.get_tag_u32(Tag::Compression).is_ok_and(|packing| packing == ZSTD);
    if is_packed_so && !cfg!(feature = "zstd") {
        let hint = "save it with LZW or Deflate, or build paragraf with --features zstd";
        return Err(Error::Input(format!(
            "the TIFF page is packed with Zstandard, which this build cannot read: {hint}"
        )));
    }
    Ok(())
}

/// A file's bytes where they lie, one of them read as another: a file of many pages is not copied for each.
struct Bytes<'a> {
    file: Cursor<&'a [u8]>,
    /// Where, and what is read there.
    exchanged: Option<(u64, u8)>,
}

impl<'a> Bytes<'a> {
    fn of(bytes: &'a [u8]) -> Self {
        Bytes { file: Cursor::new(bytes), exchanged: None }
    }
}

impl Read for Bytes<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let start = self.file.position();
        let n = self.file.read(out)?;
        if let Some((at, byte)) = self.exchanged
            && (start..start + n as u64).contains(&at)
        {
            out[(at - start) as usize] = byte;
        }
        Ok(n)
    }
}

impl Seek for Bytes<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

/// The samples of a page, 8 bits each.
struct Samples {
    values: Vec<u8>,
    color: ColorType,
    per_pixel: usize,
    /// From one sample of a pixel to its next, and from one pixel to the next.
    steps: (usize, usize),
    /// Whether the last sample is how opaque the pixel is, and whether the others are multiplied by it already.
    alpha: Option<Alpha>,
}

#[derive(Clone, Copy, PartialEq)]
enum Alpha {
    Multiplied,
    Apart,
}

impl Samples {
    /// `is_shade`: values of fewer than 8 bits are spread over all shades; otherwise they stay as they are.
    fn of(decoder: &mut Decoder<Bytes<'_>>, width: u32, is_shade: bool) -> Result<Samples> {
        const PLANAR_CONFIGURATION: u32 = 2;
        let color = decoder.colortype().map_err(broken)?;
        let per_pixel = usize::from(color.num_samples());
        let alpha = match decoder.get_tag_u16_vec(Tag::ExtraSamples).ok().and_then(|extra| extra.first().copied()) {
            Some(1) => Some(Alpha::Multiplied),
            Some(2) => Some(Alpha::Apart),
            _ => None,
        };
        let is_planar = decoder
            .get_tag_u32(Tag::PlanarConfiguration)
            .is_ok_and(|configuration| configuration == PLANAR_CONFIGURATION);
        if is_planar {
            let values = planes(decoder, width, per_pixel, color.bit_depth(), is_shade)?;
            let plane = values.len() / per_pixel.max(1);
            return Ok(Samples { values, color, per_pixel, steps: (plane, 1), alpha });
        }
        let values = decoder.read_image().map_err(broken)?;
        let values = bytes_of(values, color.bit_depth(), width as usize * per_pixel, is_shade)?;
        Ok(Samples { values, color, per_pixel, steps: (1, per_pixel), alpha })
    }

    fn check(&self, n_pixels: usize) -> Result<()> {
        let (of_sample, of_pixel) = self.steps;
        let is_whole = self.per_pixel > 0
            && n_pixels > 0
            && self.values.len() > of_sample * (self.per_pixel - 1) + of_pixel * (n_pixels - 1);
        if is_whole { Ok(()) } else { Err(Error::Input("the TIFF page is cut short".into())) }
    }

    /// The first sample of each pixel.
    fn first(&self, n_pixels: usize) -> Result<impl Iterator<Item = u8> + '_> {
        self.check(n_pixels)?;
        Ok((0..n_pixels).map(|pixel| self.values[pixel * self.steps.1]))
    }

    fn grey(mut self, n_pixels: usize) -> Result<Vec<u8>> {
        self.check(n_pixels)?;
        if matches!(self.color, ColorType::Gray(_)) {
            self.values.truncate(n_pixels);
            return Ok(self.values);
        }
        let (of_sample, of_pixel) = self.steps;
        let sample = |pixel: usize, sample: usize| self.values[pixel * of_pixel + sample * of_sample];
        let shade: Box<dyn Fn(usize) -> u8> = match self.color {
            // Grey with something beside it comes as several bands.
            ColorType::GrayA(_) | ColorType::YCbCr(_) | ColorType::Multiband { .. } => {
                Box::new(|pixel| sample(pixel, 0))
            }
            ColorType::RGB(_) | ColorType::RGBA(_) => {
                Box::new(|pixel| luma(sample(pixel, 0), sample(pixel, 1), sample(pixel, 2)))
            }
            ColorType::CMYK(_) | ColorType::CMYKA(_) => {
                Box::new(|pixel| inks(sample(pixel, 0), sample(pixel, 1), sample(pixel, 2), sample(pixel, 3)))
            }
            other => return Err(Error::Input(format!("the TIFF page has colours that cannot be read ({other:?})"))),
        };
        let has_alpha = match self.color {
            ColorType::RGBA(_) | ColorType::CMYKA(_) | ColorType::GrayA(_) => true,
            ColorType::Multiband { num_samples, .. } => num_samples == 2,
            _ => false,
        };
        // What is transparent is paper.
        let on_paper = |pixel: usize, alpha: Alpha| {
            let (shade, opaque) = (u16::from(shade(pixel)), u16::from(sample(pixel, self.per_pixel - 1)));
            let own = if alpha == Alpha::Apart { shade * opaque / 255 } else { shade };
            (own + 255 - opaque).min(255) as u8
        };
        Ok(match self.alpha.filter(|_| has_alpha) {
            Some(alpha) => (0..n_pixels).map(|pixel| on_paper(pixel, alpha)).collect(),
            None => (0..n_pixels).map(shade).collect(),
        })
    }
}

/// The samples of strips or tiles, each a byte.
fn bytes_of(values: DecodingResult, bits: u8, in_a_row: usize, is_shade: bool) -> Result<Vec<u8>> {
    Ok(match values {
        DecodingResult::U8(values) if bits < 8 => unpack(&values, bits, in_a_row, is_shade),
        DecodingResult::U8(values) => values,
        DecodingResult::U16(values) => values.into_iter().map(|value| (value >> 8) as u8).collect(),
        _ => return Err(Error::Input("the TIFF page holds neither 1, 8 nor 16 bits a sample".into())),
    })
}

/// Four inks and how opaque they are.
const MOST_PLANES: usize = 5;

/// The samples of a page that is stored colour by colour, one plane after the other.
fn planes(decoder: &mut Decoder<Bytes<'_>>, width: u32, n_planes: usize, bits: u8, is_shade: bool) -> Result<Vec<u8>> {
    let (_, height) = decoder.dimensions().map_err(broken)?;
    let (wide, high) = decoder.chunk_dimensions();
    let (across, down) = (width.div_ceil(wide.max(1)), height.div_ceil(high.max(1)));
    let (stride, plane) = (width as usize, width as usize * height as usize);
    let n_chunks = u64::from(across) * u64::from(down) * n_planes as u64;
    let n_chunks = u32::try_from(n_chunks).map_err(|_| broken("it has too many tiles"))?;
    if n_planes > MOST_PLANES {
        return Err(broken("it has too many planes"));
    }
    let mut out = vec![255; plane * n_planes];
    for chunk in 0..n_chunks {
        let (in_plane, of_plane) = (chunk % (across * down), (chunk / (across * down)) as usize);
        let (left, top) = ((in_plane % across * wide) as usize, (in_plane / across * high) as usize);
        let (columns, _) = decoder.chunk_data_dimensions(chunk);
        let values = decoder.read_chunk(chunk).map_err(broken)?;
        let values = bytes_of(values, bits, columns as usize, is_shade)?;
        for (row, values) in values.chunks_exact((columns as usize).max(1)).enumerate() {
            let start = of_plane * plane + (top + row) * stride + left;
            if let Some(place) = out.get_mut(start..start + values.len()) {
                place.copy_from_slice(values);
            }
        }
    }
    Ok(out)
}

/// A page whose samples are numbers of colours.
const PALETTE: u32 = 3;

/// The shades of a page's colours.
fn palette(decoder: &mut Decoder<Bytes<'_>>) -> Result<Vec<u8>> {
    let colours = decoder.get_tag_u16_vec(Tag::ColorMap).map_err(broken)?;
    let n_colours = colours.len() / 3;
    // Some programs write 8 bits where 16 belong.
    let shift = if colours.iter().all(|&value| value < 256) { 0 } else { 8 };
    let part = |at: usize| (colours[at] >> shift) as u8;
    Ok((0..n_colours).map(|at| luma(part(at), part(n_colours + at), part(2 * n_colours + at))).collect())
}

/// The file with a page's colour numbers said to be shades: the decoder knows no palettes.
fn without_palette(bytes: &[u8], directory: u64) -> Option<Bytes<'_>> {
    const PHOTOMETRIC: u64 = 262;
    const BLACK_IS_ZERO: u8 = 1;
    let is_big_endian = bytes.starts_with(b"MM");
    let number = |at: usize, length: usize| {
        let digits = bytes.get(at..at.checked_add(length)?)?;
        let add = |sum: u64, digit: &u8| sum << 8 | u64::from(*digit);
        Some(if is_big_endian { digits.iter().fold(0, add) } else { digits.iter().rev().fold(0, add) })
    };
    let is_big_tiff = number(2, 2)? == 43;
    let (of_count, of_entry, of_value) = if is_big_tiff { (8, 20, 12) } else { (2, 12, 8) };
    let directory = usize::try_from(directory).ok()?;
    let n_entries = number(directory, of_count)?.min(1 << 16) as usize;
    let first = directory.checked_add(of_count)?;
    let entry = (0..n_entries).map(|entry| first + entry * of_entry).find(|&at| number(at, 2) == Some(PHOTOMETRIC))?;
    let value = entry + of_value + usize::from(is_big_endian);
    (value < bytes.len()).then(|| Bytes { exchanged: Some((value as u64, BLACK_IS_ZERO)), ..Bytes::of(bytes) })
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
    fn of(decoder: &mut Decoder<Bytes<'_>>) -> Option<Fax> {
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
            let strip = strip_of(bytes, offset, length)?;
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

/// Samples of 1, 2 or 4 bits as bytes, as shades or as they are; a row ends on a byte border.
fn unpack(values: &[u8], bits: u8, samples_per_row: usize, is_shade: bool) -> Vec<u8> {
    let per_byte = usize::from(8 / bits);
    let highest = (1u16 << bits) - 1;
    let sample = |row: &[u8], x: usize| {
        let shift = 8 - usize::from(bits) * (x % per_byte + 1);
        let value = u16::from(row[x / per_byte]) >> shift & highest;
        (if is_shade { value * 255 / highest } else { value }) as u8
    };
    let row_bytes = samples_per_row.div_ceil(per_byte).max(1);
    values.chunks_exact(row_bytes).flat_map(|row| (0..samples_per_row).map(move |x| sample(row, x))).collect()
}

fn density(decoder: &mut Decoder<Bytes<'_>>) -> u32 {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_palette_is_passed_over_without_a_copy_of_the_file() {
        for name in ["tiff-palette.tif", "tiff-palette-big-endian.tif", "tiff-palette-big.tif"] {
            let bytes = std::fs::read(format!("tests/inputs/{name}")).unwrap();
            let pointer = decoder_of(Bytes::of(&bytes)).unwrap().ifd_pointer().unwrap().0;
            let mut relabelled = without_palette(&bytes, pointer).unwrap();
            assert!(std::ptr::eq(*relabelled.file.get_ref(), &bytes[..]));
            let mut whole = Vec::new();
            relabelled.read_to_end(&mut whole).unwrap();
            let changed: Vec<usize> = (0..bytes.len()).filter(|&at| whole[at] != bytes[at]).collect();
            assert!(matches!(changed[..], [at] if (bytes[at], whole[at]) == (PALETTE as u8, 1)), "{name}: {changed:?}");
            // However it is cut into reads.
            relabelled.seek(SeekFrom::Start(0)).unwrap();
            let by_few = io::BufReader::with_capacity(7, relabelled);
            let by_few: Vec<u8> = by_few.bytes().map(|byte| byte.unwrap()).collect();
            assert_eq!(by_few, whole);
        }
    }
}
