//! For which §§ and hours a person was there, as the words beside a name say it.
//!
//! `§§ 130-133`, `ej 13`, `fr.o.m. § 47`, `8:15-11:30`. What a limit leaves of the meeting's own §§ is
//! settled by `presence`, which knows them all.

use crate::protocol::Paragraphs;
use crate::segment::words::dates::times;
use crate::segment::words::names;
use crate::segment::words::pattern::compile;
use jiff::civil::Time;
use regex::Regex;
use std::sync::LazyLock;

#[derive(Clone, Debug, PartialEq)]
pub enum Scope {
    Within(Paragraphs),
    /// "ej 13": all but these.
    Without(Paragraphs),
    From(u32),
    Until(u32),
    Hours(Option<Time>, Option<Time>),
}

const SIGN: &str =
    r"(?:§\s?§?|{=misreadings.section_sign}{1,2}|{=misreadings.section_signs}|S\b|{=numbers.counted_items})";
const LIST: &str = r"\d{1,4}(?:\s*[-–—]{1,2}\s*\d{1,4})?(?:\s*(?:,|{=numbers.conjunctions})\s*(?:§§?\s*)?\d{1,4}(?:\s*[-–—]{1,2}\s*\d{1,4})?)*";
/// "närv. ", "närvarande ".
const PRESENT: &str = r"{=numbers.present_stems}\w*\.?\s+";

static WITHIN: LazyLock<Regex> = LazyLock::new(|| {
    compile(&format!(
        r"(?i)^(?:{PRESENT}|{{=numbers.attending}}\s+)?(?:{SIGN}\s*)({LIST})(?P<open>\s*[-–—](?:\s*$|\s*[,)]))?"
    ))
});
static BARE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^(\d{1,3}(?:\s*[-–]{1,2}\s*\d{1,3})?(?:\s*(?:,|{=numbers.conjunctions})\s*\d{1,3}(?:\s*[-–]{1,2}\s*\d{1,3})?)*)\s*$",
    )
});
static WITHOUT: LazyLock<Regex> = LazyLock::new(|| {
    compile(&format!(
        r"(?i)^(?:ej\s+{{=numbers.attending_stems}}\w+(?:\s+i)?|{{=numbers.excepting}}\.?)\s+(?:{SIGN}\s*)?({LIST})"
    ))
});
static FROM: LazyLock<Regex> = LazyLock::new(|| {
    compile(&format!(
        r"(?ix)^(?:{PRESENT})?(?:{{.dates.since}}|{{=numbers.arriving}}(?:\s+{{=attendance.at}})?)\s+(?:{SIGN}\s*)(\d{{1,4}})
            (?:\s*(?:[-–—]|{{.dates.until}})\s*(?:{SIGN}\s*)?(\d{{1,4}}))?"
    ))
});
static UNTIL: LazyLock<Regex> =
    LazyLock::new(|| compile(&format!(r"(?i)^(?:{PRESENT})?{{.dates.until}}\s+(?:{SIGN}\s*)(\d{{1,4}})")));
static HOUR_WORD: LazyLock<Regex> = LazyLock::new(|| {
    compile(&format!(
        r"(?ix)^(?:{PRESENT})?
            (?P<word>{{.dates.since}}|{{=numbers.arriving}}|(?P<ends>{{.dates.until}}|{{=numbers.leaving}}))?
            \s*(?:{{=dates.clock}}\.?)?\s*(?:\d{{1,2}}[.:]\d{{2}}|\d{{1,2}}\b)"
    ))
});

/// The scope that a text begins with, and how many bytes it takes.
pub fn at_start(text: &str) -> Option<(usize, Scope)> {
    if let Some(found) = WITHOUT.captures(text) {
        return Some((found.get(0)?.end(), Scope::Without(names::ranges(&found[1])?)));
    }
    if let Some(found) = FROM.captures(text) {
        let first: u32 = found[1].parse().ok()?;
        let last: Option<u32> = found.get(2).and_then(|last| last.as_str().parse().ok());
        let scope = match last {
            Some(last) if last >= first => Scope::Within(vec![(first, last)]),
            _ => Scope::From(first),
        };
        return Some((found.get(0)?.end(), scope));
    }
    if let Some(found) = UNTIL.captures(text) {
        return Some((found.get(0)?.end(), Scope::Until(found[1].parse().ok()?)));
    }
    if let Some(found) = WITHIN.captures(text) {
        let ranges = names::ranges(&found[1])?;
        // "§§ 47-": from there to the end.
        if let (Some(open), [(first, last)]) = (found.name("open"), ranges.as_slice())
            && first == last
        {
            return Some((open.start() + open.as_str().trim_end_matches([',', ')', ' ']).len(), Scope::From(*first)));
        }
        return Some((found.get(1)?.end(), Scope::Within(ranges)));
    }
    hours(text)
}

/// `kl 8.15-11.30`, `8:15-11:30`, `till kl 14`.
fn hours(text: &str) -> Option<(usize, Scope)> {
    let found = HOUR_WORD.captures(text)?;
    let ends = found.name("ends").is_some();
    let clock =
        times(text).into_iter().next().filter(|clock| clock.range.start < found.get(0).map_or(0, |m| m.end()))?;
    // A bare figure is an hour only as a span or after "kl".
    if found.name("word").is_none() && clock.end.is_none() && !text.to_lowercase().starts_with("kl") {
        return None;
    }
    let scope = match (clock.start, clock.end) {
        (start, None) if ends => Scope::Hours(None, start),
        (start, end) => Scope::Hours(start, end),
    };
    Some((clock.range.end, scope))
}

/// §§ without their sign, as the whole of a text: `13-16`, `72 och 83`.
pub fn bare(text: &str) -> Option<Paragraphs> {
    BARE.captures(text).and_then(|found| names::ranges(&found[1]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::time;

    #[test]
    fn scopes_in_many_forms() {
        let scope = |text: &str| at_start(text).map(|(_, scope)| scope);
        assert_eq!(scope("§§ 130-133, 140"), Some(Scope::Within(vec![(130, 133), (140, 140)])));
        assert_eq!(scope("ej 72 och 83"), Some(Scope::Without(vec![(72, 72), (83, 83)])));
        assert_eq!(scope("ej § 13"), Some(Scope::Without(vec![(13, 13)])));
        assert_eq!(scope("ej närvarande § 13"), Some(Scope::Without(vec![(13, 13)])));
        assert_eq!(scope("fr.o.m. § 47"), Some(Scope::From(47)));
        assert_eq!(scope("fr o m § 47 t o m § 50"), Some(Scope::Within(vec![(47, 50)])));
        assert_eq!(scope("§§ 47-"), Some(Scope::From(47)));
        assert_eq!(scope("t o m § 50"), Some(Scope::Until(50)));
        assert_eq!(scope("8:15-11:30"), Some(Scope::Hours(Some(time(8, 15, 0, 0)), Some(time(11, 30, 0, 0)))));
        assert_eq!(scope("till kl 14.30"), Some(Scope::Hours(None, Some(time(14, 30, 0, 0)))));
        assert_eq!(scope("kl 9.00"), Some(Scope::Hours(Some(time(9, 0, 0, 0)), None)));
        assert_eq!(scope("ej tjänstgörande ersättare"), None);
        assert_eq!(scope("till förmån"), None);
        assert_eq!(scope("ekonomichef"), None);
        assert_eq!(bare("72 och 83"), Some(vec![(72, 72), (83, 83)]));
        assert_eq!(bare("2:e vice"), None);
    }
}
