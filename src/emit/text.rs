//! The plain text of a document: its corrected pages divided by form feeds, as text editors and
//! `pdftotext` know them, and as a text file is read.

use super::points::nfc;
use crate::page::CorrectedPage;

/// The corrected text of the pages. Every page that has text ends with a line break.
pub fn text(pages: &[CorrectedPage]) -> String {
    let mut out = String::new();
    for (page_idx, page) in pages.iter().enumerate() {
        if page_idx > 0 {
            out.push('\u{c}');
        }
        out.push_str(&nfc(page.text()));
        if !page.text().is_empty() && !page.text().ends_with('\n') {
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::OcrPage;

    #[test]
    fn a_form_feed_stands_between_pages_and_a_line_break_after_each() {
        let page = |number, text| CorrectedPage::new(OcrPage::from_text(number, text), Vec::new());
        assert_eq!(
            text(&[page(1, "§ 1\nMötet öppnas"), page(2, ""), page(3, "§ 2\n")]),
            "§ 1\nMötet öppnas\n\u{c}\u{c}§ 2\n"
        );
        assert_eq!(text(&[]), "");
    }
}
