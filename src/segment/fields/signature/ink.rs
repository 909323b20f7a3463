//! Whether somebody signed: ink that is no print at the line over, under or beside a typed name.

use crate::page::{BBox, TextSource};
use crate::segment::marks::sheet::{Piece, Sheet};

/// How much taller than a line's letters handwriting is that was read as a word, in tenths.
const TALL: i32 = 18;

/// Whether ink that is no print stands at the line over or beside the typed name.
pub fn signed(sheet: &Sheet, piece: &Piece) -> Option<bool> {
    let page = sheet.pages.get(piece.page)?.ocr();
    if page.source != TextSource::Ocr || page.ink.is_empty() {
        return None;
    }
    let size = sheet.metrics_at(piece.page).size;
    // Some sign under their name: as far down as nothing else is printed.
    let pieces = || sheet.rows.iter().filter(|row| row.page == piece.page).flat_map(|row| &row.pieces);
    let below = pieces().filter(|other| {
        other.bbox.y0 > piece.bbox.y1 && other.bbox.x_overlap(piece.bbox) > 0.2 && other.confidence > 0.6
    });
    let free = below.map(|other| other.bbox.y0 - 4 * size).min().unwrap_or(i32::MAX);
    let foot = (piece.bbox.y1 + 3 * size).min(free).max(piece.bbox.y1 + size);
    let reach = BBox::new(
        piece.bbox.x0 - 2 * size,
        piece.bbox.y0 - 4 * size,
        piece.bbox.x1.max(piece.bbox.x0 + 12 * size),
        foot,
    );
    let large = |ink: &&BBox| ink.width() > 2 * size && ink.height() > size / 2;
    let ink: Vec<BBox> = page.ink.iter().map(|ink| page.straight(*ink)).collect();
    // In a table the line for ink is right of the name, up to what is printed there.
    let end = pieces()
        .filter(|other| other.bbox.x0 > piece.bbox.x1 && other.bbox.y_overlap(piece.bbox) > 0.4)
        .filter(|other| other.text.chars().filter(|c| c.is_alphabetic()).count() >= 4)
        .map(|other| other.bbox.x0)
        .min()
        .unwrap_or(i32::MAX);
    let row = BBox::new(piece.bbox.x1, piece.bbox.y0 - size / 2, end, piece.bbox.y1);
    // Or between the words of the role and the name.
    let start = pieces()
        .filter(|other| other.bbox.x1 < piece.bbox.x0 && other.bbox.y_overlap(piece.bbox) > 0.4)
        .filter(|other| other.mark.label().is_some())
        .map(|other| other.bbox.x1)
        .max();
    let before = start.map(|start| BBox::new(start, piece.bbox.y0 - size / 2, piece.bbox.x0, piece.bbox.y1));
    // Ink that the engine took for letters: not sure of them, or taller than print is.
    let is_scribble = |other: &Piece| {
        (other.confidence < 0.5 || other.confidence < 0.9 && other.bbox.height() * 10 > size * TALL)
            && other.bbox.intersects(reach)
            && other.bbox.y_overlap(piece.bbox) < 0.4
            && other.bbox.width() > 2 * size
            && other.text.chars().filter(|c| c.is_alphabetic()).count() >= 2
    };
    let in_row = |ink: &BBox| {
        ink.intersects(row) && ink.x0 >= piece.bbox.x1 && ink.x1 <= end
            || before.is_some_and(|before| ink.intersects(before) && ink.x0 >= before.x0 && ink.x1 <= before.x1)
    };
    Some(pieces().any(is_scribble) || ink.iter().filter(large).any(|ink| ink.intersects(reach) || in_row(ink)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};

    #[test]
    fn handwriting_read_as_a_word_is_ink() {
        let mut page = OcrPage::from_text(1, "Justerare\n     fprarer\n     Anna Berg\n     Bo Ek and more words");
        page.source = TextSource::Ocr;
        page.ink = vec![BBox::new(900, 900, 910, 910)];
        let signed_by = |page: &OcrPage| {
            let pages = vec![CorrectedPage::new(page.clone(), Vec::new())];
            let sheet = Sheet::new(&pages);
            let name = sheet.rows.iter().flat_map(|row| &row.pieces).find(|piece| piece.text == "Anna Berg").cloned();
            signed(&sheet, &name.expect("the name"))
        };
        let at = page.words.iter().position(|word| &page.text[word.span.start..word.span.end] == "fprarer");
        let at = at.expect("the scribble");
        page.words[at].confidence = 0.75;
        assert_eq!(signed_by(&page), Some(false));
        // As high as handwriting is, reaching into the line above.
        page.words[at].bbox.y0 -= 20;
        let line = page.lines.iter_mut().find(|line| (line.words.0..line.words.1).contains(&at)).expect("its line");
        line.bbox.y0 -= 20;
        assert_eq!(signed_by(&page), Some(true));
    }
}
