//! Ids of persons in printed order.

use crate::protocol::{Absent, Attendee, PersonId, Protocol, SourceRef};

/// Ids in printed order, attendees and absent together.
pub fn number_persons(protocol: &mut Protocol) {
    enum Person<'a> {
        Attendee(&'a mut Attendee),
        Absent(&'a mut Absent),
    }
    fn place(sources: Option<&Vec<SourceRef>>) -> (u32, usize) {
        sources.and_then(|sources| sources.first()).map_or((u32::MAX, 0), |source| (source.page, source.span.start))
    }
    let mut all: Vec<((u32, usize), Person)> = Vec::new();
    for attendee in &mut protocol.attendees {
        let at = place(attendee.name.evidence.as_ref().map(|evidence| &evidence.sources));
        all.push((at, Person::Attendee(attendee)));
    }
    for absent in &mut protocol.absent {
        let at = place(absent.name.evidence.as_ref().map(|evidence| &evidence.sources));
        all.push((at, Person::Absent(absent)));
    }
    all.sort_by_key(|(at, _)| *at);
    for (id, (_, person)) in (1..).zip(all) {
        match person {
            Person::Attendee(attendee) => attendee.id = PersonId(id),
            Person::Absent(absent) => absent.id = PersonId(id),
        }
    }
}
