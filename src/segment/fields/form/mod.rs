//! Labels and their values, paired by their boxes.

pub mod blocks;
