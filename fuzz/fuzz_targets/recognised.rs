//! Any bytes as a file of pages that another program recognised: it is understood or refused in one line, and every
//! word that is taken lies on its page.
#![no_main]

use libfuzzer_sys::fuzz_target;
use paragraf::input::{Input, LayerPolicy};
use paragraf::ocr::{LazyEngine, read_page};

fuzz_target!(|data: &[u8]| {
    let input = match Input::open(data.to_vec()) {
        Ok((kind, input)) if kind.is_recognised() => input,
        Ok(_) => return,
        Err(reason) => return assert!(!reason.to_string().contains('\n')),
    };
    for number in 1..=input.n_pages() {
        let page = input.page(number, LayerPolicy::Auto).expect("a page");
        let mut engine = LazyEngine::new(|| panic!("nothing is recognised"));
        let page = read_page(number, page, &mut engine).expect("no engine is needed").page;
        for word in &page.words {
            assert!(word.bbox.x1 <= page.width as i32 && word.bbox.y1 <= page.height as i32, "{word:?}");
            assert!(!word.span.of(&page.text).contains(char::is_whitespace), "{word:?}");
        }
    }
});
