//! Which word of one text stands for which of another.
//!
//! The fewest words changed, added and left out, in memory that grows with the length and not with its
//! square: what two texts begin and end with is taken off, and what is left is halved until a table
//! of it is small (Hirschberg's way). Distances alone are left to `rapidfuzz`, which is much faster.

/// Tables up to this many cells are filled whole.
const SMALL: usize = 1 << 18;

/// For each word of `gold` the index of the word of `read` that stands there, if any does.
pub fn align<T: PartialEq>(gold: &[T], read: &[T]) -> Vec<Option<usize>> {
    let mut standing = vec![None; gold.len()];
    align_part(gold, read, 0, &mut standing);
    standing
}

/// `standing` is the gold's part of the answer; `read_at` is where `read` begins in the whole.
fn align_part<T: PartialEq>(gold: &[T], read: &[T], read_at: usize, standing: &mut [Option<usize>]) {
    let n_before = gold.iter().zip(read).take_while(|(g, r)| g == r).count();
    for (word_idx, place) in standing[..n_before].iter_mut().enumerate() {
        *place = Some(read_at + word_idx);
    }
    let (gold, read, read_at) = (&gold[n_before..], &read[n_before..], read_at + n_before);
    let standing = &mut standing[n_before..];

    let n_after = gold.iter().rev().zip(read.iter().rev()).take_while(|(g, r)| g == r).count();
    let (n_gold, n_read) = (gold.len() - n_after, read.len() - n_after);
    for (word_idx, place) in standing[n_gold..].iter_mut().enumerate() {
        *place = Some(read_at + n_read + word_idx);
    }
    let (gold, read, standing) = (&gold[..n_gold], &read[..n_read], &mut standing[..n_gold]);

    if gold.is_empty() || read.is_empty() {
        return;
    }
    if gold.len() == 1 || gold.len().saturating_mul(read.len()) <= SMALL {
        return align_small(gold, read, read_at, standing);
    }
    let (upper, lower) = gold.split_at(gold.len() / 2);
    let down = last_row(upper.iter(), read.iter(), read.len());
    let up = last_row(lower.iter().rev(), read.iter().rev(), read.len());
    let cut = (0..=read.len()).min_by_key(|cut| down[*cut] + up[read.len() - cut]).unwrap_or(0);
    let (standing_upper, standing_lower) = standing.split_at_mut(upper.len());
    align_part(upper, &read[..cut], read_at, standing_upper);
    align_part(lower, &read[cut..], read_at + cut, standing_lower);
}

/// The distance of all of `gold` to each beginning of `read`.
fn last_row<'a, T: PartialEq + 'a>(
    gold: impl Iterator<Item = &'a T>,
    read: impl Iterator<Item = &'a T> + Clone,
    n_read: usize,
) -> Vec<u32> {
    let mut row: Vec<u32> = (0..=n_read as u32).collect();
    for word in gold {
        let mut diagonal = row[0];
        row[0] += 1;
        for (read_idx, other) in read.clone().enumerate() {
            let changed = diagonal + u32::from(word != other);
            diagonal = row[read_idx + 1];
            row[read_idx + 1] = changed.min(diagonal + 1).min(row[read_idx] + 1);
        }
    }
    row
}

fn align_small<T: PartialEq>(gold: &[T], read: &[T], read_at: usize, standing: &mut [Option<usize>]) {
    let width = read.len() + 1;
    let mut table = vec![0u32; (gold.len() + 1) * width];
    for (read_idx, cell) in table[..width].iter_mut().enumerate() {
        *cell = read_idx as u32;
    }
    for (gold_idx, word) in gold.iter().enumerate() {
        let (above, row) = table[gold_idx * width..].split_at_mut(width);
        row[0] = gold_idx as u32 + 1;
        for (read_idx, other) in read.iter().enumerate() {
            let changed = above[read_idx] + u32::from(word != other);
            row[read_idx + 1] = changed.min(above[read_idx + 1] + 1).min(row[read_idx] + 1);
        }
    }
    let (mut gold_idx, mut read_idx) = (gold.len(), read.len());
    while gold_idx > 0 && read_idx > 0 {
        let here = table[gold_idx * width + read_idx];
        let above = table[(gold_idx - 1) * width + read_idx];
        let diagonal = table[(gold_idx - 1) * width + read_idx - 1];
        // A changed word before a missing one: two words that stand at the same place are compared.
        if here == diagonal + u32::from(gold[gold_idx - 1] != read[read_idx - 1]) {
            (gold_idx, read_idx) = (gold_idx - 1, read_idx - 1);
            standing[gold_idx] = Some(read_at + read_idx);
        } else if here == above + 1 {
            gold_idx -= 1;
        } else {
            read_idx -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<&str> {
        text.split_whitespace().collect()
    }

    #[test]
    fn a_lost_word_leaves_a_gap_and_a_changed_one_does_not() {
        let gold = words("Nämnden beslöt att bifalla ansökan");
        assert_eq!(align(&gold, &words("Namnden beslöt bifalla ansökan")), [Some(0), Some(1), None, Some(2), Some(3)]);
        assert_eq!(align(&gold, &[]), [None; 5]);
        assert!(align(&[], &gold).is_empty());
    }

    /// Words changed, added and left out by an alignment.
    fn cost(gold: &[u8], read: &[u8], standing: &[Option<usize>]) -> usize {
        let matched = standing.iter().flatten().count();
        let changed = gold.iter().zip(standing).filter(|(g, at)| at.is_some_and(|at| read[at] != **g)).count();
        changed + (gold.len() - matched) + (read.len() - matched)
    }

    proptest! {
        #[test]
        fn no_alignment_is_cheaper(gold in prop::collection::vec(0..4u8, 0..40), read in prop::collection::vec(0..4u8, 0..40)) {
            let standing = align(&gold, &read);
            let places: Vec<usize> = standing.iter().flatten().copied().collect();
            prop_assert!(places.windows(2).all(|two| two[0] < two[1]));
            let distance = rapidfuzz::distance::levenshtein::distance(gold.iter().copied(), read.iter().copied());
            prop_assert_eq!(cost(&gold, &read, &standing), distance);
        }

        /// Long enough to be halved.
        #[test]
        fn halving_costs_nothing(gold in prop::collection::vec(0..9u8, 700..900), read in prop::collection::vec(0..9u8, 700..900)) {
            let distance = rapidfuzz::distance::levenshtein::distance(gold.iter().copied(), read.iter().copied());
            prop_assert_eq!(cost(&gold, &read, &align(&gold, &read)), distance);
        }
    }
}
