//! Correction: text as read in, edits out. Pure: no files, no clock, no panic on any input.
//!
//! A noisy channel with context. [`tokens`] tells words from what is none, [`channel`] knows how engines misread,
//! [`candidates`] walks the lexicon for what a word may have been, [`language`] says how likely each is at its
//! place, [`lattice`] weighs them with their neighbours, [`signs`] wins back what is no letter, and [`document`] runs these over a text and lets it teach
//! itself. [`filter`] cuts a text that is longer than memory; [`explain`] shows the reasons. Right words made wrong are worse than wrong words left: what is not sure enough is `Suggested`.
//!
//! Correcting twice is correcting once: the text is corrected until nothing changes any more.

mod agreement;
mod candidate;
mod candidates;
mod channel;
mod decision;
mod document;
mod edits;
#[doc(hidden)]
pub mod explain;
#[doc(hidden)]
pub mod filter;
#[doc(hidden)]
pub mod grammar;
mod language;
mod lattice;
pub mod lexicon;
mod options;
mod period;
mod profile;
mod signs;
mod state;
mod teaching;
mod tokens;
mod walk;
mod weights;

pub use agreement::respell;
pub use channel::Profile;
pub use lexicon::Lexicon;
pub use options::Options;
pub use profile::profile;

use crate::page::{OcrPage, TextSource};
use crate::text::{self, Edit, Span};

/// Passes over a text until it stands still. Few texts need more than two.
const MAX_PASSES: usize = 6;

/// The edits of a text that someone else recognised. Lines and tabs stay where they are.
///
/// ```
/// use paragraf::{correct::{Lexicon, Options, correct_text}, text};
/// let read = "Kommunstyrelsen beslutar att godkanna redovisningen av nulagesstatus for ar 2019.";
/// let edits = correct_text(&Lexicon::builtin(), &Options::default(), read);
/// let (corrected, _) = text::apply(read, &edits);
/// assert_eq!(corrected, "Kommunstyrelsen beslutar att godkänna redovisningen av nulägesstatus för år 2019.");
/// ```
pub fn correct_text(lexicon: &Lexicon, options: &Options, text: &str) -> Vec<Edit> {
    correct_part(lexicon, options, None, text)
}

/// The same for a piece of a longer text, whose profile is known from what stands before it.
fn correct_part(lexicon: &Lexicon, options: &Options, profile: Option<Profile>, text: &str) -> Vec<Edit> {
    // What was corrected once has its letters: only the text as read can lack them.
    until_still(text, |now, map| {
        let of_text = profile.filter(|_| map.is_empty());
        document::pass(lexicon, options, now, of_text, &|_| None)
    })
}

/// The edits of each page. The pages of a document are corrected together: they teach each other.
///
/// A born-digital page teaches but is not changed: what its text layer says is what was printed.
pub fn correct(lexicon: &Lexicon, options: &Options, pages: &[OcrPage]) -> Vec<Vec<Edit>> {
    let (mut all, mut starts) = (String::new(), Vec::with_capacity(pages.len()));
    for page in pages {
        starts.push(all.len());
        all.push_str(&page.text);
        all.push_str("\n\n");
    }
    let is_fixed = |at: usize| {
        let page = starts.partition_point(|start| *start <= at).saturating_sub(1);
        pages.get(page).is_none_or(|page| page.source == TextSource::TextLayer)
    };
    let confidence = |span: Span| {
        let page = starts.partition_point(|start| *start <= span.start).checked_sub(1)?;
        let (start, page) = (*starts.get(page)?, pages.get(page)?);
        if !page.has_boxes() {
            return None;
        }
        let first = page.words.partition_point(|word| word.span.end + start <= span.start);
        let touched = page.words.get(first..)?.iter().take_while(|word| word.span.start + start < span.end);
        touched.map(|word| word.confidence).reduce(f32::min)
    };
    let edits = until_still(&all, |now, map| {
        let mut edits = document::pass(lexicon, options, now, None, &|span| confidence(map.to_original(span)));
        edits.retain(|edit| !is_fixed(map.to_original(edit.span).start));
        edits
    });
    let mut by_page: Vec<Vec<Edit>> = vec![Vec::new(); pages.len()];
    for mut edit in edits {
        let page = starts.partition_point(|start| *start <= edit.span.start).saturating_sub(1);
        if let (Some(start), Some(edits)) = (starts.get(page), by_page.get_mut(page)) {
            edit.span = Span::new(edit.span.start - start, edit.span.end - start);
            edits.push(edit);
        }
    }
    by_page
}

/// Repeats a pass on what it made until it changes nothing, and tells the edits of the first text.
///
/// A text that never stands still is left as it is: then no pass can be trusted.
fn until_still(original: &str, pass: impl Fn(&str, &text::TextMap) -> Vec<Edit>) -> Vec<Edit> {
    let mut applied: Vec<Edit> = Vec::new();
    let mut suggested: Option<Vec<Edit>> = None;
    for _ in 0..MAX_PASSES {
        let (now, map) = text::apply(original, &applied);
        let edits = text::tidy(&now, pass(&now, &map));
        let (fresh, unsure): (Vec<Edit>, Vec<Edit>) = edits.into_iter().partition(Edit::is_applied);
        // What the first pass was unsure of is told of the text as read.
        suggested.get_or_insert(unsure);
        if fresh.is_empty() {
            applied.extend(suggested.unwrap_or_default());
            return text::tidy(original, applied);
        }
        applied = edits::compose(original, applied, &now, &map, fresh);
    }
    suggested.unwrap_or_default()
}
