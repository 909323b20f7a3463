//! Pen strokes, emblems and stamps that the engine took for letters.
//!
//! Of such ink it reads a part and leaves a part. Short pieces of which it was not sure, beside ink that it could make
//! nothing of and that is larger than print, are no words.

use super::second_look::typical_height;
use crate::input::RawWord;
use crate::page::BBox;
use std::collections::BTreeMap;

/// Confidence from which a piece that stands apart is print, whatever it stands beside.
const PRINT: f32 = 0.9;
/// The same for a word within a line of print.
const PRINT_IN_LINE: f32 = 0.72;
/// Letters of the longest word that a stroke is taken for.
const LONGEST: usize = 4;
/// Ink that is higher than print, in tenths of its height, and wider.
const HIGHER: i32 = 13;
const WIDER: i32 = 5;
/// Narrower ink (times the height of print) may be a column of single letters, or a rule.
const NARROW: i32 = 3;

/// Takes away what looks like strokes, by itself or as a part of the ink beside it; whether anything did.
pub fn drop_scribble(words: &mut Vec<RawWord>, loose_ink: &[BBox], dpi: u32) -> bool {
    let typical = typical_height(words, dpi);
    let is_high = |bbox: BBox| bbox.height() * 10 >= typical * HIGHER;
    let is_large = |ink: &&BBox| is_high(**ink) || ink.width() > typical * WIDER;
    let large: Vec<BBox> = loose_ink.iter().filter(is_large).copied().collect();
    let touches = |bbox: BBox| {
        let may_touch = |ink: &&BBox| ink.width() > typical * NARROW || is_high(bbox);
        large.iter().filter(may_touch).any(|ink| {
            let aside = (ink.x0 - bbox.x1).max(bbox.x0 - ink.x1);
            let above = (ink.y0 - bbox.y1).max(bbox.y0 - ink.y1);
            aside < typical && above * 10 < typical * 3
        })
    };
    let mut is_scribble: Vec<bool> = words
        .iter()
        .map(|word| is_short(word) && !is_like_name(word) && word.confidence < PRINT_IN_LINE && is_high(word.bbox))
        .collect();
    for piece in pieces(words, typical) {
        let of_piece = piece.iter().map(|at| &words[*at]);
        let Some(bbox) = of_piece.clone().map(|word| word.bbox).reduce(BBox::union) else { continue };
        let is_name = of_piece.clone().filter(|word| is_like_name(word)).count() > 1;
        let is_doubtful = of_piece.clone().all(is_short) && !is_name && confidence(of_piece) < PRINT;
        // The engine counts what ink has torn off to lines of its own.
        let is_beside_print = |word: &RawWord| {
            let gap = (word.bbox.x0 - bbox.x1).max(bbox.x0 - word.bbox.x1);
            word.confidence >= PRINT && (0..=2 * typical).contains(&gap) && word.bbox.y_overlap(bbox) > 0.5
        };
        if is_doubtful && touches(bbox) && !words.iter().any(is_beside_print) {
            piece.iter().for_each(|at| is_scribble[*at] = true);
        }
    }
    let mut is_kept = is_scribble.iter().map(|is_scribble| !is_scribble);
    words.retain(|_| is_kept.next().unwrap_or(true));
    is_scribble.contains(&true)
}

/// The words of each line, divided where a gap is twice as wide as print is high: under ink, a name falls to pieces.
fn pieces(words: &[RawWord], typical: i32) -> Vec<Vec<usize>> {
    let mut of_line: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (at, word) in words.iter().enumerate() {
        of_line.entry(word.line).or_default().push(at);
    }
    let mut pieces = Vec::new();
    for mut line in of_line.into_values() {
        line.sort_by_key(|at| words[*at].bbox.x0);
        let is_close = |left: &usize, right: &usize| words[*right].bbox.x0 - words[*left].bbox.x1 <= 2 * typical;
        pieces.extend(line.chunk_by(is_close).map(<[usize]>::to_vec));
    }
    pieces
}

/// Numbers are too dear to be taken for strokes, and a bullet is known by its shape.
fn is_short(word: &RawWord) -> bool {
    let text = &word.text;
    let is_number = text.contains(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || ".,:/-–()".contains(c));
    let n_letters = text.chars().filter(|c| c.is_alphanumeric()).count();
    n_letters <= LONGEST && !is_number && !text.contains(['§', '•'])
}

/// Whether it is written as a name, or as what is left of one under a signature.
fn is_like_name(word: &RawWord) -> bool {
    let mut letters = word.text.chars().filter(|c| c.is_alphabetic());
    letters.next().is_some_and(char::is_uppercase) && letters.clone().count() > 1 && letters.all(char::is_lowercase)
}

/// Mean over all signs.
fn confidence<'a>(words: impl Iterator<Item = &'a RawWord>) -> f32 {
    let (sum, n_signs) = words.fold((0.0, 0.0), |(sum, n_signs), word| {
        let n = word.text.chars().count() as f32;
        (sum + n * word.confidence, n_signs + n)
    });
    if n_signs == 0.0 { 0.0 } else { sum / n_signs }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str, x0: i32, confidence: f32, line: u32) -> RawWord {
        let bbox = BBox::new(x0, 100, x0 + 20 * text.chars().count() as i32, 130);
        RawWord { text: text.into(), bbox, confidence, line, face: None }
    }

    #[test]
    fn short_doubtful_pieces_beside_large_ink_are_no_words() {
        let pen = BBox::new(1000, 60, 1200, 150);
        let print = |line| word("Justerande", 100, 0.95, line);
        for (piece, ink, is_kept) in [
            (vec![word("Zo", 940, 0.8, 2)], pen, false),
            (vec![word("A", 915, 0.7, 1), word("J'", 940, 0.6, 1)], pen, false),
            // Sure, long, a number, far away, beside ink as small as print.
            (vec![word("Zo", 940, 0.95, 2)], pen, true),
            (vec![word("Linköping", 800, 0.8, 2)], pen, true),
            (vec![word("13.", 920, 0.7, 2)], pen, true),
            (vec![word("Zo", 600, 0.8, 2)], pen, true),
            (vec![word("Zo", 940, 0.8, 2)], BBox::new(1000, 100, 1060, 130), true),
            // In a column of single letters that were not read.
            (vec![word("c", 1015, 0.8, 2)], BBox::new(1000, 60, 1060, 300), true),
        ] {
            let mut words = vec![print(1)];
            words.extend(piece.clone());
            assert_eq!(drop_scribble(&mut words, &[ink], 300), !is_kept, "{piece:?}");
            assert_eq!(words.len(), if is_kept { 1 + piece.len() } else { 1 });
        }
    }

    #[test]
    fn names_under_signatures_stay() {
        let pen = BBox::new(300, 60, 500, 150);
        let mut name = vec![word("Bo", 100, 0.95, 1), word("Gös", 200, 0.7, 2), word("Ahl", 270, 0.7, 2)];
        assert!(!drop_scribble(&mut name, &[pen], 300));
        let mut initials = vec![word("Bo", 0, 0.95, 1), word("GL", 200, 0.7, 2), word("AH", 250, 0.7, 2)];
        assert!(drop_scribble(&mut initials, &[pen], 300));
    }

    #[test]
    fn in_a_line_of_print_only_what_is_higher_is_a_stroke() {
        let line = |text, height| {
            let mut words = vec![word(text, 300, 0.6, 1), word("Justerare", 100, 0.9, 1)];
            words[0].bbox.y0 -= height;
            words
        };
        for (text, height, is_dropped) in [("EY", 15, true), ("EY", 0, false), ("Nor", 15, false)] {
            assert_eq!(drop_scribble(&mut line(text, height), &[], 300), is_dropped, "{text}, {height}");
        }
    }
}
