//! A document with one of everything, by which the tables are told.

use crate::emit::wire;

pub fn sample() -> wire::Document {
    let place = wire::Evidence { sources: vec![Default::default()], ..Default::default() };
    let proposal = wire::Proposal { by: vec![String::new()], person_ids: vec![String::new()], ..Default::default() };
    let item = wire::Item {
        earlier_numbers: vec![Default::default()],
        sections: vec![Default::default()],
        proposals: vec![proposal],
        votes: vec![wire::Vote { ballots: vec![Default::default()], ..Default::default() }],
        reservations: vec![Default::default()],
        disqualified: vec![String::new()],
        attachments: vec![String::new()],
        distribution: vec![String::new()],
        ..Default::default()
    };
    wire::Document {
        source: wire::Source { parts: vec![Default::default()], ..Default::default() },
        meeting: wire::Meeting {
            adjournments: vec![Default::default()],
            evidence: wire::EvidenceMap(vec![(String::new(), place)]),
            ..Default::default()
        },
        attendees: vec![Default::default()],
        absent: vec![Default::default()],
        signatures: vec![Default::default()],
        adjustments: vec![wire::Adjustment { adjusters: vec![String::new()], ..Default::default() }],
        notices: vec![Default::default()],
        contents: vec![Default::default()],
        items: vec![item],
        pages: vec![wire::Page { corrections: vec![Default::default()], ..Default::default() }],
        warnings: vec![Default::default()],
        review: vec![Default::default()],
        sensitive: vec![Default::default()],
        overrides: vec![Default::default()],
        ..Default::default()
    }
}
