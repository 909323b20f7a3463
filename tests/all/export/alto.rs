//! ALTO, read back.

use super::{attribute, elements, export, is_valid};
use crate::util::{files, fixtures_run};

#[test]
fn every_page_is_valid_and_has_the_words_of_the_document() {
    let (dir, run) = fixtures_run(&[]);
    export(&run, &["--to", "alto"]).code(0);
    let out = dir.path().join("out-export/alto");
    let written = files(&out);
    let documents = super::documents_by_input(&run);
    let (mut n_words, mut n_corrected, mut n_divided) = (0, 0, 0);
    for (input, document) in &documents {
        for page in document.pages.iter().filter(|page| page.width.is_some()) {
            let file = String::from_utf8(written[&format!("{input}/{:04}.xml", page.number)].clone()).unwrap();
            let mut words: Vec<String> = Vec::new();
            let mut corrected = 0;
            for element in elements(&file) {
                match element.name.as_str() {
                    "String" => words.push(attribute(&element, "CONTENT")),
                    "HYP" => words.last_mut().unwrap().push_str(&attribute(&element, "CONTENT")),
                    "ALTERNATIVE" => corrected += 1,
                    "Page" => assert_eq!(attribute(&element, "WIDTH"), page.width.unwrap().to_string()),
                    _ => {}
                }
                n_divided += usize::from(element.name == "HYP");
            }
            assert_eq!(words, page.text.split_whitespace().collect::<Vec<_>>(), "{input} page {}", page.number);
            n_words += words.len();
            n_corrected += corrected;
        }
        // Each item has its label and title on the page on which it begins.
        for item in document.items.iter().filter(|_| document.pages[0].width.is_some()) {
            let file = String::from_utf8(written[&format!("{input}/{:04}.xml", item.page_first)].clone()).unwrap();
            let tags: Vec<String> = elements(&file)
                .into_iter()
                .filter(|element| element.name == "StructureTag")
                .map(|element| attribute(&element, "LABEL"))
                .collect();
            let title = item.title.clone().unwrap_or_default();
            assert!(tags.iter().any(|tag| tag.ends_with(&title)), "{input} {}: {tags:?}", item.id);
        }
    }
    assert!(n_words > 3000 && n_corrected > 30 && n_divided > 5, "{n_words}, {n_corrected}, {n_divided}");
    is_valid("alto-4-4.xsd", &out);
}

#[test]
fn items_hold_their_lines_and_no_running_heads() {
    let (dir, run) = fixtures_run(&[]);
    export(&run, &["--to", "alto"]).code(0);
    let (mut n_in, mut n_out) = (0, 0);
    for (_, bytes) in files(&dir.path().join("out-export/alto")) {
        let mut is_in = false;
        for element in elements(&String::from_utf8(bytes).unwrap()) {
            match element.name.as_str() {
                "ComposedBlock" => is_in = true,
                "/ComposedBlock" => is_in = false,
                "TextLine" if is_in => n_in += 1,
                "TextLine" => n_out += 1,
                _ => {}
            }
        }
    }
    // Front pages, lists of those present, signatures and running heads are no part of items.
    assert!(n_in > 200 && n_out > 100, "{n_in} lines in items, {n_out} others");
}
