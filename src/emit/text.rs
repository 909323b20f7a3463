//! The plain text of a document: its corrected pages divided by form feeds, as text editors and
//! `pdftotext` know them, and as a text file is read.

use super::wire::Document;

/// The corrected text of the pages. Every page that has text ends with a line break.
pub fn text(document: &Document) -> String {
    let mut out = String::new();
    for (page_idx, page) in document.pages.iter().enumerate() {
        if page_idx > 0 {
            out.push('\u{c}');
        }
        out.push_str(&page.text);
        if !page.text.is_empty() && !page.text.ends_with('\n') {
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::wire::Page;

    #[test]
    fn a_form_feed_stands_between_pages_and_a_line_break_after_each() {
        let page = |text: &str| Page { text: text.to_owned(), ..Page::default() };
        let document = |pages| Document { pages, ..Document::default() };
        assert_eq!(
            text(&document(vec![page("§ 1\nMötet öppnas"), page(""), page("§ 2\n")])),
            "§ 1\nMötet öppnas\n\u{c}\u{c}§ 2\n"
        );
        assert_eq!(text(&document(Vec::new())), "");
    }
}
