//! The parts of a protocol against each other: numbers, contents, signatures, votes, dates.
//!
//! Numbers and days that agree are the surer for it; disagreement becomes a warning with its place.

use crate::error::{Warning, WarningCode};
use crate::page::BBox;
use crate::protocol::{Category, ContentsEntry, Field, Item, PersonId, Protocol, Signature, SignatureRole, State};
use crate::segment::print::flow::place_of;
use crate::segment::words::names::same_person;
use crate::segment::words::text::fold;
use jiff::civil::Date;
use std::collections::HashSet;
use std::ops::{Range, RangeInclusive};

/// A warning names so many §§ at most.
const MOST_NAMED: usize = 12;

fn warning(code: WarningCode, message: String, place: Option<(u32, Option<BBox>)>) -> Warning {
    Warning { code, message, page: place.map(|(page, _)| page), bbox: place.and_then(|(_, bbox)| bbox) }
}

fn place<T>(field: &Field<T>) -> Option<(u32, Option<BBox>)> {
    field.evidence.as_ref().and_then(place_of)
}

fn raise<T>(field: &mut Field<T>, share: f32) {
    if let Some(evidence) = field.evidence.as_mut() {
        evidence.confidence += (1.0 - evidence.confidence) * share;
    }
}

fn lower<T>(field: &mut Field<T>, to: f32) {
    if let Some(evidence) = field.evidence.as_mut() {
        evidence.confidence = evidence.confidence.min(to);
    }
}

pub fn check(protocol: &mut Protocol) -> Vec<Warning> {
    let mut out = Vec::new();
    numbers(protocol, &mut out);
    contents(protocol, &mut out);
    link_persons(protocol);
    signatures(protocol, &mut out);
    votes(protocol, &mut out);
    days(protocol, &mut out);
    out
}

fn numbers(protocol: &mut Protocol, out: &mut Vec<Warning>) {
    let spans: Vec<(u32, u32)> = protocol
        .items
        .iter()
        .map(|item| (item.number.value.unwrap_or(0), item.number_last.or(item.number.value).unwrap_or(0)))
        .collect();
    for (at, item) in protocol.items.iter_mut().enumerate() {
        // Between its neighbours a number can hardly be another.
        let follows = at > 0 && spans[at - 1].1 + 1 == spans[at].0;
        let leads = spans.get(at + 1).is_some_and(|next| next.0 == spans[at].1 + 1);
        if item.number.evidence.as_ref().is_some_and(|evidence| evidence.state != State::Inferred) {
            raise(
                &mut item.number,
                match (follows, leads) {
                    (true, true) => 0.9,
                    (false, false) => 0.0,
                    _ => 0.7,
                },
            );
        }
    }
    let listed: Vec<u32> = protocol.contents.iter().filter_map(|entry| entry.number).collect();
    for pair in protocol.items.windows(2) {
        let (before, after) = (&pair[0], &pair[1]);
        let (Some(first), Some(number)) = (before.number_last.or(before.number.value), after.number.value) else {
            continue;
        };
        if number > first + 1 {
            let (from, to) = (first + 1, number - 1);
            // The contents lack it too: then it is missing in the protocol and not in the reading.
            let known = if (from..=to).any(|n| listed.contains(&n)) { ", although the contents list it" } else { "" };
            let what =
                if from == to { format!("§ {from} is missing") } else { format!("§§ {from}-{to} are missing") };
            out.push(warning(
                WarningCode::NumberGap,
                format!("{what} between § {first} and § {number}{known}"),
                place(&after.number),
            ));
        } else if number == first && after.suffix == before.suffix {
            out.push(warning(WarningCode::NumberRepeated, format!("§ {number} stands twice"), place(&after.number)));
        }
    }
    let (Some((stated_first, stated_last)), Some(first), Some(last)) = (
        protocol.meeting.paragraphs.value,
        protocol.items.first().and_then(|item| item.number.value),
        protocol.items.last().and_then(|item| item.number_last.or(item.number.value)),
    ) else {
        return;
    };
    let fits = stated_first.is_none_or(|n| n == first) && stated_last.is_none_or(|n| n == last);
    if !fits {
        let show = |n: Option<u32>| n.map_or_else(|| "?".to_owned(), |n| n.to_string());
        let message = format!(
            "the front page says §§ {}-{}, the items are §§ {first}-{last}",
            show(stated_first),
            show(stated_last)
        );
        out.push(warning(WarningCode::RangeMismatch, message, place(&protocol.meeting.paragraphs)));
    }
}

/// Which item each entry of the contents means.
pub fn link_contents(protocol: &mut Protocol) {
    let items = &protocol.items;
    for entry in &mut protocol.contents {
        let index = entry.number.and_then(|number| items.iter().position(|item| item.number.value == Some(number)));
        let by_title = || {
            let title = fold(entry.title.value.as_deref()?);
            items.iter().position(|item| item.title.value.as_deref().is_some_and(|other| fold(other) == title))
        };
        entry.item = index.or_else(by_title);
    }
}

/// How the contents name an item, beside its own title.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Listed {
    /// Alike, and read twice.
    Alike,
    /// By the title's first words: the last may be the text's first.
    Shorter,
    /// By other words.
    Otherwise,
    /// With other letters, by more words, or both were corrected alike: no second witness.
    Nearly,
}

/// How the contents name an item.
pub fn listed(protocol: &Protocol, at: usize) -> Option<Listed> {
    let item = protocol.items.get(at)?;
    let entries = protocol.contents.iter().filter(|entry| entry.item == Some(at));
    let found: Vec<Listed> = entries.filter_map(|entry| compare(entry, item)).collect();
    found.iter().copied().find(|one| *one == Listed::Alike).or(found.first().copied())
}

fn compare(entry: &ContentsEntry, item: &Item) -> Option<Listed> {
    let (listed, printed) = (entry.title.value.as_deref()?, item.title.value.as_deref()?);
    let (listed, title) = (fold(listed), fold(printed));
    let likeness = strsim::normalized_levenshtein(&listed, &title);
    // The second line of either may stand elsewhere.
    let goes_on = listed.starts_with(&title) || title.starts_with(&listed);
    // Letters were put in or taken out.
    let n_letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    let is_corrected = |title: &Field<String>| {
        title.evidence.as_ref().is_some_and(|evidence| {
            evidence.state == State::Corrected && n_letters(&evidence.printed) != n_letters(printed)
        })
    };
    let is_shorter = title.strip_prefix(&listed).is_some_and(|rest| rest.starts_with(' ') && !printed.contains('('));
    Some(match likeness {
        0.97.. if is_corrected(&item.title) && is_corrected(&entry.title) => Listed::Nearly,
        0.97.. => Listed::Alike,
        _ if is_shorter => Listed::Shorter,
        ..0.6 if !goes_on => Listed::Otherwise,
        _ => Listed::Nearly,
    })
}

fn contents(protocol: &mut Protocol, out: &mut Vec<Warning>) {
    let items = &protocol.items;
    let (mut lost, mut differing) = (Vec::new(), Vec::new());
    let mut told = HashSet::new();
    let gaps: Vec<Range<u32>> = items
        .windows(2)
        .filter_map(|pair| {
            let last = pair[0].number_last.or(pair[0].number.value)?;
            Some(last.saturating_add(1)..pair[1].number.value?)
        })
        .collect();
    let mut highest = 0;
    for entry in &mut protocol.contents {
        // A list's numbers rise: one that does not was misread, and says nothing of that item.
        let is_misread = entry.number.is_some_and(|number| number <= highest);
        highest = entry.number.filter(|_| entry.item.is_some()).unwrap_or(highest);
        let Some((at, item)) = entry.item.and_then(|index| Some((index, items.get(index)?))) else {
            // A gap between the items tells it already.
            let is_told = |number: &u32| gaps.iter().any(|gap| gap.contains(number));
            let number = entry.number.filter(|number| !is_misread && !is_told(number));
            lost.extend(number.map(|number| (number, place(&entry.title))));
            continue;
        };
        match compare(entry, item) {
            Some(Listed::Alike) => raise(&mut entry.title, 0.5),
            // Agendas name matters in other words: more is needed to doubt what was read.
            Some(Listed::Otherwise)
                if !is_misread
                    && entry.title.evidence.as_ref().is_some_and(|evidence| evidence.confidence >= 0.75)
                    && told.insert(at) =>
            {
                differing.push((item.number.value.unwrap_or_default(), place(&item.title)));
            }
            _ => {}
        }
    }
    // One warning of a kind: what follows from one cause is said once.
    for (found, what) in
        [(lost, "listed in the contents, no item has it"), (differing, "another title in the contents")]
    {
        let Some((_, first)) = found.first().copied() else { continue };
        let mut numbers: Vec<u32> = found.iter().map(|(number, _)| *number).collect();
        numbers.dedup();
        let shown: Vec<String> = numbers.iter().take(MOST_NAMED).map(u32::to_string).collect();
        let more = if numbers.len() > MOST_NAMED { ", …" } else { "" };
        let sign = if numbers.len() > 1 { "§§" } else { "§" };
        let message = format!("{sign} {}{more}: {what}", shown.join(", "));
        out.push(warning(WarningCode::ContentsMismatch, message, first));
    }
}

/// The person of the lists that a name means, if only one fits.
fn person(protocol: &Protocol, name: &str) -> Option<PersonId> {
    let listed = protocol
        .attendees
        .iter()
        .map(|a| (a.id, a.name.value.as_deref()))
        .chain(protocol.absent.iter().map(|a| (a.id, a.name.value.as_deref())));
    let found: Vec<(PersonId, bool)> = listed
        .filter_map(|(id, other)| other.filter(|other| same_person(other, name)).map(|other| (id, other == name)))
        .collect();
    match found.as_slice() {
        [(id, _)] => Some(*id),
        several => {
            let mut exact = several.iter().filter(|(_, exact)| *exact);
            exact.next().map(|(id, _)| *id).filter(|_| exact.next().is_none())
        }
    }
}

fn link_persons(protocol: &mut Protocol) {
    let replaced: Vec<Option<PersonId>> = protocol
        .attendees
        .iter()
        .map(|a| a.replaces.value.as_deref().and_then(|name| person(protocol, name)))
        .collect();
    let signed: Vec<Option<PersonId>> =
        protocol.signatures.iter().map(|s| s.name.value.as_deref().and_then(|name| person(protocol, name))).collect();
    let mut items = std::mem::take(&mut protocol.items);
    for item in &mut items {
        link_item(protocol, item);
    }
    protocol.items = items;
    for (attendee, id) in protocol.attendees.iter_mut().zip(replaced) {
        attendee.replaces_id = id;
    }
    for (signature, id) in protocol.signatures.iter_mut().zip(signed) {
        signature.person_id = id;
    }
}

fn link_item(protocol: &Protocol, item: &mut Item) {
    for proposal in &mut item.proposals {
        proposal.person_ids = proposal.by.iter().filter_map(|name| person(protocol, name)).collect();
    }
    for ballot in item.votes.iter_mut().flat_map(|vote| &mut vote.ballots) {
        ballot.person_id = person(protocol, &ballot.name);
    }
    for reservation in &mut item.reservations {
        reservation.person_id = person(protocol, &reservation.name);
    }
}

fn signatures(protocol: &Protocol, out: &mut Vec<Warning>) {
    let elected: Vec<&String> = protocol.adjustments.iter().flat_map(|one| &one.adjusters).collect();
    let is_stranger = |one: &&Signature| {
        one.role == SignatureRole::Adjuster
            && one.name.value.as_deref().is_some_and(|name| !elected.iter().any(|other| same_person(other, name)))
    };
    let signing: Vec<&str> = protocol.signatures.iter().filter_map(|one| one.name.value.as_deref()).collect();
    let is_absent = |other: &&String| !signing.iter().any(|name| same_person(name, other));
    let stranger = protocol.signatures.iter().find(is_stranger).filter(|_| !elected.is_empty());
    // That another signs says that the elected one does not.
    if let Some(stranger) = stranger {
        let message = "an adjuster who signs is not the one elected".to_owned();
        out.push(warning(WarningCode::SignatureMismatch, message, place(&stranger.name)));
    } else if !signing.is_empty() && elected.iter().any(is_absent) {
        out.push(warning(WarningCode::SignatureMismatch, "an elected adjuster does not sign".to_owned(), None));
    }
}

fn votes(protocol: &Protocol, out: &mut Vec<Warning>) {
    let voters = protocol
        .attendees
        .iter()
        .filter(|a| matches!(a.category, Category::Member | Category::ServingSubstitute))
        .count() as u32;
    for item in &protocol.items {
        let number = item.number.value.unwrap_or_default();
        for vote in &item.votes {
            let (Some(yes), Some(no)) = (vote.yes, vote.no) else { continue };
            let cast = yes + no + vote.abstain.unwrap_or(0);
            let named = vote.ballots.len() as u32;
            if named > 0 && named != cast {
                out.push(warning(
                    WarningCode::VoteMismatch,
                    format!("§ {number}: {cast} votes are counted, {named} are named"),
                    place(&item.number),
                ));
            } else if voters > 0 && cast > voters {
                out.push(warning(
                    WarningCode::VoteMismatch,
                    format!("§ {number}: {cast} votes, {voters} members and serving substitutes"),
                    place(&item.number),
                ));
            }
        }
    }
}

fn days_between(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

fn days(protocol: &mut Protocol, out: &mut Vec<Warning>) {
    let Some(meeting) = protocol.meeting.date.value else {
        out.push(warning(WarningCode::DateMissing, "no date of the meeting was found".to_owned(), None));
        return;
    };
    let mut latest = meeting;
    let mut conflict = |field: &mut Field<Date>, allowed: RangeInclusive<i32>, from: Date, what: &str| {
        let Some(date) = field.value else { return true };
        let days = days_between(from, date);
        if allowed.contains(&days) {
            raise(field, 0.5);
        } else {
            lower(field, 0.6);
            out.push(warning(
                WarningCode::DateConflict,
                format!("{what}: {date} is {days} days after {from}"),
                place(field),
            ));
        }
        allowed.contains(&days)
    };
    for adjustment in &mut protocol.adjustments {
        let fits = conflict(&mut adjustment.date, 0..=14, meeting, "the protocol was adjusted");
        // A day that does not fit makes no other day wrong.
        if let Some(date) = adjustment.date.value.filter(|_| fits) {
            latest = latest.max(date);
        }
    }
    let several = protocol.notices.len() > 1;
    for notice in &mut protocol.notices {
        // Items that were adjusted at once have their own notice, before the others'.
        let at_once = several && notice.paragraphs.is_some();
        let adjusted = !protocol.adjustments.is_empty() && latest > meeting && !at_once;
        let fits = conflict(
            &mut notice.posted,
            0..=if adjusted { 2 } else { 16 },
            if adjusted { latest } else { meeting },
            "the notice was posted",
        );
        if let Some(posted) = notice.posted.value.filter(|_| fits) {
            conflict(&mut notice.removed, 21..=35, posted, "the notice was removed");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::{Adjustment, ContentsEntry, Evidence, Notice};
    use jiff::civil::date;

    fn item(number: u32) -> Item {
        Item { number: Field::new(number, Evidence::default()), ..Item::default() }
    }

    #[test]
    fn gaps_repeats_and_ranges() {
        let mut protocol = Protocol { items: vec![item(3), item(4), item(4), item(6)], ..Protocol::default() };
        protocol.meeting.paragraphs = Field::new((Some(3), Some(7)), Evidence::default());
        let codes: Vec<WarningCode> = check(&mut protocol).into_iter().map(|warning| warning.code).collect();
        assert_eq!(
            codes,
            [WarningCode::NumberRepeated, WarningCode::NumberGap, WarningCode::RangeMismatch, WarningCode::DateMissing]
        );
    }

    #[test]
    fn what_follows_is_not_said_again() {
        let mut protocol = Protocol { items: vec![item(3), item(5)], ..Protocol::default() };
        let entry = |number| ContentsEntry { number: Some(number), ..ContentsEntry::default() };
        protocol.contents = vec![entry(3), entry(4), entry(5)];
        protocol.meeting.date = Field::new(date(2019, 4, 9), Evidence::default());
        let posted = Field::new(date(2018, 4, 12), Evidence::default());
        let removed = Field::new(date(2019, 5, 4), Evidence::default());
        protocol.notices = vec![Notice { posted, removed, ..Notice::default() }];
        link_contents(&mut protocol);
        let codes: Vec<WarningCode> = check(&mut protocol).into_iter().map(|warning| warning.code).collect();
        assert_eq!(codes, [WarningCode::NumberGap, WarningCode::DateConflict]);
    }

    #[test]
    fn an_adjustment_before_the_meeting() {
        let mut protocol = Protocol::default();
        protocol.meeting.date = Field::new(date(2019, 4, 9), Evidence::default());
        protocol.adjustments =
            vec![Adjustment { date: Field::new(date(2019, 4, 1), Evidence::default()), ..Adjustment::default() }];
        assert_eq!(check(&mut protocol)[0].code, WarningCode::DateConflict);
    }
}
