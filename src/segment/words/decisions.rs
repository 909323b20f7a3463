//! The words that decide: how a sentence that decides begins, and the verbs of decisions.

use crate::segment::words::forms::Words;
use crate::segment::words::pattern::compile;
use regex::Regex;
use std::borrow::Cow;
use std::sync::LazyLock;

/// The verbs of decisions, and the same in the passive.
pub static VERBS: Words = Words::new("decisions.verbs");
pub static PASSIVE_VERBS: Words = Words::new("decisions.passive_verbs");
pub static SUPINES: Words = Words::new("decisions.supines");
/// Bodies by their kind alone.
static BODIES: Words = Words::new("decisions.bodies");

/// "Nämnden beslutar", alone on its line, with the points below.
pub static LEAD: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?x)^(?:[→–—-]\s)?(?:[\p{Lu}][\p{L}:]*(?:(?:-?[\ ]|-)[\p{L}:]+){0,6}\s)
            (?:{=decisions.verbs}|{=decisions.supines}
              |{=decisions.proposing}\s[\p{L}]*{=decisions.bodies}(?:\sbesluta)?)
            (?:\s+{=decisions.adverbs})*\s*[,:]?$",
    )
});

pub static LEAD_IN_CAPITALS: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^(?:\p{Lu}[\p{Lu}:-]*\s){1,6}{^decisions.verbs}\s*[,:]?$"));

/// A sentence that decides.
pub static DECIDES: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?x)^(?:[→–—-]\s)?(?:
            (?:Efter\s[^.,]{3,60}\s|{+decisions.adverbs}\s)?
            (?:[\p{Lu}\p{Ll}][\p{L}:]*(?:(?:-?\s|-)[\p{L}:]+){0,6}\s)?
            (?:{~decisions.verbs}|{~decisions.passive_verbs}|{=decisions.supines})\b
          | [\p{L}]*{=decisions.bodies}\s{=decisions.proposing}\s[\p{L}\s]{3,40}\s(?:besluta|att)\b
        )",
    )
});

/// "Efter ställda propositioner finner ordföranden att nämnden beslutar enligt ...": what was found is said once more
/// as the decision.
pub static FOUND: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^[^.]{0,90}?\b{=decisions.finding}\b[^.]{0,60}?\b(?:att|sig)\b"));

/// "Direktionen lägger ärendena till handlingarna.": what a body does.
pub static ACTS: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?x)^(?:[→–—-]\s)?
            (?:[\p{Lu}][\p{L}-]*(?:\soch\s[\p{L}-]*)?{=decisions.bodies}|{+decisions.bodies})
            \s(?:{=decisions.filing}\s.{3,60}till\shandlingarna|{=decisions.acts})\b",
    )
});

/// "Att ... utsågs herr Ek", "Ansökan från Bo Ek avslogs.", "Skrivelsen lades till handlingarna.": decided in the
/// passive.
pub static PASSIVE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?x)^(?:
            Att\s.{5,200}\b(?:{=decisions.elected}|{=decisions.resolved})\b
          | Till\satt\s{=decisions.together_with}\s.{5,100}\bjustera\b.{3,60}\b{=decisions.elected}\b
          | {+decisions.matters}\s{=decisions.dropped}\b
          | (?:[\p{Lu}][\p{L}-]*(?:\s[\p{L}\d/.-]+){0,4}?\s)?
            (?:{~decisions.settled}
              |{=decisions.occasioned}\s{=decisions.not}\s[^.]{0,30}?{=decisions.measure}
              |{=decisions.became}\s[^.]{0,40}?{=decisions.settled_participles})\b[^.]{0,80}(?:\.|$)
          | {+decisions.elected}\s.{3,80}\bjustera\b
          | [\p{Lu}][^.]{4,80}?\s{=decisions.elected}\s(?:till\s)?(?:att\s)?[^.]{0,60}?\bjuster\p{L}*\b[^.]{0,50}\.?$
        )",
    )
});

/// "Bo Ek yrkar att ärendet bordläggs": moved, and not decided.
pub static MOVED: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^[^.]{0,80}\b(?:{=decisions.moving}|{=decisions.proposing})\b"));

/// The same, and nothing else said: at the end of an account the words may be part of it.
pub static FILED: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?x)^(?:[\p{Lu}][\p{L}-]*(?:\s[\p{L}\d/.-]+){0,3}\s
              |(?:[\p{Lu}][\p{L}\d\s/.-]{2,50}\s)?{~decisions.presented}\soch\s)?
            {~decisions.filed}\s(?:{=decisions.approving}\s|utan\s[\p{L}\s]{3,25}\s)?till\shandlingarna\.?$",
    )
});

/// "Fullmäktige utsåg", "Styrelsen antog": the word before is held against the document's own body.
pub static ACTED: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?x)^(?:[\p{Lu}][\p{L}]*(?:-?[\ ]|-)(?:[\p{L}]+[\ -]){0,2}?)??(?P<body>[\p{L}]+)\s
            (?:{=decisions.acted}|(?:tackade\s.{3,60}\soch\s)?lade\s.{3,60}till\shandlingarna)\b",
    )
});

pub static HAS_DECIDED: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^[^.]{0,60}?([\p{L}]+)\s{=decisions.has}\s{=decisions.supines}\b"));

/// The word before the verb of a decision.
pub static SUBJECT: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"\b([\p{L}]+)\s(?:{=decisions.verbs}|{=decisions.supines}|hade\s(?:[\p{L}]+\s)?{=decisions.supines})\b")
});

/// A sentence with the verb of a decision and the body that decides, in the order of older prose.
pub static DECIDED: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?x)(?:\b{=decisions.verbs}\s+(?:[\p{L}-]*{=decisions.bodies}|att)\b
          |\b(?:{~decisions.bodies}|[\p{L}-]+{=decisions.bodies})\s+{=decisions.verbs}\b
          |\b{~decisions.passive_verbs}\b
          |\bhade\s[^.]{3,60}?\b{=decisions.supines}\b
          |\bhar\s{=decisions.consequently}\b[^.]{0,60}?\b{=decisions.supines}\b
          |\bhade\s{=decisions.consequently}\b[^.]{0,60}?\b{=decisions.acted_supines}\b)",
    )
});

/// "B e s l ö t s att": the verb set with blanks between its letters.
pub fn closed_up(text: &str) -> Cow<'_, str> {
    SPACED.replace_all(text, |found: &regex::Captures| found[0].replace(' ', ""))
}

pub static SPACED: LazyLock<Regex> = LazyLock::new(|| compile(r"\b\p{L}(?: \p{L}){3,}\b"));

/// Whether a paragraph is a decision's first words, the points of which follow.
pub fn leads(text: &str) -> bool {
    LEAD.is_match(text) || leads_in_capitals(text)
}

/// "OMSORGSNÄMNDEN BESLUTAR" on its own line: always a heading.
pub fn leads_in_capitals(text: &str) -> bool {
    LEAD_IN_CAPITALS.is_match(text)
}

/// Whether a text begins with the words of a decision.
pub fn decides(text: &str) -> bool {
    leads(text) || DECIDES.is_match(text) || ACTS.is_match(text)
}

/// Whether a line that follows a finished sentence decides: there more wordings do.
pub fn decides_anew(text: &str) -> bool {
    decides(text) || PASSIVE.is_match(text) || FILED.is_match(text) || bare_body_acted(text)
}

pub fn is_question(text: &str) -> bool {
    text.ends_with('?')
}

/// The word before the verb of "Fullmäktige utsåg", in small letters.
pub fn actor(text: &str) -> Option<String> {
    ACTED.captures(text).map(|found| found["body"].to_lowercase())
}

/// Whether "Nämnden utsåg" and the like begin a text: a body that is named by its kind alone acts.
pub fn bare_body_acted(text: &str) -> bool {
    text.starts_with(char::is_uppercase) && actor(text).is_some_and(|word| BODIES.has(&word))
}
