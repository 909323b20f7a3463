//! Numbers that the chain of headings jumps over: read badly, read weakly, or not read at all.
//!
//! The numbers rise by one, so the place of a missing one is known: between its neighbours, at their
//! left edge. What is found here is marked as inferred where the number itself was not read.

use crate::segment::marks::numbers::{Family, Heading, fits_rest};
use crate::segment::marks::sheet::{Row, Sheet};
use crate::segment::outline::candidates::{Group, groups};
use crate::segment::outline::unread::{lost, stands_alone, title_start};
use crate::segment::words::forms::Words;
use crate::segment::words::labels::Label;
use crate::segment::words::misreadings::{self, is_section_sign, looks_like_section_sign, may_be_section_sign};
use crate::segment::words::text::fold;

/// What dirt before a number is read as.
static SPECKS: Words = Words::new("misreadings.specks");
/// What the figure 1 is read as where nothing stands beside it.
static ONE: Words = Words::new("misreadings.digit_1");
static ONE_ALONE: Words = Words::new("misreadings.digit_1_alone");
/// Small letters that differ from their capitals in size alone.
static CAPITALS: Words = Words::new("misreadings.capitals_by_size");
/// What the first item of a meeting is called, by the words that its title has.
static FIRST_TITLES: Words = Words::new("outline.openings");

fn is_speck(c: char) -> bool {
    c == ' ' || misreadings::is(&SPECKS, c)
}

/// Looks for the numbers that the chain jumps over, among readings of any form between its neighbours.
pub fn fill(sheet: &Sheet, candidates: &[Heading], chain: &mut Vec<Heading>) {
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
        let is_bold = |row: usize| sheet.face(row).is_bold();
        // They are in printed order.
        let from = candidates.partition_point(|c| c.row <= before.row);
        let found = candidates[from..]
            .iter()
            .take_while(|c| c.row < after.row)
            .filter(|c| {
                c.number == missing
                    // Small numbers before a full stop count the points of lists, if they are not set as the headings are.
                    && (c.family != Family::Dotted
                        || c.number >= 20
                        || before.family == Family::Bare
                        || is_bold(c.row) && is_bold(before.row) && is_bold(after.row)
                        || before.family == Family::Sign && is_unsigned(sheet, candidates, c, &before))
                    && near(c.row)
                    && c.weight > 0.2
            })
            .max_by(|a, b| a.weight.total_cmp(&b.weight));
        let whole = if found.is_none() { in_column(sheet, &candidates[from..], &before, &after) } else { Vec::new() };
        if !whole.is_empty() {
            let n_found = whole.len();
            chain.splice(at..at, whole);
            at += n_found + 1;
            continue;
        }
        let found = found.cloned().or_else(|| misread(sheet, &before, &after, missing));
        let found = found.or_else(|| mark_alone(sheet, &before, &after, missing));
        match found {
            Some(heading) => chain.insert(at, heading),
            None => {
                let found = lost(sheet, chain, at);
                let n_found = found.len();
                chain.splice(at..at, found);
                at += n_found.max(1);
                if n_found > 0 {
                    continue;
                }
            }
        }
        if chain.len() > 5000 {
            break;
        }
        if chain.get(at).is_some_and(|heading| heading.number == missing) {
            at += 1;
        }
    }
    before_first(sheet, candidates, chain);
    while let Some(last) = chain.last().cloned() {
        match after_last(sheet, candidates, &last) {
            Some(heading) => chain.push(heading),
            None => break,
        }
    }
}

/// All numbers between two headings, of another form than theirs or weak ones of it, in their column: no list inside an
/// item begins where the numbers were left off and ends where they go on.
fn in_column(sheet: &Sheet, candidates: &[Heading], before: &Heading, after: &Heading) -> Vec<Heading> {
    let usual = sheet.rows[before.row].x0().min(sheet.rows[after.row].x0());
    let in_column = |heading: &&Heading| {
        let row = &sheet.rows[heading.row];
        heading.is_numbered() && (row.x0() - usual).abs() <= 2 * sheet.metrics_at(row.page).size
    };
    let between: Vec<Heading> =
        candidates.iter().take_while(|c| c.row < after.row).filter(in_column).cloned().collect();
    let fills =
        |group: &Group| !group.is_mixed && group.members.iter().map(|c| c.number).eq(before.end() + 1..after.number);
    groups(&between).into_iter().find(fills).map_or_else(Vec::new, |group| group.members)
}

/// "9." where "§ 9." is printed, or was meant: it stands where `other` stands, apart from the text above, and no list counts
/// up to it or on from it.
fn is_unsigned(sheet: &Sheet, candidates: &[Heading], one: &Heading, other: &Heading) -> bool {
    let row = &sheet.rows[one.row];
    let size = sheet.metrics_at(row.page).size;
    let in_column = (row.x0() - sheet.rows[other.row].x0()).abs() <= 3 * size;
    let from = candidates.partition_point(|c| c.row + 12 < one.row);
    let near = candidates[from..].iter().take_while(|c| c.row <= one.row + 12);
    let mut points = near.filter(|c| c.row != one.row && c.family == one.family && c.shape == one.shape);
    one.family == Family::Dotted
        && in_column
        && sheet.gap_above(one.row).is_none_or(|gap| gap > 1.2)
        && !points.any(|c| c.number + 1 == one.number || c.number == one.number + 1)
}

/// The number after the chain's last, its sign not read: "18." under "§ 17".
fn unsigned_last(sheet: &Sheet, candidates: &[Heading], last: &Heading) -> Option<Heading> {
    if last.family != Family::Sign || !last.shape.is_empty() {
        return None;
    }
    let page = sheet.rows[last.row].page;
    let from = candidates.partition_point(|c| c.row <= last.row + 1);
    let near = candidates[from..].iter().take_while(|c| sheet.rows[c.row].page <= page + 1);
    let found = near
        .filter(|c| c.number == last.end() + 1 && c.weight > 0.2 && is_unsigned(sheet, candidates, c, last))
        .find(|c| sheet.gap_above(c.row).is_some())?;
    let signs = |at: usize| {
        let label = sheet.rows[at].first().and_then(|piece| piece.mark.label_at_start()).map(|(label, _)| label);
        matches!(label, Some(Label::AtProtocol | Label::DayAsAbove | Label::Signatures))
    };
    (!(last.row + 1..found.row).any(signs)).then(|| found.clone())
}

/// The number after the chain's last, read with its sign as one figure: `$5109` for `§ 109`.
fn after_last(sheet: &Sheet, candidates: &[Heading], last: &Heading) -> Option<Heading> {
    let missing = last.end() + 1;
    let digits = missing.to_string();
    if let Some(found) = unsigned_last(sheet, candidates, last) {
        return Some(found);
    }
    if stands_alone(sheet, last) {
        // Numbers on rows of their own: the next one, where its sign was not read.
        let row = (last.row + 1..sheet.rows.len()).find(|at| {
            let row = &sheet.rows[*at];
            let text = row.text();
            let size = sheet.metrics_at(row.page).size;
            let figures = text
                .trim()
                .trim_start_matches(is_speck)
                .trim_start_matches(|c: char| c == ' ' || may_be_section_sign(c));
            row.pieces.len() == 1
                && (figures == digits || text.trim() == digits || reads_as(text, &digits))
                && (row.x0() - sheet.rows[last.row].x0()).abs() <= 4 * size
                && sheet.gap_above(*at).is_none_or(|gap| gap > 0.9)
        })?;
        return Some(Heading::inferred(
            last,
            row,
            missing,
            0..sheet.rows[row].text().len(),
            sheet.rows[row].text().len(),
        ));
    }
    let start = title_start(sheet, last)?;
    (last.row + 1..sheet.rows.len()).find_map(|at| {
        let row = &sheet.rows[at];
        let size = sheet.metrics_at(row.page).size;
        let (first, title) = (row.pieces.first()?, row.pieces.get(1)?);
        let near =
            (row.x0() - sheet.rows[last.row].x0()).abs() <= 3 * size && (title.bbox.x0 - start).abs() <= 2 * size;
        let figures: String = first.text.chars().filter(char::is_ascii_digit).collect();
        let signed = first.text.starts_with(looks_like_section_sign) && first.text.chars().count() <= digits.len() + 3;
        // The sign may be lost altogether.
        let fits = near
            && (signed || first.text == digits)
            && figures.ends_with(&digits)
            && figures.len() <= digits.len() + 1
            && title.text.starts_with(char::is_uppercase);
        fits.then(|| Heading::inferred(last, at, missing, 0..first.text.len(), row.text().len()))
    })
}

/// "S Z1" for `§ 21`, "S 2I" for `§ 27`: the sign, and figures of which one was read as a letter.
fn reads_as(text: &str, digits: &str) -> bool {
    let text = text.trim().trim_start_matches(is_speck).trim_end_matches(['.', ':']);
    let n_before = text.chars().count().saturating_sub(digits.len());
    let at = text.char_indices().nth(n_before).map_or(text.len(), |(at, _)| at);
    let (signs, figures) = text.split_at(at);
    let fits = |(read, own): (char, char)| read == own || read.is_alphabetic();
    n_before > 0
        && signs.chars().all(|c| c.is_whitespace() || may_be_section_sign(c))
        && digits.len() >= 2
        && figures.chars().zip(digits.chars()).all(fits)
        && figures.chars().filter(char::is_ascii_digit).count() + 1 == digits.len()
}

/// Before the first number that was read: its sign alone ("§" for "§ 11."), or the title beside a number that is lost.
fn unread_before(sheet: &Sheet, first: &Heading) -> Option<Heading> {
    let number = first.number.checked_sub(1).filter(|number| *number > 0)?;
    let size = sheet.metrics_at(sheet.rows[first.row].page).size;
    let from = first.row.saturating_sub(30);
    if stands_alone(sheet, first) {
        return (from..first.row).rev().find_map(|at| {
            let row = &sheet.rows[at];
            let text = row.text();
            let mut sign = text.trim().trim_end_matches('.').chars();
            let is_sign = sign.next().is_some_and(is_section_sign) && sign.next().is_none()
                || row.pieces.len() == 1
                    && (reads_as(text, &number.to_string())
                        || text.trim() == number.to_string() && sheet.gap_above(at).is_none_or(|gap| gap > 1.2));
            let by_sign = is_sign && (row.x0() - sheet.rows[first.row].x0()).abs() <= 8 * size;
            if by_sign {
                return Some(Heading::inferred(first, at, number, 0..text.len(), text.len()));
            }
            // The number is lost, its title is the opening's.
            let title = sheet.rows.get(first.row + 1).and_then(|row| row.pieces.first())?;
            let [piece] = row.pieces.as_slice() else { return None };
            let folded = fold(&piece.text);
            (FIRST_TITLES.end(&folded)
                && at + 1 < first.row
                && (piece.bbox.x0 - title.bbox.x0).abs() <= 2 * size
                && piece.text.split_whitespace().count() <= 4)
                .then(|| Heading::inferred(first, at, number, 0..0, sheet.rows[at].text().len()))
        });
    }
    // "S 6l" beside a title that starts where the next one does.
    let start = title_start(sheet, first)?;
    let beside = (from..first.row).rev().find_map(|at| {
        let row = &sheet.rows[at];
        let [mark, title, ..] = row.pieces.as_slice() else { return None };
        let fits = reads_as(&mark.text, &number.to_string())
            && (title.bbox.x0 - start).abs() <= size
            && (row.x0() - sheet.rows[first.row].x0()).abs() <= 2 * size;
        fits.then(|| Heading::inferred(first, at, number, 0..mark.text.len(), row.text().len()))
    });
    if beside.is_some() {
        return beside;
    }
    // Only a first item can be known by its title alone.
    if number != 1 {
        return None;
    }
    (from..first.row).rev().find_map(|at| {
        let row = &sheet.rows[at];
        // The number's one figure may be read as a letter.
        let (mark, piece) = match row.pieces.as_slice() {
            [piece] => (0, piece),
            [mark, piece] if [&ONE, &ONE_ALONE].iter().any(|one| one.has(mark.text.trim_end_matches('.'))) => {
                (mark.text.len(), piece)
            }
            _ => return None,
        };
        let next = sheet.rows.get(at + 1)?;
        let folded = fold(&piece.text);
        (FIRST_TITLES.within(&folded)
            && at + 1 < first.row
            && row.page == sheet.rows[first.row].page
            && (piece.bbox.x0 - start).abs() <= size
            && sheet.ended_early(piece, next.pieces.first()?)
            && piece.text.split_whitespace().count() <= 6)
            .then(|| Heading::inferred(first, at, number, 0..mark, sheet.rows[at].text().len()))
    })
}

/// The numbers that come before the chain's first, going down by one.
fn before_first(sheet: &Sheet, candidates: &[Heading], chain: &mut Vec<Heading>) {
    while let Some(first) = chain.first().cloned() {
        if first.number <= 1 {
            return;
        }
        let size = sheet.metrics_at(sheet.rows[first.row].page).size;
        let near = |row: usize| (sheet.rows[row].x0() - sheet.rows[first.row].x0()).abs() <= 3 * size;
        // A bare number must stand beside a title that starts where the others start.
        let beside_title = |heading: &Heading| {
            let (one, other) = (title_start(sheet, heading), title_start(sheet, &first));
            one.zip(other).is_some_and(|(one, other)| (one - other).abs() <= size)
        };
        let found = candidates
            .iter()
            .filter(|c| c.row + 1 < first.row && c.number + 1 == first.number && near(c.row))
            .filter(|c| {
                c.family == Family::Sign && c.weight > 0.8
                    || c.family == Family::Bare && beside_title(c)
                    || first.family == Family::Sign
                        && first.shape.is_empty()
                        && sheet.rows[c.row].page == sheet.rows[first.row].page
                        && is_unsigned(sheet, candidates, c, &first)
            })
            .max_by_key(|c| c.row);
        match found.cloned().or_else(|| unread_before(sheet, &first)) {
            Some(heading) => chain.insert(0, heading),
            None => return,
        }
    }
}

/// A heading between two others whose number was read badly: `114.` for `11.`, `36` for `§ 6`.
fn misread(sheet: &Sheet, before: &Heading, after: &Heading, missing: u32) -> Option<Heading> {
    let shape = sheet.rows[after.row].x0().min(sheet.rows[before.row].x0());
    let digits = missing.to_string();
    let neighbours = [before, after];
    let are_dotted = neighbours.iter().all(|heading| heading.family == Family::Dotted);
    let have_signs_behind = neighbours.iter().all(|heading| has_sign_behind(sheet, heading));
    (before.row + 1..after.row).find_map(|at| {
        let row = &sheet.rows[at];
        let size = sheet.metrics_at(row.page).size;
        let torn = is_torn(sheet, at, before, after, &digits);
        if (row.x0() - shape).abs() > 3 * size && !torn || row.page < sheet.rows[before.row].page {
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
        // "§ 3" alone on its row between "§ 4" and "§ 6".
        let alone = stands_alone(sheet, before) && stands_alone(sheet, after) && after.number == missing + 1;
        let bare = text.trim_start_matches(is_speck);
        let signed = alone
            && row.pieces.len() == 1
            && bare.chars().count() <= digits.len() + 3
            && bare.starts_with(may_be_section_sign)
            && text.chars().filter(char::is_ascii_digit).count() >= digits.len()
            && sheet.gap_above(at).is_none_or(|gap| gap > 1.2);
        // "- 10/" between "9/" and "11/".
        let specked = || bare.trim_start_matches(['-', '–', '•', ' ']).strip_prefix(&digits);
        let signed = signed
            || alone
                && row.pieces.len() == 1
                && (reads_as(text, &digits)
                    || specked()
                        .is_some_and(|mark| mark.chars().count() <= 2 && !mark.contains(char::is_alphanumeric)));
        if torn || signed {
            return Some(Heading::inferred(before, at, missing, 0..text.len(), text.len()));
        }
        let is_coded = code == before.body.as_deref().map_or(0, str::len);
        let off = text.get(code..).filter(|_| is_coded).and_then(|rest| one_figure_off(rest, &digits));
        if let Some(end) = off.map(|end| code + end) {
            return Some(Heading::inferred(before, at, missing, 0..end, text.len()));
        }
        if let Some(end) = beside_title(sheet, before, at) {
            return Some(Heading::inferred(before, at, missing, 0..end, text.len()));
        }
        if let Some(end) = under_mark(text, before, &digits) {
            return Some(Heading::inferred(before, at, missing, 0..end, text.len()));
        }
        // "12. val" for "12. Val", "4.," for "4.": the missing number itself, before a word that may be a capital's.
        let opens = |c: char| c.is_uppercase() || misreadings::is(&CAPITALS, c);
        if are_dotted
            && token_digits == digits
            && !token.contains(char::is_alphabetic)
            && rest.trim_start().starts_with(opens)
            && (sheet.gap_above(at).is_none_or(|gap| gap > 1.2) || ends_sentence(&sheet.rows[at.saturating_sub(1)]))
        {
            return Some(Heading::inferred(before, at, missing, 0..end, text.len()));
        }
        if token_digits.is_empty()
            || token.chars().filter(|c| c.is_alphabetic()).count() > 1
            || fits_rest(rest) < 0.0
            || rest.trim().is_empty() && !(stands_alone(sheet, before) && stands_alone(sheet, after))
        {
            return None;
        }
        // "12 Val av revisorer" between "11." and "13.": the full stop is lost.
        let unstopped = token == digits && rest.trim_start().starts_with(char::is_uppercase);
        // "25 Val" for "2 § Val": the sign behind the number was read as a figure.
        let near = unstopped
            || have_signs_behind && token_digits.starts_with(&digits) && token_digits.len() == digits.len() + 1
            || token_digits.ends_with(&digits) && token_digits.len() == digits.len() + 1
            || strsim::levenshtein(&token_digits, &digits) == 1 && digits.len() >= 2;
        near.then(|| Heading::inferred(before, at, missing, 0..end, text.len()))
    })
}

fn has_sign_behind(sheet: &Sheet, heading: &Heading) -> bool {
    sheet.rows[heading.row]
        .text()
        .get(heading.label.clone())
        .is_some_and(|label| label.trim_end().ends_with(is_section_sign))
}

fn ends_sentence(row: &Row) -> bool {
    row.text().trim_end().ends_with(['.', '!', '?', ':'])
}

/// "§ 35" for "§ 85", "§ 835" for "§ 35": the sign, and a number like the missing one but for one figure, or one before
/// it that the sign was read as once more. Gives where the number ends.
fn one_figure_off(text: &str, digits: &str) -> Option<usize> {
    let figures = text.trim_start().strip_prefix('§')?.trim_start();
    let n = figures.chars().take_while(char::is_ascii_digit).count();
    let end = text.len() - figures.len() + n;
    let figures = &figures[..n];
    let is_off = n >= 2 && strsim::hamming(figures, digits) == Ok(1)
        || digits.len() >= 2 && n == digits.len() + 1 && figures.ends_with(digits);
    (is_off && fits_rest(&text[end..]) >= 0.0).then_some(end)
}

/// "S 1" for "§ 11." or "STOR" for "§ 8.", where one number is missing and every other is alone in the middle of its row:
/// the only short row between the two that stands as they do.
fn mark_alone(sheet: &Sheet, before: &Heading, after: &Heading, missing: u32) -> Option<Heading> {
    if after.number != missing + 1 || !stands_alone(sheet, before) || !stands_alone(sheet, after) {
        return None;
    }
    let (one, other) = (&sheet.rows[before.row], &sheet.rows[after.row]);
    let size = sheet.metrics_at(one.page).size;
    let longest = one.text().chars().count().max(other.text().chars().count());
    let middle = |row: &Row| row.bbox.x_center();
    let stands_so = |at: &usize| {
        let row = &sheet.rows[*at];
        let [piece] = row.pieces.as_slice() else { return false };
        (middle(row) - middle(one)).abs().min((middle(row) - middle(other)).abs()) <= size
            && row.x0() > sheet.metrics_at(row.page).left + 4 * size
            && piece.text.chars().count() <= longest + 1
            && piece.text.chars().any(char::is_alphanumeric)
            && sheet.gap_above(*at).is_none_or(|gap| gap > 1.2)
            && piece.mark.label().is_none()
            && piece.mark.section().is_none()
    };
    let found: Vec<usize> = (before.row + 1..after.row).filter(stands_so).collect();
    let [at] = found.as_slice() else { return None };
    let len = sheet.rows[*at].text().len();
    Some(Heading::inferred(before, *at, missing, 0..len, len))
}

/// "g 50" for "§ 50", "S 8" for "§ 87": a mark and a figure in the column of numbers, beside a title that starts where the
/// others do. Gives where the label ends.
fn beside_title(sheet: &Sheet, before: &Heading, at: usize) -> Option<usize> {
    let row = &sheet.rows[at];
    let [number, title, ..] = row.pieces.as_slice() else { return None };
    let size = sheet.metrics_at(number.page).size;
    let start = title_start(sheet, before)?;
    let figures = number.text.chars().filter(char::is_ascii_digit).count();
    let fits = before.family == Family::Sign
        && sheet.rows[before.row].pieces.len() >= 2
        && (number.bbox.x0 - sheet.rows[before.row].x0()).abs() <= 2 * size
        && (title.bbox.x0 - start).abs() <= size
        && title.text.starts_with(char::is_uppercase)
        && number.text.starts_with(looks_like_section_sign)
        && (1..=4).contains(&figures)
        && number.text.chars().count() <= figures + 3
        && sheet.gap_above(at).is_none_or(|gap| gap > 1.2);
    fits.then_some(number.text.len())
}

/// "y o)" for "7:o)", "7716" for "77/16": what stands behind the number of every heading stands here too, behind a
/// figure that was read badly or run together with it. Gives where the label ends.
fn under_mark(text: &str, before: &Heading, digits: &str) -> Option<usize> {
    if before.family != Family::Dotted {
        return None;
    }
    let head: String = text.chars().take(digits.len() + 6).collect();
    let end = match before.shape.strip_prefix('/') {
        Some(year) => {
            let token = head.split_whitespace().next()?;
            let between = token.strip_prefix(digits)?.strip_suffix(year)?;
            (between.chars().count() <= 1).then_some(token.len())?
        }
        None => {
            let mark: String = before.shape.chars().filter(|c| !c.is_whitespace()).collect();
            let is_figure = head.chars().next().is_some_and(char::is_alphanumeric);
            let at = head.find([' ', ':']).filter(|at| *at > 0 && *at <= digits.len() + 1)?;
            let rest = head[at..].trim_start_matches([' ', ':']);
            (mark.chars().count() >= 2 && is_figure && rest.to_lowercase().replace('0', "o").starts_with(&mark))
                .then_some(head.len() - rest.len() + mark.len())?
        }
    };
    (fits_rest(text.get(end..)?) >= 0.0).then_some(end)
}

/// "ef 38" where "Paragraf 38." is printed: the row of a number alone, its first letters lost.
fn is_torn(sheet: &Sheet, at: usize, before: &Heading, after: &Heading, digits: &str) -> bool {
    let row = &sheet.rows[at];
    let text = row.text();
    let figures = text.trim_end_matches(['.', ',', ':', ' ']);
    stands_alone(sheet, before)
        && stands_alone(sheet, after)
        && row.pieces.len() == 1
        && figures.ends_with(digits)
        && figures.chars().count() <= sheet.rows[before.row].text().chars().count()
        && figures[..figures.len() - digits.len()].chars().all(|c| !c.is_ascii_digit())
        && sheet.gap_above(at).is_some_and(|gap| gap > 1.3)
        && sheet.gap_above(at + 1).is_none_or(|gap| gap > 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};
    use crate::segment::outline::candidates::candidates;
    use crate::segment::outline::chain::{chain, completed};

    /// Numbers of the headings of a page, and whether each was inferred.
    fn headings(text: &str) -> Vec<(u32, bool)> {
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        let candidates = candidates(&sheet, |_| true);
        let found = completed(&sheet, &candidates, chain(&sheet, &candidates));
        found.iter().map(|heading| (heading.number, heading.inferred)).collect()
    }

    #[test]
    fn signs_and_figures_read_as_letters() {
        assert!(reads_as("S Z1", "21") && reads_as("S 2I.", "27") && reads_as("§8B", "88"));
        // Two letters are a word, another figure is another number, and a number alone has no sign.
        assert!(!reads_as("S ZI", "21") && !reads_as("S 3Z", "21") && !reads_as("2Z", "21"));
        assert!(!reads_as("Bo 2Z", "21") && !reads_as("S Z", "2"));
    }

    #[test]
    fn one_figure_may_be_another() {
        assert_eq!(one_figure_off("§ 35\tVal", "85"), Some("§ 35".len()));
        assert_eq!(one_figure_off("§ 835\tVal", "35"), Some("§ 835".len()));
        assert_eq!(one_figure_off("§ 36\tVal", "85"), None);
        assert_eq!(one_figure_off("§ 5\tVal", "8"), None);
        assert_eq!(one_figure_off("35\tVal", "85"), None);
        assert_eq!(one_figure_off("§ 35 i lagen", "85"), None);
    }

    #[test]
    fn a_number_read_badly_between_its_neighbours() {
        let text = "§ 84\tVal\nBo Ek väljs.\n§ 35\tRapporter\nDe godkänns.\n§ 86\tSlut\nMötet avslutas.";
        assert_eq!(headings(text), [(84, false), (85, true), (86, false)]);
        // Without its sign it is what it says.
        let text = "§ 84\tVal\nBo Ek väljs.\n35 kronor anslås.\n§ 86\tSlut\nMötet avslutas.";
        assert_eq!(headings(text), [(84, false), (86, false)]);
    }

    #[test]
    fn a_row_of_numbers_goes_on_in_another_form() {
        let text = "§ 1. Ordföranden öppnade mötet.\n§ 2. Mötet är utlyst.\n3. Till sekreterare valdes Bo Ek.\n\
                    4. Till justerare valdes Åsa Öst.\n§ 5. Berättelsen lästes upp.\n§ 6. Mötet slutade.";
        assert_eq!(headings(text).iter().map(|(n, _)| *n).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6]);
        // A list of two points counts from one.
        let text = "§ 1. Ordföranden öppnade mötet.\n§ 2. Till justerare valdes\n1. Bo Ek.\n2. Åsa Öst.\n3. Eva Alm.\n\
                    § 4. Berättelsen lästes upp.\n§ 5. Mötet slutade.";
        assert_eq!(headings(text).iter().map(|(n, _)| *n).collect::<Vec<_>>(), [1, 2, 4, 5]);
    }

    #[test]
    fn a_title_whose_capital_was_read_small_has_its_number() {
        let text = "10. Val av ordförande\nBo Ek omvaldes.\n11. Val av ledamöter\nÅsa Öst omvaldes.\n\
                    12. val av suppleanter\nEva Alm valdes.\n13., Val av revisorer\nUlf Ask omvaldes.\n14. Avslutning\n\
                    Mötet avslutades.";
        assert_eq!(headings(text).iter().map(|(n, _)| *n).collect::<Vec<_>>(), [10, 11, 12, 13, 14]);
    }

    #[test]
    fn numbers_before_the_first_and_after_the_last() {
        let text = "S 2I.\nVal\n\n§ 22.\nRapporter\n\n§ 23.\nTack\n\nS 2A.\nSlut";
        assert_eq!(headings(text), [(21, true), (22, false), (23, false), (24, true)]);
    }

    #[test]
    fn numbers_without_the_sign_of_the_others() {
        let text = "1. Val\nBo Ek väljs.\n\n§ 2. Rapporter\nDe godkänns.\n\n3. Brev\nDet läses.\n\n§ 4. Tack\nTack.\n\n5. Slut\nSlut.";
        let inferred = |found: Vec<(u32, bool)>| found.into_iter().map(|(number, _)| number).collect::<Vec<_>>();
        assert_eq!(inferred(headings(text)), [1, 2, 3, 4, 5]);
        // The points of a list count up to it, or on from it.
        let text = "§ 1. In\nIn.\n\n§ 2. Val\nVi väljer\n\n1. Bo Ek\n\n2. Eva Alm\n\n3. Per Bo\n\n§ 4. Tack\nTack.\n\n\
                    § 5. Slut\nSlut.";
        assert_eq!(inferred(headings(text)), [1, 2, 4, 5]);
    }

    #[test]
    fn two_numbers_before_their_sign_and_a_dash_before_a_number() {
        let text = "195\tVal\nBo Ek väljs.\n20-215\tRapporter\nDe godkänns.\n225\tTack\nTack.\n235\tSlut\nSlut.";
        assert_eq!(headings(text).iter().map(|one| one.0).collect::<Vec<_>>(), [19, 20, 22, 23]);
        let text = "8/\nVal av Bo Ek.\n\n9/\nDe godkänns.\n\n- 10/\nTack.\n\n11/\nSlut.";
        assert_eq!(headings(text), [(8, false), (9, false), (10, true), (11, false)]);
    }

    #[test]
    fn what_stands_behind_every_number_tells_one_that_was_run_together() {
        let text = "71/16\tTACK\nTack.\n72/16\tIN\nIn.\n7316\tVAL\nBo Ek.\n74/16\tSLUT\nSlut.";
        assert_eq!(headings(text), [(71, false), (72, false), (73, true), (74, false)]);
    }
}
