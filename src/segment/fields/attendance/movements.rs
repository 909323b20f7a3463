//! Who was there for which items: limits beside names ("ej 13") against the meeting's own §§, and
//! comings and goings told in sentences.
//!
//! A scope printed in the list stands; sentences fill in where the list states none. Leaving the room
//! for disqualification is no leaving of the meeting and left to `sections`.

use crate::protocol::{Attendee, Category, Field, Paragraphs, PersonId, Protocol, State};
use crate::segment::fields::person::entry;
use crate::segment::fields::person::named::Person;
use crate::segment::marks::sheet::Sheet;
use crate::segment::outline::zone::{Zone, Zones};
use crate::segment::print::flow::Flow;
use crate::segment::words::dates::times;
use crate::segment::words::forms::Words;
use crate::segment::words::pattern::compile;
use crate::segment::words::scopes::Scope;
use crate::segment::words::{names, sentences};
use jiff::civil::Time;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// A limit beside a name: whose it is, and the words.
#[derive(Clone, Debug)]
pub struct Limit {
    /// The number of the attendee among the lists: others may be taken off them, and places in them shift.
    pub attendee: PersonId,
    pub scope: Scope,
    pub flow: Flow,
    pub range: Range<usize>,
}

static ARRIVES: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)\b{=attendance.arrivals}\b"));
static LEAVES: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)\b{=attendance.departures}"));
static SUCCESSOR: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)\b{=attendance.succession}\s+(?:av\s+)?"));
static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?ix)\b(?:
            (?P<after>{=attendance.after}) | (?P<before>{=attendance.before})
          | {=attendance.at} | fr\.?\s?o\.?\s?m\.? | t\.?\s?o\.?\s?m\.?
        )\s+(?:{=attendance.handling}\s+)?(?:§\s?§?|{=attendance.items})\s*(?P<n>\d{1,4})",
    )
});
static DISQUALIFICATION: Words = Words::new("attendance.disqualification");

/// Whether a text tells of someone who comes or goes: no entry of a list.
///
/// "Anna Berg, Bo Ek (anlände 18.50)", "Bo Ek (S), anlände § 31": what stands in a bracket or right behind a comma is a
/// remark beside one of them.
pub fn tells_movement(text: &str) -> bool {
    let in_bracket = |at: usize| {
        let (before, after) = text.split_at(at);
        before.rfind('(').is_some_and(|open| before.rfind(')').is_none_or(|close| close < open)) && after.contains(')')
    };
    let is_remark = |at: usize| text[..at].trim_end().ends_with([',', '–', '-']);
    let of_all = |found: &regex::Match| !in_bracket(found.start()) && !is_remark(found.start());
    let found = ARRIVES.find_iter(text).find(of_all).or_else(|| LEAVES.find_iter(text).find(of_all));
    found.is_some_and(|found| text[..found.start()].split_whitespace().count() >= 2)
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Turn {
    Arrives,
    Leaves,
}

/// Someone comes for an item or leaves after one.
#[derive(Debug)]
struct Movement {
    name: String,
    turn: Turn,
    /// First item with, or last item with the person; none where the sentence tells no item.
    number: Option<u32>,
    time: Option<Time>,
    successor: Option<String>,
    flow: Flow,
    range: Range<usize>,
}

/// Gives the attendees their §§ where limits or sentences tell them.
pub fn settle(sheet: &Sheet, zones: &Zones, limits: &[Limit], protocol: &mut Protocol) {
    let Some(whole) = whole(protocol) else { return };
    for limit in limits {
        let Some(attendee) = protocol.attendees.iter_mut().find(|one| one.id == limit.attendee) else { continue };
        let stated = attendee.paragraphs.value.clone().unwrap_or_else(|| vec![whole]);
        let left = match &limit.scope {
            Scope::Without(gone) => gone.iter().fold(stated, |left, gone| without(&left, *gone)),
            Scope::From(first) => without(&stated, (0, first.saturating_sub(1))),
            Scope::Until(last) => without(&stated, (last + 1, u32::MAX)),
            Scope::Within(_) | Scope::Hours(..) => continue,
        };
        if !left.is_empty() {
            attendee.paragraphs = limit.flow.value(sheet.pages, &limit.range, left, 0.93);
        }
    }
    // "närvarande pkt 3" counts points of the agenda, where the items count otherwise.
    for attendee in &mut protocol.attendees {
        let outside = |ranges: &Paragraphs| ranges.iter().all(|range| range.1 < whole.0 || range.0 > whole.1);
        if attendee.paragraphs.value.as_ref().is_some_and(outside) {
            attendee.paragraphs = Field::default();
        }
    }
    let movements = movements(sheet, zones, protocol);
    let stated: Vec<bool> =
        protocol.attendees.iter().map(|one| one.paragraphs.is_some() || !one.times.is_empty()).collect();
    for (at, _) in stated.iter().enumerate().filter(|(_, stated)| !**stated) {
        let name = protocol.attendees[at].name.value.clone().unwrap_or_default();
        let own: Vec<&Movement> = movements
            .iter()
            .filter(|one| names::same_person(&name, &one.name) && is_only(protocol, &one.name))
            .collect();
        follow(sheet, &mut protocol.attendees[at], &own, whole);
    }
    for movement in &movements {
        succeed(sheet, protocol, movement, whole);
    }
}

/// First and last § of the meeting: of its items, else as the front page states them.
fn whole(protocol: &Protocol) -> Option<(u32, u32)> {
    let of_items = protocol
        .items
        .first()
        .zip(protocol.items.last())
        .and_then(|(first, last)| Some((first.number.value?, last.number_last.or(last.number.value)?)));
    let stated = match protocol.meeting.paragraphs.value {
        Some((Some(first), Some(last))) => Some((first, last)),
        _ => None,
    };
    // Where both are known the wider holds: an item may have been missed.
    let both = of_items.zip(stated).map(|(a, b)| (a.0.min(b.0), a.1.max(b.1)));
    both.or(of_items).or(stated).filter(|(first, last)| first <= last)
}

fn without(ranges: &Paragraphs, gone: (u32, u32)) -> Paragraphs {
    let mut out = Paragraphs::new();
    for &(first, last) in ranges {
        if gone.1 < first || gone.0 > last {
            out.push((first, last));
            continue;
        }
        if first < gone.0 {
            out.push((first, gone.0 - 1));
        }
        if last > gone.1 {
            out.push((gone.1 + 1, last));
        }
    }
    out
}

/// A name that only one of the attendees bears.
fn is_only(protocol: &Protocol, name: &str) -> bool {
    let exact = protocol.attendees.iter().filter(|one| one.name.value.as_deref() == Some(name)).count();
    let near = || {
        let fits = |one: &&Attendee| one.name.value.as_deref().is_some_and(|other| names::same_person(other, name));
        protocol.attendees.iter().filter(fits).count()
    };
    exact == 1 || exact == 0 && near() == 1
}

/// The movements that the items tell, and sentences among the lists.
fn movements(sheet: &Sheet, zones: &Zones, protocol: &Protocol) -> Vec<Movement> {
    let mut out = Vec::new();
    for (rows, item) in zones.rows_of_items().iter().zip(&protocol.items) {
        read(&flow_of(sheet, rows), item.number.value, &mut out);
    }
    let form = flow_of(sheet, &zones.rows(|zone| zone == Zone::Form));
    read(&form, None, &mut out);
    out
}

fn flow_of(sheet: &Sheet, rows: &[usize]) -> Flow {
    let mut flow = Flow::default();
    for piece in rows.iter().filter_map(|at| sheet.rows.get(*at)).flat_map(|row| &row.pieces) {
        flow.push_line(sheet.pages, piece.page, piece.span);
    }
    flow
}

fn read(flow: &Flow, item: Option<u32>, out: &mut Vec<Movement>) {
    if !ARRIVES.is_match(&flow.text) && !LEAVES.is_match(&flow.text) {
        return;
    }
    let mut start = 0;
    for sentence in sentences::sentences(&flow.text) {
        let range = start..start + sentence.len();
        start = range.end;
        let (turn, verb) = match (ARRIVES.find(sentence), LEAVES.find(sentence)) {
            (Some(verb), None) => (Turn::Arrives, verb),
            (None, Some(verb)) => (Turn::Leaves, verb),
            _ => continue,
        };
        if DISQUALIFICATION.within(&sentence.to_lowercase()) {
            continue;
        }
        let before = &sentence[..verb.start()];
        // The sentence's own subject stands right before the verb.
        let persons: Vec<Person> = entry::run(before, 0..before.len());
        let Some(last) = persons.last() else { continue };
        if before.get(last.whole.end..).is_none_or(|between| between.split_whitespace().count() > 3) {
            continue;
        }
        let after = &sentence[verb.end()..];
        let successor = SUCCESSOR.find(after).and_then(|found| {
            let rest = &after[found.end()..];
            entry::run(rest, 0..rest.len()).first().map(|person| rest[person.name.clone()].to_owned())
        });
        let number = NUMBER.captures(sentence).and_then(|found| {
            let n: u32 = found["n"].parse().ok()?;
            Some(match turn {
                Turn::Arrives if found.name("after").is_some() => n + 1,
                Turn::Leaves if found.name("before").is_some() => n.saturating_sub(1),
                _ => n,
            })
        });
        let time = times(sentence).first().and_then(|at| at.start);
        let same_verb = persons.iter().rev().take_while(|person| {
            before.get(person.whole.end..last.whole.start).is_none_or(|between| !between.contains(['.', ':']))
        });
        for person in same_verb {
            out.push(Movement {
                name: before[person.name.clone()].to_owned(),
                turn,
                number: number.or(item),
                time,
                successor: successor.clone(),
                flow: flow.clone(),
                range: range.clone(),
            });
        }
    }
}

/// The §§ of a person who comes and goes, in the order of the sentences.
fn follow(sheet: &Sheet, attendee: &mut Attendee, own: &[&Movement], whole: (u32, u32)) {
    let Some(first) = own.first() else { return };
    let mut ranges = Paragraphs::new();
    let mut here_since = (first.turn == Turn::Leaves).then_some(whole.0);
    let mut clock = (None, None);
    let mut knows_numbers = true;
    for movement in own {
        knows_numbers &= movement.number.is_some();
        match (movement.turn, movement.number) {
            (Turn::Arrives, number) => {
                here_since = number.or(here_since);
                clock.0 = movement.time.or(clock.0);
            }
            (Turn::Leaves, number) => {
                if let (Some(since), Some(number)) = (here_since.take(), number)
                    && since <= number
                {
                    ranges.push((since, number));
                }
                clock.1 = movement.time.or(clock.1);
            }
        }
    }
    ranges.extend(here_since.map(|since| (since, whole.1)));
    ranges.retain(|(from, to)| from <= to);
    if clock != (None, None) {
        attendee.times.push(clock);
    }
    if knows_numbers && !ranges.is_empty() && ranges != [whole] {
        let evidence = first.flow.evidence(sheet.pages, &first.range, State::Inferred, 0.85);
        attendee.paragraphs = Field::new(ranges, evidence);
    }
}

/// Who takes the place of one who leaves serves from the next item.
fn succeed(sheet: &Sheet, protocol: &mut Protocol, movement: &Movement, whole: (u32, u32)) {
    let (Some(successor), Some(last)) = (&movement.successor, movement.number) else { return };
    if movement.turn != Turn::Leaves || !is_only(protocol, successor) {
        return;
    }
    let replaced = protocol
        .attendees
        .iter()
        .find_map(|one| one.name.value.clone().filter(|name| names::same_person(name, &movement.name)));
    let fits = |one: &&mut Attendee| one.name.value.as_deref().is_some_and(|name| names::same_person(name, successor));
    let Some(attendee) = protocol.attendees.iter_mut().find(fits) else { return };
    if attendee.replaces.is_some() || !matches!(attendee.category, Category::Substitute | Category::ServingSubstitute) {
        return;
    }
    let evidence = movement.flow.evidence(sheet.pages, &movement.range, State::Inferred, 0.8);
    attendee.category = Category::ServingSubstitute;
    attendee.replaces = Field::new(replaced.unwrap_or_else(|| movement.name.clone()), evidence.clone());
    if !attendee.paragraphs.is_some() && last < whole.1 {
        attendee.paragraphs = Field::new(vec![(last + 1, whole.1)], evidence);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::correct::Lexicon;
    use crate::page::{CorrectedPage, OcrPage};
    use crate::segment::fields::attendance::{present, read};
    use crate::segment::fields::form::blocks;
    use crate::segment::outline::zones;

    #[test]
    fn a_limit_stays_with_its_person() {
        let text = "Namn              Uppdrag       Närvaro\nAnna Berg         Ordförande    x\nBo Ek, ej § 13    Ledamot       frånvarande\nEva Ros           Ledamot       x\nPer By, ej § 12   Ledamot       x";
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        let rows: Vec<usize> = (0..sheet.rows.len()).collect();
        let found = read::candidates(&Lexicon::builtin(), &sheet, &blocks::read(&sheet, &rows));
        let lists = present::settled(&Lexicon::builtin(), &sheet, found);
        assert_eq!(lists.absent.len(), 1);
        let mut protocol = Protocol { attendees: lists.attendees, ..Protocol::default() };
        protocol.meeting.paragraphs.value = Some((Some(11), Some(14)));
        settle(&sheet, &zones::zones(&sheet), &lists.limits, &mut protocol);
        let told: Vec<(&str, Option<&Paragraphs>)> = protocol
            .attendees
            .iter()
            .map(|one| (one.name.value.as_deref().unwrap_or(""), one.paragraphs.value.as_ref()))
            .collect();
        assert_eq!(told, [("Anna Berg", None), ("Eva Ros", None), ("Per By", Some(&vec![(11, 11), (13, 14)]))]);
    }

    #[test]
    fn what_is_left_of_the_meeting() {
        assert_eq!(without(&vec![(70, 83)], (72, 72)), vec![(70, 71), (73, 83)]);
        assert_eq!(without(&vec![(70, 83)], (0, 75)), vec![(76, 83)]);
        assert_eq!(without(&vec![(70, 71), (75, 80)], (80, u32::MAX)), vec![(70, 71), (75, 79)]);
    }

    #[test]
    fn sentences_of_movement() {
        assert!(tells_movement("Bo Ek (S) anländer kl 14.10."));
        assert!(tells_movement("Eva Ros lämnar sammanträdet efter § 58"));
        assert!(!tells_movement("Eva Ros (S), ordförande"));
    }

    #[test]
    fn a_bracket_tells_of_one() {
        assert!(tells_movement("Anna Berg anlände kl. 18.50"));
        assert!(!tells_movement("Anna Berg, Bo Ek (suppleant, anlände 18.50)"));
        assert!(tells_movement("Anna Berg (S) anlände kl. 18.50"));
        assert!(!tells_movement("Bo Ek (S), anlände § 31") && !tells_movement("Bo Ek – lämnade mötet efter § 7"));
    }
}
