//! What PDF/A asks of fonts and colour profiles that a file brings along.

use hayro::hayro_syntax::object::{Dict, Name, Object, Stream};

fn is_font(dict: &Dict<'_>) -> bool {
    dict.get::<Name<'_>>("Type").is_some_and(|kind| &kind[..] == b"Font")
}

fn subtype(dict: &Dict<'_>) -> Vec<u8> {
    dict.get::<Name<'_>>("Subtype").map_or(Vec::new(), |subtype| subtype.to_vec())
}

/// Why a font cannot be in a PDF/A file. A composite font is asked by way of the one below it.
pub fn problem(dict: &Dict<'_>) -> Option<String> {
    if !is_font(dict) {
        return None;
    }
    let subtype = subtype(dict);
    if matches!(&subtype[..], b"Type0" | b"Type3") {
        return None;
    }
    let name = dict.get::<Name<'_>>("BaseFont").map_or("".into(), |name| String::from_utf8_lossy(&name).into_owned());
    let facts = dict.get::<Dict<'_>>("FontDescriptor");
    let programs = ["FontFile", "FontFile2", "FontFile3"];
    let is_embedded =
        facts.is_some_and(|facts| programs.iter().any(|program| facts.get::<Stream<'_>>(program).is_some()));
    if !is_embedded {
        return Some(format!("the font {name} is not embedded"));
    }
    let is_simple = !subtype.starts_with(b"CIDFont");
    let lacks_widths = ["FirstChar", "LastChar", "Widths"].iter().any(|key| !dict.contains_key(key));
    (is_simple && lacks_widths).then(|| format!("the font {name} has no widths"))
}

/// Whether a font leaves unsaid which letter is which shape, which PDF/A wants said.
pub fn lacks_map(dict: &Dict<'_>) -> bool {
    is_font(dict) && subtype(dict) == b"CIDFontType2" && dict.get::<Object<'_>>("CIDToGIDMap").is_none()
}

/// Whether these are the bytes of a colour profile as PDF/A allows it, for so many colours.
pub fn is_profile(bytes: &[u8], n_colours: Option<i32>) -> bool {
    let spaces: &[&[u8]] = match n_colours {
        Some(1) => &[b"GRAY"],
        Some(3) => &[b"RGB ", b"Lab "],
        Some(4) => &[b"CMYK"],
        _ => return false,
    };
    let kinds: [&[u8]; 4] = [b"scnr", b"mntr", b"prtr", b"spac"];
    let part = |from: usize| bytes.get(from..from + 4).unwrap_or_default();
    part(36) == b"acsp"
        && bytes.get(8).is_some_and(|version| *version <= 4)
        && kinds.contains(&part(12))
        && spaces.contains(&part(16))
}
