//! Products of 8-bit weights with 8-bit values, laid out for the registers of the processor at hand.
//!
//! The `unsafe` in it: loads from slices whose lengths are checked beside them, and calls of functions compiled
//! for instructions that a [`Level`] says the processor has. Every path adds whole numbers, so that all of them
//! give the same sums.

use super::level::{Instructions, Level};

/// Weights as stored: a row for each output, its inputs and then its bias.
pub(super) struct Matrix {
    pub n_out: usize,
    pub n_in: usize,
    pub rows: Vec<i8>,
    pub scales: Vec<f32>,
}

/// Rows of weights, one for each output.
pub(super) struct Weights {
    pub n_in: usize,
    pub n_out: usize,
    level: Level,
    /// Added to each sum; the offset of the inputs is taken back in it.
    biases: Vec<i32>,
    scales: Vec<f32>,
    packed: Packed,
}

enum Packed {
    #[cfg(target_arch = "x86_64")]
    Bytes(Vec<i8>),
    #[cfg(target_arch = "x86_64")]
    Pairs(Vec<i16>),
    Rows(Vec<i8>),
}

/// Values are bytes with this added, so that they have no sign.
pub(super) const OFFSET: u8 = 128;

/// Registers of sums that are kept at the same time.
const MOST_SUMS: usize = 16;

impl Weights {
    /// Matrices of the same inputs, one below the other.
    pub fn stacked(level: Level, matrices: &[Matrix]) -> Option<Weights> {
        let n_in = matrices.first()?.n_in;
        if matrices.iter().any(|matrix| matrix.n_in != n_in) || n_in == 0 {
            return None;
        }
        let rows: Vec<&[i8]> = matrices.iter().flat_map(|matrix| matrix.rows.chunks_exact(n_in + 1)).collect();
        let scales: Vec<f32> = matrices.iter().flat_map(|matrix| matrix.scales.iter().copied()).collect();
        let n_out = rows.len();
        let bias = |row: &&[i8]| {
            let sum: i32 = row[..n_in].iter().map(|&weight| i32::from(weight)).sum();
            i32::from(row[n_in]) * 127 - i32::from(OFFSET) * sum
        };
        let biases = rows.iter().map(bias).collect();
        let packed = match level.instructions() {
            #[cfg(target_arch = "x86_64")]
            Instructions::Bytes512 => Packed::Bytes(grouped::<4>(&rows, n_in, 16)),
            #[cfg(target_arch = "x86_64")]
            Instructions::Pairs256 => Packed::Pairs(grouped::<2>(&rows, n_in, 8).into_iter().map(i16::from).collect()),
            Instructions::Plain => Packed::Rows(rows.iter().flat_map(|row| &row[..n_in]).copied().collect()),
        };
        Some(Weights { n_in, n_out, level, biases, scales, packed })
    }

    pub fn level(&self) -> Level {
        self.level
    }

    /// Length of a slice of inputs: they are taken in fours.
    pub fn padded_inputs(&self) -> usize {
        self.n_in.next_multiple_of(4)
    }

    /// Length of a slice of outputs: they come in sixteens.
    pub fn padded_outputs(&self) -> usize {
        self.n_out.next_multiple_of(16)
    }

    /// Sums of products, scaled. `inputs` and `sums` have at least the padded lengths.
    pub fn apply(&self, inputs: &[u8], sums: &mut [i32], outputs: &mut [f32]) {
        assert!(outputs.len() >= self.n_out);
        // The weights are packed for so many: what is beyond them must not change how they are divided.
        let (inputs, sums) = (&inputs[..self.padded_inputs()], &mut sums[..self.padded_outputs()]);
        match &self.packed {
            #[cfg(target_arch = "x86_64")]
            // SAFETY: weights are packed so at a level that has the instructions.
            Packed::Bytes(packed) => unsafe { bytes_512(packed, inputs, sums) },
            #[cfg(target_arch = "x86_64")]
            // SAFETY: as above.
            Packed::Pairs(packed) => unsafe { pairs_256(packed, inputs, sums) },
            Packed::Rows(rows) => {
                for (sum, row) in sums.iter_mut().zip(rows.chunks_exact(self.n_in)) {
                    let products = row.iter().zip(inputs).map(|(&w, &value)| i32::from(w) * i32::from(value));
                    *sum = products.sum();
                }
            }
        }
        let scaled = sums.iter().zip(&self.biases).zip(&self.scales);
        for (out, ((&sum, &bias), &scale)) in outputs.iter_mut().zip(scaled) {
            *out = (sum + bias) as f32 * scale;
        }
    }
}

/// Weights in the order in which they are met: registers of sums, groups of inputs, registers, lanes, the group's inputs.
#[cfg(target_arch = "x86_64")]
fn grouped<const GROUP: usize>(rows: &[&[i8]], n_in: usize, lanes: usize) -> Vec<i8> {
    let most = MOST_SUMS * 16 / lanes / 2 * 2;
    let n_registers = rows.len().next_multiple_of(16) / lanes;
    let n_groups = n_in.next_multiple_of(4) / GROUP;
    let mut packed = Vec::with_capacity(n_registers * lanes * n_groups * GROUP);
    for (first, n) in batches(n_registers, most.min(MOST_SUMS * lanes / 16)) {
        for group in 0..n_groups {
            for register in first..first + n {
                for lane in 0..lanes {
                    for i in 0..GROUP {
                        let (row, input) = (register * lanes + lane, group * GROUP + i);
                        let weight = rows.get(row).filter(|_| input < n_in).map_or(0, |row| row[input]);
                        packed.push(weight);
                    }
                }
            }
        }
    }
    packed
}

/// Registers in batches of a power of two, the largest first.
#[cfg(target_arch = "x86_64")]
fn batches(n_registers: usize, most: usize) -> impl Iterator<Item = (usize, usize)> {
    let mut first = 0;
    let mut size = most;
    std::iter::from_fn(move || {
        while size > n_registers - first {
            size /= 2;
        }
        (size > 0).then(|| {
            first += size;
            (first - size, size)
        })
    })
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512dq,avx512vnni")]
fn bytes_512(packed: &[i8], inputs: &[u8], sums: &mut [i32]) {
    let n_groups = inputs.len() / 4;
    let mut weights = packed;
    for (first, n) in batches(sums.len() / 16, MOST_SUMS) {
        let (now, rest) = weights.split_at(n * n_groups * 64);
        weights = rest;
        let sums = &mut sums[first * 16..(first + n) * 16];
        match n {
            16 => batch_512::<16>(now, inputs, n_groups, sums),
            8 => batch_512::<8>(now, inputs, n_groups, sums),
            4 => batch_512::<4>(now, inputs, n_groups, sums),
            2 => batch_512::<2>(now, inputs, n_groups, sums),
            _ => batch_512::<1>(now, inputs, n_groups, sums),
        }
    }
}

#[cfg(target_arch = "x86_64")]
#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512dq,avx512vnni")]
fn batch_512<const N: usize>(weights: &[i8], inputs: &[u8], n_groups: usize, sums: &mut [i32]) {
    use std::arch::x86_64::*;
    assert!(weights.len() >= N * n_groups * 64 && inputs.len() >= n_groups * 4 && sums.len() >= N * 16);
    let mut totals = [_mm512_setzero_si512(); N];
    for (group, weights) in inputs.chunks_exact(4).take(n_groups).zip(weights.chunks_exact(N * 64)) {
        let values = _mm512_set1_epi32(i32::from_le_bytes([group[0], group[1], group[2], group[3]]));
        for (i, total) in totals.iter_mut().enumerate() {
            // SAFETY: the chunk has N times 64 bytes.
            let weights = unsafe { _mm512_loadu_si512(weights.as_ptr().add(i * 64).cast()) };
            *total = _mm512_dpbusd_epi32(*total, values, weights);
        }
    }
    for (i, total) in totals.into_iter().enumerate() {
        // SAFETY: there are N times 16 sums.
        unsafe { _mm512_storeu_si512(sums.as_mut_ptr().add(i * 16).cast(), total) };
    }
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
fn pairs_256(packed: &[i16], inputs: &[u8], sums: &mut [i32]) {
    let n_groups = inputs.len() / 2;
    let mut weights = packed;
    for (first, n) in batches(sums.len() / 8, MOST_SUMS / 2) {
        let (now, rest) = weights.split_at(n * n_groups * 16);
        weights = rest;
        let sums = &mut sums[first * 8..(first + n) * 8];
        match n {
            8 => batch_256::<8>(now, inputs, n_groups, sums),
            4 => batch_256::<4>(now, inputs, n_groups, sums),
            2 => batch_256::<2>(now, inputs, n_groups, sums),
            _ => batch_256::<1>(now, inputs, n_groups, sums),
        }
    }
}

#[cfg(target_arch = "x86_64")]
#[inline]
#[target_feature(enable = "avx2")]
fn batch_256<const N: usize>(weights: &[i16], inputs: &[u8], n_groups: usize, sums: &mut [i32]) {
    use std::arch::x86_64::*;
    assert!(weights.len() >= N * n_groups * 16 && inputs.len() >= n_groups * 2 && sums.len() >= N * 8);
    let mut totals = [_mm256_setzero_si256(); N];
    for (group, weights) in inputs.chunks_exact(2).take(n_groups).zip(weights.chunks_exact(N * 16)) {
        let values = _mm256_set1_epi32(i32::from(group[0]) | i32::from(group[1]) << 16);
        for (i, total) in totals.iter_mut().enumerate() {
            // SAFETY: the chunk has N times 16 values of two bytes.
            let weights = unsafe { _mm256_loadu_si256(weights.as_ptr().add(i * 16).cast()) };
            *total = _mm256_add_epi32(*total, _mm256_madd_epi16(values, weights));
        }
    }
    for (i, total) in totals.into_iter().enumerate() {
        // SAFETY: there are N times 8 sums.
        unsafe { _mm256_storeu_si256(sums.as_mut_ptr().add(i * 8).cast(), total) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Weights and inputs drawn by chance, always the same.
    fn drawn(n_in: usize, n_out: usize) -> (Vec<i8>, Vec<u8>) {
        let mut seed = 7u32;
        let mut next = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 24) as u8
        };
        let rows = (0..n_out * (n_in + 1)).map(|_| (next() as i8).max(-127)).collect();
        (rows, (0..n_in + 3).map(|_| next()).collect())
    }

    #[test]
    fn all_paths_give_the_same_sums() {
        for (n_in, n_out) in [(9, 16), (80, 256), (160, 384), (192, 302), (5, 3)] {
            let (rows, inputs) = drawn(n_in, n_out);
            let by_hand = |out: usize| {
                let row = &rows[out * (n_in + 1)..(out + 1) * (n_in + 1)];
                let sum: i32 = (0..n_in).map(|i| i32::from(row[i]) * (i32::from(inputs[i]) - 128)).sum();
                (sum + i32::from(row[n_in]) * 127) as f32 * 0.01
            };
            let by_hand: Vec<f32> = (0..n_out).map(by_hand).collect();
            for level in Level::all() {
                let matrix = Matrix { n_out, n_in, rows: rows.clone(), scales: vec![0.01; n_out] };
                let weights = Weights::stacked(level, &[matrix]).unwrap();
                // A buffer that held other sums, and is longer than it need be.
                for spare in [0, 16, 80, 7] {
                    let mut sums = vec![123_456; weights.padded_outputs() + spare];
                    let mut outputs = vec![0.0; n_out];
                    weights.apply(&inputs, &mut sums, &mut outputs);
                    assert_eq!(outputs, by_hand, "{level:?}, {n_in} x {n_out}, {spare} to spare");
                }
            }
        }
    }
}
