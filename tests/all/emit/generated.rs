//! Pages and protocols of any kind, for properties that hold for all.

use paragraf::error::{Warning, WarningCode};
use paragraf::page::{BBox, CorrectedPage, Line, OcrPage, PageStatus, TextSource, Word};
use paragraf::protocol::*;
use paragraf::segment::Part;
use paragraf::text::{Alternative, Certainty, Edit, Reason, Span};
use proptest::prelude::*;

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-zåäöA-ZÅÄÖ§%0-9.,-]{1,9}",
        1 => "[a-zåäö👍🏽é\u{308}\u{30a}Ω]{1,6}",
        1 => "\\PC{1,4}".prop_filter("no blank inside a word", |word| !word.contains(char::is_whitespace)),
    ]
}

fn certainty() -> impl Strategy<Value = Certainty> {
    prop_oneof![Just(Certainty::Certain), Just(Certainty::Likely), Just(Certainty::Suggested)]
}

/// A page of words and line breaks with an edit at some of the words, and at some odd places.
pub fn page(number: u32) -> impl Strategy<Value = CorrectedPage> {
    let words = prop::collection::vec((word(), prop::option::of((word(), certainty())), 0..8u8), 0..40);
    let odd = prop::collection::vec((0..300usize, 0..6usize, word(), certainty()), 0..4);
    let status = prop_oneof![8 => Just(TextSource::Ocr), 1 => Just(TextSource::TextLayer), 1 => Just(TextSource::Text)];
    (words, odd, status, any::<f32>(), any::<f32>()).prop_map(move |(words, odd, source, confidence, skew)| {
        let mut ocr = OcrPage { confidence, skew_degrees: skew, ..OcrPage::empty(number, PageStatus::Read, source) };
        if source != TextSource::Text {
            (ocr.width, ocr.height, ocr.dpi) = (1240, 1754, 150);
        }
        let mut edits = Vec::new();
        let new_edit = |span, replacement: String, certainty| Edit {
            span,
            alternatives: vec![Alternative { text: replacement.clone(), score: confidence }],
            replacement,
            reason: Reason::Confusion,
            certainty,
            score: skew,
        };
        for (word_idx, (word, change, blank)) in words.into_iter().enumerate() {
            let span = Span::new(ocr.text.len(), ocr.text.len() + word.len());
            ocr.text.push_str(&word);
            ocr.text.push(match blank {
                0 => '\n',
                1 => '\t',
                _ => ' ',
            });
            let bbox = BBox::new(word_idx as i32 * 9, 0, word_idx as i32 * 9 + 8, 12);
            ocr.words.push(Word { span, bbox, confidence, face: None });
            ocr.lines.push(Line { span, words: (word_idx, word_idx + 1), bbox, row: word_idx });
            if let Some((replacement, certainty)) = change {
                edits.push(new_edit(span, replacement, certainty));
            }
        }
        for (start, len, replacement, certainty) in odd {
            edits.push(new_edit(Span::new(start, start + len), replacement, certainty));
        }
        CorrectedPage::new(ocr, edits)
    })
}

fn text_field() -> impl Strategy<Value = Field<String>> {
    let evidence =
        (word(), any::<f32>(), prop::collection::vec((0..5u32, 0..200usize, 0..30usize, any::<bool>()), 0..3));
    (prop::option::of("\\PC{0,12}"), prop::option::of(evidence), 0..3u8).prop_map(|(value, evidence, state)| Field {
        value,
        evidence: evidence.map(|(printed, confidence, sources)| Evidence {
            printed,
            state: [State::Read, State::Unreadable, State::Inferred][usize::from(state)],
            confidence,
            sources: sources
                .into_iter()
                .map(|(page, start, len, has_box)| SourceRef {
                    page,
                    span: Span::new(start, start + len),
                    bbox: has_box.then(|| BBox::new(-3, 4, 50, 60)),
                })
                .collect(),
        }),
    })
}

fn clock() -> impl Strategy<Value = Option<jiff::civil::Time>> {
    prop::option::of((0..24i8, 0..60i8).prop_map(|(hour, minute)| jiff::civil::time(hour, minute, 59, 0)))
}

fn paragraphs() -> impl Strategy<Value = Field<Paragraphs>> {
    prop::option::of(prop::collection::vec(any::<(u32, u32)>(), 0..3))
        .prop_map(|value| Field { value, evidence: Some(Evidence::default()) })
}

pub fn part() -> impl Strategy<Value = Part> {
    let meeting = (text_field(), text_field(), clock(), clock(), prop::option::of((-20..2200i16, 1..13i8, 1..29i8)));
    let attendees =
        prop::collection::vec((text_field(), text_field(), paragraphs(), clock(), any::<Option<bool>>()), 0..5);
    let items = prop::collection::vec(
        (text_field(), text_field(), any::<Option<u32>>(), "\\PC{0,40}", any::<Option<u32>>(), word()),
        0..5,
    );
    let notes = prop::collection::vec(("\\PC{0,12}", any::<f32>(), 0..6u32), 0..4);
    (meeting, attendees, items, notes, (0..4u32, 0..6u32)).prop_map(|(meeting, attendees, items, notes, pages)| {
        let (body, place, start, end, date) = meeting;
        let mut part = Part::default();
        let protocol = &mut part.protocol;
        protocol.pages = pages;
        protocol.meeting.body = body.clone();
        protocol.meeting.place = place;
        protocol.meeting.start_time = Field { value: start, evidence: Some(Evidence::default()) };
        protocol.meeting.adjournments = vec![(start, end)];
        protocol.meeting.paragraphs = Field { value: Some((None, Some(4))), evidence: None };
        protocol.meeting.date =
            Field { value: date.and_then(|(y, m, d)| jiff::civil::Date::new(y.max(0), m, d).ok()), evidence: None };
        for (person_idx, (name, party, paragraphs, time, remote)) in attendees.into_iter().enumerate() {
            let id = PersonId(person_idx as u32 + 1);
            protocol.signatures.push(Signature {
                role: SignatureRole::Adjuster,
                role_text: Field::default(),
                name: name.clone(),
                person_id: Some(id),
                party: party.clone(),
                paragraphs: paragraphs.clone(),
                signed: remote,
            });
            protocol.absent.push(Absent {
                id,
                name: name.clone(),
                party: party.clone(),
                role_text: Field::default(),
                reason: party.clone(),
            });
            protocol.attendees.push(Attendee {
                id,
                name,
                category: Category::ServingSubstitute,
                role: Some(AttendeeRole::ViceChair),
                role_text: party.clone(),
                party,
                organization: Field::default(),
                replaces: Field::default(),
                replaces_id: Some(PersonId(1)),
                paragraphs,
                times: vec![(time, None)],
                remote,
            });
        }
        protocol.adjustments.push(Adjustment {
            adjusters: vec!["Maja Ek".to_owned()],
            place: body,
            ..Adjustment::default()
        });
        protocol.notices.push(Notice::default());
        for (title, reference, number, text, yes, name) in items {
            protocol.contents.push(ContentsEntry { number, title: title.clone(), page: yes, item: Some(3) });
            protocol.items.push(Item {
                number: Field { value: number, evidence: None },
                title,
                reference,
                sections: vec![Section { kind: SectionKind::Motions, heading: Some(name.clone()), text: text.clone() }],
                proposals: vec![Proposal {
                    by: vec![name.clone()],
                    person_ids: vec![PersonId(2)],
                    ..Proposal::default()
                }],
                votes: vec![Vote {
                    yes,
                    ballots: vec![Ballot {
                        name: name.clone(),
                        person_id: None,
                        party: None,
                        vote: BallotVote::Absent,
                    }],
                    ..Vote::default()
                }],
                reservations: vec![Reservation { name, ..Reservation::default() }],
                earlier_numbers: vec![("Au".to_owned(), 88)],
                text,
                ..Item::default()
            });
        }
        for (field, confidence, page) in notes {
            part.warnings.push(Warning {
                code: WarningCode::NumberGap,
                message: field.clone(),
                page: Some(page).filter(|page| *page > 0),
                bbox: Some(BBox::new(0, 1, 2, 3)),
            });
            part.review.push(ReviewNote { field, reason: "low_confidence".to_owned(), confidence, page, bbox: None });
        }
        part
    })
}

pub fn pages() -> impl Strategy<Value = Vec<CorrectedPage>> {
    (page(1), page(2), page(3), 0..4usize)
        .prop_map(|(one, two, three, n)| vec![one, two, three].into_iter().take(n).collect())
}
