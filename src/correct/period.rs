//! Words in the spelling before 1906 and plural verbs (*öfverläggningarne*, *uppgavos*): right as they stand, though
//! no list holds them all.

use super::lexicon::Lexicon;

/// Letters once written for others, at the beginning, at the end and anywhere.
const BEGINNINGS: &[(&str, &str)] = &[("hv", "v"), ("qv", "kv")];
const ENDS: &[(&str, &str)] = &[("arne", "arna"), ("erne", "erna"), ("orne", "orna"), ("f", "v")];
const INNER: &[(&str, &str)] = &[("fv", "v"), ("qv", "kv")];
/// Endings of plural verbs in the past, which end without them today.
const PLURALS: &[(&str, &str)] = &[("os", "s"), ("o", "")];
/// Shorter words are too alike to tell an ending from a misread letter.
const SHORTEST: usize = 5;

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
    (spelling != word).then(|| known(&spelling)).flatten().or_else(|| singular.filter_map(|word| known(&word)).next())
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
        for word in ["namnden", "beslutat", "tfv", "förslagel", "godkanna", "kommunstyrelsen"] {
            assert!(of_today(&lexicon, word).is_none(), "{word}");
        }
    }
}
