//! A text that comes piece by piece, in an encoding that nobody named.

use super::encoding::{Encoding, TextEncoding, byte_order_mark, is_telling, told};

/// Bytes in, letters out. What cannot be told yet is kept for the next piece.
pub struct TextStream {
    how: Option<TextEncoding>,
    kept: Vec<u8>,
    is_begun: bool,
}

/// Bytes that are no letters in the encoding that the text was taken for: what stood before them.
#[derive(Debug)]
pub struct Broken {
    /// The letters up to the first such byte.
    pub before: String,
}

impl TextStream {
    /// A text in the encoding that is wanted, or in the one that its first words tell which have more than A to Z.
    pub fn new(wanted: Option<Encoding>) -> Self {
        let how = wanted.map(|encoding| TextEncoding { encoding, is_sure: true });
        TextStream { how, kept: Vec::new(), is_begun: false }
    }

    /// In what the text is written, as soon as it is known.
    pub fn how(&self) -> Option<TextEncoding> {
        self.how
    }

    /// The letters of a piece; with nothing more to come, all that were kept too.
    pub fn push(&mut self, piece: &[u8], is_end: bool) -> Result<String, Broken> {
        self.kept.extend_from_slice(piece);
        if !self.is_begun {
            if !is_end && matches!(self.kept.as_slice(), [] | [0xef | 0xfe | 0xff] | [0xef, 0xbb]) {
                return Ok(String::new());
            }
            self.is_begun = true;
            if let (Some(marked), rest) = byte_order_mark(&self.kept) {
                let n_marked = self.kept.len() - rest.len();
                // What was taken wrongly has a mark like any other UTF-8.
                if self.how.is_none_or(|how| how.encoding == marked || how.encoding == Encoding::Utf8Twice) {
                    self.kept.drain(..n_marked);
                }
                if marked != Encoding::Utf8 {
                    self.how.get_or_insert(TextEncoding { encoding: marked, is_sure: true });
                }
            }
        }
        if self.how.is_none() && (is_telling(&self.kept) || self.kept.contains(&0)) {
            let how = told(&self.kept[..whole_utf8(&self.kept, is_end).unwrap_or(self.kept.len())]);
            // Brackets alone tell nothing of what is to come.
            self.how = (how.encoding != Encoding::Utf8 || !self.kept.is_ascii()).then_some(how);
        }
        let encoding = self.how.map_or(Encoding::Utf8, |how| how.encoding);
        let n_whole = match encoding {
            Encoding::Utf8 | Encoding::Iso646Se => whole_utf8(&self.kept, is_end),
            Encoding::Utf8Twice => {
                whole_utf8(&self.kept, is_end).map(|n| if is_end { n } else { plain(&self.kept, n) })
            }
            Encoding::Utf16Le | Encoding::Utf16Be if is_end => Ok(self.kept.len()),
            Encoding::Utf16Le => Ok(whole_pairs(&self.kept, 1)),
            Encoding::Utf16Be => Ok(whole_pairs(&self.kept, 0)),
            Encoding::Windows1252 | Encoding::Cp850 | Encoding::Cp437 | Encoding::Macintosh => Ok(self.kept.len()),
        };
        let n_bytes = n_whole.unwrap_or_else(|n_valid| n_valid);
        let text = encoding.decode(&self.kept[..n_bytes]);
        self.kept.drain(..n_bytes);
        match n_whole {
            Ok(_) => Ok(text),
            Err(_) => Err(Broken { before: text }),
        }
    }
}

/// How many of the bytes are whole characters; as an error where one follows that is none.
fn whole_utf8(bytes: &[u8], is_end: bool) -> Result<usize, usize> {
    match std::str::from_utf8(bytes) {
        Ok(_) => Ok(bytes.len()),
        Err(error) if error.error_len().is_none() && !is_end => Ok(error.valid_up_to()),
        Err(error) => Err(error.valid_up_to()),
    }
}

/// How many of the first `n` bytes stand before the last letter of A to Z, behind which a letter of several may go on.
fn plain(bytes: &[u8], n: usize) -> usize {
    bytes[..n].iter().rposition(u8::is_ascii).map_or(0, |at| at + 1)
}

/// How many of the bytes are whole pairs, and not the first half of a letter of two pairs.
fn whole_pairs(bytes: &[u8], upper: usize) -> usize {
    let n = bytes.len() & !1;
    let is_half = n >= 2 && matches!(bytes[n - 2 + upper], 0xd8..=0xdb);
    if is_half { n - 2 } else { n }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_of_any_size_give_the_same_text() {
        let text = "Sammantr\u{e4}det öppnades. Närvarande: Åsa 🙂 Öberg.\n§ 2 Återremiss\n";
        let twice: String = "SammantrÃ¤de Ã¶ppnades. Närvarande: Ã…sa Ã–berg.\n".into();
        let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked: Vec<u8> =
            [&[0xfe, 0xff][..], &text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>()].concat();
        for (bytes, wanted) in [
            (text.as_bytes().to_vec(), None),
            (twice.into_bytes(), Some(Encoding::Utf8Twice)),
            (le, Some(Encoding::Utf16Le)),
            (marked, None),
            (b"N{rvarande: ]sa \\berg\n".to_vec(), Some(Encoding::Iso646Se)),
            (b"Sammantr\x84det \x94ppnades\n".to_vec(), Some(Encoding::Cp850)),
        ] {
            let whole = TextStream::new(wanted).push(&bytes, true).unwrap();
            for size in [1, 2, 3, 7, 64] {
                let mut stream = TextStream::new(wanted);
                let mut out: String = bytes.chunks(size).map(|piece| stream.push(piece, false).unwrap()).collect();
                out += &stream.push(b"", true).unwrap();
                assert_eq!(out, whole, "{wanted:?} in pieces of {size}");
            }
        }
    }

    #[test]
    fn the_encoding_is_told_when_it_shows() {
        let mut stream = TextStream::new(None);
        assert_eq!(stream.push(b"Protokoll [X]\n", false).unwrap(), "Protokoll [X]\n");
        assert_eq!(stream.how(), None);
        assert_eq!(stream.push(b"N\xe4rvarande\n", false).unwrap(), "Närvarande\n");
        assert_eq!(stream.how().map(|how| how.encoding), Some(Encoding::Windows1252));
    }

    #[test]
    fn what_is_no_letter_is_told_with_what_stands_before() {
        let mut stream = TextStream::new(None);
        stream.push("Närvarande\n".as_bytes(), false).unwrap();
        assert_eq!(stream.push(b"ett\n\xff", false).unwrap_err().before, "ett\n");
    }
}
