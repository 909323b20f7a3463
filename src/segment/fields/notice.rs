//! When and where the protocol was adjusted, and the notice that says so (ANSLAG/BEVIS).

use crate::protocol::{Adjustment, Field, Notice};
use crate::segment::fields::form::blocks::{self, Form};
use crate::segment::fields::meeting::place_time::{place_after, place_in};
use crate::segment::fields::person::entry;
use crate::segment::marks::sheet::{Piece, Row, Sheet};
use crate::segment::print::flow::Flow;
use crate::segment::words::forms::Words;
use crate::segment::words::labels::{self, Label};
use crate::segment::words::pattern::compile;
use crate::segment::words::text::{fold, trim};
use crate::segment::words::{dates, names};
use crate::text::Span;
use regex::Regex;
use std::sync::LazyLock;

static POSTED: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)(?:{=notices.posted}|\b{=notices.publications})\w*"));

static REMOVED: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"(?i)\b(?:{=notices.taken_down}|{=notices.removed}\w*|{=notices.end_prepositions}|t\.?\s?o\.?\s?m\.?)\s")
});
/// How a line begins that says when the protocol was adjusted.
static ADJUSTED: Words = Words::new("notices.adjusted");
/// What is adjusted at once.
static IMMEDIATE: Words = Words::new("notices.immediate");
/// What stands where a place should, and is none: "Digital justering", "Protokollet justeras senare".
static NO_PLACE: LazyLock<Regex> = LazyLock::new(|| compile(r"^protokollet|{=notices.no_places}"));
/// "Protokollet förvaras hos kommunkansliet."
static KEPT_AT: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\bprotokollet\s+{=notices.keeping_verbs}\s+(?:hos|{=meetings.place_prepositions})\s+(?P<place>\p{L}[^.\t:]{3,60}?)(?:\.|\t|$)",
    )
});
static ONLY_PARAGRAPHS: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^(?:avser\s+)?§§?\s?\d{1,4}(?:\s?(?:[-–,]|och)\s?(?:§\s?)?\d{1,4})*\.?$"));
/// "Justerat Storby den 25 maj 1961"
static PLACE_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^(?i:(?:protokollet\s+)?juster\p{L}+)\s+(?:{=meetings.place_prepositions}\s+(?P<place>\p{L}[\p{L} -]{2,40}?)|(?P<town>\p{Lu}[\p{L}-]+)),?\.?\s+(?:(?i:den)\b|\d)",
    )
});
/// "Justeringen äger rum på kyrkokansliet den 12 mars 1997", in the item that elects.
static TAKES_PLACE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b{=notices.adjusting}\b[^.]{0,30}?\s{=meetings.place_prepositions}\s+(?P<place>\p{L}[^.,:]{3,50}?),?\s+(?:{=meetings.weekdays}en\s+)?(?:den\s)?$",
    )
});

/// The adjustments that the front page names.
pub fn adjustments(sheet: &Sheet, form: &Form, signature_rows: &[usize], item_rows: &[usize]) -> Vec<Adjustment> {
    let pages = sheet.pages;
    let mut adjusters: Vec<String> = Vec::new();
    let signatures = form.with(Label::Signatures).map(|block| block.row).next();
    let named_above = |block: &&blocks::Block| {
        block.label == Label::AdjusterNamed
            || block.label == Label::Adjuster && signatures.is_some_and(|row| block.row < row)
    };
    for block in form.blocks.iter().filter(named_above) {
        let flow = sheet.flow_of_pieces(block.pieces());
        for person in entry::run(&flow.text, flow.whole()) {
            let name = flow.of(&person.name).to_owned();
            if !adjusters.contains(&name) {
                adjusters.push(name);
            }
        }
    }
    let mut out: Vec<Adjustment> = Vec::new();
    let mut immediate: Vec<Adjustment> = Vec::new();
    for block in form.blocks.iter().filter(|block| matches!(block.label, Label::AdjustPlaceTime | Label::AdjustDate)) {
        // "§ 31 justeras omedelbart, 2017-09-26" is an adjustment of its own.
        let pieces: Vec<Piece> = near_values(sheet, block).into_iter().flat_map(|piece| apart(sheet, piece)).collect();
        let (at_once, others): (Vec<&Piece>, Vec<&Piece>) =
            pieces.iter().partition(|piece| IMMEDIATE.within(&fold(&piece.text)));
        for piece in at_once {
            let flow = sheet.flow_of(piece);
            let scope = names::ranges(flow.text.split("juster").next().unwrap_or(""));
            if let Some(ranges) = scope {
                let date = sheet.dates(&flow.text).into_iter().next();
                immediate.push(Adjustment {
                    date: date.map_or_else(Field::default, |at| flow.value(pages, &at.range, at.date, 0.95)),
                    paragraphs: flow.value(pages, &flow.whole(), ranges, 0.9),
                    ..Adjustment::default()
                });
            }
        }
        let flow = sheet.flow_of_pieces(others);
        if flow.text.is_empty() {
            continue;
        }
        let mut one = Adjustment { adjusters: adjusters.clone(), ..Adjustment::default() };
        if let Some(at) = sheet.dates(&flow.text).into_iter().next().or_else(|| sheet.short_date(&flow.text)) {
            one.date = flow.value(pages, &at.range, at.date, 0.96);
        }
        if let Some(at) = dates::times(&flow.text).first()
            && let Some(start) = at.start
        {
            one.time = flow.value(pages, &at.range, start, 0.95);
        }
        // "Bo Ek (S) och Eva Ros (M), kommunhuset, 2022-06-20": who adjusts stands before the place.
        let start = entry::run(&flow.text, flow.whole()).last().map_or(0, |person| person.whole.end);
        let place = flow.text.get(start..).and_then(place_in).map(|range| start + range.start..start + range.end);
        if let Some(range) = place.filter(|range| !is_sentence(flow.of(range))) {
            one.place = flow.field(pages, &range, 0.9);
        }
        if one.date.is_some() || one.place.is_some() {
            out.push(one);
        }
    }
    // "Justerat den 21 november 1938:" over the signatures.
    if out.is_empty() {
        for row in signature_rows.iter().filter_map(|at| sheet.rows.get(*at)) {
            let badly_read = labels::is_adjusted_line(row.text());
            let said = row.pieces.iter().map(|piece| sheet.flow_of(piece)).find_map(|flow| {
                let says = badly_read || ADJUSTED.begin(&fold(&flow.text));
                let at = sheet.dates(&flow.text).into_iter().next().filter(|_| says)?;
                Some((flow, at))
            });
            if let Some((flow, at)) = said {
                let date = flow.value(pages, &at.range, at.date, 0.95);
                let place = place_after(&flow.text, at.range.end).or_else(|| place_before(&flow.text));
                let place = place.map_or_else(Field::default, |range| flow.field(pages, &range, 0.88));
                out.push(Adjustment { adjusters: adjusters.clone(), date, place, ..Adjustment::default() });
                break;
            }
        }
    }
    if out.is_empty() {
        out.extend(told_in_item(sheet, item_rows, &adjusters));
    }
    out.extend(immediate);
    if out.is_empty() && !adjusters.is_empty() {
        out.push(Adjustment { adjusters, ..Adjustment::default() });
    }
    out
}

/// "Stadshuset, 2021-11-30. § 99 justeras omedelbart, 2021-11-23.": two adjustments on one line.
fn apart(sheet: &Sheet, piece: &Piece) -> Vec<Piece> {
    let two = || {
        let at = piece.span.start + piece.text.find(". §").filter(|_| IMMEDIATE.within(&fold(&piece.text)))? + 1;
        let part = |from, to| piece.part(sheet, Span::new(from, to));
        Some(vec![part(piece.span.start, at)?, part(at, piece.span.end)?])
    };
    two().unwrap_or_else(|| vec![piece.clone()])
}

fn place_before(text: &str) -> Option<std::ops::Range<usize>> {
    let found = PLACE_BEFORE.captures(text)?;
    found.name("place").or(found.name("town")).map(|place| place.range())
}

/// "Justeringen äger rum på kyrkokansliet den 12 mars 1997 kl 17.00."
fn told_in_item(sheet: &Sheet, rows: &[usize], adjusters: &[String]) -> Option<Adjustment> {
    for at in rows {
        let two = sheet.rows.get(*at..(*at + 2).min(sheet.rows.len()))?;
        let flow = sheet.flow_of_pieces(two.iter().flat_map(|row| &row.pieces));
        let Some(day) = sheet.dates(&flow.text).into_iter().next() else { continue };
        let Some(place) = TAKES_PLACE.captures(&flow.text[..day.range.start]).and_then(|found| found.name("place"))
        else {
            continue;
        };
        let mut one = Adjustment { adjusters: adjusters.to_vec(), ..Adjustment::default() };
        one.place = flow.field(sheet.pages, &place.range(), 0.88);
        one.date = flow.value(sheet.pages, &day.range, day.date, 0.93);
        if let Some(clock) = dates::times(&flow.text[day.range.end..]).first()
            && let Some(start) = clock.start
        {
            let range = day.range.end + clock.range.start..day.range.end + clock.range.end;
            one.time = flow.value(sheet.pages, &range, start, 0.9);
        }
        return Some(one);
    }
    None
}

/// The values of a field that stand right under or beside its label, two rows at most.
fn near_values<'b>(sheet: &Sheet, block: &'b blocks::Block) -> Vec<&'b Piece> {
    let mut out: Vec<&Piece> = Vec::new();
    for (_, pieces) in block.values.iter().take(3) {
        let Some(first) = pieces.first() else { continue };
        let pitch = sheet.metrics_at(first.page).pitch;
        let far = out.last().is_some_and(|last| first.page != last.page || first.bbox.y0 - last.bbox.y1 > pitch);
        if far {
            break;
        }
        out.extend(pieces.iter().take(2));
    }
    out
}

fn is_sentence(text: &str) -> bool {
    NO_PLACE.is_match(&fold(text)) || text.split_whitespace().count() > 9
}

/// The notices, each from its own block of rows.
pub fn notices(sheet: &Sheet, rows: &[usize]) -> Vec<Notice> {
    let mut out = Vec::new();
    for part in blocks(sheet, rows) {
        let columns = side_by_side(sheet, &part);
        if columns.is_empty() {
            out.push(read(sheet, &part));
        }
        out.extend(columns.iter().map(|(sheet, part)| read(sheet, part)));
    }
    out.retain(|notice| *notice != Notice::default());
    out
}

/// Two notices beside each other, each under its own ANSLAG: the sheet once for each, with the rows' pieces of its column. None
/// where one notice has the rows to itself.
fn side_by_side<'a>(sheet: &Sheet<'a>, rows: &[usize]) -> Vec<(Sheet<'a>, Vec<usize>)> {
    let heads = rows.first().and_then(|at| sheet.rows.get(*at)).map_or(&[][..], |row| &row.pieces);
    let starts: Vec<i32> = heads.iter().map(|piece| piece.bbox.x0).collect();
    if starts.len() < 2 || !heads.iter().all(|piece| piece.mark.label() == Some(Label::Notice)) {
        return Vec::new();
    }
    let column_of = |piece: &Piece| {
        let size = sheet.metrics_at(piece.page).size;
        starts.iter().rposition(|start| *start <= piece.bbox.x0 + 2 * size).unwrap_or(0)
    };
    let of_column = |column: usize| {
        let mut part = sheet.with_rows(sheet.rows.clone());
        let mut own_rows = Vec::new();
        for at in rows {
            let Some(row) = part.rows.get_mut(*at) else { continue };
            let own: Vec<Piece> = row.pieces.iter().filter(|piece| column_of(piece) == column).cloned().collect();
            if own.is_empty() {
                continue;
            }
            *row = Row::new(row.page, own);
            own_rows.push(*at);
        }
        (part, own_rows)
    };
    (0..starts.len()).map(of_column).collect()
}

/// A new heading ANSLAG/BEVIS opens a new notice, alone, before its text, or beside another.
fn blocks(sheet: &Sheet, rows: &[usize]) -> Vec<Vec<usize>> {
    let mut out: Vec<Vec<usize>> = Vec::new();
    for &at in rows {
        let Some(row) = sheet.rows.get(at) else { continue };
        let is_head = |piece: &Piece| piece.mark.label() == Some(Label::Notice);
        let n_heads = row.pieces.iter().filter(|piece| is_head(piece)).count();
        let opens = row.pieces.first().is_some_and(is_head) && (n_heads == 1 || n_heads == row.pieces.len());
        match out.last_mut() {
            Some(block) if !opens => block.push(at),
            _ => out.push(vec![at]),
        }
    }
    out
}

fn read(sheet: &Sheet, rows: &[usize]) -> Notice {
    let form = blocks::read(sheet, rows);
    let pages = sheet.pages;
    let mut notice = Notice::default();
    for block in &form.blocks {
        // Specks and strokes are no values.
        let values = || block.pieces().filter(|piece| piece.text.chars().any(char::is_alphanumeric));
        let flow = sheet.flow_of_pieces(values().take(2));
        if flow.text.is_empty() {
            continue;
        }
        let date = sheet.dates(&flow.text).into_iter().next().or_else(|| sheet.short_date(&flow.text));
        match block.label {
            Label::Posted | Label::Removed => {
                if let Some(at) = date {
                    let field = flow.value(pages, &at.range, at.date, 0.96);
                    if block.label == Label::Posted { notice.posted = field } else { notice.removed = field }
                }
            }
            Label::KeptAt if !notice.kept_at.is_some() => {
                let first = sheet.flow_of_pieces(values().take(1));
                notice.kept_at = first.field(pages, &first.whole(), 0.93);
            }
            Label::Organ if !notice.organ.is_some() => {
                let first = sheet.flow_of_pieces(values().take(1));
                let end = dates::dates(&first.text).first().map_or(first.text.len(), |at| at.range.start);
                notice.organ = first.field(pages, &trim(&first.text, 0..end, &[',']), 0.94);
            }
            Label::ParagraphRange => {
                if let Some(ranges) = names::ranges(&flow.text) {
                    notice.paragraphs = flow.value(pages, &flow.whole(), ranges, 0.9);
                }
            }
            _ => {}
        }
    }
    let pieces = || rows.iter().filter_map(|at| sheet.rows.get(*at)).flat_map(|row| &row.pieces);
    if !notice.paragraphs.is_some() {
        // "§§ 30, 32-36" and nothing else.
        let scope = pieces().find(|piece| ONLY_PARAGRAPHS.is_match(&piece.text));
        if let Some((piece, ranges)) = scope.and_then(|piece| Some((piece, names::ranges(&piece.text)?))) {
            let flow = sheet.flow_of(piece);
            notice.paragraphs = flow.value(pages, &flow.whole(), ranges, 0.9);
        }
    }
    if !notice.kept_at.is_some() {
        let told = rows.iter().filter_map(|at| sheet.rows.get(*at)).find_map(|row| {
            let flow = sheet.flow_of_pieces(&row.pieces);
            let place = KEPT_AT.captures(&flow.text)?.name("place")?.range();
            Some(flow.field(pages, &trim(&flow.text, place, &['.']), 0.9))
        });
        notice.kept_at = told.unwrap_or_default();
    }
    if !notice.posted.is_some() || !notice.removed.is_some() {
        let flow = sheet.flow_of_pieces(pieces());
        if !notice.posted.is_some() {
            notice.posted = told(sheet, &flow, &POSTED, 90);
        }
        if !notice.removed.is_some() {
            let removed = told(sheet, &flow, &REMOVED, 12);
            let removed = if removed.is_some() { removed } else { second_day(sheet, &flow, &notice.posted) };
            // It is taken down after it was put up.
            if removed.value > notice.posted.value {
                notice.removed = removed;
            }
        }
    }
    notice
}

/// "2021-03-25–2021-04-16": the second of two days with a dash between.
fn second_day(sheet: &Sheet, flow: &Flow, posted: &Field<jiff::civil::Date>) -> Field<jiff::civil::Date> {
    let days = sheet.dates(&flow.text);
    let pair = days.windows(2).find(|pair| {
        let between = flow.text.get(pair[0].range.end..pair[1].range.start).unwrap_or("");
        posted.value == Some(pair[0].date) && matches!(between.trim(), "-" | "–" | "—")
    });
    pair.map_or_else(Field::default, |pair| flow.value(sheet.pages, &pair[1].range, pair[1].date, 0.9))
}

/// "Justeringen har tillkännagivits på anslagstavlan den 5/9 1974.": the day within so many bytes behind the words.
fn told(sheet: &Sheet, flow: &Flow, words: &Regex, reach: usize) -> Field<jiff::civil::Date> {
    let days = sheet.dates(&flow.text);
    let found = words
        .find_iter(&flow.text)
        .find_map(|word| days.iter().find(|at| at.range.start >= word.end() && at.range.start - word.end() < reach));
    found.map_or_else(Field::default, |at| flow.value(sheet.pages, &at.range, at.date, 0.9))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};
    use jiff::civil::date;

    #[test]
    fn a_notice_in_boxes_and_one_in_prose() {
        let text = "ANSLAG/BEVIS\nProtokollet är justerat.\nOrgan                          Sammanträdesdatum\nSocialnämnden                  1993-05-19\nDatum för anslags uppsättande   Datum för anslags nedtagande\n1993-05-27                      1993-06-18\nFörvaringsplats för protokollet\nSocialkontoret\nBEVIS\nJusteringen har tillkännagivits på anslagstavlan den 5/9 1974.";
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        let rows: Vec<usize> = (0..sheet.rows.len()).collect();
        let found = notices(&sheet, &rows);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].posted.value, Some(date(1993, 5, 27)));
        assert_eq!(found[0].removed.value, Some(date(1993, 6, 18)));
        assert_eq!(found[0].kept_at.value.as_deref(), Some("Socialkontoret"));
        assert_eq!(found[1].posted.value, Some(date(1974, 9, 5)));
    }
}
