//! Who met: the body that the form, the title, the letterhead and the running heads name, in its fullest form.

use crate::protocol::{Field, Meeting, State};
use crate::segment::fields::meeting::heading::Title;
use crate::segment::fields::meeting::sources::Sources;
use crate::segment::marks::sheet::{Piece, Sheet};
use crate::segment::print::flow::Flow;
use crate::segment::words::bodies::{
    ASSEMBLY, ASSOCIATIONS, AT_HOME, AUTHORITY, BOARD_IN_PROSE, BODY_IN_PROSE, HELD_BY, MEETING_WORD,
    MUNICIPALITY_IN_PROSE, breaks_off, capitalised, ends_as_body, is_association, is_body, is_municipality,
};
use crate::segment::words::dates;
use crate::segment::words::forms::Words;
use crate::segment::words::labels::Label;
use crate::segment::words::pattern::compile;
use crate::segment::words::text::{fold, squeeze, trim};
use crate::segment::words::titles::{self, How, Named};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Names that any association's board or meeting has.
static BARE: Words = Words::new("bodies.bare");
static ORGANS: Words = Words::new("labels.organ");
/// How the genitive of a body ends: "kommunalnämndens".
static GENITIVE_ENDS: Words = Words::new("meetings.genitive_ends");
/// How the board of a joint authority is called.
static BOARD_ENDS: Words = Words::new("meetings.board_ends");
static BOARD_STARTS: Words = Words::new("meetings.board_starts");
/// What stands before the name of a company where its board is meant.
static BOARD_OF: Words = Words::new("meetings.board_of");
/// How words for rooms and houses end: "i Bystugan" is no town.
static VENUES: Words = Words::new("meetings.venues");
static WITH: Words = Words::new("title_words.with");
static PROTOCOLS: Words = Words::new("meetings.protocols");
static SESSIONS: Words = Words::new("meetings.sessions");
static HOME_PREPOSITIONS: Words = Words::new("meetings.home_prepositions");

/// "Barn- och" over "ungdomsnämnden": pieces of letterheads and running heads that go on in the next line.
fn broken_names<'p>(sheet: &Sheet, sources: &'p Sources) -> Vec<(&'p Piece, &'p Piece)> {
    let mut out = Vec::new();
    for pieces in [&sources.head, &sources.top] {
        for first in pieces.iter().filter(|piece| breaks_off(&piece.text)) {
            let size = sheet.metrics_at(first.page).size;
            let below = pieces.iter().find(|other| {
                other.page == first.page
                    && other.bbox.y0 >= first.bbox.y1 - size / 2
                    && other.bbox.y0 - first.bbox.y1 <= 2 * size
                    && (other.bbox.x0 - first.bbox.x0).abs() <= size
            });
            out.extend(below.map(|below| (first, below)));
        }
    }
    out
}

/// A head's parts: "Storby kommun | Socialnämnden" holds two.
fn parts(flow: &Flow, start: usize) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = start;
    let from = start;
    for (at, c) in flow.text.char_indices().filter(|(at, _)| *at >= from) {
        let splits = matches!(c, '|' | '·' | '•' | '\t')
            || c == '/' && flow.text[..at].ends_with(' ')
            || matches!(c, '–' | '—' | '-')
                && flow.text[..at].ends_with(' ')
                && flow.text[at + c.len_utf8()..].starts_with(' ');
        if splits {
            out.push(trim(&flow.text, start..at, &[]));
            start = at + c.len_utf8();
        }
    }
    out.push(trim(&flow.text, start..flow.text.len(), &[]));
    out
}

pub fn read(sheet: &Sheet, sources: &Sources, meeting: &mut Meeting) {
    let pages = sheet.pages;
    let mut bodies: Vec<(f32, Field<String>)> = Vec::new();
    let mut municipalities: Vec<(f32, Field<String>)> = Vec::new();
    for (pieces, weight) in [(&sources.head, 1.0), (&sources.top, 1.2)] {
        for piece in pieces.iter() {
            let flow = sheet.flow_of(piece);
            // "Organ Kommunstyrelsen", where no gap divides the label from its value.
            let opens = flow.text.chars().take(20).collect::<String>();
            let is_field = ORGANS.begin(&fold(&opens)) && matches!(piece.mark.bare_label(), Some((Label::Organ, _)));
            let start = if is_field { piece.mark.bare_label().map_or(0, |(_, end)| end) } else { 0 };
            for part in parts(&flow, start) {
                let text = flow.of(&part);
                let cut = cut_date(&flow, &part);
                let clarity = 0.4 * piece.confidence;
                if is_municipality(text) {
                    municipalities.push((weight + clarity, flow.field(pages, &part, 0.97)));
                } else if let Some(clean) = without_specks(&flow, &part).filter(|clean| is_municipality(flow.of(clean)))
                {
                    municipalities.push((weight + clarity - 0.1, flow.field(pages, &clean, 0.9)));
                } else if let Some((body, home)) = body_at_home(&flow, &cut) {
                    bodies.push((weight + clarity, flow.field(pages, &body, 0.95)));
                    municipalities.push((weight + clarity - 0.1, flow.field(pages, &home, 0.95)));
                } else if let Some(body) = genitive_body(&flow, &part, &cut) {
                    bodies.push((weight + clarity, flow.field(pages, &body, 0.93)));
                } else if let Some(word) = MEETING_WORD.find(flow.of(&cut)) {
                    let rest = cut_date(&flow, &(cut.start + word.end()..cut.end));
                    let is_named = flow.of(&rest).starts_with(char::is_uppercase);
                    if is_named && is_body(flow.of(&rest)) {
                        bodies.push((0.7 + clarity, flow.field(pages, &rest, 0.93)));
                    }
                } else if let Some(clean) = without_specks(&flow, &cut).filter(|clean| is_body(flow.of(clean))) {
                    bodies.push((weight + clarity - 0.1, flow.field(pages, &clean, 0.9)));
                } else if is_body(flow.of(&cut)) {
                    bodies.push((weight + clarity, flow.field(pages, &cut, 0.97)));
                } else if let Some(whole) = untorn(flow.of(&cut)) {
                    let evidence = flow.evidence(pages, &cut, State::Normalised, 0.85);
                    bodies.push((weight + clarity - 0.3, Field::new(whole, evidence)));
                }
            }
        }
    }
    for (first, second) in broken_names(sheet, sources) {
        let flow = sheet.flow_of_pieces([first, second]);
        let cut = cut_date(&flow, &flow.whole());
        if is_body(flow.of(&cut)) {
            bodies.push((1.2, flow.field(pages, &cut, 0.93)));
        }
    }
    for block in sources.form.with(Label::Organ).chain(sources.form.with(Label::Body)) {
        if let Some(piece) = block.pieces().next() {
            let flow = sheet.flow_of(piece);
            let whole = cut_date(&flow, &flow.whole());
            if is_body(flow.of(&whole)) {
                bodies.push((1.5, flow.field(pages, &whole, 0.97)));
            }
        }
    }
    let prose = &sources.prose;
    let held = BOARD_IN_PROSE
        .captures(&prose.text)
        .or_else(|| BODY_IN_PROSE.captures(&prose.text))
        .or_else(|| HELD_BY.captures(&prose.text));
    if let Some(body) = held.and_then(|found| found.name("body")) {
        let mut range = trim(&prose.text, body.range(), &[',', '.', ':']);
        // "Hembygdsföreningen i Näs": where an association is at home belongs to its name.
        let last = prose.of(&range).rsplit(' ').next().unwrap_or("").to_lowercase();
        if ASSOCIATIONS.iter().any(|end| last.ends_with(end))
            && let Some(found) = AT_HOME.find(prose.text.get(range.end..).unwrap_or(""))
            && !VENUES.end(&found.as_str().to_lowercase())
        {
            range.end += found.end();
        }
        // "vid kommunalnämndens sammanträde"
        if GENITIVE_ENDS.end(prose.of(&range)) {
            range.end -= 1;
        }
        let text = squeeze(prose.of(&range));
        if is_body(&capitalised(&text)) {
            let trust = 0.9;
            let value = capitalised(&text);
            bodies.push((0.8, Field::new(value, prose.evidence(pages, &range, State::Normalised, trust))));
        }
    }
    if let Some(found) = MUNICIPALITY_IN_PROSE.captures(&prose.text).and_then(|found| found.get(1)) {
        municipalities.push((0.8, prose.field(pages, &found.range(), 0.92)));
    }
    bodies.extend(in_titles(sheet, sources));
    // Where a joint authority's own board is named, that is who met.
    let value = |field: &Field<String>| field.value.clone().unwrap_or_default();
    let is_board = |name: &str| {
        let folded = fold(name);
        BOARD_ENDS.end(&folded) || BOARD_STARTS.begin(&folded)
    };
    if bodies.iter().any(|(_, field)| is_board(&value(field))) {
        let (authorities, boards): (Vec<_>, Vec<_>) =
            bodies.into_iter().partition(|(_, field)| AUTHORITY.is_match(&value(field)));
        bodies = boards;
        municipalities.extend(authorities);
    }
    // "Styrelsen" of whom: where no municipality or joint authority is named, another name says it, or the letterhead.
    let is_bare = |(_, field): &(f32, Field<String>)| BARE.has(&fold(&value(field)));
    if municipalities.is_empty() {
        if bodies.iter().all(is_bare) {
            let found = in_letterhead(sheet, sources).or_else(|| in_running_head(sheet, sources));
            bodies.extend(found.filter(|(_, field)| !AUTHORITY.is_match(&value(field))));
        }
        if !bodies.iter().all(is_bare) {
            bodies.retain(|found| !is_bare(found));
        }
    }
    if let Some(field) = fullest(&bodies) {
        meeting.body = field;
    } else if let Some(found) = ASSEMBLY.captures(&prose.text).and_then(|found| found.get(1)) {
        let value = capitalised(found.as_str());
        meeting.body = Field::new(value, prose.evidence(pages, &found.range(), State::Normalised, 0.85));
    }
    // "kyrkostämma med Storby församling": where nothing else met, those of the parish did.
    if !meeting.body.is_some() {
        let title = sources.titles.first().map_or("", |title| title.flow.text.as_str());
        let with =
            |home: &str| WITH.iter().any(|word| format!("{title} {}", prose.text).contains(&format!(" {word} {home}")));
        let home = most_voted(&municipalities, |a, b| fold(a) == fold(b)).filter(|home| with(&value(home)));
        meeting.body = home.unwrap_or_default();
    }
    if let Some(field) = most_voted(&municipalities, |a, b| fold(a) == fold(b)) {
        meeting.municipality = field;
    }
}

/// "Kommunfullmäktiges protokoll": whose it is, without the ending.
fn genitive_body(flow: &Flow, part: &Range<usize>, cut: &Range<usize>) -> Option<Range<usize>> {
    let text = flow.of(cut);
    let rest = flow.text.get(cut.end..part.end)?.trim_start().to_lowercase();
    // "Kyrkorådets sammanträde den 2 oktober 2013"
    let met = SESSIONS.iter().find_map(|word| text.strip_suffix(word)?.strip_suffix(' '));
    let stem = met.or(PROTOCOLS.begin(&rest).then_some(text))?.strip_suffix('s')?;
    let range = cut.start..cut.start + stem.len();
    is_body(flow.of(&range)).then_some(range)
}

/// "Kyrkorådet i Storby församling": who met, and of which parish or municipality.
fn body_at_home(flow: &Flow, range: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let text = flow.of(range);
    HOME_PREPOSITIONS.iter().find_map(|word| {
        let between = format!(" {word} ");
        let at = range.start + text.find(&between)?;
        let (body, home) = (range.start..at, at + between.len()..range.end);
        (is_body(flow.of(&body)) && is_municipality(flow.of(&home))).then_some((body, home))
    })
}

/// "N Kommunstyrelsen": a crest or a speck beside the name, read as a letter or two.
fn without_specks(flow: &Flow, range: &Range<usize>) -> Option<Range<usize>> {
    let (first, rest) = flow.of(range).split_once(' ')?;
    let is_speck = first.chars().count() <= 2 && !first.chars().all(char::is_lowercase);
    let start = range.end - rest.trim_start().len();
    (is_speck && rest.trim_start().starts_with(char::is_uppercase)).then_some(start..range.end)
}

/// "Socialnämnden 2019-03-04": the body without the date.
fn cut_date(flow: &Flow, range: &Range<usize>) -> Range<usize> {
    let text = flow.of(range);
    let end = dates::dates(text).first().map_or(text.len(), |at| at.range.start);
    // "Direktionen, protokoll 2013-03-22"
    let end = PROTOCOL_WORD.find(&text[..end]).map_or(end, |word| word.start());
    // "Protokoll Kommunfullmäktige 2022-06-13"
    let start = PROTOCOL_BEFORE.find(&text[..end]).map_or(0, |word| word.end());
    let start = if text[start..].starts_with(char::is_uppercase) { start } else { 0 };
    trim(&flow.text, range.start + start..range.start + end, &[',', '-', '–', ':'])
}

static PROTOCOL_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)^{=meetings.protocols}(?:\s+(?:{=meetings.protocol_prepositions}|{=meetings.number_words}\.?\s*\d+))?[\s,:–-]+",
    )
});

static PROTOCOL_WORD: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i),?\s+{=meetings.protocols}(?:\s+(?:{=meetings.protocol_prepositions}|{=meetings.number_words}\.?\s*\d+))?[\s,]*$",
    )
});

/// What a name in a title weighs: its words tell most, then its place in the sentence, then that the document knows it.
fn weight_in_title(named: &Named, name: &str, sheet: &Sheet, sources: &Sources, title: &Title) -> f32 {
    if named.is_body {
        return 1.4;
    }
    let told = match named.how {
        How::With | How::Genitive | How::Beside => 0.5,
        How::Of => 0.3,
        // "IX årsmöte" in a line that is not all capitals
        How::Before if titles::has_inner_capital(name) && title.flow.text.chars().any(char::is_lowercase) => 0.5,
        How::Before => 0.2,
    };
    let alone = if stands_alone(sources, name) { 0.4 } else { 0.0 };
    // "möte i Storby" may be a place, which is as well known.
    let known = if named.how != How::Of && is_known(sheet, title, name) { 0.3 } else { 0.0 };
    told + alone + known
}

/// Whether a name stands within a sentence elsewhere, where only names have a capital.
fn is_known(sheet: &Sheet, title: &Title, name: &str) -> bool {
    let others = sheet.rows.iter().enumerate().filter(|(at, _)| !title.rows.contains(at));
    others.map(|(_, row)| row.text()).any(|text| {
        text.match_indices(name).any(|(at, _)| {
            let before = text[..at].strip_suffix(' ').is_some_and(|before| before.ends_with(char::is_lowercase));
            before && !text[at + name.len()..].starts_with(char::is_alphanumeric)
        })
    })
}

/// What a name must weigh whose words do not tell that it is a body's.
const ENOUGH: f32 = 0.5;

/// The bodies that the titles name.
fn in_titles(sheet: &Sheet, sources: &Sources) -> Vec<(f32, Field<String>)> {
    let mut out = Vec::new();
    for title in &sources.titles {
        let flow = &title.flow;
        for mut named in titles::bodies_in(&flow.text, &title.lines) {
            if !named.is_body && named.how == How::Genitive {
                named.range = without_genitive(sheet, flow, named.range);
            }
            let name = flow.of(&named.range).to_owned();
            let weight = weight_in_title(&named, &name, sheet, sources, title);
            if weight >= ENOUGH {
                let value = capitalised(&squeeze(&name));
                let state = if value == name { State::Read } else { State::Normalised };
                out.push((weight, Field::new(value, flow.evidence(sheet.pages, &named.range, state, 0.92))));
            }
        }
    }
    out
}

/// Rows above the title in which a letterhead is looked for.
const LETTERHEAD: usize = 4;

/// "Kammarkören Lyktan" over the title, where nothing else names a body: by its words, its type, that it comes back on
/// other pages, and that it stands next to the title.
fn in_letterhead(sheet: &Sheet, sources: &Sources) -> Option<(f32, Field<String>)> {
    // Where no title stands, the letterhead is what stands beside the day.
    let beside_day = |at: &usize| {
        let row = &sheet.rows[*at];
        row.pieces.len() > 1 && row.pieces.iter().any(|piece| sources.lone_days.iter().any(|day| is_same(day, piece)))
    };
    let title = match sources.titles.first().and_then(|title| title.rows.first()) {
        Some(title) => *title,
        None => (0..sheet.rows.len().min(LETTERHEAD)).find(beside_day)? + 1,
    };
    let size = |at: usize| sheet.face(at).size.unwrap_or(0.0);
    let usual = {
        let mut sizes: Vec<f32> =
            (title..sheet.rows.len().min(title + 30)).map(size).filter(|size| *size > 0.0).collect();
        sizes.sort_by(f32::total_cmp);
        sizes.get(sizes.len() / 2).copied().unwrap_or(0.0)
    };
    let mut best: Option<(f32, Field<String>)> = None;
    for at in title.saturating_sub(LETTERHEAD)..title {
        let row = &sheet.rows[at];
        let Some(piece) = row.pieces.first() else { continue };
        if !titles::may_be_name(&piece.text) || piece.mark.label().is_some() {
            continue;
        }
        let words = piece.text.to_lowercase();
        let comes_back =
            sources.head.iter().any(|other| other.page != piece.page && fold(&other.text) == fold(&piece.text));
        let is_large =
            usual > 0.0 && size(at) > usual * 1.15 || sheet.face(at).weight.is_some_and(|weight| weight > 1.2);
        let weight = 0.3
            + if words.split_whitespace().any(ends_as_body) { 0.4 } else { 0.0 }
            + if comes_back { 0.3 } else { 0.0 }
            + if is_large { 0.2 } else { 0.0 }
            + if at + 1 == title { 0.1 } else { 0.0 }
            + if words.contains(' ') { 0.1 } else { 0.0 };
        if weight >= ENOUGH && best.as_ref().is_none_or(|(known, _)| weight >= *known) {
            let flow = sheet.flow_of(piece);
            best = Some((weight, flow.field(sheet.pages, &flow.whole(), 0.85)));
        }
    }
    best
}

fn is_same(one: &Piece, other: &Piece) -> bool {
    one.page == other.page && one.span == other.span
}

/// "Lyktan" in the head of every page, where nothing else names a body.
fn in_running_head(sheet: &Sheet, sources: &Sources) -> Option<(f32, Field<String>)> {
    let heads = sources.head.iter().filter(|piece| titles::may_be_name(&piece.text) && piece.mark.label().is_none());
    let pages = |wanted: &Piece| {
        let name = fold(&wanted.text);
        let mut pages: Vec<usize> =
            sources.head.iter().filter(|piece| fold(&piece.text) == name).map(|piece| piece.page).collect();
        pages.dedup();
        pages.len()
    };
    let n_pages = sheet.pages.len();
    let piece = heads.into_iter().find(|piece| n_pages >= 2 && pages(piece) * 2 > n_pages)?;
    let flow = sheet.flow_of(piece);
    Some((ENOUGH, flow.field(sheet.pages, &flow.whole(), 0.8)))
}

/// Whether a name stands by itself in a letterhead or running head.
fn stands_alone(sources: &Sources, name: &str) -> bool {
    let name = fold(name);
    sources.head.iter().chain(&sources.top).any(|piece| fold(&piece.text) == name)
}

/// "Granens årsmöte" of Granen, "Alnus årsmöte" of Alnus: as the name stands elsewhere.
fn without_genitive(sheet: &Sheet, flow: &Flow, range: Range<usize>) -> Range<usize> {
    let name = flow.of(&range);
    let stem = name.strip_suffix(":s").or_else(|| name.strip_suffix('s')).unwrap_or(name);
    let n_times = |wanted: &str| {
        let rows = sheet.rows.iter().map(|row| row.text());
        rows.filter(|text| {
            text.match_indices(wanted)
                .any(|(at, _)| !text[at + wanted.len()..].starts_with(|c: char| c.is_alphanumeric() || c == ':'))
        })
        .count()
    };
    // The title itself has it once.
    let keeps_its_s = n_times(stem) == 0 && n_times(name) > 1;
    if keeps_its_s { range } else { range.start..range.start + stem.len() }
}

/// "Kommunstyrel sen": one word read as two.
fn untorn(text: &str) -> Option<String> {
    let (first, second) = text.split_once(' ')?;
    let goes_on = !second.is_empty() && second.chars().all(|c| c.is_lowercase());
    let whole = format!("{first}{second}");
    let is_word = |word: &str| ends_as_body(&word.to_lowercase());
    (goes_on && first.chars().count() >= 4 && !is_word(first) && !is_word(second) && is_word(&whole) && is_body(&whole))
        .then_some(whole)
}

/// Words of an association's name that tell its kind and may be left out or shortened.
static KINDS: Words = Words::new("bodies.kinds");
static KIND_ENDS: Words = Words::new("bodies.kind_ends");

/// What tells an association from others of its kind: "HSB:s Bostadsrättsförening Linden i Storby" is Linden, Storby.
fn core(name: &str) -> Vec<String> {
    let words = name.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    words
        .filter(|word| !word.is_empty() && !KINDS.has(word) && !KIND_ENDS.end(word))
        .map(|word| match word.strip_suffix('s') {
            Some(stem) if stem.chars().count() > 3 => stem.to_owned(),
            _ => word,
        })
        .collect()
}

/// Whether two names are one association's, one of them fuller. Boards and councils are who their whole name says.
fn is_one(a: &str, b: &str) -> bool {
    if fold(a) == fold(b) {
        return true;
    }
    let is_public =
        |name: &str| !is_association(name) && name.split_whitespace().any(|word| ends_as_body(&word.to_lowercase()));
    if is_public(a) || is_public(b) {
        return false;
    }
    let (a, b) = (core(a), core(b));
    let within = |one: &[String], other: &[String]| !one.is_empty() && one.iter().all(|word| other.contains(word));
    within(&a, &b) || within(&b, &a)
}

/// The body that most speaks for, in the fullest form that is printed: every title, letterhead and running head is a
/// vote, and names of one association vote together.
fn fullest(found: &[(f32, Field<String>)]) -> Option<Field<String>> {
    let value = |field: &Field<String>| field.value.clone().unwrap_or_default();
    let best = value(&most_voted(found, is_one)?);
    // The company's name stands in every head, its board once: "Styrelsen för Storby Energi AB".
    let company = fold(&best);
    let is_its_board = |name: &str| {
        BOARD_OF.iter().filter_map(|words| name.strip_prefix(words)).any(|rest| rest.trim_start() == company)
    };
    if let Some((_, board)) = found.iter().find(|(_, other)| is_its_board(&fold(&value(other)))) {
        return Some(board.clone());
    }
    let of_it: Vec<(f32, Field<String>)> =
        found.iter().filter(|(_, other)| is_one(&value(other), &best)).cloned().collect();
    let longest = of_it.iter().map(|(_, field)| core(&value(field)).len()).max()?;
    let fuller: Vec<(f32, Field<String>)> =
        of_it.into_iter().filter(|(_, field)| core(&value(field)).len() == longest).collect();
    let n_letters = |field: &Field<String>| value(field).chars().filter(|c| c.is_alphabetic()).count();
    let most = fuller.iter().map(|(_, field)| n_letters(field)).max()?;
    let whole: Vec<(f32, Field<String>)> =
        fuller.into_iter().filter(|(_, field)| n_letters(field) + 2 >= most).collect();
    most_voted(&whole, |a, b| fold(a) == fold(b))
}

/// Every page's head is a vote.
fn most_voted(found: &[(f32, Field<String>)], is_one: impl Fn(&str, &str) -> bool) -> Option<Field<String>> {
    let value = |field: &Field<String>| field.value.clone().unwrap_or_default();
    let votes = |field: &Field<String>| -> f32 {
        let own = value(field);
        found.iter().filter(|(_, other)| is_one(&value(other), &own)).map(|(weight, _)| *weight).sum()
    };
    found
        .iter()
        .enumerate()
        .max_by(|(at_a, (_, a)), (at_b, (_, b))| votes(a).total_cmp(&votes(b)).then(at_b.cmp(at_a)))
        .map(|(_, (_, field))| field.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_and_municipalities() {
        for body in [
            "Kommunstyrelsen",
            "Kultur- och fritidsnämnden",
            "Rådet för äldre och trygghet",
            "Bostadsrättsföreningen Eken",
            "KOMMUNFULLMÄKTIGE",
        ] {
            assert!(is_body(body), "{body}");
        }
        for other in ["Beslut", "Anna Berg", "Nämndens beslut", "SAMMANTRÄDESPROTOKOLL", "Kommunstyrelsen beslutar att"]
        {
            assert!(!is_body(other), "{other}");
        }
        assert!(is_municipality("Norra Storby kommun"));
        assert!(is_municipality("Region Storland"));
        assert!(!is_municipality("Utdrag till kommun"));
    }
}
