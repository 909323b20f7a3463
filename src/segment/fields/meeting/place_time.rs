//! Where the members met and from when to when: from the form, the title in prose and the last item.

use crate::page::CorrectedPage;
use crate::protocol::{Field, Meeting};
use crate::segment::fields::meeting::place_told::{self, place_told};
use crate::segment::fields::meeting::sources::{self, Sources};
use crate::segment::marks::sheet::{Piece, Sheet};
use crate::segment::print::flow::Flow;
use crate::segment::words::forms::Words;
use crate::segment::words::labels::Label;
use crate::segment::words::pattern::compile;
use crate::segment::words::text::{fold, trim};
use crate::segment::words::{bodies, dates, titles};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// How the name of who met, or of where it is at home, ends.
static HOMES: Words = Words::new("meetings.homes");
static GATHERINGS: Words = Words::new("meetings.gatherings");
/// "i stället", "i tur": no places.
static IDIOMS: Words = Words::new("meetings.idioms");
/// What may be left of a field in which no place stands.
static NO_PLACES: Words = Words::new("meetings.no_places");
static BREAK_OPENERS: Words = Words::new("meetings.break_openers");

static WEEKDAY: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)\b{=meetings.weekdays}(?:en)?\b"));

static BREAK: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)\b{=meetings.breaks}\b"));
/// "Paragrafer 60-64" beside a place.
static RANGE: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)(?:\b{=meetings.paragraphs}|§\s?§?)\s*\d[\d\s,–-]*"));
static CLOCK_WORD: LazyLock<Regex> =
    LazyLock::new(|| compile(r"(?i)\b(?:{=meetings.clocks}|{=meetings.clock_openers})\.?\s*$"));
/// "i Kommunhuset", "å kommunalrummet", "och plats – Kommunhuset": what stands before the place and is none of it.
static PLACE_OPENER: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^(?:{=meetings.place_prepositions}|den|{=meetings.label_rests}(?: [–-])?) "));
static PREPOSITION: LazyLock<Regex> = LazyLock::new(|| compile(r" {=meetings.place_prepositions} "));

static PLACE_IN_PROSE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"\b{~meetings.place_prepositions}\s+(?P<place>[\p{L}][\p{L}: .-]{3,60}?)\s*(?:,|$|\.\s|\.$|\b(?i:den|{=meetings.place_ends}|{=meetings.weekdays}en)\b)",
    )
});

static PLACE_AFTER_DATE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^,?\s*(?:{=meetings.clocks}\.?\s*[\d.:–\s-]+,?\s*)?{=meetings.place_prepositions}\s+(?P<place>[\p{L}][^.:]{3,70}?)\s*(?:$|[.:]|\b(?i:{=meetings.place_ends})\b)",
    )
});

/// ", Storby församlingshem": the last words of the line with the day and the hour.
static PLACE_AT_END: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^,\s+(?P<place>\p{Lu}[\p{L}-]+(?:[ ,]+[\p{L}\d-]+){0,5})$"));
/// "Sammanträde tisdagen den 19 juni 1956 kl. 19.30 i församlingshemmet": a title that names no body.
static DATED: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b{=meetings.gatherings}\s+(?:{=meetings.place_prepositions}\s\p{L}[\p{L} ]{2,40}?\s+)?{=meetings.weekdays}en\s+den\b",
    )
});
/// One word or two with capitals: "Granby", "Norra Granby".
static PLACE_NAME: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)?(?: \p{Lu}\p{Ll}{2,})?$"));
/// Hours badly read: no place has them.
static CLOCK_IN: LazyLock<Regex> = LazyLock::new(|| compile(r"\d[.:–-]\d"));
static CLOCK_AT_END: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)^\p{L}.*\b{=meetings.clocks}\.?\s*[\d.:–-]+$"));
static OPENS_WITH_CLOCK: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)^{=meetings.clocks}\b"));
static ENDED: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i){=meetings.closings}\s+(?:{=meetings.the_meeting}\s+)?(?:{=meetings.clocks}\.?|:)\s*(?:{=meetings.clocks}\.?\s*)?(\d{1,2})[.:](\d{2})(?P<pm>\s?(?:e\.?\s?m\b|{=meetings.afternoons}))?",
    )
});
/// "Klockan var då 18.10", as the last item's last sentence.
static CLOCK_WAS: LazyLock<Regex> =
    LazyLock::new(|| compile(r"(?i)\b{=meetings.clock_was}\s+(\d{1,2})[.:](\d{2})(?P<pm>\s?e\.?\s?m\b)?\W*$"));

/// The ranges of a text that are dates, times and weekdays: what is left is the place.
fn without_times(text: &str) -> Vec<Range<usize>> {
    let mut cuts: Vec<Range<usize>> = dates::dates(text).into_iter().map(|at| at.range).collect();
    for at in dates::times(text) {
        let mut start = at.range.start;
        if let Some(word) = CLOCK_WORD.find(&text[..start]) {
            start = word.start();
        }
        cuts.push(start..at.range.end);
    }
    cuts.extend(WEEKDAY.find_iter(text).map(|found| found.range()));
    cuts.extend(RANGE.find_iter(text).map(|found| found.range()));
    // "Stora salen Ajournering kl 19.45": what follows is no place.
    cuts.extend(BREAK.find(text).map(|found| found.start()..text.len()));
    cuts.sort_by_key(|cut| cut.start);
    let mut out = Vec::new();
    let mut at = 0;
    for cut in cuts {
        if cut.start > at {
            out.push(at..cut.start);
        }
        at = at.max(cut.end);
    }
    if at < text.len() {
        out.push(at..text.len());
    }
    out.into_iter()
        .map(|range| trim(text, range, &[',', ';', '-', '–', '.', ':', '(', ')', '/', '|']))
        .filter(|range| text[range.clone()].chars().filter(|c| c.is_alphabetic()).count() >= 3)
        .collect()
}

/// The place in a field that may hold date and time too.
pub fn place_in(text: &str) -> Option<Range<usize>> {
    let range = without_times(text).into_iter().max_by_key(|range| range.len())?;
    let value = &text[range.clone()];
    let skip = PLACE_OPENER.find(value).map_or(0, |found| found.end());
    let range = trim(text, range.start + skip..range.end, &[',', ';']);
    let only_words = fold(&text[range.clone()]);
    (!NO_PLACES.has(&only_words)).then_some(range)
}

pub fn read(sheet: &Sheet, sources: &Sources, meeting: &mut Meeting) {
    let pages = sheet.pages;
    for label in [Label::PlaceTime, Label::Place, Label::Time, Label::Date] {
        for block in sources.form.with(label) {
            // What comes after a gap belongs to the next label, even where that one was not read.
            // A title below belongs to no field.
            let pieces =
                || block.pieces().enumerate().take_while(|(at, piece)| *at == 0 || !titles::is_title(&piece.text));
            let flow = sheet.flow_of_pieces(pieces().take(4).map(|(_, piece)| piece));
            if flow.text.is_empty() {
                continue;
            }
            if matches!(label, Label::PlaceTime | Label::Place) && !meeting.place.is_some() {
                let place = if label == Label::Place {
                    let first = sheet.flow_of_pieces(pieces().take(2).map(|(_, piece)| piece));
                    place_in(&first.text).map(|range| first.field(pages, &range, 0.96))
                } else {
                    place_in(&flow.text).map(|range| flow.field(pages, &range, 0.95))
                };
                if let Some(place) = place {
                    meeting.place = place;
                }
            }
            // "Plats: Stadshuset, klockan 18-21"
            let has_clock =
                || dates::times(&flow.text).first().is_some_and(|at| flow.of(&at.range).starts_with(['k', 'K']));
            if label != Label::Place || has_clock() {
                read_times(pages, &flow, meeting);
                read_bare_hours(pages, &flow, meeting);
            }
        }
    }
    let told = if meeting.place.is_some() { None } else { beside_the_day(sheet, sources, meeting) };
    if let Some((place, _)) = told.clone().filter(|(_, weight)| *weight >= place_told::SURE) {
        meeting.place = place;
    }
    let prose = &sources.prose;
    let has_prose = bodies::BODY_IN_PROSE.is_match(&prose.text)
        || bodies::HELD_BY.is_match(&prose.text)
        || bodies::SUMMONS.is_match(&prose.text)
        || bodies::OPENING.is_match(&prose.text)
        || DATED.is_match(&prose.text);
    // "... den 24 april 2013 i föreningslokalen": what follows the date is the place of the meeting.
    if has_prose
        && !meeting.place.is_some()
        && let Some(at) = sheet.dates(&prose.text).first()
        && let Some(found) = PLACE_AFTER_DATE.captures(&prose.text[at.range.end..])
        && let Some(place) = found.name("place")
        && !CLOCK_IN.is_match(place.as_str())
        && (titles::has_place(place.as_str()) || !bodies::is_association(place.as_str()))
    {
        let range = trim(&prose.text, at.range.end + place.start()..at.range.end + place.end(), &[',', '.']);
        meeting.place = prose.field(pages, &range, 0.85);
    }
    if has_prose && !meeting.place.is_some() {
        let after = bodies::BODY_IN_PROSE
            .captures(&prose.text)
            .or_else(|| bodies::HELD_BY.captures(&prose.text))
            .and_then(|found| found.name("body"))
            .filter(|body| bodies::is_body(&bodies::capitalised(body.as_str())))
            .map(|body| body.end())
            .or_else(|| bodies::SUMMONS.find(&prose.text).map(|found| found.end()))
            .or_else(|| bodies::OPENING.find(&prose.text).map(|found| found.end()))
            .unwrap_or(0);
        let mut at = after;
        while let Some(found) = prose.text.get(at..).and_then(|rest| PLACE_IN_PROSE.captures(rest)) {
            let Some(place) = found.name("place") else { break };
            let range = at + place.start()..at + place.end();
            let text = prose.of(&range).trim();
            // "i Storby landskommun" is where the body is at home.
            let inner = PREPOSITION
                .find_iter(text)
                // "järnvägshotellet i Viken" is one place.
                .filter(|found| is_home_or_body(&text[..found.start()]))
                .map(|found| found.end())
                .last();
            let start = range.start + inner.unwrap_or(0);
            let range = trim(&prose.text, start..range.end, &[',', '.']);
            let value = prose.of(&range);
            // "BRF LINDEN I STORBY"
            let ends_body =
                meeting.body.value.as_deref().is_some_and(|body| fold(body).ends_with(&format!(" {}", fold(value))));
            let is_place = !is_home_or_body(value) && !names_body(meeting, value);
            if !CLOCK_IN.is_match(value) && is_place && !ends_body && value.chars().count() >= 4 {
                meeting.place = prose.field(pages, &range, 0.85);
                break;
            }
            at += found.get(0).map_or(1, |m| m.end()).max(1);
            while !prose.text.is_char_boundary(at) {
                at += 1;
            }
        }
    }
    if has_prose && !meeting.start_time.is_some() {
        read_times(pages, prose, meeting);
    }
    // "Sammanträde torsdagen den 24 april 1997 kl 17.00-19.25 i Stadshuset": a line with the day and the hour, or
    // the hour at the beginning of the next.
    let lines: Vec<Flow> = sources.top.iter().chain(&sources.lines).map(|piece| sheet.flow_of(piece)).collect();
    for (at, line) in lines.iter().enumerate() {
        if meeting.start_time.is_some() {
            break;
        }
        if !tells_day(sheet, &line.text, meeting) {
            continue;
        }
        let is_hour = |text: &str| {
            OPENS_WITH_CLOCK.is_match(text) || CLOCK_AT_END.is_match(text) && text.split_whitespace().count() <= 6
        };
        let next = lines.get(at + 1).filter(|next| is_hour(&next.text));
        let Some((flow, clock)) = [Some(line), next].into_iter().flatten().find_map(|flow| {
            let clock = dates::times(&flow.text).into_iter().next().or_else(|| dates::bare_hours(&flow.text))?;
            Some((flow, clock))
        }) else {
            continue;
        };
        read_times(pages, flow, meeting);
        read_bare_hours(pages, flow, meeting);
        let after = &flow.text[clock.range.end..];
        let place = PLACE_AFTER_DATE.captures(after).or_else(|| PLACE_AT_END.captures(after));
        if !meeting.place.is_some()
            && let Some(place) = place.and_then(|found| found.name("place"))
        {
            let range = trim(&flow.text, clock.range.end + place.start()..clock.range.end + place.end(), &[',', '.']);
            meeting.place = flow.field(pages, &range, 0.85);
        } else if !meeting.place.is_some()
            && CLOCK_AT_END.is_match(&flow.text)
            && !place_told::tells_opening(&flow.text)
            && next.is_some_and(|next| next.text == flow.text)
        {
            // "Klubbstugan, kl. 18"
            let place = place_in(&flow.text).filter(|range| !is_home_or_body(flow.of(range)));
            meeting.place = place.map(|range| flow.field(pages, &range, 0.8)).unwrap_or_default();
        }
    }
    if let Some((place, _)) = told.filter(|_| !meeting.place.is_some()) {
        meeting.place = place;
    }
    if !meeting.place.is_some() {
        letterhead(sheet, sources, meeting);
    }
    // A line of its own under the title: "Storbyskolans matsal".
    if !meeting.place.is_some() {
        let lines = sources.titles.iter().flat_map(|title| &title.rows).filter_map(|at| sheet.rows.get(*at));
        let pieces = lines.flat_map(|row| &row.pieces).chain(&sources.top).chain(&sources.lines);
        for piece in pieces.filter(|piece| piece.mark.label_at_start().is_none()) {
            let flow = sheet.flow_of(piece);
            // "Måndag 19 november 2018, Storbyskolans matsal"
            let days = sheet.dates(&flow.text);
            let start = days.first().filter(|at| meeting.date.value == Some(at.date)).map_or(0, |at| at.range.end);
            let range = trim(&flow.text, start..flow.text.len(), &[',', '.']);
            let value = flow.of(&range);
            if titles::is_place_line(value) && !is_home_or_body(value) {
                meeting.place = flow.field(sheet.pages, &range, 0.8);
                break;
            }
        }
    }
    for end in sources.end.iter().chain([prose]).filter(|_| !meeting.end_time.is_some()) {
        if let Some((range, time)) = ended(&end.text) {
            meeting.end_time = end.value(pages, &range, time, 0.9);
            break;
        }
    }
    if !meeting.start_time.is_some()
        && let Some(hour) = &sources.opened
    {
        meeting.start_time = hour.flow.value(pages, &hour.range, hour.time, 0.9);
    }
    let is_later = |time: &jiff::civil::Time| meeting.start_time.value.is_none_or(|start| start < *time);
    if !meeting.end_time.is_some()
        && let Some(hour) = sources.closed.as_ref().filter(|hour| is_later(&hour.time))
    {
        meeting.end_time = hour.flow.value(pages, &hour.range, hour.time, 0.9);
    }
    for block in &sources.form.blocks {
        for piece in block.pieces().filter(|piece| tells_break(&piece.text)) {
            meeting.adjournments.extend(dates::times(&piece.text).into_iter().map(|at| (at.start, at.end)));
        }
    }
    for block in sources.form.with(Label::Adjourn) {
        let flow = sources::flow_of(sheet, block);
        meeting.adjournments.extend(dates::times(&flow.text).into_iter().map(|at| (at.start, at.end)));
    }
}

/// The place that a title or a line near it tells beside the day or the hour, and what speaks for it.
fn beside_the_day(sheet: &Sheet, sources: &Sources, meeting: &Meeting) -> Option<(Field<String>, f32)> {
    let is_who = |name: &str| names_body(meeting, name) || is_home_or_body(name);
    let flows = sources.titles.iter().map(|title| title.flow.clone());
    // A line of a title goes on from the one above.
    let of_titles = || sources.titles.iter().flat_map(|title| &title.rows).filter_map(|at| sheet.rows.get(*at));
    let is_of_title = |piece: &Piece| {
        of_titles().flat_map(|row| &row.pieces).any(|other| other.page == piece.page && other.span == piece.span)
    };
    let pieces = sources.top.iter().chain(&sources.lines);
    let pieces = pieces.filter(|piece| piece.mark.label_at_start().is_none() && !is_of_title(piece));
    // A line with another day tells of something else.
    let near = pieces
        .map(|piece| sheet.flow_of(piece))
        .filter(|flow| tells_day(sheet, &flow.text, meeting) || sheet.dates(&flow.text).is_empty());
    flows.chain(near).find_map(|flow| {
        let (range, weight) = place_told(&flow.text, &is_who)?;
        Some((flow.field(sheet.pages, &range, 0.8), weight))
    })
}

/// Whether a line tells the day of the meeting, with or without its year.
fn tells_day(sheet: &Sheet, text: &str, meeting: &Meeting) -> bool {
    let Some(date) = meeting.date.value else { return false };
    sheet.dates(text).iter().chain(&sheet.short_date(text)).any(|at| at.date == date)
        || dates::days(text).iter().any(|at| (at.month, at.day) == (date.month(), date.day()))
}

/// Whether a text is the name of who met.
fn names_body(meeting: &Meeting, value: &str) -> bool {
    meeting.body.value.as_deref().is_some_and(|body| fold(body) == fold(value))
}

/// "Granby 2011-03-26" over the title: where and when, if the day is the meeting's and the document knows the place.
fn letterhead(sheet: &Sheet, sources: &Sources, meeting: &mut Meeting) {
    for piece in &sources.top {
        let flow = sheet.flow_of(piece);
        let days = sheet.dates(&flow.text);
        let Some(at) = days.first().filter(|at| meeting.date.value == Some(at.date)) else { continue };
        let range = trim(&flow.text, 0..at.range.start, &[',', ' ']);
        let name = flow.of(&range);
        let is_plain = PLACE_NAME.is_match(name)
            && piece.mark.label_at_start().is_none()
            && !titles::is_title(name)
            && !WEEKDAY.is_match(name)
            && !is_home_or_body(name);
        let is_known = sheet.rows.iter().filter(|row| row.text().contains(name)).count() >= 2;
        // "Granby vägförening" may well meet in Granby, but no body in itself.
        let is_body = meeting.body.value.as_deref().is_some_and(|body| fold(body) == fold(name));
        if is_plain && is_known && !is_body {
            meeting.place = flow.field(sheet.pages, &range, 0.8);
            return;
        }
    }
}

/// "Sammanträdet avslutades kl. 2.15 e. m."
fn ended(text: &str) -> Option<(Range<usize>, jiff::civil::Time)> {
    let found = ENDED.captures(text).or_else(|| CLOCK_WAS.captures(text))?;
    let (hour, minute): (i8, i8) = (found[1].parse().ok()?, found[2].parse().ok()?);
    let afternoon = found.name("pm").is_some() && (1..12).contains(&hour);
    let time = jiff::civil::Time::new(if afternoon { hour + 12 } else { hour }, minute, 0, 0).ok()?;
    Some((found.get(0)?.range(), time))
}

/// "årsmöte i hembygdsföreningen", "i Storby landskommun": who met and of where, not the place.
fn is_home_or_body(value: &str) -> bool {
    bodies::is_body(&bodies::capitalised(value))
        || bodies::is_association(value) && !titles::has_place(value)
        || IDIOMS.begin(value)
        || bodies::MUNICIPALITY.is_match(value)
        || HOMES.end(value)
        || GATHERINGS.end(value)
}

/// The place behind a date: "den 26 oktober 1934 å pastorsexpeditionen".
pub fn place_after(text: &str, end: usize) -> Option<Range<usize>> {
    let place = PLACE_AFTER_DATE.captures(text.get(end..)?)?.name("place")?;
    Some(trim(text, end + place.start()..end + place.end(), &[',', '.']))
}

/// "Ajournering kl 14.30-14.50", "Lunchuppehåll kl. 12.15-13.30"
fn tells_break(text: &str) -> bool {
    BREAK_OPENERS.begin(&fold(text))
}

fn read_times(pages: &[CorrectedPage], flow: &Flow, meeting: &mut Meeting) {
    let found = dates::times(&flow.text);
    let Some(first) = found.first() else { return };
    if meeting.start_time.is_some() {
        return;
    }
    if let Some(start) = first.start {
        meeting.start_time = flow.value(pages, &first.range, start, 0.96);
    }
    let end = first.end.or_else(|| {
        found
            .get(1)
            .filter(|second| flow.text[first.range.end..second.range.start].len() <= 12 && second.end.is_none())
            .and_then(|second| second.start)
    });
    if let Some(end) = end {
        meeting.end_time = flow.value(pages, &first.range, end, 0.95);
    }
}

/// "Tid: 18-20", where hours are told and nothing else is.
fn read_bare_hours(pages: &[CorrectedPage], flow: &Flow, meeting: &mut Meeting) {
    if !meeting.start_time.is_some()
        && let Some(at) = dates::bare_hours(&flow.text)
        && let (Some(start), Some(end)) = (at.start, at.end)
    {
        meeting.start_time = flow.value(pages, &at.range, start, 0.9);
        meeting.end_time = flow.value(pages, &at.range, end, 0.9);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_without_their_times() {
        let place = |text: &str| place_in(text).map(|range| text[range].to_owned());
        assert_eq!(place("Kommunhuset, stora salen, kl. 08.30–14.20").as_deref(), Some("Kommunhuset, stora salen"));
        assert_eq!(
            place("Tisdagen den 25 februari 2003 kl. 19.00–21.10, Storby prästgård").as_deref(),
            Some("Storby prästgård")
        );
        assert_eq!(place("2019-03-04 kl 10:00"), None);
    }
}
