//! Whom a substitute replaces.

use crate::segment::words::pattern::compile;
use regex::Regex;
use std::sync::LazyLock;

pub static REPLACES: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?ix)^(?:(?:som|hv?ilken|vilken|vilka|den\s+sistnämnde\s+såsom|den\s+senare\s+såsom|såsom)\s+)?(?:
            tj(?:änst)?g?(?:\.|jör|jorde|jör\ som)?(?:\s+(?:ers(?:ättare|\.)?|suppl(?:eant|\.)?))?\s+(?:för|f\.?)
          | tj[aä]nstg[^\s,]{0,12}(?:\s+(?:ersättare|suppleant))?\s+(?:för|i\s+stället\s+för)
          | (?:som\s+)?(?:ers(?:ättare|\.)?|suppl(?:eant|\.)?)\s+(?:för|f\.?|i\s+stället\s+för)
          | ersätter | ersatter | ersätte[rn]
          | (?:inkallats?|inkallad|kallats?|kallad|inträtt)\s+(?:i\s+stället\s+för|för)
          | (?:tjänstgjorde\s+|tjänstgör\s+|inträdde\s+|inträder\s+)?(?:i\s+stället\s+för|istället\s+för|i\s+st\.?\s*f(?:\.|ör)?|istf\.?)
          | för
        )\s+",
    )
});

/// How many bytes the words take that say that someone is replaced.
pub fn replaces_len(text: &str) -> Option<usize> {
    REPLACES.find(text).map(|found| found.end())
}
