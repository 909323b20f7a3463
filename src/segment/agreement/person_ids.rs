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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::{Category, Evidence, Field};
    use crate::text::Span;

    fn name(text: &str, place: Option<(u32, usize)>) -> Field<String> {
        let source = |(page, start)| SourceRef { page, span: Span::new(start, start + text.len()), bbox: None };
        let sources = place.map(source).into_iter().collect();
        Field::new(text.to_owned(), Evidence { sources, ..Evidence::default() })
    }

    fn attendee(text: &str, place: Option<(u32, usize)>) -> Attendee {
        Attendee {
            id: PersonId(0),
            name: name(text, place),
            category: Category::Member,
            role: None,
            role_text: Field::default(),
            party: Field::default(),
            organization: Field::default(),
            replaces: Field::default(),
            replaces_id: None,
            paragraphs: Field::default(),
            times: Vec::new(),
            remote: None,
        }
    }

    #[test]
    fn in_printed_order_over_both_lists() {
        let absent = Absent {
            id: PersonId(0),
            name: name("Eva Ros", Some((1, 40))),
            party: Field::default(),
            role_text: Field::default(),
            reason: Field::default(),
        };
        let attendees = vec![
            attendee("Stig Holm", Some((2, 0))),
            attendee("Utan Plats", None),
            attendee("Anna Berg", Some((1, 10))),
            attendee("Bo Ek", Some((1, 70))),
        ];
        let mut protocol = Protocol { attendees, absent: vec![absent], ..Protocol::default() };
        number_persons(&mut protocol);
        let ids: Vec<u32> = protocol.attendees.iter().map(|one| one.id.0).collect();
        assert_eq!(ids, [4, 5, 1, 3], "who has no place comes last");
        assert_eq!(protocol.absent[0].id, PersonId(2));
    }
}
