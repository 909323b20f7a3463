//! Image files as pages: their streams as they are where a PDF can hold them, other pixels packed without loss.

use super::file::deflated;
use super::jpeg2000;
use crate::error::{Error, Result};
use crate::input::{Input, LayerPolicy, MAX_PIXELS, MediaType, PageContent};
use hayro::kurbo::Affine;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};
use pdf_writer::{Chunk, Filter, Finish, Name, Ref, Str};
use std::io::Cursor;

/// How the samples of an image are colours.
#[derive(Clone, PartialEq, Debug)]
pub enum Space {
    Gray,
    Rgb,
    Cmyk,
    /// A table of colours, three bytes each.
    Indexed(Vec<u8>),
    /// The stream says it itself.
    Own,
}

/// How a stream is packed, with what has to be known of it.
#[derive(Clone, PartialEq, Debug)]
pub enum Packing {
    Flate,
    /// Every row says how it is foretold by the one above, as in PNG: samples a pixel.
    Rows(i32),
    Jpeg {
        is_rgb: bool,
    },
    Jpeg2000,
    Fax {
        k: i32,
        is_aligned: bool,
        is_inverted: bool,
    },
}

/// An image as a PDF holds it.
#[derive(Clone, PartialEq, Debug)]
pub struct Picture {
    pub data: Vec<u8>,
    pub packing: Packing,
    pub width: u32,
    pub height: u32,
    pub space: Space,
    pub bits: i32,
    pub is_inverted: bool,
}

/// A page of an image file: one image or its strips, each at its left and top.
pub struct Sheet {
    pub pictures: Vec<(Picture, u32, u32)>,
    /// As it is shown, in pixels.
    pub width: u32,
    pub height: u32,
    /// From pixels as they are stored to pixels as they are shown.
    pub turn: Affine,
    pub note: Option<&'static str>,
}

impl Sheet {
    pub fn of(picture: Picture) -> Sheet {
        let (width, height) = (picture.width, picture.height);
        Sheet::of_parts(vec![(picture, 0, 0)], width, height)
    }

    pub fn of_parts(pictures: Vec<(Picture, u32, u32)>, width: u32, height: u32) -> Sheet {
        Sheet { pictures, width, height, turn: Affine::IDENTITY, note: None }
    }

    fn turned(mut self, orientation: Orientation) -> Sheet {
        let (w, h) = (f64::from(self.width), f64::from(self.height));
        let coeffs = match orientation {
            Orientation::NoTransforms => return self,
            Orientation::FlipHorizontal => [-1.0, 0.0, 0.0, 1.0, w, 0.0],
            Orientation::Rotate180 => [-1.0, 0.0, 0.0, -1.0, w, h],
            Orientation::FlipVertical => [1.0, 0.0, 0.0, -1.0, 0.0, h],
            Orientation::Rotate90FlipH => [0.0, 1.0, 1.0, 0.0, 0.0, 0.0],
            Orientation::Rotate90 => [0.0, 1.0, -1.0, 0.0, h, 0.0],
            Orientation::Rotate270FlipH => [0.0, -1.0, -1.0, 0.0, h, w],
            Orientation::Rotate270 => [0.0, -1.0, 1.0, 0.0, 0.0, w],
        };
        if coeffs[0] == 0.0 {
            std::mem::swap(&mut self.width, &mut self.height);
        }
        self.turn = Affine::new(coeffs);
        self
    }
}

impl Picture {
    fn flate(pixels: &[u8], width: u32, height: u32, space: Space, bits: i32) -> Picture {
        let data = deflated(pixels);
        Picture { data, packing: Packing::Flate, width, height, space, bits, is_inverted: false }
    }

    /// Pixels, in the fewest bits that keep them.
    pub fn of(image: DynamicImage) -> Picture {
        let (width, height) = (image.width(), image.height());
        let rgb = match image {
            DynamicImage::ImageLuma8(grey) => return Picture::grey(&grey),
            image if image.color().has_alpha() => on_paper(&image),
            image if image.color().has_color() => image.into_rgb8(),
            image => return Picture::grey(&image.into_luma8()),
        };
        if rgb.pixels().all(|pixel| pixel.0[0] == pixel.0[1] && pixel.0[1] == pixel.0[2]) {
            return Picture::grey(&DynamicImage::ImageRgb8(rgb).into_luma8());
        }
        Picture::flate(rgb.as_raw(), width, height, Space::Rgb, 8)
    }

    fn grey(pixels: &image::GrayImage) -> Picture {
        let (width, height) = pixels.dimensions();
        if !is_black_and_white(pixels) {
            return Picture::flate(pixels.as_raw(), width, height, Space::Gray, 8);
        }
        let byte = |eight: &[u8]| eight.iter().enumerate().fold(0, |byte, (at, shade)| byte | (shade & 0x80) >> at);
        let rows = pixels.as_raw().chunks(width.max(1) as usize);
        let packed: Vec<u8> = rows.flat_map(|row| row.chunks(8).map(byte)).collect();
        Picture::flate(&packed, width, height, Space::Gray, 1)
    }

    /// Writes the image.
    pub fn write(&self, chunk: &mut Chunk, id: Ref) {
        let mut image = chunk.image_xobject(id, &self.data);
        image.width(self.width as i32).height(self.height as i32);
        match &self.space {
            Space::Gray => image.color_space().device_gray(),
            Space::Rgb => image.color_space().device_rgb(),
            Space::Cmyk => image.color_space().device_cmyk(),
            Space::Indexed(colours) => {
                let mut space = image.insert(Name(b"ColorSpace")).array();
                space.item(Name(b"Indexed")).item(Name(b"DeviceRGB"));
                space.item((colours.len() / 3) as i32 - 1).item(Str(colours));
            }
            Space::Own => {}
        }
        if self.space != Space::Own {
            image.bits_per_component(self.bits);
        }
        let n_samples = match self.space {
            Space::Gray | Space::Indexed(_) | Space::Own => 1,
            Space::Rgb => 3,
            Space::Cmyk => 4,
        };
        if self.is_inverted {
            image.decode([1.0, 0.0].repeat(n_samples));
        }
        match self.packing {
            Packing::Flate => {
                image.filter(Filter::FlateDecode);
            }
            Packing::Rows(colours) => {
                image.filter(Filter::FlateDecode);
                let mut parameters = image.insert(Name(b"DecodeParms")).dict();
                parameters.pair(Name(b"Predictor"), 15).pair(Name(b"Colors"), colours);
                parameters.pair(Name(b"BitsPerComponent"), self.bits).pair(Name(b"Columns"), self.width as i32);
            }
            Packing::Jpeg { is_rgb } => {
                image.filter(Filter::DctDecode);
                if is_rgb {
                    image.insert(Name(b"DecodeParms")).dict().pair(Name(b"ColorTransform"), 0);
                }
            }
            Packing::Jpeg2000 => {
                image.filter(Filter::JpxDecode);
            }
            Packing::Fax { k, is_aligned, is_inverted } => {
                image.filter(Filter::CcittFaxDecode);
                let mut parameters = image.insert(Name(b"DecodeParms")).dict();
                parameters.pair(Name(b"K"), k).pair(Name(b"Columns"), self.width as i32);
                parameters.pair(Name(b"Rows"), self.height as i32).pair(Name(b"EndOfBlock"), false);
                if is_aligned {
                    parameters.pair(Name(b"EncodedByteAlign"), true);
                }
                if is_inverted {
                    parameters.pair(Name(b"BlackIs1"), true);
                }
                parameters.finish();
            }
        }
    }
}

pub fn is_black_and_white(pixels: &image::GrayImage) -> bool {
    pixels.as_raw().iter().all(|shade| matches!(shade, 0 | 255))
}

fn on_paper(image: &DynamicImage) -> image::RgbImage {
    let rgba = image.to_rgba8();
    let mut rgb = image::RgbImage::new(rgba.width(), rgba.height());
    for (from, to) in rgba.pixels().zip(rgb.pixels_mut()) {
        let [r, g, b, alpha] = from.0.map(u16::from);
        to.0 = [r, g, b].map(|part| ((part * alpha + 255 * (255 - alpha)) / 255) as u8);
    }
    rgb
}

/// A page of an image file.
pub fn sheet(bytes: &[u8], kind: MediaType, number: u32) -> Result<Sheet> {
    let made = match kind {
        MediaType::Jpeg => jpeg(bytes).map(|picture| Sheet::of(picture).turned(orientation(bytes))),
        MediaType::Jpeg2000 => jpeg2000(bytes).map(Sheet::of),
        MediaType::Png => png(bytes).map(|picture| Sheet::of(picture).turned(orientation(bytes))),
        MediaType::Tiff => super::tiff::sheet(bytes, number),
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

/// What a JPEG's header says: size, samples a pixel, and how Adobe's programs say that its colours are told.
pub fn jpeg_header(bytes: &[u8]) -> Option<(u32, u32, u8, Option<u8>)> {
    let mut at = 2;
    let mut adobe = None;
    loop {
        while *bytes.get(at)? == 0xFF && *bytes.get(at + 1)? == 0xFF {
            at += 1;
        }
        let (&[0xFF, marker], &[high, low]) = (bytes.get(at..at + 2)?, bytes.get(at + 2..at + 4)?) else {
            return None;
        };
        let length = usize::from(u16::from_be_bytes([high, low]));
        let segment = bytes.get(at + 4..at + 2 + length)?;
        match marker {
            0xC0..=0xCF if !matches!(marker, 0xC4 | 0xC8 | 0xCC) => {
                let &[8, h1, h0, w1, w0, n_samples, ..] = segment else { return None };
                let (width, height) = (u16::from_be_bytes([w1, w0]), u16::from_be_bytes([h1, h0]));
                return Some((u32::from(width), u32::from(height), n_samples, adobe));
            }
            0xEE if segment.starts_with(b"Adobe") => adobe = segment.get(11).copied(),
            0xDA => return None,
            _ => {}
        }
        at += 2 + length;
    }
}

fn jpeg(bytes: &[u8]) -> Option<Picture> {
    let (width, height, n_samples, adobe) = jpeg_header(bytes)?;
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

fn jpeg2000(bytes: &[u8]) -> Option<Picture> {
    let data = if bytes.starts_with(&[0xFF, 0x4F]) { jpeg2000::wrapped(bytes)? } else { bytes.to_vec() };
    let (width, height, n_samples) = jpeg2000::size(&data)?;
    if !matches!(n_samples, 1 | 3) || jpeg2000::problem(&data, false).is_some() {
        return None;
    }
    let packing = Packing::Jpeg2000;
    Some(Picture { data, packing, width, height, space: Space::Own, bits: 8, is_inverted: false })
}

/// A PNG whose packed rows a PDF takes as they are.
fn png(bytes: &[u8]) -> Option<Picture> {
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
