//! Which candidates belong together: probabilities of every reading of a sentence, over pairs and triples.
//!
//! A sentence is a lattice of candidates. Forward and backward sums over its states (two candidates beside each
//! other) give each candidate's probability with all of its neighbours' readings weighed, so that the decision and
//! its certainty come out of the same sum. How likely a candidate is in itself is the caller's model.

use super::language::Own;
use super::lexicon::{Neighbour, Sequences};

/// One reading of a token.
#[derive(Clone, Copy, Debug)]
pub struct Arc {
    pub word: Neighbour,
    /// How likely the print is read as it was.
    pub channel: f64,
    pub own: Own,
    pub is_given_name: bool,
    /// As read, in small letters, and no word of Swedish.
    pub is_strange: bool,
}

/// How much likelier a word of no Swedish is behind another: they come in company, as names of files and quotations.
const IN_COMPANY: f64 = 30.0;

impl Arc {
    /// A token that is not in question.
    pub fn fixed(word: Neighbour) -> Arc {
        let own = Own { word: 0.01, case: 1.0, case_after_given: 1.0, name: 0.0, name_after_given: 0.0 };
        Arc { word, channel: 1.0, own, is_given_name: false, is_strange: false }
    }
}

/// The probability of each reading of each token of a sentence.
///
/// `border` and `end` are the sentence's borders.
pub fn posteriors(
    sequences: &Sequences,
    tokens: &[Vec<Arc>],
    border: Neighbour,
    end: Option<Neighbour>,
) -> Vec<Vec<f64>> {
    let outside = [Arc::fixed(border)];
    let n = tokens.len();
    let at = |i: usize| -> &[Arc] { if i == 0 { &outside } else { &tokens[i - 1] } };
    let before = [Arc::fixed(Neighbour::default())];
    let step = |far: &Arc, near: &Arc, arc: &Arc| {
        let own = &arc.own;
        let (case, name) =
            if near.is_given_name { (own.case_after_given, own.name_after_given) } else { (own.case, own.name) };
        let word =
            if own.word > 0.0 { sequences.probability(far.word.hash, near.word, arc.word, own.word) } else { 0.0 };
        let company = if near.is_strange && arc.is_strange { IN_COMPANY } else { 1.0 };
        (case * word + name * sequences.left(near.word)).max(1e-30) * arc.channel * company
    };
    // forward[i][a][b]: the sum of all readings up to token i that end in a, b. Scaled, so that it never vanishes.
    let mut forward: Vec<Vec<f64>> = Vec::with_capacity(n + 1);
    forward.push(vec![1.0]);
    for i in 1..=n {
        let (far, near, here) = (if i == 1 { &before[..] } else { at(i - 2) }, at(i - 1), at(i));
        let mut sums = vec![0.0; near.len() * here.len()];
        for (a, x) in far.iter().enumerate() {
            for (b, y) in near.iter().enumerate() {
                let so_far = forward[i - 1][a * near.len() + b];
                if so_far > 0.0 {
                    for (c, z) in here.iter().enumerate() {
                        sums[b * here.len() + c] += so_far * step(x, y, z);
                    }
                }
            }
        }
        scale(&mut sums);
        forward.push(sums);
    }
    let mut backward = match (end, n) {
        (Some(end), 2..) => {
            let (near, here) = (at(n - 1), at(n));
            let last = Arc::fixed(end);
            near.iter().flat_map(|x| here.iter().map(move |y| (x, y))).map(|(x, y)| step(x, y, &last)).collect()
        }
        _ => vec![1.0; forward[n].len()],
    };
    let mut out = vec![Vec::new(); n];
    for i in (1..=n).rev() {
        let (near, here) = (at(i - 1), at(i));
        let mut p = vec![0.0; here.len()];
        for b in 0..near.len() {
            for (c, p) in p.iter_mut().enumerate() {
                *p += forward[i][b * here.len() + c] * backward[b * here.len() + c];
            }
        }
        scale(&mut p);
        out[i - 1] = p;
        let far = if i == 1 { &before[..] } else { at(i - 2) };
        let mut sums = vec![0.0; far.len() * near.len()];
        for (a, x) in far.iter().enumerate() {
            for (b, y) in near.iter().enumerate() {
                sums[a * near.len() + b] =
                    here.iter().enumerate().map(|(c, z)| step(x, y, z) * backward[b * here.len() + c]).sum();
            }
        }
        scale(&mut sums);
        backward = sums;
    }
    out
}

fn scale(sums: &mut [f64]) {
    let total: f64 = sums.iter().sum();
    if total > 0.0 {
        sums.iter_mut().for_each(|s| *s /= total);
    } else {
        let even = 1.0 / sums.len().max(1) as f64;
        sums.iter_mut().for_each(|s| *s = even);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::correct::lexicon::{Lexicon, Tables, encode};

    #[test]
    fn neighbours_decide_between_homographs() {
        let lexicon = Lexicon::from_tables(&Tables {
            words: &["det\t1000\t100\när\t900\t90\når\t900\t90\nsedan\t300\t30\n"],
            pairs: "det är\t60\når sedan\t20\n",
            ..Tables::default()
        });
        let arc = |word: &str| Arc {
            word: encode(word).map_or(Neighbour::default(), |w| lexicon.sequences().neighbour(&w)),
            own: Own { word: lexicon.frequency(word) / 1e9, ..Arc::fixed(Neighbour::default()).own },
            ..Arc::fixed(Neighbour::default())
        };
        let border = lexicon.sequences().neighbour(b"<s>");
        let sentence = |a: &[&str], b: &[&str]| {
            let tokens = [a, b].map(|words| words.iter().map(|w| arc(w)).collect::<Vec<_>>());
            posteriors(lexicon.sequences(), &tokens, border, None)
        };
        assert!(sentence(&["det"], &["är", "år"])[1][0] > 0.9);
        assert!(sentence(&["är", "år"], &["sedan"])[0][1] > 0.9);
        assert!(posteriors(lexicon.sequences(), &[], border, None).is_empty());
    }
}
