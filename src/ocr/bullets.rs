//! Bullets that were read as letters: the network knows none, and makes an e or an o of a dot before a line.

use crate::input::RawWord;
use crate::page::BBox;
use image::GrayImage;

/// Ink is darker than this.
const DARK: u8 = 128;
/// The share of its box that a bullet fills, in hundredths: a disc 78, a square all of it, an e or o half.
const FILLED: usize = 68;
/// What bullets are read as: one letter or sign, never a figure or a capital.
const READ_AS: &str = "eocsau®©¢*°@«»¤.";

/// Gives bullets their sign: filled dots at the beginning of a line, with more than a blank behind them.
pub fn restore(pixels: &GrayImage, words: &mut [RawWord]) {
    let boxes: Vec<BBox> = words.iter().map(|word| word.bbox).collect();
    for (at, word) in words.iter_mut().enumerate() {
        let mut letters = word.text.chars();
        let (Some(letter), None) = (letters.next(), letters.next()) else { continue };
        if READ_AS.contains(letter) && begins_line(&boxes, at) && is_filled(pixels, word.bbox) {
            word.text = "•".to_owned();
        }
    }
}

/// Whether nothing stands before the box in its row, and the next word stands apart from it but near.
fn begins_line(boxes: &[BBox], at: usize) -> bool {
    let this = boxes[at];
    let beside = || boxes.iter().enumerate().filter(|(other, bbox)| *other != at && bbox.y_overlap(this) > 0.5);
    let next = beside().filter(|(_, bbox)| bbox.x0 >= this.x1).min_by_key(|(_, bbox)| bbox.x0);
    let is_first = beside().all(|(_, bbox)| bbox.x1 > this.x0);
    is_first
        && next.is_some_and(|(_, next)| {
            let height = next.height();
            let gap = next.x0 - this.x1;
            this.height() * 4 <= height * 3 && gap * 3 >= height && gap <= height * 5
        })
}

/// Whether the ink in the box is one full dot.
fn is_filled(pixels: &GrayImage, bbox: BBox) -> bool {
    let (x1, y1) = (bbox.x1.min(pixels.width() as i32), bbox.y1.min(pixels.height() as i32));
    let dark: Vec<(i32, i32)> = (bbox.y0.max(0)..y1)
        .flat_map(|y| (bbox.x0.max(0)..x1).map(move |x| (x, y)))
        .filter(|(x, y)| pixels.get_pixel(*x as u32, *y as u32).0[0] < DARK)
        .collect();
    let span = |values: &dyn Fn(&(i32, i32)) -> i32| {
        let (least, most) = (dark.iter().map(values).min()?, dark.iter().map(values).max()?);
        Some((most - least + 1) as usize)
    };
    let (Some(width), Some(height)) = (span(&|at| at.0), span(&|at| at.1)) else { return false };
    width * 3 <= height * 4 && height * 3 <= width * 4 && dark.len() * 100 >= width * height * FILLED && height >= 3
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Luma;

    fn word(text: &str, bbox: [i32; 4]) -> RawWord {
        let [x0, y0, x1, y1] = bbox;
        RawWord { text: text.into(), bbox: BBox::new(x0, y0, x1, y1), confidence: 0.5, line: 1, face: None }
    }

    /// A disc, or a ring, about a point.
    fn page(hole: i32) -> GrayImage {
        GrayImage::from_fn(400, 60, |x, y| {
            let (dx, dy) = (x as i32 - 30, y as i32 - 32);
            let far = dx * dx + dy * dy;
            Luma([if far <= 64 && far >= hole * hole { 10 } else { 250 }])
        })
    }

    #[test]
    fn a_full_dot_before_a_line_is_a_bullet() {
        let text = word("Riktlinjer", [70, 14, 220, 50]);
        let read = |page: &GrayImage, words: &[RawWord]| {
            let mut words = words.to_vec();
            restore(page, &mut words);
            words[0].text.clone()
        };
        let dot = word("e", [20, 22, 41, 43]);
        assert_eq!(read(&page(0), &[dot.clone(), text.clone()]), "•");
        // A letter has a hole; a figure is one; a word before it; nothing behind it.
        assert_eq!(read(&page(6), &[dot.clone(), text.clone()]), "e");
        assert_eq!(read(&page(0), &[word("1", [20, 22, 41, 43]), text.clone()]), "1");
        assert_eq!(read(&page(0), &[dot.clone(), text, word("och", [0, 14, 15, 50])]), "e");
        assert_eq!(read(&page(0), &[dot]), "e");
    }
}
