//! Text put together from pieces of printed lines, which still knows where each byte stands.
//!
//! Every parser works on a [`Flow`]: it sees running text with hyphenation undone and gets, for any
//! range of it, the places on the pages. What the text means is left to the parsers.

use crate::page::{BBox, CorrectedPage};
use crate::protocol::{Evidence, Field, SourceRef, State};
use crate::segment::words::text::squeeze;
use crate::text::Span;
use std::ops::Range;

#[derive(Clone, Debug, Default)]
pub struct Flow {
    pub text: String,
    chunks: Vec<Chunk>,
}

/// A stretch of the flow that stands byte for byte on a page.
#[derive(Clone, Copy, Debug)]
struct Chunk {
    at: usize,
    page: usize,
    span: Span,
}

impl Flow {
    /// Adds a stretch of a page as it is.
    pub fn push(&mut self, pages: &[CorrectedPage], page: usize, span: Span) {
        let Some(text) = pages.get(page).map(|p| span.of(p.text())) else { return };
        if text.is_empty() {
            return;
        }
        self.chunks.push(Chunk { at: self.text.len(), page, span });
        self.text.push_str(text);
    }

    /// Adds characters that are printed nowhere, such as the blank between two lines.
    pub fn glue(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Adds the next line of the same paragraph: a word divided at the line's end becomes whole. Returns the byte of
    /// the text at which the line begins, which lies before the text's old end where a hyphen was dropped.
    pub fn push_line(&mut self, pages: &[CorrectedPage], page: usize, span: Span) -> usize {
        let next = pages.get(page).map_or("", |p| span.of(p.text()));
        match join_of(&self.text, next) {
            Join::Blank => self.glue(" "),
            Join::Nothing => {}
            Join::DropHyphen => self.drop_last_char(),
        }
        let start = self.text.len();
        self.push(pages, page, span);
        start
    }

    fn drop_last_char(&mut self) {
        let Some(last) = self.text.pop() else { return };
        if let Some(chunk) = self.chunks.last_mut() {
            if chunk.at + chunk.span.len() > self.text.len() {
                chunk.span.end = chunk.span.end.saturating_sub(last.len_utf8());
            }
            if chunk.span.is_empty() {
                self.chunks.pop();
            }
        }
    }

    pub fn append(&mut self, other: &Flow) {
        let shift = self.text.len();
        self.text.push_str(&other.text);
        self.chunks.extend(other.chunks.iter().map(|chunk| Chunk { at: chunk.at + shift, ..*chunk }));
    }

    pub fn of(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or("")
    }

    pub fn whole(&self) -> Range<usize> {
        0..self.text.len()
    }

    /// A part of the flow as a flow of its own.
    pub fn slice(&self, range: &Range<usize>) -> Flow {
        let mut out = Flow { text: self.of(range).to_owned(), chunks: Vec::new() };
        for (at, page, span) in self.parts(range) {
            out.chunks.push(Chunk { at: at - range.start, page, span });
        }
        out
    }

    /// Where a range of the flow stands: start in the flow, page index, span of that page's text.
    fn parts(&self, range: &Range<usize>) -> Vec<(usize, usize, Span)> {
        let mut out = Vec::new();
        for chunk in &self.chunks {
            let start = range.start.max(chunk.at);
            let end = range.end.min(chunk.at + chunk.span.len());
            if start < end {
                let from = chunk.span.start + (start - chunk.at);
                out.push((start, chunk.page, Span::new(from, from + (end - start))));
            }
        }
        out
    }

    pub fn sources(&self, pages: &[CorrectedPage], range: &Range<usize>) -> Vec<SourceRef> {
        let mut out = Vec::new();
        for (_, at, span) in self.parts(range) {
            let Some(page) = pages.get(at) else { continue };
            let bbox = if page.ocr().has_boxes() { page.bbox_of(span) } else { None };
            out.push(SourceRef { page: page.number(), span, bbox });
        }
        out
    }

    /// Evidence for a value taken from a range: the weakest word there decides, times `trust`.
    pub fn evidence(&self, pages: &[CorrectedPage], range: &Range<usize>, state: State, trust: f32) -> Evidence {
        let mut printed = String::new();
        let (mut state, mut lowest, mut sure) = (state, 1.0f32, 1.0f32);
        for (_, at, span) in self.parts(range) {
            let Some(page) = pages.get(at) else { continue };
            if !printed.is_empty() {
                printed.push(' ');
            }
            printed.push_str(page.printed(span));
            lowest = lowest.min(page.confidence_of(span));
            for edit in page.edits_in(span) {
                if state == State::Read {
                    state = State::Corrected;
                }
                sure = sure.min(edit.score);
            }
        }
        // A word's own confidence runs low for words that are right: it is a hint and not a probability.
        // What was put right is no surer than that it was.
        let confidence = (trust * (0.55 + 0.45 * lowest.min(sure.max(0.5)).clamp(0.0, 1.0))).min(sure).clamp(0.0, 1.0);
        Evidence { printed, state, confidence, sources: self.sources(pages, range) }
    }

    pub fn field(&self, pages: &[CorrectedPage], range: &Range<usize>, trust: f32) -> Field<String> {
        let value = squeeze(self.of(range));
        if value.is_empty() {
            return Field::default();
        }
        Field::new(value, self.evidence(pages, range, State::Read, trust))
    }

    pub fn value<T>(&self, pages: &[CorrectedPage], range: &Range<usize>, value: T, trust: f32) -> Field<T> {
        Field::new(value, self.evidence(pages, range, State::Normalised, trust))
    }
}

/// Where the first source of an evidence stands.
pub fn place_of(evidence: &Evidence) -> Option<(u32, Option<BBox>)> {
    evidence.sources.first().map(|source| (source.page, source.bbox))
}

enum Join {
    Blank,
    Nothing,
    DropHyphen,
}

/// How a line goes on from the one before.
fn join_of(before: &str, next: &str) -> Join {
    let mut back = before.chars().rev();
    let Some(last) = back.next() else { return Join::Nothing };
    let first = next.chars().next();
    if last.is_whitespace() || first.is_none() {
        return Join::Nothing;
    }
    let letter_before = back.next().is_some_and(char::is_alphabetic);
    let starts_lower = first.is_some_and(char::is_lowercase);
    match last {
        '\u{ad}' | '¬' => Join::DropHyphen,
        '-' | '‐' | '=' if letter_before && starts_lower => {
            // "klimat- och energiplan": the hyphen stands for the rest of the word and stays.
            let word: String = next.chars().take_while(|c| c.is_alphabetic()).collect();
            let suspended = matches!(word.as_str(), "och" | "eller" | "samt" | "respektive" | "som" | "men" | "till");
            if suspended { Join::Blank } else { Join::DropHyphen }
        }
        '-' | '‐' if letter_before && first.is_some_and(char::is_alphanumeric) => Join::Nothing,
        '–' | '-' if before.chars().rev().nth(1).is_some_and(|c| c.is_ascii_digit()) => Join::Nothing,
        _ => Join::Blank,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::OcrPage;

    fn flow_of(text: &str) -> (Vec<CorrectedPage>, Flow) {
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let mut flow = Flow::default();
        for line in pages[0].lines() {
            flow.push_line(&pages, 0, line.span);
        }
        (pages, flow)
    }

    #[test]
    fn divided_words_become_whole_and_keep_their_place() {
        let (pages, flow) = flow_of("Nämnden godkänner års-\nredovisningen för klimat-\noch energiplanen");
        assert_eq!(flow.text, "Nämnden godkänner årsredovisningen för klimat- och energiplanen");
        let at = flow.text.find("årsredovisningen").unwrap();
        let sources = flow.sources(&pages, &(at..at + "årsredovisningen".len()));
        assert_eq!(sources.len(), 2);
        assert_eq!(sources[0].span.of(pages[0].text()), "års");
        assert_eq!(sources[1].span.of(pages[0].text()), "redovisningen");
    }

    #[test]
    fn a_line_begins_where_the_hyphen_before_it_was() {
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, "Närvarande:\n\u{ad}\nÄldrenämnden"), Vec::new())];
        let mut flow = Flow::default();
        let starts: Vec<_> = pages[0].lines().iter().map(|line| flow.push_line(&pages, 0, line.span)).collect();
        assert!(starts.iter().all(|at| flow.text.is_char_boundary(*at)), "{starts:?} of {:?}", flow.text);
        assert!(flow.text[starts[2]..].starts_with("Äldrenämnden"));
    }

    #[test]
    fn a_double_name_keeps_its_hyphen() {
        assert_eq!(flow_of("Britt-\nMarie Holm").1.text, "Britt-Marie Holm");
    }
}
