//! Who is named beside one who is there: by whose proxy that one votes, and who came along.

use crate::segment::words::pattern::compile;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// "enl. fullmakt för ", "med fullmakt från ", "ombud för ".
static PROXY: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"(?i)\b{=attendance.proxies}\s+(?:{=persons.for}|{=attendance.of_whom})\s+(?:\p{Ll}+\s+){0,2}$")
});
static ASSISTED: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)\b{=attendance.assisted}\s+(?:\p{Ll}+\s+){0,2}$"));

static COMPANY: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)\b{=attendance.assisted}\s+"));

/// "Bolaget AB, genom ".
static ON_BEHALF: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^(?P<owner>\p{Lu}[^,]{2,60}?),?\s+(?:{=attendance.on_behalf})\s+"));

/// Where the person of "Bolaget AB, genom Bo Ek" begins, and where the name of whom that one speaks for ends.
pub fn on_behalf(text: &str) -> Option<(usize, usize)> {
    let found = ON_BEHALF.captures(text)?;
    Some((found.get(0)?.end(), found.name("owner")?.end()))
}

/// Whether the name behind these words is that of one who is away and has given a proxy.
pub fn is_represented(before: &str) -> bool {
    PROXY.is_match(before)
}

/// Whether it is that of one who came along with the one before.
pub fn is_companion(before: &str) -> bool {
    ASSISTED.is_match(before)
}

/// A text cut where those are named who came along: "Eva Ek (biträdd av " and "Bo Ros)".
pub fn cut_at_companions(text: &str) -> Vec<Range<usize>> {
    let ends = COMPANY.find_iter(text).map(|found| found.end());
    let starts: Vec<usize> = std::iter::once(0).chain(ends).collect();
    let next = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(next).map(|(start, end)| *start..end).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_speaks_for_whom() {
        let split = |text: &'static str| on_behalf(text).map(|(start, owner)| (&text[..owner], &text[start..]));
        assert_eq!(split("Storby kommun, genom Bo Ek"), Some(("Storby kommun", "Bo Ek")));
        assert_eq!(split("Bolaget AB genom ombudet Eva Ros"), Some(("Bolaget AB", "Eva Ros")));
        assert_eq!(split("Bo Ek, genomgående lån"), None);
    }

    #[test]
    fn who_gives_a_proxy_is_away_and_who_assists_is_there() {
        for before in ["Bo Ek – enl. fullmakt för ", "Bo Ek (med fullmakt från ", "Bo Ek, ombud för fru "] {
            assert!(is_represented(before), "{before}");
        }
        assert!(!is_represented("Bo Ek och ") && !is_represented("Bo Ek lämnade fullmakt. "));
        assert!(is_companion("Bo Ek (biträdd av ") && !is_companion("Bo Ek, "));
        let text = "Eva Ek (biträdd av Bo Ros)";
        let cut: Vec<&str> = cut_at_companions(text).into_iter().map(|part| &text[part]).collect();
        assert_eq!(cut, ["Eva Ek (biträdd av ", "Bo Ros)"]);
    }
}
