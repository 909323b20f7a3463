//! From bytes in memory to code points in JSON: the one home of that conversion.
//!
//! The output is in Unicode's normal form C. A text that is not so in memory is normalised here piece
//! by piece, and a span that begins or ends inside a normalised piece grows to hold all of it, so that
//! a span always cuts the text of the output where it may be cut.

use crate::text::Span;
use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc, is_nfc_quick};

/// A text in normal form C.
pub fn nfc(text: &str) -> String {
    if is_nfc(text) { text.to_owned() } else { text.nfc().collect() }
}

/// A page's text as the output has it, and where each place of the text in memory stands in it.
#[derive(Debug)]
pub struct Points {
    text: String,
    /// Where the text may be cut, in both counts; the last is the end of the text. A run of ASCII, in
    /// which every place is a border, is held as one: a border a letter would be most of a document's memory.
    stretches: Vec<Stretch>,
}

#[derive(Clone, Copy, PartialEq, Debug)]
struct Stretch {
    byte: usize,
    point: u32,
    /// Whether every byte up to the next stretch is a border too.
    is_ascii: bool,
}

#[derive(Clone, Copy, PartialEq, Debug)]
struct Border {
    byte: usize,
    point: u32,
}

impl Points {
    /// `cuts` are bytes where nothing is joined over: the borders of the applied edits.
    ///
    /// What stands between two edits is then normalised alike in the text as read and in the corrected
    /// one, and undoing the corrections of the output gives the one from the other. The price is a text
    /// out of normal form where an edit ends between a letter and its combining accent, which no
    /// corrector of whole words does.
    pub fn new(text: &str, cuts: impl IntoIterator<Item = usize>) -> Self {
        let mut cuts = cuts.into_iter().peekable();
        let mut points = Points { text: String::with_capacity(text.len()), stretches: Vec::new() };
        let (mut start, mut n_points) = (0, 0);
        for (at, c) in text.char_indices() {
            let mut is_cut = begins_anew(c);
            while cuts.next_if(|cut| *cut <= at).is_some_and(|cut| cut == at) {
                is_cut = true;
            }
            if is_cut {
                n_points = points.push(text, Span::new(start, at), n_points);
                start = at;
            }
        }
        n_points = points.push(text, Span::new(start, text.len()), n_points);
        points.border(text.len(), n_points, false);
        points.stretches.shrink_to_fit();
        points
    }

    fn push(&mut self, text: &str, piece: Span, mut n_points: u32) -> u32 {
        let source = piece.of(text);
        if is_nfc(source) {
            for (at, c) in source.char_indices() {
                self.border(piece.start + at, n_points, c.is_ascii());
                n_points += 1;
            }
            self.text.push_str(source);
        } else {
            self.border(piece.start, n_points, false);
            for c in source.nfc() {
                self.text.push(c);
                n_points += 1;
            }
        }
        n_points
    }

    fn border(&mut self, byte: usize, point: u32, is_ascii: bool) {
        if !(is_ascii && self.stretches.last().is_some_and(|last| last.is_ascii)) {
            self.stretches.push(Stretch { byte, point, is_ascii });
        }
    }

    /// The text of the output.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text.
    pub fn into_text(self) -> String {
        self.text
    }

    /// Code points of a span of bytes, end exclusive. What lies beyond the text is cut off.
    pub fn span(&self, span: Span) -> [u32; 2] {
        let (start, end) = self.borders_of(span);
        [start.point, end.point]
    }

    /// The span of bytes that [`Points::span`] counts: the same, or grown to where the text may be cut.
    pub fn outward(&self, span: Span) -> Span {
        let (start, end) = self.borders_of(span);
        Span::new(start.byte, end.byte)
    }

    /// The bytes of code points, where both ends are places at which the text may be cut.
    pub fn bytes(&self, [start, end]: [u32; 2]) -> Option<Span> {
        let byte = |point: u32| {
            let last = self.stretches.partition_point(|stretch| stretch.point <= point).checked_sub(1)?;
            let stretch = self.stretches[last];
            let within = point - stretch.point;
            (within == 0 || stretch.is_ascii).then_some(stretch.byte + within as usize)
        };
        Some(Span::new(byte(start)?, byte(end)?))
    }

    fn borders_of(&self, span: Span) -> (Border, Border) {
        let start = self.border_before(span.start);
        if span.is_empty() { (start, start) } else { (start, self.border_after(span.end)) }
    }

    /// The last border up to a byte.
    fn border_before(&self, byte: usize) -> Border {
        let after = self.stretches.partition_point(|stretch| stretch.byte <= byte);
        let Some(stretch) = after.checked_sub(1).map(|at| self.stretches[at]) else {
            return Border { byte: 0, point: 0 };
        };
        let within = if stretch.is_ascii { byte - stretch.byte } else { 0 };
        Border { byte: stretch.byte + within, point: stretch.point + within as u32 }
    }

    /// The first border from a byte on.
    fn border_after(&self, byte: usize) -> Border {
        let before = self.border_before(byte);
        let next = self.stretches.partition_point(|stretch| stretch.byte <= byte);
        match self.stretches.get(next) {
            Some(next) if before.byte < byte => Border { byte: next.byte, point: next.point },
            _ => before,
        }
    }
}

/// Whether nothing before this character can join with it.
fn begins_anew(c: char) -> bool {
    c.is_ascii() || (canonical_combining_class(c) == 0 && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span_of(text: &str, word: &str) -> [u32; 2] {
        let start = text.find(word).unwrap();
        Points::new(text, []).span(Span::new(start, start + word.len()))
    }

    #[test]
    fn swedish_letters_and_emoji_count_one_each() {
        assert_eq!(span_of("Åke Öst yrkar återremiss", "yrkar"), [8, 13]);
        assert_eq!(span_of("👍 § 12 Nämndens väg", "§"), [2, 3]);
        assert_eq!(span_of("👍 § 12 Nämndens väg", "väg"), [16, 19]);
    }

    #[test]
    fn divided_accents_are_joined_and_spans_grow_around_them() {
        let text = "A\u{30a}ke O\u{308}st";
        let points = Points::new(text, []);
        assert_eq!(points.text(), "Åke Öst");
        let last = Span::new(text.find('O').unwrap(), text.len());
        assert_eq!(points.span(last), [4, 7]);
        // Only the ring: the letter comes with it.
        assert_eq!(points.span(Span::new(1, 3)), [0, 1]);
        assert_eq!(points.outward(Span::new(1, 3)), Span::new(0, 3));
    }

    #[test]
    fn nothing_is_joined_over_a_cut() {
        let points = Points::new("xA\u{30a}", [2]);
        assert_eq!(points.text(), "xA\u{30a}");
        assert_eq!(points.span(Span::new(0, 2)), [0, 2]);
    }

    #[test]
    fn places_beyond_the_text_are_its_end() {
        assert_eq!(Points::new("råd", []).span(Span::new(1, 90)), [1, 3]);
        assert_eq!(Points::new("råd", []).span(Span::new(80, 90)), [3, 3]);
        assert_eq!(Points::new("", []).span(Span::new(0, 0)), [0, 0]);
    }
}
