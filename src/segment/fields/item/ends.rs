//! Where a decision under a heading ends although no heading follows that is known.

use crate::protocol::SectionKind;
use crate::segment::fields::attendance::movements;
use crate::segment::fields::item::body::{Paragraph, ParagraphKind};
use crate::segment::words::dates::times;
use crate::segment::words::deciding;
use crate::segment::words::decisions::decides;
use crate::segment::words::forms::Words;
use crate::segment::words::pattern::compile;
use crate::segment::words::text::fold;
use regex::Regex;
use std::sync::LazyLock;

static DECISION_WORDS: Words = Words::new("sections.decision");
/// Letters of "beslut": a longer word names a kind of them.
const LONGEST_DECISION_WORD: usize = 6;
/// A row that tells whose § follows has no more words.
const NUMBER_WORDS: usize = 6;
/// A note of adjusting has no more words.
const NOTE_WORDS: usize = 12;

/// "Bildningsnämnden § 18 1.3.2016", "KST § 44": where another body's part of the matter begins, or the next.
static OF_BODY: LazyLock<Regex> = LazyLock::new(|| compile(r"^\p{Lu}[\p{L} -]{1,40}§\s?\d{1,4}(?:[\s,].*)?$"));

/// Whether a paragraph behind a decision belongs to it no more.
pub fn ends_decision(paragraphs: &[Paragraph], at: usize) -> bool {
    let paragraph = &paragraphs[at];
    let text = paragraph.text();
    heads_reports(paragraphs, at)
        || tells_course(&text)
        || is_signing(paragraph, &text)
        || OF_BODY.is_match(&text) && text.split_whitespace().count() <= NUMBER_WORDS
        || paragraph.is_set && !names_offices(&text)
        || heads_in_capitals(paragraphs, at)
}

/// Whether a text tells how the meeting went: that it closed or paused, who came and left, that it was adjusted.
pub fn tells_course(text: &str) -> bool {
    closes_meeting(text) || is_adjusting(text) || movements::tells_movement(text) && !decides(text)
}

/// "Meddelanden", "Delegationsbeslut" over a list, behind a decision that has ended.
fn heads_reports(paragraphs: &[Paragraph], at: usize) -> bool {
    let text = paragraphs[at].text();
    let ended = at.checked_sub(1).is_some_and(|before| paragraphs[before].text().ends_with('.'));
    let is_line = text.split_whitespace().count() <= 2 && !text.ends_with(['.', ':', ',']);
    let names_reports = DECISION_WORDS.end(&fold(&text)) && fold(&text).chars().count() > LONGEST_DECISION_WORD
        || deciding::classes(&text).contains(&"informing");
    ended && is_line && names_reports && text.starts_with(char::is_uppercase) && at + 1 < paragraphs.len()
}

/// "Stämman avslutades klockan 20.15", "Mötet ajournerades kl. 18.40 och återupptogs kl. 19.10."
fn closes_meeting(text: &str) -> bool {
    let found = deciding::classes(text);
    let has = |class: &str| found.contains(&class);
    let is_closed = has("ceremony") && !has("decided") && (!deciding::is_strong(text) || has("thanks"));
    let is_paused = (has("paused") || has("adjourned")) && !times(text).is_empty();
    (is_closed || is_paused) && !text.starts_with(char::is_lowercase)
}

/// "Paragrafen förklaras omedelbart justerad" is decided.
static IMMEDIATE: Words = Words::new("sections.immediate_phrases");

/// "Paragrafen är justerad", "Justeringen sker den 3 maj."
fn is_adjusting(text: &str) -> bool {
    let found = deciding::classes(text);
    found.contains(&"adjusting")
        && text.starts_with(char::is_uppercase)
        && text.split_whitespace().count() <= NOTE_WORDS
        && !deciding::is_strong(text)
        && !found.contains(&"choosing")
        && !IMMEDIATE.within(&text.to_lowercase())
}

/// "Sekreterare   Ordförande   Justerare": where people sign.
fn is_signing(paragraph: &Paragraph, text: &str) -> bool {
    paragraph.kind == ParagraphKind::Cells
        && text.split('\t').all(|cell| deciding::is_office(cell) && !cell.contains(' '))
}

/// "Ordinarie ledamöter" over those who were elected is part of the decision.
fn names_offices(text: &str) -> bool {
    deciding::classes(text).contains(&"offices") || text.split_whitespace().any(deciding::is_office)
}

/// "ANVISNING FÖR BESVÄR": words in capitals over text that is not.
fn heads_in_capitals(paragraphs: &[Paragraph], at: usize) -> bool {
    let text = paragraphs[at].text();
    let is_capital =
        |text: &str| text.chars().filter(|c| c.is_alphabetic()).count() >= 8 && !text.chars().any(char::is_lowercase);
    let follows = paragraphs.get(at + 1).is_some_and(|next| !is_capital(&next.text()));
    is_capital(&text)
        && text.split_whitespace().count() >= 2
        && !text.ends_with(['.', ','])
        && !names_offices(&text)
        && follows
        && paragraphs[..at].iter().rev().any(|before| before.kind != ParagraphKind::Heading(SectionKind::Decision))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};
    use crate::segment::fields::item::body::whole_row;
    use crate::segment::fields::item::decisions::Style;
    use crate::segment::fields::item::headings::Headings;
    use crate::segment::fields::item::paragraphs::paragraphs;
    use crate::segment::fields::item::sections::sections;
    use crate::segment::marks::sheet::Sheet;

    fn decided(text: &str) -> Vec<String> {
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        let rows: Vec<_> = sheet.rows.iter().enumerate().map(|(at, row)| whole_row(at, row)).collect();
        let read = paragraphs(&sheet, &rows, &Headings::default());
        let found = sections(&read, "", &Style::default());
        found.into_iter().filter(|one| one.kind == SectionKind::Decision).map(|one| one.text).collect()
    }

    #[test]
    fn what_tells_how_the_meeting_went_is_no_decision() {
        for told in [
            "Stämman avslutades klockan 20.15 av ordföranden.",
            "Ordföranden tackade för visat intresse och förklarade mötet avslutat.",
            "Mötet ajournerades kl. 18.40 för mat och återupptogs kl. 19.10.",
            "Paragrafen är justerad",
            "Justeringen sker på kansliet den 29 november kl. 16.00.",
            "Eva Ros lämnar mötet 12:50.",
            "Hamnnämnden § 18",
            "Sekreterare      Ordförande      Justerare",
            "Delegationsbeslut\n2031-04 Lov till brygga",
            "ANVISNING FÖR BESVÄR\nDen som är missnöjd kan besvära sig.",
        ] {
            assert_eq!(
                decided(&format!("Beslut\nPlanen för hamnen godkänns.\n\n{told}")),
                ["Planen för hamnen godkänns."]
            );
        }
    }

    #[test]
    fn what_was_decided_goes_on() {
        for more in [
            "Bo Ek och Eva Ros utses att justera protokollet.",
            "Mötet ajournerades till nästa dag.",
            "Paragrafen förklaras omedelbart justerad.",
            "Bryggan byggs nästa vår av dem som äger båt.",
        ] {
            let text = format!("Planen för hamnen godkänns.\n{more}");
            assert_eq!(decided(&format!("Beslut\n{}", text.replace('\n', "\n\n"))).join("\n"), text);
        }
    }
}
