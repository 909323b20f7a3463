//! Headings whose letters stand apart.

use crate::segment::words::forms::Words;
use crate::segment::words::text::is_one_off;

/// What an item is called before its number.
static ITEM_WORDS: Words = Words::new("numbers.items");

/// A word and a number whose letters stand apart, put together: "P a r a g r a f 2 1 ." is "Paragraf 21.".
pub fn untorn(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let short = words.iter().filter(|word| word.chars().count() <= 3).count();
    if words.len() < 3 || short * 10 < words.len() * 8 || text.chars().count() > 40 {
        return None;
    }
    let joined = words.concat();
    let at = joined.find(|c: char| c.is_ascii_digit())?;
    let (word, number) = joined.split_at(at);
    let number = number.trim_end_matches('.');
    let is_word = ITEM_WORDS.iter().any(|own| {
        let word = word.to_lowercase();
        word == *own || is_one_off(&word, own) && own.chars().count() >= 8
    });
    let own = if word.to_lowercase().starts_with("pa") { "Paragraf" } else { word };
    (is_word && !number.is_empty() && number.chars().all(|c| c.is_ascii_digit())).then(|| format!("{own} {number}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn torn_headings() {
        assert_eq!(untorn("P a r a g r a f 2 1 .").as_deref(), Some("Paragraf 21."));
        assert_eq!(untorn("Par ag af 20").as_deref(), Some("Paragraf 20."));
        assert_eq!(untorn("1 2 3 4"), None);
    }
}
