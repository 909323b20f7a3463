//! The names of bodies and municipalities: nämnder, styrelser, fullmäktige, associations.

use crate::segment::words::forms::Words;
use crate::segment::words::labels::{self, BODY_ENDINGS, Label};
use crate::segment::words::pattern::compile;
use regex::Regex;
use std::sync::LazyLock;

pub static MUNICIPALITY: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?x)^(?:
            [\p{Lu}][\p{L}-]+(?:\s(?:och\s)?[\p{Lu}][\p{L}-]+){0,2}\s+
                (?i:{=bodies.municipality_kinds}|{=bodies.municipality_unions})
          | (?i:{=bodies.regions})\s[\p{Lu}][\p{L}-]+(?:\s[\p{Lu}][\p{L}-]+)?
        )$",
    )
});

pub static MUNICIPALITY_IN_PROSE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?x)\b(?:I|{=bodies.prepositions_of_place})\s+
            ([\p{Lu}][\p{L}-]+(?:\s[\p{Lu}][\p{L}-]+)?\s+{=bodies.municipality_kinds})\b",
    )
});

pub static BODY_IN_PROSE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?x)(?i:{=bodies.meetings})\s+(?i:{=bodies.prepositions_of_meetings})\s+
            (?P<body>[\p{L}:][\p{L}:\ ,.-]{3,80}?(?i:{=bodies.societies})\s[\p{L}\ -]{2,40}?\si\s\p{Lu}\p{L}+
                |[\p{L}:][\p{L}:\ ,.-]{3,80}?)
            (?:\s+(?i:{=bodies.followers_of_meetings}|{=dates.weekdays})\s|[,.]|\s*\d|$)",
    )
});

/// "med styrelsen för Storby Järnvägsaktiebolag": the board's name goes on behind "för".
pub static BOARD_IN_PROSE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?x)(?i:{=bodies.prepositions_of_boards})\s+
            (?P<body>(?i:{=bodies.boards})\s+(?i:{=bodies.belonging})\s+[\p{L}][\p{L}\ .-]{3,60}?)
            (?:\s+(?i:{=bodies.followers}|\p{L}+dagen)\s|,|\s*\d|$)",
    )
});

pub static HELD_BY: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?x)(?i:protokoll),?\s+(?i:{=outline.kept})\s+(?i:{=bodies.prepositions_of_keepers})\s+
            (?P<body>[\p{L}][\p{L}:\ -]{3,60}?)
            (?:\s+(?i:{=bodies.followers}|{=dates.weekdays})\s|[,.]|\s*\d|$)",
    )
});

/// A summons tells day and place in its first sentence.
pub static SUMMONS: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)\b{=bodies.summons}\b"));

pub static AT_HOME: LazyLock<Regex> = LazyLock::new(|| compile(r"^\s+i\s+\p{Lu}[\p{L}-]+"));

/// "Protokoll från ordinarie årsmöte", "Årsmöte hölls i ...": the minutes' opening where it names no body.
pub static OPENING: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?ix)protokoll,?\s+(?:nr\.?\s*\d+,?\s+)?(?:{=outline.kept}\s+)?{=bodies.prepositions_of_minutes}\s+
                (?:[\p{L}-]+\s+){0,3}?[\p{L}-]*{=bodies.meeting_endings}[nt]?\b
            |[\p{L}-]*{=bodies.meeting_endings}t?\s+{=bodies.held}\b",
    )
});

/// A joint authority, which is what other protocols have the municipality for.
pub static AUTHORITY: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?x)^(?:
            \p{Lu}[\p{L}-]*(?i:{=bodies.authorities})(?:\s+\p{Lu}[\p{L}-]+){1,3}
          | (?:\p{Lu}[\p{L}-]+\s+){1,3}(?:och\s+\p{Lu}[\p{L}-]+\s+)?[\p{L}]*(?i:{=bodies.authorities})
        )$",
    )
});

/// An assembly of all who may vote, which is a body of its own.
pub static ASSEMBLY: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"(?i)\b{=bodies.prepositions_of_assemblies}\s+(?:[\p{L}]+\s+){0,3}?({=bodies.assemblies})\b")
});

/// How the name of an association ends, in basic and definite form.
pub static ASSOCIATIONS: Words = Words::new("bodies.associations");

/// "Styrelsemöte Samfällighetsföreningen Granbacken": the meeting's kind before the name.
pub static MEETING_WORD: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?ix)^(?:protokoll\s+(?:{=outline.kept}\s+)?{=bodies.prepositions_of_minutes}\s+)?
            (?:{=bodies.meeting_adjectives}\s+)?(?:{=bodies.meeting_beginnings})?{=bodies.meeting_endings}t?
            (?:\s+{=bodies.prepositions_of_meetings})?\s+",
    )
});

/// What no body's name ends with: a line of prose that is broken off.
static NOT_LAST: Words = Words::new("bodies.not_last");
/// What no body's name holds anywhere, and no word of it is.
static NOT_WITHIN: Words = Words::new("bodies.not_within");
static NOT_A_WORD: Words = Words::new("bodies.not_a_word");
/// Associations whose names may end in a number, by their first word or how it begins.
static HOUSING: Words = Words::new("bodies.housing");
static HOUSING_BEGINNINGS: Words = Words::new("bodies.housing_beginnings");
static ASSOCIATIONS_FIRST: Words = Words::new("bodies.associations_first");
static ADDRESS_PARTS: Words = Words::new("bodies.address_parts");
static MEETING_ADJECTIVES: Words = Words::new("bodies.meeting_adjectives");
/// What joins a body's kind and what it is for.
static JOINTS: Words = Words::new("bodies.joints");
/// Words for a meeting, which another word of a name cannot stand beside.
static MEETING_WORDS: Words = Words::new("bodies.meeting_words");
static FORMS: Words = Words::new("bodies.forms");
static COUNCILS: Words = Words::new("bodies.councils");
static CLUB_CODES: Words = Words::new("bodies.club_codes");

pub fn is_municipality(text: &str) -> bool {
    let text = text.trim();
    text.chars().count() <= 50 && MUNICIPALITY.is_match(text) && labels::label_of(text).is_none()
}

/// Whether a line goes on in the next: "Barn- och".
pub fn breaks_off(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or("");
    text.starts_with(char::is_uppercase) && (NOT_LAST.has(last) || last.ends_with('-') && last.chars().count() > 2)
}

/// "Storby byalag r.f.": a name without the form in which it is registered.
pub fn without_form(name: &str) -> &str {
    let name = name.trim();
    let lower = name.to_lowercase();
    let form = FORMS.iter().find(|form| lower.len() == name.len() && lower.ends_with(*form));
    let stem = form.and_then(|form| name.get(..name.len() - form.len())).and_then(|stem| stem.strip_suffix(' '));
    stem.map_or(name, str::trim)
}

/// Whether a text is a body's name: "Kommunstyrelsen", "Rådet för trygghet", "Kultur- och fritidsnämnden".
pub fn is_body(text: &str) -> bool {
    let text = without_form(text);
    let lower = text.to_lowercase();
    let n = text.chars().count();
    // A line of a title in prose, broken off in the middle.
    if lower.rsplit_once(' ').is_some_and(|(_, last)| NOT_LAST.has(last)) {
        return false;
    }
    let words: Vec<&str> = lower.split_whitespace().collect();
    let first = words.first().copied().unwrap_or("");
    let last = words.last().copied().unwrap_or("");
    // "Brf Solrosen 5", where no date and no hour stands.
    let is_numbered = (HOUSING.has(first) || HOUSING_BEGINNINGS.begin(&lower))
        && last.len() <= 3
        && words.len() <= 4
        && !ADDRESS_PARTS.within(&lower)
        && lower.chars().filter(char::is_ascii_digit).count() <= 3
        || is_association(text)
            && words.iter().all(|word| !word.contains(|c: char| c.is_ascii_digit()) || is_unit(word));
    if !(4..=90).contains(&n)
        || !text.chars().next().is_some_and(char::is_uppercase)
        || text.ends_with(['.', ':', ';'])
        || text.chars().any(|c| c.is_ascii_digit()) && !is_numbered
        || words.len() > 1 && MEETING_ADJECTIVES.has(first)
    {
        return false;
    }
    if NOT_WITHIN.within(&lower) {
        return false;
    }
    // "Årsstämma Granen", "Allmänt möte i Storby byalag": a meeting, whosever it is.
    if words.len() > 1 && words.iter().any(|word| MEETING_WORDS.iter().any(|end| word.ends_with(end))) {
        return false;
    }
    let ends = |word: &str| BODY_ENDINGS.iter().any(|end| word == *end || word.ends_with(end) && end.len() >= 4);
    // "Stadsdelsnämnden Nordanö", "Kommunstyrelsens arbetsutskott Näs"
    let of_place = ends(first)
        && first.chars().count() >= 8
        && (2..=4).contains(&words.len())
        && text
            .split_whitespace()
            .skip(1)
            .all(|word| word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || c == '-'));
    let is_named_so = ends(last) && words.len() <= 6
        || of_place
        || (ends(first) || COUNCILS.has(first))
            && words.get(1).is_some_and(|word| JOINTS.has(word))
            && words.len() <= 12
        || (HOUSING.has(first) || ASSOCIATIONS_FIRST.has(first)) && words.len() >= 2 && words.len() <= 8
        || words.len() <= 7
            && first != "i"
            && words.contains(&"brf")
            && text.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
        || (2..=4).contains(&words.len())
            && text.split_whitespace().last().is_some_and(|last| CLUB_CODES.has(last))
            && text.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
        || words.len() <= 7
            && words.iter().any(|word| *word == "brf" || ASSOCIATIONS.end(word))
            && words.len() >= 2
            && !words.iter().any(|word| MEETING_ADJECTIVES.has(word) || NOT_A_WORD.has(word));
    is_named_so
        && labels::label_of(text).is_none_or(|label| label == Label::Members)
        && labels::heading_of(text).is_none()
}

/// Whether a name is an association's by one of its words: "Storby byalag", "Brf Granen".
pub fn is_association(name: &str) -> bool {
    let lower = name.to_lowercase();
    let mut words = lower.split_whitespace();
    words.any(|word| ASSOCIATIONS.end(word) || HOUSING.has(word))
        || CLUB_CODES.iter().any(|code| name.ends_with(&format!(" {code}")))
}

/// Whether a word in small letters ends as the names of bodies do.
pub fn ends_as_body(word: &str) -> bool {
    ASSOCIATIONS.end(word) || BODY_ENDINGS.iter().any(|end| word == *end || word.ends_with(end) && end.len() >= 4)
}

/// "GA:4", "s:12": a joint facility as the land register counts it.
fn is_unit(word: &str) -> bool {
    word.split_once(':').is_some_and(|(kind, number)| {
        (1..=3).contains(&kind.chars().count())
            && kind.chars().all(char::is_alphabetic)
            && (1..=3).contains(&number.len())
            && number.chars().all(|c| c.is_ascii_digit())
    })
}

pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().collect::<String>() + chars.as_str(),
        None => String::new(),
    }
}
