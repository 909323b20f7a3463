//! Every row and piece read once, for all that any parser asks of it.

pub mod mark;
pub mod numbers;
pub mod sheet;
