//! Which of the candidates for headings are true: the best chain of rising numbers decides, and what it lacks is
//! looked for once more among weaker readings.

use crate::segment::marks::numbers::{Family, Heading};
use crate::segment::marks::sheet::Sheet;
use crate::segment::outline::candidates::groups;
use crate::segment::outline::gaps;
use crate::segment::words::sentences;

/// The run of members that rises best, and its score.
pub fn rising(sheet: &Sheet, mut members: Vec<Heading>) -> (f32, Vec<Heading>) {
    weigh_columns(sheet, &mut members);
    weigh_codes(&mut members);
    rise(&members)
}

/// Whether a run is long enough for its form: weak forms must earn their place by a run of numbers.
pub fn is_long_enough(sheet: &Sheet, run: &[Heading]) -> bool {
    let Some(first) = run.first() else { return false };
    let least = match first.family {
        Family::Word => 1,
        Family::Sign if first.shape.is_empty() => 1,
        Family::Sign | Family::Prefix | Family::Dotted | Family::Decimal => 3,
        Family::Bare | Family::Headed => 4,
    };
    run.len() >= least && !(run.len() >= 3 && are_figures(sheet, run))
}

/// "55", "56": figures in a column, and no § read as 5, where no sign was read anywhere.
fn are_figures(sheet: &Sheet, run: &[Heading]) -> bool {
    run.iter().all(|heading| figure(sheet, heading).is_some())
}

/// The same where the figures rise by one as they stand.
pub fn are_rising_figures(sheet: &Sheet, run: &[Heading]) -> bool {
    let figures: Vec<u32> = run.iter().filter_map(|heading| figure(sheet, heading)).collect();
    figures.len() == run.len() && run.len() > 1 && figures.windows(2).all(|pair| pair[1] == pair[0] + 1)
}

/// The figure that a row begins with, where a § was read out of it.
fn figure(sheet: &Sheet, heading: &Heading) -> Option<u32> {
    let text = sheet.rows[heading.row].text();
    // "88", "Kf 88"
    let figure = text.split_whitespace().take(2).find_map(|word| word.parse().ok().filter(|_| word.len() >= 2))?;
    (heading.family == Family::Sign && figure != heading.number).then_some(figure)
}

/// The chain of headings that rises best.
pub fn chain(sheet: &Sheet, candidates: &[Heading]) -> Vec<Heading> {
    let mut best: (f32, Vec<Heading>) = (0.0, Vec::new());
    for group in groups(candidates) {
        let (score, found) = rising(sheet, group.members);
        if group.is_mixed {
            let mixed =
                found.iter().any(|h| h.family == Family::Dotted) && found.iter().any(|h| h.family == Family::Bare);
            if mixed && found.len() > best.1.len() && found.len() >= 4 && score > best.0 * 0.8 {
                best = (score, found);
            }
        } else if is_long_enough(sheet, &found) && score > best.0 {
            best = (score, found);
        }
    }
    under_points(sheet, candidates, best.1)
}

/// "Punkt 4 – Title" over "§ 6": the § is the item's number.
pub fn under_points(sheet: &Sheet, candidates: &[Heading], found: Vec<Heading>) -> Vec<Heading> {
    if found.first().is_none_or(|heading| heading.family != Family::Word) {
        return found;
    }
    let signs: Vec<Heading> = candidates.iter().filter(|c| c.family == Family::Sign).cloned().collect();
    let (_, signs) = rise(&signs);
    let over = found.iter().filter(|point| {
        sentences::is_point(sheet.rows[point.row].text())
            && signs.iter().any(|sign| sign.row > point.row && sign.row <= point.row + 2)
    });
    let n_over = over.count();
    if n_over >= 2 && n_over * 2 >= found.len() { signs } else { found }
}

/// A chosen run with the numbers that it jumps over, as far as they can be found.
pub fn completed(sheet: &Sheet, candidates: &[Heading], mut found: Vec<Heading>) -> Vec<Heading> {
    if found.iter().all(|heading| heading.path.is_empty() && heading.family != Family::Headed) {
        gaps::fill(sheet, candidates, &mut found);
    }
    drop_repeated(sheet, &mut found);
    // "§ 61 B" beside no other § 61: a speck, and no suffix.
    let numbers: Vec<u32> = found.iter().map(|heading| heading.number).collect();
    for heading in found.iter_mut().filter(|heading| heading.suffix.as_deref().is_some_and(|suffix| suffix != "a")) {
        if numbers.iter().filter(|number| **number == heading.number).count() < 2 {
            heading.suffix = None;
        }
    }
    found
}

/// Of two headings of one number the one goes that does not stand as the others do.
fn drop_repeated(sheet: &Sheet, found: &mut Vec<Heading>) {
    let middle = |mut values: Vec<f32>| {
        values.sort_by(f32::total_cmp);
        values.get(values.len() / 2).copied().unwrap_or(0.0)
    };
    let left = |heading: &Heading| sheet.rows[heading.row].x0() as f32;
    let usual_left = middle(found.iter().map(left).collect());
    let usual_gap = middle(found.iter().filter_map(|heading| sheet.gap_above(heading.row)).collect());
    let stands_so = |heading: &Heading| {
        let size = sheet.metrics_at(sheet.rows[heading.row].page).size as f32;
        (left(heading) - usual_left).abs() <= 2.0 * size
            && sheet.gap_above(heading.row).is_none_or(|gap| gap >= 0.7 * usual_gap)
    };
    let mut at = 1;
    while at < found.len() {
        let (before, after) = (&found[at - 1], &found[at]);
        let repeated = after.is_numbered() && before.number == after.number && before.suffix == after.suffix;
        match (stands_so(before), stands_so(after)) {
            (true, false) if repeated => drop(found.remove(at)),
            (false, true) if repeated => drop(found.remove(at - 1)),
            _ => at += 1,
        }
    }
}

/// A code in small letters, "ks § 12", stands before many numbers or before none.
fn weigh_codes(members: &mut Vec<Heading>) {
    let is_small = |heading: &Heading| heading.body.as_deref().is_some_and(|body| body.starts_with(char::is_lowercase));
    let n_small = members.iter().filter(|member| is_small(member)).count();
    if n_small * 2 < members.len() || n_small < 3 {
        members.retain(|member| !is_small(member));
    }
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
    if !to.path.is_empty() && to.row != from.row {
        // "2.1" after "1.3", "2.1.1" after "2.1": a part rises by one, and those behind it begin anew.
        let common = from.path.iter().zip(&to.path).take_while(|(a, b)| a == b).count();
        let (before, after) = (from.path.get(common).copied().unwrap_or(0), *to.path.get(common)?);
        let follows = after == before + 1 && to.path[common + 1..].iter().all(|n| *n == 1);
        return (after > before).then_some(if follows { 1.3 } else { -0.8 });
    }
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
