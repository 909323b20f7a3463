//! A font without shapes, for text that is found and not seen: every letter is as wide and draws nothing.

use super::file::File;
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Finish, Name, Rect, Ref, Str};
use std::collections::BTreeMap;

/// The width of every letter, in thousandths of its size.
pub const WIDTH: f32 = 500.0;
/// What of its size a letter reaches above and below its line. Programs take a word to be as high as that, so it is no
/// more than the smallest letters have.
pub const ASCENT: f32 = 600.0;
pub const DESCENT: f32 = -100.0;

/// The letters of a file, each with the number by which its text calls it.
#[derive(Default)]
pub struct Letters(BTreeMap<char, u16>);

impl Letters {
    /// A letter's number. Beyond 65,000 letters, which no writing has, all are one.
    pub fn code(&mut self, letter: char) -> u16 {
        let next = u16::try_from(self.0.len() + 1).unwrap_or(u16::MAX);
        *self.0.entry(letter).or_insert(next)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Writes the font.
    pub fn write(&self, file: &mut File, font: Ref) {
        let name = Name(b"PARGRF+Unseen");
        let system = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };
        let [descendant, descriptor, program, shapes, to_unicode] = [(); 5].map(|()| file.next_ref());
        let mut codes: Vec<(u16, char)> = self.0.iter().map(|(&letter, &code)| (code, letter)).collect();
        codes.sort_unstable();
        let mut cmap = UnicodeCmap::new(Name(b"Unseen"), system);
        for (code, letter) in codes {
            cmap.pair(code, letter);
        }
        let cmap = cmap.finish();
        // Every letter is the font's second shape: the first stands for letters that a font lacks.
        let all_alike: Vec<u8> = (0..=self.0.len()).flat_map(|code| [0, u8::from(code > 0)]).collect();
        file.flate(to_unicode, &cmap).finish();
        file.flate(shapes, &all_alike).finish();
        let bytes = program_bytes();
        file.flate(program, &bytes).pair(Name(b"Length1"), bytes.len() as i32);
        let mut type0 = file.pdf.type0_font(font);
        type0.base_font(name).encoding_predefined(Name(b"Identity-H"));
        type0.descendant_font(descendant).to_unicode(to_unicode);
        type0.finish();
        let mut cid = file.pdf.cid_font(descendant);
        cid.subtype(CidFontType::Type2).base_font(name).system_info(system).font_descriptor(descriptor);
        cid.default_width(WIDTH).cid_to_gid_map_stream(shapes);
        cid.finish();
        let mut facts = file.pdf.font_descriptor(descriptor);
        facts.name(name).flags(FontFlags::FIXED_PITCH | FontFlags::SYMBOLIC);
        facts.bbox(Rect::new(0.0, DESCENT, WIDTH, ASCENT)).italic_angle(0.0);
        facts.ascent(ASCENT).descent(DESCENT).cap_height(ASCENT).stem_v(80.0).font_file2(program);
    }
}

/// A TrueType font of two shapes that are empty.
fn program_bytes() -> Vec<u8> {
    let numbers = |values: &[i16]| values.iter().flat_map(|value| value.to_be_bytes()).collect::<Vec<u8>>();
    let (ascent, descent, width) = (ASCENT as i16, DESCENT as i16, WIDTH as i16);
    let mut head = numbers(&[1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, 1000]);
    // Its sum, which is put in below, stands before the magic number.
    head.extend([0; 16]);
    head.extend(numbers(&[0, descent, width, ascent, 0, 3, 2, 0, 0]));
    let hhea = numbers(&[1, 0, ascent, descent, 0, width, 0, 0, width, 1, 0, 0, 0, 0, 0, 0, 0, 1]);
    // One zone, no instructions.
    let maxp = numbers(&[1, 0, 2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    // A width for both, and the bearing of the second.
    let hmtx = numbers(&[width, 0, 0]);
    let tables: [(&[u8; 4], Vec<u8>); 6] = [
        (b"glyf", vec![0; 4]),
        (b"head", head),
        (b"hhea", hhea),
        (b"hmtx", hmtx),
        (b"loca", numbers(&[0, 0, 0])),
        (b"maxp", maxp),
    ];
    let sum = |bytes: &[u8]| {
        let word = |word: &[u8]| {
            let mut padded = [0; 4];
            padded[..word.len()].copy_from_slice(word);
            u32::from_be_bytes(padded)
        };
        bytes.chunks(4).map(word).fold(0, u32::wrapping_add)
    };
    let mut out = numbers(&[1, 0, 6, 64, 2, 32]);
    let mut offset = out.len() + tables.len() * 16;
    let mut body = Vec::new();
    let mut sum_at = 0;
    for (tag, table) in &tables {
        if *tag == b"head" {
            sum_at = offset + 8;
        }
        out.extend(*tag);
        out.extend(sum(table).to_be_bytes());
        out.extend((offset as u32).to_be_bytes());
        out.extend((table.len() as u32).to_be_bytes());
        body.extend(table);
        body.resize(body.len().next_multiple_of(4), 0);
        offset += table.len().next_multiple_of(4);
    }
    out.extend(body);
    let adjustment = 0xB1B0_AFBAu32.wrapping_sub(sum(&out));
    out[sum_at..sum_at + 4].copy_from_slice(&adjustment.to_be_bytes());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_is_a_font() {
        let font = program_bytes();
        let whole = font.chunks(4).map(|word| u32::from_be_bytes(word.try_into().unwrap())).fold(0, u32::wrapping_add);
        assert_eq!((whole, font.len()), (0xB1B0_AFBA, 12 + 96 + 4 + 56 + 36 + 8 + 8 + 32));
    }
}
