//! JPEG 2000 files: what PDF/A asks of them, and a bare codestream put into one.

/// The boxes of a stretch of a file: their type and content.
fn boxes(mut bytes: &[u8]) -> Vec<([u8; 4], &[u8])> {
    let mut found = Vec::new();
    while let Some(header) = bytes.get(..8) {
        let length = u32::from_be_bytes([header[0], header[1], header[2], header[3]]) as usize;
        let (start, length) = match (length, bytes.get(8..16)) {
            (0, _) => (8, bytes.len()),
            (1, Some(long)) => (16, u64::from_be_bytes(long.try_into().unwrap_or_default()) as usize),
            _ => (8, length),
        };
        let Some(content) = bytes.get(start..length) else { break };
        found.push(([header[4], header[5], header[6], header[7]], content));
        bytes = &bytes[length..];
    }
    found
}

/// The size and the number of colours, as a codestream's header tells them.
pub fn size(bytes: &[u8]) -> Option<(u32, u32, u16)> {
    let at = bytes.windows(4).take(100_000).position(|window| window == [0xFF, 0x4F, 0xFF, 0x51])?;
    let number = |from: usize| Some(u32::from_be_bytes(bytes.get(at + from..at + from + 4)?.try_into().ok()?));
    let width = number(8)?.checked_sub(number(16)?)?;
    let height = number(12)?.checked_sub(number(20)?)?;
    let n_colours = bytes.get(at + 40..at + 42)?;
    Some((width, height, u16::from_be_bytes([n_colours[0], n_colours[1]])))
}

/// Why PDF/A does not take an image; `has_space` where the PDF says what its colours are.
pub fn problem(bytes: &[u8], has_space: bool) -> Option<&'static str> {
    let header = boxes(bytes).into_iter().find(|(kind, _)| kind == b"jp2h");
    let Some((_, header)) = header else {
        return Some("a JPEG 2000 image has no header");
    };
    let spaces: Vec<&[u8]> =
        boxes(header).into_iter().filter(|(kind, _)| kind == b"colr").map(|(_, box_)| box_).collect();
    let n_colours = size(bytes).map_or(0, |(.., n_colours)| n_colours);
    if !matches!(n_colours, 1 | 3 | 4) {
        return Some("a JPEG 2000 image has a number of colours that PDF/A does not allow");
    }
    let best = if spaces.len() > 1 { spaces.iter().filter(|space| space.get(2) == Some(&1)).count() } else { 1 };
    let is_ok = |space: &&[u8]| match space.first() {
        Some(1) => matches!(space.get(3..7), Some([0, 0, 0, 16..=18])),
        Some(2 | 3) => true,
        _ => false,
    };
    if spaces.is_empty() || best != 1 || (!has_space && !spaces.iter().any(is_ok)) {
        return Some("the colours of a JPEG 2000 image are not told as PDF/A wants it");
    }
    None
}

/// A codestream as a file, with its bytes as they are.
pub fn wrapped(codestream: &[u8]) -> Option<Vec<u8>> {
    let (width, height, n_colours) = size(codestream)?;
    let depth = *codestream.get(42)?;
    let box_of =
        |kind: &[u8; 4], content: &[u8]| [&((content.len() + 8) as u32).to_be_bytes()[..], kind, content].concat();
    let space: u32 = if n_colours >= 3 { 16 } else { 17 };
    let image = [&height.to_be_bytes()[..], &width.to_be_bytes(), &n_colours.to_be_bytes(), &[depth, 7, 0, 0]].concat();
    let colours = [&[1, 0, 0][..], &space.to_be_bytes()].concat();
    let header = [box_of(b"ihdr", &image), box_of(b"colr", &colours)].concat();
    Some(
        [
            box_of(b"jP  ", &[0x0D, 0x0A, 0x87, 0x0A]),
            box_of(b"ftyp", b"jp2 \0\0\0\0jp2 "),
            box_of(b"jp2h", &header),
            box_of(b"jp2c", codestream),
        ]
        .concat(),
    )
}
