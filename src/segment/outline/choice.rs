//! Which run of numbers is the items: the one for which most speaks.

use crate::segment::outline::evidence::{Ground, TERMS, terms};
use crate::segment::outline::run::Run;
use crate::segment::words::forms;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// `models/outline.tsv`, learned by `scripts/learn_outline.py`.
static WEIGHTS: LazyLock<Vec<f32>> = LazyLock::new(|| {
    let table = include_str!("../../../models/outline.tsv");
    let weights = forms::rows(table).filter_map(|(term, weight)| Some((term, weight.parse().ok()?)));
    let by_term: HashMap<&str, f32> = weights.collect();
    TERMS.iter().map(|term| by_term.get(term).copied().unwrap_or(0.0)).collect()
});

/// Runs with what speaks for each.
pub struct Judged {
    pub run: Run,
    pub terms: Vec<f32>,
    pub score: f32,
}

/// The runs, best first.
pub fn judged(ground: &Ground, runs: Vec<Run>) -> Vec<Judged> {
    let terms = terms(ground, &runs);
    let mut out: Vec<Judged> = runs
        .into_iter()
        .zip(terms)
        .map(|(run, terms)| {
            let score = terms.iter().zip(WEIGHTS.iter()).map(|(term, weight)| term * weight).sum();
            Judged { run, terms, score }
        })
        .collect();
    out.sort_by(|a, b| b.score.total_cmp(&a.score));
    out
}

/// How much more speaks for the best run than for the next that has mostly other headings; without one, for none.
pub fn margin(judged: &[Judged]) -> f32 {
    let Some((best, others)) = judged.split_first() else { return 0.0 };
    let own: HashSet<usize> = best.run.rows().collect();
    let is_other = |one: &&Judged| {
        let n_shared = one.run.rows().filter(|row| own.contains(row)).count();
        n_shared * 2 < own.len().max(one.run.headings.len())
    };
    others.iter().find(is_other).map_or(f32::MAX, |next| best.score - next.score)
}
