//! Which rows open an item: readings of § numbers, and the rising sequence that picks the true ones.
//!
//! A number inside a sentence, a point of a list and a row of the agenda look like headings too. Each
//! candidate gets a weight for its form and place; the best chain of rising numbers decides, and what
//! the chain lacks is looked for once more among weaker readings.

use crate::segment::dates::compile;
use crate::segment::flow::Flow;
use crate::segment::labels::{self, BODY_ENDINGS, Label};
use crate::segment::sheet::{Row, Sheet};
use regex::{Captures, Regex};
use std::ops::Range;
use std::sync::LazyLock;

#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, PartialOrd, Ord)]
pub enum Family {
    /// `§ 12`, `KS § 12`, `12 §`, and `§` read as another sign.
    Sign,
    /// `Paragraf 12.`, `Ärende 12`, `Punkt 12`.
    Word,
    /// `12. Title`
    Dotted,
    /// `Kf 88`
    Prefix,
    /// `12` alone in a column of numbers.
    Bare,
}

#[derive(Clone, Debug)]
pub struct Heading {
    pub row: usize,
    pub number: u32,
    pub last: Option<u32>,
    pub suffix: Option<String>,
    pub year: Option<u32>,
    pub body: Option<String>,
    pub family: Family,
    pub weight: f32,
    /// The label's bytes in the row's flow.
    pub label: Range<usize>,
    /// What follows the label in the row's flow.
    pub rest: Range<usize>,
    /// The number is not printed, or printed otherwise: it follows from its neighbours.
    pub inferred: bool,
}

impl Heading {
    pub fn end(&self) -> u32 {
        self.last.unwrap_or(self.number)
    }
}

const CODE: &str = r"(?:[\p{Lu}][\p{L}]{0,4}\.?(?:\s[\p{Lu}][\p{L}]{0,3})?)";

static SIGN: LazyLock<Regex> = LazyLock::new(|| {
    compile(&format!(
        r"^(?P<body>{CODE}|[\p{{Lu}}][\p{{L}} -]{{4,30}})?\s*[8$]?(?P<mark>§\s?§|§\$|§|\${{1,2}}|&{{1,2}})\s*(?P<n>[0-9OIl]{{1,4}})(?:\s?[-–—]{{1,2}}\s?(?P<last>\d{{1,4}}))?(?:\s?/\s?(?P<year>\d{{4}}))?(?:\s?(?P<suf>[a-hA-H])(?:\b|$))?(?P<dot>[.:,]?)(?P<rest>(?s:.*))$"
    ))
});
static SIGN_LIKE: LazyLock<Regex> = LazyLock::new(|| {
    compile(&format!(
        r"^(?P<body>{CODE}\s)?(?P<mark>[8SsB53]|8S|88|S8|SS|ss)\s?(?P<n>\d{{1,4}})(?:\s?[-–—]\s?(?P<last>\d{{1,4}}))?(?P<dot>[.:]?)(?P<rest>$|\s(?s:.*))"
    ))
});
static SIGN_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^(?P<n>\d{1,4})(?:\s?[-–—]\s?(?P<last>\d{1,4}))?\s?(?P<suf>[a-h])?\s?(?P<mark>§§?|[$&])(?P<dot>[.:]?)(?P<rest>$|\s(?s:.*))",
    )
});
static SIGN_AFTER_LIKE: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^(?P<n>\d{1,4})\s?(?P<mark>[8SsB568])(?P<dot>[.:]?)(?P<rest>$|\t(?s:.*))"));
static WORD: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^(?P<mark>(?i:paragraf(?:en)?|ärende(?:\s+nr)?|punkt|pkt|§))\s*(?P<n>\d{1,4})(?:\s?[-–—]\s?(?P<last>\d{1,4}))?(?:\s?/\s?(?P<year>\d{4}))?(?:\s?(?P<suf>[a-h])\b)?(?P<dot>[.:]?)(?P<rest>(?s:.*))$",
    )
});
static DOTTED: LazyLock<Regex> = LazyLock::new(|| compile(r"^(?P<n>\d{1,3})(?P<dot>[.)])(?P<rest>$|\s(?s:.*))"));
static PREFIX: LazyLock<Regex> = LazyLock::new(|| {
    compile(&format!(
        r"^(?P<body>{CODE})\s(?P<n>\d{{1,4}})(?:\s?[-–—]\s?(?P<last>\d{{1,4}}))?(?:\s?/\s?(?P<year>\d{{4}}))?(?:\s(?P<suf>[a-h]))?(?P<dot>[.:]?)(?P<rest>$|\s(?s:.*))"
    ))
});
static BARE: LazyLock<Regex> = LazyLock::new(|| compile(r"^(?P<n>\d{1,4})(?P<dot>)(?P<rest>$|\t(?s:.*))"));

/// The row as one flow, its pieces divided by tabs.
pub fn row_flow(sheet: &Sheet, row: &Row) -> Flow {
    let mut flow = Flow::default();
    for (at, piece) in row.pieces.iter().enumerate() {
        if at > 0 {
            flow.glue("\t");
        }
        flow.push(sheet.pages, piece.page, piece.span);
    }
    flow
}

fn digits(text: &str) -> Option<u32> {
    let fixed: String = text
        .chars()
        .map(|c| match c {
            'O' => '0',
            'I' | 'l' => '1',
            c => c,
        })
        .collect();
    fixed.parse().ok()
}

fn heading(row: usize, text: &str, found: &Captures, family: Family, weight: f32) -> Option<Heading> {
    let number = digits(&found["n"])?;
    let last =
        found.name("last").and_then(|m| m.as_str().parse().ok()).filter(|last| *last > number && *last - number < 60);
    let rest = found.name("rest").map_or(text.len()..text.len(), |m| m.range());
    let body = found.name("body").map(|m| m.as_str().trim().to_owned()).filter(|body| !body.is_empty());
    if let Some(body) = &body
        && !is_body(body)
    {
        return None;
    }
    let label_end = found.name("dot").map_or(rest.start, |m| m.end());
    Some(Heading {
        row,
        number,
        last,
        suffix: found.name("suf").map(|m| m.as_str().to_lowercase()),
        year: found.name("year").and_then(|m| m.as_str().parse().ok()),
        body,
        family,
        weight,
        label: 0..label_end,
        rest,
        inferred: false,
    })
}

/// A body's short name before the number, such as `KS`, `Sn`, `KS AU`, or its whole name.
fn is_body(text: &str) -> bool {
    let lower = text.to_lowercase();
    if ["bil", "se", "jfr", "enl", "den", "kap", "nr", "dnr", "lag", "sfs", "i", "s", "sid", "kl", "lgh", "hus"]
        .contains(&lower.trim_end_matches('.'))
    {
        return false;
    }
    let short = text.split_whitespace().all(|word| word.chars().count() <= 5);
    short || BODY_ENDINGS.iter().any(|end| lower.ends_with(end))
}

/// Every reading of a row as the head of an item.
pub fn readings(row: usize, text: &str) -> Vec<Heading> {
    let mut out = Vec::new();
    let mut add = |found: Option<Captures>, family, weight| {
        if let Some(heading) = found.and_then(|found| heading(row, text, &found, family, weight)) {
            out.push(heading);
        }
    };
    let is_section = text.contains('§');
    add(SIGN.captures(text), Family::Sign, if is_section { 3.0 } else { 1.6 });
    add(SIGN_LIKE.captures(text), Family::Sign, 0.7);
    add(SIGN_AFTER.captures(text), Family::Sign, if is_section { 2.6 } else { 1.4 });
    add(SIGN_AFTER_LIKE.captures(text), Family::Sign, 0.5);
    add(WORD.captures(text), Family::Word, 2.6);
    add(DOTTED.captures(text), Family::Dotted, 1.0);
    add(PREFIX.captures(text), Family::Prefix, 1.0);
    add(BARE.captures(text), Family::Bare, 0.4);
    out
}

/// Whether a row is a strong heading on its own: never a running head.
pub fn is_strong(text: &str) -> bool {
    readings(0, text).iter().any(|reading| reading.weight >= 1.4 && fits_rest(&text[reading.rest.clone()]) > -0.5)
}

/// What may follow a number: nothing, a title, a reference; not the rest of a sentence.
fn fits_rest(rest: &str) -> f32 {
    let trimmed = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '-' | '–' | ':'));
    match trimmed.chars().next() {
        None => 0.3,
        Some(c) if c.is_uppercase() || matches!(c, '"' | '”' | '(') => 0.3,
        Some(c) if c.is_ascii_digit() && rest.starts_with('\t') => 0.0,
        Some(c) if c.is_lowercase() && rest.starts_with('\t') => -0.5,
        Some(_) => -3.0,
    }
}

/// The candidates among the rows that `open` lets through.
pub fn candidates(sheet: &Sheet, open: impl Fn(usize) -> bool) -> Vec<Heading> {
    let mut out = Vec::new();
    for (at, row) in sheet.rows.iter().enumerate() {
        if !open(at) {
            continue;
        }
        let text = row.text();
        if !text.chars().take(45).any(|c| c.is_ascii_digit()) {
            continue;
        }
        let after_label = at > 0 && labels::label_of(&sheet.rows[at - 1].text()) == Some(Label::ParagraphRange);
        if after_label {
            continue;
        }
        let place = place_weight(sheet, at, &open);
        for mut reading in readings(at, &text) {
            let rest = &text[reading.rest.clone()];
            reading.weight += fits_rest(rest) + place;
            if reading.last.is_some() {
                reading.weight -= 0.8;
            }
            if matches!(reading.family, Family::Dotted | Family::Prefix)
                && rest.trim().is_empty()
                && row.pieces.len() == 1
            {
                reading.weight -= 0.4;
            }
            // A date: "12. 3. 1953".
            if matches!(reading.family, Family::Dotted | Family::Bare)
                && rest.trim_start().starts_with(|c: char| c.is_ascii_digit())
            {
                continue;
            }
            if reading.number > 0 && reading.weight > -1.0 {
                out.push(reading);
            }
        }
    }
    out
}

/// Whether a row stands where headings stand: after a finished paragraph, not in the middle of one.
fn place_weight(sheet: &Sheet, at: usize, open: &impl Fn(usize) -> bool) -> f32 {
    let Some(before) = at.checked_sub(1).filter(|before| open(*before)) else { return 0.2 };
    let (row, above) = (&sheet.rows[at], &sheet.rows[before]);
    let (Some(first), Some(last)) = (row.pieces.first(), above.pieces.last()) else { return 0.0 };
    if row.page != above.page {
        return 0.0;
    }
    let gap = sheet.gap_above(at).unwrap_or(1.0);
    let mut weight = 0.0;
    if gap > 1.4 {
        weight += 0.4;
    }
    let unfinished = !last.text.ends_with(['.', ':', '!', '?', ')']) && !sheet.ended_early(last, first);
    if unfinished && gap < 1.4 && above.pieces.len() == 1 {
        weight -= 1.2;
    }
    weight
}

/// The chain of headings that rises best.
pub fn chain(sheet: &Sheet, candidates: &[Heading]) -> Vec<Heading> {
    let families = [Family::Sign, Family::Word, Family::Prefix, Family::Dotted, Family::Bare];
    let mut best: (f32, Vec<Heading>) = (0.0, Vec::new());
    for family in families {
        let mut members: Vec<Heading> = candidates.iter().filter(|c| c.family == family).cloned().collect();
        weigh_columns(sheet, &mut members);
        let (score, found) = rise(&members);
        // Weak forms must earn their place by a run of numbers.
        let least = match family {
            Family::Sign | Family::Word => 1,
            Family::Prefix | Family::Dotted => 3,
            Family::Bare => 4,
        };
        if found.len() >= least && score > best.0 {
            best = (score, found);
        }
    }
    let mut found = best.1;
    fill_gaps(sheet, candidates, &mut found);
    found
}

/// Headings share a left edge; a weak reading elsewhere is a number in the text.
fn weigh_columns(sheet: &Sheet, members: &mut [Heading]) {
    let mut starts: Vec<i32> = members.iter().filter(|m| m.weight >= 1.0).map(|m| sheet.rows[m.row].x0()).collect();
    starts.sort_unstable();
    let Some(&usual) = starts.get(starts.len() / 2) else { return };
    for member in members {
        let row = &sheet.rows[member.row];
        let size = sheet.metrics_at(row.page).size;
        if (row.x0() - usual).abs() > 4 * size {
            member.weight -= 0.9;
        }
    }
}

fn step(from: &Heading, to: &Heading) -> Option<f32> {
    let (before, after) = (from.end(), to.number);
    if after < before || to.row == from.row {
        return None;
    }
    let base = match after - before {
        0 if to.suffix != from.suffix && to.suffix.is_some() => 0.8,
        0 => -2.2,
        1 => 1.0,
        2 | 3 => -0.3,
        4..=10 => -1.5,
        11..=60 => -3.0,
        _ => -5.0,
    };
    // An agenda has no text between its points.
    let body = if to.row - from.row > 1 { 0.3 } else { 0.0 };
    Some(base + body)
}

/// The heaviest rising chain.
fn rise(members: &[Heading]) -> (f32, Vec<Heading>) {
    const FAR: usize = 400;
    let mut score: Vec<f32> = Vec::with_capacity(members.len());
    let mut from: Vec<Option<usize>> = Vec::with_capacity(members.len());
    for (at, to) in members.iter().enumerate() {
        let mut best = (to.weight, None);
        for before in at.saturating_sub(FAR)..at {
            if let Some(gain) = step(&members[before], to) {
                let total = score[before] + gain + to.weight;
                if total > best.0 {
                    best = (total, Some(before));
                }
            }
        }
        score.push(best.0);
        from.push(best.1);
    }
    // Of equal chains the later one: the agenda stands before the items.
    let end = (0..members.len()).max_by(|a, b| score[*a].total_cmp(&score[*b]).then(a.cmp(b)));
    let Some(end) = end else { return (0.0, Vec::new()) };
    let (mut out, mut at) = (Vec::new(), Some(end));
    while let Some(index) = at {
        out.push(members[index].clone());
        at = from[index];
    }
    out.reverse();
    (score[end], out)
}

/// Looks for the numbers that the chain jumps over, among readings of any form between its neighbours.
fn fill_gaps(sheet: &Sheet, candidates: &[Heading], chain: &mut Vec<Heading>) {
    let mut at = 1;
    while at < chain.len() {
        let (before, after) = (chain[at - 1].clone(), chain[at].clone());
        let missing = before.end() + 1;
        if after.number <= missing {
            at += 1;
            continue;
        }
        let usual = sheet.rows[before.row].x0();
        let size = sheet.metrics_at(sheet.rows[before.row].page).size;
        let near = |row: usize| (sheet.rows[row].x0() - usual).abs() <= 4 * size;
        let found = candidates
            .iter()
            .filter(|c| {
                c.row > before.row
                    && c.row < after.row
                    && c.number == missing
                    && c.family != Family::Dotted
                    && near(c.row)
                    && c.weight > 0.2
            })
            .max_by(|a, b| a.weight.total_cmp(&b.weight));
        let found = found.cloned().or_else(|| misread(sheet, &before, &after, missing));
        let found = found.or_else(|| if after.number == missing + 1 { lost(sheet, chain, at, missing) } else { None });
        match found {
            Some(heading) => chain.insert(at, heading),
            None => at += 1,
        }
        if chain.len() > 5000 {
            break;
        }
        if chain.get(at).is_some_and(|heading| heading.number == missing) {
            at += 1;
        }
    }
    before_first(sheet, candidates, chain);
}

/// The numbers that come before the chain's first, going down by one.
fn before_first(sheet: &Sheet, candidates: &[Heading], chain: &mut Vec<Heading>) {
    while let Some(first) = chain.first().cloned() {
        if first.number <= 1 {
            return;
        }
        let size = sheet.metrics_at(sheet.rows[first.row].page).size;
        let near = |row: usize| (sheet.rows[row].x0() - sheet.rows[first.row].x0()).abs() <= 3 * size;
        let found = candidates
            .iter()
            .filter(|c| {
                c.row + 1 < first.row
                    && c.number + 1 == first.number
                    && c.family == Family::Sign
                    && c.weight > 0.8
                    && near(c.row)
            })
            .max_by_key(|c| c.row);
        match found {
            Some(heading) => chain.insert(0, heading.clone()),
            None => return,
        }
    }
}

/// A heading between two others whose number was read badly: `114.` for `11.`, `36` for `§ 6`.
fn misread(sheet: &Sheet, before: &Heading, after: &Heading, missing: u32) -> Option<Heading> {
    let shape = sheet.rows[after.row].x0().min(sheet.rows[before.row].x0());
    let digits = missing.to_string();
    (before.row + 1..after.row).find_map(|at| {
        let row = &sheet.rows[at];
        let size = sheet.metrics_at(row.page).size;
        if (row.x0() - shape).abs() > 3 * size || row.page < sheet.rows[before.row].page {
            return None;
        }
        let text = row.text();
        let end = text.find(|c: char| c.is_whitespace()).unwrap_or(text.len());
        // "LS899" for "LS § 99": the code of the other headings is no part of the number.
        let code = before
            .body
            .as_deref()
            .filter(|code| text.len() > code.len() && text.to_lowercase().starts_with(&code.to_lowercase()))
            .map_or(0, str::len);
        let skipped = text.get(code..).map_or(0, |rest| rest.len() - rest.trim_start().len());
        let end = text
            .get(code + skipped..)
            .and_then(|rest| rest.find(|c: char| c.is_whitespace()))
            .map_or(text.len(), |at| code + skipped + at)
            .max(end);
        let (token, rest) = text.split_at(end);
        let token = token.get(code..).unwrap_or(token);
        let token_digits: String = token.chars().filter(char::is_ascii_digit).collect();
        if token_digits.is_empty()
            || token.chars().filter(|c| c.is_alphabetic()).count() > 1
            || fits_rest(rest) < 0.0
            || rest.trim().is_empty()
        {
            return None;
        }
        let near = token_digits.ends_with(&digits) && token_digits.len() == digits.len() + 1
            || strsim::levenshtein(&token_digits, &digits) == 1 && digits.len() >= 2;
        near.then_some(Heading {
            row: at,
            number: missing,
            last: None,
            suffix: None,
            year: None,
            body: None,
            family: before.family,
            weight: 0.5,
            label: 0..end,
            rest: end..text.len(),
            inferred: true,
        })
    })
}

/// A heading whose number was not read at all: a title where titles stand, after the gap that parts
/// items, between two items whose numbers leave just this one out.
fn lost(sheet: &Sheet, chain: &[Heading], at: usize, missing: u32) -> Option<Heading> {
    let (before, after) = (&chain[at - 1], &chain[at]);
    let title_start = |heading: &Heading| -> Option<i32> {
        let row = &sheet.rows[heading.row];
        let first = row.pieces.first()?;
        if heading.rest.start > first.text.len() {
            return row.pieces.get(1).map(|piece| piece.bbox.x0);
        }
        let words = sheet.pages.get(first.page)?.words_in(first.span);
        words.into_iter().find(|word| word.span.start >= first.span.start + heading.rest.start).map(|word| word.bbox.x0)
    };
    let mut gaps: Vec<f32> = chain.iter().filter_map(|heading| sheet.gap_above(heading.row)).collect();
    gaps.sort_by(f32::total_cmp);
    let usual_gap = gaps.get(gaps.len() / 2).copied().unwrap_or(2.0);
    let (one, other) = (title_start(before)?, title_start(after)?);
    let size = sheet.metrics_at(sheet.rows[after.row].page).size;
    if (one - other).abs() > 2 * size {
        return None;
    }
    let fits = |row: usize| {
        let this = &sheet.rows[row];
        let [piece] = this.pieces.as_slice() else { return false };
        let gap = sheet.gap_above(row).unwrap_or(usual_gap);
        let title = piece.text.chars().next().is_some_and(char::is_uppercase)
            && !piece.text.ends_with(['.', ':', ','])
            && labels::heading_of(&piece.text).is_none()
            && labels::label_of(&piece.text).is_none();
        let early = sheet
            .rows
            .get(row + 1)
            .and_then(|next| next.pieces.first())
            .is_some_and(|next| sheet.ended_early(piece, next));
        title
            && early
            && (piece.bbox.x0 - other).abs() <= size
            && gap >= 0.8 * usual_gap
            && gap > 1.3
            && piece.text.split_whitespace().count() <= 16
    };
    let found: Vec<usize> = (before.row + 2..after.row).filter(|row| fits(*row)).collect();
    let [row] = found.as_slice() else { return None };
    let length = sheet.rows[*row].text().len();
    Some(Heading {
        row: *row,
        number: missing,
        last: None,
        suffix: None,
        year: None,
        body: None,
        family: before.family,
        weight: 0.3,
        label: 0..0,
        rest: 0..length,
        inferred: true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};

    fn numbers(text: &str) -> Vec<u32> {
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        let candidates = candidates(&sheet, |_| true);
        chain(&sheet, &candidates).iter().map(|heading| heading.number).collect()
    }

    #[test]
    fn forms_of_headings() {
        let first = |text: &str| {
            readings(0, text)
                .into_iter()
                .max_by(|a, b| a.weight.total_cmp(&b.weight))
                .map(|h| (h.number, h.last, h.suffix, h.year))
        };
        assert_eq!(first("KS § 130\tDnr KS 2019/1"), Some((130, None, None, None)));
        assert_eq!(first("AU §§ 15-17"), Some((15, Some(17), None, None)));
        assert_eq!(first("Kf § 88 a"), Some((88, None, Some("a".into()), None)));
        assert_eq!(first("§ 12/2019"), Some((12, None, None, Some(2019))));
        assert_eq!(first("Paragraf 31."), Some((31, None, None, None)));
        assert_eq!(first("7 §"), Some((7, None, None, None)));
        assert_eq!(first("Kf 75"), Some((75, None, None, None)));
        assert_eq!(first("Bilaga KS § 131"), None);
    }

    #[test]
    fn a_sign_read_badly_is_kept_by_its_neighbours() {
        let text = "§ 4\tVal av justerare\nBo Ek väljs.\n& 5\tDagordning\nDen godkänns.\n8 6\tRapporter\nEnligt § 2 i stadgarna ska detta ske.\n§ 7\tAvslutning\nMötet avslutas.";
        assert_eq!(numbers(text), [4, 5, 6, 7]);
    }

    #[test]
    fn points_of_a_list_are_no_items() {
        let text =
            "§ 4\tVal\nVi väljer:\n1. Bo Ek\n2. Eva Ek\n5. Per Ek\n§ 5\tDagordning\nDen godkänns.\n§ 6\tSlut\nSlut.";
        assert_eq!(numbers(text), [4, 5, 6]);
    }

    #[test]
    fn numbers_without_a_sign() {
        let text =
            "1. Öppnande\nMötet öppnas.\n2. Val\nEva väljs.\n114. Rapporter\nDe godkänns.\n4. Slut\nMötet avslutas.";
        assert_eq!(numbers(text), [1, 2, 4]);
        let text =
            "9. Öppnande\nMötet öppnas.\n10. Val\nEva väljs.\n114. Rapporter\nDe godkänns.\n12. Slut\nMötet avslutas.";
        assert_eq!(numbers(text), [9, 10, 11, 12]);
    }
}
