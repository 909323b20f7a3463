//! The colours of screens, sRGB, as the profile that an archive's file has to carry.

/// An ICC profile of version 2: a matrix and a curve.
pub fn srgb() -> Vec<u8> {
    let fixed = |values: &[f64]| -> Vec<u8> {
        values.iter().flat_map(|value| ((value * 65536.0).round() as i32).to_be_bytes()).collect()
    };
    let xyz = |values: [f64; 3]| [b"XYZ \0\0\0\0".to_vec(), fixed(&values)].concat();
    let name = b"sRGB IEC61966-2.1\0";
    let mut description = [&b"desc\0\0\0\0"[..], &(name.len() as u32).to_be_bytes(), name].concat();
    // No name in Unicode, none for Macintosh.
    description.resize(description.len() + 4 + 4 + 2 + 1 + 67, 0);
    let right = b"text\0\0\0\0No copyright, use freely\0".to_vec();
    const POINTS: u32 = 1024;
    let curve = |point: u32| {
        let value = f64::from(point) / f64::from(POINTS - 1);
        let linear = if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) };
        ((linear * 65535.0).round() as u16).to_be_bytes()
    };
    let mut curves = [&b"curv\0\0\0\0"[..], &POINTS.to_be_bytes()].concat();
    curves.extend((0..POINTS).flat_map(curve));
    let white = xyz([0.9642, 1.0, 0.8249]);
    // The primaries, adapted to the white of print.
    let red = xyz([0.436_07, 0.222_49, 0.013_92]);
    let green = xyz([0.385_15, 0.716_87, 0.097_08]);
    let blue = xyz([0.143_07, 0.060_61, 0.714_10]);
    let tables: [(&[u8; 4], usize); 9] = [
        (b"desc", 0),
        (b"cprt", 1),
        (b"wtpt", 2),
        (b"rXYZ", 3),
        (b"gXYZ", 4),
        (b"bXYZ", 5),
        (b"rTRC", 6),
        (b"gTRC", 6),
        (b"bTRC", 6),
    ];
    let values = [description, right, white, red, green, blue, curves];
    let mut offset = 128 + 4 + tables.len() * 12;
    let places: Vec<(u32, u32)> = values
        .iter()
        .map(|value| {
            let place = (offset as u32, value.len() as u32);
            offset += value.len().next_multiple_of(4);
            place
        })
        .collect();
    let mut out = (offset as u32).to_be_bytes().to_vec();
    out.extend(b"\0\0\0\0\x02\x10\0\0mntrRGB XYZ ");
    // A day, which has to be some day.
    out.extend([2000u16, 1, 1, 0, 0, 0].iter().flat_map(|part| part.to_be_bytes()));
    out.extend(b"acsp");
    out.resize(68, 0);
    out.extend(fixed(&[0.9642, 1.0, 0.8249]));
    out.resize(128, 0);
    out.extend((tables.len() as u32).to_be_bytes());
    for (tag, value) in tables {
        let (offset, length) = places[value];
        out.extend(tag);
        out.extend(offset.to_be_bytes());
        out.extend(length.to_be_bytes());
    }
    for value in values {
        out.extend(&value);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profile_is_as_long_as_it_says() {
        let profile = srgb();
        assert_eq!(u32::from_be_bytes(profile[..4].try_into().unwrap()) as usize, profile.len());
        assert_eq!((&profile[36..40], &profile[132..136]), (&b"acsp"[..], &b"desc"[..]));
    }
}
