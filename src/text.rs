//! Spans, edits and the map between a text as read and the text as corrected.
//!
//! An edit never leaves its line and never removes or adds a line break, so that page, line and
//! box of every character stay known. Applying is one pass from left to right; the map that it
//! records takes a span of either text to the other.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What divides a word at the end of a line: the hyphen, the soft one, what engines read for it, and the double one of
/// old types and typewriters.
pub const DIVIDERS: [char; 5] = ['-', '\u{ad}', '\u{2010}', '¬', '='];

/// A range of bytes in a text, on character borders. JSON counts code points instead: `emit` converts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// From the first byte to the one after the last.
    pub fn new(start: usize, end: usize) -> Self {
        Span { start, end }
    }

    /// How many bytes.
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it holds no byte.
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether all of the other lies within it.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The text of the span, or nothing where it does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }
}

/// Why a text was changed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Only the dots, rings and accents of letters were put back.
    Diacritics,
    /// Letters were read as others.
    Confusion,
    /// A compound or inflection that no list holds, mended part by part.
    Compound,
    /// A blank was lost or added.
    Spacing,
    /// A `§` or `%` that the engine's alphabet lacks.
    ParagraphSign,
    /// Another place of the same document tells how the word is spelt.
    DocumentEvidence,
    /// The user's own dictionary has the word.
    UserDictionary,
    /// A person decided it.
    Manual,
}

/// How much an edit is trusted. Suggested edits are listed and never applied.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Listed, and not applied.
    Suggested,
    /// Applied; a person may want to look at it.
    Likely,
    /// Applied.
    Certain,
}

/// From this score on an applied edit is certain.
pub const CERTAIN: f32 = 0.98;

impl Certainty {
    /// Of an edit that is applied.
    pub fn of_applied(score: f32) -> Self {
        if score >= CERTAIN { Certainty::Certain } else { Certainty::Likely }
    }
}

/// Another reading that was weighed and not taken.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Alternative {
    /// The words.
    pub text: String,
    /// Probability, 0–1.
    pub score: f32,
}

/// One change of a text: a range of the original, what stands there instead, and why.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Edit {
    /// Bytes of the original text.
    pub span: Span,
    /// What stands there instead.
    pub replacement: String,
    /// Why.
    pub reason: Reason,
    /// Whether it is applied.
    pub certainty: Certainty,
    /// Probability that the replacement is what was printed, 0–1.
    pub score: f32,
    /// Other readings that were weighed and not taken.
    pub alternatives: Vec<Alternative>,
}

impl Edit {
    /// Whether it changes the text: a suggestion does not.
    pub fn is_applied(&self) -> bool {
        self.certainty != Certainty::Suggested
    }
}

/// Whether a letter is å, ä or ö.
pub fn has_dots(c: char) -> bool {
    matches!(c, 'å' | 'ä' | 'ö' | 'Å' | 'Ä' | 'Ö')
}

/// The letters and figures of a text and nothing between them.
pub fn without_gaps(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A word without dots, rings and accents, in the same case.
pub fn without_marks(word: &str) -> String {
    word.nfd().filter(|c| !is_combining_mark(*c)).collect()
}

/// Sorts edits and drops those that do not fit: outside the text, off a character border, over a
/// line break, without effect, or overlapping an applied edit that stands before them. A person's edit
/// without effect stays: it says that what is read is right.
pub fn tidy(text: &str, mut edits: Vec<Edit>) -> Vec<Edit> {
    edits.sort_by_key(|edit| (edit.span, !edit.is_applied()));
    let mut end = 0;
    edits.retain(|edit| {
        let Some(original) = text.get(edit.span.start..edit.span.end) else {
            return false;
        };
        let fits = edit.span.start >= end
            && edit.span.start < edit.span.end
            && (original != edit.replacement || edit.reason == Reason::Manual)
            && !edit.replacement.is_empty()
            && !original.contains(['\n', '\t', '\u{c}'])
            && !edit.replacement.contains(['\n', '\t', '\u{c}']);
        if fits {
            end = edit.span.end;
        }
        fits
    });
    edits
}

/// The corrected text of tidy edits, and the map between the two.
pub fn apply(text: &str, edits: &[Edit]) -> (String, TextMap) {
    let mut out = String::with_capacity(text.len() + 16);
    let mut steps = Vec::new();
    let mut at = 0;
    for edit in edits.iter().filter(|edit| edit.is_applied()) {
        out.push_str(&text[at..edit.span.start]);
        let start = out.len();
        out.push_str(&edit.replacement);
        steps.push(Step { original: edit.span, corrected: Span::new(start, out.len()) });
        at = edit.span.end;
    }
    out.push_str(&text[at..]);
    (out, TextMap { steps })
}

#[derive(Clone, Copy, PartialEq, Debug)]
struct Step {
    original: Span,
    corrected: Span,
}

/// Takes positions of a text as read to the corrected text and back.
///
/// A position inside a changed range goes to that range's border, so that a span which touches a
/// changed word comes to hold the whole of it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct TextMap {
    steps: Vec<Step>,
}

impl TextMap {
    /// From the ranges that were changed, each as read and as corrected, in their order. Bytes or code points: the map
    /// does not mind, as long as all are the same.
    pub fn of(ranges: impl IntoIterator<Item = (Span, Span)>) -> Self {
        TextMap { steps: ranges.into_iter().map(|(original, corrected)| Step { original, corrected }).collect() }
    }

    /// Whether both texts are the same.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Where a span of the text as read stands in the corrected text.
    pub fn to_corrected(&self, span: Span) -> Span {
        self.map(span, |step| (step.original, step.corrected))
    }

    /// Where a span of the corrected text stands in the text as read.
    pub fn to_original(&self, span: Span) -> Span {
        self.map(span, |step| (step.corrected, step.original))
    }

    fn map(&self, span: Span, sides: impl Fn(&Step) -> (Span, Span)) -> Span {
        let shift = |at: usize, is_end: bool| {
            // The last step that begins before the position decides.
            let before = self.steps.partition_point(|step| {
                let (from, _) = sides(step);
                if is_end { from.start < at } else { from.start <= at }
            });
            let Some(step) = before.checked_sub(1).map(|i| &self.steps[i]) else {
                return at;
            };
            let (from, to) = sides(step);
            match (at < from.end, is_end) {
                (true, false) => to.start,
                (true, true) => to.end,
                (false, _) => to.end + (at - from.end),
            }
        };
        let start = shift(span.start, false);
        Span::new(start, if span.is_empty() { start } else { shift(span.end, true) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(start: usize, end: usize, replacement: &str) -> Edit {
        Edit {
            span: Span::new(start, end),
            replacement: replacement.to_owned(),
            reason: Reason::Diacritics,
            certainty: Certainty::Certain,
            score: 1.0,
            alternatives: Vec::new(),
        }
    }

    #[test]
    fn spans_travel_both_ways() {
        let text = "Nulagesstatus och atgarder";
        let edits = tidy(text, vec![edit(18, 26, "åtgärder"), edit(0, 13, "Nulägesstatus")]);
        let (corrected, map) = apply(text, &edits);
        assert_eq!(corrected, "Nulägesstatus och åtgärder");
        let och = map.to_corrected(Span::new(14, 17));
        assert_eq!(och.of(&corrected), "och");
        assert_eq!(map.to_original(och), Span::new(14, 17));
        let last = map.to_corrected(Span::new(20, 26));
        assert_eq!(last.of(&corrected), "åtgärder");
        assert_eq!(map.to_original(last), Span::new(18, 26));
    }

    #[test]
    fn edits_that_do_not_fit_are_dropped() {
        let text = "rad ett\nrad två";
        let edits = vec![edit(0, 3, "råd"), edit(2, 5, "x"), edit(6, 9, "x"), edit(90, 95, "x"), edit(14, 15, "x")];
        assert_eq!(tidy(text, edits), vec![edit(0, 3, "råd")]);
    }
}
