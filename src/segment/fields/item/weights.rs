//! Which sentences of an item are its decision: what speaks for and against each adds up, and a sentence after one that
//! decides is weighed otherwise than the first.

use crate::segment::fields::item::evidence::{Context, evidence};
use crate::segment::fields::item::units::Unit;
use crate::segment::words::forms;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The weight of a kind of evidence where the sentence before does not decide, and where it does.
static WEIGHTS: LazyLock<HashMap<&'static str, [f32; 2]>> = LazyLock::new(|| {
    let table = include_str!("../../../../models/decisions.tsv");
    let weights = |(name, weights): (&'static str, &str)| {
        let (first, after) = weights.split_once('\t')?;
        Some((name, [first.parse().ok()?, after.parse().ok()?]))
    };
    forms::rows(table).filter_map(weights).collect()
});

/// Whether each unit decides.
pub fn decide(units: &[Unit], context: &Context) -> Vec<bool> {
    let mut before = false;
    let mut out = Vec::with_capacity(units.len());
    for found in evidence(units, context) {
        let weight: f32 = found.iter().filter_map(|name| WEIGHTS.get(name)).map(|both| both[usize::from(before)]).sum();
        before = weight > 0.0;
        out.push(before);
    }
    out
}
