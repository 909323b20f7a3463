//! Whether a line tells what happened or says what shall be: minutes do the one, bylaws the other.

use crate::segment::words::pattern::compile;
use regex::Regex;
use std::sync::LazyLock;

static HAPPENED: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?x)\b(?:{~tenses.happened}|{~decisions.verbs}|{~decisions.passive_verbs}|{=decisions.supines}
            |\p{Ll}{2,}{=tenses.past_endings})\b",
    )
});
static SHALL: LazyLock<Regex> = LazyLock::new(|| compile(r"\b{~tenses.shall}\b"));

/// "Till justerare valdes Bo Ek."
pub fn has_happened(text: &str) -> bool {
    HAPPENED.is_match(text)
}

/// "Styrelsen ska bestå av fem ledamöter."
pub fn shall_be(text: &str) -> bool {
    SHALL.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::*;

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
