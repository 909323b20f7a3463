//! When the meeting was opened and closed, where a sentence tells it: "Mötet öppnades kl. 18.30", "Kl. 20.15 avslutade
//! ordföranden stämman".

use crate::segment::marks::sheet::Sheet;
use crate::segment::outline::zone::{Zone, Zones};
use crate::segment::print::flow::Flow;
use crate::segment::words::dates;
use crate::segment::words::forms::Words;
use crate::segment::words::pattern::compile;
use crate::segment::words::text::fold;
use jiff::civil::Time;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

static CLOSED: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)\b{=meetings.closings}\b"));
static OPENED: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)\b{=meetings.openings}\b"));
/// What is opened or closed; a point of the agenda is not.
static MEETING: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"(?i)\b[\p{L}-]*(?:{=meetings.gatherings}|{=meetings.the_meeting}|{=meetings.closers})\b")
});
/// "Mötet ajournerades kl. 19 och öppnades åter kl. 19.15", "nästa möte": another hour.
static AGAIN: Words = Words::new("meetings.again");

/// An hour and the sentence that tells it.
#[derive(Clone, Debug)]
pub struct Hour {
    pub flow: Flow,
    pub range: Range<usize>,
    pub time: Time,
}

/// Rows of a page read with a row that speaks of the opening or the closing: a sentence may run over line ends.
const AROUND: usize = 1;

/// The first sentence that tells of the opening and the last that tells of the closing, wherever they stand: the items
/// may not have been found.
pub fn opened_and_closed(sheet: &Sheet, zones: &Zones) -> (Option<Hour>, Option<Hour>) {
    let rows =
        zones.rows(|zone| !matches!(zone, Zone::Head | Zone::Foot | Zone::Contents | Zone::Notice | Zone::Annex));
    let around = |at: usize| {
        let near = &rows[at.saturating_sub(AROUND)..(at + AROUND + 1).min(rows.len())];
        let (page, zone) = (sheet.rows[rows[at]].page, zones.of_row[rows[at]]);
        let near = near.iter().filter(move |row| sheet.rows[**row].page == page && zones.of_row[**row] == zone);
        let near = near.map(|row| &sheet.rows[*row]);
        sheet.flow_of_pieces(near.flat_map(|row| &row.pieces))
    };
    let speaks = |at: &usize, verb: &Regex| verb.is_match(sheet.rows[rows[*at]].text());
    let opened = (0..rows.len()).filter(|at| speaks(at, &OPENED)).find_map(|at| {
        let flow = around(at);
        let (range, time) = told(&flow.text, &OPENED).into_iter().next()?;
        Some(Hour { flow, range, time })
    });
    let closed = (0..rows.len()).rev().filter(|at| speaks(at, &CLOSED)).find_map(|at| {
        let flow = around(at);
        let (range, time) = told(&flow.text, &CLOSED).into_iter().next_back()?;
        Some(Hour { flow, range, time })
    });
    (opened, closed)
}

static PAUSED: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)\b{=meetings.pausing_verbs}\b"));
static RESUMED: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)\b{=meetings.resuming_verbs}\b"));

/// When the meeting paused and went on, as the items tell it: "Mötet pausas kl 18.15", "Sammanträdet återupptogs 18.40".
pub fn pauses(sheet: &Sheet, zones: &Zones) -> Vec<(Option<Time>, Option<Time>)> {
    let mut out: Vec<(Option<Time>, Option<Time>)> = Vec::new();
    for row in zones.rows(|zone| matches!(zone, Zone::Item(_))) {
        let text = sheet.rows[row].text();
        if !PAUSED.is_match(text) && !RESUMED.is_match(text) || !MEETING.is_match(text) {
            continue;
        }
        // The hour may stand on the next line.
        let next = sheet.rows.get(row + 1).filter(|next| next.page == sheet.rows[row].page);
        let rows = [sheet.rows.get(row), next.filter(|_| dates::times(text).is_empty())];
        let flow = sheet.flow_of_pieces(rows.into_iter().flatten().flat_map(|row| &row.pieces));
        for at in dates::times(&flow.text) {
            let (start, _) = sentence_about(&flow.text, &at.range);
            let Some(before) = flow.text.get(start..at.range.start) else { continue };
            let last = |verb: &Regex| verb.find_iter(before).last().map(|found| found.start());
            match (last(&PAUSED), last(&RESUMED)) {
                (Some(paused), resumed) if resumed.is_none_or(|resumed| resumed < paused) => {
                    out.push((at.start, at.end));
                }
                (_, Some(_)) => {
                    if let Some(open) = out.last_mut().filter(|pause| pause.1.is_none()) {
                        open.1 = at.start;
                    }
                }
                _ => {}
            }
        }
    }
    out
}

/// The hours that stand in one sentence with a verb and a word for the meeting.
fn told(text: &str, verb: &Regex) -> Vec<(Range<usize>, Time)> {
    if !verb.is_match(text) {
        return Vec::new();
    }
    let times = dates::times(text);
    times
        .into_iter()
        .filter_map(|at| {
            let (start, end) = sentence_about(text, &at.range);
            let sentence = text.get(start..end)?;
            let near = verb.find_iter(sentence).any(|found| {
                let (from, to) = (start + found.start(), start + found.end());
                let between =
                    if to <= at.range.start { to..at.range.start } else { at.range.end..from.max(at.range.end) };
                text.get(between).is_some_and(|between| between.chars().count() <= 70)
            });
            let is_meeting = MEETING.is_match(sentence);
            let again = fold(sentence).split(' ').any(|word| AGAIN.has(word));
            (near && is_meeting && !again).then_some((at.range, at.start?))
        })
        .collect()
}

/// The sentence in which a range stands. "kl." and "ca." end none.
fn sentence_about(text: &str, range: &Range<usize>) -> (usize, usize) {
    let ends = |at: usize, c: char| {
        let after = text.get(at + c.len_utf8()..).unwrap_or("");
        let before = text.get(..at).unwrap_or("");
        let n_letters = before.chars().rev().take_while(|c| c.is_alphabetic()).count();
        let is_dot = matches!(c, '.' | '!' | '?');
        is_dot
            && after.starts_with(char::is_whitespace)
            && after.trim_start().starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '§')
            && (n_letters > 3 || n_letters == 0)
    };
    let stops: Vec<usize> = text.char_indices().filter(|(at, c)| ends(*at, *c)).map(|(at, _)| at).collect();
    let start = stops.iter().rev().find(|at| **at < range.start).map_or(0, |at| at + 1);
    let end = stops.iter().find(|at| **at >= range.end).map_or(text.len(), |at| *at);
    (start.min(range.start), end.max(range.end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};
    use jiff::civil::time;

    #[test]
    fn pauses_that_the_items_tell() {
        let of = |text: &str| {
            let text = format!("§ 1 Öppnande\nMötet öppnades kl. 17.00.\n§ 2 Val\n{text}\n§ 3 Slut\nMötet avslutades.");
            let pages = [CorrectedPage::new(OcrPage::from_text(1, &text), Vec::new())];
            let sheet = Sheet::new(&pages);
            pauses(&sheet, &crate::segment::outline::zones::zones(&sheet))
        };
        let hour = |h, m| Some(time(h, m, 0, 0));
        let expected = [(hour(18, 15), hour(18, 57))];
        assert_eq!(of("Mötet pausas för mat kl 18:15.\nBo Ek går.\nMötet återupptas kl 18:57."), expected);
        assert_eq!(of("Sammanträdet ajournerades kl. 18.15 och återupptogs kl. 18.57."), expected);
        assert_eq!(of("Mötet ajournerades kl. 18.15–18.57."), expected);
        assert_eq!(of("Frågan ajournerades till kl. 18.15."), []);
    }

    fn closed(flow: &Flow) -> Option<Time> {
        told(&flow.text, &CLOSED).last().map(|(_, time)| *time)
    }

    fn opened(flow: &Flow) -> Option<Time> {
        told(&flow.text, &OPENED).first().map(|(_, time)| *time)
    }

    fn flow(text: &str) -> Flow {
        let pages = [CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        let pieces: Vec<_> = sheet.rows.iter().flat_map(|row| row.pieces.clone()).collect();
        sheet.flow_of_pieces(&pieces)
    }

    #[test]
    fn a_meeting_is_opened_and_closed() {
        for (text, hour) in [
            ("Ordföranden avslutade mötet kl. 20.15.", time(20, 15, 0, 0)),
            ("Stämmans ordförande avslutade stämman kl. 20.00.", time(20, 0, 0, 0)),
            ("Kl. 19:40 förklarades årsmötet avslutat.", time(19, 40, 0, 0)),
            ("Mötet avslutades av ordföranden klockan 21.", time(21, 0, 0, 0)),
            ("Nästa möte hålls kl. 18.00. Anna Berg tackade och avslutade mötet kl 20:05.", time(20, 5, 0, 0)),
        ] {
            assert_eq!(closed(&flow(text)), Some(hour), "{text}");
        }
        let opened_at = |text: &str| opened(&flow(text));
        assert_eq!(opened_at("Mötet öppnades kl 18.30 av Bo Ek."), Some(time(18, 30, 0, 0)));
        assert_eq!(opened_at("Bo Ek hälsade välkommen och öppnade mötet klockan 19.00."), Some(time(19, 0, 0, 0)));
    }

    #[test]
    fn hours_of_other_things() {
        for text in [
            "Mötet avslutades. Nästa möte hålls kl. 18.00.",
            "Kiosken öppnas kl. 10.00.",
            "Projektet avslutades 12.30.",
            "Nästa möte är den 4 april klockan 19:00 i lokalen. 6 Avslutning Mötet avslutas.",
            "Mötet återupptogs och öppnades åter kl. 19.15.",
        ] {
            let flow = flow(text);
            assert_eq!((opened(&flow), closed(&flow)), (None, None), "{text}");
        }
    }
}
