//! Full stops that stand by themselves: where the numbers of a list are a column, the layout leaves numbers out and
//! takes the dots behind them for specks, or for the first words of the lines.

use crate::input::RawWord;
use crate::page::BBox;
use image::GrayImage;

/// How far behind a number its full stop is looked for, in tenths of the number's height.
const REACH: i32 = 7;
/// How wide and high a full stop is at most, in tenths of the number's height.
const MOST_SIZE: i32 = 4;
/// Ink is darker than this.
const DARK: u8 = 128;

/// The word that is the full stop behind a number.
pub fn word_behind(words: &[RawWord], number: BBox) -> Option<usize> {
    let height = number.height();
    let is_behind = |word: &RawWord| {
        word.text == "."
            // A number's box comes from a coarse mask and may reach over the dot.
            && (number.x_center()..number.x1 + height * REACH / 10).contains(&word.bbox.x0)
            && word.bbox.y0 > number.y_center()
            && word.bbox.y1 <= number.y1 + height * MOST_SIZE / 10
    };
    words.iter().position(is_behind)
}

/// The right side of a number with the full stop behind it that no word covers.
pub fn end_with_dot(pixels: &GrayImage, words: &[RawWord], number: BBox) -> Option<i32> {
    let height = number.height();
    let overlaps = |word: &&RawWord| word.bbox.x0 >= number.x1 && word.bbox.y0 < number.y1 && number.y0 < word.bbox.y1;
    let next = words.iter().filter(overlaps).map(|word| word.bbox.x0).min().unwrap_or(i32::MAX);
    let end = (number.x1 + height * REACH / 10).min(next - 1).min(pixels.width() as i32);
    let most = height * MOST_SIZE / 10;
    // The box may end behind the dot, or within it.
    let starts = [0, height / 6, height / 3].map(|back| number.x1 - back);
    starts.into_iter().find_map(|start| stop_between(pixels, number.y0, number.y1 + height / 10, start, end, most))
}

/// The right side of a dot that stands alone between two columns of the page, in the lower half of the line.
fn stop_between(pixels: &GrayImage, y0: i32, y1: i32, x0: i32, x1: i32, most: i32) -> Option<i32> {
    let (top, bottom) = (y0.max(0), y1.min(pixels.height() as i32));
    let is_dark = |x: i32, y: i32| pixels.get_pixel(x as u32, y as u32).0[0] < DARK;
    let of_column = |x: i32| {
        let dark: Vec<i32> = (top..bottom).filter(|y| is_dark(x, *y)).collect();
        Some((*dark.first()?, *dark.last()?))
    };
    let columns: Vec<(i32, i32, i32)> =
        (x0.max(0)..x1).filter_map(|x| of_column(x).map(|(first, last)| (x, first, last))).collect();
    let (left, right) = (columns.first()?.0, columns.last()?.0);
    let (high, low) = (columns.iter().map(|column| column.1).min()?, columns.iter().map(|column| column.2).max()?);
    let is_whole = columns.len() as i32 == right - left + 1;
    let is_small = right - left < most && low - high < most && low > high;
    (is_whole && is_small && high > (y0 + y1) / 2 && right + 1 < x1).then_some(right + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Luma;

    /// A page with dark boxes.
    fn page(boxes: &[[i32; 4]]) -> GrayImage {
        GrayImage::from_fn(200, 60, |x, y| {
            let is_in = |b: &[i32; 4]| (b[0]..b[2]).contains(&(x as i32)) && (b[1]..b[3]).contains(&(y as i32));
            Luma([if boxes.iter().any(is_in) { 0 } else { 255 }])
        })
    }

    fn word(text: &str, bbox: [i32; 4]) -> RawWord {
        let [x0, y0, x1, y1] = bbox;
        RawWord { text: text.into(), bbox: BBox::new(x0, y0, x1, y1), confidence: 0.9, line: 1, face: None }
    }

    #[test]
    fn a_dot_behind_a_number_is_its_full_stop() {
        let number = BBox::new(10, 10, 30, 46);
        let text = word("Val", [100, 8, 180, 48]);
        assert_eq!(end_with_dot(&page(&[[38, 36, 44, 42]]), &[text], number), Some(44));
        // A letter, a dash in the middle, a dot above, what reaches on, another word's ink.
        for other in [[38, 16, 44, 42], [36, 26, 46, 29], [38, 14, 44, 20], [38, 36, 60, 42]] {
            assert_eq!(end_with_dot(&page(&[other]), &[], number), None, "{other:?}");
        }
        assert_eq!(end_with_dot(&page(&[[38, 36, 44, 42]]), &[word("x", [38, 30, 60, 50])], number), None);
    }

    #[test]
    fn a_dot_that_begins_a_line_is_the_full_stop_of_the_number_before_it() {
        let number = BBox::new(10, 10, 30, 46);
        let words = [word("Val", [60, 8, 180, 48]), word(".", [36, 38, 42, 45]), word(".", [36, 12, 42, 18])];
        assert_eq!(word_behind(&words, number), Some(1));
        assert_eq!(word_behind(&words[2..], number), None);
    }
}
