//! Whom a substitute replaces.

use crate::segment::words::forms::Words;
use crate::segment::words::pattern::compile;
use regex::Regex;
use std::sync::LazyLock;

/// "för" alone, which stands before many things besides the one who is replaced.
pub static FOR: Words = Words::new("persons.for");

/// How the words for a substitute begin, in whatever form.
pub static SUBSTITUTE_STEMS: Words = Words::new("persons.substitute_stems");

pub static REPLACES: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?ix)^(?:{=persons.relatives}\s+)?(?:
            (?:{=persons.serves_short}|{=persons.serve_stems}[^\s,]{0,12})(?:\s+(?:som\s+)?{=persons.substitutes})?
                \s+(?:{=persons.for}|{=persons.for_short}|{=persons.instead})
          | (?:som\s+)?{=persons.substitutes}\s+(?:{=persons.for}|{=persons.for_short}|{=persons.instead})
          | {=persons.replace_verbs}
          | {=persons.called}\s+(?:{=persons.instead}|{=persons.for})
          | (?:{=persons.serve_verbs}\s+)?{=persons.instead}
          | {=persons.for}
        )\s+",
    )
});

/// Whether a text breaks off at words that say whom someone replaces: the name is still to come.
pub fn breaks_off(text: &str) -> bool {
    BREAKS_OFF.is_match(text)
}

static BREAKS_OFF: LazyLock<Regex> =
    LazyLock::new(|| compile(r"\s(?:{=persons.for}|{=persons.for_short}|{=persons.replace_verbs})$"));

/// How many bytes the words take that say that someone is replaced.
pub fn replaces_len(text: &str) -> Option<usize> {
    REPLACES.find(text).map(|found| found.end())
}
