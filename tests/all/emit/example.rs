//! The documents that the documentation shows.

use paragraf::emit::{self, EngineInfo, LexiconInfo, ModelInfo, Producer, SourceInfo, wire};
use paragraf::error::{Warning, WarningCode};
use paragraf::page::{BBox, CorrectedPage, OcrPage, TextSource};
use paragraf::protocol::*;
use paragraf::segment::Part;
use paragraf::text::{Alternative, Certainty, Edit, Reason, Span};

pub fn source() -> SourceInfo {
    SourceInfo {
        file: "1974/allmänna utskottet.pdf".to_owned(),
        sha256: "9f2c41d07a3b".to_owned() + &"0".repeat(52),
        bytes: 81_234,
        media_type: "application/pdf".to_owned(),
        pages: 3,
        ..SourceInfo::default()
    }
}

pub fn producer() -> Producer {
    Producer {
        configuration_sha256: "ab".repeat(32),
        engine: Some(EngineInfo {
            name: "tesseract".to_owned(),
            version: "5.3.0".to_owned(),
            models: vec![ModelInfo { name: "sv-latin".to_owned(), sha256: "cd".repeat(32) }],
        }),
        lexicon: Some(LexiconInfo { version: "2026-11".to_owned(), sha256: "ef".repeat(32) }),
        ..Producer::default()
    }
}

/// A page as an engine reads it: every word ten pixels a letter wide, a line forty high.
pub fn scanned(number: u32, text: &str) -> OcrPage {
    let mut page = OcrPage::from_text(number, text);
    page.source = TextSource::Ocr;
    (page.width, page.height, page.dpi) = (2480, 3508, 300);
    page.confidence = 0.912_345;
    page
}

pub fn edit(text: &str, original: &str, replacement: &str, certainty: Certainty) -> Edit {
    let start = text.find(original).expect("the word stands in the text");
    Edit {
        span: Span::new(start, start + original.len()),
        replacement: replacement.to_owned(),
        reason: Reason::Diacritics,
        certainty,
        score: 0.998_4,
        alternatives: vec![Alternative { text: "Nollägesstatus".to_owned(), score: 0.001 }],
    }
}

pub fn evidence(page: &CorrectedPage, value: &str, state: State) -> Evidence {
    let start = page.text().find(value).expect("the value stands in the text");
    let span = Span::new(start, start + value.len());
    Evidence {
        printed: page.printed(span).to_owned(),
        state,
        confidence: page.confidence_of(span),
        sources: vec![SourceRef { page: page.number(), span, bbox: page.bbox_of(span) }],
    }
}

pub fn read_from(page: &CorrectedPage, value: &str) -> Field<String> {
    Field::new(value.to_owned(), evidence(page, value, State::Read))
}

/// A meeting of a municipal board as a secretary writes it: one page, one § and two members.
pub fn board() -> (Vec<CorrectedPage>, Part) {
    let text = "Socialnämnden 1974-03-12 kl 9.05-1i,~0\nÅke Öst (s), ordförande\nSven Ö-berg\n§ 12 Nulagesstatus för hemhjälpen\n\
                Namnden beslöt att godkanna rapporten";
    let edits = vec![
        edit(text, "Nulagesstatus", "Nulägesstatus", Certainty::Certain),
        edit(text, "Namnden", "Nämnden", Certainty::Likely),
        edit(text, "godkanna", "godkänna", Certainty::Suggested),
    ];
    let page = CorrectedPage::new(scanned(1, text), edits);
    let attendee = |id: u32, name: Field<String>| Attendee {
        id: PersonId(id),
        name,
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
    };
    let part = Part {
        protocol: Protocol {
            pages: (1, 1),
            meeting: Meeting {
                kind: DocumentKind::Protocol,
                body: read_from(&page, "Socialnämnden"),
                date: Field::new(jiff::civil::date(1974, 3, 12), evidence(&page, "1974-03-12", State::Read)),
                start_time: Field::new(jiff::civil::time(9, 5, 0, 0), evidence(&page, "9.05", State::Normalised)),
                end_time: Field::unreadable(evidence(&page, "1i,~0", State::Read)),
                ..Meeting::default()
            },
            attendees: vec![
                Attendee {
                    role: Some(AttendeeRole::Chair),
                    party: Field::new("S".to_owned(), evidence(&page, "s", State::Normalised)),
                    paragraphs: Field { value: Some(vec![(12, 12)]), evidence: None },
                    ..attendee(1, read_from(&page, "Åke Öst"))
                },
                attendee(2, read_from(&page, "Sven Ö-berg")),
            ],
            contents: vec![ContentsEntry { item: Some(0), ..ContentsEntry::default() }],
            items: vec![Item {
                number: Field { value: Some(12), evidence: None },
                label: read_from(&page, "§ 12"),
                title: Field::new(
                    "Nulägesstatus för hemhjälpen".to_owned(),
                    evidence(&page, "Nulägesstatus för hemhjälpen", State::Corrected),
                ),
                text: "Nämnden beslöt att godkanna rapporten".to_owned(),
                sections: vec![Section {
                    kind: SectionKind::Decision,
                    heading: None,
                    text: "Nämnden beslöt att godkanna rapporten".to_owned(),
                }],
                outcome: Some(Outcome::Approved),
                page_first: 1,
                page_last: 1,
                ..Item::default()
            }],
            ..Protocol::default()
        },
        warnings: vec![Warning {
            code: WarningCode::SignatureMismatch,
            message: "ingen justerare skrev under".to_owned(),
            page: Some(1),
            bbox: Some(BBox::new(1, 2, 3, 4)),
        }],
        review: vec![
            ReviewNote {
                field: "/attendees/1/name".to_owned(),
                reason: "low_confidence".to_owned(),
                confidence: 0.7,
                page: 1,
                bbox: None,
            },
            ReviewNote {
                field: "/items/0/title".to_owned(),
                reason: "low_confidence".to_owned(),
                confidence: 0.4,
                page: 1,
                bbox: None,
            },
        ],
        respellings: Vec::new(),
    };
    (vec![page], part)
}

pub fn board_document() -> wire::Document {
    let (pages, part) = board();
    emit::documents(&source(), &producer(), &pages, &[part], &[]).remove(0)
}

/// The same document with something in every part of it and in every key: what the documentation takes its examples from.
pub fn every_part() -> wire::Document {
    let mut document = board_document();
    let text = |text: &str| Some(text.to_owned());
    let interval = |start: &str, end: &str| wire::Interval { start: text(start), end: text(end) };

    document.source.encoding = text("windows-1252");
    document.source.parts = vec![wire::SourcePart {
        file: "1974/prot_001.tif".to_owned(),
        sha256: "01".repeat(32),
        bytes: 40_617,
        page_first: 1,
        page_last: 1,
    }];

    let meeting = &mut document.meeting;
    (meeting.municipality, meeting.meeting_number) = (text("Ammelunda kommun"), text("3/1974"));
    (meeting.place, meeting.end_time) = (text("Kommunalhuset, sal B"), text("11:30"));
    meeting.adjournments = vec![interval("10:15", "10:30")];
    meeting.paragraphs = Some(wire::FirstLast { first: Some(12), last: Some(14) });

    let chair = &mut document.attendees[0];
    (chair.role_text, chair.times) = (text("ordförande"), Some(vec![interval("09:05", "10:30")]));
    chair.remote = Some(false);
    let member = &mut document.attendees[1];
    (member.organization, member.replaces, member.replaces_id) = (text("Vägföreningen"), text("Åke Öst"), text("p1"));
    document.absent = vec![wire::Absent {
        id: "p3".to_owned(),
        name: text("Bo Ek"),
        party: text("C"),
        role_text: text("ledamot"),
        reason: text("sjuk"),
        ..wire::Absent::default()
    }];
    document.signatures = vec![wire::Signature {
        role: wire::SignatureRole::Adjuster,
        role_text: text("Justeras"),
        name: text("Sven Ö-berg"),
        person_id: text("p2"),
        party: text("C"),
        paragraphs: Some(vec![[12, 14]]),
        signed: Some(true),
        ..wire::Signature::default()
    }];
    document.adjustments = vec![wire::Adjustment {
        adjusters: vec!["Sven Ö-berg".to_owned()],
        place: text("Socialkontoret"),
        date: text("1974-03-19"),
        time: text("08:00"),
        paragraphs: Some(vec![[12, 14]]),
        ..wire::Adjustment::default()
    }];
    document.notices = vec![wire::Notice {
        organ: text("Socialnämnden"),
        posted: text("1974-03-20"),
        removed: text("1974-04-11"),
        kept_at: text("Socialkontoret"),
        paragraphs: Some(vec![[12, 14]]),
        ..wire::Notice::default()
    }];
    document.contents[0] = wire::ContentsEntry {
        number: Some(12),
        title: text("Nulägesstatus för hemhjälpen"),
        page: Some(2),
        item_id: text("i1"),
    };

    let item = &mut document.items[0];
    (item.number_last, item.suffix, item.year) = (Some(13), text("a"), Some(1974));
    item.reference = text("SN 1974/31");
    item.earlier_numbers = vec![wire::EarlierNumber { body: "Arbetsutskottet".to_owned(), number: 7 }];
    item.sections.push(wire::Section {
        kind: wire::SectionKind::Background,
        heading: text("Ärendet"),
        text: "Kommunalrådet har begärt en rapport.".to_owned(),
    });
    item.proposals = vec![wire::Proposal {
        by: vec!["Sven Ö-berg".to_owned()],
        person_ids: vec!["p2".to_owned()],
        party: text("C"),
        text: "att rapporten återremitteras".to_owned(),
    }];
    item.votes = vec![wire::Vote {
        question: text("Ja för godkännande, nej för återremiss"),
        yes: Some(1),
        no: Some(1),
        abstain: Some(0),
        ballots: vec![wire::Ballot {
            name: "Åke Öst".to_owned(),
            person_id: text("p1"),
            party: text("S"),
            vote: wire::BallotVote::Yes,
        }],
    }];
    item.reservations = vec![wire::Reservation {
        name: "Sven Ö-berg".to_owned(),
        person_id: text("p2"),
        party: text("C"),
        text: text("till förmån för eget yrkande"),
    }];
    item.disqualified = vec!["Bo Ek".to_owned()];
    item.attachments = vec!["Bilaga 1, rapport".to_owned()];
    item.distribution = vec!["Hemhjälpens föreståndare".to_owned()];

    document.review[0].bbox = Some([240, 80, 520, 96]);
    document.sensitive = vec![wire::Sensitive {
        kind: wire::SensitiveKind::Personnummer,
        page: 1,
        span: [120, 131],
        bbox: Some([400, 120, 510, 136]),
        masked: false,
    }];
    let decision = |field: Option<String>, page, span| wire::Override {
        field,
        page,
        span,
        by: "Eva Lund".to_owned(),
        at: "2026-11-24".to_owned(),
        note: text("so in the original"),
        applied: true,
    };
    document.overrides = vec![decision(text("/meeting/end_time"), None, None), decision(None, Some(1), Some([33, 38]))];
    document
}
