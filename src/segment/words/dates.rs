//! Dates and clock times in the ways that protocols print them, with letters for digits where the
//! engine confused them. Which date is the meeting's is left to `meeting`.

use crate::segment::words::pattern::compile;
use jiff::ToSpan;
use jiff::civil::{Date, Time};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

const MONTHS: [&[&str]; 12] = [
    &["januari", "jan"],
    &["februari", "feb", "febr"],
    &["mars", "mar"],
    &["april", "apr"],
    &["maj"],
    &["juni", "jun"],
    &["juli", "jul"],
    &["augusti", "aug"],
    &["september", "sep", "sept"],
    &["oktober", "okt"],
    &["november", "nov"],
    &["december", "dec"],
];

/// Whether a word in small letters is a month's whole name.
pub fn is_month(word: &str) -> bool {
    MONTHS.iter().any(|names| names[0] == word)
}

/// Digits, and the letters that engines put in their place.
const DIGIT: &str = "[0-9OoIl]";

static ISO: LazyLock<Regex> = LazyLock::new(|| {
    compile(&format!(r"\b((?:[12Il]){DIGIT}{{3}})\s?[-–.—]\s?({DIGIT}{{1,2}})\s?[-–.—]\s?({DIGIT}{{1,2}})\b"))
});
static WORDS: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b(?:den\s+|d\.\s*)?([0-9OIl]{1,2})\s*[.:]?\s*(?:dag\s+)?([\p{L}]{3,9})\.?\s*,?\s+(?:år\s+)?([12Il][0-9OIl]{3})\b",
    )
});
static SLASH: LazyLock<Regex> =
    LazyLock::new(|| compile(r"\b(\d{1,2})\s?/\s?(\d{1,2})[\s,-]+(?:år\s+)?((?:19|20)?\d{2})\b"));
static SIX: LazyLock<Regex> = LazyLock::new(|| compile(r"\b(\d{2})-?(0[1-9]|1[0-2])-?([0-2]\d|3[01])\b"));
static CLOCK: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b(?:(?:kl\.?|klockan|kI\.?)\s*)?([01]?\d|2[0-4])\s?[.:,]\s?([0-5]\d)(?:\s*(?:[-–—]{1,2}|till|t\.o\.m\.)\s*(?:kl\.?\s*)?([01]?\d|2[0-4])\s?[.:,]\s?([0-5]\d))?",
    )
});
static HOUR: LazyLock<Regex> =
    LazyLock::new(|| compile(r"(?i)\b(?:kl\.?|klockan)\s*([01]?\d|2[0-4])(?:\s*[-–]\s*([01]?\d|2[0-4]))?\b"));

/// "kl. 6 e. m."
static EVENING: LazyLock<Regex> =
    LazyLock::new(|| compile(r"(?i)^\s*(?:[e6€c]{1,2}[.,]?\s?m(?:[.,a]|\b)|(?:på\s+)?(?:eftermiddagen|kvällen))"));
/// "kl. half sju", "kl. 1/2 7", "klockan sju"
static WORD_HOUR: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b(?:kl\.?|klockan)\s*(?:(?P<half>hal[fv]|1/2|½)\s*(?P<before>\p{L}+|\d{1,2})|(?P<hour>\p{L}{3,5}))\b",
    )
});
const HOURS: [&[&str]; 12] = [
    &["ett"],
    &["två", "tvenne"],
    &["tre"],
    &["fyra"],
    &["fem"],
    &["sex"],
    &["sju"],
    &["åtta"],
    &["nio"],
    &["tio"],
    &["elva", "elfva"],
    &["tolv", "tolf"],
];

#[derive(Clone, Debug, PartialEq)]
pub struct DateAt {
    pub range: Range<usize>,
    pub date: Date,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TimesAt {
    pub range: Range<usize>,
    pub start: Option<Time>,
    pub end: Option<Time>,
}

/// The dates of a text from left to right.
pub fn dates(text: &str) -> Vec<DateAt> {
    let mut out: Vec<DateAt> = Vec::new();
    let mut add = |range: Range<usize>, date: Option<Date>| {
        if let Some(date) = date
            && !out.iter().any(|seen| seen.range.start < range.end && range.start < seen.range.end)
        {
            out.push(DateAt { range, date });
        }
    };
    for found in ISO.captures_iter(text) {
        add(span(&found), date_of(&found[1], &found[2], &found[3]));
    }
    for found in WORDS.captures_iter(text) {
        if let Some(month) = month(&found[2]) {
            add(span(&found), date_of(&found[3], &month.to_string(), &found[1]));
        }
    }
    for found in SLASH.captures_iter(text) {
        let year = if found[3].len() == 2 { format!("19{}", &found[3]) } else { found[3].to_owned() };
        add(span(&found), date_of(&year, &found[2], &found[1]));
    }
    out.sort_by_key(|at| at.range.start);
    out
}

/// `930519` and `93-05-19`: only where a label says that a date stands there.
pub fn short_date(text: &str) -> Option<DateAt> {
    let found = SIX.captures(text)?;
    let year: i32 = found[1].parse().ok()?;
    let century = if year < 30 { "20" } else { "19" };
    let date = date_of(&format!("{century}{}", &found[1]), &found[2], &found[3])?;
    Some(DateAt { range: span(&found), date })
}

/// The clock times of a text, each with its end where one is printed.
pub fn times(text: &str) -> Vec<TimesAt> {
    let days: Vec<Range<usize>> = ISO.find_iter(text).map(|found| found.range()).collect();
    let mut out: Vec<TimesAt> = Vec::new();
    for found in CLOCK.captures_iter(text) {
        let range = span(&found);
        let in_date = days.iter().any(|day| day.start < range.end && range.start < day.end);
        // "12.5 procent", "1.450 träd": more digits follow.
        let goes_on = text[range.end..].chars().next().is_some_and(|c| c.is_ascii_digit() || c == '-');
        if !in_date && !goes_on {
            let start = time(&found[1], &found[2]);
            let end = found.get(3).zip(found.get(4)).and_then(|(hour, minute)| time(hour.as_str(), minute.as_str()));
            out.push(TimesAt { range, start, end });
        }
    }
    for found in WORD_HOUR.captures_iter(text) {
        let start = word_hour(&found);
        if start.is_some() {
            out.push(TimesAt { range: span(&found), start, end: None });
        }
    }
    for found in HOUR.captures_iter(text) {
        let range = span(&found);
        if !out.iter().any(|seen| seen.range.start < range.end && range.start < seen.range.end) {
            let end = found.get(2).and_then(|hour| time(hour.as_str(), "0"));
            out.push(TimesAt { range, start: time(&found[1], "0"), end });
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
    let hour: i8 = match HOURS.iter().position(|forms| forms.contains(&word.as_str())) {
        Some(at) => at as i8 + 1,
        None => word.parse().ok().filter(|hour| (1..=12).contains(hour))?,
    };
    if found.name("half").is_some() { Time::new(hour - 1, 30, 0, 0).ok() } else { Time::new(hour, 0, 0, 0).ok() }
}

fn span(found: &regex::Captures) -> Range<usize> {
    found.get(0).map_or(0..0, |whole| whole.range())
}

fn digits(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            'O' | 'o' => '0',
            'I' | 'l' => '1',
            c => c,
        })
        .collect()
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
    let exact = MONTHS.iter().position(|names| names.contains(&word.as_str()));
    let near = || {
        MONTHS.iter().position(|names| {
            let name = names[0];
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
        ];
        for (text, expected) in cases {
            assert_eq!(dates(text).first().map(|at| at.date), Some(expected), "{text}");
        }
        assert!(dates("Dnr 2019/353, 34 träd och 41.500 kronor").is_empty());
        assert_eq!(short_date("930519").map(|at| at.date), Some(date(1993, 5, 19)));
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
    }
}
