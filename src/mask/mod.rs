//! The masked edition of a document: personnummer are covered in every copy of the text.
//!
//! Pure. A mask has as many characters as what it covers, so that every span still fits. What was masked
//! is listed with page and box; what may be a number and is not sure is listed and left. A masked document
//! is not anonymous: it still has names, addresses and matters.

use crate::emit::{self, wire};
use crate::hash;
use crate::personnummer::{digit, find, starts};
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// Covers a letter or digit; what stands between them stays.
const MASK: char = '█';

/// What was masked in a document, for those who answer for it. It does not hold the numbers.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct MaskList {
    /// The document's id.
    pub id: String,
    /// The file that it was read from.
    pub file: String,
    /// What the masked edition is not, for who reads the list.
    pub remark: &'static str,
    /// Where masks stand.
    pub masked: Vec<wire::Sensitive>,
    /// Other copies of the text in the document that hold a mask, as JSON Pointers.
    pub fields: Vec<String>,
    /// What looks like a number and is none by its check digit: not masked.
    pub possible: Vec<wire::Sensitive>,
}

const REMARK: &str = "Numbers are masked, nothing else: the document still names people and is not anonymous. \
                      Numbers written by hand, in pictures, or read too badly are not found.";

/// The masked edition, and what was masked in it.
pub fn masked(document: &wire::Document) -> (wire::Document, MaskList) {
    let mut value = serde_json::to_value(document).unwrap_or_default();
    let mut known = BTreeSet::new();
    gather(&value, &mut known);
    let mut fields = Vec::new();
    cover(&mut value, &known, &mut String::new(), &mut fields);
    let mut masked = emit::from_value(value).unwrap_or_else(|_| wire::Document::default());
    masked.edition = wire::Edition::Masked;
    for page in &mut masked.pages {
        cover_corrections(page);
    }
    for sensitive in &mut masked.sensitive {
        sensitive.masked = sensitive.kind == wire::SensitiveKind::Personnummer;
    }
    if is_text(&masked) && masked.sensitive.iter().any(|place| place.masked) {
        hide_digest(&mut masked);
    }
    let (sure, possible) = masked.sensitive.iter().cloned().partition(|sensitive| sensitive.masked);
    fields.retain(|field| !field.ends_with("/text") || !field.starts_with("/pages/"));
    let list = MaskList {
        id: masked.id.clone(),
        file: masked.source.file.clone(),
        remark: REMARK,
        masked: sure,
        fields,
        possible,
    };
    (masked, list)
}

/// Whether a document was read from a text file.
pub fn is_text(document: &wire::Document) -> bool {
    document.pages.iter().any(|page| page.text_source == wire::TextSource::Text)
}

/// A text file is its text: whoever has all of it but a few digits finds them by trying which give the file's SHA-256.
/// So that of the masked text stands in its place, and in the id that begins with it.
fn hide_digest(document: &mut wire::Document) {
    let text: Vec<&str> = document.pages.iter().map(|page| page.text.as_str()).collect();
    let text = text.join("\u{c}");
    let digest = |name: &str| hash::hex(&Sha256::digest(format!("{name}{text}")));
    for part in &mut document.source.parts {
        part.sha256 = digest(&part.file);
    }
    document.source.sha256 = digest("");
    let part = document.id.rsplit_once('-').map_or("1", |(_, part)| part);
    document.id = format!("{}-{part}", &document.source.sha256[..12]);
}

/// Keys whose values are no text of a page.
const NO_TEXT: [&str; 7] = ["sha256", "configuration_sha256", "id", "schema_version", "media_type", "version", "at"];

/// The digits of every number that stands anywhere in the document.
fn gather(value: &Value, known: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            known.extend(find(text).into_iter().filter(|found| found.is_sure).map(|found| found.digits));
        }
        Value::Array(values) => values.iter().for_each(|value| gather(value, known)),
        Value::Object(entries) => {
            entries
                .iter()
                .filter(|(key, _)| !NO_TEXT.contains(&key.as_str()))
                .for_each(|(_, value)| gather(value, known));
        }
        _ => {}
    }
}

fn cover(value: &mut Value, known: &BTreeSet<String>, pointer: &mut String, fields: &mut Vec<String>) {
    let length = pointer.len();
    match value {
        Value::String(text) => {
            if let Some(covered) = covered(text, known) {
                *text = covered;
                fields.push(pointer.clone());
            }
        }
        Value::Array(values) => {
            for (at, value) in values.iter_mut().enumerate() {
                *pointer += &format!("/{at}");
                cover(value, known, pointer, fields);
                pointer.truncate(length);
            }
        }
        Value::Object(entries) => {
            for (key, value) in entries.iter_mut().filter(|(key, _)| !NO_TEXT.contains(&key.as_str())) {
                *pointer += &format!("/{}", key.replace('~', "~0").replace('/', "~1"));
                cover(value, known, pointer, fields);
                pointer.truncate(length);
            }
        }
        _ => {}
    }
}

/// The text with its numbers covered; none where it has none.
fn covered(text: &str, known: &BTreeSet<String>) -> Option<String> {
    if known.is_empty() {
        return None;
    }
    let mut spans: Vec<(usize, usize)> =
        starts(text).filter_map(|start| Some((start, known_end(text, start, known)?))).collect();
    spans.extend(find(text).iter().filter(|found| found.is_sure).map(|found| (found.span.start, found.span.end)));
    if spans.is_empty() {
        return None;
    }
    let is_covered = |at: usize| spans.iter().any(|&(start, end)| (start..end).contains(&at));
    let mask = |(at, c): (usize, char)| if is_covered(at) && is_sign(c) { MASK } else { c };
    Some(text.char_indices().map(mask).collect())
}

fn is_sign(c: char) -> bool {
    c.is_alphanumeric() || digit(c).is_some()
}

/// Where a known number that begins here ends: the same digits, whatever stands between them, as in a copy
/// whose hyphen at a line end was taken out.
fn known_end(text: &str, start: usize, known: &BTreeSet<String>) -> Option<usize> {
    const MOST_BETWEEN: usize = 4;
    const LONGEST: usize = 12;
    let mut digits = String::new();
    let mut n_between = 0;
    let mut end = None;
    for (offset, c) in text[start..].char_indices() {
        if let Some(digit) = digit(c) {
            digits.push(char::from(b'0' + digit));
            n_between = 0;
            let after = start + offset + c.len_utf8();
            let is_end = !text[after..].chars().next().is_some_and(char::is_alphanumeric);
            let is_known = known.contains(&digits) || digits.get(2..).is_some_and(|digits| known.contains(digits));
            if is_end && is_known {
                end = Some(after);
            }
            if digits.len() >= LONGEST {
                break;
            }
        } else if c.is_alphanumeric() {
            break;
        } else {
            n_between += 1;
            if n_between > MOST_BETWEEN {
                break;
            }
        }
    }
    end
}

/// A correction may hold part of a number, when a blank was read inside it.
fn cover_corrections(page: &mut wire::Page) {
    let masked: Vec<bool> = page.text.chars().map(|c| c == MASK).collect();
    let original: Vec<bool> = page.original_text.chars().map(|c| c == MASK).collect();
    let touches = |flags: &[bool], [start, end]: [u32; 2]| {
        flags.get(start as usize..(end as usize).min(flags.len())).is_some_and(|flags| flags.contains(&true))
    };
    let whole = |text: &mut String| *text = text.chars().map(|c| if is_sign(c) { MASK } else { c }).collect();
    let mut spans = Vec::new();
    for correction in &mut page.corrections {
        if touches(&masked, correction.span) || touches(&original, correction.original_span) {
            whole(&mut correction.original);
            whole(&mut correction.corrected);
            correction.alternatives.iter_mut().for_each(|other| whole(&mut other.text));
            spans.push((correction.span, correction.original_span));
        }
    }
    // Both texts hold what the correction now says.
    for (span, original_span) in spans {
        page.text = with_mask(&page.text, span);
        page.original_text = with_mask(&page.original_text, original_span);
    }
}

fn with_mask(text: &str, [start, end]: [u32; 2]) -> String {
    let is_inside = |at: usize| (start as usize..end as usize).contains(&at);
    text.chars().enumerate().map(|(at, c)| if is_inside(at) && is_sign(c) { MASK } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::correct::{self, Lexicon};
    use crate::emit::SourceInfo;
    use crate::ocr::ReadPage;
    use crate::page::OcrPage;
    use crate::pipeline::{self, ReadFile};

    fn document(text: &str) -> wire::Document {
        let page = ReadPage {
            page: OcrPage::from_text(1, text),
            engine: None,
            rejected_layer: None,
            from_picture: Vec::new(),
        };
        let source = SourceInfo { sha256: "a".repeat(64), pages: 1, ..SourceInfo::default() };
        let file = ReadFile { source, pages: vec![page], ..ReadFile::default() };
        pipeline::documents(&Lexicon::builtin(), &correct::Options::default(), file).remove(0)
    }

    #[test]
    fn every_copy_of_a_number_is_covered() {
        let full = document(
            "Sammanträdesprotokoll 2019-04-09\nSocialnämnden\n§ 12 Bidrag till 811228-9874\n\
             Ärendet gäller Bo Ek, 8ll228-9874, som söker bidrag. Beslutet gäller 811228-\n9874 och ingen annan.\n\
             Beslut\nNämnden beviljar 19811228-9874 bidrag. Föreningens nummer är 556036-0793.\n",
        );
        let (masked, list) = masked(&full);
        let json = emit::to_json(&masked);
        for copy in ["9874", "811228", "8ll228"] {
            assert!(!json.contains(copy), "{copy} is left in {json}");
        }
        assert!(json.contains("556036-0793") && json.contains("\"masked\""));
        assert_eq!(full.sensitive.len(), 4);
        assert!(full.sensitive.iter().all(|place| !place.masked) && masked.sensitive.iter().all(|place| place.masked));
        assert_eq!(list.masked, masked.sensitive);
        assert!(list.fields.iter().any(|field| field.starts_with("/items/")), "{:?}", list.fields);
        // Spans still fit.
        assert_eq!(full.pages[0].text.chars().count(), masked.pages[0].text.chars().count());
        let evidence = |document: &wire::Document| -> Vec<String> {
            document.items.iter().flat_map(|item| item.evidence.0.iter().map(|(key, _)| key.clone())).collect()
        };
        assert_eq!(evidence(&full), evidence(&masked));
    }

    #[test]
    fn without_numbers_only_the_edition_differs() {
        let full = document("§ 1 Val\nTill justerare valdes Bo Ek.\n");
        let (masked, list) = masked(&full);
        assert_eq!(wire::Document { edition: wire::Edition::Full, ..masked }, full);
        assert!(list.masked.is_empty() && list.fields.is_empty());
    }

    #[test]
    fn a_text_file_cannot_be_guessed_from_its_digest() {
        let text = "Ärendet gäller Bo Ek, 811228-9874.\n";
        let mut full = document(text);
        full.source.sha256 = hash::hex(&Sha256::digest(text));
        full.id = format!("{}-2", &full.source.sha256[..12]);
        let (covered, list) = masked(&full);
        assert!(!emit::to_json(&covered).contains(&full.source.sha256[..12]));
        assert_eq!(covered.id, format!("{}-2", &covered.source.sha256[..12]));
        assert_eq!(list.id, covered.id);
        assert_eq!(covered, masked(&full).0);
        // Without a mask there is nothing to find, and a scan is more than its text.
        let open = document("Ärendet gäller Bo Ek.\n");
        assert_eq!(masked(&open).0.source, open.source);
        full.pages[0].text_source = wire::TextSource::Ocr;
        assert_eq!(masked(&full).0.source, full.source);
    }

    #[test]
    fn possible_numbers_are_listed_and_left() {
        let full = document("Ärende 811228-9875 bordläggs.\n");
        let (masked, list) = masked(&full);
        assert!(masked.pages[0].text.contains("811228-9875"));
        assert_eq!(list.possible.len(), 1);
    }
}
