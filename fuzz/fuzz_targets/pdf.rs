//! Any bytes as a PDF: opening it and reading its first pages gives pages or errors, never a panic, and no
//! more memory or time than a page is worth.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};

#[path = "../pages.rs"]
mod pages;

fuzz_target!(|data: &[u8]| -> Corpus {
    if !data.get(..1024.min(data.len())).is_some_and(|head| head.windows(5).any(|window| window == b"%PDF-")) {
        return Corpus::Reject;
    }
    pages::read(data)
});
