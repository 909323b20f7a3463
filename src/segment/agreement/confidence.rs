//! How far a value is to be trusted, beyond how clearly its letters were read.
//!
//! Engines are sure of misreadings that look like letters; the lexicon is not. A title with a word
//! that no lexicon knows and a name that nothing vouches for count less than they were read.

use crate::correct::Lexicon;
use crate::page::{CorrectedPage, TextSource};
use crate::protocol::{Evidence, Field, Protocol, State};
use crate::segment::agreement::witness::Witness;
use crate::segment::words::forms::Words;
use crate::segment::words::{names, parties};

/// Words that are words and abbreviations alike.
static SHORT_FORMS: Words = Words::new("titles.short_forms");
/// Words that something must follow.
static HANGING_WORDS: Words = Words::new("titles.hanging_words");
/// The word for "year" with dots for its ring, as it is read before a year.
static MISREAD_YEARS: Words = Words::new("titles.misread_years");

/// Lowers the confidence of values that neither the lexicon nor the document vouches for.
pub fn weigh(lexicon: &Lexicon, witness: &Witness, protocol: &mut Protocol) {
    let whole =
        protocol.attendees.iter().filter(|one| one.name.value.as_deref().is_some_and(|name| name.contains(' ')));
    let year = protocol.meeting.date.value.map(|date| date.year());
    let lists_whole_names = whole.count() * 10 >= protocol.attendees.len() * 8;
    for attendee in &mut protocol.attendees {
        weigh_name(lexicon, witness, &mut attendee.name);
        // Half a name among whole ones has lost its other half.
        if lists_whole_names && attendee.name.value.as_deref().is_some_and(|name| !name.contains(' ')) {
            scale(&mut attendee.name, 0.85);
        }
        weigh_name(lexicon, witness, &mut attendee.replaces);
        // No party went by the code in that year: it was misread, or the year was.
        if let (Some(year), Some(code)) = (year, attendee.party.value.as_deref())
            && !parties::existed(code, year)
        {
            scale(&mut attendee.party, 0.85);
        }
    }
    for absent in &mut protocol.absent {
        weigh_name(lexicon, witness, &mut absent.name);
    }
    for signature in &mut protocol.signatures {
        weigh_name(lexicon, witness, &mut signature.name);
    }
    for item in &mut protocol.items {
        weigh_text(lexicon, witness, &mut item.title);
        weigh_title(lexicon, witness, &mut item.title);
    }
    weigh_swallowed(protocol);
    weigh_text(lexicon, witness, &mut protocol.meeting.body);
    weigh_text(lexicon, witness, &mut protocol.meeting.place);
    weigh_body(witness, &mut protocol.meeting.body);
}

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
        let sources = item.title.evidence.iter().flat_map(|evidence| &evidence.sources);
        let is_scanned = sources
            .flat_map(|source| pages.iter().filter(|page| page.number() == source.page))
            .any(|page| page.ocr().source == TextSource::Ocr);
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

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
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

/// `q` stands in no Swedish word but before v and u, and marks under a letter are a rule's.
fn without_struck_letters(word: &str) -> String {
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

fn strange_words(lexicon: &Lexicon, text: &str) -> usize {
    text.split(|c: char| !c.is_alphabetic() && c != '-')
        .filter(|word| word.chars().count() >= 2 && !knows(lexicon, word))
        .count()
}

fn scale<T>(field: &mut Field<T>, factor: f32) {
    if let Some(evidence) = field.evidence.as_mut() {
        evidence.confidence *= factor;
    }
}

fn weigh_name(lexicon: &Lexicon, witness: &Witness, field: &mut Field<String>) {
    let (Some(name), Some(evidence)) = (field.value.clone(), field.evidence.as_ref()) else { return };
    let was_given = witness.was_given(evidence);
    let is_other = is_spelled_otherwise(lexicon, witness, &name, evidence);
    let words: Vec<&str> = name.split(' ').filter(|word| !names::is_particle(word)).collect();
    let foreign = name.chars().any(|c| c.is_alphabetic() && (c as u32) > 0xff);
    let is_given = |word: &str| {
        names::is_initial(word)
            || word.split('-').all(|part| names::is_given(lexicon, part))
            || lexicon.is_given_name(word)
    };
    let given = words.len() < 2 || words.first().is_some_and(|word| is_given(word));
    let surname = words.last().is_some_and(|word| names::is_surname(lexicon, word) || lexicon.is_place(word));
    let strange = words.iter().any(|word| {
        word.chars().skip(1).any(char::is_uppercase)
            && !word.contains(['-', '.', '\'', '’'])
            && word.chars().any(char::is_lowercase)
    });
    let mut factor: f32 = match (given, surname) {
        (true, true) => 1.0,
        (true, false) => 0.97,
        (false, true) => 0.9,
        (false, false) => 0.8,
    };
    let is_known = |word: &&str| is_given(word) || names::is_surname(lexicon, word) || lexicon.is_place(word);
    let doubt = words
        .iter()
        .filter(|word| !is_known(word))
        .flat_map(|word| word.split('-'))
        .map(|word| witness.doubt(word, was_given))
        .fold(0.0, f32::max);
    factor = 1.0 - (1.0 - factor) * doubt;
    if foreign && !was_given {
        factor *= 0.7;
    }
    // A word of the language alone is nobody.
    if let [word] = words.as_slice()
        && lexicon.is_word(&word.to_lowercase())
        && !is_known(word)
    {
        factor *= 0.8;
    }
    if is_other {
        factor *= 0.9;
    }
    // "C. 0. Ek", "Bo.Ek": no name has figures, or a stop between two words.
    let is_glued = |word: &str| {
        word.trim_end_matches('.').split('.').any(|part| part.chars().count() >= 3)
            && word.trim_end_matches('.').contains('.')
    };
    if name.chars().any(|c| c.is_ascii_digit()) || words.iter().any(|word| is_glued(word)) {
        factor *= 0.8;
    }
    // "Ostensson", where Östensson is borne and this is not.
    if !surname && words.last().is_some_and(|word| dotted(word).any(|other| lexicon.is_surname(&other))) {
        factor *= 0.9;
    }
    if strange {
        factor *= 0.8;
    }
    scale(field, factor);
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

fn weigh_text(lexicon: &Lexicon, witness: &Witness, field: &mut Field<String>) {
    let (Some(text), Some(evidence)) = (field.value.clone(), field.evidence.as_ref()) else { return };
    let was_given = witness.was_given(evidence);
    let mut factor: f32 = 1.0;
    for word in text.split(|c: char| !c.is_alphabetic() && c != '-').filter(|word| word.chars().count() >= 2) {
        if word.chars().any(|c| (c as u32) > 0xff) {
            factor *= 0.7;
            continue;
        }
        let known =
            knows(lexicon, word) || word.split('-').all(|part| part.chars().count() < 2 || knows(lexicon, part));
        if !known {
            // Names of firms and farms are in no lexicon; small letters are words.
            let is_small = word.chars().next().is_some_and(char::is_lowercase);
            let cost = if is_small || is_near_word(lexicon, word) { 0.28 } else { 0.1 };
            // A rule strikes through the same letters everywhere.
            let is_struck = without_struck_letters(word) != word;
            let doubt = word.split('-').map(|part| witness.doubt(part, was_given && !is_struck)).fold(0.0, f32::max);
            factor *= 1.0 - cost * if is_struck { 1.0 } else { doubt };
        }
    }
    // Marks that no title is printed with.
    if text.contains(['»', '«', '|', '^', '~', '}', '{', '\\', '¬', '¦']) {
        factor *= 0.8;
    }
    scale(field, factor.max(0.3));
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
fn letters(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfd().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What speaks against a title as a whole: words that are parted or that the document usually spells otherwise, letters
/// that were put in or taken out, an end that is none.
fn weigh_title(lexicon: &Lexicon, witness: &Witness, field: &mut Field<String>) {
    let (Some(title), Some(evidence)) = (field.value.clone(), field.evidence.as_ref()) else { return };
    let words: Vec<&str> = title.split_whitespace().collect();
    let bare_words: Vec<&str> = words.iter().map(|word| bare(word)).filter(|word| !word.is_empty()).collect();
    let mut factor: f32 = 1.0;
    if evidence.state == State::Corrected
        && letters(&evidence.printed).chars().count() != letters(&title).chars().count()
    {
        factor *= 0.88;
    }
    let is_parted = |pair: &[&str]| !pair[0].ends_with('-') && witness.is_one_word(bare(pair[0]), bare(pair[1]));
    if words.windows(2).any(is_parted) {
        factor *= 0.85;
    }
    if !witness.was_given(evidence) && bare_words.iter().any(|word| witness.is_usually_other(word)) {
        factor *= 0.92;
    }
    // Letters that a font draws as one.
    if title.chars().any(|c| matches!(c, '\u{fb00}'..='\u{fb06}')) {
        factor *= 0.85;
    }
    // "Skrivelser a) Från förbundet b) Från", "Redovisning av avlopp samt -": lists, and what goes on elsewhere.
    let is_point = |word: &&str| word.len() == 2 && word.ends_with(')') && word.starts_with(char::is_lowercase);
    if words.iter().skip(1).any(is_point) {
        factor *= 0.9;
    }
    // "Val av" alone has its list below it.
    let hangs = |word: &str| HANGING_WORDS.has(&word.to_lowercase());
    let is_open = |pair: &[&str]| hangs(pair[0]) && matches!(pair[1], "-" | "–" | "•");
    if words.len() > 2 && words.last().is_some_and(|last| hangs(last)) || words.windows(2).any(is_open) {
        factor *= 0.8;
    }
    // Titles have commas where readings have semicolons, and no second sentence.
    let begins = |pair: &[&str]| {
        pair[0].ends_with(';')
            || pair[0].ends_with('.')
                && pair[0].chars().count() > 4
                && pair[1].starts_with(char::is_uppercase)
                && !SHORT_FORMS.has(&bare(pair[0]).to_lowercase())
    };
    if words.windows(2).any(begins) || title.ends_with([';', ',']) {
        factor *= 0.87;
    }
    // "Bo Ek föredrog budgeten": who does something is no matter.
    if let [given, surname, next, ..] = words.as_slice()
        && next.starts_with(char::is_lowercase)
        && !hangs(next)
        && names::is_given(lexicon, given)
        && names::is_surname(lexicon, surname)
        && !surname.ends_with('s')
    {
        factor *= 0.88;
    }
    scale(field, factor);
}

/// A number that no item has stands in the title before it, with what was its own title.
fn weigh_swallowed(protocol: &mut Protocol) {
    let numbers: Vec<Option<u32>> = protocol.items.iter().map(|item| item.number.value).collect();
    for (item, next) in protocol.items.iter_mut().zip(numbers.into_iter().skip(1)) {
        let (Some(last), Some(next)) = (item.number_last.or(item.number.value), next) else { continue };
        let Some(title) = item.title.value.as_deref() else { continue };
        let lost = last.saturating_add(1).to_string();
        let holds = title.split_whitespace().skip(1).any(|word| word.split('-').next() == Some(lost.as_str()));
        if next > last.saturating_add(1) && holds {
            scale(&mut item.title, 0.75);
        }
    }
}

/// What the document prints again and again is read surely; a body in the genitive, or with a mark before it that was read
/// as a letter, is not.
fn weigh_body(witness: &Witness, field: &mut Field<String>) {
    let Some(body) = field.value.clone() else { return };
    let words: Vec<&str> = body.split(' ').collect();
    let is_usual = words.iter().filter(|word| word.chars().count() > 2).all(|word| {
        word.split(|c: char| !c.is_alphanumeric()).all(|part| part.chars().count() < 3 || witness.count(part) >= 3)
    });
    if let Some(evidence) = field.evidence.as_mut().filter(|_| is_usual) {
        evidence.confidence += 0.3 * (1.0 - evidence.confidence);
    }
    let is_lone = words.first().is_some_and(|word| word.chars().count() == 1);
    let is_genitive = words.last().and_then(|last| last.strip_suffix('s')).is_some_and(|core| witness.count(core) > 0);
    scale(field, if is_lone { 0.85 } else { 1.0 } * if is_genitive { 0.88 } else { 1.0 });
}

fn knows(lexicon: &Lexicon, word: &str) -> bool {
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
    use crate::protocol::Item;

    #[test]
    fn words_that_are_none_cost_trust() {
        let lexicon = Lexicon::builtin();
        let item = |title: &str| Item {
            title: Field::new(title.to_owned(), Evidence { confidence: 0.95, ..Evidence::default() }),
            ..Item::default()
        };
        let mut protocol =
            Protocol { items: vec![item("Val av justerare"), item("Ombyqqnad av torqet")], ..Protocol::default() };
        weigh(&lexicon, &Witness::default(), &mut protocol);
        let trust: Vec<f32> =
            protocol.items.iter().filter_map(|item| item.title.evidence.as_ref()).map(|e| e.confidence).collect();
        assert!(trust[0] > 0.9 && trust[1] < 0.7, "{trust:?}");
    }

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

    #[test]
    fn doubts_of_a_title_add_up() {
        let lexicon = Lexicon::builtin();
        let pages =
            [CorrectedPage::new(OcrPage::from_text(1, "Ersättare\nSkruvinge, Skruvinge, Skruvinge"), Vec::new())];
        let witness = Witness::new(&pages);
        let trust = |title: &str| {
            let field = Field::new(title.to_owned(), Evidence { confidence: 0.95, ..Evidence::default() });
            let mut protocol =
                Protocol { items: vec![Item { title: field, ..Item::default() }], ..Protocol::default() };
            weigh(&lexicon, &witness, &mut protocol);
            protocol.items[0].title.evidence.as_ref().map_or(0.0, |evidence| evidence.confidence)
        };
        let sure = trust("Val av ersättare");
        for doubtful in [
            "Val av er sättare",
            "Rapporter samt - Budget",
            "Val av revisor; ersättare",
            "Kassören lämnade en redogörelse för",
        ] {
            assert!(trust(doubtful) < 0.9 * sure, "{doubtful}: {}", trust(doubtful));
        }
        assert!(trust("Val av") > 0.9 && trust("Vägen till Skruvinge") > trust("Vägen till Skruvange"));
    }

    #[test]
    fn a_number_swallowed_by_the_title_before_it() {
        let item = |number: u32, title: &str| Item {
            number: Field::new(number, Evidence::default()),
            title: Field::new(title.to_owned(), Evidence { confidence: 0.95, ..Evidence::default() }),
            ..Item::default()
        };
        let items = vec![item(7, "Rapporter 8- Budget"), item(9, "Val")];
        let mut protocol = Protocol { items, ..Protocol::default() };
        weigh(&Lexicon::builtin(), &Witness::default(), &mut protocol);
        assert!(protocol.items[0].title.evidence.as_ref().is_some_and(|evidence| evidence.confidence < 0.8));
    }

    #[test]
    fn a_name_spelled_in_two_ways() {
        let trust = |text: &str| {
            let pages = [CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
            let evidence = Evidence { confidence: 0.95, ..Evidence::default() };
            let mut name = Field::new("Bo Johansson".to_owned(), evidence);
            weigh_name(&Lexicon::builtin(), &Witness::new(&pages), &mut name);
            name.evidence.map_or(0.0, |evidence| evidence.confidence)
        };
        assert!(trust("Bo Johansson\nBo Johanson") < trust("Bo Johansson\nBo Johansson"));
    }
}
