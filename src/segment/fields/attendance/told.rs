//! Who was there, told among the items: a list under "Närvarande" inside one, and sentences of the first of them.

use crate::correct::Lexicon;
use crate::protocol::Category;
use crate::segment::fields::attendance::lists::{ListKind, Lists, push};
use crate::segment::fields::attendance::prose::sentence_ends;
use crate::segment::fields::attendance::{movements, proxies};
use crate::segment::fields::form::blocks::{self, Block};
use crate::segment::fields::person::entry;
use crate::segment::fields::person::likeness::likeness;
use crate::segment::marks::sheet::{Piece, Sheet};
use crate::segment::outline::zone::{Zone, Zones};
use crate::segment::print::flow::Flow;
use crate::segment::words::forms::Words;
use crate::segment::words::labels::{self, Label};
use crate::segment::words::pattern::compile;
use crate::segment::words::text::fold;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Who was there is told in the first items, if anywhere.
pub const FIRST_ITEMS: usize = 4;

/// Rows under the number of a decision that may be its fields.
const FIELD_ROWS: usize = 24;

/// Rows between the head of a roll and its first name.
const ROWS_BETWEEN: usize = 4;

/// How the words begin that tell of presence: elections have heads like lists of those present.
static PRESENCE: Words = Words::new("attendance.presence_stems");
/// What a list of those who may vote is called, and other words over names of those present.
static ROLLS: Words = Words::new("attendance.rolls");
/// Words over names of those who are elected.
static ELECTIONS: Words = Words::new("attendance.elections");
static NOT: Words = Words::new("list-words.not");

/// "Närvarande vid mötet var, utöver de som framgår av röstlängden,", "Från styrelsen närvarade", "Utöver delägarna deltog
/// även", and the names behind.
static BEFORE_NAMES: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?x)^(?:
            {~attendance.being_there}(?:\s+{=attendance.there}\s+[^,.:]{3,40}?)?
              \s*(?:\s{=outline.being}(?:\s+{=attendance.following}(?:\s\p{Ll}+){0,2})?\s*:?|:)
          | (?:{~attendance.there}|{~attendance.beyond}|{~attendance.sent_from})\s+[^,.:]{3,80}?\s
              (?:{=attendance.attended}|{=outline.being}\s(?:[^,.:]{0,30}\s)??{=outline.present})
              (?:\s+{=attendance.following}(?:\s\p{Ll}+){0,2})?\s*:?
        )
        (?:\s*,?\s{=attendance.beyond}\s[^,.:]{3,90},)?
        (?:\s+{=attendance.go_on})?
        \s+",
    )
});
/// "Från styrelsen var Anna Berg och Bo Ek närvarande": the names between.
static AROUND_NAMES: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?x)^(?:{~attendance.there}|{~attendance.beyond}|{~attendance.sent_from})\s+[^,.:]{3,60}?\s
            {=outline.being}(?:\s{=attendance.go_on})?\s(?P<names>[^.:]{5,300}?)\s{=outline.present}\b",
    )
});
/// "Anna Berg och Bo Ek närvarade vid mötet."
static BEHIND_NAMES: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"\s(?:{=attendance.attended}|{=outline.being}\s{=outline.present})\s+{=attendance.there}\s+(?:\p{Ll}+\s){0,2}?\p{Ll}*{=attendance.meetings}\b",
    )
});

/// The lists inside items: under a head of presence, down to where the list ends or the item does.
pub fn blocks(sheet: &Sheet, zones: &Zones) -> Vec<Block> {
    let mut out = Vec::new();
    for rows in zones.rows_of_items() {
        let tells = |at: &usize| {
            let text = sheet.rows[*at].text();
            is_of_presence(text) && sheet.rows[*at].mark.label_at_start().is_some_and(|(label, _)| label.is_list())
        };
        if let Some(first) = rows.iter().position(tells) {
            let form = blocks::read(sheet, &rows[first..]);
            out.extend(form.blocks.into_iter().filter(|block| {
                block.label == Label::Absent || block.head.first().is_some_and(|head| is_of_presence(&head.text))
            }));
        }
    }
    // "§ 2 Närvarande" over the names.
    for (at, heading) in zones.headings.iter().enumerate() {
        let Some(row) = sheet.rows.get(heading.row) else { continue };
        let title = row.text().get(heading.rest.clone()).unwrap_or("");
        let label = Some(title).filter(|title| is_of_presence(title)).and_then(labels::label_of);
        let Some(label) = label.filter(|label| label.is_list()) else { continue };
        let below = zones.rows(|zone| zone == Zone::Item(at)).into_iter().filter(|below| *below > heading.row);
        let values = below.map(|below| (below, sheet.rows[below].pieces.clone())).collect();
        out.push(Block { label, head: row.pieces.clone(), values, row: heading.row, inline: false });
    }
    out
}

/// The fields of a decision that is printed alone: its number and title stand over "Beslutande: ..." and who else was
/// there, down to the first heading.
pub fn under_the_first_number(sheet: &Sheet, zones: &Zones) -> Vec<Block> {
    let rows = zones.rows(|zone| zone == Zone::Item(0));
    let row_of = |at: &usize| sheet.rows[*at].first();
    let ends = |at: &usize| row_of(at).is_some_and(|piece| piece.mark.section().is_some());
    let rows: Vec<usize> = rows.into_iter().take_while(|at| !ends(at)).take(FIELD_ROWS).collect();
    let is_closed = |at: &usize| {
        row_of(at).is_some_and(|piece| {
            let label = piece.mark.label_at_start();
            label.is_some_and(|(label, end)| {
                matches!(label, Label::Deciding | Label::Present)
                    && piece.text.get(..end).is_some_and(|head| head.trim_end().ends_with(':'))
            })
        })
    };
    let Some(first) = rows.iter().position(is_closed) else { return Vec::new() };
    blocks::read(sheet, &rows[first..]).blocks
}

/// "Fastställande av röstlängd" over rows of nothing but names.
pub fn rolls(lexicon: &Lexicon, sheet: &Sheet, zones: &Zones) -> Vec<Block> {
    let rows = zones.rows(|zone| matches!(zone, Zone::Form | Zone::Item(_) | Zone::Unassigned));
    let text = |at: usize| rows.get(at).map_or("", |row| sheet.rows[*row].text());
    let names_one = |at: usize| {
        let text = text(at);
        entry::entry(text, 0..text.len()).is_some_and(|one| {
            one.name.end == text.trim_end().len()
                && text[one.name.clone()].contains(' ')
                && likeness(lexicon, &text[one.name]) >= 0.3
        })
    };
    let mut out = Vec::new();
    for head in (0..rows.len()).filter(|at| ROLLS.within(&text(*at).to_lowercase())) {
        let first = (head + 1..head + 1 + ROWS_BETWEEN).find(|at| names_one(*at));
        let Some(first) = first.filter(|first| !(head..*first).any(|at| ELECTIONS.within(&text(at).to_lowercase())))
        else {
            continue;
        };
        let values: Vec<_> = (first..rows.len())
            .take_while(|at| names_one(*at))
            .map(|at| (rows[at], sheet.rows[rows[at]].pieces.clone()))
            .collect();
        if values.len() >= 3 {
            let (row, head) = (rows[head], sheet.rows[rows[head]].pieces.clone());
            out.push(Block { label: Label::Present, head, values, row, inline: false });
        }
    }
    out
}

/// Whether a text begins with words of presence.
pub fn is_of_presence(text: &str) -> bool {
    let start: String = text.chars().take(30).collect();
    start.contains(char::is_uppercase) && PRESENCE.within(&fold(&start))
}

/// Reads the sentences of the front page and of the first items that tell who was there.
pub fn sentences(lexicon: &Lexicon, sheet: &Sheet, zones: &Zones, lists: &mut Lists) {
    let before = zones.rows(|zone| matches!(zone, Zone::Form | Zone::Unassigned));
    for rows in std::iter::once(before).chain(zones.rows_of_items().into_iter().take(FIRST_ITEMS)) {
        if !rows.iter().any(|at| PRESENCE.within(&sheet.rows[*at].text().to_lowercase())) {
            continue;
        }
        let Told { flow, starts, breaks } = running_text(sheet, &rows);
        let mut done = 0;
        for start in starts {
            let Some(rest) = flow.text.get(start..).filter(|_| start >= done) else { continue };
            let len = sentence_ends(rest).first().copied().unwrap_or(rest.len());
            let stop = breaks.iter().find(|stop| **stop > start).map_or(rest.len(), |stop| stop - start);
            let len = len.min(stop);
            let sentence = &rest[..len];
            let Some(names) = names_of(sentence) else { continue };
            if movements::tells_movement(sentence) || fold(sentence).split(' ').any(|word| NOT.has(word)) {
                continue;
            }
            done = start + len;
            read(lexicon, sheet, &flow, start + names.start..start + names.end, lists);
        }
    }
}

/// Where in a sentence those stand whom it tells to be there.
fn names_of(sentence: &str) -> Option<Range<usize>> {
    if let Some(found) = BEFORE_NAMES.find(sentence) {
        return Some(found.end()..sentence.len());
    }
    if let Some(names) = AROUND_NAMES.captures(sentence).and_then(|found| found.name("names")) {
        return Some(names.range());
    }
    BEHIND_NAMES.find(sentence).map(|found| 0..found.start())
}

/// Rows as one text.
struct Told {
    flow: Flow,
    /// Where a row or a sentence begins.
    starts: Vec<usize>,
    /// Where something else begins: a numbered matter, or a row after one that ended early.
    breaks: Vec<usize>,
}

fn running_text(sheet: &Sheet, rows: &[usize]) -> Told {
    let mut flow = Flow::default();
    let mut starts = Vec::new();
    let mut breaks = Vec::new();
    let mut before: Option<&Piece> = None;
    for row in rows {
        let Some(first) = sheet.rows[*row].first() else { continue };
        let is_new = before.is_some_and(|last| {
            !last.text.ends_with([',', '-', ':', ';'])
                && first.text.starts_with(char::is_uppercase)
                && sheet.ended_early(last, first)
        });
        before = sheet.rows[*row].pieces.last();
        for (nth, piece) in sheet.rows[*row].pieces.iter().enumerate() {
            let start = flow.push_line(sheet.pages, piece.page, piece.span);
            if nth == 0 && (is_new || !sheet.rows[*row].mark.readings().is_empty()) {
                breaks.push(start);
            }
            let added = flow.text.get(start..).unwrap_or("");
            starts.push(flow.text.len() - added.trim_start().len());
        }
    }
    starts.extend(sentence_ends(&flow.text).into_iter().map(|end| {
        let rest = flow.text.get(end..).unwrap_or("");
        flow.text.len() - rest.trim_start().len()
    }));
    starts.sort_unstable();
    starts.dedup();
    Told { flow, starts, breaks }
}

fn read(lexicon: &Lexicon, sheet: &Sheet, flow: &Flow, range: Range<usize>, lists: &mut Lists) {
    for part in proxies::cut_at_companions(flow.of(&range)) {
        let part = range.start + part.start..range.start + part.end;
        for person in entry::run(&flow.text, part) {
            let before = flow.text.get(range.start..person.name.start).unwrap_or("");
            if proxies::is_represented(before) || likeness(lexicon, flow.of(&person.name)) < 0.3 {
                continue;
            }
            let category = if proxies::is_companion(before) { Category::Other } else { Category::Present };
            push(sheet.pages, flow, person, ListKind::Category(category), lists);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};

    fn names(sentence: &str) -> Option<&str> {
        names_of(sentence).map(|range| sentence[range].trim())
    }

    #[test]
    fn names_under_a_roll() {
        let listed = |head: &str| {
            let text = format!(
                "6 {head}\nAlla på mötet har rösträtt.\n• Anna Berg\n• Bo Ek\n• Eva Ros\n7 Kallelse\nGodkändes."
            );
            let pages = vec![CorrectedPage::new(OcrPage::from_text(1, &text), Vec::new())];
            let sheet = Sheet::new(&pages);
            let zones = Zones { of_row: vec![Zone::Form; sheet.rows.len()], headings: Vec::new(), margin: 0.0 };
            rolls(&Lexicon::builtin(), &sheet, &zones).iter().map(|block| block.values.len()).collect::<Vec<_>>()
        };
        assert_eq!(listed("Fastställande av röstlängd"), [3]);
        assert!(listed("Val av rösträknare").is_empty() && listed("Röstlängd och val av justerare").is_empty());
    }

    #[test]
    fn sentences_with_asides() {
        for (sentence, told) in [
            (
                "Närvarande vid stämman var, utöver de ägare som framgår av röstlängden, Anna Berg och Bo Ek.",
                "Anna Berg och Bo Ek.",
            ),
            ("Utöver delägarna närvarade även Anna Berg och Bo Ek.", "Anna Berg och Bo Ek."),
            ("Från styrelsen deltog Anna Berg och Bo Ek.", "Anna Berg och Bo Ek."),
            ("Från styrelsen var Anna Berg och Bo Ek närvarande.", "Anna Berg och Bo Ek"),
        ] {
            assert_eq!(names(sentence), Some(told), "{sentence}");
        }
        assert_eq!(names("Från kommunen var beskedet att bron ska rivas."), None);
    }

    #[test]
    fn sentences_of_attendance() {
        for sentence in [
            "Närvarande vid mötet var Anna Berg och Bo Ek.",
            "Närvarande: Anna Berg och Bo Ek.",
            "Närvarande var följande medlemmar: Anna Berg och Bo Ek.",
            "Vid sammanställningen närvarade Anna Berg och Bo Ek.",
            "På stämman var närvarande Anna Berg och Bo Ek.",
            "I mötet deltog Anna Berg och Bo Ek.",
        ] {
            assert_eq!(names(sentence), Some("Anna Berg och Bo Ek."), "{sentence}");
        }
        assert_eq!(names("Anna Berg och Bo Ek närvarade vid årsmötet."), Some("Anna Berg och Bo Ek"));
        for sentence in [
            "Anna Berg redogjorde för dem som var närvarande.",
            "De närvarande hälsades välkomna av Anna Berg.",
            "Till ordförande valdes Anna Berg.",
        ] {
            assert_eq!(names(sentence), None, "{sentence}");
        }
    }

    #[test]
    fn fields_under_the_number_of_a_decision_printed_alone() {
        let read = |text: &str| {
            let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
            let sheet = Sheet::new(&pages);
            let zones = Zones { of_row: vec![Zone::Item(0); sheet.rows.len()], headings: Vec::new(), margin: 0.0 };
            under_the_first_number(&sheet, &zones).iter().map(|block| block.label).collect::<Vec<_>>()
        };
        let found = read("KS § 3\nBesök på badet\nBeslutande: Anna Berg (S), Bo Ek (M)\nBeslut\nBadet stängs.");
        assert_eq!(found, [Label::Deciding]);
        assert!(read("KS § 3\nBesök på badet\nBeslut\nBeslutande: Anna Berg (S)").is_empty());
    }
}
