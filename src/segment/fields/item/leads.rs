//! Whether an item begins with a title or with its text, and where the title ends: judged by its words, its type and what
//! the other items of the document do.

use crate::page::Word;
use crate::segment::marks::numbers::Heading;
use crate::segment::marks::sheet::Sheet;
use crate::segment::words::forms::Words;
use crate::segment::words::pattern::compile;
use crate::segment::words::references::reference_in;
use crate::segment::words::sentences::{begins_point, breaks_off, hangs};
use crate::segment::words::tenses;
use crate::segment::words::text::{fold, n_letters};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// What matters of meetings are called.
static MATTERS: Words = Words::new("outline.matters");
/// How the titles of elections begin.
static ELECTIONS: Words = Words::new("titles.elections");
/// "Närvarande:" before names.
static PRESENT: Words = Words::new("labels.present");
/// Parts that end in a full stop and no sentence.
static SHORT_FORMS: Words = Words::new("titles.short_forms");

/// The first paragraph of an item.
#[derive(Clone, Debug, Default)]
pub struct Lead {
    text: String,
    /// Which part of the text stands in which row, and where in that row's text.
    parts: Vec<(usize, Range<usize>, usize)>,
    /// Bold, underlined, large or in capitals where the text below is not.
    is_apart: bool,
    /// Something stands below it in the item.
    has_body: bool,
    /// Where ordinary print begins behind bold in its first row.
    bold: Option<usize>,
    /// Where bold ends in its first row before a clock time in ordinary print.
    hour: Option<usize>,
}

/// Capitals of so many pixels show their weight.
const LEAST_SIZE: f32 = 12.0;

/// Endings of verbs that tell what happened and that few nouns have.
static VERB_ENDINGS: Words = Words::new("tenses.middle_endings");

/// How much speaks for a title that ends before the text on its line.
const CUT: f32 = 0.8;
/// Titles have mostly no more words.
const FEW_WORDS: usize = 7;

/// What of a lead is the title.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Title {
    Whole,
    /// Up to a byte of a row; the text begins at a byte of the same row, if anything is left of it.
    Until {
        row: usize,
        end: usize,
        text: usize,
    },
    Nothing,
}

impl Lead {
    /// What begins behind the number, from `start` of that row on, or on the first of the rows below.
    pub fn new(sheet: &Sheet, heading: &Heading, start: Option<usize>, rows: &[usize]) -> Lead {
        let below: Vec<usize> = rows.iter().copied().filter(|row| *row > heading.row).collect();
        let (first, start, rest) = match (start, below.split_first()) {
            (Some(start), _) => (heading.row, start, below.as_slice()),
            (None, Some((first, rest))) => (*first, 0, rest),
            (None, None) => return Lead::default(),
        };
        let has_reference = reference_in(sheet.rows[first].text()).is_some();
        let is_set = |row: usize| {
            let face = sheet.face(row);
            face.is_marked() || face.is_large(sheet.usual_size())
        };
        let mut lead = Lead::default();
        let mut before = first;
        let end = if first == heading.row { heading.rest.end } else { usize::MAX };
        lead.push(sheet, first, start..end);
        let mut n_taken = 0;
        for &at in rest {
            let (Some(last), Some(next)) = (sheet.rows[before].pieces.last(), sheet.rows[at].pieces.first()) else {
                break;
            };
            let divided = is_divided(&last.text);
            let lower = next.text.starts_with(char::is_lowercase) && !begins_point(&next.text);
            let full = !sheet.ended_early(last, next);
            let close = sheet.gap_above(at).is_none_or(|gap| gap < 1.4);
            let hangs = breaks_off(&lead.text) && !begins_point(&next.text);
            // A sentence under a line that says nothing, or ordinary print under bold.
            // Where a name goes on with its comma, the sentence began before it.
            let goes_on_by_name = full && next.text.split_whitespace().next().is_some_and(|word| word.ends_with(','));
            let says_first = !lower
                && !hangs
                && !goes_on_by_name
                && next.text.starts_with(char::is_uppercase)
                && tenses::is_said(&next.text)
                && !tenses::is_said(&lead.text);
            let begins_anew = !divided && (says_first || is_set(first) && !is_set(at) && !(lower && full));
            let goes_on = close && (divided || lower || full || hangs) && !begins_anew;
            if !goes_on || sheet.rows[at].pieces.len() > 1 || n_taken >= 8 {
                break;
            }
            lead.push(sheet, at, 0..usize::MAX);
            before = at;
            n_taken += 1;
        }
        let after = rest.get(n_taken);
        lead.has_body = after.is_some();
        lead.is_apart = is_set(first) && after.is_some_and(|row| !is_set(*row));
        lead.bold = bold_start(sheet, first, start).filter(|_| first == heading.row && !has_reference);
        lead.hour = hour_start(sheet, first, start).filter(|_| first == heading.row && !has_reference);
        lead
    }

    fn push(&mut self, sheet: &Sheet, row: usize, range: Range<usize>) {
        let text = sheet.rows[row].text();
        let start = range.start;
        let Some(text) = text.get(start..range.end.min(text.len())) else { return };
        if !self.text.is_empty() {
            if is_divided(&self.text) {
                self.text.pop();
            } else {
                self.text.push(' ');
            }
        }
        let at = self.text.len();
        self.text.push_str(text);
        self.parts.push((row, at..self.text.len(), start));
    }

    /// The row that a byte of the text stands in, and where there.
    fn place(&self, at: usize) -> Option<(usize, usize)> {
        let (row, range, start) = self.parts.iter().rev().find(|(_, range, _)| range.start <= at)?;
        Some((*row, start + (at.min(range.end) - range.start)))
    }

    /// The text up to a byte of a row.
    fn head(&self, row: usize, end: usize) -> &str {
        let part = self.parts.iter().find(|(at, ..)| *at == row);
        let end = part.map_or(0, |(_, range, start)| range.start + end.saturating_sub(*start));
        self.text.get(..end).unwrap_or("").trim()
    }

    /// Whether lines up to a byte of the text were joined although the next begins with a capital.
    fn joins(&self, end: usize) -> bool {
        let begins = |start: usize| self.text.get(start..).is_some_and(|rest| rest.starts_with(char::is_uppercase));
        self.parts.iter().skip(1).any(|(_, range, _)| range.start < end && begins(range.start))
    }

    /// What the words of a title add to the trust in it: the names of matters are short and say nothing.
    fn looks(&self, title: &str) -> f32 {
        let words: Vec<&str> = title.split_whitespace().collect();
        let is_few = words.len() <= FEW_WORDS;
        let is_verb = |word: &&str| {
            let core = word.trim_end_matches(|c: char| !c.is_alphabetic());
            core.starts_with(char::is_lowercase) && core.chars().count() >= 4 && VERB_ENDINGS.end(core)
        };
        let looks = if MATTERS.within(&fold(title)) {
            if is_few { 0.7 } else { 0.2 }
        } else if words.len() <= 3 {
            0.3
        } else {
            0.0
        };
        if words.iter().any(is_verb) { looks - 0.8 } else { looks }
    }

    /// How much speaks for a title, without what the other items do.
    fn weight(&self) -> f32 {
        let text = self.text.trim();
        let n = text.chars().count();
        let is_said = tenses::is_said(text);
        let mut weight = if is_said { -1.6 } else { 0.8 };
        weight += match text.ends_with('.') {
            true if is_said => -0.8,
            true => -0.3,
            false => 0.3,
        };
        weight += if !is_said && MATTERS.within(&fold(text)) { 0.5 } else { 0.0 };
        weight += if self.is_apart { 2.0 } else { 0.0 };
        weight += if self.has_body { 0.5 } else { -0.4 };
        weight -= if n > 160 {
            1.5
        } else if n > 100 {
            0.5
        } else {
            0.0
        };
        weight
    }
}

/// Whether a line ends within a word, and not with a dash that stands for itself.
fn is_divided(text: &str) -> bool {
    text.strip_suffix('-').is_some_and(|rest| rest.ends_with(char::is_alphabetic))
}

/// The words of a row from a place in its text on: where each stands there, the word, and its letters.
fn words_from<'s>(sheet: &'s Sheet, row: usize, start: usize) -> Vec<(usize, &'s Word, &'s str)> {
    let mut out = Vec::new();
    let mut before = 0;
    for piece in &sheet.rows[row].pieces {
        let page = &sheet.pages[piece.page];
        let words = page.words_in(piece.span).map(|word| {
            let at = before + word.span.start.saturating_sub(piece.span.start);
            (at, word, word.span.of(page.text()))
        });
        out.extend(words.filter(|(at, ..)| *at >= start));
        before += piece.text.len() + 1;
    }
    out
}

/// Where bold words at the beginning of a row end and ordinary print goes on in it, in bytes of the row's text.
fn bold_start(sheet: &Sheet, row: usize, start: usize) -> Option<usize> {
    let (mut end, mut n_plain) = (None, 0);
    for (at, word, text) in words_from(sheet, row, start) {
        let weight = word.face.filter(|face| face.size >= LEAST_SIZE).map(|face| face.weight);
        match weight {
            Some(weight) if weight >= 1.3 && n_plain == 0 => end = Some(at + word.span.len()),
            // A sentence may have one word: "Godkändes."
            Some(weight) if weight < 1.15 && end.is_some() => n_plain += if text.ends_with('.') { 2 } else { 1 },
            _ if n_letters(text) < 3 => {}
            _ if n_plain > 0 => {}
            _ => return None,
        }
    }
    end.filter(|_| n_plain >= 2)
}

/// "Mötets öppnande 18:15" with the hour in ordinary print: where the bold words end, in bytes of the row's text.
fn hour_start(sheet: &Sheet, row: usize, start: usize) -> Option<usize> {
    let text = sheet.rows.get(row)?.text().get(start..)?;
    let hour = HOUR.find(text)?.start();
    let mut end = None;
    for (at, word, text) in words_from(sheet, row, start) {
        let weight = word.face.map(|face| face.weight)?;
        if at >= start + hour {
            if weight >= 1.15 {
                return None;
            }
        } else if n_letters(text) >= 3 && weight < 1.25 {
            return None;
        } else {
            end = Some(at + word.span.len());
        }
    }
    end
}

/// A clock time at the end of a line.
static HOUR: LazyLock<Regex> =
    LazyLock::new(|| compile(r"[ \t](?:[(]?(?i:{=dates.clock})\.?\s?)?[(]?\d{1,2}[.:]\d{2}[)]?\.?\s*$"));

/// What of each lead is the title, and how sure that is, between 0 and 1.
pub fn titles(leads: &[Lead]) -> Vec<(Title, f32)> {
    let known: Vec<f32> = leads.iter().filter(|lead| n_letters(&lead.text) >= 2).map(Lead::weight).collect();
    let usual = (known.iter().sum::<f32>() / known.len().max(1) as f32).clamp(-1.5, 1.5);
    // One bold word may be thick ink: where titles are set bold before the text, most are.
    let n_bold = leads.iter().filter(|lead| lead.bold.is_some()).count();
    let runs_in_bold = n_bold >= 3 && n_bold * 2 >= known.len();
    let found: Vec<(Title, f32)> = leads.iter().map(|lead| title(lead, usual, runs_in_bold)).collect();
    let n_cut = found.iter().filter(|(title, _)| matches!(title, Title::Until { .. })).count();
    let share = n_cut as f32 / leads.len().max(1) as f32;
    let trust = |lead: &Lead, (title, weight): (Title, f32)| {
        let support = match title {
            Title::Nothing => 0.0,
            Title::Whole => lead.looks(lead.text.trim()),
            // Where most items put the text behind the title, that is how the document is made.
            Title::Until { row, end, .. } => {
                let head = lead.head(row, end);
                let joins = if lead.joins(head.len()) { 0.5 } else { 0.0 };
                let begins = if begins_anew(head) { 0.4 } else { 0.0 };
                lead.looks(head) + 1.2 * (share - 0.3).max(0.0) - joins - begins
            }
        };
        (title, 1.0 - 0.5 * (-1.5 * (weight + support).max(0.1)).exp())
    };
    leads.iter().zip(found).map(|(lead, found)| trust(lead, found)).collect()
}

/// Whether a word with a capital follows one that needs nothing behind it, as where a text begins: "Övriga frågor Bo".
fn begins_anew(title: &str) -> bool {
    let words: Vec<&str> = title.split_whitespace().collect();
    words.windows(2).any(|pair| {
        pair[0].ends_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
            && !hangs(pair[0])
            && pair[1].starts_with(char::is_uppercase)
            && pair[1].chars().skip(1).any(char::is_lowercase)
    })
}

/// What of a lead is the title, and how much speaks for it.
fn title(lead: &Lead, usual: f32, runs_in_bold: bool) -> (Title, f32) {
    let cut = |end: usize, text: usize| {
        let ((row, end), (next, text)) = lead.place(end).zip(lead.place(text))?;
        // Where the text begins in a later row, nothing of this one is left.
        Some(Title::Until { row, end, text: if row == next { text } else { usize::MAX } })
    };
    let weight = lead.weight() + if usual > 0.0 { 1.2 * usual } else { 0.8 * usual };
    let whole = weight > 0.0;
    // "Val av justerare Bo Ek valdes." with the first words bold.
    if let (true, Some(end), Some((row, _, _))) = (runs_in_bold, lead.bold, lead.parts.first()) {
        return (Title::Until { row: *row, end, text: end }, CUT);
    }
    if let (true, Some(end), Some((row, _, _))) = (whole, lead.hour, lead.parts.first()) {
        return (Title::Until { row: *row, end, text: end }, CUT);
    }
    let found = named(&lead.text).filter(|(end, text)| {
        let tail = &lead.text[*text..];
        let stops = lead.text[*end..].starts_with('.') && tail.trim_end().ends_with('.');
        // "Val av ordförande: Bo Ek": an election with who was elected.
        let elects = !tail.trim().is_empty() && ELECTIONS.begin(&fold(&lead.text[..*end]));
        let lists = lead.text[*end..].starts_with(':') && PRESENT.has(&fold(&lead.text[..*end]));
        !whole || stops || elects || begins_point(tail) || tenses::is_said(tail) || lists
    });
    if let Some((end, text)) = found {
        return (cut(end, text).unwrap_or(Title::Nothing), CUT);
    }
    (if whole { Title::Whole } else { Title::Nothing }, weight.abs())
}

/// "Genomgång av budget. Kassören redogjorde", "Val av ordförande: Bo Ek": a phrase that says nothing before one that
/// does. Gives its end and where the text begins.
fn named(text: &str) -> Option<(usize, usize)> {
    let marks = text.char_indices().filter(|(_, c)| matches!(c, '.' | ':' | ';'));
    for (at, mark) in marks {
        let (head, tail) = (&text[..at], &text[at + 1..]);
        let next = tail.trim_start();
        let is_end = tail.starts_with(char::is_whitespace) && !next.is_empty();
        if !is_end {
            continue;
        }
        let last: String = head.split_whitespace().last().unwrap_or("").to_lowercase();
        let is_short = last.chars().count() <= 1 || SHORT_FORMS.has(&last);
        let begins = |c: char| c.is_uppercase() || c.is_ascii_digit();
        // "Val av ordförande; ledamöter och ersättare" is one phrase.
        if mark == ';' && !tenses::is_said(next) {
            continue;
        }
        if mark == '.' && (!next.starts_with(begins) && !begins_point(next) || is_short) {
            continue;
        }
        let n_words = head.split_whitespace().count();
        let fits = n_letters(head) >= 4
            && n_words <= 16
            && head.trim_start().starts_with(char::is_uppercase)
            && !tenses::is_said(head);
        return fits.then_some((at, at + 1 + (tail.len() - next.len())));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};
    use crate::segment::outline::candidates::at_sight;

    /// The titles of the items of a page whose rows with a number open them.
    fn titles_of(text: &str) -> Vec<Option<String>> {
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        let lead = |(head, rows): (Heading, Vec<usize>)| {
            let has_rest = n_letters(&sheet.rows[head.row].text()[head.rest.clone()]) > 1;
            Lead::new(&sheet, &head, has_rest.then_some(head.rest.start), &rows)
        };
        let leads: Vec<Lead> = at_sight(&sheet).into_iter().map(lead).collect();
        leads
            .iter()
            .zip(titles(&leads))
            .map(|(lead, (title, _))| match title {
                Title::Whole => Some(lead.text.trim().to_owned()),
                Title::Until { row, end, .. } => Some(sheet.rows[row].text()[..end].to_owned()),
                Title::Nothing => None,
            })
            .collect()
    }

    #[test]
    fn sentences_are_no_titles() {
        let text = "1. Mötet öppnades av ordföranden Bo Ek.\n2. Till sekreterare valdes Eva Lund.\n\
                    3. Dagordningen godkändes.\n4. Rapporten lades till handlingarna.\n5. Mötet avslutades.";
        assert_eq!(titles_of(text), vec![None; 5]);
    }

    #[test]
    fn a_semicolon_within_a_phrase_ends_no_title() {
        let text = "§ 1 Mötet öppnas\nBo Ek öppnade mötet.\n§ 2 Val av ordförande; ledamöter och ersättare\nEva Lund \
                    valdes.\n§ 3 Rapporter\nDe lades till handlingarna.";
        assert_eq!(titles_of(text)[1].as_deref(), Some("Val av ordförande; ledamöter och ersättare"));
    }

    #[test]
    fn what_the_other_items_have_tells() {
        let text = "§ 1 Mötet öppnas\nBo Ek öppnade mötet.\n§ 2 Val av justerare\nEva Lund valdes.\n\
                    § 3 Rapporter\nDe lades till handlingarna.\n§ 4 Budget\nDen antogs.";
        assert_eq!(titles_of(text)[0].as_deref(), Some("Mötet öppnas"));
        assert!(titles_of(text).iter().all(Option::is_some));
    }

    #[test]
    fn a_phrase_before_the_text_is_one() {
        let text = "§ 1. Mötet öppnades av ordföranden.\n§ 2. Genomgång av budget. Kassören redogjorde för den.\n\
                    § 3. Val av ordförande: Bo Ek valdes.\n§ 4. Anslag; inga anslag beviljades.\n\
                    § 5. Nästa möte hålls i maj.";
        let found = titles_of(text);
        assert_eq!((&found[0], &found[4]), (&None, &None));
        assert!(found[1].as_deref().is_some_and(|title| title.ends_with("Genomgång av budget")), "{found:?}");
        assert!(found[2].as_deref().is_some_and(|title| title.ends_with("Val av ordförande")), "{found:?}");
        assert!(found[3].as_deref().is_some_and(|title| title.ends_with("Anslag")), "{found:?}");
    }

    #[test]
    fn lines_that_must_go_on() {
        let titles = |text: &str| titles_of(text).into_iter().map(Option::unwrap_or_default).collect::<Vec<_>>();
        let found = titles("§ 1 EKONOMISK RAPPORT SAMT\nREVISORNS BERÄTTELSE\nDen lades till handlingarna.");
        assert_eq!(found, ["EKONOMISK RAPPORT SAMT REVISORNS BERÄTTELSE"]);
        let found = titles("§ 1 Val av\na) ordförande för ett år\nBo Ek valdes.");
        assert_eq!(found, ["Val av"]);
        let found = titles("§ 1 Skrivelser. a) Från förbundet om avgiften. b) Från kommunen.");
        assert!(found[0].ends_with("Skrivelser"), "{found:?}");
    }

    #[test]
    fn titles_cut_as_the_document_cuts_them_are_sure() {
        let trust = |texts: &[&str]| {
            let leads: Vec<Lead> = texts
                .iter()
                .map(|text| Lead {
                    text: (*text).to_owned(),
                    parts: vec![(0, 0..text.len(), 0)],
                    has_body: true,
                    ..Lead::default()
                })
                .collect();
            titles(&leads)[0].1
        };
        let others = ["Kassarapport. Kassan är god.", "Val av revisor. Bo Ek valdes.", "Avgifter. De höjdes."];
        let told = ["Mötet öppnades av Eva Lund.", "Till revisor valdes Bo Ek.", "Avgiften höjdes."];
        let with = |first: &'static str, rest: &[&'static str]| {
            let mut all = vec![first];
            all.extend(rest);
            trust(&all)
        };
        let sure = with("Jaktledarens rapport. Bo Ek redogjorde.", &others);
        assert!(sure > with("Jaktledarens rapport. Bo Ek redogjorde.", &told));
        assert!(sure > with("Jaktledarens rapport Beslut. Bo Ek redogjorde.", &others));
    }

    #[test]
    fn hours_in_ordinary_print_are_no_part_of_a_bold_title() {
        let title = |text: &str, n_bold: usize| {
            let mut page = OcrPage::from_text(1, text);
            for (at, word) in page.words.iter_mut().enumerate() {
                word.face = Some(crate::page::Face { weight: if at < n_bold { 1.4 } else { 1.0 }, size: 14.0 });
            }
            let pages = vec![CorrectedPage::new(page, Vec::new())];
            let sheet = Sheet::new(&pages);
            hour_start(&sheet, 0, 3).map(|end| sheet.rows[0].text()[..end].to_owned())
        };
        assert_eq!(title("1. Mötets öppnande 18:15", 3).as_deref(), Some("1. Mötets öppnande"));
        assert_eq!(title("1. Mötets öppnande kl. 18.15", 3).as_deref(), Some("1. Mötets öppnande"));
        assert_eq!(title("1. Mötets öppnande 18:15", 4), None);
        assert_eq!(title("1. Mötets öppnande 18:15", 0), None);
    }
}
