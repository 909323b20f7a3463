//! What the targets for files share: reading them as a worker does, with an engine that sees nothing.

use libfuzzer_sys::Corpus;
use paragraf::input::{Input, LayerPolicy};
use paragraf::ocr::failing::{FailingEngine, Failure};
use paragraf::ocr::{LazyEngine, plain, read_page};

/// Opens a file and reads its first pages, in both ways.
pub fn read(data: &[u8]) -> Corpus {
    let Ok((_, input)) = Input::open(data.to_vec()) else {
        return Corpus::Keep;
    };
    let mut engine = LazyEngine::new(|| Ok(Box::new(FailingEngine::new(Failure::Error, u32::MAX)) as Box<_>));
    for number in 1..=input.n_pages().min(2) {
        for policy in [LayerPolicy::Auto, LayerPolicy::Never] {
            let Ok(page) = input.page(number, policy) else { continue };
            if let paragraf::input::PageContent::Image(image) = &page.content {
                // Straightening a huge page is slow with the sanitizers, and the same for every page.
                if u64::from(image.pixels.width()) * u64::from(image.pixels.height()) > 4_000_000 {
                    continue;
                }
            }
            let read = read_page(number, page.clone(), &mut engine);
            assert!(read.is_ok_and(|read| read.page.number == number));
            let _ = plain::read_page(number, page, &mut engine);
        }
    }
    assert!(input.page(input.n_pages().saturating_add(1), LayerPolicy::Auto).is_err());
    Corpus::Keep
}
