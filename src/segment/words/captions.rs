//! What stands before the title of a table.

use crate::segment::words::pattern::compile;
use regex::Regex;
use std::sync::LazyLock;

static CAPTION: LazyLock<Regex> = LazyLock::new(|| compile(r"^\s*{~form.captions}\s+\d{1,2}\s*[.:–-]\s+"));

/// "Närvarande" of "Tabell 2: Närvarande".
pub fn without_caption(text: &str) -> &str {
    // Every label comes through here.
    let may_have_one = text.trim_start().starts_with(['T', 't']);
    let caption = if may_have_one { CAPTION.find(text) } else { None };
    caption.map_or(text, |caption| &text[caption.end()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_of_a_table() {
        assert_eq!(without_caption("Tabell 2: Närvarande"), "Närvarande");
        assert_eq!(without_caption("Tid: 18.30"), "Tid: 18.30");
        assert_eq!(without_caption("Tabell över avgifter"), "Tabell över avgifter");
    }
}
