//! The header of a JPEG.

/// What a JPEG's header says: size, samples a pixel, and how Adobe's programs say that its colours are told.
pub fn header(bytes: &[u8]) -> Option<(u32, u32, u8, Option<u8>)> {
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
