//! The lists of persons as they are filled: attendees, absent, what hangs on the meeting's own §§.

use crate::page::CorrectedPage;
use crate::protocol::{Absent, Attendee, Category, Field, PersonId};
use crate::segment::fields::attendance::movements::Limit;
use crate::segment::fields::person::named::{Person, Remark};
use crate::segment::marks::sheet::Piece;
use crate::segment::print::flow::Flow;
use crate::segment::words::labels::Label;
use crate::segment::words::names;

#[derive(Clone, Debug, Default)]
pub struct Lists {
    pub attendees: Vec<Attendee>,
    pub absent: Vec<Absent>,
    /// "ej 13" and the like, which hang on the meeting's own §§.
    pub limits: Vec<Limit>,
    /// A list refers to another sheet: label, page index, box.
    pub elsewhere: Vec<(String, Piece)>,
    /// How many were ever put among the attendees: the number of the next, which nobody else gets. The numbers of the
    /// protocol are given when all its persons are known.
    pub n_listed: u32,
    /// How far the place that is being read is to be trusted to name those present.
    pub place: f32,
    /// Whether lists or sentences tell members from substitutes or officials: a remark beside a name does not.
    pub tells_apart: bool,
    /// What speaks for each of the attendees besides their names, by their numbers.
    pub grounds: Vec<Ground>,
}

/// What speaks for one who is listed, besides the name and what is printed beside it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ground {
    pub place: f32,
    pub has_honorific: bool,
}

/// What a list says of the persons on it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ListKind {
    Category(Category),
    Absent,
}

pub fn kind_of(label: Label) -> Option<ListKind> {
    Some(match label {
        Label::Deciding | Label::Members => ListKind::Category(Category::Member),
        Label::Present => ListKind::Category(Category::Present),
        Label::Serving => ListKind::Category(Category::ServingSubstitute),
        Label::NonServing => ListKind::Category(Category::Substitute),
        Label::Others => ListKind::Category(Category::Other),
        Label::Staff => ListKind::Category(Category::Official),
        Label::Absent => ListKind::Absent,
        _ => return None,
    })
}

pub fn push(pages: &[CorrectedPage], flow: &Flow, person: Person, kind: ListKind, lists: &mut Lists) {
    let mut name = flow.field(pages, &person.name, 0.97);
    name.value = name.value.map(|name| names::without_inner_blank(&name));
    let party = person.party.as_ref().map_or_else(Field::default, |(range, code)| {
        let printed = flow.of(range).trim();
        let evidence = flow.evidence(
            pages,
            range,
            if printed == code { crate::protocol::State::Read } else { crate::protocol::State::Normalised },
            0.97,
        );
        Field::new(code.clone(), evidence)
    });
    let role_text = person.role_text.as_ref().map_or_else(Field::default, |range| flow.field(pages, range, 0.96));
    let absent_by_mark = person.mark == Some(Remark::Absent);
    let category = match (kind, person.mark) {
        (ListKind::Absent, _) => None,
        (_, Some(Remark::Absent)) => None,
        // "suppleanten hr Dahl, som tjänstgjorde i stället för hr Falk"
        (_, Some(Remark::NonServing)) if person.replaces.is_none() => Some(Category::Substitute),
        (_, Some(Remark::NonServing)) => Some(Category::ServingSubstitute),
        (_, Some(Remark::Serving)) => Some(Category::ServingSubstitute),
        (ListKind::Category(Category::Member | Category::Present | Category::Substitute), None)
            if person.replaces.is_some() =>
        {
            Some(Category::ServingSubstitute)
        }
        (ListKind::Category(category), None) => Some(category),
    };
    let Some(category) = category else {
        let reason = if absent_by_mark { Field::default() } else { role_text.clone() };
        lists.absent.push(Absent { id: PersonId(0), name, party, role_text: Field::default(), reason });
        return;
    };
    let replaces = person.replaces.as_ref().map_or_else(Field::default, |range| flow.field(pages, range, 0.95));
    if replaces.is_some() {
        let party = person.replaces_party.map_or_else(Field::default, |code| {
            let evidence = person
                .replaces
                .as_ref()
                .map(|range| flow.evidence(pages, range, crate::protocol::State::Normalised, 0.9));
            Field { value: Some(code), evidence }
        });
        lists.absent.push(Absent {
            id: PersonId(0),
            name: replaces.clone(),
            party,
            role_text: Field::default(),
            reason: Field::default(),
        });
    }
    let id = PersonId(lists.n_listed);
    lists.n_listed += 1;
    lists.grounds.push(Ground { place: lists.place, has_honorific: person.has_honorific });
    lists.limits.extend(person.limits.iter().map(|(range, scope)| Limit {
        attendee: id,
        scope: scope.clone(),
        flow: flow.clone(),
        range: range.clone(),
    }));
    lists.attendees.push(Attendee {
        id,
        name,
        category,
        role: person.role,
        role_text,
        party,
        organization: person.organization.as_ref().map_or_else(Field::default, |range| flow.field(pages, range, 0.9)),
        replaces,
        replaces_id: None,
        paragraphs: person
            .paragraphs
            .map_or_else(Field::default, |(range, ranges)| flow.value(pages, &range, ranges, 0.96)),
        times: person.times,
        remote: person.remote.then_some(true),
    });
}
