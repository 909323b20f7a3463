//! What is told of the meeting: who met, when, where, its number and its §§.

use crate::protocol::{Field, Meeting};
use crate::segment::fields::form::blocks::Block;
use crate::segment::fields::meeting::sources::Sources;
use crate::segment::fields::meeting::{body, day, place_time};
use crate::segment::marks::sheet::Sheet;
use crate::segment::print::flow::Flow;
use crate::segment::words::labels::Label;
use crate::segment::words::names;
use crate::segment::words::pattern::compile;
use crate::segment::words::text::trim;
use regex::Regex;
use std::sync::LazyLock;

static MEETING_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?ix)^(?:
            (?:{=meetings.kinds}\s)?
            (?:(?:{=meetings.protocols}(?:et)?|{=meetings.session_bodies}?{=meetings.sessions})\s+){0,3}
            \(?{=meetings.number_words}\.?\s*:?\s*(?P<n>\d{1,3}(?:\s?[/:]\s?\d{2,4})?)\b
          | {=meetings.protocols}\s+(?P<m>\d{1,3}\s?/\s?(?:19|20)?\d{2})$
        )",
    )
});
static RANGE_IN_PROSE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)(?:§\s?§|{=meetings.covering_verbs}\s+§|(?:{=meetings.covering_verbs}\s+)?{=meetings.paragraphs})\s*(\d{1,4})\s*[-–]\s*(\d{1,4})\b",
    )
});

pub fn meeting(sheet: &Sheet, sources: &Sources) -> Meeting {
    let mut meeting = Meeting::default();
    day::read(sheet, sources, &mut meeting);
    body::read(sheet, sources, &mut meeting);
    place_time::read(sheet, sources, &mut meeting);
    read_range(sheet, sources, &mut meeting);
    for piece in sources.top.iter().chain(&sources.head).filter(|_| !meeting.meeting_number.is_some()) {
        let found = MEETING_NUMBER.captures(&piece.text).and_then(|found| found.name("n").or(found.name("m")));
        if let Some(found) = found {
            let flow = sheet.flow_of(piece);
            meeting.meeting_number = flow.field(sheet.pages, &found.range(), 0.85);
            break;
        }
    }
    let is_known = meeting.meeting_number.is_some();
    for block in sources.form.with(Label::MeetingNumber).filter(|_| !is_known) {
        let flow = sheet.flow_of_pieces(block.pieces().take(1));
        let end = flow.text.find(char::is_whitespace).unwrap_or(flow.text.len());
        if flow.text.starts_with(|c: char| c.is_ascii_digit()) {
            meeting.meeting_number = flow.field(sheet.pages, &trim(&flow.text, 0..end, &[',', '.']), 0.85);
        }
    }
    meeting
}

fn read_range(sheet: &Sheet, sources: &Sources, meeting: &mut Meeting) {
    let mut best = None::<(bool, Field<_>)>;
    for block in sources.form.with(Label::ParagraphRange) {
        let mut flow = sheet.flow_of_pieces(block.pieces().take(1));
        // "§ 1", a wide gap, "till § 17"
        let line: Vec<_> = block.pieces().take(2).collect();
        if let [first, next] = line.as_slice()
            && next.bbox.y_overlap(first.bbox) > 0.5
            && names::ranges(&first.text).is_some_and(|found| found.len() == 1 && found[0].0 == found[0].1)
        {
            let both = sheet.flow_of_pieces(line.iter().copied());
            if names::ranges(&both.text).is_some_and(|found| found.len() == 1 && found[0].0 < found[0].1) {
                flow = both;
            }
        }
        // A § sign read as figures stands before the numbers: "88 130-138".
        let text = flow.text.trim_start_matches(|c: char| !c.is_ascii_digit());
        let start = flow.text.len() - text.len();
        let Some(ranges) = names::ranges(text) else { continue };
        // "§ 1 ull § 17": the word between them was misread, and they are the items' own.
        let ends = ranges.first().zip(ranges.last()).map(|(first, last)| (first.0, last.1));
        let pair = ranges.iter().rev().find(|(a, b)| a != b).copied();
        let pair = pair.or(ends.filter(|_| sources.numbers == ends)).or(ranges.last().copied());
        let Some((first, last)) = pair else { continue };
        let range = trim(&flow.text, start..flow.text.len(), &[]);
        let agrees = sources.numbers == Some((first, last));
        let last = if flow.text.trim_end().ends_with(['-', '–']) { None } else { Some(last) };
        let field = flow.value(sheet.pages, &range, (Some(first), last), if agrees { 0.99 } else { 0.8 });
        if best.as_ref().is_none_or(|(good, _)| agrees && !good) {
            best = Some((agrees, field));
        }
    }
    // Beside a signature, without a label: "§§ 75-79, 81".
    if best.is_none() {
        let pieces = sources.form.blocks.iter().filter(|block| block.label != Label::Notice).flat_map(Block::pieces);
        for piece in pieces.filter(|piece| piece.text.starts_with("§§") && piece.text.split_whitespace().count() <= 6)
        {
            let flow = sheet.flow_of(piece);
            if let Some(ranges) = names::ranges(&flow.text)
                && let (Some(first), Some(last)) = (ranges.first(), ranges.last())
                && sources.numbers == Some((first.0, last.1))
            {
                best = Some((true, flow.value(sheet.pages, &flow.whole(), (Some(first.0), Some(last.1)), 0.95)));
                break;
            }
        }
    }
    // "Protokollet omfattar § 117–124." in the form, or the title's own sentence: "... kl. 18.45, §§ 58 - 65."
    let told = |flow: &Flow, trust: f32| {
        let found = RANGE_IN_PROSE.captures(&flow.text)?;
        let pair = (found[1].parse().ok()?, found[2].parse().ok()?);
        let range = found.get(0)?.range();
        (sources.numbers == Some(pair)).then(|| flow.value(sheet.pages, &range, (Some(pair.0), Some(pair.1)), trust))
    };
    if best.is_none() {
        let in_form =
            sources.form.blocks.iter().flat_map(Block::pieces).find_map(|piece| told(&sheet.flow_of(piece), 0.93));
        best = in_form.or_else(|| told(&sources.prose, 0.95)).map(|field| (true, field));
    }
    if let Some((_, field)) = best {
        meeting.paragraphs = field;
    }
}
