//! Images as a PDF holds them, and a page that shows some.

use super::file::deflated;
use hayro::kurbo::Affine;
use image::DynamicImage;
use image::metadata::Orientation;
use pdf_writer::{Chunk, Filter, Finish, Name, Ref, Str};

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

    pub fn turned(mut self, orientation: Orientation) -> Sheet {
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

    pub fn grey(pixels: &image::GrayImage) -> Picture {
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
