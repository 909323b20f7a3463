//! The words of a born-digital page from the places of its glyphs, and whether they can be trusted.

use super::RawWord;
use super::pdf::PlacedGlyph;
use crate::page::BBox;

/// Words of the glyphs, in pixels of `scale` a point; or why the layer cannot be used.
///
/// Glyphs are grouped by what the eye sees, not by the order in which they were drawn: the same
/// baseline, and less than a blank between them.
pub fn place(glyphs: &[PlacedGlyph], scale: f32) -> Result<Vec<RawWord>, String> {
    let n_letters = glyphs.iter().filter(|glyph| !glyph.text.trim().is_empty()).count();
    let n_unknown = glyphs.iter().filter(|glyph| glyph.text.chars().any(is_unknown)).count();
    if n_letters == 0 {
        return Err("the text layer is empty".into());
    }
    if n_unknown * 50 > n_letters {
        return Err(format!("{n_unknown} of the text layer's {n_letters} letters are unknown to its fonts"));
    }
    let mut upright: Vec<&PlacedGlyph> = glyphs
        .iter()
        .filter(|glyph| (glyph.end.y - glyph.origin.y).abs() < 0.2 * glyph.size.max(0.1) && glyph.size > 0.5)
        .collect();
    if upright.len() * 2 < glyphs.len() {
        return Err("most of the text layer does not stand upright".into());
    }
    upright.sort_by(|a, b| a.origin.y.total_cmp(&b.origin.y).then(a.origin.x.total_cmp(&b.origin.x)));
    let mut words = Vec::new();
    let mut line = Vec::new();
    let mut n_lines = 0;
    for glyph in upright {
        // A baseline that drifts within a line is still the line's: raised and lowered signs move by less.
        if line
            .last()
            .is_some_and(|last: &&PlacedGlyph| glyph.origin.y - last.origin.y > 0.25 * glyph.size.min(last.size))
        {
            push_line(&mut words, &mut line, n_lines, scale);
            n_lines += 1;
        }
        line.push(glyph);
    }
    push_line(&mut words, &mut line, n_lines, scale);
    Ok(words)
}

fn is_unknown(c: char) -> bool {
    c == char::REPLACEMENT_CHARACTER || ('\u{e000}'..='\u{f8ff}').contains(&c) || (c.is_control() && !c.is_whitespace())
}

fn push_line(words: &mut Vec<RawWord>, line: &mut Vec<&PlacedGlyph>, number: u32, scale: f32) {
    line.sort_by(|a, b| a.origin.x.total_cmp(&b.origin.x));
    let mut word: Vec<&PlacedGlyph> = Vec::new();
    let mut finish = |word: &mut Vec<&PlacedGlyph>| {
        let text: String = word.iter().flat_map(|glyph| glyph.text.chars()).map(plain).collect();
        if let (Some(first), Some(last), false) = (word.first(), word.last(), text.is_empty()) {
            let size = word.iter().map(|glyph| glyph.size).fold(0.0, f64::max);
            let baseline = first.origin.y;
            let px = |points: f64| (points * f64::from(scale)).round() as i32;
            let bbox =
                BBox::new(px(first.origin.x), px(baseline - 0.72 * size), px(last.end.x), px(baseline + 0.2 * size));
            words.push(RawWord { text, bbox, confidence: 1.0, line: number });
        }
        word.clear();
    };
    for glyph in line.drain(..) {
        if glyph.text.trim().is_empty() {
            finish(&mut word);
            continue;
        }
        if let Some(last) = word.last() {
            let gap = glyph.origin.x - last.end.x;
            let is_double = glyph.text == last.text && (glyph.origin.x - last.origin.x).abs() < 0.1 * glyph.size;
            if is_double {
                // Bold that is made by drawing twice.
                continue;
            }
            if gap > 0.18 * glyph.size.min(last.size) {
                finish(&mut word);
            }
        }
        word.push(glyph);
    }
    finish(&mut word);
}

/// A soft hyphen at a line's end is a hyphen on paper.
fn plain(c: char) -> char {
    match c {
        '\u{ad}' | '\u{2010}' | '\u{2011}' => '-',
        c => c,
    }
}
