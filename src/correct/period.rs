//! Words in the spelling before 1906 and plural verbs (*öfverläggningarne*, *uppgavos*): right as they stand, though
//! no list holds them all.

use super::lexicon::Lexicon;
use crate::text::without_marks;

/// Letters once written for others, at the beginning, at the end and anywhere.
const BEGINNINGS: &[(&str, &str)] = &[("hv", "v"), ("qv", "kv")];
const ENDS: &[(&str, &str)] = &[("arne", "arna"), ("erne", "erna"), ("orne", "orna"), ("f", "v"), ("dt", "t")];
const INNER: &[(&str, &str)] = &[("fv", "v"), ("qv", "kv")];
/// Behind these an *f* may be today's *v*.
const BEFORE_V: [char; 10] = ['a', 'e', 'i', 'o', 'u', 'å', 'ä', 'ö', 'l', 'r'];
/// Endings of plural verbs in the past, which end without them today.
const PLURALS: &[(&str, &str)] = &[("os", "s"), ("o", "")];
/// Shorter words are too alike to tell an ending from a misread letter.
const SHORTEST: usize = 5;

/// How much more common (times) today's spelling is than one that only old texts have.
const OLD_RATIO: f64 = 100.0;

/// Whether a word is spelt as only old texts spell it, and is another today.
pub fn is_old(lexicon: &Lexicon, word: &str) -> bool {
    if !has_old_letters(word.as_bytes()) {
        return false;
    }
    let today = spelt_today(word);
    today != word && lexicon.entry(&today).word() > OLD_RATIO * lexicon.entry(word).word()
}

/// Whether any rule may change it: most words are no older than others, and that is quickly told. Bytes or codes.
pub fn has_old_letters(word: &[u8]) -> bool {
    let ends = |table: &[(&str, &str)]| table.iter().any(|(old, _)| word.ends_with(old.as_bytes()));
    BEGINNINGS.iter().any(|(old, _)| word.starts_with(old.as_bytes()))
        || ends(ENDS)
        || word.windows(2).any(|two| INNER.iter().any(|(old, _)| two == old.as_bytes()))
}

/// What a word has in common with all ways in which it was ever spelt: *deremot* and *däremot*, *af* and *av*,
/// *bestämdt* and *bestämt*. Letters without dots.
pub fn skeleton(word: &str) -> String {
    let plain = without_marks(&word.to_lowercase().replace('ä', "e")).replace("hv", "v").replace("qv", "kv");
    let mut out = String::with_capacity(plain.len());
    for c in plain.chars() {
        let c = match c {
            'f' | 'w' => 'v',
            'q' => 'k',
            c => c,
        };
        let is_double = out.ends_with(c);
        if c == 't' && out.ends_with('d') {
            out.pop();
        }
        if !is_double {
            out.push(c);
        }
    }
    out
}

/// Letters of today for an old spelling, with the place that each has in it: dots that a list knows there can be put
/// back. Where an *f* may be a *v* and an *e* an *ä* today, each is tried.
pub fn with_places(word: &[char]) -> Vec<(Vec<char>, Vec<usize>)> {
    let (mut letters, mut places) = (Vec::new(), Vec::new());
    for (at, c) in word.iter().enumerate() {
        let (is_first, next) = (at == 0, word.get(at + 1).copied());
        let is_last_but_one = at + 2 == word.len();
        match (*c, next) {
            ('f' | 'h', Some('v')) if *c == 'f' || is_first => continue,
            ('d', Some('t')) if is_last_but_one => continue,
            ('q', Some('v')) => letters.push('k'),
            ('f', None) => letters.push('v'),
            (c, _) => letters.push(c),
        }
        places.push(at);
    }
    let mut out = Vec::new();
    for at in 1..letters.len() {
        let today = match (letters[at - 1], letters[at], letters.get(at + 1)) {
            (_, 'e', Some('f' | 'g' | 'l' | 'm' | 'n' | 'r' | 'v')) => 'ä',
            (before, 'f', _) if BEFORE_V.contains(&before) => 'v',
            _ => continue,
        };
        let mut other = letters.clone();
        other[at] = today;
        out.push((other, places.clone()));
    }
    if letters != word {
        out.push((letters, places));
    }
    out
}

/// Occurrences in a billion of the word that this is spelt as today, if lists hold that one.
pub fn of_today(lexicon: &Lexicon, word: &str) -> Option<f64> {
    if word.chars().count() < SHORTEST {
        return None;
    }
    let spelling = spelt_today(word);
    let singular = PLURALS.iter().filter_map(|(old, new)| Some(format!("{}{new}", spelling.strip_suffix(old)?)));
    let known = |word: &str| {
        let count = lexicon.entry(word).word();
        (count > 0.0).then_some(count)
    };
    let spelt = (spelling != word).then(|| known(&spelling)).flatten();
    spelt.or_else(|| singular.filter_map(|word| known(&word)).next()).or_else(|| known(&with_v(word)?))
}

/// The word with *v* where an *f* after a vowel or a liquid was read once: *afslutande*, *halft*.
fn with_v(word: &str) -> Option<String> {
    let at = word.char_indices().skip(1).find(|(at, c)| *c == 'f' && word[..*at].ends_with(BEFORE_V))?;
    Some(format!("{}v{}", &word[..at.0], &word[at.0 + 1..]))
}

fn spelt_today(word: &str) -> String {
    let mut out = word.to_owned();
    for (old, new) in BEGINNINGS {
        if let Some(rest) = out.strip_prefix(old) {
            out = format!("{new}{rest}");
        }
    }
    for (old, new) in ENDS {
        if let Some(rest) = out.strip_suffix(old) {
            out = format!("{rest}{new}");
        }
    }
    INNER.iter().fold(out, |word, (old, new)| word.replace(old, new))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_spellings_and_plural_verbs() {
        let lexicon = Lexicon::builtin();
        for word in ["öfverläggningarne", "uppgavos", "upptogos", "torgdagarne", "hvarandra", "skrifver", "upptogo"] {
            assert!(of_today(&lexicon, word).is_some(), "{word}");
        }
        assert!(
            is_old(&lexicon, "öfver")
                && is_old(&lexicon, "af")
                && !is_old(&lexicon, "över")
                && !is_old(&lexicon, "chef")
        );
        for (old, today) in [
            ("deremot", "däremot"),
            ("af", "av"),
            ("bestämdt", "bestämt"),
            ("hvilka", "vilka"),
            ("skilnad", "skillnad"),
        ] {
            assert_eq!(skeleton(old), skeleton(today));
        }
        for word in ["namnden", "beslutat", "tfv", "förslagel", "godkanna", "kommunstyrelsen"] {
            assert!(of_today(&lexicon, word).is_none(), "{word}");
        }
    }
}
