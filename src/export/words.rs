//! The words of a page in their places, as corrected: what every form with places is made of.
//!
//! Places come from the page as it was read, letters from the document, so that what people decided and what was masked
//! counts. The words of a page, divided by blanks, are the page's text in the document.

use crate::emit::Points;
use crate::emit::wire::{self, CodePoints};
use crate::error::{Error, Result};
use crate::page::{BBox, OcrPage};
use crate::text::{Span, TextMap};

/// A page of a document with its words in place.
pub struct PlacedPage<'p> {
    /// As it was read: its size, turn and rules.
    pub ocr: &'p OcrPage,
    /// As the document tells it.
    pub page: &'p wire::Page,
    pub lines: Vec<PlacedLine>,
}

impl PlacedPage<'_> {
    /// Leaves those words that lie in some places of the page.
    pub fn keep_only(&mut self, places: &[BBox]) {
        for line in &mut self.lines {
            line.words.retain(|word| places.iter().any(|place| place.holds(word.bbox)));
        }
        self.lines.retain(|line| !line.words.is_empty());
    }
}

/// A printed line, or the piece of it between two wide gaps.
#[derive(Clone, PartialEq, Debug)]
pub struct PlacedLine {
    /// Pixels of the upright page.
    pub bbox: BBox,
    /// Pieces at one height share it; counts the rows of the page from 0.
    pub row: usize,
    pub words: Vec<PlacedWord>,
}

/// A word as the document has it.
#[derive(Clone, PartialEq, Debug)]
pub struct PlacedWord {
    /// Without blanks.
    pub text: String,
    /// Unicode code points of the page's `text`, end exclusive.
    pub span: CodePoints,
    /// Pixels of the upright page. What was read as one word and is two has each its share of the box.
    pub bbox: BBox,
    /// Probability that it was read rightly, 0–1; the lowest of those that became one word.
    pub confidence: f32,
    /// What was read, where it is not the text.
    pub read: Option<String>,
}

/// Puts the words of a page in their places. It fails where the two are not of the same page.
pub fn placed<'p>(ocr: &'p OcrPage, page: &'p wire::Page) -> Result<PlacedPage<'p>> {
    let original: Vec<char> = page.original_text.chars().collect();
    let points = Points::new(&ocr.text, []);
    let words: Vec<CodePoints> = ocr.words.iter().map(|word| points.span(word.span)).collect();
    if ocr.number != page.number || points.text().chars().count() != original.len() {
        return Err(Error::Input(format!(
            "page {} of the document is not the page that was read; run extract again",
            page.number
        )));
    }
    let applied = |edit: &&wire::Correction| edit.certainty != wire::Certainty::Suggested;
    let span = |[start, end]: CodePoints| Span::new(start as usize, end as usize);
    let ranges = page.corrections.iter().filter(applied).map(|edit| (span(edit.original_span), span(edit.span)));
    let map = TextMap::of(ranges);
    let mut lines: Vec<PlacedLine> =
        ocr.lines.iter().map(|line| PlacedLine { bbox: line.bbox, row: line.row, words: Vec::new() }).collect();
    let tokens = tokens(&page.text, &map);
    // Tokens that one edit made, or that have no letter of their own on the paper, share what was read.
    for group in tokens.chunk_by(|one, other| other.read[0] < one.read[1] || one.read[0] == one.read[1]) {
        let read = group.iter().skip(1).fold(group[0].read, |all, token| union(all, token.read));
        let first = words.partition_point(|span| span[1] <= read[0]);
        let last = words.partition_point(|span| span[0] < read[1]);
        // What an edit added behind the last word of a line stands where that ends.
        let range = if first < last { first..last } else { first.saturating_sub(1)..first.max(1).min(words.len()) };
        let Some(line) = line_of(ocr, range.start) else { continue };
        let line = &mut lines[line].words;
        let boxes: Vec<BBox> = range.clone().map(|at| share(ocr.words[at].bbox, words[at], read)).collect();
        let parts = &ocr.words[range.clone()];
        let confidence = parts.iter().map(|word| word.confidence).reduce(f32::min).unwrap_or(0.0);
        let whole = boxes.iter().copied().reduce(BBox::union).unwrap_or_default();
        let n_letters = group.iter().map(|token| token.length()).sum::<u32>();
        let mut before = 0;
        for (at, token) in group.iter().enumerate() {
            let bbox = match boxes.get(at) {
                Some(own) if boxes.len() == group.len() => *own,
                _ => share(whole, [0, n_letters], [before, before + token.length()]),
            };
            before += token.length();
            let printed = if group.len() == boxes.len() && group.len() > 1 {
                words.get(range.start + at).copied().unwrap_or(read)
            } else {
                read
            };
            let printed: String =
                original.get(printed[0] as usize..printed[1] as usize).unwrap_or_default().iter().collect();
            line.push(PlacedWord {
                text: token.text.to_owned(),
                span: token.span,
                bbox,
                confidence,
                read: (printed != token.text).then_some(printed),
            });
        }
    }
    lines.retain(|line| !line.words.is_empty());
    Ok(PlacedPage { ocr, page, lines })
}

/// A run of letters of the corrected text without a blank.
struct Token<'t> {
    text: &'t str,
    span: CodePoints,
    /// Code points of the text as read that it was made of; empty where an edit added it.
    read: CodePoints,
}

impl Token<'_> {
    fn length(&self) -> u32 {
        self.span[1] - self.span[0]
    }
}

fn tokens<'t>(text: &'t str, map: &TextMap) -> Vec<Token<'t>> {
    let mut tokens = Vec::new();
    let mut begun: Option<(usize, u32)> = None;
    let blank_at_end = std::iter::once((text.len(), ' '));
    for ((byte, c), point) in text.char_indices().chain(blank_at_end).zip(0u32..) {
        match (c.is_whitespace(), begun) {
            (false, None) => begun = Some((byte, point)),
            (true, Some((from, start))) => {
                let Span { start: first, end } = map.to_original(Span::new(start as usize, point as usize));
                let read = [first as u32, end.max(first) as u32];
                tokens.push(Token { text: &text[from..byte], span: [start, point], read });
                begun = None;
            }
            _ => {}
        }
    }
    tokens
}

fn union(one: CodePoints, other: CodePoints) -> CodePoints {
    [one[0].min(other[0]), one[1].max(other[1])]
}

/// The part of a box that some of its letters take up, all of them being equally wide.
fn share(bbox: BBox, letters: CodePoints, part: CodePoints) -> BBox {
    let n_letters = letters[1].saturating_sub(letters[0]).max(1);
    let x = |at: u32| {
        let offset = at.clamp(letters[0], letters[0] + n_letters) - letters[0];
        bbox.x0 + (i64::from(bbox.width()) * i64::from(offset) / i64::from(n_letters)) as i32
    };
    match part[1] > part[0] {
        true => BBox::new(x(part[0]), bbox.y0, x(part[1]), bbox.y1),
        false => bbox,
    }
}

/// The line that holds a word.
fn line_of(ocr: &OcrPage, word: usize) -> Option<usize> {
    let after = ocr.lines.partition_point(|line| line.words.0 <= word);
    after.checked_sub(1).filter(|at| word < ocr.lines[*at].words.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::correct::{self, Lexicon};
    use crate::emit::SourceInfo;
    use crate::ocr::ReadPage;
    use crate::pipeline::{self, ReadFile};
    use crate::text::{Certainty, Edit, Reason};

    /// A page of one line with these edits, as its document tells it.
    fn with_edits(text: &str, edits: &[(&str, &str)]) -> (OcrPage, wire::Page) {
        let page = OcrPage { source: crate::page::TextSource::Ocr, dpi: 300, ..OcrPage::from_text(1, text) };
        let edit = |(from, to): &(&str, &str)| {
            let start = text.find(from).unwrap();
            Edit {
                span: Span::new(start, start + from.len()),
                replacement: (*to).to_owned(),
                reason: Reason::Spacing,
                certainty: Certainty::Certain,
                score: 1.0,
                alternatives: Vec::new(),
            }
        };
        let corrected = crate::page::CorrectedPage::new(page.clone(), edits.iter().map(edit).collect());
        let parts = crate::segment::segment(&Lexicon::builtin(), std::slice::from_ref(&corrected));
        let source = SourceInfo { sha256: "a".repeat(64), pages: 1, ..SourceInfo::default() };
        let documents = crate::emit::documents(&source, &Default::default(), &[corrected], &parts, &[]);
        (page, documents[0].pages[0].clone())
    }

    fn told(text: &str, edits: &[(&str, &str)]) -> Vec<(String, i32, i32, Option<String>)> {
        let (ocr, page) = with_edits(text, edits);
        let placed = placed(&ocr, &page).unwrap();
        let words = placed.lines.into_iter().flat_map(|line| line.words);
        words.map(|word| (word.text, word.bbox.x0, word.bbox.x1, word.read)).collect()
    }

    #[test]
    fn words_stay_where_they_were_read_whatever_an_edit_makes_of_them() {
        let word = |text: &str, x0, x1, read: Option<&str>| (text.to_owned(), x0, x1, read.map(str::to_owned));
        assert_eq!(
            told("Val av jus terare nu", &[("jus terare", "justerare")]),
            [
                word("Val", 0, 30, None),
                word("av", 40, 60, None),
                word("justerare", 70, 170, Some("jus terare")),
                word("nu", 180, 200, None)
            ]
        );
        assert_eq!(
            told("föreslårstyrelsen att", &[("föreslårstyrelsen", "föreslår styrelsen")]),
            [
                word("föreslår", 0, 80, Some("föreslårstyrelsen")),
                word("styrelsen", 80, 170, Some("föreslårstyrelsen")),
                word("att", 180, 210, None)
            ]
        );
        // Word by word where there are as many as before.
        assert_eq!(
            told("Ar beslut rnogen", &[("Ar", "Är"), ("beslut rnogen", "besluta mogen")]),
            [
                word("Är", 0, 20, Some("Ar")),
                word("besluta", 30, 90, Some("beslut")),
                word("mogen", 100, 160, Some("rnogen"))
            ]
        );
    }

    #[test]
    fn what_was_not_read_stands_before_what_was() {
        let (ocr, mut page) = with_edits("12 Val", &[]);
        page.text = "§ 12 Val".to_owned();
        page.corrections.push(wire::Correction {
            span: [0, 2],
            original_span: [0, 0],
            certainty: wire::Certainty::Certain,
            ..Default::default()
        });
        let placed = placed(&ocr, &page).unwrap();
        let words: Vec<_> =
            placed.lines[0].words.iter().map(|word| (&*word.text, word.bbox.x0, word.bbox.x1)).collect();
        assert_eq!(words, [("§", 0, 6), ("12", 6, 20), ("Val", 30, 60)]);
    }

    #[test]
    fn letters_in_two_signs_are_one_in_the_document() {
        let (ocr, page) = with_edits("Ra\u{30a}det besluta att", &[("besluta", "beslutar")]);
        let placed = placed(&ocr, &page).unwrap();
        let words: Vec<_> = placed.lines[0].words.iter().map(|word| (&*word.text, word.bbox.x0)).collect();
        assert_eq!(words, [("Rådet", 0), ("beslutar", 70), ("att", 150)]);
    }

    #[test]
    fn a_page_of_another_document_is_refused() {
        let (ocr, page) = with_edits("12 Val", &[]);
        assert!(placed(&OcrPage { number: 2, ..ocr.clone() }, &page).is_err());
        assert!(placed(&ocr, &wire::Page { original_text: "12 Val av".into(), ..page }).is_err());
    }

    #[test]
    fn the_words_are_the_text() {
        let text = "Sammantradesprotokoll 2019-04-09\nSocialnamnden\n§ 12 Nulagesstatus\tSid 3\n\
                    Namnden beslutar att lagga informationen till handlingarna . Ordforande forklarar§ 13 klar\n";
        let page = OcrPage::from_text(1, text);
        let read = ReadPage { page: page.clone(), engine: None, rejected_layer: None, from_picture: Vec::new() };
        let source = SourceInfo { sha256: "a".repeat(64), pages: 1, ..SourceInfo::default() };
        let file = ReadFile { source, pages: vec![read], ..ReadFile::default() };
        let document = pipeline::documents(&Lexicon::builtin(), &correct::Options::default(), file).remove(0);
        let placed = placed(&page, &document.pages[0]).unwrap();
        let words = placed.lines.iter().flat_map(|line| &line.words).map(|word| &*word.text);
        assert_eq!(words.collect::<Vec<_>>(), document.pages[0].text.split_whitespace().collect::<Vec<_>>());
        assert!(placed.lines.iter().flat_map(|line| &line.words).any(|word| word.read.is_some()));
    }
}
