//! From the picture of a line to the probability of each code at each of its steps.

use super::level::{Instructions, Level};
use super::line::Picture;
use super::load::{Convolution, Lstm, Network, Way};
use super::products::OFFSET;

/// Probabilities of the codes, step by step along a line.
pub struct Probabilities {
    pub n_steps: usize,
    pub n_codes: usize,
    /// A step's codes after the other's.
    pub values: Vec<f32>,
}

impl Probabilities {
    pub fn at(&self, step: usize) -> &[f32] {
        &self.values[step * self.n_codes..(step + 1) * self.n_codes]
    }
}

impl Network {
    /// Pixels of the line's picture that a step is wide.
    pub fn step_width(&self) -> usize {
        self.convolution.pool_width
    }

    pub fn probabilities(&self, picture: &Picture) -> Probabilities {
        let n_steps = picture.width / self.convolution.pool_width;
        let features = self.convolution.apply(picture, n_steps);
        let rows = self.height / self.convolution.pool_height;
        let mut values = self.down.down(&features, n_steps, rows);
        for lstm in &self.along {
            values = lstm.along(&values, n_steps);
        }
        let n_codes = self.n_codes;
        let n_in = self.output.n_in;
        let mut probabilities = vec![0.0; n_steps * n_codes];
        let mut inputs = vec![0; self.output.padded_inputs()];
        let mut sums = vec![0; self.output.padded_outputs()];
        for (values, row) in values.chunks_exact(n_in).zip(probabilities.chunks_exact_mut(n_codes)) {
            inputs[..n_in].copy_from_slice(values);
            self.output.apply(&inputs, &mut sums, row);
            let highest = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            row.iter_mut().for_each(|value| *value -= highest);
            bent(self.output.level(), Curve::Exponential, row);
            row.iter_mut().zip(&self.priors).for_each(|(value, prior)| *value *= prior);
            let total: f32 = row.iter().sum();
            row.iter_mut().for_each(|value| *value /= total);
        }
        Probabilities { n_steps, n_codes, values: probabilities }
    }
}

impl Convolution {
    /// The features of the pooled picture, a column of them after the other.
    fn apply(&self, picture: &Picture, n_steps: usize) -> Vec<u8> {
        match self.level.instructions() {
            #[cfg(target_arch = "x86_64")]
            // SAFETY: there is no level without its instructions.
            Instructions::Bytes512 => unsafe { self.apply_512(picture, n_steps) },
            #[cfg(target_arch = "x86_64")]
            // SAFETY: as above.
            Instructions::Pairs256 => unsafe { self.apply_256(picture, n_steps) },
            Instructions::Plain => self.apply_plainly(picture, n_steps),
        }
    }

    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512dq")]
    fn apply_512(&self, picture: &Picture, n_steps: usize) -> Vec<u8> {
        self.apply_plainly(picture, n_steps)
    }

    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2")]
    fn apply_256(&self, picture: &Picture, n_steps: usize) -> Vec<u8> {
        self.apply_plainly(picture, n_steps)
    }

    /// The highest sum of a pool is bent, since bending keeps the order: a ninth of the work.
    #[inline(always)]
    fn apply_plainly(&self, picture: &Picture, n_steps: usize) -> Vec<u8> {
        const LANES: usize = 16;
        let rows = picture.height / self.pool_height;
        let n_out = self.biases.len();
        let stride = picture.stride();
        let mut features = vec![0u8; n_steps * rows * n_out];
        let mut bends = vec![0.0f32; rows * n_out];
        let (left, top) = (picture.margin - self.half_width, picture.margin - self.half_height);
        for step in 0..n_steps {
            for (row, bends) in bends.chunks_exact_mut(n_out).enumerate() {
                for block in (0..n_out).step_by(LANES) {
                    let mut highest = [i32::MIN; LANES];
                    for x in step * self.pool_width..(step + 1) * self.pool_width {
                        for y in row * self.pool_height..(row + 1) * self.pool_height {
                            let mut sums: [i32; LANES] = [0; LANES];
                            sums.copy_from_slice(&self.biases[block..block + LANES]);
                            let mut taps = self.taps.chunks_exact(n_out);
                            for dx in 0..=2 * self.half_width {
                                let column = (left + x + dx) * stride + top + y;
                                for &value in &picture.values[column..=column + 2 * self.half_height] {
                                    let Some(weights) = taps.next() else { continue };
                                    let weights = &weights[block..block + LANES];
                                    for (sum, &weight) in sums.iter_mut().zip(weights) {
                                        *sum += weight * i32::from(value);
                                    }
                                }
                            }
                            for (highest, sum) in highest.iter_mut().zip(sums) {
                                *highest = (*highest).max(sum);
                            }
                        }
                    }
                    for (lane, highest) in highest.into_iter().enumerate() {
                        bends[block + lane] = highest as f32 * self.scales[block + lane];
                    }
                }
            }
            tanh_plainly(&mut bends);
            quantised(&bends, &mut features[step * rows * n_out..(step + 1) * rows * n_out]);
        }
        features
    }
}

/// Values of -1 to 1 as bytes with an offset.
#[inline(always)]
fn quantised(values: &[f32], out: &mut [u8]) {
    for (out, &value) in out.iter_mut().zip(values) {
        *out = (value * 127.0 + (f32::from(OFFSET) + 0.5)) as u8;
    }
}

/// A cell's states and what it works with at a step.
struct Cell<'a> {
    lstm: &'a Lstm,
    inputs: Vec<u8>,
    sums: Vec<i32>,
    gates: Vec<f32>,
    memory: Vec<f32>,
    state: Vec<f32>,
}

impl<'a> Cell<'a> {
    fn new(lstm: &'a Lstm) -> Self {
        let mut cell = Cell {
            lstm,
            inputs: vec![0; lstm.weights.padded_inputs()],
            sums: vec![0; lstm.weights.padded_outputs()],
            gates: vec![0.0; lstm.weights.padded_outputs()],
            memory: vec![0.0; lstm.n_states],
            state: vec![0.0; lstm.n_states],
        };
        cell.forget();
        cell
    }

    fn forget(&mut self) {
        self.memory.fill(0.0);
        let n_in = self.lstm.n_in();
        self.inputs[n_in..].fill(OFFSET);
    }

    fn step(&mut self, input: &[u8]) {
        let n_in = input.len();
        self.inputs[..n_in].copy_from_slice(input);
        self.lstm.weights.apply(&self.inputs, &mut self.sums, &mut self.gates);
        let n = self.lstm.n_states;
        let level = self.lstm.weights.level();
        let gates = &mut self.gates[..4 * n];
        match level.instructions() {
            #[cfg(target_arch = "x86_64")]
            // SAFETY: there is no level without its instructions.
            Instructions::Bytes512 => unsafe { remember_512(gates, &mut self.memory, &mut self.state) },
            #[cfg(target_arch = "x86_64")]
            // SAFETY: as above.
            Instructions::Pairs256 => unsafe { remember_256(gates, &mut self.memory, &mut self.state) },
            Instructions::Plain => remember(gates, &mut self.memory, &mut self.state),
        }
        quantised(&self.state, &mut self.inputs[n_in..n_in + n]);
    }

    fn output(&self) -> &[u8] {
        let n_in = self.lstm.n_in();
        &self.inputs[n_in..n_in + self.lstm.n_states]
    }
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512dq")]
fn remember_512(gates: &mut [f32], memory: &mut [f32], state: &mut [f32]) {
    remember(gates, memory, state);
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
fn remember_256(gates: &mut [f32], memory: &mut [f32], state: &mut [f32]) {
    remember(gates, memory, state);
}

/// What a cell does with its gates: forgets, takes in, shows.
#[inline(always)]
fn remember(gates: &mut [f32], memory: &mut [f32], state: &mut [f32]) {
    const MOST: f32 = 100.0;
    let n = memory.len();
    let (input, gates) = gates.split_at_mut(n);
    tanh_plainly(input);
    logistic_plainly(gates);
    let (take, gates) = gates.split_at(n);
    let (keep, show) = gates.split_at(n);
    let taken = input.iter().zip(take).map(|(input, take)| input * take);
    for ((memory, keep), taken) in memory.iter_mut().zip(keep).zip(taken) {
        *memory = (*memory * keep + taken).clamp(-MOST, MOST);
    }
    state.copy_from_slice(memory);
    tanh_plainly(state);
    state.iter_mut().zip(show).for_each(|(state, show)| *state *= show);
}

impl Lstm {
    fn n_in(&self) -> usize {
        self.weights.n_in - self.n_states
    }

    /// The last state of each column.
    fn down(&self, features: &[u8], n_steps: usize, rows: usize) -> Vec<u8> {
        let mut cell = Cell::new(self);
        let n_in = self.n_in();
        let mut out = Vec::with_capacity(n_steps * self.n_states);
        for column in features.chunks_exact(rows * n_in) {
            cell.forget();
            column.chunks_exact(n_in).for_each(|input| cell.step(input));
            out.extend_from_slice(cell.output());
        }
        out
    }

    fn along(&self, values: &[u8], n_steps: usize) -> Vec<u8> {
        let mut cell = Cell::new(self);
        let (n_in, n) = (self.n_in(), self.n_states);
        let mut out = vec![0; n_steps * n];
        let mut at = |step: usize| {
            cell.step(&values[step * n_in..(step + 1) * n_in]);
            out[step * n..(step + 1) * n].copy_from_slice(cell.output());
        };
        match self.way {
            Way::Backward => (0..n_steps).rev().for_each(&mut at),
            _ => (0..n_steps).for_each(&mut at),
        }
        out
    }
}

#[derive(Clone, Copy)]
enum Curve {
    Exponential,
}

fn bent(level: Level, curve: Curve, values: &mut [f32]) {
    let Curve::Exponential = curve;
    match level.instructions() {
        #[cfg(target_arch = "x86_64")]
        // SAFETY: there is no level without its instructions.
        Instructions::Bytes512 => unsafe { exponential_512(values) },
        #[cfg(target_arch = "x86_64")]
        // SAFETY: as above.
        Instructions::Pairs256 => unsafe { exponential_256(values) },
        Instructions::Plain => values.iter_mut().for_each(|value| *value = exponential(*value)),
    }
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512dq")]
fn exponential_512(values: &mut [f32]) {
    values.iter_mut().for_each(|value| *value = exponential(*value));
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
fn exponential_256(values: &mut [f32]) {
    values.iter_mut().for_each(|value| *value = exponential(*value));
}

#[inline(always)]
fn logistic_plainly(values: &mut [f32]) {
    values.iter_mut().for_each(|value| *value = 1.0 / (1.0 + exponential(-*value)));
}

#[inline(always)]
fn tanh_plainly(values: &mut [f32]) {
    values.iter_mut().for_each(|value| *value = 2.0 / (1.0 + exponential(-2.0 * *value)) - 1.0);
}

/// e to the power of x, without a branch or a call, so that whole registers of them are computed at once.
/// Right to six digits, which is more than the 8-bit values on either side of it hold.
#[inline(always)]
fn exponential(x: f32) -> f32 {
    // Adding this leaves the nearest whole number in the last bits.
    const ROUND: f32 = 12_582_912.0;
    let power = (x * std::f32::consts::LOG2_E).clamp(-126.0, 126.0);
    let rounded = power + ROUND;
    let rest = (power - (rounded - ROUND)) * std::f32::consts::LN_2;
    let series = 1.0 / 120.0;
    let series = series * rest + 1.0 / 24.0;
    let series = series * rest + 1.0 / 6.0;
    let series = series * rest + 0.5;
    let series = (series * rest + 1.0) * rest + 1.0;
    let whole = (rounded.to_bits().wrapping_sub(ROUND.to_bits())) << 23;
    f32::from_bits(series.to_bits().wrapping_add(whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exponentials_are_right() {
        for i in -800..=800 {
            let x = i as f32 / 10.0;
            let (here, there) = (exponential(x), x.exp());
            assert!((here - there).abs() <= there * 1e-5, "{x}: {here} {there}");
        }
    }
}
