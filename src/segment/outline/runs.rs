//! The runs of rising numbers that may be the items: for each form of number the whole of it, without what looks like
//! contents, and its parts where the numbers begin anew.

use crate::segment::marks::numbers::{Family, Heading};
use crate::segment::marks::sheet::Sheet;
use crate::segment::outline::run::Run;
use crate::segment::outline::zone::{Zone, Zones};
use crate::segment::outline::{chain, headed};

/// Where so many runs of one form begin anew, more tell nothing.
const MOST_RESTARTS: usize = 8;

/// A step that few items are lost in.
const FAR: u32 = 3;

/// Every run of the candidates, each once; `best` is the one that rises best by itself.
pub fn runs(sheet: &Sheet, zones: &Zones, candidates: &[Heading], best: Vec<Heading>) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    let mut add = |run: Run| {
        if !run.headings.is_empty() && !out.iter().any(|known| known.rows().eq(run.rows())) {
            out.push(run);
        }
    };
    add(Run { headings: best, rises_best: true, is_mixed: false });
    let in_contents = |heading: &Heading| zones.of_row.get(heading.row) == Some(&Zone::Contents);
    for group in chain::groups(candidates) {
        let members = &group.members;
        let least = match members.first().map(|first| first.family) {
            Some(Family::Word | Family::Sign) => 1,
            _ => 2,
        };
        let mut parts: Vec<Vec<Heading>> = vec![members.clone()];
        if members.iter().any(in_contents) {
            parts.push(members.iter().filter(|one| !in_contents(one)).cloned().collect());
        }
        let starts = restarts(members);
        for (at, start) in starts.iter().enumerate() {
            let next = starts.get(at + 1).copied().unwrap_or(members.len());
            parts.push(members[*start..].to_vec());
            parts.push(members[..*start].to_vec());
            parts.push(members[*start..next].to_vec());
        }
        for part in parts {
            let (_, found) = chain::rising(sheet, part);
            let found = chain::under_points(sheet, candidates, found);
            if found.len() < least || chain::are_rising_figures(sheet, &found) {
                continue;
            }
            // What stands far up at the end may be another text's.
            if let Some(end) = found.windows(2).rposition(|pair| pair[1].number > pair[0].end() + FAR) {
                add(Run { headings: found[..=end].to_vec(), rises_best: false, is_mixed: group.is_mixed });
            }
            add(Run { headings: found, rises_best: false, is_mixed: group.is_mixed });
        }
    }
    out.extend(headed::runs(sheet, zones, &out));
    out
}

/// Where the numbers of a form begin anew, after two of them at least.
fn restarts(members: &[Heading]) -> Vec<usize> {
    let mut out = Vec::new();
    let mut since = 0;
    let mut first = members.first().map_or(0, |heading| heading.number);
    for (at, heading) in members.iter().enumerate().skip(1) {
        let before = members[at - 1].number;
        if (heading.number <= first || heading.number == 1) && before >= heading.number && at - since >= 2 {
            out.push(at);
            (since, first) = (at, heading.number);
            if out.len() == MOST_RESTARTS {
                break;
            }
        }
    }
    out
}
