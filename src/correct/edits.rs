//! Edits of edits: what a later pass changed, told of the text as read.

use crate::text::{Edit, Span, TextMap, tidy};

/// The edits that take `original` where `fresh` (edits of `now`, which `applied` made of `original`) takes it.
///
/// Of two fresh edits that touch the same earlier one only the first is taken; a further pass finds the other.
pub fn compose(original: &str, applied: Vec<Edit>, now: &str, map: &TextMap, fresh: Vec<Edit>) -> Vec<Edit> {
    let mut out: Vec<Edit> = Vec::with_capacity(applied.len() + fresh.len());
    let mut earlier = applied.into_iter().peekable();
    let mut end = 0;
    for edit in fresh {
        let span = map.to_original(edit.span);
        if span.start < end {
            continue;
        }
        while let Some(before) = earlier.next_if(|e| e.span.end <= span.start) {
            out.push(before);
        }
        let mut whole = Edit { span, ..edit.clone() };
        let around = map.to_corrected(span).cover(edit.span);
        whole.replacement = [
            Span::new(around.start, edit.span.start).of(now),
            edit.replacement.as_str(),
            Span::new(edit.span.end, around.end).of(now),
        ]
        .concat();
        while let Some(under) = earlier.next_if(|e| e.span.start < span.end) {
            whole.reason = under.reason;
            whole.score = whole.score.min(under.score);
            whole.certainty = whole.certainty.min(under.certainty);
        }
        end = span.end;
        out.push(whole);
    }
    out.extend(earlier);
    tidy(original, out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Certainty, Reason, apply};

    fn edit(start: usize, end: usize, replacement: &str) -> Edit {
        Edit {
            span: Span::new(start, end),
            replacement: replacement.to_owned(),
            reason: Reason::Confusion,
            certainty: Certainty::Certain,
            score: 1.0,
            alternatives: Vec::new(),
        }
    }

    #[test]
    fn two_passes_are_told_as_one() {
        let original = "abc def ghi";
        let first = vec![edit(0, 3, "xy"), edit(4, 7, "d e f")];
        let (now, map) = apply(original, &first);
        assert_eq!(now, "xy d e f ghi");
        let fresh = vec![edit(1, 2, "z"), edit(5, 6, "E"), edit(9, 12, "GHI")];
        let both = compose(original, first, &now, &map, fresh);
        assert_eq!(apply(original, &both).0, "xz d E f GHI");
    }
}
