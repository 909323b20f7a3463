//! What a page has besides its text: running heads and feet, boxes for initials, the page's number.

use crate::page::CorrectedPage;
use crate::segment::marks::sheet::{Piece, Sheet};
use crate::segment::outline::zone::{Zone, Zones};
use crate::segment::words::dates;
use crate::segment::words::forms::Words;
use crate::segment::words::labels::{self, Label};
use crate::segment::words::pattern::compile;
use crate::segment::words::text::{fold, n_letters};
use rapidfuzz::distance::levenshtein;
use regex::Regex;
use std::sync::LazyLock;

static PAGE_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?ix)^(?:[-–—_\[(\ .]*\d{1,3}[-–—_\])\ .]*
            |{=outline.page_words}\.?\s*\d{1,3}\s*(?:(?:av|\(|/)\s*\d{1,3}\s*\)?)?
            |\d{1,3}\s*[(/]\s*\d{1,3}\s*\)?)$",
    )
});

/// A line that goes on over the page and counts it: "forts. 7/2 1957, sid. 2".
static ENDS_IN_PAGE_WORD: LazyLock<Regex> =
    LazyLock::new(|| compile(r"(?i)^.{0,40}\b{=outline.page_words}\.?\s*\d{1,3}(?:\s*\(\s*\d{1,3}\s*\))?\.?$"));

/// What stands beside the lines of the boxes for initials, and what vouches for an extract.
static SIGNING_WORDS: Words = Words::new("outline.signing_words");
static EXTRACT_WORDS: Words = Words::new("outline.extract_words");

/// Of a longer document, the edges of so many pages tell what comes back on all.
const MOST_PAGES: usize = 64;

/// Running heads and feet: lines that come back at the same height, boxes for initials, page numbers.
pub fn furniture(sheet: &Sheet, zones: &mut Zones) {
    let mut pages: Vec<Vec<usize>> = vec![Vec::new(); sheet.pages.len()];
    for (at, row) in sheet.rows.iter().enumerate() {
        pages[row.page].push(at);
    }
    let (tops, bottoms): (Vec<Vec<Edge>>, Vec<Vec<Edge>>) = pages
        .iter()
        .enumerate()
        .map(|(page, rows)| {
            let height = sheet.metrics_at(page).height;
            let has_boxes = sheet.pages[page].ocr().has_boxes();
            let high = |row: &&usize| !has_boxes || sheet.rows[**row].bbox.y0 < height / 4;
            let low = |row: &&usize| !has_boxes || sheet.rows[**row].bbox.y1 > height * 3 / 4;
            let edge = |row: &usize| Edge::new(sheet, *row);
            let top = rows.iter().take(6).filter(high).map(edge).collect();
            let bottom = rows.iter().rev().take(6).filter(low).map(edge).collect();
            (top, bottom)
        })
        .unzip();
    for (edges, zone) in [(&tops, Zone::Head), (&bottoms, Zone::Foot)] {
        for row in recurring(sheet, edges, &mut Edge::is_like) {
            zones.of_row[row] = zone;
        }
    }
    for (rows, bottom) in pages.iter().zip(&bottoms) {
        let bottom: Vec<usize> = bottom.iter().map(|edge| edge.row).collect();
        edges_of_page(sheet, zones, rows, &bottom);
    }
    said_again(sheet, zones, &pages);
    continued(sheet, zones, &pages);
}

/// The rows at the top of the first page of which one may head a later page at another height.
const TITLE_ROWS: usize = 10;

/// The rows at the top of a page of which one may count the pages.
const COUNTED_ROWS: usize = 6;

/// "Lillby byalag" over the first page in large letters, and small over the second, or with the page's number beside it.
fn said_again(sheet: &Sheet, zones: &mut Zones, pages: &[Vec<usize>]) {
    let Some(first) = pages.first() else { return };
    let titles: Vec<Line> = first.iter().take(TITLE_ROWS).map(|row| Line::new(sheet.rows[*row].text())).collect();
    for (page, rows) in pages.iter().enumerate().skip(1) {
        let counts = |row: usize| {
            let found = COUNTED_AT_END.captures(sheet.rows[row].text().trim());
            let figures = |one: &str, other: &str| {
                let found = found.as_ref()?;
                found.name(one).or(found.name(other))?.as_str().parse::<usize>().ok()
            };
            figures("n", "m") == Some(page + 1) && figures("of", "off") == Some(pages.len())
        };
        // "Sida 5 av 7" under the other lines of the head, which were read otherwise on every page.
        let opens = |row: &usize| sheet.rows[*row].mark.is_strong() || sheet.rows[*row].mark.section().is_some();
        let head: Vec<usize> = rows.iter().copied().take(COUNTED_ROWS).take_while(|row| !opens(row)).collect();
        if let Some(at) = head.iter().rposition(|row| counts(*row)).filter(|_| rows.len() > COUNTED_ROWS) {
            for row in &head[..=at] {
                zones.of_row[*row] = Zone::Head;
            }
        }
        let Some(&row) = rows.iter().find(|row| zones.of_row[**row] == Zone::Unassigned) else { continue };
        let this = &sheet.rows[row];
        let is_first = rows.iter().take_while(|other| **other != row).all(|other| zones.of_row[*other] == Zone::Head);
        let says_title = || {
            let line = Line::new(this.text());
            line.is_long && titles.iter().any(|title| title.folded == line.folded)
        };
        let is_open = is_first
            && rows.len() > 2
            && !this.mark.is_strong()
            && !this.pieces.iter().all(|piece| piece.mark.is_name_line());
        if is_open && (counts(row) || says_title()) {
            zones.of_row[row] = Zone::Head;
        }
    }
}

/// "Protokoll 2(3)", "Lillby byalag, styrelsemöte sid 2 av 3"
static COUNTED_AT_END: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)^.{0,60}?\b(?:{=outline.page_words}\.?\s*(?P<n>\d{1,3})\s?(?:\(|/|av)\s?(?P<of>\d{1,3})\s?\)?|(?P<m>\d{1,3})\s?\(\s?(?P<off>\d{1,3})\s?\))$",
    )
});

/// Rows of a page's top in which it may be said what goes on there.
const CONTINUED_ROWS: usize = 6;

/// "§ 14 forts.", "Forts. från sid 2" at the top of a page, "forts. nästa sida" at its bottom: what is told below is no
/// item of its own.
fn continued(sheet: &Sheet, zones: &mut Zones, pages: &[Vec<usize>]) {
    let mut last_number = None;
    for rows in pages {
        for (at, row) in rows.iter().enumerate() {
            let mark = &sheet.rows[*row].mark;
            let numbers = mark.readings().iter().filter(|reading| reading.weight >= 1.0);
            let number = numbers.max_by(|a, b| a.weight.total_cmp(&b.weight)).map(|reading| reading.number);
            let is_top = at < CONTINUED_ROWS;
            let is_bottom = at + 2 >= rows.len();
            if (is_top || is_bottom) && CONTINUED.is_match(sheet.rows[*row].text()) {
                // The number of an item that has not begun opens it: "§ 14 Fortsättning från förra mötet".
                let goes_on = number.is_none_or(|number| last_number == Some(number));
                if is_top && goes_on && last_number.is_some() {
                    for row in &rows[..=at] {
                        zones.of_row[*row] = Zone::Head;
                    }
                } else if is_bottom && number.is_none() {
                    for row in &rows[at..] {
                        zones.of_row[*row] = Zone::Foot;
                    }
                }
            }
            last_number = number.or(last_number);
        }
    }
}

/// A line that says that something goes on, and little else.
static CONTINUED: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"(?i)^\W*(?:[\p{L}/]{1,4}\.?\s*)?(?:§\s*)?(?:\d{1,4}(?:/\d{2,4})?\W*)?{=outline.continued}\b.{0,40}$")
});

/// A row at the edge of its page, its words folded once.
struct Edge {
    row: usize,
    y0: i32,
    /// How far another may stand from it on its page; anywhere where no place is known.
    reach: Option<i32>,
    text: Line,
    pieces: Vec<Line>,
}

struct Line {
    folded: String,
    n_chars: usize,
    /// Long enough to tell a row by a part of it.
    is_long: bool,
}

impl Line {
    fn new(text: &str) -> Line {
        let folded = fold(text);
        Line { n_chars: folded.chars().count(), folded, is_long: n_letters(text) >= 8 }
    }

    fn is_like(&self, other: &Line) -> bool {
        if self.n_chars < 3 || other.n_chars < 3 {
            return false;
        }
        if self.folded == other.folded {
            return true;
        }
        // Asked for every two edges, and most are far apart: this one stops early.
        let longest = self.n_chars.max(other.n_chars);
        let cutoff = levenshtein::Args::default().score_cutoff(longest * 22 / 100 + 1);
        levenshtein::distance_with_args(self.folded.chars(), other.folded.chars(), &cutoff)
            .is_some_and(|distance| 1.0 - distance as f64 / longest as f64 >= 0.78)
    }
}

impl Edge {
    fn new(sheet: &Sheet, row: usize) -> Edge {
        let this = &sheet.rows[row];
        let has_boxes = sheet.pages[this.page].ocr().has_boxes();
        Edge {
            row,
            y0: this.bbox.y0,
            reach: has_boxes.then(|| 5 * sheet.metrics_at(this.page).size),
            text: Line::new(this.text()),
            pieces: this.pieces.iter().map(|piece| Line::new(&piece.text)).collect(),
        }
    }

    fn is_like(&self, other: &Edge) -> bool {
        self.reach.is_none_or(|reach| (self.y0 - other.y0).abs() < reach)
            && (self.text.is_like(&other.text)
                || self.pieces.iter().any(|own| own.is_long && other.pieces.iter().any(|piece| own.is_like(piece))))
    }
}

/// The pages whose edges all edges are held against: every one of a short document; of a long one pairs of neighbours
/// all over it, since left and right pages may have heads of their own.
fn witnesses(edges: &[Vec<Edge>], read: &[bool]) -> Vec<usize> {
    let read: Vec<usize> = (0..edges.len()).filter(|page| read[*page]).collect();
    if read.len() <= MOST_PAGES {
        return read;
    }
    let n_pairs = MOST_PAGES / 2;
    let first = |pair: usize| pair * (read.len() - 2) / (n_pairs - 1);
    (0..n_pairs).map(first).flat_map(|at| [read[at], read[at + 1]]).collect()
}

/// The rows of the edges that come back on four pages of ten, from the edge inwards.
fn recurring(sheet: &Sheet, edges: &[Vec<Edge>], is_like: &mut impl FnMut(&Edge, &Edge) -> bool) -> Vec<usize> {
    let mut is_read = vec![false; edges.len()];
    for row in &sheet.rows {
        is_read[row.page] = true;
    }
    let witnesses = witnesses(edges, &is_read);
    let mut found = Vec::new();
    for (page, rows) in edges.iter().enumerate() {
        let n_others = witnesses.iter().filter(|other| **other != page).count();
        let mut misses = 0;
        for (at, edge) in rows.iter().enumerate() {
            let row = &sheet.rows[edge.row];
            // A head goes on from the edge of the page: after a row of text there is none.
            if misses >= 1 || row.mark.is_strong() {
                break;
            }
            // Names come back too, in lists and signatures.
            let is_name = |piece: &Piece| {
                piece.mark.is_name_line()
                    && !piece.text.contains(|c: char| c.is_ascii_digit())
                    && !names_body(&piece.text)
            };
            if row.pieces.iter().all(is_name) {
                // "SVENSKA KYRKAN" looks like a name too: it opens the page, or stands at its height page after page.
                misses += usize::from(at > 0 && !stands_again(edges, page, edge));
                continue;
            }
            let n = n_letters(row.text());
            // The day of the meeting alone, page after page.
            if n < 5 && is_date(row.text()) {
                let others = witnesses.iter().filter(|other| **other != page);
                let same = |one: &Edge| sheet.rows[one.row].text() == row.text();
                let n_same = others.filter(|other| edges[**other].iter().any(same)).count();
                if n_same >= 2 && (n_same + 1) * 10 >= (n_others + 1) * 6 {
                    found.push(edge.row);
                    misses = 0;
                }
                continue;
            }
            if n < 5 || PAGE_NUMBER.is_match(row.text().trim()) || row.mark.section().is_some() {
                misses += usize::from(n >= 5);
                continue;
            }
            let others = witnesses.iter().filter(|other| **other != page);
            let n_same = others.filter(|other| edges[**other].iter().any(|one| is_like(edge, one))).count();
            if n_same >= 1 && (n_same + 1) * 10 >= (n_others + 1) * 4 {
                found.push(edge.row);
                misses = 0;
            } else {
                misses += usize::from(row.pieces.iter().any(|piece| piece.confidence >= 0.5));
            }
        }
    }
    found
}

/// Whether the very words of a row stand at its height in the edges of another page.
fn stands_again(edges: &[Vec<Edge>], page: usize, edge: &Edge) -> bool {
    let Some(reach) = edge.reach else { return false };
    let is_same = |other: &Edge| other.text.folded == edge.text.folded && (other.y0 - edge.y0).abs() * 5 < reach;
    edges.iter().enumerate().any(|(at, others)| at != page && others.iter().any(is_same))
}

/// Whether a word of a text is a body's: "Stadsdelsnämnden Nordanö" is no person.
fn names_body(text: &str) -> bool {
    fold(text)
        .split(' ')
        .any(|word| word.chars().count() >= 6 && labels::BODY_ENDINGS.iter().any(|end| word.ends_with(end)))
}

/// What stands above a running head, below a foot, and the page's number.
fn edges_of_page(sheet: &Sheet, zones: &mut Zones, rows: &[usize], bottom: &[usize]) {
    let is_foot_label = |row: &usize| {
        // "Ordf. ____ Just. ____ Sekr. ____"
        let folded = fold(sheet.rows[*row].text());
        let signs = folded.split(' ').filter(|word| SIGNING_WORDS.has(word)).count();
        // Names right above are those who sign at the end, with their offices under them.
        let is_under_names = || {
            let above = row.checked_sub(1).and_then(|above| sheet.rows.get(above));
            let above = above.filter(|above| above.page == sheet.rows[*row].page);
            above.is_some_and(|above| above.pieces.iter().any(|piece| piece.mark.is_name_line()))
        };
        signs >= 2 && !is_under_names()
            || sheet.rows[*row].pieces.iter().any(|piece| {
                let first: String = fold(&piece.text);
                piece.mark.label() == Some(Label::Foot)
                    || labels::heading_of(piece.text.split(':').next().unwrap_or("")).is_none()
                        && piece.mark.bare_label().is_some_and(|(label, _)| label == Label::Foot)
                    || EXTRACT_WORDS.within(&first)
            })
    };
    // "Justeras" over nothing but initials, as the last of a page.
    let is_scribble = |row: &&usize| {
        let text = sheet.rows[**row].text();
        // "Bo Ek", clearly read, is a whole name.
        let is_name = |piece: &Piece| piece.text.len() >= 5 && piece.confidence >= 0.9 && piece.mark.is_name_line();
        n_letters(text) <= 4
            && !sheet.rows[**row].pieces.iter().any(is_name)
            && !text.chars().any(|c| c.is_ascii_digit() && n_letters(text) == 0 && text.len() > 3)
    };
    let signed_at = rows.iter().rposition(|row| !is_scribble(&row)).filter(|at| {
        let row = &sheet.rows[rows[*at]];
        let label = row.pieces.first().and_then(|piece| piece.mark.label());
        rows.len() > 6
            && matches!(label, Some(Label::Adjusted | Label::AdjustPlaceTime | Label::Foot))
            && row.pieces.iter().skip(1).all(|piece| n_letters(&piece.text) <= 4)
            && row.bbox.y0 > sheet.metrics_at(row.page).height * 3 / 4
    });
    if let Some(at) = signed_at {
        for row in &rows[at..] {
            zones.of_row[*row] = Zone::Foot;
        }
    }
    if let Some(foot) =
        rows.iter().position(|row| bottom.contains(row) && (zones.of_row[*row] == Zone::Foot || is_foot_label(row)))
    {
        for row in &rows[foot..] {
            zones.of_row[*row] = Zone::Foot;
        }
    }
    if let Some(last_head) = rows.iter().take(8).rposition(|row| zones.of_row[*row] == Zone::Head) {
        for row in &rows[..last_head] {
            zones.of_row[*row] = Zone::Head;
        }
        // A cell's value under a small label of the head: "Sida" over "3".
        if let Some(next) = rows.get(last_head + 1) {
            let row = &sheet.rows[*next];
            let values_only = row.pieces.iter().all(|piece| PAGE_NUMBER.is_match(&piece.text) || is_date(&piece.text));
            let labelled = rows[..=last_head].iter().flat_map(|row| &sheet.rows[*row].pieces).any(|piece| {
                let label = piece.mark.bare_label().map(|(label, _)| label);
                matches!(label, Some(Label::Page | Label::MeetingDate | Label::Date))
            });
            let close = labelled && sheet.gap_above(*next).is_none_or(|gap| gap < 1.6);
            if values_only && close && n_letters(row.text()) < 12 {
                zones.of_row[*next] = Zone::Head;
            }
        }
    }
    // A page's number over initials, as the last of a page.
    let numbered_at = rows.iter().rposition(|row| !is_scribble(&row) || is_page_number(sheet, *row)).filter(|at| {
        let row = &sheet.rows[rows[*at]];
        rows.len() > 6
            && is_page_number(sheet, rows[*at])
            && row.pieces.len() == 1
            && row.bbox.y0 > sheet.metrics_at(row.page).height * 3 / 4
    });
    if let Some(at) = numbered_at {
        for row in &rows[at..] {
            zones.of_row[*row] = Zone::Foot;
        }
    }
    let open = |zones: &Zones, row: &usize| zones.of_row[*row] == Zone::Unassigned;
    for (row, zone) in [
        (rows.iter().find(|row| open(zones, row)), Zone::Head),
        (rows.iter().rev().find(|row| open(zones, row)), Zone::Foot),
    ] {
        let Some(&row) = row else { continue };
        let alone = rows.len() == 1;
        let only_text = rows.iter().filter(|row| open(zones, row)).count() == 1;
        if !alone && !only_text && is_page_number(sheet, row) {
            zones.of_row[row] = zone;
        }
    }
}

/// A page's number and not an item's: with a word, near the number of the page, or away from the margin.
fn is_page_number(sheet: &Sheet, row: usize) -> bool {
    let row = &sheet.rows[row];
    let text = row.text();
    let text = text.trim();
    let own_cell = row.pieces.last().filter(|_| row.pieces.len() > 1).map_or("", |piece| piece.text.trim());
    if ENDS_IN_PAGE_WORD.is_match(text) || ENDS_IN_PAGE_WORD.is_match(own_cell) {
        return true;
    }
    if !PAGE_NUMBER.is_match(text) {
        return false;
    }
    let number: Option<u32> = text.trim_matches(|c: char| !c.is_ascii_digit()).parse().ok();
    let Some(number) = number else { return true };
    let page = sheet.pages.get(row.page).map_or(0, CorrectedPage::number);
    let metrics = sheet.metrics_at(row.page);
    let at_margin = row.x0() <= metrics.left + 2 * metrics.size;
    number.abs_diff(page) <= 1 || text.starts_with(['-', '–', '—']) || !at_margin
}

fn is_date(text: &str) -> bool {
    dates::dates(text).first().is_some_and(|at| at.range.len() + 2 >= text.trim().len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::OcrPage;

    /// Heads that differ between left and right pages, a foot, and text between that never comes back.
    fn bundle(n_pages: usize) -> Vec<CorrectedPage> {
        const LETTERS: &[u8] = b"abcdefghiklmnoprstuvy";
        let word = |seed: usize| -> String {
            let letter = |at: usize| LETTERS[(seed / LETTERS.len().pow(at as u32 % 4) + seed * at) % LETTERS.len()];
            (0..9).map(|at| letter(at) as char).collect()
        };
        let line = |seed: usize| (0..6).map(|at| word(seed * 7 + at * 131)).collect::<Vec<_>>().join(" ");
        let page = |at: usize| {
            let head = if at.is_multiple_of(2) { "Storby kommun" } else { "Kommunstyrelsens protokoll" };
            let body: Vec<String> = (0..14).map(|row| line(at * 14 + row)).collect();
            let text = format!("{head}\n{}\nJusterandes signatur", body.join("\n"));
            CorrectedPage::new(OcrPage::from_text(at as u32 + 1, &text), Vec::new())
        };
        (0..n_pages).map(page).collect()
    }

    /// The rows of the upper edges that come back, and how many comparisons it took to find them.
    fn compared(pages: &[CorrectedPage]) -> (Vec<String>, usize) {
        let sheet = Sheet::new(pages);
        let mut edges: Vec<Vec<Edge>> = pages.iter().map(|_| Vec::new()).collect();
        for (at, row) in sheet.rows.iter().enumerate() {
            if edges[row.page].len() < 6 {
                edges[row.page].push(Edge::new(&sheet, at));
            }
        }
        let mut n_compared = 0;
        let found = recurring(&sheet, &edges, &mut |a: &Edge, b: &Edge| {
            n_compared += 1;
            a.is_like(b)
        });
        (found.iter().map(|row| sheet.rows[*row].text().to_owned()).collect(), n_compared)
    }

    fn zones_of(texts: &[&str]) -> (Vec<String>, Vec<Zone>) {
        let pages = texts.iter().zip(1..).map(|(text, number)| OcrPage::from_text(number, text));
        let pages: Vec<CorrectedPage> = pages.map(|page| CorrectedPage::new(page, Vec::new())).collect();
        let sheet = Sheet::new(&pages);
        let mut zones = Zones { of_row: vec![Zone::Unassigned; sheet.rows.len()], headings: Vec::new(), margin: 0.0 };
        furniture(&sheet, &mut zones);
        (sheet.rows.iter().map(|row| row.text().to_owned()).collect(), zones.of_row)
    }

    #[test]
    fn an_item_that_goes_on_over_the_page() {
        let first = "Protokoll\n§ 14 Vägen\nVägen är smal och krokig.\nDen ska lagas.";
        for head in
            ["§ 14 forts.", "§ 14, forts.", "Forts. § 14", "forts. från sid 1", "(forts.)", "§ 14 (fortsättning)"]
        {
            let (texts, zones) = zones_of(&[first, &format!("{head}\nEva Lund yrkar avslag.\n§ 15 Ån\nÅn är bred.")]);
            let at = texts.iter().position(|text| text == head).unwrap();
            assert_eq!(zones[at], Zone::Head, "{head}");
            assert_eq!(zones[at + 1], Zone::Unassigned, "{head}");
        }
        let (_, zones) = zones_of(&[first, "§ 15 Fortsatt arbete med ån\nÅn är bred.\nDen är djup."]);
        assert!(zones.iter().all(|zone| *zone == Zone::Unassigned));
        let (_, zones) = zones_of(&[first, "§ 15 Fortsättning från förra mötet\nÅn är bred.\nDen är djup."]);
        assert!(zones.iter().all(|zone| *zone == Zone::Unassigned));
    }

    #[test]
    fn heads_that_no_other_page_has() {
        let first = "Lillby byalag\nStyrelsemöte 2014-05-06\nNärvarande: Anna Berg\n1. Vägen\nVägen är smal.";
        for head in ["Lillby byalag, protokoll 2(2)", "Lillby byalag", "Protokoll från mötet, sid 2/2"] {
            let (texts, zones) = zones_of(&[first, &format!("{head}\nEva Lund yrkar avslag.\n2. Ån\nÅn är bred.")]);
            let at = texts.iter().rposition(|text| text == head).unwrap();
            assert_eq!((zones[at], zones[at + 1]), (Zone::Head, Zone::Unassigned), "{head}");
        }
        let (_, zones) = zones_of(&[first, "Vägen ska vara klar 2/2\nEva Lund yrkar avslag.\n2. Ån\nÅn är bred."]);
        assert!(zones.iter().all(|zone| *zone == Zone::Unassigned));
    }

    #[test]
    fn comparisons_grow_with_the_pages_and_not_with_their_square() {
        let (heads, n_short) = compared(&bundle(200));
        assert_eq!(heads.len(), 200);
        let (heads, n_long) = compared(&bundle(2000));
        assert_eq!(heads.len(), 2000);
        assert!(heads.iter().all(|head| head.starts_with("Storby") || head.starts_with("Kommunstyrelsens")));
        assert!(n_long <= 2000 * MOST_PAGES * 2 * 6, "{n_long}");
        assert!(n_long <= n_short * 11, "{n_short} of 200 pages, {n_long} of 2000");
    }

    #[test]
    fn short_documents_are_held_against_every_page() {
        let pages = bundle(MOST_PAGES);
        let edges: Vec<Vec<Edge>> = pages.iter().map(|_| Vec::new()).collect();
        assert_eq!(witnesses(&edges, &[true; MOST_PAGES]), (0..MOST_PAGES).collect::<Vec<_>>());
        let longer: Vec<Vec<Edge>> = (0..65).map(|_| Vec::new()).collect();
        let chosen = witnesses(&longer, &[true; 65]);
        assert_eq!(chosen.len(), MOST_PAGES);
        assert!(chosen.windows(2).all(|pair| pair[0] < pair[1]), "{chosen:?}");
        assert_eq!((chosen[0], chosen[MOST_PAGES - 1]), (0, 64));
    }

    #[test]
    fn lines_are_alike_by_their_letters() {
        let alike = |a: &str, b: &str| Line::new(a).is_like(&Line::new(b));
        assert!(alike("Storby kommun 3 (12)", "STORBY KOMMUN 4 (12)") && alike("Storby kommun", "Storhy kommun"));
        assert!(!alike("Storby kommun", "Storby kommun, kommunstyrelsen") && !alike("ab", "ab"));
    }
}
