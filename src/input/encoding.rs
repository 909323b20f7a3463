//! How the bytes of a text file become letters.
//!
//! Texts of forty years were saved in many ways and none of them says in which. Each way is tried on the words that
//! have other letters than A to Z: the right one gives Swedish words, the others give signs within words.

use crate::correct::Lexicon;
use encoding_rs::{MACINTOSH, UTF_16BE, UTF_16LE, WINDOWS_1252};
use oem_cp::code_table::{DECODING_TABLE_CP437, DECODING_TABLE_CP850};
use oem_cp::decode_string_complete_table;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// A way to write letters as bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// With or without a byte order mark.
    Utf8,
    /// UTF-16 with the lower byte first, with or without a byte order mark.
    Utf16Le,
    /// UTF-16 with the upper byte first, with or without a byte order mark.
    Utf16Be,
    /// Windows in western Europe, and ISO 8859-1, which it holds.
    Windows1252,
    /// DOS in western Europe.
    Cp850,
    /// DOS as it was sold first.
    Cp437,
    /// Mac OS before X.
    Macintosh,
    /// Seven bits, with `[\]{|}` for ÄÖÅäöå: SEN 85 02 00 B.
    Iso646Se,
    /// UTF-8 that was taken for Windows-1252 and saved as UTF-8, once or more: `SammantrÃ¤de`.
    Utf8Twice,
}

/// A text and how it was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decoded {
    /// The letters in NFC, without a byte order mark. What is no character is U+FFFD.
    pub text: String,
    /// In what the bytes are written, and whether another way was close.
    pub how: TextEncoding,
}

/// In what a text file is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TextEncoding {
    /// The way.
    pub encoding: Encoding,
    /// False where other ways gave nearly as many words, or bytes were left over.
    pub is_sure: bool,
}

/// In the order in which they are believed where all give as many words.
const ALL: [Encoding; 9] = [
    Encoding::Utf8,
    Encoding::Utf16Le,
    Encoding::Utf16Be,
    Encoding::Windows1252,
    Encoding::Cp850,
    Encoding::Cp437,
    Encoding::Macintosh,
    Encoding::Iso646Se,
    Encoding::Utf8Twice,
];

/// Loaded when a text asks for it first.
static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::builtin);

/// A word that stands more often says no more.
const MOST_ALIKE: usize = 20;

/// Of so many bytes the words are looked at.
const SAMPLE: usize = 1 << 20;

impl Encoding {
    /// Its name in the output and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Windows1252 => "windows-1252",
            Encoding::Cp850 => "cp850",
            Encoding::Cp437 => "cp437",
            Encoding::Macintosh => "macintosh",
            Encoding::Iso646Se => "iso646-se",
            Encoding::Utf8Twice => "utf-8-twice",
        }
    }

    /// The names of all.
    pub fn names() -> [&'static str; 9] {
        ALL.map(Encoding::as_str)
    }

    /// The letters of the bytes. What is no character is U+FFFD.
    pub fn decode(self, bytes: &[u8]) -> String {
        match self {
            Encoding::Utf8 => String::from_utf8_lossy(bytes).into_owned(),
            Encoding::Utf16Le => UTF_16LE.decode_without_bom_handling(bytes).0.into_owned(),
            Encoding::Utf16Be => UTF_16BE.decode_without_bom_handling(bytes).0.into_owned(),
            Encoding::Windows1252 => WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
            Encoding::Macintosh => MACINTOSH.decode_without_bom_handling(bytes).0.into_owned(),
            Encoding::Cp850 => decode_string_complete_table(bytes, &DECODING_TABLE_CP850),
            // In texts the control character is what screens and printers of the time showed.
            Encoding::Cp437 => decode_string_complete_table(bytes, &DECODING_TABLE_CP437).replace('\u{15}', "§"),
            Encoding::Iso646Se => String::from_utf8_lossy(bytes).chars().map(of_seven_bits).collect(),
            Encoding::Utf8Twice => {
                let mut text = String::from_utf8_lossy(bytes).into_owned();
                // Saved wrongly twice is rare, more often is unheard of.
                for _ in 0..3 {
                    match undone(&text) {
                        Cow::Owned(better) => text = better,
                        Cow::Borrowed(_) => break,
                    }
                }
                text
            }
        }
    }
}

impl std::fmt::Display for Encoding {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::str::FromStr for Encoding {
    type Err = String;

    /// By its name here or another that is in use, in any case.
    fn from_str(name: &str) -> Result<Self, String> {
        let name = name.to_ascii_lowercase().replace('_', "-");
        let known = ALL.into_iter().find(|encoding| encoding.as_str() == name);
        known
            .or(match name.as_str() {
                "utf8" | "ascii" | "us-ascii" => Some(Encoding::Utf8),
                "utf-16" | "utf16" | "utf16le" => Some(Encoding::Utf16Le),
                "utf16be" => Some(Encoding::Utf16Be),
                "latin1" | "latin-1" | "iso-8859-1" | "iso8859-1" | "cp1252" | "ansi" => Some(Encoding::Windows1252),
                "ibm850" => Some(Encoding::Cp850),
                "ibm437" => Some(Encoding::Cp437),
                "macroman" | "mac-roman" | "mac" => Some(Encoding::Macintosh),
                "iso-646-se" | "sen-850200-b" => Some(Encoding::Iso646Se),
                _ => None,
            })
            .ok_or_else(|| {
                format!("'{name}' is no encoding that is known; write one of {}", Encoding::names().join(", "))
            })
    }
}

/// The letters of a text file; in the encoding that is wanted, or in the one that its words tell.
pub fn decode(bytes: &[u8], wanted: Option<Encoding>) -> Decoded {
    let (marked, rest) = byte_order_mark(bytes);
    let how = match wanted {
        Some(encoding) => TextEncoding { encoding, is_sure: true },
        None => told(bytes),
    };
    // A mark belongs to what it marks, whatever was wanted.
    let bytes = if marked == Some(how.encoding) || how.encoding == Encoding::Utf8Twice { rest } else { bytes };
    let text = how.encoding.decode(bytes);
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    let text: String = text.nfc().collect();
    let is_whole = !text.contains('\u{fffd}');
    Decoded { text, how: TextEncoding { is_sure: how.is_sure && (is_whole || wanted.is_some()), ..how } }
}

/// In what the bytes are written, told by their marks and words.
pub fn told(bytes: &[u8]) -> TextEncoding {
    let sure = |encoding| TextEncoding { encoding, is_sure: true };
    match byte_order_mark(bytes).0.or_else(|| sixteen_bits(bytes)) {
        Some(encoding @ (Encoding::Utf16Le | Encoding::Utf16Be)) => return sure(encoding),
        _ if !is_telling(bytes) => return sure(Encoding::Utf8),
        _ => {}
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    // Most texts: the lexicon need not be loaded for them.
    match std::str::from_utf8(bytes) {
        Ok(text) if !text.is_ascii() && matches!(undone(text), Cow::Borrowed(_)) => sure(Encoding::Utf8),
        Ok(text) if text.is_ascii() && !has_letters_of_seven_bits(sample) => sure(Encoding::Utf8),
        _ => by_words(sample),
    }
}

/// Whether something in the bytes is read in one way by one encoding and in another by another.
pub fn is_telling(bytes: &[u8]) -> bool {
    bytes.iter().any(|byte| is_open(*byte))
}

/// Whether the bytes can be a text: letters in some encoding and nothing that only machines read.
pub fn is_text(bytes: &[u8]) -> bool {
    let marked = byte_order_mark(bytes).0.or_else(|| sixteen_bits(bytes));
    if let Some(encoding @ (Encoding::Utf16Le | Encoding::Utf16Be)) = marked {
        let text = encoding.decode(bytes);
        return !text.contains(['\0', '\u{fffd}']);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return !text.contains('\0');
    }
    let n_control = bytes.iter().filter(|byte| **byte < 32 && !matches!(byte, 9..=13 | 21 | 26 | 27)).count();
    let n_plain = bytes.iter().filter(|byte| byte.is_ascii_alphanumeric() || byte.is_ascii_whitespace()).count();
    !bytes.contains(&0) && n_control * 200 <= bytes.len() && n_plain * 10 >= bytes.len() * 6
}

/// The encoding that the first bytes mark, and what stands behind the mark.
pub(super) fn byte_order_mark(bytes: &[u8]) -> (Option<Encoding>, &[u8]) {
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => (Some(Encoding::Utf8), rest),
        [0xff, 0xfe, rest @ ..] => (Some(Encoding::Utf16Le), rest),
        [0xfe, 0xff, rest @ ..] => (Some(Encoding::Utf16Be), rest),
        _ => (None, bytes),
    }
}

/// Every other byte of UTF-16 is zero in our languages.
fn sixteen_bits(bytes: &[u8]) -> Option<Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |at: usize| head.iter().skip(at).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), head.len() / 2);
    match half >= 4 {
        true if odd * 10 > half * 8 && even == 0 => Some(Encoding::Utf16Le),
        true if even * 10 > half * 8 && odd == 0 => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// Bytes that encodings read differently.
fn is_open(byte: u8) -> bool {
    byte >= 0x80 || byte == 21 || matches!(byte, b'[' | b'\\' | b']' | b'{' | b'|' | b'}')
}

/// One letter of so many is å, ä or ö at least: one of 22 is in most texts.
const LETTERS_FOR_A_DOTTED: usize = 100;

/// Whether braces and strokes stand at letters as often as å, ä and ö do. What a speck was taken for is rarer.
fn has_letters_of_seven_bits(bytes: &[u8]) -> bool {
    let n_letters = bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    let at_letters = bytes.windows(3).filter(|three| {
        let [before, at, after] = [three[0], three[1], three[2]];
        is_open(at) && (before.is_ascii_alphabetic() || after.is_ascii_alphabetic())
    });
    let n_open = at_letters.count();
    n_open > 0 && n_open * LETTERS_FOR_A_DOTTED >= n_letters
}

fn of_seven_bits(letter: char) -> char {
    match letter {
        '[' => 'Ä',
        '\\' => 'Ö',
        ']' => 'Å',
        '{' => 'ä',
        '|' => 'ö',
        '}' => 'å',
        other => other,
    }
}

/// The text before it was taken for Windows-1252: runs of its letters that are the bytes of a letter in UTF-8.
fn undone(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut has_changed = false;
    let is_ascii = |c: char| c.is_ascii();
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| !c.is_ascii()) {
        let end = rest[at..].find(is_ascii).map_or(rest.len(), |n| at + n);
        let (before, run) = (&rest[..at], &rest[at..end]);
        out.push_str(before);
        let bytes: Option<Vec<u8>> = run.chars().map(as_byte).collect();
        match bytes.and_then(|bytes| String::from_utf8(bytes).ok()) {
            Some(better) => {
                out.push_str(&better);
                has_changed = true;
            }
            None => out.push_str(run),
        }
        rest = &rest[end..];
    }
    if !has_changed {
        return Cow::Borrowed(text);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The byte that Windows-1252 or ISO 8859-1 shows as the letter.
fn as_byte(letter: char) -> Option<u8> {
    if let Ok(byte @ 0x80..=0x9f) = u8::try_from(u32::from(letter)) {
        return Some(byte);
    }
    let mut buffer = [0; 4];
    match WINDOWS_1252.encode(letter.encode_utf8(&mut buffer)) {
        (bytes, _, false) if bytes.len() == 1 => bytes.first().copied(),
        _ => None,
    }
}

fn by_words(bytes: &[u8]) -> TextEncoding {
    // What stands between blanks and figures, and how often, as far as it has a byte that tells something.
    let mut words: BTreeMap<&[u8], usize> = BTreeMap::new();
    for word in bytes.split(|byte| !byte.is_ascii_alphabetic() && !is_open(*byte)).filter(|word| is_telling(word)) {
        *words.entry(word).or_default() += 1;
    }
    let is_seven_bits = bytes.is_ascii();
    let candidates: Vec<Encoding> = ALL
        .into_iter()
        .filter(|encoding| match encoding {
            Encoding::Utf16Le | Encoding::Utf16Be => false,
            Encoding::Iso646Se => is_seven_bits,
            Encoding::Utf8 => true,
            Encoding::Utf8Twice => !is_seven_bits && std::str::from_utf8(bytes).is_ok(),
            _ => !is_seven_bits && std::str::from_utf8(bytes).is_err(),
        })
        .collect();
    let lexicon = &*LEXICON;
    let scored = candidates.into_iter().map(|encoding| {
        let read: Vec<String> = words.keys().map(|word| encoding.decode(word)).collect();
        let score: f64 = read
            .iter()
            .zip(words.values())
            .map(|(word, n)| likelihood(lexicon, word) * (*n).min(MOST_ALIKE) as f64)
            .sum();
        (encoding, score, read)
    });
    let mut scored: Vec<(Encoding, f64, Vec<String>)> = scored.collect();
    // Stable: of equals the first in the order of belief.
    scored.sort_by(|a, b| b.1.total_cmp(&a.1));
    let Some((encoding, best, read)) = scored.first() else {
        return TextEncoding { encoding: Encoding::Utf8, is_sure: true };
    };
    // Where another way gives other letters, the words must tell which are right.
    let is_sure = scored.iter().all(|(rival, score, other)| {
        // Brackets are brackets until they make words.
        let is_idle = *rival == Encoding::Iso646Se && *score < 1.0;
        let differing = read.iter().zip(other).zip(words.values()).filter(|((one, other), _)| one != other);
        let n_differing: usize = differing.map(|(_, n)| (*n).min(MOST_ALIKE)).sum();
        is_idle || n_differing == 0 || best - score >= 0.6 * n_differing as f64
    });
    TextEncoding { encoding: *encoding, is_sure }
}

/// Signs that stand at words in texts.
const BESIDE_WORDS: &[char] =
    &['«', '»', '“', '”', '„', '’', '‘', '–', '—', '…', '•', '·', '§', '[', ']', '{', '}', '|', '\\', '\u{a0}'];

/// What a word says for the encoding that gave it: a Swedish word or name for it, a sign within it against it.
fn likelihood(lexicon: &Lexicon, word: &str) -> f64 {
    let inner = word.trim_matches(BESIDE_WORDS);
    if inner.is_empty() {
        return 0.1;
    }
    if !inner.chars().all(char::is_alphabetic) {
        let parts = inner.split(['–', '’', '\u{a0}', '-', '|']);
        return if parts.clone().count() > 1 && parts.clone().all(|part| part.chars().all(char::is_alphabetic)) {
            parts.map(|part| likelihood(lexicon, part)).fold(0.0, f64::min)
        } else {
            -1.0
        };
    }
    let is_known =
        lexicon.is_word(inner) || lexicon.is_given_name(inner) || lexicon.is_surname(inner) || lexicon.is_place(inner);
    match inner.chars().filter(|c| !c.is_ascii()).all(|c| "åäöéüÅÄÖÉÜ".contains(c)) {
        // A letter alone is a word in any reading.
        _ if is_known && inner.chars().nth(1).is_some() => 1.0,
        true => 0.0,
        false => -0.5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Närvarande: Åsa Öberg. § 3 Ärendet återremitteras – fullmäktige röstar för förslaget.";

    fn dos(text: &str) -> Vec<u8> {
        let byte = |c: char| match c {
            'å' => 0x86,
            'ä' => 0x84,
            'ö' => 0x94,
            'Å' => 0x8f,
            'Ä' => 0x8e,
            'Ö' => 0x99,
            '§' => 0x15,
            '–' => b'-',
            c => c as u8,
        };
        text.chars().map(byte).collect()
    }

    #[test]
    fn the_way_is_told_by_the_words() {
        let western = WINDOWS_1252.encode(TEXT).0.into_owned();
        let twice = WINDOWS_1252.decode_without_bom_handling(TEXT.as_bytes()).0.into_owned();
        let utf16: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked: Vec<u8> = "\u{feff}".chars().chain(TEXT.chars()).collect::<String>().into_bytes();
        let upper: Vec<u8> = "\u{feff}Möte".encode_utf16().flat_map(u16::to_be_bytes).collect();
        for (bytes, encoding, text) in [
            (TEXT.as_bytes().to_vec(), Encoding::Utf8, TEXT),
            (marked, Encoding::Utf8, TEXT),
            (western, Encoding::Windows1252, TEXT),
            (MACINTOSH.encode(TEXT).0.into_owned(), Encoding::Macintosh, TEXT),
            (twice.into_bytes(), Encoding::Utf8Twice, TEXT),
            (utf16, Encoding::Utf16Le, TEXT),
            (upper, Encoding::Utf16Be, "Möte"),
            (
                b"N{rvarande: ]sa \\berg. [rendet }terremitteras.".to_vec(),
                Encoding::Iso646Se,
                "Närvarande: Åsa Öberg. Ärendet återremitteras.",
            ),
        ] {
            assert!(is_text(&bytes), "{encoding}");
            let decoded = decode(&bytes, None);
            assert_eq!(decoded.how, TextEncoding { encoding, is_sure: true });
            assert_eq!(decoded.text, text, "{encoding}");
        }
        let decoded = decode(&dos(TEXT), None);
        assert!(matches!(decoded.how, TextEncoding { encoding: Encoding::Cp437, is_sure: true }), "{:?}", decoded.how);
        assert_eq!(decoded.text, TEXT.replace('–', "-"));
        let without_signs = dos("Sammanträdet öppnades på måndagen.");
        assert_eq!(decode(&without_signs, None).how, TextEncoding { encoding: Encoding::Cp850, is_sure: true });
    }

    #[test]
    fn brackets_of_forms_are_no_letters() {
        for text in ["[X] Anna Berg [ ] Bo Ek", "a | b | c", "C:\\protokoll\\2003", "Bilaga {1}"] {
            assert_eq!(decode(text.as_bytes(), None).how, TextEncoding { encoding: Encoding::Utf8, is_sure: true });
        }
    }

    #[test]
    fn specks_in_a_text_that_lost_its_dots_are_no_letters() {
        let text = "Namnden beslutar att godkanna redovisningen for aret.\n".repeat(8) + "{rt och k{nda";
        assert_eq!(told(text.as_bytes()).encoding, Encoding::Utf8);
    }

    #[test]
    fn what_words_do_not_tell_is_not_sure() {
        // A single letter that any encoding makes a name of.
        let decoded = decode(b"Xq\xe4zk", None);
        assert_eq!((decoded.how.encoding, decoded.how.is_sure), (Encoding::Windows1252, false));
        assert!(decode(b"Xq\xe4zk", Some(Encoding::Windows1252)).how.is_sure);
        // One torn letter in a text of another kind.
        let torn = [TEXT.as_bytes(), b"\xc3"].concat();
        assert_eq!(decode(&torn, None).how, TextEncoding { encoding: Encoding::Utf8, is_sure: false });
    }

    #[test]
    fn names_are_read_as_people_write_them() {
        assert_eq!("Latin1".parse(), Ok(Encoding::Windows1252));
        for name in Encoding::names() {
            assert_eq!(name.parse::<Encoding>().unwrap().as_str(), name);
        }
        assert!("klingon".parse::<Encoding>().unwrap_err().contains("cp850"));
    }

    #[test]
    fn what_machines_read_is_no_text() {
        for bytes in
            [&b"\xff\xfe\0\0"[..], b"a\0b", b"\x7fELF\x02\x01\x01\xff\xfe\x90\x90", b"\x89\x01\x02\x03\xff\xff\xff"]
        {
            assert!(!is_text(bytes), "{bytes:?}");
        }
    }
}
