//! Any bytes as an overrides file: it is understood or refused, and what is understood is applied to a
//! protocol without breaking it. The document stays valid, and applying it twice gives the same bytes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use paragraf::correct::{self, Lexicon};
use paragraf::emit::{self, SourceInfo};
use paragraf::mask;
use paragraf::ocr::ReadPage;
use paragraf::overrides::{self, Overrides, PartOverrides};
use paragraf::page::OcrPage;
use paragraf::pipeline::{self, ReadFile};
use std::sync::LazyLock;

const PAGE: &str = "Sammanträdesprotokoll 2019-04-09\nSocialnämnden\nBeslutande: Anna Berg (S), ordförande, Bo Ek (M)\n\
    § 12 Nulagesstatus för 811228-9874\nBo Ek yrkar avslag.\nBeslut\nNämnden godkänner rapporten.\n";

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::builtin);

fuzz_target!(|data: &[u8]| {
    let file = overrides::parse(data);
    if let Err(reason) = &file {
        assert!(!reason.is_empty() && !reason.contains('\n'));
        return;
    }
    let overrides = Overrides { sha256: None, parts: vec![PartOverrides { part_idx: 0, file }] };
    let documents = || {
        let page = ReadPage { page: OcrPage::from_text(1, PAGE), engine: None, rejected_layer: None, from_picture: Vec::new() };
        let source = SourceInfo { sha256: "a".repeat(64), pages: 1, ..SourceInfo::default() };
        let file = ReadFile { source, pages: vec![page], overrides: overrides.clone(), ..ReadFile::default() };
        pipeline::documents(&LEXICON, &correct::Options::default(), file)
    };
    let document = documents().remove(0);
    let json = emit::to_json(&document);
    assert_eq!(emit::read(&json).unwrap(), document);
    assert_eq!(json, emit::to_json(&documents()[0]));
    mask::masked(&document);
});
