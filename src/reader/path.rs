//! Paths in JSON. On Unix a file name is any bytes, and an archive has names from the days before UTF-8:
//! such a path is written as the hexadecimal digits of its bytes behind `hex:`.

use crate::hash::hex;
use serde::{Deserialize, Deserializer, Serializer};
use std::path::{Path, PathBuf};

const HEX: &str = "hex:";

pub fn serialize<S: Serializer>(path: &Path, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&to_text(path))
}

pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<PathBuf, D::Error> {
    String::deserialize(deserializer).map(|text| from_text(&text))
}

/// The path itself where it is UTF-8 and cannot be mistaken.
pub fn to_text(path: &Path) -> String {
    match path.to_str() {
        Some(text) if !text.starts_with(HEX) => text.to_owned(),
        _ => format!("{HEX}{}", hex(path.as_os_str().as_encoded_bytes())),
    }
}

pub fn from_text(text: &str) -> PathBuf {
    text.strip_prefix(HEX).and_then(from_hex).unwrap_or_else(|| PathBuf::from(text))
}

#[cfg(unix)]
fn from_hex(digits: &str) -> Option<PathBuf> {
    use std::os::unix::ffi::OsStringExt;
    let digits = digits.as_bytes();
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    let bytes: Option<Vec<u8>> = digits.chunks(2).map(byte).collect();
    bytes.filter(|_| digits.len().is_multiple_of(2)).map(|bytes| PathBuf::from(std::ffi::OsString::from_vec(bytes)))
}

#[cfg(not(unix))]
fn from_hex(_: &str) -> Option<PathBuf> {
    None
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::ffi::OsStrExt;

    #[test]
    fn any_path_goes_through() {
        for bytes in [&b"a/b.pdf"[..], b"a\nb.pdf", b"r\xe5d.pdf", b"hex:zz", b"hex:61"] {
            let path = Path::new(std::ffi::OsStr::from_bytes(bytes));
            assert_eq!(from_text(&to_text(path)), path, "{bytes:?}");
        }
        assert_eq!(to_text(Path::new("råd.pdf")), "råd.pdf");
    }
}
