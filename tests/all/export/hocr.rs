//! hOCR, read back.

use super::{attribute, elements, export};
use crate::util::{files, fixtures_run};
use std::process::Command;

#[test]
fn words_stand_in_lines_and_the_lines_on_pages() {
    let (dir, run) = fixtures_run(&[]);
    export(&run, &["--to", "hocr"]).code(0);
    let out = dir.path().join("out-export/hocr");
    let written = files(&out);
    let mut n_read = 0;
    for (input, document) in super::documents_by_input(&run) {
        if document.pages.iter().all(|page| page.width.is_none()) {
            assert!(!written.contains_key(&format!("{input}.hocr")), "a text file has no places");
            continue;
        }
        let file = String::from_utf8(written[&format!("{input}.hocr")].clone()).unwrap();
        let (mut words, mut n_pages) = (Vec::new(), 0);
        for element in elements(&file) {
            match attribute(&element, "class").as_str() {
                "ocr_page" => n_pages += 1,
                "ocrx_word" => {
                    n_read += usize::from(attribute(&element, "title").contains("; x_read "));
                    words.push(element.text);
                }
                _ => {}
            }
        }
        let pages: Vec<_> = document.pages.iter().filter(|page| page.width.is_some()).collect();
        if !document.pages.is_empty() && document.source.pages == document.pages.len() as u32 {
            assert_eq!(n_pages, pages.len(), "{input}");
            let text: Vec<&str> = pages.iter().flat_map(|page| page.text.split_whitespace()).collect();
            assert_eq!(words, text, "{input}");
        }
    }
    assert!(n_read > 30, "{n_read} corrected words");
    let mut n_checked = 0;
    for name in written.keys() {
        // Two careas of an item in columns may overlap; what is asked for is the structure.
        match Command::new("hocr-check").arg("--nooverlap").arg(out.join(name)).output() {
            Ok(told) => {
                let told = String::from_utf8_lossy(&told.stderr).into_owned();
                assert!(
                    told.contains("ok 1") && !told.contains("not ok") && !told.contains("Traceback"),
                    "{name}: {told}"
                );
                n_checked += 1;
            }
            Err(_) => break,
        }
    }
    if n_checked == 0 {
        println!("skipped: hocr-check is not installed");
    }
}
