//! Whether a line tells what happened or says what shall be: minutes do the one, bylaws the other.

use crate::segment::words::forms::Words;
use crate::segment::words::pattern::compile;
use regex::Regex;
use std::sync::LazyLock;

static HAPPENED: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?x)\b(?:{~tenses.happened}|{~decisions.verbs}|{~decisions.passive_verbs}|{=decisions.supines}
            |\p{L}{2,}{=tenses.past_endings})\b",
    )
});
static IS_SAID: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?x)\b(?:{~tenses.happened}|{~tenses.present}|{~decisions.verbs}|{~decisions.passive_verbs}|{=decisions.supines}
            |\p{L}{2,}{=tenses.past_endings}|\p{L}{3,}{=tenses.present_endings}
            |\p{Ll}{2,}(?:[\p{Ll}--[n]]as|[\p{Ll}--[er]]nas))\b",
    )
});
/// "Frågan om bron upptogs.": the verb of the sentence stands last.
static ENDS_IN_VERB: LazyLock<Regex> =
    LazyLock::new(|| compile(r"\p{Ll}{2,}{=tenses.passive_endings}\s?(?:\.(?:\s|$)|$)"));
/// "Med anledning av frågan om bron lämnade ...": what comes before the verb is no name of a matter.
static BEGINS_ASIDE: LazyLock<Regex> = LazyLock::new(|| compile(r"^{+tenses.fronting}\s"));
/// Nouns that end as verbs do: "badplats", "mötes".
static NOUNS: Words = Words::new("tenses.nouns");
/// What stands right behind one of them belongs to a noun: "motion om höjda avgifter".
static PREPOSITIONS: Words = Words::new("tenses.prepositions");
/// Where a clause begins that hangs on the words before it.
static SUBORDINATE: LazyLock<Regex> = LazyLock::new(|| compile(r"\s(?:{=tenses.subordinators})\s"));
static SHALL: LazyLock<Regex> = LazyLock::new(|| compile(r"\b{~tenses.shall}\b"));

/// "Till justerare valdes Bo Ek."
pub fn has_happened(text: &str) -> bool {
    HAPPENED.is_match(text)
}

/// Whether a text has a verb that says something: "Mötet öppnas" does, "Fråga om mötet har utlysts" does not.
pub fn is_said(text: &str) -> bool {
    let text = text.trim();
    let clause = SUBORDINATE.find(text).filter(|found| found.start() > 0 && !BEGINS_ASIDE.is_match(text));
    let main = clause.map_or(text, |found| &text[..found.start()]);
    let is_verb = |found: regex::Match| {
        let before = main[..found.start()].split_whitespace().last().unwrap_or("");
        !NOUNS.end(&found.as_str().to_lowercase()) && !PREPOSITIONS.has(before)
    };
    IS_SAID.find_iter(main).any(is_verb)
        || ENDS_IN_VERB.is_match(text)
        || text.ends_with('.') && HAPPENED.is_match(text)
}

/// "Styrelsen ska bestå av fem ledamöter."
pub fn shall_be(text: &str) -> bool {
    SHALL.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_says_nothing() {
        for said in [
            "Mötet öppnas",
            "Bo Ek hälsar alla välkomna",
            "Rapporten är klar",
            "Dagordningen godkännes",
            "Frågan diskuteras",
            "Avgiften beräknas till 200 kr",
            "Frågan om belysning vid bryggan upptogs",
            "Med anledning av en fråga om bryggan lämnade Bo Ek en redogörelse",
            "Förslaget till avgifter för 1996 gicks igenom",
        ] {
            assert!(is_said(said), "{said}");
        }
        for heading in [
            "Mötets öppnande",
            "Medlemmarnas frågor",
            "Styrelsernas arvoden",
            "Fråga om stämman har utlysts",
            "Val av två personer som ska justera",
            "Lärarnas löner",
            "Motion angående utökade tider i hallen",
            "Byns badplats",
        ] {
            assert!(!is_said(heading), "{heading}");
        }
    }

    #[test]
    fn minutes_tell_and_bylaws_order() {
        for told in [
            "Till justerare valdes Bo Ek.",
            "Mötet öppnades av ordföranden.",
            "Ordföranden hälsade alla välkomna.",
            "Nämnden beslutar att",
            "Styrelsen beviljades ansvarsfrihet",
        ] {
            assert!(has_happened(told) && !shall_be(told), "{told}");
        }
        for other in ["Val av justerare", "Föreningens namn är Storby IF.", "Bo Ek"] {
            assert!(!has_happened(other), "{other}");
        }
        assert!(shall_be("Styrelsen ska bestå av fem ledamöter") && shall_be("Medlem äger rätt att rösta"));
    }
}
