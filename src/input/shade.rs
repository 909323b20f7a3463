//! How dark a colour is.

/// The shade of a colour of light.
pub(super) fn luma(r: u8, g: u8, b: u8) -> u8 {
    ((u32::from(r) * 299 + u32::from(g) * 587 + u32::from(b) * 114 + 500) / 1000) as u8
}

/// The shade of four inks on white paper.
pub(super) fn inks(c: u8, m: u8, y: u8, k: u8) -> u8 {
    let paper = |ink: u8| (u16::from(255 - ink) * u16::from(255 - k) / 255) as u8;
    luma(paper(c), paper(m), paper(y))
}
