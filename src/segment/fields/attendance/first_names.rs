//! "Närvarande: Anna, Bo och Kalle B": lists of those who are called by their given names only.

use crate::correct::Lexicon;
use crate::segment::fields::attendance::lists::{ListKind, Lists, push};
use crate::segment::fields::form::blocks::Block;
use crate::segment::fields::person::likeness::likeness;
use crate::segment::fields::person::named::Person;
use crate::segment::marks::sheet::Sheet;
use crate::segment::words::names;
use crate::segment::words::pattern::compile;
use crate::segment::words::text::trim;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

static BETWEEN: LazyLock<Regex> = LazyLock::new(|| compile(r"[,;/&]|\s(?:{=persons.conjunctions})\s"));
/// "Kalle" and "Kalle B".
static GIVEN: LazyLock<Regex> = LazyLock::new(|| compile(r"^\p{Lu}[\p{L}-]+(?:\s\p{Lu}\.?)?$"));

/// Whether a block holds given names and nothing else, two at least.
pub fn is_list(lexicon: &Lexicon, block: &Block) -> bool {
    let texts: Vec<&str> = block.pieces().map(|piece| piece.text.as_str()).collect();
    let parts: Vec<&str> = texts.iter().flat_map(|text| parts(text).into_iter().map(|part| &text[part])).collect();
    let is_given = |part: &&str| {
        let first = part.split(' ').next().unwrap_or("");
        GIVEN.is_match(part) && names::is_given(lexicon, first) && likeness(lexicon, first) >= 0.5
    };
    parts.len() >= 2 && parts.iter().all(is_given)
}

/// Reads such a block.
pub fn read(sheet: &Sheet, block: &Block, kind: ListKind, lists: &mut Lists) {
    // Given names alone vouch for each other.
    lists.place = 2.0;
    for piece in block.pieces() {
        let flow = sheet.flow_of(piece);
        for name in parts(&flow.text) {
            push(sheet.pages, &flow, Person { whole: name.clone(), name, ..Person::default() }, kind, lists);
        }
    }
}

fn parts(text: &str) -> Vec<Range<usize>> {
    let mut starts = vec![0];
    let mut ends = Vec::new();
    for found in BETWEEN.find_iter(text) {
        ends.push(found.start());
        starts.push(found.end());
    }
    ends.push(text.len());
    let parts = starts.into_iter().zip(ends).map(|(start, end)| trim(text, start..end, &['.', '•', '-', '–', '*']));
    parts.filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};
    use crate::segment::words::labels::Label;

    #[test]
    fn given_names_and_nothing_else() {
        let lexicon = Lexicon::builtin();
        let is = |text: &str| {
            let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
            let sheet = Sheet::new(&pages);
            let values = sheet.rows.iter().enumerate().map(|(at, row)| (at, row.pieces.clone())).collect();
            is_list(&lexicon, &Block { label: Label::Present, head: Vec::new(), values, row: 0, inline: false })
        };
        assert!(is("Anna, Bo, Kalle B och Lisa") && is("Anna\nBo\nKalle"));
        assert!(!is("Anna Berg, Bo Ek") && !is("Anna") && !is("Dagordning, Protokoll") && !is("Anna, styrelsen"));
    }
}
