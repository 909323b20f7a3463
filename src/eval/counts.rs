//! Right, found and expected values, and what follows from them.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// How many values are right, how many were found and how many there are. A value that is printed and
/// missed costs recall; one that is invented costs precision.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    pub right: usize,
    pub found: usize,
    pub gold: usize,
}

impl Counts {
    /// What two lists share, without regard to order.
    pub fn of_lists<T: Ord>(found: &[T], gold: &[T]) -> Self {
        let mut left: BTreeMap<&T, usize> = BTreeMap::new();
        for value in gold {
            *left.entry(value).or_default() += 1;
        }
        let is_shared = |value: &&T| match left.get_mut(*value) {
            Some(n) if *n > 0 => {
                *n -= 1;
                true
            }
            _ => false,
        };
        Counts { right: found.iter().filter(is_shared).count(), found: found.len(), gold: gold.len() }
    }

    pub fn add(&mut self, other: Counts) {
        self.right += other.right;
        self.found += other.found;
        self.gold += other.gold;
    }

    /// Share of what was found that is right; whole where nothing was to be found and nothing was.
    pub fn precision(self) -> f64 {
        share(self.right, self.found, self.gold == 0)
    }

    /// Share of what there is that was found.
    pub fn recall(self) -> f64 {
        share(self.right, self.gold, self.found == 0)
    }

    pub fn f1(self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
    }
}

fn share(part: usize, whole: usize, if_none: bool) -> f64 {
    match whole {
        0 => f64::from(u8::from(if_none)),
        _ => part as f64 / whole as f64,
    }
}

/// Rounded to this many decimals, so that a report is the same on every machine.
pub(super) fn rounded(value: f64, decimals: i32) -> f64 {
    let steps = 10f64.powi(decimals);
    (value * steps).round() / steps
}

impl Serialize for Counts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Counts", 6)?;
        object.serialize_field("precision", &rounded(self.precision(), 3))?;
        object.serialize_field("recall", &rounded(self.recall(), 3))?;
        object.serialize_field("f1", &rounded(self.f1(), 3))?;
        object.serialize_field("gold", &self.gold)?;
        object.serialize_field("found", &self.found)?;
        object.serialize_field("right", &self.right)?;
        object.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_stands_twice_counts_twice() {
        let counts = Counts::of_lists(&["Ek", "Ek", "Ek", "Öst"], &["Ek", "Ek", "Berg"]);
        assert_eq!(counts, Counts { right: 2, found: 4, gold: 3 });
        assert_eq!(counts.precision(), 0.5);
    }

    #[test]
    fn nothing_to_find_and_nothing_found_is_right() {
        assert_eq!(Counts::default().f1(), 1.0);
        assert_eq!(Counts { right: 0, found: 1, gold: 0 }.f1(), 0.0);
        assert_eq!(Counts { right: 0, found: 0, gold: 1 }.recall(), 0.0);
    }
}
