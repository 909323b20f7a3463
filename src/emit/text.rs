//! The plain text of a document: its corrected pages divided by form feeds, as text editors and
//! `pdftotext` know them, and as a text file is read.

use super::points::nfc;
use super::wire::Document;
use crate::page::CorrectedPage;

/// The corrected text of the pages. Every page that has text ends with a line break.
pub fn text(pages: &[CorrectedPage]) -> String {
    joined(pages.iter().map(|page| nfc(page.text())))
}

/// The same of a document that is made already.
pub fn text_of(document: &Document) -> String {
    joined(document.pages.iter().map(|page| &page.text))
}

fn joined(pages: impl Iterator<Item = impl AsRef<str>>) -> String {
    let mut out = String::new();
    for (page_idx, page) in pages.enumerate() {
        let page = page.as_ref();
        if page_idx > 0 {
            out.push('\u{c}');
        }
        out.push_str(page);
        if !page.is_empty() && !page.ends_with('\n') {
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
