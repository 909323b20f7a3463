//! Which body met, when and where: from the form's fields, the running head and the title in prose.

use crate::page::CorrectedPage;
use crate::protocol::{Field, Meeting, State};
use crate::segment::fields::form::blocks::Block;
use crate::segment::fields::meeting::place_time;
use crate::segment::fields::meeting::sources::{Sources, flow_of};
use crate::segment::marks::sheet::Sheet;
use crate::segment::print::flow::Flow;
use crate::segment::words::bodies::{
    ASSEMBLY, ASSOCIATIONS, AT_HOME, AUTHORITY, BOARD_IN_PROSE, BODY_IN_PROSE, HELD_BY, MEETING_WORD,
    MUNICIPALITY_IN_PROSE, SUMMONS, capitalised, is_body, is_municipality,
};
use crate::segment::words::dates::{self, DateAt};
use crate::segment::words::forms::Words;
use crate::segment::words::labels::Label;
use crate::segment::words::names;
use crate::segment::words::pattern::compile;
use crate::segment::words::text::{fold, squeeze, trim};
use jiff::civil::Date;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// How the genitive of a body ends: "kommunalnämndens".
static GENITIVE_ENDS: Words = Words::new("meetings.genitive_ends");
/// How the board of a joint authority is called.
static BOARD_ENDS: Words = Words::new("meetings.board_ends");
static BOARD_STARTS: Words = Words::new("meetings.board_starts");
/// What stands before the name of a company where its board is meant.
static BOARD_OF: Words = Words::new("meetings.board_of");
static PROTOCOLS: Words = Words::new("meetings.protocols");
static SESSIONS: Words = Words::new("meetings.sessions");
static HOME_PREPOSITIONS: Words = Words::new("meetings.home_prepositions");

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
    read_date(sheet, sources, &mut meeting);
    read_body(sheet, sources, &mut meeting);
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

fn date_field(pages: &[CorrectedPage], flow: &Flow, at: &DateAt, trust: f32) -> Field<Date> {
    flow.value(pages, &at.range, at.date, trust)
}

fn read_date(sheet: &Sheet, sources: &Sources, meeting: &mut Meeting) {
    let mut found: Vec<(f32, Field<Date>)> = Vec::new();
    let pages = sheet.pages;
    for (label, trust) in
        [(Label::MeetingDate, 0.99), (Label::PlaceTime, 0.98), (Label::Date, 0.98), (Label::Time, 0.97)]
    {
        for block in sources.form.with(label) {
            let flow = flow_of(sheet, block);
            let all = sheet.dates(&flow.text);
            let first = all.first().cloned().or_else(|| sheet.short_date(&flow.text));
            if let Some(at) = first {
                found.push((trust, date_field(pages, &flow, &at, trust)));
            }
        }
    }
    for piece in &sources.head {
        let flow = sheet.flow_of(piece);
        if let Some(at) = sheet.dates(&flow.text).first() {
            found.push((0.9, date_field(pages, &flow, at, 0.95)));
        }
    }
    for piece in &sources.top {
        let flow = sheet.flow_of(piece);
        if let Some(at) = sheet.dates(&flow.text).first() {
            found.push((0.85, date_field(pages, &flow, at, 0.93)));
        }
    }
    let summons = SUMMONS.find(&sources.prose.text).map(|found| found.end());
    let told = sheet.dates(&sources.prose.text);
    // The letter of a summons has a day of its own above.
    let of_summons = summons.and_then(|end| told.iter().find(|at| at.range.start > end));
    if let Some(at) = of_summons.or(told.first()) {
        // In the title's own sentence a date is the meeting's, whatever stamps stand about it.
        let is_title = BODY_IN_PROSE.is_match(&sources.prose.text) || HELD_BY.is_match(&sources.prose.text);
        found.push((
            if is_title || of_summons.is_some() { 1.2 } else { 0.6 },
            date_field(pages, &sources.prose, at, 0.9),
        ));
    }
    // The date that most places print; at equal numbers the best place.
    let votes = |date: Option<Date>| {
        found.iter().filter(|(_, field)| field.value == date).map(|(weight, _)| *weight).sum::<f32>()
    };
    let best = found.iter().enumerate().max_by(|(at_a, (wa, a)), (at_b, (wb, b))| {
        let clip = |votes: f32, weight: f32| weight + votes.min(3.0) * 0.5;
        clip(votes(a.value), *wa).total_cmp(&clip(votes(b.value), *wb)).then(at_b.cmp(at_a))
    });
    if let Some((_, (_, field))) = best {
        meeting.date = field.clone();
    }
}

/// A head's parts: "Storby kommun | Socialnämnden" holds two.
fn parts(flow: &Flow) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, c) in flow.text.char_indices() {
        let splits = matches!(c, '|' | '·' | '•' | '\t')
            || c == '/' && flow.text[..at].ends_with(' ')
            || matches!(c, '–' | '—' | '-')
                && flow.text[..at].ends_with(' ')
                && flow.text[at + c.len_utf8()..].starts_with(' ');
        if splits {
            out.push(trim(&flow.text, start..at, &[]));
            start = at + c.len_utf8();
        }
    }
    out.push(trim(&flow.text, start..flow.text.len(), &[]));
    out
}

fn read_body(sheet: &Sheet, sources: &Sources, meeting: &mut Meeting) {
    let pages = sheet.pages;
    let mut bodies: Vec<(f32, Field<String>)> = Vec::new();
    let mut municipalities: Vec<(f32, Field<String>)> = Vec::new();
    for (pieces, weight) in [(&sources.head, 1.0), (&sources.top, 1.2)] {
        for piece in pieces.iter() {
            let flow = sheet.flow_of(piece);
            for part in parts(&flow) {
                let text = flow.of(&part);
                let cut = cut_date(&flow, &part);
                let clarity = 0.4 * piece.confidence;
                if is_municipality(text) {
                    municipalities.push((weight + clarity, flow.field(pages, &part, 0.97)));
                } else if let Some(clean) = without_specks(&flow, &part).filter(|clean| is_municipality(flow.of(clean)))
                {
                    municipalities.push((weight + clarity - 0.1, flow.field(pages, &clean, 0.9)));
                } else if let Some((body, home)) = body_at_home(&flow, &cut) {
                    bodies.push((weight + clarity, flow.field(pages, &body, 0.95)));
                    municipalities.push((weight + clarity - 0.1, flow.field(pages, &home, 0.95)));
                } else if let Some(body) = genitive_body(&flow, &part, &cut) {
                    bodies.push((weight + clarity, flow.field(pages, &body, 0.93)));
                } else if let Some(word) = MEETING_WORD.find(flow.of(&cut)) {
                    let rest = cut_date(&flow, &(cut.start + word.end()..cut.end));
                    let is_named = flow.of(&rest).starts_with(char::is_uppercase);
                    if is_named && is_body(flow.of(&rest)) {
                        bodies.push((0.7 + clarity, flow.field(pages, &rest, 0.93)));
                    }
                } else if let Some(clean) = without_specks(&flow, &cut).filter(|clean| is_body(flow.of(clean))) {
                    bodies.push((weight + clarity - 0.1, flow.field(pages, &clean, 0.9)));
                } else if is_body(flow.of(&cut)) {
                    bodies.push((weight + clarity, flow.field(pages, &cut, 0.97)));
                }
            }
        }
    }
    for block in sources.form.with(Label::Organ).chain(sources.form.with(Label::Body)) {
        if let Some(piece) = block.pieces().next() {
            let flow = sheet.flow_of(piece);
            let whole = cut_date(&flow, &flow.whole());
            if is_body(flow.of(&whole)) {
                bodies.push((1.5, flow.field(pages, &whole, 0.97)));
            }
        }
    }
    let prose = &sources.prose;
    let held = BOARD_IN_PROSE
        .captures(&prose.text)
        .or_else(|| BODY_IN_PROSE.captures(&prose.text))
        .or_else(|| HELD_BY.captures(&prose.text));
    if let Some(body) = held.and_then(|found| found.name("body")) {
        let mut range = trim(&prose.text, body.range(), &[',', '.', ':']);
        // "Hembygdsföreningen i Näs": where an association is at home belongs to its name.
        let last = prose.of(&range).rsplit(' ').next().unwrap_or("").to_lowercase();
        if ASSOCIATIONS.iter().any(|end| last.ends_with(end))
            && let Some(found) = AT_HOME.find(prose.text.get(range.end..).unwrap_or(""))
        {
            range.end += found.end();
        }
        // "vid kommunalnämndens sammanträde"
        if GENITIVE_ENDS.end(prose.of(&range)) {
            range.end -= 1;
        }
        let text = squeeze(prose.of(&range));
        if is_body(&capitalised(&text)) {
            let trust = 0.9;
            let value = capitalised(&text);
            bodies.push((0.8, Field::new(value, prose.evidence(pages, &range, State::Normalised, trust))));
        }
    }
    if let Some(found) = MUNICIPALITY_IN_PROSE.captures(&prose.text).and_then(|found| found.get(1)) {
        municipalities.push((0.8, prose.field(pages, &found.range(), 0.92)));
    }
    // Where a joint authority's own board is named, that is who met.
    let value = |field: &Field<String>| field.value.clone().unwrap_or_default();
    let is_board = |name: &str| {
        let folded = fold(name);
        BOARD_ENDS.end(&folded) || BOARD_STARTS.begin(&folded)
    };
    if bodies.iter().any(|(_, field)| is_board(&value(field))) {
        let (authorities, boards): (Vec<_>, Vec<_>) =
            bodies.into_iter().partition(|(_, field)| AUTHORITY.is_match(&value(field)));
        bodies = boards;
        municipalities.extend(authorities);
    }
    if let Some(field) = most_voted(&bodies) {
        // The company's name stands in every head, its board once: "Styrelsen för Storby Energi AB".
        let company = fold(&value(&field));
        let is_its_board = |name: &str| {
            BOARD_OF.iter().filter_map(|words| name.strip_prefix(words)).any(|rest| rest.trim_start() == company)
        };
        let fuller = bodies.iter().find(|(_, other)| is_its_board(&fold(&value(other))));
        meeting.body = fuller.map_or(field, |(_, fuller)| fuller.clone());
    } else if let Some(found) = ASSEMBLY.captures(&prose.text).and_then(|found| found.get(1)) {
        let value = capitalised(found.as_str());
        meeting.body = Field::new(value, prose.evidence(pages, &found.range(), State::Normalised, 0.85));
    }
    if let Some(field) = most_voted(&municipalities) {
        meeting.municipality = field;
    }
}

/// "Kommunfullmäktiges protokoll": whose it is, without the ending.
fn genitive_body(flow: &Flow, part: &Range<usize>, cut: &Range<usize>) -> Option<Range<usize>> {
    let text = flow.of(cut);
    let rest = flow.text.get(cut.end..part.end)?.trim_start().to_lowercase();
    // "Kyrkorådets sammanträde den 2 oktober 2013"
    let met = SESSIONS.iter().find_map(|word| text.strip_suffix(word)?.strip_suffix(' '));
    let stem = met.or(PROTOCOLS.begin(&rest).then_some(text))?.strip_suffix('s')?;
    let range = cut.start..cut.start + stem.len();
    is_body(flow.of(&range)).then_some(range)
}

/// "Kyrkorådet i Storby församling": who met, and of which parish or municipality.
fn body_at_home(flow: &Flow, range: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let text = flow.of(range);
    HOME_PREPOSITIONS.iter().find_map(|word| {
        let between = format!(" {word} ");
        let at = range.start + text.find(&between)?;
        let (body, home) = (range.start..at, at + between.len()..range.end);
        (is_body(flow.of(&body)) && is_municipality(flow.of(&home))).then_some((body, home))
    })
}

/// "N Kommunstyrelsen": a crest or a speck beside the name, read as a letter or two.
fn without_specks(flow: &Flow, range: &Range<usize>) -> Option<Range<usize>> {
    let (first, rest) = flow.of(range).split_once(' ')?;
    let is_speck = first.chars().count() <= 2 && !first.chars().all(char::is_lowercase);
    let start = range.end - rest.trim_start().len();
    (is_speck && rest.trim_start().starts_with(char::is_uppercase)).then_some(start..range.end)
}

/// "Socialnämnden 2019-03-04": the body without the date.
fn cut_date(flow: &Flow, range: &Range<usize>) -> Range<usize> {
    let text = flow.of(range);
    let end = dates::dates(text).first().map_or(text.len(), |at| at.range.start);
    // "Direktionen, protokoll 2013-03-22"
    let end = PROTOCOL_WORD.find(&text[..end]).map_or(end, |word| word.start());
    // "Protokoll Kommunfullmäktige 2022-06-13"
    let start = PROTOCOL_BEFORE.find(&text[..end]).map_or(0, |word| word.end());
    let start = if text[start..].starts_with(char::is_uppercase) { start } else { 0 };
    trim(&flow.text, range.start + start..range.start + end, &[',', '-', '–', ':'])
}

static PROTOCOL_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)^{=meetings.protocols}(?:\s+(?:{=meetings.protocol_prepositions}|{=meetings.number_words}\.?\s*\d+))?[\s,:–-]+",
    )
});

static PROTOCOL_WORD: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i),?\s+{=meetings.protocols}(?:\s+(?:{=meetings.protocol_prepositions}|{=meetings.number_words}\.?\s*\d+))?[\s,]*$",
    )
});

/// Every page's head is a vote; readings that differ in a letter vote for each other in part.
fn most_voted(found: &[(f32, Field<String>)]) -> Option<Field<String>> {
    let votes = |field: &Field<String>| -> f32 {
        let own = field.value.as_deref().map(fold).unwrap_or_default();
        found
            .iter()
            .map(|(weight, other)| {
                let text = other.value.as_deref().map(fold).unwrap_or_default();
                if text == own { *weight } else { 0.0 }
            })
            .sum()
    };
    found
        .iter()
        .enumerate()
        .max_by(|(at_a, (_, a)), (at_b, (_, b))| votes(a).total_cmp(&votes(b)).then(at_b.cmp(at_a)))
        .map(|(_, (_, field))| field.clone())
}

fn read_range(sheet: &Sheet, sources: &Sources, meeting: &mut Meeting) {
    let mut best = None::<(bool, Field<_>)>;
    for block in sources.form.with(Label::ParagraphRange) {
        let flow = sheet.flow_of_pieces(block.pieces().take(1));
        // A § sign read as figures stands before the numbers: "88 130-138".
        let text = flow.text.trim_start_matches(|c: char| !c.is_ascii_digit());
        let start = flow.text.len() - text.len();
        let Some(ranges) = names::ranges(text) else { continue };
        let pair = ranges.iter().rev().find(|(a, b)| a != b).or(ranges.last()).copied();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_and_municipalities() {
        for body in [
            "Kommunstyrelsen",
            "Kultur- och fritidsnämnden",
            "Rådet för äldre och trygghet",
            "Bostadsrättsföreningen Eken",
            "KOMMUNFULLMÄKTIGE",
        ] {
            assert!(is_body(body), "{body}");
        }
        for other in ["Beslut", "Anna Berg", "Nämndens beslut", "SAMMANTRÄDESPROTOKOLL", "Kommunstyrelsen beslutar att"]
        {
            assert!(!is_body(other), "{other}");
        }
        assert!(is_municipality("Norra Storby kommun"));
        assert!(is_municipality("Region Storland"));
        assert!(!is_municipality("Utdrag till kommun"));
    }
}
