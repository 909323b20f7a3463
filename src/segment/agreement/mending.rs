//! Titles that a rule struck or that were read without their dots: what the contents, the item's own text and the lexicon
//! would spell otherwise is asked for. Marks that are no letters are taken off here.

use crate::correct::Lexicon;
use crate::page::CorrectedPage;
use crate::protocol::{Item, Protocol, State};
use crate::segment::agreement::letters::{bare, knows, strange_words, without_struck_letters};
use crate::segment::agreement::places::Places;
use crate::segment::agreement::witness::is_scanned;
use crate::segment::words::forms::Words;

/// Words that are words and abbreviations alike.
static SHORT_FORMS: Words = Words::new("titles.short_forms");
/// The word for "year" with dots for its ring, as it is read before a year.
static MISREAD_YEARS: Words = Words::new("titles.misread_years");

/// How sure a title is that has the spelling of the contents, one with words that are known or printed in its text, and
/// one with others.
const LISTED: f32 = 0.85;
const KNOWN: f32 = 0.86;
const UNKNOWN: f32 = 0.7;
/// An I among capitals.
const CAPITAL: f32 = 0.95;
/// A title is so sure at most that marks were taken off.
const CLEANED: f32 = 0.75;

/// Takes off titles what is no letter: the value is what is printed without a rule's marks.
pub fn clean_titles(lexicon: &Lexicon, protocol: &mut Protocol) {
    for title in protocol.items.iter_mut().map(|item| &mut item.title) {
        let Some(printed) = title.value.as_mut() else { continue };
        let clean = without_marks(lexicon, printed);
        if clean != *printed {
            *printed = clean;
            if let Some(evidence) = title.evidence.as_mut() {
                if evidence.state == State::Read {
                    evidence.state = State::Normalised;
                }
                evidence.confidence = evidence.confidence.min(CLEANED);
            }
        }
    }
}

/// Asks for other letters in titles, and in the name of the body.
pub fn ask(lexicon: &Lexicon, pages: &[CorrectedPage], protocol: &Protocol, places: &mut Places) {
    if let Some(body) = protocol.meeting.body.value.as_deref() {
        places.put(protocol.meeting.body.evidence.as_ref(), body, &with_capitals(body), CAPITAL);
    }
    for (at, item) in protocol.items.iter().enumerate() {
        let (Some(title), Some(evidence)) = (item.title.value.as_deref(), item.title.evidence.as_ref()) else {
            continue;
        };
        let mut listed = protocol.contents.iter().filter(|entry| entry.item == Some(at));
        let title = &without_marks(lexicon, title);
        let listed = listed.find_map(|entry| as_listed(lexicon, title, entry.title.value.as_deref()?));
        let score = if listed.is_some() { LISTED } else { 1.0 };
        let (mended, sure) = mended(lexicon, listed.as_ref().unwrap_or(title), item, is_scanned(pages, evidence));
        places.put(Some(evidence), title, &mended, score.min(sure));
    }
}

/// "BRF EKEN l STORBY": a stroke alone among capitals is an I.
fn with_capitals(body: &str) -> String {
    let is_stroke = |word: &str| matches!(word, "l" | "|" | "1");
    let is_capital = |word: &str| is_stroke(word) || word.chars().all(|c| !c.is_lowercase());
    if !body.split(' ').all(is_capital) {
        return body.to_owned();
    }
    body.split(' ').map(|word| if is_stroke(word) { "I" } else { word }).collect::<Vec<_>>().join(" ")
}

/// A title with words that are none as the contents spell it, where that one has none such, in the title's own capitals.
fn as_listed(lexicon: &Lexicon, title: &str, listed: &str) -> Option<String> {
    let near = strsim::normalized_levenshtein(&title.to_lowercase(), &listed.to_lowercase()) >= 0.85;
    if title == listed || !near || strange_words(lexicon, listed) >= strange_words(lexicon, title) {
        return None;
    }
    let is_loud = !title.chars().any(char::is_lowercase);
    let as_printed = |word: &str| {
        let same = title.split(' ').find(|own| own.to_lowercase() == word.to_lowercase());
        same.map_or_else(|| if is_loud { word.to_uppercase() } else { word.to_owned() }, str::to_owned)
    };
    Some(listed.split(' ').map(as_printed).collect::<Vec<_>>().join(" "))
}

/// A title as it may have been printed, and how sure that is. Titles are underlined more than text is: the rule strikes
/// through g, y and p, and leaves marks under other letters. What the item's own text prints, and the letters that
/// Swedish has, put them right.
fn mended(lexicon: &Lexicon, title: &str, item: &Item, is_scanned: bool) -> (String, f32) {
    let text: Vec<&str> = item.text.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect();
    let words: Vec<&str> = title.split(' ').collect();
    let is_loud = !title.chars().any(char::is_lowercase);
    let mut out: Vec<String> = Vec::with_capacity(words.len());
    let (mut changed, mut sure) = (false, true);
    for word in &words {
        let core = bare(word);
        if core.is_empty() {
            let is_stroke = *word == "|" && is_loud;
            changed |= is_stroke;
            out.push(if is_stroke { "I" } else { word }.to_owned());
            continue;
        }
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
        changed |= mended != core;
        sure &= mended == core || knows(lexicon, &mended) || text.contains(&mended.as_str());
        out.push(word.replacen(core, &mended, 1));
    }
    let score = match (changed, sure) {
        (false, _) => 1.0,
        (true, true) => KNOWN,
        (true, false) => UNKNOWN,
    };
    (out.join(" "), score)
}

/// Marks that rules and specks leave in a title: underscores, strokes at its beginning, full stops inside a phrase.
fn without_marks(lexicon: &Lexicon, title: &str) -> String {
    let start = title.trim_start_matches(|c: char| {
        matches!(c, '`' | '´' | '\'' | '_' | '|' | '~' | '^' | ',' | '.' | ' ' | '·' | '•')
    });
    let text = start.replace('_', " ");
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut out: Vec<String> = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).copied().unwrap_or("");
        let inside = next.starts_with(char::is_lowercase);
        match word.strip_suffix('.') {
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
    // A rule through a g is read as a q, or as a letter beside it.
    let once = plain.replace("gg", "g");
    for spelling in [&plain, &once] {
        if plain != word && (text.contains(&spelling.as_str()) || knows(lexicon, spelling)) {
            return spelling.clone();
        }
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
    word.to_owned()
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
        assert_eq!(mended("Orqgelns", &[], true), "Orgelns");
        assert_eq!(mended("Kvarqnasen", &[], true), "Kvarqnasen");
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
