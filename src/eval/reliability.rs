//! How far stated confidence can be trusted: of the values stated at 0.9, how many are right?

use super::counts::rounded;
use super::judged::Judged;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

/// Where the bins begin; each goes up to the next, the last one includes 1.
pub const BINS: [f64; 6] = [0.0, 0.5, 0.6, 0.7, 0.8, 0.9];

/// The values whose stated confidence falls in one bin.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Bin {
    pub values: usize,
    pub right: usize,
    /// Sum of what was stated of them.
    pub stated: f64,
}

impl Bin {
    pub fn add(&mut self, other: Bin) {
        self.values += other.values;
        self.right += other.right;
        self.stated += other.stated;
    }

    pub fn share_right(self) -> Option<f64> {
        (self.values > 0).then(|| self.right as f64 / self.values as f64)
    }

    pub fn mean_stated(self) -> Option<f64> {
        (self.values > 0).then(|| self.stated / self.values as f64)
    }
}

/// Bins by field, in the order in which the fields are first met.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Reliability(Vec<(&'static str, [Bin; BINS.len()])>);

impl Reliability {
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, [Bin; BINS.len()])> {
        self.0.iter().copied()
    }

    /// A value without evidence states nothing, and is not counted.
    pub fn count(&mut self, judged: &Judged) {
        let Some(evidence) = judged.evidence else { return };
        let stated = evidence.confidence;
        let bin_idx = BINS.iter().rposition(|begin| stated >= *begin).unwrap_or(0);
        let bin = Bin { values: 1, right: judged.is_right.into(), stated };
        self.of_field(judged.field)[bin_idx].add(bin);
    }

    pub fn add(&mut self, other: &Reliability) {
        for (field, bins) in other.iter() {
            for (sum, bin) in self.of_field(field).iter_mut().zip(bins) {
                sum.add(bin);
            }
        }
    }

    /// All fields together.
    pub fn total(&self) -> [Bin; BINS.len()] {
        let mut total = [Bin::default(); BINS.len()];
        for (_, bins) in self.iter() {
            for (sum, bin) in total.iter_mut().zip(bins) {
                sum.add(bin);
            }
        }
        total
    }

    fn of_field(&mut self, field: &'static str) -> &mut [Bin; BINS.len()] {
        let at = self.0.iter().position(|(name, _)| *name == field).unwrap_or_else(|| {
            self.0.push((field, [Bin::default(); BINS.len()]));
            self.0.len() - 1
        });
        &mut self.0[at].1
    }
}

impl Serialize for Bin {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("values", &self.values)?;
        map.serialize_entry("right", &self.right)?;
        map.serialize_entry("mean_stated", &self.mean_stated().map(|mean| rounded(mean, 3)))?;
        map.end()
    }
}

/// By field, a list of bins, each with where it begins.
impl Serialize for Reliability {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct FromBin {
            from: f64,
            #[serde(flatten)]
            bin: Bin,
        }
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (field, bins) in &self.0 {
            let bins: Vec<FromBin> =
                BINS.iter().zip(bins).map(|(from, bin)| FromBin { from: *from, bin: *bin }).collect();
            map.serialize_entry(field, &bins)?;
        }
        map.end()
    }
}
