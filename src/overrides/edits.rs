//! Text edits by people, found again on the pages as they were read now.

use super::{Overrides, TextEdit, conflict, is_signed};
use crate::emit::{Points, nfc};
use crate::error::Warning;
use crate::page::OcrPage;
use crate::text::{Certainty, Edit, Reason, Span};

/// Puts what people decided into the corrections of each page, and takes out what the machine had there.
///
/// Returns what does not fit.
pub fn apply(overrides: &Overrides, pages: &[OcrPage], corrections: &mut [Vec<Edit>]) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let mut taken: Vec<Vec<Span>> = vec![Vec::new(); pages.len()];
    for part in &overrides.parts {
        let Ok(file) = &part.file else { continue };
        for (idx, edit) in file.edits.iter().enumerate() {
            let mut refuse = |reason: String, page| {
                warnings.push(conflict(format!("text edit {} is not applied: {reason}", idx + 1), page));
            };
            let Some(at) = pages.iter().position(|page| page.number == edit.page) else {
                refuse(format!("page {} was not read", edit.page), None);
                continue;
            };
            match place(&pages[at], edit) {
                Ok(span) if taken[at].iter().any(|other| other.overlaps(span)) => {
                    refuse("another text edit changes the same place".into(), Some(edit.page));
                }
                Ok(span) => {
                    taken[at].push(span);
                    if let Some(corrections) = corrections.get_mut(at) {
                        corrections.retain(|other| !other.span.overlaps(span));
                        corrections.push(manual(span, edit));
                    }
                }
                Err(reason) => refuse(reason, Some(edit.page)),
            }
        }
    }
    warnings
}

/// Whether an edit was applied, by what its page came to hold.
pub fn is_applied(edit: &TextEdit, corrections: &[crate::emit::wire::Correction]) -> bool {
    let (original, corrected) = (nfc(&edit.original), nfc(&edit.corrected));
    corrections.iter().any(|correction| {
        correction.reason == crate::emit::wire::Reason::Manual
            && correction.original == original
            && correction.corrected == corrected
    })
}

fn manual(span: Span, edit: &TextEdit) -> Edit {
    Edit {
        span,
        replacement: edit.corrected.clone(),
        reason: Reason::Manual,
        certainty: Certainty::Certain,
        score: 1.0,
        alternatives: Vec::new(),
    }
}

/// Where an edit's words stand on a page: bytes of its text.
fn place(page: &OcrPage, edit: &TextEdit) -> Result<Span, String> {
    is_signed(&edit.by, &edit.at)?;
    if edit.original.trim().is_empty() || edit.corrected.trim().is_empty() {
        return Err("it has nothing to change or puts nothing there; take in a word beside it".into());
    }
    if [&edit.original, &edit.corrected].iter().any(|text| text.contains(['\n', '\r', '\t', '\u{c}'])) {
        return Err("it goes beyond one line or table cell; make one edit for each".into());
    }
    let points = Points::new(&page.text, []);
    let text = points.text();
    let original = nfc(&edit.original);
    let spans: Vec<[u32; 2]> = {
        let n_points = original.chars().count() as u32;
        let starts = text.match_indices(&original).map(|(at, _)| text[..at].chars().count() as u32);
        starts.map(|start| [start, start + n_points]).collect()
    };
    let span = match (edit.span, &spans[..]) {
        (Some(span), spans) if spans.contains(&span) => span,
        (_, [only]) => *only,
        (_, []) => return Err("what it changes is not read there any more".into()),
        (None, spans) => match whole_words(text, spans)[..] {
            [only] => only,
            _ => return Err(format!("what it changes is read {} times there; add its span", spans.len())),
        },
        (Some(_), spans) => {
            return Err(format!("what it changes is read {} times there, and not where its span is", spans.len()));
        }
    };
    points.bytes(span).ok_or_else(|| "its span divides a letter".to_owned())
}

/// Of some places those that are not inside longer words.
fn whole_words(text: &str, spans: &[[u32; 2]]) -> Vec<[u32; 2]> {
    let letters: Vec<char> = text.chars().collect();
    let is_letter = |at: Option<u32>| at.and_then(|at| letters.get(at as usize)).is_some_and(|c| c.is_alphanumeric());
    spans.iter().copied().filter(|&[start, end]| !is_letter(start.checked_sub(1)) && !is_letter(Some(end))).collect()
}
