//! Who is named beside one who is there: by whose proxy that one votes, and who came along.

use crate::segment::words::pattern::compile;
use regex::Regex;
use std::sync::LazyLock;

/// "enl. fullmakt för ", "med fullmakt från ", "ombud för ".
static PROXY: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"(?i)\b{=attendance.proxies}\s+(?:{=persons.for}|{=attendance.of_whom})\s+(?:\p{Ll}+\s+){0,2}$")
});
static ASSISTED: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)\b{=attendance.assisted}\s+(?:\p{Ll}+\s+){0,2}$"));

/// Whether the name behind these words is that of one who is away and has given a proxy.
pub fn is_represented(before: &str) -> bool {
    PROXY.is_match(before)
}

/// Whether it is that of one who came along with the one before.
pub fn is_companion(before: &str) -> bool {
    ASSISTED.is_match(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_gives_a_proxy_is_away_and_who_assists_is_there() {
        for before in ["Bo Ek – enl. fullmakt för ", "Bo Ek (med fullmakt från ", "Bo Ek, ombud för fru "] {
            assert!(is_represented(before), "{before}");
        }
        assert!(!is_represented("Bo Ek och ") && !is_represented("Bo Ek lämnade fullmakt. "));
        assert!(is_companion("Bo Ek (biträdd av ") && !is_companion("Bo Ek, "));
    }
}
