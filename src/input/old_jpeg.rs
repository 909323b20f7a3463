//! The JPEG pages of TIFF 6.0 (compression 6), as scanning programs of the 1990s wrote them: a whole JPEG stream that a
//! tag points to, or bare strips whose tables stand in tags. Decoding is a JPEG decoder's, once a stream is put together.

use super::picture::{broken, picture_of};
use super::strip::strip_of;
use crate::error::Result;
use image::{GrayImage, imageops};
use std::io::{Read, Seek};
use tiff::decoder::Decoder;
use tiff::tags::Tag;

const COMPRESSION: u32 = 6;
const STREAM: Tag = Tag::Unknown(513);
const STREAM_LENGTH: Tag = Tag::Unknown(514);
const RESTART_INTERVAL: Tag = Tag::Unknown(515);
const QUANTISATION_TABLES: Tag = Tag::Unknown(519);
const DC_TABLES: Tag = Tag::Unknown(520);
const AC_TABLES: Tag = Tag::Unknown(521);
const SUBSAMPLING: Tag = Tag::Unknown(530);

/// The page, where it is packed so.
pub fn page(
    decoder: &mut Decoder<impl Read + Seek>,
    bytes: &[u8],
    width: u32,
    height: u32,
) -> Option<Result<GrayImage>> {
    let is_old = decoder.get_tag_u32(Tag::Compression).is_ok_and(|compression| compression == COMPRESSION);
    is_old.then(|| whole(decoder, bytes, width, height).map_or_else(|| stripwise(decoder, bytes, width, height), Ok))
}

/// A stream that holds the whole page.
fn whole(decoder: &mut Decoder<impl Read + Seek>, bytes: &[u8], width: u32, height: u32) -> Option<GrayImage> {
    let start = decoder.get_tag_u32(STREAM).ok()? as usize;
    let length = decoder.get_tag_u32(STREAM_LENGTH).unwrap_or(u32::MAX) as usize;
    let stream = bytes.get(start..)?;
    picture_of(&stream[..length.min(stream.len())])
        .or_else(|_| picture_of(stream))
        .ok()
        .filter(|picture| picture.dimensions() == (width, height))
}

/// Strips that are streams without their heads.
fn stripwise(decoder: &mut Decoder<impl Read + Seek>, bytes: &[u8], width: u32, height: u32) -> Result<GrayImage> {
    let tables = Tables::of(decoder, bytes)?;
    let offsets = decoder.get_tag_u64_vec(Tag::StripOffsets).map_err(broken)?;
    let lengths = decoder.get_tag_u64_vec(Tag::StripByteCounts).map_err(broken)?;
    let rows_per_strip = decoder.get_tag_u32(Tag::RowsPerStrip).unwrap_or(height).clamp(1, height.max(1));
    let mut pixels = GrayImage::from_pixel(width, height, image::Luma([255]));
    for (top, (offset, length)) in (0..height).step_by(rows_per_strip as usize).zip(offsets.into_iter().zip(lengths)) {
        let strip = strip_of(bytes, offset, length)?;
        let stream = tables.stream(strip, width, rows_per_strip.min(height - top))?;
        imageops::replace(&mut pixels, &picture_of(&stream)?, 0, i64::from(top));
    }
    Ok(pixels)
}

/// What a stream's head says, a table for each component.
struct Tables {
    quantisation: Vec<Vec<u8>>,
    dc: Vec<Vec<u8>>,
    ac: Vec<Vec<u8>>,
    /// How many samples of the first component go with one of the others, across and down.
    subsampling: (u8, u8),
    restart_interval: u16,
}

impl Tables {
    const MOST: usize = 4;

    fn of(decoder: &mut Decoder<impl Read + Seek>, bytes: &[u8]) -> Result<Tables> {
        let mut tables = |tag: Tag, read: &dyn Fn(&[u8]) -> Option<Vec<u8>>| -> Result<Vec<Vec<u8>>> {
            let offsets = decoder.get_tag_u64_vec(tag).map_err(broken)?;
            let table = |offset: u64| read(bytes.get(usize::try_from(offset).ok()?..)?);
            let tables: Option<Vec<_>> = offsets.into_iter().take(Self::MOST).map(table).collect();
            tables.filter(|tables| !tables.is_empty()).ok_or_else(|| broken("a table lies outside the file"))
        };
        let of_64 = |bytes: &[u8]| Some(bytes.get(..64)?.to_vec());
        // Sixteen counts of codes, then as many values.
        let of_codes = |bytes: &[u8]| {
            let n_values: usize = bytes.get(..16)?.iter().map(|&n| usize::from(n)).sum();
            Some(bytes.get(..16 + n_values)?.to_vec())
        };
        let quantisation = tables(QUANTISATION_TABLES, &of_64)?;
        let dc = tables(DC_TABLES, &of_codes)?;
        let ac = tables(AC_TABLES, &of_codes)?;
        let subsampling = decoder.get_tag_u16_vec(SUBSAMPLING).unwrap_or_default();
        let factor = |at: usize| subsampling.get(at).map_or(2, |&n| n.clamp(1, 4) as u8);
        let subsampling = if quantisation.len() == 1 { (1, 1) } else { (factor(0), factor(1)) };
        let restart_interval = decoder.get_tag_u32(RESTART_INTERVAL).map_or(0, |interval| interval as u16);
        Ok(Tables { quantisation, dc, ac, subsampling, restart_interval })
    }

    /// A strip with the head that it lacks.
    fn stream(&self, strip: &[u8], width: u32, height: u32) -> Result<Vec<u8>> {
        let too_large = |_| broken("it is too large for its packing");
        let size = [u16::try_from(height).map_err(too_large)?, u16::try_from(width).map_err(too_large)?];
        let n = self.quantisation.len() as u8;
        let mut stream = vec![0xff, 0xd8];
        let mut segment = |marker: u8, content: &[u8]| {
            stream.extend([0xff, marker]);
            stream.extend((content.len() as u16 + 2).to_be_bytes());
            stream.extend(content);
        };
        for (at, table) in (0u8..).zip(&self.quantisation) {
            segment(0xdb, &[&[at], table.as_slice()].concat());
        }
        for (class, tables) in [(0x00, &self.dc), (0x10, &self.ac)] {
            for (at, table) in (0u8..).zip(tables) {
                segment(0xc4, &[&[class | at], table.as_slice()].concat());
            }
        }
        let mut frame = vec![8];
        frame.extend(size.into_iter().flat_map(u16::to_be_bytes));
        let mut scan = vec![n];
        frame.push(n);
        for at in 0..n {
            let (across, down) = if at == 0 { self.subsampling } else { (1, 1) };
            frame.extend([at + 1, across << 4 | down, at]);
            let of = |tables: &[Vec<u8>]| at.min(tables.len() as u8 - 1);
            scan.extend([at + 1, of(&self.dc) << 4 | of(&self.ac)]);
        }
        segment(0xc0, &frame);
        if self.restart_interval > 0 {
            segment(0xdd, &self.restart_interval.to_be_bytes());
        }
        scan.extend([0, 63, 0]);
        segment(0xda, &scan);
        stream.extend(strip);
        if !strip.ends_with(&[0xff, 0xd9]) {
            stream.extend([0xff, 0xd9]);
        }
        Ok(stream)
    }
}
