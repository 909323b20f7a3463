//! Names of what is written for an input and of what people write beside it.

use std::path::{Component, Path};

/// What the documents of a file are called: the second has `.part2`.
pub fn part_name(input: &str, idx: usize) -> String {
    if idx == 0 { input.to_owned() } else { format!("{input}.part{}", idx + 1) }
}

/// Whether a path leads nowhere but below the folder that it is told from: a manifest may come from anyone.
pub fn is_below(path: &str) -> bool {
    let is_plain = |part| matches!(part, Component::Normal(_));
    !path.is_empty() && Path::new(path).components().all(is_plain)
}
