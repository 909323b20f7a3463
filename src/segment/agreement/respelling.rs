//! One person, one spelling: the lists, signatures, ballots and motions of a document name the same
//! people, and engines read each place on its own.
//!
//! The lists say who there is; a mention elsewhere belongs to the only person it comes near. The
//! spelling that most places and the lexicon speak for is asked for everywhere. Two entries of a list are two
//! persons, however alike.

use crate::correct::Lexicon;
use crate::page::CorrectedPage;
use crate::protocol::{Field, Item, Protocol, State};
use crate::segment::agreement::places::Places;
use crate::segment::agreement::witness::is_scanned;
use crate::segment::fields::person::entry;
use crate::segment::fields::person::named::Person;
use crate::segment::fields::signature::slots::likeness;
use crate::segment::words::forms::{self, Words};
use crate::segment::words::names;
use crate::segment::words::spelling::{bare, calm, has_vowel, plausible};
use crate::text::without_gaps;
use std::ops::{Range, RangeInclusive};

/// Words between names that share a title.
static NAME_JOINS: Words = Words::new("agreement.name_joins");

/// Readings above this are not guessed at.
const CLEAR: f32 = 0.945;
/// How sure a spelling is that more places print and that people bear, one that is only the likelier, one that no place
/// prints and nobody is known to bear, and one with letters changed that no list vouches for.
const BORNE: f32 = 0.9;
const LIKELIER: f32 = 0.85;
const GUESSED: f32 = 0.65;
const UNVOUCHED: f32 = 0.82;
/// So much more must speak for a spelling than for another that is printed in running text.
const CLEARLY: f32 = 0.5;
/// So alike are a name and what ink left of it.
const ALIKE: f32 = 0.62;

/// Who the lists say there is, and how each is spelt best.
pub struct Spellings {
    listed: Vec<String>,
    /// What each is spelt as, with how far each place is trusted.
    votes: Vec<Vec<(String, f32)>>,
    chosen: Vec<String>,
    trust: Vec<f32>,
}

fn listed(protocol: &Protocol) -> impl Iterator<Item = &Field<String>> {
    let attendees = protocol.attendees.iter().map(|attendee| &attendee.name);
    attendees.chain(protocol.absent.iter().map(|absent| &absent.name))
}

impl Spellings {
    pub fn new(lexicon: &Lexicon, pages: &[CorrectedPage], protocol: &Protocol) -> Self {
        let names: Vec<String> = listed(protocol).map(|name| name.value.clone().unwrap_or_default()).collect();
        let mut votes: Vec<Vec<(String, f32)>> = names.iter().map(|name| vec![(name.clone(), 1.0)]).collect();
        for (mention, weight) in mentions(protocol) {
            let whole = || only_match(&names, &mention).map(|person| (person, mention.clone()));
            if let Some((person, spelling)) = whole().or_else(|| surname_match(&names, &mention)) {
                let is_genitive = is_genitive_of(&spelling, &names[person]);
                votes[person].push((if is_genitive { names[person].clone() } else { spelling }, weight));
            }
        }
        let doubtful = listed(protocol).map(|name| {
            name.evidence.as_ref().is_some_and(|evidence| evidence.confidence < CLEAR && is_scanned(pages, evidence))
        });
        let chosen: Vec<String> = votes
            .iter()
            .zip(&names)
            .zip(doubtful)
            .map(|((votes, own), doubtful)| best(lexicon, pages, votes, own, doubtful))
            .collect();
        let trust = votes.iter().zip(&chosen).map(|(votes, chosen)| {
            let support: f32 = votes.iter().filter(|(spelling, _)| spelling == chosen).map(|(_, weight)| weight).sum();
            if support >= 1.7 && plausible(lexicon, chosen) >= 1.2 { BORNE } else { LIKELIER }
        });
        let trust = trust.collect();
        Spellings { listed: names, votes, chosen, trust }
    }

    /// The spelling of the one whom a name means, and how sure it is.
    fn of(&self, name: &str) -> Option<(&str, f32)> {
        only_match(&self.listed, name).map(|person| (self.chosen[person].as_str(), self.trust[person]))
    }

    /// How sure the spelling of an attendee is where it is not the one that was read.
    fn of_attendee(&self, lexicon: &Lexicon, at: usize) -> f32 {
        let (chosen, trust) = (&self.chosen[at], self.trust[at]);
        let is_told = self.votes[at].iter().any(|(spelling, _)| spelling == chosen);
        match is_told || plausible(lexicon, chosen) >= 1.0 {
            false => GUESSED,
            true if trust < BORNE && !self.is_borne(lexicon, at) => UNVOUCHED,
            true => trust,
        }
    }

    fn is_borne(&self, lexicon: &Lexicon, at: usize) -> bool {
        names::is_surname(lexicon, self.chosen[at].rsplit(' ').next().unwrap_or(""))
    }

    /// Letters were changed, and no list vouches for what came of it.
    pub fn doubt(&self, lexicon: &Lexicon, protocol: &mut Protocol) {
        for (at, attendee) in protocol.attendees.iter_mut().enumerate() {
            if let Some(evidence) = attendee.name.evidence.as_mut()
                && evidence.state == State::Corrected
                && self.trust[at] < BORNE
                && !self.is_borne(lexicon, at)
            {
                evidence.confidence = evidence.confidence.min(UNVOUCHED);
            }
        }
    }

    /// Takes off names the marks that no other place has: "Arne. Kullberg", "Abelsson'".
    pub fn clean(&self, protocol: &mut Protocol) {
        let clean = |name: &str| {
            let (new, trust) = self.of(name)?;
            let is_same =
                new != name && without_gaps(new) == without_gaps(name) && new.contains(' ') == name.contains(' ');
            is_same.then(|| (new.to_owned(), trust))
        };
        let clean_field = |field: &mut Field<String>| {
            let Some((new, trust)) = field.value.as_deref().and_then(clean) else { return };
            field.value = Some(new);
            if let Some(evidence) = field.evidence.as_mut() {
                if evidence.state == State::Read {
                    evidence.state = State::Normalised;
                }
                evidence.confidence = evidence.confidence.min(trust);
            }
        };
        protocol.attendees.iter_mut().flat_map(|one| [&mut one.name, &mut one.replaces]).for_each(clean_field);
        protocol.absent.iter_mut().map(|one| &mut one.name).for_each(clean_field);
        protocol.signatures.iter_mut().map(|one| &mut one.name).for_each(clean_field);
        let rename = |name: &mut String| *name = clean(name).map_or_else(|| std::mem::take(name), |(new, _)| new);
        for item in &mut protocol.items {
            item.proposals.iter_mut().flat_map(|proposal| &mut proposal.by).for_each(rename);
            item.reservations.iter_mut().map(|reservation| &mut reservation.name).for_each(rename);
            item.votes.iter_mut().flat_map(|vote| &mut vote.ballots).map(|ballot| &mut ballot.name).for_each(rename);
            item.disqualified.iter_mut().for_each(rename);
        }
        protocol.adjustments.iter_mut().flat_map(|one| &mut one.adjusters).for_each(rename);
    }

    /// Asks for one spelling of each person, wherever the document names them.
    pub fn ask(&self, lexicon: &Lexicon, protocol: &Protocol, places: &mut Places) {
        let n_attendees = protocol.attendees.len();
        for (at, name) in listed(protocol).enumerate() {
            let score = if at < n_attendees { self.of_attendee(lexicon, at) } else { self.trust[at] };
            respell(places, name, &self.chosen[at], score);
        }
        for attendee in &protocol.attendees {
            if let Some((new, trust)) = attendee.replaces.value.as_deref().and_then(|name| self.of(name)) {
                respell(places, &attendee.replaces, new, trust);
            }
        }
        // What an item prints in the same letters is no misreading under ink: the list has another spelling.
        let stands = |name: &str, new: &str| {
            plausible(lexicon, name) >= plausible(lexicon, new)
                && protocol.items.iter().any(|item| names::holds_name(&item.text, name))
        };
        for signature in &protocol.signatures {
            let (Some(name), Some(evidence)) = (signature.name.value.as_deref(), signature.name.evidence.as_ref())
            else {
                continue;
            };
            let (new, trust) = self.of(name).filter(|(new, _)| !stands(name, new)).unwrap_or((name, 1.0));
            if evidence.state != State::Inferred {
                respell(places, &signature.name, new, trust);
            } else if likeness(new, &places.read_at(evidence)) >= ALIKE {
                places.put_whole(evidence, new, trust.min(evidence.confidence));
            }
        }
        let whole = protocol.pages.0..=protocol.pages.1;
        // "Per Sålgren" is another than the Sålgren who moved something.
        let is_others = |name: &str, before: &str| {
            !name.contains(' ') && (names::is_given(lexicon, before) || before.chars().count() == 1)
        };
        let mut ask = |name: &str, pages: &RangeInclusive<u32>| {
            if let Some((new, trust)) = self.of_mention(lexicon, name) {
                places.put_everywhere(name, &new, trust, pages, |before| is_others(name, before));
            }
        };
        for item in &protocol.items {
            names_of(item).for_each(|name| ask(name, &(item.page_first..=item.page_last)));
        }
        protocol.adjustments.iter().flat_map(|one| &one.adjusters).for_each(|name| ask(name, &whole));
        // The same misreading in running text.
        self.votes.iter().flatten().for_each(|(name, _)| ask(name, &whole));
    }

    /// The spelling of one whom running text names, and how sure it is. A surname alone stays one.
    fn of_mention(&self, lexicon: &Lexicon, name: &str) -> Option<(String, f32)> {
        let person = only_match(&self.listed, name).or_else(|| self.of_surname(name))?;
        let chosen = self.chosen[person].as_str();
        let (own, new) = match (name.contains(' '), chosen.rsplit_once(' ')) {
            (false, Some((given, last))) => (format!("{given} {name}"), last),
            (is_whole, rest) if is_whole == rest.is_some() => (name.to_owned(), chosen),
            _ => return None,
        };
        // The readings of two places are one against the other.
        let weight = |spelling: &str| {
            let votes = self.votes[person].iter().filter(|(other, _)| other == spelling);
            votes.map(|(_, weight)| weight).sum::<f32>() + plausible(lexicon, spelling)
        };
        let is_clear = weight(chosen) >= weight(&own) + CLEARLY && !self.chosen.contains(&own);
        // A name that people bear is printed so: whoever wrote the text may spell it otherwise.
        let is_borne = |word: &str| names::is_given(lexicon, word) || names::is_surname(lexicon, word);
        let others: Vec<&str> = chosen.split(' ').collect();
        let is_misread = own.split(' ').any(|word| !others.contains(&word) && !is_borne(word));
        (is_clear && is_misread && !is_genitive_of(name, new)).then(|| (new.to_owned(), self.trust[person]))
    }

    /// Whose surname old protocols print alone.
    fn of_surname(&self, name: &str) -> Option<usize> {
        if name.contains(' ') {
            return None;
        }
        let last = |full: &str| full.rsplit(' ').next().unwrap_or("").to_owned();
        let mut found = (0..self.listed.len()).filter(|at| bare(&last(&self.listed[*at])) == bare(name));
        let first = found.next()?;
        found.all(|other| last(&self.chosen[other]) == last(&self.chosen[first])).then_some(first)
    }
}

/// "Bo Eks förslag"
fn is_genitive_of(name: &str, other: &str) -> bool {
    name.strip_suffix('s') == Some(other)
}

fn respell(places: &mut Places, field: &Field<String>, new: &str, score: f32) {
    // A surname alone stays one: the value is what is printed.
    if let Some(old) = field.value.as_deref().filter(|old| old.contains(' ') == new.contains(' ')) {
        places.put(field.evidence.as_ref(), old, new, score);
    }
}

/// Names outside the lists, with how far their reading is trusted.
fn mentions(protocol: &Protocol) -> Vec<(String, f32)> {
    let mut out: Vec<(String, f32)> = Vec::new();
    for signature in &protocol.signatures {
        if let Some(name) = &signature.name.value {
            // Ink runs over typed names.
            out.push((name.clone(), 0.8));
        }
    }
    for attendee in &protocol.attendees {
        out.extend(attendee.replaces.value.clone().map(|name| (name, 0.9)));
    }
    out.extend(protocol.adjustments.iter().flat_map(|one| &one.adjusters).map(|name| (name.clone(), 1.0)));
    let people_of: Vec<Vec<Person>> =
        protocol.items.iter().map(|item| entry::run(&item.text, 0..item.text.len())).collect();
    for (item, people) in protocol.items.iter().zip(&people_of) {
        let named: Vec<&String> = names_of(item).collect();
        let is_named = |name: &str| named.iter().any(|other| *other == name);
        // "Herr Sälg yrkade": old minutes name people by their surname.
        let alone = titled(&item.text, people).into_iter().map(|range| &item.text[range]);
        out.extend(alone.filter(|name| !name.contains(' ') && !is_named(name)).map(|name| (name.to_owned(), 0.8)));
        out.extend(named.iter().map(|name| ((*name).clone(), 1.0)));
    }
    // Whole names in running text count once, where nothing else counts them.
    for (item, people) in protocol.items.iter().zip(people_of) {
        for person in people {
            let name = &item.text[person.name];
            if name.contains(' ') && !out.iter().any(|(other, _)| other == name) {
                out.push((name.to_owned(), 0.8));
            }
        }
    }
    out
}

/// Whom an item names without a place of their own.
fn names_of(item: &Item) -> impl Iterator<Item = &String> {
    let by = item.proposals.iter().flat_map(|proposal| &proposal.by);
    let reserved = item.reservations.iter().map(|reservation| &reservation.name);
    let ballots = item.votes.iter().flat_map(|vote| &vote.ballots).map(|ballot| &ballot.name);
    by.chain(reserved).chain(ballots).chain(&item.disqualified)
}

/// Names after a title of courtesy, and those that share one: "herrar Berg, Ek och Holm".
fn titled(text: &str, people: &[Person]) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for person in people {
        let joins = |last: &Range<usize>| {
            let between = text.get(last.end..person.name.start).unwrap_or("");
            match between.split_whitespace().collect::<Vec<_>>().as_slice() {
                [","] => true,
                [word] | [",", word] => NAME_JOINS.has(word),
                _ => false,
            }
        };
        if person.has_honorific || out.last().is_some_and(joins) {
            out.push(person.name.clone());
        }
    }
    out
}

/// The only listed person whose surname comes near one that stands alone, with that spelling of it.
fn surname_match(listed: &[String], surname: &str) -> Option<(usize, String)> {
    if surname.contains(' ') || surname.chars().count() < 4 {
        return None;
    }
    let own = bare(surname);
    let near = |full: &String| {
        full.rsplit_once(' ').is_some_and(|(_, last)| {
            let last = bare(last);
            last == own || last.chars().count() >= 5 && strsim::levenshtein(&last, &own) <= 1
        })
    };
    let mut found = (0..listed.len()).filter(|at| near(&listed[*at]));
    let at = found.next().filter(|_| found.next().is_none())?;
    let (given, _) = listed[at].rsplit_once(' ')?;
    Some((at, format!("{given} {surname}")))
}

/// The one listed person that a reading comes near.
fn only_match(listed: &[String], name: &str) -> Option<usize> {
    let exact: Vec<usize> = (0..listed.len()).filter(|at| listed[*at] == name).collect();
    if let [one] = exact.as_slice() {
        return Some(*one);
    }
    if !exact.is_empty() || !name.contains(' ') {
        return None;
    }
    let own = bare(name);
    let near: Vec<(usize, usize)> = listed
        .iter()
        .enumerate()
        .filter(|(_, other)| other.contains(' '))
        .map(|(at, other)| (strsim::levenshtein(&bare(other), &own), at))
        .filter(|(distance, _)| *distance <= if own.chars().count() >= 14 { 2 } else { 1 })
        .collect();
    let least = near.iter().map(|(distance, _)| *distance).min()?;
    let mut closest = near.iter().filter(|(distance, _)| *distance == least);
    match (closest.next(), closest.next()) {
        (Some((_, at)), None) => Some(*at),
        _ => None,
    }
}

fn best(lexicon: &Lexicon, pages: &[CorrectedPage], votes: &[(String, f32)], own: &str, doubtful: bool) -> String {
    let mut spellings: Vec<(String, f32)> = Vec::new();
    for (spelling, weight) in votes {
        match spellings.iter_mut().find(|(seen, _)| seen == spelling) {
            Some((_, sum)) => *sum += weight,
            None => spellings.push((spelling.clone(), *weight)),
        }
    }
    // What was read clearly, or twice alike, is a rare name and no misreading of a common one.
    let is_read_twice = |word: &str| {
        let words = pages.iter().flat_map(|page| page.text().split(|c: char| !c.is_alphanumeric()));
        words.filter(|other| *other == word).nth(1).is_some()
    };
    let mut guesses = vec![calm(own)];
    if doubtful {
        guesses.push(mended(lexicon, &guesses[0], is_read_twice));
    }
    for guess in guesses {
        if !spellings.iter().any(|(seen, _)| *seen == guess) {
            spellings.push((guess, 0.5));
        }
    }
    let mut best = (own.to_owned(), f32::MIN);
    for (spelling, weight) in spellings {
        let score = weight + plausible(lexicon, &spelling);
        if score > best.1 + 1e-4 {
            best = (spelling, score);
        }
    }
    best.0
}

/// The name with each word that is none of the lexicon's, and not sure for another reason, changed in one letter, where
/// just one change makes a known name: a vowel that lost its ring or dots, or a letter read as one that has them.
fn mended(lexicon: &Lexicon, name: &str, is_sure: impl Fn(&str) -> bool) -> String {
    let words: Vec<&str> = name.split(' ').collect();
    let n = words.len();
    let mend = |(at, word): (usize, &&str)| {
        let is_known = |word: &str| if at == 0 { lexicon.is_given_name(word) } else { lexicon.is_surname(word) };
        let is_end = at == 0 || at + 1 == n;
        let is_long = word.chars().count() >= if has_vowel(word) { 4 } else { 3 };
        let is_word = |word: &str| is_known(word) || lexicon.is_word(&word.to_lowercase());
        if n < 2 || !is_end || !is_long || is_word(word) || is_sure(word) {
            return (*word).to_owned();
        }
        let chars: Vec<char> = word.chars().collect();
        let once = changed_once(&chars, 0);
        let known = |(_, changed): &(usize, String)| is_known(changed).then(|| changed.clone());
        let mut found: Vec<String> = once.iter().filter_map(known).collect();
        // Of a long word two letters tell enough: "-svåra" for "-svärd".
        if found.is_empty() && chars.len() >= 8 {
            let again =
                |(place, changed): &(usize, String)| changed_once(&changed.chars().collect::<Vec<char>>(), place + 1);
            found = once.iter().flat_map(again).filter_map(|twice| known(&twice)).collect();
        }
        found.sort();
        found.dedup();
        // "Slg": a vowel with dots that was not read at all.
        if found.is_empty() && at > 0 {
            for place in 1..chars.len() {
                for other in ['ä', 'ö', 'å'] {
                    let mut changed = chars.clone();
                    changed.insert(place, other);
                    let changed: String = changed.into_iter().collect();
                    let torn = !has_vowel(word);
                    if torn && is_known(&changed) && !found.contains(&changed) {
                        found.push(changed);
                    }
                }
            }
        }
        match found.as_slice() {
            [one] => one.clone(),
            _ => (*word).to_owned(),
        }
    };
    words.iter().enumerate().map(mend).collect::<Vec<_>>().join(" ")
}

/// A word with one letter from `start` on as it may be printed, and the place of that letter.
fn changed_once(chars: &[char], start: usize) -> Vec<(usize, String)> {
    let change = |place: usize| {
        likely_letters(chars[place]).into_iter().map(move |other| {
            let mut changed = chars.to_vec();
            changed[place] = other;
            (place, changed.into_iter().collect())
        })
    };
    (start..chars.len()).flat_map(change).collect()
}

/// What may be printed where an engine reads a letter: slanted stems under a speck look like dots, so that d, l, t and
/// others come out as ä.
fn likely_letters(read: char) -> Vec<char> {
    let class =
        if (read as u32) > 0xff { "agreement.letter_foreign".to_owned() } else { format!("agreement.letter_{read}") };
    forms::of(&class).iter().filter_map(|form| form.chars().next()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::OcrPage;
    use crate::protocol::{Absent, Adjustment, Evidence, PersonId, Signature, SignatureRole, SourceRef};
    use crate::text::{Reason, Span};

    const TEXT: &str = "Frånvarande: Stig Sålgren, Eva Holm, Eva Holmb\n\
                        Till att justera valdes Stig Sälgren.\nStig Sålgren bifölls.\nStig Sälgren";

    /// A name with its `n`th place in the text.
    fn name(text: &str, n: usize) -> Field<String> {
        let at = TEXT.match_indices(text).nth(n).map_or(0, |(at, _)| at);
        let source = SourceRef { page: 1, span: Span::new(at, at + text.len()), bbox: None };
        Field::new(text.to_owned(), Evidence { sources: vec![source], ..Evidence::default() })
    }

    fn listed(text: &str) -> Absent {
        Absent {
            id: PersonId(0),
            name: name(text, 0),
            party: Field::default(),
            role_text: Field::default(),
            reason: Field::default(),
        }
    }

    fn signed(text: &str) -> Signature {
        Signature {
            role: SignatureRole::Adjuster,
            role_text: Field::default(),
            name: name(text, 1),
            person_id: None,
            party: Field::default(),
            paragraphs: Field::default(),
            signed: None,
        }
    }

    #[test]
    fn most_places_decide_the_spelling() {
        let mut protocol = Protocol {
            pages: (1, 1),
            absent: vec![listed("Stig Sålgren"), listed("Eva Holm"), listed("Eva Holmb")],
            signatures: vec![signed("Stig Sälgren")],
            ..Protocol::default()
        };
        protocol.adjustments =
            vec![Adjustment { adjusters: vec!["Stig Sälgren".to_owned()], ..Adjustment::default() }];
        let lexicon = Lexicon::builtin();
        let pages = [CorrectedPage::new(OcrPage::from_text(1, TEXT), Vec::new())];
        let mut places = Places::new(&pages);
        Spellings::new(&lexicon, &pages, &protocol).ask(&lexicon, &protocol, &mut places);
        let found: Vec<_> = places.respellings().into_iter().map(|one| one.edit).collect();
        let told: Vec<_> =
            found.iter().map(|edit| (edit.span.of(TEXT), edit.replacement.as_str(), edit.reason)).collect();
        // In the list and in running text.
        assert_eq!(told, [("Sålgren", "Sälgren", Reason::DocumentEvidence); 2]);
        assert_eq!(found[0].alternatives[0].text, "Sålgren");
    }

    #[test]
    fn a_title_that_names_share() {
        let text = "Efter en överläggning, i vilken herrar Berg, Ek och Holm samt fru Ros deltogo, beslöts intet.";
        let people = entry::run(text, 0..text.len());
        let names: Vec<&str> = titled(text, &people).into_iter().map(|name| &text[name]).collect();
        assert_eq!(names, ["Berg", "Ek", "Holm", "Ros"]);
    }

    #[test]
    fn letters_of_a_long_surname() {
        let lexicon = Lexicon::builtin();
        let mended = |name: &str| mended(&lexicon, name, |word| word == "Hallander");
        assert_eq!(mended("Erik Gyllensvåra"), "Erik Gyllensvärd");
        assert_eq!(mended("Erik Slg"), "Erik Slg", "more than one vowel makes a name of it");
        assert_eq!(mended("Nils Hallander"), "Nils Hallander", "read twice alike");
        assert_eq!(mended("Stina Fjäll"), "Stina Fjäll", "a word of the language");
        assert!(plausible(&lexicon, "Stig Slg") < plausible(&lexicon, "Stig Sälg"));
    }

    #[test]
    fn capitals_inside_a_word() {
        assert_eq!(calm("GÖsta SÅlg"), "Gösta Sålg");
        assert_eq!(calm("Anna-Lisa McCoy"), "Anna-Lisa McCoy");
        assert_eq!(calm("ANNA BERG"), "ANNA BERG");
    }
}
