//! What signs, digits and letters are misread as. The tables are data.

use crate::segment::words::forms::Words;

static DIGITS: [(Words, char); 4] = [
    (Words::new("misreadings.digit_0"), '0'),
    (Words::new("misreadings.digit_0_among_digits"), '0'),
    (Words::new("misreadings.digit_1"), '1'),
    (Words::new("misreadings.digit_5"), '5'),
];

static SECTION_SIGN: Words = Words::new("misreadings.section_sign");
static SECTION_SIGN_LETTERS: Words = Words::new("misreadings.section_sign_letters");
static SECTION_SIGN_FIGURES: Words = Words::new("misreadings.section_sign_figures");
static SECTION_SIGN_TAILED: Words = Words::new("misreadings.section_sign_tailed");

/// Whether a class has a sign.
pub fn is(class: &Words, sign: char) -> bool {
    class.has(sign.encode_utf8(&mut [0; 4]))
}

/// What was printed where a sign was read, by classes of what each is misread as; the sign itself where none has it.
pub fn printed(read: char, classes: &[(Words, char)]) -> char {
    classes.iter().find(|(class, _)| is(class, read)).map_or(read, |(_, printed)| *printed)
}

/// A number with its digits put for the letters that they were read as.
pub fn digits(text: &str) -> String {
    text.chars().map(|c| printed(c, &DIGITS)).collect()
}

/// `§`, and what is hardly ever anything else beside a number.
pub fn is_section_sign(c: char) -> bool {
    c == '§' || is(&SECTION_SIGN, c) || is(&SECTION_SIGN_LETTERS, c)
}

/// The same, and the figures that it is read as.
pub fn may_be_section_sign(c: char) -> bool {
    is_section_sign(c) || is(&SECTION_SIGN_FIGURES, c)
}

/// The same, and the letters with a tail: only where a column says that a sign stands there.
pub fn looks_like_section_sign(c: char) -> bool {
    may_be_section_sign(c) || is(&SECTION_SIGN_TAILED, c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_and_signs() {
        assert_eq!(digits("2Ol9"), "2019");
        assert_eq!(digits("s4"), "54");
        assert!(is_section_sign('$') && is_section_sign('s') && !is_section_sign('8'));
        assert!(may_be_section_sign('8') && !may_be_section_sign('g') && looks_like_section_sign('g'));
    }
}
