//! The rows of a document and the runs of numbers in it as the segmentation sees them, for people who look into it and for
//! what learns from them.

use crate::page::CorrectedPage;
use crate::segment::marks::sheet::Sheet;
use crate::segment::outline::choice::Judged;
use crate::segment::outline::evidence::TERMS;
use crate::segment::outline::zone::Zone;
use crate::segment::outline::zones::{self, zones};
use std::fmt;

/// A row with its zone, its type and what it says at first sight.
#[derive(Clone, Debug)]
pub struct RowView {
    /// Of the document, from 1.
    pub page: u32,
    zone: Zone,
    face: String,
    says: String,
    text: String,
}

/// Every row of a document.
pub fn rows(pages: &[CorrectedPage]) -> Vec<RowView> {
    let sheet = Sheet::new(pages);
    let zones = zones(&sheet);
    let rows = sheet.rows.iter().zip(&zones.of_row).enumerate();
    rows.map(|(at, (row, zone))| {
        let face = sheet.face(at);
        let tenth = |value: Option<f32>| value.map_or("-".to_owned(), |value| format!("{value:.1}"));
        let flags = [
            (face.in_capitals, 'C'),
            (face.is_spaced, 'S'),
            (face.is_underlined, 'U'),
            (face.rule_above, 'a'),
            (face.rule_below, 'b'),
        ];
        let flags: String = flags.iter().filter(|(is, _)| *is).map(|(_, flag)| *flag).collect();
        let weight = face.weight.map_or("-".to_owned(), |weight| format!("{weight:.2}"));
        let face = format!("{:>5} {weight:>5} {:>4} {flags:<5}", tenth(face.size), tenth(face.white_above));
        let mut says: Vec<String> = Vec::new();
        says.extend(row.first().and_then(|piece| piece.mark.bare_label()).map(|(label, _)| format!("{label:?}")));
        says.extend(row.first().and_then(|piece| piece.mark.section()).map(|kind| format!("{kind:?}")));
        says.extend(
            zones.headings.iter().find(|heading| heading.row == at).map(|heading| format!("§{}", heading.number)),
        );
        let page = pages.get(row.page).map_or(0, CorrectedPage::number);
        RowView { page, zone: *zone, face, says: says.join(","), text: row.text().replace('\t', " | ") }
    })
    .collect()
}

/// A run of numbers that may be the items of a document.
#[derive(Clone, Debug)]
pub struct RunView {
    /// Each number, the page of the document from 1 that it stands on, and its row in the document from 0.
    pub headings: Vec<(u32, u32, usize)>,
    /// What speaks for the run, by the names of the statements.
    pub terms: Vec<(&'static str, f32)>,
    /// The statements by their weights: the run with the most is the items.
    pub score: f32,
}

/// The runs of a document, the likeliest first.
pub fn runs(pages: &[CorrectedPage]) -> Vec<RunView> {
    let sheet = Sheet::new(pages);
    let page = |row: usize| sheet.rows.get(row).and_then(|row| pages.get(row.page)).map_or(0, CorrectedPage::number);
    let view = |one: Judged| RunView {
        headings: one.run.headings.iter().map(|heading| (heading.number, page(heading.row), heading.row)).collect(),
        terms: TERMS.iter().copied().zip(one.terms).collect(),
        score: one.score,
    };
    zones::all_runs(&sheet).into_iter().map(view).collect()
}

impl fmt::Display for RunView {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let numbers: Vec<String> = self.headings.iter().map(|(number, page, _)| format!("{number}/{page}")).collect();
        write!(f, "{:>7.2} {}", self.score, numbers.join(" "))
    }
}

impl fmt::Display for RowView {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let RowView { page, zone, face, says, text } = self;
        let zone = format!("{zone:?}");
        write!(f, "{page:>4} {zone:<10} {face} {says:<16} {text}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::OcrPage;

    #[test]
    fn a_row_a_line_with_its_zone() {
        let text = "Närvarande:\tBo Ek\n§ 1\tVal\nBo Ek utses.\n§ 2\tAvslut\nMötet avslutas.";
        let pages = [CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let lines: Vec<String> = rows(&pages).iter().map(RowView::to_string).collect();
        assert_eq!(lines.len(), 5);
        assert!(lines[0].contains("Form") && lines[0].contains("Present"), "{}", lines[0]);
        assert!(
            lines[1].contains("Item(0)") && lines[1].contains("§1") && lines[1].ends_with("§ 1 | Val"),
            "{}",
            lines[1]
        );
    }
}
