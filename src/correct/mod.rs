//! Correction: text as read in, edits out. Pure: no files, no clock, no panic on any input.
//!
//! A noisy channel with context. [`tokens`] tells words from what is none, [`channel`] knows how engines misread,
//! [`candidates`] walks the lexicon for what a word may have been, [`language`] says how likely each is at its place,
//! [`lattice`] weighs them with their neighbours and [`grammar`] with their sentence, [`teaching`] is what the text says
//! of itself, [`decision`] what becomes of a word, [`signs`] wins back what is no letter, and [`document`] runs these over
//! a text. [`agreement`] puts what the document's parts say of each other's spelling. [`filter`] cuts a text that is
//! longer than memory; [`explain`] shows the reasons. Right words made wrong are worse than wrong words left: what is not
//! sure enough is `Suggested`.
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
mod syntax;
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
        let mut edits = Vec::new();
        for (run, of_run) in runs_of_pages(now) {
            let found = document::pass(lexicon, options, run.of(now), of_text.or(of_run), &|_| None);
            edits.extend(found.into_iter().map(|edit| {
                let span = Span::new(run.start + edit.span.start, run.start + edit.span.end);
                Edit { span, ..edit }
            }));
        }
        edits
    })
}

/// The pages of a text in runs of one profile: one engine may have read some of them and another the rest. Pages that
/// tell nothing go with those before them. A text whose pages are all alike is one run, and its profile its own.
fn runs_of_pages(text: &str) -> Vec<(Span, Option<Profile>)> {
    let whole = Span::new(0, text.len());
    if !text.contains('\u{c}') {
        return vec![(whole, None)];
    }
    let mut runs: Vec<(Span, Option<Profile>)> = Vec::new();
    let mut start = 0;
    for page in text.split_inclusive('\u{c}') {
        let span = Span::new(start, start + page.len());
        start = span.end;
        let (letters, dotted) = profile::letters(page);
        let told = profile::profile_of_letters(letters, dotted).filter(|_| letters >= PAGE_TELLS);
        match runs.last_mut() {
            Some((run, of_run)) if told.is_none() || of_run.is_none() || *of_run == told => {
                *run = run.cover(span);
                *of_run = of_run.or(told);
            }
            _ => runs.push((span, told)),
        }
    }
    if runs.len() < 2 { vec![(whole, None)] } else { runs }
}

/// Letters of a page that tell by themselves whether it has its å ä ö.
const PAGE_TELLS: usize = 600;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_that_lost_their_dots_are_told_from_those_that_have_them() {
        let sentence =
            "Kommunstyrelsen beslutar att godkänna redovisningen av åtgärder för förskolan och äldreomsorgen. ";
        let with_dots = sentence.repeat(9);
        let without = text::without_marks(&with_dots);
        let lexicon = Lexicon::builtin();
        for pages in [[&with_dots, &without], [&without, &with_dots]] {
            let read = pages.map(String::as_str).join("\n\u{c}");
            let edits = correct_text(&lexicon, &Options::default(), &read);
            let (corrected, _) = text::apply(&read, &edits);
            assert_eq!(corrected, [with_dots.as_str(); 2].join("\n\u{c}"));
            assert!(correct_text(&lexicon, &Options::default(), &corrected).iter().all(|edit| !edit.is_applied()));
        }
        assert_eq!(runs_of_pages(&[with_dots.as_str(); 3].join("\u{c}")).len(), 1);
    }
}
