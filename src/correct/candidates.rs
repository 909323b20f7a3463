//! What a misread word may have been, and what the lists say of it as it was read.
//!
//! [`super::walk`] finds the candidates in the lexicon; here they are put together with the user's. Which one fits its
//! neighbours is decided elsewhere.

use super::candidate::{Candidate, Case, GENITIVES, Query, Source, put_entry};
use super::channel::Channel;
use super::lexicon::{Lexicon, Neighbour, code, encode, plain};
use super::period;
use super::walk::walk;

/// A word in lower case as codes without dots, rings and accents.
pub fn without_dots(lower: &str) -> Option<Vec<u8>> {
    encode(lower).map(|codes| codes.into_iter().map(plain).collect())
}

/// Share of words in other languages, in a text that is Swedish.
const FOREIGN: f64 = 1e-3;
/// What a letter costs (log10) in an unknown word that is most likely a misread one: a digit or mark, a capital
/// after small letters, a letter that Swedish lacks.
const ODD_MARK: f64 = 3.0;
const ODD_CAPITAL: f64 = 2.5;
const ODD_LETTER: f64 = 0.7;
/// Share of a word's occurrences that are spelt as long ago.
pub const PERIOD: f64 = 1e-3;
/// How much likelier the letters of a name are than they are in any word. Parts of names are few and seen in few names:
/// one that their letters make less likely is as likely as both say together.
const LETTERS_OF_NAMES: f64 = 3e3;

pub fn candidates(lexicon: &Lexicon, channel: &Channel, query: Query) -> Vec<Candidate> {
    let mut found = walk(lexicon.spellings(), channel, query);
    for made in found.iter_mut().filter(|candidate| candidate.source == Source::NameParts) {
        let letters = LETTERS_OF_NAMES * 10f64.powf(lexicon.spelling(&made.codes));
        made.surname = made.surname.min((made.surname * letters).sqrt());
        made.place = made.place.min((made.place * letters).sqrt());
    }
    found.extend(of_user(lexicon, channel, query));
    found.sort_by(|a, b| {
        (&a.codes, a.capital)
            .cmp(&(&b.codes, b.capital))
            .then(a.cost.total_cmp(&b.cost))
            .then(a.source.cmp(&b.source))
            .then(b.commonness().total_cmp(&a.commonness()))
    });
    found.dedup_by(|b, a| {
        let same = a.codes == b.codes && a.capital == b.capital;
        if same && a.cost == b.cost && a.source != Source::User {
            // What a list says of it stands beside what its parts say.
            a.source = a.source.min(b.source);
            a.word = a.word.max(b.word);
            a.given_name = a.given_name.max(b.given_name);
            a.surname = a.surname.max(b.surname);
            a.place = a.place.max(b.place);
        }
        same
    });
    found
}

/// Those of the user's dictionary: whole words, written as they are there.
pub fn of_user(lexicon: &Lexicon, channel: &Channel, query: Query) -> Vec<Candidate> {
    let Some(user) = lexicon.user() else { return Vec::new() };
    let upper = query.case == Case::Upper;
    let mut found = walk(user.spellings(), channel, Query { compounds: false, names: false, ..query });
    found.retain(|candidate| {
        let surface = candidate.surface(upper);
        user.holds(&surface) && !user.is_never(&surface)
    });
    for candidate in &mut found {
        candidate.be_of_user(user.weight());
    }
    found
}

/// A word as another that the text has, with the ending that was read: its codes and how common it is. One of its letters
/// was read as another, and the rest alike but for dots.
pub fn like_word(lexicon: &Lexicon, word: &[u8], read: &[u8]) -> Option<(Vec<u8>, f64)> {
    const LONGEST_ENDING: usize = 3;
    if !(word.len()..=word.len() + LONGEST_ENDING).contains(&read.len()) {
        return None;
    }
    let mut apart = word.iter().zip(read).filter(|(own, read)| plain(**own) != **read);
    // What differs in other letters than dots and rings is another word.
    apart.next().filter(|(own, _)| **own != plain(**own) || word.len() < read.len())?;
    if apart.next().is_some() {
        return None;
    }
    let codes: Vec<u8> = word.iter().chain(&read[word.len()..]).copied().collect();
    let listed = lexicon.entry_of(&codes).word();
    let count = if listed > 0.0 { listed } else { lexicon.compound(&codes)?.frequency };
    Some((codes, count / 1e9))
}

/// Share of a word's occurrences that are spelt as long ago, in a text that spells so.
pub const OLD_SPELLING: f64 = 0.5;

/// Spellings of before 1906 that lost nothing but their dots: today's word tells where these stand.
pub fn of_old_spelling(lexicon: &Lexicon, channel: &Channel, query: Query) -> Vec<Candidate> {
    let lower: Vec<char> = query.read.iter().flat_map(|c| c.to_lowercase()).collect();
    let old: Option<Vec<u8>> = lower.iter().map(|c| code(*c)).collect();
    let Some(old) = old.filter(|old| old.len() == query.read.len()) else { return Vec::new() };
    let mut out = Vec::new();
    for (letters, places) in period::with_places(&lower) {
        let today = Query { read: &letters, mark: None, any_letter: false, names: false, ..query };
        let plain: Vec<u8> = letters.iter().filter_map(|c| code(*c)).map(self::plain).collect();
        let found = walk(lexicon.spellings(), channel, today);
        out.extend(found.into_iter().filter(|c| c.word > 0.0 && c.without_dots() == plain).map(|candidate| {
            let mut codes = old.clone();
            for (place, today) in places.iter().zip(&candidate.codes) {
                if self::plain(codes[*place]) == self::plain(*today) {
                    codes[*place] = *today;
                }
            }
            let word = OLD_SPELLING * candidate.word;
            Candidate { word, source: Source::Period, mark: query.mark, codes, ..candidate }
        }));
    }
    out
}

/// The word as it was read, with what the lists say of it.
pub fn as_read(lexicon: &Lexicon, read: &str, mark: Option<usize>) -> Candidate {
    let lower: String = read.chars().flat_map(char::to_lowercase).collect();
    // A letter that no list holds is as strange to every spelling as a mark.
    let codes: Vec<u8> = lower.chars().map(|c| code(c).unwrap_or(b'?')).collect();
    let mut candidate = Candidate {
        neighbour: Neighbour::default(),
        capital: read.chars().next().is_some_and(char::is_uppercase),
        cost: 0.0,
        source: Source::Listed,
        word: 0.0,
        given_name: 0.0,
        surname: 0.0,
        place: 0.0,
        mark,
        is_read: true,
        dots_only: true,
        spelling: 0.0,
        codes,
    };
    if let Some(user) = lexicon.user().filter(|user| user.holds(read)) {
        let entry = lexicon.entry_of(&candidate.codes);
        put_entry(&mut candidate, entry);
        candidate.be_of_user(user.weight());
        return candidate;
    }
    if has_inner_capital(read) {
        // No list spells it so, whatever it says of the small letters.
        candidate.source = Source::Unknown;
        candidate.spelling = lexicon.spelling(&candidate.codes) - oddity(read);
        return candidate;
    }
    let entry = lexicon.entry_of(&candidate.codes);
    put_entry(&mut candidate, entry);
    if candidate.commonness() == 0.0 {
        // A genitive of a name that the lists hold in its other form.
        if let Some(name) = candidate.codes.strip_suffix(b"s").filter(|name| name.len() > 2) {
            let entry = lexicon.entry_of(name);
            candidate.given_name = GENITIVES * entry.given_name() / 1e7;
            candidate.surname = GENITIVES * entry.surname() / 1e7;
            candidate.place = GENITIVES * entry.place() / 1e7;
        }
    }
    if candidate.commonness() == 0.0 {
        candidate.word = FOREIGN * lexicon.foreign(&candidate.codes) / 1e9;
        if candidate.word > 0.0 {
            candidate.source = Source::Foreign;
        }
    }
    if candidate.commonness() == 0.0 {
        match lexicon.compound(&candidate.codes) {
            Some(compound) => {
                (candidate.source, candidate.word) = (Source::Compound, compound.frequency / 1e9);
            }
            None => match super::period::of_today(lexicon, &lower) {
                Some(count) => (candidate.source, candidate.word) = (Source::Period, PERIOD * count / 1e9),
                None => {
                    candidate.source = Source::Unknown;
                    candidate.spelling = lexicon.spelling(&candidate.codes) - oddity(read);
                }
            },
        }
    }
    candidate
}

/// What it costs to doubt a letter that is printed in names.
const PRINTED_SO: f32 = 2.0;
/// Rules this cheap are what mostly becomes of a letter.
const USUAL: f32 = 1.5;

/// The word with its digits, marks and letters that Swedish lacks replaced by what is mostly read so: what an
/// unlisted name may have been.
pub fn odd_letters_replaced(lexicon: &Lexicon, channel: &Channel, query: &Query) -> Vec<Candidate> {
    let mut out = vec![(Vec::new(), 0.0f32, None)];
    let (mut at, mut changed) = (0, false);
    while at < query.read.len() {
        let c = query.read[at];
        let odd = c.is_ascii_digit()
            || c == 'é'
            || (!c.is_alphabetic() && c != '\'')
            || (at > 0 && c.is_uppercase() && query.case != Case::Upper);
        let rest = &query.read[at..];
        let rule = channel.rules(c).iter().filter(|r| odd && r.cost < USUAL && rest.starts_with(&r.read));
        let rule =
            rule.filter(|r| r.capital == Some(query.case == Case::Upper)).min_by(|a, b| a.cost.total_cmp(&b.cost));
        let (printed, n) = match rule {
            Some(rule) => {
                changed = true;
                // Names do hold an é; digits they do not.
                let doubt = if c == 'é' { PRINTED_SO } else { 0.0 };
                out.iter_mut().for_each(|(_, cost, _)| *cost += rule.cost + doubt);
                (rule.printed.clone(), rule.read.len())
            }
            None => match c.to_lowercase().next().and_then(super::lexicon::code) {
                Some(code) if !odd || c == 'é' => (vec![code], 1),
                _ => return Vec::new(),
            },
        };
        for (codes, _, mark) in &mut out {
            codes.extend_from_slice(&printed);
            if Some(at + n) == query.mark {
                *mark = Some(codes.len());
            }
        }
        at += n;
    }
    if !changed {
        return Vec::new();
    }
    out.into_iter()
        .map(|(codes, cost, mark): (Vec<u8>, f32, Option<usize>)| Candidate {
            neighbour: Neighbour::default(),
            capital: query.case != Case::Lower,
            cost,
            source: Source::Unknown,
            word: 0.0,
            given_name: 0.0,
            surname: 0.0,
            place: 0.0,
            mark,
            is_read: false,
            dots_only: false,
            spelling: lexicon.spelling(&codes),
            codes,
        })
        .collect()
}

/// Whether a capital stands among small letters, as in `RAdet` and `McDonald`.
pub fn has_inner_capital(read: &str) -> bool {
    Case::of(read) != Case::Upper && read.chars().skip(1).any(char::is_uppercase)
}

/// Whether a letter stands in it that neither Swedish nor the names in Sweden have.
pub fn has_strange_letter(read: &str) -> bool {
    read.chars().any(|c| c.is_alphabetic() && c.to_lowercase().next().is_none_or(|c| code(c).is_none()))
}

/// How much (log10) an unknown spelling looks misread.
fn oddity(read: &str) -> f64 {
    let all_capitals = Case::of(read) == Case::Upper;
    let mut sum = 0.0;
    let mut after_any = false;
    for c in read.chars() {
        sum += match c {
            'a'..='z' | 'å' | 'ä' | 'ö' | 'é' | '\'' | '’' => 0.0,
            _ if c.is_uppercase() => {
                if after_any && !all_capitals {
                    ODD_CAPITAL
                } else {
                    0.0
                }
            }
            _ if c.is_alphabetic() && code(c).is_some() => ODD_LETTER,
            _ => ODD_MARK,
        };
        after_any = true;
    }
    sum
}
