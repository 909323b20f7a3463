//! The forms that protocols of a century take, each as a small invented protocol, and what is read there.
//!
//! Every text is tried twice: as a text file, and as a page with boxes, where columns and indentation
//! are places on paper.

mod boards;
mod lists;
mod other_documents;

use paragraf::correct::Lexicon;
use paragraf::page::{CorrectedPage, OcrPage, TextSource};
use paragraf::protocol::{Category, Protocol, SignatureRole};
use paragraf::segment::{Part, segment};

fn pages(texts: &[&str], boxed: bool) -> Vec<CorrectedPage> {
    let page = |(at, text): (usize, &&str)| {
        let mut page = OcrPage::from_text(at as u32 + 1, text);
        if boxed {
            (page.source, page.width, page.height, page.dpi) = (TextSource::Ocr, 900, 1300, 100);
        }
        CorrectedPage::new(page, Vec::new())
    };
    texts.iter().enumerate().map(page).collect()
}

/// Both readings of the same texts.
fn both(texts: &[&str]) -> [Vec<Part>; 2] {
    [false, true].map(|boxed| segment(&Lexicon::builtin(), &pages(texts, boxed)))
}

fn each(texts: &[&str], check: impl Fn(&Protocol)) {
    for parts in both(texts) {
        assert_eq!(parts.len(), 1);
        check(&parts[0].protocol);
    }
}

fn numbers(protocol: &Protocol) -> Vec<u32> {
    protocol.items.iter().filter_map(|item| item.number.value).collect()
}

fn titles(protocol: &Protocol) -> Vec<&str> {
    protocol.items.iter().map(|item| item.title.value.as_deref().unwrap_or("")).collect()
}

fn names(protocol: &Protocol) -> Vec<&str> {
    protocol.attendees.iter().map(|one| one.name.value.as_deref().unwrap_or("")).collect()
}

fn signers(protocol: &Protocol) -> Vec<(SignatureRole, &str)> {
    protocol.signatures.iter().map(|one| (one.role, one.name.value.as_deref().unwrap_or(""))).collect()
}

/// Category, whom the person replaces and the §§ of an attendee.
type Place<'p> = (Category, Option<&'p str>, Option<Vec<(u32, u32)>>);

fn of<'p>(protocol: &'p Protocol, name: &str) -> Place<'p> {
    let one = protocol.attendees.iter().find(|one| one.name.value.as_deref() == Some(name));
    let one = one.unwrap_or_else(|| panic!("{name} is not among {:?}", names(protocol)));
    (one.category, one.replaces.value.as_deref(), one.paragraphs.value.clone())
}
