//! Content streams, token by token: what they use, what PDF/A does not allow in them, which text nobody sees.

use std::collections::{BTreeSet, HashSet};
use std::ops::Range;

/// What a content stream says of itself.
#[derive(Default, Debug)]
pub struct Content {
    /// Names that it uses, of fonts, images and whatever else is called by name.
    pub names: HashSet<Vec<u8>>,
    /// What PDF/A does not allow.
    pub faults: BTreeSet<String>,
    /// Graphics states that it opens and leaves open.
    pub open: usize,
    /// Whether there is text that is seen.
    shows_text: bool,
    /// Where invisible text is shown and where fonts are chosen.
    unseen: Vec<(Range<usize>, Unseen)>,
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Unseen {
    Text,
    /// Text that begins a line.
    Line,
    /// The choice of a font, which is nothing where no text is seen.
    Font,
}

impl Content {
    pub fn has_invisible_text(&self) -> bool {
        self.unseen.iter().any(|(_, what)| *what != Unseen::Font)
    }

    /// The stream that this was read of, without its invisible text.
    pub fn visible(&self, bytes: &[u8]) -> Vec<u8> {
        let mut out = Vec::with_capacity(bytes.len());
        let mut from = 0;
        for (range, what) in self.unseen.iter().filter(|(_, what)| *what != Unseen::Font || !self.shows_text) {
            out.extend_from_slice(bytes.get(from..range.start).unwrap_or_default());
            out.extend_from_slice(if *what == Unseen::Line { b" T* " } else { b" " });
            from = range.end;
        }
        out.extend_from_slice(bytes.get(from..).unwrap_or_default());
        out
    }

    /// Reads a stream to its end; what is no content is passed over.
    pub fn of(bytes: &[u8]) -> Content {
        let mut content = Content::default();
        let mut lexer = Lexer { bytes, at: 0 };
        // Text rendering modes, the last being the one in force.
        let mut modes = vec![0i64];
        let mut operands: Vec<Token<'_>> = Vec::new();
        let mut start = None;
        while let Some((range, token)) = lexer.next() {
            let Token::Operator(operator) = token else {
                start.get_or_insert(range.start);
                if let Token::Name(name) = &token {
                    content.name(name);
                }
                // Operators have few operands; arrays count by their parts.
                if operands.len() < 8 {
                    operands.push(token);
                } else if let Some(last) = operands.last_mut() {
                    *last = token;
                }
                continue;
            };
            match operator {
                b"q" => {
                    modes.push(modes.last().copied().unwrap_or(0));
                    if modes.len() > MOST_NESTED {
                        content.fault("graphics states are nested too deep");
                    }
                }
                b"Q" => {
                    if modes.len() > 1 {
                        modes.pop();
                    }
                }
                b"Tr" => {
                    if let (Some(Token::Number(mode)), Some(last)) = (operands.last(), modes.last_mut()) {
                        *last = *mode;
                    }
                }
                b"Tj" | b"TJ" | b"'" | b"\"" if modes.last() == Some(&INVISIBLE) => {
                    let what = if operator.len() == 1 { Unseen::Line } else { Unseen::Text };
                    content.unseen.push((start.unwrap_or(range.start)..range.end, what));
                }
                b"Tj" | b"TJ" | b"'" | b"\"" => content.shows_text = true,
                b"Tf" => content.unseen.push((start.unwrap_or(range.start)..range.end, Unseen::Font)),
                b"k" | b"K" => content.fault(CMYK),
                b"ri" => {
                    if let Some(Token::Name(name)) = operands.last()
                        && !INTENTS.contains(&&name[..])
                    {
                        content.fault("a rendering intent is unknown");
                    }
                }
                b"BI" => content.inline_image(&mut lexer),
                _ if OPERATORS.contains(&operator) => {}
                _ => content.fault("there are unknown operators in a page's content"),
            }
            operands.clear();
            start = None;
        }
        content.open = modes.len() - 1;
        content
    }

    fn name(&mut self, name: &[u8]) {
        if name == b"DeviceCMYK" {
            self.fault(CMYK);
        }
        if !self.names.contains(name) {
            self.names.insert(name.to_vec());
        }
    }

    fn fault(&mut self, what: &str) {
        if !self.faults.contains(what) {
            self.faults.insert(what.to_owned());
        }
    }

    fn inline_image(&mut self, lexer: &mut Lexer<'_>) {
        let mut key: Vec<u8> = Vec::new();
        while let Some((_, token)) = lexer.next() {
            match token {
                Token::Operator(b"ID") => break,
                Token::Operator(b"true") if key == b"I" || key == b"Interpolate" => {
                    self.fault("an inline image is to be interpolated");
                }
                Token::Name(name) => {
                    match &name[..] {
                        b"LZW" | b"LZWDecode" => self.fault(LZW),
                        b"CMYK" => self.fault(CMYK),
                        _ => {}
                    }
                    self.name(&name);
                    key = name;
                }
                _ => {}
            }
        }
        lexer.skip_image();
    }
}

pub const CMYK: &str = "there are CMYK colours without a profile";
pub const LZW: &str = "it is packed with LZW";
pub const INTENTS: [&[u8]; 4] = [b"RelativeColorimetric", b"AbsoluteColorimetric", b"Perceptual", b"Saturation"];

const INVISIBLE: i64 = 3;
/// PDF/A has 28, of which one is put around what there is.
const MOST_NESTED: usize = 27;

const OPERATORS: &[&[u8]] = &[
    b"b", b"B", b"b*", b"B*", b"BDC", b"BI", b"BMC", b"BT", b"BX", b"c", b"cm", b"CS", b"cs", b"d", b"d0", b"d1",
    b"Do", b"DP", b"EI", b"EMC", b"ET", b"EX", b"f", b"F", b"f*", b"G", b"g", b"gs", b"h", b"i", b"ID", b"j", b"J",
    b"l", b"m", b"M", b"MP", b"n", b"re", b"RG", b"rg", b"s", b"S", b"SC", b"sc", b"SCN", b"scn", b"sh", b"T*", b"Tc",
    b"Td", b"TD", b"TL", b"Tm", b"Ts", b"Tw", b"Tz", b"v", b"w", b"W", b"W*", b"y", b"true", b"false", b"null",
];

enum Token<'b> {
    Number(i64),
    Name(Vec<u8>),
    /// Strings, and where arrays and dictionaries begin and end.
    Other,
    Operator(&'b [u8]),
}

struct Lexer<'b> {
    bytes: &'b [u8],
    at: usize,
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

impl<'b> Lexer<'b> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn next(&mut self) -> Option<(Range<usize>, Token<'b>)> {
        loop {
            match self.peek()? {
                byte if is_blank(byte) => self.at += 1,
                b'%' => {
                    while self.peek().is_some_and(|byte| byte != b'\n' && byte != b'\r') {
                        self.at += 1;
                    }
                }
                _ => break,
            }
        }
        let start = self.at;
        let token = match self.peek()? {
            b'/' => {
                self.at += 1;
                Token::Name(unescaped(self.word()))
            }
            b'(' => {
                self.string();
                Token::Other
            }
            b'<' if self.bytes.get(start + 1) != Some(&b'<') => {
                while self.peek().is_some_and(|byte| byte != b'>') {
                    self.at += 1;
                }
                self.at += 1;
                Token::Other
            }
            byte if is_delimiter(byte) => {
                self.at += 1;
                Token::Other
            }
            b'0'..=b'9' | b'+' | b'-' | b'.' => {
                let word = std::str::from_utf8(self.word()).unwrap_or_default();
                Token::Number(word.parse::<f64>().map_or(0, |number| number as i64))
            }
            _ => Token::Operator(self.word()),
        };
        self.at = self.at.min(self.bytes.len());
        Some((start..self.at, token))
    }

    fn word(&mut self) -> &'b [u8] {
        let start = self.at;
        while self.peek().is_some_and(|byte| !is_blank(byte) && !is_delimiter(byte)) {
            self.at += 1;
        }
        &self.bytes[start..self.at]
    }

    fn string(&mut self) {
        let mut depth = 0;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'\\' => self.at += 1,
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }

    /// Passes over an inline image's data: to an `EI` between blanks behind which there is text again.
    fn skip_image(&mut self) {
        const SEEN: usize = 12;
        self.at += 1;
        while self.at < self.bytes.len() {
            let rest = &self.bytes[self.at..];
            let is_end = rest.starts_with(b"EI")
                && self.at.checked_sub(1).is_some_and(|before| is_blank(self.bytes[before]))
                && rest.get(2).is_none_or(|&byte| is_blank(byte))
                && rest.iter().skip(2).take(SEEN).all(|&byte| is_blank(byte) && byte != 0 || (32..127).contains(&byte));
            if is_end {
                self.at += 2;
                return;
            }
            self.at += 1;
        }
    }
}

/// A name without its escapes.
fn unescaped(name: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(name.len());
    let mut at = 0;
    while let Some(&byte) = name.get(at) {
        let digits = name.get(at + 1..at + 3).and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(escaped) if byte == b'#' => {
                out.push(escaped);
                at += 3;
            }
            _ => {
                out.push(byte);
                at += 1;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_text_goes_and_nothing_else() {
        let bytes = b"q /Im#31 Do Q BT 3 Tr /F1 9 Tf (a\\)b) Tj [(c) -3 (d)] TJ (e) ' q 0 Tr (f) Tj Q <67> Tj ET q";
        let content = Content::of(bytes);
        let visible = String::from_utf8(content.visible(bytes)).unwrap();
        // Blanks between operators say nothing.
        let visible: Vec<&str> = visible.split_whitespace().collect();
        assert_eq!(visible.join(" "), "q /Im#31 Do Q BT 3 Tr /F1 9 Tf T* q 0 Tr (f) Tj Q ET q");
        assert!(content.names.contains(&b"Im1"[..]) && content.faults.is_empty() && content.open == 1);
        assert!(!Content::of(&content.visible(bytes)).has_invisible_text());
        // A font by which nothing is seen goes with its text.
        let bytes = b"BT 3 Tr /F1 9 Tf (a) Tj ET";
        assert!(!Content::of(&Content::of(bytes).visible(bytes)).names.contains(&b"F1"[..]));
    }

    #[test]
    fn the_data_of_an_inline_image_is_no_content() {
        let bytes = b"BI /W 4 /H 1 /CS /G /BPC 8 ID \x00 EI\xff\x01 k EI\nQ /F2 1 Tf";
        let content = Content::of(bytes);
        assert!(content.faults.is_empty() && content.names.contains(&b"F2"[..]), "{content:?}");
        let forbidden = Content::of(b"0 0 0 1 k BI /I true /F /LZW ID x EI /Odd ri foo");
        assert_eq!(forbidden.faults.len(), 5, "{:?}", forbidden.faults);
    }

    #[test]
    fn any_bytes_end() {
        for bytes in [&b"(("[..], b"<", b"<<", b"/", b"BI", b"BI ID", b"\\", b"(\\", b"%", b"[", b"#", b"/#", b"/#4"] {
            let content = Content::of(bytes);
            assert!(content.visible(bytes).len() <= bytes.len() + 2);
        }
    }
}
