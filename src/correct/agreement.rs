//! What the parts of a document say of each other's spelling, put into the edits of its pages.

use super::edits::compose;
use crate::correct::Lexicon;
use crate::page::{CorrectedPage, Respelling};
use crate::text::{Edit, tidy};

/// The pages with what a later stage would spell otherwise.
///
/// What a person decided, what the user's own dictionary keeps and what a born-digital page has stays as it is.
pub fn respell(lexicon: &Lexicon, pages: Vec<CorrectedPage>, respellings: &[Respelling]) -> Vec<CorrectedPage> {
    let respelt = |page: CorrectedPage| {
        let is_free = |edit: &Edit| {
            !page.is_settled(edit.span)
                && lexicon.user().is_none_or(|user| !user.bars(edit.span.of(page.text()), &edit.replacement))
        };
        let own = respellings.iter().filter(|one| one.page == page.number()).map(|one| one.edit.clone());
        let fresh = tidy(page.text(), own.filter(is_free).collect());
        if fresh.is_empty() { page } else { with(page, fresh) }
    };
    pages.into_iter().map(respelt).collect()
}

/// A page with edits of its corrected text.
fn with(page: CorrectedPage, fresh: Vec<Edit>) -> CorrectedPage {
    let (now, map) = (page.text().to_owned(), page.map().clone());
    let reasons: Vec<_> = fresh.iter().map(|edit| (map.to_original(edit.span), edit.reason)).collect();
    let (ocr, edits) = page.into_parts();
    let (applied, suggested): (Vec<Edit>, Vec<Edit>) = edits.into_iter().partition(Edit::is_applied);
    let mut edits = compose(&ocr.text, applied, &now, &map, fresh);
    for edit in &mut edits {
        // The last that was known of a word is why it is spelt as it is.
        if let Some((_, reason)) = reasons.iter().find(|(span, _)| *span == edit.span) {
            edit.reason = *reason;
        }
    }
    let n_applied = edits.len();
    for edit in suggested {
        if !edits[..n_applied].iter().any(|other| other.span.overlaps(edit.span)) {
            edits.push(edit);
        }
    }
    CorrectedPage::new(ocr, edits)
}
