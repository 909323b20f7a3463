//! Reads the network, the codes and the alphabet from the parts of a traineddata file.

use super::level::Level;
use super::products::{Matrix, Weights};

/// A network that can be computed: see [`Network::load`].
///
/// All of Tesseract's fast models are built alike: a window over neighbouring pixels, of which the
/// strongest in each small square goes on; a cell that goes down each column; cells that go along the
/// line; a probability for each code.
pub struct Network {
    /// Height in pixels of the pictures of lines that it was trained on.
    pub height: usize,
    pub(super) convolution: Convolution,
    pub(super) down: Lstm,
    pub(super) along: Vec<Lstm>,
    pub(super) output: Weights,
    /// Code that stands for nothing: between two letters and before the first.
    pub(super) blank: usize,
    /// Code of the blank between words.
    pub(super) space: usize,
    pub(super) n_codes: usize,
    /// How likely each code is before anything is seen of it: see [`prior`].
    pub(super) priors: Vec<f32>,
    /// What each code prints; none for codes that stand for no sign.
    pub(super) signs: Vec<Option<String>>,
}

/// A window, its sums bent by tanh, and the square of which the highest is kept.
pub(super) struct Convolution {
    pub half_width: usize,
    pub half_height: usize,
    pub pool_width: usize,
    pub pool_height: usize,
    /// For each pixel of the window, column after column, its weight in each output.
    pub taps: Vec<i32>,
    pub biases: Vec<i32>,
    pub scales: Vec<f32>,
    pub level: Level,
}

pub(super) struct Lstm {
    /// The four gates' weights, one below the other: input, gate of input, of memory, of output.
    pub weights: Weights,
    pub n_states: usize,
    pub way: Way,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Way {
    /// Left to right along the line.
    Forward,
    /// Right to left.
    Backward,
    /// Top to bottom in each column, of which only the last state is handed on.
    Down,
}

/// A layer as it stands in the file.
enum Layer {
    /// A window of neighbours, a column of them after the other.
    Window(usize, usize),
    Pool(usize, usize),
    Tanh(Matrix),
    Softmax(Matrix),
    Lstm([Matrix; 4], Way),
}

/// Numbers of parts in a traineddata file.
pub const LSTM_PART: usize = 17;
pub const ALPHABET_PART: usize = 21;
pub const CODES_PART: usize = 22;

/// A network larger than this is none of Tesseract's.
const MOST_WEIGHTS: usize = 1 << 26;

impl Network {
    /// None where the model is of a kind that is not computed here: float weights, cells of two dimensions.
    pub fn load(lstm: &[u8], alphabet: &[u8], codes: &[u8]) -> Option<Network> {
        Self::load_for(Level::of_this_processor(), lstm, alphabet, codes)
    }

    pub(super) fn load_for(level: Level, lstm: &[u8], alphabet: &[u8], codes: &[u8]) -> Option<Network> {
        let mut bytes = Bytes { rest: lstm };
        let mut layers = Vec::new();
        let mut height = 0;
        read_layers(&mut bytes, &mut layers, &mut height, None, 0)?;
        let _specification = bytes.text()?;
        // Flags, three counts and the code of nothing; learning rates follow.
        bytes.skip(12)?;
        let blank = usize::try_from(bytes.int()?).ok()?;
        let mut layers = layers.into_iter();
        let (Layer::Window(half_width, half_height), Layer::Tanh(window)) = (layers.next()?, layers.next()?) else {
            return None;
        };
        let (Layer::Pool(pool_width, pool_height), Layer::Lstm(gates, Way::Down)) = (layers.next()?, layers.next()?)
        else {
            return None;
        };
        let down = Lstm::new(level, &gates, Way::Down)?;
        let convolution = Convolution::new(level, (half_width, half_height), (pool_width, pool_height), &window)?;
        let mut depth = window.n_out;
        let mut takes = |lstm: &Lstm| {
            let fits = lstm.weights.n_in == depth + lstm.n_states && lstm.weights.n_out == 4 * lstm.n_states;
            depth = lstm.n_states;
            fits
        };
        if !takes(&down) {
            return None;
        }
        let mut along = Vec::new();
        let output = loop {
            match layers.next()? {
                Layer::Lstm(gates, way) if way != Way::Down => {
                    along.push(Lstm::new(level, &gates, way).filter(&mut takes)?);
                }
                Layer::Softmax(matrix) if matrix.n_in == depth => break Weights::stacked(level, &[matrix])?,
                _ => return None,
            }
        };
        let n_codes = output.n_out;
        let signs = signs(alphabet, codes, n_codes, blank)?;
        (blank < n_codes && height >= pool_height && layers.next().is_none()).then_some(Network {
            height,
            convolution,
            down,
            along,
            output,
            blank,
            space: signs.iter().position(|sign| sign.as_deref() == Some(" "))?,
            n_codes,
            priors: signs.iter().map(|sign| sign.as_deref().map_or(1.0, prior)).collect(),
            signs,
        })
    }

    /// How far the network looks beyond a picture's border.
    pub fn margin(&self) -> usize {
        self.convolution.half_width.max(self.convolution.half_height)
    }
}

impl Convolution {
    fn new(
        level: Level,
        (half_width, half_height): (usize, usize),
        (pool_width, pool_height): (usize, usize),
        window: &Matrix,
    ) -> Option<Convolution> {
        let n_in = (2 * half_width + 1) * (2 * half_height + 1);
        // Sixteen outputs are computed at once.
        if window.n_in != n_in || !window.n_out.is_multiple_of(16) || pool_width == 0 || pool_height == 0 {
            return None;
        }
        let row = |out: usize| &window.rows[out * (n_in + 1)..(out + 1) * (n_in + 1)];
        let taps = (0..n_in).flat_map(|tap| (0..window.n_out).map(move |out| i32::from(row(out)[tap]))).collect();
        let biases = (0..window.n_out).map(|out| i32::from(row(out)[n_in]) * 127).collect();
        let scales = window.scales.clone();
        Some(Convolution { half_width, half_height, pool_width, pool_height, taps, biases, scales, level })
    }
}

impl Lstm {
    fn new(level: Level, gates: &[Matrix; 4], way: Way) -> Option<Lstm> {
        Some(Lstm { weights: Weights::stacked(level, gates)?, n_states: gates[0].n_out, way })
    }
}

fn read_layers(
    bytes: &mut Bytes<'_>,
    layers: &mut Vec<Layer>,
    height: &mut usize,
    way: Option<Way>,
    depth: usize,
) -> Option<()> {
    const NAMED: i8 = 0;
    const LEARNING_RATES: i32 = 64;
    if depth > 8 || bytes.byte()? as i8 != NAMED {
        return None;
    }
    let kind = bytes.text()?;
    bytes.skip(2)?;
    let flags = bytes.int()?;
    let n_in = usize::try_from(bytes.int()?).ok()?;
    let _n_out = bytes.int()?;
    let _n_weights = bytes.int()?;
    let _name = bytes.text()?;
    match kind.as_str() {
        "Series" | "RTLReversed" | "XYTranspose" => {
            let inner = match (kind.as_str(), way) {
                ("Series", way) => way,
                ("RTLReversed", None) => Some(Way::Backward),
                ("XYTranspose", None) => Some(Way::Down),
                _ => return None,
            };
            let n_parts = bytes.int()?;
            if kind != "Series" && n_parts != 1 {
                return None;
            }
            for _ in 0..n_parts {
                read_layers(bytes, layers, height, inner, depth + 1)?;
            }
            if flags & LEARNING_RATES != 0 {
                let n_rates = usize::try_from(bytes.int()?).ok()?;
                bytes.skip(n_rates.checked_mul(4)?)?;
            }
        }
        "Input" => {
            let _batch = bytes.int()?;
            *height = usize::try_from(bytes.int()?).ok()?;
            let _width = bytes.int()?;
            let channels = bytes.int()?;
            let _loss = bytes.int()?;
            if channels != 1 || !layers.is_empty() || *height > 256 {
                return None;
            }
        }
        "Convolve" => {
            let half_width = usize::try_from(bytes.int()?).ok().filter(|half| *half <= 8)?;
            let half_height = usize::try_from(bytes.int()?).ok().filter(|half| *half <= 8)?;
            layers.push(Layer::Window(half_width, half_height));
        }
        "Maxpool" => {
            let width = usize::try_from(bytes.int()?).ok().filter(|width| *width <= 16)?;
            let height = usize::try_from(bytes.int()?).ok().filter(|height| *height <= 16)?;
            layers.push(Layer::Pool(width, height));
        }
        "Tanh" => layers.push(Layer::Tanh(read_matrix(bytes)?)),
        "Softmax" => layers.push(Layer::Softmax(read_matrix(bytes)?)),
        "LSTM" | "SummLSTM" => {
            let n_all = usize::try_from(bytes.int()?).ok()?;
            let gates = [read_matrix(bytes)?, read_matrix(bytes)?, read_matrix(bytes)?, read_matrix(bytes)?];
            // A cell of two dimensions has a fifth gate and the states of the row above among its input.
            if n_all != n_in + gates[0].n_out {
                return None;
            }
            let way = match (kind.as_str(), way) {
                ("SummLSTM", Some(Way::Down)) => Way::Down,
                ("LSTM", None) => Way::Forward,
                ("LSTM", Some(Way::Backward)) => Way::Backward,
                _ => return None,
            };
            layers.push(Layer::Lstm(gates, way));
        }
        _ => return None,
    }
    Some(())
}

fn read_matrix(bytes: &mut Bytes<'_>) -> Option<Matrix> {
    const EIGHT_BIT: u8 = 1;
    const NEW_FORM: u8 = 128;
    let mode = bytes.byte()?;
    if mode & EIGHT_BIT == 0 || mode & NEW_FORM == 0 {
        return None;
    }
    let n_out = usize::try_from(bytes.int()?).ok()?;
    let row = usize::try_from(bytes.int()?).ok()?;
    let _empty = bytes.byte()?;
    let n_weights = n_out.checked_mul(row).filter(|n| (1..=MOST_WEIGHTS).contains(n))?;
    let rows = bytes.take(n_weights)?.iter().map(|&byte| byte as i8).collect();
    if usize::try_from(bytes.int()?).ok()? < n_out {
        return None;
    }
    let scales = bytes.take(n_out.checked_mul(8)?)?;
    let scale = |bytes: &[u8]| Some((f64::from_le_bytes(bytes.try_into().ok()?) / 127.0) as f32);
    let scales = scales.chunks_exact(8).map(scale).collect::<Option<Vec<f32>>>()?;
    Some(Matrix { n_out, n_in: row - 1, rows, scales })
}

/// The sign of each code.
fn signs(alphabet: &[u8], codes: &[u8], n_codes: usize, blank: usize) -> Option<Vec<Option<String>>> {
    let text = std::str::from_utf8(alphabet).ok()?;
    let mut lines = text.lines();
    let n_signs: usize = lines.next()?.trim().parse().ok()?;
    let mut bytes = Bytes { rest: codes };
    if usize::try_from(bytes.int()?).ok()? != n_signs {
        return None;
    }
    let mut signs = vec![None; n_codes];
    for _ in 0..n_signs {
        let sign = lines.next()?.split(' ').next()?;
        bytes.skip(1)?;
        let n_parts = usize::try_from(bytes.int()?).ok().filter(|n| *n <= 9)?;
        let codes = bytes.take(n_parts * 4)?;
        // Ligatures are read as the letters that they consist of.
        let Ok(code) = <[u8; 4]>::try_from(codes) else {
            continue;
        };
        let code = usize::try_from(i32::from_le_bytes(code)).ok()?;
        if code != blank {
            let sign = match sign {
                "NULL" => " ",
                // Swedish print knows one dash, and how long it is tells nothing.
                "—" => "–",
                sign => sign,
            };
            *signs.get_mut(code)? = Some(sign.to_owned());
        }
    }
    Some(signs)
}

/// How much less likely than others a sign is in Swedish print. A model of all Latin letters takes a speck
/// above or below a letter for one of the many marks that other languages have.
fn prior(sign: &str) -> f32 {
    const COMMON: &str = "åäöÅÄÖéÉ§%½–−…•·°’”“´«»€£×";
    const NAMES: &str = "üÜèÈáÁàæÆøØçñíóúëïôêâÂßšŠžŽčČćłŁń";
    match sign.chars().next() {
        // Nobody pays in dollars, and paragraphs look alike.
        Some('$') => 0.2,
        Some(c) if c.is_ascii() || COMMON.contains(c) => 1.0,
        Some(c) if NAMES.contains(c) => 0.2,
        _ => 0.02,
    }
}

struct Bytes<'a> {
    rest: &'a [u8],
}

impl<'a> Bytes<'a> {
    fn take(&mut self, n: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(n)?;
        self.rest = rest;
        Some(taken)
    }

    fn skip(&mut self, n: usize) -> Option<()> {
        self.take(n).map(|_| ())
    }

    fn byte(&mut self) -> Option<u8> {
        Some(self.take(1)?[0])
    }

    fn int(&mut self) -> Option<i32> {
        Some(i32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }

    fn text(&mut self) -> Option<String> {
        let length = usize::try_from(self.int()?).ok().filter(|length| *length < 4096)?;
        String::from_utf8(self.take(length)?.to_vec()).ok()
    }
}

#[cfg(test)]
mod tests {
    use crate::ocr::model::{DEFAULT_MODEL, Model};

    #[test]
    fn the_builtin_model_is_computed_here() {
        let network = Model::find(DEFAULT_MODEL).unwrap().network().unwrap();
        assert_eq!((network.height, network.step_width()), (48, 3));
        assert!(network.signs.iter().flatten().any(|sign| sign == "å"));
    }
}
