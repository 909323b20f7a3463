//! Pages of TIFF files: strips and tiles that a PDF can hold as they are, others unpacked and packed anew.

use super::file::deflated;
use super::jpeg;
use super::picture::{Packing, Picture, Sheet, Space};
use crate::input::MAX_PIXELS;
use std::io::Cursor;
use tiff::decoder::{Decoder, DecodingResult};
use tiff::tags::Tag;

const FILL_ORDER: Tag = Tag::Unknown(266);
const T4_OPTIONS: Tag = Tag::Unknown(292);

/// A page; none where its colours are told in a way that a PDF has not.
pub fn sheet(bytes: &[u8], number: u32) -> Option<Sheet> {
    let mut limits = tiff::decoder::Limits::default();
    limits.decoding_buffer_size = (MAX_PIXELS * 4) as usize;
    limits.intermediate_buffer_size = (MAX_PIXELS * 4) as usize;
    let mut decoder = Decoder::new(Cursor::new(bytes)).ok()?.with_limits(limits);
    decoder.seek_to_image(number.checked_sub(1)? as usize).ok()?;
    let (width, height) = decoder.dimensions().ok()?;
    if width == 0 || height == 0 || u64::from(width) * u64::from(height) > MAX_PIXELS {
        return None;
    }
    let mut tag = |tag| decoder.get_tag_u32(tag).ok();
    let packing = tag(Tag::Compression).unwrap_or(1);
    let kind = tag(Tag::PhotometricInterpretation)?;
    let n_samples = tag(Tag::SamplesPerPixel).unwrap_or(1);
    let is_planar = tag(Tag::PlanarConfiguration) == Some(2);
    let is_reversed = tag(FILL_ORDER) == Some(2);
    let options = tag(T4_OPTIONS).unwrap_or(0);
    let bits = decoder.get_tag_u16_vec(Tag::BitsPerSample).ok().and_then(|bits| bits.first().copied()).unwrap_or(1);
    if is_planar && n_samples > 1 || decoder.get_tag_u16_vec(Tag::ExtraSamples).is_ok_and(|extra| !extra.is_empty()) {
        return None;
    }
    let chunks = chunks(&mut decoder, width, height)?;
    let raw = |chunk: &Chunk| {
        let start = usize::try_from(chunk.offset).ok()?;
        bytes.get(start..start.checked_add(usize::try_from(chunk.length).ok()?)?)
    };
    let fax = |k, is_aligned| Packing::Fax { k, is_aligned, is_inverted: kind == 1 };
    let fax = match packing {
        2 => Some(fax(0, true)),
        3 => Some(fax(i32::from(options & 1 == 1), false)),
        4 => Some(fax(-1, false)),
        _ => None,
    };
    let tables = decoder.get_tag_u8_vec(Tag::JPEGTables).unwrap_or_default();
    let mut pictures = Vec::new();
    for (at, chunk) in chunks.iter().enumerate() {
        let (width, height) = (chunk.width, chunk.height);
        let picture = match (&fax, packing, kind) {
            (Some(packing), ..) if bits == 1 && n_samples == 1 => {
                let mut data = raw(chunk)?.to_vec();
                if is_reversed {
                    data.iter_mut().for_each(|byte| *byte = byte.reverse_bits());
                }
                let (space, packing) = (Space::Gray, packing.clone());
                Picture { data, packing, width, height, space, bits: 1, is_inverted: false }
            }
            (None, 7, 0 | 1 | 2 | 6) => {
                let data = with_tables(&tables, raw(chunk)?)?;
                let (width, height, n_samples, _) = jpeg::header(&data)?;
                let space = match n_samples {
                    1 => Space::Gray,
                    3 => Space::Rgb,
                    _ => return None,
                };
                let packing = Packing::Jpeg { is_rgb: kind == 2 };
                Picture { data, packing, width, height, space, bits: 8, is_inverted: kind == 0 }
            }
            (None, 1 | 5 | 8 | 32_773 | 32_946, _) => {
                let space = match (kind, n_samples) {
                    (0 | 1, 1) if matches!(bits, 1 | 2 | 4 | 8 | 16) => Space::Gray,
                    (2, 3) if matches!(bits, 8 | 16) => Space::Rgb,
                    (5, 4) if bits == 8 => Space::Cmyk,
                    _ => return None,
                };
                let pixels = match decoder.read_chunk(at as u32).ok()? {
                    DecodingResult::U8(values) => values,
                    DecodingResult::U16(values) => values.into_iter().flat_map(u16::to_be_bytes).collect(),
                    _ => return None,
                };
                let (width, height) = decoder.chunk_data_dimensions(at as u32);
                let data = deflated(&pixels);
                let bits = i32::from(bits);
                Picture { data, packing: Packing::Flate, width, height, space, bits, is_inverted: false }
            }
            _ => return None,
        };
        pictures.push((picture, chunk.left, chunk.top));
    }
    Some(Sheet::of_parts(pictures, width, height))
}

/// A strip or tile.
struct Chunk {
    offset: u64,
    length: u64,
    left: u32,
    top: u32,
    width: u32,
    height: u32,
}

/// More of them no scanner makes of a page.
const MOST_CHUNKS: usize = 20_000;

fn chunks(decoder: &mut Decoder<Cursor<&[u8]>>, width: u32, height: u32) -> Option<Vec<Chunk>> {
    let is_tiled = decoder.find_tag(Tag::TileOffsets).ok().flatten().is_some();
    let (offsets, lengths) =
        if is_tiled { (Tag::TileOffsets, Tag::TileByteCounts) } else { (Tag::StripOffsets, Tag::StripByteCounts) };
    let offsets = decoder.get_tag_u64_vec(offsets).ok()?;
    let lengths = decoder.get_tag_u64_vec(lengths).ok()?;
    let (wide, high) = if is_tiled {
        (decoder.get_tag_u32(Tag::TileWidth).ok()?.max(1), decoder.get_tag_u32(Tag::TileLength).ok()?.max(1))
    } else {
        (width, decoder.get_tag_u32(Tag::RowsPerStrip).unwrap_or(height).clamp(1, height))
    };
    let across = width.div_ceil(wide) as usize;
    let n_chunks = across.checked_mul(height.div_ceil(high) as usize)?;
    if offsets.len() < n_chunks || lengths.len() < n_chunks || n_chunks > MOST_CHUNKS {
        return None;
    }
    let chunk = |at: usize| {
        let (left, top) = ((at % across) as u32 * wide, (at / across) as u32 * high);
        let height = if is_tiled { high } else { high.min(height - top) };
        Chunk { offset: offsets[at], length: lengths[at], left, top, width: wide, height }
    };
    Some((0..n_chunks).map(chunk).collect())
}

/// A JPEG stream with the tables that a TIFF keeps apart from it.
fn with_tables(tables: &[u8], stream: &[u8]) -> Option<Vec<u8>> {
    const BEGIN: [u8; 2] = [0xFF, 0xD8];
    const END: [u8; 2] = [0xFF, 0xD9];
    let stream = stream.strip_prefix(&BEGIN)?;
    let tables = tables.strip_prefix(&BEGIN).unwrap_or(tables);
    let tables = tables.strip_suffix(&END).unwrap_or(tables);
    Some([&BEGIN[..], tables, stream].concat())
}
