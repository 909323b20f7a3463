//! The headings of sections: those that everyone prints, and those that a document shows by printing them in item after item.

use crate::protocol::SectionKind;
use crate::segment::labels::{self, fold};
use crate::segment::paragraphs::BodyRow;
use std::collections::{BTreeMap, BTreeSet};

/// Words that end a word of a document's own headings, and what stands under them. The first that fits counts.
#[rustfmt::skip]
const ENDINGS: &[(SectionKind, &[&str])] = &[
    (SectionKind::Reservation, &["reservation", "reservationer"]),
    (SectionKind::Statement, &["yttrande", "protokollsanteckning", "röstförklaring", "protokollsanteckningar"]),
    (SectionKind::Documents, &["underlag", "handlingar"]),
    (SectionKind::Motions, &["yrkande", "yrkanden"]),
    (SectionKind::Order, &["proposition", "propositionsordning", "beslutsgång"]),
    (SectionKind::Vote, &["omröstning", "votering"]),
    (SectionKind::Disqualification, &["jäv"]),
    (SectionKind::Proposal, &["förslag"]),
    (SectionKind::Decision, &["beslut"]),
    (SectionKind::Background, &["bakgrund", "beskrivning", "redogörelse", "historik"]),
    (SectionKind::Summary, &["sammanfattning"]),
];

/// The same anywhere in the words that say to whom a decision goes.
const SENT: &[&str] = &[
    "expedier",
    "utdrag",
    "för kännedom",
    "delges",
    "delgiv",
    "skickas till",
    "sänds till",
    "sändes till",
    "kopia till",
    "meddelas",
    "avskrift till",
];

/// The headings of one document.
#[derive(Clone, Debug, Default)]
pub struct Headings {
    own: BTreeMap<String, SectionKind>,
}

impl Headings {
    /// Looks for short lines, or beginnings of lines before a colon, that two items or more print and that have a heading's word.
    pub fn learned<'a>(items: impl IntoIterator<Item = &'a [BodyRow]>) -> Self {
        let mut n_items: BTreeMap<String, usize> = BTreeMap::new();
        for rows in items {
            let mut seen: BTreeSet<String> = BTreeSet::new();
            // The last line of an item heads nothing.
            for (at, row) in rows.iter().enumerate() {
                let [piece] = row.pieces.as_slice() else { continue };
                let (head, tail) = piece.text.split_once(':').unwrap_or((piece.text.as_str(), ""));
                if (at + 1 < rows.len() || !tail.trim().is_empty()) && may_head(head) {
                    seen.insert(fold(head));
                }
            }
            for head in seen {
                *n_items.entry(head).or_default() += 1;
            }
        }
        let kinds = n_items.into_iter().filter(|(_, n)| *n >= 2);
        Headings {
            own: kinds.filter_map(|(head, _)| Some((kind_by_word(&head)?, head))).map(|(k, h)| (h, k)).collect(),
        }
    }

    /// The kind of section that a line, or the words before a colon, opens.
    pub fn kind_of(&self, text: &str) -> Option<SectionKind> {
        labels::heading_of(text).or_else(|| {
            let text = text.trim().trim_end_matches(':');
            may_head(text).then(|| self.own.get(&fold(text)).copied()).flatten()
        })
    }
}

fn may_head(text: &str) -> bool {
    let text = text.trim();
    (1..=4).contains(&text.split_whitespace().count())
        && text.starts_with(char::is_uppercase)
        && !text.ends_with(['.', ',', ';', '?', '-'])
        && !text.contains(|c: char| c.is_ascii_digit() || matches!(c, '(' | ')'))
}

fn kind_by_word(head: &str) -> Option<SectionKind> {
    if SENT.iter().any(|words| head.contains(words)) {
        return Some(SectionKind::Distribution);
    }
    let ends = |ending: &&str| head.split(' ').any(|word| word.ends_with(*ending));
    ENDINGS.iter().find(|(_, endings)| endings.iter().any(ends)).map(|(kind, _)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};
    use crate::segment::paragraphs::whole_row;
    use crate::segment::sheet::Sheet;

    #[test]
    fn a_line_with_the_word_in_two_items_is_a_heading() {
        let text =
            "Nämnden godkänner den.\nUtdrag för kännedom\nSökanden\nNämnden avslår den.\nUtdrag för kännedom\nKansliet";
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        let rows: Vec<BodyRow> = sheet.rows.iter().enumerate().map(|(at, row)| whole_row(at, row)).collect();
        let both = Headings::learned([&rows[..3], &rows[3..]]);
        assert_eq!(both.kind_of("Utdrag för kännedom"), Some(SectionKind::Distribution));
        assert_eq!(both.kind_of("Sökanden"), None);
        assert_eq!(Headings::learned([&rows[..3]]).kind_of("Utdrag för kännedom"), None);
    }
}
