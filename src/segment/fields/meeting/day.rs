//! When the members met: the day that the form, the title, the letterhead and the running heads agree on.

use crate::page::CorrectedPage;
use crate::protocol::{Field, Meeting};
use crate::segment::fields::meeting::sources::{Sources, flow_of};
use crate::segment::marks::sheet::Sheet;
use crate::segment::print::flow::Flow;
use crate::segment::words::bodies::{BODY_IN_PROSE, HELD_BY, SUMMONS};
use crate::segment::words::dates::{self, DateAt};
use crate::segment::words::labels::Label;
use crate::segment::words::pattern::compile;
use jiff::civil::Date;
use regex::Regex;
use std::sync::LazyLock;

fn date_field(pages: &[CorrectedPage], flow: &Flow, at: &DateAt, trust: f32) -> Field<Date> {
    flow.value(pages, &at.range, at.date, trust)
}

pub fn read(sheet: &Sheet, sources: &Sources, meeting: &mut Meeting) {
    let mut found: Vec<(f32, Field<Date>)> = Vec::new();
    let pages = sheet.pages;
    for (label, trust) in
        [(Label::MeetingDate, 0.99), (Label::PlaceTime, 0.98), (Label::Date, 0.98), (Label::Time, 0.97)]
    {
        for block in sources.form.with(label) {
            let flow = flow_of(sheet, block);
            let all = sheet.dates(&flow.text);
            let first = all.first().cloned().or_else(|| sheet.short_date(&flow.text));
            if let Some(at) = first {
                found.push((trust, date_field(pages, &flow, &at, trust)));
            }
        }
    }
    for piece in &sources.head {
        let flow = sheet.flow_of(piece);
        if let Some(at) = sheet.dates(&flow.text).first() {
            found.push((0.9, date_field(pages, &flow, at, 0.95)));
        }
    }
    for piece in &sources.top {
        let flow = sheet.flow_of(piece);
        if let Some(at) = sheet.dates(&flow.text).first() {
            found.push((0.85, date_field(pages, &flow, at, 0.93)));
        }
    }
    let summons = SUMMONS.find(&sources.prose.text).map(|found| found.end());
    let told = sheet.dates(&sources.prose.text);
    // The letter of a summons has a day of its own above.
    let of_summons = summons.and_then(|end| told.iter().find(|at| at.range.start > end));
    if let Some(at) = of_summons.or(told.first()) {
        // In the title's own sentence a date is the meeting's, whatever stamps stand about it.
        let is_title = BODY_IN_PROSE.is_match(&sources.prose.text) || HELD_BY.is_match(&sources.prose.text);
        found.push((
            if is_title || of_summons.is_some() { 1.2 } else { 0.6 },
            date_field(pages, &sources.prose, at, 0.9),
        ));
    }
    for piece in &sources.lone_days {
        let flow = sheet.flow_of(piece);
        if let Some(at) = sheet.dates(&flow.text).first() {
            found.push((0.8, date_field(pages, &flow, at, 0.93)));
        } else if let Some(at) = dates::torn_date(&flow.text).or_else(|| sheet.short_date(&flow.text)) {
            found.push((0.7, date_field(pages, &flow, &at, 0.8)));
        }
    }
    for title in &sources.titles {
        if let Some(at) = sheet.dates(&title.flow.text).first() {
            found.push((1.0, date_field(pages, &title.flow, at, 0.95)));
        }
    }
    if found.is_empty() {
        found.extend(in_figures(sheet, sources).or_else(|| without_year(sheet, sources)).map(|field| (1.0, field)));
    }
    // The date that most places print; at equal numbers the best place.
    let votes = |date: Option<Date>| {
        found.iter().filter(|(_, field)| field.value == date).map(|(weight, _)| *weight).sum::<f32>()
    };
    let best = found.iter().enumerate().max_by(|(at_a, (wa, a)), (at_b, (wb, b))| {
        let clip = |votes: f32, weight: f32| weight + votes.min(3.0) * 0.5;
        clip(votes(a.value), *wa).total_cmp(&clip(votes(b.value), *wb)).then(at_b.cmp(at_a))
    });
    if let Some((_, (_, field))) = best {
        meeting.date = field.clone();
    }
}

/// "24-04-17" near the title, "Styrelsemöte 240417" in it: where no day is printed in full.
fn in_figures(sheet: &Sheet, sources: &Sources) -> Option<Field<Date>> {
    let of_title = |flow: &Flow| sheet.short_date(&flow.text);
    // "240417 kl 18, klubbstugan"
    let opens = |flow: &Flow| {
        let at = sheet.short_date(&flow.text).filter(|at| at.range.start == 0)?;
        let rest = flow.text.get(at.range.end..)?;
        (!dates::times(rest).is_empty() || dates::bare_hours(rest).is_some()).then_some(at)
    };
    let near = |flow: &Flow| dates::dashed_date(&flow.text).map(|at| sheet.settled(at)).or_else(|| opens(flow));
    let told = |flow: Flow, at: Option<DateAt>| at.map(|at| date_field(sheet.pages, &flow, &at, 0.85));
    let titles = sources.titles.iter().map(|title| title.flow.clone());
    let pieces = sources.top.iter().chain(&sources.lines).chain(&sources.head);
    let from_pieces = pieces.map(|piece| sheet.flow_of(piece)).find_map(|flow| {
        let at = near(&flow);
        told(flow, at)
    });
    from_pieces.or_else(|| {
        titles.into_iter().find_map(|flow| {
            let at = near(&flow).or_else(|| of_title(&flow));
            told(flow, at)
        })
    })
}

static YEAR: LazyLock<Regex> = LazyLock::new(|| compile(r"\b(?:19|20)\d\d\b"));

/// "Torsdagen den 5 juli" under "Stämmoprotokoll år 2018": a day whose year the title tells, or the other dates of the
/// document where the weekday agrees.
fn without_year(sheet: &Sheet, sources: &Sources) -> Option<Field<Date>> {
    let of_titles = sources.titles.iter().map(|title| title.flow.text.as_str());
    let texts = of_titles.chain(sources.top.iter().chain(&sources.head).map(|piece| piece.text.as_str()));
    let mut years: Vec<i16> =
        texts.flat_map(|text| YEAR.find_iter(text)).filter_map(|year| year.as_str().parse().ok()).collect();
    years.sort_unstable();
    years.dedup();
    let labels = [Label::MeetingDate, Label::PlaceTime, Label::Date, Label::Time];
    let blocks = labels.into_iter().flat_map(|label| sources.form.with(label));
    let flows = blocks.map(|block| flow_of(sheet, block)).chain(sources.titles.iter().map(|title| title.flow.clone()));
    // A line near the title: "Torsdagen den 17 april, klubbhuset".
    let near = sources.top.iter().chain(&sources.lines).filter(|piece| piece.mark.label_at_start().is_none());
    let near: Vec<Flow> = near.map(|piece| sheet.flow_of(piece)).collect();
    let flows = flows.map(|flow| (true, flow)).chain(near.into_iter().map(|flow| (false, flow)));
    for (is_told, flow) in flows {
        let Some(at) = dates::days(&flow.text).into_iter().next() else { continue };
        // Elsewhere a day without its weekday may be any.
        let opens = flow.text.get(..at.range.start).is_some_and(|before| before.chars().all(|c| !c.is_alphabetic()));
        if !is_told && at.weekday.is_none() && !opens {
            continue;
        }
        let of_title: Vec<Date> = years.iter().filter_map(|year| at.in_year(*year)).collect();
        let of_document = || sheet.usual_year().filter(|_| at.weekday.is_some()).and_then(|year| at.in_year(year));
        let date = match of_title.as_slice() {
            [one] => Some(*one),
            [] => of_document(),
            _ => None,
        };
        if let Some(date) = date {
            return Some(flow.value(sheet.pages, &at.range, date, 0.85));
        }
    }
    None
}
