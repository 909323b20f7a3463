//! The headings of sections: those that everyone prints, and those that a document shows by printing them in item after item.

use crate::protocol::SectionKind;
use crate::segment::fields::item::body::BodyRow;
use crate::segment::marks::sheet::Piece;
use crate::segment::words::forms::Words;
use crate::segment::words::labels;
use crate::segment::words::text::fold;
use std::collections::{BTreeMap, BTreeSet};

/// Words that end a word of a document's own headings, and what stands under them. The first that fits counts.
static ENDINGS: [(SectionKind, Words); 11] = [
    (SectionKind::Reservation, Words::new("sections.reservation")),
    (SectionKind::Statement, Words::new("sections.statement")),
    (SectionKind::Documents, Words::new("sections.documents")),
    (SectionKind::Motions, Words::new("sections.motions")),
    (SectionKind::Order, Words::new("sections.order")),
    (SectionKind::Vote, Words::new("sections.vote")),
    (SectionKind::Disqualification, Words::new("sections.disqualification")),
    (SectionKind::Proposal, Words::new("sections.proposal")),
    (SectionKind::Decision, Words::new("sections.decision")),
    (SectionKind::Background, Words::new("sections.background")),
    (SectionKind::Summary, Words::new("sections.summary")),
];

/// The same anywhere in the words that say to whom a decision goes.
static SENT: Words = Words::new("sections.distribution");

/// The headings of one document.
#[derive(Clone, Debug, Default)]
pub struct Headings {
    own: BTreeMap<String, SectionKind>,
}

impl Headings {
    /// Looks for short lines, or beginnings of lines before a colon, that two items or more print and that have a heading's word;
    /// and for short words beside the text where the other headings stand.
    pub fn learned<'a>(items: impl IntoIterator<Item = &'a [BodyRow]>) -> Self {
        let items: Vec<&[BodyRow]> = items.into_iter().collect();
        let mut n_items: BTreeMap<String, usize> = BTreeMap::new();
        for rows in &items {
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
        let mut own: BTreeMap<String, SectionKind> =
            kinds.filter_map(|(head, _)| Some((kind_by_word(&head)?, head))).map(|(k, h)| (h, k)).collect();
        for head in in_margin(&items) {
            own.entry(head.clone()).or_insert(kind_by_word(&head).unwrap_or(SectionKind::Other));
        }
        Headings { own }
    }

    /// The kind of section that a line, or the words before a colon, opens.
    pub fn kind_of(&self, text: &str) -> Option<SectionKind> {
        labels::heading_of(text).or_else(|| {
            let text = text.trim().trim_end_matches(':');
            may_head(text).then(|| self.own.get(&fold(text)).copied()).flatten()
        })
    }
}

/// Rows with a heading that everyone prints in the margin, from which on a document has its headings there.
const MARGIN_HEADINGS: usize = 4;

/// "Skäl" in the margin beside its text, where "Ärendet" and "Beslut" stand beside theirs.
fn in_margin(items: &[&[BodyRow]]) -> BTreeSet<String> {
    let beside = items.iter().flat_map(|rows| rows.iter()).filter_map(|row| match row.pieces.as_slice() {
        [head, text] if may_head(&head.text) => Some((head, text)),
        _ => None,
    });
    let (known, others): (Vec<_>, Vec<_>) = beside.partition(|(head, _)| head.mark.section().is_some());
    let stands_so = |a: &(&Piece, &Piece), b: &(&Piece, &Piece)| {
        let near = 2 * a.0.bbox.height();
        (a.0.bbox.x0 - b.0.bbox.x0).abs() <= near && (a.1.bbox.x0 - b.1.bbox.x0).abs() <= near
    };
    let is_head =
        |one: &(&Piece, &Piece)| known.iter().filter(|other| stands_so(one, other)).count() >= MARGIN_HEADINGS;
    others.iter().filter(|one| is_head(one)).map(|(head, _)| fold(&head.text)).collect()
}

fn may_head(text: &str) -> bool {
    let text = text.trim();
    (1..=4).contains(&text.split_whitespace().count())
        && text.starts_with(char::is_uppercase)
        && !text.ends_with(['.', ',', ';', '?', '-'])
        && !text.contains(|c: char| c.is_ascii_digit() || matches!(c, '(' | ')'))
}

fn kind_by_word(head: &str) -> Option<SectionKind> {
    if SENT.within(head) {
        return Some(SectionKind::Distribution);
    }
    ENDINGS.iter().find(|(_, endings)| head.split(' ').any(|word| endings.end(word))).map(|(kind, _)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};
    use crate::segment::fields::item::body::whole_row;
    use crate::segment::marks::sheet::Sheet;

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

    #[test]
    fn words_in_the_margin_where_the_headings_stand() {
        let text = "Ärendet      Tre anbud har kommit in.\nBeslut       Anbudet antas.\nÄrendet      Banken ber om lov.\n\
                    Beslut       Ärendet återremitteras.\nSkäl         Det saknas en ritning.\nAlm     3 röster";
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        let rows: Vec<BodyRow> = sheet.rows.iter().enumerate().map(|(at, row)| whole_row(at, row)).collect();
        let headings = Headings::learned([&rows[..]]);
        assert_eq!(headings.kind_of("Skäl"), Some(SectionKind::Other));
        assert_eq!(headings.kind_of("Alm"), None);
        assert_eq!(Headings::learned([&rows[2..]]).kind_of("Skäl"), None);
    }
}
