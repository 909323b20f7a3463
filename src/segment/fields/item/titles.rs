//! Where the titles of items stand: beside the number, under it, above it, in the margin, run into the text, or nowhere.
//!
//! A document prints them alike for all its items, so the items vote.

use crate::protocol::SectionKind;
use crate::segment::fields::item::columns::Columns;
use crate::segment::marks::numbers::Heading;
use crate::segment::marks::sheet::{Piece, Sheet};
use crate::segment::outline::zone::Zones;
use crate::segment::print::face::Face;
use crate::segment::print::flow::Flow;
use crate::segment::words::labels;
use crate::segment::words::pattern::compile;
use crate::segment::words::references::{is_earlier_row, is_reference_row, may_be_reference, reference_in};
use crate::segment::words::sentences::{POINT_ABOVE, begins_point, breaks_off};
use crate::segment::words::text::{fold, squeeze, trim};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// "§ 60. Skolläkare. — Rektor hade anhållit": a dash behind a full stop parts the subject from the text.
static RUN_IN: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^[\s.:]*(?P<title>\p{Lu}[^\t]{2,200}?)\.\s*[—–-]{1,2}\s+(?P<text>\p{Lu}(?s:.*))$"));

/// "§ 60. Skolläkare: Rektor hade anhållit"
static RUN_IN_COLON: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^[\s.:]*(?P<title>\p{Lu}[^\t.:;]{2,80}):\s+(?P<text>\p{Lu}\p{Ll}+\s+\p{Ll}(?s:.*))$"));

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TitlePlace {
    Beside,
    Below,
    /// The same, with a full stop.
    BelowWithStop,
    Above,
    /// In the margin, beside the text.
    Margin,
    /// Between the number and the text, in a column of its own.
    Column(Columns),
    /// On the line of the number, with the text behind it.
    RunIn,
    Nowhere,
}

/// A title ends without a full stop and is no heading of a section.
pub fn is_title_like(text: &str) -> bool {
    let text = text.trim();
    let n = text.chars().count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let starts = text.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || "\"”(".contains(c));
    letters >= 3
        && n <= 220
        && starts
        && !text.ends_with(['.', ',', ':', ';'])
        && labels::heading_of(text).is_none_or(|_| n > 20)
}

/// "Vattenledning i Norra Strandgatan.": a short line with a full stop and no verb, over the text.
pub fn is_stopped_title(sheet: &Sheet, at: usize, rows: &[usize]) -> bool {
    let [piece] = sheet.rows[at].pieces.as_slice() else { return false };
    let next = rows.iter().copied().find(|row| *row > at).and_then(|row| sheet.rows[row].pieces.first());
    let text = piece.text.trim_end();
    text.strip_suffix('.').is_some_and(|stem| is_title_like(stem) && !stem.contains(". "))
        && text.split_whitespace().count() <= 9
        && !TELLS.is_match(text)
        && next.is_some_and(|next| sheet.ended_early(piece, next) && next.text.starts_with(char::is_uppercase))
}

/// Right above a number a heading of a section has nothing to head: "Delgivningar" is a title there.
pub fn may_stand_above(text: &str) -> bool {
    is_title_like(text) || labels::heading_of(text).is_some() && !text.trim().ends_with([':', '.'])
}

/// Right under a number it is one too, where the heading is of what comes last in an item.
pub fn may_stand_below(text: &str) -> bool {
    let comes_last = matches!(labels::heading_of(text), Some(SectionKind::Distribution | SectionKind::Attachments));
    is_title_like(text) || comes_last && !text.trim().ends_with([':', '.'])
}

/// The lines of a title: the first, and those that go on in the middle of a phrase.
pub fn title_lines(sheet: &Sheet, first: &Piece, rows: &[usize], known: Option<&str>) -> usize {
    let mut n = 0;
    let mut before = first.clone();
    let mut text = first.text.clone();
    let mut n_before = rows.first().and_then(|row| row.checked_sub(1));
    for at in rows {
        let row = &sheet.rows[*at];
        let [next] = row.pieces.as_slice() else { break };
        let metrics = sheet.metrics_at(next.page);
        // Lines of larger type stand farther apart.
        let larger = (before.bbox.height() as f32 / metrics.size.max(1) as f32).clamp(1.0, 2.0);
        let gap =
            crate::segment::print::paper::step(before.bbox, next.bbox) as f32 / metrics.pitch.max(1) as f32 / larger;
        let ended = before.text.ends_with(';');
        if ended || next.page != before.page || gap > 1.75 || n >= 4 || reference_in(&next.text).is_some() {
            break;
        }
        let starts_lower = next.text.chars().next().is_some_and(char::is_lowercase);
        let is_point = begins_point(&next.text);
        let must_go_on = !is_point && breaks_off(&before.text);
        let hangs = before.text.ends_with([',', '-', '–', ':']);
        let joined = squeeze(&format!("{text} {}", next.text));
        let known_goes_on = known.is_some_and(|known| {
            let known = fold(known);
            known.len() > fold(&text).len() + 2
                && (known.starts_with(&fold(&joined)) || strsim::normalized_levenshtein(&known, &fold(&joined)) > 0.9)
        });
        // A full line whose last words stand alone below, apart from what follows.
        let after = rows.iter().copied().find(|other| *other > *at);
        let is_tail = !sheet.ended_early(&before, next)
            && gap < 1.35
            && next.text.split_whitespace().count() <= 3
            && (next.bbox.x0 - before.bbox.x0).abs() <= metrics.size
            && !next.text.ends_with(['.', ':'])
            && (next.mark.section().is_none() || is_bracketed(&next.text))
            && after.is_some_and(|after| {
                sheet
                    .gap_above(after)
                    .is_none_or(|below| below > gap * 1.05 || next.text.chars().all(|c| c.is_ascii_digit()))
            });
        // Lines of one bold heading over text that is not.
        let same_type = gap < 1.45
            && !sheet.ended_early(&before, next)
            && n_before.is_some_and(|row| is_one_heading(sheet, row, *at));
        let goes_on = same_type
            || known_goes_on
            || is_tail
            || (starts_lower && !is_point)
            || must_go_on
            || (hangs && !sheet.ended_early(&before, next));
        let ended = before.text.ends_with(':') && n_before.is_some_and(|row| is_text_below(sheet, row, *at));
        if !goes_on || ended {
            break;
        }
        n += 1;
        text = joined;
        before = next.clone();
        n_before = Some(*at);
    }
    n
}

/// "(bilaga 2)" under a title is a remark of it and no heading.
fn is_bracketed(text: &str) -> bool {
    text.starts_with('(') && text.trim_end().ends_with(')')
}

/// Whether ordinary print that begins like a sentence follows a bold row.
fn is_text_below(sheet: &Sheet, one: usize, next: usize) -> bool {
    let weights = sheet.face(one).weight.zip(sheet.face(next).weight);
    weights.is_some_and(|(above, below)| above >= 1.25 && below <= 1.12)
        && sheet.rows[next].text().starts_with(char::is_uppercase)
}

/// Whether two rows are lines of one heading by their type: both bold or large, and of one size.
fn is_one_heading(sheet: &Sheet, one: usize, next: usize) -> bool {
    let (above, below) = (sheet.face(one), sheet.face(next));
    let bold = |face: &Face| face.weight.is_some_and(|weight| weight >= 1.3);
    let large = |face: &Face| face.is_large(sheet.usual_size());
    let sizes = above.size.zip(below.size);
    let is_section = |piece: &Piece| piece.mark.section().is_some() && !is_bracketed(&piece.text);
    let is_section = sheet.rows[next].pieces.iter().any(is_section);
    (bold(&above) && bold(&below) || large(&above) && large(&below))
        && sizes.is_some_and(|(a, b)| (a / b - 1.0).abs() < 0.08)
        && !is_section
}

fn rest_flow(sheet: &Sheet, heading: &Heading) -> Flow {
    sheet.rows.get(heading.row).map_or_else(Flow::default, |row| sheet.flow_of_row(row).slice(&heading.rest))
}

/// The rest of a heading's row without the reference.
pub fn rest_without_reference(text: &str) -> Range<usize> {
    let range = match reference_in(text) {
        Some((whole, _)) => 0..whole.start,
        None => 0..text.len(),
    };
    let trimmed = trim(text, range.clone(), &['.', ':', '-', '–', '—', ',', '\t', '|', '_', '(', '·']);
    // A word that goes on in the next row keeps its hyphen until they are joined.
    let is_divided =
        text[trimmed.end..range.end].trim_end() == "-" && text[..trimmed.end].ends_with(char::is_alphabetic);
    trimmed.start..trimmed.end + usize::from(is_divided)
}

pub fn title_place(sheet: &Sheet, zones: &Zones, rows: &[Vec<usize>], above_first: &[usize]) -> TitlePlace {
    let n = zones.headings.len();
    let (mut beside, mut below, mut above, mut stopped) = (0, 0, 0, 0);
    for (index, heading) in zones.headings.iter().enumerate() {
        let rest = rest_flow(sheet, heading);
        let rest_text = &rest.text[rest_without_reference(&rest.text)];
        if may_be_reference(rest_text) {
            // Only a reference stands there.
        } else if rest_text.chars().filter(|c| c.is_alphabetic()).count() >= 3 {
            let row = &sheet.rows[heading.row];
            let body: Vec<usize> = rows[index].iter().copied().filter(|row| *row > heading.row).collect();
            let mut whole = rest_text.to_owned();
            if let Some(last) = row.pieces.last() {
                let n_lines = title_lines(sheet, last, &body, None);
                for at in body.iter().take(n_lines) {
                    whole = format!("{whole} {}", sheet.rows[*at].text());
                }
                let paragraph_goes_on = n_lines >= 3;
                let names = is_title_like(&whole) && !paragraph_goes_on || whole.chars().count() < 60;
                let tells = TELLS.is_match(&whole) && body.first().is_some_and(|next| runs_into(sheet, last, *next));
                if names && !tells {
                    beside += 1;
                }
            }
        }
        if let Some(first) = below_row(sheet, heading, &rows[index]) {
            let row = &sheet.rows[first];
            let body: Vec<usize> = rows[index].iter().copied().filter(|at| *at > first).collect();
            let group = group_text(sheet, first, &body);
            if row.pieces.len() == 1
                && is_title_like(&group)
                && !tells_a_matter(&group)
                && row.pieces[0].mark.section().is_none()
            {
                below += 1;
            } else if is_stopped_title(sheet, first, &body) {
                stopped += 1;
            }
        }
        let before: &[usize] = index.checked_sub(1).map_or(above_first, |before| &rows[before]);
        if let Some(&last) = before.last()
            && last + 1 >= heading.row.saturating_sub(4)
            && sheet.rows[last].page == sheet.rows[heading.row].page
            && sheet.rows[last].pieces.len() == 1
            && may_stand_above(sheet.rows[last].text())
            && sheet.gap_above(last).is_none_or(|gap| gap > 1.3)
        {
            above += 1;
        }
    }
    if n == 0 {
        return TitlePlace::Nowhere;
    }
    let in_margin =
        (0..n).filter(|index| !margin_rows(sheet, &zones.headings[*index], &rows[*index], false).is_empty());
    if in_margin.count() * 10 >= n * 6 {
        return TitlePlace::Margin;
    }
    let run_in = (0..n).filter(|at| run_in(sheet, &zones.headings[*at], &rows[*at]).is_some()).count();
    if run_in >= 2 && run_in * 10 >= n * 6 {
        TitlePlace::RunIn
    } else if beside * 2 > n {
        TitlePlace::Beside
    } else if below * 10 >= n * 6 && below >= above {
        TitlePlace::Below
    } else if (below + stopped) * 10 >= n * 8 && stopped > below {
        TitlePlace::BelowWithStop
    } else if above * 10 >= n * 6 {
        TitlePlace::Above
    } else if below * 2 > n {
        TitlePlace::Below
    } else {
        TitlePlace::Nowhere
    }
}

/// A subject that runs into the text: the row where the text goes on, and the bytes of the subject's end and of the
/// text's beginning in that row. The subject may take a second line.
pub fn run_in(sheet: &Sheet, heading: &Heading, rows: &[usize]) -> Option<(usize, usize, usize)> {
    let rest = rest_flow(sheet, heading).text;
    if let Some(found) = RUN_IN.captures(&rest).or_else(|| RUN_IN_COLON.captures(&rest)) {
        let (title, text) = (found.name("title")?, found.name("text")?);
        return Some((heading.row, heading.rest.start + title.end(), heading.rest.start + text.start()));
    }
    let next = rows.iter().copied().find(|row| *row > heading.row)?;
    let second = sheet.rows[next].text();
    let both = format!("{rest} {second}");
    let found = RUN_IN.captures(&both)?;
    let (title, text) = (found.name("title")?, found.name("text")?);
    let before = rest.len() + 1;
    (title.end() > before).then(|| (next, title.end() - before, text.start() - before))
}

/// The rows under a number whose first piece stands in the margin left of the text: the subject of the item. The text may
/// begin beside the number.
///
/// Where the document is known to print its subjects so, a short text beside a subject is enough.
pub fn margin_rows(sheet: &Sheet, heading: &Heading, rows: &[usize], is_known: bool) -> Vec<usize> {
    let body: Vec<&usize> = rows.iter().filter(|row| **row > heading.row).collect();
    let (head, page) = (&sheet.rows[heading.row], sheet.rows[heading.row].page);
    if head.pieces.len() > 2 || !sheet.pages[page].ocr().has_boxes() {
        return Vec::new();
    }
    let size = sheet.metrics_at(page).size;
    let parted = |row: usize| match sheet.rows[row].pieces.as_slice() {
        [first, second] if sheet.rows[row].page == page && second.bbox.x0 - first.bbox.x1 >= size => {
            Some((first.bbox.x0, second.bbox.x0))
        }
        _ => None,
    };
    let is_short = |piece: &Piece| piece.text.split_whitespace().count() <= 5;
    let begins = |row: usize| {
        let [first, second] = sheet.rows[row].pieces.as_slice() else { return false };
        second.text.split_whitespace().count() >= 4 && is_short(first)
    };
    let beside_number = head.pieces.len() == 2;
    if beside_number && heading.label.end < head.pieces[0].text.len() {
        return Vec::new();
    }
    // The first row tells where margin and text begin; short lines beside each other, or of the margin alone, go on in them.
    let first = if beside_number { Some(heading.row) } else { body.first().map(|row| **row) };
    let Some((left, text)) = first.filter(|row| is_known || begins(*row)).and_then(parted) else { return Vec::new() };
    let near = |x: i32, own: i32| (x - own).abs() <= 2 * size;
    // Paragraphs may be indented.
    let in_text = |x: i32| near(x, text) || beside_number && x < text && x > left + 4 * size;
    let margin = |row: &usize| {
        let pieces = &sheet.rows[*row].pieces;
        let in_margin = pieces.first().is_some_and(|first| near(first.bbox.x0, left) && is_short(first));
        let alone = pieces.len() == 1 && sheet.rows[*row].page == page && pieces[0].bbox.x1 <= text;
        in_margin && (alone || parted(*row).is_some_and(|(_, x)| in_text(x)))
    };
    let found: Vec<usize> = body.iter().take_while(|row| margin(row)).map(|row| **row).collect();
    // What stands beside the number is text where it runs on in the next line.
    let runs_on = || {
        let next = body.iter().filter_map(|row| sheet.rows[**row].pieces.last());
        let next = next.into_iter().find(|piece| in_text(piece.bbox.x0));
        head.pieces.last().zip(next).is_some_and(|(first, next)| !sheet.ended_early(first, next))
    };
    // With nothing but the reference in the margin, what stands beside the number is the title.
    let has_subject = found.iter().any(|row| !is_reference_row(&sheet.rows[*row].pieces[0].text));
    if beside_number && !(has_subject && (is_known || runs_on())) {
        return Vec::new();
    }
    // Single lines of the text start right of the margin's pieces.
    let end = found.iter().map(|row| sheet.rows[*row].pieces[0].bbox.x1).max().unwrap_or(0);
    let others = body.iter().filter(|row| !found.contains(row)).all(|row| {
        let row = &sheet.rows[**row];
        row.x0() + size > end || row.page != page || beside_number && row.x0() > left + 4 * size
    });
    if others && !found.is_empty() && found.len() <= 5 { found } else { Vec::new() }
}

/// A verb in the past, as accounts have it and subjects do not.
static TELLS: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"\b(?:{=titles.telling_verbs}|\p{Ll}{3,}{=titles.past_endings}|\p{Ll}{4,}{=titles.past_endings_of_long_words})\b",
    )
});

fn tells_a_matter(text: &str) -> bool {
    text.split_whitespace().count() >= 6 && TELLS.is_match(text)
}

/// Whether a line is full and the next goes on under it.
fn runs_into(sheet: &Sheet, line: &Piece, next: usize) -> bool {
    let Some(first) = sheet.rows.get(next).and_then(|row| row.pieces.first()) else { return false };
    first.page == line.page
        && !sheet.ended_early(line, first)
        && sheet.gap_above(next).is_none_or(|gap| gap < 1.4)
        && !line.text.ends_with(['.', ':'])
}

/// The text of the lines that wrap on from a row.
pub fn group_text(sheet: &Sheet, first: usize, rows: &[usize]) -> String {
    let mut text = sheet.rows[first].text().to_owned();
    let mut before = first;
    for &at in rows.iter().take(6) {
        let (Some(last), Some(next)) = (sheet.rows[before].pieces.last(), sheet.rows[at].pieces.first()) else { break };
        let divided = last.text.ends_with('-');
        let lower = next.text.chars().next().is_some_and(char::is_lowercase) && !next.text.starts_with("att ");
        let wraps = !sheet.ended_early(last, next) && sheet.gap_above(at).is_none_or(|gap| gap < 1.4);
        // A sentence with its verb is not the end of a subject that had none.
        let new_sentence = !divided && !lower && TELLS.is_match(&next.text) && !TELLS.is_match(&text);
        if !(divided || lower || wraps) || new_sentence || sheet.rows[at].pieces.len() > 1 || last.text.ends_with('.') {
            break;
        }
        text = format!("{text} {}", sheet.rows[at].text());
        before = at;
    }
    text
}

/// The first row under a heading that is no reference and no line of earlier numbers.
pub fn below_row(sheet: &Sheet, heading: &Heading, rows: &[usize]) -> Option<usize> {
    rows.iter()
        .copied()
        .filter(|row| *row > heading.row)
        .find(|row| !is_reference_row(sheet.rows[*row].text()) && !is_earlier_row(sheet.rows[*row].text()))
}

/// The title of the agenda's point right above a §.
pub fn point_above(sheet: &Sheet, heading: &Heading, before: &[usize]) -> Option<Flow> {
    let at = *before.last()?;
    let row = sheet.rows.get(at).filter(|row| row.page == sheet.rows[heading.row].page || heading.row == at + 1)?;
    let flow = sheet.flow_of_row(row);
    let title = POINT_ABOVE.captures(&flow.text)?.name("title")?.range();
    Some(flow.slice(&title))
}

pub fn wraps_into(sheet: &Sheet, above: usize, below: usize) -> bool {
    let (Some(last), Some(next)) = (sheet.rows[above].pieces.last(), sheet.rows[below].pieces.first()) else {
        return false;
    };
    next.text.chars().next().is_some_and(char::is_lowercase) && !last.text.ends_with('.') && above + 1 == below
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};
    use crate::segment::outline::zone::Zone;
    use crate::segment::outline::zones::zones;

    fn sheet_of<T>(text: &str, read: impl Fn(&Sheet) -> T) -> T {
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        read(&Sheet::new(&pages))
    }

    fn place(text: &str) -> TitlePlace {
        sheet_of(text, |sheet| {
            let zones = zones(sheet);
            let rows: Vec<Vec<usize>> =
                (0..zones.headings.len()).map(|index| zones.rows(|zone| zone == Zone::Item(index))).collect();
            title_place(sheet, &zones, &rows, &[])
        })
    }

    #[test]
    fn a_divided_word_keeps_its_hyphen() {
        let rest = |text: &'static str| &text[rest_without_reference(text)];
        assert_eq!(rest("Godkännande av poströstnings-"), "Godkännande av poströstnings-");
        assert_eq!(rest("Val av justerare -"), "Val av justerare");
    }

    #[test]
    fn the_items_vote_for_a_place() {
        let beside = "§ 3\tVal av justerare\nBo Ek utses.\n§ 4\tDagordning\nDen godkänns.\n§ 5\tBudget\nDen antas.";
        assert_eq!(place(beside), TitlePlace::Beside);
        let below = "§ 3\nVal av justerare\nBo Ek utses.\n§ 4\nDagordning\nDen godkänns.\n§ 5\nBudget\nDen antas.";
        assert_eq!(place(below), TitlePlace::Below);
        let run_in = "§ 3. Skolläkare. — Rektor hade anhållit om en läkare.\n\
                      § 4. Landsvägen. — Bo Ek hade skrivit om den.\n\
                      § 5. Bron. — Ingenjören redogjorde för den.";
        assert_eq!(place(run_in), TitlePlace::RunIn);
        let nowhere = "§ 3.\nFörelåg ansökan från Bo Ek om lån.\n§ 4.\nUpplästes protokollet från förra mötet.\n\
                       § 5.\nMötet avslutades därefter av ordföranden.";
        assert_eq!(place(nowhere), TitlePlace::Nowhere);
        assert_eq!(place("Förelåg ansökan från Bo Ek om lån."), TitlePlace::Nowhere);
    }

    #[test]
    fn what_looks_like_a_title() {
        for title in ["Val av justerare", "\"Cykla mera\"", "(S) om skolvägar", "2019 års budget"] {
            assert!(is_title_like(title), "{title}");
        }
        for other in ["Bo Ek utses.", "att bifalla förslaget", "Beslut", "§ 4", "Närvarande:"] {
            assert!(!is_title_like(other), "{other}");
        }
        assert!(!is_title_like("Expedieras till") && may_stand_above("Expedieras till"));
        assert!(may_stand_below("Expedieras till") && !may_stand_below("Beslut"));
    }

    #[test]
    fn a_matter_that_is_told_is_no_title() {
        assert!(tells_a_matter("Bo Ek hade i skrivelse begärt en ny väg"));
        assert!(tells_a_matter("Ansökan från Bo Ek om lån behandlades ånyo"));
        assert!(!tells_a_matter("Vattenledning i Norra Strandgatan vid det nya torget"));
        assert!(!tells_a_matter("Bo Ek hade skrivit"));
    }

    #[test]
    fn lines_of_one_title() {
        let n_lines = |text: &str, known: Option<&str>| {
            sheet_of(text, |sheet| {
                let rows: Vec<usize> = (1..sheet.rows.len()).collect();
                title_lines(sheet, &sheet.rows[0].pieces[0], &rows, known)
            })
        };
        assert_eq!(n_lines("Val av justerare vid\nsammanträdet i maj\nBo Ek utses att justera protokollet.", None), 1);
        assert_eq!(n_lines("Val av justerare\natt justera protokollet utses Bo Ek.", None), 0);
        let listed = "Byte av panna\nStorby skola\nTre anbud har kommit in till kansliet.";
        assert_eq!(n_lines(listed, Some("Byte av panna Storby skola")), 1);
    }

    #[test]
    fn a_title_without_its_reference() {
        let rest = |text: &str| text[rest_without_reference(text)].to_owned();
        assert_eq!(rest(". Dagordning\tDnr 2019/35"), "Dagordning");
        assert_eq!(rest(" – Val av justerare (KS 2009/087)"), "Val av justerare");
        assert_eq!(rest("Dnr 2019/35"), "");
    }
}
