//! How doubtful the letters of a value are, however clearly they were read.
//!
//! Engines are sure of misreadings that look like letters; the lexicon is not. A title with a word
//! that no lexicon knows and a name that nothing vouches for count less than they were read.

use crate::correct::Lexicon;
use crate::correct::lexicon::encode;
use crate::protocol::{Evidence, State};
use crate::segment::agreement::witness::Witness;
use crate::segment::words::names;
use crate::segment::words::sentences::hangs;

/// What a letter of an ordinary word is a surprise after the two before it, in powers of ten.
const USUAL_SURPRISE: f32 = 0.9;

/// A word without the marks around it.
pub fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// `q` stands in no Swedish word but before v and u, and marks under a letter are a rule's.
pub fn without_struck_letters(word: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let letters: String =
        word.nfd().filter(|c| !matches!(c, '\u{323}' | '\u{326}'..='\u{328}' | '\u{331}')).nfc().collect();
    let chars: Vec<char> = letters.chars().collect();
    let mend = |(at, c): (usize, &char)| match (*c, chars.get(at + 1)) {
        ('q', Some('v' | 'u' | 'w')) => 'q',
        ('q', _) => 'g',
        (c, _) => c,
    };
    chars.iter().enumerate().map(mend).collect()
}

pub fn strange_words(lexicon: &Lexicon, text: &str) -> usize {
    text.split(|c: char| !c.is_alphabetic() && c != '-')
        .filter(|word| word.chars().count() >= 2 && !knows(lexicon, word))
        .count()
}

/// What speaks against the letters of a name, and how strongly.
pub fn of_name(lexicon: &Lexicon, witness: &Witness, name: &str, evidence: &Evidence) -> Vec<(&'static str, f32)> {
    let was_given = witness.was_given(evidence);
    let words: Vec<&str> = name.split(' ').filter(|word| !names::is_particle(word)).collect();
    let is_given = |word: &str| {
        names::is_initial(word)
            || word.split('-').all(|part| names::is_given(lexicon, part))
            || lexicon.is_given_name(word)
    };
    let is_borne = |word: &str| names::is_surname(lexicon, word) || lexicon.is_place(word);
    let doubt = |word: &str| word.split('-').map(|part| witness.doubt(part, was_given)).fold(0.0, f32::max);
    let mut out = Vec::new();
    let mut say = |statement: &'static str, strength: f32| {
        if strength > 0.0 {
            out.push((statement, strength));
        }
    };
    if let Some(first) = words.first().filter(|word| words.len() > 1 && !is_given(word)) {
        say("odd.given_name", doubt(first));
    }
    if let Some(last) = words.last().filter(|word| !(is_borne(word) || words.len() == 1 && is_given(word))) {
        say("unknown", doubt(last));
        // "Ostensson", where Östensson is borne and this is not.
        say("odd.dots", f32::from(u8::from(dotted(last).any(|other| lexicon.is_surname(&other)))));
    }
    let strange = words.iter().filter(|word| !is_given(word) && !is_borne(word));
    say("spelling", strange.map(|word| surprise(lexicon, word) * doubt(word)).fold(0.0, f32::max));
    let tell = |is: bool| f32::from(u8::from(is));
    say("odd.spelling", tell(is_spelled_otherwise(lexicon, witness, name, evidence)));
    say("odd.foreign", tell(!was_given && name.chars().any(|c| c.is_alphabetic() && (c as u32) > 0xff)));
    // A word of the language alone is nobody.
    let is_word = |word: &str| lexicon.is_word(&word.to_lowercase()) && !is_given(word) && !is_borne(word);
    say("odd.word", tell(matches!(words.as_slice(), [word] if is_word(word))));
    // "C. 0. Ek", "Bo.Ek", "BoEk": no name has figures, or a stop or capital between two words.
    let is_glued = |word: &&str| {
        let core = word.trim_end_matches('.');
        core.contains('.') && core.split('.').any(|part| part.chars().count() >= 3)
    };
    let is_mixed = |word: &&str| {
        word.chars().skip(1).any(char::is_uppercase)
            && !word.contains(['-', '.', '\'', '’'])
            && word.chars().any(char::is_lowercase)
    };
    let is_marked =
        name.chars().any(|c| c.is_ascii_digit()) || words.iter().any(is_glued) || words.iter().any(is_mixed);
    say("odd.marks", tell(is_marked));
    out
}

/// How little the letters of a word follow each other as in others: 0 for an ordinary word.
fn surprise(lexicon: &Lexicon, word: &str) -> f32 {
    let Some(codes) = encode(&word.to_lowercase()).filter(|codes| codes.len() >= 3) else { return 0.0 };
    let per_letter = -lexicon.spelling(&codes) as f32 / (codes.len() + 1) as f32;
    (per_letter - USUAL_SURPRISE).max(0.0)
}

/// The word with one a or o dotted that is read without.
fn dotted(word: &str) -> impl Iterator<Item = String> + '_ {
    word.char_indices().flat_map(move |(at, c)| {
        let others: &[char] = match c {
            'a' => &['ä', 'å'],
            'A' => &['Ä', 'Å'],
            'o' => &['ö'],
            'O' => &['Ö'],
            _ => &[],
        };
        others.iter().map(move |other| format!("{}{other}{}", &word[..at], &word[at + c.len_utf8()..]))
    })
}

/// Whether a word that none knows is a common one with a letter too many or another letter in its place.
fn is_near_word(lexicon: &Lexicon, word: &str) -> bool {
    let letters = || ('a'..='z').chain(['å', 'ä', 'ö', 'é']);
    let chars: Vec<char> = word.to_lowercase().chars().collect();
    if chars.len() < 7 {
        return false;
    }
    let with = |at: usize, letter: Option<char>| -> String {
        chars.iter().enumerate().filter_map(|(n, c)| if n == at { letter } else { Some(*c) }).collect()
    };
    (0..chars.len())
        .any(|at| lexicon.is_word(&with(at, None)) || letters().any(|letter| lexicon.is_word(&with(at, Some(letter)))))
}

/// What speaks against the words of a text, and how strongly.
pub fn of_text(lexicon: &Lexicon, witness: &Witness, text: &str, evidence: &Evidence) -> Vec<(&'static str, f32)> {
    let was_given = witness.was_given(evidence);
    let (mut unknown, mut near, mut spelling, mut struck, mut foreign, mut glued) = (0.0, 0.0, 0.0f32, 0.0, 0.0, 0.0);
    for word in text.split(|c: char| !c.is_alphabetic() && c != '-').filter(|word| word.chars().count() >= 2) {
        if word.chars().any(|c| (c as u32) > 0xff) {
            foreign = 1.0;
            continue;
        }
        if knows(lexicon, word) || word.split('-').all(|part| part.chars().count() < 2 || knows(lexicon, part)) {
            continue;
        }
        // A rule strikes through the same letters everywhere.
        let is_struck = without_struck_letters(word) != word;
        let doubt = word.split('-').map(|part| witness.doubt(part, was_given && !is_struck)).fold(0.0, f32::max);
        struck += f32::from(u8::from(is_struck));
        spelling = spelling.max(surprise(lexicon, word) * doubt);
        // Names of firms and farms are in no lexicon; small letters are words.
        if word.starts_with(char::is_lowercase) || is_near_word(lexicon, word) {
            near += doubt;
        } else {
            unknown += doubt;
        }
        glued += f32::from(u8::from(is_glued(lexicon, word)));
    }
    let all = [
        ("unknown", unknown),
        ("odd.unknown", near),
        ("spelling", spelling),
        ("odd.struck", struck),
        ("odd.foreign", foreign),
        ("odd.glued", glued),
    ];
    all.into_iter().filter(|(_, strength)| *strength > 0.0).map(|(name, strength)| (name, strength.min(2.0))).collect()
}

/// "Valav": a word and a small one behind it that lost the blank between them.
fn is_glued(lexicon: &Lexicon, word: &str) -> bool {
    let ends = word.char_indices().map(|(at, _)| at).filter(|at| *at >= 3);
    let is_pair = |at: usize| hangs(&word[at..]) && lexicon.is_word(&word[..at]);
    ends.into_iter().any(is_pair)
}

/// Whether the document spells the name in another way that is no worse, or the name was respelled from one that is
/// borne: "Jacobson", "Jacobsson".
fn is_spelled_otherwise(lexicon: &Lexicon, witness: &Witness, name: &str, evidence: &Evidence) -> bool {
    let is_known = |word: &str| names::is_given(lexicon, word) || names::is_surname(lexicon, word);
    let are_known = |text: &str| text.contains(' ') && text.split(' ').all(is_known);
    let printed = evidence.printed.trim();
    if evidence.state == State::Corrected && letters(printed) != letters(name) && are_known(printed) {
        return true;
    }
    witness.near(name).any(|(given, surname)| {
        let same_letters = letters(&format!("{given}{surname}")) == letters(name);
        !same_letters && is_known(given) && is_known(surname)
    })
}

/// The letters of a text without the marks that scans lose.
pub fn letters(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfd().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

pub fn knows(lexicon: &Lexicon, word: &str) -> bool {
    let genitive = word.strip_suffix('s').unwrap_or(word);
    let capitals = word.chars().all(char::is_uppercase) && word.chars().count() <= 5;
    capitals
        || lexicon.is_word(word)
        || lexicon.is_place(word)
        || [word, genitive]
            .iter()
            .any(|form| lexicon.is_given_name(form) || lexicon.is_surname(form) || lexicon.is_word(form))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};

    fn witness(text: &str) -> Witness {
        Witness::new(&[CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())])
    }

    fn of(found: &[(&'static str, f32)], wanted: &str) -> f32 {
        found.iter().find(|(name, _)| *name == wanted).map_or(0.0, |(_, strength)| *strength)
    }

    #[test]
    fn words_that_are_none_are_doubtful() {
        let lexicon = Lexicon::builtin();
        let witness = witness("Drövkla, Drövkla, Drövkla");
        let found = |title: &str| of_text(&lexicon, &witness, title, &Evidence::default());
        assert!(found("Val av justerare").is_empty());
        assert!(of(&found("Ombyqqnad av torqet"), "odd.unknown") > 0.9);
        assert!(of(&found("Valav justerare"), "odd.glued") > 0.9);
        // What the document prints again and again is read surely.
        let sum = |witness: &Witness| -> f32 {
            let found = of_text(&lexicon, witness, "Vägen till Drövkla", &Evidence::default());
            found.iter().map(|(_, strength)| strength).sum()
        };
        assert!(sum(&witness) < sum(&Witness::default()));
    }

    #[test]
    fn a_name_spelled_in_two_ways() {
        let lexicon = Lexicon::builtin();
        let found = |text: &str| of_name(&lexicon, &witness(text), "Bo Johansson", &Evidence::default());
        assert!(of(&found("Bo Johansson\nBo Johanson"), "odd.spelling") > 0.9);
        assert!(found("Bo Johansson\nBo Johansson").is_empty());
    }

    #[test]
    fn letters_that_do_not_follow_each_other() {
        let lexicon = Lexicon::builtin();
        assert!(surprise(&lexicon, "Hjqlmgvist") > surprise(&lexicon, "Hjelmqvist"));
        let doubt = |name: &str| of_name(&lexicon, &Witness::default(), name, &Evidence::default());
        assert!(of(&doubt("C. 0. Ek"), "odd.marks") > 0.9 && doubt("C. O. Ek").is_empty());
    }
}
