//! Print that the engine read twice: where its layout finds lines across each other, a word stands in both.

use crate::input::RawWord;

/// Share of the smaller box, in tenths, that the other covers where both are the same print.
const SHARED: i64 = 5;

/// Takes away what a surer or longer word at the same place says already.
pub fn drop_repeated(words: &mut Vec<RawWord>) {
    let mut by_side: Vec<usize> = (0..words.len()).collect();
    by_side.sort_by_key(|at| words[*at].bbox.x0);
    let mut is_repeated = vec![false; words.len()];
    for (n, &one) in by_side.iter().enumerate() {
        let right = words[one].bbox.x1;
        for &other in by_side[n + 1..].iter().take_while(|at| words[**at].bbox.x0 < right) {
            if !is_repeated[one] && !is_repeated[other] && share_a_place(&words[one], &words[other]) {
                if says(&words[one], &words[other]) {
                    is_repeated[other] = true;
                } else if says(&words[other], &words[one]) {
                    is_repeated[one] = true;
                }
            }
        }
    }
    let mut is_kept = is_repeated.into_iter().map(|is_repeated| !is_repeated);
    words.retain(|_| is_kept.next().unwrap_or(true));
}

fn share_a_place(one: &RawWord, other: &RawWord) -> bool {
    let (a, b) = (one.bbox, other.bbox);
    let width = i64::from(a.x1.min(b.x1) - a.x0.max(b.x0)).max(0);
    let height = i64::from(a.y1.min(b.y1) - a.y0.max(b.y0)).max(0);
    let area = |word: &RawWord| i64::from(word.bbox.width()) * i64::from(word.bbox.height());
    width * height > 0 && width * height * 10 >= area(one).min(area(other)) * SHARED
}

/// Whether a word holds the letters of another, and more of them or more surely.
fn says(word: &RawWord, other: &RawWord) -> bool {
    let is_word = other.text.contains(char::is_alphabetic);
    let is_same = word.text == other.text && word.confidence >= other.confidence;
    is_word && (is_same || word.text.len() > other.text.len() && word.text.contains(&other.text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::BBox;

    fn word(text: &str, [x0, y0, x1, y1]: [i32; 4], confidence: f32) -> RawWord {
        RawWord { text: text.into(), bbox: BBox::new(x0, y0, x1, y1), confidence, line: 1, face: None }
    }

    #[test]
    fn the_surer_and_the_longer_stay() {
        let mut words = vec![
            word("Protokoll", [100, 40, 300, 90], 0.77),
            word("Protokoll", [100, 60, 300, 100], 0.9),
            word("Kommunstyrelsen", [100, 10, 500, 50], 0.9),
            word("sen", [400, 20, 500, 45], 0.95),
            // Boxes of crooked lines reach over each other; what they hold is not the same.
            word("Sekreterare", [100, 0, 500, 45], 0.9),
            // The same word stands beside.
            word("Protokoll", [320, 60, 520, 100], 0.5),
        ];
        drop_repeated(&mut words);
        let texts: Vec<(&str, f32)> = words.iter().map(|word| (word.text.as_str(), word.confidence)).collect();
        let kept = [("Protokoll", 0.9), ("Kommunstyrelsen", 0.9), ("Sekreterare", 0.9), ("Protokoll", 0.5)];
        assert_eq!(texts, kept);
    }
}
