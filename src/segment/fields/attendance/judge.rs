//! Who of those found is a person and was there: what speaks for each is added up over the whole document.
//!
//! Parsers offer whom they find. The place (a list, a sentence of attendance), the words of the name, what stands
//! beside it and whether it comes again elsewhere decide together, and one for whom too little speaks is not stated.

use crate::correct::Lexicon;
use crate::protocol::{Attendee, Category};
use crate::segment::fields::attendance::lists::{Ground, Lists};
use crate::segment::fields::person::likeness::likeness;
use crate::segment::marks::sheet::Sheet;
use crate::segment::words::names::{self, is_title_word};

/// Less than this states nobody.
const ENOUGH: f32 = 2.0;
/// Who is away is told beside one who is there as often as in a list: only what is no name at all is taken away.
const CLEARLY_WORDS: f32 = -1.0;
/// From here on nothing is in doubt but the letters.
const PLENTY: f32 = 3.0;
/// How far a place is trusted of which most rows name someone.
const IN_A_LIST: f32 = 1.5;
/// What it speaks for one to stand between two persons of a list.
const AMONG_PERSONS: f32 = 1.0;

/// Takes away those for whom too little speaks, and lowers the confidence of those for whom not much does.
pub fn judge(lexicon: &Lexicon, sheet: &Sheet, lists: &mut Lists) {
    merge(lists);
    let grounds = std::mem::take(&mut lists.grounds);
    let mut sums: Vec<f32> = lists.attendees.iter().map(|one| sum(lexicon, sheet, &grounds, one)).collect();
    for at in 0..sums.len() {
        if sums[at] < ENOUGH && stands_among_persons(&lists.attendees, &sums, &grounds, at) {
            sums[at] = sums[at].max(1.0) + AMONG_PERSONS;
        }
    }
    let mut sums = sums.into_iter();
    lists.attendees.retain_mut(|one| {
        let sum = sums.next().unwrap_or(0.0);
        if let Some(evidence) = one.name.evidence.as_mut() {
            evidence.confidence *= (0.85 + 0.15 * (sum - ENOUGH) / (PLENTY - ENOUGH)).clamp(0.8, 1.0);
        }
        sum >= ENOUGH
    });
    lists.grounds = grounds;
    lists.absent.retain(|one| {
        let name = one.name.value.as_deref().unwrap_or("");
        one.party.is_some() || likeness(lexicon, name) >= CLEARLY_WORDS
    });
}

/// Whether a name of which the lexicon knows nothing good stands between two that are persons, in a list
/// that is trusted: there a nickname is one too.
fn stands_among_persons(all: &[Attendee], sums: &[f32], grounds: &[Ground], at: usize) -> bool {
    let ground = |one: &Attendee| grounds.get(one.id.0 as usize).copied().unwrap_or_default();
    let is_sure = |other: Option<usize>| {
        other.is_some_and(|other| {
            sums.get(other).is_some_and(|sum| *sum >= ENOUGH + 0.5)
                && all[other].category == all[at].category
                && all[other].id.0.abs_diff(all[at].id.0) == 1
        })
    };
    let name = all[at].name.value.as_deref().unwrap_or("");
    let is_word = |word: &str| {
        let mut chars = word.chars();
        chars.next().is_some_and(char::is_uppercase)
            && chars.all(|c| c.is_lowercase() || c == '-')
            && word.chars().count() >= 3
            && !is_title_word(word)
            && !names::is_workplace(word)
    };
    ground(&all[at]).place >= IN_A_LIST
        && name.split(' ').count() == 2
        && name.split(' ').all(is_word)
        && !names::is_sender(name)
        && is_sure(at.checked_sub(1))
        && is_sure(Some(at + 1))
}

/// Whether enough speaks for one of the candidates at least.
pub fn states_someone(lexicon: &Lexicon, sheet: &Sheet, lists: &Lists) -> bool {
    lists.attendees.iter().any(|one| sum(lexicon, sheet, &lists.grounds, one) >= ENOUGH)
}

/// All that speaks for one, added up.
fn sum(lexicon: &Lexicon, sheet: &Sheet, grounds: &[Ground], one: &Attendee) -> f32 {
    let Some(name) = one.name.value.as_deref() else { return 0.0 };
    let ground = grounds.get(one.id.0 as usize).copied().unwrap_or_default();
    let honorific = if ground.has_honorific { 2.0 } else { 0.0 };
    let sum = ground.place + honorific + beside(one) + likeness(lexicon, name);
    // What is settled need not be looked for.
    let again = sum < PLENTY && sum > 0.0 && comes_again(sheet, name);
    if again { sum + 0.7 } else { sum }
}

/// What stands beside a name speaks for it: a party, a role, a title, whom it stands for.
fn beside(one: &Attendee) -> f32 {
    let mut sum = 0.0;
    if one.party.is_some() {
        sum += 2.0;
    }
    if one.role.is_some() {
        sum += 1.5;
    } else if let Some(title) = one.role_text.value.as_deref() {
        let n_words = title.split_whitespace().count();
        if title.split_whitespace().any(is_title_word) && n_words <= 6 {
            sum += 1.0;
        } else if n_words > 6 {
            // Running text.
            sum -= 1.5;
        }
    }
    if one.replaces.is_some() {
        sum += 1.0;
    }
    if one.organization.value.as_deref().is_some_and(names::is_sender) {
        sum += 0.5;
    }
    if one.paragraphs.is_some() {
        sum += 0.5;
    }
    sum
}

/// Whether a name stands on other rows too.
fn comes_again(sheet: &Sheet, name: &str) -> bool {
    name.contains(' ') && sheet.rows.iter().filter(|row| row.text().contains(name)).nth(1).is_some()
}

/// One who is on two lists was there once: as the one who serves, where one list says so.
fn merge(lists: &mut Lists) {
    let mut kept: Vec<Attendee> = Vec::with_capacity(lists.attendees.len());
    for one in lists.attendees.drain(..) {
        let name = one.name.value.as_deref().unwrap_or("");
        let parties =
            |other: &Attendee| !one.party.is_some() || !other.party.is_some() || one.party.value == other.party.value;
        let same = kept
            .iter_mut()
            .find(|other| name.contains(' ') && other.name.value.as_deref() == Some(name) && parties(other));
        match same {
            Some(other) => join(other, one),
            None => kept.push(one),
        }
    }
    lists.attendees = kept;
}

fn join(kept: &mut Attendee, other: Attendee) {
    let serves = |one: &Attendee| one.category == Category::ServingSubstitute;
    if serves(&other) && !serves(kept) {
        kept.paragraphs = other.paragraphs;
        kept.times = other.times;
        kept.category = other.category;
    }
    let fill = |own: &mut crate::protocol::Field<String>, other: crate::protocol::Field<String>| {
        if !own.is_some() {
            *own = other;
        }
    };
    fill(&mut kept.party, other.party);
    fill(&mut kept.role_text, other.role_text);
    fill(&mut kept.organization, other.organization);
    fill(&mut kept.replaces, other.replaces);
    kept.role = kept.role.or(other.role);
}
