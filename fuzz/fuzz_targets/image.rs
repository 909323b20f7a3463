//! Any bytes as a PNG, JPEG or TIFF: its pages come out as pixels or as errors, never as a panic.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};

#[path = "../pages.rs"]
mod pages;

fuzz_target!(|data: &[u8]| -> Corpus {
    if data.starts_with(b"%PDF-") || std::str::from_utf8(data).is_ok() {
        return Corpus::Reject;
    }
    pages::read(data)
});
