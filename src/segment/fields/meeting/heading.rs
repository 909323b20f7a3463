//! The titles of a document: the lines on the first page that speak of a meeting or of its minutes.

use crate::segment::marks::sheet::Sheet;
use crate::segment::outline::zone::{Zone, Zones};
use crate::segment::print::flow::Flow;
use crate::segment::words::forms::Words;
use crate::segment::words::labels::Label;
use crate::segment::words::text::fold;
use crate::segment::words::{bodies, sentences, titles};

/// Rows from the top in which a title is looked for, and lines that it may have.
const ROWS: usize = 20;
const LINES: usize = 5;

/// A title and where its lines begin.
#[derive(Clone, Debug, Default)]
pub struct Title {
    pub flow: Flow,
    pub lines: Vec<usize>,
    pub rows: Vec<usize>,
}

/// Words of the first points of a meeting.
static FIRST_POINTS: Words = Words::new("outline.openings");

/// The row in which a document's text begins, and its titles end: the first item, the list of those present, or a row
/// about the meeting's opening where no item was found.
pub fn end_of_titles(sheet: &Sheet, zones: &Zones) -> usize {
    let first_item = zones.headings.first().map_or(usize::MAX, |heading| heading.row);
    let opens = |at: usize| {
        let row = &sheet.rows[at];
        let label = row.pieces.first().and_then(|piece| piece.mark.label_at_start());
        let opens_list = label.is_some_and(|(label, _)| label.is_list());
        opens_list || sentences::is_point(row.text()) || FIRST_POINTS.within(&fold(row.text()))
    };
    (0..sheet.rows.len().min(ROWS)).find(|at| *at >= first_item || opens(*at)).unwrap_or(first_item)
}

/// The titles above the first item, from the top.
pub fn titles(sheet: &Sheet, zones: &Zones) -> Vec<Title> {
    let first_item = end_of_titles(sheet, zones);
    // Minutes that were signed by wire begin with a page that tells who signed.
    let pages: Vec<usize> = sheet.rows.iter().map(|row| row.page).fold(Vec::new(), |mut pages, page| {
        if pages.len() < 3 && pages.last() != Some(&page) {
            pages.push(page);
        }
        pages
    });
    let starts = pages.iter().take(2).filter_map(|page| sheet.rows.iter().position(|row| row.page == *page));
    starts.flat_map(|start| titles_from(sheet, zones, start, first_item)).collect()
}

/// The titles of a page whose first row is given.
fn titles_from(sheet: &Sheet, zones: &Zones, start: usize, first_item: usize) -> Vec<Title> {
    let Some(page) = sheet.rows.get(start).map(|row| row.page) else { return Vec::new() };
    let mut out: Vec<Title> = Vec::new();
    let mut at = start;
    while at < sheet.rows.len().min(start + ROWS).min(first_item) {
        if sheet.rows[at].page != page {
            break;
        }
        if !may_begin(sheet, zones, at) {
            at += 1;
            continue;
        }
        let mut title = Title::default();
        let mut end = at;
        while end < first_item && end < at + LINES && end < sheet.rows.len() {
            if end > at && !goes_on(sheet, zones, end) {
                break;
            }
            title.rows.push(end);
            for (nth, piece) in sheet.rows[end].pieces.iter().enumerate() {
                let start = title.flow.push_line(sheet.pages, piece.page, piece.span);
                if nth == 0 {
                    title.lines.push(start);
                }
            }
            end += 1;
        }
        out.push(title);
        at = end;
    }
    out
}

/// Whether a title may begin with a row: it speaks of a meeting, and is no field and no sentence about one.
fn may_begin(sheet: &Sheet, zones: &Zones, at: usize) -> bool {
    let row = &sheet.rows[at];
    let label = || row.pieces[0].mark.label_at_start().map(|(label, _)| label);
    titles::is_title(row.text())
        && matches!(label(), None | Some(Label::MeetingNumber))
        && !matches!(zones.of_row[at], Zone::Contents | Zone::Item(_) | Zone::Annex | Zone::Foot)
        && !sentences::is_point(row.text())
        && !is_of_persons(sheet, at)
}

/// "Bo Ek | Vice ordförande | hela mötet": a row of a table of persons, which has a name first, as the rows beside it.
fn is_of_persons(sheet: &Sheet, at: usize) -> bool {
    let name = |at: usize| sheet.rows.get(at).filter(|row| row.pieces.len() >= 2 && row.pieces[0].mark.is_name_line());
    let Some(row) = name(at) else { return false };
    let size = sheet.metrics_at(row.page).size;
    let is_beside = |other: usize| {
        name(other).is_some_and(|other| {
            other.page == row.page
                && other.pieces.len() == row.pieces.len()
                && other.pieces.iter().zip(&row.pieces).all(|(a, b)| (a.bbox.x0 - b.bbox.x0).abs() <= size)
        })
    };
    is_beside(at + 1) || at.checked_sub(1).is_some_and(is_beside)
}

/// Whether a title goes on with a row: near and set alike, and no field begins.
fn goes_on(sheet: &Sheet, zones: &Zones, at: usize) -> bool {
    let (above, row) = (&sheet.rows[at - 1], &sheet.rows[at]);
    let (face_above, face) = (sheet.face(at - 1), sheet.face(at));
    let is_alike = match (face_above.size, face.size) {
        (Some(one), Some(other)) => (one - other).abs() <= 0.2 * one.max(other),
        _ => true,
    };
    let text = row.text();
    // "För Föreningen Lyktan" under a title in large letters goes on its sentence.
    above.page == row.page
        && (is_alike || is_misread_preposition(text) || titles::opens_with_preposition(row.text()))
        && face.white_above.is_none_or(|white| white < 2.2)
        && !above.text().trim_end().ends_with(['.', ':'])
        && row.pieces[0].mark.label_at_start().is_none()
        && !matches!(zones.of_row[at], Zone::Contents | Zone::Item(_) | Zone::Annex | Zone::Foot)
        && !sentences::is_point(text)
        && (!text.starts_with(|c: char| c.is_ascii_digit() || c == '§') || is_misread_preposition(text))
        || text.starts_with(|c: char| c.is_ascii_digit()) && !row.mark.dates().is_empty() && is_alike
}

/// "1 Bostadsrättsföreningen Linden": the preposition of a title, read as a figure.
fn is_misread_preposition(text: &str) -> bool {
    let rest = text.strip_prefix("1 ").or_else(|| text.strip_prefix("l "));
    rest.is_some_and(bodies::is_association)
}
