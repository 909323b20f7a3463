//! Where a line with the day or the hour says that the members met: "torsdag 12 januari 2017, klubbhuset 18:00",
//! "Årsmöte 1994-02-20 kl. 15 på Logen, Storgatan 2", "Styrelsemöte hemma hos Eva, Lillby".
//!
//! The line is cut at its days, hours, weekdays and commas. Of every stretch between them is added up what speaks for a
//! place: the preposition before it, a word for a room or a house, that day and hour stand beside it.

use crate::segment::words::forms::Words;
use crate::segment::words::labels;
use crate::segment::words::pattern::compile;
use crate::segment::words::text::{fold, trim};
use crate::segment::words::{bodies, dates, titles};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// How words for rooms, houses and addresses end.
static VENUES: Words = Words::new("meetings.venues");
/// "distansmöte", "Zoom": the ways of those who do not meet in one room, and the words beside them.
static DISTANCE: Words = Words::new("meetings.distance");
static WAYS: Words = Words::new("meetings.ways");
static HOMES: Words = Words::new("meetings.homes");
/// "nr", "start", "närvarande": words of a line that tells something else.
static NO_VENUE_WORDS: Words = Words::new("meetings.no_venue_words");

static OPENINGS: Words = Words::new("meetings.openings");
/// "Mötet började", behind the line with the place.
static OPENED: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b(?:{=meetings.the_meeting}|{=meetings.assemblies})\s+(?:{=meetings.openings}|{=meetings.closings})\b",
    )
});
static CLOSINGS: Words = Words::new("meetings.closings");

static WEEKDAY: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)\b{=meetings.weekdays}(?:en)?\b(?:\s+den\b)?"));
/// "i Kommunhuset", "hemma hos Eva", "den": what may stand before a place.
static OPENER: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"(?i)^(?:{=meetings.hosts}\s|(?P<in>{=meetings.place_prepositions}\s)|{=dates.articles}\s?$)")
});
static HOST: LazyLock<Regex> = LazyLock::new(|| compile(r"(?:^|\s)(?P<host>{~meetings.hosts}\s+\p{L}{2})"));
/// "via Teams", "på Zoom" within a title.
static THROUGH: LazyLock<Regex> =
    LazyLock::new(|| compile(r"(?i)\b{=meetings.through}\s+(?P<by>(?:{=meetings.ways}\s+)?{=meetings.distance})\b"));
/// "på Mekan": a preposition that stands before no body.
static ON: Words = Words::new("meetings.place_on");
static WITHIN: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)\s{=meetings.place_prepositions}\s"));
static CLOCK_WORD: LazyLock<Regex> =
    LazyLock::new(|| compile(r"(?i)\b(?:{=meetings.clocks}|{=meetings.clock_openers})\.?\s*$"));
static ENDS: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)\s(?:{=dates.articles}|{=meetings.place_ends})(?:\s|$)"));
/// "i", "på", "nr": small words within a place.
static SMALL: Words = Words::new("meetings.place_joints");
static HOUSE_NUMBER: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)^(?:nr\.?\s?)?\d{1,3}\s?[a-h]?$"));

/// What a stretch must weigh to be a place, and to be one whatever else is said.
const ENOUGH: f32 = 0.6;
pub const SURE: f32 = 0.95;
/// What it must weigh to belong to a place behind it.
const LEAST: f32 = 0.5;

/// What bounds a stretch of a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bound {
    Day,
    Hour,
    Comma,
    /// A full stop, a parenthesis, an end of the text.
    Stop,
}

struct Stretch {
    range: Range<usize>,
    before: Bound,
    after: Bound,
}

/// The place that a line names and what speaks for it, if the line tells a day or an hour. `is_who` knows the names of
/// who met.
pub fn place_told(text: &str, is_who: &dyn Fn(&str) -> bool) -> Option<(Range<usize>, f32)> {
    let stretches = stretches(text);
    let has_day = |bound: Bound| matches!(bound, Bound::Day | Bound::Hour);
    if !stretches.iter().any(|one| has_day(one.before) || has_day(one.after)) {
        return None;
    }
    let weighed = stretches.iter().enumerate().filter_map(|(at, one)| {
        let (range, weight) = weigh(text, one, is_who)?;
        (weight >= ENOUGH).then_some((at, range, weight))
    });
    let (at, range, weight) = weighed.reduce(|best, other| if other.2 > best.2 { other } else { best })?;
    // "Logen, Storgatan 2", "hos Eva, Lillby": an address goes on behind a comma.
    let mut whole = range;
    for pair in stretches.windows(2).skip(at) {
        let next = &pair[1];
        if pair[0].after != Bound::Comma || !goes_on(text, next, is_who) {
            break;
        }
        whole.end = next.range.end;
    }
    // "Stora salen, Folkets hus"
    for pair in stretches.windows(2).take(at).rev() {
        let previous = &pair[0];
        let opens = previous.range.end + 4 >= whole.start
            && text.get(previous.range.end..whole.start).is_some_and(|gap| gap.trim() == ",");
        let Some((range, _)) = weigh(text, previous, is_who) else { break };
        if previous.after != Bound::Comma || !opens {
            break;
        }
        whole.start = range.start;
    }
    Some((whole, weight))
}

/// "Mötet började kl. 16": a line that tells an hour and no place.
pub fn tells_opening(text: &str) -> bool {
    OPENED.is_match(text)
}

fn stretches(text: &str) -> Vec<Stretch> {
    let mut cuts: Vec<(Range<usize>, Bound)> = Vec::new();
    let days = dates::dates(text).into_iter().map(|at| at.range);
    let days = days.chain(dates::days(text).into_iter().map(|at| at.range));
    let days = days.chain(dates::dashed_date(text).map(|at| at.range));
    cuts.extend(days.chain(WEEKDAY.find_iter(text).map(|found| found.range())).map(|range| (range, Bound::Day)));
    let hours = dates::times(text).into_iter().chain(dates::bare_hours(text));
    for at in hours {
        let start = text.get(..at.range.start).and_then(|before| CLOCK_WORD.find(before)).map(|word| word.start());
        cuts.push((start.unwrap_or(at.range.start)..at.range.end, Bound::Hour));
    }
    cuts.extend(OPENED.find_iter(text).map(|found| (found.range(), Bound::Stop)));
    for (at, c) in text.char_indices() {
        let rest = text.get(at + c.len_utf8()..).unwrap_or("");
        let before = text.get(..at).unwrap_or("");
        let bound = match c {
            ',' | ';' => Bound::Comma,
            '(' | ')' | '|' | '"' | '”' | '\t' => Bound::Stop,
            ':' if rest.is_empty() || rest.starts_with(char::is_whitespace) => Bound::Stop,
            // "S:t Eriks gata. Närvarande", but "nr. 2" and "M. Ek".
            '.' if (rest.is_empty() || rest.starts_with(char::is_whitespace))
                && before.chars().rev().take_while(|c| c.is_alphabetic()).count() > 3 =>
            {
                Bound::Stop
            }
            '–' | '—' | '-' if before.ends_with(' ') && rest.starts_with(' ') => Bound::Comma,
            _ => continue,
        };
        cuts.push((at..at + c.len_utf8(), bound));
    }
    cuts.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    let mut out: Vec<Stretch> = Vec::new();
    let (mut at, mut before) = (0, Bound::Stop);
    for (cut, bound) in cuts.into_iter().chain([(text.len()..text.len(), Bound::Stop)]) {
        let range = trim(text, at..cut.start.max(at), &[' ', '.']);
        if range.is_empty() {
            // ", kl. 18": the hour is what stands beside, not its comma.
            if at <= cut.start && bound != Bound::Comma {
                before = bound;
                if let Some(last) = out.last_mut().filter(|last| last.after == Bound::Comma && bound != Bound::Stop) {
                    last.after = bound;
                }
            }
        } else {
            out.push(Stretch { range, before, after: bound });
            before = bound;
        }
        at = at.max(cut.end);
    }
    out
}

/// What speaks for a stretch, without the words before the place.
fn weigh(text: &str, one: &Stretch, is_who: &dyn Fn(&str) -> bool) -> Option<(Range<usize>, f32)> {
    let whole = text.get(one.range.clone())?;
    let beside = |bound: Bound| matches!(bound, Bound::Day | Bound::Hour);
    let near = match (beside(one.before), beside(one.after)) {
        (true, true) if one.before != one.after => 0.6,
        (false, false) => 0.0,
        _ => 0.3,
    };
    if is_distance(whole) {
        return Some((one.range.clone(), 0.6 + near));
    }
    if let Some(by) = THROUGH.captures(whole).and_then(|found| found.name("by")) {
        return Some((one.range.start + by.start()..one.range.start + by.end(), 0.6 + near));
    }
    let (start, opens) = inner(text, one, is_who)?;
    // "i sockenstugan efter gudstjänsten"
    let behind = text.get(start..one.range.end)?;
    let end = ENDS.find(behind).map_or(one.range.end, |found| start + found.start());
    let range = trim(text, start..end, &[' ', '.']);
    let name = text.get(range.clone())?;
    let has_host = HOST.find(name).is_some_and(|found| found.start() == 0);
    let has_venue = ends_in_venue(name);
    let is_capital = name.starts_with(char::is_uppercase);
    let weight = near
        + if has_host || has_venue { 0.6 } else { 0.0 }
        + if opens && (is_capital || has_venue) { 0.4 } else { 0.0 };
    // A word or two between day and hour are a place though they are not known as one; a long text is not.
    let n_words = name.split_whitespace().count();
    let is_short = n_words <= if has_venue || has_host || opens { 8 } else { 3 };
    (is_short && weight >= LEAST && (has_host || !is_no_place(name, is_who))).then_some((range, weight))
}

/// Where the place may begin in a stretch, and whether a preposition says so: "Årsmöte med Storby byalag i Bystugan".
fn inner(text: &str, one: &Stretch, is_who: &dyn Fn(&str) -> bool) -> Option<(usize, bool)> {
    let whole = text.get(one.range.clone())?;
    if let Some(host) = HOST.captures_iter(whole).last().and_then(|found| found.name("host")) {
        return Some((one.range.start + host.start(), true));
    }
    let opener = OPENER.captures(whole);
    let opened = opener.as_ref().is_some_and(|found| found.name("in").is_some());
    let first = one.range.start + opener.as_ref().and_then(|found| found.name("in")).map_or(0, |word| word.end());
    // The first preposition behind which no body and no town stands begins the place: "i Folkets hus i Storby".
    let rest = text.get(first..one.range.end)?;
    let is_title = titles::is_title(rest);
    if !is_title && (opened || is_venue(rest.split(" i ").next().unwrap_or(rest))) {
        let name = text.get(first..one.range.end)?;
        // "i Storby byalag i Bystugan"
        let head = WITHIN.find(name).map(|found| (&name[..found.start()], found.end()));
        return Some(match head {
            Some((head, end)) if is_no_place(head, is_who) => (first + end, true),
            _ => (first, opened),
        });
    }
    if is_title {
        for found in WITHIN.find_iter(rest) {
            let behind = rest.get(found.end()..).unwrap_or("");
            let head = WITHIN.find(behind).map_or(behind, |next| &behind[..next.start()]);
            let is_on = ON.has(&found.as_str().trim().to_lowercase()) && head.starts_with(char::is_uppercase);
            if (is_on || is_venue(head)) && !titles::is_title(behind) && !is_no_place(head, is_who) {
                return Some((first + found.end(), true));
            }
        }
        return None;
    }
    Some((first, opened))
}

/// Whether a stretch goes on an address: "Storgatan 2", "nr 13", "Lillby".
fn goes_on(text: &str, next: &Stretch, is_who: &dyn Fn(&str) -> bool) -> bool {
    let Some(name) = text.get(next.range.clone()) else { return false };
    let n_words = name.split_whitespace().count();
    if HOUSE_NUMBER.is_match(name) {
        return true;
    }
    n_words <= 5
        && (name.starts_with(char::is_uppercase) || is_venue(name))
        && !is_no_place(name, is_who)
        && !OPENER.is_match(name)
}

fn is_distance(text: &str) -> bool {
    let folded = fold(text);
    let words = || folded.split(' ').filter(|word| !word.is_empty());
    words().any(|word| DISTANCE.has(word)) && words().all(|word| DISTANCE.has(word) || WAYS.has(word))
}

fn is_venue(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'').any(|word| VENUES.end(&word.to_lowercase()))
}

/// Whether a word for a room or a house stands in a name, and none but names and numbers behind it: "Kommunhuset
/// Lillby", "sal L2:14", but "kontoret har i skrivelse".
fn ends_in_venue(name: &str) -> bool {
    let words = name.split_whitespace().skip_while(|word| !is_venue(word)).skip(1);
    let has_venue = is_venue(name);
    let is_name = |word: &str| {
        word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || is_venue(word) || SMALL.has(word)
    };
    has_venue && { words }.all(is_name)
}

/// A title, a body, a town, a number of the meeting, a label: none of them is where people met.
fn is_no_place(name: &str, is_who: &dyn Fn(&str) -> bool) -> bool {
    let folded = fold(name);
    let n_letters = name.chars().filter(|c| c.is_alphabetic()).count();
    // "kommu=- nålrummet": badly read.
    let is_plain =
        |c: char| c.is_alphanumeric() || matches!(c, ' ' | ',' | '.' | '-' | '\'' | '’' | '/' | ':' | '&' | '´');
    n_letters < 3
        || !name.chars().all(is_plain)
        || titles::is_title(name)
        || HOMES.end(&folded)
        || folded.split(' ').any(|word| {
            // "Mötet började kl. 16"
            [&NO_VENUE_WORDS, &OPENINGS, &CLOSINGS].iter().any(|words| words.has(word))
        })
        || name.split_whitespace().all(|word| {
            let lower = word.to_lowercase();
            dates::is_weekday(&lower) || dates::is_month(&lower)
        })
        || is_who(name)
        || bodies::is_municipality(name)
        || labels::label_of(name).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Option<&str> {
        let is_who =
            |name: &str| bodies::is_body(&bodies::capitalised(name)) || bodies::is_association(name) && !is_venue(name);
        place_told(text, &is_who).map(|(range, _)| &text[range])
    }

    #[test]
    fn beside_day_and_hour() {
        for (text, place) in [
            ("Torsdag 12 januari 2017, klubbhuset 18:00 – ca 20", "klubbhuset"),
            ("Årsmöte 3 augusti 2018, byahuset Mötet började kl. 16.00", "byahuset"),
            ("ÅRSMÖTE 1994-02-20 KL. 15.00 PÅ LOGEN, STORGATAN 2", "LOGEN, STORGATAN 2"),
            ("Den 21 oktober 1992, klubbexpeditionen, start 14.00", "klubbexpeditionen"),
            ("24-04-17, sal L2:14, 17.15–21.03", "sal L2:14"),
            (
                "Protokoll fört vid möte den 3:dje mars 2013, hemma hos Eva och Bo, Backen",
                "hemma hos Eva och Bo, Backen",
            ),
            ("Styrelsemöte hos Eva Lund 2014-05-06 kl 19", "hos Eva Lund"),
            ("Styrelsemöte 6/5 2014 kl. 18-20 i Grönsakslagret", "Grönsakslagret"),
            ("2019-03-04, Mekan, kl 18.00", "Mekan"),
            ("ordinarie stämma i sockenstugan efter gudstjänsten söndagen den 21 oktober 1934", "sockenstugan"),
            ("Årsmöte i Folkets Hus söndagen den 3 mars 2013", "Folkets Hus"),
            ("Årsmöte med Storby byalag i Bystugan, Lillby, lördagen den 25 maj 1974 kl 15.00", "Bystugan, Lillby"),
            ("Tid: måndag 4 maj kl 18.00, Kårhuset, rum 12", "Kårhuset, rum 12"),
            ("kl. 08.15–08.40, distansmöte", "distansmöte"),
            ("Måndag 4 maj 2020 kl. 18 via Zoom", "via Zoom"),
            ("Styrelsemöte via Teams 2021-03-04", "Teams"),
            ("Styrelsemöte per telefon 2021-03-04 kl 18", "telefon"),
            ("Protokoll hållet vid sammanträde hos herr Ek i Storby den 4 maj 1921", "hos herr Ek i Storby"),
            ("Årsmöte på Mekan den 3 mars 2013", "Mekan"),
            ("Mötet hölls i Folkets Hus, Storby, den 4 maj 2012 kl 19.", "Folkets Hus, Storby"),
            ("Lillby båtklubb - styrelsemöte 4 mars 2021, båthuset", "båthuset"),
            ("240417 kl 18-20, klubbstugan", "klubbstugan"),
            ("Onsdag 3/4 -16, Lillby bygdegård", "Lillby bygdegård"),
        ] {
            assert_eq!(told(text), Some(place), "{text}");
        }
    }

    #[test]
    fn no_places() {
        for text in [
            "Styrelsemöte Brf Granen 2014-05-06 kl 19",
            "Protokoll fört vid årsmöte med Storby byalag den 3 mars 2013",
            "Kommunstyrelsen 2019-04-09",
            "Styrelsemöte nr 4, 2019-04-09",
            "Storby kommun, Socialnämnden, 2019-04-09",
            "Protokoll 4 maj 2019, ordförande Anna Berg, kl 18",
            "Föreningsstämma i Storby vägförening 2019-04-09",
            "Klubbhuset",
            "sammanträde i Storby landskommun-å–kommu=- nålrummet torsdagen den 12 mars 1953",
            "Kommunkontoret har i skrivelse den 2 mars 2026 lämnat följande yttrande",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
