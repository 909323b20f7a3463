//! Dates and clock times in the ways that protocols print them, with letters for digits where the
//! engine confused them. Which date is the meeting's is left to `meeting`.

use crate::segment::words::forms::{self, Words};
use crate::segment::words::misreadings::digits;
use crate::segment::words::pattern::compile;
use jiff::ToSpan;
use jiff::civil::{Date, Time};
use regex::Regex;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

static MONTHS: [Words; 12] = [
    Words::new("dates.january"),
    Words::new("dates.february"),
    Words::new("dates.march"),
    Words::new("dates.april"),
    Words::new("dates.may"),
    Words::new("dates.june"),
    Words::new("dates.july"),
    Words::new("dates.august"),
    Words::new("dates.september"),
    Words::new("dates.october"),
    Words::new("dates.november"),
    Words::new("dates.december"),
];

/// The whole name of a month, which all its other forms cut short.
fn whole(month: &Words) -> &'static str {
    month.iter().copied().max_by_key(|form| form.chars().count()).unwrap_or("")
}

/// Whether a word in small letters is a month's whole name.
pub fn is_month(word: &str) -> bool {
    MONTHS.iter().any(|month| whole(month) == word)
}

/// Digits, and the letters that engines put in their place.
const DIGIT: &str = "(?:[0-9]|{=misreadings.digit_0}|{=misreadings.digit_0_among_digits}|{=misreadings.digit_1})";

static ISO: LazyLock<Regex> = LazyLock::new(|| {
    compile(&format!(
        r"\b((?:[12]|{{=misreadings.digit_1}}){DIGIT}{{3}})\s?[-–.—]\s?({DIGIT}{{1,2}})\s?[-–.—]\s?({DIGIT}{{1,2}})\b"
    ))
});
static WORDS: LazyLock<Regex> = LazyLock::new(|| {
    compile(&format!(
        r"(?ix)\b(?:{{=dates.articles}}\s*)?(?:({DIGIT}{{1,2}})\s*[.:]?(?:{{=dates.day_ends}}\b)?|({{=dates.ordinal_*}})\b)\s*
            (?:dag\s+)?([\p{{L}}]{{3,9}})\.?\s*,?\s*
            (?:(?:{{=dates.years}}\s+)?((?:[12]|{{=misreadings.digit_1}}){DIGIT}{{3}})|[-–'’´](\d{{2}}))\b"
    ))
});
/// "År 1966 den 30 oktober"
static YEAR_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"(?i)\b{=dates.years}\s+([12]\d{3})\s*,?\s+{=dates.articles}\s*(\d{1,2})\s+([\p{L}]{3,9})\b")
});
/// "3/4 2016", "3/4 -16", "3/4/2016"
static SLASH: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"\b(\d{1,2})\s?/\s?(\d{1,2})(?:(?P<blank>[\s,]+(?:{=dates.years}\s+)?)|[\s,]*[-–'’´]+\s?|/)(?P<year>(?:19|20)?\d{2})\b",
    )
});
/// "12.3.2019", "12.03.2019", "12-3-2019": day, month, year.
static DOTTED: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"\b([0-2]?\d|3[01])(?:\s?\.\s?(0?[1-9]|1[0-2])\s?\.\s?|-(0?[1-9]|1[0-2])-)((?:19|20)\d{2})\b")
});
/// "2019/03/12", "2019/3/12"
static SLASHED: LazyLock<Regex> =
    LazyLock::new(|| compile(r"\b((?:19|20)\d{2})/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])\b"));
/// "5 juli", "5/7", "5.7.": a day whose year stands elsewhere.
static NO_YEAR: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)(?:\b(?P<week>{=dates.weekdays}|{=meetings.weekdays})\s+)?(?:\b{=dates.articles}\s*)?\b(?:(?P<day>[0-2]?\d|3[01])(?::?{=dates.day_ends}\b)?|(?P<ordinal>{=dates.ordinal_*})\b)(?:\s*[.:]?\s*(?P<word>\p{L}{3,9})\b|\s?/\s?(?P<month>0?[1-9]|1[0-2])\b)",
    )
});
/// "20190312", "2019 03 12", only where a label says that a date stands there.
static EIGHT: LazyLock<Regex> =
    LazyLock::new(|| compile(r"(?:^|\s)((?:19|20)\d{2})\s?(0[1-9]|1[0-2])\s?([0-2]\d|3[01])(?:$|[\s,.;])"));
static WEEK: [Words; 7] = [
    Words::new("dates.weekday_1"),
    Words::new("dates.weekday_2"),
    Words::new("dates.weekday_3"),
    Words::new("dates.weekday_4"),
    Words::new("dates.weekday_5"),
    Words::new("dates.weekday_6"),
    Words::new("dates.weekday_7"),
];
static SIX: LazyLock<Regex> = LazyLock::new(|| compile(r"\b(\d{2})-?(0[1-9]|1[0-2])-?([0-2]\d|3[01])\b"));
/// "24-04-17", which is hardly anything but a day.
static DASHED: LazyLock<Regex> =
    LazyLock::new(|| compile(r"(?:^|[\s(,;:])(\d{2})-(0[1-9]|1[0-2])-([0-2]\d|3[01])(?:$|[\s),.;:])"));
/// "17.4.24": day, month, year.
static DOTTED_SHORT: LazyLock<Regex> =
    LazyLock::new(|| compile(r"\b([0-2]?\d|3[01])\.\s?(0?[1-9]|1[0-2])\.\s?(\d{2})\b"));
/// An hour with its minutes, or with only "kl." before it, and the hour until which; either may be without minutes.
static CLOCK: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?ix)\b(?:
            (?P<word>{=dates.clock}\.?\s*:?\s*(?:{=dates.about}\.?\s*)?)?(?P<h>[01]?\d|2[0-4])(?:\s?[.:]\s?|,)(?P<m>[0-5]\d)
            (?:\s*(?:[-–—−]{1,2}|{.dates.until})\s*(?:{=dates.clock}\.?\s*)?(?:{=dates.about}\.?\s*)?(?:
                (?P<eh>[01]?\d|2[0-4])\s?[.:,]\s?(?P<em>[0-5]\d) | (?P<only>[01]?\d|2[0-4])\b))?
          | {=dates.clock}\.?\s*:?\s*(?:{=dates.about}\.?\s*)?(?P<hour>[01]?\d|2[0-4])(?P<minute>[0-5]\d)?
            (?:\s*(?:[-–—−]{1,2}|{.dates.until})\s*(?:{=dates.clock}\.?\s*)?(?:{=dates.about}\.?\s*)?
                (?P<until>[01]?\d|2[0-4])(?:\s?[.:,]?\s?(?P<past>[0-5]\d))?)?\b)",
    )
});
/// "18-20", "18–ca 20"
static HOURS_ALONE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)(?:^|[\s,(:])(?P<from>[01]?\d|2[0-4])\s?(?:[-–—]|{.dates.until})\s?(?:{=dates.about}\.?\s*)?(?P<to>[01]?\d|2[0-4])(?:$|[\s,)]|\.(?:$|\s))",
    )
});
/// "Granby 1:14": the number of a property is no hour.
static PROPERTY: LazyLock<Regex> = LazyLock::new(|| compile(r"\p{Lu}[\p{L}-]+\s+$"));

/// "kl. 6 e. m."
static EVENING: LazyLock<Regex> =
    LazyLock::new(|| compile(r"(?i)^\s*(?:(?:e|{=misreadings.letter_e}){1,2}[.,]?\s?m(?:[.,a]|\b)|{=dates.evening})"));
/// "kl. half sju", "kl. 1/2 7", "klockan sju"
static WORD_HOUR: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?ix)\b{=dates.clock}\.?\s*
            (?:(?P<half>{=dates.half})\s*(?P<before>\p{L}+|\d{1,2})|(?P<hour>\p{L}{3,5}))\b",
    )
});
static HOURS: [Words; 12] = [
    Words::new("dates.hour_1"),
    Words::new("dates.hour_2"),
    Words::new("dates.hour_3"),
    Words::new("dates.hour_4"),
    Words::new("dates.hour_5"),
    Words::new("dates.hour_6"),
    Words::new("dates.hour_7"),
    Words::new("dates.hour_8"),
    Words::new("dates.hour_9"),
    Words::new("dates.hour_10"),
    Words::new("dates.hour_11"),
    Words::new("dates.hour_12"),
];

/// Years of which a document may speak ahead of its own: after them, two figures mean a year of the century before.
const AHEAD: i16 = 20;

/// The year that two figures mean, by a year that the same document prints in full; otherwise one of 1930–2029.
pub fn full_year(figures: i16, printed: Option<i16>) -> i16 {
    let first = printed.map_or(1930, |year| year + AHEAD - 99);
    first + (figures - first).rem_euclid(100)
}

#[derive(Clone, Debug, PartialEq)]
pub struct DateAt {
    pub range: Range<usize>,
    pub date: Date,
    /// Two figures of the year are printed: what they mean is for the document to say.
    pub is_short: bool,
}

impl DateAt {
    /// The date with a short year as a year that the document prints in full has it.
    pub fn settled(self, printed: Option<i16>) -> DateAt {
        if !self.is_short {
            return self;
        }
        let year = full_year(self.date.year() % 100, printed);
        DateAt { date: Date::new(year, self.date.month(), self.date.day()).unwrap_or(self.date), ..self }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct TimesAt {
    pub range: Range<usize>,
    pub start: Option<Time>,
    pub end: Option<Time>,
}

/// The dates of a text from left to right, short years not settled: a sheet knows the document's other years.
pub fn dates(text: &str) -> Vec<DateAt> {
    let mut out: Vec<DateAt> = Vec::new();
    let mut add = |range: Range<usize>, date: Option<Date>, is_short: bool| {
        if let Some(date) = date
            && !out.iter().any(|seen| seen.range.start < range.end && range.start < seen.range.end)
        {
            out.push(DateAt { range, date, is_short });
        }
    };
    for found in ISO.captures_iter(text) {
        add(span(&found), date_of(&found[1], &found[2], &found[3]), false);
    }
    for found in WORDS.captures_iter(text) {
        let Some(month) = month(&found[3]) else { continue };
        let day = found.get(1).map(|day| day.as_str().to_owned());
        let Some(day) = day.or_else(|| Some(ordinal(found.get(2)?.as_str())?.to_string())) else { continue };
        if let Some(year) = found.get(4) {
            add(span(&found), date_of(year.as_str(), &month.to_string(), &day), false);
        } else if let Some(year) = found.get(5).filter(|year| ends_day(text, year.end())) {
            add(span(&found), in_full(year.as_str()).and_then(|year| date_of(&year, &month.to_string(), &day)), true);
        }
    }
    for found in YEAR_FIRST.captures_iter(text) {
        if let Some(month) = month(&found[3]) {
            add(span(&found), date_of(&found[1], &month.to_string(), &found[2]), false);
        }
    }
    for found in SLASH.captures_iter(text) {
        let printed = &found["year"];
        let is_short = printed.len() == 2;
        // "3/4 18.30", "3/4 18-20": an hour. "2/3/12": no day.
        let before = text[..found.name("year").map_or(0, |year| year.start())].chars().next_back();
        let is_year = !is_short || before != Some('/') && ends_day(text, span(&found).end);
        let is_hours = is_short && found.name("blank").is_some() && opens_range(&text[span(&found).end..]);
        let year = if is_short { in_full(printed) } else { Some(printed.to_owned()) };
        let date = year.filter(|_| is_year && !is_hours).and_then(|year| date_of(&year, &found[2], &found[1]));
        add(span(&found), date, is_short);
    }
    for found in DOTTED.captures_iter(text) {
        let month = found.get(2).or(found.get(3)).map_or("", |month| month.as_str());
        add(span(&found), date_of(&found[4], month, &found[1]), false);
    }
    for found in SLASHED.captures_iter(text) {
        add(span(&found), date_of(&found[1], &found[2], &found[3]), false);
    }
    out.sort_by_key(|at| at.range.start);
    out
}

/// Whether two figures may be a year: no minutes follow, and no other day's month.
fn ends_day(text: &str, end: usize) -> bool {
    let rest = text.get(end..).unwrap_or("");
    let mut chars = rest.chars();
    let goes_on =
        matches!(chars.next(), Some('.' | ':' | ',' | '/')) && chars.next().is_some_and(|c| c.is_ascii_digit());
    let next: String = rest.trim_start().chars().take_while(|c| c.is_alphabetic()).collect();
    !goes_on && month(&next).is_none()
}

/// "-20", "– 20": the hour until which.
fn opens_range(rest: &str) -> bool {
    let until = rest.trim_start().strip_prefix(['-', '–', '—']);
    until.is_some_and(|until| until.trim_start().starts_with(|c: char| c.is_ascii_digit()))
}

/// The number of "tredje", "tjugofemte".
fn ordinal(word: &str) -> Option<i8> {
    let lower = word.to_lowercase();
    (1..=31).find(|n| forms::of(&format!("dates.ordinal_{n}")).contains(&lower))
}

/// "2020–1 1-24": a text that is a day but for blanks within its figures.
pub fn torn_date(text: &str) -> Option<DateAt> {
    let whole: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let is_figures = whole.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '–' | '—' | '.'));
    let at = dates(&whole).into_iter().next().filter(|at| is_figures && at.range == (0..whole.len()))?;
    Some(DateAt { range: 0..text.len(), ..at })
}

/// A day whose year stands elsewhere, with the weekday that is printed beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct DayAt {
    pub range: Range<usize>,
    pub month: i8,
    pub day: i8,
    /// 1 is Monday.
    pub weekday: Option<i8>,
}

impl DayAt {
    /// The day in a year; none where it would be another day of the week than is printed.
    pub fn in_year(&self, year: i16) -> Option<Date> {
        let date = Date::new(year, self.month, self.day).ok()?;
        let agrees = self.weekday.is_none_or(|weekday| date.weekday().to_monday_one_offset() == weekday);
        agrees.then_some(date)
    }
}

/// The days of a text that are printed without a year.
pub fn days(text: &str) -> Vec<DayAt> {
    let whole = dates(text);
    let is_whole =
        |range: &Range<usize>| whole.iter().any(|at| at.range.start < range.end && range.start < at.range.end);
    NO_YEAR
        .captures_iter(text)
        .filter_map(|found| {
            let by_word = found
                .name("word")
                .and_then(|word| MONTHS.iter().position(|month| month.has(&word.as_str().to_lowercase())));
            let month = match by_word {
                Some(at) => at as i8 + 1,
                None => found.name("month")?.as_str().parse().ok()?,
            };
            let weekday = found.name("week").and_then(|word| weekday(word.as_str()));
            let day = match found.name("day") {
                Some(day) => day.as_str().parse().ok()?,
                None => ordinal(found.name("ordinal")?.as_str())?,
            };
            let day = DayAt { range: span(&found), month, day, weekday };
            // There is such a day: in a leap year, if in no other.
            (!is_whole(&day.range) && Date::new(2000, day.month, day.day).is_ok()).then_some(day)
        })
        .collect()
}

/// The number of a weekday, 1 for Monday: "torsdag", "Torsdagen".
fn weekday(word: &str) -> Option<i8> {
    let lower = word.to_lowercase();
    let at = WEEK.iter().position(|forms| forms.has(&lower))?;
    Some(at as i8 + 1)
}

pub fn is_weekday(lower: &str) -> bool {
    WEEK.iter().any(|forms| forms.has(lower))
}

/// `930519` and `93-05-19`: only where a label says that a date stands there.
pub fn short_date(text: &str) -> Option<DateAt> {
    if let Some(found) = EIGHT.captures(text)
        && let (Some(first), Some(last)) = (found.get(1), found.get(3))
    {
        let date = date_of(&found[1], &found[2], &found[3])?;
        return Some(DateAt { range: first.start()..last.end(), date, is_short: false });
    }
    if let Some(found) = DOTTED_SHORT.captures(text)
        && let Some(date) = date_of(&in_full(&found[3])?, &found[2], &found[1])
    {
        return Some(DateAt { range: span(&found), date, is_short: true });
    }
    let found = SIX.captures(text)?;
    let date = date_of(&in_full(&found[1])?, &found[2], &found[3])?;
    Some(DateAt { range: span(&found), date, is_short: true })
}

/// "24-04-17" near the title, where no day is printed in full.
pub fn dashed_date(text: &str) -> Option<DateAt> {
    let found = DASHED.captures(text)?;
    let range = found.get(1)?.start()..found.get(3)?.end();
    let date = date_of(&in_full(&found[1])?, &found[2], &found[3])?;
    Some(DateAt { range, date, is_short: true })
}

fn in_full(figures: &str) -> Option<String> {
    Some(full_year(figures.parse().ok()?, None).to_string())
}

/// A text of the same length without the figures of its days: "2023-10-10, 17:30" has one hour.
fn without_days(text: &str) -> Cow<'_, str> {
    let dashed = DASHED.captures_iter(text).filter_map(|found| Some(found.get(1)?.start()..found.get(3)?.end()));
    let days = ISO.find_iter(text).chain(DOTTED.find_iter(text)).map(|found| found.range());
    let days: Vec<Range<usize>> = days.chain(dashed).collect();
    if days.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = text.to_owned();
    for day in days {
        out.replace_range(day.clone(), &"#".repeat(day.len()));
    }
    Cow::Owned(out)
}

/// Hours without minutes and without "kl.": "18-20", only where a label or a day says that hours stand there.
pub fn bare_hours(text: &str) -> Option<TimesAt> {
    let masked = without_days(text);
    HOURS_ALONE.captures_iter(&masked).find_map(|found| {
        let (from, to) = (found.name("from")?, found.name("to")?);
        let (start, end) = (time(from.as_str(), "0")?, time(to.as_str(), "0")?);
        let next: String = masked.get(to.end()..)?.trim_start().chars().take_while(|c| c.is_alphabetic()).collect();
        let is_hours = start.hour() >= 6 && start < end && month(&next).is_none();
        is_hours.then_some(TimesAt { range: from.start()..to.end(), start: Some(start), end: Some(end) })
    })
}

/// The clock times of a text, each with its end where one is printed.
pub fn times(text: &str) -> Vec<TimesAt> {
    let masked = without_days(text);
    let text = masked.as_ref();
    let mut out: Vec<TimesAt> = Vec::new();
    for found in CLOCK.captures_iter(text) {
        let range = span(&found);
        // "12.5 procent", "1.450 träd": more digits follow.
        let goes_on = text[range.end..].chars().next().is_some_and(|c| c.is_ascii_digit() || c == '-');
        let group = |name: &str| found.name(name).map(|part| part.as_str());
        let until = group("eh").or(group("only")).or(group("until"));
        let is_property = group("word").is_none()
            && until.is_none()
            && found.name("m").is_some_and(|minute| text[range.start..minute.start()].contains(':'))
            && PROPERTY.is_match(&text[..range.start])
            && !text[..range.start].split_whitespace().next_back().is_some_and(|word| is_weekday(&word.to_lowercase()));
        if !goes_on && !is_property {
            let start = group("h").or(group("hour"));
            let start = start.and_then(|hour| time(hour, group("m").or(group("minute")).unwrap_or("0")));
            let end = until.and_then(|hour| time(hour, group("em").or(group("past")).unwrap_or("0")));
            // "kl. 19.00 - 5 ledamöter": a bare figure that is no later hour.
            let is_bare = found.name("only").is_some();
            let is_broken = is_bare && text[range.end..].starts_with(['.', ':', ',']) && {
                text[range.end + 1..].starts_with(char::is_alphanumeric)
            };
            let end = end.filter(|end| !is_broken && (!is_bare || start.is_none_or(|start| start < *end)));
            out.push(TimesAt { range, start, end });
        }
    }
    for found in WORD_HOUR.captures_iter(text) {
        let start = word_hour(&found);
        if start.is_some() {
            out.push(TimesAt { range: span(&found), start, end: None });
        }
    }
    for at in &mut out {
        if EVENING.is_match(&text[at.range.end..]) {
            let later = |time: Option<Time>| {
                time.map(|time| if time.hour() < 12 { time.wrapping_add(12.hours()) } else { time })
            };
            (at.start, at.end) = (later(at.start), later(at.end));
        }
    }
    out.sort_by_key(|at| at.range.start);
    out
}

/// The hour of words; half an hour before it where "half" stands.
fn word_hour(found: &regex::Captures) -> Option<Time> {
    let word = found.name("before").or(found.name("hour"))?.as_str().to_lowercase();
    let hour: i8 = match HOURS.iter().position(|forms| forms.has(&word)) {
        Some(at) => at as i8 + 1,
        None => word.parse().ok().filter(|hour| (1..=12).contains(hour))?,
    };
    if found.name("half").is_some() { Time::new(hour - 1, 30, 0, 0).ok() } else { Time::new(hour, 0, 0, 0).ok() }
}

fn span(found: &regex::Captures) -> Range<usize> {
    found.get(0).map_or(0..0, |whole| whole.range())
}

fn date_of(year: &str, month: &str, day: &str) -> Option<Date> {
    let year: i16 = digits(year).parse().ok()?;
    let (month, day) = (digits(month).parse().ok()?, digits(day).parse().ok()?);
    if !(1800..2100).contains(&year) {
        return None;
    }
    Date::new(year, month, day).ok()
}

fn time(hour: &str, minute: &str) -> Option<Time> {
    let hour: i8 = hour.parse().ok()?;
    Time::new(if hour == 24 { 0 } else { hour }, minute.parse().ok()?, 0, 0).ok()
}

/// The month of a word, one letter wrong at most.
pub fn month(word: &str) -> Option<usize> {
    let word = word.to_lowercase();
    let exact = MONTHS.iter().position(|month| month.has(&word));
    let near = || {
        MONTHS.iter().position(|month| {
            let name = whole(month);
            name.chars().count() >= 5 && word.chars().count() >= 5 && strsim::levenshtein(name, &word) <= 1
        })
    };
    exact.or_else(near).map(|at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time as clock};

    #[test]
    fn dates_in_every_form() {
        let cases = [
            ("Sammanträdesdatum 2019-04-09", date(2019, 4, 9)),
            ("Tisdagen den 27 november 2018", date(2018, 11, 27)),
            ("torsdagen d. 12 mars 1953", date(1953, 3, 12)),
            ("anslagstavla den 5/9 1974", date(1974, 9, 5)),
            ("den 3 septembar 1974", date(1974, 9, 3)),
            ("20l9-O4-09", date(2019, 4, 9)),
            ("Mötesdatum 12.3.2019", date(2019, 3, 12)),
            ("Tid 02.12.2019 kl. 18.00", date(2019, 12, 2)),
            ("2019/03/12", date(2019, 3, 12)),
            ("År 1966 den 30 oktober hölls", date(1966, 10, 30)),
            ("den 5:e maj 2020", date(2020, 5, 5)),
            ("12/3-2019", date(2019, 3, 12)),
            ("den 3:dje mars 2013", date(2013, 3, 3)),
            ("22:a maj 2013", date(2013, 5, 22)),
            ("den 3dje mars 2013", date(2013, 3, 3)),
            ("den 3/4 -16", date(2016, 4, 3)),
            ("den 3/4 ’16", date(2016, 4, 3)),
            ("3/4/2016", date(2016, 4, 3)),
            ("2024-4-7", date(2024, 4, 7)),
            ("2024/4/7", date(2024, 4, 7)),
            ("3.4.2016", date(2016, 4, 3)),
            ("7-4-2024", date(2024, 4, 7)),
            ("17 april -14", date(2014, 4, 17)),
            ("tisdagen den sjunde maj 1921", date(1921, 5, 7)),
            ("den tjugofemte oktober 1934", date(1934, 10, 25)),
        ];
        for (text, expected) in cases {
            assert_eq!(dates(text).first().map(|at| at.date), Some(expected), "{text}");
        }
        assert!(dates("Dnr 2019/353, 34 träd och 41.500 kronor").is_empty());
        assert_eq!(short_date("930519").map(|at| at.date), Some(date(1993, 5, 19)));
        assert_eq!(short_date("20190312").map(|at| at.date), Some(date(2019, 3, 12)));
        assert_eq!(short_date("2019 03 12").map(|at| at.date), Some(date(2019, 3, 12)));
        assert_eq!(short_date("17.4.24").map(|at| at.date), Some(date(2024, 4, 17)));
        assert_eq!(dashed_date("24-04-17, rum 12").map(|at| at.date), Some(date(2024, 4, 17)));
        for other in ["den 3/4 18.30", "3/4 18-20", "17 april -18 maj", "2/3/12 röster", "3/4 19:00", "08-12-12-34"] {
            assert!(dates(other).is_empty() && dashed_date(other).is_none(), "{other}");
        }
        assert!(dates("20190312").is_empty() && short_date("20190312-1234").is_none());
    }

    #[test]
    fn blanks_within_figures() {
        assert_eq!(torn_date("2020–1 1-24").map(|at| at.date), Some(date(2020, 11, 24)));
        assert_eq!(torn_date("den 2020–1 1-24"), None);
        assert_eq!(torn_date("070 - 11 24 11"), None);
    }

    #[test]
    fn days_whose_year_stands_elsewhere() {
        let day = |text: &str| days(text).into_iter().next();
        let thursday = day("Torsdagen den 5 juli kl. 19.00").unwrap();
        assert_eq!((thursday.month, thursday.day, thursday.weekday), (7, 5, Some(4)));
        assert_eq!(thursday.in_year(2018), Some(date(2018, 7, 5)));
        let fifth = day("torsdagen den femte juli").unwrap();
        assert_eq!((fifth.month, fifth.day, fifth.weekday), (7, 5, Some(4)));
        assert_eq!(thursday.in_year(2019), None, "5 July 2019 was a Friday");
        assert_eq!(day("5/7").map(|day| (day.month, day.day)), Some((7, 5)));
        assert!(days("den 5 juli 2018, 5/7 2018, § 12, 3 st").is_empty());
        assert!(days("30/2").is_empty());
    }

    #[test]
    fn short_years_follow_the_documents_own() {
        let day = |text: &str, printed| dates(text)[0].clone().settled(printed).date;
        assert_eq!(day("den 5/9 04", None), date(2004, 9, 5));
        assert_eq!(day("den 5/9 04", Some(2004)), date(2004, 9, 5));
        assert_eq!(day("den 5/9 04", Some(1904)), date(1904, 9, 5));
        assert_eq!(day("den 5/9 54", Some(2004)), date(1954, 9, 5));
        assert_eq!(day("den 5/9 06", Some(1904)), date(1906, 9, 5));
        assert_eq!(day("den 5/9 1974", Some(1904)), date(1974, 9, 5));
        // There was no 29 February in 1900.
        assert_eq!(day("den 29/2 00", Some(1904)), date(2000, 2, 29));
        assert_eq!((full_year(29, None), full_year(30, None)), (2029, 1930));
        assert_eq!(short_date("250519").map(|at| at.settled(Some(1925)).date), Some(date(1925, 5, 19)));
    }

    fn hours_of(start: i8, end: i8) -> Option<(Option<Time>, Option<Time>)> {
        Some((Some(clock(start, 0, 0, 0)), Some(clock(end, 0, 0, 0))))
    }

    #[test]
    fn clock_times_with_and_without_end() {
        let found = times("Kommunhuset, kl. 08.30–14.20");
        assert_eq!((found[0].start, found[0].end), (Some(clock(8, 30, 0, 0)), Some(clock(14, 20, 0, 0))));
        assert_eq!(times("1953 kl. 18.30.")[0].start, Some(clock(18, 30, 0, 0)));
        assert_eq!(times("klockan 9 och 15")[0].start, Some(clock(9, 0, 0, 0)));
        assert_eq!(times("den 14 mars kl. 6 e. m.")[0].start, Some(clock(18, 0, 0, 0)));
        assert!(times("1.450 träd, 2019-04-09").is_empty());
        assert!(times("den 2019.04.09").is_empty());
        assert_eq!(bare_hours("Tid: 18-20").map(|at| (at.start, at.end)), hours_of(18, 20));
        assert_eq!(bare_hours("2019-04-09, 18–ca 20, Lillby").map(|at| (at.start, at.end)), hours_of(18, 20));
        for other in ["12-13 april", "Lillby 20-18", "§ 3-4", "18.30-20", "2019-10-11"] {
            assert_eq!(bare_hours(other), None, "{other}");
        }
        let both = |text: &str| times(text).first().map(|at| (at.start, at.end));
        let hours = |a, b, c, d| Some((Some(clock(a, b, 0, 0)), Some(clock(c, d, 0, 0))));
        assert_eq!(both("kl. 19-21"), hours(19, 0, 21, 0));
        assert_eq!(both("2023-10-10, 17:30-19:00 i Lillby"), hours(17, 30, 19, 0));
        assert_eq!(both("24-04-17, 17.15–21.03"), hours(17, 15, 21, 3));
        assert_eq!(both("sal L2:14, 17.15–21.03"), hours(17, 15, 21, 3));
        assert_eq!(both("kl. 19-20.30"), hours(19, 0, 20, 30));
        assert_eq!(both("kl 18:30 - 20"), hours(18, 30, 20, 0));
        assert_eq!(both("kl 18.30–ca 20.15"), hours(18, 30, 20, 15));
        assert_eq!(both("Plats och tid Digitalt, , kl 13:00- 15:30"), hours(13, 0, 15, 30));
        assert_eq!(both("Tid: 12.03.2019 kl. 18–19.05"), hours(18, 0, 19, 5));
        assert!(times("Granby 1:14 (andel 1 %)").is_empty());
        assert_eq!(times("Tisdag 18:30").len(), 1);
    }
}
