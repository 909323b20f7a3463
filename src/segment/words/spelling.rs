//! The look of a name's spelling: its letters without dots, its capitals, whether it may be a name at all.

use crate::correct::Lexicon;
use crate::segment::words::forms::Words;
use crate::segment::words::names;
use crate::segment::words::text::fold;

/// What a name begins with before a second capital.
static BEFORE_CAPITALS: Words = Words::new("names.before_capitals");

/// Letters without dots and rings, so that "Sålg" and "Sälg" come near.
pub fn bare(name: &str) -> String {
    fold(name)
        .chars()
        .map(|c| match c {
            'å' | 'ä' | 'à' | 'á' | 'â' | 'ã' | 'ą' | 'ā' => 'a',
            'ö' | 'ô' | 'ó' | 'ò' | 'õ' | 'ø' | 'ō' => 'o',
            'é' | 'è' | 'ê' | 'ë' | 'ę' | 'ė' => 'e',
            c => c,
        })
        .collect()
}

/// The letters of a name and nothing between them, without dots and rings.
pub fn letters(name: &str) -> String {
    bare(name).chars().filter(|c| c.is_alphabetic()).collect()
}

/// What the lexicon and the look of the letters say for a spelling.
pub fn plausible(lexicon: &Lexicon, name: &str) -> f32 {
    let words: Vec<&str> = name.split_whitespace().collect();
    let mut score = 0.0;
    if words.first().is_some_and(|word| names::is_given(lexicon, word)) {
        score += 0.6;
    }
    if words.len() > 1 && words.last().is_some_and(|word| lexicon.is_surname(word)) {
        score += 0.6;
    }
    if calm(name) != name {
        score -= 3.0;
    }
    // "Slg": its vowel was not read.
    if words.iter().any(|word| word.chars().count() >= 3 && !word.contains('.') && !has_vowel(word)) {
        score -= 1.0;
    }
    // Letters that no Swedish name has, but that models with large alphabets put for those it has.
    let foreign = name.chars().filter(|c| c.is_alphabetic() && (*c as u32) > 0xff).count();
    score - 0.7 * foreign as f32
}

/// Capitals inside a word become small: "SÅlg", "GÖsta".
pub fn calm(name: &str) -> String {
    let all_capitals = name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    if all_capitals {
        return name.to_owned();
    }
    let words: Vec<String> = name
        .split(' ')
        .map(|word| {
            // An l before and an I among small letters are each other.
            if word.starts_with('l') || word.char_indices().any(|(at, c)| at > 0 && c == 'I') {
                return word.to_owned();
            }
            let starts_lower = word.chars().next().is_some_and(char::is_lowercase);
            if starts_lower && !names::is_particle(word) {
                let mut chars = word.chars();
                let first: String = chars.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
                return first + chars.as_str();
            }
            let upper = word.chars().filter(|c| c.is_uppercase()).count();
            if upper < 2 || word.contains(['-', '\'', '’', '.']) || BEFORE_CAPITALS.begin(word) {
                return word.to_owned();
            }
            let mut chars = word.chars();
            let first: String = chars.next().into_iter().collect();
            first + &chars.as_str().to_lowercase()
        })
        .collect();
    words.join(" ")
}

pub fn has_vowel(word: &str) -> bool {
    word.to_lowercase().contains(['a', 'e', 'i', 'o', 'u', 'y', 'å', 'ä', 'ö', 'é'])
}
