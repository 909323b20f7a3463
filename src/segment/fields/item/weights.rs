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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::fields::item::decisions::Style;

    /// The sentences that decide, under a title.
    fn decided<'a>(title: &str, sentences: &[&'a str]) -> Vec<&'a str> {
        let style = Style::default();
        let unit = |(at, text): (usize, &&str)| Unit {
            paragraph: 0,
            text: (*text).to_owned(),
            is_cells: false,
            under: None,
            opens: at == 0,
            is_set: false,
        };
        let units: Vec<Unit> = sentences.iter().enumerate().map(unit).collect();
        let found = decide(&units, &Context { title, style: &style });
        sentences.iter().zip(found).filter(|(_, is)| *is).map(|(text, _)| *text).collect()
    }

    #[test]
    fn what_decides_without_a_deciding_word() {
        for (title, text) in [
            ("Val av valberedning", "Omval av Bo Ek (sammankallande), Eva Ros och Ada Alm."),
            ("Ansvarsfrihet", "Styrelsen fick full ansvarsfrihet."),
            ("Kallelse", "Stämman förklarades stadgeenligt utlyst."),
            ("Arvoden", "Oförändrat, 4 000 kr att fördela inom styrelsen."),
        ] {
            assert_eq!(decided(title, &[text]), [text]);
        }
        let both = ["Till ledamöter omvaldes Bo Ek och Eva Ros.", "Till suppleanter omvaldes Ada Alm och Siv Ask."];
        assert_eq!(decided("Val", &both), both);
        let told = ["Kassören berättade om läget.", "Bo Ek undrade när bryggan blir klar."];
        assert!(decided("Rapporter", &told).is_empty());
    }
}
