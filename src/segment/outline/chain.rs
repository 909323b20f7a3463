//! Which of the candidates for headings are true: the best chain of rising numbers decides, and what it lacks is
//! looked for once more among weaker readings.

use crate::segment::marks::numbers::{Family, Heading};
use crate::segment::marks::sheet::Sheet;
use crate::segment::outline::gaps;
use crate::segment::words::sentences;
/// The chain of headings that rises best.
pub fn chain(sheet: &Sheet, candidates: &[Heading]) -> Vec<Heading> {
    let mut groups: Vec<(Family, &str)> = candidates.iter().map(|c| (c.family, c.shape.as_str())).collect();
    groups.sort_unstable();
    groups.dedup();
    let mut best: (f32, Vec<Heading>) = (0.0, Vec::new());
    for (family, shape) in groups {
        let of_group = |c: &&Heading| c.family == family && c.shape == shape;
        let mut members: Vec<Heading> = candidates.iter().filter(of_group).cloned().collect();
        weigh_columns(sheet, &mut members);
        weigh_codes(&mut members);
        let (score, found) = rise(&members);
        // Weak forms must earn their place by a run of numbers.
        let least = match family {
            Family::Word => 1,
            Family::Sign if shape.is_empty() => 1,
            Family::Sign | Family::Prefix | Family::Dotted | Family::Decimal => 3,
            Family::Bare => 4,
        };
        // "55", "56": figures in a column, and no § read as 5, where no sign was read anywhere.
        let is_figure = |heading: &Heading| {
            let text = sheet.rows[heading.row].text();
            let first = text.split_whitespace().next().unwrap_or("");
            first.len() >= 2 && first.parse().is_ok_and(|figure: u32| figure != heading.number)
        };
        if family == Family::Sign && found.len() >= 3 && found.iter().all(is_figure) {
            continue;
        }
        if found.len() >= least && score > best.0 {
            best = (score, found);
        }
    }
    // A column of numbers, some with their full stop and some without.
    let mut column: Vec<Heading> = candidates
        .iter()
        .filter(|c| matches!(c.family, Family::Dotted | Family::Bare))
        .map(|c| Heading { weight: c.weight.max(0.8), ..c.clone() })
        .collect();
    weigh_columns(sheet, &mut column);
    let (score, found) = rise(&column);
    let mixed = found.iter().any(|h| h.family == Family::Dotted) && found.iter().any(|h| h.family == Family::Bare);
    if mixed && found.len() > best.1.len() && found.len() >= 4 && score > best.0 * 0.8 {
        best = (score, found);
    }
    // "Punkt 4 – Title" over "§ 6": the § is the item's number.
    if best.1.first().is_some_and(|heading| heading.family == Family::Word) {
        let signs: Vec<Heading> = candidates.iter().filter(|c| c.family == Family::Sign).cloned().collect();
        let (_, signs) = rise(&signs);
        let over = best.1.iter().filter(|point| {
            sentences::is_point(sheet.rows[point.row].text())
                && signs.iter().any(|sign| sign.row > point.row && sign.row <= point.row + 2)
        });
        let n_over = over.count();
        if n_over >= 2 && n_over * 2 >= best.1.len() {
            best.1 = signs;
        }
    }
    let mut found = best.1;
    if found.iter().all(|heading| heading.path.is_empty()) {
        gaps::fill(sheet, candidates, &mut found);
    }
    // "§ 61 B" beside no other § 61: a speck, and no suffix.
    let numbers: Vec<u32> = found.iter().map(|heading| heading.number).collect();
    for heading in found.iter_mut().filter(|heading| heading.suffix.as_deref().is_some_and(|suffix| suffix != "a")) {
        if numbers.iter().filter(|number| **number == heading.number).count() < 2 {
            heading.suffix = None;
        }
    }
    found
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
