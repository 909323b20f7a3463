//! From the domain types to the output's.
//!
//! Nothing is decided here but form: which pages a part has, ids, ISO dates, code points, rounding.
//! What a value is and how far it is trusted was settled by the stages before.

use super::points::{Points, nfc};
use super::producer::Producer;
use super::source::SourceInfo;
use super::warnings::said_once;
use super::wire;
use crate::error::{Warning, WarningCode};
use crate::page::{BBox, CorrectedPage, PageStatus};
use crate::personnummer;
use crate::protocol::{self, Field, PersonId, State};
use crate::segment::Part;
use crate::text::Span;
use jiff::civil::{Date, Time};

/// The documents of one file, a part each, in page order.
///
/// Every page comes into at least one of them: a page that no part claims goes to the part before it,
/// and what stands before the first part to the first. Warnings of the reading stages go to the parts
/// that have their page, before those of the segmentation; one without a page goes to every part.
pub fn documents(
    source: &SourceInfo,
    producer: &Producer,
    pages: &[CorrectedPage],
    parts: &[Part],
    reading_warnings: &[Warning],
) -> Vec<wire::Document> {
    let empty = [Part::default()];
    let parts = if parts.is_empty() { &empty } else { parts };
    let first_page = pages.iter().map(CorrectedPage::number).min().unwrap_or(1);
    let last_page = pages.iter().map(CorrectedPage::number).max().unwrap_or(1);
    let starts = |part_idx: usize| match part_idx {
        0 => first_page,
        _ => parts[part_idx].protocol.pages.0.max(first_page),
    };
    let mut documents = Vec::with_capacity(parts.len());
    for (part_idx, part) in parts.iter().enumerate() {
        let before_next = match part_idx + 1 {
            next if next < parts.len() => starts(next).saturating_sub(1),
            _ => last_page,
        };
        let range = (starts(part_idx), before_next.max(part.protocol.pages.1.min(last_page)));
        documents.push(document(source, producer, (part_idx + 1, range), pages, part, reading_warnings));
    }
    documents
}

fn document(
    source: &SourceInfo,
    producer: &Producer,
    (part_no, (page_first, page_last)): (usize, (u32, u32)),
    pages: &[CorrectedPage],
    part: &Part,
    reading_warnings: &[Warning],
) -> wire::Document {
    let mut pages: Vec<&CorrectedPage> =
        pages.iter().filter(|page| (page_first..=page_last).contains(&page.number())).collect();
    pages.sort_by_key(|page| page.number());
    let views: Vec<PageView> = pages.iter().map(|page| PageView::new(page)).collect();
    let ctx = Ctx { views: &views };
    let protocol = &part.protocol;
    let own = reading_warnings.iter();
    let own = own.filter(|warning| warning.page.is_none_or(|page| (page_first..=page_last).contains(&page)));
    let warnings: Vec<wire::Warning> =
        said_once(own).iter().chain(&part.warnings).map(|one| ctx.warning(one)).collect();
    let is_partial = pages.iter().any(|page| page.ocr().status == PageStatus::Lost)
        || warnings.iter().any(|warning| warning.code == WarningCode::PageLost.into());
    let mut review: Vec<wire::Review> = part.review.iter().map(|note| ctx.review(note)).collect();
    review.sort_by(|a, b| a.confidence.total_cmp(&b.confidence));
    wire::Document {
        schema_version: wire::SCHEMA_VERSION.to_owned(),
        id: format!("{}-{part_no}", source.sha256.get(..12).unwrap_or(&source.sha256)),
        edition: wire::Edition::Full,
        source: wire::Source {
            file: nfc(&source.file),
            sha256: source.sha256.clone(),
            bytes: source.bytes,
            media_type: source.media_type.clone(),
            encoding: source.encoding.clone(),
            pages: source.pages,
            page_first,
            page_last,
            parts: source
                .parts
                .iter()
                .map(|part| wire::SourcePart {
                    file: nfc(&part.file),
                    sha256: part.sha256.clone(),
                    bytes: part.bytes,
                    page_first: part.page_first,
                    page_last: part.page_last,
                })
                .collect(),
        },
        producer: producer_of(producer),
        status: if is_partial { wire::Status::Partial } else { wire::Status::Complete },
        meeting: ctx.meeting(&protocol.meeting),
        attendees: protocol.attendees.iter().map(|attendee| ctx.attendee(attendee)).collect(),
        absent: protocol.absent.iter().map(|absent| ctx.absent(absent)).collect(),
        signatures: protocol.signatures.iter().map(|signature| ctx.signature(signature)).collect(),
        adjustments: protocol.adjustments.iter().map(|adjustment| ctx.adjustment(adjustment)).collect(),
        notices: protocol.notices.iter().map(|notice| ctx.notice(notice)).collect(),
        contents: protocol.contents.iter().map(|entry| contents_entry(entry, protocol.items.len())).collect(),
        items: protocol.items.iter().enumerate().map(|(item_idx, item)| ctx.item(item_idx, item)).collect(),
        warnings,
        review,
        sensitive: views.iter().flat_map(PageView::sensitive).collect(),
        overrides: Vec::new(),
        // Last: it takes the texts out of the views.
        pages: views.into_iter().map(PageView::into_page).collect(),
    }
}

fn producer_of(producer: &Producer) -> wire::Producer {
    wire::Producer {
        name: env!("CARGO_PKG_NAME").to_owned(),
        version: producer.version.clone(),
        configuration_sha256: producer.configuration_sha256.clone(),
        ocr: producer.engine.as_ref().map(|engine| wire::Engine {
            engine: engine.name.clone(),
            version: engine.version.clone(),
            models: engine
                .models
                .iter()
                .map(|model| wire::Model { name: nfc(&model.name), sha256: model.sha256.clone() })
                .collect(),
        }),
        lexicon: producer
            .lexicon
            .as_ref()
            .map(|lexicon| wire::Lexicon { version: lexicon.version.clone(), sha256: lexicon.sha256.clone() }),
    }
}

/// A page and the places of its two texts.
struct PageView<'a> {
    page: &'a CorrectedPage,
    corrected: Points,
    original: Points,
    /// Whether the words' spans of the original rise, so that a search may halve them.
    is_sorted: bool,
}

impl<'a> PageView<'a> {
    fn new(page: &'a CorrectedPage) -> Self {
        let applied = || page.edits().iter().filter(|edit| edit.is_applied());
        let ends = |span: Span| [span.start, span.end];
        let words = &page.ocr().words;
        PageView {
            page,
            corrected: Points::new(page.text(), applied().flat_map(|edit| ends(page.map().to_corrected(edit.span)))),
            original: Points::new(&page.ocr().text, applied().flat_map(|edit| ends(edit.span))),
            is_sorted: words.windows(2).all(|two| two[0].span.end <= two[1].span.start),
        }
    }

    fn bbox(&self, bbox: Option<BBox>) -> Option<wire::PixelBox> {
        bbox.filter(|_| self.page.ocr().has_boxes()).map(pixels)
    }

    /// The box of a span of the original. A page may have ten thousand words and as many edits, so
    /// that looking at each word for each edit will not do.
    fn bbox_of_original(&self, span: Span) -> Option<wire::PixelBox> {
        let words = &self.page.ocr().words;
        let touched = |word: &&crate::page::Word| word.span.overlaps(span);
        let joined = if self.is_sorted {
            let first = words.partition_point(|word| word.span.end <= span.start);
            words[first..].iter().take_while(touched).map(|word| word.bbox).reduce(BBox::union)
        } else {
            words.iter().filter(touched).map(|word| word.bbox).reduce(BBox::union)
        };
        self.bbox(joined)
    }

    fn sensitive(&self) -> Vec<wire::Sensitive> {
        let place = |found: personnummer::Found| wire::Sensitive {
            kind: match found.is_sure {
                true => wire::SensitiveKind::Personnummer,
                false => wire::SensitiveKind::PossiblePersonnummer,
            },
            page: self.page.number(),
            span: self.corrected.span(found.span),
            bbox: self.bbox(self.page.bbox_of(found.span)),
            masked: false,
        };
        personnummer::find(self.page.text()).into_iter().map(place).collect()
    }

    fn into_page(self) -> wire::Page {
        let ocr = self.page.ocr();
        let on_paper = |size: u32| Some(size).filter(|size| *size > 0 && ocr.has_boxes());
        wire::Page {
            number: ocr.number,
            status: ocr.status.into(),
            width: on_paper(ocr.width),
            height: on_paper(ocr.height),
            dpi: on_paper(ocr.dpi),
            rotation: ocr.rotation,
            skew_degrees: rounded(ocr.skew_degrees, 100.0),
            text_source: ocr.source.into(),
            confidence: probability(ocr.confidence),
            corrections: self.page.edits().iter().map(|edit| self.correction(edit)).collect(),
            text: self.corrected.into_text(),
            original_text: self.original.into_text(),
        }
    }

    fn correction(&self, edit: &crate::text::Edit) -> wire::Correction {
        let in_corrected = self.page.map().to_corrected(edit.span);
        wire::Correction {
            span: self.corrected.span(in_corrected),
            original_span: self.original.span(edit.span),
            bbox: self.bbox_of_original(edit.span),
            original: nfc(self.original.outward(edit.span).of(&self.page.ocr().text)),
            corrected: nfc(&edit.replacement),
            reason: edit.reason.into(),
            certainty: edit.certainty.into(),
            score: probability(edit.score),
            alternatives: edit
                .alternatives
                .iter()
                .map(|other| wire::Alternative { text: nfc(&other.text), score: probability(other.score) })
                .collect(),
        }
    }
}

struct Ctx<'a> {
    /// Sorted by page number.
    views: &'a [PageView<'a>],
}

/// Evidence by key, gathered in the order of the object's keys.
struct Gathered<'a> {
    ctx: &'a Ctx<'a>,
    entries: Vec<(String, wire::Evidence)>,
}

impl<'a> Gathered<'a> {
    fn add<T>(mut self, key: &str, field: &Field<T>) -> Self {
        if let Some(evidence) = &field.evidence
            && (field.value.is_some() || evidence.state == State::Unreadable)
        {
            self.entries.push((key.to_owned(), self.ctx.evidence(evidence)));
        }
        self
    }

    fn done(self) -> wire::EvidenceMap {
        wire::EvidenceMap(self.entries)
    }
}

impl<'a> Ctx<'a> {
    fn view(&self, page: u32) -> Option<&PageView<'a>> {
        let view_idx = self.views.binary_search_by_key(&page, |view| view.page.number()).ok()?;
        self.views.get(view_idx)
    }

    fn gather(&'a self) -> Gathered<'a> {
        Gathered { ctx: self, entries: Vec::new() }
    }

    fn evidence(&self, evidence: &protocol::Evidence) -> wire::Evidence {
        wire::Evidence {
            printed: nfc(&evidence.printed),
            state: evidence.state.into(),
            confidence: probability(evidence.confidence),
            sources: evidence.sources.iter().filter_map(|source| self.source_ref(source)).collect(),
        }
    }

    /// None for a page that this document does not have.
    fn source_ref(&self, source: &protocol::SourceRef) -> Option<wire::SourceRef> {
        let view = self.view(source.page)?;
        Some(wire::SourceRef {
            page: source.page,
            span: view.corrected.span(source.span),
            bbox: view.bbox(source.bbox),
        })
    }

    /// A box on a page; the grid of a text file is no place on paper.
    fn bbox(&self, page: Option<u32>, bbox: Option<BBox>) -> Option<wire::PixelBox> {
        match page.and_then(|page| self.view(page)) {
            Some(view) => view.bbox(bbox),
            None => None,
        }
    }

    fn warning(&self, warning: &Warning) -> wire::Warning {
        wire::Warning {
            code: warning.code.into(),
            message: nfc(&warning.message),
            page: warning.page,
            bbox: self.bbox(warning.page, warning.bbox),
        }
    }

    fn review(&self, note: &protocol::ReviewNote) -> wire::Review {
        wire::Review {
            field: nfc(&note.field),
            reason: nfc(&note.reason),
            confidence: probability(note.confidence),
            // Pages count from 1: 0 is a value that stands nowhere.
            page: Some(note.page).filter(|page| *page > 0),
            bbox: self.bbox(Some(note.page), note.bbox),
        }
    }

    fn meeting(&self, meeting: &protocol::Meeting) -> wire::Meeting {
        wire::Meeting {
            kind: meeting.kind.into(),
            municipality: text(&meeting.municipality),
            body: text(&meeting.body),
            meeting_number: text(&meeting.meeting_number),
            date: date(&meeting.date),
            place: text(&meeting.place),
            start_time: meeting.start_time.value.map(clock),
            end_time: meeting.end_time.value.map(clock),
            adjournments: meeting.adjournments.iter().copied().map(interval).collect(),
            paragraphs: meeting.paragraphs.value.map(|(first, last)| wire::FirstLast { first, last }),
            evidence: self
                .gather()
                .add("municipality", &meeting.municipality)
                .add("body", &meeting.body)
                .add("meeting_number", &meeting.meeting_number)
                .add("date", &meeting.date)
                .add("place", &meeting.place)
                .add("start_time", &meeting.start_time)
                .add("end_time", &meeting.end_time)
                .add("paragraphs", &meeting.paragraphs)
                .done(),
        }
    }

    fn attendee(&self, attendee: &protocol::Attendee) -> wire::Attendee {
        wire::Attendee {
            id: person_id(attendee.id),
            name: text(&attendee.name),
            category: attendee.category.into(),
            role: attendee.role.map(Into::into),
            role_text: text(&attendee.role_text),
            party: text(&attendee.party),
            organization: text(&attendee.organization),
            replaces: text(&attendee.replaces),
            replaces_id: attendee.replaces_id.map(person_id),
            paragraphs: paragraphs(&attendee.paragraphs),
            times: Some(attendee.times.iter().copied().map(interval).collect::<Vec<_>>())
                .filter(|times| !times.is_empty()),
            remote: attendee.remote,
            evidence: self
                .gather()
                .add("name", &attendee.name)
                .add("role_text", &attendee.role_text)
                .add("party", &attendee.party)
                .add("organization", &attendee.organization)
                .add("replaces", &attendee.replaces)
                .add("paragraphs", &attendee.paragraphs)
                .done(),
        }
    }

    fn absent(&self, absent: &protocol::Absent) -> wire::Absent {
        wire::Absent {
            id: person_id(absent.id),
            name: text(&absent.name),
            party: text(&absent.party),
            role_text: text(&absent.role_text),
            reason: text(&absent.reason),
            evidence: self
                .gather()
                .add("name", &absent.name)
                .add("party", &absent.party)
                .add("role_text", &absent.role_text)
                .add("reason", &absent.reason)
                .done(),
        }
    }

    fn signature(&self, signature: &protocol::Signature) -> wire::Signature {
        wire::Signature {
            role: signature.role.into(),
            role_text: text(&signature.role_text),
            name: text(&signature.name),
            person_id: signature.person_id.map(person_id),
            party: text(&signature.party),
            paragraphs: paragraphs(&signature.paragraphs),
            signed: signature.signed,
            evidence: self
                .gather()
                .add("role_text", &signature.role_text)
                .add("name", &signature.name)
                .add("party", &signature.party)
                .add("paragraphs", &signature.paragraphs)
                .done(),
        }
    }

    fn adjustment(&self, adjustment: &protocol::Adjustment) -> wire::Adjustment {
        wire::Adjustment {
            adjusters: texts(&adjustment.adjusters),
            place: text(&adjustment.place),
            date: date(&adjustment.date),
            time: adjustment.time.value.map(clock),
            paragraphs: paragraphs(&adjustment.paragraphs),
            evidence: self
                .gather()
                .add("place", &adjustment.place)
                .add("date", &adjustment.date)
                .add("time", &adjustment.time)
                .add("paragraphs", &adjustment.paragraphs)
                .done(),
        }
    }

    fn notice(&self, notice: &protocol::Notice) -> wire::Notice {
        wire::Notice {
            organ: text(&notice.organ),
            posted: date(&notice.posted),
            removed: date(&notice.removed),
            kept_at: text(&notice.kept_at),
            paragraphs: paragraphs(&notice.paragraphs),
            evidence: self
                .gather()
                .add("organ", &notice.organ)
                .add("posted", &notice.posted)
                .add("removed", &notice.removed)
                .add("kept_at", &notice.kept_at)
                .add("paragraphs", &notice.paragraphs)
                .done(),
        }
    }

    fn item(&self, item_idx: usize, item: &protocol::Item) -> wire::Item {
        wire::Item {
            id: item_id(item_idx),
            number: item.number.value,
            number_last: item.number_last,
            suffix: item.suffix.as_deref().map(nfc),
            year: item.year,
            label: text(&item.label),
            earlier_numbers: item
                .earlier_numbers
                .iter()
                .map(|(body, number)| wire::EarlierNumber { body: nfc(body), number: *number })
                .collect(),
            title: text(&item.title),
            reference: text(&item.reference),
            text: nfc(&item.text),
            sections: item.sections.iter().map(section).collect(),
            outcome: item.outcome.map(Into::into),
            immediate_adjustment: item.immediate_adjustment,
            proposals: item.proposals.iter().map(proposal).collect(),
            votes: item.votes.iter().map(vote).collect(),
            reservations: item.reservations.iter().map(reservation).collect(),
            disqualified: texts(&item.disqualified),
            attachments: texts(&item.attachments),
            distribution: texts(&item.distribution),
            page_first: item.page_first,
            page_last: item.page_last,
            evidence: self
                .gather()
                .add("number", &item.number)
                .add("label", &item.label)
                .add("title", &item.title)
                .add("reference", &item.reference)
                .done(),
        }
    }
}

fn contents_entry(entry: &protocol::ContentsEntry, n_items: usize) -> wire::ContentsEntry {
    wire::ContentsEntry {
        number: entry.number,
        title: text(&entry.title),
        page: entry.page,
        item_id: entry.item.filter(|item_idx| *item_idx < n_items).map(item_id),
    }
}

fn section(section: &protocol::Section) -> wire::Section {
    wire::Section { kind: section.kind.into(), heading: section.heading.as_deref().map(nfc), text: nfc(&section.text) }
}

fn proposal(proposal: &protocol::Proposal) -> wire::Proposal {
    wire::Proposal {
        by: texts(&proposal.by),
        person_ids: proposal.person_ids.iter().copied().map(person_id).collect(),
        party: proposal.party.as_deref().map(nfc),
        text: nfc(&proposal.text),
    }
}

fn vote(vote: &protocol::Vote) -> wire::Vote {
    wire::Vote {
        question: vote.question.as_deref().map(nfc),
        yes: vote.yes,
        no: vote.no,
        abstain: vote.abstain,
        ballots: vote
            .ballots
            .iter()
            .map(|ballot| wire::Ballot {
                name: nfc(&ballot.name),
                person_id: ballot.person_id.map(person_id),
                party: ballot.party.as_deref().map(nfc),
                vote: ballot.vote.into(),
            })
            .collect(),
    }
}

fn reservation(reservation: &protocol::Reservation) -> wire::Reservation {
    wire::Reservation {
        name: nfc(&reservation.name),
        person_id: reservation.person_id.map(person_id),
        party: reservation.party.as_deref().map(nfc),
        text: reservation.text.as_deref().map(nfc),
    }
}

fn text(field: &Field<String>) -> Option<String> {
    field.value.as_deref().map(nfc)
}

fn texts(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| nfc(text)).collect()
}

fn date(field: &Field<Date>) -> Option<String> {
    field.value.map(|date| date.to_string())
}

fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

fn interval((start, end): (Option<Time>, Option<Time>)) -> wire::Interval {
    wire::Interval { start: start.map(clock), end: end.map(clock) }
}

/// No range at all is the same as none stated.
fn paragraphs(field: &Field<protocol::Paragraphs>) -> Option<Vec<wire::ParagraphRange>> {
    let ranges = field.value.as_deref().filter(|ranges| !ranges.is_empty())?;
    Some(ranges.iter().map(|(first, last)| [*first, *last]).collect())
}

fn person_id(id: PersonId) -> String {
    format!("p{}", id.0)
}

fn item_id(item_idx: usize) -> String {
    format!("i{}", item_idx + 1)
}

fn pixels(bbox: BBox) -> wire::PixelBox {
    [bbox.x0, bbox.y0, bbox.x1, bbox.y1]
}

/// Three decimals: beyond them a probability is noise, and noise must not reach the bytes.
fn probability(value: f32) -> f64 {
    rounded(value.clamp(0.0, 1.0), 1000.0)
}

/// What is no number counts as 0; JSON has no word for it.
fn rounded(value: f32, steps: f64) -> f64 {
    let rounded = (f64::from(value) * steps).round() / steps;
    // The sum turns a negative zero into a plain one.
    if rounded.is_finite() { rounded + 0.0 } else { 0.0 }
}
