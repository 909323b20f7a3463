//! Names of what is written for an input and of what people write beside it.

/// What the documents of a file are called: the second has `.part2`.
pub fn part_name(input: &str, idx: usize) -> String {
    if idx == 0 { input.to_owned() } else { format!("{input}.part{}", idx + 1) }
}
