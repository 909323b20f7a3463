//! How far a value is to be trusted, beyond how clearly its letters were read.
//!
//! Engines are sure of misreadings that look like letters; the lexicon is not. A title with a word
//! that no lexicon knows and a name that nothing vouches for count less than they were read.

use crate::correct::Lexicon;
use crate::protocol::{Evidence, Field, Protocol, State};
use crate::segment::agreement::witness::Witness;
use crate::segment::words::forms::Words;
use crate::segment::words::{names, parties};

/// Words that are words and abbreviations alike.
static SHORT_FORMS: Words = Words::new("titles.short_forms");
/// Words that something must follow.
static HANGING_WORDS: Words = Words::new("titles.hanging_words");

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
