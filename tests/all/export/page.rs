//! PAGE XML, read back.

use super::{attribute, elements, export, is_valid};
use crate::util::{files, fixtures_run};

#[test]
fn every_page_is_valid_and_has_both_texts() {
    let (dir, run) = fixtures_run(&[]);
    export(&run, &["--to", "page"]).code(0);
    let out = dir.path().join("out-export/page");
    let written = files(&out);
    let (mut n_words, mut n_corrected, mut n_headings) = (0, 0, 0);
    for (input, document) in super::documents_by_input(&run) {
        for page in document.pages.iter().filter(|page| page.width.is_some()) {
            let file = String::from_utf8(written[&format!("{input}/{:04}.xml", page.number)].clone()).unwrap();
            let (mut words, mut read) = (Vec::new(), Vec::new());
            let (mut is_word, mut index) = (false, String::new());
            for element in elements(&file) {
                match element.name.as_str() {
                    "Word" => is_word = true,
                    "/Word" => is_word = false,
                    "TextEquiv" if is_word => index = attribute(&element, "index"),
                    "Unicode" if is_word && index == "0" => words.push(element.text),
                    "Unicode" if is_word => read.push(element.text),
                    "TextRegion" => n_headings += usize::from(attribute(&element, "type") == "heading"),
                    _ => {}
                }
            }
            assert_eq!(words, page.text.split_whitespace().collect::<Vec<_>>(), "{input} page {}", page.number);
            assert!(read.iter().all(|read| page.original_text.contains(read.as_str())), "{input}: {read:?}");
            n_words += words.len();
            n_corrected += read.len();
        }
    }
    assert!(n_words > 3000 && n_corrected > 30 && n_headings > 50, "{n_words}, {n_corrected}, {n_headings}");
    is_valid("page-2019-07-15.xsd", &out);
}
