//! Labels and their values, paired by their boxes.

pub mod blocks;
pub mod columns;
pub mod heads;
