//! Titles that a rule struck or that were read without their dots, put right by what the contents, the item's own text
//! and the lexicon say.

use crate::correct::Lexicon;
use crate::page::CorrectedPage;
use crate::protocol::{Protocol, State};
use crate::segment::agreement::letters::{bare, knows, strange_words, without_struck_letters};
use crate::segment::agreement::witness::is_scanned;
use crate::segment::words::forms::Words;

/// Words that are words and abbreviations alike.
static SHORT_FORMS: Words = Words::new("titles.short_forms");
/// The word for "year" with dots for its ring, as it is read before a year.
static MISREAD_YEARS: Words = Words::new("titles.misread_years");

/// A title with words that are none takes the spelling of the contents, where that one has none such.
pub fn settle_titles(lexicon: &Lexicon, protocol: &mut Protocol) {
    for entry in &protocol.contents {
        let (Some(listed), Some(item)) =
            (entry.title.value.as_deref(), entry.item.and_then(|at| protocol.items.get_mut(at)))
        else {
            continue;
        };
        let Some(title) = item.title.value.as_deref() else { continue };
        let near = strsim::normalized_levenshtein(&title.to_lowercase(), &listed.to_lowercase()) >= 0.85;
        if title != listed && near && strange_words(lexicon, listed) < strange_words(lexicon, title) {
            item.title.value = Some(listed.to_owned());
            if let Some(evidence) = item.title.evidence.as_mut() {
                evidence.state = State::Corrected;
                evidence.confidence = evidence.confidence.min(0.85);
            }
        }
    }
}

/// Titles are underlined more than text is: the rule strikes through g, y and p, and leaves marks under
/// other letters. What the item's own text prints, and the letters that Swedish has, put them right.
pub fn mend_titles(lexicon: &Lexicon, pages: &[CorrectedPage], protocol: &mut Protocol) {
    // "BRF EKEN l STORBY": a stroke alone among capitals is an I.
    if let Some(body) = protocol.meeting.body.value.clone() {
        let strokes = |word: &str| matches!(word, "l" | "|" | "1");
        let capitals =
            body.split(' ').filter(|word| !strokes(word)).all(|word| word.chars().all(|c| !c.is_lowercase()));
        if capitals && body.split(' ').any(strokes) {
            let mended: Vec<&str> = body.split(' ').map(|word| if strokes(word) { "I" } else { word }).collect();
            protocol.meeting.body.value = Some(mended.join(" "));
            if let Some(evidence) = protocol.meeting.body.evidence.as_mut() {
                evidence.state = State::Corrected;
            }
        }
    }
    for item in &mut protocol.items {
        let Some(printed) = item.title.value.clone() else { continue };
        let title = without_marks(lexicon, &printed);
        // Rules strike through letters on paper; what a machine wrote has the letters that it has.
        let is_scanned = item.title.evidence.as_ref().is_some_and(|evidence| is_scanned(pages, evidence));
        if title != printed {
            item.title.value = Some(title.clone());
            if let Some(evidence) = item.title.evidence.as_mut() {
                evidence.state = State::Corrected;
                evidence.confidence = evidence.confidence.min(0.91);
            }
        }
        let text: Vec<&str> = item.text.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect();
        let words: Vec<&str> = title.split(' ').collect();
        let mut out: Vec<String> = Vec::with_capacity(words.len());
        let mut sure = true;
        for word in &words {
            let core = bare(word);
            let before = out.last().map(|before| bare(before).to_owned());
            // "FÖR ÄR 1976"
            let is_year = |word: &&str| bare(word).len() == 4 && bare(word).chars().all(|c| c.is_ascii_digit());
            let mended = if MISREAD_YEARS.has(core) && words.get(out.len() + 1).is_some_and(is_year) {
                let ring = |c| match c {
                    'ä' => 'å',
                    'Ä' => 'Å',
                    c => c,
                };
                core.chars().map(ring).collect()
            } else {
                let mended = mended_word(lexicon, core, before.as_deref(), &text, is_scanned);
                if mended == core { with_dots_of_text(lexicon, core, &text) } else { mended }
            };
            sure &= mended == core || knows(lexicon, &mended) || text.contains(&mended.as_str());
            out.push(if core.is_empty() { (*word).to_owned() } else { word.replacen(core, &mended, 1) });
        }
        let new = out.join(" ");
        if new != title {
            item.title.value = Some(new);
            if let Some(evidence) = item.title.evidence.as_mut() {
                evidence.state = State::Corrected;
                evidence.confidence = evidence.confidence.min(if sure { 0.86 } else { 0.7 });
            }
        }
    }
}

/// Marks that rules and specks leave in a title: underscores, strokes, full stops inside a phrase. A stroke alone among
/// capitals is an I.
fn without_marks(lexicon: &Lexicon, title: &str) -> String {
    let start = title.trim_start_matches(|c: char| {
        matches!(c, '`' | '´' | '\'' | '_' | '|' | '~' | '^' | ',' | '.' | ' ' | '·' | '•')
    });
    let text = start.replace('_', " ");
    let all_capitals = !text.chars().any(char::is_lowercase);
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut out: Vec<String> = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).copied().unwrap_or("");
        let inside = next.starts_with(char::is_lowercase);
        match word.strip_suffix('.') {
            _ if *word == "|" && all_capitals => out.push("I".to_owned()),
            Some(core)
                if inside
                    && core.chars().count() >= 3
                    && !core.contains('.')
                    && lexicon.is_word(core)
                    && !SHORT_FORMS.has(&core.to_lowercase()) =>
            {
                out.push(core.to_owned());
            }
            _ => out.push((*word).to_owned()),
        }
    }
    out.join(" ")
}

fn mended_word(lexicon: &Lexicon, word: &str, before: Option<&str>, text: &[&str], is_scanned: bool) -> String {
    let n = word.chars().count();
    if n < 2 || word.chars().any(|c| c.is_ascii_digit()) || text.contains(&word) {
        return word.to_owned();
    }
    let capitals = n <= 3 && word.chars().all(char::is_uppercase);
    // "Fjärrvärme AR" where the text says "Fjärrvärme AB".
    if let Some(before) = before.filter(|before| before.chars().count() >= 4) {
        let mut after = text.windows(2).filter(|pair| pair[0] == before).map(|pair| pair[1]);
        let near = after.find(|other| {
            let distance = strsim::levenshtein(other, word);
            distance == 1 && (capitals && other.chars().all(char::is_uppercase) || n >= 5 && !knows(lexicon, word))
        });
        if let Some(near) = near {
            return near.to_owned();
        }
    }
    if capitals || knows(lexicon, word) {
        return word.to_owned();
    }
    let plain = without_struck_letters(word);
    // "Faruqi", "Gonçalves": a name has the letters it is borne with, unless a word of the language has others.
    if plain != word && word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase) {
        let has_marks = plain.chars().zip(word.chars()).any(|(plain, read)| plain != read && read != 'q');
        let is_word = lexicon.is_word(&plain) || lexicon.is_place(&plain);
        if (has_marks || !is_scanned) && !is_word && !text.contains(&plain.as_str()) {
            return word.to_owned();
        }
    }
    if plain != word && (text.contains(&plain.as_str()) || knows(lexicon, &plain)) {
        return plain;
    }
    let mut near = text.iter().filter(|other| {
        n >= 6
            && other.chars().count().abs_diff(n) <= 1
            && strsim::levenshtein(other, &plain) <= 1 + usize::from(n >= 9)
    });
    if let Some(first) = near.next()
        && near.all(|other| other == first)
        && first.chars().next().map(|c| c.is_uppercase()) == word.chars().next().map(|c| c.is_uppercase())
        && plain != word
    {
        return (*first).to_owned();
    }
    plain
}

/// A long word that is none, where the item's text has its stem twice with another of its letters dotted or ringed.
fn with_dots_of_text(lexicon: &Lexicon, word: &str, text: &[&str]) -> String {
    const LONG: usize = 9;
    let letters: Vec<char> = word.to_lowercase().chars().collect();
    if letters.len() < LONG
        || letters.len() != word.chars().count()
        || lexicon.entry(word).is_word()
        || text.contains(&word)
    {
        return word.to_owned();
    }
    let dotted = |other: &&str| -> Option<(usize, char)> {
        let other: Vec<char> = other.to_lowercase().chars().collect();
        if !(LONG..=letters.len()).contains(&other.len()) {
            return None;
        }
        let mut apart = other.iter().zip(&letters).enumerate().filter(|(_, (own, read))| own != read);
        let (at, (own, _)) = apart.next()?;
        // What the ending of a word is may differ, and is no letter misread.
        (apart.next().is_none() && matches!(own, 'å' | 'ä' | 'ö') && at + 2 < other.len()).then_some((at, *own))
    };
    let found: Vec<(usize, char)> = text.iter().filter_map(dotted).collect();
    let [(at, letter), ..] = found[..] else { return word.to_owned() };
    if found.len() < 2 || found.iter().any(|other| *other != (at, letter)) {
        return word.to_owned();
    }
    let upper = |c: char| c.to_uppercase().next().unwrap_or(c);
    let mend = |(n, c): (usize, char)| match n == at {
        true if c.is_uppercase() => upper(letter),
        true => letter,
        false => c,
    };
    word.chars().enumerate().map(mend).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_titles_keep_their_letters() {
        let lexicon = Lexicon::builtin();
        let mended = |word: &str, text: &[&str], is_scanned| mended_word(&lexicon, word, None, text, is_scanned);
        assert_eq!(mended("Siddiqis", &[], false), "Siddiqis");
        assert_eq!(mended("Françaises", &[], true), "Françaises");
        assert_eq!(mended("Ombyqqnad", &[], true), "Ombyggnad");
        assert_eq!(mended("Eklidenqs", &["Eklidengs"], false), "Eklidengs");
    }

    #[test]
    fn a_title_has_the_dots_of_its_text() {
        let lexicon = Lexicon::builtin();
        let dotted = |word: &str, text: &[&str]| with_dots_of_text(&lexicon, word, text);
        let text = ["Badplatsundersökningen", "av", "badplatsundersökning"];
        assert_eq!(dotted("Badplatsundersakningen", &text), "Badplatsundersökningen");
        assert_eq!(dotted("Badplatsundersakningen", &text[..1]), "Badplatsundersakningen");
        assert_eq!(dotted("marknaden", &["märknaden", "märknaden"]), "marknaden");
    }
}
